// Random MIR modules in Phase::Built: arbitrary control flow, counted values used freely.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "mir/mir.h"
#include "passes/analysis.h"

namespace krait::passes::testing {

using namespace mir;

struct GeneratorOptions {
  uint32_t blocks = 8;
  uint32_t instrs = 6;  // a block, at most
  bool del = false;     // with a __del__, so that deaths can be observed
  bool pointers = true;
};

class Generator {
 public:
  Generator(Module& module, uint32_t seed, GeneratorOptions options)
      : m_(module), random_(seed), options_(options) {}

  // The layout, globals and external functions that all generated functions use.
  void environment() {
    const Types& t = m_.types;
    pair_ = m_.types.tuple({t.opt, t.int_});
    nested_ = m_.types.tuple({t.ref, pair_, t.i64});
    pointed_ = m_.types.tuple({t.int_, t.ptr});
    types_ = {t.int_, t.ref, t.opt, t.any, pair_, nested_, t.bool_, t.ref, t.opt};
    if (options_.pointers) {
      types_.push_back(t.ptr);
      types_.push_back(pointed_);
    }
    Layout l;
    l.symbol = l.name = "A";
    l.module = "m";
    for (TypeId f : {t.opt, t.int_, t.any, pair_, t.opt, t.ptr}) {
      Field field;
      field.name = "f" + std::to_string(l.fields.size());
      field.type = f;
      l.fields.push_back(field);
    }
    LayoutId id = m_.layouts.add(l);
    m_.globals.add({"g0", t.opt});
    m_.globals.add({"g1", t.int_});
    auto declare = [&](const char* name, std::vector<std::pair<TypeId, Mode>> params, TypeId result,
                       bool raises) {
      Function f;
      f.name = name;
      f.declaration = true;
      f.result = result;
      f.raises = raises;
      for (auto& [type, mode] : params) {
        Param p;
        p.value = f.newValue(type);
        p.mode = mode;
        f.params.push_back(p);
      }
      callable_.push_back(m_.functions.add(f));
    };
    const Mode b = Mode::Borrowed, o = Mode::Owned;
    declare("e0", {{t.ref, b}}, t.opt, false);
    declare("e1", {{t.ref, b}, {t.int_, o}}, t.void_, false);
    declare("e2", {{t.any, o}, {t.ref, b}}, t.ref, true);
    declare("e3", {{pair_, b}}, nested_, true);
    declare("e4", {{nested_, o}, {t.opt, b}}, t.void_, true);
    declare("e5", {{t.opt, b}, {t.opt, o}}, t.int_, true);
    if (options_.pointers) declare("e6", {{t.ref, b}}, t.ptr, false);
    if (options_.pointers) declare("e7", {{t.ref, b}}, pointed_, true);
    if (options_.del) {
      Function f;
      f.name = "del";
      f.declaration = true;
      f.result = t.void_;
      Param p;
      p.value = f.newValue(t.ref);
      f.params.push_back(p);
      m_.layouts[id].del = m_.functions.add(f);
    }
  }

  FuncId function(const std::string& name) {
    f_ = Function();
    f_.name = name;
    f_.raises = true;
    f_.result = pick(4) ? anyType() : m_.types.void_;
    // A pointer that is returned may outlive its owner: that is the program's business.
    if (f_.result == m_.types.ptr || f_.result == pointed_) f_.result = m_.types.opt;
    uint32_t n = 2 + pick(options_.blocks);
    f_.blocks.resize(n);
    // Control flow first; where the terminators go is filled in afterwards.
    std::vector<uint32_t> shape(n);
    for (uint32_t b = 0; b < n; ++b) {
      shape[b] = b + 1 == n ? 5 : pick(8);
      Instr t;
      t.op = Op::Unreachable;
      size_t edges = shape[b] <= 1 ? 1 : shape[b] <= 4 || shape[b] == 7 ? 2 : 0;
      for (size_t e = 0; e < edges; ++e) {
        // Mostly forwards.
        uint32_t target =
            pick(4) && b + 1 < n ? b + 1 + pick(std::min(3u, n - b - 1)) : 1 + pick(n - 1);
        t.edges.push_back({BlockId(target), {}});
      }
      f_.blocks[b].instrs.push_back(t);
    }
    for (uint32_t b = 0; b < n; ++b)
      for (uint32_t k = pick(b == 0 ? 5 : 4); k > 0; --k) {
        ValueId v = f_.newValue(anyType());
        f_.blocks[b].params.push_back(v);
        if (b == 0) {
          Param p;
          p.value = v;
          p.mode = pick(3) ? Mode::Borrowed : Mode::Owned;
          if (f_.values[v].type == m_.types.ptr || f_.values[v].type == pointed_)
            p.mode = Mode::Borrowed;
          f_.params.push_back(p);
        }
      }
    Cfg cfg(f_);
    Dominators doms(cfg);
    std::vector<std::vector<ValueId>> own(n);
    for (uint32_t b : cfg.order) {
      pool_ = f_.blocks[b].params;
      for (uint32_t d = doms.idom[b]; d != kNone; d = doms.idom[d])
        pool_.insert(pool_.end(), own[d].begin(), own[d].end());
      Instr terminator = f_.blocks[b].instrs.back();
      out_ = &f_.blocks[b].instrs;
      out_->clear();
      for (uint32_t k = pick(options_.instrs + 1); k > 0; --k) instruction();
      finish(terminator, shape[b]);
      own[b] = f_.blocks[b].params;
      for (const Instr& i : *out_)
        if (i.result.valid() && !opInfo(i.op).is('R')) own[b].push_back(i.result);
    }
    for (uint32_t b = 0; b < n; ++b)
      if (!cfg.reachable(b)) {
        f_.blocks[b].params.clear();
        f_.blocks[b].instrs.assign(1, Instr());
        f_.blocks[b].instrs[0].op = Op::Unreachable;
      }
    FuncId id = m_.functions.add(f_);
    bool pointer_params = false;
    for (const Param& p : f_.params)
      pointer_params |=
          f_.values[p.value].type == m_.types.ptr || f_.values[p.value].type == pointed_;
    // A pointer that a function of the module returns has no owner that its caller could know.
    if (!pointer_params && f_.result != m_.types.ptr && f_.result != pointed_)
      callable_.push_back(id);
    return id;
  }

 private:
  uint32_t pick(uint32_t n) { return static_cast<uint32_t>(random_() % n); }
  TypeId anyType() { return types_[pick(static_cast<uint32_t>(types_.size()))]; }

  ValueId emit(Op op, TypeId result, std::vector<ValueId> operands = {}) {
    Instr i;
    i.op = op;
    if (result.valid()) i.result = f_.newValue(result);
    i.operands = std::move(operands);
    ValueId v = i.result;
    out_->push_back(std::move(i));
    if (v.valid()) pool_.push_back(v);
    return v;
  }
  Instr& lastInstr() { return out_->back(); }

  ValueId value(TypeId type) {
    // Recent values are the likeliest; every type has constants.
    std::vector<ValueId> fitting;
    for (ValueId v : pool_)
      if (f_.values[v].type == type) fitting.push_back(v);
    if (!fitting.empty() && pick(8)) {
      uint32_t n = static_cast<uint32_t>(fitting.size());
      return fitting[pick(2) ? n - 1 - pick(std::min(n, 3u)) : pick(n)];
    }
    const Types& t = m_.types;
    if (type == t.ref) {
      if (pick(2)) {
        emit(Op::ConstStr, t.ref);
        lastInstr().sym = m_.symbol("s");
      } else {
        emit(Op::New, t.ref);
        lastInstr().layout = LayoutId(0u);
      }
    } else if (type == t.int_ && pick(2)) {
      return emit(Op::IntAdd, type, {value(type), value(type)});
    } else if (type == t.opt && pick(2)) {
      return emit(Op::OptFromRef, type, {value(t.ref)});
    } else {
      emit(Op::ConstNull, type);
    }
    return lastInstr().result;
  }

  void instruction() {
    const Types& t = m_.types;
    switch (pick(24)) {
      case 0:
        emit(Op::New, t.ref);
        lastInstr().layout = LayoutId(0u);
        break;
      case 1:
      case 2:
      case 3:
      case 4: {
        uint32_t field = pick(options_.pointers ? 6 : 5);
        ValueId o = value(t.ref);
        emit(Op::FieldLoad, m_.layouts[LayoutId(0u)].fields[field].type, {o});
        lastInstr().layout = LayoutId(0u);
        lastInstr().imm = field;
        break;
      }
      case 5:
      case 6: {
        uint32_t field = pick(5);
        ValueId o = value(t.ref), v = value(m_.layouts[LayoutId(0u)].fields[field].type);
        emit(Op::FieldStore, TypeId(), {o, v});
        lastInstr().layout = LayoutId(0u);
        lastInstr().imm = field;
        break;
      }
      case 7: {
        uint32_t field = pick(5);
        emit(Op::FieldTake, m_.layouts[LayoutId(0u)].fields[field].type, {value(t.ref)});
        lastInstr().layout = LayoutId(0u);
        lastInstr().imm = field;
        break;
      }
      case 8:
        emit(Op::OptFromRef, t.opt, {value(t.ref)});
        break;
      case 9:
      case 10:
        emit(Op::OptUnwrap, t.ref, {value(t.opt)});
        break;
      case 11:
        emit(pick(2) ? Op::AnyFromRef : Op::AnyFromRef, t.any, {value(t.ref)});
        break;
      case 12:
        emit(Op::AnyFromOpt, t.any, {value(t.opt)});
        break;
      case 13:
        emit(Op::AnyToOpt, t.opt, {value(t.any)});
        break;
      case 14: {
        ValueId a = value(t.opt), b = value(t.int_);
        emit(Op::TupleMake, pair_, {a, b});
        break;
      }
      case 15: {
        ValueId a = value(t.ref), b = value(pair_), c = value(t.i64);
        emit(Op::TupleMake, nested_, {a, b, c});
        break;
      }
      case 16:
      case 17: {
        TypeId type = pick(2) ? pair_ : nested_;
        if (options_.pointers && pick(4) == 0) type = pointed_;
        uint32_t k = pick(2);
        emit(Op::TupleGet, m_.types[type].items[k], {value(type)});
        lastInstr().imm = k;
        break;
      }
      case 18:
        emit(Op::GlobalLoad, t.opt);
        lastInstr().global = GlobalId(0u);
        break;
      case 19:
        if (pick(2)) {
          emit(Op::GlobalStore, TypeId(), {value(t.opt)});
          lastInstr().global = GlobalId(0u);
        } else {
          emit(Op::GlobalTake, t.int_);
          lastInstr().global = GlobalId(1u);
        }
        break;
      case 20:
        if (pick(2)) {
          emit(Op::Keep, TypeId(), {value(t.ref)});
        } else {
          ValueId a = value(t.ref), b = value(t.ref);
          emit(Op::RefEq, t.bool_, {a, b});
        }
        break;
      case 21: {
        ValueId a = value(t.ref), b = value(t.ref);
        emit(Op::RtCall, t.ref, {a, b});
        lastInstr().sym = m_.symbol(pick(2) ? "str_concat" : "str_append_inplace");
        break;
      }
      case 22:
        if (options_.pointers) {
          ValueId p = value(t.ptr), i = value(t.i64);
          switch (pick(4)) {
            case 0:
              emit(Op::BufTake, t.opt, {p, i});
              break;
            case 1:
              emit(Op::BufStore, TypeId(), {p, i, value(t.opt)});
              // The value may have come last: it must be made before.
              break;
            default:
              emit(Op::BufLoad, t.opt, {p, i});
          }
          lastInstr().type = t.opt;
        }
        break;
      case 23: {
        Instr i = callInstr(false);
        if (i.op == Op::Unreachable) break;
        out_->push_back(i);
        if (i.result.valid()) pool_.push_back(i.result);
        break;
      }
    }
  }

  Instr callInstr(bool raises) {
    Instr i;
    i.op = Op::Unreachable;
    for (int tries = 0; tries < 10; ++tries) {
      FuncId id = callable_[pick(static_cast<uint32_t>(callable_.size()))];
      const Function& callee = m_.functions[id];
      if (callee.raises != raises) continue;
      i.op = raises ? Op::Invoke : Op::Call;
      i.func = id;
      for (const Param& p : callee.params) i.operands.push_back(value(callee.values[p.value].type));
      if (callee.result != m_.types.void_) i.result = f_.newValue(callee.result);
      if (raises) i.exception = f_.newValue(m_.types.ref);
      break;
    }
    return i;
  }

  void arguments(Edge& e, ValueId special) {
    for (ValueId p : f_.block(e.target).params) {
      TypeId type = f_.values[p].type;
      bool fits = special.valid() && f_.values[special].type == type && pick(4);
      e.args.push_back(fits ? special : value(type));
    }
  }

  void finish(Instr t, uint32_t shape) {
    const Types& types = m_.types;
    if (t.edges.size() == 1) {
      t.op = Op::Br;
      arguments(t.edges[0], ValueId());
    } else if (t.edges.size() == 2) {
      if (shape > 2 && shape != 7) {
        Instr call = callInstr(true);
        if (call.op != Op::Unreachable) {
          call.edges = t.edges;
          arguments(call.edges[0], call.result);
          arguments(call.edges[1], call.exception);
          out_->push_back(call);
          return;
        }
      }
      t.op = Op::CondBr;
      t.operands = {value(types.bool_)};
      arguments(t.edges[0], ValueId());
      arguments(t.edges[1], ValueId());
    } else if (pick(5) == 0) {
      t.op = Op::Raise;
      t.operands = {value(types.ref)};
    } else {
      t.op = Op::Ret;
      if (f_.result != types.void_) t.operands = {value(f_.result)};
    }
    out_->push_back(t);
  }

  Module& m_;
  std::mt19937 random_;
  GeneratorOptions options_;
  Function f_;
  TypeId pair_, nested_, pointed_;
  std::vector<TypeId> types_;
  std::vector<FuncId> callable_;
  std::vector<ValueId> pool_;
  std::vector<Instr>* out_ = nullptr;
};

}  // namespace krait::passes::testing
