// Thousands of random functions: counts must satisfy the verifier, and an abstract machine that
// walks random paths must see no leak, no double free and no use after free.
#include <gtest/gtest.h>

#include "executor.h"
#include "generator.h"
#include "mir/print.h"
#include "mir/verify.h"
#include "passes/pass_list.h"

namespace krait::passes::testing {
namespace {

void check(uint32_t first, uint32_t count, GeneratorOptions options) {
  long finished = 0;
  for (uint32_t seed = first; seed < first + count; ++seed) {
    Module m;
    Generator generator(m, seed, options);
    generator.environment();
    std::vector<FuncId> functions;
    for (int k = 0; k < 4; ++k) functions.push_back(generator.function("f" + std::to_string(k)));
    std::string before = printModule(m);
    ASSERT_EQ(verify(m, Phase::Built), "") << "seed " << seed << "\n" << before;
    if (seed % 3 == 0) {
      m.main = functions.back();
      params(m, {});
    }
    counts(m, {});
    std::string after = printModule(m);
    ASSERT_EQ(verify(m, Phase::Counted), "") << "seed " << seed << "\n" << before << "\n" << after;
    Module again;
    std::string error;
    ASSERT_TRUE(parseModule(after, again, &error)) << error;
    ASSERT_EQ(printModule(again), after);
    if (seed % 2) {
      // Half of the modules go through what follows counts.
      m.main = FuncId();  // cleanup must not remove functions
      borrow(m, {});
      cleanup(m, {});
      after = printModule(m);
      ASSERT_EQ(verify(m, Phase::Counted), "") << "seed " << seed << "\n"
                                               << before << "\n"
                                               << after;
    }
    for (FuncId f : functions)
      for (uint32_t path = 0; path < 6; ++path) {
        Executor executor(m, seed * 31 + path);
        std::string what = executor.run(f, 400);
        ASSERT_EQ(what, "") << "seed " << seed << " path " << path << "\n"
                            << before << "\n"
                            << printFunction(m, f);
        finished += executor.stepsLeft() > 0;
      }
  }
  // Most paths come to an end.
  EXPECT_GT(finished, static_cast<long>(count) * 12);
}

TEST(CountsRandom, Small) { check(1, 900, {.blocks = 4, .instrs = 5, .pointers = false}); }
TEST(CountsRandom, Larger) { check(100000, 250, {.blocks = 14, .instrs = 8, .pointers = false}); }
TEST(CountsRandom, Pointers) { check(200000, 800, {.blocks = 6, .instrs = 6}); }
TEST(CountsRandom, ObservableDeaths) {
  check(300000, 500, {.blocks = 6, .instrs = 6, .del = true, .pointers = false});
}

}  // namespace
}  // namespace krait::passes::testing
