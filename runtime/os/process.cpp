// What the operating system offers: environment, time, file system. Results are values or -errno.
#include "os/process.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/times.h>
#include <time.h>
#include <unistd.h>

#include "abi.h"
#include "core/exception.h"
#include "core/memory.h"
#include "core/str.h"
#include "core/support.h"
#include "core/thread_state.h"
#include "os/file.h"

extern "C" char** environ;

namespace krait::rt {

const char* environmentValue(const char* name) { return getenv(name); }

namespace {

int64_t result(int64_t r) { return r < 0 ? -int64_t{errno} : r; }

// A path for the system; a str with a zero character is none.
class Path {
 public:
  explicit Path(const Str* s) : text_(s) {}
  bool valid() const { return static_cast<int64_t>(strlen(text_.data())) == text_.size(); }
  const char* data() const { return text_.data(); }

 private:
  Utf8 text_;
};

template <class F>
int64_t withPath(const Str* path, F call) {
  Path p(path);
  return p.valid() ? result(call(p.data())) : -EINVAL;
}

template <class F>
int64_t withPaths(const Str* from, const Str* to, F call) {
  Path a(from);
  Path b(to);
  return a.valid() && b.valid() ? result(call(a.data(), b.data())) : -EINVAL;
}

int64_t clockNs(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec * 1000000000 + t.tv_nsec;
}

int64_t ns(const struct timespec& t) { return t.tv_sec * 1000000000 + t.tv_nsec; }

// out: mode, inode, device, links, uid, gid, size, atime, mtime, ctime (ns), block size, blocks,
// rdev.
void fillStat(const struct stat& st, int64_t* out) {
  out[0] = st.st_mode;
  out[1] = static_cast<int64_t>(st.st_ino);
  out[2] = static_cast<int64_t>(st.st_dev);
  out[3] = static_cast<int64_t>(st.st_nlink);
  out[4] = st.st_uid;
  out[5] = st.st_gid;
  out[6] = st.st_size;
  out[7] = ns(st.st_atim);
  out[8] = ns(st.st_mtim);
  out[9] = ns(st.st_ctim);
  out[10] = st.st_blksize;
  out[11] = st.st_blocks;
  out[12] = static_cast<int64_t>(st.st_rdev);
}

int64_t fillTime(const struct tm* t, int64_t* out) {
  if (!t) return -errno;
  out[0] = int64_t{t->tm_year} + 1900;
  out[1] = t->tm_mon + 1;
  out[2] = t->tm_mday;
  out[3] = t->tm_hour;
  out[4] = t->tm_min;
  out[5] = t->tm_sec;
  out[6] = (t->tm_wday + 6) % 7;
  out[7] = t->tm_yday + 1;
  out[8] = t->tm_isdst;
  out[9] = t->tm_gmtoff;
  return 0;
}

}  // namespace

}  // namespace krait::rt

using namespace krait::rt;

namespace krait::rt::abi {

// ---- environment

extern "C" i64 kr_environ_len() {
  i64 n = 0;
  while (environ && environ[n]) n++;
  return n;
}
extern "C" str kr_environ_at(i64 i) { return newStrUtf8(environ[i]); }

extern "C" optstr kr_os_getenv(str name) {
  Path p(name);
  const char* value = p.valid() ? getenv(p.data()) : nullptr;
  return value ? newStrUtf8(value) : nullptr;
}
extern "C" i64 kr_os_setenv(str name, str value) {
  return withPaths(name, value, [](const char* n, const char* v) { return setenv(n, v, 1); });
}
extern "C" i64 kr_os_unsetenv(str name) {
  return withPath(name, [](const char* n) { return unsetenv(n); });
}

// ---- process

extern "C" void kr_os_exit(i64 code) { _exit(static_cast<int>(code)); }
extern "C" void kr_os_abort() { abort(); }
extern "C" i64 kr_os_getpid() { return getpid(); }
extern "C" i64 kr_os_getppid() { return getppid(); }
extern "C" i64 kr_os_cpu_count() { return sysconf(_SC_NPROCESSORS_ONLN); }

// ---- time

extern "C" i64 kr_time_ns() { return clockNs(CLOCK_REALTIME); }
extern "C" i64 kr_monotonic_ns() { return clockNs(CLOCK_MONOTONIC); }
extern "C" i64 kr_perf_counter_ns() { return clockNs(CLOCK_MONOTONIC); }
extern "C" i64 kr_process_time_ns() { return clockNs(CLOCK_PROCESS_CPUTIME_ID); }
extern "C" i64 kr_thread_time_ns() { return clockNs(CLOCK_THREAD_CPUTIME_ID); }

extern "C" i64 kr_sleep_ns(i64 duration) {
  struct timespec end;
  clock_gettime(CLOCK_MONOTONIC, &end);
  i128 at = i128{end.tv_sec} * 1000000000 + end.tv_nsec + duration;
  end.tv_sec = static_cast<time_t>(at / 1000000000);
  end.tv_nsec = static_cast<long>(at % 1000000000);
  for (;;) {
    if (interruptPending()) return kFileInterrupted;
    int code = clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &end, nullptr);
    if (code == 0) return 0;
    if (code != EINTR) return -code;
  }
}

extern "C" i64 kr_localtime(i64 seconds, ptr out) {
  time_t t = seconds;
  struct tm parts;
  return fillTime(localtime_r(&t, &parts), static_cast<int64_t*>(out));
}
extern "C" i64 kr_gmtime(i64 seconds, ptr out) {
  time_t t = seconds;
  struct tm parts;
  return fillTime(gmtime_r(&t, &parts), static_cast<int64_t*>(out));
}
extern "C" str kr_time_zone_name(boolean daylight) {
  tzset();
  return newStrUtf8(tzname[daylight ? 1 : 0]);
}

extern "C" str kr_time_zone_at(i64 seconds) {
  time_t t = seconds;
  struct tm parts;
  return newStrUtf8(localtime_r(&t, &parts) ? parts.tm_zone : "");
}

extern "C" i64 kr_os_urandom(ptr to, i64 n) {
  char* p = static_cast<char*>(to);
  while (n > 0) {
    ssize_t got = getrandom(p, static_cast<size_t>(n), 0);
    if (got < 0 && errno != EINTR) return -errno;
    if (got > 0) {
      p += got;
      n -= got;
    }
  }
  return 0;
}

// ---- file system

extern "C" str kr_os_strerror(i64 number) {
  const char* text =
      number >= INT32_MIN && number <= INT32_MAX ? errnoText(static_cast<int>(number)) : nullptr;
  return text ? newStrAscii(text) : formatMessage("Unknown error %ld", number);
}

extern "C" i64 kr_os_stat(str path, boolean follow, ptr out) {
  struct stat st;
  i64 code = withPath(path, [&](const char* p) { return follow ? stat(p, &st) : lstat(p, &st); });
  if (code == 0) fillStat(st, static_cast<int64_t*>(out));
  return code;
}
extern "C" i64 kr_os_fstat(i64 fd, ptr out) {
  struct stat st;
  i64 code = result(fstat(static_cast<int>(fd), &st));
  if (code == 0) fillStat(st, static_cast<int64_t*>(out));
  return code;
}
extern "C" i64 kr_os_access(str path, i64 mode) {
  return withPath(path, [&](const char* p) { return access(p, static_cast<int>(mode)); });
}

namespace {

struct Directory {
  DIR* dir;
  i64 type;  // d_type of the last entry
};

}  // namespace

extern "C" i64 kr_os_opendir(str path, ptr out) {
  Path p(path);
  if (!p.valid()) return -EINVAL;
  DIR* dir = opendir(p.data());
  if (!dir) return -errno;
  Directory* d = static_cast<Directory*>(kr_buf_alloc(sizeof(Directory)));
  *d = Directory{dir, 0};
  *static_cast<void**>(out) = d;
  return 0;
}
extern "C" optstr kr_os_readdir(ptr handle) {
  Directory* d = static_cast<Directory*>(handle);
  while (struct dirent* entry = readdir(d->dir)) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    d->type = entry->d_type;
    return newStrUtf8(entry->d_name);
  }
  return nullptr;
}
extern "C" i64 kr_os_readdir_type(ptr handle) { return static_cast<Directory*>(handle)->type; }
extern "C" void kr_os_closedir(ptr handle) {
  closedir(static_cast<Directory*>(handle)->dir);
  kr_buf_free(handle, sizeof(Directory));
}

// The names in a folder, each followed by a slash, in the order of the file system; null: kr_os_errno().
extern "C" optstr kr_os_names(str path) {
  void* handle = nullptr;
  i64 code = kr_os_opendir(path, &handle);
  if (code < 0) {
    errno = static_cast<int>(-code);
    return nullptr;
  }
  StrBuilder names;
  while (Str* name = kr_os_readdir(handle)) {
    names.add(name);
    names.add('/');
    releaseStr(name);
  }
  kr_os_closedir(handle);
  return names.finish();
}

extern "C" i64 kr_os_mkdir(str path, i64 mode) {
  return withPath(path, [&](const char* p) { return mkdir(p, static_cast<mode_t>(mode)); });
}
extern "C" i64 kr_os_rmdir(str path) {
  return withPath(path, [](const char* p) { return rmdir(p); });
}
extern "C" i64 kr_os_unlink(str path) {
  return withPath(path, [](const char* p) { return unlink(p); });
}
extern "C" i64 kr_os_rename(str from, str to) {
  return withPaths(from, to, [](const char* a, const char* b) { return rename(a, b); });
}
extern "C" i64 kr_os_link(str from, str to) {
  return withPaths(from, to, [](const char* a, const char* b) { return link(a, b); });
}
extern "C" i64 kr_os_symlink(str from, str to) {
  return withPaths(from, to, [](const char* a, const char* b) { return symlink(a, b); });
}
extern "C" optstr kr_os_readlink(str path) {
  char buffer[4096];
  i64 n = withPath(path, [&](const char* p) { return readlink(p, buffer, sizeof buffer); });
  if (n < 0) {
    errno = static_cast<int>(-n);
    return nullptr;
  }
  return newStrUtf8(buffer, static_cast<size_t>(n));
}
extern "C" optstr kr_os_getcwd() {
  char buffer[4096];
  return getcwd(buffer, sizeof buffer) ? newStrUtf8(buffer) : nullptr;
}
extern "C" i64 kr_os_errno() { return errno; }
extern "C" i64 kr_os_chdir(str path) {
  return withPath(path, [](const char* p) { return chdir(p); });
}
extern "C" i64 kr_os_chmod(str path, i64 mode) {
  return withPath(path, [&](const char* p) { return chmod(p, static_cast<mode_t>(mode)); });
}
extern "C" i64 kr_os_utime(str path, i64 atime, i64 mtime) {
  struct timespec times[2];
  i64 both[2] = {atime, mtime};
  for (int i = 0; i < 2; i++) {
    i64 part = ((both[i] % 1000000000) + 1000000000) % 1000000000;
    times[i].tv_sec = (both[i] - part) / 1000000000;
    times[i].tv_nsec = part;
  }
  return withPath(path, [&](const char* p) { return utimensat(AT_FDCWD, p, times, 0); });
}

// ---- descriptors

extern "C" i64 kr_os_read(i64 fd, ptr to, i64 n) {
  for (;;) {
    ssize_t got = read(static_cast<int>(fd), to, static_cast<size_t>(n));
    if (got >= 0) return got;
    if (errno != EINTR) return -errno;
    if (interruptPending()) return kFileInterrupted;
  }
}
extern "C" i64 kr_os_write(i64 fd, ptr from, i64 n) {
  return systemWrite(static_cast<int>(fd), static_cast<const char*>(from), n);
}
extern "C" i64 kr_os_close(i64 fd) { return result(close(static_cast<int>(fd))); }
extern "C" i64 kr_os_dup2(i64 from, i64 to) {
  return result(dup2(static_cast<int>(from), static_cast<int>(to)));
}
extern "C" i64 kr_os_isatty(i64 fd) { return isatty(static_cast<int>(fd)); }
extern "C" i64 kr_os_terminal_size(i64 fd) {
  struct winsize size;
  if (ioctl(static_cast<int>(fd), TIOCGWINSZ, &size) != 0) return -errno;
  return i64{size.ws_col} << 32 | size.ws_row;
}
extern "C" i64 kr_os_umask(i64 mask) { return umask(static_cast<mode_t>(mask)); }
extern "C" i64 kr_os_identity(i64 which) {
  switch (which) {
    case 0: return getuid();
    case 1: return geteuid();
    case 2: return getgid();
    case 3: return getegid();
    case 4: return getpgrp();
    default: return result(getsid(0));
  }
}
extern "C" i64 kr_os_lseek(i64 fd, i64 offset, i64 whence) {
  return result(lseek(static_cast<int>(fd), offset, static_cast<int>(whence)));
}
extern "C" i64 kr_os_dup(i64 fd) { return result(fcntl(static_cast<int>(fd), F_DUPFD_CLOEXEC, 0)); }
extern "C" i64 kr_os_pipe(ptr out) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return -errno;
  static_cast<i64*>(out)[0] = ends[0];
  static_cast<i64*>(out)[1] = ends[1];
  return 0;
}
extern "C" i64 kr_os_fsync(i64 fd) { return result(fsync(static_cast<int>(fd))); }
extern "C" i64 kr_os_ftruncate(i64 fd, i64 size) { return result(ftruncate(static_cast<int>(fd), size)); }
extern "C" i64 kr_os_kill(i64 pid, i64 signal) { return result(kill(static_cast<pid_t>(pid), static_cast<int>(signal))); }
extern "C" i64 kr_os_nice(i64 increment) {
  errno = 0;
  int priority = nice(static_cast<int>(increment));
  return errno ? -1000 - errno : priority;
}
extern "C" void kr_os_sync() { sync(); }
extern "C" i64 kr_os_times(ptr out) {
  struct tms used;
  clock_t now = times(&used);
  const i64 fields[5] = {used.tms_utime, used.tms_stime, used.tms_cutime, used.tms_cstime, now};
  memcpy(out, fields, sizeof(fields));
  return sysconf(_SC_CLK_TCK);
}
extern "C" i64 kr_os_statvfs(str path, ptr out) {
  struct statvfs s;
  i64 code = withPath(path, [&](const char* p) { return statvfs(p, &s); });
  if (code < 0) return code;
  const unsigned long fields[11] = {s.f_bsize, s.f_frsize, s.f_blocks, s.f_bfree, s.f_bavail, s.f_files,
                                    s.f_ffree, s.f_favail, s.f_flag, s.f_namemax, s.f_fsid};
  memcpy(out, fields, sizeof(fields));
  return 0;
}
extern "C" i64 kr_os_mkfifo(str path, i64 mode) {
  return withPath(path, [&](const char* p) { return mkfifo(p, static_cast<mode_t>(mode)); });
}

}  // namespace krait::rt::abi
