// Declares every runtime function of abi.def for C++. The compiler reads the same table.
#pragma once

#include "core/object.h"

// Result<T> is only instantiated where it is used; its layout is what the table says all the same.
#pragma clang diagnostic ignored "-Wreturn-type-c-linkage"

namespace krait::rt {
struct File;  // os/file.h
}

// The type words of abi.def as C++ types. Object parameters are borrowed (the callee retains what it
// keeps); object results are owned by the caller.
namespace krait::rt::abi {
using i64 = int64_t;
using f64 = double;
using boolean = bool;
using integer = Int;              // Python's int (tagged word)
using str = Str*;
using bytes = Bytes*;
using file = File*;
using exc = Exception*;
using object = Object*;           // any heap object, not null
using opt = Object*;              // any heap object or null
using optstr = Str*;              // str or None (null)
using ptr = void*;                // raw memory, a lib/core buffer
#define KR_Raises(T) Result<T>
#define KR_NoRaise(T) T
#define KR_FN(ret, name, raises, ...) extern "C" KR_##raises(ret) kr_##name(__VA_ARGS__);
#include "abi.def"
#undef KR_FN
}  // namespace krait::rt::abi
