// The order in which both renderers show diagnostics.
#pragma once

#include <vector>

#include "diag/diag.h"

namespace krait {

// The sink's diagnostics by file and place (those without a place first), equal ones once.
std::vector<const Diagnostic*> sortedDiagnostics(const DiagnosticSink& sink);

struct DiagnosticCounts {
  size_t errors = 0;
  size_t warnings = 0;
};
DiagnosticCounts countDiagnostics(const std::vector<const Diagnostic*>& diagnostics);

// A byte offset as people count it: 1-based line, 1-based column in characters.
struct Place {
  uint32_t line;
  uint32_t column;
};
Place placeOf(const SourceFile& file, uint32_t offset);

std::string_view severityName(Severity severity);

}  // namespace krait
