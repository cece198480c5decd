// What counts does with single functions: how much counting is left, and where.
#include <gtest/gtest.h>

#include "mir/print.h"
#include "mir/verify.h"
#include "passes/pass_list.h"

namespace krait::passes {
namespace {

using namespace mir;

const char kHead[] = R"(
layout L0 "list<list<int>>" name list module builtins { _buf: ptr items ref count 1 capacity 2, _len: i64, _cap: i64 }
layout L1 "list<int>" name list module builtins { _buf: ptr items int count 1 capacity 2, _len: i64, _cap: i64 }
layout L2 "Node" name Node module m { val: int, next: opt, ref: ref }
global @g0 "g": opt
declare @"any_effect"(%0: int) -> int raises
declare @"owns"(%0: ref owned) -> void
declare @"reads"(%0: ref) -> void raises
declare @"two"() -> tuple<ref, int> raises
func @"pure"(%0: ref) -> int {
b0:
  %1: int = field.load %0 L2.0
  ret %1
}
)";

struct Counted {
  std::string text;
  int copies = 0, releases = 0, takes = 0, views = 0;
};

// Runs `passes` on the function @"f" and checks the result with the verifier.
Counted run(const std::string& function, const std::string& head = "", bool with_params = false) {
  Module m;
  std::string error;
  Counted c;
  EXPECT_TRUE(parseModule(kHead + head + function, m, &error)) << error;
  EXPECT_EQ(verify(m, Phase::Built), "");
  if (with_params) params(m, {});
  counts(m, {});
  EXPECT_EQ(verify(m, Phase::Counted), "") << printModule(m);
  for (uint32_t f = 0; f < m.functions.size(); ++f) {
    if (m.functions[FuncId(f)].name != "f") continue;
    c.text = printFunction(m, FuncId(f));
    for (const Block& b : m.functions[FuncId(f)].blocks)
      for (const Instr& i : b.instrs) {
        c.copies += i.op == Op::Copy;
        c.releases += i.op == Op::Release;
        c.takes += i.mark == Mark::Take;
        c.views += i.mark == Mark::View;
      }
  }
  return c;
}

void expectCounts(const Counted& c, int copies, int releases) {
  EXPECT_EQ(c.copies, copies) << c.text;
  EXPECT_EQ(c.releases, releases) << c.text;
}

TEST(Counts, NestedListsAreReadWithoutCounting) {
  expectCounts(run(R"(func @"f"(%0: ref, %1: i64, %2: i64) -> bool {
b0:
  %3: ptr = field.load %0 L0.0
  %4: ref = buf.load %3, %1 type ref
  %5: i64 = field.load %4 L1.1
  %6: bool = i64.cmp ult %2, %5
  condbr %6 -> b1 | b2
b1:
  %7: ptr = field.load %4 L1.0
  %8: int = buf.load %7, %2 type int
  %9: bool = int.truth %8
  ret %9
b2:
  ret %6
}
)"),
               0, 0);
}

TEST(Counts, ListOfTheFunctionDiesBehindTheLastUseOfItsMemory) {
  Counted c = run(R"(func @"f"(%0: i64) -> bool {
b0:
  %1: ref = new L1
  %2: ptr = field.load %1 L1.0
  %3: int = buf.load %2, %0 type int
  %4: bool = int.truth %3
  ret %4
}
)");
  expectCounts(c, 0, 1);
  EXPECT_LT(c.text.find("int.truth"), c.text.find("release %1")) << c.text;
}

TEST(Counts, TheNullPointerBelongsToNobody) {
  // The first list dies at its last use, not behind the store of the same null into the second one.
  Counted c = run(R"(func @"f"() -> void raises {
b0:
  %0: ptr = const.null
  %1: ref = new L1
  field.store %1, %0 L1.0
  invoke @"reads" %1 -> b1 | error %3 b2(%3)
b1:
  %5: ref = new L1
  field.store %5, %0 L1.0
  invoke @"reads" %5 -> b3 | error %7 b4(%7)
b2(%8: ref):
  raise %8
b3:
  ret
b4(%10: ref):
  raise %10
}
)");
  expectCounts(c, 0, 4);
}

TEST(Counts, StoreThatMayOverwriteForcesACopy) {
  const char* kText = R"(func @"f"(%0: ref, %1: ref, %2: int, %3: opt) -> bool {
b0:
  %4: int = field.load %0 L2.0
  field.store %1, STORED
  %5: bool = int.truth %4
  ret %5
}
)";
  std::string same = kText, other = kText;
  same.replace(same.find("STORED"), 6, "%2 L2.0");
  other.replace(other.find("STORED"), 6, "%3 L2.1");
  expectCounts(run(same), 2, 1);   // the loaded value; the stored one
  expectCounts(run(other), 1, 0);  // the stored one
}

TEST(Counts, CallsForceACopyOnlyIfTheyMayOverwrite) {
  expectCounts(run(R"(func @"f"(%0: ref, %1: int) -> bool raises {
b0:
  %2: int = field.load %0 L2.0
  %3: int = invoke @"any_effect" %1 -> b1(%3) | error %4 b2(%4)
b1(%5: int):
  %6: bool = int.truth %2
  ret %6
b2(%7: ref):
  raise %7
}
)"),
               1, 3);
  expectCounts(run(R"(func @"f"(%0: ref, %1: ref) -> bool {
b0:
  %2: int = field.load %0 L2.0
  %3: int = call @"pure" %1
  %4: bool = int.cmp eq %2, %3
  ret %4
}
)"),
               0, 1);
}

TEST(Counts, LastUseMoves) {
  expectCounts(run(R"(func @"f"() -> void {
b0:
  %0: ref = new L2
  call @"owns" %0
  %1: ref = new L2
  %2: opt = opt.fromref %1
  global.store @g0 %2
  ret
}
)"),
               0, 0);
}

TEST(Counts, ErrorEdgesReleaseWhatDiesThere) {
  Counted c = run(R"(func @"f"() -> ref raises {
b0:
  %0: ref = new L2
  %1: ref = new L2
  invoke @"reads" %0 -> b1 | error %2 b3(%2)
b1:
  invoke @"reads" %1 -> b2 | error %3 b3(%3)
b2:
  field.store %0, %1 L2.2
  ret %0
b3(%4: ref):
  raise %4
}
)");
  // Both error edges share the blocks that release.
  expectCounts(c, 0, 2);
}

TEST(Counts, UnusedResultsAreReleased) {
  Counted c = run(R"(func @"f"(%0: ref) -> void raises {
b0:
  %1: int = call @"pure" %0
  %2: tuple<ref, int> = invoke @"two" -> b1 | error %3 b1
b1:
  ret
}
)");
  expectCounts(c, 0, 3);
}

TEST(Counts, TupleThatIsTakenApartGivesItsItemsAway) {
  Counted c = run(R"(func @"f"(%0: ref) -> int raises {
b0:
  %1: tuple<ref, int> = invoke @"two" -> b1(%1) | error %2 b2(%2)
b1(%3: tuple<ref, int>):
  %4: ref = tuple.get %3 #0
  %5: int = tuple.get %3 #1
  field.store %0, %4 L2.2
  ret %5
b2(%6: ref):
  raise %6
}
)");
  expectCounts(c, 0, 0);
  EXPECT_EQ(c.takes, 2) << c.text;
}

TEST(Counts, UnwrappedValueTakesTheReference) {
  Counted c = run(R"(func @"f"() -> ref {
b0:
  %0: opt = global.take @g0
  %1: bool = opt.isnull %0
  condbr %1 -> b1 | b2
b1:
  %2: ref = new L2
  ret %2
b2:
  %3: ref = opt.unwrap %0
  ret %3
}
)");
  expectCounts(c, 0, 1);
  EXPECT_EQ(c.takes, 1) << c.text;
}

TEST(Counts, ConversionsThatAreOnlyReadAreViews) {
  Counted c = run(R"(func @"f"(%0: ref) -> bool {
b0:
  %1: opt = opt.fromref %0
  %2: any = any.fromopt %1
  %3: bool = any.is %2 L2
  ret %3
}
)");
  expectCounts(c, 0, 0);
  EXPECT_EQ(c.views, 2) << c.text;
}

TEST(Counts, ConstantsNeedNoCountsThroughParameters) {
  expectCounts(run(R"(func @"f"(%0: bool) -> ref {
b0:
  %1: ref = const.str "a"
  %2: ref = const.str "b"
  condbr %0 -> b1(%1) | b1(%2)
b1(%3: ref):
  %4: any = any.fromref %3
  %5: ref = any.toref %4
  %6: bool = ref.eq %3, %1
  ret %5
}
)"),
               0, 0);
}

TEST(Counts, ChoiceOfBorrowedParametersIsBorrowed) {
  expectCounts(run(R"(func @"f"(%0: ref, %1: ref, %2: bool) -> bool {
b0:
  condbr %2 -> b1(%0) | b1(%1)
b1(%3: ref):
  %4: opt = opt.fromref %3
  br -> b2(%4)
b2(%5: opt):
  %6: ref = opt.unwrap %5
  %7: int = field.load %6 L2.0
  %8: bool = int.truth %7
  ret %8
}
)"),
               0, 0);
}

TEST(Counts, KeepDecidesWhenAValueDies) {
  Counted c = run(R"(func @"f"() -> void {
b0:
  %0: ref = new L2
  %1: ref = new L2
  call @"owns" %1
  keep %0
  ret
}
)");
  EXPECT_LT(c.text.find("keep %0"), c.text.find("release %0")) << c.text;
}

TEST(Counts, ParametersThatAreAlwaysGivenAwayBecomeOwned) {
  const std::string kMain = "main @\"main\"\nfunc @\"main\"() -> void {\nb0:\n ret\n}\n";
  Counted c = run(R"(func @"f"(%0: ref, %1: opt, %2: int) -> ref {
b0:
  %3: opt = opt.fromref %0
  %4: ref = new L2
  field.init %4, %3 L2.1
  %5: bool = int.truth %2
  condbr %5 -> b1 | b2
b1:
  global.store @g0 %1
  ret %4
b2:
  ret %4
}
)",
                  kMain, true);
  expectCounts(c, 1, 0);
  EXPECT_NE(c.text.find("(%0: ref owned, %1: opt, %2: int)"), std::string::npos) << c.text;
}

TEST(Counts, DelMakesReleasesEffects) {
  const std::string kFunction = R"(func @"f"(%0: ref) -> bool {
b0:
  %1: int = field.load %0 L2.0
  %2: ref = new L2
  %3: i64 = ref.tid %2
  %4: bool = int.truth %1
  ret %4
}
)";
  expectCounts(run(kFunction), 0, 1);
  // The object that dies may overwrite the field.
  expectCounts(
      run(kFunction,
          "layout L3 \"D\" name D module m del @\"del\" {}\ndeclare @\"del\"(%0: ref) -> void\n"),
      1, 2);
}

// ---- borrow: removes copies of what outlives them

int copiesAfterBorrow(const std::string& body, const std::string& params) {
  Module m;
  std::string error;
  EXPECT_TRUE(
      parseModule("func @\"f\"(" + params + ") -> void raises {\n" + body + "}\n", m, &error))
      << error;
  EXPECT_EQ(verify(m, Phase::Counted), "");
  borrow(m, {});
  EXPECT_EQ(verify(m, Phase::Counted), "") << printModule(m);
  int copies = 0;
  for (const Block& b : m.functions[FuncId(0u)].blocks)
    for (const Instr& i : b.instrs) copies += i.op == Op::Copy;
  return copies;
}

TEST(Borrow, CopyOfABorrowedParameter) {
  EXPECT_EQ(copiesAfterBorrow("b0:\n %1: ref = copy %0\n keep %1\n release %1\n ret\n", "%0: ref"),
            0);
}
TEST(Borrow, CopyOfAValueThatLivesOn) {
  EXPECT_EQ(
      copiesAfterBorrow("b0:\n %1: int = int.neg %0\n %2: int = copy %1\n keep %2\n release %2\n"
                        " release %1\n ret\n",
                        "%0: int"),
      0);
}
TEST(Borrow, CopyThatOutlivesItsOriginalStays) {
  EXPECT_EQ(
      copiesAfterBorrow("b0:\n %1: int = int.neg %0\n %2: int = copy %1\n release %1\n keep %2\n"
                        " release %2\n ret\n",
                        "%0: int"),
      1);
}
TEST(Borrow, CopyThatIsGivenAwayStays) {
  EXPECT_EQ(copiesAfterBorrow("b0:\n %1: ref = copy %0\n keep %1\n raise %1\n", "%0: ref"), 1);
}

// ---- the verifier: each of these is what counts must never make

std::string complaint(const std::string& body,
                      const std::string& params = "%0: ref, %1: ref owned") {
  std::string head = kHead;
  head.replace(head.find("  ret %1\n"), 9, "  %2: int = copy %1\n  ret %2\n");
  Module m;
  std::string error;
  EXPECT_TRUE(parseModule(head + "func @\"f\"(" + params + ") -> void raises {\n" + body + "}\n", m,
                          &error))
      << error;
  std::string what = verify(m, Phase::Counted);
  size_t colon = what.find("): ");
  return colon == std::string::npos ? what : what.substr(colon + 3);
}

TEST(VerifyCounted, Consumption) {
  EXPECT_EQ(complaint("b0:\n release %1\n ret\n"), "");
  EXPECT_EQ(complaint("b0:\n ret\n"), "leaks %1");
  EXPECT_EQ(complaint("b0:\n release %1\n release %1\n ret\n"), "uses %1 after it was consumed");
  EXPECT_EQ(complaint("b0:\n release %1\n keep %1\n ret\n"), "uses %1 after it was consumed");
  EXPECT_EQ(complaint("b0:\n release %0\n release %1\n ret\n"),
            "consumes %0, which is only borrowed");
  EXPECT_EQ(complaint("b0:\n raise %1\n"), "");
  EXPECT_EQ(complaint("b0:\n raise %0\n"), "consumes %0, which is only borrowed");
  EXPECT_EQ(complaint("b0:\n field.store %1, %1 L2.2\n ret\n"), "consumes and borrows %1");
}

TEST(VerifyCounted, Paths) {
  EXPECT_EQ(complaint("b0:\n condbr %2 -> b1 | b2\nb1:\n release %1\n br -> b2\nb2:\n ret\n",
                      "%0: ref, %1: ref owned, %2: bool"),
            "%1 is consumed on the edge to b2 but not on another");
  EXPECT_EQ(complaint("b0:\n br -> b1\nb1:\n release %1\n condbr %2 -> b1 | b2\nb2:\n ret\n",
                      "%0: ref, %1: ref owned, %2: bool"),
            "%1 is consumed on the edge to b1 but not on another");
  EXPECT_EQ(complaint("b0:\n br -> b1(%0)\nb1(%3: ref):\n release %3\n release %1\n ret\n"),
            "consumes %3, which is only borrowed");
  EXPECT_EQ(complaint("b0:\n condbr %2 -> b1(%0) | b1(%1)\nb1(%3: ref):\n release %3\n ret\n",
                      "%0: ref, %1: ref owned, %2: bool"),
            "passes %0, which is only borrowed");
  EXPECT_EQ(
      complaint("b0:\n br -> b1(%1, %1)\nb1(%3: ref, %4: ref):\n release %3\n release %4\n ret\n"),
      "passes %1 after it was consumed");
  EXPECT_EQ(complaint("b0:\n invoke @\"reads\" %1 -> b1 | error %2 b2(%2)\nb1:\n release %1\n "
                      "ret\nb2(%3: ref):\n raise %3\n"),
            "leaks %1");
  EXPECT_EQ(complaint("b0:\n invoke @\"reads\" %1 -> b1 | error %2 b1\nb1:\n release %1\n ret\n"),
            "leaks %2 on the edge to b1");
}

TEST(VerifyCounted, Borrows) {
  EXPECT_EQ(complaint("b0:\n %2: ref = field.load %1 L2.2\n keep %2\n release %1\n ret\n"), "");
  EXPECT_EQ(complaint("b0:\n %2: ref = field.load %1 L2.2\n release %1\n keep %2\n ret\n"),
            "consumes %1, which %2 borrows from");
  EXPECT_EQ(
      complaint("b0:\n %2: ref = field.load %0 L2.2\n field.store %0, %1 L2.2\n keep %2\n ret\n"),
      "may overwrite what %2 borrows");
  EXPECT_EQ(complaint("b0:\n %2: ref = field.load %0 L2.2\n %3: ref = field.load %2 L2.2\n "
                      "field.store %0, %1 L2.2\n keep %3\n ret\n"),
            "may overwrite what %3 borrows");
  EXPECT_EQ(complaint("b0:\n %2: opt = opt.fromref %1 view\n release %1\n keep %2\n ret\n"),
            "consumes %1, which %2 borrows from");
  EXPECT_EQ(
      complaint(
          "b0:\n %2: ref = field.load %0 L2.2\n invoke @\"reads\" %2 -> b1 | error %3 b2(%3)\n"
          "b1:\n release %1\n ret\nb2(%4: ref):\n release %1\n raise %4\n"),
      "may overwrite what %2 borrows");
  EXPECT_EQ(complaint("b0:\n %2: ptr = field.load %1 L1.0\n %3: i64 = const.i64 #0\n release %1\n"
                      " %4: int = buf.load %2, %3 type int\n ret\n"),
            "consumes %1, which %2 borrows from");
  EXPECT_EQ(complaint("b0:\n %2: ref = field.load %1 L2.2\n br -> b1(%1)\nb1(%3: ref):\n keep %2\n "
                      "release %3\n ret\n"),
            "gives away %1, which %2 borrows from");
}

TEST(VerifyCounted, Takes) {
  const std::string kParams = "%0: tuple<ref, i64, int> owned";
  const std::string kFirst = "b0:\n %1: ref = tuple.get %0 #0 take\n",
                    kSecond = " %2: int = tuple.get %0 #2 take\n";
  EXPECT_EQ(complaint(kFirst + kSecond + " release %1\n release %2\n ret\n", kParams), "");
  EXPECT_EQ(
      complaint(kFirst + kSecond + " %3: i64 = tuple.get %0 #1\n release %1\n release %2\n ret\n",
                kParams),
      "");
  EXPECT_EQ(complaint(kFirst + " release %1\n ret\n", kParams), "leaks parts of %0");
  EXPECT_EQ(complaint(kFirst + " release %1\n release %0\n ret\n", kParams),
            "uses %0, parts of which were taken");
  EXPECT_EQ(complaint(kFirst + " %2: ref = tuple.get %0 #0 take\n release %1\n release %2\n ret\n",
                      kParams),
            "takes the same item of %0 twice");
  EXPECT_EQ(complaint("b0:\n %1: ref = opt.unwrap %0 take\n release %1\n ret\n", "%0: opt"),
            "consumes %0, which is only borrowed");
}

}  // namespace
}  // namespace krait::passes
