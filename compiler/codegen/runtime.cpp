// Declarations of the runtime's functions and state, in the C ABI's shapes.

#include "base/check.h"
#include "codegen/unit.h"
// The layouts that generated code relies on; nothing of it is linked.
#include "core/thread_state.h"

namespace krait::codegen {

static_assert(sizeof(rt::Object) == kHeaderSize);
static_assert(sizeof(rt::Exception) == kExceptionSize);
static_assert(offsetof(rt::Object, meta) == kMetaOffset);
static_assert(rt::kImmortal == kImmortal);
static_assert(uint32_t{rt::kFlagBuffered} == kFlagBuffered &&
              uint32_t{rt::kFlagMayCycle} == kFlagMayCycle);
static_assert(rt::kSmallBytes == kInlineAllocationLimit &&
              offsetof(rt::ThreadState, free_lists) == 0);
const uint64_t ThreadStateOffsets::stack_limit = rt::kOffsetStackLimit;
const uint64_t ThreadStateOffsets::recursion_limit = rt::kOffsetRecursionLimit;
const uint64_t ThreadStateOffsets::recursion_depth = rt::kOffsetRecursionDepth;

llvm::Type* Unit::returnType(mir::TypeId type, bool raises, bool c_abi) {
  llvm::SmallVector<llvm::Type*, 4> items;
  for (const Leaf& leaf : shape(type).leaves) {
    // Result<bool> comes back as a byte beside the error.
    items.push_back(c_abi && raises ? leafMemoryType(leaf.kind) : leafType(leaf.kind));
  }
  if (raises) items.push_back(ptr);
  if (items.empty()) return void_type;
  if (items.size() == 1) return items[0];
  return llvm::StructType::get(context, items);
}

llvm::FunctionCallee Unit::runtime(const std::string& name) {
  llvm::FunctionCallee& callee = runtime_functions_["kr_" + name];
  if (callee.getCallee()) return callee;
  const mir::RuntimeFunction* info = mir::findRuntimeFunction(name);
  if (!info) {
    std::string message = "no runtime function kr_" + name + " in runtime/abi.def";
    KRAIT_UNREACHABLE(message.c_str());
  }
  llvm::SmallVector<llvm::Type*, 6> params;
  for (mir::TypeId param : info->params)
    for (const Leaf& leaf : shape(param).leaves) params.push_back(leafType(leaf.kind));
  auto* type = llvm::FunctionType::get(returnType(info->result, info->raises, /*c_abi=*/true),
                                       params, false);
  callee = runtimeInternal("kr_" + name, type);
  auto* function = llvm::cast<llvm::Function>(callee.getCallee());
  unsigned index = 0;
  for (mir::TypeId param : info->params) {
    for (const Leaf& leaf : shape(param).leaves) {
      function->addParamAttr(index, llvm::Attribute::NoUndef);
      if (leaf.kind == LeafKind::Bool) function->addParamAttr(index, llvm::Attribute::ZExt);
      ++index;
    }
  }
  if (type->getReturnType() == i1) function->addRetAttr(llvm::Attribute::ZExt);
  return callee;
}

llvm::FunctionCallee Unit::runtimeInternal(llvm::StringRef name, llvm::FunctionType* type) {
  llvm::FunctionCallee& callee = runtime_functions_[name];
  if (callee.getCallee()) return callee;
  callee = llvm_module->getOrInsertFunction(name, type);
  auto* function = llvm::cast<llvm::Function>(callee.getCallee());
  function->setDoesNotThrow();
  function->setDSOLocal(true);
  function->addFnAttr(llvm::Attribute::NoBuiltin);
  return callee;
}

llvm::Value* Unit::threadState(llvm::IRBuilder<>& b) {
  if (!thread_state_) {
    thread_state_ = new llvm::GlobalVariable(
        *llvm_module, i64, /*isConstant=*/false, llvm::GlobalValue::ExternalLinkage, nullptr,
        "kr_thread_state", nullptr,
        options.threads ? llvm::GlobalValue::LocalExecTLSModel : llvm::GlobalValue::NotThreadLocal);
    thread_state_->setDSOLocal(true);
    thread_state_->setAlignment(llvm::Align(8));
  }
  if (!options.threads) return thread_state_;
  return b.CreateThreadLocalAddress(thread_state_);
}

}  // namespace krait::codegen
