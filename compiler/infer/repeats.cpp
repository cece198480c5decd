// Classes whose definition may run more than once. Each run makes a class of its own, with attributes of its
// own; Krait makes one. That is the same where nothing in the class can differ between the runs; other
// definitions must be shown to run once. A function around one is copied for every place that calls it (a class
// decorator, a factory of classes), and solving begins again; what then may still run twice is refused.
#include <algorithm>
#include <utility>

#include "infer/engine.h"

namespace krait::infer {

// Does the instance's code run at most once in the life of the program?
bool Engine::runsOnce(InstanceId i, std::vector<InstanceId>& path) {
  if (hir_.codes[p_.instance(i).code].kind == hir::CodeKind::Module) return true;
  auto it = calls_to_.find(i.index);
  if (it == calls_to_.end() || it->second.size() != 1) return false;
  auto [caller, block] = it->second[0];
  if (std::find(path.begin(), path.end(), caller) != path.end()) return false;
  if (hir::blocksInLoops(hir_.codes[p_.instance(caller).code])[block]) return false;
  path.push_back(i);
  return runsOnce(caller, path);
}

// The function to copy so that the class body runs once in each copy; invalid: that does not help.
hir::CodeId Engine::functionToCopy(hir::CodeId body) {
  auto candidate = [&](hir::CodeId c) {
    while (hir_.codes[c].kind == hir::CodeKind::Class) c = hir_.codes[c].parent;
    const hir::Code& code = hir_.codes[hir_.origin(c)];
    return code.kind == hir::CodeKind::Function && !code.library && !code.generator && !hir_.copied_per_call.count(code.id.index) ? code.id : hir::CodeId();
  };
  for (const Instance& i : p_.instances) {
    if (!i.live || i.code != body) continue;
    std::vector<InstanceId> path;
    for (InstanceId at = i.id;;) {
      if (hir_.codes[p_.instance(at).code].kind == hir::CodeKind::Module) break;
      auto it = calls_to_.find(at.index);
      if (it == calls_to_.end() || std::find(path.begin(), path.end(), at) != path.end()) return hir::CodeId();
      for (auto [caller, block] : it->second)
        if (hir::blocksInLoops(hir_.codes[p_.instance(caller).code])[block]) return hir::CodeId();
      if (it->second.size() > 1)
        if (hir::CodeId c = candidate(p_.instance(at).code); c.valid()) return c;
      path.push_back(at);
      at = it->second[0].first;
    }
    // It runs once for each type of what the functions on the way get.
    for (InstanceId at : path)
      if (hir::CodeId c = candidate(p_.instance(at).code); c.valid()) return c;
  }
  return hir::CodeId();
}

constexpr int kMostCopies = 64;  // of one function

// The copy of a __getattr__ that computes names from the one it is asked for (a proxy), where that is `name`.
hir::CodeId Engine::codeForName(const Atom& hook, Name name) {
  const hir::CodeId own(hook.id);
  hir::lowerCode(hir_, own, lowering_);
  const hir::Code& code = hir_.codes[own];
  if (code.library || code.generator || !code.computes_names || code.params.size() != 2) return own;
  const std::pair<uint32_t, uint64_t> key{hook.id, uint64_t(1) << 63 | name.index};
  auto known = hir_.copies.find(key);
  if (known != hir_.copies.end()) return known->second;
  if (std::distance(hir_.copies.lower_bound({hook.id, 0}), hir_.copies.lower_bound({hook.id + 1, 0})) >= kMostCopies) return own;
  const hir::CodeId copy = hir::copyCode(hir_, own);
  hir_.codes[copy].asked_name = name;
  return hir_.copies[key] = copy;
}

// The name that a computed one must be: the parameter of a copy of __getattr__, by way of variables that are stored to once.
Name Engine::knownName(hir::Reg name) {
  const hir::Code& code = *cur_->code;
  if (!code.asked_name.valid()) return Name();
  const hir::Instr* d = definition(name);
  if (d && d->op == hir::Op::Call && d->args.size() == 1) d = definition(d->args[0].value);  // _attribute_name(name)
  for (int hops = 0; d && d->op == hir::Op::LoadSlot && hops < 4; ++hops) {
    const hir::Instr* store = nullptr;
    for (const hir::Block& b : code.blocks)
      for (const hir::Instr& i : b.instrs)
        if ((i.op == hir::Op::StoreSlot || i.op == hir::Op::DelSlot) && i.slot == d->slot) {
          if (store || i.op == hir::Op::DelSlot) return Name();
          store = &i;
        }
    if (!store) return d->slot.index == 1 ? code.asked_name : Name();
    if (d->slot.index < code.params.size()) return Name();
    d = definition(store->operands[0]);
  }
  return Name();
}

hir::CodeId Engine::codeForCall(const Atom& function) {
  if (asked_name_.valid()) return codeForName(function, std::exchange(asked_name_, Name()));
  const hir::CodeId own(function.id);
  if (!hir_.copied_per_call.count(function.id) || cur_->code->library) return own;
  for (hir::CodeId c = cur_->code->id; c.valid(); c = hir_.codes[c].parent)
    if (hir_.origin(c) == own) return own;  // recursion
  auto known = hir_.copies.find({function.id, here()});
  if (known != hir_.copies.end()) return known->second;
  auto first = hir_.copies.lower_bound({function.id, 0}), end = hir_.copies.lower_bound({function.id + 1, 0});
  if (std::distance(first, end) >= kMostCopies) return own;
  return hir_.copies[{function.id, here()}] = hir::copyCode(hir_, own);
}

// Is a value of this type the same whenever its definition runs: a function that captures nothing, None …?
bool Engine::staticValue(TypeId type) {
  std::set<uint32_t> seen;  // a property may hold one that holds it
  return staticValue(type, seen);
}

bool Engine::staticValue(TypeId type, std::set<uint32_t>& seen) {
  for (const Atom& a : t_.atoms(type)) {
    switch (a.ctor) {
      case Ctor::None:
      case Ctor::Class:
      case Ctor::Module:
      case Ctor::Ellipsis: continue;
      case Ctor::Func:
        if (varying_functions_.count(a.id)) {
          // A method that the compiler wrote has defaults that never change, or that are attributes of the class.
          const hir::Code& code = hir_.codes[hir::CodeId(a.id)];
          bool derived = code.file != hir_.modules->modules[code.module].file;
          if (!derived || !code.free.empty()) return false;
        }
        continue;
      case Ctor::Obj: {
        const ClassInfo& c = p_.classes[ClassId(a.id)];
        if (!c.core || (c.name != "property" && c.name != "staticmethod" && c.name != "classmethod")) return false;
        if (!seen.insert(t_.find(a.node).index).second) continue;
        auto fields = t_.node(a.node).fields;
        for (auto& [name, held] : fields)
          if (!staticValue(held, seen)) return false;
        continue;
      }
      default: return false;
    }
  }
  return true;
}

// Is it a literal, or a tuple of such?
bool Engine::constantExpression(hir::Reg r) {
  const hir::Instr* d = definition(r);
  if (!d || (d->op != hir::Op::Const && d->op != hir::Op::BuildTuple && d->op != hir::Op::Unary)) return false;
  return std::all_of(d->operands.begin(), d->operands.end(), [&](hir::Reg x) { return constantExpression(x); });
}

// A class whose objects have a layout each, for what they hold, has no one function that can be its finalizer.
void Engine::refuseGenericFinalizers() {
  for (size_t k = 0; k < p_.classes.size(); ++k) {
    const ClassInfo& c = p_.classes[ClassId(k)];
    const hir::Code& body = hir_.codes[c.body];
    if (!c.generic || body.library || !p_.hasMethod(ClassId(k), "__del__")) continue;
    diags_.report(DiagCode::Unsupported, {body.file, body.range},
                  "'__del__' of class '" + c.name + "', which derives from a builtin class or from a generic one, is not compiled yet")
        .hint = "keep the object of the builtin class in an attribute instead of deriving from its class";
  }
}

void Engine::refuseRepeatedClasses() {
  for (auto [code, range] : other_bases_) {
    if (hir::CodeId around = p_.may_copy ? functionToCopy(code) : hir::CodeId(); around.valid()) {
      p_.copies_wanted.insert(around.index);
      continue;
    }
    const hir::Code& body = hir_.codes[code];
    diags_.report(DiagCode::Unsupported, {body.file, range},
                  "the bases of class '" + body.name + "' are not the same each time: that is not compiled yet")
        .hint = "write one class statement for each base";
  }
  for (size_t k = 0; k < p_.classes.size(); ++k) {
    const ClassInfo& c = p_.classes[ClassId(k)];
    const hir::Code& body = hir_.codes[c.body];
    if (body.library || !body.repeated) continue;
    size_t runs = 0;
    for (const Instance& i : p_.instances) {
      std::vector<InstanceId> path;
      if (i.live && i.code == c.body) runs += runsOnce(i.id, path) ? 1 : 2;
    }
    if (runs < 2) continue;
    Name differs = c.varying;
    Range at = c.varying_at;
    for (auto& [name, type] : Fields(t_.node(c.attributes).fields)) {
      if (differs.valid()) break;
      bool functions = true;
      for (const Atom& a : t_.atoms(type)) functions &= a.ctor != Ctor::Func || staticValue(t_.one(a));
      if (!functions) differs = Name(name);
    }
    if (!differs.valid()) continue;
    if (hir::CodeId around = p_.may_copy ? functionToCopy(c.body) : hir::CodeId(); around.valid()) {
      p_.copies_wanted.insert(around.index);
      continue;
    }
    auto& d = diags_.report(DiagCode::Unsupported, {body.file, body.range},
                            "class '" + c.name + "' may be made more than once, each time with another '" +
                                std::string(names_.text(differs)) + "': that is not compiled yet");
    if (at.end > at.begin)
      d.notes.push_back({{body.file, at}, "'" + std::string(names_.text(differs)) + "' is set here"});
    d.hint = "move the class out of the function or loop and give the value to its objects";
  }
}

}  // namespace krait::infer
