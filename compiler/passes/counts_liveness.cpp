// Extended liveness: sparse, by value, as in analysis.cpp, but children (borrowers) first, so that
// a value is live wherever one of its borrowers is.
#include <algorithm>

#include "passes/counts_internal.h"

namespace krait::passes {

using namespace mir;

ExtendedLiveness::ExtendedLiveness(const FunctionContext& context, const Classes& classes) {
  const Function& f = context.function;
  const Cfg& cfg = context.cfg;
  const Definitions& defs = context.defs;
  size_t blocks = f.blocks.size(), values = f.values.size();
  in.resize(blocks);
  out.resize(blocks);
  auto tracked = [&](ValueId v) {
    return classes.kind[v.index] == Kind::Owned || classes.kind[v.index] == Kind::Borrowed ||
           !classes.parents[v.index].empty();
  };
  // Uses from other blocks, grouped by value.
  std::vector<uint32_t> start(values + 1, 0), users;
  auto eachUse = [&](auto&& use) {
    for (uint32_t b : cfg.order)
      for (uint32_t i = 0; i < f.blocks[b].instrs.size(); ++i) {
        auto mention = [&](ValueId v) {
          if (defs[v].block != b && tracked(v)) use(v, b);
          eachLateOwner(context, classes, v, b, i, [&](ValueId o) {
            if (defs[o].block != b) use(o, b);
          });
        };
        const Instr& instr = f.blocks[b].instrs[i];
        for (ValueId v : instr.operands) mention(v);
        for (const Edge& e : instr.edges)
          for (ValueId v : e.args) mention(v);
      }
    // The definition of a borrower is a use too (a block parameter has no operand that says so).
    for (uint32_t c = 0; c < values; ++c)
      for (ValueId p : classes.parents[c])
        if (defs.places[c].block != kNone && defs[p].block != defs.places[c].block)
          use(p, defs.places[c].block);
  };
  eachUse([&](ValueId v, uint32_t) { ++start[v.index + 1]; });
  for (size_t v = 0; v < values; ++v) start[v + 1] += start[v];
  users.resize(start[values]);
  std::vector<uint32_t> next(start.begin(), start.end() - 1);
  eachUse([&](ValueId v, uint32_t b) { users[next[v.index]++] = b; });

  std::vector<std::vector<ValueId>> children(values);
  std::vector<uint32_t> order;
  for (uint32_t v = 0; v < values; ++v) {
    if (defs.places[v].block == kNone || !cfg.reachable(defs.places[v].block)) continue;
    if (!tracked(ValueId(v))) continue;
    order.push_back(v);
    for (ValueId p : classes.parents[v]) children[p.index].push_back(ValueId(v));
  }
  std::sort(order.begin(), order.end(), [&](uint32_t x, uint32_t y) {
    const auto &a = defs.places[x], &b = defs.places[y];
    uint32_t pa = cfg.position[a.block], pb = cfg.position[b.block];
    if (pa != pb) return pa > pb;
    // kNone (a block parameter) + 1 is 0: it comes first in the block.
    if (a.instr + 1 != b.instr + 1) return a.instr + 1 > b.instr + 1;
    // Only an anchor is a parent in the same place, and it has no parents itself.
    if (classes.parents[x].empty() != classes.parents[y].empty()) return classes.parents[y].empty();
    return x > y;
  });
  std::vector<uint32_t> in_stamp(blocks, kNone), out_stamp(blocks, kNone), work;
  std::vector<std::vector<uint32_t>> live_blocks(values);
  for (uint32_t v : order) {
    auto enter = [&](uint32_t b) {
      if (in_stamp[b] == v || b == defs.places[v].block) return;
      in_stamp[b] = v;
      work.push_back(b);
    };
    for (uint32_t k = start[v]; k < start[v + 1]; ++k) enter(users[k]);
    for (ValueId c : children[v])
      for (uint32_t b : live_blocks[c.index]) enter(b);
    bool has_parents = !classes.parents[v].empty();
    while (!work.empty()) {
      uint32_t b = work.back();
      work.pop_back();
      in[b].push_back(ValueId(v));
      if (has_parents) live_blocks[v].push_back(b);
      for (uint32_t p : cfg.preds[b]) {
        if (out_stamp[p] != v) {
          out_stamp[p] = v;
          out[p].push_back(ValueId(v));
        }
        enter(p);
      }
    }
  }
}

}  // namespace krait::passes
