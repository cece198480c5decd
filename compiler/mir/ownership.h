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
// tuple.make. After the pass counts, Mark::View says that the operands are only borrowed and so is the
// result, which is valid as long as all of them.
bool isForwarding(Op op);
bool isView(const Instr& instr);

// Projections are B results read from an operand value, not from memory: opt.unwrap, any.to*,
// tuple.get. After the pass counts, Mark::Take says that the result takes over the operand's reference.
// A tuple is consumed when each of its items of counted type was taken, all in the same block and with
// nothing else done to it from the first to the last (items of uncounted type may be read).
bool isProjection(Op op);
bool isTake(const Instr& instr);

// Results that are a reference to something that needs no counting: constants, small ints.
bool isUncountedSource(Op op);

}  // namespace krait::mir
