// Source files: where text comes from and how a byte offset becomes a line and a column.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"

namespace krait {

struct FileTag {};
using FileId = Id<FileTag>;

// A half-open range of byte offsets into one file's UTF-8 text.
struct Range {
  uint32_t begin = 0;
  uint32_t end = 0;
  constexpr bool operator==(const Range&) const = default;
};

// A range in a file, for diagnostics and debug information.
struct Span {
  FileId file;
  Range range;
};

struct LineColumn {
  uint32_t line = 1;    // 1-based
  uint32_t column = 0;  // 0-based, in UTF-8 bytes, as CPython's col_offset
};

// One file: its path as the user gave it and its text, decoded to UTF-8 (lone surrogates as
// three-byte sequences), newlines as in the file. NUL-terminated for the lexer's sake.
struct SourceFile {
  std::string path;
  std::string text;
  std::vector<uint32_t> line_starts;  // line_starts[i] = offset of line i + 1
  // Why the bytes could not be decoded, in CPython's words (empty: they could), and where in
  // `text`. The parser reports it as a syntax error.
  std::string decode_error;
  uint32_t decode_error_offset = 0;

  LineColumn lineColumn(uint32_t offset) const;
  // The text of 1-based `line` without its newline.
  std::string_view lineText(uint32_t line) const;
};

// The virtual file system: real files read once, plus texts handed in by tests, `-c` and `-`.
class SourceManager {
 public:
  // Returns the file's id, or an invalid id if it cannot be read (`error` says why, in the system's
  // words).
  FileId open(const std::string& path, std::string* error);
  // Adds a text that is no file on disk under a display name such as "<string>".
  FileId add(std::string name, std::string text);
  // Adds a file's raw bytes (standard input, an archive's member): decoded as open() does.
  FileId addBytes(std::string name, std::string bytes);
  const SourceFile& file(FileId id) const { return *files_[id.index]; }
  SourceFile& file(FileId id) { return *files_[id.index]; }
  size_t count() const { return files_.size(); }

 private:
  std::vector<std::unique_ptr<SourceFile>> files_;
};

}  // namespace krait
