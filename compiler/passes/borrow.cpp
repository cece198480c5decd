// Removes copies that are borrowed only, where what they are copies of outlives them. Works on
// counted MIR.
//
//   %c = copy %x ... uses of %c that do not consume it ... release %c
//
// becomes uses of %x, if %x is a parameter that the caller keeps alive, or if it is owned and
// nothing in between consumes it. Within one block; counts itself makes no such pair, merged blocks
// do.
#include <algorithm>

#include "mir/ownership.h"
#include "passes/pass_list.h"
#include "passes/rewrite.h"

namespace krait::passes {

using namespace mir;

namespace {

class Remover {
 public:
  Remover(const Module& m, Function& f) : m_(m), f_(f) {}

  bool run() {
    size_t n = f_.values.size();
    uses_.assign(n, 0);
    lasting_.assign(n, false);
    for (const Param& p : f_.params)
      if (p.mode == Mode::Borrowed) lasting_[p.value.index] = true;
    for (const Block& b : f_.blocks)
      for (const Instr& i : b.instrs) {
        for (ValueId v : i.operands) ++uses_[v.index];
        for (const Edge& e : i.edges)
          for (ValueId v : e.args) ++uses_[v.index];
      }
    for (Block& b : f_.blocks) block(b);
    if (!replaced_.empty()) replaced_.apply(f_);
    return !replaced_.empty();
  }

 private:
  struct Open {
    size_t copy;  // index of the instruction
    ValueId original;
    uint32_t uses = 0;  // seen, all of them borrowing
    bool broken = false;
  };

  void block(Block& b) {
    std::vector<std::pair<ValueId, Open>> open;  // by copy
    std::vector<bool> drop(b.instrs.size(), false);
    bool any = false;
    auto find = [&](ValueId v) -> Open* {
      for (auto& [c, o] : open)
        if (c == v) return &o;
      return nullptr;
    };
    for (size_t k = 0; k < b.instrs.size(); ++k) {
      const Instr& i = b.instrs[k];
      for (size_t o = 0; o < i.operands.size(); ++o) {
        ValueId v = i.operands[o];
        bool consumed = isTake(i) || (!isView(i) && operandUse(m_, f_, i, o) == Use::Consume);
        if (Open* c = find(v)) {
          if (i.op == Op::Release && c->uses + 1 == uses_[v.index] && !c->broken) {
            drop[c->copy] = drop[k] = any = true;
            replaced_.set(v, c->original);
          } else if (consumed || isProjection(i.op) || isView(i)) {
            // Consumed, or borrowed by a value that would have to be followed.
            c->broken = true;
          }
          ++c->uses;
        }
        if (consumed && !drop[k])
          for (auto& [_, c] : open) c.broken = c.broken || c.original == v;
      }
      // Keeping the list short keeps the scan linear.
      if (i.op == Op::Copy && open.size() < 16)
        if (lasting_[i.operands[0].index] || ownedHere(b, k, i.operands[0]))
          open.push_back({i.result, Open{k, i.operands[0]}});
      std::erase_if(open, [](auto& entry) { return entry.second.broken; });
    }
    if (!any) return;
    size_t kept = 0;
    for (size_t k = 0; k < b.instrs.size(); ++k)
      if (!drop[k]) {
        if (kept != k) b.instrs[kept] = std::move(b.instrs[k]);
        ++kept;
      }
    b.instrs.resize(kept);
  }

  // Is the value made, owned, by an earlier operation of the block?
  static bool ownedHere(const Block& b, size_t before, ValueId v) {
    size_t first = before > 64 ? before - 64 : 0;
    for (size_t k = before; k-- > first;)
      if (b.instrs[k].result == v)
        return opInfo(b.instrs[k].op).result == 'O' && !isForwarding(b.instrs[k].op) &&
               b.instrs[k].op != Op::Copy;
    return false;
  }

  const Module& m_;
  Function& f_;
  std::vector<uint32_t> uses_;
  std::vector<bool> lasting_;
  Replacements replaced_;
};

}  // namespace

void borrow(Module& module, const Options&) {
  for (Function& f : module.functions)
    if (!f.declaration) Remover(module, f).run();
}

}  // namespace krait::passes
