// Memory: blocks in size classes from 64 KiB pages, object allocation, drops, cycles.
//
// Sizes up to 512 bytes are rounded to 8 (class = ceil(size / 8)), up to 8 KiB to four classes a
// doubling, up to 1 MiB to spans of 64 KiB, above that to system pages of an own mapping. Every
// block lies in a 64 KiB-aligned page (or behind the first 64 KiB boundary of its span) whose
// header names kind, class and owner, so a block can be freed without knowing its size. Blocks of
// 16 bytes and more are only 8-byte aligned, except those of the C family (16).
#pragma once

#include "core/object.h"
#include "core/support.h"
#include "core/thread_state.h"

extern "C" {
// Object memory: `size` uninitialised bytes. Aborts when the system has no memory.
void* kr_alloc(int64_t size);
void kr_free(void* p, int64_t size);
// Object of `size` bytes with header {count 1, type tid}; the rest is uninitialised.
krait::rt::Object* kr_new_object(int64_t tid, int64_t size);
// Frees an object's memory without dropping what it owns.
void kr_free_object(krait::rt::Object* o);
// Buffers of lib/core containers. 0 bytes is the null pointer.
void* kr_buf_alloc(int64_t bytes);
void* kr_buf_realloc(void* p, int64_t old_bytes, int64_t new_bytes);
void kr_buf_free(void* p, int64_t bytes);
int64_t kr_buf_good_size(int64_t bytes);
// Bytes in live objects and buffers; the same with a report by type on stderr.
int64_t kr_live_bytes();
int64_t kr_report_leaks();
}

namespace krait::rt {

inline Object* allocObject(uint32_t tid, size_t size) {
  return kr_new_object(tid, static_cast<int64_t>(size));
}
template <class T>
inline T* allocObjectAs(uint32_t tid, size_t size = sizeof(T)) {
  return reinterpret_cast<T*>(kr_new_object(tid, static_cast<int64_t>(size)));
}
// Like allocObject, but null when the system has no memory (sized requests that raise MemoryError).
Object* tryAllocObject(uint32_t tid, size_t size);
// Usable bytes of an object or buffer (its size class); not for literals.
size_t blockSize(const void* p);
// Resizes an object that only the caller references, perhaps moving it. Contents up to the smaller
// size are kept.
Object* reallocObject(Object* o, size_t new_size);

// Bytes in live blocks of objects and buffers.
int64_t liveBytes();
// True if KRAIT_LEAKCHECK=1 is in the environment (read at start).
bool leakCheckWanted();
// End of the program, after globals were released: collects cycles and, under KRAIT_LEAKCHECK=1,
// reports what is still alive to stderr. Returns `code`, or 99 if something leaked.
int finishMemory(int code);

}  // namespace krait::rt
