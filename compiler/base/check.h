// Internal consistency checks. A failed check is an internal compiler error: it prints where and
// what, with the crash context set by the driver, and aborts. Never use it for errors in user input.
#pragma once

namespace krait {

// Prints an internal-compiler-error report and exits with code 101.
[[noreturn]] void internalError(const char* file, int line, const char* what);

// Sets the text ("inferring function f at a.py:3") that an internal error report adds; the pointer
// must stay valid until it is replaced. Returns the previous one.
const char* setCrashContext(const char* text);

}  // namespace krait

#define KRAIT_CHECK(cond)                                              \
  do {                                                                 \
    if (!(cond)) ::krait::internalError(__FILE__, __LINE__, #cond);     \
  } while (0)
#define KRAIT_UNREACHABLE(what) ::krait::internalError(__FILE__, __LINE__, what)
