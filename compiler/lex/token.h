// Tokens: what the lexer hands to the parser, one array a file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/source.h"

namespace krait {

enum class Tok : uint8_t {
#define KRAIT_TOKEN(name) name,
#define KRAIT_OPERATOR(name, spelling) name,
#define KRAIT_KEYWORD(name, spelling) name,
#include "lex/tokens.def"
#undef KRAIT_TOKEN
#undef KRAIT_OPERATOR
#undef KRAIT_KEYWORD
};
constexpr Tok kFirstKeyword = Tok::KwFalse;

// Token.flags of strings and f-strings.
enum StringFlag : uint8_t {
  kRawString = 1,
  kBytesString = 2,
  kUnicodePrefix = 4,  // u"…"
  kTripleQuoted = 8,
  kTemplateString = 16,  // t"…"
  kHasEscape = 32,       // a backslash, or a carriage return to normalise, is inside
  kInFormatSpec = 64,    // FStringMiddle: part of a format specification
  kDoubledBrace = 128,   // FStringMiddle: {{ or }} inside
};
// Token.flags of numbers.
enum NumberFlag : uint8_t {
  kIntNumber = 0,
  kFloatNumber = 1,
  kImaginaryNumber = 2,
  kHasUnderscore = 4,
};

struct Token {
  uint32_t begin;
  uint32_t end;
  uint32_t
      value;  // Name, keyword: the interned text; String, FStringStart: length of prefix and quote
  Tok kind;
  uint8_t flags;
  uint16_t level;  // how many brackets are open before it (after it, if it opens or closes one)
};
static_assert(sizeof(Token) == 16);

enum class LexErrorKind : uint8_t {
  Syntax,       // found inside a token: outranks the parser's errors, as in CPython
  Indentation,  // unindent that fits nothing, tabs, too deep
  EndOfFile,    // the text ends inside brackets; a bad line continuation
};
struct LexError {
  Range range;
  LexErrorKind kind;
  std::string message;
};

struct TokenStream {
  std::vector<Token> tokens;  // ends with EndMarker
  std::vector<Range> comments;
  std::vector<LexError> errors;
  // Where the innermost bracket was opened that is still open at the end of the text.
  bool unclosed = false;
  uint32_t unclosed_offset = 0;
  // Where brackets were first given up (see lex), or the end of the text.
  uint32_t resync_offset = UINT32_MAX;
};

// The name of a kind as --emit=tokens prints it, and the spelling of operators and keywords (""
// else).
std::string_view tokenName(Tok kind);
std::string_view tokenSpelling(Tok kind);

}  // namespace krait
