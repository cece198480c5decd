// Attributes: loads, stores and questions, given the action that inference chose for the type.
#include "mirgen/generator.h"

namespace krait::mirgen {

Value FunctionBuilder::getAttr(Value object, const Action& a) {
  std::string name(a.name.valid() ? g.p.names->text(a.name) : "");
  switch (a.kind) {
    case ActionKind::Field: {
      LayoutId l = g.classLayout(a.cls, a.node);
      Type held = t.field(a.node, a.name.index);
      ValueId v = emitValue(Op::FieldLoad, g.repr(held), {object.id});
      mir::Instr& i = f().block(block_).instrs.back();
      i.layout = l;
      i.imm = g.fieldIndex(l, name);
      if (!t.has(held, Ctor::Unset)) return {coerce(v, held, a.result), a.result};
      if (a.index == 4) {  // __getattr__ is asked where it has none
        BlockId unset = newBlock(), set = newBlock(), done = newBlock();
        ValueId out = param(done, g.repr(a.result));
        condBr(testAtom(v, held, Atom{Ctor::Unset, 0, {}, {}}), unset, set, 2);
        start(unset);
        std::vector<Value> operands{object, {str(name), t.str}};
        const Value answer = callTarget(a.call, operands, nullptr, a.result);
        if (!dead()) br(done, {coerce(answer.id, answer.type, a.result)});
        start(set);
        const Type value = t.without(held, Ctor::Unset);
        br(done, {coerce(coerce(v, held, value), value, a.result)});
        start(done);
        return {out, a.result};
      }
      if (a.index == 1) {
        BlockId unset = newBlock(), set = newBlock(), done = newBlock();
        ValueId out = param(done, g.repr(a.result));
        condBr(testAtom(v, held, Atom{Ctor::Unset, 0, {}, {}}), unset, set, 2);
        start(unset);
        for (ClassId c : g.p.classes[a.cls].mro) {
          Type attr = g.classAttributeType(c, a.name);
          if (attr == t.bottom) continue;
          ValueId x = unitValue();
          if (!g.isUnit(attr)) {
            mir::GlobalId gl = g.classAttribute(c, a.name);
            x = emitValue(Op::GlobalLoad, g.repr(attr));
            f().block(block_).instrs.back().global = gl;
          }
          if (t.isOnly(attr, Ctor::Func)) {  // a method
            const Atom fn = t.atoms(attr)[0];
            Type bound = t.one({Ctor::Method, fn.id, fn.node, {object.type}});
            bool closure = g.needsObject(hir::CodeId(fn.id));
            ValueId m = f().newValue(g.repr(bound));
            mir::Instr& make = emit(Op::TupleMake);
            make.result = m;
            make.operands = {object.id};
            if (closure) make.operands.push_back(x);
            br(done, {coerce(m, bound, a.result)});
            break;
          }
          br(done, {coerce(x, attr, a.result)});
          break;
        }
        start(set);
        Type value = t.without(held, Ctor::Unset);
        br(done, {coerce(coerce(v, held, value), value, a.result)});
        start(done);
        return {out, a.result};
      }
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
      if (t.has(attr, Ctor::Unset)) {
        Type set;
        v = checkSet(v, attr, &set, "AttributeError", "type object '" + g.p.classes[a.cls].name + "' has no attribute '" + name + "'");
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
      std::string module = g.p.hir->modules->modules[g.p.hir->globals[a.global].module].name;
      ValueId x = checkSet(v, held, &set, "AttributeError", "module '" + module + "' has no attribute '" + name + "'");
      return {x, set};
    }
    case ActionKind::Bind: {
      // The object, with the closure where the function has one.
      const std::vector<Atom> methods = t.atoms(a.result);
      const Atom method = methods[0];
      if (a.index == 5) {  // the plain value that the object holds
        Type held = t.field(a.node, a.name.index);
        ValueId v = emitValue(Op::FieldLoad, g.repr(held), {object.id});
        mir::Instr& load = f().block(block_).instrs.back();
        load.layout = g.classLayout(a.cls, a.node);
        load.imm = g.fieldIndex(load.layout, name);
        object = {coerce(v, held, t.without(held, Ctor::Unset)), t.without(held, Ctor::Unset)};
      }
      if (t.isOnly(object.type, Ctor::Super)) {
        const Atom super = t.atoms(object.type)[0];
        ValueId self = emitValue(Op::TupleGet, g.repr(super.items[0]), {object.id});
        object = {self, super.items[0]};
      }
      object = {coerce(object.id, object.type, method.items[0]), method.items[0]};
      const bool held = a.cls.valid() && a.index != 5;
      auto bind = [&](const Atom& m, const Value* of_class) -> Value {
        const Type type = t.one(m), function = t.one({Ctor::Func, m.id, m.node, {}});
        std::vector<ValueId> operands{object.id};
        if (g.needsObject(hir::CodeId(m.id))) {
          if (of_class) operands.push_back(coerce(of_class->id, of_class->type, function));
          else operands.push_back((held ? heldFunction(a.cls, a.name, Name(), function) : functionObject(t.atoms(function)[0], nullptr)).id);
        }
        ValueId v = f().newValue(g.repr(type));
        mir::Instr& i = emit(Op::TupleMake);
        i.result = v;
        i.operands = operands;
        return {v, type};
      };
      if (methods.size() == 1) return bind(method, nullptr);
      // A class body that defines it in several ways: the class knows which one it has.
      KRAIT_CHECK(held);
      Type functions = t.bottom;
      for (const Atom& m : methods) functions = t.join(functions, t.one({Ctor::Func, m.id, m.node, {}}));
      const Value of_class = heldFunction(a.cls, a.name, Name(), functions);
      BlockId done = newBlock();
      ValueId out = param(done, g.repr(a.result));
      for (size_t k = 0; k < methods.size(); ++k) {
        BlockId next;
        if (k + 1 < methods.size()) {
          BlockId yes = newBlock();
          next = newBlock();
          condBr(testAtom(of_class.id, of_class.type, {Ctor::Func, methods[k].id, methods[k].node, {}}), yes, next);
          start(yes);
        }
        const Value bound = bind(methods[k], &of_class);
        br(done, {coerce(bound.id, bound.type, a.result)});
        if (next.valid()) start(next);
      }
      start(done);
      return {out, a.result};
    }
    case ActionKind::Special: {
      const Atom x = t.atoms(object.type)[0];
      if (name == "__name__" || name == "__qualname__" || name == "__module__" || name == "__doc__") {
        std::string text;
        if (x.ctor == Ctor::Class) {
          const auto& c = g.p.classes[ClassId(x.id)];
          text = name == "__name__" ? c.name : name == "__qualname__" ? c.qualname : c.module;
          if (c.core && text == "vtuple") text = "tuple";
          if (c.core && text.starts_with('_')) text.erase(0, 1);  // private classes keep CPython's names
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
      if (a.index == 3 && !g.isUnit(a.result)) return functionObject(t.atoms(a.result)[0], nullptr);
      return {unitValue(), a.result};
    default: {
      if (a.index == 6 || a.index == 7) {
        Type attr = t.canonical(g.classAttributeType(a.cls, a.name));
        const ArgSource& first = a.call.args[0];
        Type wanted = first.kind == infer::ArgSource::Operand ? g.p.instance(a.call.instance).formals[0] : attr;
        std::vector<Value> three{heldFunction(a.cls, a.name, Name(), wanted)};
        three.push_back(a.index == 6 ? object : Value{unitValue(), t.none});
        three.push_back({unitValue(), g.p.instance(a.call.instance).formals[2]});
        return perform(a, three);
      }
      std::vector<Value> operands{object};
      if (a.index == 2) operands.push_back({str(name), t.str});
      return perform(a, operands);
    }
  }
}

// hasattr where the type does not say: a field or module variable that may be unset, a property, __getattr__.
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
    return {emitValue(Op::BoolNot, g.m.types.bool_, {unset}), t.boolean};
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
  std::vector<Value> operands{object};
  if (a.index == 2) operands.push_back({str(g.p.names->text(name)), t.str});
  else operands.push_back({unitValue(), a.result});  // a getter is a plain function
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
      if (a.index == 6) {
        std::vector<Value> three{heldFunction(a.cls, a.name, Name(), g.p.instance(a.call.instance).formals[0]), object, value};
        perform(a, three);
        return;
      }
      std::vector<Value> operands{object, value};
      if (a.index == 2) operands.push_back({str(name), t.str});
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
  if (a.index == 6) operands.insert(operands.begin(), heldFunction(a.cls, a.name, Name(), g.p.instance(a.call.instance).formals[0]));
  if (a.index == 2) operands.push_back({str(name), t.str});
  perform(a, operands);
}

}  // namespace krait::mirgen
