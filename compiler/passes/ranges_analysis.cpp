// The analysis behind the pass "ranges": intervals for all bool, i64 and int values.
//
// Optimistic and conditional like Wegman and Zadeck's constant propagation, with intervals,
// widening to a ladder of thresholds at loop headers and two narrowing rounds (Cousot and Cousot,
// "Abstract Interpretation"). Branch conditions narrow a value in what they dominate, without
// renaming it (as e-SSA would).
//
// Counters: a variable that starts within 2**60 and only ever moves by constants of at most 16
// would need years to leave 2**61, so it is taken to stay there.
#include <algorithm>
#include <array>

#include "passes/ranges.h"
#include "passes/rewrite.h"

namespace krait::passes {
using namespace mir;

namespace {

using Wide = Range::Wide;
constexpr Wide kOne = 1;
constexpr Wide kCounterStart = kOne << 60;
constexpr Wide kCounterLimit = kOne << 61;
constexpr int64_t kCounterStep = 16;
constexpr size_t kFacts = 48;       // branch conditions looked at for one value
constexpr size_t kCounterWeb = 64;  // operations that move one counter
constexpr int kPlainSweeps = 2;
constexpr int kLadderSweeps = 16;
constexpr int kMaxSweeps = 48;

constexpr std::array<Wide, 14> kLadder = {0,
                                          1,
                                          kOne << 8,
                                          kOne << 16,
                                          (kOne << 31) - 1,
                                          kOne << 31,
                                          (kOne << 32) - 1,
                                          kOne << 48,
                                          kOne << 53,
                                          kCounterLimit,
                                          (kOne << 62) - 1,
                                          (kOne << 63) - 1,
                                          (kOne << 64) - 1,
                                          Range::kInfinity};

Wide clamp(Wide v) { return std::clamp(v, -Range::kInfinity, Range::kInfinity); }

// From here on a bound says nothing; normalized() makes it infinite.
constexpr Wide kHuge = kOne << 119;
bool unbounded(Wide v) { return v <= -kHuge || v >= kHuge; }

Range normalized(Range r) {
  if (r.empty()) return Range();
  if (r.hi >= kHuge) r.hi = Range::kInfinity;
  if (r.hi <= -kHuge) r.hi = -kHuge + 1;
  if (r.lo <= -kHuge) r.lo = -Range::kInfinity;
  if (r.lo >= kHuge) r.lo = kHuge - 1;
  return r;
}

Wide addBound(Wide a, Wide b) {
  // An infinite bound stays infinite whatever is added.
  if (unbounded(a)) return a;
  if (unbounded(b)) return b;
  return clamp(a + b);
}

Wide mulBound(Wide a, Wide b) {
  if (a == 0 || b == 0) return 0;
  Wide product;
  if (unbounded(a) || unbounded(b) || __builtin_mul_overflow(a, b, &product))
    return (a < 0) == (b < 0) ? Range::kInfinity : -Range::kInfinity;
  return clamp(product);
}

Range add(const Range& a, const Range& b) { return {addBound(a.lo, b.lo), addBound(a.hi, b.hi)}; }
Range negate(const Range& a) { return {-a.hi, -a.lo}; }
Range multiply(const Range& a, const Range& b) {
  Wide p[] = {mulBound(a.lo, b.lo), mulBound(a.lo, b.hi), mulBound(a.hi, b.lo),
              mulBound(a.hi, b.hi)};
  return {*std::min_element(p, p + 4), *std::max_element(p, p + 4)};
}

Wide floorDivide(Wide a, Wide b) {
  if (unbounded(a)) return (a < 0) == (b < 0) ? Range::kInfinity : -Range::kInfinity;
  if (unbounded(b)) return a == 0 || (a < 0) == (b < 0) ? 0 : -1;
  Wide q = a / b;
  return q - ((a % b != 0) && ((a % b < 0) != (b < 0)));
}

// Floor division by a divisor that does not contain 0.
Range floorDivide(const Range& a, const Range& b) {
  Wide q[] = {floorDivide(a.lo, b.lo), floorDivide(a.lo, b.hi), floorDivide(a.hi, b.lo),
              floorDivide(a.hi, b.hi)};
  return {*std::min_element(q, q + 4), *std::max_element(q, q + 4)};
}

// The smallest 2**k - 1 that is at least v.
Wide onesAbove(Wide v) {
  if (unbounded(v)) return Range::kInfinity;
  Wide ones = 0;
  while (ones < v) ones = ones * 2 + 1;
  return ones;
}

Range bitAnd(const Range& a, const Range& b) {
  if (a.lo >= 0 && b.lo >= 0) return {0, std::min(a.hi, b.hi)};
  if (a.lo >= 0) return {0, a.hi};
  if (b.lo >= 0) return {0, b.hi};
  Wide magnitude = onesAbove(std::max({-a.lo - 1, a.hi, -b.lo - 1, b.hi}));
  return {clamp(-magnitude - 1), magnitude};
}

Range bitOr(const Range& a, const Range& b) {  // also xor
  Wide magnitude = onesAbove(std::max({-a.lo - 1, a.hi, -b.lo - 1, b.hi}));
  if (a.lo >= 0 && b.lo >= 0) return {0, magnitude};
  return {clamp(-magnitude - 1), magnitude};
}

Range shiftLeft(const Range& a, const Range& by) {
  if (by.lo < 0 || by.hi > 100) return kEverything;
  Range powers{kOne << static_cast<int>(by.lo), kOne << static_cast<int>(by.hi)};
  return multiply(a, powers);
}

Range shiftRight(const Range& a, const Range& by) {
  Wide lo = std::clamp<Wide>(by.lo, 0, 121), hi = std::clamp<Wide>(by.hi, 0, 121);
  auto shift = [](Wide v, Wide count) { return unbounded(v) ? v : v >> static_cast<int>(count); };
  Wide s[] = {shift(a.lo, lo), shift(a.lo, hi), shift(a.hi, lo), shift(a.hi, hi)};
  return {*std::min_element(s, s + 4), *std::max_element(s, s + 4)};
}

// What a decimal literal stands for, if it is not huge.
bool parseDecimal(const std::string& text, Wide& value) {
  size_t i = !text.empty() && text[0] == '-';
  if (text.size() - i > 30 || i == text.size()) return false;
  value = 0;
  for (size_t k = i; k < text.size(); ++k) {
    if (text[k] < '0' || text[k] > '9') return false;
    value = value * 10 + (text[k] - '0');
  }
  if (i) value = -value;
  return true;
}

Pred swapPred(Pred pred) {
  static constexpr Pred kSwapped[] = {Pred::Eq, Pred::Ne,  Pred::Gt,  Pred::Ge,  Pred::Lt,
                                      Pred::Le, Pred::Ugt, Pred::Uge, Pred::Ult, Pred::Ule};
  return kSwapped[static_cast<size_t>(pred)];
}

Pred invertPred(Pred pred) {
  static constexpr Pred kInverse[] = {Pred::Ne, Pred::Eq,  Pred::Ge,  Pred::Gt,  Pred::Le,
                                      Pred::Lt, Pred::Uge, Pred::Ugt, Pred::Ule, Pred::Ult};
  return kInverse[static_cast<size_t>(pred)];
}

// The values of `a` for which `a pred b` can hold.
Range constrain(const Range& a, Pred pred, const Range& b) {
  if (a.empty() || b.empty()) return a;
  switch (pred) {
    case Pred::Eq:
      return a.meet(b);
    case Pred::Ne:
      if (!b.constant()) return a;
      if (a.lo == b.lo) return {a.lo + 1, a.hi};
      if (a.hi == b.lo) return {a.lo, a.hi - 1};
      return a;
    case Pred::Lt:
      return a.meet({-Range::kInfinity, addBound(b.hi, -1)});
    case Pred::Le:
      return a.meet({-Range::kInfinity, b.hi});
    case Pred::Gt:
      return a.meet({addBound(b.lo, 1), Range::kInfinity});
    case Pred::Ge:
      return a.meet({b.lo, Range::kInfinity});
    // Below a bound that is not negative means not negative.
    case Pred::Ult:
      return b.lo >= 0 ? a.meet({0, addBound(b.hi, -1)}) : a;
    case Pred::Ule:
      return b.lo >= 0 ? a.meet({0, b.hi}) : a;
    case Pred::Ugt:
      return a.lo >= 0 && b.lo >= 0 ? a.meet({addBound(b.lo, 1), Range::kInfinity}) : a;
    case Pred::Uge:
      return a.lo >= 0 && b.lo >= 0 ? a.meet({b.lo, Range::kInfinity}) : a;
  }
  return a;
}

// What a comparison of values in these ranges gives.
Range compareRanges(Pred pred, const Range& a, const Range& b) {
  constexpr Range kEither{0, 1}, kYes{1, 1}, kNo{0, 0};
  switch (pred) {
    case Pred::Eq:
    case Pred::Ne: {
      bool eq = pred == Pred::Eq;
      if (a.constant() && b.constant() && a.lo == b.lo && !unbounded(a.lo)) return eq ? kYes : kNo;
      if (a.meet(b).empty()) return eq ? kNo : kYes;
      return kEither;
    }
    case Pred::Lt:
      return a.hi < b.lo ? kYes : a.lo >= b.hi && !unbounded(a.lo) ? kNo : kEither;
    case Pred::Ge:
      return a.hi < b.lo ? kNo : a.lo >= b.hi && !unbounded(a.lo) ? kYes : kEither;
    case Pred::Gt:
      return compareRanges(Pred::Lt, b, a);
    case Pred::Le:
      return compareRanges(Pred::Ge, b, a);
    default: {
      // As unsigned numbers negative ones are the greatest.
      auto unsignedRange = [](const Range& r) -> Range {
        if (r.lo >= 0) return r;
        if (r.hi < 0) return {r.lo + (kOne << 64), r.hi + (kOne << 64)};
        return kU64Range;
      };
      Pred plain = pred == Pred::Ult   ? Pred::Lt
                   : pred == Pred::Ule ? Pred::Le
                   : pred == Pred::Ugt ? Pred::Gt
                                       : Pred::Ge;
      return compareRanges(plain, unsignedRange(a), unsignedRange(b));
    }
  }
}

}  // namespace

Range Range::meet(const Range& other) const {
  if (empty()) return *this;
  if (other.empty()) return other;
  return {std::max(lo, other.lo), std::min(hi, other.hi)};
}

Range Range::join(const Range& other) const {
  if (empty()) return other;
  if (other.empty()) return *this;
  return {std::min(lo, other.lo), std::max(hi, other.hi)};
}

RangeAnalysis::RangeAnalysis(const Module& module, const Function& function, const Cfg& cfg,
                             const Dominators& dominators)
    : m_(module), f_(function), cfg_(cfg), dominators_(dominators) {
  defs_.resize(f_.values.size());
  for (const Block& block : f_.blocks)
    for (const Instr& instr : block.instrs)
      if (instr.result.valid() && !opInfo(instr.op).terminator())
        defs_[instr.result.index] = &instr;
  header_.resize(f_.blocks.size());
  for (uint32_t b : cfg_.order)
    for (uint32_t pred : cfg_.preds[b])
      if (cfg_.reachable(pred) && cfg_.position[pred] >= cfg_.position[b])
        header_[b] = loops_ = true;
  facts_.resize(f_.values.size());
  counters_.resize(f_.values.size());
  collectFacts();
  if (loops_) findCounters();
  solve();
}

const Instr* RangeAnalysis::def(ValueId value) const {
  return value.index < defs_.size() ? defs_[value.index] : nullptr;
}

Range RangeAnalysis::full(TypeId type) const {
  switch (m_.types[type].kind) {
    case TypeKind::Bool:
      return {0, 1};
    case TypeKind::I8:
      return {-128, 127};
    case TypeKind::I32:
      return {-(kOne << 31), (kOne << 31) - 1};
    case TypeKind::I64:
      return kI64Range;
    default:
      return kEverything;
  }
}

// ---- facts from branches

void RangeAnalysis::addFact(ValueId value, uint32_t block, Pred pred, ValueId other) {
  if (defs_[value.index] && isConstant(defs_[value.index]->op)) return;
  facts_[value.index].push_back({block, pred, other});
}

void RangeAnalysis::assume(ValueId condition, bool value, uint32_t block, int depth) {
  const Instr* d = def(condition);
  if (!d || depth == 0) return;
  switch (d->op) {
    case Op::BoolNot:
      return assume(d->operands[0], !value, block, depth - 1);
    case Op::BoolAnd:
    case Op::BoolOr:
      if (value == (d->op == Op::BoolAnd))
        for (ValueId v : d->operands) assume(v, value, block, depth - 1);
      return;
    case Op::I64Cmp:
    case Op::IntCmp: {
      Pred pred = value ? d->pred : invertPred(d->pred);
      addFact(d->operands[0], block, pred, d->operands[1]);
      addFact(d->operands[1], block, swapPred(pred), d->operands[0]);
      return;
    }
    case Op::IntIsSmall:
      if (value) addFact(d->operands[0], block, Pred::Eq, ValueId());
      return;
    default:
      return;
  }
}

void RangeAnalysis::collectFacts() {
  for (uint32_t b : cfg_.order) {
    if (cfg_.preds[b].size() != 1) continue;
    const Instr& last = f_.blocks[cfg_.preds[b][0]].instrs.back();
    if (last.op == Op::CondBr) assume(last.operands[0], last.edges[0].target.index == b, b, 8);
  }
}

bool RangeAnalysis::knownLess(ValueId a, ValueId b, uint32_t block) const {
  for (const Fact& fact : facts_[a.index])
    if (fact.other == b && fact.pred == Pred::Lt && dominators_.dominates(fact.block, block))
      return true;
  return false;
}

Range RangeAnalysis::at(ValueId value, uint32_t block, int depth) const {
  Range range = ranges_[value.index];
  if (range.empty() || depth == 0) return range;
  const std::vector<Fact>& facts = facts_[value.index];
  size_t looked = 0;
  // The last ones are the innermost.
  for (size_t i = facts.size(); i-- > 0 && looked < kFacts;) {
    const Fact& fact = facts[i];
    if (!dominators_.dominates(fact.block, block)) continue;
    ++looked;
    if (!fact.other.valid())
      range = range.meet(kSmallRange);
    else
      range = constrain(range, fact.pred, at(fact.other, fact.block, depth - 1));
    if (range.empty()) return range;
  }
  // What is known about the number that a conversion takes holds for its result.
  const Instr* d = defs_[value.index];
  if (d && (d->op == Op::IntFromSmall || d->op == Op::IntFromI64 || d->op == Op::IntSmall))
    range = range.meet(at(d->operands[0], block, depth));
  return range;
}

// The range of an argument on an edge: what holds at the end of the block, and for a branch its
// condition.
Range RangeAnalysis::onEdge(ValueId value, uint32_t from, size_t edge) const {
  Range range = at(value, from, 2);
  const Instr& last = f_.blocks[from].instrs.back();
  if (last.op != Op::CondBr || range.empty()) return range;
  const Instr* d = def(last.operands[0]);
  if (!d || (d->op != Op::I64Cmp && d->op != Op::IntCmp)) return range;
  Pred pred = edge == 0 ? d->pred : invertPred(d->pred);
  if (d->operands[0] == value) range = constrain(range, pred, at(d->operands[1], from, 2));
  if (d->operands[1] == value)
    range = constrain(range, swapPred(pred), at(d->operands[0], from, 2));
  return range;
}

bool RangeAnalysis::feasible(uint32_t from, size_t edge) const {
  if (!reached_[from]) return false;
  const Instr& last = f_.blocks[from].instrs.back();
  if (last.op != Op::CondBr) return true;
  Range condition = ranges_[last.operands[0].index];
  if (condition.empty()) return false;
  return edge == 0 ? condition.hi >= 1 : condition.lo <= 0;
}

// ---- counters

// A parameter of a loop header is a counter if everything that flows into it is the parameter
// itself, moved by constants of at most 16 (also through other parameters), or comes from outside.
void RangeAnalysis::findCounters() {
  struct Param {
    uint32_t block = kNone;
    uint32_t index = 0;
  };
  std::vector<Param> params(f_.values.size());
  for (uint32_t b : cfg_.order)
    for (uint32_t p = 0; p < f_.blocks[b].params.size(); ++p)
      params[f_.blocks[b].params[p].index] = {b, p};
  for (uint32_t b : cfg_.order) {
    if (!header_[b] || b == 0) continue;
    for (ValueId counter : f_.blocks[b].params) {
      TypeKind kind = m_.types[f_.values[counter].type].kind;
      if (kind != TypeKind::I64 && kind != TypeKind::Int) continue;
      Counter& found = counters_[counter.index];
      std::vector<std::pair<ValueId, uint32_t>> work{{counter, b}};
      std::vector<ValueId> seen{counter};
      bool moved = false, plain = true;
      while (!work.empty() && plain) {
        auto [value, block] = work.back();
        work.pop_back();
        auto visit = [&](ValueId next, uint32_t where) {
          if (std::find(seen.begin(), seen.end(), next) != seen.end()) return;
          seen.push_back(next);
          work.push_back({next, where});
        };
        if (seen.size() > kCounterWeb) {
          plain = false;
          break;
        }
        const Param& param = params[value.index];
        if (param.block != kNone && param.block != 0) {
          // What comes from outside of the counter's loop is its start.
          for (uint32_t pred : cfg_.preds[param.block]) {
            if (!cfg_.reachable(pred)) continue;
            const Instr& last = f_.blocks[pred].instrs.back();
            for (const Edge& edge : last.edges) {
              if (edge.target.index != param.block) continue;
              ValueId arg = edge.args[param.index];
              if (arg == last.result || arg == last.exception) {
                plain = false;
              } else if (dominators_.dominates(b, pred)) {
                visit(arg, pred);
              } else {
                found.from.push_back(arg);
                found.from_blocks.push_back(pred);
              }
            }
          }
          continue;
        }
        const Instr* d = def(value);
        bool add = d && (d->op == Op::IntAdd || d->op == Op::I64Add);
        bool sub = d && (d->op == Op::IntSub || d->op == Op::I64Sub);
        if (add || sub) {
          const Instr* step = def(d->operands[1]);
          if (step && (step->op == Op::ConstInt || step->op == Op::ConstI64) &&
              step->imm <= kCounterStep && step->imm >= -kCounterStep) {
            moved = true;
            visit(d->operands[0], block);
            continue;
          }
        }
        // Set to something else in the loop: a start as well.
        found.from.push_back(value);
        found.from_blocks.push_back(block);
      }
      found.is = plain && moved;
      if (!found.is) found = Counter();
    }
  }
}

// Do all counters start where they have to? Those that don't are none; then all has to be done
// again.
bool RangeAnalysis::checkCounters() {
  bool all = true;
  for (Counter& counter : counters_) {
    if (!counter.is) continue;
    for (size_t i = 0; i < counter.from.size(); ++i) {
      Range start = at(counter.from[i], counter.from_blocks[i], 2);
      if (start.empty() || start.within({-kCounterStart, kCounterStart})) continue;
      counter.is = false;
      all = false;
      break;
    }
  }
  return all;
}

// ---- solving

void RangeAnalysis::solve() {
  for (bool again = true; again;) {
    ranges_.assign(f_.values.size(), Range());
    reached_.assign(f_.blocks.size(), false);
    for (const Param& p : f_.params) ranges_[p.value.index] = full(f_.values[p.value].type);
    bool stable = false;
    for (sweeps_ = 0; !stable && sweeps_ < kMaxSweeps; ++sweeps_)
      stable = !sweep(sweeps_ >= kPlainSweeps, false) || !loops_;
    if (!stable) {
      // Never seen; give up on everything rather than be wrong.
      for (size_t v = 0; v < ranges_.size(); ++v) ranges_[v] = full(f_.values[ValueId(v)].type);
      reached_.assign(f_.blocks.size(), true);
      return;
    }
    if (loops_)
      for (int i = 0; i < 2; ++i) sweep(false, true);
    again = !checkCounters();
  }
}

// Computes all ranges once more in reverse post-order. Returns whether any changed.
bool RangeAnalysis::sweep(bool widen, bool narrowing) {
  bool changed = false;
  auto update = [&](ValueId v, Range range) {
    Range& old = ranges_[v.index];
    if (!narrowing) range = old.join(range);  // upwards only
    if (range == old) return;
    old = range;
    changed = true;
  };
  for (uint32_t b : cfg_.order) {
    bool reached = b == 0;
    for (uint32_t pred : cfg_.preds[b]) {
      if (!cfg_.reachable(pred)) continue;
      const Instr& last = f_.blocks[pred].instrs.back();
      for (size_t e = 0; e < last.edges.size() && !reached; ++e)
        reached = last.edges[e].target.index == b && feasible(pred, e);
    }
    if (!reached) continue;
    if (!reached_[b]) reached_[b] = changed = true;
    const Block& block = f_.blocks[b];
    for (size_t p = 0; b != 0 && p < block.params.size(); ++p) {
      ValueId param = block.params[p];
      TypeKind kind = m_.types[f_.values[param].type].kind;
      if (kind != TypeKind::I64 && kind != TypeKind::Int && kind != TypeKind::Bool) continue;
      Range range;
      uint32_t last_pred = kNone;
      for (uint32_t pred : cfg_.preds[b]) {
        if (!cfg_.reachable(pred) || pred == last_pred) continue;
        last_pred = pred;
        const Instr& last = f_.blocks[pred].instrs.back();
        for (size_t e = 0; e < last.edges.size(); ++e)
          if (last.edges[e].target.index == b && feasible(pred, e))
            range = range.join(onEdge(last.edges[e].args[p], pred, e));
      }
      if (counters_[param.index].is) range = range.meet({-kCounterLimit, kCounterLimit});
      const Range& old = ranges_[param.index];
      if (widen && header_[b] && !old.empty() && !range.empty()) {
        // A bound that still moves goes to the next step of the ladder, at last to the type's
        // bound.
        Range limit = counters_[param.index].is ? Range{-kCounterLimit, kCounterLimit}
                                                : full(f_.values[param].type);
        bool far = sweeps_ > kLadderSweeps;
        if (range.hi > old.hi)
          range.hi =
              far ? limit.hi
                  : std::min(limit.hi, *std::lower_bound(kLadder.begin(), kLadder.end(), range.hi));
        if (range.lo < old.lo)
          range.lo = far ? limit.lo
                         : std::max(limit.lo,
                                    -*std::lower_bound(kLadder.begin(), kLadder.end(), -range.lo));
      }
      update(param, range);
    }
    for (const Instr& instr : block.instrs) {
      if (!instr.result.valid()) continue;
      TypeKind kind = m_.types[f_.values[instr.result].type].kind;
      if (kind == TypeKind::I64 || kind == TypeKind::Int || kind == TypeKind::Bool ||
          kind == TypeKind::I8 || kind == TypeKind::I32)
        update(instr.result, normalized(eval(instr, b)));
    }
  }
  return changed;
}

Range RangeAnalysis::loadRange(const Instr& instr) const {
  // Counts and capacities of buffers are never negative, and no memory has 2**60 slots.
  const std::vector<Field>& fields = m_.layouts[instr.layout].fields;
  for (const Field& field : fields)
    if (field.buffer_item.valid() &&
        (field.count_field == instr.imm || field.capacity_field == instr.imm))
      return {0, kOne << 60};
  return full(f_.values[instr.result].type);
}

Range RangeAnalysis::callRange(const Instr& instr) const {
  struct Known {
    const char* name;
    Range range;
  };
  static constexpr Wide kMaxLen = kOne << 60;
  static constexpr Known kKnown[] = {
      {"str_len", {0, kMaxLen}},
      {"str_ord_at", {0, 0x10ffff}},
      {"str_kind", {1, 4}},
      {"str_cmp", {-1, 1}},
      {"str_find", {-1, kMaxLen}},
      {"str_rfind", {-1, kMaxLen}},
      {"str_find_char", {-1, kMaxLen}},
      {"str_rfind_char", {-1, kMaxLen}},
      {"str_count", {0, kMaxLen}},
      {"bytes_len", {0, kMaxLen}},
      {"int_bit_length", {0, kMaxLen}},
      {"int_sign", {-1, 1}},
      {"int_cmp", {-1, 1}},
      {"int_from_u64", kU64Range},
      {"int_from_i64", kI64Range},
  };
  const std::string& name = m_.text(instr.sym);
  for (const Known& known : kKnown)
    if (name == known.name) return known.range;
  return full(f_.values[instr.result].type);
}

Range RangeAnalysis::eval(const Instr& instr, uint32_t block) const {
  const Range everything = full(f_.values[instr.result].type);
  Range a, b;
  bool is_number[2] = {false, false};
  for (size_t i = 0; i < instr.operands.size() && i < 2; ++i) {
    switch (m_.types[f_.values[instr.operands[i]].type].kind) {
      case TypeKind::Bool:
      case TypeKind::I8:
      case TypeKind::I32:
      case TypeKind::I64:
      case TypeKind::Int:
        is_number[i] = true;
        (i ? b : a) = at(instr.operands[i], block, 2);
        // An operand without values: the operation is not reached (yet).
        if ((i ? b : a).empty() && instr.op != Op::Select) return Range();
        break;
      default:
        break;
    }
  }
  // Of wrapping arithmetic only what does not wrap is known.
  auto wrapping = [&](const Range& exact) { return exact.within(kI64Range) ? exact : everything; };
  switch (instr.op) {
    case Op::ConstBool:
    case Op::ConstI64:
    case Op::ConstInt:
      return {instr.imm, instr.imm};
    case Op::ConstBig: {
      Wide value;
      if (parseDecimal(m_.text(instr.sym), value)) return {value, value};
      return everything;
    }
    case Op::ConstNull:
      return {0, 0};
    case Op::ConstTid:
      return {1, kOne << 24};
    case Op::ConstSize:
      return {0, 4096};
    case Op::BoolNot:
      return {1 - a.hi, 1 - a.lo};
    case Op::BoolAnd:
      return {a.lo & b.lo, a.hi & b.hi};
    case Op::BoolOr:
      return {a.lo | b.lo, a.hi | b.hi};
    case Op::BoolToI64:
    case Op::IntFromI64:
    case Op::I64Sext:
      return a;
    case Op::IntFromSmall:
    case Op::IntSmall:
      return a.meet(kSmallRange);
    case Op::I64Zext:
      return f_.values[instr.operands[0]].type == m_.types.i32 ? Range{0, (kOne << 32) - 1}
                                                               : Range{0, 255};
    case Op::I64Trunc:
      return a.within(everything) ? a : everything;
    case Op::Select: {
      if (!is_number[1]) return everything;
      Range c = at(instr.operands[2], block, 2);
      if (a.empty()) return Range();
      return a.lo == 1 ? b : a.hi == 0 ? c : b.join(c);
    }
    case Op::I64Add:
      return wrapping(add(a, b));
    case Op::I64Sub:
      return wrapping(add(a, negate(b)));
    case Op::I64Mul:
      return wrapping(multiply(a, b));
    case Op::IntAdd:
      return add(a, b);
    case Op::IntSub:
      return add(a, negate(b));
    case Op::IntMul: {
      Range product = multiply(a, b);
      if (instr.operands[0] == instr.operands[1]) product.lo = std::max<Wide>(product.lo, 0);
      return product;
    }
    case Op::IntNeg:
      return negate(a);
    case Op::IntInvert:
      return {addBound(-a.hi, -1), addBound(-a.lo, -1)};
    case Op::I64And:
    case Op::IntAnd:
      return bitAnd(a, b).meet(everything);
    case Op::I64Or:
    case Op::IntOr:
    case Op::I64Xor:
    case Op::IntXor:
      return bitOr(a, b).meet(everything);
    case Op::I64Shl:
      return wrapping(shiftLeft(a, b));
    case Op::I64Sar:
      return shiftRight(a, b);
    case Op::I64Shr:
      if (a.lo >= 0) return shiftRight(a, b);
      if (b.lo > 0 && b.lo < 64) return {0, (kOne << (64 - static_cast<int>(b.lo))) - 1};
      return everything;
    case Op::I64SDiv: {
      if (b.lo <= 0) return everything;
      Range q = floorDivide(a, b);  // truncating: nearer to zero
      if (a.hi < 0) q.hi = std::min<Wide>(0, q.hi + 1);
      return a.lo >= 0 ? q : Range{q.lo, std::max<Wide>(q.hi, 0)};
    }
    case Op::I64SRem: {
      Wide magnitude = std::max(b.hi, -b.lo) - 1;
      Range r{a.lo < 0 ? -magnitude : 0, a.hi > 0 ? magnitude : 0};
      return {std::max(r.lo, std::min<Wide>(a.lo, 0)), std::min(r.hi, std::max<Wide>(a.hi, 0))};
    }
    case Op::I64UDiv:
      return a.lo >= 0 && b.lo > 0 ? floorDivide(a, b) : everything;
    case Op::I64URem:
      if (b.lo <= 0) return everything;
      return {0, a.lo >= 0 ? std::min(a.hi, b.hi - 1) : b.hi - 1};
    case Op::I64Ctz:
    case Op::I64Clz:
      return {0, 63};
    case Op::IntFloorDiv:
      if (b.lo <= 0 && b.hi >= 0) {
        // The result is there only if the divisor is not 0.
        Range below{b.lo, std::min<Wide>(b.hi, -1)}, above{std::max<Wide>(b.lo, 1), b.hi}, q;
        if (!below.empty()) q = q.join(floorDivide(a, below));
        if (!above.empty()) q = q.join(floorDivide(a, above));
        return q;
      }
      return floorDivide(a, b);
    case Op::IntMod: {
      Range m{b.lo < 0 ? addBound(b.lo, 1) : 0, b.hi > 0 ? addBound(b.hi, -1) : 0};
      if (b.lo >= 0 && a.lo >= 0) m.hi = std::min(m.hi, a.hi);
      return m;
    }
    case Op::IntShl:
      return shiftLeft(a, {std::max<Wide>(b.lo, 0), std::max<Wide>(b.hi, 0)});
    case Op::IntShr:
      return shiftRight(a, {std::max<Wide>(b.lo, 0), std::max<Wide>(b.hi, 0)});
    case Op::I64Cmp:
    case Op::IntCmp: {
      Range known = compareRanges(instr.pred, a, b);
      if (instr.operands[0] == instr.operands[1])
        known = instr.pred == Pred::Eq || instr.pred == Pred::Le || instr.pred == Pred::Ge ||
                        instr.pred == Pred::Ule || instr.pred == Pred::Uge
                    ? Range{1, 1}
                    : Range{0, 0};
      return known;
    }
    case Op::IntTruth:
      return compareRanges(Pred::Ne, a, {0, 0});
    case Op::IntIsSmall:
      return a.within(kSmallRange)         ? Range{1, 1}
             : a.meet(kSmallRange).empty() ? Range{0, 0}
                                           : Range{0, 1};
    case Op::FieldLoad:
      return loadRange(instr);
    case Op::RtCall:
    case Op::RtInvoke:
      return callRange(instr);
    default:
      return everything;
  }
}

}  // namespace krait::passes
