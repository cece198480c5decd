// Classes whose members the library makes from a declaration: dataclasses, enumerations and named
// tuples. Their methods are written as Python text, parsed, and added to the class's tree before scopes are
// built for good, so that every later stage sees ordinary methods. See docs/derive.md.
#pragma once

#include <map>
#include <set>

#include "resolve/resolve.h"

namespace krait::resolve {

// What an expression names, as far as the text says.
struct Entity {
  std::string module;                 // of the library or the program; "" if unknown
  std::string name;                   // its top-level name there; "" for the module itself
  const ast::ClassDef* cls = nullptr; // the class, where it is one
  ModuleId where;                     // the module that defines the class
  bool is(std::string_view m, std::string_view n) const { return module == m && name == n; }
};

// Of declarations' arguments (derive_tuple.cpp): the names in "x y" or "x, y"; the items of a list or tuple display,
// else null.
std::vector<std::string> wordsOf(std::string_view text);
bool isIdentifier(const std::string& s);
const List<ast::Expr*>* elementsOf(const ast::Expr* e);

class Deriver {
 public:
  Deriver(Program& program, SourceManager& sources, Arena& arena, Interner& names, DiagnosticSink& diags)
      : program_(program), sources_(sources), arena_(arena), names_(names), diags_(diags) {}
  // Rewrites the classes of all modules of the program; builds the scopes of changed modules anew.
  void run();

 private:
  struct Definition {
    enum Kind { None, Class, Import, From } kind = None;
    const ast::ClassDef* cls = nullptr;
    std::string module, name;
  };
  struct Field {
    std::string name;
    bool has_default = false, factory = false, init_only = false, kw_only = false;
    bool init = true, repr = true, compare = true;
    int hash = -1;                          // -1: as compare
    std::string default_text;               // what holds the default or what makes it, in the body of the class
    std::string type_text;                  // its annotation, where that is a plain name

    /// The class attribute that holds the default or what makes it.
    std::string holder() const { return factory ? "_dataclass_factory_" + name : name; }
  };
  struct Facts {
    bool done = false;
    bool dataclass = false, frozen = false;
    bool enumeration = false;
    bool test_case = false;
    std::vector<Field> fields;              // of a dataclass: inherited ones first
    std::vector<std::pair<const ast::ClassDef*, const ast::Expr*>> bases;  // those that are classes of the program
  };

  // --- what names mean (derive.cpp) ---
  bool declares(const Module& m);
  void index(ModuleId m);
  void indexStmts(ModuleId m, const Scope* s, const List<ast::Stmt*>& list);
  Entity find(ModuleId m, const Scope* s, const ast::Expr* e, int depth = 0);
  Entity findName(ModuleId m, const Scope* s, Name name, int depth);
  Entity exported(const std::string& module, Name name, int depth);

  // --- walking the classes ---
  void stmts(List<ast::Stmt*>& list, const Scope* s);
  void classDef(ast::ClassDef* c, const Scope* s);
  Facts& factsOf(const ast::ClassDef* c) { return facts_[c]; }
  // The program's class of that tree is derived first, wherever it stands.
  Facts& derived(const Entity& e);

  void totalOrdering(ast::ClassDef* c);
  void cachedProperties(ast::ClassDef* c, const Scope* inner);

  // --- writing code ---
  std::string_view text(Name n) { return names_.text(n); }
  static std::string quoted(std::string_view s);
  std::string dotted(const ast::Expr* e);  // "a.b"; "" if it is something else
  ast::Module* parse(const std::string& source, FileId& file);
  ast::FunctionDef* addMethod(ast::ClassDef* c, const std::string& header, const std::vector<std::string>& body, const std::string& decorator = "");
  void addStmts(ast::ClassDef* c, const std::string& source);
  void addRaise(ast::ClassDef* c, const char* exception, const std::string& message);
  void append(ast::ClassDef* c, ast::Stmt* s);
  static void placeExpr(ast::Expr* e, Range r);
  ast::Expr* nameExpr(std::string_view name, Range r);
  bool defines(const ast::ClassDef* c, std::string_view name);
  bool inherits(const ast::ClassDef* c, std::string_view method);
  void unsupported(Range r, const std::string& what, const std::string& hint);

  // --- enumerations (derive_enum.cpp) ---
  enum class EnumKind { None, Plain, Int, Str, Flag, IntFlag };
  EnumKind enumKind(const ast::ClassDef* c, ModuleId m, const Scope* s);
  bool inheritsOwn(const ast::ClassDef* c, std::string_view method);
  EnumKind enumKindOf(const Entity& e);
  void boundary(ast::ClassDef* c, const Scope* s);
  ast::Expr* enumCall(const ast::Expr* e, const Scope* s, std::vector<ast::Stmt*>& before);
  void enumeration(ast::ClassDef* c, const Scope* s, const Scope* inner, EnumKind kind);

  // --- named tuples (derive_tuple.cpp) ---
  ast::Expr* namedTupleCall(const ast::Expr* e, const Scope* s, std::vector<ast::Stmt*>& before);
  void namedTupleClass(ast::ClassDef* c, const Scope* s);
  void namedTuple(ast::ClassDef* c, const std::vector<std::string>& fields, const std::vector<ast::Expr*>& defaults);
  ast::ClassDef* newClass(Name shown, Range r);
  uint32_t hidden_classes_ = 0;

  // --- operator.attrgetter and methodcaller (derive_getters.cpp) ---
  void getters(const Module& m);

  // --- unittest (derive_unittest.cpp) ---
  struct TestMethod {
    bool plain = true;        // every definition is a function without decorators
    bool documented = false;  // … and one has a docstring
    bool assigned = false;    // one is an assignment: of a function or something else
  };
  void readTestNames();
  void testMethods(const ast::ClassDef* c, std::map<std::string, TestMethod>& all);
  void testMethodsIn(const List<ast::Stmt*>& body, std::map<std::string, TestMethod>& all);
  void testCase(ast::ClassDef* c, const Scope* s);
  void testModule(Module& m);
  void testMains(const Module& m);
  void testCleanups(const Module& m);
  bool testing_ = false;
  // warnings.warn(…) learns its place.
  void warnings(const Module& m);
  void addKeywords(ast::Call* call, const std::string& keywords);
  std::vector<std::string> test_prefixes_;  // what names of test methods begin with
  std::set<std::string> test_stores_;       // attributes of such names that the program sets
  std::set<std::string> test_texts_;        // the program's string literals: a test may be named by one

  // --- dataclasses (derive_dataclass.cpp) ---
  struct DataclassArgs {
    bool init = true, repr = true, eq = true, order = false, unsafe_hash = false, frozen = false, kw_only = false,
         slots = false, match_args = true;
  };
  void dataclass(ast::ClassDef* c, const Scope* s, const ast::Expr* decorator);
  bool describes();  // does the program ask for fields()?
  bool flags(const ast::Expr* decorator, DataclassArgs& args);
  bool readField(ast::ClassDef* c, ast::AnnAssign* a, const Scope* inner, DataclassArgs& args, bool kw_only, Field& f);

  Program& program_;
  SourceManager& sources_;
  Arena& arena_;
  Interner& names_;
  DiagnosticSink& diags_;
  ModuleId module_;
  bool changed_ = false;
  std::map<std::pair<const Scope*, Name>, Definition> definitions_;
  std::set<uint32_t> indexed_;
  std::map<const ast::ClassDef*, Facts> facts_;
  std::map<const ast::ClassDef*, std::pair<ModuleId, const Scope*>> places_;  // where each class stands
  std::set<uint32_t> changed_modules_;
};

}  // namespace krait::resolve
