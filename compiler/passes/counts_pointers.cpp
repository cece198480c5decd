// Raw pointers (type ptr) are not counted, but the memory they point to belongs to some object: the
// one they were loaded from or stored into. This finds the possible owners of every pointer.
#include <algorithm>

#include "mir/ownership.h"
#include "passes/counts_internal.h"

namespace krait::passes {

using namespace mir;

namespace {

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

}  // namespace

std::vector<std::vector<ValueId>> pointerOwners(const FunctionContext& c,
                                                const std::vector<Kind>& kind) {
  const Function& f = c.function;
  size_t n = f.values.size();
  std::vector<std::vector<ValueId>> owners(n);
  std::vector<bool> types = pointerTypes(c.module.types);
  std::vector<bool> pointer(n);
  bool any = false;
  for (size_t v = 0; v < n; ++v) {
    pointer[v] = types[f.values[ValueId(v)].type.index];
    any = any || pointer[v];
  }
  if (!any) return owners;
  // Flows between pointers, and the owners that an instruction names itself.
  std::vector<std::pair<uint32_t, uint32_t>> flows;
  std::vector<std::pair<uint32_t, ValueId>> work;
  auto own = [&](uint32_t p, ValueId o) {
    if (kind[o.index] == Kind::Free) return;
    auto& list = owners[p];
    auto it = std::lower_bound(list.begin(), list.end(), o);
    if (it != list.end() && *it == o) return;
    list.insert(it, o);
    work.push_back({p, o});
  };
  for (uint32_t b : c.cfg.order)
    for (const Instr& i : f.blocks[b].instrs) {
      if (i.result.valid() && pointer[i.result.index]) {
        for (ValueId o : i.operands) {
          if (pointer[o.index]) flows.push_back({o.index, i.result.index});
          // tuple.make of a reference and a pointer does not make the one own the other.
          if (kind[o.index] != Kind::Trivial && i.op != Op::TupleMake) own(i.result.index, o);
        }
      }
      if ((i.op == Op::FieldStore || i.op == Op::FieldInit) && pointer[i.operands[1].index])
        own(i.operands[1].index, i.operands[0]);
      for (const Edge& e : i.edges)
        for (size_t k = 0; k < e.args.size(); ++k)
          if (pointer[e.args[k].index])
            flows.push_back({e.args[k].index, f.block(e.target).params[k].index});
    }
  std::vector<uint32_t> start(n + 1, 0), to(flows.size());
  for (auto& [from, _] : flows) ++start[from + 1];
  for (size_t v = 0; v < n; ++v) start[v + 1] += start[v];
  std::vector<uint32_t> next(start.begin(), start.end() - 1);
  for (auto& [from, target] : flows) to[next[from]++] = target;
  while (!work.empty()) {
    auto [p, o] = work.back();
    work.pop_back();
    for (uint32_t k = start[p]; k < start[p + 1]; ++k) own(to[k], o);
  }
  return owners;
}

}  // namespace krait::passes
