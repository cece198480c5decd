// fold: functions of the library that do the same are kept once.
//
// Assumes: Phase::Built, after the last pass that changes bodies before counts. Instances of a
// generic function for types with one layout (dict[str, A] and dict[str, B]) have equal bodies.
// Functions are compared with calls replaced by what they call was merged with, callees first;
// inside a cycle of the call graph only equal names of callees count. Only library functions:
// others show their names in tracebacks. The merged ones lose their bodies and all their calls.
#include <string>
#include <unordered_map>

#include "mir/print.h"
#include "passes/analysis.h"
#include "passes/pass_list.h"

namespace krait::passes {
using namespace mir;

namespace {

// The body as text, with names of values in order of definition: what two equal functions have in
// common.
std::string bodyKey(const Module& module, FuncId id) {
  const Function& f = module.functions[id];
  std::vector<uint32_t> numbers(f.values.size(), kNone);
  uint32_t next = 0;
  std::string key;
  auto put = [&](auto part) { key.append(reinterpret_cast<const char*>(&part), sizeof part); };
  // Operands may come before their definitions in block order: numbers are given at first sight.
  auto value = [&](ValueId v) {
    if (!v.valid()) return put(kNone);
    if (numbers[v.index] == kNone) {
      numbers[v.index] = next++;
      put(f.values[v].type.index);
    }
    put(numbers[v.index]);
  };
  put(f.result.index);
  put(f.raises);
  put(f.inlining);
  for (const Param& p : f.params) {
    value(p.value);
    put(p.mode);
  }
  for (const Block& block : f.blocks) {
    put(uint32_t{0xb10cb10c});
    for (ValueId v : block.params) value(v);
    for (const Instr& instr : block.instrs) {
      put(instr.op);
      put(instr.pred);
      value(instr.result);
      value(instr.exception);
      put(instr.operands.size());
      for (ValueId v : instr.operands) value(v);
      put(instr.imm);
      put(instr.f64);
      put(instr.type.index);
      put(instr.layout.index);
      put(instr.global.index);
      put(instr.func.index);
      put(instr.sym.index);
      put(instr.edges.size());
      for (const Edge& edge : instr.edges) {
        put(edge.target.index);
        put(edge.args.size());
        for (ValueId v : edge.args) value(v);
      }
    }
  }
  return key;
}

}  // namespace

void fold(Module& module, const Options&) {
  CallGraph graph(module);
  std::vector<FuncId> merged(module.functions.size());  // invalid: not merged
  std::unordered_map<std::string, FuncId> known;
  auto redirect = [&](Function& f) {
    for (Block& block : f.blocks)
      for (Instr& instr : block.instrs)
        if (instr.func.valid() && merged[instr.func.index].valid())
          instr.func = merged[instr.func.index];
  };
  for (const std::vector<FuncId>& component : graph.components)
    for (FuncId id : component) {
      Function& f = module.functions[id];
      if (f.declaration || f.blocks.empty()) continue;
      redirect(f);
      if (!f.library || id == module.main) continue;
      auto [it, added] = known.try_emplace(bodyKey(module, id), id);
      if (!added) merged[id.index] = it->second;
    }
  for (size_t i = 0; i < module.functions.size(); ++i) {
    Function& f = module.functions[FuncId(i)];
    redirect(f);
    if (!merged[i].valid()) continue;
    f.blocks.clear();
    f.declaration = true;
  }
  for (Layout& layout : module.layouts) {
    if (layout.del.valid() && merged[layout.del.index].valid())
      layout.del = merged[layout.del.index];
    if (layout.exc_str.valid() && merged[layout.exc_str.index].valid())
      layout.exc_str = merged[layout.exc_str.index];
  }
}

}  // namespace krait::passes
