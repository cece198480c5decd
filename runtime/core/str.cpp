// str: allocation, conversion between widths, the builder, UTF-8 for the operating system.
#include "core/str.h"

#include "core/chars.h"
#include "core/memory.h"

namespace krait::rt {

// ---- allocation ---------------------------------------------------------------------------------

// The free list of small blocks, popped in line.
static inline void* allocBlock(size_t size) {
  if (KR_LIKELY(size <= kSmallBytes)) {
    void** list = &kr_ts()->free_lists[kKindBuffer][size / 8];  // as kr_alloc
    if (void* p = *list; KR_LIKELY(p != nullptr)) {
      *list = *static_cast<void**>(p);
      return p;
    }
  }
  return kr_alloc(size);
}

static Str* initStr(void* memory, int64_t length, int kind, bool ascii, size_t data_bytes) {
  Str* s = static_cast<Str*>(memory);
  s->header.count = 1;
  s->header.meta = KR_TID(str) << 8;
  s->hash = -1;
  s->length = length;
  s->kind = static_cast<uint8_t>(kind);
  s->ascii = ascii;
  s->pad = 0;
  s->capacity = data_bytes >= UINT32_MAX ? UINT32_MAX : static_cast<uint32_t>(data_bytes);
  if (kind == 1) {
    s->data<uint8_t>()[length] = 0;
  } else if (kind == 2) {
    s->data<uint16_t>()[length] = 0;
  } else {
    s->data<uint32_t>()[length] = 0;
  }
  return s;
}

Str* allocStr(int64_t length, int kind, bool ascii) {
  size_t data = ((static_cast<size_t>(length) + 1) * static_cast<size_t>(kind) + 7) & ~size_t{7};
  return initStr(allocBlock(sizeof(Str) + data), length, kind, ascii, data);
}

// With room for more characters behind, for appending.
static Str* allocStrSlack(int64_t length, int kind, bool ascii, size_t slack) {
  size_t data =
      ((static_cast<size_t>(length) + 1) * static_cast<size_t>(kind) + slack + 7) & ~size_t{7};
  if (data >= UINT32_MAX) return allocStr(length, kind, ascii);
  return initStr(kr_alloc(sizeof(Str) + data), length, kind, ascii, data);
}

Str* tryAllocStr(int64_t length, int kind, bool ascii) {
  if (length < 4096) return allocStr(length, kind, ascii);
  if (length > (int64_t{1} << 46)) return nullptr;
  size_t data = ((static_cast<size_t>(length) + 1) * static_cast<size_t>(kind) + 7) & ~size_t{7};
  void* memory = tryAllocObject(KR_TID(str), sizeof(Str) + data);
  return memory ? initStr(memory, length, kind, ascii, data) : nullptr;
}

static __attribute__((noinline)) Str* wideCharStr(uint32_t c) {
  if (c < 0x10000) {
    Str* s = allocStr(1, 2, false);
    s->data<uint16_t>()[0] = static_cast<uint16_t>(c);
    return s;
  }
  Str* s = allocStr(1, 4, false);
  s->data<uint32_t>()[0] = c;
  return s;
}

Str* charStr(uint32_t c) {
  if (KR_LIKELY(c < 256)) return latin1Str(static_cast<uint8_t>(c));
  return wideCharStr(c);
}

__attribute__((noinline)) Str* wideCharAt(const Str* s, int64_t i) { return charStr(strAt(s, i)); }

Str* newStrAscii(const char* text, size_t length) {
  if (length <= 1) return length ? latin1Str(static_cast<uint8_t>(*text)) : emptyStr();
  Str* s = allocStr(static_cast<int64_t>(length), 1, true);
  memcpy(s->data(), text, length);
  return s;
}

Str* newStrLatin1(const void* text, size_t length) {
  const uint8_t* p = static_cast<const uint8_t*>(text);
  if (length <= 1) return length ? latin1Str(*p) : emptyStr();
  Str* s =
      allocStr(static_cast<int64_t>(length), 1, orChars(p, static_cast<int64_t>(length)) < 128);
  memcpy(s->data(), p, length);
  return s;
}

Str* newStrKind(const void* data, int64_t length, int kind) {
  if (length == 0) return emptyStr();
  if (kind == 1) return newStrLatin1(data, static_cast<size_t>(length));
  uint32_t all = kind == 2 ? orChars(static_cast<const uint16_t*>(data), length)
                           : orChars(static_cast<const uint32_t*>(data), length);
  int narrow = kindOf(all);
  if (length == 1) {
    return charStr(kind == 2 ? *static_cast<const uint16_t*>(data)
                             : *static_cast<const uint32_t*>(data));
  }
  Str* s = allocStr(length, narrow, all < 128);
  copyChars(s->data(), narrow, data, kind, length);
  return s;
}

Str* substr(const Str* s, int64_t start, int64_t end) {
  if (start >= end) return emptyStr();
  if (end - start == s->length) return retainStr(s);
  if (end - start == 1) return charStr(strAt(s, start));
  const uint8_t* p = s->data() + start * s->kind;
  if (s->ascii)
    return newStrAscii(reinterpret_cast<const char*>(p), static_cast<size_t>(end - start));
  return newStrKind(p, end - start, s->kind);
}

template <class To, class From>
static void copyLoop(To* __restrict to, const From* __restrict from, int64_t n) {
  for (int64_t i = 0; i < n; i++) to[i] = static_cast<To>(from[i]);
}

void copyChars(void* to, int to_kind, const void* from, int from_kind, int64_t n) {
  if (to_kind == from_kind) {
    memcpy(to, from, static_cast<size_t>(n) * static_cast<size_t>(to_kind));
    return;
  }
  auto from1 = static_cast<const uint8_t*>(from);
  auto from2 = static_cast<const uint16_t*>(from);
  auto from4 = static_cast<const uint32_t*>(from);
  switch (to_kind * 8 + from_kind) {
    case 1 * 8 + 2:
      return copyLoop(static_cast<uint8_t*>(to), from2, n);
    case 1 * 8 + 4:
      return copyLoop(static_cast<uint8_t*>(to), from4, n);
    case 2 * 8 + 1:
      return copyLoop(static_cast<uint16_t*>(to), from1, n);
    case 2 * 8 + 4:
      return copyLoop(static_cast<uint16_t*>(to), from4, n);
    case 4 * 8 + 1:
      return copyLoop(static_cast<uint32_t*>(to), from1, n);
    default:
      return copyLoop(static_cast<uint32_t*>(to), from2, n);
  }
}

bool strEq(const Str* a, const Str* b) {
  if (a == b) return true;
  if (a->length != b->length || a->kind != b->kind) return false;
  return equalBytes(a->data(), b->data(), static_cast<size_t>(a->length) * a->kind);
}

bool strEqAscii(const Str* a, const char* b) {
  size_t n = __builtin_strlen(b);
  return a->ascii && static_cast<size_t>(a->length) == n && memcmp(a->data(), b, n) == 0;
}

// ---- UTF-8 --------------------------------------------------------------------------------------

// Bytes of the UTF-8 form without escapes: a sum the compiler can vectorise.
template <class C>
static int64_t utf8Size(const C* p, int64_t n) {
  int64_t size = n;
  for (int64_t start = 0; start < n; start += 4096) {
    int64_t end = start + 4096 < n ? start + 4096 : n;
    uint32_t more = 0;
    for (int64_t i = start; i < end; i++) {
      more += p[i] >= 0x80;
      if constexpr (sizeof(C) > 1) more += p[i] >= 0x800;
      if constexpr (sizeof(C) > 2) more += p[i] >= 0x10000;
    }
    size += more;
  }
  return size;
}

template <class C>
static int64_t putUtf8All(const C* p, int64_t n, char* out, bool escape) {
  char* start = out;
  for (int64_t i = 0; i < n; i++) {
    uint32_t c = p[i];
    if (c < 0x80) {
      *out++ = static_cast<char>(c);
    } else if (c < 0x800) {
      storeAs(out, static_cast<uint16_t>(0x80c0 | c >> 6 | (c & 63) << 8));
      out += 2;
    } else if (KR_UNLIKELY(escape && c >= 0xdc80 && c <= 0xdcff)) {
      *out++ = static_cast<char>(c);
    } else {
      out += putUtf8(c, out);
    }
  }
  return out - start;
}

int64_t strToUtf8(const Str* s, char* out, bool escape) {
  if (s->ascii) {
    if (out) memcpy(out, s->data(), static_cast<size_t>(s->length));
    return s->length;
  }
  return withChars(s, [&](auto p) {
    if (out) return putUtf8All(p, s->length, out, escape);
    int64_t size = utf8Size(p, s->length);
    if (escape && s->kind > 1) {
      for (int64_t i = 0; i < s->length; i++) size -= p[i] >= 0xdc80 && p[i] <= 0xdcff ? 2 : 0;
    }
    return size;
  });
}

Utf8::Utf8(const Str* s, bool escape) {
  if (s->ascii) {
    data_ = s->data<char>();
    size_ = s->length;
    return;
  }
  size_ = strToUtf8(s, nullptr, escape);
  allocated_ = static_cast<size_t>(size_) + 1;
  char* p = static_cast<char*>(kr_alloc(allocated_));
  strToUtf8(s, p, escape);
  p[size_] = 0;
  data_ = p;
}

Utf8::~Utf8() {
  if (allocated_) kr_free(const_cast<char*>(data_), allocated_);
}

// ---- StrBuilder ---------------------------------------------------------------------------------

StrBuilder::~StrBuilder() {
  if (s_) kr_free(s_, strSize(s_));
}

void StrBuilder::grow(int64_t more, int kind, bool exact) {
  if (kind < kind_) kind = kind_;
  int64_t need = length_ + more;
  if (s_ && kind == kind_ && need <= room_) return;
  Str* s = allocStr(exact ? need : need + (need < 32 ? 32 : need / 2), kind, false);
  if (s_) {
    copyChars(s->data(), kind, s_->data(), kind_, length_);
    kr_free(s_, static_cast<int64_t>(strSize(s_)));
  }
  s_ = s;
  kind_ = static_cast<uint8_t>(kind);
  room_ = s->length;
  max_ = kind == 1 ? 0xff : kind == 2 ? 0xffff : 0x10ffff;
}

void StrBuilder::addSlow(uint32_t c) {
  grow(1, kindOf(c));
  all_ |= c;
  store(length_++, c);
}

void StrBuilder::add(const Str* s) {
  if (s->length == 0) return;
  grow(s->length, s->kind);
  all_ |= strMask(s);
  copyChars(s_->data() + length_ * kind_, kind_, s->data(), s->kind, s->length);
  length_ += s->length;
}

void StrBuilder::addSlice(const Str* s, int64_t start, int64_t end) {
  if (start >= end) return;
  const uint8_t* p = s->data() + start * s->kind;
  uint32_t all = s->ascii ? 0x7f : orKind(p, s->kind, end - start);
  grow(end - start, kindOf(all));
  all_ |= all;
  copyChars(s_->data() + length_ * kind_, kind_, p, s->kind, end - start);
  length_ += end - start;
}

void StrBuilder::addAscii(const char* text, size_t n) {
  if (n == 0) return;
  grow(static_cast<int64_t>(n), 1);
  all_ |= 0x7f;
  copyChars(s_->data() + length_ * kind_, kind_, text, 1, static_cast<int64_t>(n));
  length_ += static_cast<int64_t>(n);
}

void StrBuilder::addRepeated(uint32_t c, int64_t n) {
  if (n <= 0) return;
  grow(n, kindOf(c));
  all_ |= c;
  fillChars(s_->data() + length_ * kind_, kind_, c, n);
  length_ += n;
}

void StrBuilder::reserve(int64_t n, uint32_t max) { grow(n, kindOf(max), true); }

uint32_t StrBuilder::at(int64_t i) const {
  return kind_ == 1   ? s_->data<uint8_t>()[i]
         : kind_ == 2 ? s_->data<uint16_t>()[i]
                      : s_->data<uint32_t>()[i];
}

Str* StrBuilder::copy() const {
  if (length_ == 0) return emptyStr();
  return newStrKind(s_->data(), length_, kind_);
}

Str* StrBuilder::finish() {
  Str* s = s_;
  if (!s) return emptyStr();
  // Copy out what is short, much smaller than its memory, or possibly too wide.
  bool wasteful = (room_ - length_) * kind_ > 64 + length_ * kind_ / 4;
  if (narrowed_ || length_ <= 1 || wasteful || kindOf(all_) != kind_) {
    Str* result = copy();
    kr_free(s, strSize(s));
    s = result;
  } else {
    s->length = length_;
    s->ascii = all_ < 128;
    store(length_, 0);
  }
  s_ = nullptr;
  length_ = room_ = 0;
  max_ = all_ = 0;
  kind_ = 1;
  narrowed_ = false;
  return s;
}

}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

Str* kr_str_concat(Str* a, Str* b) {
  if (b->length == 0) return retainStr(a);
  if (a->length == 0) return retainStr(b);
  int kind = a->kind > b->kind ? a->kind : b->kind;
  Str* r = allocStr(a->length + b->length, kind, a->ascii & b->ascii);
  copyFast(r->data(), kind, a->data(), a->kind, a->length);
  copyFast(r->data() + a->length * kind, kind, b->data(), b->kind, b->length);
  return r;
}

Str* kr_str_concat3(Str* a, Str* b, Str* c) {
  int kind = a->kind > b->kind ? a->kind : b->kind;
  if (c->kind > kind) kind = c->kind;
  int64_t length = a->length + b->length + c->length;
  if (length <= 1) return a->length ? retainStr(a) : b->length ? retainStr(b) : retainStr(c);
  Str* r = allocStr(length, kind, a->ascii & b->ascii & c->ascii);
  copyFast(r->data(), kind, a->data(), a->kind, a->length);
  copyFast(r->data() + a->length * kind, kind, b->data(), b->kind, b->length);
  copyFast(r->data() + (a->length + b->length) * kind, kind, c->data(), c->kind, c->length);
  return r;
}

static __attribute__((noinline)) Str* appendSlow(Str* a, Str* b) {
  int64_t more = b->length, length = a->length + more;
  if (more == 0) return a;
  if (length == more) {
    retainStr(b);
    releaseStr(a);
    return b;
  }
  int kind = a->kind > b->kind ? a->kind : b->kind;
  size_t need = (static_cast<size_t>(length) + 1) * static_cast<size_t>(kind);
  if (a->header.count == 1 && kind == a->kind && need <= a->capacity && a->capacity != UINT32_MAX) {
    copyFast(a->data() + a->length * kind, kind, b->data(), b->kind, more);
    a->length = length;
    a->hash = -1;
    a->ascii &= b->ascii;
    fillChars(a->data() + length * kind, kind, 0, 1);
    return a;
  }
  // A second append to the same str is likely: leave room in proportion, so that a loop is linear.
  size_t slack = a->header.count == 1 && a->capacity ? (need < 4096 ? need / 2 + 16 : need / 4) : 0;
  Str* r = allocStrSlack(length, kind, a->ascii & b->ascii, slack);
  copyFast(r->data(), kind, a->data(), a->kind, a->length);
  copyFast(r->data() + a->length * kind, kind, b->data(), b->kind, more);
  releaseStr(a);
  return r;
}

Str* kr_str_append_inplace(Str* a, Str* b) {
  int64_t length = a->length + b->length;
  if (KR_LIKELY((a->kind | b->kind) == 1 && a->header.count == 1 && length < a->capacity &&
                b->length <= 16 && a->capacity != UINT32_MAX)) {
    copyShort(a->data() + a->length, b->data(), static_cast<size_t>(b->length));
    a->data()[length] = 0;
    a->length = length;
    a->hash = -1;
    a->ascii &= b->ascii;
    return a;
  }
  return appendSlow(a, b);
}

int64_t kr_str_len(Str* s) { return s->length; }
int64_t kr_str_kind(Str* s) { return s->kind; }
void* kr_str_data(Str* s) { return s->data(); }
// Small enough for generated code to take in. Every str has a first byte: the terminator's, if no other.
bool kr_str_eq(Str* a, Str* b) {
  if (a == b) return true;
  if (a->length != b->length || *a->data() != *b->data()) return false;
  return strEq(a, b);
}

bool kr_str_eq_char(Str* s, int64_t c) {
  return s->length == 1 && strAt(s, 0) == static_cast<uint32_t>(c);
}
Str* kr_str_char_at(Str* s, int64_t i) {
  if (KR_LIKELY(s->kind == 1)) return latin1Str(s->data()[i]);
  return wideCharAt(s, i);
}
int64_t kr_str_ord_at(Str* s, int64_t i) { return strAt(s, i); }
Str* kr_str_from_char(int64_t c) { return charStr(static_cast<uint32_t>(c)); }
Str* kr_str_substr(Str* s, int64_t start, int64_t end) { return substr(s, start, end); }
Str* kr_str_from_latin1(void* p, int64_t n) { return newStrLatin1(p, static_cast<size_t>(n)); }
Str* kr_str_from_ucs4(void* p, int64_t n) { return newStrKind(p, n, 4); }

int64_t kr_str_mask(Str* s) { return strMask(s); }
Str* kr_str_new(int64_t length, int64_t mask) {
  return allocStr(length, kindOf(static_cast<uint32_t>(mask)), mask < 128);
}
int64_t kr_str_put(Str* to, int64_t at, Str* part) {
  copyFast(to->data() + at * to->kind, to->kind, part->data(), part->kind, part->length);
  return at + part->length;
}

void* kr_strbuf_new() { return new (kr_alloc(sizeof(StrBuilder))) StrBuilder; }
void kr_strbuf_add_char(void* b, int64_t c) {
  static_cast<StrBuilder*>(b)->add(static_cast<uint32_t>(c));
}
void kr_strbuf_add_str(void* b, Str* s) { static_cast<StrBuilder*>(b)->add(s); }
void kr_strbuf_add_slice(void* b, Str* s, int64_t start, int64_t end) {
  static_cast<StrBuilder*>(b)->addSlice(s, start, end);
}
int64_t kr_strbuf_len(void* b) { return static_cast<StrBuilder*>(b)->length(); }
void kr_strbuf_truncate(void* b, int64_t n) { static_cast<StrBuilder*>(b)->truncate(n); }
Str* kr_strbuf_value(void* b) { return static_cast<StrBuilder*>(b)->copy(); }
void kr_strbuf_free(void* b) {
  static_cast<StrBuilder*>(b)->~StrBuilder();
  kr_free(b, sizeof(StrBuilder));
}
Str* kr_strbuf_finish(void* b) {
  Str* s = static_cast<StrBuilder*>(b)->finish();
  kr_strbuf_free(b);
  return s;
}

}  // extern "C"
