// The verifier's knowledge of the types of every operation.
#include "mir/verify_internal.h"

namespace krait::mir {
namespace {

// Operand types, '>' and the result type: B bool, L i64, N i64/i32/i8, D f64, I int, R ref, O opt,
// A any, P ptr, C any counted type, * any type but void, - none; an empty string: checked by hand.
const char* signature(Op op) {
  switch (op) {
    case Op::ConstBool:
      return ">B";
    case Op::ConstI64:
      return ">N";
    case Op::ConstF64:
      return ">D";
    case Op::ConstInt:
    case Op::ConstBig:
    case Op::ConstNoInt:
      return ">I";
    case Op::ConstStr:
    case Op::ConstBytes:
    case Op::ConstStop:
    case Op::New:
      return ">R";
    case Op::ConstNull:
    case Op::Undef:
    case Op::GlobalLoad:
    case Op::GlobalTake:
      return ">*";
    case Op::ConstTid:
    case Op::ConstSize:
      return ">L";
    case Op::BoolNot:
      return "B>B";
    case Op::BoolAnd:
    case Op::BoolOr:
    case Op::BoolXor:
      return "BB>B";
    case Op::BoolToI64:
      return "B>L";
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
      return "LL>L";
    case Op::I64Cmp:
      return "LL>B";
    case Op::I64Trunc:
      return "L>N";
    case Op::I64Sext:
    case Op::I64Zext:
      return "N>L";
    case Op::I64ToF64:
      return "L>D";
    case Op::I64Ctz:
    case Op::I64Clz:
      return "L>L";
    case Op::F64Add:
    case Op::F64Sub:
    case Op::F64Mul:
    case Op::F64Div:
      return "DD>D";
    case Op::F64Neg:
    case Op::F64Abs:
    case Op::F64Sqrt:
    case Op::F64Floor:
      return "D>D";
    case Op::F64Cmp:
      return "DD>B";
    case Op::F64ToI64:
    case Op::F64Bits:
      return "D>L";
    case Op::F64FromBits:
      return "L>D";
    case Op::Select:
      return "B**>*";
    case Op::IntAdd:
    case Op::IntSub:
    case Op::IntMul:
    case Op::IntAnd:
    case Op::IntOr:
    case Op::IntXor:
    case Op::IntFloorDiv:
    case Op::IntMod:
    case Op::IntShl:
    case Op::IntShr:
      return "II>I";
    case Op::IntNeg:
    case Op::IntInvert:
      return "I>I";
    case Op::IntCmp:
      return "II>B";
    case Op::IntTruth:
    case Op::IntIsSmall:
    case Op::IntIsNone:
      return "I>B";
    case Op::IntFromI64:
    case Op::IntFromSmall:
      return "L>I";
    case Op::IntSmall:
      return "I>L";
    case Op::IntToF64:
      return "I>D";
    case Op::FieldLoad:
    case Op::FieldTake:
      return "R>*";
    case Op::FieldStore:
    case Op::FieldInit:
      return "R*>-";
    case Op::RefTid:
      return "R>L";
    case Op::TidIn:
      return "L>B";
    case Op::RefEq:
    case Op::Call:
    case Op::RtCall:
    case Op::Invoke:
    case Op::RtInvoke:
    case Op::TupleMake:
    case Op::TupleGet:
    case Op::Ret:
      return "";
    case Op::OptFromRef:
      return "R>O";
    case Op::OptIsNull:
      return "O>B";
    case Op::OptUnwrap:
      return "O>R";
    case Op::IsUnique:
      return "C>B";
    case Op::AnyNone:
    case Op::AnyFromUnit:
      return ">A";
    case Op::AnyFromTag:
      return "L>A";
    case Op::AnyFromBool:
      return "B>A";
    case Op::AnyFromF64:
      return "D>A";
    case Op::AnyFromInt:
      return "I>A";
    case Op::AnyFromRef:
      return "R>A";
    case Op::AnyFromOpt:
      return "O>A";
    case Op::AnyTag:
      return "A>L";
    case Op::AnyIs:
    case Op::AnyToBool:
      return "A>B";
    case Op::AnyToF64:
      return "A>D";
    case Op::AnyToInt:
      return "A>I";
    case Op::AnyToRef:
      return "A>R";
    case Op::AnyToOpt:
      return "A>O";
    case Op::BufLoad:
    case Op::BufTake:
    case Op::BufLoadField:
      return "PL>*";
    case Op::BufInit:
    case Op::BufStore:
    case Op::BufStoreField:
      return "PL*>-";
    case Op::BufZero:
      return "PL>-";
    case Op::BufMove:
      return "PLPLL>-";
    case Op::PtrIsNull:
      return "P>B";
    case Op::PtrEq:
      return "PP>B";
    case Op::GlobalStore:
      return "*>-";
    case Op::TraceAdd:
      return "R>-";
    case Op::ExcIsStop:
      return "R>B";
    case Op::Retain:
    case Op::Release:
      return "C>-";
    case Op::Keep:
      return "*>-";
    case Op::Copy:
      return "C>C";
    case Op::Br:
    case Op::Unreachable:
      return ">-";
    case Op::CondBr:
      return "B>-";
    case Op::Raise:
      return "R>-";
  }
  return "";
}

bool matches(const Types& types, TypeId id, char letter) {
  if (!id.valid()) return false;
  const Type& t = types[id];
  switch (letter) {
    case 'B':
      return t.kind == TypeKind::Bool;
    case 'L':
      return t.kind == TypeKind::I64;
    case 'N':
      return t.kind == TypeKind::I64 || t.kind == TypeKind::I32 || t.kind == TypeKind::I8;
    case 'D':
      return t.kind == TypeKind::F64;
    case 'I':
      return t.kind == TypeKind::Int;
    case 'R':
      return t.kind == TypeKind::Ref;
    case 'O':
      return t.kind == TypeKind::Opt;
    case 'A':
      return t.kind == TypeKind::Any;
    case 'P':
      return t.kind == TypeKind::Ptr;
    case 'C':
      return t.counted;
    default:
      return t.kind != TypeKind::Void;
  }
}

bool needsElementType(Op op) {
  switch (op) {
    case Op::ConstSize:
    case Op::BufLoad:
    case Op::BufTake:
    case Op::BufInit:
    case Op::BufStore:
    case Op::BufZero:
    case Op::BufLoadField:
    case Op::BufStoreField:
    case Op::BufMove:
      return true;
    default:
      return false;
  }
}

bool needsLayout(Op op) {
  switch (op) {
    case Op::ConstTid:
    case Op::New:
    case Op::FieldLoad:
    case Op::FieldStore:
    case Op::FieldInit:
    case Op::FieldTake:
    case Op::TidIn:
    case Op::AnyFromUnit:
    case Op::AnyIs:
      return true;
    default:
      return false;
  }
}

bool needsSymbol(Op op) {
  return op == Op::ConstBig || op == Op::ConstStr || op == Op::ConstBytes || op == Op::RtCall ||
         op == Op::RtInvoke;
}

class Checker {
 public:
  Checker(const Module& m, const Function& f, const Instr& i) : m_(m), f_(f), i_(i) {}

  std::string run() {
    std::string attributes = checkAttributes();
    if (!attributes.empty()) return attributes;
    std::string_view s = signature(i_.op);
    if (s.empty()) return byHand();
    size_t split = s.find('>');
    if (i_.operands.size() != split)
      return "has " + std::to_string(i_.operands.size()) + " operands, not " +
             std::to_string(split);
    for (size_t k = 0; k < split; ++k)
      if (!matches(m_.types, operand(k), s[k])) return operandError(k, name(operand(k)));
    if (s[split + 1] == '-') {
      if (i_.result.valid()) return "has no result";
    } else {
      if (!i_.result.valid()) return "needs a result";
      if (!matches(m_.types, result(), s[split + 1]))
        return "cannot have a result of type " + name(result());
    }
    return byHand();
  }

 private:
  TypeId operand(size_t k) const { return f_.values[i_.operands[k]].type; }
  TypeId result() const { return f_.values[i_.result].type; }
  std::string name(TypeId t) const { return typeName(m_.types, t); }
  static std::string operandError(size_t k, const std::string& found) {
    return "operand " + std::to_string(k) + " has type " + found;
  }
  std::string want(TypeId found, TypeId wanted, const char* what) const {
    if (found == wanted) return "";
    return std::string(what) + " has type " + name(found) + ", not " + name(wanted);
  }

  std::string checkAttributes() const {
    if (needsElementType(i_.op) && !i_.type.valid()) return "needs an element type";
    if (i_.type.valid() && i_.type.index >= m_.types.size())
      return "has a type that does not exist";
    if (needsLayout(i_.op) && (!i_.layout.valid() || i_.layout.index >= m_.layouts.size()))
      return "needs a layout";
    if (needsSymbol(i_.op) && (!i_.sym.valid() || i_.sym.index >= m_.symbols.size()))
      return "needs a symbol";
    bool global = i_.op == Op::GlobalLoad || i_.op == Op::GlobalStore || i_.op == Op::GlobalTake;
    if (global && (!i_.global.valid() || i_.global.index >= m_.globals.size()))
      return "needs a global";
    bool call = i_.op == Op::Call || i_.op == Op::Invoke;
    if (call && (!i_.func.valid() || i_.func.index >= m_.functions.size()))
      return "needs a function";
    if (i_.site < -1 || i_.site >= static_cast<int64_t>(f_.sites.size()))
      return "has an unknown site";
    if (i_.op == Op::CondBr && (i_.imm < 0 || i_.imm > 2)) return "has an unknown likelihood";
    return "";
  }

  std::string arguments(const std::vector<TypeId>& params, TypeId result_type) const {
    if (i_.operands.size() != params.size())
      return "passes " + std::to_string(i_.operands.size()) + " arguments for " +
             std::to_string(params.size()) + " parameters";
    for (size_t k = 0; k < params.size(); ++k)
      if (operand(k) != params[k])
        return operandError(k, name(operand(k)) + ", not " + name(params[k]));
    if (result_type == m_.types.void_) return i_.result.valid() ? "a void call has no result" : "";
    if (!i_.result.valid()) return "needs a result";
    return want(result(), result_type, "the result");
  }

  std::string byHand() const {
    const Types& t = m_.types;
    switch (i_.op) {
      case Op::Select:
        if (t[operand(1)].counted) return "is for uncounted types only";
        if (operand(1) != operand(2)) return operandError(2, name(operand(2)));
        return want(result(), operand(1), "the result");
      case Op::Copy:
        return want(result(), operand(0), "the result");
      case Op::RefEq:
        if (i_.operands.size() != 2) return "needs two operands";
        for (size_t k = 0; k < 2; ++k)
          if (operand(k) != t.ref && operand(k) != t.opt) return operandError(k, name(operand(k)));
        return i_.result.valid() ? want(result(), t.bool_, "the result") : "needs a result";
      case Op::FieldLoad:
      case Op::FieldTake:
      case Op::FieldStore:
      case Op::FieldInit: {
        const Layout& l = m_.layouts[i_.layout];
        if (i_.imm < 0 || static_cast<size_t>(i_.imm) >= l.fields.size())
          return "layout " + l.symbol + " has no field " + std::to_string(i_.imm);
        TypeId field = l.fields[i_.imm].type;
        if (i_.result.valid()) return want(result(), field, "the result");
        return want(operand(1), field, "the stored value");
      }
      case Op::TupleMake: {
        if (!i_.result.valid() || t[result()].kind != TypeKind::Tuple) return "must make a tuple";
        const auto& items = t[result()].items;
        if (items.size() != i_.operands.size()) return "has the wrong number of items";
        for (size_t k = 0; k < items.size(); ++k)
          if (operand(k) != items[k])
            return operandError(k, name(operand(k)) + ", not " + name(items[k]));
        return "";
      }
      case Op::TupleGet: {
        if (i_.operands.size() != 1 || !i_.result.valid()) return "needs one operand and a result";
        if (t[operand(0)].kind != TypeKind::Tuple) return operandError(0, name(operand(0)));
        const auto& items = t[operand(0)].items;
        if (i_.imm < 0 || static_cast<size_t>(i_.imm) >= items.size()) return "has a bad index";
        return want(result(), items[i_.imm], "the result");
      }
      case Op::BufLoad:
      case Op::BufTake:
        return want(result(), i_.type, "the result");
      case Op::BufInit:
      case Op::BufStore:
        return want(operand(2), i_.type, "the stored value");
      case Op::BufLoadField:
      case Op::BufStoreField: {
        if (t[i_.type].kind != TypeKind::Tuple) return "needs a tuple as element type";
        const auto& items = t[i_.type].items;
        if (i_.imm < 0 || static_cast<size_t>(i_.imm) >= items.size()) return "has a bad index";
        if (i_.op == Op::BufLoadField) return want(result(), items[i_.imm], "the result");
        return want(operand(2), items[i_.imm], "the stored value");
      }
      case Op::GlobalLoad:
      case Op::GlobalTake:
        return want(result(), m_.globals[i_.global].type, "the result");
      case Op::GlobalStore:
        return want(operand(0), m_.globals[i_.global].type, "the stored value");
      case Op::Call:
      case Op::Invoke: {
        const Function& callee = m_.functions[i_.func];
        if (callee.raises && i_.op == Op::Call) return "calls @" + callee.name + ", which raises";
        if (!callee.raises && i_.op == Op::Invoke)
          return "invokes @" + callee.name + ", which does not raise";
        std::vector<TypeId> params;
        for (const Param& p : callee.params) {
          if (p.value.index >= callee.values.size())
            return "calls @" + callee.name + ", which is malformed";
          params.push_back(callee.values[p.value].type);
        }
        return arguments(params, callee.result);
      }
      case Op::RtCall:
      case Op::RtInvoke: {
        const RuntimeFunction* rt = findRuntimeFunction(m_.text(i_.sym));
        if (!rt) return "calls the unknown runtime function " + m_.text(i_.sym);
        if (rt->raises != (i_.op == Op::RtInvoke))
          return "calls " + rt->name + (rt->raises ? ", which raises" : ", which does not raise");
        return arguments(rt->params, rt->result);
      }
      case Op::Ret:
        if (i_.result.valid()) return "has no result";
        if (f_.result == t.void_)
          return i_.operands.empty() ? "" : "returns a value from a void function";
        if (i_.operands.size() != 1) return "needs the value to return";
        return want(operand(0), f_.result, "the returned value");
      case Op::Raise:
        return f_.raises ? "" : "in a function that does not raise";
      default:
        return "";
    }
  }

  const Module& m_;
  const Function& f_;
  const Instr& i_;
};

}  // namespace

std::string checkTypes(const Module& module, const Function& function, const Instr& instr) {
  return Checker(module, function, instr).run();
}

std::string typeName(const Types& types, TypeId type) {
  if (!type.valid() || type.index >= types.size()) return "?";
  static constexpr const char* kNames[] = {"void", "bool", "i8",  "i32", "i64", "f64",
                                           "int",  "ref",  "opt", "any", "ptr"};
  const Type& t = types[type];
  if (t.kind != TypeKind::Tuple) return kNames[static_cast<size_t>(t.kind)];
  std::string text = "tuple<";
  for (size_t i = 0; i < t.items.size(); ++i) text += (i ? ", " : "") + typeName(types, t.items[i]);
  return text + ">";
}

}  // namespace krait::mir
