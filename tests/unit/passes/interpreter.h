// A small interpreter of MIR (Phase::Built) for tests: constants, bool, i64, f64, int, objects,
// tuples, unions, globals, calls, exceptions and their traceback entries. No buffers and no runtime
// functions.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mir/mir.h"
#include "passes/rewrite.h"

namespace krait::test {

// A value of any type. Bools, machine integers and ints are in `number`; references are object
// numbers.
struct Val {
  __int128 number = 0;
  double f64 = 0;
  int64_t object = 0;  // 0: null, below: immortal objects
  bool no_int = false;
  uint32_t tag = 0;        // unions: 0 unset, else 1 + layout or a builtin kind
  std::vector<Val> items;  // tuples, the payload of unions
  bool operator==(const Val&) const = default;
};

class Interpreter {
 public:
  explicit Interpreter(const mir::Module& module) : m_(module) {
    globals_.resize(module.globals.size());
  }

  struct Outcome {
    enum Kind { Returned, Raised, GaveUp } kind = GaveUp;  // GaveUp: too long, or numbers too big
    Val value;
  };

  // Calls the function; afterwards describe() tells everything that a caller could see.
  Outcome call(mir::FuncId func, const std::vector<Val>& args) {
    result_ = run(func, args, 0);
    return result_;
  }
  const std::string& problem() const { return problem_; }  // a wrong program: not to be compared

  std::string describe() const {
    if (result_.kind == Outcome::GaveUp) return "gave up " + problem_;
    std::string text = result_.kind == Outcome::Returned ? "returned " : "raised ";
    std::map<int64_t, int> seen;
    text += show(result_.value, seen);
    if (result_.kind == Outcome::Raised) {
      auto it = traces_.find(result_.value.object);
      text += " at";
      if (it != traces_.end())
        for (const std::string& place : it->second) text += " " + place;
    }
    for (const Val& g : globals_) text += "; " + show(g, seen);
    return text;
  }

  mir::LayoutId exceptionLayout;  // of the exceptions that int operations raise

 private:
  using Op = mir::Op;
  static constexpr int64_t kStop = -1;
  struct Object {
    mir::LayoutId layout;
    std::vector<Val> fields;
  };

  std::string show(const Val& v, std::map<int64_t, int>& seen) const {
    std::string text = std::to_string(static_cast<int64_t>(v.number >> 64)) + ":" +
                       std::to_string(static_cast<uint64_t>(v.number));
    if (v.no_int) text += "noint";
    if (v.f64 != 0 || std::signbit(v.f64))
      text += "f" + std::to_string(std::bit_cast<uint64_t>(v.f64));
    if (v.tag) text += "t" + std::to_string(v.tag);
    if (v.object < 0) text += "o" + std::to_string(v.object);
    if (v.object > 0) {
      // Objects are numbered in the order in which they are met: which allocations there were is no
      // effect.
      auto [it, added] = seen.try_emplace(v.object, static_cast<int>(seen.size()));
      text += "#" + std::to_string(it->second);
      if (added) {
        const Object& o = heap_[static_cast<size_t>(v.object)];
        text += "L" + std::to_string(o.layout.index) + "{";
        for (const Val& f : o.fields) text += show(f, seen) + " ";
        text += "}";
      }
    }
    if (!v.items.empty()) {
      text += "(";
      for (const Val& i : v.items) text += show(i, seen) + " ";
      text += ")";
    }
    return text;
  }

  static Val number(__int128 n) {
    Val v;
    v.number = n;
    return v;
  }
  static Val real(double d) {
    Val v;
    v.f64 = d;
    return v;
  }
  static Val reference(int64_t object) {
    Val v;
    v.object = object;
    return v;
  }
  Val zero(mir::TypeId type) const {
    Val v;
    if (m_.types[type].kind == mir::TypeKind::Tuple)
      for (mir::TypeId item : m_.types[type].items) v.items.push_back(zero(item));
    return v;
  }
  static bool isSmall(const Val& v) {
    constexpr __int128 kLimit = static_cast<__int128>(1) << 62;
    return !v.no_int && v.number >= -kLimit && v.number < kLimit;
  }
  static __int128 floorDiv(__int128 a, __int128 b) {
    __int128 q = a / b;
    return q - ((a % b != 0) && ((a % b < 0) != (b < 0)));
  }
  template <class T>
  static bool compare(mir::Pred pred, T a, T b) {
    switch (pred) {
      case mir::Pred::Eq:
        return a == b;
      case mir::Pred::Ne:
        return a != b;
      case mir::Pred::Lt:
      case mir::Pred::Ult:
        return a < b;
      case mir::Pred::Le:
      case mir::Pred::Ule:
        return a <= b;
      case mir::Pred::Gt:
      case mir::Pred::Ugt:
        return a > b;
      case mir::Pred::Ge:
      case mir::Pred::Uge:
        return a >= b;
    }
    return false;
  }
  uint32_t builtinTag(const char* symbol) const {
    for (size_t i = 0; i < m_.layouts.size(); ++i)
      if (m_.layouts[mir::LayoutId(i)].symbol == symbol) return static_cast<uint32_t>(i) + 1;
    return 1000;
  }
  mir::LayoutId layoutOf(int64_t object) const {
    return object > 0 ? heap_[static_cast<size_t>(object)].layout : mir::LayoutId();
  }
  Val unionOf(uint32_t tag, Val payload) const {
    Val v;
    v.tag = tag;
    v.items.push_back(std::move(payload));
    return v;
  }

  Outcome giveUp(const char* why, bool wrong = false) {
    if (wrong) problem_ = why;
    return {};
  }

  Val raised(mir::LayoutId layout) {
    heap_.push_back({layout, {}});
    if (layout.valid())
      for (const mir::Field& f : m_.layouts[layout].fields)
        heap_.back().fields.push_back(zero(f.type));
    return reference(static_cast<int64_t>(heap_.size()) - 1);
  }

  void addTrace(const mir::Function& f, const mir::Instr& instr, const Val& exception) {
    if (f.library || instr.site < 0 || exception.object == kStop) return;
    const mir::Site& site = f.sites[static_cast<size_t>(instr.site)];
    const std::string& name = site.inlined < 0
                                  ? f.display_name
                                  : f.inlined[static_cast<size_t>(site.inlined)].display_name;
    traces_[exception.object].push_back(name + ":" + std::to_string(site.line_delta));
  }

  Outcome run(mir::FuncId func, const std::vector<Val>& args, int depth) {
    const mir::Function& f = m_.functions[func];
    if (depth > 40) return giveUp("depth");
    if (f.blocks.empty()) return giveUp("declaration", true);
    std::vector<Val> env(f.values.size());
    for (size_t i = 0; i < args.size(); ++i) env[f.blocks[0].params[i].index] = args[i];
    uint32_t block = 0;
    while (true) {
      bool jumped = false;
      for (const mir::Instr& instr : f.blocks[block].instrs) {
        if (++steps_ > 20000) return giveUp("steps");
        auto x = [&](size_t i) -> const Val& { return env[instr.operands[i].index]; };
        if (mir::opInfo(instr.op).terminator()) {
          size_t edge = 0;
          switch (instr.op) {
            case Op::Ret:
              return {Outcome::Returned, instr.operands.empty() ? Val() : x(0)};
            case Op::Raise:
              return {Outcome::Raised, x(0)};
            case Op::Unreachable:
              return giveUp("unreachable", true);
            case Op::Br:
              break;
            case Op::CondBr:
              edge = x(0).number ? 0 : 1;
              break;
            case Op::Invoke: {
              std::vector<Val> operands;
              for (size_t i = 0; i < instr.operands.size(); ++i) operands.push_back(x(i));
              Outcome outcome = run(instr.func, operands, depth + 1);
              if (outcome.kind == Outcome::GaveUp) return outcome;
              edge = outcome.kind == Outcome::Raised;
              mir::ValueId to = edge ? instr.exception : instr.result;
              if (to.valid()) env[to.index] = outcome.value;
              break;
            }
            case Op::IntFloorDiv:
            case Op::IntMod:
              if (x(1).number == 0) {
                edge = 1;
                env[instr.exception.index] = raised(exceptionLayout);
              } else {
                __int128 q = floorDiv(x(0).number, x(1).number);
                env[instr.result.index] =
                    number(instr.op == Op::IntMod ? x(0).number - q * x(1).number : q);
              }
              break;
            case Op::IntShl:
            case Op::IntShr: {
              __int128 count = x(1).number;
              if (count < 0) {
                edge = 1;
                env[instr.exception.index] = raised(exceptionLayout);
              } else if (instr.op == Op::IntShr) {
                env[instr.result.index] =
                    number(x(0).number >> (count > 120 ? 120 : static_cast<int>(count)));
              } else {
                if (count > 100 ||
                    x(0).number > (static_cast<__int128>(1) << (110 - static_cast<int>(count))) ||
                    x(0).number < -(static_cast<__int128>(1) << (110 - static_cast<int>(count))))
                  return giveUp("big");
                env[instr.result.index] =
                    number(x(0).number * (static_cast<__int128>(1) << static_cast<int>(count)));
              }
              break;
            }
            case Op::IntToF64:
              env[instr.result.index] = real(static_cast<double>(x(0).number));
              break;
            default:
              return giveUp("terminator", true);
          }
          if (edge == 1 && mir::opInfo(instr.op).is('R') && instr.site >= 0)
            addTrace(f, instr, env[instr.exception.index]);
          const mir::Edge& e = instr.edges[edge];
          std::vector<Val> values;
          for (mir::ValueId v : e.args) values.push_back(env[v.index]);
          block = e.target.index;
          for (size_t i = 0; i < values.size(); ++i)
            env[f.blocks[block].params[i].index] = std::move(values[i]);
          jumped = true;
          break;
        }
        std::optional<Outcome> stop = step(f, instr, env, depth);
        if (stop) return *stop;
      }
      if (!jumped) return giveUp("no terminator", true);
    }
  }

  std::optional<Outcome> step(const mir::Function& f, const mir::Instr& instr,
                              std::vector<Val>& env, int depth) {
    auto x = [&](size_t i) -> const Val& { return env[instr.operands[i].index]; };
    auto n = [&](size_t i) { return static_cast<int64_t>(x(i).number); };
    auto u = [&](size_t i) { return static_cast<uint64_t>(n(i)); };
    auto wrapped = [](uint64_t v) { return number(static_cast<int64_t>(v)); };
    auto object = [&](size_t i) -> Object& { return heap_[static_cast<size_t>(x(i).object)]; };
    Val r;
    switch (instr.op) {
      case Op::ConstBool:
      case Op::ConstI64:
      case Op::ConstInt:
        r = number(instr.imm);
        break;
      case Op::ConstBig: {
        const std::string& text = m_.text(instr.sym);
        for (char c : text)
          if (c != '-') r.number = r.number * 10 + (c - '0');
        if (text[0] == '-') r.number = -r.number;
        break;
      }
      case Op::ConstF64:
        r = real(instr.f64);
        break;
      case Op::ConstNull:
      case Op::Undef:
        r = zero(f.values[instr.result].type);
        break;
      case Op::ConstNoInt:
        r.no_int = true;
        break;
      case Op::ConstStop:
        r = reference(kStop);
        break;
      case Op::ConstTid:
        r = number(instr.layout.index + 1);
        break;
      case Op::BoolNot:
        r = number(!n(0));
        break;
      case Op::BoolAnd:
        r = number(n(0) & n(1));
        break;
      case Op::BoolOr:
        r = number(n(0) | n(1));
        break;
      case Op::BoolXor:
        r = number(n(0) ^ n(1));
        break;
      case Op::BoolToI64:
        r = number(n(0));
        break;
      case Op::I64Add:
        r = wrapped(u(0) + u(1));
        break;
      case Op::I64Sub:
        r = wrapped(u(0) - u(1));
        break;
      case Op::I64Mul:
        r = wrapped(u(0) * u(1));
        break;
      case Op::I64SDiv:
      case Op::I64SRem:
        if (n(1) == 0 || (n(1) == -1 && n(0) == INT64_MIN)) return giveUp("sdiv", true);
        r = number(instr.op == Op::I64SDiv ? n(0) / n(1) : n(1) == -1 ? 0 : n(0) % n(1));
        break;
      case Op::I64UDiv:
      case Op::I64URem:
        if (n(1) == 0) return giveUp("udiv", true);
        r = wrapped(instr.op == Op::I64UDiv ? u(0) / u(1) : u(0) % u(1));
        break;
      case Op::I64And:
        r = wrapped(u(0) & u(1));
        break;
      case Op::I64Or:
        r = wrapped(u(0) | u(1));
        break;
      case Op::I64Xor:
        r = wrapped(u(0) ^ u(1));
        break;
      case Op::I64Shl:
      case Op::I64Sar:
      case Op::I64Shr:
        if (u(1) > 63) return giveUp("shift", true);
        r = instr.op == Op::I64Shl   ? wrapped(u(0) << u(1))
            : instr.op == Op::I64Sar ? number(n(0) >> n(1))
                                     : wrapped(u(0) >> u(1));
        break;
      case Op::I64Cmp:
        r = number(instr.pred >= mir::Pred::Ult ? compare(instr.pred, u(0), u(1))
                                                : compare(instr.pred, n(0), n(1)));
        break;
      case Op::I64ToF64:
        r = real(static_cast<double>(n(0)));
        break;
      case Op::F64Add:
        r = real(x(0).f64 + x(1).f64);
        break;
      case Op::F64Sub:
        r = real(x(0).f64 - x(1).f64);
        break;
      case Op::F64Mul:
        r = real(x(0).f64 * x(1).f64);
        break;
      case Op::F64Cmp:
        r = number(compare(instr.pred, x(0).f64, x(1).f64));
        break;
      case Op::Select:
        r = n(0) ? x(1) : x(2);
        break;
      case Op::IntAdd:
        r = number(x(0).number + x(1).number);
        break;
      case Op::IntSub:
        r = number(x(0).number - x(1).number);
        break;
      case Op::IntMul: {
        auto big = [](__int128 v) { return v > INT64_MAX / 4 || v < INT64_MIN / 4; };
        if (big(x(0).number) && big(x(1).number)) return giveUp("big");
        if (__builtin_mul_overflow(x(0).number, x(1).number, &r.number)) return giveUp("big");
        break;
      }
      case Op::IntNeg:
        r = number(-x(0).number);
        break;
      case Op::IntAnd:
        r = number(x(0).number & x(1).number);
        break;
      case Op::IntOr:
        r = number(x(0).number | x(1).number);
        break;
      case Op::IntXor:
        r = number(x(0).number ^ x(1).number);
        break;
      case Op::IntInvert:
        r = number(~x(0).number);
        break;
      case Op::IntCmp:
        r = number(compare(instr.pred, x(0).number, x(1).number));
        break;
      case Op::IntTruth:
        r = number(x(0).number != 0);
        break;
      case Op::IntFromI64:
        r = number(n(0));
        break;
      case Op::IntFromSmall:
        r = number(n(0));
        if (!isSmall(r)) return giveUp("fromsmall of a big value", true);
        break;
      case Op::IntIsSmall:
        r = number(isSmall(x(0)));
        break;
      case Op::IntSmall:
        if (!isSmall(x(0))) return giveUp("small of a big value", true);
        r = number(n(0));
        break;
      case Op::IntIsNone:
        r = number(x(0).no_int);
        break;
      case Op::New:
        r = raised(instr.layout);
        break;
      case Op::FieldLoad:
      case Op::FieldTake:
        if (x(0).object <= 0) return giveUp("field of null", true);
        r = object(0).fields[static_cast<size_t>(instr.imm)];
        if (instr.op == Op::FieldTake)
          object(0).fields[static_cast<size_t>(instr.imm)] = zero(f.values[instr.result].type);
        break;
      case Op::FieldStore:
      case Op::FieldInit:
        if (x(0).object <= 0) return giveUp("field of null", true);
        object(0).fields[static_cast<size_t>(instr.imm)] = x(1);
        break;
      case Op::RefTid:
        r = number(layoutOf(x(0).object).index + 1);
        break;
      case Op::TidIn:
        r = number(
            passes::isSubclass(m_, mir::LayoutId(static_cast<uint32_t>(n(0) - 1)), instr.layout));
        break;
      case Op::RefEq:
        r = number(x(0).object == x(1).object);
        break;
      case Op::OptFromRef:
        r = x(0);
        break;
      case Op::OptIsNull:
        r = number(x(0).object == 0);
        break;
      case Op::OptUnwrap:
        if (x(0).object == 0) return giveUp("unwrap of null", true);
        r = x(0);
        break;
      case Op::TupleMake:
        for (size_t i = 0; i < instr.operands.size(); ++i) r.items.push_back(x(i));
        break;
      case Op::TupleGet:
        r = x(0).items[static_cast<size_t>(instr.imm)];
        break;
      case Op::AnyNone:
        r = unionOf(builtinTag("NoneType"), Val());
        break;
      case Op::AnyFromBool:
        r = unionOf(builtinTag("bool"), x(0));
        break;
      case Op::AnyFromInt:
        r = unionOf(builtinTag("int"), x(0));
        break;
      case Op::AnyFromF64:
        r = unionOf(builtinTag("float"), x(0));
        break;
      case Op::AnyFromRef:
        r = unionOf(layoutOf(x(0).object).index + 1, x(0));
        break;
      case Op::AnyFromOpt:
        r = x(0).object ? unionOf(layoutOf(x(0).object).index + 1, x(0))
                        : unionOf(builtinTag("NoneType"), Val());
        break;
      case Op::AnyTag:
        r = number(x(0).tag);
        break;
      case Op::AnyIs:
        r = number(x(0).tag == instr.layout.index + 1);
        break;
      case Op::AnyToBool:
      case Op::AnyToInt:
      case Op::AnyToF64:
      case Op::AnyToRef:
        r = x(0).items[0];
        break;
      case Op::AnyToOpt:
        r = x(0).tag == builtinTag("NoneType") ? Val() : x(0).items[0];
        break;
      case Op::GlobalLoad:
        r = globals_[instr.global.index];
        break;
      case Op::GlobalStore:
        globals_[instr.global.index] = x(0);
        break;
      case Op::Call: {
        std::vector<Val> operands;
        for (size_t i = 0; i < instr.operands.size(); ++i) operands.push_back(x(i));
        Outcome outcome = run(instr.func, operands, depth + 1);
        if (outcome.kind != Outcome::Returned)
          return outcome.kind == Outcome::Raised ? giveUp("call raised", true) : outcome;
        r = outcome.value;
        break;
      }
      case Op::RtCall:
        if (m_.text(instr.sym) != "int_from_u64") return giveUp("rtcall", true);
        r = number(static_cast<__int128>(u(0)));
        break;
      case Op::TraceAdd:
        addTrace(f, instr, x(0));
        break;
      case Op::ExcIsStop:
        r = number(x(0).object == kStop);
        break;
      case Op::Keep:
        break;
      default:
        return giveUp(mir::opInfo(instr.op).text, true);
    }
    auto tooBig = [](__int128 v) {
      constexpr __int128 kLimit = static_cast<__int128>(1) << 112;
      return v > kLimit || v < -kLimit;
    };
    if (tooBig(r.number)) return giveUp("big");
    if (instr.result.valid()) env[instr.result.index] = std::move(r);
    return std::nullopt;
  }

  const mir::Module& m_;
  std::vector<Object> heap_ = std::vector<Object>(1);
  std::map<int64_t, std::vector<std::string>> traces_;
  std::vector<Val> globals_;
  Outcome result_;
  std::string problem_;
  int steps_ = 0;
};

}  // namespace krait::test
