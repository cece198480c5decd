// Interned strings: equal texts have equal ids, for the whole run of the compiler.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/ids.h"

namespace krait {

struct NameTag {};
// An interned identifier (UTF-8, NFKC-normalised as Python does for identifiers).
using Name = Id<NameTag>;

class Interner {
 public:
  // Returns the id of `text`, adding it on first sight.
  Name intern(std::string_view text) {
    auto it = ids_.find(text);
    if (it != ids_.end()) return it->second;
    texts_.emplace_back(text);
    Name id(texts_.size() - 1);
    ids_.emplace(texts_.back(), id);
    return id;
  }
  // Returns the id of `text`, or an invalid id if it was never interned.
  Name find(std::string_view text) const {
    auto it = ids_.find(text);
    return it == ids_.end() ? Name() : it->second;
  }
  std::string_view text(Name id) const { return texts_[id.index]; }

 private:
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, Name> ids_;
};

}  // namespace krait
