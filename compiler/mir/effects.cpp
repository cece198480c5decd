#include "mir/effects.h"

#include <algorithm>

namespace krait::mir {
namespace {

// A summary with more locations than this becomes "everything".
constexpr size_t kMaxKeys = 64;

}  // namespace

bool Effects::Summary::has(uint64_t key) const {
  return all || std::binary_search(keys.begin(), keys.end(), key);
}

// Returns whether the summary grew.
bool Effects::Summary::add(uint64_t key) {
  if (all) return false;
  auto it = std::lower_bound(keys.begin(), keys.end(), key);
  if (it != keys.end() && *it == key) return false;
  keys.insert(it, key);
  if (keys.size() > kMaxKeys) {
    all = true;
    keys.clear();
  }
  return true;
}

Effects::Effects(const Module& module) : module_(module) {
  root_.resize(module.layouts.size());
  for (uint32_t i = 0; i < module.layouts.size(); ++i) {
    LayoutId l(i);
    if (module.layouts[l].del.valid()) observable_ = drops_run_code_ = true;
    while (module.layouts[l].base.valid()) l = module.layouts[l].base;
    root_[i] = l.index;
  }
  size_t n = module.functions.size();
  summary_.resize(n);
  runtime_.assign(module.symbols.size(), Runtime::All);
  std::vector<std::vector<uint32_t>> callers(n);
  for (uint32_t f = 0; f < n; ++f) {
    const Function& function = module.functions[FuncId(f)];
    Summary& summary = summary_[f];
    summary.all = function.declaration;
    for (const Block& block : function.blocks)
      for (const Instr& instr : block.instrs) {
        if (instr.op == Op::Keep) observable_ = true;
        if (instr.op == Op::Call || instr.op == Op::Invoke) callers[instr.func.index].push_back(f);
        if (instr.op == Op::RtCall || instr.op == Op::RtInvoke) {
          Runtime effect = runtime_[instr.sym.index] = runtimeEffect(instr.sym);
          if (effect == Runtime::All) summary.all = true;
          if (effect == Runtime::Buffers)
            summary.add(Location{Location::Buffer, kAnyBuffer, 0}.key());
        }
        Location location = stored(instr);
        if (location.kind != Location::None) summary.add(location.key());
      }
  }
  std::vector<uint32_t> work(n);
  for (uint32_t f = 0; f < n; ++f) work[f] = f;
  std::vector<bool> queued(n, true);
  while (!work.empty()) {
    uint32_t f = work.back();
    work.pop_back();
    queued[f] = false;
    for (uint32_t caller : callers[f]) {
      bool grew = false;
      if (summary_[f].all) {
        grew = !summary_[caller].all;
        summary_[caller].all = true;
      } else if (caller != f) {
        for (uint64_t key : summary_[f].keys) grew |= summary_[caller].add(key);
      }
      if (grew && !queued[caller]) {
        queued[caller] = true;
        work.push_back(caller);
      }
    }
  }
}

Location Effects::loaded(const Instr& instr) const {
  switch (instr.op) {
    case Op::FieldLoad:
      return {Location::Field, root_[instr.layout.index], static_cast<uint32_t>(instr.imm)};
    case Op::BufLoad:
    case Op::BufLoadField:
      return {Location::Buffer, instr.type.index, 0};
    case Op::GlobalLoad:
      return {Location::Global, instr.global.index, 0};
    default:
      return {};
  }
}

Location Effects::stored(const Instr& instr) const {
  switch (instr.op) {
    case Op::FieldStore:
    case Op::FieldInit:
    case Op::FieldTake:
      return {Location::Field, root_[instr.layout.index], static_cast<uint32_t>(instr.imm)};
    case Op::BufTake:
    case Op::BufInit:
    case Op::BufStore:
    case Op::BufZero:
    case Op::BufStoreField:
    case Op::BufMove:
      return {Location::Buffer, instr.type.index, 0};
    case Op::GlobalStore:
    case Op::GlobalTake:
      return {Location::Global, instr.global.index, 0};
    default:
      return {};
  }
}

// Runtime functions never run the program's code unless they are given an object whose class the
// program may have defined, and write no memory of the program but buffers that are passed to them.
Effects::Runtime Effects::runtimeEffect(SymId name) const {
  const RuntimeFunction* f = findRuntimeFunction(module_.text(name));
  if (!f) return Runtime::All;
  Runtime effect = Runtime::Nothing;
  for (const std::string& word : f->param_words) {
    if (word == "exc" || word == "object" || word == "opt" || word == "any") return Runtime::All;
    if (word == "ptr") effect = Runtime::Buffers;
  }
  return effect;
}

bool Effects::usesOperandsDuringEffects(Op op) {
  return op == Op::Call || op == Op::Invoke || op == Op::RtCall || op == Op::RtInvoke;
}

bool Effects::clobbers(const Function& function, const Instr& instr, Location location) const {
  switch (instr.op) {
    case Op::Call:
    case Op::Invoke: {
      const Summary& s = summary_[instr.func.index];
      if (drops_run_code_ || s.has(location.key())) return true;
      return location.kind == Location::Buffer &&
             s.has(Location{Location::Buffer, kAnyBuffer, 0}.key());
    }
    case Op::RtCall:
    case Op::RtInvoke: {
      if (drops_run_code_) return true;
      Runtime effect = instr.sym.index < runtime_.size() ? runtime_[instr.sym.index] : Runtime::All;
      return effect == Runtime::All ||
             (effect == Runtime::Buffers && location.kind == Location::Buffer);
    }
    case Op::New:
      return drops_run_code_;
    case Op::Release:
      return drops_run_code_ && function.values[instr.operands[0]].type != module_.types.int_;
    case Op::FieldStore:
    case Op::BufStore:
    case Op::BufStoreField:
    case Op::GlobalStore:
      if (drops_run_code_ && module_.types[function.values[instr.operands.back()].type].counted)
        return true;
      [[fallthrough]];
    default: {
      Location written = stored(instr);
      return written.kind == location.kind && written.key() == location.key();
    }
  }
}

}  // namespace krait::mir
