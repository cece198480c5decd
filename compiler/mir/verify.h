// The MIR verifier: run between all passes in tests.
#pragma once

#include <string>

#include "mir/mir.h"

namespace krait::mir {

enum class Phase {
  Built,    // as mirgen makes it: no counts; values of counted type are used freely
  Counted,  // after the pass "counts": every owned value is consumed exactly once on every path,
            // a borrowed value is not used after what keeps it alive was consumed
};

// Returns "" or a description of the first violation, with the function, block and instruction.
std::string verify(const Module& module, Phase phase);
std::string verifyFunction(const Module& module, FuncId func, Phase phase);

}  // namespace krait::mir
