#include "pass_test.h"

namespace krait::test {
namespace {

std::string scalarized(const std::string& text) {
  return after(text, {passes::simplify, passes::scalars});
}

// A counting iterator: { next, end }.
constexpr const char* kIterator =
    "layout L0 \"iter\" name iter module m { _i: i64, _n: i64 }\n"
    "layout L1 \"outer\" name outer module m { _it: ref, _k: i64 }\n";

TEST(Scalars, IteratorOfALoopBecomesRegisters) {
  std::string text = scalarized(
      std::string(kIterator) +
      "func @\"f\"(%0: i64) -> i64 {\nb0:\n  %1: ref = new L0\n  field.init %1, %0 L0.1\n  %2: i64 "
      "= const.i64 #0\n"
      "  br -> b1(%2)\nb1(%3: i64):\n  %4: i64 = field.load %1 L0.0\n  %5: i64 = field.load %1 "
      "L0.1\n"
      "  %6: bool = i64.cmp lt %4, %5\n  condbr %6 -> b2 | b3\nb2:\n  %7: i64 = const.i64 #1\n"
      "  %8: i64 = i64.add %4, %7\n  field.store %1, %8 L0.0\n  %9: i64 = i64.add %3, %4\n  br -> "
      "b1(%9)\n"
      "b3:\n  ret %3\n}\n");
  EXPECT_EQ(count(text, "new"), 0) << text;
  EXPECT_EQ(count(text, "field."), 0) << text;
  EXPECT_EQ(count(text, "b1(%"), 3) << text;  // the block and two jumps to it
}

TEST(Scalars, NestedObjectsFollow) {
  std::string text = scalarized(
      std::string(kIterator) +
      "func @\"f\"(%0: i64) -> i64 {\nb0:\n  %1: ref = new L0\n  field.init %1, %0 L0.1\n  %2: ref "
      "= new L1\n"
      "  field.init %2, %1 L1.0\n  br -> b1\nb1:\n  %3: ref = field.load %2 L1.0\n"
      "  %4: i64 = field.load %3 L0.0\n  %5: i64 = field.load %3 L0.1\n  %6: bool = i64.cmp lt %4, "
      "%5\n"
      "  condbr %6 -> b2 | b3\nb2:\n  %7: i64 = const.i64 #1\n  %8: i64 = i64.add %4, %7\n"
      "  field.store %3, %8 L0.0\n  %9: i64 = field.load %2 L1.1\n  %10: i64 = i64.add %9, %8\n"
      "  field.store %2, %10 L1.1\n  br -> b1\nb3:\n  %11: i64 = field.load %2 L1.1\n  ret "
      "%11\n}\n");
  EXPECT_EQ(count(text, "new"), 0) << text;
  EXPECT_EQ(count(text, "field."), 0) << text;
}

TEST(Scalars, EscapingObjectsStay) {
  auto with = [&](const std::string& use, const std::string& layout = "") {
    return count(
        scalarized(std::string(kIterator) + layout +
                   "layout L3 \"d\" name d module m del @\"del\" { a: i64 }\n"
                   "global @g0 \"g\": ref\nfunc @\"del\"(%0: ref) -> void {\nb0:\n  ret\n}\n"
                   "declare @\"use\"(%0: ref) -> void\n"
                   "func @\"f\"(%0: ref, %9: i64) -> i64 {\nb0:\n  %1: ref = new L0\n  field.init "
                   "%1, %9 L0.1\n  " +
                   use + "\n  %2: i64 = field.load %1 L0.1\n  ret %2\n}\n"),
        "new L0");
  };
  EXPECT_EQ(with("keep %1"), 0);
  EXPECT_EQ(with("global.store @g0 %1"), 1);
  EXPECT_EQ(with("call @\"use\" %1"), 1);
  EXPECT_EQ(with("field.store %0, %1 L1.0"), 1);
}

TEST(Scalars, ObjectsWithVisibleDeathStay) {
  std::string text = scalarized(
      "layout L0 \"d\" name d module m del @\"del\" { a: i64 }\nfunc @\"del\"(%0: ref) -> void "
      "{\nb0:\n  ret\n}\n"
      "func @\"f\"(%0: i64) -> i64 {\nb0:\n  %1: ref = new L0\n  field.init %1, %0 L0.0\n"
      "  %2: i64 = field.load %1 L0.0\n  ret %2\n}\n");
  EXPECT_EQ(count(text, "new L0"), 1);
}

TEST(Scalars, ReplacedFieldsKeepWhatTheyHeldUntilTheyAreOverwritten) {
  std::string text = scalarized(
      "layout L0 \"d\" name d module m del @\"del\" { a: i64 }\nlayout L1 \"h\" name h module m { "
      "x: opt }\n"
      "func @\"del\"(%0: ref) -> void {\nb0:\n  ret\n}\n"
      "declare @\"print\"() -> void\ndeclare @\"make\"() -> opt\n"
      "func @\"f\"() -> void {\nb0:\n  %1: ref = new L1\n  %2: opt = call @\"make\"\n  field.store "
      "%1, %2 L1.0\n"
      "  call @\"print\"\n  %3: opt = const.null\n  field.store %1, %3 L1.0\n  call @\"print\"\n  "
      "keep %1\n  ret\n}\n");
  EXPECT_EQ(
      text,
      "b0:\n  %0: opt = call @\"make\"\n  call @\"print\"\n  keep %0\n  call @\"print\"\n  ret\n");
}

TEST(Scalars, BuffersThatAreSetKeepTheirObject) {
  auto with = [&](const std::string& set) {
    return count(
        scalarized(
            "layout L0 \"l\" name l module m { _buf: ptr items int count 1 capacity 1, _n: i64 }\n"
            "func @\"f\"(%0: ptr) -> i64 {\nb0:\n  %1: ref = new L0\n  %3: ptr = const.null\n  " +
            set + "\n  %2: i64 = field.load %1 L0.1\n  ret %2\n}\n"),
        "new L0");
  };
  EXPECT_EQ(with("field.init %1, %3 L0.0"), 0);
  EXPECT_EQ(with("field.init %1, %0 L0.0"), 1);
}

TEST(Scalars, TupleParametersAreSplit) {
  std::string text = scalarized(
      "func @\"f\"(%0: i64) -> i64 {\nb0:\n  %1: i64 = const.i64 #0\n  %2: tuple<i64, i64> = "
      "tuple.make %1, %1\n"
      "  br -> b1(%2)\nb1(%3: tuple<i64, i64>):\n  %4: i64 = tuple.get %3 #0\n  %5: i64 = "
      "tuple.get %3 #1\n"
      "  %6: bool = i64.cmp lt %4, %0\n  condbr %6 -> b2 | b3\nb2:\n  %7: i64 = const.i64 #1\n"
      "  %8: i64 = i64.add %4, %7\n  %9: i64 = i64.add %5, %4\n  %10: tuple<i64, i64> = tuple.make "
      "%8, %9\n"
      "  br -> b1(%10)\nb3:\n  ret %5\n}\n");
  EXPECT_EQ(count(text, "tuple"), 0) << text;
}

}  // namespace
}  // namespace krait::test
