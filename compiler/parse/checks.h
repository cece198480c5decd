// What CPython's compile() refuses although the grammar allows it.
#pragma once

#include "base/interner.h"
#include "diag/diag.h"
#include "parse/ast.h"
#include "source/source.h"

namespace krait {

// Reports misplaced statements, conflicting scopes, trees too deep to compile and the like; sets
// module.future_annotations. False if anything was reported.
bool checkModule(const SourceFile& file, ast::Module& module, Interner& names,
                 DiagnosticSink& diags);

}  // namespace krait
