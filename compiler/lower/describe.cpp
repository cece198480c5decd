// What functions and classes tell about themselves: __annotations__, __defaults__, __kwdefaults__ and __code__ are values that
// are stored where the definition runs, in programs that ask for them. Other programs only look the names in annotations up.
#include <algorithm>

#include "lower/lowering.h"

namespace krait::hir {

using namespace ast;
using resolve::Binding;
using resolve::ScopeKind;

// The names an annotation is made of; a text is a forward reference that nothing looks up.
void namesInAnnotation(const Expr* e, const std::function<void(const NameExpr*)>& visit) {
  if (auto* n = dynAs<NameExpr>(e)) return visit(n);
  if (auto* a = dynAs<Attribute>(e)) return namesInAnnotation(a->value, visit);
  if (auto* b = dynAs<BinOp>(e)) {
    namesInAnnotation(b->left, visit);
    return namesInAnnotation(b->right, visit);
  }
  if (auto* s = dynAs<Subscript>(e)) {
    namesInAnnotation(s->value, visit);
    return namesInAnnotation(s->slice, visit);
  }
  auto all = [&](const List<Expr*>& list) {
    for (const Expr* x : list) namesInAnnotation(x, visit);
  };
  if (auto* t = dynAs<TupleExpr>(e)) all(t->elts);
  if (auto* l = dynAs<ListExpr>(e)) all(l->elts);
}

namespace {

// Where the module binds a name for good, whatever runs: the end of its import, class or def among the module's own statements.
const std::map<Name, uint32_t>& definitionsOf(Program& program, ModuleId module) {
  auto [place, fresh] = program.definitions.try_emplace(module.index);
  if (!fresh) return place->second;
  auto& found = place->second;
  Interner& names = *program.names;
  auto add = [&](Name n, const Stmt* s) { found.try_emplace(n, s->range.end); };
  for (const Stmt* s : program.modules->modules[module].tree->body) {
    if (auto* f = dynAs<FunctionDef>(s)) add(f->name.name, s);
    if (auto* c = dynAs<ClassDef>(s)) add(c->name.name, s);
    if (auto* i = dynAs<Import>(s))
      for (const Alias* a : i->names) {
        const std::string dotted(names.text(a->name.name));
        add(a->asname.name.valid() ? a->asname.name : names.intern(dotted.substr(0, dotted.find('.'))), s);
      }
    if (auto* i = dynAs<ImportFrom>(s))
      for (const Alias* a : i->names) add(a->asname.name.valid() ? a->asname.name : a->name.name, s);
  }
  return found;
}

// An annotation as a text, as CPython writes it under `from __future__ import annotations`; false: something rare is in it.
bool spell(const Expr* e, const Interner& names, std::string& out) {
  auto list = [&](const List<Expr*>& items) {
    for (size_t i = 0; i < items.size(); ++i) {
      if (i) out += ", ";
      if (!spell(items[i], names, out)) return false;
    }
    return true;
  };
  switch (e->kind) {
    case ExprKind::NameExpr: out += names.text(as<NameExpr>(e)->id); return true;
    case ExprKind::Attribute: {
      auto* a = as<Attribute>(e);
      if (a->value->kind != ExprKind::NameExpr && a->value->kind != ExprKind::Attribute) return false;
      if (!spell(a->value, names, out)) return false;
      out += '.';
      out += names.text(a->attr.name);
      return true;
    }
    case ExprKind::Subscript: {
      auto* s = as<Subscript>(e);
      if (s->value->kind != ExprKind::NameExpr && s->value->kind != ExprKind::Attribute) return false;
      if (!spell(s->value, names, out)) return false;
      out += '[';
      auto* t = dynAs<TupleExpr>(s->slice);
      const bool spelled = t && t->elts.size() > 1 ? list(t->elts) : spell(s->slice, names, out);
      out += ']';
      return spelled;
    }
    case ExprKind::ListExpr: {
      out += '[';
      const bool spelled = list(as<ListExpr>(e)->elts);
      out += ']';
      return spelled;
    }
    case ExprKind::BinOp: {
      auto* b = as<BinOp>(e);
      if (b->op != BinaryOperator::BitOr || b->right->kind == ExprKind::BinOp) return false;
      if (!spell(b->left, names, out)) return false;
      out += " | ";
      return spell(b->right, names, out);
    }
    case ExprKind::Constant: {
      auto* c = as<Constant>(e);
      switch (c->value_kind) {
        case ConstantKind::None: out += "None"; return true;
        case ConstantKind::True: out += "True"; return true;
        case ConstantKind::False: out += "False"; return true;
        case ConstantKind::Ellipsis: out += "..."; return true;
        case ConstantKind::Str:
          if (c->text.find_first_of("'\\\"\n") != std::string_view::npos) return false;
          out += '\'';
          out += c->text;
          out += '\'';
          return true;
        default: return false;
      }
    }
    default: return false;
  }
}

}  // namespace

void findDescribed(Program& program) {
  Interner& names = *program.names;
  auto asked = [&](std::initializer_list<const char*> list) {
    return std::any_of(list.begin(), list.end(), [&](const char* text) {
      const Name n = names.intern(text);
      return std::any_of(program.modules->modules.begin(), program.modules->modules.end(), [&](const resolve::Module& m) {
        if (m.library) return false;
        return (n.index < m.mentions.size() && m.mentions[n.index]) ||
               std::any_of(m.texts.begin(), m.texts.end(), [&](const Constant* c) { return c->text == text; });
      });
    });
  };
  program.asks_subclasses = asked({"__subclasses__"});
  program.describes_annotations =
      asked({"__annotations__", "get_type_hints", "get_annotations", "signature", "getfullargspec", "singledispatch", "singledispatchmethod"});
  program.describes_parameters = asked({"__defaults__", "__kwdefaults__", "__code__", "signature", "getfullargspec"});
}

// Does a definition here evaluate its annotations where the names of the module mean the same as in its functions?
bool Lowering::evaluatesAnnotations() {
  if (code().library || program_.modules->modules[code().module].lazy_annotations) return false;
  for (const resolve::Scope* s = scope_; s; s = s->parent)
    if (s->kind == ScopeKind::Function || s->kind == ScopeKind::Generator) return false;
  return true;
}

// Looks the names up, as CPython does where the definition runs: one that is missing is its NameError.
void Lowering::annotationNames(const Expr* annotation) {
  if (!annotation || !evaluatesAnnotations()) return;
  const auto& definitions = definitionsOf(program_, code().module);
  namesInAnnotation(annotation, [&](const NameExpr* n) {
    const Access a = access(mangled(n->id));
    if (a.kind == Access::Global && a.builtin.valid() && !a.global.valid()) return;
    if (auto known = definitions.find(n->id); known != definitions.end() && known->second <= annotation->range.begin) return;
    loadName(n->id, n->range);
  });
}

// What __annotations__ holds for an annotation.
Reg Lowering::annotationValue(const Expr* annotation) {
  if (program_.modules->modules[code().module].lazy_annotations) {
    std::string text;
    if (spell(annotation, names_, text)) return constantStr(names_.text(names_.intern(text)), annotation->range);
    unsupported(annotation->range, "this annotation as a text of __annotations__", "leave out `from __future__ import annotations`");
    return unknown(annotation->range);
  }
  bool captured = false;
  if (!evaluatesAnnotations())
    namesInAnnotation(annotation, [&](const NameExpr* n) {
      for (const resolve::Scope* s = scope_; s; s = s->parent) {
        const resolve::Symbol* symbol = s->find(mangled(n->id));
        if (symbol && symbol->assigned && s != scope_) captured |= s->kind == ScopeKind::Function;
        if (symbol && symbol->assigned) return;
      }
    });
  if (!captured) return expr(annotation);
  unsupported(annotation->range, "an annotation with a variable of a function further out, in a program that asks for annotations",
              "define what it names at the level of the module");
  return unknown(annotation->range);
}

void Lowering::annotateClass(const AnnAssign* s) {
  auto* target = dynAs<NameExpr>(s->target);
  const Name name = s->field.valid() ? s->field : target && s->simple ? mangled(target->id) : Name();
  if (!class_annotations_.valid() || !name.valid()) return annotationNames(s->annotation);
  Reg key = constantStr(names_.text(name), s->range);
  Reg value = annotationValue(s->annotation);
  emit(Op::DictSet, s->range).operands = {class_annotations_, key, value};
}

// Looks the names in a function's annotations up, or stores what the function tells about itself.
void Lowering::describe(Reg function, CodeId id, const FunctionDef* s, const Arguments* args, const std::vector<Reg>& defaults, Range r) {
  if (code().library) return;
  std::vector<std::pair<Name, const Expr*>> annotated;
  auto add = [&](const Arg* a) {
    if (a && a->annotation) annotated.push_back({mangled(a->arg.name), a->annotation});
  };
  if (args) {
    for (auto* a : args->args) add(a);
    for (auto* a : args->posonlyargs) add(a);
    add(args->vararg);
    for (auto* a : args->kwonlyargs) add(a);
    add(args->kwarg);
  }
  if (s && s->returns) annotated.push_back({names_.intern("return"), s->returns});
  auto store = [&](const char* name, Reg value) {
    Instr& i = emit(Op::SetAttr, r);
    i.operands = {function, value};
    i.name = names_.intern(name);
    i.sub = kDescribing;
  };
  if (program_.describes_annotations) {
    Reg all = emitValue(Op::BuildDict, r);
    for (auto [name, annotation] : annotated) {
      Reg key = constantStr(names_.text(name), r);
      Reg value = annotationValue(annotation);
      emit(Op::DictSet, r).operands = {all, key, value};
    }
    store("__annotations__", all);
  } else {
    for (auto [name, annotation] : annotated) annotationNames(annotation);
  }
  if (!program_.describes_parameters) return;
  const size_t positional = args ? args->defaults.size() : 0;
  auto tuple = [&](const std::vector<Reg>& items) {
    Reg v = emitValue(Op::BuildTuple, r);
    last().operands = items;
    return v;
  };
  store("__defaults__", positional ? tuple({defaults.begin(), defaults.begin() + static_cast<ptrdiff_t>(positional)}) : constant(ConstantKind::None, r));
  Reg keywords = defaults.size() > positional ? emitValue(Op::BuildDict, r) : constant(ConstantKind::None, r);
  if (defaults.size() > positional) {
    size_t next = positional;
    for (size_t k = 0; k < args->kwonlyargs.size(); ++k) {
      if (!args->kw_defaults[k]) continue;
      Reg key = constantStr(names_.text(mangled(args->kwonlyargs[k]->arg.name)), r);
      emit(Op::DictSet, r).operands = {keywords, key, defaults[next++]};
    }
  }
  store("__kwdefaults__", keywords);

  const Code& inner = program_.codes[id];
  const std::string name = inner.name, qualname = inner.qualname;
  std::vector<Name> variables, cells;
  uint32_t flags = 3;  // optimized, with locals of its own
  if (args) {
    for (auto* a : args->posonlyargs) variables.push_back(mangled(a->arg.name));
    for (auto* a : args->args) variables.push_back(mangled(a->arg.name));
    for (auto* a : args->kwonlyargs) variables.push_back(mangled(a->arg.name));
    if (args->vararg) variables.push_back(mangled(args->vararg->arg.name)), flags |= 4;
    if (args->kwarg) variables.push_back(mangled(args->kwarg->arg.name)), flags |= 8;
  }
  if (inner.generator) flags |= 0x20;
  for (const resolve::Scope* outer = scope_; outer; outer = outer->parent)
    if (outer->kind == ScopeKind::Function) {
      flags |= 0x10;
      break;
    }
  for (Name n : inner.scope->order) {
    const resolve::Symbol& symbol = *inner.scope->find(n);
    if (symbol.binding == Binding::Cell) cells.push_back(n);
    const bool own = symbol.binding == Binding::Local && symbol.assigned;
    if (own && std::find(variables.begin(), variables.end(), n) == variables.end()) variables.push_back(n);
  }
  auto texts = [&](const std::vector<Name>& list) {
    std::vector<Reg> items;
    for (Name n : list) items.push_back(constantStr(names_.text(n), r));
    return tuple(items);
  };
  auto count = [&](size_t n) { return constantInt(static_cast<int64_t>(n), r); };
  std::vector<Name> free = inner.free;
  std::sort(free.begin(), free.end(), [&](Name a, Name b) { return names_.text(a) < names_.text(b); });
  std::sort(cells.begin(), cells.end(), [&](Name a, Name b) { return names_.text(a) < names_.text(b); });
  Reg described = coreCall("_code",
                           {constantStr(names_.text(names_.intern(name)), r), constantStr(names_.text(names_.intern(qualname)), r),
                            constantStr(names_.text(names_.intern(program_.modules->modules[code().module].path)), r),
                            count(args ? args->posonlyargs.size() + args->args.size() : 0), count(args ? args->posonlyargs.size() : 0),
                            count(args ? args->kwonlyargs.size() : 0), texts(variables), texts(cells), texts(free), count(flags)},
                           r);
  store("__code__", described);
}

}  // namespace krait::hir
