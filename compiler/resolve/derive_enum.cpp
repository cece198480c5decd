// Enumerations: the values stay variables of the class body; behind it, each name becomes the member that the
// library makes of it.
#include "resolve/derive.h"

namespace krait::resolve {

using namespace ast;

Deriver::EnumKind Deriver::enumKind(const ClassDef* c, ModuleId m, const Scope* s) {
  for (const Expr* b : c->bases) {
    Entity e = find(m, s, b);
    if (e.is("enum", "Enum")) return EnumKind::Plain;
    if (e.is("enum", "IntEnum")) return EnumKind::Int;
    if (e.is("enum", "StrEnum")) return EnumKind::Str;
    if (e.is("enum", "Flag")) return EnumKind::Flag;
    if (e.is("enum", "IntFlag")) return EnumKind::IntFlag;
    if (!e.cls || program_.modules[e.where].library) continue;
    auto place = places_.find(e.cls);
    if (place == places_.end()) continue;
    EnumKind kind = enumKind(e.cls, place->second.first, place->second.second);
    if (kind != EnumKind::None) return kind;
  }
  return EnumKind::None;
}

// Does a class of the program, not of the library, define the method?
bool Deriver::inheritsOwn(const ClassDef* c, std::string_view method) {
  if (defines(c, method)) return true;
  for (auto& [base, expr] : factsOf(c).bases)
    if (places_.count(base) && inheritsOwn(base, method)) return true;
  return false;
}

void Deriver::enumeration(ClassDef* c, const Scope* s, EnumKind kind) {
  Facts& facts = factsOf(c);
  facts.enumeration = true;
  changed_modules_.insert(module_.index);
  const Scope* inner = program_.modules[module_].scopes.at(c);
  bool mixes_int = kind == EnumKind::Int || kind == EnumKind::IntFlag, mixes_str = kind == EnumKind::Str, mixes_other = false;
  for (const Expr* b : c->bases)
    if (auto* n = dynAs<NameExpr>(b); n && kind == EnumKind::Plain) {
      // `class Color(int, Enum)`
      if (text(n->id) == "int") mixes_int = true;
      if (text(n->id) == "str") mixes_str = true;
      if (text(n->id) == "float" || text(n->id) == "bytes") mixes_other = true;
    }
  (void)s;
  std::vector<Name> members;
  std::vector<std::string> numbers, values;  // earlier members: all, and those whose value may be a number
  bool generates = inheritsOwn(c, "_generate_next_value_");
  auto automatic = [&](Expr* value, const std::string& name) -> Expr* {
    auto* call = dynAs<Call>(value);
    if (!call || !find(module_, inner, call->func).is("enum", "auto")) return nullptr;
    std::string list = "(";
    for (const std::string& v : values) list += v + ", ";
    list += ")";
    std::string source;
    if (generates) {
      source = "_generate_next_value_(" + quoted(name) + ", 1, " + std::to_string(values.size()) + ", [" + list.substr(1, list.size() - 2) + "])";
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
