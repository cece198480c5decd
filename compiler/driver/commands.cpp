#include "driver/commands.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "driver/run_cache.h"
#include "driver/stats.h"

namespace krait {
namespace {

bool colored(const CommandLine& line) {
  switch (line.color) {
    case ColorMode::Always:
      return true;
    case ColorMode::Never:
      return false;
    case ColorMode::Auto:
      break;
  }
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  return isatty(STDERR_FILENO) && !(no_color && *no_color) && term &&
         std::strcmp(term, "dumb") != 0;
}

}  // namespace

CompileOptions compileOptions(const CommandLine& line) {
  CompileOptions options;
  options.input = line.input;
  options.types = line.types;
  options.release = line.release;
  options.stats = line.stats;
  options.disabled_passes = line.disabled_passes;
  options.mutate = line.mutate;
  options.mutant_ends = line.mutant_ends;
  const char* verify = std::getenv("KRAIT_VERIFY");
  options.verify = verify && std::strcmp(verify, "1") == 0;
  options.library_dir = installationFolder(2) + "/lib/krait";
  return options;
}

bool readProgram(CommandLine& line) {
  if (line.input.kind != InputKind::Stdin) return true;
  char buffer[1 << 16];
  while (size_t n = std::fread(buffer, 1, sizeof buffer, stdin)) line.input.text.append(buffer, n);
  if (!std::ferror(stdin)) return true;
  std::fprintf(stderr, "krait: cannot read standard input: %s\n", std::strerror(errno));
  return false;
}

void reportResult(const CommandLine& line, const CompileResult& result) {
  std::string text;
  if (line.error_format == ErrorFormat::Json) {
    // A run's standard error is the program's unless there is something to say.
    bool silent = line.command == Command::Run && result.diags.diagnostics().empty();
    if (!silent) text = renderDiagnosticsJson(result.diags, result.sources);
  } else {
    text = renderDiagnostics(result.diags, result.sources, colored(line));
  }
  std::fwrite(text.data(), 1, text.size(), stderr);
  if (!result.failure.empty()) std::fprintf(stderr, "krait: %s\n", result.failure.c_str());
  if (line.stats) {
    text = line.command == Command::Check ? checkText(result.coverage, result.stats.functions) : buildText(result.stats);
    std::fwrite(text.data(), 1, text.size(), stderr);
  }
  if (line.timings) {
    text = result.log.timings();
    std::fwrite(text.data(), 1, text.size(), stderr);
  }
}

}  // namespace krait
