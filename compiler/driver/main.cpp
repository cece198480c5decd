// libexec/krait/krait-compiler: the compiler proper, started by the launcher with the same
// arguments.
#include <malloc.h>

#include <cstdio>

#include "driver/commands.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
// The compiler has an alternate stack of its own, for overflows of the stack; it frees little at its end.
extern "C" const char* __asan_default_options() { return "use_sigaltstack=0:detect_leaks=0"; }
#endif
#endif

// The compiler is linked with jemalloc (with glibc's malloc the passes take half as long again). The heap grows and stays:
// one arena, and nothing is handed back that is needed again at once.
extern "C" {
const char* malloc_conf = "narenas:1,dirty_decay_ms:-1,muzzy_decay_ms:-1";
}

// LLVM's memory statistics, which nothing here prints, refer to glibc's mallinfo2; with this definition of it the static
// link does not take in glibc's malloc beside jemalloc.
extern "C" struct mallinfo2 mallinfo2() noexcept {
  return {};
}

int main(int argc, char** argv) {
  using namespace krait;
  CommandLine line = parseCommandLine({argv + (argc > 0), argv + argc});
  if (!line.usage_error.empty()) {
    std::fprintf(stderr, "krait: %s\nTry `krait --help`.\n", line.usage_error.c_str());
    return kExitUsage;
  }
  switch (line.command) {
    case Command::Run:
      return runCommand(line);
    case Command::Build:
      return buildCommand(line);
    case Command::Check:
      return checkCommand(line);
    case Command::Explain:
      return explainCommand(line);
    case Command::Help:
      std::fputs(line.help_text.c_str(), stdout);
      return 0;
    case Command::Version:
      std::puts(versionText().c_str());
      return 0;
  }
  return kExitUsage;
}
