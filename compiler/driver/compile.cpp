// The order of the stages.
#include "driver/compile.h"

#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>

#include "codegen/codegen.h"
#include "infer/infer.h"
#include "infer/why.h"
#include "lex/lex.h"
#include "link/link.h"
#include "lower/hir.h"
#include "mir/print.h"
#include "mir/verify.h"
#include "mirgen/mirgen.h"
#include "parse/dump.h"
#include "parse/parse.h"
#include "passes/passes.h"
#include "resolve/resolve.h"

namespace krait {
namespace {

// Everything between the stages, in the order it comes to exist.
struct Compilation {
  const CompileOptions& options;
  CompileResult& result;
  Arena arena;
  Interner names;
  resolve::Options resolve_options;
  std::string main_name;
  resolve::Program modules;
  hir::Program hir;
  std::unique_ptr<infer::Program> program;
  mir::Module module;

  bool whole_file = false;  // krait check

  Compilation(const CompileOptions& o, CompileResult& r) : options(o), result(r) {}

  bool failed() const { return result.diags.hasErrors() || !result.failure.empty(); }
  template <class F>
  void stage(const char* name, F f) {
    result.log.run(name, main_name, f);
  }

  static std::string folderOf(const std::string& path) {
    size_t slash = path.rfind('/');
    return slash == path.npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
  }

  // A file in a package (a folder with __init__.py) is checked as part of it.
  void findPackage() {
    std::string folder = folderOf(resolve_options.main_path), package;
    while (access((folder + "/__init__.py").c_str(), R_OK) == 0 && folder.size() > 1) {
      package = folder.substr(folder.rfind('/') + 1) + (package.empty() ? "" : "." + package);
      folder = folderOf(folder);
    }
    if (package.empty()) return;
    resolve_options.main_package = package;
    resolve_options.search_path = {folder};
  }

  bool open() {
    SourceManager& sources = result.sources;
    std::string error;
    switch (options.input.kind) {
      case InputKind::File:
        main_name = options.input.text;
        resolve_options.main_file = sources.open(main_name, &error);
        resolve_options.search_path = {folderOf(main_name)};
        break;
      case InputKind::Code:
        main_name = "<string>";
        resolve_options.main_file = sources.add(main_name, options.input.text);
        resolve_options.search_path = {"."};
        break;
      case InputKind::Stdin:
        main_name = "<stdin>";
        resolve_options.main_file = sources.add(main_name, options.input.text);
        resolve_options.search_path = {"."};
        break;
      case InputKind::Module: {
        std::string path = options.input.text;
        for (char& c : path)
          if (c == '.') c = '/';
        main_name = path + ".py";
        bool package = access(main_name.c_str(), R_OK) != 0;
        if (package) main_name = path + "/__main__.py";
        size_t dot = options.input.text.rfind('.');
        resolve_options.main_package = package            ? options.input.text
                                       : dot == std::string::npos ? ""
                                                          : options.input.text.substr(0, dot);
        char* absolute = realpath(main_name.c_str(), nullptr);
        if (absolute) main_name = absolute;
        free(absolute);
        resolve_options.main_file = sources.open(main_name, &error);
        resolve_options.search_path = {"."};
        break;
      }
    }
    if (!resolve_options.main_file.valid()) {
      result.diags.report(DiagCode::CannotReadFile, {}, "cannot read '" + main_name + "': " + error);
      return false;
    }
    // CPython makes the main file's path absolute for __file__ and tracebacks.
    resolve_options.main_path = main_name;
    if (options.input.kind == InputKind::File && main_name[0] != '/') {
      if (char* cwd = getcwd(nullptr, 0)) {
        resolve_options.main_path = std::string(cwd) + "/" + main_name;
        free(cwd);
      }
    }
    resolve_options.lib_dir = options.library_dir;
    if (whole_file) {
      resolve_options.keep_going = true;
      findPackage();
    }
    return true;
  }

  bool front() {
    if (!open()) return false;
    stage("parse and resolve", [&] {
      modules = resolve::resolveProgram(resolve_options, result.sources, arena, names, result.diags);
    });
    for (const std::string& path : modules.sources)
      if (path.compare(0, options.library_dir.size(), options.library_dir) != 0 && path[0] != '<')
        result.read_files.push_back(path);
    result.absent_files = modules.absent;
    if (whole_file ? !usable() : failed()) return false;
    stage("lower", [&] { hir = hir::makeProgram(modules, names); });
    return whole_file || !failed();
  }

  // Modules that are missing, or have errors of their own, do not keep a check from going on.
  bool usable() const {
    if (!result.failure.empty()) return false;
    for (const Diagnostic& d : result.diags.diagnostics())
      if (d.severity == Severity::Error && (!d.span.file.valid() || d.span.file == resolve_options.main_file) &&
          d.code != DiagCode::UnknownModule)
        return false;
    return modules.modules[modules.main].tree != nullptr;
  }

  bool types() {
    if (!front()) return false;
    infer::Level level = options.types == TypeLevel::Strict    ? infer::Level::Strict
                         : options.types == TypeLevel::Dynamic ? infer::Level::Dynamic
                                                               : infer::Level::Standard;
    stage("infer", [&] { program = infer::inferProgram(hir, {level, whole_file}, result.diags); });
    return !failed();
  }

  bool mir() {
    if (!types()) return false;
    stage("mirgen", [&] { module = mirgen::generateMir(*program, result.sources); });
    // Always: a wrong type here would be a crash of the program.
    std::string complaint;
    stage("verify", [&] { complaint = mir::verify(module, mir::Phase::Built); });
    if (!complaint.empty()) internalError(__FILE__, __LINE__, complaint.c_str());
    // Before the library is inlined into the program's functions.
    if (options.stats)
      result.stats = {infer::specialisation(*program), mir::countValues(module, false, options.library_dir),
                      mir::countValues(module, true, options.library_dir)};
    return true;
  }

  bool optimise(const std::string& dump_after = "", std::string* dump = nullptr, const std::string& function = "",
                std::string* mutations = nullptr) {
    if (!mir()) return false;
    passes::Options p;
    p.release = options.release;
    p.verify = options.verify;
    p.disabled = options.disabled_passes;
    p.dump_after = dump_after;
    p.dump = dump;
    p.dump_function = function;
    p.mutate = options.mutate;
    p.mutant_ends = options.mutant_ends;
    p.mutations = mutations;
    std::string complaint;
    stage("passes", [&] { complaint = passes::runPasses(module, p); });
    if (!complaint.empty()) internalError(__FILE__, __LINE__, complaint.c_str());
    return true;
  }

  bool generate(codegen::Emit emit, const std::string& function, std::string& output) {
    codegen::Options c;
    c.release = options.release;
    c.verify = options.verify;
    c.only_function = function;
    if (options.release) c.runtime_bitcode = options.library_dir + "/x86_64-linux-musl/krait_rt_st.bc";
    std::string error;
    stage("codegen", [&] { error = codegen::generate(module, emit, c, output); });
    if (!error.empty()) result.failure = error;
    return error.empty();
  }
};

// The stages recurse over the program's structure: run them on a stack that is large enough.
void onLargeStack(const std::function<void()>& f) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, size_t{1} << 30);
  pthread_t thread;
  auto run = [](void* p) -> void* {
    (*static_cast<const std::function<void()>*>(p))();
    return nullptr;
  };
  if (pthread_create(&thread, &attributes, run, const_cast<void*>(static_cast<const void*>(&f))) == 0)
    pthread_join(thread, nullptr);
  else
    f();
  pthread_attr_destroy(&attributes);
}

bool writeFile(const std::string& path, const std::string& text) {
  FILE* file = fopen(path.c_str(), "wb");
  if (!file) return false;
  bool ok = fwrite(text.data(), 1, text.size(), file) == text.size();
  return fclose(file) == 0 && ok;
}

// A new compilation. The one before it is taken apart; the last one is left to the end of the process, which is quicker.
Compilation& begin(const CompileOptions& options, CompileResult& result) {
  static Compilation* current = nullptr;
  delete current;
  current = new Compilation(options, result);
  return *current;
}

}  // namespace

bool compileProgram(const CompileOptions& options, const std::string& output, CompileResult& result) {
  bool ok = false;
  onLargeStack([&] {
    Compilation& c = begin(options, result);
    if (!c.optimise()) return;
    std::string object;
    if (!c.generate(codegen::Emit::Object, "", object)) return;
    // Beside the executable, by a name that is no one else's.
    std::string object_path = output + ".krait-" + std::to_string(getpid()) + ".o";
    if (!writeFile(object_path, object)) {
      result.failure = "cannot write '" + object_path + "'";
      return;
    }
    link::Options l;
    l.support_dir = options.library_dir + "/x86_64-linux-musl";
    l.release = options.release;
    std::string error;
    c.stage("link", [&] { error = link::linkExecutable({object_path}, output, l); });
    unlink(object_path.c_str());
    if (!error.empty()) {
      result.failure = error;
      return;
    }
    ok = true;
  });
  return ok;
}

bool checkProgram(const CompileOptions& options, const std::vector<std::string>& why, CompileResult& result) {
  bool ok = false;
  onLargeStack([&] {
    Compilation& c = begin(options, result);
    c.whole_file = true;
    ok = c.types();
    if (!c.program) return;
    result.coverage = infer::coverage(*c.program);
    if (options.stats) result.stats.functions = infer::specialisation(*c.program);
    for (const std::string& name : why)
      if (!infer::Tracer(*c.program).explain(name, result.diags))
        result.failure = "nothing is known of the name '" + name + "': write x for a variable of the module, function.x or Class.x";
  });
  return ok;
}

bool emitStage(const CompileOptions& options, const std::string& stage, const std::string& function,
               std::string& text, CompileResult& result) {
  bool ok = false;
  onLargeStack([&] {
    Compilation& c = begin(options, result);
    if (stage == "tokens") {
      if (!c.open()) return;
      const SourceFile& file = result.sources.file(c.resolve_options.main_file);
      text = dumpTokens(lex(file, c.names), file);
      ok = true;
    } else if (stage == "tree") {
      if (!c.open()) return;
      ast::Module* tree = parseModule(result.sources, c.resolve_options.main_file, c.arena, c.names, result.diags);
      if (tree) text = dumpAst(tree, result.sources, c.names) + "\n";
      ok = tree != nullptr;
    } else if (stage == "hir") {
      if (!c.front()) return;
      // Codes appear as lowering meets their definitions.
      for (uint32_t i = 0; i < c.hir.codes.size(); ++i) {
        hir::CodeId id(i);
        if (c.hir.codes[id].library) continue;
        hir::lowerCode(c.hir, id, result.diags);
        if (function.empty() || c.hir.codes[id].qualname == function) text += hir::printCode(c.hir, id);
      }
      ok = !c.failed();
    } else if (stage == "types") {
      if (!c.types()) return;
      text = infer::printTypes(*c.program, function);
      ok = true;
    } else if (stage == "types-json") {
      if (!c.types()) return;
      text = infer::printTypesAsJson(*c.program, result.sources);
      ok = true;
    } else if (stage == "mir") {
      if (!c.mir()) return;
      if (function.empty()) {
        text = mir::printModule(c.module);
      } else {
        for (uint32_t i = 0; i < c.module.functions.size(); ++i)
          if (c.module.functions[mir::FuncId(i)].name == function) text += mir::printFunction(c.module, mir::FuncId(i));
      }
      ok = true;
    } else if (stage.rfind("mir-after:", 0) == 0) {
      ok = c.optimise(stage.substr(10), &text, function);
    } else if (stage == "mutations") {
      ok = c.optimise("", nullptr, "", &text);
    } else if (stage == "llvm" || stage == "asm" || stage == "obj") {
      if (!c.optimise()) return;
      ok = c.generate(stage == "llvm" ? codegen::Emit::LlvmIr : stage == "asm" ? codegen::Emit::Assembly : codegen::Emit::Object,
                      function, text);
    } else {
      result.failure = "there is no stage '" + stage + "'";
    }
  });
  return ok;
}

}  // namespace krait
