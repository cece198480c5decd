// Import statements: the modules' code runs where it is first imported.
#include "infer/engine.h"

namespace krait::infer {

using hir::Instr;

// A module's code runs, if this is its first import; `result`: what the import is as an expression.
void Engine::runModule(InstanceId init, TypeId result) {
  if (!recording_) {
    p_.instance(init).callers.insert(cur_->inst->id);
    if (p_.instance(init).dirty && !p_.instance(init).running) analyse(init);
  }
  storesOf(init);
  raiseInto(p_.instance(init).raises);
  Action act;
  act.kind = ActionKind::Call;
  act.call.instance = init;
  act.result = result;
  addCase(t_.bottom, t_.bottom, act);
}

void Engine::importModule(const Instr& i) {
  std::string name(names_.text(i.name));
  auto it = hir_.modules->by_name.find(name);
  if (hir_.modules->missing.count(name)) return setReg(i.result, unknown());
  if (it == hir_.modules->by_name.end()) {
    if (name.empty())
      complain(DiagCode::UnknownModule, "a relative import in a file that is part of no package", t_.bottom);
    Action act;
    callCore("_no_module", {t_.str, t_.str}, 0, &act);
    act.message = "No module named '" + name + "'";
    if (recording_) refused();  // what `try: import` does without the module was judged: now as if it were there
    addCase(t_.bottom, t_.bottom, act);
    cur_->dead = true;
    return setReg(i.result, t_.bottom);
  }
  // Packages are initialised from the outermost inwards.
  std::string bound = name;
  if (!i.sub) bound = name.substr(0, name.find('.'));
  size_t at = 0;
  do {
    at = name.find('.', at + 1);
    hir::ModuleId m = hir_.modules->by_name.at(at == name.npos ? name : name.substr(0, at));
    InstanceId init = moduleInstance(m);
    if (init == cur_->inst->id) continue;
    runModule(init, t_.none);
  } while (at != name.npos);
  hir::ModuleId m = hir_.modules->by_name.at(bound);
  return setReg(i.result, t_.one({Ctor::Module, m.index, {}, {}}));
}

void Engine::importFrom(const Instr& i) {
  if (reg(i.operands[0]) == t_.bottom) return setReg(i.result, t_.bottom);
  if (t_.isUnknown(reg(i.operands[0]))) return setReg(i.result, unknown());
  hir::ModuleId m(t_.atoms(reg(i.operands[0]))[0].id);
  hir::GlobalId g = hir_.globalOf(m, i.name);
  std::string full = std::string(i.text) + "." + std::string(names_.text(i.name));
  auto submodule = hir_.modules->by_name.find(full);
  // A variable that is only ever the submodule of its name may not be set yet: then the import runs it.
  const resolve::Scope* scope = hir_.modules->modules[m].scope;
  const resolve::Symbol* symbol = scope ? scope->find(i.name) : nullptr;
  if (submodule != hir_.modules->by_name.end() && symbol && symbol->own_submodule && !symbol->bound_otherwise) g = hir::GlobalId();
  if (g.valid()) {
    Action act;
    act.kind = ActionKind::ModuleAttr;
    act.global = g;
    act.result = readField(p_.globals[g.index], kFieldT);
    addCase(t_.bottom, t_.bottom, act);
    raises("ImportError");
    return setReg(i.result, act.result);
  }
  if (hir_.modules->missing.count(full) || hir_.modules->modules[m].open) return setReg(i.result, unknown());
  if (submodule != hir_.modules->by_name.end()) {
    TypeId module = t_.one({Ctor::Module, submodule->second.index, {}, {}});
    runModule(moduleInstance(submodule->second), module);
    return setReg(i.result, module);
  }
  std::string message = "cannot import name '" + std::string(names_.text(i.name)) + "' from '" +
                        std::string(i.text) + "' (" + hir_.modules->modules[m].path + ")";
  Action act;
  callCore("_no_name", {t_.str, t_.str, t_.str}, 0, &act);
  act.message = message;
  if (recording_) refused();
  if (!cur_->code->blocks[cur_->block].handler.valid())
    complain(DiagCode::UnknownModule, "module '" + std::string(i.text) + "' has no name '" +
                                          std::string(names_.text(i.name)) + "'", t_.bottom);
  addCase(t_.bottom, t_.bottom, act);
  return setReg(i.result, t_.bottom);
}

}  // namespace krait::infer
