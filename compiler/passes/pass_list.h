// The passes of the pipeline. Each takes the whole module and changes it in place; all are
// deterministic, near-linear in the size of a function and iterative. passes.cpp has their order,
// docs/passes.md explains them.
#pragma once

#include "mir/mir.h"
#include "passes/passes.h"

namespace krait::passes {

// ---- before counts: values are used freely (mir::Phase::Built)

// Constants, branches, common subexpressions, dead code, block merging.
void simplify(mir::Module& module, const Options& options);
void inlineCalls(mir::Module& module, const Options& options);
// Marks the functions in call cycles.
void recursion(mir::Module& module, const Options& options);
// Merges equal library functions.
void fold(mir::Module& module, const Options& options);
// Objects that don't escape become values.
void scalars(mir::Module& module, const Options& options);
// Loops that test the same in every round become two loops.
void unswitch(mir::Module& module, const Options& options);
// Ints with known bounds become i64.
void ranges(mir::Module& module, const Options& options);

// Concatenation to a str that nobody else needs happens in place.
void appends(mir::Module& module, const Options& options);

// ---- ownership

// Parameters that are always given away become owned.
void params(mir::Module& module, const Options& options);
// Inserts copy and release: Phase::Built -> Phase::Counted.
void counts(mir::Module& module, const Options& options);

// ---- after counts (mir::Phase::Counted)

// Removes copies that are only borrowed.
void borrow(mir::Module& module, const Options& options);
// Unreachable blocks, empty blocks, unused functions.
void cleanup(mir::Module& module, const Options& options);

}  // namespace krait::passes
