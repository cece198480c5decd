// Objects, fields, buffers, globals, unions and tuples.

#include "base/check.h"
#include "codegen/emitter.h"

namespace krait::codegen {

using llvm::BasicBlock;
using llvm::Value;

Value* Emitter::loadTid(Value* object) {
  auto* meta = b_.CreateLoad(unit_.i32, unit_.offsetBy(b_, object, kMetaOffset));
  meta->setMetadata(llvm::LLVMContext::MD_tbaa, unit_.aliasOf(Access::Meta));
  return b_.CreateZExt(b_.CreateLShr(meta, kTidShift), unit_.i64);
}

void Emitter::emitNew(const mir::Instr& instr) {
  const mir::Layout& layout = unit_.module.layouts[instr.layout];
  KRAIT_CHECK(!layout.value_only && (!layout.runtime || layout.exception));
  const ObjectShape& shape = unit_.objectShape(instr.layout);
  uint32_t tid = unit_.tid(instr.layout);
  auto allocate = [&] {
    return unit_.callSlow(b_, "new_object", {b_.getInt64(tid), b_.getInt64(shape.size)});
  };
  Value* object = nullptr;
  if (shape.size <= kInlineAllocationLimit && !cold_) {
    // Pop the free list of the size class; see ThreadState::free_lists.
    Value* head = unit_.offsetBy(b_, unit_.threadState(b_), (shape.size + 7) / 8 * 8);
    Value* block = b_.CreateLoad(unit_.ptr, head);
    BasicBlock *pop = newBlock("new.pop"), *slow = newBlock("new.slow"),
               *done = newBlock("new.done");
    b_.CreateCondBr(b_.CreateIsNull(block), slow, pop, unit_.unlikely());
    b_.SetInsertPoint(pop);
    b_.CreateStore(b_.CreateLoad(unit_.ptr, block), head);
    b_.CreateBr(done);
    b_.SetInsertPoint(slow);
    Value* fresh = allocate();
    b_.CreateBr(done);
    b_.SetInsertPoint(done);
    object = join(unit_.ptr, block, pop, fresh, slow);
  } else {
    object = allocate();
  }
  auto* count = b_.CreateStore(b_.getInt32(1), object);
  count->setMetadata(llvm::LLVMContext::MD_tbaa, unit_.aliasOf(Access::Count));
  bool acyclic = layout.acyclic || instr.imm == 1;
  uint32_t meta_word = tid << kTidShift | (acyclic ? 0 : kFlagMayCycle);
  auto* meta = b_.CreateStore(b_.getInt32(meta_word), unit_.offsetBy(b_, object, kMetaOffset));
  meta->setMetadata(llvm::LLVMContext::MD_tbaa, unit_.aliasOf(Access::Meta));
  if (shape.size > kHeaderSize)
    b_.CreateMemSet(unit_.offsetBy(b_, object, kHeaderSize), b_.getInt8(0),
                    shape.size - kHeaderSize, llvm::Align(8));
  define(instr.result, object);
}

// Is the field the number of slots of a buffer, used or allocated?
static bool isLength(const mir::Layout& layout, uint32_t index) {
  for (const mir::Field& field : layout.fields)
    if (field.buffer_item.valid() && (field.count_field == static_cast<int32_t>(index) ||
                                      field.capacity_field == static_cast<int32_t>(index)))
      return true;
  return false;
}

void Emitter::emitFieldOp(const mir::Instr& instr) {
  const mir::Layout& layout = unit_.module.layouts[instr.layout];
  KRAIT_CHECK(instr.imm >= 0 && static_cast<size_t>(instr.imm) < layout.fields.size());
  uint32_t index = static_cast<uint32_t>(instr.imm);
  mir::TypeId type = layout.fields[index].type;
  const ValueShape& value = unit_.shape(type);
  Value* address =
      unit_.offsetBy(b_, operand(instr, 0), unit_.objectShape(instr.layout).offsets[index]);
  auto alias = [&](const Leaf& leaf) { return unit_.aliasOfField(instr.layout, index, leaf.kind); };
  Leaves old;
  if (instr.op != mir::Op::FieldInit && (instr.op != mir::Op::FieldStore || value.counted))
    for (const Leaf& leaf : value.leaves)
      old.push_back(unit_.loadLeaf(b_, leaf, address, alias(leaf)));
  if (unit_.options.release && instr.op == mir::Op::FieldLoad && isLength(layout, index))
    if (auto* load = llvm::dyn_cast<llvm::LoadInst>(old[0]))
      load->setMetadata(llvm::LLVMContext::MD_range, unit_.lengthRange());
  if (instr.op == mir::Op::FieldStore || instr.op == mir::Op::FieldInit) {
    const Leaves& leaves = leavesOf(instr.operands[1]);
    for (size_t i = 0; i < leaves.size(); ++i)
      unit_.storeLeaf(b_, value.leaves[i], address, leaves[i], alias(value.leaves[i]));
    if (instr.op == mir::Op::FieldStore && value.counted) unit_.releaseNullable(b_, type, old);
    return;
  }
  if (instr.op == mir::Op::FieldTake)
    for (const Leaf& leaf : value.leaves)
      unit_.storeLeaf(b_, leaf, address, unit_.zero(leaf.kind), alias(leaf));
  define(instr.result, std::move(old));
}

void Emitter::emitBufferOp(const mir::Instr& instr) {
  using mir::Op;
  const ValueShape& element = unit_.shape(instr.type);
  Value* address = unit_.elementAddress(b_, operand(instr, 0), operand(instr, 1), element.size);
  // The part that is accessed: the element, or one item of a tuple element.
  mir::TypeId type = instr.type;
  if (instr.op == Op::BufLoadField || instr.op == Op::BufStoreField) {
    const mir::Type& tuple = unit_.module.types[instr.type];
    KRAIT_CHECK(tuple.kind == mir::TypeKind::Tuple && instr.imm >= 0 &&
                static_cast<size_t>(instr.imm) < tuple.items.size());
    uint32_t offset = 0;
    for (int64_t i = 0; i <= instr.imm; ++i) {
      const ValueShape& item = unit_.shape(tuple.items[i]);
      offset = (offset + item.align - 1) & ~(item.align - 1);
      if (i < instr.imm) offset += item.size;
    }
    address = unit_.offsetBy(b_, address, offset);
    type = tuple.items[instr.imm];
  }
  const ValueShape& value = unit_.shape(type);
  auto alias = [&](const Leaf& leaf) { return unit_.aliasOf(Access::Element, leaf.kind); };
  Leaves old;
  bool stores =
      instr.op == Op::BufInit || instr.op == Op::BufStore || instr.op == Op::BufStoreField;
  bool releases = (instr.op == Op::BufStore || instr.op == Op::BufStoreField) && value.counted;
  if ((!stores || releases) && instr.op != Op::BufZero)
    for (const Leaf& leaf : value.leaves)
      old.push_back(unit_.loadLeaf(b_, leaf, address, alias(leaf)));
  if (stores) {
    const Leaves& leaves = leavesOf(instr.operands[2]);
    for (size_t i = 0; i < leaves.size(); ++i)
      unit_.storeLeaf(b_, value.leaves[i], address, leaves[i], alias(value.leaves[i]));
    if (releases) unit_.releaseNullable(b_, type, old);
    return;
  }
  if (instr.op == Op::BufZero) {
    for (const Leaf& leaf : value.leaves)
      unit_.storeLeaf(b_, leaf, address, unit_.zero(leaf.kind), alias(leaf));
    return;
  }
  define(instr.result, std::move(old));
}

void Emitter::emitBufMove(const mir::Instr& instr) {
  const ValueShape& element = unit_.shape(instr.type);
  Value* to = unit_.elementAddress(b_, operand(instr, 0), operand(instr, 1), element.size);
  Value* from = unit_.elementAddress(b_, operand(instr, 2), operand(instr, 3), element.size);
  Value* bytes = b_.CreateMul(operand(instr, 4), b_.getInt64(element.size));
  b_.CreateMemMove(to, llvm::Align(element.align), from, llvm::Align(element.align), bytes);
}

void Emitter::emitGlobalOp(const mir::Instr& instr) {
  llvm::GlobalVariable* variable = unit_.global(instr.global);
  mir::TypeId type = unit_.module.globals[instr.global].type;
  const ValueShape& value = unit_.shape(type);
  auto alias = [&](const Leaf& leaf) { return unit_.aliasOf(Access::Global, leaf.kind); };
  Leaves old;
  if (instr.op != mir::Op::GlobalStore || value.counted)
    for (const Leaf& leaf : value.leaves)
      old.push_back(unit_.loadLeaf(b_, leaf, variable, alias(leaf)));
  if (instr.op == mir::Op::GlobalStore) {
    const Leaves& leaves = leavesOf(instr.operands[0]);
    for (size_t i = 0; i < leaves.size(); ++i)
      unit_.storeLeaf(b_, value.leaves[i], variable, leaves[i], alias(value.leaves[i]));
    if (value.counted) unit_.releaseNullable(b_, type, old);
    return;
  }
  if (instr.op == mir::Op::GlobalTake)
    for (const Leaf& leaf : value.leaves)
      unit_.storeLeaf(b_, leaf, variable, unit_.zero(leaf.kind), alias(leaf));
  define(instr.result, std::move(old));
}

void Emitter::emitAnyOp(const mir::Instr& instr) {
  using mir::Op;
  auto result = [&](Value* value) { define(instr.result, value); };
  auto make = [&](Value* tag, Value* payload) { define(instr.result, Leaves{tag, payload}); };
  auto runtimeTag = [&](const char* name) { return b_.getInt64(unit_.runtimeTid(name)); };
  auto tag = [&] { return leavesOf(instr.operands[0])[0]; };
  auto payload = [&] { return leavesOf(instr.operands[0])[1]; };
  switch (instr.op) {
    case Op::AnyNone:
      return make(runtimeTag("NoneType"), b_.getInt64(0));
    case Op::AnyFromBool:
      return make(runtimeTag("bool"), b_.CreateZExt(operand(instr, 0), unit_.i64));
    case Op::AnyFromF64:
      return make(runtimeTag("float"), b_.CreateBitCast(operand(instr, 0), unit_.i64));
    case Op::AnyFromInt:
      return make(runtimeTag("int"), operand(instr, 0));
    case Op::AnyFromRef:
      return make(loadTid(operand(instr, 0)), b_.CreatePtrToInt(operand(instr, 0), unit_.i64));
    case Op::AnyFromOpt: {
      Value* object = operand(instr, 0);
      BasicBlock *before = b_.GetInsertBlock(), *some = newBlock("any.some"),
                 *done = newBlock("any.done");
      b_.CreateCondBr(b_.CreateIsNull(object), done, some);
      b_.SetInsertPoint(some);
      Value* tid = loadTid(object);
      b_.CreateBr(done);
      b_.SetInsertPoint(done);
      Value* joined = join(unit_.i64, runtimeTag("NoneType"), before, tid, some);
      return make(joined, b_.CreatePtrToInt(object, unit_.i64));
    }
    case Op::AnyFromUnit:
      return make(b_.getInt64(unit_.tid(instr.layout)), b_.getInt64(0));
    case Op::AnyFromTag:
      return make(operand(instr, 0), b_.getInt64(0));
    case Op::AnyTag:
      return result(tag());
    case Op::AnyIs:
      return result(b_.CreateICmpEQ(tag(), b_.getInt64(unit_.tid(instr.layout))));
    case Op::AnyToBool:
      return result(b_.CreateTrunc(payload(), unit_.i1));
    case Op::AnyToF64:
      return result(b_.CreateBitCast(payload(), unit_.f64));
    case Op::AnyToInt:
      return result(payload());
    case Op::AnyToRef:
    case Op::AnyToOpt:
      return result(b_.CreateIntToPtr(payload(), unit_.ptr));  // None's payload is 0
    default:
      KRAIT_UNREACHABLE("operation on a union");
  }
}

void Emitter::emitTupleOp(const mir::Instr& instr) {
  Leaves leaves;
  if (instr.op == mir::Op::TupleMake) {
    for (mir::ValueId item : instr.operands)
      for (Value* leaf : leavesOf(item)) leaves.push_back(leaf);
  } else {
    const mir::Type& tuple = unit_.module.types[typeOf(instr.operands[0])];
    KRAIT_CHECK(tuple.kind == mir::TypeKind::Tuple && instr.imm >= 0 &&
                static_cast<size_t>(instr.imm) < tuple.items.size());
    size_t first = 0;
    for (int64_t i = 0; i < instr.imm; ++i) first += unit_.shape(tuple.items[i]).leaves.size();
    const Leaves& all = leavesOf(instr.operands[0]);
    for (size_t i = 0; i < unit_.shape(tuple.items[instr.imm]).leaves.size(); ++i)
      leaves.push_back(all[first + i]);
  }
  define(instr.result, std::move(leaves));
}

}  // namespace krait::codegen
