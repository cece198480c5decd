// MIR: typed SSA with block parameters and ownership, between mirgen and code generation. Data
// only. docs/mir.md explains it; ops.def lists the operations.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/ids.h"

namespace krait::mir {

struct TypeTag {};
struct LayoutTag {};
struct GlobalTag {};
struct FuncTag {};
struct BlockTag {};
struct ValueTag {};
struct SymTag {};
using TypeId = Id<TypeTag>;
using LayoutId = Id<LayoutTag>;
using GlobalId = Id<GlobalTag>;
using FuncId = Id<FuncTag>;
using BlockId = Id<BlockTag>;
using ValueId = Id<ValueTag>;
using SymId = Id<SymTag>;

enum class TypeKind : uint8_t {
  Void,
  Bool,  // i1 in registers, one byte in memory
  I8,    // storage of lib/core buffers; arithmetic is on I64
  I32,
  I64,
  F64,
  Int,    // Python's int: tagged word, counted when big
  Ref,    // heap object, not null
  Opt,    // heap object or null
  Any,    // {tag, payload}
  Ptr,    // raw memory, never counted
  Tuple,  // by value
};

struct Type {
  TypeKind kind;
  std::vector<TypeId> items;  // Tuple
  bool counted = false;       // does a value of this type hold references?
};

// The types of a module, interned: equal types have equal ids. The simple ones are preset.
class Types {
 public:
  Types();
  TypeId void_, bool_, i8, i32, i64, f64, int_, ref, opt, any, ptr;
  TypeId tuple(const std::vector<TypeId>& items);
  const Type& operator[](TypeId id) const { return types_[id]; }
  size_t size() const { return types_.size(); }

 private:
  IdVector<TypeId, Type> types_;
  std::map<std::vector<TypeId>, TypeId> tuples_;
};

enum class Pred : uint8_t { Eq, Ne, Lt, Le, Gt, Ge, Ult, Ule, Ugt, Uge };

#define KRAIT_OP(name, text, operands, result, flags) name,
enum class Op : uint8_t {
#include "mir/ops.def"
};
#undef KRAIT_OP

struct OpInfo {
  const char* text;
  const char* operands;
  char result;  // '-', 'T', 'O', 'B'
  const char* flags;
  bool is(char flag) const {
    for (const char* f = flags; *f; ++f)
      if (*f == flag) return true;
    return false;
  }
  bool terminator() const { return is('R') || is('X'); }
};
const OpInfo& opInfo(Op op);

// A source place of an operation that can raise, relative to its function (runtime's Site).
struct Site {
  int32_t line_delta = 0, end_line_delta = 0, column = -1, end_column = -1, anchor_begin = -1,
          anchor_end = -1;
  int32_t inlined =
      -1;  // index into Function::inlined: the function it belongs to, if it is another one
  int32_t outer = -1;  // the site of the frame that a comprehension's frame runs in: its next entry
};

// A function whose body stands in another one (copied there, or a comprehension), as its sites name it.
struct InlinedFunction {
  std::string display_name, file;
  int32_t line = 0;
};

// An edge to a block with the values of its parameters. On the normal edge of a raising op the op's
// own result may be an argument; on its error edge, the exception `Instr::exception`.
struct Edge {
  BlockId target;
  std::vector<ValueId> args;
};

// After the pass counts: whose references forwarding ops and projections hand on (ownership.h).
enum class Mark : uint8_t { None, View, Take };

struct Instr {
  Op op;
  Pred pred = Pred::Eq;
  Mark mark = Mark::None;
  ValueId result;     // invalid if none
  ValueId exception;  // raising ops: the owned exception (type ref), usable on the error edge only
  std::vector<ValueId> operands;
  int64_t imm = 0;  // number, bits, field index or tuple index
  double f64 = 0;
  TypeId type;  // mtype of buffer ops and const.size
  LayoutId layout;
  GlobalId global;
  FuncId func;
  SymId sym;                // literal text or runtime function name
  int32_t site = -1;        // index into Function::sites
  std::vector<Edge> edges;  // Br: 1; CondBr: true, false; raising: normal, error
};

struct Value {
  TypeId type;
};

struct Block {
  std::vector<ValueId> params;
  std::vector<Instr> instrs;  // the last one is the terminator
  bool cold = false;          // not worth speed, as the last pass found: no part of the text
};

enum class Mode : uint8_t { Borrowed, Owned };

struct Param {
  ValueId value;
  Mode mode = Mode::Borrowed;
};

enum class Inline : uint8_t { Auto, Always, Never };

struct Function {
  std::string name;          // linker symbol: qualified Python name and layout of the arguments
  std::string display_name;  // co_name, for tracebacks
  std::string file;          // for tracebacks
  int32_t line = 0;          // first line of the definition; sites are relative to it
  bool library = false;      // lib/core: no traceback entries, inlined in dev builds too
  bool raises = false;
  bool recursive = false;  // in a call-graph cycle: entry checks stack and recursion depth
  bool once = false;       // runs at most once in a program: only its loops are worth speed
  Inline inlining = Inline::Auto;
  TypeId result;  // Void: returns nothing
  std::vector<Param> params;
  std::vector<Block>
      blocks;  // blocks[0] is the entry; its params are the function's parameters' values
  IdVector<ValueId, Value> values;
  std::vector<Site> sites;
  std::vector<InlinedFunction> inlined;
  bool declaration = false;  // no body: defined in another unit

  Block& block(BlockId b) { return blocks[b.index]; }
  const Block& block(BlockId b) const { return blocks[b.index]; }
  ValueId newValue(TypeId type) { return values.add({type}); }
};

// A field of a heap object. A field that owns a lib/core buffer has type ptr and a `buffer_item`
// type: on drop, the slots [0, count field) are released and the memory of (capacity field) slots
// is freed. Slots of a live buffer hold a value or zero.
struct Field {
  std::string name;
  TypeId type;
  TypeId buffer_item;        // invalid: no owned buffer
  int32_t count_field = -1;  // -1: items need no release
  int32_t capacity_field = -1;
  bool drop_backwards = false;
};

// The class of heap objects (or of values without payload: functions, class objects), with what its
// TypeInfo says. Preorder numbering follows `base`.
struct Layout {
  std::string symbol;         // kr_tid_<symbol>: unique; qualified name and field layout
  std::string name;           // __name__
  std::string module;         // "builtins", "__main__", …
  LayoutId base;              // invalid: none
  std::vector<Field> fields;  // inherited ones first
  bool runtime = false;       // memory layout known to the runtime only (str, bytes, int, File …)
  bool exception = false;     // begins with runtime's Exception prefix (not listed in fields)
  bool acyclic = false;       // cannot be part of a cycle
  bool value_only = false;    // never on the heap: only a tag in unions
  FuncId del;                 // __del__ as a MIR function (self borrowed), or invalid
  FuncId exc_str;  // str(exception), raising MIR function with one ref parameter, or invalid
};

struct Global {
  std::string symbol;
  TypeId type;
  bool late = false;  // released at exit after those whose values may run code of the program when they die
};

struct Module {
  Types types;
  IdVector<LayoutId, Layout> layouts;
  IdVector<GlobalId, Global> globals;  // zero-initialised; released in order at exit
  IdVector<FuncId, Function> functions;
  FuncId main;                      // runs the program's modules: void, raises
  bool polls_interrupts = false;    // SIGINT becomes KeyboardInterrupt (check_interrupt)
  std::deque<std::string> symbols;  // literal texts and runtime names, by SymId
  std::unordered_map<std::string, SymId> symbol_ids;

  SymId symbol(const std::string& text) {
    auto [it, added] = symbol_ids.try_emplace(text, SymId());
    if (added) {
      symbols.push_back(text);
      it->second = SymId(symbols.size() - 1);
    }
    return it->second;
  }
  const std::string& text(SymId id) const { return symbols[id.index]; }
};

// A runtime function as abi.def declares it.
struct RuntimeFunction {
  std::string name;  // without kr_
  TypeId result;
  std::vector<TypeId> params;
  bool raises;
  std::string result_word;  // as written: "str", "integer", "i64", …
  std::vector<std::string> param_words;
};
// Looks a runtime function up by name; null if abi.def has none.
const RuntimeFunction* findRuntimeFunction(const std::string& name);

}  // namespace krait::mir
