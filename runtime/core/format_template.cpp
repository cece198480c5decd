// Templates of % formatting and str.format; formatting complex.
#include "core/chars.h"
#include "core/exception.h"
#include "core/format.h"

namespace krait::rt {
namespace {

enum PercentError {
  kPercentOk,
  kPercentIncomplete,
  kPercentIncompleteKey,
  kPercentWidth,
  kPercentPrecision
};

// The characters of a template one after the other; 0 behind the end.
struct Reader {
  const Str* s;
  int64_t i;
  bool more() const { return i < s->length; }
  uint32_t peek() const { return more() ? strAt(s, i) : 0; }
  uint32_t next() { return strAt(s, i++); }
};

// Reads a number or '*' (-2). False if it is above `limit`.
bool readCount(Reader& r, int64_t limit, int64_t* out) {
  if (r.peek() == '*') {
    r.i++;
    *out = -2;
    return true;
  }
  while (r.more() && r.peek() - '0' < 10) {
    int64_t digit = r.next() - '0';
    int64_t before = *out < 0 ? 0 : *out;
    if (before > (limit - digit) / 10) return false;
    *out = before * 10 + digit;
  }
  return true;
}

// One part of a complex number, without padding.
Str* complexPart(double d, char code, int64_t precision, int flags, uint32_t sign,
                 const FormatSpec& spec, Exception** error) {
  FloatText text;
  if (!text.format(d, code, precision, flags)) {
    *error = raiseNoMemory();
    return nullptr;
  }
  const char* p = text.text();
  NumberText number;
  number.sign = sign == '-' ? 0 : sign;
  int64_t n = text.length(), start = 0;
  if (*p == '-') {
    number.sign = '-';
    start = 1;
  }
  int64_t end = start;
  while (end < n && static_cast<uint8_t>(p[end] - '0') < 10) end++;
  number.digits = p + start;
  number.digit_count = end - start;
  number.rest = p + end;
  number.rest_length = n - end;
  FormatSpec plain;
  plain.align = '<';
  plain.thousands = spec.thousands;
  plain.group = spec.group;
  Result<Str*> r = layoutNumber(number, plain);
  *error = r.error;
  return r.value;
}

}  // namespace
}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

int64_t kr_percent_parse(Str* s, int64_t i, void* out) {
  int64_t* fields = static_cast<int64_t*>(out);
  Reader r{s, i};
  int64_t key_start = -1, key_end = -1, flags = 0, width = -1, precision = -1;
  uint32_t type = 0;
  // Also of a conversion with an error: what comes before it is looked at first.
  auto found = [&](int64_t error) {
    const int64_t values[8] = {r.i, type, flags, width, precision, key_start, key_end, type == '%' && r.i == i + 1};
    memcpy(fields, values, sizeof(values));
    return error;
  };
  if (r.peek() == '(') {
    r.i++;
    key_start = r.i;
    int depth = 1;
    while (depth > 0 && r.more()) {
      uint32_t c = r.next();
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    if (depth > 0) return found(kPercentIncompleteKey);
    key_end = r.i - 1;
  }
  for (; r.more(); r.i++) {
    uint32_t c = r.peek();
    int flag = c == '-' ? 1 : c == '+' ? 2 : c == ' ' ? 4 : c == '#' ? 8 : c == '0' ? 16 : 0;
    if (!flag) break;
    flags |= flag;
  }
  if (!readCount(r, INT64_MAX, &width)) return found(kPercentWidth);
  if (r.peek() == '.') {
    r.i++;
    precision = 0;
    if (!readCount(r, INT32_MAX, &precision)) return found(kPercentPrecision);
  }
  if (uint32_t c = r.peek(); c == 'h' || c == 'l' || c == 'L') r.i++;
  if (!r.more()) return found(kPercentIncomplete);
  type = r.next();
  return found(kPercentOk);
}

Str* kr_percent_str(Str* text, int64_t flags, int64_t width, int64_t precision) {
  int64_t length = text->length;
  if (precision >= 0 && precision < length) length = precision;
  Str* s = substr(text, 0, length);
  Str* r = flags & 1 ? abi::kr_str_ljust(s, width, ' ') : abi::kr_str_rjust(s, width, ' ');
  releaseStr(s);
  return r;
}

Result<void> kr_format_next(Str* s, int64_t i, void* out) {
  int64_t* f = static_cast<int64_t*>(out);
  Reader r{s, i};
  uint32_t c = 0;
  while (r.more()) {
    c = r.next();
    if (c == '{' || c == '}') break;
    c = 0;
  }
  bool field = c != 0, at_end = !r.more();
  int64_t literal_end = r.i;
  if (c == '}' && (at_end || r.peek() != '}')) {
    return {raiseValueError("Single '}' encountered in format string")};
  }
  if (c == '{' && at_end) return {raiseValueError("Single '{' encountered in format string")};
  if (c) {
    if (r.peek() == c) {
      r.i++;
      field = false;
    } else {
      literal_end--;
    }
  }
  int64_t name_start = r.i, name_end = r.i, spec_start = r.i, spec_end = r.i, nested = 0;
  uint32_t conversion = 0;
  if (field) {
    c = 0;
    while (r.more()) {
      c = r.next();
      if (c == '{') return {raiseValueError("unexpected '{' in field name")};
      if (c == '[') {
        while (r.more() && r.peek() != ']') r.i++;
        continue;
      }
      if (c == '}' || c == ':' || c == '!') break;
    }
    name_end = r.i - 1;
    bool done = c == '}';
    if (c != '}' && c != ':' && c != '!')
      return {raiseValueError("expected '}' before end of string")};
    if (c == '!') {
      if (!r.more())
        return {raiseValueError("end of string while looking for conversion specifier")};
      conversion = r.next();
      if (r.more()) {
        c = r.next();
        if (c == '}') {
          done = true;
        } else if (c != ':') {
          return {raiseValueError("expected ':' after conversion specifier")};
        }
      }
    }
    spec_start = spec_end = r.i;
    for (int depth = 1; !done;) {
      if (!r.more()) return {raiseValueError("unmatched '{' in format spec")};
      c = r.next();
      if (c == '{') {
        nested = 1;
        depth++;
      } else if (c == '}' && --depth == 0) {
        spec_end = r.i - 1;
        done = true;
      }
    }
  }
  const int64_t values[12] = {r.i,        i,          literal_end, field,  name_start, name_end,
                              conversion, spec_start, spec_end,    nested, 0,          0};
  memcpy(f, values, sizeof(values));
  return {nullptr};
}

Result<Str*> kr_format_complex(double re, double im, Str* text) {
  FormatSpec spec;
  Exception* error = parseFormatSpec(text, 0, '>', "complex", &spec);
  if (error) return {nullptr, error};
  char code = static_cast<char>(spec.type);
  bool skip_re = false, parens = false;
  switch (spec.type) {
    case 0:
      code = 'r';
      skip_re = re == 0.0 && !__builtin_signbit(re);
      parens = !skip_re;
      break;
    case 'n':
      code = 'g';
      break;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      break;
    default:
      return {nullptr, unknownFormatCode(spec.type, "complex")};
  }
  if (spec.precision > INT32_MAX) return {nullptr, raiseValueError("precision too big")};
  if (spec.fill == '0') {
    return {nullptr, raiseValueError("Zero padding is not allowed in complex format specifier")};
  }
  if (spec.align == '=') {
    return {nullptr,
            raiseValueError("'=' alignment flag is not allowed in complex format specifier")};
  }
  int64_t precision = spec.precision;
  if (precision < 0) {
    precision = code == 'r' ? 0 : 6;
  } else if (code == 'r') {
    code = 'g';
  }
  int flags = (spec.alternate ? kFloatAlternate : 0) | (spec.no_neg_zero ? kFloatNoNegZero : 0);
  StrBuilder out;
  if (parens) out.add('(');
  if (!skip_re) {
    Str* part = complexPart(re, code, precision, flags, spec.sign, spec, &error);
    if (error) return {nullptr, error};
    out.add(part);
    releaseStr(part);
  }
  Str* part = complexPart(im, code, precision, flags, skip_re ? spec.sign : '+', spec, &error);
  if (error) return {nullptr, error};
  out.add(part);
  releaseStr(part);
  out.add('j');
  if (parens) out.add(')');
  Str* whole = out.finish();
  Result<Str*> r = layoutText(whole, whole->length, spec);
  releaseStr(whole);
  return r;
}

}  // extern "C"
