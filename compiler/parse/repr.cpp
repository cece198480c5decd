// Python's repr of constants.
#include <charconv>
#include <cmath>
#include <cstdio>

#include "lex/unicode.h"
#include "parse/dump.h"

namespace krait {
namespace {

void hexEscape(std::string& out, const char* prefix, int width, uint32_t value) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%s%0*x", prefix, width, value);
  out += buffer;
}

char chooseQuote(std::string_view text) {
  const bool single = text.find('\'') != std::string_view::npos;
  return single && text.find('"') == std::string_view::npos ? '"' : '\'';
}

// The shortest digits that read back as `value`, laid out as float.__repr__ does.
std::string shortest(double value, bool point_zero) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  char buffer[40];
  auto end =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
  std::string_view text(buffer, end - buffer);
  std::string out;
  if (text[0] == '-') {
    out += '-';
    text.remove_prefix(1);
  }
  const size_t e = text.find('e');
  std::string digits(1, text[0]);
  if (e > 1) digits += text.substr(2, e - 2);
  int exponent = 0;
  std::from_chars(text.data() + e + (text[e + 1] == '+' ? 2 : 1), end, exponent);
  const int count = static_cast<int>(digits.size());
  if (exponent < -4 || exponent >= 16) {
    out += digits[0];
    if (count > 1) out += "." + digits.substr(1);
    char tail[16];
    std::snprintf(tail, sizeof tail, "e%c%02d", exponent < 0 ? '-' : '+', std::abs(exponent));
    return out + tail;
  }
  if (exponent < 0) return out + "0." + std::string(-exponent - 1, '0') + digits;
  if (count <= exponent + 1) {
    out += digits + std::string(exponent + 1 - count, '0');
    if (point_zero) out += ".0";
    return out;
  }
  return out + digits.substr(0, exponent + 1) + "." + digits.substr(exponent + 1);
}

}  // namespace

std::string reprString(std::string_view text) {
  const char quote = chooseQuote(text);
  std::string out(1, quote);
  for (size_t i = 0; i < text.size();) {
    const size_t start = i;
    uint32_t cp = unicode::decode(text, i);
    switch (cp) {
      case '\\':
        out += "\\\\";
        continue;
      case '\n':
        out += "\\n";
        continue;
      case '\r':
        out += "\\r";
        continue;
      case '\t':
        out += "\\t";
        continue;
      default:
        break;
    }
    if (cp == static_cast<uint8_t>(quote)) {
      out += '\\';
      out += quote;
    } else if (unicode::isPrintable(cp)) {
      out += text.substr(start, i - start);
    } else if (cp < 0x100) {
      hexEscape(out, "\\x", 2, cp);
    } else if (cp < 0x10000) {
      hexEscape(out, "\\u", 4, cp);
    } else {
      hexEscape(out, "\\U", 8, cp);
    }
  }
  return out + quote;
}

std::string reprBytes(std::string_view bytes) {
  const char quote = chooseQuote(bytes);
  std::string out = "b";
  out += quote;
  for (char c : bytes) {
    const auto b = static_cast<uint8_t>(c);
    if (c == quote || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (b < 0x20 || b >= 0x7f) {
      hexEscape(out, "\\x", 2, b);
    } else {
      out += c;
    }
  }
  return out + quote;
}

std::string reprFloat(double value) { return shortest(value, true); }

std::string reprImaginary(double value) { return shortest(value, false) + "j"; }

std::string decimalDigits(std::string_view literal) {
  uint32_t radix = 10;
  if (literal.size() > 2 && literal[0] == '0') {
    const char x = static_cast<char>(literal[1] | 32);
    radix = x == 'x' ? 16 : x == 'o' ? 8 : x == 'b' ? 2 : 10;
    if (radix != 10) literal.remove_prefix(2);
  }
  while (literal.size() > 1 && literal[0] == '0') literal.remove_prefix(1);
  if (radix == 10) return std::string(literal);
  // Schoolbook base conversion, nine decimal digits a limb.
  constexpr uint32_t kBase = 1000000000;
  std::vector<uint32_t> limbs{0};
  for (char c : literal) {
    uint64_t carry = c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
    for (uint32_t& limb : limbs) {
      carry += static_cast<uint64_t>(limb) * radix;
      limb = static_cast<uint32_t>(carry % kBase);
      carry /= kBase;
    }
    if (carry) limbs.push_back(static_cast<uint32_t>(carry));
  }
  std::string out = std::to_string(limbs.back());
  for (size_t i = limbs.size() - 1; i-- > 0;) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "%09u", limbs[i]);
    out += buffer;
  }
  return out;
}

}  // namespace krait
