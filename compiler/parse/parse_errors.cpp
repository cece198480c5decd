// Wrong forms of expressions that have messages of their own. Used only when a statement is parsed
// a second time, after it failed (Parser::header). The forms and the order in which they are tried
// follow the invalid_… rules of CPython 3.11's grammar, so that the same form wins.
#include "parse/parser.h"

namespace krait {

using namespace ast;

Expr* Parser::remember(Rule rule, Expr* (Parser::*parse)()) {
  if (raised_) return nullptr;
  const uint64_t key = (static_cast<uint64_t>(p_) << 8 | static_cast<uint8_t>(rule)) + 1;
  if (const Memo::Entry* known = memo_.find(key)) {
    p_ = known->end;
    return known->result;
  }
  Expr* e = (this->*parse)();
  memo_.set(key, e, p_);
  return e;
}

// Parses an expression without looking for wrong forms in it. What is remembered on the way is not
// looked at again for wrong forms, which is CPython's behaviour too.
Expr* Parser::expressionQuietly() {
  const bool was = diagnosing_;
  diagnosing_ = false;
  Expr* e = expressionInner();
  diagnosing_ = was;
  return e;
}

// CPython 3.11 compares only as many characters as the name has, so that `c` counts as `case`.
bool Parser::isSoftKeyword(uint32_t index) const {
  const Token& t = tokens_[index];
  if (t.kind != Tok::Name) return false;
  std::string_view text(file_.text.data() + t.begin, t.end - t.begin);
  return std::string_view("match").starts_with(text) ||
         std::string_view("case").starts_with(text) || text == "_";
}

bool Parser::isLegacyStatement(const Expr* e) const {
  auto* name = dynAs<NameExpr>(e);
  return name && (name->id == print_ || name->id == exec_);
}

// Two operands in a row, an if without an else, print without parentheses.
bool Parser::invalidExpression() {
  const uint32_t start = p_;
  auto restore = [&] {
    p_ = start;
    return raised_;
  };
  const bool prefixed_string =
      at(Tok::Name) && (kindAt(1) == Tok::String || kindAt(1) == Tok::FStringStart);
  Expr* a = disjunction();
  if (raised_) return true;
  bool operands = false;  // two in a row
  if (a) {
    const uint32_t after = p_;
    if (!prefixed_string && !isSoftKeyword(start)) {
      Expr* b = expressionQuietly();
      if (raised_) return true;
      operands = b != nullptr;
      if (b && !isLegacyStatement(a) && tokens_[p_ - 1].level != 0) {
        raise({a->range.begin, b->range.end}, "invalid syntax. Perhaps you forgot a comma?");
        return true;
      }
      p_ = after;
    }
    if (!operands && accept(Tok::KwIf)) {
      Expr* b = disjunction();
      if (raised_) return true;
      if (b && !at(Tok::KwElse) && !at(Tok::Colon)) {
        raise({a->range.begin, b->range.end}, "expected 'else' after 'if' expression");
        return true;
      }
    }
  }
  p_ = start;
  if (!at(Tok::Name) || kindAt(1) == Tok::LParen) return restore();
  // print x, exec x. Any name is followed here, so that a wrong form after it is found; not for
  // long, since prose is nothing but names.
  constexpr int kMaxNames = 60;
  const Name name(token().value);
  p_++;
  if (!startsExpression() || legacy_depth_ >= kMaxNames) return restore();
  legacy_depth_++;
  Expr* b = starExpressions();
  legacy_depth_--;
  if (b && (name == print_ || name == exec_)) {
    const std::string text(names_.text(name));
    raise({tokens_[start].begin, b->range.end},
          "Missing parentheses in call to '" + text + "'. Did you mean " + text + "(...)?");
    return true;
  }
  return restore();
}

// = or := where a condition or an item stands.
bool Parser::invalidNamedExpression() {
  const uint32_t start = p_;
  auto restore = [&] {
    p_ = start;
    return raised_;
  };
  auto assigns = [&] { return at(Tok::Equal) || at(Tok::ColonEqual); };
  Expr* a = expression();
  if (raised_) return true;
  if (a && accept(Tok::ColonEqual)) {
    if (expression()) {
      raise(a->range, "cannot use assignment expressions with " + std::string(exprName(a)));
      return true;
    }
    if (raised_) return true;
  }
  p_ = start;
  if (at(Tok::Name) && kindAt(1) == Tok::Equal) {
    p_ += 2;
    Expr* b = binary(1);
    if (raised_) return true;
    if (b && !assigns()) {
      raise({tokens_[start].begin, b->range.end},
            "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
      return true;
    }
  }
  p_ = start;
  if (at(Tok::KwTrue) || at(Tok::KwFalse) || at(Tok::KwNone)) return restore();
  a = binary(1);
  if (raised_) return true;
  // A list, tuple or generator in front is left to the rules for targets.
  const bool display =
      at(Tok::Equal) && a && tokens_[start].begin == a->range.begin && startsWithDisplay(start);
  if (a && !display && accept(Tok::Equal)) {
    Expr* b = binary(1);
    if (raised_) return true;
    if (b && !assigns()) {
      raise(a->range, "cannot assign to " + std::string(exprName(a)) +
                          " here. Maybe you meant '==' instead of '='?");
      return true;
    }
  }
  return restore();
}

// Whether the bracket at `index` is a list, a tuple or a generator expression (not a group).
bool Parser::startsWithDisplay(uint32_t index) {
  if (tokens_[index].kind != Tok::LSquare && tokens_[index].kind != Tok::LParen) return false;
  const uint32_t here = p_;
  p_ = index;
  Expr* e = atom();
  p_ = here;
  return e && (is<ListExpr>(e) || is<TupleExpr>(e) || is<GeneratorExp>(e));
}

// star_named_expressions: items with commas; false if there is not even one.
bool Parser::skipItems() {
  if (!starNamedExpression()) return false;
  for (;;) {
    if (!accept(Tok::Comma)) return true;
    const uint32_t after = p_;
    if (!starNamedExpression()) {
      if (raised_) return false;
      p_ = after;
      return true;
    }
  }
}

// The first `for` clauses at the current token, and where the last one's last expression ends.
bool Parser::skipClauses(uint32_t& end) {
  if (!atComprehension()) return false;
  List<Comprehension*> clauses;
  if (!comprehensions(clauses)) return false;
  const Comprehension* last = clauses.back();
  end = last->ifs.empty() ? last->iter->range.end : last->ifs.back()->range.end;
  return true;
}

bool Parser::invalidComprehension(Tok open) {
  const uint32_t start = p_;
  uint32_t end;
  p_++;
  if (at(Tok::Star)) {
    const uint32_t star = begin();
    p_++;
    Expr* e = expression();
    if (e && skipClauses(end)) {
      raise({star, e->range.end}, "iterable unpacking cannot be used in comprehension");
      return true;
    }
    if (raised_) return true;
  }
  p_ = start + 1;
  if (open != Tok::LParen) {
    Expr* a = starNamedExpression();
    if (raised_) return true;
    if (a && at(Tok::Comma)) {
      const uint32_t comma = p_++;
      const uint32_t after = p_;
      if (skipItems()) {
        uint32_t last = p_ - 1;
        if (tokens_[last].kind == Tok::Comma) last--;
        if (skipClauses(end)) {
          raise({a->range.begin, tokens_[last].end},
                "did you forget parentheses around the comprehension target?");
          return true;
        }
      }
      if (raised_) return true;
      p_ = after;
      if (skipClauses(end)) {
        raise({a->range.begin, tokens_[comma].end},
              "did you forget parentheses around the comprehension target?");
        return true;
      }
      if (raised_) return true;
    }
  }
  p_ = start;
  return false;
}

// ( as a tuple, a group or a generator expression.
Expr* Parser::diagnoseParenthesised() {
  const uint32_t start = p_;
  const uint32_t open = begin();
  p_++;
  if (accept(Tok::RParen)) return make<TupleExpr>(from(open), List<Expr*>{}, ExprContext::Load);
  Items<Expr> elts(*this);
  Expr* first = starNamedExpression();
  if (raised_) return nullptr;
  if (first && at(Tok::Comma)) {
    elts.add(first);
    while (accept(Tok::Comma)) {
      if (at(Tok::RParen)) break;
      Expr* e = starNamedExpression();
      if (raised_) return nullptr;
      if (!e) break;
      elts.add(e);
    }
    if (accept(Tok::RParen)) {
      return make<TupleExpr>(from(open), elts.take(), ExprContext::Load);
    }
    fail();
  }
  p_ = start + 1;
  Expr* e = at(Tok::KwYield) ? yieldExpression() : namedExpression();
  if (raised_) return nullptr;
  if (e && accept(Tok::RParen)) return e;
  fail();
  p_ = start + 1;
  if (at(Tok::Star) || at(Tok::DoubleStar)) {
    const bool doubled = at(Tok::DoubleStar);
    const Range stars = tokenRange(p_);
    p_++;
    e = expression();
    if (raised_) return nullptr;
    if (e && at(Tok::RParen)) {
      return raise(doubled ? stars : Range{stars.begin, e->range.end},
                   doubled ? "cannot use double starred expression here"
                           : "cannot use starred expression here");
    }
  }
  p_ = start;
  if (Expr* generator = diagnoseGenerator()) return generator;
  return nullptr;
}

// ( expression clauses ), then the wrong forms of it.
Expr* Parser::diagnoseGenerator() {
  const uint32_t start = p_;
  const uint32_t open = begin();
  uint32_t end;
  p_++;
  Expr* e = itemExpression();
  if (raised_) return nullptr;
  if (e && skipClauses(end) && accept(Tok::RParen)) {
    return make<GeneratorExp>(from(open), e, List<Comprehension*>{});
  }
  if (raised_) return nullptr;
  if (e) fail();
  p_ = start;
  invalidComprehension(Tok::LParen);
  return nullptr;
}

// assignment_expression, or an expression that no := follows.
Expr* Parser::itemExpression() {
  if (at(Tok::Name) && kindAt(1) == Tok::ColonEqual) return namedExpression();
  Expr* e = expression();
  if (e && at(Tok::ColonEqual)) return fail();
  return e;
}

Expr* Parser::diagnoseList() {
  const uint32_t start = p_;
  const uint32_t open = begin();
  p_++;
  auto list = [&] { return make<ListExpr>(from(open), List<Expr*>{}, ExprContext::Load); };
  if (accept(Tok::RSquare)) return list();
  Items<Expr> elts(*this);
  Expr* first = starNamedExpression();
  if (raised_) return nullptr;
  if (first) {
    elts.add(first);
    while (accept(Tok::Comma)) {
      if (at(Tok::RSquare)) break;
      Expr* e = starNamedExpression();
      if (raised_) return nullptr;
      if (!e) break;
      elts.add(e);
    }
    if (accept(Tok::RSquare)) {
      return make<ListExpr>(from(open), elts.take(), ExprContext::Load);
    }
    fail();
  }
  p_ = start + 1;
  uint32_t end;
  Expr* e = namedExpression();
  if (e && skipClauses(end) && accept(Tok::RSquare)) {
    return make<ListComp>(from(open), e, List<Comprehension*>{});
  }
  if (raised_) return nullptr;
  if (e) fail();
  p_ = start;
  invalidComprehension(Tok::LSquare);
  return nullptr;
}

// '**' bitwise_or, or expression ':' expression.
bool Parser::skipPair() {
  if (accept(Tok::DoubleStar)) return binary(1) != nullptr;
  return expression() && expect(Tok::Colon) && expression();
}

bool Parser::invalidPair(bool key_alone) {
  const uint32_t start = p_;
  Expr* key = expression();
  if (raised_) return true;
  if (!key) {
    p_ = start;
    return false;
  }
  if (!at(Tok::Colon)) {
    if (key_alone) {
      raise({key->range.end - 1, key->range.end}, "':' expected after dictionary key");
    }
    return raised_;
  }
  const uint32_t colon = p_++;
  if (at(Tok::Star)) {
    const uint32_t star = p_++;
    Expr* value = binary(1);
    if (value) {
      raise({tokens_[star].begin, value->range.end},
            "cannot use a starred expression in a dictionary value");
    }
  } else if (at(Tok::RBrace) || at(Tok::Comma)) {
    raise(tokenRange(colon), "expression expected after dictionary key and ':'");
  }
  p_ = start;
  return raised_;
}

// double_starred_kvpairs without its last comma.
bool Parser::skipPairs() {
  if (!skipPair()) return false;
  for (;;) {
    const uint32_t comma = p_;
    if (!accept(Tok::Comma)) return true;
    if (!skipPair()) {
      p_ = comma;
      return !raised_;
    }
  }
}

// A dict display whose pairs are wrong; p_ is at its brace when it failed. CPython looks for these
// before it looks for any other wrong form.
void Parser::invalidPairs(uint32_t open) {
  constexpr uint32_t kMaxTokens = 100000;  // levels of nesting times tokens is the cost
  if (p_ - open > kMaxTokens) return;
  const uint32_t here = p_;
  const bool prefixes = prefixes_;
  prefixes_ = in_pairs_ = true;
  p_ = open + 1;
  if (skipPairs() && accept(Tok::Comma)) invalidPair(true);
  p_ = open + 1;
  if (!raised_) invalidPair(false);
  prefixes_ = prefixes;
  in_pairs_ = false;
  p_ = here;
}

Expr* Parser::diagnoseBraces() {
  const uint32_t start = p_;
  const uint32_t open = begin();
  uint32_t end;
  p_++;
  auto dict = [&] { return make<Dict>(from(open), List<Expr*>{}, List<Expr*>{}); };
  if (accept(Tok::RBrace)) return dict();
  if (skipPairs()) {
    const uint32_t after = p_;
    accept(Tok::Comma);
    if (accept(Tok::RBrace)) return dict();
    fail();
    p_ = after;
    if (accept(Tok::Comma) && invalidPair(true)) return nullptr;
  }
  if (raised_) return nullptr;
  p_ = start + 1;
  if (invalidPair(false)) return nullptr;
  p_ = start + 1;
  if (skipItems() && accept(Tok::RBrace)) return make<Set>(from(open), List<Expr*>{});
  if (raised_) return nullptr;
  fail();
  p_ = start + 1;
  if (expression() && accept(Tok::Colon) && expression() && skipClauses(end) &&
      accept(Tok::RBrace)) {
    return make<DictComp>(from(open), nullptr, nullptr, List<Comprehension*>{});
  }
  if (raised_) return nullptr;
  p_ = start + 1;
  if (at(Tok::DoubleStar)) {
    const uint32_t stars = p_++;
    if (binary(1) && skipClauses(end) && at(Tok::RBrace)) {
      return raise(tokenRange(stars), "dict unpacking cannot be used in dict comprehension");
    }
    if (raised_) return nullptr;
  }
  p_ = start + 1;
  Expr* e = namedExpression();
  if (e && skipClauses(end) && accept(Tok::RBrace)) {
    return make<SetComp>(from(open), e, List<Comprehension*>{});
  }
  if (raised_) return nullptr;
  p_ = start;
  invalidComprehension(Tok::LBrace);
  return nullptr;
}

// ---- calls

// NAME '=' expression, *x or **x; and what looks like a keyword but is none.
bool Parser::skipKeyword(ArgumentScan& scan, bool double_star) {
  const uint32_t start = p_;
  if ((at(Tok::KwTrue) || at(Tok::KwFalse) || at(Tok::KwNone)) && kindAt(1) == Tok::Equal) {
    raise({begin(), tokens_[p_ + 1].end}, "cannot assign to " + std::string(tokenSpelling(kind())));
    return false;
  }
  if (at(Tok::Name) && kindAt(1) == Tok::Equal) {
    p_ += 2;
    Expr* value = expression();
    if (raised_) return false;
    if (value && atComprehension()) {
      const uint32_t here = p_;
      uint32_t end;
      if (skipClauses(end)) {
        raise({tokens_[start].begin, tokens_[start + 1].end},
              "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
      }
      if (raised_) return false;
      p_ = here;
    }
    if (value) return true;
    p_ = start;
    return false;
  }
  Expr* wrong = expression();
  if (raised_) return false;
  if (wrong && at(Tok::Equal)) {
    raise({wrong->range.begin, token().end},
          "expression cannot contain assignment, perhaps you meant \"==\"?");
    return false;
  }
  p_ = start;
  if (accept(double_star ? Tok::DoubleStar : Tok::Star)) {
    Expr* value = expression();
    if (value) {
      if (double_star) scan.unpacking = true;
      if (!double_star) scan.positional++;
      return true;
    }
  }
  p_ = start;
  return false;
}

bool Parser::skipKeywords(ArgumentScan& scan) {
  bool any = false;
  for (bool double_star : {false, true}) {
    const uint32_t comma = p_;
    if (any && !accept(Tok::Comma)) break;
    bool matched = false;
    while (skipKeyword(scan, double_star)) {
      matched = true;
      const uint32_t here = p_;
      if (!accept(Tok::Comma)) break;
      const uint32_t next = p_;
      if (!skipKeyword(scan, double_star)) {
        if (raised_) return false;
        p_ = here;
        break;
      }
      p_ = next;
    }
    if (raised_) return false;
    if (!matched) p_ = comma;
    any |= matched;
  }
  return any;
}

// args: what may stand in a call, without a trailing comma.
bool Parser::skipArguments(ArgumentScan& scan) {
  bool any = false;
  uint32_t last = p_;
  for (;;) {
    const uint32_t start = p_;
    Expr* e;
    bool ok;
    if (accept(Tok::Star)) {
      e = expression();
      ok = e != nullptr;
    } else {
      e = itemExpression();
      ok = e && !at(Tok::Equal);
    }
    if (raised_) return false;
    if (!ok) {
      if (e && at(Tok::Equal)) fail();
      p_ = any ? last : start;
      break;
    }
    scan.positional++;
    scan.last_begin = tokens_[start].begin;
    any = true;
    last = p_;
    if (!accept(Tok::Comma)) break;
  }
  if (!any) return skipKeywords(scan);
  const uint32_t here = p_;
  if (accept(Tok::Comma)) {
    if (!skipKeywords(scan)) p_ = here;
    if (raised_) return false;
  }
  return true;
}

// What stands between the parentheses of a call or a class; p_ is after the opening one.
bool Parser::diagnoseArguments() {
  const uint32_t start = p_;
  constexpr const char* kGenerator = "Generator expression must be parenthesized";
  uint32_t end;
  ArgumentScan scan;
  if (skipArguments(scan)) {
    const uint32_t after = p_;
    accept(Tok::Comma);
    if (at(Tok::RParen)) return true;
    fail();
    p_ = after;
    if (at(Tok::Comma) && kindAt(1) == Tok::Star) {
      raise(from(tokens_[start].begin),
            "iterable argument unpacking follows keyword argument unpacking");
      return false;
    }
  }
  if (raised_) return false;
  p_ = start;
  Expr* a = expression();
  if (a && skipClauses(end)) {
    const uint32_t clauses_end = end;
    if (accept(Tok::Comma)) {
      const uint32_t here = p_;
      ArgumentScan rest;
      if (!skipArguments(rest)) p_ = here;
      if (raised_) return false;
      raise({a->range.begin, clauses_end}, kGenerator);
      return false;
    }
  }
  if (raised_) return false;
  p_ = start;
  if (at(Tok::Name) && kindAt(1) == Tok::Equal) {
    p_ += 2;
    if (expression() && skipClauses(end)) {
      raise({tokens_[start].begin, tokens_[start + 1].end},
            "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    if (raised_) return false;
  }
  p_ = start;
  scan = {};
  if (skipArguments(scan)) {
    const uint32_t after = p_;
    if (scan.positional > 1 && skipClauses(end)) {
      raise({scan.last_begin, end}, kGenerator);
      return false;
    }
    if (raised_) return false;
    p_ = after;
    if (accept(Tok::Comma)) {
      const uint32_t next = p_;
      Expr* e = expression();
      if (e && skipClauses(end)) {
        raise({e->range.begin, end}, kGenerator);
        return false;
      }
      if (raised_) return false;
      p_ = next;
      accept(Tok::Star);
      e = itemExpression();
      if (raised_) return false;
      const uint32_t first_end = e ? e->range.end : tokens_[next].end;
      p_ = next;
      ArgumentScan more;
      if (skipArguments(more)) {
        raise({tokens_[next].begin, first_end},
              scan.unpacking ? "positional argument follows keyword argument unpacking"
                             : "positional argument follows keyword argument");
        return false;
      }
    }
  }
  return false;
}

// A call in a statement that is being diagnosed; p_ is at the opening parenthesis.
Expr* Parser::diagnoseCall(uint32_t start, Expr* func) {
  const uint32_t open = p_;
  Expr* generator = diagnoseGenerator();
  if (raised_) return nullptr;
  if (!generator) {
    p_ = open + 1;
    if (!at(Tok::RParen) && !diagnoseArguments()) return nullptr;
    if (!expect(Tok::RParen)) return nullptr;
  }
  return make<Call>(from(start), func, List<Expr*>{}, List<Keyword*>{});
}

// for targets that cannot be assigned to; p_ is at `for`.
bool Parser::invalidForTarget() {
  const uint32_t start = p_;
  p_++;
  Expr* target = starTargets();
  if (raised_) return true;
  if (!target || !at(Tok::KwIn)) {
    p_ = start + 1;
    if (Expr* e = starExpressions()) {
      if (Expr* bad = invalidTarget(e, TargetKind::For)) {
        raise(bad->range, "cannot assign to " + std::string(exprName(bad)));
      }
    }
  }
  p_ = start;
  return raised_;
}

}  // namespace krait
