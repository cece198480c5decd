// bytes: the methods that treat bytes as ASCII text.
#include "core/chars.h"
#include "core/memory.h"

namespace krait::rt {
namespace {

bool upperByte(uint8_t c) { return static_cast<uint8_t>(c - 'A') < 26; }
bool lowerByte(uint8_t c) { return static_cast<uint8_t>(c - 'a') < 26; }
bool alphaByte(uint8_t c) { return static_cast<uint8_t>((c | 32) - 'a') < 26; }
bool digitByte(uint8_t c) { return static_cast<uint8_t>(c - '0') < 10; }
bool spaceByte(uint8_t c) { return c == ' ' || (c >= 9 && c <= 13); }
uint8_t toUpper(uint8_t c) { return lowerByte(c) ? c - 32 : c; }
uint8_t toLower(uint8_t c) { return upperByte(c) ? c + 32 : c; }

template <class Map>
Bytes* mapped(Bytes* b, Map map) {
  Bytes* r = allocBytes(b->length);
  for (int64_t i = 0; i < b->length; i++) r->data()[i] = map(b->data()[i]);
  return r;
}

template <class Test>
bool all(Bytes* b, Test test) {
  for (int64_t i = 0; i < b->length; i++) {
    if (!test(b->data()[i])) return false;
  }
  return b->length > 0;
}

Bytes* pad(Bytes* b, int64_t left, int64_t right, int64_t fill) {
  if (left < 0) left = 0;
  if (right < 0) right = 0;
  if (left + right == 0) {
    retain(&b->header);
    return b;
  }
  Bytes* r = allocBytes(left + b->length + right);
  memset(r->data(), static_cast<int>(fill), static_cast<size_t>(left));
  memcpy(r->data() + left, b->data(), static_cast<size_t>(b->length));
  memset(r->data() + left + b->length, static_cast<int>(fill), static_cast<size_t>(right));
  return r;
}

}  // namespace
}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

Bytes* kr_bytes_upper(Bytes* b) { return mapped(b, toUpper); }
Bytes* kr_bytes_lower(Bytes* b) { return mapped(b, toLower); }
Bytes* kr_bytes_swapcase(Bytes* b) {
  return mapped(b, [](uint8_t c) { return upperByte(c) ? toLower(c) : toUpper(c); });
}
Bytes* kr_bytes_title(Bytes* b) {
  bool in_word = false;
  return mapped(b, [&](uint8_t c) {
    uint8_t r = in_word ? toLower(c) : toUpper(c);
    in_word = alphaByte(c);
    return r;
  });
}
Bytes* kr_bytes_capitalize(Bytes* b) {
  bool first = true;
  return mapped(b, [&](uint8_t c) {
    uint8_t r = first ? toUpper(c) : toLower(c);
    first = false;
    return r;
  });
}

bool kr_bytes_isalpha(Bytes* b) { return all(b, alphaByte); }
bool kr_bytes_isdigit(Bytes* b) { return all(b, digitByte); }
bool kr_bytes_isalnum(Bytes* b) {
  return all(b, [](uint8_t c) { return alphaByte(c) || digitByte(c); });
}
bool kr_bytes_isspace(Bytes* b) { return all(b, spaceByte); }
bool kr_bytes_isascii(Bytes* b) { return orChars(b->data(), b->length) < 128; }
bool kr_bytes_isupper(Bytes* b) {
  bool found = false;
  for (int64_t i = 0; i < b->length; i++) {
    if (lowerByte(b->data()[i])) return false;
    found |= upperByte(b->data()[i]);
  }
  return found;
}
bool kr_bytes_islower(Bytes* b) {
  bool found = false;
  for (int64_t i = 0; i < b->length; i++) {
    if (upperByte(b->data()[i])) return false;
    found |= lowerByte(b->data()[i]);
  }
  return found;
}
bool kr_bytes_istitle(Bytes* b) {
  bool found = false, in_word = false;
  for (int64_t i = 0; i < b->length; i++) {
    uint8_t c = b->data()[i];
    if (upperByte(c) ? in_word : lowerByte(c) && !in_word) return false;
    in_word = alphaByte(c);
    found |= in_word;
  }
  return found;
}

Bytes* kr_bytes_ljust(Bytes* b, int64_t width, int64_t fill) {
  return pad(b, 0, width - b->length, fill);
}
Bytes* kr_bytes_rjust(Bytes* b, int64_t width, int64_t fill) {
  return pad(b, width - b->length, 0, fill);
}
Bytes* kr_bytes_center(Bytes* b, int64_t width, int64_t fill) {
  int64_t room = width > b->length ? width - b->length : 0;
  int64_t left = room / 2 + (room & width & 1);
  return pad(b, left, room - left, fill);
}
Bytes* kr_bytes_zfill(Bytes* b, int64_t width) {
  int64_t zeros = width - b->length;
  Bytes* r = pad(b, zeros, 0, '0');
  if (zeros > 0 && b->length && (b->data()[0] == '+' || b->data()[0] == '-')) {
    r->data()[0] = b->data()[0];
    r->data()[zeros] = '0';
  }
  return r;
}

Bytes* kr_bytes_expandtabs(Bytes* b, int64_t tab) {
  int64_t length = 0, column = 0;
  for (int pass = 0;; pass++) {
    Bytes* r = pass ? allocBytes(length) : nullptr;
    length = column = 0;
    for (int64_t i = 0; i < b->length; i++) {
      uint8_t c = b->data()[i];
      if (c == '\t') {
        int64_t n = tab > 0 ? tab - column % tab : 0;
        if (r) memset(r->data() + length, ' ', static_cast<size_t>(n));
        column += n;
        length += n;
      } else {
        if (r) r->data()[length] = c;
        length++;
        column = c == '\n' || c == '\r' ? 0 : column + 1;
      }
    }
    if (r) return r;
  }
}

Bytes* kr_bytes_translate(Bytes* b, Bytes* table, Bytes* deleted) {
  bool drop[256] = {};
  for (int64_t i = 0; i < deleted->length; i++) drop[deleted->data()[i]] = true;
  int64_t n = 0;
  for (int64_t i = 0; i < b->length; i++) n += !drop[b->data()[i]];
  Bytes* r = allocBytes(n);
  n = 0;
  for (int64_t i = 0; i < b->length; i++) {
    uint8_t c = b->data()[i];
    if (!drop[c]) r->data()[n++] = table->length ? table->data()[c] : c;
  }
  return r;
}

}  // extern "C"
