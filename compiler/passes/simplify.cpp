// simplify: makes a function smaller without changing what it does.
//
// Assumes: Phase::Built. Does, in rounds until nothing changes (at most kRounds):
//  - block parameters whose incoming values agree become that value;
//  - in one walk over the dominator tree: constant folding and algebraic rules (simplify_fold.cpp),
//  value
//    numbering of pure operations in scoped tables (Briggs, Cooper, Simpson: "Value Numbering",
//    dominator- based), conditions that the branches above decide, and forwarding of loads from
//    earlier loads and stores as long as nothing in between may write there;
//  - control flow: folded branches, merged and skipped blocks, jump threading (simplify_flow.cpp);
//  - removal of what is unused (rewrite.cpp).
#include "passes/simplify.h"

#include <algorithm>
#include <bit>

#include "passes/pass_list.h"

namespace krait::passes {
using namespace mir;

namespace {

constexpr int kRounds = 8;
constexpr size_t kMemoryFacts = 48;   // remembered at once; the oldest go first
constexpr size_t kRegionBlocks = 24;  // searched for writes between a join and its dominator

Pred inversePred(Pred pred) {
  static constexpr Pred kInverse[] = {Pred::Ne, Pred::Eq,  Pred::Ge,  Pred::Gt,  Pred::Le,
                                      Pred::Lt, Pred::Uge, Pred::Ugt, Pred::Ule, Pred::Ult};
  return kInverse[static_cast<size_t>(pred)];
}

bool sharesTable(const Instr& instr) {
  const OpInfo& info = opInfo(instr.op);
  return info.is('P') && !info.terminator() && instr.op != Op::Undef;
}

}  // namespace

Simplifier::Simplifier(Module& module, FuncId func, const Effects& effects)
    : m_(module), f_(module.functions[func]), effects_(effects), constants_(module, f_) {}

void Simplifier::run() {
  removeUnreachable(f_);
  constants_.collect();
  for (int round = 0; round < kRounds; ++round) {
    changed_ = false;
    if (round > 0) constants_.refresh();
    changed_ |= simplifyParams();
    changed_ |= numberValues();
    changed_ |= simplifyFlow();
    changed_ |= removeDead(m_, f_);
    if (!changed_) break;
  }
  compactValues(f_);
}

// ---- block parameters

bool Simplifier::simplifyParams() {
  bool any = false;
  for (bool again = true; again;) {
    again = false;
    std::vector<std::vector<std::pair<uint32_t, uint32_t>>> incoming(f_.blocks.size());
    for (uint32_t b = 0; b < f_.blocks.size(); ++b) {
      const Instr& last = f_.blocks[b].instrs.back();
      for (uint32_t e = 0; e < last.edges.size(); ++e)
        incoming[last.edges[e].target.index].push_back({b, e});
    }
    Replacements replacements;
    std::vector<std::vector<char>> drop(f_.blocks.size());
    for (uint32_t b = 1; b < f_.blocks.size(); ++b) {
      Block& block = f_.blocks[b];
      for (uint32_t p = 0; p < block.params.size(); ++p) {
        ValueId param = block.params[p], same;
        bool trivial = true;
        for (auto [from, edge] : incoming[b]) {
          const Instr& last = f_.blocks[from].instrs.back();
          ValueId raw = last.edges[edge].args[p];
          // What a raising operation gives exists on its edge only.
          if (raw == last.result || raw == last.exception) {
            trivial = false;
            break;
          }
          ValueId arg = replacements(raw);
          if (arg == param || arg == same) continue;
          if (same.valid()) {
            trivial = false;
            break;
          }
          same = arg;
        }
        if (!trivial || !same.valid()) continue;
        replacements.set(param, same);
        drop[b].resize(block.params.size());
        drop[b][p] = true;
      }
    }
    if (replacements.empty()) break;
    again = any = true;
    auto filter = [](std::vector<ValueId>& values, const std::vector<char>& dropped) {
      size_t kept = 0;
      for (size_t i = 0; i < values.size(); ++i)
        if (!dropped[i]) values[kept++] = values[i];
      values.resize(kept);
    };
    for (uint32_t b = 0; b < f_.blocks.size(); ++b) {
      for (Edge& edge : f_.blocks[b].instrs.back().edges)
        if (!drop[edge.target.index].empty()) filter(edge.args, drop[edge.target.index]);
    }
    for (uint32_t b = 0; b < f_.blocks.size(); ++b)
      if (!drop[b].empty()) filter(f_.blocks[b].params, drop[b]);
    replacements.apply(f_);
  }
  return any;
}

// ---- the table of expressions

uint64_t Simplifier::hashOf(const Instr& instr, TypeId type) {
  uint64_t hash = static_cast<uint64_t>(instr.op) * 31 + static_cast<uint64_t>(instr.pred);
  auto mix = [&](uint64_t part) { hash = (std::rotl(hash, 23) ^ part) * 0x9e3779b97f4a7c15ull; };
  mix(type.index);
  mix(static_cast<uint64_t>(instr.imm));
  mix(std::bit_cast<uint64_t>(instr.f64));
  mix(uint64_t{instr.layout.index} << 32 | instr.sym.index);
  mix(instr.type.index);
  for (ValueId v : instr.operands) mix(v.index);
  return hash ^ hash >> 29;
}

bool Simplifier::sameExpression(const Instr& a, const Instr& b) {
  return a.op == b.op && a.pred == b.pred && a.imm == b.imm && a.operands == b.operands &&
         std::bit_cast<uint64_t>(a.f64) == std::bit_cast<uint64_t>(b.f64) && a.layout == b.layout &&
         a.sym == b.sym && a.type == b.type;
}

ValueId Simplifier::lookup(const Instr& instr, TypeId type) {
  auto it = table_.find(hashOf(instr, type));
  if (it == table_.end()) return {};
  const Entry& entry = it->second;
  const Instr& key = entry.fact == kNone ? *def(entry.value) : facts_[entry.fact];
  return sameExpression(key, instr) && f_.values[entry.value].type == type ? entry.value
                                                                           : ValueId();
}

void Simplifier::insert(const Instr& key, TypeId type, ValueId value, bool fact) {
  Entry entry{value};
  if (fact) {
    entry.fact = static_cast<uint32_t>(facts_.size());
    facts_.push_back(key);
  }
  uint64_t hash = hashOf(key, type);
  auto [it, added] = table_.try_emplace(hash, entry);
  undo_.push_back({hash, kNone, added ? Entry() : it->second, !added});
  it->second = entry;
}

void Simplifier::undoTo(size_t mark) {
  while (undo_.size() > mark) {
    const Undo& undo = undo_.back();
    if (undo.value != kNone)
      bound_[undo.value] = undo.old.value;
    else if (undo.had)
      table_[undo.hash] = undo.old;
    else
      table_.erase(undo.hash);
    undo_.pop_back();
  }
}

void Simplifier::record(ValueId value, const Instr& instr) {
  if (value.index >= def_at_.size())
    def_at_.resize(std::max<size_t>(f_.values.size(), value.index + 1), kNone);
  uint32_t& at = def_at_[value.index];
  if (at != kNone) {
    defs_[at] = instr;
  } else {
    at = static_cast<uint32_t>(defs_.size());
    defs_.push_back(instr);
  }
}

ValueId Simplifier::resolve(ValueId value) {
  value = replaced_(value);
  while (value.index < bound_.size() && bound_[value.index].valid()) value = bound_[value.index];
  return value;
}

void Simplifier::bind(ValueId value, ValueId to) {
  if (value == to) return;
  if (value.index >= bound_.size()) bound_.resize(f_.values.size());
  undo_.push_back({0, value.index, Entry{bound_[value.index]}, false});
  bound_[value.index] = to;
}

ValueId Simplifier::number(Instr instr, TypeId type) {
  if (ValueId folded = fold(instr, type); folded.valid()) return folded;
  canonicalize(instr);
  bool shared = numbering_ && sharesTable(instr);
  if (shared)
    if (ValueId known = lookup(instr, type); known.valid()) return known;
  if (!instr.result.valid()) instr.result = f_.newValue(type);
  ValueId result = instr.result;
  record(result, instr);
  if (shared) insert(instr, type, result, false);
  out_->push_back(std::move(instr));
  return result;
}

ValueId Simplifier::emit(Op op, std::vector<ValueId> operands, TypeId type, int64_t imm) {
  Instr instr = makeInstr(op, std::move(operands));
  instr.imm = imm;
  return number(std::move(instr), type);
}

ValueId Simplifier::emitCmp(Op op, Pred pred, ValueId a, ValueId b) {
  Instr instr = makeInstr(op, {a, b});
  instr.pred = pred;
  return number(std::move(instr), m_.types.bool_);
}

// ---- what branches tell

void Simplifier::assumeCmp(Op op, Pred pred, ValueId a, ValueId b, bool value) {
  Instr key = makeInstr(op, {a, b});
  key.pred = pred;
  canonicalize(key);
  insert(key, m_.types.bool_, constBool(value), true);
}

// From here on down the dominator tree, `condition` has this value.
void Simplifier::assume(ValueId condition, bool value) {
  if (isConst(condition)) return;
  const Instr* d = def(condition);
  bind(condition, constBool(value));
  if (!d) return;
  switch (d->op) {
    case Op::BoolNot:
      return assume(d->operands[0], !value);
    case Op::BoolAnd:
      if (value) {
        assume(d->operands[0], true);
        assume(d->operands[1], true);
      }
      return;
    case Op::BoolOr:
      if (!value) {
        assume(d->operands[0], false);
        assume(d->operands[1], false);
      }
      return;
    case Op::I64Cmp:
    case Op::IntCmp: {
      Op op = d->op;
      ValueId a = d->operands[0], b = d->operands[1];
      Pred pred = value ? d->pred : inversePred(d->pred);
      assumeCmp(op, pred, a, b, true);
      assumeCmp(op, inversePred(pred), a, b, false);
      auto also = [&](Pred p, bool truth) { assumeCmp(op, p, a, b, truth); };
      switch (pred) {
        case Pred::Eq:
          for (Pred p : {Pred::Le, Pred::Ge}) also(p, true);
          for (Pred p : {Pred::Lt, Pred::Gt}) also(p, false);
          if (isConst(b)) bind(a, b);
          break;
        case Pred::Lt:
        case Pred::Gt:
          also(pred == Pred::Lt ? Pred::Le : Pred::Ge, true);
          also(pred == Pred::Lt ? Pred::Gt : Pred::Lt, false);
          also(Pred::Ne, true);
          also(Pred::Eq, false);
          break;
        case Pred::Ult:
        case Pred::Ugt:
          also(pred == Pred::Ult ? Pred::Ule : Pred::Uge, true);
          also(pred == Pred::Ult ? Pred::Ugt : Pred::Ult, false);
          also(Pred::Ne, true);
          also(Pred::Eq, false);
          break;
        default:
          break;
      }
      return;
    }
    case Op::AnyIs:
      if (value) tags_.push_back({d->operands[0], d->layout});
      return;
    case Op::IntIsNone:
      if (value)
        bind(d->operands[0], constant(constants_.get(makeInstr(Op::ConstNoInt), m_.types.int_)));
      return;
    case Op::OptIsNull:
      if (value) bind(d->operands[0], constant(constants_.null(m_.types.opt)));
      return;
    default:
      return;
  }
}

// ---- memory

// Removes what the operation may overwrite. `elsewhere`: it is not the next operation of the walk,
// so nothing will be remembered about what it stores.
void Simplifier::clobber(const Instr& instr, MemoryState& state, bool elsewhere) {
  auto counted = [&](TypeId type) { return m_.types[type].counted; };
  // Overwriting a reference may run a __del__, which may do anything.
  auto maybeDel = [&](TypeId type) { return effects_.observable() && counted(type); };
  switch (instr.op) {
    case Op::FieldStore:
    case Op::FieldInit:
    case Op::FieldTake: {
      const Field& field = m_.layouts[instr.layout].fields[static_cast<size_t>(instr.imm)];
      if (instr.op == Op::FieldStore && maybeDel(field.type)) return state.clear();
      LayoutId owner = fieldOwner(m_, instr.layout, instr.imm);
      ValueId object = instr.operands[0];
      std::erase_if(state, [&](const MemoryFact& fact) {
        if (fact.kind == MemoryFact::Fresh)
          return fact.base == object ? elsewhere : !distinct(fact.base, object);
        return fact.kind == MemoryFact::Field && fact.owner == owner && fact.imm == instr.imm &&
               !distinct(fact.base, object);
      });
      return;
    }
    case Op::BufInit:
    case Op::BufStore:
    case Op::BufZero:
    case Op::BufStoreField:
    case Op::BufMove:
      if ((instr.op == Op::BufStore || instr.op == Op::BufStoreField) && maybeDel(instr.type))
        return state.clear();
      std::erase_if(state, [&](const MemoryFact& fact) {
        if (fact.kind == MemoryFact::SlotField && fact.type == instr.type &&
            instr.op == Op::BufStoreField)
          return fact.imm == instr.imm;
        return (fact.kind == MemoryFact::Slot || fact.kind == MemoryFact::SlotField) &&
               fact.type == instr.type;
      });
      return;
    case Op::GlobalStore:
    case Op::GlobalTake:
      if (instr.op == Op::GlobalStore && maybeDel(m_.globals[instr.global].type))
        return state.clear();
      std::erase_if(state, [&](const MemoryFact& fact) {
        return fact.kind == MemoryFact::Global && fact.global == instr.global;
      });
      return;
    case Op::TraceAdd:
    case Op::BufTake:
      return;
    case Op::Keep:  // its operand may die here
      if (maybeDel(f_.values[instr.operands[0]].type)) state.clear();
      return;
    case Op::New:  // may start the cycle collector
      if (effects_.observable()) state.clear();
      return;
    case Op::Call:
    case Op::Invoke:
    case Op::RtCall:
    case Op::RtInvoke: {
      bool runtime = instr.op == Op::RtCall || instr.op == Op::RtInvoke;
      std::erase_if(state, [&](const MemoryFact& fact) {
        // A new object may have escaped before; runtime functions treat all fields alike.
        if (fact.kind == MemoryFact::Fresh)
          return !runtime || effects_.clobbers(f_, instr, {Location::Field, 0, 0});
        return effects_.clobbers(f_, instr, locationOf(fact));
      });
      return;
    }
    default:
      // Arithmetic that may raise touches no memory.
      if (opInfo(instr.op).is('S') || opInfo(instr.op).is('C')) state.clear();
      return;
  }
}

Location Simplifier::locationOf(const MemoryFact& fact) const {
  Instr load = makeInstr(fact.kind == MemoryFact::Field    ? Op::FieldLoad
                         : fact.kind == MemoryFact::Global ? Op::GlobalLoad
                                                           : Op::BufLoad);
  load.layout = fact.owner;
  load.imm = fact.imm;
  load.type = fact.type;
  load.global = fact.global;
  return effects_.loaded(load);
}

// What a load must find.
ValueId Simplifier::load(const Instr& instr) {
  if (instr.op == Op::FieldLoad || instr.op == Op::FieldTake) {
    LayoutId owner = fieldOwner(m_, instr.layout, instr.imm);
    for (const MemoryFact& fact : memory_)
      if (fact.kind == MemoryFact::Field && fact.base == instr.operands[0] && fact.owner == owner &&
          fact.imm == instr.imm)
        return fact.value;
    for (const MemoryFact& fact : memory_)
      if (fact.kind == MemoryFact::Fresh && fact.base == instr.operands[0])
        return constant(constants_.null(f_.values[instr.result].type));
    return {};
  }
  if (instr.op == Op::GlobalLoad) {
    for (const MemoryFact& fact : memory_)
      if (fact.kind == MemoryFact::Global && fact.global == instr.global) return fact.value;
    return {};
  }
  auto kind = instr.op == Op::BufLoad ? MemoryFact::Slot : MemoryFact::SlotField;
  for (const MemoryFact& fact : memory_)
    if (fact.kind == kind && fact.base == instr.operands[0] && fact.index == instr.operands[1] &&
        fact.type == instr.type && fact.imm == instr.imm)
      return fact.value;
  return {};
}

// Notes what memory holds after a load or a store.
void Simplifier::remember(const Instr& instr) {
  MemoryFact fact{};
  switch (instr.op) {
    case Op::New:
      fact.kind = MemoryFact::Fresh;
      fact.base = instr.result;
      break;
    case Op::FieldLoad:
    case Op::FieldStore:
    case Op::FieldInit:
    case Op::FieldTake:
      fact.kind = MemoryFact::Field;
      fact.base = instr.operands[0];
      fact.owner = fieldOwner(m_, instr.layout, instr.imm);
      fact.imm = instr.imm;
      if (instr.op == Op::FieldLoad)
        fact.value = instr.result;
      else if (instr.op == Op::FieldTake)
        fact.value = constant(constants_.null(f_.values[instr.result].type));
      else
        fact.value = instr.operands[1];
      break;
    case Op::BufLoad:
    case Op::BufInit:
    case Op::BufStore:
    case Op::BufLoadField:
    case Op::BufStoreField: {
      bool part = instr.op == Op::BufLoadField || instr.op == Op::BufStoreField;
      fact.kind = part ? MemoryFact::SlotField : MemoryFact::Slot;
      fact.base = instr.operands[0];
      fact.index = instr.operands[1];
      fact.type = instr.type;
      fact.imm = instr.imm;
      fact.value = instr.result.valid() ? instr.result : instr.operands[2];
      if (!part && f_.values[fact.value].type != instr.type) return;
      break;
    }
    case Op::GlobalLoad:
    case Op::GlobalStore:
      fact.kind = MemoryFact::Global;
      fact.global = instr.global;
      fact.value = instr.result.valid() ? instr.result : instr.operands[0];
      break;
    default:
      return;
  }
  std::erase_if(memory_, [&](const MemoryFact& old) {
    return old.kind == fact.kind && old.base == fact.base && old.index == fact.index &&
           old.imm == fact.imm && old.owner == fact.owner && old.global == fact.global &&
           old.type == fact.type;
  });
  if (memory_.size() >= kMemoryFacts) memory_.erase(memory_.begin());
  memory_.push_back(fact);
}

// What is known about memory at the start of a block: what its dominator knew at its end, less what
// the blocks on the paths in between may write (the block itself among them if it is in a loop).
MemoryState Simplifier::stateAt(uint32_t block) {
  uint32_t dominator = dominators_->idom[block];
  if (dominator == kNone || memory_at_end_[dominator].empty()) return {};
  MemoryState state = memory_at_end_[dominator];
  std::vector<uint32_t> region, work{block};
  while (!work.empty()) {
    uint32_t b = work.back();
    work.pop_back();
    for (uint32_t pred : cfg_->preds[b]) {
      if (pred == dominator || !cfg_->reachable(pred) ||
          std::find(region.begin(), region.end(), pred) != region.end())
        continue;
      if (region.size() == kRegionBlocks) return {};
      region.push_back(pred);
      work.push_back(pred);
    }
  }
  for (uint32_t b : region)
    for (Instr instr : f_.blocks[b].instrs) {
      if (state.empty()) return state;
      for (ValueId& v : instr.operands) v = resolve(v);
      clobber(instr, state, true);
    }
  return state;
}

// ---- the walk

void Simplifier::enterBlock(uint32_t block) {
  memory_ = stateAt(block);
  const std::vector<uint32_t>& preds = cfg_->preds[block];
  if (preds.size() == 1) {
    const Instr& last = f_.blocks[preds[0]].instrs.back();
    if (last.op == Op::CondBr && last.edges[0].target != last.edges[1].target)
      assume(resolve(last.operands[0]), last.edges[0].target.index == block);
  }
  std::vector<Instr> old;
  old.swap(f_.blocks[block].instrs);
  std::vector<Instr> fresh;
  fresh.reserve(old.size());
  out_ = &fresh;
  for (Instr& instr : old) {
    if (opInfo(instr.op).terminator())
      visitTerminator(std::move(instr));
    else
      visitInstr(std::move(instr));
  }
  memory_at_end_[block] = std::move(memory_);
  memory_.clear();
  out_ = nullptr;
  f_.blocks[block].instrs = std::move(fresh);
}

void Simplifier::visitInstr(Instr instr) {
  if (isConstant(instr.op)) {  // of the pool, in the entry block
    record(instr.result, instr);
    out_->push_back(std::move(instr));
    return;
  }
  for (ValueId& v : instr.operands) v = resolve(v);
  ValueId result = instr.result;
  auto replaceBy = [&](ValueId value) {
    if (value == result) return;
    replaced_.set(result, value);
    changed_ = true;
  };
  switch (instr.op) {
    case Op::FieldLoad:
    case Op::BufLoad:
    case Op::BufLoadField:
    case Op::GlobalLoad:
      if (ValueId known = load(instr);
          known.valid() && f_.values[known].type == f_.values[result].type)
        return replaceBy(known);
      break;
    case Op::FieldTake:
      // Nothing to take.
      if (ValueId known = load(instr); known.valid() && isConst(known)) {
        const Instr* d = def(known);
        if (d->op != Op::ConstStr && d->op != Op::ConstBytes && d->op != Op::ConstStop &&
            d->op != Op::ConstBig && d->op != Op::ConstNoInt && d->imm == 0)
          return replaceBy(known);
      }
      break;
    case Op::TraceAdd:
      if (isOp(instr.operands[0], Op::ConstStop)) {
        changed_ = true;
        return;
      }
      break;
    case Op::Keep:
      if (isConst(instr.operands[0]) || !m_.types[f_.values[instr.operands[0]].type].counted) {
        changed_ = true;
        return;
      }
      break;
    default:
      break;
  }
  if (sharesTable(instr)) {
    size_t before = out_->size();
    ValueId value = number(std::move(instr), f_.values[result].type);
    if (value != result) replaceBy(value);
    if (out_->size() > before + 1) changed_ = true;
    return;
  }
  clobber(instr, memory_, false);
  remember(instr);
  if (result.valid()) record(result, instr);
  out_->push_back(std::move(instr));
}

void Simplifier::visitTerminator(Instr instr) {
  for (ValueId& v : instr.operands) v = resolve(v);
  for (Edge& edge : instr.edges)
    for (ValueId& v : edge.args) v = resolve(v);
  // On the edges of a branch its condition is known.
  if (instr.op == Op::CondBr && !isConst(instr.operands[0]))
    for (size_t e = 0; e < 2; ++e)
      for (ValueId& v : instr.edges[e].args)
        if (v == instr.operands[0]) v = constBool(e == 0);
  foldTerminator(instr);
  clobber(instr, memory_, false);
  out_->push_back(std::move(instr));
}

bool Simplifier::numberValues() {
  Cfg cfg(f_);
  Dominators dominators(cfg);
  cfg_ = &cfg;
  dominators_ = &dominators;
  defs_.clear();
  def_at_.clear();
  table_.clear();
  facts_.clear();
  undo_.clear();
  tags_.clear();
  bound_.clear();
  replaced_ = Replacements();
  memory_at_end_.assign(f_.blocks.size(), {});
  numbering_ = true;
  bool before = changed_;
  changed_ = false;
  struct Frame {
    uint32_t block;
    size_t next = 0;
    size_t undo;
    size_t tags;
  };
  std::vector<Frame> stack{{0, 0, 0, 0}};
  enterBlock(0);
  while (!stack.empty()) {
    Frame& frame = stack.back();
    if (frame.next == dominators.children[frame.block].size()) {
      undoTo(frame.undo);
      tags_.resize(frame.tags);
      stack.pop_back();
      continue;
    }
    uint32_t child = dominators.children[frame.block][frame.next++];
    stack.push_back({child, 0, undo_.size(), tags_.size()});
    enterBlock(child);
  }
  numbering_ = false;
  // Back edges were passed before what they carry was replaced.
  replaced_.apply(f_);
  constants_.place();
  cfg_ = nullptr;
  dominators_ = nullptr;
  memory_at_end_.clear();
  bool result = changed_;
  changed_ = before;
  return result;
}

void simplifyFunction(Module& module, FuncId func, const Effects& effects) {
  if (module.functions[func].declaration || module.functions[func].blocks.empty()) return;
  Simplifier(module, func, effects).run();
}

void simplify(Module& module, const Options&) {
  Effects effects(module);
  for (size_t i = 0; i < module.functions.size(); ++i) simplifyFunction(module, FuncId(i), effects);
}

}  // namespace krait::passes
