// krait-syntax [--dump|--check|--tokens|--bench [rounds]|--split] [file...]
//
// Parses every file named on the command line, or on standard input one a line, in one process.
//   --dump    prints a line "ok <file>" and the tree on the next, or "refused <file>" and its
//   errors
//   --check   prints "ok" or "refused" and the errors, without trees
//   --tokens  prints the tokens
//   --split   one file holds many programs, each after a line "#### name length"; as --check for
//   each
//   --bench   parses all files --rounds=N times and prints the best round's lines a second
// Errors are printed one a line: line, column, end line, end column, message, separated by tabs.
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "base/arena.h"
#include "base/interner.h"
#include "diag/diag.h"
#include "lex/lex.h"
#include "parse/dump.h"
#include "parse/parse.h"

namespace {

enum class Mode { Dump, Check, Tokens, Bench, Split };

void printErrors(const krait::SourceFile& file, const krait::DiagnosticSink& diags) {
  for (const krait::Diagnostic& d : diags.diagnostics()) {
    krait::LineColumn b = file.lineColumn(d.span.range.begin);
    krait::LineColumn e = file.lineColumn(d.span.range.end);
    std::printf("\t%u\t%u\t%u\t%u\t%s\n", b.line, b.column, e.line, e.column, d.message.c_str());
  }
}

void one(krait::SourceManager& sources, krait::FileId id, Mode mode) {
  const krait::SourceFile& file = sources.file(id);
  krait::Arena arena;
  krait::Interner names;
  krait::DiagnosticSink diags;
  if (mode == Mode::Tokens) {
    std::fputs(krait::dumpTokens(krait::lex(file, names), file).c_str(), stdout);
    return;
  }
  krait::ast::Module* module = krait::parseModule(sources, id, arena, names, diags);
  if (!module) {
    std::printf("refused %s\n", file.path.c_str());
    printErrors(file, diags);
    return;
  }
  std::printf("ok %s\n", file.path.c_str());
  if (mode == Mode::Dump) {
    std::fputs(krait::dumpAst(module, sources, names).c_str(), stdout);
    std::fputc('\n', stdout);
  }
}

int bench(const std::vector<std::string>& paths, int rounds) {
  krait::SourceManager sources;
  std::vector<krait::FileId> files;
  size_t lines = 0, bytes = 0;
  for (const std::string& path : paths) {
    std::string error;
    krait::FileId id = sources.open(path, &error);
    if (!id.valid()) continue;
    files.push_back(id);
    lines += sources.file(id).line_starts.size();
    bytes += sources.file(id).text.size();
  }
  // Processor time: other programs on the machine do not count.
  auto now = [] { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; };
  double best_lex = 1e9, best_all = 1e9;
  for (int r = 0; r < rounds; r++) {
    double start = now();
    krait::Interner names;
    size_t tokens = 0;
    for (krait::FileId id : files) tokens += krait::lex(sources.file(id), names).tokens.size();
    double lexing = now() - start;
    start = now();
    krait::Interner more_names;
    for (krait::FileId id : files) {
      krait::Arena arena;
      krait::DiagnosticSink diags;
      krait::parseModule(sources, id, arena, more_names, diags);
    }
    double all = now() - start;
    best_lex = std::min(best_lex, lexing);
    best_all = std::min(best_all, all);
    if (r == 0) {
      std::printf("%zu files, %zu lines, %.1f MB, %zu tokens\n", files.size(), lines, bytes / 1e6,
                  tokens);
    }
  }
  std::printf("lex:              %.3f s, %.2f million lines/s\n", best_lex, lines / best_lex / 1e6);
  std::printf("lex, parse, check: %.3f s, %.2f million lines/s, %.0f MB/s\n", best_all,
              lines / best_all / 1e6, bytes / best_all / 1e6);
  return 0;
}

// Reads "#### name length" and that many bytes, again and again.
void split(krait::SourceManager& sources, const std::string& text) {
  size_t at = 0;
  while (at + 5 < text.size()) {
    const size_t head_end = text.find('\n', at);
    const size_t space = text.rfind(' ', head_end);
    std::string name = text.substr(at + 5, space - at - 5);
    const size_t length = std::strtoul(text.c_str() + space, nullptr, 10);
    krait::FileId part = sources.add(name, text.substr(head_end + 1, length));
    one(sources, part, Mode::Check);
    at = head_end + 1 + length + 1;
  }
}

}  // namespace

int main(int argc, char** argv) {
  Mode mode = Mode::Dump;
  int rounds = 3;
  std::vector<std::string> paths;
  for (int i = 1; i < argc; i++) {
    if (!std::strcmp(argv[i], "--dump")) {
      mode = Mode::Dump;
    } else if (!std::strcmp(argv[i], "--check")) {
      mode = Mode::Check;
    } else if (!std::strcmp(argv[i], "--tokens")) {
      mode = Mode::Tokens;
    } else if (!std::strcmp(argv[i], "--split")) {
      mode = Mode::Split;
    } else if (!std::strcmp(argv[i], "--bench")) {
      mode = Mode::Bench;
    } else if (!std::strncmp(argv[i], "--rounds=", 9)) {
      rounds = std::atoi(argv[i] + 9);
    } else {
      paths.push_back(argv[i]);
    }
  }
  if (mode == Mode::Bench) {
    for (std::string line; paths.empty() || std::cin;) {
      if (!std::getline(std::cin, line)) break;
      paths.push_back(line);
    }
    return bench(paths, rounds);
  }
  auto handle = [&](const std::string& path) {
    krait::SourceManager sources;
    std::string error;
    krait::FileId id;
    if (mode == Mode::Split) {
      std::ifstream in(path, std::ios::binary);
      std::string text((std::istreambuf_iterator<char>(in)), {});
      split(sources, text);
      return;
    }
    id = sources.open(path, &error);
    if (!id.valid()) {
      std::printf("unreadable %s\n\t%s\n", path.c_str(), error.c_str());
    } else {
      one(sources, id, mode);
    }
    std::fflush(stdout);
  };
  for (const std::string& path : paths) handle(path);
  if (paths.empty()) {
    for (std::string line; std::getline(std::cin, line);) handle(line);
  }
  return 0;
}
