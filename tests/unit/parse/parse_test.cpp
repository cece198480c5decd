#include "parse/parse.h"

#include <gtest/gtest.h>

#include "parse/dump.h"

namespace krait {
namespace {

struct Parsed {
  SourceManager sources;
  Arena arena;
  Interner names;
  DiagnosticSink diags;
  FileId file;
  ast::Module* module;

  explicit Parsed(std::string text) {
    file = sources.add("t.py", std::move(text));
    module = parseModule(sources, file, arena, names, diags);
  }
  // Errors as "line:column message", one a line.
  std::string errors() const {
    std::string out;
    for (const Diagnostic& d : diags.diagnostics()) {
      LineColumn at = sources.file(file).lineColumn(d.span.range.begin);
      out += std::to_string(at.line) + ":" + std::to_string(at.column) + " " + d.message + "\n";
    }
    return out;
  }
};

std::string errors(std::string text) { return Parsed(std::move(text)).errors(); }

TEST(Parse, ReportsSeveralErrorsInOneGo) {
  EXPECT_EQ(errors("def f(a b):\n    return 1 +\n\nx = (1 2)\nif y\n    z = 1 = 2\n"),
            "1:8 invalid syntax\n"
            "2:14 invalid syntax\n"
            "4:5 invalid syntax. Perhaps you forgot a comma?\n"
            "5:4 expected ':'\n"
            "6:8 cannot assign to literal\n");
}

TEST(Parse, NoTreeAfterAnError) {
  EXPECT_EQ(Parsed("x = \n").module, nullptr);
  EXPECT_EQ(Parsed("return 1\n").module, nullptr);
  EXPECT_NE(Parsed("x = 1\n").module, nullptr);
}

TEST(Parse, ErrorsInsideABlockDoNotSpread) {
  EXPECT_EQ(errors("class A:\n    def f(self):\n        x = = 1\n        return x\n\n    y = 2\n"),
            "3:12 invalid syntax\n");
  EXPECT_EQ(errors("try:\n    x y\nexcept A:\n    pass\n"), "2:6 invalid syntax\n");
}

TEST(Parse, AnOpenBracketIsTheOnlyError) {
  EXPECT_EQ(errors("x = [1,\ny = 2\nz = 3\n"), "1:4 '[' was never closed\n");
  EXPECT_EQ(errors("x = [1,\ny = 2\ndef f():\n    return 1 1\n"),
            "1:4 '[' was never closed\n4:13 invalid syntax\n");
}

TEST(Parse, ChecksScopes) {
  EXPECT_EQ(errors("def f(a, a): pass\n"), "1:9 duplicate argument 'a' in function definition\n");
  EXPECT_EQ(errors("def f():\n    x = 1\n    global x\n"),
            "3:11 name 'x' is assigned to before global declaration\n");
  EXPECT_EQ(errors("def f():\n    nonlocal x\n"), "2:13 no binding for nonlocal 'x' found\n");
  EXPECT_EQ(errors("def f():\n    x = 1\n    def g():\n        nonlocal x\n"), "");
  EXPECT_EQ(errors("class A:\n    def f(self):\n        nonlocal __class__\n"), "");
}

TEST(Parse, ChecksPlaces) {
  EXPECT_EQ(errors("break\n"), "1:0 'break' outside loop\n");
  EXPECT_EQ(errors("def f():\n    await x\n"), "2:4 'await' outside async function\n");
  EXPECT_EQ(errors("f(a=1, a=2)\n"), "1:7 keyword argument repeated: a\n");
  EXPECT_EQ(errors("match x:\n    case y: pass\n    case 1: pass\n"),
            "2:9 name capture 'y' makes remaining patterns unreachable\n");
}

TEST(Parse, SetsFutureAnnotations) {
  EXPECT_TRUE(Parsed("'doc'\nfrom __future__ import annotations\n").module->future_annotations);
  EXPECT_FALSE(Parsed("import annotations\n").module->future_annotations);
}

TEST(Parse, KeepsComments) {
  Parsed p("x = 1  # one\n# two\n");
  ASSERT_EQ(p.module->comments.size(), 2u);
}

TEST(Parse, RefusesWhatIsTooDeep) {
  std::string nots, sum = "a";
  for (int i = 0; i < 100000; i++) {
    nots += "not ";
    sum += "+a";
  }
  EXPECT_EQ(Parsed(nots + "a\n").module, nullptr);
  EXPECT_EQ(Parsed(sum + "\n").module, nullptr);
}

TEST(Repr, OfConstants) {
  EXPECT_EQ(reprFloat(1e16), "1e+16");
  EXPECT_EQ(reprFloat(123456789.0), "123456789.0");
  EXPECT_EQ(reprFloat(1e-5), "1e-05");
  EXPECT_EQ(reprFloat(0.1), "0.1");
  EXPECT_EQ(reprImaginary(2.0), "2j");
  EXPECT_EQ(decimalDigits("0xffffffffffffffffffff"), "1208925819614629174706175");
  EXPECT_EQ(decimalDigits("0"), "0");
  EXPECT_EQ(reprString("it's"), "\"it's\"");
  EXPECT_EQ(reprString("a\n\xe2\x80\x8b"), "'a\\n\\u200b'");
  EXPECT_EQ(reprBytes("\xff'\""), "b'\\xff\\'\"'");
}

TEST(Dump, IsPythons) {
  Parsed p("x: int = f(*a)\n");
  EXPECT_EQ(dumpAst(p.module, p.sources, p.names).substr(0, 120),
            "Module(body=[AnnAssign(target=Name(id='x', ctx=Store(), lineno=1, col_offset=0, "
            "end_lineno=1, end_col_offset=1), annotat");
}

}  // namespace
}  // namespace krait
