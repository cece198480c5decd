// What the file layer needs to know about codecs.
#pragma once

#include "core/codecs.h"

namespace krait::rt {

// Is ASCII text encoded as itself, at any place of a file?
inline bool isAsciiCompatible(int64_t codec) {
  return codec == kUtf8 || codec == kAscii || codec == kLatin1;
}

// The codec for the second and later writes to a file: without a byte order mark.
inline int64_t codecWithoutBom(int64_t codec) {
  if (codec == kUtf8Sig) return kUtf8;
  if (codec == kUtf16) return kUtf16Le;
  return codec == kUtf32 ? int64_t{kUtf32Le} : codec;
}

// The codec with its byte order, from the first bytes of a file; *skip: length of the mark.
int64_t codecFromBom(int64_t codec, const char* data, int64_t size, int64_t* skip);

}  // namespace krait::rt
