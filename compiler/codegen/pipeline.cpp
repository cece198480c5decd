// From LLVM IR to an object file: target, optimisation pipelines, emission.

#include <mutex>

#include "base/check.h"
#include "codegen/unit.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/PassInstrumentation.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/CodeGen.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Target/TargetOptions.h"
#include "llvm/TargetParser/Triple.h"
#include "llvm/Transforms/Scalar/EarlyCSE.h"
#include "llvm/Transforms/Scalar/SimplifyCFG.h"

extern "C" {
void LLVMInitializeX86Target();
void LLVMInitializeX86TargetInfo();
void LLVMInitializeX86TargetMC();
void LLVMInitializeX86AsmParser();
void LLVMInitializeX86AsmPrinter();
}

namespace krait::codegen {
namespace {

constexpr const char* kTriple = "x86_64-unknown-linux-musl";

// No call of ours is the C library's but the memory functions, so that nothing is folded with the
// build host's maths library or turned into printf.
llvm::TargetLibraryInfoImpl libraryInfo() {
  llvm::TargetLibraryInfoImpl info{llvm::Triple(kTriple)};
  info.disableAllFunctions();
  info.setAvailable(llvm::LibFunc_memcpy);
  info.setAvailable(llvm::LibFunc_memmove);
  info.setAvailable(llvm::LibFunc_memset);
  return info;
}

// Dev builds: two passes that take less time than they save instruction selection.
llvm::FunctionPassManager devPasses() {
  llvm::FunctionPassManager passes;
  passes.addPass(llvm::EarlyCSEPass(/*UseMemorySSA=*/false));
  passes.addPass(llvm::SimplifyCFGPass());
  return passes;
}

// LLVM 22's IndVarSimplify is wrong about loops that one branch leaves for several reasons: of
// `i <= a[0] && i < m` it makes `1 < m`, as if the last iteration never came (optimizeLoopExits with more
// than one leaf condition; tests/codegen/two_bounds.mir). Such loops go without the pass.
bool safeForIndVarSimplify(const llvm::Loop& loop) {
  llvm::SmallVector<llvm::BasicBlock*, 8> exiting;
  loop.getExitingBlocks(exiting);
  for (llvm::BasicBlock* block : exiting) {
    auto* branch = llvm::dyn_cast<llvm::BranchInst>(block->getTerminator());
    if (!branch || !branch->isConditional()) continue;
    llvm::Value* condition = branch->getCondition();
    llvm::Value* negated;
    while (llvm::PatternMatch::match(
        condition, llvm::PatternMatch::m_Not(llvm::PatternMatch::m_Value(negated))))
      condition = negated;
    auto* op = llvm::dyn_cast<llvm::Instruction>(condition);
    if (op && (op->isBitwiseLogicOp() || llvm::isa<llvm::SelectInst>(op))) return false;
  }
  return true;
}

void optimise(Unit& unit, const llvm::TargetLibraryInfoImpl& library) {
  llvm::LoopAnalysisManager loops;
  llvm::FunctionAnalysisManager functions;
  llvm::CGSCCAnalysisManager graphs;
  llvm::ModuleAnalysisManager modules;
  llvm::PassInstrumentationCallbacks callbacks;
  callbacks.registerShouldRunOptionalPassCallback([](llvm::StringRef pass, llvm::Any unit_of_ir) {
    auto* loop = llvm::any_cast<const llvm::Loop*>(&unit_of_ir);
    return pass != "IndVarSimplifyPass" || !loop || safeForIndVarSimplify(**loop);
  });
  llvm::PassBuilder builder(&unit.target, llvm::PipelineTuningOptions(), std::nullopt, &callbacks);
  functions.registerPass([&] { return llvm::TargetLibraryAnalysis(library); });
  builder.registerModuleAnalyses(modules);
  builder.registerCGSCCAnalyses(graphs);
  builder.registerFunctionAnalyses(functions);
  builder.registerLoopAnalyses(loops);
  builder.crossRegisterProxies(loops, functions, graphs, modules);
  llvm::ModulePassManager passes;
  if (unit.options.release)
    passes = builder.buildPerModuleDefaultPipeline(llvm::OptimizationLevel::O2);
  else
    passes.addPass(llvm::createModuleToFunctionPassAdaptor(devPasses()));
  passes.run(*unit.llvm_module, modules);
}

// Takes away everything but one function and what it refers to.
void keepOnly(llvm::Module& module, const std::string& name) {
  for (llvm::Function& function : module)
    if (function.getName() != name && function.getName() != "krait." + name) function.deleteBody();
  module.setModuleInlineAsm("");
  for (llvm::GlobalVariable& variable : module.globals()) {
    if (!variable.getName().starts_with("kr_type_") && !variable.getName().starts_with("typeinfo."))
      continue;
    variable.setInitializer(nullptr);
    variable.setLinkage(llvm::GlobalValue::ExternalLinkage);
  }
  // Once for the tables, once for what only they referred to.
  for (int round = 0; round < 3; ++round)
    for (llvm::GlobalVariable& variable : llvm::make_early_inc_range(module.globals()))
      if (variable.use_empty()) variable.eraseFromParent();
}

}  // namespace

std::unique_ptr<llvm::TargetMachine> makeTargetMachine(const Options& options, std::string* error) {
  static std::once_flag once;
  std::call_once(once, [] {
    LLVMInitializeX86TargetInfo();
    LLVMInitializeX86Target();
    LLVMInitializeX86TargetMC();
    LLVMInitializeX86AsmParser();
    LLVMInitializeX86AsmPrinter();
  });
  llvm::Triple triple(kTriple);
  const llvm::Target* target = llvm::TargetRegistry::lookupTarget(triple, *error);
  if (!target) return nullptr;
  llvm::TargetOptions target_options;
  target_options.AllowFPOpFusion = llvm::FPOpFusion::Strict;
  target_options.FunctionSections = true;
  target_options.DataSections = true;
  target_options.EnableFastISel = !options.release;
  return std::unique_ptr<llvm::TargetMachine>(target->createTargetMachine(
      triple, options.cpu.empty() ? "x86-64-v2" : options.cpu, "", target_options,
      llvm::Reloc::Static, llvm::CodeModel::Small,
      options.release ? llvm::CodeGenOptLevel::Default : llvm::CodeGenOptLevel::None));
}

std::string finish(Unit& unit, Emit emit, std::string& output) {
  llvm::TargetLibraryInfoImpl library = libraryInfo();
  if (unit.options.release && !unit.options.runtime_bitcode.empty()) {
    std::string error = unit.importRuntime();
    if (!error.empty()) return error;
  }
  optimise(unit, library);
  if (unit.options.verify) {
    std::string error;
    llvm::raw_string_ostream stream(error);
    if (llvm::verifyModule(*unit.llvm_module, &stream))
      return "LLVM's verifier after optimisation: " + stream.str();
  }
  if (!unit.options.only_function.empty()) keepOnly(*unit.llvm_module, unit.options.only_function);
  if (emit == Emit::LlvmIr) {
    llvm::raw_string_ostream stream(output);
    if (unit.options.only_function.empty()) {
      unit.llvm_module->print(stream, nullptr);
    } else {
      for (llvm::Function& function : *unit.llvm_module)
        if (!function.isDeclaration()) function.print(stream);
    }
    return "";
  }
  llvm::SmallString<0> buffer;
  llvm::raw_svector_ostream stream(buffer);
  llvm::legacy::PassManager passes;
  passes.add(new llvm::TargetLibraryInfoWrapperPass(library));
  bool failed =
      unit.target.addPassesToEmitFile(passes, stream, nullptr,
                                      emit == Emit::Object ? llvm::CodeGenFileType::ObjectFile
                                                           : llvm::CodeGenFileType::AssemblyFile,
                                      /*DisableVerify=*/!unit.options.verify);
  if (failed) return "LLVM cannot write this kind of file";
  passes.run(*unit.llvm_module);
  output.assign(buffer.begin(), buffer.end());
  return "";
}

}  // namespace krait::codegen
