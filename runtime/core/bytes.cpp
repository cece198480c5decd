// bytes: construction, searching, joining, repr, hex.
#include "core/chars.h"
#include "core/exception.h"
#include "core/find.h"
#include "core/hash.h"
#include "core/memory.h"

namespace krait::rt {

static Bytes* initBytes(void* memory, int64_t length) {
  Bytes* b = static_cast<Bytes*>(memory);
  b->header.count = 1;
  b->header.meta = KR_TID(bytes) << 8;
  b->hash = -1;
  b->length = length;
  b->data()[length] = 0;
  return b;
}

Bytes* allocBytes(int64_t length) {
  return initBytes(kr_alloc((sizeof(Bytes) + static_cast<size_t>(length) + 1 + 7) & ~size_t{7}),
                   length);
}

Bytes* tryAllocBytes(int64_t length) {
  if (length > (int64_t{1} << 46)) return nullptr;
  void* p = tryAllocObject(KR_TID(bytes),
                           (sizeof(Bytes) + static_cast<size_t>(length) + 1 + 7) & ~size_t{7});
  return p ? initBytes(p, length) : nullptr;
}

Bytes* newBytes(const void* data, int64_t length) {
  Bytes* b = allocBytes(length);
  memcpy(b->data(), data, static_cast<size_t>(length));
  return b;
}

namespace {

Bytes* retained(Bytes* b) {
  retain(&b->header);
  return b;
}

Bytes* sub(Bytes* b, int64_t start, int64_t end) {
  if (start >= end) return allocBytes(0);
  if (end - start == b->length) return retained(b);
  return newBytes(b->data() + start, end - start);
}

bool spaceByte(uint8_t c) { return c == ' ' || (c >= 9 && c <= 13); }

// A table of the 256 bytes to strip.
struct ByteSet {
  bool in[256] = {};
  explicit ByteSet(const Bytes* b) {
    for (int64_t i = 0; i < b->length; i++) in[b->data()[i]] = true;
  }
};

template <class Test>
Bytes* strip(Bytes* b, bool left, bool right, Test test) {
  int64_t start = 0, end = b->length;
  if (left) {
    while (start < end && test(b->data()[start])) start++;
  }
  if (right) {
    while (end > start && test(b->data()[end - 1])) end--;
  }
  return sub(b, start, end);
}

constexpr char kHex[] = "0123456789abcdef";

int hexValue(uint32_t c) {
  if (c - '0' < 10) return static_cast<int>(c - '0');
  uint32_t lower = c | 32;
  return c < 128 && lower - 'a' < 6 ? static_cast<int>(lower - 'a' + 10) : -1;
}

// `always`: CPython escapes ' in a bytearray whatever the quotes are.
Str* bytesRepr(const uint8_t* p, int64_t n, bool always) {
  bool single = false, twice = false;
  for (int64_t i = 0; i < n; i++) {
    single |= p[i] == '\'';
    twice |= p[i] == '"';
  }
  const uint8_t quote = single && !twice ? '"' : '\'', other = always ? '\'' : quote;
  int64_t length = 3;
  for (int64_t i = 0; i < n; i++) {
    uint8_t c = p[i];
    if (c == quote || c == other || c == '\\' || c == '\t' || c == '\n' || c == '\r') {
      length += 2;
    } else {
      length += c < 32 || c >= 127 ? 4 : 1;
    }
  }
  Str* s = allocStr(length, 1, true);
  uint8_t* out = s->data();
  *out++ = 'b';
  *out++ = quote;
  for (int64_t i = 0; i < n; i++) {
    uint8_t c = p[i];
    if (c == quote || c == other || c == '\\' || c == '\t' || c == '\n' || c == '\r') {
      *out++ = '\\';
      *out++ = c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c;
    } else if (c < 32 || c >= 127) {
      *out++ = '\\';
      *out++ = 'x';
      *out++ = static_cast<uint8_t>(kHex[c >> 4]);
      *out++ = static_cast<uint8_t>(kHex[c & 15]);
    } else {
      *out++ = c;
    }
  }
  *out = quote;
  return s;
}

int compare(const void* a, int64_t an, const void* b, int64_t bn) {
  int c = memcmp(a, b, static_cast<size_t>(an < bn ? an : bn));
  if (c) return c < 0 ? -1 : 1;
  return an < bn ? -1 : an > bn;
}

}  // namespace
}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

Bytes* kr_bytes_from_buffer(void* p, int64_t n) { return newBytes(p, n); }
Bytes* kr_bytes_from_part(void* p, int64_t start, int64_t end) {
  return newBytes(static_cast<char*>(p) + start, end - start);
}
void kr_buf_store(void* p, int64_t at, Bytes* b) {
  memcpy(static_cast<char*>(p) + at, b->data(), static_cast<size_t>(b->length));
}
Bytes* kr_bytes_from_byte(int64_t c) {
  uint8_t byte = static_cast<uint8_t>(c);
  return newBytes(&byte, 1);
}
Result<Bytes*> kr_bytes_zeros(int64_t n) {
  Bytes* b = tryAllocBytes(n);
  if (!b) return {nullptr, raiseNoMemory()};
  memset(b->data(), 0, static_cast<size_t>(n));
  return {b, nullptr};
}
void* kr_bytes_data(Bytes* b) { return b->data(); }
int64_t kr_bytes_len(Bytes* b) { return b->length; }
int64_t kr_bytes_at(Bytes* b, int64_t i) { return b->data()[i]; }

Bytes* kr_bytes_concat(Bytes* a, Bytes* b) {
  if (b->length == 0) return retained(a);
  if (a->length == 0) return retained(b);
  Bytes* r = allocBytes(a->length + b->length);
  memcpy(r->data(), a->data(), static_cast<size_t>(a->length));
  memcpy(r->data() + a->length, b->data(), static_cast<size_t>(b->length));
  return r;
}

Bytes* kr_bytes_substr(Bytes* b, int64_t start, int64_t end) { return sub(b, start, end); }
Bytes* kr_bytes_slice(Bytes* b, int64_t start, int64_t stop, int64_t step) {
  if (step == 1) return sub(b, start, stop);
  int64_t n = 0;
  if (step > 0) {
    if (start < stop) n = (stop - start - 1) / step + 1;
  } else if (start > stop) {
    n = static_cast<int64_t>(static_cast<uint64_t>(start - stop - 1) /
                             -static_cast<uint64_t>(step)) +
        1;
  }
  Bytes* r = allocBytes(n);
  const uint8_t* p = b->data() + start;
  for (int64_t i = 0; i < n; i++) r->data()[i] = p[i * step];
  return r;
}
Bytes* kr_bytes_reverse(Bytes* b) { return kr_bytes_slice(b, b->length - 1, -1, -1); }

Result<Bytes*> kr_bytes_repeat(Bytes* b, int64_t count) {
  if (count == 1) return {retained(b), nullptr};
  int64_t length;
  if (count < 0) count = 0;
  if (__builtin_mul_overflow(b->length, count, &length)) {
    return {nullptr, raiseOverflowError("repeated bytes are too long")};
  }
  Bytes* r = tryAllocBytes(length);
  if (!r) return {nullptr, raiseNoMemory()};
  if (length == 0) return {r, nullptr};
  size_t done = static_cast<size_t>(b->length), total = static_cast<size_t>(length);
  memcpy(r->data(), b->data(), done);
  while (done < total) {
    size_t n = done < total - done ? done : total - done;
    memcpy(r->data() + done, r->data(), n);
    done += n;
  }
  return {r, nullptr};
}

Bytes* kr_bytes_join(Bytes* sep, void* items, int64_t n) {
  Bytes** all = static_cast<Bytes**>(items);
  if (n == 1) return retained(all[0]);
  int64_t length = n ? sep->length * (n - 1) : 0;
  for (int64_t i = 0; i < n; i++) length += all[i]->length;
  Bytes* r = allocBytes(length);
  uint8_t* p = r->data();
  for (int64_t i = 0; i < n; i++) {
    if (i) {
      memcpy(p, sep->data(), static_cast<size_t>(sep->length));
      p += sep->length;
    }
    memcpy(p, all[i]->data(), static_cast<size_t>(all[i]->length));
    p += all[i]->length;
  }
  return r;
}

bool kr_bytes_eq(Bytes* a, Bytes* b) {
  return a->length == b->length &&
         memcmp(a->data(), b->data(), static_cast<size_t>(a->length)) == 0;
}
int64_t kr_bytes_cmp(Bytes* a, Bytes* b) {
  return compare(a->data(), a->length, b->data(), b->length);
}
int64_t kr_bytes_hash(Bytes* b) {
  int64_t h = __atomic_load_n(&b->hash, __ATOMIC_RELAXED);
  if (KR_LIKELY(h != -1)) return h;
  h = hashBytes(b->data(), static_cast<size_t>(b->length));
  __atomic_store_n(&b->hash, h, __ATOMIC_RELAXED);
  return h;
}

int64_t kr_bytes_find(Bytes* b, Bytes* sub, int64_t start, int64_t end) {
  if (sub->length > end - start) return -1;
  int64_t at = findChars(b->data() + start, end - start, sub->data(), sub->length);
  return at < 0 ? -1 : start + at;
}
int64_t kr_bytes_rfind(Bytes* b, Bytes* sub, int64_t start, int64_t end) {
  if (sub->length > end - start) return -1;
  int64_t at = rfindChars(b->data() + start, end - start, sub->data(), sub->length);
  return at < 0 ? -1 : start + at;
}
int64_t kr_bytes_find_byte(Bytes* b, int64_t c, int64_t start, int64_t end) {
  if (start >= end || c < 0 || c > 255) return -1;
  int64_t at = findChar(b->data() + start, end - start, static_cast<uint32_t>(c));
  return at < 0 ? -1 : start + at;
}
int64_t kr_bytes_rfind_byte(Bytes* b, int64_t c, int64_t start, int64_t end) {
  if (start >= end || c < 0 || c > 255) return -1;
  int64_t at = rfindChar(b->data() + start, end - start, static_cast<uint32_t>(c));
  return at < 0 ? -1 : start + at;
}
bool kr_bytes_contains(Bytes* b, Bytes* sub) { return kr_bytes_find(b, sub, 0, b->length) >= 0; }
int64_t kr_bytes_count(Bytes* b, Bytes* sub, int64_t start, int64_t end) {
  if (sub->length > end - start) return 0;
  return countChars(b->data() + start, end - start, sub->data(), sub->length);
}
bool kr_bytes_startswith(Bytes* b, Bytes* prefix, int64_t start, int64_t end) {
  return prefix->length <= end - start &&
         memcmp(b->data() + start, prefix->data(), static_cast<size_t>(prefix->length)) == 0;
}
bool kr_bytes_endswith(Bytes* b, Bytes* suffix, int64_t start, int64_t end) {
  return suffix->length <= end - start && memcmp(b->data() + end - suffix->length, suffix->data(),
                                                 static_cast<size_t>(suffix->length)) == 0;
}

Bytes* kr_bytes_replace(Bytes* b, Bytes* old, Bytes* with, int64_t most) {
  if (most < 0) most = INT64_MAX;
  if (most == 0 || old->length > b->length) return retained(b);
  Positions at;
  if (old->length == 0) {
    int64_t n =
        min(b->length + 1, most);  // one bound: clang 22 miscompiles two (LLVM issue 180870)
    for (int64_t i = 0; i < n; i++) at.add(i);
  } else {
    findAll(b->data(), b->length, old->data(), old->length, most, &at);
  }
  if (at.count() == 0) return retained(b);
  Bytes* r = allocBytes(b->length + at.count() * (with->length - old->length));
  uint8_t* out = r->data();
  int64_t done = 0;
  for (int64_t i = 0; i < at.count(); i++) {
    int64_t gap = at[i] - done;
    memcpy(out, b->data() + done, static_cast<size_t>(gap));
    out += gap;
    memcpy(out, with->data(), static_cast<size_t>(with->length));
    out += with->length;
    done = at[i] + old->length;
  }
  memcpy(out, b->data() + done, static_cast<size_t>(b->length - done));
  return r;
}

Bytes* kr_bytes_strip(Bytes* b) { return strip(b, true, true, spaceByte); }
Bytes* kr_bytes_lstrip(Bytes* b) { return strip(b, true, false, spaceByte); }
Bytes* kr_bytes_rstrip(Bytes* b) { return strip(b, false, true, spaceByte); }
Bytes* kr_bytes_strip_chars(Bytes* b, Bytes* chars) {
  ByteSet set(chars);
  return strip(b, true, true, [&](uint8_t c) { return set.in[c]; });
}
Bytes* kr_bytes_lstrip_chars(Bytes* b, Bytes* chars) {
  ByteSet set(chars);
  return strip(b, true, false, [&](uint8_t c) { return set.in[c]; });
}
Bytes* kr_bytes_rstrip_chars(Bytes* b, Bytes* chars) {
  ByteSet set(chars);
  return strip(b, false, true, [&](uint8_t c) { return set.in[c]; });
}

int64_t kr_bytes_find_whitespace(Bytes* b, int64_t i) {
  while (i < b->length && !spaceByte(b->data()[i])) i++;
  return i;
}
int64_t kr_bytes_skip_whitespace(Bytes* b, int64_t i) {
  while (i < b->length && spaceByte(b->data()[i])) i++;
  return i;
}
int64_t kr_bytes_rfind_whitespace(Bytes* b, int64_t i) {
  while (i > 0 && !spaceByte(b->data()[i - 1])) i--;
  return i;
}
int64_t kr_bytes_rskip_whitespace(Bytes* b, int64_t i) {
  while (i > 0 && spaceByte(b->data()[i - 1])) i--;
  return i;
}
int64_t kr_bytes_find_linebreak(Bytes* b, int64_t i) {
  while (i < b->length && b->data()[i] != '\n' && b->data()[i] != '\r') i++;
  return i;
}
int64_t kr_bytes_linebreak_len(Bytes* b, int64_t i) {
  if (i >= b->length) return 0;
  uint8_t c = b->data()[i];
  if (c == '\r') return b->data()[i + 1] == '\n' && i + 1 < b->length ? 2 : 1;
  return c == '\n';
}

Bytes* kr_bytes_removeprefix(Bytes* b, Bytes* prefix) {
  return kr_bytes_startswith(b, prefix, 0, b->length) ? sub(b, prefix->length, b->length)
                                                      : retained(b);
}
Bytes* kr_bytes_removesuffix(Bytes* b, Bytes* suffix) {
  return suffix->length && kr_bytes_endswith(b, suffix, 0, b->length)
             ? sub(b, 0, b->length - suffix->length)
             : retained(b);
}

Str* kr_bytes_hex(Bytes* b) {
  if (b->length == 0) return emptyStr();
  Str* s = allocStr(2 * b->length, 1, true);
  for (int64_t i = 0; i < b->length; i++) {
    s->data()[2 * i] = static_cast<uint8_t>(kHex[b->data()[i] >> 4]);
    s->data()[2 * i + 1] = static_cast<uint8_t>(kHex[b->data()[i] & 15]);
  }
  return s;
}

// Groups are counted from the right if `group` is positive, from the left if it is negative.
Str* kr_bytes_hex_sep(Bytes* b, int64_t separator, int64_t group) {
  int64_t n = b->length;
  if (group == 0 || n == 0) return kr_bytes_hex(b);
  StrBuilder out;
  uint64_t size = group < 0 ? -static_cast<uint64_t>(group) : static_cast<uint64_t>(group);
  for (int64_t i = 0; i < n; i++) {
    uint64_t k = static_cast<uint64_t>(group < 0 ? i : n - i);
    if (i && k % size == 0) out.add(static_cast<uint32_t>(separator));
    out.add(static_cast<uint32_t>(kHex[b->data()[i] >> 4]));
    out.add(static_cast<uint32_t>(kHex[b->data()[i] & 15]));
  }
  return out.finish();
}

Result<Bytes*> kr_bytes_fromhex(Str* s) {
  Bytes* r = allocBytes(s->length / 2);
  int64_t n = 0, i = 0;
  auto at = [&](int64_t k) { return k < s->length ? strAt(s, k) : 0; };
  // CPython reports the first character beyond ASCII before anything else.
  int64_t bad = -1;
  for (int64_t k = 0; !s->ascii && k < s->length; k++) {
    if (strAt(s, k) >= 128) {
      bad = k;
      break;
    }
  }
  while (bad < 0) {
    while (i < s->length && spaceByte(static_cast<uint8_t>(at(i)))) i++;
    if (i >= s->length) break;
    int high = hexValue(at(i)), low = hexValue(at(i + 1));
    if (high < 0) {
      bad = i;
    } else if (low < 0) {
      bad = i + 1;
    } else {
      r->data()[n++] = static_cast<uint8_t>(high << 4 | low);
      i += 2;
    }
  }
  if (bad >= 0) {
    kr_free(r, bytesSize(r));
    return {nullptr,
            raiseFormat(KR_TID(ValueError),
                        "non-hexadecimal number found in fromhex() arg at position %ld", bad)};
  }
  if (n == r->length) return {r, nullptr};
  Bytes* exact = newBytes(r->data(), n);
  kr_free(r, bytesSize(r));
  return {exact, nullptr};
}

Str* kr_bytes_repr(Bytes* b) { return bytesRepr(b->data(), b->length, false); }
Str* kr_buf_bytes_repr(void* p, int64_t n) { return bytesRepr(static_cast<const uint8_t*>(p), n, true); }

int64_t kr_buf_find(void* p, int64_t n, void* q, int64_t m) {
  return findChars(static_cast<const uint8_t*>(p), n, static_cast<const uint8_t*>(q), m);
}
int64_t kr_buf_rfind(void* p, int64_t n, void* q, int64_t m) {
  return rfindChars(static_cast<const uint8_t*>(p), n, static_cast<const uint8_t*>(q), m);
}
int64_t kr_buf_count(void* p, int64_t n, void* q, int64_t m) {
  return countChars(static_cast<const uint8_t*>(p), n, static_cast<const uint8_t*>(q), m);
}
int64_t kr_buf_cmp(void* p, int64_t n, void* q, int64_t m) { return compare(p, n, q, m); }

}  // extern "C"
