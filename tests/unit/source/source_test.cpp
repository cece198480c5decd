#include "source/source.h"

#include <gtest/gtest.h>

#include "source/decode.h"

namespace krait {
namespace {

const SourceFile& added(SourceManager& sources, std::string bytes) {
  return sources.file(sources.addBytes("t.py", std::move(bytes)));
}

TEST(SourceFile, FindsLinesWhateverEndsThem) {
  SourceManager sources;
  const SourceFile& f = added(sources, "a\nbc\r\nd\re");
  ASSERT_EQ(f.line_starts.size(), 4u);
  EXPECT_EQ(f.lineText(1), "a");
  EXPECT_EQ(f.lineText(2), "bc");
  EXPECT_EQ(f.lineText(3), "d");
  EXPECT_EQ(f.lineText(4), "e");
  EXPECT_EQ(f.lineText(5), "");
  EXPECT_EQ(f.lineColumn(0).line, 1u);
  EXPECT_EQ(f.lineColumn(3).line, 2u);
  EXPECT_EQ(f.lineColumn(3).column, 1u);
  EXPECT_EQ(f.lineColumn(8).line, 4u);
}

TEST(SourceFile, CountsColumnsInBytes) {
  SourceManager sources;
  const SourceFile& f = added(sources, "x = '\xc3\xa9' + y");
  EXPECT_EQ(f.lineColumn(11).column, 11u);
}

TEST(SourceManager, SaysWhyAFileCannotBeRead) {
  SourceManager sources;
  std::string error;
  EXPECT_FALSE(sources.open("/nonexistent/file.py", &error).valid());
  EXPECT_EQ(error, "No such file or directory");
}

TEST(Decode, DropsAByteOrderMark) {
  DecodedSource d = decodeSource("\xef\xbb\xbfx = 1\n");
  EXPECT_EQ(d.error, "");
  EXPECT_EQ(d.text, "x = 1\n");
}

TEST(Decode, ReadsTheCodingLine) {
  EXPECT_EQ(decodeSource("# coding: latin-1\nx = '\xe9'").text,
            "# coding: latin-1\nx = '\xc3\xa9'");
  EXPECT_EQ(decodeSource("\n# -*- coding: cp1252 -*-\n'\x80'").text,
            "\n# -*- coding: cp1252 -*-\n'\xe2\x82\xac'");
  // Only the first two lines count, and the second only below a blank one or a comment.
  EXPECT_NE(decodeSource("x = 1\n# coding: latin-1\n'\xe9'").error, "");
}

TEST(Decode, RefusesWhatCannotBeDecoded) {
  EXPECT_EQ(decodeSource("# coding: no-such-codec\n").error, "encoding problem: no-such-codec");
  EXPECT_EQ(decodeSource("\xef\xbb\xbf# coding: latin-1\n").error,
            "encoding problem: latin-1 with BOM");
  EXPECT_EQ(decodeSource(std::string("a\0b", 3)).error, "source code cannot contain null bytes");
  DecodedSource d = decodeSource("x = 1\ny = '\xff'\n");
  EXPECT_EQ(d.error.substr(0, 40), "Non-UTF-8 code starting with '\\xff' on l");
  EXPECT_EQ(d.error_offset, 11u);
}

}  // namespace
}  // namespace krait
