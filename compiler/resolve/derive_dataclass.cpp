// @dataclass: the methods that CPython's dataclasses module writes, in the same text as far as it shows.
#include "resolve/derive.h"

namespace krait::resolve {

using namespace ast;

bool Deriver::describes() {
  for (auto& [key, d] : definitions_)
    if ((d.kind == Definition::From && d.module == "dataclasses" && d.name == "fields") ||
        (d.kind == Definition::Import && d.module == "dataclasses"))
      return true;
  return false;
}

bool Deriver::flags(const Expr* decorator, DataclassArgs& args) {
  auto* call = dynAs<Call>(decorator);
  if (!call) return true;
  if (!call->args.empty()) {
    unsupported(decorator->range, "a positional argument of dataclass()", "use it as a decorator");
    return false;
  }
  for (const Keyword* k : call->keywords) {
    std::string_view name = k->arg.name.valid() ? text(k->arg.name) : "**";
    auto* value = dynAs<Constant>(k->value);
    bool known = value && (value->value_kind == ConstantKind::True || value->value_kind == ConstantKind::False);
    if (!known || name == "weakref_slot") {
      unsupported(k->range, "this argument of dataclass", "write True or False");
      return false;
    }
    bool v = value->value_kind == ConstantKind::True;
    if (name == "init") args.init = v;
    else if (name == "repr") args.repr = v;
    else if (name == "eq") args.eq = v;
    else if (name == "order") args.order = v;
    else if (name == "unsafe_hash") args.unsafe_hash = v;
    else if (name == "frozen") args.frozen = v;
    else if (name == "kw_only") args.kw_only = v;
    else if (name == "slots") args.slots = v;
    else if (name == "match_args") args.match_args = v;
    else {
      unsupported(k->range, "the argument '" + std::string(name) + "' of dataclass", "leave it out");
      return false;
    }
  }
  return true;
}

// One annotated name of the body. False: it is no field.
bool Deriver::readField(ClassDef* c, AnnAssign* a, const Scope* inner, DataclassArgs& args, bool kw_only, Field& f) {
  auto* target = dynAs<NameExpr>(a->target);
  f.name = text(target->id);
  f.type_text = dotted(a->annotation);
  f.kw_only = kw_only;
  // A string annotation is looked at as CPython does: by its beginning.
  bool class_var = false;
  if (auto* c2 = dynAs<Constant>(a->annotation); c2 && c2->value_kind == ConstantKind::Str) {
    std::string t(c2->text);
    for (const char* prefix : {"typing.", "t.", "dataclasses."})
      if (t.rfind(prefix, 0) == 0) t = t.substr(std::string_view(prefix).size());
    class_var = t.rfind("ClassVar", 0) == 0;
    f.init_only = t.rfind("InitVar", 0) == 0;
  } else {
    Entity e = find(module_, inner, a->annotation);
    class_var = e.is("typing", "ClassVar");
    f.init_only = e.is("dataclasses", "InitVar");
  }
  auto* call = dynAs<Call>(a->value);
  bool field_call = call && find(module_, inner, call->func).is("dataclasses", "field");
  if (class_var && !field_call) return false;
  if (!field_call) {
    f.has_default = a->value != nullptr;
    f.default_text = f.name;
    return true;
  }
  Expr* value = nullptr;
  const Expr* factory = nullptr;
  if (!call->args.empty()) unsupported(call->range, "a positional argument of field()", "name it");
  for (const Keyword* k : call->keywords) {
    std::string_view name = k->arg.name.valid() ? text(k->arg.name) : "**";
    auto* constant = dynAs<Constant>(k->value);
    bool yes = constant && constant->value_kind == ConstantKind::True;
    if (name == "default") value = k->value;
    else if (name == "default_factory") factory = k->value;
    else if (name == "metadata" || name == "doc") continue;
    else if (name == "hash" && constant && constant->value_kind == ConstantKind::None) continue;
    else if (!constant || (!yes && constant->value_kind != ConstantKind::False))
      unsupported(k->range, "this argument of field()", "write True or False");
    else if (name == "init") f.init = yes;
    else if (name == "repr") f.repr = yes;
    else if (name == "compare") f.compare = yes;
    else if (name == "hash") f.hash = yes;
    else if (name == "kw_only") f.kw_only = yes;
    else unsupported(k->range, "the argument '" + std::string(name) + "' of field()", "leave it out");
  }
  if (value && factory) addRaise(c, "ValueError", "cannot specify both default and default_factory");
  if (class_var || f.init_only) {
    if (factory) addRaise(c, "TypeError", "field " + f.name + " cannot have a default factory");
  }
  if (factory) {
    // What makes the default is an attribute of the class; the field itself has none.
    f.factory = f.has_default = true;
    a->value = const_cast<Expr*>(factory);
    a->target = nameExpr(f.holder(), a->target->range);
    as<NameExpr>(a->target)->ctx = ExprContext::Store;
    a->simple = false;  // the annotation is the field's
    a->field = target->id;
  } else {
    a->value = value;
    f.has_default = value != nullptr;
  }
  f.default_text = f.holder();
  changed_modules_.insert(module_.index);
  (void)args;
  return !class_var;
}

void Deriver::dataclass(ClassDef* c, const Scope* s, const Expr* decorator) {
  Facts& facts = factsOf(c);
  const Scope* inner = program_.modules[module_].scopes.at(c);
  changed_modules_.insert(module_.index);
  DataclassArgs args;
  if (!flags(decorator, args)) return;
  facts.dataclass = true;
  facts.frozen = args.frozen;
  (void)s;

  // Inherited fields come first, in the order of the bases; a field declared again keeps its place.
  std::vector<Field> fields;
  auto put = [&](const Field& f) {
    for (Field& old : fields)
      if (old.name == f.name) {
        old = f;
        return;
      }
    fields.push_back(f);
  };
  bool frozen_base = false, other_base = false;
  for (size_t k = facts.bases.size(); k-- > 0;) {
    auto& [base, expr] = facts.bases[k];
    const Facts& b = factsOf(base);
    if (!b.dataclass) continue;
    (b.frozen ? frozen_base : other_base) = true;
    std::string where = dotted(expr);
    for (Field f : b.fields) {
      f.default_text = where + "." + f.holder();
      put(f);
    }
  }
  bool kw_only = args.kw_only;
  std::vector<std::string> checks;
  for (Stmt* x : std::vector<Stmt*>(c->body.begin(), c->body.end())) {
    if (x->kind != StmtKind::AnnAssign) {
      auto* plain = dynAs<Assign>(x);
      auto* call = plain ? dynAs<Call>(plain->value) : nullptr;
      if (call && find(module_, inner, call->func).is("dataclasses", "field"))
        if (auto* n = dynAs<NameExpr>(plain->targets[0]))
          addRaise(c, "TypeError", quoted(text(n->id)) + " is a field but has no type annotation");
      continue;
    }
    auto* a = as<AnnAssign>(x);
    if (!a->simple || a->target->kind != ExprKind::NameExpr) continue;
    if (find(module_, inner, a->annotation).is("dataclasses", "KW_ONLY")) {
      kw_only = true;
      continue;
    }
    Field f;
    if (!readField(c, a, inner, args, kw_only, f)) continue;
    if (f.has_default && !f.factory) checks.push_back(f.name);
    put(f);
  }
  for (const std::string& name : checks)
    addStmts(c, "_krait_dataclasses___check_default(" + quoted(name) + ", " + name + ")\n");
  if (frozen_base && !args.frozen) addRaise(c, "TypeError", "cannot inherit non-frozen dataclass from a frozen one");
  if (other_base && args.frozen) addRaise(c, "TypeError", "cannot inherit frozen dataclass from a non-frozen one");
  facts.fields = fields;

  // __init__
  std::vector<const Field*> positional, keyword;
  for (const Field& f : fields)
    if (f.init) (f.kw_only ? keyword : positional).push_back(&f);
  bool seen_default = false;
  for (const Field* f : positional) {
    if (f->has_default) seen_default = true;
    else if (seen_default) {
      addRaise(c, "TypeError", "non-default argument " + quoted(f->name) + " follows default argument");
      return;
    }
  }
  if (args.order && !args.eq) return addRaise(c, "ValueError", "eq must be true if order is true");
  std::string self = "self";
  for (const Field& f : fields)
    if (f.name == "self") self = "__dataclass_self__";
  const std::string missing = "_krait_dataclasses___HAS_DEFAULT_FACTORY";
  if (args.init && !defines(c, "__init__")) {
    std::string header = "__init__(" + self;
    auto parameter = [&](const Field* f) {
      header += ", " + f->name;
      if (f->has_default) header += "=" + (f->factory ? missing : f->default_text);
    };
    for (const Field* f : positional) parameter(f);
    if (!keyword.empty()) header += ", *";
    for (const Field* f : keyword) parameter(f);
    std::vector<std::string> body;
    auto set = [&](const Field& f, const std::string& value) {
      body.push_back(args.frozen ? "_krait_builtins__object.__setattr__(" + self + ", " + quoted(f.name) + ", " + value + ")"
                                 : self + "." + f.name + "=" + value);
    };
    for (const Field& f : fields) {
      if (f.init_only) continue;
      std::string made = self + ".__class__." + f.holder() + "()";
      if (f.factory && f.init)
        set(f, made + " if _krait_builtins__isinstance(" + f.name + ", _krait_dataclasses___HAS_DEFAULT_FACTORY_CLASS) else " + f.name);
      else if (f.factory) set(f, made);
      else if (f.init) set(f, f.name);
      else if (f.has_default && args.slots) set(f, f.default_text);
    }
    if (inherits(c, "__post_init__")) {
      std::string call = self + ".__post_init__(";
      bool first = true;
      for (const Field& f : fields) {
        if (!f.init_only) continue;
        call += (first ? "" : ",") + f.name;
        first = false;
      }
      body.push_back(call + ")");
    }
    if (body.empty()) body.push_back("pass");
    addMethod(c, header + ")", body);
  }

  // __repr__
  const bool shown = args.repr && !defines(c, "__repr__");
  if (shown) {
    std::string parts;
    for (const Field& f : fields)
      if (f.repr && !f.init_only) parts += (parts.empty() ? "" : ", ") + f.name + "={self." + f.name + "!r}";
    addMethod(c, "__repr__(self)",
              {"if _krait_dataclasses___enter(self):", " return '...'",
               "try:", " return self.__class__.__qualname__ + f\"(" + parts + ")\"",
               "finally:", " _krait_dataclasses___leave(self)"});
  }

  // Comparisons
  auto tuple = [&](const std::string& object) {
    std::string out = "(";
    for (const Field& f : fields)
      if (f.compare && !f.init_only) out += object + "." + f.name + ",";
    return out + ")";
  };
  auto comparison = [&](const char* name, const char* op) {
    addMethod(c, std::string(name) + "(self, other)",
              {"if other.__class__ is self.__class__:", " return " + tuple("self") + op + tuple("other"),
               "return _krait_builtins__NotImplemented"});
  };
  bool has_eq = defines(c, "__eq__");
  if (args.eq && !has_eq) comparison("__eq__", "==");
  if (args.order) {
    static const char* const kOrders[][2] = {{"__lt__", "<"}, {"__le__", "<="}, {"__gt__", ">"}, {"__ge__", ">="}};
    for (auto& [name, op] : kOrders) {
      if (defines(c, name))
        return addRaise(c, "TypeError", std::string("Cannot overwrite attribute ") + name + " in class " +
                                            std::string(text(c->name.name)) + ". Consider using functools.total_ordering");
      comparison(name, op);
    }
  }
  if (args.frozen) {
    for (const char* name : {"__setattr__", "__delattr__"}) {
      if (defines(c, name))
        return addRaise(c, "TypeError", std::string("Cannot overwrite attribute ") + name + " in class " +
                                            std::string(text(c->name.name)));
    }
    c->frozen = true;
    addMethod(c, "__setattr__(self, name, value)",
              {"raise _krait_dataclasses__FrozenInstanceError(f\"cannot assign to field {name!r}\")"});
    addMethod(c, "__delattr__(self, name)",
              {"raise _krait_dataclasses__FrozenInstanceError(f\"cannot delete field {name!r}\")"});
  }
  // An explicit __hash__ stays; __eq__ without one made the class unhashable.
  bool hash = args.unsafe_hash || (args.eq && args.frozen);
  if (defines(c, "__hash__")) {
    if (args.unsafe_hash)
      addRaise(c, "TypeError", "Cannot overwrite attribute __hash__ in class " + std::string(text(c->name.name)));
  } else if (hash) {
    std::string parts = "(";
    for (const Field& f : fields)
      if (!f.init_only && (f.hash < 0 ? f.compare : f.hash > 0)) parts += "self." + f.name + ",";
    addMethod(c, "__hash__(self)", {"return _krait_builtins__hash(" + parts + "))"});
  } else if (args.eq) {
    addStmts(c, "__hash__ = None\n");
  }
  if (args.slots) {
    if (defines(c, "__slots__")) return addRaise(c, "TypeError", std::string(text(c->name.name)) + " already specifies __slots__");
    std::string list = "(";
    for (const Field& f : fields)
      if (!f.init_only) list += quoted(f.name) + ",";
    addStmts(c, "__slots__ = " + list + ")\n");
  }
  if (args.match_args && !defines(c, "__match_args__")) {
    std::string list = "(";
    for (const Field* f : positional) list += quoted(f->name) + ",";
    addStmts(c, "__match_args__ = " + list + ")\n");
  }

  // What asdict(), astuple(), replace() and fields() of the library call.
  std::string dict = "{", items = "(", change = "", call = "";
  for (const Field& f : fields) {
    if (f.init_only) continue;
    dict += quoted(f.name) + ": _krait_dataclasses___asdict_value(self." + f.name + "), ";
    items += "_krait_dataclasses___astuple_value(self." + f.name + "), ";
  }
  addMethod(c, "_dataclass_asdict_(self)", {"return " + dict + "}"});
  addMethod(c, "_dataclass_astuple_(self)", {"return " + items + ")"});
  if (shown && program_.by_name.count("pprint")) {  // its fields in lines of their own
    std::vector<std::string> show;
    size_t last = fields.size();
    for (size_t k = 0; k < fields.size(); ++k)
      if (fields[k].repr && !fields[k].init_only) last = k;
    for (size_t k = 0; k < fields.size(); ++k)
      if (fields[k].repr && !fields[k].init_only)
        show.push_back("layout.field(" + quoted(fields[k].name) + ", self." + fields[k].name + ", " + (k == last ? "True" : "False") +
                       ", indent, room, level)");
    if (show.empty()) show.push_back("pass");
    addMethod(c, "_dataclass_show_(self, layout, indent, room, level)", show);
  }
  std::vector<std::string> body;
  for (const Field& f : fields) {
    change += ", " + f.name + "=_krait_dataclasses__MISSING";
    if (!f.init) {
      body.push_back("if not _krait_builtins__isinstance(" + f.name + ", _krait_dataclasses___MISSING_TYPE):");
      body.push_back(" raise _krait_builtins__ValueError(" +
                     quoted("field " + f.name + " is declared with init=False, it cannot be specified with replace()") + ")");
      continue;
    }
    if (f.init_only && !f.has_default) {
      body.push_back("if _krait_builtins__isinstance(" + f.name + ", _krait_dataclasses___MISSING_TYPE):");
      body.push_back(" raise _krait_builtins__ValueError(" +
                     quoted("InitVar '" + f.name + "' must be specified with replace()") + ")");
      call += f.name + "=" + f.name + ", ";
      continue;
    }
    std::string old = f.init_only ? self + ".__class__." + f.name : self + "." + f.name;
    call += f.name + "=" + old + " if _krait_builtins__isinstance(" + f.name + ", _krait_dataclasses___MISSING_TYPE) else " +
            f.name + ", ";
  }
  body.push_back("return " + self + ".__class__(" + call + ")");
  addMethod(c, "_dataclass_replace_(" + self + (change.empty() ? "" : ", *" + change) + ")", body);
  if (!describes()) return;
  // The descriptions evaluate the annotations: only programs that ask for them have them.
  std::string list;
  for (const Field& f : fields) {
    if (f.init_only) continue;
    auto flag = [](bool b) { return b ? "True" : "False"; };
    std::string type = quoted(f.type_text);
    list += "_krait_dataclasses__Field(" + quoted(f.name) + ", " + (f.type_text.empty() ? "None" : type) + ", " +
            (f.has_default && !f.factory ? f.default_text : "_krait_dataclasses__MISSING") + ", " +
            (f.factory ? f.default_text : "_krait_dataclasses__MISSING") + ", " + flag(f.init) + ", " +
            flag(f.repr) + ", " + (f.hash < 0 ? "None" : flag(f.hash)) + ", " + flag(f.compare) + ", " + flag(f.kw_only) + "), ";
  }
  addStmts(c, "_dataclass_fields_ = (" + list + ")\n");
}

}  // namespace krait::resolve
