// Stores to the cell of a captured variable that no closure can see: the variable has another value before the first function
// that captures it is made. Without them the cell has the type of what closures do see (`n = int(n)`, then `lambda: n`).
#include "lower/hir.h"

namespace krait::hir {

namespace {

// Calls use(slot) for each cell that the operation hands to a function or class.
template <class Use>
void eachCaptured(const Instr& i, Use use) {
  if (i.op != Op::MakeFunction && i.op != Op::MakeClass) return;
  for (const CallArg& a : i.args)
    if (i.op == Op::MakeFunction || a.kind == ArgKind::Star) use(a.value.index);
}

}  // namespace

// Liveness (backwards) and "a closure may have it" (forwards) of the cells in a function's slots.
void removeDeadCellStores(Code& code) {
  // The function's own cells have small numbers; those of outer functions are seen by others.
  const size_t blocks = code.blocks.size();
  constexpr uint32_t kNone = UINT32_MAX;
  std::vector<uint32_t> number(code.slots.size(), kNone);
  uint32_t slots = 0;
  for (const Block& b : code.blocks)
    for (const Instr& i : b.instrs)
      if (i.op == Op::NewCell && number[i.slot.index] == kNone) number[i.slot.index] = slots++;
  if (!slots) return;
  using Set = std::vector<bool>;
  auto join = [&](Set& into, const Set& from) {
    bool grew = false;
    for (size_t s = 0; s < slots; ++s)
      if (from[s] && !into[s]) into[s] = grew = true;
    return grew;
  };
  std::vector<Set> live_in(blocks, Set(slots)), captured_in(blocks, Set(slots));
  auto handlerLive = [&](const Block& b, Set& live) {
    if (b.handler.valid()) join(live, live_in[b.handler.index]);
  };
  auto liveOut = [&](const Block& b) {
    Set live(slots);
    for (BlockId t : b.instrs.back().targets)
      if (t.valid()) join(live, live_in[t.index]);
    handlerLive(b, live);
    return live;
  };
  auto set = [&](Set& of, uint32_t slot, bool value) {
    if (number[slot] != kNone) of[number[slot]] = value;
  };
  auto backwards = [&](const Block& b, const Instr& i, Set& live) {
    if (i.op == Op::StoreCell || i.op == Op::NewCell) set(live, i.slot.index, false);
    if (i.op == Op::LoadCell || i.op == Op::DelCell || i.op == Op::LoadClassName) set(live, i.slot.index, true);
    eachCaptured(i, [&](uint32_t s) { set(live, s, true); });
    handlerLive(b, live);
  };
  auto forwards = [&](const Instr& i, Set& captured) {
    if (i.op == Op::NewCell) set(captured, i.slot.index, false);
    eachCaptured(i, [&](uint32_t s) { set(captured, s, true); });
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (size_t b = blocks; b-- > 0;) {
      const Block& block = code.blocks[b];
      Set live = liveOut(block);
      for (size_t k = block.instrs.size(); k-- > 0;) backwards(block, block.instrs[k], live);
      changed |= join(live_in[b], live);
    }
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (const Block& block : code.blocks) {
      Set captured = captured_in[static_cast<size_t>(&block - code.blocks.data())], ever = captured;
      for (const Instr& i : block.instrs) {
        forwards(i, captured);
        join(ever, captured);
      }
      for (BlockId t : block.instrs.back().targets)
        if (t.valid()) changed |= join(captured_in[t.index], captured);
      if (block.handler.valid()) changed |= join(captured_in[block.handler.index], ever);
    }
  }
  for (size_t b = 0; b < blocks; ++b) {
    Block& block = code.blocks[b];
    std::vector<Set> captured_before;
    Set captured = captured_in[b];
    for (const Instr& i : block.instrs) {
      captured_before.push_back(captured);
      forwards(i, captured);
    }
    Set live = liveOut(block);
    for (size_t k = block.instrs.size(); k-- > 0;) {
      const Instr& i = block.instrs[k];
      const uint32_t cell = i.op == Op::StoreCell ? number[i.slot.index] : kNone;
      const bool dead = cell != kNone && !live[cell] && !captured_before[k][cell];
      backwards(block, i, live);
      if (dead) block.instrs.erase(block.instrs.begin() + static_cast<std::ptrdiff_t>(k));
    }
  }
}

}  // namespace krait::hir
