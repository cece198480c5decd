// Raw pointers (type ptr) are not counted, but the memory they point to belongs to some object: the
// one they were loaded from or stored into. This finds the possible owners of every pointer, and
// gives a pointer that is a block parameter and may come from different objects parameters that
// hold those.
#include <algorithm>
#include <map>

#include "base/check.h"
#include "mir/ownership.h"
#include "passes/counts_internal.h"

namespace krait::passes {

using namespace mir;

namespace {

// More owners of one type for one pointer parameter than this: the code cycles its pointers through
// a choice of parameters, which lib/core does not.
constexpr size_t kMaxAnchors = 16;

// For every type: is it or does it contain a raw pointer? Items of a tuple have smaller ids.
std::vector<bool> pointerTypes(const Types& types) {
  std::vector<bool> holds(types.size(), false);
  for (size_t t = 0; t < types.size(); ++t) {
    const Type& type = types[TypeId(t)];
    holds[t] = type.kind == TypeKind::Ptr;
    for (TypeId item : type.items) holds[t] = holds[t] || holds[item.index];
  }
  return holds;
}

// An anchor's type: one that has a null, for edges on which there is no owner.
TypeId slotType(const Types& types, TypeId owner) { return owner == types.ref ? types.opt : owner; }

bool hasNull(const Types& types, TypeId type) {
  if (type == types.ref) return false;
  for (TypeId item : types[type].items)
    if (!hasNull(types, item)) return false;
  return true;
}

// The owners of all pointers: they flow from values to values, but into a block parameter only if
// they are defined before it. Where they are not, and `grow` is set, the parameter gets an anchor.
class Owners {
 public:
  Owners(const FunctionContext& c, const std::vector<Kind>& kind, const Anchors& anchors, bool grow)
      : c_(c),
        f_(c.function),
        kind_(kind),
        anchors_(anchors),
        grow_(grow),
        places_(c.defs.places) {}

  bool solve() {
    size_t n = f_.values.size();
    owners.resize(n);
    std::vector<bool> types = pointerTypes(c_.module.types);
    pointer_.resize(n);
    bool any = false;
    for (size_t v = 0; v < n; ++v) {
      pointer_[v] = types[f_.values[ValueId(v)].type.index];
      any = any || pointer_[v];
    }
    if (!any) return false;
    collect();
    for (auto& [q, slot] : anchors_) own(q.index, slot);
    flow();
    return true;
  }

  // The owners of an argument that its parameter cannot name.
  std::vector<ValueId> unnamed(uint32_t pred, ValueId argument, ValueId param) const {
    std::vector<ValueId> list;
    for (ValueId o : owners[argument.index])
      if (!before(o, param) && endOf(o, pred)) list.push_back(o);
    return list;
  }
  bool isPointer(ValueId v) const { return v.index < pointer_.size() && pointer_[v.index]; }

  std::vector<std::vector<ValueId>> owners;
  std::map<ValueId, std::vector<ValueId>> slots;  // grown

 private:
  struct Flow {
    uint32_t to;
    uint32_t pred;  // the block whose edge it is, or kNone: within an instruction
  };

  bool before(ValueId a, ValueId b) const {
    const auto &x = places_[a.index], &y = places_[b.index];
    if (x.block == kNone || y.block == kNone) return false;
    if (x.block == y.block) return x.instr + 1 < y.instr + 1;
    return c_.doms.dominates(x.block, y.block);
  }
  bool endOf(ValueId v, uint32_t block) const {
    const auto& x = places_[v.index];
    return x.block != kNone && c_.doms.dominates(x.block, block);
  }

  void own(uint32_t p, ValueId o) {
    if (o.index < kind_.size() && kind_[o.index] == Kind::Free) return;
    if (null_[p]) return;  // it points to no memory, whoever holds it
    auto& list = owners[p];
    auto it = std::lower_bound(list.begin(), list.end(), o);
    if (it != list.end() && *it == o) return;
    list.insert(it, o);
    work_.push_back({p, o});
  }

  void collect() {
    flows_.resize(f_.values.size());
    null_.resize(f_.values.size());
    for (uint32_t b : c_.cfg.order)
      for (const Instr& i : f_.blocks[b].instrs)
        if (i.op == Op::ConstNull) null_[i.result.index] = true;
    for (uint32_t b : c_.cfg.order)
      for (const Instr& i : f_.blocks[b].instrs) {
        if (i.result.valid() && pointer_[i.result.index])
          for (ValueId o : i.operands) {
            if (pointer_[o.index]) flows_[o.index].push_back({i.result.index, kNone});
            // tuple.make of a reference and a pointer does not make the one own the other.
            if (kind_[o.index] != Kind::Trivial && i.op != Op::TupleMake) own(i.result.index, o);
          }
        if ((i.op == Op::FieldStore || i.op == Op::FieldInit) && pointer_[i.operands[1].index])
          own(i.operands[1].index, i.operands[0]);
        for (const Edge& e : i.edges)
          for (size_t k = 0; k < e.args.size(); ++k)
            if (pointer_[e.args[k].index])
              flows_[e.args[k].index].push_back({f_.block(e.target).params[k].index, b});
      }
  }

  void flow() {
    while (!work_.empty()) {
      auto [p, o] = work_.back();
      work_.pop_back();
      for (const Flow& to : flows_[p]) {
        if (to.pred == kNone || before(o, ValueId(to.to)))
          own(to.to, o);
        else if (grow_ && endOf(o, to.pred))
          anchor(to.pred, ValueId(p), ValueId(to.to));
      }
    }
  }

  // Makes sure that parameter q has enough anchors for the owners of argument p.
  void anchor(uint32_t pred, ValueId p, ValueId q) {
    std::map<TypeId, size_t> need;
    for (ValueId o : unnamed(pred, p, q)) ++need[slotType(c_.module.types, f_.values[o].type)];
    auto& list = slots[q];
    for (ValueId s : list)
      if (auto it = need.find(f_.values[s].type); it != need.end() && it->second) --it->second;
    for (auto& [type, missing] : need)
      for (; missing; --missing) {
        if (list.size() >= kMaxAnchors) KRAIT_UNREACHABLE("a raw pointer with too many owners");
        ValueId s = f_.newValue(type);
        places_.push_back({places_[q.index].block, kNone});
        owners.emplace_back();
        flows_.emplace_back();
        null_.push_back(false);
        list.push_back(s);
        own(q.index, s);
      }
  }

  const FunctionContext& c_;
  Function& f_;
  const std::vector<Kind>& kind_;
  const Anchors& anchors_;
  bool grow_;
  std::vector<Definitions::Place> places_;
  std::vector<bool> pointer_;
  std::vector<bool> null_;  // by value: the constant null
  std::vector<std::vector<Flow>> flows_;
  std::vector<std::pair<uint32_t, ValueId>> work_;
};

}  // namespace

std::vector<std::vector<ValueId>> pointerOwners(const FunctionContext& context,
                                                const std::vector<Kind>& kind) {
  Owners o(context, kind, context.anchors, false);
  o.solve();
  return std::move(o.owners);
}

Anchors addAnchors(const FunctionContext& c) {
  Function& f = c.function;
  const Types& types = c.module.types;
  std::vector<Kind> kind(f.values.size(), Kind::Trivial);
  for (uint32_t v = 0; v < kind.size(); ++v)
    if (c.module.types[f.values[ValueId(v)].type].counted) kind[v] = Kind::Owned;
  for (const Block& b : f.blocks)
    for (const Instr& i : b.instrs)
      if (i.result.valid() && isUncountedSource(i.op)) kind[i.result.index] = Kind::Free;
  Anchors none, added;
  Owners o(c, kind, none, true);
  if (!o.solve() || o.slots.empty()) return added;
  for (uint32_t b : c.cfg.order) {
    std::vector<Instr> made;
    for (Edge& e : f.blocks[b].instrs.back().edges) {
      // The target's parameters have not grown yet: that is done last.
      const std::vector<ValueId>& params = f.block(e.target).params;
      for (size_t k = 0; k < params.size(); ++k) {
        auto it = o.slots.find(params[k]);
        if (it == o.slots.end()) continue;
        std::vector<ValueId> owners = o.unnamed(b, e.args[k], params[k]);
        for (ValueId slot : it->second) {
          TypeId type = f.values[slot].type;
          auto found = std::find_if(owners.begin(), owners.end(), [&](ValueId v) {
            return slotType(types, f.values[v].type) == type;
          });
          if (found != owners.end() && f.values[*found].type == type) {
            e.args.push_back(*found);
            owners.erase(found);
            continue;
          }
          Instr i;
          if (found != owners.end()) {
            i.op = Op::OptFromRef;
            i.operands = {*found};
            owners.erase(found);
          } else {
            if (!hasNull(types, type)) KRAIT_UNREACHABLE("a raw pointer into a tuple of objects");
            i.op = Op::ConstNull;
          }
          i.result = f.newValue(type);
          e.args.push_back(i.result);
          made.push_back(std::move(i));
        }
        KRAIT_CHECK(owners.empty());
      }
    }
    auto& instrs = f.blocks[b].instrs;
    instrs.insert(instrs.end() - 1, made.begin(), made.end());
  }
  for (uint32_t b : c.cfg.order) {
    std::vector<ValueId>& params = f.blocks[b].params;
    size_t n = params.size();
    for (size_t k = 0; k < n; ++k) {
      auto it = o.slots.find(params[k]);
      if (it == o.slots.end()) continue;
      for (ValueId slot : it->second) {
        added.push_back({it->first, slot});
        params.push_back(slot);
      }
    }
  }
  std::sort(added.begin(), added.end());
  return added;
}

}  // namespace krait::passes
