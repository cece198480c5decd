// The functions that TypeInfo records point to: drop (releases what an object owns), trace (visits
// owned objects for the cycle collector), the __del__ and str(exception) thunks.

#include "base/check.h"
#include "codegen/unit.h"

namespace krait::codegen {
namespace {

using llvm::BasicBlock;
using llvm::Function;
using llvm::IRBuilder;
using llvm::Value;

Function* thunk(Unit& unit, llvm::Type* result, llvm::ArrayRef<llvm::Type*> params,
                const std::string& name) {
  auto* function = Function::Create(llvm::FunctionType::get(result, params, false),
                                    llvm::GlobalValue::InternalLinkage, name, *unit.llvm_module);
  unit.addCommonAttributes(*function);
  return function;
}

// A loop over the slots of a buffer: calls `body` with the address of each.
template <class Body>
void forSlots(Unit& unit, IRBuilder<>& b, Value* buffer, Value* count, uint32_t slot_size,
              bool backwards, Body body) {
  Function* function = b.GetInsertBlock()->getParent();
  BasicBlock* before = b.GetInsertBlock();
  BasicBlock* head = BasicBlock::Create(unit.context, "slots", function);
  BasicBlock* inner = BasicBlock::Create(unit.context, "slot", function);
  BasicBlock* done = BasicBlock::Create(unit.context, "slots.done", function);
  b.CreateBr(head);
  b.SetInsertPoint(head);
  llvm::PHINode* index = b.CreatePHI(unit.i64, 2);
  index->addIncoming(backwards ? count : b.getInt64(0), before);
  Value* more = backwards ? b.CreateICmpSGT(index, b.getInt64(0)) : b.CreateICmpSLT(index, count);
  b.CreateCondBr(more, inner, done);
  b.SetInsertPoint(inner);
  Value* slot = backwards ? b.CreateSub(index, b.getInt64(1)) : static_cast<Value*>(index);
  body(unit.elementAddress(b, buffer, slot, slot_size));
  Value* next = backwards ? slot : b.CreateAdd(index, b.getInt64(1));
  index->addIncoming(next, b.GetInsertBlock());
  b.CreateBr(head);
  b.SetInsertPoint(done);
}

// Releases (or visits) what the leaves at `address` hold. Zero is skipped by the helpers
// themselves, but for refs: in memory a ref may be zero.
Leaves loadNullable(Unit& unit, IRBuilder<>& b, const ValueShape& value, Value* address) {
  Leaves leaves;
  for (const Leaf& leaf : value.leaves) leaves.push_back(unit.loadLeaf(b, leaf, address, nullptr));
  return leaves;
}

void releaseMemory(Unit& unit, IRBuilder<>& b, mir::TypeId type, Value* address) {
  const ValueShape& value = unit.shape(type);
  if (!value.counted) return;
  Leaves leaves = loadNullable(unit, b, value, address);
  unit.releaseNullable(b, type, leaves);
}

// The parts of an entry (the key, then the value) from the first to the last, where a tuple's items go the other way round.
void releaseForwards(Unit& unit, IRBuilder<>& b, mir::TypeId type, Value* address) {
  const mir::Type& info = unit.module.types[type];
  if (info.kind != mir::TypeKind::Tuple) return releaseMemory(unit, b, type, address);
  const ValueShape& value = unit.shape(type);
  Leaves leaves = loadNullable(unit, b, value, address);
  size_t first = 0;
  for (mir::TypeId item : info.items) {
    const size_t count = unit.shape(item).leaves.size();
    unit.releaseNullable(b, item, llvm::ArrayRef<Value*>(leaves).slice(first, count));
    first += count;
  }
}

void visitMemory(Unit& unit, IRBuilder<>& b, mir::TypeId type, Value* address, Value* visit,
                 Value* context) {
  const ValueShape& value = unit.shape(type);
  if (!value.counted) return;
  auto* visitor = llvm::FunctionType::get(unit.void_type, {unit.ptr, unit.ptr}, false);
  Function* function = b.GetInsertBlock()->getParent();
  for (size_t i = 0; i < value.leaves.size(); ++i) {
    const Leaf& leaf = value.leaves[i];
    Value* object = nullptr;
    if (leaf.kind == LeafKind::Ref || leaf.kind == LeafKind::Opt) {
      object = unit.loadLeaf(b, leaf, address, nullptr);
    } else if (leaf.kind == LeafKind::AnyTag) {
      Value* tag = unit.loadLeaf(b, leaf, address, nullptr);
      Value* payload = unit.loadLeaf(b, value.leaves[i + 1], address, nullptr);
      Value* heap = b.CreateICmpUGT(tag, b.getInt64(unit.runtimeTid("float")));
      for (const char* plain : {"int", "bool"})
        heap = b.CreateAnd(heap, b.CreateICmpNE(tag, b.getInt64(unit.runtimeTid(plain))));
      object = b.CreateIntToPtr(b.CreateSelect(heap, payload, b.getInt64(0)), unit.ptr);
    } else {
      continue;  // ints are in no cycle
    }
    BasicBlock* some = BasicBlock::Create(unit.context, "some", function);
    BasicBlock* done = BasicBlock::Create(unit.context, "done", function);
    b.CreateCondBr(b.CreateIsNull(object), done, some);
    b.SetInsertPoint(some);
    b.CreateCall(visitor, visit, {object, context});
    b.CreateBr(done);
    b.SetInsertPoint(done);
  }
}

bool ownsAnything(Unit& unit, const mir::Layout& layout) {
  for (const mir::Field& field : layout.fields)
    if (unit.shape(field.type).counted || field.buffer_item.valid()) return true;
  return false;
}

Value* loadI64Field(Unit& unit, IRBuilder<>& b, const ObjectShape& shape, const mir::Layout& layout,
                    int32_t field, Value* object) {
  KRAIT_CHECK(field >= 0 && static_cast<size_t>(field) < layout.fields.size());
  const ValueShape& value = unit.shape(layout.fields[field].type);
  KRAIT_CHECK(value.leaves.size() == 1 && value.leaves[0].kind == LeafKind::I64);
  return b.CreateLoad(unit.i64, unit.offsetBy(b, object, shape.offsets[field]));
}

}  // namespace

void Unit::releaseNullable(IRBuilder<>& b, mir::TypeId type, llvm::ArrayRef<Value*> leaves) {
  const ValueShape& value = shape(type);
  for (size_t i = value.leaves.size(); i-- > 0;) {
    LeafKind kind = value.leaves[i].kind;
    if (llvm::isa<llvm::Constant>(leaves[i]) && kind != LeafKind::AnyTag) continue;
    if (kind == LeafKind::Ref || kind == LeafKind::Opt)
      callHelper(b, "release_opt", {leaves[i]});
    else if (kind == LeafKind::Int)
      ifBig(b, leaves[i], "release_big");
    else if (kind == LeafKind::AnyTag)
      callHelper(b, "release_any", {leaves[i], leaves[i + 1]});
  }
}

llvm::Constant* Unit::dropFunction(const ClassInfo& info) {
  llvm::Constant* none = llvm::ConstantPointerNull::get(ptr);
  const mir::Layout* layout = info.layout.valid() ? &module.layouts[info.layout] : nullptr;
  auto* exception_drop = llvm::FunctionType::get(void_type, {ptr}, false);
  auto runtimeDrop = [&](const char* name) {
    return llvm::cast<llvm::Constant>(runtimeInternal(name, exception_drop).getCallee());
  };
  if (info.symbol == "File") return runtimeDrop("kr_file_drop");
  if (!layout) {
    if (info.symbol == "vtuple_any") {
      Function* drop = thunk(*this, void_type, {ptr}, "drop.vtuple_any");
      IRBuilder<> b(BasicBlock::Create(context, "entry", drop));
      Value* object = drop->getArg(0);
      Value* items = b.CreateLoad(ptr, offsetBy(b, object, kHeaderSize));
      Value* length = b.CreateLoad(i64, offsetBy(b, object, kHeaderSize + 8));
      forSlots(*this, b, items, length, 16, /*backwards=*/true,
               [&](Value* slot) { releaseMemory(*this, b, module.types.any, slot); });
      b.CreateCall(bufFree(), {items, b.CreateShl(length, 4)});
      b.CreateRetVoid();
      return drop;
    }
    uint32_t base_id = runtimeTid("BaseException");
    if (info.id >= base_id && info.id < endOfRuntimeTid("BaseException"))
      return runtimeDrop("kr_exc_drop");
    return none;
  }
  if (layout->value_only || (layout->runtime && !layout->exception)) return none;
  if (!ownsAnything(*this, *layout)) return layout->exception ? runtimeDrop("kr_exc_drop") : none;

  const ObjectShape& object_shape = objectShape(info.layout);
  Function* drop = thunk(*this, void_type, {ptr}, "drop." + info.symbol);
  IRBuilder<> b(BasicBlock::Create(context, "entry", drop));
  Value* object = drop->getArg(0);
  // CPython drops the items of a tuple from the last to the first, attributes in order.
  bool backwards = layout->name == "tuple" && layout->module == "builtins";
  for (size_t k = 0; k < layout->fields.size(); ++k) {
    size_t i = backwards ? layout->fields.size() - 1 - k : k;
    const mir::Field& field = layout->fields[i];
    Value* address = offsetBy(b, object, object_shape.offsets[i]);
    if (!field.buffer_item.valid()) {
      releaseMemory(*this, b, field.type, address);
      continue;
    }
    const ValueShape& item = shape(field.buffer_item);
    Value* buffer = b.CreateLoad(ptr, address);
    if (item.counted && field.count_field >= 0) {
      Value* count = loadI64Field(*this, b, object_shape, *layout, field.count_field, object);
      BasicBlock* done = nullptr;
      if (item.leaves.size() == 1 && item.leaves[0].kind == LeafKind::Int) {
        // Ints are mostly small: one look at all of them is faster than one at each.
        BasicBlock* some = BasicBlock::Create(context, "big", drop);
        done = BasicBlock::Create(context, "released", drop);
        auto* any_big = llvm::FunctionType::get(i1, {ptr, i64}, false);
        llvm::FunctionCallee callee = runtimeInternal("kr_buf_any_big", any_big);
        b.CreateCondBr(b.CreateCall(callee, {buffer, count}), some, done, unlikely());
        b.SetInsertPoint(some);
      }
      forSlots(*this, b, buffer, count, item.size, field.drop_backwards, [&](Value* slot) {
        if (field.drop_backwards) releaseMemory(*this, b, field.buffer_item, slot);
        else releaseForwards(*this, b, field.buffer_item, slot);
      });
      if (done) {
        b.CreateBr(done);
        b.SetInsertPoint(done);
      }
    }
    Value* capacity = loadI64Field(*this, b, object_shape, *layout, field.capacity_field, object);
    b.CreateCall(bufFree(), {buffer, b.CreateMul(capacity, b.getInt64(item.size))});
  }
  if (layout->exception) b.CreateCall(exception_drop, runtimeDrop("kr_exc_drop"), {object});
  b.CreateRetVoid();
  return drop;
}

llvm::Constant* Unit::traceFunction(const ClassInfo& info) {
  llvm::Constant* none = llvm::ConstantPointerNull::get(ptr);
  const mir::Layout* layout = info.layout.valid() ? &module.layouts[info.layout] : nullptr;
  auto* trace_type = llvm::FunctionType::get(void_type, {ptr, ptr, ptr}, false);
  auto exceptionTrace = [&] {
    return llvm::cast<llvm::Constant>(runtimeInternal("kr_exc_trace", trace_type).getCallee());
  };
  if (!layout) {
    if (info.symbol == "vtuple_any") {
      Function* trace = thunk(*this, void_type, {ptr, ptr, ptr}, "trace.vtuple_any");
      IRBuilder<> b(BasicBlock::Create(context, "entry", trace));
      Value* items = b.CreateLoad(ptr, offsetBy(b, trace->getArg(0), kHeaderSize));
      Value* length = b.CreateLoad(i64, offsetBy(b, trace->getArg(0), kHeaderSize + 8));
      forSlots(*this, b, items, length, 16, false, [&](Value* slot) {
        visitMemory(*this, b, module.types.any, slot, trace->getArg(1), trace->getArg(2));
      });
      b.CreateRetVoid();
      return trace;
    }
    uint32_t base_id = runtimeTid("BaseException");
    if (info.id >= base_id && info.id < endOfRuntimeTid("BaseException")) return exceptionTrace();
    return none;
  }
  if (layout->value_only || layout->acyclic || (layout->runtime && !layout->exception)) return none;
  if (!ownsAnything(*this, *layout)) return layout->exception ? exceptionTrace() : none;

  const ObjectShape& object_shape = objectShape(info.layout);
  Function* trace = thunk(*this, void_type, {ptr, ptr, ptr}, "trace." + info.symbol);
  IRBuilder<> b(BasicBlock::Create(context, "entry", trace));
  Value *object = trace->getArg(0), *visit = trace->getArg(1), *data = trace->getArg(2);
  for (size_t i = 0; i < layout->fields.size(); ++i) {
    const mir::Field& field = layout->fields[i];
    Value* address = offsetBy(b, object, object_shape.offsets[i]);
    if (!field.buffer_item.valid()) {
      visitMemory(*this, b, field.type, address, visit, data);
      continue;
    }
    const ValueShape& item = shape(field.buffer_item);
    if (!item.counted || field.count_field < 0) continue;
    Value* buffer = b.CreateLoad(ptr, address);
    Value* count = loadI64Field(*this, b, object_shape, *layout, field.count_field, object);
    forSlots(*this, b, buffer, count, item.size, false,
             [&](Value* slot) { visitMemory(*this, b, field.buffer_item, slot, visit, data); });
  }
  if (layout->exception) b.CreateCall(trace_type, exceptionTrace(), {object, visit, data});
  b.CreateRetVoid();
  return trace;
}

llvm::Constant* Unit::delFunction(const ClassInfo& info) {
  llvm::Constant* none = llvm::ConstantPointerNull::get(ptr);
  // A __del__ is inherited: the nearest class that has one.
  const mir::Layout* layout = nullptr;
  for (mir::LayoutId id = info.layout; id.valid(); id = module.layouts[id].base) {
    layout = &module.layouts[id];
    if (layout->del.valid()) break;
  }
  if (!layout || !layout->del.valid()) return none;
  const mir::Function& target = module.functions[layout->del];
  Function* del = thunk(*this, void_type, {ptr}, "del." + info.symbol);
  IRBuilder<> b(BasicBlock::Create(context, "entry", del));
  Value* object = del->getArg(0);
  KRAIT_CHECK(target.params.size() == 1);
  if (target.params[0].mode == mir::Mode::Owned) callHelper(b, "retain_ref", {object});
  llvm::CallInst* call = b.CreateCall(function(layout->del), {object});
  Value* result = call;
  Value* error = nullptr;
  Leaves leaves;
  size_t count = shape(target.result).leaves.size();
  if (target.raises) error = count ? b.CreateExtractValue(result, {unsigned(count)}) : result;
  for (size_t i = 0; i < count; ++i)
    leaves.push_back(count == 1 && !target.raises ? result
                                                  : b.CreateExtractValue(result, {unsigned(i)}));
  if (target.raises) {
    BasicBlock* failed = BasicBlock::Create(context, "failed", del);
    BasicBlock* fine = BasicBlock::Create(context, "fine", del);
    b.CreateCondBr(b.CreateIsNull(error), fine, failed, likely());
    b.SetInsertPoint(failed);
    b.CreateCall(runtime("exc_print_ignored"),
                 {error, strLiteral("<function " + target.display_name + ">")});
    callHelper(b, "release_ref", {error});
    b.CreateRetVoid();
    b.SetInsertPoint(fine);
  }
  release(b, target.result, leaves);
  b.CreateRetVoid();
  return del;
}

llvm::Constant* Unit::excStrFunction(const ClassInfo& info) {
  const mir::Layout* layout = nullptr;
  for (mir::LayoutId id = info.layout; id.valid(); id = module.layouts[id].base) {
    layout = &module.layouts[id];
    if (layout->exc_str.valid()) break;
  }
  if (!layout || !layout->exc_str.valid()) return llvm::ConstantPointerNull::get(ptr);
  const mir::Function& target = module.functions[layout->exc_str];
  Function* text = thunk(*this, ptr, {ptr}, "exc_str." + info.symbol);
  IRBuilder<> b(BasicBlock::Create(context, "entry", text));
  Value* object = text->getArg(0);
  KRAIT_CHECK(target.params.size() == 1 && shape(target.result).leaves.size() == 1);
  if (target.params[0].mode == mir::Mode::Owned) callHelper(b, "retain_ref", {object});
  Value* result = b.CreateCall(function(layout->exc_str), {object});
  if (!target.raises) {
    b.CreateRet(result);
    return text;
  }
  Value* error = b.CreateExtractValue(result, {1u});
  BasicBlock* failed = BasicBlock::Create(context, "failed", text);
  BasicBlock* fine = BasicBlock::Create(context, "fine", text);
  b.CreateCondBr(b.CreateIsNull(error), fine, failed, likely());
  b.SetInsertPoint(failed);
  callHelper(b, "release_ref", {error});
  b.CreateRet(llvm::ConstantPointerNull::get(ptr));
  b.SetInsertPoint(fine);
  b.CreateRet(b.CreateExtractValue(result, {0u}));
  return text;
}

llvm::FunctionCallee Unit::bufFree() {
  return runtimeInternal("kr_buf_free", llvm::FunctionType::get(void_type, {ptr, i64}, false));
}

}  // namespace krait::codegen
