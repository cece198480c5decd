// Paths: variables and attributes whose narrowed types hold from one read to the next.
#include <algorithm>
#include <map>
#include <tuple>

#include "lower/hir.h"

namespace krait::hir {
namespace {

// A function with more paths is generated, or a long script: each is carried along at every block, so the first ones have to do.
constexpr size_t kMaxPaths = 200;
constexpr size_t kMaxAttributes = 4;

class Finder {
 public:
  Finder(Code& code, const Interner& names) : code_(code), names_(names) {}

  void run() {
    for (Block& block : code_.blocks) scan(block);
    keepUseful();
    for (uint32_t p = 0; p < code_.paths.size(); ++p) {
      const Path& path = code_.paths[p];
      switch (path.root) {
        case Path::Local: code_.path_keys.emplace_back(slotKey(Slot(path.index)), p); break;
        case Path::Global: code_.path_keys.emplace_back(globalKey(GlobalId(path.index)), p); break;
        case Path::Cell: code_.path_keys.emplace_back(cellKey(cell_names_.at(path.index)), p); break;
      }
      for (Name n : path.attributes) code_.path_keys.emplace_back(attributeKey(n), p);
    }
    std::sort(code_.path_keys.begin(), code_.path_keys.end());
    code_.path_keys.erase(std::unique(code_.path_keys.begin(), code_.path_keys.end()), code_.path_keys.end());
    code_.keeps_self = keepsSelf();
  }

 private:
  void scan(Block& block) {
    // The registers of the block whose value is still what the path's is. Other than local variables these are only
    // the ones that nothing but loads has followed: anything else may store to the path.
    std::map<uint32_t, Path> current;
    for (Instr& i : block.instrs) {
      auto pathOf = [&](Reg r) -> const Path* {
        auto it = current.find(r.index);
        return it == current.end() ? nullptr : &it->second;
      };
      switch (i.op) {
        case Op::LoadSlot: current[i.result.index] = {Path::Local, i.slot.index, {}}; continue;
        case Op::Const: continue;
        case Op::StoreSlot:
        case Op::DelSlot:
          std::erase_if(current, [&](const auto& x) { return x.second.root == Path::Local && x.second.index == i.slot.index; });
          break;
        case Op::LoadGlobal:
          if (i.global.valid()) defined(current, i, {Path::Global, i.global.index, {}});
          continue;
        case Op::LoadCell:
          cell_names_[i.slot.index] = i.name;
          defined(current, i, {Path::Cell, i.slot.index, {}});
          continue;
        case Op::GetAttr:
          if (const Path* object = pathOf(i.operands[0])) {
            if (Path path = *object; extend(path, i.name)) {
              defined(current, i, path);
              continue;
            }
          }
          break;
        case Op::SetAttr:
          if (const Path* object = pathOf(i.operands[0]))
            if (Path path = *object; extend(path, i.name)) use(i, path);
          break;
        case Op::StoreGlobal:
          if (i.global.valid()) use(i, {Path::Global, i.global.index, {}});
          break;
        case Op::StoreCell:
          cell_names_[i.slot.index] = i.name;
          use(i, {Path::Cell, i.slot.index, {}});
          break;
        default: break;
      }
      forgetLoads(current);
    }
  }

  bool extend(Path& path, Name attribute) const {
    // What the language itself stores to has names like this: __context__, __dict__.
    if (path.attributes.size() == kMaxAttributes || names_.text(attribute).starts_with("__")) return false;
    path.attributes.push_back(attribute);
    return true;
  }

  static void forgetLoads(std::map<uint32_t, Path>& current) {
    std::erase_if(current, [](const auto& x) { return x.second.root != Path::Local || !x.second.attributes.empty(); });
  }

  void defined(std::map<uint32_t, Path>& current, Instr& i, const Path& path) {
    if (i.op == Op::GetAttr) forgetLoads(current);  // it may have run a property
    use(i, path);
    current[i.result.index] = path;
  }

  void use(Instr& i, const Path& path) {
    auto [it, added] = numbers_.try_emplace({path.root, path.index, path.attributes}, static_cast<uint32_t>(code_.paths.size()));
    if (added) {
      code_.paths.push_back(path);
      uses_.push_back(0);
      loads_.push_back(0);
    }
    i.path = 1 + it->second;
    ++uses_[it->second];
    loads_[it->second] += i.result.valid();
  }

  // A fact needs a test or store, and a load that it is about.
  void keepUseful() {
    std::vector<uint32_t> renumbered(code_.paths.size(), 0);
    std::vector<Path> kept;
    for (size_t p = 0; p < code_.paths.size(); ++p) {
      if (uses_[p] < 2 || loads_[p] == 0 || kept.size() == kMaxPaths) continue;
      kept.push_back(code_.paths[p]);
      renumbered[p] = static_cast<uint32_t>(kept.size());
    }
    code_.paths = std::move(kept);
    for (Block& block : code_.blocks)
      for (Instr& i : block.instrs)
        if (i.path) i.path = renumbered[i.path - 1];
  }

  bool keepsSelf() const {
    if (code_.params.empty()) return false;
    for (const Block& block : code_.blocks)
      for (const Instr& i : block.instrs)
        if ((i.op == Op::StoreSlot || i.op == Op::DelSlot || i.op == Op::NewCell) && i.slot.index == 0) return false;
    return true;
  }

  Code& code_;
  const Interner& names_;
  std::map<std::tuple<Path::Root, uint32_t, std::vector<Name>>, uint32_t> numbers_;
  std::vector<uint32_t> uses_, loads_;
  std::map<uint32_t, Name> cell_names_;
};

}  // namespace

void findPaths(Code& code, const Interner& names) { Finder(code, names).run(); }

}  // namespace krait::hir
