// The types of a program, for --emit=types.
#include "infer/infer.h"

namespace krait::infer {

std::string printTypes(Program& p, const std::string& function) {
  std::string out;
  for (Instance& i : p.instances) {
    const hir::Code& c = p.hir->codes[i.code];
    if (!i.live || c.library) continue;
    if (!function.empty() && c.qualname != function) continue;
    out += (c.qualname.empty() ? c.name : c.qualname) + "(";
    for (size_t k = 0; k < i.formals.size(); ++k)
      // Behind a generator's parameters: what is sent and what is thrown into it.
      out += (k ? ", " : "") + (k < c.params.size() ? std::string(p.names->text(c.params[k].name)) : k == c.params.size() ? "<sent>" : "<thrown>") +
             ": " + p.typeText(i.formals[k]);
    out += ") -> " + p.typeText(i.result);
    if (p.types.canonical(i.raises) != p.types.bottom) out += " raises " + p.typeText(i.raises);
    out += "\n";
    for (size_t b = 0; b < c.blocks.size(); ++b)
      for (const hir::Instr& x : c.blocks[b].instrs)
        if (x.op == hir::Op::StoreSlot && c.slots[x.slot.index].valid() && !i.block_in[b].empty())
          out += "  " + std::string(p.names->text(c.slots[x.slot.index])) + ": " +
                 p.typeText(i.regs[x.operands[0].index]) + "\n";
  }
  return out;
}

}  // namespace krait::infer
