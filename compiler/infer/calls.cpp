// Calls: binding arguments, constructing objects, finding methods, making classes.
#include <algorithm>

#include "infer/engine.h"

namespace krait::infer {

using hir::ArgKind;
using hir::Code;
using hir::CodeId;
using hir::ParamKind;

TypeId Engine::call(TypeId callee, const Args& args, uint64_t sub, std::vector<Case>* cases) {
  TypeId result = t_.bottom;
  for (const Args::One& a : args.list) {
    if (t_.canonical(a.type) == t_.bottom) {
      cur_->dead = true;
      return t_.bottom;
    }
  }
  const std::vector<Atom>& atoms = t_.atoms(callee);
  // `f(*args)`, where f is one of several functions (those that a decorator got, say) and args is what some caller gave: which
  // of them belong together, only the running program knows.
  const bool passes_on = atoms.size() > 1 && std::any_of(args.list.begin(), args.list.end(), [](const Args::One& x) {
                           return x.kind == ArgKind::Star || x.kind == ArgKind::DoubleStar;
                         });
  std::vector<Action> failed;
  const uint64_t place = sub;
  Alternatives alternatives(cur_->dead);
  for (const Atom& a : atoms) {
    sub = at(place, a);
    alternatives.next();
    TypeId one = t_.one(a);
    Action act;
    one_of_several_ = passes_on;
    switch (a.ctor) {
      case Ctor::Func: act.result = callFunction(a, nullptr, args, sub, &act); break;
      case Ctor::Method: {
        if (callOnKey(a, args, sub, &act)) break;
        Atom f{Ctor::Func, a.id, a.node, {}};
        if (flatTemplate(a)) methodOf(t_.atoms(a.items[0])[0], "_format_flat", &f);
        act.result = callFunction(f, &a.items[0], args, sub, &act);
        if (cur_->code->computes_names && atoms.size() > 1) {
          // Which one the name means, and so whether the arguments fit, only the running program knows.
          if (act.call.valid()) p_.instance(act.call.instance).by_computed_name = true;
        }
        break;
      }
      case Ctor::Class: act.result = construct(ClassId(a.id), args, sub, &act); break;
      default: {
        Atom f;
        if (open(a) && !hasMethod(a, "__call__")) {
          for (const Args::One& x : args.list) escape(x.type);
          act.result = unknown();
          break;
        }
        if (methodOf(a, "__call__", &f)) {
          act.result = callFunction(f, &one, args, sub, &act);
        } else {
          act = fail("TypeError", "'" + p_.typeName(a) + "' object is not callable");
          complain(DiagCode::BadCall, act.message, one);
        }
      }
    }
    one_of_several_ = false;
    if (passes_on && act.kind == ActionKind::Fail) failed.push_back(act);
    result = t_.join(result, act.result);
    if (cases) cases->push_back({{one, t_.bottom}, act});
  }
  if (passes_on && failed.size() == atoms.size()) complain(DiagCode::BadCall, failed[0].message, t_.bottom);
  return result;
}

// An object of a class that derives from str keeps its text in an attribute: a method of str, called through the class, takes
// that, and so it does with its operands (but what a tuple looks for is compared as it is).
void Engine::takePlainValues(const Code& method, uint64_t sub, Binding& bound) {
  auto cls = method.parent.valid() ? p_.class_of_code.find(method.parent.index) : p_.class_of_code.end();
  if (!method.is_method || cls == p_.class_of_code.end()) return;
  bool value = false;
  for (const char* builtin : {"str", "bytes", "int", "float", "tuple"}) value |= cls->second == p_.coreClass(builtin);
  if (!value) return;
  const bool items = cls->second == p_.coreClass("tuple") && (!method.name.starts_with("__") || method.name == "__contains__");
  for (size_t k = 0; k < bound.params.size() && (k == 0 || !items); ++k) {
    const auto& atoms = t_.atoms(bound.params[k]);
    const bool objects = std::any_of(atoms.begin(), atoms.end(), [&](const Atom& a) {
      return a.ctor == Ctor::Obj && !p_.classes[ClassId(a.id)].core && p_.isInstance(a, cls->second, false);
    });
    if (!objects) continue;
    ArgSource source{ArgSource::Core, 0, 0, {}, {}, nullptr, std::make_shared<CoreCall>()};
    if (recording_) source.items.push_back(bound.target.args[k]);
    bound.params[k] = source.core->type = callCore("_plain", {bound.params[k]}, Instance::mix(sub, 0x91a1 + k), &source.core->action);
    if (recording_) bound.target.args[k] = std::move(source);
  }
}

// A method of a builtin class that is called through the class (`str.upper(x)`) takes objects of that class only.
bool Engine::appliesTo(const Code& method, TypeId self, Action* action) {
  auto cls = method.parent.valid() ? p_.class_of_code.find(method.parent.index) : p_.class_of_code.end();
  if (!method.is_method || cls == p_.class_of_code.end() || method.params.empty() ||
      names_.text(method.params[0].name) != "self")
    return true;
  ClassId of_class = cls->second;
  for (Ctor plain : {Ctor::Int, Ctor::Float, Ctor::Str})  // the methods of what holds a value take the value, too
    if (of_class == valueClass(plain)) of_class = p_.classes[of_class].bases[0];
  const TypeId other = t_.filter(self, [&](const Atom& a) {
    return a.ctor != Ctor::Unknown && !p_.isInstance(a, of_class, cur_->code->library);
  });
  if (other == t_.bottom) return true;
  const std::string& name = p_.classes[of_class].name;
  const std::string of = "'" + name + "'", given = p_.typeName(t_.atoms(other)[0]);
  const std::string text = method.name.starts_with("__")
                               ? "descriptor '" + method.name + "' requires a " + of + " object but received a '" + given + "'"
                               : "descriptor '" + method.name + "' for " + of + " objects doesn't apply to a '" + given + "' object";
  if (other != t_.canonical(self)) {
    refuse("a method of a builtin class, called through the class, with an object that may be of another class");
    return false;
  }
  *action = fail("TypeError", text);
  complain(DiagCode::InvalidOperation, text, other);
  return false;
}

TypeId Engine::callFunction(const Atom& f, const TypeId* self, const Args& args, uint64_t sub,
                            Action* action) {
  const Code& code = hir_.codes[CodeId(f.id)];
  const Lookup lookup = lookup_.owner.valid() && lookup_.function.id == f.id ? lookup_ : Lookup();
  if (code.core && code.parent.valid()) {
    TypeId result;
    if (special(code, self, args, result, action)) return result;
  }
  if (code.core && code.name == "open" && !self && !args.list.empty()) {
    // The class of the file follows from a literal mode.
    const hir::Instr *mode = nullptr, *buffering = nullptr;
    bool given = false;
    for (size_t k = 0; k < args.list.size(); ++k) {
      const Args::One& a = args.list[k];
      given |= a.kind == ArgKind::Star || a.kind == ArgKind::DoubleStar;
      if (((a.kind == ArgKind::Positional && k == 2) || (a.kind == ArgKind::Keyword && names_.text(a.keyword) == "buffering")) && instr().op == hir::Op::Call && a.source.index > 0)
        buffering = definition(instr().args[a.source.index - 1].value);
      if (!((a.kind == ArgKind::Positional && k == 1) || (a.kind == ArgKind::Keyword && names_.text(a.keyword) == "mode"))) continue;
      given = true;
      if (instr().op == hir::Op::Call && a.source.index > 0) mode = definition(instr().args[a.source.index - 1].value);
    }
    bool literal = mode && mode->op == hir::Op::Const && static_cast<ast::ConstantKind>(mode->sub) == ast::ConstantKind::Str;
    if (!given || literal) {
      bool binary = literal && mode->text.find('b') != mode->text.npos;
      auto holds = [&](char c) { return mode->text.find(c) != mode->text.npos; };
      const bool raw = buffering && buffering->op == hir::Op::Const && static_cast<ast::ConstantKind>(buffering->sub) == ast::ConstantKind::Int && buffering->text == "0";
      const char* opener = !binary ? "_open_text" : raw ? "_open_binary_raw" : holds('+') ? "_open_binary_both" : holds('r') ? "_open_binary" : "_open_binary_out";
      auto it = hir_.core_globals.find(names_.intern(opener));
      if (it != hir_.core_globals.end()) {
        TypeId g = readField(p_.globals[it->second.index], kFieldT);
        if (t_.isOnly(g, Ctor::Func)) return callFunction(t_.atoms(g)[0], nullptr, args, sub, action);
      }
    }
  }
  if (Args shaped = code.library && !code.core ? args : Args(); addPatternShape(code, shaped, self != nullptr))
    return callFunction(f, self, shaped, sub, action);
  Binding bound;
  if (!bind(code, f, self, args, sub, bound)) {
    *action = fail("TypeError", bound.error);
    if (!one_of_several_) complain(DiagCode::BadCall, bound.error, t_.bottom);
    return t_.bottom;
  }
  Atom called = f;
  if (!self && code.core && !bound.params.empty()) {
    takePlainValues(code, sub, bound);
    if (!appliesTo(code, bound.params[0], action)) return t_.bottom;
    // Tuples of unknown length are objects with methods of their own.
    const TypeId long_tuple = t_.filter(bound.params[0], [&](const Atom& a) {
      return a.ctor == Ctor::Obj && p_.classes[ClassId(a.id)].core && p_.classes[ClassId(a.id)].name == "vtuple";
    });
    Atom own;
    if (long_tuple != t_.bottom && code.qualname.starts_with("tuple.") && methodOf(t_.atoms(long_tuple)[0], code.name, &own)) {
      if (long_tuple != t_.canonical(bound.params[0])) refuse("a method of tuple, called through the class, with tuples of several kinds");
      called = own;
    }
  }
  action->call = std::move(bound.target);
  action->call.owner = lookup.owner;
  action->call.attribute = lookup.attribute;
  action->call.field = lookup.field;
  if (code.generator) {
    TypeId made = makeGenerator(f, bound.params, sub, action);
    return code.async && made != t_.bottom ? unknown() : made;
  }
  action->kind = ActionKind::Call;
  called.id = codeForCall(called).index;
  TypeId result = callInstance(called, bound.params, site(sub), &action->call);
  if (code.async && result != t_.bottom) result = unknown();  // a coroutine, which is refused
  // Programs have no machine integers, and neither has what lib/core calls without knowing it: there a length is an int.
  if (t_.isOnly(result, Ctor::I64) && instr().op == hir::Op::Call) {
    const hir::Instr* callee = cur_->code->library ? definition(instr().operands[0]) : nullptr;
    if (!callee || callee->name != names_.intern(code.name)) result = t_.integer;
  }
  action->result = result;
  if (!action->call.valid()) return result;
  const std::string refusal = p_.instance(action->call.instance).refusal;
  const bool none_only = p_.instance(action->call.instance).type_error.empty();
  const std::string type_error = none_only ? p_.instance(action->call.instance).none_error : p_.instance(action->call.instance).type_error;
  const bool known = (refusal.empty() && type_error.empty()) ||
                     std::none_of(bound.params.begin(), bound.params.end(), [&](TypeId x) { return t_.mentionsUnknown(x); });
  if (known && !refusal.empty()) refuse(refusal);
  if (known && code.core && !type_error.empty()) {
    if (!recording_ && !cur_->code->core && !none_only)
      for (TypeId offender : {t_.none, t_.power_float}) fitsWithout(offender, f, bound.params);
    if (cur_->code->core) {
      std::string& found = none_only ? cur_->inst->none_error : cur_->inst->type_error;
      if (found.empty()) found = type_error;
    } else {
      TypeId offender = none_only ? t_.none : t_.bottom;
      for (TypeId x : {t_.none, t_.power_float})
        if (offender == t_.bottom && fitsWithout(x, f, bound.params)) offender = x;
      std::string message = type_error;
      if (message.empty() || message == kUnfit) {
        std::string name = code.name;
        if (name == "__init__" || name == "__new__") name = code.qualname.substr(0, code.qualname.find('.'));
        size_t first = code.is_method;  // self
        message = name + "() does not take " + (bound.params.size() == first + 1 ? "an argument of type " : "arguments of types ");
        for (size_t k = first; k < bound.params.size(); ++k) message += (k > first ? ", " : "") + p_.typeText(bound.params[k]);
      }
      complain(DiagCode::InvalidOperation, message, offender);
    }
  }
  return result;
}

void Engine::refuse(const std::string& what) {
  if (cur_->code->library) {
    if (cur_->inst->refusal.empty()) cur_->inst->refusal = what;
    raises("NotImplementedError");
    return;
  }
  if (!recording_ || quiet_ || judged()) return;
  const Range r = instr().place.range;
  if (!reported_.insert({what + std::to_string(r.begin) + "," + std::to_string(r.end), cur_->code->module.index}).second) return;
  diags_.report(DiagCode::Unsupported, {cur_->code->file, r}, what + " is not compiled yet").hint =
      "see docs/modules.md for what the library modules do today";
  refused();
}

TypeId Engine::construct(ClassId cls, const Args& args, uint64_t sub, Action* action) {
  ClassInfo& c = p_.classes[cls];
  // The metaclass's __call__; type's own is this function.
  if (Atom call_hook; c.metaclass.valid() && !cur_->code->qualname.starts_with("type.") && methodOf({Ctor::Class, cls.index, {}, {}}, "__call__", &call_hook) &&
                      !hir_.codes[CodeId(call_hook.id)].core) {
    TypeId self = t_.one({Ctor::Class, cls.index, {}, {}});
    return callFunction(call_hook, &self, args, sub, action);
  }
  if (std::string abstract = abstractMethods(cls); !abstract.empty()) {
    *action = fail("TypeError", "Can't instantiate abstract class " + c.name + " with abstract method" + abstract);
    complain(DiagCode::BadCall, action->message, t_.bottom);
    return t_.bottom;
  }
  ClassId owner;
  TypeId maker = classAttr(cls, names_.intern("__new__"), &owner);
  // Calls a function of lib/core with the class before the arguments.
  auto through = [&](const char* function) {
    Args with_class;
    with_class.list.push_back({t_.one({Ctor::Class, cls.index, {}, {}}), ArgKind::Positional, Name(),
                               {ArgSource::Operand, 0, 0, {}, {}, nullptr, nullptr}});
    with_class.list.insert(with_class.list.end(), args.list.begin(), args.list.end());
    TypeId f = readField(p_.globals[hir_.core_globals.at(names_.intern(function)).index], kFieldT);
    return callFunction(t_.atoms(f)[0], nullptr, with_class, sub, action);
  };
  // A __new__ of the program's: it, then __init__.
  if (maker != t_.bottom && t_.isOnly(maker, Ctor::Func) && c.scalar == Ctor::Obj && !hir_.codes[CodeId(t_.atoms(maker)[0].id)].core)
    return through("_new_and_init");
  // A subclass of int, float or str, or of an exception group, with an __init__ of its own.
  if (Atom init; owner.valid() && p_.classes[owner].core && (p_.classes[owner].name.ends_with("_value") || p_.classes[owner].exception) && c.scalar == Ctor::Obj &&
                 methodOf({Ctor::Obj, cls.index, c.instance, {}}, "__init__", &init) && !hir_.codes[CodeId(init.id)].core)
    return through("_new_and_init");
  if (c.container && (!cur_->code->core || !hir_.codes[c.body].library)) return through("_begin_and_init");
  if (maker != t_.bottom && t_.isOnly(maker, Ctor::Func) && p_.classes[owner].name != "object") {
    Atom f = t_.atoms(maker)[0];
    TypeId self = t_.one({Ctor::Class, cls.index, {}, {}});
    TypeId made = callFunction(f, &self, args, sub, action);
    switch (t_.isUnknown(made) ? c.scalar : Ctor::Obj) {
      case Ctor::Int: return t_.integer;
      case Ctor::Bool: return t_.boolean;
      case Ctor::Float: return t_.floating;
      case Ctor::Str: return t_.str;
      case Ctor::Bytes: return t_.bytes;
      default: return made;
    }
  }
  if (c.scalar != Ctor::Obj) {
    *action = fail("TypeError", "cannot create '" + c.name + "' instances");
    complain(DiagCode::BadCall, action->message, t_.bottom);
    return t_.bottom;
  }
  NodeId node = c.instance;
  if (c.generic) {
    NodeId& made = cur_->inst->made[site(sub + 1)];
    if (!made.valid()) made = t_.newNode();
    node = made;
  }
  if (c.exception && !c.instantiated)
    for (InstanceId i : exception_watchers_) markDirty(i);
  c.instantiated = true;
  TypeId object = t_.object(cls, node);
  action->kind = ActionKind::Construct;
  action->cls = cls;
  action->node = node;
  Atom init;
  bool initialised = methodOf(t_.atoms(object)[0], "__init__", &init, &owner) && !p_.isObjectsDefault(owner, "__init__");
  const bool counted = std::any_of(args.list.begin(), args.list.end(), [](const Args::One& a) { return a.kind == hir::ArgKind::Positional || a.kind == hir::ArgKind::Keyword; });
  if (!initialised && !args.list.empty() && !counted && !c.open) {
    // Whether `*args` and `**kwargs` hold anything, only the running program knows.
    const TypeId none = readField(p_.globals[hir_.core_globals.at(names_.intern("_takes_no_arguments")).index], kFieldT);
    if (!t_.isOnly(none, Ctor::Func)) return action->result = t_.bottom;
    init = t_.atoms(none)[0];
    initialised = true;
  }
  if (initialised) {
    Action inner;
    if (c.exception && owner.valid() && !p_.classes[owner].core) {
      // BaseException.__new__ keeps the arguments, whatever the class's own __init__ does with them.
      Args positional;
      for (const Args::One& a : args.list)
        if (a.kind == hir::ArgKind::Positional || a.kind == hir::ArgKind::Star) positional.list.push_back(a);
      TypeId base = readField(p_.classes[p_.coreClass("BaseException")].attributes, names_.intern("__init__").index);
      Action keep;
      if (t_.isOnly(base, Ctor::Func)) callFunction(t_.atoms(base)[0], &object, positional, sub + 3, &keep);
      action->second = keep.call;
    }
    makes_object_ = true;
    callFunction(init, &object, args, sub + 2, &inner);
    makes_object_ = false;
    if (inner.kind == ActionKind::Fail) {
      *action = inner;
      return t_.bottom;
    }
    action->call = inner.call;
    if (inner.call.valid() && p_.instance(inner.call.instance).result == t_.bottom) {
      // Does not return, or not yet.
      action->result = t_.bottom;
      return t_.bottom;
    }
  } else if (!args.list.empty() && c.open) {
    for (const Args::One& x : args.list) escape(x.type);
    unknown();
  } else if (!args.list.empty()) {
    *action = fail("TypeError", c.name + "() takes no arguments");
    complain(DiagCode::BadCall, action->message, t_.bottom);
    return t_.bottom;
  }
  action->result = t_.canonical(object);
  return action->result;
}

// What keeps objects of a class of ABCMeta from being made: "s a, b" for the message, or nothing.
std::string Engine::abstractMethods(ClassId cls) {
  using namespace ast;
  const ClassInfo& c = p_.classes[cls];
  if (!c.metaclass.valid() || p_.classes[c.metaclass].mro.empty()) return "";
  bool abc = false;
  for (ClassId m : p_.classes[c.metaclass].mro) abc |= p_.classes[m].module == "abc" && p_.classes[m].name == "ABCMeta";
  if (!abc) return "";
  auto isAbstract = [&](const Expr* d) {
    auto* n = dynAs<NameExpr>(d);
    auto* a = dynAs<Attribute>(d);
    std::string_view name = n ? names_.text(n->id) : a ? names_.text(a->attr.name) : "";
    return name == "abstractmethod" || name == "abstractproperty";
  };
  std::set<Name> seen;
  std::set<std::string> missing;
  for (ClassId m : c.mro) {
    if (!p_.classes[m].node) continue;
    std::set<Name> here;
    for (const Stmt* s : p_.classes[m].node->body) {
      if (auto* f = dynAs<FunctionDef>(s)) {
        here.insert(f->name.name);
        if (seen.count(f->name.name)) continue;
        bool abstract = false;
        for (const Expr* d : f->decorator_list) abstract |= isAbstract(d);
        if (abstract) missing.insert(std::string(names_.text(f->name.name)));
        else missing.erase(std::string(names_.text(f->name.name)));
      } else if (auto* a = dynAs<Assign>(s)) {
        for (const Expr* t : a->targets)
          if (auto* n = dynAs<NameExpr>(t)) here.insert(n->id);
      } else if (auto* a = dynAs<AnnAssign>(s)) {
        if (auto* n = dynAs<NameExpr>(a->target); n && a->value) here.insert(n->id);
      }
    }
    seen.insert(here.begin(), here.end());
  }
  if (missing.empty()) return "";
  std::string out = missing.size() > 1 ? "s" : "";
  bool first = true;
  for (const std::string& n : missing) {
    out += (first ? " " : ", ") + n;
    first = false;
  }
  return out;
}

TypeId Engine::classAttr(ClassId c, Name name, ClassId* owner) {
  for (ClassId m : p_.classes[c].mro) {
    TypeId t = readField(p_.classes[m].attributes, name.index);
    if (t == t_.bottom) continue;
    if (owner) *owner = m;
    return t;
  }
  return t_.bottom;
}

bool Engine::methodOf(const Atom& a, std::string_view name, Atom* function, ClassId* owner) {
  ClassId c = p_.classOf(a);
  if (!c.valid()) return false;
  ClassId where;
  const Name method = names_.intern(name);
  TypeId t = classAttr(c, method, &where);
  // A special method that the program sets on the class later counts from the beginning, if it needs no object of its own.
  if (t_.has(t, Ctor::Unset)) {
    t = t_.without(t, Ctor::Unset);
    if (t_.isOnly(t, Ctor::Func) && !hir_.codes[hir::CodeId(t_.atoms(t)[0].id)].free.empty()) return false;
  }
  if (!t_.isOnly(t, Ctor::Func)) return false;
  if (name != "__init__" && p_.isObjectsDefault(where, name)) return false;
  if (owner) *owner = where;
  *function = t_.atoms(t)[0];
  found(*function, where, method);
  return true;
}

// Does the class say that its objects lack the method (`__hash__ = None`)?
bool Engine::blocksMethod(const Atom& a, std::string_view name) {
  ClassId c = p_.classOf(a), where;
  return c.valid() && t_.isOnly(t_.without(classAttr(c, names_.intern(name), &where), Ctor::Unset), Ctor::None);
}

bool Engine::definesMethod(const Atom& a, std::string_view name) {
  Atom f;
  ClassId owner;
  return methodOf(a, name, &f, &owner) && !p_.isObjectsDefault(owner, name);
}

// Calls a special method of each atom; without one, fails with `failure`.
TypeId Engine::callMethod(TypeId self, const char* name, const std::vector<TypeId>& args, uint64_t sub,
                          std::vector<Case>* cases, const char* failure) {
  TypeId result = t_.bottom;
  Args bound;
  for (size_t k = 0; k < args.size(); ++k)
    bound.list.push_back({args[k], ArgKind::Positional, Name(),
                          {ArgSource::Operand, static_cast<uint32_t>(k + 1), 0, {}, {}, nullptr, nullptr}});
  for (const Args::One& a : bound.list) {
    if (t_.canonical(a.type) == t_.bottom) {
      cur_->dead = true;
      return t_.bottom;
    }
  }
  const uint64_t place = sub;
  Alternatives alternatives(cur_->dead);
  for (const Atom& a : t_.atoms(self)) {
    sub = at(place, a);
    alternatives.next();
    TypeId one = t_.one(a);
    Action act;
    Atom f;
    if (methodOf(a, name, &f)) {
      act.result = callFunction(f, &one, bound, sub, &act);
    } else if (open(a)) {
      for (TypeId x : args) escape(x);
      act.result = unknown();
    } else {
      std::string message = failure ? failure : "'" + p_.typeName(a) + "' object has no method '" + name + "'";
      act = fail("TypeError", message);
      complain(DiagCode::InvalidOperation, message, one);
    }
    result = t_.join(result, act.result);
    if (cases) cases->push_back({{one, t_.bottom}, act});
  }
  return result;
}

TypeId Engine::callCore(const char* function, const std::vector<TypeId>& args, uint64_t sub, Action* action) {
  Name name = names_.find(function);
  auto it = name.valid() ? hir_.core_globals.find(name) : hir_.core_globals.end();
  if (it == hir_.core_globals.end()) {
    std::string message = std::string("lib/core lacks ") + function;
    internalError(__FILE__, __LINE__, message.c_str());
  }
  TypeId f = readField(p_.globals[it->second.index], kFieldT);
  if (!t_.isOnly(f, Ctor::Func)) {
    cur_->dead = true;
    return t_.bottom;
  }
  Args bound;
  for (size_t k = 0; k < args.size(); ++k)
    bound.list.push_back({args[k], ArgKind::Positional, Name(),
                          {ArgSource::Operand, static_cast<uint32_t>(k), 0, {}, {}, nullptr, nullptr}});
  for (TypeId a : args) {
    if (t_.canonical(a) == t_.bottom) {
      cur_->dead = true;
      return t_.bottom;
    }
  }
  return callFunction(t_.atoms(f)[0], nullptr, bound, sub, action);
}

// A function of lib/core refuses these types: would it take them but for `offender`, None or a power's float?
bool Engine::fitsWithout(TypeId offender, const Atom& f, const std::vector<TypeId>& params) {
  std::vector<TypeId> others;
  bool has = false;
  for (TypeId x : params) {
    auto strip = [&](TypeId y) {
      TypeId kept = t_.filter(y, [&](const Atom& a) {
        bool offends = offender == t_.none ? a.ctor == Ctor::None : a.ctor == Ctor::Float && a.id == 1;
        return !offends;
      });
      return kept == t_.bottom ? t_.canonical(y) : kept;
    };
    TypeId without = strip(x);
    if (t_.isOnly(without, Ctor::Tuple)) {  // *args
      Atom tuple = t_.atoms(without)[0];
      for (TypeId& item : tuple.items) item = strip(item);
      without = t_.one(tuple);
    }
    has |= without != t_.canonical(x);
    others.push_back(without);
  }
  if (!has) return false;
  if (recording_) {
    InstanceId known = p_.findInstance(f, others);
    return known.valid() && p_.instance(known).type_error.empty();
  }
  InstanceId id = instanceFor(f, others);
  p_.instance(id).callers.insert(cur_->inst->id);
  if (p_.instance(id).dirty && !p_.instance(id).running) analyse(id);
  return p_.instance(id).type_error.empty();
}

// Functions of lib/core whose meaning depends on the caller or on types alone.
bool Engine::special(const Code& code, const TypeId* self, const Args& args, TypeId& result, Action* action) {
  if (self || hir_.codes[code.parent].kind != hir::CodeKind::Module) return false;
  auto finish = [&](TypeId r) {
    action->kind = ActionKind::Special;
    action->name = names_.intern(code.name);
    action->result = result = r;
    return true;
  };
  size_t n = args.list.size();
  for (auto& a : args.list)
    if (a.kind != ArgKind::Positional) return false;
  auto type = [&](size_t k) { return t_.canonical(args.list[k].type); };
  if ((code.name == "isinstance" || code.name == "issubclass") && n == 2) {
    const std::function<bool(TypeId)> fits = [&](TypeId x) {
      for (const Atom& a : std::vector<Atom>(t_.atoms(x))) {
        if (a.ctor == Ctor::Class || a.ctor == Ctor::Unknown || a.ctor == Ctor::Unset || p_.unionMembers(a) != t_.bottom) continue;
        if (a.ctor != Ctor::Tuple || !std::all_of(a.items.begin(), a.items.end(), fits)) return false;
      }
      return true;
    };
    if (!cur_->code->library && !fits(type(1))) {
      const std::string kinds = code.name == "isinstance" ? "type, a tuple of types" : "class, a tuple of classes";
      const std::string text = code.name + "() arg 2 must be a " + kinds + ", or a union";
      // (A tuple is looked through up to the first class that fits.)
      if (t_.atoms(type(1)).size() > 1 || t_.isOnly(type(1), Ctor::Tuple)) refuse("'" + code.name + "' with one of several kinds of second argument");
      *action = fail("TypeError", text);
      complain(DiagCode::InvalidOperation, text, type(1));
      result = t_.bottom;
      return true;
    }
    const std::vector<Atom> tested = t_.atoms(type(0));
    auto isClass = [](const Atom& a) { return a.ctor == Ctor::Class || a.ctor == Ctor::Unknown || a.ctor == Ctor::Unset || a.ctor == Ctor::Obj; };
    if (code.name == "issubclass" && !cur_->code->library && !tested.empty() && std::none_of(tested.begin(), tested.end(), isClass)) {
      *action = fail("TypeError", "issubclass() arg 1 must be a class");
      complain(DiagCode::InvalidOperation, action->message, type(0));
      result = t_.bottom;
      return true;
    }
    bool all = true, none = true;
    for (const Atom& a : t_.atoms(type(0))) {
      int m = code.name == "isinstance" ? matchClass(a, type(1)) : matchSubclass(a, type(1));
      if (m != 1) all = false;
      if (m != 0) none = false;
    }
    if (recording_ && instr().op == hir::Op::Call) rec().decided = all ? 1 : none ? 0 : -1;
    return finish(t_.boolean);
  }
  if (code.name == "super" && n == 2) {
    const TypeId behind = type(0);
    if (!t_.isOnly(behind, Ctor::Class) || t_.atoms(behind).size() != 1) return false;
    const ClassId cls(t_.atoms(behind)[0].id);
    for (const Atom& a : t_.atoms(type(1))) {
      const ClassId of = a.ctor == Ctor::Class ? ClassId(a.id) : p_.classOf(a);
      if (a.ctor == Ctor::Unknown || (of.valid() && p_.isSubclass(of, cls))) continue;
      if (ClassId meta = p_.classOf(a); a.ctor == Ctor::Class && meta.valid() && p_.isSubclass(meta, cls)) continue;
      *action = fail("TypeError", "super(type, obj): obj must be an instance or subtype of type");
      complain(DiagCode::InvalidOperation, action->message, type(1));
      result = t_.bottom;
      return true;
    }
    return finish(t_.one({Ctor::Super, cls.index, {}, {type(1)}}));
  }
  if (code.name == "super" && n == 0) {
    hir::CodeId c = cur_->code->id;
    while (c.valid() && hir_.codes[c].kind != hir::CodeKind::Class) c = hir_.codes[c].parent;
    if (!c.valid() || cur_->inst->formals.empty()) return false;
    ClassId cls = p_.class_of_code.at(c.index);
    Atom a{Ctor::Super, cls.index, {}, {cur_->inst->formals[0]}};
    return finish(t_.one(a));
  }
  if (code.name == "callable" && n == 1) {
    bool all = true, none = true;
    for (const Atom& a : t_.atoms(type(0))) {
      int m = matchCallable(a);
      if (m != 1) all = false;
      if (m != 0) none = false;
    }
    if (recording_ && instr().op == hir::Op::Call) rec().decided = all ? 1 : none ? 0 : -1;
    return finish(t_.boolean);
  }
  return false;
}

namespace {

// The order in which classes are searched: C3 linearisation (Barrett et al. 1996). Empty: inconsistent.
std::vector<ClassId> linearise(ClassId self, const std::vector<ClassId>& bases, IdVector<ClassId, ClassInfo>& classes) {
  std::vector<std::vector<ClassId>> lists;
  for (ClassId b : bases) lists.push_back(classes[b].mro);
  lists.push_back(bases);
  std::vector<ClassId> out{self};
  for (;;) {
    bool any = false;
    ClassId next;
    for (auto& l : lists) {
      if (l.empty()) continue;
      any = true;
      bool tail = false;
      for (auto& m : lists)
        for (size_t i = 1; i < m.size(); ++i) tail |= m[i] == l[0];
      if (!tail) {
        next = l[0];
        break;
      }
    }
    if (!any) return out;
    if (!next.valid()) return {};
    out.push_back(next);
    for (auto& l : lists)
      if (!l.empty() && l[0] == next) l.erase(l.begin());
  }
}

bool classFlag(const ast::ClassDef* node, std::string_view name, Interner& names) {
  for (const ast::Stmt* s : node->body)
    if (auto* a = ast::dynAs<ast::Assign>(s))
      for (const ast::Expr* t : a->targets)
        if (auto* n = ast::dynAs<ast::NameExpr>(t); n && names.text(n->id) == name) return true;
  return false;
}

// The literal that a class body assigns to the name; empty if it does not.
std::string classText(const ast::ClassDef* node, std::string_view name, Interner& names) {
  for (const ast::Stmt* s : node->body)
    if (auto* a = ast::dynAs<ast::Assign>(s))
      if (auto* n = ast::dynAs<ast::NameExpr>(a->targets[0]); n && names.text(n->id) == name)
        if (auto* text = ast::dynAs<ast::Constant>(a->value)) return std::string(text->text);
  return "";
}

bool bodyDefines(const ast::ClassDef* node, std::string_view name, Interner& names) {
  for (const ast::Stmt* s : node->body)
    if (auto* f = ast::dynAs<ast::FunctionDef>(s); f && names.text(f->name.name) == name) return true;
  return classFlag(node, name, names);
}

}  // namespace

// Which attributes __slots__ allows, where all its bases have it.
static void findSlots(Program& p, ClassInfo& c, Interner& names) {
  using namespace ast;
  if (c.core || c.mro.empty()) return;
  c.has_slots = true;
  for (ClassId m : c.mro) {
    if (m == c.id || (p.classes[m].core && p.classes[m].name == "object")) continue;
    if (!p.classes[m].has_slots) c.has_slots = false;
    c.slots.insert(p.classes[m].slots.begin(), p.classes[m].slots.end());
  }
  bool own = false;
  auto add = [&](const Expr* e) {
    auto* text = dynAs<Constant>(e);
    if (!text || text->value_kind != ConstantKind::Str || text->text == "__dict__") c.has_slots = false;
    else c.slots.insert(resolve::mangle(names.intern(text->text), c.node->name.name, names));
  };
  for (const Stmt* s : c.node->body) {
    auto* a = dynAs<Assign>(s);
    auto* target = a ? dynAs<NameExpr>(a->targets[0]) : nullptr;
    if (!target || names.text(target->id) != "__slots__") continue;
    own = true;
    if (auto* tuple = dynAs<TupleExpr>(a->value))
      for (const Expr* e : tuple->elts) add(e);
    else if (auto* list = dynAs<ListExpr>(a->value))
      for (const Expr* e : list->elts) add(e);
    else add(a->value);
  }
  c.has_slots = c.has_slots && own;
}

// What a base class means: typing's names stand for the classes themselves.
TypeId Engine::baseType(hir::Reg base) {
  TypeId result = t_.bottom;
  for (const Atom& a : std::vector<Atom>(t_.atoms(reg(base)))) {
    const TypeId origin = p_.typingOrigin(a, false);
    result = t_.join(result, origin == t_.bottom ? t_.one(a) : origin);
  }
  return result;
}

TypeId Engine::makeClass(const hir::Instr& i) {
  auto it = p_.class_of_code.find(i.code.index);
  ClassId id;
  if (it == p_.class_of_code.end()) {
    const Code& body = hir_.codes[i.code];
    ClassInfo c;
    c.body = i.code;
    c.name = body.name;
    c.qualname = body.qualname;
    const auto& module = hir_.modules->modules[body.module];
    c.module = module.core ? "builtins" : module.name;
    c.core = body.core;
    c.node = static_cast<const ast::ClassDef*>(body.node);
    if (body.library) {
      c.full_name = classText(c.node, "__full_name__", names_);
      // A library class may say where CPython has it.
      if (std::string shown = classText(c.node, "__module__", names_); !shown.empty()) c.module = shown;
    }
    c.generic = body.library ? classFlag(c.node, "__generic__", names_) : p_.generic_codes.count(i.code.index) > 0;
    c.attributes = t_.newNode();
    t_.node(c.attributes).global = true;
    id = p_.classes.add(std::move(c));
    ClassInfo& made = p_.classes[id];
    made.id = id;
    p_.class_of_code[i.code.index] = id;
    for (InstanceId watcher : class_watchers_) markDirty(watcher);
    std::vector<ClassId> bases;
    for (int64_t k = 0; k < i.imm; ++k) {
      for (const Atom& a : t_.atoms(baseType(i.operands[static_cast<size_t>(k)]))) {
        if (a.ctor == Ctor::Class) bases.push_back(ClassId(a.id));
        else made.open = true;
      }
    }
    if (bases.empty() && made.name != "object") {
      ClassId object = p_.coreClass("object");
      if (!object.valid()) {
        auto g = hir_.core_globals.find(names_.intern("object"));
        if (g != hir_.core_globals.end())
          for (const Atom& a : t_.atoms(p_.globalType(g->second)))
            if (a.ctor == Ctor::Class) object = ClassId(a.id);
      }
      if (object.valid()) bases.push_back(object);
    }
    made.declared_bases = bases;
    const bool named = made.node->named_tuple || hir_.codes[made.body].library;  // objects of these are tuples themselves
    if (!body.core)
      for (ClassId& b : bases) {
        const ClassInfo& base = p_.classes[b];
        for (const std::string_view value : {"int", "float", "str", "bytes", "tuple"})
          if (base.core && base.name == value && !(named && value == "tuple")) b = p_.coreClass("_" + std::string(value) + "_value");
      }
    made.bases = bases;
    made.mro = linearise(id, bases, p_.classes);
    if (made.mro.empty()) {
      made.mro = {id};
      made.broken = "Cannot create a consistent method resolution\norder (MRO) for bases ";
      for (size_t k = 0; k < bases.size(); ++k) made.broken += (k ? ", " : "") + p_.classes[bases[k]].name;
    }
    for (size_t k = 0; k < bases.size(); ++k)
      if (std::find(bases.begin(), bases.begin() + static_cast<long>(k), bases[k]) != bases.begin() + static_cast<long>(k))
        made.broken = "duplicate base class " + p_.classes[bases[k]].name;
    for (ClassId b : bases) made.open |= p_.classes[b].open;
    for (ClassId b : made.mro) made.exception |= p_.classes[b].core && p_.classes[b].name == "BaseException";
    if (!hir_.codes[made.body].library) {
      for (ClassId b : bases) {
        const ClassInfo& base = p_.classes[b];
        if (made.node->named_tuple || !base.tuple_fields.empty()) continue;
        const bool library = base.container || (hir_.codes[base.body].library && (base.generic || base.name == "bytearray"));
        if (library && classAttr(b, names_.intern("_begin"), nullptr) != t_.bottom) {
          made.generic |= base.generic;
          made.container = true;
          continue;
        }
        if (!(base.generic && hir_.codes[base.body].library) && (base.scalar == Ctor::Obj || base.name == "type")) continue;
        made.open = true;
        diags_.report(DiagCode::Unsupported, {module.file, i.place.range},
                        "a subclass of '" + base.name + "' is not compiled yet")
              .hint = "keep a '" + base.name + "' in a field instead";
      }
    }
    if (made.node->named_tuple) made.tuple_fields.assign(made.node->members.begin(), made.node->members.end());
    for (ClassId b : bases)
      if (made.tuple_fields.empty()) made.tuple_fields = p_.classes[b].tuple_fields;
    for (ClassId b : bases)
      if (!made.metaclass.valid()) made.metaclass = p_.classes[b].metaclass;
    for (const hir::CallArg& a : i.args) {
      if (a.kind != ArgKind::Keyword || names_.text(a.keyword) != "metaclass") continue;
      for (const Atom& m : t_.atoms(reg(a.value)))
        if (m.ctor == Ctor::Class && !(p_.classes[ClassId(m.id)].core && p_.classes[ClassId(m.id)].name == "type"))
          made.metaclass = ClassId(m.id);
    }
    if (ClassId where; made.metaclass.valid() && classAttr(made.metaclass, names_.intern("__prepare__"), &where) != t_.bottom && !p_.classes[where].core)
      diags_.report(DiagCode::Unsupported, {body.file, i.place.range},
                    "the metaclass '" + p_.classes[made.metaclass].name + "' with __prepare__ is not compiled yet")
          .hint = "use __init_subclass__ in a base class, or a class decorator";
    if (!body.library && bodyDefines(made.node, "__getattribute__", names_))
      diags_.report(DiagCode::Unsupported, {body.file, i.place.range}, "a class with a __getattribute__ of its own is not compiled yet")
          .hint = "use __getattr__, which is asked for the attributes that an object does not have";
    findSlots(p_, made, names_);
    // A class with an equality of its own and no hash has none.
    if (!body.library && bodyDefines(made.node, "__eq__", names_) && !bodyDefines(made.node, "__hash__", names_))
      t_.grow(made.attributes, names_.intern("__hash__").index, t_.none);
    made.instance = t_.newNode();
    Node& n = t_.node(made.instance);
    n.nominal = n.global = !made.generic;
    n.cls = id;
  } else {
    id = it->second;
  }
  if (recording_) {
    // The class was laid out for the bases that were known first.
    for (int64_t k = 0; k < i.imm; ++k) {
      const auto& atoms = t_.atoms(baseType(i.operands[static_cast<size_t>(k)]));
      const auto& bases = p_.classes[id].declared_bases;
      if (judged() || t_.isUnknown(reg(i.operands[static_cast<size_t>(k)]))) continue;
      if (atoms.size() == 1 && atoms[0].ctor == Ctor::Class &&
          std::find(bases.begin(), bases.end(), ClassId(atoms[0].id)) != bases.end())
        continue;
      other_bases_.push_back({i.code, i.place.range});
      break;
    }
  }
  TypeId result = t_.one({Ctor::Class, id.index, {}, {}});
  Atom body{Ctor::Func, i.code.index, {}, {}};
  bool cells = false;
  for (const hir::CallArg& a : i.args) cells |= a.kind == ArgKind::Star;
  if (cells) {
    NodeId& n = cur_->inst->made[site()];
    if (!n.valid()) n = t_.newNode();
    body.node = n;
    uint32_t k = 0;
    for (const hir::CallArg& a : i.args)
      if (a.kind == ArgKind::Star) t_.grow(n, kFieldFree + k++, cur_->slots[a.value.index]);
  }
  Action act;
  act.kind = ActionKind::Call;
  act.cls = id;
  // A body that always raises makes no class.
  if (callInstance(body, {}, site(), &act.call) == t_.bottom) result = t_.bottom;
  act.result = result;
  addCase(t_.bottom, t_.bottom, act);
  if (!p_.classes[id].broken.empty() && result != t_.bottom) {
    // The second case is what happens behind the body.
    Action failure = fail("TypeError", p_.classes[id].broken);
    complain(DiagCode::InvalidOperation, failure.message, t_.bottom);
    addCase(t_.bottom, t_.bottom, failure);
    return t_.bottom;
  }
  return result;
}

}  // namespace krait::infer
