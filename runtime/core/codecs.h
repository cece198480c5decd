// Encoding and decoding: what the codec files share.
#pragma once

#include "core/chars.h"

namespace krait::rt {

enum Codec : int64_t {
  kUtf8,
  kUtf8Sig,
  kAscii,
  kLatin1,
  kUtf16,
  kUtf16Le,
  kUtf16Be,
  kUtf32,
  kUtf32Le,
  kUtf32Be,
  kUnicodeEscape,
  kCharmap0,  // the first of the generated tables; codec - kCharmap0 is the table's index
};

enum ErrorHandler : int64_t {
  kStrict,
  kIgnore,
  kReplace,
  kBackslashReplace,
  kSurrogateEscape,
  kSurrogatePass,
  kXmlCharRefReplace,
  kNameReplace,
};

// Where and why a codec failed (start < 0: it did not), and how far it got.
struct CodecError {
  int64_t start = -1;
  int64_t end = 0;
  int64_t consumed = 0;
  const char* reason = "";
  const char* encoding = "";
};

// Bytes being produced.
class ByteSink {
 public:
  explicit ByteSink(int64_t room) : b_(allocBytes(room < 16 ? 16 : room)) {}
  ~ByteSink() {
    if (b_) kr_free_bytes(b_);
  }
  ByteSink(const ByteSink&) = delete;
  ByteSink& operator=(const ByteSink&) = delete;
  KR_INLINE void add(uint8_t c) {
    if (KR_UNLIKELY(n_ == b_->length)) grow(1);
    b_->data()[n_++] = c;
  }
  void add(const void* p, int64_t n) {
    if (n > b_->length - n_) grow(n);
    memcpy(b_->data() + n_, p, static_cast<size_t>(n));
    n_ += n;
  }
  int64_t size() const { return n_; }
  Bytes* finish();

 private:
  static void kr_free_bytes(Bytes* b);
  void grow(int64_t more);
  Bytes* b_;  // its length is the room
  int64_t n_ = 0;
};

// Handles the undecodable bytes [*at, end) of data: adds the replacement and moves *at behind what
// was handled; or notes the error and returns false. `size`: all bytes; unit: bytes of a code unit.
bool handleDecodeError(ErrorHandler handler, Codec codec, const char* encoding, const uint8_t* data,
                       int64_t size, int64_t* at, int64_t end, const char* reason, StrBuilder* out,
                       CodecError* error);

// The unencodable characters [*at, end) of s. Replacements in ASCII are given to `put(user, c)`,
// bytes of surrogateescape and surrogatepass to `put_byte(user, b)`.
struct EncodeTarget {
  virtual bool putChar(uint32_t c) = 0;  // false: it cannot be encoded either
  virtual void putBytes(const uint8_t* p, int n) = 0;
};
bool handleEncodeError(ErrorHandler handler, Codec codec, const char* encoding, const Str* s,
                       int64_t* at, int64_t end, const char* reason, EncodeTarget* out,
                       CodecError* error);

// Index of the first byte that is not ASCII, or n.
inline int64_t asciiPrefix(const uint8_t* p, int64_t n) {
  int64_t i = 0;
  for (; i + 32 <= n; i += 32) {
    uint64_t bits = loadAs<uint64_t>(p + i) | loadAs<uint64_t>(p + i + 8) |
                    loadAs<uint64_t>(p + i + 16) | loadAs<uint64_t>(p + i + 24);
    if (bits & 0x8080808080808080) break;
  }
  for (; i + 8 <= n; i += 8) {
    uint64_t bits = loadAs<uint64_t>(p + i) & 0x8080808080808080;
    if (bits) return i + __builtin_ctzll(bits) / 8;
  }
  while (i < n && p[i] < 128) i++;
  return i;
}

// The UTF-8 sequence at p[0, n): its length if it is well-formed (c gets the character); else 0,
// and *bad gets the number of bytes to report, *reason CPython's text; *incomplete: it may go on
// after n.
int utf8Sequence(const uint8_t* p, int64_t n, uint32_t* c, int* bad, const char** reason,
                 bool* incomplete);

// Each returns null if it failed and notes why. `final`: an incomplete end is an error.
Str* decodeUtf8(const uint8_t* p, int64_t n, ErrorHandler handler, bool final, CodecError* error);
Bytes* encodeUtf8(const Str* s, ErrorHandler handler, CodecError* error);
Str* decodeEscapes(const uint8_t* p, int64_t n, ErrorHandler handler, bool final,
                   CodecError* error);
Bytes* encodeEscapes(const Str* s);
Str* decodeAny(const uint8_t* p, int64_t n, Codec codec, ErrorHandler handler, bool final,
               CodecError* error);
Bytes* encodeAny(const Str* s, Codec codec, ErrorHandler handler, CodecError* error);

}  // namespace krait::rt
