// SHA-256 (FIPS 180-4), for the keys of the run cache.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace krait {

class Sha256 {
 public:
  // Adds bytes to the message.
  void update(std::string_view bytes);
  // Adds a text preceded by its length, so that consecutive texts cannot run together.
  void field(std::string_view text);
  // Ends the message and returns the digest as 64 hexadecimal digits. Call it once.
  std::string finish();

 private:
  void block(const uint8_t* bytes);

  std::array<uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                    0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<uint8_t, 64> buffer_;
  size_t buffered_ = 0;
  uint64_t length_ = 0;
};

}  // namespace krait
