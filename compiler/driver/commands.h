// The commands: each takes the parsed command line and returns the exit code.
#pragma once

#include "driver/compile.h"
#include "driver/options.h"

namespace krait {

int runCommand(const CommandLine& line);  // returns only if the program could not be started
int buildCommand(const CommandLine& line);
int checkCommand(const CommandLine& line);
int explainCommand(const CommandLine& line);

// What the commands share.
constexpr int kExitErrors = 1;  // the program has errors, or something outside it failed
constexpr int kExitUsage = 2;

// The stages' options as the command line and the environment (KRAIT_VERIFY=1) give them.
CompileOptions compileOptions(const CommandLine& line);
// Reads the program from standard input if it is to come from there. Returns false after a message.
bool readProgram(CommandLine& line);
// Prints diagnostics, failure and timings to standard error.
void reportResult(const CommandLine& line, const CompileResult& result);

}  // namespace krait
