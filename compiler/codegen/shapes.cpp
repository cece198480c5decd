// How MIR types lie in registers and memory, and the fields of objects.

#include "base/check.h"
#include "codegen/unit.h"

namespace krait::codegen {
namespace {

uint32_t alignUp(uint32_t n, uint32_t align) { return (n + align - 1) & ~(align - 1); }

void addLeaf(ValueShape& shape, LeafKind kind, uint32_t size, bool counted = false) {
  shape.leaves.push_back({kind, shape.size});
  shape.size += size;
  shape.align = std::max(shape.align, size);
  shape.counted |= counted;
}

}  // namespace

const ValueShape& Unit::shape(mir::TypeId type) {
  if (shapes_.size() < module.types.size()) {
    // Shapes are handed out by reference: reserve for all types before the first.
    shapes_.resize(module.types.size());
    shape_known_.resize(module.types.size());
  }
  KRAIT_CHECK(type.valid());
  ValueShape& shape = shapes_[type.index];
  if (shape_known_[type.index]) return shape;
  shape_known_[type.index] = true;
  const mir::Type& info = module.types[type];
  switch (info.kind) {
    case mir::TypeKind::Void:
      break;
    case mir::TypeKind::Bool:
      addLeaf(shape, LeafKind::Bool, 1);
      break;
    case mir::TypeKind::I8:
      addLeaf(shape, LeafKind::I8, 1);
      break;
    case mir::TypeKind::I32:
      addLeaf(shape, LeafKind::I32, 4);
      break;
    case mir::TypeKind::I64:
      addLeaf(shape, LeafKind::I64, 8);
      break;
    case mir::TypeKind::F64:
      addLeaf(shape, LeafKind::F64, 8);
      break;
    case mir::TypeKind::Int:
      addLeaf(shape, LeafKind::Int, 8, true);
      break;
    case mir::TypeKind::Ref:
      addLeaf(shape, LeafKind::Ref, 8, true);
      break;
    case mir::TypeKind::Opt:
      addLeaf(shape, LeafKind::Opt, 8, true);
      break;
    case mir::TypeKind::Ptr:
      addLeaf(shape, LeafKind::Ptr, 8);
      break;
    case mir::TypeKind::Any:
      addLeaf(shape, LeafKind::AnyTag, 8);
      addLeaf(shape, LeafKind::AnyPayload, 8, true);
      break;
    case mir::TypeKind::Tuple:
      for (mir::TypeId item_type : info.items) {
        const ValueShape& item = this->shape(item_type);
        shape.size = alignUp(shape.size, item.align);
        for (const Leaf& leaf : item.leaves)
          shape.leaves.push_back({leaf.kind, shape.size + leaf.offset});
        shape.size += item.size;
        shape.align = std::max(shape.align, item.align);
        shape.counted |= item.counted;
      }
      shape.size = alignUp(shape.size, shape.align);
      break;
  }
  return shape;
}

const ObjectShape& Unit::objectShape(mir::LayoutId id) {
  if (object_shapes_.size() < module.layouts.size()) {
    object_shapes_.resize(module.layouts.size());
    object_shape_known_.resize(module.layouts.size());
  }
  ObjectShape& object = object_shapes_[id.index];
  if (object_shape_known_[id.index]) return object;
  object_shape_known_[id.index] = true;
  const mir::Layout& layout = module.layouts[id];
  object.size = layout.exception ? kExceptionSize : kHeaderSize;
  for (const mir::Field& field : layout.fields) {
    const ValueShape& value = shape(field.type);
    object.size = alignUp(object.size, value.align);
    object.offsets.push_back(object.size);
    object.size += value.size;
  }
  object.size = alignUp(object.size, 8);
  return object;
}

llvm::Type* Unit::leafType(LeafKind kind) {
  switch (kind) {
    case LeafKind::Bool:
      return i1;
    case LeafKind::I8:
      return i8;
    case LeafKind::I32:
      return i32;
    case LeafKind::I64:
    case LeafKind::Int:
    case LeafKind::AnyTag:
    case LeafKind::AnyPayload:
      return i64;
    case LeafKind::F64:
      return f64;
    case LeafKind::Ref:
    case LeafKind::Opt:
    case LeafKind::Ptr:
      return ptr;
  }
  KRAIT_UNREACHABLE("leaf kind");
}

llvm::Type* Unit::leafMemoryType(LeafKind kind) {
  return kind == LeafKind::Bool ? i8 : leafType(kind);
}

llvm::Value* Unit::loadLeaf(llvm::IRBuilder<>& b, const Leaf& leaf, llvm::Value* address,
                            llvm::MDNode* alias) {
  llvm::LoadInst* load = b.CreateLoad(leafMemoryType(leaf.kind), offsetBy(b, address, leaf.offset));
  if (alias) load->setMetadata(llvm::LLVMContext::MD_tbaa, alias);
  if (leaf.kind != LeafKind::Bool) return load;
  return b.CreateTrunc(load, i1);
}

void Unit::storeLeaf(llvm::IRBuilder<>& b, const Leaf& leaf, llvm::Value* address,
                     llvm::Value* value, llvm::MDNode* alias) {
  if (leaf.kind == LeafKind::Bool) value = b.CreateZExt(value, i8);
  llvm::StoreInst* store = b.CreateStore(value, offsetBy(b, address, leaf.offset));
  if (alias) store->setMetadata(llvm::LLVMContext::MD_tbaa, alias);
}

llvm::Value* Unit::offsetBy(llvm::IRBuilder<>& b, llvm::Value* pointer, uint64_t offset) {
  if (offset == 0) return pointer;
  return b.CreateInBoundsGEP(i8, pointer, b.getInt64(offset));
}

llvm::Value* Unit::elementAddress(llvm::IRBuilder<>& b, llvm::Value* buffer, llvm::Value* index,
                                  uint32_t size) {
  if (auto* constant = llvm::dyn_cast<llvm::ConstantInt>(index); constant && constant->isZero())
    return buffer;
  llvm::Type* element = nullptr;
  switch (size) {
    case 1:
      element = i8;
      break;
    case 4:
      element = i32;
      break;
    case 8:
      element = i64;
      break;
    default:
      element = llvm::ArrayType::get(i8, size);
      break;
  }
  return b.CreateInBoundsGEP(element, buffer, index);
}

}  // namespace krait::codegen
