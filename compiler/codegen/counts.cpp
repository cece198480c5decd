// Retain and release of values, as inline code or calls of small helper functions of the unit. See
// docs/codegen.md, "Counts".

#include "base/check.h"
#include "codegen/unit.h"

namespace krait::codegen {
namespace {

using llvm::BasicBlock;
using llvm::Function;
using llvm::IRBuilder;
using llvm::Value;

// Writes the body of one helper.
class Helper {
 public:
  Helper(Unit& unit, Function* function) : unit_(unit), function_(function), b_(unit.context) {
    b_.SetInsertPoint(block("entry"));
  }

  BasicBlock* block(const char* name) { return BasicBlock::Create(unit_.context, name, function_); }
  Value* arg(unsigned i) { return function_->getArg(i); }

  Value* loadCount(Value* object) {
    auto* load = b_.CreateLoad(unit_.i32, object);
    load->setMetadata(llvm::LLVMContext::MD_tbaa, unit_.aliasOf(Access::Count));
    return load;
  }
  void storeCount(Value* object, Value* count) {
    auto* store = b_.CreateStore(count, object);
    store->setMetadata(llvm::LLVMContext::MD_tbaa, unit_.aliasOf(Access::Count));
  }
  void callRuntime(const char* name, Value* object) {
    auto* type = llvm::FunctionType::get(unit_.void_type, {unit_.ptr}, false);
    b_.CreateCall(unit_.runtimeInternal(name, type), {object});
  }

  void retainRef() {
    Value* object = arg(0);
    Value* count = loadCount(object);
    BasicBlock *plain = block("plain"), *other = block("other"), *done = block("done");
    b_.CreateCondBr(b_.CreateICmpSGE(count, b_.getInt32(0)), plain, other, unit_.likely());
    b_.SetInsertPoint(plain);
    storeCount(object, b_.CreateAdd(count, b_.getInt32(1)));
    b_.CreateBr(done);
    b_.SetInsertPoint(other);
    if (unit_.options.threads) {
      BasicBlock* shared = block("shared");
      b_.CreateCondBr(b_.CreateICmpEQ(count, b_.getInt32(kImmortal)), done, shared);
      b_.SetInsertPoint(shared);
      callRuntime("kr_retain_slow", object);
    }
    b_.CreateBr(done);
    b_.SetInsertPoint(done);
    b_.CreateRetVoid();
  }

  void releaseRef() {
    Value* object = arg(0);
    Value* count = loadCount(object);
    BasicBlock *several = block("several"), *last = block("last"), *root = block("root"),
               *done = block("done");
    b_.CreateCondBr(b_.CreateICmpSGT(count, b_.getInt32(1)), several, last);
    b_.SetInsertPoint(several);
    storeCount(object, b_.CreateSub(count, b_.getInt32(1)));
    auto* meta = b_.CreateLoad(unit_.i32, unit_.offsetBy(b_, object, kMetaOffset));
    meta->setMetadata(llvm::LLVMContext::MD_tbaa, unit_.aliasOf(Access::Meta));
    // A possible root of a garbage cycle that is not yet noted as one.
    Value* bits = b_.CreateAnd(meta, b_.getInt32(kFlagMayCycle | kFlagBuffered));
    b_.CreateCondBr(b_.CreateICmpEQ(bits, b_.getInt32(kFlagMayCycle)), root, done,
                    unit_.unlikely());
    b_.SetInsertPoint(root);
    unit_.callSlow(b_, "possible_root", {object});
    b_.CreateBr(done);
    b_.SetInsertPoint(last);
    if (!unit_.options.threads) {
      // Immortal objects are frequent (literals, one-character strs), and the comparison is made already.
      BasicBlock* drop = block("drop");
      b_.CreateCondBr(b_.CreateICmpEQ(count, b_.getInt32(1)), drop, done);
      b_.SetInsertPoint(drop);
    }
    unit_.callHelper(b_, "release_last", {object});
    b_.CreateBr(done);
    b_.SetInsertPoint(done);
    b_.CreateRetVoid();
  }

  // The count is 1, or negative.
  void releaseLast() {
    Value* object = arg(0);
    Value* count = loadCount(object);
    BasicBlock *drop = block("drop"), *other = block("other"), *done = block("done");
    b_.CreateCondBr(b_.CreateICmpEQ(count, b_.getInt32(1)), drop, other);
    b_.SetInsertPoint(drop);
    storeCount(object, b_.getInt32(0));
    callRuntime("kr_drop_object", object);
    b_.CreateBr(done);
    b_.SetInsertPoint(other);
    if (unit_.options.threads) {
      BasicBlock* shared = block("shared");
      b_.CreateCondBr(b_.CreateICmpEQ(count, b_.getInt32(kImmortal)), done, shared);
      b_.SetInsertPoint(shared);
      callRuntime("kr_release_slow", object);
    }
    b_.CreateBr(done);
    b_.SetInsertPoint(done);
    b_.CreateRetVoid();
  }

  // Calls `name`, a helper for refs, if the pointer is not null.
  void ifNotNull(const char* name) {
    BasicBlock *some = block("some"), *done = block("done");
    b_.CreateCondBr(b_.CreateIsNull(arg(0)), done, some);
    b_.SetInsertPoint(some);
    unit_.callHelper(b_, name, {arg(0)});
    b_.CreateBr(done);
    b_.SetInsertPoint(done);
    b_.CreateRetVoid();
  }

  // Calls `name`, a helper for ints whose bit 0 is set, if it is.
  void ifBig(const char* name) {
    BasicBlock *big = block("big"), *done = block("done");
    b_.CreateCondBr(b_.CreateTrunc(arg(0), unit_.i1), big, done, unit_.unlikely());
    b_.SetInsertPoint(big);
    unit_.callHelper(b_, name, {arg(0)});
    b_.CreateBr(done);
    b_.SetInsertPoint(done);
    b_.CreateRetVoid();
  }

  // Bit 0 is set: "no int" or a big one.
  void big(const char* name) {
    BasicBlock *some = block("some"), *done = block("done");
    b_.CreateCondBr(b_.CreateICmpEQ(arg(0), b_.getInt64(1)), done, some);
    b_.SetInsertPoint(some);
    Value* object = b_.CreateIntToPtr(b_.CreateSub(arg(0), b_.getInt64(1)), unit_.ptr);
    unit_.callHelper(b_, name, {object});
    b_.CreateBr(done);
    b_.SetInsertPoint(done);
    b_.CreateRetVoid();
  }

  void any(const char* int_name, const char* opt_name) {
    BasicBlock *counted = block("counted"), *integer = block("int"), *heap = block("heap"),
               *done = block("done");
    b_.CreateCondBr(b_.CreateICmpULE(arg(0), b_.getInt64(unit_.runtimeTid("float"))), done, counted);
    b_.SetInsertPoint(counted);
    auto* choice = b_.CreateSwitch(arg(0), heap, 2);
    choice->addCase(b_.getInt64(unit_.runtimeTid("int")), integer);
    choice->addCase(b_.getInt64(unit_.runtimeTid("bool")), done);
    b_.SetInsertPoint(integer);
    unit_.callHelper(b_, int_name, {arg(1)});
    b_.CreateBr(done);
    b_.SetInsertPoint(heap);
    // Values without payload may have heap classes as bases: then the payload is 0.
    unit_.callHelper(b_, opt_name, {b_.CreateIntToPtr(arg(1), unit_.ptr)});
    b_.CreateBr(done);
    b_.SetInsertPoint(done);
    b_.CreateRetVoid();
  }

 private:
  Unit& unit_;
  Function* function_;
  IRBuilder<> b_;
};

}  // namespace

Function* Unit::helper(std::string_view name) {
  std::string full = "krait." + std::string(name);
  if (Function* old = llvm_module->getFunction(full)) return old;
  bool is_int = name.ends_with("_int") || name.ends_with("_big");
  bool is_any = name.ends_with("_any");
  llvm::SmallVector<llvm::Type*, 2> params;
  if (is_any)
    params = {i64, i64};
  else
    params = {is_int ? static_cast<llvm::Type*>(i64) : ptr};
  auto* function = Function::Create(llvm::FunctionType::get(void_type, params, false),
                                    llvm::GlobalValue::InternalLinkage, full, *llvm_module);
  addCommonAttributes(*function);
  Helper body(*this, function);
  if (name == "retain_ref") {
    body.retainRef();
  } else if (name == "release_ref") {
    body.releaseRef();
  } else if (name == "release_last") {
    body.releaseLast();
  } else if (name == "retain_opt") {
    body.ifNotNull("retain_ref");
  } else if (name == "release_opt") {
    body.ifNotNull("release_ref");
  } else if (name == "retain_int") {
    body.ifBig("retain_big");
  } else if (name == "release_int") {
    body.ifBig("release_big");
  } else if (name == "retain_big") {
    body.big("retain_ref");
  } else if (name == "release_big") {
    body.big("release_ref");
  } else if (name == "retain_any") {
    body.any("retain_int", "retain_opt");
  } else if (name == "release_any") {
    body.any("release_int", "release_opt");
  } else {
    KRAIT_UNREACHABLE("helper");
  }
  bool out_of_line = name == "release_last" || name.ends_with("_big") || is_any;
  if (out_of_line) {
    function->addFnAttr(llvm::Attribute::NoInline);
    if (name.ends_with("_big") && options.release) keepRegisters(*function);
  } else if (options.release) {
    function->addFnAttr(llvm::Attribute::AlwaysInline);
  }
  return function;
}

// Slow paths are called through a function that keeps almost all registers, so that the fast path
// around the call has the registers of a leaf function.
Value* Unit::callSlow(IRBuilder<>& b, const std::string& name, llvm::ArrayRef<Value*> args) {
  llvm::FunctionCallee callee = runtime(name);
  if (!options.release) return b.CreateCall(callee, args);
  std::string wrapper_name = "krait.slow." + name;
  Function* wrapper = llvm_module->getFunction(wrapper_name);
  if (!wrapper) {
    wrapper = Function::Create(callee.getFunctionType(), llvm::GlobalValue::InternalLinkage,
                               wrapper_name, *llvm_module);
    addCommonAttributes(*wrapper);
    keepRegisters(*wrapper);
    IRBuilder<> inner(BasicBlock::Create(context, "entry", wrapper));
    llvm::SmallVector<Value*, 4> params;
    for (llvm::Argument& param : wrapper->args()) params.push_back(&param);
    llvm::CallInst* result = inner.CreateCall(callee, params);
    result->addFnAttr(llvm::Attribute::NoInline);
    if (result->getType()->isVoidTy())
      inner.CreateRetVoid();
    else
      inner.CreateRet(result);
    wrapper->setAttributes(wrapper->getAttributes().addRetAttributes(
        context,
        llvm::AttrBuilder(
            context,
            llvm::cast<llvm::Function>(callee.getCallee())->getAttributes().getRetAttrs())));
  }
  llvm::CallInst* call = b.CreateCall(wrapper, args);
  call->setCallingConv(wrapper->getCallingConv());
  return call;
}

void Unit::keepRegisters(Function& function) {
  function.setCallingConv(llvm::CallingConv::PreserveMost);
  function.addFnAttr(llvm::Attribute::NoInline);
  function.addFnAttr(llvm::Attribute::Cold);
}

void Unit::callHelper(IRBuilder<>& b, std::string_view name, llvm::ArrayRef<Value*> args) {
  Function* function = helper(name);
  b.CreateCall(function, args)->setCallingConv(function->getCallingConv());
}

// The test of bit 0 is worth being inline in dev builds too.
void Unit::ifBig(IRBuilder<>& b, Value* word, std::string_view helper_name) {
  Function* function = b.GetInsertBlock()->getParent();
  BasicBlock* big = BasicBlock::Create(context, "big", function);
  BasicBlock* done = BasicBlock::Create(context, "counted", function);
  b.CreateCondBr(b.CreateTrunc(word, i1), big, done, unlikely());
  b.SetInsertPoint(big);
  callHelper(b, helper_name, {word});
  b.CreateBr(done);
  b.SetInsertPoint(done);
}

void Unit::retain(IRBuilder<>& b, mir::TypeId type, llvm::ArrayRef<Value*> leaves) {
  const ValueShape& value = shape(type);
  for (size_t i = 0; i < value.leaves.size(); ++i) {
    switch (value.leaves[i].kind) {
      case LeafKind::Int:
        if (llvm::isa<llvm::Constant>(leaves[i])) break;
        ifBig(b, leaves[i], "retain_big");
        break;
      case LeafKind::Ref:
        // Constants are literals: immortal.
        if (llvm::isa<llvm::Constant>(leaves[i])) break;
        callHelper(b, "retain_ref", {leaves[i]});
        break;
      case LeafKind::Opt:
        if (llvm::isa<llvm::Constant>(leaves[i])) break;
        callHelper(b, "retain_opt", {leaves[i]});
        break;
      case LeafKind::AnyTag:
        if (llvm::isa<llvm::Constant>(leaves[i + 1])) break;
        callHelper(b, "retain_any", {leaves[i], leaves[i + 1]});
        break;
      case LeafKind::AnyPayload:  // with its tag
      case LeafKind::Bool:
      case LeafKind::I8:
      case LeafKind::I32:
      case LeafKind::I64:
      case LeafKind::F64:
      case LeafKind::Ptr:
        break;
    }
  }
}

void Unit::release(IRBuilder<>& b, mir::TypeId type, llvm::ArrayRef<Value*> leaves) {
  const ValueShape& value = shape(type);
  // CPython drops the items of a tuple from the last to the first.
  for (size_t i = value.leaves.size(); i-- > 0;) {
    switch (value.leaves[i].kind) {
      case LeafKind::Int:
        if (llvm::isa<llvm::Constant>(leaves[i])) break;
        ifBig(b, leaves[i], "release_big");
        break;
      case LeafKind::Ref:
        if (llvm::isa<llvm::Constant>(leaves[i])) break;
        callHelper(b, "release_ref", {leaves[i]});
        break;
      case LeafKind::Opt:
        if (llvm::isa<llvm::Constant>(leaves[i])) break;
        callHelper(b, "release_opt", {leaves[i]});
        break;
      case LeafKind::AnyTag:
        if (llvm::isa<llvm::Constant>(leaves[i + 1])) break;
        callHelper(b, "release_any", {leaves[i], leaves[i + 1]});
        break;
      case LeafKind::AnyPayload:
      case LeafKind::Bool:
      case LeafKind::I8:
      case LeafKind::I32:
      case LeafKind::I64:
      case LeafKind::F64:
      case LeafKind::Ptr:
        break;
    }
  }
}

}  // namespace krait::codegen
