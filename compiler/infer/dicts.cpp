// Dicts used as records: `{"name": "Ann", "age": 30}`. A dict's node knows, beside the type of all its
// values, what was stored under each literal key and what under computed ones. A read under a literal key
// gives what was stored under that key, or under a computed one; the representation is that of any dict.
#include "infer/engine.h"

namespace krait::infer {

// The literal text that a register holds, if it does.
Name Engine::literalKey(hir::Reg r) {
  auto [it, fresh] = literals_.try_emplace(cur_->code->id.index);
  if (fresh) {
    for (const hir::Block& b : cur_->code->blocks)
      for (const hir::Instr& i : b.instrs)
        if (i.op == hir::Op::Const && static_cast<ast::ConstantKind>(i.sub) == ast::ConstantKind::Str)
          it->second[i.result.index] = names_.intern(i.text);
  }
  auto key = it->second.find(r.index);
  return key == it->second.end() ? Name() : key->second;
}

bool Engine::isDict(const Atom& a) { return a.ctor == Ctor::Obj && ClassId(a.id) == p_.coreClass("dict"); }

TypeId Engine::keyedItem(const Atom& a, Name key) {
  return t_.join(readField(a.node, kFieldKey + key.index), readField(a.node, kFieldComputed));
}

// Calls get, pop or setdefault of a dict with a literal key. False: it is another call.
bool Engine::callOnKey(const Atom& method, const Args& args, uint64_t sub, Action* action) {
  const hir::Code& code = hir_.codes[hir::CodeId(method.id)];
  if (!code.core || args.list.empty() || args.list.size() > 2 || instr().op != hir::Op::Call) return false;
  const std::string name = code.name;
  if (name != "get" && name != "pop" && name != "setdefault") return false;
  const TypeId self = method.items[0];
  if (t_.atoms(self).size() != 1 || !isDict(t_.atoms(self)[0])) return false;
  for (const Args::One& a : args.list)
    if (a.kind != hir::ArgKind::Positional || a.source.kind != ArgSource::Operand || a.source.index == 0) return false;
  Name key = literalKey(instr().args[args.list[0].source.index - 1].value);
  if (!key.valid()) return false;
  const Atom dict = t_.atoms(self)[0];
  TypeId other = args.list.size() == 2 ? args.list[1].type : name == "pop" ? t_.bottom : t_.none;
  Atom f{Ctor::Func, method.id, method.node, {}};
  if (name == "setdefault") {
    if (!methodOf(dict, "_setdefault", &f)) return false;
    t_.grow(dict.node, kFieldKey + key.index, other);
  }
  callFunction(f, &self, args, sub, action);
  if (action->kind == ActionKind::Call) action->result = t_.join(keyedItem(dict, key), other);
  return true;
}

// dict_computed(dict, value): a value is stored under a computed key.
// dict_merged(dict, source): everything of the dict `source` is stored under its key.
TypeId Engine::dictIntrinsic(std::string_view name, const hir::Instr& i) {
  for (const Atom& a : t_.atoms(reg(i.operands[0]))) {
    if (a.ctor != Ctor::Obj) continue;
    if (name == "dict_computed") {
      t_.grow(a.node, kFieldComputed, reg(i.operands[1]));
      continue;
    }
    for (const Atom& from : t_.atoms(reg(i.operands[1]))) {
      if (from.ctor != Ctor::Obj || t_.find(from.node) == t_.find(a.node)) continue;
      read(from.node);
      auto fields = t_.node(from.node).fields;
      for (auto& [field, type] : fields)
        if (field == kFieldComputed || (field >= kFieldKey && field < kFieldKeyEnd)) t_.grow(a.node, field, type);
    }
  }
  return t_.none;
}

}  // namespace krait::infer
