// LLD initialises every target that LLVM was built with. Only X86 is linked in; the others'
// functions are empty here, and so is the registration of the pass plug-ins LLVM was configured
// with.

#include "llvm/Config/llvm-config.h"
#include "llvm/Plugins/PassPlugin.h"

#define KRAIT_EMPTY(target, part) \
  extern "C" void LLVMInitialize##target##part() {}
#define KRAIT_NO_TARGET(target)   \
  KRAIT_EMPTY(target, TargetInfo) \
  KRAIT_EMPTY(target, Target)     \
  KRAIT_EMPTY(target, TargetMC)   \
  KRAIT_EMPTY(target, AsmPrinter) \
  KRAIT_EMPTY(target, AsmParser)
KRAIT_NO_TARGET(AArch64)
KRAIT_NO_TARGET(AMDGPU)
KRAIT_NO_TARGET(ARM)
KRAIT_NO_TARGET(AVR)
KRAIT_NO_TARGET(BPF)
KRAIT_NO_TARGET(Hexagon)
KRAIT_NO_TARGET(Lanai)
KRAIT_NO_TARGET(LoongArch)
KRAIT_NO_TARGET(M68k)
KRAIT_NO_TARGET(Mips)
KRAIT_NO_TARGET(MSP430)
KRAIT_NO_TARGET(NVPTX)
KRAIT_NO_TARGET(PowerPC)
KRAIT_NO_TARGET(RISCV)
KRAIT_NO_TARGET(Sparc)
KRAIT_NO_TARGET(SPIRV)
KRAIT_NO_TARGET(SystemZ)
KRAIT_NO_TARGET(VE)
KRAIT_NO_TARGET(WebAssembly)
KRAIT_NO_TARGET(Xtensa)
KRAIT_NO_TARGET(XCore)

llvm::PassPluginLibraryInfo getPollyPluginInfo() {
  return {LLVM_PLUGIN_API_VERSION, "none", "", [](llvm::PassBuilder&) {}};
}
