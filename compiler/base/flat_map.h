// Hash maps for small keys: open addressing in one array, no allocation per entry. FlatMap has no order and is
// not iterated; SmallMap keeps the order of insertion, the first few entries in place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/check.h"

namespace krait {

// Spreads the bits of an integer key over a hash (the finaliser of splitmix64, Steele et al.).
constexpr uint64_t hashBits(uint64_t x) {
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93u;
  x ^= x >> 32;
  return x;
}

// K: an unsigned integer; the largest one is no key. References are valid until the next insertion.
template <class K, class V>
class FlatMap {
 public:
  V* find(K key) {
    if (slots_.empty()) return nullptr;
    for (size_t i = hashBits(key) & mask();; i = (i + 1) & mask()) {
      if (slots_[i].key == key) return &slots_[i].value;
      if (slots_[i].key == kEmpty) return nullptr;
    }
  }
  const V* find(K key) const { return const_cast<FlatMap*>(this)->find(key); }
  bool contains(K key) const { return find(key) != nullptr; }
  // Of a key that it has.
  const V& at(K key) const {
    const V* value = find(key);
    KRAIT_CHECK(value);
    return *value;
  }
  // The value and whether it is new.
  std::pair<V*, bool> insert(K key, const V& value) {
    KRAIT_CHECK(key != kEmpty);
    if ((count_ + 1) * 4 > slots_.size() * 3) grow();
    for (size_t i = hashBits(key) & mask();; i = (i + 1) & mask()) {
      if (slots_[i].key == key) return {&slots_[i].value, false};
      if (slots_[i].key != kEmpty) continue;
      slots_[i] = {key, value};
      ++count_;
      return {&slots_[i].value, true};
    }
  }
  V& operator[](K key) { return *insert(key, V()).first; }
  size_t size() const { return count_; }
  bool empty() const { return count_ == 0; }
  void clear() {
    slots_.clear();
    count_ = 0;
  }
  // Room for so many entries. Needed before what `each` gives goes into another map: that comes in the order of its
  // hashes, which would fill a smaller map from one end.
  void reserve(size_t count) {
    while (count * 4 > slots_.size() * 3) grow();
  }
  // use(key, value) for each, in no particular order.
  template <class F>
  void each(F use) const {
    for (const Slot& s : slots_)
      if (s.key != kEmpty) use(s.key, s.value);
  }

 private:
  static constexpr K kEmpty = static_cast<K>(~K(0));
  struct Slot {
    K key = kEmpty;
    V value{};
  };
  size_t mask() const { return slots_.size() - 1; }
  void grow() {
    std::vector<Slot> old(slots_.empty() ? 8 : slots_.size() * 2);
    old.swap(slots_);
    for (Slot& s : old) {
      if (s.key == kEmpty) continue;
      size_t i = hashBits(s.key) & mask();
      while (slots_[i].key != kEmpty) i = (i + 1) & mask();
      slots_[i] = std::move(s);
    }
  }

  std::vector<Slot> slots_;
  size_t count_ = 0;
};

template <class K>
class FlatSet {
  struct Nothing {};

 public:
  bool insert(K key) { return map_.insert(key, {}).second; }
  void insert(const FlatSet& more) {
    map_.reserve(size() + more.size());
    more.each([&](K key) { insert(key); });
  }
  template <class F>
  void each(F use) const {
    map_.each([&](K key, Nothing) { use(key); });
  }
  void clear() { map_.clear(); }
  bool contains(K key) const { return map_.contains(key); }
  size_t count(K key) const { return map_.contains(key); }
  size_t size() const { return map_.size(); }
  bool empty() const { return map_.empty(); }

 private:
  FlatMap<K, Nothing> map_;
};

// A map that is usually tiny. Entries stay in the order of insertion; references are valid until the next one.
template <class K, class V>
class SmallMap {
 public:
  using Entry = std::pair<K, V>;
  V* find(K key) {
    if (rest_.empty()) {
      for (size_t i = 0; i < count_; ++i)
        if (first_[i].first == key) return &first_[i].second;
      return nullptr;
    }
    uint32_t* at = index_.find(key);
    return at ? &rest_[*at].second : nullptr;
  }
  std::pair<V*, bool> insert(K key, const V& value) {
    if (V* there = find(key)) return {there, false};
    if (count_ < kInPlace) {
      first_[count_] = {key, value};
      return {&first_[count_++].second, true};
    }
    if (rest_.empty())
      for (size_t i = 0; i < kInPlace; ++i) move(first_[i]);
    move({key, value});
    ++count_;
    return {&rest_.back().second, true};
  }
  size_t size() const { return count_; }
  bool empty() const { return count_ == 0; }
  void clear() {
    count_ = 0;
    rest_.clear();
    index_.clear();
  }
  const Entry* begin() const { return rest_.empty() ? first_ : rest_.data(); }
  const Entry* end() const { return begin() + count_; }

 private:
  static constexpr size_t kInPlace = 8;
  void move(const Entry& e) {
    index_.insert(e.first, static_cast<uint32_t>(rest_.size()));
    rest_.push_back(e);
  }

  size_t count_ = 0;
  Entry first_[kInPlace];
  std::vector<Entry> rest_;
  FlatMap<K, uint32_t> index_;
};

}  // namespace krait
