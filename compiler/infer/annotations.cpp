// Annotations are bounds: what reaches an annotated parameter, result or variable is compared with what is written.
// They change no type and no meaning; a contradiction is a warning, with --types=strict an error.
#include <algorithm>

#include "infer/engine.h"
#include "infer/why.h"

namespace krait::infer {

using hir::Instr;
using hir::Op;

namespace {

// The classes that typing's own names for them mean.
constexpr std::pair<std::string_view, std::string_view> kAliases[] = {
    {"List", "list"}, {"Dict", "dict"}, {"Set", "set"}, {"FrozenSet", "frozenset"}, {"Tuple", "tuple"}, {"Text", "str"}};

}  // namespace

// What an annotation says about one atom. Whatever it says that is not understood here allows everything.
class Bound {
 public:
  Bound(Program& program, hir::ModuleId module) : p_(program), t_(program.types), module_(module) {}

  bool allows(const ast::Expr* e, const Atom& a) {
    using namespace ast;
    if (a.ctor == Ctor::Unset || a.ctor == Ctor::Unknown || a.ctor == Ctor::Opaque) return true;
    switch (e->kind) {
      case ExprKind::Constant: {
        auto* c = as<Constant>(e);
        if (c->value_kind == ConstantKind::None) return a.ctor == Ctor::None;
        if (c->value_kind != ConstantKind::Str) return true;
        Name name = p_.names->find(c->text);
        ClassId named = name.valid() ? classOf(name) : ClassId();
        return !named.valid() || allowsClass(named, a);
      }
      case ExprKind::NameExpr:
      case ExprKind::Attribute: {
        ClassId c = classOf(e);
        return !c.valid() || allowsClass(c, a);
      }
      case ExprKind::BinOp: {
        auto* b = as<BinOp>(e);
        return b->op != BinaryOperator::BitOr || allows(b->left, a) || allows(b->right, a);
      }
      case ExprKind::Subscript: return allowsSubscript(as<Subscript>(e), a);
      default: return true;
    }
  }

 private:
  TypeId value(Name name) { return p_.moduleValue(module_, name); }

  // The class that a name or `module.name` means; invalid: it is none that is understood.
  ClassId classOf(const ast::Expr* e) {
    if (auto* name = ast::dynAs<ast::NameExpr>(e)) return classOf(name->id);
    return aliased(formOf(e));
  }
  ClassId classOf(Name name) {
    TypeId v = value(name);
    if (t_.isOnly(v, Ctor::Class)) return ClassId(t_.atoms(v)[0].id);
    return isForm(v) ? aliased(p_.names->text(name)) : ClassId();
  }
  ClassId aliased(std::string_view form) {
    for (auto& [alias, meaning] : kAliases)
      if (form == alias) return p_.coreClass(meaning);
    return ClassId();
  }
  bool isForm(TypeId v) {
    if (!t_.isOnly(v, Ctor::Obj)) return false;
    const ClassInfo& c = p_.classes[ClassId(t_.atoms(v)[0].id)];
    return c.module == "typing" && p_.hir->codes[c.body].library;
  }
  // The name of typing's form that an expression means, or nothing.
  std::string_view formOf(const ast::Expr* e) {
    if (auto* name = ast::dynAs<ast::NameExpr>(e)) return isForm(value(name->id)) ? p_.names->text(name->id) : std::string_view();
    auto* attribute = ast::dynAs<ast::Attribute>(e);
    auto* module = attribute ? ast::dynAs<ast::NameExpr>(attribute->value) : nullptr;
    if (!module) return {};
    TypeId m = value(module->id);
    if (!t_.isOnly(m, Ctor::Module) || p_.hir->modules->modules[hir::ModuleId(t_.atoms(m)[0].id)].name != "typing") return {};
    return p_.names->text(attribute->attr.name);
  }
  bool allowsClass(ClassId k, const Atom& a) {
    const ClassInfo& c = p_.classes[k];
    const bool program = !p_.hir->codes[c.body].library;
    // Classes of the library beside the builtins may stand for more than their objects.
    if (c.open || (!program && !c.core)) return true;
    for (ClassId base : c.mro)
      if (p_.classes[base].open || p_.classes[base].module == "typing" || p_.classes[base].module == "abc") return true;
    if (a.ctor == Ctor::None) return c.core && (c.name == "NoneType" || c.name == "object");
    // The numeric tower of PEP 484.
    const bool integral = a.ctor == Ctor::Int || a.ctor == Ctor::Bool || a.ctor == Ctor::I64;
    if (c.core && c.name == "float" && integral) return true;
    if (c.core && c.name == "complex" && (integral || a.ctor == Ctor::Float)) return true;
    if (c.core && c.name == "bytes" && a.ctor == Ctor::Obj) return true;
    return p_.isInstance(a, k, false);
  }

  bool allowsSubscript(const ast::Subscript* s, const Atom& a) {
    using namespace ast;
    auto* several = dynAs<TupleExpr>(s->slice);
    std::string_view form = formOf(s->value);
    if (form == "Optional") return a.ctor == Ctor::None || allows(s->slice, a);
    if (form == "Union") {
      if (!several) return allows(s->slice, a);
      return std::any_of(several->elts.begin(), several->elts.end(), [&](const Expr* e) { return allows(e, a); });
    }
    if (form == "Final" || form == "ClassVar") return allows(s->slice, a);
    if (form == "Annotated") return !several || several->elts.empty() || allows(several->elts[0], a);
    ClassId c = classOf(s->value);
    if (!c.valid()) return true;
    if (!allowsClass(c, a)) return false;
    if (!p_.classes[c].core) return true;
    const std::string& name = p_.classes[c].name;
    if (name == "tuple" && a.ctor == Ctor::Tuple) return allowsItems(s, several, a);
    if (a.ctor != Ctor::Obj || ClassId(a.id) != c) return true;
    std::vector<TypeId> held = p_.itemTypes(a);
    if ((name == "list" || name == "set" || name == "frozenset") && held.size() == 1) return allowsAll(s->slice, held[0]);
    if (name == "dict" && several && several->elts.size() == 2 && held.size() == 2)
      return allowsAll(several->elts[0], held[0]) && allowsAll(several->elts[1], held[1]);
    return true;
  }

  bool allowsItems(const ast::Subscript* s, const ast::TupleExpr* several, const Atom& a) {
    using namespace ast;
    auto isEllipsis = [](const Expr* e) {
      auto* c = dynAs<Constant>(e);
      return c && c->value_kind == ConstantKind::Ellipsis;
    };
    if (several && several->elts.size() == 2 && isEllipsis(several->elts[1]))
      return std::all_of(a.items.begin(), a.items.end(), [&](TypeId x) { return allowsAll(several->elts[0], x); });
    const size_t n = several ? several->elts.size() : 1;
    if (several)
      for (const Expr* e : several->elts)
        if (e->kind == ExprKind::Starred) return true;
    if (a.items.size() != n) return false;
    for (size_t k = 0; k < n; ++k)
      if (!allowsAll(several ? several->elts[k] : s->slice, a.items[k])) return false;
    return true;
  }

  bool allowsAll(const ast::Expr* e, TypeId type) {
    if (++depth_ > 6) return --depth_, true;  // a type that contains itself
    const std::vector<Atom> atoms = t_.atoms(type);
    bool all = std::all_of(atoms.begin(), atoms.end(), [&](const Atom& x) { return allows(e, x); });
    --depth_;
    return all;
  }

  Program& p_;
  Types& t_;
  hir::ModuleId module_;
  int depth_ = 0;
};

void Engine::checkAnnotations() {
  Tracer tracer(p_);
  std::set<std::tuple<uint32_t, uint32_t, std::string>> reported;  // file, place of the annotation, type
  auto contradiction = [&](const hir::Code& c, Range at, const ast::Expr* annotation, const std::string& what, const Atom& a) -> Diagnostic* {
    std::string type = p_.typeText(t_.one(a));
    if (!reported.insert({c.file.index, annotation->range.begin, type}).second) return nullptr;
    auto& d = diags_.report(DiagCode::AnnotationContradicted, {c.file, at}, what + " can be '" + type + "', which its annotation excludes");
    if (level_ == Level::Strict) d.severity = Severity::Error;
    d.hint = "add the type to the annotation, or see to it that no such value gets here";
    return &d;
  };
  for (size_t n = 0; n < p_.instances.size(); ++n) {
    Instance& i = p_.instances[n];
    const hir::Code& c = hir_.codes[i.code];
    if (!i.live || c.library) continue;
    Bound bound(p_, c.module);
    auto check = [&](const ast::Expr* annotation, TypeId type, Range at, const std::string& what, auto&& notes) {
      if (!annotation || (level_ != Level::Strict && t_.holdsUnchecked(type))) return;
      const std::vector<Atom> atoms = t_.atoms(t_.canonical(type));
      for (const Atom& a : atoms) {
        if (bound.allows(annotation, a)) continue;
        std::vector<DiagNote> found = notes(a);
        if (level_ != Level::Strict && tracer.outside()) continue;
        if (Diagnostic* d = contradiction(c, at, annotation, what, a)) d->notes = std::move(found);
      }
    };
    if (c.kind == hir::CodeKind::Function) {
      const auto* f = static_cast<const ast::FunctionDef*>(c.node);
      for (uint32_t k = 0; k < c.params.size() && k < i.formals.size(); ++k) {
        const hir::Param& p = c.params[k];
        if (p.kind == hir::ParamKind::VarArgs || p.kind == hir::ParamKind::KwArgs || !p.annotation) continue;
        check(p.annotation, i.formals[k], p.annotation->range, "parameter '" + std::string(names_.text(p.name)) + "' of " + c.qualname + "()",
              [&](const Atom& a) { return tracer.parameter(i.id, k, a); });
      }
      if (!c.generator && !c.async && f->returns)
        check(f->returns, i.result, f->returns->range, "the result of " + c.qualname + "()", [&](const Atom& a) { return tracer.result(i.id, a); });
    }
    for (const hir::AnnotatedName& x : c.annotations)
      if (!x.attribute) checkStores(i, x, tracer, check);
  }
  // Attributes: what a class body or a method says of them holds for all objects of the class.
  for (const hir::Code& c : hir_.codes) {
    if (c.library || c.kind == hir::CodeKind::Module) continue;
    const bool body = c.kind == hir::CodeKind::Class;
    auto cls = p_.class_of_code.find(body ? c.id.index : c.parent.index);
    if (cls == p_.class_of_code.end() || p_.classes[cls->second].generic) continue;
    const ClassId owner = cls->second;
    Bound bound(p_, c.module);
    auto checkField = [&](Name name, const ast::Expr* annotation) {
      if (level_ != Level::Strict && t_.holdsUnchecked(t_.field(p_.classes[owner].instance, name.index))) return;
      const std::vector<Atom> atoms = t_.atoms(t_.field(p_.classes[owner].instance, name.index));
      for (const Atom& a : atoms) {
        if (bound.allows(annotation, a)) continue;
        const std::string what = "attribute '" + std::string(names_.text(name)) + "' of " + p_.classes[owner].name;
        std::vector<DiagNote> found = tracer.field(owner, name, a);
        if (level_ != Level::Strict && tracer.outside()) continue;
        if (Diagnostic* d = contradiction(c, annotation->range, annotation, what, a)) d->notes = std::move(found);
      }
    };
    for (const hir::AnnotatedName& x : c.annotations)
      if (body || x.attribute) checkField(x.name, x.annotation);
  }
  diags_.recount();
}

// All assignments to a variable that an instance's code annotates.
template <class Check>
void Engine::checkStores(Instance& i, const hir::AnnotatedName& x, Tracer& tracer, Check&& check) {
  const hir::Code& c = hir_.codes[i.code];
  for (uint32_t b = 0; b < c.blocks.size(); ++b) {
    if (b >= i.block_in.size() || i.block_in[b].empty()) continue;
    for (const Instr& store : c.blocks[b].instrs) {
      bool names = store.op == Op::StoreSlot ? c.slots[store.slot.index] == x.name
                                             : (store.op == Op::StoreGlobal || store.op == Op::StoreCell) && store.name == x.name;
      if (!names || store.operands.empty() || store.place.range.end == store.place.range.begin) continue;
      check(x.annotation, i.regs[store.operands[0].index], store.place.range, "'" + std::string(names_.text(x.name)) + "'",
            [&](const Atom& a) { return tracer.operand(i.id, b, store.operands[0], a); });
    }
  }
}

}  // namespace krait::infer
