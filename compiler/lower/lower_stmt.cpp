// Lowering of statements.
#include "lower/lowering.h"

namespace krait::hir {

using namespace ast;
using resolve::Binding;
using resolve::Scope;

void Lowering::run() {
  Code& c = code();
  scope_ = c.scope;
  for (const Param& p : c.params) newSlot(p.name);
  start(newBlock());
  prologue();
  switch (c.kind) {
    case CodeKind::Module: {
      const Module* m = static_cast<const Module*>(c.node);
      const resolve::Module& self = program_.modules->modules[c.module];
      if (c.module == program_.modules->main && !self.home.empty()) {
        // krait run -m PACKAGE.MODULE: the package comes first.
        emitValue(Op::ImportModule, {});
        last().name = names_.intern(self.home);
        last().sub = 1;
      }
      stmts(m->body);
      break;
    }
    case CodeKind::Function: {
      auto* f = static_cast<const FunctionDef*>(c.node);
      if (f->is_async)
        unsupported(f->name.range, "'async def'", "use plain functions and threads until asyncio is supported");
      stmts(f->body);
      break;
    }
    case CodeKind::Lambda: {
      auto* l = static_cast<const Lambda*>(static_cast<const Expr*>(c.node));
      returnValue(expr(l->body), l->body->range);
      return;
    }
    case CodeKind::Class: {
      auto* k = static_cast<const ClassDef*>(c.node);
      const std::vector<bool> replaced = replacedFunctions(k->body, true);
      if (program_.describes_annotations && !c.library) {
        class_annotations_ = emitValue(Op::BuildDict, c.range);
        emit(Op::StoreClassAttr, c.range).operands = {class_annotations_};
        last().name = names_.intern("__annotations__");
      }
      for (size_t i = 0; i < k->body.size(); ++i) {
        hidden_ = i < k->own_statements ? k->members : List<Name>();
        replaced_ = replaced[i];
        stmt(k->body[i]);
      }
      hidden_ = {};
      if (program_.class_hooks && !c.core) setNames(k);
      break;
    }
    case CodeKind::GeneratorExpression: {
      auto* g = static_cast<const GeneratorExp*>(static_cast<const Expr*>(c.node));
      Reg iter = loadSlot(Slot(0u), g->range);
      comprehensionLoops(g, g->generators, 0, iter, [&] {
        Reg v = expr(g->elt);
        emitYield(v, g->elt->range);
      });
      break;
    }
  }
  if (!terminated()) {
    Reg none = constant(ConstantKind::None, {});
    Instr& i = emit(Op::Return, {});
    i.operands = {none};
    current_ = BlockId();
  }
  // Blocks that nothing ever finished (dead code after a return) end as unreachable.
  for (Block& b : code().blocks) {
    if (!b.instrs.empty()) {
      Op last = b.instrs.back().op;
      if (last >= Op::Jump) continue;
    }
    Instr i;
    i.op = Op::Unreachable;
    b.instrs.push_back(i);
  }
}

// Parameters that inner functions capture move into cells; captured variables of outer functions come
// from the closure; cells for the rest.
void Lowering::prologue() {
  Code& c = code();
  for (size_t i = 0; i < c.params.size(); ++i) {
    const resolve::Symbol* sym = scope_->find(c.params[i].name);
    if (sym && sym->binding == Binding::Cell) {
      Slot cell = newSlot(c.params[i].name);
      slots_[{scope_, c.params[i].name}] = cell;
      Instr& n = emit(Op::NewCell, {});
      n.slot = cell;
      n.name = c.params[i].name;
      Reg v = loadSlot(Slot(i), {});
      Instr& s = emit(Op::StoreCell, {});
      s.slot = cell;
      s.name = c.params[i].name;
      s.operands = {v};
      if (Slot copy = copySlot(scope_, c.params[i].name); copy.valid()) storeSlot(copy, v, {});
    } else {
      slots_[{scope_, c.params[i].name}] = Slot(i);
    }
  }
  for (size_t i = 0; i < c.free.size(); ++i) {
    // The same cell serves this scope and the comprehensions inside it.
    Slot cell = variableSlot(scope_, c.free[i]);
    Reg v = emitValue(Op::LoadFree, {});
    last().imm = static_cast<int64_t>(i);
    last().name = c.free[i];
    storeSlot(cell, v, {});
  }
  enterScope(scope_);
}

void Lowering::stmts(const List<Stmt*>& list) {
  const std::vector<bool> replaced = replacedFunctions(list, false);
  for (size_t i = 0; i < list.size(); ++i) {
    replaced_ = replaced[i];
    stmt(list[i]);
  }
}

// Which functions does another one of the same name replace before anything can see them? So it is with the declarations
// of an overloaded function. Between the two there are functions only, whose decorators and defaults cannot read the
// name.
std::vector<bool> Lowering::replacedFunctions(const List<Stmt*>& list, bool in_class) {
  std::vector<bool> replaced(list.size());
  std::set<Name> defined;  // further down, before anything could read it
  for (size_t i = list.size(); i-- > 0;) {
    auto* f = dynAs<FunctionDef>(list[i]);
    if (!f) {
      defined.clear();
      continue;
    }
    replaced[i] = defined.count(f->name.name) != 0;
    std::vector<Name> read;
    bool harmless = true;
    for (const Expr* d : f->decorator_list) {
      Name last;
      if (auto* a = dynAs<Attribute>(d)) {
        last = a->attr.name;
        d = a->value;
      }
      auto* n = dynAs<NameExpr>(d);
      // A decorator can read variables of the module, but not of a class body.
      harmless &= n && (in_class || names_.text(last.valid() ? last : n->id) == "overload");
      if (n) read.push_back(n->id);
    }
    for (const Expr* d : f->args->defaults) harmless &= d->kind == ExprKind::Constant;
    for (const Expr* d : f->args->kw_defaults) harmless &= !d || d->kind == ExprKind::Constant;
    if (!harmless) {
      defined.clear();
      continue;
    }
    defined.insert(f->name.name);
    for (Name n : read) defined.erase(n);
  }
  return replaced;
}

// What a class of the library says to the compiler, which reads it in the tree: no attribute of the class.
bool Lowering::isNoteOfLibrary(const Assign* a) {
  if (code().kind != CodeKind::Class || !code().library || a->targets.size() != 1) return false;
  auto* name = dynAs<NameExpr>(a->targets[0]);
  if (!name) return false;
  static constexpr std::string_view kNotes[] = {"__module__", "__full_name__", "__generic__", "__fields__", "__buffers__"};
  return std::find(std::begin(kNotes), std::end(kNotes), names_.text(name->id)) != std::end(kNotes);
}

void Lowering::stmt(const Stmt* s) {
  Range r = s->range;
  switch (s->kind) {
    case StmtKind::FunctionDef: return functionDef(as<FunctionDef>(s));
    case StmtKind::ClassDef: return classDef(as<ClassDef>(s));
    case StmtKind::Return: {
      auto* e = as<Return>(s)->value;
      return returnValue(e ? expr(e) : constant(ConstantKind::None, r), r);
    }
    case StmtKind::Delete:
      for (const Expr* t : as<Delete>(s)->targets) deleteTarget(t);
      return;
    case StmtKind::Assign: {
      auto* a = as<Assign>(s);
      if (isNoteOfLibrary(a)) return;
      Reg v = expr(a->value);
      for (const Expr* t : a->targets) assign(t, v);
      return;
    }
    case StmtKind::TypeAlias: {
      // What it stands for is evaluated when something asks for it, which annotations do not.
      auto* alias = as<TypeAlias>(s)->name;
      return assign(alias, coreCall("_type_alias", {constantStr(names_.text(as<NameExpr>(alias)->id), r)}, r));
    }
    case StmtKind::AugAssign: return augAssign(as<AugAssign>(s));
    case StmtKind::AnnAssign: {
      auto* a = as<AnnAssign>(s);
      if (auto* n = dynAs<NameExpr>(a->target); n && a->simple) code().annotations.push_back({mangled(n->id), a->annotation, false});
      if (auto* x = dynAs<Attribute>(a->target); x && code().is_method && !code().params.empty())
        if (auto* self = dynAs<NameExpr>(x->value); self && mangled(self->id) == code().params[0].name)
          code().annotations.push_back({mangled(x->attr.name), a->annotation, true});
      if (a->value) assign(a->target, expr(a->value));
      if (code().kind == CodeKind::Class) annotateClass(a);
      else if (code().kind == CodeKind::Module) annotationNames(a->annotation);
      return;
    }
    case StmtKind::For: return forLoop(as<For>(s));
    case StmtKind::While: return whileLoop(as<While>(s));
    case StmtKind::If: {
      // elif chains can be long: walk them iteratively.
      BlockId done = newBlock();
      const If* i = as<If>(s);
      for (;;) {
        BlockId yes = newBlock(), no = newBlock();
        condition(i->test, yes, no);
        start(yes);
        stmts(i->body);
        jump(done);
        start(no);
        if (i->orelse.size() == 1 && i->orelse[0]->kind == StmtKind::If) {
          i = as<If>(i->orelse[0]);
          continue;
        }
        stmts(i->orelse);
        break;
      }
      jump(done);
      start(done);
      return;
    }
    case StmtKind::With: return withStmt(as<With>(s), 0);
    case StmtKind::Match: return matchStmt(as<Match>(s));
    case StmtKind::Raise: return raiseStmt(as<Raise>(s));
    case StmtKind::Try: return tryStmt(as<Try>(s));
    case StmtKind::Assert: return assertStmt(as<Assert>(s));
    case StmtKind::Import: return importStmt(as<Import>(s));
    case StmtKind::ImportFrom: return importFrom(as<ImportFrom>(s));
    case StmtKind::Global:
    case StmtKind::Nonlocal:
    case StmtKind::Pass: return;
    case StmtKind::ExprStmt:
      if (as<ExprStmt>(s)->value->kind != ExprKind::Constant) expr(as<ExprStmt>(s)->value);
      return;
    case StmtKind::Break:
    case StmtKind::Continue: {
      for (size_t i = contexts_.size(); i-- > 0;) {
        if (contexts_[i].kind != Context::Loop) continue;
        BlockId target = s->kind == StmtKind::Break ? contexts_[i].break_block : contexts_[i].continue_block;
        unwindTo(i + 1, r);
        jump(target);
        return;
      }
      return;
    }
  }
}

void Lowering::assign(const Expr* t, Reg value) {
  switch (t->kind) {
    case ExprKind::NameExpr: return storeName(as<NameExpr>(t)->id, value, t->range);
    case ExprKind::Attribute: {
      auto* a = as<Attribute>(t);
      Reg object = expr(a->value);
      if (names_.text(a->attr.name) == "__dict__" && !code().library)
        unsupported(t->range, "replacing the __dict__ of an object", "set the attributes with __dict__.update(), setattr() or by name");
      Instr& i = emit(Op::SetAttr, t->range);
      i.operands = {object, value};
      i.name = mangled(a->attr.name);
      return;
    }
    case ExprKind::Subscript: {
      auto* s = as<Subscript>(t);
      if (storeThroughGlobals(s, value)) return;
      if (const Expr* object = ownerOfDict(s->value)) {
        Reg owner = expr(object);
        Reg name = expr(s->slice);
        auto* text = dynAs<Constant>(s->slice);
        if (text && text->value_kind == ConstantKind::Str) {
          Instr& set = emit(Op::SetAttr, t->range);
          set.operands = {owner, value};
          set.name = names_.intern(text->text);
          set.sub = 2;  // past __setattr__, properties and descriptors
          return;
        }
        dynamicAttribute("attr_set", {owner, name, value}, s->slice, true, t->range, "_dict_name");
        return;
      }
      Reg object = expr(s->value);
      Reg index = sliceExpr(s->slice);
      Instr& i = emit(Op::SetItem, t->range);
      i.operands = {object, index, value};
      i.place.anchor = {s->value->range.end, s->slice->range.end + 1};
      return;
    }
    case ExprKind::TupleExpr: return unpack(as<TupleExpr>(t)->elts, value, t->range);
    case ExprKind::ListExpr: return unpack(as<ListExpr>(t)->elts, value, t->range);
    default: KRAIT_UNREACHABLE("assignment target");
  }
}

void Lowering::unpack(const List<Expr*>& targets, Reg value, Range r) {
  size_t star = targets.size();
  for (size_t i = 0; i < targets.size(); ++i)
    if (targets[i]->kind == ExprKind::Starred) star = i;
  bool has_star = star < targets.size();
  Reg parts = emitValue(has_star ? Op::UnpackStar : Op::Unpack, r, {value});
  last().imm = static_cast<int64_t>(has_star ? star : targets.size());
  last().sub = has_star ? static_cast<uint8_t>(targets.size() - star - 1) : 0;
  std::vector<Reg> items;
  for (size_t i = 0; i < targets.size(); ++i) {
    items.push_back(emitValue(Op::UnpackGet, targets[i]->range, {parts}));
    last().imm = static_cast<int64_t>(i);
  }
  for (size_t i = 0; i < targets.size(); ++i)
    assign(i == star ? as<Starred>(targets[i])->value : targets[i], items[i]);
}

void Lowering::augAssign(const AugAssign* s) {
  auto inplace = [&](Reg left) {
    Reg right = expr(s->value);
    Reg v = emitValue(Op::Inplace, s->range, {left, right});
    last().sub = static_cast<uint8_t>(s->op);
    // The operator stands between target and value.
    last().place.anchor = {};
    return v;
  };
  switch (s->target->kind) {
    case ExprKind::NameExpr: {
      Reg v = inplace(loadName(as<NameExpr>(s->target)->id, s->target->range));
      return storeName(as<NameExpr>(s->target)->id, v, s->target->range);
    }
    case ExprKind::Attribute: {
      auto* a = as<Attribute>(s->target);
      Reg object = expr(a->value);
      Reg old = emitValue(Op::GetAttr, s->target->range, {object});
      last().name = mangled(a->attr.name);
      Reg v = inplace(old);
      Instr& i = emit(Op::SetAttr, s->target->range);
      i.operands = {object, v};
      i.name = mangled(a->attr.name);
      return;
    }
    case ExprKind::Subscript: {
      auto* x = as<Subscript>(s->target);
      Reg object = expr(x->value);
      Reg index = sliceExpr(x->slice);
      Reg old = emitValue(Op::GetItem, s->target->range, {object, index});
      Range anchor{x->value->range.end, x->slice->range.end + 1};
      last().place.anchor = anchor;
      Reg v = inplace(old);
      Instr& i = emit(Op::SetItem, s->target->range);
      i.operands = {object, index, v};
      i.place.anchor = anchor;
      return;
    }
    default: KRAIT_UNREACHABLE("augmented assignment target");
  }
}

void Lowering::deleteTarget(const Expr* t) {
  switch (t->kind) {
    case ExprKind::NameExpr: return deleteName(as<NameExpr>(t)->id, t->range);
    case ExprKind::Attribute: {
      auto* a = as<Attribute>(t);
      Reg object = expr(a->value);
      Instr& i = emit(Op::DelAttr, t->range);
      i.operands = {object};
      i.name = mangled(a->attr.name);
      return;
    }
    case ExprKind::Subscript: {
      auto* s = as<Subscript>(t);
      Reg object = expr(s->value);
      Reg index = sliceExpr(s->slice);
      Instr& i = emit(Op::DelItem, t->range);
      i.operands = {object, index};
      return;
    }
    case ExprKind::TupleExpr:
      for (const Expr* x : as<TupleExpr>(t)->elts) deleteTarget(x);
      return;
    case ExprKind::ListExpr:
      for (const Expr* x : as<ListExpr>(t)->elts) deleteTarget(x);
      return;
    default: KRAIT_UNREACHABLE("deletion target");
  }
}

// The operand of `_k.rest(…)`, or null.
const Expr* Lowering::restOf(const Expr* e) const {
  auto* call = dynAs<Call>(e);
  auto* a = call && call->args.size() == 1 ? dynAs<Attribute>(call->func) : nullptr;
  auto* base = a ? dynAs<NameExpr>(a->value) : nullptr;
  return base && names_.text(base->id) == "_k" && names_.text(a->attr.name) == "rest" ? call->args[0] : nullptr;
}

void Lowering::forLoop(const For* s) {
  if (s->is_async)
    unsupportedAsync(s->range, "'async for'", "use a plain loop until asyncio is supported");
  // In the library `for x in _k.rest(it)` goes on with an iterator: a class of the program may begin again in __iter__.
  const Expr* begun = code().library ? restOf(s->iter) : nullptr;
  Reg iter = begun ? expr(begun) : emitValue(Op::GetIter, s->iter->range, {plainly(s->iter, s->is_async)});
  BlockId head = newBlock(), body = newBlock(), exhausted = newBlock(), done = newBlock();
  jump(head);
  start(head);
  Instr& n = emit(Op::ForNext, s->iter->range);
  n.operands = {iter};
  n.targets[0] = body;
  n.targets[1] = exhausted;
  Reg item = n.result = newReg();
  current_ = BlockId();
  start(body);
  Context loop{};
  loop.kind = Context::Loop;
  loop.break_block = done;
  loop.continue_block = head;
  contexts_.push_back(loop);
  assign(s->target, item);
  pollInterrupt(s->iter->range);
  stmts(s->body);
  contexts_.pop_back();
  jump(head);
  start(exhausted);
  stmts(s->orelse);
  jump(done);
  start(done);
}

void Lowering::pollInterrupt(Range r) {
  if (!program_.polls_interrupts || code().library) return;
  emitValue(Op::RtCall, r);
  last().name = names_.intern("check_interrupt");
}

void Lowering::whileLoop(const While* s) {
  BlockId head = newBlock(), body = newBlock(), exit = newBlock(), done = newBlock();
  jump(head);
  start(head);
  if (auto* c = dynAs<Constant>(s->test);
      c && (c->value_kind == ConstantKind::True ||
            (c->value_kind == ConstantKind::Int && c->text != "0"))) {
    jump(body);
  } else {
    condition(s->test, body, exit);
  }
  start(body);
  Context loop{};
  loop.kind = Context::Loop;
  loop.break_block = done;
  loop.continue_block = head;
  contexts_.push_back(loop);
  pollInterrupt(s->test->range);
  stmts(s->body);
  contexts_.pop_back();
  jump(head);
  start(exit);
  stmts(s->orelse);
  jump(done);
  start(done);
}

void Lowering::returnValue(Reg value, Range r) {
  bool leaves = false;
  for (const Context& c : contexts_) leaves |= c.kind != Context::Loop;
  if (leaves) {
    // Cleanup code may run anything: keep the value in a slot of its own.
    Slot s = newSlot();
    storeSlot(s, value, r);
    unwindTo(0, r);
    value = loadSlot(s, r);
  }
  Instr& i = emit(Op::Return, r);
  i.operands = {value};
  current_ = BlockId();
}

void Lowering::raiseStmt(const Raise* s) {
  if (!s->exc) {
    Reg e = emitValue(Op::Intrinsic, s->range);
    last().name = names_.intern("current_exception");
    emit(Op::Reraise, s->range).operands = {e};
    current_ = BlockId();
    return;
  }
  Reg e = expr(s->exc);
  Reg cause;
  if (s->cause) cause = expr(s->cause);
  Instr& i = emit(Op::Raise, s->range);
  i.operands = {e};
  if (cause.valid()) i.operands.push_back(cause);
  current_ = BlockId();
}

void Lowering::assertStmt(const Assert* s) {
  BlockId ok = newBlock(), bad = newBlock();
  condition(s->test, ok, bad);
  start(bad);
  Reg type = coreName("AssertionError", s->range);
  std::vector<CallArg> args;
  if (s->msg) args.push_back({expr(s->msg), ArgKind::Positional, Name()});
  Reg e = emitValue(Op::Call, s->range, {type});
  last().args = args;
  emit(Op::Raise, s->test->range).operands = {e};
  current_ = BlockId();
  start(ok);
}

void Lowering::functionDef(const FunctionDef* s) {
  const bool replaced = std::exchange(replaced_, false);
  std::vector<Reg> decorators;
  for (const Expr* d : s->decorator_list) decorators.push_back(expr(d));
  Reg v = function(s, CodeKind::Function, s->args, s->range, s->name.name);
  const CodeId id = last().code;
  const std::vector<Reg> defaults = last().operands;
  Code& inner = program_.codes[id];
  inner.async = s->is_async;
  if (!s->body.empty())
    if (auto* d = dynAs<ExprStmt>(s->body[0]))
      if (auto* c = dynAs<Constant>(d->value); c && c->value_kind == ConstantKind::Str) {
        inner.doc = c->text;
        inner.has_doc = true;
      }
  describe(v, id, s, s->args, defaults, s->range);
  v = decorate(s->decorator_list, decorators, v);
  if (!replaced) storeName(s->name.name, v, s->name.range);
}

Reg Lowering::decorate(const List<Expr*>& decorators, const std::vector<Reg>& fns, Reg value) {
  for (size_t i = fns.size(); i-- > 0;) {
    Reg arg = value;
    value = emitValue(Op::Call, decorators[i]->range, {fns[i]});
    last().args = {{arg, ArgKind::Positional, Name()}};
  }
  return value;
}

// Calls __set_name__ of what the class body made, in the order of the names.
void Lowering::setNames(const ClassDef* k) {
  std::vector<std::pair<Name, Range>> names;
  auto add = [&](Name n, Range r) {
    if (std::none_of(names.begin(), names.end(), [&](auto& known) { return known.first == n; })) names.push_back({n, r});
  };
  auto makes = [](const Expr* e) {
    return e && (e->kind == ExprKind::Call || e->kind == ExprKind::NameExpr || e->kind == ExprKind::Attribute || e->kind == ExprKind::Subscript ||
                 e->kind == ExprKind::IfExp || e->kind == ExprKind::BoolOp || e->kind == ExprKind::NamedExpr);
  };
  for (const Stmt* s : k->body) {
    if (auto* a = dynAs<Assign>(s)) {
      for (const Expr* t : a->targets)
        if (auto* n = dynAs<NameExpr>(t); n && makes(a->value)) add(n->id, t->range);
    } else if (auto* annotated = dynAs<AnnAssign>(s)) {
      if (auto* n = dynAs<NameExpr>(annotated->target); n && makes(annotated->value)) add(n->id, n->range);
    } else if (auto* f = dynAs<FunctionDef>(s)) {
      if (!f->decorator_list.empty()) add(f->name.name, f->name.range);
    }
  }
  // A later `del` or `for` may leave a name unset or give it another value; the former has no name then.
  for (const Stmt* s : k->body)
    if (auto* d = dynAs<Delete>(s))
      for (const Expr* t : d->targets)
        if (auto* n = dynAs<NameExpr>(t)) std::erase_if(names, [&](auto& known) { return known.first == n->id; });
  for (auto [name, range] : names) {
    Reg value = loadName(name, range);
    Reg owner = loadName(names_.intern("_krait_this_class"), range);
    coreCall("_set_name", {value, owner, constantStr(names_.text(mangled(name)), range)}, range);
  }
}

void Lowering::classDef(const ClassDef* s) {
  const bool outer_core = code().core;
  std::vector<Reg> decorators;
  for (const Expr* d : s->decorator_list) decorators.push_back(expr(d));
  std::vector<CallArg> args;
  for (const Expr* b : s->bases) {
    if (b->kind == ExprKind::Starred)
      unsupported(b->range, "a starred base class", "name the base classes one by one");
    args.push_back({b->kind == ExprKind::Starred ? unknown(b->range) : expr(b), ArgKind::Positional, Name()});
  }
  for (const Keyword* k : s->keywords) {
    if (k->arg.name.valid()) args.push_back({expr(k->value), ArgKind::Keyword, k->arg.name});
    else unsupported(k->value->range, "a mapping of keywords in a class statement", "write the keywords one by one");
  }
  Code body;
  const Code& outer = code();
  body.kind = CodeKind::Class;
  body.name = names_.text(s->shown.valid() ? s->shown : s->name.name);
  // A call of namedtuple() makes its class where it does not know of the function around it.
  body.qualname = s->shown.valid() ? body.name : qualified(body.name);
  body.parent = code_id_;
  body.module = outer.module;
  body.file = outer.file;
  body.core = outer.core;
  body.library = outer.library;
  body.scope = scopeOf(s);
  body.node = s;
  body.range = s->range;
  for (Name n : body.scope->order)
    if (body.scope->find(n)->binding == Binding::Free || body.scope->find(n)->passes_cell) body.free.push_back(n);
  CodeId id = program_.codes.add(body);
  program_.codes[id].id = id;
  Reg v = emitValue(Op::MakeClass, s->range);
  last().code = id;
  for (const CallArg& a : args) last().operands.push_back(a.value);
  last().imm = static_cast<int64_t>(s->bases.size());
  last().args = args;
  for (Name n : program_.codes[id].free) {
    last().args.push_back({Reg(capturedSlot(n).index), ArgKind::Star, n});  // cells, by slot
  }
  bool options = false;
  for (const Keyword* k : s->keywords) options |= k->arg.name.valid() && names_.text(k->arg.name) != "metaclass";
  const bool by_metaclass = program_.metaclasses && !code().library;
  if ((program_.class_hooks && !outer_core && !s->bases.empty()) || options || by_metaclass) {
    Reg cls = v, name, bases;
    if (by_metaclass) {
      name = constantStr(names_.text(names_.intern(program_.codes[id].name)), s->range);
      bases = emitValue(Op::BuildTuple, s->range);
      for (const CallArg& a : args)
        if (a.kind == ArgKind::Positional) last().operands.push_back(a.value);
    }
    Reg callee = coreName(by_metaclass ? "_made_by_metaclass" : "_class_made", s->range);
    v = emitValue(Op::Call, s->range, {callee});
    last().args.push_back({cls, ArgKind::Positional, Name()});
    if (by_metaclass) last().args.push_back({name, ArgKind::Positional, Name()}), last().args.push_back({bases, ArgKind::Positional, Name()});
    for (const CallArg& a : args)
      if (a.kind == ArgKind::Keyword && names_.text(a.keyword) != "metaclass") last().args.push_back(a);
  }
  if (program_.asks_subclasses && !code().library) coreCall("_note_class", {v}, s->range);
  v = decorate(s->decorator_list, decorators, v);
  storeName(s->name.name, v, s->name.range);
}

void Lowering::importStmt(const Import* s) {
  for (const Alias* a : s->names) {
    std::string dotted(names_.text(a->name.name));
    Reg v = emitValue(Op::ImportModule, s->range);
    last().name = a->name.name;
    last().sub = a->asname.name.valid();  // bind the module itself, not its first package
    if (a->asname.name.valid()) storeName(a->asname.name, v, a->asname.range);
    else storeName(names_.intern(dotted.substr(0, dotted.find('.'))), v, a->name.range);
  }
}

void Lowering::importFrom(const ImportFrom* s) {
  const std::string base = resolve::importedModule(program_.modules->modules[code().module], *s, names_);
  if (base == "__future__") return;
  Reg module = emitValue(Op::ImportModule, s->range);
  last().name = names_.intern(base);
  last().sub = 1;
  for (const Alias* a : s->names) {
    if (names_.text(a->name.name) == "*") {
      auto it = program_.modules->by_name.find(base);
      if (it == program_.modules->by_name.end()) return;
      for (Name name : program_.modules->modules[it->second].exports) {
        Reg v = emitValue(Op::ImportFrom, s->range, {module});
        last().name = name;
        last().text = names_.text(names_.intern(base));
        storeName(name, v, a->range);
      }
      continue;
    }
    Reg v = emitValue(Op::ImportFrom, s->range, {module});
    last().name = a->name.name;
    last().text = names_.text(names_.intern(base));
    const Ident& target = a->asname.name.valid() ? a->asname : a->name;
    storeName(target.name, v, target.range);
  }
}

}  // namespace krait::hir
