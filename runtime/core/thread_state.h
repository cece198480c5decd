// All mutable state of the runtime. Generated code addresses some fields by the constants below.
#pragma once

#include "core/object.h"
#include "core/support.h"

namespace krait::rt {

// ---- size classes (see memory.h) ----
constexpr int kSmallMax8 = 64;  // classes 1..64 hold blocks of 8 * class bytes
constexpr size_t kSmallBytes = 512;
constexpr int kMediumClasses = 16;  // 65..80: four a doubling, 640 … 8192 bytes
constexpr size_t kMediumBytes = 8192;
constexpr int kLargeClasses = 16;  // 81..96: spans of 1..16 pages of 64 KiB
constexpr int kClassCount = 1 + kSmallMax8 + kMediumClasses + kLargeClasses;
enum BlockKind : int { kKindObject = 0, kKindBuffer = 1, kKindC = 2, kKindCount = 3 };

struct Heap;  // memory.cpp

struct PointerVector {  // grown by pushPointer
  void** items;
  int64_t length;
  int64_t capacity;
};

struct ThreadState {
  // free_lists[kind][class]: singly linked free blocks (first word: next). Generated code may pop
  // and push kKindObject and kKindBuffer lists of classes 1..64 itself; null means: call
  // kr_new_object.
  void* free_lists[kKindCount][kClassCount];
  // Lowest address the stack pointer may have; 0 until start-up has set it.
  uintptr_t stack_limit;
  Exception* handled;  // innermost exception being handled (sys.exc_info), borrowed; or null
  int32_t drop_depth;  // nesting of kr_drop_object
  int32_t collecting;  // the cycle collector runs, or gc.disable() (bit 1)
  PointerVector pending_drops;
  PointerVector roots;  // possible roots of cycles
  int64_t dead_roots;   // of these, already dropped (memory kept until swept)
  int64_t root_threshold;
  Heap* heap;
  uint64_t hash_key[2];        // SipHash key of str and bytes
  int64_t int_max_str_digits;  // sys.set_int_max_str_digits; 0: no limit
  PointerVector repr_guard;    // objects whose repr is running
  int64_t recursion_limit;
  uint64_t nan_counter;      // payloads of float('nan') calls
  PointerVector weak_table;  // open addressing: WeakHandle* by target (cycles.cpp)
  int64_t leak_check;        // KRAIT_LEAKCHECK=1
  // The system part's own (runtime/os, exception.cpp); extend freely below this line.
  void* system;
  void* current_task;
  uintptr_t stack_base;     // highest address of the stack
  int64_t recursion_depth;  // frames counted by functions in call-graph cycles (docs/runtime.md)
  uintptr_t stack_low;      // lowest address of the stack that may be used; 0: not known
  // The reference object whose __del__ runs for another reason than its death, and that reason (cycles.cpp).
  Object* told;
  int64_t told_reason;
};

constexpr size_t kFreeListStride = sizeof(void*) * kClassCount;  // from one kind to the next
static_assert(kFreeListStride == 776);
constexpr size_t kOffsetStackLimit = 3 * kFreeListStride;
constexpr size_t kOffsetHandled = kOffsetStackLimit + 8;
constexpr size_t kOffsetRecursionLimit = __builtin_offsetof(ThreadState, recursion_limit);
constexpr size_t kOffsetRecursionDepth = __builtin_offsetof(ThreadState, recursion_depth);
static_assert(__builtin_offsetof(ThreadState, free_lists) == 0);
static_assert(__builtin_offsetof(ThreadState, stack_limit) == kOffsetStackLimit);
static_assert(__builtin_offsetof(ThreadState, handled) == kOffsetHandled);

#if KRAIT_THREADS
extern "C" __thread ThreadState kr_thread_state;
#else
extern "C" ThreadState kr_thread_state;
#endif
KR_INLINE ThreadState* kr_ts() { return &kr_thread_state; }

// Called once at start, before any Python code: default values, hash key from PYTHONHASHSEED, CPU
// features. `envp` as main's.
void initMainThreadState(char** envp);
// Called first on a new thread (threads variant): values inherited from the parent's state.
void initThreadState(const ThreadState* parent);
// Called last on a thread: gives its pages and possible roots to the next thread.
void exitThreadState();

// CPU features, set once by initMainThreadState (0 before: the baseline paths are used).
enum CpuFeature : uint32_t { kCpuAvx2 = 1, kCpuErms = 2, kCpuBmi2Adx = 4, kCpuFma = 8 };
extern "C" uint32_t kr_cpu_features;

void pushPointer(PointerVector* v, void* p);

}  // namespace krait::rt
