// The attributes that __init__ certainly sets before anything else can look at the object: a forward
// definite-assignment analysis over its HIR (Java's rules, JLS chapter 16, with exception edges), in the
// context of the object's exact class, so that super().__init__() means the next class of its MRO. All other
// attributes may be missing when they are read.
#include <algorithm>
#include <optional>

#include "infer/engine.h"

namespace krait::infer {

using hir::Op;
using FieldSet = std::set<uint32_t>;

namespace {

// What the class bodies of an MRO say of a name.
enum class Member : uint8_t { None, Plain, Runs };  // Runs: a method, property or descriptor sees the object

FieldSet common(const FieldSet& a, const FieldSet& b) {
  FieldSet out;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(out, out.end()));
  return out;
}

}  // namespace

class DefiniteAssignment {
 public:
  DefiniteAssignment(Program& p, hir::Program& hir, Interner& names, DiagnosticSink& lowering, ClassId cls)
      : p_(p), hir_(hir), names_(names), lowering_(lowering), mro_(p.classes[cls].mro) {
    init_ = names.intern("__init__");
    super_ = names.intern("super");
  }

  FieldSet run() {
    if (member(names_.intern("__getattribute__"), true) != Member::None) return {};
    hooked_ = member(names_.intern("__setattr__"), true) != Member::None;
    looks_up_ = member(names_.intern("__getattr__"), true) != Member::None;
    std::optional<FieldSet> all = initFrom(0, {}, true);
    if (!all) return {};
    if (seen_) all = common(*all, *seen_);
    for (uint32_t f : partly_) all->erase(f);
    return *all;
  }

 private:
  // A class's __init__ while it is analysed.
  struct Body {
    const hir::Code& code;
    size_t at;                               // its class, as an index into the MRO
    std::vector<bool> self, super, unknown;  // by register
    std::vector<size_t> init;                // by register: the MRO index whose __init__ it is, or kNone
    std::vector<bool> self_slot;
    bool captured = false;
  };
  static constexpr size_t kNone = ~size_t{0};

  Member member(Name name, bool beyond_object) {
    for (ClassId m : mro_) {
      const ClassInfo& c = p_.classes[m];
      if (beyond_object && c.core && c.name == "object") break;
      for (const ast::Stmt* s : c.node->body) {
        if (auto* f = ast::dynAs<ast::FunctionDef>(s); f && f->name.name == name) return Member::Runs;
        auto value = [&](const ast::Expr* target, const ast::Expr* held) {
          auto* n = ast::dynAs<ast::NameExpr>(target);
          if (!n || n->id != name) return Member::None;
          return held && (held->kind == ast::ExprKind::Constant || held->kind == ast::ExprKind::TupleExpr || held->kind == ast::ExprKind::ListExpr ||
                          held->kind == ast::ExprKind::Dict || held->kind == ast::ExprKind::Set || held->kind == ast::ExprKind::BinOp)
                     ? Member::Plain
                     : Member::Runs;
        };
        Member found = Member::None;
        if (auto* a = ast::dynAs<ast::Assign>(s))
          for (const ast::Expr* t : a->targets) found = std::max(found, value(t, a->value));
        if (auto* a = ast::dynAs<ast::AnnAssign>(s); a && a->value) found = value(a->target, a->value);
        if (found != Member::None) return found;
        // What compound statements bind is not looked for.
        if (s->kind == ast::StmtKind::If || s->kind == ast::StmtKind::For || s->kind == ast::StmtKind::While ||
            s->kind == ast::StmtKind::With || s->kind == ast::StmtKind::Try)
          return Member::Runs;
      }
    }
    return Member::None;
  }

  void observe(const FieldSet& certain) { seen_ = seen_ ? common(*seen_, certain) : certain; }

  // Runs the first __init__ from MRO index `from` on, where `entry` is set. What is set when it returns; nothing:
  // it never does. With `record` the places that see the object are noted.
  std::optional<FieldSet> initFrom(size_t from, const FieldSet& entry, bool record) {
    for (size_t k = from; k < mro_.size(); ++k) {
      const ClassInfo& c = p_.classes[mro_[k]];
      if (c.core && c.name == "object") return entry;
      const ast::FunctionDef* def = nullptr;
      size_t definitions = 0;
      for (const ast::Stmt* s : c.node->body)
        if (auto* f = ast::dynAs<ast::FunctionDef>(s); f && f->name.name == init_) def = f, ++definitions;
      if (!def) continue;
      hir::CodeId code;
      hir::lowerCode(hir_, c.body, lowering_);
      for (const hir::Block& b : hir_.codes[c.body].blocks)
        for (const hir::Instr& i : b.instrs)
          if (i.op == Op::MakeFunction && hir_.codes[i.code].node == def) code = i.code;
      if (!code.valid() || definitions > 1 || !def->decorator_list.empty() || depth_ > 40) {
        if (record) observe({});
        return entry;
      }
      hir::lowerCode(hir_, code, lowering_);
      ++depth_;
      auto out = flow(hir_.codes[code], k, entry, record);
      --depth_;
      return out;
    }
    return entry;
  }

  std::optional<FieldSet> flow(const hir::Code& code, size_t at, const FieldSet& entry, bool record) {
    Body body{code, at, {}, {}, {}, {}, {}, false};
    if (code.generator || code.params.empty() || !mapSelf(body)) {
      if (record) observe({});
      return entry;
    }
    std::vector<std::optional<FieldSet>> in(code.blocks.size());
    in[0] = entry;
    std::vector<uint32_t> work{0};
    std::optional<FieldSet> exit;
    auto arrive = [&](hir::BlockId b, const FieldSet& fields) {
      auto& state = in[b.index];
      FieldSet next = state ? common(*state, fields) : fields;
      if (state && next == *state) return;
      state = std::move(next);
      work.push_back(b.index);
    };
    while (!work.empty()) {
      uint32_t b = work.back();
      work.pop_back();
      FieldSet fields = *in[b];
      const hir::Block& block = code.blocks[b];
      if (block.handler.valid()) arrive(block.handler, fields);
      if (!walk(body, block, &fields, false)) continue;
      const hir::Instr& last = block.instrs.back();
      for (hir::BlockId t : last.targets)
        if (t.valid()) arrive(t, fields);
    }
    for (uint32_t b = 0; b < code.blocks.size(); ++b) {
      if (!in[b]) continue;
      FieldSet fields = *in[b];
      if (!walk(body, code.blocks[b], &fields, record)) continue;
      if (code.blocks[b].instrs.back().op == Op::Return) exit = exit ? common(*exit, fields) : fields;
    }
    return exit;
  }

  // Which registers are self, super(), a base's __init__? False: self is assigned to.
  bool mapSelf(Body& body) {
    const hir::Code& code = body.code;
    body.self.resize(code.regs);
    body.super.resize(code.regs);
    body.init.resize(code.regs, kNone);
    body.self_slot.resize(code.slots.size());
    std::vector<size_t> stores(code.slots.size());
    for (const hir::Block& b : code.blocks)
      for (const hir::Instr& i : b.instrs)
        if (i.op == Op::StoreSlot || i.op == Op::StoreCell || i.op == Op::DelSlot || i.op == Op::DelCell) ++stores[i.slot.index];
    if (stores[0]) return false;
    body.self_slot[0] = true;
    // Definitions come before uses in the order of blocks but for loops, which define none of these.
    for (const hir::Block& b : code.blocks)
      for (const hir::Instr& i : b.instrs) {
        if ((i.op == Op::LoadSlot || i.op == Op::LoadCell) && body.self_slot[i.slot.index]) body.self[i.result.index] = true;
        if ((i.op == Op::StoreSlot || i.op == Op::StoreCell) && body.self[i.operands[0].index] && stores[i.slot.index] == 1) {
          body.self_slot[i.slot.index] = true;
          body.captured |= i.op == Op::StoreCell;
        }
        if (i.op == Op::Call && i.args.empty() && names(body, i.operands[0], super_)) body.super[i.result.index] = true;
        if (i.op == Op::GetAttr && i.name == init_) {
          if (body.super[i.operands[0].index]) body.init[i.result.index] = body.at + 1;
          else if (size_t k = classOf(body, i.operands[0]); k != kNone) body.init[i.result.index] = k;
        }
      }
    return true;
  }

  const hir::Instr* definition(const Body& body, hir::Reg r) const {
    if (body.code.defined.size() <= r.index) return nullptr;
    auto [block, position] = body.code.defined[r.index];
    if (block >= body.code.blocks.size() || position >= body.code.blocks[block].instrs.size()) return nullptr;
    return &body.code.blocks[block].instrs[position];
  }
  bool names(const Body& body, hir::Reg r, Name name) const {
    const hir::Instr* d = definition(body, r);
    return d && d->op == Op::LoadGlobal && d->name == name;
  }
  // The MRO index of the class that a module variable holds.
  size_t classOf(const Body& body, hir::Reg r) const {
    const hir::Instr* d = definition(body, r);
    if (!d || d->op != Op::LoadGlobal) return kNone;
    hir::GlobalId g = d->global.valid() ? d->global : d->builtin;
    if (!g.valid()) return kNone;
    const auto& atoms = p_.types.atoms(p_.globalType(g));
    if (atoms.size() != 1 || atoms[0].ctor != Ctor::Class) return kNone;
    auto it = std::find(mro_.begin(), mro_.end(), ClassId(atoms[0].id));
    return it == mro_.end() ? kNone : static_cast<size_t>(it - mro_.begin());
  }

  bool isSelf(const Body& body, hir::Reg r) const { return r.valid() && body.self[r.index]; }

  // Can it end the block early? Only asked where a __del__ may look at an object that was never finished.
  static bool raises(Op op) {
    switch (op) {
      case Op::Const: case Op::LoadSlot: case Op::StoreSlot: case Op::NewCell: case Op::StoreCell: case Op::LoadCell:
      case Op::BuildTuple: case Op::BuildList: case Op::BuildString: case Op::MakeFunction: case Op::Is: case Op::Not:
      case Op::Jump: case Op::Branch: case Op::Return:
        return false;
      default: return true;
    }
  }

  // False: the end of the block is not reached.
  bool walk(const Body& body, const hir::Block& block, FieldSet* fields, bool record) {
    for (const hir::Instr& i : block.instrs) {
      if (i.op == Op::SetAttr && isSelf(body, i.operands[0])) {
        if (isSelf(body, i.operands[1]) && record) observe(*fields);
        // (`object.__setattr__(self, …)` goes past __setattr__.)
        if (member(i.name, true) == Member::Runs || (hooked_ && !i.sub)) {
          if (record) observe(*fields);
        } else {
          fields->insert(i.name.index);
        }
        continue;
      }
      if (i.op == Op::DelAttr && isSelf(body, i.operands[0])) {
        partly_.insert(i.name.index);
        if (record && member(i.name, true) == Member::Runs) observe(*fields);
        continue;
      }
      if (i.op == Op::GetAttr && isSelf(body, i.operands[0])) {
        if (fields->count(i.name.index) || names_.text(i.name) == "__class__") continue;
        if (record) {
          partly_.insert(i.name.index);
          if (looks_up_ || member(i.name, false) == Member::Runs || hir_.observes_deaths) observe(*fields);
        }
        continue;
      }
      if (i.op == Op::Call && body.init[i.operands[0].index] != kNone) {
        size_t target = body.init[i.operands[0].index];
        const bool bound = target == body.at + 1 && body.super[definition(body, i.operands[0])->operands[0].index];
        bool of_self = bound;
        for (size_t k = 0; k < i.args.size(); ++k) {
          if (!isSelf(body, i.args[k].value)) continue;
          if (!bound && k == 0 && i.args[k].kind == hir::ArgKind::Positional) of_self = true;
          else if (record) observe(*fields);
        }
        if (record && hir_.observes_deaths) observe(*fields);
        if (!of_self) continue;
        auto after = initFrom(target, *fields, record);
        if (!after) return false;
        *fields = std::move(*after);
        continue;
      }
      if (!record) continue;
      bool sees = hir_.observes_deaths && raises(i.op);
      sees |= body.captured && (i.op == Op::MakeFunction || i.op == Op::MakeClass);
      const bool keeps = (i.op == Op::StoreSlot || i.op == Op::StoreCell) && body.self_slot[i.slot.index];
      for (hir::Reg r : i.operands) {
        sees |= isSelf(body, r) && !keeps && i.op != Op::Is;
        sees |= r.valid() && body.super[r.index] && !(i.op == Op::GetAttr && i.name == init_);
      }
      for (const hir::CallArg& a : i.args) sees |= isSelf(body, a.value) || (a.value.valid() && body.super[a.value.index]);
      if (sees) observe(*fields);
    }
    return true;
  }

  Program& p_;
  hir::Program& hir_;
  Interner& names_;
  DiagnosticSink& lowering_;
  const std::vector<ClassId>& mro_;
  Name init_, super_;
  bool looks_up_ = false;         // __getattr__ answers for attributes that are missing
  bool hooked_ = false;           // __setattr__ runs where attributes are set
  int depth_ = 0;
  std::optional<FieldSet> seen_;    // set at every place that saw the object
  FieldSet partly_;                 // read too early, or deleted
};

bool Engine::alwaysSet(ClassId cls, Name field) {
  ClassInfo& c = p_.classes[cls];
  if (c.bare) return false;
  if (!c.fields_known) {
    c.fields_known = true;
    FieldSet set = DefiniteAssignment(p_, hir_, names_, lowering_, cls).run();
    // What the library sets at once in the objects that it makes.
    for (const char* name : {"_krait_value", "_name_", "_value_", "_sort_order_"}) set.insert(names_.intern(name).index);
    p_.classes[cls].always_set = std::move(set);
  }
  return p_.classes[cls].always_set.count(field.index) > 0;
}

// Does a class of the library list the field in __fields__?
static bool declaresField(const ClassInfo& c, std::string_view field, const Interner& names) {
  using namespace ast;
  if (!c.node) return false;
  for (const Stmt* s : c.node->body) {
    auto* a = dynAs<Assign>(s);
    auto* items = a ? dynAs<TupleExpr>(a->value) : nullptr;
    auto* target = items && a->targets.size() == 1 ? dynAs<NameExpr>(a->targets[0]) : nullptr;
    if (!target || names.text(target->id) != "__fields__") continue;
    for (const Expr* x : items->elts)
      if (auto* text = dynAs<Constant>(x); text && text->text == field) return true;
  }
  return false;
}

// An object of the class begins without __init__: every attribute may be missing.
void Engine::beginsBare(ClassId cls, NodeId node) {
  ClassInfo& c = p_.classes[cls];
  c.bare = true;
  if (hir_.codes[c.body].core) return;
  // The library begins its part of the object at once.
  auto ofLibrary = [&](Name f) {
    return std::any_of(c.mro.begin(), c.mro.end(), [&](ClassId m) { return declaresField(p_.classes[m], names_.text(f), names_); });
  };
  for (Name f : std::vector<Name>(c.field_order))
    if (!ofLibrary(f)) t_.grow(node, f.index, t_.unset);
}

// The attributes that every way through a class body has set at a block's beginning; nothing: no way leads there.
using SetNames = std::optional<std::set<Name>>;

static bool meet(SetNames& into, const std::set<Name>& names) {
  if (!into) return into = names, true;
  return std::erase_if(*into, [&](Name n) { return !names.count(n); }) > 0;
}

// At the end of a class body: attributes that some way through it does not set, or deletes, may be missing.
void Engine::unsetAttributes() {
  const hir::Code& code = *cur_->code;
  if (code.blocks.size() < 2) return;
  std::vector<SetNames> at(code.blocks.size());
  at[0] = std::set<Name>();
  std::vector<uint32_t> work{0};
  std::set<Name> all, missing;
  while (!work.empty()) {
    const uint32_t b = work.back();
    work.pop_back();
    std::set<Name> names = *at[b];
    auto flow = [&](hir::BlockId to) {
      if (to.valid() && meet(at[to.index], names)) work.push_back(to.index);
    };
    flow(code.blocks[b].handler);
    for (const hir::Instr& i : code.blocks[b].instrs) {
      if (i.op != Op::StoreClassAttr || i.imm) continue;
      if (i.operands.empty()) {
        names.erase(i.name);
        flow(code.blocks[b].handler);
      } else {
        names.insert(i.name);
        all.insert(i.name);
      }
    }
    const hir::Instr& last = code.blocks[b].instrs.back();
    if (last.op == Op::Jump || last.op == Op::Branch || last.op == Op::ForNext)
      for (hir::BlockId to : last.targets) flow(to);
  }
  for (uint32_t b = 0; b < code.blocks.size(); ++b) {
    if (!at[b] || code.blocks[b].instrs.back().op != Op::Return) continue;
    std::set<Name> names = *at[b];
    for (const hir::Instr& i : code.blocks[b].instrs)
      if (i.op == Op::StoreClassAttr && !i.operands.empty()) names.insert(i.name);
    for (Name n : all)
      if (!names.count(n)) missing.insert(n);
  }
  const NodeId attributes = p_.classes[p_.class_of_code.at(code.id.index)].attributes;
  for (Name n : missing) t_.grow(attributes, n.index, t_.unset);
}

}  // namespace krait::infer
