#include "passes/rewrite.h"

#include <algorithm>
#include <bit>

#include "base/check.h"

namespace krait::passes {
using namespace mir;

void Replacements::set(ValueId from, ValueId to) {
  KRAIT_CHECK(from != to);
  if (from.index >= to_.size()) to_.resize(from.index + 1);
  if (!to_[from.index].valid()) ++count_;
  to_[from.index] = to;
}

ValueId Replacements::operator()(ValueId value) {
  ValueId root = value;
  while (root.index < to_.size() && to_[root.index].valid()) root = to_[root.index];
  while (value != root) {  // shorten the path for the next time
    ValueId next = to_[value.index];
    to_[value.index] = root;
    value = next;
  }
  return root;
}

void Replacements::applyTo(Instr& instr) {
  for (ValueId& v : instr.operands) v = (*this)(v);
  for (Edge& edge : instr.edges)
    for (ValueId& v : edge.args) v = (*this)(v);
}

void Replacements::apply(Function& function) {
  if (empty()) return;
  for (Block& block : function.blocks)
    for (Instr& instr : block.instrs) applyTo(instr);
}

bool isConstant(Op op) {
  switch (op) {
    case Op::ConstBool:
    case Op::ConstI64:
    case Op::ConstF64:
    case Op::ConstInt:
    case Op::ConstBig:
    case Op::ConstStr:
    case Op::ConstBytes:
    case Op::ConstNull:
    case Op::ConstNoInt:
    case Op::ConstStop:
    case Op::ConstTid:
    case Op::ConstSize:
    case Op::Undef:
      return true;
    default:
      return false;
  }
}

bool hasDel(const Module& module, LayoutId layout) {
  for (; layout.valid(); layout = module.layouts[layout].base)
    if (module.layouts[layout].del.valid()) return true;
  return false;
}

LayoutId fieldOwner(const Module& module, LayoutId layout, int64_t index) {
  while (true) {
    LayoutId base = module.layouts[layout].base;
    if (!base.valid() || index >= static_cast<int64_t>(module.layouts[base].fields.size()))
      return layout;
    layout = base;
  }
}

bool isSubclass(const Module& module, LayoutId layout, LayoutId base) {
  for (; layout.valid(); layout = module.layouts[layout].base)
    if (layout == base) return true;
  return false;
}

bool removableIfUnused(const Module& module, const Instr& instr) {
  const OpInfo& info = opInfo(instr.op);
  if (info.terminator()) return false;
  if (instr.op == Op::New) return !hasDel(module, instr.layout);
  if (instr.op == Op::BufTake) return false;  // the item dies with its unused result
  if (instr.op == Op::RtCall) return module.text(instr.sym) == "int_from_u64";
  return info.is('P') || info.is('L');
}

namespace {

// The type of the result is part of a constant: const.null and const.i64 have several.
uint64_t hashConstant(const Instr& instr, TypeId type) {
  uint64_t hash = static_cast<uint64_t>(instr.op) * 0x9e3779b97f4a7c15ull;
  for (uint64_t part :
       {uint64_t{type.index}, static_cast<uint64_t>(instr.imm), std::bit_cast<uint64_t>(instr.f64),
        uint64_t{instr.layout.index}, uint64_t{instr.sym.index}, uint64_t{instr.type.index}})
    hash = (std::rotl(hash, 21) ^ part) * 0xbf58476d1ce4e5b9ull;
  return hash;
}

bool equalConstants(const Instr& a, const Instr& b) {
  return a.op == b.op && a.imm == b.imm &&
         std::bit_cast<uint64_t>(a.f64) == std::bit_cast<uint64_t>(b.f64) && a.layout == b.layout &&
         a.sym == b.sym && a.type == b.type;
}

}  // namespace

void Constants::collect() {
  Replacements replacements;
  known_.clear();
  pending_.clear();
  auto take = [&](Instr& instr) {
    ValueId old = instr.result;
    TypeId type = function_.values[old].type;
    if (instr.op == Op::ConstNull) {
      switch (module_.types[type].kind) {
        case TypeKind::Bool:
          instr.op = Op::ConstBool;
          break;
        case TypeKind::I64:
          instr.op = Op::ConstI64;
          break;
        case TypeKind::Int:
          instr.op = Op::ConstInt;
          break;
        default:
          break;
      }
    }
    std::vector<Instr>& bucket = known_[hashConstant(instr, type)];
    for (const Instr& other : bucket)
      if (equalConstants(other, instr) && function_.values[other.result].type == type)
        return replacements.set(old, other.result);
    bucket.push_back(instr);
    pending_.push_back(instr);
  };
  for (Block& block : function_.blocks) {
    size_t kept = 0;
    for (size_t i = 0; i < block.instrs.size(); ++i) {
      if (isConstant(block.instrs[i].op))
        take(block.instrs[i]);
      else {
        if (kept != i) block.instrs[kept] = std::move(block.instrs[i]);
        ++kept;
      }
    }
    block.instrs.resize(kept, makeInstr(Op::Unreachable));
  }
  replacements.apply(function_);
  place();
}

void Constants::refresh() {
  known_.clear();
  for (const Instr& instr : function_.blocks[0].instrs)
    if (isConstant(instr.op))
      known_[hashConstant(instr, function_.values[instr.result].type)].push_back(instr);
}

ValueId Constants::get(Instr instr, TypeId type) {
  std::vector<Instr>& bucket = known_[hashConstant(instr, type)];
  for (const Instr& other : bucket)
    if (equalConstants(other, instr) && function_.values[other.result].type == type)
      return other.result;
  instr.result = function_.newValue(type);
  bucket.push_back(instr);
  pending_.push_back(instr);
  return instr.result;
}

ValueId Constants::number(Op op, int64_t imm, TypeId type) {
  Instr instr = makeInstr(op);
  instr.imm = imm;
  return get(std::move(instr), type);
}

// The zero of a type, in the form that the type's other constants have.
ValueId Constants::null(TypeId type) {
  switch (module_.types[type].kind) {
    case TypeKind::Bool:
      return boolean(false);
    case TypeKind::I64:
      return i64(0);
    case TypeKind::Int:
      return smallInt(0);
    default:
      return number(Op::ConstNull, 0, type);
  }
}

void Constants::place() {
  if (pending_.empty()) return;
  std::vector<Instr>& entry = function_.blocks[0].instrs;
  entry.insert(entry.begin(), pending_.begin(), pending_.end());
  pending_.clear();
}

std::unordered_map<uint32_t, ValueId> SsaBuilder::build(
    TypeId type, const std::unordered_map<uint32_t, ValueId>& at_end,
    const std::vector<uint32_t>& needed) {
  std::unordered_map<uint32_t, ValueId> at_start;
  std::vector<uint32_t> live;  // blocks at whose start the variable is live
  std::vector<uint32_t> work = needed;
  while (!work.empty()) {
    uint32_t block = work.back();
    work.pop_back();
    if (!cfg_.reachable(block) || !at_start.try_emplace(block).second) continue;
    live.push_back(block);
    for (uint32_t pred : cfg_.preds[block])
      if (cfg_.reachable(pred) && !at_end.contains(pred)) work.push_back(pred);
  }
  std::sort(live.begin(), live.end(),
            [&](uint32_t a, uint32_t b) { return cfg_.position[a] < cfg_.position[b]; });
  auto endValue = [&](uint32_t block) {
    auto it = at_end.find(block);
    ValueId value = it != at_end.end() ? it->second : at_start[block];
    KRAIT_CHECK(value.valid());
    return value;
  };
  std::vector<uint32_t> joins;
  for (uint32_t block : live) {
    KRAIT_CHECK(block != 0);  // a path without a definition
    const std::vector<uint32_t>& preds = cfg_.preds[block];
    if (preds.size() == 1) {
      at_start[block] = endValue(preds[0]);
    } else {
      ValueId param = function_.newValue(type);
      function_.blocks[block].params.push_back(param);
      at_start[block] = param;
      joins.push_back(block);
    }
  }
  for (uint32_t block : joins) {
    std::vector<uint32_t> preds = cfg_.preds[block];
    std::sort(preds.begin(), preds.end());
    preds.erase(std::unique(preds.begin(), preds.end()), preds.end());
    for (uint32_t pred : preds) {
      ValueId value = endValue(pred);
      for (Edge& edge : function_.blocks[pred].instrs.back().edges)
        if (edge.target.index == block) edge.args.push_back(value);
    }
  }
  return at_start;
}

bool removeUnreachable(Function& function) {
  std::vector<uint32_t> renumbered(function.blocks.size(), kNone);
  std::vector<uint32_t> work{0};
  renumbered[0] = 0;
  while (!work.empty()) {
    uint32_t block = work.back();
    work.pop_back();
    for (const Edge& edge : function.blocks[block].instrs.back().edges)
      if (renumbered[edge.target.index] == kNone) {
        renumbered[edge.target.index] = 0;
        work.push_back(edge.target.index);
      }
  }
  uint32_t count = 0;
  for (uint32_t& number : renumbered)
    if (number != kNone) number = count++;
  if (count == function.blocks.size()) return false;
  for (uint32_t b = 0; b < renumbered.size(); ++b) {
    if (renumbered[b] == kNone) continue;
    if (renumbered[b] != b) function.blocks[renumbered[b]] = std::move(function.blocks[b]);
  }
  function.blocks.resize(count);
  for (Block& block : function.blocks)
    for (Edge& edge : block.instrs.back().edges)
      edge.target = BlockId(renumbered[edge.target.index]);
  return true;
}

bool removeDead(const Module& module, Function& function) {
  struct Def {
    uint32_t block = kNone;
    uint32_t index = 0;  // instruction or parameter
    bool param = false;
  };
  std::vector<Def> defs(function.values.size());
  std::vector<bool> live(function.values.size());
  std::vector<ValueId> work;
  auto mark = [&](ValueId v) {
    if (!live[v.index]) {
      live[v.index] = true;
      work.push_back(v);
    }
  };
  // Where the arguments of a block's parameters come from.
  std::vector<std::vector<std::pair<uint32_t, uint32_t>>> incoming(function.blocks.size());
  for (uint32_t b = 0; b < function.blocks.size(); ++b) {
    const Block& block = function.blocks[b];
    for (uint32_t p = 0; p < block.params.size(); ++p) defs[block.params[p].index] = {b, p, true};
    for (uint32_t i = 0; i < block.instrs.size(); ++i) {
      const Instr& instr = block.instrs[i];
      if (instr.result.valid()) defs[instr.result.index] = {b, i, false};
      if (!removableIfUnused(module, instr))
        for (ValueId v : instr.operands) mark(v);
    }
    const Instr& last = block.instrs.back();
    for (uint32_t e = 0; e < last.edges.size(); ++e)
      incoming[last.edges[e].target.index].push_back({b, e});
  }
  for (ValueId v : function.blocks[0].params) mark(v);
  while (!work.empty()) {
    ValueId v = work.back();
    work.pop_back();
    const Def& def = defs[v.index];
    if (def.block == kNone) continue;  // an exception
    if (def.param) {
      for (auto [b, e] : incoming[def.block])
        mark(function.blocks[b].instrs.back().edges[e].args[def.index]);
    } else {
      const Instr& instr = function.blocks[def.block].instrs[def.index];
      for (ValueId operand : instr.operands) mark(operand);
    }
  }
  bool changed = false;
  std::vector<char> removed_params(function.blocks.size());
  for (uint32_t b = 0; b < function.blocks.size(); ++b) {
    Block& block = function.blocks[b];
    std::erase_if(block.instrs, [&](const Instr& instr) {
      bool dead =
          instr.result.valid() && !live[instr.result.index] && removableIfUnused(module, instr);
      changed |= dead && !isConstant(instr.op);
      return dead;
    });
    if (b == 0) continue;
    for (ValueId v : block.params)
      if (!live[v.index]) removed_params[b] = true;
  }
  for (Block& block : function.blocks)
    for (Edge& edge : block.instrs.back().edges) {
      if (!removed_params[edge.target.index]) continue;
      const std::vector<ValueId>& params = function.blocks[edge.target.index].params;
      size_t kept = 0;
      for (size_t i = 0; i < params.size(); ++i)
        if (live[params[i].index]) edge.args[kept++] = edge.args[i];
      edge.args.resize(kept);
    }
  for (uint32_t b = 1; b < function.blocks.size(); ++b) {
    if (!removed_params[b]) continue;
    changed = true;
    std::erase_if(function.blocks[b].params, [&](ValueId v) { return !live[v.index]; });
  }
  return changed;
}

void compactValues(Function& function) {
  std::vector<ValueId> map(function.values.size());
  IdVector<ValueId, Value> values;
  auto define = [&](ValueId& v) {
    if (!v.valid()) return;
    if (!map[v.index].valid()) map[v.index] = values.add(function.values[v]);
    v = map[v.index];
  };
  for (Block& block : function.blocks) {
    for (ValueId& v : block.params) define(v);
    for (Instr& instr : block.instrs) {
      define(instr.result);
      define(instr.exception);
    }
  }
  for (Param& p : function.params) p.value = map[p.value.index];
  for (Block& block : function.blocks)
    for (Instr& instr : block.instrs) {
      for (ValueId& v : instr.operands) v = map[v.index];
      for (Edge& edge : instr.edges)
        for (ValueId& v : edge.args) v = map[v.index];
    }
  function.values = std::move(values);
}

}  // namespace krait::passes
