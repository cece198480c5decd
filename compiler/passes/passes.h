// The pass pipeline over MIR.
#pragma once

#include <cstdint>
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
  // Tests only, see mutate.h: the place to change (-1: none), and whether the program ends there instead.
  int64_t mutate = -1;
  bool mutant_ends = false;
  std::string* mutations = nullptr;         // lists the places
};

// Runs the pipeline on the module as mirgen built it; afterwards it is ready for code generation.
// Returns "" or the verifier's complaint (an internal error).
std::string runPasses(mir::Module& module, const Options& options);

}  // namespace krait::passes
