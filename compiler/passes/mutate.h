// Mutants for tests/mutate.py: one operation of the module becomes another one of the same types, such as int.add
// int.sub, < <=, a branch its other side. A mutant that no test notices shows what the tests do not look at.
#pragma once

#include "mir/mir.h"
#include "mir/verify.h"
#include "passes/passes.h"

namespace krait::passes {

// Numbers the places that can be changed: first those of the module as mirgen built it and `simplify` tidied it, then
// what the pass `counts` inserted. `run` changes the one that the options name, or lists them.
class Mutator {
 public:
  explicit Mutator(const Options& options) : options_(options) {}
  bool wanted() const { return options_.mutate >= 0 || options_.mutations; }
  void run(mir::Module& module, mir::Phase phase);

 private:
  const Options& options_;
  int64_t next_ = 0;
};

}  // namespace krait::passes
