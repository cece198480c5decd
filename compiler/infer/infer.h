// Type inference: from flow graphs to a typed program. Every function is analysed once for each
// combination of argument types it is called with (an instance); what each operation of an instance
// means for the types that reach it is written into records, from which mirgen builds MIR.
#pragma once

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "diag/diag.h"
#include "infer/types.h"
#include "lower/hir.h"
#include "source/source.h"

namespace krait::infer {

// Where the value of a callee's parameter comes from. Operands of a call: 0 is self (or unused), then
// the call's arguments in order.
struct ArgSource {
  enum Kind : uint8_t {
    Operand,    // operand `index`
    Default,    // the function value's default `index`
    Pack,       // a tuple of `items` (for *args)
    Item,       // item `item` of operand `index`, a tuple
    Dict,       // a dict of keyword `keys` to `items` (for **kwargs)
    Core,       // the call `core` of a lib/core function with `items`
    Str,        // the text of keys[0]
    Int,        // `index` as an int
    None,
  } kind;
  uint32_t index = 0;
  uint32_t item = 0;
  std::vector<ArgSource> items;
  std::vector<Name> keys;
  std::shared_ptr<struct DictMaker> dict;  // Dict: how to make it
  std::shared_ptr<struct CoreCall> core;   // Core; Dict: what it starts from, where that is no empty dict
};

struct CallTarget {
  InstanceId instance;
  std::vector<ArgSource> args;
  // Evaluated first, for their effect and as operands `first_let` and following.
  std::vector<ArgSource> lets;
  uint32_t first_let = 0;
  // Where the function was found, if it is no operand: an attribute of a class, or (`field`) what the property or
  // classmethod there holds.
  ClassId owner;
  Name attribute, field;
  bool valid() const { return instance.valid(); }
};

// Operations on built-in scalars that mirgen knows.
enum class Prim : uint8_t {
  None, IntBinary, FloatBinary, I64Binary, IntCompare, FloatCompare, IntFloatCompare, I64Compare,
  BoolBinary, IntUnary, FloatUnary, I64Unary, Truth, IsIdentity, IsNone, StaticBool,
};

enum class ActionKind : uint8_t {
  Prim,         // by `prim` on the operands
  Call,         // call.instance with self = operand 0 where it takes one
  Construct,    // new object of `cls` (node), then `second` (what an exception's __new__ does), `call` (its __init__)
  MakeGenerator,  // new suspended frame of call.instance; `second`: its close, where dropping it must run code
  Resume,       // runs the generator operand 0 until its next yield: call.instance
  Value,        // the result is a value without payload, or known from its type alone
  Field,        // load or store of the object's field `name`
  ClassAttr,    // load of class attribute `name` of class `cls`
  ModuleAttr,   // load of the module variable `global`
  FunctionAttr, // load or store of attribute `name` of a function; `node` holds it, in the object if `index`
  Bind,         // a bound method: self = operand 0
  Binary,       // call, then (if it returned NotImplemented) second, then `failure` or identity
  TupleItem,    // item `index` of a tuple
  TupleIndex,   // item of a tuple at a run-time index
  Fail,         // raises `exc`(message)
  Special,      // an operation that mirgen knows by `name` (isinstance, super, …)
};

// Action::index where the action concerns an attribute: where it is found, and what the call gets besides the object.
namespace form {
enum : uint32_t {
  kWithGetter = 1,         // hasattr: the last operand is the property's getter
  kWithName = 2,           // a hook like __getattr__: the last operand is the name
  kFunctionItself = 3,     // nothing is bound
  kOfPlainValue = 4,       // a method of the int, float or str inside an object of a subclass
  kDescriptor = 5,         // operands: the descriptor, the object, its class or the value
  kDescriptorOfClass = 6,  // operands: the descriptor, None, the class
  kWithHook = 7,           // hasattr: the operands are __getattr__, bound (Action::result is its type), and the name
};
}  // namespace form

struct Action {
  ActionKind kind = ActionKind::Value;
  Prim prim = Prim::None;
  CallTarget call, second;
  bool swapped = false;        // Binary: `call` is the reflected method (self = operand 1)
  bool first_not_implemented = false, second_not_implemented = false;
  bool identity_fallback = false;
  bool otherness_fallback = false;  // the same for __ne__: not identical
  uint32_t index = 0;
  ClassId cls;
  NodeId node;
  Name name;
  hir::GlobalId global;
  ClassId exc;
  std::string message;
  TypeId result;
  std::shared_ptr<const Action> otherwise;  // Field: where the object has no such attribute of its own

  // Calls f with every function that it may call.
  template <class F>
  void eachCall(F f) const {
    f(call);
    f(second);
    if (otherwise) otherwise->eachCall(f);
  }
};

// What an operation does when its first operands have these types.
struct Case {
  TypeId types[2];
  Action action;
  Name key = Name();  // attributes by a computed name: this one
};

struct Record {
  std::vector<Case> cases;
  int8_t decided = -1;   // a truth value known from types: 0, 1, or -1
  CallTarget next;       // ForNext and GetIter: further calls
};

// The records of an instance, in the order in which they were first written.
class Records {
 public:
  struct Entry {
    uint32_t block, position;
    Record record = {};
    Entry(uint32_t b, uint32_t p) : block(b), position(p) {}
  };
  Record& at(uint32_t block, uint32_t position) {
    auto [number, added] = index_.insert(uint64_t(block) << 32 | position, static_cast<uint32_t>(entries_.size()));
    if (added) entries_.push_back(std::make_unique<Entry>(block, position));
    return entries_[*number]->record;
  }
  const Record* find(uint32_t block, uint32_t position) const {
    const uint32_t* number = index_.find(uint64_t(block) << 32 | position);
    return number ? &entries_[*number]->record : nullptr;
  }
  void clear() {
    index_.clear();
    entries_.clear();
  }
  const std::vector<std::unique_ptr<Entry>>& entries() const { return entries_; }

 private:
  FlatMap<uint64_t, uint32_t> index_;
  std::vector<std::unique_ptr<Entry>> entries_;  // so that references stay valid
};

struct CoreCall {
  Action action;
  TypeId type;
};

// Making the dict of a **kwargs parameter: construct it, then set every item.
struct DictMaker {
  Action make;
  CallTarget set;
  TypeId values;
};

struct ClassInfo {
  ClassId id;
  hir::CodeId body;
  std::string name, qualname, module;
  std::string full_name;        // of the library: what messages call it where that is not its name
  std::vector<ClassId> bases, mro;
  bool container = false;       // of the program, with a base that is a container of the library
  std::vector<ClassId> declared_bases;  // as written, where a built-in one is represented by another class
  std::string broken;           // why the class statement raises TypeError, if it does
  std::vector<Name> tuple_fields;  // of a named tuple
  ClassId metaclass;            // invalid: type
  std::set<Name> body_sets;     // the attributes that its body sets; others are unset at first
  bool has_slots = false;       // only the attributes in `slots` can be set on its objects
  std::set<Name> slots;
  NodeId attributes;            // class attributes, global
  std::vector<Name> attribute_order;
  NodeId instance;              // nominal: the node of all its objects
  bool generic = false;         // each construction site has a node of its own
  bool exception = false;
  bool core = false;
  bool instantiated = false;
  bool open = false;            // has a base that is not known: any attribute may exist
  bool bare = false;            // objects of it may begin without __init__
  bool fields_known = false;
  std::set<uint32_t> always_set;  // fields that __init__ certainly sets (once fields_known)
  std::vector<Name> field_order;
  Ctor scalar = Ctor::Obj;      // int, str …: not objects of the heap
  const ast::ClassDef* node = nullptr;
  Name varying;                 // a class attribute whose value is not a constant of the class body
  Range varying_at;
};

// Instances by the function and parameters that they are for.
class InstanceTable {
 public:
  InstanceId* find(const std::vector<uint32_t>& key) {
    if (slots_.empty()) return nullptr;
    const uint64_t hash = hashOf(key);
    for (size_t i = hash & mask(); slots_[i].instance.valid(); i = (i + 1) & mask())
      if (slots_[i].hash == hash && matches(slots_[i], key)) return &slots_[i].instance;
    return nullptr;
  }
  void set(const std::vector<uint32_t>& key, InstanceId instance) {
    if (InstanceId* there = find(key)) {
      *there = instance;
      return;
    }
    if ((count_ + 1) * 2 > slots_.size()) {
      std::vector<Slot> old(std::max<size_t>(1024, slots_.size() * 2));
      old.swap(slots_);
      for (const Slot& s : old)
        if (s.instance.valid()) place(s);
    }
    place({hashOf(key), words_.size(), key.size(), instance});
    words_.insert(words_.end(), key.begin(), key.end());
    ++count_;
  }

 private:
  struct Slot {
    uint64_t hash = 0;
    size_t begin = 0, size = 0;  // the key, in words_
    InstanceId instance;
  };
  static uint64_t hashOf(const std::vector<uint32_t>& key) {
    uint64_t hash = key.size();
    for (uint32_t word : key) hash = hashBits(hash * 0x9e3779b97f4a7c15u + word);
    return hash;
  }
  bool matches(const Slot& s, const std::vector<uint32_t>& key) const {
    return s.size == key.size() && std::equal(key.begin(), key.end(), words_.begin() + static_cast<std::ptrdiff_t>(s.begin));
  }
  size_t mask() const { return slots_.size() - 1; }
  void place(const Slot& s) {
    size_t i = s.hash & mask();
    while (slots_[i].instance.valid()) i = (i + 1) & mask();
    slots_[i] = s;
  }

  std::vector<Slot> slots_;
  std::vector<uint32_t> words_;
  size_t count_ = 0;
};

// The instances that call another one, each once.
class Callers {
 public:
  void insert(InstanceId i) {
    if ((list_.empty() || list_.back() != i) && seen_.insert(i.index)) list_.push_back(i);
  }
  size_t size() const { return list_.size(); }
  InstanceId operator[](size_t k) const { return list_[k]; }
  const std::vector<InstanceId>& list() const { return list_; }

 private:
  std::vector<InstanceId> list_;
  FlatSet<uint32_t> seen_;
};

// What is known of paths (hir::Path) at a point, sorted by path: their values have one of these types.
using Facts = std::vector<std::pair<uint32_t, TypeId>>;

struct Instance {
  InstanceId id;
  hir::CodeId code;
  TypeId function;              // the Func atom with its environment
  std::vector<TypeId> formals;
  // What a call returns. Generators: a tuple of what they yield and what they return, Unset for nothing.
  TypeId result;
  TypeId raises;                // union of exception objects
  TypeId yields, returned;      // generators: the parts of result
  bool stop_escapes = false;    // generators: a StopIteration may leave the body
  bool live = false;
  bool by_computed_name = false;  // called as one of several that a computed name may mean: it may be never
  bool recursive = false;       // in a cycle of calls: it may raise RecursionError
  std::vector<std::vector<TypeId>> block_in;  // types of slots at block entry; empty: unreachable
  std::vector<Facts> facts_in;                // by block, like block_in
  std::vector<TypeId> caught;                 // by handler block: what arrives there
  std::vector<uint32_t> stops;                // by block: the operation that never ends, UINT32_MAX for none
  std::vector<TypeId> regs;
  Records records;

  // What an instance keeps for a place of its code goes by block, operation, and a number within the
  // operation that names the case: never by its rank in a union, which changes while the union grows.
  static uint64_t mix(uint64_t a, uint64_t b) {
    uint64_t x = (a ^ (b + 0x9e3779b97f4a7c15u + (a << 6) + (a >> 2))) * 0xbf58476d1ce4e5b9u;
    return x ^ x >> 31;
  }
  static uint64_t place(uint32_t block, uint32_t position, uint64_t sub = 0) {
    return mix(uint64_t(block) << 32 | position, sub);
  }

  // Working state of the solver.
  bool dirty = true, running = false;
  bool open_results = false;  // some call of it has a result whose layout its users may change
  uint32_t depth = 0;
  Callers callers;
  FlatMap<uint64_t, TypeId> kept;
  FlatMap<uint64_t, NodeId> made;
  // What a call may store to (hir::StoreKey); an __init__: beside attributes of `self`.
  FlatSet<uint32_t> stores, stores_on_self;
  FlatSet<uint32_t> reads, copies;  // nodes that have it among their readers, or copiers
  InstanceId group;
  uint32_t runs = 0;
  std::string type_error;  // library code: a wrong argument type certainly or possibly reaches it
  std::string none_error;  // library code: None among the items of an argument possibly reaches what it does not fit
  std::string refusal;     // library code: what it is asked for and does not do yet

  const Record* record(uint32_t block, size_t position) const {
    return records.find(block, static_cast<uint32_t>(position));
  }
};

struct GlobalInfo {
  NodeId node;  // field T
};

enum class Level : uint8_t { Strict, Standard, Dynamic };

struct Options {
  Level level = Level::Standard;
  // krait check: goes on after errors with unknown types, and analyses what nothing calls (uncalled.cpp).
  bool whole_file = false;
};

struct Program {
  hir::Program* hir = nullptr;
  Interner* names = nullptr;
  Types types;
  std::deque<Instance> instances;
  bool may_copy = true;                                 // may the engine ask for copies of functions?
  std::set<uint32_t> copies_wanted;                     // functions that make classes, see hir::Program::copied_per_call
  std::set<uint32_t> generic_codes;                     // classes of the program that are generic, by code
  IdVector<ClassId, ClassInfo> classes;
  std::unordered_map<uint32_t, ClassId> class_of_code;  // by class body code
  std::vector<NodeId> globals;                          // by hir::GlobalId: field T
  InstanceId main;                                      // the main module's body
  std::unordered_map<uint32_t, InstanceId> module_instances;
  std::unordered_map<std::string_view, ClassId> core_classes;  // by name, as interned
  std::unordered_map<uint32_t, InstanceId> exception_texts;  // by exception class: str(exception) for tracebacks
  std::unordered_map<uint32_t, InstanceId> finalizers;       // by class: __del__
  InstanceId at_exit;                                        // atexit's functions; invalid: it is not used
  std::vector<std::vector<Name>> records;                    // the names of Ctor::Record, by id
  std::set<uint32_t> called;                                 // codes that the program itself reaches
  std::unordered_map<uint32_t, NodeId> function_attributes;  // by code: of functions whose definition runs once
  NodeId exception_args;                                     // field T: all arguments of exceptions

  Instance& instance(InstanceId i) { return instances[i.index]; }
  InstanceTable instance_by_key;
  ClassId class_of_ctor[static_cast<size_t>(Ctor::Generator) + 1];  // of classOf, once known
  // The instance that runs the body of this generator; invalid: none was made.
  InstanceId generatorInstance(const Atom& generator);
  // The instance of a function for these parameters; invalid: none was made.
  InstanceId findInstance(const Atom& function, const std::vector<TypeId>& params);
  TypeId globalType(hir::GlobalId g) { return types.field(globals[g.index], kFieldT); }
  // What a module's variable holds once the program is solved, or the builtin of that name.
  TypeId moduleValue(hir::ModuleId module, Name name);
  // The class whose attributes a value of this atom has.
  // What object has by name only: a class that inherits its __init__ takes no arguments, one that inherits its
  // comparisons has none.
  bool isObjectsDefault(ClassId owner, std::string_view name) const;
  // Is it a function or method that CPython writes in C?
  bool isBuiltin(const Atom& function) const;
  ClassId classOf(const Atom& a);
  ClassId shownClass(const Atom& a);  // type(x): of every tuple it is tuple
  ClassId coreClass(std::string_view name) {
    auto it = core_classes.find(name);
    return it == core_classes.end() ? ClassId() : it->second;
  }
  bool isSubclass(ClassId c, ClassId base);
  // isinstance(a value of this atom, k), as the program or (`library`) the library sees it: there, a subclass of
  // int or str is an object with methods, not the plain value.
  bool isInstance(const Atom& a, ClassId k, bool library);
  // The members of a value of this atom in isinstance(x, int | str); bottom: it is no union of classes.
  TypeId typingOrigin(const Atom& a, bool bare);
  TypeId unionMembers(const Atom& a);
  // Does the class define the method, and not as None?
  bool hasMethod(ClassId c, const char* name);
  // Of the classes in collections.abc: does class c count as one by what it has? -1: k is no such class.
  int isVirtualSubclass(ClassId c, ClassId k);
  // What an object of a generic class of the library holds: the items of a list, the keys and values of a dict.
  std::vector<TypeId> itemTypes(const Atom& a);
  std::string typeText(TypeId t);                  // "int | None", "list[str]"
  std::string typeName(const Atom& a);             // type(x).__name__

 private:
  std::string typeText(TypeId t, int depth, int& members);
};

// Infers the whole program from its main module. Errors and warnings go to `diags`.
std::unique_ptr<Program> inferProgram(hir::Program& hir, const Options& options, DiagnosticSink& diags);

// The documentation string of a class; null: it has none.
const ast::Constant* classDoc(const ast::ClassDef* node);
// The names that the __dict__ of a class of the program shows, in its body's order: not what the compiler keeps there.
std::vector<Name> shownAttributes(const Program& p, ClassId c);
// What dir() shows of a class of the program besides what its builtin base and every object have, separated by blanks.
std::string shownNames(const Program& p, ClassId c);

// The instances' signatures and variables as text (--emit=types); `function`: only that one.
std::string printTypes(Program& program, const std::string& function);
// The types of everything that a running program has a name for, as JSON (types_json.cpp).
std::string printTypesAsJson(Program& program, const SourceManager& sources);

}  // namespace krait::infer
