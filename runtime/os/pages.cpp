#include "os/pages.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <unistd.h>

namespace krait::rt {

static constexpr size_t kAlign = 64 * 1024;

void* osMap(size_t bytes) {
  if (bytes > SIZE_MAX / 2 - kAlign) return nullptr;
  char* p = static_cast<char*>(
      mmap(nullptr, bytes + kAlign, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  if (p == MAP_FAILED) return nullptr;
  size_t skip = (kAlign - reinterpret_cast<uintptr_t>(p) % kAlign) % kAlign;
  if (skip) munmap(p, skip);
  size_t used = (bytes + 4095) & ~size_t{4095};
  if (kAlign - skip + bytes > used) munmap(p + skip + used, bytes + kAlign - skip - used);
  return p + skip;
}

void osUnmap(void* p, size_t bytes) { munmap(p, bytes); }

void* osRemap(void* p, size_t old_bytes, size_t new_bytes) {
  if (new_bytes <= old_bytes) {
    void* q = mremap(p, old_bytes, new_bytes, 0);
    return q == MAP_FAILED ? nullptr : q;
  }
  void* q = mremap(p, old_bytes, new_bytes, 0);
  if (q != MAP_FAILED) return q;
  void* target = osMap(new_bytes);
  if (!target) return nullptr;
  q = mremap(p, old_bytes, new_bytes, MREMAP_MAYMOVE | MREMAP_FIXED, target);
  if (q == MAP_FAILED) {
    munmap(target, new_bytes);
    return nullptr;
  }
  return q;
}

void osWantHugePages(void* p, size_t bytes) { madvise(p, bytes, MADV_HUGEPAGE); }

void osDiscard(void* p, size_t bytes) { madvise(p, bytes, MADV_DONTNEED); }

bool osRandom(void* p, size_t bytes) {
  char* out = static_cast<char*>(p);
  while (bytes) {
    ssize_t n = getrandom(out, bytes, 0);
    if (n < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    out += n;
    bytes -= static_cast<size_t>(n);
  }
  return true;
}

void osWriteError(const char* text, size_t n) {
  while (n) {
    ssize_t k = write(2, text, n);
    if (k < 0) {
      if (errno == EINTR) continue;
      return;
    }
    text += k;
    n -= static_cast<size_t>(k);
  }
}

void osAbort() { abort(); }
void osExit(int code) { _exit(code); }

}  // namespace krait::rt
