// krait run: compiles to the run cache and becomes the program. The launcher has already looked for
// a cached executable.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "driver/commands.h"
#include "driver/run_cache.h"

namespace krait {
namespace {

// A new file's path outside the cache, or "" after a message.
std::string privatePath() {
  const char* folder = std::getenv("TMPDIR");
  std::string path = std::string(folder && *folder ? folder : "/tmp") + "/krait-XXXXXX";
  int fd = mkstemp(path.data());
  if (fd < 0) {
    std::fprintf(stderr, "krait: cannot write to %s: %s\n", path.c_str(), std::strerror(errno));
    return "";
  }
  close(fd);
  return path;
}

uint64_t cacheLimit() {
  const char* megabytes = std::getenv("KRAIT_CACHE_MB");
  return megabytes ? std::strtoull(megabytes, nullptr, 10) << 20 : RunCache::kDefaultLimit;
}

// Becomes a program that is not in the cache. Its file vanishes with the process: the kernel runs
// it from an open descriptor.
void executeUncached(const std::string& path, const CommandLine& line) {
  int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  unlink(path.c_str());
  if (fd < 0) return;
  executeProgram("/proc/self/fd/" + std::to_string(fd), line);
}

}  // namespace

int runCommand(const CommandLine& given) {
  CommandLine line = given;
  timespec started;
  clock_gettime(CLOCK_REALTIME_COARSE, &started);  // the clock that stamps files
  if (!readProgram(line)) return kExitErrors;
  RunCache cache(installationBuildId(installationFolder(2)));
  std::string temporary = RunCache::handles(line) ? cache.temporaryPath() : "";
  if (temporary.empty()) temporary = privatePath();
  if (temporary.empty()) return kExitErrors;
  CompileResult result;
  result.log.verbose = line.verbose;
  bool ok = compileProgram(compileOptions(line), temporary, result);
  reportResult(line, result);
  if (!ok) {
    unlink(temporary.c_str());
    return kExitErrors;
  }
  // Warnings have been shown; cached runs of the unchanged program do not repeat them.
  std::string cached =
      cache.store(line, temporary, result.read_files, result.absent_files, started);
  if (!cached.empty()) {
    cache.prune(cacheLimit());
    executeProgram(cached, line);
    std::fprintf(stderr, "krait: cannot start %s: %s\n", cached.c_str(), std::strerror(errno));
    return kExitErrors;
  }
  executeUncached(temporary, line);
  std::fprintf(stderr, "krait: cannot start the program: %s\n", std::strerror(errno));
  return kExitErrors;
}

}  // namespace krait
