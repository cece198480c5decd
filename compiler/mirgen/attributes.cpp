// Attributes: loads, stores and questions, given the action that inference chose for the type.
#include "mirgen/generator.h"

namespace krait::mirgen {

// A value that was loaded for an attribute, or what the action says otherwise where it is unset.
Value FunctionBuilder::setOr(ValueId loaded, Type held, Value object, const Action& a) {
  BlockId unset = newBlock(), set = newBlock(), done = newBlock();
  ValueId out = param(done, g.repr(a.result));
  condBr(testAtom(loaded, held, Atom{Ctor::Unset, 0, {}, {}}), unset, set, 2);
  start(unset);
  const Value other = getAttr(object, *a.otherwise);
  if (!dead()) br(done, {coerce(other.id, other.type, a.result)});
  start(set);
  const Type value = t.without(held, Ctor::Unset);
  if (value == t.bottom) {
    emit(Op::Unreachable);
    block_ = BlockId();
  } else {
    br(done, {coerce(coerce(loaded, held, value), value, a.result)});
  }
  start(done);
  return {out, a.result};
}

Value FunctionBuilder::getAttr(Value object, const Action& a) {
  std::string name(a.name.valid() ? g.p.names->text(a.name) : "");
  if (t.isOnly(object.type, Ctor::Super)) {  // a.cls is the class that has it
    const Type self = t.atoms(object.type)[0].items[0];
    object = {emitValue(Op::TupleGet, g.repr(self), {object.id}), self};
  }
  switch (a.kind) {
    case ActionKind::Field: {
      LayoutId l = g.classLayout(a.cls, a.node);
      Type held = t.field(a.node, a.name.index);
      ValueId v = emitValue(Op::FieldLoad, g.repr(held), {object.id});
      mir::Instr& i = f().block(block_).instrs.back();
      i.layout = l;
      i.imm = g.fieldIndex(l, name);
      if (!t.has(held, Ctor::Unset)) return {coerce(v, held, a.result), a.result};
      if (a.otherwise) return setOr(v, held, object, a);
      Type set;
      ValueId x = checkSet(v, held, &set, "AttributeError",
                           "'" + g.p.classes[a.cls].name + "' object has no attribute '" + name + "'");
      return {x, set};
    }
    case ActionKind::FunctionAttr: {
      Type held = t.canonical(t.field(a.node, a.name.index)), set = t.without(held, Ctor::Unset);
      ValueId v = functionAttribute(object, a);
      bool own = name == "__name__" || name == "__qualname__" || name == "__module__" || name == "__doc__";
      if (!own) {
        ValueId x = checkSet(v, held, &set, "AttributeError", "'function' object has no attribute '" + name + "'");
        return {coerce(x, set, a.result), a.result};
      }
      BlockId unset = newBlock(), yes = newBlock(), done = newBlock();
      ValueId out = param(done, g.repr(a.result));
      condBr(testAtom(v, held, Atom{Ctor::Unset, 0, {}, {}}), unset, yes, 2);
      start(unset);
      const hir::Code& c = g.p.hir->codes[hir::CodeId(t.atoms(object.type)[0].id)];
      std::string text = name == "__name__" ? c.name : name == "__qualname__" ? c.qualname
                         : name == "__doc__" ? std::string(c.doc) : g.p.hir->modules->modules[c.module].name;
      if (name == "__doc__" && !c.has_doc) br(done, {coerce(unitValue(), t.none, a.result)});
      else br(done, {coerce(str(text), t.str, a.result)});
      start(yes);
      br(done, {coerce(coerce(v, held, set), set, a.result)});
      start(done);
      return {out, a.result};
    }
    case ActionKind::TupleItem: {
      Type item = t.canonical(t.atoms(object.type)[0].items[a.index]);
      ValueId v = emitValue(Op::TupleGet, g.repr(item), {object.id});
      f().block(block_).instrs.back().imm = a.index;
      return {v, item};
    }
    case ActionKind::ClassAttr: {
      Type attr = g.classAttributeType(a.cls, a.name);
      if (g.isUnit(attr)) return {unitValue(), attr};
      mir::GlobalId gl = g.classAttribute(a.cls, a.name);
      ValueId v = emitValue(Op::GlobalLoad, g.repr(attr));
      f().block(block_).instrs.back().global = gl;
      if (t.has(attr, Ctor::Unset) && a.otherwise) return setOr(v, attr, object, a);
      if (t.has(attr, Ctor::Unset)) {
        Type set;
        const Atom owner = t.atoms(object.type)[0];
        const std::string what = owner.ctor == Ctor::Class ? "type object '" + g.p.classes[ClassId(owner.id)].name + "'" : "'" + g.p.typeName(owner) + "' object";
        v = checkSet(v, attr, &set, "AttributeError", what + " has no attribute '" + name + "'");
        attr = set;
      }
      return {coerce(v, attr, a.result), a.result};
    }
    case ActionKind::ModuleAttr: {
      Type held = g.globalType(a.global);
      if (g.isUnit(held)) return {unitValue(), a.result};
      mir::GlobalId gl = g.global(a.global);
      ValueId v = emitValue(Op::GlobalLoad, g.repr(held));
      f().block(block_).instrs.back().global = gl;
      Type set;
      const resolve::Module& module = g.p.hir->modules->modules[g.p.hir->globals[a.global].module];
      std::string message = "module '" + module.name + "' has no attribute '" + name + "'";
      if (module.circular) message = "partially initialized " + message + " (most likely due to a circular import)";
      ValueId x = checkSet(v, held, &set, "AttributeError", message);
      return {x, set};
    }
    case ActionKind::Bind: {
      if (a.index == form::kOfPlainValue) {
        Type held = t.field(a.node, a.name.index);
        ValueId v = emitValue(Op::FieldLoad, g.repr(held), {object.id});
        mir::Instr& load = f().block(block_).instrs.back();
        load.layout = g.classLayout(a.cls, a.node);
        load.imm = g.fieldIndex(load.layout, name);
        object = {coerce(v, held, t.without(held, Ctor::Unset)), t.without(held, Ctor::Unset)};
      }
      if (a.cls.valid() && a.index != form::kOfPlainValue) return boundClassAttribute(a, object);
      const Atom method = t.atoms(a.result)[0];
      return bindMethod(method, object, functionObject({Ctor::Func, method.id, method.node, {}}, nullptr));
    }
    case ActionKind::Special: {
      const Atom x = t.atoms(object.type)[0];
      if (name == "_krait_names_") return {str(infer::shownNames(g.p, ClassId(x.id))), t.str};
      if (name == "__name__" || name == "__qualname__" || name == "__module__" || name == "__doc__") {
        std::string text;
        if (x.ctor == Ctor::Class) {
          const auto& c = g.p.classes[ClassId(x.id)];
          text = name == "__name__" ? c.name : name == "__qualname__" ? c.qualname : c.module;
          if (c.core && text == "vtuple") text = "tuple";
          if (c.core && name != "__module__" && text.starts_with('_')) text.erase(0, 1);  // private classes keep CPython's names
          if (name == "__doc__") {
            const ast::Constant* doc = infer::classDoc(c.node);
            if (!doc) return {unitValue(), t.none};
            text = doc->text;
          }
        } else if (x.ctor == Ctor::Func || x.ctor == Ctor::Method) {
          const hir::Code& c = g.p.hir->codes[hir::CodeId(x.id)];
          text = name == "__name__" ? c.name : name == "__qualname__" ? c.qualname
                 : name == "__doc__" ? std::string(c.doc) : g.p.hir->modules->modules[c.module].name;
          if (name == "__doc__" && !c.has_doc) return {unitValue(), t.none};
        } else if (x.ctor == Ctor::Module) {
          text = g.p.hir->modules->modules[hir::ModuleId(x.id)].name;
        }
        return {str(text), t.str};
      }
      if (name == "__mro__" || name == "__bases__") {
        std::vector<ValueId> items;
        for (size_t k = 0; k < t.atoms(a.result)[0].items.size(); ++k) items.push_back(unitValue());
        ValueId v = f().newValue(g.repr(a.result));
        mir::Instr& make = emit(Op::TupleMake);
        make.result = v;
        make.operands = items;
        return {v, a.result};
      }
      // staticmethod, classmethod: the function it wraps is known from its type.
      if (!g.isUnit(a.result) && (name == "staticmethod" || t.isOnly(a.result, Ctor::Func))) return heldFunction(a.cls, a.call.attribute, g.p.names->intern("_func"), a.result);
      if (!g.isUnit(a.result) && t.isOnly(a.result, Ctor::Method)) {
        ValueId cls = unitValue();
        const Atom method = t.atoms(a.result)[0];
        if (g.needsObject(hir::CodeId(method.id))) {
          Value env = heldFunction(a.cls, a.call.attribute, g.p.names->intern("_func"), t.one({Ctor::Func, method.id, method.node, {}}));
          ValueId v = f().newValue(g.repr(a.result));
          mir::Instr& make = emit(Op::TupleMake);
          make.result = v;
          make.operands = {cls, env.id};
          return {v, a.result};
        }
        ValueId v = f().newValue(g.repr(a.result));
        mir::Instr& make = emit(Op::TupleMake);
        make.result = v;
        make.operands = {cls};
        return {v, a.result};
      }
      return {unitValue(), a.result};
    }
    case ActionKind::Value:
      if (a.index == form::kFunctionItself && !g.isUnit(a.result)) return functionObject(t.atoms(a.result)[0], nullptr);
      return {unitValue(), a.result};
    default: {
      if (a.index == form::kDescriptor || a.index == form::kDescriptorOfClass) {
        std::vector<Value> operands = descriptorOperands(object, a);
        return perform(a, operands);
      }
      std::vector<Value> operands{object};
      if (a.index == form::kWithName) operands.push_back({str(name), t.str});
      return perform(a, operands);
    }
  }
}

// A method: the object with, where the function is a closure, its function object.
Value FunctionBuilder::bindMethod(const Atom& method, Value object, Value function) {
  object = {coerce(object.id, object.type, method.items[0]), method.items[0]};
  const Type type = t.one(method);
  std::vector<ValueId> operands{object.id};
  if (g.needsObject(hir::CodeId(method.id))) operands.push_back(function.id);
  ValueId v = f().newValue(g.repr(type));
  mir::Instr& i = emit(Op::TupleMake);
  i.result = v;
  i.operands = operands;
  return {v, type};
}

// What class `owner` holds, as an attribute of an object: inference has said which functions become methods (`result`).
Value FunctionBuilder::boundClassAttribute(const Action& a, Value object) {
  const ClassId owner = a.cls;
  const Name name = a.name;
  const Type result = a.result;
  const Type attr = t.canonical(g.classAttributeType(owner, name));
  Value held{unitValue(), attr};
  if (!g.isUnit(attr)) {
    held.id = emitValue(Op::GlobalLoad, g.repr(attr));
    f().block(block_).instrs.back().global = g.classAttribute(owner, name);
  }
  Type set = t.without(attr, Ctor::Unset);
  ValueId out;
  BlockId done;
  if (t.has(attr, Ctor::Unset) && a.otherwise) {
    BlockId unset = newBlock(), yes = newBlock();
    done = newBlock();
    out = param(done, g.repr(result));
    condBr(testAtom(held.id, attr, Atom{Ctor::Unset, 0, {}, {}}), unset, yes, 2);
    start(unset);
    const Value other = getAttr(object, *a.otherwise);
    if (!dead()) br(done, {coerce(other.id, other.type, result)});
    start(yes);
    held.id = coerce(held.id, attr, set);
  } else {
    held.id = checkSet(held.id, attr, &set, "AttributeError",
                       "'" + g.p.typeName(t.atoms(object.type)[0]) + "' object has no attribute '" + std::string(g.p.names->text(name)) + "'");
  }
  if (dead()) return {ValueId(), result};
  held.type = set;
  const std::vector<Atom> methods = t.atoms(t.canonical(result));
  std::vector<Case> cases;
  for (const Atom& x : t.atoms(set)) {
    cases.push_back({});
    cases.back().types[0] = t.one(x);
  }
  const Value own = dispatch(held, cases, result, [&](Value one, const Case&) -> Value {
    const Atom x = t.atoms(one.type)[0];
    if (x.ctor != Ctor::Func) return one;
    for (const Atom& m : methods)
      if (m.ctor == Ctor::Method && m.id == x.id && m.node == x.node) return bindMethod(m, object, one);
    return one;
  });
  if (!done.valid()) return own;
  if (!dead()) br(done, {coerce(own.id, own.type, result)});
  start(done);
  return {out, result};
}

// What _descriptor_get is called with: the descriptor, the object (None: the class is asked) and the class.
std::vector<Value> FunctionBuilder::descriptorOperands(Value object, const Action& a) {
  const Instance& callee = g.p.instance(a.call.instance);
  const bool given = a.call.args[0].kind == ArgSource::Operand;
  const Type descriptor = given ? callee.formals[0] : t.canonical(g.classAttributeType(a.cls, a.name));
  return {heldFunction(a.cls, a.name, Name(), descriptor), a.index == form::kDescriptor ? object : Value{unitValue(), t.none},
          {unitValue(), callee.formals[2]}};
}

// hasattr where the type does not say: a field or module variable that may be unset, a property, a descriptor, __getattr__.
Value FunctionBuilder::hasAttr(Value object, Name name, const Action& a) {
  if (a.kind == ActionKind::Prim) return {boolean(a.index != 0), t.boolean};
  if (a.kind == ActionKind::Field) {
    LayoutId l = g.classLayout(a.cls, a.node);
    Type held = t.canonical(t.field(a.node, name.index));
    ValueId v = emitValue(Op::FieldLoad, g.repr(held), {object.id});
    mir::Instr& x = f().block(block_).instrs.back();
    x.layout = l;
    x.imm = g.fieldIndex(l, std::string(g.p.names->text(name)));
    ValueId unset = testAtom(v, held, Atom{Ctor::Unset, 0, {}, {}});
    if (!a.otherwise) return {emitValue(Op::BoolNot, g.m.types.bool_, {unset}), t.boolean};
    BlockId ask = newBlock(), set = newBlock(), done = newBlock();
    ValueId out = param(done, g.m.types.bool_);
    condBr(unset, ask, set, 2);
    start(ask);
    const Value answer = hasAttr(object, name, *a.otherwise);
    if (!dead()) br(done, {answer.id});
    start(set);
    br(done, {boolean(true)});
    start(done);
    return {out, t.boolean};
  }
  if (a.kind == ActionKind::ClassAttr || (a.kind == ActionKind::Bind && a.cls.valid())) {
    const Type held = t.canonical(g.classAttributeType(a.cls, name));
    if (!t.has(held, Ctor::Unset)) return {boolean(true), t.boolean};
    ValueId v = unitValue();
    if (!g.isUnit(held)) {
      v = emitValue(Op::GlobalLoad, g.repr(held));
      f().block(block_).instrs.back().global = g.classAttribute(a.cls, name);
    }
    ValueId unset = testAtom(v, held, Atom{Ctor::Unset, 0, {}, {}});
    if (!a.otherwise) return {emitValue(Op::BoolNot, g.m.types.bool_, {unset}), t.boolean};
    BlockId ask = newBlock(), set = newBlock(), done = newBlock();
    ValueId out = param(done, g.m.types.bool_);
    condBr(unset, ask, set, 2);
    start(ask);
    const Value answer = hasAttr(object, name, *a.otherwise);
    if (!dead()) br(done, {answer.id});
    start(set);
    br(done, {boolean(true)});
    start(done);
    return {out, t.boolean};
  }
  if (a.kind == ActionKind::FunctionAttr) {
    Type held = t.canonical(t.field(a.node, name.index));
    ValueId unset = testAtom(functionAttribute(object, a), held, Atom{Ctor::Unset, 0, {}, {}});
    return {emitValue(Op::BoolNot, g.m.types.bool_, {unset}), t.boolean};
  }
  if (a.kind == ActionKind::ModuleAttr) {
    Type held = g.globalType(a.global);
    mir::GlobalId gl = g.global(a.global);
    ValueId v = emitValue(Op::GlobalLoad, g.repr(held));
    f().block(block_).instrs.back().global = gl;
    ValueId unset = testAtom(v, held, Atom{Ctor::Unset, 0, {}, {}});
    return {emitValue(Op::BoolNot, g.m.types.bool_, {unset}), t.boolean};
  }
  std::vector<Value> operands;
  if (a.index == form::kDescriptor) operands = descriptorOperands(object, a);
  else if (a.index == form::kWithName) operands = {object, {str(g.p.names->text(name)), t.str}};
  else if (a.index == form::kWithHook) operands = {bindMethod(t.atoms(a.result)[0], object, {}), {str(g.p.names->text(name)), t.str}};
  else operands = {object, {unitValue(), a.result}};  // a getter is a plain function
  return callTarget(a.call, operands, nullptr, t.boolean);
}

// What an attribute of a function holds, unset or not.
ValueId FunctionBuilder::functionAttribute(Value function, const Action& a) {
  Type held = t.canonical(t.field(a.node, a.name.index));
  const Atom x = t.atoms(function.type)[0];
  if (!a.index) {
    mir::GlobalId gl = g.functionAttribute(hir::CodeId(x.id), a.name);
    ValueId v = emitValue(Op::GlobalLoad, g.repr(held));
    f().block(block_).instrs.back().global = gl;
    return v;
  }
  ValueId object = function.id;
  if (x.ctor == Ctor::Method) {
    object = emitValue(Op::TupleGet, g.m.types.ref, {object});
    f().block(block_).instrs.back().imm = 1;
  }
  LayoutId l = g.functionLayout({Ctor::Func, x.id, x.node, {}});
  ValueId v = emitValue(Op::FieldLoad, g.repr(held), {object});
  mir::Instr& load = f().block(block_).instrs.back();
  load.layout = l;
  load.imm = g.fieldIndex(l, "." + std::string(g.p.names->text(a.name)));
  return v;
}

void FunctionBuilder::setAttr(Value object, Value value, const Action& a) {
  std::string name(a.name.valid() ? g.p.names->text(a.name) : "");
  switch (a.kind) {
    case ActionKind::Field: {
      LayoutId l = g.classLayout(a.cls, a.node);
      Type held = t.field(a.node, a.name.index);
      ValueId v = coerce(value.id, value.type, held);
      mir::Instr& i = emit(Op::FieldStore);
      i.layout = l;
      i.imm = g.fieldIndex(l, name);
      i.operands = {object.id, v};
      return;
    }
    case ActionKind::ClassAttr: {
      Type attr = g.classAttributeType(a.cls, a.name);
      if (g.isUnit(attr)) return;
      mir::GlobalId gl = g.classAttribute(a.cls, a.name);
      ValueId v = coerce(value.id, value.type, attr);
      mir::Instr& i = emit(Op::GlobalStore);
      i.global = gl;
      i.operands = {v};
      return;
    }
    case ActionKind::FunctionAttr: {
      Type held = t.canonical(t.field(a.node, a.name.index));
      const Atom x = t.atoms(object.type)[0];
      ValueId v = coerce(value.id, value.type, held);
      if (!a.index) {
        mir::GlobalId gl = g.functionAttribute(hir::CodeId(x.id), a.name);
        mir::Instr& i = emit(Op::GlobalStore);
        i.global = gl;
        i.operands = {v};
        return;
      }
      LayoutId l = g.functionLayout(x);
      mir::Instr& i = emit(Op::FieldStore);
      i.layout = l;
      i.imm = g.fieldIndex(l, "." + name);
      i.operands = {object.id, v};
      return;
    }
    case ActionKind::ModuleAttr: {
      Type held = g.globalType(a.global);
      if (!g.isUnit(held)) {
        mir::GlobalId gl = g.global(a.global);
        ValueId v = coerce(value.id, value.type, held);
        mir::Instr& i = emit(Op::GlobalStore);
        i.global = gl;
        i.operands = {v};
      }
      if (a.call.valid()) {
        std::vector<Value> operands{value};
        callTarget(a.call, operands, nullptr, t.none);
      }
      return;
    }
    default: {
      if (a.index == form::kDescriptor) {
        std::vector<Value> three{heldFunction(a.cls, a.name, Name(), g.p.instance(a.call.instance).formals[0]), object, value};
        perform(a, three);
        return;
      }
      std::vector<Value> operands{object, value};
      if (a.index == form::kWithName) operands.push_back({str(name), t.str});
      perform(a, operands);
    }
  }
}

void FunctionBuilder::delAttr(Value object, const Action& a) {
  std::string name(a.name.valid() ? g.p.names->text(a.name) : "");
  if (a.kind == ActionKind::Field) {
    Type held = t.field(a.node, a.name.index), set;
    LayoutId l = g.classLayout(a.cls, a.node);
    ValueId v = emitValue(Op::FieldLoad, g.repr(held), {object.id});
    mir::Instr& load = f().block(block_).instrs.back();
    load.layout = l;
    load.imm = g.fieldIndex(l, name);
    checkSet(v, held, &set, "AttributeError", a.message);
    if (dead()) return;
    ValueId null = zero(g.repr(held));
    mir::Instr& store = emit(Op::FieldStore);
    store.layout = l;
    store.imm = g.fieldIndex(l, name);
    store.operands = {object.id, null};
    return;
  }
  std::vector<Value> operands{object};
  if (a.index == form::kDescriptor) operands.insert(operands.begin(), heldFunction(a.cls, a.name, Name(), g.p.instance(a.call.instance).formals[0]));
  if (a.index == form::kWithName) operands.push_back({str(name), t.str});
  perform(a, operands);
}

}  // namespace krait::mirgen
