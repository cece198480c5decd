#include "diag/diag.h"

#include <algorithm>

namespace krait {
namespace {

constexpr DiagInfo kTable[] = {
#define KRAIT_DIAGNOSTIC(code, name, severity, summary) {code, #name, severity, summary},
#include "diag/diagnostics.def"
#undef KRAIT_DIAGNOSTIC
};

}  // namespace

const DiagInfo& diagInfo(DiagCode code) { return kTable[static_cast<size_t>(code)]; }

const DiagInfo* findDiagInfo(std::string_view code) {
  for (const DiagInfo& info : kTable) {
    if (info.code == code) return &info;
  }
  return nullptr;
}

Diagnostic& DiagnosticSink::report(DiagCode code, Span span, std::string message) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.severity = diagInfo(code).severity;
  diagnostic.span = span;
  diagnostic.message = std::move(message);
  if (diagnostic.severity == Severity::Error) errors_++;
  diagnostics_.push_back(std::move(diagnostic));
  return diagnostics_.back();
}

void DiagnosticSink::append(DiagnosticSink&& other) {
  for (Diagnostic& d : other.diagnostics_) diagnostics_.push_back(std::move(d));
  errors_ += other.errors_;
}

void DiagnosticSink::recount() {
  errors_ = std::count_if(diagnostics_.begin(), diagnostics_.end(),
                          [](const Diagnostic& d) { return d.severity == Severity::Error; });
}

}  // namespace krait
