// Internal to lower/: the state of lowering one Code.
#pragma once

#include <functional>
#include <map>

#include "base/check.h"
#include "lower/hir.h"

namespace krait::hir {

void namesInAnnotation(const ast::Expr* e, const std::function<void(const ast::NameExpr*)>& visit);

class Lowering {
 public:
  Lowering(Program& program, CodeId code, DiagnosticSink& diags)
      : program_(program), names_(*program.names), code_id_(code), diags_(diags) {}
  void run();

 private:
  // What a `return`, `break` or `continue` has to leave on its way out.
  struct Context {
    enum Kind { Loop, Finally, With, Handler } kind;
    BlockId break_block, continue_block;      // Loop
    const List<ast::Stmt*>* final_body = nullptr;  // Finally
    BlockId outer_handler;                    // handler outside the statement
    Reg manager;                              // With
    Reg previous;                             // Handler: EnterHandler's result
    Name bound_name;                          // Handler: `except … as name`
    Range range;
    bool async = false;
  };

  // --- building ---
  Code& code() { return program_.codes[code_id_]; }
  BlockId newBlock();
  void start(BlockId b);
  bool terminated() const { return !current_.valid(); }
  Instr& emit(Op op, Range r);
  Reg emitValue(Op op, Range r, std::initializer_list<Reg> operands = {});
  void jump(BlockId target);
  void branch(Reg condition, BlockId yes, BlockId no, Range r);
  Reg newReg() { return Reg(code().regs++); }
  Slot newSlot(Name name = Name());
  Reg loadSlot(Slot s, Range r);
  void storeSlot(Slot s, Reg v, Range r);
  Reg constant(ast::ConstantKind kind, Range r);
  Reg constantStr(std::string_view text, Range r);
  Reg constantInt(int64_t v, Range r);
  // The value of a construct that was refused.
  Reg unknown(Range r) { return emitValue(Op::Unknown, r); }
  void unsupportedAsync(Range r, const std::string& what, const std::string& hint);
  void unsupported(Range r, const std::string& what, const std::string& hint);
  Instr& last() { return code().blocks[current_.index].instrs.back(); }

  // --- names ---
  Name mangled(Name n) { return resolve::mangle(n, scope_->private_class, names_); }
  struct Access {
    enum Kind { Slot, Cell, Global, Class } kind;
    hir::Slot slot;
    hir::Slot copy;  // Cell: holds the same value, if only this code binds the variable
    GlobalId global, builtin;
    bool class_fallback_cell = false;
  };
  Access access(Name mangled_name);
  Slot besideCell(const resolve::Scope* owner, Name name);
  Slot capturedSlot(Name name);
  Slot variableSlot(const resolve::Scope* owner, Name name);
  Slot copySlot(const resolve::Scope* owner, Name name);
  const resolve::Scope* scopeOf(const void* node) {
    return program_.modules->modules[code().module].scopes.at(node);
  }
  Reg loadName(Name name, Range r);
  void storeName(Name name, Reg value, Range r);
  void deleteName(Name name, Range r, bool must_exist = true);
  void enterScope(const resolve::Scope* scope);  // allocates the slots and cells of its variables

  // --- expressions (lower_expr.cpp) ---
  Reg expr(const ast::Expr* e);
  Reg call(const ast::Call* e);
  // What a loop or `with` works on: of an asynchronous one, which is refused, the type is not known.
  Reg plainly(const ast::Expr* e, bool async) {
    Reg v = expr(e);
    return async ? unknown(e->range) : v;
  }
  bool coreCall(const ast::Call* e, Reg& result);
  Reg boolOp(const ast::BoolOp* e);
  Reg compare(const ast::Compare* e);
  Reg comprehension(const ast::Expr* e, const List<ast::Comprehension*>& gens, Op init);
  void comprehensionLoops(const ast::Expr* e, const List<ast::Comprehension*>& gens, size_t i,
                          Reg first_iter, const std::function<void()>& element);
  Reg display(const List<ast::Expr*>& elts, Op build, Range r);
  Reg joinedStr(const ast::JoinedStr* e);
  Reg formatted(const ast::FormattedValue* e);
  Reg sliceExpr(const ast::Expr* e);
  std::string qualified(const std::string& name);
  Reg function(const void* node, CodeKind kind, const ast::Arguments* args, Range r, Name name);
  // --- variables as dicts (namespaces.cpp) ---
  void ifBound(const std::function<void()>& action, Range r);
  Reg namespaceDict(bool global, Range r);
  bool namespaceCall(const ast::Call* e, Reg& result);
  bool storeThroughGlobals(const ast::Subscript* target, Reg value);
  const ast::Expr* ownerOfDict(const ast::Expr* e);
  bool updateAttributes(const ast::Call* e, Reg& result);
  bool importCall(const ast::Call* e, Reg& result);
  bool subclassesCall(const ast::Call* e, Reg& result);

  // --- what definitions tell about themselves (describe.cpp) ---
  bool evaluatesAnnotations();
  void annotationNames(const ast::Expr* annotation);
  Reg annotationValue(const ast::Expr* annotation);
  void annotateClass(const ast::AnnAssign* s);
  void describe(Reg function, CodeId id, const ast::FunctionDef* s, const ast::Arguments* args, const std::vector<Reg>& defaults, Range r);
  Reg class_annotations_;  // in a class body of a program that asks for them: the dict

  void condition(const ast::Expr* e, BlockId yes, BlockId no);
  bool isTypeTest(const ast::Expr* e);
  Reg yieldExpr(const ast::Expr* e);
  Reg emitYield(Reg value, Range r);

  // --- statements (lower_stmt.cpp) ---
  void stmts(const List<ast::Stmt*>& list);
  void stmt(const ast::Stmt* s);
  bool isNoteOfLibrary(const ast::Assign* a);
  void assign(const ast::Expr* target, Reg value);
  void unpack(const List<ast::Expr*>& targets, Reg value, Range r);
  void augAssign(const ast::AugAssign* s);
  void deleteTarget(const ast::Expr* t);
  const ast::Expr* restOf(const ast::Expr* e) const;
  void forLoop(const ast::For* s);
  void whileLoop(const ast::While* s);
  void pollInterrupt(Range r);  // at the start of a loop's body
  void tryStmt(const ast::Try* s);
  void tryFinally(const ast::Try* s);
  const ast::Set* firstEqual(const ast::Set* s);
  void tryBody(const ast::Try* s, BlockId dispatch, BlockId done);
  void tryExcept(const ast::Try* s);
  void tryStar(const ast::Try* s);
  void withStmt(const ast::With* s, size_t item);
  // --- the match statement, attributes that may be missing (lower_match.cpp) ---
  using Captures = std::vector<std::pair<Name, Slot>>;
  void matchStmt(const ast::Match* s);
  bool subjectVariable(const ast::Match* s, Slot& slot);
  void pattern(const ast::Pattern* p, Slot subject, BlockId fail, Captures& captures);
  Reg coreName(const char* name, Range r);
  Reg coreCall(const char* function, std::initializer_list<Reg> arguments, Range r);
  Reg literalIndex(int64_t n, Range r);
  Reg attributeOr(const std::function<Reg()>& get, Reg fallback, Range r);
  void storedPattern(Name attribute, std::string& prefix, std::string& suffix);
  void namePattern(const ast::Expr* e, std::string& prefix, std::string& suffix, int depth);
  Reg dynamicAttribute(const char* operation, std::vector<Reg> operands, const ast::Expr* name, bool called, Range r,
                       const char* plain = "_attribute_name");
  bool callee_ = false;  // the expression that is lowered next is called
  Reg getAttrOr(Reg object, Name name, Reg fallback, Range r);

  // --- more statements ---
  void functionDef(const ast::FunctionDef* s);
  void classDef(const ast::ClassDef* s);
  void setNames(const ast::ClassDef* k);
  void importStmt(const ast::Import* s);
  void importFrom(const ast::ImportFrom* s);
  void raiseStmt(const ast::Raise* s);
  void assertStmt(const ast::Assert* s);
  // Leaves all contexts above `depth`, running finally bodies and __exit__ calls.
  void unwindTo(size_t depth, Range r);
  void callExit(Reg manager, Range r);
  void returnValue(Reg value, Range r);
  void prologue();
  Reg decorate(const List<ast::Expr*>& decorators, const std::vector<Reg>& fns, Reg value);

  Program& program_;
  Interner& names_;
  CodeId code_id_;
  DiagnosticSink& diags_;
  const resolve::Scope* scope_ = nullptr;   // innermost scope, may be a comprehension
  const resolve::Scope* comprehension_ = nullptr;
  BlockId current_;
  BlockId handler_;
  std::vector<Context> contexts_;
  std::map<std::pair<const resolve::Scope*, Name>, Slot> slots_, copies_;
  Range anchor_{};
  std::vector<bool> replacedFunctions(const List<ast::Stmt*>& list, bool in_class);
  bool replaced_ = false;  // the function that comes next is not seen before another takes its name
  List<Name> hidden_;  // an enumeration's body: names whose values are no attributes of the class
};

}  // namespace krait::hir
