// Tools that the passes before "counts" share: substitution of values, a pool of constants, repair
// of SSA form, removal of dead code and of unreachable blocks.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "mir/effects.h"
#include "mir/mir.h"
#include "passes/analysis.h"

namespace krait::passes {

// A substitution of values by values, applied to a whole function at once.
class Replacements {
 public:
  // Records that every use of `from` becomes a use of `to`.
  void set(mir::ValueId from, mir::ValueId to);
  // What `value` stands for now (itself if it was not replaced).
  mir::ValueId operator()(mir::ValueId value);
  bool empty() const { return count_ == 0; }
  // Rewrites all operands and edge arguments.
  void apply(mir::Function& function);
  void applyTo(mir::Instr& instr);

 private:
  std::vector<mir::ValueId> to_;
  size_t count_ = 0;
};

// An instruction without result yet.
inline mir::Instr makeInstr(mir::Op op, std::vector<mir::ValueId> operands = {}) {
  mir::Instr instr;
  instr.op = op;
  instr.operands = std::move(operands);
  return instr;
}

// Is it a const.* operation or undef? They need no place of their own: passes keep them in the
// entry block.
bool isConstant(mir::Op op);
// May the operation disappear when its result is not used?
bool removableIfUnused(const mir::Module& module, const mir::Instr& instr);
// Does dying have an effect that the program can see: does the layout or one it inherits from have
// __del__?
bool hasDel(const mir::Module& module, mir::LayoutId layout);
// The layout that introduces field `index` of `layout`: loads through a base and a subclass name
// the same field.
mir::LayoutId fieldOwner(const mir::Module& module, mir::LayoutId layout, int64_t index);
bool isSubclass(const mir::Module& module, mir::LayoutId layout, mir::LayoutId base);

// The constants of a function, each once, at the start of its entry block.
class Constants {
 public:
  Constants(mir::Module& module, mir::Function& function) : module_(module), function_(function) {}
  // Moves all constants of the function here and merges equal ones; their old uses are rewritten.
  void collect();
  // Reads again which constants the entry block has, after some were removed.
  void refresh();
  // The value of a constant operation (its result field is ignored); adds it if it is new.
  mir::ValueId get(mir::Instr instr, mir::TypeId type);
  mir::ValueId boolean(bool value) {
    return number(mir::Op::ConstBool, value, module_.types.bool_);
  }
  mir::ValueId i64(int64_t value) { return number(mir::Op::ConstI64, value, module_.types.i64); }
  mir::ValueId smallInt(int64_t value) {
    return number(mir::Op::ConstInt, value, module_.types.int_);
  }
  mir::ValueId null(mir::TypeId type);
  // Constants that were added and not placed yet.
  const std::vector<mir::Instr>& pending() const { return pending_; }
  // Puts constants that were added since the last call into the entry block.
  void place();

 private:
  mir::ValueId number(mir::Op op, int64_t imm, mir::TypeId type);

  mir::Module& module_;
  mir::Function& function_;
  std::unordered_map<uint64_t, std::vector<mir::Instr>> known_;
  std::vector<mir::Instr> pending_;
};

// Builds SSA form for a variable that several blocks define (block parameters at every join where
// the variable is live: pruned, not minimal; simplify removes what is trivial). After Braun et al.,
// "Simple and Efficient Construction of Static Single Assignment Form", on a complete graph.
class SsaBuilder {
 public:
  SsaBuilder(mir::Function& function, const Cfg& cfg) : function_(function), cfg_(cfg) {}
  // `at_end`: the variable's value at the end of the blocks that define it. `needed`: blocks at
  // whose start its value is wanted; every path to one of them must pass a definition. Adds
  // parameters and edge arguments and returns the value at the start of every block where it is
  // live.
  std::unordered_map<uint32_t, mir::ValueId> build(
      mir::TypeId type, const std::unordered_map<uint32_t, mir::ValueId>& at_end,
      const std::vector<uint32_t>& needed);

 private:
  mir::Function& function_;
  const Cfg& cfg_;
};

// Removes blocks that cannot be reached and renumbers the others. Returns whether there were any.
bool removeUnreachable(mir::Function& function);
// Removes instructions whose results are not needed and block parameters that nothing needs (mark
// and sweep, so cycles of unused parameters go as well). Returns whether more than constants was
// removed.
bool removeDead(const mir::Module& module, mir::Function& function);

// Numbers the values of a function anew, densely and in the order of their definitions.
void compactValues(mir::Function& function);

// Optimises one function (simplify.cpp); passes call it after their own work. `effects` may be
// those of the module before the pass: passes only remove stores and calls or copy those of
// callees.
void simplifyFunction(mir::Module& module, mir::FuncId function, const mir::Effects& effects);

}  // namespace krait::passes
