// krait check: the diagnostics of programs, each named file being a program of its own.
#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "driver/commands.h"

namespace krait {
namespace {

namespace fs = std::filesystem;

// The .py files that a path stands for, sorted. Returns false after a message.
bool collect(const std::string& path, std::vector<std::string>& files) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    files.push_back(path);  // an unreadable file becomes a diagnostic
    return true;
  }
  std::vector<std::string> found;
  fs::recursive_directory_iterator it(path, fs::directory_options::skip_permission_denied, error);
  for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    std::string name = it->path().filename().string();
    if (name.starts_with(".") || name == "__pycache__") {
      it.disable_recursion_pending();
    } else if (name.ends_with(".py") && it->is_regular_file(error)) {
      found.push_back(it->path().string());
    }
  }
  if (error) {
    std::fprintf(stderr, "krait: cannot read %s: %s\n", path.c_str(), error.message().c_str());
    return false;
  }
  std::sort(found.begin(), found.end());
  files.insert(files.end(), found.begin(), found.end());
  return true;
}

}  // namespace

int checkCommand(const CommandLine& line) {
  std::vector<std::string> files;
  bool ok = true;
  for (const std::string& path : line.arguments) ok = collect(path, files) && ok;
  for (const std::string& file : files) {
    CommandLine one = line;
    one.input = {InputKind::File, file};
    CompileResult result;
    result.log.verbose = line.verbose;
    ok = checkProgram(compileOptions(one), line.why, result) && result.failure.empty() && ok;
    reportResult(line, result);
  }
  return ok ? 0 : kExitErrors;
}

}  // namespace krait
