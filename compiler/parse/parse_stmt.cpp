// Files, simple statements, and how a failed statement is diagnosed and skipped.
#include <algorithm>

#include "parse/parser.h"
#include "parse/parser_inl.h"

namespace krait {

using namespace ast;

Parser::Parser(const SourceFile& file, FileId id, const TokenStream& stream, Arena& arena,
               Interner& names, DiagnosticSink& diags)
    : file_(file),
      file_id_(id),
      stream_(stream),
      tokens_(stream.tokens.data()),
      count_(static_cast<uint32_t>(stream.tokens.size())),
      arena_(arena),
      names_(names),
      diags_(diags) {
  match_ = names.intern("match");
  case_ = names.intern("case");
  type_ = names.intern("type");
  underscore_ = names.intern("_");
  print_ = names.intern("print");
  exec_ = names.intern("exec");
}

Module* Parser::parseFile() {
  Items<Stmt> body(*this);
  while (!at(Tok::EndMarker)) {
    if (accept(Tok::Newline) || accept(Tok::Dedent)) continue;
    statement(body);
  }
  auto* module = arena_.make<Module>(file_id_, body.take(), List<ast::Comment>{}, false);
  std::vector<ast::Comment> comments;
  comments.reserve(stream_.comments.size());
  for (Range r : stream_.comments) comments.push_back({r});
  module->comments = arena_.list(comments);
  emitErrors();
  return failed_ ? nullptr : module;
}

uint32_t Parser::lastEnd() const {
  uint32_t i = p_;
  while (i > 0) {
    const Tok k = tokens_[--i].kind;
    if (k != Tok::Newline && k != Tok::Indent && k != Tok::Dedent) return tokens_[i].end;
  }
  return 0;
}

std::nullptr_t Parser::raise(Range range, std::string message) {
  if (!raised_) {
    raised_ = true;
    raised_at_ = std::max(raised_at_, p_);
    raised_range_ = range;
    raised_message_ = std::move(message);
  }
  return nullptr;
}

bool Parser::force(Tok k, const char* spelling) {
  if (accept(k)) return true;
  if (at(Tok::Error)) {
    fail();
  } else {
    raise(tokenRange(p_), std::string("expected '") + spelling + "'");
  }
  return false;
}

// Notes the error of the statement that just failed: the raised one, or "invalid syntax" at the
// furthest token that was looked at.
void Parser::reportFailure() {
  failed_ = true;
  const Token& t = tokens_[furthest_];
  if (!raised_) {
    if (t.kind == Tok::Error) {
      const LexError& e = stream_.errors[t.value];
      if (e.kind != LexErrorKind::Syntax) errors_.push_back({e.range, e.message, false});
      return;
    }
    if (t.kind == Tok::Indent) {
      errors_.push_back({tokenRange(furthest_), "unexpected indent", true});
      return;
    }
    raised_range_ = placeOf(furthest_);
    raised_message_ = t.kind == Tok::Dedent ? "unexpected unindent" : "invalid syntax";
  }
  raised_ = false;
  if (raised_range_.begin < file_.text.size() &&
      (file_.text[raised_range_.begin] == '\n' || file_.text[raised_range_.begin] == '\r')) {
    raised_range_.end = raised_range_.begin;  // the end of a line, not the line below
  }
  // CPython reads on to the end of the text, and prefers an open bracket on an earlier line.
  const Token& last = tokens_[std::max(furthest_, raised_at_)];
  if (stream_.unclosed && last.begin > stream_.unclosed_offset &&
      file_.lineColumn(last.begin).line > file_.lineColumn(stream_.unclosed_offset).line) {
    if (unclosed_reported_) return;
    unclosed_reported_ = true;
    const char open = file_.text[stream_.unclosed_offset];
    errors_.push_back({{stream_.unclosed_offset, stream_.unclosed_offset + 1},
                       std::string("'") + open + "' was never closed",
                       false});
    return;
  }
  errors_.push_back({raised_range_, std::move(raised_message_), false});
}

// The lexical error at the current token becomes the statement's.
void Parser::raiseLexical() {
  const LexError& e = stream_.errors[token().value];
  if (e.kind != LexErrorKind::Syntax) raise(e.range, e.message);
}

// Hands the errors over, the one CPython would have shown first: if the first thing the lexer
// stumbled over is an error inside a token, that outranks what the parser found, save an unexpected
// indent before it.
void Parser::emitErrors() {
  auto report = [&](Range range, const std::string& message) {
    diags_.report(DiagCode::InvalidSyntax, {file_id_, range}, message);
  };
  const auto& lexical = stream_.errors;
  size_t next = 0, next_lexical = 0;
  const bool lexical_first = !lexical.empty() && lexical[0].kind == LexErrorKind::Syntax;
  if (!errors_.empty() && errors_[0].outranks_tokenizer &&
      (!lexical_first || errors_[0].range.begin < lexical[0].range.begin)) {
    report(errors_[0].range, errors_[0].message);
    next = 1;
  }
  if (lexical_first) {
    report(lexical[0].range, lexical[0].message);
    next_lexical = 1;
  }
  for (; next < errors_.size(); next++) report(errors_[next].range, errors_[next].message);
  for (; next_lexical < lexical.size(); next_lexical++) {
    const LexError& e = lexical[next_lexical];
    if (e.kind == LexErrorKind::Syntax) report(e.range, e.message);
  }
  if (!lexical.empty() && errors_.empty() && !lexical_first) {
    // An error at the very end that no statement ran into.
    report(lexical[0].range, lexical[0].message);
  }
  if (!lexical.empty()) failed_ = true;
}

// Skips the rest of a line whose statement failed, and parses the block below it, if any, for the
// errors inside it.
void Parser::recover(uint32_t start) {
  p_ = std::max(p_, start);
  while (!at(Tok::Newline) && !at(Tok::EndMarker) && !at(Tok::Indent) && !at(Tok::Dedent)) p_++;
  accept(Tok::Newline);
  if (!accept(Tok::Indent)) return;
  Items<Stmt> ignored(*this);
  statements(ignored);
}

// Statements up to the end of the block, which is consumed.
void Parser::statements(Items<Stmt>& out) {
  if (++block_depth_ > 150) {
    // The lexer stops at 100 levels of indentation, so this is only reached through its recovery.
    while (!at(Tok::EndMarker)) p_++;
  }
  while (!at(Tok::Dedent) && !at(Tok::EndMarker)) {
    if (accept(Tok::Newline)) continue;
    statement(out);
  }
  accept(Tok::Dedent);
  block_depth_--;
}

void Parser::statement(Items<Stmt>& out) {
  const uint32_t start = p_;
  Stmt* s = nullptr;
  switch (kind()) {
    case Tok::KwIf:
      s = ifStatement();
      break;
    case Tok::KwWhile:
      s = whileStatement();
      break;
    case Tok::KwFor:
      s = forStatement(begin(), false);
      break;
    case Tok::KwWith:
      s = withStatement(begin(), false);
      break;
    case Tok::KwTry:
      s = tryStatement();
      break;
    case Tok::KwDef:
      s = functionDef(begin(), false, {});
      break;
    case Tok::KwClass:
      s = classDef({});
      break;
    case Tok::At:
      s = decorated();
      break;
    case Tok::KwAsync:
      s = asyncStatement();
      break;
    case Tok::Indent:
      furthest_ = p_;
      reportFailure();
      p_++;
      statements(out);
      return;
    default:
      if (atName(match_) && looksLikeMatch()) {
        s = matchStatement();
        break;
      }
      simpleStatements(out);
      return;
  }
  if (s) out.add(s);
  if (p_ == start) p_++;  // nothing was consumed: never loop
}

// One logical line of small statements. Reports and skips what is wrong; false if anything was.
bool Parser::simpleStatements(Items<Stmt>& out) {
  for (;;) {
    Stmt* s = nullptr;
    const uint32_t start = p_;
    bool ok = header([&] {
      s = simpleStatement();
      return s && (at(Tok::Semi) || at(Tok::Newline) || (fail(), false));
    });
    if (!ok) {
      if (p_ == start) p_++;
      return false;
    }
    out.add(s);
    if (accept(Tok::Newline)) return true;
    p_++;
    if (accept(Tok::Newline)) return true;
  }
}

Stmt* Parser::simpleStatement() {
  const uint32_t start = begin();
  switch (kind()) {
    case Tok::KwPass:
      p_++;
      return make<Pass>(from(start));
    case Tok::KwBreak:
      p_++;
      return make<Break>(from(start));
    case Tok::KwContinue:
      p_++;
      return make<Continue>(from(start));
    case Tok::KwReturn: {
      p_++;
      Expr* value = nullptr;
      if (startsExpression() && !(value = starExpressions())) return nullptr;
      return make<Return>(from(start), value);
    }
    case Tok::KwRaise:
      return raiseStatement();
    case Tok::KwAssert:
      return assertStatement();
    case Tok::KwDel:
      return deleteStatement();
    case Tok::KwGlobal:
      return nameList(true);
    case Tok::KwNonlocal:
      return nameList(false);
    case Tok::KwImport:
      return importStatement();
    case Tok::KwFrom:
      return importFrom();
    default:
      if (atName(type_) && atTypeAlias()) return typeAlias();
      return expressionStatement();
  }
}

namespace {

bool augmentedOperator(Tok k, BinaryOperator& op) {
  switch (k) {
    case Tok::PlusEqual:
      op = BinaryOperator::Add;
      return true;
    case Tok::MinEqual:
      op = BinaryOperator::Sub;
      return true;
    case Tok::StarEqual:
      op = BinaryOperator::Mult;
      return true;
    case Tok::AtEqual:
      op = BinaryOperator::MatMult;
      return true;
    case Tok::SlashEqual:
      op = BinaryOperator::Div;
      return true;
    case Tok::PercentEqual:
      op = BinaryOperator::Mod;
      return true;
    case Tok::AmperEqual:
      op = BinaryOperator::BitAnd;
      return true;
    case Tok::VBarEqual:
      op = BinaryOperator::BitOr;
      return true;
    case Tok::CircumflexEqual:
      op = BinaryOperator::BitXor;
      return true;
    case Tok::LeftShiftEqual:
      op = BinaryOperator::LShift;
      return true;
    case Tok::RightShiftEqual:
      op = BinaryOperator::RShift;
      return true;
    case Tok::DoubleStarEqual:
      op = BinaryOperator::Pow;
      return true;
    case Tok::DoubleSlashEqual:
      op = BinaryOperator::FloorDiv;
      return true;
    default:
      return false;
  }
}

bool isSingleTarget(const Expr* e) {
  return is<NameExpr>(e) || is<Attribute>(e) || is<Subscript>(e);
}

}  // namespace

Expr* Parser::rightHandSide() { return at(Tok::KwYield) ? yieldExpression() : starExpressions(); }

// An expression, an assignment, an annotated or an augmented one.
Stmt* Parser::expressionStatement() {
  const uint32_t start_token = p_;
  if (!diagnosing_) {
    Expr* first = rightHandSide();
    return first ? assignment(start_token, first) : nullptr;
  }
  if (atName(match_)) {
    p_++;
    if (matchSubject() && at(Tok::Newline)) return raise(tokenRange(p_), "expected ':'");
    if (raised_) return nullptr;
    p_ = start_token;
  }
  Expr* first = rightHandSide();
  if (raised_) return nullptr;
  const uint32_t after = p_;
  if (first && (at(Tok::Equal) || at(Tok::Colon) ||
                (kind() >= Tok::PlusEqual && kind() <= Tok::DoubleStarEqual))) {
    if (Stmt* s = assignment(start_token, first)) return s;
    if (raised_) return nullptr;
  }
  p_ = start_token;
  if (invalidAssignment() || !first) return nullptr;
  p_ = after;
  return make<ExprStmt>(from(tokens_[start_token].begin), first);
}

Stmt* Parser::assignment(uint32_t start_token, Expr* first) {
  const uint32_t start = tokens_[start_token].begin;
  BinaryOperator op;
  if (at(Tok::Equal)) {
    Items<Expr> targets(*this);
    Expr* value = first;
    while (at(Tok::Equal)) {
      if (invalidTarget(value, TargetKind::Assign)) return fail();
      setContext(value, ExprContext::Store);
      targets.add(value);
      p_++;
      value = rightHandSide();
      if (!value) return nullptr;
    }
    return make<Assign>(from(start), targets.take(), value);
  }
  if (at(Tok::Colon)) return annotated(start_token, first);
  if (augmentedOperator(kind(), op)) {
    if (!isSingleTarget(first)) return fail();
    setContext(first, ExprContext::Store);
    p_++;
    Expr* value = rightHandSide();
    if (!value) return nullptr;
    return make<AugAssign>(from(start), first, op, value);
  }
  return make<ExprStmt>(from(start), first);
}

Stmt* Parser::annotated(uint32_t start_token, Expr* target) {
  const uint32_t start = tokens_[start_token].begin;
  if (!isSingleTarget(target)) return fail();
  const bool simple = is<NameExpr>(target) && target->range.begin == start;
  setContext(target, ExprContext::Store);
  p_++;
  Expr* annotation = expression();
  if (!annotation) return nullptr;
  Expr* value = nullptr;
  const uint32_t equal = p_;
  if (accept(Tok::Equal) && !(value = rightHandSide()) && !backUp(equal)) return nullptr;
  return make<AnnAssign>(from(start), target, annotation, value, simple, Name());
}

Stmt* Parser::raiseStatement() {
  const uint32_t start = begin();
  p_++;
  Expr* exc = nullptr;
  Expr* cause = nullptr;
  if (startsExpression() && !at(Tok::Star)) {
    exc = expression();
    if (!exc) return nullptr;
    if (accept(Tok::KwFrom) && !(cause = expression())) return nullptr;
  }
  return make<Raise>(from(start), exc, cause);
}

Stmt* Parser::assertStatement() {
  const uint32_t start = begin();
  p_++;
  Expr* test = expression();
  if (!test) return nullptr;
  Expr* message = nullptr;
  if (accept(Tok::Comma) && !(message = expression())) return nullptr;
  return make<Assert>(from(start), test, message);
}

Stmt* Parser::deleteStatement() {
  const uint32_t start = begin();
  const uint32_t after = ++p_;
  Items<Expr> targets(*this);
  bool ok = true;
  do {
    if (targets.size() && (at(Tok::Newline) || at(Tok::Semi))) break;
    Expr* e = primary();
    if (!e) {
      ok = false;
    } else if (invalidTarget(e, TargetKind::Delete)) {
      fail();
      ok = false;
    } else {
      setContext(e, ExprContext::Del);
      targets.add(e);
    }
  } while (ok && accept(Tok::Comma));
  if (ok && !at(Tok::Newline) && !at(Tok::Semi)) {
    fail();
    ok = false;
  }
  if (ok) return make<Delete>(from(start), targets.take());
  if (diagnosing_ && !raised_) {
    p_ = after;
    Expr* e = starExpressions();
    if (!e) return nullptr;
    if (Expr* bad = invalidTarget(e, TargetKind::Delete)) {
      return raise(bad->range, "cannot delete " + std::string(exprName(bad)));
    }
  }
  return nullptr;
}

Stmt* Parser::nameList(bool global) {
  const uint32_t start = begin();
  Idents names;
  do {
    p_++;
    if (!at(Tok::Name)) return fail();
    names.push_back({Name(token().value), tokenRange(p_)});
    p_++;
  } while (at(Tok::Comma));
  if (global) return make<Global>(from(start), arena_.list(names));
  return make<Nonlocal>(from(start), arena_.list(names));
}

// a.b.c, interned as written without spaces.
bool Parser::dottedName(Ident& out) {
  if (!at(Tok::Name)) {
    fail();
    return false;
  }
  const uint32_t start = begin();
  out = {Name(token().value), tokenRange(p_)};
  p_++;
  if (!at(Tok::Dot)) return true;
  std::string text(names_.text(out.name));
  while (accept(Tok::Dot)) {
    if (!at(Tok::Name)) {
      fail();
      return false;
    }
    text += '.';
    text += names_.text(Name(token().value));
    p_++;
  }
  out = {names_.intern(text), from(start)};
  return true;
}

bool Parser::atImportTarget() const {
  if (!at(Tok::Name)) return false;
  const Tok next = kindAt(1);
  return next != Tok::Dot && next != Tok::LParen && next != Tok::LSquare;
}

Stmt* Parser::importStatement() {
  const uint32_t start = begin();
  std::vector<Alias*> aliases;
  do {
    p_++;
    const uint32_t alias_start = begin();
    Ident name, asname;
    if (!dottedName(name)) return nullptr;
    if (accept(Tok::KwAs)) {
      if (!atImportTarget()) return invalidImportTarget();
      asname = {Name(token().value), tokenRange(p_)};
      p_++;
    }
    aliases.push_back(make<Alias>(from(alias_start), name, asname));
  } while (at(Tok::Comma));
  return make<Import>(from(start), arena_.list(aliases));
}

Stmt* Parser::importFrom() {
  const uint32_t start = begin();
  p_++;
  int level = 0;
  for (;; p_++) {
    if (at(Tok::Dot)) {
      level++;
    } else if (at(Tok::Ellipsis)) {
      level += 3;
    } else {
      break;
    }
  }
  Ident module;
  if ((level == 0 || at(Tok::Name)) && !dottedName(module)) return nullptr;
  if (!expect(Tok::KwImport)) return nullptr;
  std::vector<Alias*> aliases;
  if (at(Tok::Star)) {
    aliases.push_back(
        make<Alias>(tokenRange(p_), Ident{names_.intern("*"), tokenRange(p_)}, Ident{}));
    p_++;
    return make<ImportFrom>(from(start), module, arena_.list(aliases), level);
  }
  const bool parenthesised = accept(Tok::LParen);
  for (;;) {
    if (!at(Tok::Name)) return invalidImportNames(aliases.size());
    const uint32_t alias_start = begin();
    Ident name{Name(token().value), tokenRange(p_)};
    Ident asname;
    p_++;
    if (accept(Tok::KwAs)) {
      if (!atImportTarget()) return invalidImportTarget();
      asname = {Name(token().value), tokenRange(p_)};
      p_++;
    }
    aliases.push_back(make<Alias>(from(alias_start), name, asname));
    if (!accept(Tok::Comma)) break;
    if (parenthesised && at(Tok::RParen)) break;
  }
  if (parenthesised && !expect(Tok::RParen)) return nullptr;
  if (!parenthesised && !at(Tok::Newline) && !at(Tok::Semi)) return fail();
  return make<ImportFrom>(from(start), module, arena_.list(aliases), level);
}

bool Parser::atTypeAlias() const {
  return kindAt(1) == Tok::Name && (kindAt(2) == Tok::Equal || kindAt(2) == Tok::LSquare);
}

Stmt* Parser::typeAlias() {
  const uint32_t start = begin();
  p_++;
  Expr* name = nameExpr(ExprContext::Store);
  List<TypeParam*> params;
  if (at(Tok::LSquare) && !typeParams(params)) return nullptr;
  if (!force(Tok::Equal, "=")) return nullptr;
  Expr* value = expression();
  if (!value) return nullptr;
  return make<TypeAlias>(from(start), name, params, value);
}

// An open bracket swallows the rest of the text. Reads it again with the bracket given up where the
// next statement begins, and adds the errors from there on.
static void findErrorsPastBracket(const SourceFile& file, FileId id, Arena& arena, Interner& names,
                                  DiagnosticSink& diags) {
  TokenStream stream = lex(file, names, true);
  DiagnosticSink found;
  Parser(file, id, stream, arena, names, found).parseFile();
  constexpr int kMaxFurther = 100;  // each is compared with all that are known
  int further = 0;
  for (const Diagnostic& d : found.diagnostics()) {
    if (further++ == kMaxFurther) break;
    // At the place itself the statement breaks off, which is no error of the user's.
    bool known = d.span.range.begin <= stream.resync_offset;
    for (const Diagnostic& old : diags.diagnostics()) {
      known |= old.span.range == d.span.range && old.message == d.message;
    }
    if (!known) diags.report(d.code, d.span, d.message);
  }
}

Module* parseModule(const SourceManager& sources, FileId id, Arena& arena, Interner& names,
                    DiagnosticSink& diags) {
  const SourceFile& file = sources.file(id);
  if (!file.decode_error.empty()) {
    diags.report(DiagCode::InvalidSyntax,
                 {id, {file.decode_error_offset, file.decode_error_offset}}, file.decode_error);
    return nullptr;
  }
  TokenStream stream = lex(file, names);
  Parser parser(file, id, stream, arena, names, diags);
  Module* module = parser.parseFile();
  if (!module) {
    if (stream.unclosed) findErrorsPastBracket(file, id, arena, names, diags);
    return nullptr;
  }
  return checkModule(file, *module, names, diags) ? module : nullptr;
}

}  // namespace krait
