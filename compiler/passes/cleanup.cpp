// The last pass: control flow that counts left untidy, functions that nothing calls any more, and which blocks are cold.
// Works on counted MIR; it moves no operation, so ownership stays as it is.
#include <algorithm>

#include "passes/analysis.h"
#include "passes/pass_list.h"
#include "passes/rewrite.h"

namespace krait::passes {

using namespace mir;

namespace {

std::vector<uint32_t> countPredecessors(const Function& f) {
  std::vector<uint32_t> n(f.blocks.size(), 0);
  for (const Block& b : f.blocks)
    for (const Edge& e : b.instrs.back().edges) ++n[e.target.index];
  return n;
}

// Appends blocks with one predecessor that ends in a plain branch to that predecessor.
void mergeChains(Function& f) {
  std::vector<uint32_t> preds = countPredecessors(f);
  Replacements replaced;
  for (uint32_t b = 0; b < f.blocks.size(); ++b)
    while (f.blocks[b].instrs.back().op == Op::Br) {
      Edge e = f.blocks[b].instrs.back().edges[0];
      uint32_t t = e.target.index;
      if (preds[t] != 1 || t == b || t == 0) break;
      Block& target = f.blocks[t];
      for (size_t k = 0; k < e.args.size(); ++k) replaced.set(target.params[k], e.args[k]);
      auto& into = f.blocks[b].instrs;
      into.pop_back();
      std::move(target.instrs.begin(), target.instrs.end(), std::back_inserter(into));
      // What is left of the target is unreachable.
      target.params.clear();
      Instr end;
      end.op = Op::Unreachable;
      target.instrs.assign(1, end);
      preds[t] = 0;
    }
  if (!replaced.empty()) replaced.apply(f);
}

// Lets edges to a block that only branches on go to where it goes. Its parameters may be used by
// its own branch only.
void forwardEmpty(Function& f) {
  std::vector<uint32_t> uses(f.values.size(), 0);
  for (const Block& b : f.blocks)
    for (const Instr& i : b.instrs) {
      for (ValueId v : i.operands) ++uses[v.index];
      for (const Edge& e : i.edges)
        for (ValueId v : e.args) ++uses[v.index];
    }
  auto forwards = [&](uint32_t b) {
    const Block& block = f.blocks[b];
    if (b == 0 || block.instrs.size() != 1 || block.instrs[0].op != Op::Br) return false;
    if (block.instrs[0].edges[0].target.index == b) return false;
    for (ValueId p : block.params) {
      const auto& args = block.instrs[0].edges[0].args;
      if (uses[p.index] != static_cast<uint32_t>(std::count(args.begin(), args.end(), p)))
        return false;
    }
    return true;
  };
  for (uint32_t b = 0; b < f.blocks.size(); ++b)
    for (Edge& e : f.blocks[b].instrs.back().edges) {
      // A ring of empty blocks ends the walk after some steps.
      for (int steps = 0; steps < 16 && forwards(e.target.index); ++steps) {
        const Block& empty = f.blocks[e.target.index];
        Edge next = empty.instrs[0].edges[0];
        for (ValueId& v : next.args) {
          auto it = std::find(empty.params.begin(), empty.params.end(), v);
          if (it == empty.params.end()) continue;
          v = e.args[it - empty.params.begin()];
          // Both name it for a while: exact counts do not matter, more uses only mean less
          // forwarding.
          ++uses[v.index];
        }
        e = std::move(next);
      }
    }
}

// Removes the functions that main, the layouts and kept functions do not refer to.
void removeUnused(Module& m) {
  if (!m.main.valid()) return;
  std::vector<bool> used(m.functions.size(), false);
  std::vector<FuncId> work;
  auto use = [&](FuncId f) {
    if (!f.valid() || used[f.index]) return;
    used[f.index] = true;
    work.push_back(f);
  };
  use(m.main);
  for (uint32_t f = 0; f < m.functions.size(); ++f)  // those that the runtime calls
    if (m.functions[FuncId(f)].name == "kr_run_atexit") use(FuncId(f));
  for (const Layout& l : m.layouts) {
    use(l.del);
    use(l.exc_str);
  }
  while (!work.empty()) {
    FuncId f = work.back();
    work.pop_back();
    for (const Block& b : m.functions[f].blocks)
      for (const Instr& i : b.instrs) use(i.func);
  }
  if (std::find(used.begin(), used.end(), false) == used.end()) return;
  std::vector<FuncId> now(m.functions.size());
  IdVector<FuncId, Function> kept;
  for (uint32_t f = 0; f < used.size(); ++f)
    if (used[f]) now[f] = kept.add(std::move(m.functions[FuncId(f)]));
  m.functions = std::move(kept);
  auto rename = [&](FuncId& f) {
    if (f.valid()) f = now[f.index];
  };
  rename(m.main);
  for (Layout& l : m.layouts) {
    rename(l.del);
    rename(l.exc_str);
  }
  for (Function& f : m.functions)
    for (Block& b : f.blocks)
      for (Instr& i : b.instrs) rename(i.func);
}

}  // namespace

void cleanup(Module& module, const Options&) {
  for (Function& f : module.functions) {
    if (f.declaration) continue;
    removeUnreachable(f);
    forwardEmpty(f);
    removeUnreachable(f);
    mergeChains(f);
    removeUnreachable(f);
    const std::vector<bool> cold = coldBlocks(f, Cfg(f));
    for (size_t b = 0; b < f.blocks.size(); ++b) f.blocks[b].cold = cold[b];
  }
  removeUnused(module);
}

}  // namespace krait::passes
