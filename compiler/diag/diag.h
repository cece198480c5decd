// Diagnostics: one row in diag/diagnostics.def a code, one explain/K*.md a code.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/source.h"

namespace krait {

enum class Severity : uint8_t { Error, Warning, Note };

#define KRAIT_DIAGNOSTIC(code, name, severity, summary) name,
enum class DiagCode : uint16_t {
#include "diag/diagnostics.def"
};
#undef KRAIT_DIAGNOSTIC

struct DiagInfo {
  std::string_view code;  // "K0101"
  std::string_view name;  // "InvalidSyntax"
  Severity severity;      // by default
  std::string_view summary;
};
const DiagInfo& diagInfo(DiagCode code);
// Finds a code by its text ("K0101"), for `krait explain`; null if there is none.
const DiagInfo* findDiagInfo(std::string_view code);

// A further place a diagnostic shows, with its own label.
struct DiagNote {
  Span span;  // span.file invalid: a note without a place
  std::string message;
};

struct Diagnostic {
  DiagCode code;
  Severity severity;
  Span span;
  std::string message;             // what was found
  std::string label;               // beside the caret; may be empty
  std::vector<DiagNote> notes;     // other places, why
  std::string hint;                // what to do instead; may be empty
};

// Where stages report to. Errors do not stop a stage; the driver asks hasErrors() between stages.
class DiagnosticSink {
 public:
  Diagnostic& report(DiagCode code, Span span, std::string message);  // severity from the table
  bool hasErrors() const { return errors_ > 0; }
  size_t errors() const { return errors_; }
  // Takes over all diagnostics of another sink.
  void append(DiagnosticSink&& other);
  std::vector<Diagnostic>& diagnostics() { return diagnostics_; }
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }
  // After changing a reported diagnostic's severity (levels strict/standard/dynamic).
  void recount();

 private:
  std::vector<Diagnostic> diagnostics_;
  size_t errors_ = 0;
};

// Renders like rustc: header, place, source line, caret under the range, notes, hint.
// Sorted by file and place; identical diagnostics once. `color` for terminals only.
std::string renderDiagnostics(const DiagnosticSink& sink, const SourceManager& sources, bool color);
std::string renderDiagnosticsJson(const DiagnosticSink& sink, const SourceManager& sources);

}  // namespace krait
