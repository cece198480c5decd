#include "lex/lexer.h"

#include <cstdio>
#include <cstring>

#include "lex/unicode.h"

namespace krait {
namespace {

constexpr uint8_t classOf(int c) {
  uint8_t v = 0;
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
  if (letter) v |= kIdentStart | kIdentPart;
  if (c >= '0' && c <= '9') v |= kIdentPart | kDigit | kHexDigit;
  if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) v |= kHexDigit;
  return v;
}

constexpr std::string_view kTokenNames[] = {
#define KRAIT_TOKEN(name) #name,
#define KRAIT_OPERATOR(name, spelling) #name,
#define KRAIT_KEYWORD(name, spelling) #name,
#include "lex/tokens.def"
#undef KRAIT_TOKEN
#undef KRAIT_OPERATOR
#undef KRAIT_KEYWORD
};
constexpr std::string_view kTokenSpellings[] = {
#define KRAIT_TOKEN(name) "",
#define KRAIT_OPERATOR(name, spelling) spelling,
#define KRAIT_KEYWORD(name, spelling) spelling,
#include "lex/tokens.def"
#undef KRAIT_TOKEN
#undef KRAIT_OPERATOR
#undef KRAIT_KEYWORD
};

uint32_t hashStep(uint32_t h, char c) { return (h ^ static_cast<uint8_t>(c)) * 0x01000193u; }
constexpr uint32_t kHashSeed = 0x811c9dc5u;

}  // namespace

#define KRAIT_ROW(r)                                                                          \
  classOf(r), classOf(r + 1), classOf(r + 2), classOf(r + 3), classOf(r + 4), classOf(r + 5), \
      classOf(r + 6), classOf(r + 7)
#define KRAIT_ROWS(r)                                                                      \
  KRAIT_ROW(r), KRAIT_ROW(r + 8), KRAIT_ROW(r + 16), KRAIT_ROW(r + 24), KRAIT_ROW(r + 32), \
      KRAIT_ROW(r + 40), KRAIT_ROW(r + 48), KRAIT_ROW(r + 56)
const uint8_t kCharClass[256] = {KRAIT_ROWS(0), KRAIT_ROWS(64), KRAIT_ROWS(128), KRAIT_ROWS(192)};
#undef KRAIT_ROWS
#undef KRAIT_ROW

std::string_view tokenName(Tok kind) { return kTokenNames[static_cast<int>(kind)]; }
std::string_view tokenSpelling(Tok kind) { return kTokenSpellings[static_cast<int>(kind)]; }

NameTable::NameTable(Interner& names) : names_(names), entries_(1024) {
  for (int k = static_cast<int>(kFirstKeyword); k <= static_cast<int>(Tok::KwYield); k++) {
    std::string_view text = kTokenSpellings[k];
    uint32_t h = kHashSeed;
    for (char c : text) h = hashStep(h, c);
    Entry& e = slot(text.data(), static_cast<uint32_t>(text.size()), h);
    e = {text.data(), static_cast<uint32_t>(text.size()), h, names.intern(text), Tok(k)};
    used_++;
  }
}

NameTable::Entry& NameTable::slot(const char* text, uint32_t length, uint32_t hash) {
  size_t mask = entries_.size() - 1;
  for (size_t i = (hash ^ hash >> 15) & mask;; i = (i + 1) & mask) {
    Entry& e = entries_[i];
    if (!e.text) return e;
    if (e.hash == hash && e.length == length && std::memcmp(e.text, text, length) == 0) return e;
  }
}

void NameTable::grow() {
  std::vector<Entry> old(entries_.size() * 2);
  old.swap(entries_);
  for (const Entry& e : old) {
    if (e.text) slot(e.text, e.length, e.hash) = e;
  }
}

const NameTable::Entry& NameTable::find(const char* text, uint32_t length, uint32_t hash) {
  Entry& e = slot(text, length, hash);
  if (e.text) return e;
  std::string_view view(text, length);
  bool ascii = true;
  for (char c : view) ascii &= static_cast<uint8_t>(c) < 0x80;
  e = {text, length, hash, names_.intern(ascii ? view : unicode::nfkc(view)), Tok::Name};
  if (++used_ * 2 < entries_.size()) return e;
  grow();
  return slot(text, length, hash);
}

Lexer::Lexer(const SourceFile& file, Interner& names, bool resync)
    : file_(file),
      interner_(names),
      names_(names),
      base_(file.text.c_str()),
      p_(base_),
      end_(base_ + file.text.size()),
      resync_(resync) {
  out_.tokens.reserve(file.text.size() / 4 + 16);
}

void Lexer::error(const char* begin, const char* end, LexErrorKind kind, std::string message) {
  if (stop_) return;
  if (end > end_) end = end_;
  push(Tok::Error, begin, end, 0, static_cast<uint32_t>(out_.errors.size()));
  out_.errors.push_back({{offset(begin), offset(end)}, kind, std::move(message)});
  if (out_.errors.size() >= kMaxErrors) stop_ = true;
}

TokenStream Lexer::run() {
  while (p_ < end_ && !stop_) {
    if (literal_) {
      fstringMiddle();
    } else {
      if (at_line_start_) lineStart();
      token();
    }
  }
  endOfText();
  return std::move(out_);
}

void Lexer::skipLine() {
  while (p_ < end_ && *p_ != '\n' && *p_ != '\r') p_++;
}

void Lexer::comment() {
  const char* begin = p_;
  skipLine();
  out_.comments.push_back({offset(begin), offset(p_)});
}

// Measures the indentation of a new logical line; blank lines and comments are skipped whole.
void Lexer::lineStart() {
  for (;;) {
    const char* begin = p_;
    int column = 0, alt_column = 0, continued = 0;
    for (;; p_++) {
      if (*p_ == ' ') {
        column++;
        alt_column++;
      } else if (*p_ == '\t') {
        column = (column / 8 + 1) * 8;
        alt_column++;
      } else if (*p_ == '\f') {
        column = alt_column = 0;
      } else if (*p_ == '\\') {
        // The first line's column counts, however far the continuation is indented.
        if (!continued) continued = column;
        if (!continuation()) return;
        p_--;
      } else {
        break;
      }
    }
    if (*p_ == '#') comment();
    if (*p_ == '\n' || *p_ == '\r') {
      p_ += (*p_ == '\r' && p_[1] == '\n') ? 2 : 1;
      if (p_ >= end_) return;
      continue;
    }
    if (p_ >= end_) return;
    at_line_start_ = false;
    if (continued) column = alt_column = continued;
    if (column != indents_[indent_] || alt_column != alt_indents_[indent_]) {
      setIndent(column, alt_column, begin);
    }
    return;
  }
}

void Lexer::setIndent(int column, int alt_column, const char* at) {
  auto tabs = [&] {
    error(at, p_, LexErrorKind::Indentation, "inconsistent use of tabs and spaces in indentation");
  };
  if (column == indents_[indent_]) {
    tabs();
  } else if (column > indents_[indent_]) {
    if (indent_ + 1 >= kMaxIndent) {
      error(at, p_, LexErrorKind::Indentation, "too many levels of indentation");
      stop_ = true;
      return;
    }
    if (alt_column <= alt_indents_[indent_]) {
      tabs();
      return;
    }
    indent_++;
    indents_[indent_] = column;
    alt_indents_[indent_] = alt_column;
    push(Tok::Indent, at, p_);
  } else {
    const int before = indent_;
    while (indent_ > 0 && column < indents_[indent_]) indent_--;
    if (column != indents_[indent_]) {
      error(at, p_, LexErrorKind::Indentation,
            "unindent does not match any outer indentation level");
    } else if (alt_column != alt_indents_[indent_]) {
      tabs();
    }
    for (int i = before; i > indent_; i--) push(Tok::Dedent, p_, p_);
  }
}

void Lexer::newline() {
  const char* begin = p_;
  p_ += (*p_ == '\r' && p_[1] == '\n') ? 2 : 1;
  if (!brackets_.empty()) {
    if (resync_ && fstrings_.empty()) resyncHere();
    return;
  }
  push(Tok::Newline, begin, p_);
  at_line_start_ = true;
}

// At the start of a line inside brackets: gives the brackets up if a statement begins here.
void Lexer::resyncHere() {
  static constexpr std::string_view kStatements[] = {
      "def",  "class", "return",   "import", "while",    "try",    "with",   "raise",   "del",
      "pass", "break", "continue", "global", "nonlocal", "assert", "except", "finally", "elif"};
  const char* p = p_;
  while (*p == ' ' || *p == '\t') p++;
  const char* word = p;
  while (isIdentPart(*p)) p++;
  const std::string_view text(word, p - word);
  for (std::string_view k : kStatements) {
    if (k != text) continue;
    brackets_.clear();
    if (out_.resync_offset == UINT32_MAX) out_.resync_offset = offset(p_);
    push(Tok::Newline, p_, p_);
    at_line_start_ = true;
    return;
  }
}

bool Lexer::continuation() {
  const char* begin = p_++;
  auto endOfFile = [&] {
    at_line_start_ = false;
    // Inside brackets it is the bracket that is wrong: endOfText says so.
    if (brackets_.empty()) {
      error(begin, begin + 1, LexErrorKind::EndOfFile, "unexpected EOF while parsing");
    }
    p_ = end_;
    return false;
  };
  if (p_ >= end_) return endOfFile();
  if (*p_ != '\n' && *p_ != '\r') {
    at_line_start_ = false;
    error(p_, p_ + 1, LexErrorKind::EndOfFile,
          "unexpected character after line continuation character");
    skipLine();
    return false;
  }
  p_ += (*p_ == '\r' && p_[1] == '\n') ? 2 : 1;
  return p_ < end_ || endOfFile();
}

// One token, or white space before one.
void Lexer::token() {
  for (;;) {
    const char c = *p_;
    if (kCharClass[static_cast<uint8_t>(c)] & kIdentStart) return identifier();
    if (c == ' ' || c == '\t' || c == '\f') {
      p_++;
      continue;
    }
    if (isDecimal(c) || (c == '.' && isDecimal(p_[1]))) return number();
    switch (c) {
      case '\n':
      case '\r':
        newline();
        return;
      case '#':
        comment();
        return;
      case '"':
      case '\'':
        string(p_, 0);
        return;
      case '\\':
        if (!continuation()) return;
        if (p_ >= end_) return;
        continue;
      default:
        if (p_ < end_) oneOperator(c);
        return;
    }
  }
}

void Lexer::identifier() {
  const char* begin = p_;
  const char* p = p_;
  uint32_t h = kHashSeed;
  uint8_t high = 0;
  do {
    high |= static_cast<uint8_t>(*p);
    h = hashStep(h, *p++);
  } while (isIdentPart(*p));
  p_ = p;

  if (*p == '"' || *p == '\'') {
    // Is it a string prefix? b r u f t in either case, and br, fr, tr in either order.
    const size_t n = p - begin;
    uint8_t flags = 0;
    bool formatted = false;
    bool prefix = n <= 2;
    for (size_t i = 0; i < n && prefix; i++) {
      switch (begin[i] | 32) {
        case 'b':
          prefix = !(flags & kBytesString) && !formatted;
          flags |= kBytesString;
          break;
        case 'r':
          prefix = !(flags & kRawString);
          flags |= kRawString;
          break;
        case 'u':
          prefix = n == 1;
          flags |= kUnicodePrefix;
          break;
        case 'f':
          prefix = !formatted && !(flags & kBytesString);
          formatted = true;
          break;
        case 't':
          prefix = !formatted && !(flags & kBytesString);
          formatted = true;
          flags |= kTemplateString;
          break;
        default:
          prefix = false;
      }
      // CPython compares letters, so a byte that merely has the bit is no prefix.
      if (static_cast<uint8_t>(begin[i]) < 'A') prefix = false;
    }
    if (prefix && n == 2 && !(flags & kRawString)) prefix = false;
    if (prefix) {
      if (formatted) {
        fstringStart(begin, flags);
      } else {
        string(begin, flags);
      }
      return;
    }
  }
  if ((*p == '"' || *p == '\'') && p - begin <= 5 && incompatiblePrefix(begin)) return;
  if (high >= 0x80) {
    size_t errors = out_.errors.size();
    checkIdentifier(begin, p);
    if (out_.errors.size() != errors || stop_) return;
  }
  const NameTable::Entry& e = names_.find(begin, static_cast<uint32_t>(p - begin), h);
  push(e.kind, begin, p, 0, e.name.index);
}

// Reports two string prefixes that exclude each other, such as in bf"…".
bool Lexer::incompatiblePrefix(const char* begin) {
  bool seen[128] = {};
  for (const char* q = begin; q < p_; q++) {
    const char c = static_cast<char>(*q | 32);
    if (std::strchr("bruft", c) == nullptr || c == '\0' || seen[static_cast<int>(c)]) return false;
    seen[static_cast<int>(c)] = true;
  }
  static constexpr char kPairs[][2] = {{'u', 'b'}, {'u', 'r'}, {'u', 'f'}, {'u', 't'},
                                       {'b', 'f'}, {'b', 't'}, {'f', 't'}};
  for (const auto& pair : kPairs) {
    if (!seen[static_cast<int>(pair[0])] || !seen[static_cast<int>(pair[1])]) continue;
    syntaxError(begin, p_,
                std::string("'") + pair[0] + "' and '" + pair[1] + "' prefixes are incompatible");
    return true;
  }
  return false;
}

void Lexer::checkIdentifier(const char* begin, const char* end) {
  std::string_view text(begin, end - begin);
  for (size_t at = 0; at < text.size();) {
    size_t start = at;
    uint32_t cp = unicode::decode(text, at);
    if (start == 0 ? unicode::isXidStart(cp) : unicode::isXidContinue(cp)) continue;
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", cp);
    std::string message = unicode::isPrintable(cp)
                              ? "invalid character '" +
                                    std::string(text.substr(start, at - start)) + "' (" + code + ")"
                              : std::string("invalid non-printable character ") + code;
    syntaxError(begin + start, begin + at, std::move(message));
    return;
  }
}

void Lexer::oneOperator(char c) {
  const char* b = p_;
  const char n = b[1];
  auto either = [&](Tok plain, Tok assign) { n == '=' ? op(assign, b, 2) : op(plain, b, 1); };
  switch (c) {
    case '(':
    case '[':
    case '{':
      openBracket(c);
      return;
    case ')':
    case ']':
    case '}':
      closeBracket(c);
      return;
    case ',':
      op(Tok::Comma, b, 1);
      return;
    case ';':
      op(Tok::Semi, b, 1);
      return;
    case '~':
      op(Tok::Tilde, b, 1);
      return;
    case '.':
      (n == '.' && b[2] == '.') ? op(Tok::Ellipsis, b, 3) : op(Tok::Dot, b, 1);
      return;
    case '=':
      either(Tok::Equal, Tok::EqEqual);
      return;
    case ':':
      if (!fstrings_.empty() && brackets_.size() > fstrings_.back().level &&
          brackets_.back().field) {
        op(Tok::Colon, b, 1);
        brackets_.back().in_spec = true;
        literal_ = true;
        return;
      }
      either(Tok::Colon, Tok::ColonEqual);
      return;
    case '!':
      either(Tok::Exclamation, Tok::NotEqual);
      return;
    case '+':
      either(Tok::Plus, Tok::PlusEqual);
      return;
    case '-':
      n == '>' ? op(Tok::Arrow, b, 2) : either(Tok::Minus, Tok::MinEqual);
      return;
    case '*':
      if (n != '*') return either(Tok::Star, Tok::StarEqual);
      b[2] == '=' ? op(Tok::DoubleStarEqual, b, 3) : op(Tok::DoubleStar, b, 2);
      return;
    case '/':
      if (n != '/') return either(Tok::Slash, Tok::SlashEqual);
      b[2] == '=' ? op(Tok::DoubleSlashEqual, b, 3) : op(Tok::DoubleSlash, b, 2);
      return;
    case '%':
      either(Tok::Percent, Tok::PercentEqual);
      return;
    case '@':
      either(Tok::At, Tok::AtEqual);
      return;
    case '&':
      either(Tok::Amper, Tok::AmperEqual);
      return;
    case '|':
      either(Tok::VBar, Tok::VBarEqual);
      return;
    case '^':
      either(Tok::Circumflex, Tok::CircumflexEqual);
      return;
    case '<':
      if (n == '<') {
        b[2] == '=' ? op(Tok::LeftShiftEqual, b, 3) : op(Tok::LeftShift, b, 2);
      } else if (n == '>') {
        op(Tok::LessGreater, b, 2);
      } else {
        either(Tok::Less, Tok::LessEqual);
      }
      return;
    case '>':
      if (n == '>') {
        b[2] == '=' ? op(Tok::RightShiftEqual, b, 3) : op(Tok::RightShift, b, 2);
      } else {
        either(Tok::Greater, Tok::GreaterEqual);
      }
      return;
    default:
      badCharacter();
  }
}

void Lexer::badCharacter() {
  const auto c = static_cast<uint8_t>(*p_);
  if (c < 0x20 || c == 0x7f) {
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", c);
    syntaxError(p_, p_ + 1, std::string("invalid non-printable character ") + code);
    p_++;
    return;
  }
  op(Tok::UnknownOperator, p_, 1);
}

void Lexer::openBracket(char c) {
  if (brackets_.size() >= kMaxLevel) {
    syntaxError(p_, p_ + 1, "too many nested parentheses");
    stop_ = true;
    return;
  }
  brackets_.push_back({offset(p_), c, false, false});
  op(c == '(' ? Tok::LParen : c == '[' ? Tok::LSquare : Tok::LBrace, p_, 1);
}

void Lexer::closeBracket(char c) {
  const bool inside = !fstrings_.empty();
  if (brackets_.empty()) {
    syntaxError(p_, p_ + 1, std::string("unmatched '") + c + "'");
    p_++;
    return;
  }
  const Bracket top = brackets_.back();
  const char expected = top.open == '(' ? ')' : top.open == '[' ? ']' : '}';
  if (c != expected) {
    std::string message;
    if (inside && top.open == '{' && top.field) {
      message = std::string(fstringKind()) + ": unmatched '" + c + "'";
    } else {
      message = std::string("closing parenthesis '") + c +
                "' does not match opening parenthesis '" + top.open + "'";
      uint32_t line = lineOf(top.offset);
      if (line != lineOf(offset(p_))) message += " on line " + std::to_string(line);
    }
    syntaxError(p_, p_ + 1, std::move(message));
    p_++;
    if (inside) {
      abandonFStrings();
    } else {
      brackets_.pop_back();
    }
    return;
  }
  brackets_.pop_back();
  op(c == ')' ? Tok::RParen : c == ']' ? Tok::RSquare : Tok::RBrace, p_, 1);
  if (top.field) {
    fstrings_.back().fields--;
    updateLiteral();
  }
}

void Lexer::endOfText() {
  if (!stop_ && !brackets_.empty()) {
    out_.unclosed = true;
    out_.unclosed_offset = brackets_.back().offset;
    if (!fstrings_.empty() && literal_) unterminated(nullptr, &fstrings_.back(), false, end_);
    error(end_, end_, LexErrorKind::EndOfFile,
          std::string("'") + brackets_.back().open + "' was never closed");
    if (!out_.errors.empty() && out_.errors.back().kind == LexErrorKind::EndOfFile) {
      out_.errors.back().range = {brackets_.back().offset, brackets_.back().offset + 1};
    }
  } else if (!stop_ && literal_) {
    unterminated(nullptr, &fstrings_.back(), false, end_);
  }
  brackets_.clear();
  if (!out_.tokens.empty() && out_.tokens.back().kind != Tok::Newline &&
      out_.tokens.back().kind != Tok::Dedent) {
    push(Tok::Newline, end_, end_);
  }
  for (; indent_ > 0; indent_--) push(Tok::Dedent, end_, end_);
  push(Tok::EndMarker, end_, end_);
}

TokenStream lex(const SourceFile& file, Interner& names, bool resync) {
  return Lexer(file, names, resync).run();
}

}  // namespace krait
