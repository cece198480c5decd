// inline: puts the bodies of small functions where they are called.
//
// Assumes: Phase::Built. Goes over the strongly connected components of the call graph, callees
// first, so that a body is already simplified when it is copied (the order of Chambers, Dean and
// Grove's bottom-up inliners); members of a cycle are never copied into each other. Library
// functions are copied when they are small, others only in release, when they are small or have a
// single call. Where a call runs at most once (coldBlocks), and of those that
// only raise, only the tiniest are.
//
// Tracebacks: the places of a copied body keep their function's name (Site::inlined). A library
// function adds no entry of its own, its caller adds the call's place on the error edge. A `raise`
// that becomes a jump to that edge therefore adds it explicitly, but for const.stop, which never
// has a traceback.
#include <algorithm>
#include <unordered_map>

#include "base/check.h"
#include "passes/pass_list.h"
#include "passes/rewrite.h"

namespace krait::passes {
using namespace mir;

namespace {

constexpr size_t kSmallLibraryDev = 30;  // instructions without constants
constexpr size_t kSmallLibraryRelease = 70;
constexpr size_t kSmallUser = 25;
constexpr size_t kSingleCall = 300;
constexpr size_t kCallerLimit = 8000;  // a function that has grown to this takes in only tiny ones
constexpr size_t kTiny = 10;           // as much code as the call

size_t costOf(const Function& function) {
  size_t cost = 0;
  for (const Block& block : function.blocks)
    for (const Instr& instr : block.instrs)
      if (!isConstant(instr.op) && instr.op != Op::Br && instr.op != Op::Keep) ++cost;
  return cost;
}

struct Body {
  size_t cost = 0;
  bool records_sites = false;  // some operation adds a traceback entry of this function
  bool returns = false;        // it can end without an exception
};

class Inliner {
 public:
  Inliner(Module& module, const Options& options)
      : m_(module), options_(options), graph_(module), effects_(module) {}

  void run() {
    markOnce(m_, graph_);
    bodies_.resize(m_.functions.size());
    calls_.resize(m_.functions.size());
    for (size_t i = 0; i < m_.functions.size(); ++i)
      for (const Block& block : m_.functions[FuncId(i)].blocks)
        for (const Instr& instr : block.instrs)
          if (isCall(instr)) ++calls_[instr.func.index];
    for (const std::vector<FuncId>& component : graph_.components)
      for (FuncId f : component) {
        if (m_.functions[f].declaration) continue;
        if (inlineInto(f)) simplifyFunction(m_, f, effects_);
        measure(f);
      }
  }

 private:
  void measure(FuncId id) {
    const Function& f = m_.functions[id];
    Body& body = bodies_[id.index];
    body = {costOf(f), false, false};
    for (const Block& block : f.blocks) {
      for (const Instr& instr : block.instrs) body.records_sites |= instr.site >= 0;
      body.returns |= block.instrs.back().op == Op::Ret;
    }
  }

  bool wanted(FuncId caller, FuncId callee, size_t caller_cost, bool cold) const {
    const Function& f = m_.functions[callee];
    if (f.declaration || f.inlining == Inline::Never || caller == callee) return false;
    if (graph_.component[caller.index] == graph_.component[callee.index]) return false;
    // A recursive function checks the stack when it is entered: a copy of one round would not.
    if (graph_.recursive(callee)) return false;
    const Body& body = bodies_[callee.index];
    // Code of the user in a library function would lose its traceback entries.
    if (!f.library && body.records_sites && m_.functions[caller].library) return false;
    if (f.inlining == Inline::Always) return true;
    if (cold || !body.returns || caller_cost > kCallerLimit) return body.cost <= kTiny;
    if (f.library) return body.cost <= (options_.release ? kSmallLibraryRelease : kSmallLibraryDev);
    if (!options_.release) return false;
    return body.cost <= kSmallUser || (calls_[callee.index] == 1 && body.cost <= kSingleCall);
  }

  bool inlineInto(FuncId caller) {
    Function& f = m_.functions[caller];
    size_t cost = costOf(f);
    bool any = false;
    // Blocks that are appended hold copied bodies, whose own calls were decided on in the callee,
    // and the rests of split blocks. From the back: of what follows a call each part is moved once.
    size_t blocks = f.blocks.size();
    std::vector<bool> cold = coldBlocks(f, Cfg(f));
    for (uint32_t b = 0; b < blocks; ++b) {
      for (size_t i = f.blocks[b].instrs.size(); i-- > 0;) {
        const Instr& instr = f.blocks[b].instrs[i];
        if (!isCall(instr) || !wanted(caller, instr.func, cost, cold[b])) continue;
        cost += bodies_[instr.func.index].cost;
        copyBody(f, b, i);
        any = true;
      }
    }
    return any;
  }

  // The place of a copied operation: its own function's entry, in the table of the caller.
  int32_t copySite(Function& f, const Function& callee, int32_t site) {
    if (site < 0 || callee.library) return -1;
    if (auto it = sites_.find(site); it != sites_.end()) return it->second;
    Site copy = callee.sites[static_cast<size_t>(site)];
    InlinedFunction from{callee.display_name, callee.file, callee.line};
    if (copy.inlined >= 0) from = callee.inlined[static_cast<size_t>(copy.inlined)];
    auto known = std::find_if(f.inlined.begin(), f.inlined.end(), [&](const InlinedFunction& i) {
      return i.display_name == from.display_name && i.file == from.file && i.line == from.line;
    });
    copy.inlined = static_cast<int32_t>(known - f.inlined.begin());
    if (known == f.inlined.end()) f.inlined.push_back(std::move(from));
    if (copy.outer >= 0) copy.outer = copySite(f, callee, copy.outer);
    f.sites.push_back(copy);
    return sites_[site] = static_cast<int32_t>(f.sites.size()) - 1;
  }

  // Replaces instruction `index` of `block` by the callee's body.
  void copyBody(Function& f, uint32_t block, size_t index) {
    Instr call = std::move(f.blocks[block].instrs[index]);
    sites_.clear();
    const Function& callee = m_.functions[call.func];
    uint32_t rest = kNone;
    if (call.op == Op::Call) {
      rest = static_cast<uint32_t>(f.blocks.size());
      Block after;
      if (call.result.valid()) after.params.push_back(call.result);
      auto from = f.blocks[block].instrs.begin() + static_cast<ptrdiff_t>(index) + 1;
      after.instrs.assign(std::make_move_iterator(from),
                          std::make_move_iterator(f.blocks[block].instrs.end()));
      f.blocks.push_back(std::move(after));
    }
    f.blocks[block].instrs.resize(index);
    uint32_t first = static_cast<uint32_t>(f.blocks.size());
    std::vector<ValueId> map(callee.values.size());
    auto define = [&](ValueId v) {
      if (v.valid()) map[v.index] = f.newValue(callee.values[v].type);
    };
    for (const Block& b : callee.blocks) {
      for (ValueId v : b.params) define(v);
      for (const Instr& instr : b.instrs) {
        define(instr.result);
        define(instr.exception);
      }
    }
    for (const Block& b : callee.blocks) {
      Block copy;
      for (ValueId v : b.params) copy.params.push_back(map[v.index]);
      for (const Instr& instr : b.instrs) copyInstr(f, call, rest, first, callee, instr, map, copy);
      f.blocks.push_back(std::move(copy));
    }
    Instr enter = makeInstr(Op::Br);
    enter.edges.push_back({BlockId(first), call.operands});
    f.blocks[block].instrs.push_back(std::move(enter));
  }

  void copyInstr(Function& f, const Instr& call, uint32_t rest, uint32_t first,
                 const Function& callee, const Instr& instr, const std::vector<ValueId>& map,
                 Block& to) {
    auto mapped = [&](ValueId v) { return v.valid() ? map[v.index] : v; };
    if (instr.op == Op::Ret) {
      Instr jump = makeInstr(Op::Br);
      ValueId result = instr.operands.empty() ? ValueId() : mapped(instr.operands[0]);
      if (call.op == Op::Call) {
        jump.edges.push_back({BlockId(rest), {}});
        if (call.result.valid()) jump.edges[0].args.push_back(result);
      } else {
        jump.edges.push_back(call.edges[0]);
        for (ValueId& v : jump.edges[0].args)
          if (v == call.result) v = result;
      }
      to.instrs.push_back(std::move(jump));
      return;
    }
    if (instr.op == Op::Raise) {
      KRAIT_CHECK(call.op == Op::Invoke);
      ValueId exception = mapped(instr.operands[0]);
      if (!f.library && call.site >= 0) {
        Instr trace = makeInstr(Op::TraceAdd, {exception});
        trace.site = call.site;
        to.instrs.push_back(std::move(trace));
      }
      Instr jump = makeInstr(Op::Br);
      jump.edges.push_back(call.edges[1]);
      for (ValueId& v : jump.edges[0].args)
        if (v == call.exception) v = exception;
      to.instrs.push_back(std::move(jump));
      return;
    }
    // A traceback entry of a library function is none.
    if (instr.op == Op::TraceAdd && callee.library) return;
    Instr copy = instr;
    copy.site = copySite(f, callee, instr.site);
    copy.result = mapped(copy.result);
    copy.exception = mapped(copy.exception);
    for (ValueId& v : copy.operands) v = mapped(v);
    for (Edge& edge : copy.edges) {
      edge.target = BlockId(edge.target.index + first);
      for (ValueId& v : edge.args) v = mapped(v);
    }
    to.instrs.push_back(std::move(copy));
  }

  Module& m_;
  const Options& options_;
  CallGraph graph_;
  Effects effects_;
  std::unordered_map<int32_t, int32_t> sites_;  // of the callee at hand -> in the caller
  std::vector<Body> bodies_;
  std::vector<uint32_t> calls_;  // calls of every function in the module as it came
};

}  // namespace

void inlineCalls(Module& module, const Options& options) { Inliner(module, options).run(); }

}  // namespace krait::passes
