// Metadata: type-based alias nodes and branch weights. Nodes: the object header's count and meta
// word each have their own, every field (of the class that declares it) its own, elements and
// globals one for each kind of value. A retain then does not invalidate loaded fields, nor an
// element store them.

#include "codegen/unit.h"

namespace krait::codegen {
namespace {

const char* kindName(LeafKind kind) {
  switch (kind) {
    case LeafKind::Bool:
      return "bool";
    case LeafKind::I8:
      return "i8";
    case LeafKind::I32:
      return "i32";
    case LeafKind::I64:
      return "i64";
    case LeafKind::F64:
      return "f64";
    case LeafKind::Int:
      return "int";
    case LeafKind::Ref:
      return "ref";
    // A null check does not move a value to other memory: ref and opt slots are the same.
    case LeafKind::Opt:
      return "ref";
    case LeafKind::AnyTag:
      return "tag";
    case LeafKind::AnyPayload:
      return "payload";
    case LeafKind::Ptr:
      return "ptr";
  }
  return "";
}

}  // namespace

llvm::MDNode* Unit::aliasOf(Access access, LeafKind kind) {
  if (!options.release || access == Access::Other) return nullptr;
  llvm::MDNode*& node = aliases_[(uint64_t(access) << 8) | uint64_t(kind)];
  if (node) return node;
  llvm::MDBuilder md(context);
  if (!alias_root_) alias_root_ = md.createTBAARoot("krait");
  llvm::MDNode* type = nullptr;
  switch (access) {
    case Access::Count:
      type = md.createTBAAScalarTypeNode("count", alias_root_);
      break;
    case Access::Meta:
      type = md.createTBAAScalarTypeNode("meta", alias_root_);
      break;
    case Access::Element:
      type = md.createTBAAScalarTypeNode("element", alias_root_);
      // Raw bytes may be the storage of anything else in a buffer.
      if (kind != LeafKind::I8)
        type = md.createTBAAScalarTypeNode(std::string("element ") + kindName(kind), type);
      break;
    case Access::Global:
      type = md.createTBAAScalarTypeNode(std::string("global ") + kindName(kind), alias_root_);
      break;
    case Access::Other:
      break;
  }
  return node = md.createTBAAStructTagNode(type, type, 0);
}

llvm::MDNode* Unit::aliasOfField(mir::LayoutId layout, uint32_t field, LeafKind kind) {
  if (!options.release) return nullptr;
  // Inherited fields come first, so the declaring class is the uppermost that has this index.
  while (module.layouts[layout].base.valid() &&
         module.layouts[module.layouts[layout].base].fields.size() > field)
    layout = module.layouts[layout].base;
  uint64_t key = (uint64_t{1} << 63) | (uint64_t(layout.index) << 32) | (uint64_t(field) << 8) |
                 uint64_t(kind);
  llvm::MDNode*& node = aliases_[key];
  if (node) return node;
  llvm::MDBuilder md(context);
  if (!alias_root_) alias_root_ = md.createTBAARoot("krait");
  const mir::Layout& owner = module.layouts[layout];
  llvm::MDNode* parent = md.createTBAAScalarTypeNode("field", alias_root_);
  llvm::MDNode* type = md.createTBAAScalarTypeNode(
      owner.symbol + "." + owner.fields[field].name + " " + kindName(kind), parent);
  return node = md.createTBAAStructTagNode(type, type, 0);
}

llvm::MDNode* Unit::likely() {
  if (!likely_) likely_ = llvm::MDBuilder(context).createBranchWeights(2000, 1);
  return likely_;
}
llvm::MDNode* Unit::lengthRange() {
  if (!length_range_)
    length_range_ = llvm::MDBuilder(context).createRange(llvm::APInt(64, 0),
                                                         llvm::APInt(64, uint64_t{1} << 62));
  return length_range_;
}
llvm::MDNode* Unit::unlikely() {
  if (!unlikely_) unlikely_ = llvm::MDBuilder(context).createBranchWeights(1, 2000);
  return unlikely_;
}

}  // namespace krait::codegen
