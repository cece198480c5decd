// Codecs by name: ASCII, Latin-1, UTF-16, UTF-32 and the single-byte tables.
#include "core/codecs.h"
#include "core/find.h"
#include "core/memory.h"

namespace krait::rt {

#include "core/unicode/charmaps.inc"

namespace {

constexpr uint16_t kUndefined = 0xfffe;

// ---- decoding -----------------------------------------------------------------------------------

Str* decodeAscii(const uint8_t* p, int64_t n, ErrorHandler handler, CodecError* error) {
  error->consumed = n;
  int64_t good = asciiPrefix(p, n);
  if (good == n) return newStrAscii(reinterpret_cast<const char*>(p), static_cast<size_t>(n));
  StrBuilder out;
  for (int64_t i = 0; i < n;) {
    int64_t k = asciiPrefix(p + i, n - i);
    out.addAscii(reinterpret_cast<const char*>(p + i), static_cast<size_t>(k));
    i += k;
    if (i < n && !handleDecodeError(handler, kAscii, "ascii", p, n, &i, i + 1,
                                    "ordinal not in range(128)", &out, error)) {
      return nullptr;
    }
  }
  return out.finish();
}

Str* decodeCharmap(const uint8_t* p, int64_t n, Codec codec, ErrorHandler handler,
                   CodecError* error) {
  const uint16_t* table = kCharmaps[codec - kCharmap0];
  StrBuilder out;
  out.reserve(n, 0);
  error->consumed = n;
  for (int64_t i = 0; i < n;) {
    uint32_t c = table[p[i]];
    if (KR_LIKELY(c != kUndefined)) {
      out.add(c);
      i++;
    } else if (!handleDecodeError(handler, codec, "charmap", p, n, &i, i + 1,
                                  "character maps to <undefined>", &out, error)) {
      return nullptr;
    }
  }
  return out.finish();
}

uint32_t unit16(const uint8_t* p, bool big) {
  uint32_t v = loadAs<uint16_t>(p);
  return big ? __builtin_bswap16(static_cast<uint16_t>(v)) : v;
}
uint32_t unit32(const uint8_t* p, bool big) {
  uint32_t v = loadAs<uint32_t>(p);
  return big ? __builtin_bswap32(v) : v;
}

Str* decodeUtf16(const uint8_t* p, int64_t n, Codec codec, ErrorHandler handler, bool final,
                 CodecError* error) {
  bool big = codec == kUtf16Be;
  int64_t i = 0;
  if (codec == kUtf16 && n >= 2) {
    uint32_t mark = unit16(p, false);
    if (mark == 0xfeff || mark == 0xfffe) i = 2;
    big = mark == 0xfffe;
  }
  Codec actual = big ? kUtf16Be : kUtf16Le;
  const char* name = big ? "utf-16-be" : "utf-16-le";
  StrBuilder out;
  out.reserve(n / 2, 0);
  while (i < n) {
    const char* reason;
    int64_t end = i + 2;
    if (n - i < 2) {
      if (!final) break;
      reason = "truncated data";
      end = n;
    } else {
      uint32_t c = unit16(p + i, big);
      if (c < 0xd800 || c > 0xdfff) {
        out.add(c);
        i += 2;
        continue;
      }
      if (c >= 0xdc00) {
        reason = "illegal encoding";
      } else if (n - i < 4) {
        if (!final) break;
        reason = "unexpected end of data";
        end = n;
      } else {
        uint32_t low = unit16(p + i + 2, big);
        if (low >= 0xdc00 && low <= 0xdfff) {
          out.add(0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00));
          i += 4;
          continue;
        }
        reason = "illegal UTF-16 surrogate";
      }
    }
    if (!handleDecodeError(handler, actual, name, p, n, &i, end, reason, &out, error))
      return nullptr;
  }
  error->consumed = i;
  return out.finish();
}

Str* decodeUtf32(const uint8_t* p, int64_t n, Codec codec, ErrorHandler handler, bool final,
                 CodecError* error) {
  bool big = codec == kUtf32Be;
  int64_t i = 0;
  if (codec == kUtf32 && n >= 4) {
    uint32_t mark = unit32(p, false);
    if (mark == 0xfeff || mark == 0xfffe0000) i = 4;
    big = mark == 0xfffe0000;
  }
  Codec actual = big ? kUtf32Be : kUtf32Le;
  const char* name = big ? "utf-32-be" : "utf-32-le";
  StrBuilder out;
  while (i < n) {
    const char* reason;
    int64_t end = i + 4;
    if (n - i < 4) {
      if (!final) break;
      reason = "truncated data";
      end = n;
    } else {
      uint32_t c = unit32(p + i, big);
      if (c >= 0x110000) {
        reason = "code point not in range(0x110000)";
      } else if (c >= 0xd800 && c <= 0xdfff) {
        reason = "code point in surrogate code point range(0xd800, 0xe000)";
      } else {
        out.add(c);
        i += 4;
        continue;
      }
    }
    if (!handleDecodeError(handler, actual, name, p, n, &i, end, reason, &out, error))
      return nullptr;
  }
  error->consumed = i;
  return out.finish();
}

// ---- encoding -----------------------------------------------------------------------------------

// Code units of UTF-16 and UTF-32.
template <int kUnit>
struct UnitTarget : EncodeTarget {
  ByteSink sink;
  bool big;
  UnitTarget(int64_t room, bool big_endian) : sink(room), big(big_endian) {}
  void unit(uint32_t v) {
    uint8_t b[4];
    if (big) v = kUnit == 2 ? __builtin_bswap16(static_cast<uint16_t>(v)) : __builtin_bswap32(v);
    storeAs(b, v);
    sink.add(b, kUnit);
  }
  bool putChar(uint32_t c) override {
    unit(c);
    return true;
  }
  void putBytes(const uint8_t* p, int n) override { sink.add(p, n); }
};

template <int kUnit>
Bytes* encodeUnits(const Str* s, Codec codec, ErrorHandler handler, CodecError* error) {
  bool big = codec == kUtf16Be || codec == kUtf32Be;
  bool mark = codec == kUtf16 || codec == kUtf32;
  constexpr const char* kNames[2][3] = {{"utf-16", "utf-16-le", "utf-16-be"},
                                        {"utf-32", "utf-32-le", "utf-32-be"}};
  const char* name = kNames[kUnit / 4][mark ? 0 : big ? 2 : 1];
  UnitTarget<kUnit> target((s->length + 1) * kUnit, big);
  if (mark) target.unit(0xfeff);
  for (int64_t i = 0; i < s->length;) {
    uint32_t c = strAt(s, i);
    if (c >= 0xd800 && c <= 0xdfff) {
      if (!handleEncodeError(handler, codec, name, s, &i, i + 1, "surrogates not allowed", &target,
                             error)) {
        return nullptr;
      }
      continue;
    }
    if (kUnit == 2 && c >= 0x10000) {
      target.unit(0xd800 + ((c - 0x10000) >> 10));
      target.unit(0xdc00 + (c & 0x3ff));
    } else {
      target.unit(c);
    }
    i++;
  }
  return target.sink.finish();
}

// ASCII, Latin-1 and tables: one byte a character.
struct ByteTarget : EncodeTarget {
  ByteSink sink;
  const uint16_t* table;  // null: characters below `limit` are their own bytes
  uint32_t limit;
  ByteTarget(int64_t room, const uint16_t* t, uint32_t l) : sink(room), table(t), limit(l) {}
  // The byte of c, or -1.
  int find(uint32_t c) const {
    if (!table) return c < limit ? static_cast<int>(c) : -1;
    if (c < 256 && table[c] == c) return static_cast<int>(c);
    if (c >= kUndefined) return -1;
    return static_cast<int>(findChar(table, 256, c));
  }
  bool putChar(uint32_t c) override {
    int byte = find(c);
    if (byte < 0) return false;
    sink.add(static_cast<uint8_t>(byte));
    return true;
  }
  void putBytes(const uint8_t* p, int n) override { sink.add(p, n); }
};

Bytes* encodeBytes(const Str* s, Codec codec, ErrorHandler handler, CodecError* error) {
  const uint16_t* table = codec >= kCharmap0 ? kCharmaps[codec - kCharmap0] : nullptr;
  if (!table && (s->ascii || (codec == kLatin1 && s->kind == 1)))
    return newBytes(s->data(), s->length);
  const char* name = table ? "charmap" : codec == kAscii ? "ascii" : "latin-1";
  const char* reason = table             ? "character maps to <undefined>"
                       : codec == kAscii ? "ordinal not in range(128)"
                                         : "ordinal not in range(256)";
  ByteTarget target(s->length, table, codec == kAscii ? 128 : 256);
  for (int64_t i = 0; i < s->length;) {
    if (target.putChar(strAt(s, i))) {
      i++;
      continue;
    }
    int64_t end = i + 1;
    while (end < s->length && target.find(strAt(s, end)) < 0) end++;
    if (!handleEncodeError(handler, codec, name, s, &i, end, reason, &target, error))
      return nullptr;
  }
  return target.sink.finish();
}

constexpr uint8_t kUtf8Mark[] = {0xef, 0xbb, 0xbf};

}  // namespace

Str* decodeAny(const uint8_t* p, int64_t n, Codec codec, ErrorHandler handler, bool final,
               CodecError* error) {
  error->start = -1;
  switch (codec) {
    case kUtf8:
      return decodeUtf8(p, n, handler, final, error);
    case kUtf8Sig: {
      if (!final && n < 3 && n > 0 && memcmp(p, kUtf8Mark, static_cast<size_t>(n)) == 0) {
        error->consumed = 0;
        return emptyStr();
      }
      int64_t skip = n >= 3 && memcmp(p, kUtf8Mark, 3) == 0 ? 3 : 0;
      Str* s = decodeUtf8(p + skip, n - skip, handler, final, error);
      error->consumed += skip;
      return s;
    }
    case kAscii:
      return decodeAscii(p, n, handler, error);
    case kLatin1:
      error->consumed = n;
      return newStrLatin1(p, static_cast<size_t>(n));
    case kUtf16:
    case kUtf16Le:
    case kUtf16Be:
      return decodeUtf16(p, n, codec, handler, final, error);
    case kUtf32:
    case kUtf32Le:
    case kUtf32Be:
      return decodeUtf32(p, n, codec, handler, final, error);
    case kUnicodeEscape:
      return decodeEscapes(p, n, handler, final, error);
    default:
      return decodeCharmap(p, n, codec, handler, error);
  }
}

Bytes* encodeAny(const Str* s, Codec codec, ErrorHandler handler, CodecError* error) {
  error->start = -1;
  switch (codec) {
    case kUtf8:
      return encodeUtf8(s, handler, error);
    case kUtf8Sig: {
      Bytes* b = encodeUtf8(s, handler, error);
      if (!b) return nullptr;
      Bytes* r = allocBytes(b->length + 3);
      memcpy(r->data(), kUtf8Mark, 3);
      memcpy(r->data() + 3, b->data(), static_cast<size_t>(b->length));
      kr_free(b, bytesSize(b));
      return r;
    }
    case kUtf16:
    case kUtf16Le:
    case kUtf16Be:
      return encodeUnits<2>(s, codec, handler, error);
    case kUtf32:
    case kUtf32Le:
    case kUtf32Be:
      return encodeUnits<4>(s, codec, handler, error);
    case kUnicodeEscape:
      return encodeEscapes(s);
    default:
      return encodeBytes(s, codec, handler, error);
  }
}

}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

// Letters, digits and dots remain, in lower case; runs of anything else become one '_'.
int64_t kr_codec_lookup(Str* name) {
  char normal[64];
  size_t n = 0;
  bool gap = false;
  for (int64_t i = 0; i < name->length; i++) {
    uint32_t c = strAt(name, i);
    uint32_t lower = c - 'A' < 26 ? c + 32 : c;
    if (lower - 'a' < 26 || c - '0' < 10 || c == '.') {
      if (n + 2 >= sizeof(normal)) return -1;
      if (gap && n) normal[n++] = '_';
      gap = false;
      normal[n++] = static_cast<char>(lower);
    } else {
      gap = true;
    }
  }
  normal[n] = 0;
  for (int dots = 0; dots < 2; dots++) {
    for (const auto& entry : kCodecNames) {
      if (strcmp(entry.name, normal) == 0) return entry.codec;
    }
    for (size_t i = 0; i < n; i++) {
      if (normal[i] == '.') normal[i] = '_';
    }
  }
  return -1;
}

int64_t kr_codec_errors_lookup(Str* name) {
  constexpr const char* kNames[] = {"strict",           "ignore",          "replace",
                                    "backslashreplace", "surrogateescape", "surrogatepass",
                                    "xmlcharrefreplace"};
  for (int64_t i = 0; i < 7; i++) {
    if (strEqAscii(name, kNames[i])) return i;
  }
  return -1;
}

Str* kr_codec_name(int64_t codec) {
  return newStrAscii(codec < kCharmap0 ? kBuiltInNames[codec] : kCharmapNames[codec - kCharmap0]);
}

void* kr_codec_error_new() { return new (kr_buf_alloc(sizeof(CodecError))) CodecError; }
void kr_codec_error_free(void* e) { kr_buf_free(e, sizeof(CodecError)); }
bool kr_codec_error_failed(void* e) { return static_cast<CodecError*>(e)->start >= 0; }
int64_t kr_codec_error_start(void* e) { return static_cast<CodecError*>(e)->start; }
int64_t kr_codec_error_end(void* e) { return static_cast<CodecError*>(e)->end; }
int64_t kr_codec_error_consumed(void* e) { return static_cast<CodecError*>(e)->consumed; }
Str* kr_codec_error_reason(void* e) { return newStrAscii(static_cast<CodecError*>(e)->reason); }
Str* kr_codec_error_encoding(void* e) { return newStrAscii(static_cast<CodecError*>(e)->encoding); }

Bytes* kr_str_encode(Str* s, int64_t codec, int64_t handler, void* e) {
  CodecError* error = static_cast<CodecError*>(e);
  Bytes* b = encodeAny(s, static_cast<Codec>(codec), static_cast<ErrorHandler>(handler), error);
  return b ? b : allocBytes(0);
}

Str* kr_decode_buffer(void* p, int64_t n, int64_t codec, int64_t handler, bool final, void* e) {
  CodecError* error = static_cast<CodecError*>(e);
  Str* s = decodeAny(static_cast<const uint8_t*>(p), n, static_cast<Codec>(codec),
                     static_cast<ErrorHandler>(handler), final, error);
  return s ? s : emptyStr();
}

Str* kr_bytes_decode(Bytes* b, int64_t codec, int64_t handler, void* e) {
  return kr_decode_buffer(b->data(), b->length, codec, handler, true, e);
}

}  // extern "C"
