// String literals: decoding, implicit concatenation, f-strings and t-strings.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "lex/unicode.h"
#include "parse/parser.h"

namespace krait {

using namespace ast;

// What adjacent literals amount to: constants and replacement fields, constants merged.
struct Parser::StringParts {
  StringParts(Parser& p, bool u) : parser(p), items(p), is_u(u) {}

  Parser& parser;
  Items<Expr> items;
  bool is_u;
  std::string text;         // of the constant being gathered, if it has several pieces
  std::string_view single;  // its only piece so far
  bool pending = false;
  Range range;

  void addText(std::string_view piece, Range where) {
    if (piece.empty()) return;
    if (!pending) {
      pending = true;
      single = piece;
      text.clear();
      range = where;
      return;
    }
    if (text.empty()) text = single;
    text += piece;
    range.end = where.end;
  }
  void flush() {
    if (!pending) return;
    std::string_view value = text.empty() ? single : parser.arena_.copy(text);
    items.add(parser.make<Constant>(range, ConstantKind::Str, is_u, 0.0, value));
    pending = false;
    text.clear();
  }
  void addField(Expr* e) {
    flush();
    items.add(e);
  }
};

double Parser::outOfRange(std::string_view digits) {
  return std::strtod(std::string(digits).c_str(), nullptr);
}

// One or more adjacent literals.
Expr* Parser::strings() {
  const uint32_t start = p_;
  uint32_t end = p_;
  bool any_bytes = false, any_text = false, any_format = false, any_template = false;
  for (;; end++) {
    const Token& t = tokens_[end];
    if (t.kind == Tok::String) {
      ((t.flags & kBytesString) ? any_bytes : any_text) = true;
    } else if (t.kind == Tok::FStringStart) {
      ((t.flags & kTemplateString) ? any_template : any_format) = true;
      uint32_t open = 1;
      while (open) {
        const Tok k = tokens_[++end].kind;
        if (k == Tok::FStringStart) open++;
        if (k == Tok::FStringEnd) open--;
        if (k == Tok::EndMarker || k == Tok::Error) break;
      }
      if (tokens_[end].kind != Tok::FStringEnd) break;
    } else {
      break;
    }
  }

  const uint32_t first_begin = tokens_[start].begin;
  const bool is_u = tokens_[start].kind == Tok::String && (tokens_[start].flags & kUnicodePrefix) &&
                    file_.text[first_begin] == 'u';
  if (end == start + 1) {
    raised_at_ = std::max(raised_at_, end);
    const Token& t = tokens_[start];
    std::string_view value;
    if (!decodeText(t.begin + t.value, t.end - ((t.flags & kTripleQuoted) ? 3 : 1), t.flags,
                    tokenRange(start), value)) {
      return nullptr;
    }
    p_++;
    return make<Constant>(tokenRange(start), any_bytes ? ConstantKind::Bytes : ConstantKind::Str,
                          is_u, 0.0, value);
  }

  raised_at_ = std::max(raised_at_, std::min(end, count_ - 1));
  StringParts parts(*this, is_u);
  std::string bytes;
  while (p_ < end) {
    const Token& t = token();
    if (t.kind == Tok::String) {
      std::string_view value;
      if (!decodeText(t.begin + t.value, t.end - ((t.flags & kTripleQuoted) ? 3 : 1), t.flags,
                      tokenRange(p_), value)) {
        return nullptr;
      }
      if (any_bytes) {
        bytes += value;
      } else {
        parts.addText(value, tokenRange(p_));
      }
      p_++;
    } else if (!fstring(parts)) {
      return nullptr;
    }
  }
  const Range whole = from(first_begin);
  if (any_template && (any_text || any_format || any_bytes)) {
    return raise(whole, "cannot mix t-string literals with string or bytes literals");
  }
  if (any_bytes && (any_text || any_format)) {
    return raise(whole, "cannot mix bytes and nonbytes literals");
  }
  if (any_bytes) {
    return make<Constant>(whole, ConstantKind::Bytes, false, 0.0, arena_.copy(bytes));
  }
  parts.flush();
  if (any_template) return make<TemplateStr>(whole, parts.items.take());
  if (any_format) return make<JoinedStr>(whole, parts.items.take());
  std::string_view value;
  if (parts.items.size()) value = as<Constant>(parts.items[0])->text;
  return make<Constant>(whole, ConstantKind::Str, is_u, 0.0, value);
}

// One f-string or t-string, at its FStringStart.
bool Parser::fstring(StringParts& parts) {
  const bool is_template = token().flags & kTemplateString;
  p_++;
  for (;;) {
    switch (kind()) {
      case Tok::FStringMiddle: {
        const Token& t = token();
        std::string_view value;
        if (!decodeText(t.begin, t.end, t.flags, tokenRange(p_), value)) return false;
        parts.addText(value, tokenRange(p_));
        p_++;
        break;
      }
      case Tok::FStringEnd:
        p_++;
        return true;
      case Tok::LBrace:
        if (!replacementField(parts, is_template)) return false;
        break;
      default:
        fail();
        return false;
    }
  }
}

// { expression ['='] ['!' conversion] [':' specification] }
bool Parser::replacementField(StringParts& parts, bool is_template) {
  const uint32_t open = begin();
  const uint32_t open_token = p_;
  const char* what = is_template ? "t-string" : "f-string";
  p_++;
  if (diagnosing_ || !startsFieldExpression()) {
    if (invalidField(open_token, what)) return false;
  }
  Expr* value = at(Tok::KwYield) ? yieldExpression() : starExpressions();
  if (!value) {
    // A lambda's or a walrus's colon was taken for the format specification's.
    return false;
  }
  if (at(Tok::ColonEqual)) {
    fail();
    return false;
  }
  const uint32_t expression_end = prevEnd();
  bool debug = false;
  if (at(Tok::Equal)) {
    debug = true;
    p_++;
  }
  const uint32_t text_end = begin();
  int conversion = -1;
  if (at(Tok::Exclamation)) {
    const Token bang = token();
    p_++;
    if (!at(Tok::Name)) {
      if (at(Tok::Error)) {
        fail();
        return false;
      }
      raise(tokenRange(p_ - 1), std::string(what) + (at(Tok::Colon) || at(Tok::RBrace)
                                                         ? ": missing conversion character"
                                                         : ": invalid conversion character"));
      return false;
    }
    const Token& name = token();
    std::string_view text(file_.text.data() + name.begin, name.end - name.begin);
    if (name.begin != bang.end) {
      raise(tokenRange(p_),
            std::string(what) + ": conversion type must come right after the exclamation mark");
      return false;
    }
    if (text != "s" && text != "r" && text != "a") {
      raise(tokenRange(p_), std::string(what) + ": invalid conversion character '" +
                                std::string(text) + "': expected 's', 'r', or 'a'");
      return false;
    }
    conversion = text[0];
    p_++;
  }
  Expr* spec = nullptr;
  if (at(Tok::Colon)) {
    const uint32_t spec_begin = begin();
    p_++;
    StringParts inner(*this, false);
    while (!at(Tok::RBrace)) {
      if (at(Tok::FStringMiddle)) {
        const Token& t = token();
        std::string_view value_text;
        if (!decodeText(t.begin, t.end, t.flags, tokenRange(p_), value_text)) return false;
        inner.addText(value_text, tokenRange(p_));
        p_++;
      } else if (at(Tok::LBrace)) {
        // Even in a t-string the fields of a specification are formatted at once.
        if (!replacementField(inner, false)) return false;
      } else {
        return missingBrace(what, true);
      }
    }
    inner.flush();
    spec = make<JoinedStr>(from(spec_begin), inner.items.take());
  }
  if (!at(Tok::RBrace)) return missingBrace(what, false);
  p_++;
  if (debug) {
    std::string_view text(file_.text.data() + open + 1, text_end - open - 1);
    parts.addText(debugText(text), {open + 1, text_end});
    if (conversion < 0 && !spec) conversion = 'r';
  }
  if (is_template) {
    std::string_view text(file_.text.data() + open + 1, expression_end - open - 1);
    parts.addField(
        make<Interpolation>(from(open), value, interpolationText(text), conversion, spec));
  } else {
    parts.addField(make<FormattedValue>(from(open), value, conversion, spec));
  }
  return true;
}

// An f-string's `{x = }` shows the source text; comments in it are dropped as the tokenizer does.
std::string_view Parser::debugText(std::string_view text) {
  if (text.find('#') == std::string_view::npos && text.find('\r') == std::string_view::npos) {
    return text;
  }
  std::string out;
  char quote = 0;
  for (size_t i = 0; i < text.size(); i++) {
    const char c = text[i];
    if (c == '\\' && quote && i + 1 < text.size()) {
      out += c;
      out += text[++i];
      continue;
    }
    if (quote ? c == quote : (c == '"' || c == '\'')) quote = quote ? 0 : c;
    if (c == '#' && !quote) {
      while (i < text.size() && text[i] != '\n') i++;
      if (i < text.size()) out += '\n';
      continue;
    }
    if (c == '\r') {
      out += '\n';
      if (i + 1 < text.size() && text[i + 1] == '\n') i++;
      continue;
    }
    out += c;
  }
  return arena_.copy(out);
}

std::string_view Parser::interpolationText(std::string_view text) { return debugText(text); }

bool Parser::decodeText(uint32_t begin, uint32_t end, uint8_t flags, Range literal,
                        std::string_view& out) {
  std::string_view body(file_.text.data() + begin, end - begin);
  if (flags & kBytesString) {
    for (char c : body) {
      if (static_cast<uint8_t>(c) >= 0x80) {
        raise(literal, "bytes can only contain ASCII literal characters");
        return false;
      }
    }
  }
  if (!(flags & kHasEscape) && !(flags & kDoubledBrace && !(flags & kBytesString))) {
    out = body;
    return true;
  }
  std::string value;
  if (!decodeSlow(body, flags, literal, value)) return false;
  out = arena_.copy(value);
  return true;
}

// Decodes escapes, doubled braces and carriage returns. Errors give the position in the text that
// CPython hands to its codec, where a character outside ASCII is a ten-byte escape.
bool Parser::decodeSlow(std::string_view body, uint8_t flags, Range literal, std::string& out) {
  const bool raw = flags & kRawString;
  const bool bytes = flags & kBytesString;
  const bool braces = !bytes && (flags & kDoubledBrace);
  size_t extra = 0;  // how much longer CPython's text is than ours so far
  out.reserve(body.size());

  auto unicodeError = [&](size_t from, size_t to, const char* what) {
    from += extra;
    to += extra;
    std::string place =
        to - from == 1 ? "byte 0x5c in position " + std::to_string(from)
                       : "bytes in position " + std::to_string(from) + "-" + std::to_string(to - 1);
    raise(literal, "(unicode error) 'unicodeescape' codec can't decode " + place + ": " + what);
    return false;
  };
  auto hexValue = [](char c) { return c <= '9' ? c - '0' : (c | 32) - 'a' + 10; };
  auto isHexDigit = [](char c) {
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'f');
  };

  for (size_t i = 0; i < body.size();) {
    const char c = body[i];
    if (c == '\r') {
      out += '\n';
      i += i + 1 < body.size() && body[i + 1] == '\n' ? 2 : 1;
      continue;
    }
    if (braces && (c == '{' || c == '}') && i + 1 < body.size() && body[i + 1] == c) {
      out += c;
      i += 2;
      continue;
    }
    if (c != '\\' || raw) {
      if (static_cast<uint8_t>(c) >= 0x80 && (static_cast<uint8_t>(c) & 0xc0) != 0x80) {
        size_t after = i;
        unicode::decode(body, after);
        extra += 10 - (after - i);
      }
      out += c;
      i++;
      continue;
    }
    const size_t start = i++;
    if (i >= body.size()) {
      // Only before a replacement field: the lexer keeps a literal's own escapes whole.
      out += '\\';
      break;
    }
    const char e = body[i++];
    switch (e) {
      case '\n':
        break;
      case '\r':
        if (i < body.size() && body[i] == '\n') i++;
        break;
      case '\\':
        out += '\\';
        break;
      case '\'':
        out += '\'';
        break;
      case '"':
        out += '"';
        break;
      case 'a':
        out += '\a';
        break;
      case 'b':
        out += '\b';
        break;
      case 'f':
        out += '\f';
        break;
      case 'n':
        out += '\n';
        break;
      case 'r':
        out += '\r';
        break;
      case 't':
        out += '\t';
        break;
      case 'v':
        out += '\v';
        break;
      case '0':
      case '1':
      case '2':
      case '3':
      case '4':
      case '5':
      case '6':
      case '7': {
        uint32_t v = e - '0';
        for (int n = 0; n < 2 && i < body.size() && body[i] >= '0' && body[i] <= '7'; n++) {
          v = v * 8 + (body[i++] - '0');
        }
        if (bytes) {
          out += static_cast<char>(v & 0xff);
        } else {
          unicode::append(out, v);
        }
        break;
      }
      case 'x':
      case 'u':
      case 'U': {
        if (bytes && e != 'x') {
          out += '\\';
          out += e;
          break;
        }
        const int want = e == 'x' ? 2 : e == 'u' ? 4 : 8;
        uint32_t v = 0;
        int have = 0;
        while (have < want && i < body.size() && isHexDigit(body[i])) {
          v = v * 16 + hexValue(body[i++]);
          have++;
        }
        if (have < want) {
          if (bytes) {
            raise(literal, "(value error) invalid \\x escape at position " + std::to_string(start));
            return false;
          }
          return unicodeError(start, i,
                              e == 'x'   ? "truncated \\xXX escape"
                              : e == 'u' ? "truncated \\uXXXX escape"
                                         : "truncated \\UXXXXXXXX escape");
        }
        if (bytes) {
          out += static_cast<char>(v);
        } else if (v > 0x10ffff) {
          return unicodeError(start, i, "illegal Unicode character");
        } else {
          unicode::append(out, v);
        }
        break;
      }
      case 'N': {
        if (bytes) {
          out += "\\N";
          break;
        }
        size_t close = i < body.size() && body[i] == '{' ? body.find('}', i) : std::string::npos;
        if (close == std::string::npos) {
          return unicodeError(start, i < body.size() && body[i] == '{' ? body.size() : i,
                              "malformed \\N character escape");
        }
        std::string_view name = body.substr(i + 1, close - i - 1);
        if (name.empty()) return unicodeError(start, close, "malformed \\N character escape");
        int64_t cp = unicode::lookupName(name);
        i = close + 1;
        if (cp < 0) return unicodeError(start, i, "unknown Unicode character name");
        unicode::append(out, static_cast<uint32_t>(cp));
        break;
      }
      default:
        // Not an escape: both characters stay. A brace after it may still be doubled.
        out += '\\';
        i--;
        if (braces && (e == '{' || e == '}')) break;
        if (static_cast<uint8_t>(e) < 0x80) {
          out += e;
          i++;
        }
    }
  }
  return true;
}

}  // namespace krait
