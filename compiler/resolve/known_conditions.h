// Conditions that are the same in every run of a program.
#pragma once

#include "base/arena.h"
#include "base/interner.h"
#include "parse/ast.h"

namespace krait::resolve {

// Takes out of a module's tree what never runs: the bodies of `if TYPE_CHECKING:`, and the branches for other versions of
// Python and other systems (`if sys.version_info < (3, 8):`, `PY2 = sys.version_info[0] == 2` and `if PY2:`,
// `x if os.name == "nt" else y`). What such branches import or name need not exist.
void dropDeadBranches(ast::Module* module, Arena& arena, Interner& names);

}  // namespace krait::resolve
