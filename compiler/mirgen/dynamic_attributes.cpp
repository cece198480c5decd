// Attributes whose names are computed: a chain of comparisons with the names that the type may have.
#include "mirgen/generator.h"

namespace krait::mirgen {

Value FunctionBuilder::dynamicAttribute(const hir::Instr& i, const std::string& operation) {
  const std::vector<Case> all = record()->cases;
  Type result = t.canonical(inst_.regs[i.result.index]);
  Value object = reg(i.operands[0]), name = reg(i.operands[1]);
  std::vector<Case> atoms;
  for (const Case& c : all)
    if (!c.key.valid()) atoms.push_back(c);
  return dispatch(object, atoms, result, [&](Value one, const Case& last) -> Value {
    BlockId done = newBlock();
    ValueId out = param(done, g.repr(result));
    bool reached = false;
    auto finish = [&](Value v) {
      if (dead()) return;
      reached = true;
      br(done, {coerce(v.id, v.type, result)});
    };
    for (const Case& c : all) {
      if (!c.key.valid() || t.canonical(c.types[0]) != t.canonical(last.types[0])) continue;
      ValueId same = rt("str_eq", {name.id, str(g.p.names->text(c.key))});
      BlockId yes = newBlock(), no = newBlock();
      condBr(same, yes, no);
      start(yes);
      if (operation == "attr_set") {
        setAttr(one, reg(i.operands[2]), c.action);
        finish({dead() ? ValueId() : unitValue(), t.none});
      } else if (operation == "attr_del") {
        delAttr(one, c.action);
        finish({dead() ? ValueId() : unitValue(), t.none});
      } else if (operation == "attr_has") {
        finish(hasAttr(one, c.key, c.action));
      } else {
        finish(getAttr(one, c.action));
      }
      start(no);
    }
    if (last.action.index == form::kWithName) {  // __getattr__
      std::vector<Value> operands{one, name};
      finish(perform(last.action, operands));
    } else if (operation == "attr_has") {
      finish({boolean(false), t.boolean});
    } else {
      const Atom a = t.atoms(last.types[0])[0];
      std::string what = a.ctor == Ctor::Class    ? "type object '" + g.p.classes[ClassId(a.id)].name + "'"
                         : a.ctor == Ctor::Module ? "module '" + g.p.hir->modules->modules[hir::ModuleId(a.id)].name + "'"
                                                  : "'" + g.p.typeName(a) + "' object";
      std::vector<Value> operands{{str(what), t.str}, name};
      perform(last.action, operands);
      if (!dead()) {
        emit(Op::Unreachable);
        block_ = BlockId();
      }
    }
    start(done);
    if (!reached) {
      emit(Op::Unreachable);
      block_ = BlockId();
    }
    return {out, result};
  });
}

Value FunctionBuilder::varsInto(const hir::Instr& i) {
  const std::vector<Case> all = record()->cases;
  Value dict = reg(i.operands[0]), object = reg(i.operands[1]);
  std::vector<Case> atoms;
  for (const Case& c : all)
    if (!c.key.valid()) atoms.push_back(c);
  dispatch(object, atoms, t.none, [&](Value one, const Case& last) -> Value {
    const Atom a = t.atoms(last.types[0])[0];
    for (const Case& c : all) {
      if (!c.key.valid() || t.canonical(c.types[0]) != t.canonical(last.types[0]) || dead()) continue;
      const bool of_class = a.ctor == Ctor::Class;
      Type held = t.canonical(of_class ? g.classAttributeType(ClassId(a.id), c.key) : t.field(a.node, c.key.index)), set = t.without(held, Ctor::Unset);
      ValueId v;
      if (of_class && g.isUnit(held)) {
        v = unitValue();
      } else if (of_class) {
        v = emitValue(Op::GlobalLoad, g.repr(held));
        f().block(block_).instrs.back().global = g.classAttribute(ClassId(a.id), c.key);
      } else {
        LayoutId l = g.classLayout(ClassId(a.id), a.node);
        v = emitValue(Op::FieldLoad, g.repr(held), {one.id});
        mir::Instr& load = f().block(block_).instrs.back();
        load.layout = l;
        load.imm = g.fieldIndex(l, std::string(g.p.names->text(c.key)));
      }
      BlockId next = newBlock();
      if (t.has(held, Ctor::Unset)) {
        BlockId yes = newBlock();
        condBr(testAtom(v, held, Atom{Ctor::Unset, 0, {}, {}}), next, yes, 2);
        start(yes);
      }
      std::vector<Value> operands{dict, {str(g.p.names->text(c.key)), t.str}, {coerce(v, held, set), set}};
      perform(c.action, operands);
      if (!dead()) br(next, {});
      start(next);
    }
    return {unitValue(), t.none};
  });
  return {dead() ? ValueId() : unitValue(), t.none};
}

}  // namespace krait::mirgen
