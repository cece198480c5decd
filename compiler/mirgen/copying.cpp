// The intrinsics that lib/std/copy.py is written on; infer/copying.cpp says what they mean.
#include "infer/runtime_words.h"
#include "mirgen/generator.h"

namespace krait::mirgen {

Value FunctionBuilder::copyIntrinsic(const std::string& name, const hir::Instr& i) {
  auto& T = g.m.types;
  const Record* r = record();
  const std::vector<Case> all = r ? r->cases : std::vector<Case>();
  Type result = t.canonical(inst_.regs[i.result.index]);
  auto arg = [&](size_t k) { return reg(i.operands[k]); };
  if (name == "copy_is_program" || name == "copy_defines") return {boolean(r && r->decided == 1), t.boolean};
  if (name == "copy_hide") {
    Value v = arg(0);
    return {g.repr(v.type) == T.any ? emitValue(Op::AnyToRef, T.ref, {v.id}) : v.id, result};
  }
  if (name == "copy_show") return {arg(0).id, result};
  if (name == "copy_is_like") {
    ValueId a = emitValue(Op::RefTid, T.i64, {arg(0).id}), b = emitValue(Op::RefTid, T.i64, {arg(1).id});
    ValueId v = emitValue(Op::I64Cmp, T.bool_, {a, b});
    f().block(block_).instrs.back().pred = Pred::Eq;
    return {v, t.boolean};
  }
  // The operands of a call of the function for one part.
  auto operands = [&](Value first, size_t rest) {
    std::vector<Value> out{first};
    for (size_t k = rest; k < i.operands.size(); ++k) out.push_back(arg(k));
    return out;
  };
  if (name == "copy_each_type")
    return dispatch(arg(1), all, result, [&](Value one, const Case& c) -> Value {
      std::vector<Value> with = operands(one, 2);
      return perform(c.action, with);
    });
  if (name == "copy_tuple") {
    std::vector<Case> tuples;  // one for each tuple; action.index: its first item's record
    for (size_t k = 0; k < all.size(); ++k) {
      if (!tuples.empty() && t.canonical(tuples.back().types[0]) == t.canonical(all[k].types[0])) continue;
      tuples.push_back({{all[k].types[0], t.bottom}, {}});
      tuples.back().action.index = static_cast<uint32_t>(k);
    }
    return dispatch(arg(1), tuples, result, [&](Value one, const Case& c) -> Value {
      const Atom from = t.atoms(one.type)[0];
      Atom to = from;
      std::vector<ValueId> items;
      for (size_t k = 0; k < from.items.size(); ++k) {
        ValueId x = emitValue(Op::TupleGet, g.repr(from.items[k]), {one.id});
        f().block(block_).instrs.back().imm = static_cast<int64_t>(k);
        const Type open = t.unfold(from.items[k]);
        std::vector<Value> with = operands({coerce(x, from.items[k], open), open}, 2);
        const infer::Action& act = all[c.action.index + k].action;
        Value made = perform(act, with);
        if (dead()) return {ValueId(), t.bottom};
        if (t.join(open, made.type) != t.canonical(open)) to.items[k] = made.type;
        items.push_back(coerce(made.id, made.type, to.items[k]));
      }
      const Type type = t.one(to);
      ValueId v = f().newValue(g.repr(type));
      mir::Instr& make = emit(Op::TupleMake);
      make.result = v;
      make.operands = items;
      return {v, type};
    });
  }
  // copy_begin(x), copy_fields(f, new, old, ...)
  const bool begin = name == "copy_begin";
  Value object = arg(begin ? 0 : 2);
  std::vector<Case> atoms;
  for (const Case& c : all)
    if (!c.key.valid()) atoms.push_back(c);
  return dispatch(object, atoms, result, [&](Value one, const Case& last) -> Value {
    const Atom a = t.atoms(one.type)[0];
    LayoutId l = g.classLayout(ClassId(a.id), a.node);
    ValueId made;
    if (begin) {
      made = emitValue(Op::New, T.ref);
      f().block(block_).instrs.back().layout = l;
    } else {
      Value v = arg(1);
      made = coerce(v.id, v.type, one.type);
    }
    for (const Case& c : all) {
      if (!c.key.valid() || t.canonical(c.types[0]) != t.canonical(last.types[0]) || dead()) continue;
      Type held = t.canonical(t.field(a.node, c.key.index)), set = t.without(held, Ctor::Unset);
      const int field = g.fieldIndex(l, std::string(g.p.names->text(c.key)));
      ValueId v = emitValue(Op::FieldLoad, g.repr(held), {one.id});
      mir::Instr& load = f().block(block_).instrs.back();
      load.layout = l;
      load.imm = field;
      BlockId next = newBlock();
      if (!begin && t.has(held, Ctor::Unset)) {
        BlockId yes = newBlock();
        condBr(testAtom(v, held, Atom{Ctor::Unset, 0, {}, {}}), next, yes, 2);
        start(yes);
      }
      if (!begin) {
        std::vector<Value> with = operands({coerce(v, held, set), set}, 3);
        Value x = perform(c.action, with);
        if (!dead()) v = coerce(x.id, x.type, held);
      }
      if (!dead()) {
        mir::Instr& store = emit(begin ? Op::FieldInit : Op::FieldStore);
        store.layout = l;
        store.imm = field;
        store.operands = {made, v};
        br(next, {});
      }
      start(next);
    }
    if (begin) return {made, one.type};
    return {unitValue(), t.none};
  });
}

}  // namespace krait::mirgen
