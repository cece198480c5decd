// The verifier: structure, types and SSA form. Ownership is in verify_counts.cpp.
#include "mir/verify.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "mir/verify_internal.h"

namespace krait::mir {
namespace {

constexpr uint32_t kNone = 0xffffffffu;

class Verifier {
 public:
  // `effects` is needed for Phase::Counted only.
  Verifier(const Module& module, FuncId id, Phase phase, const Effects* effects)
      : m_(module), f_(module.functions[id]), phase_(phase), effects_(effects) {}

  std::string run() {
    std::string what = check();
    return what.empty() ? "" : "function @\"" + f_.name + "\"" + what;
  }

 private:
  // Where a value comes into being. Results of raising ops exist on one edge only.
  enum class Where : uint8_t { Nowhere, BlockStart, Instr, NormalEdge, ErrorEdge };
  struct Def {
    Where where = Where::Nowhere;
    uint32_t block = 0, instr = 0;
  };

  std::string at(size_t block) const { return ", b" + std::to_string(block) + ": "; }
  std::string at(size_t block, size_t instr) const {
    return ", b" + std::to_string(block) + " instruction " + std::to_string(instr) + " (" +
           opInfo(f_.blocks[block].instrs[instr].op).text + "): ";
  }
  std::string name(ValueId v) const { return "%" + std::to_string(v.index); }

  std::string check() {
    if (!f_.result.valid() || f_.result.index >= m_.types.size()) return ": has no result type";
    for (size_t v = 0; v < f_.values.size(); ++v) {
      TypeId t = f_.values[ValueId(v)].type;
      if (!t.valid() || t.index >= m_.types.size()) return ": " + name(ValueId(v)) + " has no type";
    }
    for (const Param& p : f_.params)
      if (!p.value.valid() || p.value.index >= f_.values.size())
        return ": has a parameter without value";
    if (f_.declaration) return f_.blocks.empty() ? "" : ": is a declaration with blocks";
    if (f_.blocks.empty()) return ": has no blocks";
    if (f_.blocks[0].params.size() != f_.params.size())
      return ": the entry block's parameters are not the function's";
    for (size_t i = 0; i < f_.params.size(); ++i)
      if (f_.blocks[0].params[i] != f_.params[i].value)
        return ": the entry block's parameters are not the function's";
    std::string what = define();
    if (what.empty()) what = structure();
    if (!what.empty()) return what;
    dominators();
    what = uses();
    if (what.empty() && effects_) what = checkOwnership(m_, f_, *effects_);
    return what;
  }

  std::string define(ValueId v, Where where, size_t b, size_t i) {
    if (!v.valid() || v.index >= f_.values.size()) return "defines a value that does not exist";
    if (f_.values[v].type == m_.types.void_) return name(v) + " is void";
    Def& d = defs_[v.index];
    if (d.where != Where::Nowhere) return name(v) + " is defined twice";
    d = {where, static_cast<uint32_t>(b), static_cast<uint32_t>(i)};
    return "";
  }
  std::string define() {
    defs_.resize(f_.values.size());
    for (size_t b = 0; b < f_.blocks.size(); ++b) {
      const Block& block = f_.blocks[b];
      for (ValueId p : block.params) {
        std::string what = define(p, Where::BlockStart, b, 0);
        if (!what.empty()) return at(b) + what;
      }
      for (size_t i = 0; i < block.instrs.size(); ++i) {
        const Instr& instr = block.instrs[i];
        bool raising = opInfo(instr.op).is('R');
        std::string what;
        if (instr.result.valid())
          what = define(instr.result, raising ? Where::NormalEdge : Where::Instr, b, i);
        if (what.empty() && instr.exception.valid()) {
          what = raising ? define(instr.exception, Where::ErrorEdge, b, i)
                         : "cannot have an exception";
          if (what.empty() && f_.values[instr.exception].type != m_.types.ref)
            what = "its exception is not a ref";
        } else if (what.empty() && raising) {
          what = "needs an exception";
        }
        if (!what.empty()) return at(b, i) + what;
      }
    }
    return "";
  }

  std::string structure() {
    for (size_t b = 0; b < f_.blocks.size(); ++b) {
      const Block& block = f_.blocks[b];
      if (block.instrs.empty()) return at(b) + "is empty";
      for (size_t i = 0; i < block.instrs.size(); ++i) {
        const Instr& instr = block.instrs[i];
        const OpInfo& info = opInfo(instr.op);
        bool last = i + 1 == block.instrs.size();
        if (info.terminator() != last)
          return at(b, i) + (last ? "is no terminator but ends the block"
                                  : "is a terminator inside the block");
        size_t edges = info.is('R') || instr.op == Op::CondBr ? 2 : instr.op == Op::Br ? 1 : 0;
        if (instr.edges.size() != edges)
          return at(b, i) + "has " + std::to_string(instr.edges.size()) + " edges, not " +
                 std::to_string(edges);
        for (ValueId v : instr.operands)
          if (!v.valid() || v.index >= f_.values.size())
            return at(b, i) + "uses a value that does not exist";
        std::string what = checkTypes(m_, f_, instr);
        if (!what.empty()) return at(b, i) + what;
        bool counting = instr.op == Op::Retain || instr.op == Op::Release || instr.op == Op::Copy;
        if (counting && phase_ == Phase::Built) return at(b, i) + "before the pass counts";
        for (const Edge& e : instr.edges) {
          what = checkEdge(e);
          if (!what.empty()) return at(b, i) + what;
        }
      }
    }
    return "";
  }
  std::string checkEdge(const Edge& e) const {
    if (!e.target.valid() || e.target.index >= f_.blocks.size()) return "has an edge to no block";
    std::string target = "b" + std::to_string(e.target.index);
    if (e.target.index == 0) return "has an edge to the entry block";
    const Block& block = f_.block(e.target);
    if (e.args.size() != block.params.size())
      return "passes " + std::to_string(e.args.size()) + " arguments to " + target +
             ", which has " + std::to_string(block.params.size()) + " parameters";
    for (size_t k = 0; k < e.args.size(); ++k) {
      if (!e.args[k].valid() || e.args[k].index >= f_.values.size())
        return "passes a value that does not exist to " + target;
      TypeId have = f_.values[e.args[k]].type, need = f_.values[block.params[k]].type;
      if (have != need)
        return "passes " + name(e.args[k]) + " of type " + typeName(m_.types, have) + " to " +
               target + " for " + name(block.params[k]) + " of type " + typeName(m_.types, need);
    }
    return "";
  }

  // Dominators by iteration over reverse post-order (Cooper, Harvey, Kennedy).
  void dominators() {
    size_t n = f_.blocks.size();
    std::vector<uint32_t> post;
    std::vector<uint8_t> seen(n, 0);
    std::vector<std::pair<uint32_t, size_t>> stack{{0, 0}};
    seen[0] = 1;
    std::vector<std::vector<uint32_t>> preds(n);
    while (!stack.empty()) {
      auto& [b, next] = stack.back();
      const auto& edges = f_.blocks[b].instrs.back().edges;
      if (next == edges.size()) {
        post.push_back(b);
        stack.pop_back();
        continue;
      }
      uint32_t target = edges[next++].target.index;
      preds[target].push_back(b);
      if (!seen[target]) {
        seen[target] = 1;
        stack.push_back({target, 0});
      }
    }
    number_.assign(n, kNone);
    for (size_t i = 0; i < post.size(); ++i) number_[post[i]] = static_cast<uint32_t>(i);
    idom_.assign(n, kNone);
    idom_[0] = 0;
    for (bool changed = true; changed;) {
      changed = false;
      for (size_t i = post.size(); i-- > 0;) {
        uint32_t b = post[i], dom = kNone;
        if (b == 0) continue;
        for (uint32_t p : preds[b]) {
          if (idom_[p] == kNone) continue;
          if (dom == kNone) {
            dom = p;
            continue;
          }
          for (uint32_t q = p; q != dom;) {
            if (number_[q] < number_[dom])
              q = idom_[q];
            else
              dom = idom_[dom];
          }
        }
        if (dom != idom_[b]) {
          idom_[b] = dom;
          changed = true;
        }
      }
    }
    // Preorder intervals make the test constant time.
    std::vector<std::vector<uint32_t>> children(n);
    for (uint32_t b : post)
      if (b != 0) children[idom_[b]].push_back(b);
    enter_.assign(n, 0);
    leave_.assign(n, 0);
    uint32_t clock = 0;
    stack.assign(1, {0, 0});
    while (!stack.empty()) {
      auto& [b, next] = stack.back();
      if (next == 0) enter_[b] = clock++;
      if (next == children[b].size()) {
        leave_[b] = clock;
        stack.pop_back();
        continue;
      }
      uint32_t child = children[b][next++];
      stack.push_back({child, 0});
    }
  }
  bool reachable(size_t b) const { return number_[b] != kNone; }
  bool dominates(size_t a, size_t b) const {
    return enter_[a] <= enter_[b] && leave_[b] <= leave_[a];
  }

  // Is `v` available to instruction i of block b?
  bool available(ValueId v, size_t b, size_t i) const {
    const Def& d = defs_[v.index];
    switch (d.where) {
      case Where::BlockStart:
        return reachable(d.block) && dominates(d.block, b);
      case Where::Instr:
        return d.block == b ? d.instr < i : reachable(d.block) && dominates(d.block, b);
      default:
        return false;
    }
  }
  std::string uses() const {
    for (size_t b = 0; b < f_.blocks.size(); ++b) {
      if (!reachable(b)) continue;
      const Block& block = f_.blocks[b];
      for (size_t i = 0; i < block.instrs.size(); ++i) {
        const Instr& instr = block.instrs[i];
        for (ValueId v : instr.operands)
          if (!available(v, b, i)) return at(b, i) + unavailable(v);
        for (size_t e = 0; e < instr.edges.size(); ++e)
          for (ValueId v : instr.edges[e].args) {
            const Def& d = defs_[v.index];
            bool own =
                (d.where == Where::NormalEdge && e == 0) || (d.where == Where::ErrorEdge && e == 1);
            if (own && d.block == b && d.instr == i) continue;
            if (!available(v, b, block.instrs.size())) return at(b, i) + unavailable(v);
          }
      }
    }
    return "";
  }
  std::string unavailable(ValueId v) const {
    switch (defs_[v.index].where) {
      case Where::Nowhere:
        return "uses " + name(v) + ", which nothing defines";
      case Where::NormalEdge:
        return "uses " + name(v) +
               ", which exists only on the normal edge of the operation that makes it";
      case Where::ErrorEdge:
        return "uses " + name(v) +
               ", which exists only on the error edge of the operation that makes it";
      default:
        return "uses " + name(v) + ", whose definition does not dominate it";
    }
  }

  const Module& m_;
  const Function& f_;
  Phase phase_;
  const Effects* effects_;
  std::vector<Def> defs_;
  std::vector<uint32_t> number_, idom_, enter_, leave_;
};

std::string checkLayouts(const Module& m) {
  std::unordered_set<std::string_view> symbols;
  for (size_t i = 0; i < m.layouts.size(); ++i) {
    const Layout& l = m.layouts[LayoutId(i)];
    std::string prefix = "layout L" + std::to_string(i) + " " + l.symbol + ": ";
    if (!symbols.insert(l.symbol).second) return prefix + "the symbol is used twice";
    int64_t n = static_cast<int64_t>(l.fields.size());
    for (const Field& f : l.fields) {
      if (!f.type.valid() || f.type == m.types.void_)
        return prefix + "field " + f.name + " has no type";
      if (f.buffer_item.valid() && (f.type != m.types.ptr || f.capacity_field < 0))
        return prefix + "field " + f.name + " is no buffer with a capacity";
      for (int32_t k : {f.count_field, f.capacity_field})
        if (k < -1 || k >= n || (k >= 0 && l.fields[k].type != m.types.i64))
          return prefix + "field " + f.name + " has a bad count or capacity field";
    }
    // A chain of bases that is longer than the number of layouts is a cycle.
    LayoutId base = l.base;
    for (size_t steps = 0; base.valid(); ++steps) {
      if (base.index >= m.layouts.size() || steps > m.layouts.size())
        return prefix + "has a bad base";
      base = m.layouts[base].base;
    }
    for (FuncId f : {l.del, l.exc_str})
      if (f.valid() && f.index >= m.functions.size())
        return prefix + "names a function that does not exist";
  }
  return "";
}

}  // namespace

std::string verifyFunction(const Module& module, FuncId func, Phase phase) {
  std::string what = Verifier(module, func, phase, nullptr).run();
  if (!what.empty() || phase == Phase::Built) return what;
  Effects effects(module);
  return Verifier(module, func, phase, &effects).run();
}

std::string verify(const Module& module, Phase phase) {
  std::string what = checkLayouts(module);
  if (!what.empty()) return what;
  for (const Global& g : module.globals)
    if (!g.type.valid() || g.type == module.types.void_)
      return "global " + g.symbol + " has no type";
  std::unordered_set<std::string_view> names;
  for (size_t i = 0; i < module.functions.size(); ++i)
    if (!names.insert(module.functions[FuncId(i)].name).second)
      return "function @\"" + module.functions[FuncId(i)].name + "\" exists twice";
  if (module.main.valid() && module.main.index >= module.functions.size())
    return "there is no main function";
  // Effects look at all functions, so all must be well-formed before ownership is checked.
  for (int round = 0; round < (phase == Phase::Counted ? 2 : 1); ++round) {
    std::optional<Effects> effects;
    if (round == 1) effects.emplace(module);
    for (size_t i = 0; i < module.functions.size(); ++i) {
      what = Verifier(module, FuncId(i), phase, effects ? &*effects : nullptr).run();
      if (!what.empty()) return what;
    }
  }
  return "";
}

}  // namespace krait::mir
