// Which values are owned, borrowed or need no counts; which borrowed results of loads can stay
// borrowed.
#include <algorithm>
#include <memory>

#include "mir/ownership.h"
#include "passes/counts_internal.h"

namespace krait::passes {

using namespace mir;

namespace {

// Chains of borrowers longer than this are cut by copying: it bounds the cost of extended liveness.
constexpr uint32_t kMaxDepth = 8;
// How often the borrowed loads are reconsidered in programs that can observe deaths.
constexpr int kMaxRounds = 4;

bool isLoad(Op op) {
  return op == Op::FieldLoad || op == Op::BufLoad || op == Op::BufLoadField || op == Op::GlobalLoad;
}

class Classifier {
 public:
  explicit Classifier(const FunctionContext& c) : c_(c), f_(c.function) {}

  Classes run() {
    size_t n = f_.values.size();
    result_.kind.assign(n, Kind::Trivial);
    result_.copy_now.assign(n, false);
    result_.take.assign(n, false);
    result_.dissolved.assign(n, false);
    result_.parents.resize(n);
    owning_.assign(n, false);
    findFree();
    owners_ = pointerOwners(c_, result_.kind);
    findConsumed();
    dissolveTuples();
    if (c_.effects.observable()) copyTupleItems();
    assign();
    for (int round = 0; round < kMaxRounds; ++round) {
      if (!copyClobbered(false)) return std::move(result_);
      assign();
      if (!c_.effects.dropsRunCode()) return std::move(result_);
    }
    copyClobbered(true);
    assign();
    return std::move(result_);
  }

 private:
  bool counted(ValueId v) const { return c_.module.types[f_.values[v].type].counted; }
  Kind& kind(ValueId v) { return result_.kind[v.index]; }
  // The instruction that defines v; null for block parameters.
  const Instr* maker(ValueId v) const {
    const auto& place = c_.defs[v];
    if (place.block == kNone || place.instr == kNone) return nullptr;
    const Instr& i = f_.blocks[place.block].instrs[place.instr];
    return i.result == v ? &i : nullptr;  // not an exception
  }

  // Free values, and lasting ones: made of nothing but borrowed parameters and free values, so that
  // the caller keeps them alive. Both are the greatest solutions, found by spreading the contrary
  // forwards.
  void findFree() {
    size_t n = f_.values.size();
    std::vector<std::pair<uint32_t, uint32_t>> flows;  // from value, to value
    std::vector<ValueId> makers;                       // of references of their own
    for (uint32_t b : c_.cfg.order)
      for (const Instr& i : f_.blocks[b].instrs) {
        if (i.exception.valid()) makers.push_back(i.exception);
        if (i.result.valid() && counted(i.result)) {
          if (isForwarding(i.op) || isProjection(i.op)) {
            for (ValueId o : i.operands)
              if (counted(o)) flows.push_back({o.index, i.result.index});
          } else if (!isUncountedSource(i.op)) {
            makers.push_back(i.result);
          }
        }
        for (const Edge& e : i.edges)
          for (size_t k = 0; k < e.args.size(); ++k)
            if (counted(e.args[k]))
              flows.push_back({e.args[k].index, f_.block(e.target).params[k].index});
      }
    std::vector<uint32_t> start(n + 1, 0), to(flows.size());
    for (auto& [from, _] : flows) ++start[from + 1];
    for (size_t v = 0; v < n; ++v) start[v + 1] += start[v];
    std::vector<uint32_t> next(start.begin(), start.end() - 1);
    for (auto& [from, target] : flows) to[next[from]++] = target;
    auto spread = [&](bool borrowed_params) {
      std::vector<bool> held(n, false);
      std::vector<uint32_t> work;
      auto hold = [&](ValueId v) {
        if (held[v.index]) return;
        held[v.index] = true;
        work.push_back(v.index);
      };
      for (const Param& p : f_.params)
        if (counted(p.value) && (borrowed_params || p.mode == Mode::Owned)) hold(p.value);
      for (ValueId v : makers) hold(v);
      while (!work.empty()) {
        uint32_t v = work.back();
        work.pop_back();
        for (uint32_t k = start[v]; k < start[v + 1]; ++k) hold(ValueId(to[k]));
      }
      return held;
    };
    std::vector<bool> held = spread(true), own = spread(false);
    lasting_.assign(n, false);
    for (uint32_t v = 0; v < n; ++v) {
      if (!counted(ValueId(v))) continue;
      lasting_[v] = held[v] && !own[v];
      result_.kind[v] = !held[v] ? Kind::Free : lasting_[v] ? Kind::Borrowed : Kind::Owned;
    }
  }

  // Which results of forwarding ops and projections are given away somewhere (then it pays to own
  // them: a forwarding op consumes its operands, a projection takes over its operand's reference)?
  void findConsumed() {
    consumed_.assign(f_.values.size(), false);
    std::vector<ValueId> work;
    auto consume = [&](ValueId v) {
      if (kind(v) != Kind::Owned || consumed_[v.index]) return;
      consumed_[v.index] = true;
      work.push_back(v);
    };
    for (uint32_t b : c_.cfg.order)
      for (const Instr& i : f_.blocks[b].instrs) {
        if (!isForwarding(i.op))
          for (size_t k = 0; k < i.operands.size(); ++k)
            if (operandUse(c_.module, f_, i, k) == Use::Consume) consume(i.operands[k]);
        for (const Edge& e : i.edges)
          for (size_t k = 0; k < e.args.size(); ++k)
            if (kind(f_.block(e.target).params[k]) == Kind::Owned) consume(e.args[k]);
      }
    while (!work.empty()) {
      ValueId v = work.back();
      work.pop_back();
      const Instr* i = maker(v);
      if (!i || !isForwarding(i->op)) continue;
      for (ValueId o : i->operands)
        if (counted(o)) consume(o);
    }
  }

  // Finds the owned tuples that are used by tuple.gets only, all in one block that is entered once for
  // each of them, and no counted item twice, if an item is given away (or, when deaths can be observed, in any case).
  void dissolveTuples() {
    size_t n = f_.values.size();
    std::vector<uint32_t> gets(n, 0), uses(n, 0);
    std::vector<bool> worth(n, c_.effects.observable());
    std::vector<bool> wrong(n, false);
    std::vector<std::pair<uint32_t, int64_t>> taken;  // tuple, index
    std::vector<uint32_t> home(n, 0);                 // the block of its tuple.gets
    for (uint32_t b : c_.cfg.order)
      for (const Instr& i : f_.blocks[b].instrs) {
        for (ValueId v : i.operands) ++uses[v.index];
        for (const Edge& e : i.edges)
          for (ValueId v : e.args) ++uses[v.index];
        if (i.op != Op::TupleGet) continue;
        ValueId t = i.operands[0];
        if (kind(t) != Kind::Owned) continue;
        if (gets[t.index] == 0) home[t.index] = b;
        if (home[t.index] != b) continue;
        ++gets[t.index];
        if (!counted(i.result)) continue;
        if (consumed_[i.result.index]) worth[t.index] = true;
        taken.push_back({t.index, i.imm});
      }
    std::sort(taken.begin(), taken.end());
    std::unique_ptr<Liveness> live;
    for (size_t k = 1; k < taken.size(); ++k)
      if (taken[k] == taken[k - 1]) wrong[taken[k].first] = true;
    for (auto& [t, _] : taken) {
      const Instr* i = maker(ValueId(t));
      bool owner = !i || (opInfo(i->op).result == 'O' && (!isForwarding(i->op) || consumed_[t]));
      if (!owner || !worth[t] || wrong[t] || gets[t] != uses[t]) continue;
      // In a loop that the tuple comes from outside of, it is needed again.
      if (c_.defs[ValueId(t)].block != home[t]) {
        if (!live) live = std::make_unique<Liveness>(f_, c_.cfg);
        const auto& out = live->out[home[t]];
        if (std::binary_search(out.begin(), out.end(), ValueId(t))) continue;
      }
      result_.dissolved[t] = true;
    }
  }

  // In programs that can observe deaths, an item must not keep the other items of a tuple alive.
  void copyTupleItems() {
    for (uint32_t b : c_.cfg.order)
      for (const Instr& i : f_.blocks[b].instrs) {
        if (i.op != Op::TupleGet || kind(i.result) != Kind::Owned) continue;
        if (result_.dissolved[i.operands[0].index]) continue;
        int items = 0;
        for (TypeId t : c_.module.types[f_.values[i.operands[0]].type].items)
          items += c_.module.types[t].counted;
        if (items > 1) result_.copy_now[i.result.index] = true;
      }
  }

  // A value that never dies before its uses needs no place among the parents: borrowed parameters
  // and what is projected from them.
  bool eternal(ValueId v) {
    return kind(v) == Kind::Free ||
           (kind(v) == Kind::Borrowed && result_.parents[v.index].empty() &&
            !result_.copy_now[v.index] && !fromMemory(v));
  }
  bool fromMemory(ValueId v) {
    const Instr* i = maker(v);
    return i && isLoad(i->op);
  }

  bool anchors(ValueId parent, ValueId child) const {
    return std::binary_search(c_.anchors.begin(), c_.anchors.end(), std::pair(child, parent));
  }

  // Kinds and parents of all values, from the decisions made so far. Walks definitions before uses.
  void assign() {
    size_t n = f_.values.size();
    std::vector<uint32_t> depth(n, 0);
    for (auto& p : result_.parents) p.clear();
    for (size_t v = 0; v < n; ++v)
      if (result_.kind[v] == Kind::Borrowed && !lasting_[v]) result_.kind[v] = Kind::Owned;
    result_.late_owners.clear();
    auto addParent = [&](ValueId child, ValueId parent) {
      if (!counted(parent) && result_.parents[parent.index].empty()) return;
      if (counted(parent) && eternal(parent)) return;
      if (!precedes(c_, parent, child) && !anchors(parent, child)) return;
      auto& list = result_.parents[child.index];
      if (std::find(list.begin(), list.end(), parent) != list.end()) return;
      list.push_back(parent);
      depth[child.index] = std::max(depth[child.index], depth[parent.index] + 1);
    };
    auto addOwners = [&](ValueId child, ValueId pointer) {
      for (ValueId o : owners_[pointer.index]) {
        if (kind(o) == Kind::Free || o == child) continue;
        if (precedes(c_, o, child) || anchors(o, child))
          addParent(child, o);
        else if (child == pointer && precedes(c_, child, o))
          result_.late_owners.push_back({child, o});
      }
    };
    for (uint32_t b : c_.cfg.order) {
      for (ValueId p : f_.blocks[b].params) addOwners(p, p);
      for (const Instr& i : f_.blocks[b].instrs) {
        ValueId v = i.result;
        if (!v.valid()) continue;
        if (!owners_[v.index].empty()) addOwners(v, v);
        if (kind(v) != Kind::Owned || result_.copy_now[v.index]) continue;
        result_.take[v.index] = false;
        if (isProjection(i.op)) {
          ValueId x = i.operands[0];
          if (i.op == Op::TupleGet ? result_.dissolved[x.index]
                                   : kind(x) == Kind::Owned && consumed_[v.index]) {
            result_.take[v.index] = true;
            continue;
          }
          kind(v) = Kind::Borrowed;
          addParent(v, x);
        } else if (isForwarding(i.op)) {
          if (consumed_[v.index] || owning_[v.index]) continue;
          kind(v) = Kind::Borrowed;
          for (ValueId x : i.operands)
            if (kind(x) == Kind::Owned || kind(x) == Kind::Borrowed) addParent(v, x);
        } else if (isLoad(i.op)) {
          kind(v) = Kind::Borrowed;
          for (ValueId x : i.operands) {
            if (counted(x)) addParent(v, x);
            if (!owners_[x.index].empty()) addOwners(v, x);
          }
        } else {
          continue;
        }
        if (depth[v.index] <= kMaxDepth) continue;
        kind(v) = Kind::Owned;
        result_.parents[v.index].clear();
        depth[v.index] = 0;
        if (isForwarding(i.op))
          owning_[v.index] = true;
        else
          result_.copy_now[v.index] = true;
      }
    }
    std::sort(result_.late_owners.begin(), result_.late_owners.end());
  }

  bool borrowedLoad(ValueId v) {
    if (kind(v) != Kind::Borrowed) return false;
    const Instr* i = maker(v);
    return i && isLoad(i->op);
  }

  // Finds the borrowed loads that something may overwrite while they or their borrowers are in use,
  // and marks them to be copied. `all`: marks every borrowed load. Returns whether it found one.
  bool copyClobbered(bool all) {
    size_t n = f_.values.size();
    bool found = false;
    bool any = false;
    for (uint32_t v = 0; v < n; ++v)
      if (borrowedLoad(ValueId(v))) {
        any = true;
        if (all) result_.copy_now[v] = found = true;
      }
    if (!any || all) return found;
    ExtendedLiveness live(c_, result_);
    LiveSet now(n, result_);
    std::vector<ValueId> loads;  // borrowed loads in `now`
    std::vector<uint8_t> listed(n, 0);
    bool drops = c_.effects.dropsRunCode(), observable = c_.effects.observable();

    auto copy = [&](ValueId v) {
      result_.copy_now[v.index] = true;
      found = true;
    };
    // Everything that is in use now is checked; what is no longer in use or already decided drops
    // out.
    auto clobberedBy = [&](auto&& clobbers) {
      size_t kept = 0;
      for (ValueId v : loads) {
        bool in_use = now.has(v) && !result_.copy_now[v.index];
        if (in_use && clobbers(v)) {
          copy(v);
          in_use = false;
        }
        if (in_use)
          loads[kept++] = v;
        else
          listed[v.index] = 0;
      }
      loads.resize(kept);
    };
    for (uint32_t b : c_.cfg.order) {
      now.clear();
      for (ValueId v : loads) listed[v.index] = 0;
      loads.clear();
      bool death = false;  // did a value of a type whose drop can run code die at this instruction?
      auto note = [&](ValueId v) {
        if (kind(v) == Kind::Owned && f_.values[v].type != c_.module.types.int_) death = true;
        if (!listed[v.index] && !result_.copy_now[v.index] && borrowedLoad(v)) {
          listed[v.index] = 1;
          loads.push_back(v);
        }
      };
      const auto& instrs = f_.blocks[b].instrs;
      for (ValueId v : live.out[b]) now.add(v, note);
      for (uint32_t i = static_cast<uint32_t>(instrs.size()); i-- > 0;) {
        const Instr& instr = instrs[i];
        auto use = [&](ValueId v) {
          now.add(v, note);
          eachLateOwner(c_, result_, v, b, i, [&](ValueId o) { now.add(o, note); });
        };
        for (const Edge& e : instr.edges)
          for (ValueId v : e.args) use(v);
        death = false;
        if (instr.result.valid()) {
          if (!now.has(instr.result)) note(instr.result);
          now.remove(instr.result);
        }
        if (instr.exception.valid()) now.remove(instr.exception);
        auto clobber = [&] {
          bool call = observable && Effects::usesOperandsDuringEffects(instr.op);
          clobberedBy([&](ValueId v) {
            // Nor may an object live on over a call because of what was read from it.
            return (call && !result_.parents[v.index].empty()) ||
                   c_.effects.clobbers(f_, instr, c_.effects.loaded(*maker(v)));
          });
        };
        if (Effects::usesOperandsDuringEffects(instr.op)) {
          for (ValueId v : instr.operands) use(v);
          clobber();
        } else {
          clobber();
          // Deaths at this instruction release behind it, while what lives on is in use.
          std::vector<ValueId> behind;
          if (drops) behind = loads;
          for (ValueId v : instr.operands) use(v);
          if (drops && death && !instr.edges.size())
            for (ValueId v : behind)
              if (!result_.copy_now[v.index]) copy(v);
        }
        if (drops && death && Effects::usesOperandsDuringEffects(instr.op))
          clobberedBy([](ValueId) { return true; });
      }
    }
    if (drops) copyAtEdges(live, copy);
    return found;
  }

  // Values that die on an edge are released at its end: loads that are in use there are copied.
  // (Only the programs that can observe deaths.)
  template <class Copy>
  void copyAtEdges(const ExtendedLiveness& live, Copy&& copy) {
    std::vector<uint32_t> stamp(f_.values.size(), kNone);
    uint32_t clock = 0;
    LiveSet now(f_.values.size(), result_);
    for (uint32_t b : c_.cfg.order) {
      const Instr& last = f_.blocks[b].instrs.back();
      for (const Edge& e : last.edges) {
        uint32_t t = e.target.index;
        ++clock;
        for (ValueId v : live.in[t]) stamp[v.index] = clock;
        bool death = false;
        auto check = [&](ValueId v) {
          death = death || (stamp[v.index] != clock && kind(v) == Kind::Owned &&
                            f_.values[v].type != c_.module.types.int_);
        };
        now.clear();
        for (ValueId v : live.out[b]) check(v);
        for (ValueId v : last.operands) now.add(v, check);
        for (const Edge& any_edge : last.edges)
          for (ValueId v : any_edge.args) now.add(v, check);
        // Parameters that are not used die at once.
        if (f_.block(e.target).params.size()) death = true;
        if (!death) continue;
        for (ValueId v : live.in[t])
          if (!result_.copy_now[v.index] && borrowedLoad(v)) copy(v);
      }
    }
  }

  const FunctionContext& c_;
  Function& f_;
  Classes result_;
  std::vector<std::vector<ValueId>> owners_;
  std::vector<bool> consumed_;
  std::vector<bool> lasting_;
  std::vector<bool> owning_;  // forwarding ops that were made owning to cut a chain
};

}  // namespace

bool precedes(const FunctionContext& c, ValueId a, ValueId b) {
  const auto &x = c.defs[a], &y = c.defs[b];
  if (x.block == kNone || y.block == kNone) return false;
  // kNone + 1 is 0: block parameters come first, and none of them before another.
  if (x.block == y.block) return x.instr + 1 < y.instr + 1;
  return c.doms.dominates(x.block, y.block);
}

bool availableAt(const FunctionContext& c, ValueId v, uint32_t block, uint32_t instr) {
  const auto& x = c.defs[v];
  if (x.block == kNone) return false;
  if (x.block == block) return x.instr + 1 < instr + 1;
  return c.doms.dominates(x.block, block);
}

Classes classify(const FunctionContext& context) { return Classifier(context).run(); }

}  // namespace krait::passes
