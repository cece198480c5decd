// Terminators and calls.

#include "base/check.h"
#include "codegen/emitter.h"

namespace krait::codegen {

using llvm::BasicBlock;
using llvm::Value;

void Emitter::emitBr(const mir::Instr& instr) {
  b_.CreateBr(edgeBlock(instr.edges[0], b_.GetInsertBlock(), nullptr));
}

void Emitter::emitCondBr(const mir::Instr& instr) {
  BasicBlock* from = b_.GetInsertBlock();
  BasicBlock* yes = edgeBlock(instr.edges[0], from, nullptr);
  BasicBlock* no = edgeBlock(instr.edges[1], from, yes);
  llvm::MDNode* weights = instr.imm == 1   ? unit_.likely()
                          : instr.imm == 2 ? unit_.unlikely()
                                           : nullptr;
  b_.CreateCondBr(operand(instr, 0), yes, no, weights);
}

void Emitter::emitRet(const mir::Instr& instr) {
  Leaves leaves;
  if (!instr.operands.empty()) leaves = leavesOf(instr.operands[0]);
  if (function_.raises) leaves.push_back(llvm::ConstantPointerNull::get(unit_.ptr));
  leave(leaves);
}

void Emitter::emitRaise(const mir::Instr& instr) {
  KRAIT_CHECK(function_.raises);
  leave(failedResult(operand(instr, 0)));
}

// What a function returns that failed with `error`: nobody looks at the value.
Leaves Emitter::failedResult(Value* error) {
  Leaves leaves;
  for (const Leaf& leaf : unit_.shape(function_.result).leaves)
    leaves.push_back(llvm::PoisonValue::get(unit_.leafType(leaf.kind)));
  leaves.push_back(error);
  return leaves;
}

void Emitter::leave(const Leaves& leaves) {
  // Fast instruction selection cannot return several values: let all returns share the one block
  // that it hands to the slow selector. The optimiser does that by itself where it is good.
  if (unit_.options.release || leaves.size() < 2) return emitReturn(leaves);
  BasicBlock* from = b_.GetInsertBlock();
  if (!exit_) {
    exit_ = newBlock("exit");
    b_.SetInsertPoint(exit_);
    Leaves joined;
    for (Value* leaf : leaves) {
      exit_phis_.push_back(b_.CreatePHI(leaf->getType(), 4));
      joined.push_back(exit_phis_.back());
    }
    emitReturn(joined);
    b_.SetInsertPoint(from);
  }
  for (size_t i = 0; i < leaves.size(); ++i) exit_phis_[i]->addIncoming(leaves[i], from);
  b_.CreateBr(exit_);
}

void Emitter::emitReturn(const Leaves& leaves) {
  leaveRecursion();
  if (leaves.empty()) {
    b_.CreateRetVoid();
  } else if (leaves.size() == 1) {
    b_.CreateRet(leaves[0]);
  } else {
    b_.CreateAggregateRet(leaves.data(), static_cast<unsigned>(leaves.size()));
  }
}

Leaves Emitter::splitResult(Value* result, mir::TypeId type, bool raises, Value** error) {
  const ValueShape& value = unit_.shape(type);
  size_t count = value.leaves.size();
  Leaves leaves;
  if (count + (raises ? 1 : 0) == 1) {
    if (raises)
      *error = result;
    else
      leaves.push_back(result);
    return leaves;
  }
  for (size_t i = 0; i < count; ++i) {
    Value* leaf = b_.CreateExtractValue(result, {static_cast<unsigned>(i)});
    // A bool of the C ABI beside the error.
    if (value.leaves[i].kind == LeafKind::Bool && leaf->getType() != unit_.i1)
      leaf = b_.CreateTrunc(leaf, unit_.i1);
    leaves.push_back(leaf);
  }
  if (raises) *error = b_.CreateExtractValue(result, {static_cast<unsigned>(count)});
  return leaves;
}

void Emitter::emitCall(const mir::Instr& instr) {
  const mir::Function& callee = unit_.module.functions[instr.func];
  std::vector<Value*> args;
  for (mir::ValueId id : instr.operands)
    for (Value* leaf : leavesOf(id)) args.push_back(leaf);
  llvm::CallInst* call = b_.CreateCall(unit_.function(instr.func), args);
  Value* error = nullptr;
  Leaves leaves = splitResult(call, callee.result, callee.raises, &error);
  if (instr.result.valid()) define(instr.result, std::move(leaves));
  if (instr.op == mir::Op::Call) {
    KRAIT_CHECK(!callee.raises && "call of a raising function");
    return;
  }
  if (!callee.raises) error = llvm::ConstantPointerNull::get(unit_.ptr);
  finishRaising(instr, error);
}

void Emitter::emitRuntimeCall(const mir::Instr& instr) {
  const std::string& name = unit_.module.text(instr.sym);
  const mir::RuntimeFunction* info = mir::findRuntimeFunction(name);
  llvm::FunctionCallee callee = unit_.runtime(name);
  std::vector<Value*> args;
  for (mir::ValueId id : instr.operands)
    for (Value* leaf : leavesOf(id)) args.push_back(leaf);
  if (name == "check_interrupt") return emitInterruptCheck(instr, callee);
  llvm::CallInst* call = b_.CreateCall(callee, args);
  call->setAttributes(llvm::cast<llvm::Function>(callee.getCallee())->getAttributes());
  Value* error = nullptr;
  Leaves leaves = splitResult(call, info->result, info->raises, &error);
  if (instr.result.valid()) define(instr.result, std::move(leaves));
  if (instr.op == mir::Op::RtCall) {
    KRAIT_CHECK(!info->raises && "rtcall of a raising function");
    return;
  }
  if (!info->raises) error = llvm::ConstantPointerNull::get(unit_.ptr);
  finishRaising(instr, error);
}

// The flag is looked at in place: loops do this once an iteration.
void Emitter::emitInterruptCheck(const mir::Instr& instr, llvm::FunctionCallee check) {
  BasicBlock *came = newBlock("interrupt"), *go_on = newBlock("go.on");
  llvm::LoadInst* flag = b_.CreateLoad(unit_.i32, unit_.interruptFlag());
  flag->setVolatile(true);
  BasicBlock* here = b_.GetInsertBlock();
  b_.CreateCondBr(b_.CreateIsNull(flag), go_on, came, unit_.likely());
  b_.SetInsertPoint(came);
  Value* raised = b_.CreateCall(check, {});
  b_.CreateBr(go_on);
  b_.SetInsertPoint(go_on);
  llvm::PHINode* error = b_.CreatePHI(unit_.ptr, 2);
  error->addIncoming(llvm::ConstantPointerNull::get(unit_.ptr), here);
  error->addIncoming(raised, came);
  if (instr.result.valid()) define(instr.result, Leaves{});
  finishRaising(instr, error);
}

void Emitter::emitTraceAdd(const mir::Instr& instr) {
  if (instr.site < 0 || function_.library) return;
  // The end of an iteration gets no entry: its object is shared by all.
  BasicBlock *add = newBlock("trace.add"), *done = newBlock("trace.done");
  b_.CreateCondBr(b_.CreateICmpEQ(operand(instr, 0), unit_.stopObject()), done, add);
  b_.SetInsertPoint(add);
  unit_.callSlow(b_, "traceback_add", {operand(instr, 0), site(instr.site)});
  b_.CreateBr(done);
  b_.SetInsertPoint(done);
}

// ---- stack and recursion depth (docs/runtime.md)

// A function in a cycle of the call graph counts its frame and raises RecursionError where the
// limit or the end of the stack is reached. The depth is kept in a register: leaving is one store.
namespace {

// What kr_raise_recursion_in calls the kind of call: CPython counts these calls of C as frames and
// says in what they were too deep. -1: a function of the library that does not count.
int64_t recursionKind(const mir::Function& function) {
  if (!function.library) return 0;
  for (const char* name : {"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"})
    if (function.display_name == name) return 1;
  for (const char* name : {"repr", "_repr_of"})
    if (function.display_name == name) return 3;
  return -1;
}

}  // namespace

void Emitter::emitRecursionCheck() {
  // Inference lets all functions in cycles raise; MIR written by hand may differ, and has the guard pages.
  if (!function_.raises) return;
  int64_t where = recursionKind(function_);
  Value* state = unit_.threadState(b_);
  Value* depth_slot = unit_.offsetBy(b_, state, ThreadStateOffsets::recursion_depth);
  Value* stack_limit =
      b_.CreateLoad(unit_.i64, unit_.offsetBy(b_, state, ThreadStateOffsets::stack_limit));
  Value* frame = b_.CreatePtrToInt(
      b_.CreateIntrinsic(llvm::Intrinsic::addressofreturnaddress, {unit_.ptr}, {}), unit_.i64);
  Value* too_deep = b_.CreateICmpULT(frame, stack_limit);
  if (where >= 0) {
    depth_ = b_.CreateLoad(unit_.i64, depth_slot);
    Value* limit =
        b_.CreateLoad(unit_.i64, unit_.offsetBy(b_, state, ThreadStateOffsets::recursion_limit));
    too_deep = b_.CreateOr(b_.CreateICmpSGE(depth_, limit), too_deep);
  }
  BasicBlock *raise = newBlock("recursion"), *fine = newBlock("enter");
  b_.CreateCondBr(too_deep, raise, fine, unit_.unlikely());
  b_.SetInsertPoint(raise);
  // What the function was given to own is its to release.
  for (const mir::Param& param : function_.params) {
    if (param.mode != mir::Mode::Owned) continue;
    Leaves owned;
    unsigned first = 0;
    for (const mir::Param& before : function_.params) {
      if (before.value == param.value) break;
      first += static_cast<unsigned>(shapeOf(before.value).leaves.size());
    }
    for (size_t i = 0; i < shapeOf(param.value).leaves.size(); ++i)
      owned.push_back(llvm_->getArg(first + static_cast<unsigned>(i)));
    unit_.release(b_, typeOf(param.value), owned);
  }
  Leaves leaves = failedResult(
      where > 0 ? b_.CreateCall(unit_.runtime("raise_recursion_in"), {b_.getInt64(uint64_t(where))})
            : b_.CreateCall(unit_.runtime("raise_recursion"), {}));
  if (leaves.size() == 1)
    b_.CreateRet(leaves[0]);
  else
    b_.CreateAggregateRet(leaves.data(), static_cast<unsigned>(leaves.size()));
  b_.SetInsertPoint(fine);
  if (depth_) b_.CreateStore(b_.CreateAdd(depth_, b_.getInt64(1)), depth_slot);
}

void Emitter::leaveRecursion() {
  if (!depth_) return;
  Value* state = unit_.threadState(b_);
  b_.CreateStore(depth_, unit_.offsetBy(b_, state, ThreadStateOffsets::recursion_depth));
}

}  // namespace krait::codegen
