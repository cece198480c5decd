#include "diag/width.h"

#include <algorithm>
#include <iterator>

namespace krait {
namespace {

struct CodeRange {
  uint32_t low, high;
};

#include "diag/width_tables.inc"

template <size_t N>
bool contains(const CodeRange (&table)[N], uint32_t code) {
  auto it = std::upper_bound(std::begin(table), std::end(table), code,
                             [](uint32_t c, const CodeRange& range) { return c < range.low; });
  return it != std::begin(table) && code <= std::prev(it)->high;
}

}  // namespace

Utf8Char decodeUtf8Char(std::string_view text) {
  auto byte = [&](size_t i) { return static_cast<uint8_t>(text[i]); };
  uint8_t first = byte(0);
  if (first < 0x80) return {first, 1};
  uint32_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || text.size() < length) return {0xfffd, 1};
  uint32_t code = first & (0x7fu >> length);
  for (uint32_t i = 1; i < length; i++) {
    if ((byte(i) & 0xc0) != 0x80) return {0xfffd, 1};
    code = code << 6 | (byte(i) & 0x3fu);
  }
  return {code, length};
}

int displayWidth(uint32_t code) {
  if (code < 0x300) return 1;
  if (contains(kZeroWidth, code)) return 0;
  return contains(kDoubleWidth, code) ? 2 : 1;
}

}  // namespace krait
