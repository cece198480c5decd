// Calls the functions of abi_text.def by name: one call a line of stdin, its result a line of
// stdout. Values: i123 integer, t/f bool, d<hex bits> float, n<decimal> int, s<hex>,<hex>,… str,
// b<hex> bytes,
// [<value>;<value>… array of str or bytes, E<type>:<str> an error. See text_test.py.
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "abi.h"
#include "core/chars.h"
#include "core/exception.h"
#include "core/int.h"
#include "core/memory.h"
#include "core/thread_state.h"

using namespace krait::rt;
using namespace krait::rt::abi;

namespace {

char* input;
size_t input_size;
FILE* const out = stdout;

[[noreturn]] void die(const char* what, const char* text) {
  fprintf(stderr, "text_driver: %s: %.200s\n", what, text);
  exit(3);
}

// ---- reading values ----
Str* readStr(char*& p) {
  if (*p++ != 's') die("str expected", p - 1);
  StrBuilder builder;
  while (*p && *p != '\t' && *p != ';') {
    builder.add(static_cast<uint32_t>(strtoul(p, &p, 16)));
    if (*p == ',') p++;
  }
  return builder.finish();
}
int hexDigit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }
Bytes* readBytes(char*& p) {
  if (*p++ != 'b') die("bytes expected", p - 1);
  char* start = p;
  while (*p && *p != '\t' && *p != ';') p++;
  Bytes* b = allocBytes((p - start) / 2);
  for (int64_t i = 0; i < b->length; i++) {
    b->data()[i] = static_cast<uint8_t>(hexDigit(start[2 * i]) << 4 | hexDigit(start[2 * i + 1]));
  }
  return b;
}
int64_t readI64(char*& p) {
  if (*p++ != 'i') die("integer expected", p - 1);
  return strtoll(p, &p, 10);
}

// An int parameter is only known from its word's text, so ints have a type of their own here.
struct IntArg {
  Int v;
};
template <class T>
struct Value;
template <>
struct Value<Str*> {
  static Str* read(char*& p) { return readStr(p); }
  static void drop(Str* s) { releaseStr(s); }
};
template <>
struct Value<Bytes*> {
  static Bytes* read(char*& p) { return readBytes(p); }
  static void drop(Bytes* b) { release(&b->header); }
};
template <>
struct Value<int64_t> {
  static int64_t read(char*& p) { return readI64(p); }
  static void drop(int64_t) {}
};
template <>
struct Value<bool> {
  static bool read(char*& p) { return *p++ == 't'; }
  static void drop(bool) {}
};
template <>
struct Value<double> {
  static double read(char*& p) { return __builtin_bit_cast(double, strtoull(p + 1, &p, 16)); }
  static void drop(double) {}
};
template <>
struct Value<Int> {
  static Int read(char*& p) {
    bool negative = *++p == '-';
    p += negative;
    char* start = p;
    while (*p >= '0' && *p <= '9') p++;
    return intFromDigits(start, static_cast<size_t>(p - start), 10, negative);
  }
  static void drop(Int v) { releaseInt(v); }
};

// ---- writing values ----
void checkStr(const Str* s) {
  uint32_t all = orKind(s->data(), s->kind, s->length);
  bool good = s->length >= 0 && kindOf(all) == s->kind && s->ascii == (all < 128) &&
              s->header.count != 0 && typeId(&s->header) == KR_TID(str);
  good = good && (s->kind == 1   ? s->data()[s->length] == 0
                  : s->kind == 2 ? s->data<uint16_t>()[s->length] == 0
                                 : s->data<uint32_t>()[s->length] == 0);
  if (s->capacity && s->capacity < (s->length + 1) * s->kind) good = false;
  if (!good) fputs("BROKEN ", out);
}
void write(const Str* s) {
  checkStr(s);
  fputc('s', out);
  for (int64_t i = 0; i < s->length; i++) fprintf(out, "%s%x", i ? "," : "", strAt(s, i));
}
void write(const Bytes* b) {
  if (b->data()[b->length]) fputs("BROKEN ", out);
  fputc('b', out);
  for (int64_t i = 0; i < b->length; i++) fprintf(out, "%02x", b->data()[i]);
}
void write(int64_t v) { fprintf(out, "i%lld", static_cast<long long>(v)); }
void write(bool v) { fputc(v ? 't' : 'f', out); }
void write(double v) {
  fprintf(out, "d%llx", static_cast<unsigned long long>(__builtin_bit_cast(uint64_t, v)));
}
void writeError(Exception* e) {
  fprintf(out, "E%s:", typeInfo(&e->header)->name);
  if (e->args && e->args->length == 1)
    write(reinterpret_cast<Str*>(static_cast<Any*>(e->args->items)[0].payload));
  release(&e->header);
}
template <class T>
void writeResult(T v) {
  write(v);
  Value<T>::drop(v);
}
template <class T>
void writeResult(Result<T> r) {
  if (r.error) {
    writeError(r.error);
  } else {
    writeResult(r.value);
  }
}

// ---- calling ----
using Handler = void (*)(char* p);
struct Entry {
  const char* name;
  Handler handler;
};

template <class T>
T next(char*& p) {
  if (*p++ != '\t') die("argument missing", p - 1);
  return Value<T>::read(p);
}

template <auto F, class R, class... A>
struct Invoker {
  static void run(char* p) {
    struct {
      char* p;
    } state{p};
    call(state.p, static_cast<A*>(nullptr)...);
  }
  static void call(char* p, A*...) { step(p, __make_integer_seq<Sequence, int, sizeof...(A)>{}); }
  template <class, int... I>
  struct Sequence {};
  template <int... I>
  static void step(char* p, Sequence<int, I...>) {
    gather<A...>(p);
  }
  // Reads the arguments one after the other, then calls.
  template <class... Left, class... Done>
  static void gather(char* p, Done... done) {
    if constexpr (sizeof...(Done) == sizeof...(A)) {
      writeResult(F(done...));
      (Value<A>::drop(done), ...);
    } else {
      gatherNext<Left...>(p, done...);
    }
  }
  template <class First, class... Left, class... Done>
  static void gatherNext(char* p, Done... done) {
    First value = next<First>(p);
    gather<Left...>(p, done..., value);
  }
};
template <class T>
constexpr bool kIsPointer = false;
template <>
constexpr bool kIsPointer<void*> = true;
template <class T>
constexpr bool kIsVoid = false;
template <>
constexpr bool kIsVoid<void> = true;
template <>
constexpr bool kIsVoid<Result<void>> = true;
template <>
constexpr bool kIsVoid<void*> = true;

template <auto F, class R, class... A>
constexpr Handler handlerOf(R (*)(A...)) {
  if constexpr (kIsVoid<R> || (kIsPointer<A> || ...)) {
    return nullptr;
  } else {
    return &Invoker<F, R, A...>::run;
  }
}

// ---- calls with raw memory ----
template <class T>
struct Array {
  void* items[4096];
  int64_t n = 0;
  explicit Array(char*& p) {
    if (*p++ != '\t' || *p++ != '[') die("array expected", p - 1);
    while (*p && *p != '\t') {
      items[n++] = Value<T>::read(p);
      if (*p == ';') p++;
    }
  }
  ~Array() {
    for (int64_t i = 0; i < n; i++) Value<T>::drop(static_cast<T>(items[i]));
  }
};

// As lib/core joins strs.
Str* join(Str* sep, void* array, int64_t n) {
  Str** items = static_cast<Str**>(array);
  int64_t length = 0, mask = 0, at = 0;
  for (int64_t i = 0; i < n; i++) {
    length += items[i]->length + (i ? sep->length : 0);
    mask |= kr_str_mask(items[i]) | (i && sep->length ? kr_str_mask(sep) : 0);
  }
  if (length < 2) {
    Str* short_one = retainStr(emptyStr());
    for (int64_t i = 0; i < n; i++) {
      if (i) short_one = kr_str_append_inplace(short_one, sep);
      short_one = kr_str_append_inplace(short_one, items[i]);
    }
    return short_one;
  }
  Str* out = kr_str_new(length, mask);
  for (int64_t i = 0; i < n; i++) {
    if (i) at = kr_str_put(out, at, sep);
    at = kr_str_put(out, at, items[i]);
  }
  return out;
}
void runJoin(char* p) {
  Str* sep = next<Str*>(p);
  Array<Str*> array(p);
  writeResult(join(sep, static_cast<void*>(array.items), array.n));
  releaseStr(sep);
}
void runBytesJoin(char* p) {
  Bytes* sep = next<Bytes*>(p);
  Array<Bytes*> array(p);
  writeResult(kr_bytes_join(sep, array.items, array.n));
  release(&sep->header);
}
// Appends one after the other in place; also while somebody else holds a reference, and to itself.
void runAppend(char* p) {
  Array<Str*> array(p);
  Str* s = emptyStr();
  Str* held = nullptr;
  for (int64_t i = 0; i < array.n; i++) {
    if (i % 5 == 4) {
      if (held) releaseStr(held);
      held = retainStr(s);
    }
    s = kr_str_append_inplace(s, static_cast<Str*>(array.items[i]));
  }
  write(s);
  s = kr_str_append_inplace(s, s);
  fputc(' ', out);
  write(s);
  releaseStr(s);
  if (held) releaseStr(held);
}
void runBuilder(char* p) {
  Array<Str*> array(p);
  void* b = kr_strbuf_new();
  for (int64_t i = 0; i < array.n; i++) {
    Str* s = static_cast<Str*>(array.items[i]);
    if (i % 3 == 0) {
      kr_strbuf_add_str(b, s);
    } else if (i % 3 == 1) {
      for (int64_t k = 0; k < s->length; k++) kr_strbuf_add_char(b, strAt(s, k));
    } else {
      kr_strbuf_add_slice(b, s, s->length / 3, s->length);
    }
    if (i % 7 == 6) kr_strbuf_truncate(b, kr_strbuf_len(b) / 2);
  }
  writeResult(kr_strbuf_value(b));
  fputc(' ', out);
  writeResult(kr_strbuf_finish(b));
}
void writeCodecError(void* e) {
  fprintf(out, "F%lld,%lld ", static_cast<long long>(kr_codec_error_start(e)),
          static_cast<long long>(kr_codec_error_end(e)));
  writeResult(kr_codec_error_reason(e));
  fputc(' ', out);
  writeResult(kr_codec_error_encoding(e));
}
void runEncode(char* p) {
  Str* s = next<Str*>(p);
  Str* codec = next<Str*>(p);
  Str* errors = next<Str*>(p);
  void* e = kr_codec_error_new();
  Bytes* b = kr_str_encode(s, kr_codec_lookup(codec), kr_codec_errors_lookup(errors), e);
  if (kr_codec_error_failed(e)) {
    writeCodecError(e);
  } else {
    write(b);
  }
  release(&b->header);
  kr_codec_error_free(e);
  releaseStr(s);
  releaseStr(codec);
  releaseStr(errors);
}
void runDecode(char* p) {
  Bytes* b = next<Bytes*>(p);
  Str* codec = next<Str*>(p);
  Str* errors = next<Str*>(p);
  bool final = next<bool>(p);
  void* e = kr_codec_error_new();
  Str* s = kr_decode_buffer(b->data(), b->length, kr_codec_lookup(codec),
                            kr_codec_errors_lookup(errors), final, e);
  if (kr_codec_error_failed(e)) {
    writeCodecError(e);
  } else {
    write(s);
    fprintf(out, " %lld", static_cast<long long>(kr_codec_error_consumed(e)));
  }
  releaseStr(s);
  kr_codec_error_free(e);
  release(&b->header);
  releaseStr(codec);
  releaseStr(errors);
}
void runPercentParse(char* p) {
  Str* s = next<Str*>(p);
  int64_t i = next<int64_t>(p);
  int64_t fields[8] = {};
  int64_t error = kr_percent_parse(s, i, fields);
  fprintf(out, "%lld", static_cast<long long>(error));
  for (int k = 0; k < 7 && !error; k++) fprintf(out, " %lld", static_cast<long long>(fields[k]));
  releaseStr(s);
}
void runFormatNext(char* p) {
  Str* s = next<Str*>(p);
  for (int64_t i = 0; i < s->length;) {
    int64_t f[12] = {};
    Result<void> r = kr_format_next(s, i, f);
    if (r.error) {
      writeError(r.error);
      break;
    }
    for (int k = 0; k < 10; k++) fprintf(out, "%lld ", static_cast<long long>(f[k]));
    i = f[0];
  }
  releaseStr(s);
}
void runBuf(char* p) {
  Bytes* a = next<Bytes*>(p);
  Bytes* b = next<Bytes*>(p);
  fprintf(out, "%lld %lld %lld %lld",
          static_cast<long long>(kr_buf_find(a->data(), a->length, b->data(), b->length)),
          static_cast<long long>(kr_buf_rfind(a->data(), a->length, b->data(), b->length)),
          static_cast<long long>(kr_buf_count(a->data(), a->length, b->data(), b->length)),
          static_cast<long long>(kr_buf_cmp(a->data(), a->length, b->data(), b->length)));
  release(&a->header);
  release(&b->header);
}

#define KR_FN(ret, name, raises, ...) {#name, handlerOf<&kr_##name>(&kr_##name)},
const Entry kEntries[] = {
    {"str_join", runJoin},
    {"bytes_join", runBytesJoin},
    {"append", runAppend},
    {"builder", runBuilder},
    {"encode", runEncode},
    {"decode", runDecode},
    {"buf", runBuf},
    {"percent_parse", runPercentParse},
    {"format_next", runFormatNext},
#include "abi_text.def"
};
#undef KR_FN

void runLine(char* line) {
  size_t n = 0;
  while (line[n] && line[n] != '\t') n++;
  for (const Entry& e : kEntries) {
    if (strlen(e.name) == n && memcmp(e.name, line, n) == 0 && e.handler) {
      e.handler(line + n);
      fputc('\n', out);
      return;
    }
  }
  die("no such function", line);
}

}  // namespace

extern "C" int main(int, char**, char** envp) {
  initMainThreadState(envp);
  size_t room = 1 << 20;
  input = static_cast<char*>(malloc(room));
  for (;;) {
    if (input_size + 1 == room) input = static_cast<char*>(realloc(input, room *= 2));
    ssize_t n = read(0, input + input_size, room - input_size - 1);
    if (n <= 0) break;
    input_size += static_cast<size_t>(n);
  }
  input[input_size] = 0;
  for (char* p = input; *p;) {
    char* end = strchr(p, '\n');
    if (!end) die("line without end", p);
    *end = 0;
    runLine(p);
    p = end + 1;
  }
  fflush(out);
  free(input);
  return finishMemory(0);
}
