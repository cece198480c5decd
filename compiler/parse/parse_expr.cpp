// Expressions, in the order of Python's grammar.
#include <charconv>

#include "parse/parser.h"

namespace krait {

using namespace ast;

namespace {

// The parser's own recursion, for what nests without brackets (brackets stop at 200). CPython's
// parser and compiler give up at about the same depth; the checker counts exactly.
constexpr int kMaxDepth = 2995;

struct BinaryInfo {
  uint8_t precedence = 0;  // 0: not a binary operator
  BinaryOperator op = BinaryOperator::Add;
};

constexpr BinaryInfo binaryInfo(Tok k) {
  switch (k) {
    case Tok::VBar:
      return {1, BinaryOperator::BitOr};
    case Tok::Circumflex:
      return {2, BinaryOperator::BitXor};
    case Tok::Amper:
      return {3, BinaryOperator::BitAnd};
    case Tok::LeftShift:
      return {4, BinaryOperator::LShift};
    case Tok::RightShift:
      return {4, BinaryOperator::RShift};
    case Tok::Plus:
      return {5, BinaryOperator::Add};
    case Tok::Minus:
      return {5, BinaryOperator::Sub};
    case Tok::Star:
      return {6, BinaryOperator::Mult};
    case Tok::Slash:
      return {6, BinaryOperator::Div};
    case Tok::DoubleSlash:
      return {6, BinaryOperator::FloorDiv};
    case Tok::Percent:
      return {6, BinaryOperator::Mod};
    case Tok::At:
      return {6, BinaryOperator::MatMult};
    default:
      return {};
  }
}

struct BinaryTable {
  BinaryInfo rows[256];
  constexpr BinaryTable() : rows() {
    for (int i = 0; i < 256; i++) rows[i] = binaryInfo(static_cast<Tok>(i));
  }
};
constexpr BinaryTable kBinary;

}  // namespace

Expr* Parser::tooDeep() {
  raise(tokenRange(p_), "too many nested expressions");
  return nullptr;
}

// star_expressions: what a right-hand side, a return or an expression statement holds.
Expr* Parser::starExpressions() {
  const uint32_t start = begin();
  Expr* first = starExpression();
  if (!first || !at(Tok::Comma)) return first;
  Items<Expr> elts(*this);
  elts.add(first);
  while (accept(Tok::Comma)) {
    if (!startsExpression()) break;
    const uint32_t before = p_;
    Expr* e = starExpression();
    if (!e) {
      if (!backUp(before)) return nullptr;
      break;
    }
    elts.add(e);
  }
  return make<TupleExpr>(from(start), elts.take(), ExprContext::Load);
}

Expr* Parser::starExpression() {
  if (!at(Tok::Star)) return expression();
  const uint32_t start = begin();
  p_++;
  Expr* value = binary(1);
  if (!value) return nullptr;
  return make<Starred>(from(start), value, ExprContext::Load);
}

Expr* Parser::starNamedExpression() { return at(Tok::Star) ? starExpression() : namedExpression(); }

Expr* Parser::namedExpression() {
  if (remembering_) [[unlikely]]
    return remember(Rule::Named, &Parser::namedExpressionInner);
  return namedExpressionInner();
}

Expr* Parser::namedExpressionInner() {
  if (at(Tok::Name) && kindAt(1) == Tok::ColonEqual) {
    const uint32_t start = begin();
    Expr* target = nameExpr(ExprContext::Store);
    p_++;
    Expr* value = expression();
    if (!value) return nullptr;
    return make<NamedExpr>(from(start), target, value);
  }
  if (diagnosing_) [[unlikely]] {
    if (invalidNamedExpression()) return nullptr;
  }
  Expr* e = expression();
  if (!e) return nullptr;
  if (at(Tok::ColonEqual)) return fail();
  return e;
}

Expr* Parser::expression() {
  if (remembering_) [[unlikely]]
    return remember(Rule::Expression, &Parser::expressionInner);
  return expressionInner();
}

Expr* Parser::expressionInner() {
  if (++depth_ > kMaxDepth) {
    depth_--;
    return tooDeep();
  }
  Expr* result = nullptr;
  if (diagnosing_ && invalidExpression()) {
    // raised
  } else if (at(Tok::KwLambda)) {
    result = lambda();
  } else {
    const uint32_t start = begin();
    result = disjunction();
    if (result && at(Tok::KwIf)) {
      const uint32_t before = p_++;
      Expr* test = disjunction();
      Expr* orelse = test && expect(Tok::KwElse) ? expression() : nullptr;
      if (orelse) {
        result = make<IfExp>(from(start), test, result, orelse);
      } else if (!backUp(before)) {
        result = nullptr;
      }
    }
  }
  depth_--;
  return result;
}

Expr* Parser::disjunction() {
  if (remembering_) [[unlikely]]
    return remember(Rule::Disjunction, &Parser::disjunctionInner);
  return disjunctionInner();
}

Expr* Parser::disjunctionInner() {
  const uint32_t start = begin();
  Expr* first = conjunction();
  if (!first || !at(Tok::KwOr)) return first;
  Items<Expr> values(*this);
  values.add(first);
  while (at(Tok::KwOr)) {
    const uint32_t before = p_++;
    Expr* e = conjunction();
    if (!e) {
      if (!backUp(before)) return nullptr;
      break;
    }
    values.add(e);
  }
  if (values.size() == 1) return first;
  return make<BoolOp>(from(start), BoolOperator::Or, values.take());
}

Expr* Parser::conjunction() {
  const uint32_t start = begin();
  Expr* first = inversion();
  if (!first || !at(Tok::KwAnd)) return first;
  Items<Expr> values(*this);
  values.add(first);
  while (at(Tok::KwAnd)) {
    const uint32_t before = p_++;
    Expr* e = inversion();
    if (!e) {
      if (!backUp(before)) return nullptr;
      break;
    }
    values.add(e);
  }
  if (values.size() == 1) return first;
  return make<BoolOp>(from(start), BoolOperator::And, values.take());
}

Expr* Parser::inversion() {
  if (!at(Tok::KwNot)) return comparison();
  const uint32_t start = begin();
  p_++;
  if (++depth_ > kMaxDepth) {
    depth_--;
    return tooDeep();
  }
  Expr* operand = inversion();
  depth_--;
  if (!operand) return nullptr;
  return make<UnaryOp>(from(start), UnaryOperator::Not, operand);
}

Expr* Parser::comparison() {
  const uint32_t start = begin();
  Expr* left = binary(1);
  if (!left) return nullptr;
  std::vector<CompareOperator> more_ops;
  CompareOperator first_op{};
  Items<Expr> comparators(*this);
  auto finish = [&]() -> Expr* {
    if (!comparators.size()) return left;
    List<CompareOperator> ops;
    if (comparators.size() == 1) {
      ops = {arena_.make<CompareOperator>(first_op), 1};
    } else {
      more_ops.insert(more_ops.begin(), first_op);
      ops = arena_.list(more_ops);
    }
    return make<Compare>(from(start), left, ops, comparators.take());
  };
  for (;;) {
    CompareOperator op;
    uint32_t length = 1;
    switch (kind()) {
      case Tok::EqEqual:
        op = CompareOperator::Eq;
        break;
      case Tok::NotEqual:
        op = CompareOperator::NotEq;
        break;
      case Tok::Less:
        op = CompareOperator::Lt;
        break;
      case Tok::LessEqual:
        op = CompareOperator::LtE;
        break;
      case Tok::Greater:
        op = CompareOperator::Gt;
        break;
      case Tok::GreaterEqual:
        op = CompareOperator::GtE;
        break;
      case Tok::KwIn:
        op = CompareOperator::In;
        break;
      case Tok::KwIs:
        op = CompareOperator::Is;
        if (kindAt(1) == Tok::KwNot) {
          op = CompareOperator::IsNot;
          length = 2;
        }
        break;
      case Tok::KwNot:
        if (kindAt(1) == Tok::KwIn) {
          op = CompareOperator::NotIn;
          length = 2;
          break;
        }
        [[fallthrough]];
      default:
        return finish();
    }
    const uint32_t before = p_;
    p_ += length;
    Expr* right = binary(1);
    if (!right) return backUp(before) ? finish() : nullptr;
    if (comparators.size()) {
      more_ops.push_back(op);
    } else {
      first_op = op;
    }
    comparators.add(right);
  }
}

// Precedence climbing over | ^ & << >> + - * / // % @, all left-associative.
Expr* Parser::binary(int min_precedence) {
  if (remembering_ && min_precedence == 1) [[unlikely]] {
    return remember(Rule::BitOr, &Parser::bitOr);
  }
  return binaryInner(min_precedence);
}

Expr* Parser::bitOr() { return binaryInner(1); }

Expr* Parser::binaryInner(int min_precedence) {
  const uint32_t start = begin();
  Expr* left = factor();
  if (!left) return nullptr;
  for (;;) {
    const BinaryInfo info = kBinary.rows[static_cast<uint8_t>(kind())];
    if (info.precedence < min_precedence || !info.precedence) return left;
    const Range op_range = tokenRange(p_);
    const uint32_t before = p_++;
    Expr* right = binary(info.precedence + 1);
    if (!right) return backUp(before) ? left : nullptr;
    left = make<BinOp>(from(start), left, info.op, op_range, right);
  }
}

Expr* Parser::factor() {
  UnaryOperator op;
  switch (kind()) {
    case Tok::Minus:
      op = UnaryOperator::USub;
      break;
    case Tok::Plus:
      op = UnaryOperator::UAdd;
      break;
    case Tok::Tilde:
      op = UnaryOperator::Invert;
      break;
    default:
      return power();
  }
  const uint32_t start = begin();
  p_++;
  if (++depth_ > kMaxDepth) {
    depth_--;
    return tooDeep();
  }
  Expr* operand = factor();
  depth_--;
  if (!operand) return nullptr;
  return make<UnaryOp>(from(start), op, operand);
}

Expr* Parser::power() {
  const uint32_t start = begin();
  Expr* left;
  if (accept(Tok::KwAwait)) {
    Expr* value = primary();
    if (!value) return nullptr;
    left = make<Await>(from(start), value);
  } else {
    left = primary();
    if (!left) return nullptr;
  }
  if (!at(Tok::DoubleStar)) return left;
  const Range op_range = tokenRange(p_);
  const uint32_t before = p_++;
  if (++depth_ > kMaxDepth) {
    depth_--;
    return tooDeep();
  }
  Expr* right = factor();
  depth_--;
  if (!right) return backUp(before) ? left : nullptr;
  return make<BinOp>(from(start), left, BinaryOperator::Pow, op_range, right);
}

Expr* Parser::primary() {
  const uint32_t start = begin();
  Expr* e = atom();
  if (!e) return nullptr;
  return postfix(start, e);
}

// .name, [slices] and (arguments) after an atom.
Expr* Parser::postfix(uint32_t start, Expr* e) {
  for (;;) {
    const uint32_t before = p_;
    Expr* const inner = e;
    if (prefixes_ && at(Tok::Error)) [[unlikely]]
      raiseLexical();
    switch (kind()) {
      case Tok::Dot: {
        p_++;
        if (!at(Tok::Name)) {
          fail();
          return backUp(before) ? inner : nullptr;
        }
        Ident attr{Name(token().value), tokenRange(p_)};
        p_++;
        e = make<Attribute>(from(start), e, attr, ExprContext::Load);
        break;
      }
      case Tok::LParen:
        e = callRest(start, e);
        if (!e) return backUp(before) ? inner : nullptr;
        break;
      case Tok::LSquare: {
        p_++;
        Expr* index = slices();
        if (!index || !expect(Tok::RSquare)) return backUp(before) ? inner : nullptr;
        e = make<Subscript>(from(start), e, index, ExprContext::Load);
        break;
      }
      default:
        return raised_ ? nullptr : e;
    }
  }
}

Expr* Parser::nameExpr(ExprContext ctx) {
  Expr* e = make<NameExpr>(tokenRange(p_), Name(token().value), ctx);
  p_++;
  return e;
}

Expr* Parser::atom() {
  auto constant = [&](ConstantKind k) -> Expr* {
    Expr* e = make<Constant>(tokenRange(p_), k, false, 0.0, std::string_view());
    p_++;
    return e;
  };
  switch (kind()) {
    case Tok::Name:
      return nameExpr(ExprContext::Load);
    case Tok::Number:
      return numberAtom();
    case Tok::String:
    case Tok::FStringStart:
      return strings();
    case Tok::LParen:
      return parenthesised();
    case Tok::LSquare:
      return listDisplay();
    case Tok::LBrace:
      return braceDisplay();
    case Tok::KwNone:
      return constant(ConstantKind::None);
    case Tok::KwTrue:
      return constant(ConstantKind::True);
    case Tok::KwFalse:
      return constant(ConstantKind::False);
    case Tok::Ellipsis:
      return constant(ConstantKind::Ellipsis);
    default:
      return fail();
  }
}

std::string_view Parser::withoutUnderscores(std::string_view text) {
  std::string plain;
  for (char c : text) {
    if (c != '_') plain.push_back(c);
  }
  return arena_.copy(plain);
}

Expr* Parser::numberAtom() {
  const Token& t = token();
  std::string_view text(file_.text.data() + t.begin, t.end - t.begin);
  if (t.flags & kHasUnderscore) text = withoutUnderscores(text);
  double number = 0;
  ConstantKind k = ConstantKind::Int;
  if (t.flags & (kFloatNumber | kImaginaryNumber)) {
    const bool imaginary = t.flags & kImaginaryNumber;
    k = imaginary ? ConstantKind::Complex : ConstantKind::Float;
    std::string_view digits = imaginary ? text.substr(0, text.size() - 1) : text;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error == std::errc::result_out_of_range) {
      // from_chars leaves the value alone: find out whether it overflowed or vanished.
      number = outOfRange(digits);
    }
  } else if (text.size() > kMaxIntDigits && (text[0] != '0' || (text[1] | 32) < 'a')) {
    return raise(tokenRange(p_),
                 "Exceeds the limit (4300 digits) for integer string conversion: value has " +
                     std::to_string(text.size()) +
                     " digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
                     "hexadecimal for huge integer literals to avoid decimal conversion limits.");
  }
  Expr* e = make<Constant>(tokenRange(p_), k, false, number, text);
  p_++;
  return e;
}

Expr* Parser::lambda() {
  const uint32_t start = begin();
  p_++;
  Arguments* args = parameters(true);
  if (!args || !force(Tok::Colon, ":")) return nullptr;
  Expr* body = expression();
  if (!body) return nullptr;
  return make<Lambda>(from(start), args, body);
}

Expr* Parser::yieldExpression() {
  const uint32_t start = begin();
  p_++;
  if (accept(Tok::KwFrom)) {
    Expr* value = expression();
    if (!value) return nullptr;
    return make<YieldFrom>(from(start), value);
  }
  Expr* value = nullptr;
  if (startsExpression()) {
    const uint32_t before = p_;
    value = starExpressions();
    if (!value && !backUp(before)) return nullptr;
  }
  return make<Yield>(from(start), value);
}

Expr* Parser::slices() {
  const uint32_t start = begin();
  const bool starred = at(Tok::Star);
  Expr* first = slice();
  if (!first) return nullptr;
  if (!at(Tok::Comma) && !starred) return first;
  Items<Expr> elts(*this);
  elts.add(first);
  while (accept(Tok::Comma)) {
    if (at(Tok::RSquare)) break;
    Expr* e = slice();
    if (!e) return nullptr;
    elts.add(e);
  }
  return make<TupleExpr>(from(start), elts.take(), ExprContext::Load);
}

Expr* Parser::slice() {
  const uint32_t start = begin();
  if (accept(Tok::Star)) {
    Expr* value = expression();
    if (!value) return nullptr;
    return make<Starred>(from(start), value, ExprContext::Load);
  }
  Expr* lower = nullptr;
  if (diagnosing_ && !at(Tok::Colon)) {
    // A bound is a plain expression; only what no colon follows may be assigned with :=.
    const uint32_t first = p_;
    lower = expression();
    if (raised_) return nullptr;
    if (!lower || !at(Tok::Colon)) {
      p_ = first;
      return namedExpression();
    }
  } else if (!at(Tok::Colon)) {
    lower = namedExpression();
    if (!lower) return nullptr;
    if (!at(Tok::Colon)) return lower;
    // The bounds of a slice are plain expressions.
    if (is<NamedExpr>(lower) && lower->range.begin == start) return fail();
  }
  p_++;
  auto bound_follows = [&] { return !at(Tok::Colon) && !at(Tok::Comma) && !at(Tok::RSquare); };
  Expr* upper = nullptr;
  Expr* step = nullptr;
  if (bound_follows() && !(upper = expression())) return nullptr;
  if (accept(Tok::Colon) && bound_follows() && !(step = expression())) return nullptr;
  return make<Slice>(from(start), lower, upper, step);
}

Expr* Parser::callRest(uint32_t start, Expr* func) {
  if (diagnosing_) [[unlikely]]
    return diagnoseCall(start, func);
  p_++;
  std::vector<Keyword*> keywords;
  Items<Expr> args(*this);
  if (!at(Tok::RParen)) {
    if (!callArguments(args, keywords, true)) return nullptr;
  }
  if (!expect(Tok::RParen)) return nullptr;
  return make<Call>(from(start), func, args.take(), arena_.list(keywords));
}

// The arguments of a call or the bases of a class, up to but without the closing parenthesis.
bool Parser::callArguments(Items<Expr>& args, std::vector<Keyword*>& keywords, bool generator) {
  bool seen_keyword = false;
  bool seen_double_star = false;
  const uint32_t open = tokens_[p_ - 1].begin;
  while (!at(Tok::RParen)) {
    const uint32_t start = begin();
    if (accept(Tok::DoubleStar)) {
      Expr* value = expression();
      if (!value) return false;
      keywords.push_back(make<Keyword>(from(start), Ident{}, value));
      seen_double_star = true;
    } else if (at(Tok::Name) && kindAt(1) == Tok::Equal) {
      Ident name{Name(token().value), tokenRange(p_)};
      p_ += 2;
      Expr* value = expression();
      if (!value) return false;
      keywords.push_back(make<Keyword>(from(start), name, value));
      seen_keyword = true;
    } else if (at(Tok::Star)) {
      if (seen_double_star) {
        fail();
        return false;
      }
      p_++;
      Expr* value = expression();
      if (!value) return false;
      args.add(make<Starred>(from(start), value, ExprContext::Load));
    } else {
      Expr* value = namedExpression();
      if (!value) return false;
      if (atComprehension()) {
        // A generator expression alone needs no parentheses of its own.
        if (args.size() || !keywords.empty() || !generator) {
          fail();
          return false;
        }
        List<Comprehension*> generators;
        if (!comprehensions(generators)) return false;
        if (!at(Tok::RParen)) {
          fail();
          return false;
        }
        args.add(make<GeneratorExp>(Range{open, token().end}, value, generators));
        return true;
      }
      if (seen_keyword || seen_double_star || at(Tok::Equal)) {
        fail();
        return false;
      }
      args.add(value);
    }
    if (!accept(Tok::Comma)) break;
  }
  return true;
}

// for_if_clauses and star_expressions end before anything that cannot begin an expression.
bool Parser::startsExpression() const {
  switch (kind()) {
    case Tok::Name:
    case Tok::Number:
    case Tok::String:
    case Tok::FStringStart:
    case Tok::LParen:
    case Tok::LSquare:
    case Tok::LBrace:
    case Tok::Minus:
    case Tok::Plus:
    case Tok::Tilde:
    case Tok::Star:
    case Tok::Ellipsis:
    case Tok::KwNone:
    case Tok::KwTrue:
    case Tok::KwFalse:
    case Tok::KwNot:
    case Tok::KwLambda:
    case Tok::KwAwait:
      return true;
    default:
      return false;
  }
}

}  // namespace krait
