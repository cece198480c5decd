// Lowering: program set-up, names, and the building blocks that expressions and statements share.
#include <functional>
#include <set>

#include "lower/lowering.h"

namespace krait::hir {

using namespace ast;
using resolve::Binding;
using resolve::Scope;
using resolve::ScopeKind;
using resolve::Symbol;

namespace {

const resolve::Module& moduleOf(const Program& p, ModuleId m) { return p.modules->modules[m]; }

// Can running this expression call code of the program (or fail)? Conservative: only displays,
// constants, names, and calls of well-known types on such.
bool isInert(const Expr* e) {
  switch (e->kind) {
    case ExprKind::Constant: return true;
    case ExprKind::ListExpr:
      for (Expr* x : as<ListExpr>(e)->elts)
        if (!isInert(x)) return false;
      return true;
    case ExprKind::TupleExpr:
      for (Expr* x : as<TupleExpr>(e)->elts)
        if (!isInert(x)) return false;
      return true;
    case ExprKind::Dict:
      for (Expr* x : as<Dict>(e)->keys)
        if (!x || x->kind != ExprKind::Constant) return false;
      for (Expr* x : as<Dict>(e)->values)
        if (!isInert(x)) return false;
      return true;
    case ExprKind::UnaryOp: return as<UnaryOp>(e)->operand->kind == ExprKind::Constant;
    case ExprKind::BinOp:
      return as<BinOp>(e)->left->kind == ExprKind::Constant && as<BinOp>(e)->right->kind == ExprKind::Constant;
    default: return false;
  }
}

// Arithmetic on numbers, some of them by name: it may fail, but it runs no code of the program.
bool isNumber(const Expr* e, const std::set<Name>& numbers) {
  switch (e->kind) {
    case ExprKind::Constant: {
      ConstantKind k = as<Constant>(e)->value_kind;
      return k == ConstantKind::Int || k == ConstantKind::Float;
    }
    case ExprKind::NameExpr: return numbers.count(as<NameExpr>(e)->id) > 0;
    case ExprKind::UnaryOp: return as<UnaryOp>(e)->op != UnaryOperator::Not && isNumber(as<UnaryOp>(e)->operand, numbers);
    case ExprKind::BinOp: return isNumber(as<BinOp>(e)->left, numbers) && isNumber(as<BinOp>(e)->right, numbers);
    default: return false;
  }
}

// Marks the variables that are bound unconditionally at the top of the module before any statement
// that could run a function of the program.
void findAlwaysSet(Program& program, ModuleId m) {
  const resolve::Module& mod = moduleOf(program, m);
  // Annotations of definitions may ask for what is bound later only.
  std::set<Name> marked, asked;
  auto mark = [&](Name n) {
    GlobalId g = program.globalOf(m, n);
    marked.insert(n);
    if (g.valid() && !asked.count(n)) program.globals[g].always_set = true;
  };
  auto ask = [&](const FunctionDef* f) {
    if (mod.library || mod.lazy_annotations) return;
    auto one = [&](const Expr* annotation) {
      if (annotation) namesInAnnotation(annotation, [&](const NameExpr* n) { if (!marked.count(n->id)) asked.insert(n->id); });
    };
    for (const List<Arg*>* list : {&f->args->posonlyargs, &f->args->args, &f->args->kwonlyargs})
      for (const Arg* a : *list) one(a->annotation);
    for (const Arg* a : {f->args->vararg, f->args->kwarg})
      if (a) one(a->annotation);
    one(f->returns);
  };
  std::set<Name> numbers;
  for (const Stmt* s : mod.tree->body) {
    if (auto* f = dynAs<FunctionDef>(s)) {
      if (!f->decorator_list.empty() && !mod.library) return;
      for (Expr* d : f->args->defaults)
        if (!isInert(d)) return;
      for (Expr* d : f->args->kw_defaults)
        if (d && !isInert(d)) return;
      ask(f);
      mark(f->name.name);
    } else if (auto* c = dynAs<ClassDef>(s)) {
      if (!mod.library) {
        if (!c->decorator_list.empty() || !c->keywords.empty()) return;
        for (const Stmt* b : c->body) {
          bool ok = b->kind == StmtKind::Pass ||
                    (b->kind == StmtKind::FunctionDef && as<FunctionDef>(b)->decorator_list.empty()) ||
                    (b->kind == StmtKind::ExprStmt && as<ExprStmt>(b)->value->kind == ExprKind::Constant) ||
                    (b->kind == StmtKind::Assign && isInert(as<Assign>(b)->value));
          if (!ok) return;
          if (auto* method = dynAs<FunctionDef>(b)) ask(method);
        }
      }
      mark(c->name.name);
    } else if (auto* a = dynAs<Assign>(s)) {
      bool number = isNumber(a->value, numbers);
      if (!isInert(a->value) && !number && !mod.core) return;
      for (Expr* t : a->targets) {
        if (t->kind != ExprKind::NameExpr) return;
        mark(as<NameExpr>(t)->id);
        if (number) numbers.insert(as<NameExpr>(t)->id);
        else numbers.erase(as<NameExpr>(t)->id);
      }
    } else if (auto* e = dynAs<ExprStmt>(s)) {
      if (e->value->kind != ExprKind::Constant && !mod.core) return;
    } else if (s->kind == StmtKind::Import || s->kind == StmtKind::ImportFrom) {
      // The bound names are set here, and what the import runs sees this module only if it imports it.
      auto circular = [&](std::string_view name) {
        auto it = program.modules->by_name.find(std::string(name));
        return it != program.modules->by_name.end() && program.modules->modules[it->second].import_cycle == mod.import_cycle;
      };
      if (auto* im = dynAs<Import>(s)) {
        for (Alias* al : im->names) {
          std::string dotted(program.names->text(al->name.name));
          for (size_t dot = 0; dot != dotted.npos;) {
            dot = dotted.find('.', dot + 1);
            if (circular(dotted.substr(0, dot))) return;
          }
          mark(al->asname.name.valid() ? al->asname.name
                                       : program.names->intern(dotted.substr(0, dotted.find('.'))));
        }
      } else {
        auto* from = as<ImportFrom>(s);
        const std::string base = resolve::importedModule(mod, *from, *program.names);
        if (circular(base)) return;
        for (Alias* al : from->names) {
          if (circular(base + "." + std::string(program.names->text(al->name.name)))) return;
          mark(al->asname.name.valid() ? al->asname.name : al->name.name);
        }
      }
    } else if (!mod.core && s->kind != StmtKind::Pass) {
      return;
    }
  }
}

// A variable deleted anywhere, or imported by a star import, is never "always set".
void findDeleted(Program& program, ModuleId m) {
  struct Walk {
    Program& p;
    ModuleId m;
    void list(const List<Stmt*>& l) {
      for (const Stmt* s : l) stmt(s);
    }
    void stmt(const Stmt* s) {
      switch (s->kind) {
        case StmtKind::Delete:
          for (Expr* t : as<Delete>(s)->targets)
            if (auto* n = dynAs<NameExpr>(t)) unset(n->id);
          return;
        case StmtKind::FunctionDef: return list(as<FunctionDef>(s)->body);
        case StmtKind::ClassDef: return list(as<ClassDef>(s)->body);
        case StmtKind::For: list(as<For>(s)->body); return list(as<For>(s)->orelse);
        case StmtKind::While: list(as<While>(s)->body); return list(as<While>(s)->orelse);
        case StmtKind::If: list(as<If>(s)->body); return list(as<If>(s)->orelse);
        case StmtKind::With: return list(as<With>(s)->body);
        case StmtKind::Try:
          list(as<Try>(s)->body);
          for (ExceptHandler* h : as<Try>(s)->handlers) {
            if (h->name.name.valid()) unset(h->name.name);
            list(h->body);
          }
          list(as<Try>(s)->orelse);
          return list(as<Try>(s)->finalbody);
        case StmtKind::Match:
          for (MatchCase* c : as<Match>(s)->cases) list(c->body);
          return;
        default: return;
      }
    }
    void unset(Name n) {
      GlobalId g = p.globalOf(m, n);
      if (g.valid()) p.globals[g].always_set = false;
    }
  };
  Walk{program, m}.list(moduleOf(program, m).tree->body);
}

// Does a statement of the list run code of the program when a KeyboardInterrupt passes?
bool hasCleanup(const List<Stmt*>& list) {
  for (const Stmt* s : list) {
    switch (s->kind) {
      case StmtKind::With: return true;
      case StmtKind::Try: {
        auto* t = as<Try>(s);
        if (!t->finalbody.empty()) return true;
        for (const ExceptHandler* h : t->handlers)
          if (!h->type || hasCleanup(h->body)) return true;
        if (hasCleanup(t->body) || hasCleanup(t->orelse)) return true;
        break;
      }
      case StmtKind::FunctionDef:
        if (hasCleanup(as<FunctionDef>(s)->body)) return true;
        break;
      case StmtKind::ClassDef:
        if (hasCleanup(as<ClassDef>(s)->body)) return true;
        break;
      case StmtKind::For:
        if (hasCleanup(as<For>(s)->body) || hasCleanup(as<For>(s)->orelse)) return true;
        break;
      case StmtKind::While:
        if (hasCleanup(as<While>(s)->body) || hasCleanup(as<While>(s)->orelse)) return true;
        break;
      case StmtKind::If:
        if (hasCleanup(as<If>(s)->body) || hasCleanup(as<If>(s)->orelse)) return true;
        break;
      case StmtKind::Match:
        for (const MatchCase* c : as<Match>(s)->cases)
          if (hasCleanup(c->body)) return true;
        break;
      default: break;
    }
  }
  return false;
}

// Could any of the program's own modules notice a KeyboardInterrupt? Only those pay for looking.
bool observesInterrupts(const resolve::Program& modules, Interner& names) {
  for (const char* library : {"atexit", "signal"})
    if (modules.by_name.count(library)) return true;
  Name catchers[] = {names.intern("KeyboardInterrupt"), names.intern("BaseException")};
  for (const resolve::Module& m : modules.modules) {
    if (m.library) continue;
    for (const Scope& s : m.storage)
      for (Name n : catchers)
        if (s.find(n)) return true;
    if (hasCleanup(m.tree->body)) return true;
  }
  return false;
}

}  // namespace

Program makeProgram(const resolve::Program& modules, Interner& names) {
  Program p;
  p.modules = &modules;
  p.names = &names;
  p.polls_interrupts = observesInterrupts(modules, names);
  Name finalizer = names.intern("__del__");
  for (const resolve::Module& m : modules.modules)
    for (const Scope& s : m.storage)
      if (const Symbol* d = m.library || s.kind != ScopeKind::Class ? nullptr : s.find(finalizer))
        p.observes_deaths |= d->assigned;
  // Weak references show when an object dies.
  if (auto weak = modules.by_name.find("weakref"); weak != modules.by_name.end())
    p.observes_deaths |= modules.modules[weak->second].library;
  for (const resolve::Module& m : modules.modules)
    for (const Scope& s : m.storage) p.keeps_generators |= !m.library && s.protected_yield;
  for (const char* hook : {"__init_subclass__", "__set_name__"})
    for (const resolve::Module& m : modules.modules)
      for (const Scope& s : m.storage)
        if (!m.core && s.kind == ScopeKind::Class && s.find(names.intern(hook))) p.class_hooks = true;
  findDescribed(p);
  const Name metaclass = names.intern("metaclass");
  for (const resolve::Module& m : modules.modules)
    for (const Scope& s : m.storage) {
      if (m.library || s.kind != ScopeKind::Class) continue;
      for (const Keyword* k : static_cast<const ClassDef*>(s.node)->keywords) {
        auto* plain = dynAs<NameExpr>(k->value);
        auto* dotted = dynAs<Attribute>(k->value);
        const std::string_view text = plain ? names.text(plain->id) : dotted ? names.text(dotted->attr.name) : "";
        p.metaclasses |= k->arg.name == metaclass && text != "ABCMeta" && text != "type" && text != "EnumMeta" && text != "EnumType";
      }
    }
  for (uint32_t i = 0; i < modules.modules.size(); ++i) {
    const resolve::Module& m = modules.modules[ModuleId(i)];
    Code c;
    c.kind = CodeKind::Module;
    c.name = "<module>";
    c.qualname = m.core ? "" : m.name == "__main__" ? "" : m.name;
    c.module = ModuleId(i);
    c.file = m.file;
    c.scope = m.scope;
    c.node = m.tree;
    c.core = m.core;
    c.library = m.library;
    c.id = p.codes.add(c);
    p.codes[c.id].id = c.id;
    p.module_codes.push_back(c.id);

    // Names that only the module's own body mentions can be slots of that body, if nobody imports it.
    std::map<Name, bool> shared;
    for (const Scope& s : m.storage) {
      if (s.kind == ScopeKind::Module) continue;
      const Scope* f = &s;
      while (f->kind == ScopeKind::Comprehension) f = f->parent;
      if (f->kind == ScopeKind::Module) continue;
      // What a class body binds itself it may also read before: then it is the module's.
      for (auto& [name, sym] : s.symbols)
        if (sym.binding == Binding::Global || s.kind == ScopeKind::Class) shared[name] = true;
    }
    auto& map = p.module_globals.emplace_back();
    bool main = modules.main == ModuleId(i);
    // globals() in a function shows them all.
    bool shown = false;
    for (const Scope& s : m.storage) shown |= s.kind != ScopeKind::Module && s.find(names.intern("globals"));
    for (Name n : m.scope->order) {
      bool bound = m.scope->find(n)->assigned;
      if (!bound) continue;
      if (main && !shared.count(n) && !p.observes_deaths && !shown) continue;
      GlobalId g = p.globals.add({ModuleId(i), n, false});
      map[n] = g;
      if (m.core) p.core_globals[n] = g;
    }
  }
  for (uint32_t i = 0; i < modules.modules.size(); ++i) {
    if (modules.modules[ModuleId(i)].core) {
      // lib/core is complete before any other module runs.
      for (auto& [name, global] : p.module_globals[i]) p.globals[global].always_set = true;
      continue;
    }
    findAlwaysSet(p, ModuleId(i));
    findDeleted(p, ModuleId(i));
    // Finalizers run while the modules' variables go: theirs may be gone.
    if (p.observes_deaths || p.keeps_generators)
      for (auto& [name, global] : p.module_globals[i]) p.globals[global].always_set = false;
  }
  // `builtins` is what lib/core defines without an underscore.
  if (auto it = modules.by_name.find("builtins"); it != modules.by_name.end() && modules.modules[it->second].library)
    for (const auto& [name, global] : p.core_globals)
      if (names.text(name)[0] != '_') p.module_globals[it->second.index][name] = global;
  return p;
}

// Without recursion.
std::vector<bool> blocksInLoops(const Code& code) {
  size_t blocks = code.blocks.size();
  std::vector<bool> loops(blocks), on_stack(blocks);
  std::vector<uint32_t> number(blocks), low(blocks), edge(blocks), stack, path;
  uint32_t next = 0;
  auto successor = [&](uint32_t b, uint32_t k) {
    const Block& block = code.blocks[b];
    return k < 2 ? block.instrs.back().targets[k] : block.handler;
  };
  for (uint32_t root = 0; root < blocks; ++root) {
    if (number[root]) continue;
    auto enter = [&](uint32_t b) {
      number[b] = low[b] = ++next;
      stack.push_back(b);
      path.push_back(b);
      on_stack[b] = true;
    };
    enter(root);
    while (!path.empty()) {
      uint32_t b = path.back();
      if (edge[b] < 3) {
        BlockId to = successor(b, edge[b]++);
        if (!to.valid()) continue;
        if (to.index == b) loops[b] = true;
        if (!number[to.index]) {
          enter(to.index);
        } else if (on_stack[to.index]) {
          low[b] = std::min(low[b], number[to.index]);
        }
        continue;
      }
      path.pop_back();
      if (!path.empty()) low[path.back()] = std::min(low[path.back()], low[b]);
      if (low[b] != number[b]) continue;
      bool alone = stack.back() == b;
      for (uint32_t member = UINT32_MAX; member != b;) {
        member = stack.back();
        stack.pop_back();
        on_stack[member] = false;
        if (!alone) loops[member] = true;
      }
    }
  }
  return loops;
}

// Marks stores to a class's names that a later one replaces before anybody can see the class (`@property def x`, then
// `@x.setter def x`): what the name held in between is nothing that the class ever has.
static void findReplacedAttributes(Code& code) {
  if (code.kind != CodeKind::Class) return;
  for (Block& b : code.blocks) {
    std::set<Name> later;
    for (size_t k = b.instrs.size(); k-- > 0;)
      if (b.instrs[k].op == Op::StoreClassAttr) b.instrs[k].imm = !later.insert(b.instrs[k].name).second;
  }
}

// Marks the definitions in `code` that may run more than once.
static void findRepeated(Program& program, CodeId id) {
  const Code& code = program.codes[id];
  bool all = code.repeated || (code.kind != CodeKind::Module && code.kind != CodeKind::Class);
  std::vector<bool> loops;
  if (!all) loops = blocksInLoops(code);
  for (size_t b = 0; b < code.blocks.size(); ++b)
    for (const Instr& i : code.blocks[b].instrs)
      if (i.op == Op::MakeFunction || i.op == Op::MakeClass)
        program.codes[i.code].repeated = all || loops[b];
}

// Backward data flow over slots; a handler's needs hold at every point of the blocks it covers.
static void findLiveSlots(Code& code) {
  size_t blocks = code.blocks.size(), slots = code.slots.size();
  code.live_in.assign(blocks, std::vector<bool>(slots));
  for (bool changed = true; changed;) {
    changed = false;
    for (size_t b = blocks; b-- > 0;) {
      const Block& block = code.blocks[b];
      std::vector<bool> live(slots);
      auto add = [&](BlockId other) {
        if (!other.valid()) return;
        for (size_t s = 0; s < slots; ++s)
          if (code.live_in[other.index][s]) live[s] = true;
      };
      const Instr& last = block.instrs.back();
      add(last.targets[0]);
      add(last.targets[1]);
      add(block.handler);
      for (size_t i = block.instrs.size(); i-- > 0;) {
        const Instr& x = block.instrs[i];
        switch (x.op) {
          case Op::StoreSlot:
          case Op::NewCell:
            live[x.slot.index] = false;
            // What the handler reads must survive: the old value is live before the store.
            if (block.handler.valid() && code.live_in[block.handler.index][x.slot.index])
              live[x.slot.index] = true;
            break;
          case Op::LoadSlot:
          case Op::DelSlot:
          case Op::LoadCell:
          case Op::StoreCell:
          case Op::DelCell:
          case Op::LoadClassName: live[x.slot.index] = true; break;
          case Op::MakeFunction:
            for (const CallArg& a : x.args) live[a.value.index] = true;
            break;
          case Op::MakeClass:
            for (const CallArg& a : x.args)
              if (a.kind == ArgKind::Star) live[a.value.index] = true;
            break;
          default: break;
        }
      }
      if (live != code.live_in[b]) {
        code.live_in[b] = std::move(live);
        changed = true;
      }
    }
  }
}

// A generator's registers that are used outside their block become slots: what lives across a yield must
// be in the generator object, and only slots are.
static void demoteRegisters(Code& code) {
  std::vector<uint32_t> home(code.regs, Id<BlockTag>::kInvalid);
  for (uint32_t b = 0; b < code.blocks.size(); ++b)
    for (const Instr& i : code.blocks[b].instrs)
      if (i.result.valid()) home[i.result.index] = i.op == Op::ForNext ? i.targets[0].index : b;
  std::vector<bool> demoted(code.regs);
  auto forEachUse = [&](Instr& i, auto f) {
    for (Reg& r : i.operands) f(r);
    bool cells = i.op == Op::MakeFunction || i.op == Op::MakeClass;
    for (CallArg& a : i.args)
      if (!cells || (i.op == Op::MakeClass && a.kind != ArgKind::Star)) f(a.value);
  };
  for (uint32_t b = 0; b < code.blocks.size(); ++b)
    for (Instr& i : code.blocks[b].instrs)
      forEachUse(i, [&](Reg& r) {
        if (home[r.index] != b) demoted[r.index] = true;
      });
  std::vector<Slot> slot(code.regs);
  auto slotOf = [&](uint32_t r) {
    if (!slot[r].valid()) {
      code.slots.push_back(Name());
      slot[r] = Slot(code.slots.size() - 1);
    }
    return slot[r];
  };
  std::vector<std::vector<Reg>> at_start(code.blocks.size());
  for (Block& block : code.blocks)
    if (Instr& last = block.instrs.back(); last.op == Op::ForNext && demoted[last.result.index])
      at_start[last.targets[0].index].push_back(last.result);
  for (uint32_t b = 0; b < code.blocks.size(); ++b) {
    std::vector<Instr> out;
    auto save = [&](Reg r) {
      Instr s;
      s.op = Op::StoreSlot;
      s.slot = slotOf(r.index);
      s.operands = {r};
      out.push_back(s);
    };
    for (Reg r : at_start[b]) save(r);
    for (Instr& i : code.blocks[b].instrs) {
      forEachUse(i, [&](Reg& r) {
        if (!demoted[r.index] || home[r.index] == b) return;
        Instr load;
        load.op = Op::LoadSlot;
        load.slot = slotOf(r.index);
        load.place.range = i.place.range;
        load.result = Reg(code.regs++);
        r = load.result;
        out.push_back(load);
      });
      Reg defined = i.op == Op::ForNext ? Reg() : i.result;
      out.push_back(std::move(i));
      if (defined.valid() && defined.index < demoted.size() && demoted[defined.index]) save(defined);
    }
    code.blocks[b].instrs = std::move(out);
  }
}

void findDefinitions(Code& code) {
  code.defined.assign(code.regs, {Id<BlockTag>::kInvalid, 0});
  code.first.clear();
  uint32_t count = 0;
  for (uint32_t b = 0; b < code.blocks.size(); ++b) {
    code.first.push_back(count);
    count += static_cast<uint32_t>(code.blocks[b].instrs.size());
    for (uint32_t k = 0; k < code.blocks[b].instrs.size(); ++k)
      if (Reg r = code.blocks[b].instrs[k].result; r.valid()) code.defined[r.index] = {b, k};
  }
}

CodeId copyCode(Program& program, CodeId code) {
  const Code& from = program.codes[code];
  Code copy = from;
  copy.copy_of = code;
  copy.lowered = false;
  copy.slots.clear();
  copy.locals.clear();
  copy.regs = 0;
  copy.defined.clear();
  copy.blocks.clear();
  copy.first.clear();
  copy.live_in.clear();
  copy.annotations.clear();
  copy.paths.clear();
  copy.path_keys.clear();
  CodeId id = program.codes.add(std::move(copy));
  program.codes[id].id = id;
  return id;
}

void lowerCode(Program& program, CodeId code, DiagnosticSink& diags) {
  if (program.codes[code].lowered) return;
  program.codes[code].lowered = true;
  Lowering(program, code, diags).run();
  findPassedKeywords(program, program.codes[code]);
  findReplacedAttributes(program.codes[code]);
  removeDeadCellStores(program.codes[code]);
  if (program.codes[code].generator) demoteRegisters(program.codes[code]);
  findLiveSlots(program.codes[code]);
  if (Code& c = program.codes[code]; (program.observes_deaths || program.keeps_generators) && !c.library)
    for (auto& live : c.live_in) {
      for (Slot s : c.locals) live[s.index] = true;
      for (size_t k = 0; k < c.params.size(); ++k) live[k] = true;
    }
  if (!program.codes[code].library) findPaths(program.codes[code], *program.names);
  findDefinitions(program.codes[code]);
  findRepeated(program, code);
}

// --- building ---

BlockId Lowering::newBlock() {
  code().blocks.emplace_back();
  return BlockId(code().blocks.size() - 1);
}

void Lowering::start(BlockId b) {
  current_ = b;
  code().blocks[b.index].handler = handler_;
}

Instr& Lowering::emit(Op op, Range r) {
  if (terminated()) start(newBlock());  // unreachable code still gets lowered: its errors count
  Instr i;
  i.op = op;
  i.place.range = r;
  i.place.comprehension = comprehension_;
  auto& list = code().blocks[current_.index].instrs;
  list.push_back(std::move(i));
  return list.back();
}

Reg Lowering::emitValue(Op op, Range r, std::initializer_list<Reg> operands) {
  Instr& i = emit(op, r);
  i.operands = operands;
  return i.result = newReg();
}

void Lowering::jump(BlockId target) {
  if (terminated()) return;
  emit(Op::Jump, {}).targets[0] = target;
  current_ = BlockId();
}

void Lowering::branch(Reg condition, BlockId yes, BlockId no, Range r) {
  Instr& i = emit(Op::Branch, r);
  i.operands = {condition};
  i.targets[0] = yes;
  i.targets[1] = no;
  current_ = BlockId();
}

Slot Lowering::newSlot(Name name) {
  code().slots.push_back(name);
  return Slot(code().slots.size() - 1);
}

Reg Lowering::loadSlot(Slot s, Range r) {
  Reg v = emitValue(Op::LoadSlot, r);
  last().slot = s;
  return v;
}

void Lowering::storeSlot(Slot s, Reg v, Range r) {
  Instr& i = emit(Op::StoreSlot, r);
  i.slot = s;
  i.operands = {v};
}

Reg Lowering::constant(ConstantKind kind, Range r) {
  Reg v = emitValue(Op::Const, r);
  last().sub = static_cast<uint8_t>(kind);
  return v;
}

Reg Lowering::constantStr(std::string_view text, Range r) {
  Reg v = constant(ConstantKind::Str, r);
  last().text = text;
  return v;
}

Reg Lowering::constantInt(int64_t n, Range r) {
  Reg v = constant(ConstantKind::Int, r);
  last().imm = n;
  return v;
}

// `await` and the like: the function's `async` was reported already.
void Lowering::unsupportedAsync(Range r, const std::string& what, const std::string& hint) {
  CodeId c = code_id_;
  while (program_.codes[c].kind == CodeKind::GeneratorExpression) c = program_.codes[c].parent;
  if (!program_.codes[c].async) unsupported(r, what, hint);
}

void Lowering::unsupported(Range r, const std::string& what, const std::string& hint) {
  auto& d = diags_.report(DiagCode::Unsupported, {code().file, r},
                          what + " is not compiled yet");
  d.hint = hint;
}

// --- names ---

Slot Lowering::variableSlot(const Scope* owner, Name name) {
  auto key = std::make_pair(owner, name);
  auto it = slots_.find(key);
  if (it != slots_.end()) return it->second;
  Slot s = newSlot(name);
  slots_[key] = s;
  if (owner == code().scope) code().locals.push_back(s);
  return s;
}

// A captured variable that no inner function binds has its value in a slot, too: the owner reads it there,
// where tests narrow its type. Invalid if an inner function may bind it.
Slot Lowering::copySlot(const Scope* owner, Name name) {
  auto [it, added] = copies_.try_emplace({owner, name});
  if (!added) return it->second;
  for (const Scope& s : moduleOf(program_, code().module).storage) {
    const Symbol* sym = s.find(name);
    if (!sym || !sym->declared_nonlocal) continue;
    for (const Scope* outer = s.parent; outer; outer = outer->parent)
      if (outer == owner) return it->second;
  }
  return it->second = newSlot(name);
}

// A class's own variable where the slot of that name has the cell that passes through to the methods.
Slot Lowering::besideCell(const Scope* owner, Name name) {
  auto [it, added] = copies_.try_emplace({owner, name});
  if (!added) return it->second;
  it->second = newSlot(name);
  code().locals.push_back(it->second);
  return it->second;
}

// The slot of the cell that a function or class defined here captures.
Slot Lowering::capturedSlot(Name name) {
  const Symbol* sym = scope_->kind == ScopeKind::Class ? scope_->find(name) : nullptr;
  return sym && sym->passes_cell ? variableSlot(scope_, name) : access(name).slot;
}

// Classes of lib/core whose names CPython's builtins do not have.
static bool isInternal(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "NoneType", "NotImplementedType", "UnsupportedOperation", "bytearray_iterator", "bytes_iterator", "callable_iterator", "dict_itemiterator", "dict_items",
      "dict_keyiterator", "dict_keys", "dict_reverseitemiterator", "dict_reversekeyiterator", "dict_reversevalueiterator", "dict_valueiterator",
      "dict_values", "ellipsis", "function", "iterator", "method", "module", "range_iterator", "set_iterator", "vtuple"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

Lowering::Access Lowering::access(Name name) {
  const Scope* s = scope_;
  const Symbol* sym = nullptr;
  // Inside a comprehension a name may belong to it or to what surrounds it.
  for (;; s = s->parent) {
    sym = s->find(name);
    if (sym && sym->assigned && !sym->declared_nonlocal && !sym->declared_global) break;
    if (sym && sym->declared_global) break;
    if (s->kind != ScopeKind::Comprehension) break;
  }
  Access a{};
  bool class_skipped = scope_ != s && s->kind == ScopeKind::Class;
  if (sym && !class_skipped) {
    switch (sym->binding) {
      case Binding::Local:
        a.kind = Access::Slot;
        a.slot = variableSlot(s, name);
        return a;
      case Binding::Cell:
      case Binding::Free:
        a.kind = Access::Cell;
        a.slot = variableSlot(s, name);
        if (sym->binding == Binding::Cell) a.copy = copySlot(s, name);
        return a;
      case Binding::Class:
        a.kind = Access::Class;
        a.slot = sym->passes_cell ? besideCell(s, name) : variableSlot(s, name);
        break;
      case Binding::Global: a.kind = Access::Global; break;
    }
  } else {
    a.kind = Access::Global;
    // A free variable of the comprehension's enclosing function that only the comprehension uses.
    const Symbol* inner = scope_->find(name);
    if (inner && inner->binding == Binding::Free) {
      a.kind = Access::Cell;
      a.slot = variableSlot(s, name);
      return a;
    }
  }
  a.global = program_.globalOf(code().module, name);
  if (code().core && !a.global.valid()) {
    auto it = program_.core_globals.find(name);
    if (it != program_.core_globals.end()) a.global = it->second;
  }
  auto it = program_.core_globals.find(name);
  if (it != program_.core_globals.end() && names_.text(name)[0] != '\0') {
    std::string_view t = names_.text(name);
    bool hidden = isInternal(t) || (t[0] == '_' && t != "__name__" && t != "__build_class__" && t != "__debug__" && t != "__import__");
    if (!hidden || (code().library && !a.global.valid())) a.builtin = it->second;
  }
  if (a.kind == Access::Global && !a.global.valid() && code().kind == CodeKind::Module &&
      program_.modules->main == code().module) {
    const Symbol* m = moduleOf(program_, code().module).scope->find(name);
    if (m && m->assigned) {
      a.kind = Access::Class;  // a slot with the builtin as fallback
      a.slot = variableSlot(moduleOf(program_, code().module).scope, name);
    }
  }
  return a;
}

Reg Lowering::loadName(Name raw, Range r) {
  Name name = mangled(raw);
  Access a = access(name);
  switch (a.kind) {
    case Access::Slot: return loadSlot(a.slot, r);
    case Access::Cell: {
      if (a.copy.valid()) return loadSlot(a.copy, r);
      Reg v = emitValue(Op::LoadCell, r);
      last().slot = a.slot;
      last().name = name;
      return v;
    }
    case Access::Class: {
      Reg v = emitValue(Op::LoadClassName, r);
      Instr& i = last();
      i.slot = a.slot;
      i.name = name;
      i.global = a.global;
      i.builtin = a.builtin;
      return v;
    }
    case Access::Global: {
      // The module's own attributes.
      if (names_.text(name) == "_krait_this_class") {
        Reg v = emitValue(Op::Intrinsic, r);
        last().name = names_.intern("this_class");
        return v;
      }
      // In what a class body defines: the class.
      if (names_.text(name) == "__class__" && !a.global.valid()) {
        CodeId around = code().parent;
        while (around.valid() && program_.codes[around].kind != CodeKind::Class) around = program_.codes[around].parent;
        if (around.valid() && code().kind != CodeKind::Class) {
          Reg v = emitValue(Op::Intrinsic, r);
          last().name = names_.intern("this_class");
          return v;
        }
      }
      // Names that the compiler writes: `_krait_MODULE__NAME` of a library module or the builtins.
      if (std::string_view t = names_.text(name); !a.global.valid() && t.starts_with("_krait_")) {
        t.remove_prefix(7);
        std::string_view module = t.substr(0, t.find("__"));
        Name inner = names_.intern(t.substr(module.size() + 2));
        Reg v = emitValue(Op::LoadGlobal, r);
        last().name = inner;
        if (module == "builtins") {
          last().builtin = program_.core_globals.at(inner);
        } else {
          ModuleId m = program_.modules->by_name.at(std::string(module));
          last().global = program_.globalOf(m, inner);
        }
        return v;
      }
      if (!a.global.valid() && !a.builtin.valid()) {
        std::string_view t = names_.text(name);
        const resolve::Module& m = moduleOf(program_, code().module);
        if (t == "__name__") return constantStr(names_.text(names_.intern(m.name)), r);
        if (t == "__file__") return constantStr(names_.text(names_.intern(m.path)), r);
        if (t == "__debug__") return constant(ConstantKind::True, r);
        if (t == "__doc__") {
          if (m.tree && !m.tree->body.empty())
            if (auto* d = dynAs<ExprStmt>(m.tree->body[0]))
              if (auto* c = dynAs<Constant>(d->value); c && c->value_kind == ConstantKind::Str) return constantStr(c->text, r);
          return constant(ConstantKind::None, r);
        }
      }
      Reg v = emitValue(Op::LoadGlobal, r);
      Instr& i = last();
      i.name = name;
      i.global = a.global;
      i.builtin = a.builtin;
      return v;
    }
  }
  KRAIT_UNREACHABLE("access kind");
}

void Lowering::storeName(Name raw, Reg value, Range r) {
  Name name = mangled(raw);
  Access a = access(name);
  switch (a.kind) {
    case Access::Slot: return storeSlot(a.slot, value, r);
    case Access::Cell: {
      Instr& i = emit(Op::StoreCell, r);
      i.slot = a.slot;
      i.name = name;
      i.operands = {value};
      if (a.copy.valid()) storeSlot(a.copy, value, r);
      return;
    }
    case Access::Class: {
      storeSlot(a.slot, value, r);
      bool hidden = false;
      for (Name n : hidden_) hidden |= n == name;
      if (code().kind == CodeKind::Class && !hidden) {
        Instr& i = emit(Op::StoreClassAttr, r);
        i.name = name;
        i.operands = {value};
      }
      return;
    }
    case Access::Global: {
      Instr& i = emit(Op::StoreGlobal, r);
      i.name = name;
      i.global = a.global;
      i.operands = {value};
      return;
    }
  }
}

void Lowering::deleteName(Name raw, Range r, bool must_exist) {
  Name name = mangled(raw);
  Access a = access(name);
  Op op = a.kind == Access::Cell ? Op::DelCell : a.kind == Access::Global ? Op::DelGlobal : Op::DelSlot;
  if (a.copy.valid()) {
    Instr& i = emit(Op::DelSlot, r);
    i.slot = a.copy;
    i.name = name;
    i.sub = must_exist;
  }
  Instr& i = emit(op, r);
  i.slot = a.slot;
  i.name = name;
  i.global = a.global;
  i.sub = must_exist;
  if (a.kind == Access::Class && code().kind == CodeKind::Class) emit(Op::StoreClassAttr, r).name = name;  // without a value
}

// Fresh cells for the captured variables of a scope that begins here.
void Lowering::enterScope(const Scope* scope) {
  for (Name n : scope->order) {
    const Symbol& sym = *scope->find(n);
    if (sym.binding != Binding::Cell || sym.parameter) continue;
    if (!(sym.assigned && !sym.declared_nonlocal)) continue;
    Slot s = variableSlot(scope, n);
    Instr& i = emit(Op::NewCell, {});
    i.slot = s;
    i.name = n;
  }
}

}  // namespace krait::hir
