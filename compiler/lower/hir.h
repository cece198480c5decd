// HIR: untyped flow graphs. Lowering turns each def, lambda, generator expression, class body and module
// body into one Code: basic blocks of simple operations on registers (assigned once) and slots (local
// variables). All of Python's control flow and syntax is gone; what an operation means still depends on
// the types, which infer adds an instance at a time. See docs/lower.md.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/interner.h"
#include "parse/ast.h"
#include "resolve/resolve.h"

namespace krait::hir {

struct CodeTag {};
struct RegTag {};
struct SlotTag {};
struct BlockTag {};
struct GlobalTag {};
using CodeId = Id<CodeTag>;
using Reg = Id<RegTag>;
using Slot = Id<SlotTag>;
using BlockId = Id<BlockTag>;
using GlobalId = Id<GlobalTag>;  // a module variable
using resolve::ModuleId;

// clang-format off
#define KRAIT_HIR_OPS(X) \
  /* values */ \
  X(Const) X(Unknown) X(LoadSlot) X(StoreSlot) X(DelSlot) X(NewCell) X(LoadCell) X(StoreCell) X(DelCell) \
  X(LoadFree) X(LoadGlobal) X(StoreGlobal) X(DelGlobal) X(LoadClassName) \
  /* operations whose meaning depends on types */ \
  X(GetAttr) X(HasAttr) X(MatchPositional) X(SetAttr) X(DelAttr) X(GetItem) X(SetItem) X(DelItem) X(BuildSlice) X(Binary) X(Inplace) \
  X(Unary) X(Compare) X(Is) X(Contains) X(Not) X(Truth) X(Call) X(CallSpecial) X(GetIter) \
  X(FormatValue) X(BuildString) X(BuildTuple) X(BuildList) X(BuildSet) X(BuildDict) X(ListAppend) \
  X(ListExtend) X(SetAdd) X(DictSet) X(DictUpdate) X(ListToTuple) X(Unpack) X(UnpackStar) \
  X(UnpackGet) X(MakeFunction) X(MakeClass) X(StoreClassAttr) X(ImportModule) X(ImportFrom) \
  X(Intrinsic) X(RtCall) X(Yield) \
  /* exceptions */ \
  X(CatchException) X(EnterHandler) X(LeaveHandler) X(MatchException) \
  /* terminators */ \
  X(Jump) X(Branch) X(Return) X(Raise) X(Reraise) X(ForNext) X(Unreachable)
// clang-format on
#define KRAIT_ENUMERATOR(name) name,
enum class Op : uint8_t { KRAIT_HIR_OPS(KRAIT_ENUMERATOR) };
#undef KRAIT_ENUMERATOR

enum class ArgKind : uint8_t { Positional, Star, Keyword, DoubleStar };
struct CallArg {
  Reg value;
  ArgKind kind = ArgKind::Positional;
  Name keyword;
};

// Where an operation stands in the source, with the operator's range for traceback markers.
struct Place {
  Range range;
  Range anchor;              // empty: none
  const resolve::Scope* comprehension = nullptr;  // innermost list/set/dict comprehension it stands in
};

// Instr::sub of SetAttr: the store is what a definition tells about its function.
inline constexpr uint8_t kDescribing = 3;

struct Instr {
  Op op;
  uint8_t sub = 0;           // operator (ast enums), constant kind, negation, conversion …
  Reg result;                // invalid if none
  std::vector<Reg> operands;
  std::vector<CallArg> args; // Call: operands[0] is the callee
  Slot slot;
  Name name;
  GlobalId global;           // LoadGlobal …: the module's variable, if it has one
  GlobalId builtin;          // LoadGlobal: lib/core's variable of that name, if any
  CodeId code;
  ModuleId module;
  uint32_t path = 0;         // LoadGlobal, LoadCell, GetAttr and their stores: 1 + an index into Code::paths
  int64_t imm = 0;           // counts, indices; StoreClassAttr: a later one replaces it
  double number = 0;
  std::string_view text;     // Const
  BlockId targets[2];        // Jump: [0]; Branch: true, false; ForNext: body, exhausted
  Place place;
};

struct Block {
  std::vector<Instr> instrs;  // the last one is a terminator
  BlockId handler;            // where exceptions of this block go; invalid: out of the function
};

enum class ParamKind : uint8_t { PositionalOnly, Normal, VarArgs, KeywordOnly, KwArgs };
struct Param {
  Name name;
  ParamKind kind;
  bool has_default = false;
  const ast::Expr* annotation = nullptr;
};

enum class CodeKind : uint8_t { Module, Function, Lambda, Class, GeneratorExpression };

// A variable or attribute that a function reads more than once, so that a test may say something about a later read:
// `self.left`, `node.next.next`, a module variable, a captured variable.
struct Path {
  enum Root : uint8_t { Local, Global, Cell } root;
  uint32_t index;                // of the slot, the global, the slot of the cell
  std::vector<Name> attributes;  // not empty for a local variable: what is in slots is known by slot
};

// Something that is stored to: what holds of paths through it ends there.
using StoreKey = uint32_t;
inline StoreKey attributeKey(Name n) { return n.index * 4; }
inline StoreKey globalKey(GlobalId g) { return g.index * 4 + 1; }
inline StoreKey cellKey(Name n) { return n.index * 4 + 2; }
inline StoreKey slotKey(Slot s) { return s.index * 4 + 3; }  // means something in its own code only

// `name: annotation` of a variable, or `self.name: annotation` in a method.
struct AnnotatedName {
  Name name;
  const ast::Expr* annotation;
  bool attribute;
};

struct Code {
  CodeKind kind;
  CodeId id;
  CodeId parent;              // enclosing code
  std::string name;           // __name__
  std::string qualname;       // __qualname__
  ModuleId module;
  FileId file;                // its text: the module's, or one that a class was derived to
  const resolve::Scope* scope = nullptr;
  const void* node = nullptr; // FunctionDef, Lambda, ClassDef, GeneratorExp, Module
  Range range;                // of the definition
  std::vector<Param> params;  // slots 0 … params.size() - 1 hold them
  std::vector<Name> free;     // captured variables, in closure order
  bool generator = false;
  bool async = false;
  bool core = false;          // lib/core: hidden from tracebacks
  bool library = false;
  bool passes_keywords_on = false;  // it only passes its **parameter on, and may look at it (once lowered)
  bool is_method = false;     // defined directly in a class body
  bool computes_names = false;  // it has getattr() with a computed name
  bool attributed = false;    // the program sets attributes of it (found by inference)
  bool repeated = false;      // its definition may run more than once: in a loop or inside a function
  std::string_view doc;
  bool has_doc = false;

  CodeId copy_of;             // compiled for one of its calls: the code of the function itself
  Name asked_name;            // a copy of __getattr__: what its second parameter is

  bool lowered = false;       // the rest is filled on demand
  std::vector<Name> slots;    // names; hidden ones invalid
  std::vector<Slot> locals;   // the function's own variables, without parameters and comprehensions' names
  uint32_t regs = 0;
  std::vector<std::pair<uint32_t, uint32_t>> defined;  // by register: block and position
  std::vector<Block> blocks;  // blocks[0] is the entry
  std::vector<uint32_t> first;  // by block: how many operations stand in the blocks before it
  std::vector<std::vector<bool>> live_in;  // by block: slots whose value may still be read
  std::vector<AnnotatedName> annotations;
  std::vector<Path> paths;
  std::vector<std::pair<StoreKey, uint32_t>> path_keys;  // sorted: what each path goes through
  bool keeps_self = false;    // its first parameter is never assigned to, nor captured
};

struct GlobalVar {
  ModuleId module;
  Name name;
  // Bound unconditionally before anything can run that reads it: loads need no check.
  bool always_set = false;
  bool from_outside = false;  // the module itself does not bind it: another one may
};

struct Program {
  const resolve::Program* modules = nullptr;
  Interner* names = nullptr;
  // The first of equal constant sets, by module (once asked for) and by keys of their items.
  std::map<uint32_t, std::map<std::vector<std::string>, const ast::Set*>> constant_sets;
  // Inference holds on to a Code while it lowers others.
  IdVector<CodeId, Code, std::deque<Code>> codes;
  IdVector<GlobalId, GlobalVar> globals;
  std::vector<std::map<Name, GlobalId>> module_globals;  // by module index
  std::map<Name, GlobalId> core_globals;
  std::vector<CodeId> module_codes;  // by module index
  // A class of the program has __del__: when variables die can be seen, so they live as long as in CPython.
  bool observes_deaths = false;
  // A generator of the program may be suspended in a try or with: variables keep generators as long as in CPython.
  bool keeps_generators = false;
  // Some class of the program has __init_subclass__ or __set_name__.
  bool class_hooks = false;
  bool metaclasses = false;      // a class of the program has a metaclass of the program
  bool asks_subclasses = false;  // the program calls __subclasses__()
  // The program asks functions or classes for their __annotations__, functions for their defaults or code (describe.cpp).
  bool describes_annotations = false, describes_parameters = false;
  // By module, once asked for: where it binds names for good.
  std::map<uint32_t, std::map<Name, uint32_t>> definitions;
  // Some code of the program could notice a KeyboardInterrupt: its loops look for one.
  bool polls_interrupts = false;

  // Functions that make a class of their own for every place that calls them (found by inference), and what each place calls
  // instead: by code and place.
  std::set<uint32_t> copied_per_call;
  std::map<std::pair<uint32_t, uint64_t>, CodeId> copies;
  CodeId origin(CodeId c) const { return codes[c].copy_of.valid() ? codes[c].copy_of : c; }

  GlobalId globalOf(ModuleId m, Name n) const {
    auto& map = module_globals[m.index];
    auto it = map.find(n);
    return it == map.end() ? GlobalId() : it->second;
  }
};

// The unlowered program: one Code a module, inner ones are added as lowering meets them.
Program makeProgram(const resolve::Program& modules, Interner& names);
// The same function once more, unlowered: what is defined in it is its own.
CodeId copyCode(Program& program, CodeId code);
// Fills Code::defined and Code::first.
void findDefinitions(Code& code);
// Finds out what the program asks functions and classes for (describe.cpp).
void findDescribed(Program& program);
// Leaves out stores to captured variables that no closure can see (cells.cpp).
void removeDeadCellStores(Code& code);
// Finds out whether a function only passes its **parameter on and looks at it (Code::passes_keywords_on).
void findPassedKeywords(Program& program, Code& code);
// Fills Code::paths and marks the operations on them (paths.cpp).
void findPaths(Code& code, const Interner& names);
// Fills `code`'s blocks. Constructs that are valid Python but not compiled yet are reported to `diags`
// and become raises.
void lowerCode(Program& program, CodeId code, DiagnosticSink& diags);
// The blocks that lie on a cycle, by index (Tarjan's strongly connected components).
std::vector<bool> blocksInLoops(const Code& code);
// --emit=hir
std::string printCode(const Program& program, CodeId code);

}  // namespace krait::hir
