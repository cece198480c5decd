// UTF-8: decoding and encoding, and the error handlers all codecs share.
#include "core/codecs.h"
#include "core/memory.h"

namespace krait::rt {

void ByteSink::kr_free_bytes(Bytes* b) { kr_free(b, bytesSize(b)); }

void ByteSink::grow(int64_t more) {
  Bytes* b = allocBytes((n_ + more) + (n_ + more) / 2);
  memcpy(b->data(), b_->data(), static_cast<size_t>(n_));
  kr_free_bytes(b_);
  b_ = b;
}

Bytes* ByteSink::finish() {
  Bytes* b = b_;
  if (b->length != n_) {
    b = newBytes(b_->data(), n_);
    kr_free_bytes(b_);
  }
  b_ = nullptr;
  return b;
}

// ---- error handlers -----------------------------------------------------------------------------

static bool noteError(CodecError* error, int64_t start, int64_t end, const char* reason,
                      const char* encoding) {
  error->start = start;
  error->end = end;
  error->reason = reason;
  error->encoding = encoding;
  return false;
}

// Bytes of a code unit in surrogatepass, 0 if the codec has no surrogates.
static int unitBytes(Codec codec) {
  switch (codec) {
    case kUtf8:
    case kUtf8Sig:
      return 1;
    case kUtf16:
    case kUtf16Le:
    case kUtf16Be:
      return 2;
    case kUtf32:
    case kUtf32Le:
    case kUtf32Be:
      return 4;
    default:
      return 0;
  }
}

bool handleDecodeError(ErrorHandler handler, Codec codec, const char* encoding, const uint8_t* data,
                       int64_t size, int64_t* at, int64_t end, const char* reason, StrBuilder* out,
                       CodecError* error) {
  constexpr char kHex[] = "0123456789abcdef";
  switch (handler) {
    case kIgnore:
      *at = end;
      return true;
    case kReplace:
      out->add(0xfffd);
      *at = end;
      return true;
    case kBackslashReplace:
      for (int64_t i = *at; i < end; i++) {
        char text[4] = {'\\', 'x', kHex[data[i] >> 4], kHex[data[i] & 15]};
        out->addAscii(text, 4);
      }
      *at = end;
      return true;
    case kSurrogateEscape: {
      // Up to four bytes, as long as they are not ASCII.
      int64_t i = *at;
      for (; i < end && i - *at < 4 && data[i] >= 128; i++) out->add(0xdc00u + data[i]);
      if (i == *at) return noteError(error, *at, end, reason, encoding);
      *at = i;
      return true;
    }
    case kSurrogatePass: {
      const uint8_t* p = data + *at;
      int64_t left = size - *at;
      uint32_t c = 0;
      int used = 0;
      switch (unitBytes(codec)) {
        case 1:
          if (left >= 3 && p[0] == 0xed && (p[1] & 0xe0) == 0xa0 && (p[2] & 0xc0) == 0x80) {
            c = 0xd000u | (p[1] & 63u) << 6 | (p[2] & 63u);
            used = 3;
          }
          break;
        case 2:
          if (left >= 2) {
            bool big = codec == kUtf16Be || (codec == kUtf16 && encoding[7] == 'b');
            c = big ? static_cast<uint32_t>(p[0] << 8 | p[1])
                    : static_cast<uint32_t>(p[1] << 8 | p[0]);
            used = 2;
          }
          break;
        case 4:
          if (left >= 4) {
            bool big = codec == kUtf32Be || (codec == kUtf32 && encoding[7] == 'b');
            c = loadAs<uint32_t>(p);
            if (big) c = __builtin_bswap32(c);
            used = 4;
          }
          break;
      }
      if (used == 0 || c < 0xd800 || c > 0xdfff)
        return noteError(error, *at, end, reason, encoding);
      out->add(c);
      *at += used;
      return true;
    }
    default:
      return noteError(error, *at, end, reason, encoding);
  }
}

bool handleEncodeError(ErrorHandler handler, Codec codec, const char* encoding, const Str* s,
                       int64_t* at, int64_t end, const char* reason, EncodeTarget* out,
                       CodecError* error) {
  constexpr char kHex[] = "0123456789abcdef";
  auto putText = [&](const char* text, int n) {
    for (int i = 0; i < n; i++) {
      if (!out->putChar(static_cast<uint8_t>(text[i]))) return false;
    }
    return true;
  };
  for (int64_t i = *at; i < end; i++) {
    uint32_t c = strAt(s, i);
    bool good = true;
    char text[16];
    int n = 0;
    switch (handler) {
      case kIgnore:
        break;
      case kReplace:
        good = out->putChar('?');
        break;
      case kXmlCharRefReplace: {
        char digits[8];
        int k = 0;
        for (uint32_t v = c; v; v /= 10) digits[k++] = static_cast<char>('0' + v % 10);
        text[n++] = '&';
        text[n++] = '#';
        while (k) text[n++] = digits[--k];
        text[n++] = ';';
        good = putText(text, n);
        break;
      }
      case kBackslashReplace: {
        int k = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
        text[n++] = '\\';
        text[n++] = c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U';
        for (int shift = 4 * k - 4; shift >= 0; shift -= 4) text[n++] = kHex[c >> shift & 15];
        good = putText(text, n);
        break;
      }
      case kSurrogateEscape:
        if (c >= 0xdc80 && c <= 0xdcff && unitBytes(codec) < 2) {
          uint8_t byte = static_cast<uint8_t>(c);
          out->putBytes(&byte, 1);
        } else {
          // CPython reports what is left of the run; its charmap codecs the whole run.
          return noteError(error, codec >= kCharmap0 ? *at : i, end, reason, encoding);
        }
        break;
      case kSurrogatePass: {
        int unit = unitBytes(codec);
        if (c < 0xd800 || c > 0xdfff || unit == 0)
          return noteError(error, *at, end, reason, encoding);
        uint8_t b[4] = {};
        if (unit == 1) {
          char u[4];
          n = putUtf8(c, u);
          memcpy(b, u, 4);
        } else {
          n = unit;
          bool big = encoding[6] == '-' && encoding[7] == 'b';
          if (big) {
            b[unit - 1] = static_cast<uint8_t>(c);
            b[unit - 2] = static_cast<uint8_t>(c >> 8);
          } else {
            b[0] = static_cast<uint8_t>(c);
            b[1] = static_cast<uint8_t>(c >> 8);
          }
        }
        out->putBytes(b, n);
        break;
      }
      default:
        return noteError(error, *at, end, reason, encoding);
    }
    if (!good) return noteError(error, *at, end, reason, encoding);
  }
  *at = end;
  return true;
}

// ---- UTF-8 --------------------------------------------------------------------------------------

int utf8Sequence(const uint8_t* p, int64_t n, uint32_t* c, int* bad, const char** reason,
                 bool* incomplete) {
  uint32_t b0 = p[0];
  *incomplete = false;
  *bad = 1;
  if (b0 < 0x80) {
    *c = b0;
    return 1;
  }
  int length = b0 >= 0xc2 && b0 < 0xe0   ? 2
               : b0 >= 0xe0 && b0 < 0xf0 ? 3
               : b0 >= 0xf0 && b0 < 0xf5 ? 4
                                         : 0;
  if (length == 0) {
    *reason = "invalid start byte";
    return 0;
  }
  uint32_t low = b0 == 0xe0 ? 0xa0 : b0 == 0xf0 ? 0x90 : 0x80;
  uint32_t high = b0 == 0xed ? 0x9f : b0 == 0xf4 ? 0x8f : 0xbf;
  uint32_t value = b0 & (0x7fu >> length);
  for (int i = 1; i < length; i++) {
    if (i >= n) {
      *reason = "unexpected end of data";
      *bad = i;
      *incomplete = true;
      return 0;
    }
    uint32_t b = p[i];
    if (b < low || b > high) {
      *reason = "invalid continuation byte";
      *bad = i;
      return 0;
    }
    value = value << 6 | (b & 63);
    low = 0x80;
    high = 0xbf;
  }
  *c = value;
  return length;
}

// Length of the well-formed start of p[0, n).
static int64_t scanUtf8(const uint8_t* p, int64_t n) {
  int64_t i = 0;
  while (i < n) {
    if (p[i] < 0x80) {
      i += asciiPrefix(p + i, n - i);
      continue;
    }
    uint32_t c;
    int bad;
    const char* reason;
    bool incomplete;
    int k = utf8Sequence(p + i, n - i, &c, &bad, &reason, &incomplete);
    if (k == 0) break;
    i += k;
  }
  return i;
}

static bool continuation(uint32_t b) { return (b & 0xc0) == 0x80; }

// Decodes p[0, n), writing one character for each byte that is not a continuation; false at the
// first error.
template <class C>
static bool fillUtf8(C* __restrict out, const uint8_t* p, int64_t n) {
  const uint8_t* end = p + n;
  while (p < end) {
    uint32_t b = *p;
    if (b < 0x80) {
      *out++ = static_cast<C>(b);
      p++;
      while (end - p >= 8 && !(loadAs<uint64_t>(p) & 0x8080808080808080)) {
        for (int i = 0; i < 8; i++) out[i] = p[i];
        out += 8;
        p += 8;
      }
    } else if (b < 0xe0) {
      if (b < 0xc2 || end - p < 2 || !continuation(p[1])) return false;
      *out++ = static_cast<C>((b & 31) << 6 | (p[1] & 63u));
      p += 2;
    } else if (b < 0xf0) {
      if (end - p < 3 || !continuation(p[1]) || !continuation(p[2])) return false;
      uint32_t c = (b & 15) << 12 | (p[1] & 63u) << 6 | (p[2] & 63u);
      if (c < 0x800 || (c & ~0x7ffu) == 0xd800) return false;
      *out++ = static_cast<C>(c);
      p += 3;
    } else {
      if (b > 0xf4 || end - p < 4 || !continuation(p[1]) || !continuation(p[2]) ||
          !continuation(p[3]))
        return false;
      uint32_t c = (b & 7) << 18 | (p[1] & 63u) << 12 | (p[2] & 63u) << 6 | (p[3] & 63u);
      if (c < 0x10000 || c > 0x10ffff) return false;
      *out++ = static_cast<C>(c);
      p += 4;
    }
  }
  return true;
}

// The str of p[0, n) if all of it is well-formed, else null.
static Str* decodeValid(const uint8_t* p, int64_t n) {
  int64_t ascii = asciiPrefix(p, n);
  if (ascii == n) return newStrAscii(reinterpret_cast<const char*>(p), static_cast<size_t>(n));
  // The widest first byte decides the kind; each character has one byte that is no continuation.
  uint8_t widest = 0;
  int64_t length = ascii;
  for (int64_t start = ascii; start < n; start += 4096) {
    int64_t stop = min(start + 4096, n);
    uint32_t count = 0;
    for (int64_t i = start; i < stop; i++) {
      widest = p[i] > widest ? p[i] : widest;
      count += static_cast<int8_t>(p[i]) >= -64;
    }
    length += count;
  }
  if (length <= 1) {
    uint32_t c;
    int bad;
    const char* reason;
    bool incomplete;
    return utf8Sequence(p, n, &c, &bad, &reason, &incomplete) == n ? charStr(c) : nullptr;
  }
  Str* s = allocStr(length, widest >= 0xf0 ? 4 : widest >= 0xc4 ? 2 : 1, false);
  const uint8_t* from = p + ascii;
  bool good;
  if (s->kind == 1) {
    memcpy(s->data(), p, static_cast<size_t>(ascii));
    good = fillUtf8(s->data<uint8_t>() + ascii, from, n - ascii);
  } else if (s->kind == 2) {
    copyChars(s->data(), 2, p, 1, ascii);
    good = fillUtf8(s->data<uint16_t>() + ascii, from, n - ascii);
  } else {
    copyChars(s->data(), 4, p, 1, ascii);
    good = fillUtf8(s->data<uint32_t>() + ascii, from, n - ascii);
  }
  if (good) return s;
  kr_free(s, static_cast<int64_t>(strSize(s)));
  return nullptr;
}

Str* decodeUtf8(const uint8_t* p, int64_t n, ErrorHandler handler, bool final, CodecError* error) {
  error->start = -1;
  error->consumed = n;
  if (Str* s = decodeValid(p, n)) return s;
  StrBuilder out;
  int64_t i = 0;
  while (i < n) {
    if (p[i] < 0x80) {
      int64_t k = asciiPrefix(p + i, n - i);
      out.addAscii(reinterpret_cast<const char*>(p + i), static_cast<size_t>(k));
      i += k;
      continue;
    }
    uint32_t c;
    int bad;
    const char* reason;
    bool incomplete;
    int k = utf8Sequence(p + i, n - i, &c, &bad, &reason, &incomplete);
    if (k) {
      out.add(c);
      i += k;
      continue;
    }
    if (incomplete && !final) break;
    // The start of a lone surrogate, which surrogatepass may want whole.
    if (!final && p[i] == 0xed && n - i == 2 && p[i + 1] >= 0xa0 && p[i + 1] <= 0xbf) break;
    if (!handleDecodeError(handler, kUtf8, "utf-8", p, n, &i, i + bad, reason, &out, error))
      return nullptr;
  }
  error->consumed = i;
  return out.finish();
}

Str* newStrUtf8(const char* text, size_t length) {
  CodecError error;
  return decodeUtf8(reinterpret_cast<const uint8_t*>(text), static_cast<int64_t>(length),
                    kSurrogateEscape, true, &error);
}

static int64_t firstSurrogate(const Str* s) {
  if (s->kind == 1) return -1;
  return withChars(s, [&](auto p) {
    for (int64_t i = 0; i < s->length; i++) {
      if ((p[i] & ~0x7ffu) == 0xd800) return i;
    }
    return int64_t{-1};
  });
}

Bytes* encodeUtf8(const Str* s, ErrorHandler handler, CodecError* error) {
  error->start = -1;
  int64_t at = s->kind == 1 || handler == kSurrogatePass ? -1 : firstSurrogate(s);
  if (at < 0) {
    int64_t n = strToUtf8(s, nullptr, false);
    Bytes* b = allocBytes(n);
    strToUtf8(s, reinterpret_cast<char*>(b->data()), false);
    return b;
  }
  struct Target : EncodeTarget {
    ByteSink sink;
    explicit Target(int64_t room) : sink(room) {}
    bool putChar(uint32_t c) override {
      sink.add(static_cast<uint8_t>(c));
      return true;
    }
    void putBytes(const uint8_t* p, int n) override { sink.add(p, n); }
  } target(s->length * 2);
  for (int64_t i = 0; i < s->length;) {
    uint32_t c = strAt(s, i);
    if ((c & ~0x7ffu) != 0xd800) {
      char u[4];
      target.sink.add(u, putUtf8(c, u));
      i++;
      continue;
    }
    int64_t end = i + 1;
    while (end < s->length && (strAt(s, end) & ~0x7ffu) == 0xd800) end++;
    if (!handleEncodeError(handler, kUtf8, "utf-8", s, &i, end, "surrogates not allowed", &target,
                           error)) {
      return nullptr;
    }
  }
  return target.sink.finish();
}

}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

int64_t kr_str_utf8_error(Str* s) { return firstSurrogate(s); }

Bytes* kr_str_encode_utf8(Str* s) {
  CodecError error;
  return encodeUtf8(s, kSurrogatePass, &error);
}

int64_t kr_bytes_utf8_error(Bytes* b) {
  int64_t good = scanUtf8(b->data(), b->length);
  return good == b->length ? -1 : good;
}

Str* kr_bytes_decode_utf8(Bytes* b) {
  return newStrUtf8(reinterpret_cast<const char*>(b->data()), static_cast<size_t>(b->length));
}

}  // extern "C"
