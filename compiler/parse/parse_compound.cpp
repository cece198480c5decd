// Compound statements.
#include "parse/parser.h"
#include "parse/parser_inl.h"

namespace krait {

using namespace ast;

// The body after a header's colon. `what` names the statement for the error of a missing one.
List<Stmt*> Parser::block(const char* what, uint32_t header_offset) {
  Items<Stmt> body(*this);
  if (!at(Tok::Newline)) {
    simpleStatements(body);
    return body.take();
  }
  p_++;
  if (accept(Tok::Indent)) {
    statements(body);
    return body.take();
  }
  furthest_ = p_;
  if (!at(Tok::Error)) {
    uint32_t line = file_.lineColumn(header_offset).line;
    raise(placeOf(p_), std::string("expected an indented block after ") + what + " on line " +
                           std::to_string(line));
  }
  reportFailure();
  return {};
}

Range Parser::placeOf(uint32_t i) const {
  while (tokens_[i].kind == Tok::Dedent) i++;
  if (tokens_[i].kind != Tok::EndMarker) return tokenRange(i);
  while (i > 0 && (tokens_[i].kind == Tok::EndMarker || tokens_[i].kind == Tok::Dedent)) i--;
  return {tokens_[i].begin, tokens_[i].begin};
}

// ':' where CPython has its own message only if the line ends there.
bool Parser::colon() {
  if (accept(Tok::Colon)) return true;
  if (diagnosing_ && at(Tok::Newline)) {
    raise(tokenRange(p_), "expected ':'");
    return false;
  }
  fail();
  return false;
}

Stmt* Parser::ifStatement() {
  struct Part {
    uint32_t begin;
    Expr* test;
    List<Stmt*> body;
  };
  std::vector<Part> parts;
  const char* what = "'if' statement";
  do {
    Part part{begin(), nullptr, {}};
    bool ok = header([&] {
      p_++;
      part.test = namedExpression();
      return part.test && colon();
    });
    if (ok) part.body = block(what, part.begin);
    parts.push_back(part);
    what = "'elif' statement";
  } while (at(Tok::KwElif));
  const bool has_else = at(Tok::KwElse);
  List<Stmt*> orelse = elseBlock();
  if (has_else && at(Tok::KwElif)) {
    furthest_ = p_;
    raise(tokenRange(p_), "'elif' block follows an 'else' block");
    reportFailure();
    recover(p_);
  }
  const uint32_t end = lastEnd();
  for (size_t i = parts.size(); i-- > 0;) {
    Stmt* s = make<If>(Range{parts[i].begin, end}, parts[i].test, parts[i].body, orelse);
    orelse = {arena_.make<Stmt*>(s), 1};
  }
  return orelse[0];
}

List<Stmt*> Parser::elseBlock() {
  if (!at(Tok::KwElse)) return {};
  const uint32_t start = begin();
  bool ok = header([&] {
    p_++;
    return force(Tok::Colon, ":");
  });
  return ok ? block("'else' statement", start) : List<Stmt*>{};
}

Stmt* Parser::whileStatement() {
  const uint32_t start = begin();
  Expr* test = nullptr;
  bool ok = header([&] {
    p_++;
    test = namedExpression();
    return test && colon();
  });
  List<Stmt*> body;
  if (ok) body = block("'while' statement", start);
  List<Stmt*> orelse = elseBlock();
  return make<While>(Range{start, lastEnd()}, test, body, orelse);
}

Stmt* Parser::forStatement(uint32_t start, bool is_async) {
  Expr* target = nullptr;
  Expr* iter = nullptr;
  const uint32_t keyword = begin();
  bool ok = header([&] {
    if (diagnosing_ && invalidForTarget()) return false;
    p_++;
    target = starTargets();
    if (!target || !expect(Tok::KwIn)) return false;
    iter = starExpressions();
    return iter && colon();
  });
  List<Stmt*> body;
  if (ok) body = block("'for' statement", keyword);
  List<Stmt*> orelse = elseBlock();
  return make<For>(Range{start, lastEnd()}, target, iter, body, orelse, is_async);
}

WithItem* Parser::withItem() {
  Expr* context = expression();
  if (!context) return nullptr;
  Expr* vars = nullptr;
  if (at(Tok::KwAs)) {
    p_++;
    const uint32_t before = p_;
    vars = starTarget();
    if (vars && !at(Tok::Comma) && !at(Tok::RParen) && !at(Tok::Colon)) {
      fail();
      vars = nullptr;
    }
    if (!vars) {
      if (diagnosing_ && !raised_) invalidWithTarget(before);
      return nullptr;
    }
  }
  return arena_.make<WithItem>(context, vars);
}

bool Parser::withItems(std::vector<WithItem*>& items, bool parenthesised) {
  do {
    if (parenthesised && !items.empty() && at(Tok::RParen)) break;
    WithItem* item = withItem();
    if (!item) return false;
    items.push_back(item);
  } while (accept(Tok::Comma));
  return !parenthesised || expect(Tok::RParen);
}

Stmt* Parser::withStatement(uint32_t start, bool is_async) {
  std::vector<WithItem*> items;
  const uint32_t keyword = begin();
  bool ok = header([&] {
    const uint32_t after = ++p_;
    items.clear();
    if (accept(Tok::LParen)) {
      if (withItems(items, true)) {
        if (accept(Tok::Colon)) return true;
        if (diagnosing_ && at(Tok::Newline)) {
          raise(tokenRange(p_), "expected ':'");
          return false;
        }
        fail();
      }
      if (raised_) return false;
      items.clear();
      p_ = after;
    }
    if (withItems(items, false) && colon()) return true;
    if (diagnosing_ && !raised_) {
      p_ = after;
      invalidWith();
    }
    return false;
  });
  List<Stmt*> body;
  if (ok) body = block("'with' statement", keyword);
  return make<With>(Range{start, lastEnd()}, arena_.list(items), body, is_async);
}

Stmt* Parser::tryStatement() {
  const uint32_t start = begin();
  const size_t errors_before = errors_.size();
  bool ok = header([&] {
    p_++;
    return force(Tok::Colon, ":");
  });
  List<Stmt*> body, orelse, finalbody;
  if (ok) body = block("'try' statement", start);
  std::vector<ExceptHandler*> handlers;
  bool star = false, plain = false;
  while (at(Tok::KwExcept)) {
    const uint32_t except = begin();
    Expr* type = nullptr;
    Ident name;
    bool this_star = false;
    ok = header([&] {
      p_++;
      this_star = accept(Tok::Star);
      type = nullptr;
      name = {};
      if (diagnosing_ && invalidExcept(this_star)) return false;
      if (!this_star && accept(Tok::Colon)) return true;
      const uint32_t type_start = begin();
      type = expression();
      if (!type) return false;
      if (at(Tok::Comma)) {
        // PEP 758: several types without parentheses, if no name is bound.
        Items<Expr> elts(*this);
        elts.add(type);
        while (accept(Tok::Comma)) {
          if (at(Tok::Colon)) break;
          Expr* e = expression();
          if (!e) return false;
          elts.add(e);
        }
        type = make<TupleExpr>(from(type_start), elts.take(), ExprContext::Load);
        return colon();
      }
      if (accept(Tok::KwAs)) {
        if (!at(Tok::Name)) {
          fail();
          return false;
        }
        name = {Name(token().value), tokenRange(p_)};
        p_++;
      }
      return colon();
    });
    if (ok && ((this_star && plain) || (!this_star && star))) {
      furthest_ = p_;
      raise({except, except + 6}, "cannot have both 'except' and 'except*' on the same 'try'");
      reportFailure();
    }
    (this_star ? star : plain) = true;
    List<Stmt*> handler;
    if (ok) handler = block(this_star ? "'except*' statement" : "'except' statement", except);
    handlers.push_back(make<ExceptHandler>(Range{except, lastEnd()}, type, name, handler));
  }
  if (!handlers.empty()) orelse = elseBlock();
  if (at(Tok::KwFinally)) {
    const uint32_t finally = begin();
    ok = header([&] {
      p_++;
      return force(Tok::Colon, ":");
    });
    if (ok) finalbody = block("'finally' statement", finally);
  } else if (handlers.empty() && errors_.size() == errors_before) {
    furthest_ = p_;
    if (!at(Tok::Error)) {
      raise(placeOf(p_), "expected 'except' or 'finally' block");
    }
    reportFailure();
  }
  return make<Try>(Range{start, lastEnd()}, body, arena_.list(handlers), orelse, finalbody, star);
}

Stmt* Parser::asyncStatement() {
  const uint32_t start = begin();
  switch (kindAt(1)) {
    case Tok::KwDef:
      p_++;
      return functionDef(start, true, {});
    case Tok::KwFor:
      p_++;
      return forStatement(start, true);
    case Tok::KwWith:
      p_++;
      return withStatement(start, true);
    default:
      header([&] {
        p_++;
        fail();
        return false;
      });
      return nullptr;
  }
}

Stmt* Parser::decorated() {
  Items<Expr> decorators(*this);
  while (at(Tok::At)) {
    bool ok = header([&] {
      p_++;
      Expr* e = namedExpression();
      if (!e || !expect(Tok::Newline)) return false;
      decorators.add(e);
      return true;
    });
    if (!ok && !at(Tok::At) && !at(Tok::KwDef) && !at(Tok::KwClass) && !at(Tok::KwAsync)) {
      return nullptr;
    }
  }
  List<Expr*> list = decorators.take();
  if (at(Tok::KwDef)) return functionDef(begin(), false, list);
  if (at(Tok::KwClass)) return classDef(list);
  if (at(Tok::KwAsync) && kindAt(1) == Tok::KwDef) {
    const uint32_t start = begin();
    p_++;
    return functionDef(start, true, list);
  }
  header([&] {
    fail();
    return false;
  });
  return nullptr;
}

Stmt* Parser::functionDef(uint32_t start, bool is_async, List<Expr*> decorators) {
  Ident name;
  Arguments* args = nullptr;
  Expr* returns = nullptr;
  List<TypeParam*> type_params;
  const uint32_t keyword = begin();
  bool ok = header([&] {
    p_++;
    if (!at(Tok::Name)) {
      fail();
      return false;
    }
    name = {Name(token().value), tokenRange(p_)};
    p_++;
    if (at(Tok::LSquare) && !typeParams(type_params)) return false;
    if (!force(Tok::LParen, "(")) return false;
    args = parameters(false);
    if (!args || !expect(Tok::RParen)) return false;
    if (accept(Tok::Arrow) && !(returns = expression())) return false;
    return force(Tok::Colon, ":");
  });
  List<Stmt*> body;
  if (ok) body = block("function definition", keyword);
  return make<FunctionDef>(Range{start, lastEnd()}, name, args, body, decorators, returns,
                           type_params, is_async, FileId());
}

Stmt* Parser::classDef(List<Expr*> decorators) {
  const uint32_t start = begin();
  Ident name;
  List<TypeParam*> type_params;
  std::vector<Keyword*> keywords;
  Items<Expr> bases(*this);
  bool ok = header([&] {
    p_++;
    keywords.clear();
    if (!at(Tok::Name)) {
      fail();
      return false;
    }
    name = {Name(token().value), tokenRange(p_)};
    p_++;
    if (at(Tok::LSquare) && !typeParams(type_params)) return false;
    if (accept(Tok::LParen)) {
      if (diagnosing_) {
        if (!at(Tok::RParen) && !diagnoseArguments()) return false;
        if (!expect(Tok::RParen)) return false;
        return colon();
      }
      if (!callArguments(bases, keywords, false) || !expect(Tok::RParen)) return false;
    }
    return colon();
  });
  List<Expr*> base_list = bases.take();
  List<Stmt*> body;
  if (ok) body = block("class definition", start);
  return make<ClassDef>(Range{start, lastEnd()}, name, base_list, arena_.list(keywords), body,
                        decorators, type_params, List<Name>(), 0u, false, Name(), false);
}

// [T: bound = default, *Ts = default, **P = default] (PEP 695, 696).
bool Parser::typeParams(List<TypeParam*>& out) {
  p_++;
  std::vector<TypeParam*> params;
  if (at(Tok::RSquare) && diagnosing_) {
    raise(tokenRange(p_), "Type parameter list cannot be empty");
    return false;
  }
  do {
    if (!params.empty() && at(Tok::RSquare)) break;
    const uint32_t start = begin();
    TypeParamKind k = TypeParamKind::TypeVar;
    if (accept(Tok::Star)) {
      k = TypeParamKind::TypeVarTuple;
    } else if (accept(Tok::DoubleStar)) {
      k = TypeParamKind::ParamSpec;
    }
    if (!at(Tok::Name)) {
      fail();
      return false;
    }
    Ident name{Name(token().value), tokenRange(p_)};
    p_++;
    Expr* bound = nullptr;
    Expr* value = nullptr;
    if (at(Tok::Colon)) {
      const uint32_t colon = p_++;
      if (!(bound = expression())) return false;
      if (k != TypeParamKind::TypeVar) {
        raise(tokenRange(colon),
              std::string("cannot use ") + (is<TupleExpr>(bound) ? "constraints" : "bound") +
                  (k == TypeParamKind::TypeVarTuple ? " with TypeVarTuple" : " with ParamSpec"));
        return false;
      }
    }
    if (accept(Tok::Equal)) {
      value = k == TypeParamKind::TypeVarTuple ? starExpression() : expression();
      if (!value) return false;
    }
    params.push_back(make<TypeParam>(from(start), k, name, bound, value));
  } while (accept(Tok::Comma));
  if (!expect(Tok::RSquare)) return false;
  out = arena_.list(params);
  return true;
}

// One parameter name; `star`: after *, where the annotation may itself be starred.
Arg* Parser::parameter(bool lambda, bool star) {
  if (!at(Tok::Name)) return fail();
  const uint32_t start = begin();
  Ident name{Name(token().value), tokenRange(p_)};
  p_++;
  Expr* annotation = nullptr;
  if (!lambda && accept(Tok::Colon)) {
    annotation = star ? starExpression() : expression();
    if (!annotation) return nullptr;
  }
  return make<Arg>(from(start), name, annotation);
}

// Parameters up to the closing parenthesis (of a lambda: the colon).
Arguments* Parser::parameters(bool lambda) {
  const Tok close = lambda ? Tok::Colon : Tok::RParen;
  auto* result = arena_.make<Arguments>();
  std::vector<Arg*> positional_only, positional, keyword_only;
  std::vector<Expr*> defaults, keyword_defaults;
  bool seen_star = false;
  if (diagnosing_ && !at(close) && invalidParameters(lambda)) return nullptr;
  while (!at(close)) {
    if (at(Tok::Slash)) {
      if (seen_star || !positional_only.empty() || positional.empty()) return fail();
      p_++;
      positional_only.swap(positional);
    } else if (at(Tok::Star)) {
      if (seen_star) return fail();
      seen_star = true;
      p_++;
      if (at(Tok::Name)) {
        result->vararg = parameter(lambda, true);
        if (!result->vararg) return nullptr;
        if (at(Tok::Equal)) return fail();
      } else {
        // A bare star needs a name after its comma.
        if (!at(Tok::Comma) || kindAt(1) != Tok::Name) {
          p_ += at(Tok::Comma) ? 1 : 0;
          return fail();
        }
      }
    } else if (accept(Tok::DoubleStar)) {
      result->kwarg = parameter(lambda, false);
      if (!result->kwarg) return nullptr;
      accept(Tok::Comma);
      if (!at(close)) return fail();
      break;
    } else {
      Arg* arg = parameter(lambda, false);
      if (!arg) return nullptr;
      Expr* value = nullptr;
      if (accept(Tok::Equal)) {
        value = expression();
        if (!value) return nullptr;
      }
      if (seen_star) {
        keyword_only.push_back(arg);
        keyword_defaults.push_back(value);
      } else {
        if (!value && !defaults.empty()) return fail();
        positional.push_back(arg);
        if (value) defaults.push_back(value);
      }
    }
    if (!accept(Tok::Comma)) break;
  }
  if (!at(close)) return fail();
  result->posonlyargs = arena_.list(positional_only);
  result->args = arena_.list(positional);
  result->kwonlyargs = arena_.list(keyword_only);
  result->kw_defaults = arena_.list(keyword_defaults);
  result->defaults = arena_.list(defaults);
  return result;
}

}  // namespace krait
