// Start-up, the program's stack, and its end in CPython's order.
#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

#include "abi.h"
#include "core/exception.h"
#include "core/memory.h"
#include "core/str.h"
#include "core/support.h"
#include "core/thread_state.h"
#include "os/file.h"
#include "os/process.h"

namespace krait::rt {

namespace {

// One a process.
struct ProcessState {
  int argc;
  char** argv;
  bool die_of_interrupt;  // an uncaught KeyboardInterrupt
  bool flush_failed;
};
ProcessState process;

// ---- the stack ----

constexpr size_t kStackSize = size_t{1} << 30;
constexpr size_t kSoftLimit = size_t{64} << 20;
constexpr size_t kReserve = size_t{256} << 10;  // for the runtime below the limit
constexpr size_t kGuard = 65536;
// More than a whole number of huge pages, so that the first pages used are small ones.
constexpr size_t kExtra = size_t{256} << 10;
constexpr size_t kBytesPerFrame = 4096;  // allowed for a frame by setrecursionlimit

constexpr int64_t kModuleDepth = 1;  // the module's own frame counts

struct StackBounds {
  uintptr_t low;  // lowest usable address
  uintptr_t high;
};

StackBounds mapStack() {
  for (size_t size = kStackSize; size >= (size_t{8} << 20); size /= 2) {
    void* p = mmap(nullptr, size + kExtra, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
    if (p == MAP_FAILED) continue;
    mprotect(p, kGuard, PROT_NONE);
    uintptr_t low = reinterpret_cast<uintptr_t>(p);
    return {low + kGuard, low + size + kExtra};
  }
  fatal("no memory for the stack");
}

void setStackLimit() {
  ThreadState* ts = kr_ts();
  if (!ts->stack_low) return;
  size_t usable = ts->stack_base - ts->stack_low;
  u128 wanted = u128{static_cast<uint64_t>(ts->recursion_limit)} * kBytesPerFrame;
  size_t size = wanted > usable ? usable : max<size_t>(static_cast<size_t>(wanted), kSoftLimit);
  size = min(size, usable);
  ts->stack_limit = ts->stack_base - size + kReserve;
}

// Calls `function` with the stack pointer at `top`.
[[gnu::naked]] int callOnStack(uintptr_t /*top*/, int (* /*function*/)()) {
  asm("push %rbp\n"
      "mov %rsp, %rbp\n"
      "mov %rdi, %rsp\n"
      "call *%rsi\n"
      "mov %rbp, %rsp\n"
      "pop %rbp\n"
      "ret");
}

// ---- the end ----

void writeStderr(Str* text) {
  File* f = stderrFile();
  if (!f) return;
  (void)fileWriteStr(f, text);  // an error here has nowhere to go, in CPython neither
  (void)fileFlush(f);
}

const char* errorClass(int64_t number) {
  switch (number) {
    case EPIPE:
    case ESHUTDOWN:
      return "BrokenPipeError";
    case EAGAIN:
      return "BlockingIOError";
    case ECONNRESET:
      return "ConnectionResetError";
    case EACCES:
    case EPERM:
      return "PermissionError";
    default:
      return "OSError";
  }
}

// Flushes stdout; an error is told on stderr once and makes the exit code 120.
void flushStandardFiles() {
  File* out = stdoutFile();
  if (out && !out->closed && !process.flush_failed) {
    int64_t code = fileFlush(out);
    if (code < 0) {
      process.flush_failed = true;
      Str* encoding = abi::kr_codec_name(out->codec);
      const char* text = errnoText(static_cast<int>(-code));
      Str* message = formatMessage(
          "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='%S'>\n"
          "%s: [Errno %ld] %s\n",
          encoding, errorClass(-code), -code, text ? text : "Unknown error");
      writeStderr(message);
      releaseStr(message);
      releaseStr(encoding);
    }
  }
  File* err = stderrFile();
  if (err && !err->closed && fileFlush(err) < 0) process.flush_failed = true;
}

struct SystemExitObject {
  Exception base;
  Any code;
};

// The value of SystemExit.code: the field lib/core's class declares first, or else from args.
Any exitValue(Exception* exc) {
  if (kr_type_table[KR_TID(SystemExit)]->size >= sizeof(SystemExitObject)) {
    Any code = reinterpret_cast<SystemExitObject*>(exc)->code;
    if (code.tag) return code;
  }
  if (!exc->args || exc->args->length == 0) return Any{KR_TID(NoneType), 0};
  if (exc->args->length == 1) return static_cast<Any*>(exc->args->items)[0];
  return Any{KR_TID(vtuple_any), reinterpret_cast<uint64_t>(exc->args)};
}

int handleSystemExit(Exception* exc) {
  Any value = exitValue(exc);
  if (value.tag == KR_TID(NoneType)) return 0;
  if (value.tag == KR_TID(bool)) return value.payload != 0;
  if (value.tag == KR_TID(int)) {
    Int v = value.payload;
    return isSmall(v) ? static_cast<int>(smallValue(v) & 0xff) : 0xff;
  }
  Str* text = nullptr;
  if (value.tag == KR_TID(str)) {
    text = retainStr(reinterpret_cast<Str*>(value.payload));
  } else if (&kr_any_str) {
    text = kr_any_str(value.tag, value.payload);
  } else {  // str(exc) is str(code), whatever the code is
    text = exceptionText(exc);
  }
  if (text) {
    writeStderr(text);
    releaseStr(text);
  }
  Str* newline = newStrAscii("\n");
  writeStderr(newline);
  releaseStr(newline);
  return 1;
}

// `exc`: the exception that ended the program, owned, or null.
int finish(Exception* exc, int code) {
  if (&kr_join_threads) kr_join_threads();
  if (&kr_run_atexit) kr_run_atexit();
  flushStandardFiles();
  releaseIf(exc);  // CPython's sys.last_value
  if (&kr_program_teardown) kr_program_teardown();
  // Objects that die now, in a cycle too, may still print.
  for (int round = 0; round < 10 && abi::kr_collect_cycles(); round++) {
  }
  if (&kr_library_teardown) kr_library_teardown();
  abi::kr_collect_cycles();
  flushStandardFiles();
  freeStandardFiles();
  code = finishMemory(code);
  if (process.flush_failed) code = 120;
  if (process.die_of_interrupt) dieOfInterrupt();
  return code;
}

}  // namespace

int finishProgram(Exception* exc) {
  // As CPython after running a file: before the traceback, and without a word on errors (data that
  // the buffered layer still has is tried again below).
  if (File* err = stderrFile()) (void)fileFlush(err);
  if (File* out = stdoutFile()) (void)fileFlush(out);
  if (!exc) return finish(nullptr, 0);
  int code = handleUncaught(exc);
  if (KR_IS_INSTANCE(&exc->header, SystemExit)) {
    release(&exc->header);
    exc = nullptr;
  }
  return finish(exc, code);
}

int handleUncaught(Exception* exc) {
  kr_ts()->handled = nullptr;
  kr_ts()->recursion_depth = kModuleDepth;
  int code = 1;
  if (KR_IS_INSTANCE(&exc->header, SystemExit)) {
    code = handleSystemExit(exc);
  } else {
    process.die_of_interrupt = KR_IS_INSTANCE(&exc->header, KeyboardInterrupt);
    printException(exc);
  }
  return code;
}

void startProcess(int argc, char** argv, char** envp) {
  process.argc = argc;
  process.argv = argv;
  initMainThreadState(envp);
  openStandardFiles();
  installSignals();
}

int runOnOwnStack(int (*function)()) {
  StackBounds stack = mapStack();
  ThreadState* ts = kr_ts();
  ts->stack_base = stack.high;
  ts->stack_low = stack.low;
  ts->recursion_depth = kModuleDepth;
  setStackLimit();
  watchStack(stack.low - kGuard, stack.low);
  return callOnStack(stack.high, function);
}

}  // namespace krait::rt

using namespace krait::rt;

namespace krait::rt::abi {

extern "C" i64 kr_argc() { return process.argc; }
extern "C" str kr_argv(i64 i) { return newStrUtf8(process.argv[i]); }

extern "C" i64 kr_recursion_limit() { return kr_ts()->recursion_limit; }

extern "C" Result<void> kr_set_recursion_limit(i64 limit) {
  ThreadState* ts = kr_ts();
  if (limit > INT32_MAX || limit < INT32_MIN) {
    return {raiseOverflowError("Python int too large to convert to C int")};
  }
  if (limit < 1) return {raiseValueError("recursion limit must be greater or equal than 1")};
  int64_t depth = ts->recursion_depth + 1;  // CPython counts the call of the function itself
  if (depth >= limit) {
    return {raiseFormat(KR_TID(RecursionError),
                        "cannot set the recursion limit to %ld at the recursion depth %ld: "
                        "the limit is too low",
                        limit, depth)};
  }
  ts->recursion_limit = limit;
  setStackLimit();
  return {nullptr};
}

}  // namespace krait::rt::abi
