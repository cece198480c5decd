// LLD in process. LLD keeps global state, which it can reset between links unless a link crashed.

#include "link/link.h"

#include <unistd.h>

#include "lld/Common/CommonLinkerContext.h"
#include "lld/Common/Driver.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

LLD_HAS_DRIVER(elf)

namespace krait::link {

std::string linkExecutable(const std::vector<std::string>& objects, const std::string& output,
                           const Options& options) {
  const std::string& dir = options.support_dir;
  std::vector<std::string> words = {"ld.lld",
                                    "-static",
                                    "--no-pie",
                                    "-o",
                                    output,
                                    "--gc-sections",
                                    "--build-id=none",
                                    "-z",
                                    "noexecstack",
                                    "-z",
                                    "norelro",
                                    "--hash-style=gnu",
                                    "--no-eh-frame-hdr",
                                    "--error-limit=4"};
  if (options.release) {
    words.push_back("--icf=safe");
    words.push_back("-O1");
    words.push_back("--strip-all");
  } else {
    words.push_back("-O0");
    // Dev builds link often: threads cost more than they bring for inputs of this size.
    words.push_back("--threads=1");
  }
  words.push_back(dir + "/crt1.o");
  words.push_back(dir + "/crti.o");
  for (const std::string& object : objects) words.push_back(object);
  words.push_back(dir + (options.threads ? "/libkrait_rt_mt.a" : "/libkrait_rt_st.a"));
  words.push_back(dir + "/libc.a");
  std::string builtins = dir + "/libbuiltins.a";
  if (::access(builtins.c_str(), R_OK) == 0) words.push_back(builtins);
  words.push_back(dir + "/crtn.o");

  std::vector<const char*> args;
  for (const std::string& word : words) args.push_back(word.c_str());
  std::string messages;
  llvm::raw_string_ostream stream(messages);
  bool ok = lld::elf::link(args, stream, stream, /*exitEarly=*/false, /*disableOutput=*/false);
  lld::CommonLinkerContext::destroy();
  stream.flush();
  if (ok) return "";
  return messages.empty() ? "the linker failed without a message" : messages;
}

}  // namespace krait::link
