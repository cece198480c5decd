// Bytes as text of 64 or 16 digits: the loops of binascii.
#include "core/str.h"

namespace krait::rt {

namespace {

constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr uint8_t kNone = 0xff;

struct Values {
  uint8_t of[256];
};

// The value of every digit; kNone: no digit.
constexpr Values kSextets = [] {
  Values t{};
  for (uint8_t& x : t.of) x = kNone;
  for (uint8_t k = 0; k < 64; k++) t.of[static_cast<uint8_t>(kDigits[k])] = k;
  return t;
}();

constexpr Values kNibbles = [] {
  Values t{};
  for (uint8_t& x : t.of) x = kNone;
  for (uint8_t k = 0; k < 10; k++) t.of['0' + k] = k;
  for (uint8_t k = 0; k < 6; k++) t.of['a' + k] = t.of['A' + k] = static_cast<uint8_t>(10 + k);
  return t;
}();

}  // namespace

extern "C" {

Bytes* kr_base64_encode(Bytes* b, bool newline) {
  const int64_t n = b->length;
  Bytes* r = allocBytes((n + 2) / 3 * 4 + newline);
  const uint8_t* in = b->data();
  uint8_t* out = r->data();
  int64_t i = 0;
  for (; i + 3 <= n; i += 3) {
    const uint32_t word = static_cast<uint32_t>(in[i]) << 16 | static_cast<uint32_t>(in[i + 1]) << 8 | in[i + 2];
    *out++ = static_cast<uint8_t>(kDigits[word >> 18]);
    *out++ = static_cast<uint8_t>(kDigits[word >> 12 & 63]);
    *out++ = static_cast<uint8_t>(kDigits[word >> 6 & 63]);
    *out++ = static_cast<uint8_t>(kDigits[word & 63]);
  }
  if (i < n) {
    const bool two = i + 1 < n;
    const uint32_t word = static_cast<uint32_t>(in[i]) << 16 | (two ? static_cast<uint32_t>(in[i + 1]) << 8 : 0);
    *out++ = static_cast<uint8_t>(kDigits[word >> 18]);
    *out++ = static_cast<uint8_t>(kDigits[word >> 12 & 63]);
    *out++ = two ? static_cast<uint8_t>(kDigits[word >> 6 & 63]) : '=';
    *out++ = '=';
  }
  if (newline) *out = '\n';
  return r;
}

int64_t kr_base64_plain(Bytes* b) {
  const uint8_t* in = b->data();
  int64_t n = 0;
  while (n + 4 <= b->length && (kSextets.of[in[n]] | kSextets.of[in[n + 1]] | kSextets.of[in[n + 2]] | kSextets.of[in[n + 3]]) != kNone) n += 4;
  return n;
}

Bytes* kr_base64_decode(Bytes* b, int64_t plain) {
  Bytes* r = allocBytes(plain / 4 * 3);
  const uint8_t* in = b->data();
  uint8_t* out = r->data();
  for (int64_t i = 0; i < plain; i += 4) {
    const uint32_t word = static_cast<uint32_t>(kSextets.of[in[i]]) << 18 | static_cast<uint32_t>(kSextets.of[in[i + 1]]) << 12 |
                          static_cast<uint32_t>(kSextets.of[in[i + 2]]) << 6 | kSextets.of[in[i + 3]];
    *out++ = static_cast<uint8_t>(word >> 16);
    *out++ = static_cast<uint8_t>(word >> 8);
    *out++ = static_cast<uint8_t>(word);
  }
  return r;
}

int64_t kr_hex_plain(Bytes* b) {
  int64_t n = 0;
  while (n < b->length && kNibbles.of[b->data()[n]] != kNone) n++;
  return n;
}

Bytes* kr_hex_decode(Bytes* b) {
  Bytes* r = allocBytes(b->length / 2);
  for (int64_t i = 0; i < r->length; i++)
    r->data()[i] = static_cast<uint8_t>(kNibbles.of[b->data()[2 * i]] << 4 | kNibbles.of[b->data()[2 * i + 1]]);
  return r;
}

}  // extern "C"

}  // namespace krait::rt
