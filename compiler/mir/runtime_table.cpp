// The runtime's functions as MIR sees them: made from the same table that declares them for C++.
#include <string_view>
#include <unordered_map>

#include "base/check.h"
#include "mir/mir.h"

namespace krait::mir {
namespace {

TypeId typeOfWord(std::string_view word) {
  static const Types types;
  if (word == "void") return types.void_;
  if (word == "i64") return types.i64;
  if (word == "f64") return types.f64;
  if (word == "boolean") return types.bool_;
  if (word == "integer") return types.int_;
  if (word == "opt" || word == "optstr") return types.opt;
  if (word == "any") return types.any;
  if (word == "ptr") return types.ptr;
  for (std::string_view object : {"str", "bytes", "file", "exc", "object"})
    if (word == object) return types.ref;
  KRAIT_UNREACHABLE("a type word in runtime/abi.def that the compiler does not know");
}

struct Row {
  const char* result;
  const char* name;
  const char* raises;
  const char* params;  // comma-separated words
};

constexpr Row kRows[] = {
#define KR_FN(result, name, raises, ...) {#result, #name, #raises, "" __VA_OPT__(#__VA_ARGS__)},
#include "../runtime/abi.def"
#undef KR_FN
};

std::unordered_map<std::string_view, RuntimeFunction> makeTable() {
  std::unordered_map<std::string_view, RuntimeFunction> table;
  for (const Row& row : kRows) {
    RuntimeFunction f;
    f.name = row.name;
    f.result_word = row.result;
    f.result = typeOfWord(row.result);
    f.raises = std::string_view(row.raises) == "Raises";
    std::string_view rest = row.params;
    while (!rest.empty()) {
      size_t comma = rest.find(',');
      std::string_view word = rest.substr(0, comma);
      while (!word.empty() && word.front() == ' ') word.remove_prefix(1);
      while (!word.empty() && word.back() == ' ') word.remove_suffix(1);
      f.param_words.emplace_back(word);
      f.params.push_back(typeOfWord(word));
      rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    table.emplace(row.name, std::move(f));
  }
  return table;
}

}  // namespace

const RuntimeFunction* findRuntimeFunction(const std::string& name) {
  static const std::unordered_map<std::string_view, RuntimeFunction> table = makeTable();
  auto it = table.find(name);
  return it == table.end() ? nullptr : &it->second;
}

}  // namespace krait::mir
