// String literals, f-strings and t-strings (PEP 701, PEP 750).
#include <cstring>

#include "lex/lexer.h"

namespace krait {

// A plain string or bytes literal whose prefix begins at `begin`; p_ is at its quote.
void Lexer::string(const char* begin, uint8_t flags) {
  const char quote = *p_;
  const bool triple = p_[1] == quote && p_[2] == quote;
  const char* open = p_;
  const char* p = p_ + (triple ? 3 : 1);
  const auto body = static_cast<uint32_t>(p - begin);
  if (triple) flags |= kTripleQuoted;
  for (;;) {
    const char c = *p;
    if (c == quote) {
      if (!triple) {
        p++;
        break;
      }
      if (p[1] == quote && p[2] == quote) {
        p += 3;
        break;
      }
      p++;
    } else if (c == '\\') {
      flags |= kHasEscape;
      p++;
      if (p < end_) p += (*p == '\r' && p[1] == '\n') ? 2 : 1;
    } else if (c == '\n' || c == '\r') {
      if (!triple) {
        unterminated(begin, nullptr, false, p);
        return;
      }
      if (c == '\r') flags |= kHasEscape;
      p++;
    } else if (c == '\0' && p >= end_) {
      p_ = open;
      unterminated(begin, nullptr, triple, end_);
      return;
    } else {
      p++;
    }
  }
  p_ = p;
  push(Tok::String, begin, p, flags, body);
}

// Reports a literal that does not end. `inside`: an f-string's own text does not end.
void Lexer::unterminated(const char* begin, const FString* inside, bool triple, const char* at) {
  uint32_t line = lineOf(offset(at));
  if (at >= end_ && at > base_ && (at[-1] == '\n' || at[-1] == '\r')) line--;
  if (inside) {
    const bool long_quote = inside->flags & kTripleQuoted;
    begin = base_ + inside->begin;
    std::string message = std::string("unterminated ") + (long_quote ? "triple-quoted " : "") +
                          fstringKind() + " literal (detected at line " + std::to_string(line) +
                          ")";
    p_ = at;
    syntaxError(begin, begin + 1, std::move(message));
    abandonFStrings();
    return;
  }
  // The enclosing f-string's quote where a string begins: its closing brace is missing.
  if (!fstrings_.empty()) {
    const FString& f = fstrings_.back();
    const char* open = begin;
    while (*open != '"' && *open != '\'') open++;
    const bool same_size = triple == static_cast<bool>(f.flags & kTripleQuoted);
    if (*open == f.quote && same_size) {
      p_ = at;
      syntaxError(begin, begin + 1, std::string(fstringKind()) + ": expecting '}'");
      abandonFStrings();
      return;
    }
  }
  p_ = at;
  syntaxError(begin, begin + 1,
              std::string("unterminated ") + (triple ? "triple-quoted " : "") +
                  "string literal (detected at line " + std::to_string(line) + ")");
  abandonFStrings();
}

// After an error: leave every f-string and the brackets opened in them.
void Lexer::abandonFStrings() {
  if (fstrings_.empty()) return;
  brackets_.resize(fstrings_.front().level);
  fstrings_.clear();
  literal_ = false;
  skipLine();
}

void Lexer::updateLiteral() {
  literal_ = !fstrings_.empty() && (brackets_.size() == fstrings_.back().level ||
                                    (brackets_.back().field && brackets_.back().in_spec));
}

void Lexer::fstringStart(const char* begin, uint8_t flags) {
  const char quote = *p_;
  const bool triple = p_[1] == quote && p_[2] == quote;
  if (triple) flags |= kTripleQuoted;
  p_ += triple ? 3 : 1;
  if (fstrings_.size() + 1 >= kMaxFStrings) {
    syntaxError(begin, p_, "too many nested f-strings or t-strings");
    stop_ = true;
    return;
  }
  push(Tok::FStringStart, begin, p_, flags, static_cast<uint32_t>(p_ - begin));
  fstrings_.push_back({offset(begin), static_cast<uint32_t>(brackets_.size()), quote, flags, 0});
  literal_ = true;
}

// The text of an f-string up to the next replacement field, its closing quote, or (in a format
// specification) the brace that closes the field.
void Lexer::fstringMiddle() {
  FString& f = fstrings_.back();
  const bool in_spec = brackets_.size() > f.level;
  const bool triple = f.flags & kTripleQuoted;
  const bool raw = f.flags & kRawString;
  const char* begin = p_;
  const char* p = p_;
  uint8_t flags = f.flags & (kRawString | kTemplateString | kTripleQuoted);
  if (in_spec) flags |= kInFormatSpec;
  auto middle = [&] {
    p_ = p;
    if (p > begin) push(Tok::FStringMiddle, begin, p, flags);
  };
  for (;;) {
    const char c = *p;
    if (c == '\0' && p >= end_) {
      p_ = end_;
      unterminated(nullptr, &f, false, end_);
      return;
    }
    if (c == f.quote && (!triple || (p[1] == c && p[2] == c))) {
      middle();
      p_ = p + (triple ? 3 : 1);
      brackets_.resize(f.level);
      push(Tok::FStringEnd, p, p_, f.flags);
      fstrings_.pop_back();
      updateLiteral();
      return;
    }
    switch (c) {
      case '\n':
      case '\r':
        if (!triple) {
          p_ = p;
          if (in_spec) {
            syntaxError(p, p + 1,
                        std::string(fstringKind()) +
                            ": newlines are not allowed in format specifiers for single "
                            "quoted f-strings");
            abandonFStrings();
          } else {
            unterminated(nullptr, &f, false, p);
          }
          return;
        }
        if (c == '\r') flags |= kHasEscape;
        p++;
        break;
      case '{': {
        if (p[1] == '{' && !in_spec) {
          flags |= kDoubledBrace;
          p += 2;
          break;
        }
        middle();
        if (f.fields + 1 >= kMaxFieldNesting + 1) {
          syntaxError(p, p + 1, std::string(fstringKind()) + ": expressions nested too deeply");
          abandonFStrings();
          return;
        }
        if (brackets_.size() >= kMaxLevel) {
          syntaxError(p, p + 1, "too many nested parentheses");
          stop_ = true;
          return;
        }
        f.fields++;
        brackets_.push_back({offset(p), '{', true, false});
        op(Tok::LBrace, p, 1);
        literal_ = false;
        return;
      }
      case '}':
        if (in_spec) {
          middle();
          closeBracket('}');
          return;
        }
        if (p[1] == '}') {
          flags |= kDoubledBrace;
          p += 2;
          break;
        }
        p_ = p;
        syntaxError(p, p + 1, std::string(fstringKind()) + ": single '}' is not allowed");
        abandonFStrings();
        return;
      case '\\':
        flags |= kHasEscape;
        p++;
        if (p >= end_) break;
        if (*p == '{' || *p == '}') break;
        if (!raw && *p == 'N' && p[1] == '{') {
          // \N{name}: its braces are no replacement field.
          const char* q = p + 2;
          while (q < end_ && *q != '}' && *q != f.quote && *q != '\n') q++;
          p = *q == '}' ? q + 1 : q;
          break;
        }
        p += (*p == '\r' && p[1] == '\n') ? 2 : 1;
        break;
      default:
        p++;
    }
  }
}

}  // namespace krait
