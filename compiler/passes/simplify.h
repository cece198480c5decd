// The worker of the pass "simplify"; simplify.cpp has the walk over the dominator tree,
// simplify_fold.cpp the rules for single operations, simplify_flow.cpp control flow.
#pragma once

#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

#include "mir/mir.h"
#include "passes/analysis.h"
#include "passes/rewrite.h"

namespace krait::passes {

// What is known to be in memory: the value of a field, a buffer slot or a global, or that an
// object's fields still are zero.
struct MemoryFact {
  enum Kind : uint8_t { Field, Slot, SlotField, Global, Fresh } kind;
  mir::ValueId base;    // object or ptr
  mir::ValueId index;   // slots
  int64_t imm = 0;      // field or tuple index
  mir::LayoutId owner;  // fields: the layout that introduces it
  mir::TypeId type;     // slots: element type
  mir::GlobalId global;
  mir::ValueId value;
};
using MemoryState = std::vector<MemoryFact>;

class Simplifier {
 public:
  Simplifier(mir::Module& module, mir::FuncId func, const mir::Effects& effects);
  void run();

 private:
  using Op = mir::Op;
  using ValueId = mir::ValueId;

  // ---- simplify.cpp: walk, value numbering, memory
  bool simplifyParams();
  bool numberValues();
  void enterBlock(uint32_t block);
  void visitInstr(mir::Instr instr);
  void visitTerminator(mir::Instr instr);
  // Appends the instruction to the block at hand unless it folds or its value exists already;
  // returns the value that has its result. `type` is the type of the result.
  ValueId number(mir::Instr instr, mir::TypeId type);
  ValueId emit(Op op, std::vector<ValueId> operands, mir::TypeId type, int64_t imm = 0);
  ValueId emitCmp(Op op, mir::Pred pred, ValueId a, ValueId b);
  void record(ValueId value, const mir::Instr& instr);
  ValueId resolve(ValueId value);
  void assume(ValueId condition, bool value);
  void assumeCmp(Op op, mir::Pred pred, ValueId a, ValueId b, bool value);
  void bind(ValueId value, ValueId to);
  static uint64_t hashOf(const mir::Instr& instr, mir::TypeId type);
  static bool sameExpression(const mir::Instr& a, const mir::Instr& b);
  ValueId lookup(const mir::Instr& instr, mir::TypeId type);
  void insert(const mir::Instr& key, mir::TypeId type, ValueId value, bool fact);
  void undoTo(size_t mark);
  ValueId load(const mir::Instr& instr);  // the value it must find, or invalid
  void clobber(const mir::Instr& instr, MemoryState& state, bool elsewhere);
  void remember(const mir::Instr& instr);
  mir::Location locationOf(const MemoryFact& fact) const;
  bool distinct(ValueId a, ValueId b);  // two objects that cannot be the same
  MemoryState stateAt(uint32_t block);

  // ---- simplify_fold.cpp, simplify_objects.cpp
  ValueId fold(const mir::Instr& instr, mir::TypeId type);
  ValueId foldBool(const mir::Instr& instr);
  ValueId foldI64(const mir::Instr& instr, mir::TypeId type);
  ValueId foldI64Cmp(const mir::Instr& instr);
  ValueId foldF64(const mir::Instr& instr);
  ValueId foldInt(const mir::Instr& instr);
  ValueId foldObject(const mir::Instr& instr, mir::TypeId type);
  ValueId foldAny(const mir::Instr& instr, mir::TypeId type);
  void foldTerminator(mir::Instr& instr);
  void canonicalize(mir::Instr& instr);
  const mir::Instr* def(ValueId value) const;
  bool isOp(ValueId value, Op op) const { return def(value) && def(value)->op == op; }
  bool isConst(ValueId value) const { return def(value) && isConstant(def(value)->op); }
  std::optional<int64_t> i64Of(ValueId value) const;
  std::optional<int64_t> smallOf(ValueId value) const;
  std::optional<bool> boolOf(ValueId value) const;
  std::optional<double> f64Of(ValueId value) const;
  ValueId exactI64(ValueId value, bool small_only);
  ValueId constant(ValueId value);  // notes a constant of the pool
  ValueId constBool(bool value) { return constant(constants_.boolean(value)); }
  ValueId constI64(int64_t value) { return constant(constants_.i64(value)); }
  ValueId constSmall(int64_t value) { return constant(constants_.smallInt(value)); }
  ValueId constF64(double value);

  // ---- simplify_flow.cpp
  bool simplifyFlow();
  void collectDefs();
  bool mergeBlocks();
  bool forwardEmptyBlocks();
  bool selectDiamonds();
  bool threadJumps();
  bool threadBlock(uint32_t block, const Cfg& cfg);
  bool threadEdge(uint32_t pred, size_t edge, uint32_t block, const Cfg& cfg);

  mir::Module& m_;
  mir::Function& f_;
  const mir::Effects& effects_;
  Constants constants_;
  Replacements replaced_;
  std::deque<mir::Instr>
      defs_;  // operations that compute values; a deque, since they are pointed to
  std::vector<uint32_t> def_at_;  // value -> index into defs_, kNone for parameters
  bool changed_ = false;

  // During the walk over the dominator tree.
  const Cfg* cfg_ = nullptr;
  const Dominators* dominators_ = nullptr;
  std::vector<mir::Instr>* out_ = nullptr;
  bool numbering_ = false;  // off while a block is cloned for jump threading
  struct Entry {
    ValueId value;
    uint32_t fact =
        kNone;  // index into facts_ of the expression, or kNone: the definition of value
  };
  std::unordered_map<uint64_t, Entry> table_;
  std::deque<mir::Instr> facts_;
  std::vector<ValueId> bound_;  // value -> what it is known to be equal to here
  struct Undo {
    uint64_t hash;   // of the table, or
    uint32_t value;  // of bound_
    Entry old;
    bool had;
  };
  std::vector<Undo> undo_;
  std::vector<std::pair<ValueId, mir::LayoutId>>
      tags_;  // any values whose exact layout is known here
  MemoryState memory_;
  std::vector<MemoryState> memory_at_end_;
  // Jump threading: the values of the block at hand, and what stands for them in its clones.
  std::unordered_map<uint32_t, std::unordered_map<uint32_t, ValueId>>
      clones_;  // value -> block -> value
  size_t threads_left_ = 0;
};

}  // namespace krait::passes
