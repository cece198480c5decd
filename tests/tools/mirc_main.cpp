// krait-mirc: MIR text to an executable, object, LLVM IR or assembly. For tests of code generation.
//   krait-mirc [--emit=exe|obj|llvm|asm] [--release] [--threads] [--verify] [--fn=NAME] [--time]
//              --support=DIR -o OUTPUT INPUT.mir

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "codegen/codegen.h"
#include "link/link.h"
#include "mir/print.h"
#include "mir/verify.h"

namespace {

int fail(const std::string& message) {
  std::cerr << "krait-mirc: " << message << "\n";
  return 1;
}

double now() {
  using namespace std::chrono;
  return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace

int main(int argc, char** argv) {
  std::string input, output, emit = "exe";
  krait::codegen::Options options;
  krait::link::Options link_options;
  bool time = false, mir_verify = true;
  for (int i = 1; i < argc; ++i) {
    std::string arg = argv[i];
    if (arg.starts_with("--emit=")) {
      emit = arg.substr(7);
    } else if (arg == "--release") {
      options.release = link_options.release = true;
    } else if (arg == "--threads") {
      options.threads = link_options.threads = true;
    } else if (arg == "--verify") {
      options.verify = true;
    } else if (arg == "--no-mir-verify") {
      mir_verify = false;
    } else if (arg == "--time") {
      time = true;
    } else if (arg.starts_with("--fn=")) {
      options.only_function = arg.substr(5);
    } else if (arg.starts_with("--cpu=")) {
      options.cpu = arg.substr(6);
    } else if (arg.starts_with("--bitcode=")) {
      options.runtime_bitcode = arg.substr(10);
    } else if (arg.starts_with("--support=")) {
      link_options.support_dir = arg.substr(10);
    } else if (arg == "-o" && i + 1 < argc) {
      output = argv[++i];
    } else if (!arg.starts_with("-")) {
      input = arg;
    } else {
      return fail("unknown option " + arg);
    }
  }
  if (input.empty() || output.empty())
    return fail("usage: krait-mirc --support=DIR -o OUTPUT INPUT.mir");
  std::ifstream file(input, std::ios::binary);
  if (!file) return fail("cannot read " + input);
  std::stringstream text;
  text << file.rdbuf();

  double start = now();
  krait::mir::Module module;
  std::string error;
  if (!krait::mir::parseModule(text.str(), module, &error)) return fail(input + ": " + error);
  if (mir_verify) {
    error = krait::mir::verify(module, krait::mir::Phase::Counted);
    if (!error.empty()) return fail(input + ": " + error);
  }
  if (emit == "exe" && !module.main.valid()) return fail(input + ": no main");
  double parsed = now();
  krait::codegen::Emit kind = krait::codegen::Emit::Object;
  if (emit == "llvm") kind = krait::codegen::Emit::LlvmIr;
  if (emit == "asm") kind = krait::codegen::Emit::Assembly;
  std::string result;
  error = krait::codegen::generate(module, kind, options, result);
  if (!error.empty()) return fail(error);
  double generated = now();
  std::string object = emit == "exe" ? output + ".o" : output;
  {
    std::ofstream out(object, std::ios::binary);
    out << result;
    if (!out.flush()) return fail("cannot write " + object);
  }
  if (emit == "exe") {
    error = krait::link::linkExecutable({object}, output, link_options);
    ::unlink(object.c_str());
    if (!error.empty()) return fail(error);
  }
  if (time)
    std::fprintf(stderr, "parse %.1f ms, generate %.1f ms, link %.1f ms\n", parsed - start,
                 generated - parsed, now() - generated);
  return 0;
}
