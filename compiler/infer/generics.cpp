// Which classes have to be generic. All objects of a class share one node, so a Stack of ints and a Stack of
// texts make one field of both; where that led to errors, the classes for which it happened get a node for
// each construction site instead, as lists and dicts have. See docs/inference.md.
#include "infer/engine.h"

namespace krait::infer {

namespace {

class Evidence {
 public:
  explicit Evidence(Program& program) : p_(program), t_(program.types) {}

  std::set<uint32_t> find() {
    std::set<uint32_t> found;
    // Directly: a field, or what the containers in it hold, is of two kinds.
    eachClass([&](const ClassInfo& c) {
      for (auto& [name, type] : fields(c)) {
        std::set<uint32_t> seen;
        if (mixed(type, seen)) found.insert(c.body.index);
      }
    });
    // Objects that hold such objects must tell them apart, too.
    for (bool more = !found.empty(); more;) {
      more = false;
      eachClass([&](const ClassInfo& c) {
        if (found.count(c.body.index)) return;
        for (auto& [name, type] : fields(c)) {
          std::set<uint32_t> seen;
          if (reaches(type, found, seen)) more |= found.insert(c.body.index).second;
        }
      });
    }
    return found;
  }

 private:
  template <class F>
  void eachClass(F use) {
    Name finalizer = p_.names->intern("__del__");
    for (size_t k = 0; k < p_.classes.size(); ++k) {
      const ClassInfo& c = p_.classes[ClassId(k)];
      if (p_.hir->codes[c.body].library || c.exception || c.scalar != Ctor::Obj || c.generic || c.metaclass.valid() || !c.tuple_fields.empty()) continue;
      bool finalized = false;
      for (ClassId m : c.mro) finalized |= t_.field(p_.classes[m].attributes, finalizer.index) != t_.bottom;
      if (!finalized) use(c);
    }
  }

  Fields fields(const ClassInfo& c) { return t_.node(c.instance).fields; }
  bool ofProgram(const Atom& a) { return a.ctor == Ctor::Obj && !p_.hir->codes[p_.classes[ClassId(a.id)].body].library; }

  // More than one kind of value: bool and int count as one, as do all classes of the program.
  bool mixed(TypeId type, std::set<uint32_t>& seen) {
    std::set<std::pair<uint8_t, uint32_t>> kinds;
    for (const Atom& a : t_.atoms(type)) {
      if (a.ctor == Ctor::None || a.ctor == Ctor::Unset || a.ctor == Ctor::I64) continue;
      if (a.ctor == Ctor::Buffer) {
        if (seen.insert(t_.find(a.node).index).second && mixed(t_.field(a.node, kFieldT), seen)) return true;
        continue;
      }
      if (a.ctor == Ctor::Bool || a.ctor == Ctor::Int) kinds.insert({1, 0});
      else if (ofProgram(a)) kinds.insert({2, 0});
      else kinds.insert({static_cast<uint8_t>(a.ctor) + 3, a.id});
      for (TypeId item : a.items)
        if (mixed(item, seen)) return true;
      if (a.ctor != Ctor::Obj || ofProgram(a) || !a.node.valid() || !seen.insert(t_.find(a.node).index).second) continue;
      for (auto& [name, held] : Fields(t_.node(a.node).fields))
        if (mixed(held, seen)) return true;
    }
    return kinds.size() > 1;
  }

  bool reaches(TypeId type, const std::set<uint32_t>& found, std::set<uint32_t>& seen) {
    for (const Atom& a : t_.atoms(type)) {
      if (ofProgram(a)) {
        if (found.count(p_.classes[ClassId(a.id)].body.index)) return true;
        continue;
      }
      for (TypeId item : a.items)
        if (reaches(item, found, seen)) return true;
      if (!a.node.valid() || !seen.insert(t_.find(a.node).index).second) continue;
      for (auto& [name, held] : Fields(t_.node(a.node).fields))
        if (reaches(held, found, seen)) return true;
    }
    return false;
  }

  Program& p_;
  Types& t_;
};

}  // namespace

// A list's nodes, a tree's children: what a generic class of the program reaches of its own kind is unified
// with it, so that each class occurs once on every path and chains cannot grow without end.
void Engine::foldChains(const std::vector<TypeId>& roots) {
  for (bool again = true; again;) {
    again = false;
    std::set<std::pair<uint32_t, std::string>> seen;
    for (TypeId root : roots) {
      std::map<uint32_t, NodeId> path;
      again |= foldChain(root, path, seen);
      if (again) break;
    }
  }
}

// Returns whether two nodes were unified; the graph has changed then.
bool Engine::foldChain(TypeId type, std::map<uint32_t, NodeId>& path, std::set<std::pair<uint32_t, std::string>>& seen) {
  for (const Atom& a : t_.atoms(type)) {
    for (TypeId item : a.items)
      if (foldChain(item, path, seen)) return true;
    if (!a.node.valid() || t_.node(a.node).nominal) continue;
    NodeId node = t_.find(a.node);
    bool ours = a.ctor == Ctor::Obj && p_.generic_codes.count(p_.classes[ClassId(a.id)].body.index);
    if (ours) {
      auto above = path.find(a.id);
      if (above != path.end()) {
        if (t_.find(above->second) == node) continue;
        t_.unify(above->second, node);
        return true;
      }
    }
    std::string classes;
    for (auto& [cls, at] : path) classes += std::to_string(cls) + " ";
    if (!seen.insert({node.index, classes}).second) continue;
    if (ours) path[a.id] = node;
    auto fields = t_.node(node).fields;
    bool changed = false;
    for (auto& [name, held] : fields) changed = changed || foldChain(held, path, seen);
    if (ours) path.erase(a.id);
    if (changed) return true;
  }
  return false;
}

std::set<uint32_t> genericClasses(Program& program) { return Evidence(program).find(); }

}  // namespace krait::infer
