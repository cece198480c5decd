// Linking: object files and the runtime to one static executable, with LLD in process.
#pragma once

#include <string>
#include <vector>

namespace krait::link {

struct Options {
  std::string support_dir;  // holds libkrait_rt_*.a, libc.a, crt1.o … for the target
  bool threads = false;
  bool release = false;     // strip, gc-sections, icf
};

// Links `objects` (paths) into the static executable `output`. Returns "" or the linker's message.
std::string linkExecutable(const std::vector<std::string>& objects, const std::string& output,
                           const Options& options);

}  // namespace krait::link
