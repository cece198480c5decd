// The parser's state, shared by its source files. Not for other folders.
//
// Recursive descent with one loop for binary operators. A function returns null if its construct is
// not there; the statement then fails as a whole. A failed statement (or the header of a compound
// one) is parsed a second time with `diagnosing_` set: then the functions also try the wrong forms
// CPython has messages for, and the first one found is raised. In that mode results are remembered
// by token, so that the extra attempts stay linear.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/interner.h"
#include "diag/diag.h"
#include "lex/lex.h"
#include "parse/ast.h"

namespace krait {

class Parser {
 public:
  Parser(const SourceFile& file, FileId id, const TokenStream& stream, Arena& arena,
         Interner& names, DiagnosticSink& diags);
  ast::Module* parseFile();

 private:
  using Expr = ast::Expr;
  using Stmt = ast::Stmt;
  using Pattern = ast::Pattern;

  // Collects the items of a list on the parser's scratch stack and copies them to the arena.
  template <class T>
  class Items {
   public:
    explicit Items(Parser& p) : p_(p), base_(p.scratch_.size()) {}
    Items(const Items&) = delete;
    Items& operator=(const Items&) = delete;
    ~Items() { p_.scratch_.resize(base_); }
    void add(const T* item) { p_.scratch_.push_back(const_cast<T*>(item)); }
    size_t size() const { return p_.scratch_.size() - base_; }
    T* operator[](size_t i) const { return static_cast<T*>(p_.scratch_[base_ + i]); }
    T* back() const { return static_cast<T*>(p_.scratch_.back()); }
    List<T*> take() {
      const size_t n = size();
      if (!n) return {};
      auto** data = static_cast<T**>(p_.arena_.allocate(n * sizeof(T*), alignof(T*)));
      for (size_t i = 0; i < n; i++) data[i] = (*this)[i];
      p_.scratch_.resize(base_);
      return {data, static_cast<uint32_t>(n)};
    }

   private:
    Parser& p_;
    size_t base_;
  };
  // A name list is short; its items are no pointers.
  using Idents = std::vector<ast::Ident>;

  // ---- tokens
  const Token& token() const { return tokens_[p_]; }
  Tok kind() const { return tokens_[p_].kind; }
  Tok kindAt(uint32_t ahead) const {
    return p_ + ahead < count_ ? tokens_[p_ + ahead].kind : Tok::EndMarker;
  }
  bool at(Tok k) const { return tokens_[p_].kind == k; }
  bool accept(Tok k) {
    if (tokens_[p_].kind != k) return false;
    p_++;
    return true;
  }
  // Moves past a `k`, or fails here.
  bool expect(Tok k) {
    if (accept(k)) return true;
    fail();
    return false;
  }
  bool atName(Name n) const { return at(Tok::Name) && tokens_[p_].value == n.index; }
  uint32_t begin() const { return tokens_[p_].begin; }
  uint32_t prevEnd() const { return tokens_[p_ - 1].end; }
  // Where a statement ends: after the last token that is no layout.
  uint32_t lastEnd() const;
  Range from(uint32_t begin) const { return {begin, prevEnd()}; }
  Range tokenRange(uint32_t i) const { return {tokens_[i].begin, tokens_[i].end}; }

  std::nullptr_t fail() {
    if (p_ > furthest_) furthest_ = p_;
    // Running into a lexical error is that error, even while looking for another.
    if (prefixes_ && at(Tok::Error)) raiseLexical();
    return nullptr;
  }
  void raiseLexical();
  // The statement's error; only the first one counts.
  std::nullptr_t raise(Range range, std::string message);
  // ":" or another token that must follow: its own message where the grammar forces it.
  bool force(Tok k, const char* spelling);

  template <class T, class... Args>
  T* make(Range range, Args&&... args) {
    if constexpr (std::is_base_of_v<ast::Expr, T>) {
      return arena_.make<T>(ast::Expr{{range}, T::kKind}, std::forward<Args>(args)...);
    } else if constexpr (std::is_base_of_v<ast::Stmt, T>) {
      return arena_.make<T>(ast::Stmt{{range}, T::kKind}, std::forward<Args>(args)...);
    } else if constexpr (std::is_base_of_v<ast::Pattern, T>) {
      return arena_.make<T>(ast::Pattern{{range}, T::kKind}, std::forward<Args>(args)...);
    } else {
      return arena_.make<T>(ast::Node{range}, std::forward<Args>(args)...);
    }
  }

  // ---- statements (parse_stmt.cpp, parse_compound.cpp)
  void statements(Items<Stmt>& out);
  void statement(Items<Stmt>& out);
  bool simpleStatements(Items<Stmt>& out);
  Stmt* simpleStatement();
  Stmt* expressionStatement();
  Stmt* assignment(uint32_t start_token, Expr* first);
  Stmt* annotated(uint32_t start_token, Expr* target);
  Expr* rightHandSide();
  Stmt* importStatement();
  Stmt* importFrom();
  bool dottedName(ast::Ident& out);
  Stmt* deleteStatement();
  Stmt* raiseStatement();
  Stmt* assertStatement();
  Stmt* nameList(bool global);
  Stmt* typeAlias();
  bool atTypeAlias() const;
  void recover(uint32_t start);

  Stmt* compound();
  // Parses one header; on failure diagnoses and reports it, and skips to its end.
  template <class F>
  bool header(F parse);
  List<Stmt*> block(const char* what, uint32_t header_offset);
  bool colon();
  // Where something is missing: at token `i`, or at the end of the text before it.
  Range placeOf(uint32_t i) const;
  Stmt* ifStatement();
  Stmt* whileStatement();
  Stmt* forStatement(uint32_t start, bool is_async);
  Stmt* withStatement(uint32_t start, bool is_async);
  bool withItems(std::vector<ast::WithItem*>& items, bool parenthesised);
  ast::WithItem* withItem();
  Stmt* tryStatement();
  Stmt* functionDef(uint32_t start, bool is_async, List<Expr*> decorators);
  Stmt* classDef(List<Expr*> decorators);
  Stmt* decorated();
  Stmt* asyncStatement();
  Stmt* matchStatement();
  bool looksLikeMatch();
  bool typeParams(List<ast::TypeParam*>& out);
  List<Stmt*> elseBlock();

  ast::Arguments* parameters(bool lambda);
  ast::Arg* parameter(bool lambda, bool star);

  // ---- patterns (parse_pattern.cpp)
  Expr* matchSubject();
  Pattern* patterns();
  Pattern* pattern();
  Pattern* orPattern();
  Pattern* closedPattern();
  Pattern* starPattern();
  Pattern* maybeStarPattern();
  Pattern* sequencePattern(Tok close);
  Pattern* mappingPattern();
  Pattern* classPattern(uint32_t start, Expr* cls);
  Expr* patternNumber();
  Expr* patternDotted();

  // ---- expressions (parse_expr.cpp)
  Expr* starExpressions();
  Expr* starExpression();
  Expr* starNamedExpression();
  Expr* namedExpression();
  Expr* expression();
  Expr* expressionInner();
  Expr* disjunction();
  Expr* disjunctionInner();
  Expr* conjunction();
  Expr* inversion();
  Expr* comparison();
  Expr* binary(int min_precedence);
  Expr* binaryInner(int min_precedence);
  Expr* factor();
  Expr* power();
  Expr* primary();
  Expr* postfix(uint32_t start, Expr* e);
  Expr* atom();
  Expr* numberAtom();
  Expr* parenthesised();
  Expr* listDisplay();
  Expr* braceDisplay();
  Expr* braceDisplayInner();
  Expr* dictRest(uint32_t start, Expr* first_key, Expr* first_value);
  Expr* lambda();
  Expr* yieldExpression();
  Expr* slices();
  Expr* slice();
  Expr* callRest(uint32_t start, Expr* func);
  bool callArguments(Items<Expr>& args, std::vector<ast::Keyword*>& keywords, bool generator);
  bool comprehensions(List<ast::Comprehension*>& out);
  bool atComprehension() const {
    return at(Tok::KwFor) || (at(Tok::KwAsync) && kindAt(1) == Tok::KwFor);
  }
  Expr* starTargets();  // of for loops and comprehensions
  Expr* starTarget();
  Expr* nameExpr(ast::ExprContext ctx);
  Expr* tooDeep();
  bool startsExpression() const;
  bool startsTarget() const { return startsExpression(); }

  // ---- wrong forms (parse_errors.cpp, parse_errors_stmt.cpp). The invalid… functions return true
  // if one was found and raised; the skip… functions move over a construct, or return false.
  enum class Rule : uint8_t { Expression, Disjunction, Named, BitOr };
  Expr* remember(Rule rule, Expr* (Parser::*parse)());
  bool invalidNamedExpression();
  bool invalidExpression();
  bool invalidComprehension(Tok open);
  bool invalidPair(bool key_alone);
  void invalidPairs(uint32_t open);
  // While looking for wrong forms an operator whose right side fails is left alone, as in CPython's
  // grammar: the part before it stands. False if the whole expression fails instead.
  bool backUp(uint32_t before) {
    if (!prefixes_ || raised_) return false;
    p_ = before;
    return true;
  }
  bool invalidForTarget();
  bool invalidAssignment();
  Expr* annotatedDisplay();
  Expr* expressionQuietly();
  Expr* itemExpression();
  Expr* namedExpressionInner();
  Expr* bitOr();
  bool isSoftKeyword(uint32_t index) const;
  bool isLegacyStatement(const Expr* e) const;
  bool startsWithDisplay(uint32_t index);
  bool skipItems();
  bool skipClauses(uint32_t& end);
  bool skipPair();
  bool skipPairs();
  struct ArgumentScan {
    size_t positional = 0;
    uint32_t last_begin = 0;  // of the last positional argument
    bool unpacking = false;   // ** was seen
  };
  bool skipKeyword(ArgumentScan& scan, bool double_star);
  bool skipKeywords(ArgumentScan& scan);
  bool skipArguments(ArgumentScan& scan);
  bool skipParam(bool lambda);
  bool skipParameter(bool lambda, int want);
  bool skipSlash(bool lambda, bool& with_default);
  bool skipStarAnnotated();
  Expr* diagnoseParenthesised();
  Expr* diagnoseGenerator();
  Expr* diagnoseList();
  Expr* diagnoseBraces();
  Expr* diagnoseCall(uint32_t start, Expr* func);
  bool diagnoseArguments();
  static constexpr size_t kMaxIntDigits = 4300;
  static double outOfRange(std::string_view digits);

  // ---- strings (parse_string.cpp)
  Expr* strings();
  struct StringParts;
  bool fstring(StringParts& parts);
  bool replacementField(StringParts& parts, bool is_template);
  bool startsFieldExpression() const { return startsExpression() || at(Tok::KwYield); }
  bool invalidField(uint32_t open_token, const char* what);
  bool missingBrace(const char* what, bool in_spec);
  std::string_view debugText(std::string_view text);
  std::string_view interpolationText(std::string_view text);
  // The value of a literal's text; false after raising an error.
  bool decodeText(uint32_t begin, uint32_t end, uint8_t flags, Range literal,
                  std::string_view& out);
  bool decodeSlow(std::string_view body, uint8_t flags, Range literal, std::string& out);
  std::string_view withoutUnderscores(std::string_view text);

  // ---- targets and errors (parse_target.cpp, parse_errors.cpp)
  enum class TargetKind { Assign, Delete, For };
  void setContext(Expr* e, ast::ExprContext ctx);
  // The part of `e` that cannot be assigned to (deleted, looped over), or null.
  Expr* invalidTarget(Expr* e, TargetKind kind);
  static std::string_view exprName(const Expr* e);

  void reportFailure();
  void emitErrors();
  bool invalidWithTarget(uint32_t at_token);
  bool invalidWith();
  bool invalidExcept(bool star);
  bool invalidParameters(bool lambda);
  bool atImportTarget() const;
  std::nullptr_t invalidImportTarget();
  std::nullptr_t invalidImportNames(size_t names_before);
  struct Error {
    Range range;
    std::string message;
    bool outranks_tokenizer;
  };

  const SourceFile& file_;
  FileId file_id_;
  const TokenStream& stream_;
  const Token* tokens_;
  uint32_t count_;
  uint32_t p_ = 0;
  uint32_t furthest_ = 0;
  int depth_ = 0;
  bool diagnosing_ = false;
  bool prefixes_ = false;     // see backUp
  bool remembering_ = false;  // memo_ is in use
  int legacy_depth_ = 0;
  uint32_t raised_at_ = 0;  // the token the parser had come to
  bool in_pairs_ = false;
  bool raised_ = false;
  bool unclosed_reported_ = false;
  int block_depth_ = 0;
  std::vector<Error> errors_;
  bool failed_ = false;  // some error was reported: the file has no tree
  Range raised_range_;
  std::string raised_message_;
  Arena& arena_;
  Interner& names_;
  DiagnosticSink& diags_;
  std::vector<void*> scratch_;
  // What diagnosing remembers: (rule, token) to the result and the token after it.
  class Memo {
   public:
    struct Entry {
      uint64_t key = 0;
      Expr* result = nullptr;
      uint32_t end = 0;
    };
    void clear() {
      if (used_) entries_.assign(kSmall, {});
      used_ = 0;
    }
    Entry* find(uint64_t key) {
      if (entries_.empty()) return nullptr;
      Entry& e = entries_[index(key)];
      return e.key == key ? &e : nullptr;
    }
    void set(uint64_t key, Expr* result, uint32_t end) {
      if (used_ * 2 >= entries_.size()) grow();
      Entry& e = entries_[index(key)];
      used_ += e.key == 0;
      e = {key, result, end};
    }

   private:
    static constexpr size_t kSmall = 1024;
    size_t index(uint64_t key) const {
      const size_t mask = entries_.size() - 1;
      size_t i = (key * 0x9e3779b97f4a7c15ull >> 20) & mask;
      while (entries_[i].key && entries_[i].key != key) i = (i + 1) & mask;
      return i;
    }
    void grow() {
      std::vector<Entry> old(entries_.empty() ? kSmall : entries_.size() * 2);
      old.swap(entries_);
      for (const Entry& e : old) {
        if (e.key) entries_[index(e.key)] = e;
      }
    }
    std::vector<Entry> entries_;
    size_t used_ = 0;
  };
  Memo memo_;
  Name match_, case_, type_, underscore_, print_, exec_;
};

}  // namespace krait
