#include "source/source.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "source/decode.h"

namespace krait {
namespace {

std::vector<uint32_t> findLines(const std::string& text) {
  std::vector<uint32_t> starts{0};
  const char* base = text.data();
  const bool has_return = std::memchr(base, '\r', text.size()) != nullptr;
  const char* end = base + text.size();
  if (!has_return) {
    for (const char* p = base; p < end;) {
      p = static_cast<const char*>(std::memchr(p, '\n', end - p));
      if (!p) break;
      starts.push_back(static_cast<uint32_t>(++p - base));
    }
    return starts;
  }
  for (const char* p = base; p < end; p++) {
    if (*p == '\n' || (*p == '\r' && p[1] != '\n')) {
      starts.push_back(static_cast<uint32_t>(p + 1 - base));
    }
  }
  return starts;
}

}  // namespace

LineColumn SourceFile::lineColumn(uint32_t offset) const {
  auto it = std::upper_bound(line_starts.begin(), line_starts.end(), offset);
  auto index = static_cast<uint32_t>(it - line_starts.begin()) - 1;
  return {index + 1, offset - line_starts[index]};
}

std::string_view SourceFile::lineText(uint32_t line) const {
  if (line == 0 || line > line_starts.size()) return {};
  size_t begin = line_starts[line - 1];
  size_t end = line < line_starts.size() ? line_starts[line] : text.size();
  while (end > begin && (text[end - 1] == '\n' || text[end - 1] == '\r')) end--;
  return std::string_view(text).substr(begin, end - begin);
}

FileId SourceManager::open(const std::string& path, std::string* error) {
  std::FILE* f = std::fopen(path.c_str(), "rb");
  std::string bytes;
  bool ok = f != nullptr;
  if (f) {
    char buffer[1 << 16];
    while (size_t n = std::fread(buffer, 1, sizeof buffer, f)) bytes.append(buffer, n);
    ok = !std::ferror(f);
  }
  if (!ok) {
    if (error) *error = std::strerror(errno);
    if (f) std::fclose(f);
    return {};
  }
  std::fclose(f);
  return addBytes(path, std::move(bytes));
}

FileId SourceManager::addBytes(std::string name, std::string bytes) {
  auto file = std::make_unique<SourceFile>();
  file->path = std::move(name);
  DecodedSource decoded = decodeSource(std::move(bytes));
  file->text = std::move(decoded.text);
  file->decode_error = std::move(decoded.error);
  file->decode_error_offset = decoded.error_offset;
  file->line_starts = findLines(file->text);
  files_.push_back(std::move(file));
  return FileId(files_.size() - 1);
}

FileId SourceManager::add(std::string name, std::string text) {
  auto file = std::make_unique<SourceFile>();
  file->path = std::move(name);
  DecodedSource checked = checkSource(std::move(text));
  file->text = std::move(checked.text);
  file->decode_error = std::move(checked.error);
  file->decode_error_offset = checked.error_offset;
  file->line_starts = findLines(file->text);
  files_.push_back(std::move(file));
  return FileId(files_.size() - 1);
}

}  // namespace krait
