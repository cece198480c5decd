// Assignment targets: an expression that turns out to stand left of `=`.
#include "parse/parser.h"

namespace krait {

using namespace ast;

void Parser::setContext(Expr* e, ExprContext ctx) {
  switch (e->kind) {
    case ExprKind::NameExpr:
      as<NameExpr>(e)->ctx = ctx;
      break;
    case ExprKind::Attribute:
      as<Attribute>(e)->ctx = ctx;
      break;
    case ExprKind::Subscript:
      as<Subscript>(e)->ctx = ctx;
      break;
    case ExprKind::Starred:
      as<Starred>(e)->ctx = ctx;
      setContext(as<Starred>(e)->value, ctx);
      break;
    case ExprKind::TupleExpr:
      as<TupleExpr>(e)->ctx = ctx;
      for (Expr* x : as<TupleExpr>(e)->elts) setContext(x, ctx);
      break;
    case ExprKind::ListExpr:
      as<ListExpr>(e)->ctx = ctx;
      for (Expr* x : as<ListExpr>(e)->elts) setContext(x, ctx);
      break;
    default:
      break;
  }
}

Expr* Parser::invalidTarget(Expr* e, TargetKind target) {
  auto firstBad = [&](const List<Expr*>& elts) -> Expr* {
    for (Expr* x : elts) {
      if (Expr* bad = invalidTarget(x, target)) return bad;
    }
    return nullptr;
  };
  switch (e->kind) {
    case ExprKind::NameExpr:
    case ExprKind::Attribute:
    case ExprKind::Subscript:
      return nullptr;
    case ExprKind::Starred: {
      if (target == TargetKind::Delete) return e;
      Expr* value = as<Starred>(e)->value;
      return is<Starred>(value) ? value : invalidTarget(value, target);
    }
    case ExprKind::TupleExpr:
      return firstBad(as<TupleExpr>(e)->elts);
    case ExprKind::ListExpr:
      return firstBad(as<ListExpr>(e)->elts);
    case ExprKind::Compare:
      // `for f() in x`: the target is what stands before `in`.
      if (target != TargetKind::For) return e;
      if (as<Compare>(e)->ops[0] != CompareOperator::In) return nullptr;
      return invalidTarget(as<Compare>(e)->left, target);
    default:
      return e;
  }
}

std::string_view Parser::exprName(const Expr* e) {
  switch (e->kind) {
    case ExprKind::Attribute:
      return "attribute";
    case ExprKind::Subscript:
      return "subscript";
    case ExprKind::Starred:
      return "starred";
    case ExprKind::NameExpr:
      return "name";
    case ExprKind::ListExpr:
      return "list";
    case ExprKind::TupleExpr:
      return "tuple";
    case ExprKind::Lambda:
      return "lambda";
    case ExprKind::Call:
      return "function call";
    case ExprKind::BoolOp:
    case ExprKind::BinOp:
    case ExprKind::UnaryOp:
      return "expression";
    case ExprKind::GeneratorExp:
      return "generator expression";
    case ExprKind::Yield:
    case ExprKind::YieldFrom:
      return "yield expression";
    case ExprKind::Await:
      return "await expression";
    case ExprKind::ListComp:
      return "list comprehension";
    case ExprKind::SetComp:
      return "set comprehension";
    case ExprKind::DictComp:
      return "dict comprehension";
    case ExprKind::Dict:
      return "dict literal";
    case ExprKind::Set:
      return "set display";
    case ExprKind::JoinedStr:
    case ExprKind::FormattedValue:
      return "f-string expression";
    case ExprKind::TemplateStr:
    case ExprKind::Interpolation:
      return "t-string expression";
    case ExprKind::Constant:
      switch (as<Constant>(e)->value_kind) {
        case ConstantKind::None:
          return "None";
        case ConstantKind::True:
          return "True";
        case ConstantKind::False:
          return "False";
        case ConstantKind::Ellipsis:
          return "ellipsis";
        default:
          return "literal";
      }
    case ExprKind::Compare:
      return "comparison";
    case ExprKind::IfExp:
      return "conditional expression";
    case ExprKind::NamedExpr:
      return "named expression";
    case ExprKind::Slice:
      return "slice";
  }
  return "expression";
}

}  // namespace krait
