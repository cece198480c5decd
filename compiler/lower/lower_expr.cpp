// Lowering of expressions.
#include <algorithm>
#include <cmath>

#include "lower/lowering.h"

namespace krait::hir {

using namespace ast;
using resolve::Scope;

static bool isConstantSet(const Expr* e);

Reg Lowering::expr(const Expr* e) {
  Range r = e->range;
  switch (e->kind) {
    case ExprKind::Constant: {
      auto* c = as<Constant>(e);
      Reg v = constant(c->value_kind, r);
      last().text = c->text;
      last().number = c->number;
      if (c->value_kind == ConstantKind::Int) last().imm = -1;  // the value is in text
      return v;
    }
    case ExprKind::NameExpr: return loadName(as<NameExpr>(e)->id, r);
    case ExprKind::Attribute: {
      auto* a = as<Attribute>(e);
      Reg object = expr(a->value);
      Reg v = emitValue(Op::GetAttr, r, {object});
      last().name = mangled(a->attr.name);
      return v;
    }
    case ExprKind::Subscript: {
      auto* s = as<Subscript>(e);
      Reg object = expr(s->value);
      Reg index = sliceExpr(s->slice);
      Reg v = emitValue(Op::GetItem, r, {object, index});
      last().place.anchor = {s->value->range.end, s->slice->range.end + 1};
      return v;
    }
    case ExprKind::Call: return call(as<Call>(e));
    case ExprKind::BinOp: {
      auto* b = as<BinOp>(e);
      // A left-deep chain can be long: walk it iteratively.
      std::vector<const BinOp*> chain{b};
      while (auto* left = dynAs<BinOp>(chain.back()->left)) chain.push_back(left);
      Reg v = expr(chain.back()->left);
      for (size_t i = chain.size(); i-- > 0;) {
        Reg right = expr(chain[i]->right);
        v = emitValue(Op::Binary, chain[i]->range, {v, right});
        last().sub = static_cast<uint8_t>(chain[i]->op);
        last().place.anchor = chain[i]->op_range;
      }
      return v;
    }
    case ExprKind::UnaryOp: {
      auto* u = as<UnaryOp>(e);
      if (u->op == UnaryOperator::Not) {
        Reg t = emitValue(Op::Truth, u->operand->range, {expr(u->operand)});
        return emitValue(Op::Not, r, {t});
      }
      Reg operand = expr(u->operand);
      Reg v = emitValue(Op::Unary, r, {operand});
      last().sub = static_cast<uint8_t>(u->op);
      return v;
    }
    case ExprKind::BoolOp: return boolOp(as<BoolOp>(e));
    case ExprKind::Compare: return compare(as<Compare>(e));
    case ExprKind::IfExp: {
      auto* i = as<IfExp>(e);
      BlockId yes = newBlock(), no = newBlock(), done = newBlock();
      Slot s = newSlot();
      condition(i->test, yes, no);
      start(yes);
      storeSlot(s, expr(i->body), i->body->range);
      jump(done);
      start(no);
      storeSlot(s, expr(i->orelse), i->orelse->range);
      jump(done);
      start(done);
      return loadSlot(s, r);
    }
    case ExprKind::NamedExpr: {
      auto* n = as<NamedExpr>(e);
      Reg v = expr(n->value);
      const Scope* saved = scope_;
      // The target lives in the nearest scope that is no comprehension.
      while (scope_->kind == resolve::ScopeKind::Comprehension) scope_ = scope_->parent;
      storeName(as<NameExpr>(n->target)->id, v, n->target->range);
      scope_ = saved;
      return v;
    }
    case ExprKind::TupleExpr: return display(as<TupleExpr>(e)->elts, Op::BuildTuple, r);
    case ExprKind::ListExpr: return display(as<ListExpr>(e)->elts, Op::BuildList, r);
    case ExprKind::Set: {
      if (code().library || !isConstantSet(e)) return display(as<Set>(e)->elts, Op::BuildSet, r);
      return coreCall("_constant_set", {display(firstEqual(as<Set>(e))->elts, Op::BuildSet, r)}, r);
    }
    case ExprKind::Dict: {
      auto* d = as<Dict>(e);
      Reg v = emitValue(Op::BuildDict, r);
      for (size_t i = 0; i < d->keys.size(); ++i) {
        if (!d->keys[i]) {
          Reg other = expr(d->values[i]);
          Instr& u = emit(Op::DictUpdate, d->values[i]->range);
          u.operands = {v, other};
          continue;
        }
        Reg key = expr(d->keys[i]);
        Reg value = expr(d->values[i]);
        Instr& s = emit(Op::DictSet, r);
        s.operands = {v, key, value};
      }
      return v;
    }
    case ExprKind::ListComp: return comprehension(e, as<ListComp>(e)->generators, Op::BuildList);
    case ExprKind::SetComp: return comprehension(e, as<SetComp>(e)->generators, Op::BuildSet);
    case ExprKind::DictComp: return comprehension(e, as<DictComp>(e)->generators, Op::BuildDict);
    case ExprKind::GeneratorExp: {
      auto* g = as<GeneratorExp>(e);
      Reg iter = emitValue(Op::GetIter, g->generators[0]->iter->range, {expr(g->generators[0]->iter)});
      Reg f = function(g, CodeKind::GeneratorExpression, nullptr, r, names_.intern("<genexpr>"));
      Reg v = emitValue(Op::Call, r, {f});
      last().args = {{iter, ArgKind::Positional, Name()}};
      return v;
    }
    case ExprKind::Lambda: {
      Reg v = function(e, CodeKind::Lambda, as<Lambda>(e)->args, r, names_.intern("<lambda>"));
      const CodeId id = last().code;
      const std::vector<Reg> defaults = last().operands;
      describe(v, id, nullptr, as<Lambda>(e)->args, defaults, r);
      return v;
    }
    case ExprKind::JoinedStr: return joinedStr(as<JoinedStr>(e));
    case ExprKind::FormattedValue: return formatted(as<FormattedValue>(e));
    case ExprKind::Slice: return sliceExpr(e);
    case ExprKind::Yield:
    case ExprKind::YieldFrom: return yieldExpr(e);
    case ExprKind::Await:
      unsupportedAsync(r, "'await'", "use plain function calls and threads until asyncio is supported");
      expr(as<Await>(e)->value);
      return unknown(r);
    case ExprKind::TemplateStr:
    case ExprKind::Interpolation:
      unsupported(r, "a template string", "use an f-string");
      return unknown(r);
    case ExprKind::Starred: return expr(as<Starred>(e)->value);  // refused by the parser's checks
  }
  KRAIT_UNREACHABLE("expression kind");
}

Reg Lowering::sliceExpr(const Expr* e) {
  auto* s = dynAs<Slice>(e);
  if (!s) return expr(e);
  auto part = [&](const Expr* x) { return x ? expr(x) : constant(ConstantKind::None, e->range); };
  Reg lower = part(s->lower), upper = part(s->upper), step = part(s->step);
  return emitValue(Op::BuildSlice, e->range, {lower, upper, step});
}

// A yield ends its block: the function goes on in the next one when it is resumed.
Reg Lowering::emitYield(Reg value, Range r) {
  Reg v = emitValue(Op::Yield, r, {value});
  BlockId next = newBlock();
  jump(next);
  start(next);
  return v;
}

Reg Lowering::yieldExpr(const Expr* e) {
  if (auto* y = dynAs<Yield>(e)) {
    Reg value = y->value ? expr(y->value) : constant(ConstantKind::None, e->range);
    return emitYield(value, e->range);
  }
  // yield from: yields every item of the iterable; what is sent goes on to it, and its result comes back.
  Reg iter = emitValue(Op::GetIter, e->range, {expr(as<YieldFrom>(e)->value)});
  Slot sent = newSlot();
  storeSlot(sent, constant(ConstantKind::None, e->range), e->range);
  BlockId head = newBlock(), body = newBlock(), done = newBlock();
  jump(head);
  start(head);
  Reg value = loadSlot(sent, e->range);
  Instr& n = emit(Op::ForNext, e->range);
  n.operands = {iter, value};
  n.targets[0] = body;
  n.targets[1] = done;
  Reg item = n.result = newReg();
  current_ = BlockId();
  start(body);
  Slot current = newSlot();
  storeSlot(current, item, e->range);
  // What is thrown in at the yield goes on to the iterator, too (PEP 380).
  BlockId outer = handler_, thrown = newBlock(), suspend = newBlock(), resumed = newBlock();
  jump(suspend);
  handler_ = thrown;
  start(suspend);
  Reg received = emitValue(Op::Yield, e->range, {loadSlot(current, e->range)});
  last().sub = !outer.valid();  // a frame that dies here has nothing of its own to clean up
  jump(resumed);
  handler_ = outer;
  start(resumed);
  storeSlot(sent, received, e->range);
  jump(head);
  start(thrown);
  Reg exception = emitValue(Op::CatchException, e->range);
  BlockId forward = newBlock(), ended = newBlock(), other = newBlock();
  jump(forward);
  handler_ = ended;
  start(forward);
  storeSlot(current, coreCall("_delegate_throw", {iter, exception}, e->range), e->range);
  handler_ = outer;
  jump(suspend);
  start(ended);
  Slot end = newSlot();
  storeSlot(end, emitValue(Op::CatchException, e->range), e->range);
  Reg test = emitValue(Op::MatchException, e->range, {loadSlot(end, e->range), coreName("StopIteration", e->range)});
  branch(test, done, other, e->range);
  start(other);
  emit(Op::Reraise, e->range).operands = {loadSlot(end, e->range)};
  current_ = BlockId();
  start(done);
  return coreCall("_delegate_result", {iter}, e->range);
}

// Branches on the truth of `e` without making a value of `and`, `or`, `not`.
void Lowering::condition(const Expr* e, BlockId yes, BlockId no) {
  if (auto* u = dynAs<UnaryOp>(e); u && u->op == UnaryOperator::Not) return condition(u->operand, no, yes);
  if (auto* b = dynAs<BoolOp>(e)) {
    bool is_and = b->op == BoolOperator::And;
    for (size_t i = 0; i < b->values.size(); ++i) {
      if (i + 1 == b->values.size()) {
        condition(b->values[i], yes, no);
      } else {
        BlockId next = newBlock();
        if (is_and) condition(b->values[i], next, no);
        else condition(b->values[i], yes, next);
        start(next);
      }
    }
    return;
  }
  if (auto* c = dynAs<Compare>(e); c && c->ops.size() > 1) {
    // a < b < c: each comparison branches on its own.
    Reg left = expr(c->left);
    for (size_t i = 0; i < c->ops.size(); ++i) {
      Reg right = expr(c->comparators[i]);
      Range r{i ? c->comparators[i - 1]->range.begin : c->left->range.begin, c->comparators[i]->range.end};
      (void)r;
      Reg v;
      auto op = c->ops[i];
      if (op == CompareOperator::Is || op == CompareOperator::IsNot) {
        v = emitValue(Op::Is, e->range, {left, right});
        last().sub = op == CompareOperator::IsNot;
      } else if (op == CompareOperator::In || op == CompareOperator::NotIn) {
        v = emitValue(Op::Contains, e->range, {left, right});
        last().sub = op == CompareOperator::NotIn;
      } else {
        v = emitValue(Op::Compare, e->range, {left, right});
        last().sub = static_cast<uint8_t>(op);
      }
      Reg t = emitValue(Op::Truth, e->range, {v});
      BlockId next = i + 1 == c->ops.size() ? yes : newBlock();
      branch(t, next, no, e->range);
      if (i + 1 < c->ops.size()) start(next);
      left = right;
    }
    return;
  }
  // isinstance(x, C) == False
  if (auto* c = dynAs<Compare>(e); c && c->ops.size() == 1 && isTypeTest(c->left)) {
    auto* other = dynAs<Constant>(c->comparators[0]);
    bool boolean = other && (other->value_kind == ConstantKind::True || other->value_kind == ConstantKind::False);
    bool equal = c->ops[0] == CompareOperator::Eq || c->ops[0] == CompareOperator::Is;
    bool different = c->ops[0] == CompareOperator::NotEq || c->ops[0] == CompareOperator::IsNot;
    if (boolean && (equal || different)) {
      if ((other->value_kind == ConstantKind::True) != equal) std::swap(yes, no);
      return condition(c->left, yes, no);
    }
  }
  Reg t = emitValue(Op::Truth, e->range, {expr(e)});
  branch(t, yes, no, e->range);
}

// A call of the builtin isinstance, which gives a bool and narrows.
bool Lowering::isTypeTest(const Expr* e) {
  auto* c = dynAs<Call>(e);
  auto* f = c ? dynAs<NameExpr>(c->func) : nullptr;
  if (!f || names_.text(f->id) != "isinstance") return false;
  Access a = access(f->id);
  return a.kind == Access::Global && !a.global.valid() && a.builtin.valid();
}

Reg Lowering::boolOp(const BoolOp* e) {
  BlockId done = newBlock();
  Slot s = newSlot();
  for (size_t i = 0; i < e->values.size(); ++i) {
    Reg v = expr(e->values[i]);
    storeSlot(s, v, e->values[i]->range);
    if (i + 1 == e->values.size()) {
      jump(done);
    } else {
      // Test what the slot holds, so that narrowing by truth applies to it.
      Reg loaded = loadSlot(s, e->values[i]->range);
      Reg t = emitValue(Op::Truth, e->values[i]->range, {loaded});
      BlockId next = newBlock();
      if (e->op == BoolOperator::And) branch(t, next, done, e->range);
      else branch(t, done, next, e->range);
      start(next);
    }
  }
  start(done);
  return loadSlot(s, e->range);
}

Reg Lowering::compare(const Compare* e) {
  auto one = [&](CompareOperator op, Reg left, Reg right) {
    Reg v;
    if (op == CompareOperator::Is || op == CompareOperator::IsNot) {
      v = emitValue(Op::Is, e->range, {left, right});
      last().sub = op == CompareOperator::IsNot;
    } else if (op == CompareOperator::In || op == CompareOperator::NotIn) {
      v = emitValue(Op::Contains, e->range, {left, right});
      last().sub = op == CompareOperator::NotIn;
    } else {
      v = emitValue(Op::Compare, e->range, {left, right});
      last().sub = static_cast<uint8_t>(op);
    }
    return v;
  };
  Reg left = expr(e->left);
  // Nobody sees the order of a set that is only searched.
  if (auto* s = dynAs<Set>(e->comparators[0]);
      s && e->ops.size() == 1 && (e->ops[0] == CompareOperator::In || e->ops[0] == CompareOperator::NotIn))
    return one(e->ops[0], left, display(s->elts, Op::BuildSet, s->range));
  if (e->ops.size() == 1) return one(e->ops[0], left, expr(e->comparators[0]));
  BlockId done = newBlock();
  Slot s = newSlot();
  for (size_t i = 0; i < e->ops.size(); ++i) {
    Reg right = expr(e->comparators[i]);
    storeSlot(s, one(e->ops[i], left, right), e->range);
    if (i + 1 == e->ops.size()) {
      jump(done);
    } else {
      Reg t = emitValue(Op::Truth, e->range, {loadSlot(s, e->range)});
      BlockId next = newBlock();
      branch(t, next, done, e->range);
      start(next);
      left = right;
    }
  }
  start(done);
  return loadSlot(s, e->range);
}

namespace {

// The value of a number as far as its size matters; what is no int or no number has none.
struct FoldedInt {
  bool known = false;
  double value = 0;
  double bits() const { return value == 0 ? 0 : std::floor(std::log2(std::fabs(value))) + 1; }
};

bool isConstant(const Expr* e);

FoldedInt foldInt(const Expr* e) {
  if (auto* c = dynAs<Constant>(e); c && c->value_kind == ConstantKind::Int)
    return {true, std::strtod(std::string(c->text).c_str(), nullptr)};
  if (auto* u = dynAs<UnaryOp>(e)) {
    FoldedInt x = foldInt(u->operand);
    if (x.known && u->op == UnaryOperator::USub) x.value = -x.value;
    return x;
  }
  auto* b = dynAs<BinOp>(e);
  if (!b) return {};
  FoldedInt x = foldInt(b->left), y = foldInt(b->right);
  if (!x.known || !y.known) return {};
  switch (b->op) {
    case BinaryOperator::Add: return {true, x.value + y.value};
    case BinaryOperator::Sub: return {true, x.value - y.value};
    case BinaryOperator::Mult: return {true, x.value * y.value};
    case BinaryOperator::Pow: return {y.value >= 0, std::pow(x.value, y.value)};
    case BinaryOperator::LShift: return {true, std::ldexp(x.value, static_cast<int>(y.value))};
    case BinaryOperator::FloorDiv: return {y.value != 0, std::floor(x.value / y.value)};
    default: return {};
  }
}

// Does CPython's compiler compute this operation on constants? It leaves large results and errors to the
// program (fold_binop in its ast_opt.c).
bool foldsOperation(const BinOp* b) {
  if (!isConstant(b->left) || !isConstant(b->right)) return false;
  FoldedInt x = foldInt(b->left), y = foldInt(b->right);
  auto* text = dynAs<Constant>(b->left);
  bool texts = text && (text->value_kind == ConstantKind::Str || text->value_kind == ConstantKind::Bytes);
  constexpr double kMaxBits = 128;  // MAX_INT_SIZE
  constexpr double kMaxText = 4096;  // MAX_STR_SIZE
  switch (b->op) {
    case BinaryOperator::Mult:
      if (texts) return y.known && y.value * static_cast<double>(text->text.size()) <= kMaxText;
      return !x.known || !y.known || x.bits() + y.bits() <= kMaxBits;
    case BinaryOperator::Pow: return !x.known || !y.known || y.value < 0 || x.bits() * y.value <= kMaxBits;
    case BinaryOperator::LShift: return x.known && y.known && y.value >= 0 && x.bits() + y.value <= kMaxBits;
    case BinaryOperator::Div:
    case BinaryOperator::FloorDiv:
    case BinaryOperator::Mod: {
      auto* divisor = dynAs<Constant>(b->right);
      return !texts && (y.known ? y.value != 0 : divisor && divisor->number != 0);
    }
    case BinaryOperator::MatMult: return false;
    default: return true;
  }
}

// What CPython folds to a constant: literals, operations on them, tuples of them.
bool isConstant(const Expr* e) {
  if (auto* u = dynAs<UnaryOp>(e)) return isConstant(u->operand);
  if (auto* t = dynAs<TupleExpr>(e))
    return std::all_of(t->elts.begin(), t->elts.end(), [](const Expr* x) { return isConstant(x); });
  if (auto* b = dynAs<BinOp>(e)) return foldsOperation(b);
  return e->kind == ExprKind::Constant;
}

}  // namespace

// A set display of three constants and more is a constant frozenset in CPython, made once from the items
// and once more from that frozenset, and added to an empty set: all of which shows in the order.
static bool isConstantSet(const Expr* e) {
  auto* s = dynAs<Set>(e);
  return s && s->elts.size() > 2 &&
         std::all_of(s->elts.begin(), s->elts.end(), [](const Expr* x) { return isConstant(x); });
}

// The same text for what CPython takes for the same constant.
static std::string constantKey(const Expr* e) {
  if (auto* u = dynAs<UnaryOp>(e)) return std::to_string(static_cast<int>(u->op)) + "u" + constantKey(u->operand);
  if (auto* b = dynAs<BinOp>(e))
    return "(" + constantKey(b->left) + std::to_string(static_cast<int>(b->op)) + "b" + constantKey(b->right) + ")";
  if (auto* t = dynAs<TupleExpr>(e)) {
    std::string out = "(";
    for (const Expr* x : t->elts) out += constantKey(x) + ",";
    return out + ")";
  }
  auto* c = as<Constant>(e);
  return std::to_string(static_cast<int>(c->value_kind)) + ":" + std::to_string(c->text.size()) + ":" + std::string(c->text);
}

static std::vector<std::string> constantKeys(const Set* s) {
  std::vector<std::string> out;
  for (const Expr* e : s->elts) out.push_back(constantKey(e));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// Equal constant sets are one constant of a module in CPython: that of the first, whose order counts for all.
const Set* Lowering::firstEqual(const Set* s) {
  auto [of_module, fresh] = program_.constant_sets.try_emplace(code().module.index);
  auto& first = of_module->second;
  if (fresh)
    for (const Set* other : program_.modules->modules[code().module].sets)
      if (isConstantSet(other)) first.try_emplace(constantKeys(other), other);
  auto it = first.find(constantKeys(s));
  return it == first.end() ? s : it->second;
}

Reg Lowering::display(const List<Expr*>& elts, Op build, Range r) {
  size_t plain = 0;
  while (plain < elts.size() && elts[plain]->kind != ExprKind::Starred) ++plain;
  std::vector<Reg> regs;
  for (size_t i = 0; i < plain; ++i) regs.push_back(expr(elts[i]));
  bool tuple = build == Op::BuildTuple && plain < elts.size();
  Reg v = emitValue(tuple ? Op::BuildList : build, r);
  last().operands = regs;
  for (size_t i = plain; i < elts.size(); ++i) {
    if (auto* s = dynAs<Starred>(elts[i])) {
      Reg other = expr(s->value);
      if (build != Op::BuildSet) other = coreCall("_starred_item", {other}, s->range);
      Instr& x = emit(Op::ListExtend, elts[i]->range);
      x.operands = {v, other};
      x.sub = build == Op::BuildSet;
    } else {
      Reg item = expr(elts[i]);
      Instr& x = emit(build == Op::BuildSet ? Op::SetAdd : Op::ListAppend, elts[i]->range);
      x.operands = {v, item};
    }
  }
  return tuple ? emitValue(Op::ListToTuple, r, {v}) : v;
}

Reg Lowering::call(const Call* e) {
  const bool called = callee_;
  callee_ = false;
  Reg result;
  if (code().library && coreCall(e, result)) return result;
  if (namespaceCall(e, result) || updateAttributes(e, result) || subclassesCall(e, result) || importCall(e, result)) return result;
  if (auto* fn = dynAs<NameExpr>(e->func); fn && names_.text(fn->id) == "_krait_named_tuple") {
    std::vector<Reg> regs;
    for (const Expr* x : e->args) regs.push_back(expr(x));
    result = emitValue(Op::Intrinsic, e->range);
    last().name = names_.intern("named_tuple");
    last().operands = regs;
    return result;
  }
  // getattr, hasattr, setattr and delattr with a constant name are plain attribute accesses.
  if (auto* fn = dynAs<NameExpr>(e->func); fn && e->keywords.empty() && e->args.size() >= 2) {
    std::string_view name = names_.text(fn->id);
    auto* text = dynAs<Constant>(e->args[1]);
    if (name.starts_with("_krait_builtins__")) name.remove_prefix(17);
    bool constant_name = text && text->value_kind == ConstantKind::Str && access(fn->id).kind == Access::Global &&
                         !access(fn->id).global.valid();
    // Computed names.
    bool builtin_name = access(fn->id).kind == Access::Global && !access(fn->id).global.valid() && !text &&
                        std::none_of(e->args.begin(), e->args.end(), [](const Expr* x) { return x->kind == ExprKind::Starred; });
    if (builtin_name && name == "getattr" && e->args.size() <= 3) {
      Reg object = expr(e->args[0]);
      Reg attribute = expr(e->args[1]);
      auto get = [&] { return dynamicAttribute("attr_get", {object, attribute}, e->args[1], called, e->range); };
      return e->args.size() == 2 ? get() : attributeOr(get, expr(e->args[2]), e->range);
    }
    if (builtin_name && name == "hasattr" && e->args.size() == 2) {
      Reg object = expr(e->args[0]);
      Reg attribute = expr(e->args[1]);
      return dynamicAttribute("attr_has", {object, attribute}, e->args[1], false, e->range);
    }
    if (builtin_name && name == "setattr" && e->args.size() == 3) {
      Reg object = expr(e->args[0]);
      Reg attribute = expr(e->args[1]);
      Reg value = expr(e->args[2]);
      return dynamicAttribute("attr_set", {object, attribute, value}, e->args[1], false, e->range);
    }
    if (builtin_name && name == "delattr" && e->args.size() == 2) {
      Reg object = expr(e->args[0]);
      Reg attribute = expr(e->args[1]);
      return dynamicAttribute("attr_del", {object, attribute}, e->args[1], false, e->range);
    }
    if (constant_name && name == "getattr" && e->args.size() == 2) {
      Reg object = expr(e->args[0]);
      Reg v = emitValue(Op::GetAttr, e->range, {object});
      last().name = names_.intern(text->text);
      return v;
    }
    if (constant_name && name == "getattr" && e->args.size() == 3) {
      Reg object = expr(e->args[0]);
      return getAttrOr(object, names_.intern(text->text), expr(e->args[2]), e->range);
    }
    if (constant_name && name == "hasattr" && e->args.size() == 2) {
      Reg v = emitValue(Op::HasAttr, e->range, {expr(e->args[0])});
      last().name = names_.intern(text->text);
      return v;
    }
    if (constant_name && name == "delattr" && e->args.size() == 2) {
      Reg object = expr(e->args[0]);
      Instr& i = emit(Op::DelAttr, e->range);
      i.operands = {object};
      i.name = names_.intern(text->text);
      return constant(ConstantKind::None, e->range);
    }
    if (constant_name && name == "setattr" && e->args.size() == 3) {
      Reg object = expr(e->args[0]);
      Reg value = expr(e->args[2]);
      Instr& i = emit(Op::SetAttr, e->range);
      i.operands = {object, value};
      i.name = names_.intern(text->text);
      return constant(ConstantKind::None, e->range);
    }
  }
  // object.__setattr__(x, "name", value) and super().__setattr__("name", value) set the attribute itself.
  if (auto* method = dynAs<Attribute>(e->func); method && e->keywords.empty()) {
    std::string_view attr = names_.text(method->attr.name);
    bool set = attr == "__setattr__";
    size_t count = set ? 3 : 2;
    auto* base = dynAs<NameExpr>(method->value);
    auto* base_call = dynAs<Call>(method->value);
    auto* super = base_call && base_call->args.empty() ? dynAs<NameExpr>(base_call->func) : nullptr;
    bool of_object = base && (names_.text(base->id) == "object" || names_.text(base->id) == "_krait_builtins__object") &&
                     e->args.size() == count;
    bool of_super = super && names_.text(super->id) == "super" && e->args.size() == count - 1 && !code().params.empty();
    if ((set || attr == "__delattr__") && (of_object || of_super)) {
      auto* text = dynAs<Constant>(e->args[of_object ? 1 : 0]);
      if (text && text->value_kind == ConstantKind::Str) {
        Reg object = of_object ? expr(e->args[0]) : loadSlot(Slot(0u), e->range);
        Reg value = set ? expr(e->args[count - (of_object ? 1 : 2)]) : Reg();
        Instr& i = emit(set ? Op::SetAttr : Op::DelAttr, e->range);
        i.operands = {object};
        if (set) i.operands.push_back(value);
        i.name = names_.intern(text->text);
        i.sub = 1;  // past the class's own __setattr__
        return constant(ConstantKind::None, e->range);
      }
      Reg object = of_object ? expr(e->args[0]) : loadSlot(Slot(0u), e->range);
      Reg attribute = expr(e->args[of_object ? 1 : 0]);
      if (!set) return dynamicAttribute("attr_del", {object, attribute}, e->args[of_object ? 1 : 0], true, e->range);
      Reg value = expr(e->args[of_object ? 2 : 1]);
      return dynamicAttribute("attr_set", {object, attribute, value}, e->args[of_object ? 1 : 0], true, e->range);
    }
  }
  // super() without arguments reads the first parameter: it must be alive here.
  if (auto* fn = dynAs<NameExpr>(e->func);
      fn && names_.text(fn->id) == "super" && e->args.empty() && !code().params.empty())
    loadSlot(Slot(0u), e->range);
  callee_ = e->func->kind == ExprKind::Call;
  Reg callee = expr(e->func);
  callee_ = false;
  std::vector<CallArg> args;
  for (const Expr* a : e->args) {
    if (auto* s = dynAs<Starred>(a)) args.push_back({expr(s->value), ArgKind::Star, Name()});
    else args.push_back({expr(a), ArgKind::Positional, Name()});
  }
  for (const Keyword* k : e->keywords) {
    Reg v = expr(k->value);
    args.push_back({v, k->arg.name.valid() ? ArgKind::Keyword : ArgKind::DoubleStar, k->arg.name});
  }
  Reg v = emitValue(Op::Call, e->range, {callee});
  last().args = std::move(args);
  return v;
}

// `_k.name(...)` and `_rt.name(...)` in lib/core: intrinsics and runtime functions.
bool Lowering::coreCall(const Call* e, Reg& result) {
  auto* a = dynAs<Attribute>(e->func);
  if (!a) return false;
  auto* base = dynAs<NameExpr>(a->value);
  if (!base) return false;
  std::string_view t = names_.text(base->id);
  if (t != "_k" && t != "_rt") return false;
  std::vector<Reg> regs;
  for (const Expr* x : e->args) regs.push_back(expr(x));
  result = emitValue(t == "_k" ? Op::Intrinsic : Op::RtCall, e->range);
  last().name = a->attr.name;
  last().operands = regs;
  return true;
}

void Lowering::comprehensionLoops(const Expr* e, const List<Comprehension*>& gens, size_t i,
                                  Reg first_iter, const std::function<void()>& element) {
  const Comprehension* g = gens[i];
  if (g->is_async)
    unsupportedAsync(e->range, "an asynchronous comprehension", "use a plain loop until asyncio is supported");
  Reg iter = i == 0 ? first_iter : emitValue(Op::GetIter, g->iter->range, {plainly(g->iter, g->is_async)});
  BlockId head = newBlock(), body = newBlock(), done = newBlock();
  jump(head);
  start(head);
  Instr& n = emit(Op::ForNext, g->iter->range);
  n.operands = {iter};
  n.targets[0] = body;
  n.targets[1] = done;
  Reg item = n.result = newReg();
  current_ = BlockId();
  start(body);
  assign(g->target, item);
  pollInterrupt(g->iter->range);
  for (const Expr* test : g->ifs) {
    BlockId yes = newBlock();
    condition(test, yes, head);
    start(yes);
  }
  if (i + 1 < gens.size()) comprehensionLoops(e, gens, i + 1, Reg(), element);
  else element();
  jump(head);
  start(done);
}

Reg Lowering::comprehension(const Expr* e, const List<Comprehension*>& gens, Op init) {
  Reg iter = emitValue(Op::GetIter, gens[0]->iter->range, {plainly(gens[0]->iter, gens[0]->is_async)});
  const Scope* saved_scope = scope_;
  const Scope* saved_comprehension = comprehension_;
  scope_ = scopeOf(e);
  comprehension_ = scope_;
  enterScope(scope_);
  Reg container = emitValue(init, e->range);
  comprehensionLoops(e, gens, 0, iter, [&] {
    if (auto* d = dynAs<DictComp>(e)) {
      Reg key = expr(d->key);
      Reg value = expr(d->value);
      emit(Op::DictSet, e->range).operands = {container, key, value};
    } else if (auto* l = dynAs<ListComp>(e)) {
      Reg v = expr(l->elt);
      emit(Op::ListAppend, e->range).operands = {container, v};
    } else {
      Reg v = expr(as<SetComp>(e)->elt);
      emit(Op::SetAdd, e->range).operands = {container, v};
    }
  });
  scope_ = saved_scope;
  comprehension_ = saved_comprehension;
  return container;
}

Reg Lowering::formatted(const FormattedValue* f) {
  Reg value = expr(f->value);
  Reg spec = f->format_spec ? expr(f->format_spec) : Reg();
  Reg v = emitValue(Op::FormatValue, f->range, {value});
  if (spec.valid()) last().operands.push_back(spec);
  last().sub = f->conversion < 0 ? 0 : static_cast<uint8_t>(f->conversion);
  return v;
}

Reg Lowering::joinedStr(const JoinedStr* e) {
  std::vector<Reg> parts;
  for (const Expr* x : e->values) parts.push_back(expr(x));
  if (parts.empty()) return constantStr("", e->range);
  Reg v = emitValue(Op::BuildString, e->range);
  last().operands = parts;
  return v;
}

// The __qualname__ of what is defined here. For CPython, comprehensions are functions, but what is in one is not
// among its <locals>.
std::string Lowering::qualified(const std::string& name) {
  const Code& outer = code();
  std::string out = name;
  for (const Scope* s = comprehension_; s && s->kind == resolve::ScopeKind::Comprehension; s = s->parent)
    out = std::string(resolve::comprehensionName(*s)) + "." + out;
  if (outer.kind == CodeKind::Module || outer.qualname.empty()) return out;
  bool locals = outer.kind == CodeKind::Function || outer.kind == CodeKind::Lambda;
  return outer.qualname + (locals ? ".<locals>." : ".") + out;
}

// A function value: evaluates the defaults, captures the cells, and registers the inner Code.
Reg Lowering::function(const void* node, CodeKind kind, const Arguments* args, Range r, Name name) {
  std::vector<Reg> defaults;
  Code inner;
  inner.kind = kind;
  inner.name = names_.text(name);
  if (inner.name.starts_with('.')) inner.name.erase(0, 1);  // a name that the compiler hides
  const Code& outer = code();
  inner.qualname = qualified(inner.name);
  inner.parent = code_id_;
  inner.module = outer.module;
  inner.file = outer.file;
  if (kind == CodeKind::Function)
    if (FileId own = static_cast<const FunctionDef*>(node)->file; own.valid()) inner.file = own;
  inner.core = outer.core;
  inner.library = outer.library;
  inner.scope = scopeOf(node);
  inner.node = node;
  inner.range = r;
  inner.is_method = outer.kind == CodeKind::Class;
  if (args) {
    size_t positional = args->posonlyargs.size() + args->args.size();
    size_t first_default = positional - args->defaults.size();
    size_t i = 0;
    auto add = [&](const Arg* a, ParamKind k) {
      Param p{resolve::mangle(a->arg.name, inner.scope->private_class, names_), k, false, a->annotation};
      if (k != ParamKind::KeywordOnly && i++ >= first_default) p.has_default = true;
      inner.params.push_back(p);
    };
    for (auto* a : args->posonlyargs) add(a, ParamKind::PositionalOnly);
    for (auto* a : args->args) add(a, ParamKind::Normal);
    if (args->vararg)
      inner.params.push_back({args->vararg->arg.name, ParamKind::VarArgs, false, args->vararg->annotation});
    for (size_t k = 0; k < args->kwonlyargs.size(); ++k) {
      add(args->kwonlyargs[k], ParamKind::KeywordOnly);
      inner.params.back().has_default = args->kw_defaults[k] != nullptr;
    }
    if (args->kwarg)
      inner.params.push_back({args->kwarg->arg.name, ParamKind::KwArgs, false, args->kwarg->annotation});
    for (Expr* d : args->defaults) defaults.push_back(expr(d));
    for (Expr* d : args->kw_defaults)
      if (d) defaults.push_back(expr(d));
  } else if (kind == CodeKind::GeneratorExpression) {
    inner.params.push_back({names_.intern(".0"), ParamKind::PositionalOnly, false, nullptr});
  }
  inner.generator = kind == CodeKind::GeneratorExpression || inner.scope->has_yield;
  std::vector<Slot> cells;
  for (Name n : inner.scope->order) {
    if (inner.scope->find(n)->binding != resolve::Binding::Free) continue;
    inner.free.push_back(n);
  }
  // Names captured only by comprehensions inside the inner function are in its own scope's table too.
  CodeId id = program_.codes.add(inner);
  program_.codes[id].id = id;
  Reg v = emitValue(Op::MakeFunction, r);
  Instr& made = last();
  made.code = id;
  made.operands = defaults;  // then the cells, by slot
  for (Name n : inner.free) {
    CallArg cell;
    cell.keyword = n;
    cell.value = Reg(capturedSlot(n).index);  // a slot number: the cell itself is captured
    last().args.push_back(cell);
  }
  return v;
}

}  // namespace krait::hir
