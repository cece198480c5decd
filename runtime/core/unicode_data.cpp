// What unicodedata tells about characters, from the generated unicode/data.inc, and the normal forms of texts.
#include "core/memory.h"
#include "core/str.h"

namespace krait::rt {
namespace {

// A form's number says what to do: bit 0, also replace what is only compatible; bit 1, compose afterwards.
enum Form : uint32_t { kNfd, kNfkd, kNfc, kNfkc, kCompatible = 1, kCompose = 2 };

enum DataFlag : uint8_t {
  kChanges = 1,       // << form: the character alone is not in that form
  kAfter = 16,        // may compose with one before
  kBefore = 32,       // may compose with one behind
  kMirrored = 64,
};

// One a distinct set of properties; the first two and the width are indices into tables of names.
struct DataRecord {
  uint8_t category, bidirectional, combining, width, flags;
};
struct Composition {
  uint32_t first, second, both;
};

#include "core/unicode/data.inc"

// Plane 14 has one block of its own, planes 15 and 16 are private, the others behind plane 3 are empty.
uint32_t foldedPlace(uint32_t c) {
  if (c < 0x40000) return c;
  if (c >> 9 == 0xe0000 >> 9) return 0x40000 + (c & 0x1ff);
  return c >= 0xf0000 && (c & 0xfffe) != 0xfffe ? 0xe000 : 0x378;
}

const DataRecord& dataOf(uint32_t c) {
  const uint32_t at = foldedPlace(c);
  const uint32_t block = at < kDataLimit ? kDataIndex1[at >> kDataShift] : kDataLast;
  return kDataRecords[kDataIndex2[(block << kDataShift) + (at & ((1u << kDataShift) - 1))]];
}
const DataRecord& dataOf(int64_t c) { return dataOf(static_cast<uint32_t>(c)); }

// The decomposition of a character in one step: first its tag, its length and the first character in one word, then the
// others. Null: none (Hangul syllables are not in the table).
const uint32_t* partsOf(uint32_t c) {
  const uint32_t block = c < kPartsLimit ? kPartsIndex1[c >> kPartsShift] : kPartsLast;
  const uint32_t at = kPartsIndex2[(block << kPartsShift) + (c & ((1u << kPartsShift) - 1))];
  return at ? kPartsPool + at : nullptr;
}
uint32_t partsCount(const uint32_t* parts) { return parts[0] >> 21 & 31; }
uint32_t partsTag(const uint32_t* parts) { return parts[0] >> 26; }
uint32_t partAt(const uint32_t* parts, uint32_t i) { return i ? parts[i] : parts[0] & 0x1fffff; }

// Hangul syllables are a lead, a vowel and perhaps a tail, by arithmetic.
constexpr uint32_t kSyllable = 0xac00, kLead = 0x1100, kVowel = 0x1161, kTail = 0x11a7;
constexpr uint32_t kLeadCount = 19, kVowelCount = 21, kTailCount = 28, kSyllableCount = kLeadCount * kVowelCount * kTailCount;

bool isSyllable(uint32_t c) { return c - kSyllable < kSyllableCount; }

// The one character that two compose to, or 0.
uint32_t composed(uint32_t a, uint32_t b) {
  if (a - kLead < kLeadCount && b - kVowel < kVowelCount) return kSyllable + ((a - kLead) * kVowelCount + b - kVowel) * kTailCount;
  if (isSyllable(a)) return (a - kSyllable) % kTailCount == 0 && b - kTail - 1 < kTailCount - 1 ? a + b - kTail : 0;
  if (!(dataOf(a).flags & kBefore) || !(dataOf(b).flags & kAfter)) return 0;
  uint32_t low = 0, high = sizeof(kCompositions) / sizeof(kCompositions[0]);
  while (low < high) {
    const uint32_t middle = (low + high) / 2;
    const Composition& m = kCompositions[middle];
    if (m.first < a || (m.first == a && m.second < b)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const Composition& m = kCompositions[low < sizeof(kCompositions) / sizeof(kCompositions[0]) ? low : 0];
  return m.first == a && m.second == b ? m.both : 0;
}

// Characters with their combining classes in the top byte: a part of a text that no other part has to do with.
class Part {
 public:
  Part() = default;
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;
  ~Part() {
    if (chars_ != few_) kr_buf_free(chars_, room_ * 4);
  }

  void clear() { length_ = 0; }
  int64_t length() const { return length_; }
  uint32_t at(int64_t i) const { return chars_[i] & 0x1fffff; }

  // Adds the full decomposition of c.
  void add(uint32_t c, uint32_t form) {
    if (isSyllable(c)) {
      const uint32_t k = c - kSyllable;
      put(kLead + k / (kVowelCount * kTailCount));
      put(kVowel + k / kTailCount % kVowelCount);
      if (k % kTailCount) put(kTail + k % kTailCount);
      return;
    }
    const DataRecord& data = dataOf(c);
    if (!(data.flags & kChanges << (form & kCompatible))) return put(c | static_cast<uint32_t>(data.combining) << 24);
    const uint32_t* parts = partsOf(c);
    for (uint32_t i = 0; i < partsCount(parts); i++) add(partAt(parts, i), form);
  }

  // Sorts each run of combining characters by their classes.
  void order() {
    for (int64_t i = 0; i < length_;) {
      if (classAt(i) == 0) {
        i++;
        continue;
      }
      int64_t end = i;
      bool sorted = true;
      for (; end < length_ && classAt(end) != 0; end++) sorted &= end == i || classAt(end - 1) <= classAt(end);
      if (!sorted) orderRun(i, end);
      i = end;
    }
  }

  void compose() {
    int64_t out = 0, base = -1;
    uint32_t before = 0;  // the class of the last character that stayed behind the base
    for (int64_t i = 0; i < length_; i++) {
      const uint32_t c = at(i), kind = classAt(i);
      const bool free = base == out - 1 || (before != 0 && before < kind);
      if (base >= 0 && free) {
        if (const uint32_t both = composed(at(base), c)) {
          chars_[base] = both;
          continue;
        }
      }
      if (kind == 0) base = out;
      before = kind;
      chars_[out++] = c | kind << 24;
    }
    length_ = out;
  }

 private:
  static constexpr int64_t kFew = 64;

  uint32_t classAt(int64_t i) const { return chars_[i] >> 24; }

  void put(uint32_t c) {
    if (length_ == room_) grow();
    chars_[length_++] = c;
  }

  void grow() {
    void* more = kr_buf_alloc(room_ * 8);
    __builtin_memcpy(more, chars_, static_cast<size_t>(room_) * 4);
    if (chars_ != few_) kr_buf_free(chars_, room_ * 4);
    chars_ = static_cast<uint32_t*>(more);
    room_ *= 2;
  }

  void orderRun(int64_t begin, int64_t end) {
    if (end - begin <= 32) {
      for (int64_t i = begin + 1; i < end; i++) {
        const uint32_t c = chars_[i];
        int64_t k = i;
        for (; k > begin && classAt(k - 1) > c >> 24; k--) chars_[k] = chars_[k - 1];
        chars_[k] = c;
      }
      return;
    }
    // By counting: texts made to be slow have runs as long as they are.
    int64_t places[256] = {};
    for (int64_t i = begin; i < end; i++) places[classAt(i)]++;
    int64_t sum = 0;
    for (int64_t& p : places) {
      const int64_t count = p;
      p = sum;
      sum += count;
    }
    auto* run = static_cast<uint32_t*>(kr_buf_alloc(sum * 4));
    for (int64_t i = begin; i < end; i++) run[places[classAt(i)]++] = chars_[i];
    __builtin_memcpy(chars_ + begin, run, static_cast<size_t>(sum) * 4);
    kr_buf_free(run, sum * 4);
  }

  uint32_t few_[kFew];
  uint32_t* chars_ = few_;
  int64_t length_ = 0, room_ = kFew;
};

// Characters below are in the form and have to do with none before.
constexpr uint32_t kPlain[4] = {0xc0, 0xa0, 0x300, 0xa0};

// Ideographs are in every form, and are worth a look before the tables.
bool isPlain(uint32_t c, uint32_t below) { return c < below || c - 0x4e00 < 0x5200; }

// Does the character stay as it is whatever comes before it?
bool isInert(uint32_t c, uint32_t form) {
  if (isPlain(c, kPlain[form])) return true;
  const DataRecord& data = dataOf(c);
  return data.combining == 0 && !(data.flags & (kChanges << form | (form & kCompose ? kAfter : 0)));
}

struct Scan {
  int64_t inert;  // the last inert character, or where the scan began
  int64_t stop;   // the first that may have to change; the length: none
  bool sure;      // the text is not in the form
};

template <class Char>
Scan scan(const Char* chars, int64_t from, int64_t length, uint32_t form) {
  const uint32_t plain = kPlain[form];
  const uint32_t stops = kChanges << form | (form & kCompose ? kAfter : 0);
  int64_t inert = from;
  uint32_t before = 0;
  for (int64_t i = from; i < length; i++) {
    if (isPlain(chars[i], plain)) {
      inert = i;
      before = 0;
      continue;
    }
    const DataRecord& data = dataOf(static_cast<uint32_t>(chars[i]));
    const bool unordered = data.combining != 0 && data.combining < before;
    if (data.flags & stops || unordered) return {inert, i, unordered || data.flags & kChanges << form};
    before = data.combining;
    if (before == 0) inert = i;
  }
  return {inert, length, false};
}

Scan scan(const Str* s, int64_t from, uint32_t form) {
  if (s->ascii || (s->kind == 1 && form == kNfc)) return {0, s->length, false};
  if (s->kind == 1) return scan(s->data<uint8_t>(), from, s->length, form);
  if (s->kind == 2) return scan(s->data<uint16_t>(), from, s->length, form);
  return scan(s->data<uint32_t>(), from, s->length, form);
}

// The text in the form, where the first scan found something.
Str* normalized(const Str* s, Scan found, uint32_t form) {
  StrBuilder out;
  out.reserve(s->length, s->kind == 1 ? 0xff : s->kind == 2 ? 0xffff : 0x10ffff);
  Part part;
  int64_t done = 0;
  while (found.stop < s->length) {
    out.addSlice(s, done, found.inert);
    done = found.stop + 1;
    while (done < s->length && !isInert(strAt(s, done), form)) done++;
    part.clear();
    for (int64_t i = found.inert; i < done; i++) part.add(strAt(s, i), form);
    part.order();
    if (form & kCompose) part.compose();
    for (int64_t i = 0; i < part.length(); i++) out.add(part.at(i));
    found = scan(s, done, form);
  }
  out.addSlice(s, done, s->length);
  return out.finish();
}

}  // namespace
}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

Str* kr_unicode_category(int64_t c) { return newStrAscii(kCategories[dataOf(c).category]); }
Str* kr_unicode_bidirectional(int64_t c) { return newStrAscii(kBidirectional[dataOf(c).bidirectional]); }
Str* kr_unicode_width(int64_t c) { return newStrAscii(kWidths[dataOf(c).width]); }
int64_t kr_unicode_combining(int64_t c) { return dataOf(c).combining; }
int64_t kr_unicode_mirrored(int64_t c) { return dataOf(c).flags & kMirrored ? 1 : 0; }

Str* kr_unicode_decomposition(int64_t c) {
  const uint32_t* parts = partsOf(static_cast<uint32_t>(c));
  if (!parts) return emptyStr();
  StrBuilder out;
  out.addAscii(kTags[partsTag(parts)]);
  for (uint32_t i = 0; i < partsCount(parts); i++) {
    if (out.length()) out.add(' ');
    const uint32_t part = partAt(parts, i);
    for (int shift = part >> 16 ? (part >> 20 ? 20 : 16) : 12; shift >= 0; shift -= 4) out.add(static_cast<uint32_t>("0123456789ABCDEF"[part >> shift & 15]));
  }
  return out.finish();
}

Str* kr_unicode_normalize(Str* s, int64_t form) {
  const Scan found = scan(s, 0, static_cast<uint32_t>(form));
  return found.stop == s->length ? retainStr(s) : normalized(s, found, static_cast<uint32_t>(form));
}

bool kr_unicode_is_normalized(Str* s, int64_t form) {
  const Scan found = scan(s, 0, static_cast<uint32_t>(form));
  if (found.stop == s->length || found.sure) return !found.sure;
  Str* made = normalized(s, found, static_cast<uint32_t>(form));
  const bool same = strEq(made, s);
  releaseStr(made);
  return same;
}

}  // extern "C"
