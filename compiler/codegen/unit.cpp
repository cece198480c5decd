// The entry of code generation, and what a unit consists of.

#include "codegen/unit.h"

#include <algorithm>
#include <mutex>

#include "base/check.h"
#include "llvm/TargetParser/Triple.h"

namespace krait::codegen {

Unit::Unit(const mir::Module& module, const Options& options, llvm::LLVMContext& context,
           llvm::TargetMachine& target)
    : module(module),
      options(options),
      context(context),
      target(target),
      llvm_module(std::make_unique<llvm::Module>("krait", context)),
      void_type(llvm::Type::getVoidTy(context)),
      i1(llvm::Type::getInt1Ty(context)),
      i8(llvm::Type::getInt8Ty(context)),
      i16(llvm::Type::getInt16Ty(context)),
      i32(llvm::Type::getInt32Ty(context)),
      i64(llvm::Type::getInt64Ty(context)),
      f64(llvm::Type::getDoubleTy(context)),
      ptr(llvm::PointerType::get(context, 0)) {
  llvm_module->setTargetTriple(target.getTargetTriple());
  llvm_module->setDataLayout(target.createDataLayout());
}

void Unit::emitAll() {
  numberClasses();
  // In the order of their names: what was found first must not show in the output.
  std::vector<mir::FuncId> order;
  for (uint32_t i = 0; i < module.functions.size(); ++i) order.push_back(mir::FuncId(i));
  std::sort(order.begin(), order.end(), [&](mir::FuncId a, mir::FuncId b) {
    return module.functions[a].name < module.functions[b].name;
  });
  if (options.release) findTexts();
  for (mir::FuncId id : order) function(id);
  for (mir::FuncId id : order) {
    if (module.functions[id].declaration) continue;
    std::string text = "generating code for " + module.functions[id].name;
    const char* old = setCrashContext(text.c_str());
    emitFunction(*this, id);
    setCrashContext(old);
  }
  if (module.main.valid()) {
    emitProgramEntries();
    emitExports();
    emitClasses();
  }
}

namespace {

constexpr unsigned kWorthKeeping = 2000;  // instructions

void keepForever(std::unique_ptr<llvm::LLVMContext> context, std::unique_ptr<Unit> unit,
                 std::unique_ptr<llvm::TargetMachine> target) {
  struct Kept {
    std::unique_ptr<llvm::LLVMContext> context;
    std::unique_ptr<llvm::TargetMachine> target;
    std::unique_ptr<Unit> unit;
  };
  static std::mutex mutex;
  static auto* kept = new std::vector<Kept>;
  std::lock_guard lock(mutex);
  kept->push_back({std::move(context), std::move(target), std::move(unit)});
}

}  // namespace

std::string generate(const mir::Module& module, Emit emit, const Options& options,
                     std::string& output) {
  auto context = std::make_unique<llvm::LLVMContext>();
  // Names of values cost time and are read by nobody in an object file.
  context->setDiscardValueNames(emit == Emit::Object);
  std::string error;
  std::unique_ptr<llvm::TargetMachine> target = makeTargetMachine(options, &error);
  if (!target) return error;
  auto unit = std::make_unique<Unit>(module, options, *context, *target);
  unit->emitAll();
  if (options.verify) {
    llvm::raw_string_ostream stream(error);
    if (llvm::verifyModule(*unit->llvm_module, &stream)) return "LLVM's verifier: " + stream.str();
  }
  error = finish(*unit, emit, output);
  // Taking a large module apart costs a tenth of making its code, and the process is about to end.
  if (unit->llvm_module->getInstructionCount() > kWorthKeeping)
    keepForever(std::move(context), std::move(unit), std::move(target));
  return error;
}

}  // namespace krait::codegen
