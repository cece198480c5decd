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

}  // namespace

std::string coverageText(const infer::Coverage& c) {
  Table table;
  table.row("functions", c.functions);
  table.row("  inferred", c.inferred, c.functions);
  table.row("  called in the program", c.called, c.functions);
  table.row("  signature known", c.known_signatures, c.functions);
  table.row("values", c.values);
  table.row("  type known", c.known_values, c.values);
  return table.take();
}

std::string buildText(const BuildStats& s) {
  Table table;
  table.row("functions", s.functions.functions);
  table.row("  instances", s.functions.instances);
  for (auto& [name, n] : s.functions.worst) table.row("    " + name, n);
  table.row("library functions", s.functions.library_functions);
  table.row("  instances", s.functions.library_instances);
  for (auto& [name, n] : s.functions.library_worst) table.row("    " + name, n);
  table.row("inferred values", s.functions.values);
  table.row("  of several layouts", s.functions.several, s.functions.values);
  table.row("compiled values", s.user.values);
  table.row("  boxed", s.user.boxed, s.user.values);
  table.row("library's values", s.library.values);
  table.row("  boxed", s.library.boxed, s.library.values);
  return table.take();
}

}  // namespace krait
