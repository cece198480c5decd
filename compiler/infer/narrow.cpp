// Narrowing: what tests and assignments say about variables and attributes.
//
// A variable's slot simply has another type on each side of a branch. What is known of a *path* (hir::Path), an
// attribute, module variable or captured variable, is a fact beside the slots, and holds until something may store to
// any part of the path: a store here, or in whatever a call reaches (Instance::stores). Stores are told apart by name
// alone, so aliases need no analysis.
#include <algorithm>

#include "infer/engine.h"

namespace krait::infer {

using hir::Instr;
using hir::Op;
using hir::Reg;

// --- facts ---

// Facts that hold whichever way a block is reached; whether there are fewer now.
bool Engine::joinFacts(Facts& into, const Facts& from) {
  bool changed = false;
  size_t kept = 0, k = 0;
  for (size_t j = 0; j < into.size(); ++j) {
    while (k < from.size() && from[k].first < into[j].first) ++k;
    if (k == from.size() || from[k].first != into[j].first) {
      changed = true;
      continue;
    }
    TypeId joined = t_.join(into[j].second, from[k].second);
    changed |= joined != t_.canonical(into[j].second);
    into[kept++] = {into[j].first, joined};
  }
  into.resize(kept);
  return changed;
}

void Engine::set(Facts& facts, uint32_t path, TypeId type) {
  auto it = std::lower_bound(facts.begin(), facts.end(), path, [](const auto& f, uint32_t p) { return f.first < p; });
  if (it != facts.end() && it->first == path) it->second = type;
  else facts.insert(it, {path, type});
}

// What goes through this is not known any more.
void Engine::forget(hir::StoreKey key) {
  const auto& keys = cur_->code->path_keys;
  for (auto it = std::lower_bound(keys.begin(), keys.end(), std::make_pair(key, 0u)); it != keys.end() && it->first == key; ++it) {
    const uint32_t path = it->second;
    cur_->stored_at[path] = uint64_t(cur_->round) << 32 | cur_->position;
    std::erase_if(cur_->facts, [&](const auto& f) { return f.first == path; });
  }
}

// This operation may store to it.
void Engine::stored(hir::StoreKey key, bool on_self) {
  if (quiet_) return;
  forget(key);
  if (!recording_) (on_self ? cur_->inst->stores_on_self : cur_->inst->stores).insert(key);
}

// This operation calls the instance. An __init__ of an object that has just been made cannot store to another one
// through `self`.
void Engine::storesOf(InstanceId id, bool makes_object, bool on_self) {
  if (quiet_) return;
  const Instance& callee = p_.instance(id);
  auto add = [&](const FlatSet<uint32_t>& keys, bool self) {
    if (keys.empty()) return;
    if (!cur_->code->path_keys.empty()) {
      uint32_t last = UINT32_MAX;
      for (size_t k = 0; k < cur_->code->path_keys.size(); ++k) {
        const hir::StoreKey key = cur_->code->path_keys[k].first;
        if (key != last && keys.contains(key)) forget(key);
        last = key;
      }
    }
    if (recording_ || &callee == cur_->inst) return;
    FlatSet<uint32_t>& own = self ? cur_->inst->stores_on_self : cur_->inst->stores;
    own.insert(keys);
  };
  add(callee.stores, false);
  if (!makes_object) add(callee.stores_on_self, on_self);
}

// The instance may run at any operation: nothing is ever known of what it stores to.
void Engine::runsAtDeath(InstanceId i) {
  if (at_death_.insert(i.index)) addDeathStores(p_.instance(i));
}

void Engine::addDeathStores(const Instance& i) {
  std::vector<hir::StoreKey> added;
  for (const FlatSet<uint32_t>* keys : {&i.stores, &i.stores_on_self})
    keys->each([&](uint32_t key) {
      if (!death_stores_.contains(key)) added.push_back(key);
    });
  for (hir::StoreKey key : added) death_stores_.insert(key);
  if (added.empty()) return;
  for (Instance& user : p_.instances)
    for (auto& [key, path] : hir_.codes[user.code].path_keys)
      if (std::find(added.begin(), added.end(), key) != added.end()) {
        markDirty(user.id);
        break;
      }
}

// Is this the first parameter, never assigned to?
bool Engine::isSelf(Reg r) {
  const Instr* d = cur_->code->keeps_self ? definition(r) : nullptr;
  return d && d->op == Op::LoadSlot && d->slot.index == 0;
}

// In an __init__: is this operation a call of another __init__ for the same object?
bool Engine::initialisesSelf() {
  const Instr& i = instr();
  if (i.op != Op::Call || cur_->code->name != "__init__" || !cur_->code->is_method) return false;
  const Instr* method = definition(i.operands[0]);
  if (!method || method->op != Op::GetAttr || names_.text(method->name) != "__init__") return false;
  TypeId owner = reg(method->operands[0]);
  if (t_.isOnly(owner, Ctor::Class)) return !i.args.empty() && i.args[0].kind == hir::ArgKind::Positional && isSelf(i.args[0].value);
  const Instr* super = definition(method->operands[0]);
  return cur_->code->keeps_self && t_.isOnly(owner, Ctor::Super) && super && super->op == Op::Call && super->args.empty();
}

// Is the attribute what was stored last, for every type that the object may have?
bool Engine::plainAttribute(TypeId object, Name name) {
  for (const Atom& a : t_.atoms(object)) {
    ClassId c = p_.classOf(a);
    if (a.ctor == Ctor::Tuple && c.valid()) {
      const auto& fields = p_.classes[c].tuple_fields;
      if (std::find(fields.begin(), fields.end(), name) == fields.end()) return false;
      continue;
    }
    if (a.ctor != Ctor::Obj || open(a) || hir_.codes[p_.classes[c].body].library) return false;
    Atom hook;
    for (const char* special : {"__getattribute__", "__getattr__"})
      if (methodOf(a, special, &hook) && !hir_.codes[hir::CodeId(hook.id)].core) return false;
    // A property or another descriptor.
    for (const Atom& x : t_.atoms(classAttr(c, name, nullptr))) {
      if (x.ctor != Ctor::Obj) continue;
      const std::string& kind = p_.classes[ClassId(x.id)].name;
      bool descriptor = p_.classes[ClassId(x.id)].core && (kind == "property" || kind == "staticmethod" || kind == "classmethod");
      if (descriptor || methodOf(x, "__get__", &hook) || methodOf(x, "__set__", &hook)) return false;
    }
  }
  return true;
}

// The type of what a load gives, as far as a fact says more than `type`.
TypeId Engine::known(const Instr& load, TypeId type) {
  if (!load.path || t_.isUnknown(type)) return type;
  const uint32_t path = load.path - 1;
  auto it = std::lower_bound(cur_->facts.begin(), cur_->facts.end(), path, [](const auto& f, uint32_t p) { return f.first < p; });
  if (it == cur_->facts.end() || it->first != path) return type;
  if (!death_stores_.empty())
    for (auto& [key, through] : cur_->code->path_keys)
      if (through == path && death_stores_.contains(key)) return type;
  const TypeId fact = t_.canonical(it->second);
  if (t_.isUnknown(fact) || (load.op == Op::GetAttr && !plainAttribute(reg(load.operands[0]), load.name))) return type;
  return t_.filter(type, [&](const Atom& a) { return a.ctor == Ctor::Float ? t_.has(fact, Ctor::Float) : t_.find(fact, a.ctor, a.id) != nullptr; });
}

// After a store: the next load gives this.
void Engine::learn(const Instr& store, TypeId value) {
  if (!store.path || cur_->dead || value == t_.bottom || t_.isUnknown(value)) return;
  if (store.op == Op::SetAttr) {
    Atom hook;
    for (const Atom& a : t_.atoms(reg(store.operands[0])))
      if (a.ctor != Ctor::Obj || (methodOf(a, "__setattr__", &hook) && !hir_.codes[hir::CodeId(hook.id)].core)) return;
    if (!plainAttribute(reg(store.operands[0]), store.name)) return;
  }
  set(cur_->facts, store.path - 1, value);
}

// The load of a path that gave this register, if the path has not been stored to since.
const Instr* Engine::heldPath(Reg r) {
  uint32_t at = 0;
  const Instr* load = definition(r, &at);
  if (!load || !load->path || (load->op != Op::GetAttr && load->op != Op::LoadGlobal && load->op != Op::LoadCell)) return nullptr;
  const uint64_t stored = cur_->stored_at[load->path - 1];
  if (stored >> 32 == cur_->round && static_cast<uint32_t>(stored) >= at) return nullptr;
  if (load->op == Op::GetAttr && !plainAttribute(reg(load->operands[0]), load->name)) return nullptr;
  return load;
}

// --- tests ---

void Engine::branch(const Instr& i) {
  uint32_t at = 0;
  int decided = -1;
  const Instr* d = definition(i.operands[0], &at);
  if (d) {
    // Types may decide the branch. While solving, decisions are made afresh from the current types.
    if (recording_) {
      if (const Record* known = cur_->inst->record(cur_->block, at)) decided = known->decided;
      rec().decided = static_cast<int8_t>(decided);
    }
  }
  for (int side = 0; side < 2; ++side) {
    refined_ = cur_->slots;
    refined_facts_ = cur_->facts;
    if (!refine(i.operands[0], side == 0, refined_)) continue;
    if (recording_ && decided >= 0 && decided != (side == 0)) continue;
    flowTo(i.targets[side], refined_, refined_facts_);
  }
}

// The value whose class `r` is: of `x.__class__` or `type(x)`. Invalid: it is something else.
Reg Engine::classSubject(Reg r) {
  const Instr* d = definition(r);
  if (!d) return Reg();
  if (d->op == Op::GetAttr && names_.text(d->name) == "__class__") return d->operands[0];
  if (d->op == Op::Call && d->args.size() == 1 && d->args[0].kind == hir::ArgKind::Positional) {
    TypeId callee = reg(d->operands[0]);
    if (t_.isOnly(callee, Ctor::Class) && ClassId(t_.atoms(callee)[0].id) == p_.coreClass("type")) return d->args[0].value;
  }
  return Reg();
}

// The x of `len(x)`. Invalid: it is something else.
Reg Engine::lengthSubject(Reg r) {
  const Instr* d = definition(r);
  if (!d || d->op != Op::Call || d->args.size() != 1 || d->args[0].kind != hir::ArgKind::Positional) return Reg();
  TypeId callee = reg(d->operands[0]);
  if (!t_.isOnly(callee, Ctor::Func)) return Reg();
  const hir::Code& code = hir_.codes[hir::CodeId(t_.atoms(callee)[0].id)];
  return code.core && code.name == "len" ? d->args[0].value : Reg();
}

// Is this a tuple, or a named tuple whose class does not define that method itself?
bool Engine::plainTuple(const Atom& a, const char* method) {
  if (a.ctor != Ctor::Tuple) return false;
  Atom f;
  ClassId owner;
  return !namedTupleClass(a).valid() || !methodOf(a, method, &f, &owner) || p_.classes[owner].core;
}

// Narrows the slots that the condition tests. False: this side cannot be taken.
bool Engine::refine(Reg condition, bool truth_side, std::vector<TypeId>& slots) {
  const Instr* d = definition(condition);
  if (!d) return true;
  auto slotOf = [&](Reg r) -> int {
    uint32_t at = 0;
    const Instr* l = definition(r, &at);
    if (!l || (l->op != Op::LoadSlot && l->op != Op::LoadClassName)) return -1;
    if (l->op == Op::LoadClassName && t_.has(cur_->slots[l->slot.index], Ctor::Unset)) return -1;
    // Unchanged since?
    const auto& instrs = cur_->code->blocks[cur_->block].instrs;
    for (size_t k = at + 1; k < instrs.size(); ++k)
      if ((instrs[k].op == Op::StoreSlot || instrs[k].op == Op::DelSlot) && instrs[k].slot == l->slot) return -1;
    return static_cast<int>(l->slot.index);
  };
  auto narrow = [&](Reg r, auto keep) {
    TypeId type = reg(r);
    TypeId kept = t_.filter(type, keep);
    if (kept == t_.bottom) return false;
    int s = slotOf(r);
    if (s >= 0) slots[static_cast<size_t>(s)] = kept;
    else if (const Instr* load = heldPath(r)) set(refined_facts_, load->path - 1, kept);
    return true;
  };
  switch (d->op) {
    case Op::Not: return refine(d->operands[0], !truth_side, slots);
    case Op::Truth: {
      // The test behind the value, also through a variable that was set in this block.
      Reg tested = d->operands[0];
      uint32_t at = 0;
      const Instr* inner = definition(tested, &at);
      if (inner && inner->op == Op::LoadSlot) {
        const auto& instrs = cur_->code->blocks[cur_->block].instrs;
        for (size_t k = at; k-- > 0;) {
          if (instrs[k].slot != inner->slot || (instrs[k].op != Op::StoreSlot && instrs[k].op != Op::DelSlot)) continue;
          if (instrs[k].op == Op::StoreSlot) {
            tested = instrs[k].operands[0];
            inner = definition(tested);
          }
          break;
        }
      }
      if (inner && (inner->op == Op::Is || inner->op == Op::Call || inner->op == Op::Not || inner->op == Op::Compare ||
                    inner->op == Op::MatchException || inner->op == Op::Intrinsic || inner->op == Op::HasAttr)) {
        if (!refine(tested, truth_side, slots)) return false;
      }
      auto may = [&](const Atom& a) {
        int known = -1;
        if (a.ctor == Ctor::None) known = 0;
        if (a.ctor == Ctor::Func || a.ctor == Ctor::Class || a.ctor == Ctor::Module || a.ctor == Ctor::Method ||
            a.ctor == Ctor::Generator)
          known = 1;
        if (a.ctor == Ctor::Tuple) known = !a.items.empty();
        Atom f;
        if (a.ctor == Ctor::Obj && !open(a) && !methodOf(a, "__bool__", &f) && !methodOf(a, "__len__", &f) &&
            !blocksMethod(a, "__bool__"))
          known = 1;
        return known < 0 || known == truth_side;
      };
      // `x and x.y` tests a copy of x.
      if (tested != d->operands[0] && !narrow(tested, may)) return false;
      return narrow(d->operands[0], may);
    }
    case Op::Compare:
    case Op::Is: {
      bool positive = truth_side != (d->sub != 0);
      // `len(x) == 2`, `2 < len(x)`: tuples know their length.
      for (int k = 0; d->op == Op::Compare && k < 2; ++k) {
        Reg subject = lengthSubject(d->operands[k]);
        double n = 0;
        if (!subject.valid() || !constantOf(d->operands[1 - k], &n)) continue;
        return narrow(subject, [&](const Atom& a) {
          if (!plainTuple(a, "__len__")) return true;
          const double length = static_cast<double>(a.items.size()), x = k ? n : length, y = k ? length : n;
          switch (static_cast<ast::CompareOperator>(d->sub)) {
            case ast::CompareOperator::Eq: return (x == y) == truth_side;
            case ast::CompareOperator::NotEq: return (x != y) == truth_side;
            case ast::CompareOperator::Lt: return (x < y) == truth_side;
            case ast::CompareOperator::LtE: return (x <= y) == truth_side;
            case ast::CompareOperator::Gt: return (x > y) == truth_side;
            case ast::CompareOperator::GtE: return (x >= y) == truth_side;
            default: return true;
          }
        });
      }
      if (d->op == Op::Compare && d->sub > 1) return true;
      // `type(x) is C`, `x.__class__ == C`
      for (int k = 0; k < 2; ++k) {
        Reg subject = classSubject(d->operands[k]);
        TypeId other = reg(d->operands[1 - k]);
        if (!subject.valid() || !t_.isOnly(other, Ctor::Class)) continue;
        ClassId cls(t_.atoms(other)[0].id);
        if (!narrow(subject, [&](const Atom& a) { return a.ctor == Ctor::Unknown || (p_.shownClass(a) == cls) == positive; }))
          return false;
      }
      // `isinstance(x, C) == False`
      for (int k = 0; k < 2; ++k) {
        const Instr* constant = definition(d->operands[1 - k]);
        const Instr* test = definition(d->operands[k]);
        if (!constant || !test || constant->op != Op::Const || !t_.isOnly(reg(d->operands[k]), Ctor::Bool)) continue;
        auto kind = static_cast<ast::ConstantKind>(constant->sub);
        if (kind != ast::ConstantKind::True && kind != ast::ConstantKind::False) continue;
        return refine(d->operands[k], (kind == ast::ConstantKind::True) == positive, slots);
      }
      if (d->op == Op::Compare) {
        // `x == None`: identity, but for classes with an equality of their own.
        for (int k = 0; k < 2; ++k) {
          if (!t_.isOnly(reg(d->operands[1 - k]), Ctor::None)) continue;
          return narrow(d->operands[k], [&](const Atom& a) {
            Atom f;
            ClassId owner;
            if (a.ctor == Ctor::Unknown || (a.ctor == Ctor::Obj && methodOf(a, "__eq__", &f, &owner) && !p_.classes[owner].core))
              return true;
            return (a.ctor == Ctor::None) == positive;
          });
        }
        // `x == ()`, `x == (a, b)`: tuples of another length are not equal, and those of length 0 always are.
        for (int k = 0; k < 2; ++k) {
          const std::vector<Atom>& other = t_.atoms(reg(d->operands[1 - k]));
          if (other.size() != 1 || !plainTuple(other[0], "__eq__")) continue;
          const size_t length = other[0].items.size();
          return narrow(d->operands[k], [&](const Atom& a) {
            if (!plainTuple(a, "__eq__")) return true;
            return a.items.size() != length ? !positive : positive || length;
          });
        }
        return true;
      }
      for (int k = 0; k < 2; ++k) {
        TypeId other = reg(d->operands[1 - k]);
        for (Ctor single : {Ctor::None, Ctor::NotImplemented, Ctor::Ellipsis})
          if (t_.isOnly(other, single))
            return narrow(d->operands[k], [&](const Atom& a) {
              return a.ctor == Ctor::Unknown || (a.ctor == single) == positive;
            });
      }
      return true;
    }
    case Op::MatchException: {
      TypeId classes = reg(d->operands[1]);
      return narrow(d->operands[0], [&](const Atom& a) {
        int m = matchClass(a, classes);
        return m < 0 || m == truth_side;
      });
    }
    case Op::HasAttr:
      return narrow(d->operands[0], [&](const Atom& a) {
        int known = hasAttrOf(a, d->name, nullptr);
        return known < 0 || known == truth_side;
      });
    case Op::Intrinsic: {
      if (names_.text(d->name) == "match_sequence") {
        return narrow(d->operands[0], [&](const Atom& a) {
          int known = matchSequence(a, *d);
          return known < 0 || known == truth_side;
        });
      }
      if (names_.text(d->name) == "is_machine")
        return narrow(d->operands[0], [&](const Atom& a) { return (a.ctor == Ctor::I64) == truth_side; });
      if (names_.text(d->name) == "is_bound")
        return narrow(d->operands[0], [&](const Atom& a) { return (a.ctor == Ctor::Method) == truth_side; });
      if (names_.text(d->name) == "copy_is_program" || names_.text(d->name) == "copy_defines" ||
          names_.text(d->name) == "weak_able")
        return narrow(d->operands[0], [&](const Atom& a) { return copyTest(*d, a) == truth_side; });
      if (names_.text(d->name) == "writes_text") return writesText(*d) == truth_side;
      if (names_.text(d->name) == "has_metaclass")
        return narrow(d->operands[0], [&](const Atom& a) { return hasMetaclass(a) == truth_side; });
      const bool blocks = names_.text(d->name) == "blocks_method";
      if (!blocks && names_.text(d->name) != "has_method") return true;
      const Instr* method = definition(d->operands[1]);
      return narrow(d->operands[0], [&](const Atom& a) {
        return open(a) || (method && (blocks ? blocksMethod(a, method->text) : definesMethod(a, method->text))) == truth_side;
      });
    }
    case Op::Call: {
      TypeId callee = reg(d->operands[0]);
      if (d->args.empty() || d->args.size() > 2 || !t_.isOnly(callee, Ctor::Func)) return true;
      const hir::Code& code = hir_.codes[hir::CodeId(t_.atoms(callee)[0].id)];
      if (code.core && code.name == "callable" && d->args.size() == 1)
        return narrow(d->args[0].value, [&](const Atom& a) {
          int m = matchCallable(a);
          return m < 0 || m == truth_side;
        });
      if (d->args.size() != 2) return true;
      if (!code.core || (code.name != "isinstance" && code.name != "issubclass")) return true;
      TypeId classes = reg(d->args[1].value);
      if (code.name == "issubclass")
        return narrow(d->args[0].value, [&](const Atom& a) {
          int m = matchSubclass(a, classes);
          return m < 0 || m == truth_side;
        });
      return narrow(d->args[0].value, [&](const Atom& a) {
        int m = matchClass(a, classes);
        return m < 0 || m == truth_side;
      });
    }
    default: return true;
  }
}

// Does the value of atom a fit `classes`, the second argument of isinstance or issubclass? 1 always, 0 never, -1 depends:
// where `classes` may be one of several, all of them must agree. `fits` says it of one class (or None).
int Engine::matchAny(TypeId classes, const std::function<bool(const Atom&)>& fits, bool unsure) {
  int result = -2;
  for (const Atom& k : std::vector<Atom>(t_.atoms(classes))) {
    if (k.ctor == Ctor::Unset) continue;
    int one = unsure || k.ctor == Ctor::Unknown ? -1 : 0;
    if (k.ctor == Ctor::Tuple) {
      for (TypeId item : k.items) {
        int m = matchAny(item, fits, unsure);
        if (m == 1) one = 1;
        else if (m < 0 && one == 0) one = -1;
      }
    } else if (TypeId members = p_.unionMembers(k); members != t_.bottom) {
      if (int m = matchAny(members, fits, unsure)) one = m;
    } else if (fits(k)) {
      one = 1;
    }
    result = result == -2 || result == one ? one : -1;
  }
  return result == -2 ? 0 : result;
}

// issubclass(value of atom a, classes): 1 always, 0 never, -1 depends.
int Engine::matchSubclass(const Atom& a, TypeId classes) {
  return matchAny(classes, [&](const Atom& k) {
    return a.ctor == Ctor::Class && k.ctor == Ctor::Class &&
           (p_.isSubclass(ClassId(a.id), ClassId(k.id)) || p_.isVirtualSubclass(ClassId(a.id), ClassId(k.id)) == 1);
  }, open(a));
}

// callable(value of atom a): 1 always, 0 never, -1 depends.
int Engine::matchCallable(const Atom& a) {
  Atom f;
  if (a.ctor == Ctor::Func || a.ctor == Ctor::Method || a.ctor == Ctor::Class || methodOf(a, "__call__", &f)) return 1;
  return open(a) ? -1 : 0;
}

// isinstance(value of atom a, classes): 1 always, 0 never, -1 depends.
int Engine::matchClass(const Atom& a, TypeId classes) {
  const ClassId c = p_.classOf(a);
  return matchAny(classes, [&](const Atom& k) {
    if (k.ctor == Ctor::None) return a.ctor == Ctor::None;
    return k.ctor == Ctor::Class && c.valid() && p_.isInstance(a, ClassId(k.id), cur_->code->library);
  }, open(a) && a.ctor != Ctor::Class);
}

}  // namespace krait::infer
