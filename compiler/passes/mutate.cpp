// One function, `changed`, knows every kind of change: for an operation it gives the kind's name and the operation
// that replaces it. What it leaves out would be refused by the verifier or would be the same program.
#include "passes/mutate.h"

#include <algorithm>

namespace krait::passes {
namespace {

using namespace mir;

// What stands in place of an operation.
struct Change {
  const char* kind = nullptr;  // null: it cannot be changed
  bool drop = false;
  Instr with;
};

bool other(Op op, Op* to) {
  static constexpr std::pair<Op, Op> kPairs[] = {
      {Op::IntAdd, Op::IntSub},   {Op::IntMul, Op::IntAdd},         {Op::IntAnd, Op::IntOr},   {Op::IntXor, Op::IntOr},
      {Op::I64Add, Op::I64Sub},   {Op::I64Mul, Op::I64Add},         {Op::I64And, Op::I64Or},   {Op::I64Xor, Op::I64Or},
      {Op::I64Shl, Op::I64Shr},   {Op::I64Sar, Op::I64Shr},         {Op::I64SDiv, Op::I64SRem}, {Op::I64UDiv, Op::I64URem},
      {Op::F64Add, Op::F64Sub},   {Op::F64Mul, Op::F64Div},         {Op::F64Neg, Op::F64Abs},  {Op::BoolAnd, Op::BoolOr},
      {Op::BoolXor, Op::BoolOr},  {Op::IntFloorDiv, Op::IntMod},    {Op::IntShl, Op::IntShr},  {Op::IntNeg, Op::IntInvert},
      {Op::I64Sext, Op::I64Zext}};
  for (auto [a, b] : kPairs) {
    if (op == a || op == b) {
      *to = op == a ? b : a;
      return true;
    }
  }
  return false;
}

Pred other(Pred p) {
  switch (p) {
    case Pred::Eq: return Pred::Ne;
    case Pred::Ne: return Pred::Eq;
    case Pred::Lt: return Pred::Le;
    case Pred::Le: return Pred::Lt;
    case Pred::Gt: return Pred::Ge;
    case Pred::Ge: return Pred::Gt;
    case Pred::Ult: return Pred::Ule;
    case Pred::Ule: return Pred::Ult;
    case Pred::Ugt: return Pred::Uge;
    case Pred::Uge: return Pred::Ugt;
  }
  return p;
}

void becomeJump(Instr& i, const Edge& to) {
  Edge edge = to;
  Instr jump{};
  jump.op = Op::Br;
  jump.edges = {edge};
  i = jump;
}

Change changed(Module& m, const Function& f, const Instr& i, Phase phase) {
  Change c;
  c.with = i;
  auto kind = [&](const char* name) { c.kind = name; };
  if (phase == Phase::Counted) {
    if (i.op == Op::Release) {
      kind("release dropped");
      c.drop = true;
    } else if (i.op == Op::Copy) {
      // The value itself, without a reference of its own.
      kind("copy dropped");
    }
    return c;
  }
  if (other(i.op, &c.with.op)) {
    kind("operator");
    return c;
  }
  switch (i.op) {
    case Op::IntCmp:
    case Op::I64Cmp:
    case Op::F64Cmp:
      kind("comparison");
      c.with.pred = other(i.pred);
      if (i.op == Op::F64Cmp && i.pred >= Pred::Ult) c.kind = nullptr;
      break;
    case Op::CondBr:
      if (i.edges[0].target == i.edges[1].target) break;
      if (i.imm) {
        kind("check dropped");
        becomeJump(c.with, i.edges[i.imm == 1 ? 0 : 1]);
      } else {
        kind("branch swapped");
        std::swap(c.with.edges[0], c.with.edges[1]);
      }
      break;
    case Op::ConstInt:
    case Op::ConstI64:
      kind("number");
      c.with.imm = i.imm == INT64_C(0x3fffffffffffffff) ? 0 : i.imm + 1;
      break;
    case Op::ConstBool:
      kind("number");
      c.with.imm = !i.imm;
      break;
    case Op::ConstF64:
      kind("number");
      c.with.f64 += 1;
      break;
    case Op::ConstStr:
      kind("text");
      c.with.sym = m.symbol(m.text(i.sym) + "~");
      break;
    case Op::TupleGet: {
      const Type& tuple = m.types[f.values[i.operands[0]].type];
      for (size_t k = 0; k < tuple.items.size(); ++k)
        if (k != static_cast<size_t>(i.imm) && tuple.items[k] == tuple.items[static_cast<size_t>(i.imm)]) {
          kind("tuple's item");
          c.with.imm = static_cast<int64_t>(k);
          break;
        }
      break;
    }
    case Op::FieldStore:
    case Op::FieldInit:
    case Op::GlobalStore:
    case Op::BufStore:
    case Op::BufInit:
    case Op::BufStoreField:
    case Op::BufZero:
    case Op::BufMove:
      kind("store dropped");
      c.drop = true;
      break;
    case Op::TraceAdd:
      kind("traceback entry dropped");
      c.drop = true;
      break;
    case Op::Call:
    case Op::RtCall:
      if (i.result.valid()) break;
      kind("call dropped");
      c.drop = true;
      break;
    case Op::Invoke:
    case Op::RtInvoke: {
      const auto& args = i.edges[0].args;
      if (i.result.valid() && std::find(args.begin(), args.end(), i.result) != args.end()) break;
      kind("call dropped");
      becomeJump(c.with, i.edges[0]);
      break;
    }
    default: break;
  }
  return c;
}

// A program that gets to the place ends at once with this code: was a mutant that nothing noticed ever run?
constexpr int64_t kReached = 77;

void endHere(Module& m, Function& f, BlockId block, size_t at) {
  if (const Instr i = f.block(block).instrs[at]; i.op == Op::CondBr && i.imm) {
    // A check that is dropped makes a difference where it fails.
    const size_t failed = i.imm == 1 ? 1 : 0;
    Instr jump = i;
    becomeJump(jump, i.edges[failed]);
    const BlockId on_edge(f.blocks.size());
    f.blocks.emplace_back().instrs.push_back(jump);
    Edge& edge = f.block(block).instrs[at].edges[failed];
    edge.target = on_edge;
    edge.args.clear();
    return endHere(m, f, on_edge, 0);
  }
  Instr code{};
  code.op = Op::ConstI64;
  code.imm = kReached;
  code.type = m.types.i64;
  code.result = f.newValue(m.types.i64);
  Instr leave{};
  leave.op = Op::RtCall;
  leave.sym = m.symbol("os_exit");
  leave.operands = {code.result};
  auto& instrs = f.block(block).instrs;
  instrs.insert(instrs.begin() + static_cast<long>(at), {code, leave});
}

void apply(Function& f, Block& b, size_t at, const Change& c) {
  Instr& i = b.instrs[at];
  if (i.op == Op::Copy) {
    ValueId from = i.operands[0], to = i.result;
    for (Block& block : f.blocks)
      for (Instr& x : block.instrs) {
        std::replace(x.operands.begin(), x.operands.end(), to, from);
        for (Edge& e : x.edges) std::replace(e.args.begin(), e.args.end(), to, from);
      }
    b.instrs.erase(b.instrs.begin() + static_cast<long>(at));
  } else if (c.drop) {
    b.instrs.erase(b.instrs.begin() + static_cast<long>(at));
  } else {
    i = c.with;
  }
}

}  // namespace

void Mutator::run(Module& m, Phase phase) {
  for (uint32_t k = 0; k < m.functions.size(); ++k) {
    Function& f = m.functions[FuncId(k)];
    if (f.declaration) continue;
    for (size_t block = 0; block < f.blocks.size(); ++block) {
      for (size_t at = 0; at < f.blocks[block].instrs.size(); ++at) {
        Change c = changed(m, f, f.blocks[block].instrs[at], phase);
        if (!c.kind) continue;
        int64_t number = next_++;
        if (options_.mutations)
          *options_.mutations += std::to_string(number) + "\t" + c.kind + "\t" + f.file + "\t" + f.name + "\tb" +
                                 std::to_string(block) + ":" + std::to_string(at) + "\t" +
                                 opInfo(f.blocks[block].instrs[at].op).text + "\n";
        if (number != options_.mutate) continue;
        if (options_.mutant_ends) endHere(m, f, BlockId(block), at);
        else apply(f, f.blocks[block], at, c);
        return;
      }
    }
  }
}

}  // namespace krait::passes
