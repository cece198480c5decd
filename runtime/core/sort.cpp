// Sorting by machine integers: by their digits (least significant first), without comparing. Stable.
#include "abi.h"
#include "core/memory.h"

namespace krait::rt {
namespace {

constexpr int kDigits = 8;  // bytes

struct Word {
  int64_t key;
};
struct Numbered {
  int64_t key;
  int64_t number;
};

template <class T>
bool inOrder(const T* items, int64_t n) {
  for (int64_t i = 1; i < n; i++) {
    if (items[i].key < items[i - 1].key) return false;
  }
  return true;
}

KR_INLINE unsigned digit(int64_t key, int d) {
  // The sign bit is turned over: negative keys come first.
  return static_cast<unsigned>((static_cast<uint64_t>(key) ^ uint64_t{1} << 63) >> (8 * d) & 0xff);
}

template <class T>
void sortByDigits(T* items, int64_t n) {
  if (inOrder(items, n)) return;
  int64_t counts[kDigits][256];
  memset(counts, 0, sizeof(counts));
  for (int64_t i = 0; i < n; i++) {
    for (int d = 0; d < kDigits; d++) counts[d][digit(items[i].key, d)]++;
  }
  int64_t bytes = n * static_cast<int64_t>(sizeof(T));
  T* spare = static_cast<T*>(kr_buf_alloc(bytes));
  T *from = items, *to = spare;
  for (int d = 0; d < kDigits; d++) {
    int64_t* starts = counts[d];
    if (starts[digit(items[0].key, d)] == n) continue;  // all keys have the same digit here
    int64_t start = 0;
    for (int c = 0; c < 256; c++) {
      int64_t count = starts[c];
      starts[c] = start;
      start += count;
    }
    for (int64_t i = 0; i < n; i++) to[starts[digit(from[i].key, d)]++] = from[i];
    T* other = from;
    from = to;
    to = other;
  }
  if (from != items) memcpy(items, from, static_cast<size_t>(bytes));
  kr_buf_free(spare, bytes);
}

}  // namespace
}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

void kr_sort_i64(void* words, int64_t n) { sortByDigits(static_cast<Word*>(words), n); }

bool kr_sort_order(void* keys, int64_t n) {
  auto* words = static_cast<int64_t*>(keys);
  if (inOrder(static_cast<Word*>(keys), n)) return false;
  int64_t bytes = n * static_cast<int64_t>(sizeof(Numbered));
  auto* items = static_cast<Numbered*>(kr_buf_alloc(bytes));
  for (int64_t i = 0; i < n; i++) items[i] = {words[i], i};
  sortByDigits(items, n);
  for (int64_t i = 0; i < n; i++) words[i] = items[i].number;
  kr_buf_free(items, bytes);
  return true;
}

}  // extern "C"
