// The verifier's ownership check (Phase::Counted). It follows every path forwards with the set of
// owned values, and backwards with the set of borrowed values still in use; it shares no analysis
// with the passes that place counts, only the facts in ownership.h and effects.h.
#include <algorithm>
#include <map>

#include "mir/ownership.h"
#include "mir/verify_internal.h"

namespace krait::mir {
namespace {

constexpr uint32_t kNone = 0xffffffffu;

enum class State : uint8_t { Plain, Free, Owned, Borrowed };

class Ownership {
 public:
  Ownership(const Module& m, const Function& f, const Effects& effects)
      : m_(m), f_(f), effects_(effects), n_(f.values.size()) {}

  std::string run() {
    orderBlocks();
    findFree();
    std::string what = findStates();
    if (what.empty()) what = followOwned();
    if (what.empty()) what = checkBorrows();
    return what;
  }

 private:
  std::string at(uint32_t b, size_t i) const {
    return ", b" + std::to_string(b) + " instruction " + std::to_string(i) + " (" +
           opInfo(f_.blocks[b].instrs[i].op).text + "): ";
  }
  static std::string name(ValueId v) { return "%" + std::to_string(v.index); }
  bool counted(ValueId v) const { return m_.types[f_.values[v].type].counted; }
  bool owned(ValueId v) const { return state_[v.index] == State::Owned; }

  void orderBlocks() {
    std::vector<uint8_t> seen(f_.blocks.size(), 0);
    std::vector<std::pair<uint32_t, size_t>> stack{{0, 0}};
    seen[0] = 1;
    while (!stack.empty()) {
      auto& [b, next] = stack.back();
      const auto& edges = f_.blocks[b].instrs.back().edges;
      if (next == edges.size()) {
        order_.push_back(b);
        stack.pop_back();
        continue;
      }
      uint32_t target = edges[next++].target.index;
      if (!seen[target]) {
        seen[target] = 1;
        stack.push_back({target, 0});
      }
    }
    std::reverse(order_.begin(), order_.end());
  }

  // Values of counted type that hold nothing counted, and values that hold only what borrowed
  // parameters hold. Parameters of blocks are assumed to be such until an argument is not; repeated
  // until nothing changes.
  void findFree() {
    free_.assign(n_, false);
    lasting_.assign(n_, false);
    for (uint32_t b : order_) {
      for (ValueId p : f_.blocks[b].params)
        free_[p.index] = lasting_[p.index] = b != 0 && counted(p);
      for (const Instr& i : f_.blocks[b].instrs)
        if (i.result.valid()) free_[i.result.index] = lasting_[i.result.index] = counted(i.result);
    }
    for (const Param& p : f_.params)
      lasting_[p.value.index] = counted(p.value) && p.mode == Mode::Borrowed;
    for (bool changed = true; changed;) {
      changed = false;
      auto set = [&](std::vector<bool>& facts, ValueId v, bool value) {
        if (facts[v.index] && !value) {
          facts[v.index] = false;
          changed = true;
        }
      };
      for (uint32_t b : order_)
        for (const Instr& i : f_.blocks[b].instrs) {
          if (i.result.valid() && counted(i.result)) {
            bool hands_on = isForwarding(i.op) || isProjection(i.op);
            bool borrows = isView(i) || (isProjection(i.op) && !isTake(i));
            if (hands_on) {
              for (ValueId o : i.operands)
                if (counted(o)) {
                  set(free_, i.result, free_[o.index]);
                  set(lasting_, i.result, free_[o.index] || (borrows && lasting_[o.index]));
                }
            } else {
              set(free_, i.result, isUncountedSource(i.op));
              set(lasting_, i.result, isUncountedSource(i.op));
            }
          }
          for (const Edge& e : i.edges)
            for (size_t k = 0; k < e.args.size(); ++k)
              if (ValueId v = e.args[k]; counted(v)) {
                set(free_, f_.block(e.target).params[k], free_[v.index]);
                set(lasting_, f_.block(e.target).params[k], free_[v.index] || lasting_[v.index]);
              }
        }
    }
  }

  bool consumes(const Instr& i, size_t k) const {
    ValueId v = i.operands[k];
    if (!counted(v) || free_[v.index] || isView(i)) return false;
    if (isTake(i)) return true;
    return operandUse(m_, f_, i, k) == Use::Consume;
  }

  // Owned or borrowed, and for borrowed values the owned values and loads they hang on.
  std::string findStates() {
    state_.assign(n_, State::Plain);
    roots_.resize(n_);
    loads_.resize(n_);
    auto hangOn = [&](ValueId child, ValueId parent) {
      if (owned(parent))
        roots_[child.index].push_back(parent);
      else {
        auto& r = roots_[child.index];
        auto& l = loads_[child.index];
        r.insert(r.end(), roots_[parent.index].begin(), roots_[parent.index].end());
        l.insert(l.end(), loads_[parent.index].begin(), loads_[parent.index].end());
      }
    };
    auto unique = [](auto& list) {
      std::sort(list.begin(), list.end());
      list.erase(std::unique(list.begin(), list.end()), list.end());
    };
    for (uint32_t b : order_) {
      for (ValueId p : f_.blocks[b].params)
        if (counted(p))
          state_[p.index] = free_[p.index]      ? State::Free
                            : lasting_[p.index] ? State::Borrowed
                                                : State::Owned;
      const auto& instrs = f_.blocks[b].instrs;
      for (size_t k = 0; k < instrs.size(); ++k) {
        const Instr& i = instrs[k];
        if (i.exception.valid()) state_[i.exception.index] = State::Owned;
        if (isView(i))
          for (ValueId o : i.operands)
            if (counted(o) && !free_[o.index] && owned(i.result)) return at(b, k) + "is no view";
        ValueId v = i.result;
        if (!v.valid()) continue;
        if (!counted(v)) {
          // Raw pointers hang on the object they were loaded from.
          if (i.op == Op::FieldLoad && m_.types[f_.values[v].type].kind == TypeKind::Ptr)
            hangOn(v, i.operands[0]);
          continue;
        }
        State& s = state_[v.index];
        if (free_[v.index]) {
          s = State::Free;
          continue;
        }
        if (isForwarding(i.op)   ? !isView(i)
            : isProjection(i.op) ? isTake(i)
                                 : opInfo(i.op).result == 'O') {
          s = State::Owned;
          continue;
        }
        s = State::Borrowed;
        for (ValueId o : i.operands) hangOn(v, o);
        if (effects_.loaded(i).kind != Location::None) {
          loads_[v.index].push_back(static_cast<uint32_t>(load_ops_.size()));
          load_ops_.push_back(&i);
        }
        unique(roots_[v.index]);
        unique(loads_[v.index]);
      }
    }
    return "";
  }

  // Every owned value is consumed exactly once on every path.
  std::string followOwned() {
    std::vector<std::vector<uint32_t>> entry(f_.blocks.size());
    std::vector<bool> reached(f_.blocks.size(), false);
    std::vector<uint8_t> alive(n_, 0);
    std::vector<uint32_t> list;  // values that are or were alive in this block
    reached[0] = true;
    for (uint32_t b : order_) {
      list = entry[b];
      for (ValueId p : f_.blocks[b].params)
        if (owned(p)) list.push_back(p.index);
      for (uint32_t v : list) alive[v] = 1;
      const auto& instrs = f_.blocks[b].instrs;
      std::map<uint32_t, std::vector<int64_t>> taken;  // tuples that are taken apart here
      for (size_t k = 0; k < instrs.size(); ++k) {
        const Instr& i = instrs[k];
        bool only_bits = false;
        for (ValueId v : i.operands)
          if (auto it = taken.find(v.index); it != taken.end()) {
            if (i.op != Op::TupleGet || (counted(i.result) && !isTake(i)))
              return at(b, k) + "uses " + name(v) + ", parts of which were taken";
            only_bits = !counted(i.result);
          }
        if (only_bits) continue;
        for (ValueId v : i.operands)
          if (owned(v) && !alive[v.index])
            return at(b, k) + "uses " + name(v) + " after it was consumed";
        for (size_t o = 0; o < i.operands.size(); ++o) {
          ValueId v = i.operands[o];
          if (!consumes(i, o)) continue;
          if (!owned(v)) return at(b, k) + "consumes " + name(v) + ", which is only borrowed";
          if (!alive[v.index]) return at(b, k) + "consumes " + name(v) + " twice";
          if (i.op == Op::TupleGet) {
            // The tuple is consumed with the last of its items.
            auto& items = taken[v.index];
            if (std::find(items.begin(), items.end(), i.imm) != items.end())
              return at(b, k) + "takes the same item of " + name(v) + " twice";
            items.push_back(i.imm);
            size_t all = 0;
            for (TypeId t : m_.types[f_.values[v].type].items) all += m_.types[t].counted;
            if (items.size() < all) continue;
          }
          alive[v.index] = 0;
        }
        // An operand that is consumed may not be borrowed by the same operation.
        for (ValueId v : i.operands)
          if (owned(v) && !alive[v.index] &&
              std::count(i.operands.begin(), i.operands.end(), v) > 1)
            return at(b, k) + "consumes and borrows " + name(v);
        if (i.result.valid() && owned(i.result) && !opInfo(i.op).is('R')) {
          alive[i.result.index] = 1;
          list.push_back(i.result.index);
        }
      }
      for (auto& [v, _] : taken)
        if (alive[v]) return at(b, instrs.size() - 1) + "leaks parts of " + name(ValueId(v));
      const Instr& last = instrs.back();
      size_t at_last = instrs.size() - 1;
      if (last.edges.empty() && last.op != Op::Unreachable)
        for (uint32_t v : list)
          if (alive[v]) return at(b, at_last) + "leaks " + name(ValueId(v));
      for (size_t e = 0; e < last.edges.size(); ++e) {
        const Edge& edge = last.edges[e];
        ValueId special;
        if (opInfo(last.op).is('R')) special = e == 0 ? last.result : last.exception;
        if (special.valid() && owned(special)) {
          alive[special.index] = 1;
          list.push_back(special.index);
        }
        std::vector<ValueId> given;
        std::string what;
        for (size_t k = 0; k < edge.args.size() && what.empty(); ++k) {
          ValueId v = edge.args[k];
          if (!owned(f_.block(edge.target).params[k]) || state_[v.index] == State::Free) continue;
          if (!owned(v))
            what = "passes " + name(v) + ", which is only borrowed";
          else if (!alive[v.index])
            what = "passes " + name(v) + " after it was consumed";
          else
            given.push_back(v);
          alive[v.index] = 0;
        }
        std::vector<uint32_t> state;
        for (uint32_t v : list)
          if (alive[v]) state.push_back(v);
        std::sort(state.begin(), state.end());
        uint32_t target = edge.target.index;
        if (what.empty() && special.valid() && owned(special) && alive[special.index])
          what = "leaks " + name(special) + " on the edge to b" + std::to_string(target);
        if (what.empty() && !reached[target]) {
          reached[target] = true;
          entry[target] = std::move(state);
        } else if (what.empty() && entry[target] != state) {
          std::vector<uint32_t> difference;
          std::set_symmetric_difference(state.begin(), state.end(), entry[target].begin(),
                                        entry[target].end(), std::back_inserter(difference));
          what = name(ValueId(difference[0])) + " is " +
                 (std::binary_search(state.begin(), state.end(), difference[0]) ? "owned"
                                                                                : "consumed") +
                 " on the edge to b" + std::to_string(target) + " but not on another";
        }
        if (!what.empty()) return at(b, at_last) + what;
        for (ValueId v : given) alive[v.index] = 1;
        if (special.valid()) alive[special.index] = 0;
      }
      for (uint32_t v : list) alive[v] = 0;
    }
    return "";
  }

  bool hangs(ValueId v) const { return !roots_[v.index].empty() || !loads_[v.index].empty(); }

  // Where the values that hang on others are live: by block, at its start. Sparse, value by value.
  void findLive() {
    std::vector<uint32_t> def(n_, kNone);
    std::vector<std::vector<uint32_t>> preds(f_.blocks.size()), users(n_);
    for (uint32_t b : order_) {
      for (ValueId p : f_.blocks[b].params) def[p.index] = b;
      for (const Instr& i : f_.blocks[b].instrs)
        if (i.result.valid()) def[i.result.index] = b;
      for (const Edge& e : f_.blocks[b].instrs.back().edges) preds[e.target.index].push_back(b);
    }
    for (uint32_t b : order_)
      for (const Instr& i : f_.blocks[b].instrs) {
        auto use = [&](ValueId v) {
          if (hangs(v) && def[v.index] != b) users[v.index].push_back(b);
        };
        for (ValueId v : i.operands) use(v);
        for (const Edge& e : i.edges)
          for (ValueId v : e.args)
            if (counted(v)) use(v);
      }
    live_in_.assign(f_.blocks.size(), {});
    std::vector<uint32_t> stamp(f_.blocks.size(), kNone), work;
    for (uint32_t v = 0; v < n_; ++v) {
      auto enter = [&](uint32_t b) {
        if (stamp[b] == v || def[v] == b) return;
        stamp[b] = v;
        work.push_back(b);
      };
      for (uint32_t b : users[v]) enter(b);
      while (!work.empty()) {
        uint32_t b = work.back();
        work.pop_back();
        live_in_[b].push_back(v);
        for (uint32_t p : preds[b]) enter(p);
      }
    }
  }

  // A borrowed value is not used after what it hangs on was consumed or overwritten.
  std::string checkBorrows() {
    findLive();
    std::vector<std::vector<uint32_t>> borrowers(n_);
    for (uint32_t v = 0; v < n_; ++v)
      for (ValueId r : roots_[v]) borrowers[r.index].push_back(v);
    std::vector<uint8_t> live(n_, 0);
    std::vector<uint32_t> list;
    auto add = [&](uint32_t v) {
      if (live[v]) return;
      live[v] = 1;
      list.push_back(v);
    };
    for (uint32_t b : order_) {
      for (uint32_t v : list) live[v] = 0;
      list.clear();
      const auto& instrs = f_.blocks[b].instrs;
      for (const Edge& e : instrs.back().edges) {
        // Moving a value into a parameter gives it away for all who borrow from it behind the edge.
        for (uint32_t v : live_in_[e.target.index]) add(v);
        for (size_t k = 0; k < e.args.size(); ++k)
          if (owned(e.args[k]) && owned(f_.block(e.target).params[k]))
            for (uint32_t w : borrowers[e.args[k].index])
              if (std::find(live_in_[e.target.index].begin(), live_in_[e.target.index].end(), w) !=
                  live_in_[e.target.index].end())
                return at(b, instrs.size() - 1) + "gives away " + name(e.args[k]) + ", which " +
                       name(ValueId(w)) + " borrows from";
      }
      for (const Edge& e : instrs.back().edges)
        for (ValueId v : e.args)
          // What a pointer that is passed on points to may be kept alive by another argument.
          if (hangs(v) && counted(v)) add(v.index);
      for (size_t k = instrs.size(); k-- > 0;) {
        const Instr& i = instrs[k];
        if (i.result.valid()) live[i.result.index] = 0;
        bool during = Effects::usesOperandsDuringEffects(i.op);
        auto addOperands = [&] {
          // A raw pointer that is returned may have been taken from its dying owner.
          if (i.op == Op::Ret && !i.operands.empty() && !counted(i.operands[0])) return;
          for (ValueId v : i.operands)
            if (hangs(v)) add(v.index);
        };
        if (during) addOperands();
        std::string what = checkConsumed(i, live, borrowers);
        size_t kept = 0;
        for (uint32_t v : list) {
          if (!live[v]) continue;
          list[kept++] = v;
          for (uint32_t load : loads_[v])
            if (what.empty() && effects_.clobbers(f_, i, effects_.loaded(*load_ops_[load])))
              what = "may overwrite what " + name(ValueId(v)) + " borrows";
        }
        list.resize(kept);
        if (!what.empty()) return at(b, k) + what;
        if (!during) addOperands();
      }
    }
    return "";
  }
  std::string checkConsumed(const Instr& i, const std::vector<uint8_t>& live,
                            const std::vector<std::vector<uint32_t>>& borrowers) const {
    for (size_t o = 0; o < i.operands.size(); ++o) {
      if (!consumes(i, o)) continue;
      for (uint32_t w : borrowers[i.operands[o].index])
        if (live[w])
          return "consumes " + name(i.operands[o]) + ", which " + name(ValueId(w)) +
                 " borrows from";
    }
    return "";
  }

  const Module& m_;
  const Function& f_;
  const Effects& effects_;
  size_t n_;
  std::vector<uint32_t> order_;
  std::vector<bool> free_, lasting_;
  std::vector<State> state_;
  std::vector<std::vector<ValueId>> roots_;
  std::vector<std::vector<uint32_t>> loads_;  // indices into load_ops_
  std::vector<const Instr*> load_ops_;
  std::vector<std::vector<uint32_t>> live_in_;
};

}  // namespace

std::string checkOwnership(const Module& module, const Function& function, const Effects& effects) {
  return Ownership(module, function, effects).run();
}

}  // namespace krait::mir
