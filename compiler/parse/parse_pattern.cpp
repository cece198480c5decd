// The match statement and its patterns.
#include "parse/parser.h"
#include "parse/parser_inl.h"

namespace krait {

using namespace ast;

// `match` is a keyword only if a subject, a colon and the end of the line follow.
bool Parser::looksLikeMatch() {
  switch (kindAt(1)) {
    case Tok::Newline:
    case Tok::Equal:
    case Tok::Dot:
    case Tok::Comma:
    case Tok::RParen:
    case Tok::Colon:
    case Tok::ColonEqual:
    case Tok::EndMarker:
      return false;
    default:
      break;
  }
  const uint32_t start = p_;
  const uint32_t furthest = furthest_;
  p_++;
  const bool was_raised = raised_;
  bool yes = matchSubject() != nullptr && at(Tok::Colon) && kindAt(1) == Tok::Newline;
  if (!was_raised) raised_ = false;
  p_ = start;
  furthest_ = furthest;
  return yes;
}

Expr* Parser::matchSubject() {
  const uint32_t start = begin();
  const bool starred = at(Tok::Star);
  Expr* first = starNamedExpression();
  if (!first) return nullptr;
  if (!at(Tok::Comma)) return starred ? fail() : first;
  Items<Expr> elts(*this);
  elts.add(first);
  while (accept(Tok::Comma)) {
    if (!startsExpression()) break;
    Expr* e = starNamedExpression();
    if (!e) return nullptr;
    elts.add(e);
  }
  return make<TupleExpr>(from(start), elts.take(), ExprContext::Load);
}

Stmt* Parser::matchStatement() {
  const uint32_t start = begin();
  p_++;
  Expr* subject = matchSubject();
  p_ += 2;  // the colon and the newline: looksLikeMatch saw them
  std::vector<MatchCase*> cases;
  if (!accept(Tok::Indent)) {
    furthest_ = p_;
    if (!at(Tok::Error)) {
      raise(placeOf(p_), "expected an indented block after 'match' statement on line " +
                             std::to_string(file_.lineColumn(start).line));
    }
    reportFailure();
    return nullptr;
  }
  while (!at(Tok::Dedent) && !at(Tok::EndMarker)) {
    const uint32_t case_start = begin();
    Pattern* p = nullptr;
    Expr* guard = nullptr;
    bool ok = header([&] {
      if (!atName(case_)) {
        fail();
        return false;
      }
      p_++;
      guard = nullptr;
      p = patterns();
      if (!p) return false;
      if (accept(Tok::KwIf) && !(guard = namedExpression())) return false;
      return colon();
    });
    if (!ok) {
      if (begin() == case_start && !at(Tok::Dedent) && !at(Tok::EndMarker)) p_++;
      continue;
    }
    List<Stmt*> body = block("'case' statement", case_start);
    cases.push_back(arena_.make<MatchCase>(p, guard, body));
  }
  accept(Tok::Dedent);
  return make<Match>(Range{start, lastEnd()}, subject, arena_.list(cases));
}

// A case's pattern: one, or a sequence without brackets.
Pattern* Parser::patterns() {
  const uint32_t start = begin();
  const bool starred = at(Tok::Star);
  Pattern* first = maybeStarPattern();
  if (!first) return nullptr;
  if (!at(Tok::Comma)) return starred ? fail() : first;
  Items<Pattern> items(*this);
  items.add(first);
  while (accept(Tok::Comma)) {
    if (at(Tok::Colon) || at(Tok::KwIf)) break;
    Pattern* p = maybeStarPattern();
    if (!p) return nullptr;
    items.add(p);
  }
  return make<MatchSequence>(from(start), items.take());
}

Pattern* Parser::maybeStarPattern() { return at(Tok::Star) ? starPattern() : pattern(); }

Pattern* Parser::starPattern() {
  const uint32_t start = begin();
  p_++;
  if (!at(Tok::Name)) return fail();
  Ident name;
  if (!atName(underscore_)) name = {Name(token().value), tokenRange(p_)};
  p_++;
  return make<MatchStar>(from(start), name);
}

Pattern* Parser::pattern() {
  const uint32_t start = begin();
  if (++depth_ > 400) {  // brackets stop at 200
    depth_--;
    fail();
    return nullptr;
  }
  Pattern* p = orPattern();
  depth_--;
  if (!p || !at(Tok::KwAs)) return p;
  p_++;
  if (!at(Tok::Name) || atName(underscore_)) {
    if (diagnosing_) {
      if (atName(underscore_)) {
        return raise(tokenRange(p_), "cannot use '_' as a target");
      }
      if (Expr* e = expression()) {
        return raise(e->range, "invalid pattern target");
      }
      return nullptr;
    }
    return fail();
  }
  if (kindAt(1) == Tok::Dot || kindAt(1) == Tok::LParen || kindAt(1) == Tok::Equal) {
    p_++;
    return fail();
  }
  Ident name{Name(token().value), tokenRange(p_)};
  p_++;
  return make<MatchAs>(from(start), p, name);
}

Pattern* Parser::orPattern() {
  const uint32_t start = begin();
  Pattern* first = closedPattern();
  if (!first || !at(Tok::VBar)) return first;
  Items<Pattern> items(*this);
  items.add(first);
  while (accept(Tok::VBar)) {
    Pattern* p = closedPattern();
    if (!p) return nullptr;
    items.add(p);
  }
  return make<MatchOr>(from(start), items.take());
}

Pattern* Parser::closedPattern() {
  const uint32_t start = begin();
  auto singleton = [&](ConstantKind k) -> Pattern* {
    p_++;
    return make<MatchSingleton>(from(start), k);
  };
  switch (kind()) {
    case Tok::KwNone:
      return singleton(ConstantKind::None);
    case Tok::KwTrue:
      return singleton(ConstantKind::True);
    case Tok::KwFalse:
      return singleton(ConstantKind::False);
    case Tok::Number:
    case Tok::Minus: {
      Expr* value = patternNumber();
      if (!value) return nullptr;
      return make<MatchValue>(from(start), value);
    }
    case Tok::String:
    case Tok::FStringStart: {
      Expr* value = strings();
      if (!value) return nullptr;
      return make<MatchValue>(from(start), value);
    }
    case Tok::LSquare:
      return sequencePattern(Tok::RSquare);
    case Tok::LParen:
      return sequencePattern(Tok::RParen);
    case Tok::LBrace:
      return mappingPattern();
    case Tok::Name: {
      const Tok next = kindAt(1);
      if (next != Tok::Dot && next != Tok::LParen) {
        if (next == Tok::Equal) {
          p_++;
          return fail();
        }
        Ident name;
        if (!atName(underscore_)) name = {Name(token().value), tokenRange(p_)};
        p_++;
        return make<MatchAs>(from(start), static_cast<Pattern*>(nullptr), name);
      }
      Expr* value = patternDotted();
      if (!value) return nullptr;
      if (at(Tok::LParen)) return classPattern(start, value);
      if (at(Tok::Equal)) return fail();
      return make<MatchValue>(from(start), value);
    }
    default:
      return fail();
  }
}

// A number with an optional minus, and an imaginary one added to it if it follows.
Expr* Parser::patternNumber() {
  const uint32_t start = begin();
  const bool negative = accept(Tok::Minus);
  if (!at(Tok::Number)) return fail();
  Expr* value = numberAtom();
  if (!value) return nullptr;
  if (negative) value = make<UnaryOp>(from(start), UnaryOperator::USub, value);
  if (!at(Tok::Plus) && !at(Tok::Minus)) return value;
  const bool real = !((tokens_[p_ - 1].flags & kImaginaryNumber));
  const Range real_range = value->range;
  const BinaryOperator op = at(Tok::Plus) ? BinaryOperator::Add : BinaryOperator::Sub;
  const Range op_range = tokenRange(p_);
  p_++;
  if (!at(Tok::Number)) return fail();
  if (!real) return raise(real_range, "real number required in complex literal");
  const bool imaginary = token().flags & kImaginaryNumber;
  Expr* right = numberAtom();
  if (!right) return nullptr;
  if (!imaginary) return raise(right->range, "imaginary number required in complex literal");
  return make<BinOp>(from(start), value, op, op_range, right);
}

Expr* Parser::patternDotted() {
  const uint32_t start = begin();
  Expr* e = nameExpr(ExprContext::Load);
  while (accept(Tok::Dot)) {
    if (!at(Tok::Name)) return fail();
    Ident attr{Name(token().value), tokenRange(p_)};
    p_++;
    e = make<Attribute>(from(start), e, attr, ExprContext::Load);
  }
  return e;
}

// [patterns], (patterns), or a group.
Pattern* Parser::sequencePattern(Tok close) {
  const uint32_t start = begin();
  p_++;
  Items<Pattern> items(*this);
  bool comma = false;
  while (!at(close)) {
    Pattern* p = maybeStarPattern();
    if (!p) return nullptr;
    items.add(p);
    if (!accept(Tok::Comma)) break;
    comma = true;
  }
  if (!expect(close)) return nullptr;
  if (close == Tok::RParen && items.size() == 1 && !comma) {
    if (is<MatchStar>(items[0])) {
      p_--;
      return fail();
    }
    return items[0];
  }
  return make<MatchSequence>(from(start), items.take());
}

Pattern* Parser::mappingPattern() {
  const uint32_t start = begin();
  p_++;
  std::vector<Expr*> keys;
  Items<Pattern> values(*this);
  Ident rest;
  while (!at(Tok::RBrace)) {
    if (accept(Tok::DoubleStar)) {
      if (!at(Tok::Name) || atName(underscore_)) return fail();
      rest = {Name(token().value), tokenRange(p_)};
      p_++;
      if (at(Tok::Dot) || at(Tok::LParen) || at(Tok::Equal)) return fail();
      accept(Tok::Comma);
      break;
    }
    Expr* key = nullptr;
    switch (kind()) {
      case Tok::Number:
      case Tok::Minus:
        key = patternNumber();
        break;
      case Tok::String:
      case Tok::FStringStart:
        key = strings();
        break;
      case Tok::KwNone:
      case Tok::KwTrue:
      case Tok::KwFalse:
        key = atom();
        break;
      case Tok::Name:
        if (kindAt(1) != Tok::Dot) {
          p_++;
          return fail();
        }
        key = patternDotted();
        break;
      default:
        return fail();
    }
    if (!key || !expect(Tok::Colon)) return nullptr;
    Pattern* value = pattern();
    if (!value) return nullptr;
    keys.push_back(key);
    values.add(value);
    if (!accept(Tok::Comma)) break;
  }
  if (!expect(Tok::RBrace)) return nullptr;
  return make<MatchMapping>(from(start), arena_.list(keys), values.take(), rest);
}

Pattern* Parser::classPattern(uint32_t start, Expr* cls) {
  p_++;
  Items<Pattern> positional(*this);
  Idents names;
  std::vector<Pattern*> keyword;
  while (!at(Tok::RParen)) {
    if (at(Tok::Name) && kindAt(1) == Tok::Equal) {
      names.push_back({Name(token().value), tokenRange(p_)});
      p_ += 2;
      Pattern* p = pattern();
      if (!p) return nullptr;
      keyword.push_back(p);
    } else {
      const uint32_t token_index = p_;
      Pattern* p = pattern();
      if (!p) return nullptr;
      if (!keyword.empty()) {
        if (!diagnosing_) {
          p_ = token_index;
          return fail();
        }
        Range late = p->range;
        while (at(Tok::Comma) && !(kindAt(1) == Tok::Name && kindAt(2) == Tok::Equal)) {
          p_++;
          if (!(p = pattern())) break;
          late.end = p->range.end;
        }
        return raise(late, "positional patterns follow keyword patterns");
      }
      positional.add(p);
    }
    if (!accept(Tok::Comma)) break;
  }
  if (!expect(Tok::RParen)) return nullptr;
  return make<MatchClass>(from(start), cls, positional.take(), arena_.list(names),
                          arena_.list(keyword));
}

}  // namespace krait
