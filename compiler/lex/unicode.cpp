#include "lex/unicode.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace krait::unicode {
namespace {

struct CodeRange {
  uint32_t begin, end;
};
struct Decomposition {
  uint32_t cp;
  uint16_t at, length;
};
struct Composition {
  uint32_t first, second, composed;
};
struct CombiningRange {
  uint32_t begin, end;
  uint8_t combining_class;
};

#include "lex/unicode_names.inc"
#include "lex/unicode_tables.inc"

template <size_t N>
bool inRanges(const CodeRange (&ranges)[N], uint32_t cp) {
  auto it = std::upper_bound(std::begin(ranges), std::end(ranges), cp,
                             [](uint32_t c, const CodeRange& r) { return c < r.begin; });
  return it != std::begin(ranges) && cp < std::prev(it)->end;
}

uint8_t combiningClass(uint32_t cp) {
  auto it = std::upper_bound(std::begin(kCombining), std::end(kCombining), cp,
                             [](uint32_t c, const CombiningRange& r) { return c < r.begin; });
  if (it == std::begin(kCombining) || cp >= std::prev(it)->end) return 0;
  return std::prev(it)->combining_class;
}

// Hangul syllables compose and decompose by arithmetic (Unicode Standard, section 3.12).
constexpr uint32_t kSBase = 0xac00, kLBase = 0x1100, kVBase = 0x1161, kTBase = 0x11a7;
constexpr uint32_t kLCount = 19, kVCount = 21, kTCount = 28, kSCount = kLCount * kVCount * kTCount;

void decomposeInto(std::vector<uint32_t>& out, uint32_t cp) {
  if (cp >= kSBase && cp < kSBase + kSCount) {
    uint32_t s = cp - kSBase;
    out.push_back(kLBase + s / (kVCount * kTCount));
    out.push_back(kVBase + s % (kVCount * kTCount) / kTCount);
    if (s % kTCount) out.push_back(kTBase + s % kTCount);
    return;
  }
  auto it = std::lower_bound(std::begin(kDecompositions), std::end(kDecompositions), cp,
                             [](const Decomposition& d, uint32_t c) { return d.cp < c; });
  if (it == std::end(kDecompositions) || it->cp != cp) {
    out.push_back(cp);
    return;
  }
  for (int i = 0; i < it->length; i++) out.push_back(kDecompositionPool[it->at + i]);
}

// The primary composite of two characters, or 0.
uint32_t compose(uint32_t a, uint32_t b) {
  if (a >= kLBase && a < kLBase + kLCount && b >= kVBase && b < kVBase + kVCount) {
    return kSBase + ((a - kLBase) * kVCount + (b - kVBase)) * kTCount;
  }
  if (a >= kSBase && a < kSBase + kSCount && (a - kSBase) % kTCount == 0 && b > kTBase &&
      b < kTBase + kTCount) {
    return a + (b - kTBase);
  }
  auto it = std::lower_bound(std::begin(kCompositions), std::end(kCompositions), std::pair(a, b),
                             [](const Composition& c, const std::pair<uint32_t, uint32_t>& key) {
                               return std::pair(c.first, c.second) < key;
                             });
  if (it == std::end(kCompositions) || it->first != a || it->second != b) return 0;
  return it->composed;
}

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool isUnifiedIdeograph(uint32_t cp) {
  return (cp >= 0x3400 && cp <= 0x4dbf) || (cp >= 0x4e00 && cp <= 0x9fff) ||
         (cp >= 0x20000 && cp <= 0x2a6df) || (cp >= 0x2a700 && cp <= 0x2b738) ||
         (cp >= 0x2b740 && cp <= 0x2b81d) || (cp >= 0x2b820 && cp <= 0x2cea1) ||
         (cp >= 0x2ceb0 && cp <= 0x2ebe0) || (cp >= 0x30000 && cp <= 0x3134a);
}

int64_t lookupHangul(std::string_view jamo) {
  static constexpr std::string_view kLead[] = {"G", "GG", "N", "D",  "DD", "R", "M",
                                               "B", "BB", "S", "SS", "",   "J", "JJ",
                                               "C", "K",  "T", "P",  "H"};
  static constexpr std::string_view kVowel[] = {"A",   "AE", "YA", "YAE", "EO", "E",  "YEO",
                                                "YE",  "O",  "WA", "WAE", "OE", "YO", "U",
                                                "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
  static constexpr std::string_view kTail[] = {
      "",   "G",  "GG", "GS", "N",  "NJ", "NH", "D",  "L", "LG", "LM", "LB", "LS", "LT",
      "LP", "LH", "M",  "B",  "BS", "S",  "SS", "NG", "J", "C",  "K",  "T",  "P",  "H"};
  // The longest match wins in each place, as in CPython's find_syllable.
  auto longest = [&](const auto& table, int& index) {
    size_t best = 0;
    index = -1;
    for (size_t i = 0; i < std::size(table); i++) {
      if (jamo.starts_with(table[i]) && (index < 0 || table[i].size() > best)) {
        best = table[i].size();
        index = static_cast<int>(i);
      }
    }
    jamo.remove_prefix(best);
  };
  int l, v, t;
  longest(kLead, l);
  longest(kVowel, v);
  longest(kTail, t);
  if (l < 0 || v < 0 || t < 0 || !jamo.empty()) return -1;
  return kSBase + (l * kVCount + v) * kTCount + t;
}

}  // namespace

bool isXidStart(uint32_t cp) {
  if (cp < 0x80) return (cp | 32) - 'a' < 26 || cp == '_';
  return inRanges(kXidStart, cp);
}

bool isXidContinue(uint32_t cp) {
  if (cp < 0x80) return (cp | 32) - 'a' < 26 || cp == '_' || cp - '0' < 10;
  return inRanges(kXidContinue, cp);
}

bool isPrintable(uint32_t cp) {
  if (cp < 0x80) return cp >= 0x20 && cp < 0x7f;
  return inRanges(kPrintable, cp);
}

uint32_t decode(std::string_view text, size_t& at) {
  auto byte = [&](size_t i) { return i < text.size() ? static_cast<uint8_t>(text[i]) : 0u; };
  uint32_t a = byte(at);
  auto tail = [&](size_t i) { return (byte(at + i) & 0xc0) == 0x80; };
  if (a < 0x80) {
    at += 1;
    return a;
  }
  if (a >= 0xc2 && a < 0xe0 && tail(1)) {
    uint32_t cp = (a & 31) << 6 | (byte(at + 1) & 63);
    at += 2;
    return cp;
  }
  if (a >= 0xe0 && a < 0xf0 && tail(1) && tail(2)) {
    uint32_t cp = (a & 15) << 12 | (byte(at + 1) & 63) << 6 | (byte(at + 2) & 63);
    at += 3;
    return cp;
  }
  if (a >= 0xf0 && a < 0xf5 && tail(1) && tail(2) && tail(3)) {
    uint32_t cp =
        (a & 7) << 18 | (byte(at + 1) & 63) << 12 | (byte(at + 2) & 63) << 6 | (byte(at + 3) & 63);
    at += 4;
    return cp;
  }
  at += 1;
  return 0xfffd;
}

void append(std::string& out, uint32_t cp) {
  auto put = [&](uint32_t b) { out.push_back(static_cast<char>(b)); };
  if (cp < 0x80) {
    put(cp);
  } else if (cp < 0x800) {
    put(0xc0 | cp >> 6);
    put(0x80 | (cp & 63));
  } else if (cp < 0x10000) {
    put(0xe0 | cp >> 12);
    put(0x80 | (cp >> 6 & 63));
    put(0x80 | (cp & 63));
  } else {
    put(0xf0 | cp >> 18);
    put(0x80 | (cp >> 12 & 63));
    put(0x80 | (cp >> 6 & 63));
    put(0x80 | (cp & 63));
  }
}

// Unicode Standard Annex #15: decompose, order canonically, compose.
std::string nfkc(std::string_view text) {
  std::vector<uint32_t> cps;
  for (size_t at = 0; at < text.size();) decomposeInto(cps, decode(text, at));

  for (size_t i = 0; i < cps.size();) {
    if (!combiningClass(cps[i])) {
      i++;
      continue;
    }
    size_t end = i;
    while (end < cps.size() && combiningClass(cps[end])) end++;
    for (size_t k = i + 1; k < end; k++) {  // insertion sort: runs are short, and it must be stable
      for (size_t j = k; j > i && combiningClass(cps[j - 1]) > combiningClass(cps[j]); j--) {
        std::swap(cps[j - 1], cps[j]);
      }
    }
    i = end;
  }

  std::vector<uint32_t> composed;
  size_t starter = static_cast<size_t>(-1);
  int last_class = -1;  // of the character before; -1 right after the starter
  for (uint32_t cp : cps) {
    int cc = combiningClass(cp);
    if (starter != static_cast<size_t>(-1) && (last_class < cc)) {
      if (uint32_t c = compose(composed[starter], cp)) {
        composed[starter] = c;
        continue;
      }
    }
    if (cc == 0) {
      starter = composed.size();
      last_class = -1;
    } else {
      last_class = cc;
    }
    composed.push_back(cp);
  }
  std::string out;
  for (uint32_t cp : composed) append(out, cp);
  return out;
}

int64_t lookupName(std::string_view name) {
  constexpr std::string_view kCjk = "CJK UNIFIED IDEOGRAPH-";
  constexpr std::string_view kHangul = "HANGUL SYLLABLE ";
  if (name.starts_with(kHangul)) return lookupHangul(name.substr(kHangul.size()));
  if (name.starts_with(kCjk)) {
    std::string_view digits = name.substr(kCjk.size());
    if (digits.size() != 4 && digits.size() != 5) return -1;
    uint32_t cp = 0;
    for (char c : digits) {
      int d = hexDigit(c);
      if (d < 0) return -1;
      cp = cp * 16 + d;
    }
    return isUnifiedIdeograph(cp) ? cp : -1;
  }
  // A sorted table of (43-bit hash of the name, character); the generator proves it free of
  // collisions among names. A text that is no name has a chance of 2^-28 to be taken for one.
  uint64_t h = 0xcbf29ce484222325ull;
  for (char c : name) {
    if (c >= 'a' && c <= 'z') c -= 32;
    h = (h ^ static_cast<uint8_t>(c)) * 0x100000001b3ull;
  }
  h ^= h >> 29;
  h *= 0xbf58476d1ce4e5b9ull;
  h >>= 21;
  auto it = std::lower_bound(std::begin(kNameRows), std::end(kNameRows), h << 21);
  if (it == std::end(kNameRows) || *it >> 21 != h) return -1;
  return static_cast<int64_t>(*it & 0x1fffff);
}

}  // namespace krait::unicode
