// Sorting machine integers by their digits (least significant first), without comparing.
#include "abi.h"
#include "core/memory.h"

namespace krait::rt {
namespace {

constexpr int kDigits = 8;  // bytes

bool inOrder(const int64_t* words, int64_t n) {
  for (int64_t i = 1; i < n; i++) {
    if (words[i] < words[i - 1]) return false;
  }
  return true;
}

KR_INLINE unsigned digit(int64_t word, int d) {
  // The sign bit is turned over: negative words come first.
  return static_cast<unsigned>((static_cast<uint64_t>(word) ^ uint64_t{1} << 63) >> (8 * d) & 0xff);
}

}  // namespace
}  // namespace krait::rt

using namespace krait::rt;

extern "C" void kr_sort_i64(void* p, int64_t n) {
  auto* words = static_cast<int64_t*>(p);
  if (inOrder(words, n)) return;
  int64_t counts[kDigits][256];
  memset(counts, 0, sizeof(counts));
  for (int64_t i = 0; i < n; i++) {
    for (int d = 0; d < kDigits; d++) counts[d][digit(words[i], d)]++;
  }
  auto* spare = static_cast<int64_t*>(kr_buf_alloc(n * 8));
  int64_t *from = words, *to = spare;
  for (int d = 0; d < kDigits; d++) {
    int64_t* starts = counts[d];
    if (starts[digit(words[0], d)] == n) continue;  // all words have the same digit here
    int64_t start = 0;
    for (int c = 0; c < 256; c++) {
      int64_t count = starts[c];
      starts[c] = start;
      start += count;
    }
    for (int64_t i = 0; i < n; i++) to[starts[digit(from[i], d)]++] = from[i];
    int64_t* other = from;
    from = to;
    to = other;
  }
  if (from != words) memcpy(words, from, static_cast<size_t>(n) * 8);
  kr_buf_free(spare, n * 8);
}
