// krait build: an executable, or with --emit what one stage made.
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "driver/commands.h"

namespace krait {
namespace {

// Writes `text` to the file, or to standard output if there is none. Returns false after a message.
bool writeText(const std::string& text, const std::string& path) {
  std::FILE* file = path.empty() ? stdout : std::fopen(path.c_str(), "wb");
  bool ok = file && std::fwrite(text.data(), 1, text.size(), file) == text.size();
  if (file) ok = (file == stdout ? std::fflush(file) : std::fclose(file)) == 0 && ok;
  if (!ok) {
    std::fprintf(stderr, "krait: cannot write %s: %s\n",
                 path.empty() ? "standard output" : path.c_str(), std::strerror(errno));
  }
  return ok;
}

// "dir/tool.py" is built as "tool".
std::string defaultOutput(const std::string& path) {
  std::string name = path.substr(path.rfind('/') + 1);
  if (name.ends_with(".py")) {
    name.resize(name.size() - 3);
  } else {
    name += ".out";  // never overwrite the source
  }
  return name;
}

}  // namespace

int buildCommand(const CommandLine& line) {
  CompileResult result;
  result.log.verbose = line.verbose;
  bool ok;
  std::string text;
  if (line.emit.empty()) {
    std::string output = line.output.empty() ? defaultOutput(line.input.text) : line.output;
    ok = compileProgram(compileOptions(line), output, result);
  } else {
    ok = emitStage(compileOptions(line), line.emit, line.emit_function, text, result);
  }
  reportResult(line, result);
  if (ok && !line.emit.empty()) ok = writeText(text, line.output);
  return ok ? 0 : kExitErrors;
}

}  // namespace krait
