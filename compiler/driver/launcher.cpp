// bin/krait: starts the cached executable of an unchanged program, or else the compiler proper.
// Static and without LLVM, so that a cached `krait run` costs a few milliseconds.
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "driver/options.h"
#include "driver/run_cache.h"

int main(int argc, char** argv) {
  using namespace krait;
  std::string installation = installationFolder(1);
  CommandLine line = parseCommandLine({argv + (argc > 0), argv + argc});
  if (RunCache::handles(line)) {
    std::string binary = RunCache(installationBuildId(installation)).lookup(line);
    if (!binary.empty()) executeProgram(binary, line);  // returns if the file has just been pruned
  }
  std::string compiler = installation + "/libexec/krait/krait-compiler";
  execv(compiler.c_str(), argv);
  std::fprintf(stderr, "krait: cannot start %s: %s\n", compiler.c_str(), std::strerror(errno));
  return 101;
}
