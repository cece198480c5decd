// Small helpers every part of the runtime uses (there is no standard library here).
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define KR_LIKELY(x) __builtin_expect(!!(x), 1)
#define KR_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define KR_COLD __attribute__((cold, noinline))
#define KR_INLINE __attribute__((always_inline)) inline

namespace krait::rt {

using i128 = __int128;
using u128 = unsigned __int128;

template <class T>
constexpr T min(T a, T b) {
  return b < a ? b : a;
}
template <class T>
constexpr T max(T a, T b) {
  return a < b ? b : a;
}
template <class T>
constexpr void swap(T& a, T& b) {
  T t = a;
  a = b;
  b = t;
}

template <class To, class From>
KR_INLINE To bitCast(From from) {
  static_assert(sizeof(To) == sizeof(From));
  return __builtin_bit_cast(To, from);
}

// Unaligned loads and stores.
template <class T>
KR_INLINE T loadAs(const void* p) {
  T v;
  __builtin_memcpy(&v, p, sizeof(T));
  return v;
}
template <class T>
KR_INLINE void storeAs(void* p, T v) {
  __builtin_memcpy(p, &v, sizeof(T));
}

// "00" "01" … "99".
inline constexpr char kDigitPairs[] =
    "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546"
    "474849"
    "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596"
    "979899";

// The decimal digits of v before `end`; the address of the first.
KR_INLINE char* decimalBefore(char* end, uint64_t v) {
  while (v >= 100) {
    end -= 2;
    __builtin_memcpy(end, kDigitPairs + v % 100 * 2, 2);
    v /= 100;
  }
  if (v >= 10) {
    end -= 2;
    __builtin_memcpy(end, kDigitPairs + v * 2, 2);
  } else {
    *--end = static_cast<char>('0' + v);
  }
  return end;
}

// Writes "krait: fatal: <message>" to stderr and aborts. For states no Python program can handle.
[[noreturn]] KR_COLD void fatal(const char* message);
// The system gave no memory for an allocation that Python programs cannot expect to fail.
[[noreturn]] KR_COLD void outOfMemory();

}  // namespace krait::rt
