// Rules for single operations. Each rule returns a value that equals the operation's result: an
// existing one, a constant, or that of cheaper operations, which it appends in front. Arithmetic is
// that of ops.def: wrapping on i64, exact on int (folded only where operands and result are small
// or come from i64).
#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "passes/simplify.h"

namespace krait::passes {
using namespace mir;

namespace {

constexpr int64_t kSmallMin = -(int64_t{1} << 62);
constexpr int64_t kSmallMax = (int64_t{1} << 62) - 1;

bool fitsSmall(__int128 v) { return v >= kSmallMin && v <= kSmallMax; }
int64_t wrap(uint64_t v) { return static_cast<int64_t>(v); }

Pred inverse(Pred pred) {
  static constexpr Pred kInverse[] = {Pred::Ne, Pred::Eq,  Pred::Ge,  Pred::Gt,  Pred::Le,
                                      Pred::Lt, Pred::Uge, Pred::Ugt, Pred::Ule, Pred::Ult};
  return kInverse[static_cast<size_t>(pred)];
}

Pred swapped(Pred pred) {
  static constexpr Pred kSwapped[] = {Pred::Eq, Pred::Ne,  Pred::Gt,  Pred::Ge,  Pred::Lt,
                                      Pred::Le, Pred::Ugt, Pred::Uge, Pred::Ult, Pred::Ule};
  return kSwapped[static_cast<size_t>(pred)];
}

bool compare(Pred pred, int64_t a, int64_t b) {
  uint64_t ua = static_cast<uint64_t>(a), ub = static_cast<uint64_t>(b);
  switch (pred) {
    case Pred::Eq:
      return a == b;
    case Pred::Ne:
      return a != b;
    case Pred::Lt:
      return a < b;
    case Pred::Le:
      return a <= b;
    case Pred::Gt:
      return a > b;
    case Pred::Ge:
      return a >= b;
    case Pred::Ult:
      return ua < ub;
    case Pred::Ule:
      return ua <= ub;
    case Pred::Ugt:
      return ua > ub;
    case Pred::Uge:
      return ua >= ub;
  }
  return false;
}

int64_t floorDiv(int64_t a, int64_t b) {
  int64_t q = a / b;
  return q - (a % b != 0 && (a % b < 0) != (b < 0));
}

}  // namespace

const Instr* Simplifier::def(ValueId value) const {
  if (value.index >= def_at_.size() || def_at_[value.index] == kNone) return nullptr;
  return &defs_[def_at_[value.index]];
}

ValueId Simplifier::constant(ValueId value) {
  if (!def(value)) record(value, constants_.pending().back());
  return value;
}

ValueId Simplifier::constF64(double value) {
  Instr instr = makeInstr(Op::ConstF64);
  instr.f64 = value;
  return constant(constants_.get(instr, m_.types.f64));
}

std::optional<int64_t> Simplifier::i64Of(ValueId value) const {
  const Instr* d = def(value);
  if (d && d->op == Op::ConstI64) return d->imm;
  return {};
}
std::optional<int64_t> Simplifier::smallOf(ValueId value) const {
  const Instr* d = def(value);
  if (d && d->op == Op::ConstInt) return d->imm;
  return {};
}
std::optional<bool> Simplifier::boolOf(ValueId value) const {
  const Instr* d = def(value);
  if (d && d->op == Op::ConstBool) return d->imm != 0;
  return {};
}
std::optional<double> Simplifier::f64Of(ValueId value) const {
  const Instr* d = def(value);
  if (d && d->op == Op::ConstF64) return d->f64;
  return {};
}

// The i64 that has the value of an int: known without a conversion. With `small_only` the int is
// known to be small; otherwise it may need 64 bits (int.fromi64).
ValueId Simplifier::exactI64(ValueId value, bool small_only) {
  const Instr* d = def(value);
  if (!d) return {};
  if (d->op == Op::IntFromSmall || (!small_only && d->op == Op::IntFromI64)) return d->operands[0];
  if (d->op == Op::ConstInt) return constI64(d->imm);
  return {};
}

// One order of operands, so that equal expressions look equal: constants last, else by age; strict
// comparisons with constants.
void Simplifier::canonicalize(Instr& instr) {
  if (instr.operands.size() != 2) return;
  ValueId &a = instr.operands[0], &b = instr.operands[1];
  bool swap = isConst(a) != isConst(b) ? isConst(a) : a.index > b.index;
  switch (instr.op) {
    case Op::BoolAnd:
    case Op::BoolOr:
    case Op::BoolXor:
    case Op::I64Add:
    case Op::I64Mul:
    case Op::I64And:
    case Op::I64Or:
    case Op::I64Xor:
    case Op::IntAdd:
    case Op::IntMul:
    case Op::IntAnd:
    case Op::IntOr:
    case Op::IntXor:
    case Op::RefEq:
    case Op::PtrEq:
      if (swap) std::swap(a, b);
      return;
    case Op::I64Cmp:
    case Op::IntCmp: {
      if (swap) {
        std::swap(a, b);
        instr.pred = swapped(instr.pred);
      }
      std::optional<int64_t> c = instr.op == Op::I64Cmp ? i64Of(b) : smallOf(b);
      int64_t max = instr.op == Op::I64Cmp ? std::numeric_limits<int64_t>::max() : kSmallMax;
      if (c && *c < max && (instr.pred == Pred::Le || instr.pred == Pred::Gt)) {
        instr.pred = instr.pred == Pred::Le ? Pred::Lt : Pred::Ge;
        b = instr.op == Op::I64Cmp ? constI64(*c + 1) : constSmall(*c + 1);
      }
      return;
    }
    default:
      return;
  }
}

ValueId Simplifier::fold(const Instr& instr, TypeId type) {
  switch (instr.op) {
    case Op::BoolNot:
    case Op::BoolAnd:
    case Op::BoolOr:
    case Op::BoolXor:
    case Op::BoolToI64:
    case Op::Select:
      return foldBool(instr);
    case Op::I64Add:
    case Op::I64Sub:
    case Op::I64Mul:
    case Op::I64SDiv:
    case Op::I64SRem:
    case Op::I64UDiv:
    case Op::I64URem:
    case Op::I64And:
    case Op::I64Or:
    case Op::I64Xor:
    case Op::I64Shl:
    case Op::I64Sar:
    case Op::I64Shr:
    case Op::I64Trunc:
    case Op::I64Sext:
    case Op::I64Zext:
    case Op::I64Ctz:
    case Op::I64Clz:
      return foldI64(instr, type);
    case Op::I64Cmp:
      return foldI64Cmp(instr);
    case Op::I64ToF64:
    case Op::F64Add:
    case Op::F64Sub:
    case Op::F64Mul:
    case Op::F64Div:
    case Op::F64Neg:
    case Op::F64Abs:
    case Op::F64Sqrt:
    case Op::F64Floor:
    case Op::F64Cmp:
    case Op::F64Bits:
    case Op::F64FromBits:
      return foldF64(instr);
    case Op::IntAdd:
    case Op::IntSub:
    case Op::IntMul:
    case Op::IntNeg:
    case Op::IntAnd:
    case Op::IntOr:
    case Op::IntXor:
    case Op::IntInvert:
    case Op::IntCmp:
    case Op::IntTruth:
    case Op::IntFromI64:
    case Op::IntFromSmall:
    case Op::IntIsSmall:
    case Op::IntSmall:
    case Op::IntIsNone:
      return foldInt(instr);
    case Op::RefTid:
    case Op::TidIn:
    case Op::RefEq:
    case Op::OptFromRef:
    case Op::OptIsNull:
    case Op::OptUnwrap:
    case Op::TupleMake:
    case Op::TupleGet:
    case Op::ExcIsStop:
    case Op::PtrIsNull:
    case Op::PtrEq:
      return foldObject(instr, type);
    case Op::AnyNone:
    case Op::AnyFromOpt:
    case Op::AnyTag:
    case Op::AnyIs:
    case Op::AnyToBool:
    case Op::AnyToF64:
    case Op::AnyToInt:
    case Op::AnyToRef:
    case Op::AnyToOpt:
      return foldAny(instr, type);
    default:
      return {};
  }
}

ValueId Simplifier::foldBool(const Instr& instr) {
  ValueId a = instr.operands[0];
  ValueId b = instr.operands.size() > 1 ? instr.operands[1] : ValueId();
  const Instr* d = def(a);
  switch (instr.op) {
    case Op::BoolNot:
      if (auto c = boolOf(a)) return constBool(!*c);
      if (d && d->op == Op::BoolNot) return d->operands[0];
      if (d && (d->op == Op::I64Cmp || d->op == Op::IntCmp))
        return emitCmp(d->op, inverse(d->pred), d->operands[0], d->operands[1]);
      if (d && d->op == Op::F64Cmp && (d->pred == Pred::Eq || d->pred == Pred::Ne))
        return emitCmp(d->op, inverse(d->pred), d->operands[0], d->operands[1]);
      return {};
    case Op::BoolAnd:
      if (a == b) return a;
      if (auto c = boolOf(a)) return *c ? b : a;
      if (auto c = boolOf(b)) return *c ? a : b;
      return {};
    case Op::BoolOr:
      if (a == b) return a;
      if (auto c = boolOf(a)) return *c ? a : b;
      if (auto c = boolOf(b)) return *c ? b : a;
      return {};
    case Op::BoolXor:
      if (a == b) return constBool(false);
      if (auto c = boolOf(a)) return *c ? emit(Op::BoolNot, {b}, m_.types.bool_) : b;
      if (auto c = boolOf(b)) return *c ? emit(Op::BoolNot, {a}, m_.types.bool_) : a;
      return {};
    case Op::BoolToI64:
      if (auto c = boolOf(a)) return constI64(*c);
      return {};
    case Op::Select: {
      ValueId x = instr.operands[1], y = instr.operands[2];
      if (auto c = boolOf(a)) return *c ? x : y;
      if (x == y) return x;
      auto cx = boolOf(x), cy = boolOf(y);
      TypeId bool_type = m_.types.bool_;
      if (cx && cy) return *cx ? a : emit(Op::BoolNot, {a}, bool_type);
      if (cx)
        return *cx ? emit(Op::BoolOr, {a, y}, bool_type)
                   : emit(Op::BoolAnd, {emit(Op::BoolNot, {a}, bool_type), y}, bool_type);
      if (cy)
        return *cy ? emit(Op::BoolOr, {emit(Op::BoolNot, {a}, bool_type), x}, bool_type)
                   : emit(Op::BoolAnd, {a, x}, bool_type);
      return {};
    }
    default:
      return {};
  }
}

ValueId Simplifier::foldI64(const Instr& instr, TypeId type) {
  const TypeId i64 = m_.types.i64;
  ValueId a = instr.operands[0];
  ValueId b = instr.operands.size() > 1 ? instr.operands[1] : ValueId();
  std::optional<int64_t> ca = i64Of(a), cb = b.valid() ? i64Of(b) : std::nullopt;
  uint64_t ua = ca ? static_cast<uint64_t>(*ca) : 0, ub = cb ? static_cast<uint64_t>(*cb) : 0;
  bool both = ca && cb;
  const Instr* d = def(a);
  // x op c1 op c2 -> x op (c1 op c2)
  auto chained = [&](Op op) -> std::optional<int64_t> {
    if (cb && d && d->op == op) return i64Of(d->operands[1]);
    return {};
  };
  switch (instr.op) {
    case Op::I64Add:
      if (both) return constI64(wrap(ua + ub));
      if (ca) return emit(Op::I64Add, {b, a}, i64);
      if (cb == 0) return a;
      if (auto c = chained(Op::I64Add))
        return emit(Op::I64Add, {d->operands[0], constI64(wrap(static_cast<uint64_t>(*c) + ub))},
                    i64);
      if (isOp(b, Op::I64Sub) && def(b)->operands[1] == a) return def(b)->operands[0];
      if (d && d->op == Op::I64Sub && d->operands[1] == b) return d->operands[0];
      return {};
    case Op::I64Sub:
      if (both) return constI64(wrap(ua - ub));
      if (a == b) return constI64(0);
      if (cb) return emit(Op::I64Add, {a, constI64(wrap(0 - ub))}, i64);
      if (d && d->op == Op::I64Add) {
        if (d->operands[0] == b) return d->operands[1];
        if (d->operands[1] == b) return d->operands[0];
      }
      return {};
    case Op::I64Mul:
      if (both) return constI64(wrap(ua * ub));
      if (ca) return emit(Op::I64Mul, {b, a}, i64);
      if (cb == 0) return b;
      if (cb == 1) return a;
      if (auto c = chained(Op::I64Mul))
        return emit(Op::I64Mul, {d->operands[0], constI64(wrap(static_cast<uint64_t>(*c) * ub))},
                    i64);
      if (cb && std::has_single_bit(ub))
        return emit(Op::I64Shl, {a, constI64(std::countr_zero(ub))}, i64);
      return {};
    case Op::I64SDiv:
      if (cb == 1) return a;
      if (both && *cb != 0 && !(*ca == std::numeric_limits<int64_t>::min() && *cb == -1))
        return constI64(*ca / *cb);
      return {};
    case Op::I64SRem:
      if (cb == 1) return constI64(0);
      if (both && *cb != 0 && *cb != -1) return constI64(*ca % *cb);
      return {};
    case Op::I64UDiv:
      if (cb == 1) return a;
      if (both && ub != 0) return constI64(wrap(ua / ub));
      if (cb && std::has_single_bit(ub))
        return emit(Op::I64Shr, {a, constI64(std::countr_zero(ub))}, i64);
      return {};
    case Op::I64URem:
      if (both && ub != 0) return constI64(wrap(ua % ub));
      if (cb && std::has_single_bit(ub)) return emit(Op::I64And, {a, constI64(wrap(ub - 1))}, i64);
      return {};
    case Op::I64And:
      if (both) return constI64(wrap(ua & ub));
      if (ca) return emit(Op::I64And, {b, a}, i64);
      if (a == b || cb == -1) return a;
      if (cb == 0) return b;
      if (auto c = chained(Op::I64And))
        return emit(Op::I64And, {d->operands[0], constI64(*c & *cb)}, i64);
      return {};
    case Op::I64Or:
      if (both) return constI64(wrap(ua | ub));
      if (ca) return emit(Op::I64Or, {b, a}, i64);
      if (a == b || cb == 0) return a;
      if (cb == -1) return b;
      return {};
    case Op::I64Xor:
      if (both) return constI64(wrap(ua ^ ub));
      if (ca) return emit(Op::I64Xor, {b, a}, i64);
      if (a == b) return constI64(0);
      if (cb == 0) return a;
      if (auto c = chained(Op::I64Xor))
        return emit(Op::I64Xor, {d->operands[0], constI64(*c ^ *cb)}, i64);
      return {};
    case Op::I64Shl:
      if (cb == 0) return a;
      if (both && ub < 64) return constI64(wrap(ua << ub));
      return {};
    case Op::I64Sar:
      if (cb == 0) return a;
      if (both && ub < 64) return constI64(*ca >> ub);
      return {};
    case Op::I64Shr:
      if (cb == 0) return a;
      if (both && ub < 64) return constI64(wrap(ua >> ub));
      return {};
    case Op::I64Trunc:
      if (d && (d->op == Op::I64Sext || d->op == Op::I64Zext) &&
          f_.values[d->operands[0]].type == type)
        return d->operands[0];
      return {};
    case Op::I64Sext:
    case Op::I64Zext: {
      if (!ca) return {};
      bool wide = f_.values[a].type == m_.types.i32;
      if (instr.op == Op::I64Sext)
        return constI64(wide ? static_cast<int32_t>(*ca) : static_cast<int8_t>(*ca));
      return constI64(wide ? static_cast<int64_t>(static_cast<uint32_t>(*ca))
                           : static_cast<int64_t>(static_cast<uint8_t>(*ca)));
    }
    case Op::I64Ctz:
      if (ca && *ca) return constI64(std::countr_zero(ua));
      return {};
    case Op::I64Clz:
      if (ca && *ca) return constI64(std::countl_zero(ua));
      return {};
    default:
      return {};
  }
}

ValueId Simplifier::foldI64Cmp(const Instr& instr) {
  ValueId a = instr.operands[0], b = instr.operands[1];
  Pred pred = instr.pred;
  if (a == b) return constBool(compare(pred, 0, 0));
  auto ca = i64Of(a), cb = i64Of(b);
  if (ca && cb) return constBool(compare(pred, *ca, *cb));
  const Instr *da = def(a), *db = def(b);
  bool equality = pred == Pred::Eq || pred == Pred::Ne;
  if (equality && da && db && da->op == Op::ConstTid && db->op == Op::ConstTid)
    return constBool((da->layout == db->layout) == (pred == Pred::Eq));
  if (ca) return emitCmp(Op::I64Cmp, swapped(pred), b, a);
  if (!cb) return {};
  if (equality && da && da->op == Op::I64Add)
    if (auto c = i64Of(da->operands[1]))
      return emitCmp(Op::I64Cmp, pred, da->operands[0],
                     constI64(wrap(static_cast<uint64_t>(*cb) - static_cast<uint64_t>(*c))));
  if (equality && da && da->op == Op::BoolToI64) {
    if (*cb != 0 && *cb != 1) return constBool(pred == Pred::Ne);
    ValueId x = da->operands[0];
    return (*cb == 1) == (pred == Pred::Eq) ? x : emit(Op::BoolNot, {x}, m_.types.bool_);
  }
  int64_t min = std::numeric_limits<int64_t>::min();
  if (pred == Pred::Ult && *cb == 0) return constBool(false);
  if (pred == Pred::Uge && *cb == 0) return constBool(true);
  if (pred == Pred::Lt && *cb == min) return constBool(false);
  if (pred == Pred::Ge && *cb == min) return constBool(true);
  return {};
}

ValueId Simplifier::foldF64(const Instr& instr) {
  ValueId a = instr.operands[0];
  const Instr* d = def(a);
  auto fa = f64Of(a), fb = instr.operands.size() > 1 ? f64Of(instr.operands[1]) : std::nullopt;
  // A NaN's sign and payload depend on the machine: such results are left to it.
  auto result = [&](double value) { return std::isnan(value) ? ValueId() : constF64(value); };
  switch (instr.op) {
    case Op::I64ToF64:
      if (auto c = i64Of(a)) return constF64(static_cast<double>(*c));
      return {};
    case Op::F64Add:
      return fa && fb ? result(*fa + *fb) : ValueId();
    case Op::F64Sub:
      return fa && fb ? result(*fa - *fb) : ValueId();
    case Op::F64Mul:
      return fa && fb ? result(*fa * *fb) : ValueId();
    case Op::F64Div:
      return fa && fb && *fb != 0 ? result(*fa / *fb) : ValueId();
    case Op::F64Neg:
      if (fa) return result(-*fa);
      return d && d->op == Op::F64Neg ? d->operands[0] : ValueId();
    case Op::F64Abs:
      return fa ? result(std::fabs(*fa)) : ValueId();
    case Op::F64Sqrt:
      return fa ? result(std::sqrt(*fa)) : ValueId();
    case Op::F64Floor:
      return fa ? result(std::floor(*fa)) : ValueId();
    case Op::F64Bits:
      if (fa) return constI64(std::bit_cast<int64_t>(*fa));
      return d && d->op == Op::F64FromBits ? d->operands[0] : ValueId();
    case Op::F64FromBits:
      if (auto c = i64Of(a)) return constF64(std::bit_cast<double>(*c));
      return d && d->op == Op::F64Bits ? d->operands[0] : ValueId();
    case Op::F64Cmp:
      if (!fa || !fb) return {};
      switch (instr.pred) {
        case Pred::Eq:
          return constBool(*fa == *fb);
        case Pred::Ne:
          return constBool(*fa != *fb);
        case Pred::Lt:
          return constBool(*fa < *fb);
        case Pred::Le:
          return constBool(*fa <= *fb);
        case Pred::Gt:
          return constBool(*fa > *fb);
        case Pred::Ge:
          return constBool(*fa >= *fb);
        default:
          return {};
      }
    default:
      return {};
  }
}

ValueId Simplifier::foldInt(const Instr& instr) {
  const Types& t = m_.types;
  ValueId a = instr.operands[0];
  ValueId b = instr.operands.size() > 1 ? instr.operands[1] : ValueId();
  const Instr* d = def(a);
  auto ca = smallOf(a), cb = b.valid() ? smallOf(b) : std::nullopt;
  bool both = ca && cb;
  auto small = [&](__int128 value) {
    return fitsSmall(value) ? constSmall(static_cast<int64_t>(value)) : ValueId();
  };
  // and, or, xor of two small ints is small.
  auto bitwise = [&](Op op) -> ValueId {
    ValueId x = exactI64(a, true), y = exactI64(b, true);
    if (!x.valid() || !y.valid()) return {};
    return emit(Op::IntFromSmall, {emit(op, {x, y}, t.i64)}, t.int_);
  };
  switch (instr.op) {
    case Op::IntAdd:
      if (both) return small(static_cast<__int128>(*ca) + *cb);
      if (cb == 0) return a;
      if (ca == 0) return b;
      return {};
    case Op::IntSub:
      if (both) return small(static_cast<__int128>(*ca) - *cb);
      if (cb == 0) return a;
      if (a == b) return constSmall(0);
      return {};
    case Op::IntMul:
      if (both) return small(static_cast<__int128>(*ca) * *cb);
      if (cb == 1 || ca == 0) return a;
      if (ca == 1 || cb == 0) return b;
      return {};
    case Op::IntNeg:
      if (ca) return small(-static_cast<__int128>(*ca));
      return d && d->op == Op::IntNeg ? d->operands[0] : ValueId();
    case Op::IntAnd:
      if (both) return small(*ca & *cb);
      if (a == b || cb == -1 || ca == 0) return a;
      if (ca == -1 || cb == 0) return b;
      return bitwise(Op::I64And);
    case Op::IntOr:
      if (both) return small(*ca | *cb);
      if (a == b || cb == 0 || ca == -1) return a;
      if (ca == 0 || cb == -1) return b;
      return bitwise(Op::I64Or);
    case Op::IntXor:
      if (both) return small(*ca ^ *cb);
      if (a == b) return constSmall(0);
      if (cb == 0) return a;
      if (ca == 0) return b;
      return bitwise(Op::I64Xor);
    case Op::IntInvert:
      if (ca) return constSmall(~*ca);
      if (d && d->op == Op::IntInvert) return d->operands[0];
      if (ValueId x = exactI64(a, true); x.valid())
        return emit(Op::IntFromSmall, {emit(Op::I64Xor, {x, constI64(-1)}, t.i64)}, t.int_);
      return {};
    case Op::IntCmp: {
      if (a == b) return constBool(compare(instr.pred, 0, 0));
      ValueId x = exactI64(a, false), y = exactI64(b, false);
      if (x.valid() && y.valid()) return emitCmp(Op::I64Cmp, instr.pred, x, y);
      return {};
    }
    case Op::IntTruth:
      if (ca) return constBool(*ca != 0);
      if (d && d->op == Op::ConstBig) return constBool(true);
      if (ValueId x = exactI64(a, false); x.valid())
        return emitCmp(Op::I64Cmp, Pred::Ne, x, constI64(0));
      return {};
    case Op::IntFromI64:
      if (auto c = i64Of(a); c && fitsSmall(*c)) return constSmall(*c);
      if (d && d->op == Op::IntSmall) return d->operands[0];
      if (d && (d->op == Op::I64Sext || d->op == Op::I64Zext || d->op == Op::BoolToI64))
        return emit(Op::IntFromSmall, {a}, t.int_);
      if (d && (d->op == Op::I64And || d->op == Op::I64URem)) {
        auto c = i64Of(d->operands[1]);
        if (c && *c >= 0 && *c <= kSmallMax) return emit(Op::IntFromSmall, {a}, t.int_);
      }
      if (d && d->op == Op::I64Sar && i64Of(d->operands[1]).value_or(0) > 0)
        return emit(Op::IntFromSmall, {a}, t.int_);
      if (d && d->op == Op::I64Shr && i64Of(d->operands[1]).value_or(0) > 1)
        return emit(Op::IntFromSmall, {a}, t.int_);
      return {};
    case Op::IntFromSmall:
      if (auto c = i64Of(a); c && fitsSmall(*c)) return constSmall(*c);
      if (d && d->op == Op::IntSmall) return d->operands[0];
      return {};
    case Op::IntIsSmall:
      if (!d) return {};
      if (d->op == Op::ConstInt || d->op == Op::IntFromSmall) return constBool(true);
      if (d->op == Op::ConstBig || d->op == Op::ConstNoInt) return constBool(false);
      return {};
    case Op::IntSmall:
      if (ca) return constI64(*ca);
      if (d && (d->op == Op::IntFromSmall || d->op == Op::IntFromI64)) return d->operands[0];
      return {};
    case Op::IntIsNone:
      if (!d) return {};
      switch (d->op) {
        case Op::ConstNoInt:
          return constBool(true);
        case Op::ConstInt:
        case Op::ConstBig:
        case Op::IntAdd:
        case Op::IntSub:
        case Op::IntMul:
        case Op::IntNeg:
        case Op::IntAnd:
        case Op::IntOr:
        case Op::IntXor:
        case Op::IntInvert:
        case Op::IntFromI64:
        case Op::IntFromSmall:
          return constBool(false);
        default:
          return {};
      }
    default:
      return {};
  }
}

// Raising operations that cannot raise become a jump; branches on known conditions too.
void Simplifier::foldTerminator(Instr& instr) {
  auto jump = [&](size_t taken, ValueId result) {
    Edge edge = std::move(instr.edges[taken]);
    if (result.valid())
      for (ValueId& v : edge.args)
        if (v == instr.result) v = result;
    instr = makeInstr(Op::Br);
    instr.edges.push_back(std::move(edge));
    changed_ = true;
  };
  if (instr.op == Op::CondBr) {
    if (auto c = boolOf(instr.operands[0])) return jump(*c ? 0 : 1, {});
    const Edge &yes = instr.edges[0], &no = instr.edges[1];
    if (yes.target == no.target && yes.args == no.args) return jump(0, {});
    const Instr* d = def(instr.operands[0]);
    if (d && d->op == Op::BoolNot) {
      instr.operands[0] = d->operands[0];
      std::swap(instr.edges[0], instr.edges[1]);
      if (instr.imm) instr.imm = 3 - instr.imm;
      changed_ = true;
    }
    return;
  }
  if (instr.op == Op::IntToF64) {
    ValueId x = exactI64(instr.operands[0], false);
    if (x.valid()) jump(0, emit(Op::I64ToF64, {x}, m_.types.f64));
    return;
  }
  if (instr.operands.size() != 2) return;
  ValueId a = instr.operands[0], b = instr.operands[1];
  auto ca = smallOf(a), cb = smallOf(b);
  bool arithmetic = instr.op == Op::IntFloorDiv || instr.op == Op::IntMod ||
                    instr.op == Op::IntShl || instr.op == Op::IntShr;
  if (!arithmetic) return;
  // Nobody wants the result and it cannot raise. (A left shift by much may raise MemoryError.)
  bool division = instr.op == Op::IntFloorDiv || instr.op == Op::IntMod;
  bool safe = cb && (division ? *cb != 0 : *cb >= 0 && *cb < 4096);
  const std::vector<ValueId>& args = instr.edges[0].args;
  if (safe && std::find(args.begin(), args.end(), instr.result) == args.end()) return jump(0, {});
  switch (instr.op) {
    case Op::IntFloorDiv:
      if (cb == 1) return jump(0, a);
      if (ca && cb && *cb != 0 && fitsSmall(-static_cast<__int128>(*ca)))
        return jump(0, constSmall(floorDiv(*ca, *cb)));
      return;
    case Op::IntMod:
      if (cb == 1 || cb == -1) return jump(0, constSmall(0));
      if (ca && cb && *cb != 0) return jump(0, constSmall(*ca - floorDiv(*ca, *cb) * *cb));
      return;
    case Op::IntShl:
      if (cb == 0) return jump(0, a);
      if (ca == 0 && cb && *cb >= 0) return jump(0, a);
      if (ca && cb && *cb > 0 && *cb < 62) {
        __int128 shifted = static_cast<__int128>(*ca) << *cb;
        if (fitsSmall(shifted)) return jump(0, constSmall(static_cast<int64_t>(shifted)));
      }
      return;
    case Op::IntShr:
      if (cb == 0) return jump(0, a);
      if (cb && *cb > 0) {
        int64_t count = std::min<int64_t>(*cb, 63);
        if (ca) return jump(0, constSmall(*ca >> count));
        if (ValueId x = exactI64(a, false); x.valid())
          return jump(0,
                      emit(Op::IntFromSmall, {emit(Op::I64Sar, {x, constI64(count)}, m_.types.i64)},
                           m_.types.int_));
      }
      return;
    default:
      return;
  }
}

}  // namespace krait::passes
