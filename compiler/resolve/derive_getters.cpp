// operator.attrgetter("name", "a.b") and operator.methodcaller("name", …): what the constant names mean becomes a function, so
// that the attribute of each object has its own type.
#include "resolve/derive.h"

namespace krait::resolve {

using namespace ast;

namespace {

// "a.b" in parts; empty where one of them is no name that an attribute can have as it is written.
std::vector<std::string_view> pathParts(std::string_view path, const Scope* scope) {
  std::vector<std::string_view> parts;
  for (size_t at = 0; at <= path.size();) {
    const size_t end = std::min(path.find('.', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    // In a class the name in a statement would be mangled, the one in the text is not.
    const bool mangled = scope->private_class.valid() && part.starts_with("__") && !part.ends_with("__");
    if (part.empty() || mangled) return {};
    parts.push_back(part);
    at = end + 1;
  }
  return parts;
}

// The tree is made of text with names that parse everywhere; the real ones need not be identifiers.
std::string placeholder(size_t parts) {
  std::string out = "_krait_object";
  while (parts-- > 0) out += ".attribute";
  return out;
}

void rename(Expr* e, const std::vector<std::string_view>& parts, Interner& names) {
  for (size_t k = parts.size(); k-- > 0;) {
    as<Attribute>(e)->attr.name = names.intern(parts[k]);
    e = const_cast<Expr*>(as<Attribute>(e)->value);
  }
}

}  // namespace

void Deriver::getters(const Module& m) {
  for (const auto& [found, scope] : m.text_calls) {
    auto* call = const_cast<Call*>(found);
    const Entity callee = find(module_, scope, call->func);
    const bool method = callee.is("operator", "methodcaller");
    if (!method && !callee.is("operator", "attrgetter")) continue;
    std::vector<std::vector<std::string_view>> paths;
    bool constant = method || call->keywords.empty();
    for (const Expr* x : call->args) {
      auto* name = dynAs<Constant>(x);
      constant &= name && name->value_kind == ConstantKind::Str;
      if (!constant) break;
      paths.push_back(method ? std::vector{name->text} : pathParts(name->text, scope));
      constant &= !paths.back().empty();
      if (method) break;
    }
    if (!constant) continue;
    std::string source;
    if (method) {
      // A method's name has no path.
      if (paths[0][0].find('.') != std::string_view::npos || pathParts(paths[0][0], scope).empty()) continue;
      const std::string args = call->keywords.empty() ? "*_krait_args" : "*_krait_args, **_krait_named";
      source = "_krait_operator__methodcaller(lambda _krait_object, " + args + ": " + placeholder(1) + "(" + args + "))\n";
    } else {
      std::string all;
      for (const auto& path : paths) all += (all.empty() ? "" : ", ") + placeholder(path.size());
      source = "_krait_operator__attrgetter(lambda _krait_object: " + (paths.size() > 1 ? "(" + all + ")" : all) + ")\n";
    }
    FileId file;
    auto* made = as<Call>(as<ExprStmt>(parse(source, file)->body[0])->value);
    auto* function = as<Lambda>(made->args[0]);
    Expr* body = const_cast<Expr*>(function->body);
    if (method) rename(const_cast<Expr*>(as<Call>(body)->func), paths[0], names_);
    for (size_t k = 0; !method && k < paths.size(); ++k)
      rename(paths.size() > 1 ? const_cast<Expr*>(as<TupleExpr>(body)->elts[k]) : body, paths[k], names_);
    placeExpr(made->func, call->func->range);
    placeExpr(function->body, call->range);
    function->range = call->range;
    std::vector<Expr*> args{function};
    for (size_t k = 1; method && k < call->args.size(); ++k) args.push_back(call->args[k]);
    call->func = made->func;
    call->args = arena_.list(args);
    changed_modules_.insert(module_.index);
  }
}

}  // namespace krait::resolve
