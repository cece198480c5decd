// Numbers about an inferred program, for --stats.
#pragma once

#include "infer/infer.h"

namespace krait::infer {

// How far inference came, in the functions and lambdas of the main file (krait check).
struct Coverage {
  size_t functions = 0, inferred = 0, called = 0;
  size_t known_signatures = 0;  // no unknown type in parameters and result
  size_t values = 0, known_values = 0;
};
Coverage coverage(Program& program);

// How often the definitions that the program reaches are specialised, and what that took.
struct Specialisation {
  using Worst = std::vector<std::pair<std::string, size_t>>;
  size_t functions = 0, instances = 0, library_functions = 0, library_instances = 0;
  Worst worst, library_worst;  // those with most instances, at least two
  size_t evaluations = 0;      // of functions: how often solving and recording went over one
  size_t values = 0;           // in the program's own functions
  size_t several = 0;          // of these, values that come in more than one layout
};
Specialisation specialisation(Program& program);

}  // namespace krait::infer
