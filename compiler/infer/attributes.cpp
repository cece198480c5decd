// Attributes: what reading, setting and deleting one means for each type.
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
  TypeId self = t_.one(a);
  act->name = name;
  if (a.ctor == Ctor::Unknown) return act->result = unknown();
  auto missing = [&]() {
    if (open(a)) return act->result = unknown();
    std::string text(names_.text(name));
    std::string message;
    if (a.ctor == Ctor::Class) {
      const ClassInfo& info = p_.classes[ClassId(a.id)];
      message = "type object '" + (info.full_name.empty() ? info.name : info.full_name) + "' has no attribute '" + text + "'";
    } else if (a.ctor == Ctor::Module) message = "module '" + hir_.modules->modules[hir::ModuleId(a.id)].name + "' has no attribute '" + text + "'";
    else message = "'" + p_.typeName(a) + "' object has no attribute '" + text + "'";
    *act = fail("AttributeError", message);
    complain(DiagCode::UnknownAttribute, message, self);
    return t_.bottom;
  };
  auto special = [&](TypeId result) {
    act->kind = ActionKind::Special;
    act->name = name;
    return act->result = result;
  };
  std::string_view text = names_.text(name);
  // The __init__ of a builtin container begins an object; the program's calls find one that has items.
  if (text == "__init__" && !cur_->code->library && initOfContainer(a)) return attrOf(a, names_.intern("_init_again"), sub, act);
  if (a.ctor == Ctor::Module) {
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
    if (text == "__name__") return special(t_.str);
    // Some statement elsewhere may set it.
    if (!recording_) readField(p_.globals[addGlobal(m, name).index], kFieldT);
    return missing();
  }
  if (a.ctor == Ctor::Class) {
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
    if (t != t_.bottom) {
      // staticmethod and classmethod objects give what they wrap.
      for (const Atom& x : t_.atoms(t)) {
        if (x.ctor != Ctor::Obj || !p_.classes[ClassId(x.id)].core) continue;
        const std::string& kind = p_.classes[ClassId(x.id)].name;
        if (kind != "staticmethod" && kind != "classmethod") continue;
        TypeId f = readField(x.node, names_.intern("_func").index);
        act->kind = ActionKind::Special;
        act->cls = owner;
        act->call.attribute = name;
        act->name = names_.intern(kind);
        if (kind == "staticmethod") return act->result = f;
        TypeId bound = t_.bottom;
        for (const Atom& g : t_.atoms(f))
          if (g.ctor == Ctor::Func) bound = t_.join(bound, t_.one({Ctor::Method, g.id, g.node, {self}}));
        return act->result = bound;
      }
      Atom get;
      if (t_.isOnly(t, Ctor::Obj) && !p_.classes[ClassId(t_.atoms(t)[0].id)].core && methodOf(t_.atoms(t)[0], "__get__", &get)) {
        act->index = 7;  // operands: the descriptor, None, the class
        act->result = callCore("_descriptor_get", {t, t_.none, self}, sub, act);
        act->cls = owner;
        act->name = name;
        return act->result;
      }
      act->kind = ActionKind::ClassAttr;
      act->cls = owner;
      return act->result = t_.without(t, Ctor::Unset);
    }
    if (text == "__name__" || text == "__qualname__" || text == "__module__") return special(t_.str);
    if (text == "__doc__") return special(classDoc(p_.classes[c].node) ? t_.str : t_.none);
    if (text == "__mro__" || text == "__bases__") {
      std::vector<TypeId> items;
      for (ClassId m : text == "__mro__" ? p_.classes[c].mro : p_.classes[c].bases)
        if (!(p_.classes[m].core && p_.classes[m].name.ends_with("_value"))) items.push_back(t_.one({Ctor::Class, m.index, {}, {}}));
      return special(t_.tuple(items));
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
    return missing();
  }
  if (a.ctor == Ctor::Super) {
    ClassId behind(a.id);
    TypeId self_type = a.items[0], result = t_.bottom;
    for (const Atom& s : t_.atoms(self_type)) {
      ClassId c = p_.classOf(s);
      if (s.ctor == Ctor::Class) c = ClassId(s.id);
      if (!c.valid()) continue;
      if (s.ctor == Ctor::Class && !p_.isSubclass(c, behind)) c = p_.classOf(s);  // in a method of a metaclass
      if (!c.valid()) continue;
      auto& mro = p_.classes[c].mro;
      auto it = std::find(mro.begin(), mro.end(), behind);
      if (it != mro.end()) ++it;
      for (; it != mro.end(); ++it) {
        TypeId t = readField(p_.classes[*it].attributes, name.index);
        if (t == t_.bottom) continue;
        for (const Atom& f : t_.atoms(t)) {
          if (f.ctor == Ctor::Func && text == "__new__") {
            act->kind = ActionKind::Value;
            act->index = 3;  // the function itself
            return act->result = t_.one(f);
          }
          if (binds(f)) {
            result = t_.join(result, t_.one({Ctor::Method, f.id, f.node, {t_.one(s)}}));
            act->cls = *it;
          }
          if (f.ctor != Ctor::Obj || !p_.classes[ClassId(f.id)].core || p_.classes[ClassId(f.id)].name != "classmethod") continue;
          TypeId cls = t_.one({Ctor::Class, c.index, {}, {}});
          for (const Atom& g : t_.atoms(readField(f.node, names_.intern("_func").index))) {
            if (g.ctor != Ctor::Func) continue;
            act->kind = ActionKind::Special;
            act->cls = *it;
            act->call.attribute = name;
            act->name = names_.intern("classmethod");
            return act->result = t_.one({Ctor::Method, g.id, g.node, {cls}});
          }
        }
        break;
      }
    }
    if (result == t_.bottom && open(a)) return act->result = unknown();
    if (result == t_.bottom) {
      *act = fail("AttributeError", "'super' object has no attribute '" + std::string(text) + "'");
      complain(DiagCode::UnknownAttribute, act->message, self);
      return t_.bottom;
    }
    act->kind = ActionKind::Bind;
    return act->result = result;
  }
  if (a.ctor == Ctor::Func || a.ctor == Ctor::Method) {
    TypeId held = functionAttr(a, name, act);
    if (held != t_.bottom) return held;
  }
  if (a.ctor == Ctor::Method && text == "__self__") {
    act->kind = ActionKind::TupleItem;
    act->index = 0;
    return act->result = a.items[0];
  }
  if ((a.ctor == Ctor::Func || a.ctor == Ctor::Method) &&
      (text == "__name__" || text == "__qualname__" || text == "__module__"))
    return special(t_.str);
  if ((a.ctor == Ctor::Func || a.ctor == Ctor::Method) && text == "__doc__") {
    return special(hir_.codes[hir::CodeId(a.id)].has_doc ? t_.str : t_.none);
  }
  ClassId c = p_.classOf(a), owner;
  if (!c.valid()) return missing();
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
  if (ClassId value = valueClass(a.ctor); attr == t_.bottom && value.valid()) attr = classAttr(value, name, &owner);
  // A property of the class goes before the object's own attributes.
  for (const Atom& x : t_.atoms(attr)) {
    if (x.ctor != Ctor::Obj || !p_.classes[ClassId(x.id)].core) continue;
    const std::string& kind = p_.classes[ClassId(x.id)].name;
    if (kind == "property") {
      TypeId getter = t_.filter(readField(x.node, names_.intern("fget").index),
                                [](const Atom& f) { return f.ctor == Ctor::Func; });
      if (t_.atoms(getter).size() > 1) {
        refuse("a property that is kept in one place with another property");
        return act->result = t_.bottom;
      }
      if (!t_.isOnly(getter, Ctor::Func)) continue;
      Args none;
      found(t_.atoms(getter)[0], owner, name, names_.intern("fget"));
      return act->result = callFunction(t_.atoms(getter)[0], &self, none, sub, act);
    }
    if (kind == "staticmethod" || kind == "classmethod") {
      TypeId f = readField(x.node, names_.intern("_func").index);
      act->kind = ActionKind::Special;
      act->cls = owner;
      act->call.attribute = name;
      act->name = names_.intern(kind);
      if (kind == "staticmethod") return act->result = f;
      TypeId bound = t_.bottom, cls = t_.one({Ctor::Class, c.index, {}, {}});
      for (const Atom& g : t_.atoms(f))
        if (g.ctor == Ctor::Func) bound = t_.join(bound, t_.one({Ctor::Method, g.id, g.node, {cls}}));
      return act->result = bound;
    }
  }
  // A descriptor of the program's: one with __set__ goes before the object's own attributes.
  TypeId descriptor = t_.filter(attr, [&](const Atom& x) {
    Atom f;
    return x.ctor == Ctor::Obj && !p_.classes[ClassId(x.id)].core && methodOf(x, "__get__", &f);
  });
  if (descriptor != t_.bottom && a.ctor == Ctor::Obj) {
    Atom f;
    bool data = methodOf(t_.atoms(descriptor)[0], "__set__", &f);
    TypeId own = t_.without(readField(a.node, name.index), Ctor::Unset);
    if (data || own == t_.bottom) {
      act->index = 6;  // operands: the descriptor, the object, its class
      act->result = callCore("_descriptor_get", {descriptor, self, t_.one({Ctor::Class, c.index, {}, {}})}, sub, act);
      act->cls = owner;
      act->name = name;
      return act->result;
    }
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
      if (t_.has(field, Ctor::Unset)) {
        if (attr != t_.bottom) {
          // Falls back to the class attribute where the object has none.
          act->index = 1;
          act->node = a.node;
          for (const Atom& f : t_.atoms(attr))
            value = t_.join(value, binds(f) ? t_.one({Ctor::Method, f.id, f.node, {self}}) : t_.one(f));
        } else if (Atom answers; methodOf(a, "__getattr__", &answers)) {
          // Where the object has none, __getattr__ is asked: operand 1 is the name.
          Args args;
          args.list.push_back({t_.str, hir::ArgKind::Positional, Name(), {ArgSource::Operand, 1, 0, {}, {}, nullptr, nullptr}});
          Action ask;
          value = t_.join(value, callFunction(answers, &self, args, sub, &ask));
          act->index = 4;
          act->call = ask.call;
        } else {
          raises("AttributeError");
        }
      }
      return act->result = value;
    }
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
    bool functions = true;
    for (const Atom& f : t_.atoms(attr)) {
      if (f.ctor == Ctor::Func && a.ctor == Ctor::Obj && p_.classes[owner].scalar != Ctor::Obj) {
        // A method of the plain value that an object of a subclass of int, float or str holds.
        Name held = names_.intern("_krait_value");
        TypeId value = t_.without(readField(a.node, held.index), Ctor::Unset);
        if (value == t_.bottom) return act->result = t_.bottom;
        act->index = 5;
        act->node = a.node;
        act->name = held;
        act->kind = ActionKind::Bind;
        act->cls = c;
        return act->result = t_.one({Ctor::Method, f.id, f.node, {value}});
      }
      if (binds(f)) {
        result = t_.join(result, t_.one({Ctor::Method, f.id, f.node, {self}}));
      } else {
        functions = false;
        result = t_.join(result, t_.one(f));
      }
    }
    act->kind = functions ? ActionKind::Bind : ActionKind::ClassAttr;
    act->cls = owner;
    return act->result = t_.without(result, Ctor::Unset);
  }
  if (text == "__dict__" && a.ctor == Ctor::Obj) return act->result = callCore("vars", {self}, sub, act);
  if (text == "__class__") {
    act->kind = ActionKind::Value;
    return act->result = t_.one({Ctor::Class, p_.shownClass(a).index, {}, {}});
  }
  Atom hook;
  if (a.ctor == Ctor::Obj && methodOf(a, "__getattr__", &hook)) {
    Args args;
    args.list.push_back({t_.str, hir::ArgKind::Positional, Name(), {ArgSource::Operand, 1, 0, {}, {}, nullptr, nullptr}});
    act->index = 2;  // operand 1 is the name
    return act->result = callFunction(hook, &self, args, sub, act);
  }
  return missing();
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
bool Engine::binds(const Atom& f) {
  if (f.ctor != Ctor::Func) return false;
  const Code& code = hir_.codes[hir::CodeId(f.id)];
  if (!code.library || !code.parent.valid() || hir_.codes[code.parent].kind != hir::CodeKind::Module) return true;
  if (code.core) return false;
  static const std::set<std::string_view> kInC = {"math", "operator", "heapq", "bisect", "time", "binascii", "zlib", "itertools", "io", "sys", "gc", "atexit", "array", "struct"};
  return !kInC.count(hir_.modules->modules[code.module].name);
}

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

void Engine::setFunctionAttr(const Atom& f, Name name, TypeId value, Action* act) {
  Code& code = hir_.codes[hir::CodeId(f.id)];
  NodeId n = functionAttributes(f);
  if (!n.valid()) {
    // The definition must make an object: its instances are looked at again.
    if (code.attributed) return;
    code.attributed = true;
    for (Instance& i : p_.instances)
      if (i.code == code.parent) markDirty(i.id);
    return;
  }
  code.attributed = true;
  t_.grow(n, name.index, t_.join(value, t_.unset));
  act->kind = ActionKind::FunctionAttr;
  act->name = name;
  act->node = n;
  act->index = code.repeated;
}

// An attribute that a class has from its metaclass: a method bound to the class, or a property.
TypeId Engine::classMember(const Atom& a, ClassId owner, TypeId attr, Name name, uint64_t sub, Action* act) {
  TypeId self = t_.one(a), result = t_.bottom;
  act->name = name;
  bool functions = true;
  for (const Atom& x : t_.atoms(attr)) {
    if (x.ctor == Ctor::Func) {
      result = t_.join(result, t_.one({Ctor::Method, x.id, x.node, {self}}));
      continue;
    }
    if (x.ctor == Ctor::Obj && p_.classes[ClassId(x.id)].core && p_.classes[ClassId(x.id)].name == "property") {
      TypeId getter = t_.filter(readField(x.node, names_.intern("fget").index), [](const Atom& f) { return f.ctor == Ctor::Func; });
      if (t_.atoms(getter).size() > 1) {
        refuse("a property that is kept in one place with another property");
        return act->result = t_.bottom;
      }
      if (!t_.isOnly(getter, Ctor::Func)) continue;
      Args none;
      found(t_.atoms(getter)[0], owner, name, names_.intern("fget"));
      return act->result = callFunction(t_.atoms(getter)[0], &self, none, sub, act);
    }
    functions = false;
    result = t_.join(result, t_.one(x));
  }
  act->kind = functions ? ActionKind::Bind : ActionKind::ClassAttr;
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

void Engine::setAttr(TypeId object, Name name, TypeId value, int raw, std::vector<Case>* cases) {
  uint64_t sub = 0;
  const uint64_t place = sub;
  Alternatives alternatives(cur_->dead);
  for (const Atom& a : t_.atoms(object)) {
    sub = at(place, a);
    alternatives.next();
    TypeId self = t_.one(a);
    Action act;
    act.name = name;
    std::string text(names_.text(name));
    if (a.ctor == Ctor::Unknown) {
      escape(value);
      unknown();
      continue;
    }
    if (a.ctor == Ctor::Obj) {
      ClassId c(a.id), owner;
      Atom hook;
      // (Where the library stores, it is its own part of the object.)
      const bool own = cur_->code->library && instr().op == hir::Op::SetAttr;
      if (!raw && !own && methodOf(a, "__setattr__", &hook)) {
        Args args;
        args.list.push_back({t_.str, hir::ArgKind::Positional, Name(), {ArgSource::Operand, 2, 0, {}, {}, nullptr, nullptr}});
        args.list.push_back({value, hir::ArgKind::Positional, Name(), {ArgSource::Operand, 1, 0, {}, {}, nullptr, nullptr}});
        act.index = 2;  // operand 2 is the name
        if (!hir_.codes[hir::CodeId(hook.id)].core && hir_.codes[hir::CodeId(hook.id)].file == hir_.modules->modules[hir_.codes[hir::CodeId(hook.id)].module].file) {
          // It may well set the attribute, by a name that only it knows then.
          auto& order = p_.classes[ClassId(a.id)].field_order;
          if (std::find(order.begin(), order.end(), name) == order.end()) order.push_back(name);
          t_.grow(a.node, name.index, t_.join(value, t_.unset));
        }
        callFunction(hook, &self, args, sub, &act);
        if (cases) cases->push_back({{self, t_.bottom}, act});
        continue;
      }
      TypeId attr = raw == 2 ? t_.bottom : classAttr(c, name, &owner);
      bool done = false;
      for (const Atom& x : t_.atoms(attr)) {
        if (x.ctor != Ctor::Obj || !p_.classes[ClassId(x.id)].core || p_.classes[ClassId(x.id)].name != "property") continue;
        // The class held the property without its setter first: `@name.setter` replaced it.
        TypeId setter = t_.filter(readField(x.node, names_.intern("fset").index),
                                  [](const Atom& f) { return f.ctor == Ctor::Func; });
        done = true;
        if (!t_.isOnly(setter, Ctor::Func)) {
          act = fail("AttributeError", "property '" + text + "' of '" + p_.classes[c].name + "' object has no setter");
          complain(DiagCode::UnknownAttribute, act.message, self);
          continue;
        }
        Args args;
        args.list.push_back({value, hir::ArgKind::Positional, Name(), {ArgSource::Operand, 1, 0, {}, {}, nullptr, nullptr}});
        found(t_.atoms(setter)[0], owner, name, names_.intern("fset"));
        callFunction(t_.atoms(setter)[0], &self, args, sub, &act);
      }
      for (const Atom& x : t_.atoms(attr)) {
        Atom f;
        if (done || x.ctor != Ctor::Obj || p_.classes[ClassId(x.id)].core || !methodOf(x, "__set__", &f)) continue;
        act.index = 6;  // operands: the descriptor, the object, the value
        callCore("_descriptor_set", {t_.one(x), self, value}, sub, &act);
        act.cls = owner;
        act.name = name;
        done = true;
      }
      if (!done && p_.classes[c].has_slots && !p_.classes[c].slots.count(name)) {
        std::string message = "'" + p_.typeName(a) + "' object " + (attr == t_.bottom ? "has no attribute '" + text + "'"
                                                                                   : "attribute '" + text + "' is read-only");
        act = fail("AttributeError", message);
        complain(DiagCode::UnknownAttribute, message, self);
        done = true;
      }
      if (!done) {
        // The library's stores to its own objects concern no path: those go through the program's objects.
        if (!cur_->code->library || !hir_.codes[p_.classes[c].body].library)
          stored(hir::attributeKey(name), cur_->code->name == "__init__" && cur_->code->is_method && instr().op == hir::Op::SetAttr && isSelf(instr().operands[0]));
        auto& order = p_.classes[c].field_order;
        if (std::find(order.begin(), order.end(), name) == order.end()) order.push_back(name);
        t_.grow(a.node, name.index, value);
        // The library's own fields are set where an object begins.
        const ClassInfo& info = p_.classes[c];
        bool begun = (info.generic && hir_.codes[info.body].library) || (info.container && cur_->code->library);
        // A machine value has no room for being unset: until it is set it is zero.
        begun |= t_.isOnly(value, Ctor::I64) || t_.isOnly(value, Ctor::Buffer) || t_.isOnly(value, Ctor::Opaque);
        if (!begun && !alwaysSet(c, name))
          t_.grow(a.node, name.index, t_.unset);
        act.kind = ActionKind::Field;
        act.cls = c;
        act.node = a.node;
      }
    } else if (a.ctor == Ctor::Func) {
      setFunctionAttr(a, name, value, &act);
    } else if (a.ctor == Ctor::Class) {
      ClassId c(a.id);
      stored(hir::attributeKey(name));
      auto& order = p_.classes[c].attribute_order;
      if (std::find(order.begin(), order.end(), name) == order.end()) order.push_back(name);
      t_.grow(p_.classes[c].attributes, name.index, value);
      p_.classes[c].varying = name;
      if (hir_.codes[p_.classes[c].body].module == cur_->code->module) p_.classes[c].varying_at = instr().place.range;
      act.kind = ActionKind::ClassAttr;
      act.cls = c;
    } else if (a.ctor == Ctor::Module) {
      act.kind = ActionKind::ModuleAttr;
      act.global = addGlobal(hir::ModuleId(a.id), name);
      stored(hir::globalKey(act.global));
      t_.grow(p_.globals[act.global.index], kFieldT, value);
      // print() and input() use what sys.stdout and sys.stdin are then.
      if (const auto& m = hir_.modules->modules[hir::ModuleId(a.id)]; m.library && m.name == "sys" && (text == "stdout" || text == "stdin")) {
        Action inner;
        callCore(text == "stdout" ? "_set_stdout" : "_set_stdin", {value}, sub, &inner);
        act.call = inner.call;
      }
    } else {
      std::string type = p_.typeName(a);
      act = fail("AttributeError", "'" + type + "' object has no attribute '" + text + "'");
      if (ClassId c = p_.classOf(a); a.ctor == Ctor::Tuple && c.valid()) {
        auto& fields = p_.classes[c].tuple_fields;
        if (std::find(fields.begin(), fields.end(), name) != fields.end()) act = fail("AttributeError", "can't set attribute");
      }
      complain(DiagCode::UnknownAttribute, act.message, self);
    }
    if (cases) cases->push_back({{self, t_.bottom}, act});
  }
}

// `del object.name`; raw: past the class's own __delattr__.
void Engine::delAttr(TypeId object, Name name, int raw, std::vector<Case>* cases) {
  const std::string text(names_.text(name));
  Alternatives alternatives(cur_->dead);
  for (const Atom& a : t_.atoms(object)) {
    const uint64_t sub = at(0, a);
    alternatives.next();
    TypeId self = t_.one(a);
    Action act;
    act.name = name;
    if (a.ctor == Ctor::Unknown || open(a)) continue;
    auto missing = [&](const std::string& message) {
      act = fail("AttributeError", message);
      complain(DiagCode::UnknownAttribute, message, self);
    };
    if (a.ctor == Ctor::Obj) deleteFrom(a, name, raw, sub, &act, missing);
    else if ((a.ctor == Ctor::Class && classAttr(ClassId(a.id), name, nullptr) != t_.bottom) || a.ctor == Ctor::Module ||
             (a.ctor == Ctor::Func && functionAttr(a, name, &act) != t_.bottom)) {
      const char* of = a.ctor == Ctor::Class ? "a class" : a.ctor == Ctor::Module ? "a module" : "a function";
      refuse(std::string("deleting an attribute of ") + of);
      act = fail("AttributeError", text);
    } else if (a.ctor == Ctor::Class) {
      missing("type object '" + p_.classes[ClassId(a.id)].name + "' has no attribute '" + text + "'");
    } else {
      ClassId c = p_.classOf(a);
      bool known = c.valid() && classAttr(c, name, nullptr) != t_.bottom;
      missing("'" + p_.typeName(a) + "' object " + (known ? "attribute '" + text + "' is read-only" : "has no attribute '" + text + "'"));
    }
    if (cases) cases->push_back({{self, t_.bottom}, act});
  }
}

void Engine::deleteFrom(const Atom& a, Name name, int raw, uint64_t sub, Action* act, const std::function<void(const std::string&)>& missing) {
  const std::string text(names_.text(name));
  const TypeId self = t_.one(a);
  ClassId c(a.id), owner;
  const bool slot = p_.classes[c].has_slots && p_.classes[c].slots.count(name);
  const std::string absent = slot ? text : "'" + p_.classes[c].name + "' object has no attribute '" + text + "'";
  Atom hook;
  if (!raw && methodOf(a, "__delattr__", &hook)) {
    Args args;
    args.list.push_back({t_.str, hir::ArgKind::Positional, Name(), {ArgSource::Operand, 1, 0, {}, {}, nullptr, nullptr}});
    act->index = 2;  // operand 1 is the name
    callFunction(hook, &self, args, sub, act);
    return;
  }
  TypeId attr = raw == 2 ? t_.bottom : classAttr(c, name, &owner);
  for (const Atom& x : t_.atoms(attr)) {
    if (x.ctor != Ctor::Obj) continue;
    if (p_.classes[ClassId(x.id)].core && p_.classes[ClassId(x.id)].name == "property") {
      TypeId deleter = t_.filter(readField(x.node, names_.intern("fdel").index), [](const Atom& f) { return f.ctor == Ctor::Func; });
      if (!t_.isOnly(deleter, Ctor::Func)) return missing("property '" + text + "' of '" + p_.classes[c].name + "' object has no deleter");
      found(t_.atoms(deleter)[0], owner, name, names_.intern("fdel"));
      callFunction(t_.atoms(deleter)[0], &self, {}, sub, act);
      return;
    }
    if (!p_.classes[ClassId(x.id)].core && methodOf(x, "__delete__", &hook)) {
      act->index = 6;  // operands: the descriptor, the object
      callCore("_descriptor_delete", {t_.one(x), self}, sub, act);
      act->cls = owner;
      act->name = name;
      return;
    }
    if (!p_.classes[ClassId(x.id)].core && methodOf(x, "__set__", &hook)) return missing("__delete__");
  }
  // Objects of another clone of a generic class may have it.
  const auto& order = p_.classes[c].field_order;
  if (t_.without(readField(a.node, name.index), Ctor::Unset) == t_.bottom && std::find(order.begin(), order.end(), name) == order.end())
    return missing(attr != t_.bottom && p_.classes[owner].core ? "'" + p_.classes[c].name + "' object attribute '" + text + "' is read-only" : absent);
  stored(hir::attributeKey(name));
  t_.grow(a.node, name.index, t_.unset);
  raises("AttributeError");
  act->kind = ActionKind::Field;
  act->cls = c;
  act->node = a.node;
  act->message = absent;
}

// `x.__dict__` is a copy here: a method that changes it would change nothing of x.
void Engine::refuseLostChange(const hir::Instr& i) {
  if (!recording_ || cur_->code->library || judged()) return;
  const hir::Instr* dict = definition(i.operands[0]);
  if (!dict || dict->op != hir::Op::GetAttr || names_.text(dict->name) != "__dict__") return;
  for (const char* method : {"update", "setdefault", "pop", "popitem", "clear"}) {
    if (names_.text(i.name) != method) continue;
    diags_.report(DiagCode::Unsupported, {cur_->code->file, i.place.range},
                  std::string("changing an object through __dict__.") + method + "() is not compiled yet")
        .hint = "set the attributes with setattr() or by name";
    refused();
  }
}

}  // namespace krait::infer
