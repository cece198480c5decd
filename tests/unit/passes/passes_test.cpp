// The whole pipeline, with the verifier between all passes.
#include "passes/passes.h"

#include <gtest/gtest.h>

#include "executor.h"
#include "generator.h"
#include "mir/print.h"
#include "mir/verify.h"

namespace krait::passes::testing {
namespace {

void pipeline(uint32_t first, uint32_t count, GeneratorOptions generator_options) {
  for (uint32_t seed = first; seed < first + count; ++seed) {
    Module m;
    Generator generator(m, seed, generator_options);
    generator.environment();
    for (int k = 0; k < 4; ++k) generator.function("f" + std::to_string(k));
    FuncId last(m.functions.size() - 1);
    if (seed % 2) m.main = last;
    std::string before = printModule(m);
    Options options;
    options.verify = true;
    options.release = seed % 3 == 0;
    ASSERT_EQ(runPasses(m, options), "") << "seed " << seed << "\n" << before;
    for (uint32_t f = 0; f < m.functions.size(); ++f) {
      if (m.functions[FuncId(f)].declaration) continue;
      for (uint32_t path = 0; path < 4; ++path) {
        Executor executor(m, seed * 31 + path);
        ASSERT_EQ(executor.run(FuncId(f), 400), "") << "seed " << seed << "\n"
                                                    << before << "\n"
                                                    << printFunction(m, FuncId(f));
      }
    }
  }
}

TEST(Pipeline, RandomModules) { pipeline(1, 300, {.blocks = 6, .instrs = 6, .pointers = false}); }
TEST(Pipeline, RandomModulesWithPointers) { pipeline(50000, 300, {.blocks = 6, .instrs = 6}); }
TEST(Pipeline, RandomModulesWithDel) {
  pipeline(90000, 300, {.blocks = 6, .instrs = 6, .del = true, .pointers = false});
}

TEST(Pipeline, DumpsAndDisables) {
  const char* kText =
      "func @\"f\"(%0: ref) -> ref {\nb0:\n  ret %0\n}\n"
      "func @\"g\"(%0: ref) -> ref {\nb0:\n  %1: ref = call @\"f\" %0\n  ret %1\n}\n";
  auto run = [&](Options options, std::string* dump) {
    Module m;
    std::string error;
    EXPECT_TRUE(parseModule(kText, m, &error)) << error;
    options.dump = dump;
    options.verify = true;
    EXPECT_EQ(runPasses(m, options), "");
    return printModule(m);
  };
  std::string dump;
  Options options;
  options.dump_after = "counts";
  options.dump_function = "g";
  run(options, &dump);
  EXPECT_NE(dump.find("func @\"g\""), std::string::npos) << dump;
  EXPECT_EQ(dump.find("func @\"f\""), std::string::npos) << dump;
  // counts is required: switching it off has no effect.
  Options off;
  off.disabled = {"counts", "inline", "simplify"};
  std::string result = run(off, nullptr);
  EXPECT_NE(result.find("copy"), std::string::npos) << result;
}

TEST(Pipeline, ReportsWhatTheVerifierFinds) {
  Module m;
  std::string error;
  ASSERT_TRUE(parseModule("func @\"f\"(%0: ref) -> int {\nb0:\n  ret %0\n}\n", m, &error)) << error;
  Options options;
  options.verify = true;
  EXPECT_EQ(
      runPasses(m, options),
      "before the first pass: function @\"f\", b0 instruction 0 (ret): the returned value has type "
      "ref, not int");
}

}  // namespace
}  // namespace krait::passes::testing
