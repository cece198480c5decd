#include "infer/runtime_words.h"

#include <map>

namespace krait::infer {
namespace {

struct Row {
  const char* name;
  const char* result;
  const char* raises;
  const char* params;
};
const Row kRows[] = {
#define KR_FN(result, name, raises, ...) {#name, #result, #raises, #__VA_ARGS__},
#include "abi.def"
#undef KR_FN
};

std::map<std::string, RuntimeWords, std::less<>> makeTable() {
  std::map<std::string, RuntimeWords, std::less<>> table;
  for (const Row& row : kRows) {
    RuntimeWords w{row.result, std::string_view(row.raises) == "Raises", {}};
    std::string word;
    for (const char* p = row.params;; ++p) {
      if (*p == ',' || *p == '\0') {
        if (!word.empty()) w.params.push_back(word);
        word.clear();
        if (!*p) break;
      } else if (*p != ' ') {
        word += *p;
      }
    }
    table.emplace(row.name, std::move(w));
  }
  return table;
}

}  // namespace

const RuntimeWords* findRuntimeWords(std::string_view name) {
  static const std::map<std::string, RuntimeWords, std::less<>> table = makeTable();
  auto it = table.find(name);
  return it == table.end() ? nullptr : &it->second;
}

}  // namespace krait::infer
