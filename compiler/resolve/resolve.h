// Name resolution: the modules a program consists of, their import order, and the scope of every name.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/arena.h"
#include "base/interner.h"
#include "diag/diag.h"
#include "parse/ast.h"
#include "source/source.h"

namespace krait::resolve {

struct ModuleTag {};
using ModuleId = Id<ModuleTag>;

enum class Binding : uint8_t {
  Local,   // a slot of its function
  Cell,    // a local that inner functions capture
  Free,    // captured from an enclosing function
  Global,  // a variable of the module (or a builtin)
  Class,   // a name of a class body
};

struct Symbol {
  Binding binding = Binding::Local;
  bool assigned = false;   // bound somewhere in this scope
  bool own_submodule = false;    // package: it imports its submodule of this name from itself …
  bool bound_otherwise = false;  // … and something else by this name
  bool parameter = false;
  bool declared_global = false;
  bool declared_nonlocal = false;
  bool used = false;
  bool passes_cell = false;  // class: beside its own variable, the enclosing function's goes to the methods
  Range first;  // first mention, for diagnostics
};

enum class ScopeKind : uint8_t { Module, Function, Class, Comprehension, Generator };

// One scope. Comprehension: list, set and dict comprehensions, which run inside their function.
// Generator: a generator expression, a function of its own.
struct Scope {
  ScopeKind kind;
  const void* node = nullptr;  // the Module, FunctionDef, Lambda, ClassDef or comprehension expression
  Scope* parent = nullptr;
  std::map<Name, Symbol> symbols;
  std::vector<Name> order;  // symbols in order of first mention
  bool has_yield = false;
  bool protected_yield = false;  // … inside a try or with
  bool uses_class_cell = false;  // mentions super or __class__
  Name private_class;            // for name mangling: the innermost class's name

  Symbol& symbol(Name name);
  const Symbol* find(Name name) const;
};

// What CPython calls the function that a comprehension is: <listcomp> and the like.
const char* comprehensionName(const Scope& scope);

struct Module {
  std::string name;   // dotted; "__main__" for the program itself
  std::string path;   // file path as tracebacks show it
  bool package = false;
  std::string home;      // the package that relative imports start from; "" if it is in none
  bool core = false;     // part of lib/core: one shared namespace, hidden from tracebacks
  bool library = false;  // lib/core or lib/std
  bool untraced = false;  // a module of the library that sets __unittest: its functions are in no traceback
  FileId file;
  ast::Module* tree = nullptr;
  Scope* scope = nullptr;
  std::unordered_map<const void*, Scope*> scopes;  // by node
  std::deque<Scope> storage;
  std::vector<std::string> imports;       // modules that exist or may exist
  uint32_t import_cycle = 0;              // the same for modules that import each other, directly or not
  bool circular = false;                  // there is another one with the same
  std::vector<std::string> star_imports;  // modules that it takes all public names from
  bool lazy_annotations = false;          // from __future__ import annotations: they are texts
  bool open = false;                      // a star import of a missing module: any name may exist
  std::vector<bool> mentions;             // names of attributes and of what it imports from modules, by index
  std::vector<const ast::Constant*> texts;  // the string literals of a program's module
  std::map<Name, std::vector<const ast::Expr*>> attribute_stores;  // by attribute: what is stored to it; null: something
  std::vector<const ast::Expr*> computed_stores;  // the names of attributes that setattr sets, where they are no literals
  std::vector<std::pair<const ast::Call*, const Scope*>> text_calls;  // its calls whose first argument is a string literal
  std::vector<const ast::Call*> main_calls;  // its calls of something named main or TestProgram
  std::vector<std::pair<const ast::Call*, const Scope*>> cleanup_calls;  // … of an attribute named addCleanup or addClassCleanup
  std::vector<std::pair<const ast::Call*, const Scope*>> warn_calls;  // … of something named warn
  std::vector<const ast::Set*> sets;      // the set displays of three items and more, in their order
  std::vector<Name> exports;              // those names of its own: __all__, or what has no underscore

  // Scopes point at each other: a module moves, it is never copied (a growing vector would rather copy).
  Module() = default;
  Module(Module&&) = default;
  Module& operator=(Module&&) = default;
};

struct Program {
  IdVector<ModuleId, Module, std::deque<Module>> modules;  // scopes point into each other
  std::map<std::string, ModuleId> by_name;
  std::set<std::string> missing;  // imported modules that were reported: they do not exist, or have errors
  ModuleId main;
  std::vector<ModuleId> core;  // lib/core's files, in order
  std::vector<std::string> sources;  // paths of all files read, for caches
  std::string distributions;         // the packages beside the program: a line of name and version each, if it asks for them
  std::vector<std::string> absent;   // paths that imports looked for in vain
};

struct Options {
  std::string main_path;                 // shown name of the main file
  FileId main_file;
  std::vector<std::string> search_path;  // folders for imports, in order
  std::string lib_dir;                   // holds core/ and std/
  std::string main_name = "__main__";
  std::string main_package;              // the package it was started as part of (-m), imported first
  bool keep_going = false;               // an imported module with errors counts as missing (krait check)
};

// Parses the main file, lib/core and everything imported from them, and resolves all scopes. Reports
// to `diags`; the result is usable only if there are no errors.
Program resolveProgram(const Options& options, SourceManager& sources, Arena& arena, Interner& names,
                       DiagnosticSink& diags);

// The full name of the module that an import in `module` takes names from; relative ones start at its package.
std::string importedModule(const Module& module, const ast::ImportFrom& from, const Interner& names);

// The name `name` means inside a class called `cls` (private names are mangled).
Name mangle(Name name, Name cls, Interner& names);

}  // namespace krait::resolve
