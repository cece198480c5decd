// Control flow: merging blocks, skipping empty ones, turning small diamonds into selects, jump
// threading.
#include <algorithm>

#include "passes/simplify.h"

namespace krait::passes {
using namespace mir;

namespace {

constexpr size_t kThreadInstrs =
    8;  // a block that is cloned for a known branch has at most so many
constexpr size_t kThreadsPerRound = 64;  // clones a round

// The number of edges to every block.
std::vector<uint32_t> countEdges(const Function& function) {
  std::vector<uint32_t> count(function.blocks.size());
  for (const Block& block : function.blocks)
    for (const Edge& edge : block.instrs.back().edges) ++count[edge.target.index];
  return count;
}

// The edge that an edge to an empty block becomes when it goes on to that block's target.
Edge throughEmpty(const Edge& edge, const Block& empty) {
  Edge next = empty.instrs[0].edges[0];
  for (ValueId& v : next.args)
    for (size_t i = 0; i < empty.params.size(); ++i)
      if (v == empty.params[i]) {
        v = edge.args[i];
        break;
      }
  return next;
}

}  // namespace

// Reads all definitions again: what the walk noted names values that merging blocks has replaced.
void Simplifier::collectDefs() {
  defs_.clear();
  def_at_.clear();
  for (const Instr& instr : constants_.pending()) record(instr.result, instr);
  for (const Block& block : f_.blocks)
    for (const Instr& instr : block.instrs)
      if (instr.result.valid() && !opInfo(instr.op).terminator()) record(instr.result, instr);
}

bool Simplifier::simplifyFlow() {
  bool changed = removeUnreachable(f_);
  changed |= mergeBlocks();
  changed |= forwardEmptyBlocks();
  collectDefs();
  changed |= selectDiamonds();
  changed |= threadJumps();
  removeUnreachable(f_);
  constants_.place();
  return changed;
}

// A block whose only successor has no other predecessor takes it in.
bool Simplifier::mergeBlocks() {
  std::vector<uint32_t> edges = countEdges(f_);
  std::vector<char> gone(f_.blocks.size());
  Replacements replacements;
  bool changed = false;
  for (uint32_t b = 0; b < f_.blocks.size(); ++b) {
    if (gone[b]) continue;
    while (f_.blocks[b].instrs.back().op == Op::Br) {
      uint32_t next = f_.blocks[b].instrs.back().edges[0].target.index;
      if (next == b || next == 0 || edges[next] != 1) break;
      std::vector<ValueId> args = std::move(f_.blocks[b].instrs.back().edges[0].args);
      f_.blocks[b].instrs.pop_back();
      Block& from = f_.blocks[next];
      for (size_t i = 0; i < args.size(); ++i)
        replacements.set(from.params[i], replacements(args[i]));
      for (Instr& instr : from.instrs) f_.blocks[b].instrs.push_back(std::move(instr));
      from.params.clear();
      from.instrs.assign(1, makeInstr(Op::Unreachable));
      gone[next] = true;
      changed = true;
    }
  }
  if (!changed) return false;
  replacements.apply(f_);
  removeUnreachable(f_);
  return true;
}

// Edges to a block that only jumps on go where it jumps to.
bool Simplifier::forwardEmptyBlocks() {
  std::vector<uint32_t> uses(f_.values.size());
  for (const Block& block : f_.blocks)
    for (const Instr& instr : block.instrs) {
      for (ValueId v : instr.operands) ++uses[v.index];
      for (const Edge& edge : instr.edges)
        for (ValueId v : edge.args) ++uses[v.index];
    }
  std::vector<char> empty(f_.blocks.size());
  for (uint32_t b = 1; b < f_.blocks.size(); ++b) {
    const Block& block = f_.blocks[b];
    if (block.instrs[0].op != Op::Br || block.instrs[0].edges[0].target.index == b) continue;
    empty[b] = true;
    // Its parameters may be used by its own jump only: blocks that it dominates would lose them.
    for (ValueId param : block.params) {
      auto own = std::count(block.instrs[0].edges[0].args.begin(),
                            block.instrs[0].edges[0].args.end(), param);
      if (uses[param.index] != own) empty[b] = false;
    }
  }
  bool changed = false;
  for (uint32_t b = 0; b < f_.blocks.size(); ++b) {
    Instr& last = f_.blocks[b].instrs.back();
    if (empty[b] && last.op == Op::Br) continue;  // it goes away itself
    for (size_t e = 0; e < last.edges.size(); ++e) {
      // A bounded number of steps: empty blocks may form a cycle.
      for (int step = 0; step < 16 && empty[last.edges[e].target.index]; ++step) {
        Edge next = throughEmpty(last.edges[e], f_.blocks[last.edges[e].target.index]);
        if (last.edges.size() == 2) {
          const Edge& other = last.edges[1 - e];
          // Two edges to one block with different arguments are selectDiamonds' business.
          if (other.target == next.target && (last.op != Op::CondBr || other.args != next.args))
            break;
        }
        last.edges[e] = std::move(next);
        changed = true;
      }
    }
    if (last.op == Op::CondBr && last.edges[0].target == last.edges[1].target &&
        last.edges[0].args == last.edges[1].args) {
      Edge edge = std::move(last.edges[0]);
      last = makeInstr(Op::Br);
      last.edges.push_back(std::move(edge));
      changed = true;
    }
  }
  if (changed) removeUnreachable(f_);
  return changed;
}

// condbr c, D(x), D(y), perhaps through empty blocks: br D(select c, x, y).
bool Simplifier::selectDiamonds() {
  bool changed = false;
  auto onlyJumps = [&](const Edge& edge) {
    const Block& block = f_.blocks[edge.target.index];
    return edge.target.index != 0 && block.instrs[0].op == Op::Br &&
           block.instrs[0].edges[0].target != edge.target;
  };
  for (uint32_t b = 0; b < f_.blocks.size(); ++b) {
    Instr& last = f_.blocks[b].instrs.back();
    if (last.op != Op::CondBr) continue;
    Edge ends[2] = {last.edges[0], last.edges[1]};
    for (bool again = true; again && ends[0].target != ends[1].target;) {
      again = false;
      for (int e = 0; e < 2; ++e)
        if (onlyJumps(ends[e])) {
          Edge next = throughEmpty(ends[e], f_.blocks[ends[e].target.index]);
          // One step, and only if it leads to where the other edge goes or can go.
          Edge other = ends[1 - e];
          if (onlyJumps(other) && next.target != other.target) {
            Edge other_next = throughEmpty(other, f_.blocks[other.target.index]);
            if (other_next.target != next.target) continue;
            ends[1 - e] = std::move(other_next);
          } else if (next.target != other.target) {
            continue;
          }
          ends[e] = std::move(next);
          again = true;
          break;
        }
    }
    if (ends[0].target != ends[1].target) continue;
    // The parameters of a skipped block may be used further down, unless it is left to other edges.
    bool allowed = true;
    size_t selects = 0;
    for (size_t i = 0; i < ends[0].args.size(); ++i) {
      if (ends[0].args[i] == ends[1].args[i]) continue;
      ++selects;
      const Type& type = m_.types[f_.values[ends[0].args[i]].type];
      allowed &= !type.counted && type.kind != TypeKind::Tuple;
    }
    for (const Edge& edge : last.edges)
      if (edge.target != ends[0].target) allowed &= f_.blocks[edge.target.index].params.empty();
    if (!allowed || selects > 2) continue;
    ValueId condition = last.operands[0];
    std::vector<Instr>& instrs = f_.blocks[b].instrs;
    instrs.pop_back();
    out_ = &instrs;
    for (size_t i = 0; i < ends[0].args.size(); ++i)
      if (ends[0].args[i] != ends[1].args[i]) {
        Instr select = makeInstr(Op::Select, {condition, ends[0].args[i], ends[1].args[i]});
        ends[0].args[i] = number(std::move(select), f_.values[ends[0].args[i]].type);
      }
    out_ = nullptr;
    instrs.push_back(makeInstr(Op::Br));
    instrs.back().edges.push_back(std::move(ends[0]));
    changed = true;
  }
  if (changed) removeUnreachable(f_);
  return changed;
}

// Jump threading: an edge to a block whose branch is decided by what comes over that edge gets a
// clone of the block that ends with a jump. Loop headers stay: a second way into a loop would make
// it irreducible.
bool Simplifier::threadJumps() {
  bool changed = false;
  threads_left_ = kThreadsPerRound;
  size_t original = f_.blocks.size();
  for (bool stale = true; stale && threads_left_ > 0;) {
    stale = false;
    if (changed) collectDefs();
    Cfg cfg(f_);
    Dominators dominators(cfg);
    for (uint32_t b = 1; b < original && !stale; ++b) {
      const Block& block = f_.blocks[b];
      if (!cfg.reachable(b) || block.instrs.back().op != Op::CondBr || cfg.preds[b].size() < 2 ||
          block.instrs.size() > kThreadInstrs + 1)
        continue;
      bool header = false;
      for (uint32_t pred : cfg.preds[b])
        header |= dominators.dominates(b, pred) || !cfg.reachable(pred);
      if (!header) stale = threadBlock(b, cfg);
    }
    changed |= stale;
  }
  return changed;
}

bool Simplifier::threadBlock(uint32_t block, const Cfg& cfg) {
  clones_.clear();
  bool any = false;
  std::vector<uint32_t> preds = cfg.preds[block];
  std::sort(preds.begin(), preds.end());
  preds.erase(std::unique(preds.begin(), preds.end()), preds.end());
  for (uint32_t pred : preds)
    for (size_t e = 0; e < f_.blocks[pred].instrs.back().edges.size(); ++e)
      if (f_.blocks[pred].instrs.back().edges[e].target.index == block && threads_left_ > 0)
        any |= threadEdge(pred, e, block, cfg);
  if (!any) return false;
  // The block's values now have several definitions where they are used further down.
  Cfg after(f_);
  std::unordered_map<uint32_t, std::vector<uint32_t>> needed;
  std::vector<ValueId> order;
  auto eachUse = [&](uint32_t b, auto&& visit) {
    for (Instr& instr : f_.blocks[b].instrs) {
      for (ValueId& v : instr.operands) visit(v);
      for (Edge& edge : instr.edges)
        for (ValueId& v : edge.args) visit(v);
    }
  };
  for (uint32_t b : after.order) {
    if (b == block) continue;
    eachUse(b, [&](ValueId& v) {
      if (!clones_.contains(v.index)) return;
      auto [it, added] = needed.try_emplace(v.index);
      if (added) order.push_back(v);
      if (it->second.empty() || it->second.back() != b) it->second.push_back(b);
    });
  }
  bool reachable = after.reachable(block);
  for (ValueId v : order) {
    std::unordered_map<uint32_t, ValueId> at_end = clones_[v.index];
    if (reachable) at_end[block] = v;
    SsaBuilder builder(f_, after);
    std::unordered_map<uint32_t, ValueId> at_start =
        builder.build(f_.values[v].type, at_end, needed[v.index]);
    for (uint32_t b : needed[v.index])
      eachUse(b, [&](ValueId& use) {
        if (use == v) use = at_start[b];
      });
  }
  return true;
}

bool Simplifier::threadEdge(uint32_t pred, size_t edge_index, uint32_t block, const Cfg& cfg) {
  const Instr& last = f_.blocks[pred].instrs.back();
  const Edge edge = last.edges[edge_index];
  std::unordered_map<uint32_t, ValueId> map;  // values of the block -> in the clone
  auto mapped = [&](ValueId v) {
    auto it = map.find(v.index);
    return it != map.end() ? it->second : v;
  };
  // Conditions that are known on the way to the edge.
  if (last.op == Op::CondBr && last.edges[0].target != last.edges[1].target)
    map[last.operands[0].index] = constBool(edge_index == 0);
  uint32_t below = pred;
  for (int up = 0; up < 4 && cfg.preds[below].size() == 1; ++up) {
    uint32_t above = cfg.preds[below][0];
    const Instr& branch = f_.blocks[above].instrs.back();
    if (branch.op == Op::CondBr && branch.edges[0].target != branch.edges[1].target)
      map.try_emplace(branch.operands[0].index, constBool(branch.edges[0].target.index == below));
    below = above;
  }
  std::vector<ValueId> own_params, own_args;
  const Block& source = f_.blocks[block];
  for (size_t i = 0; i < source.params.size(); ++i) {
    ValueId arg = edge.args[i];
    if (arg == last.result || arg == last.exception) {
      ValueId param = f_.newValue(f_.values[arg].type);
      own_params.push_back(param);
      own_args.push_back(arg);
      arg = param;
    }
    map[source.params[i].index] = mapped(arg);
  }
  std::vector<Instr> clone;
  out_ = &clone;
  for (size_t i = 0; i + 1 < source.instrs.size(); ++i) {
    Instr instr = source.instrs[i];
    for (ValueId& v : instr.operands) v = mapped(v);
    ValueId old = instr.result;
    if (!old.valid()) {
      clone.push_back(std::move(instr));
      continue;
    }
    instr.result = ValueId();
    ValueId fresh;
    if (opInfo(instr.op).is('P') && !isConstant(instr.op)) {
      fresh = number(std::move(instr), f_.values[old].type);
    } else {
      fresh = instr.result = f_.newValue(f_.values[old].type);
      record(fresh, instr);
      clone.push_back(std::move(instr));
    }
    map[old.index] = fresh;
  }
  out_ = nullptr;
  const Instr& branch = source.instrs.back();
  std::optional<bool> taken = boolOf(mapped(branch.operands[0]));
  if (!taken) return false;
  Instr jump = makeInstr(Op::Br);
  jump.edges.push_back(branch.edges[*taken ? 0 : 1]);
  for (ValueId& v : jump.edges[0].args) v = mapped(v);
  clone.push_back(std::move(jump));
  uint32_t number = static_cast<uint32_t>(f_.blocks.size());
  for (ValueId v : source.params) clones_[v.index][number] = mapped(v);
  for (size_t i = 0; i + 1 < source.instrs.size(); ++i)
    if (ValueId v = source.instrs[i].result; v.valid()) clones_[v.index][number] = mapped(v);
  f_.blocks.push_back({std::move(own_params), std::move(clone)});
  Edge& redirected = f_.blocks[pred].instrs.back().edges[edge_index];
  redirected.target = BlockId(number);
  redirected.args = std::move(own_args);
  --threads_left_;
  return true;
}

}  // namespace krait::passes
