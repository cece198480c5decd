// Lowering of what guards its body: try with its handlers and finally, with; and how a jump leaves them.
#include "lower/lowering.h"

namespace krait::hir {

using namespace ast;

void Lowering::unwindTo(size_t depth, Range r) {
  std::vector<Context> saved = contexts_;
  BlockId saved_handler = handler_;
  while (contexts_.size() > depth) {
    Context c = contexts_.back();
    contexts_.pop_back();
    switch (c.kind) {
      case Context::Loop: break;
      case Context::Finally: {
        handler_ = c.outer_handler;
        BlockId b = newBlock();
        jump(b);
        start(b);
        stmts(*c.final_body);
        break;
      }
      case Context::With: {
        handler_ = c.outer_handler;
        BlockId b = newBlock();
        jump(b);
        start(b);
        callExit(c.manager, c.range);
        break;
      }
      case Context::Handler: {
        handler_ = c.outer_handler;
        BlockId b = newBlock();
        jump(b);
        start(b);
        emit(Op::LeaveHandler, r).operands = {c.previous};
        if (c.bound_name.valid()) deleteName(c.bound_name, r, false);
        break;
      }
    }
  }
  contexts_ = std::move(saved);
  handler_ = saved_handler;
}

void Lowering::callExit(Reg manager, Range r) {
  Reg none = constant(ConstantKind::None, r);
  Reg v = emitValue(Op::CallSpecial, r, {manager, none, none, none});
  (void)v;
  last().name = names_.intern("__exit__");
}

void Lowering::tryStmt(const Try* s) {
  if (!s->finalbody.empty()) return tryFinally(s);
  if (s->is_star) tryStar(s);
  else tryExcept(s);
}

void Lowering::tryFinally(const Try* s) {
  BlockId outer = handler_;
  BlockId cleanup = newBlock(), done = newBlock();
  Context f{};
  f.kind = Context::Finally;
  f.final_body = &s->finalbody;
  f.outer_handler = outer;
  contexts_.push_back(f);
  handler_ = cleanup;
  BlockId body = newBlock();
  jump(body);
  start(body);
  if (s->handlers.empty()) stmts(s->body);
  else if (s->is_star) tryStar(s);
  else tryExcept(s);
  handler_ = outer;
  contexts_.pop_back();
  if (!terminated()) {
    BlockId normal = newBlock();
    jump(normal);
    start(normal);
    stmts(s->finalbody);
    jump(done);
  }
  // The way of an exception: run the body as a handler does, then raise again.
  start(cleanup);
  Reg e = emitValue(Op::CatchException, s->range);
  Reg previous = emitValue(Op::EnterHandler, s->range, {e});
  BlockId failed = newBlock(), run = newBlock();
  Context h{};
  h.kind = Context::Handler;
  h.previous = previous;
  h.outer_handler = outer;
  contexts_.push_back(h);
  handler_ = failed;
  jump(run);
  start(run);
  stmts(s->finalbody);
  contexts_.pop_back();
  handler_ = outer;
  if (!terminated()) {
    BlockId again = newBlock();
    jump(again);
    start(again);
    emit(Op::LeaveHandler, {}).operands = {previous};
    emit(Op::Reraise, s->range).operands = {e};
    current_ = BlockId();
  }
  start(failed);
  Reg e2 = emitValue(Op::CatchException, s->range);
  emit(Op::LeaveHandler, {}).operands = {previous};
  emit(Op::Reraise, s->range).operands = {e2};
  current_ = BlockId();
  start(done);
}

// The body and what follows it when nothing is raised; an exception of the body alone goes to `dispatch`.
void Lowering::tryBody(const Try* s, BlockId dispatch, BlockId done) {
  BlockId outer = handler_;
  handler_ = dispatch;
  BlockId body = newBlock();
  jump(body);
  start(body);
  stmts(s->body);
  handler_ = outer;
  if (terminated()) return;
  BlockId orelse = newBlock();
  jump(orelse);
  start(orelse);
  stmts(s->orelse);
  jump(done);
}

void Lowering::tryExcept(const Try* s) {
  BlockId outer = handler_;
  BlockId dispatch = newBlock(), done = newBlock();
  tryBody(s, dispatch, done);
  start(dispatch);
  Reg caught = emitValue(Op::CatchException, s->range);
  Slot exception = newSlot();  // in a slot, so that matching narrows its type
  storeSlot(exception, caught, s->range);
  Reg previous = emitValue(Op::EnterHandler, s->range, {caught});
  // While the handlers run, another exception first leaves the handler.
  BlockId failed = newBlock();
  bool caught_all = false;
  for (const ExceptHandler* h : s->handlers) {
    BlockId next = newBlock();
    handler_ = failed;
    if (h->type) {
      BlockId test = newBlock(), yes = newBlock();
      jump(test);
      start(test);
      Reg type = expr(h->type);
      Reg e = loadSlot(exception, h->type->range);
      Reg m = emitValue(Op::MatchException, h->type->range, {e, type});
      branch(m, yes, next, h->type->range);
      start(yes);
    } else {
      caught_all = true;
      BlockId yes = newBlock();
      jump(yes);
      start(yes);
    }
    Context c{};
    c.kind = Context::Handler;
    c.previous = previous;
    c.outer_handler = outer;
    BlockId cleanup = failed;
    if (h->name.name.valid()) {
      storeName(h->name.name, loadSlot(exception, h->name.range), h->name.range);
      c.bound_name = h->name.name;
      cleanup = newBlock();
    }
    contexts_.push_back(c);
    handler_ = cleanup;
    BlockId in = newBlock();
    jump(in);
    start(in);
    stmts(h->body);
    contexts_.pop_back();
    handler_ = outer;
    if (!terminated()) {
      BlockId leave = newBlock();
      jump(leave);
      start(leave);
      emit(Op::LeaveHandler, {}).operands = {previous};
      emit(Op::DelSlot, {}).slot = exception;
      if (h->name.name.valid()) deleteName(h->name.name, {}, false);
      jump(done);
    }
    if (h->name.name.valid()) {
      start(cleanup);
      Reg e2 = emitValue(Op::CatchException, h->range);
      emit(Op::LeaveHandler, {}).operands = {previous};
      deleteName(h->name.name, {}, false);
      emit(Op::Reraise, h->range).operands = {e2};
      current_ = BlockId();
    }
    handler_ = outer;
    start(next);
  }
  if (!caught_all) {
    Reg e = loadSlot(exception, s->range);
    emit(Op::LeaveHandler, {}).operands = {previous};
    emit(Op::Reraise, s->range).operands = {e};
    current_ = BlockId();
  } else {
    emit(Op::Unreachable, {});
    current_ = BlockId();
  }
  start(failed);
  Reg e3 = emitValue(Op::CatchException, s->range);
  emit(Op::LeaveHandler, {}).operands = {previous};
  emit(Op::Reraise, s->range).operands = {e3};
  current_ = BlockId();
  start(done);
}

// `except*` clauses: each takes its part of what is left of the exception, as a group; what they raise and what
// remains is put together and raised at the end. No `return`, `break` or `continue` leaves a clause.
void Lowering::tryStar(const Try* s) {
  BlockId outer = handler_;
  BlockId dispatch = newBlock(), done = newBlock();
  tryBody(s, dispatch, done);
  start(dispatch);
  const Range r = s->range;
  Reg caught = emitValue(Op::CatchException, r);
  Slot origin = newSlot(), rest = newSlot(), raised = newSlot(), match = newSlot();
  storeSlot(origin, caught, r);
  storeSlot(rest, caught, r);
  Reg previous = emitValue(Op::EnterHandler, r, {caught});
  BlockId failed = newBlock(), begin = newBlock();
  handler_ = failed;
  jump(begin);
  start(begin);
  storeSlot(raised, emitValue(Op::BuildList, r), r);
  for (const ExceptHandler* h : s->handlers) {
    BlockId test = newBlock(), yes = newBlock(), cleanup = newBlock(), next = newBlock();
    handler_ = failed;
    jump(test);
    start(test);
    const Range at = h->type->range;
    Reg type = expr(h->type);
    Reg parts = coreCall("_star_match", {loadSlot(rest, at), type}, at);
    Slot pair = newSlot();
    storeSlot(pair, parts, at);
    Reg first = loadSlot(pair, at);
    storeSlot(match, emitValue(Op::GetItem, at, {first, literalIndex(0, at)}), at);
    Reg second = loadSlot(pair, at);
    storeSlot(rest, emitValue(Op::GetItem, at, {second, literalIndex(1, at)}), at);
    emit(Op::DelSlot, {}).slot = pair;
    Reg none = constant(ConstantKind::None, at);
    Reg nothing = emitValue(Op::Is, at, {loadSlot(match, at), none});
    branch(nothing, next, yes, at);
    start(yes);
    // While the clause runs, its group is the handled exception.
    Reg all = emitValue(Op::EnterHandler, at, {loadSlot(match, at)});
    if (h->name.name.valid()) storeName(h->name.name, loadSlot(match, h->name.range), h->name.range);
    Context c{};
    c.kind = Context::Handler;
    c.previous = all;
    c.outer_handler = failed;
    contexts_.push_back(c);
    handler_ = cleanup;
    BlockId in = newBlock();
    jump(in);
    start(in);
    stmts(h->body);
    contexts_.pop_back();
    handler_ = failed;
    if (!terminated()) {
      BlockId leave = newBlock();
      jump(leave);
      start(leave);
      emit(Op::LeaveHandler, {}).operands = {all};
      emit(Op::DelSlot, {}).slot = match;
      if (h->name.name.valid()) deleteName(h->name.name, {}, false);
      jump(next);
    }
    start(cleanup);
    Reg e = emitValue(Op::CatchException, h->range);
    emit(Op::LeaveHandler, {}).operands = {all};
    emit(Op::DelSlot, {}).slot = match;
    if (h->name.name.valid()) deleteName(h->name.name, {}, false);
    emit(Op::ListAppend, h->range).operands = {loadSlot(raised, h->range), e};
    jump(next);
    start(next);
  }
  handler_ = failed;
  BlockId end = newBlock(), again = newBlock(), handled = newBlock();
  jump(end);
  start(end);
  Slot left = newSlot();
  storeSlot(left, coreCall("_star_leave", {loadSlot(origin, r), loadSlot(raised, r), loadSlot(rest, r)}, r), r);
  Reg none = constant(ConstantKind::None, r);
  Reg nothing = emitValue(Op::Is, r, {loadSlot(left, r), none});
  branch(nothing, handled, again, r);
  handler_ = outer;
  auto leave = [&] {
    emit(Op::LeaveHandler, {}).operands = {previous};
    for (Slot slot : {origin, rest, raised}) emit(Op::DelSlot, {}).slot = slot;
  };
  start(again);
  Reg e = loadSlot(left, r);
  leave();
  emit(Op::Reraise, r).operands = {e};
  current_ = BlockId();
  start(handled);
  leave();
  jump(done);
  start(failed);
  Reg e2 = emitValue(Op::CatchException, r);
  emit(Op::LeaveHandler, {}).operands = {previous};
  emit(Op::Reraise, r).operands = {e2};
  current_ = BlockId();
  start(done);
}

void Lowering::withStmt(const With* s, size_t item) {
  if (item == s->items.size()) return stmts(s->body);
  if (s->is_async)
    unsupportedAsync(s->range, "'async with'", "use a plain 'with' until asyncio is supported");
  const WithItem* w = s->items[item];
  Range r = w->context_expr->range;
  const Range whole = s->range;  // where CPython says that an __exit__ is called
  Reg manager = plainly(w->context_expr, s->is_async);
  Reg value = emitValue(Op::CallSpecial, r, {manager});
  last().name = names_.intern("__enter__");
  BlockId outer = handler_;
  BlockId cleanup = newBlock(), done = newBlock(), body = newBlock();
  Context c{};
  c.kind = Context::With;
  c.manager = manager;
  c.outer_handler = outer;
  c.range = whole;
  contexts_.push_back(c);
  handler_ = cleanup;
  jump(body);
  start(body);
  if (w->optional_vars) assign(w->optional_vars, value);
  withStmt(s, item + 1);
  contexts_.pop_back();
  handler_ = outer;
  if (!terminated()) {
    BlockId normal = newBlock();
    jump(normal);
    start(normal);
    callExit(manager, whole);
    jump(done);
  }
  start(cleanup);
  Reg e = emitValue(Op::CatchException, r);
  Reg previous = emitValue(Op::EnterHandler, r, {e});
  BlockId failed = newBlock(), run = newBlock(), suppressed = newBlock(), again = newBlock();
  handler_ = failed;
  jump(run);
  start(run);
  Reg type = emitValue(Op::Intrinsic, r, {e});
  last().name = names_.intern("type_of");
  Reg traceback_class = emitValue(Op::LoadGlobal, r);
  last().name = names_.intern("_traceback");
  last().builtin = program_.core_globals.at(last().name);
  Reg traceback = emitValue(Op::Call, r, {traceback_class});
  Reg result = emitValue(Op::CallSpecial, whole, {manager, type, e, traceback});
  last().name = names_.intern("__exit__");
  Reg t = emitValue(Op::Truth, r, {result});
  branch(t, suppressed, again, r);
  handler_ = outer;
  start(again);
  emit(Op::LeaveHandler, {}).operands = {previous};
  emit(Op::Reraise, r).operands = {e};
  current_ = BlockId();
  start(failed);
  Reg e2 = emitValue(Op::CatchException, r);
  emit(Op::LeaveHandler, {}).operands = {previous};
  emit(Op::Reraise, r).operands = {e2};
  current_ = BlockId();
  start(suppressed);
  emit(Op::LeaveHandler, {}).operands = {previous};
  jump(done);
  start(done);
}

}  // namespace krait::hir
