// Code generation: MIR to an object file through LLVM. The only folder that includes LLVM's IR
// headers.
#pragma once

#include <string>
#include <vector>

#include "mir/mir.h"

namespace krait::codegen {

enum class Emit { Object, LlvmIr, Assembly };

struct Options {
  bool release = false;  // -O2-like pipeline; otherwise the fast dev pipeline
  bool threads = false;  // sign-tested counts
  bool verify = false;   // run LLVM's verifier
  bool debug_info = false;
  std::string cpu;  // empty: x86-64-v2
  std::string
      runtime_bitcode;        // path of krait_rt_*.bc for inlining in release builds; may be empty
  std::string only_function;  // for Emit::LlvmIr and Assembly: print only this one
};

// Compiles the module. `output` receives the object file's bytes or the text. Returns "" or an
// error.
std::string generate(const mir::Module& module, Emit emit, const Options& options,
                     std::string& output);

}  // namespace krait::codegen
