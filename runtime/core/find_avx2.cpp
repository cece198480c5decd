// Search in bytes with 32-byte vectors; called only where the CPU has AVX2.
#include <immintrin.h>

#include "core/find.h"

namespace krait::rt {

#define KR_AVX2 __attribute__((target("avx2")))

KR_AVX2 int64_t findByteAvx2(const uint8_t* s, int64_t n, uint8_t c) {
  __m256i wanted = _mm256_set1_epi8(static_cast<char>(c));
  auto block = [&](int64_t i) KR_AVX2 {
    return _mm256_cmpeq_epi8(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(s + i)), wanted);
  };
  int64_t i = 0;
  for (; i + 128 <= n; i += 128) {
    __m256i a = block(i), b = block(i + 32), d = block(i + 64), e = block(i + 96);
    if (_mm256_movemask_epi8(_mm256_or_si256(_mm256_or_si256(a, b), _mm256_or_si256(d, e)))) break;
  }
  for (; i + 32 <= n; i += 32) {
    uint32_t mask = static_cast<uint32_t>(_mm256_movemask_epi8(block(i)));
    if (mask) return i + __builtin_ctz(mask);
  }
  for (; i < n; i++) {
    if (s[i] == c) return i;
  }
  return -1;
}

// First i in [i, n) with s[i] == first and s[i + gap] == last, or n.
KR_AVX2 int64_t findPairAvx2(const uint8_t* s, int64_t i, int64_t n, uint8_t first, uint8_t last,
                             int64_t gap) {
  __m256i want_first = _mm256_set1_epi8(static_cast<char>(first));
  __m256i want_last = _mm256_set1_epi8(static_cast<char>(last));
  auto block = [&](int64_t k) KR_AVX2 {
    __m256i a = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s + k));
    __m256i b = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s + k + gap));
    return _mm256_and_si256(_mm256_cmpeq_epi8(a, want_first), _mm256_cmpeq_epi8(b, want_last));
  };
  for (; i + 64 <= n; i += 64) {
    __m256i a = block(i), b = block(i + 32);
    if (_mm256_testz_si256(_mm256_or_si256(a, b), _mm256_or_si256(a, b))) continue;
    uint64_t mask = static_cast<uint32_t>(_mm256_movemask_epi8(a)) |
                    static_cast<uint64_t>(static_cast<uint32_t>(_mm256_movemask_epi8(b))) << 32;
    return i + __builtin_ctzll(mask);
  }
  for (; i + 32 <= n; i += 32) {
    uint32_t mask = static_cast<uint32_t>(_mm256_movemask_epi8(block(i)));
    if (mask) return i + __builtin_ctz(mask);
  }
  for (; i < n; i++) {
    if (s[i] == first && s[i + gap] == last) return i;
  }
  return n;
}

KR_AVX2 int64_t findAllAvx2(const uint8_t* s, int64_t n, const uint8_t* p, int64_t m, int64_t most,
                            Positions* out, int64_t* resume) {
  __m256i want_first = _mm256_set1_epi8(static_cast<char>(p[0]));
  __m256i want_last = _mm256_set1_epi8(static_cast<char>(p[m - 1]));
  int64_t i = 0, next = 0, count = 0, work = 0;
  for (; i + m + 31 <= n && count < most; i += 32) {
    __m256i a = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s + i));
    __m256i b = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s + i + m - 1));
    __m256i both =
        _mm256_and_si256(_mm256_cmpeq_epi8(a, want_first), _mm256_cmpeq_epi8(b, want_last));
    uint32_t mask = static_cast<uint32_t>(_mm256_movemask_epi8(both));
    while (mask) {
      int64_t at = i + __builtin_ctz(mask);
      mask &= mask - 1;
      if (at < next) continue;
      if (!equalChars(s + at + 1, p + 1, m - 2)) {
        work += m / 8 + 8;
        continue;
      }
      if (out) out->add(at);
      next = at + m;
      if (++count == most) break;
    }
    if (KR_UNLIKELY(work > 2 * i + 1024)) {
      i += 32;
      break;
    }
  }
  *resume = i > next ? i : next;
  return count;
}

}  // namespace krait::rt
