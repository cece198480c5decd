// Inside of the allocator: pages, heaps, the inline fast paths.
#pragma once

#include "core/memory.h"

namespace krait::rt {

constexpr size_t kPageBytes = 64 * 1024;
constexpr size_t kPageHeader = 64;

// At the start of every 64 KiB page of small blocks, and of every span of a large one.
struct Page {
  Heap* owner;
  uint16_t kind;
  uint16_t cls;         // 1..80: small and medium; 81..96: a span of cls - 80 pages; kHugeClass
  uint32_t block_size;  // small and medium
  uint32_t carved;      // offset of the first byte never handed out (small and medium)
  uint32_t scratch;
  Page* next;  // all small pages of the heap; live large blocks
  Page* prev;
  size_t bytes;  // large: usable bytes; huge: the mapping's bytes; small: aligned_alloc was here
  void* block;   // large, huge: the block. Leak check of small pages: bitmap of free blocks
};
static_assert(sizeof(Page) <= kPageHeader);
constexpr int kFirstLarge = 1 + kSmallMax8 + kMediumClasses;
constexpr int kHugeClass = kClassCount;
constexpr size_t kLargeBytes = kLargeClasses * kPageBytes - kPageHeader - 4096;

KR_INLINE Page* pageOf(const void* p) {
  return reinterpret_cast<Page*>(reinterpret_cast<uintptr_t>(p) & ~(kPageBytes - 1));
}

// Class of 512 < size <= 8192: four a doubling.
KR_INLINE int mediumClass(size_t size) {
  int log = 63 - __builtin_clzll(size - 1);  // 9..12
  return 1 + kSmallMax8 + (log - 9) * 4 + static_cast<int>(((size - 1) >> (log - 2)) & 3);
}
KR_INLINE size_t classBytes(int cls) {
  if (cls <= kSmallMax8) return cls ? static_cast<size_t>(cls) * 8 : 8;
  int k = cls - 1 - kSmallMax8;
  return static_cast<size_t>(5 + (k & 3)) << (7 + (k >> 2));
}

void* allocSlow(ThreadState* ts, int kind, size_t size);  // null: no memory
void freeSlow(ThreadState* ts, void* p);                  // by the page header

KR_INLINE void* allocTry(ThreadState* ts, int kind, size_t size) {
  if (KR_LIKELY(size <= kSmallBytes)) {
    void** list = &ts->free_lists[kind][(size + 7) >> 3];
    void* p = *list;
    if (KR_LIKELY(p != nullptr)) {
      *list = *static_cast<void**>(p);
      return p;
    }
  }
  return allocSlow(ts, kind, size);
}
KR_INLINE void freeFast(ThreadState* ts, int kind, void* p, size_t size) {
  if (KR_LIKELY(size <= kSmallBytes)) {
#if KRAIT_THREADS
    if (KR_LIKELY(pageOf(p)->owner == ts->heap))
#endif
    {
      void** list = &ts->free_lists[kind][(size + 7) >> 3];
      *static_cast<void**>(p) = *list;
      *list = p;
      return;
    }
  }
  freeSlow(ts, p);
}

// Takes the blocks that other threads freed.
void drainRemote(ThreadState* ts);

}  // namespace krait::rt
