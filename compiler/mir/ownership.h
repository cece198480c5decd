// How an operation uses each of its operands, and which results have references of their own: the
// one place where counts, the verifier and code generation look this up (from ops.def and parameter
// modes).
#pragma once

#include "mir/mir.h"

namespace krait::mir {

enum class Use : uint8_t { Trivial, Borrow, Consume };

// The use of operand `index` as the op declares it; operands of uncounted type are Trivial.
Use operandUse(const Module& module, const Function& function, const Instr& instr, size_t index);

// Does the runtime function take over a reference to its parameter `index`? (kr_str_append_inplace
// does; parameters are borrowed otherwise.)
bool runtimeConsumes(const std::string& name, size_t index);

// Forwarding ops change the type of a value but not the reference it holds: opt.fromref, any.from*,
// tuple.make. If every counted operand is borrowed (or needs no count), so is the result, and it is
// valid as long as all of them; otherwise the operands are consumed and the result is owned.
bool isForwarding(Op op);

// Projections are B results read from an operand value, not from memory: opt.unwrap, any.to*,
// tuple.get.
bool isProjection(Op op);

// Results that are a reference to something that needs no counting: constants, small ints.
bool isUncountedSource(Op op);

}  // namespace krait::mir
