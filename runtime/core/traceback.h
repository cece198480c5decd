// Tracebacks: which sites an exception passed, innermost first, in bounded memory; and how they are
// printed. An exception that passed a single site stores it in the pointer itself, without
// allocation.
#pragma once

#include "core/object.h"

namespace krait::rt {

class StrBuilder;

constexpr uint32_t kTracebackFirst = 1000;  // innermost sites kept
constexpr uint32_t kTracebackLast = 1000;   // outermost sites kept

// sites[0..min(count, kTracebackFirst)) are the innermost; behind them a ring of the outermost.
struct Traceback {
  uint32_t capacity;  // sites allocated
  uint32_t limit;     // for a RecursionError: the recursion limit it hit; else 0
  uint64_t count;     // sites added, kept or not
  Object** frames;    // owned: the variables of the functions that the exception left, innermost first
  uint32_t frame_count, frame_capacity;
  const Site* sites[];
};

// Do two tracebacks hold the same sites?
bool sameTraceback(const Traceback* a, const Traceback* b);

// Adds a site outside those already there. Called once a frame that the exception leaves.
void addTraceback(Exception* exc, const Site* site);
void dropTraceback(Traceback* traceback);
// The variables of a function that the exception leaves (a tuple object, consumed) live as long as the traceback.
void keepFrame(Exception* exc, Object* owned_variables);
void visitFrames(const Traceback* traceback, TraceVisitor visit, void* context);
// Marks a RecursionError: frames beyond the limit are left out when printed (see docs/runtime.md).
void setTracebackLimit(Exception* exc, uint32_t limit);

// Number of sites available, and the i-th of them from the outermost (the order of printing).
int64_t tracebackLength(const Traceback* traceback);
const Site* tracebackSite(const Traceback* traceback, int64_t i);

// The frames as CPython prints them below the header; `depth` levels of exception groups put a
// margin before each line.
void formatTraceback(StrBuilder& out, const Traceback* traceback, int depth = 0);
void addIndent(StrBuilder& out, int depth);
void addMargin(StrBuilder& out, int depth);

}  // namespace krait::rt
