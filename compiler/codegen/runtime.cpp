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
  addKnownEffects(*function, *info);
  return callee;
}

// What is known of a runtime function beyond its declaration.
void Unit::addKnownEffects(llvm::Function& function, const mir::RuntimeFunction& info) {
  if (!info.raises) {
    const ValueShape& result = shape(info.result);
    if (!result.leaves.empty()) function.addRetAttr(llvm::Attribute::NoUndef);
    if (info.result == module.types.ref) {
      function.addRetAttr(llvm::Attribute::NonNull);
      function.addRetAttr(llvm::Attribute::getWithAlignment(context, llvm::Align(8)));
    }
  }
  std::string_view name = info.name;
  auto reads = [&](llvm::MemoryEffects effects) {
    function.setMemoryEffects(effects);
    function.addFnAttr(llvm::Attribute::WillReturn);
    function.addFnAttr(llvm::Attribute::NoFree);
    function.addFnAttr(llvm::Attribute::NoSync);
  };
  for (std::string_view fresh : {"new_object", "alloc", "buf_alloc", "buf_alloc_zeroed"})
    if (name == fresh) function.addRetAttr(llvm::Attribute::NoAlias);
  // Characters are read in the object itself, nothing is cached.
  for (std::string_view reader : {"str_len",
                                  "str_eq",
                                  "str_cmp",
                                  "str_ord_at",
                                  "str_kind",
                                  "str_contains",
                                  "str_find",
                                  "str_rfind",
                                  "str_find_char",
                                  "str_rfind_char",
                                  "str_count",
                                  "str_startswith",
                                  "str_endswith",
                                  "str_find_whitespace",
                                  "str_skip_whitespace",
                                  "bytes_len",
                                  "bytes_at",
                                  "bytes_eq",
                                  "bytes_cmp",
                                  "bytes_contains",
                                  "bytes_find",
                                  "bytes_find_byte"})
    if (name == reader) reads(llvm::MemoryEffects::argMemOnly(llvm::ModRefInfo::Ref));
  // An int is no pointer to LLVM, so what it points to is not an argument's memory.
  for (std::string_view reader : {"int_cmp", "int_eq", "int_sign", "int_cmp_float", "int_fits_i64",
                                  "int_low_i64", "int_clamp_i64", "int_bit_length", "int_hash"})
    if (name == reader) reads(llvm::MemoryEffects::readOnly());
  for (std::string_view pure :
       {"char_isalpha",     "char_isdigit",     "char_isdecimal", "char_isnumeric",
        "char_isalnum",     "char_isspace",     "char_isupper",   "char_islower",
        "char_isprintable", "char_islinebreak", "char_lower",     "char_upper",
        "char_decimal",     "char_digit",       "char_numeric",   "float_hash",
        "float_is_integer", "math_atan",        "math_atan2",     "math_tanh",
        "math_asinh",       "math_erf",         "math_erfc",      "math_cbrt",
        "math_hypot",       "math_copysign",    "math_fabs"})
    if (name == pure) reads(llvm::MemoryEffects::none());
  if (name == "str_len" || name == "bytes_len")
    function.addRangeRetAttr(
        llvm::ConstantRange(llvm::APInt(64, 0), llvm::APInt(64, uint64_t{1} << 62)));
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

llvm::Constant* Unit::interruptFlag() {
  auto* flag = llvm_module->getNamedGlobal("kr_interrupt_came");
  if (!flag) {
    flag = new llvm::GlobalVariable(*llvm_module, i32, /*isConstant=*/false,
                                    llvm::GlobalValue::ExternalLinkage, nullptr,
                                    "kr_interrupt_came");
    flag->setDSOLocal(true);
  }
  return flag;
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
