// Counts over a module, for `krait build --stats`.
#pragma once

#include <cstddef>
#include <string_view>

#include "mir/mir.h"

namespace krait::mir {

struct ValueCounts {
  size_t values = 0;  // results of operations and block parameters
  size_t boxed = 0;   // of type any, or a tuple with one: the type is known at run time only
};

// Counts the values of the program's own functions, or of the library's, whose files lie in `folder`.
ValueCounts countValues(const Module& module, bool library, std::string_view folder);

}  // namespace krait::mir
