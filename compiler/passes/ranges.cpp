// ranges: int arithmetic whose values provably fit a machine word is done in machine words.
//
// Assumes: Phase::Built, best after scalars and simplify. With the intervals of
// ranges_analysis.cpp:
//  - a comparison that the intervals decide becomes a constant;
//  - an int operation on values with known words (see below) becomes i64 operations, and its int
//  result a
//    conversion, which later disappears if nothing needs the int; the raising ones (//, %, <<, >>)
//    become operations that cannot raise when the divisor or count allows it;
//  - block parameters that always fit become i64 parameters, converted on the edges;
//  - below a mask (x & M with 0 <= M < 2**64) only low bits count: chains of + - * << ^ | & compute
//  with
//    wrapping i64, however big the exact values would be (known and demanded bits).
// The word of an int is an i64 with the same low 64 bits; its class says how the int is made from
// it: small, i64, or u64 (for 0 <= value < 2**64).
#include "passes/ranges.h"

#include <algorithm>
#include <bit>
#include <unordered_map>

#include "passes/pass_list.h"
#include "passes/rewrite.h"

namespace krait::passes {
using namespace mir;

namespace {

using Wide = Range::Wide;
constexpr int kMaskDepth = 24;  // operations below a mask
constexpr int kMaskNodes = 64;

enum class Class : uint8_t { None, Small, I64, U64 };

Class classOf(const Range& range) {
  if (range.within(kSmallRange)) return Class::Small;
  if (range.within(kI64Range)) return Class::I64;
  if (range.within(kU64Range)) return Class::U64;
  return Class::None;
}

bool isArithmetic(Op op) {
  switch (op) {
    case Op::IntAdd:
    case Op::IntSub:
    case Op::IntMul:
    case Op::IntNeg:
    case Op::IntAnd:
    case Op::IntOr:
    case Op::IntXor:
    case Op::IntInvert:
      return true;
    default:
      return false;
  }
}

Op wordOp(Op op) {
  switch (op) {
    case Op::IntAdd:
      return Op::I64Add;
    case Op::IntSub:
      return Op::I64Sub;
    case Op::IntMul:
      return Op::I64Mul;
    case Op::IntAnd:
      return Op::I64And;
    case Op::IntOr:
      return Op::I64Or;
    default:
      return Op::I64Xor;
  }
}

// The low 64 bits of a decimal literal.
uint64_t lowBits(const std::string& text) {
  uint64_t value = 0;
  bool negative = !text.empty() && text[0] == '-';
  for (size_t i = negative; i < text.size(); ++i)
    value = value * 10 + static_cast<uint64_t>(text[i] - '0');
  return negative ? 0 - value : value;
}

class Rewriter {
 public:
  Rewriter(Module& module, FuncId func)
      : m_(module),
        f_(module.functions[func]),
        cfg_(f_),
        dominators_(cfg_),
        before_(f_),
        analysis_(module, before_, cfg_, dominators_),
        constants_(module, f_) {}

  void run() {
    constants_.refresh();
    findShifts();
    chooseParams();
    // Blocks that are added while edges are split hold nothing to rewrite.
    for (uint32_t b : cfg_.order) rewriteBlock(b);
    convertEdges();
    constants_.place();
  }

 private:
  TypeId i64() const { return m_.types.i64; }
  TypeId intType() const { return m_.types.int_; }
  TypeKind kindOf(ValueId v) const { return m_.types[f_.values[v].type].kind; }
  Range at(ValueId v, uint32_t block) const {
    // Values that this pass makes are asked for in terms of the old ones only.
    return analysis_.at(v, block);
  }

  // ---- appending to the block at hand

  ValueId append(Instr instr, TypeId type) {
    if (!instr.result.valid()) instr.result = f_.newValue(type);
    ValueId result = instr.result;
    out_.push_back(std::move(instr));
    return result;
  }
  ValueId emit(Op op, std::vector<ValueId> operands) {
    return append(makeInstr(op, std::move(operands)), i64());
  }
  ValueId emitCmp(Pred pred, ValueId a, ValueId b) {
    Instr cmp = makeInstr(Op::I64Cmp, {a, b});
    cmp.pred = pred;
    return append(std::move(cmp), m_.types.bool_);
  }
  // Defines the int `result` from its word.
  void define(ValueId result, ValueId word, Class c) {
    Instr instr;
    if (c == Class::U64) {
      instr = makeInstr(Op::RtCall, {word});
      instr.sym = m_.symbol("int_from_u64");
    } else {
      instr = makeInstr(c == Class::Small ? Op::IntFromSmall : Op::IntFromI64, {word});
    }
    instr.result = result;
    append(std::move(instr), intType());
    words_[result.index] = word;
  }

  // ---- words

  // The word of an int if there is one without work: noted, a constant, or a conversion's operand.
  ValueId freeWord(ValueId v) {
    if (auto it = words_.find(v.index); it != words_.end()) return it->second;
    const Instr* d = analysis_.def(v);
    if (!d) return {};
    switch (d->op) {
      case Op::ConstInt:
        return constants_.i64(d->imm);
      case Op::ConstBig:
        return constants_.i64(static_cast<int64_t>(lowBits(m_.text(d->sym))));
      case Op::IntFromSmall:
      case Op::IntFromI64:
        return d->operands[0];
      default:
        return {};
    }
  }

  // The word of an int whose value is known to be of a class; small ones can be unboxed.
  ValueId wordOf(ValueId v, uint32_t block) {
    if (ValueId free = freeWord(v); free.valid()) return free;
    if (at(v, block).within(kSmallRange)) return emit(Op::IntSmall, {v});
    return {};
  }

  // Is there a word for the low bits of v, made from its operands if need be? Emits nothing.
  bool hasLowWord(ValueId v, uint32_t block, int depth, int& nodes) {
    if (freeWord(v).valid() || at(v, block).within(kSmallRange)) return true;
    if (depth == 0 || --nodes < 0) return false;
    const Instr* d = analysis_.def(v);
    if (d && isArithmetic(d->op)) {
      for (ValueId operand : d->operands)
        if (!hasLowWord(operand, block, depth - 1, nodes)) return false;
      return true;
    }
    auto shift = shifts_.find(v.index);
    return shift != shifts_.end() && hasLowWord(shift->second.value, block, depth - 1, nodes);
  }
  ValueId lowWord(ValueId v, uint32_t block, std::unordered_map<uint32_t, ValueId>& done) {
    if (ValueId free = freeWord(v); free.valid()) return free;
    if (auto it = done.find(v.index); it != done.end()) return it->second;
    ValueId word;
    const Instr* d = analysis_.def(v);
    auto shift = shifts_.find(v.index);
    if (at(v, block).within(kSmallRange)) {
      word = emit(Op::IntSmall, {v});
    } else if (shift != shifts_.end()) {
      ValueId value = lowWord(shift->second.value, block, done);
      word = shift->second.count > 63
                 ? constants_.i64(0)
                 : emit(Op::I64Shl, {value, constants_.i64(shift->second.count)});
    } else {
      std::vector<ValueId> operands;
      for (ValueId operand : d->operands) operands.push_back(lowWord(operand, block, done));
      word = arithmetic(d->op, operands);
    }
    done[v.index] = word;
    return word;
  }
  ValueId arithmetic(Op op, const std::vector<ValueId>& words) {
    if (op == Op::IntNeg) return emit(Op::I64Sub, {constants_.i64(0), words[0]});
    if (op == Op::IntInvert) return emit(Op::I64Xor, {words[0], constants_.i64(-1)});
    return emit(wordOp(op), words);
  }

  // Block parameters that have only the result of a shift by a constant: int.shl has its result on
  // an edge.
  void findShifts() {
    for (uint32_t b : cfg_.order) {
      const Instr& last = before_.blocks[b].instrs.back();
      if (last.op != Op::IntShl) continue;
      const Instr* count = analysis_.def(last.operands[1]);
      if (!count || count->op != Op::ConstInt || count->imm < 0) continue;
      uint32_t target = last.edges[0].target.index;
      if (cfg_.preds[target].size() != 1) continue;
      for (size_t i = 0; i < last.edges[0].args.size(); ++i)
        if (last.edges[0].args[i] == last.result)
          shifts_[before_.blocks[target].params[i].index] = {last.operands[0], count->imm};
    }
  }

  // ---- block parameters

  // Chooses the int parameters that become i64: all small ones; those of the other classes only if
  // every argument has a word anyway.
  void chooseParams() {
    struct Incoming {
      ValueId arg;
      uint32_t block;
    };
    std::vector<ValueId> wide;
    std::unordered_map<uint32_t, std::vector<Incoming>> incoming;
    for (uint32_t b : cfg_.order) {
      if (b == 0) continue;
      const Block& block = before_.blocks[b];
      for (size_t p = 0; p < block.params.size(); ++p) {
        ValueId param = block.params[p];
        if (kindOf(param) != TypeKind::Int) continue;
        Class c = classOf(at(param, b));
        if (c == Class::None) continue;
        params_[param.index] = c;
        words_[param.index] = f_.newValue(i64());
        if (c == Class::Small) continue;
        wide.push_back(param);
        for (uint32_t pred : cfg_.preds[b])
          for (const Edge& edge : before_.blocks[pred].instrs.back().edges)
            if (edge.target.index == b) incoming[param.index].push_back({edge.args[p], pred});
      }
    }
    for (bool again = true; again;) {
      again = false;
      for (ValueId param : wide) {
        if (!params_.contains(param.index)) continue;
        for (const Incoming& in : incoming[param.index]) {
          const Instr& last = before_.blocks[in.block].instrs.back();
          int nodes = kMaskNodes;
          if (in.arg != last.result && in.arg != last.exception &&
              hasLowWord(in.arg, in.block, kMaskDepth, nodes))
            continue;
          params_.erase(param.index);
          words_.erase(param.index);
          again = true;
          break;
        }
      }
    }
  }

  // Gives the edges to converted parameters words as arguments.
  void convertEdges() {
    if (params_.empty()) return;
    size_t blocks = f_.blocks.size();
    for (uint32_t b = 0; b < blocks; ++b) {
      if (!cfg_.reachable(b)) continue;
      for (size_t e = 0; e < f_.blocks[b].instrs.back().edges.size(); ++e) convertEdge(b, e);
    }
    for (uint32_t b : cfg_.order)
      for (ValueId& param : f_.blocks[b].params)
        if (params_.contains(param.index)) param = words_[param.index];
  }
  void convertEdge(uint32_t b, size_t e) {
    Instr last = std::move(f_.blocks[b].instrs.back());
    f_.blocks[b].instrs.pop_back();
    out_ = std::move(f_.blocks[b].instrs);
    Edge& edge = last.edges[e];
    const std::vector<ValueId> params = f_.blocks[edge.target.index].params;
    std::vector<size_t> own;  // converted in a block in between: results that exist on the edge
                              // only, and values that are small there only
    std::unordered_map<uint32_t, ValueId> done;
    for (size_t i = 0; i < params.size(); ++i) {
      auto it = params_.find(params[i].index);
      if (it == params_.end()) continue;
      ValueId& arg = edge.args[i];
      if (arg == last.result)
        own.push_back(i);
      else if (ValueId free = freeWord(arg); free.valid())
        arg = free;
      else if (it->second != Class::Small)
        arg = lowWord(arg, b, done);
      else if (last.edges.size() == 1 || at(arg, b).within(kSmallRange))
        arg = emit(Op::IntSmall, {arg});
      else
        own.push_back(i);
    }
    uint32_t between = static_cast<uint32_t>(f_.blocks.size());
    BlockId target = edge.target;
    std::vector<ValueId> args = edge.args;
    if (!own.empty()) edge.target = BlockId(between);
    out_.push_back(std::move(last));
    f_.blocks[b].instrs = std::move(out_);
    out_.clear();
    if (own.empty()) return;
    Block block;
    Instr jump = makeInstr(Op::Br);
    for (ValueId arg : args) block.params.push_back(f_.newValue(f_.values[arg].type));
    jump.edges.push_back({target, block.params});
    for (size_t i : own) jump.edges[0].args[i] = emit(Op::IntSmall, {block.params[i]});
    block.instrs = std::move(out_);
    out_.clear();
    block.instrs.push_back(std::move(jump));
    f_.blocks.push_back(std::move(block));
  }

  // ---- operations

  void rewriteBlock(uint32_t b) {
    std::vector<Instr> old = std::move(f_.blocks[b].instrs);
    out_.clear();
    for (ValueId param : f_.blocks[b].params) {
      auto it = params_.find(param.index);
      if (it != params_.end()) define(param, words_[param.index], it->second);
    }
    for (Instr& instr : old)
      if (!rewrite(instr, b)) out_.push_back(std::move(instr));
    f_.blocks[b].instrs = std::move(out_);
    out_.clear();
  }

  void defineBool(ValueId result, bool value) {
    Instr instr = makeInstr(Op::ConstBool);
    instr.imm = value;
    instr.result = result;
    out_.push_back(std::move(instr));
  }

  // Returns true if the instruction was replaced by what it appended.
  bool rewrite(Instr& instr, uint32_t b) {
    if (isArithmetic(instr.op)) return rewriteArithmetic(instr, b);
    switch (instr.op) {
      case Op::I64Cmp:
      case Op::IntCmp:
        return rewriteCmp(instr, b);
      case Op::IntTruth: {
        Range r = at(instr.operands[0], b);
        if (r.empty() || classOf(r) == Class::None) return false;
        ValueId word = wordOf(instr.operands[0], b);
        if (!word.valid()) return false;
        Instr cmp = makeInstr(Op::I64Cmp, {word, constants_.i64(0)});
        cmp.pred = Pred::Ne;
        cmp.result = instr.result;
        out_.push_back(std::move(cmp));
        return true;
      }
      case Op::IntIsSmall: {
        Range r = at(instr.operands[0], b);
        if (r.empty()) return false;
        bool small = r.within(kSmallRange);
        if (!small && !r.meet(kSmallRange).empty()) return false;
        defineBool(instr.result, small);
        return true;
      }
      case Op::IntFromI64:
        if (at(instr.operands[0], b).within(kSmallRange)) instr.op = Op::IntFromSmall;
        return false;
      case Op::I64SDiv:
      case Op::I64SRem: {
        const Instr* d = analysis_.def(instr.operands[1]);
        if (!d || d->op != Op::ConstI64 || d->imm <= 0 ||
            !std::has_single_bit(static_cast<uint64_t>(d->imm)))
          return false;
        Range r = at(instr.operands[0], b);
        if (r.empty() || r.lo < 0) return false;
        bool rem = instr.op == Op::I64SRem;
        instr.op = rem ? Op::I64And : Op::I64Shr;
        instr.operands[1] =
            constants_.i64(rem ? d->imm - 1 : std::countr_zero(static_cast<uint64_t>(d->imm)));
        return false;
      }
      case Op::IntFloorDiv:
      case Op::IntMod:
        return rewriteDivision(instr, b);
      case Op::IntShl:
      case Op::IntShr:
        return rewriteShift(instr, b);
      case Op::IntToF64: {
        Class c = classOf(at(instr.operands[0], b));
        if (c != Class::Small && c != Class::I64) return false;
        ValueId word = wordOf(instr.operands[0], b);
        if (!word.valid()) return false;
        Instr convert = makeInstr(Op::I64ToF64, {word});
        convert.result = instr.result;
        append(std::move(convert), m_.types.f64);
        jump(instr);
        return true;
      }
      default:
        return false;
    }
  }

  bool rewriteArithmetic(Instr& instr, uint32_t b) {
    Range result = analysis_.at(instr.result, b);
    Class c = classOf(result);
    if (c == Class::None) return false;
    bool masked = instr.op == Op::IntAnd && result.lo >= 0;
    bool free = true, small = true;
    for (ValueId v : instr.operands) {
      free &= freeWord(v).valid();
      small &= at(v, b).within(kSmallRange);
    }
    std::vector<ValueId> words;
    if (free || (small && c == Class::Small)) {
      // Low bits suffice: the result is known to fit.
      for (ValueId v : instr.operands) words.push_back(wordOf(v, b));
    } else {
      // Only worth it below a mask, or where all is done in words already.
      int nodes = kMaskNodes;
      bool fits = masked || c == Class::Small;
      for (ValueId v : instr.operands) fits = fits && hasLowWord(v, b, kMaskDepth, nodes);
      if (!fits) return false;
      std::unordered_map<uint32_t, ValueId> done;
      for (ValueId v : instr.operands) words.push_back(lowWord(v, b, done));
    }
    define(instr.result, arithmetic(instr.op, words), c);
    return true;
  }

  bool rewriteCmp(Instr& instr, uint32_t b) {
    ValueId x = instr.operands[0], y = instr.operands[1];
    Range known = analysis_.eval(instr, b);
    if (!known.empty() && known.constant()) {
      defineBool(instr.result, known.lo != 0);
      return true;
    }
    Range rx = at(x, b), ry = at(y, b);
    if (rx.empty() || ry.empty()) return false;
    if (instr.op == Op::I64Cmp) {
      // Below in the signed order and not negative: below in the unsigned order.
      bool ult = instr.pred == Pred::Ult && rx.lo >= 0 && analysis_.knownLess(x, y, b);
      bool ugt = instr.pred == Pred::Ugt && ry.lo >= 0 && analysis_.knownLess(y, x, b);
      if (!ult && !ugt) return false;
      defineBool(instr.result, true);
      return true;
    }
    bool is_signed = rx.within(kI64Range) && ry.within(kI64Range);
    bool is_unsigned = rx.within(kU64Range) && ry.within(kU64Range);
    if (!is_signed && !is_unsigned) return false;
    ValueId a = wordOf(x, b), c = a.valid() ? wordOf(y, b) : a;
    if (!a.valid() || !c.valid()) return false;
    Instr cmp = makeInstr(Op::I64Cmp, {a, c});
    cmp.pred = instr.pred;
    if (!is_signed && instr.pred >= Pred::Lt)
      cmp.pred = static_cast<Pred>(static_cast<int>(instr.pred) + static_cast<int>(Pred::Ult) -
                                   static_cast<int>(Pred::Lt));
    cmp.result = instr.result;
    out_.push_back(std::move(cmp));
    return true;
  }

  // The raising operation's result was defined as a value: go on as if it had succeeded.
  void jump(Instr& instr) {
    Instr br = makeInstr(Op::Br);
    br.edges.push_back(std::move(instr.edges[0]));
    out_.push_back(std::move(br));
  }

  bool rewriteDivision(Instr& instr, uint32_t b) {
    bool mod = instr.op == Op::IntMod;
    ValueId a = instr.operands[0], d = instr.operands[1];
    Range ra = at(a, b), rd = at(d, b);
    if (ra.empty() || rd.empty() || (rd.lo <= 0 && rd.hi >= 0)) return false;
    Class c = classOf(analysis_.eval(instr, b));
    bool power = rd.constant() && rd.lo > 0 && rd.hi < (Wide{1} << 62) &&
                 std::has_single_bit(static_cast<uint64_t>(rd.lo));
    if (power && mod) {
      // x % 2**k is x & (2**k - 1), also for negative x.
      int64_t mask = static_cast<int64_t>(rd.lo) - 1;
      int nodes = kMaskNodes;
      if (hasLowWord(a, b, kMaskDepth, nodes)) {
        std::unordered_map<uint32_t, ValueId> done;
        ValueId word = lowWord(a, b, done);
        define(instr.result, emit(Op::I64And, {word, constants_.i64(mask)}), Class::Small);
      } else {
        Instr masked = makeInstr(Op::IntAnd, {a, constants_.smallInt(mask)});
        masked.result = instr.result;
        append(std::move(masked), intType());
      }
      jump(instr);
      return true;
    }
    if (c == Class::None) return false;
    bool is_signed = ra.within(kI64Range) && rd.within(kI64Range);
    bool is_unsigned = ra.within(kU64Range) && rd.within(kU64Range);
    if (!is_signed && !is_unsigned) return false;
    // INT64_MIN // -1 does not fit.
    if (is_signed && ra.lo == kI64Range.lo && rd.lo <= -1 && rd.hi >= -1) return false;
    ValueId word = wordOf(a, b), by = word.valid() ? wordOf(d, b) : word;
    if (!word.valid() || !by.valid()) return false;
    ValueId result;
    if (power && is_signed) {
      result =
          emit(Op::I64Sar, {word, constants_.i64(std::countr_zero(static_cast<uint64_t>(rd.lo)))});
    } else if (!is_signed) {
      result = emit(mod ? Op::I64URem : Op::I64UDiv, {word, by});
    } else if (ra.lo >= 0 && rd.lo > 0) {
      result = emit(mod ? Op::I64SRem : Op::I64SDiv, {word, by});
    } else {
      // Truncating division, corrected by one where a remainder has the other sign than the
      // divisor.
      ValueId rem = emit(Op::I64SRem, {word, by}), adjust;
      if (rd.lo > 0) {
        adjust = emit(Op::I64Sar, {rem, constants_.i64(63)});
      } else {
        ValueId zero = constants_.i64(0);
        ValueId differs = emitCmp(Pred::Lt, emit(Op::I64Xor, {rem, by}), zero);
        ValueId inexact = emitCmp(Pred::Ne, rem, zero);
        ValueId both = append(makeInstr(Op::BoolAnd, {differs, inexact}), m_.types.bool_);
        adjust = emit(Op::I64Sub, {zero, emit(Op::BoolToI64, {both})});
      }
      result = mod ? emit(Op::I64Add, {rem, emit(Op::I64And, {adjust, by})})
                   : emit(Op::I64Add, {emit(Op::I64SDiv, {word, by}), adjust});
    }
    define(instr.result, result, c);
    jump(instr);
    return true;
  }

  bool rewriteShift(Instr& instr, uint32_t b) {
    bool left = instr.op == Op::IntShl;
    ValueId a = instr.operands[0], n = instr.operands[1];
    Range ra = at(a, b), rn = at(n, b);
    if (ra.empty() || rn.empty() || rn.lo < 0) return false;
    Class c = classOf(analysis_.eval(instr, b));
    if (c == Class::None) return false;
    if (!left && rn.constant() && rn.lo > 63) {
      if (!ra.within(kI64Range)) return false;
      rn = {63, 63};
    }
    if (rn.hi > 63) return false;
    bool is_unsigned = !ra.within(kI64Range);
    if (is_unsigned && (left || !ra.within(kU64Range))) return false;
    ValueId word = wordOf(a, b);
    if (!word.valid()) return false;
    ValueId count = rn.constant() ? constants_.i64(static_cast<int64_t>(rn.lo)) : wordOf(n, b);
    if (!count.valid()) return false;
    Op op = left ? Op::I64Shl : is_unsigned ? Op::I64Shr : Op::I64Sar;
    define(instr.result, emit(op, {word, count}), c);
    jump(instr);
    return true;
  }

  struct Shift {
    ValueId value;
    int64_t count;
  };

  Module& m_;
  Function& f_;
  Cfg cfg_;
  Dominators dominators_;
  Function before_;  // as it was: what the analysis talks about
  RangeAnalysis analysis_;
  Constants constants_;
  std::vector<Instr> out_;
  std::unordered_map<uint32_t, ValueId>
      words_;                                   // int value -> its word, where the value is defined
  std::unordered_map<uint32_t, Class> params_;  // int parameters that become words
  std::unordered_map<uint32_t, Shift> shifts_;  // parameters that are a value shifted left
};

}  // namespace

void ranges(Module& module, const Options&) {
  for (size_t i = 0; i < module.functions.size(); ++i) {
    Function& f = module.functions[FuncId(i)];
    if (f.declaration || f.blocks.empty()) continue;
    removeUnreachable(f);
    Constants(module, f).collect();
    Rewriter(module, FuncId(i)).run();
  }
}

}  // namespace krait::passes
