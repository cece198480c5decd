// Type sets, nodes, joining, unifying, copying. The algorithms follow heap cloning as in Lattner's data
// structure analysis: a call copies the callee's graph into the caller instead of merging the two.
#include "infer/types.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/check.h"

namespace krait::infer {
namespace {

bool sameCtor(const Atom& a, const Atom& b) { return a.ctor == b.ctor && a.id == b.id; }
bool before(const Atom& a, const Atom& b) {
  return a.ctor != b.ctor ? a.ctor < b.ctor : a.id < b.id;
}

}  // namespace

Types::Types() {
  bottom = make({});
  auto simple = [&](Ctor c) { return one({c, 0, {}, {}}); };
  unknown = simple(Ctor::Unknown);
  unset = simple(Ctor::Unset);
  none = simple(Ctor::None);
  boolean = simple(Ctor::Bool);
  integer = simple(Ctor::Int);
  floating = simple(Ctor::Float);
  power_float = one({Ctor::Float, 1, {}, {}});
  str = simple(Ctor::Str);
  bytes = simple(Ctor::Bytes);
  ellipsis = simple(Ctor::Ellipsis);
  not_implemented = simple(Ctor::NotImplemented);
  i64 = simple(Ctor::I64);
}

TypeId Types::known(const Atom* atoms, size_t count, uint32_t& short_hash) {
  uint64_t hash = count;
  auto mix = [&](uint64_t x) { hash = hashBits(hash * 0x9e3779b97f4a7c15u + x); };
  for (size_t i = 0; i < count; ++i) {
    const Atom& a = atoms[i];
    mix(uint64_t(a.ctor) << 32 | a.id);
    mix(a.node.valid() ? find(a.node).index : a.node.index);
    for (TypeId t : a.items) mix(canonical(t).index);
  }
  auto same = [&](const std::vector<Atom>& there) {
    if (there.size() != count) return false;
    for (size_t i = 0; i < count; ++i) {
      const Atom &x = there[i], &y = atoms[i];
      if (!sameCtor(x, y) || x.node.valid() != y.node.valid() || x.items.size() != y.items.size()) return false;
      if (y.node.valid() && x.node != find(y.node)) return false;
      for (size_t k = 0; k < x.items.size(); ++k)
        if (x.items[k] != canonical(y.items[k])) return false;
    }
    return true;
  };
  if ((forward_.size() + 1) * 2 > table_.size()) growTable();
  short_hash = static_cast<uint32_t>(hash ^ hash >> 32);
  for (size_t at = short_hash & (table_.size() - 1); table_[at].valid(); at = (at + 1) & (table_.size() - 1)) {
    const Entry& e = entry(table_[at]);
    // Its nodes and items are canonical, so it is, too.
    if (e.hash == short_hash && same(e.atoms)) return table_[at];
  }
  return TypeId();
}

TypeId Types::make(std::vector<Atom> atoms) {
  if (atoms.size() > 1) std::sort(atoms.begin(), atoms.end(), before);
  uint32_t hash = 0;
  if (TypeId there = known(atoms.data(), atoms.size(), hash); there.valid()) return there;
  for (Atom& a : atoms) {
    if (a.node.valid()) a.node = find(a.node);
    for (TypeId& t : a.items) t = canonical(t);
  }
  size_t at = hash & (table_.size() - 1);
  while (table_[at].valid()) at = (at + 1) & (table_.size() - 1);
  TypeId id(forward_.size());
  table_[at] = id;
  if (forward_.size() % kChunk == 0) chunks_.push_back(std::make_unique<Entry[]>(kChunk));
  forward_.push_back(id);
  Entry& e = entry(id);
  e.hash = hash;
  e.closed = true;
  for (const Atom& a : atoms) {
    if (a.node.valid()) {
      e.closed &= nodes_[a.node.index].nominal;
      addUse(nodes_[a.node.index].uses, id);
    }
    for (TypeId t : a.items) {
      e.closed &= entry(t).closed;
      e.depth = std::max(e.depth, entry(t).depth + 1);
      // (A type without nodes stays canonical. The nodes of classes are merged in programs with errors only.)
      addUse(entry(t).uses, id);
    }
  }
  e.atoms = std::move(atoms);
  return id;
}

void Types::growTable() {
  table_.assign(std::max<size_t>(4096, table_.size() * 2), TypeId());
  for (size_t i = 0; i < forward_.size(); ++i) {
    size_t at = entry(TypeId(i)).hash & (table_.size() - 1);
    while (table_[at].valid()) at = (at + 1) & (table_.size() - 1);
    table_[at] = TypeId(i);
  }
}

TypeId Types::one(const Atom& a) {
  if (!a.items.empty()) {
    uint32_t hash = 0;
    TypeId there = known(&a, 1, hash);
    return there.valid() ? there : make({a});
  }
  NodeId node = a.node.valid() ? find(a.node) : a.node;
  uint32_t hash = (static_cast<uint32_t>(a.ctor) * 0x9e3779b1u + a.id) * 0x85ebca6bu + node.index * 0xc2b2ae35u;
  Recent& r = recent_[(hash ^ hash >> 15) % recent_.size()];
  if (!r.type.valid() || r.ctor != a.ctor || r.id != a.id || r.node != node.index)
    r = {a.ctor, a.id, node.index, make({a})};
  return r.type;  // made with a canonical node: it stands for itself
}

TypeId Types::canonicalAgain(TypeId t) {
  TypeId f = forward_[t.index];
  TypeId fresh = f.valid() ? canonical(f) : make(entry(t).atoms);
  return forward_[t.index] = fresh;
}

// The types of the list, and those that have them as items, are not canonical any more.
void Types::outdate(uint32_t uses) {
  std::vector<uint32_t> work{uses};
  while (!work.empty()) {
    uint32_t at = work.back();
    work.pop_back();
    for (; at != UINT32_MAX; at = uses_[at].next) {
      TypeId t = uses_[at].user;
      if (forward_[t.index] != t) continue;
      forward_[t.index] = TypeId();
      if (entry(t).uses != UINT32_MAX) work.push_back(entry(t).uses);
    }
  }
}

TypeId Types::tuple(const std::vector<TypeId>& items) {
  return one({Ctor::Tuple, static_cast<uint32_t>(items.size()), {}, items});
}

bool Types::has(TypeId t, Ctor c) {
  for (const Atom& a : atoms(t))
    if (a.ctor == c) return true;
  return false;
}
bool Types::isOnly(TypeId t, Ctor c) {
  auto& list = atoms(t);
  return list.size() == 1 && list[0].ctor == c;
}
const Atom* Types::find(TypeId t, Ctor c, uint32_t id) {
  for (const Atom& a : atoms(t))
    if (a.ctor == c && a.id == id) return &a;
  return nullptr;
}
TypeId Types::without(TypeId t, Ctor c) {
  return filter(t, [&](const Atom& a) { return a.ctor != c; });
}

TypeId Types::join(TypeId a, TypeId b) {
  a = canonical(a);
  b = canonical(b);
  if (a == b || b == bottom) return a;
  if (a == bottom) return b;
  if (a == unknown || b == unknown) return unknown;
  const size_t slot = hashBits(uint64_t(a.index) << 32 | b.index) % joined_.size();
  if (const Joined& j = joined_[slot]; j.a == a && j.b == b) return canonical(j.result);
  ++settling_;
  std::vector<Atom> result = atoms(a);
  for (const Atom& y : atoms(b)) {
    Atom* x = nullptr;
    for (Atom& r : result)
      if (sameCtor(r, y)) x = &r;
    if (!x) {
      result.push_back(y);
      continue;
    }
    if (x->node.valid() && y.node.valid()) unify(x->node, y.node);
    else if (y.node.valid()) x->node = y.node;
    for (size_t i = 0; i < x->items.size(); ++i) x->items[i] = join(x->items[i], y.items[i]);
  }
  TypeId made = settle(std::move(result));
  joined_[slot] = {a, b, made};
  finishBoxes();
  return canonical(made);
}

// The outermost operation on types puts the tuples that were boxed on the way into their nodes: one after the other, as
// one may be on the way into another that it contains.
void Types::finishBoxes() {
  if (settling_ > 1 || boxed_.empty()) {
    --settling_;
    return;
  }
  while (!boxed_.empty()) {
    auto [n, tuple] = boxed_.back();
    boxed_.pop_back();
    grow(n, kFieldT, tuple);
  }
  --settling_;
}

NodeId Types::newNode() {
  NodeId n(nodes_.size());
  nodes_.push_back({});
  nodes_[n.index].parent = n;
  return n;
}

NodeId Types::find(NodeId n) {
  while (nodes_[n.index].parent != n) {
    NodeId p = nodes_[n.index].parent;
    nodes_[n.index].parent = nodes_[p.index].parent;
    n = p;
  }
  return n;
}

void Types::tell(const Watchers& readers, const Watchers& copiers) {
  if (!on_change) return;
  for (InstanceId r : readers) on_change(context, r);
  if (!tell_copiers) return;
  for (InstanceId r : copiers) on_change(context, r);
}

// Those of both. The longer list takes in the shorter one.
void Watchers::add(Watchers&& other) {
  if (list_.size() < other.list_.size()) list_.swap(other.list_);
  const bool full = list_.size() + other.list_.size() > list_.capacity();
  list_.insert(list_.end(), other.list_.begin(), other.list_.end());
  if (!full) return;
  std::sort(list_.begin(), list_.end());
  list_.erase(std::unique(list_.begin(), list_.end()), list_.end());
  list_.reserve(2 * list_.size());  // the next time is as many additions away
}

void Types::unify(NodeId x, NodeId y) {
  x = find(x);
  y = find(y);
  if (x == y) return;
  if (nodes_[y.index].nominal || (nodes_[y.index].global && !nodes_[x.index].nominal) ||
      (y < x && !nodes_[x.index].nominal && !nodes_[x.index].global))
    std::swap(x, y);
  // y joins x
  nodes_[y.index].parent = x;
  outdate(std::exchange(nodes_[y.index].uses, UINT32_MAX));
  const bool becomes_global = nodes_[y.index].global && !nodes_[x.index].global;
  nodes_[x.index].global |= nodes_[y.index].global;
  bool x_changes = becomes_global;
  bool y_changes = nodes_[x.index].nominal || nodes_[y.index].global != nodes_[x.index].global;
  Watchers readers = std::move(nodes_[y.index].readers), copiers = std::move(nodes_[y.index].copiers);
  Fields fields = std::move(nodes_[y.index].fields);
  NodeId root = x;
  for (auto& [name, type] : fields) {
    root = find(x);  // what is joined may contain x itself, and merge it with others
    if (const TypeId* there = nodes_[root.index].fields.find(name)) {
      const TypeId had = *there;
      TypeId joined = join(had, type);
      for (TypeId now = field(x, name), old = had; now != canonical(old); old = now, now = field(x, name)) joined = join(now, joined);
      x_changes |= joined != canonical(had);
      y_changes |= joined != canonical(type);
      nodes_[find(x).index].fields.set(name, joined);
    } else {
      x_changes = true;
      nodes_[root.index].fields.set(name, type);
    }
  }
  root = find(x);
  Node& node = nodes_[root.index];
  y_changes |= node.fields.size() != fields.size();
  if (root != x) x_changes = y_changes = true;
  // Who watches one of the two is told if that one changes. Who watches both is told in any case, as they are one now:
  // such are among the watchers of the one that has fewer. So a node that takes in many others does not cost all its
  // watchers another look for each.
  const size_t here = node.readers.size() + node.copiers.size(), there = readers.size() + copiers.size();
  if (x_changes || here < there) tell(node.readers, node.copiers);
  if (y_changes || there <= here) tell(readers, copiers);
  node.readers.add(std::move(readers));
  node.copiers.add(std::move(copiers));
  if (becomes_global)
    for (auto& [name, type] : Fields(node.fields)) makeGlobal(type);
}

TypeId Types::field(NodeId n, uint32_t name) {
  const TypeId* type = nodes_[find(n).index].fields.find(name);
  return type ? canonical(*type) : bottom;
}

bool Types::grow(NodeId n, uint32_t name, TypeId t) {
  n = find(n);
  const TypeId before = field(n, name);
  TypeId old = before;
  TypeId joined = join(old, t);
  // A recursive type: the join itself may have put a tuple into this very field.
  for (TypeId now = field(n, name); now != canonical(old); now = field(n, name)) {
    old = now;
    joined = join(now, joined);
  }
  old = before;
  n = find(n);
  if (nodes_[n.index].global) makeGlobal(joined);
  joined = canonical(joined);
  n = find(n);
  bool fresh = !nodes_[n.index].fields.count(name);
  nodes_[n.index].fields.set(name, joined);
  if (joined == canonical(old) && !fresh) return false;
  if (joined == canonical(old) && joined == bottom) return false;
  tell(nodes_[n.index].readers, nodes_[n.index].copiers);
  return true;
}

void Types::makeGlobal(TypeId t) {
  if (closed(t)) return;
  std::vector<TypeId> work{t};
  while (!work.empty()) {
    TypeId x = work.back();
    work.pop_back();
    for (const Atom& a : atoms(x)) {
      for (TypeId i : a.items) work.push_back(i);
      if (!a.node.valid()) continue;
      Node& n = node(a.node);
      if (n.global) continue;
      n.global = true;
      for (auto& [name, type] : n.fields) work.push_back(type);
    }
  }
}

void Types::key(TypeId t, std::vector<uint32_t>& out, Numbers& numbers) {
  t = canonical(t);
  const Entry& e = entry(t);
  if (e.closed) {
    out.push_back(0x80000000u | t.index);
    return;
  }
  out.push_back(static_cast<uint32_t>(e.atoms.size()));
  for (const Atom& a : e.atoms) {
    out.push_back(static_cast<uint32_t>(a.ctor));
    out.push_back(a.id);
    for (TypeId x : a.items) key(x, out, numbers);
    if (!a.node.valid()) continue;
    NodeId n = find(a.node);
    if (nodes_[n.index].nominal) continue;
    auto [number, added] = numbers.insert(n.index, static_cast<uint32_t>(numbers.size()));
    out.push_back(*number);
    if (!added) continue;
    for (auto& [name, type] : nodes_[n.index].fields) {
      if (canonical(type) == bottom) continue;
      out.push_back(name);
      key(type, out, numbers);
    }
    out.push_back(UINT32_MAX);
  }
}

TypeId Types::copy(TypeId t, NodeMap& map) {
  if (closed(t)) return canonical(t);
  std::vector<Atom> list = atoms(t);
  for (Atom& a : list) {
    for (TypeId& x : a.items) x = copy(x, map);
    if (!a.node.valid()) continue;
    NodeId n = find(a.node);
    if (nodes_[n.index].nominal) continue;
    if (const NodeId* there = map.find(n.index)) {
      a.node = *there;
      continue;
    }
    NodeId fresh = newNode();
    map.insert(n.index, fresh);
    for (auto& [name, type] : nodes_[n.index].fields) {
      TypeId c = copy(type, map);
      nodes_[fresh.index].fields.set(name, c);
    }
    a.node = fresh;
  }
  return make(std::move(list));
}

void Types::absorbNode(NodeId d, NodeId s, NodeMap& map) {
  s = find(s);
  d = find(d);
  if (s == d || nodes_[s.index].nominal) {
    if (s != d) unify(d, s);
    return;
  }
  auto [to, added] = map.insert(s.index, d);
  if (!added) {
    if (find(*to) != d) unify(*to, d);
    return;
  }
  if (nodes_[s.index].global) {
    unify(d, s);
    return;
  }
  // A copy, usually in place: both nodes may grow and be merged meanwhile.
  std::array<Fields::Entry, 8> few;
  std::vector<Fields::Entry> many;
  const Fields& fields = nodes_[s.index].fields;
  const size_t count = fields.size();
  if (count > few.size()) many.assign(fields.begin(), fields.end());
  else std::copy(fields.begin(), fields.end(), few.begin());
  for (size_t k = 0; k < count; ++k) {
    auto [name, type] = count > few.size() ? many[k] : few[k];
    TypeId old = field(d, name);
    TypeId grown = absorb(old, type, map);
    if (canonical(grown) != canonical(old)) grow(d, name, grown);
  }
}

TypeId Types::absorb(TypeId d, TypeId s, NodeMap& map) {
  d = canonical(d);
  s = canonical(s);
  if (d == unknown || s == unknown) return unknown;
  // Of the same nodes there is nothing to map; of a type without nodes there is nothing to copy.
  if (d == s || s == bottom) return d;
  if (d == bottom && entry(s).closed) return s;
  ++settling_;
  // `result`: the atoms of d, a copy from the first change on.
  const std::vector<Atom>* result = &atoms(d);
  std::vector<Atom> changed;
  auto change = [&](size_t at) -> Atom& {
    if (result != &changed) changed = *result;
    result = &changed;
    return changed[at];
  };
  for (const Atom& y : atoms(s)) {
    size_t at = result->size();
    for (size_t i = 0; i < result->size(); ++i)
      if (sameCtor((*result)[i], y)) at = i;
    if (at == result->size()) {
      Atom fresh = y;
      for (TypeId& x : fresh.items) x = absorb(bottom, x, map);
      if (y.node.valid() && !nodes_[find(y.node).index].nominal) {
        NodeId n = find(y.node);
        if (const NodeId* there = map.find(n.index)) {
          fresh.node = *there;
        } else if (nodes_[n.index].global) {
          fresh.node = n;
        } else {
          fresh.node = newNode();
          absorbNode(fresh.node, n, map);
        }
      }
      if (result != &changed) changed = *result;
      result = &changed;
      changed.push_back(std::move(fresh));
      continue;
    }
    for (size_t i = 0; i < y.items.size(); ++i) {
      TypeId had = (*result)[at].items[i];
      TypeId grown = absorb(had, y.items[i], map);
      if (canonical(grown) != canonical(had)) change(at).items[i] = grown;
    }
    NodeId node = (*result)[at].node;
    if (y.node.valid() && node.valid()) absorbNode(node, y.node, map);
    else if (y.node.valid()) change(at).node = y.node;
  }
  TypeId made = result == &changed ? settle(std::move(changed)) : canonical(d);
  finishBoxes();
  return canonical(made);
}

bool Types::mentionsUnknown(TypeId t) {
  std::vector<TypeId> work{t};
  std::set<uint32_t> seen, types;
  while (!work.empty()) {
    TypeId x = canonical(work.back());
    work.pop_back();
    if (entry(x).depth && !types.insert(x.index).second) continue;
    for (const Atom& a : atoms(x)) {
      if (a.ctor == Ctor::Unknown) return true;
      for (TypeId i : a.items) work.push_back(i);
      if (!a.node.valid() || a.ctor == Ctor::Func || a.ctor == Ctor::Method || !seen.insert(find(a.node).index).second) continue;
      for (auto& [name, type] : node(a.node).fields) work.push_back(type);
    }
  }
  return false;
}

bool Types::isUnchecked(TypeId t) {
  const std::vector<Atom>& list = atoms(t);
  return list.size() > 1 && std::any_of(list.begin(), list.end(), [&](const Atom& a) {
           return a.ctor == Ctor::Obj && a.node.valid() && field(a.node, kFieldUnchecked) != bottom;
         });
}

bool Types::holdsUnchecked(TypeId t) {
  std::vector<TypeId> work{t};
  std::set<uint32_t> seen, types;
  while (!work.empty()) {
    TypeId x = canonical(work.back());
    work.pop_back();
    if (isUnchecked(x)) return true;
    if (entry(x).depth && !types.insert(x.index).second) continue;
    for (const Atom& a : atoms(x)) {
      for (TypeId i : a.items) work.push_back(i);
      if (!a.node.valid() || a.ctor == Ctor::Func || a.ctor == Ctor::Method || !seen.insert(find(a.node).index).second) continue;
      if (node(a.node).nominal) continue;  // what an object has in its fields is another matter
      for (auto& [name, type] : node(a.node).fields) work.push_back(type);
    }
  }
  return false;
}

TypeId Types::boxTuples(TypeId t, const std::function<NodeId(uint32_t)>& nodes) {
  if (!entry(canonical(t)).depth) return canonical(t);
  ++settling_;
  // Is there a tuple of this length in the type? One that has none inside itself is no level of a recursion.
  const std::function<bool(TypeId, uint32_t)> holds = [&](TypeId x, uint32_t id) {
    for (const Atom& a : atoms(x)) {
      if ((a.ctor == Ctor::Tuple || a.ctor == Ctor::Boxed) && a.id == id) return true;
      for (TypeId item : a.items)
        if (holds(item, id)) return true;
    }
    return false;
  };
  std::vector<Atom> list = atoms(t);
  for (Atom& a : list) {
    if (a.ctor != Ctor::Tuple || a.items.empty()) continue;
    bool recurs = false;
    for (TypeId item : a.items) recurs |= holds(item, a.id);
    for (TypeId& item : a.items) item = boxTuples(item, nodes);
    NodeId n = recurs ? nodes(a.id) : NodeId();
    if (!n.valid()) continue;
    boxed_.push_back({n, one(a)});
    a = {Ctor::Boxed, a.id, n, {}};
  }
  TypeId made = make(std::move(list));
  finishBoxes();
  return canonical(made);
}

TypeId Types::unfold(TypeId t) {
  if (!has(t, Ctor::Boxed)) return canonical(t);
  TypeId out = without(t, Ctor::Boxed);
  for (const Atom& a : atoms(t))
    if (a.ctor == Ctor::Boxed) out = join(out, field(a.node, kFieldT));
  return out;
}

// A type that holds Boxed holds the tuples of that length in it: one place for each. Of floats there is one kind.
TypeId Types::settle(std::vector<Atom> list) {
  int floats = 0;
  for (const Atom& a : list) floats += a.ctor == Ctor::Float;
  if (floats > 1) std::erase_if(list, [](const Atom& a) { return a.ctor == Ctor::Float && a.id == 1; });
  std::vector<std::pair<uint32_t, NodeId>> boxes;
  for (const Atom& a : list)
    if (a.ctor == Ctor::Boxed) boxes.push_back({a.id, a.node});
  if (boxes.empty()) return make(std::move(list));
  auto nodes = [&](uint32_t id) {
    for (auto& [family, node] : boxes)
      if (family == id) return node;
    return NodeId();
  };
  std::vector<Atom> kept;
  for (Atom& a : list) {
    NodeId n = a.ctor == Ctor::Tuple ? nodes(a.id) : NodeId();
    if (!n.valid()) {
      kept.push_back(std::move(a));
      continue;
    }
    for (TypeId& item : a.items) item = boxTuples(item, nodes);
    boxed_.push_back({n, one(a)});
  }
  return make(std::move(kept));
}

}  // namespace krait::infer
