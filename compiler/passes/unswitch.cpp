// unswitch: a test that is the same in every round of a loop is made in front of it.
//
// Assumes: Phase::Built, behind scalars. A loop that tests whether an optional object from outside is null
// becomes two loops, one for either answer (Allen and Cocke, "A Catalogue of Optimizing Transformations",
// 1972). This is for iterators that became values: a range whose numbers may need more than a word carries an
// object for what comes behind the words; without one every number is a word, which ranges can only see
// in a loop of its own. Only in release, where the copy pays, and only for loops of moderate size.
#include <algorithm>
#include <unordered_map>

#include "passes/pass_list.h"
#include "passes/rewrite.h"

namespace krait::passes {
using namespace mir;

namespace {

constexpr size_t kLoopLimit = 250;    // instructions of a loop that is copied
constexpr size_t kGrowthLimit = 1500;  // instructions that a function may gain

class Unswitcher {
 public:
  Unswitcher(Function& f, TypeId bool_type) : f_(f), bool_type_(bool_type) {}

  bool run() {
    bool any = false;
    size_t growth = 0;
    while (growth < kGrowthLimit) {
      size_t copied = once();
      if (copied == 0) break;
      growth += copied;
      any = true;
    }
    return any;
  }

 private:
  struct Loop {
    uint32_t header = kNone;
    std::vector<uint32_t> blocks;  // the header first
    size_t cost = 0;
  };

  // Splits the smallest loop with such a test. How many instructions were copied; 0: there is no such loop.
  size_t once() {
    bool any = false;
    for (const Block& b : f_.blocks)
      for (const Instr& i : b.instrs) any |= i.op == Op::OptIsNull;
    if (!any) return 0;
    Cfg cfg(f_);
    Dominators dominators(cfg);
    Definitions definitions(f_);
    std::vector<Loop> loops = findLoops(cfg, dominators);
    std::stable_sort(loops.begin(), loops.end(), [](const Loop& a, const Loop& b) { return a.cost < b.cost; });
    for (const Loop& loop : loops) {
      if (loop.cost > kLoopLimit || loop.header == 0) continue;
      std::vector<bool> inside(f_.blocks.size());
      for (uint32_t b : loop.blocks) inside[b] = true;
      for (uint32_t b : loop.blocks) {
        const Instr& last = f_.blocks[b].instrs.back();
        if (last.op != Op::CondBr || last.edges[0].target == last.edges[1].target) continue;
        Definitions::Place test = definitions[last.operands[0]];
        if (test.block == kNone || test.instr == kNone) continue;
        const Instr& isnull = f_.blocks[test.block].instrs[test.instr];
        if (isnull.op != Op::OptIsNull) continue;
        ValueId object = isnull.operands[0];
        uint32_t from = definitions[object].block;
        if (from == kNone || (inside[from] && !carried(loop, object))) continue;
        split(loop, inside, cfg, definitions, b, object);
        return loop.cost;
      }
    }
    return 0;
  }

  // Is it a parameter of the loop's header that every round passes on?
  bool carried(const Loop& loop, ValueId v) const {
    const std::vector<ValueId>& params = f_.blocks[loop.header].params;
    size_t k = static_cast<size_t>(std::find(params.begin(), params.end(), v) - params.begin());
    if (k == params.size()) return false;
    for (uint32_t b : loop.blocks)
      for (const Edge& e : f_.blocks[b].instrs.back().edges)
        if (e.target.index == loop.header && e.args[k] != v) return false;
    return true;
  }

  // The natural loops; those of one header are one.
  std::vector<Loop> findLoops(const Cfg& cfg, const Dominators& dominators) const {
    std::vector<Loop> loops;
    std::vector<uint32_t> seen(f_.blocks.size(), kNone);
    for (uint32_t header : cfg.order) {
      Loop loop{header, {header}, 0};
      seen[header] = header;
      for (uint32_t p : cfg.preds[header])
        if (cfg.reachable(p) && dominators.dominates(header, p) && seen[p] != header) {
          seen[p] = header;
          loop.blocks.push_back(p);
        }
      bool any = false;
      for (uint32_t p : cfg.preds[header]) any |= cfg.reachable(p) && dominators.dominates(header, p);
      if (!any) continue;
      for (size_t k = 1; k < loop.blocks.size() && loop.cost <= kLoopLimit; ++k) {
        loop.cost += f_.blocks[loop.blocks[k]].instrs.size();
        for (uint32_t p : cfg.preds[loop.blocks[k]])
          if (cfg.reachable(p) && seen[p] != header) {
            seen[p] = header;
            loop.blocks.push_back(p);
          }
      }
      loop.cost += f_.blocks[header].instrs.size();
      loops.push_back(std::move(loop));
    }
    return loops;
  }

  // Two copies of the loop: in the old one the test in block `tested` holds, in the new one it does not.
  void split(const Loop& loop, const std::vector<bool>& inside, const Cfg& cfg, const Definitions& definitions,
             uint32_t tested, ValueId object) {
    const size_t blocks = f_.blocks.size();
    // What the loop defines, and its copies.
    std::vector<ValueId> map(f_.values.size()), defined;
    auto define = [&](ValueId v) {
      if (!v.valid()) return;
      defined.push_back(v);
      map[v.index] = f_.newValue(f_.values[v].type);
    };
    for (uint32_t b : loop.blocks) {
      for (ValueId v : f_.blocks[b].params) define(v);
      for (const Instr& i : f_.blocks[b].instrs) {
        define(i.result);
        define(i.exception);
      }
    }
    auto mapped = [&](ValueId v) { return v.valid() && v.index < map.size() && map[v.index].valid() ? map[v.index] : v; };
    std::vector<uint32_t> copy_of(blocks, kNone);
    for (size_t k = 0; k < loop.blocks.size(); ++k) copy_of[loop.blocks[k]] = static_cast<uint32_t>(blocks + k);
    for (uint32_t b : loop.blocks) {
      Block copy;
      for (ValueId v : f_.blocks[b].params) copy.params.push_back(mapped(v));
      for (const Instr& from : f_.blocks[b].instrs) {
        Instr i = from;
        i.result = mapped(i.result);
        i.exception = mapped(i.exception);
        for (ValueId& v : i.operands) v = mapped(v);
        for (Edge& e : i.edges) {
          if (inside[e.target.index]) e.target = BlockId(copy_of[e.target.index]);
          for (ValueId& v : e.args) v = mapped(v);
        }
        copy.instrs.push_back(std::move(i));
      }
      f_.blocks.push_back(std::move(copy));
    }
    decide(f_.blocks[tested], 0);
    decide(f_.blocks[copy_of[tested]], 1);
    // The test in front.
    const uint32_t front = static_cast<uint32_t>(f_.blocks.size());
    Block before;
    std::vector<ValueId> passed;
    for (ValueId v : f_.blocks[loop.header].params) {
      ValueId p = f_.newValue(f_.values[v].type);
      before.params.push_back(p);
      passed.push_back(p);
      if (v == object) object = p;
    }
    Instr test = makeInstr(Op::OptIsNull, {object});
    test.result = f_.newValue(bool_type_);
    Instr choose = makeInstr(Op::CondBr, {test.result});
    choose.edges.push_back({BlockId(loop.header), passed});
    choose.edges.push_back({BlockId(copy_of[loop.header]), passed});
    before.instrs.push_back(std::move(test));
    before.instrs.push_back(std::move(choose));
    f_.blocks.push_back(std::move(before));
    for (uint32_t p : cfg.preds[loop.header])
      if (!inside[p])
        for (Edge& e : f_.blocks[p].instrs.back().edges)
          if (e.target.index == loop.header) e.target = BlockId(front);
    join(inside, definitions, defined, map, copy_of, blocks);
  }

  static void decide(Block& block, size_t way) {
    Instr jump = makeInstr(Op::Br);
    jump.edges.push_back(block.instrs.back().edges[way]);
    block.instrs.back() = std::move(jump);
  }

  // What is used behind the loop comes from either copy.
  void join(const std::vector<bool>& inside, const Definitions& definitions, const std::vector<ValueId>& defined,
            const std::vector<ValueId>& map, const std::vector<uint32_t>& copy_of, size_t blocks) {
    std::unordered_map<uint32_t, std::vector<uint32_t>> users;  // value -> blocks behind the loop
    for (uint32_t b = 0; b < blocks; ++b) {
      if (inside[b]) continue;
      auto use = [&](ValueId v) {
        if (!v.valid() || v.index >= map.size() || !map[v.index].valid()) return;
        std::vector<uint32_t>& list = users[v.index];
        if (list.empty() || list.back() != b) list.push_back(b);
      };
      for (const Instr& i : f_.blocks[b].instrs) {
        for (ValueId v : i.operands) use(v);
        for (const Edge& e : i.edges)
          for (ValueId v : e.args) use(v);
      }
    }
    for (ValueId v : defined) {
      auto it = users.find(v.index);
      if (it == users.end()) continue;
      Cfg now(f_);
      uint32_t home = definitions[v].block;
      SsaBuilder ssa(f_, now);
      std::vector<uint32_t> needed;
      for (uint32_t b : it->second)
        if (now.reachable(b)) needed.push_back(b);
      auto at_start = ssa.build(f_.values[v].type, {{home, v}, {copy_of[home], map[v.index]}}, needed);
      for (uint32_t b : needed)
        for (Instr& i : f_.blocks[b].instrs) {
          auto change = [&](ValueId& x) {
            if (x == v) x = at_start.at(b);
          };
          for (ValueId& x : i.operands) change(x);
          for (Edge& e : i.edges)
            for (ValueId& x : e.args) change(x);
        }
    }
  }

  Function& f_;
  TypeId bool_type_;
};

}  // namespace

void unswitch(Module& module, const Options& options) {
  if (!options.release) return;
  Effects effects(module);
  for (size_t k = 0; k < module.functions.size(); ++k) {
    Function& f = module.functions[FuncId(k)];
    if (f.declaration) continue;
    if (!Unswitcher(f, module.types.bool_).run()) continue;
    removeUnreachable(f);
    simplifyFunction(module, FuncId(k), effects);
  }
}

}  // namespace krait::passes
