// Scope analysis as CPython's symtable does it: first collect the bindings of every scope, then decide
// for each name whether it is local, captured, free or global.
#include "resolve/scopes.h"

#include "base/check.h"

namespace krait::resolve {

using namespace ast;

Symbol& Scope::symbol(Name name) {
  auto [it, added] = symbols.try_emplace(name);
  if (added) order.push_back(name);
  return it->second;
}

const Symbol* Scope::find(Name name) const {
  auto it = symbols.find(name);
  return it == symbols.end() ? nullptr : &it->second;
}

Name mangle(Name name, Name cls, Interner& names) {
  if (!cls.valid() || !name.valid()) return name;
  std::string_view text = names.text(name);
  if (text.size() < 3 || text.substr(0, 2) != "__" || text.substr(text.size() - 2) == "__" ||
      text.find('.') != text.npos)
    return name;
  std::string_view c = names.text(cls);
  while (!c.empty() && c[0] == '_') c.remove_prefix(1);
  if (c.empty()) return name;
  return names.intern("_" + std::string(c) + std::string(text));
}

namespace {

class Builder {
 public:
  Builder(Module& module, Interner& names, std::vector<ImportSite>& imports)
      : module_(module), names_(names), imports_(imports) {}

  void run() {
    module_.scope = open(ScopeKind::Module, module_.tree, nullptr);
    scope_ = module_.scope;
    stmts(module_.tree->body);
    resolveAll();
  }

 private:
  Scope* open(ScopeKind kind, const void* node, Scope* parent) {
    Scope& s = module_.storage.emplace_back();
    s.kind = kind;
    s.node = node;
    s.parent = parent;
    s.private_class = parent ? parent->private_class : Name();
    module_.scopes[node] = &s;
    return &s;
  }
  template <class F>
  void within(Scope* s, F f) {
    Scope* saved = scope_;
    scope_ = s;
    f();
    scope_ = saved;
  }

  Name mangled(Name n) { return mangle(n, scope_->private_class, names_); }
  void use(Name n, Range r) {
    n = mangled(n);
    Symbol& s = scope_->symbol(n);
    if (!s.used && !s.assigned) s.first = r;
    s.used = true;
    std::string_view t = names_.text(n);
    if (t == "super" || t == "__class__") {
      for (Scope* p = scope_; p && p->kind != ScopeKind::Class; p = p->parent)
        p->uses_class_cell = true;
    }
  }
  void bind(Name n, Range r, bool own_submodule = false) {
    n = mangled(n);
    Symbol& s = scope_->symbol(n);
    if (!s.used && !s.assigned) s.first = r;
    s.assigned = true;
    (own_submodule ? s.own_submodule : s.bound_otherwise) = true;
  }
  void mention(Name n) {
    if (n.index >= module_.mentions.size()) module_.mentions.resize(n.index + n.index / 2 + 64);
    module_.mentions[n.index] = true;
  }
  void attributeStore(Name n, const Expr* value) {
    if (!module_.library) module_.attribute_stores[n].push_back(value);
  }
  // Calls that the library must know more of (derive_unittest.cpp).
  void namedCall(const Call* e) {
    auto* name = dynAs<NameExpr>(e->func);
    auto* attribute = dynAs<Attribute>(e->func);
    std::string_view called = name ? names_.text(name->id) : attribute ? names_.text(attribute->attr.name) : "";
    if (called == "main" || called == "TestProgram") module_.main_calls.push_back(e);
    if (auto* text = e->args.empty() ? nullptr : dynAs<Constant>(e->args[0]); text && text->value_kind == ConstantKind::Str)
      if (called == "__import__" || called == "import_module") importModule(std::string(text->text), e->range, guarded_ > 0);
    if (called == "warn") module_.warn_calls.push_back({e, scope_});
    if (attribute && (called == "addCleanup" || called == "addClassCleanup")) module_.cleanup_calls.push_back({e, scope_});
  }
  void setattrStore(const Call* e) {
    auto* f = dynAs<NameExpr>(e->func);
    if (!f || names_.text(f->id) != "setattr" || e->args.size() != 3) return;
    auto* name = dynAs<Constant>(e->args[1]);
    if (name && name->value_kind == ConstantKind::Str) attributeStore(names_.intern(name->text), e->args[2]);
    else module_.computed_stores.push_back(e->args[1]);
  }
  bool catchesImportErrors(const Expr* type) {
    if (auto* tuple = dynAs<TupleExpr>(type))
      return std::any_of(tuple->elts.begin(), tuple->elts.end(), [&](const Expr* e) { return catchesImportErrors(e); });
    auto* name = dynAs<NameExpr>(type);
    return name && (names_.text(name->id) == "ImportError" || names_.text(name->id) == "ModuleNotFoundError");
  }
  // A walrus inside a comprehension binds in the nearest real function.
  void bindWalrus(Name n, Range r) {
    Scope* s = scope_;
    if (s->kind != ScopeKind::Comprehension && s->kind != ScopeKind::Generator) return bind(n, r);
    Name m = mangled(n);
    while (s->kind == ScopeKind::Comprehension || s->kind == ScopeKind::Generator) {
      Symbol& sym = s->symbol(m);
      sym.used = true;
      sym.first = r;
      sym.declared_nonlocal = s->kind == ScopeKind::Generator || s->kind == ScopeKind::Comprehension;
      s = s->parent;
    }
    Symbol& sym = s->symbol(m);
    sym.assigned = true;
    sym.first = r;
    if (s->kind == ScopeKind::Module || sym.declared_global) {
      for (Scope* c = scope_; c != s; c = c->parent) {
        Symbol& inner = c->symbol(m);
        inner.declared_nonlocal = false;
        inner.declared_global = true;
      }
    }
  }

  void exprs(const List<Expr*>& list) {
    for (Expr* e : list)
      if (e) expr(e);
  }
  void keywords(const List<Keyword*>& list) {
    for (Keyword* k : list) expr(k->value);
  }

  void arguments(const Arguments* a) {  // defaults, in the enclosing scope
    exprs(a->defaults);
    exprs(a->kw_defaults);
  }
  void annotations(const Arguments* a) {
    auto one = [&](const Arg* arg) {
      if (arg && arg->annotation) annotation(arg->annotation);
    };
    for (auto* x : a->posonlyargs) one(x);
    for (auto* x : a->args) one(x);
    one(a->vararg);
    for (auto* x : a->kwonlyargs) one(x);
    one(a->kwarg);
  }
  void parameters(const Arguments* a) {
    auto one = [&](const Arg* arg) {
      if (!arg) return;
      bind(arg->arg.name, arg->range);
      scope_->symbol(mangled(arg->arg.name)).parameter = true;
    };
    for (auto* x : a->posonlyargs) one(x);
    for (auto* x : a->args) one(x);
    for (auto* x : a->kwonlyargs) one(x);
    one(a->vararg);
    one(a->kwarg);
  }
  // What annotations name is looked up where their definition runs (lower/describe.cpp). Of variables of functions they are not
  // evaluated, and inside functions names in them must not become captured.
  void annotation(const Expr* e) {
    if (module_.library || module_.lazy_annotations || e->kind == ExprKind::Constant) return;
    for (const Scope* s = scope_; s; s = s->parent)
      if (s->kind == ScopeKind::Function || s->kind == ScopeKind::Generator) return;
    expr(e);
  }

  void comprehension(const Expr* node, ScopeKind kind, const List<Comprehension*>& gens,
                     std::initializer_list<Expr*> elts) {
    expr(gens[0]->iter);
    Scope* s = open(kind, node, scope_);
    within(s, [&] {
      for (size_t i = 0; i < gens.size(); ++i) {
        target(gens[i]->target);
        if (i) expr(gens[i]->iter);
        exprs(gens[i]->ifs);
      }
      for (Expr* e : elts) expr(e);
    });
  }

  // `value`: what is stored there, if that is one expression.
  void target(const Expr* e, const Expr* value = nullptr) {
    switch (e->kind) {
      case ExprKind::NameExpr:
        if (scope_->kind == ScopeKind::Class) attributeStore(as<NameExpr>(e)->id, value);
        return bind(as<NameExpr>(e)->id, e->range);
      case ExprKind::Attribute: attributeStore(as<Attribute>(e)->attr.name, value); return expr(e);
      case ExprKind::TupleExpr:
        for (Expr* x : as<TupleExpr>(e)->elts) target(x);
        return;
      case ExprKind::ListExpr:
        for (Expr* x : as<ListExpr>(e)->elts) target(x);
        return;
      case ExprKind::Starred: return target(as<Starred>(e)->value);
      default: return expr(e);
    }
  }

  void expr(const Expr* e) {
    switch (e->kind) {
      case ExprKind::BoolOp: return exprs(as<BoolOp>(e)->values);
      case ExprKind::NamedExpr: {
        auto* n = as<NamedExpr>(e);
        expr(n->value);
        return bindWalrus(as<NameExpr>(n->target)->id, n->target->range);
      }
      case ExprKind::BinOp: expr(as<BinOp>(e)->left); return expr(as<BinOp>(e)->right);
      case ExprKind::UnaryOp: return expr(as<UnaryOp>(e)->operand);
      case ExprKind::Lambda: {
        auto* l = as<Lambda>(e);
        arguments(l->args);
        Scope* s = open(ScopeKind::Function, l, scope_);
        return within(s, [&] {
          parameters(l->args);
          expr(l->body);
        });
      }
      case ExprKind::IfExp:
        expr(as<IfExp>(e)->test);
        expr(as<IfExp>(e)->body);
        return expr(as<IfExp>(e)->orelse);
      case ExprKind::Dict: exprs(as<Dict>(e)->keys); return exprs(as<Dict>(e)->values);
      case ExprKind::Set:
        if (as<Set>(e)->elts.size() > 2 && !module_.library) module_.sets.push_back(as<Set>(e));
        return exprs(as<Set>(e)->elts);
      case ExprKind::ListComp:
        return comprehension(e, ScopeKind::Comprehension, as<ListComp>(e)->generators, {as<ListComp>(e)->elt});
      case ExprKind::SetComp:
        return comprehension(e, ScopeKind::Comprehension, as<SetComp>(e)->generators, {as<SetComp>(e)->elt});
      case ExprKind::DictComp:
        return comprehension(e, ScopeKind::Comprehension, as<DictComp>(e)->generators,
                             {as<DictComp>(e)->key, as<DictComp>(e)->value});
      case ExprKind::GeneratorExp:
        return comprehension(e, ScopeKind::Generator, as<GeneratorExp>(e)->generators,
                             {as<GeneratorExp>(e)->elt});
      case ExprKind::Await: return expr(as<Await>(e)->value);
      case ExprKind::Yield:
        scope_->has_yield = true;
        scope_->protected_yield |= protected_ > 0;
        if (as<Yield>(e)->value) expr(as<Yield>(e)->value);
        return;
      case ExprKind::YieldFrom:
        scope_->has_yield = true;
        scope_->protected_yield |= protected_ > 0;
        return expr(as<YieldFrom>(e)->value);
      case ExprKind::Compare: expr(as<Compare>(e)->left); return exprs(as<Compare>(e)->comparators);
      case ExprKind::Call:
        if (auto* c = as<Call>(e); !module_.library && !c->args.empty())
          if (auto* text = dynAs<Constant>(c->args[0]); text && text->value_kind == ConstantKind::Str) module_.text_calls.push_back({c, scope_});
        if (!module_.library) setattrStore(as<Call>(e)), namedCall(as<Call>(e));
        expr(as<Call>(e)->func);
        exprs(as<Call>(e)->args);
        return keywords(as<Call>(e)->keywords);
      case ExprKind::FormattedValue:
        expr(as<FormattedValue>(e)->value);
        if (as<FormattedValue>(e)->format_spec) expr(as<FormattedValue>(e)->format_spec);
        return;
      case ExprKind::JoinedStr: return exprs(as<JoinedStr>(e)->values);
      case ExprKind::Interpolation:
        expr(as<Interpolation>(e)->value);
        if (as<Interpolation>(e)->format_spec) expr(as<Interpolation>(e)->format_spec);
        return;
      case ExprKind::TemplateStr: return exprs(as<TemplateStr>(e)->values);
      case ExprKind::Constant:
        if (as<Constant>(e)->value_kind == ConstantKind::Str && !module_.library) module_.texts.push_back(as<Constant>(e));
        return;
      case ExprKind::Attribute: mention(as<Attribute>(e)->attr.name); return expr(as<Attribute>(e)->value);
      case ExprKind::Subscript: expr(as<Subscript>(e)->value); return expr(as<Subscript>(e)->slice);
      case ExprKind::Starred: return expr(as<Starred>(e)->value);
      case ExprKind::NameExpr:
        if (as<NameExpr>(e)->ctx == ExprContext::Load) return use(as<NameExpr>(e)->id, e->range);
        return bind(as<NameExpr>(e)->id, e->range);
      case ExprKind::ListExpr: return exprs(as<ListExpr>(e)->elts);
      case ExprKind::TupleExpr: return exprs(as<TupleExpr>(e)->elts);
      case ExprKind::Slice:
        if (as<Slice>(e)->lower) expr(as<Slice>(e)->lower);
        if (as<Slice>(e)->upper) expr(as<Slice>(e)->upper);
        if (as<Slice>(e)->step) expr(as<Slice>(e)->step);
        return;
    }
  }

  void pattern(const Pattern* p) {
    switch (p->kind) {
      case PatternKind::MatchValue: return expr(as<MatchValue>(p)->value);
      case PatternKind::MatchSingleton: return;
      case PatternKind::MatchSequence:
        for (auto* x : as<MatchSequence>(p)->patterns) pattern(x);
        return;
      case PatternKind::MatchMapping:
        exprs(as<MatchMapping>(p)->keys);
        for (auto* x : as<MatchMapping>(p)->patterns) pattern(x);
        if (as<MatchMapping>(p)->rest.name.valid()) bind(as<MatchMapping>(p)->rest.name, p->range);
        return;
      case PatternKind::MatchClass:
        expr(as<MatchClass>(p)->cls);
        for (auto* x : as<MatchClass>(p)->patterns) pattern(x);
        for (auto* x : as<MatchClass>(p)->kwd_patterns) pattern(x);
        return;
      case PatternKind::MatchStar:
        if (as<MatchStar>(p)->name.name.valid()) bind(as<MatchStar>(p)->name.name, p->range);
        return;
      case PatternKind::MatchAs:
        if (as<MatchAs>(p)->pattern) pattern(as<MatchAs>(p)->pattern);
        if (as<MatchAs>(p)->name.name.valid()) bind(as<MatchAs>(p)->name.name, p->range);
        return;
      case PatternKind::MatchOr:
        for (auto* x : as<MatchOr>(p)->patterns) pattern(x);
        return;
    }
  }

  void stmts(const List<Stmt*>& list) {
    for (Stmt* s : list) stmt(s);
  }

  void importModule(const std::string& name, Range r, bool guess = false) {
    imports_.push_back({name, {module_.file, r}, guarded_ > 0, guess});
  }

  void stmt(const Stmt* s) {
    switch (s->kind) {
      case StmtKind::FunctionDef: {
        auto* f = as<FunctionDef>(s);
        exprs(f->decorator_list);
        arguments(f->args);
        annotations(f->args);
        if (f->returns) annotation(f->returns);
        bind(f->name.name, f->name.range);
        Scope* inner = open(ScopeKind::Function, f, scope_);
        return within(inner, [&] {
          parameters(f->args);
          int saved = guarded_;
          guarded_ = 0;
          stmts(f->body);
          guarded_ = saved;
        });
      }
      case StmtKind::ClassDef: {
        auto* c = as<ClassDef>(s);
        exprs(c->decorator_list);
        exprs(c->bases);
        keywords(c->keywords);
        bind(c->name.name, c->name.range);
        Scope* inner = open(ScopeKind::Class, c, scope_);
        inner->private_class = c->name.name;
        return within(inner, [&] { stmts(c->body); });
      }
      case StmtKind::Return:
        if (as<Return>(s)->value) expr(as<Return>(s)->value);
        return;
      case StmtKind::Delete:
        for (Expr* t : as<Delete>(s)->targets) target(t);
        return;
      case StmtKind::Assign:
        expr(as<Assign>(s)->value);
        for (Expr* t : as<Assign>(s)->targets) target(t, as<Assign>(s)->value);
        return;
      case StmtKind::TypeAlias: return target(as<TypeAlias>(s)->name);
      case StmtKind::AugAssign:
        if (auto* n = dynAs<NameExpr>(as<AugAssign>(s)->target)) use(n->id, n->range);
        target(as<AugAssign>(s)->target);
        return expr(as<AugAssign>(s)->value);
      case StmtKind::AnnAssign: {
        auto* a = as<AnnAssign>(s);
        annotation(a->annotation);
        if (a->value) expr(a->value);
        if (a->value || a->simple) target(a->target);
        return;
      }
      case StmtKind::For:
        expr(as<For>(s)->iter);
        target(as<For>(s)->target);
        stmts(as<For>(s)->body);
        return stmts(as<For>(s)->orelse);
      case StmtKind::While:
        expr(as<While>(s)->test);
        stmts(as<While>(s)->body);
        return stmts(as<While>(s)->orelse);
      case StmtKind::If:
        expr(as<If>(s)->test);
        stmts(as<If>(s)->body);
        return stmts(as<If>(s)->orelse);
      case StmtKind::With:
        for (WithItem* w : as<With>(s)->items) {
          expr(w->context_expr);
          if (w->optional_vars) target(w->optional_vars);
        }
        ++protected_;
        stmts(as<With>(s)->body);
        --protected_;
        return;
      case StmtKind::Match:
        expr(as<Match>(s)->subject);
        for (MatchCase* c : as<Match>(s)->cases) {
          pattern(c->pattern);
          if (c->guard) expr(c->guard);
          stmts(c->body);
        }
        return;
      case StmtKind::Raise:
        if (as<Raise>(s)->exc) expr(as<Raise>(s)->exc);
        if (as<Raise>(s)->cause) expr(as<Raise>(s)->cause);
        return;
      case StmtKind::Try: {
        auto* t = as<Try>(s);
        bool guards = !t->handlers.empty();
        guarded_ += guards;
        ++protected_;
        stmts(t->body);
        --protected_;
        guarded_ -= guards;
        for (ExceptHandler* h : t->handlers) {
          if (h->type) expr(h->type);
          if (h->name.name.valid()) bind(h->name.name, h->name.range);
          // `except ImportError: import the_old_name` only runs where the first import fails.
          const bool fallback = catchesImportErrors(h->type);
          guarded_ += fallback;
          stmts(h->body);
          guarded_ -= fallback;
        }
        stmts(t->orelse);
        return stmts(t->finalbody);
      }
      case StmtKind::Assert:
        expr(as<Assert>(s)->test);
        if (as<Assert>(s)->msg) expr(as<Assert>(s)->msg);
        return;
      case StmtKind::Import:
        for (Alias* a : as<Import>(s)->names) {
          std::string dotted(names_.text(a->name.name));
          importModule(dotted, a->name.range);
          if (a->asname.name.valid()) {
            bind(a->asname.name, a->asname.range);
          } else {
            bind(names_.intern(dotted.substr(0, dotted.find('.'))), a->name.range);
          }
        }
        return;
      case StmtKind::ImportFrom: {
        auto* f = as<ImportFrom>(s);
        std::string base = importedModule(module_, *f, names_);
        Range place = f->module.name.valid() ? f->module.range : s->range;
        if (base != "__future__") importModule(base, place);
        for (Alias* a : f->names) {
          if (base == "__future__" && names_.text(a->name.name) == "annotations") module_.lazy_annotations = true;
          if (names_.text(a->name.name) == "*") {
            module_.star_imports.push_back(base);
            continue;
          }
          importModule(base + "." + std::string(names_.text(a->name.name)), a->name.range, true);
          mention(a->name.name);
          const Ident& target = a->asname.name.valid() ? a->asname : a->name;
          bool own = module_.package && base == module_.name && scope_ == module_.scope;
          bind(target.name, target.range, own && target.name == a->name.name);
        }
        return;
      }
      case StmtKind::Global:
        for (const Ident& n : as<Global>(s)->names) {
          Symbol& sym = scope_->symbol(mangled(n.name));
          sym.declared_global = true;
          module_.scope->symbol(mangled(n.name)).assigned = true;
          module_.scope->symbol(mangled(n.name)).bound_otherwise = true;
        }
        return;
      case StmtKind::Nonlocal:
        for (const Ident& n : as<Nonlocal>(s)->names)
          scope_->symbol(mangled(n.name)).declared_nonlocal = true;
        return;
      case StmtKind::ExprStmt: return expr(as<ExprStmt>(s)->value);
      case StmtKind::Pass:
      case StmtKind::Break:
      case StmtKind::Continue: return;
    }
  }

  // Finds the function scope that owns `name` as a local, seen from inside `from`; null: global.
  Scope* owner(Scope* from, Name name) {
    for (Scope* s = from->parent; s && s->kind != ScopeKind::Module; s = s->parent) {
      if (s->kind == ScopeKind::Class) continue;
      const Symbol* sym = s->find(name);
      if (!sym) continue;
      if (sym->declared_global) return nullptr;
      if (sym->assigned && !sym->declared_nonlocal) return s;
    }
    return nullptr;
  }
  // Is `inner` compiled into another function than `outer`? (Comprehensions run inside theirs.)
  static Scope* functionOf(Scope* s) {
    while (s->kind == ScopeKind::Comprehension) s = s->parent;
    return s;
  }

  void resolveAll() {
    for (Scope& s : module_.storage) {
      // By index: symbols may be added to enclosing scopes while walking.
      for (size_t i = 0; i < s.order.size(); ++i) {
        Name name = s.order[i];
        Symbol& sym = s.symbols[name];
        if (sym.declared_global || s.kind == ScopeKind::Module) {
          sym.binding = Binding::Global;
          continue;
        }
        if (sym.assigned && !sym.declared_nonlocal) {
          if (s.kind == ScopeKind::Class) sym.binding = Binding::Class;
          else if (sym.binding != Binding::Cell) sym.binding = Binding::Local;
          continue;
        }
        Scope* from = owner(&s, name);
        if (!from) {
          sym.binding = Binding::Global;
          continue;
        }
        bool same = functionOf(&s) == functionOf(from);
        if (same && s.kind != ScopeKind::Class) {
          sym.binding = from->symbols[name].binding == Binding::Cell ? Binding::Cell : Binding::Local;
          // The owner may still become a cell: lowering looks the owner up.
          continue;
        }
        from->symbols[name].binding = Binding::Cell;
        sym.binding = Binding::Free;
        // Every function between captures it, too, to pass it on.
        for (Scope* p = s.parent; p && functionOf(p) != functionOf(from); p = p->parent) {
          if (p->kind == ScopeKind::Comprehension) continue;
          Symbol& mid = p->symbol(name);
          if (!mid.assigned) mid.binding = Binding::Free;
          else if (p->kind == ScopeKind::Class) mid.passes_cell = true;
        }
      }
    }
  }

  Module& module_;
  Interner& names_;
  std::vector<ImportSite>& imports_;
  Scope* scope_ = nullptr;
  int protected_ = 0;  // try and with statements around
  int guarded_ = 0;
};

}  // namespace

// The package that `level` leading dots in `module` mean; "" if they lead out of all packages.
static std::string relativeBase(const Module& module, int level) {
  std::string base = module.home;
  for (int i = 1; i < level; ++i) {
    size_t dot = base.rfind('.');
    base = dot == base.npos ? "" : base.substr(0, dot);
  }
  return base;
}

std::string importedModule(const Module& module, const ast::ImportFrom& from, const Interner& names) {
  std::string base = from.level ? relativeBase(module, from.level) : "";
  if (from.module.name.valid()) {
    if (!base.empty()) base += '.';
    base += names.text(from.module.name);
  }
  return base;
}

void buildScopes(Module& module, Interner& names, std::vector<ImportSite>& imports) {
  Builder(module, names, imports).run();
}

const char* comprehensionName(const Scope& scope) {
  switch (static_cast<const ast::Expr*>(scope.node)->kind) {
    case ast::ExprKind::DictComp: return "<dictcomp>";
    case ast::ExprKind::SetComp: return "<setcomp>";
    default: return "<listcomp>";
  }
}

}  // namespace krait::resolve
