// Types as inference sees them: finite sets of atoms; containers and objects share identity through
// nodes of a union-find structure. See docs/inference.md.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

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

// A node: something with identity whose fields grow. Merged by union-find.
struct Node {
  NodeId parent;                      // itself: root
  bool global = false;                // reachable from program-wide variables: never copied apart
  bool nominal = false;               // the one node of a class: not copied, not part of keys
  ClassId cls;                        // nominal: of which class
  std::map<uint32_t, TypeId> fields;  // by name index; see kFieldT
  std::vector<InstanceId> readers;
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
  TypeId one(Atom a) { return make({std::move(a)}); }
  TypeId tuple(const std::vector<TypeId>& items);
  TypeId object(ClassId cls, NodeId node) {
    return one({Ctor::Obj, cls.index, node, {}});
  }
  // The atoms, nodes canonical.
  const std::vector<Atom>& atoms(TypeId t) { return entries_[canonical(t).index].atoms; }
  TypeId canonical(TypeId t);
  TypeId join(TypeId a, TypeId b);
  TypeId without(TypeId t, Ctor c);
  bool has(TypeId t, Ctor c);
  bool isOnly(TypeId t, Ctor c);
  bool isUnknown(TypeId t) { return canonical(t) == unknown; }
  // Is there an unknown type anywhere in it?
  bool mentionsUnknown(TypeId t);
  const Atom* find(TypeId t, Ctor c, uint32_t id);
  template <class F>
  TypeId filter(TypeId t, F keep) {
    std::vector<Atom> kept;
    std::vector<Atom> all = atoms(t);
    for (Atom& a : all)
      if (keep(a)) kept.push_back(a);
    if (kept.size() == all.size()) return canonical(t);
    return make(std::move(kept));
  }

  NodeId newNode();
  NodeId find(NodeId n);
  Node& node(NodeId n) { return nodes_[find(n).index]; }
  void unify(NodeId a, NodeId b);
  TypeId field(NodeId n, uint32_t name);
  // Joins `t` into a field. Returns whether it changed.
  bool grow(NodeId n, uint32_t name, TypeId t);
  void makeGlobal(TypeId t);
  // Called with every instance that read a node that has changed.
  void (*on_change)(void* context, InstanceId reader) = nullptr;
  void* context = nullptr;
  uint64_t epoch() const { return epoch_; }

  // The text that keys an instance: the graph reachable from `t`, nodes numbered in order.
  void key(TypeId t, std::string& out, std::unordered_map<uint32_t, uint32_t>& numbers);
  // A copy of the graph with fresh nodes (nominal ones stay).
  TypeId copy(TypeId t, std::unordered_map<uint32_t, NodeId>& map);
  // Makes `d` at least `s`, where s is another graph: nodes of s map to nodes of d. Returns the new d.
  TypeId absorb(TypeId d, TypeId s, std::unordered_map<uint32_t, NodeId>& map);
  void absorbNode(NodeId d, NodeId s, std::unordered_map<uint32_t, NodeId>& map);
  size_t nodeCount() const { return nodes_.size(); }
  // Do tuples nest in each other that deep?
  bool tooDeep(TypeId t, int limit);
  // The type with its tuples behind Boxed(n), which grows by them.
  TypeId boxTuples(TypeId t, NodeId n);
  // The type with what its Boxed atoms stand for.
  TypeId unfold(TypeId t);

 private:
  struct Entry {
    std::vector<Atom> atoms;
    uint64_t epoch;
    TypeId forward;
    std::string key;
  };
  void notify(NodeId n);
  TypeId settle(std::vector<Atom> atoms);

  std::deque<Entry> entries_;
  std::unordered_map<std::string, TypeId> interned_;
  std::deque<Node> nodes_;
  uint64_t epoch_ = 0;
};

}  // namespace krait::infer
