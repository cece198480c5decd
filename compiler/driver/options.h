// The command line: one table of options, the parser and the help texts made from it.
// Shared by the launcher and the compiler; depends on the standard library only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "driver/program.h"

namespace krait {

enum class Command : uint8_t { Run, Build, Check, Explain, Help, Version };
enum class ColorMode : uint8_t { Auto, Always, Never };
enum class ErrorFormat : uint8_t { Human, Json };

struct CommandLine {
  Command command = Command::Help;
  std::string help_text;  // Help: what to print
  ProgramInput input;     // run, build
  // run: the program's own arguments. check: the paths. explain: the codes.
  std::vector<std::string> arguments;
  std::string output;  // build -o; empty: made from the file's name
  TypeLevel types = TypeLevel::Standard;
  bool release = false;
  ColorMode color = ColorMode::Auto;
  ErrorFormat error_format = ErrorFormat::Human;
  std::string emit;           // a stage's name; empty: build an executable
  std::string emit_function;  // only this function
  std::vector<std::string> disabled_passes;
  int64_t mutate = -1;       // for tests: passes/mutate.h
  bool mutant_ends = false;
  bool timings = false;
  bool stats = false;
  std::vector<std::string> why;  // names whose types check explains
  bool verbose = false;
  std::string usage_error;  // what is wrong with the arguments; empty: nothing
};

// Parses the arguments behind the program's name.
CommandLine parseCommandLine(const std::vector<std::string>& arguments);

// The text that --version prints, without the newline.
std::string versionText();

}  // namespace krait
