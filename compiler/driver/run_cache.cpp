#include "driver/run_cache.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include "driver/sha256.h"

namespace krait {
namespace {

constexpr const char* kManifestHeader = "krait-program 1";
// A file stamped this close before its manifest may have been written again within one tick of the
// clock, so that equal stamps prove nothing.
constexpr int64_t kClockTick = 50'000'000;

int64_t nanoseconds(const timespec& time) {
  return time.tv_sec * int64_t{1'000'000'000} + time.tv_nsec;
}

bool readFile(const std::string& path, std::string& content) {
  int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return false;
  content.clear();
  char buffer[1 << 16];
  ssize_t n;
  while ((n = read(fd, buffer, sizeof buffer)) > 0) content.append(buffer, n);
  close(fd);
  return n == 0;
}

bool writeFile(const std::string& path, const std::string& content) {
  int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0) return false;
  size_t done = 0;
  while (done < content.size()) {
    ssize_t n = write(fd, content.data() + done, content.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    done += n;
  }
  bool ok = close(fd) == 0 && done == content.size();
  if (!ok) unlink(path.c_str());
  return ok;
}

bool contentDigest(const std::string& path, std::string& digest) {
  std::string content;
  if (!readFile(path, content)) return false;
  Sha256 hash;
  hash.update(content);
  digest = hash.finish();
  return true;
}

std::string currentFolder() {
  char* path = getcwd(nullptr, 0);
  std::string result = path ? path : "";
  std::free(path);
  return result;
}

std::string absolutePath(const std::string& path) {
  if (path.starts_with("/")) return path;
  return currentFolder() + "/" + path;
}

bool makeFolder(const std::string& path) {
  if (mkdir(path.c_str(), 0700) == 0 || errno == EEXIST) return true;
  if (errno != ENOENT) return false;
  size_t slash = path.rfind('/');
  if (slash == std::string::npos || slash == 0) return false;
  return makeFolder(path.substr(0, slash)) && (mkdir(path.c_str(), 0700) == 0 || errno == EEXIST);
}

// One line of a manifest: `word rest`.
struct ManifestLine {
  std::string_view word, rest;
};

bool nextLine(std::string_view& text, ManifestLine& line) {
  size_t end = text.find('\n');
  if (end == std::string_view::npos) return false;
  std::string_view whole = text.substr(0, end);
  text.remove_prefix(end + 1);
  size_t space = whole.find(' ');
  line.word = whole.substr(0, space);
  line.rest = space == std::string_view::npos ? std::string_view() : whole.substr(space + 1);
  return true;
}

std::string_view takeWord(std::string_view& text) {
  size_t space = text.find(' ');
  std::string_view word = text.substr(0, space);
  text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
  return word;
}

std::string hashedBinary(std::string_view manifest) {
  ManifestLine line;
  if (!nextLine(manifest, line) || !nextLine(manifest, line) || line.word != "binary") return "";
  return std::string(line.rest);
}

// "file SIZE MTIME DIGEST PATH": is the file as it was when the manifest was written?
bool unchanged(std::string_view entry, int64_t manifest_time) {
  std::string size(takeWord(entry)), mtime(takeWord(entry)), digest(takeWord(entry)), path(entry);
  struct stat info;
  if (stat(path.c_str(), &info) != 0 || std::to_string(info.st_size) != size) return false;
  int64_t time = nanoseconds(info.st_mtim);
  if (std::to_string(time) == mtime && time < manifest_time - kClockTick) return true;
  std::string now;
  return contentDigest(path, now) && now == digest;
}

std::vector<std::string> folderEntries(const std::string& path) {
  std::vector<std::string> names;
  DIR* folder = opendir(path.c_str());
  if (!folder) return names;
  while (dirent* entry = readdir(folder)) {
    if (entry->d_name[0] != '.') names.push_back(entry->d_name);
  }
  closedir(folder);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

RunCache::RunCache(std::string build_id) : build_id_(std::move(build_id)) {
  const char* base = std::getenv("XDG_CACHE_HOME");
  const char* home = std::getenv("HOME");
  // Relative values are to be ignored (XDG Base Directory Specification).
  if (base && base[0] == '/') {
    folder_ = std::string(base) + "/krait";
  } else if (home && home[0] == '/') {
    folder_ = std::string(home) + "/.cache/krait";
  }
}

bool RunCache::handles(const CommandLine& line) {
  return line.command == Command::Run && line.usage_error.empty() && !line.timings &&
         !line.verbose && line.input.kind != InputKind::Stdin;
}

std::string mainFilePath(const CommandLine& line) { return absolutePath(line.input.text); }

std::string RunCache::manifestPath(const CommandLine& line) const {
  Sha256 hash;
  hash.field(kManifestHeader);
  hash.field(build_id_);
  hash.field(std::to_string(static_cast<int>(line.types)));
  hash.field(line.release ? "release" : "dev");
  for (const std::string& pass : line.disabled_passes) hash.field(pass);
  hash.field("input");
  hash.field(std::to_string(static_cast<int>(line.input.kind)));
  // Imports of -c and -m are looked for in the current folder.
  if (line.input.kind == InputKind::File) {
    hash.field(mainFilePath(line));
  } else {
    hash.field(currentFolder());
    hash.field(line.input.text);
  }
  return folder_ + "/program/" + hash.finish();
}

std::string RunCache::lookup(const CommandLine& line) const {
  if (folder_.empty() || build_id_.empty() || !handles(line)) return "";
  std::string path = manifestPath(line);
  std::string manifest;
  struct stat info;
  if (stat(path.c_str(), &info) != 0 || !readFile(path, manifest)) return "";
  int64_t manifest_time = nanoseconds(info.st_mtim);
  std::string_view rest = manifest;
  ManifestLine entry;
  if (!nextLine(rest, entry) || manifest.compare(0, manifest.find('\n'), kManifestHeader) != 0)
    return "";
  while (nextLine(rest, entry)) {
    struct stat other;
    if (entry.word == "file" && !unchanged(entry.rest, manifest_time)) return "";
    if (entry.word == "absent" && lstat(std::string(entry.rest).c_str(), &other) == 0) return "";
  }
  std::string name = hashedBinary(manifest);
  if (name.empty()) return "";
  std::string binary = folder_ + "/bin/" + name;
  if (stat(binary.c_str(), &info) != 0) return "";
  // The time stamp says when the executable was last used: renewed at most once an hour.
  timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (now.tv_sec - info.st_mtim.tv_sec > 3600) utimensat(AT_FDCWD, binary.c_str(), nullptr, 0);
  return binary;
}

std::string RunCache::temporaryPath() const {
  if (folder_.empty()) return "";
  for (const char* name : {"/bin", "/program", "/tmp"}) {
    if (!makeFolder(folder_ + name)) return "";
  }
  if (access((folder_ + "/tmp").c_str(), W_OK | X_OK) != 0) return "";
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return folder_ + "/tmp/" + std::to_string(getpid()) + "-" + std::to_string(nanoseconds(now));
}

std::string RunCache::store(const CommandLine& line, const std::string& temporary,
                            const std::vector<std::string>& read_files,
                            const std::vector<std::string>& absent_files, timespec started) const {
  if (folder_.empty() || build_id_.empty() || !handles(line)) return "";
  Sha256 key;
  key.field(manifestPath(line));
  std::string entries;
  for (const std::string& given : read_files) {
    std::string path = absolutePath(given);
    struct stat info;
    std::string digest;
    if (stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode) || !contentDigest(path, digest))
      return "";
    // Changed since the compiler began: nobody knows which content it read.
    if (nanoseconds(info.st_mtim) >= nanoseconds(started)) return "";
    if (path.find('\n') != std::string::npos) return "";
    entries += "file " + std::to_string(info.st_size) + " " +
               std::to_string(nanoseconds(info.st_mtim)) + " " + digest + " " + path + "\n";
    key.field(path);
    key.field(digest);
  }
  for (const std::string& given : absent_files) {
    std::string path = absolutePath(given);
    if (path.find('\n') != std::string::npos) return "";
    entries += "absent " + path + "\n";
    key.field(path);
  }
  std::string name = key.finish();
  std::string binary = folder_ + "/bin/" + name;
  std::string manifest = temporary + ".program";
  if (!writeFile(manifest, std::string(kManifestHeader) + "\nbinary " + name + "\n" + entries))
    return "";
  if (rename(temporary.c_str(), binary.c_str()) != 0) {
    unlink(manifest.c_str());
    return "";
  }
  utimensat(AT_FDCWD, binary.c_str(), nullptr, 0);
  // Without its manifest the executable is merely not found again.
  if (rename(manifest.c_str(), manifestPath(line).c_str()) != 0) unlink(manifest.c_str());
  return binary;
}

void RunCache::prune(uint64_t limit) const {
  if (folder_.empty()) return;
  struct Item {
    int64_t used;
    uint64_t size;
    std::string path;
  };
  std::vector<Item> items;
  uint64_t total = 0;
  struct stat info;
  for (const std::string& name : folderEntries(folder_ + "/bin")) {
    std::string path = folder_ + "/bin/" + name;
    if (stat(path.c_str(), &info) != 0) continue;
    items.push_back({nanoseconds(info.st_mtim), static_cast<uint64_t>(info.st_size), path});
    total += info.st_size;
  }
  if (total <= limit) return;
  std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
    return a.used != b.used ? a.used < b.used : a.path < b.path;
  });
  // Some room at once, so that not every store prunes.
  for (const Item& item : items) {
    if (total <= limit - limit / 5) break;
    if (unlink(item.path.c_str()) == 0) total -= item.size;
  }
  for (const std::string& name : folderEntries(folder_ + "/program")) {
    std::string path = folder_ + "/program/" + name;
    std::string manifest;
    if (!readFile(path, manifest)) continue;
    std::string binary = folder_ + "/bin/" + hashedBinary(manifest);
    if (access(binary.c_str(), F_OK) != 0) unlink(path.c_str());
  }
  timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  for (const std::string& name : folderEntries(folder_ + "/tmp")) {
    std::string path = folder_ + "/tmp/" + name;
    constexpr time_t kDay = 24 * 60 * 60;
    if (stat(path.c_str(), &info) == 0 && info.st_mtim.tv_sec < now.tv_sec - kDay)
      unlink(path.c_str());
  }
}

std::string installationFolder(int levels) {
  char buffer[4096];
  ssize_t n = readlink("/proc/self/exe", buffer, sizeof buffer);
  if (n <= 0 || n == static_cast<ssize_t>(sizeof buffer)) return "";
  std::string path(buffer, n);
  for (int i = 0; i <= levels; i++) {
    size_t slash = path.rfind('/');
    if (slash == std::string::npos) return "";
    path.resize(slash);
  }
  return path;
}

std::string installationBuildId(const std::string& installation) {
  std::string id;
  struct stat info;
  if (!readFile(installation + "/lib/krait/build-id", id)) return "";
  if (stat((installation + "/libexec/krait/krait-compiler").c_str(), &info) != 0) return "";
  return id + std::to_string(info.st_size) + " " + std::to_string(nanoseconds(info.st_mtim));
}

std::vector<std::string> programArguments(const CommandLine& line) {
  std::vector<std::string> result;
  switch (line.input.kind) {
    case InputKind::File:
      result.push_back(line.input.text);
      break;
    case InputKind::Code:
      result.push_back("-c");
      break;
    case InputKind::Stdin:
      result.push_back("-");
      break;
    case InputKind::Module: {
      // CPython puts the module's file here; whether it is a package decides which.
      std::string path = line.input.text;
      std::replace(path.begin(), path.end(), '.', '/');
      path = absolutePath(path);
      struct stat info;
      std::string package = path + "/__main__.py";
      result.push_back(stat(package.c_str(), &info) == 0 ? package : path + ".py");
      break;
    }
  }
  result.insert(result.end(), line.arguments.begin(), line.arguments.end());
  return result;
}

void executeProgram(const std::string& path, const CommandLine& line) {
  std::vector<std::string> arguments = programArguments(line);
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  // Another process that forked while the file was being written may still hold it open for
  // writing.
  for (int attempt = 0; attempt < 20; attempt++) {
    execv(path.c_str(), argv.data());
    if (errno != ETXTBSY) return;
    usleep(5000);
  }
}

}  // namespace krait
