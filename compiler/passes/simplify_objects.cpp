// Rules for references, tuples and unions (see simplify_fold.cpp).
#include "passes/simplify.h"

namespace krait::passes {
using namespace mir;

// Two objects that are known to be different: different allocations of this activation.
bool Simplifier::distinct(ValueId a, ValueId b) {
  return a != b && isOp(a, Op::New) && isOp(b, Op::New);
}

ValueId Simplifier::foldObject(const Instr& instr, TypeId type) {
  const Types& t = m_.types;
  ValueId a = instr.operands.empty() ? ValueId() : instr.operands[0];
  const Instr* d = a.valid() ? def(a) : nullptr;
  switch (instr.op) {
    case Op::RefTid:
      if (d && d->op == Op::New) {
        Instr tid = makeInstr(Op::ConstTid);
        tid.layout = d->layout;
        return constant(constants_.get(tid, t.i64));
      }
      return {};
    case Op::TidIn:
      if (d && d->op == Op::ConstTid) return constBool(isSubclass(m_, d->layout, instr.layout));
      return {};
    case Op::RefEq: {
      ValueId b = instr.operands[1];
      if (a == b) return constBool(true);
      const Instr* e = def(b);
      if (d && d->op == Op::OptFromRef) return emit(Op::RefEq, {d->operands[0], b}, t.bool_);
      if (e && e->op == Op::OptFromRef) return emit(Op::RefEq, {a, e->operands[0]}, t.bool_);
      for (auto [x, y] : {std::pair(a, b), std::pair(b, a)}) {
        if (!isOp(x, Op::ConstNull)) continue;
        if (f_.values[y].type == t.ref) return constBool(false);
        return emit(Op::OptIsNull, {y}, t.bool_);
      }
      if (distinct(a, b)) return constBool(false);
      return {};
    }
    case Op::OptFromRef:
      return d && d->op == Op::OptUnwrap ? d->operands[0] : ValueId();
    case Op::OptIsNull:
      if (d && d->op == Op::ConstNull) return constBool(true);
      if (d && d->op == Op::OptFromRef) return constBool(false);
      return {};
    case Op::OptUnwrap:
      return d && d->op == Op::OptFromRef ? d->operands[0] : ValueId();
    case Op::TupleMake: {
      // The items of one tuple in order are that tuple.
      if (!d || d->op != Op::TupleGet || f_.values[d->operands[0]].type != type) return {};
      for (size_t i = 0; i < instr.operands.size(); ++i) {
        const Instr* item = def(instr.operands[i]);
        if (!item || item->op != Op::TupleGet || item->imm != static_cast<int64_t>(i) ||
            item->operands[0] != d->operands[0])
          return {};
      }
      return instr.operands.size() == t[type].items.size() ? d->operands[0] : ValueId();
    }
    case Op::TupleGet:
      if (d && d->op == Op::TupleMake) return d->operands[static_cast<size_t>(instr.imm)];
      if (d && d->op == Op::ConstNull) return constant(constants_.null(type));
      return {};
    case Op::ExcIsStop:
      if (d && d->op == Op::ConstStop) return constBool(true);
      if (d && d->op == Op::New) return constBool(false);
      return {};
    case Op::PtrIsNull:
      return d && d->op == Op::ConstNull ? constBool(true) : ValueId();
    case Op::PtrEq: {
      ValueId b = instr.operands[1];
      if (a == b) return constBool(true);
      if (isOp(b, Op::ConstNull)) return emit(Op::PtrIsNull, {a}, t.bool_);
      if (isOp(a, Op::ConstNull)) return emit(Op::PtrIsNull, {b}, t.bool_);
      return {};
    }
    default:
      return {};
  }
}

ValueId Simplifier::foldAny(const Instr& instr, TypeId type) {
  const Types& t = m_.types;
  if (instr.operands.empty()) return {};
  ValueId a = instr.operands[0];
  const Instr* d = def(a);
  switch (instr.op) {
    case Op::AnyFromOpt:
      if (d && d->op == Op::ConstNull) return emit(Op::AnyNone, {}, t.any);
      if (d && d->op == Op::OptFromRef) return emit(Op::AnyFromRef, {d->operands[0]}, t.any);
      if (d && d->op == Op::AnyToOpt) return d->operands[0];
      return {};
    case Op::AnyTag:
      if (d && d->op == Op::ConstNull) return constI64(0);
      if (d && d->op == Op::AnyFromTag) return d->operands[0];
      if (d && d->op == Op::AnyFromRef) return emit(Op::RefTid, {d->operands[0]}, t.i64);
      if (d && d->op == Op::AnyFromUnit) {
        Instr tid = makeInstr(Op::ConstTid);
        tid.layout = d->layout;
        return constant(constants_.get(tid, t.i64));
      }
      return {};
    case Op::AnyIs: {
      for (const auto& [value, layout] : tags_)
        if (value == a) return constBool(layout == instr.layout);
      if (!d) return {};
      const std::string& symbol = m_.layouts[instr.layout].symbol;
      switch (d->op) {
        case Op::ConstNull:
          return constBool(false);
        case Op::AnyNone:
          return constBool(symbol == "NoneType");
        case Op::AnyFromBool:
          return constBool(symbol == "bool");
        case Op::AnyFromF64:
          return constBool(symbol == "float");
        case Op::AnyFromInt:
          return constBool(symbol == "int");
        case Op::AnyFromUnit:
          return constBool(d->layout == instr.layout);
        case Op::AnyFromRef:
        case Op::AnyFromTag: {
          Instr tid = makeInstr(Op::ConstTid);
          tid.layout = instr.layout;
          ValueId wanted = constant(constants_.get(tid, t.i64));
          ValueId held = d->op == Op::AnyFromTag ? d->operands[0] : emit(Op::RefTid, {d->operands[0]}, t.i64);
          return emitCmp(Op::I64Cmp, Pred::Eq, held, wanted);
        }
        default:
          return {};
      }
    }
    case Op::AnyToBool:
      return d && d->op == Op::AnyFromBool ? d->operands[0] : ValueId();
    case Op::AnyToF64:
      return d && d->op == Op::AnyFromF64 ? d->operands[0] : ValueId();
    case Op::AnyToInt:
      return d && d->op == Op::AnyFromInt ? d->operands[0] : ValueId();
    case Op::AnyToRef:
      if (d && d->op == Op::AnyFromRef) return d->operands[0];
      if (d && d->op == Op::AnyFromOpt) return emit(Op::OptUnwrap, {d->operands[0]}, type);
      return {};
    case Op::AnyToOpt:
      if (d && d->op == Op::AnyFromOpt) return d->operands[0];
      if (d && d->op == Op::AnyFromRef) return emit(Op::OptFromRef, {d->operands[0]}, type);
      if (d && d->op == Op::AnyNone) return constant(constants_.null(type));
      return {};
    default:
      return {};
  }
}

}  // namespace krait::passes
