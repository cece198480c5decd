// What copies objects (lib/std/copy.py) is written on: a function for each kind of value, for each item of a tuple,
// for each field of an object. A copy has the type of what it copies, node for node, so that the parts that two
// places share have one layout in the copy, too.
#include <algorithm>

#include "infer/engine.h"
#include "infer/runtime_words.h"

namespace krait::infer {

// Calls the function that operand `function` is, with `first` and the operands from `rest` on.
TypeId Engine::callOperand(const hir::Instr& i, TypeId first, size_t rest, uint64_t sub, Action* action) {
  Args args;
  auto add = [&](TypeId type) {
    args.list.push_back({type, hir::ArgKind::Positional, Name(),
                         {ArgSource::Operand, static_cast<uint32_t>(args.list.size()), 0, {}, {}, nullptr, nullptr}});
  };
  add(first);
  for (size_t k = rest; k < i.operands.size(); ++k) add(reg(i.operands[k]));
  TypeId function = reg(i.operands[0]);
  if (first == t_.bottom || !t_.isOnly(function, Ctor::Func)) return t_.bottom;
  return callFunction(t_.atoms(function)[0], nullptr, args, sub, action);
}

// The fields of an object that hold values of the program: not what a container keeps for itself.
std::vector<Name> Engine::copiedFields(const Atom& a) {
  std::vector<Name> out;
  const ClassInfo& c = p_.classes[ClassId(a.id)];
  auto add = [&](Name n) {
    if (std::find(out.begin(), out.end(), n) != out.end()) return;
    TypeId held = t_.without(t_.field(a.node, n.index), Ctor::Unset);
    if (held == t_.bottom) return;
    for (const Atom& x : t_.atoms(held))
      if (x.ctor == Ctor::I64 || x.ctor == Ctor::Buffer || x.ctor == Ctor::Opaque) {
        if (!c.container) refuse("copying a '" + c.name + "'");
        return;
      }
    out.push_back(n);
  };
  read(a.node);
  for (auto m = c.mro.rbegin(); m != c.mro.rend(); ++m)
    for (Name n : std::vector<Name>(p_.classes[*m].field_order)) add(n);
  for (auto& [name, type] : Fields(t_.node(a.node).fields))
    if (name < kFieldKey) add(Name(name));
  return out;
}

// copy_is_program: is it an object of a class that the program defines? copy_defines: does such a class define the method?
// weak_able: has such a class room for weak references?
bool Engine::copyTest(const hir::Instr& i, const Atom& a) {
  auto ofProgram = [&](ClassId c) { return !hir_.codes[p_.classes[c].body].library; };
  if (names_.text(i.name) == "copy_is_program") return a.ctor == Ctor::Obj && ofProgram(ClassId(a.id));
  if (names_.text(i.name) == "weak_able") {
    if (a.ctor != Ctor::Obj || !ofProgram(ClassId(a.id))) return false;
    const ClassInfo& c = p_.classes[ClassId(a.id)];
    return !c.has_slots || c.slots.count(names_.intern("__weakref__"));
  }
  const hir::Instr* d = definition(i.operands[1]);
  Atom f;
  ClassId owner;
  return d && methodOf(a, std::string(d->text), &f, &owner) && ofProgram(owner);
}

TypeId Engine::copyIntrinsic(std::string_view name, const hir::Instr& i) {
  auto arg = [&](size_t k) { return reg(i.operands[k]); };
  if (name == "copy_each_type") {  // f(x, ...), analysed for each member of x's type by itself
    TypeId result = t_.bottom;
    for (const Atom& a : std::vector<Atom>(t_.atoms(arg(1)))) {
      Action act;
      act.result = callOperand(i, t_.one(a), 2, at(0xe1, a), &act);
      result = t_.join(result, act.result);
      addCase(t_.one(a), t_.bottom, act);
    }
    cur_->dead = result == t_.bottom;
    return result;
  }
  if (name == "copy_tuple") {  // (f(t[0], ...), f(t[1], ...), ...)
    TypeId result = t_.bottom;
    for (Atom a : std::vector<Atom>(t_.atoms(arg(1)))) {
      if (a.ctor != Ctor::Tuple) continue;
      TypeId self = t_.one(a);
      bool ends = false;
      for (size_t k = 0; k < a.items.size(); ++k) {
        Action act;
        act.result = callOperand(i, unfold(a.items[k]), 2, Instance::mix(at(0xe2, a), k), &act);
        addCase(self, t_.bottom, act);
        ends |= act.result == t_.bottom;
        if (t_.join(unfold(a.items[k]), act.result) != t_.canonical(unfold(a.items[k]))) a.items[k] = act.result;
      }
      if (!ends) result = t_.join(result, t_.one(a));
      if (a.items.empty()) addCase(self, t_.bottom, Action());
    }
    cur_->dead = result == t_.bottom;
    return result;
  }
  if (name == "copy_fields") {  // for each field: new.field = f(old.field, ...)
    for (const Atom& a : std::vector<Atom>(t_.atoms(arg(2)))) {
      if (a.ctor != Ctor::Obj) continue;
      for (Name n : copiedFields(a)) {
        Action act;
        TypeId held = t_.without(readField(a.node, n.index), Ctor::Unset);
        act.result = callOperand(i, held, 3, Instance::mix(at(0xe3, a), n.index), &act);
        t_.grow(a.node, n.index, act.result);
        if (recording_) rec().cases.push_back({{t_.one(a), t_.bottom}, act, n});
      }
      addCase(t_.one(a), t_.bottom, Action());
    }
    return t_.none;
  }
  if (name == "copy_begin") {  // an object of the class of x, with the values of its fields
    TypeId result = t_.filter(arg(0), [](const Atom& a) { return a.ctor == Ctor::Obj; });
    for (const Atom& a : std::vector<Atom>(t_.atoms(result))) {
      if (!hir_.codes[p_.classes[ClassId(a.id)].body].library)
        for (Name n : copiedFields(a))
          if (recording_) rec().cases.push_back({{t_.one(a), t_.bottom}, Action(), n});
      addCase(t_.one(a), t_.bottom, Action());
    }
    cur_->dead = result == t_.bottom;
    return result;
  }
  if (name == "copy_is_program" || name == "copy_defines" || name == "weak_able") {  // decide branches
    bool all = true, none = true;
    for (const Atom& a : std::vector<Atom>(t_.atoms(arg(0)))) (copyTest(i, a) ? none : all) = false;
    if (recording_) rec().decided = all ? 1 : none ? 0 : -1;
    return t_.boolean;
  }
  if (name == "copy_hide") return t_.one({Ctor::Opaque, kOpaqueObject, {}, {}});  // an object, its class forgotten
  if (name == "copy_is_like") return t_.boolean;  // has the hidden object the layout of x?
  return arg(1);                                  // copy_show(hidden, x): as a value of x's type
}

}  // namespace krait::infer
