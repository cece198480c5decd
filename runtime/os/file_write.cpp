// Writing to files. Two stages in one buffer, as CPython's TextIOWrapper over BufferedWriter: text
// is pending until 8192 bytes have come together and then handed to the buffered layer, which
// writes what exceeds its block. So partial output of a dying program, and what is tried again
// after an error, are the same as CPython's.
#include <errno.h>
#include <unistd.h>

#include "abi.h"
#include "core/memory.h"
#include "core/str.h"
#include "core/support.h"
#include "os/codec_ids.h"
#include "os/file.h"
#include "os/process.h"

namespace krait::rt {

namespace {

constexpr int64_t kTextChunk = 8192;

bool isText(const File* f) { return (f->flags & kFileText) != 0; }

// May ASCII text be copied as it is into the buffer without looking at anything else?
bool copiesAscii(const File* f) {
  return !(f->flags & (kFileLineBuffered | kFileWriteThrough)) && isAsciiCompatible(f->codec) &&
         (f->newline == kNewlineUniversal || f->newline == kNewlineKeep ||
          f->newline == kNewlineLf);
}

void setFastLimit(File* f) {
  if (!isText(f)) {
    f->fast_limit = f->flags & kFileWriteThrough ? 0 : f->block + 1;
  } else {
    f->fast_limit = copiesAscii(f) ? f->out_buffered + kTextChunk : 0;
  }
}

// Before the first write since opening, seeking or reading.
int64_t prepareWriting(File* f) {
  if (KR_UNLIKELY(f->closed)) return kFileClosed;
  if (KR_UNLIKELY(!(f->flags & kFileWritable))) return kFileNotWritable;
  if (KR_UNLIKELY(!f->out)) {
    learnAboutDescriptor(f);
    f->out_capacity = f->block + (isText(f) ? 2 * kTextChunk : 0);
    f->out = static_cast<char*>(kr_buf_alloc(f->out_capacity));
    setFastLimit(f);
  }
  if (KR_UNLIKELY(f->in_end != 0 || f->decoded)) {
    int64_t code = discardReadAhead(f);
    setFastLimit(f);
    return code;
  }
  return 0;
}

// Writes the buffered layer's bytes; those behind them stay.
int64_t writeBuffered(File* f) {
  int64_t code = 0;
  int64_t done = 0;
  while (done < f->out_buffered) {
    int64_t n = systemWrite(f->fd, f->out + done, f->out_buffered - done);
    if (n < 0) {
      code = n;
      break;
    }
    done += n;
  }
  if (done) {
    memmove(f->out, f->out + done, static_cast<size_t>(f->out_size - done));
    f->out_size -= done;
    f->out_buffered -= done;
  }
  return code;
}

// Hands `count` bytes to the buffered layer; nothing may be pending behind it. On an error the data
// is lost and what the layer held before stays.
int64_t giveToBuffered(File* f, const char* data, int64_t count) {
  if (f->flags & kFileWriteThrough) {
    int64_t done = 0;
    while (done < count) {
      int64_t n = systemWrite(f->fd, data + done, count - done);
      if (n < 0) return n;
      done += n;
    }
    return 0;
  }
  if (count > f->block - f->out_buffered) {
    if (int64_t code = writeBuffered(f)) return code;
    int64_t done = 0;
    while (count - done > f->block) {
      int64_t n = systemWrite(f->fd, data + done, count - done);
      if (n < 0) return n;
      done += n;
    }
    data += done;
    count -= done;
  }
  memmove(f->out + f->out_buffered, data, static_cast<size_t>(count));
  f->out_buffered += count;
  f->out_size = f->out_buffered;
  return 0;
}

// The text layer's pending bytes go to the buffered layer.
int64_t handOn(File* f) {
  int64_t count = f->out_size - f->out_buffered;
  if (count == 0) return 0;
  int64_t code = 0;
  if (!(f->flags & kFileWriteThrough) && count <= f->block - f->out_buffered) {
    f->out_buffered = f->out_size;
  } else {
    // Writing the buffered bytes moves the pending ones down, so they are reached by their place
    // then.
    if (!(f->flags & kFileWriteThrough)) code = writeBuffered(f);
    const char* data = f->out + f->out_buffered;
    f->out_size = f->out_buffered;
    if (code == 0) code = giveToBuffered(f, data, count);
  }
  setFastLimit(f);
  return code;
}

int64_t flushAll(File* f) {
  int64_t code = handOn(f);
  if (code == 0) code = writeBuffered(f);
  setFastLimit(f);
  return code;
}

// Adds encoded text to what is pending. `breaks`: it has a line break.
int64_t addText(File* f, const char* data, int64_t count, bool breaks) {
  int64_t pending = f->out_size - f->out_buffered;
  if (pending && pending + count > kTextChunk) {
    if (int64_t code = handOn(f)) return code;
    pending = 0;
  }
  int64_t code = 0;
  if (count >= kTextChunk) {  // nothing is pending now
    code = giveToBuffered(f, data, count);
    setFastLimit(f);
  } else {
    memcpy(f->out + f->out_size, data, static_cast<size_t>(count));
    f->out_size += count;
    if (pending + count >= kTextChunk || (f->flags & kFileWriteThrough)) code = handOn(f);
  }
  if (code == 0 && breaks && (f->flags & kFileLineBuffered)) code = flushAll(f);
  return code;
}

template <class C>
bool hasSurrogate(const C* p, int64_t n) {
  for (int64_t i = 0; i < n; i++) {
    if (p[i] >= 0xD800 && p[i] < 0xE000) return true;
  }
  return false;
}

bool hasSurrogates(const Str* s) {
  if (s->kind == 1) return false;
  return s->kind == 2 ? hasSurrogate(s->data<uint16_t>(), s->length)
                      : hasSurrogate(s->data<uint32_t>(), s->length);
}

bool hasLineBreak(const Str* s) {
  for (int64_t i = 0; i < s->length; i++) {
    uint32_t c = strAt(s, i);
    if (c == '\n' || c == '\r') return true;
  }
  return false;
}

KR_COLD Str* translateNewlines(const Str* s, bool crlf) {
  StrBuilder out;
  for (int64_t i = 0; i < s->length; i++) {
    uint32_t c = strAt(s, i);
    if (c == '\n') {
      out.add('\r');
      if (crlf) out.add('\n');
    } else {
      out.add(c);
    }
  }
  return out.finish();
}

KR_COLD int64_t addEncoded(File* f, Str* s, bool breaks) {
  // Only the first write of a file has a byte order mark; with UTF-16 and -32 none goes to a pipe.
  if (!f->wrote_bom) {
    off_t at = lseek(f->fd, 0, SEEK_CUR);
    f->wrote_bom = at > 0 || (at < 0 && f->codec != kUtf8Sig);
  }
  int64_t codec = f->wrote_bom ? codecWithoutBom(f->codec) : f->codec;
  f->wrote_bom = 1;
  void* record = codecRecord(f);
  Bytes* data = abi::kr_str_encode(s, codec, f->errors, record);
  int64_t code = kFileEncodeError;
  if (!abi::kr_codec_error_failed(record)) {
    code = addText(f, reinterpret_cast<const char*>(data->data()), data->length, breaks);
  }
  release(&data->header);
  return code;
}

KR_COLD __attribute__((noinline)) int64_t writeStrSlow(File* f, Str* s) {
  if (int64_t code = prepareWriting(f)) return code;
  if (!isText(f)) return kFileNotWritable;
  bool translate = f->newline == kNewlineCr || f->newline == kNewlineCrLf;
  bool breaks = (translate || (f->flags & kFileLineBuffered)) && hasLineBreak(s);
  Str* translated =
      translate && breaks ? translateNewlines(s, f->newline == kNewlineCrLf) : nullptr;
  if (translated) s = translated;
  int64_t code;
  if (s->ascii && isAsciiCompatible(f->codec)) {
    code = addText(f, reinterpret_cast<const char*>(s->data()), s->length, breaks);
  } else if (f->codec == kUtf8 && !hasSurrogates(s)) {
    int64_t most = s->length * (s->kind == 1 ? 2 : s->kind == 2 ? 3 : 4);
    if (most < kTextChunk) {
      char buffer[kTextChunk];
      code = addText(f, buffer, strToUtf8(s, buffer, false), breaks);
    } else {
      Utf8 text(s, false);
      code = addText(f, text.data(), text.size(), breaks);
    }
  } else {
    code = addEncoded(f, s, breaks);
  }
  if (translated) releaseStr(translated);
  return code;
}

inline int64_t writeStr(File* f, Str* s) {
  FileLock lock(f);
  int64_t size = f->out_size;
  if (KR_LIKELY(s->ascii && size + s->length < f->fast_limit)) {
    memcpy(f->out + size, s->data(), static_cast<size_t>(s->length));
    f->out_size = size + s->length;
    return 0;
  }
  return writeStrSlow(f, s);
}

}  // namespace

int64_t systemWrite(int fd, const char* data, int64_t count) {
  for (;;) {
    ssize_t n = write(fd, data, static_cast<size_t>(count));
    if (n >= 0) return n;
    if (errno != EINTR) return -errno;
    if (interruptPending()) return kFileInterrupted;
  }
}

int64_t fileWriteStr(File* f, Str* s) { return writeStr(f, s); }

int64_t fileWriteBuffer(File* f, const void* data, int64_t count) {
  FileLock lock(f);
  if (int64_t code = prepareWriting(f)) return code;
  if (isText(f)) return addText(f, static_cast<const char*>(data), count, true);
  return giveToBuffered(f, static_cast<const char*>(data), count);
}

int64_t flushLocked(File* f) {
  if (f->closed) return kFileClosed;
  return f->out ? flushAll(f) : 0;
}

int64_t fileFlush(File* f) {
  FileLock lock(f);
  return flushLocked(f);
}

}  // namespace krait::rt

using namespace krait::rt;

namespace krait::rt::abi {

extern "C" i64 kr_file_write_str(file f, str s) { return writeStr(f, s); }

extern "C" i64 kr_file_write_bytes(file f, bytes b) {
  return fileWriteBuffer(f, b->data(), b->length);
}

extern "C" i64 kr_file_write_buffer(file f, ptr data, i64 count) {
  return fileWriteBuffer(f, data, count);
}

extern "C" i64 kr_file_flush(file f) { return fileFlush(f); }

extern "C" i64 kr_print_str(str s) {
  File* f = stdoutFile();
  return KR_LIKELY(f != nullptr) ? writeStr(f, s) : 0;
}

extern "C" i64 kr_print_char(i64 c) {
  File* f = stdoutFile();
  if (!f) return 0;
  {
    FileLock lock(f);
    if (KR_LIKELY(c < 128 && f->out_size + 1 < f->fast_limit)) {
      f->out[f->out_size++] = static_cast<char>(c);
      return 0;
    }
  }
  Str* s = charStr(static_cast<uint32_t>(c));
  i64 code = writeStr(f, s);
  releaseStr(s);
  return code;
}

extern "C" i64 kr_print_newline() { return kr_print_char('\n'); }

}  // namespace krait::rt::abi
