// What only type checkers read.
#pragma once

#include "base/arena.h"
#include "base/interner.h"
#include "parse/ast.h"

namespace krait::resolve {

// Takes the bodies of `if TYPE_CHECKING:` out of a module's tree (typing's constant, under whatever name it was imported).
void dropTypeChecking(ast::Module* module, Arena& arena, Interner& names);

}  // namespace krait::resolve
