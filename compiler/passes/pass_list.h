// The passes of the pipeline. Each takes the whole module and changes it in place; all are
// deterministic, near-linear in the size of a function and iterative. passes.cpp has their order,
// docs/passes.md explains them.
#pragma once

#include "mir/mir.h"
#include "passes/passes.h"

namespace krait::passes {

// ---- before counts: values are used freely (mir::Phase::Built)
void simplify(mir::Module& module,
              const Options& options);  // constants, branches, dead code, block merging
void inlineCalls(mir::Module& module, const Options& options);
void recursion(mir::Module& module, const Options& options);  // marks functions in call cycles
void fold(mir::Module& module, const Options& options);  // merges equal library functions
void scalars(mir::Module& module,
             const Options& options);  // objects that don't escape become values
void ranges(mir::Module& module, const Options& options);  // ints with known bounds become i64

// ---- ownership
void counts(mir::Module& module,
            const Options& options);  // inserts copy and release: Built -> Counted

// ---- after counts (mir::Phase::Counted)
void borrow(mir::Module& module,
            const Options& options);  // removes counting that is provably unnecessary
void cleanup(mir::Module& module,
             const Options& options);  // unreachable blocks, empty blocks, unused functions

}  // namespace krait::passes
