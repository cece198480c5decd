// Lexing: one file's text to its tokens.
#pragma once

#include "base/interner.h"
#include "lex/token.h"

namespace krait {

// Splits `file` into tokens by Python 3.14's lexical rules. Errors are returned in the stream (with an
// Error token at their place) and the lexer goes on after them. Takes time linear in the text.
TokenStream lex(const SourceFile& file, Interner& names);

}  // namespace krait
