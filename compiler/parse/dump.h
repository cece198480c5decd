// Printing trees and tokens, for tests and --emit.
#pragma once

#include <string>

#include "base/interner.h"
#include "lex/token.h"
#include "parse/ast.h"
#include "source/source.h"

namespace krait {

// The tree as Python 3.11's ast.dump(tree, include_attributes=True) prints it. Fields that 3.11
// does not know (type_params) appear only where they are not empty.
std::string dumpAst(const ast::Module* module, const SourceManager& sources, const Interner& names);

// One token a line: position, kind, text.
std::string dumpTokens(const TokenStream& stream, const SourceFile& file);

// A str's or bytes' repr as Python prints it. `text`: UTF-8 with surrogates as three bytes.
std::string reprString(std::string_view text);
std::string reprBytes(std::string_view bytes);
// repr(float), and the number as complex prints its imaginary part ("2", not "2.0").
std::string reprFloat(double value);
std::string reprImaginary(double value);
// The decimal digits of an integer literal (with 0x, 0o, 0b prefix or none).
std::string decimalDigits(std::string_view literal);

}  // namespace krait
