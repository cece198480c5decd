// The intrinsics and runtime calls of lib/core. docs/lib_core.md lists them.
#include "infer/runtime_words.h"
#include "mirgen/generator.h"

namespace krait::mirgen {

Value FunctionBuilder::runtimeCall(const hir::Instr& i) {
  std::string name(g.p.names->text(i.name));
  const infer::RuntimeWords* w = infer::findRuntimeWords(name);
  Type result = t.canonical(inst_.regs[i.result.index]);
  std::vector<ValueId> args;
  for (size_t k = 0; k < i.operands.size(); ++k) {
    Value v = reg(i.operands[k]);
    const std::string& word = k < w->params.size() ? w->params[k] : std::string("object");
    if (word == "i64") args.push_back(toI64(v));
    else if (word == "integer") args.push_back(toInt(v));
    else if (word == "f64") args.push_back(toF64(v));
    else if (word == "boolean") args.push_back(v.id);
    else if (word == "opt" || word == "optstr") {
      TypeId r = g.repr(v.type);
      args.push_back(g.isUnit(v.type) ? zero(g.m.types.opt)
                     : r == g.m.types.ref ? emitValue(Op::OptFromRef, g.m.types.opt, {v.id})
                     : r == g.m.types.any ? emitValue(Op::AnyToOpt, g.m.types.opt, {v.id}) : v.id);
    } else {
      args.push_back(v.id);
    }
  }
  if (args.size() != w->params.size())
    internalError(__FILE__, __LINE__, ("lib/core calls _rt." + name + " with the wrong number of arguments").c_str());
  ValueId v = rt(name, args);
  if (w->result == "void") return {unitValue(), result};
  return {v, result};
}

Value FunctionBuilder::intrinsic(const hir::Instr& i) {
  auto& T = g.m.types;
  std::string name(g.p.names->text(i.name));
  Type result = t.canonical(inst_.regs[i.result.index]);
  auto arg = [&](size_t k) { return reg(i.operands[k]); };
  auto num = [&](size_t k) { return toI64(arg(k)); };
  auto none = [&]() -> Value { return {dead() ? ValueId() : unitValue(), t.none}; };
  // The item type of a buffer operand.
  auto itemOf = [&](Type buffer) -> Type {
    for (const Atom& a : t.atoms(buffer))
      if (a.ctor == Ctor::Buffer) return t.canonical(t.field(a.node, infer::kFieldT));
    return t.bottom;
  };
  auto buf = [&](Op op, Type item, TypeId type, std::initializer_list<ValueId> operands) {
    ValueId v;
    if (type != T.void_) v = f().newValue(type);
    mir::Instr& x = emit(op);
    x.result = v;
    x.operands = operands;
    x.type = g.itemRepr(item);
    return v;
  };
  auto size = [&](Type item) {
    ValueId v = emitValue(Op::ConstSize, T.i64);
    TypeId r = g.itemRepr(item);
    f().block(block_).instrs.back().type = r;
    return v;
  };
  auto narrow = [&](ValueId v, Type item) {  // i64 into what the buffer holds
    TypeId r = g.itemRepr(item);
    return r == T.i64 ? v : emitValue(Op::I64Trunc, r, {v});
  };
  auto machine = [&](Type item) { return t.isOnly(item, Ctor::I64); };
  auto put = [&](size_t k, Type item) {
    if (machine(item)) return narrow(num(k), item);
    Value v = arg(k);
    return coerce(v.id, v.type, item);
  };
  auto cmp = [&](Pred pred, ValueId a, ValueId b) {
    ValueId v = emitValue(Op::I64Cmp, T.bool_, {a, b});
    f().block(block_).instrs.back().pred = pred;
    return v;
  };

  if (name == "match_sequence") {
    const Record* r = record();
    if (r && r->decided >= 0) return {boolean(r->decided != 0), t.boolean};
    std::vector<Case> cases = r ? r->cases : std::vector<Case>();
    Value n = arg(1), open = arg(2);
    return dispatch(arg(0), cases, t.boolean, [&](Value one, const Case& c) -> Value {
      if (c.action.kind == ActionKind::Prim) return {boolean(c.action.index != 0), t.boolean};
      std::vector<Value> operands{one, n, open};
      return perform(c.action, operands);
    });
  }
  if (name == "gen_resume") return resume(i);
  if (name.starts_with("dict_")) return none();  // for inference only
  if (name.starts_with("gen_")) return generatorIntrinsic(name, i);
  if (name.starts_with("copy_")) return copyIntrinsic(name, i);
  // --- buffers ---
  if (name == "buf_null") return {zero(T.ptr), result};
  if (name == "buf_new" || name == "buf_new_i64" || name == "buf_new_i32" || name == "buf_new_i8") {
    ValueId bytes = emitValue(Op::I64Mul, T.i64, {num(0), size(itemOf(result))});
    return {rt("buf_alloc", {bytes}), result};
  }
  if (name == "buf_free") {
    Type item = itemOf(arg(0).type);
    ValueId bytes = emitValue(Op::I64Mul, T.i64, {num(1), size(item)});
    rt("buf_free", {arg(0).id, bytes});
    return none();
  }
  if (name == "buf_resize") {
    Type item = itemOf(arg(0).type);
    ValueId s = size(item);
    ValueId old_bytes = emitValue(Op::I64Mul, T.i64, {num(1), s});
    ValueId new_bytes = emitValue(Op::I64Mul, T.i64, {num(2), s});
    return {rt("buf_realloc", {arg(0).id, old_bytes, new_bytes}), result};
  }
  if (name == "buf_is_null") return {emitValue(Op::PtrIsNull, T.bool_, {arg(0).id}), t.boolean};
  if (name == "buf_get" || name == "buf_take") {
    Type item = itemOf(arg(0).type);
    if (g.isUnit(item)) return {unitValue(), item};
    TypeId r = g.itemRepr(item);
    ValueId index = num(1);
    ValueId v = buf(name == "buf_take" ? Op::BufTake : Op::BufLoad, item, r, {arg(0).id, index});
    if (r == T.i32 || r == T.i8) return {emitValue(r == T.i32 ? Op::I64Sext : Op::I64Zext, T.i64, {v}), t.i64};
    return {v, item};
  }
  if (name == "buf_init" || name == "buf_set") {
    Type item = itemOf(arg(0).type);
    ValueId index = num(1), v = put(2, item);
    buf(name == "buf_init" || machine(item) ? Op::BufInit : Op::BufStore, item, T.void_, {arg(0).id, index, v});
    return none();
  }
  if (name == "buf_zero") {
    buf(Op::BufZero, itemOf(arg(0).type), T.void_, {arg(0).id, num(1)});
    return none();
  }
  if (name == "buf_get_item") {
    Type item = itemOf(arg(0).type);
    int64_t k = std::stoll(std::string(code_.blocks[hir_block_].instrs.empty() ? "0" : "0"));
    for (const hir::Instr& d : code_.blocks[hir_block_].instrs)
      if (d.result == i.operands[2]) k = std::stoll(std::string(d.text));
    if (t.atoms(item).empty()) {  // a buffer that never gets an item
      emit(Op::Unreachable);
      block_ = BlockId();
      return {ValueId(), t.bottom};
    }
    const Atom tuple = t.atoms(item)[0];
    Type part = tuple.items[static_cast<size_t>(k)];
    ValueId index = num(1);
    ValueId v = buf(Op::BufLoadField, item, g.repr(part), {arg(0).id, index});
    f().block(block_).instrs.back().imm = k;
    return {coerce(v, part, t.unfold(part)), t.unfold(part)};
  }
  if (name == "buf_set_item") {
    Type item = itemOf(arg(0).type);
    int64_t k = 0;
    for (const hir::Instr& d : code_.blocks[hir_block_].instrs)
      if (d.result == i.operands[2]) k = std::stoll(std::string(d.text));
    if (t.atoms(item).empty()) {  // a buffer that never gets an item
      emit(Op::Unreachable);
      block_ = BlockId();
      return {ValueId(), t.bottom};
    }
    const Atom tuple = t.atoms(item)[0];
    Type part = tuple.items[static_cast<size_t>(k)];
    ValueId index = num(1);
    ValueId v;
    if (g.repr(part) == T.i64) v = num(3);
    else v = coerce(arg(3).id, arg(3).type, part);
    buf(Op::BufStoreField, item, T.void_, {arg(0).id, index, v});
    f().block(block_).instrs.back().imm = k;
    return none();
  }
  if (name == "buf_move") {
    Type item = itemOf(arg(0).type);
    buf(Op::BufMove, item, T.void_, {arg(0).id, num(1), arg(2).id, num(3), num(4)});
    return none();
  }
  if (name == "buf_copy") {
    Type to = itemOf(arg(0).type), from = itemOf(arg(2).type);
    if (g.isUnit(to) || from == t.bottom) return none();
    ValueId dst = arg(0).id, src = arg(2).id, d0 = num(1), s0 = num(3), n = num(4);
    if (g.itemRepr(to) == g.itemRepr(from) && !T[g.itemRepr(to)].counted) {
      buf(Op::BufMove, to, T.void_, {dst, d0, src, s0, n});
      return none();
    }
    BlockId head = newBlock(), body = newBlock(), done = newBlock();
    ValueId k = param(head, T.i64);
    br(head, {i64(0)});
    start(head);
    condBr(cmp(Pred::Lt, k, n), body, done);
    start(body);
    ValueId si = emitValue(Op::I64Add, T.i64, {s0, k}), di = emitValue(Op::I64Add, T.i64, {d0, k});
    ValueId v = buf(Op::BufLoad, from, g.itemRepr(from), {src, si});
    ValueId c = coerce(v, from, to);
    buf(Op::BufInit, to, T.void_, {dst, di, c});
    ValueId one = i64(1);
    ValueId next = emitValue(Op::I64Add, T.i64, {k, one});
    br(head, {next});
    start(done);
    return none();
  }
  // --- numbers ---
  if (name == "i64" || name == "bool_i64") return {num(0), t.i64};
  if (name == "index") {
    Value v = arg(0);
    if (g.repr(v.type) == T.i64) return v;
    ValueId x = toInt(v);
    BlockId small = newBlock(), big = newBlock(), done = newBlock();
    ValueId out = param(done, T.i64);
    condBr(emitValue(Op::IntIsSmall, T.bool_, {x}), small, big, 1);
    start(small);
    ValueId s = emitValue(Op::IntSmall, T.i64, {x});
    br(done, {s});
    start(big);
    ValueId b = rt("int_index_index_error", {x});
    br(done, {b});
    start(done);
    return {out, t.i64};
  }
  if (name == "to_int") return {emitValue(Op::IntFromI64, T.int_, {num(0)}), t.integer};
  if (name == "small_int") return {emitValue(Op::IntFromSmall, T.int_, {num(0)}), t.integer};
  if (name == "bool_int") return {toInt(arg(0)), t.integer};
  if (name == "f64") return {toF64(arg(0)), t.floating};
  if (name == "sqrt") return {emitValue(Op::F64Sqrt, T.f64, {arg(0).id}), t.floating};
  if (name == "fabs") return {emitValue(Op::F64Abs, T.f64, {arg(0).id}), t.floating};
  if (name == "floor") return {emitValue(Op::F64Floor, T.f64, {arg(0).id}), t.floating};
  if (name == "f64_bits") return {emitValue(Op::F64Bits, T.i64, {arg(0).id}), t.i64};
  if (name == "f64_trunc") return {emitValue(Op::F64ToI64, T.i64, {arg(0).id}), t.i64};
  if (name == "f64_from_bits") return {emitValue(Op::F64FromBits, T.f64, {num(0)}), t.floating};
  if (name == "ctz") return {emitValue(Op::I64Ctz, T.i64, {num(0)}), t.i64};
  if (name == "clz") return {emitValue(Op::I64Clz, T.i64, {num(0)}), t.i64};
  if (name == "i64_udiv") { ValueId a = num(0), b = num(1); return {emitValue(Op::I64UDiv, T.i64, {a, b}), t.i64}; }
  if (name == "i64_urem") { ValueId a = num(0), b = num(1); return {emitValue(Op::I64URem, T.i64, {a, b}), t.i64}; }
  if (name == "i64_shr") { ValueId a = num(0), b = num(1); return {emitValue(Op::I64Shr, T.i64, {a, b}), t.i64}; }
  if (name == "i64_ult") { ValueId a = num(0), b = num(1); return {cmp(Pred::Ult, a, b), t.boolean}; }
  if (name == "is_small") return {emitValue(Op::IntIsSmall, T.bool_, {toInt(arg(0))}), t.boolean};
  if (name == "same") {
    // Identity as containers use it: bits for floats, words for ints, pointers for objects.
    Value a = arg(0), b = arg(1);
    if (g.repr(a.type) != T.any && g.repr(b.type) != T.any && g.repr(a.type) != g.repr(b.type) &&
        !(g.repr(a.type) == T.opt || g.repr(b.type) == T.opt))
      return {boolean(false), t.boolean};
    return {identity(a, b), t.boolean};
  }
  if (name == "is_unique") return {emitValue(Op::IsUnique, T.bool_, {arg(0).id}), t.boolean};
  if (name == "truth") return {truth(arg(0)), t.boolean};
  if (name == "not_implemented") return {unitValue(), result};
  if (name == "unchecked") return {coerce(arg(0).id, arg(0).type, result), result};
  if (name == "is_bound") {
    std::vector<Case> cases;
    for (const Atom& a : t.atoms(arg(0).type)) cases.push_back({{t.one(a), t.bottom}, {}});
    return dispatch(arg(0), cases, t.boolean, [&](Value x, const Case&) -> Value { return {boolean(t.isOnly(x.type, Ctor::Method)), t.boolean}; });
  }
  if (name == "is_machine") return {boolean(t.has(arg(0).type, Ctor::I64)), t.boolean};
  if (name == "keep") {
    if (g.p.hir->observes_deaths && g.m.types[f().values[arg(0).id].type].counted) emit(Op::Keep).operands = {arg(0).id};
    return {unitValue(), t.none};
  }
  if (name == "cold") {
    f().inlining = mir::Inline::Never;
    return {unitValue(), t.none};
  }
  if (name == "has_metaclass") {
    Value v = arg(0);
    std::vector<Case> cases;
    for (const Atom& a : t.atoms(v.type)) cases.push_back({{t.one(a), t.bottom}, {}});
    return dispatch(v, cases, t.boolean, [&](Value one, const Case&) -> Value {
      const ClassId meta = g.p.classes[ClassId(t.atoms(one.type)[0].id)].metaclass;
      return {boolean(meta.valid() && !g.p.hir->codes[g.p.classes[meta].body].library), t.boolean};
    });
  }
  if (const bool blocks = name == "blocks_method"; blocks || name == "has_method") {
    std::string method;
    for (const hir::Instr& d : code_.blocks[hir_block_].instrs)
      if (d.result == i.operands[1]) method = d.text;
    Name wanted = g.p.names->intern(method);
    Value v = arg(0);
    std::vector<Case> cases;
    for (const Atom& a : t.atoms(v.type)) cases.push_back({{t.one(a), t.bottom}, {}});
    return dispatch(v, cases, t.boolean, [&](Value one, const Case&) -> Value {
      ClassId c = g.p.classOf(t.atoms(one.type)[0]);
      bool found = false;
      if (c.valid()) {
        for (ClassId m : g.p.classes[c].mro) {
          Type attr = t.canonical(t.field(g.p.classes[m].attributes, wanted.index));
          if (attr == t.bottom) continue;
          found = blocks ? t.isOnly(attr, Ctor::None) : t.isOnly(attr, Ctor::Func) && !g.p.isObjectsDefault(m, method);
          break;
        }
      }
      return {boolean(found), t.boolean};
    });
  }
  if (name == "address") {
    Value v = arg(0);
    TypeId r = g.repr(v.type);
    if (r != T.ref && r != T.opt) return {i64(0), t.i64};
    ValueId o = r == T.ref ? emitValue(Op::OptFromRef, T.opt, {v.id}) : v.id;
    return {rt("object_address", {o}), t.i64};
  }
  if (name == "weak_able" || name == "writes_text") return {boolean(record() && record()->decided == 1), t.boolean};
  if (name == "weak_kind") return {zero(T.ptr), result};
  if (name == "weak_show") {
    if (g.isUnit(result)) return {unitValue(), result};  // nothing was ever referred to
    return {arg(0).id, result};
  }
  if (name == "opt_bytes") return {arg(0).id, result};  // a runtime result: bytes, or null for None
  // --- tuples ---
  if (name == "tuple_len" || name == "tuple_get") {
    // Self may be a union of tuples of several lengths.
    std::vector<Case> cases;
    for (const Atom& a : t.atoms(arg(0).type)) cases.push_back({{t.one(a), t.bottom}, {}});
    Value at = name == "tuple_get" ? Value{num(1), t.i64} : Value{};
    return dispatch(arg(0), cases, result, [&](Value v, const Case&) -> Value {
      const Atom a = t.atoms(v.type)[0];
      if (name == "tuple_len") return {i64(static_cast<int64_t>(a.items.size())), t.i64};
      if (a.items.empty()) {
        emit(Op::Unreachable);
        block_ = BlockId();
        return {ValueId(), t.bottom};
      }
      BlockId done = newBlock();
      ValueId out = param(done, g.repr(result));
      for (size_t k = 0; k < a.items.size(); ++k) {
        BlockId no;
        if (k + 1 < a.items.size()) {
          BlockId yes = newBlock();
          no = newBlock();
          ValueId want = i64(static_cast<int64_t>(k));
          condBr(cmp(Pred::Eq, at.id, want), yes, no);
          start(yes);
        }
        ValueId x = emitValue(Op::TupleGet, g.repr(a.items[k]), {v.id});
        f().block(block_).instrs.back().imm = static_cast<int64_t>(k);
        br(done, {coerce(x, a.items[k], result)});
        if (no.valid()) start(no);
      }
      start(done);
      return {out, result};
    });
  }
  if (name == "tuple_apply" || name == "tuple_apply2") {
    const bool two = name == "tuple_apply2";
    const infer::Record* r = record();
    std::vector<Case> all = r ? r->cases : std::vector<Case>();
    std::vector<Case> pairs;  // one for each pair of tuples; action.index: its first item's record
    for (size_t k = 0; k < all.size(); ++k) {
      if (!pairs.empty() && t.canonical(pairs.back().types[0]) == t.canonical(all[k].types[0]) &&
          t.canonical(pairs.back().types[1]) == t.canonical(all[k].types[1]))
        continue;
      pairs.push_back({{all[k].types[0], all[k].types[1]}, {}});
      pairs.back().action.index = static_cast<uint32_t>(k);
    }
    ValueId at = num(two ? 3 : 2);
    auto item = [&](Value tuple, size_t k) -> Value {
      const Type type = t.atoms(tuple.type)[0].items[k];
      ValueId x = emitValue(Op::TupleGet, g.repr(type), {tuple.id});
      f().block(block_).instrs.back().imm = static_cast<int64_t>(k);
      return {coerce(x, type, t.unfold(type)), t.unfold(type)};
    };
    return dispatch2(arg(1), two ? arg(2) : arg(1), pairs, result, [&](Value a, Value b, const Case& c) -> Value {
      const size_t count = std::min(t.atoms(a.type)[0].items.size(), t.atoms(b.type)[0].items.size());
      BlockId done;
      ValueId out;
      for (size_t k = 0; k < count; ++k) {
        BlockId no;
        if (k + 1 < count) {
          BlockId yes = newBlock();
          no = newBlock();
          ValueId want = i64(static_cast<int64_t>(k));
          condBr(cmp(Pred::Eq, at, want), yes, no);
          start(yes);
        }
        std::vector<Value> operands{item(a, k)};
        if (two) operands.push_back(item(b, k));
        for (size_t x = two ? 4 : 3; x < i.operands.size(); ++x) operands.push_back(arg(x));
        Value v = perform(all[c.action.index + k].action, operands);
        if (!dead()) {
          if (!done.valid()) {
            done = newBlock();
            out = param(done, g.repr(result));
          }
          br(done, {coerce(v.id, v.type, result)});
        }
        if (no.valid()) start(no);
      }
      if (!done.valid()) return {ValueId(), t.bottom};
      start(done);
      return {out, result};
    });
  }
  // --- types ---
  if (name == "type_of" || name == "type_name" || name == "type_module" || name == "class_name" ||
      name == "class_module" || name == "function_name") {
    Value v = arg(0);
    std::vector<Case> cases;
    for (const Atom& a : t.atoms(v.type)) cases.push_back({{t.one(a), t.bottom}, {}});
    Value out = dispatch(v, cases, result, [&](Value one, const Case&) -> Value {
      const Atom a = t.atoms(one.type)[0];
      if (name == "type_of") return {unitValue(), t.one({Ctor::Class, g.p.shownClass(a).index, {}, {}})};
      std::string text;
      if (name == "function_name") {
        if (a.ctor == Ctor::Func || a.ctor == Ctor::Method) text = g.p.hir->codes[hir::CodeId(a.id)].qualname;
      } else {
        bool of_class = name == "class_name" || name == "class_module";
        ClassId c = of_class && a.ctor == Ctor::Class ? ClassId(a.id) : g.p.classOf(a);
        if (c.valid()) {
          const auto& info = g.p.classes[c];
          text = name == "type_name" ? (info.full_name.empty() ? info.name : info.full_name) : name == "class_name" ? info.qualname : info.module;
          if (info.core && text == "vtuple") text = "tuple";
          if (info.core && name != "class_module" && text.starts_with('_')) text.erase(0, 1);  // private classes keep CPython's names
        }
      }
      return {str(text), t.str};
    });
    return out;
  }
  if (name.starts_with("attr_")) return dynamicAttribute(i, name);
  if (name == "vars_into") return varsInto(i);
  if (name == "named_tuple") {
    const Atom a = t.atoms(result)[0];
    std::vector<ValueId> items;
    for (size_t k = 0; k < a.items.size(); ++k) {
      Value v = arg(k + 1);
      items.push_back(coerce(v.id, v.type, a.items[k]));
    }
    ValueId v = f().newValue(g.repr(result));
    mir::Instr& make = emit(Op::TupleMake);
    make.result = v;
    make.operands = items;
    return {v, result};
  }
  if (name == "same_function") {  // of two bound methods
    const Atom one = t.atoms(arg(0).type)[0];
    std::vector<Case> cases;
    for (const Atom& a : t.atoms(arg(1).type)) cases.push_back({{t.one(a), t.bottom}, {}});
    return dispatch(arg(1), cases, t.boolean, [&](Value x, const Case&) -> Value {
      return {boolean(t.atoms(x.type)[0].id == one.id), t.boolean};
    });
  }
  if (name == "this_class") return {unitValue(), result};
  if (name == "distributions") return {str(g.p.hir->modules->distributions), t.str};
  if (name == "direct_subclasses") {
    std::vector<ValueId> items;
    for (size_t k = 0; k < t.atoms(result)[0].items.size(); ++k) items.push_back(unitValue());
    ValueId v = f().newValue(g.repr(result));
    mir::Instr& make = emit(Op::TupleMake);
    make.result = v;
    make.operands = items;
    return {v, result};
  }
  if (name == "super_of") {
    ValueId v = f().newValue(g.repr(result));
    ValueId self = arg(0).id;
    mir::Instr& make = emit(Op::TupleMake);
    make.result = v;
    make.operands = {self};
    return {v, result};
  }
  if (name == "new" || name == "new_bare") {
    const Atom a = t.atoms(result)[0];
    LayoutId l = g.classLayout(ClassId(a.id), a.node);
    ValueId v = emitValue(Op::New, T.ref);
    f().block(block_).instrs.back().layout = l;
    return {v, result};
  }
  // --- exceptions ---
  if (name == "stop") {
    ValueId e = emitValue(Op::ConstStop, T.ref);
    throwValue(e);
    return {ValueId(), t.bottom};
  }
  if (name == "type_error") {
    ClassId c = g.p.coreClass("TypeError");
    ValueId tid = emitValue(Op::ConstTid, T.i64);
    LayoutId l = g.classLayout(c, g.p.classes[c].instance);
    f().block(block_).instrs.back().layout = l;
    ValueId e = rt("exc_new", {tid, arg(0).id});
    throwValue(e);
    return {ValueId(), t.bottom};
  }
  Type held = t.canonical(t.field(g.p.exception_args, infer::kFieldT));
  held = t.join(held, t.str);
  if (name == "exc_set_args") {
    // Any items in a tuple object, as the runtime reads them.
    Value args = arg(1);
    LayoutId l = g.runtimeLayout("vtuple_any");
    const Atom a = t.atoms(args.type)[0];
    ValueId object = emitValue(Op::New, T.ref);
    f().block(block_).instrs.back().layout = l;
    if (a.ctor == Ctor::Tuple && !a.items.empty()) {
      ValueId n = i64(static_cast<int64_t>(a.items.size()));
      ValueId s = emitValue(Op::ConstSize, T.i64);
      f().block(block_).instrs.back().type = T.any;
      ValueId bytes = emitValue(Op::I64Mul, T.i64, {n, s});
      ValueId items = rt("buf_alloc", {bytes});
      for (size_t k = 0; k < a.items.size(); ++k) {
        ValueId x = emitValue(Op::TupleGet, g.repr(a.items[k]), {args.id});
        f().block(block_).instrs.back().imm = static_cast<int64_t>(k);
        ValueId y = toAny(coerce(x, a.items[k], held), held);
        ValueId at = i64(static_cast<int64_t>(k));
        mir::Instr& init = emit(Op::BufInit);
        init.operands = {items, at, y};
        init.type = T.any;
      }
      mir::Instr& p = emit(Op::FieldInit);
      p.layout = l;
      p.imm = 0;
      p.operands = {object, items};
      mir::Instr& len = emit(Op::FieldInit);
      len.layout = l;
      len.imm = 1;
      len.operands = {object, n};
    }
    rt("exc_set_args", {arg(0).id, object});
    return none();
  }
  if (name == "exc_nargs" || name == "exc_arg") {
    ValueId args = rt("exc_args", {arg(0).id});
    LayoutId l = g.runtimeLayout("vtuple_any");
    if (name == "exc_nargs") {
      ValueId n = emitValue(Op::FieldLoad, T.i64, {args});
      mir::Instr& x = f().block(block_).instrs.back();
      x.layout = l;
      x.imm = 1;
      return {n, t.i64};
    }
    ValueId items = emitValue(Op::FieldLoad, T.ptr, {args});
    mir::Instr& x = f().block(block_).instrs.back();
    x.layout = l;
    x.imm = 0;
    ValueId at = num(1);
    ValueId v = emitValue(Op::BufLoad, T.any, {items, at});
    f().block(block_).instrs.back().type = T.any;
    if (g.repr(held) == T.any) return {coerce(v, held, result), result};
    ValueId y = fromAny(v, held);
    return {coerce(y, held, result), result};
  }
  if (name == "exc_cause" || name == "exc_context") {
    ValueId v = rt(name, {arg(0).id});
    return {v, result};
  }
  if (name == "exc_handled") return {rt(name, {}), result};
  if (name == "exc_suppress") return {rt("exc_suppress_context", {arg(0).id}), t.boolean};
  if (name == "exc_add_note") { rt("exc_add_note", {arg(0).id, arg(1).id}); return none(); }
  if (name == "current_exception") {
    ValueId v = rt("exc_reraise", {});
    return {v, result};
  }
  if (name == "is_stop") return {emitValue(Op::ExcIsStop, T.bool_, {arg(0).id}), t.boolean};
  if (name == "unreachable" || name == "refuse") {
    emit(Op::Unreachable);
    block_ = BlockId();
    return {ValueId(), t.bottom};
  }
  internalError(__FILE__, __LINE__, ("intrinsic _k." + name).c_str());
}

}  // namespace krait::mirgen
