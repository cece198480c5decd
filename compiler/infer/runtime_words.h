// The runtime's function table (runtime/abi.def) as words, for typing `_rt.NAME(...)` in lib/core.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace krait::infer {

struct RuntimeWords {
  std::string result;
  bool raises;
  std::vector<std::string> params;
};
// Null if there is no such function.
const RuntimeWords* findRuntimeWords(std::string_view name);

// Opaque types of lib/core, by id.
enum OpaqueId : uint32_t { kOpaqueOpt = 1, kOpaquePtr, kOpaqueObject, kOpaqueFile, kOpaqueExc };

}  // namespace krait::infer
