#include "pass_test.h"

namespace krait::test {
namespace {

std::string folded(const std::string& text) {
  mir::Module module = parse(text);
  passes::fold(module, {});
  EXPECT_EQ(mir::verify(module, mir::Phase::Built), "");
  return mir::printModule(module);
}

TEST(Fold, EqualLibraryFunctionsAreMergedWithTheirCallers) {
  std::string text = folded(
      "func @\"a\"(%0: int) -> int library {\nb0:\n  %1: int = int.add %0, %0\n  ret %1\n}\n"
      "func @\"b\"(%7: int) -> int library {\nb0:\n  %9: int = int.add %7, %7\n  ret %9\n}\n"
      "func @\"ca\"(%0: int) -> int library {\nb0:\n  %1: int = call @\"a\" %0\n  ret %1\n}\n"
      "func @\"cb\"(%0: int) -> int library {\nb0:\n  %1: int = call @\"b\" %0\n  ret %1\n}\n"
      "func @\"user\"(%0: int) -> int {\nb0:\n  %1: int = call @\"cb\" %0\n  ret %1\n}\n");
  EXPECT_EQ(count(text, "declare"), 2) << text;
  EXPECT_EQ(count(text, "call @\"ca\""), 1) << text;
  EXPECT_EQ(count(text, "call @\"cb\""), 0) << text;
}

TEST(Fold, DifferencesCount) {
  auto with = [&](const std::string& second) {
    return count(folded("func @\"a\"(%0: int, %1: int) -> int library {\nb0:\n  %2: int = int.sub "
                        "%0, %1\n  ret %2\n}\n" +
                        second),
                 "declare");
  };
  EXPECT_EQ(with("func @\"b\"(%0: int, %1: int) -> int library {\nb0:\n  %2: int = int.sub %0, "
                 "%1\n  ret %2\n}\n"),
            1);
  EXPECT_EQ(with("func @\"b\"(%0: int, %1: int) -> int library {\nb0:\n  %2: int = int.sub %1, "
                 "%0\n  ret %2\n}\n"),
            0);
  EXPECT_EQ(with("func @\"b\"(%0: int, %1: int) -> int library {\nb0:\n  %2: int = int.add %0, "
                 "%1\n  ret %2\n}\n"),
            0);
  EXPECT_EQ(
      with(
          "func @\"b\"(%0: int, %1: int) -> int {\nb0:\n  %2: int = int.sub %0, %1\n  ret %2\n}\n"),
      0);
}

}  // namespace
}  // namespace krait::test
