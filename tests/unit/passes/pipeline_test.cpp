// What the passes before counts make of whole idioms.
#include "pass_test.h"

namespace krait::test {
namespace {

// A list, its iterator and enumerate, as lib/core has them.
constexpr const char* kLibrary = R"(
layout L0 "list" name list module builtins { _buf: ptr items int count 1 capacity 2, _len: i64, _cap: i64 }
layout L1 "list_iterator" name list_iterator module builtins { _list: opt, _i: i64 }
layout L2 "enumerate" name enumerate module builtins { _it: ref, _n: int }
func @"iter"(%0: ref) -> ref library {
b0:
  %1: ref = new L1
  %2: opt = opt.fromref %0
  field.init %1, %2 L1.0
  %3: i64 = const.i64 #0
  field.init %1, %3 L1.1
  ret %1
}
func @"next"(%0: ref) -> int raises library {
b0:
  %1: opt = field.load %0 L1.0
  %2: bool = opt.isnull %1
  condbr %2 -> b1 | b2
b1:
  %3: ref = const.stop
  raise %3
b2:
  %4: ref = opt.unwrap %1
  %5: i64 = field.load %0 L1.1
  %6: i64 = field.load %4 L0.1
  %7: bool = i64.cmp lt %5, %6
  condbr %7 -> b3 | b4
b3:
  %8: ptr = field.load %4 L0.0
  %9: int = buf.load %8, %5 type int
  %10: i64 = const.i64 #1
  %11: i64 = i64.add %5, %10
  field.store %0, %11 L1.1
  ret %9
b4:
  %12: opt = const.null
  field.store %0, %12 L1.0
  br -> b1
}
func @"enumerate"(%0: ref) -> ref library {
b0:
  %1: ref = new L2
  %2: ref = call @"iter" %0
  field.init %1, %2 L2.0
  ret %1
}
func @"enumerate.next"(%0: ref) -> tuple<int, int> raises library {
b0:
  %1: ref = field.load %0 L2.0
  %2: int = invoke @"next" %1 -> b1(%2) | error %3 b2(%3)
b1(%4: int):
  %5: int = field.load %0 L2.1
  %6: int = const.int #1
  %7: int = int.add %5, %6
  field.store %0, %7 L2.1
  %8: tuple<int, int> = tuple.make %5, %4
  ret %8
b2(%9: ref):
  raise %9
}
)";

std::string optimized(const std::string& text) {
  return after(kLibrary + text, {passes::simplify, passes::inlineCalls, passes::scalars,
                                 passes::ranges, passes::simplify});
}

void expectRegistersOnly(const std::string& text) {
  for (const char* op :
       {"new ", "invoke", "call ", "exc.isstop", "raise", "tuple", "opt.", "L1.", "L2."})
    EXPECT_EQ(count(text, op), 0) << op << "\n" << text;
  EXPECT_EQ(count(text, "condbr"), 1) << text;
}

TEST(Pipeline, LoopOverAListHasNoIterator) {
  // for x in xs: s += x
  expectRegistersOnly(optimized(R"(
func @"f"(%0: ref) -> int raises {
  site 0 1 1 0 1 -1 -1
b0:
  %1: ref = call @"iter" %0
  %2: int = const.int #0
  br -> b1(%2)
b1(%3: int):
  %4: int = invoke @"next" %1 -> b2(%4) | error %5 b3(%5) site 0
b2(%6: int):
  %7: int = int.add %3, %6
  br -> b1(%7)
b3(%8: ref):
  %9: bool = exc.isstop %8
  condbr %9 #1 -> b4 | b5
b4:
  ret %3
b5:
  raise %8
})"));
}

TEST(Pipeline, LoopOverEnumerateHasNoObjects) {
  // for i, x in enumerate(xs): s += i * x
  std::string text = optimized(R"(
func @"f"(%0: ref) -> int raises {
  site 0 1 1 0 1 -1 -1
b0:
  %1: ref = call @"enumerate" %0
  %2: int = const.int #0
  br -> b1(%2)
b1(%3: int):
  %4: tuple<int, int> = invoke @"enumerate.next" %1 -> b2(%4) | error %5 b3(%5) site 0
b2(%6: tuple<int, int>):
  %10: int = tuple.get %6 #0
  %11: int = tuple.get %6 #1
  %12: int = int.mul %10, %11
  %7: int = int.add %3, %12
  br -> b1(%7)
b3(%8: ref):
  %9: bool = exc.isstop %8
  condbr %9 #1 -> b4 | b5
b4:
  ret %3
b5:
  raise %8
})");
  expectRegistersOnly(text);
  // The count is a machine word.
  EXPECT_EQ(count(text, ": i64, %"), 1) << text;
}

}  // namespace
}  // namespace krait::test
