// From a file's bytes to text: byte order mark, PEP 263 declarations, 8-bit codecs.
#pragma once

#include <cstdint>
#include <string>

namespace krait {

struct DecodedSource {
  std::string text;   // UTF-8; after an error, what could be read up to it
  std::string error;  // CPython's words; empty if all is well
  uint32_t error_offset = 0;
};

// Decodes a source file as CPython reads one: UTF-8 unless a byte order mark or a coding line in
// the first two lines says otherwise.
DecodedSource decodeSource(std::string bytes);
// Checks a text that is already UTF-8.
DecodedSource checkSource(std::string text);

}  // namespace krait
