// Representation of values: what generated code and the runtime agree on. See docs/runtime.md.
#pragma once

#include <stddef.h>
#include <stdint.h>

namespace krait::rt {

// ---- Heap objects -------------------------------------------------------------------------------
// Every heap object begins with this 8-byte header.
//   count  > 0: references, plainly local to one thread
//          < 0: shared between threads (minus the number of references; atomic access only)
//          INT32_MIN: immortal (literals, preallocated singletons): never counted, never freed
//   meta   bits 0..7: flags below; bits 8..31: type id
struct Object {
  int32_t count;
  uint32_t meta;
};
static_assert(sizeof(Object) == 8);

constexpr int32_t kImmortal = INT32_MIN;

enum Flag : uint32_t {
  kFlagColor0 = 1u << 0,     // cycle collector: colour (2 bits)
  kFlagColor1 = 1u << 1,
  kFlagBuffered = 1u << 2,   // cycle collector: in the list of possible roots
  kFlagFinalized = 1u << 3,  // __del__ has run
  kFlagWeakref = 1u << 4,    // the weak reference table knows this object
  kFlagMayCycle = 1u << 5,   // set by generated code at allocation: the class is not proven acyclic
};

inline uint32_t typeId(const Object* o) { return o->meta >> 8; }

// Type ids are link-time absolute symbols kr_tid_NAME, numbered by the compiler in preorder, so that
// "is an instance of C or a subclass" is one range test. In C++: KR_TID(str).
#define KR_TID(name) (static_cast<uint32_t>(reinterpret_cast<uintptr_t>(&::kr_tid_##name)))
// The last id among C and its subclasses: kr_tid_end_NAME (exclusive end of the range).
#define KR_TID_END(name) (static_cast<uint32_t>(reinterpret_cast<uintptr_t>(&::kr_tid_end_##name)))

using TraceVisitor = void (*)(Object* child, void* context);

// One a type, emitted by the compiler as element `id` of the array kr_type_table.
struct TypeInfo {
  const char* name;        // "list", "MyError" (type(x).__name__)
  const char* module;      // "builtins", "__main__", "pkg.mod"
  uint32_t id;
  uint32_t end_id;         // subclasses have ids in (id, end_id)
  uint32_t size;           // bytes of the object, 0 if it varies (the object knows)
  uint32_t flags;          // TypeFlag
  void (*drop)(Object*);   // releases what the object owns (not its own memory); null: owns nothing
  void (*trace)(Object*, TraceVisitor, void*);  // visits owned children; null: acyclic
  // str(x) of an exception, for tracebacks: returns an owned str, or null if it raised (the error is
  // dropped). Null for other types.
  Object* (*exc_str)(Object*);
  // type(x).__qualname__ where it differs from the name; present only with kTypeHasQualname.
  const char* qualname;
  // Runs __del__ (self has a reference of its own while it runs; an error is reported as unraisable
  // by the callee); present only with kTypeHasDel. kr_drop_object calls it before `drop`, which doesn't.
  void (*del)(Object*);
};
enum TypeFlag : uint32_t {
  kTypeAcyclic = 1u << 0,
  kTypeException = 1u << 1,
  kTypeVariableSize = 1u << 2,  // memory size comes from kr_object_size (str, bytes, big int)
  kTypeHasDel = 1u << 3,        // the field del exists; __del__ runs before drop and may resurrect
  kTypeHasQualname = 1u << 4,   // the field qualname exists
};

extern "C" const TypeInfo* const kr_type_table[];
extern "C" const uint32_t kr_type_count;

inline const TypeInfo* typeInfo(const Object* o) { return kr_type_table[typeId(o)]; }

// ---- int ----------------------------------------------------------------------------------------
// A tagged word. Bit 0 clear: a small value, shifted left by one (63 bits). Bit 0 set: pointer to a
// BigInt plus one. Canonical: a value that fits 63 bits is never big. "No int" (None in `int | None`)
// is the word 1.
using Int = uint64_t;
constexpr Int kIntNone = 1;
constexpr int64_t kSmallMin = -(int64_t{1} << 62);
constexpr int64_t kSmallMax = (int64_t{1} << 62) - 1;
inline bool isSmall(Int v) { return (v & 1) == 0; }
inline bool bothSmall(Int a, Int b) { return ((a | b) & 1) == 0; }
inline int64_t smallValue(Int v) { return static_cast<int64_t>(v) >> 1; }
inline Int makeSmall(int64_t v) { return static_cast<Int>(v) << 1; }
inline bool fitsSmall(int64_t v) { return v >= kSmallMin && v <= kSmallMax; }
struct BigInt {
  Object header;       // type kr_tid_int
  int64_t size;        // number of limbs, negative for a negative value; top limb not zero
  uint64_t limbs[];    // little-endian magnitude
};
inline BigInt* bigValue(Int v) { return reinterpret_cast<BigInt*>(v - 1); }
inline Int makeBig(BigInt* b) { return reinterpret_cast<uint64_t>(b) + 1; }

// ---- str and bytes ------------------------------------------------------------------------------
// Characters of 1, 2 or 4 bytes each; always the narrowest kind that holds the widest character
// (kind 1 up to U+00FF, kind 2 up to U+FFFF). Lone surrogates are legal. Character data follows the
// header, with one zero character after the last.
struct Str {
  Object header;      // type kr_tid_str
  int64_t hash;       // -1: not computed yet (a real hash is never -1)
  int64_t length;     // in characters
  uint8_t kind;       // 1, 2, 4
  uint8_t ascii;      // 1 if all characters are below 128 (then kind is 1)
  uint16_t pad;
  uint32_t capacity;  // bytes of character data allocated beyond need may be used by append; 0: literal
  // character data
  template <class C = uint8_t>
  C* data() { return reinterpret_cast<C*>(this + 1); }
  template <class C = uint8_t>
  const C* data() const { return reinterpret_cast<const C*>(this + 1); }
};
static_assert(sizeof(Str) == 32);

struct Bytes {
  Object header;  // type kr_tid_bytes
  int64_t hash;   // -1: not computed yet
  int64_t length;
  uint8_t* data() { return reinterpret_cast<uint8_t*>(this + 1); }
  const uint8_t* data() const { return reinterpret_cast<const uint8_t*>(this + 1); }
};
static_assert(sizeof(Bytes) == 24);

// ---- unions -------------------------------------------------------------------------------------
// A value of several possible types: the exact type's id and one word of payload. None: tag
// kr_tid_NoneType, payload 0. bool: 0/1. int: Int. float: its bits. heap objects: the pointer (tag =
// the header's type id). Tuples by value are boxed first.
struct Any {
  uint64_t tag;
  uint64_t payload;
};
// A union of None and heap objects only is a nullable pointer instead.

// A tuple of run-time length, as lib/core's class lays it out; exception args have Any items.
struct VTuple {
  Object header;
  void* items;   // buffer (kr_buf_alloc), null if empty
  int64_t length;
};

// ---- exceptions ---------------------------------------------------------------------------------
struct FunctionInfo {
  const char* name;   // co_name, as tracebacks print it
  const char* file;   // path as CPython would print it
  int32_t line;       // the definition's first line; sites are relative to it
};
// A place that can raise. Columns are 0-based UTF-8 byte offsets, as CPython's; -1: unknown.
// anchor_begin/anchor_end: the operator's column range inside the first line for `~~~~^^~~~` markers
// (binary operations and subscripts), or -1.
struct Site {
  const FunctionInfo* function;
  int32_t line_delta;
  int32_t end_line_delta;
  int32_t column;
  int32_t end_column;
  int32_t anchor_begin;
  int32_t anchor_end;
  int32_t outer;  // how many sites before this one the entry stands that follows it; 0: none
};
struct Traceback;  // runtime/core/traceback.h: bounded list of sites, innermost first

// The prefix of every exception object; subclasses with fields add them behind.
struct Exception {
  Object header;
  VTuple* args;            // owned, Any items
  Exception* cause;        // owned, may be null
  Exception* context;      // owned, may be null
  Traceback* traceback;    // owned by this exception, may be null
  uint8_t suppress_context;
  uint8_t pad[7];
  Object* notes;           // owned VTuple with Any items of str, or null
  VTuple* members;         // of a group: owned, Any items; else null
};
static_assert(sizeof(Exception) == 64);

// What a raising runtime function returns: generated code sees {value, error} in two registers.
template <class T>
struct Result {
  T value;
  Exception* error;  // owned; null: no error
};
template <>
struct Result<void> {
  Exception* error;
};

// ---- retain and release -------------------------------------------------------------------------
// KRAIT_THREADS=0: the program cannot start a thread, counts are plain. =1: counts are sign-tested,
// a negative count is shared and atomic. Both variants of the runtime are built.
#ifndef KRAIT_THREADS
#define KRAIT_THREADS 0
#endif

extern "C" void kr_drop_object(Object* o);                    // count reached zero: drop + free
extern "C" void kr_release_slow(Object* o);                   // shared objects
extern "C" void kr_retain_slow(Object* o);                    // shared objects
extern "C" void kr_possible_root(Object* o);                  // decremented, still alive, may be cyclic

inline void retain(Object* o) {
#if KRAIT_THREADS
  if (__builtin_expect(o->count < 0, 0)) return kr_retain_slow(o);
  o->count++;
#else
  if (o->count >= 0) o->count++;
#endif
}
inline void release(Object* o) {
  if (__builtin_expect(o->count < 0, 0)) {
#if KRAIT_THREADS
    kr_release_slow(o);
#endif
    return;
  }
  if (--o->count == 0) {
    kr_drop_object(o);
  } else if (__builtin_expect(!(typeInfo(o)->flags & kTypeAcyclic), 0)) {
    kr_possible_root(o);
  }
}
template <class T>
inline void retainIf(T* o) { if (o) retain(reinterpret_cast<Object*>(o)); }
template <class T>
inline void releaseIf(T* o) { if (o) release(reinterpret_cast<Object*>(o)); }
inline void retainInt(Int v) { if (!isSmall(v) && v != kIntNone) retain(&bigValue(v)->header); }
inline void releaseInt(Int v) { if (!isSmall(v) && v != kIntNone) release(&bigValue(v)->header); }

}  // namespace krait::rt

// The types the runtime itself creates. Each has a TypeInfo in every program.
#define KR_RUNTIME_TYPES(X)                                                                        \
  X(NoneType) X(bool) X(int) X(float) X(complex) X(str) X(bytes) X(ellipsis) X(vtuple_any) X(File) \
  X(BaseException) X(SystemExit) X(KeyboardInterrupt) X(Exception) X(ArithmeticError)              \
  X(OverflowError) X(ZeroDivisionError) X(AttributeError) X(EOFError) X(LookupError) X(IndexError) \
  X(KeyError) X(MemoryError) X(NameError) X(UnboundLocalError) X(OSError) X(RuntimeError)          \
  X(RecursionError) X(StopIteration) X(TypeError) X(ValueError)
#define KR_DECLARE_TID(name) extern "C" char kr_tid_##name; extern "C" char kr_tid_end_##name;
KR_RUNTIME_TYPES(KR_DECLARE_TID)
#undef KR_DECLARE_TID
