// The solver: instances, their keys, and the order of work. See docs/inference.md.
#include "infer/engine.h"

#include <algorithm>
#include <functional>

namespace krait::infer {

using hir::Code;
using hir::CodeId;
using hir::CodeKind;

// A factory of factories of classes needs a round for each of them.
constexpr int kMostCopyRounds = 6;

std::unique_ptr<Program> inferProgram(hir::Program& hir, const Options& options, DiagnosticSink& diags) {
  auto solve = [&](std::set<uint32_t> generic, bool may_copy, DiagnosticSink& found) {
    auto program = std::make_unique<Program>();
    program->may_copy = may_copy;
    program->hir = &hir;
    program->names = hir.names;
    program->generic_codes = std::move(generic);
    Engine(*program, options, found, diags).run();
    return program;
  };
  DiagnosticSink found;
  std::unique_ptr<Program> program = solve({}, true, found);
  for (int round = 1; !program->copies_wanted.empty(); ++round) {
    hir.copied_per_call.insert(program->copies_wanted.begin(), program->copies_wanted.end());
    found = DiagnosticSink();
    program = solve({}, round < kMostCopyRounds, found);
  }
  // Where objects of a class hold different types the class may have to be generic: once more, never twice.
  if (found.hasErrors()) {
    if (std::set<uint32_t> generic = genericClasses(*program); !generic.empty()) {
      DiagnosticSink again;
      std::unique_ptr<Program> second = solve(std::move(generic), false, again);
      if (again.errors() < found.errors()) {
        program = std::move(second);
        found = std::move(again);
      }
    }
  }
  diags.append(std::move(found));
  return program;
}

void Engine::onChange(void* self, InstanceId reader) { static_cast<Engine*>(self)->markDirty(reader); }

void Engine::markDirty(InstanceId i) {
  Instance& inst = p_.instance(i);
  if (inst.dirty) return;
  if (recording_ && !continuing_) {
    std::string what = "inference was not finished: " + hir_.codes[inst.code].qualname + " while recording " +
                       (cur_ ? cur_->code->qualname + " b" + std::to_string(cur_->block) + ":" + std::to_string(cur_->position) : "");
    internalError(__FILE__, __LINE__, what.c_str());
  }
  inst.dirty = true;
  if (!inst.running) queue(i);
}

// Callees before callers: library code first, the bodies of modules and classes last; among equals the newest.
void Engine::queue(InstanceId i) {
  const Code& c = hir_.codes[p_.instance(i).code];
  bool body = c.kind == CodeKind::Module || c.kind == CodeKind::Class;
  dirty_.insert({c.library ? 2 : body ? 0 : 1, i.index});
}

InstanceId Engine::takeDirty() {
  auto last = std::prev(dirty_.end());
  InstanceId i(last->second);
  dirty_.erase(last);
  return i;
}

void Engine::run() {
  t_.on_change = onChange;
  t_.context = this;
  exception_args_ = p_.exception_args = t_.newNode();
  t_.node(exception_args_).global = true;
  for (size_t i = 0; i < hir_.globals.size(); ++i) {
    NodeId n = t_.newNode();
    t_.node(n).global = true;
    p_.globals.push_back(n);
  }
  for (hir::ModuleId m : hir_.modules->core) analyse(moduleInstance(m));
  for (auto& [name, global] : hir_.core_globals) {
    for (const Atom& a : t_.atoms(p_.globalType(global)))
      if (a.ctor == Ctor::Class) p_.core_classes[names_.text(name)] = ClassId(a.id);
  }
  static const std::pair<const char*, Ctor> scalars[] = {
      {"int", Ctor::Int}, {"bool", Ctor::Bool}, {"float", Ctor::Float}, {"str", Ctor::Str},
      {"bytes", Ctor::Bytes}, {"NoneType", Ctor::None}, {"tuple", Ctor::Tuple},
      {"function", Ctor::Func}, {"method", Ctor::Method}, {"type", Ctor::Class}, {"module", Ctor::Module},
      {"ellipsis", Ctor::Ellipsis}, {"NotImplementedType", Ctor::NotImplemented}};
  for (auto& [name, ctor] : scalars)
    if (ClassId c = p_.coreClass(name); c.valid()) p_.classes[c].scalar = ctor;
  p_.main = moduleInstance(hir_.modules->main);
  solve();
  reachImplicitCalls();
  solveRecursion();
  // Upwards, calls copied what callees return; now the callers' demands on it flow down.
  downward_ = true;
  t_.tell_copiers = false;
  for (Instance& i : p_.instances)
    if (i.open_results) markDirty(i.id);
  solve();
  solveRecursion();
  record();
  refuseRepeatedClasses();
  refuseGenericFinalizers();
  checkAnnotations();
  if (whole_file_) checkWholeFile();
  explainComplaints();
}

// What calls itself may raise RecursionError, which may reach handlers, which may call more.
void Engine::solveRecursion() {
  while (markRecursive()) {
    solve();
    reachImplicitCalls();
  }
}

// Marks the members of cycles of calls (Tarjan, "Depth-First Search and Linear Graph Algorithms", here
// over the edges from callees to callers). Returns whether there are new ones, which are then dirty.
bool Engine::markRecursive() {
  size_t n = p_.instances.size();
  std::vector<uint32_t> number(n), low(n), stack;
  std::vector<bool> on_stack(n);
  struct Frame {
    uint32_t at;
    size_t next;  // of its callers
  };
  std::vector<Frame> open;
  uint32_t count = 0;
  bool found = false;
  auto enter = [&](uint32_t i) {
    number[i] = low[i] = ++count;
    stack.push_back(i);
    on_stack[i] = true;
    open.push_back({i, 0});
  };
  auto mark = [&](uint32_t i) {
    Instance& inst = p_.instance(InstanceId(i));
    if (inst.recursive || hir_.codes[inst.code].kind == CodeKind::Module) return;
    inst.recursive = found = true;
    markDirty(inst.id);
  };
  for (uint32_t root = 0; root < n; ++root) {
    if (number[root]) continue;
    enter(root);
    while (!open.empty()) {
      Frame& frame = open.back();
      uint32_t at = frame.at;
      const Callers& callers = p_.instance(InstanceId(at)).callers;
      if (frame.next < callers.size()) {
        uint32_t other = callers[frame.next++].index;
        if (other == at) mark(at);
        if (!number[other])
          enter(other);
        else if (on_stack[other])
          low[at] = std::min(low[at], number[other]);
        continue;
      }
      open.pop_back();
      if (!open.empty()) low[open.back().at] = std::min(low[open.back().at], low[at]);
      if (low[at] != number[at]) continue;
      bool cycle = stack.back() != at;
      for (uint32_t member = at + 1; member != at;) {
        member = stack.back();
        stack.pop_back();
        on_stack[member] = false;
        if (cycle) mark(member);
      }
    }
  }
  return found;
}

// What runs without a call in the program: the text of exceptions for tracebacks, finalizers.
void Engine::reachImplicitCalls() {
  auto reach = [&](Atom f, ClassId c, std::unordered_map<uint32_t, InstanceId>& table) {
    InstanceId i = instanceFor(f, {t_.object(c, p_.classes[c].instance)});
    table[c.index] = i;
    analyse(i);
  };
  auto text = hir_.core_globals.find(names_.intern("_exception_text"));
  for (bool again = true; again;) {
    again = false;
    auto module = hir_.modules->by_name.find("atexit");
    if (module != hir_.modules->by_name.end() && hir_.modules->modules[module->second].library && !p_.at_exit.valid()) {
      auto& globals = hir_.module_globals[module->second.index];
      auto run = globals.find(names_.intern("_run_exitfuncs"));
      if (TypeId f = run == globals.end() ? t_.bottom : p_.globalType(run->second); t_.isOnly(f, Ctor::Func)) {
        p_.at_exit = instanceFor(t_.atoms(f)[0], {});
        analyse(p_.at_exit);
        again = true;
      }
    }
    std::set<uint32_t> raised;
    for (Instance& i : p_.instances)
      for (const Atom& a : t_.atoms(i.raises)) raised.insert(a.id);
    for (size_t k = 0; k < p_.classes.size(); ++k) {
      ClassId c(k);
      if (p_.classes[c].exception && text != hir_.core_globals.end() && !p_.exception_texts.count(c.index) &&
          (p_.classes[c].instantiated || raised.count(c.index))) {
        TypeId f = p_.globalType(text->second);
        if (t_.isOnly(f, Ctor::Func)) {
          reach(t_.atoms(f)[0], c, p_.exception_texts);
          again = true;
        }
      }
      Atom del;
      if (p_.classes[c].instantiated && !p_.classes[c].generic && !p_.finalizers.count(c.index)) {
        TypeId d = t_.bottom;
        for (ClassId b : p_.classes[c].mro) {
          d = t_.field(p_.classes[b].attributes, names_.intern("__del__").index);
          if (d != t_.bottom) break;
        }
        if (t_.isOnly(d, Ctor::Func)) {
          // lib/core calls one that captures variables or has default values.
          const Code& method = hir_.codes[CodeId(t_.atoms(d)[0].id)];
          const TypeId core = p_.globalType(hir_.core_globals.at(names_.intern("__del__")));
          if (!t_.isOnly(core, Ctor::Func)) continue;
          const bool direct = method.params.size() == 1 && method.free.empty();
          reach(t_.atoms(direct ? d : core)[0], c, p_.finalizers);
          runsAtDeath(p_.finalizers[c.index]);
          again = true;
        }
      }
    }
    while (!dirty_.empty()) {
      InstanceId i = takeDirty();
      if (p_.instance(i).dirty) analyse(i);
    }
  }
}

InstanceId Engine::moduleInstance(hir::ModuleId m) {
  auto it = p_.module_instances.find(m.index);
  if (it != p_.module_instances.end()) return it->second;
  CodeId code = hir_.module_codes[m.index];
  InstanceId id = instanceFor({Ctor::Func, code.index, {}, {}}, {});
  p_.module_instances[m.index] = id;
  return id;
}

// Depth first from the main module, then whatever became dirty, callees first, until nothing changes.
void Engine::solve() {
  if (p_.instance(p_.main).dirty) analyse(p_.main);
  while (!dirty_.empty()) {
    InstanceId i = takeDirty();
    if (p_.instance(i).dirty) analyse(i);
  }
}

// One more evaluation of everything that is reachable, writing records and reporting errors.
void Engine::record() {
  recording_ = true;
  std::vector<InstanceId> work;
  for (hir::ModuleId m : hir_.modules->core) work.push_back(moduleInstance(m));
  work.push_back(p_.main);
  for (auto& [cls, i] : p_.exception_texts) work.push_back(i);
  for (auto& [cls, i] : p_.finalizers)
    if (i.valid()) work.push_back(i);
  if (p_.at_exit.valid()) work.push_back(p_.at_exit);
  for (InstanceId i : assumed_instances_) work.push_back(i);
  for (InstanceId i : work) p_.instance(i).live = true;
  while (!work.empty()) {
    InstanceId i = work.back();
    work.pop_back();
    evaluate(i);
    // The last first: the stack turns them around.
    const auto& entries = p_.instance(i).records.entries();
    for (size_t k = entries.size(); k-- > 0;) {
      const Record& record = entries[k]->record;
      auto reach = [&](const CallTarget& c) {
        if (!c.valid()) return;
        calls_to_[c.instance.index].push_back({i, entries[k]->block});
        if (p_.instance(c.instance).live) return;
        p_.instance(c.instance).live = true;
        work.push_back(c.instance);
      };
      std::function<void(const CallTarget&)> all;
      std::function<void(const ArgSource&)> inner = [&](const ArgSource& s) {
        for (const ArgSource& x : s.items) inner(x);
        if (s.core) all(s.core->action.call);
        if (!s.dict) return;
        all(s.dict->make.call);
        all(s.dict->set);
      };
      all = [&](const CallTarget& c) {
        reach(c);
        for (const ArgSource& s : c.args) inner(s);
        for (const ArgSource& s : c.lets) inner(s);
      };
      for (const Case& c : record.cases) c.action.eachCall(all);
      reach(record.next);
    }
  }
}

InstanceId Engine::groupOf(InstanceId i) {
  while (p_.instance(i).group != i) i = p_.instance(i).group;
  return i;
}
void Engine::mergeGroups(InstanceId a, InstanceId b) {
  a = groupOf(a);
  b = groupOf(b);
  if (a != b) p_.instance(std::max(a, b)).group = std::min(a, b);
}

InstanceId Engine::instanceFor(const Atom& function, const std::vector<TypeId>& params) {
  std::vector<uint32_t>& key = key_;
  Types::Numbers& numbers = numbers_;
  TypeId f = t_.one(function);
  auto makeKey = [&] {
    key.clear();
    numbers.clear();
    t_.key(f, key, numbers);
    for (TypeId x : params) t_.key(x, key, numbers);
  };
  makeKey();
  constexpr size_t kMostNodes = 200;  // so few need no bound
  if (!recording_ && (!p_.generic_codes.empty() || numbers.size() > kMostNodes)) {
    std::vector<TypeId> roots = params;
    roots.push_back(f);
    if (foldChains(roots)) makeKey();
  }
  // The choice depends on everything the key shows: growth anywhere in it calls for another look.
  if (cur_ && !recording_)
    for (auto& [node, number] : numbers) read(NodeId(node));
  if (const InstanceId* found = p_.instance_by_key.find(key)) return *found;
  if (recording_ && !continuing_)
    internalError(__FILE__, __LINE__, ("a new instance while recording: " + hir_.codes[CodeId(function.id)].qualname).c_str());

  CodeId code(function.id);
  // Recursion that nests its arguments deeper each time folds into the newest instance.
  uint32_t running = 0;
  InstanceId newest;
  for (InstanceId s : stack_) {
    if (p_.instance(s).code == code) {
      ++running;
      newest = s;
    }
  }
  uint32_t& count = instance_count_[code.index];
  // The library serves every type of the program: only its callers' instances are bounded by number.
  const uint32_t most = hir_.codes[code].library ? 20000 : 150;
  if (running >= 6 || count >= most) {
    if (!newest.valid()) {
      for (size_t i = p_.instances.size(); i-- > 0;)
        if (p_.instances[i].code == code) {
          newest = p_.instances[i].id;
          break;
        }
    }
    Instance& inst = p_.instance(newest);
    bool grew = false;
    for (size_t i = 0; i < params.size() && i < inst.formals.size(); ++i) {
      TypeId joined = t_.join(inst.formals[i], params[i]);
      if (joined != t_.canonical(inst.formals[i])) grew = true;
      inst.formals[i] = joined;
    }
    if (grew) markDirty(newest);
    p_.instance_by_key.set(key, newest);
    return newest;
  }
  ++count;
  Types::NodeMap map;
  return newInstance(key, f, params, map);
}

// The type of the function as it is a value, where this one is a copy for a place that calls it.
TypeId Engine::originOf(TypeId function) {
  Atom a = t_.atoms(function)[0];
  const CodeId origin = hir_.origin(CodeId(a.id));
  if (origin == CodeId(a.id)) return function;
  a.id = origin.index;
  return t_.one(a);
}

// An instance with copies of the function's environment and the parameters.
InstanceId Engine::newInstance(const std::vector<uint32_t>& key, TypeId function, const std::vector<TypeId>& params,
                               Types::NodeMap& map) {
  InstanceId id(p_.instances.size());
  Instance& inst = p_.instances.emplace_back();
  inst.id = inst.group = id;
  inst.code = CodeId(t_.atoms(function)[0].id);
  inst.result = inst.raises = inst.yields = inst.returned = t_.bottom;
  inst.function = t_.copy(originOf(function), map);
  for (TypeId x : params) inst.formals.push_back(t_.copy(x, map));
  p_.instance_by_key.set(key, id);
  return id;
}

// What the caller knows of a result may be wider than what the callee makes: it put something into a
// container that the callee returned, or several callees' results met in one variable. The object must
// have the caller's layout from the start, so such a call gets an instance of its own, which makes it so.
// `fits`: the instance's own result is like that already.
InstanceId Engine::instanceForResult(InstanceId id, TypeId function, const std::vector<TypeId>& params, TypeId wanted, bool& fits) {
  Instance& inst = p_.instance(id);
  if (t_.canonical(inst.result) == t_.bottom || t_.canonical(wanted) == t_.bottom || t_.isUnknown(wanted)) return id;
  if (t_.canonical(inst.result) == t_.canonical(wanted) && t_.closed(wanted)) return id;
  std::vector<uint32_t> made, key;
  Types::Numbers numbers, wanted_numbers;
  t_.key(inst.function, made, numbers);
  for (TypeId x : inst.formals) t_.key(x, made, numbers);
  t_.key(originOf(function), key, wanted_numbers);
  for (TypeId x : params) t_.key(x, key, wanted_numbers);
  if (made != key) return id;  // an instance that stands in for many
  t_.key(inst.result, made, numbers);
  t_.key(wanted, key, wanted_numbers);
  // The choice depends on everything the key shows.
  for (auto& [node, number] : wanted_numbers) read(NodeId(node));
  if (made == key) {
    fits = true;
    return id;
  }
  key.push_back(UINT32_MAX);  // no key of instanceFor ends like this
  if (const InstanceId* found = p_.instance_by_key.find(key)) return *found;
  if (recording_)
    internalError(__FILE__, __LINE__, ("a new instance while recording: " + hir_.codes[inst.code].qualname).c_str());
  Types::NodeMap map;
  InstanceId made_id = newInstance(key, function, params, map);
  p_.instance(made_id).result = t_.copy(wanted, map);
  return made_id;
}

void Engine::analyse(InstanceId i) {
  if (p_.instance(i).running) return;
  stack_.push_back(i);
  p_.instance(i).running = true;
  int rounds = 0;
  while (p_.instance(i).dirty) {
    p_.instance(i).dirty = false;
    evaluate(i);
    if (++rounds > 2000) internalError(__FILE__, __LINE__, ("inference does not converge: " + hir_.codes[p_.instance(i).code].qualname).c_str());
  }
  p_.instance(i).running = false;
  stack_.pop_back();
}

TypeId Engine::callInstance(const Atom& function, const std::vector<TypeId>& params, uint64_t site,
                            CallTarget* target, bool raises) {
  for (TypeId x : params) {
    if (t_.canonical(x) == t_.bottom) {
      cur_->dead = true;
      return t_.bottom;
    }
  }
  InstanceId caller = cur_->inst->id;
  InstanceId id = instanceFor(function, params);
  if (target) target->instance = id;
  const bool init = hir_.codes[p_.instance(id).code].name == "__init__", makes_object = init && makes_object_;
  if (init) makes_object_ = false;
  if (!recording_) {
    p_.instance(id).callers.insert(caller);
    if (p_.instance(id).running) {
      for (size_t k = stack_.size(); k-- > 0;) {
        mergeGroups(stack_[k], id);
        // They call each other in a cycle: no need to find that out later (markRecursive) and solve them again.
        Instance& member = p_.instance(stack_[k]);
        if (!member.recursive && hir_.codes[member.code].kind != CodeKind::Module) member.recursive = member.dirty = true;
        if (stack_[k] == id) break;
      }
    } else if (p_.instance(id).dirty) {
      if (stack_.size() < 400) analyse(id);
      else queue(id);
    }
  }
  Instance& inst = p_.instance(id);
  TypeId result;
  if (groupOf(id) == groupOf(caller)) {
    // Monomorphic inside a recursive group: this is what forms recursive types.
    if (!recording_) {
      for (size_t k = 0; k < params.size() && k < inst.formals.size(); ++k) t_.join(params[k], inst.formals[k]);
      if (function.node.valid() && t_.atoms(inst.function)[0].node.valid())
        t_.unify(function.node, t_.atoms(inst.function)[0].node);
    }
    result = t_.canonical(p_.instance(id).result);
  } else {
    Types::NodeMap map;
    if (!recording_) {
      TypeId f = originOf(t_.one(function));
      t_.absorb(f, inst.function, map);
      for (size_t k = 0; k < params.size() && k < inst.formals.size(); ++k) {
        // An instance that stands in for many has wider formals: what they hold beyond the argument keeps
        // its nodes from one evaluation to the next, or each would start afresh and change the result.
        TypeId& more = *cur_->inst->kept.insert(Instance::mix(site, k + 1), t_.bottom).first;
        TypeId had = more;
        TypeId grown = t_.absorb(t_.join(params[k], had), p_.instance(id).formals[k], map);
        TypeId beyond = t_.filter(grown, [&](const Atom& a) { return !t_.find(params[k], a.ctor, a.id); });
        cur_->inst->kept[Instance::mix(site, k + 1)] = beyond;
      }
    }
    TypeId& kept = cur_->inst->kept[site];
    if (!kept.valid()) kept = t_.bottom;
    if (!recording_) {
      TypeId grown = t_.absorb(kept, p_.instance(id).result, map);
      cur_->inst->kept[site] = grown;
      // What the callee's parameters and result hold may still grow, without another type of result.
      for (auto& [node, own] : map) {
        NodeId n = t_.find(NodeId(node));
        if (cur_->inst->copies.insert(n.index)) t_.node(n).copiers.add(cur_->inst->id);
      }
    }
    if (downward_) {
      bool generator = hir_.codes[p_.instance(id).code].generator;  // all that resume it share its frame
      bool fits = false;
      InstanceId own = generator ? id : instanceForResult(id, t_.one(function), params, cur_->inst->kept[site], fits);
      if (own != id) {
        id = own;
        if (target) target->instance = id;
        if (!recording_) {
          p_.instance(id).callers.insert(caller);
          if (p_.instance(id).dirty && !p_.instance(id).running) analyse(id);
          Types::NodeMap again;
          t_.absorb(originOf(t_.one(function)), p_.instance(id).function, again);
          for (size_t k = 0; k < params.size(); ++k) t_.absorb(params[k], p_.instance(id).formals[k], again);
          cur_->inst->kept[site] = t_.absorb(cur_->inst->kept[site], p_.instance(id).result, again);
        }
      } else if (!recording_ && !fits) {
        // A copy: what this caller keeps in a global or in an object's field is not what the callee returns to others.
        Types::NodeMap fresh, back;
        t_.absorb(p_.instance(id).result, t_.copy(cur_->inst->kept[site], fresh), back);
      }
    }
    result = t_.canonical(cur_->inst->kept[site]);
    if (result != t_.canonical(p_.instance(id).result) || !t_.closed(result)) cur_->inst->open_results = true;
  }
  storesOf(id, makes_object, init && initialisesSelf());
  if (raises) raiseInto(p_.instance(id).raises);
  return result;
}

// --- facts about types ---

bool Program::isBuiltin(const Atom& function) const {
  const hir::Code& code = hir->codes[hir::CodeId(function.id)];
  if (function.ctor == Ctor::Method) return code.core;
  if (!code.library || !code.parent.valid() || hir->codes[code.parent].kind != hir::CodeKind::Module) return false;
  static const std::set<std::string_view> kInC = {"math", "operator", "heapq", "bisect", "time",   "binascii", "zlib",
                                                  "itertools", "io", "sys", "gc", "atexit", "unicodedata"};
  return code.core || kInC.count(hir->modules->modules[code.module].name) > 0;
}

ClassId Program::classOf(const Atom& a) {
  auto coreClass = [&](const char* name) {
    ClassId& c = class_of_ctor[static_cast<size_t>(a.ctor)];
    return c.valid() ? c : c = this->coreClass(name);
  };
  switch (a.ctor) {
    case Ctor::Obj: return ClassId(a.id);
    case Ctor::Bool: return coreClass("bool");
    case Ctor::Int:
    case Ctor::I64: return coreClass("int");
    case Ctor::Float: return coreClass("float");
    case Ctor::Str: return coreClass("str");
    case Ctor::Bytes: return coreClass("bytes");
    case Ctor::None: return coreClass("NoneType");
    case Ctor::Boxed: return coreClass("tuple");
    case Ctor::Tuple: return namedTupleClass(a).valid() ? namedTupleClass(a) : coreClass("tuple");
    case Ctor::Func: return isBuiltin(a) ? this->coreClass("builtin_function_or_method") : coreClass("function");
    case Ctor::Method: return isBuiltin(a) ? this->coreClass("builtin_function_or_method") : coreClass("method");
    case Ctor::Class: {
      ClassId meta = classes[ClassId(a.id)].metaclass;
      return meta.valid() ? meta : coreClass("type");
    }
    case Ctor::Module: return coreClass("module");
    case Ctor::Ellipsis: return coreClass("ellipsis");
    case Ctor::NotImplemented: return coreClass("NotImplementedType");
    case Ctor::Generator: return coreClass("_generator");
    case Ctor::Record: return coreClass("dict");
    default: return ClassId();
  }
}

bool Program::isObjectsDefault(ClassId owner, std::string_view name) const {
  if (!classes[owner].core || classes[owner].name != "object") return false;
  for (std::string_view by_name : {"__init__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__dir__"})
    if (name == by_name) return true;
  return false;
}

bool Program::isSubclass(ClassId c, ClassId base) {
  for (ClassId m : classes[c].mro)
    if (m == base) return true;
  return false;
}

// The class that an object of typing stands for (List, Mapping), subscripted or not (`bare`: only if not); bottom: none.
TypeId Program::typingOrigin(const Atom& a, bool bare) {
  if (a.ctor != Ctor::Obj) return types.bottom;
  const ClassInfo& c = classes[ClassId(a.id)];
  if (c.module != "typing" || !hir->codes[c.body].library || !(c.name == "_Alias" || (!bare && c.name == "_Subscripted"))) return types.bottom;
  return types.without(types.field(a.node, names->intern("__origin__").index), Ctor::Unset);
}

TypeId Program::unionMembers(const Atom& a) {
  if (TypeId origin = typingOrigin(a, true); origin != types.bottom) return origin;
  if (a.ctor != Ctor::Obj || ClassId(a.id) != coreClass("_UnionType")) return types.bottom;
  return types.without(types.field(a.node, names->intern("__args__").index), Ctor::Unset);
}

bool Program::hasMethod(ClassId c, const char* name) {
  for (ClassId m : classes[c].mro) {
    TypeId t = types.field(classes[m].attributes, names->intern(name).index);
    if (t != types.bottom) return !types.isOnly(t, Ctor::None) && !isObjectsDefault(m, name);
  }
  return false;
}

TypeId Program::moduleValue(hir::ModuleId module, Name name) {
  hir::GlobalId g = hir->globalOf(module, name);
  const hir::Code& body = hir->codes[hir->module_codes[module.index]];
  const resolve::Symbol* own = body.scope->find(name);
  if (!g.valid() && own && own->assigned) {
    // A slot of the main module's body.
    TypeId held = types.bottom;
    auto instance = module_instances.find(module.index);
    if (instance == module_instances.end()) return held;
    for (const hir::Block& block : body.blocks)
      for (const hir::Instr& i : block.instrs)
        if (i.op == hir::Op::StoreSlot && body.slots[i.slot.index] == name)
          held = types.join(held, this->instance(instance->second).regs[i.operands[0].index]);
    return held;
  }
  if (!g.valid()) {
    auto builtin = hir->core_globals.find(name);
    if (builtin == hir->core_globals.end()) return types.unknown;
    g = builtin->second;
  }
  return types.without(globalType(g), Ctor::Unset);
}

int Program::isVirtualSubclass(ClassId c, ClassId k) {
  const ClassInfo& abc = classes[k];
  if (abc.core && abc.name == "_mapping_pattern") {  // what `case {…}` matches
    const auto& mro = classes[c].mro;
    return std::any_of(mro.begin(), mro.end(), [&](ClassId m) {
      return (classes[m].core && classes[m].name == "dict") ||
             (classes[m].module == "collections.abc" && classes[m].name == "Mapping" && hir->codes[classes[m].body].library);
    });
  }
  if ((abc.module == "io" || abc.module == "_io") && !abc.core && hir->codes[abc.body].library) {
    // The files that open() gives have a class of lib/core each, which none of lib/std is a base of.
    const std::string& n = abc.name;
    for (ClassId m : classes[c].mro) {
      if (!classes[m].core || classes[m].module != "_io" || classes[m].name[0] != '_') continue;
      const std::string_view file = std::string_view(classes[m].name).substr(1);
      return n == "IOBase" || n == file || n == (file == "TextIOWrapper" ? "TextIOBase" : file == "FileIO" ? "RawIOBase" : "BufferedIOBase");
    }
    return -1;
  }
  const bool number = abc.module == "numbers";
  if ((abc.module != "collections.abc" && !number) || !hir->codes[abc.body].library) return -1;
  if (isSubclass(c, k)) return 1;
  auto has = [&](const char* name) { return hasMethod(c, name); };
  auto core = [&](std::initializer_list<const char*> list) {
    for (ClassId m : classes[c].mro) {
      if (!hir->codes[classes[m].body].library) continue;
      for (const char* name : list)
        if (classes[m].name == name) return 1;
    }
    return 0;
  };
  const std::string& n = abc.name;
  if (number) {
    // Each counts as what stands behind it here, too.
    int rank = core({"int", "_int_value"}) ? 4 : core({"Fraction"}) ? 3 : core({"float", "_float_value"}) ? 2 : core({"complex"}) ? 1 : core({"Decimal"}) ? 0 : -1;
    return rank >= (n == "Integral" ? 4 : n == "Rational" ? 3 : n == "Real" ? 2 : n == "Complex" ? 1 : 0);
  }
  if (n == "Iterable") return has("__iter__");
  if (n == "Iterator") return has("__iter__") && (has("__next__") || has("_next_"));
  if (n == "Generator") return core({"_generator"});
  if (n == "Sized") return has("__len__");
  if (n == "Container") return has("__contains__");
  if (n == "Collection") return has("__len__") && has("__iter__") && has("__contains__");
  if (n == "Reversible") return has("__reversed__") || core({"list", "tuple", "str", "bytes", "range", "dict", "deque", "bytearray"});
  if (n == "Callable") return has("__call__") || core({"function", "method", "builtin_function_or_method", "type"});
  if (n == "Hashable") return has("__hash__") && !core({"list", "dict", "set", "bytearray", "deque", "slice"});
  if (n == "Sequence") return core({"list", "tuple", "str", "bytes", "range", "bytearray", "memoryview", "deque"});
  if (n == "MutableSequence") return core({"list", "bytearray", "deque"});
  if (n == "Set") return core({"set", "frozenset", "dict_keys", "dict_items"});
  if (n == "MutableSet") return core({"set"});
  if (n == "MappingView") return core({"dict_keys", "dict_values", "dict_items"});
  if (n == "KeysView") return core({"dict_keys"});
  if (n == "ValuesView") return core({"dict_values"});
  if (n == "ItemsView") return core({"dict_items"});
  if (n == "ByteString") return core({"bytes", "bytearray"});
  if (n == "Mapping" || n == "MutableMapping") return core({"dict"});
  return 0;
}

bool Program::isInstance(const Atom& a, ClassId k, bool library) {
  ClassId c = classOf(a);
  if (!c.valid()) return false;
  if (classes[k].name == "object" && classes[k].core) return true;
  if (int known = isVirtualSubclass(c, k); known >= 0) return known;
  Ctor plain = classes[k].scalar;
  if (a.ctor == Ctor::Obj && library) {
    if (plain == Ctor::Int || plain == Ctor::Float || plain == Ctor::Str || plain == Ctor::Bytes) return false;
    if (plain == Ctor::Tuple && isSubclass(c, coreClass("_tuple_value"))) return false;
  }
  return isSubclass(c, k);
}

ClassId Program::shownClass(const Atom& a) {
  const ClassId c = classOf(a);
  if (c.valid() && classes[c].core && (classes[c].name == "_snapshot" || classes[c].name == "_local_variables" || classes[c].name == "_class_namespace")) return coreClass("dict");
  return c.valid() && classes[c].core && classes[c].name == "vtuple" ? coreClass("tuple") : c;
}

std::string Program::typeName(const Atom& a) {
  if (a.ctor == Ctor::I64) return "int";
  ClassId c = classOf(a);
  if (!c.valid()) return "?";
  if (!classes[c].full_name.empty()) return classes[c].full_name;
  const std::string& name = classes[c].name;
  // lib/core's private classes are written with an underscore.
  return classes[c].core && name.size() > 1 && name[0] == '_' ? name.substr(1) : name;
}

std::vector<TypeId> Program::itemTypes(const Atom& a) {
  std::vector<TypeId> out;
  for (auto& [name, type] : types.node(a.node).fields)
    for (const Atom& b : types.atoms(type)) {
      if (b.ctor != Ctor::Buffer) continue;
      TypeId held = types.field(b.node, kFieldT);
      auto& atoms = types.atoms(held);
      // A row of a hash table: the hash, then what it is of.
      const bool row = atoms.size() == 1 && atoms[0].ctor == Ctor::Tuple && !atoms[0].items.empty() && types.isOnly(atoms[0].items[0], Ctor::I64);
      std::vector<TypeId> held_types = row ? std::vector<TypeId>(atoms[0].items.begin() + 1, atoms[0].items.end()) : std::vector<TypeId>{held};
      for (TypeId item : held_types)
        if (item != types.bottom && !types.isOnly(item, Ctor::I64)) out.push_back(item);
    }
  return out;
}

std::string Program::typeText(TypeId t) {
  // Nobody reads more, and unions of containers of unions have very many members within few levels.
  int members = 100;
  return typeText(t, 0, members);
}

std::string Program::typeText(TypeId t, int depth, int& members) {
  std::string out;
  if (depth > 5) return "…";
  for (const Atom& a : types.atoms(t)) {
    if (!out.empty()) out += " | ";
    if (--members < 0) return out + "…";
    switch (a.ctor) {
      case Ctor::Unknown: out += "unknown"; break;
      case Ctor::Unset: out += "<unset>"; break;
      case Ctor::None: out += "None"; break;
      case Ctor::I64: out += "i64"; break;
      case Ctor::Opaque: out += "<opaque>"; break;
      case Ctor::Buffer:
        out += "buffer[" + typeText(types.field(a.node, kFieldT), depth + 1, members) + "]";
        break;
      case Ctor::Cell:
        out += "cell[" + typeText(types.field(a.node, kFieldT), depth + 1, members) + "]";
        break;
      case Ctor::Record: out += "keywords"; break;
      case Ctor::Boxed: out += "tuple[…]"; break;
      case Ctor::Tuple:
        out += "tuple[";
        for (size_t i = 0; i < a.items.size(); ++i)
          out += (i ? ", " : "") + typeText(a.items[i], depth + 1, members);
        out += a.items.empty() ? "()]" : "]";
        break;
      case Ctor::Func: out += "def " + hir->codes[hir::CodeId(a.id)].qualname; break;
      case Ctor::Method: out += "method " + hir->codes[hir::CodeId(a.id)].qualname; break;
      case Ctor::Class: out += "type[" + classes[ClassId(a.id)].name + "]"; break;
      case Ctor::Generator: out += "generator " + hir->codes[hir::CodeId(a.id)].qualname; break;
      case Ctor::Module: out += "module " + hir->modules->modules[hir::ModuleId(a.id)].name; break;
      case Ctor::Obj: {
        const ClassInfo& c = classes[ClassId(a.id)];
        out += c.name;
        if (c.generic && depth <= 4) {
          std::string inner;
          for (TypeId item : itemTypes(a)) inner += (inner.empty() ? "" : ", ") + typeText(item, depth + 1, members);
          if (!inner.empty()) out += "[" + inner + "]";
        }
        break;
      }
      default: out += typeName(a);
    }
  }
  return out.empty() ? "never" : out;
}

}  // namespace krait::infer
