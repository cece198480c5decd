// Source lines for tracebacks, read from the file at that moment as CPython does.
#pragma once

#include "core/object.h"

namespace krait::rt {

// Remembers the last file asked for.
class SourceFile {
 public:
  SourceFile() = default;
  ~SourceFile();
  SourceFile(const SourceFile&) = delete;
  SourceFile& operator=(const SourceFile&) = delete;

  // The line (counted from 1) without its line end, owned; null if the file cannot be read, has no
  // such line or is not in its encoding.
  Str* line(const char* path, int64_t number);

 private:
  void load(const char* path);
  void clear();
  void findEncoding();

  const char* path_ = nullptr;
  char* data_ = nullptr;  // the file's bytes
  int64_t size_ = 0;
  int64_t allocated_ = 0;
  int64_t codec_ = -1;  // of the declared encoding; -1: UTF-8
  bool unreadable_ = false;
  int64_t next_line_ = 1;  // line that begins at next_
  int64_t next_ = 0;
};

}  // namespace krait::rt
