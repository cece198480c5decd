// Types of the intrinsics that lib/core is written on. docs/lib_core.md lists them.
#include <algorithm>

#include "infer/engine.h"
#include "infer/runtime_words.h"

namespace krait::infer {

TypeId Engine::intrinsic(const hir::Instr& i) {
  bool unknown_operand = false;
  for (hir::Reg r : i.operands) unknown_operand |= t_.isUnknown(reg(r));
  TypeId result = intrinsicResult(i);
  static const char* const kEnds[] = {"stop", "type_error", "refuse", "unreachable"};
  if (!unknown_operand || result != t_.bottom ||
      std::any_of(std::begin(kEnds), std::end(kEnds), [&](const char* e) { return names_.text(i.name) == e; }))
    return result;
  cur_->dead = false;
  return unknown();
}

TypeId Engine::intrinsicResult(const hir::Instr& i) {
  std::string_view name = names_.text(i.name);
  auto arg = [&](size_t k) { return reg(i.operands[k]); };
  for (hir::Reg r : i.operands) {
    if (reg(r) == t_.bottom) {
      cur_->dead = true;
      return t_.bottom;
    }
  }
  if (name == "match_sequence") return matchSequences(i);
  if (name.starts_with("gen_")) return generatorIntrinsic(name, i);
  if (name.starts_with("dict_")) return dictIntrinsic(name, i);
  if (name.starts_with("copy_") || name == "weak_able") return copyIntrinsic(name, i);
  auto bufferNode = [&](TypeId t) -> NodeId {
    for (const Atom& a : t_.atoms(t))
      if (a.ctor == Ctor::Buffer) return a.node;
    return NodeId();
  };
  auto freshBuffer = [&](TypeId item) {
    NodeId& n = cur_->inst->made[site()];
    if (!n.valid()) n = t_.newNode();
    if (item != t_.bottom) t_.grow(n, kFieldT, item);
    return t_.one({Ctor::Buffer, 0, n, {}});
  };
  // --- buffers ---
  if (name == "buf_new" || name == "buf_null") return freshBuffer(t_.bottom);
  if (name == "buf_new_i64") return freshBuffer(t_.i64);
  if (name == "buf_new_i32") return freshBuffer(t_.one({Ctor::I64, 32, {}, {}}));
  if (name == "buf_new_i8") return freshBuffer(t_.one({Ctor::I64, 8, {}, {}}));
  if (name == "buf_resize" || name == "buf_resize_zero") return arg(0);
  if (name == "buf_free" || name == "buf_zero" || name == "buf_fill_i8" || name == "buf_fill_i32") return t_.none;
  if (name == "buf_is_null") return t_.boolean;
  if (name == "buf_get" || name == "buf_take") {
    NodeId n = bufferNode(arg(0));
    if (!n.valid()) { cur_->dead = true; return t_.bottom; }
    TypeId item = readField(n, kFieldT);
    return t_.isOnly(item, Ctor::I64) ? t_.i64 : item;
  }
  if (name == "buf_init" || name == "buf_set") {
    NodeId n = bufferNode(arg(0));
    if (!n.valid()) { cur_->dead = true; return t_.bottom; }
    TypeId old = t_.field(n, kFieldT);
    // Narrow machine integers keep the width they were made with.
    if (!(t_.isOnly(old, Ctor::I64) && (t_.isOnly(arg(2), Ctor::I64) || t_.isOnly(arg(2), Ctor::Int))))
      t_.grow(n, kFieldT, arg(2));
    return t_.none;
  }
  if (name == "buf_get_item") {
    NodeId n = bufferNode(arg(0));
    if (!n.valid()) { cur_->dead = true; return t_.bottom; }
    const hir::Instr* d = definition(i.operands[2]);
    size_t k = d ? static_cast<size_t>(std::stoll(std::string(d->text))) : 0;
    for (const Atom& a : t_.atoms(readField(n, kFieldT)))
      if (a.ctor == Ctor::Tuple && k < a.items.size()) return unfold(a.items[k]);
    return t_.bottom;
  }
  if (name == "buf_set_item") {
    NodeId n = bufferNode(arg(0));
    if (!n.valid()) { cur_->dead = true; return t_.bottom; }
    const hir::Instr* d = definition(i.operands[2]);
    size_t k = d ? static_cast<size_t>(std::stoll(std::string(d->text))) : 0;
    for (Atom a : std::vector<Atom>(t_.atoms(readField(n, kFieldT)))) {
      if (a.ctor != Ctor::Tuple || k >= a.items.size()) continue;
      a.items[k] = t_.join(a.items[k], arg(3));
      t_.grow(n, kFieldT, t_.one(a));
    }
    return t_.none;
  }
  if (name == "buf_move") {  // within buffers of one type: items move, nothing is counted
    NodeId d = bufferNode(arg(0)), s = bufferNode(arg(2));
    if (d.valid() && s.valid()) t_.unify(d, s);
    return t_.none;
  }
  if (name == "buf_copy") {  // items are copied, and converted where the types differ
    NodeId d = bufferNode(arg(0)), s = bufferNode(arg(2));
    if (d.valid() && s.valid() && t_.find(d) != t_.find(s)) t_.grow(d, kFieldT, readField(s, kFieldT));
    return t_.none;
  }
  // --- numbers ---
  if ((name == "i64" || name == "index" || name == "is_small" || name == "to_int" || name == "small_int" || name == "bool_int") &&
      !isNumber(arg(0), false))
    return t_.bottom;
  if (name == "i64" || name == "bool_i64" || name == "f64_bits" || name == "f64_trunc" || name == "tuple_len" ||
      name == "ctz" || name == "clz" || name == "address" || name == "i64_udiv" || name == "i64_urem" || name == "i64_shr")
    return t_.i64;
  if (name == "index") {
    raises("IndexError");
    raises("OverflowError");
    return t_.i64;
  }
  if (name == "to_int" || name == "small_int" || name == "bool_int") return t_.integer;
  if (name == "f64" || name == "sqrt" || name == "fabs" || name == "f64_from_bits" || name == "floor") {
    if (name == "f64") raises("OverflowError");
    return t_.floating;
  }
  if (name == "is_small" || name == "same" || name == "is_unique" || name == "truth" || name == "i64_ult" ||
      name == "is_stop" || name == "never_none" || name == "same_function")
    return t_.boolean;
  if (name == "not_implemented") return t_.not_implemented;
  if (name == "cold") return t_.none;  // the function is never inlined
  if (name == "keep") return t_.none;  // a use that keeps its operand alive up to here
  // Does the class of the value define the method, or say that there is none (`__iter__ = None`)? Decide branches.
  if (bool blocks = name == "blocks_method"; blocks || name == "has_method") {
    const hir::Instr* d = definition(i.operands[1]);
    bool all = true, none = true;
    for (const Atom& a : std::vector<Atom>(t_.atoms(arg(0))))
      if (bool defines = d && (blocks ? blocksMethod(a, d->text) : definesMethod(a, d->text)); !defines && open(a)) all = none = false;
      else (defines ? none : all) = false;
    if (recording_) rec().decided = all ? 1 : none ? 0 : -1;
    return t_.boolean;
  }
  if (name == "writes_text") {  // does a text literal of the program contain the text? Decides branches.
    if (recording_) rec().decided = writesText(i);
    return t_.boolean;
  }
  if (name == "has_metaclass") {  // is the class of the class one of the program? Decides branches.
    const std::vector<Atom>& classes = t_.atoms(arg(0));
    const bool all = std::all_of(classes.begin(), classes.end(), [&](const Atom& a) { return hasMetaclass(a); });
    const bool none = std::none_of(classes.begin(), classes.end(), [&](const Atom& a) { return hasMetaclass(a); });
    if (recording_) rec().decided = all ? 1 : none ? 0 : -1;
    return t_.boolean;
  }
  if (name == "unchecked") {  // a container of data from outside
    for (const Atom& a : std::vector<Atom>(t_.atoms(arg(0))))
      if (a.node.valid()) t_.grow(a.node, kFieldUnchecked, t_.none);
    return t_.canonical(arg(0));
  }
  if (name == "is_machine") {  // a machine integer (i64), not a Python value? Decides branches.
    bool machine = t_.has(arg(0), Ctor::I64);
    if (recording_) rec().decided = machine;
    return t_.boolean;
  }
  if (name == "is_bound") {  // a method with its object, not a function? Decides branches.
    const bool all = t_.isOnly(arg(0), Ctor::Method), none = !t_.has(arg(0), Ctor::Method);
    if (recording_) rec().decided = all ? 1 : none ? 0 : -1;
    return t_.boolean;
  }
  // --- tuples ---
  if (name == "tuple_get") {
    TypeId t = t_.bottom;
    for (const Atom& a : t_.atoms(arg(0)))
      if (a.ctor == Ctor::Tuple)
        for (TypeId x : a.items) t = t_.join(t, unfold(x));
    return t;
  }
  if (name == "tuple_apply" || name == "tuple_apply2") {
    // f(t[i], x...) or f(a[i], b[i]): one call record for each item, so that items of unlike types do not meet.
    const hir::Instr* d = definition(i.operands[0]);
    const std::string function = d ? std::string(d->text) : "";
    const bool two = name == "tuple_apply2";
    TypeId result = t_.bottom;
    for (const Atom& a : t_.atoms(arg(1))) {
      if (a.ctor != Ctor::Tuple) continue;
      for (const Atom& b : two ? t_.atoms(arg(2)) : std::vector<Atom>{a}) {
        if (b.ctor != Ctor::Tuple) continue;
        for (size_t k = 0; k < std::min(a.items.size(), b.items.size()); ++k) {
          std::vector<TypeId> args{unfold(a.items[k])};
          if (two) args.push_back(unfold(b.items[k]));
          for (size_t x = 3 + two; x < i.operands.size(); ++x) args.push_back(arg(x));
          Action act;
          act.result = callCore(function.c_str(), args, Instance::mix(at(at(0, a), b), k), &act);
          result = t_.join(result, act.result);
          addCase(t_.one(a), t_.one(b), act);
        }
      }
    }
    cur_->dead = result == t_.bottom;
    return result;
  }
  // --- types ---
  if (name == "type_of") {
    TypeId t = t_.bottom;
    for (const Atom& a : t_.atoms(arg(0))) {
      ClassId c = p_.shownClass(a);
      if (a.ctor == Ctor::Unknown) return t_.unknown;
      if (c.valid()) t = t_.join(t, t_.one({Ctor::Class, c.index, {}, {}}));
    }
    return t;
  }
  if (name == "type_name" || name == "type_module" || name == "class_name" || name == "class_module" || name == "function_name")
    return t_.str;
  if (name.starts_with("attr_")) return dynamicAttribute(name, i);
  if (name == "vars_into") return varsInto(i);
  if (name == "named_tuple") {  // a tuple of the class
    TypeId cls = arg(0);
    std::vector<TypeId> items;
    for (size_t k = 1; k < i.operands.size(); ++k) items.push_back(arg(k));
    TypeId plain = buildTuple(items, site());
    TypeId t = t_.bottom;
    for (const Atom& c : t_.atoms(cls))
      for (Atom a : std::vector<Atom>(t_.atoms(plain))) {
        if (c.ctor != Ctor::Class || a.ctor != Ctor::Tuple) continue;
        a.id = namedTupleId(ClassId(c.id), a.items.size());
        t = t_.join(t, t_.one(a));
      }
    return t;
  }
  if (name == "this_class") {  // of the class body that this is, or is in
    hir::CodeId c = cur_->code->id;
    while (c.valid() && hir_.codes[c].kind != hir::CodeKind::Class) c = hir_.codes[c].parent;
    return t_.one({Ctor::Class, p_.class_of_code.at(c.index).index, {}, {}});
  }
  if (name == "distributions") return t_.str;
  if (name == "direct_subclasses") {  // a tuple of the program's classes that derive from it, as far as they are known
    if (!recording_ && std::find(class_watchers_.begin(), class_watchers_.end(), cur_->inst->id) == class_watchers_.end())
      class_watchers_.push_back(cur_->inst->id);
    std::vector<TypeId> items;
    for (const Atom& a : std::vector<Atom>(t_.atoms(arg(0)))) {
      if (a.ctor == Ctor::Unknown) return unknown();
      if (a.ctor != Ctor::Class) {
        complain(DiagCode::UnknownAttribute, "'" + p_.typeName(a) + "' object has no attribute '__subclasses__'", t_.one(a));
        continue;
      }
      for (const ClassInfo& c : p_.classes)
        if (!c.core && std::find(c.bases.begin(), c.bases.end(), ClassId(a.id)) != c.bases.end())
          items.push_back(t_.one({Ctor::Class, c.id.index, {}, {}}));
    }
    return t_.tuple(items);
  }
  if (name == "super_of") {  // super(cls, cls)
    TypeId t = t_.bottom;
    for (const Atom& a : t_.atoms(arg(0)))
      if (a.ctor == Ctor::Class) t = t_.join(t, t_.one({Ctor::Super, a.id, {}, {arg(0)}}));
    return t;
  }
  if (name == "new" || name == "new_bare") {  // an object of the class, whose __init__ runs next or perhaps never
    TypeId t = t_.bottom;
    for (const Atom& a : t_.atoms(arg(0))) {
      if (a.ctor != Ctor::Class) continue;
      ClassInfo& c = p_.classes[ClassId(a.id)];
      NodeId node = c.instance;
      if (c.generic) {
        NodeId& made = cur_->inst->made[site(a.id + 1)];
        if (!made.valid()) made = t_.newNode();
        node = made;
      }
      if (c.exception && !c.instantiated)
        for (InstanceId watcher : exception_watchers_) markDirty(watcher);
      c.instantiated = true;
      if (name == "new_bare") beginsBare(ClassId(a.id), node);
      t = t_.join(t, t_.object(ClassId(a.id), node));
    }
    return t;
  }
  // --- exceptions ---
  if (name == "stop") {
    raises("StopIteration");
    cur_->dead = true;
    return t_.bottom;
  }
  if (name == "type_error") {
    // A wrong type of argument: a compile error where the types prove it, else CPython's exception. The value that is wrong may
    // follow: if that can only be None, the call is one that fails for None.
    const hir::Instr* d = definition(i.operands[0]);
    std::string text = kUnfit;
    if (d && d->op == hir::Op::Const) text = d->text;
    std::string& found = i.operands.size() > 1 && t_.isOnly(arg(1), Ctor::None) ? cur_->inst->none_error : cur_->inst->type_error;
    if (found.empty()) found = text;
    raises("TypeError");
    cur_->dead = true;
    return t_.bottom;
  }
  if (name == "refuse") {
    // What the caller asks for is not compiled yet: a compile error at the program's call.
    const hir::Instr* d = definition(i.operands[0]);
    refuse(d && d->op == hir::Op::Const ? std::string(d->text) : "this call");
    cur_->dead = true;
    return t_.bottom;
  }
  if (name == "exc_set_args") {
    for (const Atom& a : t_.atoms(arg(1))) {
      for (TypeId x : a.items) t_.grow(exception_args_, kFieldT, x);
      if (a.ctor == Ctor::Obj)
        for (auto& [field, type] : Fields(t_.node(a.node).fields))
          for (const Atom& b : t_.atoms(type))
            if (b.ctor == Ctor::Buffer) t_.grow(exception_args_, kFieldT, readField(b.node, kFieldT));
    }
    return t_.none;
  }
  if (name == "exc_arg") return t_.join(readField(exception_args_, kFieldT), t_.str);
  if (name == "exc_nargs") return t_.i64;
  if (name == "exc_cause" || name == "exc_context" || name == "exc_handled" || name == "current_exception") {
    // Any exception the program makes.
    TypeId t = name == "current_exception" ? t_.bottom : t_.none;
    if (!recording_ && std::find(exception_watchers_.begin(), exception_watchers_.end(), cur_->inst->id) == exception_watchers_.end())
      exception_watchers_.push_back(cur_->inst->id);
    for (ClassInfo& c : p_.classes)
      if (c.exception && (c.instantiated || c.core)) t = t_.join(t, t_.object(c.id, c.instance));
    if (name == "current_exception") raises("RuntimeError");
    return t;
  }
  // --- weak references ---
  if (name == "weak_kind") {  // stands for the type of what is referred to; nothing at run time
    TypeId held = t_.filter(arg(0), [](const Atom& a) { return a.ctor == Ctor::Obj || a.ctor == Ctor::Generator; });
    return freshBuffer(held);
  }
  if (name == "weak_show") {  // (opt, kind): the object, of the type that the kind stands for, or None
    NodeId n = bufferNode(arg(1));
    return n.valid() ? t_.join(readField(n, kFieldT), t_.none) : t_.none;
  }
  if (name == "opt_bytes") return t_.join(t_.bytes, t_.none);
  if (name == "exc_suppress") return t_.boolean;
  if (name == "exc_set_cause" || name == "exc_add_note" || name == "write_barrier") return t_.none;
  if (name == "unreachable") {
    cur_->dead = true;
    return t_.bottom;
  }
  std::string message = "lib/core uses the unknown intrinsic _k." + std::string(name);
  internalError(__FILE__, __LINE__, message.c_str());
}

// Nothing but numbers may get to what the machine counts with. A library function that lets others through is refused.
bool Engine::isNumber(TypeId type, bool floats) {
  for (const Atom& a : t_.atoms(type)) {
    if (a.ctor == Ctor::Int || a.ctor == Ctor::Bool || a.ctor == Ctor::I64 || a.ctor == Ctor::Unknown || (floats && a.ctor == Ctor::Float)) continue;
    refuse("this call with an argument of type '" + p_.typeName(a) + "'");
    cur_->dead = true;
    return false;
  }
  return true;
}

TypeId Engine::runtimeCall(const hir::Instr& i) {
  std::string_view name = names_.text(i.name);
  for (hir::Reg r : i.operands) {
    if (reg(r) == t_.bottom) {
      cur_->dead = true;
      return t_.bottom;
    }
  }
  const RuntimeWords* w = findRuntimeWords(name);
  if (!w) {
    std::string message = "lib/core calls the unknown runtime function _rt." + std::string(name);
    internalError(__FILE__, __LINE__, message.c_str());
  }
  // The runtime trusts its callers: what is no text must not get to a function of texts.
  for (size_t k = 0; k < i.operands.size() && k < w->params.size(); ++k) {
    const std::string& word = w->params[k];
    const bool whole = word == "i64" || word == "integer" || word == "boolean";
    if ((whole || word == "f64") && !isNumber(reg(i.operands[k]), !whole)) return t_.bottom;
    const bool text = word == "str";
    if (!text && word != "bytes") continue;
    for (const Atom& a : t_.atoms(reg(i.operands[k]))) {
      if (a.ctor == (text ? Ctor::Str : Ctor::Bytes) || a.ctor == Ctor::Opaque || a.ctor == Ctor::Unknown) continue;
      refuse("this call with an argument of type '" + p_.typeName(a) + "'");
      cur_->dead = true;
      return t_.bottom;
    }
  }
  if (name == "check_interrupt")
    raises("KeyboardInterrupt");
  else if (w->raises)
    for (const char* e : {"ValueError", "OverflowError", "ZeroDivisionError", "TypeError", "IndexError", "MemoryError"})
      raises(e);
  const std::string& r = w->result;
  auto opaque = [&](uint32_t id) { return t_.one({Ctor::Opaque, id, {}, {}}); };
  if (r == "i64") return t_.i64;
  if (r == "f64") return t_.floating;
  if (r == "boolean") return t_.boolean;
  if (r == "integer") return t_.integer;
  if (r == "str") return t_.str;
  if (r == "bytes") return t_.bytes;
  if (r == "optstr") return t_.join(t_.str, t_.none);
  if (r == "void") return t_.none;
  if (r == "opt") return opaque(kOpaqueOpt);
  if (r == "ptr") return opaque(kOpaquePtr);
  if (r == "file") return opaque(kOpaqueFile);
  if (r == "exc") return opaque(kOpaqueExc);
  return opaque(kOpaqueObject);
}

}  // namespace krait::infer
