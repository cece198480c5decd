// The pipeline: which pass runs when, and why in that order.
#include "passes/passes.h"

#include <algorithm>
#include <string_view>

#include "base/check.h"
#include "mir/print.h"
#include "mir/verify.h"
#include "passes/mutate.h"
#include "passes/pass_list.h"

namespace krait::passes {
namespace {

using mir::Phase;

struct Pass {
  const char* name;
  void (*run)(mir::Module&, const Options&);
  bool required;  // cannot be switched off
  Phase after;    // what the verifier checks behind it
};

// A pass may occur several times; switching it off by name switches off all of them.
constexpr Pass kPipeline[] = {
    {"simplify", simplify, false, Phase::Built},   //
    {"inline", inlineCalls, false, Phase::Built},  // simplifies what it changes itself
    {"scalars", scalars, false, Phase::Built},     // so does this
    {"unswitch", unswitch, false, Phase::Built},   // so does this
    {"ranges", ranges, false, Phase::Built},       //
    {"simplify", simplify, false, Phase::Built},   //
    {"fold", fold, false, Phase::Built},           //
    {"recursion", recursion, true, Phase::Built},  //
    {"appends", appends, false, Phase::Built},     //
    {"params", params, false, Phase::Built},       //
    {"counts", counts, true, Phase::Counted},      //
    {"borrow", borrow, false, Phase::Counted},     //
    {"cleanup", cleanup, false, Phase::Counted},   //
};

struct Order {
  const char* before;  // every occurrence of this one …
  const char* after;   // … comes before the last occurrence of that one
  const char* because;
};

constexpr Order kOrder[] = {
    {"inline", "scalars", "an object escapes into a call that has not been inlined"},
    {"scalars", "unswitch", "what an iterator holds must be a value before it can be seen not to change"},
    {"unswitch", "ranges", "a number has one range in a loop: that of the general case"},
    {"scalars", "ranges", "fields that became values have ranges, memory has none"},
    {"scalars", "counts", "it removes objects with all their uses and knows nothing of ownership"},
    {"inline", "counts",
     "a call's operands are borrowed or consumed as the parameters' modes say; the "
     "body that replaces it is counted with its surroundings"},
    {"ranges", "counts", "an int that became an i64 needs no counting"},
    {"ranges", "simplify", "it leaves constant branches and unused conversions behind"},
    {"simplify", "fold", "it compares bodies as they will be"},
    {"fold", "recursion", "a merged function is in the cycles of all of them"},
    {"fold", "params", "a merged function has the callers of all of them"},
    {"inline", "recursion", "a cycle that inlining made smaller is judged as it is"},
    {"simplify", "appends", "it knows str_concat, which has no effects"},
    {"appends", "params", "a parameter that is appended to is given away"},
    {"simplify", "params", "values that are dead or the same must not look like other uses"},
    {"params", "counts", "it decides which operands of calls are consumed"},
    {"counts", "borrow", "it moves and removes what counts inserted"},
    {"borrow", "cleanup", "it leaves empty blocks behind"},
};

// The index of the last occurrence of a pass; -1 if the pipeline has no such pass.
constexpr int lastOccurrence(std::string_view name) {
  int last = -1;
  for (size_t i = 0; i < std::size(kPipeline); ++i)
    if (kPipeline[i].name == name) last = static_cast<int>(i);
  return last;
}

constexpr bool orderHolds() {
  for (const Order& o : kOrder)
    if (lastOccurrence(o.before) < 0 || lastOccurrence(o.before) >= lastOccurrence(o.after))
      return false;
  return true;
}
static_assert(orderHolds(), "the pipeline breaks a rule of kOrder");

void dump(const mir::Module& module, const Options& options) {
  if (options.dump_function.empty()) {
    *options.dump += mir::printModule(module);
    return;
  }
  for (size_t i = 0; i < module.functions.size(); ++i)
    if (module.functions[mir::FuncId(i)].name == options.dump_function ||
        module.functions[mir::FuncId(i)].display_name == options.dump_function)
      *options.dump += mir::printFunction(module, mir::FuncId(i));
}

}  // namespace

std::string runPasses(mir::Module& module, const Options& options) {
  if (options.verify) {
    std::string what = mir::verify(module, Phase::Built);
    if (!what.empty()) return "before the first pass: " + what;
  }
  // With several occurrences of a pass, the dump is made behind the last one.
  size_t dump_at = std::size(kPipeline);
  for (size_t i = 0; i < std::size(kPipeline); ++i)
    if (kPipeline[i].name == options.dump_after) dump_at = i;
  Mutator mutator(options);
  for (size_t i = 0; i < std::size(kPipeline); ++i) {
    const Pass& pass = kPipeline[i];
    const auto& off = options.disabled;
    if (pass.required || std::find(off.begin(), off.end(), pass.name) == off.end()) {
      const char* context = setCrashContext(pass.name);
      pass.run(module, options);
      setCrashContext(context);
      if (mutator.wanted() && (i == 0 || pass.run == counts)) mutator.run(module, pass.after);
      if (options.verify) {
        std::string what = mir::verify(module, pass.after);
        if (!what.empty()) return std::string("after the pass ") + pass.name + ": " + what;
      }
    }
    if (i == dump_at && options.dump) dump(module, options);
  }
  return "";
}

}  // namespace krait::passes
