// float: arithmetic with Python's rules, rounding, hex text, conversion from text.
#include "abi.h"
#include "core/bigint.h"
#include "core/exception.h"
#include "core/float.h"
#include "core/hash.h"
#include "core/math_core.h"
#include "core/str.h"
#include "core/text_scan.h"
#include "core/thread_state.h"

namespace krait::rt {

double floatRemainder(double x, double y) {
  // fprem is exact; bit C2 says that it has to be repeated for large quotients.
  if (__builtin_isinf(y) && __builtin_isfinite(x)) return x;
  long double a = x, b = y;
  uint16_t status;
  do {
    asm("fprem\n\tfnstsw %1" : "+t"(a), "=a"(status) : "u"(b) : "cc");
  } while (status & 0x400);
  return static_cast<double>(a);
}

// OverflowError(34, 'Numerical result out of range'), as from errno.
Exception* rangeError() {
  Exception* e = raiseOverflowError("Numerical result out of range");
  VTuple* args = e->args;
  auto* items = static_cast<Any*>(kr_buf_realloc(args->items, sizeof(Any), 2 * sizeof(Any)));
  items[1] = items[0];
  items[0] = {KR_TID(int), makeSmall(34)};
  args->items = items;
  args->length = 2;
  return e;
}

namespace {

// CPython's _float_div_mod.
KR_INLINE double divMod(double x, double y, double* mod_out) {
  double mod = floatRemainder(x, y);
  double div = (x - mod) / y;
  if (mod != 0) {
    if ((y < 0) != (mod < 0)) {
      mod += y;
      div -= 1.0;
    }
  } else {
    mod = __builtin_copysign(0.0, y);
  }
  *mod_out = mod;
  if (div == 0) return __builtin_copysign(0.0, x / y);
  double floored = __builtin_floor(div);
  if (div - floored > 0.5) floored += 1.0;
  return floored;
}

bool isOddInteger(double d) {
  d = __builtin_fabs(d);
  if (d >= 0x1p53 || d < 1) return false;
  auto n = static_cast<int64_t>(d);
  return static_cast<double>(n) == d && (n & 1);
}

Result<double> zeroDivision(const char* message) {
  return failed<double>(raiseZeroDivisionError(message));
}

bool equalsIgnoringCase(const char* p, size_t n, const char* word) {
  for (size_t i = 0; i < n; i++) {
    char c = p[i];
    if (c >= 'A' && c <= 'Z') c += 32;
    if (!word[i] || c != word[i]) return false;
  }
  return !word[n];
}

// [sign] inf | infinity | nan
bool parseSpecial(const char* p, size_t n, double* out) {
  bool negative = false;
  if (n && (*p == '+' || *p == '-')) {
    negative = *p == '-';
    p++;
    n--;
  }
  double d;
  if (equalsIgnoringCase(p, n, "inf") || equalsIgnoringCase(p, n, "infinity"))
    d = __builtin_inf();
  else if (equalsIgnoringCase(p, n, "nan"))
    d = abi::kr_float_fresh_nan();
  else
    return false;
  *out = negative ? -d : d;
  return true;
}

// float() of ASCII text; false if it is not a number.
bool parseFloat(const char* p, const char* end, double* out) {
  while (p < end && isBlank(*p)) p++;
  while (p < end && isBlank(end[-1])) end--;
  auto n = static_cast<size_t>(end - p);
  if (!n) return false;
  size_t used = parseDecimal(p, n, out);
  if (used == n) return true;
  if (parseSpecial(p, n, out)) return true;
  if (!memchr(p, '_', n)) return false;
  // Underscores between digits only.
  Scratch memory(n / 8 + 1);
  auto* text = reinterpret_cast<char*>(memory.get());
  size_t length = 0;
  char before = 0;
  for (const char* q = p; q < end; q++) {
    if (*q == '_') {
      if (before < '0' || before > '9') return false;
    } else {
      if (before == '_' && (*q < '0' || *q > '9')) return false;
      text[length++] = *q;
    }
    before = *q;
  }
  if (before == '_') return false;
  return parseDecimal(text, length, out) == length && length > 0;
}

}  // namespace
}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

Str* kr_float_repr(double d) {
  char text[40];
  return newStrAscii(text, floatRepr(d, text));
}

double kr_float_fresh_nan() {
  // The payload counts up, so that containers, which compare bits, keep NaN objects apart.
  uint64_t n = kr_ts()->nan_counter++;
  return bitCast<double>(uint64_t{0x7ff8000000000000} | (n & ((uint64_t{1} << 51) - 1)));
}

Result<double> kr_float_parse(Str* s) {
  double d;
  bool good;
  {
    AsciiText text(s);
    good = parseFloat(text.begin(), text.end(), &d);
  }
  if (KR_LIKELY(good)) return {d, nullptr};
  Str* shown = abi::kr_str_repr(s);
  Exception* e = raiseFormat(KR_TID(ValueError), "could not convert string to float: %S", shown);
  releaseStr(shown);
  return failed<double>(e);
}

Result<double> kr_float_parse_bytes(Bytes* b) {
  double d;
  auto* p = reinterpret_cast<const char*>(b->data());
  if (KR_LIKELY(parseFloat(p, p + b->length, &d))) return {d, nullptr};
  Str* shown = abi::kr_bytes_repr(b);
  Exception* e = raiseFormat(KR_TID(ValueError), "could not convert string to float: %S", shown);
  releaseStr(shown);
  return failed<double>(e);
}

Result<double> kr_float_truediv(double x, double y) {
  if (y == 0) return zeroDivision("float division by zero");
  return {x / y, nullptr};
}
Result<double> kr_float_floordiv(double x, double y) {
  if (y == 0) return zeroDivision("float floor division by zero");
  double mod;
  return {divMod(x, y, &mod), nullptr};
}
Result<double> kr_float_mod(double x, double y) {
  if (y == 0) return zeroDivision("float modulo");
  double mod = floatRemainder(x, y);
  if (mod != 0) {
    if ((y < 0) != (mod < 0)) mod += y;
  } else {
    mod = __builtin_copysign(0.0, y);
  }
  return {mod, nullptr};
}
Result<double> kr_float_divmod(double x, double y, void* remainder) {
  if (y == 0) return zeroDivision("float divmod()");
  double mod, div = divMod(x, y, &mod);
  storeAs(remainder, mod);
  return {div, nullptr};
}

bool kr_float_pow_needs_complex(double x, double y) {
  return x < 0 && __builtin_isfinite(x) && __builtin_isfinite(y) && y != __builtin_floor(y);
}

Result<double> kr_float_pow(double x, double y) {
  if (y == 0) return {1.0, nullptr};
  if (__builtin_isnan(x)) return {x, nullptr};
  if (__builtin_isnan(y)) return {x == 1.0 ? 1.0 : y, nullptr};
  if (__builtin_isinf(y)) {
    x = __builtin_fabs(x);
    if (x == 1.0) return {1.0, nullptr};
    return {(y > 0) == (x > 1) ? __builtin_fabs(y) : 0.0, nullptr};
  }
  bool odd = isOddInteger(y);
  if (__builtin_isinf(x)) {
    if (y > 0) return {odd ? x : __builtin_fabs(x), nullptr};
    return {odd ? __builtin_copysign(0.0, x) : 0.0, nullptr};
  }
  if (x == 0) {
    if (y < 0) return zeroDivision("0.0 cannot be raised to a negative power");
    return {odd ? x : 0.0, nullptr};
  }
  bool negate = false;
  if (x < 0) {
    if (y != __builtin_floor(y)) return {__builtin_nan(""), nullptr};  // float_pow_needs_complex
    x = -x;
    negate = odd;
  }
  if (x == 1.0) return {negate ? -1.0 : 1.0, nullptr};
  double r = mathPow(x, y);
  if (__builtin_isinf(r)) return failed<double>(rangeError());
  return {negate ? -r : r, nullptr};
}

Result<double> kr_int_pow_float(Int base, Int exponent) {
  auto x = abi::kr_int_to_f64(base), y = abi::kr_int_to_f64(exponent);
  if (x.error) {
    if (y.error) release(&y.error->header);
    return x;
  }
  if (y.error) return y;
  return kr_float_pow(x.value, y.value);
}

Result<Int> kr_float_round_int(double d) {
  if (!__builtin_isfinite(d)) return abi::kr_int_from_f64(d);
  return {intFromDouble(__builtin_roundeven(d)), nullptr};
}

Result<double> kr_float_round(double d, Int ndigits) {
  if (!__builtin_isfinite(d)) return {d, nullptr};
  int64_t n;
  if (!intToI64(ndigits, &n)) n = intSign(ndigits) < 0 ? INT64_MIN : INT64_MAX;
  if (n > 323 || d == 0) return {d, nullptr};
  if (n < -308) return {0.0 * d, nullptr};
  Digits digits;
  fixedDigits(d, static_cast<int>(n), &digits);
  if (!digits.count) return {d < 0 ? -0.0 : 0.0, nullptr};
  // The digits as text with an exponent, read back.
  char* text = digits.text;
  int length = digits.count, e = digits.point - digits.count;
  text[length++] = 'e';
  if (e < 0) {
    text[length++] = '-';
    e = -e;
  }
  text[length++] = static_cast<char>('0' + e / 1000);
  text[length++] = static_cast<char>('0' + e / 100 % 10);
  text[length++] = static_cast<char>('0' + e / 10 % 10);
  text[length++] = static_cast<char>('0' + e % 10);
  double r;
  parseDecimal(text, static_cast<size_t>(length), &r);
  if (__builtin_isinf(r)) {
    return failed<double>(raiseOverflowError("rounded value too large to represent"));
  }
  return {d < 0 ? -r : r, nullptr};
}

Result<Int> kr_float_floor(double d) { return abi::kr_int_from_f64(__builtin_floor(d)); }
Result<Int> kr_float_ceil(double d) { return abi::kr_int_from_f64(__builtin_ceil(d)); }
bool kr_float_is_integer(double d) { return __builtin_isfinite(d) && __builtin_floor(d) == d; }

Result<Int> kr_float_as_integer_ratio(double d, void* denominator) {
  if (__builtin_isnan(d)) {
    return failed<Int>(raiseValueError("cannot convert NaN to integer ratio"));
  }
  if (__builtin_isinf(d)) {
    return failed<Int>(raiseOverflowError("cannot convert Infinity to integer ratio"));
  }
  auto bits = bitCast<uint64_t>(d);
  int e = static_cast<int>(bits >> 52 & 0x7ff);
  uint64_t m = bits & ((uint64_t{1} << 52) - 1);
  if (e)
    m |= uint64_t{1} << 52;
  else
    e = 1;
  e -= 1075;
  if (!m) {
    storeAs(denominator, makeSmall(1));
    return {makeSmall(0), nullptr};
  }
  int zeros = __builtin_ctzll(m);
  m >>= zeros;
  e += zeros;
  auto signed_m = static_cast<int64_t>(m);
  Int numerator = makeSmall(bits >> 63 ? -signed_m : signed_m);
  if (e >= 0) {
    storeAs(denominator, makeSmall(1));
    return {intShiftLeft(numerator, static_cast<uint64_t>(e)), nullptr};
  }
  storeAs(denominator, intShiftLeft(makeSmall(1), static_cast<uint64_t>(-e)));
  return {numerator, nullptr};
}

// ---- hex ----

Str* kr_float_hex(double d) {
  if (!__builtin_isfinite(d)) return kr_float_repr(d);
  auto bits = bitCast<uint64_t>(d);
  char text[40];
  size_t n = 0;
  if (bits >> 63) text[n++] = '-';
  int e = static_cast<int>(bits >> 52 & 0x7ff);
  uint64_t m = bits & ((uint64_t{1} << 52) - 1);
  if (!e && !m) {
    memcpy(text + n, "0x0.0p+0", 8);
    return newStrAscii(text, n + 8);
  }
  text[n++] = '0';
  text[n++] = 'x';
  text[n++] = e ? '1' : '0';
  text[n++] = '.';
  for (int i = 48; i >= 0; i -= 4) text[n++] = "0123456789abcdef"[m >> i & 15];
  text[n++] = 'p';
  int exponent = e ? e - 1023 : -1022;
  text[n++] = exponent < 0 ? '-' : '+';
  if (exponent < 0) exponent = -exponent;
  char digits[4];
  int k = 0;
  do digits[k++] = static_cast<char>('0' + exponent % 10);
  while (exponent /= 10);
  while (k) text[n++] = digits[--k];
  return newStrAscii(text, n);
}

Result<double> kr_float_fromhex(Str* s) {
  static const char kBad[] = "invalid hexadecimal floating-point string";
  static const char kLarge[] = "hexadecimal value too large to represent as a float";
  auto bad = [] { return failed<double>(raiseValueError(kBad)); };
  Utf8 utf8(s);
  const char* p = utf8.data();
  const char* end = p + utf8.size();
  while (p < end && isBlank(*p)) p++;
  while (p < end && isBlank(end[-1])) end--;
  if (p == end) return bad();
  double special;
  if (parseSpecial(p, static_cast<size_t>(end - p), &special)) return {special, nullptr};
  bool negative = false;
  if (*p == '+' || *p == '-') negative = *p++ == '-';
  if (end - p >= 2 && p[0] == '0' && (p[1] | 32) == 'x') p += 2;
  auto hex = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c |= 32;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  uint64_t top = 0;  // the leading 60..64 bits
  bool sticky = false, any = false, point = false;
  int64_t exponent = 0;
  for (; p < end; p++) {
    if (*p == '.' && !point) {
      point = true;
      continue;
    }
    int v = hex(*p);
    if (v < 0) break;
    any = true;
    if (top >> 60) {
      sticky |= v != 0;
      exponent += 4;
    } else {
      top = top << 4 | static_cast<uint64_t>(v);
    }
    if (point) exponent -= 4;
  }
  if (!any) return bad();
  if (p < end && (*p | 32) == 'p') {
    p++;
    bool minus = false;
    if (p < end && (*p == '+' || *p == '-')) minus = *p++ == '-';
    if (p == end) return bad();
    int64_t e = 0;
    for (; p < end && *p >= '0' && *p <= '9'; p++) {
      if (e < int64_t{1} << 50) e = e * 10 + (*p - '0');
    }
    exponent += minus ? -e : e;
  }
  // Too large a number is reported before what follows it.
  if (!top) return p == end ? Result<double>{negative ? -0.0 : 0.0, nullptr} : bad();
  int zeros = __builtin_clzll(top);
  double r;
  if (!roundToDouble(top << zeros, exponent - zeros, sticky, negative, &r)) {
    return failed<double>(raiseOverflowError(kLarge));
  }
  if (p != end) return bad();
  return {r, nullptr};
}

}  // extern "C"
