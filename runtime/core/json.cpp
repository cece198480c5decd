// JSON: the inner loops of lib/std/json. Texts are written as UTF-8 (lone surrogates as three bytes) into buffers of the
// caller's that are large enough, and become a str at the end.
#include "core/float.h"
#include "core/memory.h"
#include "core/str.h"

namespace krait::rt {
namespace {

constexpr char kHex[] = "0123456789abcdef";

bool digit(uint32_t c) { return c - '0' < 10; }

char* putEscape(char* p, uint32_t unit) {
  *p++ = '\\';
  *p++ = 'u';
  for (int shift = 12; shift >= 0; shift -= 4) *p++ = kHex[unit >> shift & 15];
  return p;
}

char* putUtf8(char* p, uint32_t c) {
  if (c < 0x80) {
    *p++ = static_cast<char>(c);
  } else if (c < 0x800) {
    *p++ = static_cast<char>(0xc0 | c >> 6);
    *p++ = static_cast<char>(0x80 | (c & 63));
  } else if (c < 0x10000) {
    *p++ = static_cast<char>(0xe0 | c >> 12);
    *p++ = static_cast<char>(0x80 | (c >> 6 & 63));
    *p++ = static_cast<char>(0x80 | (c & 63));
  } else {
    *p++ = static_cast<char>(0xf0 | c >> 18);
    *p++ = static_cast<char>(0x80 | (c >> 12 & 63));
    *p++ = static_cast<char>(0x80 | (c >> 6 & 63));
    *p++ = static_cast<char>(0x80 | (c & 63));
  }
  return p;
}

template <class Char>
char* putQuoted(char* p, const Char* s, int64_t n, bool ascii) {
  *p++ = '"';
  for (int64_t i = 0; i < n; i++) {
    uint32_t c = s[i];
    if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
      *p++ = static_cast<char>(c);
      continue;
    }
    char letter = 0;
    switch (c) {
      case '"':
      case '\\': letter = static_cast<char>(c); break;
      case '\n': letter = 'n'; break;
      case '\r': letter = 'r'; break;
      case '\t': letter = 't'; break;
      case '\f': letter = 'f'; break;
      case '\b': letter = 'b'; break;
      default: break;
    }
    if (letter) {
      *p++ = '\\';
      *p++ = letter;
    } else if (c >= 0x7f && !ascii) {
      p = putUtf8(p, c);
    } else if (c < 0x10000) {
      p = putEscape(p, c);
    } else {
      p = putEscape(p, 0xd800 + ((c - 0x10000) >> 10));
      p = putEscape(p, 0xdc00 + ((c - 0x10000) & 0x3ff));
    }
  }
  *p++ = '"';
  return p;
}

template <class Char>
int64_t findPlainEnd(const Char* s, int64_t i, int64_t n) {
  while (i < n && s[i] != '"' && s[i] != '\\' && s[i] >= ' ') i++;
  return i;
}

// The bytes of Latin-1 text up to the first that ends a plain run, eight at a time.
int64_t findPlainEnd(const uint8_t* s, int64_t i, int64_t n) {
  constexpr uint64_t kOnes = 0x0101010101010101, kHigh = 0x8080808080808080;
  while (i + 8 <= n) {
    uint64_t w;
    memcpy(&w, s + i, 8);
    // A byte is 0 where w has that character; "has a zero byte" may also be true of bytes behind the first such one.
    uint64_t quote = w ^ kOnes * '"', slash = w ^ kOnes * '\\';
    uint64_t hit = ((quote - kOnes) & ~quote) | ((slash - kOnes) & ~slash) | ((w - kOnes * ' ') & ~w);
    if (hit & kHigh) return i + (__builtin_ctzll(hit & kHigh) >> 3);
    i += 8;
  }
  while (i < n && s[i] != '"' && s[i] != '\\' && s[i] >= ' ') i++;
  return i;
}

// Reads what stands at the start of [p, p + n).
uint32_t readUtf8(const uint8_t*& p) {
  uint32_t c = *p++;
  if (c < 0x80) return c;
  int more = c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
  c &= 0x3fu >> more;
  for (; more; --more) c = c << 6 | (*p++ & 63);
  return c;
}

template <class Char>
void fill(Char* to, const uint8_t* p, const uint8_t* end) {
  while (p < end) *to++ = static_cast<Char>(readUtf8(p));
}

}  // namespace
}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

int64_t kr_json_skip(Str* s, int64_t i) {
  while (i < s->length) {
    uint32_t c = strAt(s, i);
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') break;
    i++;
  }
  return i;
}

int64_t kr_json_plain(Str* s, int64_t i) {
  if (s->kind == 1) return findPlainEnd(s->data<uint8_t>(), i, s->length);
  if (s->kind == 2) return findPlainEnd(s->data<uint16_t>(), i, s->length);
  return findPlainEnd(s->data<uint32_t>(), i, s->length);
}

int64_t kr_json_number(Str* s, int64_t i) {
  auto at = [&](int64_t k) { return k < s->length ? strAt(s, k) : 0; };
  auto digits = [&](int64_t k) {
    while (digit(at(k))) k++;
    return k;
  };
  bool real = false;
  if (at(i) == '-') i++;
  if (!digit(at(i))) return -1;
  i = at(i) == '0' ? i + 1 : digits(i);
  if (at(i) == '.' && digit(at(i + 1))) {
    real = true;
    i = digits(i + 1);
  }
  if ((at(i) | 32) == 'e') {
    int64_t k = i + 1;
    if (at(k) == '+' || at(k) == '-') k++;
    if (digit(at(k))) {
      real = true;
      i = digits(k);
    }
  }
  return 2 * i + real;
}

double kr_json_float(Str* s, int64_t start, int64_t end) {
  double out = 0;
  if (s->kind == 1) {
    parseDecimal(reinterpret_cast<const char*>(s->data<uint8_t>() + start), static_cast<size_t>(end - start), &out);
    return out;
  }
  Str* text = substr(s, start, end);  // it is narrow
  parseDecimal(reinterpret_cast<const char*>(text->data<uint8_t>()), static_cast<size_t>(end - start), &out);
  releaseStr(text);
  return out;
}

int64_t kr_json_int(Str* s, int64_t start, int64_t end) {
  int64_t value = 0;
  bool negative = strAt(s, start) == '-';
  for (int64_t i = start + negative; i < end; i++) value = value * 10 + (strAt(s, i) - '0');
  return negative ? -value : value;
}

int64_t kr_json_put_text(void* buffer, int64_t at, Str* s, bool ascii) {
  char* p = static_cast<char*>(buffer);
  if (s->kind == 1) return putQuoted(p + at, s->data<uint8_t>(), s->length, ascii) - p;
  if (s->kind == 2) return putQuoted(p + at, s->data<uint16_t>(), s->length, ascii) - p;
  return putQuoted(p + at, s->data<uint32_t>(), s->length, ascii) - p;
}

int64_t kr_json_put(void* buffer, int64_t at, Str* s) {
  char* p = static_cast<char*>(buffer) + at;
  for (int64_t i = 0; i < s->length; i++) p = putUtf8(p, strAt(s, i));
  return p - static_cast<char*>(buffer);
}

int64_t kr_json_put_float(void* buffer, int64_t at, double d) {
  return at + static_cast<int64_t>(floatRepr(d, static_cast<char*>(buffer) + at));
}

int64_t kr_json_put_i64(void* buffer, int64_t at, int64_t value) {
  char digits[24];
  int n = 0;
  uint64_t rest = value < 0 ? -static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
  do {
    digits[n++] = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest);
  char* p = static_cast<char*>(buffer) + at;
  if (value < 0) *p++ = '-';
  while (n) *p++ = digits[--n];
  return p - static_cast<char*>(buffer);
}

Str* kr_json_text(void* buffer, int64_t size) {
  auto* p = static_cast<const uint8_t*>(buffer);
  const uint8_t* end = p + size;
  // How wide and how long: a lead byte tells the plane.
  uint8_t most = 0;
  int64_t length = 0;
  for (const uint8_t* q = p; q < end; q++) {
    if (*q > most) most = *q;
    length += (*q & 0xc0) != 0x80;
  }
  if (most < 0x80) return newStrAscii(static_cast<const char*>(buffer), static_cast<size_t>(size));
  // Lead bytes to 0xc3 are Latin-1, to 0xef the rest of the first plane.
  const int kind = most <= 0xc3 ? 1 : most < 0xf0 ? 2 : 4;
  Str* out = allocStr(length, kind, false);
  if (kind == 1) fill(out->data<uint8_t>(), p, end);
  else if (kind == 2) fill(out->data<uint16_t>(), p, end);
  else fill(out->data<uint32_t>(), p, end);
  return out;
}

}  // extern "C"
