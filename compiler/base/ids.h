// Thin typed ids: an index into a vector that cannot be mixed up with another kind of index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace krait {

template <class Tag>
struct Id {
  static constexpr uint32_t kInvalid = 0xffffffffu;
  uint32_t index = kInvalid;

  constexpr Id() = default;
  constexpr explicit Id(uint32_t i) : index(i) {}
  constexpr explicit Id(size_t i) : index(static_cast<uint32_t>(i)) {}
  constexpr bool valid() const { return index != kInvalid; }
  constexpr bool operator==(const Id&) const = default;
  constexpr auto operator<=>(const Id&) const = default;
};

// A vector indexed by one kind of id. With std::deque for Items, adding moves no item.
template <class IdT, class T, class Items = std::vector<T>>
class IdVector {
 public:
  IdT add(T value) {
    items_.push_back(std::move(value));
    return IdT(items_.size() - 1);
  }
  T& operator[](IdT id) { return items_[id.index]; }
  const T& operator[](IdT id) const { return items_[id.index]; }
  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  void resize(size_t n) { items_.resize(n); }
  auto begin() { return items_.begin(); }
  auto end() { return items_.end(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }

 private:
  Items items_;
};

}  // namespace krait

template <class Tag>
struct std::hash<krait::Id<Tag>> {
  size_t operator()(krait::Id<Tag> id) const { return id.index * 0x9e3779b97f4a7c15ull >> 7; }
};
