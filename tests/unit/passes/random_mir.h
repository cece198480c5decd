// Random programs in MIR for differential tests: structured control flow (branches, bounded loops,
// error edges), arithmetic with interesting constants, objects, tuples, unions, globals, calls.
#pragma once

#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "mir/mir.h"
#include "passes/rewrite.h"

namespace krait::test {

class RandomProgram {
 public:
  RandomProgram(mir::Module& module, uint64_t seed) : m_(module), random_(seed) {}

  mir::LayoutId exception;

  // Adds layouts, globals and `count` functions; the last one calls earlier ones.
  void make(int count) {
    const mir::Types& t = m_.types;
    auto layout = [&](const char* name, mir::LayoutId base, std::vector<mir::TypeId> fields) {
      mir::Layout l;
      l.symbol = l.name = name;
      l.module = "m";
      l.base = base;
      for (mir::TypeId type : fields)
        l.fields.push_back({"f" + std::to_string(l.fields.size()), type, {}});
      return m_.layouts.add(std::move(l));
    };
    mir::LayoutId none;
    for (const char* name : {"NoneType", "bool", "int", "float"})
      m_.layouts[layout(name, none, {})].runtime = true;
    exception = layout("ZeroDivisionError", none, {});
    m_.layouts[exception].exception = true;
    pair_ = layout("Pair", none, {t.i64, t.int_, t.opt});
    sub_ = layout("Sub", pair_, {t.i64, t.int_, t.opt, m_.types.tuple({t.i64, t.int_}), t.any});
    for (mir::TypeId type : {t.int_, t.i64, t.opt}) {
      mir::Global g;
      g.symbol = "g" + std::to_string(m_.globals.size());
      g.type = type;
      m_.globals.add(std::move(g));
    }
    for (int i = 0; i < count; ++i) function(i);
  }

 private:
  using Op = mir::Op;
  using ValueId = mir::ValueId;
  using TypeId = mir::TypeId;

  uint32_t pick(uint32_t n) { return static_cast<uint32_t>(random_() % n); }
  bool chance(uint32_t percent) { return pick(100) < percent; }

  // ---- building
  mir::Function& f() { return m_.functions[func_]; }
  uint32_t newBlock() {
    f().blocks.emplace_back();
    return static_cast<uint32_t>(f().blocks.size()) - 1;
  }
  ValueId param(uint32_t block, TypeId type) {
    ValueId v = f().newValue(type);
    f().blocks[block].params.push_back(v);
    return v;
  }
  mir::Instr& add(mir::Instr instr) {
    std::vector<mir::Instr>& instrs = f().blocks[block_].instrs;
    instrs.push_back(std::move(instr));
    return instrs.back();
  }
  ValueId value(mir::Instr instr, TypeId type) {
    instr.result = f().newValue(type);
    ValueId result = instr.result;
    add(std::move(instr));
    pool_.push_back(result);
    return result;
  }
  ValueId value(Op op, std::vector<ValueId> operands, TypeId type, int64_t imm = 0) {
    mir::Instr instr = passes::makeInstr(op, std::move(operands));
    instr.imm = imm;
    return value(std::move(instr), type);
  }
  void jump(uint32_t target, std::vector<ValueId> args = {}) {
    mir::Instr instr = passes::makeInstr(Op::Br);
    instr.edges.push_back({mir::BlockId(target), std::move(args)});
    add(std::move(instr));
  }
  void branch(ValueId condition, uint32_t yes, uint32_t no) {
    mir::Instr instr = passes::makeInstr(Op::CondBr, {condition});
    instr.imm = pick(3);
    instr.edges.push_back({mir::BlockId(yes), {}});
    instr.edges.push_back({mir::BlockId(no), {}});
    add(std::move(instr));
  }
  int32_t site() {
    if (f().library || chance(20)) return -1;
    mir::Site s;
    s.line_delta = static_cast<int32_t>(f().sites.size()) + 1;
    f().sites.push_back(s);
    return static_cast<int32_t>(f().sites.size()) - 1;
  }

  // ---- values
  int64_t number() {
    static constexpr int64_t kNumbers[] = {0,  1,  2,   3,   7,  8,    -1,         -2,
                                           10, 16, 255, 100, 31, -128, 4294967295, 1000003};
    if (chance(85)) return kNumbers[pick(std::size(kNumbers))];
    static constexpr int64_t kExtreme[] = {(int64_t{1} << 62) - 1, -(int64_t{1} << 62),
                                           (int64_t{1} << 61),     (int64_t{1} << 60) + 5,
                                           6364136223846793005,    -(int64_t{1} << 61)};
    int64_t n = kExtreme[pick(std::size(kExtreme))];
    return n >= (int64_t{1} << 62) ? n >> 1 : n;
  }
  ValueId of(TypeId type) {
    const mir::Types& t = m_.types;
    std::vector<ValueId> fitting;
    for (ValueId v : pool_)
      if (f().values[v].type == type && !private_.contains(v.index)) fitting.push_back(v);
    if (!fitting.empty() && chance(80)) {
      // Prefer what was made last: longer chains.
      size_t back = std::min<size_t>(fitting.size(), 1 + pick(6));
      return fitting[fitting.size() - back];
    }
    if (type == t.bool_) return value(Op::ConstBool, {}, type, pick(2));
    if (type == t.i64) return value(Op::ConstI64, {}, type, number());
    if (type == t.int_) return value(Op::ConstInt, {}, type, number());
    if (type == t.opt)
      return chance(40) ? value(Op::ConstNull, {}, type) : value(Op::OptFromRef, {of(t.ref)}, type);
    if (type == t.any) return makeUnion();
    if (type == t.ref) return newObject();
    if (type == m_.types.tuple({t.i64, t.int_}))
      return value(Op::TupleMake, {of(t.i64), of(t.int_)}, type);
    return {};
  }
  ValueId newObject() {
    mir::Instr instr = passes::makeInstr(Op::New);
    instr.layout = chance(60) ? pair_ : sub_;
    ValueId v = value(std::move(instr), m_.types.ref);
    for (int i = 0; i < 2; ++i)
      if (chance(50)) storeField(v, Op::FieldInit);
    return v;
  }
  // The object of a field operation; some objects are used as such only and never escape.
  ValueId accessed() {
    std::vector<ValueId> own;
    for (ValueId v : pool_)
      if (private_.contains(v.index)) own.push_back(v);
    if (own.empty() || chance(50)) return of(m_.types.ref);
    return own[pick(static_cast<uint32_t>(own.size()))];
  }
  ValueId makeUnion() {
    const mir::Types& t = m_.types;
    switch (pick(4)) {
      case 0:
        return value(Op::AnyNone, {}, t.any);
      case 1:
        return value(Op::AnyFromBool, {of(t.bool_)}, t.any);
      case 2:
        return value(Op::AnyFromInt, {of(t.int_)}, t.any);
      default:
        return value(Op::AnyFromRef, {of(t.ref)}, t.any);
    }
  }
  void storeField(ValueId object, Op op) {
    mir::Instr store = passes::makeInstr(op);
    store.layout = pair_;
    store.imm = chance(60) ? 1 : pick(3);
    store.operands = {object, of(m_.layouts[pair_].fields[static_cast<size_t>(store.imm)].type)};
    add(std::move(store));
  }
  ValueId condition() {
    const mir::Types& t = m_.types;
    mir::Instr instr;
    switch (pick(8)) {
      case 0:
        return of(t.bool_);
      case 1:
      case 2:
        instr = passes::makeInstr(Op::I64Cmp, {of(t.i64), of(t.i64)});
        instr.pred = static_cast<mir::Pred>(pick(10));
        return value(std::move(instr), t.bool_);
      case 3:
      case 4:
        instr = passes::makeInstr(Op::IntCmp, {of(t.int_), of(t.int_)});
        instr.pred = static_cast<mir::Pred>(pick(6));
        return value(std::move(instr), t.bool_);
      case 5:
        return value(Op::OptIsNull, {of(t.opt)}, t.bool_);
      case 6:
        return value(Op::IntIsSmall, {of(t.int_)}, t.bool_);
      default: {
        instr = passes::makeInstr(Op::AnyIs, {of(t.any)});
        instr.layout = mir::LayoutId(pick(3));
        return value(std::move(instr), t.bool_);
      }
    }
  }
  void pureOp() {
    const mir::Types& t = m_.types;
    static constexpr Op kI64[] = {Op::I64Add, Op::I64Sub, Op::I64Mul,
                                  Op::I64And, Op::I64Or,  Op::I64Xor};
    static constexpr Op kInt[] = {Op::IntAdd, Op::IntSub, Op::IntMul,
                                  Op::IntAnd, Op::IntOr,  Op::IntXor};
    switch (pick(16)) {
      case 0:
      case 1:
        value(kI64[pick(6)], {of(t.i64), of(t.i64)}, t.i64);
        break;
      case 2: {
        ValueId count = value(Op::ConstI64, {}, t.i64, pick(64));
        static constexpr Op kShift[] = {Op::I64Shl, Op::I64Sar, Op::I64Shr};
        value(kShift[pick(3)], {of(t.i64), count}, t.i64);
        break;
      }
      case 3: {
        ValueId divisor = value(Op::ConstI64, {}, t.i64, 1 + pick(20));
        static constexpr Op kDiv[] = {Op::I64SDiv, Op::I64SRem, Op::I64UDiv, Op::I64URem};
        value(kDiv[pick(4)], {of(t.i64), divisor}, t.i64);
        break;
      }
      case 4:
      case 5:
      case 6:
        // Often with a constant, so that ranges stay known.
        value(kInt[pick(6)],
              {of(t.int_), chance(40) ? value(Op::ConstInt, {}, t.int_, number()) : of(t.int_)},
              t.int_);
        break;
      case 7: {
        ValueId mask;
        if (chance(25)) {
          mir::Instr big = passes::makeInstr(Op::ConstBig);
          big.sym = m_.symbol("18446744073709551615");
          mask = value(std::move(big), t.int_);
        } else {
          mask = value(Op::ConstInt, {}, t.int_, (int64_t{1} << pick(62)) - 1);
        }
        // An expression, so that there is something below the mask.
        ValueId x = of(t.int_);
        for (uint32_t i = pick(3); i > 0; --i) x = value(kInt[pick(6)], {x, of(t.int_)}, t.int_);
        value(Op::IntAnd, {x, mask}, t.int_);
        break;
      }
      case 8:
        value(chance(50) ? Op::IntNeg : Op::IntInvert, {of(t.int_)}, t.int_);
        break;
      case 9:
        value(Op::IntFromI64, {of(t.i64)}, t.int_);
        break;
      case 10: {
        ValueId masked = value(Op::ConstI64, {}, t.i64, 0xffff);
        value(Op::IntFromSmall, {value(Op::I64And, {of(t.i64), masked}, t.i64)}, t.int_);
        break;
      }
      case 11: {
        static constexpr Op kBool[] = {Op::BoolAnd, Op::BoolOr, Op::BoolXor};
        if (chance(30))
          value(Op::BoolNot, {of(t.bool_)}, t.bool_);
        else
          value(kBool[pick(3)], {of(t.bool_), of(t.bool_)}, t.bool_);
        break;
      }
      case 12: {
        TypeId type = chance(50) ? t.i64 : t.bool_;
        value(Op::Select, {of(t.bool_), of(type), of(type)}, type);
        break;
      }
      case 13: {
        ValueId tuple = of(m_.types.tuple({t.i64, t.int_}));
        if (chance(50))
          value(Op::TupleGet, {tuple}, t.i64, 0);
        else
          value(Op::TupleGet, {tuple}, t.int_, 1);
        break;
      }
      case 14: {
        ValueId condition_value = condition();
        value(Op::BoolToI64, {condition_value}, t.i64);
        break;
      }
      default:
        value(chance(50) ? Op::RefEq : Op::RefEq, {of(t.ref), of(t.ref)}, t.bool_);
        break;
    }
  }
  void memoryOp() {
    switch (pick(7)) {
      case 0: {
        ValueId object = newObject();
        if (chance(60)) private_.insert(object.index);
        break;
      }
      case 1:
      case 2:
        storeField(accessed(), Op::FieldStore);
        break;
      case 3:
      case 4: {
        mir::Instr load =
            passes::makeInstr(chance(35) ? Op::FieldTake : Op::FieldLoad, {accessed()});
        load.layout = pair_;
        load.imm = chance(60) ? 1 : pick(3);
        TypeId type = m_.layouts[pair_].fields[static_cast<size_t>(load.imm)].type;
        value(std::move(load), type);
        break;
      }
      case 5: {
        mir::Instr load = passes::makeInstr(Op::GlobalLoad);
        load.global = mir::GlobalId(pick(3));
        TypeId type = m_.globals[load.global].type;
        value(std::move(load), type);
        break;
      }
      default: {
        mir::Instr store = passes::makeInstr(Op::GlobalStore);
        store.global = mir::GlobalId(pick(3));
        store.operands = {of(m_.globals[store.global].type)};
        add(std::move(store));
        break;
      }
    }
  }

  ValueId maskedWord() {
    const mir::Types& t = m_.types;
    mir::Instr big = passes::makeInstr(Op::ConstBig);
    big.sym = m_.symbol("18446744073709551615");
    ValueId mask = value(std::move(big), t.int_);
    static constexpr Op kInt[] = {Op::IntAdd, Op::IntSub, Op::IntMul, Op::IntXor};
    ValueId constant = value(Op::ConstInt, {}, t.int_, number());
    return value(Op::IntAnd, {value(kInt[pick(4)], {of(t.int_), constant}, t.int_), mask}, t.int_);
  }
  // Numbers of 64 bits without sign, and what is done with them.
  void wordStatement() {
    const mir::Types& t = m_.types;
    ValueId x = maskedWord();
    if (chance(40)) {
      mir::Instr cmp = passes::makeInstr(Op::IntCmp, {x, chance(50) ? maskedWord() : of(t.int_)});
      cmp.pred = static_cast<mir::Pred>(pick(6));
      value(Op::BoolToI64, {value(std::move(cmp), t.bool_)}, t.i64);
      return;
    }
    static constexpr Op kRaising[] = {Op::IntShr, Op::IntShr, Op::IntMod, Op::IntFloorDiv};
    Op op = kRaising[pick(4)];
    ValueId right = value(Op::ConstInt, {}, t.int_, op == Op::IntShr ? pick(70) : 1 + pick(1000));
    mir::Instr instr = passes::makeInstr(op, {x, right});
    instr.result = f().newValue(t.int_);
    instr.exception = f().newValue(t.ref);
    uint32_t next = newBlock(), error = newBlock();
    ValueId result = param(next, t.int_), exception_param = param(error, t.ref);
    instr.edges.push_back({mir::BlockId(next), {instr.result}});
    instr.edges.push_back({mir::BlockId(error), {instr.exception}});
    add(std::move(instr));
    block_ = error;
    size_t mark = pool_.size();
    addRaise(exception_param, true);
    pool_.resize(mark);
    block_ = next;
    pool_.push_back(result);
  }

  // Ends the block with a raising operation; goes on in the block of its result.
  void raisingOp(int depth) {
    const mir::Types& t = m_.types;
    mir::Instr instr;
    TypeId type = t.int_;
    bool invoke = !callable_.empty() && chance(50);
    if (invoke) {
      mir::FuncId callee = callable_[pick(static_cast<uint32_t>(callable_.size()))];
      std::vector<TypeId> types;
      for (const mir::Param& p : m_.functions[callee].params)
        types.push_back(m_.functions[callee].values[p.value].type);
      instr = passes::makeInstr(m_.functions[callee].raises ? Op::Invoke : Op::Call);
      instr.func = callee;
      for (TypeId p : types) instr.operands.push_back(of(p));
      type = m_.functions[callee].result;
      if (instr.op == Op::Call) {
        value(std::move(instr), type);
        return;
      }
    } else {
      static constexpr Op kRaising[] = {Op::IntFloorDiv, Op::IntMod, Op::IntShl, Op::IntShr};
      Op op = kRaising[pick(4)];
      ValueId right = op == Op::IntShl || op == Op::IntShr || chance(60)
                          ? value(Op::ConstInt, {}, t.int_, op == Op::IntShl ? pick(20) : number())
                          : of(t.int_);
      instr = passes::makeInstr(op, {of(t.int_), right});
    }
    instr.result = f().newValue(type);
    instr.exception = f().newValue(t.ref);
    instr.site = site();
    ValueId result = instr.result, exception_value = instr.exception;
    uint32_t next = newBlock(), error = newBlock();
    ValueId value_param = param(next, type), error_param = param(error, t.ref);
    instr.edges.push_back({mir::BlockId(next), {result}});
    instr.edges.push_back({mir::BlockId(error), {exception_value}});
    add(std::move(instr));
    block_ = error;
    size_t mark = pool_.size();
    bool handled = depth > 0 && chance(60);
    if (handled) {
      if (chance(50)) statement(0);
      ValueId fallback = of(type);
      if (chance(40)) {
        // Is it the end of an iteration?
        ValueId stop = value(Op::ExcIsStop, {error_param}, t.bool_);
        uint32_t yes = newBlock(), no = newBlock();
        branch(stop, yes, no);
        block_ = no;
        addRaise(error_param, true);
        block_ = yes;
      }
      jump(next, {fallback});
    } else {
      addRaise(error_param, true);
    }
    pool_.resize(mark);
    block_ = next;
    pool_.push_back(value_param);
  }
  void addRaise(ValueId exception_value, bool known) {
    if (f().raises) {
      if (!known || chance(10)) {
        mir::Instr trace = passes::makeInstr(Op::TraceAdd, {exception_value});
        trace.site = site();
        if (trace.site >= 0) add(std::move(trace));
      }
      add(passes::makeInstr(Op::Raise, {exception_value}));
    } else {
      add(passes::makeInstr(Op::Ret, {of(f().result)}));
    }
  }

  void ifElse(int depth) {
    ValueId c = condition();
    uint32_t yes = newBlock(), no = newBlock(), join = newBlock();
    branch(c, yes, no);
    std::vector<TypeId> types;
    for (uint32_t i = pick(3); i > 0; --i) types.push_back(anyType());
    std::vector<ValueId> params;
    for (TypeId type : types) params.push_back(param(join, type));
    size_t mark = pool_.size();
    for (uint32_t arm : {yes, no}) {
      block_ = arm;
      for (uint32_t i = pick(3); i > 0; --i) statement(depth - 1);
      if (chance(8)) {
        leave();
      } else {
        std::vector<ValueId> args;
        for (TypeId type : types) args.push_back(of(type));
        jump(join, args);
      }
      pool_.resize(mark);
    }
    block_ = join;
    for (ValueId v : params) pool_.push_back(v);
  }
  void leave() {
    if (f().raises && chance(50)) {
      if (chance(50))
        addRaise(value(Op::ConstStop, {}, m_.types.ref), true);
      else
        addRaise(value(exceptionInstr(), m_.types.ref), false);
      pool_.pop_back();
    } else {
      add(passes::makeInstr(Op::Ret, {of(f().result)}));
    }
  }
  mir::Instr exceptionInstr() {
    mir::Instr instr = passes::makeInstr(Op::New);
    instr.layout = exception;
    return instr;
  }
  TypeId anyType() {
    const mir::Types& t = m_.types;
    TypeId types[] = {t.int_, t.int_, t.i64, t.bool_, t.opt, m_.types.tuple({t.i64, t.int_}),
                      t.any,  t.ref};
    return types[pick(std::size(types))];
  }

  // for counter in range(small): body, with variables that the body changes.
  void loop(int depth) {
    const mir::Types& t = m_.types;
    bool ints = chance(50);
    TypeId counter_type = ints ? t.int_ : t.i64;
    ValueId start = value(ints ? Op::ConstInt : Op::ConstI64, {}, counter_type, pick(3));
    ValueId limit = value(ints ? Op::ConstInt : Op::ConstI64, {}, counter_type, pick(8));
    ValueId by = value(ints ? Op::ConstInt : Op::ConstI64, {}, counter_type, 1 + pick(3));
    std::vector<TypeId> types;
    for (uint32_t i = pick(3); i > 0; --i) types.push_back(anyType());
    std::vector<ValueId> args{start};
    for (TypeId type : types) args.push_back(of(type));
    uint32_t header = newBlock(), body = newBlock(), exit = newBlock();
    jump(header, args);
    block_ = header;
    std::vector<ValueId> params{param(header, counter_type)};
    for (TypeId type : types) params.push_back(param(header, type));
    size_t mark = pool_.size();
    for (ValueId v : params) pool_.push_back(v);
    size_t inner = pool_.size();
    mir::Instr test = passes::makeInstr(ints ? Op::IntCmp : Op::I64Cmp, {params[0], limit});
    test.pred = mir::Pred::Lt;
    branch(value(std::move(test), t.bool_), body, exit);
    block_ = body;
    for (uint32_t i = 1 + pick(3); i > 0; --i) statement(depth - 1);
    std::vector<ValueId> next{value(ints ? Op::IntAdd : Op::I64Add, {params[0], by}, counter_type)};
    for (TypeId type : types) next.push_back(of(type));
    jump(header, next);
    pool_.resize(inner);
    block_ = exit;
    (void)mark;
  }

  // if x is not None: … / if isinstance(x, int): …
  void guarded(int depth) {
    const mir::Types& t = m_.types;
    bool opt = chance(60);
    ValueId subject = of(opt ? t.opt : t.any), test;
    if (opt) {
      test = value(Op::OptIsNull, {subject}, t.bool_);
    } else {
      mir::Instr is = passes::makeInstr(Op::AnyIs, {subject});
      is.layout = chance(50) ? mir::LayoutId(2u) : pair_;
      test = value(std::move(is), t.bool_);
    }
    uint32_t yes = newBlock(), no = newBlock(), join = newBlock();
    branch(test, opt ? no : yes, opt ? yes : no);
    size_t mark = pool_.size();
    block_ = no;
    if (chance(30)) statement(depth - 1);
    jump(join);
    pool_.resize(mark);
    block_ = yes;
    if (opt)
      value(Op::OptUnwrap, {subject}, t.ref);
    else if (f().blocks[0].params.empty() || lastLayout(test) != pair_)
      value(Op::AnyToInt, {subject}, t.int_);
    else
      value(Op::AnyToRef, {subject}, t.ref);
    for (uint32_t i = 1 + pick(4); i > 0; --i) chance(60) ? memoryOp() : statement(depth - 1);
    jump(join);
    pool_.resize(mark);
    block_ = join;
  }
  mir::LayoutId lastLayout(ValueId test) {
    for (const mir::Block& block : f().blocks)
      for (const mir::Instr& instr : block.instrs)
        if (instr.result == test) return instr.layout;
    return {};
  }

  void statement(int depth) {
    if (numeric_) {
      uint32_t kind = pick(100);
      if (kind < 50) return pureOp();
      if (kind < 62) return wordStatement();
      if (kind < 75 && depth > 0) return raisingOp(depth);
      if (kind < 88 && depth > 0) return ifElse(depth);
      if (depth > 0) return loop(depth);
      return pureOp();
    }
    uint32_t kind = pick(100);
    if (kind < 40) return pureOp();
    if (kind < 66 || depth <= 0) return memoryOp();
    if (kind < 73) return guarded(depth);
    if (kind < 80) return raisingOp(depth);
    if (kind < 92) return ifElse(depth);
    loop(depth);
  }

  void function(int index) {
    const mir::Types& t = m_.types;
    mir::Function fresh;
    fresh.name = "f" + std::to_string(index);
    fresh.display_name = fresh.name;
    fresh.library = chance(50);
    fresh.raises = chance(70);
    fresh.result = chance(70) ? t.int_ : t.i64;
    func_ = m_.functions.add(std::move(fresh));
    f().blocks.emplace_back();
    block_ = 0;
    numeric_ = chance(40);
    pool_.clear();
    private_.clear();
    TypeId params[] = {t.int_, t.i64, t.int_, t.bool_};
    for (TypeId type : params) {
      ValueId v = param(0, type);
      f().params.push_back({v, mir::Mode::Borrowed});
      pool_.push_back(v);
    }
    for (uint32_t i = 3 + pick(8); i > 0; --i) statement(2);
    if (chance(10)) {
      leave();
    } else {
      ValueId result = of(f().result);
      for (uint32_t i = numeric_ ? 4 : 0; i > 0; --i) {
        Op op = f().result == t.int_ ? Op::IntXor : Op::I64Xor;
        result = value(op, {result, of(f().result)}, f().result);
        pool_.pop_back();
      }
      add(passes::makeInstr(Op::Ret, {result}));
    }
    callable_.push_back(func_);
  }

  mir::Module& m_;
  std::mt19937_64 random_;
  mir::LayoutId pair_, sub_;
  mir::FuncId func_;
  uint32_t block_ = 0;
  std::vector<ValueId> pool_;
  std::set<uint32_t> private_;
  bool numeric_ = false;  // this function is about numbers only
  std::vector<mir::FuncId> callable_;
};

}  // namespace krait::test
