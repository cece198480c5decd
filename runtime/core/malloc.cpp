// malloc and its family on the runtime's allocator, for musl and C libraries.
#include <errno.h>

#include "core/heap.h"

namespace krait::rt {
void* resizeC(void* p, size_t old_size, size_t new_size);  // memory.cpp

// The start of the block that p lies in (aligned_alloc hands out addresses inside of blocks).
static void* blockStart(void* p) {
  Page* page = pageOf(p);
  if (page->cls >= kFirstLarge) return page->block;
  if (!page->bytes) return p;  // no such address in this page
  auto offset = static_cast<uint32_t>(static_cast<char*>(p) - reinterpret_cast<char*>(page)) -
                static_cast<uint32_t>(kPageHeader);
  return static_cast<char*>(p) - offset % page->block_size;
}
static size_t usableC(void* p) {
  auto* start = static_cast<char*>(blockStart(p));
  return blockSize(start) - static_cast<size_t>(static_cast<char*>(p) - start);
}
}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

void* malloc(size_t size) {
  if (size > SIZE_MAX / 4) {
    errno = ENOMEM;
    return nullptr;
  }
  void* p = allocTry(kr_ts(), kKindC, size ? (size + 15) & ~size_t{15} : 16);
  if (!p) errno = ENOMEM;
  return p;
}

void free(void* p) {
  if (!p) return;
  int saved = errno;
  freeSlow(kr_ts(), blockStart(p));
  errno = saved;
}

void* calloc(size_t n, size_t size) {
  size_t bytes;
  if (__builtin_mul_overflow(n, size, &bytes)) {
    errno = ENOMEM;
    return nullptr;
  }
  void* p = malloc(bytes);
  if (p && !(pageOf(p)->cls == kHugeClass && !pageOf(p)->scratch)) memset(p, 0, bytes);
  return p;
}

void* realloc(void* p, size_t size) {
  if (!p) return malloc(size);
  if (size > SIZE_MAX / 4) {
    errno = ENOMEM;
    return nullptr;
  }
  size = size ? (size + 15) & ~size_t{15} : 16;
  size_t room = usableC(p);
  void* q;
  if (blockStart(p) == p) {
    q = resizeC(p, room, size);
  } else if (size <= room) {
    q = p;
  } else {
    q = malloc(size);
    if (q) {
      memcpy(q, p, room);
      free(p);
    }
  }
  if (!q) errno = ENOMEM;
  return q;
}

void* aligned_alloc(size_t alignment, size_t size) {
  if (alignment <= 16) return malloc(size);
  // An address inside a block; it must lie in the block's first 64 KiB for the page header to be
  // found.
  if ((alignment & (alignment - 1)) || alignment > kPageBytes / 2 || size > SIZE_MAX / 4) {
    errno = alignment & (alignment - 1) ? EINVAL : ENOMEM;
    return nullptr;
  }
  void* p = malloc(size + alignment);
  if (!p) return nullptr;
  Page* page = pageOf(p);
  if (page->cls < kFirstLarge) page->bytes = 1;  // see blockStart
  return reinterpret_cast<void*>((reinterpret_cast<uintptr_t>(p) + alignment - 1) &
                                 ~(alignment - 1));
}

void* memalign(size_t alignment, size_t size) { return aligned_alloc(alignment, size); }

int posix_memalign(void** out, size_t alignment, size_t size) {
  int saved = errno;
  void* p = aligned_alloc(alignment, size);
  int error = errno;
  errno = saved;
  if (!p) return error;
  *out = p;
  return 0;
}

size_t malloc_usable_size(void* p) { return p ? usableC(p) : 0; }

}  // extern "C"
