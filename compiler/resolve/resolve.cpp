#include "resolve/resolve.h"

#include <sys/stat.h>
#include <dirent.h>
#include <stdlib.h>

#include <algorithm>
#include <utility>

#include "base/components.h"
#include "parse/parse.h"
#include "resolve/derive.h"
#include "resolve/known_conditions.h"
#include "resolve/scopes.h"
#include "resolve/unmentioned.h"

namespace krait::resolve {
namespace {

bool isFile(const std::string& path) {
  struct stat st;
  return stat(path.c_str(), &st) == 0 && S_ISREG(st.st_mode);
}
bool isDir(const std::string& path) {
  struct stat st;
  return stat(path.c_str(), &st) == 0 && S_ISDIR(st.st_mode);
}

class Resolver {
 public:
  Resolver(const Options& options, SourceManager& sources, Arena& arena, Interner& names,
           DiagnosticSink& diags)
      : options_(options), sources_(sources), arena_(arena), names_(names), diags_(diags) {}

  Program run() {
    loadCore();
    Module main;
    main.name = options_.main_name;
    main.path = options_.main_path;
    main.file = options_.main_file;
    main.home = options_.main_package;
    program_.main = add(std::move(main));
    if (!options_.main_package.empty()) need(options_.main_package);
    while (!pending_.empty() || !deferred_.empty()) {
      std::vector<ModuleId>& next = pending_.empty() ? deferred_ : pending_;
      ModuleId id = next.back();
      next.pop_back();
      load(id);
    }
    if (!diags_.hasErrors()) Deriver(program_, sources_, arena_, names_, diags_).run();
    bindStarImports();
    findImportCycles();
    if (program_.by_name.count("importlib.metadata")) findDistributions();
    return std::move(program_);
  }

 private:
  // What `from m import *` takes: the names of m.__all__, or all that do not begin with an underscore.
  bool findExports(Module& m) {
    std::vector<Name> exports;
    for (const ast::Stmt* s : m.tree->body) {
      auto* a = ast::dynAs<ast::Assign>(s);
      auto* target = a ? ast::dynAs<ast::NameExpr>(a->targets[0]) : nullptr;
      if (!target || names_.text(target->id) != "__all__") continue;
      auto add = [&](const auto& elts) {
        for (const ast::Expr* e : elts)
          if (auto* text = ast::dynAs<ast::Constant>(e)) exports.push_back(names_.intern(text->text));
      };
      if (auto* list = ast::dynAs<ast::ListExpr>(a->value)) add(list->elts);
      if (auto* tuple = ast::dynAs<ast::TupleExpr>(a->value)) add(tuple->elts);
    }
    if (exports.empty())
      for (Name n : m.scope->order)
        if (m.scope->find(n)->assigned && names_.text(n)[0] != '_') exports.push_back(n);
    bool grew = exports != m.exports;
    m.exports = std::move(exports);
    return grew;
  }

  // NAME-VERSION.dist-info folders where modules are looked for.
  void findDistributions() {
    std::vector<std::string> found;
    for (const std::string& folder : options_.search_path) {
      DIR* dir = opendir(folder.empty() ? "." : folder.c_str());
      if (!dir) continue;
      while (const dirent* entry = readdir(dir)) {
        std::string_view name = entry->d_name;
        if (!name.ends_with(".dist-info")) continue;
        name.remove_suffix(10);
        const size_t dash = name.rfind('-');
        if (dash != name.npos) found.push_back(std::string(name.substr(0, dash)) + " " + std::string(name.substr(dash + 1)) + "\n");
      }
      closedir(dir);
    }
    std::sort(found.begin(), found.end());
    for (const std::string& line : found) program_.distributions += line;
  }

  // The names that star imports bind are variables of the importing module.
  void bindStarImports() {
    for (bool changed = true; changed;) {
      changed = false;
      for (size_t i = 0; i < program_.modules.size(); ++i) {
        Module& m = program_.modules[ModuleId(i)];
        if (!m.scope) continue;
        for (const std::string& base : m.star_imports) {
          if (program_.missing.count(base)) changed |= !std::exchange(m.open, true);
          auto it = program_.by_name.find(base);
          if (it == program_.by_name.end()) continue;
          Module& from = program_.modules[it->second];
          if (!from.scope) continue;
          if (from.open) changed |= !std::exchange(m.open, true);
          changed |= findExports(from);
          for (Name n : from.exports) {
            Symbol& s = m.scope->symbol(n);
            changed |= !s.assigned;
            s.assigned = s.bound_otherwise = true;
            s.binding = Binding::Global;
          }
        }
      }
    }
  }

  void findImportCycles() {
    std::vector<std::vector<uint32_t>> imported(program_.modules.size());
    for (size_t i = 0; i < program_.modules.size(); ++i)
      for (const std::string& name : program_.modules[ModuleId(i)].imports)
        for (size_t dot = 0; dot != name.npos;) {  // a.b.c runs a and a.b, too
          dot = name.find('.', dot + 1);
          auto it = program_.by_name.find(name.substr(0, dot));
          if (it != program_.by_name.end()) imported[i].push_back(it->second.index);
        }
    Components cycles(imported);
    for (size_t i = 0; i < program_.modules.size(); ++i) {
      Module& m = program_.modules[ModuleId(i)];
      m.import_cycle = cycles.of[i];
      m.circular = cycles.members[m.import_cycle].size() > 1;
    }
  }

  ModuleId add(Module module) {
    std::string name = module.name;
    ModuleId id = program_.modules.add(std::move(module));
    program_.by_name.emplace(name, id);
    pending_.push_back(id);
    return id;
  }

  void loadCore() {
    std::string dir = options_.lib_dir + "/core";
    std::vector<std::string> files;
    if (DIR* d = opendir(dir.c_str())) {
      while (dirent* e = readdir(d)) {
        std::string f = e->d_name;
        if (f.size() > 3 && f.substr(f.size() - 3) == ".py") files.push_back(f);
      }
      closedir(d);
    }
    std::sort(files.begin(), files.end());
    for (const std::string& f : files) {
      std::string path = dir + "/" + f;
      std::string error;
      FileId file = sources_.open(path, &error);
      if (!file.valid()) continue;
      Module m;
      m.name = "builtins." + f.substr(0, f.size() - 3);
      m.path = path;
      m.core = m.library = true;
      m.file = file;
      program_.core.push_back(add(std::move(m)));
    }
  }

  // Finds the file of a module; returns false if there is none.
  bool locate(const std::string& name, std::string& path, bool& package, bool& library) {
    std::string relative = name;
    std::replace(relative.begin(), relative.end(), '.', '/');
    auto tryIn = [&](const std::string& dir) {
      std::string base = dir.empty() ? relative : dir + "/" + relative;
      if (isFile(base + "/__init__.py")) {
        path = base + "/__init__.py";
        package = true;
        return true;
      }
      program_.absent.push_back(base + "/__init__.py");
      if (isFile(base + ".py")) {
        path = base + ".py";
        package = false;
        return true;
      }
      program_.absent.push_back(base + ".py");
      if (isDir(base)) {  // a namespace package: a folder without __init__.py
        path.clear();
        package = true;
        return true;
      }
      return false;
    };
    library = false;
    std::string namespace_path;
    for (const std::string& dir : options_.search_path) {
      if (tryIn(dir)) {
        if (!path.empty()) return true;
        namespace_path = "ns";
      }
    }
    if (tryIn(options_.lib_dir + "/std") && !path.empty()) {
      library = true;
      return true;
    }
    if (!namespace_path.empty()) {
      path.clear();
      package = true;
      return true;
    }
    return false;
  }

  std::string absolutePath(const std::string& path) {
    char* resolved = path.empty() || path[0] == '/' ? nullptr : realpath(path.c_str(), nullptr);
    std::string absolute = resolved ? resolved : path;
    free(resolved);
    return absolute;
  }

  // Makes sure that module `name` and its packages are part of the program. False: no such module.
  bool need(const std::string& name) {
    if (program_.by_name.count(name)) return true;
    size_t dot = name.rfind('.');
    if (dot != name.npos) {
      if (!need(name.substr(0, dot))) return false;
      const Module& parent = program_.modules[program_.by_name[name.substr(0, dot)]];
      if (!parent.package) return false;
    }
    std::string path;
    bool package = false, library = false;
    if (!locate(name, path, package, library)) return false;
    Module m;
    m.name = name;
    // Diagnostics show a path as short as the program's own, CPython makes it absolute.
    m.path = library ? path : absolutePath(path);
    m.package = package;
    m.home = package ? name : name.substr(0, name.rfind('.') == name.npos ? 0 : name.rfind('.'));
    m.library = library;
    if (path.empty()) {
      m.file = sources_.add("<namespace " + name + ">", "");
    } else {
      std::string error;
      m.file = sources_.open(path, &error);
      if (!m.file.valid()) return false;
    }
    add(std::move(m));
    return true;
  }

  void load(ModuleId id) {
    Module& m = program_.modules[id];
    size_t errors = diags_.diagnostics().size();
    if (m.tree) {
      dropUnmentioned(m, program_, arena_, names_);
    } else {
      program_.sources.push_back(sources_.file(m.file).path);
      m.tree = parseModule(sources_, m.file, arena_, names_, diags_);
      if (m.tree && m.library && onlyMentioned(*m.tree, names_)) return deferred_.push_back(id);
    }
    if (m.tree) dropDeadBranches(m.tree, arena_, names_);
    std::vector<ImportSite> imports;
    if (m.tree) buildScopes(m, names_, imports);
    m.untraced = m.library && m.scope && m.scope->find(names_.intern("__unittest"));
    auto broken = [&] {
      return std::any_of(diags_.diagnostics().begin() + static_cast<std::ptrdiff_t>(errors), diags_.diagnostics().end(),
                         [](const Diagnostic& d) { return d.severity == Severity::Error; });
    };
    if (options_.keep_going && id != program_.main && (!m.tree || broken())) {
      program_.missing.insert(m.name);
      program_.by_name.erase(m.name);
      m.tree = arena_.make<ast::Module>();
      m.scopes.clear();
      m.storage.clear();
      imports.clear();
      buildScopes(m, names_, imports);
    }
    if (!m.tree) return;
    for (const ImportSite& site : imports) m.imports.push_back(site.module);
    for (const ImportSite& site : imports) {
      if (site.module.empty() || need(site.module)) continue;
      if (site.submodule_guess || site.guarded) continue;
      bool known = !program_.missing.insert(site.module).second;
      if (known && options_.keep_going && id != program_.main) continue;  // once is enough
      auto& d = diags_.report(DiagCode::UnknownModule, site.span,
                              "there is no module named '" + site.module + "'");
      d.label = "not found";
      d.hint = "Krait looks in the program's folder and in its own standard library; see docs/modules.md for the "
               "library modules that exist today";
    }
  }

  const Options& options_;
  SourceManager& sources_;
  Arena& arena_;
  Interner& names_;
  DiagnosticSink& diags_;
  Program program_;
  std::vector<ModuleId> pending_;
  std::vector<ModuleId> deferred_;  // parsed, to be loaded when nothing is pending
};

}  // namespace

Program resolveProgram(const Options& options, SourceManager& sources, Arena& arena, Interner& names,
                       DiagnosticSink& diags) {
  return Resolver(options, sources, arena, names, diags).run();
}

}  // namespace krait::resolve
