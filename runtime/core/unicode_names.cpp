// The names of characters, from the generated unicode/names.inc, whose generator says how they are written there.
#include "core/str.h"

namespace krait::rt {
namespace {

struct NameRun {
  uint32_t first, index;  // a character, and its place among the names; those behind it follow one by one
};
struct CharRange {
  uint32_t first, last;
};
struct WordRun {
  uint32_t index, at, length;  // words from that number on have this length and lie from there on
};

#include "core/unicode/names.inc"

constexpr uint32_t kBase = 95, kNone = UINT32_MAX;
constexpr uint32_t kSyllable = 0xac00, kVowelCount = sizeof(kVowels) / sizeof(kVowels[0]);
constexpr uint32_t kTailCount = sizeof(kTails) / sizeof(kTails[0]), kLeadCount = sizeof(kLeads) / sizeof(kLeads[0]);
constexpr char kHangul[] = "HANGUL SYLLABLE ", kIdeograph[] = "CJK UNIFIED IDEOGRAPH-";

uint32_t digitAt(const char* p) { return static_cast<uint32_t>(*p) - ' '; }

struct Name {
  char text[kNameMost];
  uint32_t length = 0;

  void add(const char* p, uint32_t n) {
    __builtin_memcpy(text + length, p, n);
    length += n;
  }
  void add(const char* p) { add(p, static_cast<uint32_t>(__builtin_strlen(p))); }
};

// A word is known by how many digits its token has, and its number among those.
struct Token {
  uint32_t digits, index;
};

Token readToken(const char*& p) {
  const uint32_t first = digitAt(p++) - kShared;
  if (first < kOneDigit) return {0, first};
  const uint32_t second = digitAt(p++);
  if (first < kOneDigit + kTwoDigits) return {1, (first - kOneDigit) * kBase + second};
  return {2, ((first - kOneDigit - kTwoDigits) * kBase + second) * kBase + digitAt(p++)};
}

// The name with that number.
void readName(uint32_t index, Name& name) {
  Token words[kNameWords];
  uint32_t count = 0;
  const char* p = kNames + kNamePlaces[index / kNameBlock];
  for (uint32_t k = 0; k <= index % kNameBlock; k++) {
    count = digitAt(p++);
    while (digitAt(p) >= kShared) words[count++] = readToken(p);
  }
  for (uint32_t k = 0; k < count; k++) {
    const WordRun* run = kWordRuns + kWordClasses[words[k].digits];
    while (run[1].index <= words[k].index) run++;
    if (name.length && name.text[name.length - 1] != '-') name.add(" ", 1);
    name.add(kWords + run->at + (words[k].index - run->index) * run->length, run->length);
  }
}

bool isIdeograph(uint32_t c) {
  for (const CharRange& r : kIdeographs)
    if (c >= r.first && c <= r.last) return true;
  return false;
}

// The number of a character's name, or kNone.
uint32_t nameIndex(uint32_t c) {
  uint32_t low = 0, high = sizeof(kNameRuns) / sizeof(kNameRuns[0]) - 1;  // the last one is no run, but the end
  while (low < high) {
    const uint32_t middle = (low + high) / 2;
    if (kNameRuns[middle].first <= c) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == 0) return kNone;
  const uint32_t index = kNameRuns[low - 1].index + c - kNameRuns[low - 1].first;
  return index < kNameRuns[low].index ? index : kNone;
}

uint32_t charOfIndex(uint32_t index) {
  uint32_t low = 0, high = sizeof(kNameRuns) / sizeof(kNameRuns[0]) - 1;
  while (low < high) {
    const uint32_t middle = (low + high) / 2;
    if (kNameRuns[middle].index <= index) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return kNameRuns[low - 1].first + index - kNameRuns[low - 1].index;
}

// Takes the longest of the texts that [p, end) begins with; which one, or kNone.
uint32_t takeLongest(const char* const* texts, uint32_t count, const char*& p, const char* end) {
  uint32_t found = kNone;
  size_t most = 0;
  for (uint32_t k = 0; k < count; k++) {
    const size_t n = __builtin_strlen(texts[k]);
    if ((found != kNone && n <= most) || n > static_cast<size_t>(end - p) || __builtin_memcmp(texts[k], p, n) != 0) continue;
    found = k;
    most = n;
  }
  p += most;
  return found;
}

int64_t lookupSyllable(const char* p, const char* end) {
  const uint32_t lead = takeLongest(kLeads, kLeadCount, p, end);
  const uint32_t vowel = takeLongest(kVowels, kVowelCount, p, end);
  const uint32_t tail = takeLongest(kTails, kTailCount, p, end);
  if (vowel == kNone || p != end) return -1;
  return kSyllable + (lead * kVowelCount + vowel) * kTailCount + tail;
}

int64_t lookupIdeograph(const char* p, const char* end) {
  if (end - p != 4 && end - p != 5) return -1;
  uint32_t c = 0;
  for (; p < end; p++) {
    const uint32_t digit = static_cast<uint32_t>(*p) - '0', letter = static_cast<uint32_t>(*p) - 'A';
    if (digit >= 10 && letter >= 6) return -1;
    c = c << 4 | (digit < 10 ? digit : letter + 10);
  }
  return isIdeograph(c) ? static_cast<int64_t>(c) : -1;
}

bool begins(const char* p, int64_t n, const char* with) {
  const auto most = static_cast<int64_t>(__builtin_strlen(with));
  return n >= most && __builtin_memcmp(p, with, static_cast<size_t>(most)) == 0;
}

}  // namespace
}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

Str* kr_unicode_name(int64_t given) {
  const auto c = static_cast<uint32_t>(given);
  Name name;
  if (c - kSyllable < kLeadCount * kVowelCount * kTailCount) {
    name.add(kHangul);
    name.add(kLeads[(c - kSyllable) / (kVowelCount * kTailCount)]);
    name.add(kVowels[(c - kSyllable) / kTailCount % kVowelCount]);
    name.add(kTails[(c - kSyllable) % kTailCount]);
  } else if (isIdeograph(c)) {
    name.add(kIdeograph);
    for (int shift = c >> 16 ? 16 : 12; shift >= 0; shift -= 4) name.add(&"0123456789ABCDEF"[c >> shift & 15], 1);
  } else {
    const uint32_t index = nameIndex(c);
    if (index == kNone) return nullptr;
    readName(index, name);
  }
  return newStrAscii(name.text, name.length);
}

int64_t kr_unicode_lookup(Str* s) {
  if (!s->ascii) return -1;
  const char* given = s->data<char>();
  if (begins(given, s->length, kHangul)) return lookupSyllable(given + sizeof(kHangul) - 1, given + s->length);
  if (begins(given, s->length, kIdeograph)) return lookupIdeograph(given + sizeof(kIdeograph) - 1, given + s->length);
  if (s->length > kNameMost) return -1;
  Name wanted;
  uint32_t hash = 2166136261;
  for (int64_t i = 0; i < s->length; i++) {
    char c = given[i];
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    wanted.add(&c, 1);
    hash = (hash ^ static_cast<uint32_t>(c)) * 16777619;
  }
  const uint32_t bucket = (hash ^ hash >> 15) % kNameBuckets;
  uint32_t at = kNameHashStarts[bucket / kBucketGroup];
  for (uint32_t k = bucket - bucket % kBucketGroup; k < bucket; k++) at += digitAt(kNameHashCounts + k);
  for (uint32_t k = 0; k < digitAt(kNameHashCounts + bucket); k++) {
    const uint32_t index = kNameHashOrder[at + k];
    Name name;
    readName(index, name);
    if (name.length != wanted.length || __builtin_memcmp(name.text, wanted.text, name.length) != 0) continue;
    if (index < kNameListed) return charOfIndex(index);
    if (index < kNameListed + kNameAliases) return kAliasTargets[index - kNameListed];
    return -2 - static_cast<int64_t>(index - kNameListed - kNameAliases);
  }
  return -1;
}

Str* kr_unicode_sequence(int64_t k) {
  StrBuilder out;
  for (uint32_t i = kSequenceStarts[k]; i < kSequenceStarts[k + 1]; i++) out.add(kSequenceChars[i]);
  return out.finish();
}

}  // extern "C"
