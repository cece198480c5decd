// Formatting numbers: the layout of sign, padding, grouped digits; int and bool.
#include "core/chars.h"
#include "core/exception.h"
#include "core/format.h"
#include "core/int.h"
#include "core/memory.h"

namespace krait::rt {
namespace {

// Length of n digits in groups, at least `least` characters wide where zeros are put before them.
int64_t groupedLength(int64_t n, int64_t least, uint32_t separator, int group) {
  if (n == 0) return 0;
  if (!separator) return n > least ? n : least;
  int64_t length = n + (n - 1) / group;
  if (length >= least) return length;
  // k digits take k + (k - 1) / group characters; the smallest k that gives `least` or more.
  int64_t k = least - least / (group + 1);
  while (k + (k - 1) / group < least) k++;
  while (k > n && k - 1 + (k - 2) / group >= least) k--;
  return k + (k - 1) / group;
}

// Writes grouped digits so that they end before `end`.
template <class C>
void putGrouped(C* start, C* end, const char* digits, int64_t n, uint32_t separator, int group) {
  int64_t in_group = 0;
  while (end > start) {
    if (separator && in_group == group) {
      *--end = static_cast<C>(separator);
      in_group = 0;
      continue;
    }
    *--end = n > 0 ? static_cast<C>(digits[--n]) : static_cast<C>('0');
    in_group++;
  }
}

template <class C>
void putNumber(C* out, const NumberText& t, const FormatSpec& spec, int64_t left, int64_t middle,
               int64_t grouped, int64_t right) {
  auto fill = [&](int64_t n) {
    while (n-- > 0) *out++ = static_cast<C>(spec.fill);
  };
  auto text = [&](const char* p, int64_t n) {
    for (int64_t i = 0; i < n; i++) *out++ = static_cast<C>(p[i]);
  };
  fill(left);
  if (t.sign) *out++ = static_cast<C>(t.sign);
  text(t.prefix, t.prefix_length);
  fill(middle);
  putGrouped(out, out + grouped, t.digits, t.digit_count, spec.thousands, spec.group);
  out += grouped;
  text(t.rest, t.rest_length);
  fill(right);
}

// Digits of v before `end`; returns where they start.
char* putDecimal(uint64_t v, char* end) {
  constexpr char kPairs[] =
      "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445"
      "46474849"
      "50515253545556575859606162636465666768697071727374757677787980818283848586878889909192939495"
      "96979899";
  while (v >= 100) {
    end -= 2;
    memcpy(end, kPairs + 2 * (v % 100), 2);
    v /= 100;
  }
  if (v < 10) {
    *--end = static_cast<char>('0' + v);
  } else {
    end -= 2;
    memcpy(end, kPairs + 2 * v, 2);
  }
  return end;
}

char* putRadix(uint64_t v, int shift, bool upper, char* end) {
  const char* digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
  do {
    *--end = digits[v & ((1u << shift) - 1)];
    v >>= shift;
  } while (v);
  return end;
}

// Digits of an int of any size in a base; the sign apart.
class IntDigits {
 public:
  IntDigits() = default;
  ~IntDigits() {
    if (heap_) kr_buf_free(heap_, size_);
    if (str_) releaseStr(str_);
  }
  IntDigits(const IntDigits&) = delete;
  IntDigits& operator=(const IntDigits&) = delete;

  Exception* make(Int v, int base, bool upper) {
    if (isSmall(v)) {
      makeI64(smallValue(v), base, upper);
      return nullptr;
    }
    if (base == 10) {
      Result<Str*> r = abi::kr_int_str(v);  // applies the digit limit
      if (r.error) return r.error;
      str_ = r.value;
      set(str_->data<char>(), str_->length);
      return nullptr;
    }
    size_ = static_cast<int64_t>(intTextCapacity(v, base));
    heap_ = static_cast<char*>(kr_buf_alloc(size_));
    int64_t n = static_cast<int64_t>(intToText(v, base, heap_));
    for (int64_t i = 0; upper && i < n; i++) {
      if (heap_[i] >= 'a') heap_[i] -= 32;
    }
    set(heap_, n);
    return nullptr;
  }
  void makeI64(int64_t v, int base, bool upper) {
    uint64_t u = v < 0 ? -static_cast<uint64_t>(v) : static_cast<uint64_t>(v);
    char* end = local_ + sizeof(local_);
    char* p = base == 10 ? putDecimal(u, end)
                         : putRadix(u,
                                    base == 2   ? 1
                                    : base == 8 ? 3
                                                : 4,
                                    upper, end);
    digits = p;
    count = end - p;
    negative = v < 0;
  }

  const char* digits = nullptr;
  int64_t count = 0;
  bool negative = false;

 private:
  void set(const char* p, int64_t n) {
    negative = *p == '-';
    digits = p + negative;
    count = n - negative;
  }
  char local_[72];
  char* heap_ = nullptr;
  int64_t size_ = 0;
  Str* str_ = nullptr;
};

Result<Str*> formatChar(Int v, const FormatSpec& spec) {
  if (spec.sign)
    return {nullptr, raiseValueError("Sign not allowed with integer format specifier 'c'")};
  if (spec.alternate) {
    return {nullptr,
            raiseValueError("Alternate form (#) not allowed with integer format specifier 'c'")};
  }
  int64_t c;
  if (!intToI64(v, &c))
    return {nullptr, raiseOverflowError("Python int too large to convert to C long")};
  if (c < 0 || c > 0x10ffff) return {nullptr, raiseOverflowError("%c arg not in range(0x110000)")};
  Str* one = charStr(static_cast<uint32_t>(c));
  Result<Str*> r = layoutText(one, 1, spec);
  releaseStr(one);
  return r;
}

Result<Str*> formatInt(Int v, const Str* text, const char* type_name) {
  FormatSpec spec;
  Exception* error = parseFormatSpec(text, 'd', '>', type_name, &spec);
  if (error) return {nullptr, error};
  int base = 10;
  NumberText number;
  switch (spec.type) {
    case 'b':
      base = 2, number.prefix = "0b";
      break;
    case 'o':
      base = 8, number.prefix = "0o";
      break;
    case 'x':
      base = 16, number.prefix = "0x";
      break;
    case 'X':
      base = 16, number.prefix = "0X";
      break;
    case 'd':
    case 'n':
    case 'c':
      break;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%': {
      double d;
      if (!intToDouble(v, &d))
        return {nullptr, raiseOverflowError("int too large to convert to float")};
      return abi::kr_format_float(d, const_cast<Str*>(text));
    }
    default:
      return {nullptr, unknownFormatCode(spec.type, type_name)};
  }
  if (spec.precision != -1)
    return {nullptr, raiseValueError("Precision not allowed in integer format specifier")};
  if (spec.no_neg_zero) {
    return {nullptr,
            raiseValueError("Negative zero coercion (z) not allowed in integer format specifier")};
  }
  if (spec.type == 'c') return formatChar(v, spec);
  IntDigits digits;
  error = digits.make(v, base, spec.type == 'X');
  if (error) return {nullptr, error};
  number.digits = digits.digits;
  number.digit_count = digits.count;
  number.sign = digits.negative ? '-' : spec.sign == '-' ? 0 : spec.sign;
  number.prefix_length = spec.alternate && base != 10 ? 2 : 0;
  return layoutNumber(number, spec);
}

}  // namespace

Result<Str*> layoutNumber(const NumberText& t, const FormatSpec& spec) {
  if (spec.width > kMostWidth) return {nullptr, raiseNoMemory()};
  int64_t others = (t.sign != 0) + t.prefix_length + t.rest_length;
  int64_t least = spec.fill == '0' && spec.align == '=' ? spec.width - others : 0;
  int64_t grouped = groupedLength(t.digit_count, least, spec.thousands, spec.group);
  int64_t left = 0, middle = 0, right = 0, room = spec.width - (others + grouped);
  if (room > 0) {
    switch (spec.align) {
      case '<':
        right = room;
        break;
      case '^':
        left = room / 2, right = room - left;
        break;
      case '=':
        middle = room;
        break;
      default:
        left = room;
        break;
    }
  }
  int64_t length = others + grouped + left + middle + right;
  uint32_t fill = room > 0 ? spec.fill : 0;
  int kind = kindOf(fill);
  if (length == 1)
    return {charStr(t.digit_count ? static_cast<uint8_t>(t.digits[0]) : fill), nullptr};
  Str* r = tryAllocStr(length, kind, fill < 128);
  if (!r) return {nullptr, raiseNoMemory()};
  if (kind == 1) {
    putNumber(r->data<uint8_t>(), t, spec, left, middle, grouped, right);
  } else if (kind == 2) {
    putNumber(r->data<uint16_t>(), t, spec, left, middle, grouped, right);
  } else {
    putNumber(r->data<uint32_t>(), t, spec, left, middle, grouped, right);
  }
  return {r, nullptr};
}

}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

Result<Str*> kr_format_int(Int v, Str* spec) {
  if (spec->length == 0) return abi::kr_int_str(v);
  return formatInt(v, spec, "int");
}

Result<Str*> kr_format_i64(int64_t v, Str* spec) {
  if (fitsSmall(v)) return kr_format_int(makeSmall(v), spec);
  Int big = newInt(v);
  Result<Str*> r = kr_format_int(big, spec);
  releaseInt(big);
  return r;
}

Result<Str*> kr_format_bool(bool v, Str* spec) {
  if (spec->length == 0) return {v ? newStrAscii("True", 4) : newStrAscii("False", 5), nullptr};
  return formatInt(makeSmall(v), spec, "bool");
}

Result<Str*> kr_percent_int(Int v, int64_t flags, int64_t width, int64_t precision, int64_t type) {
  int base = type == 'x' || type == 'X' ? 16 : type == 'o' ? 8 : 10;
  IntDigits digits;
  Exception* error = digits.make(v, base, type == 'X');
  if (error) return {nullptr, error};
  NumberText number;
  number.digits = digits.digits;
  number.digit_count = digits.count;
  number.sign = digits.negative ? '-' : flags & 2 ? '+' : flags & 4 ? ' ' : 0;
  if (flags & 8 && base != 10) {
    number.prefix = base == 8 ? "0o" : type == 'x' ? "0x" : "0X";
    number.prefix_length = 2;
  }
  FormatSpec spec;
  spec.width = width;
  spec.align = flags & 1 ? '<' : '>';
  if (flags & 16 && !(flags & 1)) {
    spec.fill = '0';
    spec.align = '=';
  }
  if (precision > digits.count) {
    // At least so many digits: zeros before them.
    if (precision > (int64_t{1} << 40)) return {nullptr, raiseNoMemory()};
    char* text = static_cast<char*>(kr_buf_alloc(precision));
    memset(text, '0', static_cast<size_t>(precision - digits.count));
    memcpy(text + precision - digits.count, digits.digits, static_cast<size_t>(digits.count));
    number.digits = text;
    number.digit_count = precision;
    Result<Str*> r = layoutNumber(number, spec);
    kr_buf_free(text, precision);
    return r;
  }
  return layoutNumber(number, spec);
}

}  // extern "C"
