// Expressions: walrus and comprehension scopes, misplaced yields and awaits, stars, keywords.
#include <algorithm>

#include "parse/checker.h"

namespace krait {

using namespace ast;

void Checker::expr(const Expr* e) {
  if (!e) return;
  if (++depth_ > kMaxDepth) {
    if (!too_deep_) {
      scope_errors_.clear();
      scopeError(e->range, "too many nested expressions");
    }
    too_deep_ = true;
  } else if (!too_deep_) {
    exprInner(e);
  }
  depth_--;
}

void Checker::exprInner(const Expr* e) {
  switch (e->kind) {
    case ExprKind::BoolOp:
      exprs(as<BoolOp>(e)->values);
      break;
    case ExprKind::NamedExpr:
      namedExpr(as<NamedExpr>(e));
      break;
    case ExprKind::BinOp:
      expr(as<BinOp>(e)->left);
      expr(as<BinOp>(e)->right);
      break;
    case ExprKind::UnaryOp:
      expr(as<UnaryOp>(e)->operand);
      break;
    case ExprKind::Lambda: {
      auto* n = as<Lambda>(e);
      defaults(n->args);
      enter(ScopeKind::Lambda, scope().class_name);
      std::vector<Block> outer;
      outer.swap(blocks_);
      parameters(n->args);
      expr(n->body);
      outer.swap(blocks_);
      exit();
      break;
    }
    case ExprKind::IfExp:
      expr(as<IfExp>(e)->test);
      expr(as<IfExp>(e)->body);
      expr(as<IfExp>(e)->orelse);
      break;
    case ExprKind::Dict:
      exprs(as<Dict>(e)->keys);
      exprs(as<Dict>(e)->values);
      break;
    case ExprKind::Set:
      sequence(as<Set>(e)->elts, ExprContext::Load, e->range);
      break;
    case ExprKind::ListComp:
      comprehension(e, ScopeKind::ListComp, as<ListComp>(e)->generators, as<ListComp>(e)->elt,
                    nullptr);
      break;
    case ExprKind::SetComp:
      comprehension(e, ScopeKind::SetComp, as<SetComp>(e)->generators, as<SetComp>(e)->elt,
                    nullptr);
      break;
    case ExprKind::DictComp:
      comprehension(e, ScopeKind::DictComp, as<DictComp>(e)->generators, as<DictComp>(e)->key,
                    as<DictComp>(e)->value);
      break;
    case ExprKind::GeneratorExp:
      comprehension(e, ScopeKind::Generator, as<GeneratorExp>(e)->generators,
                    as<GeneratorExp>(e)->elt, nullptr);
      break;
    case ExprKind::Await:
      await(as<Await>(e));
      break;
    case ExprKind::Yield:
      yield(e, as<Yield>(e)->value, false);
      break;
    case ExprKind::YieldFrom:
      yield(e, as<YieldFrom>(e)->value, true);
      break;
    case ExprKind::Compare:
      identityOfLiteral(as<Compare>(e));
      expr(as<Compare>(e)->left);
      exprs(as<Compare>(e)->comparators);
      break;
    case ExprKind::Call: {
      auto* n = as<Call>(e);
      expr(n->func);
      for (const Expr* a : n->args) {
        auto* star = dynAs<Starred>(a);
        expr(star ? star->value : a);
      }
      keywords(n->keywords);
      break;
    }
    case ExprKind::FormattedValue:
      expr(as<FormattedValue>(e)->value);
      expr(as<FormattedValue>(e)->format_spec);
      break;
    case ExprKind::JoinedStr:
      exprs(as<JoinedStr>(e)->values);
      break;
    case ExprKind::Interpolation:
      expr(as<Interpolation>(e)->value);
      expr(as<Interpolation>(e)->format_spec);
      break;
    case ExprKind::TemplateStr:
      exprs(as<TemplateStr>(e)->values);
      break;
    case ExprKind::Constant:
      break;
    case ExprKind::Attribute: {
      auto* n = as<Attribute>(e);
      expr(n->value);
      if (n->ctx == ExprContext::Store) forbidden(n->attr.name, n->range);
      break;
    }
    case ExprKind::Subscript:
      expr(as<Subscript>(e)->value);
      expr(as<Subscript>(e)->slice);
      break;
    case ExprKind::Starred:
      codeError(e->range, as<Starred>(e)->ctx == ExprContext::Store
                              ? "starred assignment target must be in a list or tuple"
                              : "can't use starred expression here");
      expr(as<Starred>(e)->value);
      break;
    case ExprKind::NameExpr: {
      auto* n = as<NameExpr>(e);
      if (n->ctx == ExprContext::Load) {
        define(n->id, kUsed, n->range);
      } else {
        define(n->id, kDefLocal, n->range);
        forbidden(n->id, n->range, n->ctx == ExprContext::Del);
      }
      break;
    }
    case ExprKind::ListExpr:
      sequence(as<ListExpr>(e)->elts, as<ListExpr>(e)->ctx, e->range);
      break;
    case ExprKind::TupleExpr:
      sequence(as<TupleExpr>(e)->elts, as<TupleExpr>(e)->ctx, e->range);
      break;
    case ExprKind::Slice:
      expr(as<Slice>(e)->lower);
      expr(as<Slice>(e)->upper);
      expr(as<Slice>(e)->step);
      break;
  }
}

// The elements of a tuple, list or set, where stars are at home.
void Checker::sequence(const List<Expr*>& elts, ExprContext ctx, Range range) {
  if (ctx == ExprContext::Store) unpackTarget(elts, range);
  for (const Expr* x : elts) {
    auto* star = dynAs<Starred>(x);
    if (!star || ctx == ExprContext::Del) {
      expr(x);
      continue;
    }
    depth_++;
    expr(star->value);
    depth_--;
  }
}

void Checker::unpackTarget(const List<Expr*>& elts, Range range) {
  bool seen = false;
  for (size_t i = 0; i < elts.size(); i++) {
    if (!is<Starred>(elts[i])) continue;
    if (seen) {
      codeError(range, "multiple starred expressions in assignment");
      return;
    }
    seen = true;
    if (i >= 1u << 8 || elts.size() - i - 1 >= 0x7fffffffu >> 8) {
      codeError(range, "too many expressions in star-unpacking assignment");
      return;
    }
  }
}

void Checker::keywords(const List<Keyword*>& list) {
  for (size_t i = 0; i < list.size(); i++) {
    const Name name = list[i]->arg.name;
    if (!name.valid()) continue;
    forbidden(name, list[i]->range);
    // Few calls have many keywords; the quadratic search is only a compare of ids.
    for (size_t k = 0; k < i; k++) {
      if (list[k]->arg.name != name) continue;
      codeError(list[i]->range, "keyword argument repeated: " + std::string(names_.text(name)));
      break;
    }
  }
  for (const Keyword* k : list) expr(k->value);
}

// In annotations, type parameters and aliases some expressions have no frame to run in.
bool Checker::annotationScope(Range range, const char* what) {
  const char* where = nullptr;
  switch (scope().kind) {
    case ScopeKind::Annotation:
      if (future_annotations_) {
        scopeError(range, std::string("'") + what + "' can not be used within an annotation");
        return true;
      }
      where = " cannot be used within an annotation";
      break;
    case ScopeKind::TypeBound:
      where = " cannot be used within a TypeVar bound";
      break;
    case ScopeKind::TypeDefault:
      where = " cannot be used within a TypeVar default";
      break;
    case ScopeKind::TypeAlias:
      where = " cannot be used within a type alias";
      break;
    case ScopeKind::TypeParams:
      where = " cannot be used within the definition of a generic";
      break;
    default:
      return false;
  }
  scopeError(range, std::string(what) + where);
  return true;
}

void Checker::namedExpr(const NamedExpr* e) {
  const Name target = as<NameExpr>(e->target)->id;
  const Range range = e->target->range;
  if (annotationScope(e->range, "named expression")) return;
  if (scope().iter_expressions > 0) {
    scopeError(e->range,
               "assignment expression cannot be used in a comprehension iterable expression");
    return;
  }
  if (scope().isComprehension()) {
    // The name belongs to the nearest scope that is no comprehension.
    const Name mangled = scopes_.mangle(target);
    const size_t here = scopes_.depth() - 1;
    for (size_t d = here + 1; d-- > 0;) {
      Scope& s = scopes_.at(d);
      if (s.isComprehension()) {
        const uint16_t f = scopes_.flags(target, d);  // CPython forgets to mangle here
        if (f & kDefCompIter) {
          scopeError(range,
                     "assignment expression cannot rebind comprehension iteration variable " +
                         quoted(target));
          return;
        }
        continue;
      }
      if (s.kind == ScopeKind::Class) {
        scopeError(range,
                   "assignment expression within a comprehension cannot be used in a class body");
        return;
      }
      if (s.isTypeScope() || s.kind == ScopeKind::Annotation) {
        const char* where = s.kind == ScopeKind::TypeBound     ? "a TypeVar bound"
                            : s.kind == ScopeKind::TypeAlias   ? "a type alias"
                            : s.kind == ScopeKind::TypeParams  ? "the definition of a generic"
                            : s.kind == ScopeKind::TypeDefault ? "a TypeVar default"
                                                               : nullptr;
        if (!where) continue;
        scopeError(range, std::string("assignment expression within a comprehension cannot be used "
                                      "in ") +
                              where);
        return;
      }
      if (s.kind == ScopeKind::Module) {
        scopes_.add(mangled, kDefGlobal, here);
        scopes_.add(mangled, kDefGlobal, d);
      } else {
        scopes_.add(mangled, (scopes_.flags(target, d) & kDefGlobal) ? kDefGlobal : kDefNonlocal,
                    here);
        scopes_.add(mangled, kDefLocal, d);
      }
      break;
    }
  }
  expr(e->value);
  expr(e->target);
}

void Checker::comprehension(const Expr* e, ScopeKind kind, const List<Comprehension*>& clauses,
                            const Expr* elt, const Expr* value) {
  const size_t start = mark();
  scope().iter_expressions++;
  expr(clauses[0]->iter);
  scope().iter_expressions--;
  enter(kind, scope().class_name);
  std::vector<Block> outer;
  outer.swap(blocks_);
  for (size_t i = 0; i < clauses.size(); i++) {
    const Comprehension* c = clauses[i];
    if (c->is_async) scope().coroutine = true;
    scope().in_iter_target = true;
    expr(c->target);
    scope().in_iter_target = false;
    if (i > 0) {
      scope().iter_expressions++;
      expr(c->iter);
      scope().iter_expressions--;
    }
    exprs(c->ifs);
  }
  expr(elt);
  expr(value);
  outer.swap(blocks_);
  const bool is_async = scope().coroutine && kind != ScopeKind::Generator;
  exit();
  if (is_async) {
    if (scope().kind != ScopeKind::AsyncFunction && !scope().isComprehension()) {
      const size_t end = mark();
      codeError(e->range, "asynchronous comprehension outside of an asynchronous function");
      moveBefore(start, end);
    }
    scope().coroutine = true;
  }
}

void Checker::yield(const Expr* e, const Expr* value, bool from) {
  if (annotationScope(e->range, "yield expression")) return;
  scope().generator = true;
  if (!scope().isFunction()) {
    codeError(e->range, "'yield' outside function");
  } else if (from && scope().kind == ScopeKind::AsyncFunction) {
    codeError(e->range, "'yield from' inside async function");
  }
  expr(value);
  switch (scope().kind) {
    case ScopeKind::ListComp:
      scopeError(e->range, "'yield' inside list comprehension");
      return;
    case ScopeKind::SetComp:
      scopeError(e->range, "'yield' inside set comprehension");
      return;
    case ScopeKind::DictComp:
      scopeError(e->range, "'yield' inside dict comprehension");
      return;
    case ScopeKind::Generator:
      scopeError(e->range, "'yield' inside generator expression");
      return;
    default:
      return;
  }
}

void Checker::await(const Await* e) {
  if (annotationScope(e->range, "await expression")) return;
  scope().coroutine = true;
  if (!scope().isFunction()) {
    codeError(e->range, "'await' outside function");
  } else if (scope().kind != ScopeKind::AsyncFunction && !scope().isComprehension()) {
    codeError(e->range, "'await' outside async function");
  }
  expr(e->value);
}

// As CPython's check_compare: None, True, False and ... are single objects, other constants are not.
void Checker::identityOfLiteral(const Compare* e) {
  auto fits = [](const Expr* x) {
    auto* c = dynAs<Constant>(x);
    if (!c) return true;
    return c->value_kind == ConstantKind::None || c->value_kind == ConstantKind::True ||
           c->value_kind == ConstantKind::False || c->value_kind == ConstantKind::Ellipsis;
  };
  bool left = fits(e->left);
  for (size_t i = 0; i < e->ops.size(); ++i) {
    bool right = fits(e->comparators[i]);
    bool is = e->ops[i] == CompareOperator::Is, is_not = e->ops[i] == CompareOperator::IsNot;
    if ((is || is_not) && (!left || !right)) {
      warning(e->range, is ? "\"is\" with a literal. Did you mean \"==\"?" : "\"is not\" with a literal. Did you mean \"!=\"?",
              "identity of numbers and texts says nothing about their values");
      return;
    }
    left = right;
  }
}

}  // namespace krait
