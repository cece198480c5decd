// int: shifts, bitwise operations (on two's complement of unlimited width), bytes.
#include "abi.h"
#include "core/bigint.h"
#include "core/exception.h"
#include "core/str.h"

namespace krait::rt {

Int intShiftLeft(Int v, uint64_t s) {
  Operand a(v);
  if (!a.n) return makeSmall(0);
  if (a.n == 1 && s < 64 && a.p[0] >> (62 - min<uint64_t>(s, 62)) == 0) {
    return makeSmall(a.negative ? -static_cast<int64_t>(a.p[0] << s)
                                : static_cast<int64_t>(a.p[0] << s));
  }
  size_t limbs = s / 64;
  BigInt* r = tryAllocBig(a.n + limbs + 1);
  if (!r) outOfMemory();
  for (size_t i = 0; i < limbs; i++) r->limbs[i] = 0;
  r->limbs[a.n + limbs] = mpShl(r->limbs + limbs, a.p, a.n, s % 64);
  return finishBig(r, a.n + limbs + 1, a.negative);
}

Int intShiftRight(Int v, uint64_t s) {
  if (isSmall(v)) return makeSmall(smallValue(v) >> min<uint64_t>(s, 63));
  Operand a(v);
  size_t limbs = s / 64;
  if (limbs >= a.n) return makeSmall(a.negative ? -1 : 0);
  size_t n = a.n - limbs;
  BigInt* r = allocBig(n + 1);
  Limb lost = mpShr(r->limbs, a.p + limbs, n, s % 64);
  r->limbs[n] = 0;
  if (a.negative) {  // rounds down
    for (size_t i = 0; i < limbs && !lost; i++) lost = a.p[i];
    if (lost) r->limbs[n] = mpAdd1(r->limbs, r->limbs, n, 1);
  }
  return finishBig(r, n + 1, a.negative);
}

namespace {

enum Operation { kAnd, kOr, kXor };
template <Operation op>
KR_INLINE Limb apply(Limb a, Limb b) {
  return op == kAnd ? a & b : op == kOr ? a | b : a ^ b;
}

template <Operation op>
Int bitwise(Int a, Int b) {
  if (bothSmall(a, b)) return apply<op>(a, b);
  Operand x(a), y(b);
  size_t n = max(x.n, y.n) + 1;
  if (op == kAnd && !x.negative) n = min(n, x.n + 1);
  if (op == kAnd && !y.negative) n = min(n, y.n + 1);
  BigInt* r = allocBig(n);
  // Two's complement limb by limb: invert and add one, the carry running along.
  Limb cx = x.negative, cy = y.negative, mx = 0 - cx, my = 0 - cy;
  bool negative = apply<op>(mx, my) != 0;
  Limb cr = negative, mr = 0 - cr;
  for (size_t i = 0; i < n; i++) {
    Limb u = ((i < x.n ? x.p[i] : 0) ^ mx) + cx;
    cx = cx && u == 0;
    Limb v = ((i < y.n ? y.p[i] : 0) ^ my) + cy;
    cy = cy && v == 0;
    Limb w = (apply<op>(u, v) ^ mr) + cr;
    cr = cr && w == 0;
    r->limbs[i] = w;
  }
  return finishBig(r, n, negative);
}

}  // namespace
}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

Int kr_int_and(Int a, Int b) { return bitwise<kAnd>(a, b); }
Int kr_int_or(Int a, Int b) { return bitwise<kOr>(a, b); }
Int kr_int_xor(Int a, Int b) { return bitwise<kXor>(a, b); }
Int kr_int_invert(Int v) {
  if (isSmall(v)) return makeSmall(~smallValue(v));
  return intSub(makeSmall(-1), v);
}

Result<Int> kr_int_lshift(Int v, Int count) {
  if (intSign(count) < 0) return failed<Int>(raiseValueError("negative shift count"));
  if (v == 0) return {0, nullptr};
  if (!isSmall(count)) return failed<Int>(raiseOverflowError("too many digits in integer"));
  auto s = static_cast<uint64_t>(smallValue(count));
  if (s > uint64_t{1} << 44) return failed<Int>(raiseNoMemory());
  return {intShiftLeft(v, s), nullptr};
}

Result<Int> kr_int_rshift(Int v, Int count) {
  if (intSign(count) < 0) return failed<Int>(raiseValueError("negative shift count"));
  if (!isSmall(count)) return {makeSmall(intSign(v) < 0 ? -1 : 0), nullptr};
  return {intShiftRight(v, static_cast<uint64_t>(smallValue(count))), nullptr};
}

Result<Bytes*> kr_int_to_bytes(Int v, int64_t length, bool little, bool is_signed) {
  if (length < 0) {
    return failed<Bytes*>(raiseValueError("length argument must be non-negative"));
  }
  Operand a(v);
  if (a.negative && !is_signed) {
    return failed<Bytes*>(raiseOverflowError("can't convert negative int to unsigned"));
  }
  // Bits needed: the magnitude's, for signed one more but for -2**k.
  size_t bits = mpBits(a.p, a.n);
  if (is_signed && a.n) {
    bool power_of_two = !(a.p[a.n - 1] & (a.p[a.n - 1] - 1));
    for (size_t i = 0; i + 1 < a.n && power_of_two; i++) power_of_two = a.p[i] == 0;
    if (!(a.negative && power_of_two)) bits++;
  }
  bool quirk = v == makeSmall(-1) && is_signed && length == 0;  // CPython gives b''
  if ((bits + 7) / 8 > static_cast<size_t>(length) && !quirk) {
    return failed<Bytes*>(raiseOverflowError("int too big to convert"));
  }
  Bytes* out = tryAllocBytes(length);
  if (!out) return failed<Bytes*>(raiseNoMemory());
  uint8_t* p = out->data();
  unsigned carry = a.negative, mask = a.negative ? 0xff : 0;
  for (int64_t i = 0; i < length; i++) {
    size_t at = static_cast<size_t>(i);
    unsigned byte = at / 8 < a.n ? static_cast<uint8_t>(a.p[at / 8] >> at % 8 * 8) : 0;
    byte = (byte ^ mask) + carry;
    carry = byte >> 8;
    p[little ? i : length - 1 - i] = static_cast<uint8_t>(byte);
  }
  return {out, nullptr};
}

Int kr_int_from_bytes(Bytes* b, bool little, bool is_signed) {
  auto length = static_cast<size_t>(b->length);
  if (!length) return makeSmall(0);
  const uint8_t* p = b->data();
  size_t n = (length + 7) / 8;
  bool negative = is_signed && p[little ? length - 1 : 0] >> 7;
  BigInt* r = allocBig(n);
  unsigned carry = negative;
  for (size_t i = 0; i < n; i++) {
    Limb limb = 0;
    for (size_t k = 0; k < 8; k++) {
      size_t at = i * 8 + k;
      unsigned byte = at < length ? p[little ? at : length - 1 - at] : negative ? 0xffu : 0u;
      if (negative) {
        byte = (byte ^ 0xff) + carry;
        carry = byte >> 8;
      }
      limb |= static_cast<Limb>(byte & 0xff) << 8 * k;
    }
    r->limbs[i] = limb;
  }
  return finishBig(r, n, negative);
}

}  // extern "C"
