// The syntax tree: Python 3.14's abstract grammar, one struct a node, in an arena.
// Field names and order are those of Python's ASDL, so that a dump is a walk over them.
// Depth is bounded by the parser (it refuses what CPython's own compiler refuses as too nested),
// so later stages may recurse over it.
#pragma once

#include <string_view>

#include "base/arena.h"
#include "base/interner.h"
#include "source/source.h"

namespace krait::ast {

// clang-format off
#define KRAIT_EXPR_KINDS(X)                                                                    \
  X(BoolOp) X(NamedExpr) X(BinOp) X(UnaryOp) X(Lambda) X(IfExp) X(Dict) X(Set) X(ListComp)      \
  X(SetComp) X(DictComp) X(GeneratorExp) X(Await) X(Yield) X(YieldFrom) X(Compare) X(Call)      \
  X(FormattedValue) X(JoinedStr) X(Interpolation) X(TemplateStr) X(Constant) X(Attribute)       \
  X(Subscript) X(Starred) X(NameExpr) X(ListExpr) X(TupleExpr) X(Slice)
#define KRAIT_STMT_KINDS(X)                                                                    \
  X(FunctionDef) X(ClassDef) X(Return) X(Delete) X(Assign) X(TypeAlias) X(AugAssign)            \
  X(AnnAssign) X(For) X(While) X(If) X(With) X(Match) X(Raise) X(Try) X(Assert) X(Import)       \
  X(ImportFrom) X(Global) X(Nonlocal) X(ExprStmt) X(Pass) X(Break) X(Continue)
#define KRAIT_PATTERN_KINDS(X)                                                                 \
  X(MatchValue) X(MatchSingleton) X(MatchSequence) X(MatchMapping) X(MatchClass) X(MatchStar)   \
  X(MatchAs) X(MatchOr)
// clang-format on

#define KRAIT_ENUMERATOR(name) name,
enum class ExprKind : uint8_t { KRAIT_EXPR_KINDS(KRAIT_ENUMERATOR) };
enum class StmtKind : uint8_t { KRAIT_STMT_KINDS(KRAIT_ENUMERATOR) };
enum class PatternKind : uint8_t { KRAIT_PATTERN_KINDS(KRAIT_ENUMERATOR) };
#undef KRAIT_ENUMERATOR

enum class ExprContext : uint8_t { Load, Store, Del };
enum class BoolOperator : uint8_t { And, Or };
enum class BinaryOperator : uint8_t {
  Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd, FloorDiv
};
enum class UnaryOperator : uint8_t { Invert, Not, UAdd, USub };
enum class CompareOperator : uint8_t { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };
enum class ConstantKind : uint8_t { None, False, True, Ellipsis, Int, Float, Complex, Str, Bytes };

struct Node {
  Range range;
};

struct Expr : Node {
  ExprKind kind;
};
struct Stmt : Node {
  StmtKind kind;
};
struct Pattern : Node {
  PatternKind kind;
};

// A name with the place it is written at (for Attribute.attr, alias parts, keyword names, …).
struct Ident {
  Name name;  // invalid where the grammar allows none
  Range range;
};

struct Arg : Node {
  Ident arg;
  Expr* annotation;  // may be null
};

struct Arguments {
  List<Arg*> posonlyargs;
  List<Arg*> args;
  Arg* vararg;  // may be null
  List<Arg*> kwonlyargs;
  List<Expr*> kw_defaults;  // as long as kwonlyargs; null where there is no default
  Arg* kwarg;               // may be null
  List<Expr*> defaults;     // of the last posonlyargs + args
};

struct Keyword : Node {
  Ident arg;  // invalid for **value
  Expr* value;
};

struct Comprehension {
  Expr* target;
  Expr* iter;
  List<Expr*> ifs;
  bool is_async;
};

enum class TypeParamKind : uint8_t { TypeVar, ParamSpec, TypeVarTuple };
struct TypeParam : Node {
  TypeParamKind kind;
  Ident name;
  Expr* bound;          // TypeVar only; may be null
  Expr* default_value;  // may be null
};

// Declares the members every concrete node has: its kind constant.
#define KRAIT_EXPR(name) \
  struct name : Expr {   \
    static constexpr ExprKind kKind = ExprKind::name;
#define KRAIT_STMT(name) \
  struct name : Stmt {   \
    static constexpr StmtKind kKind = StmtKind::name;
#define KRAIT_PATTERN(name) \
  struct name : Pattern {   \
    static constexpr PatternKind kKind = PatternKind::name;

KRAIT_EXPR(BoolOp) BoolOperator op; List<Expr*> values; };
KRAIT_EXPR(NamedExpr) Expr* target; Expr* value; };
KRAIT_EXPR(BinOp) Expr* left; BinaryOperator op; Range op_range; Expr* right; };
KRAIT_EXPR(UnaryOp) UnaryOperator op; Expr* operand; };
KRAIT_EXPR(Lambda) Arguments* args; Expr* body; };
KRAIT_EXPR(IfExp) Expr* test; Expr* body; Expr* orelse; };
KRAIT_EXPR(Dict) List<Expr*> keys; List<Expr*> values; };  // a null key is **value
KRAIT_EXPR(Set) List<Expr*> elts; };
KRAIT_EXPR(ListComp) Expr* elt; List<Comprehension*> generators; };
KRAIT_EXPR(SetComp) Expr* elt; List<Comprehension*> generators; };
KRAIT_EXPR(DictComp) Expr* key; Expr* value; List<Comprehension*> generators; };
KRAIT_EXPR(GeneratorExp) Expr* elt; List<Comprehension*> generators; };
KRAIT_EXPR(Await) Expr* value; };
KRAIT_EXPR(Yield) Expr* value; };  // value may be null
KRAIT_EXPR(YieldFrom) Expr* value; };
KRAIT_EXPR(Compare) Expr* left; List<CompareOperator> ops; List<Expr*> comparators; };
KRAIT_EXPR(Call) Expr* func; List<Expr*> args; List<Keyword*> keywords; };
KRAIT_EXPR(FormattedValue) Expr* value; int conversion; Expr* format_spec; };  // conversion: -1, 's', 'r', 'a'; spec may be null
KRAIT_EXPR(JoinedStr) List<Expr*> values; };
KRAIT_EXPR(Interpolation) Expr* value; std::string_view str; int conversion; Expr* format_spec; };
KRAIT_EXPR(TemplateStr) List<Expr*> values; };
// Int: `text` holds the digits without underscores, with the 0x/0o/0b prefix if any.
// Str: `text` is the decoded value in UTF-8 (lone surrogates as three bytes). Bytes: the raw bytes.
// Float, Complex: `number` (of Complex, the imaginary part).
KRAIT_EXPR(Constant)
  ConstantKind value_kind; bool is_u_string; double number; std::string_view text; };
KRAIT_EXPR(Attribute) Expr* value; Ident attr; ExprContext ctx; };
KRAIT_EXPR(Subscript) Expr* value; Expr* slice; ExprContext ctx; };
KRAIT_EXPR(Starred) Expr* value; ExprContext ctx; };
KRAIT_EXPR(NameExpr) Name id; ExprContext ctx; };
KRAIT_EXPR(ListExpr) List<Expr*> elts; ExprContext ctx; };
KRAIT_EXPR(TupleExpr) List<Expr*> elts; ExprContext ctx; };
KRAIT_EXPR(Slice) Expr* lower; Expr* upper; Expr* step; };  // each may be null

struct ExceptHandler : Node {
  Expr* type;  // may be null
  Ident name;  // may be invalid
  List<Stmt*> body;
};
struct Alias : Node {
  Ident name;    // dotted as written
  Ident asname;  // may be invalid
};
struct WithItem {
  Expr* context_expr;
  Expr* optional_vars;  // may be null
};
struct MatchCase {
  Pattern* pattern;
  Expr* guard;  // may be null
  List<Stmt*> body;
};

KRAIT_STMT(FunctionDef)
  Ident name; Arguments* args; List<Stmt*> body; List<Expr*> decorator_list; Expr* returns;
  List<TypeParam*> type_params; bool is_async;
  FileId file; };  // the text it comes from, where that is not its module's
KRAIT_STMT(ClassDef)
  Ident name; List<Expr*> bases; List<Keyword*> keywords; List<Stmt*> body;
  List<Expr*> decorator_list; List<TypeParam*> type_params;
  // Of derived classes: an enumeration's members or a named tuple's fields, the number of statements that
  // were written, and the name it shows, where it is bound to another one.
  List<Name> members; uint32_t own_statements; bool named_tuple; Name shown; bool frozen; };
KRAIT_STMT(Return) Expr* value; };  // may be null
KRAIT_STMT(Delete) List<Expr*> targets; };
KRAIT_STMT(Assign) List<Expr*> targets; Expr* value; };
KRAIT_STMT(TypeAlias) Expr* name; List<TypeParam*> type_params; Expr* value; };
KRAIT_STMT(AugAssign) Expr* target; BinaryOperator op; Expr* value; };
KRAIT_STMT(AnnAssign)
  Expr* target; Expr* annotation; Expr* value; bool simple;  // value may be null
  Name field; };  // of a derived statement that stands for a field: its name
KRAIT_STMT(For) Expr* target; Expr* iter; List<Stmt*> body; List<Stmt*> orelse; bool is_async; };
KRAIT_STMT(While) Expr* test; List<Stmt*> body; List<Stmt*> orelse; };
KRAIT_STMT(If) Expr* test; List<Stmt*> body; List<Stmt*> orelse; };
KRAIT_STMT(With) List<WithItem*> items; List<Stmt*> body; bool is_async; };
KRAIT_STMT(Match) Expr* subject; List<MatchCase*> cases; };
KRAIT_STMT(Raise) Expr* exc; Expr* cause; };  // each may be null
KRAIT_STMT(Try)
  List<Stmt*> body; List<ExceptHandler*> handlers; List<Stmt*> orelse; List<Stmt*> finalbody;
  bool is_star; };
KRAIT_STMT(Assert) Expr* test; Expr* msg; };  // msg may be null
KRAIT_STMT(Import) List<Alias*> names; };
KRAIT_STMT(ImportFrom) Ident module; List<Alias*> names; int level; };  // module may be invalid
KRAIT_STMT(Global) List<Ident> names; };
KRAIT_STMT(Nonlocal) List<Ident> names; };
KRAIT_STMT(ExprStmt) Expr* value; };
KRAIT_STMT(Pass) };
KRAIT_STMT(Break) };
KRAIT_STMT(Continue) };

KRAIT_PATTERN(MatchValue) Expr* value; };
KRAIT_PATTERN(MatchSingleton) ConstantKind value; };
KRAIT_PATTERN(MatchSequence) List<Pattern*> patterns; };
KRAIT_PATTERN(MatchMapping) List<Expr*> keys; List<Pattern*> patterns; Ident rest; };
KRAIT_PATTERN(MatchClass)
  Expr* cls; List<Pattern*> patterns; List<Ident> kwd_attrs; List<Pattern*> kwd_patterns; };
KRAIT_PATTERN(MatchStar) Ident name; };
KRAIT_PATTERN(MatchAs) Pattern* pattern; Ident name; };
KRAIT_PATTERN(MatchOr) List<Pattern*> patterns; };

#undef KRAIT_EXPR
#undef KRAIT_STMT
#undef KRAIT_PATTERN

// A comment, kept beside the tree for fmt, lint and `# error:` expectations in tests.
struct Comment {
  Range range;
};

// One parsed file. `future_annotations` is set by `from __future__ import annotations`.
struct Module {
  FileId file;
  List<Stmt*> body;
  List<Comment> comments;
  bool future_annotations;
};

template <class T, class Base>
bool is(const Base* n) {
  return n->kind == T::kKind;
}
template <class T, class Base>
T* as(Base* n) {
  return static_cast<T*>(n);
}
template <class T, class Base>
const T* as(const Base* n) {
  return static_cast<const T*>(n);
}
// The node as a T, or null if it is of another kind.
template <class T, class Base>
const T* dynAs(const Base* n) {
  return n && n->kind == T::kKind ? static_cast<const T*>(n) : nullptr;
}

}  // namespace krait::ast
