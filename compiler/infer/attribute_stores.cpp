// Setting and deleting attributes: what it means for each type.
#include <algorithm>

#include "infer/engine.h"

namespace krait::infer {

using hir::Code;

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

// Is it one of the builtin classes whose objects take no attributes of the program?
bool Engine::hasFixedAttributes(ClassId c) const {
  const ClassInfo& info = p_.classes[c];
  if (info.full_name == "collections.deque" || info.full_name == "collections.defaultdict") return true;
  if (!info.core || info.exception || info.name == "staticmethod" || info.name == "classmethod") return false;
  return !info.name.ends_with("IOWrapper") && !info.name.starts_with("_Buffered") && !info.name.starts_with("_File");
}

// Frozen data classes hold on to the attributes of objects of their own class, and to their fields in objects of subclasses
// that are no data classes: is this another attribute?
bool Engine::isUnfrozen(ClassId c, ClassId owner, Name name) const {
  if (c == owner) return false;
  const hir::Code& body = hir_.codes[p_.classes[owner].body];
  if (body.kind != hir::CodeKind::Class || !body.node || !static_cast<const ast::ClassDef*>(body.node)->frozen) return false;
  for (ClassId k : p_.classes[owner].mro) {
    const hir::Code& code = hir_.codes[p_.classes[k].body];
    if (code.kind != hir::CodeKind::Class || !code.node) continue;
    for (const ast::Stmt* s : static_cast<const ast::ClassDef*>(code.node)->body)
      if (auto* a = ast::dynAs<ast::AnnAssign>(s))
        if (auto* field = ast::dynAs<ast::NameExpr>(a->target); field && field->id == name) return false;
  }
  return true;
}

// Is it a member that the class body of an enumeration makes?
bool Engine::isEnumMember(ClassId c, Name name) const {
  const hir::Code& body = hir_.codes[p_.classes[c].body];
  if (body.kind != hir::CodeKind::Class || !body.node) return false;
  const auto* definition = static_cast<const ast::ClassDef*>(body.node);
  return !definition->named_tuple && std::find(definition->members.begin(), definition->members.end(), name) != definition->members.end();
}

// A call without a result for the program that never returns: nothing comes behind it.
void Engine::endIfNever(const Action& act) {
  if (act.kind == ActionKind::Call && t_.canonical(act.result) == t_.bottom) cur_->dead = true;
}

void Engine::setAttr(TypeId object, Name name, TypeId value, int raw, std::vector<Case>* cases) {
  if (t_.has(value, Ctor::Super)) refuse("a super object that is kept in an attribute");
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
      if (!raw && !own && methodOf(a, "__setattr__", &hook, &owner) && !isUnfrozen(c, owner, name)) {
        Args args;
        args.list.push_back({t_.str, hir::ArgKind::Positional, Name(), {ArgSource::Operand, 2, 0, {}, {}, nullptr, nullptr}});
        args.list.push_back({value, hir::ArgKind::Positional, Name(), {ArgSource::Operand, 1, 0, {}, {}, nullptr, nullptr}});
        act.index = form::kWithName;
        if (!hir_.codes[hir::CodeId(hook.id)].core && hir_.codes[hir::CodeId(hook.id)].file == hir_.modules->modules[hir_.codes[hir::CodeId(hook.id)].module].file) {
          // It may well set the attribute, by a name that only it knows then.
          auto& order = p_.classes[ClassId(a.id)].field_order;
          if (std::find(order.begin(), order.end(), name) == order.end()) order.push_back(name);
          t_.grow(a.node, name.index, t_.join(value, t_.unset));
        }
        callFunction(hook, &self, args, sub, &act);
        endIfNever(act);
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
          // Enumerations have properties of their own.
          const bool enumeration = p_.classes[owner].module == "enum" && hir_.codes[p_.classes[owner].body].library;
          act = fail("AttributeError", enumeration ? "<enum '" + p_.classes[owner].name + "'> cannot set attribute '" + text + "'"
                                                   : "property '" + text + "' of '" + p_.classes[c].qualname + "' object has no setter");
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
        act.index = form::kDescriptor;
        callCore("_descriptor_set", {t_.one(x), self, value}, sub, &act);
        act.cls = owner;
        act.name = name;
        done = true;
      }
      const bool slots = p_.classes[c].has_slots && !p_.classes[c].slots.count(name);
      if (!done && (slots || (!cur_->code->library && hasFixedAttributes(c)))) {
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
    } else if (a.ctor == Ctor::Func && raw != hir::kDescribing &&
               (text == "__defaults__" || text == "__kwdefaults__" || text == "__code__" || text == "__closure__" || text == "__globals__")) {
      refuse("changing the '" + text + "' of a function");
      continue;
    } else if (a.ctor == Ctor::Func) {
      setFunctionAttr(a, name, value, &act);
    } else if (a.ctor == Ctor::Class && raw != 2 && isEnumMember(ClassId(a.id), name)) {
      act = fail("AttributeError", "cannot reassign member '" + text + "'");
      complain(DiagCode::UnknownAttribute, act.message, self);
    } else if (a.ctor == Ctor::Class) {
      ClassId c(a.id);
      stored(hir::attributeKey(name));
      auto& order = p_.classes[c].attribute_order;
      if (std::find(order.begin(), order.end(), name) == order.end()) order.push_back(name);
      t_.grow(p_.classes[c].attributes, name.index, value);
      if (!p_.classes[c].body_sets.count(name)) t_.grow(p_.classes[c].attributes, name.index, t_.unset);
      p_.classes[c].varying = name;
      if (hir_.codes[p_.classes[c].body].module == cur_->code->module) p_.classes[c].varying_at = instr().place.range;
      act.kind = ActionKind::ClassAttr;
      act.cls = c;
    } else if (a.ctor == Ctor::Module) {
      if (const auto& m = hir_.modules->modules[hir::ModuleId(a.id)]; m.library && m.name == "builtins") {
        refuse("setting what is built in");
        continue;
      }
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
    endIfNever(act);
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
    else if (a.ctor == Ctor::Class && isEnumMember(ClassId(a.id), name))
      missing("'" + p_.classes[ClassId(a.id)].name + "' cannot delete member '" + text + "'.");
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
    endIfNever(act);
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
  if (!raw && methodOf(a, "__delattr__", &hook, &owner) && !isUnfrozen(c, owner, name)) {
    Args args;
    args.list.push_back({t_.str, hir::ArgKind::Positional, Name(), {ArgSource::Operand, 1, 0, {}, {}, nullptr, nullptr}});
    act->index = form::kWithName;
    callFunction(hook, &self, args, sub, act);
    return;
  }
  TypeId attr = raw == 2 ? t_.bottom : classAttr(c, name, &owner);
  for (const Atom& x : t_.atoms(attr)) {
    if (x.ctor != Ctor::Obj) continue;
    if (p_.classes[ClassId(x.id)].core && p_.classes[ClassId(x.id)].name == "property") {
      TypeId deleter = t_.filter(readField(x.node, names_.intern("fdel").index), [](const Atom& f) { return f.ctor == Ctor::Func; });
      if (!t_.isOnly(deleter, Ctor::Func)) return missing("property '" + text + "' of '" + p_.classes[c].qualname + "' object has no deleter");
      found(t_.atoms(deleter)[0], owner, name, names_.intern("fdel"));
      callFunction(t_.atoms(deleter)[0], &self, {}, sub, act);
      return;
    }
    if (!p_.classes[ClassId(x.id)].core && methodOf(x, "__delete__", &hook)) {
      act->index = form::kDescriptor;
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

}  // namespace krait::infer
