// recursion: finds the functions that can call themselves.
//
// Assumes: nothing beyond valid calls. Sets Function::recursive for the members of cycles of the
// call graph (Tarjan, "Depth-First Search and Linear Graph Algorithms"); only they check the
// recursion limit. Runs after inlining, so that a cycle that inlining made smaller is judged as it
// is.
#include "passes/analysis.h"
#include "passes/pass_list.h"

namespace krait::passes {

void recursion(mir::Module& module, const Options&) {
  CallGraph graph(module);
  for (size_t i = 0; i < module.functions.size(); ++i) {
    mir::FuncId f(i);
    if (!module.functions[f].declaration) module.functions[f].recursive = graph.recursive(f);
  }
}

}  // namespace krait::passes
