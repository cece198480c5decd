// The pass pipeline over MIR.
#pragma once

#include <string>
#include <vector>

#include "mir/mir.h"

namespace krait::passes {

struct Options {
  bool release = false;
  bool verify = false;                      // run the MIR verifier after every pass
  std::vector<std::string> disabled;        // names of optional passes to skip
  std::string dump_after;                   // name of a pass: print the module after it …
  std::string* dump = nullptr;              // … into this
  std::string dump_function;                // only this function
};

// Runs the pipeline on the module as mirgen built it; afterwards it is ready for code generation.
// Returns "" or the verifier's complaint (an internal error).
std::string runPasses(mir::Module& module, const Options& options);

}  // namespace krait::passes
