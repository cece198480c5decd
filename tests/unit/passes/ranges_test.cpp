#include "pass_test.h"

namespace krait::test {
namespace {

std::string ranged(const std::string& text) {
  return after(text, {passes::simplify, passes::ranges, passes::simplify});
}

TEST(Ranges, CounterOfUnknownLimitIsAMachineWord) {
  // i = 0; while i < n: i += 1
  std::string text = ranged(
      "func @\"f\"(%0: int) -> int {\nb0:\n  %1: int = const.int #0\n  %2: int = const.int #1\n  "
      "br -> b1(%1)\n"
      "b1(%3: int):\n  %4: bool = int.cmp lt %3, %0\n  condbr %4 -> b2 | b3\nb2:\n  %5: int = "
      "int.add %3, %2\n"
      "  br -> b1(%5)\nb3:\n  ret %3\n}\n");
  EXPECT_EQ(count(text, "int.add"), 0) << text;
  EXPECT_EQ(count(text, "i64.add"), 1) << text;
  EXPECT_EQ(count(text, ": i64):"), 1) << text;
}

TEST(Ranges, SumOfUnknownIntsStaysExact) {
  std::string text = ranged(
      "func @\"f\"(%0: int) -> int {\nb0:\n  %1: int = const.int #0\n  %2: int = const.int #1\n  "
      "br -> b1(%1, %1)\n"
      "b1(%3: int, %6: int):\n  %4: bool = int.cmp lt %3, %0\n  condbr %4 -> b2 | b3\nb2:\n"
      "  %5: int = int.add %3, %2\n  %7: int = int.add %6, %3\n  br -> b1(%5, %7)\nb3:\n  ret "
      "%6\n}\n");
  EXPECT_EQ(count(text, "int.add"), 1) << text;
}

TEST(Ranges, DoublingIsNoCounter) {
  std::string text = ranged(
      "func @\"f\"(%0: int) -> int {\nb0:\n  %1: int = const.int #1\n  br -> b1(%1)\n"
      "b1(%3: int):\n  %4: bool = int.cmp lt %3, %0\n  condbr %4 -> b2 | b3\nb2:\n  %5: int = "
      "int.add %3, %3\n"
      "  br -> b1(%5)\nb3:\n  ret %3\n}\n");
  EXPECT_EQ(count(text, "int.add"), 1) << text;
}

TEST(Ranges, CounterThatStartsFarOutIsNone) {
  std::string text = ranged(
      "func @\"f\"(%0: int, %9: int) -> int {\nb0:\n  %2: int = const.int #1\n  br -> b1(%9)\n"
      "b1(%3: int):\n  %4: bool = int.cmp lt %3, %0\n  condbr %4 -> b2 | b3\nb2:\n  %5: int = "
      "int.add %3, %2\n"
      "  br -> b1(%5)\nb3:\n  ret %3\n}\n");
  EXPECT_EQ(count(text, "int.add"), 1) << text;
}

TEST(Ranges, BoundedLoopIsNarrowed) {
  // for i in 0..99: s = i * i; compares of i against 100 and of the product with 10000 are decided.
  std::string text = ranged(
      "func @\"f\"() -> bool {\nb0:\n  %1: int = const.int #0\n  %2: int = const.int #1\n  %9: int "
      "= const.int #100\n"
      "  %10: int = const.int #10000\n  %14: bool = const.bool #0\n  br -> b1(%1)\n"
      "b1(%3: int):\n  %4: bool = int.cmp lt %3, %9\n  condbr %4 -> b2 | b3\nb2:\n  %11: int = "
      "int.mul %3, %3\n"
      "  %12: bool = int.cmp ge %11, %10\n  condbr %12 -> b4 | b5\nb3:\n  ret %14\nb4:\n  ret "
      "%12\nb5:\n"
      "  %5: int = int.add %3, %2\n  br -> b1(%5)\n}\n");
  EXPECT_EQ(count(text, "mul"), 0) << text;
  EXPECT_EQ(count(text, "cmp"), 1) << text;
  EXPECT_EQ(count(text, "int."), 0) << text;
}

// x = x * 1103515245 + 12345 & MASK, n times.
std::string lcg(const std::string& mask, const std::string& use) {
  return "func @\"f\"(%0: i64) -> int raises {\nb0:\n  %1: int = const.int #42\n  %2: i64 = "
         "const.i64 #0\n"
         "  %3: int = const.int #6364136223846793\n  %4: int = const.int #1442695040888963\n  %5: "
         "int = const." +
         mask +
         "\n  %6: i64 = const.i64 #1\n  br -> b1(%2, %1)\nb1(%7: i64, %8: int):\n  %9: bool = "
         "i64.cmp lt %7, %0\n"
         "  condbr %9 -> b2 | b3\nb2:\n  %10: int = int.mul %8, %3\n  %11: int = int.add %10, %4\n"
         "  %12: int = int.and %11, %5\n  %13: i64 = i64.add %7, %6\n  br -> b1(%13, %12)\nb3:\n" +
         use + "}\n";
}

TEST(Ranges, GeneratorBelowASmallMaskComputesInWords) {
  std::string text = ranged(lcg("int #4294967295", "  ret %8\n"));
  EXPECT_EQ(count(text, "int.mul"), 0) << text;
  EXPECT_EQ(count(text, "int.add"), 0) << text;
  EXPECT_EQ(count(text, "int.and"), 0) << text;
  EXPECT_EQ(count(text, "i64.mul"), 1) << text;
}

TEST(Ranges, GeneratorBelowA64BitMaskKeepsItsStateInAWord) {
  std::string text = ranged(lcg(
      "big \"18446744073709551615\"",
      "  %14: int = const.int #33\n  %15: int = int.shr %8, %14 -> b4(%15) | error %16 b5(%16)\n"
      "b4(%17: int):\n  ret %17\nb5(%18: ref):\n  raise %18\n"));
  EXPECT_EQ(count(text, "int.mul"), 0) << text;
  EXPECT_EQ(count(text, "rtcall"), 0) << text;
  EXPECT_EQ(count(text, "i64.shr"), 1) << text;
  EXPECT_EQ(count(text, "raise"), 0) << text;
}

TEST(Ranges, ModuloByPowerOfTwoOfAnyIntIsAnAnd) {
  std::string text = ranged(
      "func @\"f\"(%0: int) -> int raises {\nb0:\n  %1: int = const.int #8\n"
      "  %2: int = int.mod %0, %1 -> b1(%2) | error %3 b2(%3)\nb1(%4: int):\n  ret %4\nb2(%5: "
      "ref):\n  raise %5\n}\n");
  EXPECT_EQ(count(text, "int.and"), 1) << text;
  EXPECT_EQ(count(text, "raise"), 0) << text;
}

TEST(Ranges, UnknownDivisorStillRaises) {
  std::string text = ranged(
      "func @\"f\"(%0: i64, %9: i64) -> int raises {\nb0:\n  %1: i64 = const.i64 #255\n  %6: i64 = "
      "i64.and %0, %1\n"
      "  %7: int = int.fromi64 %6\n  %10: i64 = i64.and %9, %1\n  %11: int = int.fromi64 %10\n"
      "  %2: int = int.mod %7, %11 -> b1(%2) | error %3 b2(%3)\nb1(%4: int):\n  ret %4\nb2(%5: "
      "ref):\n  raise %5\n}\n");
  EXPECT_EQ(count(text, "int.mod"), 1) << text;
}

TEST(Ranges, GuardedDivisorDoesNotRaise) {
  std::string text = ranged(
      "func @\"f\"(%0: i64, %9: i64) -> int raises {\nb0:\n  %1: i64 = const.i64 #255\n  %6: i64 = "
      "i64.and %0, %1\n"
      "  %7: int = int.fromi64 %6\n  %10: i64 = i64.and %9, %1\n  %11: int = int.fromi64 %10\n"
      "  %12: int = const.int #0\n  %13: bool = int.cmp gt %11, %12\n  condbr %13 -> b1 | b4\nb1:\n"
      "  %2: int = int.mod %7, %11 -> b2(%2) | error %3 b3(%3)\nb2(%4: int):\n  ret %4\nb3(%5: "
      "ref):\n  raise %5\n"
      "b4:\n  ret %12\n}\n");
  EXPECT_EQ(count(text, "i64.srem"), 1) << text;
  EXPECT_EQ(count(text, "raise"), 0) << text;
}

TEST(Ranges, BoundsCheckBehindASignedTestGoes) {
  // i from 0 while i < len: the unsigned check i < len inside holds.
  std::string text = ranged(
      "func @\"f\"(%0: i64) -> i64 {\nb0:\n  %1: i64 = const.i64 #0\n  %2: i64 = const.i64 #1\n  "
      "br -> b1(%1)\n"
      "b1(%3: i64):\n  %4: bool = i64.cmp lt %3, %0\n  condbr %4 -> b2 | b3\nb2:\n  %6: bool = "
      "i64.cmp ult %3, %0\n"
      "  condbr %6 -> b4 | b5\nb3:\n  ret %3\nb4:\n  %5: i64 = i64.add %3, %2\n  br -> "
      "b1(%5)\nb5:\n  ret %1\n}\n");
  EXPECT_EQ(count(text, "ult"), 0) << text;
}

TEST(Ranges, LengthsAreNotNegative) {
  std::string text = ranged(
      "layout L0 \"l\" name l module m { _buf: ptr items int count 1 capacity 2, _len: i64, _cap: "
      "i64, x: i64 }\n"
      "func @\"f\"(%0: ref) -> bool {\nb0:\n  %1: i64 = field.load %0 L0.1\n  %2: i64 = const.i64 "
      "#0\n"
      "  %3: bool = i64.cmp ge %1, %2\n  %4: i64 = field.load %0 L0.3\n  %5: bool = i64.cmp ge %4, "
      "%2\n"
      "  %6: bool = bool.and %3, %5\n  ret %6\n}\n");
  EXPECT_EQ(count(text, "i64.cmp"), 1) << text;
  EXPECT_EQ(count(text, "L0.3"), 1) << text;
}

}  // namespace
}  // namespace krait::test
