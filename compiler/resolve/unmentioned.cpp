#include "resolve/unmentioned.h"

#include <algorithm>
#include <set>

namespace krait::resolve {

using namespace ast;

namespace {

const NameExpr* singleTarget(const Stmt* s) {
  auto* a = dynAs<Assign>(s);
  return a && a->targets.size() == 1 ? dynAs<NameExpr>(a->targets[0]) : nullptr;
}

// The names that a value like `_Alias("Deque", _collections.deque, True)` is made of.
void namesIn(const Expr* e, std::set<Name>& out) {
  if (auto* n = dynAs<NameExpr>(e)) out.insert(n->id);
  else if (auto* a = dynAs<Attribute>(e)) namesIn(a->value, out);
  else if (auto* c = dynAs<Call>(e)) {
    namesIn(c->func, out);
    for (const Expr* x : c->args) namesIn(x, out);
  }
}

}  // namespace

bool onlyMentioned(const ast::Module& tree, const Interner& names) {
  return std::any_of(tree.body.begin(), tree.body.end(), [&](const Stmt* s) {
    const NameExpr* target = singleTarget(s);
    return target && names.text(target->id) == "__only_mentioned__";
  });
}

void dropUnmentioned(Module& module, const Program& program, Arena& arena, const Interner& names) {
  auto mentioned = [&](Name n) {
    return std::any_of(program.modules.begin(), program.modules.end(), [&](const Module& m) {
      if (&m == &module) return false;
      const auto& stars = m.star_imports;
      return (n.index < m.mentions.size() && m.mentions[n.index]) || std::find(stars.begin(), stars.end(), module.name) != stars.end();
    });
  };
  std::vector<Stmt*> kept;
  std::set<Name> used;
  for (Stmt* s : module.tree->body) {
    const NameExpr* target = singleTarget(s);
    if (target && !names.text(target->id).starts_with("__") && !mentioned(target->id)) continue;
    kept.push_back(s);
    if (target) namesIn(as<Assign>(s)->value, used);
  }
  std::erase_if(kept, [&](const Stmt* s) {
    auto* i = dynAs<Import>(s);
    return i && std::none_of(i->names.begin(), i->names.end(), [&](const Alias* a) { return used.count(a->asname.name); });
  });
  module.tree->body = arena.list(kept);
}

}  // namespace krait::resolve
