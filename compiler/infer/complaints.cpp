// Findings about the types of the program: operations that cannot succeed, what is left to a check when the program runs.
#include "infer/engine.h"
#include "infer/why.h"

namespace krait::infer {

using hir::Op;

TypeId Engine::exceptionType(const char* name) {
  ClassId c = p_.coreClass(name);
  if (!c.valid()) return t_.bottom;
  return t_.object(c, p_.classes[c].instance);
}

Action Engine::fail(const char* exc, std::string message) {
  Action a;
  a.kind = ActionKind::Fail;
  a.exc = p_.coreClass(exc);
  a.message = message;
  a.result = t_.bottom;
  raises(exc);
  return a;
}

// Reports an operation that cannot work for a type that reaches it. In library code the place that the
// user sees is unknown here, so the call site reports it (see callFunction).
void Engine::complain(DiagCode code, const std::string& message, TypeId offender) {
  if (!recording_ || quiet_ || judged()) return;
  const hir::Code& c = *cur_->code;
  Range r = instr().place.range;
  if (c.library) return;
  // Inside a try the failure is expected: it happens at run time, as in CPython.
  if (c.blocks[cur_->block].handler.valid()) return;
  if (!reported_.insert({message + std::to_string(r.begin) + "," + std::to_string(r.end), c.module.index}).second) return;
  if (instr().op == hir::Op::Intrinsic && names_.text(instr().name).starts_with("attr_")) return;
  // Data from outside is of any shape: what it cannot do is found at run time, unless nothing may be.
  if (level_ != Level::Strict && concernsUnchecked(instr(), code)) return;
  const bool doubtful = cur_->inst->by_computed_name || (c.computes_names && instr().op == hir::Op::Call && t_.atoms(reg(instr().operands[0])).size() > 1);
  bool none_only = t_.isOnly(offender, Ctor::None);
  bool power_only = t_.canonical(offender) == t_.power_float;
  auto& d = diags_.report(none_only ? DiagCode::MaybeNone : power_only ? DiagCode::MaybeFloat : code,
                          {c.file, r}, message);
  if (!none_only && (level_ == Level::Dynamic || doubtful)) d.severity = Severity::Warning;
  if ((none_only || power_only) && level_ == Level::Strict) d.severity = Severity::Error;
  if (power_only) d.hint = "a power is a float if its exponent is negative: make the sign visible, for example with '1 << n'";
  if (d.severity == Severity::Error) refused();
  if (none_only) d.hint = "test for None first, for example with 'if x is not None:'";
  if (t_.atoms(offender).size() == 1)
    complaints_.push_back({diags_.diagnostics().size() - 1, cur_->inst->id, cur_->block, cur_->position, t_.atoms(offender)[0]});
  diags_.recount();
}

// Is it about a value from outside (Types::isUnchecked)? For a call, also about what the arguments hold.
bool Engine::concernsUnchecked(const hir::Instr& i, DiagCode code) {
  for (hir::Reg r : i.operands) {
    if (t_.isUnchecked(reg(r))) return true;
    for (const Atom& a : t_.atoms(reg(r)))  // a slice stands for its bounds
      if (ClassId c = p_.classOf(a); a.ctor == Ctor::Obj && c.valid() && p_.classes[c].core && p_.classes[c].name == "slice" &&
                                     t_.holdsUnchecked(t_.one(a)))
        return true;
  }
  if (i.op != hir::Op::Call || code == DiagCode::BadCall) return false;
  const hir::Reg callee = i.operands[0];
  for (const Atom& a : t_.atoms(reg(callee)))
    for (TypeId self : a.items)
      if (t_.holdsUnchecked(self)) return true;
  return std::any_of(i.args.begin(), i.args.end(), [&](const hir::CallArg& a) { return t_.holdsUnchecked(reg(a.value)); });
}

// Where the offending values come from, as notes.
void Engine::explainComplaints() {
  Tracer tracer(p_);
  for (const Complaint& c : complaints_) {
    const hir::Instr& i = hir_.codes[p_.instance(c.instance).code].blocks[c.block].instrs[c.position];
    std::vector<hir::Reg> operands = i.operands;
    if (i.op == Op::Call)
      for (const hir::CallArg& a : i.args) operands.push_back(a.value);
    Diagnostic& d = diags_.diagnostics()[c.diagnostic];
    for (hir::Reg r : operands) {
      if (!d.notes.empty() || !t_.find(p_.instance(c.instance).regs[r.index], c.offender.ctor, c.offender.id)) continue;
      for (DiagNote& note : tracer.operand(c.instance, c.block, r, c.offender)) {
        // What the caret of the message covers says nothing new.
        const Range& at = note.span.range;
        if (note.span.file == d.span.file && at.begin >= d.span.range.begin && at.end <= d.span.range.end) continue;
        d.notes.push_back(std::move(note));
      }
    }
  }
  complaints_.clear();
}

}  // namespace krait::infer
