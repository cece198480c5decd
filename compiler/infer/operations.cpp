// Operators, truth and iteration: what they mean for each type.
#include <algorithm>
#include <cmath>

#include "infer/engine.h"

namespace krait::infer {

using ast::BinaryOperator;
using ast::CompareOperator;

namespace {

const char* const kBinaryNames[] = {"add", "sub", "mul", "matmul", "truediv", "mod", "pow",
                                    "lshift", "rshift", "or", "xor", "and", "floordiv"};
const char* const kBinarySymbols[] = {"+", "-", "*", "@", "/", "%", "** or pow()", "<<", ">>", "|", "^", "&", "//"};
const char* const kCompareNames[] = {"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"};
const char* const kCompareReflected[] = {"__eq__", "__ne__", "__gt__", "__ge__", "__lt__", "__le__"};
const char* const kCompareSymbols[] = {"==", "!=", "<", "<=", ">", ">="};

bool integral(Ctor c) { return c == Ctor::Int || c == Ctor::Bool; }
bool numeric(Ctor c) { return integral(c) || c == Ctor::Float; }

}  // namespace

TypeId Engine::binary(uint8_t op, TypeId a, TypeId b, bool inplace, uint64_t sub, std::vector<Case>* cases) {
  TypeId result = t_.bottom;
  const std::vector<Atom>&left = t_.atoms(a), &right = t_.atoms(b);
  const uint64_t place = sub;
  Alternatives alternatives(cur_->dead);
  for (const Atom& x : left) {
    for (const Atom& y : right) {
      sub = at(at(place, x), y);
      alternatives.next();
      Action act;
      act.result = binaryAtoms(op, x, y, inplace, sub, &act);
      result = t_.join(result, act.result);
      if (cases) cases->push_back({{t_.one(x), t_.one(y)}, act});
    }
  }
  return result;
}

TypeId Engine::binaryAtoms(uint8_t op, const Atom& a, const Atom& b, bool inplace, uint64_t sub, Action* act) {
  auto o = static_cast<BinaryOperator>(op);
  if (a.ctor == Ctor::Unknown || b.ctor == Ctor::Unknown) {
    unknown();
    // Text stays text, whatever is added to it or formatted into it.
    bool text = a.ctor == Ctor::Str && (o == BinaryOperator::Mod || o == BinaryOperator::Add);
    return act->result = text ? t_.str : t_.unknown;
  }
  auto prim = [&](Prim p, TypeId result) {
    act->kind = ActionKind::Prim;
    act->prim = p;
    return act->result = result;
  };
  if (a.ctor == Ctor::I64 || b.ctor == Ctor::I64) return prim(Prim::I64Binary, t_.i64);
  if (a.ctor == Ctor::Bool && b.ctor == Ctor::Bool &&
      (o == BinaryOperator::BitAnd || o == BinaryOperator::BitOr || o == BinaryOperator::BitXor))
    return prim(Prim::BoolBinary, t_.boolean);
  if (integral(a.ctor) && integral(b.ctor)) {
    switch (o) {
      case BinaryOperator::Div:
        raises("ZeroDivisionError");
        raises("OverflowError");
        return prim(Prim::IntBinary, t_.floating);
      case BinaryOperator::FloorDiv:
      case BinaryOperator::Mod: raises("ZeroDivisionError"); return prim(Prim::IntBinary, t_.integer);
      case BinaryOperator::LShift:
      case BinaryOperator::RShift:
        raises("ValueError");
        raises("OverflowError");
        return prim(Prim::IntBinary, t_.integer);
      case BinaryOperator::Pow: {
        // The sign of the exponent decides the type of the result.
        double exponent = 0;
        const bool visible = instr().op == hir::Op::Binary || instr().op == hir::Op::Inplace;
        if (visible && constantOf(instr().operands[1], &exponent) && exponent < 0)
          return act->result = callCore("_int_pow_negative", {t_.integer, t_.integer}, sub, act);
        const bool whole = visible && neverNegative(instr().operands[1]);
        TypeId power = callCore(whole ? "_int_pow" : "_int_pow_any", {t_.integer, t_.integer}, sub, act);
        if (!whole && t_.has(power, Ctor::Float)) power = t_.join(t_.without(power, Ctor::Float), t_.power_float);
        return act->result = power;
      }
      case BinaryOperator::MatMult: break;
      default: return prim(Prim::IntBinary, t_.integer);
    }
  } else if (numeric(a.ctor) && numeric(b.ctor)) {
    if (a.ctor != Ctor::Float || b.ctor != Ctor::Float) raises("OverflowError");
    // What comes of a power's float is one as well.
    bool plain = (a.ctor == Ctor::Float && a.id == 0) || (b.ctor == Ctor::Float && b.id == 0);
    TypeId floating = plain ? t_.floating : t_.power_float;
    switch (o) {
      case BinaryOperator::Add:
      case BinaryOperator::Sub:
      case BinaryOperator::Mult: return prim(Prim::FloatBinary, floating);
      case BinaryOperator::Div: raises("ZeroDivisionError"); return prim(Prim::FloatBinary, t_.floating);
      case BinaryOperator::FloorDiv: return act->result = callCore("_float_floordiv", {t_.floating, t_.floating}, sub, act);
      case BinaryOperator::Mod: return act->result = callCore("_float_mod", {t_.floating, t_.floating}, sub, act);
      case BinaryOperator::Pow: {
        // Only a negative base to the power of a fraction is complex.
        double base = 0, exponent = 0;
        const bool visible = instr().op == hir::Op::Binary || instr().op == hir::Op::Inplace;
        const bool constant_base = visible && constantOf(instr().operands[0], &base);
        const bool constant_exponent = visible && constantOf(instr().operands[1], &exponent);
        const bool negative = constant_base && base < 0, positive = constant_base && !negative;
        const bool whole = constant_exponent && exponent == std::trunc(exponent);
        const char* function = negative && constant_exponent && !whole                  ? "_complex_pow"
                               : level_ == Level::Dynamic && !positive && !whole ? "_float_pow_any"
                                                                                  : "_float_pow";
        return act->result = callCore(function, {t_.floating, t_.floating}, sub, act);
      }
      default: break;
    }
  }
  std::string name = kBinaryNames[op];
  std::string symbol = kBinarySymbols[op];
  std::string message = "unsupported operand type(s) for " + (inplace && o != BinaryOperator::Pow ? symbol + "=" : inplace ? "**=" : symbol) + ": '" +
                        p_.typeName(a) + "' and '" + p_.typeName(b) + "'";
  // CPython's sequences have messages of their own for +.
  if (o == BinaryOperator::Add && !inplace) {
    if (a.ctor == Ctor::Str) message = "can only concatenate str (not \"" + p_.typeName(b) + "\") to str";
    if (a.ctor == Ctor::Bytes) message = "can't concat " + p_.typeName(b) + " to bytes";
    if (a.ctor == Ctor::Tuple) message = "can only concatenate tuple (not \"" + p_.typeName(b) + "\") to tuple";
    if (a.ctor == Ctor::Obj && p_.classes[ClassId(a.id)].core && p_.classes[ClassId(a.id)].name == "list")
      message = "can only concatenate list (not \"" + p_.typeName(b) + "\") to list";
  }
  if (o == BinaryOperator::Mult) {
    auto sequence = [&](const Atom& x) {
      return x.ctor == Ctor::Str || x.ctor == Ctor::Bytes || x.ctor == Ctor::Tuple ||
             (x.ctor == Ctor::Obj && p_.classes[ClassId(x.id)].core && p_.classes[ClassId(x.id)].name == "list");
    };
    if (sequence(a)) message = "can't multiply sequence by non-int of type '" + p_.typeName(b) + "'";
    else if (sequence(b)) message = "can't multiply sequence by non-int of type '" + p_.typeName(a) + "'";
  }
  if (inplace) {
    Atom f;
    if (methodOf(a, "__i" + name + "__", &f)) {
      Args args;
      args.list.push_back({t_.one(b), hir::ArgKind::Positional, Name(), {ArgSource::Operand, 1, 0, {}, {}, nullptr, nullptr}});
      TypeId self = t_.one(a);
      act->result = callFunction(f, &self, args, sub, act);
      if (!t_.isOnly(act->result, Ctor::NotImplemented)) return act->result;
      *act = Action();  // it declines this type: the plain operator
    }
  }
  // Tuple concatenation keeps exact types. Tuples that grow step by step (several lengths meet) become tuples of run-time length.
  auto grows = [&] {
    int lengths = 0;
    for (const Atom& x : t_.atoms(reg(instr().operands[0])))
      lengths += x.ctor == Ctor::Tuple || (x.ctor == Ctor::Obj && ClassId(x.id) == p_.coreClass("vtuple"));
    return lengths > 2;
  };
  // A named tuple's class may add otherwise.
  auto own = [&](const Atom& x, const char* method) {
    Atom f;
    ClassId owner;
    return namedTupleClass(x).valid() && methodOf(x, method, &f, &owner) && !p_.classes[owner].core;
  };
  if (o == BinaryOperator::Add && a.ctor == Ctor::Tuple && b.ctor == Ctor::Tuple && !own(a, "__add__") && !own(b, "__radd__") &&
      a.items.size() + b.items.size() < 16 && !grows()) {
    std::vector<TypeId> items = a.items;
    items.insert(items.end(), b.items.begin(), b.items.end());
    act->kind = ActionKind::Special;
    act->name = names_.intern("tuple_concat");
    return act->result = t_.tuple(items);
  }
  return act->result = protocol("__" + name + "__", "__r" + name + "__", a, b, sub, act, false, message);
}

// The two-sided protocol of binary operators: the left operand's method, then the right one's reflected
// method; the right one first where its type is a proper subclass that overrides it.
TypeId Engine::protocol(const std::string& forward, const std::string& backward, const Atom& a, const Atom& b,
                        uint64_t sub, Action* act, bool identity, const std::string& message) {
  TypeId ta = t_.one(a), tb = t_.one(b);
  Atom fa, fb;
  ClassId owner_a, owner_b;
  // A plain number beside an object of a subclass of another number's class has its special methods, too.
  auto method = [&](const Atom& x, const Atom& beside, const std::string& name, Atom* f, ClassId* owner) {
    if (methodOf(x, name, f, owner)) return true;
    const ClassId value = valueClass(x.ctor);
    if (!value.valid() || beside.ctor != Ctor::Obj) return false;
    const TypeId held = readField(beside.node, names_.intern("_krait_value").index);
    if (!t_.has(held, Ctor::Int) && !t_.has(held, Ctor::Float)) return false;
    TypeId t = classAttr(value, names_.intern(name), owner);
    if (!t_.isOnly(t, Ctor::Func)) return false;
    *f = t_.atoms(t)[0];
    return true;
  };
  bool has_a = method(a, b, forward, &fa, &owner_a);
  bool has_b = method(b, a, backward, &fb, &owner_b);
  ClassId ca = p_.classOf(a), cb = p_.classOf(b);
  bool same_class = ca == cb;
  // Comparisons try the reflected method also where both sides have one class.
  bool comparison = backward.compare(0, 3, "__r") != 0;
  if (forward != backward && same_class && !comparison) has_b = has_b && !identity ? false : has_b;
  if (identity && same_class && owner_a == owner_b && has_a && has_b && forward == backward) has_b = true;
  bool swapped = has_a && has_b && ca.valid() && cb.valid() && ca != cb && p_.isSubclass(cb, ca) && (comparison || owner_b != owner_a);
  auto invoke = [&](bool reflected, uint32_t k, CallTarget* target) {
    Args args;
    args.list.push_back({reflected ? ta : tb, hir::ArgKind::Positional, Name(),
                         {ArgSource::Operand, reflected ? 0u : 1u, 0, {}, {}, nullptr, nullptr}});
    Action inner;
    TypeId self = reflected ? tb : ta;
    TypeId r = callFunction(reflected ? fb : fa, &self, args, sub + k, &inner);
    if (inner.kind == ActionKind::Call) *target = inner.call;
    if (reflected) {
      // Self is operand 1 here.
      for (ArgSource& s : target->args)
        if (s.kind == ArgSource::Operand && &s == &target->args[0]) s.index = 1;
    }
    return r;
  };
  act->kind = ActionKind::Binary;
  act->message = message;
  act->identity_fallback = identity;
  act->exc = p_.coreClass("TypeError");
  TypeId result = t_.bottom;
  bool first_reflected = swapped || !has_a;
  bool open = true;  // may both have declined?
  if (has_a || has_b) {
    act->swapped = first_reflected;
    TypeId r = invoke(first_reflected, 1, &act->call);
    act->first_not_implemented = t_.has(r, Ctor::NotImplemented);
    result = t_.without(r, Ctor::NotImplemented);
    open = act->first_not_implemented;
    if (open && has_a && has_b) {
      TypeId r2 = invoke(!first_reflected, 5, &act->second);
      act->second_not_implemented = t_.has(r2, Ctor::NotImplemented);
      result = t_.join(result, t_.without(r2, Ctor::NotImplemented));
      open = act->second_not_implemented;
    }
    // While a method's result is still unknown, nothing is.
    if (r == t_.bottom && !act->first_not_implemented) open = false;
  }
  if (open && (this->open(a) || this->open(b))) {
    result = unknown();
  } else if (open) {
    if (identity) {
      result = t_.join(result, t_.boolean);
    } else {
      raises("TypeError");
      if (result == t_.bottom) complain(DiagCode::InvalidOperation, message, t_.isOnly(tb, Ctor::None) || tb == t_.power_float ? tb : ta);
    }
  }
  return act->result = result;
}

TypeId Engine::compare(uint8_t op, TypeId a, TypeId b, uint64_t sub, std::vector<Case>* cases) {
  TypeId result = t_.bottom;
  const std::vector<Atom>&left = t_.atoms(a), &right = t_.atoms(b);
  const uint64_t place = sub;
  Alternatives alternatives(cur_->dead);
  for (const Atom& x : left) {
    for (const Atom& y : right) {
      sub = at(at(place, x), y);
      alternatives.next();
      Action act;
      act.result = compareAtoms(op, x, y, sub, &act);
      result = t_.join(result, act.result);
      if (cases) cases->push_back({{t_.one(x), t_.one(y)}, act});
    }
  }
  return result;
}

TypeId Engine::compareAtoms(uint8_t op, const Atom& a, const Atom& b, uint64_t sub, Action* act) {
  auto o = static_cast<CompareOperator>(op);
  bool equality = o == CompareOperator::Eq || o == CompareOperator::NotEq;
  if (a.ctor == Ctor::Unknown || b.ctor == Ctor::Unknown) return act->result = unknown();
  auto prim = [&](Prim p) {
    act->kind = ActionKind::Prim;
    act->prim = p;
    return act->result = t_.boolean;
  };
  if (a.ctor == Ctor::I64 || b.ctor == Ctor::I64) return prim(Prim::I64Compare);
  if (integral(a.ctor) && integral(b.ctor)) return prim(Prim::IntCompare);
  if (a.ctor == Ctor::Float && b.ctor == Ctor::Float) return prim(Prim::FloatCompare);
  if (numeric(a.ctor) && numeric(b.ctor)) return prim(Prim::IntFloatCompare);
  std::string message = std::string("'") + kCompareSymbols[op] + "' not supported between instances of '" +
                        p_.typeName(a) + "' and '" + p_.typeName(b) + "'";
  if (o == CompareOperator::NotEq) {
    Atom f;
    const bool left = methodOf(a, "__ne__", &f), right = methodOf(b, "__ne__", &f);
    // A class without __ne__ has object's, which asks __eq__.
    if (left != right && (methodOf(left ? b : a, "__eq__", &f))) return callCore("_not_equal_either", {t_.one(a), t_.one(b)}, sub, act);
    if (!left && !right) {
      protocol("__eq__", "__eq__", a, b, sub, act, true, message);
      TypeId plain = t_.without(t_.without(act->result, Ctor::NotImplemented), Ctor::Bool);
      if (plain != t_.bottom) {  // __eq__ may return anything: the opposite of its truth
        *act = Action();
        return callCore("_not_equal", {t_.one(a), t_.one(b)}, sub, act);
      }
      act->index = 1;  // negated
      return act->result = act->result == t_.bottom ? t_.bottom : t_.boolean;
    }
  }
  const TypeId result = protocol(kCompareNames[op], kCompareReflected[op], a, b, sub, act, equality, message);
  act->otherness_fallback = o == CompareOperator::NotEq;
  return result;
}

TypeId Engine::truth(TypeId a, uint64_t sub, std::vector<Case>* cases, int* decided) {
  bool all_true = true, all_false = true;
  const uint64_t place = sub;
  Alternatives alternatives(cur_->dead);
  for (const Atom& x : t_.atoms(a)) {
    sub = at(place, x);
    alternatives.next();
    Action act;
    act.kind = ActionKind::Prim;
    act.prim = Prim::Truth;
    act.result = t_.boolean;
    TypeId one = t_.one(x);
    int known = -1;
    Atom f;
    switch (x.ctor) {
      case Ctor::None: known = 0; break;
      case Ctor::Tuple: known = !x.items.empty(); break;
      case Ctor::Func:
      case Ctor::Method:
      case Ctor::Class:
      case Ctor::Module:
      case Ctor::Generator:
      case Ctor::Ellipsis:
      case Ctor::NotImplemented: known = 1; break;
      case Ctor::Str:
      case Ctor::Bytes:
      case Ctor::Obj:
        if (blocksMethod(x, "__bool__")) {
          callCore("_bool_of", {one}, Instance::mix(sub, 1), &act);
        } else if (methodOf(x, "__bool__", &f)) {
          Args args;
          TypeId r = callFunction(f, &one, args, sub, &act);
          if (r != t_.bottom && !t_.isOnly(r, Ctor::Bool)) {
            act = Action();
            callCore("_bool_of", {one}, Instance::mix(sub, 1), &act);
          }
        } else if (methodOf(x, "__len__", &f)) {
          Args args;
          TypeId r = callFunction(f, &one, args, sub, &act);
          if (r != t_.bottom && !t_.isOnly(r, Ctor::I64)) {
            act = Action();
            callCore("_length_is_not_zero", {one}, Instance::mix(sub, 1), &act);
          } else {
            act.index = 1;  // a length
          }
        } else if (!open(x)) {
          known = 1;
        }
        break;
      case Ctor::Unknown: unknown(); break;
      default: break;
    }
    if (known >= 0) {
      act = Action();
      act.kind = ActionKind::Prim;
      act.prim = Prim::StaticBool;
      act.index = static_cast<uint32_t>(known);
      act.result = t_.boolean;
    }
    if (known != 1) all_true = false;
    if (known != 0) all_false = false;
    if (cases) cases->push_back({{one, t_.bottom}, act});
  }
  if (decided) *decided = all_true ? 1 : all_false ? 0 : -1;
  return t_.boolean;
}

TypeId Engine::unary(uint8_t op, TypeId a, uint64_t sub, std::vector<Case>* cases) {
  auto o = static_cast<ast::UnaryOperator>(op);
  const char* name = o == ast::UnaryOperator::USub ? "__neg__" : o == ast::UnaryOperator::UAdd ? "__pos__" : "__invert__";
  const char* symbol = o == ast::UnaryOperator::USub ? "-" : o == ast::UnaryOperator::UAdd ? "+" : "~";
  TypeId result = t_.bottom;
  const uint64_t place = sub;
  Alternatives alternatives(cur_->dead);
  for (const Atom& x : t_.atoms(a)) {
    sub = at(place, x);
    alternatives.next();
    Action act;
    TypeId one = t_.one(x);
    if (x.ctor == Ctor::I64) {
      act.kind = ActionKind::Prim;
      act.prim = Prim::I64Unary;
      act.result = t_.i64;
    } else if (integral(x.ctor)) {
      act.kind = ActionKind::Prim;
      act.prim = Prim::IntUnary;
      act.result = t_.integer;
    } else if (x.ctor == Ctor::Float && o != ast::UnaryOperator::Invert) {
      act.kind = ActionKind::Prim;
      act.prim = Prim::FloatUnary;
      act.result = t_.floating;
    } else {
      Atom f;
      if (methodOf(x, name, &f)) {
        Args args;
        act.result = callFunction(f, &one, args, sub, &act);
      } else if (open(x)) {
        act.result = unknown();
      } else {
        act = fail("TypeError", std::string("bad operand type for unary ") + symbol + ": '" + p_.typeName(x) + "'");
        complain(DiagCode::InvalidOperation, act.message, one);
      }
    }
    result = t_.join(result, act.result);
    if (cases) cases->push_back({{one, t_.bottom}, act});
  }
  return result;
}

// Can it be asked for a next item?
bool Engine::iterates(const Atom& a) {
  Atom f;
  return a.ctor == Ctor::Unknown || open(a) || methodOf(a, "_next_", &f) || methodOf(a, "__next__", &f);
}

// The item of a for loop's iterator; `exhausts`: it can end.
TypeId Engine::iterNext(const hir::Instr& i, bool* exhausts) {
  TypeId result = t_.bottom;
  *exhausts = true;
  suppress_stop_ = true;
  uint64_t sub = 0;
  const uint64_t place = sub;
  Alternatives alternatives(cur_->dead);
  for (const Atom& a : t_.atoms(reg(i.operands[0]))) {
    sub = at(place, a);
    alternatives.next();
    TypeId one = t_.one(a);
    Atom f;
    Action act;
    Args none;
    if (a.ctor == Ctor::Unknown) {
      result = unknown();
      continue;
    }
    // yield from passes on what its generator is sent.
    if (i.operands.size() > 1 && !t_.isOnly(reg(i.operands[1]), Ctor::None)) {
      act.result = callCore("_delegate", {one, reg(i.operands[1])}, sub, &act);
    } else if (methodOf(a, "_next_", &f) || methodOf(a, "__next__", &f)) {
      act.result = callFunction(f, &one, none, sub, &act);
    } else if (open(a)) {
      act.result = unknown();
    } else {
      act = fail("TypeError", "iter() returned non-iterator of type '" + p_.typeName(a) + "'");
      complain(DiagCode::InvalidOperation, act.message, one);
    }
    result = t_.join(result, act.result);
    addCase(one, t_.bottom, act);
  }
  suppress_stop_ = false;
  return result;
}

// Numbers and tuples are values here: whether two of them are one object of CPython is not known.
void Engine::refuseIdentity(const hir::Instr& i, TypeId a, TypeId b) {
  if (cur_->code->library) return;
  auto small = [&](hir::Reg r) {
    // CPython has one object for each of these ints.
    double n = 0;
    return constantOf(r, &n) && n >= -5 && n <= 256 && t_.isOnly(reg(r), Ctor::Int);
  };
  if (small(i.operands[0]) || small(i.operands[1])) return;
  for (const Atom& x : t_.atoms(a)) {
    if (x.ctor != Ctor::Int && x.ctor != Ctor::Float && x.ctor != Ctor::Tuple && x.ctor != Ctor::Boxed) continue;
    for (const Atom& y : t_.atoms(b)) {
      bool tuples = x.ctor == Ctor::Tuple || x.ctor == Ctor::Boxed;
      if (tuples ? y.ctor != Ctor::Tuple && y.ctor != Ctor::Boxed : y.ctor != x.ctor) continue;
      const char* what = tuples ? "tuples" : x.ctor == Ctor::Int ? "ints" : "floats";
      diags_.report(DiagCode::IdentityOfValues, {cur_->code->file, i.place.range},
                    std::string("whether two ") + what + " are one object is not known")
          .hint = i.sub ? "compare the values with '!='" : "compare the values with '=='";
      return;
    }
  }
}

}  // namespace krait::infer
