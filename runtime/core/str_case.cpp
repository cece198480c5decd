// str: case mapping and predicates.
#include "core/chars.h"
#include "core/memory.h"
#include "core/unicode.h"

namespace krait::rt {
namespace {

constexpr uint32_t kCapitalSigma = 0x3a3, kSigma = 0x3c3, kFinalSigma = 0x3c2;

// Lower case of the capital sigma at i: final after a cased and not before a cased character, both
// seen past case-ignorable ones (Unicode's Final_Sigma).
template <class C>
uint32_t lowerSigma(const C* p, int64_t n, int64_t i) {
  int64_t j = i - 1;
  while (j >= 0 && charFlags(p[j]) & kCharCaseIgnorable) j--;
  if (j < 0 || !(charFlags(p[j]) & kCharCased)) return kSigma;
  j = i + 1;
  while (j < n && charFlags(p[j]) & kCharCaseIgnorable) j++;
  return j < n && charFlags(p[j]) & kCharCased ? kSigma : kFinalSigma;
}

template <class C>
int lowerAt(const C* p, int64_t n, int64_t i, uint32_t out[3]) {
  if (p[i] == kCapitalSigma) {
    out[0] = lowerSigma(p, n, i);
    return 1;
  }
  return lowerChars(p[i], out);
}

// Maps each character by map(characters, length, index, out) -> count. Characters go straight into
// a str of the same width as long as each gives one that fits; the rest goes through a builder.
template <class Map>
Str* mapCase(const Str* s, Map map) {
  return withChars(s, [&](auto p) -> Str* {
    using C = __remove_cvref(decltype(*p));
    int64_t n = s->length, i = 0;
    if (n == 0) return emptyStr();
    Str* r = allocStr(n, s->kind, false);
    C* to = r->data<C>();
    uint32_t all = 0, out[3];
    int k = 1;
    for (; i < n; i++) {
      k = map(p, n, i, out);
      if (KR_UNLIKELY(k != 1 || kindOf(out[0]) > static_cast<int>(sizeof(C)))) break;
      all |= out[0];
      to[i] = static_cast<C>(out[0]);
    }
    if (i == n && kindOf(all) == s->kind) {
      r->ascii = all < 128;
      return r;
    }
    StrBuilder builder;
    builder.reserve(n, all);
    for (int64_t j = 0; j < i; j++) builder.add(to[j]);
    kr_free(r, static_cast<int64_t>(strSize(r)));
    if (i < n) {
      for (int j = 0; j < k; j++) builder.add(out[j]);
      for (i++; i < n; i++) {
        k = map(p, n, i, out);
        for (int j = 0; j < k; j++) builder.add(out[j]);
      }
    }
    return builder.finish();
  });
}

template <class Map>
KR_INLINE Str* mapAscii(const Str* s, Map map) {
  int64_t n = s->length;
  const uint8_t* p = s->data();
  if (n == 0) return emptyStr();
  Str* r = allocStr(n, 1, true);
  uint8_t* __restrict out = r->data();
  for (int64_t i = 0; i < n; i++) out[i] = map(p[i]);
  return r;
}

constexpr auto asciiUpper = [](uint8_t c) -> uint8_t {
  return static_cast<uint8_t>(c - (static_cast<uint8_t>(c - 'a') < 26 ? 32 : 0));
};
constexpr auto asciiLower = [](uint8_t c) -> uint8_t {
  return static_cast<uint8_t>(c + (static_cast<uint8_t>(c - 'A') < 26 ? 32 : 0));
};
constexpr auto asciiSwap = [](uint8_t c) -> uint8_t {
  return static_cast<uint8_t>(c ^ (static_cast<uint8_t>((c | 32) - 'a') < 26 ? 32 : 0));
};
bool asciiAlpha(uint8_t c) { return static_cast<uint8_t>((c | 32) - 'a') < 26; }

// True if s is not empty and all characters have one of the flags.
bool all(const Str* s, uint16_t flags) {
  if (s->length == 0) return false;
  return withChars(s, [&](auto p) {
    for (int64_t i = 0; i < s->length; i++) {
      if (!((p[i] < 128 ? kAsciiFlags[p[i]] : charFlags(p[i])) & flags)) return false;
    }
    return true;
  });
}

// isupper/islower: a character with `wanted`, none with `unwanted`.
bool cased(const Str* s, uint16_t wanted, uint16_t unwanted) {
  return withChars(s, [&](auto p) {
    bool found = false;
    for (int64_t i = 0; i < s->length; i++) {
      uint16_t flags = charFlags(p[i]);
      if (flags & unwanted) return false;
      found |= (flags & wanted) != 0;
    }
    return found;
  });
}

}  // namespace
}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

Str* kr_str_upper(Str* s) {
  if (s->ascii) return mapAscii(s, asciiUpper);
  return mapCase(s,
                 [](auto p, int64_t, int64_t i, uint32_t* out) { return upperChars(p[i], out); });
}
Str* kr_str_lower(Str* s) {
  if (s->ascii) return mapAscii(s, asciiLower);
  return mapCase(s,
                 [](auto p, int64_t n, int64_t i, uint32_t* out) { return lowerAt(p, n, i, out); });
}
Str* kr_str_casefold(Str* s) {
  if (s->ascii) return mapAscii(s, asciiLower);
  return mapCase(s, [](auto p, int64_t, int64_t i, uint32_t* out) { return foldChars(p[i], out); });
}
Str* kr_str_swapcase(Str* s) {
  if (s->ascii) return mapAscii(s, asciiSwap);
  return mapCase(s, [](auto p, int64_t n, int64_t i, uint32_t* out) {
    uint16_t flags = charFlags(p[i]);
    if (flags & kCharUpper) return lowerAt(p, n, i, out);
    if (flags & kCharLower) return upperChars(p[i], out);
    out[0] = p[i];
    return 1;
  });
}
Str* kr_str_title(Str* s) {
  bool in_word = false;
  if (s->ascii) {
    return mapAscii(s, [&](uint8_t c) {
      uint8_t r = in_word ? asciiLower(c) : asciiUpper(c);
      in_word = asciiAlpha(c);
      return r;
    });
  }
  return mapCase(s, [&](auto p, int64_t n, int64_t i, uint32_t* out) {
    int k = in_word ? lowerAt(p, n, i, out) : titleChars(p[i], out);
    in_word = charFlags(p[i]) & kCharCased;
    return k;
  });
}
Str* kr_str_capitalize(Str* s) {
  bool first = true;
  if (s->ascii) {
    return mapAscii(s, [&](uint8_t c) {
      uint8_t r = first ? asciiUpper(c) : asciiLower(c);
      first = false;
      return r;
    });
  }
  return mapCase(s, [](auto p, int64_t n, int64_t i, uint32_t* out) {
    return i == 0 ? titleChars(p[0], out) : lowerAt(p, n, i, out);
  });
}

bool kr_str_isalpha(Str* s) { return all(s, kCharAlpha); }
bool kr_str_isdigit(Str* s) { return all(s, kCharDigit); }
bool kr_str_isdecimal(Str* s) { return all(s, kCharDecimal); }
bool kr_str_isnumeric(Str* s) { return all(s, kCharNumeric); }
bool kr_str_isalnum(Str* s) { return all(s, kCharAlnum); }
bool kr_str_isspace(Str* s) { return all(s, kCharSpace); }
bool kr_str_isupper(Str* s) { return cased(s, kCharUpper, kCharLower | kCharTitle); }
bool kr_str_islower(Str* s) { return cased(s, kCharLower, kCharUpper | kCharTitle); }
bool kr_str_isascii(Str* s) { return s->ascii; }

bool kr_str_istitle(Str* s) {
  return withChars(s, [&](auto p) {
    bool found = false, in_word = false;
    for (int64_t i = 0; i < s->length; i++) {
      uint16_t flags = charFlags(p[i]);
      if (flags & (kCharUpper | kCharTitle)) {
        if (in_word) return false;
        in_word = found = true;
      } else if (flags & kCharLower) {
        if (!in_word) return false;
        in_word = found = true;
      } else {
        in_word = false;
      }
    }
    return found;
  });
}

bool kr_str_isidentifier(Str* s) {
  if (s->length == 0 || !(charFlags(strAt(s, 0)) & kCharXidStart)) return false;
  for (int64_t i = 1; i < s->length; i++) {
    if (!(charFlags(strAt(s, i)) & kCharXidContinue)) return false;
  }
  return true;
}

bool kr_str_isprintable(Str* s) {
  return withChars(s, [&](auto p) {
    for (int64_t i = 0; i < s->length; i++) {
      if (!isPrintable(p[i])) return false;
    }
    return true;
  });
}

}  // extern "C"
