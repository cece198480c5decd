// int: to and from text.
#include "abi.h"
#include "core/bigint.h"
#include "core/exception.h"
#include "core/str.h"
#include "core/text_scan.h"
#include "core/thread_state.h"

namespace krait::rt {
namespace {

constexpr int64_t kDigitThreshold = 640;  // below, the digit limit is not looked at
constexpr char kDigits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
int log2Base(int base) {
  return (base & (base - 1)) ? 0 : __builtin_ctz(static_cast<unsigned>(base));
}

Str* smallText(int64_t v) {
  char buffer[24];
  char* end = buffer + sizeof(buffer);
  char* p = decimalBefore(end, v < 0 ? 0 - static_cast<uint64_t>(v) : static_cast<uint64_t>(v));
  if (v < 0) *--p = '-';
  return newStrAscii(p, static_cast<size_t>(end - p));
}

Str* prefixed(Int v, int base, const char* prefix) {
  Scratch memory((intTextCapacity(v, base) + 2) / 8 + 2);
  auto* out = reinterpret_cast<char*>(memory.get());
  size_t n = intToText(v, base, out + 2);
  size_t sign = out[2] == '-';
  char* at = out + sign;  // the prefix goes before the digits, the sign before the prefix
  if (sign) out[0] = '-';
  at[0] = prefix[0];
  at[1] = prefix[1];
  // With a sign, its old place is prefix[1]'s; without, the prefix fills the two free bytes.
  return newStrAscii(out, n + 2);
}

// ---- parsing ----

struct DigitValues {  // of characters in bases up to 36; 99: none
  uint8_t of[256];
  constexpr DigitValues() : of() {
    for (int c = 0; c < 256; c++) {
      of[c] = static_cast<uint8_t>(c >= '0' && c <= '9'   ? c - '0'
                                   : c >= 'a' && c <= 'z' ? c - 'a' + 10
                                   : c >= 'A' && c <= 'Z' ? c - 'A' + 10
                                                          : 99);
    }
  }
};
constexpr DigitValues kDigitValues;
KR_INLINE int digitOf(char c) { return kDigitValues.of[static_cast<uint8_t>(c)]; }

enum ParseError { kParsed, kInvalid, kTooLong };

// int() of ASCII text. *base becomes the base named in messages.
ParseError parse(const char* p, const char* end, int* base, Int* out, int64_t* digit_count) {
  while (p < end && isBlank(*p)) p++;
  while (p < end && isBlank(end[-1])) end--;
  bool negative = false;
  if (p < end && (*p == '+' || *p == '-')) negative = *p++ == '-';
  int b = *base;
  bool zero_only = false;
  auto prefix = [&](char letter) { return end - p >= 2 && p[0] == '0' && (p[1] | 32) == letter; };
  if (b == 0) {
    b = prefix('x') ? 16 : prefix('o') ? 8 : prefix('b') ? 2 : 10;
    // Without a prefix, only zero may begin with 0.
    zero_only = b == 10 && p < end && *p == '0';
  }
  if ((b == 16 && prefix('x')) || (b == 8 && prefix('o')) || (b == 2 && prefix('b'))) {
    p += 2;
    if (p < end && *p == '_') p++;
  }
  if (p >= end) return kInvalid;
  // Up to 18 decimal digits, the usual case.
  if (b == 10 && end - p <= 18 && !zero_only) {
    int64_t v = 0;
    const char* q = p;
    for (; q < end && static_cast<unsigned char>(*q - '0') < 10; q++) v = v * 10 + (*q - '0');
    if (q == end) {
      *out = makeSmall(negative ? -v : v);
      return kParsed;
    }
  }
  size_t room = static_cast<size_t>(end - p);
  Scratch memory(room / 8 + 1);
  auto* digits = reinterpret_cast<uint8_t*>(memory.get());
  size_t n = 0;
  bool after_digit = false;
  for (; p < end; p++) {
    if (*p == '_') {
      if (!after_digit) return kInvalid;
      after_digit = false;
      continue;
    }
    int d = digitOf(*p);
    if (d >= b) return kInvalid;
    digits[n++] = static_cast<uint8_t>(d);
    after_digit = true;
  }
  if (!after_digit) return kInvalid;
  int64_t limit = kr_ts()->int_max_str_digits;
  if (!log2Base(b) && static_cast<int64_t>(n) > kDigitThreshold && limit > 0 &&
      static_cast<int64_t>(n) > limit) {
    *digit_count = static_cast<int64_t>(n);
    return kTooLong;
  }
  size_t skip = 0;
  while (skip < n && digits[skip] == 0) skip++;
  if (zero_only && skip < n) return kInvalid;
  BigInt* r = allocBig(mpDigitLimbs(n - skip, static_cast<unsigned>(b)));
  size_t limbs = 0;
  if (int bits = log2Base(b)) {
    u128 accumulator = 0;
    int filled = 0;
    for (size_t i = n; i-- > skip;) {
      accumulator |= static_cast<u128>(digits[i]) << filled;
      filled += bits;
      if (filled >= 64) {
        r->limbs[limbs++] = static_cast<Limb>(accumulator);
        accumulator >>= 64;
        filled -= 64;
      }
    }
    if (accumulator) r->limbs[limbs++] = static_cast<Limb>(accumulator);
  } else {
    limbs = mpFromDigits(r->limbs, digits + skip, n - skip, static_cast<unsigned>(b));
  }
  *out = finishBig(r, limbs, negative);
  return kParsed;
}

constexpr char kLimitMessage[] =
    "Exceeds the limit (%ld digits) for integer string conversion%s; use "
    "sys.set_int_max_str_digits() to "
    "increase the limit";

Result<Int> parseFailed(ParseError error, int base, int64_t digit_count, Str* owned_repr) {
  Exception* e;
  if (error == kTooLong) {
    e = raiseFormat(
        KR_TID(ValueError),
        "Exceeds the limit (%ld digits) for integer string conversion: value has %ld digits; "
        "use sys.set_int_max_str_digits() to increase the limit",
        kr_ts()->int_max_str_digits, digit_count);
  } else {
    Str* shown = owned_repr->length > 200 ? substr(owned_repr, 0, 200) : retainStr(owned_repr);
    e = raiseFormat(KR_TID(ValueError), "invalid literal for int() with base %d: %S", base, shown);
    releaseStr(shown);
  }
  releaseStr(owned_repr);
  return failed<Int>(e);
}

Result<Int> badBase() {
  return failed<Int>(raiseValueError("int() base must be >= 2 and <= 36, or 0"));
}
bool goodBase(int64_t base) { return base == 0 || (base >= 2 && base <= 36); }

}  // namespace

size_t intTextCapacity(Int v, int base) {
  Operand a(v);
  if (int bits = log2Base(base)) return a.n * 64 / static_cast<size_t>(bits) + 3;
  if (base == 10) return a.n * 20 + 3;
  return a.n * 64 + 3;
}

size_t intToText(Int v, int base, char* out) {
  Operand a(v);
  size_t n = 0;
  if (a.negative) out[n++] = '-';
  if (!a.n) {
    out[n++] = '0';
    return n;
  }
  if (base == 10) {
    if (a.n == 1) {
      char buffer[24];
      char* end = buffer + sizeof(buffer);
      char* p = decimalBefore(end, a.p[0]);
      memcpy(out + n, p, static_cast<size_t>(end - p));
      return n + static_cast<size_t>(end - p);
    }
    Scratch copy(a.n);
    memcpy(copy.get(), a.p, a.n * sizeof(Limb));
    return n + mpToDecimal(out + n, copy, a.n);
  }
  if (int bits = log2Base(base)) {
    size_t total = (mpBits(a.p, a.n) + static_cast<size_t>(bits) - 1) / static_cast<size_t>(bits);
    for (size_t i = 0; i < total; i++) {
      size_t at = i * static_cast<size_t>(bits);
      Limb w = a.p[at / 64] >> at % 64;
      if (at % 64 + static_cast<size_t>(bits) > 64 && at / 64 + 1 < a.n)
        w |= a.p[at / 64 + 1] << (64 - at % 64);
      out[n + total - 1 - i] = kDigits[w & (static_cast<Limb>(base) - 1)];
    }
    return n + total;
  }
  Scratch copy(a.n);
  memcpy(copy.get(), a.p, a.n * sizeof(Limb));
  size_t limbs = a.n, start = n;
  while (limbs) {
    out[n++] = kDigits[mpDivRem1(copy, copy, limbs, static_cast<Limb>(base))];
    limbs = mpTrim(copy, limbs);
  }
  for (size_t i = start, j = n - 1; i < j; i++, j--) swap(out[i], out[j]);
  return n;
}

Int intFromDigits(const char* digits, size_t n, int base, bool negative) {
  Scratch memory(n / 8 + 1);
  auto* values = reinterpret_cast<uint8_t*>(memory.get());
  for (size_t i = 0; i < n; i++) values[i] = static_cast<uint8_t>(digitOf(digits[i]));
  BigInt* r = allocBig(mpDigitLimbs(n, static_cast<unsigned>(base)));
  return finishBig(r, mpFromDigits(r->limbs, values, n, static_cast<unsigned>(base)), negative);
}

}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

Result<Int> kr_int_parse(Str* s, int64_t base) {
  if (!goodBase(base)) return badBase();
  int b = static_cast<int>(base);
  Int out;
  int64_t digit_count = 0;
  ParseError error;
  {
    AsciiText text(s);
    error = parse(text.begin(), text.end(), &b, &out, &digit_count);
  }
  if (KR_LIKELY(error == kParsed)) return {out, nullptr};
  return parseFailed(error, b, digit_count, abi::kr_str_repr(s));
}

Result<Int> kr_int_parse_bytes(Bytes* s, int64_t base) {
  if (!goodBase(base)) return badBase();
  int b = static_cast<int>(base);
  Int out;
  int64_t digit_count = 0;
  auto* p = reinterpret_cast<const char*>(s->data());
  ParseError error = parse(p, p + s->length, &b, &out, &digit_count);
  if (KR_LIKELY(error == kParsed)) return {out, nullptr};
  return parseFailed(error, b, digit_count, abi::kr_bytes_repr(s));
}

Result<Str*> kr_int_str(Int v) {
  if (KR_LIKELY(isSmall(v))) return {smallText(smallValue(v)), nullptr};
  int64_t limit = kr_ts()->int_max_str_digits;
  bool limited = limit > 0;
  // bits * log10(2): surely above the limit, don't even compute.
  bool too_long = limited && intBitLength(v) > 3 * kDigitThreshold &&
                  static_cast<double>(intBitLength(v) - 1) * 0.30102999566398 >
                      static_cast<double>(max(limit, kDigitThreshold)) + 2;
  if (!too_long) {
    Scratch memory(intTextCapacity(v, 10) / 8 + 1);
    auto* out = reinterpret_cast<char*>(memory.get());
    size_t n = intToText(v, 10, out);
    auto digits = static_cast<int64_t>(n) - (out[0] == '-');
    if (!(limited && digits > kDigitThreshold && digits > limit))
      return {newStrAscii(out, n), nullptr};
  }
  return failed<Str*>(raiseFormat(KR_TID(ValueError), kLimitMessage, limit, ""));
}

Str* kr_int_digits(Int v, int64_t base) {
  if (base == 10 && isSmall(v)) return smallText(smallValue(v));
  Scratch memory(intTextCapacity(v, static_cast<int>(base)) / 8 + 1);
  auto* out = reinterpret_cast<char*>(memory.get());
  return newStrAscii(out, intToText(v, static_cast<int>(base), out));
}
Str* kr_int_hex(Int v) { return prefixed(v, 16, "0x"); }
Str* kr_int_oct(Int v) { return prefixed(v, 8, "0o"); }
Str* kr_int_bin(Int v) { return prefixed(v, 2, "0b"); }

int64_t kr_int_get_max_str_digits() { return kr_ts()->int_max_str_digits; }
Result<void> kr_int_set_max_str_digits(int64_t digits) {
  if (digits != 0 && digits < kDigitThreshold) {
    return {raiseValueError("maxdigits must be 0 or larger than 640")};
  }
  kr_ts()->int_max_str_digits = digits;
  return {nullptr};
}

}  // extern "C"
