// What a program is, as the command line names it.
#pragma once

#include <cstdint>
#include <string>

namespace krait {

enum class InputKind : uint8_t {
  File,    // krait run FILE.py
  Code,    // krait run -c CODE
  Module,  // krait run -m MODULE
  Stdin,   // krait run -
};

struct ProgramInput {
  InputKind kind = InputKind::File;
  std::string text;  // the path as given, the code, the module's dotted name; Stdin: the bytes read
};

// How severe the type checks' findings are (docs: "The compiler's verdict on types").
enum class TypeLevel : uint8_t { Strict, Standard, Dynamic };

}  // namespace krait
