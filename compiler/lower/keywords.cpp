// What a function does with its **parameter. If it only passes the keywords on and looks at them, the compiler keeps
// their names and types (Ctor::Record), so that a decorator around a function loses nothing:
//
//   def wrapper(*args, **kwargs):
//       print("called with", args, kwargs)
//       return function(*args, **kwargs)
#include <algorithm>
#include <set>
#include <string_view>

#include "lower/lowering.h"

namespace krait::hir {

namespace {

// Builtins that look at a dict and neither keep nor change it.
const std::set<std::string_view> kLookers = {"all",  "any",  "bool", "enumerate", "format", "len",   "list",
                                             "repr", "print", "set",  "sorted",    "str",    "tuple", "frozenset"};
const std::set<std::string_view> kLookingMethods = {"items", "keys", "values", "copy"};

class Keywords {
 public:
  Keywords(Program& program, Code& code) : program_(program), names_(*program.names), code_(code), slot_(code.params.size() - 1) {}

  void run() {
    defined_.resize(code_.regs);
    looks_.resize(code_.regs);
    bool looked = false, passed = false;
    for (const Block& b : code_.blocks)
      for (const Instr& i : b.instrs) {
        if (i.result.valid()) defined_[i.result.index] = &i;
        if (i.op != Op::LoadSlot && i.slot == slot_) return;  // stored, deleted, or in a cell
      }
    for (const Block& b : code_.blocks)
      for (const Instr& i : b.instrs) {
        for (Reg r : i.operands) {
          if (!isKeywords(r)) continue;
          if (code_.library || !looks(i, r)) return;
          looked = looks_[r.index] = true;
        }
        const bool cells = i.op == Op::MakeFunction || i.op == Op::MakeClass;
        for (const CallArg& a : i.args) {
          if (cells ? a.value.index == slot_.index : isKeywords(a.value) && a.kind != ArgKind::DoubleStar) {
            if (cells || code_.library || a.kind != ArgKind::Positional || !isLooker(i.operands[0])) return;
            looked = looks_[a.value.index] = true;
          } else if (!cells && isKeywords(a.value)) {
            passed = true;
          }
        }
      }
    // What is looked at without being passed on is a dict with a type for each key (docs/inference.md, "Dicts used as records").
    if (looked && !passed) return;
    if (looked) makeDicts();
    code_.passes_keywords_on = true;
  }

 private:
  bool isKeywords(Reg r) const { return defined_[r.index] && defined_[r.index]->op == Op::LoadSlot && defined_[r.index]->slot == slot_; }

  bool isLooker(Reg callee) const {
    const Instr* d = defined_[callee.index];
    return d && d->op == Op::LoadGlobal && d->builtin.valid() && !d->global.valid() && kLookers.count(names_.text(d->name));
  }

  bool looks(const Instr& i, Reg r) const {
    switch (i.op) {
      case Op::FormatValue:
      case Op::Truth:
      case Op::Not:
      case Op::GetIter: return true;
      case Op::Contains: return i.operands.size() == 2 && i.operands[0] != r && i.operands[1] == r;
      case Op::GetAttr: return kLookingMethods.count(names_.text(i.name)) > 0;
      default: return false;
    }
  }

  // A dict of its own for each look.
  void makeDicts() {
    for (Block& b : code_.blocks) {
      std::vector<Instr> instrs;
      for (Instr& i : b.instrs) {
        if (i.op != Op::LoadSlot || i.slot != slot_ || !looks_[i.result.index]) {
          instrs.push_back(std::move(i));
          continue;
        }
        const Reg dict = i.result;
        i.result = Reg(code_.regs++);
        Instr callee = i;
        callee.op = Op::LoadGlobal;
        callee.slot = Slot();
        callee.result = Reg(code_.regs++);
        callee.name = names_.intern("_kwargs_dict");
        callee.builtin = program_.core_globals.at(callee.name);
        Instr call = i;
        call.op = Op::Call;
        call.slot = Slot();
        call.result = dict;
        call.operands = {callee.result};
        call.args.push_back({i.result, ArgKind::DoubleStar, Name()});
        instrs.push_back(std::move(i));
        instrs.push_back(std::move(callee));
        instrs.push_back(std::move(call));
      }
      b.instrs = std::move(instrs);
    }
  }

  Program& program_;
  Interner& names_;
  Code& code_;
  const Slot slot_;
  std::vector<const Instr*> defined_;
  std::vector<bool> looks_;
};

}  // namespace

void findPassedKeywords(Program& program, Code& code) {
  if (code.params.empty() || code.params.back().kind != ParamKind::KwArgs) return;
  // In lib/core, an empty **parameter is None but for one of this name.
  if (code.core && program.names->text(code.params.back().name) != "passed") return;
  Keywords(program, code).run();
}

}  // namespace krait::hir
