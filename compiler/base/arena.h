// Bump allocation: everything lives until the arena dies; destructors do not run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace krait {

// An immutable array that lives in an arena.
template <class T>
struct List {
  const T* data = nullptr;
  uint32_t count = 0;

  uint32_t size() const { return count; }
  bool empty() const { return count == 0; }
  const T& operator[](size_t i) const { return data[i]; }
  const T* begin() const { return data; }
  const T* end() const { return data + count; }
  const T& front() const { return data[0]; }
  const T& back() const { return data[count - 1]; }
};

class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  void* allocate(size_t size, size_t align) {
    uintptr_t p = (cursor_ + align - 1) & ~(uintptr_t)(align - 1);
    if (p + size > limit_) return allocateSlow(size, align);
    cursor_ = p + size;
    return reinterpret_cast<void*>(p);
  }
  template <class T, class... Args>
  T* make(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (allocate(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
  }
  template <class T>
  List<T> list(const std::vector<T>& items) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (items.empty()) return {};
    auto* p = static_cast<T*>(allocate(sizeof(T) * items.size(), alignof(T)));
    std::memcpy(static_cast<void*>(p), items.data(), sizeof(T) * items.size());
    return {p, static_cast<uint32_t>(items.size())};
  }
  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    auto* p = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(p, text.data(), text.size());
    return {p, text.size()};
  }
  // Bytes handed out, for statistics.
  size_t bytesReserved() const { return reserved_; }

 private:
  void* allocateSlow(size_t size, size_t align) {
    size_t chunk = next_chunk_ > size + align ? next_chunk_ : size + align;
    if (next_chunk_ < (1u << 22)) next_chunk_ *= 2;
    chunks_.push_back(std::make_unique<char[]>(chunk));
    reserved_ += chunk;
    cursor_ = reinterpret_cast<uintptr_t>(chunks_.back().get());
    limit_ = cursor_ + chunk;
    return allocate(size, align);
  }

  std::vector<std::unique_ptr<char[]>> chunks_;
  uintptr_t cursor_ = 0;
  uintptr_t limit_ = 0;
  size_t next_chunk_ = 1u << 14;
  size_t reserved_ = 0;
};

}  // namespace krait
