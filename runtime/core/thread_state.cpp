#include "core/thread_state.h"

#include <cpuid.h>

#include "core/heap.h"
#include "core/memory.h"
#include "os/pages.h"

#if KRAIT_THREADS
extern "C" __thread krait::rt::ThreadState kr_thread_state = {};
#else
extern "C" krait::rt::ThreadState kr_thread_state = {};
#endif
extern "C" uint32_t kr_cpu_features = 0;

namespace krait::rt {

void initHashKey(ThreadState* ts, const char* seed);  // hash.cpp

void fatal(const char* message) {
  osWriteError("krait: fatal: ", 14);
  osWriteError(message, strlen(message));
  osWriteError("\n", 1);
  osAbort();
}

void outOfMemory() { fatal("out of memory"); }

static uint32_t detectCpu() {
  uint32_t a, b, c, d, found = 0;
  if (!__get_cpuid(1, &a, &b, &c, &d)) return 0;
  bool ymm = false;
  if (c & bit_OSXSAVE) {  // the system saves the upper halves
    uint32_t low, high;
    asm("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    ymm = (low & 6) == 6;
  }
  bool fma = c & bit_FMA;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return 0;
  if (ymm && (b & bit_AVX2)) found |= kCpuAvx2 | (fma ? kCpuFma : 0u);
  if (b & bit_ENH_MOVSB) found |= kCpuErms;
  if ((b & bit_BMI2) && (b & bit_ADX)) found |= kCpuBmi2Adx;
  return found;
}

static const char* getVariable(char** envp, const char* name) {
  size_t n = strlen(name);
  for (; envp && *envp; envp++) {
    if (strncmp(*envp, name, n) == 0 && (*envp)[n] == '=') return *envp + n + 1;
  }
  return nullptr;
}

static void setDefaults(ThreadState* ts) {
  ts->recursion_limit = 1000;
  ts->int_max_str_digits = 4300;
}

void initMainThreadState(char** envp) {
  kr_cpu_features = detectCpu();
  ThreadState* ts = kr_ts();
  setDefaults(ts);
  const char* leak = getVariable(envp, "KRAIT_LEAKCHECK");
  ts->leak_check = leak && strcmp(leak, "1") == 0;
  initHashKey(ts, getVariable(envp, "PYTHONHASHSEED"));
}

void initThreadState(const ThreadState* parent) {
  ThreadState* ts = kr_ts();
  setDefaults(ts);
  ts->hash_key[0] = parent->hash_key[0];
  ts->hash_key[1] = parent->hash_key[1];
  ts->int_max_str_digits = parent->int_max_str_digits;
  ts->recursion_limit = parent->recursion_limit;
  ts->leak_check = parent->leak_check;
  ts->system = parent->system;
}

}  // namespace krait::rt
