// Makes the LLVM function of one MIR function. Internal to this folder.
#pragma once

#include "codegen/unit.h"

namespace krait::codegen {

class Emitter {
 public:
  Emitter(Unit& unit, mir::FuncId id);
  void emit();

 private:
  // ---- functions.cpp
  void computeOrder();
  void keepCalls(llvm::BasicBlock& first, llvm::BasicBlock& last);
  void emitEntry();
  void emitSiteTable();
  llvm::Value* site(int32_t index);
  // Blocks and edges.
  llvm::BasicBlock* newBlock(const char* name);
  // Adds `from` as a predecessor of the edge's target and passes the arguments.
  void addIncoming(const mir::Edge& edge, llvm::BasicBlock* from);
  // The LLVM block to jump to for an edge taken from `from`; records the arguments. `other` is the
  // target of the branch's other edge: if it is the same, a block of its own is made.
  llvm::BasicBlock* edgeBlock(const mir::Edge& edge, llvm::BasicBlock* from,
                              llvm::BasicBlock* other);
  // The same for the error edge of an op with a traceback entry: through a shared cold block.
  llvm::BasicBlock* errorBlock(const mir::Instr& instr, llvm::BasicBlock* from);
  void emitRecursionCheck();
  void leaveRecursion();
  // Ends the block of a raising op: branches on `error`. The op's results must be defined before.
  void finishRaising(const mir::Instr& instr, llvm::Value* error);
  void define(mir::ValueId id, Leaves leaves) { values_[id.index] = std::move(leaves); }
  void define(mir::ValueId id, llvm::Value* leaf) { values_[id.index] = {leaf}; }
  const Leaves& leavesOf(mir::ValueId id) const;
  llvm::Value* valueOf(mir::ValueId id) const;
  llvm::Value* operand(const mir::Instr& instr, unsigned i) const {
    return valueOf(instr.operands[i]);
  }
  mir::TypeId typeOf(mir::ValueId id) const { return function_.values[id].type; }
  const ValueShape& shapeOf(mir::ValueId id) { return unit_.shape(typeOf(id)); }

  // ---- ops.cpp
  void emitInstr(const mir::Instr& instr);

  // ---- terminators.cpp and calls
  void emitBr(const mir::Instr& instr);
  void emitCondBr(const mir::Instr& instr);
  void emitRet(const mir::Instr& instr);
  void emitRaise(const mir::Instr& instr);
  Leaves failedResult(llvm::Value* error);
  // Returns from the function with these leaves: by way of the shared exit block, or here.
  void leave(const Leaves& leaves);
  void emitReturn(const Leaves& leaves);
  void emitCall(const mir::Instr& instr);
  void emitRuntimeCall(const mir::Instr& instr);
  void emitInterruptCheck(const mir::Instr& instr, llvm::FunctionCallee check);
  void emitTraceAdd(const mir::Instr& instr);
  // Splits what a call returned into the leaves of `type` and the error (null if it cannot raise).
  Leaves splitResult(llvm::Value* result, mir::TypeId type, bool raises, llvm::Value** error);

  // ---- ints.cpp
  void emitIntAddSub(const mir::Instr& instr);
  void emitIntMul(const mir::Instr& instr);
  void emitIntNeg(const mir::Instr& instr);
  void emitIntBits(const mir::Instr& instr);
  void emitIntCmp(const mir::Instr& instr);
  void emitIntFromI64(const mir::Instr& instr);
  void emitIntDivMod(const mir::Instr& instr);
  void emitIntShl(const mir::Instr& instr);
  void emitIntShr(const mir::Instr& instr);
  void emitIntToF64(const mir::Instr& instr);
  void joinRaising(const mir::Instr& instr, llvm::Value* fast, llvm::BasicBlock* slow,
                   const char* name, llvm::ArrayRef<llvm::Value*> args);
  // One value of two paths.
  llvm::Value* join(llvm::Type* type, llvm::Value* a, llvm::BasicBlock* from_a, llvm::Value* b,
                    llvm::BasicBlock* from_b);
  // Branches to `slow` unless all the words are small.
  void requireSmall(llvm::ArrayRef<llvm::Value*> words, llvm::BasicBlock* slow);
  // Branches to `slow` if `condition` holds; goes on in a new block.
  void leaveIf(llvm::Value* condition, llvm::BasicBlock* slow, const char* next);

  // ---- memory_ops.cpp
  void emitNew(const mir::Instr& instr);
  void emitFieldOp(const mir::Instr& instr);
  void emitBufferOp(const mir::Instr& instr);
  void emitBufMove(const mir::Instr& instr);
  void emitGlobalOp(const mir::Instr& instr);
  void emitAnyOp(const mir::Instr& instr);
  void emitTupleOp(const mir::Instr& instr);
  llvm::Value* loadTid(llvm::Value* object);

  Unit& unit_;
  mir::FuncId id_;
  const mir::Function& function_;
  llvm::Function* llvm_;
  llvm::IRBuilder<> b_;
  std::vector<Leaves> values_;
  std::vector<uint32_t> order_;            // reachable blocks, reverse postorder
  std::vector<llvm::BasicBlock*> blocks_;  // by MIR block; null: unreachable
  bool entry_has_predecessor_ = false;
  bool cold_ = false;  // the block at hand: small code is wanted
  std::vector<std::vector<llvm::PHINode*>> phis_;  // by MIR block: one a leaf of the parameters
  llvm::GlobalVariable* site_table_ = nullptr;
  llvm::Type* site_type_ = nullptr;
  llvm::BasicBlock* exit_ = nullptr;
  std::vector<llvm::PHINode*> exit_phis_;
  llvm::Value* depth_ = nullptr;  // recursion depth at entry, if the function counts it
  struct ColdBlock {
    uint32_t target;
    uint32_t position;  // of the exception among the edge's arguments
    llvm::BasicBlock* block;
    llvm::PHINode* site;
    std::vector<llvm::PHINode*> args;
  };
  std::vector<ColdBlock> cold_blocks_;
};

}  // namespace krait::codegen
