// `if TYPE_CHECKING:` of typing: what it holds is for type checkers and never runs, so its imports need not exist.
#include "resolve/type_checking.h"

#include <set>

namespace krait::resolve {

using namespace ast;

namespace {

class Remover {
 public:
  Remover(Arena& arena, Interner& names) : arena_(arena), names_(names) {}

  void run(Module* m) {
    collect(m->body);
    if (!constants_.empty() || !modules_.empty()) stmts(m->body);
  }

 private:
  // The names of the module for typing and for its constant.
  void collect(const List<Stmt*>& list) {
    for (const Stmt* s : list) {
      if (auto* i = dynAs<Import>(s)) {
        for (const Alias* a : i->names)
          if (names_.text(a->name.name) == "typing") modules_.insert(a->asname.name.valid() ? a->asname.name : a->name.name);
      } else if (auto* f = dynAs<ImportFrom>(s)) {
        if (f->level || !f->module.name.valid() || names_.text(f->module.name) != "typing") continue;
        for (const Alias* a : f->names)
          if (names_.text(a->name.name) == "TYPE_CHECKING") constants_.insert(a->asname.name.valid() ? a->asname.name : a->name.name);
      } else if (auto* t = dynAs<Try>(s)) {
        collect(t->body);
      }
    }
  }

  bool isConstant(const Expr* e) {
    if (auto* n = dynAs<NameExpr>(e)) return constants_.count(n->id) > 0;
    auto* a = dynAs<Attribute>(e);
    auto* module = a ? dynAs<NameExpr>(a->value) : nullptr;
    return module && modules_.count(module->id) && names_.text(a->attr.name) == "TYPE_CHECKING";
  }

  void stmts(const List<Stmt*>& list) {
    for (Stmt* s : list) stmt(s);
  }

  void stmt(Stmt* s) {
    switch (s->kind) {
      case StmtKind::If: {
        auto* i = as<If>(s);
        auto* negated = dynAs<UnaryOp>(i->test);
        if (isConstant(i->test)) i->body = nothing(i->body);
        else if (negated && negated->op == UnaryOperator::Not && isConstant(negated->operand)) i->orelse = {};
        stmts(i->body);
        return stmts(i->orelse);
      }
      case StmtKind::FunctionDef: return stmts(as<FunctionDef>(s)->body);
      case StmtKind::ClassDef: return stmts(as<ClassDef>(s)->body);
      case StmtKind::With: return stmts(as<With>(s)->body);
      case StmtKind::Try:
        stmts(as<Try>(s)->body);
        for (ExceptHandler* h : as<Try>(s)->handlers) stmts(h->body);
        stmts(as<Try>(s)->orelse);
        return stmts(as<Try>(s)->finalbody);
      default: return;
    }
  }

  List<Stmt*> nothing(const List<Stmt*>& body) {
    auto* pass = arena_.make<Pass>();
    pass->kind = StmtKind::Pass;
    pass->range = body[0]->range;
    return arena_.list(std::vector<Stmt*>{pass});
  }

  Arena& arena_;
  Interner& names_;
  std::set<Name> constants_, modules_;
};

}  // namespace

void dropTypeChecking(ast::Module* module, Arena& arena, Interner& names) { Remover(arena, names).run(module); }

}  // namespace krait::resolve
