// Formatting floats: the text of e f g r conversions by CPython's rules, then the layout.
#include "core/chars.h"
#include "core/exception.h"
#include "core/float.h"
#include "core/format.h"
#include "core/memory.h"

namespace krait::rt {

FloatText::~FloatText() {
  if (allocated_) kr_buf_free(text_, allocated_);
}

char* FloatText::reserve(int64_t n) {
  if (n <= static_cast<int64_t>(sizeof(local_))) return text_;
  if (n > (int64_t{1} << 40)) return nullptr;
  allocated_ = n;
  return text_ = static_cast<char*>(kr_buf_alloc(n));
}

bool FloatText::format(double d, char code, int64_t precision, int flags) {
  bool upper = code >= 'A' && code <= 'G';
  if (upper) code += 32;
  char* p = text_;
  if (!__builtin_isfinite(d)) {
    if (__builtin_isnan(d)) {
      memcpy(p, upper ? "NAN" : "nan", 3);
    } else {
      if (d < 0) *p++ = '-';
      memcpy(p, upper ? "INF" : "inf", 3);
    }
    length_ = p + 3 - text_;
    return true;
  }
  Digits digits;
  // Beyond 1,100 digits a double has only zeros.
  int n = precision > 1200 ? 1200 : static_cast<int>(precision);
  if (code == 'r') {
    shortestDigits(d, &digits);
  } else if (code == 'f') {
    fixedDigits(d, n, &digits);
  } else {
    if (code == 'e') precision++, n++;
    if (precision == 0) precision = n = 1;
    significantDigits(d, n, &digits);
  }
  if (digits.count == 0) {
    digits.text[0] = '0';
    digits.count = digits.point = 1;
  }
  bool negative = digits.negative;
  if (flags & kFloatNoNegZero && digits.count == 1 && digits.text[0] == '0') negative = false;
  bool add_dot_0 = flags & kFloatAddDot0, alternate = flags & kFloatAlternate;
  bool exponential = code == 'e';
  int64_t point = digits.point, end = digits.count;
  if (code == 'e') {
    end = precision;
  } else if (code == 'f') {
    end = point + precision;
  } else if (code == 'g') {
    exponential = point <= -4 || point > precision - add_dot_0;
    if (alternate) end = precision;
  } else {
    exponential = point <= -4 || point > 16;
  }
  int64_t exponent = 0;
  if (exponential) {
    exponent = point - 1;
    point = 1;
  }
  int64_t least = !exponential && add_dot_0 ? point + 1 : point;
  if (end < least) end = least;
  int64_t leading = point <= 0 ? 1 - point : 0;  // zeros before the digits
  p = reserve(leading + (end > digits.count ? end : digits.count) + 16);
  if (!p) return false;
  auto zeros = [&](int64_t k) {
    if (k > 0) {
      memset(p, '0', static_cast<size_t>(k));
      p += k;
    }
  };
  auto put = [&](int64_t from, int64_t to) {
    memcpy(p, digits.text + from, static_cast<size_t>(to - from));
    p += to - from;
  };
  if (negative) *p++ = '-';
  int64_t count = digits.count;
  if (point <= 0) {
    *p++ = '0';
    *p++ = '.';
    zeros(-point);
    put(0, count);
    zeros(end - count);
  } else if (point <= count) {
    put(0, point);
    *p++ = '.';
    put(point, count);
    zeros(end - count);
  } else {
    put(0, count);
    zeros(point - count);
    *p++ = '.';
    zeros(end - point);
  }
  if (p[-1] == '.' && !alternate) p--;
  if (exponential) {
    *p++ = upper ? 'E' : 'e';
    *p++ = exponent < 0 ? '-' : '+';
    if (exponent < 0) exponent = -exponent;
    if (exponent >= 100) *p++ = static_cast<char>('0' + exponent / 100);
    *p++ = static_cast<char>('0' + exponent / 10 % 10);
    *p++ = static_cast<char>('0' + exponent % 10);
  }
  length_ = p - text_;
  return true;
}

// Splits the text into sign, digits and rest.
static NumberText splitNumber(FloatText& text, uint32_t sign) {
  NumberText number;
  const char* p = text.text();
  int64_t n = text.length();
  number.sign = sign == '-' ? 0 : sign;
  if (*p == '-') {
    number.sign = '-';
    p++;
    n--;
  }
  int64_t k = 0;
  while (k < n && static_cast<uint8_t>(p[k] - '0') < 10) k++;
  number.digits = p;
  number.digit_count = k;
  number.rest = p + k;
  number.rest_length = n - k;
  return number;
}

static Result<Str*> textResult(FloatText& text) {
  return {newStrAscii(text.text(), static_cast<size_t>(text.length())), nullptr};
}

}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

Result<Str*> kr_format_float(double d, Str* text) {
  if (text->length == 0) return {abi::kr_float_repr(d), nullptr};
  FormatSpec spec;
  Exception* error = parseFormatSpec(text, 0, '>', "float", &spec);
  if (error) return {nullptr, error};
  char code;
  switch (spec.type) {
    case 0:
      code = 'r';
      break;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      code = static_cast<char>(spec.type);
      break;
    case 'n':
      code = 'g';
      break;
    case '%':
      code = 'f';
      break;
    default:
      return {nullptr, unknownFormatCode(spec.type, "float")};
  }
  if (spec.precision > INT32_MAX) return {nullptr, raiseValueError("precision too big")};
  int64_t precision = spec.precision;
  int flags = (code == 'r' ? kFloatAddDot0 : 0) | (spec.alternate ? kFloatAlternate : 0) |
              (spec.no_neg_zero ? kFloatNoNegZero : 0);
  if (precision < 0) {
    precision = code == 'r' ? 0 : 6;
  } else if (code == 'r') {
    code = 'g';
  }
  if (spec.type == '%') d *= 100;
  FloatText number;
  if (!number.format(d, code, precision, flags)) return {nullptr, raiseNoMemory()};
  if (spec.type == '%') number.append('%');
  if (spec.sign != '+' && spec.sign != ' ' && spec.width == -1 && !spec.thousands)
    return textResult(number);
  return layoutNumber(splitNumber(number, spec.sign), spec);
}

Result<Str*> kr_percent_float(double d, int64_t flags, int64_t width, int64_t precision,
                              int64_t type) {
  if (precision > INT32_MAX) return {nullptr, raiseValueError("precision too big")};
  FloatText text;
  if (!text.format(d, static_cast<char>(type), precision < 0 ? 6 : precision,
                   flags & 8 ? kFloatAlternate : 0)) {
    return {nullptr, raiseNoMemory()};
  }
  NumberText number = splitNumber(text, flags & 2 ? '+' : flags & 4 ? ' ' : 0);
  FormatSpec spec;
  spec.width = width;
  spec.align = flags & 1 ? '<' : '>';
  if (flags & 16 && !(flags & 1)) {
    spec.fill = '0';
    spec.align = '=';
  }
  return layoutNumber(number, spec);
}

}  // extern "C"
