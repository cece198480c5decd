// Displays: tuples, lists, sets, dicts, and the comprehensions of them.
#include "parse/parser.h"

namespace krait {

using namespace ast;

// ( ): a tuple, a group, a generator expression or a yield.
Expr* Parser::parenthesised() {
  const uint32_t start = begin();
  if (diagnosing_) [[unlikely]]
    return diagnoseParenthesised();
  p_++;
  if (accept(Tok::RParen)) return make<TupleExpr>(from(start), List<Expr*>{}, ExprContext::Load);
  if (at(Tok::KwYield)) {
    Expr* e = yieldExpression();
    return e && expect(Tok::RParen) ? e : nullptr;
  }
  const bool starred = at(Tok::Star);
  Expr* first = starNamedExpression();
  if (!first) return nullptr;
  if (at(Tok::RParen) && !starred) {
    p_++;
    return first;
  }
  if (atComprehension() && !starred) {
    List<Comprehension*> generators;
    if (!comprehensions(generators) || !expect(Tok::RParen)) return nullptr;
    return make<GeneratorExp>(from(start), first, generators);
  }
  if (!at(Tok::Comma)) return fail();
  Items<Expr> elts(*this);
  elts.add(first);
  while (accept(Tok::Comma)) {
    if (at(Tok::RParen)) break;
    Expr* e = starNamedExpression();
    if (!e) return nullptr;
    elts.add(e);
  }
  if (!expect(Tok::RParen)) return nullptr;
  return make<TupleExpr>(from(start), elts.take(), ExprContext::Load);
}

Expr* Parser::listDisplay() {
  const uint32_t start = begin();
  if (diagnosing_) [[unlikely]]
    return diagnoseList();
  p_++;
  Items<Expr> elts(*this);
  while (!at(Tok::RSquare)) {
    const bool starred = at(Tok::Star);
    Expr* e = starNamedExpression();
    if (!e) return nullptr;
    elts.add(e);
    if (elts.size() == 1 && !starred && atComprehension()) {
      List<Comprehension*> generators;
      if (!comprehensions(generators) || !expect(Tok::RSquare)) return nullptr;
      return make<ListComp>(from(start), e, generators);
    }
    if (!accept(Tok::Comma)) break;
  }
  if (!expect(Tok::RSquare)) return nullptr;
  return make<ListExpr>(from(start), elts.take(), ExprContext::Load);
}

// { }: a dict, a set or a comprehension of one.
Expr* Parser::braceDisplay() {
  if (diagnosing_) [[unlikely]]
    return diagnoseBraces();
  const uint32_t open = p_;
  Expr* e = braceDisplayInner();
  if (!e && !raised_ && !in_pairs_) invalidPairs(open);
  return e;
}

Expr* Parser::braceDisplayInner() {
  const uint32_t start = begin();
  p_++;
  if (accept(Tok::RBrace)) return make<Dict>(from(start), List<Expr*>{}, List<Expr*>{});
  if (at(Tok::DoubleStar)) return dictRest(start, nullptr, nullptr);
  const bool starred = at(Tok::Star);
  const uint32_t first_token = p_;
  Expr* first = starNamedExpression();
  if (!first) return nullptr;
  const bool bare_walrus = is<NamedExpr>(first) && first->range.begin == tokens_[first_token].begin;
  if (at(Tok::Colon) && !starred && !bare_walrus) {
    p_++;
    Expr* value = expression();
    if (!value) return nullptr;
    if (atComprehension()) {
      List<Comprehension*> generators;
      if (!comprehensions(generators) || !expect(Tok::RBrace)) return nullptr;
      return make<DictComp>(from(start), first, value, generators);
    }
    return dictRest(start, first, value);
  }
  if (atComprehension() && !starred) {
    List<Comprehension*> generators;
    if (!comprehensions(generators) || !expect(Tok::RBrace)) return nullptr;
    return make<SetComp>(from(start), first, generators);
  }
  Items<Expr> elts(*this);
  elts.add(first);
  while (accept(Tok::Comma)) {
    if (at(Tok::RBrace)) break;
    Expr* e = starNamedExpression();
    if (!e) return nullptr;
    elts.add(e);
  }
  if (!expect(Tok::RBrace)) return nullptr;
  return make<Set>(from(start), elts.take());
}

// The rest of a dict display, whose first pair may be read already.
Expr* Parser::dictRest(uint32_t start, Expr* first_key, Expr* first_value) {
  std::vector<Expr*> keys, values;
  if (first_value) {
    keys.push_back(first_key);
    values.push_back(first_value);
    if (!at(Tok::Comma)) {
      if (!expect(Tok::RBrace)) return nullptr;
      return make<Dict>(from(start), arena_.list(keys), arena_.list(values));
    }
    p_++;
  }
  while (!at(Tok::RBrace)) {
    Expr* key = nullptr;
    Expr* value;
    if (accept(Tok::DoubleStar)) {
      value = binary(1);
    } else {
      key = expression();
      if (!key || !expect(Tok::Colon)) return nullptr;
      value = expression();
    }
    if (!value) return nullptr;
    keys.push_back(key);
    values.push_back(value);
    if (!accept(Tok::Comma)) break;
  }
  if (!expect(Tok::RBrace)) return nullptr;
  return make<Dict>(from(start), arena_.list(keys), arena_.list(values));
}

bool Parser::comprehensions(List<Comprehension*>& out) {
  std::vector<Comprehension*> generators;
  while (atComprehension()) {
    const bool is_async = accept(Tok::KwAsync);
    if (diagnosing_ && invalidForTarget()) return false;
    p_++;
    Expr* target = starTargets();
    if (!target || !expect(Tok::KwIn)) return false;
    Expr* iter = disjunction();
    if (!iter) return false;
    Items<Expr> ifs(*this);
    while (accept(Tok::KwIf)) {
      Expr* condition = disjunction();
      if (!condition) return false;
      ifs.add(condition);
    }
    generators.push_back(arena_.make<Comprehension>(target, iter, ifs.take(), is_async));
  }
  out = arena_.list(generators);
  return true;
}

// star_targets: one target, or several with commas as a tuple.
Expr* Parser::starTargets() {
  const uint32_t start = begin();
  Expr* first = starTarget();
  if (!first || !at(Tok::Comma)) return first;
  Items<Expr> elts(*this);
  elts.add(first);
  while (accept(Tok::Comma)) {
    if (!startsTarget()) break;
    Expr* e = starTarget();
    if (!e) return nullptr;
    elts.add(e);
  }
  return make<TupleExpr>(from(start), elts.take(), ExprContext::Store);
}

Expr* Parser::starTarget() {
  const uint32_t start = begin();
  if (at(Tok::Star)) {
    p_++;
    if (at(Tok::Star)) return fail();
    Expr* value = starTarget();
    if (!value) return nullptr;
    return make<Starred>(from(start), value, ExprContext::Store);
  }
  Expr* e = primary();
  if (!e) return nullptr;
  if (invalidTarget(e, TargetKind::Assign)) return fail();
  setContext(e, ExprContext::Store);
  return e;
}

}  // namespace krait
