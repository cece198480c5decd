// Internal to mirgen/: representations, layouts, and the state of building one function.
#pragma once

#include <functional>
#include <map>
#include <set>

#include "base/check.h"
#include "infer/infer.h"
#include "mir/mir.h"
#include "source/source.h"

namespace krait::mirgen {

using infer::Action;
using infer::ActionKind;
using infer::ArgSource;
using infer::Atom;
using infer::Case;
using infer::ClassId;
using infer::Ctor;
using infer::Instance;
using infer::InstanceId;
using infer::Prim;
using infer::Record;
namespace form = infer::form;
using mir::BlockId;
using mir::LayoutId;
using mir::Op;
using mir::Pred;
using mir::TypeId;
using mir::ValueId;
using Type = infer::TypeId;

// A MIR value with the Python type it has.
struct Value {
  ValueId id;
  Type type;
};

// What is common to all functions of a module.
class Generator {
 public:
  Generator(infer::Program& program, const SourceManager& sources)
      : p(program), t(program.types), sources_(sources) {}
  mir::Module run();

  // --- representations (repr.cpp) ---
  TypeId repr(Type type);
  TypeId itemRepr(Type type);  // in a buffer: narrow machine integers
  bool isUnit(Type type);      // no information at run time
  bool isUnit(const Atom& a);
  bool isTag(Type type);       // one of several such: a type id (i64), zero where it is unset
  bool byValue(Type type);     // a tuple, method or keyword record: several words, an object only inside unions
  static bool byValue(Ctor c) { return c == Ctor::Tuple || c == Ctor::Method || c == Ctor::Record; }
  bool heap(const Atom& a);    // a plain reference, inside unions
  bool acyclic(Type type);     // nothing but immutable values, tuples of such among them
  std::string placeOf(const hir::Code& c);
  bool releasedLate(Type type);                          // see mir::Global::late
  bool mayRunCode(Type type, std::set<uint32_t>& seen);  // when a value of this type dies: __del__, a suspended generator
  bool needsObject(hir::CodeId code);  // a function value that carries cells or defaults
  LayoutId layoutOf(const Atom& a);
  LayoutId classLayout(ClassId cls, infer::NodeId node);
  // What a class is called in symbols: with the place where it stands if another one has the same name.
  std::string classSymbol(ClassId cls);
  LayoutId tupleLayout(const std::vector<TypeId>& items, ClassId cls = ClassId());
  LayoutId runtimeLayout(const std::string& name);
  LayoutId functionLayout(const Atom& a);
  LayoutId cellLayout(TypeId content);
  // The object of a suspended generator whose body is this instance (yields.cpp).
  LayoutId frameLayout(InstanceId body);
  // The frame's field that keeps slot `slot` in this representation, made where there is none yet.
  int frameField(LayoutId frame, const char* kind, size_t slot, TypeId type);
  Type yieldType(const Instance& body);
  int fieldIndex(LayoutId layout, const std::string& name);
  std::string typeText(TypeId type);
  // Are the tuples and methods in a union laid out the same for both types?
  bool sameBoxes(Type a, Type b);

  // --- program-wide cells ---
  mir::GlobalId global(hir::GlobalId g);
  Type globalType(hir::GlobalId g);  // with Unset where loads must check
  mir::GlobalId classAttribute(ClassId cls, Name name);
  Type classAttributeType(ClassId cls, Name name);
  mir::GlobalId functionAttribute(hir::CodeId code, Name name);
  mir::GlobalId defaultValue(hir::CodeId code, uint32_t index, Type type);
  mir::GlobalId moduleFlag(hir::ModuleId module);

  mir::FuncId functionFor(InstanceId instance);

  infer::Program& p;
  infer::Types& t;
  mir::Module m;
  const SourceManager& sources() const { return sources_; }
  std::set<std::pair<uint32_t, uint32_t>> used_defaults;  // code, index
  // The literal that a function's default is, if it is one.
  const hir::Instr* literalDefault(hir::CodeId function, uint32_t index);

 private:
  friend class FunctionBuilder;
  void declareExceptionTexts();
  std::map<uint32_t, std::vector<const hir::Instr*>> literal_defaults_;  // by code: null where it is no literal
  std::string buffersText(const infer::ClassInfo& c);

  const SourceManager& sources_;
  std::map<std::string, LayoutId> layouts_;
  std::map<std::string, int> class_names_;  // how many classes have the name
  std::map<uint32_t, mir::GlobalId> globals_, module_flags_;
  std::map<std::pair<uint32_t, uint32_t>, mir::GlobalId> class_attributes_, defaults_;
  std::map<std::pair<uint32_t, uint32_t>, mir::GlobalId> function_attributes_;
  std::map<uint32_t, mir::FuncId> functions_;
  std::map<uint32_t, LayoutId> frames_;  // by body instance
  std::map<std::string, int> names_;
  std::vector<InstanceId> pending_;
  std::unordered_map<uint32_t, std::pair<uint64_t, TypeId>> repr_cache_;
};

// Builds one instance's function.
class FunctionBuilder {
 public:
  FunctionBuilder(Generator& gen, InstanceId instance, mir::FuncId function);
  void build();

 private:
  // --- emitting (function.cpp) ---
  mir::Function& f() { return g.m.functions[func_]; }
  BlockId newBlock();
  void start(BlockId b) { block_ = b; }
  mir::Instr& emit(Op op);
  ValueId emitValue(Op op, TypeId type, std::initializer_list<ValueId> operands = {});
  // A raising op: goes on in a new block; errors go to the HIR block's handler or out.
  // `ends_iteration`: the shared object that ends an iteration may come out, and is a StopIteration then.
  ValueId raising(Op op, TypeId type, std::vector<ValueId> operands, const std::function<void(mir::Instr&)>& fill,
                  bool ends_iteration = false);
  mir::Edge errorEdge(ValueId exception, bool ends_iteration = false);
  void br(BlockId target, std::vector<ValueId> args = {});
  void condBr(ValueId c, BlockId yes, BlockId no, int likely = 0);
  ValueId param(BlockId b, TypeId type);
  void throwValue(ValueId exception);  // an owned exception leaves this point
  ValueId i64(int64_t v);
  ValueId boolean(bool v);
  ValueId zero(TypeId type);
  ValueId str(std::string_view text);
  void importFails(const infer::Action& a, const std::string& name, const std::string* path);
  bool holdsGenerator(Type type, std::set<uint32_t>& seen);
  int site();
  struct Frame {
    int32_t function = -1, site = -1;  // indices into Function::inlined and Function::sites
  };
  int siteOf(Range r, Range anchor, const resolve::Scope* comprehension);
  const Frame& comprehensionFrame(const resolve::Scope* scope);
  bool dead() const { return !block_.valid(); }

  // --- values (values.cpp) ---
  ValueId coerce(ValueId v, Type from, Type to);
  ValueId toAny(ValueId v, Type from);
  ValueId fromAny(ValueId v, Type to);
  ValueId toTag(ValueId v, Type from);
  ValueId testMembers(Value v, const std::function<bool(const Atom&)>& fits);
  ValueId matchTest(Value v, Value classes, const std::function<bool(const Atom&, const Atom&)>& fits);
  ValueId reference(ValueId v, TypeId from, TypeId to);
  ValueId unitValue() { return boolean(false); }
  ValueId testAtom(ValueId v, Type type, const Atom& a);
  ValueId eachMember(Value v, Type result, const std::function<ValueId(Value)>& convert);
  Value dispatch(Value v, const std::vector<Case>& cases, Type result,
                 const std::function<Value(Value, const Case&)>& body);
  Value dispatch2(Value a, Value b, const std::vector<Case>& cases, Type result,
                  const std::function<Value(Value, Value, const Case&)>& body);
  ValueId checkSet(ValueId v, Type type, Type* set, const char* exc, const std::string& message);
  void fail(const char* exc, const std::string& message);
  void failAction(const Action& a);
  ValueId boxTuple(ValueId v, Type type);
  ValueId unboxTuple(ValueId ref, Type type);
  Value perform(const Action& a, std::vector<Value>& operands, const Value* callee = nullptr);
  Value callTarget(const infer::CallTarget& c, std::vector<Value>& operands, const Value* callee, Type result);
  Value source(const ArgSource& s, std::vector<Value>& operands, const Value* callee, const Instance& target);
  ValueId rt(const std::string& name, const std::vector<ValueId>& args);
  std::vector<Value> withLets(const infer::CallTarget& c, const std::vector<Value>& operands, const Value* callee,
                              const Instance& target);
  const infer::CallTarget* origin_ = nullptr;  // the call whose function is wanted
  Value bindMethod(const Atom& method, Value object, Value function);
  std::vector<Value> descriptorOperands(Value object, const Action& a);
  Value boundClassAttribute(const Action& a, Value object);
  Value setOr(ValueId loaded, Type held, Value object, const Action& a);
  Value heldFunction(ClassId owner, Name attribute, Name field, Type type);
  Value functionObject(const Atom& fn, const Value* callee);
  ValueId makeTuple(const std::vector<Value>& items, Type* type);

  // --- operations (operations.cpp) ---
  void instr(const hir::Instr& i);
  void terminator(const hir::Instr& i);
  Value prim(const Action& a, const hir::Instr& i, Value x, Value y);
  ValueId toInt(Value v);
  ValueId toF64(Value v);
  ValueId toI64(Value v);
  ValueId truth(Value v);
  ValueId identity(Value a, Value b);
  Value binaryAction(const Action& a, Value x, Value y, bool negate);
  Value getAttr(Value object, const Action& a);
  void setAttr(Value object, Value value, const Action& a);
  void delAttr(Value object, const Action& a);
  ValueId functionAttribute(Value function, const Action& a);
  Value dynamicAttribute(const hir::Instr& i, const std::string& operation);
  Value varsInto(const hir::Instr& i);
  Value copyIntrinsic(const std::string& name, const hir::Instr& i);
  Value hasAttr(Value object, Name name, const Action& a);
  Value tupleIndex(Value tuple, Value index, Type result);
  void unpack(const hir::Instr& i);
  void makeFunction(const hir::Instr& i);
  void forNext(const hir::Instr& i);
  void importModule(const hir::Instr& i);
  void callInit(InstanceId init);

  // --- generators (yields.cpp) ---
  void beginGenerator();
  void dispatchGenerator();
  void yield(const hir::Instr& i);
  void endGenerator(const hir::Instr& i);
  void leaveGenerator(ValueId exception);
  void throwIfThrown();
  Value makeGenerator(const Action& a, std::vector<Value>& operands, const Value* callee);
  Value resume(const hir::Instr& i);
  Value generatorIntrinsic(const std::string& name, const hir::Instr& i);
  ValueId frameLoad(Op op, const char* field, TypeId type);
  void frameStore(Op op, const char* field, ValueId v);

  // --- intrinsics (intrinsics.cpp) ---
  Value intrinsic(const hir::Instr& i);
  Value runtimeCall(const hir::Instr& i);

  // --- state ---
  Value reg(hir::Reg r) { return {regs_[r.index], t.canonical(inst_.regs[r.index])}; }
  // Where deaths can be seen: the variable's value lives up to here.
  void keepSlot(hir::Slot s);
  void keepLocals();
  void keepFrame(ValueId exception);
  ValueId constant(const hir::Instr& i);
  void setReg(hir::Reg r, ValueId v) { regs_[r.index] = v; }
  void setReg(hir::Reg r, Value v) { regs_[r.index] = coerce(v.id, v.type, inst_.regs[r.index]); }
  const Record* record() { return inst_.record(hir_block_, position_); }
  void flow(hir::BlockId target, const std::vector<Value>& slots, ValueId exception = ValueId());
  BlockId landing();

  Generator& g;
  infer::Types& t;
  Instance& inst_;
  const hir::Code& code_;
  mir::FuncId func_;
  BlockId block_;
  uint32_t hir_block_ = 0, position_ = 0;
  const hir::Instr* current_ = nullptr;
  std::vector<ValueId> regs_;
  std::vector<Value> slots_;
  std::vector<BlockId> entries_;       // MIR block of each HIR block
  std::vector<ValueId> caught_;        // its exception parameter
  ValueId env_;
  // Generators: the frame, what was sent and thrown, the blocks that start it and go on after each yield.
  ValueId frame_, sent_, thrown_;
  LayoutId frame_layout_;
  BlockId first_;
  std::vector<BlockId> resumes_;
  std::unordered_map<uint32_t, std::vector<Value>> unpacked_;  // by result register of Unpack
  bool no_site_ = false;  // the function is in no traceback
  std::unordered_map<const resolve::Scope*, Frame> comprehension_frames_;
};

}  // namespace krait::mirgen
