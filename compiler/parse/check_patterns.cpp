// Patterns: names bound twice, alternatives that differ, cases that cannot be reached.
#include <algorithm>
#include <unordered_set>

#include "parse/checker.h"
#include "parse/dump.h"

namespace krait {

using namespace ast;

// A pattern that always matches: a capture, a wildcard, or an or-pattern or as-pattern of one.
bool Checker::irrefutable(const Pattern* p) {
  if (auto* as_pattern = dynAs<MatchAs>(p)) return !as_pattern->pattern;
  return false;
}

void Checker::unreachable(const Pattern* p) {
  auto* capture = dynAs<MatchAs>(p);
  if (capture && capture->name.name.valid()) {
    codeError(p->range, "name capture " + quoted(capture->name.name) +
                            " makes remaining patterns unreachable");
  } else {
    codeError(p->range, "wildcard makes remaining patterns unreachable");
  }
}

void Checker::match(const Match* s) {
  expr(s->subject);
  for (size_t i = 0; i < s->cases.size(); i++) {
    const MatchCase* c = s->cases[i];
    Bindings bound;
    // A guard, or being the last, makes it all right to match everything.
    pattern(c->pattern, bound, c->guard || i + 1 == s->cases.size());
    expr(c->guard);
    stmts(c->body);
  }
}

void Checker::capture(Name name, Range range, Bindings& bound) {
  if (!name.valid()) return;
  if (std::find(bound.names.begin(), bound.names.end(), name) != bound.names.end()) {
    codeError(range, "multiple assignments to name " + quoted(name) + " in pattern");
    return;
  }
  bound.names.push_back(name);
  store(name, range);
}

// A constant's identity as a dict key: equal texts mean equal values.
std::string Checker::constantKey(const Expr* e) {
  auto number = [](const Constant* c, bool negative) -> std::string {
    // 1, 1.0, True and 1+0j are one key.
    double v = 0;
    switch (c->value_kind) {
      case ConstantKind::Int: {
        std::string digits = decimalDigits(c->text);
        if (digits == "0") negative = false;
        if (digits.size() > 15) return (negative ? "n-" : "n") + digits;
        v = std::stod(digits);
        break;
      }
      case ConstantKind::Float:
        v = c->number;
        break;
      case ConstantKind::True:
        v = 1;
        break;
      case ConstantKind::False:
        v = 0;
        break;
      default:
        return "";
    }
    if (negative) v = -v;
    if (v == 0) v = 0;
    std::string text = reprFloat(v);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return "n" + text;
  };
  if (auto* c = dynAs<Constant>(e)) {
    switch (c->value_kind) {
      case ConstantKind::None:
        return "None";
      case ConstantKind::Ellipsis:
        return "...";
      case ConstantKind::Str:
        return "s" + std::string(c->text);
      case ConstantKind::Bytes:
        return "b" + std::string(c->text);
      case ConstantKind::Complex:
        return c->number == 0 ? "n0" : "c0," + reprFloat(c->number);
      default:
        return number(c, false);
    }
  }
  if (auto* u = dynAs<UnaryOp>(e)) {
    auto* c = dynAs<Constant>(u->operand);
    if (!c || u->op != UnaryOperator::USub) return "";
    if (c->value_kind == ConstantKind::Complex) {
      return c->number == 0 ? "n0" : "c0," + reprFloat(-c->number);
    }
    return number(c, true);
  }
  if (auto* b = dynAs<BinOp>(e)) {
    std::string left = constantKey(b->left);
    auto* c = dynAs<Constant>(b->right);
    if (left.empty() || !c || c->value_kind != ConstantKind::Complex) return "";
    const double imaginary = b->op == BinaryOperator::Sub ? -c->number : c->number;
    return imaginary == 0 ? left : "c" + left.substr(1) + "," + reprFloat(imaginary);
  }
  return "";
}

// How Python would print the key in an error message.
static std::string reprKey(const Expr* e, const std::string& key) {
  if (auto* c = dynAs<Constant>(e)) {
    switch (c->value_kind) {
      case ConstantKind::Int:
        return decimalDigits(c->text);
      case ConstantKind::Float:
        return reprFloat(c->number);
      case ConstantKind::Complex:
        return reprImaginary(c->number);
      case ConstantKind::Str:
        return reprString(c->text);
      case ConstantKind::Bytes:
        return reprBytes(c->text);
      case ConstantKind::None:
        return "None";
      case ConstantKind::True:
        return "True";
      case ConstantKind::False:
        return "False";
      case ConstantKind::Ellipsis:
        return "Ellipsis";
    }
  }
  if (auto* u = dynAs<UnaryOp>(e)) {
    std::string text = reprKey(u->operand, key);
    return text == "0" ? text : "-" + text;
  }
  return key.substr(1);
}

void Checker::pattern(const Pattern* p, Bindings& bound, bool irrefutable_allowed) {
  switch (p->kind) {
    case PatternKind::MatchValue: {
      const Expr* value = as<MatchValue>(p)->value;
      if (is<JoinedStr>(value) || is<TemplateStr>(value)) {
        codeError(p->range, "patterns may only match literals and attribute lookups");
      }
      expr(value);
      break;
    }
    case PatternKind::MatchSingleton:
      break;
    case PatternKind::MatchSequence: {
      bool seen = false;
      for (const Pattern* x : as<MatchSequence>(p)->patterns) {
        if (is<MatchStar>(x)) {
          if (seen) {
            codeError(p->range, "multiple starred names in sequence pattern");
          }
          seen = true;
        }
        pattern(x, bound, true);
      }
      break;
    }
    case PatternKind::MatchMapping: {
      auto* n = as<MatchMapping>(p);
      std::unordered_set<std::string> seen;
      for (const Expr* key : n->keys) {
        if (is<JoinedStr>(key) || is<TemplateStr>(key)) {
          codeError(p->range, "mapping pattern keys may only match literals and attribute lookups");
        }
        const std::string id = constantKey(key);
        if (!id.empty() && !seen.insert(id).second) {
          codeError(p->range, "mapping pattern checks duplicate key (" + reprKey(key, id) + ")");
        }
        expr(key);
      }
      for (const Pattern* x : n->patterns) pattern(x, bound, true);
      capture(n->rest.name, n->rest.range, bound);
      break;
    }
    case PatternKind::MatchClass: {
      auto* n = as<MatchClass>(p);
      for (size_t i = 0; i < n->kwd_attrs.size(); i++) {
        const Ident& id = n->kwd_attrs[i];
        forbidden(id.name, id.range);
        for (size_t k = i + 1; k < n->kwd_attrs.size(); k++) {
          if (n->kwd_attrs[k].name != id.name) continue;
          codeError(n->kwd_patterns[k]->range, "attribute name repeated in class pattern: " +
                                                   std::string(names_.text(id.name)));
        }
      }
      expr(n->cls);
      for (const Pattern* x : n->patterns) pattern(x, bound, true);
      for (const Pattern* x : n->kwd_patterns) pattern(x, bound, true);
      break;
    }
    case PatternKind::MatchStar:
      capture(as<MatchStar>(p)->name.name, as<MatchStar>(p)->name.range, bound);
      break;
    case PatternKind::MatchAs: {
      auto* n = as<MatchAs>(p);
      if (!n->pattern) {
        if (!irrefutable_allowed) unreachable(p);
      } else {
        pattern(n->pattern, bound, irrefutable_allowed);
      }
      capture(n->name.name, n->name.range, bound);
      break;
    }
    case PatternKind::MatchOr: {
      auto* n = as<MatchOr>(p);
      const size_t outer = bound.names.size();
      std::vector<Name> first;
      for (size_t i = 0; i < n->patterns.size(); i++) {
        const bool last = i + 1 == n->patterns.size();
        Bindings mine;
        mine.names.assign(bound.names.begin(), bound.names.begin() + outer);
        pattern(n->patterns[i], mine, last && irrefutable_allowed);
        std::vector<Name> added(mine.names.begin() + outer, mine.names.end());
        std::sort(added.begin(), added.end());
        if (i == 0) {
          first = added;
          bound.names.insert(bound.names.end(), mine.names.begin() + outer, mine.names.end());
        } else if (added != first) {
          codeError(p->range, "alternative patterns bind different names");
          return;
        }
      }
      break;
    }
  }
}

}  // namespace krait
