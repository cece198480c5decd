#include "pass_test.h"

namespace krait::test {
namespace {

// ---- simplify: shapes

TEST(Simplify, FoldsConstants) {
  EXPECT_EQ(simplified(
                "func @\"f\"(%0: i64) -> i64 {\nb0:\n"
                "  %1: i64 = const.i64 #20\n  %2: i64 = const.i64 #22\n  %3: i64 = i64.add %1, %2\n"
                "  %4: i64 = const.i64 #0\n  %5: i64 = i64.mul %0, %4\n  %6: i64 = i64.add %3, %5\n"
                "  ret %6\n}\n"),
            "b0:\n  %1: i64 = const.i64 #42\n  ret %1\n");
}

TEST(Simplify, IntResultsStayIntsWhenTheyGrow) {
  // 2**61 + 2**61 has no small representation: it stays an operation.
  std::string text = simplified(
      "func @\"f\"() -> int {\nb0:\n  %1: int = const.int #2305843009213693952\n"
      "  %2: int = int.add %1, %1\n  ret %2\n}\n");
  EXPECT_EQ(count(text, "int.add"), 1);
}

TEST(Simplify, ComparesIntsThatComeFromMachineWords) {
  std::string text = simplified(
      "func @\"f\"(%0: i64, %1: i64) -> bool {\nb0:\n  %2: int = int.fromi64 %0\n"
      "  %3: int = int.fromi64 %1\n  %4: bool = int.cmp lt %2, %3\n  ret %4\n}\n");
  EXPECT_EQ(count(text, "int."), 0);
  EXPECT_EQ(count(text, "i64.cmp lt %0, %1"), 1);
}

TEST(Simplify, DominatedBoundsCheckGoes) {
  std::string text = simplified(
      "declare @\"use\"(%0: i64) -> void\n"
      "func @\"f\"(%0: i64, %1: i64) -> i64 {\nb0:\n  %2: bool = i64.cmp ult %0, %1\n"
      "  condbr %2 -> b1 | b4\nb1:\n  call @\"use\" %0\n  %3: bool = i64.cmp ult %0, %1\n"
      "  condbr %3 -> b2 | b4\nb2:\n  %4: bool = i64.cmp ugt %1, %0\n  condbr %4 -> b3 | b4\nb3:\n"
      "  ret %0\nb4:\n  ret %1\n}\n");
  EXPECT_EQ(count(text, "i64.cmp"), 1);
  EXPECT_EQ(count(text, "condbr"), 1);
}

TEST(Simplify, EqualValuesAreNumberedOnce) {
  std::string text = simplified(
      "func @\"f\"(%0: i64, %1: i64) -> i64 {\nb0:\n  %2: i64 = i64.add %0, %1\n"
      "  %3: i64 = i64.add %1, %0\n  %4: i64 = i64.xor %2, %3\n  ret %4\n}\n");
  EXPECT_EQ(text, "b0:\n  %2: i64 = const.i64 #0\n  ret %2\n");
}

TEST(Simplify, IterationEndIsThreaded) {
  // Of the two ways to the handler one is const.stop: it goes straight to the loop's exit.
  std::string text = simplified(
      "declare @\"next\"() -> int raises\n"
      "func @\"f\"(%0: bool) -> int raises {\nb0:\n  condbr %0 -> b1 | b2\nb1:\n"
      "  %1: int = invoke @\"next\" -> b5(%1) | error %2 b3(%2)\nb2:\n  %3: ref = const.stop\n"
      "  br -> b3(%3)\nb3(%4: ref):\n  %5: bool = exc.isstop %4\n  condbr %5 -> b4 | b6\nb4:\n"
      "  %6: int = const.int #7\n  br -> b5(%6)\nb5(%7: int):\n  ret %7\nb6:\n  raise %4\n}\n");
  EXPECT_EQ(count(text, "const.stop"), 0) << text;
  EXPECT_EQ(count(text, "exc.isstop"), 1) << text;
}

TEST(Simplify, LoadsAreForwardedUntilSomethingMayWrite) {
  const char* const program =
      "layout L0 \"A\" name A module m { f: i64, g: i64 }\ndeclare @\"any\"() -> void\n"
      "func @\"f\"(%0: ref, %1: ref, %2: i64) -> i64 {\nb0:\n  field.store %0, %2 L0.0\n"
      "  field.store %1, %2 L0.1\n  %3: i64 = field.load %0 L0.0\n  MIDDLE\n"
      "  %4: i64 = field.load %0 L0.0\n  %5: i64 = i64.sub %3, %4\n  ret %5\n}\n";
  auto with = [&](const std::string& middle) {
    std::string text = program;
    text.replace(text.find("MIDDLE"), 6, middle);
    return count(simplified(text), "field.load");
  };
  EXPECT_EQ(with("field.store %1, %2 L0.1"), 0);
  EXPECT_EQ(with("field.store %1, %3 L0.0"), 1);  // the other reference may be the same object
  EXPECT_EQ(with("call @\"any\""), 1);
}

TEST(Simplify, LoopWithoutWritesKeepsWhatItsDominatorLoaded) {
  std::string loop =
      "layout L0 \"A\" name A module m { n: i64, m: i64 }\n"
      "func @\"f\"(%0: ref, %1: ref) -> i64 {\nb0:\n  %2: i64 = field.load %0 L0.0\n  %3: i64 = "
      "const.i64 #0\n"
      "  br -> b1(%3)\nb1(%4: i64):\n  %5: i64 = field.load %0 L0.0\n  %6: bool = i64.cmp lt %4, "
      "%5\n"
      "  condbr %6 -> b2 | b3\nb2:\n  WRITE\n  %7: i64 = i64.add %4, %2\n  br -> b1(%7)\nb3:\n  "
      "ret %4\n}\n";
  auto with = [&](const std::string& write) {
    std::string text = loop;
    text.replace(text.find("WRITE"), 5, write);
    return count(simplified(text), "field.load");
  };
  EXPECT_EQ(with(""), 1);
  EXPECT_EQ(with("field.store %1, %4 L0.1"), 1);
  EXPECT_EQ(with("field.store %1, %4 L0.0"), 2);
}

TEST(Simplify, FreshObjectsAreZeroOnlyUntilALoopWrites) {
  std::string text = simplified(
      "layout L0 \"A\" name A module m { n: i64 }\n"
      "func @\"f\"(%0: i64) -> ref {\nb0:\n  %1: ref = new L0\n  %2: i64 = const.i64 #1\n  br -> "
      "b1\nb1:\n"
      "  %3: i64 = field.load %1 L0.0\n  %4: i64 = i64.add %3, %2\n  field.store %1, %4 L0.0\n"
      "  %5: bool = i64.cmp lt %4, %0\n  condbr %5 -> b1 | b2\nb2:\n  ret %1\n}\n");
  EXPECT_EQ(count(text, "field.load"), 1);
}

TEST(Simplify, StoreThatMayRunDelIsABarrier) {
  std::string program =
      "layout L0 \"A\" name A module m DEL{ f: opt, g: i64 }\n"
      "func @\"del\"(%0: ref) -> void {\nb0:\n  ret\n}\n"
      "func @\"f\"(%0: ref, %1: ref, %2: opt) -> i64 {\nb0:\n  %3: i64 = field.load %0 L0.1\n"
      "  field.store %1, %2 L0.0\n  %4: i64 = field.load %0 L0.1\n  %5: i64 = i64.add %3, %4\n  "
      "ret %5\n}\n";
  auto with = [&](const std::string& del) {
    std::string text = program;
    text.replace(text.find("DEL"), 3, del);
    return count(simplified(text), "field.load");
  };
  EXPECT_EQ(with(""), 1);
  EXPECT_EQ(with("del @\"del\" "), 2);
}

TEST(Simplify, UnusedObjectsGoUnlessTheirDeathShows) {
  std::string program =
      "layout L0 \"A\" name A module m DEL{ f: i64 }\nlayout L1 \"B\" name B module m base L0 { f: "
      "i64 }\n"
      "func @\"del\"(%0: ref) -> void {\nb0:\n  ret\n}\n"
      "func @\"f\"() -> void {\nb0:\n  %0: ref = new L1\n  ret\n}\n";
  auto with = [&](const std::string& del) {
    std::string text = program;
    text.replace(text.find("DEL"), 3, del);
    return count(simplified(text), "new L1");
  };
  EXPECT_EQ(with(""), 0);
  EXPECT_EQ(with("del @\"del\" "), 1);
}

TEST(Simplify, UnionsOfKnownTypeAreTakenApart) {
  std::string text = simplified(
      "layout L0 \"int\" name int module builtins runtime {}\nlayout L1 \"str\" name str module "
      "builtins runtime {}\n"
      "func @\"f\"(%0: int) -> int {\nb0:\n  %1: any = any.fromint %0\n  %2: bool = any.is %1 L1\n"
      "  condbr %2 -> b1 | b2\nb1:\n  unreachable\nb2:\n  %3: bool = any.is %1 L0\n  condbr %3 -> "
      "b3 | b1\nb3:\n"
      "  %4: int = any.toint %1\n  ret %4\n}\n");
  EXPECT_EQ(text, "b0:\n  ret %0\n");
}

TEST(Simplify, EmptyDiamondBecomesSelect) {
  std::string text = simplified(
      "func @\"f\"(%0: i64, %1: i64) -> i64 {\nb0:\n  %2: bool = i64.cmp lt %0, %1\n  condbr %2 -> "
      "b1 | b2\n"
      "b1:\n  br -> b3(%0)\nb2:\n  br -> b3(%1)\nb3(%3: i64):\n  ret %3\n}\n");
  EXPECT_EQ(count(text, "select"), 1);
  EXPECT_EQ(count(text, "br"), 0);
}

TEST(Simplify, RaisingArithmeticOnConstantsBecomesAJump) {
  std::string text = simplified(
      "func @\"f\"() -> int raises {\nb0:\n  %0: int = const.int #-7\n  %1: int = const.int #2\n"
      "  %2: int = int.floordiv %0, %1 -> b1(%2) | error %3 b2(%3)\nb1(%4: int):\n  ret %4\nb2(%5: "
      "ref):\n"
      "  raise %5\n}\n");
  EXPECT_EQ(count(text, "const.int #-4"), 1);
  EXPECT_EQ(count(text, "raise"), 0);
}

// ---- inline

TEST(Inline, LibraryRaiseTracesTheCallInTheCaller) {
  const char* const program =
      "declare @\"make\"() -> ref\n"
      "func @\"get\"(%0: bool) -> int raises library {\nb0:\n  condbr %0 -> b1 | b2\nb1:\n  %1: "
      "int = const.int #1\n"
      "  ret %1\nb2:\n  %2: ref = call @\"make\"\n  raise %2\n}\n"
      "func @\"f\"(%0: bool) -> int raises {\n  site 0 1 1 0 1 -1 -1\nb0:\n"
      "  %1: int = invoke @\"get\" %0 -> b1(%1) | error %2 b2(%2) site 0\nb1(%3: int):\n  ret %3\n"
      "b2(%4: ref):\n  raise %4\n}\n";
  std::string text = inlined(program, false);
  EXPECT_EQ(count(text, "invoke"), 0);
  EXPECT_EQ(count(text, "trace.add"), 1);
  EXPECT_EQ(count(text, "site 0"), 2) << text;  // the table and the operation
}

TEST(Inline, EndOfIterationHasNoTrace) {
  std::string text = inlined(
      "func @\"next\"() -> int raises library {\nb0:\n  %0: ref = const.stop\n  raise %0\n}\n"
      "func @\"f\"() -> int raises {\n  site 0 1 1 0 1 -1 -1\nb0:\n"
      "  %1: int = invoke @\"next\" -> b1(%1) | error %2 b2(%2) site 0\nb1(%3: int):\n  ret %3\n"
      "b2(%4: ref):\n  raise %4\n}\n",
      false);
  EXPECT_EQ(count(text, "trace.add"), 0);
  EXPECT_EQ(count(text, "invoke"), 0);
}

TEST(Inline, UserFunctionsInReleaseKeepTheirPlaces) {
  const char* const program =
      "func @\"g\"(%0: i64) -> i64 {\nb0:\n  %1: i64 = i64.add %0, %0\n  ret %1\n}\n"
      "func @\"h\"(%0: int) -> int raises {\n  site 0 1 1 0 1 -1 -1\nb0:\n"
      "  %1: int = int.floordiv %0, %0 -> b1(%1) | error %2 b2(%2) site 0\nb1(%3: int):\n  ret %3\n"
      "b2(%4: ref):\n  raise %4\n}\n"
      "func @\"f\"(%0: i64, %1: int) -> i64 raises {\n  site 0 1 1 0 1 -1 -1\nb0:\n  %2: i64 = "
      "call @\"g\" %0\n"
      "  %3: int = invoke @\"h\" %1 -> b1 | error %4 b2(%4) site 0\nb1:\n  ret %2\nb2(%5: ref):\n  "
      "raise %5\n}\n";
  EXPECT_EQ(count(inlined(program, false), "call @\"g\""), 1);
  EXPECT_EQ(count(inlined(program, true), "call @\"g\""), 0);
  EXPECT_EQ(count(inlined(program, false), "invoke @\"h\""), 1);
  std::string text = inlined(program, true);
  EXPECT_EQ(count(text, "invoke"), 0) << text;
  // The division's place belongs to h; on the way out f's call adds its own.
  EXPECT_EQ(count(text, "inlined \"\" \"\" 0"), 1) << text;
  EXPECT_EQ(count(text, "site 1 1 1 0 1 -1 -1 inlined 0"), 1) << text;
  EXPECT_EQ(count(text, " site 1\n"), 1) << text;
  EXPECT_EQ(count(text, "trace.add"), 1) << text;
}

TEST(Inline, CyclesAreLeftAlone) {
  const char* const program =
      "func @\"a\"(%0: i64) -> i64 library {\nb0:\n  %1: i64 = call @\"b\" %0\n  ret %1\n}\n"
      "func @\"b\"(%0: i64) -> i64 library {\nb0:\n  %1: i64 = call @\"a\" %0\n  ret %1\n}\n"
      "func @\"f\"(%0: i64) -> i64 {\nb0:\n  %1: i64 = call @\"a\" %0\n  ret %1\n}\n";
  EXPECT_EQ(count(inlined(program, true), "call @\"a\""), 1);
}

TEST(Recursion, FindsCycles) {
  mir::Module m = parse(
      "func @\"a\"() -> void {\nb0:\n  call @\"b\"\n  ret\n}\nfunc @\"b\"() -> void {\nb0:\n  call "
      "@\"a\"\n  ret\n}\n"
      "func @\"c\"() -> void {\nb0:\n  call @\"a\"\n  ret\n}\nfunc @\"d\"() -> void recursive "
      "{\nb0:\n  ret\n}\n");
  passes::recursion(m, {});
  std::string flags;
  for (const mir::Function& f : m.functions) flags += f.name + (f.recursive ? "1" : "0");
  EXPECT_EQ(flags, "a1b1c0d0");
}

}  // namespace
}  // namespace krait::test
