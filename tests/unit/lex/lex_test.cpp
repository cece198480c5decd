#include "lex/lex.h"

#include <gtest/gtest.h>

#include "lex/unicode.h"

namespace krait {
namespace {

struct Lexed {
  SourceManager sources;
  Interner names;
  TokenStream stream;

  explicit Lexed(std::string text) {
    FileId id = sources.add("t.py", std::move(text));
    stream = lex(sources.file(id), names);
  }
  // The kinds, separated by spaces; operators and keywords as they are spelled.
  std::string kinds() const {
    std::string out;
    for (const Token& t : stream.tokens) {
      if (!out.empty()) out += ' ';
      std::string_view spelling = tokenSpelling(t.kind);
      out += spelling.empty() ? tokenName(t.kind) : spelling;
    }
    return out;
  }
  std::string firstError() const { return stream.errors.empty() ? "" : stream.errors[0].message; }
};

std::string kinds(std::string text) { return Lexed(std::move(text)).kinds(); }
std::string error(std::string text) { return Lexed(std::move(text)).firstError(); }

TEST(Lex, Operators) {
  EXPECT_EQ(kinds("a**=b//c->d:=e...f!=g<<=h"),
            "Name **= Name // Name -> Name := Name ... Name != Name <<= Name Newline EndMarker");
}

TEST(Lex, Indentation) {
  EXPECT_EQ(kinds("if a:\n  b\n\n  # c\nd"),
            "if Name : Newline Indent Name Newline Dedent Name Newline EndMarker");
  EXPECT_EQ(kinds("(\n  a\n )"), "( Name ) Newline EndMarker");
  EXPECT_EQ(kinds("a = \\\n  b\n"), "Name = Name Newline EndMarker");
  EXPECT_EQ(error("if a:\n    b\n  c\n"), "unindent does not match any outer indentation level");
  EXPECT_EQ(error("if a:\n        b\n\tc\n"), "inconsistent use of tabs and spaces in indentation");
}

TEST(Lex, Numbers) {
  EXPECT_EQ(kinds("0x_ff 1_0.0e-1_0j 00 .5 1.if 1"),
            "Number Number Number Number Number if Number Newline EndMarker");
  EXPECT_EQ(error("0777"),
            "leading zeros in decimal integer literals are not permitted; use an 0o prefix for "
            "octal integers");
  EXPECT_EQ(error("0b12"), "invalid digit '2' in binary literal");
  EXPECT_EQ(error("1__0"), "invalid decimal literal");
  EXPECT_EQ(error("1a"), "invalid decimal literal");
}

TEST(Lex, Strings) {
  EXPECT_EQ(kinds("'a' rb\"b\" '''c\n''' u'd'"), "String String String String Newline EndMarker");
  EXPECT_EQ(error("x = 'a\n"), "unterminated string literal (detected at line 1)");
  EXPECT_EQ(error("'''a\nb\n"), "unterminated triple-quoted string literal (detected at line 2)");
}

TEST(Lex, FStringsNest) {
  EXPECT_EQ(kinds("f'a{b!r:>{c}}{{d'"),
            "FStringStart FStringMiddle { Name ! Name : FStringMiddle { Name } } FStringMiddle "
            "FStringEnd Newline EndMarker");
  EXPECT_EQ(kinds("f'{f'{'a'}'}'"),
            "FStringStart { FStringStart { String } FStringEnd } FStringEnd Newline EndMarker");
  EXPECT_EQ(error("f'}'"), "f-string: single '}' is not allowed");
}

TEST(Lex, BracketsMustMatch) {
  EXPECT_EQ(error("(]"), "closing parenthesis ']' does not match opening parenthesis '('");
  EXPECT_EQ(error("(\n]"),
            "closing parenthesis ']' does not match opening parenthesis '(' on line 1");
  EXPECT_EQ(error(")"), "unmatched ')'");
  Lexed open("x = (1,\n");
  EXPECT_TRUE(open.stream.unclosed);
  EXPECT_EQ(open.stream.unclosed_offset, 4u);
}

TEST(Lex, GoesOnAfterErrors) {
  Lexed l("x = 1a\ny = 'b\nz = 2\n");
  EXPECT_EQ(l.stream.errors.size(), 2u);
  EXPECT_NE(l.names.find("z"), Name());
}

TEST(Lex, KeepsComments) {
  Lexed l("# a\nx = 1  # b\n");
  ASSERT_EQ(l.stream.comments.size(), 2u);
  EXPECT_EQ(l.stream.comments[1].begin, 11u);
}

TEST(Lex, NormalisesIdentifiers) {
  Lexed l("\xef\xac\x81 = 1");  // the ligature fi
  EXPECT_EQ(l.names.text(Name(l.stream.tokens[0].value)), "fi");
  EXPECT_EQ(error("a\xe2\x82\xac"), "invalid character '\xe2\x82\xac' (U+20AC)");
}

TEST(Unicode, NamesAndForms) {
  EXPECT_EQ(unicode::lookupName("latin small letter e with acute"), 0xe9);
  EXPECT_EQ(unicode::lookupName("HANGUL SYLLABLE GAG"), 0xac01);
  EXPECT_EQ(unicode::lookupName("CJK UNIFIED IDEOGRAPH-4E00"), 0x4e00);
  EXPECT_EQ(unicode::lookupName("NO SUCH NAME"), -1);
  EXPECT_EQ(unicode::nfkc("e\xcc\x81"), "\xc3\xa9");
  EXPECT_FALSE(unicode::isPrintable(0x200b));
}

}  // namespace
}  // namespace krait
