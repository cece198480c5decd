// Evaluating one instance: an abstract interpreter over its flow graph.
#include <algorithm>
#include <cstdlib>
#include <functional>

#include "infer/engine.h"
#include "infer/signs.h"

namespace krait::infer {

using hir::BlockId;
using hir::Instr;
using hir::Op;
using hir::Reg;

// A name of CPython's builtins that lib/core does not have: what to do instead. Null: it is no such name.
static const char* missingBuiltin(std::string_view name) {
  for (std::string_view x : {"eval", "exec", "compile", "breakpoint", "help"})
    if (name == x) return "a compiled program has no interpreter inside: call a function, for example one from a dict of names";
  for (std::string_view x : {"globals", "locals"})
    if (name == x) return "call it where its dict is wanted";
  if (name == "__import__") return "write the name of the module as a literal";
  for (std::string_view x : {"aiter", "anext", "copyright", "credits", "license", "UnicodeTranslateError"})
    if (name == x) return "see the README for what is supported";
  return nullptr;
}

void Engine::evaluate(InstanceId id) {
  Instance& inst = p_.instance(id);
  hir::lowerCode(hir_, inst.code, lowering_);
  const hir::Code& code = hir_.codes[inst.code];
  Flow flow{};
  flow.inst = &inst;
  flow.code = &code;
  Flow* saved = cur_;
  bool saved_suppress = suppress_stop_, saved_quiet = quiet_, saved_several = one_of_several_;
  suppress_stop_ = quiet_ = one_of_several_ = false;
  cur_ = &flow;
  ++inst.runs;
  inst.open_results = false;
  size_t n = code.blocks.size();
  flow.queued.assign(n, false);
  inst.block_in.resize(n);
  inst.facts_in.resize(n);
  inst.caught.resize(n, t_.bottom);
  inst.stops.resize(n, UINT32_MAX);
  inst.regs.resize(code.regs, t_.bottom);
  if (recording_) inst.records.clear();
  if (whole_file_) evaluated_codes_.insert(inst.code.index);
  TypeId result = inst.result, raised = inst.raises;
  if (code.generator) updateGenerator();
  // The check is at the entry, before any handler of the function.
  if (inst.recursive) inst.raises = t_.join(inst.raises, exceptionType("RecursionError"));

  std::vector<TypeId> entry(code.slots.size(), t_.unset);
  for (size_t i = 0; i < code.params.size(); ++i) entry[i] = inst.formals[i];
  flow.stored_at.assign(code.paths.size(), 0);
  const size_t stores = inst.stores.size() + inst.stores_on_self.size();
  flowTo(BlockId(0u), entry, {});
  for (size_t b = 0; b < n; ++b)
    if (!inst.block_in[b].empty()) enqueue(static_cast<uint32_t>(b));
  do {
    while (!flow.work.empty()) {
      std::pop_heap(flow.work.begin(), flow.work.end(), std::greater<>());
      uint32_t b = flow.work.back();
      flow.work.pop_back();
      flow.queued[b] = false;
      block(b);
    }
    recheckSigns();
  } while (!flow.work.empty());
  cur_ = saved;
  suppress_stop_ = saved_suppress;
  quiet_ = saved_quiet;
  one_of_several_ = saved_several;
  if (t_.canonical(result) != t_.canonical(inst.result) || t_.canonical(raised) != t_.canonical(inst.raises) ||
      stores != inst.stores.size() + inst.stores_on_self.size()) {
    for (InstanceId c : inst.callers.list()) markDirty(c);
    if (at_death_.contains(id.index)) addDeathStores(inst);
  }
}

// Is the int in this register, an operand of this operation, never negative? The answer may rest on types in other
// blocks, which may still grow.
bool Engine::neverNegative(Reg r) {
  if (!Signs(hir_, *cur_->code, *cur_->inst, t_).neverNegative(r, cur_->block, cur_->position)) return false;
  if (!recording_) cur_->signs.push_back({cur_->block, cur_->position, r});
  return true;
}

void Engine::recheckSigns() {
  std::vector<Flow::Sign> signs = std::move(cur_->signs);
  cur_->signs.clear();
  for (const Flow::Sign& s : signs) {
    if (Signs(hir_, *cur_->code, *cur_->inst, t_).neverNegative(s.value, s.block, s.position)) continue;
    enqueue(s.block);
  }
}

void Engine::enqueue(uint32_t block) {
  if (cur_->queued[block]) return;
  cur_->queued[block] = true;
  cur_->work.push_back(block);
  std::push_heap(cur_->work.begin(), cur_->work.end(), std::greater<>());
}

void Engine::flowTo(BlockId target, const std::vector<TypeId>& slots, const Facts& facts) {
  auto& in = cur_->inst->block_in[target.index];
  const auto& live = cur_->code->live_in[target.index];
  bool changed = in.empty();
  if (in.empty()) cur_->inst->facts_in[target.index] = facts;
  else changed |= joinFacts(cur_->inst->facts_in[target.index], facts);
  // Reached blocks have a non-empty row, also in a code without slots.
  if (in.empty()) in.assign(std::max<size_t>(live.size(), 1), t_.bottom);
  for (size_t s = 0; s < live.size(); ++s) {
    if (!live[s] && !(target.index == 0)) continue;
    TypeId old = t_.canonical(in[s]);
    TypeId joined = t_.join(old, slots[s]);
    if (joined != t_.canonical(old)) changed = true;
    in[s] = joined;
  }
  if (changed) enqueue(target.index);
}

void Engine::raiseInto(TypeId exceptions) {
  if (quiet_) return;
  if (suppress_stop_) {
    ClassId stop = p_.coreClass("StopIteration");
    exceptions = t_.filter(exceptions, [&](const Atom& a) { return a.id != stop.index; });
  }
  if (t_.canonical(exceptions) == t_.bottom) return;
  BlockId h = cur_->code->blocks[cur_->block].handler;
  if (!h.valid() && cur_->code->generator) {
    // PEP 479: a StopIteration that leaves the body becomes a RuntimeError.
    ClassId stop = p_.coreClass("StopIteration");
    TypeId others = t_.filter(exceptions, [&](const Atom& a) { return !p_.isSubclass(ClassId(a.id), stop); });
    if (others != t_.canonical(exceptions)) {
      cur_->inst->stop_escapes = true;
      exceptions = t_.join(others, exceptionType("RuntimeError"));
    }
  }
  if (!h.valid()) {
    cur_->inst->raises = t_.join(cur_->inst->raises, exceptions);
    return;
  }
  TypeId old = t_.canonical(cur_->inst->caught[h.index]);
  TypeId joined = t_.join(old, exceptions);
  cur_->inst->caught[h.index] = joined;
  flowTo(h, cur_->slots, cur_->facts);
  if (joined != t_.canonical(old)) enqueue(h.index);
}

void Engine::block(uint32_t b) {
  cur_->block = b;
  ++cur_->round;
  cur_->facts = cur_->inst->facts_in[b];
  cur_->slots = cur_->inst->block_in[b];
  cur_->slots.resize(cur_->code->slots.size());  // a reached block of a code without slots has one entry
  cur_->dead = false;
  cur_->inst->stops[b] = UINT32_MAX;
  const auto& instrs = cur_->code->blocks[b].instrs;
  for (size_t i = 0; i < instrs.size(); ++i) {
    cur_->position = static_cast<uint32_t>(i);
    if (instrs[i].op >= Op::Jump) {
      terminate(instrs[i]);
      return;
    }
    if (whole_file_ && recording_ && !cur_->code->library) judging_.insert(here());
    transfer(instrs[i]);
    if (continuing_ && instrs[i].result.valid() && (cur_->dead || reg(instrs[i].result) == t_.bottom) &&
        goesOn(instrs[i])) {
      cur_->dead = false;
      setReg(instrs[i].result, unknown());
    }
    if (instrs[i].result.valid() && reg(instrs[i].result) == t_.bottom && instrs[i].op != Op::Unpack &&
        instrs[i].op != Op::UnpackStar)
      cur_->dead = true;
    if (cur_->dead) {
      cur_->inst->stops[b] = cur_->position;
      return;
    }
  }
}

// A tuple of these items. Tuples nested deeper and deeper close into a recursive type; what a container of the library
// keeps of an item (a row with its hash) is no level of its own.
TypeId Engine::buildTuple(std::vector<TypeId> items, uint64_t place) {
  constexpr uint32_t kDeepest = 8;
  TypeId t = t_.tuple(items);
  if (t_.depth(t) < kDeepest || t_.isOnly(items[0], Ctor::I64)) return t;
  // Each length closes by itself, so that (operator, left, right) is not mixed with a pair inside.
  auto nodes = [&](uint32_t id) {
    NodeId& n = cur_->inst->made[Instance::mix(place, 0xb0c5 + (static_cast<uint64_t>(id) << 16))];
    if (!n.valid()) n = t_.newNode();
    return n;
  };
  for (TypeId& x : items) x = t_.boxTuples(x, nodes);
  return t_.tuple(items);
}

TypeId Engine::unfold(TypeId t) {
  for (const Atom& a : t_.atoms(t))
    if (a.ctor == Ctor::Boxed) read(a.node);
  return t_.unfold(t);
}

void Engine::setReg(Reg r, TypeId type) { cur_->inst->regs[r.index] = t_.canonical(type); }

void Engine::read(NodeId n) {
  if (recording_) return;
  n = t_.find(n);
  if (cur_->inst->reads.insert(n.index)) t_.node(n).readers.add(cur_->inst->id);
}

void Engine::addCase(TypeId a, TypeId b, Action action) {
  if (recording_) rec().cases.push_back({{a, b}, std::move(action)});
}

const Instr* Engine::definition(Reg r, uint32_t* position) {
  if (r.index >= cur_->code->defined.size()) return nullptr;
  auto [block, at] = cur_->code->defined[r.index];
  if (block != cur_->block) return nullptr;
  if (position) *position = at;
  return &cur_->code->blocks[block].instrs[at];
}

bool Engine::constantOf(Reg r, double* value) {
  const Instr* d = definition(r);
  if (!d) return false;
  if (d->op == Op::Const) {
    auto kind = static_cast<ast::ConstantKind>(d->sub);
    if (kind != ast::ConstantKind::Int && kind != ast::ConstantKind::Float) return false;
    if (kind == ast::ConstantKind::Float) {
      *value = d->number;
      return true;
    }
    if (d->imm != -1) {
      *value = static_cast<double>(d->imm);
      return true;
    }
    std::string digits(d->text);
    char* end = nullptr;
    *value = std::strtod(digits.c_str(), &end);
    return !digits.empty() && !*end;
  }
  double a = 0, b = 0;
  if (d->op == Op::Unary && static_cast<ast::UnaryOperator>(d->sub) == ast::UnaryOperator::USub) {
    if (!constantOf(d->operands[0], &a)) return false;
    *value = -a;
    return true;
  }
  if (d->op != Op::Binary || !constantOf(d->operands[0], &a) || !constantOf(d->operands[1], &b)) return false;
  switch (static_cast<ast::BinaryOperator>(d->sub)) {
    case ast::BinaryOperator::Add: *value = a + b; return true;
    case ast::BinaryOperator::Sub: *value = a - b; return true;
    case ast::BinaryOperator::Mult: *value = a * b; return true;
    case ast::BinaryOperator::Div: *value = a / b; return b != 0;
    default: return false;
  }
}

// Putting an item of the same types into the same container as the item before has the same effect: displays with
// thousands of items are solved once. (What is kept for the place is what recording will look for.)
bool Engine::sameAsBefore(const Instr& i) {
  if (recording_) return false;
  const auto& instrs = cur_->code->blocks[cur_->block].instrs;
  for (size_t k = cur_->position; k-- > 0;) {
    const Instr& x = instrs[k];
    if (x.op == Op::Const || x.op == Op::BuildTuple || x.op == Op::Unary || x.op == Op::LoadSlot) continue;
    if (x.op != i.op || x.operands[0] != i.operands[0]) return false;
    if (i.op == Op::DictSet && literalKey(x.operands[1]).valid() != literalKey(i.operands[1]).valid()) return false;
    for (size_t o = 1; o < i.operands.size(); ++o)
      if (reg(x.operands[o]) != reg(i.operands[o])) return false;
    auto& kept = cur_->inst->kept;
    for (const Atom& a : t_.atoms(reg(i.operands[0]))) {
      uint64_t sub = at(0, a);
      const TypeId* found = kept.find(Instance::place(cur_->block, static_cast<uint32_t>(k), sub));
      if (!found) return false;
      TypeId had = *found;
      kept[site(sub)] = had;
    }
    return true;
  }
  return false;
}

void Engine::transfer(const Instr& i) {
  auto slotType = [&](hir::Slot s) { return t_.canonical(cur_->slots[s.index]); };
  auto operand = [&](size_t k) { return reg(i.operands[k]); };
  std::vector<Case>* cases = nullptr;
  std::vector<Case> local;
  if (recording_) cases = &rec().cases;
  switch (i.op) {
    case Op::Const: {
      using ast::ConstantKind;
      TypeId t = t_.none;
      switch (static_cast<ConstantKind>(i.sub)) {
        case ConstantKind::None: t = t_.none; break;
        case ConstantKind::True:
        case ConstantKind::False: t = t_.boolean; break;
        case ConstantKind::Ellipsis: t = t_.ellipsis; break;
        case ConstantKind::Int: t = t_.integer; break;
        case ConstantKind::Float: t = t_.floating; break;
        case ConstantKind::Complex: {
          Action act;
          t = callCore("_imaginary", {t_.floating}, 0, &act);
          addCase(t_.bottom, t_.bottom, act);
          break;
        }
        case ConstantKind::Str: t = t_.str; break;
        case ConstantKind::Bytes: t = t_.bytes; break;
      }
      return setReg(i.result, t);
    }
    case Op::Unknown: return setReg(i.result, i.imm ? assumedCall(static_cast<size_t>(i.imm - 1)) : unknown());
    case Op::LoadSlot: {
      TypeId t = slotType(i.slot);
      if (t_.has(t, Ctor::Unset)) {
        raises(cur_->code->kind == hir::CodeKind::Module ? "NameError" : "UnboundLocalError");
        t = t_.without(t, Ctor::Unset);
      }
      return setReg(i.result, t);
    }
    case Op::StoreSlot:
      forget(hir::slotKey(i.slot));
      cur_->slots[i.slot.index] = operand(0);
      return;
    case Op::DelSlot:
      forget(hir::slotKey(i.slot));
      if (i.sub && t_.has(slotType(i.slot), Ctor::Unset))
        raises(cur_->code->kind == hir::CodeKind::Module ? "NameError" : "UnboundLocalError");
      cur_->slots[i.slot.index] = t_.unset;
      return;
    case Op::NewCell: {
      NodeId& n = cur_->inst->made[site()];
      if (!n.valid()) {
        n = t_.newNode();
        t_.grow(n, kFieldT, t_.unset);
      }
      cur_->slots[i.slot.index] = t_.one({Ctor::Cell, 0, n, {}});
      return;
    }
    case Op::LoadCell: {
      TypeId t = t_.bottom;
      for (const Atom& a : t_.atoms(slotType(i.slot)))
        if (a.ctor == Ctor::Cell) t = readField(a.node, kFieldT);
      raises("NameError");
      return setReg(i.result, known(i, t_.without(t, Ctor::Unset)));
    }
    case Op::StoreCell:
      for (const Atom& a : t_.atoms(slotType(i.slot)))
        if (a.ctor == Ctor::Cell) t_.grow(a.node, kFieldT, operand(0));
      stored(hir::cellKey(i.name));
      return learn(i, operand(0));
    case Op::DelCell: return stored(hir::cellKey(i.name));
    case Op::LoadFree: {
      const Atom& f = t_.atoms(cur_->inst->function)[0];
      return setReg(i.result, readField(f.node, kFieldFree + static_cast<uint32_t>(i.imm)));
    }
    case Op::LoadGlobal:
    case Op::LoadClassName: {
      TypeId t = t_.bottom;
      bool maybe_unset = true;
      if (i.op == Op::LoadClassName) {
        t = slotType(i.slot);
        maybe_unset = t_.has(t, Ctor::Unset);
        t = t_.without(t, Ctor::Unset);
      }
      if (maybe_unset && i.global.valid()) {
        t = t_.join(t, readField(p_.globals[i.global.index], kFieldT));
        maybe_unset = !hir_.globals[i.global].always_set;
      }
      if (maybe_unset && i.builtin.valid() && i.builtin != i.global) {
        t = t_.join(t, readField(p_.globals[i.builtin.index], kFieldT));
        maybe_unset = false;
      }
      if (maybe_unset) raises("NameError");
      bool nowhere = t == t_.bottom && !i.global.valid() && !i.builtin.valid();
      if (nowhere && hir_.modules->modules[cur_->code->module].open) return setReg(i.result, unknown());
      if (recording_ && nowhere && i.op == Op::LoadGlobal && !judged()) {
        Range r = i.place.range;
        std::string name(names_.text(i.name));
        if (const char* instead = missingBuiltin(name)) {
          // CPython has it, so NameError would be a wrong answer.
          diags_.report(DiagCode::Unsupported, {cur_->code->file, r}, "the builtin '" + name + "' is not compiled yet").hint = instead;
          refused();
          diags_.recount();
          return setReg(i.result, continuing_ ? unknown() : t_.bottom);
        }
        auto& d = diags_.report(DiagCode::UnknownName, {cur_->code->file, r},
                                "the name '" + name + "' is not defined");
        d.label = "not found in this scope, the module or the builtins";
        if (cur_->code->blocks[cur_->block].handler.valid()) d.severity = Severity::Warning;
        if (level_ == Level::Dynamic) d.severity = Severity::Warning;
        if (d.severity == Severity::Error) refused();
        diags_.recount();
      }
      return setReg(i.result, known(i, t));
    }
    case Op::StoreGlobal:
      if (!i.global.valid()) return;
      t_.grow(p_.globals[i.global.index], kFieldT, operand(0));
      stored(hir::globalKey(i.global));
      return learn(i, operand(0));
    case Op::DelGlobal:
      if (i.global.valid()) stored(hir::globalKey(i.global));
      raises("NameError");
      return;
    case Op::GetAttr: {
      TypeId t = getAttr(operand(0), i.name, 0, cases);
      return setReg(i.result, known(i, t));
    }
    case Op::HasAttr: return setReg(i.result, hasAttr(operand(0), i.name));
    case Op::MatchPositional: return setReg(i.result, matchPositional(i));
    case Op::SetAttr:
      setAttr(operand(0), i.name, operand(1), i.sub, cases);
      return learn(i, operand(1));
    case Op::DelAttr: return delAttr(operand(0), i.name, i.sub, cases);
    case Op::GetItem: {
      TypeId object = operand(0), index = operand(1), result = t_.bottom;
      const std::vector<Atom>& atoms = t_.atoms(object);
      uint64_t sub = 0;
      const uint64_t place = sub;
      Alternatives alternatives(cur_->dead);
      for (const Atom& a : atoms) {
        TypeId one = t_.one(a);
        sub = at(place, a);
        alternatives.next();
        const Instr* d = definition(i.operands[1]);
        if (a.ctor == Ctor::Tuple && t_.isUnknown(index)) {
          result = unknown();
          continue;
        }
        if (a.ctor == Ctor::Tuple && !(t_.isOnly(index, Ctor::Obj))) {
          int64_t n = static_cast<int64_t>(a.items.size()), k = -1;
          bool known = d && d->op == Op::Const && d->imm == -1 && d->text.size() < 6;
          if (known) k = std::stoll(std::string(d->text));
          bool negative = false;
          if (d && d->op == Op::Unary && static_cast<ast::UnaryOperator>(d->sub) == ast::UnaryOperator::USub) {
            const Instr* c = definition(d->operands[0]);
            if (c && c->op == Op::Const && c->text.size() < 6 && static_cast<ast::ConstantKind>(c->sub) == ast::ConstantKind::Int) {
              known = negative = true;
              k = n - std::stoll(std::string(c->text));
            }
          }
          Action act;
          if (known && static_cast<ast::ConstantKind>(d->sub) != ast::ConstantKind::Int && !negative) known = false;
          if (known) {
            if (k < 0 || k >= n) {
              complain(DiagCode::InvalidOperation, "tuple index out of range", one);
              act = fail("IndexError", "tuple index out of range");
            } else {
              act.kind = ActionKind::TupleItem;
              act.index = static_cast<uint32_t>(k);
              act.result = unfold(a.items[static_cast<size_t>(k)]);
            }
          } else if (t_.has(index, Ctor::Int) || t_.has(index, Ctor::I64) || t_.has(index, Ctor::Bool)) {
            act.kind = ActionKind::TupleIndex;
            act.result = t_.bottom;
            for (TypeId x : a.items) act.result = t_.join(act.result, unfold(x));
            raises("IndexError");
            if (act.result == t_.bottom) act = fail("IndexError", "tuple index out of range");
          } else {
            act = fail("TypeError", "tuple indices must be integers or slices, not " +
                                        p_.typeName(t_.atoms(index)[0]));
            complain(DiagCode::InvalidOperation, act.message, one);
          }
          result = t_.join(result, act.result);
          addCase(one, t_.bottom, act);
          continue;
        }
        std::vector<Case> inner;
        std::string missing = "'" + p_.typeName(a) + "' object is not subscriptable";
        Atom subscript;
        if (a.ctor == Ctor::Class && !methodOf(a, "__getitem__", &subscript)) {
          TypeId hook = classAttr(ClassId(a.id), names_.intern("__class_getitem__"), nullptr);
          if (t_.isOnly(hook, Ctor::Func) && !hir_.codes[hir::CodeId(t_.atoms(hook)[0].id)].library) {
            Action act;
            Args args;
            args.list.push_back({index, hir::ArgKind::Positional, Name(), {ArgSource::Operand, 1, 0, {}, {}, nullptr, nullptr}});
            act.result = callFunction(t_.atoms(hook)[0], &one, args, sub, &act);
            result = t_.join(result, act.result);
            addCase(one, t_.bottom, act);
            continue;
          }
          // list[int] and the like in an annotation or alias: the class itself.
          Action act;
          act.result = one;
          result = t_.join(result, one);
          addCase(one, t_.bottom, act);
          continue;
        }
        TypeId item = callMethod(one, "__getitem__", {index}, sub, &inner, missing.c_str());
        if (Name key = literalKey(i.operands[1]); key.valid() && isDict(a) && item != t_.bottom) {
          item = keyedItem(a, key);
          for (Case& c : inner)
            if (c.action.kind == ActionKind::Call) c.action.result = item;
        }
        result = t_.join(result, item);
        for (Case& c : inner) addCase(c.types[0], t_.bottom, c.action);
      }
      return setReg(i.result, result);
    }
    case Op::SetItem:
    case Op::DelItem: {
      std::vector<TypeId> args;
      TypeId returned = t_.bottom;
      for (size_t k = 1; k < i.operands.size(); ++k) args.push_back(operand(k));
      for (const Atom& a : t_.atoms(operand(0))) {
        TypeId one = t_.one(a);
        // CPython says it in other words where it takes the object for a sequence.
        const bool sequence = i.op == Op::DelItem && !args.empty() && t_.filter(args[0], [](const Atom& k) { return k.ctor != Ctor::Int && k.ctor != Ctor::Bool; }) == t_.bottom &&
                              (a.ctor == Ctor::Str || a.ctor == Ctor::Bytes || a.ctor == Ctor::Tuple || a.ctor == Ctor::Boxed ||
                               (a.ctor == Ctor::Obj && (!hir_.codes[p_.classes[ClassId(a.id)].body].library || hasMethod(a, "__len__"))));
        const std::string missing = "'" + p_.typeName(a) + "' object does" + (sequence ? "n't" : " not") + " support item " + (i.op == Op::SetItem ? "assignment" : "deletion");
        std::vector<Case> inner;
        const char* method = i.op == Op::SetItem ? "__setitem__" : "__delitem__";
        if (Name key = literalKey(i.operands[1]); i.op == Op::SetItem && key.valid() && isDict(a)) {
          method = "_setitem";
          t_.grow(a.node, kFieldKey + key.index, args[1]);
        }
        returned = t_.join(returned, callMethod(one, method, args, at(0, a), &inner, missing.c_str()));
        for (Case& c : inner) addCase(c.types[0], t_.bottom, c.action);
      }
      cur_->dead |= returned == t_.bottom;
      return;
    }
    case Op::BuildSlice: {
      Action act;
      TypeId t = callCore("_slice", {operand(0), operand(1), operand(2)}, 0, &act);
      addCase(t_.bottom, t_.bottom, act);
      return setReg(i.result, t);
    }
    case Op::Binary:
    case Op::Inplace:
      return setReg(i.result, binary(i.sub, operand(0), operand(1), i.op == Op::Inplace, 0, cases));
    case Op::Unary: return setReg(i.result, unary(i.sub, operand(0), 0, cases));
    case Op::Compare: return setReg(i.result, compare(i.sub, operand(0), operand(1), 0, cases));
    case Op::Is: {
      if (recording_) {
        TypeId a = operand(0), b = operand(1);
        int8_t decided = -1;
        Ctor single = Ctor::Obj;
        for (Ctor s : {Ctor::None, Ctor::NotImplemented, Ctor::Ellipsis})
          if (t_.isOnly(b, s) || t_.isOnly(a, s)) single = s;
        if (single != Ctor::Obj) {
          TypeId other = t_.isOnly(b, single) ? a : b;
          if (t_.isOnly(other, single)) decided = 1;
          else if (!t_.has(other, single) && !t_.isUnknown(other)) decided = 0;
        } else {
          // Two classes: what else may be there is another class.
          bool may = false, classes = true;
          for (const Atom& x : t_.atoms(a))
            for (const Atom& y : t_.atoms(b)) {
              classes &= x.ctor == Ctor::Class && y.ctor == Ctor::Class;
              may |= x.id == y.id;
            }
          if (classes && !may) decided = 0;
          if (classes && may && t_.atoms(a).size() == 1 && t_.atoms(b).size() == 1) decided = 1;
        }
        if (decided < 0) refuseIdentity(i, a, b);
        if (decided >= 0 && i.sub) decided = !decided;
        rec().decided = decided;
      }
      return setReg(i.result, t_.boolean);
    }
    case Op::Contains: {
      TypeId item = operand(0), container = operand(1);
      uint64_t sub = 0;
      const uint64_t place = sub;
      Alternatives alternatives(cur_->dead);
      for (const Atom& a : t_.atoms(container)) {
        TypeId one = t_.one(a);
        sub = at(place, a);
        alternatives.next();
        Atom f;
        if (methodOf(a, "__contains__", &f)) {
          std::vector<Case> inner;
          TypeId found = callMethod(one, "__contains__", {item}, sub, &inner);
          if (found != t_.bottom && !t_.isOnly(found, Ctor::Bool)) {  // its truth counts
            Action act;
            callCore("_contains_by_method", {one, item}, sub, &act);
            addCase(one, t_.bottom, act);
            continue;
          }
          for (Case& c : inner) addCase(one, t_.bottom, c.action);
        } else if (methodOf(a, "__iter__", &f) || methodOf(a, "__getitem__", &f)) {
          Action act;
          callCore("_contains", {one, item}, sub, &act);
          addCase(one, t_.bottom, act);
        } else if (open(a)) {
          unknown();
        } else {
          Action act = fail("TypeError", "argument of type '" + p_.typeName(a) + "' is not iterable");
          complain(DiagCode::InvalidOperation, act.message, one);
          addCase(one, t_.bottom, act);
        }
      }
      return setReg(i.result, t_.boolean);
    }
    case Op::Not:
      if (recording_) {
        uint32_t at = 0;
        if (definition(i.operands[0], &at)) {
          const Record* known = cur_->inst->record(cur_->block, at);
          if (known && known->decided >= 0) {
            int8_t d = !known->decided;
            rec().decided = d;
          }
        }
      }
      return setReg(i.result, t_.boolean);
    case Op::Truth: {
      int decided = -1;
      // The truth of a comparison that is decided is decided.
      if (recording_) {
        uint32_t at = 0;
        if (definition(i.operands[0], &at)) {
          if (const Record* known = cur_->inst->record(cur_->block, at)) decided = known->decided;
        }
      }
      int by_type = -1;
      truth(operand(0), 0, cases, &by_type);
      if (decided < 0) decided = by_type;
      if (recording_) rec().decided = static_cast<int8_t>(decided);
      return setReg(i.result, t_.boolean);
    }
    case Op::Call: {
      if (shallow()) return setReg(i.result, unknown());
      Args args;
      args.list.reserve(i.args.size());
      for (size_t k = 0; k < i.args.size(); ++k)
        args.list.push_back({reg(i.args[k].value), i.args[k].kind, i.args[k].keyword,
                             {ArgSource::Operand, static_cast<uint32_t>(k + 1), 0, {}, {}, nullptr, nullptr}});
      return setReg(i.result, call(operand(0), args, 0, cases));
    }
    case Op::CallSpecial: {
      if (operand(0) == t_.bottom) return setReg(i.result, t_.bottom);
      std::vector<TypeId> args;
      for (size_t k = 1; k < i.operands.size(); ++k) args.push_back(operand(k));
      std::string name(names_.text(i.name));
      std::string missing = "'" + p_.typeName(t_.atoms(operand(0))[0]) +
                            "' object does not support the context manager protocol";
      return setReg(i.result, callMethod(operand(0), name.c_str(), args, 0, cases, missing.c_str()));
    }
    case Op::GetIter: {
      TypeId result = t_.bottom;
      uint64_t sub = 0;
      const uint64_t place = sub;
      Alternatives alternatives(cur_->dead);
      for (const Atom& a : t_.atoms(operand(0))) {
        sub = at(place, a);
        alternatives.next();
        TypeId one = t_.one(a);
        Atom f;
        std::vector<Case> inner;
        if (methodOf(a, "__iter__", &f)) {
          TypeId iterator = callMethod(one, "__iter__", {}, sub, &inner);
          const std::vector<Atom>& kinds = t_.atoms(iterator);
          if (!std::all_of(kinds.begin(), kinds.end(), [&](const Atom& x) { return iterates(x); })) {
            Action act;
            inner.clear();
            iterator = callCore("_iter", {one}, Instance::mix(sub, 2), &act);
            addCase(one, t_.bottom, act);
          }
          result = t_.join(result, iterator);
          for (Case& c : inner) addCase(one, t_.bottom, c.action);
        } else if (methodOf(a, "__getitem__", &f)) {
          Action act;
          result = t_.join(result, callCore("_getitem_iterator", {one}, sub, &act));
          addCase(one, t_.bottom, act);
        } else if (open(a)) {
          result = unknown();
        } else {
          Action act = fail("TypeError", "'" + p_.typeName(a) + "' object is not iterable");
          complain(DiagCode::InvalidOperation, act.message, one);
          addCase(one, t_.bottom, act);
        }
      }
      return setReg(i.result, result);
    }
    case Op::FormatValue: {
      TypeId v = operand(0);
      const char* conversion = i.sub == 's' ? "str_of" : i.sub == 'r' ? "repr" : i.sub == 'a' ? "ascii" : nullptr;
      uint64_t sub = 0;
      TypeId spec = i.operands.size() > 1 ? operand(1) : t_.str;
      const uint64_t place = sub;
      Alternatives alternatives(cur_->dead);
      for (const Atom& a : t_.atoms(v)) {
        sub = at(place, a);
        alternatives.next();
        TypeId one = t_.one(a);
        if (a.ctor == Ctor::Unknown) {
          unknown();
          continue;
        }
        Action act;
        if (conversion && i.operands.size() > 1) {
          callCore((std::string("_format_") + (i.sub == 's' ? "str" : i.sub == 'r' ? "repr" : "ascii")).c_str(), {one, spec}, sub, &act);
        } else if (conversion) {
          callCore(i.sub == 's' ? "_str" : i.sub == 'r' ? "repr" : "ascii", {one}, sub, &act);
        } else if (i.operands.size() > 1) {
          callCore("format", {one, spec}, sub, &act);
        } else {
          Atom format;
          const bool own = methodOf(a, "__format__", &format) && !hir_.codes[hir::CodeId(format.id)].core;
          callCore(own ? "format" : "_format_plain", {one}, sub, &act);
        }
        addCase(one, t_.bottom, act);
      }
      return setReg(i.result, t_.str);
    }
    case Op::BuildString: return setReg(i.result, t_.str);
    case Op::BuildTuple: {
      std::vector<TypeId> items;
      for (size_t k = 0; k < i.operands.size(); ++k) items.push_back(operand(k));
      return setReg(i.result, buildTuple(items, site()));
    }
    case Op::BuildList:
    case Op::BuildSet:
    case Op::BuildDict: {
      const char* cls = i.op == Op::BuildList ? "list" : i.op == Op::BuildSet ? "set" : "dict";
      Action act;
      TypeId t = construct(p_.coreClass(cls), {}, 0, &act);
      addCase(t_.bottom, t_.bottom, act);
      setReg(i.result, t);
      if (i.operands.empty()) return;
      // One call of append or add with the join of all items.
      TypeId item = t_.bottom;
      for (size_t k = 0; k < i.operands.size(); ++k) item = t_.join(item, operand(k));
      std::vector<Case> inner;
      callMethod(t, i.op == Op::BuildList ? "append" : "add", {item}, 8, &inner);
      for (Case& c : inner) addCase(t, item, c.action);
      return;
    }
    case Op::ListAppend: callMethod(operand(0), "append", {operand(1)}, 0, cases); return;
    case Op::ListExtend: callMethod(operand(0), i.sub ? "update" : "extend", {operand(1)}, 0, cases); return;
    case Op::SetAdd:
      if (sameAsBefore(i)) return;
      callMethod(operand(0), "add", {operand(1)}, 0, cases);
      return;
    case Op::DictSet: {
      Name key = literalKey(i.operands[1]);
      if (key.valid())
        for (const Atom& a : t_.atoms(operand(0))) t_.grow(a.node, kFieldKey + key.index, operand(2));
      if (sameAsBefore(i)) return;
      callMethod(operand(0), key.valid() ? "_setitem" : "__setitem__", {operand(1), operand(2)}, 0, cases);
      return;
    }
    case Op::DictUpdate: callMethod(operand(0), "update", {operand(1)}, 0, cases); return;
    case Op::ListToTuple: {
      Action act;
      TypeId t = callCore("_tuple_from_list", {operand(0)}, 0, &act);
      addCase(t_.bottom, t_.bottom, act);
      return setReg(i.result, t);
    }
    case Op::Unpack:
    case Op::UnpackStar: {
      // Each atom of the value: a tuple of known length is taken apart, anything else is iterated.
      for (const Atom& a : t_.atoms(operand(0))) {
        TypeId one = t_.one(a);
        size_t want = static_cast<size_t>(i.imm);
        if (a.ctor == Ctor::Unknown) {
          unknown();
          continue;
        }
        if (a.ctor == Ctor::Tuple && i.op == Op::Unpack) {
          Action act;
          if (a.items.size() != want) {
            std::string m = a.items.size() < want
                                ? "not enough values to unpack (expected " + std::to_string(want) + ", got " +
                                      std::to_string(a.items.size()) + ")"
                                : "too many values to unpack (expected " + std::to_string(want) + ")";
            act = fail("ValueError", m);
          } else {
            act.kind = ActionKind::Value;
            act.result = one;
          }
          addCase(one, t_.bottom, act);
          continue;
        }
        Atom f;
        if (!methodOf(a, "__iter__", &f) && !methodOf(a, "__getitem__", &f)) {
          if (open(a)) {
            cur_->inst->kept[site(0x80000)] = unknown();
            continue;
          }
          Action act = fail("TypeError", "cannot unpack non-iterable " + p_.typeName(a) + " object");
          complain(DiagCode::InvalidOperation, act.message, one);
          addCase(one, t_.bottom, act);
          continue;
        }
        // Into a list first; the core function checks the count.
        Action act;
        std::vector<TypeId> args{one, t_.i64};
        if (i.op == Op::UnpackStar) args.push_back(t_.i64);
        TypeId list = callCore(i.op == Op::Unpack ? "_unpack" : "_unpack_star", args, at(0x100, a), &act);
        act.result = list;
        addCase(one, t_.bottom, act);
        if (i.op == Op::UnpackStar && list != t_.bottom) {
          // The starred part is a list of its own.
          Action rest;
          TypeId r = callCore("_star_rest", {list, t_.i64, t_.i64}, 0x300, &rest);
          if (recording_) rec().next = rest.call;
          TypeId& kept = cur_->inst->kept[site(0x80001)];
          kept = t_.join(kept.valid() ? kept : t_.bottom, r);
        }
        cur_->inst->kept[site(0x80000)] =
            t_.join(cur_->inst->kept.contains(site(0x80000)) ? cur_->inst->kept[site(0x80000)] : t_.bottom, list);
      }
      return setReg(i.result, operand(0));
    }
    case Op::UnpackGet: {
      uint32_t at = 0;
      const Instr* d = definition(i.operands[0], &at);
      if (!d) { cur_->dead = true; return setReg(i.result, t_.bottom); }
      TypeId value = reg(d->operands[0]), t = t_.bottom;
      if (t_.isUnknown(value) || refused_.count(placeOf(at))) return setReg(i.result, t_.unknown);
      size_t index = static_cast<size_t>(i.imm);
      bool star = d->op == Op::UnpackStar;
      for (const Atom& a : t_.atoms(value))
        if (a.ctor == Ctor::Tuple && !star && a.items.size() == static_cast<size_t>(d->imm))
          t = t_.join(t, unfold(a.items[index]));
      uint32_t here = cur_->position;
      cur_->position = at;
      uint64_t key = site(0x80000);
      cur_->position = here;
      if (const TypeId* unpacked = cur_->inst->kept.find(key)) {
        bool is_star_item = star && index == static_cast<size_t>(d->imm);
        for (const Atom& a : t_.atoms(*unpacked)) {
          if (a.ctor == Ctor::Unknown) t = t_.unknown;
          if (a.ctor != Ctor::Obj) continue;
          TypeId item = t_.bottom;
          Name buf = names_.intern("_buf");
          for (const Atom& b : t_.atoms(readField(a.node, buf.index)))
            if (b.ctor == Ctor::Buffer) item = readField(b.node, kFieldT);
          if (is_star_item) {
            cur_->position = at;
            uint64_t rest = site(0x80001);
            cur_->position = here;
            if (const TypeId* kept = cur_->inst->kept.find(rest)) t = t_.join(t, *kept);
          } else {
            t = t_.join(t, item);
          }
        }
      }
      return setReg(i.result, t);
    }
    case Op::MakeFunction: {
      Atom f{Ctor::Func, i.code.index, {}, {}};
      if (!i.operands.empty() || !i.args.empty() || (hir_.codes[i.code].attributed && hir_.codes[i.code].repeated)) {
        NodeId& n = cur_->inst->made[site()];
        if (!n.valid()) n = t_.newNode();
        f.node = n;
        for (size_t k = 0; k < i.operands.size(); ++k)
          t_.grow(n, kFieldDefault + static_cast<uint32_t>(k), operand(k));
        for (size_t k = 0; k < i.args.size(); ++k)
          t_.grow(n, kFieldFree + static_cast<uint32_t>(k), cur_->slots[i.args[k].value.index]);
        bool constant = i.args.empty();
        for (Reg x : i.operands) constant = constant && (constantExpression(x) || staticValue(reg(x)));
        if (!constant) varying_functions_.insert(i.code.index);
      }
      if (whole_file_) functions_made_.try_emplace(i.code.index, t_.one(f));
      return setReg(i.result, t_.one(f));
    }
    case Op::MakeClass: return setReg(i.result, makeClass(i));
    case Op::StoreClassAttr: {
      stored(hir::attributeKey(i.name));
      ClassId c = p_.class_of_code.at(cur_->code->id.index);
      auto& order = p_.classes[c].attribute_order;
      if (std::find(order.begin(), order.end(), i.name) == order.end()) order.push_back(i.name);
      if (i.imm) return;  // replaced by a later one
      if (i.operands.empty()) {  // deleted
        t_.grow(p_.classes[c].attributes, i.name.index, t_.unset);
        return;
      }
      p_.classes[c].body_sets.insert(i.name);
      t_.grow(p_.classes[c].attributes, i.name.index, operand(0));
      if (!staticValue(operand(0)) && !constantExpression(i.operands[0])) {
        p_.classes[c].varying = i.name;
        p_.classes[c].varying_at = i.place.range;
      }
      return;
    }
    case Op::ImportModule: return importModule(i);
    case Op::ImportFrom: return importFrom(i);
    case Op::Intrinsic: return setReg(i.result, intrinsic(i));
    case Op::RtCall: return setReg(i.result, runtimeCall(i));
    case Op::Yield:
      // Whoever resumes it may have stored to anything.
      for (size_t path = 0; path < cur_->stored_at.size(); ++path) cur_->stored_at[path] = uint64_t(cur_->round) << 32 | cur_->position;
      cur_->facts.clear();
      return yield(i);
    case Op::CatchException: {
      TypeId t = cur_->inst->caught[cur_->block];
      return setReg(i.result, t);
    }
    case Op::EnterHandler: return setReg(i.result, t_.one({Ctor::Opaque, 2, {}, {}}));
    case Op::LeaveHandler: return;
    case Op::MatchException: {
      TypeId e = operand(0), classes = operand(1);
      bool all = true, none = true;
      for (const Atom& a : t_.atoms(e)) {
        int m = matchClass(a, classes);
        if (m != 1) all = false;
        if (m != 0) none = false;
      }
      if (recording_) rec().decided = all ? 1 : none ? 0 : -1;
      return setReg(i.result, t_.boolean);
    }
    default: KRAIT_UNREACHABLE("operation in transfer");
  }
}

void Engine::terminate(const Instr& i) {
  switch (i.op) {
    case Op::Jump: return flowTo(i.targets[0], cur_->slots, cur_->facts);
    case Op::Branch: return branch(i);
    case Op::Return:
      if (cur_->code->generator) {
        cur_->inst->returned = t_.join(cur_->inst->returned, reg(i.operands[0]));
        return updateGenerator();
      }
      cur_->inst->result = t_.join(cur_->inst->result, reg(i.operands[0]));
      if (cur_->code->kind == hir::CodeKind::Class) unsetAttributes();
      return;
    case Op::Raise: {
      TypeId exc = reg(i.operands[0]), thrown = t_.bottom;
      uint64_t sub = 0;
      const uint64_t place = sub;
      Alternatives alternatives(cur_->dead);
      for (const Atom& a : t_.atoms(exc)) {
        sub = at(place, a);
        alternatives.next();
        Action act;
        TypeId one = t_.one(a);
        if (a.ctor == Ctor::Unknown) {
          thrown = t_.unknown;
          continue;
        }
        if (a.ctor == Ctor::Obj && (p_.classes[ClassId(a.id)].exception || open(a))) {
          act.kind = ActionKind::Value;
          act.result = one;
        } else if (a.ctor == Ctor::Class && (p_.classes[ClassId(a.id)].exception || open(a))) {
          // A __new__ of the program may make something else.
          ClassId maker;
          const bool plain = classAttr(ClassId(a.id), names_.intern("__new__"), &maker) == t_.bottom || p_.classes[maker].core;
          act.result = plain ? construct(ClassId(a.id), {}, sub, &act) : callCore("_made_exception", {one}, sub, &act);
        } else {
          act = fail("TypeError", "exceptions must derive from BaseException");
          complain(DiagCode::InvalidOperation, act.message, one);
        }
        addCase(one, t_.bottom, act);
        if (act.kind != ActionKind::Fail) thrown = t_.join(thrown, act.result);
      }
      if (i.operands.size() > 1) {
        // `from X`: None, an exception, or a class of them.
        for (const Atom& a : t_.atoms(reg(i.operands[1]))) {
          Action act;
          TypeId one = t_.one(a);
          const bool fits = (a.ctor == Ctor::Obj || a.ctor == Ctor::Class) && (p_.classes[ClassId(a.id)].exception || open(a));
          if (a.ctor == Ctor::Unknown) continue;
          if (a.ctor == Ctor::None || (a.ctor == Ctor::Obj && fits)) {
            act.kind = ActionKind::Value;
            act.result = one;
          } else if (a.ctor == Ctor::Class && fits) {
            act.result = construct(ClassId(a.id), {}, at(1, a), &act);
          } else {
            act = fail("TypeError", "exception causes must derive from BaseException");
            complain(DiagCode::InvalidOperation, act.message, one);
          }
          addCase(t_.bottom, one, act);
        }
      }
      return raiseInto(thrown);
    }
    case Op::Reraise: return raiseInto(reg(i.operands[0]));
    case Op::ForNext: {
      bool exhausts = false;
      TypeId item = iterNext(i, &exhausts);
      setReg(i.result, item);
      if (exhausts || item == t_.bottom) flowTo(i.targets[1], cur_->slots, cur_->facts);
      if (item != t_.bottom) flowTo(i.targets[0], cur_->slots, cur_->facts);
      return;
    }
    case Op::Unreachable: return;
    default: KRAIT_UNREACHABLE("terminator");
  }
}

}  // namespace krait::infer
