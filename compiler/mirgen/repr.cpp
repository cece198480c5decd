// How types are represented, and the layouts of heap objects.
#include <algorithm>

#include "infer/runtime_words.h"
#include "mirgen/generator.h"

namespace krait::mirgen {

// Where a definition stands, for symbols. What is in a copy of a function is another definition.
std::string Generator::placeOf(const hir::Code& c) {
  std::string place = std::to_string(c.file.index) + "." + std::to_string(c.range.begin);
  for (hir::CodeId up = c.parent; up.valid(); up = p.hir->codes[up].parent)
    if (p.hir->codes[up].copy_of.valid()) return place + "." + std::to_string(up.index);
  return place;
}

bool Generator::needsObject(hir::CodeId id) {
  const hir::Code& c = p.hir->codes[id];
  if (!c.free.empty()) return true;
  if (!c.repeated) return false;
  if (c.attributed) return true;
  for (const hir::Param& param : c.params)
    if (param.has_default) return true;
  return false;
}

bool Generator::heap(const Atom& a) {
  switch (a.ctor) {
    case Ctor::Str:
    case Ctor::Bytes:
    case Ctor::Obj:
    case Ctor::Generator:
    case Ctor::Boxed:
    case Ctor::Tuple:
    case Ctor::Record:
    case Ctor::Method:
    case Ctor::Cell: return true;
    case Ctor::Func: return needsObject(hir::CodeId(a.id));
    case Ctor::Opaque: return a.id != infer::kOpaquePtr && a.id != infer::kOpaqueOpt;
    default: return false;
  }
}

bool Generator::isUnit(const Atom& a) {
  switch (a.ctor) {
    case Ctor::None:
    case Ctor::Ellipsis:
    case Ctor::NotImplemented:
    case Ctor::Class:
    case Ctor::Module: return true;
    case Ctor::Func: return !needsObject(hir::CodeId(a.id));
    default: return false;
  }
}

bool Generator::isUnit(Type type) {
  auto& atoms = t.atoms(type);
  return atoms.empty() || (atoms.size() == 1 && isUnit(atoms[0]));
}

bool Generator::isTag(Type type) {
  auto& atoms = t.atoms(type);
  if (atoms.size() < 2) return false;
  for (const Atom& a : atoms)
    if (a.ctor != Ctor::Unset && !isUnit(a)) return false;
  return true;
}

bool Generator::byValue(Type type) {
  auto& atoms = t.atoms(type);
  return atoms.size() == 1 && byValue(atoms[0].ctor);
}

TypeId Generator::repr(Type type) {
  type = t.canonical(type);
  auto it = repr_cache_.find(type.index);
  if (it != repr_cache_.end()) return it->second.second;
  auto& T = m.types;
  auto compute = [&]() -> TypeId {
    const std::vector<Atom> atoms = t.atoms(type);
    if (isUnit(type)) return T.bool_;
    if (atoms.size() == 1) {
      const Atom& a = atoms[0];
      switch (a.ctor) {
        case Ctor::Bool: return T.bool_;
        case Ctor::Int: return T.int_;
        case Ctor::Float: return T.f64;
        case Ctor::I64: return T.i64;
        case Ctor::Buffer: return T.ptr;
        case Ctor::Unset: return T.any;
        case Ctor::Opaque:
          return a.id == infer::kOpaqueOpt ? T.opt : a.id == infer::kOpaquePtr ? T.ptr : T.ref;
        case Ctor::Tuple:
        case Ctor::Record: {
          std::vector<TypeId> items;
          for (Type x : a.items) items.push_back(repr(x));
          return T.tuple(items);
        }
        case Ctor::Method: {
          // Always a tuple, so that a self of union type is not taken for a union of methods.
          TypeId self = repr(a.items[0]);
          if (!needsObject(hir::CodeId(a.id))) return T.tuple({self});
          return T.tuple({self, T.ref});
        }
        case Ctor::Super: return T.tuple({repr(a.items[0])});
        default: return T.ref;
      }
    }
    if (isTag(type)) return T.i64;
    bool all_heap = true, none = false, unset = false;
    for (const Atom& a : atoms) {
      if (a.ctor == Ctor::None) none = true;
      else if (a.ctor == Ctor::Unset) unset = true;
      else if (!heap(a)) all_heap = false;
    }
    for (const Atom& a : atoms)
      if (a.ctor == Ctor::I64 && !unset)
        internalError(__FILE__, __LINE__, ("lib/core mixes a machine integer with other values: " + p.typeText(type)).c_str());
    if (all_heap && !(none && unset)) return none || unset ? T.opt : T.ref;
    return T.any;
  };
  TypeId r = compute();
  repr_cache_[type.index] = {0, r};
  return r;
}

TypeId Generator::itemRepr(Type type) {
  auto& atoms = t.atoms(type);
  if (atoms.size() == 1 && atoms[0].ctor == Ctor::I64) {
    if (atoms[0].id == 32) return m.types.i32;
    if (atoms[0].id == 8) return m.types.i8;
  }
  if (isUnit(type)) return m.types.bool_;
  return repr(type);
}

std::string Generator::typeText(TypeId type) {
  const mir::Type& x = m.types[type];
  switch (x.kind) {
    case mir::TypeKind::Void: return "void";
    case mir::TypeKind::Bool: return "bool";
    case mir::TypeKind::I8: return "i8";
    case mir::TypeKind::I32: return "i32";
    case mir::TypeKind::I64: return "i64";
    case mir::TypeKind::F64: return "f64";
    case mir::TypeKind::Int: return "int";
    case mir::TypeKind::Ref: return "ref";
    case mir::TypeKind::Opt: return "opt";
    case mir::TypeKind::Any: return "any";
    case mir::TypeKind::Ptr: return "ptr";
    case mir::TypeKind::Tuple: {
      std::string out = "(";
      for (size_t i = 0; i < x.items.size(); ++i) out += (i ? "," : "") + typeText(x.items[i]);
      return out + ")";
    }
  }
  KRAIT_UNREACHABLE("type kind");
}

LayoutId Generator::runtimeLayout(const std::string& name) {
  auto it = layouts_.find(name);
  if (it != layouts_.end()) return it->second;
  mir::Layout l;
  l.symbol = name;
  l.name = name;
  l.module = "builtins";
  l.runtime = true;
  l.acyclic = true;
  if (name == "vtuple_any") {
    l.name = "tuple";
    l.runtime = false;
    l.acyclic = false;
    l.fields.push_back({"items", m.types.ptr, m.types.any, 1, 1, true});
    l.fields.push_back({"length", m.types.i64, {}, -1, -1, false});
  }
  return layouts_[name] = m.layouts.add(l);
}

bool Generator::acyclic(Type type) {
  std::set<uint32_t> seen;
  std::function<bool(Type)> visit = [&](Type x) {
    for (const Atom& a : t.atoms(x)) {
      switch (a.ctor) {
        case Ctor::Unset:
        case Ctor::None:
        case Ctor::Bool:
        case Ctor::Int:
        case Ctor::Float:
        case Ctor::Str:
        case Ctor::Bytes:
        case Ctor::Ellipsis:
        case Ctor::NotImplemented:
        case Ctor::Class:
        case Ctor::Module: break;
        case Ctor::Tuple:
          for (Type item : a.items)
            if (!visit(item)) return false;
          break;
        case Ctor::Boxed:
          if (seen.insert(a.node.index).second && !visit(t.field(a.node, infer::kFieldT))) return false;
          break;
        default: return false;
      }
    }
    return true;
  };
  return visit(type);
}

LayoutId Generator::tupleLayout(const std::vector<TypeId>& items, ClassId cls) {
  std::string symbol = cls.valid() ? "tuple:" + std::to_string(cls.index) + p.classes[cls].qualname : "tuple";
  symbol += typeText(m.types.tuple(items));
  auto it = layouts_.find(symbol);
  if (it != layouts_.end()) return it->second;
  mir::Layout l;
  l.symbol = symbol;
  l.name = cls.valid() ? p.classes[cls].name : "tuple";
  l.module = cls.valid() ? p.classes[cls].module : "builtins";
  for (size_t i = 0; i < items.size(); ++i) l.fields.push_back({std::to_string(i), items[i], {}, -1, -1, false});
  return layouts_[symbol] = m.layouts.add(l);
}

LayoutId Generator::cellLayout(TypeId content) {
  std::string symbol = "cell<" + typeText(content) + ">";
  auto it = layouts_.find(symbol);
  if (it != layouts_.end()) return it->second;
  mir::Layout l;
  l.symbol = symbol;
  l.name = "cell";
  l.module = "builtins";
  l.fields.push_back({"value", content, {}, -1, -1, false});
  return layouts_[symbol] = m.layouts.add(l);
}

// A function value that carries cells and defaults, or (value_only) is only a tag.
LayoutId Generator::functionLayout(const Atom& a) {
  const hir::Code& c = p.hir->codes[hir::CodeId(a.id)];
  bool object = needsObject(hir::CodeId(a.id));
  std::string symbol = "function:" + std::to_string(c.module.index) + ":" + c.qualname + ":" +
                       placeOf(c);
  std::vector<mir::Field> fields;
  if (object) {
    for (size_t k = 0; k < c.free.size(); ++k)
      fields.push_back({"c" + std::to_string(k), m.types.ref, {}, -1, -1, false});
    uint32_t d = 0;
    for (const hir::Param& param : c.params) {
      if (!param.has_default) continue;
      TypeId r = m.types.any;
      if (a.node.valid()) r = repr(t.field(a.node, infer::kFieldDefault + d));
      fields.push_back({"d" + std::to_string(d), r, {}, -1, -1, false});
      symbol += "," + typeText(r);
      ++d;
    }
  }
  if (object && a.node.valid() && c.attributed) {
    for (auto& [name, type] : infer::Fields(t.node(a.node).fields)) {
      if (name >= infer::kFieldFormal) continue;
      TypeId r = repr(type);
      fields.push_back({"." + std::string(p.names->text(Name(name))), r, {}, -1, -1, false});
      symbol += "," + fields.back().name + typeText(r);
    }
  }
  auto it = layouts_.find(symbol);
  if (it != layouts_.end()) return it->second;
  mir::Layout l;
  l.symbol = symbol;
  l.name = "function";
  l.module = "builtins";
  l.fields = fields;
  l.value_only = !object;
  return layouts_[symbol] = m.layouts.add(l);
}

LayoutId Generator::layoutOf(const Atom& a) {
  switch (a.ctor) {
    case Ctor::None: return runtimeLayout("NoneType");
    case Ctor::Bool: return runtimeLayout("bool");
    case Ctor::Int: return runtimeLayout("int");
    case Ctor::Float: return runtimeLayout("float");
    case Ctor::Str: return runtimeLayout("str");
    case Ctor::Bytes: return runtimeLayout("bytes");
    case Ctor::Ellipsis: return runtimeLayout("ellipsis");
    case Ctor::Obj: return classLayout(ClassId(a.id), a.node);
    case Ctor::Func: return functionLayout(a);
    case Ctor::Generator: return frameLayout(p.generatorInstance(a));
    case Ctor::Tuple:
    case Ctor::Record: {
      std::vector<TypeId> items;
      for (Type x : a.items) items.push_back(repr(x));
      if (a.ctor == Ctor::Tuple && infer::namedTupleClass(a).valid()) return tupleLayout(items, infer::namedTupleClass(a));
      return tupleLayout(items);
    }
    case Ctor::Method: {
      std::vector<TypeId> items{repr(a.items[0])};
      if (needsObject(hir::CodeId(a.id))) items.push_back(m.types.ref);
      const hir::Code& c = p.hir->codes[hir::CodeId(a.id)];
      std::string symbol = "method:" + c.qualname + ":" + std::to_string(c.module.index) + ":" +
                           placeOf(c) + typeText(m.types.tuple(items));
      auto it = layouts_.find(symbol);
      if (it != layouts_.end()) return it->second;
      mir::Layout l;
      l.symbol = symbol;
      l.name = "method";
      l.module = "builtins";
      for (size_t i = 0; i < items.size(); ++i) l.fields.push_back({std::to_string(i), items[i], {}, -1, -1, false});
      return layouts_[symbol] = m.layouts.add(l);
    }
    case Ctor::Class:
    case Ctor::Module:
    case Ctor::NotImplemented: {
      std::string symbol = a.ctor == Ctor::NotImplemented ? "NotImplementedType"
                           : a.ctor == Ctor::Module
                               ? "module:" + p.hir->modules->modules[hir::ModuleId(a.id)].name
                               : "class:" + classSymbol(ClassId(a.id));
      auto it = layouts_.find(symbol);
      if (it != layouts_.end()) return it->second;
      mir::Layout l;
      l.symbol = symbol;
      l.name = a.ctor == Ctor::Class ? "type" : a.ctor == Ctor::Module ? "module" : "NotImplementedType";
      l.module = "builtins";
      l.value_only = true;
      return layouts_[symbol] = m.layouts.add(l);
    }
    default: KRAIT_UNREACHABLE("layout of an atom without objects");
  }
}

// Reads a class body's constant tuple of strings or of tuples of strings: __fields__, __buffers__.
static std::vector<std::vector<std::string>> classTable(const infer::ClassInfo& c, std::string_view name, const Interner& names) {
  using namespace ast;
  std::vector<std::vector<std::string>> out;
  for (const Stmt* s : c.node->body) {
    auto* a = dynAs<Assign>(s);
    if (!a) continue;
    auto* target = dynAs<NameExpr>(a->targets[0]);
    auto* tuple = dynAs<TupleExpr>(a->value);
    if (!target || !tuple || names.text(target->id) != name) continue;
    for (const Expr* e : tuple->elts) {
      std::vector<std::string> row;
      if (auto* inner = dynAs<TupleExpr>(e)) {
        for (const Expr* x : inner->elts) row.emplace_back(as<Constant>(x)->text);
      } else {
        row.emplace_back(as<Constant>(e)->text);
      }
      out.push_back(row);
    }
  }
  return out;
}

std::string Generator::classSymbol(ClassId cls) {
  if (class_names_.empty())
    for (const infer::ClassInfo& c : p.classes) ++class_names_[c.module + "." + c.qualname];
  const infer::ClassInfo& c = p.classes[cls];
  std::string name = c.module + "." + c.qualname;
  return class_names_[name] == 1 ? name : name + ":" + placeOf(p.hir->codes[c.body]);
}

LayoutId Generator::classLayout(ClassId cls, infer::NodeId node) {
  const infer::ClassInfo& c = p.classes[cls];
  Interner& names = *p.names;
  // The fields by name, in the declared order, inherited ones first, else by name.
  std::vector<std::string> order;
  for (auto it = c.mro.rbegin(); it != c.mro.rend(); ++it)
    for (auto& row : classTable(p.classes[*it], "__fields__", names)) order.push_back(row[0]);
  std::map<std::string, Type> types;
  for (auto& [name, type] : infer::Fields(t.node(node).fields)) {
    if (name >= infer::kFieldKey) continue;
    types[std::string(names.text(Name(name)))] = t.canonical(type);
  }
  std::set<std::string> placed(order.begin(), order.end());
  for (auto it = c.mro.rbegin(); it != c.mro.rend(); ++it) {
    std::vector<std::string> own;
    for (Name n : p.classes[*it].field_order) own.emplace_back(names.text(n));
    std::sort(own.begin(), own.end());
    for (auto& n : own)
      if (types.count(n) && placed.insert(n).second) order.push_back(n);
  }
  for (auto& [name, type] : types)
    if (placed.insert(name).second) order.push_back(name);
  std::string symbol = c.core ? c.name : classSymbol(cls);
  std::vector<mir::Field> fields;
  std::string shape;
  for (const std::string& name : order) {
    Type type = types.count(name) ? types[name] : t.bottom;
    mir::Field field{name, repr(type), {}, -1, -1, false};
    for (const Atom& a : t.atoms(type))
      if (a.ctor == Ctor::Buffer) field.buffer_item = itemRepr(t.field(a.node, infer::kFieldT));
    if (!shape.empty()) shape += ",";
    shape += field.buffer_item.valid() ? "[" + typeText(field.buffer_item) + "]" : typeText(field.type);
    fields.push_back(field);
  }
  if (c.generic) symbol += "<" + shape + ">";
  auto found = layouts_.find(symbol);
  if (found != layouts_.end()) return found->second;
  auto indexOf = [&](const std::string& name) {
    for (size_t i = 0; i < fields.size(); ++i)
      if (fields[i].name == name) return static_cast<int32_t>(i);
    return -1;
  };
  for (ClassId k : c.mro)
    for (auto& row : classTable(p.classes[k], "__buffers__", names)) {
      int at = indexOf(row[0]);
      if (at < 0 || !fields[static_cast<size_t>(at)].buffer_item.valid()) continue;  // (of a class without objects)
      fields[static_cast<size_t>(at)].count_field = row[1].empty() ? -1 : indexOf(row[1]);
      fields[static_cast<size_t>(at)].capacity_field = indexOf(row[2]);
      fields[static_cast<size_t>(at)].drop_backwards = row.size() > 3 && row[3] == "backwards";
    }
  // A buffer field without a __buffers__ row is borrowed memory.
  for (mir::Field& field : fields)
    if (field.buffer_item.valid() && field.capacity_field < 0) field.buffer_item = {};
  mir::Layout l;
  l.symbol = symbol;
  l.name = c.core && c.name == "vtuple" ? "tuple" : c.core && c.name.starts_with('_') ? c.name.substr(1) : c.name;
  l.module = c.module;
  l.exception = c.exception;
  l.fields = fields;
  LayoutId id = m.layouts.add(l);
  layouts_[symbol] = id;
  if (c.mro.size() > 1 && p.classes[c.mro[1]].name != "object" && !c.generic &&
      !p.classes[c.mro[1]].generic) {
    LayoutId base = classLayout(c.mro[1], p.classes[c.mro[1]].instance);
    m.layouts[id].base = base;
  }
  // __del__ as a function of the exact class.
  Atom object{Ctor::Obj, cls.index, node, {}};
  auto it = p.finalizers.find(cls.index);
  if (it != p.finalizers.end()) {
    mir::FuncId del = functionFor(it->second);
    m.layouts[id].del = del;
  }
  auto text = p.exception_texts.find(cls.index);
  // Never made, so it has no text: its fields were never set.
  if (text != p.exception_texts.end() && t.isOnly(p.instance(text->second).result, Ctor::Str)) {
    mir::FuncId f = functionFor(text->second);
    m.layouts[id].exc_str = f;
  }
  return id;
}

int Generator::fieldIndex(LayoutId layout, const std::string& name) {
  auto& fields = m.layouts[layout].fields;
  for (size_t i = 0; i < fields.size(); ++i)
    if (fields[i].name == name) return static_cast<int>(i);
  return -1;
}

bool Generator::sameBoxes(Type a, Type b) {
  std::set<std::pair<uint32_t, uint32_t>> seen;  // recursive types
  std::function<bool(Type, Type)> same = [&](Type x, Type y) {
    x = t.canonical(x), y = t.canonical(y);
    if (x == y || !seen.insert({x.index, y.index}).second) return true;
    const Type held = t.unfold(y);
    for (const Atom& from : std::vector<Atom>(t.atoms(t.unfold(x)))) {
      if (!byValue(from.ctor)) continue;
      const Atom* found = t.find(held, from.ctor, from.id);
      if (!found) continue;
      const Atom to = *found;
      if (layoutOf(from) != layoutOf(to) || from.items.size() != to.items.size()) return false;
      for (size_t k = 0; k < from.items.size(); ++k)
        if (!same(from.items[k], to.items[k])) return false;
    }
    return true;
  };
  return same(a, b);
}

// --- program-wide cells ---

bool Generator::releasedLate(Type type) {
  if (!p.hir->observes_deaths && !p.hir->keeps_generators) return false;
  std::set<uint32_t> seen;
  return !mayRunCode(type, seen);
}

bool Generator::mayRunCode(Type type, std::set<uint32_t>& seen) {
  for (const Atom& a : t.atoms(type)) {
    if (a.ctor == Ctor::Generator || a.ctor == Ctor::Unknown) return true;
    // A function carries what it captures.
    if ((a.ctor == Ctor::Func || a.ctor == Ctor::Method) && !p.hir->codes[hir::CodeId(a.id)].free.empty()) return true;
    if (a.ctor == Ctor::Obj && p.hasMethod(ClassId(a.id), "__del__")) return true;
    for (Type item : a.items)
      if (mayRunCode(item, seen)) return true;
    if (!a.node.valid() || !seen.insert(t.find(a.node).index).second) continue;
    auto fields = t.node(a.node).fields;
    for (auto& [name, held] : fields)
      if (mayRunCode(held, seen)) return true;
  }
  return false;
}

Type Generator::globalType(hir::GlobalId id) {
  Type type = p.globalType(id);
  if (!p.hir->globals[id].always_set) type = t.join(type, t.unset);
  return type;
}

mir::GlobalId Generator::global(hir::GlobalId id) {
  auto it = globals_.find(id.index);
  if (it != globals_.end()) return it->second;
  const hir::GlobalVar& v = p.hir->globals[id];
  mir::Global gl;
  gl.symbol = p.hir->modules->modules[v.module].name + "." + std::string(p.names->text(v.name));
  gl.type = repr(globalType(id));
  gl.late = releasedLate(globalType(id));
  return globals_[id.index] = m.globals.add(gl);
}

Type Generator::classAttributeType(ClassId cls, Name name) {
  return t.field(p.classes[cls].attributes, name.index);
}

mir::GlobalId Generator::classAttribute(ClassId cls, Name name) {
  auto key = std::make_pair(cls.index, name.index);
  auto it = class_attributes_.find(key);
  if (it != class_attributes_.end()) return it->second;
  mir::Global gl;
  gl.symbol = classSymbol(cls) + "@" + std::string(p.names->text(name));
  const std::vector<Atom>& held = t.atoms(classAttributeType(cls, name));
  const bool method = std::all_of(held.begin(), held.end(), [&](const Atom& a) {
    if (a.ctor == Ctor::Func) return true;
    if (a.ctor != Ctor::Obj || !p.classes[ClassId(a.id)].core) return false;
    const std::string& kind = p.classes[ClassId(a.id)].name;
    return kind == "property" || kind == "staticmethod" || kind == "classmethod";
  });
  if (method) gl.symbol = "method:" + gl.symbol;
  gl.type = repr(classAttributeType(cls, name));
  gl.late = releasedLate(classAttributeType(cls, name));
  return class_attributes_[key] = m.globals.add(gl);
}

mir::GlobalId Generator::functionAttribute(hir::CodeId code, Name name) {
  auto key = std::make_pair(code.index, name.index);
  auto it = function_attributes_.find(key);
  if (it != function_attributes_.end()) return it->second;
  mir::Global gl;
  const hir::Code& c = p.hir->codes[code];
  gl.symbol = "attribute:" + p.hir->modules->modules[c.module].name + "." + c.qualname + ":" + placeOf(c) + ":" +
              std::string(p.names->text(name));
  gl.type = repr(t.field(p.function_attributes.at(code.index), name.index));
  return function_attributes_[key] = m.globals.add(gl);
}

mir::GlobalId Generator::defaultValue(hir::CodeId code, uint32_t index, Type type) {
  auto key = std::make_pair(code.index, index);
  auto it = defaults_.find(key);
  if (it != defaults_.end()) return it->second;
  const hir::Code& c = p.hir->codes[code];
  mir::Global gl;
  gl.symbol = "default:" + p.hir->modules->modules[c.module].name + "." + c.qualname + ":" +
              placeOf(c) + ":" + std::to_string(index);
  gl.type = repr(type);
  return defaults_[key] = m.globals.add(gl);
}

mir::GlobalId Generator::moduleFlag(hir::ModuleId module) {
  auto it = module_flags_.find(module.index);
  if (it != module_flags_.end()) return it->second;
  mir::Global gl;
  gl.symbol = "imported:" + p.hir->modules->modules[module].name;
  gl.type = m.types.bool_;
  return module_flags_[module.index] = m.globals.add(gl);
}

}  // namespace krait::mirgen
