// The types of a program for programs (--emit=types-json): tests/check_inference.py runs the same source under
// CPython and compares every value it sees. One JSON document:
//
//   {"types": [TYPE], "nodes": [{FIELD: type}], "classes": [CLASS], "codes": [CODE], "modules": [MODULE]}
//
// A TYPE is a list of atoms, [constructor, …]; types, nodes, classes and codes refer to each other by index, so that
// recursive types have an end. What the instances of one function know of a place is a list of types: the value is in
// one of them. What is not reached has no entry.
#include <algorithm>
#include <set>

#include "infer/infer.h"
#include "source/source.h"

namespace krait::infer {
namespace {

using hir::Code;
using hir::CodeId;
using hir::CodeKind;
using hir::Instr;
using hir::Op;

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string member(const char* name, const std::string& value) { return quoted(name) + ": " + value; }

class Writer {
 public:
  Writer(Program& program, const SourceManager& sources) : p_(program), t_(program.types), sources_(sources) {}

  std::string write() {
    std::string modules = list(p_.hir->modules->modules.size(), [&](size_t i) { return module(hir::ModuleId(i)); });
    std::string classes = list(p_.classes.size(), [&](size_t i) { return classText(p_.classes[ClassId(i)]); });
    std::string codes = list(p_.hir->codes.size(), [&](size_t i) { return code(CodeId(i)); });
    // Last: what was referred to; nodes refer to further types and nodes.
    std::string types, nodes;
    for (size_t t = 0, n = 0; t < types_.size() || n < nodes_.size();) {
      if (t < types_.size()) {
        types += (t ? ",\n" : "") + typeText(types_[t]);
        ++t;
      } else {
        nodes += (n ? ",\n" : "") + nodeText(nodes_[n]);
        ++n;
      }
    }
    return "{\"modules\": " + modules + ",\n\"classes\": " + classes + ",\n\"codes\": " + codes + ",\n\"types\": [" + types +
           "],\n\"nodes\": [" + nodes + "]}\n";
  }

 private:
  template <class F>
  static std::string list(size_t n, F item) {
    std::string out = "[";
    for (size_t i = 0; i < n; ++i) out += (i ? ",\n" : "") + item(i);
    return out + "]";
  }

  std::string_view name(Name n) { return p_.names->text(n); }

  std::string type(TypeId t) {
    t = t_.canonical(t);
    auto [it, added] = type_numbers_.try_emplace(t.index, types_.size());
    if (added) types_.push_back(t);
    return std::to_string(it->second);
  }

  std::string node(NodeId n) {
    if (!n.valid()) return "null";
    n = t_.find(n);
    auto [it, added] = node_numbers_.try_emplace(n.index, nodes_.size());
    if (added) nodes_.push_back(n);
    return std::to_string(it->second);
  }

  std::string typeText(TypeId t) {
    std::vector<Atom> atoms = t_.atoms(t);
    return list(atoms.size(), [&](size_t i) { return atom(atoms[i]); });
  }

  std::string types(const std::vector<TypeId>& items) {
    return list(items.size(), [&](size_t i) { return type(items[i]); });
  }

  std::string atom(const Atom& a) {
    auto text = [](const char* kind, const std::string& rest = "") {
      return "[" + quoted(kind) + (rest.empty() ? "" : ", ") + rest + "]";
    };
    switch (a.ctor) {
      case Ctor::Unknown: return text("unknown");
      case Ctor::Unset: return text("unset");
      case Ctor::None: return text("None");
      case Ctor::Bool: return text("bool");
      case Ctor::Int: return text("int");
      case Ctor::Float: return text("float");
      case Ctor::Str: return text("str");
      case Ctor::Bytes: return text("bytes");
      case Ctor::Ellipsis: return text("ellipsis");
      case Ctor::NotImplemented: return text("NotImplementedType");
      case Ctor::I64: return text("i64");
      case Ctor::Opaque: return text("opaque");
      case Ctor::Buffer: return text("buffer", node(a.node));
      case Ctor::Cell: return text("cell", node(a.node));
      case Ctor::Boxed: return text("boxed", node(a.node));
      case Ctor::Tuple: {
        ClassId c = namedTupleClass(a);
        return text("tuple", (c.valid() ? std::to_string(c.index) : "null") + ", " + types(a.items));
      }
      case Ctor::Obj: return text("object", std::to_string(a.id) + ", " + node(a.node));
      case Ctor::Func: return text("function", std::to_string(a.id));
      case Ctor::Method: return text("method", std::to_string(a.id) + ", " + type(a.items[0]));
      case Ctor::Class: return text("class", std::to_string(a.id));
      case Ctor::Module: return text("module", quoted(p_.hir->modules->modules[hir::ModuleId(a.id)].name));
      case Ctor::Super: return text("super", std::to_string(a.id) + ", " + type(a.items[0]));
      case Ctor::Record: {
        const std::vector<Name>& names = p_.records[a.id];
        return text("record", list(names.size(), [&](size_t i) { return quoted(name(names[i])); }) + ", " + types(a.items));
      }
      case Ctor::Generator: return text("generator", std::to_string(a.id));
    }
    return text("?");
  }

  // Fields by name; the item of a buffer, cell or boxed tuple is "T". Others (defaults, keys of dicts) are left out.
  std::string nodeText(NodeId n) {
    Fields fields = t_.node(n).fields;
    std::string out;
    for (auto& [field, t] : fields) {
      if (t_.canonical(t) == t_.bottom) continue;
      std::string text;
      if (field == kFieldT) text = "T";
      else if (field < kFieldKey) text = name(Name(field));
      else continue;
      out += (out.empty() ? "" : ", ") + quoted(text) + ": " + type(t);
    }
    return "{" + out + "}";
  }

  std::string classText(const ClassInfo& c) {
    std::string out = "{" + member("name", quoted(c.name)) + ", " + member("qualname", quoted(c.qualname)) + ", " +
                      member("module", quoted(c.module)) + ", " +
                      member("library", c.core || p_.hir->codes[c.body].library ? "true" : "false") + ", " +
                      member("body", std::to_string(c.body.index)) + ", " +
                      member("mro", list(c.mro.size(), [&](size_t i) { return std::to_string(c.mro[i].index); }));
    if (c.attributes.valid()) out += ", " + member("attributes", node(c.attributes));
    return out + "}";
  }

  std::string module(hir::ModuleId id) {
    const resolve::Module& m = p_.hir->modules->modules[id];
    std::string variables;
    for (uint32_t g = 0; g < p_.hir->globals.size() && !m.core; ++g) {
      const hir::GlobalVar& v = p_.hir->globals[hir::GlobalId(g)];
      if (v.module != id || name(v.name).starts_with("_unittest_")) continue;  // derived functions
      TypeId t = p_.globalType(hir::GlobalId(g));
      if (t == t_.bottom) continue;
      variables += (variables.empty() ? "" : ", ") + quoted(name(v.name)) + ": " + type(t);
    }
    return "{" + member("name", quoted(m.name)) + ", " + member("path", quoted(m.path)) + ", " +
           member("library", m.library ? "true" : "false") + ", " + member("variables", "{" + variables + "}") + "}";
  }

  uint32_t line(const Code& c, uint32_t offset) { return sources_.file(c.file).lineColumn(offset).line; }

  // What several instances know of one place. Types that are joined share their containers from then on, and
  // these here must stay apart.
  using Union = std::set<uint32_t>;

  // Adds what a slot's type says of its variable: the content of a cell.
  void add(Union& to, TypeId t) {
    std::vector<Atom> atoms = t_.atoms(t);
    for (const Atom& a : atoms)
      if (a.ctor == Ctor::Cell) add(to, t_.field(a.node, kFieldT));
    TypeId rest = t_.without(t, Ctor::Cell);
    if (rest != t_.bottom) to.insert(rest.index);
  }

  std::string unionText(const Union& u) {
    std::string out;
    for (uint32_t t : u) out += (out.empty() ? "" : ", ") + type(TypeId(t));
    return "[" + out + "]";
  }

  struct Line {
    std::map<std::string, Union> variables;
    std::set<std::string> unknown;  // variables that some way to the line does not need any more
    bool reached = false;
  };
  struct Function {
    std::vector<Union> formals;
    Union result, yields, returned, raises;
    std::map<std::string, Union> variables, comprehension_variables;
    std::map<uint32_t, Line> lines;
  };

  void unite(Function& f, Instance& i, const Code& c) {
    // A generator's body has two more: what is sent and what is thrown.
    f.formals.resize(std::min(i.formals.size(), c.params.size()));
    for (size_t k = 0; k < f.formals.size(); ++k) add(f.formals[k], i.formals[k]);
    for (auto [to, from] : {std::pair{&f.result, i.result}, {&f.yields, i.yields}, {&f.returned, i.returned}, {&f.raises, i.raises}})
      if (from.valid()) add(*to, from);
    // The names of comprehensions have slots of their own.
    std::vector<bool> own(c.slots.size(), false);
    // Captured variables have a cell and perhaps a value beside it: which slot counts is not known by line.
    std::set<std::string> captured;
    for (const hir::Block& b : c.blocks)
      for (const Instr& x : b.instrs)
        if (x.op == Op::NewCell && x.name.valid()) captured.insert(std::string(name(x.name)));
    for (size_t k = 0; k < c.params.size() && k < own.size(); ++k) own[k] = true;
    for (hir::Slot s : c.locals) own[s.index] = true;
    auto variable = [&](size_t s, TypeId t) {
      if (c.slots[s].valid()) add((own[s] ? f.variables : f.comprehension_variables)[std::string(name(c.slots[s]))], t);
    };
    // Captured variables, as the function's value has them.
    if (i.function.valid()) {
      std::vector<Atom> atoms = t_.atoms(i.function);
      for (const Atom& a : atoms)
        for (uint32_t k = 0; k < c.free.size() && a.node.valid(); ++k)
          add(f.variables[std::string(name(c.free[k]))], t_.field(a.node, kFieldFree + k));
    }
    for (size_t k = 0; k < c.params.size() && k < i.formals.size(); ++k) variable(k, i.formals[k]);
    for (uint32_t b = 0; b < c.blocks.size(); ++b) {
      bool reached = !i.block_in[b].empty();
      std::vector<TypeId> slots = i.block_in[b];
      slots.resize(c.slots.size(), t_.bottom);
      for (const Instr& x : c.blocks[b].instrs) {
        // Some of these have no counterpart in the source: cleaning up behind a `finally` is not reaching its `try`.
        bool cleanup = x.op == Op::CatchException || x.op == Op::EnterHandler || x.op == Op::LeaveHandler ||
                       x.op == Op::Reraise || x.op == Op::Jump || x.op == Op::Unreachable ||
                       ((x.op == Op::StoreSlot || x.op == Op::LoadSlot || x.op == Op::DelSlot) && !c.slots[x.slot.index].valid());
        if (!cleanup && x.place.range.end > x.place.range.begin) state(f.lines[line(c, x.place.range.begin)], c, own, captured, slots, reached);
        if (!reached) continue;
        if (x.op == Op::StoreSlot) {
          slots[x.slot.index] = i.regs[x.operands[0].index];
          variable(x.slot.index, slots[x.slot.index]);
        } else if (x.op == Op::DelSlot) {
          slots[x.slot.index] = t_.unset;
        } else if (x.op == Op::NewCell) {
          slots[x.slot.index] = t_.bottom;
        } else if (x.op == Op::StoreCell) {
          add(f.variables[std::string(name(x.name))], i.regs[x.operands[0].index]);
        }
        if (x.op < Op::Jump && x.result.valid() && t_.canonical(i.regs[x.result.index]) == t_.bottom && x.op != Op::Unpack &&
            x.op != Op::UnpackStar)
          reached = false;
      }
    }
  }

  // The variables' types before an operation of the line.
  void state(Line& to, const Code& c, const std::vector<bool>& own, const std::set<std::string>& captured,
             const std::vector<TypeId>& slots, bool reached) {
    if (!reached) return;
    to.reached = true;
    for (size_t s = 0; s < slots.size(); ++s) {
      if (!own[s] || !c.slots[s].valid()) continue;
      std::string n(name(c.slots[s]));
      if (n[0] == '.' || n.starts_with("_unittest_") || captured.count(n)) continue;  // the compiler's own
      if (t_.canonical(slots[s]) == t_.bottom || t_.has(slots[s], Ctor::Cell)) to.unknown.insert(n);
      else add(to.variables[n], slots[s]);
    }
  }

  std::string code(CodeId id) {
    const Code& c = p_.hir->codes[id];
    static constexpr const char* kKinds[] = {"module", "function", "lambda", "class", "generator expression"};
    std::string out = "{" + member("name", quoted(c.name)) + ", " + member("qualname", quoted(c.qualname)) + ", " +
                      member("kind", quoted(kKinds[static_cast<size_t>(c.kind)])) + ", " +
                      member("library", c.library ? "true" : "false");
    if (c.library) return out + "}";
    uint32_t first = c.kind == CodeKind::Module ? 1 : line(c, c.range.begin);
    const List<ast::Expr*>* decorators = nullptr;
    if (c.kind == CodeKind::Function && c.node) decorators = &static_cast<const ast::FunctionDef*>(c.node)->decorator_list;
    if (c.kind == CodeKind::Class && c.node) decorators = &static_cast<const ast::ClassDef*>(c.node)->decorator_list;
    if (decorators && !decorators->empty()) first = line(c, decorators->front()->range.begin);
    const std::string& path = sources_.file(p_.hir->modules->modules[c.module].file).path;
    // Methods that a class was given (docs/derive.md) have no lines in the module.
    bool derived = c.file != p_.hir->modules->modules[c.module].file;
    out += ", " + member("path", quoted(path)) + ", " + member("derived", derived ? "true" : "false") + ", " + member("line", std::to_string(first));
    Function f;
    size_t live = 0;
    for (Instance& i : p_.instances) {
      if (i.code != id || !i.live || i.block_in.empty()) continue;
      ++live;
      unite(f, i, c);
    }
    out += ", " + member("instances", std::to_string(live));
    if (!live) return out + "}";
    out += ", " + member("parameters", list(f.formals.size(), [&](size_t k) {
      return "[" + quoted(name(c.params[k].name)) + ", " + unionText(f.formals[k]) + "]";
    }));
    for (auto [key, t] : {std::pair{"result", f.result}, {"yields", f.yields}, {"returned", f.returned}, {"raises", f.raises}})
      out += ", " + member(key, unionText(t));
    out += ", " + member("variables", table(f.variables)) + ", " + member("comprehensions", table(f.comprehension_variables));
    std::string lines;
    for (auto& [number, l] : f.lines) {
      for (const std::string& n : l.unknown) l.variables.erase(n);
      lines += (lines.empty() ? "" : ",\n") + quoted(std::to_string(number)) + ": " + (l.reached ? table(l.variables) : "null");
    }
    return out + ", " + member("lines", "{" + lines + "}") + "}";
  }

  std::string table(const std::map<std::string, Union>& members) {
    std::string out;
    for (auto& [key, t] : members) out += (out.empty() ? "" : ", ") + quoted(key) + ": " + unionText(t);
    return "{" + out + "}";
  }

  Program& p_;
  Types& t_;
  const SourceManager& sources_;
  std::vector<TypeId> types_;
  std::vector<NodeId> nodes_;
  std::map<uint32_t, size_t> type_numbers_, node_numbers_;
};

}  // namespace

std::string printTypesAsJson(Program& program, const SourceManager& sources) { return Writer(program, sources).write(); }

}  // namespace krait::infer
