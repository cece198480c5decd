// Enumerations: the values stay variables of the class body; behind it, each name becomes the member that the
// library makes of it.
#include "resolve/derive.h"

namespace krait::resolve {

using namespace ast;

Deriver::EnumKind Deriver::enumKind(const ClassDef* c, ModuleId m, const Scope* s) {
  for (const Expr* b : c->bases)
    if (EnumKind kind = enumKindOf(find(m, s, b)); kind != EnumKind::None) return kind;
  return EnumKind::None;
}

Deriver::EnumKind Deriver::enumKindOf(const Entity& e) {
  if (e.is("enum", "Enum")) return EnumKind::Plain;
  if (e.is("enum", "IntEnum")) return EnumKind::Int;
  if (e.is("enum", "StrEnum")) return EnumKind::Str;
  if (e.is("enum", "Flag")) return EnumKind::Flag;
  if (e.is("enum", "IntFlag")) return EnumKind::IntFlag;
  if (!e.cls || program_.modules[e.where].library) return EnumKind::None;
  auto place = places_.find(e.cls);
  return place == places_.end() ? EnumKind::None : enumKind(e.cls, place->second.first, place->second.second);
}

// `boundary=STRICT` of a class of flags: what becomes of bits that no member has.
void Deriver::boundary(ClassDef* c, const Scope* s) {
  std::vector<Keyword*> others;
  for (Keyword* k : c->keywords) {
    if (!k->arg.name.valid() || text(k->arg.name) != "boundary") {
      others.push_back(k);
      continue;
    }
    Entity e = find(module_, s, k->value);
    std::string name = e.module == "enum" ? e.name : "";
    if (auto* a = dynAs<Attribute>(k->value); a && name.empty()) name = text(a->attr.name);  // FlagBoundary.STRICT
    const char* function = name == "STRICT" ? "_strict" : name == "CONFORM" ? "_conform" : name == "EJECT" ? "_eject" : name == "KEEP" ? "_keep" : nullptr;
    if (!function) {
      unsupported(k->value->range, "a computed 'boundary'", "write STRICT, CONFORM, EJECT or KEEP of the module enum");
      continue;
    }
    addMethod(c, "_missing_(cls, value)", {std::string("return _krait_enum__") + function + "(cls, value)"}, "@_krait_builtins__classmethod");
    addStmts(c, "_boundary_ = _krait_enum__" + name + "\n");
  }
  if (others.size() != c->keywords.size()) c->keywords = arena_.list(others);
}

// The members that the second argument of `Enum("Color", …)` names, each with its value or null; false: it is computed.
static bool namedMembers(const Expr* names, std::vector<std::pair<std::string, Expr*>>* members) {
  auto constant = [](const Expr* e) -> const Constant* {
    auto* c = dynAs<Constant>(e);
    return c && c->value_kind == ConstantKind::Str ? c : nullptr;
  };
  if (auto* all = constant(names)) {
    for (const std::string& word : wordsOf(all->text)) members->push_back({word, nullptr});
    return true;
  }
  if (auto* dict = dynAs<Dict>(names)) {
    for (size_t k = 0; k < dict->keys.size(); ++k) {
      auto* name = dict->keys[k] ? constant(dict->keys[k]) : nullptr;
      if (!name) return false;
      members->push_back({std::string(name->text), dict->values[k]});
    }
    return true;
  }
  const List<Expr*>* elts = elementsOf(names);
  if (!elts) return false;
  for (const Expr* x : *elts) {
    if (auto* name = constant(x)) {
      members->push_back({std::string(name->text), nullptr});
      continue;
    }
    const List<Expr*>* pair = elementsOf(x);
    auto* name = pair && pair->size() == 2 ? constant((*pair)[0]) : nullptr;
    if (!name) return false;
    members->push_back({std::string(name->text), (*pair)[1]});
  }
  return true;
}

// `Enum("Color", "RED GREEN")` becomes a class statement before the statement it stands in, and its name.
Expr* Deriver::enumCall(const Expr* e, const Scope* s, std::vector<Stmt*>& before) {
  auto* call = dynAs<Call>(e);
  if (!call || call->args.empty() || call->args.size() > 2) return nullptr;
  EnumKind kind = enumKindOf(find(module_, s, call->func));
  if (kind == EnumKind::None) return nullptr;
  const Expr* names = call->args.size() > 1 ? call->args[1] : nullptr;
  Expr* type = nullptr;
  long start = 1;
  std::vector<Keyword*> kept;
  for (Keyword* k : call->keywords) {
    std::string_view arg = k->arg.name.valid() ? text(k->arg.name) : "**";
    if (arg == "names") names = k->value;
    else if (arg == "type") type = k->value;
    else if (arg == "boundary") kept.push_back(k);
    else if (arg == "start") {
      auto* number = dynAs<Constant>(k->value);
      if (!number || number->value_kind != ConstantKind::Int) return nullptr;
      start = std::strtol(std::string(number->text).c_str(), nullptr, 0);
    } else if (arg != "module" && arg != "qualname") {
      return nullptr;
    }
  }
  auto* title = dynAs<Constant>(call->args[0]);
  std::vector<std::pair<std::string, Expr*>> members;
  if (!title || title->value_kind != ConstantKind::Str || !names || !namedMembers(names, &members)) return nullptr;
  auto* c = newClass(names_.intern(title->text), e->range);
  std::vector<Expr*> bases;
  if (type) bases.push_back(type);
  bases.push_back(call->func);
  c->bases = arena_.list(bases);
  c->keywords = arena_.list(kept);
  Facts& facts = factsOf(c);
  facts.done = true;
  if (Entity base = find(module_, s, call->func); base.cls) {
    facts.bases.push_back({base.cls, call->func});
    if (!program_.modules[base.where].library) derived(base);
  }
  const bool flags = kind == EnumKind::Flag || kind == EnumKind::IntFlag;
  const bool generates = inheritsOwn(c, "_generate_next_value_") || kind == EnumKind::Str;
  long number = start;
  for (auto& [name, value] : members) {
    if (!isIdentifier(name)) return nullptr;
    addStmts(c, name + " = " + (value ? "None" : generates ? "_krait_enum__auto()" : std::to_string(number)) + "\n");
    if (value) as<Assign>(c->body.back())->value = value;
    number = !flags ? number + 1 : number > 0 ? long{1} << (64 - __builtin_clzl(static_cast<unsigned long>(number))) : 1;
  }
  enumeration(c, s, s, kind);
  before.push_back(c);
  Expr* name_expr = nameExpr("x", e->range);
  as<NameExpr>(name_expr)->id = c->name.name;
  return name_expr;
}

// Does a class of the program, not of the library, define the method?
bool Deriver::inheritsOwn(const ClassDef* c, std::string_view method) {
  if (defines(c, method)) return true;
  for (auto& [base, expr] : factsOf(c).bases)
    if (places_.count(base) && inheritsOwn(base, method)) return true;
  return false;
}

void Deriver::enumeration(ClassDef* c, const Scope* s, const Scope* inner, EnumKind kind) {
  Facts& facts = factsOf(c);
  facts.enumeration = true;
  changed_modules_.insert(module_.index);
  boundary(c, s);
  bool mixes_int = kind == EnumKind::Int || kind == EnumKind::IntFlag, mixes_str = kind == EnumKind::Str, mixes_other = false;
  for (const Expr* b : c->bases)
    if (auto* n = dynAs<NameExpr>(b); n && kind == EnumKind::Plain) {
      // `class Color(int, Enum)`
      if (text(n->id) == "int") mixes_int = true;
      if (text(n->id) == "str") mixes_str = true;
      if (text(n->id) == "float" || text(n->id) == "bytes") mixes_other = true;
    }
  std::vector<Name> members;
  std::vector<std::string> numbers, values;  // earlier members: all, and those whose value may be a number
  bool generates = inheritsOwn(c, "_generate_next_value_");
  // The function stands in this body, or is an attribute of the base that has it.
  std::string generator = "_generate_next_value_";
  if (generates && !defines(c, generator))
    for (auto& [base, expr] : facts.bases)
      if (places_.count(base) && inheritsOwn(base, generator)) {
        generator = dotted(expr) + "." + generator;
        break;
      }
  auto automatic = [&](Expr* value, const std::string& name) -> Expr* {
    auto* call = dynAs<Call>(value);
    auto* hidden = call ? dynAs<NameExpr>(call->func) : nullptr;
    if (!call || !(find(module_, inner, call->func).is("enum", "auto") || (hidden && text(hidden->id) == "_krait_enum__auto"))) return nullptr;
    std::string list = "(";
    for (const std::string& v : values) list += v + ", ";
    list += ")";
    std::string source;
    if (generates) {
      source = generator + "(" + quoted(name) + ", 1, " + std::to_string(values.size()) + ", [" + list.substr(1, list.size() - 2) + "])";
    } else if (kind == EnumKind::Flag || kind == EnumKind::IntFlag) {
      source = "_krait_enum___next_flag(" + list + ")";
    } else if (kind == EnumKind::Str) {
      std::string lower = name;
      for (char& ch : lower)
        if (ch >= 'A' && ch <= 'Z') ch = static_cast<char>(ch + 32);
      source = quoted(lower);
    } else {
      // As CPython 3.11: one more than the last value where that is the largest.
      std::string all;
      for (const std::string& n : numbers) all += n + ", ";
      source = values.empty() ? "1" : numbers.size() == values.size() ? "_krait_enum___next([" + all + "])" : numbers.empty() ? "1" : numbers.front() + " + 1";
    }
    FileId file;
    Expr* made = as<ExprStmt>(parse(source + "\n", file)->body[0])->value;
    placeExpr(made, value->range);
    return made;
  };
  for (Stmt* x : c->body) {
    auto* a = dynAs<Assign>(x);
    if (!a) continue;
    for (Expr* t : a->targets) {
      auto* n = dynAs<NameExpr>(t);
      if (!n) {
        if (t->kind == ExprKind::TupleExpr) unsupported(t->range, "several members of an enumeration in one assignment", "write one assignment for each");
        continue;
      }
      std::string name(text(n->id));
      bool dunder = name.size() > 4 && name.starts_with("__") && name.ends_with("__");
      bool sunder = name.size() > 2 && name[0] == '_' && name.back() == '_' && name[1] != '_';
      bool priv = name.size() > 2 && name.starts_with("__") && !dunder;
      if (dunder || sunder || priv || a->value->kind == ExprKind::Lambda) continue;
      // Descriptors are no members.
      if (auto* call = dynAs<Call>(a->value))
        if (auto* f = dynAs<NameExpr>(call->func))
          if (text(f->id) == "property" || text(f->id) == "staticmethod" || text(f->id) == "classmethod" ||
              find(module_, inner, f).is("enum", "nonmember"))
            continue;
      auto* statement = const_cast<Assign*>(a);
      if (Expr* made = automatic(a->value, name)) {
        statement->value = made;
      } else if (auto* tuple = dynAs<TupleExpr>(a->value)) {
        // auto() among the arguments of a member
        std::vector<Expr*> elts(tuple->elts.begin(), tuple->elts.end());
        for (Expr*& e : elts)
          if (Expr* made = automatic(e, name)) e = made;
        const_cast<TupleExpr*>(tuple)->elts = arena_.list(elts);
      }
      bool text_value = a->value->kind == ExprKind::TupleExpr || a->value->kind == ExprKind::JoinedStr;
      if (auto* k = dynAs<Constant>(a->value)) text_value = k->value_kind == ConstantKind::Str || k->value_kind == ConstantKind::None;
      if (!text_value) numbers.push_back(name);
      values.push_back(name);
      for (Name old : members)
        if (old == n->id) addRaise(c, "TypeError", "'" + name + "' already defined as ...");
      members.push_back(n->id);
    }
  }
  for (auto& [base, expr] : facts.bases)
    if (factsOf(base).enumeration && !base->members.empty())
      return addRaise(c, "TypeError", "<enum '" + std::string(text(c->name.name)) + "'> cannot extend <enum '" +
                                          std::string(text(base->name.name)) + "'>");
  c->own_statements = c->body.size();
  c->members = arena_.list(members);
  if (members.empty()) return;
  if (inheritsOwn(c, "__new__"))
    unsupported(c->name.range, "an enumeration with a __new__ of its own", "give the members attributes in __init__");
  bool has_init = inheritsOwn(c, "__init__");
  const bool mixes = mixes_int || mixes_str || mixes_other;
  std::string maker = has_init ? mixes ? "_make_value_init" : "_make_init" : mixes ? "_make_value" : "_make";
  bool flag = kind == EnumKind::Flag || kind == EnumKind::IntFlag;
  if (flag) maker = mixes_int ? "_make_int_flag" : "_make_flag";
  std::string source = "_member_list_ = []\n_member_map_ = {}\n";
  if (flag) source += "_composites_ = []\n";
  if (kind == EnumKind::Plain && mixes) {
    // The enumeration's texts, not the number's.
    for (const char* method : {"__repr__", "__str__", "__format__"})
      if (!inheritsOwn(c, method)) source += std::string(method) + " = _krait_enum__Enum." + method + "\n";
  }
  for (Name n : members) {
    std::string name(text(n));
    source += name + " = _krait_enum__" + maker + "(_krait_this_class, " + quoted(name) + ", " + name +
              ", _member_list_, _member_map_)\n";
  }
  addStmts(c, source);
}

}  // namespace krait::resolve
