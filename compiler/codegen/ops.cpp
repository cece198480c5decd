// One MIR operation to LLVM instructions: the switch over all operations, and those that are one or
// two instructions.

#include "base/check.h"
#include "codegen/emitter.h"

namespace krait::codegen {
namespace {

using llvm::CmpInst;
using llvm::Value;
using llvm::Intrinsic::ID;

CmpInst::Predicate integerPredicate(mir::Pred pred) {
  switch (pred) {
    case mir::Pred::Eq:
      return CmpInst::ICMP_EQ;
    case mir::Pred::Ne:
      return CmpInst::ICMP_NE;
    case mir::Pred::Lt:
      return CmpInst::ICMP_SLT;
    case mir::Pred::Le:
      return CmpInst::ICMP_SLE;
    case mir::Pred::Gt:
      return CmpInst::ICMP_SGT;
    case mir::Pred::Ge:
      return CmpInst::ICMP_SGE;
    case mir::Pred::Ult:
      return CmpInst::ICMP_ULT;
    case mir::Pred::Ule:
      return CmpInst::ICMP_ULE;
    case mir::Pred::Ugt:
      return CmpInst::ICMP_UGT;
    case mir::Pred::Uge:
      return CmpInst::ICMP_UGE;
  }
  KRAIT_UNREACHABLE("predicate");
}

CmpInst::Predicate floatPredicate(mir::Pred pred) {
  switch (pred) {
    case mir::Pred::Eq:
      return CmpInst::FCMP_OEQ;
    case mir::Pred::Ne:
      return CmpInst::FCMP_UNE;
    case mir::Pred::Lt:
      return CmpInst::FCMP_OLT;
    case mir::Pred::Le:
      return CmpInst::FCMP_OLE;
    case mir::Pred::Gt:
      return CmpInst::FCMP_OGT;
    case mir::Pred::Ge:
      return CmpInst::FCMP_OGE;
    case mir::Pred::Ult:
    case mir::Pred::Ule:
    case mir::Pred::Ugt:
    case mir::Pred::Uge:
      break;
  }
  KRAIT_UNREACHABLE("predicate of a float comparison");
}

}  // namespace

void Emitter::emitInstr(const mir::Instr& instr) {
  auto arg = [&](unsigned i) { return operand(instr, i); };
  auto result = [&](Value* value) { define(instr.result, value); };
  auto resultType = [&] { return unit_.leafType(shapeOf(instr.result).leaves[0].kind); };
  using mir::Op;
  switch (instr.op) {
    // --- constants
    case Op::ConstBool:
      return result(b_.getInt1(instr.imm != 0));
    case Op::ConstI64:
      return result(llvm::ConstantInt::getSigned(resultType(), instr.imm));
    case Op::ConstF64:
      return result(llvm::ConstantFP::get(unit_.context, llvm::APFloat(instr.f64)));
    case Op::ConstInt:
      return result(b_.getInt64(static_cast<uint64_t>(instr.imm) << 1));
    case Op::ConstBig:
      return result(unit_.bigLiteral(instr.sym));
    case Op::ConstStr:
      return result(unit_.strLiteral(instr.sym));
    case Op::ConstBytes:
      return result(unit_.bytesLiteral(instr.sym));
    case Op::ConstNull:
    case Op::Undef: {
      // Undefined values are zeros: an undefined one must not be passed as a well-defined argument.
      Leaves leaves;
      for (const Leaf& leaf : shapeOf(instr.result).leaves) leaves.push_back(unit_.zero(leaf.kind));
      return define(instr.result, std::move(leaves));
    }
    case Op::ConstNoInt:
      return result(b_.getInt64(1));
    case Op::ConstStop:
      return result(unit_.stopObject());
    case Op::ConstTid:
      return result(b_.getInt64(unit_.tid(instr.layout)));
    case Op::ConstSize:
      return result(b_.getInt64(unit_.shape(instr.type).size));

    // --- bool, i64, f64
    case Op::BoolNot:
      return result(b_.CreateNot(arg(0)));
    case Op::BoolAnd:
      return result(b_.CreateAnd(arg(0), arg(1)));
    case Op::BoolOr:
      return result(b_.CreateOr(arg(0), arg(1)));
    case Op::BoolXor:
      return result(b_.CreateXor(arg(0), arg(1)));
    case Op::BoolToI64:
      return result(b_.CreateZExt(arg(0), unit_.i64));
    case Op::I64Add:
      return result(b_.CreateAdd(arg(0), arg(1)));
    case Op::I64Sub:
      return result(b_.CreateSub(arg(0), arg(1)));
    case Op::I64Mul:
      return result(b_.CreateMul(arg(0), arg(1)));
    case Op::I64SDiv:
      return result(b_.CreateSDiv(arg(0), arg(1)));
    case Op::I64SRem:
      return result(b_.CreateSRem(arg(0), arg(1)));
    case Op::I64UDiv:
      return result(b_.CreateUDiv(arg(0), arg(1)));
    case Op::I64URem:
      return result(b_.CreateURem(arg(0), arg(1)));
    case Op::I64And:
      return result(b_.CreateAnd(arg(0), arg(1)));
    case Op::I64Or:
      return result(b_.CreateOr(arg(0), arg(1)));
    case Op::I64Xor:
      return result(b_.CreateXor(arg(0), arg(1)));
    case Op::I64Shl:
      return result(b_.CreateShl(arg(0), arg(1)));
    case Op::I64Sar:
      return result(b_.CreateAShr(arg(0), arg(1)));
    case Op::I64Shr:
      return result(b_.CreateLShr(arg(0), arg(1)));
    case Op::I64Cmp:
      return result(b_.CreateICmp(integerPredicate(instr.pred), arg(0), arg(1)));
    case Op::I64Trunc:
      return result(b_.CreateTrunc(arg(0), resultType()));
    case Op::I64Sext:
      return result(b_.CreateSExt(arg(0), unit_.i64));
    case Op::I64Zext:
      return result(b_.CreateZExt(arg(0), unit_.i64));
    case Op::I64ToF64:
      return result(b_.CreateSIToFP(arg(0), unit_.f64));
    case Op::I64Ctz:
      return result(b_.CreateBinaryIntrinsic(llvm::Intrinsic::cttz, arg(0), b_.getTrue()));
    case Op::I64Clz:
      return result(b_.CreateBinaryIntrinsic(llvm::Intrinsic::ctlz, arg(0), b_.getTrue()));
    case Op::F64Add:
      return result(b_.CreateFAdd(arg(0), arg(1)));
    case Op::F64Sub:
      return result(b_.CreateFSub(arg(0), arg(1)));
    case Op::F64Mul:
      return result(b_.CreateFMul(arg(0), arg(1)));
    case Op::F64Div:
      return result(b_.CreateFDiv(arg(0), arg(1)));
    case Op::F64Neg:
      return result(b_.CreateFNeg(arg(0)));
    case Op::F64Abs:
      return result(b_.CreateUnaryIntrinsic(llvm::Intrinsic::fabs, arg(0)));
    case Op::F64Sqrt:
      return result(b_.CreateUnaryIntrinsic(llvm::Intrinsic::sqrt, arg(0)));
    case Op::F64Floor:
      return result(b_.CreateUnaryIntrinsic(llvm::Intrinsic::floor, arg(0)));
    case Op::F64Cmp:
      return result(b_.CreateFCmp(floatPredicate(instr.pred), arg(0), arg(1)));
    case Op::F64ToI64:
      return result(b_.CreateFPToSI(arg(0), unit_.i64));
    case Op::F64Bits:
      return result(b_.CreateBitCast(arg(0), unit_.i64));
    case Op::F64FromBits:
      return result(b_.CreateBitCast(arg(0), unit_.f64));
    case Op::Select: {
      Leaves leaves;
      const Leaves &yes = leavesOf(instr.operands[1]), &no = leavesOf(instr.operands[2]);
      for (size_t i = 0; i < yes.size(); ++i)
        leaves.push_back(b_.CreateSelect(arg(0), yes[i], no[i]));
      return define(instr.result, std::move(leaves));
    }

    // --- int
    case Op::IntAdd:
    case Op::IntSub:
      return emitIntAddSub(instr);
    case Op::IntMul:
      return emitIntMul(instr);
    case Op::IntNeg:
      return emitIntNeg(instr);
    case Op::IntAnd:
    case Op::IntOr:
    case Op::IntXor:
    case Op::IntInvert:
      return emitIntBits(instr);
    case Op::IntCmp:
      return emitIntCmp(instr);
    case Op::IntTruth:
      return result(b_.CreateICmpNE(arg(0), b_.getInt64(0)));  // a big one is not 0
    case Op::IntFromI64:
      return emitIntFromI64(instr);
    case Op::IntFromSmall:
      return result(b_.CreateShl(arg(0), 1, "", /*NUW=*/false, /*NSW=*/true));
    case Op::IntIsSmall:
      return result(b_.CreateNot(b_.CreateTrunc(arg(0), unit_.i1)));
    case Op::IntSmall:
      return result(b_.CreateAShr(arg(0), 1, "", /*isExact=*/true));
    case Op::IntIsNone:
      return result(b_.CreateICmpEQ(arg(0), b_.getInt64(1)));
    case Op::IntFloorDiv:
    case Op::IntMod:
      return emitIntDivMod(instr);
    case Op::IntShl:
      return emitIntShl(instr);
    case Op::IntShr:
      return emitIntShr(instr);
    case Op::IntToF64:
      return emitIntToF64(instr);

    // --- objects
    case Op::New:
      return emitNew(instr);
    case Op::FieldLoad:
    case Op::FieldStore:
    case Op::FieldInit:
    case Op::FieldTake:
      return emitFieldOp(instr);
    case Op::RefTid:
      return result(loadTid(arg(0)));
    case Op::TidIn: {
      const ClassInfo& info = unit_.classOf(instr.layout);
      if (info.end_id == info.id + 1) return result(b_.CreateICmpEQ(arg(0), b_.getInt64(info.id)));
      Value* distance = b_.CreateSub(arg(0), b_.getInt64(info.id));
      return result(b_.CreateICmpULT(distance, b_.getInt64(info.end_id - info.id)));
    }
    case Op::RefEq:
      return result(b_.CreateICmpEQ(arg(0), arg(1)));
    case Op::OptFromRef:
    case Op::OptUnwrap:
      return result(arg(0));
    case Op::OptIsNull:
      return result(b_.CreateIsNull(arg(0)));
    case Op::IsUnique: {
      auto* count = b_.CreateLoad(unit_.i32, arg(0));
      count->setMetadata(llvm::LLVMContext::MD_tbaa, unit_.aliasOf(Access::Count));
      return result(b_.CreateICmpEQ(count, b_.getInt32(1)));
    }

    // --- tuples, unions
    case Op::TupleMake:
    case Op::TupleGet:
      return emitTupleOp(instr);
    case Op::AnyNone:
    case Op::AnyFromBool:
    case Op::AnyFromF64:
    case Op::AnyFromInt:
    case Op::AnyFromRef:
    case Op::AnyFromOpt:
    case Op::AnyFromUnit:
    case Op::AnyFromTag:
    case Op::AnyTag:
    case Op::AnyIs:
    case Op::AnyToBool:
    case Op::AnyToF64:
    case Op::AnyToInt:
    case Op::AnyToRef:
    case Op::AnyToOpt:
      return emitAnyOp(instr);

    // --- buffers, globals
    case Op::BufLoad:
    case Op::BufTake:
    case Op::BufInit:
    case Op::BufStore:
    case Op::BufZero:
    case Op::BufLoadField:
    case Op::BufStoreField:
      return emitBufferOp(instr);
    case Op::BufMove:
      return emitBufMove(instr);
    case Op::PtrIsNull:
      return result(b_.CreateIsNull(arg(0)));
    case Op::PtrEq:
      return result(b_.CreateICmpEQ(arg(0), arg(1)));
    case Op::GlobalLoad:
    case Op::GlobalStore:
    case Op::GlobalTake:
      return emitGlobalOp(instr);

    // --- calls, exceptions
    case Op::Call:
    case Op::Invoke:
      return emitCall(instr);
    case Op::RtCall:
    case Op::RtInvoke:
      return emitRuntimeCall(instr);
    case Op::TraceAdd:
      return emitTraceAdd(instr);
    case Op::ExcIsStop:
      return result(b_.CreateICmpEQ(arg(0), unit_.stopObject()));

    // --- counts
    case Op::Retain:
      return unit_.retain(b_, typeOf(instr.operands[0]), leavesOf(instr.operands[0]));
    case Op::Release:
      return unit_.release(b_, typeOf(instr.operands[0]), leavesOf(instr.operands[0]));
    case Op::Copy: {
      Leaves leaves = leavesOf(instr.operands[0]);
      unit_.retain(b_, typeOf(instr.operands[0]), leaves);
      return define(instr.result, std::move(leaves));
    }
    case Op::Keep:
      return;

    // --- terminators
    case Op::Br:
      return emitBr(instr);
    case Op::CondBr:
      return emitCondBr(instr);
    case Op::Ret:
      return emitRet(instr);
    case Op::Raise:
      return emitRaise(instr);
    case Op::Unreachable:
      b_.CreateUnreachable();
      return;
  }
  KRAIT_UNREACHABLE("operation");
}

}  // namespace krait::codegen
