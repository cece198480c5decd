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
// tuple.make. After the pass counts, imm == kMarkView ("view" in the text form) says that the
// operands are only borrowed and so is the result, which is valid as long as all of them.
bool isForwarding(Op op);
constexpr int64_t kMarkView = 1;
bool isView(const Instr& instr);

// Projections are B results read from an operand value, not from memory: opt.unwrap, any.to*,
// tuple.get. After the pass counts, imm == kMarkTake ("take"; never of tuple.get) says that the
// operand is consumed and the result takes over its reference.
bool isProjection(Op op);
constexpr int64_t kMarkTake = 1;
bool isTake(const Instr& instr);

// Results that are a reference to something that needs no counting: constants, small ints.
bool isUncountedSource(Op op);

}  // namespace krait::mir
