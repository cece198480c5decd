#include "passes/analysis.h"

#include <algorithm>

namespace krait::passes {

using namespace mir;

Cfg::Cfg(const Function& function) {
  size_t n = function.blocks.size();
  preds.resize(n);
  succs.resize(n);
  position.assign(n, kNone);
  if (n == 0) return;
  for (size_t b = 0; b < n; ++b)
    for (const Edge& e : function.blocks[b].instrs.back().edges) succs[b].push_back(e.target.index);
  std::vector<uint8_t> seen(n, 0);
  std::vector<std::pair<uint32_t, uint32_t>> stack{{0, 0}};
  seen[0] = 1;
  while (!stack.empty()) {
    auto& [b, next] = stack.back();
    if (next == succs[b].size()) {
      order.push_back(b);
      stack.pop_back();
      continue;
    }
    uint32_t target = succs[b][next++];
    if (!seen[target]) {
      seen[target] = 1;
      stack.push_back({target, 0});
    }
  }
  std::reverse(order.begin(), order.end());
  for (size_t i = 0; i < order.size(); ++i) position[order[i]] = static_cast<uint32_t>(i);
  // Only reachable predecessors count.
  for (uint32_t b : order)
    for (uint32_t s : succs[b]) preds[s].push_back(b);
}

Dominators::Dominators(const Cfg& cfg) {
  size_t n = cfg.succs.size();
  idom.assign(n, kNone);
  children.resize(n);
  enter.assign(n, kNone);
  leave.assign(n, kNone);
  if (n == 0) return;
  // Numbers are those of a depth-first walk.
  std::vector<uint32_t> vertex, number(n, kNone), parent;
  std::vector<std::pair<uint32_t, uint32_t>> walk{{0, 0}};  // block, number of its parent
  while (!walk.empty()) {
    auto [b, from] = walk.back();
    walk.pop_back();
    if (number[b] != kNone) continue;
    number[b] = static_cast<uint32_t>(vertex.size());
    vertex.push_back(b);
    parent.push_back(from);
    for (size_t k = cfg.succs[b].size(); k-- > 0;)
      if (number[cfg.succs[b][k]] == kNone) walk.push_back({cfg.succs[b][k], number[b]});
  }
  uint32_t count = static_cast<uint32_t>(vertex.size());
  std::vector<uint32_t> semi(count), label(count), ancestor = parent, dom = parent, path;
  for (uint32_t i = 0; i < count; ++i) semi[i] = label[i] = i;
  // The number with the smallest semidominator on the way from v up to what is not linked yet.
  auto eval = [&](uint32_t v, uint32_t linked) {
    if (v < linked) return label[v];
    path.clear();
    uint32_t u = v;
    do {
      path.push_back(u);
      u = ancestor[u];
    } while (u >= linked);
    uint32_t top = path.back(), best = label[top];
    path.pop_back();
    while (!path.empty()) {
      uint32_t x = path.back();
      path.pop_back();
      ancestor[x] = ancestor[top];
      if (semi[best] < semi[label[x]])
        label[x] = best;
      else
        best = label[x];
      top = x;
    }
    return label[v];
  };
  for (uint32_t i = count; i-- > 1;) {
    semi[i] = parent[i];
    for (uint32_t p : cfg.preds[vertex[i]])
      semi[i] = std::min(semi[i], semi[eval(number[p], i + 1)]);
  }
  for (uint32_t i = 1; i < count; ++i) {
    while (dom[i] > semi[i]) dom[i] = dom[dom[i]];
    idom[vertex[i]] = vertex[dom[i]];
  }
  // Children in reverse post-order, so that walks of the tree see definitions first.
  for (uint32_t b : cfg.order)
    if (b != 0) children[idom[b]].push_back(b);
  uint32_t clock = 0;
  std::vector<std::pair<uint32_t, uint32_t>> stack{{0, 0}};
  while (!stack.empty()) {
    auto& [b, next] = stack.back();
    if (next == 0) enter[b] = clock++;
    if (next == children[b].size()) {
      leave[b] = clock;
      stack.pop_back();
      continue;
    }
    uint32_t child = children[b][next++];
    stack.push_back({child, 0});
  }
}

Definitions::Definitions(const Function& function) {
  places.resize(function.values.size());
  for (uint32_t b = 0; b < function.blocks.size(); ++b) {
    const Block& block = function.blocks[b];
    for (ValueId p : block.params) places[p.index] = {b, kNone};
    for (uint32_t i = 0; i < block.instrs.size(); ++i) {
      const Instr& instr = block.instrs[i];
      if (instr.result.valid()) places[instr.result.index] = {b, i};
      if (instr.exception.valid()) places[instr.exception.index] = {b, i};
    }
  }
}

Liveness::Liveness(const Function& function, const Cfg& cfg) {
  size_t blocks = function.blocks.size(), values = function.values.size();
  in.resize(blocks);
  out.resize(blocks);
  Definitions defs(function);
  // The blocks that use a value from outside, grouped by value: by counting.
  std::vector<uint32_t> start(values + 1, 0), users;
  auto eachUse = [&](auto&& use) {
    for (uint32_t b : cfg.order)
      for (const Instr& instr : function.blocks[b].instrs) {
        for (ValueId v : instr.operands)
          if (defs[v].block != b) use(v, b);
        for (const Edge& e : instr.edges)
          for (ValueId v : e.args)
            if (defs[v].block != b) use(v, b);
      }
  };
  eachUse([&](ValueId v, uint32_t) { ++start[v.index + 1]; });
  for (size_t v = 0; v < values; ++v) start[v + 1] += start[v];
  users.resize(start[values]);
  std::vector<uint32_t> next(start.begin(), start.end() - 1);
  eachUse([&](ValueId v, uint32_t b) { users[next[v.index]++] = b; });
  std::vector<uint32_t> in_stamp(blocks, kNone), out_stamp(blocks, kNone), work;
  for (uint32_t v = 0; v < values; ++v) {
    for (uint32_t k = start[v]; k < start[v + 1]; ++k)
      if (in_stamp[users[k]] != v) {
        in_stamp[users[k]] = v;
        work.push_back(users[k]);
      }
    while (!work.empty()) {
      uint32_t b = work.back();
      work.pop_back();
      in[b].push_back(ValueId(v));
      for (uint32_t p : cfg.preds[b]) {
        if (out_stamp[p] != v) {
          out_stamp[p] = v;
          out[p].push_back(ValueId(v));
        }
        if (defs.places[v].block != p && in_stamp[p] != v) {
          in_stamp[p] = v;
          work.push_back(p);
        }
      }
    }
  }
}

CallGraph::CallGraph(const Module& module) {
  size_t n = module.functions.size();
  std::vector<std::vector<uint32_t>> successors(n);
  callees.resize(n);
  std::vector<uint32_t> stamp(n, kNone);
  for (uint32_t f = 0; f < n; ++f)
    for (const Block& block : module.functions[FuncId(f)].blocks)
      for (const Instr& instr : block.instrs) {
        if (!isCall(instr)) continue;
        if (stamp[instr.func.index] == f) continue;
        stamp[instr.func.index] = f;
        callees[f].push_back(instr.func);
        successors[f].push_back(instr.func.index);
      }
  Components found(successors);
  for (const auto& members : found.members) {
    auto& component = components.emplace_back();
    for (uint32_t f : members) component.push_back(FuncId(f));
  }
  component = std::move(found.of);
  cyclic = std::move(found.cyclic);
}

std::vector<bool> coldBlocks(const Function& function, const Cfg& cfg) {
  std::vector<bool> cold(function.blocks.size());
  // Post-order: successors are known but for those of back edges, which count as not cold.
  for (size_t i = cfg.order.size(); i-- > 0;) {
    uint32_t b = cfg.order[i];
    cold[b] = function.blocks[b].instrs.back().op != Op::Ret;
    for (uint32_t s : cfg.succs[b])
      if (!cold[s]) cold[b] = false;
  }
  if (function.once) {
    Components loops(cfg.succs);
    for (uint32_t b : cfg.order)
      if (!loops.inCycle(b)) cold[b] = true;
  }
  return cold;
}

void markOnce(Module& module, const CallGraph& graph) {
  std::vector<uint32_t> calls(module.functions.size());
  for (size_t f = 0; f < module.functions.size(); ++f) {
    module.functions[FuncId(f)].once = FuncId(f) == module.main;
    for (const Block& block : module.functions[FuncId(f)].blocks)
      for (const Instr& instr : block.instrs)
        if (isCall(instr)) ++calls[instr.func.index];
  }
  // Callers first.
  for (size_t c = graph.components.size(); c-- > 0;) {
    const Function& f = module.functions[graph.components[c][0]];
    if (!f.once || graph.cyclic[c]) continue;
    Cfg cfg(f);
    Components loops(cfg.succs);
    for (uint32_t b : cfg.order)
      for (const Instr& instr : f.blocks[b].instrs)
        if (isCall(instr) && calls[instr.func.index] == 1 && !loops.inCycle(b))
          module.functions[instr.func].once = true;
  }
}

}  // namespace krait::passes
