// Text on a terminal: UTF-8 characters and the columns they take.
#pragma once

#include <cstdint>
#include <string_view>

namespace krait {

// One character of UTF-8 text; a byte that begins no valid sequence is one character of code
// U+FFFD.
struct Utf8Char {
  uint32_t code;
  uint32_t length;  // in bytes
};

// The character that begins at `text[0]`. `text` must not be empty. Lone surrogates in their
// three-byte form are returned with their code.
Utf8Char decodeUtf8Char(std::string_view text);

// How many terminal columns a character takes: 0 (combining), 1 or 2 (wide). Control characters,
// which a renderer has to replace, count as 1.
int displayWidth(uint32_t code);

}  // namespace krait
