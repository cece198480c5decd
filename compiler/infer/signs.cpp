#include "infer/signs.h"

#include <algorithm>
#include <cstdlib>

namespace krait::infer {

using ast::BinaryOperator;
using ast::CompareOperator;
using hir::Instr;
using hir::Op;
using hir::Reg;

namespace {

constexpr int kDeepest = 10;  // replacements in a row
constexpr int kSteps = 200;   // goals tried for one question
constexpr int64_t kLargest = int64_t{1} << 40;  // of factors and constants: their sums cannot overflow

}  // namespace

void Signs::Linear::add(const Linear& other, int64_t factor) {
  for (auto [term, n] : other.terms)
    if ((terms[term] += n * factor) == 0) terms.erase(term);
  constant += other.constant * factor;
}

bool Signs::Linear::small() const {
  auto fits = [](int64_t n) { return n > -kLargest && n < kLargest; };
  return fits(constant) && std::all_of(terms.begin(), terms.end(), [&](const auto& t) { return fits(t.second); });
}

bool Signs::neverNegative(Reg value, uint32_t block, uint32_t position) {
  steps_ = 0;
  origins_ = 0;
  age_ = 0;
  assumed_.clear();
  std::optional<Linear> goal = form(value, {block, position}, 0);
  return goal && prove(*goal, {block, position}, 0);
}

// Is that form, of values as of that place, at least 0?
bool Signs::prove(const Linear& goal, Place at, int depth) {
  if (goal.terms.empty()) return goal.constant >= 0;
  if (depth > kDeepest || ++steps_ > kSteps || !goal.small()) return false;
  // The same question about an earlier moment: if that is the first of its kind, it has been answered without this.
  auto [it, fresh] = assumed_.insert({{goal, at}, age_});
  if (!fresh) return it->second < age_;
  bool proven = proveTerms(goal, at, depth) || proveByTest(goal, at, depth);
  for (auto t = goal.terms.begin(); !proven && t != goal.terms.end(); ++t)
    if (t->first.kind == Term::Variable) proven = proveByStores(goal, t->first, t->second, at, depth);
  assumed_.erase({goal, at});
  return proven;
}

// Nothing in it is negative.
bool Signs::proveTerms(const Linear& goal, Place at, int depth) {
  if (goal.constant < 0) return false;
  if (std::any_of(goal.terms.begin(), goal.terms.end(), [](const auto& t) { return t.second < 0; })) return false;
  const bool single = goal.terms.size() == 1 && goal.constant == 0 && goal.terms.begin()->second == 1;
  for (auto [term, factor] : goal.terms) {
    if (term.kind == Term::Length) continue;
    if (term.kind == Term::Register) {
      if (!neverNegativeRegister(Reg(term.index), depth)) return false;
    } else if (single || !prove({{{term, 1}}, 0}, at, depth + 1)) {
      return false;
    }
  }
  return true;
}

// A test on every way to this place says more of a variable in it: what remains is what the goal is above that.
bool Signs::proveByTest(const Linear& goal, Place at, int depth) {
  for (uint32_t b = 0; b < code_.blocks.size(); ++b) {
    if (b >= instance_.block_in.size() || instance_.block_in[b].empty()) continue;
    const Instr& branch = code_.blocks[b].instrs.back();
    if (branch.op != Op::Branch || branch.targets[0] == branch.targets[1]) continue;
    const Instr* test = definition(branch.operands[0]);
    bool flipped = false;
    while (test && (test->op == Op::Truth || test->op == Op::Not)) {
      flipped ^= test->op == Op::Not;
      test = definition(test->operands[0]);
    }
    if (!test || test->op != Op::Compare || !integral(test->operands[0]) || !integral(test->operands[1])) continue;
    const Place end{b, static_cast<uint32_t>(code_.blocks[b].instrs.size() - 1)};
    std::optional<Linear> left = form(test->operands[0], end, ++origins_), right = form(test->operands[1], end, origins_);
    if (!left || !right) continue;
    for (int side = 0; side < 2; ++side) {
      const bool holds = (side == 0) != flipped;
      // What is at least 0 on that side: `greater` minus `less`, minus 1 where they differ; both ways if they are equal.
      bool from_left = false, strict = false, equal = false;
      switch (static_cast<CompareOperator>(test->sub)) {
        case CompareOperator::Lt: from_left = !holds, strict = holds; break;
        case CompareOperator::LtE: from_left = !holds, strict = !holds; break;
        case CompareOperator::Gt: from_left = holds, strict = holds; break;
        case CompareOperator::GtE: from_left = holds, strict = !holds; break;
        case CompareOperator::Eq: equal = holds; if (!holds) continue; break;
        case CompareOperator::NotEq: equal = !holds; if (holds) continue; break;
        default: continue;
      }
      if (!edgeDominates(b, branch.targets[side].index, at.block)) continue;
      for (int way = 0; way < (equal ? 2 : 1); ++way) {
        Linear known = from_left ? *left : *right;
        known.add(from_left ? *right : *left, -1);
        known.constant -= strict;
        from_left = !from_left;
        if (!unchangedTerms(known, end, at)) continue;
        for (auto [term, factor] : known.terms) {
          auto shared = goal.terms.find(term);
          if (shared == goal.terms.end() || shared->second % factor || shared->second / factor < 0) continue;
          Linear rest = goal;
          rest.add(known, -(shared->second / factor));
          if (prove(rest, at, depth + 1)) return true;
        }
      }
    }
  }
  return false;
}

// The variable replaced by each value it may have here.
bool Signs::proveByStores(const Linear& goal, Term variable, int64_t factor, Place at, int depth) {
  std::vector<Place> stores;
  if (!reachingStores(variable.index, at, &stores)) return false;
  for (Place store : stores) {
    Reg value = code_.blocks[store.block].instrs[store.position].operands[0];
    if (!integral(value)) return false;
    Linear rest = goal;
    rest.terms.erase(variable);
    Place made = store;
    std::optional<Linear> stored = loopBound(value, factor < 0, &made);
    if (!stored) stored = form(value, store, ++origins_);
    if (!stored) return false;
    const bool same = unchangedTerms(*stored, made, at);
    rest.add(*stored, factor);
    if (same) {
      if (!prove(rest, at, depth + 1)) return false;
      continue;
    }
    // All of it as of the store, an earlier moment.
    if (goal.terms.size() > 1 || !unchangedTerms(*stored, made, store)) return false;
    ++age_;
    const bool proven = prove(rest, store, depth + 1);
    --age_;
    if (!proven) return false;
  }
  return true;
}

bool Signs::neverNegativeRegister(Reg r, int depth) {
  Place at;
  const Instr* d = definition(r, &at);
  if (!d || depth > kDeepest || ++steps_ > kSteps) return false;
  auto operand = [&](Reg x) {
    std::optional<Linear> f = integral(x) ? form(x, at, ++origins_) : std::nullopt;
    return f && prove(*f, at, depth + 1);
  };
  if (d->op == Op::Binary || d->op == Op::Inplace) {
    Reg a = d->operands[0], b = d->operands[1];
    if (!integral(a) || !integral(b)) return false;
    switch (static_cast<BinaryOperator>(d->sub)) {
      case BinaryOperator::Mult:
        if (auto x = form(a, at, 0); x && x == form(b, at, 0)) return true;  // a square
        [[fallthrough]];
      case BinaryOperator::FloorDiv:
      case BinaryOperator::BitOr:
      case BinaryOperator::BitXor: return operand(a) && operand(b);
      case BinaryOperator::Pow:
      case BinaryOperator::LShift:
      case BinaryOperator::RShift: return operand(a);
      case BinaryOperator::Mod: return operand(b);  // it has the sign of the divisor
      case BinaryOperator::BitAnd: return operand(a) || operand(b);
      default: return false;
    }
  }
  if (d->op != Op::Call) return false;
  const Instr* method = definition(d->operands[0]);
  if (method && method->op == Op::GetAttr && d->args.empty() && integral(method->operands[0])) {
    std::string_view name = program_.names->text(method->name);
    return name == "bit_length" || name == "bit_count";
  }
  std::string_view name = builtinCalled(*d);
  if (name == "len" || name == "ord") return true;
  std::vector<Reg> args;
  for (const hir::CallArg& a : d->args) {
    if (a.kind != hir::ArgKind::Positional || !integral(a.value)) return false;
    args.push_back(a.value);
  }
  if (name == "abs") return args.size() == 1;
  if (args.size() < 2) return false;
  if (name == "max") return std::any_of(args.begin(), args.end(), operand);
  return name == "min" && std::all_of(args.begin(), args.end(), operand);
}

// What is in the register, in terms of variables as of `at`.
std::optional<Signs::Linear> Signs::form(Reg r, Place at, uint32_t origin, int depth) const {
  Place place;
  const Instr* d = definition(r, &place);
  if (!d || depth > kDeepest) return {};
  const Linear itself{{{{Term::Register, r.index, origin}, 1}}, 0};
  switch (d->op) {
    case Op::Const: {
      if (static_cast<ast::ConstantKind>(d->sub) != ast::ConstantKind::Int) return {};
      if (d->imm != -1) return Linear{{}, d->imm};
      std::string digits(d->text);
      char* end = nullptr;
      long long value = std::strtoll(digits.c_str(), &end, 10);
      return *end || digits.empty() || value >= kLargest ? itself : Linear{{}, value};
    }
    case Op::LoadSlot:
      if (!unchanged(d->slot.index, place, at)) return {};
      return Linear{{{{Term::Variable, d->slot.index, 0}, 1}}, 0};
    case Op::Unary: {
      auto o = static_cast<ast::UnaryOperator>(d->sub);
      if (o != ast::UnaryOperator::USub && o != ast::UnaryOperator::UAdd) return {};
      std::optional<Linear> x = integral(d->operands[0]) ? form(d->operands[0], at, origin, depth + 1) : std::nullopt;
      if (!x || o == ast::UnaryOperator::UAdd) return x;
      Linear negative;
      negative.add(*x, -1);
      return negative;
    }
    case Op::Binary:
    case Op::Inplace: {
      auto o = static_cast<BinaryOperator>(d->sub);
      if (!integral(d->operands[0]) || !integral(d->operands[1])) return {};
      if (o != BinaryOperator::Add && o != BinaryOperator::Sub && o != BinaryOperator::Mult) return itself;
      std::optional<Linear> x = form(d->operands[0], at, origin, depth + 1), y = form(d->operands[1], at, origin, depth + 1);
      if (!x || !y || !x->small() || !y->small()) return itself;
      if (o == BinaryOperator::Mult) {
        if (!x->terms.empty()) std::swap(x, y);
        if (!x->terms.empty() || std::llabs(x->constant) > 1 << 20) return itself;
        Linear product;
        product.add(*y, x->constant);
        return product.small() ? std::optional(product) : itself;
      }
      x->add(*y, o == BinaryOperator::Add ? 1 : -1);
      return x;
    }
    case Op::Call: {
      if (builtinCalled(*d) != "len" || d->args.size() != 1 || d->args[0].kind != hir::ArgKind::Positional) return itself;
      const Instr* of = definition(d->args[0].value);
      // Of what cannot change its length, two lengths are one value.
      if (!of || of->op != Op::LoadSlot || !fixedLength(d->args[0].value) || !unchanged(of->slot.index, place, at)) return itself;
      return Linear{{{{Term::Length, of->slot.index, 0}, 1}}, 0};
    }
    default: return itself;
  }
}

std::optional<Signs::Linear> Signs::loopBound(Reg value, bool upper, Place* made) const {
  const Instr* d = definition(value);
  bool index_of_pair = false;
  if (d && d->op == Op::UnpackGet) {
    if (d->imm != 0) return {};
    const Instr* pair = definition(d->operands[0]);
    if (!pair || pair->op != Op::Unpack) return {};
    index_of_pair = true;
    d = definition(pair->operands[0]);
  }
  if (!d || d->op != Op::ForNext) return {};
  const Instr* iterator = source(d->operands[0]);
  if (iterator && iterator->op == Op::GetIter) return boundOfIterable(iterator->operands[0], index_of_pair, upper, made);
  // A generator expression gets its first iterator from the function it stands in.
  if (!iterator || iterator->op != Op::LoadSlot || iterator->slot.index != 0 ||
      code_.kind != hir::CodeKind::GeneratorExpression || !code_.parent.valid())
    return {};
  const hir::Code& outer = program_.codes[code_.parent];
  Signs outside(program_, outer, instance_, types_);
  outside.elsewhere_ = true;
  for (const hir::Block& block : outer.blocks)
    for (const Instr& i : block.instrs) {
      if (i.op != Op::Call || i.args.size() != 1) continue;
      const Instr* function = outside.definition(i.operands[0]);
      if (!function || function->op != Op::MakeFunction || function->code != code_.id) continue;
      const Instr* given = outside.definition(i.args[0].value);
      if (!given || given->op != Op::GetIter) return {};
      std::optional<Linear> bound = outside.boundOfIterable(given->operands[0], index_of_pair, upper, made);
      return bound && bound->terms.empty() ? bound : std::nullopt;
    }
  return {};
}

std::optional<Signs::Linear> Signs::boundOfIterable(Reg iterable, bool index_of_pair, bool upper, Place* made) const {
  const Instr* call = source(iterable, made);
  if (!call || call->op != Op::Call) return {};
  for (const hir::CallArg& a : call->args)
    if (a.kind != hir::ArgKind::Positional) return {};
  std::string_view name = builtinCalled(*call);
  const size_t n = call->args.size();
  if (index_of_pair) {
    if (name != "enumerate" || !n) return {};
    std::optional<Linear> start = n > 1 ? form(call->args[1].value, *made, 0) : Linear();
    if (!upper || !start) return start;
    const Instr* of = definition(call->args[0].value);
    if (!of || of->op != Op::LoadSlot || !fixedLength(call->args[0].value) || !unchanged(of->slot.index, *made, *made)) return {};
    start->add({{{{Term::Length, of->slot.index, 0}, 1}}, -1}, 1);
    return start;
  }
  if (name == "reversed" && n == 1) return boundOfIterable(call->args[0].value, false, upper, made);
  if (name != "range" || !n || n > 3) return {};
  std::optional<Linear> step = n > 2 ? form(call->args[2].value, *made, 0) : Linear{{}, 1};
  if (!step || !step->terms.empty() || step->constant == 0) return {};
  const bool up = step->constant > 0;
  if (n == 1 && !upper) return Linear();
  std::optional<Linear> bound = form(call->args[n == 1 ? 0 : up == upper ? 1 : 0].value, *made, 0);
  if (bound && up == upper) bound->constant -= up ? 1 : -1;
  return bound;
}

const Instr* Signs::definition(Reg r, Place* place) const {
  if (r.index >= code_.defined.size()) return nullptr;
  auto [block, at] = code_.defined[r.index];
  if (block >= code_.blocks.size() || at >= code_.blocks[block].instrs.size()) return nullptr;
  if (place) *place = {block, at};
  return &code_.blocks[block].instrs[at];
}

// Where a value comes from, also through variables that are stored to in one place.
const Instr* Signs::source(Reg r, Place* place) const {
  Place at{};
  const Instr* d = definition(r, &at);
  std::vector<Place> stores;
  for (int k = 0; d && d->op == Op::LoadSlot && k < 4; ++k, stores.clear()) {
    if (!reachingStores(d->slot.index, at, &stores) || stores.size() != 1) break;
    d = definition(code_.blocks[stores[0].block].instrs[stores[0].position].operands[0], &at);
  }
  if (place) *place = at;
  return d;
}

std::string_view Signs::builtinCalled(const Instr& call) const {
  const Instr* callee = definition(call.operands[0]);
  if (!callee || callee->op != Op::LoadGlobal || callee->global.valid() || !callee->builtin.valid()) return {};
  return program_.names->text(callee->name);
}

// Ints only, as far as is known: a type that grows has the question asked again.
bool Signs::integral(Reg r) const {
  if (elsewhere_ || r.index >= instance_.regs.size()) return false;
  for (const Atom& a : types_.atoms(instance_.regs[r.index]))
    if (a.ctor != Ctor::Int && a.ctor != Ctor::Bool) return false;
  return true;
}

bool Signs::fixedLength(Reg r) const {
  if (elsewhere_ || r.index >= instance_.regs.size()) return false;
  for (const Atom& a : types_.atoms(instance_.regs[r.index]))
    if (a.ctor != Ctor::Str && a.ctor != Ctor::Bytes) return false;
  return true;
}

// Is nothing stored to the variable on any way from one place to the other (the last time it is passed)?
bool Signs::unchanged(uint32_t slot, Place from, Place to) const {
  auto stores = [&](uint32_t block, uint32_t begin, uint32_t end) {
    const auto& instrs = code_.blocks[block].instrs;
    for (uint32_t k = begin; k < end && k < instrs.size(); ++k)
      if ((instrs[k].op == Op::StoreSlot || instrs[k].op == Op::DelSlot) && instrs[k].slot.index == slot) return true;
    return false;
  };
  if (from.block == to.block && from.position <= to.position) return !stores(to.block, from.position, to.position);
  if (stores(to.block, 0, to.position)) return false;
  std::vector<bool> seen(code_.blocks.size());
  std::vector<uint32_t> work{to.block};
  while (!work.empty()) {
    const uint32_t b = work.back();
    work.pop_back();
    const Predecessors& before = predecessors()[b];
    if (b == 0 || before.exceptional) return false;  // not every way has passed `from`
    for (uint32_t p : before.blocks) {
      if (seen[p]) continue;
      seen[p] = true;
      const auto size = static_cast<uint32_t>(code_.blocks[p].instrs.size());
      if (stores(p, p == from.block ? from.position : 0, size)) return false;
      if (p != from.block) work.push_back(p);
    }
  }
  return true;
}

bool Signs::unchangedTerms(const Linear& f, Place from, Place to) const {
  return std::all_of(f.terms.begin(), f.terms.end(), [&](const auto& t) {
    return t.first.kind == Term::Register || unchanged(t.first.index, from, to);
  });
}

// The stores whose value the variable may have; false: there may be another one, such as what a caller passes.
bool Signs::reachingStores(uint32_t slot, Place at, std::vector<Place>* stores) const {
  std::vector<bool> seen(code_.blocks.size());
  std::vector<Place> work{at};
  while (!work.empty()) {
    const Place p = work.back();
    work.pop_back();
    const auto& instrs = code_.blocks[p.block].instrs;
    bool found = false;
    for (uint32_t k = std::min<uint32_t>(p.position, static_cast<uint32_t>(instrs.size())); k-- > 0 && !found;) {
      if (instrs[k].slot.index != slot || (instrs[k].op != Op::StoreSlot && instrs[k].op != Op::DelSlot)) continue;
      if (instrs[k].op == Op::DelSlot) return false;
      stores->push_back({p.block, k});
      found = true;
    }
    if (found) continue;
    const Predecessors& before = predecessors()[p.block];
    if (before.exceptional || (p.block == 0 && slot < code_.params.size())) return false;
    for (uint32_t b : before.blocks) {
      if (seen[b]) continue;
      seen[b] = true;
      work.push_back({b, static_cast<uint32_t>(code_.blocks[b].instrs.size())});
    }
  }
  return !stores->empty();
}

const std::vector<Signs::Predecessors>& Signs::predecessors() const {
  if (!predecessors_.empty()) return predecessors_;
  predecessors_.resize(code_.blocks.size());
  for (uint32_t b = 0; b < code_.blocks.size(); ++b) {
    if (code_.blocks[b].handler.valid()) predecessors_[code_.blocks[b].handler.index].exceptional = true;
    for (hir::BlockId t : code_.blocks[b].instrs.back().targets)
      if (t.valid()) predecessors_[t.index].blocks.push_back(b);
  }
  return predecessors_;
}

// Does every way to `block` go from the one block directly to the other?
bool Signs::edgeDominates(uint32_t from, uint32_t to, uint32_t block) const {
  std::vector<bool> seen(code_.blocks.size());
  std::vector<uint32_t> work{0};
  seen[0] = true;
  while (!work.empty()) {
    const uint32_t b = work.back();
    work.pop_back();
    if (b == block) return false;
    auto go = [&](hir::BlockId t) {
      if (!t.valid() || seen[t.index]) return;
      seen[t.index] = true;
      work.push_back(t.index);
    };
    go(code_.blocks[b].handler);
    for (hir::BlockId t : code_.blocks[b].instrs.back().targets)
      if (b != from || t.index != to) go(t);
  }
  return true;
}

}  // namespace krait::infer
