// Calls: binding arguments, constructing objects, finding methods, making classes.
#include <algorithm>

#include "infer/engine.h"

namespace krait::infer {

using hir::ArgKind;
using hir::Code;
using hir::CodeId;
using hir::ParamKind;

TypeId Engine::call(TypeId callee, const Args& args, uint64_t sub, std::vector<Case>* cases) {
  TypeId result = t_.bottom;
  for (const Args::One& a : args.list) {
    if (t_.canonical(a.type) == t_.bottom) {
      cur_->dead = true;
      return t_.bottom;
    }
  }
  std::vector<Atom> atoms = t_.atoms(callee);
  const uint64_t place = sub;
  for (const Atom& a : atoms) {
    sub = at(place, a);
    TypeId one = t_.one(a);
    Action act;
    switch (a.ctor) {
      case Ctor::Func: act.result = callFunction(a, nullptr, args, sub, &act); break;
      case Ctor::Method: {
        Atom f{Ctor::Func, a.id, a.node, {}};
        act.result = callFunction(f, &a.items[0], args, sub, &act);
        break;
      }
      case Ctor::Class: act.result = construct(ClassId(a.id), args, sub, &act); break;
      default: {
        Atom f;
        if (a.ctor == Ctor::Obj && methodOf(a, "__call__", &f)) {
          act.result = callFunction(f, &one, args, sub, &act);
        } else {
          act = fail("TypeError", "'" + p_.typeName(a) + "' object is not callable");
          complain(DiagCode::BadCall, act.message, one);
        }
      }
    }
    result = t_.join(result, act.result);
    if (cases) cases->push_back({{one, t_.bottom}, act});
  }
  return result;
}

TypeId Engine::callFunction(const Atom& f, const TypeId* self, const Args& args, uint64_t sub,
                            Action* action) {
  const Code& code = hir_.codes[CodeId(f.id)];
  if (code.core && code.parent.valid()) {
    TypeId result;
    if (special(code, self, args, result, action)) return result;
  }
  if (code.core && code.name == "open" && !self) {
    // The class of the file follows from a literal mode.
    const hir::Instr* mode = nullptr;
    bool given = false;
    for (size_t k = 0; k < args.list.size(); ++k) {
      const Args::One& a = args.list[k];
      if (!((a.kind == ArgKind::Positional && k == 1) || (a.kind == ArgKind::Keyword && names_.text(a.keyword) == "mode"))) continue;
      given = true;
      if (instr().op == hir::Op::Call && a.source.index > 0) mode = definition(instr().args[a.source.index - 1].value);
    }
    bool literal = mode && mode->op == hir::Op::Const && static_cast<ast::ConstantKind>(mode->sub) == ast::ConstantKind::Str;
    if (!given || literal) {
      bool binary = literal && mode->text.find('b') != mode->text.npos;
      auto it = hir_.core_globals.find(names_.intern(binary ? "_open_binary" : "_open_text"));
      if (it != hir_.core_globals.end()) {
        TypeId g = readField(p_.globals[it->second.index], kFieldT);
        if (t_.isOnly(g, Ctor::Func)) return callFunction(t_.atoms(g)[0], nullptr, args, sub, action);
      }
    }
  }
  std::vector<TypeId> params;
  std::vector<ArgSource> sources;
  std::string error;
  if (!bind(code, f, self, args, params, sources, error)) {
    *action = fail("TypeError", error);
    complain(DiagCode::BadCall, error, t_.bottom);
    return t_.bottom;
  }
  if (code.generator) {
    action->call.args = std::move(sources);
    return makeGenerator(f, params, sub, action);
  }
  action->kind = ActionKind::Call;
  action->call.args = std::move(sources);
  TypeId result = callInstance(f, std::move(params), site(sub), &action->call);
  action->result = result;
  if (!action->call.valid()) return result;
  const std::string& type_error = p_.instance(action->call.instance).type_error;
  if (code.core && !type_error.empty()) {
    if (cur_->code->core) {
      if (cur_->inst->type_error.empty()) cur_->inst->type_error = type_error;
    } else {
      complain(DiagCode::InvalidOperation, type_error, t_.bottom);
    }
  }
  return result;
}

// Binds arguments to parameters as CPython does, with its messages.
bool Engine::bind(const Code& code, const Atom& f, const TypeId* self, const Args& args,
                  std::vector<TypeId>& params, std::vector<ArgSource>& sources, std::string& error) {
  const auto& ps = code.params;
  std::string name = code.qualname + "()";
  struct Positional {
    TypeId type;
    ArgSource source;
  };
  std::vector<Positional> positional;
  if (self) positional.push_back({*self, {ArgSource::Operand, 0, 0, {}, {}, nullptr}});
  std::vector<const Args::One*> keywords;
  for (const Args::One& a : args.list) {
    switch (a.kind) {
      case ArgKind::Positional: positional.push_back({a.type, a.source}); break;
      case ArgKind::Star: {
        auto& atoms = t_.atoms(a.type);
        if (atoms.size() == 1 && atoms[0].ctor == Ctor::Tuple) {
          Atom tuple = atoms[0];
          for (size_t k = 0; k < tuple.items.size(); ++k)
            positional.push_back({tuple.items[k], {ArgSource::Item, a.source.index, static_cast<uint32_t>(k), {}, {}, nullptr}});
        } else {
          // A sequence of unknown length: only *args can take it.
          positional.push_back({a.type, {ArgSource::Spread, a.source.index, 0, {}, {}, nullptr}});
        }
        break;
      }
      case ArgKind::Keyword: keywords.push_back(&a); break;
      case ArgKind::DoubleStar:
        if (recording_)
          diags_.report(DiagCode::Unsupported, {hir_.modules->modules[cur_->code->module].file, instr().place.range},
                        "a call with '**' is not compiled yet").hint = "pass the keywords one by one";
        error = "** argument";
        return false;
    }
  }
  params.assign(ps.size(), TypeId());
  sources.assign(ps.size(), {});
  size_t taken = 0, capacity = 0, required = 0, defaults = 0;
  std::vector<size_t> positional_params;
  for (size_t i = 0; i < ps.size(); ++i) {
    if (ps[i].kind == ParamKind::PositionalOnly || ps[i].kind == ParamKind::Normal) {
      positional_params.push_back(i);
      ++capacity;
      if (!ps[i].has_default) ++required;
    }
  }
  size_t given = positional.size();
  for (; taken < positional.size() && taken < capacity; ++taken) {
    if (positional[taken].source.kind == ArgSource::Spread) {
      error = "a starred argument of unknown length for named parameters";
      if (recording_)
        diags_.report(DiagCode::Unsupported, {hir_.modules->modules[cur_->code->module].file, instr().place.range},
                      "spreading a sequence of unknown length over named parameters is not compiled yet")
            .hint = "unpack it into variables first";
      return false;
    }
    params[positional_params[taken]] = positional[taken].type;
    sources[positional_params[taken]] = positional[taken].source;
  }
  size_t vararg = ps.size(), kwarg = ps.size();
  for (size_t i = 0; i < ps.size(); ++i) {
    if (ps[i].kind == ParamKind::VarArgs) vararg = i;
    if (ps[i].kind == ParamKind::KwArgs) kwarg = i;
  }
  if (vararg < ps.size()) {
    ArgSource pack{ArgSource::Pack, 0, 0, {}, {}, nullptr};
    std::vector<TypeId> items;
    bool spread = false;
    for (size_t k = taken; k < positional.size(); ++k) {
      pack.items.push_back(positional[k].source);
      items.push_back(positional[k].type);
      spread |= positional[k].source.kind == ArgSource::Spread;
    }
    if (spread) {
      if (items.size() != 1) {
        error = "a starred argument of unknown length beside others";
        if (recording_)
          diags_.report(DiagCode::Unsupported, {hir_.modules->modules[cur_->code->module].file, instr().place.range},
                        "a starred argument of unknown length beside others is not compiled yet")
              .hint = "build one list of all arguments first";
        return false;
      }
      params[vararg] = items[0];
      sources[vararg] = {ArgSource::Operand, positional[taken].source.index, 0, {}, {}, nullptr};
    } else {
      params[vararg] = t_.tuple(items);
      sources[vararg] = pack;
    }
    taken = positional.size();
  }
  ArgSource dict{ArgSource::Dict, 0, 0, {}, {}, nullptr};
  TypeId dict_values = t_.bottom;
  for (const Args::One* k : keywords) {
    size_t at = ps.size();
    for (size_t i = 0; i < ps.size(); ++i)
      if (ps[i].name == k->keyword && (ps[i].kind == ParamKind::Normal || ps[i].kind == ParamKind::KeywordOnly)) at = i;
    std::string text(names_.text(k->keyword));
    if (at == ps.size()) {
      if (kwarg < ps.size()) {
        dict.items.push_back(k->source);
        dict.keys.push_back(k->keyword);
        dict_values = t_.join(dict_values, k->type);
        continue;
      }
      for (auto& p : ps)
        if (p.name == k->keyword && p.kind == ParamKind::PositionalOnly) {
          error = name + " got some positional-only arguments passed as keyword arguments: '" + text + "'";
          return false;
        }
      error = name + " got an unexpected keyword argument '" + text + "'";
      return false;
    }
    if (params[at].valid()) {
      error = name + " got multiple values for argument '" + text + "'";
      return false;
    }
    params[at] = k->type;
    sources[at] = k->source;
  }
  // Builtins of no or one argument have messages of their own in CPython.
  const size_t bound_self = self ? 1 : 0;
  if (code.core && !code.name.starts_with("__") && vararg == ps.size() && ps.size() == capacity && required == capacity &&
      capacity <= bound_self + 1 && given != capacity && keywords.empty()) {
    error = name + (capacity == bound_self ? " takes no arguments (" : " takes exactly one argument (") +
            std::to_string(given - bound_self) + " given)";
    return false;
  }
  if (taken < positional.size()) {
    for (size_t i = 0; i < ps.size(); ++i) defaults += positional_params.size() && ps[i].has_default && i < capacity;
    std::string takes = defaults ? "from " + std::to_string(required) + " to " + std::to_string(capacity)
                                 : std::to_string(capacity);
    error = name + " takes " + takes + " positional argument" + (capacity == 1 && !defaults ? "" : "s") + " but " +
            std::to_string(given) + (given == 1 ? " was" : " were") + " given";
    return false;
  }
  // Defaults, by position among the parameters that have one.
  uint32_t index = 0;
  std::vector<std::string> missing, missing_kw;
  auto fill = [&](size_t i) {
    if (ps[i].has_default) {
      uint32_t d = index++;
      if (!params[i].valid()) {
        params[i] = readField(f.node, kFieldDefault + d);
        sources[i] = {ArgSource::Default, d, 0, {}, {}, nullptr};
      }
    } else if (!params[i].valid()) {
      (ps[i].kind == ParamKind::KeywordOnly ? missing_kw : missing).push_back("'" + std::string(names_.text(ps[i].name)) + "'");
    }
  };
  for (size_t i = 0; i < ps.size(); ++i)
    if (ps[i].kind == ParamKind::PositionalOnly || ps[i].kind == ParamKind::Normal) fill(i);
  for (size_t i = 0; i < ps.size(); ++i)
    if (ps[i].kind == ParamKind::KeywordOnly) fill(i);
  auto listed = [](const std::vector<std::string>& v) {
    std::string out;
    for (size_t i = 0; i < v.size(); ++i) {
      if (i) out += i + 1 == v.size() ? (v.size() == 2 ? " and " : ", and ") : ", ";
      out += v[i];
    }
    return out;
  };
  for (auto* m : {&missing, &missing_kw}) {
    if (m->empty()) continue;
    error = name + " missing " + std::to_string(m->size()) + " required " +
            (m == &missing ? "positional" : "keyword-only") + " argument" + (m->size() == 1 ? "" : "s") + ": " + listed(*m);
    return false;
  }
  if (kwarg < ps.size()) {
    // dict's own __init__ gets None where there are no keywords, or it would need a dict to make a dict.
    if (code.core && dict.items.empty()) {
      params[kwarg] = t_.none;
      sources[kwarg] = {ArgSource::None, 0, 0, {}, {}, nullptr};
    } else {
      auto maker = std::make_shared<DictMaker>();
      TypeId d = construct(p_.coreClass("dict"), {}, 0x700, &maker->make);
      if (!dict.items.empty()) {
        std::vector<Case> set;
        callMethod(d, "__setitem__", {t_.str, dict_values}, 0x720, &set);
        if (!set.empty()) maker->set = set[0].action.call;
      }
      maker->values = dict_values;
      dict.dict = maker;
      params[kwarg] = d;
      sources[kwarg] = dict;
    }
  }
  return true;
}

TypeId Engine::construct(ClassId cls, const Args& args, uint64_t sub, Action* action) {
  ClassInfo& c = p_.classes[cls];
  ClassId owner;
  TypeId maker = classAttr(cls, names_.intern("__new__"), &owner);
  if (maker != t_.bottom && t_.isOnly(maker, Ctor::Func)) {
    Atom f = t_.atoms(maker)[0];
    TypeId self = t_.one({Ctor::Class, cls.index, {}, {}});
    return callFunction(f, &self, args, sub, action);
  }
  if (c.scalar != Ctor::Obj) {
    *action = fail("TypeError", "cannot create '" + c.name + "' instances");
    complain(DiagCode::BadCall, action->message, t_.bottom);
    return t_.bottom;
  }
  NodeId node = c.instance;
  if (c.generic) {
    NodeId& made = cur_->inst->made[site(sub + 1)];
    if (!made.valid()) made = t_.newNode();
    node = made;
  }
  c.instantiated = true;
  TypeId object = t_.object(cls, node);
  action->kind = ActionKind::Construct;
  action->cls = cls;
  action->node = node;
  Atom init;
  if (methodOf(t_.atoms(object)[0], "__init__", &init)) {
    Action inner;
    callFunction(init, &object, args, sub + 2, &inner);
    if (inner.kind == ActionKind::Fail) {
      *action = inner;
      return t_.bottom;
    }
    action->call = inner.call;
    if (inner.call.valid() && p_.instance(inner.call.instance).result == t_.bottom) {
      // Does not return, or not yet.
      action->result = t_.bottom;
      return t_.bottom;
    }
  } else if (!args.list.empty()) {
    *action = fail("TypeError", c.name + "() takes no arguments");
    complain(DiagCode::BadCall, action->message, t_.bottom);
    return t_.bottom;
  }
  action->result = t_.canonical(object);
  return action->result;
}

TypeId Engine::classAttr(ClassId c, Name name, ClassId* owner) {
  for (ClassId m : p_.classes[c].mro) {
    TypeId t = readField(p_.classes[m].attributes, name.index);
    if (t == t_.bottom) continue;
    if (owner) *owner = m;
    return t;
  }
  return t_.bottom;
}

bool Engine::methodOf(const Atom& a, const std::string& name, Atom* function, ClassId* owner) {
  ClassId c = p_.classOf(a);
  if (!c.valid()) return false;
  TypeId t = classAttr(c, names_.intern(name), owner);
  if (!t_.isOnly(t, Ctor::Func)) return false;
  *function = t_.atoms(t)[0];
  return true;
}

// Calls a special method of each atom; without one, fails with `failure`.
TypeId Engine::callMethod(TypeId self, const char* name, const std::vector<TypeId>& args, uint64_t sub,
                          std::vector<Case>* cases, const char* failure) {
  TypeId result = t_.bottom;
  Args bound;
  for (size_t k = 0; k < args.size(); ++k)
    bound.list.push_back({args[k], ArgKind::Positional, Name(),
                          {ArgSource::Operand, static_cast<uint32_t>(k + 1), 0, {}, {}, nullptr}});
  for (const Args::One& a : bound.list) {
    if (t_.canonical(a.type) == t_.bottom) {
      cur_->dead = true;
      return t_.bottom;
    }
  }
  const uint64_t place = sub;
  for (const Atom& a : std::vector<Atom>(t_.atoms(self))) {
    sub = at(place, a);
    TypeId one = t_.one(a);
    Action act;
    Atom f;
    if (methodOf(a, name, &f)) {
      act.result = callFunction(f, &one, bound, sub, &act);
    } else {
      std::string message = failure ? failure : "'" + p_.typeName(a) + "' object has no method '" + name + "'";
      act = fail("TypeError", message);
      complain(DiagCode::InvalidOperation, message, one);
    }
    result = t_.join(result, act.result);
    if (cases) cases->push_back({{one, t_.bottom}, act});
  }
  return result;
}

TypeId Engine::callCore(const char* function, const std::vector<TypeId>& args, uint64_t sub, Action* action) {
  Name name = names_.find(function);
  auto it = name.valid() ? hir_.core_globals.find(name) : hir_.core_globals.end();
  if (it == hir_.core_globals.end()) {
    std::string message = std::string("lib/core lacks ") + function;
    internalError(__FILE__, __LINE__, message.c_str());
  }
  TypeId f = readField(p_.globals[it->second.index], kFieldT);
  if (!t_.isOnly(f, Ctor::Func)) {
    cur_->dead = true;
    return t_.bottom;
  }
  Args bound;
  for (size_t k = 0; k < args.size(); ++k)
    bound.list.push_back({args[k], ArgKind::Positional, Name(),
                          {ArgSource::Operand, static_cast<uint32_t>(k), 0, {}, {}, nullptr}});
  for (TypeId a : args) {
    if (t_.canonical(a) == t_.bottom) {
      cur_->dead = true;
      return t_.bottom;
    }
  }
  return callFunction(t_.atoms(f)[0], nullptr, bound, sub, action);
}

// Functions of lib/core whose meaning depends on the caller or on types alone.
bool Engine::special(const Code& code, const TypeId* self, const Args& args, TypeId& result, Action* action) {
  if (self || hir_.codes[code.parent].kind != hir::CodeKind::Module) return false;
  auto finish = [&](TypeId r) {
    action->kind = ActionKind::Special;
    action->name = names_.intern(code.name);
    action->result = result = r;
    return true;
  };
  size_t n = args.list.size();
  for (auto& a : args.list)
    if (a.kind != ArgKind::Positional) return false;
  auto type = [&](size_t k) { return t_.canonical(args.list[k].type); };
  auto constantName = [&](size_t k) -> Name {
    if (args.list[k].source.index == 0) return Name();
    const hir::Instr* d = definition(instr().args[args.list[k].source.index - 1].value);
    if (!d || d->op != hir::Op::Const || static_cast<ast::ConstantKind>(d->sub) != ast::ConstantKind::Str) return Name();
    return names_.intern(d->text);
  };
  if ((code.name == "isinstance" || code.name == "issubclass") && n == 2) {
    bool all = true, none = true;
    for (const Atom& a : std::vector<Atom>(t_.atoms(type(0)))) {
      int m;
      if (code.name == "isinstance") {
        m = matchClass(a, type(1));
      } else {
        // A class object: compare the class itself.
        m = 0;
        if (a.ctor == Ctor::Class) {
          for (const Atom& k : std::vector<Atom>(t_.atoms(type(1))))
            if (k.ctor == Ctor::Class && p_.isSubclass(ClassId(a.id), ClassId(k.id))) m = 1;
        }
      }
      if (m != 1) all = false;
      if (m != 0) none = false;
    }
    if (recording_ && instr().op == hir::Op::Call) rec().decided = all ? 1 : none ? 0 : -1;
    return finish(t_.boolean);
  }
  if (code.name == "super") {
    hir::CodeId c = cur_->code->id;
    while (c.valid() && hir_.codes[c].kind != hir::CodeKind::Class) c = hir_.codes[c].parent;
    if (!c.valid() || cur_->inst->formals.empty()) return false;
    ClassId cls = p_.class_of_code.at(c.index);
    Atom a{Ctor::Super, cls.index, {}, {cur_->inst->formals[0]}};
    return finish(t_.one(a));
  }
  if (code.name == "callable" && n == 1) {
    bool all = true, none = true;
    for (const Atom& a : std::vector<Atom>(t_.atoms(type(0)))) {
      Atom f;
      bool yes = a.ctor == Ctor::Func || a.ctor == Ctor::Method || a.ctor == Ctor::Class ||
                 (a.ctor == Ctor::Obj && methodOf(a, "__call__", &f));
      (yes ? none : all) = false;
    }
    if (recording_ && instr().op == hir::Op::Call) rec().decided = all ? 1 : none ? 0 : -1;
    return finish(t_.boolean);
  }
  if ((code.name == "getattr" || code.name == "hasattr") && n >= 2) {
    Name attr = constantName(1);
    if (!attr.valid()) {
      if (recording_)
        diags_.report(DiagCode::Unsupported, {hir_.modules->modules[cur_->code->module].file, instr().place.range},
                      code.name + " with a computed attribute name is not compiled")
            .hint = "use a constant name, or a dict from names to values";
      cur_->dead = true;
      return finish(t_.bottom);
    }
    return false;
  }
  return false;
}

namespace {

// The order in which classes are searched: C3 linearisation (Barrett et al. 1996). Empty: inconsistent.
std::vector<ClassId> linearise(ClassId self, const std::vector<ClassId>& bases, IdVector<ClassId, ClassInfo>& classes) {
  std::vector<std::vector<ClassId>> lists;
  for (ClassId b : bases) lists.push_back(classes[b].mro);
  lists.push_back(bases);
  std::vector<ClassId> out{self};
  for (;;) {
    bool any = false;
    ClassId next;
    for (auto& l : lists) {
      if (l.empty()) continue;
      any = true;
      bool tail = false;
      for (auto& m : lists)
        for (size_t i = 1; i < m.size(); ++i) tail |= m[i] == l[0];
      if (!tail) {
        next = l[0];
        break;
      }
    }
    if (!any) return out;
    if (!next.valid()) return {};
    out.push_back(next);
    for (auto& l : lists)
      if (!l.empty() && l[0] == next) l.erase(l.begin());
  }
}

bool classFlag(const ast::ClassDef* node, std::string_view name, Interner& names) {
  for (const ast::Stmt* s : node->body)
    if (auto* a = ast::dynAs<ast::Assign>(s))
      for (const ast::Expr* t : a->targets)
        if (auto* n = ast::dynAs<ast::NameExpr>(t); n && names.text(n->id) == name) return true;
  return false;
}

// Does evaluating `e` leave `self` alone but for reading fields? (Else __init__ may leak a half-made object.)
struct Mentions {
  Name name;
  bool found = false;
  void expr(const ast::Expr* e) {
    using namespace ast;
    if (!e || found) return;
    switch (e->kind) {
      case ExprKind::NameExpr: found |= as<NameExpr>(e)->id == name; return;
      case ExprKind::Attribute:
        // self.x read as a value is harmless; as a callee it is seen by Call.
        if (auto* n = dynAs<NameExpr>(as<Attribute>(e)->value); n && n->id == name) return;
        return expr(as<Attribute>(e)->value);
      case ExprKind::Call: {
        auto* c = as<Call>(e);
        if (auto* a = dynAs<Attribute>(c->func)) {
          if (auto* n = dynAs<NameExpr>(a->value); n && n->id == name) found = true;
        }
        expr(c->func);
        for (auto* x : c->args) expr(x);
        for (auto* k : c->keywords) expr(k->value);
        return;
      }
      case ExprKind::BinOp: expr(as<BinOp>(e)->left); return expr(as<BinOp>(e)->right);
      case ExprKind::UnaryOp: return expr(as<UnaryOp>(e)->operand);
      case ExprKind::BoolOp: for (auto* x : as<BoolOp>(e)->values) expr(x); return;
      case ExprKind::IfExp: expr(as<IfExp>(e)->test); expr(as<IfExp>(e)->body); return expr(as<IfExp>(e)->orelse);
      case ExprKind::Compare: expr(as<Compare>(e)->left); for (auto* x : as<Compare>(e)->comparators) expr(x); return;
      case ExprKind::ListExpr: for (auto* x : as<ListExpr>(e)->elts) expr(x); return;
      case ExprKind::TupleExpr: for (auto* x : as<TupleExpr>(e)->elts) expr(x); return;
      case ExprKind::Set: for (auto* x : as<Set>(e)->elts) expr(x); return;
      case ExprKind::Dict:
        for (auto* x : as<Dict>(e)->keys) expr(x);
        for (auto* x : as<Dict>(e)->values) expr(x);
        return;
      case ExprKind::Subscript: expr(as<Subscript>(e)->value); return expr(as<Subscript>(e)->slice);
      case ExprKind::Starred: return expr(as<Starred>(e)->value);
      case ExprKind::Constant: return;
      case ExprKind::Slice: expr(as<Slice>(e)->lower); expr(as<Slice>(e)->upper); return expr(as<Slice>(e)->step);
      case ExprKind::JoinedStr: for (auto* x : as<JoinedStr>(e)->values) expr(x); return;
      case ExprKind::FormattedValue: return expr(as<FormattedValue>(e)->value);
      default: found = true;
    }
  }
};

}  // namespace

// Fields that __init__ sets before anything else can see the object: straight-line assignments to self.
static void findAlwaysSet(Program& p, ClassInfo& c, Interner& names) {
  const ast::FunctionDef* init = nullptr;
  for (const ast::Stmt* s : c.node->body)
    if (auto* f = ast::dynAs<ast::FunctionDef>(s); f && names.text(f->name.name) == "__init__") init = f;
  if (!init) {
    if (c.mro.size() > 1) c.always_set = p.classes[c.mro[1]].always_set;
    return;
  }
  if (init->args->args.empty()) return;
  Name self = init->args->args[0]->arg.name;
  Mentions m{self};
  auto target = [&](const ast::Expr* t) {
    if (auto* a = ast::dynAs<ast::Attribute>(t))
      if (auto* n = ast::dynAs<ast::NameExpr>(a->value); n && n->id == self)
        c.always_set.insert(resolve::mangle(a->attr.name, c.node->name.name, names).index);
  };
  for (const ast::Stmt* s : init->body) {
    if (auto* a = ast::dynAs<ast::Assign>(s)) {
      m.expr(a->value);
      if (m.found) return;
      for (auto* t : a->targets) {
        target(t);
        if (auto* tuple = ast::dynAs<ast::TupleExpr>(t))
          for (auto* x : tuple->elts) target(x);
      }
    } else if (auto* a = ast::dynAs<ast::AnnAssign>(s)) {
      if (!a->value) continue;
      m.expr(a->value);
      if (m.found) return;
      target(a->target);
    } else if (auto* e = ast::dynAs<ast::ExprStmt>(s)) {
      // super().__init__(…): the base's fields are set.
      auto* call = ast::dynAs<ast::Call>(e->value);
      auto* attr = call ? ast::dynAs<ast::Attribute>(call->func) : nullptr;
      auto* base = attr ? ast::dynAs<ast::Call>(attr->value) : nullptr;
      auto* fn = base ? ast::dynAs<ast::NameExpr>(base->func) : nullptr;
      if (fn && names.text(fn->id) == "super" && names.text(attr->attr.name) == "__init__" && c.mro.size() > 1) {
        for (auto* x : call->args) m.expr(x);
        if (m.found) return;
        for (uint32_t f : p.classes[c.mro[1]].always_set) c.always_set.insert(f);
        continue;
      }
      m.expr(e->value);
      if (m.found) return;
    } else if (s->kind == ast::StmtKind::If || s->kind == ast::StmtKind::For || s->kind == ast::StmtKind::While ||
               s->kind == ast::StmtKind::Try || s->kind == ast::StmtKind::With || s->kind == ast::StmtKind::Return) {
      // Raising validation is fine: the object is never seen then.
      auto* i = ast::dynAs<ast::If>(s);
      if (i && i->orelse.empty() && i->body.size() == 1 && i->body[0]->kind == ast::StmtKind::Raise) {
        m.expr(i->test);
        if (m.found) return;
        continue;
      }
      return;
    }
  }
}

TypeId Engine::makeClass(const hir::Instr& i) {
  auto it = p_.class_of_code.find(i.code.index);
  ClassId id;
  if (it == p_.class_of_code.end()) {
    const Code& body = hir_.codes[i.code];
    ClassInfo c;
    c.body = i.code;
    c.name = body.name;
    c.qualname = body.qualname;
    const auto& module = hir_.modules->modules[body.module];
    c.module = module.core ? "builtins" : module.name;
    c.core = body.core;
    c.node = static_cast<const ast::ClassDef*>(body.node);
    c.generic = body.library && classFlag(c.node, "__generic__", names_);
    c.attributes = t_.newNode();
    t_.node(c.attributes).global = true;
    id = p_.classes.add(std::move(c));
    ClassInfo& made = p_.classes[id];
    made.id = id;
    p_.class_of_code[i.code.index] = id;
    std::vector<ClassId> bases;
    for (int64_t k = 0; k < i.imm; ++k) {
      for (const Atom& a : t_.atoms(reg(i.operands[static_cast<size_t>(k)])))
        if (a.ctor == Ctor::Class) bases.push_back(ClassId(a.id));
    }
    if (bases.empty() && made.name != "object") {
      ClassId object = p_.coreClass("object");
      if (!object.valid()) {
        auto g = hir_.core_globals.find(names_.intern("object"));
        if (g != hir_.core_globals.end())
          for (const Atom& a : t_.atoms(p_.globalType(g->second)))
            if (a.ctor == Ctor::Class) object = ClassId(a.id);
      }
      if (object.valid()) bases.push_back(object);
    }
    made.bases = bases;
    made.mro = linearise(id, bases, p_.classes);
    if (made.mro.empty()) made.mro = {id};
    for (ClassId b : made.mro) made.exception |= p_.classes[b].core && p_.classes[b].name == "BaseException";
    if (!hir_.codes[made.body].library) {
      for (ClassId b : bases) {
        const ClassInfo& base = p_.classes[b];
        if (base.generic || base.scalar != Ctor::Obj)
          diags_.report(DiagCode::Unsupported, {module.file, i.place.range},
                        "a subclass of '" + base.name + "' is not compiled yet")
              .hint = "keep a '" + base.name + "' in a field instead";
      }
    }
    for (const hir::CallArg& a : i.args) {
      if (a.kind == ArgKind::Keyword)
        diags_.report(DiagCode::Unsupported, {module.file, i.place.range},
                      "a class keyword argument is not compiled yet").hint = "set the value in the class body";
    }
    findAlwaysSet(p_, made, names_);
    made.instance = t_.newNode();
    Node& n = t_.node(made.instance);
    n.nominal = n.global = !made.generic;
    n.cls = id;
  } else {
    id = it->second;
  }
  TypeId result = t_.one({Ctor::Class, id.index, {}, {}});
  Atom body{Ctor::Func, i.code.index, {}, {}};
  bool cells = false;
  for (const hir::CallArg& a : i.args) cells |= a.kind == ArgKind::Star;
  if (cells) {
    NodeId& n = cur_->inst->made[site()];
    if (!n.valid()) n = t_.newNode();
    body.node = n;
    uint32_t k = 0;
    for (const hir::CallArg& a : i.args)
      if (a.kind == ArgKind::Star) t_.grow(n, kFieldFree + k++, cur_->slots[a.value.index]);
  }
  Action act;
  act.kind = ActionKind::Call;
  act.cls = id;
  callInstance(body, {}, site(), &act.call);
  act.result = result;
  addCase(t_.bottom, t_.bottom, act);
  return result;
}

}  // namespace krait::infer
