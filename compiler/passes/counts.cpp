// Makes ownership explicit: Phase::Built -> Phase::Counted.
//
// Works like Perceus (Reinking et al., "Perceus: Garbage Free Reference Counting with Reuse", 2021)
// on SSA with block parameters: every owned value is moved into the operation that consumes it
// last, copied before earlier ones, and released behind its last use, or on the edge on which it
// dies. Results of loads stay borrowed where nothing can overwrite the memory while they are in
// use; whatever is borrowed extends the life of what it is borrowed from (counts_classify.cpp,
// counts_liveness.cpp).
#include <map>
#include <unordered_map>

#include "base/check.h"
#include "mir/ownership.h"
#include "passes/counts_internal.h"
#include "passes/pass_list.h"

namespace krait::passes {

using namespace mir;

namespace {

class Inserter {
 public:
  Inserter(const FunctionContext& context, const Classes& classes)
      : c_(context),
        m_(context.module),
        f_(context.function),
        classes_(classes),
        live_(context, classes),
        now_(f_.values.size(), classes),
        moved_(f_.values.size(), 0),
        stays_(f_.values.size(), 0),
        at_end_(f_.values.size(), 0) {}

  void run() {
    prefix_.resize(f_.blocks.size());
    edge_params_.resize(f_.blocks.size());
    for (uint32_t b : c_.cfg.order) block(b);
    for (uint32_t b : c_.cfg.order) {
      auto& instrs = f_.blocks[b].instrs;
      instrs.insert(instrs.begin(), prefix_[b].begin(), prefix_[b].end());
      auto& params = f_.blocks[b].params;
      params.insert(params.end(), edge_params_[b].begin(), edge_params_[b].end());
    }
    for (Block& b : new_blocks_) f_.blocks.push_back(std::move(b));
  }

 private:
  Kind kind(ValueId v) const {
    return v.index < classes_.kind.size() ? classes_.kind[v.index] : Kind::Owned;
  }
  bool owned(ValueId v) const { return kind(v) == Kind::Owned; }

  static Instr makeRelease(ValueId v) {
    Instr i;
    i.op = Op::Release;
    i.operands = {v};
    return i;
  }
  // Appends a copy of `v` to `out`; returns the copy.
  ValueId copy(ValueId v, std::vector<Instr>& out) {
    Instr i;
    i.op = Op::Copy;
    i.result = f_.newValue(f_.values[v].type);
    i.operands = {v};
    out.push_back(i);
    return i.result;
  }

  // How operand k is used, with what classification decided about views.
  bool consumes(const Instr& i, size_t k) const {
    Kind x = kind(i.operands[k]);
    if (x != Kind::Owned && x != Kind::Borrowed) return false;
    if (isForwarding(i.op)) return i.result.valid() && kind(i.result) == Kind::Owned;
    return operandUse(m_, f_, i, k) == Use::Consume;
  }

  // Is owned `x` needed by an operand of `i` other than the consuming one at `k`?
  bool neededElsewhere(const Instr& i, size_t k, ValueId x) {
    std::vector<ValueId> work;
    for (size_t j = 0; j < i.operands.size(); ++j) {
      if (j == k) continue;
      if (i.operands[j] == x) {
        if (!consumes(i, j)) return true;
        continue;  // consumed twice: the other one gets a copy
      }
      // What is consumed is copied or moved before; what is borrowed needs its parents meanwhile.
      if (!consumes(i, j)) work.push_back(i.operands[j]);
    }
    while (!work.empty()) {
      ValueId v = work.back();
      work.pop_back();
      for (ValueId p : classes_.parents[v.index]) {
        if (p == x) return true;
        work.push_back(p);
      }
    }
    return false;
  }

  // Gives the consuming operands of `i` their own references. `dies(x)`: is x not needed behind i?
  template <class Dies>
  void giveOperands(Instr& i, std::vector<Instr>& out, Dies&& dies) {
    for (size_t k = 0; k < i.operands.size(); ++k) {
      ValueId x = i.operands[k];
      if (!consumes(i, k)) continue;
      if (owned(x) && moved_[x.index] != clock_ && dies(x) && !neededElsewhere(i, k, x)) {
        moved_[x.index] = clock_;
        continue;
      }
      i.operands[k] = copy(x, out);
    }
  }

  void block(uint32_t b) {
    std::vector<Instr> instrs = std::move(f_.blocks[b].instrs);
    size_t n = instrs.size();
    // Backwards: what dies where. Entry i: values whose last use is instruction i.
    struct Death {
      uint32_t instr;
      ValueId value;
    };
    std::vector<Death> deaths;
    std::vector<ValueId> at_end;  // owned values that exist when the terminator runs
    now_.clear();
    ++block_clock_;
    auto ending = [&](ValueId v) {
      if (owned(v)) at_end.push_back(v);
    };
    auto use = [&](ValueId v, uint32_t i, auto&& added) {
      now_.add(v, added);
      eachLateOwner(c_, classes_, v, b, i, [&](ValueId o) { now_.add(o, added); });
    };
    uint32_t last = static_cast<uint32_t>(n - 1);
    for (ValueId v : live_.out[b]) now_.add(v, ending);
    for (const Edge& e : instrs[last].edges)
      for (ValueId v : e.args)
        if (v != instrs[last].result && v != instrs[last].exception) use(v, last, ending);
    for (ValueId v : at_end) at_end_[v.index] = block_clock_;  // needed behind the operation itself
    for (ValueId v : instrs[last].operands) use(v, last, ending);
    std::vector<bool> unused(n, false);
    for (uint32_t i = last; i-- > 0;) {
      const Instr& instr = instrs[i];
      if (instr.result.valid()) {
        unused[i] = owned(instr.result) && !now_.has(instr.result);
        now_.remove(instr.result);
      }
      for (ValueId v : instr.operands)
        use(v, i, [&](ValueId w) {
          if (owned(w)) deaths.push_back({i, w});
        });
    }
    // Forwards: emit.
    std::vector<Instr> out;
    out.reserve(n + n / 2);
    for (ValueId p : f_.blocks[b].params)
      if (owned(p) && !now_.has(p)) out.push_back(makeRelease(p));
    // The owner of a pointer parameter that is not used.
    for (ValueId v : live_.in[b])
      if (owned(v) && !now_.has(v)) out.push_back(makeRelease(v));
    size_t next = deaths.size();
    std::vector<ValueId> dying;
    for (uint32_t i = 0; i < last; ++i) {
      dying.clear();
      while (next > 0 && deaths[next - 1].instr == i) dying.push_back(deaths[--next].value);
      std::sort(dying.begin(), dying.end());
      instruction(instrs[i], dying, unused[i], out);
    }
    std::sort(at_end.begin(), at_end.end());
    terminator(b, std::move(instrs[last]), at_end, out);
    f_.blocks[b].instrs = std::move(out);
  }

  void instruction(Instr& i, const std::vector<ValueId>& dying, bool unused,
                   std::vector<Instr>& out) {
    ++clock_;
    auto dies = [&](ValueId x) { return std::binary_search(dying.begin(), dying.end(), x); };
    ValueId result = i.result;
    bool copied = false;     // the result is copied behind the instruction
    bool dissolves = false;  // the operand is a tuple whose last item this is
    if (i.op == Op::TupleGet && classes_.dissolved[i.operands[0].index]) {
      ValueId x = i.operands[0];
      if (classes_.take[result.index]) {
        i.mark = Mark::Take;
        taken_[x].push_back(i.imm);
      }
      if ((dissolves = dies(x))) moved_[x.index] = clock_;
    } else if (result.valid() && classes_.take[result.index]) {
      ValueId x = i.operands[0];
      if (dies(x)) {
        moved_[x.index] = clock_;
        i.mark = Mark::Take;
      } else {
        copied = true;
      }
    } else if (result.valid() && kind(result) == Kind::Borrowed && isForwarding(i.op)) {
      i.mark = Mark::View;
    } else {
      giveOperands(i, out, dies);
    }
    if (result.valid() && classes_.copy_now[result.index]) copied = true;
    if (copied && unused)
      copied = false;  // never used: stays borrowed and is forgotten
    else if (copied)
      i.result = f_.newValue(f_.values[result].type);
    bool drop = !copied && unused && !borrowsOnly(i);
    ValueId original = i.result, tuple = dissolves ? i.operands[0] : ValueId();
    out.push_back(std::move(i));
    if (drop) out.push_back(makeRelease(result));
    if (dissolves) releaseItems(tuple, out);
    if (copied) {
      Instr c;
      c.op = Op::Copy;
      c.result = result;
      c.operands = {original};
      out.push_back(std::move(c));
    }
    releaseDying(dying, out);
  }
  // Takes and releases the items of a dissolved tuple that nothing asked for.
  void releaseItems(ValueId tuple, std::vector<Instr>& out) {
    const std::vector<int64_t> done = std::move(taken_[tuple]);
    taken_.erase(tuple);
    const std::vector<TypeId> items = m_.types[f_.values[tuple].type].items;
    for (size_t k = 0; k < items.size(); ++k) {
      if (!m_.types[items[k]].counted) continue;
      if (std::find(done.begin(), done.end(), static_cast<int64_t>(k)) != done.end()) continue;
      Instr get;
      get.op = Op::TupleGet;
      get.mark = Mark::Take;
      get.imm = static_cast<int64_t>(k);
      get.operands = {tuple};
      get.result = f_.newValue(items[k]);
      out.push_back(get);
      out.push_back(makeRelease(get.result));
    }
  }
  // Does the operation itself give a borrowed result (which classification then wanted copied)?
  static bool borrowsOnly(const Instr& i) { return opInfo(i.op).result == 'B' && !isTake(i); }
  void releaseDying(const std::vector<ValueId>& dying, std::vector<Instr>& out) {
    for (ValueId x : dying)
      if (moved_[x.index] != clock_) out.push_back(makeRelease(x));
  }

  void terminator(uint32_t b, Instr t, const std::vector<ValueId>& at_end,
                  std::vector<Instr>& out) {
    ++clock_;
    giveOperands(t, out, [&](ValueId x) { return at_end_[x.index] != block_clock_; });
    std::vector<ValueId> remaining;
    for (ValueId x : at_end)
      if (moved_[x.index] != clock_) remaining.push_back(x);
    if (t.edges.empty()) {
      if (t.op != Op::Unreachable)
        for (ValueId x : remaining) out.push_back(makeRelease(x));
    } else if (t.edges.size() == 1) {
      std::vector<ValueId> dead = giveArguments(t.edges[0], remaining, out);
      for (ValueId x : dead) out.push_back(makeRelease(x));
    } else {
      for (size_t k = 0; k < t.edges.size(); ++k) edge(t, k, remaining);
    }
    out.push_back(std::move(t));
    (void)b;
  }

  // Gives the arguments of an edge their references, with copies in `out`. Returns those of
  // `remaining` that are to be released on the edge.
  std::vector<ValueId> giveArguments(Edge& e, const std::vector<ValueId>& remaining,
                                     std::vector<Instr>& out) {
    ++clock_;
    ++edge_clock_;
    for (ValueId v : live_.in[e.target.index]) stays_[v.index] = edge_clock_;
    for (size_t k = 0; k < e.args.size(); ++k) {
      if (kind(targetParam(e, k)) != Kind::Owned) continue;
      ValueId x = e.args[k];
      if (kind(x) == Kind::Free) continue;
      if (owned(x) && stays_[x.index] != edge_clock_ && moved_[x.index] != clock_)
        moved_[x.index] = clock_;
      else
        e.args[k] = copy(x, out);
    }
    std::vector<ValueId> dead;
    for (ValueId x : remaining)
      if (stays_[x.index] != edge_clock_ && moved_[x.index] != clock_) dead.push_back(x);
    return dead;
  }
  ValueId targetParam(const Edge& e, size_t k) const { return f_.block(e.target).params[k]; }

  // One of several edges: copies and releases go into a block of their own, or to the start of the
  // target if it has no other predecessor.
  void edge(Instr& t, size_t which, const std::vector<ValueId>& remaining) {
    Edge& e = t.edges[which];
    uint32_t target = e.target.index;
    ValueId special = opInfo(t.op).is('R') ? (which == 0 ? t.result : t.exception) : ValueId();
    bool single = c_.cfg.preds[target].size() == 1;
    bool passed = std::find(e.args.begin(), e.args.end(), special) != e.args.end();
    bool drop_special = special.valid() && owned(special) && !passed;

    std::vector<Instr> body;
    Edge inner = e;
    std::vector<ValueId> dead = giveArguments(inner, remaining, body);
    if (body.empty() && single) {
      if (drop_special) {
        ValueId p = f_.newValue(f_.values[special].type);
        edge_params_[target].push_back(p);
        e.args.push_back(special);
        prefix_[target].push_back(makeRelease(p));
      }
      for (ValueId x : dead) prefix_[target].push_back(makeRelease(x));
      return;
    }
    if (body.empty() && dead.empty() && !drop_special) return;
    if (body.empty() && !drop_special) {
      // Newest first, so that edges with the same older values share the tail of their releases.
      std::reverse(dead.begin(), dead.end());
      e = releases(inner, special, passed, dead);
      return;
    }
    Block block;
    if (passed || drop_special) {
      ValueId p = f_.newValue(f_.values[special].type);
      block.params.push_back(p);
      // The copies in `body` are of the special value itself too.
      for (Instr& i : body)
        for (ValueId& v : i.operands)
          if (v == special) v = p;
      for (ValueId& v : inner.args)
        if (v == special) v = p;
      if (drop_special) body.push_back(makeRelease(p));
    }
    for (ValueId x : dead) body.push_back(makeRelease(x));
    Instr br;
    br.op = Op::Br;
    br.edges = {std::move(inner)};
    body.push_back(std::move(br));
    block.instrs = std::move(body);
    bool has_param = !block.params.empty();
    e.target = addBlock(std::move(block));
    e.args.clear();
    if (has_param) e.args.push_back(special);
  }

  BlockId addBlock(Block block) {
    new_blocks_.push_back(std::move(block));
    return BlockId(f_.blocks.size() + new_blocks_.size() - 1);
  }

  // An edge to a chain of blocks that release `dead` one by one and then go where `e` goes; equal
  // chains are shared: they form a tree with the last release at the root.
  Edge releases(const Edge& e, ValueId special, bool passed, const std::vector<ValueId>& dead) {
    std::vector<uint32_t> key{e.target.index};
    for (ValueId v : e.args) key.push_back(v == special ? kNone : v.index);
    if (passed) key.push_back(f_.values[special].type.index);
    uint32_t node = roots_.try_emplace(std::move(key), next_node_).first->second;
    if (node == next_node_) ++next_node_;
    Edge to = e;
    for (size_t k = dead.size(); k-- > 0;) {
      uint64_t step = static_cast<uint64_t>(node) << 32 | dead[k].index;
      auto [it, added] = chains_.try_emplace(step, Link{next_node_, BlockId()});
      if (added) {
        ++next_node_;
        Block block;
        Instr br;
        br.op = Op::Br;
        br.edges = {to};
        if (passed) {
          ValueId p = f_.newValue(f_.values[special].type);
          block.params.push_back(p);
          for (ValueId& v : br.edges[0].args)
            if (v == special) v = p;
        }
        block.instrs.push_back(makeRelease(dead[k]));
        block.instrs.push_back(std::move(br));
        it->second.block = addBlock(std::move(block));
      }
      node = it->second.node;
      to.target = it->second.block;
      if (k + 1 == dead.size()) {
        to.args.clear();
        if (passed) to.args.push_back(special);
      }
    }
    return to;
  }

  const FunctionContext& c_;
  Module& m_;
  Function& f_;
  const Classes& classes_;
  ExtendedLiveness live_;
  LiveSet now_;
  // Stamps: moved_ by operation, stays_ by edge, at_end_ by block.
  std::vector<uint32_t> moved_, stays_, at_end_;
  uint32_t clock_ = 0, edge_clock_ = 0, block_clock_ = 0;
  std::vector<std::vector<Instr>> prefix_;
  std::vector<std::vector<ValueId>> edge_params_;
  std::vector<Block> new_blocks_;
  struct Link {
    uint32_t node;
    BlockId block;
  };
  std::map<std::vector<uint32_t>, uint32_t> roots_;  // where a chain goes -> node
  std::unordered_map<uint64_t, Link> chains_;  // node and released value -> the block before it
  uint32_t next_node_ = 0;
  std::unordered_map<ValueId, std::vector<int64_t>> taken_;  // of dissolved tuples, in this block
};

}  // namespace

void counts(Module& module, const Options&) {
  Effects effects(module);
  for (size_t i = 0; i < module.functions.size(); ++i) {
    Function& f = module.functions[FuncId(i)];
    if (f.declaration) continue;
    Cfg cfg(f);
    // Unreachable blocks have no say in anything: they become empty.
    for (uint32_t b = 0; b < f.blocks.size(); ++b) {
      if (cfg.reachable(b)) continue;
      Instr end;
      end.op = Op::Unreachable;
      f.blocks[b].params.clear();
      f.blocks[b].instrs.assign(1, end);
      cfg.succs[b].clear();
    }
    Dominators doms(cfg);
    Definitions defs(f);
    Anchors anchors;
    FunctionContext context{module, f, effects, cfg, defs, doms, anchors};
    anchors = addAnchors(context);
    if (!anchors.empty()) defs = Definitions(f);
    Classes classes = classify(context);
    Inserter(context, classes).run();
  }
}

}  // namespace krait::passes
