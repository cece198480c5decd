// Reading bytes: the input buffer, and binary files.
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

int64_t prepareReading(File* f) {
  if (KR_UNLIKELY(f->closed)) return kFileClosed;
  if (KR_UNLIKELY(!(f->flags & kFileReadable))) return kFileNotReadable;
  if (KR_UNLIKELY(f->out_size)) return flushLocked(f);
  return 0;
}

int64_t systemRead(int fd, char* to, int64_t count) {
  for (;;) {
    if (KR_UNLIKELY(interruptPending())) return kFileInterrupted;
    ssize_t n = read(fd, to, static_cast<size_t>(count));
    if (n >= 0) return n;
    if (errno != EINTR) return -errno;
  }
}

void reserveInput(File* f, int64_t more) {
  if (f->in_pos) {
    memmove(f->in, f->in + f->in_pos, static_cast<size_t>(f->in_end - f->in_pos));
    f->in_ready -= f->in_pos;
    f->chunk_end -= f->in_pos;
    f->next_cr -= f->in_pos;
    f->next_wide -= f->in_pos;
    f->in_end -= f->in_pos;
    f->in_pos = 0;
  }
  if (f->in_capacity - f->in_end >= more) return;
  int64_t capacity = max(f->in_capacity * 2, f->in_end + more);
  f->in = static_cast<char*>(kr_buf_realloc(f->in, f->in_capacity, capacity));
  f->in_capacity = capacity;
}

namespace {

// Bytes worth asking for at once.
int64_t readSize(File* f) {
  learnAboutDescriptor(f);
  if (!f->is_regular) return kChunk;
  struct stat st;
  if (f->in || fstat(f->fd, &st) != 0 || st.st_size >= kReadSize) return kReadSize;
  return max<int64_t>(st.st_size + 1, 512);
}

}  // namespace

int64_t fill(File* f, int64_t at_least) {
  int64_t size = max(readSize(f), at_least);
  reserveInput(f, size);
  f->fast_limit = 0;
  int64_t n = systemRead(f->fd, f->in + f->in_end, size);
  if (n > 0) f->in_end += n;
  return n;
}

int64_t fillAll(File* f) {
  learnAboutDescriptor(f);
  struct stat st;
  if (f->is_regular && fstat(f->fd, &st) == 0) {
    int64_t here = lseek(f->fd, 0, SEEK_CUR);
    if (here >= 0 && st.st_size > here) reserveInput(f, st.st_size - here + 1);
  }
  for (;;) {
    reserveInput(f, f->is_regular ? 512 : kChunk);
    f->fast_limit = 0;
    int64_t n = systemRead(f->fd, f->in + f->in_end, f->in_capacity - f->in_end);
    if (n < 0) return n;
    if (n == 0) return 0;
    f->in_end += n;
  }
}

namespace {

Bytes* readLineBytes(File* f, int64_t limit) {
  int64_t scanned = 0;
  for (;;) {
    const char* begin = f->in + f->in_pos;
    int64_t size = f->in_end - f->in_pos;
    if (limit >= 0) size = min(size, limit);
    const char* at = size > scanned ? findByte(begin + scanned, begin + size, '\n') : nullptr;
    int64_t length = at ? at + 1 - begin : size;
    bool done = at || (limit >= 0 && length == limit);
    if (!done) {
      scanned = size;
      int64_t n = fill(f);
      if (n < 0) {
        noteError(f, n);
        return nullptr;
      }
      if (n > 0) continue;
    }
    if (length == 0 && limit != 0) return nullptr;
    Bytes* line = newBytes(f->in + f->in_pos, length);
    f->in_pos += length;
    f->in_ready = f->in_pos;
    return line;
  }
}

int64_t takeBuffered(File* f, char* to, int64_t n) {
  int64_t have = min(n, f->in_end - f->in_pos);
  if (have <= 0) return 0;
  memcpy(to, f->in + f->in_pos, static_cast<size_t>(have));
  f->in_pos += have;
  f->in_ready = f->in_pos;
  return have;
}

int64_t readInto(File* f, char* to, int64_t n) {
  int64_t done = takeBuffered(f, to, n);
  while (done < n) {
    int64_t left = n - done;
    int64_t got;
    if (left >= kChunk) {
      got = systemRead(f->fd, to + done, left);
    } else {
      got = fill(f);
      if (got > 0) got = takeBuffered(f, to + done, left);
    }
    if (got < 0) return done ? done : got;
    if (got == 0) break;
    done += got;
  }
  return done;
}

Bytes* readBytes(File* f, int64_t n) {
  int64_t size = 0;
  if (n < 0 || n > kReadSize) {
    if (n < 0) {
      int64_t code = fillAll(f);
      if (code != 0) {
        noteError(f, code);
        return nullptr;
      }
      n = f->in_end - f->in_pos;
    } else {
      // The file may be much shorter than what was asked for.
      while (f->in_end - f->in_pos < n) {
        reserveInput(f, min(max(f->in_end, kReadSize), n));
        f->fast_limit = 0;
        int64_t room = min(f->in_capacity - f->in_end, n - (f->in_end - f->in_pos));
        int64_t got = systemRead(f->fd, f->in + f->in_end, room);
        if (got < 0) {
          noteError(f, got);
          return nullptr;
        }
        if (got == 0) break;
        f->in_end += got;
      }
      n = min(n, f->in_end - f->in_pos);
    }
    Bytes* data = newBytes(f->in + f->in_pos, n);
    f->in_pos += n;
    f->in_ready = f->in_pos;
    if (f->in_pos == f->in_end) freeReading(f);
    return data;
  }
  char buffer[kReadSize];
  size = readInto(f, buffer, n);
  if (size < 0) {
    noteError(f, size);
    return nullptr;
  }
  return newBytes(buffer, size);
}

}  // namespace

}  // namespace krait::rt

using namespace krait::rt;

namespace krait::rt::abi {

extern "C" opt kr_file_readline_bytes(file f, i64 limit) {
  FileLock lock(f);
  if (int64_t code = prepareReading(f)) {
    noteError(f, code);
    return nullptr;
  }
  return reinterpret_cast<Object*>(readLineBytes(f, limit));
}

extern "C" opt kr_file_read_bytes(file f, i64 n) {
  FileLock lock(f);
  if (int64_t code = prepareReading(f)) {
    noteError(f, code);
    return nullptr;
  }
  return reinterpret_cast<Object*>(readBytes(f, n));
}

extern "C" opt kr_file_read_some(file f, i64 n, boolean keep) {
  FileLock lock(f);
  int64_t code = prepareReading(f);
  if (code >= 0 && n > 0 && f->in_pos == f->in_end) code = fill(f);
  if (code < 0) {
    noteError(f, code);
    return nullptr;
  }
  const int64_t have = min(n, f->in_end - f->in_pos);
  Bytes* data = newBytes(f->in + f->in_pos, have);
  if (!keep) {
    f->in_pos += have;
    f->in_ready = f->in_pos;
  }
  return reinterpret_cast<Object*>(data);
}

extern "C" i64 kr_file_read_into(file f, ptr to, i64 n) {
  FileLock lock(f);
  if (int64_t code = prepareReading(f)) return code;
  return readInto(f, static_cast<char*>(to), n);
}

}  // namespace krait::rt::abi
