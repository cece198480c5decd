// appends: a str that dies where something is concatenated to it grows in place.
//
// Assumes: Phase::Built, after the last pass that knows str_concat. `s += x` in a loop is linear in
// CPython, whose concatenation reuses a str that only the variable holds; programs rely on that. The
// runtime's str_append_inplace consumes its first operand and appends in place if nobody else holds
// it, so counts does the rest: an operand that lives on is copied, and the count then forbids it.
// Where the str is a variable in memory (a global, a field) that is stored to right behind, it is
// taken out of it first.
#include "passes/analysis.h"
#include "passes/pass_list.h"

namespace krait::passes {
using namespace mir;

namespace {

class Appends {
 public:
  Appends(Function& f, SymId concat, SymId append)
      : f_(f), concat_(concat), append_(append) {}

  void run() {
    places_.resize(f_.values.size());
    uses_.resize(f_.values.size());
    for (const Param& p : f_.params) places_[p.value.index].owned = p.mode == Mode::Owned;
    bool any = false;
    for (uint32_t b = 0; b < f_.blocks.size(); ++b) {
      Block& block = f_.blocks[b];
      if (b > 0)
        for (ValueId v : block.params) places_[v.index].owned = true;
      for (uint32_t k = 0; k < block.instrs.size(); ++k) {
        const Instr& i = block.instrs[k];
        any = any || isConcat(i);
        for (ValueId v : i.operands) ++uses_[v.index];
        for (const Edge& e : i.edges)
          for (ValueId v : e.args) ++uses_[v.index];
        if (!i.result.valid()) continue;
        places_[i.result.index] = {b, k, i.op == Op::RtCall || i.op == Op::Call, true};
      }
    }
    if (!any) return;
    for (uint32_t b = 0; b < f_.blocks.size(); ++b)
      for (uint32_t k = 0; k < f_.blocks[b].instrs.size(); ++k) {
        Instr& i = f_.blocks[b].instrs[k];
        if (isConcat(i) && (places_[i.operands[0].index].owned || take(b, k))) i.sym = append_;
      }
  }

 private:
  struct Place {
    uint32_t block = 0, instr = 0;
    bool owned = false;  // made by a call or passed to a block: probably nobody else holds it
    bool known = false;  // by the instruction at this place
  };

  bool isConcat(const Instr& i) const {
    return i.op == Op::RtCall && i.sym == concat_ && i.operands[0] != i.operands[1];
  }

  // The variable that holds the first operand of the concatenation is stored to behind it, and
  // nothing in between could notice that it is empty: makes its load a take.
  bool take(uint32_t b, uint32_t k) {
    auto& instrs = f_.blocks[b].instrs;
    ValueId old = instrs[k].operands[0], made = instrs[k].result;
    const Place& place = places_[old.index];
    if (!place.known || place.block != b || place.instr > k || uses_[old.index] != 1) return false;
    Instr& load = instrs[place.instr];
    if (load.op != Op::GlobalLoad && load.op != Op::FieldLoad) return false;
    for (uint32_t n = place.instr + 1; n < instrs.size(); ++n) {
      const Instr& i = instrs[n];
      if (n == k) continue;
      bool store = load.op == Op::GlobalLoad
                       ? i.op == Op::GlobalStore && i.global == load.global && i.operands[0] == made
                       : i.op == Op::FieldStore && i.layout == load.layout && i.imm == load.imm &&
                             i.operands[0] == load.operands[0] && i.operands[1] == made;
      if (store && n > k) {
        load.op = load.op == Op::GlobalLoad ? Op::GlobalTake : Op::FieldTake;
        return true;
      }
      if (!opInfo(i.op).is('P')) return false;
    }
    return false;
  }

  Function& f_;
  SymId concat_, append_;
  std::vector<Place> places_;
  std::vector<uint32_t> uses_;
};

}  // namespace

void appends(Module& module, const Options&) {
  if (!module.symbol_ids.count("str_concat")) return;
  SymId concat = module.symbol("str_concat"), append = module.symbol("str_append_inplace");
  for (Function& f : module.functions)
    if (!f.declaration) Appends(f, concat, append).run();
}

}  // namespace krait::passes
