// Named tuples: collections.namedtuple() as the value of an assignment or as a base class, typing.NamedTuple.
#include <set>

#include "lex/unicode.h"
#include "resolve/derive.h"

namespace krait::resolve {

using namespace ast;

// The names in "x y" or "x, y".
std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  for (char ch : text) {
    if (ch == ',' || ch == ' ' || ch == '\t' || ch == '\n') {
      if (!word.empty()) out.push_back(word);
      word.clear();
    } else {
      word += ch;
    }
  }
  if (!word.empty()) out.push_back(word);
  return out;
}

bool isIdentifier(const std::string& s) {
  for (size_t at = 0; at < s.size();) {
    const bool first = at == 0;
    const uint32_t ch = unicode::decode(s, at);
    if (first ? !unicode::isXidStart(ch) : !unicode::isXidContinue(ch)) return false;
  }
  return !s.empty();
}

static bool keyword(const std::string& s) {
  static const std::set<std::string> kWords = {
      "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
      "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
      "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"};
  return kWords.count(s) != 0;
}

const List<Expr*>* elementsOf(const Expr* e) {
  if (auto* t = dynAs<TupleExpr>(e)) return &t->elts;
  if (auto* l = dynAs<ListExpr>(e)) return &l->elts;
  return nullptr;
}

ClassDef* Deriver::newClass(Name shown, Range r) {
  auto* c = arena_.make<ClassDef>();
  c->kind = StmtKind::ClassDef;
  c->range = r;
  // No name of the program's can be this one.
  c->name = {names_.intern("." + std::string(text(shown)) + std::to_string(++hidden_classes_)), r};
  c->shown = shown;
  return c;
}

// A call of namedtuple() becomes a class statement before the statement it stands in, and its name.
Expr* Deriver::namedTupleCall(const Expr* e, const Scope* s, std::vector<Stmt*>& before) {
  auto* call = dynAs<Call>(e);
  if (!call) return nullptr;
  Entity callee = find(module_, s, call->func);
  bool typed = callee.is("typing", "NamedTuple");
  if (!typed && !callee.is("collections", "namedtuple")) return nullptr;
  const Expr *name = nullptr, *names = nullptr, *default_list = nullptr;
  bool rename = false;
  if (!call->args.empty()) name = call->args[0];
  if (call->args.size() > 1) names = call->args[1];
  for (const Keyword* k : call->keywords) {
    std::string_view arg = k->arg.name.valid() ? text(k->arg.name) : "**";
    auto* constant = dynAs<Constant>(k->value);
    if (arg == "typename") name = k->value;
    else if (arg == "field_names") names = k->value;
    else if (arg == "defaults") default_list = k->value;
    else if (arg == "rename") rename = constant && constant->value_kind == ConstantKind::True;
    else if (arg != "module") return nullptr;
  }
  auto* title = dynAs<Constant>(name);
  if (!title || title->value_kind != ConstantKind::Str || !names) return nullptr;
  std::vector<std::string> fields;
  if (auto* list = dynAs<Constant>(names); list && list->value_kind == ConstantKind::Str) {
    fields = wordsOf(list->text);
  } else if (const List<Expr*>* elts = elementsOf(names)) {
    for (const Expr* x : *elts) {
      if (typed) {
        auto* pair = elementsOf(x);
        if (!pair || pair->size() != 2) return nullptr;
        x = (*pair)[0];
      }
      auto* field = dynAs<Constant>(x);
      if (!field || field->value_kind != ConstantKind::Str) return nullptr;
      fields.push_back(std::string(field->text));
    }
  } else if (auto* method = dynAs<Call>(names)) {
    // "x y".wordsOf()
    auto* split_call = dynAs<Attribute>(method->func);
    auto* list2 = split_call && text(split_call->attr.name) == "split" && method->args.empty() ? dynAs<Constant>(split_call->value) : nullptr;
    if (!list2) return nullptr;
    fields = wordsOf(list2->text);
  } else {
    return nullptr;
  }
  std::vector<Expr*> defaults;
  if (default_list) {
    auto* times = dynAs<BinOp>(default_list);
    auto* count = times && times->op == BinaryOperator::Mult ? dynAs<Constant>(times->right) : nullptr;
    const List<Expr*>* elts = elementsOf(count ? times->left : default_list);
    auto* none = dynAs<Constant>(default_list);
    if (!elts && !(none && none->value_kind == ConstantKind::None)) return nullptr;
    size_t repeat = count ? std::stoul(std::string(count->text)) : 1;
    for (size_t k = 0; elts && k < repeat; ++k) defaults.insert(defaults.end(), elts->begin(), elts->end());
  }
  auto* c = newClass(names_.intern(title->text), e->range);
  std::string complaint;
  std::set<std::string> seen;
  for (size_t k = 0; k < fields.size(); ++k) {
    std::string& f = fields[k];
    bool bad = !isIdentifier(f) || keyword(f) || f[0] == '_' || seen.count(f);
    if (rename && bad) {
      f = "_" + std::to_string(k);
    } else if (bad && complaint.empty()) {
      complaint = !isIdentifier(f)   ? "Type names and field names must be valid identifiers: " + quoted(f)
                  : keyword(f)     ? "Type names and field names cannot be a keyword: " + quoted(f)
                  : seen.count(f)  ? "Encountered duplicate field name: " + quoted(f)
                                   : "Field names cannot start with an underscore: " + quoted(f);
    }
    seen.insert(f);
  }
  if (!complaint.empty()) {
    addRaise(c, "ValueError", complaint);
  } else if (defaults.size() > fields.size()) {
    addRaise(c, "TypeError", "Got more default values than field names");
  } else {
    c->bases = arena_.list(std::vector<Expr*>{nameExpr("_krait_builtins__tuple", e->range)});
    namedTuple(c, fields, defaults);
  }
  before.push_back(c);
  Expr* name_expr = nameExpr("x", e->range);
  as<NameExpr>(name_expr)->id = c->name.name;
  return name_expr;
}

void Deriver::namedTupleClass(ClassDef* c, const Scope* s) {
  changed_modules_.insert(module_.index);
  std::vector<Expr*> bases{nameExpr("_krait_builtins__tuple", c->name.range)};
  c->bases = arena_.list(bases);
  std::vector<std::string> fields;
  std::vector<Expr*> defaults;
  for (Stmt* x : std::vector<Stmt*>(c->body.begin(), c->body.end())) {
    auto* a = x->kind == StmtKind::AnnAssign ? as<AnnAssign>(x) : nullptr;
    auto* n = a ? dynAs<NameExpr>(a->target) : nullptr;
    if (!n) continue;
    std::string name(text(n->id));
    if (name[0] == '_') return addRaise(c, "ValueError", "Field names cannot start with an underscore: " + quoted(name));
    fields.push_back(name);
    if (a->value) {
      defaults.push_back(a->value);
      a->value = nullptr;
    } else if (!defaults.empty()) {
      return addRaise(c, "TypeError", "Non-default namedtuple field " + name + " cannot follow default field " +
                                          fields[fields.size() - 2]);
    }
  }
  namedTuple(c, fields, defaults);
  (void)s;
}

void Deriver::namedTuple(ClassDef* c, const std::vector<std::string>& fields, const std::vector<Expr*>& defaults) {
  changed_modules_.insert(module_.index);
  std::vector<Name> names;
  std::string header = "__new__(_cls", values, texts, tuple = "(", dict = "{", change = "_replace(_self, /", changed, targets;
  for (size_t k = 0; k < fields.size(); ++k) {
    const std::string& f = fields[k];
    names.push_back(names_.intern(f));
    std::string at = "self[" + std::to_string(k) + "]";  // in _replace, which has fields as parameters: "_self[…"
    header += ", " + f + (k + defaults.size() >= fields.size() ? "=None" : "");
    values += ", " + f;
    texts += (k ? ", " : "") + f + "={" + at + "!r}";
    tuple += quoted(f) + ", ";
    dict += quoted(f) + ": " + at + ", ";
    change += (k ? ", " : ", *, ") + f + "=_krait_builtins___ABSENT";
    changed += ", _" + at + " if _krait_builtins__isinstance(" + f + ", _krait_builtins___absent) else " + f;
    targets += f + ", ";
  }
  c->members = arena_.list(names);
  c->named_tuple = true;
  FunctionDef* make = addMethod(c, header + ")", {"return _krait_named_tuple(_cls" + values + ")"});
  make->args->defaults = arena_.list(defaults);
  if (!defines(c, "__repr__"))
    addMethod(c, "__repr__(self)", {"return self.__class__.__name__ + f\"(" + texts + ")\""});
  addMethod(c, "_asdict(self)", {"return " + dict + "}"});
  addMethod(c, change + ", **_unexpected)",
            {"if _unexpected:", " raise _krait_builtins__ValueError(f\"Got unexpected field names: {_krait_builtins__list(_unexpected)!r}\")",
             "return _krait_named_tuple(_self.__class__" + changed + ")"});
  std::string n = std::to_string(fields.size());
  addMethod(c, "_make(cls, iterable)",
            {"result = _krait_builtins__list(iterable)", "if _krait_builtins__len(result) != " + n + ":",
             " raise _krait_builtins__TypeError(f\"Expected " + n + " arguments, got {_krait_builtins__len(result)}\")",
             fields.empty() ? "pass" : targets + "= result", "return _krait_named_tuple(cls" + values + ")"},
            "@_krait_builtins__classmethod");
  std::string default_dict = "{";
  addStmts(c, "_fields = " + tuple + ")\n__match_args__ = " + tuple + ")\n");
  // The defaults are known by name, too.
  for (size_t k = 0; k < defaults.size(); ++k)
    default_dict += quoted(fields[fields.size() - defaults.size() + k]) + ": None, ";
  if (defaults.empty()) return;
  addStmts(c, "_field_defaults = " + default_dict + "}\n");
  auto* assign = as<Assign>(const_cast<Stmt*>(static_cast<const Stmt*>(c->body.back())));
  as<Dict>(assign->value)->values = arena_.list(defaults);
}

}  // namespace krait::resolve
