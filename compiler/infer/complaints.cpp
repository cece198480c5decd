// Findings about the types of the program: operations that cannot succeed, what is left to a check when the program runs.
#include <algorithm>

#include "infer/engine.h"
#include "infer/why.h"

namespace krait::infer {

using hir::Code;
using hir::Op;

// Of so many ways to a place the origins are looked for.
constexpr size_t kMostWays = 8;

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
  if (instr().op == hir::Op::Intrinsic && names_.text(instr().name).starts_with("attr_")) return;
  // Data from outside is of any shape: what it cannot do is found at run time, unless nothing may be.
  if (level_ != Level::Strict && concernsUnchecked(instr(), code)) return;
  const Complaint::Way way{cur_->inst->id, cur_->block, cur_->position, offender};
  auto [known, added] = complained_.try_emplace({message + std::to_string(r.begin) + "," + std::to_string(r.end), c.module.index}, complaints_.size());
  if (!added) {
    std::vector<Complaint::Way>& ways = complaints_[known->second].ways;
    if (ways.size() < kMostWays) ways.push_back(way);
    return;
  }
  const bool doubtful = cur_->inst->by_computed_name || (c.computes_names && instr().op == hir::Op::Call && t_.atoms(reg(instr().operands[0])).size() > 1);
  bool none_only = t_.isOnly(offender, Ctor::None);
  bool power_only = t_.canonical(offender) == t_.power_float;
  auto& d = diags_.report(none_only ? DiagCode::MaybeNone : power_only ? DiagCode::MaybeFloat : code,
                          {c.file, r}, message);
  if (!none_only && (level_ == Level::Dynamic || doubtful)) d.severity = Severity::Warning;
  if ((none_only || power_only) && level_ == Level::Strict) d.severity = Severity::Error;
  if (power_only) d.hint = "a power is a float if its exponent is negative: make the sign visible, for example with '1 << n'";
  if (none_only) d.hint = "test for None first, for example with 'if x is not None:'";
  complaints_.push_back({diags_.diagnostics().size() - 1, here(), {way}});
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

// What an operation works on.
static std::vector<hir::Reg> operandsOf(const hir::Instr& i) {
  std::vector<hir::Reg> out = i.operands;
  if (i.op == Op::Call)
    for (const hir::CallArg& a : i.args) out.push_back(a.value);
  return out;
}

// Does a value that the operation works on come, by whatever operations, from data from outside? Then the running program finds out.
bool Engine::comesFromOutside(Tracer& tracer, const Complaint::Way& way) {
  const Instance& inst = p_.instance(way.instance);
  const Code& code = hir_.codes[inst.code];
  std::vector<hir::Reg> operands = operandsOf(code.blocks[way.block].instrs[way.position]);
  for (size_t k = 0; k < operands.size(); ++k) {  // a slice stands for its bounds
    auto [block, at] = code.defined[operands[k].index];
    if (block >= code.blocks.size() || at >= code.blocks[block].instrs.size()) continue;
    const hir::Instr& d = code.blocks[block].instrs[at];
    if (d.op == Op::BuildSlice) operands.insert(operands.end(), d.operands.begin(), d.operands.end());
  }
  for (hir::Reg r : operands) {
    for (const Atom& a : t_.atoms(inst.regs[r.index])) {
      tracer.operand(way.instance, way.block, r, a);
      if (tracer.outside()) return true;
    }
  }
  return false;
}

// Decides which complaints stand, and where the offending values come from, as notes.
void Engine::explainComplaints() {
  Tracer tracer(p_);
  std::vector<Diagnostic>& all = diags_.diagnostics();
  std::vector<bool> dropped(all.size());
  for (const Complaint& c : complaints_) {
    if (level_ != Level::Strict && all[c.diagnostic].code != DiagCode::BadCall &&
        std::all_of(c.ways.begin(), c.ways.end(), [&](const Complaint::Way& w) { return comesFromOutside(tracer, w); })) {
      dropped[c.diagnostic] = true;
      continue;
    }
    Diagnostic& d = all[c.diagnostic];
    if (d.severity == Severity::Error) newly_refused_.insert(c.place);  // from now on the result is unknown
    const Complaint::Way& way = c.ways[0];
    if (t_.atoms(way.offender).size() != 1) continue;
    const Atom offender = t_.atoms(way.offender)[0];
    const Instance& inst = p_.instance(way.instance);
    for (hir::Reg r : operandsOf(hir_.codes[inst.code].blocks[way.block].instrs[way.position])) {
      if (!d.notes.empty() || !t_.find(inst.regs[r.index], offender.ctor, offender.id)) continue;
      for (DiagNote& note : tracer.operand(way.instance, way.block, r, offender)) {
        // What the caret of the message covers says nothing new.
        const Range& at = note.span.range;
        if (note.span.file == d.span.file && at.begin >= d.span.range.begin && at.end <= d.span.range.end) continue;
        d.notes.push_back(std::move(note));
      }
    }
  }
  size_t kept = 0;
  for (size_t k = 0; k < all.size(); ++k)
    if (!dropped[k]) {
      if (kept != k) all[kept] = std::move(all[k]);
      ++kept;
    }
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(kept), all.end());
  diags_.recount();
  complaints_.clear();
}

}  // namespace krait::infer
