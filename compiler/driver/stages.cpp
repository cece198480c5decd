#include "driver/stages.h"

#include <algorithm>
#include <cstdio>

namespace krait {

StageLog::Scope::Scope(StageLog& log, const char* name, const std::string& detail) : log_(log) {
  context_ = std::string(name) + (detail.empty() ? "" : ": " + detail);
  auto it = std::find_if(log.entries_.begin(), log.entries_.end(),
                         [&](const Entry& entry) { return entry.name == name; });
  entry_ = it - log.entries_.begin();
  if (it == log.entries_.end()) log.entries_.push_back({name});
  if (log.verbose) std::fprintf(stderr, "krait: %s\n", context_.c_str());
  outer_context_ = setCrashContext(context_.c_str());
  start_ = std::chrono::steady_clock::now();
}

StageLog::Scope::~Scope() {
  Entry& entry = log_.entries_[entry_];
  entry.spent += std::chrono::steady_clock::now() - start_;
  entry.runs++;
  setCrashContext(outer_context_);
}

std::string StageLog::timings() const {
  std::string out;
  char line[128];
  auto milliseconds = [](std::chrono::nanoseconds time) { return time.count() / 1e6; };
  std::chrono::nanoseconds total{0};
  for (const Entry& entry : entries_) {
    total += entry.spent;
    std::snprintf(line, sizeof line, "%-18s %9.2f ms", entry.name.c_str(),
                  milliseconds(entry.spent));
    out += line;
    if (entry.runs > 1) out += "  (" + std::to_string(entry.runs) + " times)";
    out += '\n';
  }
  std::snprintf(line, sizeof line, "%-18s %9.2f ms\n", "total", milliseconds(total));
  return out + line;
}

}  // namespace krait
