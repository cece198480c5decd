// The cost of counts and of the verifier on large functions of several shapes. Times are recorded
// as test properties; what is quadratic would not end in the time that a test run has.
#include <gtest/gtest.h>

#include <chrono>

#include "mir/print.h"
#include "mir/verify.h"
#include "passes/pass_list.h"

namespace krait::passes {
namespace {

using namespace mir;

const char kHead[] =
    "layout L0 \"A\" name A module m { f: opt, g: int, h: ref }\n"
    "declare @\"mk\"() -> ref raises\n"
    "declare @\"use\"(%0: ref) -> void raises\n"
    "declare @\"take\"(%0: ref owned) -> void\n";

void run(const std::string& name, const std::string& text) {
  Module m;
  std::string error;
  ASSERT_TRUE(parseModule(kHead + text, m, &error)) << error;
  ASSERT_EQ(verify(m, Phase::Built), "");
  using Clock = std::chrono::steady_clock;
  auto milliseconds = [](Clock::time_point from) {
    return static_cast<int>(
        std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - from).count());
  };
  auto start = Clock::now();
  counts(m, {});
  int counted = milliseconds(start);
  start = Clock::now();
  ASSERT_EQ(verify(m, Phase::Counted), "");
  int verified = milliseconds(start);
  start = Clock::now();
  borrow(m, {});
  cleanup(m, {});
  int cleaned = milliseconds(start);
  ASSERT_EQ(verify(m, Phase::Counted), "");
  size_t instrs = 0;
  for (const Function& f : m.functions)
    for (const Block& b : f.blocks) instrs += b.instrs.size();
  ::testing::Test::RecordProperty(name + "_counts_ms", counted);
  printf("%s: %zu instructions, counts %d ms, verify %d ms, cleanup %d ms\n", name.c_str(), instrs,
         counted, verified, cleaned);
  EXPECT_LT(counted + verified + cleaned, 20000);
}

std::string v(int n) { return "%" + std::to_string(n); }

TEST(CountsSize, StraightLine) {
  std::string s = "func @\"f\"(%0: ref) -> void raises {\nb0:\n";
  int n = 1;
  for (; n < 100000; ++n) {
    if (n % 4 == 0)
      s += "  call @\"take\" " + v(n - 3) + "\n";
    else if (n % 4 == 1)
      s += "  " + v(n) + ": ref = new L0\n";
    else if (n % 4 == 2)
      s += "  " + v(n) + ": ref = field.load " + v(n - 1) + " L0.2\n";
    else
      s += "  " + v(n) + ": int = field.load " + v(n - 1) + " L0.1\n";
  }
  run("straight", s + "  ret\n}\n");
}

// x.h.h.h.h...
TEST(CountsSize, ChainOfLoads) {
  std::string s = "func @\"f\"(%0: ref) -> ref raises {\nb0:\n";
  for (int n = 1; n < 100000; ++n) s += "  " + v(n) + ": ref = field.load " + v(n - 1) + " L0.2\n";
  run("loads", s + "  ret %99999\n}\n");
}

// Many raising calls, each with its error edge, while `live` objects are alive to the end.
void calls(const std::string& name, int live, int count) {
  std::string s = "func @\"f\"() -> void raises {\nb0:\n";
  int n = 0;
  for (; n < live; ++n) s += "  " + v(n) + ": ref = new L0\n";
  s += "  br -> b1\n";
  int b = 1;
  std::string fail = "b" + std::to_string(2 * count + 1);
  for (int k = 0; k < count; ++k) {
    s += "b" + std::to_string(b) + ":\n  " + v(n) + ": ref = invoke @\"mk\" -> b" +
         std::to_string(b + 1) + "(" + v(n) + ") | error " + v(n + 1) + " " + fail + "(" +
         v(n + 1) + ")\n";
    s += "b" + std::to_string(b + 1) + "(" + v(n + 2) + ": ref):\n  field.store " + v(n + 2) +
         ", " + v(k % live) + " L0.2\n  invoke @\"use\" " + v(n + 2) + " -> b" +
         std::to_string(b + 2) + " | error " + v(n + 3) + " " + (k + 1 == count ? fail : fail) +
         "(" + v(n + 3) + ")\n";
    n += 4;
    b += 2;
  }
  // The last block of the chain is where the failures go; a last one returns.
  size_t at = s.rfind("-> b" + std::to_string(b) + " ");
  s.replace(at, 4 + std::to_string(b).size(), "-> b" + std::to_string(b + 1));
  s += fail + "(" + v(n) + ": ref):\n  raise " + v(n) + "\n";
  s += "b" + std::to_string(b + 1) + ":\n";
  for (int k = 0; k < live; ++k) s += "  keep " + v(k) + "\n";
  run(name, s + "  ret\n}\n");
}
TEST(CountsSize, RaisingCalls) { calls("calls", 20, 20000); }
TEST(CountsSize, ManyLive) { calls("many_live", 1000, 3000); }

// A ladder of loops with parameters.
TEST(CountsSize, Loops) {
  std::string s = "func @\"f\"(%0: ref, %1: bool) -> void {\nb0:\n  br -> b1(%0)\n";
  int n = 2;
  const int kLoops = 20000;
  for (int k = 0; k < kLoops; ++k) {
    int b = 2 * k + 1;
    s += "b" + std::to_string(b) + "(" + v(n) + ": ref):\n  " + v(n + 1) + ": ref = field.load " +
         v(n) + " L0.2\n" + "  condbr %1 -> b" + std::to_string(b) + "(" + v(n + 1) + ") | b" +
         std::to_string(b + 1) + "\n";
    s += "b" + std::to_string(b + 1) + ":\n  br -> b" + std::to_string(b + 2) + "(" + v(n) + ")\n";
    n += 2;
  }
  s += "b" + std::to_string(2 * kLoops + 1) + "(" + v(n) + ": ref):\n  ret\n}\n";
  run("loops", s);
}

}  // namespace
}  // namespace krait::passes
