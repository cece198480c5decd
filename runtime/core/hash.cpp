// Hashes as CPython computes them: SipHash-1-3 (Aumasson, Bernstein) for text, reduction modulo
// 2**61 - 1 for numbers, xxHash-style combination for tuples.
#include "core/hash.h"

#include <errno.h>
#include <stdlib.h>

#include "abi.h"
#include "core/int.h"
#include "core/thread_state.h"
#include "os/pages.h"

namespace krait::rt {

// PYTHONHASHSEED: unset, empty or "random": random key; 0: zero key; N: from a linear congruential
// generator.
void initHashKey(ThreadState* ts, const char* seed) {
  if (!seed || !*seed || strcmp(seed, "random") == 0) {
    if (!osRandom(ts->hash_key, sizeof(ts->hash_key))) fatal("no random bytes for the hash key");
    return;
  }
  char* end;
  errno = 0;
  uint64_t value = strtoul(seed, &end, 10);
  if (*end || value > UINT32_MAX || errno) {
    static const char message[] =
        "Fatal Python error: config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an "
        "integer in "
        "range [0; 4294967295]\nPython runtime state: preinitialized\n\n";
    osWriteError(message, sizeof(message) - 1);
    osExit(1);
  }
  if (!value) {
    ts->hash_key[0] = ts->hash_key[1] = 0;
    return;
  }
  auto x = static_cast<uint32_t>(value);
  auto* bytes = reinterpret_cast<uint8_t*>(ts->hash_key);
  for (size_t i = 0; i < sizeof(ts->hash_key); i++) {
    x = x * 214013 + 2531011;
    bytes[i] = static_cast<uint8_t>(x >> 16);
  }
}

namespace {
KR_INLINE uint64_t rotl(uint64_t x, int n) { return x << n | x >> (64 - n); }
KR_INLINE void sipRound(uint64_t& v0, uint64_t& v1, uint64_t& v2, uint64_t& v3) {
  v0 += v1;
  v2 += v3;
  v1 = rotl(v1, 13) ^ v0;
  v3 = rotl(v3, 16) ^ v2;
  v0 = rotl(v0, 32);
  v2 += v1;
  v0 += v3;
  v1 = rotl(v1, 17) ^ v2;
  v3 = rotl(v3, 21) ^ v0;
  v2 = rotl(v2, 32);
}
}  // namespace

uint64_t sipHash13(const void* data, size_t n) {
  const uint64_t* key = kr_ts()->hash_key;
  auto* p = static_cast<const uint8_t*>(data);
  uint64_t b = static_cast<uint64_t>(n) << 56;
  uint64_t v0 = key[0] ^ 0x736f6d6570736575u, v1 = key[1] ^ 0x646f72616e646f6du;
  uint64_t v2 = key[0] ^ 0x6c7967656e657261u, v3 = key[1] ^ 0x7465646279746573u;
  for (; n >= 8; n -= 8, p += 8) {
    uint64_t m = loadAs<uint64_t>(p);
    v3 ^= m;
    sipRound(v0, v1, v2, v3);
    v0 ^= m;
  }
  // The last 0..7 bytes, without a loop.
  if (n >= 4) {
    b |= loadAs<uint32_t>(p) | static_cast<uint64_t>(loadAs<uint32_t>(p + n - 4)) << (8 * (n - 4));
  } else if (n) {
    b |= p[0] | static_cast<uint64_t>(p[n >> 1]) << (8 * (n >> 1)) |
         static_cast<uint64_t>(p[n - 1]) << (8 * (n - 1));
  }
  v3 ^= b;
  sipRound(v0, v1, v2, v3);
  v0 ^= b;
  v2 ^= 0xff;
  sipRound(v0, v1, v2, v3);
  sipRound(v0, v1, v2, v3);
  sipRound(v0, v1, v2, v3);
  return v0 ^ v1 ^ v2 ^ v3;
}

int64_t hashBytes(const void* data, size_t n) {
  if (!n) return 0;
  auto h = static_cast<int64_t>(sipHash13(data, n));
  return h == -1 ? -2 : h;
}

int64_t hashInt(Int v) {
  if (isSmall(v)) {
    int64_t x = smallValue(v);
    uint64_t magnitude = x < 0 ? 0 - static_cast<uint64_t>(x) : static_cast<uint64_t>(x);
    uint64_t r = (magnitude & kHashModulus) + (magnitude >> 61);
    if (r >= kHashModulus) r -= kHashModulus;
    auto h = static_cast<int64_t>(r);
    if (x < 0) h = -h;
    return h == -1 ? -2 : h;
  }
  const BigInt* big = bigValue(v);
  int64_t n = big->size < 0 ? -big->size : big->size;
  uint64_t r = 0;
  for (int64_t i = n - 1; i >= 0; i--) {
    // r * 2**64 + limb; 2**64 = 2**3 modulo 2**61 - 1
    u128 x = (static_cast<u128>(r) << 3) + big->limbs[i];
    uint64_t y = static_cast<uint64_t>(x & kHashModulus) + static_cast<uint64_t>(x >> 61);
    y = (y & kHashModulus) + (y >> 61);
    r = y >= kHashModulus ? y - kHashModulus : y;
  }
  auto h = static_cast<int64_t>(r);
  if (big->size < 0) h = -h;
  return h == -1 ? -2 : h;
}

int64_t hashDouble(double d) {
  if (__builtin_isnan(d)) return 0;
  if (__builtin_isinf(d)) return d < 0 ? -kHashInf : kHashInf;
  auto bits = bitCast<uint64_t>(d);
  bool negative = bits >> 63;
  int exponent = static_cast<int>(bits >> 52 & 0x7ff);
  uint64_t m = bits & ((uint64_t{1} << 52) - 1);
  if (exponent)
    m |= uint64_t{1} << 52;
  else
    exponent = 1;
  // m * 2**(exponent - 1075): rotate the 61-bit residue by the exponent modulo 61.
  int shift = (exponent - 1075) % 61;
  if (shift < 0) shift += 61;
  uint64_t r = (m << shift & kHashModulus) | m >> (61 - shift);
  if (r == kHashModulus) r = 0;
  auto h = static_cast<int64_t>(r);
  if (negative) h = -h;
  return h == -1 ? -2 : h;
}

}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

int64_t kr_int_hash(Int v) { return hashInt(v); }
int64_t kr_float_hash(double d) { return hashDouble(d); }

// The cached hash is a relaxed atomic: every thread would store the same value.
int64_t kr_hash_str(Str* s) {
  int64_t h = __atomic_load_n(&s->hash, __ATOMIC_RELAXED);
  if (h != -1) return h;
  h = hashBytes(s->data(), static_cast<size_t>(s->length) * s->kind);
  __atomic_store_n(&s->hash, h, __ATOMIC_RELAXED);
  return h;
}

int64_t kr_hash_bytes(Bytes* b) {
  int64_t h = __atomic_load_n(&b->hash, __ATOMIC_RELAXED);
  if (h != -1) return h;
  h = hashBytes(b->data(), static_cast<size_t>(b->length));
  __atomic_store_n(&b->hash, h, __ATOMIC_RELAXED);
  return h;
}

int64_t kr_hash_pointer(void* p) {
  auto h = static_cast<int64_t>(rotl(reinterpret_cast<uintptr_t>(p), 60));
  return h == -1 ? -2 : h;
}

// Generated code may inline these three.
int64_t kr_tuple_hash_begin() { return 2870177450012600261; }
int64_t kr_tuple_hash_step(int64_t acc, int64_t lane) {
  uint64_t x = static_cast<uint64_t>(acc) + static_cast<uint64_t>(lane) * 14029467366897019727u;
  return static_cast<int64_t>(rotl(x, 31) * 11400714785074694791u);
}
int64_t kr_tuple_hash_end(int64_t acc, int64_t length) {
  uint64_t x = static_cast<uint64_t>(acc) +
               (static_cast<uint64_t>(length) ^ (2870177450012600261u ^ 3527539));
  return x == ~uint64_t{0} ? 1546275796 : static_cast<int64_t>(x);
}

int64_t kr_frozenset_hash_step(int64_t acc, int64_t hash) {
  auto h = static_cast<uint64_t>(hash);
  return acc ^ static_cast<int64_t>(((h ^ 89869747) ^ (h << 16)) * 3644798167u);
}
int64_t kr_frozenset_hash_end(int64_t acc, int64_t length) {
  uint64_t h = static_cast<uint64_t>(acc) ^ (static_cast<uint64_t>(length) + 1) * 1927868237u;
  h ^= h >> 11 ^ h >> 25;
  h = h * 69069 + 907133923;
  return h == ~uint64_t{0} ? 590923713 : static_cast<int64_t>(h);
}

}  // extern "C"
