// Numeric literals, with CPython's errors.
#include <cstring>

#include "lex/lexer.h"

namespace krait {
namespace {

bool isOctal(char c) { return c >= '0' && c <= '7'; }
bool isBinary(char c) { return c == '0' || c == '1'; }

}  // namespace

void Lexer::badNumber(const char* at, std::string message) {
  syntaxError(at, at + 1, std::move(message));
  while (p_ < end_ && isIdentPart(*p_)) p_++;
}

// digit ('_'? digit)*; at the first digit. False after an error.
bool Lexer::digits(const char* kind, bool (*good)(char)) {
  for (;;) {
    while (good(*p_)) p_++;
    if (*p_ != '_') return true;
    p_++;
    if (!good(*p_)) {
      badNumber(p_ - 1, std::string("invalid ") + kind + " literal");
      return false;
    }
  }
}

// A literal may be followed by a keyword that can come after an operand, by no other letter.
bool Lexer::numberEnd(const char* kind) {
  const char* p = p_;
  auto word = [&](const char* rest) {
    const size_t n = std::strlen(rest);
    return std::strncmp(p + 1, rest, n) == 0 && !isIdentPart(p[1 + n]);
  };
  bool keyword = false;
  switch (*p) {
    case 'a':
      keyword = word("nd");
      break;
    case 'e':
      keyword = word("lse");
      break;
    case 'f':
      keyword = word("or");
      break;
    case 'i':
      keyword = p[1] == 'f' || p[1] == 'n' || p[1] == 's';
      break;
    case 'o':
      keyword = word("r");
      break;
    case 'n':
      keyword = word("ot");
      break;
    default:
      break;
  }
  if (keyword || !isIdentPart(*p)) return true;
  badNumber(p_ - 1, std::string("invalid ") + kind + " literal");
  return false;
}

bool Lexer::radixNumber(const char* kind, int radix) {
  auto good = radix == 16 ? isHex : radix == 8 ? isOctal : isBinary;
  p_ += 2;
  for (;;) {
    if (*p_ == '_') p_++;
    if (!good(*p_)) {
      if (radix < 16 && isDecimal(*p_)) {
        badNumber(p_, std::string("invalid digit '") + *p_ + "' in " + kind + " literal");
      } else {
        badNumber(p_ - 1, std::string("invalid ") + kind + " literal");
      }
      return false;
    }
    while (good(*p_)) p_++;
    if (*p_ != '_') break;
  }
  if (radix < 16 && isDecimal(*p_)) {
    badNumber(p_, std::string("invalid digit '") + *p_ + "' in " + kind + " literal");
    return false;
  }
  return numberEnd(kind);
}

void Lexer::number() {
  const char* begin = p_;
  uint8_t flags = kIntNumber;
  auto done = [&] {
    if (std::memchr(begin, '_', p_ - begin)) flags |= kHasUnderscore;
    push(Tok::Number, begin, p_, flags);
  };

  bool fraction = false;
  if (*p_ == '0') {
    const char x = static_cast<char>(p_[1] | 32);
    if (x == 'x' || x == 'o' || x == 'b') {
      const char* kind = x == 'x' ? "hexadecimal" : x == 'o' ? "octal" : "binary";
      if (radixNumber(kind, x == 'x' ? 16 : x == 'o' ? 8 : 2)) done();
      return;
    }
    // Zeros only, unless a fraction, an exponent or a j follows.
    bool nonzero = false;
    for (;;) {
      if (*p_ == '_') {
        p_++;
        if (!isDecimal(*p_)) {
          badNumber(p_ - 1, "invalid decimal literal");
          return;
        }
      }
      if (*p_ != '0') break;
      p_++;
    }
    const char* zeros_end = p_;
    if (isDecimal(*p_)) {
      nonzero = true;
      if (!digits("decimal", isDecimal)) return;
    }
    if (*p_ == '.') {
      fraction = true;
    } else if ((*p_ | 32) == 'e' || (*p_ | 32) == 'j') {
      // handled below
    } else if (nonzero) {
      // CPython marks the zeros and reports before looking at what follows the digits.
      syntaxError(begin, zeros_end,
                  "leading zeros in decimal integer literals are not permitted; use an 0o prefix "
                  "for octal integers");
      while (p_ < end_ && isIdentPart(*p_)) p_++;
      return;
    } else {
      if (numberEnd("decimal")) done();
      return;
    }
  } else if (*p_ == '.') {
    fraction = true;
  } else {
    if (!digits("decimal", isDecimal)) return;
    fraction = *p_ == '.';
  }

  if (fraction) {
    flags = kFloatNumber;
    p_++;
    if (isDecimal(*p_) && !digits("decimal", isDecimal)) return;
  }
  if ((*p_ | 32) == 'e') {
    const char* e = p_;
    const char* q = p_ + 1;
    if (*q == '+' || *q == '-') {
      q++;
      if (!isDecimal(*q)) {
        p_ = q;
        badNumber(q - 1, "invalid decimal literal");
        return;
      }
    }
    if (isDecimal(*q)) {
      flags = kFloatNumber;
      p_ = q;
      if (!digits("decimal", isDecimal)) return;
    } else {
      p_ = e;
      if (numberEnd("decimal")) done();
      return;
    }
  }
  if ((*p_ | 32) == 'j') {
    flags = kImaginaryNumber;
    p_++;
    if (numberEnd("imaginary")) done();
    return;
  }
  if (numberEnd("decimal")) done();
}

}  // namespace krait
