// Start-up, the end of the program, signals, and what the process was given.
#pragma once

#include "core/object.h"

namespace krait::rt {

// True if SIGINT came and nobody has raised KeyboardInterrupt for it yet.
bool interruptPending();
// Takes the pending interrupt; true if there was one.
bool takeInterrupt();

// The value of an environment variable, or null. Reads the environment as it is now.
const char* environmentValue(const char* name);

// The steps of main: signals, standard streams and state of the main thread; then the program on a
// stack of its own; then its end (with the uncaught exception, owned, or null), whose result is the
// exit code.
void startProcess(int argc, char** argv, char** envp);
int runOnOwnStack(int (*function)());
int finishProgram(Exception* exc);
void installSignals();
// Tells of a fault in the guard [low, high) below the stack before the process dies of it.
void watchStack(uintptr_t low, uintptr_t high);
[[noreturn]] void dieOfInterrupt();

// Handles an exception that left the program: prints it, or for SystemExit its message.
// Returns the exit code.
int handleUncaught(Exception* exc);

}  // namespace krait::rt

// Not 0: SIGINT came, and no KeyboardInterrupt was raised for it yet. Loops read it directly.
extern "C" volatile int kr_interrupt_came;

// Symbols a compiled program may define; absent ones are null.
extern "C" {
// Module bodies in order of import. Returns the exception that left it, or null.
krait::rt::Exception* kr_program_main();
// Runs what atexit registered, in CPython's order. Prints exceptions itself.
[[gnu::weak]] void kr_run_atexit();
// Waits for the threads that are not daemons (threading._shutdown).
[[gnu::weak]] void kr_join_threads();
// Releases the module globals in CPython's order.
[[gnu::weak]] void kr_program_teardown();
// Releases lib/core's own globals, when no code of the program runs any more.
[[gnu::weak]] void kr_library_teardown();
// str(value) of an Any, owned, for `raise SystemExit(value)`; null if it raised.
[[gnu::weak]] krait::rt::Str* kr_any_str(uint64_t tag, uint64_t payload);
// The members of an exception group as a tuple of Any, owned; null if it is no group.
[[gnu::weak]] krait::rt::VTuple* kr_exc_group_members(krait::rt::Object* exc);
// Present if the program looks for interrupts (check_interrupt) at loops and calls that block; else
// SIGINT flushes stdout and ends the process.
[[gnu::weak]] extern const uint8_t kr_polls_interrupts;
}
