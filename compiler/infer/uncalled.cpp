// What `krait check` does beyond a build: it goes on after errors, and analyses functions that nothing calls.
//
// First the program is solved and judged exactly as for a build. Then every refused operation gets an unknown
// result, so that the code behind it is analysed, too, until no new errors appear. Last, functions of the main file
// that were never called are called by the analysis itself, with parameters by their annotations or unknown: first the
// public ones, then what is still uncalled. A place that was judged once is not judged again with wider types.
#include <algorithm>

#include "infer/engine.h"

namespace krait::infer {

using hir::Code;
using hir::CodeId;
using hir::CodeKind;
using hir::ParamKind;

void Engine::checkWholeFile() {
  for (Instance& i : p_.instances)
    if (i.live) p_.called.insert(i.code.index);
  downward_ = false;  // layouts do not matter any more
  t_.tell_copiers = true;
  continuing_ = true;
  judged_at_first_ = judging_;
  recording_ = false;
  for (Instance& i : p_.instances) {
    const Code& c = hir_.codes[i.code];
    if (i.live && !c.library && (c.kind == CodeKind::Module || c.kind == CodeKind::Class)) markDirty(i.id);
  }
  solveAgain();
  recordAgain();
  continueAfterErrors();
  for (Instance& i : p_.instances)
    if (i.live) p_.called.insert(i.code.index);
  size_t known = diags_.diagnostics().size();
  if (!assumeCalls()) return;
  judged_.insert(judging_);
  recordAgain();
  continueAfterErrors();
  // The build accepts code that is never reached.
  if (level_ == Level::Strict) return;
  for (size_t k = known; k < diags_.diagnostics().size(); ++k) {
    Diagnostic& d = diags_.diagnostics()[k];
    if (d.severity == Severity::Error) d.severity = Severity::Warning;
  }
  diags_.recount();
}

bool Engine::goesOn(const hir::Instr& i) {
  // Solved once already, a body that runs from top to bottom does not wait for values any more.
  const Code& c = *cur_->code;
  if (!c.library && (c.kind == CodeKind::Module || c.kind == CodeKind::Class)) return true;
  if (refused_.count(here())) return true;
  // In a function, what never returns ends the block. Any other value that nothing brings is brought by
  // callers that are not part of the program.
  if (recording_ && !c.library && i.op != hir::Op::Call) refused();
  return false;
}

void Engine::solveAgain() {
  recording_ = false;
  solve();
  reachImplicitCalls();
  solveRecursion();
}

// Records until nothing grows. (That an operation goes on may bring values to places that were already recorded.)
void Engine::recordAgain() {
  constexpr int kRounds = 4;
  for (int round = 0; round < kRounds; ++round) {
    record();
    if (dirty_.empty()) return;
    solveAgain();
  }
}

void Engine::continueAfterErrors() {
  constexpr int kRounds = 8;  // an error behind an error behind …
  for (int round = 0; round < kRounds && !newly_refused_.empty(); ++round) {
    recording_ = false;
    refused_.insert(newly_refused_);
    FlatSet<uint32_t> codes;
    newly_refused_.each([&](uint64_t place) { codes.insert(static_cast<uint32_t>(place >> 32)); });
    newly_refused_.clear();
    for (Instance& i : p_.instances)
      if (i.live && codes.count(i.code.index)) markDirty(i.id);
    solveAgain();
    recordAgain();
  }
}

// Calls the functions of the main file that nothing calls. Returns whether there were any.
bool Engine::assumeCalls() {
  auto rank = [](const Code& c) {
    if (c.kind == CodeKind::Lambda) return 2;
    return c.name[0] != '_' || c.name.ends_with("__") ? 0 : 1;
  };
  bool any = false;
  for (;;) {
    std::vector<CodeId> wave;
    int first = 3;
    for (uint32_t k = 0; k < hir_.codes.size(); ++k) {
      const Code& c = hir_.codes[CodeId(k)];
      if (c.module != hir_.modules->main || (c.kind != CodeKind::Function && c.kind != CodeKind::Lambda)) continue;
      if (evaluated_codes_.count(k) || !functions_made_.count(k)) continue;
      if (c.file != hir_.modules->modules[c.module].file) continue;  // derived: nobody wrote it
      int r = rank(c);
      if (r < first) wave.clear();
      first = std::min(first, r);
      if (r == first) wave.push_back(c.id);
    }
    if (wave.empty()) return any;
    any = true;
    recording_ = false;
    for (CodeId id : wave) {
      if (evaluated_codes_.count(id.index)) continue;  // called by another of the wave
      assumed_calls_.push_back({functions_made_[id.index], assumedParams(hir_.codes[id])});
      // One that calls it, as a function of its own.
      Code caller;
      caller.kind = CodeKind::Function;
      caller.name = caller.qualname = "<caller of " + hir_.codes[id].qualname + ">";
      caller.module = hir_.modules->main;
      caller.library = caller.lowered = true;
      caller.regs = 1;
      caller.blocks.resize(1);
      hir::Instr call, done;
      call.op = hir::Op::Unknown;
      call.imm = static_cast<int64_t>(assumed_calls_.size());
      call.result = hir::Reg(0u);
      done.op = hir::Op::Return;
      done.operands = {call.result};
      caller.blocks[0].instrs = {call, done};
      caller.live_in.resize(1);
      hir::findDefinitions(caller);
      CodeId caller_id = hir_.codes.add(std::move(caller));
      hir_.codes[caller_id].id = caller_id;
      InstanceId i = instanceFor({Ctor::Func, caller_id.index, {}, {}}, {});
      assumed_instances_.push_back(i);
      analyse(i);
      evaluated_codes_.insert(id.index);  // also where a parameter has no value
    }
    solveAgain();
  }
}

TypeId Engine::assumedCall(size_t k) {
  const TypeId function = assumed_calls_[k].function;
  const std::vector<TypeId> params = assumed_calls_[k].params;
  const Atom f = t_.atoms(function)[0];
  Action act;
  act.kind = ActionKind::Call;
  if (hir_.codes[CodeId(f.id)].generator) makeGenerator(f, params, 0, &act);
  else callInstance(f, params, site(), &act.call);
  addCase(t_.bottom, t_.bottom, act);
  cur_->dead = false;
  return t_.unknown;
}

std::vector<TypeId> Engine::assumedParams(const Code& code) {
  std::vector<TypeId> params;
  for (const hir::Param& p : code.params) {
    bool many = p.kind == ParamKind::VarArgs || p.kind == ParamKind::KwArgs;
    params.push_back(many ? t_.unknown : annotated(p.annotation));
  }
  if (!code.is_method || code.kind != CodeKind::Function || params.empty()) return params;
  auto cls = p_.class_of_code.find(code.parent.index);
  if (cls == p_.class_of_code.end()) return params;
  const ClassInfo& c = p_.classes[cls->second];
  bool of_class = code.name == "__new__" || code.name == "__init_subclass__" || code.name == "__class_getitem__";
  for (const ast::Expr* e : static_cast<const ast::FunctionDef*>(code.node)->decorator_list) {
    auto* name = ast::dynAs<ast::NameExpr>(e);
    if (!name) continue;
    if (names_.text(name->id) == "staticmethod") return params;
    of_class |= names_.text(name->id) == "classmethod";
  }
  if (of_class) params[0] = t_.one({Ctor::Class, c.id.index, {}, {}});
  else if (c.scalar == Ctor::Obj && !c.generic) params[0] = t_.object(c.id, c.instance);
  return params;
}

// The type that an annotation names: builtin scalars, classes of the program, None, and unions of them.
TypeId Engine::annotated(const ast::Expr* e) {
  using namespace ast;
  if (!e) return t_.unknown;
  auto named = [&](Name name) {
    static const std::pair<const char*, Ctor> kScalars[] = {
        {"int", Ctor::Int}, {"bool", Ctor::Bool}, {"float", Ctor::Float}, {"str", Ctor::Str}, {"bytes", Ctor::Bytes}};
    TypeId value = p_.moduleValue(hir_.modules->main, name);
    if (!t_.isOnly(value, Ctor::Class)) return t_.unknown;
    const ClassInfo& c = p_.classes[ClassId(t_.atoms(value)[0].id)];
    for (auto& [text, ctor] : kScalars)
      if (c.core && c.name == text) return t_.one({ctor, 0, {}, {}});
    return c.scalar == Ctor::Obj && !c.generic ? t_.object(c.id, c.instance) : t_.unknown;
  };
  switch (e->kind) {
    case ExprKind::NameExpr: return named(as<NameExpr>(e)->id);
    case ExprKind::Constant: {
      auto* c = as<Constant>(e);
      if (c->value_kind == ConstantKind::None) return t_.none;
      if (c->value_kind == ConstantKind::Str) return named(names_.intern(c->text));
      return t_.unknown;
    }
    case ExprKind::BinOp: {
      auto* b = as<BinOp>(e);
      return b->op == BinaryOperator::BitOr ? t_.join(annotated(b->left), annotated(b->right)) : t_.unknown;
    }
    case ExprKind::Subscript: {
      auto* s = as<Subscript>(e);
      auto* name = dynAs<NameExpr>(s->value);
      return name && names_.text(name->id) == "Optional" ? t_.join(annotated(s->slice), t_.none) : t_.unknown;
    }
    default: return t_.unknown;
  }
}

}  // namespace krait::infer
