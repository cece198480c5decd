// Building the scopes of one module's tree.
#pragma once

#include "resolve/resolve.h"

namespace krait::resolve {

// Fills module.scope, module.scopes. `imports` receives the dotted names of all modules that the tree
// imports anywhere, with the places (relative ones made absolute).
struct ImportSite {
  std::string module;
  Span span;
  bool guarded;  // inside a try whose handler may catch ImportError
  bool submodule_guess = false;  // `from a import b`: a.b may be a module or just a name
};
void buildScopes(Module& module, Interner& names, std::vector<ImportSite>& imports);

}  // namespace krait::resolve
