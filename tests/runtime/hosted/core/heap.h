// The allocator's inside for builds with sanitizers: every block from malloc.
#pragma once

#include <stdlib.h>

#include "core/memory.h"

namespace krait::rt {
inline void* allocTry(ThreadState*, int, size_t size) { return malloc(size ? size : 1); }
inline void freeFast(ThreadState*, int, void* p, size_t) { free(p); }
inline void freeSlow(ThreadState*, void* p) { free(p); }
inline void drainRemote(ThreadState*) {}
}  // namespace krait::rt
