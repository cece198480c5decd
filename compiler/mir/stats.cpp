#include "mir/stats.h"

#include <algorithm>

namespace krait::mir {
namespace {

bool boxed(const Types& types, TypeId id) {
  const Type& type = types[id];
  if (type.kind == TypeKind::Any) return true;
  return std::any_of(type.items.begin(), type.items.end(), [&](TypeId item) { return boxed(types, item); });
}

}  // namespace

ValueCounts countValues(const Module& module, bool library, std::string_view folder) {
  ValueCounts counts;
  for (const Function& f : module.functions) {
    if (f.declaration || (f.library || f.file.starts_with(folder)) != library) continue;
    auto count = [&](ValueId v) {
      if (!v.valid()) return;
      ++counts.values;
      counts.boxed += boxed(module.types, f.values[v].type);
    };
    for (const Block& block : f.blocks) {
      for (ValueId v : block.params) count(v);
      for (const Instr& i : block.instrs) count(i.result);
    }
  }
  return counts;
}

}  // namespace krait::mir
