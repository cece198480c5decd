// str: slices, repetition, padding, repr.
#include "core/chars.h"
#include "core/exception.h"
#include "core/memory.h"
#include "core/unicode.h"

namespace krait::rt {
namespace {

template <class C>
void gather(C* to, const C* from, int64_t step, int64_t n) {
  for (int64_t i = 0; i < n; i++, from += step) to[i] = *from;
}

// s between `left` and `right` fill characters.
Str* pad(Str* s, int64_t left, int64_t right, uint32_t fill) {
  if (left < 0) left = 0;
  if (right < 0) right = 0;
  if (left + right == 0) return retainStr(s);
  int64_t length = left + s->length + right;
  if (length == 1) return charStr(fill);
  int kind = kindOf(fill) > s->kind ? kindOf(fill) : s->kind;
  Str* r = allocStr(length, kind, s->ascii && fill < 128);
  fillChars(r->data(), kind, fill, left);
  copyChars(r->data() + left * kind, kind, s->data(), s->kind, s->length);
  fillChars(r->data() + (left + s->length) * kind, kind, fill, right);
  return r;
}

constexpr char kHex[] = "0123456789abcdef";

void addEscape(StrBuilder& out, uint32_t c) {
  char text[10];
  int n = 0;
  text[n++] = '\\';
  int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
  text[n++] = c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U';
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) text[n++] = kHex[c >> shift & 15];
  out.addAscii(text, static_cast<size_t>(n));
}

enum : uint8_t { kReprSingle = 1, kReprDouble = 2, kReprEscape = 4 };
struct ReprClass {
  uint8_t of[128];
  constexpr ReprClass() : of{} {
    for (int c = 0; c < 128; c++) {
      of[c] = c == '\''                         ? kReprSingle
              : c == '"'                        ? kReprDouble
              : c < 32 || c == 127 || c == '\\' ? kReprEscape
                                                : 0;
    }
  }
};
constexpr ReprClass kReprClass;

Str* reprStr(Str* s, bool ascii_only) {
  // Most strs need no escapes at all.
  uint32_t seen = 0;
  withChars(s, [&](auto p) {
    for (int64_t i = 0; i < s->length; i++) {
      uint32_t c = p[i];
      if (KR_LIKELY(c < 128)) {
        seen |= kReprClass.of[c];
      } else if (ascii_only || !isPrintable(c)) {
        seen |= kReprEscape;
      }
    }
  });
  bool single = seen & kReprSingle, twice = seen & kReprDouble, plain = !(seen & kReprEscape);
  uint32_t quote = single && !twice ? '"' : '\'';
  if (plain && !(single && twice)) {
    Str* r = allocStr(s->length + 2, s->kind, s->ascii);
    fillChars(r->data(), s->kind, quote, 1);
    memcpy(r->data() + s->kind, s->data(), static_cast<size_t>(s->length) * s->kind);
    fillChars(r->data() + (s->length + 1) * s->kind, s->kind, quote, 1);
    return r;
  }
  StrBuilder out;
  out.reserve(s->length + 8, 0);
  out.add(quote);
  withChars(s, [&](auto p) {
    for (int64_t i = 0; i < s->length; i++) {
      uint32_t c = p[i];
      if (c == quote || c == '\\') {
        out.add('\\');
        out.add(c);
      } else if (c == '\t') {
        out.addAscii("\\t", 2);
      } else if (c == '\n') {
        out.addAscii("\\n", 2);
      } else if (c == '\r') {
        out.addAscii("\\r", 2);
      } else if (c > 127 ? !ascii_only && isPrintable(c) : c >= 32 && c < 127) {
        out.add(c);
      } else {
        addEscape(out, c);
      }
    }
  });
  out.add(quote);
  return out.finish();
}

}  // namespace
}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

Result<Str*> kr_str_from_ord(int64_t c) {
  if (c < 0 || c > 0x10ffff) return {nullptr, raiseValueError("chr() arg not in range(0x110000)")};
  return {charStr(static_cast<uint32_t>(c)), nullptr};
}

Str* kr_str_slice(Str* s, int64_t start, int64_t stop, int64_t step) {
  if (step == 1) return substr(s, start, stop);
  int64_t n = 0;
  if (step > 0) {
    if (start < stop) n = (stop - start - 1) / step + 1;
  } else if (start > stop) {
    n = static_cast<int64_t>(static_cast<uint64_t>(start - stop - 1) /
                             -static_cast<uint64_t>(step)) +
        1;
  }
  if (n == 0) return emptyStr();
  if (n == 1) return charStr(strAt(s, start));
  if (n == s->length && step == 1) return retainStr(s);
  Str* r = allocStr(n, s->kind, s->ascii);
  if (s->kind == 1) {
    gather(r->data<uint8_t>(), s->data<uint8_t>() + start, step, n);
  } else if (s->kind == 2) {
    gather(r->data<uint16_t>(), s->data<uint16_t>() + start, step, n);
  } else {
    gather(r->data<uint32_t>(), s->data<uint32_t>() + start, step, n);
  }
  if (s->ascii) return r;
  uint32_t all = orKind(r->data(), s->kind, n);
  if (kindOf(all) < s->kind) {
    Str* narrow = newStrKind(r->data(), n, s->kind);
    kr_free(r, strSize(r));
    return narrow;
  }
  r->ascii = all < 128;
  return r;
}

Str* kr_str_reverse(Str* s) { return kr_str_slice(s, s->length - 1, -1, -1); }

Result<Str*> kr_str_repeat(Str* s, int64_t count) {
  if (count <= 0 || s->length == 0) return {emptyStr(), nullptr};
  if (count == 1) return {retainStr(s), nullptr};
  int64_t length;
  if (__builtin_mul_overflow(s->length, count, &length)) {
    return {nullptr, raiseOverflowError("repeated string is too long")};
  }
  Str* r = tryAllocStr(length, s->kind, s->ascii);
  if (!r) return {nullptr, raiseNoMemory()};
  if (s->length == 1) {
    fillChars(r->data(), s->kind, strAt(s, 0), count);
    return {r, nullptr};
  }
  // Doubles what is there.
  size_t done = static_cast<size_t>(s->length) * s->kind,
         total = static_cast<size_t>(length) * s->kind;
  memcpy(r->data(), s->data(), done);
  while (done < total) {
    size_t n = done < total - done ? done : total - done;
    memcpy(r->data() + done, r->data(), n);
    done += n;
  }
  return {r, nullptr};
}

Str* kr_str_ljust(Str* s, int64_t width, int64_t fill) {
  return pad(s, 0, width - s->length, static_cast<uint32_t>(fill));
}
Str* kr_str_rjust(Str* s, int64_t width, int64_t fill) {
  return pad(s, width - s->length, 0, static_cast<uint32_t>(fill));
}
Str* kr_str_center(Str* s, int64_t width, int64_t fill) {
  int64_t room = width - s->length;
  if (room <= 0) return retainStr(s);
  int64_t left = room / 2 + (room & width & 1);
  return pad(s, left, room - left, static_cast<uint32_t>(fill));
}
Str* kr_str_zfill(Str* s, int64_t width) {
  int64_t zeros = width - s->length;
  if (zeros <= 0) return retainStr(s);
  StrBuilder out;
  out.reserve(width, strMask(s));
  int64_t i = 0;
  if (s->length && (strAt(s, 0) == '+' || strAt(s, 0) == '-')) out.add(strAt(s, i++));
  out.addRepeated('0', zeros);
  out.addSlice(s, i, s->length);
  return out.finish();
}

Str* kr_str_expandtabs(Str* s, int64_t tab) {
  StrBuilder out;
  int64_t column = 0, done = 0;
  for (int64_t i = 0; i < s->length; i++) {
    uint32_t c = strAt(s, i);
    if (c == '\t') {
      out.addSlice(s, done, i);
      done = i + 1;
      if (tab > 0) {
        int64_t n = tab - column % tab;
        out.addRepeated(' ', n);
        column += n;
      }
    } else {
      column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
  }
  if (done == 0) return retainStr(s);
  out.addSlice(s, done, s->length);
  return out.finish();
}

Str* kr_str_repr(Str* s) { return reprStr(s, false); }
Str* kr_str_ascii(Str* s) { return reprStr(s, true); }
Str* kr_str_to_ascii(Str* s) {
  if (s->ascii) return retainStr(s);
  StrBuilder out;
  for (int64_t i = 0; i < s->length; i++) {
    uint32_t c = strAt(s, i);
    if (c < 128) {
      out.add(c);
    } else {
      addEscape(out, c);
    }
  }
  return out.finish();
}

Str* kr_str_universal_newlines(Str* s) {
  int64_t at = s->length ? withChars(s,
                                     [&](auto p) {
                                       for (int64_t i = 0; i < s->length; i++) {
                                         if (p[i] == '\r') return i;
                                       }
                                       return int64_t{-1};
                                     })
                         : -1;
  if (at < 0) return retainStr(s);
  StrBuilder out;
  int64_t done = 0;
  for (; at < s->length; at++) {
    if (strAt(s, at) != '\r') continue;
    out.addSlice(s, done, at);
    out.add('\n');
    done = at + 1;
    if (done < s->length && strAt(s, done) == '\n') {
      done++;
      at++;
    }
  }
  out.addSlice(s, done, s->length);
  return out.finish();
}

}  // extern "C"
