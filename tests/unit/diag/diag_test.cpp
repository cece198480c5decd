#include "diag/diag.h"

#include <gtest/gtest.h>

#include "diag/explain.h"
#include "diag/width.h"

namespace krait {
namespace {

// One source text and the diagnostics about it.
struct Fixture {
  SourceManager sources;
  DiagnosticSink sink;
  FileId file;

  explicit Fixture(std::string text, std::string name = "a.py")
      : file(sources.add(std::move(name), std::move(text))) {}

  // The range of `part` in the text.
  Span at(std::string_view part) const {
    size_t begin = sources.file(file).text.find(part);
    EXPECT_NE(begin, std::string::npos) << part;
    return {file, {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + part.size())}};
  }

  std::string render(bool color = false) const { return renderDiagnostics(sink, sources, color); }
};

TEST(Table, FindsCodes) {
  EXPECT_EQ(diagInfo(DiagCode::InvalidOperation).code, "K0301");
  EXPECT_EQ(diagInfo(DiagCode::InvalidOperation).name, "InvalidOperation");
  ASSERT_NE(findDiagInfo("K0101"), nullptr);
  EXPECT_EQ(findDiagInfo("K0101")->name, "InvalidSyntax");
  EXPECT_EQ(findDiagInfo("K9999"), nullptr);
}

TEST(Table, CodesAscend) {
  std::string_view previous;
#define KRAIT_DIAGNOSTIC(code, name, severity, summary) \
  EXPECT_LT(previous, std::string_view(code));          \
  previous = code;
#include "diag/diagnostics.def"
#undef KRAIT_DIAGNOSTIC
}

TEST(Explain, EveryCodeHasAText) {
#define KRAIT_DIAGNOSTIC(code, name, severity, summary) \
  EXPECT_TRUE(explainText(code).starts_with("# " code ": " summary "\n")) << code;
#include "diag/diagnostics.def"
#undef KRAIT_DIAGNOSTIC
  EXPECT_EQ(explainText("K9999"), "");
}

TEST(Sink, CountsErrors) {
  Fixture f("x\n");
  f.sink.report(DiagCode::MaybeNone, f.at("x"), "maybe");
  EXPECT_FALSE(f.sink.hasErrors());
  f.sink.diagnostics()[0].severity = Severity::Error;
  f.sink.recount();
  EXPECT_TRUE(f.sink.hasErrors());
}

TEST(Render, OneLine) {
  Fixture f("a = 1\nb = 'x' + a\n");
  Diagnostic& d =
      f.sink.report(DiagCode::InvalidOperation, f.at("'x' + a"), "`str + int` is not defined");
  d.label = "this adds str and int";
  d.notes.push_back({f.at("1"), "the int comes from here"});
  d.notes.push_back({{}, "a note without a place"});
  d.hint = "convert the number: `str(a)`";
  EXPECT_EQ(f.render(),
            "error[K0301]: `str + int` is not defined\n"
            " --> a.py:2:5\n"
            "  |\n"
            "2 | b = 'x' + a\n"
            "  |     ^^^^^^^ this adds str and int\n"
            "note: the int comes from here\n"
            " --> a.py:1:5\n"
            "  |\n"
            "1 | a = 1\n"
            "  |     ^\n"
            "  |\n"
            "  = note: a note without a place\n"
            "  = help: convert the number: `str(a)`\n"
            "\n"
            "error: 1 error\n");
}

TEST(Render, WithoutPlace) {
  Fixture f("");
  f.sink.report(DiagCode::CannotReadFile, {}, "cannot read `b.py`: No such file or directory")
      .hint = "look";
  EXPECT_EQ(f.render(),
            "error[K0001]: cannot read `b.py`: No such file or directory\n"
            "  = help: look\n"
            "\n"
            "error: 1 error\n");
}

TEST(Render, TabsWideAndCombining) {
  // A tab is four columns, 日本 two each, e + U+0301 one.
  Fixture f("\tx = '日本' + e\u0301 - y\n");
  f.sink.report(DiagCode::UnknownName, f.at("y"), "m");
  std::string out = f.render();
  EXPECT_NE(out.find("--> a.py:1:18\n"), std::string::npos) << out;
  EXPECT_NE(out.find("1 |     x = '日本' + e\u0301 - y\n"
                     "  |                      ^\n"),
            std::string::npos)
      << out;
  Fixture wide("s = '日本'\n");
  wide.sink.report(DiagCode::UnknownName, wide.at("'日本'"), "m");
  EXPECT_NE(wide.render().find("  |     ^^^^^^\n"), std::string::npos) << wide.render();
}

TEST(Render, EmptyRangeAndEndOfFile) {
  Fixture f("x = (\n");
  f.sink.report(DiagCode::InvalidSyntax, {f.file, {6, 6}}, "m");
  EXPECT_EQ(f.render(), "error[K0101]: m\n --> a.py:2:1\n  |\n2 |\n  | ^\n\nerror: 1 error\n");
  Fixture newline("x = 1\n");
  newline.sink.report(DiagCode::InvalidSyntax, {newline.file, {5, 6}}, "m");
  EXPECT_NE(newline.render().find("1 | x = 1\n  |      ^\n"), std::string::npos)
      << newline.render();
  Fixture beyond("x");
  beyond.sink.report(DiagCode::InvalidSyntax, {beyond.file, {50, 90}}, "m");
  EXPECT_NE(beyond.render().find("1 | x\n  |  ^\n"), std::string::npos) << beyond.render();
}

TEST(Render, SeveralLines) {
  Fixture f("y = f(\n    1,\n    2)\nz\n");
  f.sink.report(DiagCode::BadCall, f.at("f(\n    1,\n    2)"), "m").label = "here";
  EXPECT_EQ(f.render(),
            "error[K0303]: m\n"
            " --> a.py:1:5\n"
            "  |\n"
            "1 |   y = f(\n"
            "  |  _____^\n"
            "2 | |     1,\n"
            "3 | |     2)\n"
            "  | |______^ here\n"
            "\n"
            "error: 1 error\n");
  Fixture start("f(\n1,\n2,\n3,\n4,\n5,\n6,\n7)\n");
  start.sink.report(DiagCode::BadCall, {start.file, {0, 23}}, "m");
  EXPECT_EQ(start.render(),
            "error[K0303]: m\n"
            " --> a.py:1:1\n"
            "  |\n"
            "1 | / f(\n"
            "2 | | 1,\n"
            "3 | | 2,\n"
            "... |\n"
            "8 | | 7)\n"
            "  | |__^\n"
            "\n"
            "error: 1 error\n");
}

TEST(Render, LongLinesAreCut) {
  Fixture f(std::string(400, 'a') + " bad " + std::string(400, 'c') + "\n");
  f.sink.report(DiagCode::UnknownName, f.at("bad"), "m");
  std::string out = f.render();
  size_t source = out.find("1 | ") + 4;
  std::string line = out.substr(source, out.find('\n', source) - source);
  size_t mark_begin = out.find("  | ", source + line.size()) + 4;
  std::string mark = out.substr(mark_begin, out.find('\n', mark_begin) - mark_begin);
  // Both lines begin with the same column; the ellipsis is three bytes for one column.
  ASSERT_TRUE(line.starts_with("…")) << out;
  EXPECT_TRUE(line.ends_with("…")) << out;
  EXPECT_EQ(line.find("bad") - 2, mark.find("^^^")) << out;
  EXPECT_LT(line.size(), 200u);
}

TEST(Render, HidesWhatATerminalWouldObey) {
  Fixture f("x = '\x1b[31m\u202e' + y\n");
  f.sink.report(DiagCode::UnknownName, f.at("y"), "m");
  std::string out = f.render();
  EXPECT_EQ(out.find('\x1b'), std::string::npos);
  EXPECT_EQ(out.find("\u202e"), std::string::npos);
}

TEST(Render, SortsAndDropsDuplicates) {
  Fixture f("a\nb\n");
  f.sink.report(DiagCode::UnknownName, f.at("b"), "second");
  f.sink.report(DiagCode::UnknownName, f.at("a"), "first");
  f.sink.report(DiagCode::UnknownName, f.at("b"), "second");
  f.sink.report(DiagCode::MaybeNone, f.at("b"), "a warning");
  std::string out = f.render();
  EXPECT_LT(out.find("first"), out.find("second"));
  EXPECT_EQ(out.find("second"), out.rfind("second"));
  EXPECT_TRUE(out.ends_with("\nerror: 2 errors, 1 warning\n")) << out;
}

TEST(Render, OnlyWarningsAndNothing) {
  Fixture f("a\n");
  EXPECT_EQ(f.render(), "");
  f.sink.report(DiagCode::MaybeNone, f.at("a"), "m");
  std::string out = f.render();
  EXPECT_TRUE(out.starts_with("warning[K0304]: m\n")) << out;
  EXPECT_TRUE(out.ends_with("\nwarning: 1 warning\n")) << out;
}

TEST(Render, Color) {
  Fixture f("a\n");
  f.sink.report(DiagCode::UnknownName, f.at("a"), "m");
  std::string out = f.render(true);
  EXPECT_TRUE(out.starts_with("\x1b[1;31merror[K0202]\x1b[0m\x1b[1m: m\x1b[0m\n")) << out;
  EXPECT_NE(out.find("\x1b[1;31m^\x1b[0m\n"), std::string::npos) << out;
}

TEST(Json, EscapesAndPlaces) {
  Fixture f("é = \"q\"\n", "d\\\"\n\x01.py");
  Diagnostic& d = f.sink.report(DiagCode::UnknownName, f.at("\"q\""), "say \"é\"\t\x7f");
  d.hint = "h";
  d.notes.push_back({{}, "n"});
  EXPECT_EQ(renderDiagnosticsJson(f.sink, f.sources),
            "{\"diagnostics\": [\n"
            "{\"code\": \"K0202\", \"name\": \"UnknownName\", \"severity\": \"error\", "
            "\"message\": \"say \\\"é\\\"\\u0009\\u007f\", \"label\": \"\", \"hint\": \"h\", "
            "\"place\": {\"file\": \"d\\\\\\\"\\n\\u0001.py\", "
            "\"begin\": {\"line\": 1, \"column\": 5, \"offset\": 5}, "
            "\"end\": {\"line\": 1, \"column\": 8, \"offset\": 8}}, "
            "\"notes\": [{\"message\": \"n\", \"place\": null}]}],\n"
            "\"errors\": 1, \"warnings\": 0}\n");
}

TEST(Json, LoneSurrogatesAndBrokenBytes) {
  Fixture f("x\n");
  f.sink.report(DiagCode::UnknownName, {}, "\xed\xa0\x80 \xff");
  EXPECT_NE(renderDiagnosticsJson(f.sink, f.sources).find("\"message\": \"\\ud800 \\ufffd\""),
            std::string::npos);
}

TEST(Width, Characters) {
  EXPECT_EQ(displayWidth('a'), 1);
  EXPECT_EQ(displayWidth(0xe9), 1);
  EXPECT_EQ(displayWidth(0x301), 0);
  EXPECT_EQ(displayWidth(0x200b), 0);
  EXPECT_EQ(displayWidth(0x65e5), 2);
  EXPECT_EQ(displayWidth(0x1f600), 2);
  EXPECT_EQ(displayWidth(0x10ffff), 1);
}

}  // namespace
}  // namespace krait
