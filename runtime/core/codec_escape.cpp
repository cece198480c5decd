// The codec unicode_escape: Python's escapes in string literals.
#include "core/codecs.h"
#include "core/memory.h"

namespace krait::rt {
namespace {

int hexDigit(uint32_t c) {
  if (c - '0' < 10) return static_cast<int>(c - '0');
  uint32_t lower = c | 32;
  return lower - 'a' < 6 ? static_cast<int>(lower - 'a' + 10) : -1;
}

// The character of a one-letter escape, or 0.
uint32_t simpleEscape(uint8_t c) {
  switch (c) {
    case '\\':
    case '\'':
    case '"':
      return c;
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 't':
      return '\t';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 'v':
      return '\v';
    case 'a':
      return '\a';
    default:
      return 0;
  }
}

}  // namespace

Str* decodeEscapes(const uint8_t* p, int64_t n, ErrorHandler handler, bool final,
                   CodecError* error) {
  StrBuilder out;
  int64_t i = 0;
  while (i < n) {
    if (p[i] != '\\') {
      out.add(p[i++]);
      continue;
    }
    int64_t start = i++;
    const char* reason = nullptr;
    bool incomplete = false;
    if (i == n) {
      reason = "\\ at end of string";
      incomplete = true;
    } else if (uint8_t c = p[i++]; uint32_t simple = simpleEscape(c)) {
      out.add(simple);
    } else if (c == '\n') {
      // a continued line
    } else if (c >= '0' && c <= '7') {
      uint32_t value = c - '0';
      for (int k = 0; k < 2 && i < n && p[i] >= '0' && p[i] <= '7'; k++)
        value = value * 8 + (p[i++] - '0');
      out.add(value);
    } else if (c == 'x' || c == 'u' || c == 'U') {
      int digits = c == 'x' ? 2 : c == 'u' ? 4 : 8, k = 0;
      uint32_t value = 0;
      for (; k < digits && i < n && hexDigit(p[i]) >= 0; k++)
        value = value << 4 | static_cast<uint32_t>(hexDigit(p[i++]));
      if (k < digits) {
        reason = c == 'x'   ? "truncated \\xXX escape"
                 : c == 'u' ? "truncated \\uXXXX escape"
                            : "truncated \\UXXXXXXXX escape";
        incomplete = i == n;
      } else if (value > 0x10ffff) {
        reason = "illegal Unicode character";
      } else {
        out.add(value);
      }
    } else if (c == 'N') {
      // There is no table of names: none is known.
      reason = "malformed \\N character escape";
      if (i < n && p[i] == '{') {
        int64_t end = i + 1;
        while (end < n && p[end] != '}') end++;
        if (end > i + 1 && end < n) {
          reason = "unknown Unicode character name";
          end++;
        }
        incomplete = end == n;
        i = end;
      } else {
        incomplete = i == n;
      }
    } else {
      out.add('\\');
      out.add(c);
    }
    if (!reason) continue;
    if (incomplete && !final) {
      i = start;
      break;
    }
    int64_t at = start;
    if (!handleDecodeError(handler, kUnicodeEscape, "unicodeescape", p, n, &at, i, reason, &out,
                           error))
      return nullptr;
    i = at;
  }
  error->consumed = i;
  return out.finish();
}

Bytes* encodeEscapes(const Str* s) {
  constexpr char kHex[] = "0123456789abcdef";
  ByteSink sink(s->length * 2);
  for (int64_t i = 0; i < s->length; i++) {
    uint32_t c = strAt(s, i);
    uint8_t letter = c == '\\' ? '\\' : c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : 0;
    if (letter) {
      sink.add('\\');
      sink.add(letter);
    } else if (c >= 32 && c < 127) {
      sink.add(static_cast<uint8_t>(c));
    } else {
      int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
      sink.add('\\');
      sink.add(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
      for (int shift = 4 * digits - 4; shift >= 0; shift -= 4)
        sink.add(static_cast<uint8_t>(kHex[c >> shift & 15]));
    }
  }
  return sink.finish();
}

}  // namespace krait::rt
