// Types as inference sees them: finite sets of atoms; containers and objects share identity through
// nodes of a union-find structure. See docs/inference.md.
#pragma once

#include <algorithm>
#include <deque>
#include <memory>
#include <vector>

#include "base/flat_map.h"
#include "base/ids.h"
#include "base/interner.h"
#include "lower/hir.h"

namespace krait::infer {

struct TypeTag {};
struct NodeTag {};
struct ClassTag {};
struct InstanceTag {};
using TypeId = Id<TypeTag>;
using NodeId = Id<NodeTag>;
using ClassId = Id<ClassTag>;
using InstanceId = Id<InstanceTag>;

enum class Ctor : uint8_t {
  Unknown,         // anything at all: of a refused construct. Always alone in its type, absorbs the others
  Unset,           // a variable or attribute that may have no value here
  None,
  Bool,
  Int,
  Float,
  Str,
  Bytes,
  Ellipsis,
  NotImplemented,
  I64,             // lib/core only: a machine integer
  Buffer,          // lib/core only: raw memory of a container; node field T
  Opaque,          // lib/core only: a runtime object, id: index of its type word
  Tuple,           // id: arity, of named tuples also the class; items
  Obj,             // id: ClassId; node
  Func,            // id: CodeId; node: captured cells and defaults (may be invalid: none)
  Method,          // id: CodeId; node as Func; items[0]: self
  Class,           // id: ClassId
  Module,          // id: ModuleId
  Cell,            // a captured variable; node field T
  Super,           // super(): id: ClassId that the search starts behind; items[0]: self
  Record,          // keywords passed on: id: index of the names in Program::records; items
  Boxed,           // inside a tuple: a tuple that may contain itself; node field T: what it is
  Generator,       // id: CodeId of its function; node: the function and the arguments, see kFieldFormal
};

struct Atom {
  Ctor ctor;
  uint32_t id = 0;
  NodeId node;
  std::vector<TypeId> items;
};

// Fields by name index, in its order.
class Fields {
 public:
  using Entry = std::pair<uint32_t, TypeId>;
  TypeId* find(uint32_t name) {
    auto it = at(name);
    return it != list_.end() && it->first == name ? &it->second : nullptr;
  }
  size_t count(uint32_t name) const { return const_cast<Fields*>(this)->find(name) != nullptr; }
  void set(uint32_t name, TypeId type) {
    auto it = at(name);
    if (it != list_.end() && it->first == name) it->second = type;
    else list_.insert(it, {name, type});
  }
  size_t size() const { return list_.size(); }
  bool empty() const { return list_.empty(); }
  const Entry* begin() const { return list_.data(); }
  const Entry* end() const { return list_.data() + list_.size(); }

 private:
  std::vector<Entry>::iterator at(uint32_t name) {
    return std::lower_bound(list_.begin(), list_.end(), name, [](const Entry& e, uint32_t n) { return e.first < n; });
  }
  std::vector<Entry> list_;
};

// The instances that want to know when a node changes, some of them more than once.
class Watchers {
 public:
  void add(InstanceId i) { list_.push_back(i); }
  void add(Watchers&& other);
  size_t size() const { return list_.size(); }
  std::vector<InstanceId>::const_iterator begin() const { return list_.begin(); }
  std::vector<InstanceId>::const_iterator end() const { return list_.end(); }

 private:
  std::vector<InstanceId> list_;
};

// A node: something with identity whose fields grow. Merged by union-find.
struct Node {
  NodeId parent;                      // itself: root
  bool global = false;                // reachable from program-wide variables: never copied apart
  bool nominal = false;               // the one node of a class: not copied, not part of keys
  ClassId cls;                        // nominal: of which class
  uint32_t uses = UINT32_MAX;         // the types that name it, see Types::Use
  Fields fields;                      // by name index; see kFieldT
  Watchers readers;
  Watchers copiers;                   // callers of an instance whose parameters or result it belongs to
};
constexpr uint32_t kFieldT = 0xfffffff0u;      // Buffer, Cell
constexpr uint32_t kFieldDefault = 0xff000000u; // Func: default i is kFieldDefault + i
constexpr uint32_t kFieldFree = 0xfe000000u;    // Func: captured cell i
// Generator: parameter i, the function itself, what send() and throw() (or close()) bring in, or None.
constexpr uint32_t kFieldFormal = 0xfd000000u;
// dict: what is stored under the literal key `name` (kFieldKey + its index), and under computed keys.
constexpr uint32_t kFieldKey = 0xfb000000u;
constexpr uint32_t kFieldKeyEnd = 0xfc000000u;
constexpr uint32_t kFieldComputed = 0xfffffff4u;
constexpr uint32_t kFieldFunction = 0xfffffff1u;
constexpr uint32_t kFieldSent = 0xfffffff2u;
constexpr uint32_t kFieldThrown = 0xfffffff3u;
// A container of data from outside (_k.unchecked): has any type at all if it is one.
constexpr uint32_t kFieldUnchecked = 0xfffffff5u;

// A named tuple is a tuple whose id also says its class.
inline uint32_t namedTupleId(ClassId cls, size_t arity) { return (cls.index + 1) << 8 | static_cast<uint32_t>(arity); }
inline ClassId namedTupleClass(const Atom& a) { return a.id >> 8 ? ClassId((a.id >> 8) - 1) : ClassId(); }

class Types {
 public:
  Types();
  TypeId bottom;   // no value: unreachable
  TypeId unknown;  // the top of the lattice; only in programs that are refused, and in `krait check`
  // power_float: the float that int ** int gives for a negative exponent, an atom of its own (id 1).
  TypeId unset, none, boolean, integer, floating, power_float, str, bytes, ellipsis, not_implemented, i64;

  TypeId make(std::vector<Atom> atoms);  // one atom a constructor
  TypeId one(const Atom& a);
  TypeId tuple(const std::vector<TypeId>& items);
  TypeId object(ClassId cls, NodeId node) {
    return one({Ctor::Obj, cls.index, node, {}});
  }
  // The atoms, nodes canonical.
  // The atoms, nodes canonical. The list never changes or moves, whatever is done to types meanwhile.
  const std::vector<Atom>& atoms(TypeId t) { return entry(canonical(t)).atoms; }
  TypeId canonical(TypeId t) {
    TypeId f = forward_[t.index];
    return f == t ? t : canonicalAgain(t);
  }
  // Does the type name no node but those of classes? Then it never changes, and its key is its number.
  bool closed(TypeId t) { return entry(canonical(t)).closed; }
  TypeId join(TypeId a, TypeId b);
  TypeId without(TypeId t, Ctor c);
  bool has(TypeId t, Ctor c);
  bool isOnly(TypeId t, Ctor c);
  bool isUnknown(TypeId t) { return canonical(t) == unknown; }
  // Is there an unknown type anywhere in it?
  bool mentionsUnknown(TypeId t);
  // Data from outside, which may be this or that (of one type: a test has said what it is).
  bool isUnchecked(TypeId t);
  // Is it such data, or a tuple, generator or container of such data?
  bool holdsUnchecked(TypeId t);
  const Atom* find(TypeId t, Ctor c, uint32_t id);
  template <class F>
  TypeId filter(TypeId t, F keep) {
    const std::vector<Atom>& all = atoms(t);
    for (size_t i = 0; i < all.size(); ++i) {
      if (keep(all[i])) continue;
      std::vector<Atom> some(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i));
      for (++i; i < all.size(); ++i)
        if (keep(all[i])) some.push_back(all[i]);
      return some.empty() ? bottom : make(std::move(some));
    }
    return canonical(t);
  }

  NodeId newNode();
  NodeId find(NodeId n);
  Node& node(NodeId n) { return nodes_[find(n).index]; }
  void unify(NodeId x, NodeId y);
  TypeId field(NodeId n, uint32_t name);
  // Joins `t` into a field. Returns whether it changed.
  bool grow(NodeId n, uint32_t name, TypeId t);
  void makeGlobal(TypeId t);
  // Called with every instance that read a node that has changed.
  void (*on_change)(void* context, InstanceId reader) = nullptr;
  void* context = nullptr;
  bool tell_copiers = true;  // is it called with copiers, too?

  // What keys an instance: the graph reachable from `t` as words, nodes numbered in order.
  using Numbers = SmallMap<uint32_t, uint32_t>;
  void key(TypeId t, std::vector<uint32_t>& out, Numbers& numbers);
  using NodeMap = SmallMap<uint32_t, NodeId>;
  // A copy of the graph with fresh nodes (nominal ones stay).
  TypeId copy(TypeId t, NodeMap& map);
  // Makes `d` at least `s`, where s is another graph: nodes of s map to nodes of d. Returns the new d.
  TypeId absorb(TypeId d, TypeId s, NodeMap& map);
  void absorbNode(NodeId d, NodeId s, NodeMap& map);
  size_t nodeCount() const { return nodes_.size(); }
  // How deep tuples nest in each other: 0 has no items.
  uint32_t depth(TypeId t) { return entry(canonical(t)).depth; }
  // The type with its tuples behind Boxed(n), which grows by them.
  TypeId boxTuples(TypeId t, const std::function<NodeId(uint32_t)>& nodes);
  // The type with what its Boxed atoms stand for.
  TypeId unfold(TypeId t);

 private:
  struct Entry {
    std::vector<Atom> atoms;
    uint32_t hash = 0;
    bool closed = false;
    uint32_t depth = 0;
    uint32_t uses = UINT32_MAX;  // the types that have it as an item
  };
  // A list of types that stop being canonical when something else does.
  struct Use {
    TypeId user;
    uint32_t next;
  };
  static constexpr size_t kChunk = 1024;

  // The type of these atoms, which are in order; if there is none yet, invalid. Either way `hash` is theirs.
  TypeId known(const Atom* atoms, size_t count, uint32_t& hash);
  Entry& entry(TypeId t) { return chunks_[t.index / kChunk][t.index % kChunk]; }
  TypeId canonicalAgain(TypeId t);
  void outdate(uint32_t uses);
  void addUse(uint32_t& list, TypeId user) {
    uses_.push_back({user, list});
    list = static_cast<uint32_t>(uses_.size() - 1);
  }
  void growTable();
  void tell(const Watchers& readers, const Watchers& copiers);
  TypeId settle(std::vector<Atom> atoms);
  void finishBoxes();
  int settling_ = 0;                               // operations on types that are under way
  std::vector<std::pair<NodeId, TypeId>> boxed_;  // tuples on their way into the nodes of Boxed

  // By type: itself if its nodes and items are canonical; else the type that stands for it, invalid if not known yet.
  std::vector<TypeId> forward_;
  std::vector<std::unique_ptr<Entry[]>> chunks_;
  std::vector<Use> uses_;
  std::vector<TypeId> table_;  // all types, by hash of their atoms
  // Types of one atom without items, by hash: what most questions are about.
  struct Recent {
    Ctor ctor;
    uint32_t id, node;
    TypeId type;
  };
  std::vector<Recent> recent_ = std::vector<Recent>(4096, Recent{Ctor::Unknown, 0, 0, TypeId()});
  // Joins of two canonical types. Joining them again has no effect, so the result is all there is to it.
  struct Joined {
    TypeId a, b, result;
  };
  std::vector<Joined> joined_ = std::vector<Joined>(8192);
  std::deque<Node> nodes_;
};

}  // namespace krait::infer
