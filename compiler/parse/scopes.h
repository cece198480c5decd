// Scopes as CPython's symtable.c sees them: which names a block binds, and what it says of them.
// Only what is needed to refuse conflicting declarations; resolving names is a later stage's work.
#pragma once

#include <string>
#include <vector>

#include "base/interner.h"
#include "source/source.h"

namespace krait {

enum SymbolFlag : uint16_t {
  kDefGlobal = 1,
  kDefLocal = 2,
  kDefParam = 4,
  kDefNonlocal = 8,
  kUsed = 16,
  kDefImport = 32,
  kDefAnnotated = 64,
  kDefCompIter = 128,
  kDefTypeParam = 256,
};

enum class ScopeKind : uint8_t {
  Module,
  Class,
  Function,
  AsyncFunction,
  Lambda,
  ListComp,
  SetComp,
  DictComp,
  Generator,
  Annotation,  // under `from __future__ import annotations`
  TypeParams,
  TypeAlias,
  TypeBound,
  TypeDefault,
};

struct Scope {
  ScopeKind kind;
  bool generator = false;
  bool coroutine = false;
  bool in_iter_target = false;  // a comprehension's target is being read
  int iter_expressions = 0;     // comprehension iterables being read
  Range first_return_value;     // of `return x`, for async generators
  Name class_name;              // whose private names are mangled here
  std::vector<uint32_t> symbols;
  struct Pending {
    Name name;
    Range range;
    bool type_param;  // the name turned out to be a type parameter
  };
  std::vector<Pending> nonlocals;  // to be found in an enclosing function

  bool isComprehension() const {
    return kind >= ScopeKind::ListComp && kind <= ScopeKind::Generator;
  }
  // CPython's FunctionBlock.
  bool isFunction() const { return kind >= ScopeKind::Function && kind <= ScopeKind::Generator; }
  bool isTypeScope() const { return kind >= ScopeKind::TypeParams; }
};

// The scopes open at a point of the walk, and the symbols in them.
class ScopeStack {
 public:
  explicit ScopeStack(Interner& names) : names_(names), slots_(256) {}

  Scope& current() { return scopes_.back(); }
  Scope& at(size_t depth) { return scopes_[depth]; }
  size_t depth() const { return scopes_.size(); }
  void enter(ScopeKind kind, Name class_name);
  // Leaves the innermost scope. Nonlocals it cannot answer for go to the one around it; those
  // nobody can answer for are put into `unbound`.
  void exit(std::vector<Scope::Pending>& unbound);

  // `name` as it is stored in the current scope: __x in class C is _C__x.
  Name mangle(Name name);
  uint16_t flags(Name mangled, size_t depth) const;
  uint16_t flags(Name mangled) const { return flags(mangled, scopes_.size() - 1); }
  void add(Name mangled, uint16_t flag, size_t depth);

 private:
  struct Slot {
    Name name;
    bool is_private = false;
    uint32_t head = kNone;
  };
  struct Symbol {
    Name name;
    uint32_t depth;
    uint32_t outer;  // the same name's symbol further out
    uint16_t flags;
  };
  static constexpr uint32_t kNone = 0xffffffff;
  const Slot* find(Name name) const;
  Slot& slot(Name name);

  Interner& names_;
  std::vector<Slot> slots_;
  size_t used_ = 0;
  std::vector<Symbol> symbols_;
  std::vector<Scope> scopes_;
};

}  // namespace krait
