// The format mini-language: reading a specification; formatting str.
#include "core/chars.h"
#include "core/exception.h"
#include "core/format.h"
#include "core/unicode.h"

namespace krait::rt {

static bool isAlign(uint32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

// Reads digits at *i; -1 if there are none, -2 if the number is too big.
template <class C>
static KR_INLINE int64_t readNumber(const C* s, int64_t n, int64_t* i) {
  int64_t value = 0, start = *i;
  for (; *i < n; ++*i) {
    int digit = decimalValue(s[*i]);
    if (digit < 0) break;
    if (value > (INT64_MAX - digit) / 10) return -2;
    value = value * 10 + digit;
  }
  return *i == start ? -1 : value;
}

static Exception* badSeparator(uint32_t separator, uint32_t type) {
  if (type > 32 && type < 128) {
    return raiseFormat(KR_TID(ValueError), "Cannot specify '%c' with '%c'.",
                       static_cast<int>(separator), static_cast<int>(type));
  }
  return raiseFormat(KR_TID(ValueError), "Cannot specify '%c' with '\\x%x'.",
                     static_cast<int>(separator), type);
}

Exception* unknownFormatCode(uint32_t type, const char* type_name) {
  if (type > 32 && type < 128) {
    return raiseFormat(KR_TID(ValueError), "Unknown format code '%c' for object of type '%s'",
                       static_cast<int>(type), type_name);
  }
  return raiseFormat(KR_TID(ValueError), "Unknown format code '\\x%x' for object of type '%s'",
                     type, type_name);
}

template <class C>
static KR_INLINE Exception* parse(const Str* s, const C* chars, uint32_t default_type,
                                  uint32_t default_align, const char* type_name, FormatSpec* out) {
  int64_t i = 0, n = s->length;
  auto at = [&](int64_t k) { return k < n ? static_cast<uint32_t>(chars[k]) : 0; };
  out->type = default_type;
  out->align = default_align;
  bool align_given = false;
  if (n >= 2 && isAlign(at(1))) {
    out->align = at(1);
    out->fill = at(0);
    out->fill_given = align_given = true;
    i = 2;
  } else if (n >= 1 && isAlign(at(0))) {
    out->align = at(0);
    align_given = true;
    i = 1;
  }
  if (uint32_t c = at(i); c == '+' || c == '-' || c == ' ') {
    out->sign = c;
    i++;
  }
  if (at(i) == 'z') {
    out->no_neg_zero = true;
    i++;
  }
  if (at(i) == '#') {
    out->alternate = true;
    i++;
  }
  if (!out->fill_given && at(i) == '0') {
    out->fill = '0';
    if (!align_given && default_align == '>') out->align = '=';
    i++;
  }
  out->width = readNumber(chars, n, &i);
  if (out->width == -2) return raiseValueError("Too many decimal digits in format string");
  if (at(i) == ',') {
    out->thousands = ',';
    i++;
  }
  if (at(i) == '_') {
    if (out->thousands) return raiseValueError("Cannot specify both ',' and '_'.");
    out->thousands = '_';
    i++;
  }
  if (at(i) == ',' && out->thousands == '_')
    return raiseValueError("Cannot specify both ',' and '_'.");
  if (at(i) == '.') {
    i++;
    out->precision = readNumber(chars, n, &i);
    if (out->precision == -2) return raiseValueError("Too many decimal digits in format string");
    if (out->precision == -1) return raiseValueError("Format specifier missing precision");
  }
  if (n - i > 1) {
    return raiseFormat(KR_TID(ValueError), "Invalid format specifier '%S' for object of type '%s'",
                       s, type_name);
  }
  if (n - i == 1) out->type = at(i);
  if (out->thousands) {
    switch (out->type) {
      case 'd':
      case 'e':
      case 'f':
      case 'g':
      case 'E':
      case 'G':
      case '%':
      case 'F':
      case 0:
        break;
      case 'b':
      case 'o':
      case 'x':
      case 'X':
        if (out->thousands == '_') {
          out->group = 4;
          break;
        }
        [[fallthrough]];
      default:
        return badSeparator(out->thousands, out->type);
    }
  }
  return nullptr;
}

Exception* parseFormatSpec(const Str* s, uint32_t default_type, uint32_t default_align,
                           const char* type_name, FormatSpec* out) {
  return withChars(
      s, [&](auto p) { return parse(s, p, default_type, default_align, type_name, out); });
}

Result<Str*> layoutText(const Str* text, int64_t length, const FormatSpec& spec) {
  int64_t room = spec.width - length;
  if (room <= 0) return {substr(text, 0, length), nullptr};
  int64_t left = spec.align == '>' || spec.align == '=' ? room : spec.align == '^' ? room / 2 : 0;
  if (spec.width == 1) return {charStr(spec.fill), nullptr};
  uint32_t all = spec.fill | (length == text->length ? strMask(text)
                                                     : orKind(text->data(), text->kind, length));
  int kind = kindOf(all);
  Str* r = tryAllocStr(spec.width, kind, all < 128);
  if (!r) return {nullptr, raiseNoMemory()};
  fillChars(r->data(), kind, spec.fill, left);
  copyChars(r->data() + left * kind, kind, text->data(), text->kind, length);
  fillChars(r->data() + (left + length) * kind, kind, spec.fill, room - left);
  return {r, nullptr};
}

}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

Result<Str*> kr_format_str(Str* s, Str* text) {
  if (text->length == 0) return {retainStr(s), nullptr};
  FormatSpec spec;
  Exception* error = parseFormatSpec(text, 's', '<', "str", &spec);
  if (error) return {nullptr, error};
  if (spec.type != 's') return {nullptr, unknownFormatCode(spec.type, "str")};
  const char* message = nullptr;
  if (spec.sign == ' ') {
    message = "Space not allowed in string format specifier";
  } else if (spec.sign) {
    message = "Sign not allowed in string format specifier";
  } else if (spec.no_neg_zero) {
    message = "Negative zero coercion (z) not allowed in string format specifier";
  } else if (spec.alternate) {
    message = "Alternate form (#) not allowed in string format specifier";
  } else if (spec.align == '=') {
    message = "'=' alignment not allowed in string format specifier";
  }
  if (message) return {nullptr, raiseValueError(message)};
  int64_t length = s->length;
  if (spec.precision >= 0 && spec.precision < length) length = spec.precision;
  return layoutText(s, length, spec);
}

}  // extern "C"
