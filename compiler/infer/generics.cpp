// Which classes have to be generic. All objects of a class share one node, so a Stack of ints and a Stack of
// texts make one field of both; where that led to errors, the classes for which it happened get a node for
// each construction site instead, as lists and dicts have. See docs/inference.md.
#include "infer/engine.h"

#include <algorithm>

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

// The objects that a call's key shows, and which of them reach which.
class Chains {
 public:
  Chains(Program& program, const std::vector<TypeId>& roots) : p_(program), t_(program.types) {
    std::vector<uint32_t> reached;
    for (TypeId root : roots) nodesOf(root, reached);
    // Of the containers, those that recursion nests in each other.
    std::erase_if(of_class_, [&](auto& entry) {
      return !p_.generic_codes.count(p_.classes[ClassId(entry.first)].body.index) && entry.second.size() <= kMostContainers;
    });
    for (auto& [cls, objects] : of_class_) {
      for (uint32_t v : objects) {
        vertices_[v].object = static_cast<uint32_t>(objects_.size());
        objects_.push_back(v);
      }
    }
  }

  // Unifies what has to be one. Returns whether anything was: the graph is another one then.
  bool fold() {
    for (auto& [cls, objects] : of_class_)
      if (objects.size() > kMostObjects && p_.generic_codes.count(p_.classes[ClassId(cls)].body.index))
        for (uint32_t o : objects) unify(objects[0], o);
    if (!changed_ && !of_class_.empty())
      for (uint32_t v = 0; v < vertices_.size(); ++v)
        if (!vertices_[v].number) visit(v);
    return changed_;
  }

 private:
  // Where a call tells more objects of one class of the program apart than that, they are one after all.
  static constexpr size_t kMostObjects = 16;
  // Where a call tells more containers of one class apart than that, those inside each other are one.
  static constexpr size_t kMostContainers = 100;
  struct Vertex {
    NodeId node;
    std::vector<uint32_t> next;
    uint32_t object = UINT32_MAX;  // its rank among the objects that are looked at
    uint32_t cls = 0;
    uint32_t number = 0, low = 0, component = UINT32_MAX;
  };

  void nodesOf(TypeId type, std::vector<uint32_t>& out) {
    if (t_.closed(type)) return;
    for (const Atom& a : t_.atoms(type)) {
      for (TypeId item : a.items) nodesOf(item, out);
      if (!a.node.valid() || t_.node(a.node).nominal) continue;
      const NodeId node = t_.find(a.node);
      auto [there, added] = ranks_.insert(node.index, static_cast<uint32_t>(vertices_.size()));
      const uint32_t v = *there;
      out.push_back(v);
      if (!added) continue;
      vertices_.emplace_back().node = node;
      if (a.ctor == Ctor::Obj) {
        vertices_[v].cls = a.id;
        of_class_[a.id].push_back(v);
      }
      std::vector<uint32_t> next;
      for (auto& [name, held] : t_.node(node).fields) nodesOf(held, next);
      vertices_[v].next = std::move(next);
    }
  }

  void unify(uint32_t a, uint32_t b) {
    if (t_.find(vertices_[a].node) == t_.find(vertices_[b].node)) return;
    t_.unify(vertices_[a].node, vertices_[b].node);
    changed_ = true;
  }

  // Tarjan's components, each with the objects that it reaches: those behind it are finished before it.
  void visit(uint32_t v) {
    vertices_[v].number = vertices_[v].low = ++count_;
    open_.push_back(v);
    for (uint32_t w : vertices_[v].next) {
      if (!vertices_[w].number) visit(w);
      if (vertices_[w].component == UINT32_MAX) vertices_[v].low = std::min(vertices_[v].low, vertices_[w].low);
    }
    if (vertices_[v].low != vertices_[v].number) return;
    const uint32_t component = static_cast<uint32_t>(reached_.size());
    std::vector<bool>& reached = reached_.emplace_back(objects_.size());
    size_t begin = open_.size();
    while (open_[--begin] != v) {
    }
    for (size_t k = begin; k < open_.size(); ++k) {
      Vertex& x = vertices_[open_[k]];
      x.component = component;
      if (x.object != UINT32_MAX) reached[x.object] = true;
    }
    for (size_t k = begin; k < open_.size(); ++k) {
      for (uint32_t w : vertices_[open_[k]].next) {
        const uint32_t other = vertices_[w].component;
        if (other == component) continue;
        for (size_t o = 0; o < objects_.size(); ++o)
          if (reached_[other][o]) reached[o] = true;
      }
    }
    for (size_t k = begin; k < open_.size(); ++k) {
      const Vertex& x = vertices_[open_[k]];
      if (x.object == UINT32_MAX) continue;
      for (uint32_t other : of_class_[x.cls])
        if (reached[vertices_[other].object]) unify(open_[k], other);
    }
    open_.resize(begin);
  }

  Program& p_;
  Types& t_;
  SmallMap<uint32_t, uint32_t> ranks_;  // of the nodes
  std::deque<Vertex> vertices_;
  std::vector<uint32_t> objects_;
  std::map<uint32_t, std::vector<uint32_t>> of_class_;
  std::deque<std::vector<bool>> reached_;  // by component
  std::vector<uint32_t> open_;
  uint32_t count_ = 0;
  bool changed_ = false;
};

}  // namespace

// A list's nodes, a tree's children: what a generic class of the program reaches of its own kind is unified
// with it, so that each class occurs once on every path and chains cannot grow without end. So is what a container
// reaches of its own kind where a call shows very many: recursion that wraps its result in another list each time.
// Returns whether anything was unified.
bool Engine::foldChains(const std::vector<TypeId>& roots) {
  bool any = false;
  while (Chains(p_, roots).fold()) any = true;
  return any;
}

std::set<uint32_t> genericClasses(Program& program) { return Evidence(program).find(); }

}  // namespace krait::infer
