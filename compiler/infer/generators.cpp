// Generators. A call of a generator function makes an object that holds the function and its arguments,
// like a closure; resuming it calls the body, an instance of the function with two more parameters: what
// was sent and what was thrown. See docs/inference.md.
#include "infer/engine.h"

namespace krait::infer {

using hir::Op;

// The body's function and parameters from what the generator's node holds.
static Atom bodyOf(Types& t, const Atom& generator, size_t params, std::vector<TypeId>& formals) {
  for (size_t k = 0; k < params; ++k)
    formals.push_back(t.field(generator.node, kFieldFormal + static_cast<uint32_t>(k)));
  formals.push_back(t.field(generator.node, kFieldSent));
  formals.push_back(t.field(generator.node, kFieldThrown));
  TypeId function = t.field(generator.node, kFieldFunction);
  return t.atoms(function)[0];
}

InstanceId Program::generatorInstance(const Atom& generator) {
  std::vector<TypeId> formals;
  Atom f = bodyOf(types, generator, hir->codes[hir::CodeId(generator.id)].params.size(), formals);
  return findInstance(f, formals);
}

InstanceId Program::findInstance(const Atom& function, const std::vector<TypeId>& params) {
  std::vector<uint32_t> key;
  Types::Numbers numbers;
  types.key(types.one(function), key, numbers);
  for (TypeId x : params) types.key(x, key, numbers);
  const InstanceId* found = instance_by_key.find(key);
  return found ? *found : InstanceId();
}

TypeId Engine::makeGenerator(const Atom& function, const std::vector<TypeId>& params, uint64_t sub,
                             Action* action) {
  for (TypeId x : params) {
    if (t_.canonical(x) == t_.bottom) {
      action->kind = ActionKind::Call;  // of nothing: evaluating the arguments raises
      cur_->dead = true;
      return t_.bottom;
    }
  }
  hir::CodeId id(function.id);
  hir::lowerCode(hir_, id, lowering_);
  NodeId& made = cur_->inst->made[site(sub + 1)];
  if (!made.valid()) made = t_.newNode();
  NodeId node = made;
  if (!recording_) {
    t_.grow(node, kFieldFunction, t_.one(function));
    for (size_t k = 0; k < params.size(); ++k) t_.grow(node, kFieldFormal + static_cast<uint32_t>(k), params[k]);
    t_.grow(node, kFieldSent, t_.none);
    t_.grow(node, kFieldThrown, t_.none);
  }
  Atom generator{Ctor::Generator, function.id, node, {}};
  action->kind = ActionKind::MakeGenerator;
  action->result = t_.one(generator);
  generator = t_.atoms(action->result)[0];
  resumeGenerator(generator, sub + 2, &action->call, false);
  // A generator that is suspended inside a try or with is closed when it dies.
  bool is_protected = false;
  const hir::Code& code = hir_.codes[id];
  for (const hir::Block& b : code.blocks)
    for (const hir::Instr& i : b.instrs) is_protected |= i.op == Op::Yield && b.handler.valid() && !i.sub;
  if (is_protected) {
    Atom close;
    if (methodOf(generator, "close", &close)) {
      CallTarget target;
      callInstance(close, {action->result}, site(sub + 3), &target, false);
      action->second = target;
      if (target.valid()) runsAtDeath(target.instance);
    }
  }
  return action->result;
}

TypeId Engine::resumeGenerator(const Atom& generator, uint64_t sub, CallTarget* target, bool raises) {
  read(generator.node);
  if (t_.field(generator.node, kFieldFunction) == t_.bottom) {
    cur_->dead = true;
    return t_.bottom;
  }
  std::vector<TypeId> formals;
  Atom f = bodyOf(t_, generator, hir_.codes[hir::CodeId(generator.id)].params.size(), formals);
  CallTarget local;
  TypeId result = callInstance(f, formals, site(sub), &local, raises);
  if (target) target->instance = local.instance;
  return result;
}

void Engine::updateGenerator() {
  Instance& inst = *cur_->inst;
  auto part = [&](TypeId x) { return t_.canonical(x) == t_.bottom ? t_.unset : t_.canonical(x); };
  inst.result = t_.tuple({part(inst.yields), part(inst.returned)});
  // The end, and resuming a generator that is running.
  inst.raises = t_.join(inst.raises, t_.join(exceptionType("StopIteration"), exceptionType("ValueError")));
}

void Engine::yield(const hir::Instr& i) {
  Instance& inst = *cur_->inst;
  inst.yields = t_.join(inst.yields, reg(i.operands[0]));
  updateGenerator();
  size_t n = cur_->code->params.size();
  TypeId thrown = t_.without(inst.formals[n + 1], Ctor::None);
  raiseInto(thrown);
  setReg(i.result, inst.formals[n]);
}

TypeId Engine::generatorIntrinsic(std::string_view name, const hir::Instr& i) {
  if (name == "gen_state") return t_.i64;
  if (name == "gen_finish") return t_.none;
  if (name == "gen_name") return t_.str;
  TypeId result = t_.bottom;
  bool all = true, none = true;
  uint64_t sub = 0;
  const uint64_t place = sub;
  Alternatives alternatives(cur_->dead);
  for (const Atom& a : t_.atoms(reg(i.operands[0]))) {
    sub = at(place, a);
    alternatives.next();
    if (a.ctor != Ctor::Generator) continue;
    bool resume = name == "gen_resume";
    if (resume && !recording_) {
      t_.grow(a.node, kFieldSent, reg(i.operands[1]));
      t_.grow(a.node, kFieldThrown, reg(i.operands[2]));
    }
    Action act;
    act.kind = ActionKind::Resume;
    TypeId parts = resumeGenerator(a, sub, &act.call, resume);
    if (parts == t_.bottom) continue;
    const Atom both = t_.atoms(parts)[0];
    TypeId returned = t_.without(both.items[1], Ctor::Unset);
    if (name == "gen_has_result") {
      (returned == t_.bottom || t_.isOnly(returned, Ctor::None) ? all : none) = false;
      continue;
    }
    act.result = resume ? t_.without(both.items[0], Ctor::Unset) : t_.join(returned, t_.none);
    result = t_.join(result, act.result);
    addCase(t_.one(a), t_.bottom, act);
  }
  if (name == "gen_has_result") {
    if (recording_) rec().decided = all ? 1 : none ? 0 : -1;
    return t_.boolean;
  }
  return result;
}

}  // namespace krait::infer
