// Is a value never negative? Asked where the sign of an int decides a type: `2 ** n` is an int or a float.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "infer/infer.h"

namespace krait::infer {

// Proves that ints of one function are not negative, from what a reader of the function sees: bounds of loops over
// range() and enumerate(), lengths, tests, and sums and differences of those (`len(s) - i - 1`). Works backwards from the
// value: a goal is a linear form that shall be at least zero; a variable in it is replaced by what was stored to it, or by
// a bound; a goal that comes back to itself holds by induction over the steps of the program.
class Signs {
 public:
  // The types of the instance's registers are read when a question is asked.
  Signs(const hir::Program& program, const hir::Code& code, const Instance& instance, Types& types)
      : program_(program), code_(code), instance_(instance), types_(types) {}

  // Is what operation `position` of `block` finds in that register, if it is an int, at least 0?
  bool neverNegative(hir::Reg value, uint32_t block, uint32_t position);

 private:
  struct Place {
    uint32_t block, position;
    auto operator<=>(const Place&) const = default;
  };
  // What a linear form is made of: the variable in a slot, or the length of the text in it; a register, with the number of
  // the replacement it came in by (registers of two rounds of a loop are two values).
  struct Term {
    enum Kind : uint8_t { Variable, Length, Register } kind;
    uint32_t index, origin;
    auto operator<=>(const Term&) const = default;
  };
  struct Linear {
    std::map<Term, int64_t> terms;
    int64_t constant = 0;
    auto operator<=>(const Linear&) const = default;
    void add(const Linear& other, int64_t factor);
    bool small() const;  // no sum of a few such forms overflows
  };
  struct Predecessors {
    std::vector<uint32_t> blocks;
    bool exceptional = false;  // it handles exceptions: they come from within other blocks
  };

  bool prove(const Linear& goal, Place at, int depth);
  bool proveTerms(const Linear& goal, Place at, int depth);
  bool proveByTest(const Linear& goal, Place at, int depth);
  bool proveByStores(const Linear& goal, Term variable, int64_t factor, Place at, int depth);
  bool neverNegativeRegister(hir::Reg r, int depth);
  std::optional<Linear> form(hir::Reg r, Place at, uint32_t origin, int depth = 0) const;
  // The upper or lower bound of what a `for` over range() or enumerate() gives, as of where that was made.
  std::optional<Linear> loopBound(hir::Reg value, bool upper, Place* made) const;
  std::optional<Linear> boundOfIterable(hir::Reg iterable, bool index_of_pair, bool upper, Place* made) const;
  const hir::Instr* definition(hir::Reg r, Place* place = nullptr) const;
  const hir::Instr* source(hir::Reg r, Place* place = nullptr) const;
  std::string_view builtinCalled(const hir::Instr& call) const;
  bool integral(hir::Reg r) const;
  bool fixedLength(hir::Reg r) const;
  bool unchanged(uint32_t slot, Place from, Place to) const;
  bool unchangedTerms(const Linear& form, Place from, Place to) const;
  bool reachingStores(uint32_t slot, Place at, std::vector<Place>* stores) const;
  const std::vector<Predecessors>& predecessors() const;
  bool edgeDominates(uint32_t from, uint32_t to, uint32_t block) const;

  const hir::Program& program_;
  const hir::Code& code_;
  const Instance& instance_;
  Types& types_;
  bool elsewhere_ = false;  // the code is not the instance's: nothing is known of its types
  mutable std::vector<Predecessors> predecessors_;
  std::map<std::pair<Linear, Place>, int> assumed_;  // open goals, with their age
  int steps_ = 0;
  int age_ = 0;  // how many stores back in time
  uint32_t origins_ = 0;
};

}  // namespace krait::infer
