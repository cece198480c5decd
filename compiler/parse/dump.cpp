#include "parse/dump.h"

#include <charconv>

namespace krait {

using namespace ast;

namespace {

class Dumper {
 public:
  Dumper(const SourceFile& file, const Interner& names) : file_(file), names_(names) {}

  std::string run(const Module* m) {
    out_ = "Module(body=";
    list(m->body, [&](const Stmt* s) { stmt(s); });
    out_ += ", type_ignores=[])";
    return std::move(out_);
  }

 private:
  void number(uint32_t v) {
    char buffer[12];
    out_.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, v).ptr);
  }
  // Looks the line up near the last one: a dump walks the file almost in order.
  LineColumn place(uint32_t offset) {
    const auto& starts = file_.line_starts;
    if (offset < starts[line_] || (line_ + 8 < starts.size() && offset >= starts[line_ + 8])) {
      line_ = file_.lineColumn(offset).line - 1;
    }
    while (line_ + 1 < starts.size() && offset >= starts[line_ + 1]) line_++;
    return {line_ + 1, offset - starts[line_]};
  }
  void attributes(Range r, bool first = false) {
    LineColumn b = place(r.begin), e = place(r.end);
    out_ += first ? "lineno=" : ", lineno=";
    number(b.line);
    out_ += ", col_offset=";
    number(b.column);
    out_ += ", end_lineno=";
    number(e.line);
    out_ += ", end_col_offset=";
    number(e.column);
    out_ += ')';
  }
  void open(const char* name) {
    out_ += name;
    out_ += '(';
    first_ = true;
  }
  void close(const Node* n) { attributes(n->range, first_); }
  void field(const char* name) {
    if (!first_) out_ += ", ";
    first_ = false;
    out_ += name;
    out_ += '=';
  }
  template <class T, class F>
  void list(const List<T>& items, F each) {
    out_ += '[';
    for (size_t i = 0; i < items.size(); i++) {
      if (i) out_ += ", ";
      each(items[i]);
    }
    out_ += ']';
  }
  void text(std::string_view t) { out_ += reprString(t); }
  void nameField(const char* name, Ident id) {
    if (!id.name.valid()) return;
    field(name);
    text(names_.text(id.name));
  }
  void exprField(const char* name, const Expr* e) {
    if (!e) return;
    field(name);
    expr(e);
  }
  void exprsField(const char* name, const List<Expr*>& items) {
    field(name);
    list(items, [&](const Expr* e) { e ? expr(e) : void(out_ += "None"); });
  }
  void stmtsField(const char* name, const List<Stmt*>& items) {
    field(name);
    list(items, [&](const Stmt* s) { stmt(s); });
  }
  void ctx(ExprContext c) {
    field("ctx");
    out_ += c == ExprContext::Load ? "Load()" : c == ExprContext::Store ? "Store()" : "Del()";
  }
  void binaryOp(BinaryOperator op) {
    static constexpr const char* kNames[] = {"Add",    "Sub",    "Mult",    "MatMult", "Div",
                                             "Mod",    "Pow",    "LShift",  "RShift",  "BitOr",
                                             "BitXor", "BitAnd", "FloorDiv"};
    field("op");
    out_ += kNames[static_cast<int>(op)];
    out_ += "()";
  }

  void comprehensions(const List<Comprehension*>& items) {
    field("generators");
    list(items, [&](const Comprehension* c) {
      open("comprehension");
      exprField("target", c->target);
      exprField("iter", c->iter);
      exprsField("ifs", c->ifs);
      field("is_async");
      out_ += c->is_async ? "1)" : "0)";
    });
  }
  void keywords(const List<Keyword*>& items) {
    field("keywords");
    list(items, [&](const Keyword* k) {
      open("keyword");
      nameField("arg", k->arg);
      exprField("value", k->value);
      close(k);
    });
  }
  void arg(const Arg* a) {
    open("arg");
    nameField("arg", a->arg);
    exprField("annotation", a->annotation);
    close(a);
  }
  void args(const List<Arg*>& items, const char* name) {
    field(name);
    list(items, [&](const Arg* a) { arg(a); });
  }
  void arguments(const Arguments* a) {
    field("args");
    open("arguments");
    args(a->posonlyargs, "posonlyargs");
    args(a->args, "args");
    if (a->vararg) {
      field("vararg");
      arg(a->vararg);
      first_ = false;
    }
    args(a->kwonlyargs, "kwonlyargs");
    exprsField("kw_defaults", a->kw_defaults);
    if (a->kwarg) {
      field("kwarg");
      arg(a->kwarg);
      first_ = false;
    }
    exprsField("defaults", a->defaults);
    out_ += ')';
    first_ = false;
  }
  void typeParams(const List<TypeParam*>& items) {
    if (items.empty()) return;
    field("type_params");
    list(items, [&](const TypeParam* t) {
      open(t->kind == TypeParamKind::TypeVar     ? "TypeVar"
           : t->kind == TypeParamKind::ParamSpec ? "ParamSpec"
                                                 : "TypeVarTuple");
      nameField("name", t->name);
      exprField("bound", t->bound);
      exprField("default_value", t->default_value);
      close(t);
    });
    first_ = false;
  }
  void idents(const char* name, const List<Ident>& items) {
    field(name);
    list(items, [&](const Ident& i) { text(names_.text(i.name)); });
  }

  void constant(const Constant* c) {
    field("value");
    switch (c->value_kind) {
      case ConstantKind::None:
        out_ += "None";
        break;
      case ConstantKind::False:
        out_ += "False";
        break;
      case ConstantKind::True:
        out_ += "True";
        break;
      case ConstantKind::Ellipsis:
        out_ += "Ellipsis";
        break;
      case ConstantKind::Int:
        out_ += decimalDigits(c->text);
        break;
      case ConstantKind::Float:
        out_ += reprFloat(c->number);
        break;
      case ConstantKind::Complex:
        out_ += reprImaginary(c->number);
        break;
      case ConstantKind::Str:
        text(c->text);
        break;
      case ConstantKind::Bytes:
        out_ += reprBytes(c->text);
        break;
    }
    if (c->is_u_string) {
      field("kind");
      out_ += "'u'";
    }
  }

  void expr(const Expr* e);
  void stmt(const Stmt* s);
  void pattern(const Pattern* p);

  const SourceFile& file_;
  const Interner& names_;
  std::string out_;
  uint32_t line_ = 0;
  bool first_ = true;
};

void Dumper::expr(const Expr* e) {
  switch (e->kind) {
    case ExprKind::BoolOp: {
      auto* n = as<BoolOp>(e);
      open("BoolOp");
      field("op");
      out_ += n->op == BoolOperator::And ? "And()" : "Or()";
      exprsField("values", n->values);
      break;
    }
    case ExprKind::NamedExpr: {
      auto* n = as<NamedExpr>(e);
      open("NamedExpr");
      exprField("target", n->target);
      exprField("value", n->value);
      break;
    }
    case ExprKind::BinOp: {
      auto* n = as<BinOp>(e);
      open("BinOp");
      exprField("left", n->left);
      binaryOp(n->op);
      exprField("right", n->right);
      break;
    }
    case ExprKind::UnaryOp: {
      static constexpr const char* kNames[] = {"Invert()", "Not()", "UAdd()", "USub()"};
      auto* n = as<UnaryOp>(e);
      open("UnaryOp");
      field("op");
      out_ += kNames[static_cast<int>(n->op)];
      exprField("operand", n->operand);
      break;
    }
    case ExprKind::Lambda: {
      auto* n = as<Lambda>(e);
      open("Lambda");
      arguments(n->args);
      exprField("body", n->body);
      break;
    }
    case ExprKind::IfExp: {
      auto* n = as<IfExp>(e);
      open("IfExp");
      exprField("test", n->test);
      exprField("body", n->body);
      exprField("orelse", n->orelse);
      break;
    }
    case ExprKind::Dict: {
      auto* n = as<Dict>(e);
      open("Dict");
      exprsField("keys", n->keys);
      exprsField("values", n->values);
      break;
    }
    case ExprKind::Set:
      open("Set");
      exprsField("elts", as<Set>(e)->elts);
      break;
    case ExprKind::ListComp:
      open("ListComp");
      exprField("elt", as<ListComp>(e)->elt);
      comprehensions(as<ListComp>(e)->generators);
      break;
    case ExprKind::SetComp:
      open("SetComp");
      exprField("elt", as<SetComp>(e)->elt);
      comprehensions(as<SetComp>(e)->generators);
      break;
    case ExprKind::DictComp:
      open("DictComp");
      exprField("key", as<DictComp>(e)->key);
      exprField("value", as<DictComp>(e)->value);
      comprehensions(as<DictComp>(e)->generators);
      break;
    case ExprKind::GeneratorExp:
      open("GeneratorExp");
      exprField("elt", as<GeneratorExp>(e)->elt);
      comprehensions(as<GeneratorExp>(e)->generators);
      break;
    case ExprKind::Await:
      open("Await");
      exprField("value", as<Await>(e)->value);
      break;
    case ExprKind::Yield:
      open("Yield");
      exprField("value", as<Yield>(e)->value);
      break;
    case ExprKind::YieldFrom:
      open("YieldFrom");
      exprField("value", as<YieldFrom>(e)->value);
      break;
    case ExprKind::Compare: {
      static constexpr const char* kNames[] = {"Eq()",  "NotEq()", "Lt()",    "LtE()", "Gt()",
                                               "GtE()", "Is()",    "IsNot()", "In()",  "NotIn()"};
      auto* n = as<Compare>(e);
      open("Compare");
      exprField("left", n->left);
      field("ops");
      list(n->ops, [&](CompareOperator op) { out_ += kNames[static_cast<int>(op)]; });
      exprsField("comparators", n->comparators);
      break;
    }
    case ExprKind::Call: {
      auto* n = as<Call>(e);
      open("Call");
      exprField("func", n->func);
      exprsField("args", n->args);
      keywords(n->keywords);
      break;
    }
    case ExprKind::FormattedValue: {
      auto* n = as<FormattedValue>(e);
      open("FormattedValue");
      exprField("value", n->value);
      field("conversion");
      out_ += std::to_string(n->conversion);
      exprField("format_spec", n->format_spec);
      break;
    }
    case ExprKind::JoinedStr:
      open("JoinedStr");
      exprsField("values", as<JoinedStr>(e)->values);
      break;
    case ExprKind::Interpolation: {
      auto* n = as<Interpolation>(e);
      open("Interpolation");
      exprField("value", n->value);
      field("str");
      text(n->str);
      field("conversion");
      out_ += std::to_string(n->conversion);
      exprField("format_spec", n->format_spec);
      break;
    }
    case ExprKind::TemplateStr:
      open("TemplateStr");
      exprsField("values", as<TemplateStr>(e)->values);
      break;
    case ExprKind::Constant:
      open("Constant");
      constant(as<Constant>(e));
      break;
    case ExprKind::Attribute:
      open("Attribute");
      exprField("value", as<Attribute>(e)->value);
      nameField("attr", as<Attribute>(e)->attr);
      ctx(as<Attribute>(e)->ctx);
      break;
    case ExprKind::Subscript:
      open("Subscript");
      exprField("value", as<Subscript>(e)->value);
      exprField("slice", as<Subscript>(e)->slice);
      ctx(as<Subscript>(e)->ctx);
      break;
    case ExprKind::Starred:
      open("Starred");
      exprField("value", as<Starred>(e)->value);
      ctx(as<Starred>(e)->ctx);
      break;
    case ExprKind::NameExpr:
      open("Name");
      field("id");
      text(names_.text(as<NameExpr>(e)->id));
      ctx(as<NameExpr>(e)->ctx);
      break;
    case ExprKind::ListExpr:
      open("List");
      exprsField("elts", as<ListExpr>(e)->elts);
      ctx(as<ListExpr>(e)->ctx);
      break;
    case ExprKind::TupleExpr:
      open("Tuple");
      exprsField("elts", as<TupleExpr>(e)->elts);
      ctx(as<TupleExpr>(e)->ctx);
      break;
    case ExprKind::Slice:
      open("Slice");
      exprField("lower", as<Slice>(e)->lower);
      exprField("upper", as<Slice>(e)->upper);
      exprField("step", as<Slice>(e)->step);
      break;
  }
  close(e);
  first_ = false;
}

void Dumper::stmt(const Stmt* s) {
  switch (s->kind) {
    case StmtKind::FunctionDef: {
      auto* n = as<FunctionDef>(s);
      open(n->is_async ? "AsyncFunctionDef" : "FunctionDef");
      nameField("name", n->name);
      arguments(n->args);
      stmtsField("body", n->body);
      exprsField("decorator_list", n->decorator_list);
      exprField("returns", n->returns);
      typeParams(n->type_params);
      break;
    }
    case StmtKind::ClassDef: {
      auto* n = as<ClassDef>(s);
      open("ClassDef");
      nameField("name", n->name);
      exprsField("bases", n->bases);
      keywords(n->keywords);
      stmtsField("body", n->body);
      exprsField("decorator_list", n->decorator_list);
      typeParams(n->type_params);
      break;
    }
    case StmtKind::Return:
      open("Return");
      exprField("value", as<Return>(s)->value);
      break;
    case StmtKind::Delete:
      open("Delete");
      exprsField("targets", as<Delete>(s)->targets);
      break;
    case StmtKind::Assign:
      open("Assign");
      exprsField("targets", as<Assign>(s)->targets);
      exprField("value", as<Assign>(s)->value);
      break;
    case StmtKind::TypeAlias: {
      auto* n = as<TypeAlias>(s);
      open("TypeAlias");
      exprField("name", n->name);
      typeParams(n->type_params);
      exprField("value", n->value);
      break;
    }
    case StmtKind::AugAssign: {
      auto* n = as<AugAssign>(s);
      open("AugAssign");
      exprField("target", n->target);
      binaryOp(n->op);
      exprField("value", n->value);
      break;
    }
    case StmtKind::AnnAssign: {
      auto* n = as<AnnAssign>(s);
      open("AnnAssign");
      exprField("target", n->target);
      exprField("annotation", n->annotation);
      exprField("value", n->value);
      field("simple");
      out_ += n->simple ? '1' : '0';
      break;
    }
    case StmtKind::For: {
      auto* n = as<For>(s);
      open(n->is_async ? "AsyncFor" : "For");
      exprField("target", n->target);
      exprField("iter", n->iter);
      stmtsField("body", n->body);
      stmtsField("orelse", n->orelse);
      break;
    }
    case StmtKind::While: {
      auto* n = as<While>(s);
      open("While");
      exprField("test", n->test);
      stmtsField("body", n->body);
      stmtsField("orelse", n->orelse);
      break;
    }
    case StmtKind::If: {
      auto* n = as<If>(s);
      open("If");
      exprField("test", n->test);
      stmtsField("body", n->body);
      stmtsField("orelse", n->orelse);
      break;
    }
    case StmtKind::With: {
      auto* n = as<With>(s);
      open(n->is_async ? "AsyncWith" : "With");
      field("items");
      list(n->items, [&](const WithItem* w) {
        open("withitem");
        exprField("context_expr", w->context_expr);
        exprField("optional_vars", w->optional_vars);
        out_ += ')';
      });
      stmtsField("body", n->body);
      break;
    }
    case StmtKind::Match: {
      auto* n = as<Match>(s);
      open("Match");
      exprField("subject", n->subject);
      field("cases");
      list(n->cases, [&](const MatchCase* c) {
        open("match_case");
        field("pattern");
        pattern(c->pattern);
        exprField("guard", c->guard);
        stmtsField("body", c->body);
        out_ += ')';
      });
      first_ = false;
      break;
    }
    case StmtKind::Raise:
      open("Raise");
      exprField("exc", as<Raise>(s)->exc);
      exprField("cause", as<Raise>(s)->cause);
      break;
    case StmtKind::Try: {
      auto* n = as<Try>(s);
      open(n->is_star ? "TryStar" : "Try");
      stmtsField("body", n->body);
      field("handlers");
      list(n->handlers, [&](const ExceptHandler* h) {
        open("ExceptHandler");
        exprField("type", h->type);
        nameField("name", h->name);
        stmtsField("body", h->body);
        close(h);
      });
      first_ = false;
      stmtsField("orelse", n->orelse);
      stmtsField("finalbody", n->finalbody);
      break;
    }
    case StmtKind::Assert:
      open("Assert");
      exprField("test", as<Assert>(s)->test);
      exprField("msg", as<Assert>(s)->msg);
      break;
    case StmtKind::Import:
    case StmtKind::ImportFrom: {
      const bool from = s->kind == StmtKind::ImportFrom;
      open(from ? "ImportFrom" : "Import");
      if (from) nameField("module", as<ImportFrom>(s)->module);
      field("names");
      list(from ? as<ImportFrom>(s)->names : as<Import>(s)->names, [&](const Alias* a) {
        open("alias");
        nameField("name", a->name);
        nameField("asname", a->asname);
        close(a);
      });
      first_ = false;
      if (from) {
        field("level");
        out_ += std::to_string(as<ImportFrom>(s)->level);
      }
      break;
    }
    case StmtKind::Global:
      open("Global");
      idents("names", as<Global>(s)->names);
      break;
    case StmtKind::Nonlocal:
      open("Nonlocal");
      idents("names", as<Nonlocal>(s)->names);
      break;
    case StmtKind::ExprStmt:
      open("Expr");
      exprField("value", as<ExprStmt>(s)->value);
      break;
    case StmtKind::Pass:
      open("Pass");
      break;
    case StmtKind::Break:
      open("Break");
      break;
    case StmtKind::Continue:
      open("Continue");
      break;
  }
  close(s);
  first_ = false;
}

void Dumper::pattern(const Pattern* p) {
  auto patterns = [&](const char* name, const List<Pattern*>& items) {
    field(name);
    list(items, [&](const Pattern* x) { pattern(x); });
    first_ = false;
  };
  switch (p->kind) {
    case PatternKind::MatchValue:
      open("MatchValue");
      exprField("value", as<MatchValue>(p)->value);
      break;
    case PatternKind::MatchSingleton: {
      const ConstantKind k = as<MatchSingleton>(p)->value;
      open("MatchSingleton");
      field("value");
      out_ += k == ConstantKind::None ? "None" : k == ConstantKind::True ? "True" : "False";
      break;
    }
    case PatternKind::MatchSequence:
      open("MatchSequence");
      patterns("patterns", as<MatchSequence>(p)->patterns);
      break;
    case PatternKind::MatchMapping: {
      auto* n = as<MatchMapping>(p);
      open("MatchMapping");
      exprsField("keys", n->keys);
      patterns("patterns", n->patterns);
      nameField("rest", n->rest);
      break;
    }
    case PatternKind::MatchClass: {
      auto* n = as<MatchClass>(p);
      open("MatchClass");
      exprField("cls", n->cls);
      patterns("patterns", n->patterns);
      idents("kwd_attrs", n->kwd_attrs);
      patterns("kwd_patterns", n->kwd_patterns);
      break;
    }
    case PatternKind::MatchStar:
      open("MatchStar");
      nameField("name", as<MatchStar>(p)->name);
      break;
    case PatternKind::MatchAs:
      open("MatchAs");
      if (as<MatchAs>(p)->pattern) {
        field("pattern");
        pattern(as<MatchAs>(p)->pattern);
        first_ = false;
      }
      nameField("name", as<MatchAs>(p)->name);
      break;
    case PatternKind::MatchOr:
      open("MatchOr");
      patterns("patterns", as<MatchOr>(p)->patterns);
      break;
  }
  close(p);
  first_ = false;
}

}  // namespace

std::string dumpAst(const Module* module, const SourceManager& sources, const Interner& names) {
  return Dumper(sources.file(module->file), names).run(module);
}

std::string dumpTokens(const TokenStream& stream, const SourceFile& file) {
  std::string out;
  for (const Token& t : stream.tokens) {
    LineColumn b = file.lineColumn(t.begin), e = file.lineColumn(t.end);
    out += std::to_string(b.line) + ":" + std::to_string(b.column) + "-" + std::to_string(e.line) +
           ":" + std::to_string(e.column) + " ";
    out += tokenName(t.kind);
    if (t.kind == Tok::Error) {
      out += " " + stream.errors[t.value].message;
    } else if (t.end > t.begin && tokenSpelling(t.kind).empty()) {
      out += " " + reprString(std::string_view(file.text).substr(t.begin, t.end - t.begin));
    }
    out += '\n';
  }
  return out;
}

}  // namespace krait
