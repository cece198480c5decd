// The entry of code generation, and what a unit consists of.

#include "codegen/unit.h"

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
    emitClasses();
  }
}

std::string generate(const mir::Module& module, Emit emit, const Options& options,
                     std::string& output) {
  llvm::LLVMContext context;
  // Names of values cost time and are read by nobody in an object file.
  context.setDiscardValueNames(emit == Emit::Object);
  std::string error;
  std::unique_ptr<llvm::TargetMachine> target = makeTargetMachine(options, &error);
  if (!target) return error;
  Unit unit(module, options, context, *target);
  unit.emitAll();
  if (options.verify) {
    llvm::raw_string_ostream stream(error);
    if (llvm::verifyModule(*unit.llvm_module, &stream)) return "LLVM's verifier: " + stream.str();
  }
  return finish(unit, emit, output);
}

}  // namespace krait::codegen
