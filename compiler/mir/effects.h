// What operations may overwrite: the memory that borrowed results of loads point into.
#pragma once

#include <cstdint>
#include <vector>

#include "mir/mir.h"

namespace krait::mir {

// A class of memory: one field in one hierarchy of layouts, the elements of all buffers of one
// element type, or one global.
struct Location {
  enum Kind : uint8_t { None, Field, Buffer, Global } kind = None;
  uint32_t a = 0, b = 0;
  uint64_t key() const {
    return static_cast<uint64_t>(kind) << 62 | static_cast<uint64_t>(a) << 31 | b;
  }
};

// Facts about a module, computed once; the module's functions may then change as long as their
// calls and stores stay the same (as counts and borrow keep them).
class Effects {
 public:
  explicit Effects(const Module& module);

  // Can dropping an object run code of the program (is there a __del__)? Then releasing an object,
  // overwriting a field and making an object (which may start the cycle collector) may have any
  // effect. Otherwise dropping has no effect but freeing memory.
  bool dropsRunCode() const { return drops_run_code_; }
  // Can the program see when objects die? Also if there are `keep` operations, which mirgen makes
  // for types with such a death (files …): then nothing may live longer than in CPython.
  bool observable() const { return observable_; }

  // The memory a load reads; None if `instr` is no load.
  Location loaded(const Instr& instr) const;
  // May `instr` overwrite `location` (or run code that does)? Asked of release too.
  bool clobbers(const Function& function, const Instr& instr, Location location) const;
  // Does `instr` use its operands after or while its effects happen? (Calls; a store is done with
  // its operands before it releases the old value.)
  static bool usesOperandsDuringEffects(Op op);

 private:
  // Stands for the elements of all buffers.
  static constexpr uint32_t kAnyBuffer = 0x7fffffff;
  struct Summary {
    bool all = false;
    std::vector<uint64_t> keys;  // sorted
    bool has(uint64_t key) const;
    bool add(uint64_t key);
  };
  Location stored(const Instr& instr) const;
  enum class Runtime : uint8_t { Nothing, Buffers, All };
  Runtime runtimeEffect(SymId name) const;

  const Module& module_;
  bool observable_ = false, drops_run_code_ = false;
  std::vector<uint32_t> root_;    // layout -> the last one in its chain of bases
  std::vector<Runtime> runtime_;  // by symbol, for runtime functions
  std::vector<Summary> summary_;  // function -> what it and its callees may overwrite
};

}  // namespace krait::mir
