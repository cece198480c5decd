// What the parts of the verifier share.
#pragma once

#include <string>

#include "mir/effects.h"
#include "mir/mir.h"

namespace krait::mir {

// Types of operands, result and attributes of one instruction (of a function with valid value ids).
// Returns "" or a complaint.
std::string checkTypes(const Module& module, const Function& function, const Instr& instr);

// Phase::Counted: ownership on every path. The function is known to be well-formed SSA.
// Returns "" or a complaint that names block and instruction.
std::string checkOwnership(const Module& module, const Function& function, const Effects& effects);

std::string typeName(const Types& types, TypeId type);

}  // namespace krait::mir
