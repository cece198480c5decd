// Decides which parameters are owned: the callee takes over a reference instead of borrowing it.
//
// Before counts. A parameter becomes owned if on every path on which the function returns it is
// given away (stored, returned, passed on as owned) by an operation behind which it is not used any
// more: then a caller that needs the value no longer saves a copy and a release, and one that still
// needs it copies where the callee would have. As in Ullrich and de Moura, "Counting Immutable
// Beans", but a parameter is owned only if it is given away on all paths. Callees first; calls
// inside a cycle count as borrowing. Needs all callers, so functions that something outside calls
// (main, __del__, exc_str) are left alone, and does nothing where the program can observe when
// objects die.
#include <algorithm>

#include "mir/effects.h"
#include "mir/ownership.h"
#include "passes/analysis.h"
#include "passes/pass_list.h"

namespace krait::passes {

using namespace mir;

namespace {

class ParamModes {
 public:
  ParamModes(Module& m, Function& f) : m_(m), f_(f), cfg_(f), live_(f, cfg_) {}

  void run() {
    findConsumers();
    for (Param& p : f_.params)
      if (p.mode == Mode::Borrowed && m_.types[f_.values[p.value].type].counted &&
          givenAway(p.value))
        p.mode = Mode::Owned;
  }

 private:
  // Values that stand for one parameter: itself, what forwarding ops and takes make of it.
  struct Use {
    uint32_t block;
    uint32_t instr;
    const Instr* op;
    ValueId value;
    bool consumes;
  };

  // All uses of values, in order of blocks and instructions, grouped by value.
  void findConsumers() {
    uses_.resize(f_.values.size());
    for (uint32_t b : cfg_.order) {
      const auto& instrs = f_.blocks[b].instrs;
      for (uint32_t k = 0; k < instrs.size(); ++k) {
        const Instr& i = instrs[k];
        for (size_t o = 0; o < i.operands.size(); ++o)
          uses_[i.operands[o].index].push_back(
              {b, k, &i, i.operands[o], operandUse(m_, f_, i, o) == mir::Use::Consume});
        for (const Edge& e : i.edges)
          for (ValueId v : e.args) uses_[v.index].push_back({b, k, &i, v, true});
      }
    }
  }

  // Is `v` used behind instruction `k` of block `b`?
  bool usedBehind(ValueId v, uint32_t b, uint32_t k) const {
    const auto& out = live_.out[b];
    if (std::binary_search(out.begin(), out.end(), v)) return true;
    for (const Use& u : uses_[v.index])
      if (u.block == b && u.instr > k) return true;
    return false;
  }

  // Marks the blocks in which `v` is given away for good.
  void markBlocks(ValueId v, int depth) {
    for (const Use& u : uses_[v.index]) {
      if (usedBehind(v, u.block, u.instr)) continue;
      bool hands_on =
          isForwarding(u.op->op) || (isProjection(u.op->op) && u.op->op != Op::TupleGet);
      if (hands_on) {
        // What it makes must be given away in turn; views of it would keep it alive.
        if (depth < 4) markBlocks(u.op->result, depth + 1);
        continue;
      }
      if (!u.consumes) continue;
      // An edge argument gives it away only on that edge.
      bool all_edges = true;
      if (std::find(u.op->operands.begin(), u.op->operands.end(), v) == u.op->operands.end())
        for (const Edge& e : u.op->edges)
          all_edges = all_edges && std::find(e.args.begin(), e.args.end(), v) != e.args.end();
      // A value that the same operation also borrows must be copied.
      size_t mentions = std::count(u.op->operands.begin(), u.op->operands.end(), v);
      if (all_edges && mentions <= 1) gives_[u.block] = true;
    }
  }

  bool givenAway(ValueId v) {
    gives_.assign(f_.blocks.size(), false);
    markBlocks(v, 0);
    if (std::find(gives_.begin(), gives_.end(), true) == gives_.end()) return false;
    // Is there a way to a return that does not?
    std::vector<bool> seen(f_.blocks.size(), false);
    std::vector<uint32_t> work{0};
    seen[0] = true;
    while (!work.empty()) {
      uint32_t b = work.back();
      work.pop_back();
      if (gives_[b]) continue;
      if (f_.blocks[b].instrs.back().op == Op::Ret) return false;
      for (uint32_t s : cfg_.succs[b])
        if (!seen[s]) {
          seen[s] = true;
          work.push_back(s);
        }
    }
    return true;
  }

  Module& m_;
  Function& f_;
  Cfg cfg_;
  Liveness live_;
  std::vector<std::vector<Use>> uses_;
  std::vector<bool> gives_;
};

}  // namespace

void params(Module& module, const Options&) {
  if (!module.main.valid() || Effects(module).dropsRunCode()) return;
  std::vector<bool> fixed(module.functions.size(), false);
  fixed[module.main.index] = true;
  for (const Layout& l : module.layouts)
    for (FuncId f : {l.del, l.exc_str})
      if (f.valid()) fixed[f.index] = true;
  CallGraph graph(module);
  for (const auto& component : graph.components)
    for (FuncId f : component)
      if (!fixed[f.index] && !module.functions[f].declaration)
        ParamModes(module, module.functions[f]).run();
}

}  // namespace krait::passes
