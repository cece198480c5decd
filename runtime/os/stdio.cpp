// The standard streams and texts of error numbers.
#include <poll.h>
#include <stdlib.h>
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

// One a process: shared by its threads (FileLock), set up before any of them runs.
struct StandardFiles {
  File files[3];
};
StandardFiles standard;

const char* firstNonEmpty(const char* a, const char* b, const char* c) {
  const char* const values[] = {a, b, c};
  for (const char* value : values) {
    if (value && *value) return value;
  }
  return "C";
}

// CPython's error handler for stdin and stdout: lenient where the locale says nothing of an
// encoding.
ErrorHandler errorsOfLocale() {
  const char* utf8_mode = getenv("PYTHONUTF8");
  if (utf8_mode && strcmp(utf8_mode, "1") == 0) return kSurrogateEscape;
  const char* locale = firstNonEmpty(getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG"));
  static const char* const kNames[] = {"C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8"};
  for (const char* name : kNames) {
    if (strcmp(locale, name) == 0) return kSurrogateEscape;
  }
  return kStrict;
}

[[noreturn]] void failToStart(const char* why) {
  static const char kText[] =
      "Fatal Python error: init_sys_streams: can't initialize sys standard streams: ";
  (void)!write(2, kText, sizeof kText - 1);
  (void)!write(2, why, strlen(why));
  (void)!write(2, "\n", 1);
  _exit(1);
}

// PYTHONIOENCODING=codec:errors, both parts optional.
void applyIoEncoding(const char* value) {
  const char* colon = strchrnul(value, ':');
  if (colon != value) {
    Str* name = newStrAscii(value, static_cast<size_t>(colon - value));
    int64_t codec = abi::kr_codec_lookup(name);
    releaseStr(name);
    if (codec < 0) failToStart("unknown encoding in PYTHONIOENCODING");
    for (File& f : standard.files) f.codec = static_cast<int32_t>(codec);
    standard.files[0].errors = standard.files[1].errors = kStrict;
  }
  if (*colon && colon[1]) {
    Str* name = newStrAscii(colon + 1);
    int64_t errors = abi::kr_codec_errors_lookup(name);
    releaseStr(name);
    if (errors < 0) failToStart("unknown error handler in PYTHONIOENCODING");
    standard.files[0].errors = standard.files[1].errors = static_cast<int32_t>(errors);
  }
}

}  // namespace

File* standard_files[3];  // null: closed at start

void openStandardFiles() {
  struct pollfd fds[3] = {{0, 0, 0}, {1, 0, 0}, {2, 0, 0}};
  poll(fds, 3, 0);
  ErrorHandler errors = errorsOfLocale();
  const char* unbuffered = getenv("PYTHONUNBUFFERED");
  for (int i = 0; i < 3; i++) {
    File& f = standard.files[i];
    if (!(fds[i].revents & POLLNVAL)) standard_files[i] = &f;
    f.header.count = kImmortal;
    f.header.meta = KR_TID(File) << 8;
    f.fd = i;
    f.flags = kFileText | (i == 0 ? kFileReadable : kFileWritable);
    f.closed = !standard_files[i];
    f.newline = kNewlineLf;
    f.codec = kUtf8;
    f.errors = i == 2 ? kBackslashReplace : errors;
    if (i == 1) f.flags |= kFileCheckTerminal;
    if (i == 2) f.flags |= kFileLineBuffered;
    if (i > 0 && unbuffered && *unbuffered) f.flags |= kFileWriteThrough;
  }
  if (const char* value = getenv("PYTHONIOENCODING")) applyIoEncoding(value);
  for (File& f : standard.files) setDecodeMode(&f);
}

void freeStandardFiles() {
  for (File& f : standard.files) {
    kr_buf_free(f.out, f.out_capacity);
    f.out = nullptr;
    f.out_size = f.out_buffered = f.out_capacity = f.fast_limit = 0;
    freeReading(&f);
    if (f.codec_error) abi::kr_codec_error_free(f.codec_error);
    f.codec_error = nullptr;
    releaseIf(f.error_bytes);
    f.error_bytes = nullptr;
  }
}

namespace {

const char* const kErrnoTexts[] = {
#include "os/errno_table.inc"
};

}  // namespace

const char* errnoText(int number) {
  constexpr int kCount = sizeof kErrnoTexts / sizeof kErrnoTexts[0];
  return number >= 0 && number < kCount && kErrnoTexts[number][0] ? kErrnoTexts[number] : nullptr;
}

}  // namespace krait::rt

using namespace krait::rt;

namespace krait::rt::abi {

extern "C" file kr_stdin() { return &standard.files[0]; }
extern "C" file kr_stdout() { return &standard.files[1]; }
extern "C" file kr_stderr() { return &standard.files[2]; }
extern "C" boolean kr_stdin_present() { return standard_files[0] != nullptr; }
extern "C" boolean kr_stdout_present() { return standard_files[1] != nullptr; }
extern "C" boolean kr_stderr_present() { return standard_files[2] != nullptr; }

}  // namespace krait::rt::abi
