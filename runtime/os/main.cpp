// main, in a file of its own so that programs which bring their own can use the rest.
#include "os/process.h"

using namespace krait::rt;

static int runProgram() { return finishProgram(kr_program_main()); }

// Called by the C library's start code.
extern "C" int main(int argc, char** argv, char** envp) {
  startProcess(argc, argv, envp);
  return runOnOwnStack(runProgram);
}
