// unittest: which methods of a class are tests and which classes a module has, which CPython's library asks for while the
// program runs.
#include "resolve/derive.h"

namespace krait::resolve {

using namespace ast;

// What decides whether a method is a test: TestLoader.testMethodPrefix, as far as the program sets it, and the names of
// methods that are given to the class as texts.
void Deriver::readTestNames() {
  test_prefixes_ = {"test"};
  const Name prefix = names_.intern("testMethodPrefix");
  for (const Module& m : program_.modules) {
    for (const Constant* c : m.texts) test_texts_.insert(std::string(c->text));
    auto stores = m.attribute_stores.find(prefix);
    if (stores == m.attribute_stores.end()) continue;
    for (const Expr* e : stores->second)
      if (auto* c = e ? dynAs<Constant>(e) : nullptr; c && c->value_kind == ConstantKind::Str) test_prefixes_.emplace_back(c->text);
  }
  // `Case.test_more = function`, of whatever class.
  for (const Module& m : program_.modules)
    for (const auto& [name, values] : m.attribute_stores)
      for (const std::string& p : test_prefixes_)
        if (text(name).starts_with(p)) test_stores_.insert(std::string(text(name)));
}

void Deriver::testMethodsIn(const List<Stmt*>& body, std::map<std::string, TestMethod>& all) {
  auto prefixed = [&](std::string_view name) {
    for (const std::string& p : test_prefixes_)
      if (name.starts_with(p)) return true;
    return false;
  };
  auto assigned = [&](const Expr* target) {
    auto* n = dynAs<NameExpr>(target);
    if (!n || !prefixed(text(n->id))) return;
    TestMethod& t = all[std::string(text(n->id))];
    t.plain = false;
    t.assigned = true;
  };
  for (const Stmt* s : body) {
    switch (s->kind) {
      case StmtKind::FunctionDef: {
        auto* f = as<FunctionDef>(s);
        const std::string name(text(f->name.name));
        if (!prefixed(name)) {
          // Named by a text somewhere: only what can be called without arguments may be meant.
          const size_t positional = f->args->posonlyargs.size() + f->args->args.size();
          if (name != "runTest" && !test_texts_.count(name)) break;
          if (name.starts_with("__") || positional > 1 + f->args->defaults.size() || f->args->kwonlyargs.size() != 0 ||
              f->decorator_list.size() != 0 || (positional == 0 && !f->args->vararg))
            break;
        }
        TestMethod& t = all[name];
        t.plain &= f->decorator_list.size() == 0;
        if (f->body.size() != 0)
          if (auto* e = dynAs<ExprStmt>(static_cast<const Stmt*>(f->body[0])))
            if (auto* c = dynAs<Constant>(static_cast<const Expr*>(e->value)); c && c->value_kind == ConstantKind::Str)
              t.documented = true;
        break;
      }
      case StmtKind::Assign:
        for (const Expr* target : as<Assign>(s)->targets) assigned(target);
        break;
      case StmtKind::AnnAssign: assigned(as<AnnAssign>(s)->target); break;
      case StmtKind::If:
        testMethodsIn(as<If>(s)->body, all);
        testMethodsIn(as<If>(s)->orelse, all);
        break;
      default: break;
    }
  }
}

// Those of the class and of its bases in the program, test cases or not.
void Deriver::testMethods(const ClassDef* c, std::map<std::string, TestMethod>& all) {
  testMethodsIn(c->body, all);
  for (auto& [base, expr] : factsOf(c).bases)
    if (places_.count(base)) testMethods(base, all);
}

// A subclass of TestCase: its tests' names, a call by name, and what is known of a test before it runs.
void Deriver::testCase(ClassDef* c, const Scope* s) {
  Facts& facts = factsOf(c);
  for (const Expr* b : c->bases) {
    const Entity e = find(module_, s, b);
    if (e.is("unittest", "IsolatedAsyncioTestCase"))
      return unsupported(b->range, "a test case with asynchronous tests", "write the tests as plain methods");
    if (e.is("unittest", "TestLoader") && defines(c, "testMethodPrefix"))
      unsupported(c->name.range, "a prefix of tests that a class of loaders has", "set testMethodPrefix of a loader");
    facts.test_case |= e.is("unittest", "TestCase") || e.is("unittest.case", "TestCase") || (e.cls && factsOf(e.cls).test_case);
  }
  if (!facts.test_case) return;
  std::map<std::string, TestMethod> all;
  testMethods(c, all);
  for (const std::string& name : test_stores_)
    if (!all.count(name)) all[name] = {false, false, true};
  std::string names;
  std::vector<std::string> some, call, about;
  for (auto& [name, t] : all) {
    const std::string method = "self." + name, is = "if name == " + quoted(name) + ":", has = "_krait_builtins__hasattr(self, " + quoted(name) + ")",
                      guard = " if _krait_builtins__callable(" + method + "):";
    if (t.assigned) {
      some.push_back("if _krait_builtins__hasattr(cls, " + quoted(name) + "):");
      some.push_back(" if _krait_builtins__callable(cls." + name + "):");
      some.push_back("  names.append(" + quoted(name) + ")");
    }
    if (!t.assigned) names += quoted(name) + ", ";
    call.push_back(is);
    if (t.assigned) call.insert(call.end(), {" if " + has + ":", " " + guard, "   return " + method + "()"});
    else call.push_back(" return " + method + "()");
    about.push_back(is);
    if (t.plain) about.push_back(t.documented ? " return " + method + ".__doc__, False, '', False" : " return None, False, '', False");
    else if (t.assigned) about.insert(about.end(), {" if " + has + ":", " " + guard, "   return _krait_unittest___about(" + method + ")"});
    else about.push_back(" return _krait_unittest___about(" + method + ")");
  }
  some.insert(some.begin(), "names = [" + names + "]");
  some.push_back("return names");
  call.push_back("return _krait_unittest___no_test(self, name)");
  about.push_back("return _krait_unittest___no_method(self, name)");
  addMethod(c, "_unittest_names_(cls)", some, "@_krait_builtins__classmethod");
  addMethod(c, "_unittest_call_(self, name)", call);
  addMethod(c, "_unittest_about_(self, name)", about);
  // What is around the tests of its module.
  const Scope* module = program_.modules[module_].scope;
  auto defined = [&](const char* name) {
    const Symbol* symbol = module->find(names_.intern(name));
    return symbol && symbol->assigned;
  };
  addMethod(c, "_unittest_set_up_()", {defined("setUpModule") ? "setUpModule()" : "pass"}, "@_krait_builtins__staticmethod");
  addMethod(c, "_unittest_tear_down_()", {defined("tearDownModule") ? "tearDownModule()" : "pass"}, "@_krait_builtins__staticmethod");
  addStmts(c, "_classSetupFailed = False\n_class_cleanups = []\n");
}

// A module: its test cases by name, and what else a name on the command line may mean.
void Deriver::testModule(Module& m) {
  std::set<std::string> bound;
  auto all = [&](const Scope& scope) {
    for (Name n : scope.order)
      if (scope.find(n)->assigned) bound.insert(std::string(text(n)));
  };
  all(*m.scope);
  for (const auto& [symbol, info] : m.scope->symbols)
    if (info.assigned) bound.insert(std::string(text(symbol)));
  // Star imports bind names later; what is not among a module's names stays out.
  for (const std::string& base : m.star_imports) {
    auto it = program_.by_name.find(base);
    if (it == program_.by_name.end() || program_.modules[it->second].library) continue;
    const Module& from = program_.modules[it->second];
    std::set<std::string> named;
    for (const Stmt* s : from.tree->body) {
      auto* a = dynAs<Assign>(s);
      auto* target = a && a->targets.size() == 1 ? dynAs<NameExpr>(static_cast<const Expr*>(a->targets[0])) : nullptr;
      if (!target || text(target->id) != "__all__") continue;
      auto add = [&](const auto& list) {
        for (const Expr* e : list)
          if (auto* c = dynAs<Constant>(e); c && c->value_kind == ConstantKind::Str) named.insert(std::string(c->text));
      };
      if (auto* list = dynAs<ListExpr>(static_cast<const Expr*>(a->value))) add(list->elts);
      if (auto* tuple = dynAs<TupleExpr>(static_cast<const Expr*>(a->value))) add(tuple->elts);
    }
    if (named.empty())
      for (const auto& [symbol, info] : from.scope->symbols)
        if (info.assigned && text(symbol)[0] != '_') named.insert(std::string(text(symbol)));
    bound.insert(named.begin(), named.end());
  }
  std::vector<std::string> classes{"found = []"}, make;
  for (const std::string& name : bound) {
    const Entity e = findName(module_, m.scope, names_.intern(name), 0);
    if (!e.cls || program_.modules[e.where].library) continue;
    if (!derived(e).test_case) continue;
    classes.insert(classes.end(), {"try:", " found.append((" + quoted(name) + ", " + name + "))",
                                   "except _krait_builtins__NameError:", " pass"});
  }
  bool loads = false;
  for (const Stmt* s : m.tree->body) {
    auto* f = dynAs<FunctionDef>(s);
    if (!f) continue;
    const std::string name(text(f->name.name));
    loads |= name == "load_tests";
    if (f->args->posonlyargs.size() + f->args->args.size() + f->args->kwonlyargs.size() != 0 || f->decorator_list.size() != 0) continue;
    if (name.find("suite") == std::string::npos && !test_texts_.count(name)) continue;
    make.insert(make.end(), {"if name == " + quoted(name) + ":", " return " + name + "()"});
  }
  classes.push_back("return found");
  make.push_back("return None");
  std::vector<Stmt*> body(m.tree->body.begin(), m.tree->body.end());
  size_t at = 0;  // behind the docstring and imports from __future__
  while (at < body.size()) {
    auto* f = dynAs<ImportFrom>(body[at]);
    auto* e = dynAs<ExprStmt>(body[at]);
    if (!(f && f->module.name.valid() && text(f->module.name) == "__future__") && !(at == 0 && e && e->value->kind == ExprKind::Constant))
      break;
    ++at;
  }
  const auto function = [&](const std::string& header, const std::vector<std::string>& lines) {
    std::string source = "\ndef " + header + ":\n";
    for (const std::string& line : lines) source += " " + line + "\n";
    FileId file;
    auto* f = const_cast<FunctionDef*>(as<FunctionDef>(parse(source, file)->body[0]));
    f->file = file;
    f->name.range = f->range = Range{};
    body.insert(body.begin() + static_cast<std::ptrdiff_t>(at), f);
  };
  function("_unittest_classes_()", classes);
  function("_unittest_make_(name)", make);
  function("_unittest_load_(loader, tests, pattern)", {loads ? "return load_tests(loader, tests, pattern)" : "return None"});
  m.tree->body = arena_.list(body);
  changed_modules_.insert(module_.index);
  testCleanups(m);
  testMains(m);
}

// self.addCleanup(f, x) in a test case: each call becomes one of a function of its own that calls f(x), so that the arguments of one
// function are not taken for those of another.
void Deriver::testCleanups(const Module& m) {
  for (const auto& [found, scope] : m.cleanup_calls) {
    const Scope* around = scope;
    while (around && around->kind != ScopeKind::Class) around = around->parent;
    if (!around || found->args.size() == 0) continue;
    const auto* c = static_cast<const ClassDef*>(around->node);
    auto* method = as<Attribute>(found->func);
    if (!factsOf(c).test_case || method->value->kind != ExprKind::NameExpr || inheritsOwn(c, text(method->attr.name))) continue;
    auto* call = const_cast<Call*>(found);
    FileId file;
    auto* outer = as<Lambda>(as<ExprStmt>(parse("lambda _krait_cleanup, /, *_krait_args, **_krait_named: lambda: "
                                                "_krait_cleanup(*_krait_args, **_krait_named)\n", file)->body[0])->value);
    auto* inner = const_cast<Lambda*>(as<Lambda>(static_cast<const Expr*>(outer->body)));
    auto* target = const_cast<Call*>(as<Call>(static_cast<const Expr*>(inner->body)));
    placeExpr(outer, call->range);
    placeExpr(inner, call->range);
    placeExpr(target, call->range);
    for (Expr* x : target->args) placeExpr(as<Starred>(x)->value, call->range);
    auto* made = arena_.make<Call>();
    made->kind = ExprKind::Call;
    made->range = call->range;
    made->func = outer;
    made->args = call->args;
    made->keywords = call->keywords;
    call->args = arena_.list(std::vector<Expr*>{made});
    call->keywords = {};
    const_cast<Attribute*>(method)->attr.name = names_.intern(text(method->attr.name) == "addCleanup" ? "_add_cleanup" : "_add_class_cleanup");
  }
}

// unittest.main() looks at the main module; in another one it gets nothing to look at, and says so where it is ever called.
void Deriver::testMains(const Module& m) {
  for (const Call* found : m.main_calls) {
    const Entity callee = find(module_, m.scope, found->func);
    if (!callee.is("unittest", "main") && !callee.is("unittest", "TestProgram")) continue;
    addKeywords(const_cast<Call*>(found), module_ == program_.main ? "_main=(_unittest_classes_, _unittest_make_, _unittest_load_)" : "_main=()");
  }
}

// More arguments for a call; the text is what stands between parentheses.
void Deriver::addKeywords(Call* call, const std::string& text) {
  FileId file;
  auto* made = as<Call>(as<ExprStmt>(parse("_krait_object(" + text + ")\n", file)->body[0])->value);
  std::vector<Keyword*> keywords(call->keywords.begin(), call->keywords.end());
  for (Keyword* k : made->keywords) {
    placeExpr(k->value, call->range);
    k->range = call->range;
    keywords.push_back(k);
  }
  call->keywords = arena_.list(keywords);
  changed_modules_.insert(module_.index);
}

// What a warning says of its place is that of the call, where stacklevel is 1.
void Deriver::warnings(const Module& m) {
  for (const auto& [found, scope] : m.warn_calls) {
    if (!find(module_, scope, found->func).is("warnings", "warn")) continue;
    const Expr* level = found->args.size() > 2 ? found->args[2] : nullptr;
    bool own = true;
    for (const Expr* x : found->args) own &= x->kind != ExprKind::Starred;
    for (const Keyword* k : found->keywords) {
      if (!k->arg.name.valid()) own = false;
      else if (text(k->arg.name) == "stacklevel") level = k->value;
    }
    auto* number = level ? dynAs<Constant>(level) : nullptr;
    if (!own || (level && (!number || number->value_kind != ConstantKind::Int || number->text != "1"))) continue;
    const uint32_t line = sources_.file(m.file).lineColumn(found->range.begin).line;
    addKeywords(const_cast<Call*>(found), "_place=(__file__, " + std::to_string(line) + ", __name__)");
  }
}

}  // namespace krait::resolve
