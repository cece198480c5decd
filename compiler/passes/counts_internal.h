// The parts of the pass `counts`: classification of values (counts_classify.cpp), extended liveness
// (counts_liveness.cpp) and insertion of copies and releases (counts.cpp).
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "mir/effects.h"
#include "mir/mir.h"
#include "passes/analysis.h"

namespace krait::passes {

enum class Kind : uint8_t {
  Trivial,   // of uncounted type
  Free,      // of counted type, but known to hold nothing that is counted (constants, small ints)
  Owned,     // holds references that must be given up exactly once
  Borrowed,  // kept alive by its parents, or by the caller
};

// What is known about the values of one function.
struct Classes {
  std::vector<Kind> kind;
  // A loaded or projected value that is copied right behind its definition, and then Owned.
  std::vector<bool> copy_now;
  // A projection of an owned value that takes the reference over if the operand dies with it (else
  // it is copied at once); Owned.
  std::vector<bool> take;
  // An owned tuple that is only taken apart, in the block where it comes from: its tuple.gets are takes.
  std::vector<bool> dissolved;
  // The values that must stay alive as long as this one: the operands of views, the objects that
  // borrowed values and raw pointers were loaded from. All are defined before it, on every path.
  std::vector<std::vector<mir::ValueId>> parents;
  // Objects that a raw pointer was stored into although they are younger than the pointer: they
  // must be alive wherever the pointer is used behind their definition. Pairs (pointer, object),
  // sorted.
  std::vector<std::pair<mir::ValueId, mir::ValueId>> late_owners;
};

// Pairs (q, a): the block parameter a holds an owner of the raw pointer q, a parameter of the same
// block.
using Anchors = std::vector<std::pair<mir::ValueId, mir::ValueId>>;

struct FunctionContext {
  mir::Module& module;
  mir::Function& function;
  const mir::Effects& effects;
  const Cfg& cfg;
  const Definitions& defs;
  const Dominators& doms;
  const Anchors& anchors;  // sorted
};

// Is `a` defined before `b` on every path to b?
bool precedes(const FunctionContext& context, mir::ValueId a, mir::ValueId b);
// Is `v` defined before instruction `instr` of `block` on every path to it?
bool availableAt(const FunctionContext& context, mir::ValueId v, uint32_t block, uint32_t instr);

// Decides kinds and parents.
Classes classify(const FunctionContext& context);

// Adds the anchors that the function needs to its blocks and edges; they are in no list before.
Anchors addAnchors(const FunctionContext& context);

// For every value that is or contains a raw pointer: the counted values that own the memory.
// Sorted.
std::vector<std::vector<mir::ValueId>> pointerOwners(const FunctionContext& context,
                                                     const std::vector<Kind>& kind);

// Liveness where a use of a value is a use of its parents too. Lists are unsorted.
struct ExtendedLiveness {
  ExtendedLiveness(const FunctionContext& context, const Classes& classes);
  std::vector<std::vector<mir::ValueId>> in, out;  // by block: at its start; behind its terminator
};

// A set of values that is closed under `parents`, for scans of a block from its end to its start.
class LiveSet {
 public:
  LiveSet(size_t values, const Classes& classes) : stamp_(values, 0), classes_(classes) {}
  void clear() { ++now_; }
  bool has(mir::ValueId v) const { return stamp_[v.index] == now_; }
  void remove(mir::ValueId v) { stamp_[v.index] = 0; }
  // Adds v and its parents, transitively; calls added(w) for each that was not yet in the set.
  template <class Added>
  void add(mir::ValueId v, Added&& added) {
    if (has(v)) return;
    work_.push_back(v);
    stamp_[v.index] = now_;
    while (!work_.empty()) {
      mir::ValueId w = work_.back();
      work_.pop_back();
      added(w);
      for (mir::ValueId p : classes_.parents[w.index])
        if (!has(p)) {
          stamp_[p.index] = now_;
          work_.push_back(p);
        }
    }
  }

 private:
  std::vector<uint32_t> stamp_;
  uint32_t now_ = 1;
  const Classes& classes_;
  std::vector<mir::ValueId> work_;
};

// Calls use(o) for the late owners of `v` that exist at instruction `instr` of `block`.
template <class Use>
void eachLateOwner(const FunctionContext& context, const Classes& classes, mir::ValueId v,
                   uint32_t block, uint32_t instr, Use&& use) {
  if (classes.late_owners.empty()) return;
  auto it = std::lower_bound(classes.late_owners.begin(), classes.late_owners.end(),
                             std::pair(v, mir::ValueId(0u)));
  for (; it != classes.late_owners.end() && it->first == v; ++it)
    if (availableAt(context, it->second, block, instr)) use(it->second);
}

}  // namespace krait::passes
