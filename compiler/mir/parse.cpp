// Reads what print.cpp prints.
#include <bit>
#include <cstdint>
#include <unordered_map>

#include "mir/print.h"

namespace krait::mir {
namespace {

const std::unordered_map<std::string_view, Op>& opTable() {
  static const std::unordered_map<std::string_view, Op> table = {
#define KRAIT_OP(name, text, operands, result, flags) {text, Op::name},
#include "mir/ops.def"
#undef KRAIT_OP
  };
  return table;
}

bool isWordChar(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '.';
}

// A reader of characters with one sticky error. All accept* functions skip blanks (not line ends,
// which are blanks too here: the grammar needs none) and comments first.
class Parser {
 public:
  Parser(std::string_view text, Module& module) : text_(text), m_(module) {}

  bool run(std::string* error) {
    while (ok() && !atEnd()) item();
    if (ok())
      for (const auto& [name, id] : funcs_)
        if (!defined_[id.index]) fail("function " + name + " is not in the module");
    if (ok()) return true;
    if (error) *error = "line " + std::to_string(error_line_) + ": " + error_;
    return false;
  }

 private:
  bool ok() const { return error_.empty(); }
  void fail(const std::string& what) {
    if (!ok()) return;
    error_ = what;
    error_line_ = 1;
    for (size_t i = 0; i < pos_ && i < text_.size(); ++i) error_line_ += text_[i] == '\n';
  }
  void skip() {
    while (pos_ < text_.size()) {
      char c = text_[pos_];
      if (c == ';') {
        while (pos_ < text_.size() && text_[pos_] != '\n') ++pos_;
      } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        ++pos_;
      } else {
        return;
      }
    }
  }
  bool atEnd() {
    skip();
    return pos_ >= text_.size();
  }
  char peek() {
    skip();
    return pos_ < text_.size() ? text_[pos_] : '\0';
  }
  bool accept(char c) {
    if (peek() != c) return false;
    ++pos_;
    return true;
  }
  void expect(char c) {
    if (!accept(c)) fail(std::string("expected '") + c + "'");
  }
  std::string_view peekWord() {
    skip();
    size_t end = pos_;
    while (end < text_.size() && isWordChar(text_[end])) ++end;
    return text_.substr(pos_, end - pos_);
  }
  bool acceptWord(std::string_view word) {
    if (peekWord() != word) return false;
    pos_ += word.size();
    return true;
  }
  std::string_view takeWord(const char* what) {
    std::string_view word = peekWord();
    if (word.empty()) fail(std::string("expected ") + what);
    pos_ += word.size();
    return word;
  }
  int64_t number() {
    skip();
    bool negative = pos_ < text_.size() && text_[pos_] == '-';
    if (negative) ++pos_;
    uint64_t n = 0;
    size_t start = pos_;
    while (pos_ < text_.size() && text_[pos_] >= '0' && text_[pos_] <= '9')
      n = n * 10 + static_cast<uint64_t>(text_[pos_++] - '0');
    if (pos_ == start) fail("expected a number");
    return static_cast<int64_t>(negative ? 0 - n : n);
  }
  // A number that directly follows a prefix letter, bounded so that a typo cannot exhaust memory.
  uint32_t index(char prefix) {
    expect(prefix);
    int64_t n = number();
    if (n < 0 || n > 50'000'000) {
      fail("index out of range");
      return 0;
    }
    return static_cast<uint32_t>(n);
  }
  std::string quoted() {
    expect('"');
    std::string out;
    while (ok()) {
      if (pos_ >= text_.size()) {
        fail("unterminated string");
        break;
      }
      char c = text_[pos_++];
      if (c == '"') break;
      if (c != '\\') {
        out += c;
        continue;
      }
      char e = pos_ < text_.size() ? text_[pos_++] : '\0';
      if (e == 'n') {
        out += '\n';
      } else if (e == '"' || e == '\\') {
        out += e;
      } else if (e == 'x') {
        int value = 0;
        for (int k = 0; k < 2; ++k) {
          char h = pos_ < text_.size() ? text_[pos_++] : '\0';
          int digit = h >= '0' && h <= '9' ? h - '0' : h >= 'a' && h <= 'f' ? h - 'a' + 10 : -1;
          if (digit < 0) fail("bad \\x escape");
          value = value * 16 + digit;
        }
        out += static_cast<char>(value);
      } else {
        fail("bad escape");
      }
    }
    return out;
  }
  std::string wordOrQuoted() { return peek() == '"' ? quoted() : std::string(takeWord("a name")); }

  TypeId type() {
    const Types& t = m_.types;
    std::string_view w = takeWord("a type");
    if (w == "void") return t.void_;
    if (w == "bool") return t.bool_;
    if (w == "i8") return t.i8;
    if (w == "i32") return t.i32;
    if (w == "i64") return t.i64;
    if (w == "f64") return t.f64;
    if (w == "int") return t.int_;
    if (w == "ref") return t.ref;
    if (w == "opt") return t.opt;
    if (w == "any") return t.any;
    if (w == "ptr") return t.ptr;
    if (w == "tuple") {
      if (++type_depth_ > 200) fail("tuple types nested too deeply");
      std::vector<TypeId> items;
      expect('<');
      if (!accept('>')) {
        do items.push_back(type());
        while (ok() && accept(','));
        expect('>');
      }
      --type_depth_;
      return ok() ? m_.types.tuple(items) : TypeId();
    }
    fail("unknown type " + std::string(w));
    return t.void_;
  }
  FuncId funcName() {
    expect('@');
    std::string name = quoted();
    auto [it, added] = funcs_.try_emplace(name, FuncId());
    if (added) {
      it->second = m_.functions.add(Function());
      m_.functions[it->second].name = name;
      defined_.push_back(false);
    }
    return it->second;
  }
  LayoutId layoutId() {
    uint32_t n = index('L');
    if (ok() && n >= m_.layouts.size()) m_.layouts.resize(n + 1);
    return LayoutId(n);
  }

  void item() {
    std::string_view w = peekWord();
    if (w == "layout") {
      takeWord("");
      layout();
    } else if (w == "global") {
      takeWord("");
      expect('@');
      uint32_t n = index('g');
      if (!ok()) return;
      if (n >= m_.globals.size()) m_.globals.resize(n + 1);
      std::string symbol = quoted();
      expect(':');
      m_.globals[GlobalId(n)] = {std::move(symbol), type()};
      if (peekWord() == "late") {
        takeWord("");
        m_.globals[GlobalId(n)].late = true;
      }
    } else if (w == "main") {
      takeWord("");
      m_.main = funcName();
    } else if (w == "func" || w == "declare") {
      takeWord("");
      function(w == "declare");
    } else {
      fail("expected layout, global, main, func or declare");
    }
  }

  void layout() {
    LayoutId id = layoutId();
    if (!ok()) return;
    Layout l;
    l.symbol = quoted();
    if (!acceptWord("name")) fail("expected name");
    l.name = wordOrQuoted();
    if (!acceptWord("module")) fail("expected module");
    l.module = wordOrQuoted();
    if (acceptWord("base")) l.base = layoutId();
    l.runtime = acceptWord("runtime");
    l.exception = acceptWord("exception");
    l.acyclic = acceptWord("acyclic");
    l.value_only = acceptWord("value_only");
    if (acceptWord("del")) l.del = funcName();
    if (acceptWord("exc_str")) l.exc_str = funcName();
    expect('{');
    if (!accept('}')) {
      do {
        Field f;
        f.name = wordOrQuoted();
        expect(':');
        f.type = type();
        if (acceptWord("items")) f.buffer_item = type();
        if (acceptWord("count")) f.count_field = static_cast<int32_t>(number());
        if (acceptWord("capacity")) f.capacity_field = static_cast<int32_t>(number());
        f.drop_backwards = acceptWord("backwards");
        l.fields.push_back(std::move(f));
      } while (ok() && accept(','));
      expect('}');
    }
    m_.layouts[id] = std::move(l);
  }

  // Values get the numbers that the text gives them.
  ValueId valueId() {
    uint32_t n = index('%');
    if (!ok()) return ValueId();
    while (f_.values.size() <= n) f_.newValue(m_.types.void_);
    return ValueId(n);
  }
  ValueId typedValue() {
    ValueId v = valueId();
    expect(':');
    TypeId t = type();
    if (ok()) f_.values[v].type = t;
    return v;
  }

  void function(bool declaration) {
    FuncId id = funcName();
    if (!ok()) return;
    if (defined_[id.index]) return fail("function defined twice");
    defined_[id.index] = true;
    f_ = Function();
    f_.name = m_.functions[id].name;
    f_.declaration = declaration;
    expect('(');
    if (!accept(')')) {
      do {
        Param p;
        p.value = typedValue();
        if (acceptWord("owned")) p.mode = Mode::Owned;
        f_.params.push_back(p);
      } while (ok() && accept(','));
      expect(')');
    }
    arrow();
    f_.result = type();
    f_.raises = acceptWord("raises");
    f_.library = acceptWord("library");
    f_.recursive = acceptWord("recursive");
    f_.once = acceptWord("once");
    if (acceptWord("inline")) f_.inlining = Inline::Always;
    if (acceptWord("noinline")) f_.inlining = Inline::Never;
    if (acceptWord("display")) f_.display_name = quoted();
    if (acceptWord("file")) f_.file = quoted();
    if (acceptWord("line")) f_.line = static_cast<int32_t>(number());
    if (!declaration) {
      expect('{');
      while (acceptWord("inlined")) {
        InlinedFunction i;
        i.display_name = quoted();
        i.file = quoted();
        i.line = static_cast<int32_t>(number());
        f_.inlined.push_back(std::move(i));
      }
      while (acceptWord("site")) {
        if (number() != static_cast<int64_t>(f_.sites.size())) fail("sites must be in order");
        Site s;
        for (int32_t* n : {&s.line_delta, &s.end_line_delta, &s.column, &s.end_column,
                           &s.anchor_begin, &s.anchor_end})
          *n = static_cast<int32_t>(number());
        if (acceptWord("inlined")) s.inlined = static_cast<int32_t>(number());
        if (acceptWord("outer")) s.outer = static_cast<int32_t>(number());
        f_.sites.push_back(s);
      }
      while (ok() && !accept('}')) block();
    }
    m_.functions[id] = std::move(f_);
  }

  void block() {
    if (index('b') != f_.blocks.size()) return fail("blocks must be in order");
    Block b;
    if (f_.blocks.empty())
      for (const Param& p : f_.params) b.params.push_back(p.value);
    if (accept('(')) {
      do b.params.push_back(typedValue());
      while (ok() && accept(','));
      expect(')');
    }
    expect(':');
    while (ok() && peek() != '}' && !atBlock()) b.instrs.push_back(instr());
    f_.blocks.push_back(std::move(b));
  }
  // "b" and a number: no operation has such a name.
  bool atBlock() {
    std::string_view w = peekWord();
    return w.size() > 1 && w[0] == 'b' && w[1] >= '0' && w[1] <= '9';
  }
  void arrow() {
    expect('-');
    expect('>');
  }

  Edge edge() {
    Edge e;
    e.target = BlockId(index('b'));
    if (accept('(')) {
      do e.args.push_back(valueId());
      while (ok() && accept(','));
      expect(')');
    }
    return e;
  }

  Instr instr() {
    Instr i;
    i.op = Op::Unreachable;
    if (peek() == '%') {
      i.result = typedValue();
      expect('=');
    }
    std::string_view name = takeWord("an operation");
    auto it = opTable().find(name);
    if (it == opTable().end()) {
      fail("unknown operation " + std::string(name));
      return i;
    }
    i.op = it->second;
    static constexpr std::string_view kPreds[] = {"eq", "ne",  "lt",  "le",  "gt",
                                                  "ge", "ult", "ule", "ugt", "uge"};
    for (size_t k = 0; k < std::size(kPreds); ++k)
      if (acceptWord(kPreds[k])) {
        i.pred = static_cast<Pred>(k);
        break;
      }
    while (peek() == '@') {
      if (pos_ + 1 < text_.size() && text_[pos_ + 1] == 'g') {
        ++pos_;
        i.global = GlobalId(index('g'));
      } else {
        i.func = funcName();
      }
    }
    if (peek() == '"') i.sym = m_.symbol(quoted());
    // A value followed by ':' begins the next instruction.
    if (peek() == '%' && !atDefinition()) {
      do i.operands.push_back(valueId());
      while (ok() && accept(','));
    }
    if (peek() == 'L' && pos_ + 1 < text_.size() && text_[pos_ + 1] >= '0' &&
        text_[pos_ + 1] <= '9') {
      i.layout = layoutId();
      if (pos_ < text_.size() && text_[pos_] == '.') {
        ++pos_;
        i.imm = number();
      }
    }
    if (accept('#')) i.imm = number();
    if (acceptWord("f64")) {
      std::string_view digits = takeWord("bits");
      uint64_t bits = 0;
      if (digits.size() != 18 || digits.substr(0, 2) != "0x") fail("expected 0x and 16 digits");
      for (char c : digits.substr(digits.size() < 2 ? 0 : 2)) {
        int d = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (d < 0) fail("bad hexadecimal digit");
        bits = bits << 4 | static_cast<uint64_t>(d & 15);
      }
      i.f64 = std::bit_cast<double>(bits);
    }
    if (acceptWord("type")) i.type = type();
    if (acceptWord("view")) i.mark = Mark::View;
    if (acceptWord("take")) i.mark = Mark::Take;
    if (peek() == '-') {
      arrow();
      i.edges.push_back(edge());
      while (ok() && accept('|')) {
        if (acceptWord("error")) {
          i.exception = valueId();
          if (ok()) f_.values[i.exception].type = m_.types.ref;
        }
        i.edges.push_back(edge());
      }
    }
    if (acceptWord("site")) i.site = static_cast<int32_t>(number());
    return i;
  }
  bool atDefinition() {
    size_t p = pos_ + 1;
    while (p < text_.size() && text_[p] >= '0' && text_[p] <= '9') ++p;
    return p < text_.size() && text_[p] == ':';
  }

  std::string_view text_;
  size_t pos_ = 0;
  Module& m_;
  Function f_;
  std::unordered_map<std::string, FuncId> funcs_;
  std::vector<bool> defined_;
  std::string error_;
  int error_line_ = 0;
  int type_depth_ = 0;
};

}  // namespace

bool parseModule(std::string_view text, Module& module, std::string* error) {
  return Parser(text, module).run(error);
}

}  // namespace krait::mir
