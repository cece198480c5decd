#include "resolve/known_conditions.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace krait::resolve {

using namespace ast;

namespace {

// A bool, a number, a text, or the first items of a tuple of numbers.
using Known = std::variant<bool, int64_t, std::string, std::vector<int64_t>>;

// What lib/std/sys.py and os say, as far as programs ask for it to tell versions and systems apart.
std::optional<Known> attributeOf(std::string_view module, std::string_view name) {
  if (module == "typing" && name == "TYPE_CHECKING") return Known(false);
  if (module == "os" && name == "name") return Known(std::string("posix"));
  if (module != "sys") return std::nullopt;
  if (name == "version_info") return Known(std::vector<int64_t>{3, 11, 2});
  if (name == "platform") return Known(std::string("linux"));
  if (name == "byteorder") return Known(std::string("little"));
  if (name == "hexversion") return Known(int64_t{0x030b02f0});
  return std::nullopt;
}

template <class T>
bool compared(CompareOperator op, const T& x, const T& y) {
  switch (op) {
    case CompareOperator::Eq: return x == y;
    case CompareOperator::NotEq: return x != y;
    case CompareOperator::Lt: return x < y;
    case CompareOperator::LtE: return x <= y;
    case CompareOperator::Gt: return x > y;
    default: return x >= y;
  }
}

class Remover {
 public:
  Remover(Arena& arena, Interner& names) : arena_(arena), names_(names) {}

  void run(Module* m) {
    collectImports(m->body);
    if (modules_.empty() && known_.empty()) return;
    std::map<Name, int> bound;
    collectBound(m->body, bound);
    for (const Stmt* s : m->body) {
      auto* a = dynAs<Assign>(s);
      auto* target = a && a->targets.size() == 1 ? dynAs<NameExpr>(a->targets[0]) : nullptr;
      if (!target || bound[target->id] != 1) continue;
      if (auto value = evaluate(a->value)) known_[target->id] = *value;
    }
    stmts(m->body);
  }

 private:
  std::string_view text(Name n) const { return names_.text(n); }

  // The names by which the module knows typing, sys and os, and what it takes from them.
  void collectImports(const List<Stmt*>& list) {
    for (const Stmt* s : list) {
      if (auto* i = dynAs<Import>(s)) {
        for (const Alias* a : i->names) {
          const std::string_view module = text(a->name.name);
          if (module == "typing" || module == "sys" || module == "os")
            modules_[a->asname.name.valid() ? a->asname.name : a->name.name] = module;
        }
      } else if (auto* f = dynAs<ImportFrom>(s)) {
        if (f->level || !f->module.name.valid()) continue;
        for (const Alias* a : f->names)
          if (auto value = attributeOf(text(f->module.name), text(a->name.name)))
            known_[a->asname.name.valid() ? a->asname.name : a->name.name] = *value;
      } else if (auto* t = dynAs<Try>(s)) {
        collectImports(t->body);
      }
    }
  }

  // How often statements bind a name, without those of inner functions and classes.
  void collectBound(const List<Stmt*>& list, std::map<Name, int>& bound) {
    for (const Stmt* s : list) {
      switch (s->kind) {
        case StmtKind::Assign:
          for (const Expr* t : as<Assign>(s)->targets) target(t, bound);
          break;
        case StmtKind::AugAssign: target(as<AugAssign>(s)->target, bound); break;
        case StmtKind::AnnAssign: target(as<AnnAssign>(s)->target, bound); break;
        case StmtKind::For:
          target(as<For>(s)->target, bound);
          collectBound(as<For>(s)->body, bound);
          collectBound(as<For>(s)->orelse, bound);
          break;
        case StmtKind::While:
          collectBound(as<While>(s)->body, bound);
          collectBound(as<While>(s)->orelse, bound);
          break;
        case StmtKind::If:
          collectBound(as<If>(s)->body, bound);
          collectBound(as<If>(s)->orelse, bound);
          break;
        case StmtKind::With:
          for (const WithItem* w : as<With>(s)->items)
            if (w->optional_vars) target(w->optional_vars, bound);
          collectBound(as<With>(s)->body, bound);
          break;
        case StmtKind::Try:
          collectBound(as<Try>(s)->body, bound);
          for (const ExceptHandler* h : as<Try>(s)->handlers) {
            if (h->name.name.valid()) ++bound[h->name.name];
            collectBound(h->body, bound);
          }
          collectBound(as<Try>(s)->orelse, bound);
          collectBound(as<Try>(s)->finalbody, bound);
          break;
        case StmtKind::Match:
          for (const MatchCase* c : as<Match>(s)->cases) collectBound(c->body, bound);
          break;
        case StmtKind::FunctionDef: ++bound[as<FunctionDef>(s)->name.name]; break;
        case StmtKind::ClassDef: ++bound[as<ClassDef>(s)->name.name]; break;
        case StmtKind::Global:
          for (const Ident& n : as<Global>(s)->names) ++bound[n.name];
          break;
        default: break;
      }
    }
  }

  void target(const Expr* e, std::map<Name, int>& bound) {
    if (auto* n = dynAs<NameExpr>(e)) ++bound[n->id];
    else if (auto* l = dynAs<ListExpr>(e)) for (const Expr* x : l->elts) target(x, bound);
    else if (auto* t = dynAs<TupleExpr>(e)) for (const Expr* x : t->elts) target(x, bound);
    else if (auto* s = dynAs<Starred>(e)) target(s->value, bound);
  }

  std::optional<Known> evaluate(const Expr* e) {
    switch (e->kind) {
      case ExprKind::Constant: {
        auto* c = as<Constant>(e);
        if (c->value_kind == ConstantKind::True || c->value_kind == ConstantKind::False) return Known(c->value_kind == ConstantKind::True);
        if (c->value_kind == ConstantKind::Str) return Known(std::string(c->text));
        if (c->value_kind == ConstantKind::Int) return Known(int64_t(strtoll(std::string(c->text).c_str(), nullptr, 0)));
        return std::nullopt;
      }
      case ExprKind::NameExpr: {
        auto it = known_.find(as<NameExpr>(e)->id);
        if (it == known_.end() || hidden_.count(it->first)) return std::nullopt;
        return it->second;
      }
      case ExprKind::TupleExpr: {
        std::vector<int64_t> items;
        for (const Expr* x : as<TupleExpr>(e)->elts) {
          auto item = evaluate(x);
          if (!item || !std::holds_alternative<int64_t>(*item)) return std::nullopt;
          items.push_back(std::get<int64_t>(*item));
        }
        return Known(std::move(items));
      }
      case ExprKind::Attribute: return attribute(as<Attribute>(e));
      case ExprKind::Subscript: return subscript(as<Subscript>(e));
      case ExprKind::UnaryOp: {
        auto x = as<UnaryOp>(e)->op == UnaryOperator::Not ? truth(as<UnaryOp>(e)->operand) : std::nullopt;
        if (!x) return std::nullopt;
        return Known(!*x);
      }
      case ExprKind::BoolOp: {
        // What stands before the deciding operand would still have to run.
        const bool decides = as<BoolOp>(e)->op == BoolOperator::Or;
        for (const Expr* x : as<BoolOp>(e)->values) {
          auto value = truth(x);
          if (!value) return std::nullopt;
          if (*value == decides) return Known(decides);
        }
        return Known(!decides);
      }
      case ExprKind::Compare: return compare(as<Compare>(e));
      case ExprKind::Call: {  // sys.platform.startswith("win")
        auto* c = as<Call>(e);
        auto* method = dynAs<Attribute>(c->func);
        if (!method || text(method->attr.name) != "startswith" || c->args.size() != 1 || c->keywords.size()) return std::nullopt;
        auto whole = evaluate(method->value), start = evaluate(c->args[0]);
        if (!whole || !start || method->value->kind == ExprKind::Constant) return std::nullopt;
        auto *x = std::get_if<std::string>(&*whole), *y = std::get_if<std::string>(&*start);
        if (!x || !y) return std::nullopt;
        return Known(x->starts_with(*y));
      }
      default: return std::nullopt;
    }
  }

  std::optional<Known> attribute(const Attribute* a) {
    auto* module = dynAs<NameExpr>(a->value);
    if (auto it = module ? modules_.find(module->id) : modules_.end(); it != modules_.end() && !hidden_.count(it->first))
      return attributeOf(it->second, text(a->attr.name));
    auto tuple = evaluate(a->value);
    auto* items = tuple ? std::get_if<std::vector<int64_t>>(&*tuple) : nullptr;
    const std::string_view name = text(a->attr.name);
    const size_t index = name == "major" ? 0 : name == "minor" ? 1 : name == "micro" ? 2 : 3;
    if (!items || index >= items->size()) return std::nullopt;
    return Known((*items)[index]);
  }

  std::optional<Known> subscript(const Subscript* s) {
    auto tuple = evaluate(s->value);
    auto* items = tuple ? std::get_if<std::vector<int64_t>>(&*tuple) : nullptr;
    if (!items) return std::nullopt;
    if (auto* slice = dynAs<Slice>(s->slice)) {
      if (slice->lower || slice->step || !slice->upper) return std::nullopt;
      auto end = evaluate(slice->upper);
      auto* n = end ? std::get_if<int64_t>(&*end) : nullptr;
      if (!n || *n < 0 || *n > static_cast<int64_t>(items->size())) return std::nullopt;
      return Known(std::vector<int64_t>(items->begin(), items->begin() + *n));
    }
    auto index = evaluate(s->slice);
    auto* n = index ? std::get_if<int64_t>(&*index) : nullptr;
    if (!n || *n < 0 || *n >= static_cast<int64_t>(items->size())) return std::nullopt;
    return Known((*items)[static_cast<size_t>(*n)]);
  }

  std::optional<Known> compare(const Compare* c) {
    if (c->ops.size() != 1) return std::nullopt;
    const CompareOperator op = c->ops[0];
    auto left = evaluate(c->left);
    if (!left) return std::nullopt;
    if (op == CompareOperator::In || op == CompareOperator::NotIn) {
      auto* list = dynAs<TupleExpr>(c->comparators[0]);
      auto* x = std::get_if<std::string>(&*left);
      if (!list || !x || c->left->kind == ExprKind::Constant) return std::nullopt;
      bool found = false;
      for (const Expr* e : list->elts) {
        auto* item = dynAs<Constant>(e);
        if (!item || item->value_kind != ConstantKind::Str) return std::nullopt;
        found |= item->text == *x;
      }
      return Known(found == (op == CompareOperator::In));
    }
    auto right = evaluate(c->comparators[0]);
    if (!right || op == CompareOperator::Is || op == CompareOperator::IsNot || right->index() != left->index()) return std::nullopt;
    if (auto* x = std::get_if<std::vector<int64_t>>(&*left)) {
      // The version goes on behind the numbers: ("final", 0).
      const auto& y = std::get<std::vector<int64_t>>(*right);
      if (x->size() >= 3 && y.size() > 3) return std::nullopt;
      std::vector<int64_t> longer = *x;
      if (longer.size() == 3) longer.push_back(0);
      return Known(compared(op, longer, y));
    }
    if (auto* x = std::get_if<int64_t>(&*left)) return Known(compared(op, *x, std::get<int64_t>(*right)));
    if (auto* x = std::get_if<std::string>(&*left)) return Known(compared(op, *x, std::get<std::string>(*right)));
    return std::nullopt;
  }

  // Of a test as it is written: a literal is left alone.
  std::optional<bool> truth(const Expr* e) {
    if (e->kind == ExprKind::Constant) return std::nullopt;
    auto value = evaluate(e);
    if (!value) return std::nullopt;
    if (auto* b = std::get_if<bool>(&*value)) return *b;
    if (auto* n = std::get_if<int64_t>(&*value)) return *n != 0;
    return std::nullopt;
  }

  void stmts(const List<Stmt*>& list) {
    for (Stmt* s : list) stmt(s);
  }

  Expr* chosen(Expr* e) {
    while (e && e->kind == ExprKind::IfExp) {
      auto test = truth(as<IfExp>(e)->test);
      if (!test) break;
      e = *test ? as<IfExp>(e)->body : as<IfExp>(e)->orelse;
    }
    return e;
  }

  void stmt(Stmt* s) {
    switch (s->kind) {
      case StmtKind::If: {
        auto* i = as<If>(s);
        if (auto test = truth(i->test)) {
          if (*test) i->orelse = {};
          else i->body = nothing(i->body);
        }
        stmts(i->body);
        return stmts(i->orelse);
      }
      case StmtKind::Assign: as<Assign>(s)->value = chosen(as<Assign>(s)->value); return;
      case StmtKind::Return: as<Return>(s)->value = chosen(as<Return>(s)->value); return;
      case StmtKind::FunctionDef: return function(as<FunctionDef>(s));
      case StmtKind::ClassDef: return stmts(as<ClassDef>(s)->body);
      case StmtKind::With: return stmts(as<With>(s)->body);
      case StmtKind::For: stmts(as<For>(s)->body); return stmts(as<For>(s)->orelse);
      case StmtKind::While: stmts(as<While>(s)->body); return stmts(as<While>(s)->orelse);
      case StmtKind::Try:
        stmts(as<Try>(s)->body);
        for (ExceptHandler* h : as<Try>(s)->handlers) stmts(h->body);
        stmts(as<Try>(s)->orelse);
        return stmts(as<Try>(s)->finalbody);
      default: return;
    }
  }

  // A function's own names hide the module's.
  void function(FunctionDef* f) {
    std::map<Name, int> bound;
    for (const auto* list : {&f->args->posonlyargs, &f->args->args, &f->args->kwonlyargs})
      for (const Arg* a : *list) ++bound[a->arg.name];
    for (const Arg* a : {f->args->vararg, f->args->kwarg})
      if (a) ++bound[a->arg.name];
    collectBound(f->body, bound);
    const std::multiset<Name> outside = hidden_;
    for (const auto& [name, count] : bound) hidden_.insert(name);
    stmts(f->body);
    hidden_ = outside;
  }

  List<Stmt*> nothing(const List<Stmt*>& body) {
    auto* pass = arena_.make<Pass>();
    pass->kind = StmtKind::Pass;
    pass->range = body[0]->range;
    return arena_.list(std::vector<Stmt*>{pass});
  }

  Arena& arena_;
  Interner& names_;
  std::map<Name, std::string_view> modules_;
  std::map<Name, Known> known_;
  std::multiset<Name> hidden_;  // names of the functions around
};

}  // namespace

void dropDeadBranches(ast::Module* module, Arena& arena, Interner& names) { Remover(arena, names).run(module); }

}  // namespace krait::resolve
