// Taking tuples and other iterables apart: an index known at run time only, unpacking assignments.
#include "mirgen/generator.h"

namespace krait::mirgen {

Value FunctionBuilder::tupleIndex(Value tuple, Value index, Type result) {
  auto& T = g.m.types;
  const Atom a = t.atoms(tuple.type)[0];
  int64_t n = static_cast<int64_t>(a.items.size());
  ValueId k = toI64({toInt(index), t.integer});
  ValueId null = i64(0), size = i64(n);
  ValueId negative = emitValue(Op::I64Cmp, T.bool_, {k, null});
  f().block(block_).instrs.back().pred = Pred::Lt;
  ValueId moved = emitValue(Op::I64Add, T.i64, {k, size});
  ValueId at = emitValue(Op::Select, T.i64, {negative, moved, k});
  BlockId done = newBlock();
  ValueId out = param(done, g.repr(result));
  for (int64_t item = 0; item < n; ++item) {
    ValueId want = i64(item);
    ValueId is = emitValue(Op::I64Cmp, T.bool_, {at, want});
    f().block(block_).instrs.back().pred = Pred::Eq;
    BlockId yes = newBlock(), no = newBlock();
    condBr(is, yes, no);
    start(yes);
    Type type = a.items[static_cast<size_t>(item)];
    ValueId v = emitValue(Op::TupleGet, g.repr(type), {tuple.id});
    f().block(block_).instrs.back().imm = item;
    br(done, {coerce(v, type, result)});
    start(no);
  }
  fail("IndexError", "tuple index out of range");
  start(done);
  return {out, result};
}

void FunctionBuilder::unpack(const hir::Instr& i) {
  const Record* r = record();
  Value v = reg(i.operands[0]);
  bool star = i.op == hir::Op::UnpackStar;
  size_t want = static_cast<size_t>(i.imm);
  size_t count = star ? want + 1 + i.sub : want;
  // The type of each part is what the UnpackGet operations that follow have.
  std::vector<Type> types(count, t.bottom);
  const auto& instrs = code_.blocks[hir_block_].instrs;
  for (size_t k = position_ + 1; k < instrs.size(); ++k)
    if (instrs[k].op == hir::Op::UnpackGet && instrs[k].operands[0] == i.result)
      types[static_cast<size_t>(instrs[k].imm)] = t.canonical(inst_.regs[instrs[k].result.index]);
  BlockId done = newBlock();
  std::vector<ValueId> outs;
  for (Type type : types) outs.push_back(param(done, g.repr(type)));
  dispatch(v, r->cases, t.none, [&](Value one, const Case& c) -> Value {
    if (c.action.kind == ActionKind::Fail) {
      failAction(c.action);
      return {ValueId(), t.bottom};
    }
    std::vector<ValueId> parts;
    if (c.action.kind == ActionKind::Value) {
      const Atom a = t.atoms(one.type)[0];
      for (size_t k = 0; k < count; ++k) {
        ValueId x = emitValue(Op::TupleGet, g.repr(a.items[k]), {one.id});
        f().block(block_).instrs.back().imm = static_cast<int64_t>(k);
        parts.push_back(coerce(x, a.items[k], types[k]));
      }
    } else {
      std::vector<Value> operands{one, {i64(i.imm), t.i64}};
      if (star) operands.push_back({i64(i.sub), t.i64});
      Value list = perform(c.action, operands);
      if (dead()) return {ValueId(), t.bottom};
      // The core function made a list with exactly the parts; with a star, [head…, rest list, tail…] is
      // fetched by position.
      const Atom a = t.atoms(list.type)[0];
      LayoutId l = g.classLayout(ClassId(a.id), a.node);
      Name buf = g.p.names->intern("_buf");
      Type buffer = t.field(a.node, buf.index);
      ValueId items = emitValue(Op::FieldLoad, g.m.types.ptr, {list.id});
      mir::Instr& load = f().block(block_).instrs.back();
      load.layout = l;
      load.imm = g.fieldIndex(l, "_buf");
      Type item = t.bottom;
      for (const Atom& b : t.atoms(buffer))
        if (b.ctor == Ctor::Buffer) item = t.field(b.node, infer::kFieldT);
      auto at = [&](ValueId index, Type type) {
        ValueId x = emitValue(Op::BufLoad, g.itemRepr(item), {items, index});
        f().block(block_).instrs.back().type = g.itemRepr(item);
        return coerce(x, item, type);
      };
      if (!star) {
        for (size_t k = 0; k < count; ++k) parts.push_back(at(i64(static_cast<int64_t>(k)), types[k]));
      } else {
        ValueId length = emitValue(Op::FieldLoad, g.m.types.i64, {list.id});
        mir::Instr& len = f().block(block_).instrs.back();
        len.layout = l;
        len.imm = g.fieldIndex(l, "_len");
        for (size_t k = 0; k < want; ++k) parts.push_back(at(i64(static_cast<int64_t>(k)), types[k]));
        size_t slot = parts.size();
        parts.push_back(ValueId());
        for (size_t k = 0; k < i.sub; ++k) {
          ValueId back = i64(static_cast<int64_t>(i.sub - k));
          ValueId index = emitValue(Op::I64Sub, g.m.types.i64, {length, back});
          parts.push_back(at(index, types[want + 1 + k]));
        }
        std::vector<Value> cut{list, {i64(i.imm), t.i64}, {i64(i.sub), t.i64}};
        Value rest = callTarget(r->next, cut, nullptr, types[want]);
        if (dead()) return {ValueId(), t.bottom};
        parts[slot] = coerce(rest.id, rest.type, types[want]);
      }
    }
    br(done, parts);
    return {ValueId(), t.bottom};
  });
  start(done);
  std::vector<Value> result;
  for (size_t k = 0; k < count; ++k) result.push_back({outs[k], types[k]});
  unpacked_[i.result.index] = result;
}

}  // namespace krait::mirgen
