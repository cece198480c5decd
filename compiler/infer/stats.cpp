#include "infer/stats.h"

#include <algorithm>

namespace krait::infer {

using hir::Code;
using hir::CodeKind;

Coverage coverage(Program& p) {
  Coverage out;
  const resolve::Module& main = p.hir->modules->modules[p.hir->modules->main];
  for (const resolve::Scope& s : main.storage) out.functions += s.kind == resolve::ScopeKind::Function;
  std::set<uint32_t> inferred, unknown;
  for (Instance& i : p.instances) {
    const Code& c = p.hir->codes[i.code];
    if (!i.live || c.library || c.module != p.hir->modules->main) continue;
    for (TypeId t : i.regs) {
      if (p.types.canonical(t) == p.types.bottom) continue;
      ++out.values;
      out.known_values += !p.types.isUnknown(t);
    }
    if (c.kind != CodeKind::Function && c.kind != CodeKind::Lambda) continue;
    inferred.insert(i.code.index);
    bool known = !p.types.isUnknown(i.result);
    for (TypeId t : i.formals) known &= !p.types.isUnknown(t);
    if (!known) unknown.insert(i.code.index);
  }
  out.inferred = inferred.size();
  for (uint32_t c : inferred) out.called += p.called.count(c);
  out.known_signatures = inferred.size() - unknown.size();
  return out;
}

// Does a value of the type come in more than one layout? None beside objects is a null pointer.
static bool severalLayouts(Types& types, TypeId t) {
  size_t layouts = 0, none = 0;
  bool scalar = false;
  for (const Atom& a : types.atoms(t)) {
    if (a.ctor == Ctor::Unset) continue;
    (a.ctor == Ctor::None ? none : layouts) += 1;
    scalar |= a.ctor == Ctor::Bool || a.ctor == Ctor::Int || a.ctor == Ctor::Float || a.ctor == Ctor::Tuple;
  }
  return layouts > 1 || (none && scalar);
}

Specialisation specialisation(Program& p) {
  Specialisation out;
  std::map<uint32_t, size_t> counts;
  for (Instance& i : p.instances) {
    out.evaluations += i.runs;
    if (!i.live) continue;
    const Code& c = p.hir->codes[i.code];
    if (!c.library)
      for (TypeId t : i.regs) {
        if (p.types.canonical(t) == p.types.bottom) continue;
        ++out.values;
        out.several += severalLayouts(p.types, t);
      }
    if (c.kind == CodeKind::Module || c.kind == CodeKind::Class) continue;
    ++counts[i.code.index];
  }
  for (auto& [code, n] : counts) {
    const Code& c = p.hir->codes[hir::CodeId(code)];
    (c.library ? out.library_functions : out.functions) += 1;
    (c.library ? out.library_instances : out.instances) += n;
    if (n > 1) (c.library ? out.library_worst : out.worst).emplace_back(c.qualname, n);
  }
  constexpr size_t kShown = 5;
  for (auto* list : {&out.worst, &out.library_worst}) {
    std::stable_sort(list->begin(), list->end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    if (list->size() > kShown) list->resize(kShown);
  }
  return out;
}

}  // namespace krait::infer
