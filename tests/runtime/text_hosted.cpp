// What the text files need of the memory part, on malloc: so that they and text_driver.cpp can be
// built as an ordinary program with AddressSanitizer (see text_test.py, which uses it if asked to).
#include <stdio.h>
#include <stdlib.h>

#include "core/memory.h"
#include "core/thread_state.h"

namespace krait::rt {
void fatal(const char* message) {
  fprintf(stderr, "fatal: %s\n", message);
  abort();
}
void outOfMemory() { fatal("out of memory"); }
Object* tryAllocObject(uint32_t tid, size_t size) {
  if (size > (size_t{1} << 32)) return nullptr;
  return kr_new_object(tid, static_cast<int64_t>(size));
}
size_t blockSize(const void*) { return 0; }
void initMainThreadState(char**) {
  kr_thread_state.int_max_str_digits = 4300;
  if (getenv("KRAIT_TEXT_AVX2") && __builtin_cpu_supports("avx2")) kr_cpu_features = kCpuAvx2;
}
int finishMemory(int code) { return code; }
void pushPointer(PointerVector*, void*) { abort(); }
void osAbort() { abort(); }
bool osRandom(void*, size_t) { abort(); }
void osWriteError(const char* text, size_t n) { fwrite(text, 1, n, stderr); }
void dropTraceback(Traceback*) {}
void setTracebackLimit(Exception*, uint32_t) {}
}  // namespace krait::rt

using namespace krait::rt;
extern "C" {
ThreadState kr_thread_state;
// The vector paths are checked too, where the machine has them.
uint32_t kr_cpu_features = 0;
void* kr_alloc(int64_t size) { return malloc(static_cast<size_t>(size)); }
void kr_free(void* p, int64_t) { free(p); }
Object* kr_new_object(int64_t tid, int64_t size) {
  Object* o = static_cast<Object*>(malloc(static_cast<size_t>(size)));
  o->count = 1;
  o->meta = static_cast<uint32_t>(tid) << 8;
  return o;
}
void kr_free_object(Object* o) { free(o); }
void* kr_buf_alloc(int64_t n) { return n ? malloc(static_cast<size_t>(n)) : nullptr; }
void* kr_buf_realloc(void* p, int64_t, int64_t n) { return realloc(p, static_cast<size_t>(n)); }
void kr_buf_free(void* p, int64_t) { free(p); }
int64_t kr_buf_good_size(int64_t n) { return n; }
void kr_drop_object(Object* o) {
  if (typeInfo(o)->drop) typeInfo(o)->drop(o);
  free(o);
}
void kr_possible_root(Object*) {}
void kr_release_slow(Object*) {}
void kr_retain_slow(Object*) {}
}
