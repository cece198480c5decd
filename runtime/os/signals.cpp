// SIGINT becomes KeyboardInterrupt at the places where a program looks; SIGPIPE is ignored.
#include <signal.h>
#include <unistd.h>

#include "abi.h"
#include "core/exception.h"
#include "core/support.h"
#include "os/file.h"
#include "os/process.h"

volatile int kr_interrupt_came;  // set by the handler

namespace krait::rt {

namespace {

// One a process each.
uintptr_t guard_low, guard_high;       // of the main thread's stack
alignas(16) char fault_stack[16384];   // for the handler of faults

}  // namespace

[[noreturn]] void dieOfInterrupt() {
  struct sigaction action = {};
  action.sa_handler = SIG_DFL;
  sigaction(SIGINT, &action, nullptr);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigprocmask(SIG_UNBLOCK, &set, nullptr);
  kill(getpid(), SIGINT);
  _exit(128 + SIGINT);
}

namespace {

void onInterrupt(int) {
  if (&kr_polls_interrupts) {
    kr_interrupt_came = 1;
    return;
  }
  // Nothing in the program could notice: end it as an uncaught KeyboardInterrupt would.
  static const char kText[] = "KeyboardInterrupt\n";
  (void)!write(2, kText, sizeof kText - 1);
  if (File* out = stdoutFile()) (void)!write(out->fd, out->out, static_cast<size_t>(out->out_size));
  dieOfInterrupt();
}

}  // namespace

void installSignals() {
  struct sigaction ignore = {};
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &ignore, nullptr);
  struct sigaction action = {};
  action.sa_handler = onInterrupt;
  struct sigaction old;
  sigaction(SIGINT, &action, &old);
  // Started in the background: stays ignored.
  if (old.sa_handler == SIG_IGN) sigaction(SIGINT, &old, nullptr);
}

namespace {

// A function that cannot raise recursed to the end of the stack: CPython would have raised
// RecursionError; here is nobody to give it to.
void onFault(int, siginfo_t* info, void*) {
  uintptr_t at = reinterpret_cast<uintptr_t>(info->si_addr);
  if (at >= guard_low && at < guard_high) {
    static const char kText[] =
        "krait: fatal: stack overflow (RecursionError in a function that cannot raise)\n";
    (void)!write(2, kText, sizeof kText - 1);
  }
  signal(SIGSEGV, SIG_DFL);  // returns to the fault, which is deadly now
}

}  // namespace

void watchStack(uintptr_t low, uintptr_t high) {
  guard_low = low;
  guard_high = high;
  stack_t stack = {};
  stack.ss_sp = fault_stack;
  stack.ss_size = sizeof fault_stack;
  sigaltstack(&stack, nullptr);
  struct sigaction action = {};
  action.sa_sigaction = onFault;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigaction(SIGSEGV, &action, nullptr);
}

bool interruptPending() { return kr_interrupt_came != 0; }

bool takeInterrupt() {
  if (KR_LIKELY(!kr_interrupt_came)) return false;
  kr_interrupt_came = 0;
  return true;
}

}  // namespace krait::rt

namespace krait::rt::abi {

extern "C" Result<void> kr_check_interrupt() {
  if (KR_LIKELY(!takeInterrupt())) return {nullptr};
  return {makeException(KR_TID(KeyboardInterrupt), nullptr)};
}

}  // namespace krait::rt::abi
