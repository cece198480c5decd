// Substring search over arrays of 1, 2 or 4 byte characters.
//
// The first and last characters of the needle are compared 16 bytes of text at a time (Mula's
// generic SIMD search); candidates are compared in full. When those comparisons cost more than the
// text is long, the rest is searched by the two-way algorithm (Crochemore and Perrin, 1991), so the
// worst case is linear.
#pragma once

#include <emmintrin.h>

#include "core/chars.h"
#include "core/thread_state.h"

namespace krait::rt {

// find_avx2.cpp; only if the CPU has AVX2.
int64_t findByteAvx2(const uint8_t* s, int64_t n, uint8_t c);
int64_t findPairAvx2(const uint8_t* s, int64_t i, int64_t n, uint8_t first, uint8_t last,
                     int64_t gap);
class Positions;
// Counts occurrences of p[0, m), m >= 2, in s[0, n) that do not overlap, at most `most`, and adds
// them to `out` unless that is null. *resume: where to go on with findChars; it stops early near
// the end of the text and when comparisons take too long.
int64_t findAllAvx2(const uint8_t* s, int64_t n, const uint8_t* p, int64_t m, int64_t most,
                    Positions* out, int64_t* resume);
KR_INLINE bool haveAvx2() { return (kr_cpu_features & kCpuAvx2) != 0; }

template <class C>
KR_INLINE __m128i splat(C c) {
  if constexpr (sizeof(C) == 1) return _mm_set1_epi8(static_cast<char>(c));
  if constexpr (sizeof(C) == 2) return _mm_set1_epi16(static_cast<short>(c));
  if constexpr (sizeof(C) == 4) return _mm_set1_epi32(static_cast<int>(c));
}
// One bit a byte; a character's bits are all equal.
template <class C>
KR_INLINE uint32_t equalMask(__m128i a, __m128i b) {
  if constexpr (sizeof(C) == 1)
    return static_cast<uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(a, b)));
  if constexpr (sizeof(C) == 2)
    return static_cast<uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi16(a, b)));
  if constexpr (sizeof(C) == 4)
    return static_cast<uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi32(a, b)));
}
template <class C>
KR_INLINE __m128i load16(const C* p) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
}

// Index of the first c in s[0, n), or -1.
template <class C>
inline int64_t findChar(const C* s, int64_t n, uint32_t c) {
  if constexpr (sizeof(C) == 1) {
    if (n >= 64 && haveAvx2()) return findByteAvx2(s, n, static_cast<uint8_t>(c));
  }
  constexpr int64_t kStep = 16 / sizeof(C);
  __m128i wanted = splat(static_cast<C>(c));
  int64_t i = 0;
  for (; i + 4 * kStep <= n; i += 4 * kStep) {
    uint32_t m0 = equalMask<C>(load16(s + i), wanted);
    uint32_t m1 = equalMask<C>(load16(s + i + kStep), wanted);
    uint32_t m2 = equalMask<C>(load16(s + i + 2 * kStep), wanted);
    uint32_t m3 = equalMask<C>(load16(s + i + 3 * kStep), wanted);
    if (m0 | m1 | m2 | m3) {
      uint64_t all = m0 | uint64_t{m1} << 16 | uint64_t{m2} << 32 | uint64_t{m3} << 48;
      return i + static_cast<int64_t>(__builtin_ctzll(all) / sizeof(C));
    }
  }
  for (; i + kStep <= n; i += kStep) {
    uint32_t m = equalMask<C>(load16(s + i), wanted);
    if (m) return i + static_cast<int64_t>(static_cast<size_t>(__builtin_ctz(m)) / sizeof(C));
  }
  for (; i < n; i++) {
    if (s[i] == c) return i;
  }
  return -1;
}

template <class C>
inline int64_t rfindChar(const C* s, int64_t n, uint32_t c) {
  constexpr int64_t kStep = 16 / sizeof(C);
  __m128i wanted = splat(static_cast<C>(c));
  for (; n >= kStep; n -= kStep) {
    uint32_t m = equalMask<C>(load16(s + n - kStep), wanted);
    if (m)
      return n - 1 -
             static_cast<int64_t>(static_cast<size_t>(15 - (31 - __builtin_clz(m))) / sizeof(C));
  }
  while (n > 0) {
    if (s[--n] == c) return n;
  }
  return -1;
}

template <class C>
inline int64_t countChar(const C* s, int64_t n, uint32_t c, int64_t most) {
  constexpr int64_t kStep = 16 / sizeof(C);
  __m128i wanted = splat(static_cast<C>(c));
  int64_t i = 0, count = 0;
  for (; i + kStep <= n && count < most; i += kStep) {
    count += __builtin_popcount(equalMask<C>(load16(s + i), wanted)) / static_cast<int>(sizeof(C));
  }
  for (; i < n && count < most; i++) count += s[i] == c;
  return count < most ? count : most;
}

template <class C>
KR_INLINE bool equalChars(const C* a, const C* b, int64_t n) {
  return equalBytes(a, b, static_cast<size_t>(n) * sizeof(C));
}

// The start of the maximal suffix of p under < (or > if reversed), and its period.
template <class C>
inline int64_t maximalSuffix(const C* p, int64_t m, bool reversed, int64_t* period) {
  int64_t suffix = -1, j = 0, k = 1, per = 1;
  while (j + k < m) {
    C a = p[j + k], b = p[suffix + k];
    if (a == b) {
      if (k == per) {
        j += per;
        k = 1;
      } else {
        k++;
      }
    } else if ((a < b) != reversed) {
      j += k;
      k = 1;
      per = j - suffix;
    } else {
      suffix = j++;
      k = per = 1;
    }
  }
  *period = per;
  return suffix;
}

template <class C>
inline int64_t twoWay(const C* s, int64_t n, const C* p, int64_t m) {
  int64_t per1, per2;
  int64_t cut1 = maximalSuffix(p, m, false, &per1), cut2 = maximalSuffix(p, m, true, &per2);
  int64_t cut = cut1 > cut2 ? cut1 : cut2, per = cut1 > cut2 ? per1 : per2;
  if (per + cut + 1 <= m && equalChars(p, p + per, cut + 1)) {
    int64_t known = -1;  // p[0..known] is known to match
    for (int64_t at = 0; at <= n - m;) {
      int64_t i = (cut > known ? cut : known) + 1;
      while (i < m && p[i] == s[at + i]) i++;
      if (i < m) {
        at += i - cut;
        known = -1;
        continue;
      }
      i = cut;
      while (i > known && p[i] == s[at + i]) i--;
      if (i <= known) return at;
      at += per;
      known = m - per - 1;
    }
    return -1;
  }
  per = (cut + 1 > m - cut - 1 ? cut + 1 : m - cut - 1) + 1;
  for (int64_t at = 0; at <= n - m;) {
    int64_t i = cut + 1;
    while (i < m && p[i] == s[at + i]) i++;
    if (i < m) {
      at += i - cut;
      continue;
    }
    i = cut;
    while (i >= 0 && p[i] == s[at + i]) i--;
    if (i < 0) return at;
    at += per;
  }
  return -1;
}

// Index of the first p[0, m) in s[0, n), or -1; an empty p is found at 0.
template <class C>
inline int64_t findChars(const C* s, int64_t n, const C* p, int64_t m) {
  if (m > n) return -1;
  if (m == 0) return 0;
  if (m == 1) return findChar(s, n, p[0]);
  constexpr int64_t kStep = 16 / sizeof(C);
  int64_t i = 0, work = 0;
  if constexpr (sizeof(C) == 1) {
    if (n - m >= 64 && haveAvx2()) {
      for (int64_t end = n - m + 1;; i++) {
        i = findPairAvx2(s, i, end, p[0], p[m - 1], m - 1);
        if (i >= end) return -1;
        if (m == 2 || equalChars(s + i + 1, p + 1, m - 2)) return i;
        work += m / 8 + 8;
        if (KR_UNLIKELY(work > 2 * i + 1024)) {
          int64_t at = twoWay(s + i + 1, n - i - 1, p, m);
          return at < 0 ? -1 : i + 1 + at;
        }
      }
    }
  }
  __m128i first = splat(p[0]), last = splat(p[m - 1]);
  for (; i + m - 1 + kStep <= n; i += kStep) {
    uint32_t mask = equalMask<C>(load16(s + i), first) & equalMask<C>(load16(s + i + m - 1), last);
    while (mask) {
      int bit = __builtin_ctz(mask);
      int64_t at = i + bit / static_cast<int>(sizeof(C));
      if (m == 2 || equalChars(s + at + 1, p + 1, m - 2)) return at;
      // memcmp may have read all of it: charge its cost as if it had.
      work += m / 8 + 1;
      mask &= ~(((1u << sizeof(C)) - 1) << bit);
    }
    if (KR_UNLIKELY(work > 2 * i + 512)) {
      i += kStep;
      int64_t at = i > n ? -1 : twoWay(s + i, n - i, p, m);
      return at < 0 ? -1 : i + at;
    }
  }
  for (; i + m <= n; i++) {
    if (s[i] == p[0] && s[i + m - 1] == p[m - 1] && (m == 2 || equalChars(s + i + 1, p + 1, m - 2)))
      return i;
  }
  return -1;
}

template <class C>
inline int64_t rfindChars(const C* s, int64_t n, const C* p, int64_t m) {
  if (m > n) return -1;
  if (m == 0) return n;
  if (m == 1) return rfindChar(s, n, p[0]);
  for (int64_t i = n - m; i >= 0;) {
    // The next candidate by its last character.
    int64_t at = rfindChar(s + m - 1, i + 1, p[m - 1]);
    if (at < 0) return -1;
    if (s[at] == p[0] && (m == 2 || equalChars(s + at + 1, p + 1, m - 2))) return at;
    i = at - 1;
  }
  return -1;
}

// Positions of non-overlapping occurrences, at most `most`.
class Positions {
 public:
  Positions() = default;
  ~Positions();
  Positions(const Positions&) = delete;
  Positions& operator=(const Positions&) = delete;
  KR_INLINE void add(int64_t i) {
    if (KR_UNLIKELY(count_ == room_)) grow();
    items_[count_++] = i;
  }
  int64_t count() const { return count_; }
  int64_t operator[](int64_t i) const { return items_[i]; }

 private:
  void grow();
  int64_t count_ = 0, room_ = 32;
  int64_t first_[32];
  int64_t* items_ = first_;
};

template <class C>
inline void findAll(const C* s, int64_t n, const C* p, int64_t m, int64_t most, Positions* out) {
  if (m == 1) {
    constexpr int64_t kStep = 16 / sizeof(C);
    __m128i wanted = splat(p[0]);
    int64_t i = 0;
    for (; i + kStep <= n; i += kStep) {
      uint32_t mask = equalMask<C>(load16(s + i), wanted);
      while (mask) {
        int bit = __builtin_ctz(mask);
        if (out->count() >= most) return;
        out->add(i + bit / static_cast<int>(sizeof(C)));
        mask &= ~(((1u << sizeof(C)) - 1) << bit);
      }
    }
    for (; i < n && out->count() < most; i++) {
      if (s[i] == p[0]) out->add(i);
    }
    return;
  }
  int64_t i = 0;
  if constexpr (sizeof(C) == 1) {
    if (n - m >= 64 && haveAvx2()) findAllAvx2(s, n, p, m, most, out, &i);
  }
  while (out->count() < most) {
    int64_t at = findChars(s + i, n - i, p, m);
    if (at < 0) return;
    out->add(i + at);
    i += at + m;
  }
}

template <class C>
inline int64_t countChars(const C* s, int64_t n, const C* p, int64_t m) {
  if (m == 0) return n + 1;
  if (m == 1) return countChar(s, n, p[0], INT64_MAX);
  int64_t count = 0, i = 0;
  if constexpr (sizeof(C) == 1) {
    if (n - m >= 64 && haveAvx2()) count = findAllAvx2(s, n, p, m, INT64_MAX, nullptr, &i);
  }
  for (;;) {
    int64_t at = findChars(s + i, n - i, p, m);
    if (at < 0) return count;
    count++;
    i += at + m;
  }
}

}  // namespace krait::rt
