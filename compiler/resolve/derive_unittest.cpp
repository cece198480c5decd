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
  std::string names;
  std::vector<std::string> some, call, about;
  for (auto& [name, t] : all) {
    const std::string method = "self." + name, is = "if name == " + quoted(name) + ":", guard = "if _krait_builtins__callable(" + method + "):";
    if (t.assigned) some.push_back("if _krait_builtins__callable(cls." + name + "): names.append(" + quoted(name) + ")");
    else names += quoted(name) + ", ";
    call.push_back(is);
    if (t.assigned) call.push_back(" " + guard), call.push_back("  return " + method + "()");
    else call.push_back(" return " + method + "()");
    about.push_back(is);
    if (t.plain) about.push_back(t.documented ? " return " + method + ".__doc__, False, '', False" : " return None, False, '', False");
    else if (t.assigned) about.push_back(" " + guard), about.push_back("  return _krait_unittest___about(" + method + ")");
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
  if (module_ == program_.main) testMains(m);
}

// unittest.main() of the main module looks at the main module.
void Deriver::testMains(const Module& m) {
  for (const Call* found : m.main_calls) {
    const Entity callee = find(module_, m.scope, found->func);
    if (!callee.is("unittest", "main") && !callee.is("unittest", "TestProgram")) continue;
    auto* call = const_cast<Call*>(found);
    FileId file;
    auto* made = as<Call>(as<ExprStmt>(parse("_krait_object(_main=(_unittest_classes_, _unittest_make_, _unittest_load_))\n", file)->body[0])->value);
    std::vector<Keyword*> keywords(call->keywords.begin(), call->keywords.end());
    for (Keyword* k : made->keywords) {
      placeExpr(k->value, call->range);
      k->range = call->range;
      keywords.push_back(k);
    }
    call->keywords = arena_.list(keywords);
  }
}

}  // namespace krait::resolve
