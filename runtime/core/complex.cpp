// complex: an object of two doubles behind the header. Arithmetic by CPython's formulas, so that
// the last bits and the special cases are its own.
#include "abi.h"
#include "core/exception.h"
#include "core/float.h"
#include "core/hash.h"
#include "core/limbs.h"
#include "core/math_core.h"
#include "core/memory.h"
#include "core/str.h"
#include "core/text_scan.h"

namespace krait::rt {
namespace {

struct Complex {
  Object header;
  double real, imag;
};
struct Pair {
  double real, imag;
};
Pair valueOf(const Object* o) {
  auto* c = reinterpret_cast<const Complex*>(o);
  return {c->real, c->imag};
}
Object* make(Pair p) { return abi::kr_complex_new(p.real, p.imag); }

Pair product(Pair a, Pair b) {
  return {a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

// Smith's method; false if b is zero.
bool quotient(Pair a, Pair b, Pair* out) {
  double abs_real = __builtin_fabs(b.real), abs_imag = __builtin_fabs(b.imag);
  if (abs_real >= abs_imag) {
    if (abs_real == 0.0) return false;
    double ratio = b.imag / b.real, d = b.real + b.imag * ratio;
    *out = {(a.real + a.imag * ratio) / d, (a.imag - a.real * ratio) / d};
  } else if (abs_imag >= abs_real) {
    double ratio = b.real / b.imag, d = b.real * ratio + b.imag;
    *out = {(a.real * ratio + a.imag) / d, (a.imag * ratio - a.real) / d};
  } else {
    *out = {__builtin_nan(""), __builtin_nan("")};
  }
  return true;
}

Pair powerOf(Pair x, int64_t n) {
  Pair r = {1.0, 0.0}, p = x;
  for (int64_t mask = 1; n >= mask; mask <<= 1) {
    if (n & mask) r = product(r, p);
    p = product(p, p);
  }
  return r;
}

// A number with an optional sign at the start of [p, end): decimal, inf, nan. The characters used,
// 0: none.
size_t scanNumber(const char* p, const char* end, double* out) {
  auto n = static_cast<size_t>(end - p);
  if (size_t used = parseDecimal(p, n, out)) return used;
  size_t at = 0;
  bool negative = false;
  if (n && (*p == '+' || *p == '-')) {
    negative = *p == '-';
    at = 1;
  }
  auto matches = [&](const char* word) {
    size_t i = 0;
    for (; word[i]; i++) {
      if (at + i >= n || (p[at + i] | 32) != word[i]) return size_t{0};
    }
    return at + i;
  };
  size_t used;
  if ((used = matches("infinity")) || (used = matches("inf")))
    *out = __builtin_inf();
  else if ((used = matches("nan")))
    *out = __builtin_nan("");
  if (used && negative) *out = -*out;
  return used;
}

bool parse(const char* p, const char* end, Pair* out) {
  auto blanks = [&] {
    while (p < end && isBlank(*p)) p++;
  };
  auto isJ = [&] { return p < end && (*p | 32) == 'j'; };
  auto isSign = [&] { return p < end && (*p == '+' || *p == '-'); };
  *out = {0.0, 0.0};
  blanks();
  bool bracket = p < end && *p == '(';
  if (bracket) {
    p++;
    blanks();
  }
  double z;
  if (size_t used = scanNumber(p, end, &z)) {
    p += used;
    if (isSign()) {
      out->real = z;
      if (size_t more = scanNumber(p, end, &z)) {
        out->imag = z;
        p += more;
      } else {
        out->imag = *p++ == '+' ? 1.0 : -1.0;
      }
      if (!isJ()) return false;
      p++;
    } else if (isJ()) {
      out->imag = z;
      p++;
    } else {
      out->real = z;
    }
  } else {
    out->imag = 1.0;
    if (isSign()) out->imag = *p++ == '+' ? 1.0 : -1.0;
    if (!isJ()) return false;
    p++;
  }
  blanks();
  if (bracket) {
    if (p == end || *p != ')') return false;
    p++;
    blanks();
  }
  return p == end;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// repr of a part: without ".0", with a sign if asked for.
size_t writePart(char* out, double d, bool sign) {
  char text[40];
  size_t n = floatRepr(d, text), at = 0;
  if (n > 2 && text[n - 1] == '0' && text[n - 2] == '.') n -= 2;
  if (sign && text[0] != '-') out[at++] = '+';
  memcpy(out + at, text, n);
  return at + n;
}

}  // namespace
}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

Object* kr_complex_new(double real, double imag) {
  auto* c = allocObjectAs<Complex>(KR_TID(complex));
  c->real = real;
  c->imag = imag;
  return &c->header;
}
double kr_complex_real(Object* o) { return valueOf(o).real; }
double kr_complex_imag(Object* o) { return valueOf(o).imag; }
Object* kr_complex_add(Object* x, Object* y) {
  Pair a = valueOf(x), b = valueOf(y);
  return make({a.real + b.real, a.imag + b.imag});
}
Object* kr_complex_sub(Object* x, Object* y) {
  Pair a = valueOf(x), b = valueOf(y);
  return make({a.real - b.real, a.imag - b.imag});
}
Object* kr_complex_mul(Object* x, Object* y) { return make(product(valueOf(x), valueOf(y))); }
Result<Object*> kr_complex_truediv(Object* x, Object* y) {
  Pair r;
  if (!quotient(valueOf(x), valueOf(y), &r)) {
    return failed<Object*>(raiseZeroDivisionError("complex division by zero"));
  }
  return {make(r), nullptr};
}

// a ** b; null, or the exception.
static Exception* power(Pair a, Pair b, Pair* out) {
  Pair r = {0.0, 0.0};
  bool domain = false;
  if (b.imag == 0.0 && b.real == __builtin_floor(b.real) && __builtin_fabs(b.real) <= 100.0) {
    auto n = static_cast<int64_t>(b.real);
    if (n > 0)
      r = powerOf(a, n);
    else
      domain = !quotient({1.0, 0.0}, powerOf(a, -n), &r);
  } else if (a.real == 0.0 && a.imag == 0.0) {
    domain = b.imag != 0.0 || b.real < 0.0;
  } else {
    double size = mathHypot(a.real, a.imag);
    double length = mathPow(size, b.real), angle = mathAtan2(a.imag, a.real),
           phase = angle * b.real;
    if (b.imag != 0.0) {
      length /= mathExp(angle * b.imag);
      phase += b.imag * mathLog(size);
    }
    r = {length * mathCos(phase), length * mathSin(phase)};
  }
  if (domain) {
    return raiseZeroDivisionError("0.0 to a negative or complex power");
  }
  if (__builtin_isinf(r.real) || __builtin_isinf(r.imag)) {
    return raiseOverflowError("complex exponentiation");
  }
  *out = r;
  return nullptr;
}

Result<Object*> kr_complex_pow(Object* x, Object* y) {
  Pair r;
  if (Exception* e = power(valueOf(x), valueOf(y), &r)) return failed<Object*>(e);
  return {make(r), nullptr};
}

Object* kr_complex_neg(Object* o) {
  Pair a = valueOf(o);
  return make({-a.real, -a.imag});
}
Result<double> kr_complex_pair_abs(double re, double im) {
  Pair a = {re, im};
  if (!__builtin_isfinite(a.real) || !__builtin_isfinite(a.imag)) {
    if (__builtin_isinf(a.real) || __builtin_isinf(a.imag)) return {__builtin_inf(), nullptr};
    return {__builtin_nan(""), nullptr};
  }
  double r = mathHypot(a.real, a.imag);
  if (__builtin_isinf(r)) return failed<double>(raiseOverflowError("absolute value too large"));
  return {r, nullptr};
}
Result<double> kr_complex_abs(Object* o) {
  Pair a = valueOf(o);
  return kr_complex_pair_abs(a.real, a.imag);
}
bool kr_complex_eq(Object* x, Object* y) {
  Pair a = valueOf(x), b = valueOf(y);
  return a.real == b.real && a.imag == b.imag;
}
int64_t kr_complex_pair_hash(double re, double im) {
  Pair a = {re, im};
  auto h = static_cast<uint64_t>(hashDouble(a.real)) +
           1000003u * static_cast<uint64_t>(hashDouble(a.imag));
  return h == ~uint64_t{0} ? -2 : static_cast<int64_t>(h);
}
int64_t kr_complex_hash(Object* o) {
  Pair a = valueOf(o);
  return kr_complex_pair_hash(a.real, a.imag);
}

Str* kr_complex_repr(Object* o) {
  Pair a = valueOf(o);
  char text[100];
  size_t n = 0;
  bool only_imag = bitCast<uint64_t>(a.real) == 0;  // 0.0, not -0.0
  if (!only_imag) {
    text[n++] = '(';
    n += writePart(text + n, a.real, false);
  }
  n += writePart(text + n, a.imag, !only_imag);
  text[n++] = 'j';
  if (!only_imag) text[n++] = ')';
  return newStrAscii(text, n);
}

// The number in a text; null, or the exception.
static Exception* read(Str* s, Pair* out) {
  Pair r;
  bool good = false, underscores = true;
  {
    AsciiText text(s);
    const char* p = text.begin();
    auto n = static_cast<size_t>(text.end() - p);
    if (!memchr(p, '_', n)) {
      good = parse(p, text.end(), &r);
    } else {  // between digits only
      Scratch memory(n / 8 + 1);
      auto* plain = reinterpret_cast<char*>(memory.get());
      size_t length = 0;
      for (size_t i = 0; i < n; i++) {
        if (p[i] != '_')
          plain[length++] = p[i];
        else
          underscores &= i > 0 && i + 1 < n && isDigit(p[i - 1]) && isDigit(p[i + 1]);
      }
      good = underscores && parse(plain, plain + length, &r);
    }
  }
  if (!underscores) {
    Str* shown = abi::kr_str_repr(s);
    Exception* e =
        raiseFormat(KR_TID(ValueError), "could not convert string to complex: %S", shown);
    releaseStr(shown);
    return e;
  }
  if (!good) return raiseValueError("complex() arg is a malformed string");
  *out = r;
  return nullptr;
}

Result<Object*> kr_complex_parse(Str* s) {
  Pair r;
  if (Exception* e = read(s, &r)) return failed<Object*>(e);
  return {make(r), nullptr};
}

// On pairs of doubles: the real part is the result, the imaginary one goes through the pointer.
static Result<double> intoPair(Exception* e, Pair r, void* imag) {
  if (e) return failed<double>(e);
  storeAs(imag, r.imag);
  return {r.real, nullptr};
}
Result<double> kr_complex_pair_truediv(double ar, double ai, double br, double bi, void* imag) {
  Pair r = {0.0, 0.0};
  bool good = quotient({ar, ai}, {br, bi}, &r);
  return intoPair(good ? nullptr : raiseZeroDivisionError("complex division by zero"), r, imag);
}
Result<double> kr_complex_pair_pow(double ar, double ai, double br, double bi, void* imag) {
  Pair r = {0.0, 0.0};
  Exception* e = power({ar, ai}, {br, bi}, &r);
  return intoPair(e, r, imag);
}
Result<double> kr_complex_pair_parse(Str* s, void* imag) {
  Pair r = {0.0, 0.0};
  Exception* e = read(s, &r);
  return intoPair(e, r, imag);
}

}  // extern "C"
