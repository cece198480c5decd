// Helpers for the runtime's test drivers: reading tab-separated lines, printing values.
#pragma once

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "abi.h"
#include "core/exception.h"
#include "core/float.h"
#include "core/hash.h"
#include "core/int.h"
#include "core/memory.h"
#include "core/str.h"
#include "core/thread_state.h"

namespace test {
using namespace krait::rt;
using namespace krait::rt::abi;

// The next line of stdin without its newline, or null; valid until the next call.
inline char* readLine() {
  static char* line = nullptr;
  static size_t room = 0;
  ssize_t n = getline(&line, &room, stdin);
  if (n < 0) return nullptr;
  if (n && line[n - 1] == '\n') line[n - 1] = 0;
  return line;
}

// Cuts the text at the next tab; *rest goes on behind it.
inline char* field(char** rest) {
  char* start = *rest;
  char* tab = strchr(start, '\t');
  if (tab) {
    *tab = 0;
    *rest = tab + 1;
  } else {
    *rest = start + strlen(start);
  }
  return start;
}

inline Int hexInt(const char* p) {  // [-]hex digits
  bool negative = *p == '-';
  return intFromDigits(p + negative, strlen(p + negative), 16, negative);
}
inline double hexDouble(const char* p) {
  return krait::rt::bitCast<double>(strtoull(p, nullptr, 16));
}
inline Str* utf8Str(const char* p) { return newStrUtf8(p, strlen(p)); }
// Hex pairs of UTF-8.
inline Str* hexStr(const char* p) {
  size_t n = strlen(p) / 2;
  char* t = static_cast<char*>(malloc(n + 1));
  for (size_t i = 0; i < n; i++) {
    char pair[3] = {p[2 * i], p[2 * i + 1], 0};
    t[i] = static_cast<char>(strtoul(pair, nullptr, 16));
  }
  Str* s = newStrUtf8(t, n);
  free(t);
  return s;
}
inline Bytes* hexBytes(const char* p) {
  size_t n = strlen(p) / 2;
  Bytes* b = allocBytes(static_cast<int64_t>(n));
  for (size_t i = 0; i < n; i++) {
    char pair[3] = {p[2 * i], p[2 * i + 1], 0};
    b->data()[i] = static_cast<uint8_t>(strtoul(pair, nullptr, 16));
  }
  return b;
}

inline void putInt(Int v) {  // consumes
  size_t room = intTextCapacity(v, 16);
  char* t = static_cast<char*>(malloc(room));
  fwrite(t, 1, intToText(v, 16, t), stdout);
  free(t);
  releaseInt(v);
}
inline void putDouble(double d) {
  if (__builtin_isnan(d))
    fputs("nan", stdout);
  else
    printf("%016lx", krait::rt::bitCast<uint64_t>(d));
}
inline void putStr(Str* s) {  // consumes
  int64_t n = strToUtf8(s, nullptr, false);
  char* t = static_cast<char*>(malloc(static_cast<size_t>(n) + 1));
  strToUtf8(s, t, false);
  fwrite(t, 1, static_cast<size_t>(n), stdout);
  free(t);
  releaseStr(s);
}
inline void putError(Exception* e) {  // consumes
  printf("%s: ", typeInfo(&e->header)->name);
  for (int64_t i = 0; i < e->args->length; i++) {
    Any a = static_cast<Any*>(e->args->items)[i];
    if (i) fputs(", ", stdout);
    if (a.tag == KR_TID(str)) {
      retain(reinterpret_cast<Object*>(a.payload));
      putStr(reinterpret_cast<Str*>(a.payload));
    } else {
      retainInt(a.payload);
      putInt(a.payload);
    }
  }
  release(&e->header);
}
inline void put(Int v) { putInt(v); }
inline void put(double d) { putDouble(d); }
inline void put(Str* s) { putStr(s); }
inline void put(bool b) { fputs(b ? "True" : "False", stdout); }
inline void put(int64_t v) { printf("%ld", v); }
inline void put(Bytes* b) {
  for (int64_t i = 0; i < b->length; i++) printf("%02x", b->data()[i]);
  release(&b->header);
}
template <class T>
inline void put(Result<T> r) {
  if (r.error)
    putError(r.error);
  else
    put(r.value);
}
}  // namespace test
