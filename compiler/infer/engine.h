// Internal to infer/: the solver.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <unordered_set>

#include "base/check.h"
#include "infer/infer.h"

namespace krait::infer {

// What an instance's type_error says where the message depends on values.
constexpr const char* kUnfit = "the argument types do not fit";

// The arguments of a call before they are bound to parameters.
struct Args {
  struct One {
    TypeId type;
    hir::ArgKind kind = hir::ArgKind::Positional;
    Name keyword;
    ArgSource source;
  };
  std::vector<One> list;
};

// The classes of the program whose objects hold values of more than one kind in a field or in the containers
// of a field, and those that hold such objects: by code of the class body (generics.cpp).
std::set<uint32_t> genericClasses(Program& program);

// How a computed name of an attribute begins and ends, as far as its expression says.
struct NameParts {
  std::string_view prefix, suffix;
  bool empty() const { return prefix.empty() && suffix.empty(); }
};

class Engine {
 public:
  // Findings go to `diags`, what lowering cannot do to `lowering`.
  Engine(Program& program, const Options& options, DiagnosticSink& diags, DiagnosticSink& lowering)
      : p_(program), t_(program.types), hir_(*program.hir), names_(*program.names), level_(options.level),
        whole_file_(options.whole_file), diags_(diags), lowering_(lowering) {}
  void run();

 private:
  // --- solving (engine.cpp) ---
  static void onChange(void* self, InstanceId reader);
  void markDirty(InstanceId i);
  void queue(InstanceId i);
  InstanceId takeDirty();
  void analyse(InstanceId i);
  void evaluate(InstanceId i);
  void solve();
  void reachImplicitCalls();
  void solveRecursion();
  bool markRecursive();
  void record();
  InstanceId groupOf(InstanceId i);
  void mergeGroups(InstanceId a, InstanceId b);
  // Objects of one generic class behind each other are one node (generics.cpp).
  bool foldChains(const std::vector<TypeId>& roots);
  InstanceId instanceFor(const Atom& function, const std::vector<TypeId>& params);
  InstanceId newInstance(const std::vector<uint32_t>& key, TypeId function, const std::vector<TypeId>& params,
                         Types::NodeMap& map);
  InstanceId instanceForResult(InstanceId id, TypeId function, const std::vector<TypeId>& params, TypeId wanted, bool& fits);
  // Calls a function value with bound parameters; returns the result type as the caller sees it.
  TypeId originOf(TypeId function);
  // The code that a call here runs: the function's own, or a copy for this place.
  hir::CodeId codeForCall(const Atom& function);
  hir::CodeId codeForName(const Atom& hook, Name name);
  Name asked_name_;  // the attribute that the call of __getattr__ that is about to be made asks for
  Name knownName(hir::Reg name);
  TypeId callInstance(const Atom& function, const std::vector<TypeId>& params, uint64_t site, CallTarget* target,
                      bool raises = true);
  // --- attributes and patterns that depend on the type (patterns.cpp) ---
  // Does a value of this atom have the attribute: 1 yes, 0 no, -1 a question for run time (then `action`).
  int hasAttrOf(const Atom& a, Name name, Action* action);
  Action hasByRunning(const Atom& a, Name name, const Action& get);
  TypeId hasAttr(TypeId object, Name name);
  // Does it match a sequence pattern: as hasAttrOf.
  int matchSequence(const Atom& a, const hir::Instr& i);
  TypeId matchSequences(const hir::Instr& i);
  TypeId matchPositional(const hir::Instr& i);
  // --- annotations as bounds (annotations.cpp) ---
  void checkAnnotations();
  template <class Check>
  void checkStores(Instance& i, const hir::AnnotatedName& x, class Tracer& tracer, Check&& check);
  // --- attributes that are certainly there (always_set.cpp) ---
  bool alwaysSet(ClassId cls, Name field);
  void beginsBare(ClassId cls, NodeId node);

  // --- attributes by a computed name (dynamic_attributes.cpp) ---
  const std::set<Name>& writtenNames();
  void builtinNames(ClassId c, bool parts, const std::function<void(Name)>& add);
  std::optional<std::set<Name>> written_names_;
  std::vector<Name> descriptorNames(ClassId c, const NameParts& parts);
  bool computedField(const Atom& a, Name name);
  void addComputedFields(const Atom& a, const NameParts& parts, std::vector<Name>& names);
  std::vector<Name> attributeNames(const Atom& a, const NameParts& parts, bool fields_only);
  TypeId dynamicAttribute(std::string_view operation, const hir::Instr& i);
  TypeId varsInto(const hir::Instr& i);
  // --- copies of objects (copying.cpp) ---
  TypeId copyIntrinsic(std::string_view name, const hir::Instr& i);
  TypeId callOperand(const hir::Instr& i, TypeId first, size_t rest, uint64_t sub, Action* action);
  std::vector<Name> copiedFields(const Atom& a);
  bool copyTest(const hir::Instr& i, const Atom& a);
  // Library code: what it is asked for is not compiled yet. An error where the program calls the library.
  void refuse(const std::string& what);
  // --- regular expressions that are literals (re_shape.cpp) ---
  const hir::Instr* literalText(hir::Reg r);
  int verboseFlag(hir::Reg r);
  bool addItemShape(const hir::Code& code, Args& args);
  bool addPatternShape(const hir::Code& code, Args& args, bool method);
  bool addStructShape(const hir::Code& code, Args& args);
  bool addFileShape(const hir::Code& code, Args& args, size_t first, bool binary);
  bool flatTemplate(const Atom& method);
  bool writesText(const hir::Instr& i);
  std::map<std::string, bool> written_texts_;  // what writesText found
  // --- generators (generators.cpp) ---
  TypeId makeGenerator(const Atom& function, const std::vector<TypeId>& params, uint64_t sub, Action* action);
  TypeId resumeGenerator(const Atom& generator, uint64_t sub, CallTarget* target, bool raises);
  TypeId generatorIntrinsic(std::string_view name, const hir::Instr& i);
  void updateGenerator();
  void yield(const hir::Instr& i);
  InstanceId moduleInstance(hir::ModuleId m);
  // --- dicts used as records (dicts.cpp) ---
  Name literalKey(hir::Reg r);
  bool isDict(const Atom& a);
  TypeId keyedItem(const Atom& a, Name key);
  bool callOnKey(const Atom& method, const Args& args, uint64_t sub, Action* action);
  TypeId dictIntrinsic(std::string_view name, const hir::Instr& i);
  // --- definitions that run more than once (repeats.cpp) ---
  bool runsOnce(InstanceId i, std::vector<InstanceId>& path);
  bool staticValue(TypeId type);
  bool staticValue(TypeId type, std::set<uint32_t>& seen);
  bool constantExpression(hir::Reg r);
  hir::CodeId functionToCopy(hir::CodeId body);
  std::vector<std::pair<hir::CodeId, Range>> other_bases_;  // classes that were found with bases other than the first, and where
  void refuseRepeatedClasses();
  void refuseGenericFinalizers();

  // --- values of which nothing is known (unknown.cpp) ---
  bool open(const Atom& a);
  TypeId unknown();
  void escape(TypeId t);
  bool hasMethod(const Atom& a, const std::string& name);

  // --- what the program itself does not reach (uncalled.cpp) ---
  void checkWholeFile();
  void solveAgain();
  void recordAgain();
  void continueAfterErrors();
  bool assumeCalls();
  std::vector<TypeId> assumedParams(const hir::Code& code);
  TypeId annotated(const ast::Expr* e);
  TypeId assumedCall(size_t k);
  // A place of the code that is evaluated: an operation of the current block.
  uint64_t placeOf(uint32_t position) const {
    return uint64_t(cur_->code->id.index) << 32 | (cur_->code->first[cur_->block] + position);
  }
  uint64_t here() const { return placeOf(cur_->position); }
  // Was this place judged before an error let the analysis go on with unknown types?
  bool judged() const { return judged_.count(here()) > 0; }
  // Bodies of imported modules are continued for what they define; what they call is not followed.
  bool shallow() const {
    const hir::Code& c = *cur_->code;
    return continuing_ && !c.library && c.module != hir_.modules->main &&
           (c.kind == hir::CodeKind::Module || c.kind == hir::CodeKind::Class) && !judged_at_first_.count(here());
  }
  // Does the analysis go on behind an operation that has no result?
  bool goesOn(const hir::Instr& i);
  // The operation is an error: from now on its result is unknown.
  void refused() { newly_refused_.insert(here()); }

  // --- flow (flow.cpp) ---
  struct Flow {
    Instance* inst;
    const hir::Code* code;
    uint32_t block, position;
    std::vector<TypeId> slots;
    std::vector<uint32_t> work;  // a heap of blocks, the first on top
    std::vector<bool> queued;
    bool dead = false;
    Facts facts;
    uint32_t round = 0;               // counts the evaluations of blocks
    std::vector<uint64_t> stored_at;  // by path: round and position of the last store
    struct Sign {
      uint32_t block, position;
      hir::Reg value;
    };
    std::vector<Sign> signs;          // values taken to be never negative in this evaluation
  };
  // Over the members of a union: what follows is reached if it is for one of them.
  class Alternatives {
   public:
    explicit Alternatives(bool& dead) : dead_(dead), before_(dead) {}
    ~Alternatives() {
      if (begun_) dead_ &= all_;
    }
    void next() {
      if (begun_) all_ &= dead_;
      begun_ = true;
      dead_ = before_;
    }

   private:
    bool& dead_;
    const bool before_;
    bool begun_ = false, all_ = true;
  };
  void enqueue(uint32_t block);
  void flowTo(hir::BlockId target, const std::vector<TypeId>& slots, const Facts& facts);
  void raiseInto(TypeId exceptions);
  void block(uint32_t b);
  void transfer(const hir::Instr& i);
  bool sameAsBefore(const hir::Instr& i);
  void terminate(const hir::Instr& i);
  void importModule(const hir::Instr& i);
  void importFrom(const hir::Instr& i);
  void runModule(InstanceId init, TypeId result);
  TypeId reg(hir::Reg r) { return t_.canonical(cur_->inst->regs[r.index]); }
  void setReg(hir::Reg r, TypeId type);
  TypeId buildTuple(std::vector<TypeId> items, uint64_t place);
  TypeId unfold(TypeId t);
  void read(NodeId n);
  TypeId readField(NodeId n, uint32_t name) {
    read(n);
    return t_.field(n, name);
  }
  static uint64_t at(uint64_t sub, const Atom& a) { return Instance::mix(sub, uint64_t(a.ctor) << 32 | a.id); }
  uint64_t site(uint64_t sub = 0) const { return Instance::place(cur_->block, cur_->position, sub); }
  Record& rec() { return cur_->inst->records.at(cur_->block, cur_->position); }
  void addCase(TypeId a, TypeId b, Action action);
  Action fail(const char* exc, std::string message);
  // A finding of one place, and the ways to it: the same code may be judged for several types.
  struct Complaint {
    struct Way {
      InstanceId instance;
      uint32_t block, position;
      TypeId offender;
    };
    size_t diagnostic;
    uint64_t place;
    std::vector<Way> ways;
  };
  bool concernsUnchecked(const hir::Instr& i, DiagCode code);
  void explainComplaints();
  bool comesFromOutside(class Tracer& tracer, const Complaint::Way& way);
  void complain(DiagCode code, const std::string& message, TypeId offender);
  const hir::Instr& instr() const { return cur_->code->blocks[cur_->block].instrs[cur_->position]; }
  const hir::Instr* definition(hir::Reg r, uint32_t* position = nullptr);
  // Is it a number that literals and their arithmetic give? Then `value` is it.
  bool constantOf(hir::Reg r, double* value);
  bool neverNegative(hir::Reg r);
  void recheckSigns();
  std::vector<TypeId> classFilter(TypeId classes);
  TypeId exceptionType(const char* name);
  void raises(const char* name) { raiseInto(exceptionType(name)); }

  // --- narrowing (narrow.cpp) ---
  void branch(const hir::Instr& i);
  bool refine(hir::Reg condition, bool truth, std::vector<TypeId>& slots);
  hir::Reg classSubject(hir::Reg r);
  hir::Reg lengthSubject(hir::Reg r);
  bool plainTuple(const Atom& a, const char* method);
  int matchAny(TypeId classes, const std::function<bool(const Atom&)>& fits, bool unsure);
  int matchClass(const Atom& a, TypeId classes);  // isinstance: 1 yes, 0 no, -1 unknown
  int matchSubclass(const Atom& a, TypeId classes);
  int matchCallable(const Atom& a);
  bool joinFacts(Facts& into, const Facts& from);
  static void set(Facts& facts, uint32_t path, TypeId type);
  void forget(hir::StoreKey key);
  void stored(hir::StoreKey key, bool on_self = false);
  void storesOf(InstanceId callee, bool makes_object = false, bool on_self = false);
  void runsAtDeath(InstanceId i);
  void addDeathStores(const Instance& i);
  bool isSelf(hir::Reg r);
  bool initialisesSelf();
  bool plainAttribute(TypeId object, Name name);
  TypeId known(const hir::Instr& load, TypeId type);
  void learn(const hir::Instr& store, TypeId value);
  const hir::Instr* heldPath(hir::Reg r);

  // --- calls (calls.cpp) ---
  TypeId call(TypeId callee, const Args& args, uint64_t sub, std::vector<Case>* cases);
  void found(const Atom& f, ClassId owner, Name attribute, Name field = Name()) { lookup_ = {f, owner, attribute, field}; }
  bool appliesTo(const hir::Code& method, TypeId self, Action* action);
  TypeId callFunction(const Atom& f, const TypeId* self, const Args& args, uint64_t sub, Action* action);
  std::string abstractMethods(ClassId cls);
  TypeId construct(ClassId cls, const Args& args, uint64_t sub, Action* action);
  // How the arguments of a call become the parameters (bind.cpp).
  struct Binding {
    std::vector<TypeId> params;
    CallTarget target;  // args and lets
    std::string error;
  };
  bool bind(const hir::Code& code, const Atom& f, const TypeId* self, const Args& args, uint64_t sub, Binding& out);
  std::string messageName(const hir::Code& code, const TypeId* self);
  std::string calleeText(const hir::Code& code);
  void takePlainValues(const hir::Code& method, uint64_t sub, Binding& bound);
  bool bindPositional(const hir::Code& code, const Atom& f, const TypeId* self, const Args& args, Binding& out);
  uint32_t recordOf(const std::vector<Name>& names);
  bool fitsWithout(TypeId offender, const Atom& f, const std::vector<TypeId>& params);
  bool special(const hir::Code& code, const TypeId* self, const Args& args, TypeId& result, Action* action);
  TypeId baseType(hir::Reg base);
  TypeId makeClass(const hir::Instr& i);
  TypeId callMethod(TypeId self, const char* name, const std::vector<TypeId>& args, uint64_t sub,
                    std::vector<Case>* cases, const char* failure = nullptr);
  bool methodOf(const Atom& a, std::string_view name, Atom* function, ClassId* owner = nullptr);
  bool blocksMethod(const Atom& a, std::string_view name);   // does _k.blocks_method hold?
  bool definesMethod(const Atom& a, std::string_view name);  // does _k.has_method hold?
  TypeId callCore(const char* function, const std::vector<TypeId>& args, uint64_t sub, Action* action);

  // --- attributes and operators (operations.cpp) ---
  TypeId getAttr(TypeId object, Name name, uint64_t sub, std::vector<Case>* cases);
  TypeId attrOf(const Atom& a, Name name, uint64_t sub, Action* action);
  TypeId missingAttr(const Atom& a, Name name, Action* action);
  TypeId attrOfModule(const Atom& a, Name name, Action* action);
  TypeId attrOfClass(const Atom& a, Name name, uint64_t sub, Action* action);
  TypeId attrHeldByClass(const Atom& a, TypeId attr, ClassId owner, Name name, uint64_t sub, Action* action);
  TypeId attrOfSuper(const Atom& a, Name name, uint64_t sub, Action* action);
  TypeId attrOfFunction(const Atom& a, Name name, Action* action);
  TypeId attrOfObject(const Atom& a, Name name, uint64_t sub, Action* action);
  TypeId attrBehindObject(const Atom& a, TypeId attr, ClassId owner, Name name, uint64_t sub, Action* action);
  ClassId valueClass(Ctor plain) const;
  bool initOfContainer(const Atom& a);
  bool binds(const Atom& f);
  NodeId functionAttributes(const Atom& f);
  TypeId functionAttr(const Atom& f, Name name, Action* action);
  void setFunctionAttr(const Atom& f, Name name, TypeId value, Action* action);
  bool unwrapped(TypeId attr, TypeId cls, ClassId owner, Name name, Action* act);
  std::string ownName(const Atom& a);
  bool callGetter(const Atom& x, TypeId self, ClassId owner, Name name, uint64_t sub, Action* act);
  TypeId classMember(const Atom& a, ClassId owner, TypeId attr, Name name, uint64_t sub, Action* action);
  hir::GlobalId addGlobal(hir::ModuleId m, Name name);
  bool hasFixedAttributes(ClassId c) const;
  void endIfNever(const Action& act);
  bool isEnumMember(ClassId c, Name name) const;
  bool isUnfrozen(ClassId c, ClassId owner, Name name) const;
  void unsetAttributes();
  TypeId attrBehindClass(const Atom& a, ClassId owner, Name name, ClassId* next);
  bool hasMetaclass(const Atom& a) { return a.ctor == Ctor::Class && p_.classes[ClassId(a.id)].metaclass.valid() && !library(p_.classes[ClassId(a.id)].metaclass); }
  bool library(ClassId c) const { return hir_.codes[p_.classes[c].body].library; }
  void setAttr(TypeId object, Name name, TypeId value, int raw, std::vector<Case>* cases);
  void delAttr(TypeId object, Name name, int raw, std::vector<Case>* cases);
  void deleteFrom(const Atom& a, Name name, int raw, uint64_t sub, Action* act, const std::function<void(const std::string&)>& missing);
  TypeId classAttr(ClassId c, Name name, ClassId* owner);
  TypeId binary(uint8_t op, TypeId a, TypeId b, bool inplace, uint64_t sub, std::vector<Case>* cases);
  TypeId binaryAtoms(uint8_t op, const Atom& a, const Atom& b, bool inplace, uint64_t sub, Action* action);
  TypeId compare(uint8_t op, TypeId a, TypeId b, uint64_t sub, std::vector<Case>* cases);
  TypeId compareAtoms(uint8_t op, const Atom& a, const Atom& b, uint64_t sub, Action* action);
  TypeId protocol(const std::string& forward, const std::string& backward, const Atom& a, const Atom& b,
                  uint64_t sub, Action* action, bool identity, const std::string& message);
  void refuseIdentity(const hir::Instr& i, TypeId a, TypeId b);
  TypeId truth(TypeId a, uint64_t sub, std::vector<Case>* cases, int* decided);
  TypeId unary(uint8_t op, TypeId a, uint64_t sub, std::vector<Case>* cases);
  TypeId intrinsic(const hir::Instr& i);
  TypeId intrinsicResult(const hir::Instr& i);
  TypeId runtimeCall(const hir::Instr& i);
  bool isNumber(TypeId type, bool floats);
  bool iterates(const Atom& a);
  TypeId iterNext(const hir::Instr& i, bool* exhausts);

  Program& p_;
  Types& t_;
  hir::Program& hir_;
  Interner& names_;
  Level level_;
  bool whole_file_;
  DiagnosticSink& diags_;
  DiagnosticSink& lowering_;
  Flow* cur_ = nullptr;
  std::vector<uint32_t> key_;  // of instanceFor
  Types::Numbers numbers_;
  std::vector<TypeId> refined_;  // the slots on one side of a branch
  Facts refined_facts_;
  FlatSet<uint32_t> at_death_;      // instances that run when an object dies: __del__, close() of suspended generators
  FlatSet<uint32_t> death_stores_;  // what they may store to, at any operation (hir::StoreKey)
  bool makes_object_ = false;    // the call that comes next is of the __init__ of an object just made
  bool recording_ = false;
  bool downward_ = false;  // results also grow by what their callers put into them
  bool one_of_several_ = false; // a callee among others that get arguments passed on: it need not fit
  bool quiet_ = false;          // a question about an attribute: nothing is raised, nothing reported
  bool suppress_stop_ = false;  // StopIteration ends a loop here
  std::unordered_map<uint32_t, uint32_t> instance_count_;  // by code
  std::vector<InstanceId> stack_;
  std::vector<Complaint> complaints_;  // whose reasons are still to be found
  std::map<std::pair<std::string, uint32_t>, size_t> complained_;  // of which of them this message about this module is
  std::set<std::pair<int, uint32_t>> dirty_;  // see queue()
  std::set<std::pair<std::string, uint32_t>> reported_;
  NodeId exception_args_;
  // The function that was looked up last and where it was found (see CallTarget::owner).
  struct Lookup {
    Atom function;
    ClassId owner;
    Name attribute, field;
  } lookup_;
  // By class: what stores under computed names to its objects concern.
  struct ComputedStores {
    std::set<std::pair<std::string, std::string>> patterns;  // how the names begin and end
    std::set<Name> names;                                     // those that some place reads
    std::set<InstanceId> readers, writers;
  };
  std::map<uint32_t, ComputedStores> computed_stores_;
  std::vector<InstanceId> class_watchers_;      // their result depends on which classes there are
  std::vector<InstanceId> exception_watchers_;  // their result is any exception that the program makes
  std::set<uint32_t> varying_functions_;  // by code: it captures variables, or defaults are no constants
  std::unordered_map<uint32_t, std::unordered_map<uint32_t, Name>> literals_;  // by code: registers that hold a text
  // By instance: the caller and the block of each of its calls, found while recording.
  std::unordered_map<uint32_t, std::vector<std::pair<InstanceId, uint32_t>>> calls_to_;
  bool continuing_ = false;  // the build's verdict is known: errors do not end a block any more
  // `krait check` only. Places as here() gives them.
  FlatSet<uint64_t> refused_, newly_refused_, judged_, judging_, judged_at_first_;
  std::unordered_map<uint32_t, TypeId> functions_made_;  // by code: its function value
  FlatSet<uint32_t> evaluated_codes_;
  struct AssumedCall {
    TypeId function;
    std::vector<TypeId> params;
  };
  std::vector<AssumedCall> assumed_calls_;
  std::vector<InstanceId> assumed_instances_;

  friend class FlowScope;
};

}  // namespace krait::infer
