// Reading from files. Text is decoded in chunks of 8192 bytes as CPython does, so a decoding error
// comes at the same call and names the same positions; for UTF-8 and other supersets of ASCII the
// bytes stay as they are in the buffer and "decoding" a chunk means validating it.
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "abi.h"
#include "core/memory.h"
#include "core/str.h"
#include "core/support.h"
#include "os/codec_ids.h"
#include "os/file.h"
#include "os/file_input.h"
#include "os/process.h"

namespace krait::rt {

namespace {

// Length of the valid UTF-8 at p; *incomplete: the rest is the beginning of a character.
// Well-formed byte sequences are those of table 3-7 of the Unicode standard.
int64_t validUtf8(const char* text, int64_t n, bool* incomplete) {
  const uint8_t* p = reinterpret_cast<const uint8_t*>(text);
  int64_t i = 0;
  *incomplete = false;
  for (;;) {
    while (i + 32 <= n) {
      uint64_t a = loadAs<uint64_t>(p + i) | loadAs<uint64_t>(p + i + 8);
      uint64_t b = loadAs<uint64_t>(p + i + 16) | loadAs<uint64_t>(p + i + 24);
      if ((a | b) & 0x8080808080808080) break;
      i += 32;
    }
    while (i < n && p[i] < 0x80) i++;
    if (i == n) return n;
    uint8_t lead = p[i];
    int need = lead >= 0xC2 && lead < 0xE0   ? 1
               : (lead & 0xF0) == 0xE0       ? 2
               : lead >= 0xF0 && lead < 0xF5 ? 3
                                             : 0;
    if (need == 0) return i;
    uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    for (int k = 1; k <= need; k++) {
      if (i + k == n) {
        *incomplete = true;
        return i;
      }
      if (p[i + k] < low || p[i + k] > high) return i;
      low = 0x80;
      high = 0xBF;
    }
    i += need + 1;
  }
}

int64_t validAscii(const char* text, int64_t n) {
  int64_t i = 0;
  while (i + 32 <= n) {
    uint64_t a = loadAs<uint64_t>(text + i) | loadAs<uint64_t>(text + i + 8);
    uint64_t b = loadAs<uint64_t>(text + i + 16) | loadAs<uint64_t>(text + i + 24);
    if ((a | b) & 0x8080808080808080) break;
    i += 32;
  }
  while (i + 8 <= n && !(loadAs<uint64_t>(text + i) & 0x8080808080808080)) i += 8;
  while (i < n && !(text[i] & 0x80)) i++;
  return i;
}

// Length of text[0, n) that may be handed out; less than n - 3 means an error behind it (unless
// `final`).
int64_t validText(const File* f, const char* text, int64_t n, bool* incomplete) {
  *incomplete = false;
  if (f->decode_mode == kPlainUtf8) return validUtf8(text, n, incomplete);
  if (f->decode_mode == kPlainAscii) return validAscii(text, n);
  return n;
}

// A decoding error in in[in_ready, end), of which in[chunk_end, end) is the new chunk: keeps the
// details and gives the chunk up. What was left over from the chunk before stays, as in CPython's
// decoders.
KR_COLD int64_t failDecoding(File* f, int64_t end, bool final) {
  const char* text = f->in + f->in_ready;
  int64_t n = end - f->in_ready;
  Str* rest = abi::kr_decode_buffer(const_cast<char*>(text), n, f->active_codec, f->errors, final,
                                    codecRecord(f));
  releaseStr(rest);
  releaseIf(f->error_bytes);
  f->error_bytes = newBytes(text, n);
  if (final && end != f->chunk_end) {  // of read(): what was decoded before stays as well
    f->in_end = max(f->chunk_end, f->in_ready);
    return kFileDecodeError;
  }
  int64_t left = max<int64_t>(f->chunk_end - f->in_ready, 0);
  memmove(f->in + end - left, text, static_cast<size_t>(left));
  f->in_pos = f->in_ready = f->next_cr = end - left;
  f->chunk_end = end;
  return kFileDecodeError;
}

void noteCarriageReturns(File* f, int64_t old_ready) {
  if (f->newline > kNewlineKeep) return;
  if (f->next_cr < old_ready) return;
  const void* cr = memchr(f->in + old_ready, '\r', static_cast<size_t>(f->in_ready - old_ready));
  f->next_cr = cr ? static_cast<const char*>(cr) - f->in : f->in_ready;
}

// Keeps next_wide when text behind old_ready became ready.
void noteWideBytes(File* f, int64_t old_ready) {
  if (f->decode_mode != kPlainUtf8 && f->decode_mode != kPlainEscape) return;
  if (f->next_wide < f->in_pos) {
    f->next_wide = f->in_pos;  // passed
  } else if (f->next_wide < old_ready) {
    return;
  } else {
    f->next_wide = old_ready;
  }
  f->next_wide += validAscii(f->in + f->next_wide, f->in_ready - f->next_wide);
}

void skipBom(File* f) {
  f->read_any = 1;
  if (f->codec != kUtf8Sig || f->in_end - f->in_pos < 3) return;
  if (memcmp(f->in + f->in_pos, "\xef\xbb\xbf", 3) != 0) return;
  f->in_pos += 3;
  f->in_ready = f->next_cr = f->in_pos;  // the mark is part of the first chunk, so chunk_end stays
}

// Makes more text ready (plain modes): 1, 0 at the end, or a code. A chunk has the size that
// CPython chooses when `wanted` characters are missing.
int64_t more(File* f, int64_t wanted = 0) {
  int64_t chunk = max(kChunk, wanted);
  if (f->chunk_end == f->in_end || (chunk > f->in_end - f->chunk_end && f->is_regular)) {
    int64_t n = fill(f, chunk);
    if (n < 0) return n;
    if (n == 0 && f->chunk_end == f->in_end) {
      if (f->in_ready < f->in_end) return failDecoding(f, f->in_end, true);
      return 0;
    }
    if (!f->read_any) skipBom(f);
  }
  int64_t end = min(f->chunk_end + chunk, f->in_end);
  bool incomplete;
  int64_t valid = validText(f, f->in + f->in_ready, end - f->in_ready, &incomplete);
  if (f->in_ready + valid < end && !incomplete) return failDecoding(f, end, false);
  int64_t old_ready = f->in_ready;
  f->in_ready += valid;
  f->chunk_end = end;
  noteCarriageReturns(f, old_ready);
  noteWideBytes(f, old_ready);
  return 1;
}

Str* makeText(const File* f, const char* text, int64_t n) {
  size_t count = static_cast<size_t>(n);
  if (KR_LIKELY(text - f->in + n <= f->next_wide && text - f->in >= f->in_pos))
    return newStrAscii(text, count);
  if (f->decode_mode == kPlainLatin1) return newStrLatin1(text, count);
  if (f->decode_mode == kPlainAscii) return newStrAscii(text, count);
  return newStrUtf8(text, count);
}

// Bytes of the first n characters of text[0, size); *missing: how many characters it has too few.
int64_t prefixBytes(const File* f, const char* text, int64_t size, int64_t n,
                    int64_t* missing = nullptr) {
  if (f->decode_mode != kPlainUtf8 && f->decode_mode != kPlainEscape) {
    if (missing) *missing = max<int64_t>(n - size, 0);
    return min(n, size);
  }
  int64_t i = 0;
  while (n > 0 && i < size) {
    i++;
    n--;
    // With surrogateescape a stray continuation byte is a character of its own.
    if (static_cast<uint8_t>(text[i - 1]) < 0xC2) continue;
    bool incomplete;
    int64_t left = min<int64_t>(size - i + 1, 4);
    int64_t width = 1;
    while (width < left && (text[i - 1 + width] & 0xC0) == 0x80) width++;
    int64_t valid = validUtf8(text + i - 1, width, &incomplete);
    if (valid > 1) i += valid - 1;
  }
  if (missing) *missing = n;
  return i;
}

// Has what is ready at least `limit` characters? Then *length is how many bytes they are. A \r at
// the end may be half of a line end and does not count.
bool reachesLimit(const File* f, int64_t limit, int64_t* length) {
  if (limit < 0) return false;
  int64_t size = f->in_ready - f->in_pos;
  if (size > 0 && f->newline <= kNewlineKeep && f->in[f->in_ready - 1] == '\r') size--;
  int64_t missing;
  *length = prefixBytes(f, f->in + f->in_pos, size, limit, &missing);
  return missing == 0;
}

// Finds the end of the line that begins at in_pos: *length bytes of text, of which the last *ending
// are its line end. 0 at the end of the file, or a code. Does not read more than it takes to have
// `limit` characters (negative: no limit).
int64_t findLine(File* f, int64_t limit, int64_t* length, int64_t* ending) {
  int64_t scanned = 0;  // bytes behind in_pos known to have no line end
  for (;;) {
    const char* begin = f->in + f->in_pos;
    const char* from = begin + scanned;
    const char* end = f->in + f->in_ready;
    const char* at = nullptr;
    *ending = 1;
    if (f->newline <= kNewlineLf) {
      at = from < end ? findByte(from, end, '\n') : nullptr;
      if (KR_UNLIKELY(f->newline != kNewlineLf && f->next_cr < (at ? at - f->in : f->in_ready))) {
        at = f->in + f->next_cr;
        if (at + 1 == end) {
          // Whether \n follows is not known yet.
          if (reachesLimit(f, limit, length)) {
            *ending = 0;
            return 1;
          }
          int64_t got = more(f);
          if (got < 0) return got;
          if (got > 0) {
            scanned = f->next_cr - f->in_pos;
            if (f->next_cr + 1 < f->in_ready)
              at = f->in + f->next_cr;
            else
              continue;
            begin = f->in + f->in_pos;
          }
        }
        end = f->in + f->in_ready;
        if (at + 1 < end && at[1] == '\n') *ending = 2;
      }
    } else if (f->newline == kNewlineCr) {
      at = from < end ? findByte(from, end, '\r') : nullptr;
    } else {
      *ending = 2;
      if (scanned) from--;
      while (from < end && (at = findByte(from, end, '\r')) && (at + 1 == end || at[1] != '\n')) {
        from = at + 1;
        at = nullptr;
      }
    }
    if (at) {
      *length = at - begin + *ending;
      return 1;
    }
    scanned = f->in_ready - f->in_pos;
    if (reachesLimit(f, limit, length)) {
      *ending = 0;
      return 1;
    }
    int64_t got = more(f);
    if (got < 0) return got;
    if (got == 0) {
      *ending = 0;
      *length = f->in_ready - f->in_pos;
      return *length > 0;
    }
  }
}

// Behind in_pos was consumed.
void consume(File* f, int64_t n) {
  f->in_pos += n;
  if (f->newline <= kNewlineKeep && f->next_cr < f->in_pos) {
    f->next_cr = f->in_ready;
    if (const char* cr = findByte(f->in + f->in_pos, f->in + f->in_ready, '\r')) {
      f->next_cr = cr - f->in;
    }
  }
}

inline Str* readLinePlain(File* f) {
  int64_t length;
  int64_t ending;
  int64_t found = findLine(f, -1, &length, &ending);
  if (KR_UNLIKELY(found <= 0)) {
    if (found < 0) noteError(f, found);
    return nullptr;
  }
  char* text = f->in + f->in_pos;
  int64_t shown = length;
  if (f->newline == kNewlineUniversal && ending > 0) {
    shown = length - ending + 1;
    text[shown - 1] = '\n';
  }
  Str* line = makeText(f, text, shown);
  consume(f, length);
  return line;
}

// ---- read() ----

Str* translated(const File* f, Str* owned) {
  if (f->newline != kNewlineUniversal) return owned;
  Str* s = abi::kr_str_universal_newlines(owned);
  releaseStr(owned);
  return s;
}

Str* readAllText(File* f) {
  int64_t before = f->in_end - f->in_pos;
  int64_t code = fillAll(f);
  if (code == 0 && f->decode_mode == kConvert) {
    code = decodeInput(f, f->in_end - f->in_pos - before, true, true);
    if (!f->decoded) f->decoded = emptyStr();
  }
  if (code == 0 && f->decode_mode != kConvert) {
    if (!f->read_any) skipBom(f);
    bool incomplete;
    int64_t n = f->in_end - f->in_ready;
    if (validText(f, f->in + f->in_ready, n, &incomplete) < n)
      code = failDecoding(f, f->in_end, true);
  }
  if (code != 0) {
    noteError(f, code);
    return nullptr;
  }
  Str* text;
  if (f->decode_mode == kConvert) {
    text = substr(f->decoded, f->decoded_pos, f->decoded->length);
    releaseStr(f->decoded);
    f->decoded = nullptr;
    f->decoded_pos = 0;
  } else {
    text = makeText(f, f->in + f->in_pos, f->in_end - f->in_pos);
  }
  freeReading(f);
  f->read_any = 1;
  return translated(f, text);
}

// At most n characters of a buffered piece; *used: bytes taken. 0 bytes: more is needed to decide.
Str* takePiece(File* f, int64_t n, int64_t* used) {
  const char* text = f->in + f->in_pos;
  int64_t size = f->in_ready - f->in_pos;
  *used = 0;
  if (f->newline == kNewlineUniversal || f->newline == kNewlineKeep) {
    int64_t before_cr = f->next_cr - f->in_pos;
    if (before_cr == 0 && size > 0) {
      bool crlf = size > 1 && text[1] == '\n';
      if (f->newline == kNewlineUniversal) {
        *used = crlf ? 2 : 1;
        return charStr('\n');
      }
      *used = 1;
      return charStr('\r');
    }
    size = min(size, before_cr);
  }
  *used = prefixBytes(f, text, size, n);
  return makeText(f, text, *used);
}

Str* readText(File* f, int64_t n) {
  StrBuilder out;
  bool at_end = false;
  while (n > 0) {
    int64_t ready = f->in_ready - f->in_pos;
    // A \r at the end of what is ready may be half of a line end.
    bool half = ready > 0 && f->newline <= kNewlineKeep && f->in[f->in_ready - 1] == '\r' &&
                f->next_cr == f->in_pos && ready == 1;
    if (ready == 0 || (half && !at_end)) {
      int64_t got = more(f, n);
      if (got < 0) {
        noteError(f, got);
        return nullptr;
      }
      if (got == 0) {
        if (ready == 0 || at_end) break;
        at_end = true;
      }
      continue;
    }
    int64_t used;
    Str* piece = takePiece(f, n, &used);
    out.add(piece);
    n -= piece->length;
    releaseStr(piece);
    consume(f, used);
  }
  return out.finish();
}

}  // namespace

void setDecodeMode(File* f) {
  f->active_codec = f->codec;
  f->decode_mode = kConvert;
  if (!(f->flags & kFileText)) {
    f->decode_mode = kBinary;
  } else if (f->codec == kUtf8 || f->codec == kUtf8Sig) {
    f->active_codec = kUtf8;
    if (f->errors == kStrict) f->decode_mode = kPlainUtf8;
    if (f->errors == kSurrogateEscape) f->decode_mode = kPlainEscape;
    if (f->decode_mode == kConvert) f->active_codec = f->codec;
  } else if (f->codec == kAscii && f->errors == kStrict) {
    f->decode_mode = kPlainAscii;
  } else if (f->codec == kLatin1) {
    f->decode_mode = kPlainLatin1;
  }
}

void freeReading(File* f) {
  kr_buf_free(f->in, f->in_capacity);
  f->in = nullptr;
  f->in_pos = f->in_ready = f->in_end = f->in_capacity = f->chunk_end = f->next_cr = f->next_wide =
      0;
  if (f->decoded) releaseStr(f->decoded);
  f->decoded = nullptr;
  f->decoded_pos = 0;
}

void resetReading(File* f) {
  f->in_pos = f->in_ready = f->in_end = f->chunk_end = f->next_cr = f->next_wide = 0;
  if (f->decoded) releaseStr(f->decoded);
  f->decoded = nullptr;
  f->decoded_pos = 0;
  f->read_any = 0;
}

int64_t fileTell(File* f) {
  if (f->closed) return kFileClosed;
  off_t at = lseek(f->fd, 0, SEEK_CUR);
  if (at < 0) return errno == ESPIPE ? static_cast<int64_t>(kFileNotSeekable) : -errno;
  at -= f->in_end - f->in_pos;
  if (f->decoded && f->decoded_pos < f->decoded->length) {
    // The bytes of the characters not handed out yet.
    Str* rest = substr(f->decoded, f->decoded_pos, f->decoded->length);
    Bytes* data = abi::kr_str_encode(rest, f->active_codec, f->errors, codecRecord(f));
    at -= data->length;
    release(&data->header);
    releaseStr(rest);
  }
  return at;
}

// Where CPython's buffered layer stands: text was taken from it in whole chunks.
int64_t filePosition(File* f) {
  if (f->closed) return kFileClosed;
  off_t at = lseek(f->fd, 0, SEEK_CUR);
  if (at < 0) return errno == ESPIPE ? static_cast<int64_t>(kFileNotSeekable) : -errno;
  if (f->decode_mode == kConvert) return at;
  return at - (f->in_end - (f->decode_mode == kBinary ? f->in_pos : f->chunk_end));
}

// Gives up bytes that nobody saw, because the file changes behind them: the position, or a code.
int64_t forgetReadAhead(File* f) {
  int64_t at = filePosition(f);
  if (at < 0 || f->decode_mode == kConvert) return at;
  if (f->decode_mode == kBinary) {
    resetReading(f);
  } else {
    f->in_end = f->chunk_end;
  }
  return lseek(f->fd, at, SEEK_SET) < 0 ? -int64_t{errno} : at;
}

int64_t discardReadAhead(File* f) {
  bool nothing = f->in_end == 0 && !f->decoded;
  int64_t at = nothing ? 0 : filePosition(f);
  resetReading(f);
  if (nothing || at == kFileNotSeekable)
    return 0;  // terminals and sockets: each direction is on its own
  if (at < 0) return at;
  return lseek(f->fd, at, SEEK_SET) < 0 ? -errno : 0;
}

}  // namespace krait::rt

using namespace krait::rt;

namespace krait::rt::abi {

extern "C" optstr kr_file_readline(file f) {
  FileLock lock(f);
  if (int64_t code = prepareReading(f)) {
    noteError(f, code);
    return nullptr;
  }
  return KR_LIKELY(f->decode_mode != kConvert) ? readLinePlain(f) : readLineConverted(f, -1);
}

extern "C" optstr kr_file_readline_limit(file f, i64 limit) {
  if (limit < 0) return kr_file_readline(f);
  FileLock lock(f);
  if (int64_t code = prepareReading(f)) {
    noteError(f, code);
    return nullptr;
  }
  if (limit == 0) return emptyStr();
  if (f->decode_mode == kConvert) return readLineConverted(f, limit);
  int64_t length;
  int64_t ending;
  int64_t found = findLine(f, limit, &length, &ending);
  if (found < 0) noteError(f, found);
  if (found <= 0) return nullptr;
  int64_t missing;
  int64_t bytes = prefixBytes(f, f->in + f->in_pos, length - ending, limit, &missing);
  if (missing == 0) {
    Str* head = makeText(f, f->in + f->in_pos, bytes);
    consume(f, bytes);
    return head;
  }
  Str* line = readLinePlain(f);
  if (line->length <= limit) return line;
  // Only a part of the line end fits.
  int64_t back = line->length - limit;
  Str* head = substr(line, 0, limit);
  releaseStr(line);
  f->in_pos -= back;
  if (f->newline <= kNewlineKeep && f->in[f->in_pos] == '\r') f->next_cr = f->in_pos;
  return head;
}

extern "C" optstr kr_file_read(file f, i64 n) {
  FileLock lock(f);
  if (int64_t code = prepareReading(f)) {
    noteError(f, code);
    return nullptr;
  }
  if (n < 0) return readAllText(f);
  return f->decode_mode == kConvert ? readTextConverted(f, n) : readText(f, n);
}

}  // namespace krait::rt::abi
