// Parsing: one file's text to its syntax tree.
#pragma once

#include "base/arena.h"
#include "base/interner.h"
#include "diag/diag.h"
#include "parse/ast.h"
#include "source/source.h"

namespace krait {

// Lexes and parses `file` into `arena`, and applies the checks of CPython's compile() that need no
// scopes of other files (return outside function, duplicate arguments, …). Reports every error it
// finds to `diags`; returns null if there was any. Never recurses deeper than the tree it accepts.
ast::Module* parseModule(const SourceManager& sources, FileId file, Arena& arena, Interner& names,
                         DiagnosticSink& diags);

}  // namespace krait
