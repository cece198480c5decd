// Timings of memory and number functions: "name nanoseconds" lines (tests/runtime/bench.py compares
// with CPython).
#include <time.h>

#include "driver_util.h"

using namespace test;

static double now() {
  timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return static_cast<double>(t.tv_sec) * 1e9 + static_cast<double>(t.tv_nsec);
}
template <class F>
static void bench(const char* name, F f) {
  int64_t n = 1;
  double best = 1e30;
  for (int rounds = 0; rounds < 5;) {
    double start = now();
    for (int64_t i = 0; i < n; i++) f();
    double t = now() - start;
    if (t < 2e7) {
      n *= 2;
      continue;
    }
    rounds++;
    if (t / static_cast<double>(n) < best) best = t / static_cast<double>(n);
  }
  printf("%s\t%.2f\n", name, best);
}
static volatile uint64_t g_sink;
static void use(Int v) {
  g_sink = v;
  releaseInt(v);
}
static Int digits(size_t n, char first) {
  char* t = static_cast<char*>(malloc(n));
  for (size_t i = 0; i < n; i++)
    t[i] = static_cast<char>('0' + (i * 7 + static_cast<size_t>(first)) % 10);
  t[0] = first;
  Int v = intFromDigits(t, n, 10, false);
  free(t);
  return v;
}

extern "C" int main(int, char**, char** envp) {
  initMainThreadState(envp);
  kr_int_set_max_str_digits(0);
  bench("object 40 B: new + free",
        [] { kr_drop_object(kr_new_object(reinterpret_cast<intptr_t>(&kr_tid_ellipsis), 40)); });
  bench("kr_alloc 40 B + free", [] { kr_free(kr_alloc(40), 40); });
  bench("malloc 40 B + free", [] { free(malloc(40)); });
  bench("kr_buf_alloc 3000 B + free", [] { kr_buf_free(kr_buf_alloc(3000), 3000); });
  bench("kr_buf_alloc 100000 B + free", [] { kr_buf_free(kr_buf_alloc(100000), 100000); });
  static void* many[1000];
  bench("1000 x kr_alloc 24 B, then 1000 x free", [] {
    for (auto& p : many) p = kr_alloc(24);
    for (auto& p : many) kr_free(p, 24);
  });
  static char from[70000], to[70000];
  auto copy = [](const char* name, size_t n) {
    bench(name, [n] {
      auto volatile f = memcpy;
      f(to, from, n);
    });
  };
  copy("memcpy 23 B", 23);
  copy("memcpy 1000 B", 1000);
  copy("memcpy 64 KB", 65536);
  bench("memchr 64 KB", [] {
    auto volatile f = static_cast<void* (*)(const void*, int, size_t)>(memchr);
    g_sink = reinterpret_cast<uintptr_t>(f(from, 1, 65536));
  });
  for (size_t n : (const size_t[]){1, 200, 20000}) {
    Int a = digits(n, '7'), b = digits(n, '3'), c = digits(2 * n, '9');
    char name[64];
    auto run = [&](const char* op, auto f) {
      snprintf(name, sizeof(name), "int %s %zu", op, n);
      bench(name, f);
    };
    run("add", [&] { use(kr_int_add(a, b)); });
    run("mul", [&] { use(kr_int_mul(a, b)); });
    run("divmod", [&] {
      Int r;
      use(kr_int_divmod(c, b, &r).value);
      use(r);
    });
    run("str", [&] { releaseStr(kr_int_str(a).value); });
    Str* s = kr_int_str(a).value;
    run("parse", [&] { use(kr_int_parse(s, 10).value); });
    releaseStr(s);
  }
  bench("int pow 7 ** 5", [] { use(kr_int_pow(makeSmall(7), makeSmall(5)).value); });
  bench("int pow 3 ** 100", [] { use(kr_int_pow(makeSmall(3), makeSmall(100)).value); });
  Int base = digits(300, '3'), exponent = digits(300, '4'), modulus = digits(300, '9');
  bench("pow mod 300", [&] { use(kr_int_pow_mod(base, exponent, modulus).value); });
  static double values[1024];
  for (int i = 0; i < 1024; i++)
    values[i] = krait::rt::bitCast<double>(
        (0x3f00000000000000 + 0x123456789abcdef * static_cast<uint64_t>(i)) & 0x47ffffffffffffff);
  static unsigned next = 0;
  bench("float repr", [] { releaseStr(kr_float_repr(values[next++ % 1024])); });
  bench("float repr 1.5", [] { releaseStr(kr_float_repr(1.5)); });
  static Str* texts[1024];
  for (int i = 0; i < 1024; i++) texts[i] = kr_float_repr(values[i]);
  bench("float parse",
        [] { g_sink = krait::rt::bitCast<uint64_t>(kr_float_parse(texts[next++ % 1024]).value); });
  bench("float round 2", [] {
    g_sink = krait::rt::bitCast<uint64_t>(kr_float_round(2.675 + next++ % 16, makeSmall(2)).value);
  });
  bench("float digits fixed 2", [] {
    Digits d;
    fixedDigits(2.675 + next++ % 16, 2, &d);
    g_sink = static_cast<uint64_t>(d.count);
  });
  bench("hash str 8", [] { g_sink = sipHash13(from, 8); });
  bench("hash str 100", [] { g_sink = sipHash13(from, 100); });
  static double x = 0.1;
  bench("math sin", [] { g_sink = krait::rt::bitCast<uint64_t>(kr_math_sin(x += 0.001).value); });
  bench("math exp",
        [] { g_sink = krait::rt::bitCast<uint64_t>(kr_math_exp((x += 1e-9) / 100).value); });
  bench("float pow",
        [] { g_sink = krait::rt::bitCast<uint64_t>(kr_float_pow(x += 1e-9, 1.5).value); });
  bench("float mod",
        [] { g_sink = krait::rt::bitCast<uint64_t>(kr_float_mod(x += 1e-9, 1.5).value); });
  return 0;
}
