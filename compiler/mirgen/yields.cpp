// Generators. The body becomes one function that runs from where it was suspended to the next yield. Its
// frame is an object: a state (0: not started, k: suspended at yield k, -1: finished, -2: running), the
// arguments, and the slots that live across yields, which are moved out while the body runs.
#include "infer/runtime_words.h"
#include "mirgen/generator.h"

namespace krait::mirgen {
namespace {

constexpr int64_t kFinished = -1, kRunning = -2;

}  // namespace

Type Generator::yieldType(const Instance& body) {
  Type yields = t.canonical(body.yields);
  return yields == t.bottom ? t.none : yields;
}

LayoutId Generator::frameLayout(InstanceId id) {
  KRAIT_CHECK(id.valid());
  auto it = frames_.find(id.index);
  if (it != frames_.end()) return it->second;
  Instance& body = p.instance(id);
  const hir::Code& code = p.hir->codes[body.code];
  mir::Layout l;
  l.symbol = "generator:" + m.functions[functionFor(id)].name;
  l.name = "generator";
  l.module = "builtins";
  auto field = [&](const char* name, TypeId type) { l.fields.push_back({name, type, {}, -1, -1, false}); };
  field("state", m.types.i64);
  field("handled", m.types.opt);
  if (!code.free.empty()) field("env", m.types.ref);
  Type returned = t.canonical(body.returned);
  if (returned != t.bottom && !isUnit(returned)) field("result", repr(returned));
  return frames_[id.index] = m.layouts.add(l);
}

int Generator::frameField(LayoutId frame, const char* kind, size_t slot, TypeId type) {
  std::string name = kind + std::to_string(slot) + ":" + typeText(type);
  int at = fieldIndex(frame, name);
  if (at >= 0) return at;
  m.layouts[frame].fields.push_back({name, type, {}, -1, -1, false});
  return static_cast<int>(m.layouts[frame].fields.size() - 1);
}

ValueId FunctionBuilder::frameLoad(Op op, const char* field, TypeId type) {
  ValueId v = emitValue(op, type, {frame_});
  mir::Instr& x = f().block(block_).instrs.back();
  x.layout = frame_layout_;
  x.imm = g.fieldIndex(frame_layout_, field);
  return v;
}

void FunctionBuilder::frameStore(Op op, const char* field, ValueId v) {
  mir::Instr& x = emit(op);
  x.operands = {frame_, v};
  x.layout = frame_layout_;
  x.imm = g.fieldIndex(frame_layout_, field);
}

// The function's parameters, and the block that starts the body with the frame's arguments.
void FunctionBuilder::beginGenerator() {
  frame_ = f().params[0].value;
  sent_ = f().params[1].value;
  thrown_ = f().params[2].value;
  frame_layout_ = g.frameLayout(inst_.id);
  if (!code_.free.empty()) env_ = frameLoad(Op::FieldLoad, "env", g.m.types.ref);
  first_ = newBlock();
  start(first_);
  throwIfThrown();
  for (size_t k = 0; k < code_.params.size(); ++k) {
    Type type = t.canonical(inst_.formals[k]);
    TypeId r = g.repr(type);
    int at = g.frameField(frame_layout_, "p", k, r);
    ValueId v = emitValue(Op::FieldTake, r, {frame_});
    mir::Instr& x = f().block(block_).instrs.back();
    x.layout = frame_layout_;
    x.imm = at;
    slots_[k] = {v, type};
  }
}

// The entry: on to where the body was suspended.
void FunctionBuilder::dispatchGenerator() {
  start(BlockId(0u));
  ValueId state = frameLoad(Op::FieldLoad, "state", g.m.types.i64);
  frameStore(Op::FieldInit, "state", i64(kRunning));
  auto when = [&](int64_t k, BlockId target) {
    ValueId want = i64(k);
    ValueId is = emitValue(Op::I64Cmp, g.m.types.bool_, {state, want});
    f().block(block_).instrs.back().pred = Pred::Eq;
    BlockId no = newBlock();
    condBr(is, target, no);
    start(no);
  };
  for (size_t k = 0; k < resumes_.size(); ++k) when(static_cast<int64_t>(k + 1), resumes_[k]);
  when(0, first_);
  BlockId finished = newBlock();
  when(kFinished, finished);
  ClassId c = g.p.coreClass("ValueError");
  ValueId tid = emitValue(Op::ConstTid, g.m.types.i64);
  LayoutId l = g.classLayout(c, g.p.classes[c].instance);
  f().block(block_).instrs.back().layout = l;
  ValueId text = str("generator already executing");
  ValueId e = rt("exc_new", {tid, text});
  emit(Op::Raise).operands = {e};
  start(finished);
  frameStore(Op::FieldInit, "state", i64(kFinished));
  Type thrown = t.without(inst_.formals.back(), Ctor::None);
  if (thrown != t.bottom) {
    BlockId end = newBlock(), raise = newBlock();
    condBr(testAtom(thrown_, inst_.formals.back(), t.atoms(t.none)[0]), end, raise);
    start(raise);
    ValueId given = coerce(thrown_, inst_.formals.back(), thrown);
    emit(Op::Raise).operands = {given};
    start(end);
  }
  ValueId stop = emitValue(Op::ConstStop, g.m.types.ref);
  emit(Op::Raise).operands = {stop};
  block_ = BlockId();
}

// An exception leaves the body: it is finished. PEP 479: StopIteration may not pass for its end.
void FunctionBuilder::leaveGenerator(ValueId exception) {
  auto& T = g.m.types;
  frameStore(Op::FieldInit, "state", i64(kFinished));
  if (inst_.stop_escapes) {
    ClassId stop_class = g.p.coreClass("StopIteration"), error = g.p.coreClass("RuntimeError");
    BlockId convert = newBlock(), test = newBlock(), other = newBlock();
    condBr(emitValue(Op::ExcIsStop, T.bool_, {exception}), convert, test);
    start(test);
    ValueId tid = emitValue(Op::RefTid, T.i64, {exception});
    ValueId is = emitValue(Op::TidIn, T.bool_, {tid});
    LayoutId l = g.classLayout(stop_class, g.p.classes[stop_class].instance);
    f().block(block_).instrs.back().layout = l;
    condBr(is, convert, other);
    start(convert);
    l = g.classLayout(error, g.p.classes[error].instance);
    ValueId kind = emitValue(Op::ConstTid, T.i64);
    f().block(block_).instrs.back().layout = l;
    ValueId text = str("generator raised StopIteration");
    ValueId e = rt("exc_new", {kind, text});
    ValueId cause = emitValue(Op::OptFromRef, T.opt, {exception});
    rt("exc_set_cause", {e, cause});
    int where = site();
    if (where >= 0) {
      mir::Instr& trace = emit(Op::TraceAdd);
      trace.operands = {e};
      trace.site = where;
    }
    emit(Op::Raise).operands = {e};
    start(other);
  }
  emit(Op::Raise).operands = {exception};
  block_ = BlockId();
}

void FunctionBuilder::throwIfThrown() {
  Type type = inst_.formals.back(), thrown = t.without(type, Ctor::None);
  if (thrown == t.bottom) return;
  BlockId on = newBlock(), raise = newBlock();
  condBr(testAtom(thrown_, type, t.atoms(t.none)[0]), on, raise, 1);
  start(raise);
  ValueId e = coerce(thrown_, type, thrown);
  int where = site();
  if (where >= 0) {
    mir::Instr& trace = emit(Op::TraceAdd);
    trace.operands = {e};
    trace.site = where;
  }
  throwValue(e);
  start(on);
}

// Saves what lives on into the frame, returns the value, and goes on behind the resume point.
void FunctionBuilder::yield(const hir::Instr& i) {
  const hir::Block& here = code_.blocks[hir_block_];
  const auto& next = code_.live_in[here.instrs.back().targets[0].index];
  struct Saved {
    size_t slot;
    int field;
  };
  std::vector<Saved> saved;
  size_t handler = slots_.size();  // the outermost handler that is left for the time
  Value v = reg(i.operands[0]);
  ValueId out = coerce(v.id, v.type, g.yieldType(inst_));
  for (size_t s = 0; s < slots_.size(); ++s) {
    bool live = next[s] || (here.handler.valid() && code_.live_in[here.handler.index][s]);
    if (!live || !slots_[s].id.valid()) continue;
    const auto& atoms = t.atoms(slots_[s].type);
    if (handler == slots_.size() && atoms.size() == 1 && atoms[0].ctor == Ctor::Opaque &&
        atoms[0].id == infer::kOpaquePtr)
      handler = s;
    int at = g.frameField(frame_layout_, "s", s, g.repr(slots_[s].type));
    saved.push_back({s, at});
    mir::Instr& x = emit(Op::FieldInit);
    x.operands = {frame_, slots_[s].id};
    x.layout = frame_layout_;
    x.imm = at;
  }
  if (handler < slots_.size()) {
    frameStore(Op::FieldStore, "handled", rt("exc_handled", {}));
    rt("exc_leave_handler", {slots_[handler].id});
  }
  BlockId resume = newBlock();
  resumes_.push_back(resume);
  frameStore(Op::FieldInit, "state", i64(static_cast<int64_t>(resumes_.size())));
  emit(Op::Ret).operands = {out};
  start(resume);
  for (const Saved& s : saved) {
    ValueId x = emitValue(Op::FieldTake, g.repr(slots_[s.slot].type), {frame_});
    mir::Instr& take = f().block(block_).instrs.back();
    take.layout = frame_layout_;
    take.imm = s.field;
    slots_[s.slot].id = x;
  }
  if (handler < slots_.size()) {
    // The frame keeps the exception alive.
    ValueId exception = frameLoad(Op::FieldLoad, "handled", g.m.types.opt);
    slots_[handler].id = rt("exc_swap_handled", {exception});
  }
  throwIfThrown();
  setReg(i.result, Value{sent_, t.canonical(inst_.formals[code_.params.size()])});
}

// A return: keeps the value for StopIteration.
void FunctionBuilder::endGenerator(const hir::Instr& i) {
  if (g.fieldIndex(frame_layout_, "result") >= 0) {
    Value v = reg(i.operands[0]);
    frameStore(Op::FieldStore, "result", coerce(v.id, v.type, inst_.returned));
  }
  frameStore(Op::FieldInit, "state", i64(kFinished));
  keepLocals();
  ValueId stop = emitValue(Op::ConstStop, g.m.types.ref);
  emit(Op::Raise).operands = {stop};
  block_ = BlockId();
}

Value FunctionBuilder::makeGenerator(const Action& a, std::vector<Value>& operands, const Value* callee) {
  Instance& body = g.p.instance(a.call.instance);
  const hir::Code& code = g.p.hir->codes[body.code];
  LayoutId l = g.frameLayout(a.call.instance);
  std::vector<ValueId> args;
  std::vector<Value> all = withLets(a.call, operands, callee, body);
  if (dead()) return {ValueId(), a.result};
  for (size_t k = 0; k < a.call.args.size(); ++k) {
    Value v = source(a.call.args[k], all, callee, body);
    if (dead()) return {ValueId(), a.result};
    args.push_back(coerce(v.id, v.type, body.formals[k]));
  }
  ValueId env;
  if (!code.free.empty()) env = functionObject(t.atoms(body.function)[0], callee).id;
  ValueId object = emitValue(Op::New, g.m.types.ref);
  f().block(block_).instrs.back().layout = l;
  auto init = [&](int field, ValueId v) {
    mir::Instr& x = emit(Op::FieldInit);
    x.operands = {object, v};
    x.layout = l;
    x.imm = field;
  };
  init(g.fieldIndex(l, "state"), i64(0));
  if (env.valid()) init(g.fieldIndex(l, "env"), env);
  for (size_t k = 0; k < args.size(); ++k) {
    int at = g.frameField(l, "p", k, g.repr(body.formals[k]));
    init(at, args[k]);
  }
  if (a.second.valid()) {
    mir::FuncId close = g.functionFor(a.second.instance);
    g.m.layouts[l].del = close;
  }
  return {object, a.result};
}

Value FunctionBuilder::resume(const hir::Instr& i) {
  Type result = t.canonical(inst_.regs[i.result.index]);
  const Record* r = record();
  std::vector<Case> cases;
  if (r) cases = r->cases;
  Value sent = reg(i.operands[1]), thrown = reg(i.operands[2]);
  return dispatch(reg(i.operands[0]), cases, result, [&](Value one, const Case& c) -> Value {
    Instance& body = g.p.instance(c.action.call.instance);
    size_t n = g.p.hir->codes[body.code].params.size();
    mir::FuncId callee = g.functionFor(c.action.call.instance);
    ValueId x = coerce(sent.id, sent.type, body.formals[n]);
    ValueId y = coerce(thrown.id, thrown.type, body.formals[n + 1]);
    ValueId out = raising(Op::Invoke, g.m.functions[callee].result, {one.id, x, y},
                          [&](mir::Instr& call) { call.func = callee; });
    if (t.canonical(body.yields) == t.bottom) {
      emit(Op::Unreachable);
      block_ = BlockId();
      return {ValueId(), t.bottom};
    }
    return {out, g.yieldType(body)};
  });
}

Value FunctionBuilder::generatorIntrinsic(const std::string& name, const hir::Instr& i) {
  Type result = t.canonical(inst_.regs[i.result.index]);
  Value v = reg(i.operands[0]);
  std::vector<Case> cases;
  for (const Atom& a : t.atoms(v.type)) cases.push_back({{t.one(a), t.bottom}, {}});
  return dispatch(v, cases, result, [&](Value one, const Case&) -> Value {
    const Atom a = t.atoms(one.type)[0];
    if (name == "gen_name") return {str(g.p.hir->codes[hir::CodeId(a.id)].qualname), t.str};
    InstanceId id = g.p.generatorInstance(a);
    LayoutId l = g.frameLayout(id);
    Instance& body = g.p.instance(id);
    auto access = [&](mir::Instr& x, const char* field) {
      x.layout = l;
      x.imm = g.fieldIndex(l, field);
    };
    if (name == "gen_state") {
      ValueId s = emitValue(Op::FieldLoad, g.m.types.i64, {one.id});
      access(f().block(block_).instrs.back(), "state");
      return {s, t.i64};
    }
    if (name == "gen_finish") {
      ValueId s = i64(kFinished);
      mir::Instr& x = emit(Op::FieldInit);
      x.operands = {one.id, s};
      access(x, "state");
      return {unitValue(), t.none};
    }
    Type returned = t.canonical(body.returned);
    bool has = g.fieldIndex(l, "result") >= 0;
    if (name == "gen_has_result") return {boolean(has || (returned != t.bottom && returned != t.none)), t.boolean};
    KRAIT_CHECK(name == "gen_result");
    if (!has) return {unitValue(), returned == t.bottom ? t.none : returned};
    ValueId x = emitValue(Op::FieldLoad, g.repr(returned), {one.id});
    access(f().block(block_).instrs.back(), "result");
    return {x, returned};
  });
}

}  // namespace krait::mirgen
