// Arithmetic on tagged ints: the fast path for two small words inline, the runtime otherwise. Bit 0
// of a word is clear when it is small; the value is shifted left by one, so sums, comparisons and
// bit operations work on the words as they are.

#include "base/check.h"
#include "codegen/emitter.h"

namespace krait::codegen {

using llvm::BasicBlock;
using llvm::Value;

Value* Emitter::join(llvm::Type* type, Value* a, BasicBlock* from_a, Value* b, BasicBlock* from_b) {
  llvm::PHINode* phi = b_.CreatePHI(type, 2);
  phi->addIncoming(a, from_a);
  phi->addIncoming(b, from_b);
  return phi;
}

void Emitter::leaveIf(Value* condition, BasicBlock* slow, const char* next) {
  BasicBlock* rest = newBlock(next);
  b_.CreateCondBr(condition, slow, rest, unit_.unlikely());
  b_.SetInsertPoint(rest);
}

void Emitter::requireSmall(llvm::ArrayRef<Value*> words, BasicBlock* slow) {
  llvm::SmallVector<Value*, 2> unknown;
  for (Value* word : words) {
    auto* constant = llvm::dyn_cast<llvm::ConstantInt>(word);
    if (!constant || constant->getValue()[0]) unknown.push_back(word);
  }
  if (unknown.empty()) return;
  if (unit_.options.release) {
    // One test a word: each is often known from a test before, or makes one behind it (of the
    // release of the operand) redundant; the optimiser sees that for a word but not for the "or" of
    // two.
    for (Value* word : unknown) leaveIf(b_.CreateTrunc(word, unit_.i1), slow, "small");
  } else {
    Value* bits = unknown.size() == 2 ? b_.CreateOr(unknown[0], unknown[1]) : unknown[0];
    leaveIf(b_.CreateTrunc(bits, unit_.i1), slow, "small");
  }
}

// Ends the fast path with `fast`, makes the slow path a call of the runtime that cannot raise.
static Value* joinWithRuntime(Unit& unit, llvm::IRBuilder<>& b, Value* fast, BasicBlock* slow,
                              BasicBlock* done, const char* name, llvm::ArrayRef<Value*> args) {
  BasicBlock* fast_end = b.GetInsertBlock();
  b.CreateBr(done);
  b.SetInsertPoint(slow);
  Value* call = unit.callSlow(b, name, args);
  b.CreateBr(done);
  b.SetInsertPoint(done);
  llvm::PHINode* phi = b.CreatePHI(fast->getType(), 2);
  phi->addIncoming(fast, fast_end);
  phi->addIncoming(call, slow);
  return phi;
}

void Emitter::emitIntAddSub(const mir::Instr& instr) {
  bool add = instr.op == mir::Op::IntAdd;
  Value *x = operand(instr, 0), *y = operand(instr, 1);
  BasicBlock *slow = newBlock("int.slow"), *done = newBlock("int.done");
  requireSmall({x, y}, slow);
  Value* pair = b_.CreateBinaryIntrinsic(
      add ? llvm::Intrinsic::sadd_with_overflow : llvm::Intrinsic::ssub_with_overflow, x, y);
  Value* sum = b_.CreateExtractValue(pair, {0u});
  leaveIf(b_.CreateExtractValue(pair, {1u}), slow, "fits");
  define(instr.result,
         joinWithRuntime(unit_, b_, sum, slow, done, add ? "int_add" : "int_sub", {x, y}));
}

void Emitter::emitIntMul(const mir::Instr& instr) {
  Value *x = operand(instr, 0), *y = operand(instr, 1);
  BasicBlock *slow = newBlock("int.slow"), *done = newBlock("int.done");
  requireSmall({x, y}, slow);
  // Untag a constant rather than a variable.
  Value *plain = x, *tagged = y;
  if (llvm::isa<llvm::ConstantInt>(y)) std::swap(plain, tagged);
  plain = b_.CreateAShr(plain, 1, "", /*isExact=*/true);
  Value* pair = b_.CreateBinaryIntrinsic(llvm::Intrinsic::smul_with_overflow, plain, tagged);
  Value* product = b_.CreateExtractValue(pair, {0u});
  leaveIf(b_.CreateExtractValue(pair, {1u}), slow, "fits");
  define(instr.result, joinWithRuntime(unit_, b_, product, slow, done, "int_mul", {x, y}));
}

void Emitter::emitIntNeg(const mir::Instr& instr) {
  Value* x = operand(instr, 0);
  BasicBlock *slow = newBlock("int.slow"), *done = newBlock("int.done");
  requireSmall({x}, slow);
  Value* pair = b_.CreateBinaryIntrinsic(llvm::Intrinsic::ssub_with_overflow, b_.getInt64(0), x);
  Value* negative = b_.CreateExtractValue(pair, {0u});
  leaveIf(b_.CreateExtractValue(pair, {1u}), slow, "fits");
  define(instr.result, joinWithRuntime(unit_, b_, negative, slow, done, "int_neg", {x}));
}

void Emitter::emitIntBits(const mir::Instr& instr) {
  Value* x = operand(instr, 0);
  Value* y = instr.operands.size() > 1 ? operand(instr, 1) : nullptr;
  BasicBlock *slow = newBlock("int.slow"), *done = newBlock("int.done");
  if (y)
    requireSmall({x, y}, slow);
  else
    requireSmall({x}, slow);
  Value* fast = nullptr;
  const char* name = nullptr;
  switch (instr.op) {
    case mir::Op::IntAnd:
      fast = b_.CreateAnd(x, y), name = "int_and";
      break;
    case mir::Op::IntOr:
      fast = b_.CreateOr(x, y), name = "int_or";
      break;
    case mir::Op::IntXor:
      fast = b_.CreateXor(x, y), name = "int_xor";
      break;
    case mir::Op::IntInvert:
      fast = b_.CreateXor(x, b_.getInt64(~uint64_t{1})), name = "int_invert";
      break;
    default:
      KRAIT_UNREACHABLE("bit operation");
  }
  Value* result = y ? joinWithRuntime(unit_, b_, fast, slow, done, name, {x, y})
                    : joinWithRuntime(unit_, b_, fast, slow, done, name, {x});
  define(instr.result, result);
}

void Emitter::emitIntCmp(const mir::Instr& instr) {
  Value *x = operand(instr, 0), *y = operand(instr, 1);
  BasicBlock *slow = newBlock("int.slow"), *done = newBlock("int.done");
  if (instr.pred == mir::Pred::Eq || instr.pred == mir::Pred::Ne) {
    // Equal words are equal ints, and different words are different ints unless both are big.
    Value* equal = b_.CreateICmpEQ(x, y);
    auto small = [](Value* v) {
      auto* constant = llvm::dyn_cast<llvm::ConstantInt>(v);
      return constant && !constant->getValue()[0];
    };
    if (!small(x) && !small(y)) {
      Value* both_big = b_.CreateTrunc(b_.CreateAnd(x, y), unit_.i1);
      leaveIf(both_big, slow, "one.small");
      equal = joinWithRuntime(unit_, b_, equal, slow, done, "int_eq", {x, y});
    } else {
      slow->eraseFromParent();
      done->eraseFromParent();
    }
    return define(instr.result, instr.pred == mir::Pred::Eq ? equal : b_.CreateNot(equal));
  }
  llvm::CmpInst::Predicate pred = llvm::CmpInst::ICMP_SLT;
  switch (instr.pred) {
    case mir::Pred::Lt:
      pred = llvm::CmpInst::ICMP_SLT;
      break;
    case mir::Pred::Le:
      pred = llvm::CmpInst::ICMP_SLE;
      break;
    case mir::Pred::Gt:
      pred = llvm::CmpInst::ICMP_SGT;
      break;
    case mir::Pred::Ge:
      pred = llvm::CmpInst::ICMP_SGE;
      break;
    default:
      KRAIT_UNREACHABLE("predicate of an int comparison");
  }
  requireSmall({x, y}, slow);
  Value* fast = b_.CreateICmp(pred, x, y);
  BasicBlock* fast_end = b_.GetInsertBlock();
  b_.CreateBr(done);
  b_.SetInsertPoint(slow);
  Value* order = unit_.callSlow(b_, "int_cmp", {x, y});
  Value* compared = b_.CreateICmp(pred, order, b_.getInt64(0));
  b_.CreateBr(done);
  b_.SetInsertPoint(done);
  define(instr.result, join(unit_.i1, fast, fast_end, compared, slow));
}

void Emitter::emitIntFromI64(const mir::Instr& instr) {
  Value* x = operand(instr, 0);
  BasicBlock *slow = newBlock("int.slow"), *done = newBlock("int.done");
  Value* pair = b_.CreateBinaryIntrinsic(llvm::Intrinsic::sadd_with_overflow, x, x);
  Value* word = b_.CreateExtractValue(pair, {0u});
  leaveIf(b_.CreateExtractValue(pair, {1u}), slow, "fits");
  define(instr.result, joinWithRuntime(unit_, b_, word, slow, done, "int_from_i64", {x}));
}

// Raising ones: the slow path has an error, the fast one none; both meet before the branch on it.
void Emitter::joinRaising(const mir::Instr& instr, Value* fast, BasicBlock* slow, const char* name,
                          llvm::ArrayRef<Value*> args) {
  // The fast path goes to the normal edge by itself, without looking at an error.
  BasicBlock* fast_end = b_.GetInsertBlock();
  BasicBlock* done = newBlock("int.done");
  b_.CreateBr(done);
  b_.SetInsertPoint(slow);
  Value* call = unit_.callSlow(b_, name, args);
  Value* value = b_.CreateExtractValue(call, {0u});
  Value* error = b_.CreateExtractValue(call, {1u});
  define(instr.exception, error);
  KRAIT_CHECK(instr.edges.size() == 2);
  BasicBlock* slow_end = b_.GetInsertBlock();
  BasicBlock* failed = instr.site >= 0 && !function_.library
                           ? errorBlock(instr, slow_end)
                           : edgeBlock(instr.edges[1], slow_end, nullptr);
  b_.CreateCondBr(b_.CreateIsNull(error), done, failed, unit_.likely());
  b_.SetInsertPoint(done);
  define(instr.result, join(fast->getType(), fast, fast_end, value, slow_end));
  b_.CreateBr(edgeBlock(instr.edges[0], done, nullptr));
}

void Emitter::emitIntDivMod(const mir::Instr& instr) {
  bool mod = instr.op == mir::Op::IntMod;
  Value *x = operand(instr, 0), *y = operand(instr, 1);
  const char* name = mod ? "int_mod" : "int_floordiv";
  BasicBlock* slow = newBlock("int.slow");
  requireSmall({x, y}, slow);
  auto* constant = llvm::dyn_cast<llvm::ConstantInt>(y);
  if (constant && constant->getSExtValue() > 0 && constant->getValue().isPowerOf2() &&
      !constant->getValue()[0]) {
    // By 2**k: a shift or a mask; both round down. The word of 2**k is 2**(k + 1).
    unsigned k = constant->getValue().logBase2() - 1;
    Value* fast = mod ? b_.CreateAnd(x, b_.getInt64(constant->getZExtValue() - 2))
                      : b_.CreateAnd(b_.CreateAShr(x, k), b_.getInt64(~uint64_t{1}));
    return joinRaising(instr, fast, slow, name, {x, y});
  }
  if (!constant || constant->isZero()) leaveIf(b_.CreateICmpEQ(y, b_.getInt64(0)), slow, "divisor");
  // Division of the words: the quotient is plain, the remainder tagged. Both truncate; where the
  // remainder is not zero and has the dividend's sign against the divisor's, floor is one less.
  if (constant && constant->isZero()) {
    // Nothing to compute: always an error.
    return joinRaising(instr, b_.getInt64(0), slow, name, {x, y});
  }
  Value* remainder = b_.CreateSRem(x, y);
  Value* opposite = b_.CreateICmpSLT(b_.CreateXor(remainder, y), b_.getInt64(0));
  Value* adjust = b_.CreateAnd(opposite, b_.CreateICmpNE(remainder, b_.getInt64(0)));
  Value* fast = nullptr;
  if (mod) {
    fast = b_.CreateSelect(adjust, b_.CreateAdd(remainder, y), remainder);
  } else {
    Value* quotient = b_.CreateSDiv(x, y);
    quotient = b_.CreateSub(quotient, b_.CreateZExt(adjust, unit_.i64));
    // Only the smallest small int divided by -1 does not fit.
    if (constant && constant->getSExtValue() != -2) {
      fast = b_.CreateShl(quotient, 1);
    } else {
      Value* pair =
          b_.CreateBinaryIntrinsic(llvm::Intrinsic::sadd_with_overflow, quotient, quotient);
      fast = b_.CreateExtractValue(pair, {0u});
      leaveIf(b_.CreateExtractValue(pair, {1u}), slow, "fits");
    }
  }
  joinRaising(instr, fast, slow, name, {x, y});
}

void Emitter::emitIntShl(const mir::Instr& instr) {
  Value *x = operand(instr, 0), *y = operand(instr, 1);
  BasicBlock* slow = newBlock("int.slow");
  requireSmall({x, y}, slow);
  // Counts of 0 to 62; a negative one is a large unsigned number.
  Value* count = b_.CreateAShr(y, 1, "", /*isExact=*/true);
  leaveIf(b_.CreateICmpUGT(count, b_.getInt64(62)), slow, "count");
  Value* shifted = b_.CreateShl(x, count);
  leaveIf(b_.CreateICmpNE(b_.CreateAShr(shifted, count), x), slow, "fits");
  joinRaising(instr, shifted, slow, "int_lshift", {x, y});
}

void Emitter::emitIntShr(const mir::Instr& instr) {
  Value *x = operand(instr, 0), *y = operand(instr, 1);
  BasicBlock* slow = newBlock("int.slow");
  requireSmall({x, y}, slow);
  leaveIf(b_.CreateICmpSLT(y, b_.getInt64(0)), slow, "count");
  Value* count = b_.CreateLShr(y, 1);
  count = b_.CreateBinaryIntrinsic(llvm::Intrinsic::umin, count, b_.getInt64(63));
  Value* shifted = b_.CreateAnd(b_.CreateAShr(x, count), b_.getInt64(~uint64_t{1}));
  joinRaising(instr, shifted, slow, "int_rshift", {x, y});
}

void Emitter::emitIntToF64(const mir::Instr& instr) {
  Value* x = operand(instr, 0);
  BasicBlock* slow = newBlock("int.slow");
  requireSmall({x}, slow);
  Value* fast = b_.CreateSIToFP(b_.CreateAShr(x, 1, "", /*isExact=*/true), unit_.f64);
  joinRaising(instr, fast, slow, "int_to_f64", {x});
}

}  // namespace krait::codegen
