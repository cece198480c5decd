// The walk over a parsed file that applies what CPython's symbol table and code generator refuse.
// Not for other folders.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "diag/diag.h"
#include "parse/ast.h"
#include "parse/scopes.h"

namespace krait {

class Checker {
 public:
  Checker(const SourceFile& file, FileId id, Interner& names);
  // Walks the module; false if anything was found. Errors go to `diags` in CPython's order: future
  // statements, symbol table, code generation.
  bool run(ast::Module& module, DiagnosticSink& diags);

 private:
  // What `break`, `continue` and `return` leave, and what counts against CO_MAXBLOCKS.
  enum class Block : uint8_t {
    Loop,
    Try,
    Handler,
    StarHandler,
    Cleanup,
    FinallyTry,
    Finally,
    With
  };
  struct Found {
    Range range;
    std::string message;
  };
  static constexpr int kMaxDepth = 3000;
  static constexpr size_t kMaxBlocks = 20;

  void future(ast::Module& module);
  bool futureFeatures(const ast::ImportFrom* s, ast::Module& module);

  void stmts(const List<ast::Stmt*>& body) {
    for (const ast::Stmt* s : body) stmt(s);
  }
  void exprs(const List<ast::Expr*>& items) {
    for (const ast::Expr* e : items) expr(e);
  }
  void stmt(const ast::Stmt* s);
  void stmtInner(const ast::Stmt* s);
  void expr(const ast::Expr* e);  // null is allowed
  void exprInner(const ast::Expr* e);
  void functionDef(const ast::FunctionDef* s);
  void classDef(const ast::ClassDef* s);
  void annAssign(const ast::AnnAssign* s);
  void tryStmt(const ast::Try* s);
  void declaration(const List<ast::Ident>& names, Range range, bool global);
  void importNames(const List<ast::Alias*>& names, Range range, bool from);
  void returnStmt(const ast::Return* s);
  void breakOrContinue(Range range, bool is_break);
  void typeParams(const List<ast::TypeParam*>& params);
  void defaults(const ast::Arguments* a);
  void annotations(const ast::Arguments* a, const ast::Expr* returns);
  void annotation(const ast::Expr* e);
  void parameters(const ast::Arguments* a);
  void parameter(const ast::Arg* a);
  void keywords(const List<ast::Keyword*>& keywords);
  void namedExpr(const ast::NamedExpr* e);
  void comprehension(const ast::Expr* e, ScopeKind kind, const List<ast::Comprehension*>& clauses,
                     const ast::Expr* elt, const ast::Expr* value);
  void yield(const ast::Expr* e, const ast::Expr* value, bool from);
  void await(const ast::Await* e);
  void unpackTarget(const List<ast::Expr*>& elts, Range range);
  void sequence(const List<ast::Expr*>& elts, ast::ExprContext ctx, Range range);
  bool annotationScope(Range range, const char* what);

  // Patterns (check_patterns.cpp).
  struct Bindings {
    std::vector<Name> names;
  };
  void match(const ast::Match* s);
  void pattern(const ast::Pattern* p, Bindings& bound, bool irrefutable_allowed);
  void capture(Name name, Range range, Bindings& bound);
  static bool irrefutable(const ast::Pattern* p);
  void unreachable(const ast::Pattern* p);
  std::string constantKey(const ast::Expr* e);

  void enter(ScopeKind kind, Name class_name);
  void exit();
  Scope& scope() { return scopes_.current(); }
  void define(Name name, uint16_t flag, Range range);
  void store(Name name, Range range);
  void forbidden(Name name, Range range, bool deleting = false);
  void pushBlock(Block b, Range range);
  void popBlock() { blocks_.pop_back(); }
  std::string quoted(Name n) { return "'" + std::string(names_.text(n)) + "'"; }

  // An error of CPython's symbol table, and one of its code generator.
  void scopeError(Range range, std::string message) {
    scope_errors_.push_back({range, std::move(message)});
  }
  void codeError(Range range, std::string message) {
    if (!uncompiled_) code_errors_.push_back({range, std::move(message)});
  }

  // CPython warns about it, and so do we.
  void warning(Range range, std::string message, std::string hint) {
    if (!uncompiled_) warnings_.push_back({range, std::move(message), std::move(hint)});
  }
  void identityOfLiteral(const ast::Compare* e);

  // The code generator's walk orders some parts otherwise than the symbol table's, which this walk
  // follows: puts its errors found since `middle` before those found between `start` and `middle`.
  size_t mark() const { return code_errors_.size(); }
  void moveBefore(size_t start, size_t middle) {
    std::rotate(code_errors_.begin() + start, code_errors_.begin() + middle, code_errors_.end());
  }

  const SourceFile& file_;
  FileId file_id_;
  Interner& names_;
  ScopeStack scopes_;
  std::vector<Block> blocks_;  // of the function being walked
  std::vector<Found> future_errors_, scope_errors_, code_errors_;
  struct Warning {
    Range range;
    std::string message, hint;
  };
  std::vector<Warning> warnings_;
  std::vector<Found> late_scope_errors_;  // found by CPython only after the whole walk
  std::vector<Scope::Pending> unbound_;
  int depth_ = 0;
  int uncompiled_ = 0;  // inside what CPython's code generator does not visit
  bool too_deep_ = false;
  bool future_annotations_ = false;
  uint32_t last_future_line_ = 0;
  Name debug_, future_;
};

}  // namespace krait
