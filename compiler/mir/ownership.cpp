#include "mir/ownership.h"

#include <cstring>

namespace krait::mir {

bool runtimeConsumes(const std::string& name, size_t index) {
  return index == 0 && name == "str_append_inplace";
}

Use operandUse(const Module& module, const Function& function, const Instr& instr, size_t index) {
  ValueId v = instr.operands[index];
  if (!module.types[function.values[v].type].counted) return Use::Trivial;
  const OpInfo& info = opInfo(instr.op);
  size_t n = std::strlen(info.operands);
  char letter = 't';
  if (n && info.operands[n - 1] == '*')
    letter = info.operands[index < n - 1 ? index : n - 2];
  else if (index < n)
    letter = info.operands[index];
  switch (letter) {
    case 'c':
      return Use::Consume;
    case 'p': {
      const Function& callee = module.functions[instr.func];
      return index < callee.params.size() && callee.params[index].mode == Mode::Owned ? Use::Consume
                                                                                      : Use::Borrow;
    }
    default:
      if ((instr.op == Op::RtCall || instr.op == Op::RtInvoke) &&
          runtimeConsumes(module.text(instr.sym), index))
        return Use::Consume;
      return Use::Borrow;
  }
}

bool isForwarding(Op op) {
  switch (op) {
    case Op::OptFromRef:
    case Op::AnyFromInt:
    case Op::AnyFromRef:
    case Op::AnyFromOpt:
    case Op::TupleMake:
      return true;
    default:
      return false;
  }
}

bool isProjection(Op op) {
  switch (op) {
    case Op::OptUnwrap:
    case Op::AnyToInt:
    case Op::AnyToRef:
    case Op::AnyToOpt:
    case Op::TupleGet:
      return true;
    default:
      return false;
  }
}

bool isView(const Instr& instr) { return isForwarding(instr.op) && instr.mark == Mark::View; }

bool isTake(const Instr& instr) { return isProjection(instr.op) && instr.mark == Mark::Take; }

bool isUncountedSource(Op op) {
  const OpInfo& info = opInfo(op);
  switch (op) {
    case Op::ConstBig:
    case Op::ConstStr:
    case Op::ConstBytes:
    case Op::ConstStop:
      return true;
    default:
      return info.result == 'T';
  }
}

}  // namespace krait::mir
