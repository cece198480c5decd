#include "os/source.h"

#include <fcntl.h>
#include <unistd.h>

#include "abi.h"
#include "core/memory.h"
#include "core/str.h"
#include "core/support.h"

namespace krait::rt {

SourceFile::~SourceFile() { clear(); }

void SourceFile::clear() {
  kr_buf_free(data_, allocated_);
  data_ = nullptr;
  size_ = allocated_ = 0;
  codec_ = -1;
  unreadable_ = false;
  next_line_ = 1;
  next_ = 0;
}

void SourceFile::load(const char* path) {
  clear();
  path_ = path;
  unreadable_ = true;
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return;
  for (;;) {
    if (size_ == allocated_) {
      int64_t more = allocated_ ? allocated_ * 2 : 16384;
      data_ = static_cast<char*>(kr_buf_realloc(data_, allocated_, more));
      allocated_ = more;
    }
    ssize_t n = read(fd, data_ + size_, static_cast<size_t>(allocated_ - size_));
    if (n == 0) unreadable_ = false;
    if (n <= 0) break;
    size_ += n;
  }
  close(fd);
  if (!unreadable_) findEncoding();
}

namespace {

// End of the line that begins at `from`: index of its line end, or size.
int64_t lineEnd(const char* data, int64_t from, int64_t size) {
  while (from < size && data[from] != '\n' && data[from] != '\r') from++;
  return from;
}

int64_t skipLineEnd(const char* data, int64_t at, int64_t size) {
  if (at >= size) return size;
  return at + 1 < size && data[at] == '\r' && data[at + 1] == '\n' ? at + 2 : at + 1;
}

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

bool isEncodingCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

// The name in a PEP 263 comment of the line [p, end): its start, and its end in *name_end; or null.
const char* declaredEncoding(const char* p, const char* end, const char** name_end) {
  while (p < end && isBlank(*p)) p++;
  if (p == end || *p != '#') return nullptr;
  for (; p + 7 < end; p++) {
    if (memcmp(p, "coding", 6) != 0 || (p[6] != ':' && p[6] != '=')) continue;
    const char* name = p + 7;
    while (name < end && (*name == ' ' || *name == '\t')) name++;
    const char* q = name;
    while (q < end && isEncodingCharacter(*q)) q++;
    if (q == name) continue;
    *name_end = q;
    return name;
  }
  return nullptr;
}

}  // namespace

void SourceFile::findEncoding() {
  // A byte order mark says UTF-8; it stays in the first line, as in CPython's.
  if (size_ >= 3 && memcmp(data_, "\xef\xbb\xbf", 3) == 0) return;
  int64_t from = 0;
  for (int i = 0; i < 2; i++) {
    int64_t end = lineEnd(data_, from, size_);
    const char* name_end = nullptr;
    if (const char* name = declaredEncoding(data_ + from, data_ + end, &name_end)) {
      Str* encoding = newStrAscii(name, static_cast<size_t>(name_end - name));
      codec_ = abi::kr_codec_lookup(encoding);
      unreadable_ = codec_ < 0;
      releaseStr(encoding);
      return;
    }
    // A second line counts only if the first is blank or a comment.
    while (from < end && isBlank(data_[from])) from++;
    if (from < end && data_[from] != '#') return;
    from = skipLineEnd(data_, end, size_);
  }
}

Str* SourceFile::line(const char* path, int64_t number) {
  if (!path_ || strcmp(path, path_) != 0) load(path);
  if (unreadable_ || number < 1) return nullptr;
  if (number < next_line_) {
    next_line_ = 1;
    next_ = 0;
  }
  for (; next_line_ < number && next_ < size_; next_line_++) {
    next_ = skipLineEnd(data_, lineEnd(data_, next_, size_), size_);
  }
  if (next_ >= size_) return nullptr;
  Bytes* text = newBytes(data_ + next_, lineEnd(data_, next_, size_) - next_);
  Str* result = nullptr;
  if (codec_ < 0) {
    if (abi::kr_bytes_utf8_error(text) < 0) result = abi::kr_bytes_decode_utf8(text);
  } else {
    void* record = abi::kr_codec_error_new();
    result = abi::kr_bytes_decode(text, codec_, 0, record);
    if (abi::kr_codec_error_failed(record)) {
      releaseStr(result);
      result = nullptr;
    }
    abi::kr_codec_error_free(record);
  }
  release(&text->header);
  return result;
}

}  // namespace krait::rt
