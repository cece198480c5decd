// operator.attrgetter("name", "a.b") and operator.methodcaller("name", …): what the constant names mean becomes a function, so
// that the attribute of each object has its own type.
#include "resolve/derive.h"

namespace krait::resolve {

using namespace ast;

namespace {

// Identifiers with dots between them?
bool attributePath(std::string_view s) {
  bool begins = true;
  for (char ch : s) {
    const bool digit = ch >= '0' && ch <= '9';
    const bool letter = ch == '_' || (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || static_cast<unsigned char>(ch) >= 128;
    if (ch == '.' ? begins : !(letter || (digit && !begins))) return false;
    begins = ch == '.';
  }
  return !begins;
}

}  // namespace

void Deriver::getters(const Module& m) {
  for (const auto& [found, scope] : m.text_calls) {
    auto* call = const_cast<Call*>(found);
    const Entity callee = find(module_, scope, call->func);
    const bool method = callee.is("operator", "methodcaller");
    if (!method && !callee.is("operator", "attrgetter")) continue;
    const std::string object = "_krait_object";
    std::string source;
    if (method) {
      const std::string_view name = as<Constant>(call->args[0])->text;
      if (!attributePath(name) || name.find('.') != name.npos) continue;
      const bool named = !call->keywords.empty();
      source = "_krait_operator__methodcaller(lambda " + object + ", *_krait_args" + (named ? ", **_krait_named" : "") + ": " + object + "." +
               std::string(name) + "(*_krait_args" + (named ? ", **_krait_named" : "") + "))\n";
    } else {
      std::string parts;
      bool paths = call->keywords.empty();
      for (const Expr* x : call->args) {
        auto* text = dynAs<Constant>(x);
        paths &= text && text->value_kind == ConstantKind::Str && attributePath(text->text);
        if (paths) parts += (parts.empty() ? "" : ", ") + object + "." + std::string(text->text);
      }
      if (!paths) continue;
      source = "_krait_operator__attrgetter(lambda " + object + ": " + (call->args.size() > 1 ? "(" + parts + ")" : parts) + ")\n";
    }
    FileId file;
    auto* made = as<Call>(as<ExprStmt>(parse(source, file)->body[0])->value);
    auto* function = as<Lambda>(made->args[0]);
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
