// Type sets, nodes, joining, unifying, copying. The algorithms follow heap cloning as in Lattner's data
// structure analysis: a call copies the callee's graph into the caller instead of merging the two.
#include "infer/types.h"

#include <algorithm>
#include <set>

#include "base/check.h"

namespace krait::infer {
namespace {

bool sameCtor(const Atom& a, const Atom& b) { return a.ctor == b.ctor && a.id == b.id; }
bool before(const Atom& a, const Atom& b) {
  return a.ctor != b.ctor ? a.ctor < b.ctor : a.id < b.id;
}

void put(std::string& s, uint32_t v) { s.append(reinterpret_cast<const char*>(&v), 4); }

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

TypeId Types::make(std::vector<Atom> atoms) {
  std::sort(atoms.begin(), atoms.end(), before);
  std::string key;
  for (Atom& a : atoms) {
    if (a.node.valid()) a.node = find(a.node);
    key += static_cast<char>(a.ctor);
    put(key, a.id);
    put(key, a.node.index);
    for (TypeId& t : a.items) {
      t = canonical(t);
      put(key, t.index);
    }
  }
  auto it = interned_.find(key);
  if (it != interned_.end()) {
    entries_[it->second.index].epoch = epoch_;
    entries_[it->second.index].forward = it->second;
    return it->second;
  }
  TypeId id(entries_.size());
  entries_.push_back({std::move(atoms), epoch_, TypeId(), key});
  entries_[id.index].forward = id;
  interned_.emplace(std::move(key), id);
  return id;
}

TypeId Types::canonical(TypeId t) {
  Entry& e = entries_[t.index];
  if (e.epoch == epoch_) return e.forward;
  bool stale = false;
  for (const Atom& a : e.atoms) {
    if (a.node.valid() && find(a.node) != a.node) stale = true;
    for (TypeId i : a.items)
      if (canonical(i) != i) stale = true;
  }
  if (!stale) {
    entries_[t.index].epoch = epoch_;
    entries_[t.index].forward = t;
    return t;
  }
  TypeId fresh = make(entries_[t.index].atoms);
  entries_[t.index].epoch = epoch_;
  entries_[t.index].forward = fresh;
  return fresh;
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
  std::vector<Atom> result = atoms(a);
  std::vector<Atom> other = atoms(b);
  for (const Atom& y : other) {
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
  return settle(std::move(result));
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

void Types::notify(NodeId n) {
  if (!on_change) return;
  std::vector<InstanceId> readers = nodes_[find(n).index].readers;
  for (InstanceId r : readers) on_change(context, r);
}

void Types::unify(NodeId a, NodeId b) {
  std::vector<std::pair<NodeId, NodeId>> work{{a, b}};
  while (!work.empty()) {
    auto [x, y] = work.back();
    work.pop_back();
    x = find(x);
    y = find(y);
    if (x == y) continue;
    if (nodes_[y.index].nominal || (nodes_[y.index].global && !nodes_[x.index].nominal) ||
        (y < x && !nodes_[x.index].nominal && !nodes_[x.index].global))
      std::swap(x, y);
    // y joins x
    nodes_[y.index].parent = x;
    ++epoch_;
    bool becomes_global = nodes_[y.index].global && !nodes_[x.index].global;
    nodes_[x.index].global |= nodes_[y.index].global;
    std::vector<InstanceId> readers = std::move(nodes_[y.index].readers);
    std::map<uint32_t, TypeId> fields = std::move(nodes_[y.index].fields);
    for (auto& [name, type] : fields) {
      auto it = nodes_[x.index].fields.find(name);
      if (it == nodes_[x.index].fields.end()) {
        nodes_[x.index].fields[name] = type;
      } else {
        TypeId joined = join(it->second, type);
        nodes_[find(x).index].fields[name] = joined;
      }
    }
    x = find(x);
    auto& all = nodes_[x.index].readers;
    for (InstanceId r : readers)
      if (std::find(all.begin(), all.end(), r) == all.end()) all.push_back(r);
    if (becomes_global)
      for (auto& [name, type] : std::map(nodes_[x.index].fields)) makeGlobal(type);
    notify(x);
  }
}

TypeId Types::field(NodeId n, uint32_t name) {
  Node& node = nodes_[find(n).index];
  auto it = node.fields.find(name);
  return it == node.fields.end() ? bottom : canonical(it->second);
}

bool Types::grow(NodeId n, uint32_t name, TypeId t) {
  n = find(n);
  TypeId old = field(n, name);
  TypeId joined = join(old, t);
  n = find(n);
  if (nodes_[n.index].global) makeGlobal(joined);
  joined = canonical(joined);
  n = find(n);
  bool fresh = !nodes_[n.index].fields.count(name);
  nodes_[n.index].fields[name] = joined;
  if (joined == canonical(old) && !fresh) return false;
  if (joined == canonical(old) && joined == bottom) return false;
  notify(n);
  return true;
}

void Types::makeGlobal(TypeId t) {
  std::vector<TypeId> work{t};
  while (!work.empty()) {
    TypeId x = work.back();
    work.pop_back();
    std::vector<Atom> list = atoms(x);
    for (const Atom& a : list) {
      for (TypeId i : a.items) work.push_back(i);
      if (!a.node.valid()) continue;
      Node& n = node(a.node);
      if (n.global) continue;
      n.global = true;
      for (auto& [name, type] : n.fields) work.push_back(type);
    }
  }
}

void Types::key(TypeId t, std::string& out, std::unordered_map<uint32_t, uint32_t>& numbers) {
  auto& list = atoms(t);
  out += static_cast<char>(list.size() + 1);
  for (size_t i = 0; i < list.size(); ++i) {
    const Atom a = atoms(t)[i];
    out += static_cast<char>(static_cast<int>(a.ctor) + 1);
    put(out, a.id);
    for (TypeId x : a.items) key(x, out, numbers);
    if (!a.node.valid()) continue;
    NodeId n = find(a.node);
    if (nodes_[n.index].nominal) continue;
    auto [it, added] = numbers.try_emplace(n.index, static_cast<uint32_t>(numbers.size()));
    put(out, it->second);
    if (!added) continue;
    std::vector<std::pair<uint32_t, TypeId>> fields(nodes_[n.index].fields.begin(), nodes_[n.index].fields.end());
    for (auto& [name, type] : fields) {
      if (canonical(type) == bottom) continue;
      put(out, name);
      key(type, out, numbers);
    }
    out += '\0';
  }
}

TypeId Types::copy(TypeId t, std::unordered_map<uint32_t, NodeId>& map) {
  std::vector<Atom> list = atoms(t);
  for (Atom& a : list) {
    for (TypeId& x : a.items) x = copy(x, map);
    if (!a.node.valid()) continue;
    NodeId n = find(a.node);
    if (nodes_[n.index].nominal) continue;
    auto it = map.find(n.index);
    if (it != map.end()) {
      a.node = it->second;
      continue;
    }
    NodeId fresh = newNode();
    map[n.index] = fresh;
    std::vector<std::pair<uint32_t, TypeId>> fields(nodes_[n.index].fields.begin(), nodes_[n.index].fields.end());
    for (auto& [name, type] : fields) {
      TypeId c = copy(type, map);
      nodes_[fresh.index].fields[name] = c;
    }
    a.node = fresh;
  }
  return make(std::move(list));
}

void Types::absorbNode(NodeId d, NodeId s, std::unordered_map<uint32_t, NodeId>& map) {
  s = find(s);
  d = find(d);
  if (s == d || nodes_[s.index].nominal) {
    if (s != d) unify(d, s);
    return;
  }
  auto [it, added] = map.try_emplace(s.index, d);
  if (!added) {
    if (find(it->second) != d) unify(it->second, d);
    return;
  }
  if (nodes_[s.index].global) {
    unify(d, s);
    return;
  }
  std::vector<std::pair<uint32_t, TypeId>> fields(nodes_[s.index].fields.begin(), nodes_[s.index].fields.end());
  for (auto& [name, type] : fields) {
    TypeId old = field(d, name);
    TypeId grown = absorb(old, type, map);
    if (canonical(grown) != canonical(old)) grow(d, name, grown);
  }
}

TypeId Types::absorb(TypeId d, TypeId s, std::unordered_map<uint32_t, NodeId>& map) {
  if (isUnknown(d) || isUnknown(s)) return unknown;
  std::vector<Atom> from = atoms(s);
  std::vector<Atom> result = atoms(d);
  bool changed = false;
  for (Atom& y : from) {
    size_t at = result.size();
    for (size_t i = 0; i < result.size(); ++i)
      if (sameCtor(result[i], y)) at = i;
    if (at == result.size()) {
      Atom fresh = y;
      for (TypeId& x : fresh.items) x = absorb(bottom, x, map);
      if (y.node.valid() && !nodes_[find(y.node).index].nominal) {
        NodeId n = find(y.node);
        auto it = map.find(n.index);
        if (it != map.end()) {
          fresh.node = it->second;
        } else if (nodes_[n.index].global) {
          fresh.node = n;
        } else {
          fresh.node = newNode();
          absorbNode(fresh.node, n, map);
        }
      }
      result.push_back(std::move(fresh));
      changed = true;
      continue;
    }
    for (size_t i = 0; i < y.items.size(); ++i) {
      TypeId grown = absorb(result[at].items[i], y.items[i], map);
      if (canonical(grown) != canonical(result[at].items[i])) changed = true;
      result[at].items[i] = grown;
    }
    if (y.node.valid() && result[at].node.valid()) absorbNode(result[at].node, y.node, map);
    else if (y.node.valid()) result[at].node = y.node, changed = true;
  }
  return changed ? settle(std::move(result)) : canonical(d);
}

bool Types::mentionsUnknown(TypeId t) {
  std::vector<TypeId> work{t};
  std::set<uint32_t> seen;
  while (!work.empty()) {
    TypeId x = work.back();
    work.pop_back();
    for (const Atom& a : std::vector<Atom>(atoms(x))) {
      if (a.ctor == Ctor::Unknown) return true;
      for (TypeId i : a.items) work.push_back(i);
      if (!a.node.valid() || a.ctor == Ctor::Func || a.ctor == Ctor::Method || !seen.insert(find(a.node).index).second) continue;
      for (auto& [name, type] : node(a.node).fields) work.push_back(type);
    }
  }
  return false;
}

bool Types::tooDeep(TypeId t, int limit) {
  if (limit == 0) return true;
  std::vector<Atom> list = atoms(t);
  for (const Atom& a : list)
    for (TypeId i : a.items)
      if (tooDeep(i, limit - 1)) return true;
  return false;
}

TypeId Types::boxTuples(TypeId t, NodeId n) {
  std::vector<Atom> list = atoms(t), kept;
  bool any = false;
  for (Atom& a : list) {
    if (a.ctor != Ctor::Tuple || a.items.empty()) {
      kept.push_back(std::move(a));
      continue;
    }
    any = true;
    for (TypeId& item : a.items) item = boxTuples(item, n);
    grow(n, kFieldT, one(a));
  }
  if (!any) return canonical(t);
  kept.push_back({Ctor::Boxed, 0, n, {}});
  return join(make(std::move(kept)), bottom);
}

TypeId Types::unfold(TypeId t) {
  if (!has(t, Ctor::Boxed)) return canonical(t);
  TypeId out = without(t, Ctor::Boxed);
  std::vector<Atom> list = atoms(t);
  for (const Atom& a : list)
    if (a.ctor == Ctor::Boxed) out = join(out, field(a.node, kFieldT));
  return out;
}

// A type that holds Boxed holds its tuples in it: one place for each. Of floats there is one kind.
TypeId Types::settle(std::vector<Atom> list) {
  int floats = 0;
  for (const Atom& a : list) floats += a.ctor == Ctor::Float;
  if (floats > 1) std::erase_if(list, [](const Atom& a) { return a.ctor == Ctor::Float && a.id == 1; });
  const Atom* box = nullptr;
  bool tuples = false;
  for (const Atom& a : list) {
    if (a.ctor == Ctor::Boxed) box = &a;
    tuples |= a.ctor == Ctor::Tuple && !a.items.empty();
  }
  if (!box || !tuples) return make(std::move(list));
  NodeId n = box->node;
  std::vector<Atom> kept;
  for (Atom& a : list) {
    if (a.ctor != Ctor::Tuple || a.items.empty()) {
      kept.push_back(std::move(a));
      continue;
    }
    for (TypeId& item : a.items) item = boxTuples(item, n);
    grow(n, kFieldT, one(a));
  }
  return make(std::move(kept));
}

}  // namespace krait::infer
