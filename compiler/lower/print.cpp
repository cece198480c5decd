// HIR as text, for --emit=hir.
#include "lower/hir.h"

namespace krait::hir {

static const char* const kOpNames[] = {
#define KRAIT_NAME(name) #name,
    KRAIT_HIR_OPS(KRAIT_NAME)
#undef KRAIT_NAME
};

std::string printCode(const Program& program, CodeId id) {
  const Code& c = program.codes[id];
  const Interner& names = *program.names;
  std::string out = "code " + (c.qualname.empty() ? c.name : c.qualname) + "(";
  for (size_t i = 0; i < c.params.size(); ++i) out += (i ? ", " : "") + std::string(names.text(c.params[i].name));
  out += ")\n";
  for (size_t b = 0; b < c.blocks.size(); ++b) {
    out += "b" + std::to_string(b);
    if (c.blocks[b].handler.valid()) out += " handler b" + std::to_string(c.blocks[b].handler.index);
    out += ":\n";
    for (const Instr& i : c.blocks[b].instrs) {
      out += "  ";
      if (i.result.valid()) out += "%" + std::to_string(i.result.index) + " = ";
      out += kOpNames[static_cast<size_t>(i.op)];
      if (i.slot.valid()) {
        out += " $" + std::to_string(i.slot.index);
        if (i.slot.index < c.slots.size() && c.slots[i.slot.index].valid())
          out += ":" + std::string(names.text(c.slots[i.slot.index]));
      }
      if (i.name.valid()) out += " " + std::string(names.text(i.name));
      if (i.op == Op::Const) out += " '" + std::string(i.text) + "'";
      if (i.sub) out += " #" + std::to_string(i.sub);
      for (Reg r : i.operands) out += " %" + std::to_string(r.index);
      for (const CallArg& a : i.args) {
        out += " (";
        if (a.keyword.valid()) out += std::string(names.text(a.keyword)) + "=";
        out += std::string(a.kind == ArgKind::Star ? "*" : a.kind == ArgKind::DoubleStar ? "**" : "") + "%" +
               std::to_string(a.value.index) + ")";
      }
      for (BlockId t : i.targets)
        if (t.valid()) out += " b" + std::to_string(t.index);
      out += "\n";
    }
  }
  return out + "\n";
}

}  // namespace krait::hir
