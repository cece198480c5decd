// Attributes whose names are computed: getattr(x, name), setattr, hasattr, vars(x). Every attribute that the type
// may have is a case; which one it is, the running program asks by name.
#include <algorithm>
#include <cctype>

#include "infer/engine.h"

namespace krait::infer {

// The names that occur as words in the program's string literals.
const std::set<Name>& Engine::writtenNames() {
  if (written_names_) return *written_names_;
  written_names_.emplace();
  for (const resolve::Module& m : hir_.modules->modules)
    for (const ast::Constant* text : m.texts) {
      std::string_view s = text->text;
      auto word = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return std::isalnum(byte) || c == '_' || byte >= 0x80;
      };
      for (size_t at = 0; at < s.size();) {
        size_t end = at;
        while (end < s.size() && word(s[end])) ++end;
        if (end > at)
          if (Name n = names_.find(s.substr(at, end - at)); n.valid()) written_names_->insert(n);
        at = end + 1;
      }
    }
  return *written_names_;
}

// The public methods and properties of a builtin or library class, special methods if their names are written somewhere. What
// the program's texts name is enough; where they name none of them, the name comes from outside, and it may be any. What a
// format string names ("{0.year}", looked up by lib/core) is a property.
void Engine::builtinNames(ClassId c, bool parts, const std::function<void(Name)>& add) {
  const std::set<Name>& written = writtenNames();
  std::vector<Name> all, named;
  std::vector<ClassId> classes = p_.classes[c].mro;
  if (ClassId value = valueClass(p_.classes[c].scalar); value.valid()) classes.push_back(value);
  for (ClassId m : classes) {
    if (!hir_.codes[p_.classes[m].body].library) continue;
    read(p_.classes[m].attributes);
    for (Name n : p_.classes[m].attribute_order) {
      std::string_view text = names_.text(n);
      const bool hidden = text.starts_with('_');
      if (cur_->code->core) {
        const TypeId held = readField(p_.classes[m].attributes, n.index);
        if (!t_.isOnly(held, Ctor::Obj) || p_.classes[ClassId(t_.atoms(held)[0].id)].name != "property") continue;
      }
      if (written.count(n) && (!hidden || (text.starts_with("__") && text.ends_with("__")))) named.push_back(n);
      if (!hidden) all.push_back(n);
    }
  }
  for (Name n : parts || named.empty() ? all : named) add(n);
}

// The names under which descriptors in the class may keep their values in an object: `"_" + name`, where __set_name__ got `name`,
// or the name itself, where a descriptor has no __set__.
std::vector<Name> Engine::descriptorNames(ClassId c, const NameParts& parts) {
  std::vector<Name> out;
  for (ClassId m : p_.classes[c].mro) {
    if (hir_.codes[p_.classes[m].body].library) continue;
    read(p_.classes[m].attributes);
    for (Name n : std::vector<Name>(p_.classes[m].attribute_order)) {
      for (const Atom& x : t_.atoms(readField(p_.classes[m].attributes, n.index))) {
        Atom f;
        if (x.ctor != Ctor::Obj || hir_.codes[p_.classes[ClassId(x.id)].body].library) continue;
        const bool sets = methodOf(x, "__set__", &f), named = methodOf(x, "__set_name__", &f);
        if (parts.empty() ? sets || !named : !sets && !named) continue;
        out.push_back(names_.intern(std::string(parts.prefix) + std::string(names_.text(n)) + std::string(parts.suffix)));
        break;
      }
    }
  }
  return out;
}

// A store under a computed name makes attributes of those names that some place reads, and others know nothing of.
bool Engine::computedField(const Atom& a, Name name) {
  if (a.ctor != Ctor::Obj || hir_.codes[p_.classes[ClassId(a.id)].body].library) return false;
  const std::string_view text = names_.text(name);
  if (text.starts_with("__") && text.ends_with("__")) return false;
  for (ClassId m : p_.classes[ClassId(a.id)].mro) {
    if (p_.classes[m].core) break;
    ComputedStores& stores = computed_stores_[m.index];
    stores.readers.insert(cur_->inst->id);
    const bool may_be = std::any_of(stores.patterns.begin(), stores.patterns.end(), [&](const auto& p) {
      return text.size() >= p.first.size() + p.second.size() && text.starts_with(p.first) && text.ends_with(p.second);
    });
    if (!may_be) continue;
    if (stores.names.insert(name).second)
      for (InstanceId i : stores.writers) markDirty(i);
    return true;
  }
  return false;
}

// The names that a computed store to objects of the class has to know besides the attributes that the program names.
void Engine::addComputedFields(const Atom& a, const NameParts& parts, std::vector<Name>& names) {
  if (hir_.codes[p_.classes[ClassId(a.id)].body].library) return;
  ComputedStores& stores = computed_stores_[a.id];
  stores.writers.insert(cur_->inst->id);
  if (stores.patterns.insert({std::string(parts.prefix), std::string(parts.suffix)}).second)
    for (InstanceId i : stores.readers) markDirty(i);
  for (Name n : stores.names) {
    const std::string_view text = names_.text(n);
    if (text.size() >= parts.prefix.size() + parts.suffix.size() && text.starts_with(parts.prefix) && text.ends_with(parts.suffix)) names.push_back(n);
  }
}

// The text of an operation says how the name begins and ends.
static NameParts partsOf(const hir::Instr& i) {
  const size_t end = i.text.find('\n');
  return {i.text.substr(0, end), end == i.text.npos ? std::string_view() : i.text.substr(end + 1)};
}

// The attributes that the name may mean.
std::vector<Name> Engine::attributeNames(const Atom& a, const NameParts& parts, bool fields_only) {
  const std::string_view prefix = parts.prefix, suffix = parts.suffix;
  std::vector<Name> out;
  auto add = [&](Name n) {
    std::string_view text = names_.text(n);
    if (text.starts_with("__") && text.ends_with("__")) return;
    if (text.starts_with('.') || text.starts_with("_krait_") || text.size() < prefix.size() + suffix.size()) return;
    if (!text.starts_with(prefix) || !text.ends_with(suffix)) return;
    if (std::find(out.begin(), out.end(), n) == out.end()) out.push_back(n);
  };
  auto ofClass = [&](ClassId c) {
    // Of what the library defines for a class, too, the names that the program's texts have, if there are any.
    std::vector<Name> all, named;
    for (ClassId m : p_.classes[c].mro) {
      if (p_.classes[m].core) continue;
      read(p_.classes[m].attributes);
      const bool library = hir_.codes[p_.classes[m].body].library;
      for (Name n : p_.classes[m].attribute_order) {
        if (!library) add(n);
        else if (writtenNames().count(n)) named.push_back(n);
        else all.push_back(n);
      }
    }
    for (Name n : named.empty() ? all : named) add(n);
  };
  auto addBuiltin = [&](Name n) {
    std::string_view text = names_.text(n);
    if (!text.starts_with(prefix) || !text.ends_with(suffix)) return;
    if (std::find(out.begin(), out.end(), n) == out.end()) out.push_back(n);
  };
  // (A special method of a method is a method again, without end.)
  const bool plain = a.ctor != Ctor::Class && a.ctor != Ctor::Module && a.ctor != Ctor::Func && a.ctor != Ctor::Method;
  if (ClassId c = p_.classOf(a); c.valid() && !fields_only && plain)
    builtinNames(c, !parts.empty(), addBuiltin);
  if (a.ctor == Ctor::Class && !fields_only && p_.classes[ClassId(a.id)].core) builtinNames(ClassId(a.id), !parts.empty(), addBuiltin);
  switch (a.ctor) {
    case Ctor::Obj: {
      if (hir_.codes[p_.classes[ClassId(a.id)].body].library) break;  // its fields are the library's own
      read(a.node);
      // What the library keeps in a subclass of a container is nobody's attribute either.
      auto field = [&](Name n) {
        TypeId held = t_.without(t_.field(a.node, n.index), Ctor::Unset);
        for (const Atom& x : t_.atoms(held))
          if (x.ctor == Ctor::I64 || x.ctor == Ctor::Buffer || x.ctor == Ctor::Opaque) return;
        if (held != t_.bottom) add(n);
      };
      for (Name n : p_.classes[ClassId(a.id)].field_order) field(n);
      for (ClassId m : p_.classes[ClassId(a.id)].mro)
        for (Name n : p_.classes[m].core ? std::vector<Name>() : std::vector<Name>(p_.classes[m].field_order)) field(n);
      if (!fields_only) ofClass(ClassId(a.id));
      break;
    }
    case Ctor::Tuple:
      if (ClassId c = p_.classOf(a); c.valid() && !fields_only) {
        for (Name n : p_.classes[c].tuple_fields) add(n);
        ofClass(c);
      }
      break;
    case Ctor::Class:
      if (!fields_only) ofClass(ClassId(a.id));
      break;
    case Ctor::Module:
      if (!fields_only)
        for (auto& [name, global] : hir_.module_globals[a.id]) add(name);
      break;
    default: break;
  }
  return out;
}

TypeId Engine::dynamicAttribute(std::string_view operation, const hir::Instr& i) {
  TypeId object = reg(i.operands[0]), name = reg(i.operands[1]), result = t_.bottom;
  bool get = operation == "attr_get", set = operation == "attr_set", del = operation == "attr_del";
  const NameParts parts = partsOf(i);
  const Name known = get || operation == "attr_has" ? knownName(i.operands[1]) : Name();
  if (!t_.isOnly(name, Ctor::Str)) {  // _attribute_name has raised, or will
    cur_->dead = true;
    return t_.bottom;
  }
  for (const Atom& a : t_.atoms(object)) {
    TypeId self = t_.one(a);
    std::vector<Case> found;
    bool data = false;
    std::vector<Name> names = attributeNames(a, parts, false), kept;
    if (known.valid()) names = {known};
    if (set && a.ctor == Ctor::Obj) {
      kept = descriptorNames(ClassId(a.id), parts);
      addComputedFields(a, parts, kept);
    }
    for (Name n : kept)
      if (std::find(names.begin(), names.end(), n) == names.end()) names.push_back(n);
    for (Name n : names) {
      const bool may_begin = std::find(kept.begin(), kept.end(), n) != kept.end();
      if (!may_begin && hasAttrOf(a, n, nullptr) == 0) continue;
      Action act;
      uint64_t sub = Instance::mix(at(0xd1, a), n.index);
      if (set || del) {
        std::vector<Case> one;
        bool field = a.ctor == Ctor::Obj && t_.without(readField(a.node, n.index), Ctor::Unset) != t_.bottom;
        TypeId of_class = a.ctor == Ctor::Obj ? classAttr(ClassId(a.id), n, nullptr) : t_.bottom;
        bool managed = t_.isOnly(of_class, Ctor::Obj) && p_.classes[ClassId(t_.atoms(of_class)[0].id)].name == "property";
        if (a.ctor == Ctor::Obj && !field && !may_begin && (!managed || i.sub)) continue;
        if (del) delAttr(self, n, i.sub ? 1 : 0, &one);
        else setAttr(self, n, reg(i.operands[2]), i.sub ? 1 : 0, &one);
        for (Case& c : one) found.push_back({{self, t_.bottom}, c.action, n});
        continue;
      }
      if (get) act.result = attrOf(a, n, sub, &act);
      else if (int known = hasAttrOf(a, n, &act); known > 0) {
        act = Action();
        act.kind = ActionKind::Prim;
        act.prim = Prim::StaticBool;
        act.index = 1;
      }
      bool method = get && act.result != t_.bottom;
      for (const Atom& x : get ? t_.atoms(act.result) : std::vector<Atom>())
        method &= x.ctor == Ctor::Func || x.ctor == Ctor::Method || x.ctor == Ctor::Class;
      data |= !method;
      found.push_back({{self, t_.bottom}, act, n});
    }
    if (get) {
      // What is called is a function; else data, where there is any. A name that says how it begins is believed.
      for (Case& c : found) {
        bool method = c.action.result != t_.bottom;
        for (const Atom& x : t_.atoms(c.action.result))
          method &= x.ctor == Ctor::Func || x.ctor == Ctor::Method || x.ctor == Ctor::Class;
        if (!known.valid() && parts.empty() && (i.sub ? !method : method && data))
          c.action = fail("NotImplementedError", "the attribute '" + std::string(names_.text(c.key)) + "' of a '" + p_.typeName(a) + "' object by a computed name is not compiled yet: " +
                                                     (i.sub ? "it is no function, and what is read is called" : "it is a method, and others are data"));
      }
    }
    for (Case& c : found) {
      if (get) result = t_.join(result, c.action.result);
      if (recording_) rec().cases.push_back(c);
    }
    // Any other name.
    Action other;
    Atom hook;
    const uint64_t sub = Instance::mix(at(0xd2, a), 1);
    if (const bool asks = !known.valid() && a.ctor == Ctor::Obj && methodOf(a, "__getattr__", &hook); asks && get) {
      Args args;
      args.list.push_back({t_.str, hir::ArgKind::Positional, Name(), {ArgSource::Operand, 1, 0, {}, {}, nullptr, nullptr}});
      other.index = form::kWithName;
      other.result = callFunction(hook, &self, args, sub, &other);
      result = t_.join(result, other.result);
    } else if (asks && operation == "attr_has") {
      other.index = form::kWithName;
      other.result = callCore("_has_by_hook", {self, t_.str}, sub, &other);
    } else if (get || set || del) {
      callCore(set ? "_no_set_attribute" : "_no_attribute", {t_.str, t_.str}, sub, &other);
    }
    addCase(self, t_.bottom, other);
  }
  if (get) {
    if (result == t_.bottom) cur_->dead = true;
    return result;
  }
  return set || del ? t_.none : t_.boolean;
}

std::vector<Name> shownAttributes(const Program& p, ClassId c) {
  std::vector<Name> out;
  const ast::ClassDef* node = p.classes[c].node;
  const bool annotated = std::any_of(node->body.begin(), node->body.end(), [](const ast::Stmt* s) { return s->kind == ast::StmtKind::AnnAssign; });
  for (Name n : p.classes[c].attribute_order) {
    const std::string_view text = p.names->text(n);
    if (text.starts_with("_krait_") || text.starts_with("_dataclass_") || text.starts_with('.')) continue;
    if (text != "__annotations__" || annotated) out.push_back(n);
  }
  return out;
}

std::string shownNames(const Program& p, ClassId c) {
  std::string out;
  bool dict = false, weak = true;
  for (ClassId m : p.classes[c].mro) {
    const ClassInfo& info = p.classes[m];
    if (info.core) {
      for (const char* fixed : {"int_value", "tuple_value", "bytes_value"}) weak &= !info.name.ends_with(fixed);
      continue;
    }
    dict |= !info.has_slots;
    for (Name n : shownAttributes(p, m)) out += std::string(p.names->text(n)) + " ";
    for (Name n : info.slots) out += std::string(p.names->text(n)) + " ";
  }
  if (!p.classes[c].core) out += "__module__ ";
  if (dict) out += weak ? "__dict__ __weakref__" : "__dict__";
  return out;
}

TypeId Engine::varsInto(const hir::Instr& i) {
  TypeId dict = reg(i.operands[0]);
  for (const Atom& a : std::vector<Atom>(t_.atoms(reg(i.operands[1])))) {
    if (a.ctor == Ctor::Class) {
      const ClassId c(a.id);
      read(p_.classes[c].attributes);
      for (Name n : shownAttributes(p_, c)) {
        Action act;
        TypeId value = t_.without(readField(p_.classes[c].attributes, n.index), Ctor::Unset);
        if (value == t_.bottom) continue;
        callCore("_class_vars_add", {dict, t_.str, value}, Instance::mix(at(0xd3, a), n.index), &act);
        if (recording_) rec().cases.push_back({{t_.one(a), t_.bottom}, act, n});
      }
      addCase(t_.one(a), t_.bottom, Action());
      continue;
    }
    for (Name n : attributeNames(a, partsOf(i), true)) {
      Action act;
      TypeId value = t_.without(readField(a.node, n.index), Ctor::Unset);
      callCore("_vars_add", {dict, t_.str, value}, Instance::mix(at(0xd3, a), n.index), &act);
      if (recording_) rec().cases.push_back({{t_.one(a), t_.bottom}, act, n});
    }
    addCase(t_.one(a), t_.bottom, Action());
  }
  return t_.none;
}

}  // namespace krait::infer
