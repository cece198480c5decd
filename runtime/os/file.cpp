#include "os/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "abi.h"
#include "core/memory.h"
#include "core/str.h"
#include "core/support.h"
#include "os/codec_ids.h"

namespace krait::rt {

#if KRAIT_THREADS
// A futex lock: 0 free, 1 held, 2 held and somebody waits (Drepper, "Futexes are tricky", mutex 2).
FileLock::FileLock(File* file) : file_(file) {
  uint32_t expected = 0;
  if (__atomic_compare_exchange_n(&file->lock, &expected, 1, false, __ATOMIC_ACQUIRE,
                                  __ATOMIC_RELAXED)) {
    return;
  }
  while (__atomic_exchange_n(&file->lock, 2, __ATOMIC_ACQUIRE) != 0) {
    syscall(SYS_futex, &file->lock, 128 /* WAIT, private */, 2, nullptr);
  }
}

FileLock::~FileLock() {
  if (__atomic_exchange_n(&file_->lock, 0, __ATOMIC_RELEASE) == 2) {
    syscall(SYS_futex, &file_->lock, 129 /* WAKE, private */, 1);
  }
}
#endif

File* newFile(int fd, uint32_t flags, NewlineMode newline, int codec, int errors, Str* name,
              Str* mode) {
  File* f = allocObjectAs<File>(KR_TID(File));
  memset(reinterpret_cast<char*>(f) + sizeof(Object), 0, sizeof(File) - sizeof(Object));
  f->fd = fd;
  f->flags = flags;
  f->newline = newline;
  f->codec = codec;
  f->errors = errors;
  f->name = retainStr(name);
  f->mode = retainStr(mode);
  setDecodeMode(f);
  if (flags & kFileAppend) (void)lseek(fd, 0, SEEK_END);  // a pipe has no position, and needs none
  return f;
}

void learnAboutDescriptor(File* f) {
  if (f->block) return;
  struct stat st = {};
  f->block = 8192;
  if (fstat(f->fd, &st) == 0) {
    if (st.st_blksize > 1) f->block = st.st_blksize;
    f->is_regular = S_ISREG(st.st_mode);
  }
  struct winsize size;
  if ((f->flags & kFileCheckTerminal) && S_ISCHR(st.st_mode) &&
      ioctl(f->fd, TIOCGWINSZ, &size) == 0) {
    f->flags |= kFileLineBuffered;
  }
}

void* codecRecord(File* f) {
  if (!f->codec_error) f->codec_error = abi::kr_codec_error_new();
  return f->codec_error;
}

namespace {

void freeBuffers(File* f) {
  kr_buf_free(f->out, f->out_capacity);
  f->out = nullptr;
  f->out_size = f->out_buffered = f->out_capacity = f->fast_limit = 0;
  freeReading(f);
}

}  // namespace

int64_t fileClose(File* f) {
  if (f->closed) return 0;
  int64_t code = fileFlush(f);
  FileLock lock(f);
  f->closed = 1;
  freeBuffers(f);
  // As CPython, the descriptor is closed even if the flush failed, whose error is the one to
  // report.
  if ((f->flags & kFileOwned) && close(f->fd) != 0 && errno != EINTR && code == 0) code = -errno;
  return code;
}

}  // namespace krait::rt

using namespace krait::rt;

extern "C" void kr_file_drop(Object* object) {
  File* f = reinterpret_cast<File*>(object);
  (void)fileClose(f);  // nobody is left to hear of an error
  if (f->codec_error) abi::kr_codec_error_free(f->codec_error);
  releaseIf(f->error_bytes);
  releaseIf(f->name);
  releaseIf(f->mode);
}

namespace krait::rt::abi {

extern "C" i64 kr_file_open(str path, i64 flags, i64 mode) {
  Utf8 text(path);
  if (static_cast<int64_t>(strlen(text.data())) != text.size()) return -EINVAL;
  for (;;) {
    int fd = open(text.data(), static_cast<int>(flags) | O_CLOEXEC, static_cast<mode_t>(mode));
    if (fd >= 0) return fd;
    if (errno != EINTR) return -errno;
  }
}

extern "C" file kr_file_new(i64 fd, i64 flags, i64 newline, i64 codec, i64 errors, str name,
                            str mode) {
  return newFile(static_cast<int>(fd), static_cast<uint32_t>(flags),
                 static_cast<NewlineMode>(newline), static_cast<int>(codec),
                 static_cast<int>(errors), name, mode);
}

extern "C" i64 kr_file_close(file f) { return fileClose(f); }

extern "C" i64 kr_file_detach(file f) {
  if (f->closed) return kFileClosed;
  i64 code = fileFlush(f);
  if (code != 0) return code;
  code = discardReadAhead(f);
  f->flags &= ~kFileOwned;
  (void)fileClose(f);  // cannot fail: everything is written, and the descriptor stays open
  return code < 0 ? code : f->fd;
}

extern "C" i64 kr_file_seek(file f, i64 offset, i64 whence) {
  i64 code = fileFlush(f);
  if (code != 0) return code;
  if (whence == SEEK_CUR) {
    i64 here = fileTell(f);
    if (here < 0) return here;
    offset += here;
    whence = SEEK_SET;
  }
  FileLock lock(f);
  off_t at = lseek(f->fd, offset, static_cast<int>(whence));
  if (at < 0) return errno == ESPIPE ? static_cast<i64>(kFileNotSeekable) : -errno;
  resetReading(f);
  f->wrote_bom = at != 0;
  return at;
}

extern "C" i64 kr_file_tell(file f) {
  i64 code = f->flags & kFileText ? fileFlush(f) : 0;
  if (code != 0) return code;
  i64 at = fileTell(f);
  return at < 0 ? at : at + f->out_size;
}

extern "C" i64 kr_file_truncate(file f, i64 size) {
  i64 code = fileFlush(f);
  if (code != 0) return code;
  if (!(f->flags & kFileWritable)) return kFileNotWritable;
  FileLock lock(f);
  i64 here = forgetReadAhead(f);
  if (size < 0) size = here;
  if (size < 0) return size;
  return ftruncate(f->fd, size) == 0 ? size : -errno;
}

extern "C" boolean kr_file_isatty(file f) {
  struct winsize size;
  return !f->closed && ioctl(f->fd, TIOCGWINSZ, &size) == 0;
}

extern "C" i64 kr_file_fileno(file f) { return f->closed ? i64{kFileClosed} : f->fd; }
extern "C" boolean kr_file_closed(file f) { return f->closed != 0; }
extern "C" boolean kr_file_readable(file f) { return (f->flags & kFileReadable) != 0; }
extern "C" boolean kr_file_writable(file f) { return (f->flags & kFileWritable) != 0; }

extern "C" boolean kr_file_seekable(file f) { return !f->closed && lseek(f->fd, 0, SEEK_CUR) >= 0; }

extern "C" boolean kr_file_is_text(file f) { return (f->flags & kFileText) != 0; }

extern "C" boolean kr_file_owned(file f) { return (f->flags & kFileOwned) != 0; }

extern "C" boolean kr_file_line_buffering(file f) {
  if (!f->closed) learnAboutDescriptor(f);
  return (f->flags & kFileLineBuffered) != 0;
}

extern "C" i64 kr_file_newline(file f) { return f->newline; }
extern "C" i64 kr_file_codec(file f) { return f->codec; }
extern "C" i64 kr_file_errors(file f) { return f->errors; }

// The standard streams have no str objects of their own.
extern "C" str kr_file_name(file f) {
  static const char* const kNames[] = {"<stdin>", "<stdout>", "<stderr>"};
  return f->name ? retainStr(f->name) : newStrAscii(kNames[f->fd]);
}

extern "C" str kr_file_mode(file f) {
  return f->mode ? retainStr(f->mode) : newStrAscii(f->fd == 0 ? "r" : "w");
}

extern "C" void kr_file_reconfigure(file f, i64 newline, i64 codec, i64 errors,
                                    i64 line_buffering) {
  (void)fileFlush(f);  // an error shows again at the next flush
  FileLock lock(f);
  if (newline >= 0) f->newline = static_cast<uint8_t>(newline);
  if (codec >= 0) f->codec = static_cast<int32_t>(codec);
  if (errors >= 0) f->errors = static_cast<int32_t>(errors);
  if (line_buffering == 0) f->flags &= ~kFileLineBuffered;
  if (line_buffering > 0) f->flags |= kFileLineBuffered;
  f->fast_limit = 0;
  setDecodeMode(f);
}

extern "C" i64 kr_file_error(file f) {
  i64 code = f->error;
  f->error = 0;
  return code;
}

extern "C" ptr kr_file_codec_error(file f) { return codecRecord(f); }

extern "C" opt kr_file_error_bytes(file f) {
  retainIf(f->error_bytes);
  return reinterpret_cast<Object*>(f->error_bytes);
}

}  // namespace krait::rt::abi
