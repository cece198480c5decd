// Wrong forms of statements, parameters and replacement fields that have messages of their own; the
// companion of parse_errors.cpp.
#include "parse/parser.h"

namespace krait {

using namespace ast;

// ( list or tuple ), however deep in parentheses: what an annotation's target may not be.
Expr* Parser::annotatedDisplay() {
  const uint32_t start = p_;
  if (at(Tok::LSquare) || at(Tok::LParen)) {
    Expr* e = atom();
    if (raised_) return nullptr;
    // Parentheses of a group are not part of the range.
    if (e && (is<ListExpr>(e) || is<TupleExpr>(e))) return e;
  }
  p_ = start;
  return nullptr;
}

// Assignments and annotations with a target that is none.
bool Parser::invalidAssignment() {
  const uint32_t start = p_;
  auto single = [&](const Expr* e, const char* what) {
    raise(e->range, std::string("only single target (not ") + what + ") can be annotated");
    return true;
  };
  if (Expr* e = annotatedDisplay()) {
    if (accept(Tok::Colon) && expression()) return single(e, is<ListExpr>(e) ? "list" : "tuple");
  }
  if (raised_) return true;
  p_ = start;
  Expr* a = starNamedExpression();
  if (raised_) return true;
  if (a && accept(Tok::Comma)) {
    while (!at(Tok::Colon) && skipItems()) {
    }
    if (raised_) return true;
    if (accept(Tok::Colon) && expression()) return single(a, "tuple");
    if (raised_) return true;
  }
  p_ = start;
  a = expression();
  if (a && accept(Tok::Colon) && expression()) {
    raise(a->range, "illegal target for annotation");
    return true;
  }
  if (raised_) return true;
  // (star_targets '=')* and then something else before a '='.
  p_ = start;
  for (;;) {
    const uint32_t here = p_;
    Expr* target = starTargets();
    if (raised_) return true;
    if (target && accept(Tok::Equal)) continue;
    p_ = here;
    break;
  }
  const uint32_t after_targets = p_;
  for (;;) {
    Expr* e = starExpressions();
    if (raised_) return true;
    if (e && at(Tok::Equal)) {
      if (Expr* bad = invalidTarget(e, TargetKind::Assign)) {
        raise(bad->range, "cannot assign to " + std::string(exprName(bad)));
        return true;
      }
    }
    break;
  }
  p_ = after_targets;
  if (at(Tok::KwYield)) {
    Expr* e = yieldExpression();
    if (raised_) return true;
    if (e && at(Tok::Equal)) {
      raise(e->range, "assignment to yield expression not possible");
      return true;
    }
  }
  p_ = start;
  a = starExpressions();
  if (raised_) return true;
  if (a && kind() >= Tok::PlusEqual && kind() <= Tok::DoubleStarEqual) {
    p_++;
    if (rightHandSide()) {
      raise(a->range,
            "'" + std::string(exprName(a)) + "' is an illegal expression for augmented assignment");
    }
  }
  p_ = start;
  return raised_;
}

// After `as` in an import.
std::nullptr_t Parser::invalidImportTarget() {
  if (!diagnosing_) return fail();
  const uint32_t start = p_;
  Expr* e = expression();
  if (raised_) return nullptr;
  if (e && !is<NameExpr>(e)) {
    return raise(e->range, "cannot use " + std::string(exprName(e)) + " as import target");
  }
  p_ = start;
  return fail();
}

std::nullptr_t Parser::invalidImportNames(size_t names_before) {
  if (diagnosing_ && names_before && at(Tok::Newline)) {
    return raise(tokenRange(p_ - 1), "trailing comma not allowed without surrounding parentheses");
  }
  return fail();
}

// with … as <what cannot be assigned to>; p_ was at `at` when the target failed.
bool Parser::invalidWithTarget(uint32_t at_token) {
  p_ = at_token;
  Expr* e = expression();
  if (raised_) return true;
  if (e && (at(Tok::Comma) || at(Tok::RParen) || at(Tok::Colon))) {
    if (Expr* bad = invalidTarget(e, TargetKind::Assign)) {
      raise(bad->range, "cannot assign to " + std::string(exprName(bad)));
      return true;
    }
  }
  return false;
}

// A with statement that only lacks its colon; p_ is after `with`.
bool Parser::invalidWith() {
  const uint32_t start = p_;
  for (bool parenthesised : {false, true}) {
    p_ = start;
    if (parenthesised && !accept(Tok::LParen)) break;
    bool ok = true;
    do {
      if (parenthesised && at(Tok::RParen)) break;
      ok = expression() != nullptr;
      if (ok && accept(Tok::KwAs)) ok = starTarget() != nullptr;
    } while (ok && accept(Tok::Comma));
    if (raised_) return true;
    if (ok && parenthesised) ok = accept(Tok::RParen);
    if (ok && at(Tok::Newline)) {
      raise(tokenRange(p_), "expected ':'");
      return true;
    }
  }
  return false;
}

// After `except` or `except*`.
bool Parser::invalidExcept(bool star) {
  const uint32_t start = p_;
  if (at(Tok::Newline) && !star) {
    raise(tokenRange(p_), "expected ':'");
    return true;
  }
  if (star && (at(Tok::Newline) || at(Tok::Colon))) {
    raise(tokenRange(p_), "expected one or more exception types");
    return true;
  }
  Expr* a = at(Tok::Colon) ? nullptr : expression();
  if (raised_) return true;
  if (a && accept(Tok::Comma)) {
    bool ok = true;
    uint32_t end = 0;
    do {
      if (end && (at(Tok::Colon) || at(Tok::KwAs))) break;
      Expr* e = expression();
      ok = e != nullptr;
      if (ok) end = e->range.end;
    } while (ok && accept(Tok::Comma));
    if (raised_) return true;
    if (ok && accept(Tok::KwAs) && accept(Tok::Name) && at(Tok::Colon)) {
      raise({a->range.begin, end},
            "multiple exception types must be parenthesized when using 'as'");
      return true;
    }
  }
  p_ = start;
  return false;
}

// ---- parameters

bool Parser::skipParam(bool lambda) {
  if (!at(Tok::Name)) return false;
  p_++;
  return lambda || !accept(Tok::Colon) || expression() != nullptr;
}

// One parameter with its comma (or before the closing token). `want`: 0 without a default, 1 with
// one, 2 either.
bool Parser::skipParameter(bool lambda, int want) {
  const uint32_t start = p_;
  bool ok = skipParam(lambda);
  if (ok && at(Tok::Equal)) {
    const uint32_t equal = p_++;
    ok = want != 0;
    if (ok) {
      if (at(Tok::Comma) || at(Tok::RParen)) {
        raise(tokenRange(equal), "expected default value expression");
        return false;
      }
      ok = expression() != nullptr;
    }
  } else if (want == 1) {
    ok = false;
  }
  if (ok) ok = accept(Tok::Comma) || at(lambda ? Tok::Colon : Tok::RParen);
  if (!ok && !raised_) p_ = start;
  return ok && !raised_;
}

// Parameters up to and with a slash, all without defaults or ending with some.
bool Parser::skipSlash(bool lambda, bool& with_default) {
  const uint32_t start = p_;
  bool any = false;
  while (skipParameter(lambda, 0)) any = true;
  with_default = false;
  while (skipParameter(lambda, 1)) any = with_default = true;
  if (any && !raised_ && at(Tok::Slash) &&
      (kindAt(1) == Tok::Comma || kindAt(1) == (lambda ? Tok::Colon : Tok::RParen))) {
    p_++;
    accept(Tok::Comma);
    return true;
  }
  if (!raised_) p_ = start;
  return false;
}

bool Parser::invalidParameters(bool lambda) {
  const uint32_t start = p_;
  const Tok close = lambda ? Tok::Colon : Tok::RParen;
  auto found = [&](uint32_t index, const char* message) {
    raise(tokenRange(index), message);
    return true;
  };
  bool with_default;

  // A parameter without a default after ones that have one.
  while (skipParameter(lambda, 0)) {
  }
  if (raised_) return true;
  uint32_t here = p_;
  bool helper = skipSlash(lambda, with_default) && with_default;
  if (raised_) return true;
  if (!helper) {
    p_ = here;
    while (skipParameter(lambda, 1)) helper = true;
    if (raised_) return true;
  }
  if (helper) {
    const uint32_t param = p_;
    if (skipParameter(lambda, 0)) {
      raise(tokenRange(param), "non-default argument follows default argument");
      return true;
    }
    if (raised_) return true;
  }
  p_ = here;
  if (at(Tok::LParen)) {
    const uint32_t open = p_++;
    bool any = false;
    // Inside the parentheses the closing one is ")" even in a lambda.
    for (;;) {
      if (!at(Tok::Name)) break;
      p_++;
      if (!lambda && accept(Tok::Colon) && !expression()) break;
      any = true;
      if (!accept(Tok::Comma)) break;
    }
    if (raised_) return true;
    if (any && at(Tok::RParen)) {
      raise({tokens_[open].begin, token().end},
            lambda ? "Lambda expression parameters cannot be parenthesized"
                   : "Function parameters cannot be parenthesized");
      return true;
    }
  }
  p_ = start;
  if (at(Tok::Slash) && kindAt(1) == Tok::Comma) {
    return found(p_, "at least one argument must precede /");
  }
  const bool slash = skipSlash(lambda, with_default);
  if (raised_) return true;
  const uint32_t after_slash = p_;
  if (slash) {
    while (skipParameter(lambda, 2)) {
    }
    if (raised_) return true;
    if (at(Tok::Slash)) return found(p_, "/ may appear only once");
  }
  p_ = after_slash;
  while (skipParameter(lambda, 2)) {
  }
  if (raised_) return true;
  if (accept(Tok::Star)) {
    if (accept(Tok::Comma) || skipParameter(lambda, 0)) {
      while (skipParameter(lambda, 2)) {
      }
      if (!raised_ && at(Tok::Slash)) return found(p_, "/ must be ahead of *");
    }
    if (raised_) return true;
  }
  p_ = start;
  bool any = false;
  while (skipParameter(lambda, 2)) any = true;
  if (raised_) return true;
  if (any && at(Tok::Slash) && kindAt(1) == Tok::Star) {
    return found(p_ + 1, "expected comma between / and *");
  }

  // star_etc, where the parameters before it are right.
  p_ = start;
  skipSlash(lambda, with_default);
  while (skipParameter(lambda, 0)) {
  }
  while (skipParameter(lambda, 1)) {
  }
  if (raised_) return true;
  if (at(Tok::Star)) {
    const uint32_t star = p_++;
    if (at(close) || (at(Tok::Comma) && (kindAt(1) == close || kindAt(1) == Tok::DoubleStar))) {
      return found(star, "named arguments must follow bare *");
    }
    here = p_;
    if (skipParam(lambda) && at(Tok::Equal)) {
      return found(p_, "var-positional argument cannot have default value");
    }
    if (raised_) return true;
    p_ = here;
    if (accept(Tok::Comma) || skipParameter(lambda, 0) ||
        (!lambda && at(Tok::Name) && skipStarAnnotated())) {
      while (skipParameter(lambda, 2)) {
      }
      if (raised_) return true;
      if (at(Tok::Star)) {
        const uint32_t second = p_++;
        if (accept(Tok::Comma) || skipParameter(lambda, 0)) {
          return found(second, "* argument may appear only once");
        }
        p_ = second;
      }
    }
    if (raised_) return true;
  }
  if (accept(Tok::DoubleStar)) {
    if (skipParam(lambda)) {
      if (at(Tok::Equal)) return found(p_, "var-keyword argument cannot have default value");
      if (accept(Tok::Comma) &&
          (at(Tok::Name) || at(Tok::Star) || at(Tok::DoubleStar) || at(Tok::Slash))) {
        return found(p_, "arguments cannot follow var-keyword argument");
      }
    }
    if (raised_) return true;
  }
  p_ = start;
  return false;
}

// NAME ':' star_expression with its comma, after `*` (PEP 646).
bool Parser::skipStarAnnotated() {
  const uint32_t start = p_;
  p_++;
  if (accept(Tok::Colon) && starExpression() && (accept(Tok::Comma) || at(Tok::RParen)))
    return true;
  if (!raised_) p_ = start;
  return false;
}

// ---- replacement fields

bool Parser::invalidField(uint32_t open_token, const char* what) {
  const uint32_t start = open_token + 1;
  const std::string prefix = std::string(what) + ": ";
  p_ = start;
  switch (kind()) {
    case Tok::Equal:
    case Tok::Exclamation:
    case Tok::Colon:
    case Tok::RBrace:
      raise(tokenRange(p_), prefix + "valid expression required before '" +
                                std::string(tokenSpelling(kind())) + "'");
      return true;
    case Tok::Error:
      fail();
      return true;
    case Tok::KwLambda:
      raise(tokenRange(p_), prefix + "lambda expressions are not allowed without parentheses");
      return true;
    default:
      break;
  }
  if (!diagnosing_) return false;
  Expr* e = rightHandSide();
  if (raised_) return true;
  if (!e) {
    if (tokens_[p_].kind != Tok::Error) {
      raise(tokenRange(start), prefix + "expecting a valid expression after '{'");
      return true;
    }
    p_ = start;
    return false;
  }
  if (at(Tok::Error)) {
    p_ = start;
    return false;
  }
  if (at(Tok::Equal)) {
    p_++;
    if (!at(Tok::Exclamation) && !at(Tok::Colon) && !at(Tok::RBrace)) {
      raise(tokenRange(p_), prefix + "expecting '!', or ':', or '}'");
      return true;
    }
  } else if (!at(Tok::Exclamation) && !at(Tok::Colon) && !at(Tok::RBrace)) {
    raise(tokenRange(p_), prefix + "expecting '=', or '!', or ':', or '}'");
    return true;
  }
  p_ = start;
  return false;
}

bool Parser::missingBrace(const char* what, bool in_spec) {
  fail();
  if (diagnosing_ && !at(Tok::Error)) {
    raise(tokenRange(p_),
          std::string(what) + (in_spec ? ": expecting '}', or format specs" : ": expecting '}'"));
  }
  return false;
}

}  // namespace krait
