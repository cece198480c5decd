// Diagnostics for people: header, place, source lines with the range marked, notes, hint.
#include <algorithm>

#include "diag/diag.h"
#include "diag/order.h"
#include "diag/width.h"

namespace krait {
namespace {

enum class Style { Plain, Bold, Error, Warning, Note, Help, Gutter };

constexpr int kTabWidth = 4;
constexpr int kMaxColumns = 160;     // of a source line; longer ones are cut around the range
constexpr int kContextColumns = 50;  // kept before the range when a line is cut
constexpr uint32_t kMaxRangeLines =
    6;  // of a multi-line range; the middle of longer ones is left out

// A source line as the terminal shows it: tabs widened, what a terminal cannot show replaced.
struct ShownLine {
  std::string text;
  std::vector<int>
      columns;  // columns[i]: display column of byte i of the source line; [size]: its width
};

ShownLine showLine(std::string_view line) {
  ShownLine shown;
  int column = 0;
  shown.columns.reserve(line.size() + 1);
  while (!line.empty()) {
    Utf8Char c = decodeUtf8Char(line);
    for (uint32_t i = 0; i < c.length; i++) shown.columns.push_back(column);
    bool control = c.code < 0x20 || (c.code >= 0x7f && c.code < 0xa0);
    bool surrogate = c.code >= 0xd800 && c.code <= 0xdfff;
    // Bidirectional controls would make the terminal show other code than the compiler reads.
    bool bidi = (c.code >= 0x202a && c.code <= 0x202e) || (c.code >= 0x2066 && c.code <= 0x2069);
    if (c.code == '\t') {
      shown.text.append(kTabWidth, ' ');
      column += kTabWidth;
    } else if (control || surrogate || bidi || (c.code == 0xfffd && c.length == 1)) {
      shown.text += "\xef\xbf\xbd";
      column++;
    } else {
      shown.text += line.substr(0, c.length);
      column += displayWidth(c.code);
    }
    line.remove_prefix(c.length);
  }
  shown.columns.push_back(column);
  return shown;
}

// Keeps the display columns [from, to) of `text`, marking what was cut with "…".
std::string cutColumns(const std::string& text, int from, int to) {
  std::string result;
  int column = 0;
  std::string_view rest = text;
  bool cut_end = false;
  while (!rest.empty()) {
    Utf8Char c = decodeUtf8Char(rest);
    int width = displayWidth(c.code);
    if (column >= to) {
      cut_end = true;
      break;
    }
    if (column >= from) result += rest.substr(0, c.length);
    column += width;
    rest.remove_prefix(c.length);
  }
  if (from > 0) result = "…" + result;
  if (cut_end) result += "…";
  return result;
}

class Renderer {
 public:
  Renderer(const SourceManager& sources, bool color) : sources_(sources), color_(color) {}

  std::string take() { return std::move(out_); }

  void diagnostic(const Diagnostic& d) {
    gutter_ = gutterWidth(d);
    Style style = d.severity == Severity::Error     ? Style::Error
                  : d.severity == Severity::Warning ? Style::Warning
                                                    : Style::Note;
    write(style,
          std::string(severityName(d.severity)) + "[" + std::string(diagInfo(d.code).code) + "]");
    write(Style::Bold, ": " + d.message);
    out_ += '\n';
    bool trailing_bar =
        !d.hint.empty() || std::any_of(d.notes.begin(), d.notes.end(),
                                       [](const DiagNote& n) { return !n.span.file.valid(); });
    if (d.span.file.valid()) snippet(d.span, d.label, style);
    for (const DiagNote& note : d.notes) {
      if (!note.span.file.valid()) continue;
      write(Style::Note, "note");
      write(Style::Bold, ": " + note.message);
      out_ += '\n';
      snippet(note.span, "", Style::Note);
    }
    if (trailing_bar && d.span.file.valid()) emptyGutter();
    for (const DiagNote& note : d.notes) {
      if (!note.span.file.valid()) footer("note", Style::Note, note.message);
    }
    if (!d.hint.empty()) footer("help", Style::Help, d.hint);
    out_ += '\n';
  }

  void summary(const DiagnosticCounts& counts) {
    auto count = [](size_t n, const char* noun) {
      return std::to_string(n) + " " + noun + (n == 1 ? "" : "s");
    };
    std::string text;
    if (counts.errors) text = count(counts.errors, "error");
    if (counts.warnings) text += (text.empty() ? "" : ", ") + count(counts.warnings, "warning");
    if (text.empty()) return;
    if (counts.errors) {
      write(Style::Error, "error");
    } else {
      write(Style::Warning, "warning");
    }
    write(Style::Bold, ": " + text);
    out_ += '\n';
  }

 private:
  void write(Style style, std::string_view text) {
    static constexpr const char* kCodes[] = {"", "1", "1;31", "1;33", "1;36", "1;32", "1;34"};
    if (!color_ || style == Style::Plain) {
      out_ += text;
      return;
    }
    out_ += "\x1b[";
    out_ += kCodes[static_cast<size_t>(style)];
    out_ += 'm';
    out_ += text;
    out_ += "\x1b[0m";
  }

  // Digits of the largest line number that the diagnostic shows.
  int gutterWidth(const Diagnostic& d) const {
    uint32_t line = 1;
    auto see = [&](const Span& span) {
      if (span.file.valid()) line = std::max(line, endLine(sources_.file(span.file), span.range));
    };
    see(d.span);
    for (const DiagNote& note : d.notes) see(note.span);
    return static_cast<int>(std::to_string(line).size());
  }

  static uint32_t clampOffset(const SourceFile& file, uint32_t offset) {
    return std::min<uint32_t>(offset, file.text.size());
  }

  // The line of the range's last character: a range that ends behind a newline ends on the line
  // before.
  static uint32_t endLine(const SourceFile& file, Range range) {
    uint32_t begin = clampOffset(file, range.begin);
    uint32_t end = std::max(begin, clampOffset(file, range.end));
    return file.lineColumn(end > begin ? end - 1 : end).line;
  }

  void gutter(const std::string& number) {
    std::string text(gutter_ - number.size(), ' ');
    write(Style::Gutter, text + number + " |");
  }

  void emptyGutter() {
    gutter("");
    out_ += '\n';
  }

  void footer(const char* kind, Style style, const std::string& text) {
    write(Style::Gutter, std::string(gutter_ + 1, ' ') + "= ");
    write(style, kind);
    out_ += ": ";
    // Further lines of the text stand under its first.
    std::string indent(gutter_ + 3 + std::string_view(kind).size() + 2, ' ');
    for (char c : text) {
      out_ += c;
      if (c == '\n') out_ += indent;
    }
    out_ += '\n';
  }

  void snippet(const Span& span, const std::string& label, Style style) {
    const SourceFile& file = sources_.file(span.file);
    uint32_t begin = clampOffset(file, span.range.begin);
    uint32_t end = std::max(begin, clampOffset(file, span.range.end));
    Place place = placeOf(file, begin);
    write(Style::Gutter, std::string(gutter_, ' ') + "--> ");
    out_ +=
        file.path + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + "\n";
    emptyGutter();
    LineColumn first = file.lineColumn(begin);
    uint32_t last_line = endLine(file, {begin, end});
    uint32_t last_column = end - file.line_starts[last_line - 1];
    if (first.line == last_line) {
      singleLine(file, first.line, first.column, last_column, label, style);
    } else {
      multiLine(file, first.line, first.column, last_line, last_column, label, style);
    }
  }

  void singleLine(const SourceFile& file, uint32_t line, uint32_t from, uint32_t to,
                  const std::string& label, Style style) {
    std::string_view text = file.lineText(line);
    ShownLine shown = showLine(text);
    int begin = shown.columns[std::min<size_t>(from, text.size())];
    int end = std::max(begin + 1, shown.columns[std::min<size_t>(to, text.size())]);
    int width = shown.columns.back();
    if (width > kMaxColumns) {
      int cut = std::max(0, begin - kContextColumns);
      int stop = cut + kMaxColumns;
      shown.text = cutColumns(shown.text, cut, stop);
      end = std::min(end, stop);
      int shift = cut > 0 ? cut - 1 : 0;  // the ellipsis takes a column
      begin -= shift;
      end -= shift;
    }
    sourceLine(line, " " + shown.text);
    gutter("");
    out_ += std::string(begin + 1, ' ');
    write(style, std::string(end - begin, '^') + (label.empty() ? "" : " " + label));
    out_ += '\n';
  }

  // The lines of a longer range with a bar at their left: it starts under the first character of
  // the range and ends under the last.
  void multiLine(const SourceFile& file, uint32_t first, uint32_t from, uint32_t last, uint32_t to,
                 const std::string& label, Style style) {
    std::string_view head = file.lineText(first);
    ShownLine shown = showLine(head);
    int begin = shown.columns[std::min<size_t>(from, head.size())];
    bool from_start = head.find_first_not_of(" \t") >= from;
    sourceLine(first, (from_start ? " / " : "   ") + cutColumns(shown.text, 0, kMaxColumns));
    if (!from_start) {
      gutter("");
      out_ += "  ";
      write(style, std::string(begin + 1, '_') + "^");
      out_ += '\n';
    }
    for (uint32_t line = first + 1; line <= last; line++) {
      if (last - first + 1 > kMaxRangeLines && line == first + 3) {
        line = last - 1;
        write(Style::Gutter, "...");
        out_ += std::string(gutter_ > 1 ? gutter_ - 1 : 0, ' ');
        write(style, " |");
        out_ += '\n';
        continue;
      }
      barred(line, showLine(file.lineText(line)).text, style);
    }
    std::string_view tail = file.lineText(last);
    int end = std::max(1, showLine(tail).columns[std::min<size_t>(to, tail.size())]);
    gutter("");
    out_ += ' ';
    write(style, "|" + std::string(end, '_') + "^" + (label.empty() ? "" : " " + label));
    out_ += '\n';
  }

  void barred(uint32_t line, const std::string& text, Style style) {
    gutter(std::to_string(line));
    out_ += ' ';
    write(style, "|");
    if (!text.empty()) out_ += " " + cutColumns(text, 0, kMaxColumns);
    out_ += '\n';
  }

  void sourceLine(uint32_t line, const std::string& text) {
    gutter(std::to_string(line));
    out_ += text;
    while (out_.back() == ' ') out_.pop_back();
    out_ += '\n';
  }

  const SourceManager& sources_;
  bool color_;
  int gutter_ = 1;
  std::string out_;
};

}  // namespace

std::string renderDiagnostics(const DiagnosticSink& sink, const SourceManager& sources,
                              bool color) {
  std::vector<const Diagnostic*> shown = sortedDiagnostics(sink);
  Renderer renderer(sources, color);
  for (const Diagnostic* diagnostic : shown) renderer.diagnostic(*diagnostic);
  renderer.summary(countDiagnostics(shown));
  return renderer.take();
}

}  // namespace krait
