// Lexing: one file's text to its tokens.
#pragma once

#include "base/interner.h"
#include "lex/token.h"

namespace krait {

// Splits `file` into tokens by Python 3.14's lexical rules. Errors are returned in the stream (with
// an Error token at their place) and the lexer goes on after them. Takes time linear in the text.
// With `resync`, a line inside brackets that begins with a keyword no expression can hold ends all
// brackets: for finding further errors in a text where one was never closed.
TokenStream lex(const SourceFile& file, Interner& names, bool resync = false);

}  // namespace krait
