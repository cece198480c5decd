// Derived classes: what names mean, the walk over the classes, and writing code into their trees.
#include "resolve/derive.h"

#include <functional>

#include "base/check.h"
#include "parse/parse.h"
#include "resolve/scopes.h"

namespace krait::resolve {

using namespace ast;

// Every expression of a statement that was written by the compiler, at the place it stands for.
void Deriver::placeExpr(Expr* e, Range r) {
  if (!e) return;
  e->range = r;
  auto all = [&](const auto& list) {
    for (Expr* x : list) placeExpr(x, r);
  };
  switch (e->kind) {
    case ExprKind::Call:
      placeExpr(as<Call>(e)->func, r);
      all(as<Call>(e)->args);
      for (Keyword* k : as<Call>(e)->keywords) placeExpr(k->value, r);
      return;
    case ExprKind::Attribute: return placeExpr(as<Attribute>(e)->value, r);
    case ExprKind::TupleExpr: return all(as<TupleExpr>(e)->elts);
    case ExprKind::ListExpr: return all(as<ListExpr>(e)->elts);
    case ExprKind::BinOp: placeExpr(as<BinOp>(e)->left, r); return placeExpr(as<BinOp>(e)->right, r);
    default: return;
  }
}

// Modules of the library have no declarations to derive from but named tuples, which they import by this name.
bool Deriver::declares(const Module& m) {
  if (!m.tree) return false;
  if (!m.library) return true;
  for (const Stmt* s : m.tree->body)
    if (auto* f = dynAs<ImportFrom>(s); f && f->module.name.valid() && text(f->module.name) == "typing")
      for (const Alias* a : f->names)
        if (text(a->name.name) == "NamedTuple") return true;
  return false;
}

void Deriver::run() {
  // A program may have a module of its own of such a name.
  auto library = [&](const char* name) {
    auto it = program_.by_name.find(name);
    return it != program_.by_name.end() && program_.modules[it->second].library;
  };
  testing_ = library("unittest");
  const bool warning = library("warnings");
  if (testing_) readTestNames();
  for (uint32_t i = 0; i < program_.modules.size(); ++i)
    if (declares(program_.modules[ModuleId(i)])) index(ModuleId(i));
  for (uint32_t i = 0; i < program_.modules.size(); ++i) {
    Module& m = program_.modules[ModuleId(i)];
    if (!declares(m)) continue;
    module_ = ModuleId(i);
    stmts(m.tree->body, m.scope);
    getters(m);
    if (!m.library && testing_) testModule(m);
    if (!m.library && warning) warnings(m);
  }
  for (uint32_t i : changed_modules_) {
    Module& m = program_.modules[ModuleId(i)];
    m.storage.clear();
    m.scopes.clear();
    m.star_imports.clear();
    m.texts.clear();
    m.text_calls.clear();
    m.main_calls.clear();
    m.cleanup_calls.clear();
    m.warn_calls.clear();
    m.attribute_stores.clear();
    m.computed_stores.clear();
    std::vector<ImportSite> imports;
    buildScopes(m, names_, imports);
  }
}

// --- what names mean ---

void Deriver::index(ModuleId m) { indexStmts(m, program_.modules[m].scope, program_.modules[m].tree->body); }

void Deriver::indexStmts(ModuleId m, const Scope* s, const List<Stmt*>& list) {
  Module& module = program_.modules[m];
  auto scopeOf = [&](const void* node) { return module.scopes.at(node); };
  for (const Stmt* x : list) {
    switch (x->kind) {
      case StmtKind::ClassDef: {
        auto* c = as<ClassDef>(x);
        definitions_[{s, c->name.name}] = {Definition::Class, c, "", ""};
        places_[c] = {m, s};
        indexStmts(m, scopeOf(c), c->body);
        break;
      }
      case StmtKind::FunctionDef: indexStmts(m, scopeOf(x), as<FunctionDef>(x)->body); break;
      case StmtKind::Import:
        for (Alias* a : as<Import>(x)->names) {
          std::string name(text(a->name.name));
          if (a->asname.name.valid()) definitions_[{s, a->asname.name}] = {Definition::Import, nullptr, name, ""};
          else {
            name = name.substr(0, name.find('.'));
            definitions_[{s, names_.intern(name)}] = {Definition::Import, nullptr, name, ""};
          }
        }
        break;
      case StmtKind::ImportFrom: {
        auto* f = as<ImportFrom>(x);
        std::string base = importedModule(module, *f, names_);
        for (Alias* a : f->names)
          definitions_[{s, (a->asname.name.valid() ? a->asname : a->name).name}] = {
              Definition::From, nullptr, base, std::string(text(a->name.name))};
        break;
      }
      case StmtKind::If: indexStmts(m, s, as<If>(x)->body); indexStmts(m, s, as<If>(x)->orelse); break;
      case StmtKind::For: indexStmts(m, s, as<For>(x)->body); indexStmts(m, s, as<For>(x)->orelse); break;
      case StmtKind::While: indexStmts(m, s, as<While>(x)->body); indexStmts(m, s, as<While>(x)->orelse); break;
      case StmtKind::With: indexStmts(m, s, as<With>(x)->body); break;
      case StmtKind::Match:
        for (MatchCase* c : as<Match>(x)->cases) indexStmts(m, s, c->body);
        break;
      case StmtKind::Try: {
        auto* t = as<Try>(x);
        // Handlers first: where both bind a name, the body's is the one that counts.
        for (ExceptHandler* h : t->handlers) indexStmts(m, s, h->body);
        indexStmts(m, s, t->body);
        indexStmts(m, s, t->orelse);
        indexStmts(m, s, t->finalbody);
        break;
      }
      default: break;
    }
  }
}

Entity Deriver::exported(const std::string& module, Name name, int depth) {
  Entity e;
  auto sub = program_.by_name.find(module + "." + std::string(text(name)));
  auto it = program_.by_name.find(module);
  if (it != program_.by_name.end()) {
    const Module& m = program_.modules[it->second];
    if (m.library) {
      e.module = module;
      e.name = text(name);
      e.where = it->second;
      if (m.tree)
        for (const Stmt* s : m.tree->body)
          if (auto* c = dynAs<ClassDef>(s); c && c->name.name == name) e.cls = c;
      return e;
    }
    if (m.scope && m.scope->find(name)) e = findName(it->second, m.scope, name, depth + 1);
  }
  if (e.module.empty() && sub != program_.by_name.end()) e.module = sub->first;
  return e;
}

Entity Deriver::findName(ModuleId m, const Scope* s, Name name, int depth) {
  Entity e;
  if (depth > 20) return e;
  for (const Scope* p = s; p; p = p->parent) {
    if (p != s && p->kind == ScopeKind::Class) continue;
    auto it = definitions_.find({p, name});
    if (it == definitions_.end()) {
      const Symbol* sym = p->find(name);
      if (sym && sym->assigned && !sym->declared_global && !sym->declared_nonlocal) break;  // some other value
      continue;
    }
    const Definition& d = it->second;
    switch (d.kind) {
      case Definition::Class:
        e.module = program_.modules[m].name;
        e.name = text(name);
        e.cls = d.cls;
        e.where = m;
        return e;
      case Definition::Import: e.module = d.module; return e;
      case Definition::From: return exported(d.module, names_.intern(d.name), depth + 1);
      case Definition::None: return e;
    }
  }
  for (const std::string& base : program_.modules[m].star_imports) {
    auto it = program_.by_name.find(base);
    if (it == program_.by_name.end()) continue;
    const Module& from = program_.modules[it->second];
    if (from.scope && from.scope->find(name) && from.scope->find(name)->assigned) return exported(base, name, depth + 1);
  }
  return e;
}

Entity Deriver::find(ModuleId m, const Scope* s, const Expr* e, int depth) {
  if (auto* n = dynAs<NameExpr>(e)) return findName(m, s, n->id, depth);
  if (auto* sub = dynAs<Subscript>(e)) return find(m, s, sub->value, depth);
  if (auto* a = dynAs<Attribute>(e)) {
    Entity base = find(m, s, a->value, depth + 1);
    if (base.cls) {  // a class inside a class
      auto place = places_.find(base.cls);
      if (place == places_.end()) return {};
      const Module& module = program_.modules[base.where];
      auto inner = module.scopes.find(base.cls);
      if (inner == module.scopes.end()) return {};
      auto it = definitions_.find({inner->second, a->attr.name});
      if (it == definitions_.end() || it->second.kind != Definition::Class) return {};
      return {module.name, std::string(text(a->attr.name)), it->second.cls, base.where};
    }
    if (!base.module.empty() && base.name.empty()) return exported(base.module, a->attr.name, depth + 1);
  }
  return {};
}

// --- walking the classes ---

void Deriver::stmts(List<Stmt*>& list, const Scope* s) {
  const Module& module = program_.modules[module_];
  std::vector<Stmt*> all;
  bool grew = false;
  for (Stmt* x : list) {
    std::vector<Stmt*> before;
    if (auto* a = x->kind == StmtKind::Assign ? as<Assign>(x) : nullptr) {
      if (Expr* e = namedTupleCall(a->value, s, before)) a->value = e;
      else if (Expr* made = enumCall(a->value, s, before)) a->value = made;
    }
    if (auto* c = x->kind == StmtKind::ClassDef ? as<ClassDef>(x) : nullptr) {
      std::vector<Expr*> bases(c->bases.begin(), c->bases.end());
      for (Expr*& b : bases)
        if (Expr* e = namedTupleCall(b, s, before)) b = e;
      if (!before.empty()) c->bases = arena_.list(bases);
    }
    grew |= !before.empty();
    all.insert(all.end(), before.begin(), before.end());
    all.push_back(x);
    switch (x->kind) {
      case StmtKind::ClassDef: classDef(as<ClassDef>(x), s); break;
      case StmtKind::FunctionDef: stmts(as<FunctionDef>(x)->body, module.scopes.at(x)); break;
      case StmtKind::If: stmts(as<If>(x)->body, s); stmts(as<If>(x)->orelse, s); break;
      case StmtKind::For: stmts(as<For>(x)->body, s); stmts(as<For>(x)->orelse, s); break;
      case StmtKind::While: stmts(as<While>(x)->body, s); stmts(as<While>(x)->orelse, s); break;
      case StmtKind::With: stmts(as<With>(x)->body, s); break;
      case StmtKind::Match:
        for (MatchCase* c : as<Match>(x)->cases) stmts(c->body, s);
        break;
      case StmtKind::Try:
        stmts(as<Try>(x)->body, s);
        for (ExceptHandler* h : as<Try>(x)->handlers) stmts(h->body, s);
        stmts(as<Try>(x)->orelse, s);
        stmts(as<Try>(x)->finalbody, s);
        break;
      default: break;
    }
  }
  if (!grew) return;
  list = arena_.list(all);
  changed_modules_.insert(module_.index);
}

Deriver::Facts& Deriver::derived(const Entity& e) {
  Facts& f = factsOf(e.cls);
  auto it = places_.find(e.cls);
  if (!f.done && it != places_.end()) {
    ModuleId saved = module_;
    module_ = it->second.first;
    classDef(const_cast<ClassDef*>(e.cls), it->second.second);
    module_ = saved;
  }
  return f;
}

void Deriver::classDef(ClassDef* c, const Scope* s) {
  Facts& f = factsOf(c);
  if (f.done) return;
  f.done = true;
  const Scope* inner = program_.modules[module_].scopes.at(c);
  stmts(c->body, inner);
  for (const Expr* b : c->bases) {
    Entity e = find(module_, s, b);
    if (!e.cls) continue;
    f.bases.push_back({e.cls, b});
    if (!program_.modules[e.where].library) derived(e);
  }
  for (const Expr* b : c->bases)
    if (find(module_, s, b).is("typing", "NamedTuple")) {
      namedTupleClass(c, s);
      break;
    }
  cachedProperties(c, inner);
  if (testing_) testCase(c, s);
  if (EnumKind kind = enumKind(c, module_, s); kind != EnumKind::None) enumeration(c, s, inner, kind);
  std::vector<Expr*> others;
  const Expr* decorator = nullptr;
  bool ordering = false;
  for (Expr* d : c->decorator_list) {
    auto* call = dynAs<Call>(d);
    Entity e = find(module_, s, call ? call->func : d);
    if (!decorator && e.is("dataclasses", "dataclass")) decorator = d;
    else if (e.is("functools", "total_ordering")) ordering = true;
    else others.push_back(d);
  }
  if (ordering) {
    c->decorator_list = arena_.list(others);
    totalOrdering(c);
  }
  if (decorator) {
    c->decorator_list = arena_.list(others);
    dataclass(c, s, decorator);
  }
}

// @total_ordering: the comparisons that the class lacks, by the one that it has.
void Deriver::totalOrdering(ClassDef* c) {
  static const char* const kRoots[][7] = {
      {"__lt__", "__gt__", "not op_result and self != other", "__le__", "op_result or self == other", "__ge__", "not op_result"},
      {"__le__", "__ge__", "not op_result or self == other", "__lt__", "op_result and self != other", "__gt__", "not op_result"},
      {"__gt__", "__lt__", "not op_result and self != other", "__ge__", "op_result or self == other", "__le__", "not op_result"},
      {"__ge__", "__le__", "not op_result or self == other", "__gt__", "op_result and self != other", "__lt__", "not op_result"}};
  changed_modules_.insert(module_.index);
  for (auto& root : kRoots) {
    if (!inherits(c, root[0])) continue;
    for (int k = 1; k < 7; k += 2)
      if (!inherits(c, root[k]))
        addMethod(c, std::string(root[k]) + "(self, other)",
                  {std::string("op_result = self.__class__.") + root[0] + "(self, other)",
                   "if op_result is _krait_builtins__NotImplemented:", " return op_result", std::string("return ") + root[k + 1]});
    return;
  }
  addRaise(c, "ValueError", "must define at least one ordering operation: < > <= >=");
}

// @cached_property: a property that keeps what the function returned the first time.
void Deriver::cachedProperties(ClassDef* c, const Scope* inner) {
  for (Stmt* x : std::vector<Stmt*>(c->body.begin(), c->body.end())) {
    auto* f = x->kind == StmtKind::FunctionDef ? as<FunctionDef>(x) : nullptr;
    if (!f || f->decorator_list.size() != 1 || !find(module_, inner, f->decorator_list[0]).is("functools", "cached_property")) continue;
    std::string name(text(f->name.name)), held = "_cached_" + name;
    f->decorator_list = {};
    f->name.name = names_.intern("." + name);
    FunctionDef* get = addMethod(c, name + "(self)",
              {"if not _krait_builtins__hasattr(self, '" + held + "'):", " self." + held + " = self._compute_()",
               "return self." + held}, "@_krait_builtins__property");
    // self._compute_(): by a name that no program can write
    auto* test = as<If>(get->body[0]);
    auto* assign = as<Assign>(const_cast<Stmt*>(static_cast<const Stmt*>(test->body[0])));
    as<Attribute>(as<Call>(assign->value)->func)->attr.name = f->name.name;
    addMethod(c, name + "(self, value)", {"self." + held + " = value"}, "@" + name + ".setter");
  }
}

// --- writing code ---

std::string Deriver::quoted(std::string_view s) {
  std::string out = "'";
  for (char ch : s) {
    if (ch == '\'' || ch == '\\') out += '\\';
    if (ch == '\n') out += "\\n";
    else out += ch;
  }
  return out + "'";
}

std::string Deriver::dotted(const Expr* e) {
  if (auto* n = dynAs<NameExpr>(e)) return std::string(text(n->id));
  if (auto* sub = dynAs<Subscript>(e)) return dotted(sub->value);
  if (auto* a = dynAs<Attribute>(e)) {
    std::string base = dotted(a->value);
    return base.empty() ? "" : base + "." + std::string(text(a->attr.name));
  }
  return "";
}

ast::Module* Deriver::parse(const std::string& source, FileId& file) {
  file = sources_.add("<string>", source);
  ast::Module* m = parseModule(sources_, file, arena_, names_, diags_);
  if (!m) internalError(__FILE__, __LINE__, ("code that a class was derived to does not parse:\n" + source).c_str());
  return m;
}

void Deriver::append(ClassDef* c, Stmt* s) {
  std::vector<Stmt*> all(c->body.begin(), c->body.end());
  all.push_back(s);
  c->body = arena_.list(all);
  changed_modules_.insert(module_.index);
}

// As CPython does, each method is a text of its own that begins in line 2, so that lines in tracebacks agree.
FunctionDef* Deriver::addMethod(ClassDef* c, const std::string& header, const std::vector<std::string>& body,
                                const std::string& decorator) {
  std::string source = decorator + "\ndef " + header + ":\n";
  for (const std::string& line : body) source += " " + line + "\n";
  FileId file;
  ast::Module* m = parse(source, file);
  auto* f = const_cast<FunctionDef*>(as<FunctionDef>(m->body[0]));
  f->file = file;
  f->name.range = c->name.range;
  for (Expr* d : f->args->defaults) placeExpr(d, c->name.range);
  for (Expr* d : f->args->kw_defaults) placeExpr(d, c->name.range);
  for (Expr* d : f->decorator_list) placeExpr(d, c->name.range);
  append(c, f);
  return f;
}

void Deriver::addStmts(ClassDef* c, const std::string& source) {
  FileId file;
  Range r = c->name.range;
  for (Stmt* s : parse(source, file)->body) {
    s->range = r;
    if (s->kind == StmtKind::Assign) {
      placeExpr(as<Assign>(s)->value, r);
      for (Expr* t : as<Assign>(s)->targets) placeExpr(t, r);
    } else if (s->kind == StmtKind::ExprStmt) {
      placeExpr(as<ExprStmt>(s)->value, r);
    } else if (s->kind == StmtKind::Raise) {
      placeExpr(as<Raise>(s)->exc, r);
    }
    append(c, s);
  }
}

void Deriver::addRaise(ClassDef* c, const char* exception, const std::string& message) {
  addStmts(c, std::string("raise _krait_builtins__") + exception + "(" + quoted(message) + ")\n");
}

Expr* Deriver::nameExpr(std::string_view name, Range r) {
  auto* n = arena_.make<NameExpr>();
  n->kind = ExprKind::NameExpr;
  n->range = r;
  n->id = names_.intern(name);
  n->ctx = ExprContext::Load;
  return n;
}

bool Deriver::defines(const ClassDef* c, std::string_view name) {
  for (const Stmt* s : c->body) {
    if (auto* f = dynAs<FunctionDef>(s); f && text(f->name.name) == name) return true;
    if (auto* a = dynAs<Assign>(s))
      for (const Expr* t : a->targets)
        if (auto* n = dynAs<NameExpr>(t); n && text(n->id) == name) return true;
  }
  return false;
}

bool Deriver::inherits(const ClassDef* c, std::string_view method) {
  if (defines(c, method)) return true;
  for (auto& [base, expr] : factsOf(c).bases)
    if (inherits(base, method)) return true;
  return false;
}

void Deriver::unsupported(Range r, const std::string& what, const std::string& hint) {
  auto& d = diags_.report(DiagCode::Unsupported, {program_.modules[module_].file, r}, what + " is not compiled yet");
  d.hint = hint;
}

}  // namespace krait::resolve
