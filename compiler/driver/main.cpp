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

int main(int argc, char** argv) {
  using namespace krait;
  // The heap grows and stays: by default glibc gives a second thread, which the stages run on, an arena that grows by
  // system calls for every 128 KiB, and hands memory back that is needed again at once.
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TOP_PAD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_MMAP_THRESHOLD, 64 << 20);
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
