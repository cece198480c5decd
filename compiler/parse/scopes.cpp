#include "parse/scopes.h"

namespace krait {
namespace {

constexpr uint16_t kBound = kDefLocal | kDefParam | kDefImport;

size_t hashName(Name n) { return n.index * 0x9e3779b1u >> 7; }

}  // namespace

const ScopeStack::Slot* ScopeStack::find(Name name) const {
  const size_t mask = slots_.size() - 1;
  for (size_t i = hashName(name) & mask;; i = (i + 1) & mask) {
    const Slot& s = slots_[i];
    if (s.name == name) return &s;
    if (!s.name.valid()) return nullptr;
  }
}

ScopeStack::Slot& ScopeStack::slot(Name name) {
  size_t mask = slots_.size() - 1;
  size_t i = hashName(name) & mask;
  while (slots_[i].name.valid()) {
    if (slots_[i].name == name) return slots_[i];
    i = (i + 1) & mask;
  }
  if (++used_ * 2 > slots_.size()) {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    mask = slots_.size() - 1;
    for (const Slot& s : old) {
      if (!s.name.valid()) continue;
      size_t k = hashName(s.name) & mask;
      while (slots_[k].name.valid()) k = (k + 1) & mask;
      slots_[k] = s;
    }
    i = hashName(name) & mask;
    while (slots_[i].name.valid()) i = (i + 1) & mask;
  }
  std::string_view text = names_.text(name);
  slots_[i].name = name;
  slots_[i].is_private =
      text.starts_with("__") && !text.ends_with("__") && text.find('.') == std::string_view::npos;
  return slots_[i];
}

void ScopeStack::enter(ScopeKind kind, Name class_name) {
  // A walrus stays forbidden in whatever is nested in a comprehension's iterable.
  const int iter_expressions = scopes_.empty() ? 0 : scopes_.back().iter_expressions;
  scopes_.emplace_back();
  scopes_.back().kind = kind;
  scopes_.back().iter_expressions = iter_expressions;
  scopes_.back().class_name = class_name;
}

Name ScopeStack::mangle(Name name) {
  const Name class_name = scopes_.back().class_name;
  if (!class_name.valid() || !slot(name).is_private) return name;
  std::string_view cls = names_.text(class_name);
  const size_t start = cls.find_first_not_of('_');
  if (start == std::string_view::npos) return name;
  std::string mangled = "_";
  mangled += cls.substr(start);
  mangled += names_.text(name);
  return names_.intern(mangled);
}

uint16_t ScopeStack::flags(Name mangled, size_t depth) const {
  const Slot* s = find(mangled);
  for (uint32_t i = s ? s->head : kNone; i != kNone; i = symbols_[i].outer) {
    if (symbols_[i].depth == depth) return symbols_[i].flags;
    if (symbols_[i].depth < depth) break;
  }
  return 0;
}

void ScopeStack::add(Name mangled, uint16_t flag, size_t depth) {
  Slot& s = slot(mangled);
  uint32_t* link = &s.head;
  while (*link != kNone && symbols_[*link].depth > depth) link = &symbols_[*link].outer;
  if (*link != kNone && symbols_[*link].depth == depth) {
    symbols_[*link].flags |= flag;
    return;
  }
  const auto index = static_cast<uint32_t>(symbols_.size());
  const Symbol symbol{mangled, static_cast<uint32_t>(depth), *link, flag};
  *link = index;
  symbols_.push_back(symbol);
  scopes_[depth].symbols.push_back(index);
}

void ScopeStack::exit(std::vector<Scope::Pending>& unbound) {
  Scope scope = std::move(scopes_.back());
  const size_t depth = scopes_.size() - 1;
  std::vector<Scope::Pending> open;
  for (const Scope::Pending& p : scope.nonlocals) {
    if (depth == 0) {
      unbound.push_back(p);
      continue;
    }
    const uint16_t f = flags(p.name, depth);
    if (f & kDefNonlocal) {
      open.push_back(p);  // its own declaration, or one further in: an outer scope decides
    } else if (scope.kind == ScopeKind::Class) {
      if (names_.text(p.name) != "__class__") open.push_back(p);
    } else if (f & kDefGlobal) {
      unbound.push_back(p);
    } else if (f & kDefTypeParam) {
      unbound.push_back({p.name, p.range, true});
    } else if (!(f & kBound) || !scope.isFunction()) {
      open.push_back(p);
    }
  }
  for (uint32_t i : scope.symbols) slot(symbols_[i].name).head = symbols_[i].outer;
  scopes_.pop_back();
  if (depth > 0) {
    auto& outer = scopes_.back().nonlocals;
    outer.insert(outer.end(), open.begin(), open.end());
  }
}

}  // namespace krait
