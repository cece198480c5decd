// str: comparison, hash, searching, replacing.
#include "core/chars.h"
#include "core/find.h"
#include "core/hash.h"
#include "core/memory.h"
#include "core/unicode.h"

namespace krait::rt {

Positions::~Positions() {
  if (items_ != first_) kr_buf_free(items_, room_ * 8);
}

void Positions::grow() {
  int64_t* items = static_cast<int64_t*>(kr_buf_alloc(room_ * 16));
  memcpy(items, items_, static_cast<size_t>(room_) * 8);
  if (items_ != first_) kr_buf_free(items_, room_ * 8);
  items_ = items;
  room_ *= 2;
}

namespace {

// The characters of s in at least `kind` bytes each.
class Widened {
 public:
  Widened(const Str* s, int kind) : data_(s->data()) {
    if (s->kind >= kind) return;
    size_ = s->length * kind;
    void* p = size_ <= static_cast<int64_t>(sizeof(local_)) ? local_ : kr_buf_alloc(size_);
    copyChars(p, kind, s->data(), s->kind, s->length);
    data_ = p;
  }
  ~Widened() {
    if (size_ > static_cast<int64_t>(sizeof(local_))) kr_buf_free(const_cast<void*>(data_), size_);
  }
  Widened(const Widened&) = delete;
  Widened& operator=(const Widened&) = delete;
  template <class C>
  const C* as() const {
    return static_cast<const C*>(data_);
  }

 private:
  const void* data_;
  int64_t size_ = 0;
  alignas(4) uint8_t local_[256];
};

// Calls f(characters of s, characters of sub) in s's kind; sub must not be wider.
template <class F>
KR_INLINE auto withBoth(const Str* s, const Str* sub, F f) {
  if (KR_LIKELY(s->kind == 1)) return f(s->data<uint8_t>(), sub->data<uint8_t>());
  Widened w(sub, s->kind);
  if (s->kind == 2) return f(s->data<uint16_t>(), w.as<uint16_t>());
  return f(s->data<uint32_t>(), w.as<uint32_t>());
}

template <class A, class B>
int compareChars(const A* a, int64_t an, const B* b, int64_t bn) {
  int64_t n = an < bn ? an : bn;
  for (int64_t i = 0; i < n; i++) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return an < bn ? -1 : an > bn;
}

// Which of 16 Latin-1 characters are whitespace: 9 to 13, 28 to 32, 0x85 and 0xa0.
KR_INLINE uint32_t spaceMask(__m128i c) {
  auto within = [&](int first, int count) {
    __m128i x = _mm_sub_epi8(c, _mm_set1_epi8(static_cast<char>(first)));
    return _mm_cmpeq_epi8(_mm_min_epu8(x, _mm_set1_epi8(static_cast<char>(count - 1))), x);
  };
  __m128i low = _mm_or_si128(within(9, 5), within(28, 5));
  __m128i high = _mm_or_si128(within(0x85, 1), within(0xa0, 1));
  return static_cast<uint32_t>(_mm_movemask_epi8(_mm_or_si128(low, high)));
}

bool matchesAt(const Str* s, const Str* sub, int64_t at) {
  if (sub->kind > s->kind) return false;
  if (sub->kind == s->kind) {
    return equalBytes(s->data() + at * s->kind, sub->data(),
                      static_cast<size_t>(sub->length) * s->kind);
  }
  for (int64_t i = 0; i < sub->length; i++) {
    if (strAt(s, at + i) != strAt(sub, i)) return false;
  }
  return true;
}

}  // namespace

int64_t strFind(const Str* s, const Str* sub, int64_t start, int64_t end) {
  if (sub->length > end - start || sub->kind > s->kind) return -1;
  int64_t at = withBoth(
      s, sub, [&](auto p, auto q) { return findChars(p + start, end - start, q, sub->length); });
  return at < 0 ? -1 : start + at;
}

// All occurrences of `old` replaced, in the widest kind needed; then narrowed.
static Str* replaceAt(const Str* s, const Str* old, const Str* with, const Positions& at) {
  int kind = s->kind > with->kind ? s->kind : with->kind;
  int64_t count = at.count(), length = s->length + count * (with->length - old->length);
  if (length == 0) return emptyStr();
  Str* r = allocStr(length, kind, s->ascii & with->ascii);
  uint8_t* out = r->data();
  const uint8_t* in = s->data();
  Widened w(with, kind);
  const uint8_t* insert = w.as<uint8_t>();
  int64_t insert_bytes = with->length * kind, done = 0;
  for (int64_t i = 0; i < count; i++) {
    int64_t gap = at[i] - done;
    copyChars(out, kind, in + done * s->kind, s->kind, gap);
    out += gap * kind;
    if (insert_bytes == 1) {
      *out = *insert;
    } else {
      memcpy(out, insert, static_cast<size_t>(insert_bytes));
    }
    out += insert_bytes;
    done = at[i] + old->length;
  }
  copyChars(out, kind, in + done * s->kind, s->kind, s->length - done);
  // The wide characters may all have been in `old`.
  if (s->kind > with->kind || (s->kind == 1 && !s->ascii)) {
    uint32_t all = orKind(r->data(), kind, length);
    if (kindOf(all) < kind || length == 1) {
      Str* narrow = newStrKind(r->data(), length, kind);
      kr_free(r, strSize(r));
      return narrow;
    }
    r->ascii = all < 128;
  } else if (length == 1) {
    Str* one = charStr(strAt(r, 0));
    kr_free(r, strSize(r));
    return one;
  }
  return r;
}

}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

int64_t kr_str_cmp(Str* a, Str* b) {
  if (a == b) return 0;
  if (a->kind == 1 && b->kind == 1) {
    int64_t n = a->length < b->length ? a->length : b->length;
    if (n >= 8) {
      // Often the first characters decide.
      uint64_t p = __builtin_bswap64(loadAs<uint64_t>(a->data())),
               q = __builtin_bswap64(loadAs<uint64_t>(b->data()));
      if (p != q) return p < q ? -1 : 1;
    }
    int c = memcmp(a->data(), b->data(), static_cast<size_t>(n));
    if (c) return c < 0 ? -1 : 1;
    return a->length < b->length ? -1 : a->length > b->length;
  }
  return withChars(a, [&](auto p) {
    return withChars(b, [&](auto q) { return compareChars(p, a->length, q, b->length); });
  });
}

// The first characters, a byte each: 255 stands for itself and all wider ones, and ends the prefix.
int64_t kr_str_prefix(Str* s) {
  uint64_t first = 0;
  if (s->ascii && s->length >= 8) {
    first = __builtin_bswap64(loadAs<uint64_t>(s->data()));
  } else {
    for (int64_t i = 0; i < 8 && i < s->length; i++) {
      uint32_t c = strAt(s, i);
      first |= uint64_t{c < 255 ? c : 255} << (56 - 8 * i);
      if (c >= 255) break;
    }
  }
  return static_cast<int64_t>(first >> 2);
}

int64_t kr_str_hash(Str* s) {
  int64_t h = __atomic_load_n(&s->hash, __ATOMIC_RELAXED);
  if (KR_LIKELY(h != -1)) return h;
  h = hashBytes(s->data(), static_cast<size_t>(s->length) * s->kind);
  __atomic_store_n(&s->hash, h, __ATOMIC_RELAXED);
  return h;
}

bool kr_str_contains(Str* s, Str* sub) { return strFind(s, sub, 0, s->length) >= 0; }
int64_t kr_str_find(Str* s, Str* sub, int64_t start, int64_t end) {
  return strFind(s, sub, start, end);
}

int64_t kr_str_rfind(Str* s, Str* sub, int64_t start, int64_t end) {
  if (sub->length > end - start || sub->kind > s->kind) return -1;
  int64_t at = withBoth(
      s, sub, [&](auto p, auto q) { return rfindChars(p + start, end - start, q, sub->length); });
  return at < 0 ? -1 : start + at;
}

int64_t kr_str_find_char(Str* s, int64_t c, int64_t start, int64_t end) {
  if (s->kind == 1 && c < 256 && end - start >= 16) {
    // Often it is near.
    uint32_t found = equalMask<uint8_t>(load16(s->data() + start), splat(static_cast<uint8_t>(c)));
    if (found) return start + __builtin_ctz(found);
  }
  if (start >= end || (s->kind < 4 && c >> (8 * s->kind))) return -1;
  int64_t at = withChars(
      s, [&](auto p) { return findChar(p + start, end - start, static_cast<uint32_t>(c)); });
  return at < 0 ? -1 : start + at;
}

int64_t kr_str_rfind_char(Str* s, int64_t c, int64_t start, int64_t end) {
  if (start >= end || (s->kind < 4 && c >> (8 * s->kind))) return -1;
  int64_t at = withChars(
      s, [&](auto p) { return rfindChar(p + start, end - start, static_cast<uint32_t>(c)); });
  return at < 0 ? -1 : start + at;
}

int64_t kr_str_count(Str* s, Str* sub, int64_t start, int64_t end) {
  if (sub->length > end - start || sub->kind > s->kind) return 0;
  return withBoth(
      s, sub, [&](auto p, auto q) { return countChars(p + start, end - start, q, sub->length); });
}

bool kr_str_startswith(Str* s, Str* prefix, int64_t start, int64_t end) {
  return prefix->length <= end - start && matchesAt(s, prefix, start);
}

bool kr_str_endswith(Str* s, Str* suffix, int64_t start, int64_t end) {
  return suffix->length <= end - start && matchesAt(s, suffix, end - suffix->length);
}

Str* kr_str_removeprefix(Str* s, Str* prefix) {
  if (prefix->length && kr_str_startswith(s, prefix, 0, s->length)) {
    return substr(s, prefix->length, s->length);
  }
  return retainStr(s);
}

Str* kr_str_removesuffix(Str* s, Str* suffix) {
  if (suffix->length && kr_str_endswith(s, suffix, 0, s->length)) {
    return substr(s, 0, s->length - suffix->length);
  }
  return retainStr(s);
}

Str* kr_str_replace(Str* s, Str* old, Str* with, int64_t most) {
  if (most < 0) most = INT64_MAX;
  if (most == 0 || old->length > s->length || old->kind > s->kind) return retainStr(s);
  if (old->length == 0 && s->length == 0 && with->length) return retainStr(with);
  if (s->ascii && old->length == 1 && with->length == 1 && with->ascii && most >= s->length) {
    uint8_t from = old->data()[0], to = with->data()[0];
    int64_t n = s->length, first = findChar(s->data(), n, from);
    if (first < 0) return retainStr(s);
    if (n == 1) return retainStr(with);
    Str* r = allocStr(n, 1, true);
    const uint8_t* in = s->data();
    uint8_t* __restrict out = r->data();
    for (int64_t i = 0; i < n; i++) out[i] = in[i] == from ? to : in[i];
    return r;
  }
  Positions at;
  if (old->length == 0) {
    int64_t n =
        min(s->length + 1, most);  // one bound: clang 22 miscompiles two (LLVM issue 180870)
    for (int64_t i = 0; i < n; i++) at.add(i);
  } else {
    withBoth(s, old, [&](auto p, auto q) { findAll(p, s->length, q, old->length, most, &at); });
  }
  return at.count() ? replaceAt(s, old, with, at) : retainStr(s);
}

// ---- boundaries of words and lines ----

int64_t kr_str_find_whitespace(Str* s, int64_t i) {
  if (KR_LIKELY(s->kind == 1)) {
    for (; i + 16 <= s->length; i += 16) {
      uint32_t found = spaceMask(load16(s->data() + i));
      if (found) return i + __builtin_ctz(found);
    }
  }
  return withChars(s, [&](auto p) {
    int64_t n = s->length, k = i;
    while (k < n && !isSpace(p[k])) k++;
    return k;
  });
}
int64_t kr_str_skip_whitespace(Str* s, int64_t i) {
  return withChars(s, [&](auto p) {
    int64_t n = s->length, k = i;
    while (k < n && isSpace(p[k])) k++;
    return k;
  });
}
int64_t kr_str_rfind_whitespace(Str* s, int64_t i) {
  return withChars(s, [&](auto p) {
    int64_t k = i;
    while (k > 0 && !isSpace(p[k - 1])) k--;
    return k;
  });
}
int64_t kr_str_rskip_whitespace(Str* s, int64_t i) {
  return withChars(s, [&](auto p) {
    int64_t k = i;
    while (k > 0 && isSpace(p[k - 1])) k--;
    return k;
  });
}
int64_t kr_str_find_linebreak(Str* s, int64_t i) {
  return withChars(s, [&](auto p) {
    int64_t n = s->length, k = i;
    while (k < n && !isLinebreak(p[k])) k++;
    return k;
  });
}
int64_t kr_str_linebreak_len(Str* s, int64_t i) {
  if (i >= s->length) return 0;
  uint32_t c = strAt(s, i);
  if (c == '\r' && i + 1 < s->length && strAt(s, i + 1) == '\n') return 2;
  return isLinebreak(c);
}

static Str* strip(Str* s, bool left, bool right) {
  int64_t start = left ? kr_str_skip_whitespace(s, 0) : 0, end = s->length;
  if (right) end = start == end ? start : kr_str_rskip_whitespace(s, end);
  return substr(s, start, end);
}
Str* kr_str_strip(Str* s) { return strip(s, true, true); }
Str* kr_str_lstrip(Str* s) { return strip(s, true, false); }
Str* kr_str_rstrip(Str* s) { return strip(s, false, true); }

static Str* stripChars(Str* s, Str* chars, bool left, bool right) {
  uint64_t bloom = 0;  // bit c % 64 of each character to strip
  for (int64_t i = 0; i < chars->length; i++) bloom |= uint64_t{1} << (strAt(chars, i) & 63);
  auto wanted = [&](int64_t i) {
    uint32_t c = strAt(s, i);
    return (bloom >> (c & 63) & 1) && kr_str_find_char(chars, c, 0, chars->length) >= 0;
  };
  int64_t start = 0, end = s->length;
  if (left) {
    while (start < end && wanted(start)) start++;
  }
  if (right) {
    while (end > start && wanted(end - 1)) end--;
  }
  return substr(s, start, end);
}
Str* kr_str_strip_chars(Str* s, Str* chars) { return stripChars(s, chars, true, true); }
Str* kr_str_lstrip_chars(Str* s, Str* chars) { return stripChars(s, chars, true, false); }
Str* kr_str_rstrip_chars(Str* s, Str* chars) { return stripChars(s, chars, false, true); }

}  // extern "C"
