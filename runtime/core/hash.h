// Hashes as CPython computes them.
#pragma once

#include "core/object.h"
#include "core/support.h"

namespace krait::rt {

constexpr uint64_t kHashModulus = (uint64_t{1} << 61) - 1;
constexpr int64_t kHashInf = 314159;

// SipHash-1-3 with the process's key (hash_key of the thread state).
uint64_t sipHash13(const void* data, size_t n);
// hash() of n bytes (str data of any kind, bytes): 0 if empty, never -1.
int64_t hashBytes(const void* data, size_t n);
int64_t hashInt(Int v);
int64_t hashDouble(double d);  // NaN: 0 (a NaN object's identity is unknown here)

}  // namespace krait::rt
