// Variables as dicts: globals(), locals(), vars() and dir() without arguments, writing through globals() and __dict__.
#include <algorithm>

#include "lower/lowering.h"

namespace krait::hir {

using namespace ast;
using resolve::Binding;
using resolve::Scope;
using resolve::ScopeKind;

// Runs `action` and goes on behind it, also where a name in it turns out to have no value.
void Lowering::ifBound(const std::function<void()>& action, Range r) {
  BlockId outer = handler_, dispatch = newBlock(), done = newBlock(), body = newBlock();
  handler_ = dispatch;
  jump(body);
  start(body);
  action();
  handler_ = outer;
  BlockId found = newBlock();
  jump(found);
  start(found);
  jump(done);
  start(dispatch);
  Reg caught = emitValue(Op::CatchException, r);
  Reg previous = emitValue(Op::EnterHandler, r, {caught});
  Reg match = emitValue(Op::MatchException, r, {caught, coreName("NameError", r)});
  BlockId yes = newBlock(), no = newBlock();
  branch(match, yes, no, r);
  start(no);
  emit(Op::LeaveHandler, {}).operands = {previous};
  emit(Op::Reraise, r).operands = {caught};
  current_ = BlockId();
  start(yes);
  emit(Op::LeaveHandler, {}).operands = {previous};
  jump(done);
  start(done);
}

// The variables of the module (what CPython puts there itself first) or of this function, in the order of their first mention.
Reg Lowering::namespaceDict(bool global, Range r) {
  auto own = [&](const char* name) { return loadName(names_.intern(name), r); };
  Reg all = global ? coreCall("_module_variables", {own("__name__"), own("__doc__"), own("__file__")}, r) : coreCall("_function_variables", {}, r);
  auto add = [&](Name n, const std::function<Reg()>& load) {
    ifBound([&] {
      Reg value = load();
      coreCall("_vars_add", {all, constantStr(names_.text(n), r), value}, r);
    }, r);
  };
  if (global) {
    const resolve::Module& m = program_.modules->modules[code().module];
    for (Name n : m.scope->order) {
      const std::string_view text = names_.text(n);
      if (!m.scope->find(n)->assigned || text.starts_with("_krait_") || text.starts_with('.') || text == "__doc__") continue;
      add(n, [&, n] {
        if (code().kind == CodeKind::Module && scope_ == m.scope) return loadName(n, r);
        Reg v = emitValue(Op::LoadGlobal, r);
        last().name = n;
        last().global = program_.globalOf(code().module, n);
        return v;
      });
    }
    return all;
  }
  std::vector<Name> plain, captured;
  for (const Param& p : code().params) plain.push_back(p.name);
  for (Name n : scope_->order) {
    const resolve::Symbol& symbol = *scope_->find(n);
    const bool known = std::find(plain.begin(), plain.end(), n) != plain.end();
    if (known || names_.text(n).starts_with('.') || names_.text(n).starts_with("_krait_")) continue;
    if (symbol.binding == Binding::Local && symbol.assigned) plain.push_back(n);
    if (symbol.binding == Binding::Cell || symbol.binding == Binding::Free) captured.push_back(n);
  }
  std::stable_sort(captured.begin(), captured.end(), [&](Name a, Name b) {
    const bool own_a = scope_->find(a)->binding == Binding::Cell, own_b = scope_->find(b)->binding == Binding::Cell;
    return own_a != own_b ? own_a : names_.text(a) < names_.text(b);
  });
  plain.insert(plain.end(), captured.begin(), captured.end());
  for (Name n : plain) add(n, [&, n] { return loadName(n, r); });
  return all;
}

// globals(), locals(), vars() or dir(), where the name means the builtin.
bool Lowering::namespaceCall(const Call* e, Reg& result) {
  auto* fn = dynAs<NameExpr>(e->func);
  if (!fn || !e->args.empty() || !e->keywords.empty() || code().library) return false;
  const std::string_view name = names_.text(fn->id);
  if (name != "globals" && name != "locals" && name != "vars" && name != "dir") return false;
  const Access a = access(fn->id);
  if (a.kind != Access::Global || a.global.valid()) return false;
  const bool global = name == "globals" || code().kind == CodeKind::Module;
  if (!global && (code().kind == CodeKind::Class || code().kind == CodeKind::GeneratorExpression || comprehension_)) {
    unsupported(e->range, std::string(name) + "() in " + (code().kind == CodeKind::Class ? "a class body" : "a comprehension"),
                "name the variables one by one");
    result = unknown(e->range);
    return true;
  }
  result = namespaceDict(global, e->range);
  if (name == "dir") result = coreCall("sorted", {result}, e->range);
  return true;
}

// `globals()["name"] = value`; false: it is something else.
bool Lowering::storeThroughGlobals(const Subscript* target, Reg value) {
  auto* call = dynAs<Call>(target->value);
  auto* fn = call ? dynAs<NameExpr>(call->func) : nullptr;
  if (!fn || names_.text(fn->id) != "globals" || !call->args.empty() || access(fn->id).global.valid()) return false;
  auto* text = dynAs<Constant>(target->slice);
  const Name name = text && text->value_kind == ConstantKind::Str ? names_.intern(text->text) : Name();
  const Scope* module = program_.modules->modules[code().module].scope;
  const resolve::Symbol* symbol = name.valid() ? module->find(name) : nullptr;
  if (!symbol || !symbol->assigned) {
    unsupported(target->range, "setting a variable through globals() that no statement of the module sets",
                "keep what is to be found by its name in a dict");
    return true;
  }
  if (code().kind == CodeKind::Module && scope_ == module) {
    storeName(name, value, target->range);
    return true;
  }
  Instr& i = emit(Op::StoreGlobal, target->range);
  i.name = name;
  i.global = program_.globalOf(code().module, name);
  i.operands = {value};
  return true;
}

// The x of `x.__dict__` and `vars(x)`; null: it is something else.
const Expr* Lowering::ownerOfDict(const Expr* e) {
  if (auto* a = dynAs<Attribute>(e)) return names_.text(a->attr.name) == "__dict__" ? a->value : nullptr;
  auto* call = dynAs<Call>(e);
  auto* fn = call ? dynAs<NameExpr>(call->func) : nullptr;
  if (!fn || names_.text(fn->id) != "vars" || call->args.size() != 1 || !call->keywords.empty()) return nullptr;
  const Access a = access(fn->id);
  return a.kind == Access::Global && !a.global.valid() && call->args[0]->kind != ExprKind::Starred ? call->args[0] : nullptr;
}

// `x.__dict__.update(…)` sets attributes of x; false: it is something else.
bool Lowering::updateAttributes(const Call* e, Reg& result) {
  auto* update = dynAs<Attribute>(e->func);
  const Expr* owner = update && names_.text(update->attr.name) == "update" && !code().library ? ownerOfDict(update->value) : nullptr;
  if (!owner || e->args.size() > 1) return false;
  if (!e->args.empty() && e->args[0]->kind == ExprKind::Starred) return false;
  const Range r = e->range;
  Reg object = expr(owner);
  auto setAll = [&](const Expr* source) {
    Reg items = coreCall("_dict_items", {expr(source)}, r);
    Reg iter = emitValue(Op::GetIter, r, {items});
    BlockId head = newBlock(), body = newBlock(), done = newBlock();
    jump(head);
    start(head);
    Instr& n = emit(Op::ForNext, r);
    n.operands = {iter};
    n.targets[0] = body;
    n.targets[1] = done;
    Reg item = n.result = newReg();
    current_ = BlockId();
    start(body);
    Reg key = coreCall("_first_of", {item}, r);
    Reg value = coreCall("_second_of", {item}, r);
    dynamicAttribute("attr_set", {object, key, value}, source, true, r, "_dict_name");
    jump(head);
    start(done);
  };
  for (const Expr* source : e->args) setAll(source);
  for (const Keyword* k : e->keywords) {
    if (!k->arg.name.valid()) {
      setAll(k->value);
      continue;
    }
    Reg value = expr(k->value);
    Instr& set = emit(Op::SetAttr, r);
    set.operands = {object, value};
    set.name = k->arg.name;
    set.sub = 2;  // past __setattr__, properties and descriptors
  }
  result = constant(ConstantKind::None, r);
  return true;
}

// `__import__("module")` and `importlib.import_module("module")`; false: it is something else.
bool Lowering::importCall(const Call* e, Reg& result) {
  if (code().library || e->args.size() != 1 || !e->keywords.empty()) return false;
  auto* text = dynAs<Constant>(e->args[0]);
  if (!text || text->value_kind != ConstantKind::Str || text->text.empty() || text->text[0] == '.') return false;
  auto* fn = dynAs<NameExpr>(e->func);
  auto* attribute = dynAs<Attribute>(e->func);
  auto* base = attribute ? dynAs<NameExpr>(attribute->value) : nullptr;
  const bool builtin = fn && names_.text(fn->id) == "__import__" && !access(fn->id).global.valid();
  const auto& modules = program_.modules->by_name;
  auto importlib = modules.find("importlib");
  const bool loaded = importlib != modules.end() && program_.modules->modules[importlib->second].library;
  const bool by_function = loaded && ((fn && names_.text(fn->id) == "import_module") ||
                                      (base && names_.text(base->id) == "importlib" && names_.text(attribute->attr.name) == "import_module"));
  if (!builtin && !by_function) return false;
  result = emitValue(Op::ImportModule, e->range);
  last().name = names_.intern(text->text);
  last().sub = by_function;  // the module itself, not its first package
  return true;
}

// `C.__subclasses__()`; false: it is something else.
bool Lowering::subclassesCall(const Call* e, Reg& result) {
  auto* method = dynAs<Attribute>(e->func);
  if (!method || names_.text(method->attr.name) != "__subclasses__" || !e->args.empty() || !e->keywords.empty() || code().library) return false;
  Reg cls = expr(method->value);
  Reg candidates = emitValue(Op::Intrinsic, e->range, {cls});
  last().name = names_.intern("direct_subclasses");
  result = coreCall("_existing", {cls, candidates}, e->range);
  return true;
}

}  // namespace krait::hir
