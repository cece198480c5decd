// The walk goes from a place back to where a member of its type entered: through variables to what was stored in
// them, from parameters to the callers, from results to the returns, from items to what was put into the container.
// It reads the registers' types and the records that the last pass left behind, and follows the first way that has
// the member; every place is visited once.
#include "infer/why.h"

#include <algorithm>

namespace krait::infer {

using hir::Code;
using hir::Instr;
using hir::Op;

namespace {

constexpr size_t kMostSteps = 8;  // that are shown
constexpr int kMostHops = 200;    // that are followed

std::string quoted(const std::string& s) { return "`" + s + "`"; }

}  // namespace

std::vector<InstanceId> Tracer::live() {
  std::vector<InstanceId> out;
  for (Instance& i : p_.instances)
    if (i.live && !p_.hir->codes[i.code].library) out.push_back(i.id);
  return out;
}

// Calls f(instr, block, position) for the reached operations until it returns true.
template <class F>
bool Tracer::eachInstr(const Instance& i, F f) {
  const Code& c = p_.hir->codes[i.code];
  for (uint32_t b = 0; b < c.blocks.size() && b < i.block_in.size(); ++b) {
    if (i.block_in[b].empty()) continue;
    for (uint32_t k = 0; k < c.blocks[b].instrs.size(); ++k)
      if (f(c.blocks[b].instrs[k], b, k)) return true;
  }
  return false;
}

void Tracer::collectSites() {
  collected_ = true;
  auto add = [&](About kind, uint32_t what, Site site) {
    auto& list = sites_[uint64_t(kind) << 32 | what];
    if (list.empty() || list.back().instance != site.instance || list.back().block != site.block || list.back().position != site.position)
      list.push_back(site);
  };
  for (InstanceId id : live()) {
    Instance& i = p_.instance(id);
    eachInstr(i, [&](const Instr& x, uint32_t b, uint32_t k) {
      const Site site{id, b, k};
      if (x.op == Op::StoreGlobal && x.global.valid()) add(About::Global, x.global.index, site);
      if (x.op == Op::StoreCell && x.name.valid()) add(About::Cell, x.name.index, site);
      if ((x.op == Op::SetAttr || x.op == Op::StoreClassAttr) && x.name.valid()) add(About::Attribute, x.name.index, site);
      if (x.op == Op::SetItem || x.op == Op::DictSet || x.op == Op::ListAppend || x.op == Op::SetAdd || x.op == Op::BuildList ||
          x.op == Op::BuildSet || (x.op == Op::Call && !x.args.empty()))
        add(About::Put, 0, site);
      if (const Record* record = i.record(b, k))
        for (const Case& c : record->cases)
          c.action.eachCall([&](const CallTarget& target) {
            if (target.valid()) add(About::CallOf, target.instance.index, site);
          });
      return false;
    });
  }
}

// Calls f(instance, instr, block, position) for these operations in their order until it returns true.
template <class F>
bool Tracer::eachAbout(About kind, uint32_t what, F f) {
  if (!collected_) collectSites();
  auto it = sites_.find(uint64_t(kind) << 32 | what);
  if (it == sites_.end()) return false;
  for (const Site& s : it->second) {
    Instance& i = p_.instance(s.instance);
    if (f(i, p_.hir->codes[i.code].blocks[s.block].instrs[s.position], s.block, s.position)) return true;
  }
  return false;
}

Tracer::Where Tracer::definition(const Instance& i, hir::Reg r) {
  auto [block, at] = p_.hir->codes[i.code].defined[r.index];
  bool reached = block < i.block_in.size() && !i.block_in[block].empty();
  return {block, at, reached};
}

bool Tracer::step(const Instance& i, Range range, std::string text, Steps& out) {
  const Code& c = p_.hir->codes[i.code];
  if (c.library || out.size() >= kMostSteps) return true;
  Span span{p_.hir->modules->modules[c.module].file, range};
  if (!out.empty() && out.back().span.file == span.file && out.back().span.range.begin == range.begin &&
      out.back().span.range.end == range.end)
    return true;
  out.push_back({span, std::move(text)});
  return true;
}

bool Tracer::fresh(InstanceId i, uint32_t kind, uint32_t what, const Atom& a) {
  std::string key;
  for (uint32_t v : {i.index, kind, what, static_cast<uint32_t>(a.ctor), a.id})
    key.append(reinterpret_cast<const char*>(&v), 4);
  return seen_.insert(key).second;
}

bool Tracer::sameNode(TypeId a, TypeId b) {
  for (const Atom& x : t_.atoms(a))
    for (const Atom& y : t_.atoms(b))
      if (x.node.valid() && y.node.valid() && t_.find(x.node) == t_.find(y.node)) return true;
  return false;
}

bool Tracer::traceReg(InstanceId id, hir::Reg r, const Atom& a, Steps& out) {
  Instance& i = p_.instance(id);
  if (++hops_ > kMostHops || !fresh(id, 0, r.index, a)) return !out.empty();
  outside_ |= t_.isUnchecked(type(i, r));
  Where w = definition(i, r);
  if (!w.valid) return false;
  const Instr& d = p_.hir->codes[i.code].blocks[w.block].instrs[w.position];
  Range range = d.place.range;
  switch (d.op) {
    case Op::Const:
      // `x = None` said it already.
      if (!out.empty() && range.begin - out.back().span.range.end <= 4) return true;
      return step(i, range, quoted(atomText(a)) + " is written here", out);
    case Op::Unknown: return step(i, range, "of this construct nothing is known: it is not compiled", out);
    case Op::LoadSlot:
    case Op::LoadClassName:
      if (traceSlot(id, d.slot, a, out)) return true;
      return d.global.valid() && traceGlobal(d.global, a, out);
    case Op::LoadGlobal: return d.global.valid() && traceGlobal(d.global, a, out);
    case Op::LoadCell:
    case Op::LoadFree: return traceCell(p_.hir->codes[i.code], d.name, a, out);
    case Op::GetAttr: {
      for (const Atom& o : t_.atoms(type(i, d.operands[0]))) {
        if (o.ctor == Ctor::Obj && traceField(ClassId(o.id), d.name, a, out)) return true;
        if (o.ctor != Ctor::Module) continue;
        hir::GlobalId g = p_.hir->globalOf(hir::ModuleId(o.id), d.name);
        if (g.valid() && traceGlobal(g, a, out)) return true;
      }
      return step(i, range, "this attribute is " + quoted(atomText(a)), out);
    }
    case Op::Call: return traceCall(id, w, a, out);
    case Op::GetItem:
    case Op::ForNext:
    case Op::UnpackGet: {
      hir::Reg container = d.operands[0];
      step(i, range, d.op == Op::ForNext ? "an item of what is iterated here" : "an item of this container", out);
      for (int hops = 0; hops < 3; ++hops) {  // behind iter() and unpacking
        Where c = definition(i, container);
        if (!c.valid) break;
        const Instr& x = p_.hir->codes[i.code].blocks[c.block].instrs[c.position];
        if (x.op != Op::GetIter && x.op != Op::Unpack && x.op != Op::UnpackStar) break;
        container = x.operands[0];
      }
      return traceItem(id, container, a, out);
    }
    case Op::BuildList:
    case Op::BuildSet:
    case Op::BuildDict:
    case Op::BuildTuple:
      step(i, range, quoted(atomText(a)) + " is made here", out);
      traceHeld(id, d, out);
      return true;
    case Op::MakeFunction:
    case Op::MakeClass: return step(i, range, "defined here", out);
    case Op::ImportModule:
    case Op::ImportFrom: return step(i, range, a.ctor == Ctor::Unknown ? "this import is not known" : "imported here", out);
    case Op::CatchException: return step(i, range, "an exception that is caught here", out);
    case Op::Binary:
    case Op::Inplace:
    case Op::Unary:
      step(i, range, "this operation gives " + quoted(atomText(a)), out);
      // What a value from outside takes part in is of any type, too.
      for (hir::Reg operand : d.operands) outside_ |= t_.isUnchecked(type(i, operand));
      // The right operand first: the left one of `total += x` comes from here.
      for (size_t k = d.operands.size(); k-- > 0;)
        if (has(type(i, d.operands[k]), a)) return traceReg(id, d.operands[k], a, out);
      return true;
    default: return step(i, range, "this operation gives " + quoted(atomText(a)), out);
  }
}

bool Tracer::traceSlot(InstanceId id, hir::Slot s, const Atom& a, Steps& out) {
  if (!fresh(id, 1, s.index, a)) return false;
  Instance& i = p_.instance(id);
  const Code& c = p_.hir->codes[i.code];
  bool found = eachInstr(i, [&](const Instr& x, uint32_t, uint32_t) {
    if (x.op != Op::StoreSlot || x.slot != s || !has(type(i, x.operands[0]), a)) return false;
    std::string name = s.index < c.slots.size() && c.slots[s.index].valid() ? std::string(p_.names->text(c.slots[s.index])) : "";
    if (!name.empty() && x.place.range.end > x.place.range.begin)
      step(i, x.place.range, quoted(atomText(a)) + " is assigned to '" + name + "' here", out);
    traceReg(id, x.operands[0], a, out);
    return true;
  });
  return found || (s.index < c.params.size() && traceParameter(id, s.index, a, out));
}

bool Tracer::traceParameter(InstanceId id, uint32_t k, const Atom& a, Steps& out) {
  Instance& i = p_.instance(id);
  const Code& c = p_.hir->codes[i.code];
  if (k >= i.formals.size() || k >= c.params.size() || !has(i.formals[k], a)) return false;
  std::string name(p_.names->text(c.params[k].name));
  bool called = false;
  bool found = eachAbout(About::CallOf, id.index, [&](Instance& from, const Instr& x, uint32_t b, uint32_t pos) {
    for (const Case& cs : from.record(b, pos)->cases) {
      const CallTarget& target = cs.action.call;
      if (target.instance != id || k >= target.args.size()) continue;
      called = true;
      const ArgSource& source = target.args[k];
      if (source.kind == ArgSource::Default) {
        const ast::Arguments* args = nullptr;
        if (c.kind == hir::CodeKind::Function) args = static_cast<const ast::FunctionDef*>(c.node)->args;
        if (!args) continue;
        size_t index = source.index;
        const ast::Expr* value = nullptr;
        if (index < args->defaults.size()) value = args->defaults[index];
        else {
          index -= args->defaults.size();
          for (const ast::Expr* e : args->kw_defaults)
            if (e && index-- == 0) value = e;
        }
        if (value) return step(i, value->range, quoted(atomText(a)) + " is the default of parameter '" + name + "'", out);
        continue;
      }
      if (source.kind != ArgSource::Operand) continue;
      hir::Reg r;
      if (x.op == Op::Call && source.index > 0 && source.index <= x.args.size()) r = x.args[source.index - 1].value;
      else if (x.op != Op::Call && source.index < x.operands.size()) r = x.operands[source.index];
      if (!r.valid() || !has(type(from, r), a)) continue;
      step(from, x.place.range, quoted(atomText(a)) + " is passed for parameter '" + name + "' of " + nameOf(i) + " here", out);
      traceReg(from.id, r, a, out);
      return true;
    }
    return false;
  });
  if (found) return true;
  // The ways inside the library are not followed: what it passes on can be what its arguments hold.
  for (size_t n = 0; n < i.callers.size(); ++n) {
    const Instance& from = p_.instance(i.callers[n]);
    if (from.live && p_.hir->codes[from.code].library)
      outside_ |= std::any_of(from.formals.begin(), from.formals.end(), [&](TypeId f) { return t_.holdsUnchecked(f); });
  }
  if (a.ctor == Ctor::Unknown && !called)
    return step(i, c.range, "nothing calls " + nameOf(i) + ": of parameter '" + name + "' nothing is known", out);
  return false;
}

bool Tracer::traceGlobal(hir::GlobalId g, const Atom& a, Steps& out) {
  if (!fresh(InstanceId(), 2, g.index, a)) return false;
  const hir::GlobalVar& var = p_.hir->globals[g];
  return eachAbout(About::Global, g.index, [&](Instance& i, const Instr& x, uint32_t, uint32_t) {
    if (!has(type(i, x.operands[0]), a)) return false;
    step(i, x.place.range, quoted(atomText(a)) + " is assigned to '" + std::string(p_.names->text(var.name)) + "' here", out);
    traceReg(i.id, x.operands[0], a, out);
    return true;
  });
}

bool Tracer::traceCell(const Code& from, Name name, const Atom& a, Steps& out) {
  if (!name.valid() || !fresh(InstanceId(), 3, name.index, a)) return false;
  return eachAbout(About::Cell, name.index, [&](Instance& i, const Instr& x, uint32_t, uint32_t) {
    if (p_.hir->codes[i.code].module != from.module || !has(type(i, x.operands[0]), a)) return false;
    const bool parameter = x.place.range.begin == x.place.range.end;  // the function's entry puts it in its cell
    if (!parameter) step(i, x.place.range, quoted(atomText(a)) + " is assigned to '" + std::string(p_.names->text(name)) + "' here", out);
    traceReg(i.id, x.operands[0], a, out);
    return true;
  });
}

bool Tracer::traceField(ClassId cls, Name name, const Atom& a, Steps& out) {
  if (!fresh(InstanceId(), 4 + cls.index, name.index, a)) return false;
  return eachAbout(About::Attribute, name.index, [&](Instance& i, const Instr& x, uint32_t, uint32_t) {
    hir::Reg value;
    if (x.op == Op::SetAttr) {
      for (const Atom& o : t_.atoms(type(i, x.operands[0])))
        if (o.ctor == Ctor::Obj && (p_.isSubclass(ClassId(o.id), cls) || p_.isSubclass(cls, ClassId(o.id)))) value = x.operands[1];
    } else if (!x.operands.empty()) {  // else a del
      auto it = p_.class_of_code.find(i.code.index);
      if (it != p_.class_of_code.end() && p_.isSubclass(cls, it->second)) value = x.operands[0];
    }
    if (!value.valid() || !has(type(i, value), a)) return false;
    step(i, x.place.range, quoted(atomText(a)) + " is assigned to attribute '" + std::string(p_.names->text(name)) + "' here", out);
    traceReg(i.id, value, a, out);
    return true;
  });
}

bool Tracer::traceReturn(InstanceId id, const Atom& a, Steps& out) {
  Instance& i = p_.instance(id);
  const Code& c = p_.hir->codes[i.code];
  if (c.library || !fresh(id, 5, 0, a)) return false;
  return eachInstr(i, [&](const Instr& x, uint32_t, uint32_t) {
    bool leaves = x.op == Op::Return || (x.op == Op::Yield && c.generator);
    if (!leaves || x.operands.empty() || !has(type(i, x.operands[0]), a)) return false;
    // Falling off the end returns None without a statement.
    bool written = x.place.range.end > x.place.range.begin;
    Range r = written ? x.place.range : c.range;
    if (!written && c.kind == hir::CodeKind::Function) r = static_cast<const ast::FunctionDef*>(c.node)->name.range;
    step(i, r, !written ? nameOf(i) + " can end without a return statement: the result is None"
                        : nameOf(i) + (x.op == Op::Yield ? " yields " : " returns ") + quoted(atomText(a)) + " here", out);
    if (written) traceReg(id, x.operands[0], a, out);
    return true;
  });
}

bool Tracer::traceCall(InstanceId id, const Where& w, const Atom& a, Steps& out) {
  Instance& i = p_.instance(id);
  const Code& code = p_.hir->codes[i.code];
  const Instr& d = code.blocks[w.block].instrs[w.position];
  const Record* record = i.record(w.block, w.position);
  step(i, d.place.range, "this call gives " + quoted(atomText(a)), out);
  if (record) {
    for (const Case& c : record->cases) {
      if (!c.action.call.valid()) continue;
      const InstanceId callee = c.action.call.instance;
      if (c.action.kind == ActionKind::Call && traceReturn(callee, a, out)) return true;
      if (wanted_items_.empty() || !p_.hir->codes[p_.instance(callee).code].generator) continue;
      // The items of a generator are what it yields.
      const Atom item = wanted_items_.back();
      wanted_items_.pop_back();
      const bool found = traceReturn(callee, item, out);
      wanted_items_.push_back(item);
      if (found) return true;
    }
  }
  // A method of a container gives what was put in.
  Where f = definition(i, d.operands[0]);
  if (!f.valid) return true;
  const Instr& callee = code.blocks[f.block].instrs[f.position];
  if (callee.op == Op::GetAttr && a.ctor != Ctor::None) traceItem(id, callee.operands[0], a, out);
  return true;
}

// Goes on with the item for which a display was looked for, if it was.
void Tracer::traceHeld(InstanceId id, const Instr& display, Steps& out) {
  if (wanted_items_.empty()) return;
  const Atom item = wanted_items_.back();
  Steps untold;  // which item of a tuple it is is not known here
  for (hir::Reg r : display.operands) {
    if (!has(type(p_.instance(id), r), item)) continue;
    wanted_items_.pop_back();
    traceReg(id, r, item, display.op == Op::BuildTuple ? untold : out);
    wanted_items_.push_back(item);
    return;
  }
}

// What put the item into the container: in this function, or where the container comes from.
bool Tracer::traceItem(InstanceId id, hir::Reg container, const Atom& a, Steps& out) {
  if (!fresh(id, 6, container.index, a)) return !out.empty();
  TypeId wanted = type(p_.instance(id), container);
  outside_ |= t_.isUnchecked(wanted);
  auto puts = [&](Instance& i, const Instr& x) {
    const bool here = i.id == id;
    hir::Reg value, target;
    switch (x.op) {
      case Op::SetItem:
      case Op::DictSet: target = x.operands[0], value = x.operands[2]; break;
      case Op::ListAppend:
      case Op::SetAdd: target = x.operands[0], value = x.operands[1]; break;
      case Op::BuildList:
      case Op::BuildSet:
        target = x.result;
        for (hir::Reg r : x.operands)
          if (has(type(i, r), a)) value = r;
        break;
      case Op::BuildTuple:
        if (here && x.result == container)
          for (hir::Reg r : x.operands)
            if (has(type(i, r), a)) target = x.result, value = r;
        break;
      case Op::Call: {
        Where f = definition(i, x.operands[0]);
        if (!f.valid) return false;
        const Instr& callee = p_.hir->codes[i.code].blocks[f.block].instrs[f.position];
        if (callee.op != Op::GetAttr) return false;
        target = callee.operands[0];
        for (const hir::CallArg& arg : x.args)
          if (has(type(i, arg.value), a)) value = arg.value;
        break;
      }
      default: return false;
    }
    if (!target.valid() || !value.valid() || !has(type(i, value), a)) return false;
    if (!(here && target == container) && !sameNode(type(i, target), wanted)) return false;
    step(i, x.place.range, quoted(atomText(a)) + " is put in here", out);
    traceReg(i.id, value, a, out);
    return true;
  };
  if (eachInstr(p_.instance(id), [&](const Instr& x, uint32_t, uint32_t) { return puts(p_.instance(id), x); })) return true;
  if (eachAbout(About::Put, 0, [&](Instance& i, const Instr& x, uint32_t, uint32_t) { return puts(i, x); })) return true;
  // The container comes from elsewhere: follow it.
  wanted_items_.push_back(a);
  const std::vector<Atom> containers = t_.atoms(wanted);
  const bool found = std::any_of(containers.begin(), containers.end(), [&](const Atom& x) {
    return (x.node.valid() || !x.items.empty()) && traceReg(id, container, x, out);
  });
  wanted_items_.pop_back();
  return found || !out.empty();
}

template <class F>
std::vector<DiagNote> Tracer::steps(F trace) {
  seen_.clear();
  outside_ = false;
  hops_ = 0;
  Steps out;
  trace(out);
  return out;
}

std::vector<DiagNote> Tracer::operand(InstanceId i, uint32_t, hir::Reg reg, const Atom& atom) {
  return steps([&](Steps& out) { traceReg(i, reg, atom, out); });
}
std::vector<DiagNote> Tracer::parameter(InstanceId i, uint32_t k, const Atom& atom) {
  return steps([&](Steps& out) { traceParameter(i, k, atom, out); });
}
std::vector<DiagNote> Tracer::result(InstanceId i, const Atom& atom) {
  return steps([&](Steps& out) { traceReturn(i, atom, out); });
}
std::vector<DiagNote> Tracer::field(ClassId c, Name name, const Atom& atom) {
  return steps([&](Steps& out) { traceField(c, name, atom, out); });
}

bool Tracer::explain(const std::string& name, DiagnosticSink& diags) {
  size_t dot = name.rfind('.');
  std::string owner = dot == name.npos ? "" : name.substr(0, dot), last = dot == name.npos ? name : name.substr(dot + 1);
  Name wanted = p_.names->find(last);
  if (!wanted.valid()) return false;
  struct Member {
    Atom atom;
    Steps steps;
  };
  std::map<std::string, Member> members;
  bool exists = false;
  Span first_place;
  // `trace` shows the way of one atom, from the place that has it.
  auto add = [&](TypeId t, Span place, auto trace) {
    exists = true;
    if (!first_place.file.valid()) first_place = place;
    for (const Atom& a : t_.atoms(t)) {
      if (a.ctor == Ctor::Unset) continue;
      auto [it, added] = members.try_emplace(atomText(a));
      if (!added && !it->second.steps.empty()) continue;
      seen_.clear();
      hops_ = 0;
      it->second.atom = a;
      trace(a, it->second.steps);
    }
  };
  auto fileOf = [&](const Code& c) { return p_.hir->modules->modules[c.module].file; };
  for (InstanceId id : live()) {
    Instance& i = p_.instance(id);
    const Code& c = p_.hir->codes[i.code];
    bool main = c.module == p_.hir->modules->main;
    if (c.qualname != owner || (owner.empty() && !main)) continue;
    for (uint32_t s = 0; s < c.params.size() && s < i.formals.size(); ++s)
      if (c.params[s].name == wanted)
        add(i.formals[s], {fileOf(c), c.range}, [&](const Atom& a, Steps& out) { traceParameter(id, s, a, out); });
    eachInstr(i, [&](const Instr& x, uint32_t, uint32_t) {
      bool slot = x.op == Op::StoreSlot && x.slot.index < c.slots.size() && c.slots[x.slot.index] == wanted;
      bool named = (x.op == Op::StoreGlobal || x.op == Op::StoreCell) && x.name == wanted;
      if (!slot && !named) return false;
      add(type(i, x.operands[0]), {fileOf(c), x.place.range}, [&](const Atom& a, Steps& out) {
        step(i, x.place.range, quoted(atomText(a)) + " is assigned to '" + last + "' here", out);
        traceReg(id, x.operands[0], a, out);
      });
      return false;
    });
  }
  for (ClassInfo& c : p_.classes) {
    if (owner.empty() || c.core || (c.qualname != owner && c.name != owner)) continue;
    TypeId field = t_.join(t_.field(c.instance, wanted.index), t_.field(c.attributes, wanted.index));
    if (field == t_.bottom) continue;
    const Code& body = p_.hir->codes[c.body];
    add(field, {fileOf(body), body.range}, [&](const Atom& a, Steps& out) { traceField(c.id, wanted, a, out); });
  }
  // What functions assign to a variable of the module.
  if (owner.empty()) {
    hir::GlobalId g = p_.hir->globalOf(p_.hir->modules->main, wanted);
    if (g.valid() && p_.globalType(g) != t_.bottom)
      add(p_.globalType(g), {p_.hir->modules->modules[p_.hir->modules->main].file, {}},
          [&](const Atom& a, Steps& out) { traceGlobal(g, a, out); });
  }
  if (!exists) return false;
  std::string whole;
  for (auto& [text, m] : members) {
    whole += (whole.empty() ? "" : " | ") + text;
  }
  for (auto& [text, m] : members) {
    Span span = m.steps.empty() ? first_place : m.steps[0].span;
    auto& d = diags.report(DiagCode::TypeReason, span,
                           members.size() == 1 ? "the type of '" + name + "' is " + quoted(text)
                                               : "the type of '" + name + "' is " + quoted(whole) + ": " + quoted(text) + " comes from here");
    if (m.steps.empty()) continue;
    d.label = m.steps[0].message;
    d.notes.assign(m.steps.begin() + 1, m.steps.end());
  }
  return true;
}

}  // namespace krait::infer
