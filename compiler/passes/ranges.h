// Value ranges: the analysis behind the pass "ranges".
#pragma once

#include <cstdint>
#include <vector>

#include "mir/mir.h"
#include "passes/analysis.h"

namespace krait::passes {

// A closed interval of numbers; kInfinity and beyond is unbounded. Empty (lo > hi): no value gets
// here.
struct Range {
  using Wide = __int128;
  static constexpr Wide kInfinity = static_cast<Wide>(1) << 120;
  Wide lo = 1, hi = 0;

  bool empty() const { return lo > hi; }
  bool operator==(const Range& other) const {
    return (empty() && other.empty()) || (lo == other.lo && hi == other.hi);
  }
  bool within(const Range& outer) const { return !empty() && lo >= outer.lo && hi <= outer.hi; }
  bool constant() const { return lo == hi; }
  Range meet(const Range& other) const;  // values in both
  Range join(const Range& other) const;  // the smallest interval around both
};

constexpr Range kSmallRange{-(Range::Wide{1} << 62), (Range::Wide{1} << 62) - 1};
constexpr Range kI64Range{-(Range::Wide{1} << 63), (Range::Wide{1} << 63) - 1};
constexpr Range kU64Range{0, (Range::Wide{1} << 64) - 1};
constexpr Range kEverything{-Range::kInfinity, Range::kInfinity};

// Ranges of the bool, i64 and int values of a function.
class RangeAnalysis {
 public:
  RangeAnalysis(const mir::Module& module, const mir::Function& function, const Cfg& cfg,
                const Dominators& dominators);

  // The range of a value in a block: what it is everywhere, narrowed by the branches that lead to
  // the block. Empty if the block is never reached.
  Range at(mir::ValueId value, uint32_t block) const { return at(value, block, 2); }
  // Is `a < b` (signed) decided by a branch above?
  bool knownLess(mir::ValueId a, mir::ValueId b, uint32_t block) const;
  const mir::Instr* def(mir::ValueId value) const;
  // What an operation gives for operands with the ranges they have in `block`.
  Range eval(const mir::Instr& instr, uint32_t block) const;

 private:
  struct Fact {
    uint32_t block;      // holds in what this block dominates
    mir::Pred pred;      // value pred other
    mir::ValueId other;  // invalid: the value is small (int.issmall)
  };
  void collectFacts();
  void assume(mir::ValueId condition, bool value, uint32_t block, int depth);
  void addFact(mir::ValueId value, uint32_t block, mir::Pred pred, mir::ValueId other);
  void findCounters();
  void solve();
  bool sweep(bool widen, bool narrowing);
  bool checkCounters();
  Range full(mir::TypeId type) const;
  Range at(mir::ValueId value, uint32_t block, int depth) const;
  Range onEdge(mir::ValueId value, uint32_t from, size_t edge) const;
  bool feasible(uint32_t from, size_t edge) const;
  Range loadRange(const mir::Instr& instr) const;
  Range callRange(const mir::Instr& instr) const;

  const mir::Module& m_;
  const mir::Function& f_;
  const Cfg& cfg_;
  const Dominators& dominators_;
  std::vector<Range> ranges_;
  std::vector<const mir::Instr*> defs_;
  std::vector<std::vector<Fact>> facts_;  // by value
  std::vector<char> reached_;             // blocks
  std::vector<char> header_;              // blocks with a retreating edge
  // Parameters of loop headers that are only ever moved by small constants: see findCounters.
  struct Counter {
    bool is = false;
    std::vector<mir::ValueId> from;  // what comes in from outside
    std::vector<uint32_t> from_blocks;
  };
  std::vector<Counter> counters_;  // by value; empty if it is none
  bool loops_ = false;
  int sweeps_ = 0;
};

}  // namespace krait::passes
