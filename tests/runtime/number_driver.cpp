// Reads lines "function<tab>argument…", calls the runtime function, prints the result. Arguments:
// ints as hex digits, floats as the hex of their bits, text as hex of UTF-8, counts as decimal.
#include "driver_util.h"

using namespace test;

extern "C" int main(int, char**, char** envp) {
  initMainThreadState(envp);
  while (char* line = readLine()) {
    char* rest = line;
    const char* f = field(&rest);
    bool known = true;
    auto is = [&](const char* name) { return strcmp(f, name) == 0; };
#define I1(name)                  \
  if (is(#name)) {                \
    Int a = hexInt(field(&rest)); \
    put(kr_##name(a));            \
    releaseInt(a);                \
  } else
#define I2(name)                                            \
  if (is(#name)) {                                          \
    Int a = hexInt(field(&rest)), b = hexInt(field(&rest)); \
    put(kr_##name(a, b));                                   \
    releaseInt(a);                                          \
    releaseInt(b);                                          \
  } else
#define I3(name)                                                                      \
  if (is(#name)) {                                                                    \
    Int a = hexInt(field(&rest)), b = hexInt(field(&rest)), c = hexInt(field(&rest)); \
    put(kr_##name(a, b, c));                                                          \
    releaseInt(a);                                                                    \
    releaseInt(b);                                                                    \
    releaseInt(c);                                                                    \
  } else
#define F1(name)                             \
  if (is(#name)) {                           \
    put(kr_##name(hexDouble(field(&rest)))); \
  } else
#define F2(name)                                \
  if (is(#name)) {                              \
    double a = hexDouble(field(&rest));         \
    put(kr_##name(a, hexDouble(field(&rest)))); \
  } else
    I2(int_add)
    I2(int_sub) I2(int_mul) I1(int_neg) I1(int_abs) I1(int_invert) I2(int_and) I2(int_or)
        I2(int_xor) I2(int_floordiv) I2(int_mod) I2(int_truediv) I2(int_lshift) I2(int_rshift)
            I2(int_pow) I3(int_pow_mod) I2(int_eq) I1(int_to_f64) I1(int_hash) I2(int_gcd)
                I1(int_isqrt) I2(int_round) I1(int_str) I1(int_hex) I1(int_oct) I1(int_bin)
                    I1(int_index)
#ifndef NO_FLOAT
#include "number_driver_float.inc"
#endif
                        if (is("int_divmod")) {
      Int a = hexInt(field(&rest)), b = hexInt(field(&rest)), r = 0;
      auto q = kr_int_divmod(a, b, &r);
      put(q);
      if (!q.error) {
        putchar(' ');
        put(r);
      }
      releaseInt(a);
      releaseInt(b);
    }
    else if (is("int_cmp")) {
      Int a = hexInt(field(&rest)), b = hexInt(field(&rest));
      printf("%ld", kr_int_cmp(a, b));
      releaseInt(a);
      releaseInt(b);
    }
    else if (is("int_bit_length") || is("int_bit_count")) {
      Int a = hexInt(field(&rest));
      printf("%ld", is("int_bit_length") ? kr_int_bit_length(a) : kr_int_bit_count(a));
      releaseInt(a);
    }
    else if (is("int_cmp_float")) {
      Int a = hexInt(field(&rest));
      printf("%ld", kr_int_cmp_float(a, hexDouble(field(&rest))));
      releaseInt(a);
    }
    else if (is("int_from_f64")) {
      put(kr_int_from_f64(hexDouble(field(&rest))));
    }
    else if (is("int_parse")) {
      Str* s = hexStr(field(&rest));
      put(kr_int_parse(s, atol(field(&rest))));
      releaseStr(s);
    }
    else if (is("int_parse_bytes")) {
      Bytes* s = hexBytes(field(&rest));
      put(kr_int_parse_bytes(s, atol(field(&rest))));
      release(&s->header);
    }
    else if (is("int_to_bytes")) {
      Int a = hexInt(field(&rest));
      int64_t n = atol(field(&rest));
      bool little = *field(&rest) == '1', is_signed = *field(&rest) == '1';
      put(kr_int_to_bytes(a, n, little, is_signed));
      releaseInt(a);
    }
    else if (is("int_from_bytes")) {
      Bytes* s = hexBytes(field(&rest));
      bool little = *field(&rest) == '1', is_signed = *field(&rest) == '1';
      put(kr_int_from_bytes(s, little, is_signed));
      release(&s->header);
    }
    else if (is("int_set_max_str_digits")) {
      auto r = kr_int_set_max_str_digits(atol(field(&rest)));
      if (r.error)
        putError(r.error);
      else
        fputs("None", stdout);
    }
    else if (is("hash_str")) {
      Str* s = hexStr(field(&rest));
      put(kr_hash_str(s));
      releaseStr(s);
    }
    else if (is("hash_tuple")) {  // of ints
      int64_t acc = kr_tuple_hash_begin(), n = 0;
      while (*rest) {
        Int a = hexInt(field(&rest));
        acc = kr_tuple_hash_step(acc, kr_int_hash(a));
        releaseInt(a);
        n++;
      }
      put(kr_tuple_hash_end(acc, n));
    }
    else if (is("hash_frozenset")) {
      int64_t acc = 0, n = 0;
      while (*rest) {
        Int a = hexInt(field(&rest));
        acc = kr_frozenset_hash_step(acc, kr_int_hash(a));
        releaseInt(a);
        n++;
      }
      put(kr_frozenset_hash_end(acc, n));
    }
    else {
      known = false;
    }
    if (!known) printf("unknown function %s", f);
    putchar('\n');
  }
  fflush(stdout);
  return finishMemory(0);
}
