// Shared by the files that read: buffers and the choice of the way to decode.
#pragma once

#include <string.h>

#include "core/str.h"
#include "core/support.h"
#include "os/file.h"

namespace krait::rt {

enum DecodeMode : uint8_t {
  kBinary,
  kPlainUtf8,    // strict: validated chunk by chunk
  kPlainEscape,  // UTF-8 with surrogateescape: any bytes are text
  kPlainAscii,   // strict
  kPlainLatin1,
  kConvert,  // through a codec into File::decoded
};

constexpr int64_t kChunk = 8192;
constexpr int64_t kReadSize = 65536;

inline void noteError(File* f, int64_t code) { f->error = code; }

// Is the file open for reading? Writes what is pending. 0 or a code.
int64_t prepareReading(File* f);
// Bytes read, 0 at the end, or a code.
int64_t systemRead(int fd, char* to, int64_t count);
// Room for `more` bytes behind in_end; moves what was not handed out to the front.
void reserveInput(File* f, int64_t more);
// Reads more bytes behind in_end: their number, 0 at the end, or a code.
int64_t fill(File* f, int64_t at_least = 0);
// All bytes up to the end of the file into the buffer: 0 or a code.
int64_t fillAll(File* f);

inline const char* findByte(const char* from, const char* end, char c) {
  return static_cast<const char*>(memchr(from, c, static_cast<size_t>(end - from)));
}

// ---- text of codecs that need conversion (file_convert.cpp) ----
// Decodes in[in_pos, in_end), of which the last `fresh` bytes are the new chunk: 0 or a code.
// `whole`: for read(), which keeps what was decoded before in spite of an error.
int64_t decodeInput(File* f, int64_t fresh, bool final, bool whole = false);
// A line of at most `limit` characters (negative: any number); null: end or error.
Str* readLineConverted(File* f, int64_t limit);
Str* readTextConverted(File* f, int64_t n);

}  // namespace krait::rt
