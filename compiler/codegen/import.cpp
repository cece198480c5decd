// Bodies of runtime functions from the runtime's bitcode, for inlining. A function is taken over as
// "available externally": LLVM may inline it, and what it does not inline is called in the archive.
// So the runtime's variables stay single; functions that need a variable that only their file knows
// are not taken.

#include "codegen/unit.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Bitcode/BitcodeReader.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/Linker/IRMover.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"

namespace krait::codegen {
namespace {

constexpr unsigned kMaxInstructions = 120;  // with the local functions it calls

// Looks at what a function refers to.
class Judge {
 public:
  // May the function be copied into another module?
  bool accepts(llvm::Function& function) {
    instructions_ = 0;
    seen_.clear();
    return visit(function);
  }

 private:
  bool visit(llvm::Function& function) {
    if (!seen_.insert(&function).second) return true;
    if (llvm::Error error = function.materialize()) {
      llvm::consumeError(std::move(error));  // not importing it is always right
      return false;
    }
    if (function.hasFnAttribute(llvm::Attribute::NoInline) ||
        function.hasFnAttribute(llvm::Attribute::Cold) || function.isVarArg())
      return false;
    for (llvm::Instruction& instruction : llvm::instructions(function)) {
      if (++instructions_ > kMaxInstructions) return false;
      for (llvm::Value* operand : instruction.operands()) {
        if (llvm::isa<llvm::InlineAsm>(operand)) return false;
        if (auto* constant = llvm::dyn_cast<llvm::Constant>(operand);
            constant && !refers(*constant))
          return false;
      }
    }
    return true;
  }

  // Are all globals in the constant ones that may be referred to from another module?
  bool refers(llvm::Constant& constant) {
    if (auto* function = llvm::dyn_cast<llvm::Function>(&constant))
      return !function->hasLocalLinkage() || visit(*function);
    if (auto* variable = llvm::dyn_cast<llvm::GlobalVariable>(&constant)) {
      if (!variable->hasLocalLinkage()) return true;
      if (!variable->isConstant()) return false;
      if (!seen_.insert(variable).second) return true;
      return !variable->hasInitializer() || refers(*variable->getInitializer());
    }
    if (llvm::isa<llvm::GlobalValue>(constant)) return false;
    for (llvm::Value* operand : constant.operands())
      if (auto* inner = llvm::dyn_cast<llvm::Constant>(operand); inner && !refers(*inner))
        return false;
    return true;
  }

  unsigned instructions_ = 0;
  llvm::SmallPtrSet<llvm::GlobalValue*, 16> seen_;
};

}  // namespace

std::string Unit::importRuntime() {
  auto buffer = llvm::MemoryBuffer::getFile(options.runtime_bitcode);
  if (!buffer) return "cannot read " + options.runtime_bitcode + ": " + buffer.getError().message();
  auto loaded = llvm::getOwningLazyBitcodeModule(std::move(*buffer), context,
                                                 /*ShouldLazyLoadMetadata=*/true);
  if (!loaded) return options.runtime_bitcode + ": " + llvm::toString(loaded.takeError());
  std::unique_ptr<llvm::Module> runtime_module = std::move(*loaded);

  std::vector<llvm::GlobalValue*> wanted;
  std::vector<std::string> names;
  Judge judge;
  for (llvm::Function& declared : *llvm_module) {
    if (!declared.isDeclaration() || declared.use_empty() || declared.isIntrinsic()) continue;
    llvm::Function* body = runtime_module->getFunction(declared.getName());
    if (!body || body->isDeclaration() || body->hasLocalLinkage() || !judge.accepts(*body))
      continue;
    wanted.push_back(body);
    names.push_back(std::string(declared.getName()));
  }
  if (wanted.empty()) return "";
  if (llvm::Error error = runtime_module->materializeMetadata())
    return options.runtime_bitcode + ": " + llvm::toString(std::move(error));
  llvm::IRMover mover(*llvm_module);
  llvm::Error error = mover.move(
      std::move(runtime_module), wanted, [](llvm::GlobalValue&, llvm::IRMover::ValueAdder) {},
      /*IsPerformingImport=*/true);
  if (error) return options.runtime_bitcode + ": " + llvm::toString(std::move(error));
  for (const std::string& name : names) {
    llvm::Function* function = llvm_module->getFunction(name);
    if (function && !function->isDeclaration())
      function->setLinkage(llvm::GlobalValue::AvailableExternallyLinkage);
  }
  // The type ids are known here.
  for (const ClassInfo& info : classes_) {
    for (auto [symbol, value] : {std::pair{"kr_tid_" + info.symbol, info.id},
                                 std::pair{"kr_tid_end_" + info.symbol, info.end_id}}) {
      llvm::GlobalVariable* variable = llvm_module->getNamedGlobal(symbol);
      if (!variable || !variable->isDeclaration()) continue;
      variable->replaceAllUsesWith(
          llvm::ConstantExpr::getIntToPtr(llvm::ConstantInt::get(i64, value), ptr));
      variable->eraseFromParent();
    }
  }
  return "";
}

}  // namespace krait::codegen
