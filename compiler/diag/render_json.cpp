// Diagnostics for programs: one JSON document,
//   {"diagnostics": [{"code", "name", "severity", "message", "label", "hint",
//                     "place": PLACE or null, "notes": [{"message", "place"}]}],
//    "errors": N, "warnings": N}
// where PLACE is {"file", "begin": POINT, "end": POINT} and POINT {"line", "column", "offset"}:
// line and column count from 1, column in characters; offset is in bytes of the UTF-8 text.
#include <cstdio>

#include "diag/diag.h"
#include "diag/order.h"
#include "diag/width.h"

namespace krait {
namespace {

void appendString(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    Utf8Char c = decodeUtf8Char(text);
    bool surrogate = c.code >= 0xd800 && c.code <= 0xdfff;
    bool broken = c.code == 0xfffd && c.length == 1;
    char escape[8];
    if (c.code == '"' || c.code == '\\') {
      out += '\\';
      out += static_cast<char>(c.code);
    } else if (c.code == '\n') {
      out += "\\n";
    } else if (c.code < 0x20 || c.code == 0x7f || surrogate || broken) {
      std::snprintf(escape, sizeof escape, "\\u%04x", c.code);
      out += escape;
    } else {
      out += text.substr(0, c.length);
    }
    text.remove_prefix(c.length);
  }
  out += '"';
}

void appendMember(std::string& out, std::string_view name, std::string_view value) {
  appendString(out, name);
  out += ": ";
  appendString(out, value);
  out += ", ";
}

void appendPoint(std::string& out, const SourceFile& file, uint32_t offset) {
  Place place = placeOf(file, offset);
  out += "{\"line\": " + std::to_string(place.line) +
         ", \"column\": " + std::to_string(place.column) +
         ", \"offset\": " + std::to_string(offset) + "}";
}

void appendPlace(std::string& out, const SourceManager& sources, const Span& span) {
  out += "\"place\": ";
  if (!span.file.valid()) {
    out += "null";
    return;
  }
  const SourceFile& file = sources.file(span.file);
  out += "{";
  appendMember(out, "file", file.path);
  out += "\"begin\": ";
  appendPoint(out, file, span.range.begin);
  out += ", \"end\": ";
  appendPoint(out, file, span.range.end);
  out += "}";
}

void appendDiagnostic(std::string& out, const SourceManager& sources, const Diagnostic& d) {
  const DiagInfo& info = diagInfo(d.code);
  out += "{";
  appendMember(out, "code", info.code);
  appendMember(out, "name", info.name);
  appendMember(out, "severity", severityName(d.severity));
  appendMember(out, "message", d.message);
  appendMember(out, "label", d.label);
  appendMember(out, "hint", d.hint);
  appendPlace(out, sources, d.span);
  out += ", \"notes\": [";
  for (const DiagNote& note : d.notes) {
    if (&note != &d.notes.front()) out += ", ";
    out += "{";
    appendMember(out, "message", note.message);
    appendPlace(out, sources, note.span);
    out += "}";
  }
  out += "]}";
}

}  // namespace

std::string renderDiagnosticsJson(const DiagnosticSink& sink, const SourceManager& sources) {
  std::vector<const Diagnostic*> shown = sortedDiagnostics(sink);
  std::string out = "{\"diagnostics\": [";
  const char* separator = "\n";
  for (const Diagnostic* diagnostic : shown) {
    out += separator;
    appendDiagnostic(out, sources, *diagnostic);
    separator = ",\n";
  }
  DiagnosticCounts counts = countDiagnostics(shown);
  out += "],\n\"errors\": " + std::to_string(counts.errors) +
         ", \"warnings\": " + std::to_string(counts.warnings) + "}\n";
  return out;
}

}  // namespace krait
