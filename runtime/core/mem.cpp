// memcpy, memmove, memset, memcmp, bcmp, memchr: SSE2, with AVX2 loops where the CPU has it. They
// replace musl's for everything in the program.
#include <immintrin.h>

#include "core/thread_state.h"

#define KR_AVX2 __attribute__((target("avx2"), noinline))

namespace krait::rt {
namespace {

using Byte = unsigned char;

KR_INLINE __m128i load16(const void* p) { return _mm_loadu_si128(static_cast<const __m128i*>(p)); }
KR_INLINE void store16(void* p, __m128i v) { _mm_storeu_si128(static_cast<__m128i*>(p), v); }
KR_INLINE bool haveAvx2() { return kr_cpu_features & kCpuAvx2; }

KR_AVX2 void copyForward32(Byte* d, const Byte* s, size_t n) {
  // The head and the tail are loaded before anything is stored, so regions may overlap (d before
  // s).
  __m256i head = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s));
  __m256i tail = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s + n - 32));
  Byte* end = d + n - 32;
  Byte* start = d;
  size_t skip = 32 - (reinterpret_cast<uintptr_t>(d) & 31);
  d += skip;
  s += skip;
  while (d + 128 <= end) {
    auto* f = reinterpret_cast<const __m256i*>(s);
    auto* t = reinterpret_cast<__m256i*>(d);
    __m256i a = _mm256_loadu_si256(f), b = _mm256_loadu_si256(f + 1);
    __m256i c = _mm256_loadu_si256(f + 2), e = _mm256_loadu_si256(f + 3);
    // The head's first store comes late enough only if it doesn't overlap what is still to be read;
    // it lies before d, hence before every later source byte.
    _mm256_store_si256(t, a);
    _mm256_store_si256(t + 1, b);
    _mm256_store_si256(t + 2, c);
    _mm256_store_si256(t + 3, e);
    d += 128;
    s += 128;
  }
  while (d < end) {
    _mm256_store_si256(reinterpret_cast<__m256i*>(d),
                       _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s)));
    d += 32;
    s += 32;
  }
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(end), tail);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(start), head);
}

KR_AVX2 void copyBackward32(Byte* d, const Byte* s, size_t n) {
  __m256i head = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s));
  __m256i tail = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s + n - 32));
  size_t i = n;
  while (i > 32 + 128) {
    i -= 128;
    __m256i a = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s + i));
    __m256i b = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s + i + 32));
    __m256i c = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s + i + 64));
    __m256i e = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s + i + 96));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(d + i), a);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(d + i + 32), b);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(d + i + 64), c);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(d + i + 96), e);
  }
  while (i > 32) {
    size_t k = i - 32;
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(d + k),
                        _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s + k)));
    i = k;
  }
  // The last full block may have overwritten source bytes of `tail` only in the destination's
  // favour.
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(d), head);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(d + n - 32), tail);
}

void copyForward16(Byte* d, const Byte* s, size_t n) {
  __m128i tail0 = load16(s + n - 32), tail1 = load16(s + n - 16);
  size_t i = 0;
  for (; i + 32 < n; i += 32) {
    __m128i a = load16(s + i), b = load16(s + i + 16);
    store16(d + i, a);
    store16(d + i + 16, b);
  }
  store16(d + n - 32, tail0);
  store16(d + n - 16, tail1);
}

void copyBackward16(Byte* d, const Byte* s, size_t n) {
  __m128i head0 = load16(s), head1 = load16(s + 16);
  size_t i = n;
  for (; i > 32; i -= 32) {
    __m128i a = load16(s + i - 32), b = load16(s + i - 16);
    store16(d + i - 32, a);
    store16(d + i - 16, b);
  }
  store16(d, head0);
  store16(d + 16, head1);
}

KR_INLINE void copyAny(Byte* d, const Byte* s, size_t n) {
  if (n <= 16) {
    if (n >= 8) {
      uint64_t a = loadAs<uint64_t>(s), b = loadAs<uint64_t>(s + n - 8);
      storeAs(d, a);
      storeAs(d + n - 8, b);
    } else if (n >= 4) {
      uint32_t a = loadAs<uint32_t>(s), b = loadAs<uint32_t>(s + n - 4);
      storeAs(d, a);
      storeAs(d + n - 4, b);
    } else if (n >= 2) {
      uint16_t a = loadAs<uint16_t>(s), b = loadAs<uint16_t>(s + n - 2);
      storeAs(d, a);
      storeAs(d + n - 2, b);
    } else if (n) {
      *d = *s;
    }
    return;
  }
  if (n <= 32) {
    __m128i a = load16(s), b = load16(s + n - 16);
    store16(d, a);
    store16(d + n - 16, b);
    return;
  }
  if (n <= 64) {
    __m128i a = load16(s), b = load16(s + 16), c = load16(s + n - 32), e = load16(s + n - 16);
    store16(d, a);
    store16(d + 16, b);
    store16(d + n - 32, c);
    store16(d + n - 16, e);
    return;
  }
  if (n <= 128) {
    __m128i a = load16(s), b = load16(s + 16), c = load16(s + 32), e = load16(s + 48);
    __m128i f = load16(s + n - 64), g = load16(s + n - 48), h = load16(s + n - 32),
            i = load16(s + n - 16);
    store16(d, a);
    store16(d + 16, b);
    store16(d + 32, c);
    store16(d + 48, e);
    store16(d + n - 64, f);
    store16(d + n - 48, g);
    store16(d + n - 32, h);
    store16(d + n - 16, i);
    return;
  }
  // d before s, or no overlap: forward.
  if (static_cast<size_t>(d - s) >= n) {
    if (haveAvx2()) return copyForward32(d, s, n);
    return copyForward16(d, s, n);
  }
  if (d == s) return;
  if (haveAvx2()) return copyBackward32(d, s, n);
  copyBackward16(d, s, n);
}

KR_AVX2 void fill32(Byte* d, int c, size_t n) {
  __m256i v = _mm256_set1_epi8(static_cast<char>(c));
  Byte* end = d + n - 32;
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(d), v);
  d += 32 - (reinterpret_cast<uintptr_t>(d) & 31);
  for (; d + 96 < end; d += 128) {
    auto* t = reinterpret_cast<__m256i*>(d);
    _mm256_store_si256(t, v);
    _mm256_store_si256(t + 1, v);
    _mm256_store_si256(t + 2, v);
    _mm256_store_si256(t + 3, v);
  }
  for (; d < end; d += 32) _mm256_store_si256(reinterpret_cast<__m256i*>(d), v);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(end), v);
}

KR_INLINE int compareAt(const Byte* a, const Byte* b, unsigned differ) {
  int i = __builtin_ctz(differ);
  return a[i] - b[i];
}

KR_AVX2 int compare32(const Byte* a, const Byte* b, size_t n) {
  size_t i = 0;
  for (; i + 64 <= n; i += 64) {
    __m256i x = _mm256_cmpeq_epi8(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(a + i)),
                                  _mm256_loadu_si256(reinterpret_cast<const __m256i*>(b + i)));
    __m256i y = _mm256_cmpeq_epi8(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(a + i + 32)),
                                  _mm256_loadu_si256(reinterpret_cast<const __m256i*>(b + i + 32)));
    if (_mm256_movemask_epi8(_mm256_and_si256(x, y)) != -1) {
      unsigned m = ~static_cast<unsigned>(_mm256_movemask_epi8(x));
      if (m) return compareAt(a + i, b + i, m);
      return compareAt(a + i + 32, b + i + 32, ~static_cast<unsigned>(_mm256_movemask_epi8(y)));
    }
  }
  for (; i < n; i += 32) {
    if (i + 32 > n) i = n - 32;  // n >= 64 here: the last block overlaps the one before
    __m256i x = _mm256_cmpeq_epi8(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(a + i)),
                                  _mm256_loadu_si256(reinterpret_cast<const __m256i*>(b + i)));
    unsigned m = ~static_cast<unsigned>(_mm256_movemask_epi8(x));
    if (m) return compareAt(a + i, b + i, m);
  }
  return 0;
}

KR_AVX2 const Byte* find32(const Byte* s, Byte c, size_t n) {  // n >= 64
  __m256i v = _mm256_set1_epi8(static_cast<char>(c));
  size_t i = 0;
  for (; i + 64 <= n; i += 64) {
    __m256i x = _mm256_cmpeq_epi8(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(s + i)), v);
    __m256i y =
        _mm256_cmpeq_epi8(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(s + i + 32)), v);
    if (!_mm256_testz_si256(_mm256_or_si256(x, y), _mm256_or_si256(x, y))) {
      uint64_t m = static_cast<uint32_t>(_mm256_movemask_epi8(x)) |
                   static_cast<uint64_t>(static_cast<uint32_t>(_mm256_movemask_epi8(y))) << 32;
      return s + i + __builtin_ctzll(m);
    }
  }
  for (; i < n; i += 32) {
    if (i + 32 > n) i = n - 32;
    __m256i x = _mm256_cmpeq_epi8(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(s + i)), v);
    unsigned m = static_cast<unsigned>(_mm256_movemask_epi8(x));
    if (m) return s + i + __builtin_ctz(m);
  }
  return nullptr;
}

}  // namespace
}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

void* memcpy(void* __restrict d, const void* __restrict s, size_t n) {
  copyAny(static_cast<unsigned char*>(d), static_cast<const unsigned char*>(s), n);
  return d;
}

void* memmove(void* d, const void* s, size_t n) {
  copyAny(static_cast<unsigned char*>(d), static_cast<const unsigned char*>(s), n);
  return d;
}

void* memset(void* p, int c, size_t n) {
  auto* d = static_cast<unsigned char*>(p);
  if (n < 16) {
    uint64_t v = 0x0101010101010101u * static_cast<unsigned char>(c);
    if (n >= 8) {
      storeAs(d, v);
      storeAs(d + n - 8, v);
    } else if (n >= 4) {
      storeAs(d, static_cast<uint32_t>(v));
      storeAs(d + n - 4, static_cast<uint32_t>(v));
    } else if (n >= 2) {
      storeAs(d, static_cast<uint16_t>(v));
      storeAs(d + n - 2, static_cast<uint16_t>(v));
    } else if (n) {
      *d = static_cast<unsigned char>(c);
    }
    return p;
  }
  if (n > 128 && haveAvx2()) {
    fill32(d, c, n);
    return p;
  }
  __m128i v = _mm_set1_epi8(static_cast<char>(c));
  store16(d + n - 16, v);
  for (size_t i = 0; i + 16 <= n; i += 16) store16(d + i, v);
  return p;
}

int memcmp(const void* p, const void* q, size_t n) {
  auto* a = static_cast<const unsigned char*>(p);
  auto* b = static_cast<const unsigned char*>(q);
  if (n >= 16) {
    if (n >= 96 && haveAvx2()) return compare32(a, b, n);
    for (size_t i = 0;; i += 16) {
      if (i + 16 > n) {
        if (i == n) return 0;
        i = n - 16;
      }
      unsigned m =
          static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(load16(a + i), load16(b + i)))) ^
          0xffffu;
      if (m) return compareAt(a + i, b + i, m);
    }
  }
  if (n >= 8) {
    uint64_t x = __builtin_bswap64(loadAs<uint64_t>(a)), y = __builtin_bswap64(loadAs<uint64_t>(b));
    if (x == y) {
      x = __builtin_bswap64(loadAs<uint64_t>(a + n - 8));
      y = __builtin_bswap64(loadAs<uint64_t>(b + n - 8));
    }
    return x == y ? 0 : x < y ? -1 : 1;
  }
  if (n >= 4) {
    uint64_t x = static_cast<uint64_t>(__builtin_bswap32(loadAs<uint32_t>(a))) << 32 |
                 __builtin_bswap32(loadAs<uint32_t>(a + n - 4));
    uint64_t y = static_cast<uint64_t>(__builtin_bswap32(loadAs<uint32_t>(b))) << 32 |
                 __builtin_bswap32(loadAs<uint32_t>(b + n - 4));
    return x == y ? 0 : x < y ? -1 : 1;
  }
  for (size_t i = 0; i < n; i++) {
    if (a[i] != b[i]) return a[i] - b[i];
  }
  return 0;
}

int bcmp(const void* p, const void* q, size_t n) { return memcmp(p, q, n); }

void* memchr(const void* p, int c, size_t n) {
  auto* s = static_cast<const unsigned char*>(p);
  auto b = static_cast<unsigned char>(c);
  if (n >= 16) {
    if (n >= 128 && haveAvx2()) return const_cast<unsigned char*>(find32(s, b, n));
    __m128i v = _mm_set1_epi8(static_cast<char>(b));
    for (size_t i = 0;; i += 16) {
      if (i + 16 > n) {
        if (i == n) return nullptr;
        i = n - 16;
      }
      unsigned m = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(load16(s + i), v)));
      if (m) return const_cast<unsigned char*>(s + i + __builtin_ctz(m));
    }
  }
  for (size_t i = 0; i < n; i++) {
    if (s[i] == b) return const_cast<unsigned char*>(s + i);
  }
  return nullptr;
}

}  // extern "C"
