// Variables of library modules that no program mentions.
#pragma once

#include "resolve/resolve.h"

namespace krait::resolve {

// Does a module of the library say `__only_mentioned__ = True`? It is loaded after all others, without those of its
// variables that nothing mentions: a program that wants two of typing's hundred names pays for two.
bool onlyMentioned(const ast::Module& tree, const Interner& names);

// Takes the assignments to single names that no module of the program mentions out of such a module, and the imports that
// only those needed.
void dropUnmentioned(Module& module, const Program& program, Arena& arena, const Interner& names);

}  // namespace krait::resolve
