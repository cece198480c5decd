// Statements and scopes. The rules and their order are those of CPython 3.11's future.c, symtable.c
// and compile.c; type parameters follow 3.14.
#include "parse/checks.h"

#include "parse/checker.h"

namespace krait {

using namespace ast;

Checker::Checker(const SourceFile& file, FileId id, Interner& names)
    : file_(file), file_id_(id), names_(names), scopes_(names) {
  debug_ = names.intern("__debug__");
  future_ = names.intern("__future__");
}

bool Checker::run(Module& module, DiagnosticSink& diags) {
  future(module);
  enter(ScopeKind::Module, {});
  stmts(module.body);
  exit();
  for (Found& f : late_scope_errors_) scope_errors_.push_back(std::move(f));
  for (const Scope::Pending& p : unbound_) {
    scopeError(p.range, p.type_param
                            ? "nonlocal binding not allowed for type parameter " + quoted(p.name)
                            : "no binding for nonlocal " + quoted(p.name) + " found");
  }
  module.future_annotations = future_annotations_;
  if (too_deep_) {
    // Where the rest of the walk stopped no other error is certain.
    scope_errors_.resize(1);
    code_errors_.clear();
  }
  for (auto* list : {&future_errors_, &scope_errors_, &code_errors_}) {
    for (Found& f : *list) {
      diags.report(DiagCode::InvalidSyntax, {file_id_, f.range}, std::move(f.message));
    }
  }
  for (Warning& w : warnings_)
    diags.report(DiagCode::Suspicious, {file_id_, w.range}, std::move(w.message)).hint = std::move(w.hint);
  return future_errors_.empty() && scope_errors_.empty() && code_errors_.empty();
}

bool Checker::futureFeatures(const ImportFrom* s, Module& module) {
  static constexpr std::string_view kKnown[] = {
      "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
      "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};
  for (const Alias* a : s->names) {
    std::string_view name = names_.text(a->name.name);
    bool known = false;
    for (std::string_view k : kKnown) known |= k == name;
    if (name == "annotations") module.future_annotations = future_annotations_ = true;
    if (known) continue;
    future_errors_.push_back(
        {a->range, name == "braces" ? "not a chance"
                                    : "future feature " + std::string(name) + " is not defined"});
    return false;
  }
  return true;
}

void Checker::future(Module& module) {
  bool done = false;
  uint32_t previous_line = 0;
  size_t i = 0;
  if (!module.body.empty()) {
    auto* e = dynAs<ExprStmt>(module.body[0]);
    auto* c = e ? dynAs<Constant>(e->value) : nullptr;
    if (c && c->value_kind == ConstantKind::Str) i = 1;
  }
  for (; i < module.body.size(); i++) {
    const Stmt* s = module.body[i];
    auto* from = dynAs<ImportFrom>(s);
    const bool is_future = from && from->module.name == future_ && from->level == 0;
    if (done && !is_future) break;
    const uint32_t line = file_.lineColumn(s->range.begin).line;
    if (done && line > previous_line) break;
    previous_line = line;
    if (!is_future) {
      done = true;
      continue;
    }
    if (done) {
      future_errors_.push_back(
          {s->range, "from __future__ imports must occur at the beginning of the file"});
      return;
    }
    if (!futureFeatures(from, module)) return;
    last_future_line_ = line;
  }
}

void Checker::enter(ScopeKind kind, Name class_name) { scopes_.enter(kind, class_name); }

void Checker::exit() { scopes_.exit(unbound_); }

void Checker::forbidden(Name name, Range range, bool deleting) {
  if (name == debug_) {
    codeError(range, deleting ? "cannot delete __debug__" : "cannot assign to __debug__");
  }
}

// symtable_add_def.
void Checker::define(Name name, uint16_t flag, Range range) {
  const Name mangled = scopes_.mangle(name);
  const size_t depth = scopes_.depth() - 1;
  if (flag & (kDefParam | kDefTypeParam)) {
    const uint16_t old = scopes_.flags(mangled);
    if (flag & old & kDefParam) {
      scopeError(range, "duplicate argument " + quoted(name) + " in function definition");
    } else if (flag & old & kDefTypeParam) {
      scopeError(range, "duplicate type parameter " + quoted(name));
    }
  }
  if (scope().in_iter_target) {
    if (scopes_.flags(mangled) & (kDefGlobal | kDefNonlocal)) {
      scopeError(range, "comprehension inner loop cannot rebind assignment expression target " +
                            quoted(name));
    }
    flag |= kDefCompIter;
  }
  scopes_.add(mangled, flag, depth);
}

void Checker::store(Name name, Range range) {
  define(name, kDefLocal, range);
  forbidden(name, range);
}

void Checker::pushBlock(Block b, Range range) {
  if (blocks_.size() >= kMaxBlocks) codeError(range, "too many statically nested blocks");
  blocks_.push_back(b);
}

void Checker::stmt(const Stmt* s) {
  if (++depth_ > kMaxDepth) {
    if (!too_deep_) {
      scope_errors_.clear();
      scopeError(s->range, "too many nested statements");
    }
    too_deep_ = true;
  } else if (!too_deep_) {
    stmtInner(s);
  }
  depth_--;
}

void Checker::stmtInner(const Stmt* s) {
  switch (s->kind) {
    case StmtKind::FunctionDef:
      functionDef(as<FunctionDef>(s));
      break;
    case StmtKind::ClassDef:
      classDef(as<ClassDef>(s));
      break;
    case StmtKind::Return:
      returnStmt(as<Return>(s));
      break;
    case StmtKind::Delete:
      exprs(as<Delete>(s)->targets);
      break;
    case StmtKind::Assign: {
      const size_t start = mark();
      for (const Expr* t : as<Assign>(s)->targets) expr(t);
      const size_t value = mark();
      expr(as<Assign>(s)->value);
      moveBefore(start, value);
      break;
    }
    case StmtKind::TypeAlias: {
      auto* n = as<TypeAlias>(s);
      expr(n->name);
      const Name cls = scope().class_name;
      if (!n->type_params.empty()) {
        enter(ScopeKind::TypeParams, cls);
        typeParams(n->type_params);
      }
      enter(ScopeKind::TypeAlias, cls);
      expr(n->value);
      exit();
      if (!n->type_params.empty()) exit();
      break;
    }
    case StmtKind::AugAssign:
      expr(as<AugAssign>(s)->target);
      expr(as<AugAssign>(s)->value);
      break;
    case StmtKind::AnnAssign:
      annAssign(as<AnnAssign>(s));
      break;
    case StmtKind::For: {
      auto* n = as<For>(s);
      if (n->is_async && scope().kind != ScopeKind::AsyncFunction) {
        codeError(s->range, "'async for' outside async function");
      }
      expr(n->target);
      expr(n->iter);
      pushBlock(Block::Loop, s->range);
      stmts(n->body);
      popBlock();
      stmts(n->orelse);
      break;
    }
    case StmtKind::While:
      expr(as<While>(s)->test);
      pushBlock(Block::Loop, s->range);
      stmts(as<While>(s)->body);
      popBlock();
      stmts(as<While>(s)->orelse);
      break;
    case StmtKind::If:
      expr(as<If>(s)->test);
      stmts(as<If>(s)->body);
      stmts(as<If>(s)->orelse);
      break;
    case StmtKind::With: {
      auto* n = as<With>(s);
      if (n->is_async && scope().kind != ScopeKind::AsyncFunction) {
        codeError(s->range, "'async with' outside async function");
      }
      for (const WithItem* w : n->items) {
        expr(w->context_expr);
        pushBlock(Block::With, s->range);
        expr(w->optional_vars);
      }
      stmts(n->body);
      for (size_t i = 0; i < n->items.size(); i++) popBlock();
      break;
    }
    case StmtKind::Match:
      match(as<Match>(s));
      break;
    case StmtKind::Raise:
      expr(as<Raise>(s)->exc);
      expr(as<Raise>(s)->cause);
      break;
    case StmtKind::Try:
      tryStmt(as<Try>(s));
      break;
    case StmtKind::Assert:
      if (auto* tuple = dynAs<TupleExpr>(as<Assert>(s)->test); tuple && !tuple->elts.empty())
        warning(tuple->range, "assertion is always true, perhaps remove parentheses?", "write `assert test, message`");
      expr(as<Assert>(s)->test);
      expr(as<Assert>(s)->msg);
      break;
    case StmtKind::Import:
      importNames(as<Import>(s)->names, s->range, false);
      break;
    case StmtKind::ImportFrom: {
      auto* n = as<ImportFrom>(s);
      importNames(n->names, s->range, true);
      if (n->module.name == future_ && n->level == 0 && future_errors_.empty() &&
          file_.lineColumn(s->range.begin).line > last_future_line_) {
        codeError(s->range, "from __future__ imports must occur at the beginning of the file");
      }
      break;
    }
    case StmtKind::Global:
      declaration(as<Global>(s)->names, s->range, true);
      break;
    case StmtKind::Nonlocal:
      declaration(as<Nonlocal>(s)->names, s->range, false);
      break;
    case StmtKind::ExprStmt:
      expr(as<ExprStmt>(s)->value);
      break;
    case StmtKind::Pass:
      break;
    case StmtKind::Break:
      breakOrContinue(s->range, true);
      break;
    case StmtKind::Continue:
      breakOrContinue(s->range, false);
      break;
  }
}

void Checker::defaults(const Arguments* a) {
  exprs(a->defaults);
  exprs(a->kw_defaults);
}

void Checker::annotation(const Expr* e) {
  if (!e) return;
  if (future_annotations_) {
    enter(ScopeKind::Annotation, scope().class_name);
    uncompiled_++;
    expr(e);
    uncompiled_--;
    exit();
  } else if (scope().kind == ScopeKind::TypeParams) {
    enter(ScopeKind::Annotation, scope().class_name);
    auto* star = dynAs<Starred>(e);
    expr(star ? star->value : e);
    exit();
  } else if (auto* star = dynAs<Starred>(e)) {
    expr(star->value);  // *args: *Ts
  } else {
    expr(e);
  }
}

void Checker::annotations(const Arguments* a, const Expr* returns) {
  for (const Arg* x : a->posonlyargs) annotation(x->annotation);
  for (const Arg* x : a->args) annotation(x->annotation);
  if (a->vararg) annotation(a->vararg->annotation);
  if (a->kwarg) annotation(a->kwarg->annotation);
  for (const Arg* x : a->kwonlyargs) annotation(x->annotation);
  annotation(returns);
}

void Checker::parameter(const Arg* a) {
  define(a->arg.name, kDefParam, a->arg.range);
  forbidden(a->arg.name, a->arg.range);
}

void Checker::parameters(const Arguments* a) {
  for (const Arg* x : a->posonlyargs) parameter(x);
  for (const Arg* x : a->args) parameter(x);
  for (const Arg* x : a->kwonlyargs) parameter(x);
  if (a->vararg) parameter(a->vararg);
  if (a->kwarg) parameter(a->kwarg);
}

void Checker::functionDef(const FunctionDef* s) {
  define(s->name.name, kDefLocal, s->name.range);
  exprs(s->decorator_list);
  const Name cls = scope().class_name;
  defaults(s->args);
  if (!s->type_params.empty()) {
    enter(ScopeKind::TypeParams, cls);
    typeParams(s->type_params);
  }
  annotations(s->args, s->returns);
  enter(s->is_async ? ScopeKind::AsyncFunction : ScopeKind::Function, cls);
  if (s->is_async) scope().coroutine = true;
  std::vector<Block> outer;
  outer.swap(blocks_);
  parameters(s->args);
  stmts(s->body);
  // CPython asks whether an await was seen, not whether the function is async.
  if (scope().coroutine && scope().generator && scope().first_return_value.end) {
    codeError(scope().first_return_value, "'return' with value in async generator");
  }
  outer.swap(blocks_);
  exit();
  if (!s->type_params.empty()) exit();
  forbidden(s->name.name, s->name.range);
}

void Checker::classDef(const ClassDef* s) {
  define(s->name.name, kDefLocal, s->name.range);
  exprs(s->decorator_list);
  if (!s->type_params.empty()) {
    enter(ScopeKind::TypeParams, s->name.name);
    typeParams(s->type_params);
  }
  const size_t bases = mark();
  for (const Expr* e : s->bases) {
    auto* star = dynAs<Starred>(e);
    expr(star ? star->value : e);
  }
  keywords(s->keywords);
  const size_t body = mark();
  enter(ScopeKind::Class, s->name.name);
  std::vector<Block> outer;
  outer.swap(blocks_);
  stmts(s->body);
  outer.swap(blocks_);
  exit();
  moveBefore(bases, body);
  if (!s->type_params.empty()) exit();
  forbidden(s->name.name, s->name.range);
}

void Checker::typeParams(const List<TypeParam*>& params) {
  const Name cls = scope().class_name;
  bool seen_default = false;
  for (const TypeParam* t : params) {
    define(t->name.name, kDefTypeParam | kDefLocal, t->name.range);
    forbidden(t->name.name, t->name.range);
    if (t->bound) {
      enter(ScopeKind::TypeBound, cls);
      expr(t->bound);
      exit();
    }
    if (t->default_value) {
      seen_default = true;
      enter(ScopeKind::TypeDefault, cls);
      auto* star = dynAs<Starred>(t->default_value);
      expr(star ? star->value : t->default_value);
      exit();
    } else if (seen_default) {
      codeError(t->range, "non-default type parameter " + quoted(t->name.name) +
                              " follows default type parameter");
    }
  }
}

void Checker::returnStmt(const Return* s) {
  if (!scope().isFunction()) codeError(s->range, "'return' outside function");
  expr(s->value);
  if (!scope().isFunction()) return;
  if (s->value && !scope().first_return_value.end) scope().first_return_value = s->range;
  for (Block b : blocks_) {
    if (b != Block::StarHandler) continue;
    codeError(s->range, "'break', 'continue' and 'return' cannot appear in an except* block");
    return;
  }
}

void Checker::breakOrContinue(Range range, bool is_break) {
  for (size_t i = blocks_.size(); i-- > 0;) {
    if (blocks_[i] == Block::Loop) return;
    if (blocks_[i] == Block::StarHandler) {
      codeError(range, "'break', 'continue' and 'return' cannot appear in an except* block");
      return;
    }
  }
  codeError(range, is_break ? "'break' outside loop" : "'continue' not properly in loop");
}

void Checker::annAssign(const AnnAssign* s) {
  const size_t start = mark();
  if (auto* name = dynAs<NameExpr>(s->target)) {
    const uint16_t f = scopes_.flags(scopes_.mangle(name->id));
    if ((f & (kDefGlobal | kDefNonlocal)) && scopes_.depth() > 1 && s->simple) {
      scopeError(s->range, "annotated name " + quoted(name->id) + " can't be " +
                               ((f & kDefGlobal) ? "global" : "nonlocal"));
    }
    if (s->simple) {
      define(name->id, kDefAnnotated | kDefLocal, name->range);
    } else if (s->value) {
      define(name->id, kDefLocal, name->range);
    }
    forbidden(name->id, name->range);
  } else {
    expr(s->target);
  }
  // Annotations of a function's variables are never compiled.
  const bool evaluated = !future_annotations_ &&
                         (scope().kind == ScopeKind::Module || scope().kind == ScopeKind::Class);
  if (evaluated) {
    annotation(s->annotation);
  } else {
    uncompiled_++;
    annotation(s->annotation);
    uncompiled_--;
  }
  const size_t value = mark();
  expr(s->value);
  moveBefore(start, value);
}

void Checker::tryStmt(const Try* s) {
  const bool final = !s->finalbody.empty();
  if (final) pushBlock(Block::FinallyTry, s->range);
  if (!s->handlers.empty()) pushBlock(Block::Try, s->range);
  stmts(s->body);
  if (!s->handlers.empty()) {
    popBlock();
    stmts(s->orelse);
    pushBlock(Block::Handler, s->range);
    for (size_t i = 0; i < s->handlers.size(); i++) {
      const ExceptHandler* h = s->handlers[i];
      if (!h->type && i + 1 < s->handlers.size()) {
        codeError(h->range, "default 'except:' must be last");
      }
      expr(h->type);
      if (h->name.name.valid()) store(h->name.name, h->name.range);
      if (s->is_star) pushBlock(Block::StarHandler, h->range);
      pushBlock(Block::Cleanup, h->range);
      stmts(h->body);
      popBlock();
      if (s->is_star) popBlock();
    }
    popBlock();
  }
  if (final) {
    popBlock();
    pushBlock(Block::Finally, s->range);
    stmts(s->finalbody);
    popBlock();
  }
}

void Checker::declaration(const List<Ident>& list, Range range, bool global) {
  const std::string kind = global ? "global" : "nonlocal";
  for (const Ident& id : list) {
    const Name mangled = scopes_.mangle(id.name);
    const uint16_t old = scopes_.flags(mangled);
    if (old & kDefTypeParam) {
      scopeError(range, kind + " declaration not allowed for type parameter " + quoted(id.name));
    } else if (old & (kDefParam | kDefLocal | kUsed | kDefAnnotated)) {
      const std::string name = quoted(id.name);
      scopeError(id.range,
                 (old & kDefParam) ? "name " + name + " is parameter and " + kind
                 : (old & kUsed)   ? "name " + name + " is used prior to " + kind + " declaration"
                 : (old & kDefAnnotated)
                     ? "annotated name " + name + " can't be " + kind
                     : "name " + name + " is assigned to before " + kind + " declaration");
    }
    define(id.name, global ? kDefGlobal : kDefNonlocal, id.range);
    const uint16_t both = old | (global ? kDefGlobal : kDefNonlocal);
    if ((both & kDefGlobal) && (both & kDefNonlocal)) {
      late_scope_errors_.push_back(
          {id.range, "name " + quoted(id.name) + " is nonlocal and global"});
    } else if (!global) {
      if (scopes_.depth() == 1) {
        late_scope_errors_.push_back(
            {id.range, "nonlocal declaration not allowed at module level"});
      } else {
        scope().nonlocals.push_back({mangled, id.range, false});
      }
    }
  }
}

void Checker::importNames(const List<Alias*>& list, Range range, bool from) {
  for (const Alias* a : list) {
    std::string_view text = names_.text(a->name.name);
    if (from && text == "*") {
      if (scopes_.depth() > 1) scopeError(range, "import * only allowed at module level");
      continue;
    }
    Name bound = a->asname.name;
    if (!bound.valid()) {
      const size_t dot = text.find('.');
      bound = dot == std::string_view::npos ? a->name.name : names_.intern(text.substr(0, dot));
    }
    define(bound, kDefImport, a->range);
    forbidden(bound, a->range);
  }
}

bool checkModule(const SourceFile& file, Module& module, Interner& names, DiagnosticSink& diags) {
  return Checker(file, module.file, names).run(module, diags);
}

}  // namespace krait
