// Analyses over one MIR function (or the call graph) that several passes share. All are computed on
// demand, none is cached: a pass that changes control flow computes them again.
#pragma once

#include <cstdint>
#include <vector>

#include "base/components.h"
#include "mir/mir.h"

namespace krait::passes {

constexpr uint32_t kNone = 0xffffffffu;

inline bool isCall(const mir::Instr& instr) { return instr.op == mir::Op::Call || instr.op == mir::Op::Invoke; }

// Control flow. Blocks are indices; an edge that occurs twice (both arms of a condbr) is listed
// twice.
struct Cfg {
  explicit Cfg(const mir::Function& function);
  std::vector<std::vector<uint32_t>> preds, succs;
  std::vector<uint32_t> order;     // reachable blocks in reverse post-order, the entry first
  std::vector<uint32_t> position;  // block -> index in `order`, kNone if unreachable
  bool reachable(uint32_t block) const { return position[block] != kNone; }
};

// Dominator tree (Semi-NCA: Georgiadis, "Linear-Time Algorithms for Dominators and Related
// Problems").
struct Dominators {
  explicit Dominators(const Cfg& cfg);
  std::vector<uint32_t> idom;  // kNone for the entry and for unreachable blocks
  // Does block a dominate block b (every block dominates itself)? False if either is unreachable.
  bool dominates(uint32_t a, uint32_t b) const {
    return enter[a] != kNone && enter[b] != kNone && enter[a] <= enter[b] && leave[b] <= leave[a];
  }
  std::vector<std::vector<uint32_t>> children;
  std::vector<uint32_t> enter, leave;  // preorder interval in the tree
};

// Where each value is defined. Results and exceptions of raising operations have the terminator as
// place.
struct Definitions {
  struct Place {
    uint32_t block = kNone;  // kNone: not defined anywhere
    uint32_t instr = kNone;  // kNone: a block parameter
  };
  explicit Definitions(const mir::Function& function);
  std::vector<Place> places;  // by value
  const Place& operator[](mir::ValueId v) const { return places[v.index]; }
};

// Sparse liveness: for every block the values that are live at its start (its own parameters never
// are) and behind its terminator, which is what its successors need; edge arguments are uses of the
// terminator. Cost and size are proportional to the sum of the live ranges in blocks.
struct Liveness {
  Liveness(const mir::Function& function, const Cfg& cfg);
  std::vector<std::vector<mir::ValueId>> in, out;  // sorted
};

// The components of the call graph (call, invoke), callees first.
struct CallGraph {
  explicit CallGraph(const mir::Module& module);
  std::vector<std::vector<mir::FuncId>> components;
  std::vector<uint32_t> component;                // function -> index in `components`
  std::vector<std::vector<mir::FuncId>> callees;  // without duplicates, in order of first call
  bool recursive(mir::FuncId f) const { return cyclic[component[f.index]]; }
  std::vector<bool> cyclic;  // component has more than one function or calls itself
};

// Blocks that run at most once a call of the function and are not worth code that is fast rather than small:
// from where every path leaves the function with an exception, and, if the function itself runs
// at most once, all that are in no loop.
std::vector<bool> coldBlocks(const mir::Function& function, const Cfg& cfg);

// Sets Function::once: main, and what is called in one place, of a function that runs once, outside loops.
void markOnce(mir::Module& module, const CallGraph& graph);

}  // namespace krait::passes
