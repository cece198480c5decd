// An abstract machine for counted MIR: objects are tokens with a reference count, conditions and
// the results of calls are random. It notices use after free, double free and leaks.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "mir/mir.h"
#include "mir/ownership.h"

namespace krait::passes::testing {

using namespace mir;

class Executor {
 public:
  Executor(const Module& module, uint32_t seed) : m_(module), random_(seed) {
    for (const Layout& l : module.layouts) has_del_ = has_del_ || l.del.valid();
    globals_.resize(module.globals.size());
    for (size_t g = 0; g < globals_.size(); ++g)
      globals_[g] = make(module.globals[GlobalId(g)].type, 2);
  }

  // Runs a function with fresh arguments. Returns "" or what went wrong. Paths that do not end
  // within `max_steps` are given up (and count as right).
  std::string run(FuncId id, int max_steps) {
    steps_ = max_steps;
    const Function& f = m_.functions[id];
    std::vector<Slots> args;
    for (const Param& p : f.params) args.push_back(make(f.values[p.value].type, 3));
    for (const Slots& a : args) held_.push_back(a);
    Slots result;
    bool raised = false;
    // The callee takes over its own reference to owned parameters.
    for (size_t i = 0; i < args.size(); ++i)
      if (f.params[i].mode == Mode::Owned) retain(args[i]);
    call(id, args, result, raised, 0);
    if (steps_ <= 0 && error_.empty()) return "";
    if (error_.empty()) {
      held_.push_back(result);
      audit();
    }
    return error_;
  }
  int stepsLeft() const { return steps_; }
  // How many copies and releases were executed.
  long counting = 0;

 private:
  // One a counted leaf of the type: a token, or -1. Raw pointers: -2 - the token that owns the
  // memory.
  using Slots = std::vector<int>;
  static int pointerTo(int token) { return token < 0 ? token : -2 - token; }
  static int pointee(int slot) { return slot <= -2 ? -2 - slot : -1; }
  struct Token {
    int count = 1;
    bool freed = false;
    bool plain = false;         // an int or str: no fields
    std::vector<Slots> fields;  // of layout 0
    Slots buffer;               // one element of opt, owned by the object
  };

  uint32_t pick(uint32_t n) { return static_cast<uint32_t>(random_() % n); }
  void fail(const std::string& what) {
    if (error_.empty()) error_ = what;
  }

  size_t leaves(TypeId t) const {
    const Type& type = m_.types[t];
    if (type.kind == TypeKind::Ptr) return 1;  // the object that owns the memory, not counted
    if (type.kind != TypeKind::Tuple) return type.counted ? 1 : 0;
    size_t n = 0;
    for (TypeId item : type.items) n += leaves(item);
    return n;
  }
  bool pointerLeaf(TypeId t, size_t leaf) const {
    const Type& type = m_.types[t];
    if (type.kind != TypeKind::Tuple) return type.kind == TypeKind::Ptr;
    for (TypeId item : type.items) {
      size_t n = leaves(item);
      if (leaf < n) return pointerLeaf(item, leaf);
      leaf -= n;
    }
    return false;
  }

  int newToken(bool plain, int depth) {
    tokens_.emplace_back();
    int t = static_cast<int>(tokens_.size() - 1);
    tokens_[t].plain = plain;
    if (plain) return t;
    std::vector<Slots> fields;
    for (const Field& f : m_.layouts[LayoutId(0u)].fields)
      fields.push_back(make(f.type, depth - 1));
    Slots buffer = make(m_.types.opt, depth - 1);
    tokens_[t].fields = std::move(fields);
    tokens_[t].buffer = std::move(buffer);
    return t;
  }
  // A random value of the type, owned: every token has a reference for it.
  Slots make(TypeId t, int depth) {
    const Type& type = m_.types[t];
    if (type.kind == TypeKind::Tuple) {
      Slots all;
      for (TypeId item : type.items) {
        Slots s = make(item, depth);
        all.insert(all.end(), s.begin(), s.end());
      }
      return all;
    }
    if (type.kind == TypeKind::Ptr) return {-1};
    if (!type.counted) return {};
    if (type.kind == TypeKind::Int) return {pick(2) ? newToken(true, 0) : -1};
    if (depth <= 0 && type.kind != TypeKind::Ref) return {-1};
    return {newToken(false, depth)};
  }

  void retain(const Slots& s) {
    for (int t : s)
      if (t >= 0) {
        if (tokens_[t].freed) fail("retains a freed object");
        ++tokens_[t].count;
      }
  }
  void release(const Slots& s) {
    std::vector<int> work(s.begin(), s.end());
    bool freed_any = false;
    while (!work.empty()) {
      int t = work.back();
      work.pop_back();
      if (t < 0) continue;
      if (tokens_[t].freed) {
        fail("releases a freed object");
        continue;
      }
      if (--tokens_[t].count > 0) continue;
      tokens_[t].freed = true;
      freed_any = freed_any || !tokens_[t].plain;
      for (const Slots& f : tokens_[t].fields) work.insert(work.end(), f.begin(), f.end());
      work.insert(work.end(), tokens_[t].buffer.begin(), tokens_[t].buffer.end());
      tokens_[t].fields.clear();
    }
    if (freed_any && has_del_ && ++del_depth_ < 3) disturb();
    if (freed_any && has_del_) --del_depth_;
  }
  // What a call of unknown effect may do: overwrite fields, buffers and globals.
  void disturb() {
    for (int k = 0; k < 4; ++k) {
      if (pick(4) == 0 && !globals_.empty()) {
        size_t g = pick(static_cast<uint32_t>(globals_.size()));
        replace(globals_[g], make(m_.globals[GlobalId(g)].type, 1));
        continue;
      }
      if (tokens_.empty()) return;
      // The youngest tokens are the most interesting.
      size_t n = tokens_.size();
      size_t t = pick(2) ? pick(static_cast<uint32_t>(n))
                         : n - 1 - pick(static_cast<uint32_t>(std::min<size_t>(n, 6)));
      if (tokens_[t].freed || tokens_[t].plain) continue;
      size_t f = pick(static_cast<uint32_t>(tokens_[t].fields.size() + 1));
      if (f == tokens_[t].fields.size()) {
        Slots fresh = make(m_.types.opt, 1);
        std::swap(fresh, tokens_[t].buffer);
        release(fresh);
      } else {
        if (m_.layouts[LayoutId(0u)].fields[f].type == m_.types.ptr) continue;
        Slots fresh = make(m_.layouts[LayoutId(0u)].fields[f].type, 1);
        std::swap(fresh, tokens_[t].fields[f]);
        release(fresh);
      }
    }
  }
  void replace(Slots& place, Slots value) {
    std::swap(place, value);
    release(value);
  }

  void checkAlive(const Slots& s, const std::string& what, bool pointers = true) {
    for (int t : s) {
      if (t >= 0 && tokens_[t].freed) fail(what);
      // Releasing a tuple does nothing with a pointer in it.
      if (pointers && pointee(t) >= 0 && tokens_[pointee(t)].freed) fail(what + " (its memory)");
    }
  }

  // Reference counts must equal the references that exist.
  void audit() {
    std::vector<int> expected(tokens_.size(), 0);
    auto count = [&](const Slots& s) {
      for (int t : s)
        if (t >= 0) ++expected[t];
    };
    for (const Slots& s : held_) count(s);
    for (const Slots& s : globals_) count(s);
    for (const Token& t : tokens_) {
      if (t.freed) continue;
      for (const Slots& s : t.fields) count(s);
      count(t.buffer);
    }
    for (size_t t = 0; t < tokens_.size(); ++t) {
      if (tokens_[t].freed && expected[t])
        return fail("an object that is still referenced was freed");
      if (!tokens_[t].freed && tokens_[t].count > expected[t]) return fail("an object is leaked");
      if (!tokens_[t].freed && tokens_[t].count < expected[t])
        return fail("an object has too few counts");
    }
  }

  void call(FuncId id, const std::vector<Slots>& args, Slots& result, bool& raised, int depth) {
    const Function& f = m_.functions[id];
    std::vector<Slots> values(f.values.size());
    for (size_t v = 0; v < f.params.size(); ++v) values[f.params[v].value.index] = args[v];
    uint32_t b = 0;
    while (error_.empty() && steps_ > 0) {
      const auto& instrs = f.blocks[b].instrs;
      const Edge* taken = nullptr;
      for (size_t k = 0; k < instrs.size() && error_.empty() && --steps_ > 0; ++k) {
        const Instr& i = instrs[k];
        where_ = "@" + f.name + " b" + std::to_string(b) + " instruction " + std::to_string(k) +
                 " (" + opInfo(i.op).text + "): ";
        // Reading an item of a tuple that is taken apart is no use of the others.
        for (ValueId v : i.operands)
          if (i.op != Op::TupleGet)
            checkAlive(values[v.index],
                       where_ + "uses %" + std::to_string(v.index) + " after it was freed",
                       i.op != Op::Release);
        if (!error_.empty()) return;
        if (i.op == Op::Ret || i.op == Op::Raise) {
          if (!i.operands.empty()) result = values[i.operands[0].index];
          raised = i.op == Op::Raise;
          return;
        }
        taken = execute(f, i, values, depth);
      }
      if (!taken) {
        if (error_.empty() && steps_ > 0) fail(where_ + "is unreachable");
        return;
      }
      std::vector<Slots> passed;
      for (ValueId v : taken->args) passed.push_back(values[v.index]);
      b = taken->target.index;
      for (size_t k = 0; k < passed.size(); ++k) {
        values[f.blocks[b].params[k].index] = passed[k];
      }
    }
  }

  // Runs one instruction; terminators return the edge they take.
  const Edge* execute(const Function& f, const Instr& i, std::vector<Slots>& values, int depth) {
    auto operand = [&](size_t k) -> Slots& { return values[i.operands[k].index]; };
    auto result = [&]() -> Slots& { return values[i.result.index]; };
    auto type = [&](ValueId v) { return f.values[v].type; };
    switch (i.op) {
      case Op::Br:
        return &i.edges[0];
      case Op::CondBr:
        return &i.edges[pick(2)];
      case Op::Copy:
        ++counting;
        result() = operand(0);
        retain(result());
        return nullptr;
      case Op::Retain:
        ++counting;
        retain(operand(0));
        return nullptr;
      case Op::Release:
        ++counting;
        release(operand(0));
        return nullptr;
      case Op::New:
        if (has_del_) disturb();
        result() = {newToken(false, 0)};
        return nullptr;
      case Op::FieldLoad:
        result() = field(operand(0)[0], i, type(i.result));
        return nullptr;
      case Op::FieldTake: {
        Slots* place = slot(operand(0)[0], i.imm);
        result() = place ? *place : empty(type(i.result));
        if (place) *place = empty(type(i.result));
        return nullptr;
      }
      case Op::FieldStore: {
        Slots value = operand(1);
        if (Slots* place = slot(operand(0)[0], i.imm))
          replace(*place, value);
        else
          release(value);
        return nullptr;
      }
      case Op::BufLoad:
        result() = memory(operand(0)) ? *memory(operand(0)) : empty(type(i.result));
        return nullptr;
      case Op::BufTake:
        result() = empty(type(i.result));
        if (memory(operand(0))) std::swap(result(), *memory(operand(0)));
        return nullptr;
      case Op::BufStore: {
        Slots value = operand(2);
        if (memory(operand(0))) std::swap(value, *memory(operand(0)));
        release(value);
        return nullptr;
      }
      case Op::GlobalLoad:
        result() = globals_[i.global.index];
        return nullptr;
      case Op::GlobalTake:
        result() = empty(type(i.result));
        std::swap(result(), globals_[i.global.index]);
        return nullptr;
      case Op::GlobalStore: {
        Slots value = operand(0);
        std::swap(value, globals_[i.global.index]);
        release(value);
        return nullptr;
      }
      case Op::TupleMake: {
        Slots all;
        for (ValueId v : i.operands)
          all.insert(all.end(), values[v.index].begin(), values[v.index].end());
        result() = all;
        return nullptr;
      }
      case Op::TupleGet: {
        size_t from = 0;
        const auto& items = m_.types[type(i.operands[0])].items;
        for (int64_t k = 0; k < i.imm; ++k) from += leaves(items[k]);
        Slots& t = operand(0);
        result() = Slots(t.begin() + from, t.begin() + from + leaves(items[i.imm]));
        checkAlive(result(), where_ + "reads an item that was freed");
        return nullptr;
      }
      case Op::Call:
      case Op::Invoke:
      case Op::RtCall:
      case Op::RtInvoke:
        return callOp(f, i, values, depth);
      default:
        break;
    }
    if (i.result.valid()) {
      if (isForwarding(i.op) || isProjection(i.op)) {
        result() = operand(0);
      } else if (opInfo(i.op).result == 'O') {
        result() = make(type(i.result), 1);
      } else {
        result() = empty(type(i.result));
      }
    }
    return nullptr;
  }

  const Edge* callOp(const Function& f, const Instr& i, std::vector<Slots>& values, int depth) {
    std::vector<Slots> args;
    for (ValueId v : i.operands) args.push_back(values[v.index]);
    bool raised = false;
    Slots result;
    bool direct = (i.op == Op::Call || i.op == Op::Invoke) && !m_.functions[i.func].declaration;
    std::string where = where_;
    if (direct && depth < 3) {
      call(i.func, args, result, raised, depth + 1);
      if (!error_.empty() || steps_ <= 0) return nullptr;
      where_ = where;
    } else {
      if (i.op == Op::Call || i.op == Op::Invoke || has_del_) disturb();
      for (size_t k = 0; k < args.size(); ++k)
        if (operandUse(m_, f, i, k) == Use::Consume) release(args[k]);
      raised = opInfo(i.op).is('R') && pick(3) == 0;
      if (!raised && i.result.valid()) {
        result = make(f.values[i.result].type, 2);
        // A pointer that a call returns points into one of its arguments.
        for (size_t l = 0; l < result.size(); ++l)
          if (pointerLeaf(f.values[i.result].type, l))
            for (size_t k = 0; k < args.size(); ++k)
              if (operandUse(m_, f, i, k) == Use::Borrow && args[k].size() == 1 &&
                  args[k][0] >= 0 && !tokens_[args[k][0]].plain)
                result[l] = pointerTo(args[k][0]);
      }
      if (raised) result = {newToken(false, 0)};
    }
    // Borrowed operands are in use until the call ends.
    for (size_t k = 0; k < args.size(); ++k)
      if (operandUse(m_, f, i, k) == Use::Borrow)
        checkAlive(args[k], where + "its operand %" + std::to_string(i.operands[k].index) +
                                " dies during the call");
    if (raised) {
      values[i.exception.index] = result;
      return &i.edges[1];
    }
    if (i.result.valid()) values[i.result.index] = result;
    return i.edges.empty() ? nullptr : &i.edges[0];
  }

  Slots empty(TypeId t) const { return Slots(leaves(t), -1); }
  Slots* memory(const Slots& pointer) {
    return pointee(pointer[0]) >= 0 ? &tokens_[pointee(pointer[0])].buffer : nullptr;
  }
  Slots* slot(int token, int64_t index) {
    if (token < 0 || tokens_[token].plain) return nullptr;
    return &tokens_[token].fields[index];
  }
  Slots field(int token, const Instr& i, TypeId t) {
    // Loading the pointer to an object's buffer gives a value that is good while the object lives.
    if (m_.types[t].kind == TypeKind::Ptr)
      return {token >= 0 && !tokens_[token].plain ? pointerTo(token) : -1};
    Slots* place = slot(token, i.imm);
    return place ? *place : empty(t);
  }

  const Module& m_;
  std::mt19937 random_;
  std::vector<Token> tokens_;
  std::vector<Slots> globals_, held_;
  std::string error_, where_;
  int steps_ = 0;
  int del_depth_ = 0;
  bool has_del_ = false;
};

}  // namespace krait::passes::testing
