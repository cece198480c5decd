#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace krait {
namespace {
const char* crash_context = nullptr;
}

const char* setCrashContext(const char* text) {
  const char* old = crash_context;
  crash_context = text;
  return old;
}

void internalError(const char* file, int line, const char* what) {
  std::fflush(stdout);
  std::fprintf(stderr, "krait: internal error: %s (%s:%d)\n", what, file, line);
  if (crash_context) std::fprintf(stderr, "  while %s\n", crash_context);
  std::fprintf(stderr, "  This is a bug in Krait, not in your program. Please report it with the source.\n");
  std::_Exit(101);
}

}  // namespace krait
