// The lexer's state, shared by its source files. Not for other folders.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lex/lex.h"

namespace krait {

// Character classes, by byte.
enum CharClass : uint8_t {
  kIdentStart = 1,
  kIdentPart = 2,
  kDigit = 4,
  kHexDigit = 8,
};
extern const uint8_t kCharClass[256];
inline bool isIdentPart(char c) { return kCharClass[static_cast<uint8_t>(c)] & kIdentPart; }
inline bool isDecimal(char c) { return c >= '0' && c <= '9'; }
inline bool isHex(char c) { return kCharClass[static_cast<uint8_t>(c)] & kHexDigit; }

// Identifiers seen in this file, keywords included: one probe instead of the interner's hashing.
class NameTable {
 public:
  struct Entry {
    const char* text = nullptr;
    uint32_t length = 0;
    uint32_t hash = 0;
    Name name;
    Tok kind = Tok::Name;
  };
  explicit NameTable(Interner& names);
  const Entry& find(const char* text, uint32_t length, uint32_t hash);

 private:
  Entry& slot(const char* text, uint32_t length, uint32_t hash);
  void grow();

  Interner& names_;
  std::vector<Entry> entries_;
  size_t used_ = 0;
};

class Lexer {
 public:
  Lexer(const SourceFile& file, Interner& names, bool resync);
  TokenStream run();

 private:
  struct Bracket {
    uint32_t offset;
    char open;
    bool field;    // the brace of a replacement field
    bool in_spec;  // past the field's colon
  };
  struct FString {
    uint32_t begin;
    uint32_t level;  // brackets open around it
    char quote;
    uint8_t flags;
    uint8_t fields;  // replacement fields open in it
  };

  static constexpr int kMaxIndent = 100;
  static constexpr size_t kMaxLevel = 200;
  static constexpr size_t kMaxFStrings = 150;
  static constexpr int kMaxFieldNesting = 3;
  static constexpr size_t kMaxErrors = 50;

  uint32_t offset(const char* p) const { return static_cast<uint32_t>(p - base_); }
  uint16_t level() const { return static_cast<uint16_t>(brackets_.size()); }
  void push(Tok kind, const char* begin, const char* end, uint8_t flags = 0, uint32_t value = 0) {
    out_.tokens.push_back({offset(begin), offset(end), value, kind, flags, level()});
  }
  void op(Tok kind, const char* begin, int length) {
    p_ = begin + length;
    push(kind, begin, p_);
  }
  void error(const char* begin, const char* end, LexErrorKind kind, std::string message);
  void syntaxError(const char* begin, const char* end, std::string message) {
    error(begin, end, LexErrorKind::Syntax, std::move(message));
  }
  uint32_t lineOf(uint32_t at) const { return file_.lineColumn(at).line; }

  void lineStart();
  void setIndent(int column, int alt_column, const char* at);
  void token();
  void newline();
  void resyncHere();
  void comment();
  bool continuation();  // at a backslash; false after an error
  void identifier();
  bool incompatiblePrefix(const char* begin);
  void checkIdentifier(const char* begin, const char* end);
  void oneOperator(char c);
  void openBracket(char c);
  void closeBracket(char c);
  void badCharacter();
  void endOfText();
  void skipLine();

  void number();
  bool radixNumber(const char* kind, int radix);
  bool numberEnd(const char* kind);
  bool decimalTail();
  bool digits(const char* kind, bool (*good)(char));
  void badNumber(const char* at, std::string message);

  void string(const char* begin, uint8_t flags);
  void fstringStart(const char* begin, uint8_t flags);
  void fstringMiddle();
  void unterminated(const char* begin, const FString* inside, bool triple, const char* at);
  void abandonFStrings();
  void updateLiteral();
  const char* fstringKind() const {
    return (fstrings_.back().flags & kTemplateString) ? "t-string" : "f-string";
  }

  const SourceFile& file_;
  Interner& interner_;
  NameTable names_;
  TokenStream out_;
  const char* base_;
  const char* p_;
  const char* end_;
  bool at_line_start_ = true;
  bool literal_ = false;  // the next character is f-string text
  bool stop_ = false;
  bool resync_ = false;
  int indent_ = 0;
  int indents_[kMaxIndent] = {};
  int alt_indents_[kMaxIndent] = {};
  std::vector<Bracket> brackets_;
  std::vector<FString> fstrings_;
};

}  // namespace krait
