// The run cache: executables of programs that `krait run` has compiled, found again by content.
//
//   <cache>/bin/KEY        an executable; KEY is the digest of all that went into it
//   <cache>/program/KEY    a manifest: the files a program consisted of and the executable they
//   gave;
//                          KEY is the digest of the command line and the compiler
//   <cache>/tmp/           files being written; a rename makes them visible
//
// A program is unchanged if every file of its manifest has the same content (taken for granted if
// size and time stamp are the same and the stamp is older than the manifest) and every path that an
// import looked for in vain is still absent. Any number of processes may use the cache at the same
// time. Shared by the launcher and the compiler; depends on the standard library and the system
// only.
#pragma once

#include <ctime>
#include <string>
#include <vector>

#include "driver/options.h"

namespace krait {

class RunCache {
 public:
  // `build_id` identifies the compiler and the library it ships.
  explicit RunCache(std::string build_id);

  // Whether `line` is a run that the cache may answer.
  static bool handles(const CommandLine& line);

  // The cached executable of an unchanged program, or "".
  std::string lookup(const CommandLine& line) const;

  // Makes the cache's folders and returns a path in it for a new executable, or "" if the cache
  // cannot be written.
  std::string temporaryPath() const;

  // Enters the executable at `temporary`, made from `read_files` and the absence of `absent_files`
  // by a compilation that began at `started`, and returns its new path. Returns "" (and leaves the
  // temporary file) if it cannot be cached, as when a file was changed in the meantime.
  std::string store(const CommandLine& line, const std::string& temporary,
                    const std::vector<std::string>& read_files,
                    const std::vector<std::string>& absent_files, timespec started) const;

  // Removes the executables unused for longest until they take at most `limit` bytes, the manifests
  // whose executable is gone, and forgotten temporary files.
  void prune(uint64_t limit) const;
  static constexpr uint64_t kDefaultLimit = uint64_t{1} << 30;

  const std::string& folder() const { return folder_; }

 private:
  std::string manifestPath(const CommandLine& line) const;

  std::string build_id_;
  std::string folder_;  // empty: there is no home folder
};

// The folder that holds bin/, libexec/ and lib/ of the running installation, from /proc/self/exe,
// which is `levels` folders below it.
std::string installationFolder(int levels);

// Identifies the compiler and its library by lib/krait/build-id and the compiler's own time stamp.
// Empty if the installation is incomplete.
std::string installationBuildId(const std::string& installation);

// The command line that a program sees as sys.argv: how it was named, then its arguments.
std::vector<std::string> programArguments(const CommandLine& line);

// Replaces this process by the executable. Returns only if that failed, with errno set.
void executeProgram(const std::string& path, const CommandLine& line);

// The absolute path that CPython gives the main file: the current folder and the path as given.
std::string mainFilePath(const CommandLine& line);

}  // namespace krait
