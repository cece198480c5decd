#include "driver/stats.h"

#include <cstdio>

namespace krait {
namespace {

class Table {
 public:
  // A number, with its share of `of` (0: without).
  void row(const std::string& name, size_t n, size_t of = 0) {
    char buffer[48];
    std::snprintf(buffer, sizeof buffer, of ? "%9zu%7.1f %%" : "%9zu", n,
                  of ? 100.0 * static_cast<double>(n) / static_cast<double>(of) : 0.0);
    std::string left = name;
    constexpr size_t kNumbers = 24;
    if (left.size() < kNumbers) left.resize(kNumbers, ' ');
    text_ += left + buffer + "\n";
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

void instances(const infer::Specialisation& s, Table& table) {
  table.row("  instances", s.instances);
  for (auto& [name, n] : s.worst) table.row("    " + name, n);
  table.row("library functions", s.library_functions);
  table.row("  instances", s.library_instances);
  for (auto& [name, n] : s.library_worst) table.row("    " + name, n);
}

}  // namespace

std::string checkText(const infer::Coverage& c, const infer::Specialisation& s) {
  Table table;
  table.row("functions", c.functions);
  table.row("  inferred", c.inferred, c.functions);
  table.row("  called in the program", c.called, c.functions);
  table.row("  signature known", c.known_signatures, c.functions);
  table.row("values", c.values);
  table.row("  type known", c.known_values, c.values);
  table.row("reached functions", s.functions);
  instances(s, table);
  table.row("evaluations", s.evaluations);
  return table.take();
}

std::string buildText(const BuildStats& s) {
  Table table;
  table.row("functions", s.functions.functions);
  instances(s.functions, table);
  table.row("inferred values", s.functions.values);
  table.row("  of several layouts", s.functions.several, s.functions.values);
  table.row("compiled values", s.user.values);
  table.row("  boxed", s.user.boxed, s.user.values);
  table.row("library's values", s.library.values);
  table.row("  boxed", s.library.boxed, s.library.values);
  return table.take();
}

}  // namespace krait
