// The wrapper around every stage: crash context, the -v line and the timing.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "base/check.h"

namespace krait {

class StageLog {
 public:
  bool verbose = false;  // -v: a line on standard error when a stage starts

  // Runs `stage()` under `name` ("parse") and returns its result. `detail` says what it works on
  // ("a.py"); both appear in an internal error's report.
  template <class F>
  decltype(auto) run(const char* name, const std::string& detail, F&& stage) {
    Scope scope(*this, name, detail);
    return std::forward<F>(stage)();
  }

  // The table of --timings: one line a stage name in order of first use, and the total.
  std::string timings() const;

 private:
  struct Entry {
    std::string name;
    std::chrono::nanoseconds spent{0};
    size_t runs = 0;
  };
  class Scope {
   public:
    Scope(StageLog& log, const char* name, const std::string& detail);
    ~Scope();

   private:
    StageLog& log_;
    size_t entry_;
    std::string context_;
    const char* outer_context_;
    std::chrono::steady_clock::time_point start_;
  };

  std::vector<Entry> entries_;
};

}  // namespace krait
