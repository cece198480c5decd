// Values: conversion between representations, dispatch on the type at run time, calls.
#include <algorithm>

#include "infer/runtime_words.h"
#include "mirgen/generator.h"

namespace krait::mirgen {

ValueId FunctionBuilder::boxTuple(ValueId v, Type type) {
  const Atom a = t.atoms(type)[0];
  LayoutId layout = g.layoutOf(a);
  ValueId box = emitValue(Op::New, g.m.types.ref);
  f().block(block_).instrs.back().layout = layout;
  f().block(block_).instrs.back().imm = g.acyclic(type);
  size_t n = g.m.layouts[layout].fields.size();
  bool by_value = g.m.types[f().values[v].type].kind == mir::TypeKind::Tuple;
  for (size_t k = 0; k < n; ++k) {
    TypeId item = g.m.layouts[layout].fields[k].type;
    ValueId x = v;
    if (by_value) {
      x = emitValue(Op::TupleGet, item, {v});
      f().block(block_).instrs.back().imm = static_cast<int64_t>(k);
    }
    mir::Instr& i = emit(Op::FieldInit);
    i.layout = layout;
    i.imm = static_cast<int64_t>(k);
    i.operands = {box, x};
  }
  return box;
}

ValueId FunctionBuilder::unboxTuple(ValueId ref, Type type) {
  const Atom a = t.atoms(type)[0];
  LayoutId layout = g.layoutOf(a);
  TypeId want = g.repr(type);
  size_t n = g.m.layouts[layout].fields.size();
  std::vector<ValueId> items;
  for (size_t k = 0; k < n; ++k) {
    ValueId x = emitValue(Op::FieldLoad, g.m.layouts[layout].fields[k].type, {ref});
    mir::Instr& i = f().block(block_).instrs.back();
    i.layout = layout;
    i.imm = static_cast<int64_t>(k);
    items.push_back(x);
  }
  ValueId v = f().newValue(want);
  mir::Instr& i = emit(Op::TupleMake);
  i.result = v;
  i.operands = items;
  return v;
}

// A value of one definite type, or of a reference union, as an `any`.
ValueId FunctionBuilder::toAny(ValueId v, Type from) {
  TypeId any = g.m.types.any;
  TypeId r = g.repr(from);
  if (r == any) return v;
  if (g.isUnit(from)) {
    auto& atoms = t.atoms(from);
    if (atoms.empty() || atoms[0].ctor == Ctor::None) return emitValue(Op::AnyNone, any);
    ValueId u = emitValue(Op::AnyFromUnit, any);
    LayoutId l = g.layoutOf(Atom(atoms[0]));
    f().block(block_).instrs.back().layout = l;
    return u;
  }
  if (g.isTag(from)) return emitValue(Op::AnyFromTag, any, {v});
  // A bound method looks like what it is bound to, but must be told apart from it.
  if (g.byValue(from)) {
    ValueId box = boxTuple(v, from);
    return emitValue(Op::AnyFromRef, any, {box});
  }
  if (r == g.m.types.bool_) return emitValue(Op::AnyFromBool, any, {v});
  if (r == g.m.types.int_) return emitValue(Op::AnyFromInt, any, {v});
  if (r == g.m.types.f64) return emitValue(Op::AnyFromF64, any, {v});
  if (r == g.m.types.ref) return emitValue(Op::AnyFromRef, any, {v});
  if (r == g.m.types.opt) {
    if (!t.has(from, Ctor::Unset)) return emitValue(Op::AnyFromOpt, any, {v});
    // Null means unset here.
    BlockId null = newBlock(), set = newBlock(), done = newBlock();
    ValueId out = param(done, any);
    condBr(emitValue(Op::OptIsNull, g.m.types.bool_, {v}), null, set);
    start(null);
    br(done, {zero(any)});
    start(set);
    ValueId ref = emitValue(Op::OptUnwrap, g.m.types.ref, {v});
    ValueId x = emitValue(Op::AnyFromRef, any, {ref});
    br(done, {x});
    start(done);
    return out;
  }
  if (r == g.m.types.i64) {
    ValueId x = emitValue(Op::IntFromI64, g.m.types.int_, {v});
    return emitValue(Op::AnyFromInt, any, {x});
  }
  KRAIT_UNREACHABLE("a representation that does not go into a union");
}

ValueId FunctionBuilder::fromAny(ValueId v, Type to) {
  TypeId r = g.repr(to);
  if (r == g.m.types.any) return v;
  if (g.isUnit(to)) return unitValue();
  if (g.isTag(to)) return emitValue(Op::AnyTag, r, {v});
  if (g.byValue(to)) {
    ValueId ref = emitValue(Op::AnyToRef, g.m.types.ref, {v});
    return unboxTuple(ref, to);
  }
  if (r == g.m.types.bool_) return emitValue(Op::AnyToBool, r, {v});
  if (r == g.m.types.int_) return emitValue(Op::AnyToInt, r, {v});
  if (r == g.m.types.f64) return emitValue(Op::AnyToF64, r, {v});
  if (r == g.m.types.ref) return emitValue(Op::AnyToRef, r, {v});
  if (r == g.m.types.opt) return emitValue(Op::AnyToOpt, r, {v});
  if (r == g.m.types.i64) {
    ValueId x = emitValue(Op::AnyToInt, g.m.types.int_, {v});
    return emitValue(Op::IntSmall, r, {x});
  }
  KRAIT_UNREACHABLE("a representation that does not come out of a union");
}

// A reference that may be null, or one that is known not to be.
ValueId FunctionBuilder::reference(ValueId v, TypeId from, TypeId to) {
  if (from == to) return v;
  return emitValue(to == g.m.types.opt ? Op::OptFromRef : Op::OptUnwrap, to, {v});
}

// The type id that stands for a value among values without content.
ValueId FunctionBuilder::toTag(ValueId v, Type from) {
  auto& T = g.m.types;
  auto id = [&](const Atom& a) {
    ValueId tid = emitValue(Op::ConstTid, T.i64);
    LayoutId l = g.layoutOf(a);
    f().block(block_).instrs.back().layout = l;
    return tid;
  };
  TypeId r = g.repr(from);
  if (g.isTag(from)) return v;
  if (g.isUnit(from)) return id(Atom(t.atoms(from)[0]));
  if (r == T.any) return emitValue(Op::AnyTag, T.i64, {v});
  // A null pointer is None; no other reference gets here.
  if (r == T.opt && t.has(from, Ctor::None)) return id({Ctor::None, 0, {}, {}});
  return i64(0);
}

// Converts a value of type `from` for a place of type `to`, which holds whatever the value can be.
ValueId FunctionBuilder::coerce(ValueId v, Type from, Type to) {
  if (dead()) return v;
  from = t.canonical(from);
  to = t.canonical(to);
  if (from == to) return v;
  TypeId a = g.repr(from), b = g.repr(to);
  auto& T = g.m.types;
  if (from == t.bottom || to == t.bottom || from == t.unset || !v.valid()) return zero(b);
  if (g.isUnit(to)) return unitValue();
  auto isReference = [&](TypeId r) { return r == T.any || r == T.ref || r == T.opt; };
  // Boxed tuples are what they are in a union: references to tuple objects.
  bool boxed_from = t.has(from, Ctor::Boxed), boxed_to = t.has(to, Ctor::Boxed);
  if ((boxed_from || boxed_to) && !(isReference(a) && isReference(b) && g.sameBoxes(from, to))) {
    Type open = t.unfold(from), want = t.unfold(to);
    if (boxed_from && g.byValue(open)) v = unboxTuple(v, open);
    v = coerce(v, open, want);
    return boxed_to && g.byValue(want) ? boxTuple(v, want) : v;
  }
  if (t.isOnly(from, Ctor::I64) && b != T.i64) return coerce(emitValue(Op::IntFromI64, T.int_, {v}), t.integer, to);
  if (a == T.int_ && b == T.i64) return emitValue(Op::IntSmall, b, {v});
  if (g.isTag(to)) return toTag(v, from);
  if (g.byValue(from) && isReference(b)) {
    // First the shape that it has in the union.
    const Atom x = t.atoms(from)[0];
    const Atom* y = t.find(to, x.ctor, x.id);
    Type shape = y ? t.one(Atom(*y)) : from;
    v = coerce(v, from, shape);
    ValueId box = boxTuple(v, shape);
    return b == T.ref ? box : emitValue(b == T.any ? Op::AnyFromRef : Op::OptFromRef, b, {box});
  }
  if (g.byValue(to) && isReference(a)) {
    const Atom y = t.atoms(to)[0];
    const Atom* x = t.find(from, y.ctor, y.id);
    Type shape = x ? t.one(Atom(*x)) : to;
    ValueId box = a == T.ref ? v : emitValue(a == T.any ? Op::AnyToRef : Op::OptUnwrap, T.ref, {v});
    return coerce(unboxTuple(box, shape), shape, to);
  }
  if (isReference(a) && isReference(b) && !g.sameBoxes(from, to)) {
    // Tuples inside change their shape: take them out and box them again.
    BlockId done = newBlock();
    ValueId out = param(done, b);
    auto same = [&](ValueId x) { return b == T.any ? toAny(x, from) : a == T.any ? fromAny(x, to) : reference(x, a, b); };
    // None has no type id to test behind a null pointer.
    if (a == T.opt) {
      BlockId null = newBlock(), set = newBlock();
      condBr(emitValue(Op::OptIsNull, T.bool_, {v}), null, set);
      start(null);
      br(done, {same(v)});
      start(set);
    }
    for (const Atom& x : std::vector<Atom>(t.atoms(from))) {
      if (!Generator::byValue(x.ctor)) continue;
      const Atom* y = t.find(to, x.ctor, x.id);
      if (!y) continue;
      Type one = t.one(x), other = t.one(Atom(*y));
      if (g.sameBoxes(one, other)) continue;
      BlockId yes = newBlock(), no = newBlock();
      condBr(testAtom(v, from, x), yes, no);
      start(yes);
      br(done, {coerce(coerce(v, from, one), one, to)});
      start(no);
    }
    br(done, {same(v)});
    start(done);
    return out;
  }
  if (b == T.any) return toAny(v, from);
  if (a == T.any) return fromAny(v, to);
  // None where a reference may be missing; a tag meets references only in that.
  if (g.isUnit(from) || g.isTag(from)) return zero(b);
  if (a == b && T[a].kind != mir::TypeKind::Tuple) return v;
  if (isReference(a) && isReference(b)) return reference(v, a, b);
  if (T[a].kind == mir::TypeKind::Tuple && T[b].kind == mir::TypeKind::Tuple) {
    const Atom x = t.atoms(from)[0], y = t.atoms(to)[0];
    if (x.ctor == y.ctor && (x.ctor == Ctor::Method || x.ctor == Ctor::Super) && a != b) {
      // A bound method whose self is held in another way.
      std::vector<ValueId> items;
      ValueId self = emitValue(Op::TupleGet, g.repr(x.items[0]), {v});
      items.push_back(coerce(self, x.items[0], y.items[0]));
      if (T[b].items.size() > 1) {
        ValueId env = emitValue(Op::TupleGet, T.ref, {v});
        f().block(block_).instrs.back().imm = 1;
        items.push_back(env);
      }
      ValueId out = f().newValue(b);
      mir::Instr& i = emit(Op::TupleMake);
      i.result = out;
      i.operands = items;
      return out;
    }
    if (x.ctor == Ctor::Tuple && y.ctor == Ctor::Tuple && x.items.size() == y.items.size()) {
      if (a == b && g.sameBoxes(from, to)) return v;
      std::vector<ValueId> items;
      for (size_t k = 0; k < x.items.size(); ++k) {
        ValueId item = emitValue(Op::TupleGet, g.repr(x.items[k]), {v});
        f().block(block_).instrs.back().imm = static_cast<int64_t>(k);
        items.push_back(coerce(item, x.items[k], y.items[k]));
      }
      ValueId out = f().newValue(b);
      mir::Instr& i = emit(Op::TupleMake);
      i.result = out;
      i.operands = items;
      return out;
    }
    return v;
  }
  if (a == b) return v;
  // Types that cannot meet: the edge is not taken.
  return zero(b);
}

// Is the value (of type `type`) of this atom's type at run time?
ValueId FunctionBuilder::testAtom(ValueId v, Type type, const Atom& a) {
  auto& T = g.m.types;
  TypeId r = g.repr(type);
  ValueId tid;
  if (r == T.opt) {
    if (a.ctor == Ctor::None || a.ctor == Ctor::Unset) return emitValue(Op::OptIsNull, T.bool_, {v});
    ValueId ref = emitValue(Op::OptUnwrap, T.ref, {v});
    tid = emitValue(Op::RefTid, T.i64, {ref});
  } else if (r == T.ref) {
    tid = emitValue(Op::RefTid, T.i64, {v});
  } else if (g.isTag(type)) {
    tid = v;
  } else if (r == T.any && a.ctor == Ctor::Unset) {
    tid = emitValue(Op::AnyTag, T.i64, {v});
  } else if (r == T.any) {
    ValueId is = emitValue(Op::AnyIs, T.bool_, {v});
    LayoutId l = g.layoutOf(a);
    f().block(block_).instrs.back().layout = l;
    return is;
  } else {
    return boolean(true);
  }
  ValueId want;
  if (a.ctor == Ctor::Unset) {
    want = i64(0);
  } else {
    want = emitValue(Op::ConstTid, T.i64);
    LayoutId l = g.layoutOf(a);
    f().block(block_).instrs.back().layout = l;
  }
  ValueId eq = emitValue(Op::I64Cmp, T.bool_, {tid, want});
  f().block(block_).instrs.back().pred = Pred::Eq;
  return eq;
}

// Runs the case that fits the value's run-time type; the results meet in `result`'s representation.
Value FunctionBuilder::dispatch(Value v, const std::vector<Case>& all, Type result,
                                const std::function<Value(Value, const Case&)>& body) {
  std::vector<Case> cases = all;
  result = t.canonical(result);
  if (cases.empty()) {
    emit(Op::Unreachable);
    block_ = BlockId();
    return {ValueId(), result};
  }
  if (cases.size() == 1) {
    Type one = t.canonical(cases[0].types[0]);
    Value narrowed = one == t.bottom ? v : Value{coerce(v.id, v.type, one), one};
    Value out = body(narrowed, cases[0]);
    if (dead()) return {ValueId(), result};
    return {coerce(out.id, out.type, result), result};
  }
  // None first: the tests of heap types need a non-null reference.
  auto none = std::find_if(cases.begin(), cases.end(), [&](const Case& c) { return t.isOnly(c.types[0], Ctor::None); });
  if (none != cases.end()) std::rotate(cases.begin(), none, none + 1);
  BlockId done = newBlock();
  ValueId out = param(done, g.repr(result));
  bool reached = false;
  for (size_t k = 0; k < cases.size(); ++k) {
    Type one = t.canonical(cases[k].types[0]);
    BlockId next;
    if (k + 1 < cases.size()) {
      BlockId yes = newBlock();
      next = newBlock();
      ValueId is = testAtom(v.id, v.type, t.atoms(one)[0]);
      condBr(is, yes, next);
      start(yes);
    }
    Value narrowed{coerce(v.id, v.type, one), one};
    Value r = body(narrowed, cases[k]);
    if (!dead()) {
      ValueId x = coerce(r.id, r.type, result);
      br(done, {x});
      reached = true;
    }
    if (next.valid()) start(next);
  }
  start(done);
  if (!reached) {
    emit(Op::Unreachable);
    block_ = BlockId();
  }
  return {out, result};
}

Value FunctionBuilder::dispatch2(Value a, Value b, const std::vector<Case>& cases, Type result,
                                 const std::function<Value(Value, Value, const Case&)>& body) {
  // Group by the first operand's type, then by the second's.
  std::vector<Case> outer;
  std::vector<std::vector<Case>> inner;
  for (const Case& c : cases) {
    size_t k = 0;
    while (k < outer.size() && t.canonical(outer[k].types[0]) != t.canonical(c.types[0])) ++k;
    if (k == outer.size()) {
      outer.push_back(c);
      inner.emplace_back();
    }
    Case swapped = c;
    std::swap(swapped.types[0], swapped.types[1]);
    inner[k].push_back(swapped);
  }
  return dispatch(a, outer, result, [&](Value x, const Case& c) -> Value {
    size_t k = 0;
    while (t.canonical(outer[k].types[0]) != t.canonical(c.types[0])) ++k;
    return dispatch(b, inner[k], result, [&](Value y, const Case& d) { return body(x, y, d); });
  });
}

// A variable that may be unset: raises if it is. Returns the value without Unset.
ValueId FunctionBuilder::checkSet(ValueId v, Type type, Type* set, const char* exc, const std::string& message) {
  *set = t.without(type, Ctor::Unset);
  if (*set == t.bottom) {
    fail(exc, message);
    return ValueId();
  }
  if (!t.has(type, Ctor::Unset)) return v;
  BlockId bad = newBlock(), ok = newBlock();
  condBr(testAtom(v, type, Atom{Ctor::Unset, 0, {}, {}}), bad, ok, 2);
  start(bad);
  fail(exc, message);
  start(ok);
  return coerce(v, type, *set);
}

void FunctionBuilder::fail(const char* exc, const std::string& message) {
  if (dead()) return;
  ClassId c = g.p.coreClass(exc);
  KRAIT_CHECK(c.valid());
  ValueId tid = emitValue(Op::ConstTid, g.m.types.i64);
  LayoutId l = g.classLayout(c, g.p.classes[c].instance);
  f().block(block_).instrs.back().layout = l;
  ValueId text = str(message);
  ValueId e = rt("exc_new", {tid, text});
  int where = site();
  if (where >= 0) {
    mir::Instr& trace = emit(Op::TraceAdd);
    trace.operands = {e};
    trace.site = where;
  }
  throwValue(e);
}

void FunctionBuilder::failAction(const Action& a) {
  fail(g.p.classes[a.exc].name.c_str(), a.message);
}

ValueId FunctionBuilder::rt(const std::string& name, const std::vector<ValueId>& args) {
  const mir::RuntimeFunction* fn = mir::findRuntimeFunction(name);
  if (!fn) internalError(__FILE__, __LINE__, ("no runtime function " + name).c_str());
  mir::SymId sym = g.m.symbol(name);
  if (fn->raises) {
    return raising(Op::RtInvoke, fn->result, args, [&](mir::Instr& i) { i.sym = sym; });
  }
  bool has_result = fn->result != g.m.types.void_;
  ValueId v = has_result ? f().newValue(fn->result) : ValueId();
  mir::Instr& i = emit(Op::RtCall);
  i.sym = sym;
  i.result = v;
  i.operands = args;
  return v;
}

// The operands of a call with what it evaluates first.
std::vector<Value> FunctionBuilder::withLets(const infer::CallTarget& c, const std::vector<Value>& operands,
                                             const Value* callee, const Instance& target) {
  std::vector<Value> all = operands;
  if (c.lets.empty()) return all;
  all.resize(c.first_let);
  for (const ArgSource& s : c.lets) {
    Value v = source(s, all, callee, target);
    if (dead()) break;
    all.push_back(v);
  }
  return all;
}

// The object that carries a function's cells and defaults: the callee's own value, or what the class or
// module variable holds that it was defined under.
// A function that an attribute of a class holds, or that the property or classmethod in `field` of it holds.
Value FunctionBuilder::heldFunction(ClassId owner, Name attribute, Name field, Type type) {
  Type attr = t.canonical(g.classAttributeType(owner, attribute));
  ValueId v = unitValue();
  if (!g.isUnit(attr)) {
    mir::GlobalId gl = g.classAttribute(owner, attribute);
    v = emitValue(Op::GlobalLoad, g.repr(attr));
    f().block(block_).instrs.back().global = gl;
  }
  if (!field.valid()) return {coerce(v, attr, type), type};
  for (const Atom& a : t.atoms(attr)) {
    if (a.ctor != Ctor::Obj) continue;
    Type object = t.one(a), held = t.canonical(t.field(a.node, field.index));
    if (t.without(held, Ctor::Unset) == t.bottom) continue;
    LayoutId l = g.classLayout(ClassId(a.id), a.node);
    v = coerce(v, attr, object);
    ValueId x = emitValue(Op::FieldLoad, g.repr(held), {v});
    mir::Instr& load = f().block(block_).instrs.back();
    load.layout = l;
    load.imm = g.fieldIndex(l, std::string(g.p.names->text(field)));
    return {coerce(x, held, type), type};
  }
  KRAIT_UNREACHABLE("a class attribute that holds no function");
}

Value FunctionBuilder::functionObject(const Atom& fn, const Value* callee) {
  Type type = t.one(fn);
  if (callee) {
    const Atom a = t.atoms(callee->type)[0];
    if (a.ctor == Ctor::Func) return *callee;
    if (a.ctor == Ctor::Method) {
      ValueId env = emitValue(Op::TupleGet, g.m.types.ref, {callee->id});
      f().block(block_).instrs.back().imm = 1;
      return {env, type};
    }
  }
  if (origin_ && origin_->owner.valid()) return heldFunction(origin_->owner, origin_->attribute, origin_->field, type);
  const hir::Code& c = g.p.hir->codes[hir::CodeId(fn.id)];
  if (c.parent.valid() && g.p.hir->codes[c.parent].kind == hir::CodeKind::Class) {
    ClassId cls = g.p.class_of_code.at(c.parent.index);
    Name name = g.p.names->intern(c.name);
    Type attr = g.classAttributeType(cls, name);
    mir::GlobalId gl = g.classAttribute(cls, name);
    ValueId v = emitValue(Op::GlobalLoad, g.repr(attr));
    f().block(block_).instrs.back().global = gl;
    return {coerce(v, attr, type), type};
  }
  KRAIT_UNREACHABLE("a closure without its value");
}

Value FunctionBuilder::source(const ArgSource& s, std::vector<Value>& operands, const Value* callee,
                              const Instance& target) {
  switch (s.kind) {
    case ArgSource::Operand: return operands[s.index];
    case ArgSource::Item: {
      Value v = operands[s.index];
      const Atom a = t.atoms(v.type)[0];
      ValueId x = emitValue(Op::TupleGet, g.repr(a.items[s.item]), {v.id});
      f().block(block_).instrs.back().imm = s.item;
      return {x, a.items[s.item]};
    }
    case ArgSource::Pack: {
      std::vector<Value> items;
      for (const ArgSource& x : s.items) items.push_back(source(x, operands, callee, target));
      Type type;
      ValueId v = makeTuple(items, &type);
      return {v, type};
    }
    case ArgSource::Core: {
      std::vector<Value> items;
      for (const ArgSource& x : s.items) {
        items.push_back(source(x, operands, callee, target));
        if (dead()) return {ValueId(), s.core->type};
      }
      return perform(s.core->action, items);
    }
    case ArgSource::Str: return {str(g.p.names->text(s.keys[0])), t.str};
    case ArgSource::Int: {
      ValueId v = emitValue(Op::ConstInt, g.m.types.int_);
      f().block(block_).instrs.back().imm = s.index;
      return {v, t.integer};
    }
    case ArgSource::Default: {
      const Atom fn = t.atoms(target.function)[0];
      Type type = t.canonical(t.field(fn.node, infer::kFieldDefault + s.index));
      if (const hir::Instr* literal = g.literalDefault(hir::CodeId(fn.id), s.index)) {
        switch (static_cast<ast::ConstantKind>(literal->sub)) {
          case ast::ConstantKind::True:
          case ast::ConstantKind::False: return {constant(*literal), t.boolean};
          case ast::ConstantKind::Int: return {constant(*literal), t.integer};
          case ast::ConstantKind::Float: return {constant(*literal), t.floating};
          case ast::ConstantKind::Str: return {constant(*literal), t.str};
          case ast::ConstantKind::Bytes: return {constant(*literal), t.bytes};
          default: internalError(__FILE__, __LINE__, "a default that is no literal");
        }
      }
      if (!g.needsObject(hir::CodeId(fn.id))) {
        mir::GlobalId gl = g.defaultValue(hir::CodeId(fn.id), s.index, type);
        if (g.isUnit(type)) return {unitValue(), type};
        ValueId v = emitValue(Op::GlobalLoad, g.repr(type));
        f().block(block_).instrs.back().global = gl;
        return {v, type};
      }
      Value object = functionObject(fn, callee);
      const Atom own = t.atoms(object.type)[0];
      LayoutId l = g.functionLayout(own);
      Type held = t.field(own.node, infer::kFieldDefault + s.index);
      ValueId v = emitValue(Op::FieldLoad, g.repr(held), {object.id});
      mir::Instr& i = f().block(block_).instrs.back();
      i.layout = l;
      i.imm = g.fieldIndex(l, "d" + std::to_string(s.index));
      return {v, held};
    }
    case ArgSource::None: return {unitValue(), t.none};
    case ArgSource::Dict: {
      std::vector<Value> first;
      size_t from = s.items.size() - s.keys.size();
      for (size_t k = 0; k < from; ++k) first.push_back(source(s.items[k], operands, callee, target));
      Value made = perform(s.core ? s.core->action : s.dict->make, first);
      for (size_t k = 0; k < s.keys.size() && !dead(); ++k) {
        Value item = source(s.items[from + k], operands, callee, target);
        std::vector<Value> set{made, {str(g.p.names->text(s.keys[k])), t.str}, {coerce(item.id, item.type, s.dict->values), s.dict->values}};
        callTarget(s.dict->set, set, nullptr, t.none);
      }
      return made;
    }
  }
  KRAIT_UNREACHABLE("argument source");
}

ValueId FunctionBuilder::makeTuple(const std::vector<Value>& items, Type* type) {
  std::vector<Type> types;
  std::vector<ValueId> ids;
  std::vector<TypeId> reprs;
  for (const Value& v : items) {
    types.push_back(v.type);
    ids.push_back(v.id);
    reprs.push_back(g.repr(v.type));
  }
  *type = t.tuple(types);
  ValueId out = f().newValue(g.m.types.tuple(reprs));
  mir::Instr& i = emit(Op::TupleMake);
  i.result = out;
  i.operands = ids;
  return out;
}

Value FunctionBuilder::callTarget(const infer::CallTarget& c, std::vector<Value>& operands, const Value* callee,
                                  Type result) {
  if (!c.valid()) {
    // An argument never has a value: what is evaluated first raises.
    static const Instance kNone{};
    withLets(c, operands, callee, kNone);
    if (!dead()) {
      emit(Op::Unreachable);
      block_ = BlockId();
    }
    return {ValueId(), result};
  }
  const infer::CallTarget* saved_origin = origin_;
  origin_ = &c;
  Instance& target = g.p.instance(c.instance);
  mir::FuncId callee_id = g.functionFor(c.instance);
  std::vector<ValueId> args;
  const hir::Code& code = g.p.hir->codes[target.code];
  if (!code.free.empty()) {
    Value object = functionObject(t.atoms(target.function)[0], callee);
    args.push_back(object.id);
  }
  std::vector<Value> all = withLets(c, operands, callee, target);
  if (dead()) {
    origin_ = saved_origin;
    return {ValueId(), result};
  }
  for (size_t k = 0; k < c.args.size(); ++k) {
    Value v = source(c.args[k], all, callee, target);
    if (dead()) {
      origin_ = saved_origin;
      return {ValueId(), result};
    }
    args.push_back(coerce(v.id, v.type, target.formals[k]));
  }
  origin_ = saved_origin;
  TypeId type = g.m.functions[callee_id].result;
  ValueId out;
  if (g.m.functions[callee_id].raises) {
    // Only the library knows the shared object that ends an iteration.
    ClassId stop_class = g.p.coreClass("StopIteration");
    auto ends = [&](const Atom& e) { return g.p.isSubclass(ClassId(e.id), stop_class); };
    bool ends_iteration = !code_.library && code.library && t.filter(target.raises, ends) != t.bottom;
    out = raising(Op::Invoke, type, args, [&](mir::Instr& i) { i.func = callee_id; }, ends_iteration);
  } else {
    out = f().newValue(type);
    mir::Instr& i = emit(Op::Call);
    i.func = callee_id;
    i.operands = args;
    i.result = out;
  }
  if (t.canonical(target.result) == t.bottom) {
    emit(Op::Unreachable);
    block_ = BlockId();
    return {ValueId(), result};
  }
  return {coerce(out, target.result, result), t.canonical(result)};
}

// Carries out an action that does not depend on the operation: calls, constructions, failures.
Value FunctionBuilder::perform(const Action& a, std::vector<Value>& operands, const Value* callee) {
  if (dead()) return {ValueId(), a.result};
  switch (a.kind) {
    case ActionKind::Call: return callTarget(a.call, operands, callee, a.result);
    case ActionKind::Construct: {
      Type type = t.object(a.cls, a.node);
      LayoutId l = g.classLayout(a.cls, a.node);
      ValueId object = emitValue(Op::New, g.m.types.ref);
      f().block(block_).instrs.back().layout = l;
      if (a.call.valid()) {
        std::vector<Value> inner = operands;
        if (inner.empty()) inner.push_back({});
        inner[0] = {object, type};
        if (a.second.valid()) callTarget(a.second, inner, nullptr, g.p.instance(a.second.instance).result);
        if (dead()) return {ValueId(), a.result};
        callTarget(a.call, inner, nullptr, g.p.instance(a.call.instance).result);
        if (dead()) return {ValueId(), a.result};
      }
      return {object, type};
    }
    case ActionKind::MakeGenerator: return makeGenerator(a, operands, callee);
    case ActionKind::Fail:
      failAction(a);
      return {ValueId(), t.bottom};
    case ActionKind::Value:
      if (!g.isUnit(a.result) && !operands.empty()) return operands[0];
      return {unitValue(), a.result};
    default: KRAIT_UNREACHABLE("action");
  }
}

}  // namespace krait::mirgen
