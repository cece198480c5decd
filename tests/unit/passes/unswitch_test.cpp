#include "pass_test.h"

namespace krait::test {
namespace {

std::string unswitched(const std::string& text) { return after(text, {passes::unswitch}, true); }

// Numbers from %1 on; behind them, if %0 is an object, its field until that is negative.
constexpr const char* kLoop = R"(
layout L0 "rest" name rest module builtins { at: int }
func @"f"(%0: opt, %1: i64) -> int {
b0:
  %2: i64 = const.i64 #1
  %3: int = const.int #0
  br -> b1(%1, %3)
b1(%4: i64, %5: int):
  %6: bool = i64.cmp lt %4, %2
  condbr %6 -> b2 | b3
b2:
  %7: bool = opt.isnull %0
  condbr %7 -> b6 | b4
b3:
  %8: i64 = i64.sub %4, %2
  %9: int = int.fromi64 %8
  br -> b5(%8, %9)
b4:
  %10: ref = opt.unwrap %0
  %11: int = field.load %10 L0.0
  %15: bool = int.cmp lt %11, %3
  condbr %15 -> b6 | b5(%4, %11)
b5(%12: i64, %13: int):
  %14: int = int.add %5, %13
  br -> b1(%12, %14)
b6:
  ret %5
})";

TEST(Unswitch, TheTestIsMadeOnce) {
  std::string text = unswitched(kLoop);
  // One test in front of two loops; the one without an object has no other source of numbers.
  EXPECT_EQ(count(text, "opt.isnull"), 1) << text;
  EXPECT_EQ(count(text, "int.add"), 2) << text;
  EXPECT_EQ(count(text, "field.load"), 1) << text;
}

TEST(Unswitch, OnlyInRelease) { EXPECT_EQ(count(after(kLoop, {passes::unswitch}), "int.add"), 1); }

TEST(Unswitch, WhatChangesInTheLoopIsLeftAlone) {
  std::string text = unswitched(R"(
layout L0 "node" name node module builtins { next: opt }
func @"f"(%0: opt) -> i64 {
b0:
  %1: i64 = const.i64 #0
  %2: i64 = const.i64 #1
  br -> b1(%0, %1)
b1(%3: opt, %4: i64):
  %5: bool = opt.isnull %3
  condbr %5 -> b3 | b2
b2:
  %6: ref = opt.unwrap %3
  %7: opt = field.load %6 L0.0
  %8: i64 = i64.add %4, %2
  br -> b1(%7, %8)
b3:
  ret %4
})");
  EXPECT_EQ(count(text, "i64.add"), 1) << text;
}

// The object goes round as a parameter of the header; two values are used behind both ways out.
TEST(Unswitch, ValuesBehindTheLoopComeFromBothCopies) {
  std::string text = unswitched(R"(
layout L0 "rest" name rest module builtins { at: int }
func @"f"(%0: opt, %1: i64, %2: bool) -> i64 {
b0:
  %3: i64 = const.i64 #1
  br -> b1(%0, %1)
b1(%4: opt, %5: i64):
  %6: i64 = i64.mul %5, %5
  condbr %2 -> b2 | b5
b2:
  %7: bool = opt.isnull %4
  condbr %7 -> b3 | b4
b3:
  %8: i64 = i64.sub %5, %3
  br -> b1(%4, %8)
b4:
  %9: bool = i64.cmp lt %6, %3
  condbr %9 -> b6 | b3
b5:
  br -> b6
b6:
  %10: i64 = i64.add %6, %5
  ret %10
})");
  EXPECT_EQ(count(text, "opt.isnull"), 1) << text;
  EXPECT_EQ(count(text, "i64.mul"), 2) << text;
  EXPECT_EQ(count(text, "ret"), 1) << text;
}

}  // namespace
}  // namespace krait::test
