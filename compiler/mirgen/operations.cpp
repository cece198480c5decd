// What each operation of the flow graph becomes, given the record that inference made of it.
#include "mirgen/generator.h"
#include "parse/dump.h"

namespace krait::mirgen {

using ast::BinaryOperator;
using ast::CompareOperator;

// The number conversions of a union, such as int | bool: by each of its members.
ValueId FunctionBuilder::eachMember(Value v, Type result, const std::function<ValueId(Value)>& convert) {
  std::vector<Case> cases;
  for (const Atom& a : std::vector<Atom>(t.atoms(v.type))) cases.push_back({{t.one(a), t.bottom}, {}});
  return dispatch(v, cases, result, [&](Value one, const Case&) -> Value { return {convert(one), result}; }).id;
}

ValueId FunctionBuilder::toInt(Value v) {
  TypeId r = g.repr(v.type);
  if (r == g.m.types.any) return eachMember(v, t.integer, [&](Value one) { return toInt(one); });
  if (r == g.m.types.int_) return v.id;
  if (r == g.m.types.i64) return emitValue(Op::IntFromI64, g.m.types.int_, {v.id});
  ValueId x = emitValue(Op::BoolToI64, g.m.types.i64, {v.id});
  return emitValue(Op::IntFromSmall, g.m.types.int_, {x});
}

ValueId FunctionBuilder::toI64(Value v) {
  TypeId r = g.repr(v.type);
  if (r == g.m.types.any) return eachMember(v, t.i64, [&](Value one) { return toI64(one); });
  if (r == g.m.types.i64) return v.id;
  if (r == g.m.types.int_) return emitValue(Op::IntSmall, g.m.types.i64, {v.id});
  return emitValue(Op::BoolToI64, g.m.types.i64, {v.id});
}

ValueId FunctionBuilder::toF64(Value v) {
  TypeId r = g.repr(v.type);
  if (r == g.m.types.any) return eachMember(v, t.floating, [&](Value one) { return toF64(one); });
  if (r == g.m.types.f64) return v.id;
  if (r == g.m.types.bool_) {
    ValueId x = emitValue(Op::BoolToI64, g.m.types.i64, {v.id});
    return emitValue(Op::I64ToF64, g.m.types.f64, {x});
  }
  if (r == g.m.types.i64) return emitValue(Op::I64ToF64, g.m.types.f64, {v.id});
  return raising(Op::IntToF64, g.m.types.f64, {v.id}, nullptr);
}

static Pred predOf(uint8_t op) {
  switch (static_cast<CompareOperator>(op)) {
    case CompareOperator::Eq: return Pred::Eq;
    case CompareOperator::NotEq: return Pred::Ne;
    case CompareOperator::Lt: return Pred::Lt;
    case CompareOperator::LtE: return Pred::Le;
    case CompareOperator::Gt: return Pred::Gt;
    default: return Pred::Ge;
  }
}

Value FunctionBuilder::prim(const Action& a, const hir::Instr& i, Value x, Value y) {
  auto& T = g.m.types;
  auto value = [&](Op op, TypeId type, std::initializer_list<ValueId> ops) { return Value{emitValue(op, type, ops), a.result}; };
  auto compare = [&](Op op, ValueId l, ValueId r) {
    ValueId v = emitValue(op, T.bool_, {l, r});
    f().block(block_).instrs.back().pred = predOf(i.sub);
    return Value{v, t.boolean};
  };
  switch (a.prim) {
    case Prim::IntBinary: {
      ValueId l = toInt(x), r = toInt(y);
      switch (static_cast<BinaryOperator>(i.sub)) {
        case BinaryOperator::Add: return value(Op::IntAdd, T.int_, {l, r});
        case BinaryOperator::Sub: return value(Op::IntSub, T.int_, {l, r});
        case BinaryOperator::Mult: return value(Op::IntMul, T.int_, {l, r});
        case BinaryOperator::BitAnd: return value(Op::IntAnd, T.int_, {l, r});
        case BinaryOperator::BitOr: return value(Op::IntOr, T.int_, {l, r});
        case BinaryOperator::BitXor: return value(Op::IntXor, T.int_, {l, r});
        case BinaryOperator::FloorDiv: return {raising(Op::IntFloorDiv, T.int_, {l, r}, nullptr), a.result};
        case BinaryOperator::Mod: return {raising(Op::IntMod, T.int_, {l, r}, nullptr), a.result};
        case BinaryOperator::LShift: return {raising(Op::IntShl, T.int_, {l, r}, nullptr), a.result};
        case BinaryOperator::RShift: return {raising(Op::IntShr, T.int_, {l, r}, nullptr), a.result};
        case BinaryOperator::Div: return {rt("int_truediv", {l, r}), a.result};
        default: KRAIT_UNREACHABLE("int operator");
      }
    }
    case Prim::BoolBinary: {
      auto op = static_cast<BinaryOperator>(i.sub);
      return value(op == BinaryOperator::BitAnd ? Op::BoolAnd : op == BinaryOperator::BitOr ? Op::BoolOr : Op::BoolXor, T.bool_, {x.id, y.id});
    }
    case Prim::FloatBinary: {
      ValueId l = toF64(x), r = toF64(y);
      switch (static_cast<BinaryOperator>(i.sub)) {
        case BinaryOperator::Add: return value(Op::F64Add, T.f64, {l, r});
        case BinaryOperator::Sub: return value(Op::F64Sub, T.f64, {l, r});
        case BinaryOperator::Mult: return value(Op::F64Mul, T.f64, {l, r});
        default: {
          // Division: zero raises.
          ValueId null = emitValue(Op::ConstF64, T.f64);
          ValueId is = emitValue(Op::F64Cmp, T.bool_, {r, null});
          f().block(block_).instrs.back().pred = Pred::Eq;
          BlockId bad = newBlock(), ok = newBlock();
          condBr(is, bad, ok, 2);
          start(bad);
          fail("ZeroDivisionError", g.repr(x.type) == T.f64 || g.repr(y.type) == T.f64 ? "float division by zero" : "division by zero");
          start(ok);
          return value(Op::F64Div, T.f64, {l, r});
        }
      }
    }
    case Prim::I64Binary: {
      ValueId l = toI64(x), r = toI64(y);
      Op op;
      switch (static_cast<BinaryOperator>(i.sub)) {
        case BinaryOperator::Add: op = Op::I64Add; break;
        case BinaryOperator::Sub: op = Op::I64Sub; break;
        case BinaryOperator::Mult: op = Op::I64Mul; break;
        case BinaryOperator::BitAnd: op = Op::I64And; break;
        case BinaryOperator::BitOr: op = Op::I64Or; break;
        case BinaryOperator::BitXor: op = Op::I64Xor; break;
        case BinaryOperator::LShift: op = Op::I64Shl; break;
        case BinaryOperator::RShift: op = Op::I64Sar; break;
        case BinaryOperator::FloorDiv: op = Op::I64SDiv; break;
        case BinaryOperator::Mod: op = Op::I64SRem; break;
        default: KRAIT_UNREACHABLE("i64 operator");
      }
      return value(op, T.i64, {l, r});
    }
    case Prim::IntCompare:
      if (g.repr(x.type) == T.bool_ && g.repr(y.type) == T.bool_) {
        ValueId l = emitValue(Op::BoolToI64, T.i64, {x.id}), r = emitValue(Op::BoolToI64, T.i64, {y.id});
        return compare(Op::I64Cmp, l, r);
      } else {
        ValueId l = toInt(x), r = toInt(y);
        return compare(Op::IntCmp, l, r);
      }
    case Prim::FloatCompare: return compare(Op::F64Cmp, x.id, y.id);
    case Prim::I64Compare: {
      ValueId l = toI64(x), r = toI64(y);
      return compare(Op::I64Cmp, l, r);
    }
    case Prim::IntFloatCompare: {
      bool flip = g.repr(x.type) == T.f64;
      ValueId integer = toInt(flip ? y : x), number = flip ? x.id : y.id;
      // -1, 0, 1, or 2 where the float is a NaN.
      ValueId order = rt("int_cmp_float", {integer, number});
      ValueId null = i64(0);
      ValueId v = flip ? emitValue(Op::I64Cmp, T.bool_, {null, order}) : emitValue(Op::I64Cmp, T.bool_, {order, null});
      f().block(block_).instrs.back().pred = predOf(i.sub);
      ValueId two = i64(2);
      ValueId nan = emitValue(Op::I64Cmp, T.bool_, {order, two});
      f().block(block_).instrs.back().pred = Pred::Eq;
      ValueId unordered = boolean(static_cast<CompareOperator>(i.sub) == CompareOperator::NotEq);
      return {emitValue(Op::Select, T.bool_, {nan, unordered, v}), t.boolean};
    }
    case Prim::IntUnary: {
      ValueId v = toInt(x);
      auto o = static_cast<ast::UnaryOperator>(i.sub);
      if (o == ast::UnaryOperator::UAdd) return {v, a.result};
      return value(o == ast::UnaryOperator::USub ? Op::IntNeg : Op::IntInvert, T.int_, {v});
    }
    case Prim::FloatUnary:
      if (static_cast<ast::UnaryOperator>(i.sub) == ast::UnaryOperator::UAdd) return {x.id, a.result};
      return value(Op::F64Neg, T.f64, {x.id});
    case Prim::I64Unary: {
      ValueId null = i64(static_cast<ast::UnaryOperator>(i.sub) == ast::UnaryOperator::Invert ? -1 : 0);
      if (static_cast<ast::UnaryOperator>(i.sub) == ast::UnaryOperator::Invert) return value(Op::I64Xor, T.i64, {x.id, null});
      return value(Op::I64Sub, T.i64, {null, x.id});
    }
    case Prim::StaticBool: return {boolean(a.index != 0), t.boolean};
    case Prim::Truth: return {truth(x), t.boolean};
    default: KRAIT_UNREACHABLE("primitive");
  }
}

// Truth of a scalar.
ValueId FunctionBuilder::truth(Value v) {
  auto& T = g.m.types;
  TypeId r = g.repr(v.type);
  if (r == T.int_) return emitValue(Op::IntTruth, T.bool_, {v.id});
  if (r == T.i64) {
    ValueId null = i64(0);
    ValueId x = emitValue(Op::I64Cmp, T.bool_, {v.id, null});
    f().block(block_).instrs.back().pred = Pred::Ne;
    return x;
  }
  if (r == T.f64) {
    ValueId null = emitValue(Op::ConstF64, T.f64);
    ValueId x = emitValue(Op::F64Cmp, T.bool_, {v.id, null});
    f().block(block_).instrs.back().pred = Pred::Ne;
    return x;
  }
  return v.id;
}

// `a is b`.
ValueId FunctionBuilder::identity(Value a, Value b) {
  auto& T = g.m.types;
  for (int k = 0; k < 2; ++k) {
    Value x = k ? a : b, y = k ? b : a;
    if (!t.isOnly(x.type, Ctor::None)) continue;
    if (t.isOnly(y.type, Ctor::None)) return boolean(true);
    if (!t.has(y.type, Ctor::None)) return boolean(false);
    return testAtom(y.id, y.type, Atom{Ctor::None, 0, {}, {}});
  }
  bool ua = g.isUnit(a.type), ub = g.isUnit(b.type);
  if (ua && ub) return boolean(g.layoutOf(t.atoms(a.type)[0]) == g.layoutOf(t.atoms(b.type)[0]));
  TypeId ra = g.repr(a.type), rb = g.repr(b.type);
  if ((ua || g.isTag(a.type)) && (ub || g.isTag(b.type))) {
    ValueId x = toTag(a.id, a.type), y = toTag(b.id, b.type);
    ValueId same = emitValue(Op::I64Cmp, T.bool_, {x, y});
    f().block(block_).instrs.back().pred = Pred::Eq;
    return same;
  }
  if (ra == T.bool_ && rb == T.bool_ && !ua && !ub) {
    ValueId x = emitValue(Op::BoolXor, T.bool_, {a.id, b.id});
    return emitValue(Op::BoolNot, T.bool_, {x});
  }
  auto pointer = [&](TypeId r) { return r == T.ref || r == T.opt; };
  if (pointer(ra) && pointer(rb)) return emitValue(Op::RefEq, T.bool_, {a.id, b.id});
  if (ra == T.int_ && rb == T.int_) {
    ValueId v = emitValue(Op::IntCmp, T.bool_, {a.id, b.id});
    f().block(block_).instrs.back().pred = Pred::Eq;
    return v;
  }
  if (ra == T.f64 && rb == T.f64) {
    ValueId x = emitValue(Op::F64Bits, T.i64, {a.id}), y = emitValue(Op::F64Bits, T.i64, {b.id});
    ValueId v = emitValue(Op::I64Cmp, T.bool_, {x, y});
    f().block(block_).instrs.back().pred = Pred::Eq;
    return v;
  }
  if (T[ra].kind == mir::TypeKind::Tuple || T[rb].kind == mir::TypeKind::Tuple) {
    return boolean(false);
  }
  // Unions: the same tag and the same word.
  ValueId x = toAny(a.id, a.type), y = toAny(b.id, b.type);
  ValueId tx = emitValue(Op::AnyTag, T.i64, {x}), ty = emitValue(Op::AnyTag, T.i64, {y});
  ValueId same_tag = emitValue(Op::I64Cmp, T.bool_, {tx, ty});
  f().block(block_).instrs.back().pred = Pred::Eq;
  ValueId px = emitValue(Op::AnyToOpt, T.opt, {x}), py = emitValue(Op::AnyToOpt, T.opt, {y});
  ValueId same_word = emitValue(Op::RefEq, T.bool_, {px, py});
  return emitValue(Op::BoolAnd, T.bool_, {same_tag, same_word});
}

Value FunctionBuilder::binaryAction(const Action& a, Value x, Value y, bool negate) {
  std::vector<Value> operands{x, y};
  Type result = negate ? t.boolean : a.result;
  BlockId done = newBlock();
  ValueId out = param(done, g.repr(result));
  bool reached = false;
  auto finish = [&](Value v) {
    if (dead()) return;
    if (negate) {
      v = {emitValue(Op::BoolNot, g.m.types.bool_, {v.id}), t.boolean};
    }
    ValueId c = coerce(v.id, v.type, result);
    br(done, {c});
    reached = true;
  };
  auto attempt = [&](const infer::CallTarget& c) {
    // Returns with the block in which the method declined, or dead.
    Type type = t.canonical(g.p.instance(c.instance).result);
    // The caller's copy of the result type: what the record says plus NotImplemented.
    Type mine = t.without(type, Ctor::NotImplemented);
    bool declines = t.has(type, Ctor::NotImplemented);
    Type seen = declines ? t.join(a.result, t.not_implemented) : a.result;
    if (declines && mine == t.bottom) seen = t.not_implemented;
    if (!declines && g.repr(type) != g.repr(seen)) seen = type;
    if (declines && g.repr(type) != g.repr(seen)) seen = type;
    Value r = callTarget(c, operands, nullptr, type);
    if (dead()) return;
    if (!declines) return finish(r);
    if (mine == t.bottom) return;
    BlockId no = newBlock(), yes = newBlock();
    condBr(testAtom(r.id, r.type, Atom{Ctor::NotImplemented, 0, {}, {}}), no, yes);
    start(yes);
    finish({coerce(r.id, r.type, mine), mine});
    start(no);
  };
  if (a.call.valid()) attempt(a.call);
  if (!dead() && a.second.valid()) attempt(a.second);
  if (!dead()) {
    if (a.identity_fallback) {
      ValueId same = identity(x, y);
      if (a.otherness_fallback) same = emitValue(Op::BoolNot, g.m.types.bool_, {same});
      finish({same, t.boolean});
    } else {
      failAction(a);
    }
  }
  start(done);
  if (!reached) {
    emit(Op::Unreachable);
    block_ = BlockId();
  }
  return {out, result};
}

void FunctionBuilder::makeFunction(const hir::Instr& i) {
  Value out{unitValue(), t.canonical(inst_.regs[i.result.index])};
  const Atom a = t.atoms(out.type)[0];
  if (g.needsObject(i.code)) {
    LayoutId l = g.functionLayout(a);
    ValueId object = emitValue(Op::New, g.m.types.ref);
    f().block(block_).instrs.back().layout = l;
    for (size_t k = 0; k < i.args.size(); ++k) {
      Value cell = slots_[i.args[k].value.index];
      mir::Instr& init = emit(Op::FieldInit);
      init.layout = l;
      init.imm = g.fieldIndex(l, "c" + std::to_string(k));
      init.operands = {object, cell.id};
    }
    for (size_t k = 0; k < i.operands.size(); ++k) {
      Value d = reg(i.operands[k]);
      Type held = t.field(a.node, infer::kFieldDefault + static_cast<uint32_t>(k));
      ValueId v = coerce(d.id, d.type, held);
      mir::Instr& init = emit(Op::FieldInit);
      init.layout = l;
      init.imm = g.fieldIndex(l, "d" + std::to_string(k));
      init.operands = {object, v};
    }
    out.id = object;
  } else {
    for (size_t k = 0; k < i.operands.size(); ++k) {
      if (!g.used_defaults.count({i.code.index, static_cast<uint32_t>(k)})) continue;
      Value d = reg(i.operands[k]);
      Type held = t.canonical(t.field(a.node, infer::kFieldDefault + static_cast<uint32_t>(k)));
      if (g.isUnit(held)) continue;
      mir::GlobalId gl = g.defaultValue(i.code, static_cast<uint32_t>(k), held);
      ValueId v = coerce(d.id, d.type, held);
      mir::Instr& store = emit(Op::GlobalStore);
      store.global = gl;
      store.operands = {v};
    }
  }
  setReg(i.result, out.id);
}

void FunctionBuilder::callInit(InstanceId init) {
  mir::FuncId callee = g.functionFor(init);
  TypeId type = g.m.functions[callee].result;
  if (g.m.functions[callee].raises) {
    raising(Op::Invoke, type, {}, [&](mir::Instr& x) { x.func = callee; });
  } else {
    ValueId v = f().newValue(type);
    mir::Instr& x = emit(Op::Call);
    x.func = callee;
    x.result = v;
  }
}

// The value of a literal; of a complex one its imaginary part.
ValueId FunctionBuilder::constant(const hir::Instr& i) {
  using ast::ConstantKind;
  auto& T = g.m.types;
  switch (static_cast<ConstantKind>(i.sub)) {
    case ConstantKind::True: return boolean(true);
    case ConstantKind::False:
    case ConstantKind::None:
    case ConstantKind::Ellipsis: return boolean(false);
    case ConstantKind::Int: {
      std::string text(i.text);
      if (i.imm != -1) text = std::to_string(i.imm);
      if (text[0] != '-') text = decimalDigits(text);
      errno = 0;
      long long n = std::strtoll(text.c_str(), nullptr, 10);
      if (errno == 0 && n >= -(1ll << 62) && n < (1ll << 62)) {
        ValueId v = emitValue(Op::ConstInt, T.int_);
        f().block(block_).instrs.back().imm = n;
        return v;
      }
      mir::SymId digits = g.m.symbol(text);
      ValueId v = emitValue(Op::ConstBig, T.int_);
      f().block(block_).instrs.back().sym = digits;
      return v;
    }
    case ConstantKind::Float:
    case ConstantKind::Complex: {
      ValueId v = emitValue(Op::ConstF64, T.f64);
      f().block(block_).instrs.back().f64 = i.number;
      return v;
    }
    case ConstantKind::Str: return str(i.text);
    case ConstantKind::Bytes: {
      mir::SymId text = g.m.symbol(std::string(i.text));
      ValueId v = emitValue(Op::ConstBytes, T.ref);
      f().block(block_).instrs.back().sym = text;
      return v;
    }
  }
  KRAIT_UNREACHABLE("constant");
}

void FunctionBuilder::instr(const hir::Instr& i) {
  auto& T = g.m.types;
  const Record* r = record();
  static const std::vector<Case> no_cases;
  const std::vector<Case>& cases = r ? r->cases : no_cases;
  Type result = i.result.valid() ? t.canonical(inst_.regs[i.result.index]) : t.none;
  auto operand = [&](size_t k) { return reg(i.operands[k]); };
  // Dispatch on operand 0, then perform the case's action with the given operands behind it.
  auto method = [&](Value self, std::vector<Value> rest) {
    Value out = dispatch(self, cases, result, [&](Value one, const Case& c) -> Value {
      std::vector<Value> operands{one};
      operands.insert(operands.end(), rest.begin(), rest.end());
      return perform(c.action, operands);
    });
    if (i.result.valid() && !dead()) setReg(i.result, out);
  };
  switch (i.op) {
    case hir::Op::Const: {
      ValueId v = constant(i);
      if (static_cast<ast::ConstantKind>(i.sub) != ast::ConstantKind::Complex) return setReg(i.result, v);
      std::vector<Value> part{{v, t.floating}};
      Value made = perform(cases[0].action, part);
      if (!dead()) setReg(i.result, made);
      return;
    }
    case hir::Op::LoadSlot: {
      Value v = slots_[i.slot.index];
      std::string name(i.slot.index < code_.slots.size() && code_.slots[i.slot.index].valid()
                           ? g.p.names->text(code_.slots[i.slot.index]) : "value");
      bool module = code_.kind == hir::CodeKind::Module;
      Type set;
      if (!v.id.valid() && v.type == t.unset) {
        fail(module ? "NameError" : "UnboundLocalError",
             module ? "name '" + name + "' is not defined"
                    : "cannot access local variable '" + name + "' where it is not associated with a value");
        return;
      }
      ValueId x = checkSet(v.id, v.type, &set, module ? "NameError" : "UnboundLocalError",
                           module ? "name '" + name + "' is not defined"
                                  : "cannot access local variable '" + name + "' where it is not associated with a value");
      if (dead()) return;
      if (t.has(v.type, Ctor::Unset)) slots_[i.slot.index] = {x, set};
      regs_[i.result.index] = coerce(x, set, result);
      return;
    }
    case hir::Op::StoreSlot:
      keepSlot(i.slot);
      slots_[i.slot.index] = operand(0);
      return;
    case hir::Op::DelSlot:
      if (i.sub && t.has(slots_[i.slot.index].type, Ctor::Unset)) {
        Type set;
        std::string name(g.p.names->text(i.name));
        bool module = code_.kind == hir::CodeKind::Module;
        Value v = slots_[i.slot.index];
        std::string message = module ? "name '" + name + "' is not defined"
                                     : "cannot access local variable '" + name + "' where it is not associated with a value";
        if (!v.id.valid()) fail(module ? "NameError" : "UnboundLocalError", message);
        else checkSet(v.id, v.type, &set, module ? "NameError" : "UnboundLocalError", message);
      }
      if (dead()) return;
      keepSlot(i.slot);
      slots_[i.slot.index] = {ValueId(), t.unset};
      return;
    case hir::Op::NewCell: {
      Type cell = t.one({Ctor::Cell, 0, inst_.made.at(Instance::place(hir_block_, position_)), {}});
      Type content = t.field(t.atoms(cell)[0].node, infer::kFieldT);
      LayoutId l = g.cellLayout(g.repr(content));
      ValueId v = emitValue(Op::New, T.ref);
      f().block(block_).instrs.back().layout = l;
      slots_[i.slot.index] = {v, cell};
      return;
    }
    case hir::Op::LoadCell: {
      Value cell = slots_[i.slot.index];
      Type content = t.field(t.atoms(cell.type)[0].node, infer::kFieldT);
      LayoutId l = g.cellLayout(g.repr(content));
      ValueId v = emitValue(Op::FieldLoad, g.repr(content), {cell.id});
      f().block(block_).instrs.back().layout = l;
      Type set;
      std::string name(g.p.names->text(i.name));
      bool own = code_.scope->find(i.name) && code_.scope->find(i.name)->binding == resolve::Binding::Cell;
      ValueId x = own ? checkSet(v, content, &set, "UnboundLocalError", "cannot access local variable '" + name + "' where it is not associated with a value")
                      : checkSet(v, content, &set, "NameError", "cannot access free variable '" + name + "' where it is not associated with a value in enclosing scope");
      if (dead()) return;
      regs_[i.result.index] = coerce(x, set, result);
      return;
    }
    case hir::Op::StoreCell:
    case hir::Op::DelCell: {
      Value cell = slots_[i.slot.index];
      Type content = t.field(t.atoms(cell.type)[0].node, infer::kFieldT);
      LayoutId l = g.cellLayout(g.repr(content));
      ValueId v;
      if (i.op == hir::Op::DelCell) v = zero(g.repr(content));
      else v = coerce(operand(0).id, operand(0).type, content);
      mir::Instr& s = emit(Op::FieldStore);
      s.layout = l;
      s.operands = {cell.id, v};
      return;
    }
    case hir::Op::LoadFree: {
      // The layout of the closure object: by the function's own type.
      const Atom fn = t.atoms(inst_.function)[0];
      LayoutId l = g.functionLayout(fn);
      ValueId v = emitValue(Op::FieldLoad, T.ref, {env_});
      mir::Instr& x = f().block(block_).instrs.back();
      x.layout = l;
      x.imm = g.fieldIndex(l, "c" + std::to_string(i.imm));
      return setReg(i.result, v);
    }
    case hir::Op::LoadGlobal:
    case hir::Op::LoadClassName: {
      std::string message = "name '" + std::string(g.p.names->text(i.name)) + "' is not defined";
      BlockId done = newBlock();
      ValueId out = param(done, g.repr(result));
      // In turn: the slot (class bodies, the main module), the module's variable, the builtin.
      bool open = true;
      auto candidate = [&](ValueId v, Type held) {
        if (!open || dead()) return;
        Type set = t.without(held, Ctor::Unset);
        if (set == t.bottom) return;
        if (!t.has(held, Ctor::Unset)) {
          ValueId x = coerce(v, held, result);
          br(done, {x});
          open = false;
          return;
        }
        BlockId unset = newBlock(), yes = newBlock();
        condBr(testAtom(v, held, Atom{Ctor::Unset, 0, {}, {}}), unset, yes, 2);
        start(yes);
        ValueId x = coerce(coerce(v, held, set), set, result);
        br(done, {x});
        start(unset);
      };
      auto fromGlobal = [&](hir::GlobalId id) {
        Type held = g.globalType(id);
        if (t.without(held, Ctor::Unset) == t.bottom) return;
        if (g.isUnit(held)) return candidate(unitValue(), held);
        mir::GlobalId gl = g.global(id);
        ValueId v = emitValue(Op::GlobalLoad, g.repr(held));
        f().block(block_).instrs.back().global = gl;
        candidate(v, held);
      };
      if (i.op == hir::Op::LoadClassName) {
        Value v = slots_[i.slot.index];
        if (v.id.valid()) candidate(v.id, v.type);
      }
      if (open && i.global.valid()) fromGlobal(i.global);
      if (open && i.builtin.valid() && i.builtin != i.global) fromGlobal(i.builtin);
      if (open && !dead()) fail("NameError", message);
      start(done);
      return setReg(i.result, out);
    }
    case hir::Op::StoreGlobal: {
      if (!i.global.valid()) return;
      Type held = g.globalType(i.global);
      if (g.isUnit(held)) return;
      mir::GlobalId gl = g.global(i.global);
      Value v = operand(0);
      ValueId x = coerce(v.id, v.type, held);
      mir::Instr& s = emit(Op::GlobalStore);
      s.global = gl;
      s.operands = {x};
      return;
    }
    case hir::Op::DelGlobal: {
      if (!i.global.valid()) return fail("NameError", "name '" + std::string(g.p.names->text(i.name)) + "' is not defined");
      Type held = g.globalType(i.global), set;
      mir::GlobalId gl = g.global(i.global);
      ValueId v = emitValue(Op::GlobalLoad, g.repr(held));
      f().block(block_).instrs.back().global = gl;
      if (i.sub) checkSet(v, held, &set, "NameError", "name '" + std::string(g.p.names->text(i.name)) + "' is not defined");
      if (dead()) return;
      ValueId null = zero(g.repr(held));
      mir::Instr& s = emit(Op::GlobalStore);
      s.global = gl;
      s.operands = {null};
      return;
    }
    case hir::Op::GetAttr: {
      Value out = dispatch(operand(0), cases, result, [&](Value one, const Case& c) { return getAttr(one, c.action); });
      if (!dead()) setReg(i.result, out);
      return;
    }
    case hir::Op::MatchPositional: {
      if (r && r->decided == 1) return setReg(i.result, operand(0));
      Value out = dispatch(operand(0), cases, result, [&](Value one, const Case& c) { return getAttr(one, c.action); });
      if (!dead()) setReg(i.result, out);
      return;
    }
    case hir::Op::HasAttr: {
      if (r && r->decided >= 0) return setReg(i.result, boolean(r->decided != 0));
      Value out = dispatch(operand(0), cases, t.boolean, [&](Value one, const Case& c) { return hasAttr(one, i.name, c.action); });
      if (!dead()) setReg(i.result, out);
      return;
    }
    case hir::Op::SetAttr: {
      Value value = operand(1);
      dispatch(operand(0), cases, t.none, [&](Value one, const Case& c) -> Value {
        setAttr(one, value, c.action);
        return {dead() ? ValueId() : unitValue(), t.none};
      });
      return;
    }
    case hir::Op::DelAttr:
      dispatch(operand(0), cases, t.none, [&](Value one, const Case& c) -> Value {
        delAttr(one, c.action);
        return {dead() ? ValueId() : unitValue(), t.none};
      });
      return;
    case hir::Op::GetItem: {
      Value index = operand(1);
      Value out = dispatch(operand(0), cases, result, [&](Value one, const Case& c) -> Value {
        if (c.action.kind == ActionKind::TupleItem) {
          Type item = t.canonical(t.atoms(one.type)[0].items[c.action.index]);
          ValueId v = emitValue(Op::TupleGet, g.repr(item), {one.id});
          f().block(block_).instrs.back().imm = c.action.index;
          return {v, item};
        }
        if (c.action.kind == ActionKind::TupleIndex) return tupleIndex(one, index, c.action.result);
        std::vector<Value> operands{one, index};
        return perform(c.action, operands);
      });
      if (!dead()) setReg(i.result, out);
      return;
    }
    case hir::Op::SetItem: return method(operand(0), {operand(1), operand(2)});
    case hir::Op::DelItem: return method(operand(0), {operand(1)});
    case hir::Op::BuildSlice: {
      std::vector<Value> operands{operand(0), operand(1), operand(2)};
      Value v = perform(cases[0].action, operands);
      if (!dead()) setReg(i.result, v);
      return;
    }
    case hir::Op::Binary:
    case hir::Op::Inplace:
    case hir::Op::Compare: {
      Value out = dispatch2(operand(0), operand(1), cases, result, [&](Value x, Value y, const Case& c) -> Value {
        const Action& a = c.action;
        if (a.kind == ActionKind::Prim) return prim(a, i, x, y);
        if (a.kind == ActionKind::Binary) return binaryAction(a, x, y, i.op == hir::Op::Compare && a.index == 1);
        if (a.kind == ActionKind::Special) {  // tuple + tuple
          std::vector<Value> items;
          for (Value v : {x, y}) {
            const Atom tuple = t.atoms(v.type)[0];
            for (size_t k = 0; k < tuple.items.size(); ++k) {
              ValueId e = emitValue(Op::TupleGet, g.repr(tuple.items[k]), {v.id});
              f().block(block_).instrs.back().imm = static_cast<int64_t>(k);
              items.push_back({e, tuple.items[k]});
            }
          }
          Type type;
          ValueId v = makeTuple(items, &type);
          return {v, type};
        }
        std::vector<Value> operands{x, y};
        // Powers and the like take plain ints or floats.
        if (a.kind == ActionKind::Call && i.op != hir::Op::Compare) {
          Instance& target = g.p.instance(a.call.instance);
          for (size_t k = 0; k < 2 && k < target.formals.size(); ++k) {
            TypeId want = g.repr(target.formals[k]);
            if (t.isOnly(target.formals[k], Ctor::Float) && g.repr(operands[k].type) != want) operands[k] = {toF64(operands[k]), t.floating};
            else if (t.isOnly(target.formals[k], Ctor::Int) && t.isOnly(operands[k].type, Ctor::Bool)) operands[k] = {toInt(operands[k]), t.integer};
          }
        }
        return perform(a, operands);
      });
      if (!dead()) setReg(i.result, out);
      return;
    }
    case hir::Op::Unary: {
      Value out = dispatch(operand(0), cases, result, [&](Value one, const Case& c) -> Value {
        if (c.action.kind == ActionKind::Prim) return prim(c.action, i, one, one);
        std::vector<Value> operands{one};
        return perform(c.action, operands);
      });
      if (!dead()) setReg(i.result, out);
      return;
    }
    case hir::Op::Is: {
      if (r && r->decided >= 0) return setReg(i.result, boolean(r->decided != 0));
      ValueId v = identity(operand(0), operand(1));
      if (i.sub) v = emitValue(Op::BoolNot, T.bool_, {v});
      return setReg(i.result, v);
    }
    case hir::Op::Contains: {
      Value item = operand(0);
      Value out = dispatch(operand(1), cases, t.boolean, [&](Value one, const Case& c) -> Value {
        std::vector<Value> operands{one, item};
        return perform(c.action, operands);
      });
      if (dead()) return;
      ValueId v = out.id;
      if (i.sub) v = emitValue(Op::BoolNot, T.bool_, {v});
      return setReg(i.result, v);
    }
    case hir::Op::Not: return setReg(i.result, emitValue(Op::BoolNot, T.bool_, {operand(0).id}));
    case hir::Op::Truth: {
      if (r && r->decided >= 0) return setReg(i.result, boolean(r->decided != 0));
      Value out = dispatch(operand(0), cases, t.boolean, [&](Value one, const Case& c) -> Value {
        const Action& a = c.action;
        if (a.kind == ActionKind::Prim) return prim(a, i, one, one);
        std::vector<Value> operands{one};
        Value v = perform(a, operands);
        if (dead()) return v;
        return {truth(v), t.boolean};
      });
      if (!dead()) setReg(i.result, out.id);
      return;
    }
    case hir::Op::Call: {
      std::vector<Value> args;
      for (const hir::CallArg& a : i.args) args.push_back(reg(a.value));
      Value out = dispatch(operand(0), cases, result, [&](Value callee, const Case& c) -> Value {
        const Atom fn = t.atoms(callee.type)[0];
        std::vector<Value> operands{callee};
        if (fn.ctor == Ctor::Method) {
          Type self = fn.items[0];
          ValueId v = emitValue(Op::TupleGet, g.repr(self), {callee.id});
          operands[0] = {v, self};
        } else if (fn.ctor == Ctor::Class) {
          operands[0] = {unitValue(), callee.type};
        }
        operands.insert(operands.end(), args.begin(), args.end());
        if (c.action.kind == ActionKind::Special) {
          std::string name(c.action.name.valid() ? g.p.names->text(c.action.name) : "");
          if (name == "super") {
            const Atom super = t.atoms(c.action.result)[0];
            Value self = args.size() == 2 ? args[1] : slots_[0];
            ValueId v = f().newValue(g.repr(c.action.result));
            ValueId x = coerce(self.id, self.type, super.items[0]);
            mir::Instr& make = emit(Op::TupleMake);
            make.result = v;
            make.operands = {x};
            return {v, c.action.result};
          }
          if (name == "isinstance" || name == "issubclass" || name == "callable") {
            if (r->decided >= 0) return {boolean(r->decided != 0), t.boolean};
            // Test each member of the union.
            if (name == "callable") {
              return {testMembers(args[0], [&](const Atom& a) {
                        return a.ctor == Ctor::Func || a.ctor == Ctor::Method || a.ctor == Ctor::Class ||
                               (g.p.classOf(a).valid() && g.p.hasMethod(g.p.classOf(a), "__call__"));
                      }), t.boolean};
            }
            return {matchTest(args[0], args[1], [&](const Atom& a, const Atom& k) {
                      const ClassId cls = name == "issubclass" && a.ctor == Ctor::Class ? ClassId(a.id) : g.p.classOf(a);
                      if (k.ctor == Ctor::None) return a.ctor == Ctor::None;
                      if (k.ctor != Ctor::Class || !cls.valid()) return false;
                      if (name == "isinstance") return g.p.isInstance(a, ClassId(k.id), code_.library);
                      return g.p.isSubclass(cls, ClassId(k.id)) || g.p.isVirtualSubclass(cls, ClassId(k.id)) == 1;
                    }), t.boolean};
          }
        }
        return perform(c.action, operands, &callee);
      });
      if (!dead()) setReg(i.result, out);
      return;
    }
    case hir::Op::CallSpecial: {
      std::vector<Value> rest;
      for (size_t k = 1; k < i.operands.size(); ++k) rest.push_back(operand(k));
      return method(operand(0), rest);
    }
    case hir::Op::GetIter: return method(operand(0), {});
    case hir::Op::FormatValue: {
      std::vector<Value> rest;
      if (i.operands.size() > 1) rest.push_back(operand(1));
      return method(operand(0), rest);
    }
    case hir::Op::BuildString: {
      if (i.operands.size() == 1) return setReg(i.result, operand(0).id);
      if (i.operands.size() == 2) return setReg(i.result, rt("str_concat", {operand(0).id, operand(1).id}));
      if (i.operands.size() == 3) return setReg(i.result, rt("str_concat3", {operand(0).id, operand(1).id, operand(2).id}));
      ValueId buf = rt("strbuf_new", {});
      for (size_t k = 0; k < i.operands.size(); ++k) rt("strbuf_add_str", {buf, operand(k).id});
      return setReg(i.result, rt("strbuf_finish", {buf}));
    }
    case hir::Op::BuildTuple: {
      std::vector<Value> items;
      for (size_t k = 0; k < i.operands.size(); ++k) items.push_back(operand(k));
      Type type;
      ValueId v = makeTuple(items, &type);
      return setReg(i.result, Value{v, type});
    }
    case hir::Op::BuildList:
    case hir::Op::BuildSet:
    case hir::Op::BuildDict: {
      std::vector<Value> none;
      Value made = perform(cases[0].action, none);
      if (dead()) return;
      Type item = cases.size() > 1 ? cases[1].types[1] : t.bottom;
      for (size_t k = 0; k < i.operands.size(); ++k) {
        Value v = operand(k);
        std::vector<Value> operands{made, {coerce(v.id, v.type, item), item}};
        perform(cases[1].action, operands);
        if (dead()) return;
      }
      return setReg(i.result, made);
    }
    case hir::Op::ListAppend:
    case hir::Op::ListExtend:
    case hir::Op::SetAdd:
    case hir::Op::DictUpdate: return method(operand(0), {operand(1)});
    case hir::Op::DictSet: return method(operand(0), {operand(1), operand(2)});
    case hir::Op::ListToTuple: {
      std::vector<Value> operands{operand(0)};
      Value v = perform(cases[0].action, operands);
      if (!dead()) setReg(i.result, v);
      return;
    }
    case hir::Op::Unpack:
    case hir::Op::UnpackStar:
      unpack(i);
      if (!dead()) setReg(i.result, operand(0).id);
      return;
    case hir::Op::UnpackGet: {
      const auto& parts = unpacked_.at(i.operands[0].index);
      return setReg(i.result, parts[static_cast<size_t>(i.imm)]);
    }
    case hir::Op::MakeFunction: return makeFunction(i);
    case hir::Op::MakeClass: {
      std::vector<Value> none;
      // The class body runs here.
      mir::FuncId callee = g.functionFor(cases[0].action.call.instance);
      std::vector<ValueId> args;
      const hir::Code& body = g.p.hir->codes[i.code];
      if (!body.free.empty()) {
        Instance& inst = g.p.instance(cases[0].action.call.instance);
        LayoutId l = g.functionLayout(t.atoms(inst.function)[0]);
        ValueId object = emitValue(Op::New, T.ref);
        f().block(block_).instrs.back().layout = l;
        size_t k = 0;
        for (const hir::CallArg& a : i.args) {
          if (a.kind != hir::ArgKind::Star) continue;
          Value cell = slots_[a.value.index];
          mir::Instr& init = emit(Op::FieldInit);
          init.layout = l;
          init.imm = g.fieldIndex(l, "c" + std::to_string(k++));
          init.operands = {object, cell.id};
        }
        args.push_back(object);
      }
      TypeId type = g.m.functions[callee].result;
      if (g.m.functions[callee].raises) {
        raising(Op::Invoke, type, args, [&](mir::Instr& x) { x.func = callee; });
      } else {
        ValueId v = f().newValue(type);
        mir::Instr& x = emit(Op::Call);
        x.func = callee;
        x.operands = args;
        x.result = v;
      }
      if (cases.size() > 1) return failAction(cases[1].action);  // a class that cannot be made
      return setReg(i.result, unitValue());
    }
    case hir::Op::StoreClassAttr: {
      if (i.imm) return;  // replaced by a later one
      ClassId cls = g.p.class_of_code.at(code_.id.index);
      Type attr = g.classAttributeType(cls, i.name);
      if (g.isUnit(attr)) return;
      mir::GlobalId gl = g.classAttribute(cls, i.name);
      ValueId x;
      if (i.operands.empty()) {  // deleted
        x = zero(g.repr(attr));
      } else {
        Value v = operand(0);
        x = coerce(v.id, v.type, attr);
      }
      mir::Instr& s = emit(Op::GlobalStore);
      s.global = gl;
      s.operands = {x};
      return;
    }
    case hir::Op::ImportModule: {
      for (const Case& c : cases) {
        if (!c.action.message.empty()) return importFails(c.action, std::string(g.p.names->text(i.name)), nullptr);
        callInit(c.action.call.instance);
      }
      return setReg(i.result, unitValue());
    }
    case hir::Op::ImportFrom: {
      const Action& a = cases[0].action;
      if (!a.message.empty()) {
        const resolve::Module& from = g.p.hir->modules->modules[hir::ModuleId(t.atoms(operand(0).type)[0].id)];
        return importFails(a, std::string(i.text), &from.path);
      }
      if (a.kind == ActionKind::Call) {
        callInit(a.call.instance);
        return setReg(i.result, unitValue());
      }
      Type held = g.globalType(a.global);
      if (g.isUnit(held)) return setReg(i.result, unitValue());
      mir::GlobalId gl = g.global(a.global);
      ValueId v = emitValue(Op::GlobalLoad, g.repr(held));
      f().block(block_).instrs.back().global = gl;
      Type set;
      const resolve::Module& module = g.p.hir->modules->modules[g.p.hir->globals[a.global].module];
      std::string message = "cannot import name '" + std::string(g.p.names->text(i.name)) + "' from ";
      message += module.circular ? "partially initialized module '" + module.name + "' (most likely due to a circular import) ("
                                 : "'" + module.name + "' (";
      ValueId x = checkSet(v, held, &set, "ImportError", message + module.path + ")");
      if (!dead()) setReg(i.result, Value{x, set});
      return;
    }
    case hir::Op::Intrinsic: {
      Value v = intrinsic(i);
      if (!dead()) setReg(i.result, v);
      return;
    }
    case hir::Op::RtCall: {
      Value v = runtimeCall(i);
      if (!dead()) setReg(i.result, v);
      return;
    }
    case hir::Op::Yield: return yield(i);
    case hir::Op::CatchException: return setReg(i.result, caught_[hir_block_]);
    case hir::Op::EnterHandler: {
      ValueId previous = rt("exc_enter_handler", {operand(0).id});
      return setReg(i.result, previous);
    }
    case hir::Op::LeaveHandler: rt("exc_leave_handler", {operand(0).id}); return;
    case hir::Op::MatchException: {
      if (r && r->decided >= 0) return setReg(i.result, boolean(r->decided != 0));
      return setReg(i.result, matchTest(operand(0), operand(1), [&](const Atom& a, const Atom& k) {
        return k.ctor == Ctor::Class && g.p.isSubclass(ClassId(a.id), ClassId(k.id));
      }));
    }
    default: KRAIT_UNREACHABLE("operation");
  }
}

// Is the value one of the members of its type that fit?
ValueId FunctionBuilder::testMembers(Value v, const std::function<bool(const Atom&)>& fits) {
  auto& T = g.m.types;
  ValueId yes = boolean(false);
  for (const Atom& a : std::vector<Atom>(t.atoms(v.type))) {
    if (!fits(a)) continue;
    ValueId is;
    if (g.repr(v.type) == T.opt && a.ctor != Ctor::None) {
      // A null pointer has no header to look at.
      BlockId null = newBlock(), set = newBlock(), done = newBlock();
      ValueId out = param(done, T.bool_);
      condBr(emitValue(Op::OptIsNull, T.bool_, {v.id}), null, set);
      start(null);
      br(done, {boolean(false)});
      start(set);
      ValueId is_type = testAtom(v.id, v.type, a);
      br(done, {is_type});
      start(done);
      is = out;
    } else {
      is = testAtom(v.id, v.type, a);
    }
    yes = emitValue(Op::BoolOr, T.bool_, {yes, is});
  }
  return yes;
}

// Does the value fit `classes`: a class, a tuple of such, a union, or one of several of these? `fits` says it of one
// member of the value's type and one class (or None).
ValueId FunctionBuilder::matchTest(Value v, Value classes, const std::function<bool(const Atom&, const Atom&)>& fits) {
  // What is known without the value of `classes`, and the items that are not.
  std::vector<Atom> known;
  std::vector<Value> open;
  const std::function<void(Value)> collect = [&](Value k) {
    const std::vector<Atom> atoms = t.atoms(k.type);
    if (atoms.size() != 1) {
      if (!atoms.empty()) open.push_back(k);
    } else if (atoms[0].ctor == Ctor::Tuple) {
      for (size_t i = 0; i < atoms[0].items.size(); ++i) {
        ValueId item = emitValue(Op::TupleGet, g.repr(atoms[0].items[i]), {k.id});
        f().block(block_).instrs.back().imm = static_cast<int64_t>(i);
        collect({item, t.canonical(atoms[0].items[i])});
      }
    } else if (Type members = g.p.unionMembers(atoms[0]); members != t.bottom) {
      // The classes in the object that `A | B` makes.
      const LayoutId l = g.classLayout(ClassId(atoms[0].id), atoms[0].node);
      const Type held = t.canonical(t.field(atoms[0].node, g.p.names->intern("__args__").index));
      ValueId args = emitValue(Op::FieldLoad, g.repr(held), {k.id});
      mir::Instr& load = f().block(block_).instrs.back();
      load.layout = l;
      load.imm = g.fieldIndex(l, "__args__");
      collect({coerce(args, held, members), members});
    } else {
      known.push_back(atoms[0]);
    }
  };
  collect(classes);
  ValueId yes = testMembers(v, [&](const Atom& a) {
    return std::any_of(known.begin(), known.end(), [&](const Atom& k) { return fits(a, k); });
  });
  for (const Value& k : open) {
    std::vector<Case> cases;
    for (const Atom& a : std::vector<Atom>(t.atoms(k.type))) cases.push_back({{t.one(a), t.bottom}, {}});
    Value match = dispatch(k, cases, t.boolean, [&](Value one, const Case&) -> Value { return {matchTest(v, one, fits), t.boolean}; });
    yes = emitValue(Op::BoolOr, g.m.types.bool_, {yes, match.id});
  }
  return yes;
}

// An import that cannot succeed: calls the function of lib/core that raises.
void FunctionBuilder::importFails(const Action& a, const std::string& name, const std::string* path) {
  std::vector<Value> operands{{str(a.message), t.str}, {str(name), t.str}};
  if (path) operands.push_back({str(*path), t.str});
  callTarget(a.call, operands, nullptr, t.bottom);
}

}  // namespace krait::mirgen
