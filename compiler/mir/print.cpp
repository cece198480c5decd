// The text form of MIR. Everything that the data structure holds is printed, so that parse.cpp can
// read it back; what follows ';' is a comment.
#include "mir/print.h"

#include <algorithm>
#include <bit>
#include <cinttypes>
#include <cstdio>
#include <numeric>

namespace krait::mir {
namespace {

bool isWord(std::string_view text) {
  if (text.empty() || (text[0] >= '0' && text[0] <= '9')) return false;
  for (char c : text)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
          c == '.'))
      return false;
  return true;
}

std::string quote(std::string_view text) {
  std::string out = "\"";
  for (unsigned char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c < 0x20 || c >= 0x7f) {
      char hex[8];
      std::snprintf(hex, sizeof hex, "\\x%02x", c);
      out += hex;
    } else {
      out += static_cast<char>(c);
    }
  }
  return out + '"';
}

std::string word(std::string_view text) { return isWord(text) ? std::string(text) : quote(text); }

const char* predName(Pred pred) {
  static constexpr const char* kNames[] = {"eq", "ne",  "lt",  "le",  "gt",
                                           "ge", "ult", "ule", "ugt", "uge"};
  return kNames[static_cast<size_t>(pred)];
}

class Printer {
 public:
  explicit Printer(const Module& module) : module_(module) {}

  std::string out;

  void layout(LayoutId id) {
    const Layout& l = module_.layouts[id];
    out += "layout L" + std::to_string(id.index) + " " + quote(l.symbol) + " name " + word(l.name) +
           " module " + word(l.module);
    if (l.base.valid()) out += " base L" + std::to_string(l.base.index);
    if (l.runtime) out += " runtime";
    if (l.exception) out += " exception";
    if (l.acyclic) out += " acyclic";
    if (l.value_only) out += " value_only";
    if (l.del.valid()) out += " del " + func(l.del);
    if (l.exc_str.valid()) out += " exc_str " + func(l.exc_str);
    out += " {";
    for (size_t i = 0; i < l.fields.size(); ++i) {
      const Field& f = l.fields[i];
      out += (i ? ", " : " ") + word(f.name) + ": " + type(f.type);
      if (f.buffer_item.valid()) out += " items " + type(f.buffer_item);
      if (f.count_field != -1) out += " count " + std::to_string(f.count_field);
      if (f.capacity_field != -1) out += " capacity " + std::to_string(f.capacity_field);
      if (f.drop_backwards) out += " backwards";
    }
    out += l.fields.empty() ? "}\n" : " }\n";
  }

  void global(GlobalId id) {
    const Global& g = module_.globals[id];
    out +=
        "global @g" + std::to_string(id.index) + " " + quote(g.symbol) + ": " + type(g.type) + (g.late ? " late" : "") + "\n";
  }

  void function(FuncId id) {
    f_ = &module_.functions[id];
    const Function& f = *f_;
    out += (f.declaration ? "declare " : "func ") + func(id) + "(";
    for (size_t i = 0; i < f.params.size(); ++i) {
      const Param& p = f.params[i];
      out += (i ? ", " : "") + value(p.value) + ": " + typeOf(p.value);
      if (p.mode == Mode::Owned) out += " owned";
    }
    out += ") -> " + type(f.result);
    if (f.raises) out += " raises";
    if (f.library) out += " library";
    if (f.recursive) out += " recursive";
    if (f.once) out += " once";
    if (f.inlining == Inline::Always) out += " inline";
    if (f.inlining == Inline::Never) out += " noinline";
    if (!f.display_name.empty()) out += " display " + quote(f.display_name);
    if (!f.file.empty()) out += " file " + quote(f.file);
    if (f.line) out += " line " + std::to_string(f.line);
    if (f.declaration) {
      out += "\n";
      return;
    }
    out += " {\n";
    for (const InlinedFunction& i : f.inlined)
      out += "  inlined " + quote(i.display_name) + " " + quote(i.file) + " " +
             std::to_string(i.line) + "\n";
    for (size_t i = 0; i < f.sites.size(); ++i) {
      const Site& s = f.sites[i];
      out += "  site " + std::to_string(i);
      for (int32_t n :
           {s.line_delta, s.end_line_delta, s.column, s.end_column, s.anchor_begin, s.anchor_end})
        out += " " + std::to_string(n);
      if (s.inlined != -1) out += " inlined " + std::to_string(s.inlined);
      if (s.outer != -1) out += " outer " + std::to_string(s.outer);
      out += "\n";
    }
    for (size_t b = 0; b < f.blocks.size(); ++b) {
      out += "b" + std::to_string(b);
      if (b > 0 && !f.blocks[b].params.empty()) {
        out += "(";
        bool first = true;
        for (ValueId p : f.blocks[b].params) {
          out += (first ? "" : ", ") + value(p) + ": " + typeOf(p);
          first = false;
        }
        out += ")";
      }
      out += ":\n";
      for (const Instr& instr : f.blocks[b].instrs) {
        out += "  ";
        this->instr(instr);
        out += "\n";
      }
    }
    out += "}\n";
  }

 private:
  std::string value(ValueId v) const { return v.valid() ? "%" + std::to_string(v.index) : "%?"; }
  std::string typeOf(ValueId v) const {
    return v.valid() && v.index < f_->values.size() ? type(f_->values[v].type) : "?";
  }
  std::string func(FuncId f) const {
    return f.index < module_.functions.size() ? "@" + quote(module_.functions[f].name) : "@?";
  }

  std::string type(TypeId id) const {
    if (!id.valid()) return "?";
    const Type& t = module_.types[id];
    switch (t.kind) {
      case TypeKind::Void:
        return "void";
      case TypeKind::Bool:
        return "bool";
      case TypeKind::I8:
        return "i8";
      case TypeKind::I32:
        return "i32";
      case TypeKind::I64:
        return "i64";
      case TypeKind::F64:
        return "f64";
      case TypeKind::Int:
        return "int";
      case TypeKind::Ref:
        return "ref";
      case TypeKind::Opt:
        return "opt";
      case TypeKind::Any:
        return "any";
      case TypeKind::Ptr:
        return "ptr";
      case TypeKind::Tuple: {
        std::string text = "tuple<";
        for (size_t i = 0; i < t.items.size(); ++i) text += (i ? ", " : "") + type(t.items[i]);
        return text + ">";
      }
    }
    return "?";
  }

  std::string edge(const Edge& e) const {
    std::string text = "b" + std::to_string(e.target.index);
    if (e.args.empty()) return text;
    text += "(";
    for (size_t i = 0; i < e.args.size(); ++i) text += (i ? ", " : "") + value(e.args[i]);
    return text + ")";
  }

  static bool hasPred(Op op) { return op == Op::I64Cmp || op == Op::F64Cmp || op == Op::IntCmp; }
  static bool alwaysPrintsImm(Op op) {
    return op == Op::ConstBool || op == Op::ConstI64 || op == Op::ConstInt || op == Op::TupleGet ||
           op == Op::BufLoadField || op == Op::BufStoreField;
  }
  static bool isFieldOp(Op op) {
    return op == Op::FieldLoad || op == Op::FieldStore || op == Op::FieldInit ||
           op == Op::FieldTake;
  }

  void instr(const Instr& i) {
    const OpInfo& info = opInfo(i.op);
    if (i.result.valid()) out += value(i.result) + ": " + typeOf(i.result) + " = ";
    out += info.text;
    if (hasPred(i.op) || i.pred != Pred::Eq) out += std::string(" ") + predName(i.pred);
    if (i.func.valid()) out += " " + func(i.func);
    if (i.global.valid()) out += " @g" + std::to_string(i.global.index);
    if (i.sym.valid()) out += " " + quote(module_.text(i.sym));
    for (size_t k = 0; k < i.operands.size(); ++k) out += (k ? ", " : " ") + value(i.operands[k]);
    std::string comment;
    if (i.layout.valid()) {
      out += " L" + std::to_string(i.layout.index);
      if (i.layout.index < module_.layouts.size()) {
        const Layout& layout = module_.layouts[i.layout];
        comment = layout.symbol;
        if (isFieldOp(i.op) && i.imm >= 0 && static_cast<size_t>(i.imm) < layout.fields.size())
          comment += "." + layout.fields[i.imm].name;
      }
      if (isFieldOp(i.op)) out += "." + std::to_string(i.imm);
    }
    if (alwaysPrintsImm(i.op) || (i.imm != 0 && !(isFieldOp(i.op) && i.layout.valid())))
      out += " #" + std::to_string(i.imm);
    uint64_t bits = std::bit_cast<uint64_t>(i.f64);
    if (i.op == Op::ConstF64 || bits) {
      char text[64];
      std::snprintf(text, sizeof text, " f64 0x%016" PRIx64, bits);
      out += text;
      std::snprintf(text, sizeof text, "%.17g", i.f64);
      comment = text;
    }
    if (i.type.valid()) out += " type " + type(i.type);
    if (i.mark == Mark::View) out += " view";
    if (i.mark == Mark::Take) out += " take";
    const char* separator = " -> ";
    for (size_t k = 0; k < i.edges.size(); ++k) {
      out += separator;
      separator = " | ";
      if (info.is('R') && k == 1) out += "error " + value(i.exception) + " ";
      out += edge(i.edges[k]);
    }
    if (i.site != -1) out += " site " + std::to_string(i.site);
    if (!comment.empty()) {
      for (char& c : comment)
        if (c == '\n' || c == '\r') c = ' ';
      out += "  ; " + comment;
    }
  }

  const Module& module_;
  const Function* f_ = nullptr;
};

}  // namespace

std::string printFunction(const Module& module, FuncId func) {
  Printer p(module);
  p.function(func);
  return std::move(p.out);
}

std::string printModule(const Module& module) {
  Printer p(module);
  for (size_t i = 0; i < module.layouts.size(); ++i) p.layout(LayoutId(i));
  for (size_t i = 0; i < module.globals.size(); ++i) p.global(GlobalId(i));
  if (module.main.valid()) p.out += "main @" + quote(module.functions[module.main].name) + "\n";
  std::vector<FuncId> order;
  for (size_t i = 0; i < module.functions.size(); ++i) order.push_back(FuncId(i));
  std::sort(order.begin(), order.end(), [&](FuncId a, FuncId b) {
    const std::string &x = module.functions[a].name, &y = module.functions[b].name;
    return x != y ? x < y : a < b;
  });
  for (FuncId f : order) p.function(f);
  return std::move(p.out);
}

}  // namespace krait::mir
