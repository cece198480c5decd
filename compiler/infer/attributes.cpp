// Attributes: what reading one means for each type.
#include <algorithm>

#include "infer/engine.h"

namespace krait::infer {

using hir::Code;

const ast::Constant* classDoc(const ast::ClassDef* node) {
  if (!node || node->body.empty()) return nullptr;
  auto* first = ast::dynAs<ast::ExprStmt>(node->body[0]);
  auto* text = first ? ast::dynAs<ast::Constant>(first->value) : nullptr;
  return text && text->value_kind == ast::ConstantKind::Str ? text : nullptr;
}

TypeId Engine::getAttr(TypeId object, Name name, uint64_t sub, std::vector<Case>* cases) {
  TypeId result = t_.bottom;
  const uint64_t place = sub;
  Alternatives alternatives(cur_->dead);
  for (const Atom& a : t_.atoms(object)) {
    sub = at(place, a);
    alternatives.next();
    Action act;
    act.result = attrOf(a, name, sub, &act);
    result = t_.join(result, act.result);
    if (cases) cases->push_back({{t_.one(a), t_.bottom}, act});
  }
  return result;
}

// Is `a.__init__` that of a builtin container?
bool Engine::initOfContainer(const Atom& a) {
  ClassId c = a.ctor == Ctor::Class ? ClassId(a.id) : p_.classOf(a), behind;
  if (a.ctor == Ctor::Super) {
    behind = ClassId(a.id);
    const std::vector<Atom>& selves = t_.atoms(a.items[0]);
    if (selves.empty()) return false;
    c = selves[0].ctor == Ctor::Class ? ClassId(selves[0].id) : p_.classOf(selves[0]);
  }
  if (!c.valid()) return false;
  for (ClassId m : p_.classes[c].mro) {
    if (behind.valid()) {
      if (m == behind) behind = ClassId();
      continue;
    }
    const NodeId attributes = p_.classes[m].attributes;
    if (readField(attributes, names_.intern("__init__").index) == t_.bottom) continue;
    return p_.classes[m].core && readField(attributes, names_.intern("_init_again").index) != t_.bottom;
  }
  return false;
}

TypeId Engine::attrOf(const Atom& a, Name name, uint64_t sub, Action* act) {
  act->name = name;
  // The __init__ of a builtin container begins an object; the program's calls find one that has items.
  if (names_.text(name) == "__init__" && !cur_->code->library && initOfContainer(a)) return attrOf(a, names_.intern("_init_again"), sub, act);
  switch (a.ctor) {
    case Ctor::Unknown: return act->result = unknown();
    case Ctor::Module: return attrOfModule(a, name, act);
    case Ctor::Class: return attrOfClass(a, name, sub, act);
    case Ctor::Super: return attrOfSuper(a, name, sub, act);
    case Ctor::Func:
    case Ctor::Method:
      if (TypeId held = attrOfFunction(a, name, act); held != t_.bottom) return held;
      [[fallthrough]];
    default: return attrOfObject(a, name, sub, act);
  }
}

// An attribute that does not exist: CPython's error, or the unknown where the type is not known in full.
TypeId Engine::missingAttr(const Atom& a, Name name, Action* act) {
  if (open(a)) return act->result = unknown();
  std::string what = "'" + p_.typeName(a) + "' object";
  if (a.ctor == Ctor::Class) {
    const ClassInfo& info = p_.classes[ClassId(a.id)];
    what = "type object '" + (info.full_name.empty() ? info.name : info.full_name) + "'";
  } else if (a.ctor == Ctor::Module) {
    what = "module '" + hir_.modules->modules[hir::ModuleId(a.id)].name + "'";
  } else if (a.ctor == Ctor::Super) {
    what = "'super' object";
  }
  if (computedField(a, name)) {
    act->kind = ActionKind::Field;
    act->cls = ClassId(a.id);
    act->node = a.node;
    raises("AttributeError");
    return act->result = t_.without(readField(a.node, name.index), Ctor::Unset);
  }
  *act = fail("AttributeError", what + " has no attribute '" + std::string(names_.text(name)) + "'");
  complain(DiagCode::UnknownAttribute, act->message, t_.one(a));
  return t_.bottom;
}

// What every class, function or module has, known from the type.
static TypeId specialAttr(TypeId result, Action* act) {
  act->kind = ActionKind::Special;
  return act->result = result;
}

TypeId Engine::attrOfModule(const Atom& a, Name name, Action* act) {
  const std::string_view text = names_.text(name);
  hir::ModuleId m(a.id);
  hir::GlobalId g = hir_.globalOf(m, name);
  if (g.valid() && (!hir_.globals[g].from_outside || t_.field(p_.globals[g.index], kFieldT) != t_.bottom)) {
    TypeId t = readField(p_.globals[g.index], kFieldT);
    act->kind = ActionKind::ModuleAttr;
    act->global = g;
    if (!hir_.globals[g].always_set) raises("AttributeError");
    return act->result = t_.without(t, Ctor::Unset);
  }
  std::string full = hir_.modules->modules[m].name + "." + std::string(text);
  if (hir_.modules->missing.count(full) || hir_.modules->modules[m].open) return act->result = unknown();
  auto it = hir_.modules->by_name.find(full);
  if (it != hir_.modules->by_name.end())
    return act->result = t_.one({Ctor::Module, it->second.index, {}, {}});
  if (text == "__name__") return specialAttr(t_.str, act);
  // Some statement elsewhere may set it.
  if (!recording_) readField(p_.globals[addGlobal(m, name).index], kFieldT);
  return missingAttr(a, name, act);
}

// What a staticmethod or classmethod among the values of class `owner` wraps; a classmethod's function is bound to `cls`. False: there is none.
bool Engine::unwrapped(TypeId attr, TypeId cls, ClassId owner, Name name, Action* act) {
  for (const Atom& x : t_.atoms(attr)) {
    if (x.ctor != Ctor::Obj || !p_.classes[ClassId(x.id)].core) continue;
    const std::string& kind = p_.classes[ClassId(x.id)].name;
    if (kind != "staticmethod" && kind != "classmethod") continue;
    const TypeId f = readField(x.node, names_.intern("_func").index);
    if (kind == "classmethod")
      for (const Atom& g : t_.atoms(f)) {
        const bool property = g.ctor == Ctor::Obj && p_.classes[ClassId(g.id)].core && p_.classes[ClassId(g.id)].name == "property";
        if (property && callGetter(g, cls, owner, name, Instance::mix(0xc1a55, name.index), act)) return true;
        if (g.ctor == Ctor::Func || g.ctor == Ctor::Unknown) continue;
        refuse("a class method made of something else than a function");
        act->result = t_.bottom;
        return true;
      }
    act->kind = ActionKind::Special;
    act->cls = owner;
    act->call.attribute = name;
    act->name = names_.intern(kind);
    act->result = kind == "staticmethod" ? f : t_.bottom;
    for (const Atom& g : t_.atoms(f))
      if (kind == "classmethod" && g.ctor == Ctor::Func) act->result = t_.join(act->result, t_.one({Ctor::Method, g.id, g.node, {cls}}));
    return true;
  }
  return false;
}

// What class `owner` holds, as an attribute of the class itself or of its subclass `a`.
TypeId Engine::attrHeldByClass(const Atom& a, TypeId attr, ClassId owner, Name name, uint64_t sub, Action* act) {
  const TypeId self = t_.one(a);
  // staticmethod and classmethod objects give what they wrap.
  if (unwrapped(attr, self, owner, name, act)) return act->result;
  Atom get;
  if (t_.isOnly(attr, Ctor::Obj) && !p_.classes[ClassId(t_.atoms(attr)[0].id)].core && methodOf(t_.atoms(attr)[0], "__get__", &get)) {
    act->index = form::kDescriptorOfClass;
    act->result = callCore("_descriptor_get", {attr, t_.none, self}, sub, act);
    act->cls = owner;
    act->name = name;
    return act->result;
  }
  act->kind = ActionKind::ClassAttr;
  act->cls = owner;
  act->result = t_.without(attr, Ctor::Unset);
  if (!t_.has(attr, Ctor::Unset)) return act->result;
  // While this class has none, that of a class behind it.
  ClassId next;
  if (const TypeId behind = attrBehindClass(a, owner, name, &next); behind != t_.bottom) {
    Action otherwise;
    otherwise.name = name;
    const TypeId other = attrHeldByClass(a, behind, next, name, Instance::mix(sub, 0xbe41d), &otherwise);
    act->result = t_.join(act->result, other);
    act->otherwise = std::make_shared<const Action>(std::move(otherwise));
  } else {
    raises("AttributeError");
  }
  return act->result;
}

// What the classes behind `owner` in the order of the class, or of the class of the object, hold under the name.
TypeId Engine::attrBehindClass(const Atom& a, ClassId owner, Name name, ClassId* next) {
  const ClassId c = a.ctor == Ctor::Class ? ClassId(a.id) : p_.classOf(a);
  bool behind = false;
  for (ClassId m : c.valid() ? std::vector<ClassId>(p_.classes[c].mro) : std::vector<ClassId>()) {
    const TypeId held = behind ? readField(p_.classes[m].attributes, name.index) : t_.bottom;
    behind |= m == owner;
    if (held == t_.bottom) continue;
    *next = m;
    return held;
  }
  return t_.bottom;
}

TypeId Engine::attrOfClass(const Atom& a, Name name, uint64_t sub, Action* act) {
  const std::string_view text = names_.text(name);
  ClassId c(a.id), owner;
  if (ClassId meta = p_.classOf(a), from; cur_->code->core && text.starts_with("__") && meta.valid()) {
    // lib/core calls special methods, which are looked up in the class of a value.
    TypeId own = classAttr(meta, name, &from);
    if (t_.isOnly(own, Ctor::Func) && !p_.classes[from].core) return classMember(a, from, own, name, sub, act);
  }
  TypeId t = classAttr(c, name, &owner);
  // `str.__new__(cls, …)` makes an object of a subclass.
  if (ClassId value = valueClass(p_.classes[c].scalar); text == "__new__" && !cur_->code->library && value.valid() && p_.classes[c].scalar != Ctor::Bool)
    t = classAttr(value, name, &owner);
  // int.__eq__: what object has comes after what the program's subclasses of int have.
  if (ClassId value = valueClass(p_.classes[c].core ? p_.classes[c].scalar : Ctor::Obj); t != t_.bottom && value.valid() && p_.isObjectsDefault(owner, text))
    t = t_.bottom;
  if (t != t_.bottom) return attrHeldByClass(a, t, owner, name, sub, act);
  if (text == "__name__" || text == "__qualname__" || text == "__module__") return specialAttr(t_.str, act);
  if (text == "__doc__") return specialAttr(classDoc(p_.classes[c].node) ? t_.str : t_.none, act);
  if (text == "_krait_names_" && cur_->code->core) {
    if (library(c)) return specialAttr(t_.str, act);
    for (ClassId m : p_.classes[c].mro) {
      read(p_.classes[m].attributes);
      if (!p_.classes[m].core && library(m)) refuse("dir() of a class that derives from one of the library");
    }
    return specialAttr(t_.str, act);
  }
  if (text == "__dict__") {
    if (library(c)) refuse("the __dict__ of a class of the library");
    if (p_.classes[c].has_slots) refuse("the __dict__ of a class with __slots__");
    return act->result = callCore("vars", {t_.one(a)}, sub, act);
  }
  if (text == "__mro__" || text == "__bases__") {
    std::vector<TypeId> items;
    for (ClassId m : text == "__mro__" ? p_.classes[c].mro : p_.classes[c].bases)
      if (!(p_.classes[m].core && p_.classes[m].name.ends_with("_value"))) items.push_back(t_.one({Ctor::Class, m.index, {}, {}}));
    return specialAttr(t_.tuple(items), act);
  }
  if (text == "__base__" && !p_.classes[c].bases.empty())
    return act->result = t_.one({Ctor::Class, p_.classes[c].bases[0].index, {}, {}});
  // What the metaclass has.
  ClassId meta = p_.classOf(a), meta_owner;
  TypeId of_meta = meta.valid() ? classAttr(meta, name, &meta_owner) : t_.bottom;
  if (text == "__class__" && meta.valid()) return act->result = t_.one({Ctor::Class, meta.index, {}, {}});
  if (ClassId value = valueClass(p_.classes[c].core ? p_.classes[c].scalar : Ctor::Obj); value.valid()) {
    // int.__add__ and the like: what the program's subclasses have.
    TypeId t2 = classAttr(value, name, &owner);
    if (t2 != t_.bottom) {
      act->kind = ActionKind::ClassAttr;
      act->cls = owner;
      return act->result = t2;
    }
  }
  if (of_meta != t_.bottom) return classMember(a, meta_owner, of_meta, name, sub, act);
  return missingAttr(a, name, act);
}

// What the classes behind the one of super() in the order of the object's class have, bound to the object.
TypeId Engine::attrOfSuper(const Atom& a, Name name, uint64_t sub, Action* act) {
  const ClassId behind(a.id);
  const TypeId self = a.items[0];
  Atom object{};
  TypeId attr = t_.bottom;
  ClassId owner;
  for (const Atom& s : t_.atoms(self)) {
    ClassId c = s.ctor == Ctor::Class ? ClassId(s.id) : p_.classOf(s);
    const bool of_metaclass = s.ctor == Ctor::Class && !p_.isSubclass(c, behind);
    if (of_metaclass) c = p_.classOf(s);
    if (!c.valid()) continue;
    const auto& mro = p_.classes[c].mro;
    auto it = std::find(mro.begin(), mro.end(), behind);
    if (it != mro.end()) ++it;
    while (it != mro.end() && readField(p_.classes[*it].attributes, name.index) == t_.bottom) ++it;
    if (it == mro.end()) continue;
    if (owner.valid() && (owner != *it || object.ctor != s.ctor)) {
      refuse("super() of objects of several classes that inherit '" + std::string(names_.text(name)) + "' from different ones");
      return act->result = t_.bottom;
    }
    object = s;
    owner = *it;
    attr = readField(p_.classes[owner].attributes, name.index);
  }
  if (!owner.valid()) return missingAttr(a, name, act);
  if (names_.text(name) == "__new__" && t_.isOnly(attr, Ctor::Func)) {
    act->kind = ActionKind::Value;
    act->index = form::kFunctionItself;
    return act->result = attr;
  }
  if (object.ctor == Ctor::Class && p_.isSubclass(ClassId(object.id), behind)) {
    if (names_.text(name) != "__init_subclass__" && names_.text(name) != "__class_getitem__")
      return attrHeldByClass(object, attr, owner, name, sub, act);
    // Class methods without being said to be.
    TypeId bound = t_.bottom;
    for (const Atom& f : t_.atoms(attr))
      if (f.ctor == Ctor::Func) bound = t_.join(bound, t_.one({Ctor::Method, f.id, f.node, {t_.one(object)}}));
    if (bound != t_.bottom) {
      act->kind = ActionKind::Bind;
      act->cls = owner;
      return act->result = bound;
    }
    return attrHeldByClass(object, attr, owner, name, sub, act);
  }
  for (const Atom& x : t_.atoms(attr))
    if (x.ctor == Ctor::Obj && p_.classes[ClassId(x.id)].core && p_.classes[ClassId(x.id)].name == "property" &&
        callGetter(x, self, owner, name, sub, act))
      return act->result;
  attrBehindObject(object, attr, owner, name, sub, act);
  if (act->kind == ActionKind::Bind && act->index != form::kOfPlainValue) {  // to all that self may be
    TypeId bound = t_.bottom;
    for (const Atom& f : t_.atoms(attr)) bound = t_.join(bound, binds(f) ? t_.one({Ctor::Method, f.id, f.node, {self}}) : t_.one(f));
    act->result = t_.without(bound, Ctor::Unset);
  }
  return act->result;
}

// What functions and methods have, or the program sets on them; bottom: neither.
TypeId Engine::attrOfFunction(const Atom& a, Name name, Action* act) {
  if (TypeId held = functionAttr(a, name, act); held != t_.bottom) return held;
  const std::string_view text = names_.text(name);
  if (a.ctor == Ctor::Method && text == "__self__") {
    act->kind = ActionKind::TupleItem;
    act->index = 0;
    return act->result = a.items[0];
  }
  if (text == "__name__" || text == "__qualname__" || text == "__module__") return specialAttr(t_.str, act);
  if (text == "__doc__") return specialAttr(hir_.codes[hir::CodeId(a.id)].has_doc ? t_.str : t_.none, act);
  return t_.bottom;
}

// In CPython's order: a property or descriptor with __set__ of the class, the object's own, the rest.
TypeId Engine::attrOfObject(const Atom& a, Name name, uint64_t sub, Action* act) {
  const TypeId self = t_.one(a);
  const std::string_view text = names_.text(name);
  ClassId c = p_.classOf(a), owner;
  if (!c.valid()) return missingAttr(a, name, act);
  if (a.ctor == Ctor::Tuple && !p_.classes[c].tuple_fields.empty()) {
    const std::vector<Name>& fields = p_.classes[c].tuple_fields;
    for (size_t k = 0; k < fields.size() && k < a.items.size(); ++k) {
      if (fields[k] != name) continue;
      act->kind = ActionKind::TupleItem;
      act->index = static_cast<uint32_t>(k);
      return act->result = unfold(a.items[k]);
    }
  }
  TypeId attr = classAttr(c, name, &owner);
  if (ClassId value = valueClass(a.ctor); value.valid() && (attr == t_.bottom || p_.isObjectsDefault(owner, text))) attr = classAttr(value, name, &owner);
  for (const Atom& x : t_.atoms(attr)) {
    if (x.ctor != Ctor::Obj) continue;
    const ClassInfo& kind = p_.classes[ClassId(x.id)];
    if (kind.core && kind.name == "property" && callGetter(x, self, owner, name, sub, act)) return act->result;
    Atom f;
    if (!kind.core && a.ctor == Ctor::Obj && methodOf(x, "__get__", &f) && methodOf(x, "__set__", &f))
      return attrBehindObject(a, attr, owner, name, sub, act);
  }
  if (a.ctor == Ctor::Obj) {
    TypeId field = readField(a.node, name.index);
    // The library looks special methods up on the type.
    if (cur_->code->core && attr != t_.bottom && text.starts_with("__") && text.ends_with("__")) field = t_.bottom;
    if (field != t_.bottom && field != t_.unset) {
      act->kind = ActionKind::Field;
      act->cls = c;
      act->node = a.node;
      TypeId value = t_.without(field, Ctor::Unset);
      if (!t_.has(field, Ctor::Unset)) return act->result = value;
      if (Atom hook; attr == t_.bottom && !methodOf(a, "__getattr__", &hook)) {
        raises("AttributeError");
      } else {
        // Where the object has none, that of the class or what __getattr__ gives.
        Action otherwise;
        otherwise.name = name;
        value = t_.join(value, attrBehindObject(a, attr, owner, name, sub, &otherwise));
        act->otherwise = std::make_shared<const Action>(std::move(otherwise));
      }
      return act->result = value;
    }
  }
  return attrBehindObject(a, attr, owner, name, sub, act);
}

// The attribute where the object itself has none: what its class `owner` holds (`attr`; bottom: no class has it), __getattr__.
TypeId Engine::attrBehindObject(const Atom& a, TypeId attr, ClassId owner, Name name, uint64_t sub, Action* act) {
  const TypeId self = t_.one(a);
  const std::string_view text = names_.text(name);
  const ClassId c = p_.classOf(a);
  if (unwrapped(attr, t_.one({Ctor::Class, c.index, {}, {}}), owner, name, act)) return act->result;
  const TypeId descriptor = t_.filter(attr, [&](const Atom& x) {
    Atom f;
    return x.ctor == Ctor::Obj && !p_.classes[ClassId(x.id)].core && methodOf(x, "__get__", &f);
  });
  if (descriptor != t_.bottom && a.ctor == Ctor::Obj) {
    act->index = form::kDescriptor;
    act->result = callCore("_descriptor_get", {descriptor, self, t_.one({Ctor::Class, c.index, {}, {}})}, sub, act);
    act->cls = owner;
    act->name = name;
    return act->result;
  }
  if (a.ctor == Ctor::Obj && attr == t_.bottom && p_.generic_codes.count(p_.classes[c].body.index)) {
    // Objects of another clone of the class have it: that it exists is a fact of the class.
    const auto& order = p_.classes[c].field_order;
    if (std::find(order.begin(), order.end(), name) != order.end()) {
      *act = fail("AttributeError", "'" + p_.typeName(a) + "' object has no attribute '" + std::string(text) + "'");
      return t_.bottom;
    }
  }
  if (attr != t_.bottom) {
    TypeId result = t_.bottom;
    bool bound = false;
    for (const Atom& f : t_.atoms(attr)) {
      if (f.ctor == Ctor::Func && a.ctor == Ctor::Obj && p_.classes[owner].scalar != Ctor::Obj) {
        // A method of the plain value that an object of a subclass of int, float or str holds.
        Name held = names_.intern("_krait_value");
        TypeId value = t_.without(readField(a.node, held.index), Ctor::Unset);
        if (value == t_.bottom) return act->result = t_.bottom;
        act->index = form::kOfPlainValue;
        act->node = a.node;
        act->name = held;
        act->kind = ActionKind::Bind;
        act->cls = c;
        return act->result = t_.one({Ctor::Method, f.id, f.node, {value}});
      }
      bound |= binds(f);
      result = t_.join(result, binds(f) ? t_.one({Ctor::Method, f.id, f.node, {self}}) : t_.one(f));
    }
    act->kind = bound ? ActionKind::Bind : ActionKind::ClassAttr;
    act->cls = owner;
    act->result = t_.without(result, Ctor::Unset);
    if (!t_.has(attr, Ctor::Unset)) return act->result;
    ClassId next;
    if (const TypeId behind = attrBehindClass(a, owner, name, &next); behind != t_.bottom) {
      Action otherwise;
      otherwise.name = name;
      const TypeId other = attrBehindObject(a, behind, next, name, Instance::mix(sub, 0xbe41d), &otherwise);
      act->result = t_.join(act->result, other);
      act->otherwise = std::make_shared<const Action>(std::move(otherwise));
    } else {
      raises("AttributeError");
    }
    return act->result;
  }
  if (text == "__doc__" && a.ctor == Ctor::Obj && p_.classes[c].core && p_.classes[c].name == "property")
    return act->result = callCore("_property_doc", {self}, sub, act);
  if (text == "__dict__" && a.ctor == Ctor::Obj) return act->result = callCore("vars", {self}, sub, act);
  if (text == "__class__") {
    act->kind = ActionKind::Value;
    return act->result = t_.one({Ctor::Class, p_.shownClass(a).index, {}, {}});
  }
  Atom hook;
  if (a.ctor == Ctor::Obj && methodOf(a, "__getattr__", &hook)) {
    Args args;
    args.list.push_back({t_.str, hir::ArgKind::Positional, Name(), {ArgSource::Operand, 1, 0, {}, {}, nullptr, nullptr}});
    act->index = form::kWithName;
    asked_name_ = name;
    act->result = callFunction(hook, &self, args, sub, act);
    asked_name_ = Name();
    return act->result;
  }
  return missingAttr(a, name, act);
}

// The class of lib/core that has the special methods of a plain number or str, which the operators on them do not call.
ClassId Engine::valueClass(Ctor plain) const {
  switch (plain) {
    case Ctor::Bool:
    case Ctor::Int: return p_.coreClass("_int_value");
    case Ctor::Float: return p_.coreClass("_float_value");
    case Ctor::Str: return p_.coreClass("_str_value");
    case Ctor::Bytes: return p_.coreClass("_bytes_value");
    case Ctor::Tuple: return p_.coreClass("_tuple_value");
    default: return ClassId();
  }
}

// Is an attribute of a class a function that takes the object as its first argument? What CPython writes in C does not.
bool Engine::binds(const Atom& f) { return f.ctor == Ctor::Func && !p_.isBuiltin(f); }

// Where the attributes of a function are: in its object, or (its definition runs once) in variables of the program.
NodeId Engine::functionAttributes(const Atom& f) {
  if (hir_.codes[hir::CodeId(f.id)].repeated) return f.node;
  NodeId& n = p_.function_attributes[f.id];
  if (!n.valid()) {
    n = t_.newNode();
    t_.node(n).global = true;
  }
  return n;
}

// An attribute that the program sets; bottom: there is none.
TypeId Engine::functionAttr(const Atom& f, Name name, Action* act) {
  const Code& code = hir_.codes[hir::CodeId(f.id)];
  if (code.core) return t_.bottom;
  NodeId n = functionAttributes(f);
  if (!n.valid()) return t_.bottom;
  TypeId held = readField(n, name.index), value = t_.without(held, Ctor::Unset);
  if (value == t_.bottom) return t_.bottom;
  act->kind = ActionKind::FunctionAttr;
  act->name = name;
  act->node = n;
  act->index = code.repeated;
  // Until it is set, what every function has.
  std::string_view text = names_.text(name);
  if (text == "__name__" || text == "__qualname__" || text == "__module__") value = t_.join(value, t_.str);
  else if (text == "__doc__") value = t_.join(value, code.has_doc ? t_.str : t_.none);
  else raises("AttributeError");
  return act->result = value;
}

// The class of a value, as messages about its properties say it.
std::string Engine::ownName(const Atom& a) {
  const ClassId c = p_.classOf(a);
  return c.valid() && !p_.classes[c].core ? p_.classes[c].qualname : p_.typeName(a);
}

// Reads the property `x` of class `owner` for an object of type `self`. False: it has no getter yet.
bool Engine::callGetter(const Atom& x, TypeId self, ClassId owner, Name name, uint64_t sub, Action* act) {
  const TypeId held = t_.without(readField(x.node, names_.intern("fget").index), Ctor::Unset);
  const TypeId getter = t_.filter(held, [](const Atom& f) { return f.ctor == Ctor::Func; });
  if (held == t_.bottom || t_.isUnknown(held)) return false;
  if (getter == t_.bottom) {
    act->result = t_.bottom;
    if (t_.isOnly(held, Ctor::None)) {
      const Atom object = t_.atoms(self)[0];
      *act = fail("AttributeError", "property '" + std::string(names_.text(name)) + "' of '" + ownName(object) + "' object has no getter");
      complain(DiagCode::UnknownAttribute, act->message, self);
    } else {
      refuse("a property whose getter is something else than a function");
    }
    return true;
  }
  if (t_.atoms(getter).size() > 1) {
    refuse("a property that is kept in one place with another property");
    act->result = t_.bottom;
    return true;
  }
  found(t_.atoms(getter)[0], owner, name, names_.intern("fget"));
  act->result = callFunction(t_.atoms(getter)[0], &self, {}, sub, act);
  return true;
}

// An attribute that a class has from its metaclass: a method bound to the class, or a property.
TypeId Engine::classMember(const Atom& a, ClassId owner, TypeId attr, Name name, uint64_t sub, Action* act) {
  TypeId self = t_.one(a), result = t_.bottom;
  act->name = name;
  bool bound = false;
  for (const Atom& x : t_.atoms(attr)) {
    if (binds(x)) {
      bound = true;
      result = t_.join(result, t_.one({Ctor::Method, x.id, x.node, {self}}));
      continue;
    }
    if (x.ctor == Ctor::Obj && p_.classes[ClassId(x.id)].core && p_.classes[ClassId(x.id)].name == "property") {
      if (callGetter(x, self, owner, name, sub, act)) return act->result;
      continue;
    }
    result = t_.join(result, t_.one(x));
  }
  act->kind = bound ? ActionKind::Bind : ActionKind::ClassAttr;
  act->cls = owner;
  return act->result = t_.without(result, Ctor::Unset);
}

// The module's variable of that name, which may be one that only other modules set.
hir::GlobalId Engine::addGlobal(hir::ModuleId m, Name name) {
  if (hir::GlobalId known = hir_.globalOf(m, name); known.valid()) return known;
  hir::GlobalId g = hir_.globals.add({m, name, false, true});
  hir_.module_globals[m.index][name] = g;
  NodeId n = t_.newNode();
  t_.node(n).global = true;
  p_.globals.push_back(n);
  return g;
}

}  // namespace krait::infer
