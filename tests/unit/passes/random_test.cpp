// Differential test: random programs do the same before and after each pass.
#include <gtest/gtest.h>

#include <cstdlib>

#include "interpreter.h"
#include "mir/print.h"
#include "mir/verify.h"
#include "passes/pass_list.h"
#include "random_mir.h"

namespace krait::test {
namespace {

using Pass = void (*)(mir::Module&, const passes::Options&);

std::vector<std::vector<Val>> arguments(uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<std::vector<Val>> sets;
  for (int i = 0; i < 4; ++i) {
    auto any = [&](bool is_int) {
      static constexpr int64_t kNumbers[] = {0,   1,       -1,        5,         -7,
                                             100, 1 << 20, INT64_MAX, INT64_MIN, 42};
      Val v;
      v.number = kNumbers[random() % std::size(kNumbers)];
      if (is_int && random() % 8 == 0) v.number *= 1000;
      return v;
    };
    Val flag;
    flag.number = static_cast<int>(random() % 2);
    sets.push_back({any(true), any(false), any(true), flag});
  }
  return sets;
}

std::vector<std::string> behaviour(const mir::Module& module, mir::LayoutId exception,
                                   uint64_t seed) {
  std::vector<std::string> all;
  for (size_t f = 0; f < module.functions.size(); ++f)
    for (const std::vector<Val>& args : arguments(seed)) {
      Interpreter interpreter(module);
      interpreter.exceptionLayout = exception;
      interpreter.call(mir::FuncId(f), args);
      all.push_back(interpreter.describe());
    }
  return all;
}

// KRAIT_RANDOM=n runs n times as many programs.
uint64_t scale() {
  const char* text = std::getenv("KRAIT_RANDOM");
  return text ? std::strtoull(text, nullptr, 10) : 1;
}

// Returns how many runs were compared; fails the test at the first difference.
size_t compare(const std::vector<Pass>& passes, bool release, uint64_t first, uint64_t count) {
  size_t compared = 0;
  for (uint64_t seed = first; seed < first + count * scale(); ++seed) {
    mir::Module module;
    RandomProgram program(module, seed);
    program.make(3);
    std::string wrong = mir::verify(module, mir::Phase::Built);
    EXPECT_EQ(wrong, "") << "the generator, seed " << seed;
    if (!wrong.empty()) return compared;
    std::string text = mir::printModule(module);
    std::vector<std::string> before = behaviour(module, program.exception, seed);
    passes::Options options;
    options.release = release;
    for (Pass pass : passes) {
      pass(module, options);
      wrong = mir::verify(module, mir::Phase::Built);
      EXPECT_EQ(wrong, "") << "seed " << seed << "\nbefore:\n"
                           << text << "after:\n"
                           << mir::printModule(module);
      if (!wrong.empty()) return compared;
    }
    std::vector<std::string> after = behaviour(module, program.exception, seed);
    for (size_t i = 0; i < before.size(); ++i) {
      // Runs that were too long or that met numbers which the interpreter cannot hold say nothing.
      if (before[i].starts_with("gave up")) continue;
      EXPECT_EQ(before[i], after[i]) << "seed " << seed << " run " << i << "\nbefore:\n"
                                     << text << "after:\n"
                                     << mir::printModule(module);
      if (before[i] != after[i]) return compared;
      ++compared;
    }
  }
  return compared;
}

TEST(Random, Simplify) { EXPECT_GT(compare({passes::simplify}, false, 1, 1500), 10000u); }
TEST(Random, Inline) { EXPECT_GT(compare({passes::inlineCalls}, true, 20000, 1000), 7000u); }

TEST(Random, Scalars) { EXPECT_GT(compare({passes::scalars}, false, 40000, 1500), 10000u); }
TEST(Random, InlineThenScalars) {
  EXPECT_GT(compare({passes::simplify, passes::inlineCalls, passes::scalars}, true, 60000, 1000),
            7000u);
}

TEST(Random, Unswitch) {
  EXPECT_GT(compare({passes::simplify, passes::unswitch, passes::ranges, passes::simplify}, true, 70000, 1500), 10000u);
}
TEST(Random, Ranges) { EXPECT_GT(compare({passes::ranges}, false, 80000, 1500), 10000u); }
TEST(Random, RangesThenSimplify) {
  EXPECT_GT(compare({passes::simplify, passes::ranges, passes::simplify}, false, 100000, 1500),
            10000u);
}
TEST(Random, All) {
  EXPECT_GT(compare({passes::simplify, passes::inlineCalls, passes::scalars, passes::ranges,
                     passes::simplify},
                    true, 120000, 1500),
            10000u);
}

}  // namespace
}  // namespace krait::test
