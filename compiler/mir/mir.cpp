#include "mir/mir.h"

namespace krait::mir {

Types::Types() {
  auto add = [this](TypeKind kind, bool counted) {
    Type type;
    type.kind = kind;
    type.counted = counted;
    return types_.add(std::move(type));
  };
  void_ = add(TypeKind::Void, false);
  bool_ = add(TypeKind::Bool, false);
  i8 = add(TypeKind::I8, false);
  i32 = add(TypeKind::I32, false);
  i64 = add(TypeKind::I64, false);
  f64 = add(TypeKind::F64, false);
  int_ = add(TypeKind::Int, true);
  ref = add(TypeKind::Ref, true);
  opt = add(TypeKind::Opt, true);
  any = add(TypeKind::Any, true);
  ptr = add(TypeKind::Ptr, false);
}

TypeId Types::tuple(const std::vector<TypeId>& items) {
  auto [it, added] = tuples_.try_emplace(items, TypeId());
  if (added) {
    Type type;
    type.kind = TypeKind::Tuple;
    type.items = items;
    for (TypeId item : items) type.counted |= types_[item].counted;
    it->second = types_.add(std::move(type));
  }
  return it->second;
}

const OpInfo& opInfo(Op op) {
  static constexpr OpInfo kTable[] = {
#define KRAIT_OP(name, text, operands, result, flags) {text, operands, #result[0], #flags},
#include "mir/ops.def"
#undef KRAIT_OP
  };
  return kTable[static_cast<size_t>(op)];
}

}  // namespace krait::mir
