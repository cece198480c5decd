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

// Maps each character by map(characters, length, index, out) -> count.
template <class Map>
Str* mapCase(const Str* s, Map map) {
  StrBuilder builder;
  withChars(s, [&](auto p) {
    int64_t n = s->length;
    builder.reserve(n, strMask(s) >> 1);
    uint32_t out[3];
    for (int64_t i = 0; i < n; i++) {
      int k = map(p, n, i, out);
      for (int j = 0; j < k; j++) builder.add(out[j]);
    }
  });
  return builder.finish();
}

template <class Map>
Str* mapAscii(const Str* s, Map map) {
  if (s->length <= 1) return s->length ? latin1Str(map(s->data()[0])) : emptyStr();
  Str* r = allocStr(s->length, 1, true);
  const uint8_t* p = s->data();
  uint8_t* out = r->data();
  for (int64_t i = 0; i < s->length; i++) out[i] = map(p[i]);
  return r;
}

uint8_t asciiUpper(uint8_t c) { return c - ((static_cast<uint8_t>(c - 'a') < 26) << 5); }
uint8_t asciiLower(uint8_t c) { return c + ((static_cast<uint8_t>(c - 'A') < 26) << 5); }
uint8_t asciiSwap(uint8_t c) { return c ^ ((static_cast<uint8_t>((c | 32) - 'a') < 26) << 5); }
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
  return mapCase(s, [](auto p, int64_t, int64_t i, uint32_t* out) { return upperChars(p[i], out); });
}
Str* kr_str_lower(Str* s) {
  if (s->ascii) return mapAscii(s, asciiLower);
  return mapCase(s, [](auto p, int64_t n, int64_t i, uint32_t* out) { return lowerAt(p, n, i, out); });
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
