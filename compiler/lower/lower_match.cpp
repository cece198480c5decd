// The match statement, and attribute access that may fail. Subjects live in slots, so that a test narrows
// the type that later tests see. Names are bound when the whole pattern has matched, before the guard.
#include "lower/lowering.h"

namespace krait::hir {

using namespace ast;

// A function or class of lib/core, whatever its name means in this module.
Reg Lowering::coreName(const char* text, Range r) {
  Reg v = emitValue(Op::LoadGlobal, r);
  Name name = names_.intern(text);
  last().name = name;
  if (auto it = program_.core_globals.find(name); it != program_.core_globals.end()) last().builtin = it->second;
  return v;
}

Reg Lowering::coreCall(const char* function, std::initializer_list<Reg> arguments, Range r) {
  Reg callee = coreName(function, r);
  Reg v = emitValue(Op::Call, r, {callee});
  for (Reg a : arguments) last().args.push_back({a, ArgKind::Positional, Name()});
  return v;
}

// A constant index as the source would have it: negative ones are a minus before a literal.
Reg Lowering::literalIndex(int64_t n, Range r) {
  Reg v = constant(ConstantKind::Int, r);
  last().imm = -1;
  last().text = names_.text(names_.intern(std::to_string(n < 0 ? -n : n)));
  if (n >= 0) return v;
  Reg negated = emitValue(Op::Unary, r, {v});
  last().sub = static_cast<uint8_t>(UnaryOperator::USub);
  return negated;
}

namespace {

bool captures(const Pattern* p, Name name) {
  auto any = [&](const auto& list) {
    for (const Pattern* x : list)
      if (captures(x, name)) return true;
    return false;
  };
  switch (p->kind) {
    case PatternKind::MatchAs: {
      auto* a = as<MatchAs>(p);
      return (a->name.name.valid() && a->name.name == name) || (a->pattern && captures(a->pattern, name));
    }
    case PatternKind::MatchStar: return as<MatchStar>(p)->name.name.valid() && as<MatchStar>(p)->name.name == name;
    case PatternKind::MatchOr: return any(as<MatchOr>(p)->patterns);
    case PatternKind::MatchSequence: return any(as<MatchSequence>(p)->patterns);
    case PatternKind::MatchMapping:
      return (as<MatchMapping>(p)->rest.name.valid() && as<MatchMapping>(p)->rest.name == name) ||
             any(as<MatchMapping>(p)->patterns);
    case PatternKind::MatchClass: return any(as<MatchClass>(p)->patterns) || any(as<MatchClass>(p)->kwd_patterns);
    default: return false;
  }
}

// Could the guard assign a variable? Only plain shapes are known not to.
bool mayAssign(const Expr* e) {
  auto any = [&](const auto& list) {
    for (const Expr* x : list)
      if (mayAssign(x)) return true;
    return false;
  };
  switch (e->kind) {
    case ExprKind::NameExpr:
    case ExprKind::Constant: return false;
    case ExprKind::Attribute: return mayAssign(as<Attribute>(e)->value);
    case ExprKind::UnaryOp: return mayAssign(as<UnaryOp>(e)->operand);
    case ExprKind::BinOp: return mayAssign(as<BinOp>(e)->left) || mayAssign(as<BinOp>(e)->right);
    case ExprKind::Subscript: return mayAssign(as<Subscript>(e)->value) || mayAssign(as<Subscript>(e)->slice);
    case ExprKind::BoolOp: return any(as<BoolOp>(e)->values);
    case ExprKind::Compare: return mayAssign(as<Compare>(e)->left) || any(as<Compare>(e)->comparators);
    case ExprKind::Call: return mayAssign(as<Call>(e)->func) || any(as<Call>(e)->args) || !as<Call>(e)->keywords.empty();
    default: return true;
  }
}

}  // namespace

// The subject's own variable, where nothing in the statement's patterns and guards can assign it: so what
// a pattern tells of its type holds for the variable, too.
bool Lowering::subjectVariable(const Match* s, Slot& slot) {
  auto* name = dynAs<NameExpr>(s->subject);
  if (!name) return false;
  Access a = access(mangled(name->id));
  if (a.kind != Access::Slot) return false;
  for (const MatchCase* c : s->cases)
    if (captures(c->pattern, name->id) || (c->guard && mayAssign(c->guard))) return false;
  slot = a.slot;
  return true;
}

void Lowering::matchStmt(const Match* s) {
  Slot subject;
  Reg value = expr(s->subject);
  if (!subjectVariable(s, subject)) {
    subject = newSlot();
    storeSlot(subject, value, s->subject->range);
  }
  BlockId done = newBlock();
  for (const MatchCase* c : s->cases) {
    BlockId next = newBlock();
    // Each case narrows on its own.
    BlockId test = newBlock();
    jump(test);
    start(test);
    std::vector<std::pair<Name, Slot>> captures;
    pattern(c->pattern, subject, next, captures);
    for (auto& [name, slot] : captures) storeName(name, loadSlot(slot, c->pattern->range), c->pattern->range);
    if (c->guard) {
      BlockId body = newBlock();
      condition(c->guard, body, next);
      start(body);
    }
    stmts(c->body);
    jump(done);
    start(next);
  }
  jump(done);
  start(done);
}

// Tests the subject against the pattern; goes on in the current block if it matches, to `fail` if not.
void Lowering::pattern(const Pattern* p, Slot subject, BlockId fail, Captures& captures) {
  Range r = p->range;
  auto test = [&](Reg condition) {
    BlockId yes = newBlock();
    branch(condition, yes, fail, r);
    start(yes);
  };
  auto truth = [&](Reg v) { return emitValue(Op::Truth, r, {v}); };
  auto capture = [&](Name name, Reg value) {
    for (auto& [known, slot] : captures)
      if (known == name) return storeSlot(slot, value, r);
    Slot slot = newSlot();
    captures.push_back({name, slot});
    storeSlot(slot, value, r);
  };
  // A part of the subject, in a slot of its own.
  auto part = [&](const Pattern* inner, Reg value) {
    Slot slot = newSlot();
    storeSlot(slot, value, inner->range);
    pattern(inner, slot, fail, captures);
  };
  switch (p->kind) {
    case PatternKind::MatchValue: {
      Reg value = expr(as<MatchValue>(p)->value);
      Reg eq = emitValue(Op::Compare, r, {loadSlot(subject, r), value});
      last().sub = static_cast<uint8_t>(CompareOperator::Eq);
      return test(truth(eq));
    }
    case PatternKind::MatchSingleton: {
      Reg value = constant(as<MatchSingleton>(p)->value, r);
      return test(emitValue(Op::Is, r, {loadSlot(subject, r), value}));
    }
    case PatternKind::MatchAs: {
      auto* a = as<MatchAs>(p);
      if (a->pattern) pattern(a->pattern, subject, fail, captures);
      if (a->name.name.valid()) capture(a->name.name, loadSlot(subject, r));
      return;
    }
    case PatternKind::MatchOr: {
      BlockId matched = newBlock();
      auto& alternatives = as<MatchOr>(p)->patterns;
      for (size_t i = 0; i < alternatives.size(); ++i) {
        BlockId next = i + 1 == alternatives.size() ? fail : newBlock();
        pattern(alternatives[i], subject, next, captures);
        jump(matched);
        if (i + 1 < alternatives.size()) start(next);
      }
      start(matched);
      return;
    }
    case PatternKind::MatchSequence: {
      auto& parts = as<MatchSequence>(p)->patterns;
      size_t star = parts.size();
      for (size_t i = 0; i < parts.size(); ++i)
        if (parts[i]->kind == PatternKind::MatchStar) star = i;
      bool has_star = star < parts.size();
      // By types where they decide it: see Engine::intrinsic.
      Reg s = loadSlot(subject, r);
      Reg n = constantInt(static_cast<int64_t>(parts.size() - has_star), r);
      Reg open = constantInt(has_star, r);
      Reg fits = emitValue(Op::Intrinsic, r, {s, n, open});
      last().name = names_.intern("match_sequence");
      test(truth(fits));
      for (size_t i = 0; i < parts.size(); ++i) {
        int64_t behind = static_cast<int64_t>(parts.size() - i - 1);
        if (i == star) {
          auto* rest = as<MatchStar>(parts[i]);
          if (!rest->name.name.valid()) continue;
          capture(rest->name.name,
                  coreCall("_match_rest", {loadSlot(subject, r), constantInt(static_cast<int64_t>(i), r),
                                           constantInt(behind, r)}, r));
          continue;
        }
        if (auto* any = dynAs<MatchAs>(parts[i]); any && !any->pattern && !any->name.name.valid()) continue;
        Reg object = loadSlot(subject, r);
        Reg index = literalIndex(i < star ? static_cast<int64_t>(i) : -behind - 1, r);
        part(parts[i], emitValue(Op::GetItem, parts[i]->range, {object, index}));
      }
      return;
    }
    case PatternKind::MatchMapping: {
      auto* m = as<MatchMapping>(p);
      test(truth(coreCall("isinstance", {loadSlot(subject, r), coreName("_mapping_pattern", r)}, r)));
      std::vector<Reg> keys;
      for (size_t i = 0; i < m->keys.size(); ++i) {
        Reg key = expr(m->keys[i]);
        keys.push_back(key);
        Reg in = emitValue(Op::Contains, r, {key, loadSlot(subject, r)});
        test(in);
        Reg object = loadSlot(subject, r);
        part(m->patterns[i], emitValue(Op::GetItem, m->patterns[i]->range, {object, key}));
      }
      if (m->rest.name.valid()) {
        Reg rest = coreCall("dict", {loadSlot(subject, r)}, r);
        for (Reg key : keys) emit(Op::DelItem, r).operands = {rest, key};
        capture(m->rest.name, rest);
      }
      return;
    }
    case PatternKind::MatchClass: {
      auto* m = as<MatchClass>(p);
      Slot cls = newSlot();
      storeSlot(cls, expr(m->cls), m->cls->range);
      test(truth(coreCall("isinstance", {loadSlot(subject, r), loadSlot(cls, r)}, r)));
      for (size_t i = 0; i < m->patterns.size(); ++i) {
        Reg object = loadSlot(subject, r);
        Reg v = emitValue(Op::MatchPositional, m->patterns[i]->range, {object, loadSlot(cls, r)});
        last().imm = static_cast<int64_t>(i);
        last().sub = static_cast<uint8_t>(m->patterns.size());
        part(m->patterns[i], v);
      }
      for (size_t i = 0; i < m->kwd_patterns.size(); ++i) {
        Name name = mangled(m->kwd_attrs[i].name);
        Reg has = emitValue(Op::HasAttr, r, {loadSlot(subject, r)});
        last().name = name;
        test(has);
        Reg v = emitValue(Op::GetAttr, m->kwd_attrs[i].range, {loadSlot(subject, r)});
        last().name = name;
        part(m->kwd_patterns[i], v);
      }
      return;
    }
    case PatternKind::MatchStar: KRAIT_UNREACHABLE("a star outside a sequence pattern");
  }
}

// getattr(object, "name", default): as CPython, the default stands in for AttributeError only.
Reg Lowering::getAttrOr(Reg object, Name name, Reg fallback, Range r) {
  return attributeOr([&] {
    Reg v = emitValue(Op::GetAttr, r, {object});
    last().name = name;
    return v;
  }, fallback, r);
}

// How the texts that the program stores to attributes of that name begin and end.
void Lowering::storedPattern(Name attribute, std::string& prefix, std::string& suffix) {
  bool first = true;
  for (const resolve::Module& m : program_.modules->modules) {
    auto stores = m.attribute_stores.find(attribute);
    if (stores == m.attribute_stores.end()) continue;
    for (const Expr* value : stores->second) {
      std::string begin, end;
      if (value) namePattern(value, begin, end, 3);
      if (auto* none = value ? dynAs<Constant>(value) : nullptr; none && none->value_kind == ConstantKind::None) continue;
      if (first) {
        prefix = begin, suffix = end;
      } else {
        prefix.resize(static_cast<size_t>(std::mismatch(prefix.begin(), prefix.end(), begin.begin(), begin.end()).first - prefix.begin()));
        suffix.erase(suffix.begin(), std::mismatch(suffix.rbegin(), suffix.rend(), end.rbegin(), end.rend()).first.base());
      }
      first = false;
    }
  }
}

// How every value of this expression, a computed attribute name, begins and ends, as far as the text says.
void Lowering::namePattern(const Expr* e, std::string& prefix, std::string& suffix, int depth) {
  auto literal = [](const Expr* x) -> const Constant* {
    auto* c = dynAs<Constant>(x);
    return c && c->value_kind == ConstantKind::Str ? c : nullptr;
  };
  if (auto* c = literal(e)) {
    prefix = suffix = c->text;
  } else if (auto* j = dynAs<JoinedStr>(e); j && !j->values.empty()) {
    if (auto* first = literal(j->values[0])) prefix = first->text;
    if (auto* end = literal(j->values.back())) suffix = end->text;
  } else if (auto* b = dynAs<BinOp>(e)) {
    if (b->op == BinaryOperator::Add) {
      std::string unused;
      namePattern(b->left, prefix, unused, depth);
      namePattern(b->right, unused, suffix, depth);
      if (literal(b->left) && literal(b->right)) prefix.clear(), suffix.clear();
    } else if (auto* c2 = b->op == BinaryOperator::Mod ? literal(b->left) : nullptr) {
      prefix = c2->text.substr(0, c2->text.find('%'));
    }
  } else if (auto* attribute = dynAs<Attribute>(e); attribute && depth == 0) {
    // `self.name`: what the program stores to attributes of that name.
    auto* self = dynAs<NameExpr>(attribute->value);
    if (!self || !code().is_method || code().params.empty() || code().params[0].name != self->id) return;
    storedPattern(attribute->attr.name, prefix, suffix);
    // A setattr whose computed name may be this attribute's: it may hold anything.
    const std::string_view stored = names_.text(attribute->attr.name);
    for (const resolve::Module& m : program_.modules->modules) {
      for (const Expr* computed : m.computed_stores) {
        std::string begin, end;
        if (auto* other = dynAs<Attribute>(computed)) storedPattern(other->attr.name, begin, end);
        else namePattern(computed, begin, end, 3);
        if (stored.starts_with(begin) && stored.ends_with(end)) prefix.clear(), suffix.clear();
      }
    }
  } else if (auto* n = dynAs<NameExpr>(e); n && depth < 3) {
    // A variable that one statement of this function sets.
    const Assign* only = nullptr;
    int count = 0;
    std::function<void(const List<Stmt*>&)> walk = [&](const List<Stmt*>& list) {
      for (const Stmt* s : list) {
        if (auto* a = dynAs<Assign>(s)) {
          for (const Expr* t : a->targets)
            if (auto* x = dynAs<NameExpr>(t); x && x->id == n->id) only = a, ++count;
        } else if (auto* i = dynAs<If>(s)) {
          walk(i->body), walk(i->orelse);
        } else if (auto* f = dynAs<For>(s)) {
          if (auto* x = dynAs<NameExpr>(f->target); x && x->id == n->id) ++count;
          walk(f->body), walk(f->orelse);
        } else if (auto* w = dynAs<While>(s)) {
          walk(w->body);
        } else if (auto* t = dynAs<Try>(s)) {
          walk(t->body), walk(t->orelse), walk(t->finalbody);
          for (auto* h : t->handlers) walk(h->body);
        } else if (auto* w2 = dynAs<With>(s)) {
          walk(w2->body);
        } else if (s->kind == StmtKind::AugAssign) {
          if (auto* x = dynAs<NameExpr>(as<AugAssign>(s)->target); x && x->id == n->id) count += 2;
        }
      }
    };
    if (code().kind == CodeKind::Function) walk(static_cast<const FunctionDef*>(code().node)->body);
    if (code().kind == CodeKind::Module) walk(static_cast<const Module*>(code().node)->body);
    if (count == 1 && only && only->targets.size() == 1) namePattern(only->value, prefix, suffix, depth + 1);
  }
}

// An operation on an attribute whose name is computed: attr_get, attr_has, attr_set, attr_del. `plain` is the function of
// lib/core that makes a plain str of the name, operand 1.
Reg Lowering::dynamicAttribute(const char* operation, std::vector<Reg> operands, const Expr* name, bool called, Range r, const char* plain) {
  operands[1] = coreCall(plain, {operands[1]}, r);
  std::string prefix, suffix;
  namePattern(name, prefix, suffix, 0);
  code().computes_names = true;
  Reg v = emitValue(Op::Intrinsic, r);
  Instr& i = last();
  i.operands = std::move(operands);
  i.name = names_.intern(operation);
  i.text = names_.text(names_.intern(prefix + "\n" + suffix));
  i.sub = called;
  return v;
}

Reg Lowering::attributeOr(const std::function<Reg()>& get, Reg fallback, Range r) {
  Slot result = newSlot();
  BlockId outer = handler_, dispatch = newBlock(), done = newBlock(), body = newBlock();
  handler_ = dispatch;
  jump(body);
  start(body);
  Reg v = get();
  storeSlot(result, v, r);
  handler_ = outer;
  BlockId found = newBlock();
  jump(found);
  start(found);
  jump(done);
  start(dispatch);
  Reg caught = emitValue(Op::CatchException, r);
  Reg previous = emitValue(Op::EnterHandler, r, {caught});
  Reg match = emitValue(Op::MatchException, r, {caught, coreName("AttributeError", r)});
  BlockId yes = newBlock(), no = newBlock();
  branch(match, yes, no, r);
  start(no);
  emit(Op::LeaveHandler, {}).operands = {previous};
  emit(Op::Reraise, r).operands = {caught};
  current_ = BlockId();
  start(yes);
  emit(Op::LeaveHandler, {}).operands = {previous};
  storeSlot(result, fallback, r);
  jump(done);
  start(done);
  return loadSlot(result, r);
}

}  // namespace krait::hir
