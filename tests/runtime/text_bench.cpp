// Times of the text functions in ns a call; text_bench.py prints CPython's beside them.
#include <stdio.h>
#include <time.h>

#include "abi.h"
#include "core/chars.h"
#include "core/int.h"
#include "core/thread_state.h"

using namespace krait::rt;
using namespace krait::rt::abi;

static double now() {
  timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return static_cast<double>(t.tv_sec) * 1e9 + static_cast<double>(t.tv_nsec);
}

template <class F>
static void bench(const char* name, int64_t n, F f) {
  double best = 1e30;
  for (int round = 0; round < 5; round++) {
    double start = now();
    for (int64_t i = 0; i < n; i++) f(i);
    double t = (now() - start) / static_cast<double>(n);
    if (t < best) best = t;
  }
  printf("%s\t%.1f\n", name, best);
  fflush(stdout);
}

static void drop(Str* s) { releaseStr(s); }
static Str* text(const char* s) { return newStrUtf8(s); }
static Str* times(const char* s, int64_t n) {
  Str* one = text(s);
  Str* r = kr_str_repeat(one, n).value;
  drop(one);
  return r;
}

extern "C" int main(int, char**, char** envp) {
  initMainThreadState(envp);
  Str* hello = text("hello world");
  Str* name = text("some name of a thing");
  Str* russian = text("\u043f\u0440\u0438\u0432\u0435\u0442 \u043c\u0438\u0440");
  bench("concat short", 2000000, [&](int64_t) { drop(kr_str_concat(hello, name)); });
  bench("concat bmp", 2000000, [&](int64_t) { drop(kr_str_concat(russian, name)); });
  Str* x = text("x");
  bench("append 1 char x 1000", 2000, [&](int64_t) {
    Str* s = emptyStr();
    for (int i = 0; i < 1000; i++) s = kr_str_append_inplace(s, x);
    drop(s);
  });
  Str* page = times("the quick brown fox jumps over the lazy dog. ", 250);
  Str* dog = text("lazy cat");
  bench("find absent in 11k", 20000, [&](int64_t) { kr_str_find(page, dog, 0, page->length); });
  Str* z = text("#");
  bench("find char absent in 11k", 20000, [&](int64_t) { kr_str_find(page, z, 0, page->length); });
  Str* fox = text("fox");
  bench("count fox in 11k", 10000, [&](int64_t) { kr_str_count(page, fox, 0, page->length); });
  Str* as = times("a", 100000);
  Str* half = times("a", 500);
  Str* b = text("b");
  Str* needle = kr_str_concat3(half, b, half);
  bench("find worst case 100k", 50, [&](int64_t) { kr_str_find(as, needle, 0, as->length); });
  Str* wide = times("\u0431", 100000);
  Str* wide_half = times("\u0431", 500);
  Str* wide_needle = kr_str_concat3(wide_half, b, wide_half);
  bench("find worst case bmp", 50,
        [&](int64_t) { kr_str_find(wide, wide_needle, 0, wide->length); });
  Str* wolf = text("wolves");
  bench("replace fox in 11k", 5000, [&](int64_t) { drop(kr_str_replace(page, fox, wolf, -1)); });
  Str* o = text("o");
  Str* zero = text("0");
  bench("replace o by 0 in 11k", 5000, [&](int64_t) { drop(kr_str_replace(page, o, zero, -1)); });
  bench("upper 11k", 20000, [&](int64_t) { drop(kr_str_upper(page)); });
  bench("upper short", 2000000, [&](int64_t) { drop(kr_str_upper(hello)); });
  Str* russian_page = times("\u0421\u044a\u0435\u0448\u044c \u0435\u0449\u0451 ", 1000);
  bench("upper bmp 9k", 1000, [&](int64_t) { drop(kr_str_upper(russian_page)); });
  bench("lower bmp 9k", 1000, [&](int64_t) { drop(kr_str_lower(russian_page)); });
  bench("hash page uncached", 20000, [&](int64_t) {
    page->hash = -1;
    kr_str_hash(page);
  });
  bench("eq 11k", 20000, [&](int64_t) {
    static Str* copy = newStrKind(page->data(), page->length, 1);
    kr_str_eq(page, copy);
  });
  bench("slice 5:15", 2000000, [&](int64_t) { drop(kr_str_substr(page, 5, 15)); });
  bench("reverse 11k", 5000, [&](int64_t) { drop(kr_str_reverse(page)); });
  Str* padded = text("   hello world  ");
  bench("strip", 2000000, [&](int64_t) { drop(kr_str_strip(padded)); });
  bench("repr short", 2000000, [&](int64_t) { drop(kr_str_repr(hello)); });
  bench("isalpha bmp 9k", 1000, [&](int64_t) { kr_str_isalpha(russian); });
  bench("encode utf8 ascii 11k", 20000,
        [&](int64_t) { release(&kr_str_encode_utf8(page)->header); });
  bench("encode utf8 bmp 9k", 2000,
        [&](int64_t) { release(&kr_str_encode_utf8(russian_page)->header); });
  Bytes* b1 = kr_str_encode_utf8(page);
  Bytes* b2 = kr_str_encode_utf8(russian_page);
  bench("decode utf8 ascii 11k", 20000, [&](int64_t) { drop(kr_bytes_decode_utf8(b1)); });
  bench("decode utf8 bmp 9k", 2000, [&](int64_t) { drop(kr_bytes_decode_utf8(b2)); });
  Str* d5 = text("05d");
  Str* group = text(",");
  Str* hex = text("#x");
  bench("format int empty", 2000000,
        [&](int64_t i) { drop(kr_format_int(makeSmall(i), emptyStr()).value); });
  bench("format int 05d", 2000000, [&](int64_t i) { drop(kr_format_int(makeSmall(i), d5).value); });
  bench("format int ,", 2000000,
        [&](int64_t i) { drop(kr_format_int(makeSmall(i * 1000), group).value); });
  bench("format int #x", 2000000, [&](int64_t i) { drop(kr_format_int(makeSmall(i), hex).value); });
  Str* f2 = text(".2f");
  Str* e6 = text("e");
  Str* f10 = text("10.3f");
  bench("format float .2f", 1000000,
        [&](int64_t i) { drop(kr_format_float(static_cast<double>(i) * 0.37, f2).value); });
  bench("format float 10.3f", 1000000,
        [&](int64_t i) { drop(kr_format_float(static_cast<double>(i) * 0.37, f10).value); });
  bench("format float e", 1000000,
        [&](int64_t i) { drop(kr_format_float(static_cast<double>(i) * 0.37, e6).value); });
  bench("format float empty", 1000000,
        [&](int64_t i) { drop(kr_format_float(static_cast<double>(i) * 0.37, emptyStr()).value); });
  Str* w20 = text(">20");
  bench("format str >20", 2000000, [&](int64_t) { drop(kr_format_str(hello, w20).value); });
  return 0;
}
