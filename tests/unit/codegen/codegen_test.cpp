#include "codegen/codegen.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "../../../runtime/core/object.h"
#include "mir/print.h"

namespace krait::codegen {
namespace {

const char kMain[] =
    "func @\"t.main\"() -> void raises display \"<module>\" file \"t.py\" line 1 {\nb0:\n  ret\n}\n"
    "main @\"t.main\"\n";

std::string emit(const std::string& text, Options options = {}, Emit kind = Emit::LlvmIr) {
  mir::Module module;
  std::string error, output;
  if (!mir::parseModule(text, module, &error)) return "parse: " + error;
  options.verify = true;
  error = generate(module, kind, options, output);
  return error.empty() ? output : "error: " + error;
}

// The absolute symbols that the text defines.
std::map<std::string, uint32_t> symbols(const std::string& text) {
  std::map<std::string, uint32_t> result;
  for (size_t at = text.find(".set \\22"); at != std::string::npos;
       at = text.find(".set \\22", at + 1)) {
    size_t end = text.find("\\22, ", at);
    result[text.substr(at + 8, end - at - 8)] =
        static_cast<uint32_t>(std::stoul(text.substr(end + 5)));
  }
  return result;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(Classes, RuntimeTypesAlwaysHaveIds) {
  auto ids = symbols(emit(kMain));
#define EXPECT_ID(name)                         \
  EXPECT_GT(ids["kr_tid_" #name], 0u) << #name; \
  EXPECT_GT(ids["kr_tid_end_" #name], ids["kr_tid_" #name]) << #name;
  KR_RUNTIME_TYPES(EXPECT_ID)
#undef EXPECT_ID
}

TEST(Classes, ExceptionsNestAsInCPython) {
  auto ids = symbols(emit(kMain));
  auto within = [&](const std::string& derived, const std::string& base) {
    return ids["kr_tid_" + base] < ids["kr_tid_" + derived] &&
           ids["kr_tid_end_" + derived] <= ids["kr_tid_end_" + base];
  };
  EXPECT_TRUE(within("ZeroDivisionError", "ArithmeticError"));
  EXPECT_TRUE(within("ArithmeticError", "Exception"));
  EXPECT_TRUE(within("KeyError", "LookupError"));
  EXPECT_TRUE(within("RecursionError", "RuntimeError"));
  EXPECT_TRUE(within("SystemExit", "BaseException"));
  EXPECT_FALSE(within("SystemExit", "Exception"));
  EXPECT_TRUE(within("bool", "int"));
  EXPECT_FALSE(within("ValueError", "TypeError"));
}

TEST(Classes, IdsDoNotDependOnTheOrderOfDiscovery) {
  std::string a =
      "layout L0 \"A\" name A module m { x: i64 }\nlayout L1 \"B\" name B module m base L0 { x: "
      "i64 }\n";
  std::string b =
      "layout L1 \"A\" name A module m { x: i64 }\nlayout L0 \"B\" name B module m base L1 { x: "
      "i64 }\n";
  auto first = symbols(emit(a + kMain));
  EXPECT_EQ(first, symbols(emit(b + kMain)));
  EXPECT_EQ(first["kr_tid_B"], first["kr_tid_A"] + 1);
  EXPECT_EQ(first["kr_tid_end_A"], first["kr_tid_end_B"]);
}

TEST(Classes, ValuesWithoutReferencesComeBeforeTheHeap) {
  auto ids =
      symbols(emit("layout L0 \"unit\" name u module m value_only {}\n" + std::string(kMain)));
  for (const char* name : {"NoneType", "unit"}) EXPECT_LT(ids["kr_tid_" + std::string(name)], ids["kr_tid_float"]);
  EXPECT_LT(ids["kr_tid_float"], ids["kr_tid_int"]);
  for (const char* name : {"str", "BaseException"}) EXPECT_GT(ids["kr_tid_" + std::string(name)], ids["kr_tid_end_int"] - 1);
}

TEST(Literals, NarrowestKindAndSharing) {
  std::string text = emit(
      "func @\"t.main\"() -> void raises display \"<module>\" file \"t.py\" line 1 {\nb0:\n"
      "  %0: ref = const.str \"plain\"\n  %1: ref = const.str \"plain\"\n  %2: ref = const.str "
      "\"éé\"\n"
      "  %3: ref = const.str \"Ж\"\n  %4: ref = const.str \"🐍\"\n"
      "  %5: i64 = rtcall \"print_str\" %0\n  %6: i64 = rtcall \"print_str\" %1\n"
      "  %7: i64 = rtcall \"print_str\" %2\n  %8: i64 = rtcall \"print_str\" %3\n"
      "  %9: i64 = rtcall \"print_str\" %4\n  ret\n}\nmain @\"t.main\"\n");
  // hash, length, kind, ascii, pad, capacity, characters
  EXPECT_TRUE(contains(text, "i64 -1, i64 5, i8 1, i8 1, i16 0, i32 0, [6 x i8] c\"plain\\00\""))
      << text;
  EXPECT_TRUE(contains(text, "i64 -1, i64 2, i8 1, i8 0, i16 0, i32 0, [3 x i8] c\"\\E9\\E9\\00\""))
      << text;
  EXPECT_TRUE(
      contains(text, "i64 -1, i64 1, i8 2, i8 0, i16 0, i32 0, [2 x i16] [i16 1046, i16 0]"))
      << text;
  EXPECT_TRUE(
      contains(text, "i64 -1, i64 1, i8 4, i8 0, i16 0, i32 0, [2 x i32] [i32 128013, i32 0]"))
      << text;
  EXPECT_EQ(text.find("c\"plain"), text.rfind("c\"plain"));
}

const char kLoop[] =
    "func @\"t.loop\"(%0: i64, %1: f64) -> f64 {\nb0:\n  br -> b1(%0, %1)\nb1(%2: i64, %3: f64):\n"
    "  %4: f64 = f64.mul %3, %1\n  %5: f64 = f64.add %4, %1\n  %6: i64 = const.i64 #1\n"
    "  %7: i64 = i64.sub %2, %6\n  %8: i64 = const.i64 #0\n  %9: bool = i64.cmp gt %7, %8\n"
    "  condbr %9 -> b1(%7, %5) | b2\nb2:\n  ret %5\n}\n";

TEST(Floats, NothingIsReorderedOrContracted) {
  Options options;
  options.release = true;
  options.cpu = "x86-64-v3";
  std::string text = emit(std::string(kLoop) + kMain, options);
  for (const char* flag : {" fast ", "contract", "reassoc", "nnan", "nsz", "fmuladd"})
    EXPECT_FALSE(contains(text, flag)) << flag;
  options.only_function = "t.loop";
  EXPECT_FALSE(contains(emit(std::string(kLoop) + kMain, options, Emit::Assembly), "vfmadd"));
}

TEST(Loops, EndlessOnesAreKept) {
  Options options;
  options.release = true;
  options.only_function = "t.spin";
  std::string spin = "func @\"t.spin\"() -> void noinline {\nb0:\n  br -> b1\nb1:\n  br -> b1\n}\n";
  std::string main = kMain;
  main.replace(main.find("  ret"), 5, "  call @\"t.spin\"\n  ret");
  std::string text = emit(spin + main, options);
  EXPECT_TRUE(contains(text, "br label")) << text;
  EXPECT_FALSE(contains(text, "unreachable")) << text;
}

TEST(Program, ExportsWhatTheRuntimeCalls) {
  std::string text = emit(
      "func @\"kr_any_str\"(%0: any owned) -> ref raises {\nb0:\n  %1: ref = const.str \"x\"\n  "
      "release %0\n"
      "  ret %1\n}\n" +
      std::string(kMain));
  EXPECT_TRUE(contains(text, "define dso_local ptr @kr_any_str(i64 %0, i64 %1)")) << text;
  EXPECT_TRUE(contains(text, "define dso_local ptr @kr_program_main()"));
  EXPECT_TRUE(contains(text, "define dso_local void @kr_program_teardown()"));
}

TEST(Output, OneFunctionOnly) {
  Options options;
  options.only_function = "t.loop";
  std::string text = emit(std::string(kLoop) + kMain, options);
  EXPECT_TRUE(contains(text, "@t.loop"));
  EXPECT_FALSE(contains(text, "@kr_program_main"));
  text = emit(std::string(kLoop) + kMain, options, Emit::Assembly);
  EXPECT_TRUE(contains(text, "t.loop:"));
  EXPECT_FALSE(contains(text, "kr_program_main:"));
  EXPECT_FALSE(contains(text, "kr_tid_"));
}

TEST(Output, AnUnreadableBitcodeIsAnError) {
  Options options;
  options.release = true;
  options.runtime_bitcode = "/nonexistent.bc";
  EXPECT_TRUE(emit(kMain, options).starts_with("error: cannot read /nonexistent.bc"));
}

TEST(Output, ObjectsDoNotDependOnTheRun) {
  Options options;
  EXPECT_EQ(emit(std::string(kLoop) + kMain, options, Emit::Object),
            emit(std::string(kLoop) + kMain, options, Emit::Object));
}

}  // namespace
}  // namespace krait::codegen
