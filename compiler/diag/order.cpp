#include "diag/order.h"

#include <algorithm>
#include <tuple>

#include "diag/width.h"

namespace krait {
namespace {

auto placeKey(const Span& span) {
  // An invalid file sorts first.
  uint32_t file = span.file.valid() ? span.file.index + 1 : 0;
  return std::tuple(file, span.range.begin, span.range.end);
}

auto sortKey(const Diagnostic& d) {
  return std::tuple(placeKey(d.span), d.severity, d.code, std::string_view(d.message));
}

bool sameNote(const DiagNote& a, const DiagNote& b) {
  return placeKey(a.span) == placeKey(b.span) && a.message == b.message;
}

bool same(const Diagnostic* a, const Diagnostic* b) {
  return sortKey(*a) == sortKey(*b) && a->label == b->label && a->hint == b->hint &&
         std::equal(a->notes.begin(), a->notes.end(), b->notes.begin(), b->notes.end(), sameNote);
}

}  // namespace

std::vector<const Diagnostic*> sortedDiagnostics(const DiagnosticSink& sink) {
  std::vector<const Diagnostic*> result;
  for (const Diagnostic& diagnostic : sink.diagnostics()) result.push_back(&diagnostic);
  // Pointers into the sink's vector keep the order of reporting.
  std::sort(result.begin(), result.end(), [](const Diagnostic* a, const Diagnostic* b) {
    return std::tuple(sortKey(*a), a) < std::tuple(sortKey(*b), b);
  });
  result.erase(std::unique(result.begin(), result.end(), same), result.end());
  return result;
}

DiagnosticCounts countDiagnostics(const std::vector<const Diagnostic*>& diagnostics) {
  DiagnosticCounts counts;
  for (const Diagnostic* diagnostic : diagnostics) {
    counts.errors += diagnostic->severity == Severity::Error;
    counts.warnings += diagnostic->severity == Severity::Warning;
  }
  return counts;
}

Place placeOf(const SourceFile& file, uint32_t offset) {
  offset = std::min<uint32_t>(offset, file.text.size());
  LineColumn bytes = file.lineColumn(offset);
  std::string_view before =
      std::string_view(file.text).substr(file.line_starts[bytes.line - 1], bytes.column);
  uint32_t characters = 0;
  while (!before.empty()) {
    before.remove_prefix(decodeUtf8Char(before).length);
    characters++;
  }
  return {bytes.line, characters + 1};
}

std::string_view severityName(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Note:
      return "note";
  }
  return "";
}

}  // namespace krait
