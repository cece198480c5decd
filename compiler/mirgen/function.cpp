// Building one function: blocks, edges, exceptions, and the walk over the flow graph. SSA form is
// made directly (Braun et al. 2013): every block of the flow graph takes the live slots as
// parameters, with the types inference found at its entry; edges convert.
#include <algorithm>

#include "mirgen/generator.h"
#include "mirgen/mirgen.h"

namespace krait::mirgen {

mir::Module generateMir(infer::Program& program, const SourceManager& sources) {
  Generator g(program, sources);
  return g.run();
}

// Defaults that are made where they are used; all others are evaluated once and kept.
static bool isLiteralDefault(const hir::Instr& d) {
  if (d.op != hir::Op::Const) return false;
  switch (static_cast<ast::ConstantKind>(d.sub)) {
    case ast::ConstantKind::True:
    case ast::ConstantKind::False:
    case ast::ConstantKind::Int:
    case ast::ConstantKind::Float:
    case ast::ConstantKind::Str:
    case ast::ConstantKind::Bytes: return true;
    default: return false;
  }
}

const hir::Instr* Generator::literalDefault(hir::CodeId function, uint32_t index) {
  auto [it, fresh] = literal_defaults_.try_emplace(function.index);
  std::vector<const hir::Instr*>& known = it->second;
  if (fresh) {
    const hir::Code& parent = p.hir->codes[p.hir->codes[function].parent];
    for (const hir::Block& b : parent.blocks)
      for (const hir::Instr& made : b.instrs) {
        if (made.op != hir::Op::MakeFunction || made.code != function) continue;
        for (hir::Reg r : made.operands) {
          auto [block, position] = parent.defined[r.index];
          const hir::Instr& d = parent.blocks[block].instrs[position];
          known.push_back(isLiteralDefault(d) ? &d : nullptr);
        }
      }
  }
  return index < known.size() ? known[index] : nullptr;
}

mir::Module Generator::run() {
  m.polls_interrupts = p.hir->polls_interrupts;
  // Which defaults does any call use?
  for (Instance& i : p.instances) {
    if (!i.live) continue;
    std::function<void(const infer::CallTarget&)> note;
    note = [&](const infer::CallTarget& c) {
      if (!c.valid()) return;
      std::function<void(const ArgSource&)> inner = [&](const ArgSource& s) {
        const hir::CodeId callee = p.hir->origin(p.instance(c.instance).code);
        if (s.kind == ArgSource::Default && !literalDefault(callee, s.index)) used_defaults.insert({callee.index, s.index});
        for (const ArgSource& x : s.items) inner(x);
        if (s.core) note(s.core->action.call);
        if (s.dict) note(s.dict->make.call);
      };
      for (const ArgSource& s : c.args) inner(s);
      for (const ArgSource& s : c.lets) inner(s);
    };
    for (auto& entry : i.records.entries())
      for (const Case& c : entry->record.cases) c.action.eachCall(note);
  }
  // The exceptions that the runtime raises must exist with their texts.
  declareExceptionTexts();
  m.main = functionFor(p.main);
  // lib/core's modules first, then the program.
  std::vector<mir::FuncId> inits;
  for (hir::ModuleId c : p.hir->modules->core)
    inits.push_back(functionFor(p.module_instances.at(c.index)));
  if (p.at_exit.valid()) {
    mir::FuncId f = functionFor(p.at_exit);
    m.functions[f].name = "kr_run_atexit";
    m.functions[f].display_name = "atexit";
  }
  while (!pending_.empty()) {
    InstanceId i = pending_.back();
    pending_.pop_back();
    FunctionBuilder(*this, i, functions_.at(i.index)).build();
  }
  // The program's entry: every lib/core module, then the main module.
  mir::Function entry;
  entry.name = "krait.start";
  entry.display_name = "<start>";
  entry.library = true;
  entry.raises = true;
  entry.result = m.types.void_;
  inits.push_back(m.main);
  entry.blocks.emplace_back();
  for (mir::FuncId init : inits) {
    bool raises = m.functions[init].raises;
    mir::Instr call;
    call.op = raises ? Op::Invoke : Op::Call;
    call.func = init;
    call.result = entry.newValue(m.types.bool_);
    size_t here = entry.blocks.size() - 1;
    if (raises) {
      BlockId normal(entry.blocks.size()), error(entry.blocks.size() + 1);
      call.exception = entry.newValue(m.types.ref);
      call.edges = {{normal, {}}, {error, {call.exception}}};
      entry.blocks.emplace_back();
      mir::Block& e = entry.blocks.emplace_back();
      ValueId exc = entry.newValue(m.types.ref);
      e.params = {exc};
      mir::Instr raise;
      raise.op = Op::Raise;
      raise.operands = {exc};
      e.instrs.push_back(raise);
      entry.blocks[here].instrs.push_back(call);
      // Go on in the normal block, which must be the last one.
      std::swap(entry.blocks[here + 1], entry.blocks[here + 2]);
      entry.blocks[here].instrs.back().edges[0].target = BlockId(here + 2);
      entry.blocks[here].instrs.back().edges[1].target = BlockId(here + 1);
    } else {
      entry.blocks[here].instrs.push_back(call);
    }
  }
  mir::Instr ret;
  ret.op = Op::Ret;
  entry.blocks.back().instrs.push_back(ret);
  m.main = m.functions.add(entry);
  return std::move(m);
}

void Generator::declareExceptionTexts() {
  for (size_t k = 0; k < p.classes.size(); ++k) {
    const infer::ClassInfo& c = p.classes[ClassId(k)];
    if (c.exception && (p.exception_texts.count(c.id.index) || c.instantiated))
      classLayout(c.id, c.instance);
  }
}

mir::FuncId Generator::functionFor(InstanceId id) {
  auto it = functions_.find(id.index);
  if (it != functions_.end()) return it->second;
  Instance& inst = p.instance(id);
  const hir::Code& code = p.hir->codes[inst.code];
  mir::Function f;
  const resolve::Module& module = p.hir->modules->modules[code.module];
  std::string name = (code.core ? std::string("core") : module.name) + "." +
                     (code.qualname.empty() ? code.name : code.qualname);
  if (code.kind != hir::CodeKind::Module) {
    name += "<";
    for (size_t i = 0; i < inst.formals.size(); ++i)
      name += (i ? "," : "") + typeText(repr(inst.formals[i]));
    name += ">";
  }
  int n = names_[name]++;
  if (n) name += "#" + std::to_string(n + 1);
  f.name = name;
  f.display_name = code.name;
  bool derived = code.file != module.file;  // its text is in no file that can be read
  f.file = derived ? "<string>" : module.path;
  f.library = code.library && code.core;
  LineColumn at = sources_.file(code.file).lineColumn(code.range.begin);
  f.line = static_cast<int32_t>(code.kind == hir::CodeKind::Module ? 1 : at.line);
  f.raises = t.canonical(inst.raises) != t.bottom;
  f.result = repr(code.generator ? yieldType(inst) : inst.result);
  // A generator's function resumes it: the frame, then what was sent and thrown.
  if (code.generator || !code.free.empty()) f.params.push_back({f.newValue(m.types.ref), mir::Mode::Borrowed});
  for (Type formal : std::vector(inst.formals.begin() + (code.generator ? code.params.size() : 0), inst.formals.end()))
    f.params.push_back({f.newValue(repr(formal)), mir::Mode::Borrowed});
  mir::Block entry;
  for (const mir::Param& param : f.params) entry.params.push_back(param.value);
  f.blocks.push_back(entry);
  mir::FuncId func = m.functions.add(f);
  functions_[id.index] = func;
  pending_.push_back(id);
  return func;
}

FunctionBuilder::FunctionBuilder(Generator& gen, InstanceId instance, mir::FuncId function)
    : g(gen),
      t(gen.t),
      inst_(gen.p.instance(instance)),
      code_(gen.p.hir->codes[inst_.code]),
      func_(function) {
  // unittest's own functions and those that are derived for it: tracebacks of tests show the program alone.
  const resolve::Module& module = g.p.hir->modules->modules[code_.module];
  auto derived = [&](Name n) { return n.valid() && g.p.hir->names->text(n).starts_with("_krait_cleanup"); };
  no_site_ = module.untraced || (code_.file != module.file && code_.name.starts_with("_unittest_")) ||
             (!code_.params.empty() && derived(code_.params[0].name)) || std::any_of(code_.free.begin(), code_.free.end(), derived);
}

BlockId FunctionBuilder::newBlock() {
  f().blocks.emplace_back();
  return BlockId(f().blocks.size() - 1);
}

mir::Instr& FunctionBuilder::emit(Op op) {
  if (dead()) block_ = newBlock();
  mir::Instr i;
  i.op = op;
  auto& list = f().block(block_).instrs;
  list.push_back(std::move(i));
  return list.back();
}

ValueId FunctionBuilder::emitValue(Op op, TypeId type, std::initializer_list<ValueId> operands) {
  ValueId v = f().newValue(type);
  mir::Instr& i = emit(op);
  i.result = v;
  i.operands = operands;
  return v;
}

ValueId FunctionBuilder::param(BlockId b, TypeId type) {
  ValueId v = f().newValue(type);
  f().block(b).params.push_back(v);
  return v;
}

void FunctionBuilder::br(BlockId target, std::vector<ValueId> args) {
  mir::Instr& i = emit(Op::Br);
  i.edges = {{target, std::move(args)}};
  block_ = BlockId();
}

void FunctionBuilder::condBr(ValueId c, BlockId yes, BlockId no, int likely) {
  mir::Instr& i = emit(Op::CondBr);
  i.operands = {c};
  i.imm = likely;
  i.edges = {{yes, {}}, {no, {}}};
  block_ = BlockId();
}

ValueId FunctionBuilder::i64(int64_t v) {
  ValueId r = emitValue(Op::ConstI64, g.m.types.i64);
  f().block(block_).instrs.back().imm = v;
  return r;
}
ValueId FunctionBuilder::boolean(bool v) {
  ValueId r = emitValue(Op::ConstBool, g.m.types.bool_);
  f().block(block_).instrs.back().imm = v;
  return r;
}
ValueId FunctionBuilder::zero(TypeId type) {
  if (type == g.m.types.bool_) return boolean(false);
  return emitValue(Op::ConstNull, type);
}
ValueId FunctionBuilder::str(std::string_view text) {
  mir::SymId s = g.m.symbol(std::string(text));
  ValueId r = emitValue(Op::ConstStr, g.m.types.ref);
  f().block(block_).instrs.back().sym = s;
  return r;
}

// The current operation's place, as tracebacks need it; -1 in lib/core.
int FunctionBuilder::site() {
  if (f().library || no_site_ || !current_) return -1;
  Range r = current_->place.range;
  if (r.end == 0 && r.begin == 0) return -1;
  return siteOf(r, current_->place.anchor, current_->place.comprehension);
}

// A new site of the function or, if valid, of one of its comprehensions, whose frame's site comes next.
int FunctionBuilder::siteOf(Range r, Range anchor, const resolve::Scope* comprehension) {
  const SourceFile& file = g.sources().file(code_.file);
  LineColumn a = file.lineColumn(r.begin), b = file.lineColumn(r.end);
  mir::Site s;
  int32_t first_line = f().line;
  if (comprehension) {
    const Frame& frame = comprehensionFrame(comprehension);
    s.inlined = frame.function;
    s.outer = frame.site;
    first_line = f().inlined[static_cast<size_t>(frame.function)].line;
  }
  s.line_delta = static_cast<int32_t>(a.line) - first_line;
  s.end_line_delta = static_cast<int32_t>(b.line) - first_line;
  s.column = static_cast<int32_t>(a.column);
  s.end_column = static_cast<int32_t>(b.column);
  if (anchor.end > anchor.begin) {
    LineColumn x = file.lineColumn(anchor.begin), y = file.lineColumn(anchor.end);
    if (x.line == a.line && y.line == a.line) {
      s.anchor_begin = static_cast<int32_t>(x.column);
      s.anchor_end = static_cast<int32_t>(y.column);
    }
  }
  f().sites.push_back(s);
  return static_cast<int>(f().sites.size() - 1);
}

// How a comprehension appears in tracebacks: as a function with a name like <listcomp> that the whole
// expression calls.
const FunctionBuilder::Frame& FunctionBuilder::comprehensionFrame(const resolve::Scope* scope) {
  if (auto it = comprehension_frames_.find(scope); it != comprehension_frames_.end()) return it->second;
  const auto* e = static_cast<const ast::Expr*>(scope->node);
  const SourceFile& file = g.sources().file(code_.file);
  const char* name = resolve::comprehensionName(*scope);
  const resolve::Scope* around = scope->parent;
  if (around && around->kind != resolve::ScopeKind::Comprehension) around = nullptr;
  Frame frame;
  frame.site = siteOf(e->range, {}, around);
  frame.function = static_cast<int32_t>(f().inlined.size());
  f().inlined.push_back({name, f().file, static_cast<int32_t>(file.lineColumn(e->range.begin).line)});
  return comprehension_frames_[scope] = frame;
}

// Where an error of the current HIR block goes: a new block that passes the exception and the live
// slots to the handler, or out of the function.
mir::Edge FunctionBuilder::errorEdge(ValueId exception, bool ends_iteration) {
  BlockId saved = block_;
  BlockId landing = newBlock();
  ValueId e = param(landing, g.m.types.ref);
  start(landing);
  if (ends_iteration) {
    BlockId other = newBlock(), end = newBlock();
    condBr(emitValue(Op::ExcIsStop, g.m.types.bool_, {e}), end, other);
    start(end);
    ClassId stop_class = g.p.coreClass("StopIteration");
    LayoutId l = g.classLayout(stop_class, g.p.classes[stop_class].instance);
    ValueId tid = emitValue(Op::ConstTid, g.m.types.i64);
    f().block(block_).instrs.back().layout = l;
    ValueId fresh = rt("exc_new_plain", {tid});
    if (int where = site(); where >= 0) {
      mir::Instr& trace = emit(Op::TraceAdd);
      trace.operands = {fresh};
      trace.site = where;
    }
    throwValue(fresh);
    start(other);
  }
  throwValue(e);
  block_ = saved;
  return {landing, {exception}};
}

void FunctionBuilder::throwValue(ValueId exception) {
  hir::BlockId h = code_.blocks[hir_block_].handler;
  if (h.valid() && !inst_.block_in[h.index].empty() &&
      t.canonical(inst_.caught[h.index]) != t.bottom) {
    flow(h, slots_, exception);
    return;
  }
  keepFrame(exception);
  if (code_.generator) return leaveGenerator(exception);
  if (!f().raises) {  // inference said that the function cannot raise
    std::string what = "unexpected exception in " + code_.qualname + " block " +
                       std::to_string(hir_block_) + " operation " + std::to_string(position_);
    internalError(__FILE__, __LINE__, what.c_str());
  }
  emit(Op::Raise).operands = {exception};
  block_ = BlockId();
}

ValueId FunctionBuilder::raising(Op op, TypeId type, std::vector<ValueId> operands,
                                 const std::function<void(mir::Instr&)>& fill, bool ends_iteration) {
  bool has_result = type != g.m.types.void_;
  ValueId result = has_result ? f().newValue(type) : ValueId();
  ValueId exception = f().newValue(g.m.types.ref);
  BlockId normal = newBlock();
  ValueId out = has_result ? param(normal, type) : ValueId();
  if (dead()) block_ = newBlock();
  BlockId here = block_;
  mir::Edge error = errorEdge(exception, ends_iteration);
  block_ = here;
  int where = site();
  mir::Instr& i = emit(op);
  i.result = result;
  i.exception = exception;
  i.operands = std::move(operands);
  i.site = where;
  i.edges = {{normal, {}}, std::move(error)};
  if (has_result) i.edges[0].args = {result};
  if (fill) fill(i);
  start(normal);
  return out;
}

// Jumps to an HIR block with the slots' values converted to what it expects.
void FunctionBuilder::flow(hir::BlockId target, const std::vector<Value>& slots,
                           ValueId exception) {
  const auto& in = inst_.block_in[target.index];
  const auto& live = code_.live_in[target.index];
  if (in.empty()) {  // inference proved that it is not reached
    emit(Op::Unreachable);
    block_ = BlockId();
    return;
  }
  std::vector<ValueId> args;
  if (exception.valid()) args.push_back(exception);
  for (size_t s = 0; s < slots.size(); ++s) {
    if (!live[s]) continue;
    Type want = t.canonical(in[s]);
    if (want == t.unset || want == t.bottom) continue;
    Value v = slots[s];
    if (!v.id.valid()) v = {zero(g.repr(want)), want};
    args.push_back(coerce(v.id, v.type, want));
  }
  br(entries_[target.index], std::move(args));
}

void FunctionBuilder::build() {
  size_t n = code_.blocks.size();
  entries_.resize(n);
  caught_.resize(n);
  regs_.resize(code_.regs);
  std::vector<std::vector<Value>> entry_slots(n);
  for (size_t b = 0; b < n; ++b) {
    if (inst_.block_in[b].empty()) continue;
    entries_[b] = newBlock();
    bool handler = t.canonical(inst_.caught[b]) != t.bottom;
    if (handler) caught_[b] = param(entries_[b], g.m.types.ref);
    auto& slots = entry_slots[b];
    slots.resize(code_.slots.size());
    for (size_t s = 0; s < slots.size(); ++s) {
      Type type = t.canonical(inst_.block_in[b][s]);
      if (!code_.live_in[b][s] || type == t.unset || type == t.bottom) {
        slots[s] = {ValueId(), t.unset};
      } else {
        slots[s] = {param(entries_[b], g.repr(type)), type};
      }
    }
  }
  // The real entry: parameters into slots, then on to the first block.
  start(BlockId(0u));
  slots_.assign(code_.slots.size(), {ValueId(), t.unset});
  if (code_.generator) {
    beginGenerator();
  } else {
    size_t k = 0;
    if (!code_.free.empty()) env_ = f().params[k++].value;
    for (size_t i = 0; i < inst_.formals.size(); ++i)
      slots_[i] = {f().params[k + i].value, t.canonical(inst_.formals[i])};
  }
  if (code_.kind == hir::CodeKind::Module && !code_.core) {
    // Imported once: the flag is set before the body runs, as CPython registers a module first.
    hir::ModuleId self = code_.module;
    if (self != g.p.hir->modules->main) {
      mir::GlobalId flag = g.moduleFlag(self);
      ValueId done = emitValue(Op::GlobalLoad, g.m.types.bool_);
      f().block(block_).instrs.back().global = flag;
      BlockId first = newBlock(), again = newBlock();
      condBr(done, again, first);
      start(again);
      ValueId none = zero(f().result);
      emit(Op::Ret).operands = {none};
      start(first);
      ValueId yes = boolean(true);
      mir::Instr& set = emit(Op::GlobalStore);
      set.global = flag;
      set.operands = {yes};
    }
  }
  std::vector<Value> entry = slots_;
  flow(hir::BlockId(0u), entry);
  for (size_t b = 0; b < n; ++b) {
    if (!entries_[b].valid()) continue;
    hir_block_ = static_cast<uint32_t>(b);
    slots_ = entry_slots[b];
    start(entries_[b]);
    const auto& instrs = code_.blocks[b].instrs;
    for (size_t i = 0; i < instrs.size() && !dead(); ++i) {
      position_ = static_cast<uint32_t>(i);
      current_ = &instrs[i];
      if (instrs[i].op >= hir::Op::Jump) {
        terminator(instrs[i]);
        break;
      }
      instr(instrs[i]);
      if (dead()) break;
      if (inst_.stops[b] == i) {  // what comes next never runs
        emit(Op::Unreachable);
        block_ = BlockId();
      }
    }
    if (!dead()) {
      emit(Op::Unreachable);
      block_ = BlockId();
    }
  }
  current_ = nullptr;
  if (code_.generator) dispatchGenerator();
}

// Can a generator be reached from a value of this type?
bool FunctionBuilder::holdsGenerator(Type type, std::set<uint32_t>& seen) {
  for (const Atom& a : t.atoms(type)) {
    if (a.ctor == Ctor::Generator) return true;
    for (Type item : a.items)
      if (holdsGenerator(item, seen)) return true;
    if (!a.node.valid() || !seen.insert(t.find(a.node).index).second) continue;
    auto fields = t.node(a.node).fields;
    for (auto& [name, held] : fields)
      if (holdsGenerator(held, seen)) return true;
  }
  return false;
}

void FunctionBuilder::keepSlot(hir::Slot s) {
  if (code_.library) return;
  const Value& v = slots_[s.index];
  if (!g.p.hir->observes_deaths) {
    if (!g.p.hir->keeps_generators) return;
    std::set<uint32_t> seen;
    if (!holdsGenerator(v.type, seen)) return;
  }
  if (v.id.valid() && g.m.types[f().values[v.id].type].counted) emit(Op::Keep).operands = {v.id};
}

void FunctionBuilder::keepLocals() {
  // Parameters, too: inlined calls end where their arguments' lives do.
  for (size_t k = 0; k < code_.params.size(); ++k) keepSlot(hir::Slot(k));
  for (hir::Slot s : code_.locals) keepSlot(s);
}

// An exception leaves the function: its traceback keeps the frame, and so what the variables refer to.
void FunctionBuilder::keepFrame(ValueId exception) {
  if (!g.p.hir->observes_deaths || code_.library) return;
  std::vector<ValueId> held;
  std::vector<TypeId> types;
  auto add = [&](hir::Slot s) {
    const ValueId v = slots_[s.index].id;
    if (!v.valid() || !g.m.types[f().values[v].type].counted) return;
    held.push_back(v);
    types.push_back(f().values[v].type);
  };
  // A tuple drops its items from the last to the first, a frame its variables in their order.
  for (size_t k = code_.locals.size(); k-- > 0;) add(code_.locals[k]);
  for (size_t k = code_.params.size(); k-- > 0;) add(hir::Slot(k));
  if (held.empty()) return;
  const LayoutId layout = g.tupleLayout(types);
  ValueId frame = emitValue(Op::New, g.m.types.ref);
  f().block(block_).instrs.back().layout = layout;
  for (size_t k = 0; k < held.size(); ++k) {
    mir::Instr& init = emit(Op::FieldInit);
    init.layout = layout;
    init.imm = static_cast<int64_t>(k);
    init.operands = {frame, held[k]};
  }
  rt("exc_keep_frame", {exception, frame});
}

void FunctionBuilder::terminator(const hir::Instr& i) {
  switch (i.op) {
    case hir::Op::Jump:
      return flow(i.targets[0], slots_);
    case hir::Op::Branch: {
      const Record* r = record();
      bool reach0 = !inst_.block_in[i.targets[0].index].empty();
      bool reach1 = !inst_.block_in[i.targets[1].index].empty();
      int decided = r ? r->decided : -1;
      if (decided < 0 && !reach0)
        decided = 0;
      else if (decided < 0 && !reach1)
        decided = 1;
      if (decided >= 0) return flow(i.targets[decided ? 0 : 1], slots_);
      BlockId yes = newBlock(), no = newBlock();
      condBr(reg(i.operands[0]).id, yes, no);
      std::vector<Value> slots = slots_;
      start(yes);
      flow(i.targets[0], slots);
      start(no);
      flow(i.targets[1], slots);
      return;
    }
    case hir::Op::Return: {
      if (code_.generator) return endGenerator(i);
      Value v = reg(i.operands[0]);
      ValueId out = coerce(v.id, v.type, inst_.result);
      keepLocals();
      emit(Op::Ret).operands = {out};
      block_ = BlockId();
      return;
    }
    case hir::Op::Raise: {
      Value v = reg(i.operands[0]);
      // The cases of what is raised, and of what it is raised from.
      std::vector<Case> cases, causes;
      for (const Case& x : record()->cases) {
        if (t.canonical(x.types[0]) != t.bottom) cases.push_back(x);
        else causes.push_back({{x.types[1], t.bottom}, x.action});
      }
      auto made = [&](Value from, const std::vector<Case>& by) {
        Type type = t.bottom;
        for (const Case& x : by) type = t.join(type, x.action.result);
        return dispatch(from, by, type, [&](Value one, const Case& x) -> Value {
          if (x.action.kind == ActionKind::Value) return one;
          std::vector<Value> operands{one};
          return perform(x.action, operands);
        });
      };
      Value e = made(v, cases);
      if (dead()) return;
      ValueId cause;
      if (i.operands.size() > 1) {
        Value c = made(reg(i.operands[1]), causes);
        if (dead()) return;
        cause = g.isUnit(c.type) ? zero(g.m.types.opt) : reference(c.id, g.repr(c.type), g.m.types.opt);
      }
      rt("raise_prepare", {e.id});
      if (cause.valid()) rt("exc_set_cause", {e.id, cause});
      int where = site();
      if (where >= 0) {
        mir::Instr& trace = emit(Op::TraceAdd);
        trace.operands = {e.id};
        trace.site = where;
      }
      return throwValue(e.id);
    }
    case hir::Op::Reraise: {
      Value v = reg(i.operands[0]);
      return throwValue(v.id);
    }
    case hir::Op::ForNext:
      return forNext(i);
    case hir::Op::Unreachable:
      emit(Op::Unreachable);
      block_ = BlockId();
      return;
    default:
      KRAIT_UNREACHABLE("terminator");
  }
}

void FunctionBuilder::forNext(const hir::Instr& i) {
  const Record* r = record();
  Value it = reg(i.operands[0]);
  Type item = t.canonical(inst_.regs[i.result.index]);
  // Every case calls a next method; StopIteration ends the loop, other errors go on as usual.
  std::vector<Value> slots = slots_;
  BlockId exhausted = newBlock();
  struct Pending {
    BlockId block;
    ValueId value;
  };
  BlockId joined = newBlock();
  ValueId joined_value = param(joined, g.repr(item));
  bool any = false;
  std::vector<Case> cases = r->cases;
  Value dummy = dispatch(it, cases, t.none, [&](Value one, const Case& x) -> Value {
    if (x.action.kind != ActionKind::Call) {
      failAction(x.action);
      return {zero(g.m.types.bool_), t.none};
    }
    mir::FuncId callee = g.functionFor(x.action.call.instance);
    Instance& target = g.p.instance(x.action.call.instance);
    std::vector<Value> operands{one};
    if (i.operands.size() > 1) operands.push_back(reg(i.operands[1]));
    std::vector<ValueId> args;
    const infer::CallTarget* saved_origin = origin_;
    origin_ = &x.action.call;
    if (!g.p.hir->codes[target.code].free.empty()) args.push_back(functionObject(t.atoms(target.function)[0], nullptr).id);
    for (size_t k = 0; k < x.action.call.args.size(); ++k) {
      Value s = source(x.action.call.args[k], operands, nullptr, target);
      args.push_back(coerce(s.id, s.type, target.formals[k]));
    }
    origin_ = saved_origin;
    bool raises = t.canonical(target.raises) != t.bottom;
    TypeId result_type = g.m.functions[callee].result;
    ValueId result = f().newValue(result_type);
    ValueId out = result;
    if (raises) {
      ValueId exc = f().newValue(g.m.types.ref);
      BlockId normal = newBlock(), error = newBlock();
      out = param(normal, result_type);
      ValueId caught = param(error, g.m.types.ref);
      int where = site();
      mir::Instr& call = emit(Op::Invoke);
      call.func = callee;
      call.operands = args;
      call.result = result;
      call.exception = exc;
      (void)where;
      call.edges = {{normal, {result}}, {error, {exc}}};
      // StopIteration of any kind ends the loop.
      start(error);
      ClassId stop_class = g.p.coreClass("StopIteration");
      Type others = t.filter(
          target.raises, [&](const Atom& e) { return !g.p.isSubclass(ClassId(e.id), stop_class); });
      if (others == t.bottom) {
        br(exhausted);
      } else {
        BlockId test = newBlock(), other = newBlock();
        ValueId stop = emitValue(Op::ExcIsStop, g.m.types.bool_, {caught});
        condBr(stop, exhausted, test);
        start(test);
        ValueId tid = emitValue(Op::RefTid, g.m.types.i64, {caught});
        ValueId is = emitValue(Op::TidIn, g.m.types.bool_, {tid});
        f().block(block_).instrs.back().layout =
            g.classLayout(stop_class, g.p.classes[stop_class].instance);
        condBr(is, exhausted, other);
        start(other);
        if (where >= 0) {
          mir::Instr& trace = emit(Op::TraceAdd);
          trace.operands = {caught};
          trace.site = where;
        }
        throwValue(caught);
      }
      start(normal);
    } else {
      mir::Instr& call = emit(Op::Call);
      call.func = callee;
      call.operands = args;
      call.result = result;
    }
    if (t.canonical(target.result) == t.bottom) {
      emit(Op::Unreachable);
      block_ = BlockId();
      return {ValueId(), t.bottom};
    }
    any = true;
    ValueId v = coerce(out, target.result, item);
    br(joined, {v});
    return {ValueId(), t.bottom};
  });
  (void)dummy;
  start(joined);
  if (any && item != t.bottom) {
    setReg(i.result, joined_value);
    flow(i.targets[0], slots);
  } else {
    emit(Op::Unreachable);
    block_ = BlockId();
  }
  start(exhausted);
  flow(i.targets[1], slots);
}

}  // namespace krait::mirgen
