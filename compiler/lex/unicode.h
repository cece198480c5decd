// The Unicode properties that Python's syntax needs (Unicode 14, as CPython 3.11).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace krait::unicode {

bool isXidStart(uint32_t cp);     // what may begin an identifier, `_` included
bool isXidContinue(uint32_t cp);  // what may go on in one
bool isPrintable(uint32_t cp);    // str.isprintable()

// Reads the code point at `at` and moves past it. Malformed bytes give U+FFFD and move by one;
// surrogates written as three bytes are read as themselves.
uint32_t decode(std::string_view text, size_t& at);
void append(std::string& out, uint32_t cp);

// Normalisation form KC of a text made of identifier characters.
std::string nfkc(std::string_view text);

// The character called `name` (as in \N{name}), or -1.
int64_t lookupName(std::string_view name);

}  // namespace krait::unicode
