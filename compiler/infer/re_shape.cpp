// What a literal says about types that only the running program could know otherwise: a regular expression, how many
// groups it has, and which of them a match always sets. The functions of lib/std/re take it as a parameter that the program
// does not write (_shape): so re.findall gives texts or tuples, and the text of a group that always takes part is never None.
// A format template, whether its fields look anything up.
#include <optional>

#include "infer/engine.h"

namespace krait::infer {
namespace {

// By group: may it be unset after a match? Nothing: the pattern is wrong or too unusual, only the running program knows.
std::optional<std::vector<bool>> optionalGroups(std::string_view p, bool verbose) {
  struct Open {
    size_t first, inner;  // the groups from here on are in it, behind its own
    bool optional;        // what is in it may not take part
  };
  std::vector<bool> unset;
  std::vector<Open> stack{{0, 0, false}};
  auto mark = [&](size_t from) {
    for (size_t k = from; k < unset.size(); ++k) unset[k] = true;
  };
  for (size_t i = 0; i < p.size(); ++i) {
    switch (p[i]) {
      case '\\': ++i; break;
      case '#':
        if (verbose)
          while (i + 1 < p.size() && p[i] != '\n') ++i;
        break;
      case '[':
        ++i;
        if (i < p.size() && p[i] == '^') ++i;
        if (i < p.size() && p[i] == ']') ++i;
        for (; i < p.size() && p[i] != ']'; ++i)
          if (p[i] == '\\') ++i;
        if (i >= p.size()) return std::nullopt;
        break;
      case '|': stack.back().optional = true; break;
      case '(': {
        Open open{unset.size(), unset.size(), false};
        bool group = true;
        if (i + 1 < p.size() && p[i + 1] == '?') {
          std::string_view rest = p.substr(i + 2);
          group = false;
          if (rest.starts_with("P<")) {
            group = true;
            i = p.find('>', i);
          } else if (rest.starts_with("#") || rest.starts_with("P=")) {
            i = p.find(')', i);
            if (i == p.npos) return std::nullopt;
            break;
          } else if (rest.starts_with("(")) {
            open.optional = true;
            i = p.find(')', i);
          } else if (rest.starts_with("<=") || rest.starts_with("<!")) {
            open.optional = rest[1] == '!';
            i += 3;
          } else if (rest.starts_with("=") || rest.starts_with("!") || rest.starts_with(":") || rest.starts_with(">")) {
            open.optional = rest[0] == '!';
            i += 2;
          } else {
            size_t end = rest.find_first_not_of("aiLmsux-");
            if (end == rest.npos || end == 0 || (rest[end] != ')' && rest[end] != ':')) return std::nullopt;
            bool x = rest.substr(0, end).find('x') != rest.npos;
            if (rest[end] == ':' && x) return std::nullopt;
            verbose |= x;
            i += 2 + end;
            if (rest[end] == ')') break;
          }
          if (i == p.npos) return std::nullopt;
        }
        if (group) unset.push_back(false);
        open.inner = unset.size();
        stack.push_back(open);
        break;
      }
      case ')': {
        if (stack.size() == 1) return std::nullopt;
        Open open = stack.back();
        stack.pop_back();
        if (open.optional) mark(open.inner);
        size_t next = i + 1;
        while (verbose && next < p.size() && (p[next] == '#' || std::string_view(" \t\n\r\v\f").find(p[next]) != std::string_view::npos)) {
          if (p[next] == '#')
            while (next + 1 < p.size() && p[next] != '\n') ++next;
          ++next;
        }
        if (next < p.size() && (p[next] == '*' || p[next] == '?' ||
                                (p[next] == '{' && next + 1 < p.size() && (p[next + 1] == '0' || p[next + 1] == ','))))
          mark(open.first);
        break;
      }
      default: break;
    }
  }
  if (stack.size() != 1) return std::nullopt;
  if (stack[0].optional) mark(0);
  return unset;
}

// What sets the register; null: a parameter.
const hir::Instr* operation(const hir::Code& code, hir::Reg reg) {
  if (reg.index >= code.defined.size()) return nullptr;
  auto [block, at] = code.defined[reg.index];
  return block < code.blocks.size() && at < code.blocks[block].instrs.size() ? &code.blocks[block].instrs[at] : nullptr;
}

}  // namespace

// The operation that gives the str or bytes literal in the register; null: it is none. A variable that is set once, to
// a literal, is one, too.
const hir::Instr* Engine::literalText(hir::Reg r) {
  auto literal = [](const hir::Instr* d) {
    if (!d || d->op != hir::Op::Const) return false;
    auto kind = static_cast<ast::ConstantKind>(d->sub);
    return kind == ast::ConstantKind::Str || kind == ast::ConstantKind::Bytes;
  };
  const hir::Instr* d = operation(*cur_->code, r);
  if (!d || literal(d)) return d;
  const hir::Instr* found = nullptr;
  int stores = 0;
  if (d->op == hir::Op::LoadSlot || d->op == hir::Op::LoadClassName) {
    if (d->slot.index < cur_->code->params.size()) return nullptr;
    for (const hir::Block& b : cur_->code->blocks)
      for (const hir::Instr& x : b.instrs)
        if ((x.op == hir::Op::StoreSlot || x.op == hir::Op::DelSlot) && x.slot == d->slot) {
          ++stores;
          found = x.op == hir::Op::StoreSlot ? operation(*cur_->code, x.operands[0]) : nullptr;
        }
  } else if (d->op == hir::Op::LoadGlobal && d->global.valid()) {
    for (const hir::Code& c : hir_.codes) {
      if (c.library) continue;
      for (const hir::Block& b : c.blocks)
        for (const hir::Instr& x : b.instrs)
          if ((x.op == hir::Op::StoreGlobal || x.op == hir::Op::DelGlobal) && x.global == d->global) {
            ++stores;
            found = x.op == hir::Op::StoreGlobal ? operation(c, x.operands[0]) : nullptr;
          }
    }
  }
  return stores == 1 && literal(found) ? found : nullptr;
}

// Is this str.format of a literal whose fields have no attributes and no items? Then nothing is looked up by a name
// that only the running program knows.
bool Engine::flatTemplate(const Atom& method) {
  const hir::Code& code = hir_.codes[hir::CodeId(method.id)];
  if (!code.core || code.name != "format" || !t_.isOnly(method.items[0], Ctor::Str) || instr().op != hir::Op::Call) return false;
  const hir::Instr* callee = operation(*cur_->code, instr().operands[0]);
  if (!callee || callee->op != hir::Op::GetAttr) return false;
  const hir::Instr* literal = literalText(callee->operands[0]);
  if (!literal) return false;
  const std::string_view text = literal->text;
  for (size_t k = 0; k < text.size(); ++k) {
    if (text[k] != '{') continue;
    if (k + 1 < text.size() && text[k + 1] == '{') {
      ++k;
      continue;
    }
    const size_t end = text.find_first_of(".[:!}", k);
    if (end == text.npos || text[end] == '.' || text[end] == '[') return false;
  }
  return true;
}

// _k.writes_text: is the text a part of a text literal of the program? What only such a literal can ask for need not be
// linked into other programs.
bool Engine::writesText(const hir::Instr& i) {
  const hir::Instr* wanted = literalText(i.operands[0]);
  auto [known, added] = written_texts_.try_emplace(std::string(wanted->text), false);
  if (!added) return known->second;
  for (const hir::Code& c : hir_.codes) {
    if (c.library) continue;
    for (const hir::Block& b : c.blocks)
      for (const hir::Instr& x : b.instrs)
        if (x.op == hir::Op::Const && static_cast<ast::ConstantKind>(x.sub) == ast::ConstantKind::Str && x.text.find(wanted->text) != x.text.npos)
          return known->second = true;
  }
  return false;
}

// Is the flag for comments in patterns among these? 1 yes, 0 no, -1 unknown.
int Engine::verboseFlag(hir::Reg r) {
  const hir::Instr* d = definition(r);
  if (!d) return -1;
  if (d->op == hir::Op::Binary) {
    int a = verboseFlag(d->operands[0]), b = verboseFlag(d->operands[1]);
    return a == 1 || b == 1 ? 1 : a == 0 && b == 0 ? 0 : -1;
  }
  if (d->op == hir::Op::GetAttr || d->op == hir::Op::LoadGlobal) {
    std::string_view name = names_.text(d->name);
    if (name == "X" || name == "VERBOSE") return 1;
    for (const char* other : {"A", "ASCII", "I", "IGNORECASE", "M", "MULTILINE", "S", "DOTALL", "U", "UNICODE", "NOFLAG"})
      if (name == other) return 0;
  }
  return -1;
}

// The values of a struct format in order, by what a program gets for them: 'i' int, 'f' float, 's' bytes, '?' bool. Nothing: the format
// is wrong, or has more values than a type should have items.
static std::optional<std::string> structValues(std::string_view format) {
  std::string values;
  size_t i = !format.empty() && std::string_view("@=<>!").find(format[0]) != std::string_view::npos ? 1 : 0;
  while (i < format.size()) {
    if (std::string_view(" \t\n\r\v\f").find(format[i]) != std::string_view::npos) {
      ++i;
      continue;
    }
    size_t count = 0;
    const size_t digits = i;
    for (; i < format.size() && format[i] >= '0' && format[i] <= '9'; ++i)
      if (count = count * 10 + static_cast<size_t>(format[i] - '0'); count > 1000000) return std::nullopt;
    if (i == digits) count = 1;
    if (i == format.size()) return std::nullopt;
    const char c = format[i++];
    if (c == 'x') continue;
    const bool text = c == 's' || c == 'p';
    char kind = 'i';
    if (text || c == 'c') kind = 's';
    else if (c == '?') kind = '?';
    else if (std::string_view("efd").find(c) != std::string_view::npos) kind = 'f';
    else if (std::string_view("bBhHiIlLqQnNP").find(c) == std::string_view::npos) return std::nullopt;
    values.append(text ? 1 : count, kind);
    if (values.size() > 64) return std::nullopt;
  }
  return values;
}

// For struct's functions: for each value of the format its number and None for an int, 0 for a float, "" for bytes, () for a bool.
bool Engine::addStructShape(const hir::Code& code, Args& args) {
  const hir::Instr* literal = nullptr;
  for (size_t k = 0; k < args.list.size(); ++k) {
    const Args::One& a = args.list[k];
    const bool format = a.kind == hir::ArgKind::Positional ? k == 0 : a.kind == hir::ArgKind::Keyword && names_.text(a.keyword) == "format";
    if (a.keyword == code.params.back().name) return false;
    if (!format) continue;
    if (a.source.kind != ArgSource::Operand || a.source.index == 0 || a.source.index > instr().args.size()) return false;
    literal = literalText(instr().args[a.source.index - 1].value);
  }
  if (!literal) return false;
  const auto values = structValues(literal->text);
  if (!values) return false;
  auto source = [](ArgSource::Kind kind) { return ArgSource{kind, 0, 0, {}, {}, nullptr, nullptr}; };
  ArgSource all = source(ArgSource::Pack);
  std::vector<TypeId> types;
  for (size_t k = 0; k < values->size(); ++k) {
    const char c = (*values)[k];
    ArgSource one = source(ArgSource::Pack), number = source(ArgSource::Int);
    number.index = static_cast<uint32_t>(k);
    ArgSource kind = source(c == 'i' ? ArgSource::None : c == 'f' ? ArgSource::Int : c == 's' ? ArgSource::Str : ArgSource::Pack);
    if (c == 's') kind.keys = {names_.intern("")};
    one.items = {number, kind};
    all.items.push_back(one);
    types.push_back(t_.tuple({t_.integer, c == 'i' ? t_.none : c == 'f' ? t_.integer : c == 's' ? t_.str : t_.tuple({})}));
  }
  args.list.push_back({t_.tuple(types), hir::ArgKind::Keyword, code.params.back().name, all});
  return true;
}

// For functions that open files: 0 if the literal mode is binary, "" if it is not. `first`: the parameters that the call does not write.
bool Engine::addFileShape(const hir::Code& code, Args& args, size_t first, bool binary) {
  for (size_t k = 0; k < args.list.size(); ++k) {
    const Args::One& a = args.list[k];
    if (a.kind != hir::ArgKind::Positional && a.kind != hir::ArgKind::Keyword) return false;
    if (a.keyword == code.params.back().name || k + first >= code.params.size()) return false;
    const Name name = a.kind == hir::ArgKind::Positional ? code.params[k + first].name : a.keyword;
    if (names_.text(name) != "mode") continue;
    if (a.source.kind != ArgSource::Operand || a.source.index == 0 || a.source.index > instr().args.size()) return false;
    const hir::Instr* literal = literalText(instr().args[a.source.index - 1].value);
    if (!literal) return false;
    binary = literal->text.find('b') != literal->text.npos;
  }
  ArgSource kind{binary ? ArgSource::Int : ArgSource::Str, 0, 0, {}, {}, nullptr, nullptr};
  if (!binary) kind.keys = {names_.intern("")};
  args.list.push_back({binary ? t_.integer : t_.str, hir::ArgKind::Keyword, code.params.back().name, kind});
  return true;
}

// array.array with a typecode that is a literal: what its items are.
bool Engine::addItemShape(const hir::Code& code, Args& args) {
  if (code.name != "__init__" || args.list.empty()) return false;
  const Args::One& first = args.list[0];
  if (first.kind != hir::ArgKind::Positional || first.source.kind != ArgSource::Operand || first.source.index == 0 || first.source.index > instr().args.size())
    return false;
  const hir::Instr* literal = literalText(instr().args[first.source.index - 1].value);
  if (!literal || literal->text.size() != 1 || std::string_view("bBuhHiIlLqQfd").find(literal->text[0]) == std::string_view::npos) return false;
  for (const Args::One& a : args.list)
    if (a.kind != hir::ArgKind::Positional) return false;
  const bool real = literal->text == "f" || literal->text == "d", text = literal->text == "u";
  ArgSource shape{real ? ArgSource::Str : text ? ArgSource::Pack : ArgSource::Int, 0, 0, {}, {}, nullptr, nullptr};
  if (real) shape.keys = {names_.intern("")};
  args.list.push_back({real ? t_.str : text ? t_.tuple({}) : t_.integer, hir::ArgKind::Keyword, code.params.back().name, shape});
  return true;
}

bool Engine::addPatternShape(const hir::Code& code, Args& args, bool method) {
  if (code.library && !code.core && instr().op == hir::Op::Call && !cur_->code->library && !code.params.empty() &&
      names_.text(code.params.back().name) == "_shape") {
    const std::string_view module = hir_.modules->modules[code.module].name;
    if (module == "pathlib" && method) return addFileShape(code, args, 1, false);
    if (module == "array") return addItemShape(code, args);
    if (module == "tempfile") return addFileShape(code, args, method ? 1 : 0, true);
  }
  if (code.library && !code.core && hir_.modules->modules[code.module].name == "struct" && instr().op == hir::Op::Call && !cur_->code->library &&
      !code.params.empty() && names_.text(code.params.back().name) == "_shape")
    return addStructShape(code, args);
  if (method) return false;
  if (!code.library || code.core || hir_.modules->modules[code.module].name != "re" || instr().op != hir::Op::Call) return false;
  if (!code.parent.valid() || hir_.codes[code.parent].kind != hir::CodeKind::Module) return false;
  if (code.params.empty() || names_.text(code.params.back().name) != "_shape" || cur_->code->library) return false;
  hir::Reg pattern, flags;
  for (size_t k = 0; k < args.list.size(); ++k) {
    const Args::One& a = args.list[k];
    if (a.keyword == code.params.back().name) return false;
    if (a.source.kind != ArgSource::Operand || a.source.index == 0 || a.source.index > instr().args.size()) return false;
    Name name = a.keyword;
    if (a.kind == hir::ArgKind::Positional) {
      if (k >= code.params.size()) return false;
      name = code.params[k].name;
    } else if (a.kind != hir::ArgKind::Keyword) {
      return false;
    }
    hir::Reg value = instr().args[a.source.index - 1].value;
    if (names_.text(name) == "pattern") pattern = value;
    if (names_.text(name) == "flags") flags = value;
  }
  const hir::Instr* literal = pattern.valid() ? literalText(pattern) : nullptr;
  if (!literal) return false;
  int verbose = flags.valid() ? verboseFlag(flags) : 0;
  auto groups = optionalGroups(literal->text, verbose != 0);
  if (verbose < 0 && groups != optionalGroups(literal->text, false)) return false;
  if (!groups || groups->size() > 30) return false;
  auto source = [](ArgSource::Kind kind) { return ArgSource{kind, 0, 0, {}, {}, nullptr, nullptr}; };
  const size_t n = groups->size();
  bool complete = true;
  ArgSource all = source(ArgSource::Pack), items = source(ArgSource::Pack);
  std::vector<TypeId> types;
  for (size_t k = 0; k < n; ++k) {
    const bool unset = (*groups)[k];
    complete &= !unset;
    ArgSource one = source(ArgSource::Pack), number = source(ArgSource::Int);
    number.index = static_cast<uint32_t>(k + 1);
    one.items = {number, source(unset ? ArgSource::None : ArgSource::Int)};
    items.items.push_back(one);
    types.push_back(t_.tuple({t_.integer, unset ? t_.none : t_.integer}));
  }
  ArgSource kind = source(n == 0 ? ArgSource::None : n == 1 ? ArgSource::Int : ArgSource::Str);
  kind.keys = {names_.intern("")};
  all.items = {kind, items, source(complete ? ArgSource::Int : ArgSource::None)};
  TypeId type = t_.tuple({n == 0 ? t_.none : n == 1 ? t_.integer : t_.str, t_.tuple(types), complete ? t_.integer : t_.none});
  args.list.push_back({type, hir::ArgKind::Keyword, code.params.back().name, all});
  return true;
}

}  // namespace krait::infer
