// The order of the stages: from a program's main file to an executable, or to what one stage made.
// compile.cpp is the only file that knows it. Nothing here prints or exits: commands do.
#pragma once

#include <string>
#include <vector>

#include "diag/diag.h"
#include "driver/program.h"
#include "driver/stages.h"
#include "driver/stats.h"
#include "source/source.h"

namespace krait {

struct CompileOptions {
  ProgramInput input;
  TypeLevel types = TypeLevel::Standard;
  bool release = false;
  bool stats = false;                        // count functions and values
  bool verify = false;                       // MIR's verifier between passes, LLVM's at the end
  std::vector<std::string> disabled_passes;  // optional MIR passes to leave out
  int64_t mutate = -1;                       // tests only: see passes/mutate.h
  bool mutant_ends = false;
  // <prefix>/lib/krait: core/, std/ and krait/ in Python, and a folder with the runtime per target.
  std::string library_dir;
};

struct CompileResult {
  SourceManager sources;
  DiagnosticSink diags;
  std::string
      failure;  // what failed beyond the program's text: the linker, an output file; else empty
  // For the run cache: the files of the program that were read (without the shipped library), and
  // the paths that imports looked for in vain, which would change the program if they came to
  // exist.
  std::vector<std::string> read_files;
  std::vector<std::string> absent_files;
  infer::Coverage coverage;  // check
  BuildStats stats;          // build, with CompileOptions::stats
  StageLog log;
};

// Compiles the program to the executable file `output`, which is written only on success. Returns
// whether it succeeded; else result.diags has an error or result.failure says why.
bool compileProgram(const CompileOptions& options, const std::string& output,
                    CompileResult& result);

// Runs the stages up to type checking. Returns whether no error was found.
// `why`: also explains the types of these names (infer/why.h).
bool checkProgram(const CompileOptions& options, const std::vector<std::string>& why, CompileResult& result);

// Runs the stages up to `stage` (tokens, tree, hir, types, types-json, mir, mir-after:PASS, mutations, llvm, asm, obj) and
// puts what it made into `text`; `function` limits the print to one function ("": all). Returns
// whether it succeeded.
bool emitStage(const CompileOptions& options, const std::string& stage, const std::string& function,
               std::string& text, CompileResult& result);

}  // namespace krait
