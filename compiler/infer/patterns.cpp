// Questions about a value that its type answers or narrows down: hasattr, sequence and class patterns.
#include <algorithm>

#include "infer/engine.h"

namespace krait::infer {

int Engine::hasAttrOf(const Atom& a, Name name, Action* action) {
  if (a.ctor == Ctor::Unknown) return -1;
  if (names_.text(name) == "__dict__" && (a.ctor == Ctor::Class || a.ctor == Ctor::Module || (a.ctor == Ctor::Func && !p_.isBuiltin(a)))) return 1;
  Action act;
  bool saved = quiet_;
  quiet_ = true;
  attrOf(a, name, at(0x4a, a), &act);
  quiet_ = saved;
  if (act.kind == ActionKind::Fail) return 0;
  if (t_.isUnknown(act.result) && open(a)) return -1;
  if (act.kind == ActionKind::FunctionAttr) {
    std::string_view text = names_.text(name);
    if (text == "__name__" || text == "__qualname__" || text == "__module__" || text == "__doc__") return 1;
    if (action) *action = act;
    return -1;
  }
  if (act.kind == ActionKind::Field && t_.has(readField(act.node, name.index), Ctor::Unset)) {
    if (act.otherwise && act.otherwise->kind != ActionKind::Call) return 1;
    if (!action) return -1;
    if (act.otherwise) act.otherwise = std::make_shared<const Action>(hasByRunning(a, name, *act.otherwise));
    *action = act;
    return -1;
  }
  if (act.kind == ActionKind::ClassAttr || (act.kind == ActionKind::Bind && act.cls.valid() && act.index != form::kOfPlainValue)) {
    const Action* last = &act;
    while (last->otherwise && (last->kind == ActionKind::ClassAttr || last->kind == ActionKind::Bind)) last = last->otherwise.get();
    const bool plain = last->kind == ActionKind::ClassAttr || last->kind == ActionKind::Bind;
    if (!plain || !t_.has(readField(p_.classes[last->cls].attributes, name.index), Ctor::Unset)) return 1;
    if (action) *action = act;
    return -1;
  }
  if (act.kind == ActionKind::ModuleAttr && !hir_.globals[act.global].always_set) {
    if (action) *action = act;
    return -1;
  }
  if (act.kind != ActionKind::Call) return 1;
  if (names_.text(name) == "__dict__" && classAttr(p_.classOf(a), name, nullptr) == t_.bottom) {
    const ClassInfo& c = p_.classes[p_.classOf(a)];
    return c.core ? c.exception : !c.has_slots;
  }
  if (action) *action = hasByRunning(a, name, act);
  return -1;
}

// The question whether a property, a descriptor or __getattr__, which `get` would call, gives something: only running it tells.
Action Engine::hasByRunning(const Atom& a, Name name, const Action& get) {
  const ClassId c = p_.classOf(a);
  const TypeId self = t_.one(a), attr = classAttr(c, name, nullptr);
  Action ask;
  if (get.index == form::kDescriptor) {
    const TypeId descriptor = p_.instance(get.call.instance).formals[0];
    callCore("_has_by_descriptor", {descriptor, self, t_.one({Ctor::Class, c.index, {}, {}})}, at(0x4f, a), &ask);
    ask.index = get.index;
    ask.cls = get.cls;
    ask.name = name;
    return ask;
  }
  TypeId getter = t_.bottom;
  for (const Atom& x : t_.atoms(attr))
    if (x.ctor == Ctor::Obj && p_.classes[ClassId(x.id)].name == "property")
      getter = readField(x.node, names_.intern("fget").index);
  if (getter != t_.bottom) {
    callCore("_has_by_getter", {self, getter}, at(0x4b, a), &ask);
    ask.index = form::kWithGetter;
    ask.result = getter;
  } else if (Atom hook; methodOf(a, "__getattr__", &hook) && codeForName(hook, name) != hir::CodeId(hook.id) && hir_.codes[hir::CodeId(hook.id)].free.empty()) {
    const TypeId bound = t_.one({Ctor::Method, codeForName(hook, name).index, hook.node, {self}});
    callCore("_has_by_asking", {bound, t_.str}, at(0x4d, a), &ask);
    ask.index = form::kWithHook;
    ask.result = bound;
  } else {
    callCore("_has_by_hook", {self, t_.str}, at(0x4c, a), &ask);
    ask.index = form::kWithName;
  }
  return ask;
}

TypeId Engine::hasAttr(TypeId object, Name name) {
  bool all = true, none = true;
  for (const Atom& a : t_.atoms(object)) {
    Action act;
    int known = hasAttrOf(a, name, &act);
    if (known != 1) all = false;
    if (known != 0) none = false;
    if (known >= 0) {
      act = Action();
      act.kind = ActionKind::Prim;
      act.prim = Prim::StaticBool;
      act.index = static_cast<uint32_t>(known);
    }
    addCase(t_.one(a), t_.bottom, act);
  }
  if (recording_) rec().decided = all ? 1 : none ? 0 : -1;
  return t_.boolean;
}

// Operands: the subject, the number of plain parts, whether there is a star.
int Engine::matchSequence(const Atom& a, const hir::Instr& i) {
  const hir::Instr* n = definition(i.operands[1]);
  const hir::Instr* star = definition(i.operands[2]);
  if (a.ctor == Ctor::Tuple) {
    int64_t size = static_cast<int64_t>(a.items.size());
    return star->imm ? size >= n->imm : size == n->imm;
  }
  if (a.ctor == Ctor::Unknown) return -1;
  if (a.ctor != Ctor::Obj) return 0;
  for (ClassId c : p_.classes[ClassId(a.id)].mro) {
    const ClassInfo& k = p_.classes[c];
    if (k.core && (k.name == "list" || k.name == "vtuple" || k.name == "_tuple_value" || k.name == "range" || k.name == "memoryview")) return -1;
    if (k.core || !hir_.codes[k.body].library) continue;
    if (k.name == "deque" || k.name == "UserList" || (k.name == "Sequence" && k.module == "collections.abc")) return -1;
  }
  return open(a) ? -1 : 0;
}

TypeId Engine::matchSequences(const hir::Instr& i) {
  bool all = true, none = true;
  for (const Atom& a : t_.atoms(reg(i.operands[0]))) {
    Action act;
    int known = matchSequence(a, i);
    if (known != 1) all = false;
    if (known != 0) none = false;
    if (known >= 0) {
      act.kind = ActionKind::Prim;
      act.prim = Prim::StaticBool;
      act.index = static_cast<uint32_t>(known);
      act.result = t_.boolean;
    } else if (open(a)) {
      unknown();
    } else {
      callCore("_match_length", {t_.one(a), t_.integer, t_.integer}, at(0x4d, a), &act);
    }
    addCase(t_.one(a), t_.bottom, act);
  }
  if (recording_) rec().decided = all ? 1 : none ? 0 : -1;
  return t_.boolean;
}

// The names in a class body's `__match_args__ = ("a", "b")`.
static bool matchArgs(const ClassInfo& c, Interner& names, std::vector<Name>& out) {
  using namespace ast;
  for (const Stmt* s : c.node->body) {
    auto* a = dynAs<Assign>(s);
    if (!a || a->targets.size() != 1) continue;
    auto* target = dynAs<NameExpr>(a->targets[0]);
    if (!target || names.text(target->id) != "__match_args__") continue;
    auto* tuple = dynAs<TupleExpr>(a->value);
    if (!tuple) return false;
    for (const Expr* e : tuple->elts)
      if (auto* text = dynAs<Constant>(e)) out.push_back(names.intern(text->text));
    return true;
  }
  return false;
}

// Part `imm` of `sub` positional ones: the subject itself for int, str and so on, else the attribute that
// the class's __match_args__ names.
TypeId Engine::matchPositional(const hir::Instr& i) {
  TypeId subject = reg(i.operands[0]), result = t_.bottom;
  for (const Atom& k : t_.atoms(reg(i.operands[1]))) {
    if (k.ctor == Ctor::Unknown) return unknown();
    if (k.ctor != Ctor::Class) continue;
    ClassId c(k.id);
    if (open(k) && !p_.classes[c].exception) return unknown();
    const ClassInfo& info = p_.classes[c];
    static const char* const kSelf[] = {"bool", "bytearray", "bytes", "dict", "float", "frozenset",
                                        "int", "list", "set", "str", "tuple"};
    size_t accepted = 0;
    std::vector<Name> attributes;
    bool whole = info.core && std::any_of(std::begin(kSelf), std::end(kSelf), [&](const char* s) { return info.name == s; });
    if (whole) {
      accepted = 1;
    } else {
      for (ClassId m : info.mro)
        if (p_.classes[m].node && matchArgs(p_.classes[m], names_, attributes)) break;
      accepted = attributes.size();
    }
    if (i.sub > accepted) {
      Action act = fail("TypeError", info.name + "() accepts " + std::to_string(accepted) + " positional sub-pattern" +
                                         (accepted == 1 ? "" : "s") + " (" + std::to_string(i.sub) + " given)");
      complain(DiagCode::InvalidOperation, act.message, t_.one(k));
      for (const Atom& a : t_.atoms(subject)) addCase(t_.one(a), t_.bottom, act);
      return t_.bottom;
    }
    if (whole) {
      if (recording_) rec().decided = 1;
      return subject;
    }
    result = t_.join(result, getAttr(subject, attributes[static_cast<size_t>(i.imm)], at(0x4e, k),
                                     recording_ ? &rec().cases : nullptr));
  }
  return result;
}

}  // namespace krait::infer
