#include "core/traceback.h"

#include "abi.h"
#include "core/exception.h"
#include "core/memory.h"
#include "core/str.h"
#include "core/support.h"
#include "os/file.h"
#include "os/source.h"

namespace krait::rt {

// ---- recording ----------------------------------------------------------------------------------

namespace {

// A pointer with bit 0 set is the single site of the traceback.
bool isSingle(const Traceback* t) { return (reinterpret_cast<uintptr_t>(t) & 1) != 0; }
const Site* singleSite(const Traceback* t) {
  return reinterpret_cast<const Site*>(reinterpret_cast<uintptr_t>(t) - 1);
}

constexpr uint32_t kFirstCapacity = 6;
constexpr uint32_t kMaxCapacity = kTracebackFirst + kTracebackLast;

int64_t tracebackBytes(uint32_t capacity) {
  return static_cast<int64_t>(sizeof(Traceback) + capacity * sizeof(const Site*));
}

Traceback* newTraceback() {
  Traceback* t = static_cast<Traceback*>(kr_buf_alloc(tracebackBytes(kFirstCapacity)));
  t->capacity = kFirstCapacity;
  t->limit = 0;
  t->count = 0;
  t->frames = nullptr;
  t->frame_count = t->frame_capacity = 0;
  return t;
}

// The traceback as an allocated list.
KR_COLD Traceback* expand(Exception* exc) {
  Traceback* old = exc->traceback;
  if (old && !isSingle(old)) return old;
  Traceback* t = newTraceback();
  if (old) {
    t->sites[0] = singleSite(old);
    t->count = 1;
  }
  exc->traceback = t;
  return t;
}

KR_COLD Traceback* grow(Exception* exc) {
  Traceback* t = exc->traceback;
  uint32_t capacity = min(t->capacity * 2, kMaxCapacity);
  t = static_cast<Traceback*>(
      kr_buf_realloc(t, tracebackBytes(t->capacity), tracebackBytes(capacity)));
  t->capacity = capacity;
  exc->traceback = t;
  return t;
}

}  // namespace

void addTraceback(Exception* exc, const Site* site) {
  Traceback* t = exc->traceback;
  if (!t) {
    exc->traceback = reinterpret_cast<Traceback*>(reinterpret_cast<uintptr_t>(site) + 1);
    return;
  }
  if (isSingle(t)) t = expand(exc);
  if (t->count < t->capacity) {
    t->sites[t->count++] = site;
    return;
  }
  if (t->capacity < kMaxCapacity) {
    t = grow(exc);
    t->sites[t->count++] = site;
    return;
  }
  t->sites[kTracebackFirst + (t->count - kTracebackFirst) % kTracebackLast] = site;
  t->count++;
}

void dropTraceback(Traceback* traceback) {
  if (!traceback || isSingle(traceback)) return;
  for (uint32_t i = 0; i < traceback->frame_count; ++i) release(traceback->frames[i]);
  if (traceback->frames) kr_buf_free(traceback->frames, static_cast<int64_t>(traceback->frame_capacity * sizeof(Object*)));
  kr_buf_free(traceback, tracebackBytes(traceback->capacity));
}

KR_COLD void keepFrame(Exception* exc, Object* owned_variables) {
  Traceback* t = expand(exc);
  if (t->frame_count == t->frame_capacity) {
    uint32_t capacity = t->frame_capacity ? t->frame_capacity * 2 : 4;
    const auto bytes = [](uint32_t n) { return static_cast<int64_t>(n * sizeof(Object*)); };
    t->frames = static_cast<Object**>(t->frames ? kr_buf_realloc(t->frames, bytes(t->frame_capacity), bytes(capacity))
                                                : kr_buf_alloc(bytes(capacity)));
    t->frame_capacity = capacity;
  }
  t->frames[t->frame_count++] = owned_variables;
}

void visitFrames(const Traceback* traceback, TraceVisitor visit, void* context) {
  if (!traceback || isSingle(traceback)) return;
  for (uint32_t i = 0; i < traceback->frame_count; ++i) visit(traceback->frames[i], context);
}

void setTracebackLimit(Exception* exc, uint32_t limit) { expand(exc)->limit = limit; }

int64_t tracebackLength(const Traceback* t) {
  if (!t) return 0;
  if (isSingle(t)) return 1;
  return static_cast<int64_t>(min<uint64_t>(t->count, kMaxCapacity));
}

const Site* tracebackSite(const Traceback* t, int64_t i) {
  if (isSingle(t)) return singleSite(t);
  uint64_t from_outermost = static_cast<uint64_t>(i);
  if (t->count <= kMaxCapacity) return t->sites[t->count - 1 - from_outermost];
  if (from_outermost >= kTracebackLast) {
    return t->sites[kTracebackFirst - 1 - (from_outermost - kTracebackLast)];
  }
  uint64_t index = t->count - 1 - from_outermost;  // counted from the innermost
  return t->sites[kTracebackFirst + (index - kTracebackFirst) % kTracebackLast];
}

bool sameTraceback(const Traceback* a, const Traceback* b) {
  if (a == b) return true;
  const int64_t length = tracebackLength(a);
  if (length != tracebackLength(b)) return false;
  if (length > 1 && a->count != b->count) return false;
  for (int64_t i = 0; i < length; i++)
    if (tracebackSite(a, i) != tracebackSite(b, i)) return false;
  return true;
}

// ---- printing -----------------------------------------------------------------------------------

namespace {

constexpr int64_t kPrintLimit = 1000;  // innermost entries, as sys.tracebacklimit's default
constexpr int kRepeatCutoff = 3;       // equal entries printed before they are only counted

bool isBlank(uint32_t c) { return c == ' ' || c == '\t' || c == '\f'; }

void addNumber(StrBuilder& out, int64_t n) {
  Str* text = formatMessage("%ld", n);
  out.add(text);
  releaseStr(text);
}

void addUtf8(StrBuilder& out, const char* text) {
  Str* s = newStrUtf8(text);
  out.add(s);
  releaseStr(s);
}

// Number of characters in the first `offset` bytes of the line's UTF-8 form. An offset behind the
// end counts as one character more than the line has; a cut character counts as one.
int64_t characterOffset(const Str* line, int64_t offset) {
  int64_t bytes = 0;
  for (int64_t i = 0; i < line->length; i++) {
    if (bytes >= offset) return i;
    uint32_t c = strAt(line, i);
    bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  }
  return bytes >= offset ? line->length : line->length + 1;
}

// Where the marks under a multi-line range end: behind the last character of its first line that is
// not blank. (CPython looks at as many bytes of the UTF-8 form as the line has characters.)
int64_t lastMarkOfLine(const Str* line) {
  Utf8 text(line, false);
  int64_t i = line->length;
  while (i > 0 && isBlank(static_cast<uint8_t>(text.data()[i - 1]))) i--;
  return i;
}

bool isOneOf(uint32_t c, const char* set) {
  return c < 128 && c && strchr(set, static_cast<int>(c));
}

// Is there still an operator (or a closing parenthesis before it) or a subscript? The file may have
// been changed since the program was compiled.
bool looksLikeOperator(const Str* line, int64_t begin, int64_t end) {
  while (begin < end && isBlank(strAt(line, begin))) begin++;
  return begin < end && isOneOf(strAt(line, begin), "+-*/%@&|^<>)[");
}

// The second line of an entry: carets under the range of the site. `blanks` leading characters of
// the source line were not printed. Rules of CPython 3.11, Python/traceback.c.
void formatMarks(StrBuilder& out, int depth, const Site* site, const Str* line, int64_t blanks) {
  if (site->column < 0 || site->end_column < 0) return;
  int64_t start = characterOffset(line, site->column);
  int64_t end = characterOffset(line, site->end_column);
  int64_t anchor_begin = -1;
  int64_t anchor_end = -1;
  if (site->end_line_delta == site->line_delta) {
    // Not behind a byte order mark, which CPython counts when it looks for the operator.
    if (site->anchor_begin >= 0 && end <= line->length && strAt(line, 0) != 0xFEFF) {
      anchor_begin = characterOffset(line, site->anchor_begin);
      anchor_end = characterOffset(line, site->anchor_end);
      if (!looksLikeOperator(line, anchor_begin, anchor_end)) anchor_begin = -1;
    }
  } else {
    end = lastMarkOfLine(line);
  }
  // Marks under everything would say nothing.
  if (anchor_begin < 0 && end - start == line->length - blanks) return;
  addMargin(out, depth);
  out.addAscii("    ");
  for (int64_t i = blanks; i < end; i++) {
    if (i < start) {
      out.add(' ');
    } else if (anchor_begin < 0 || (i >= anchor_begin && i < anchor_end)) {
      out.add('^');
    } else {
      out.add('~');
    }
  }
  out.add('\n');
}

void formatEntry(StrBuilder& out, int depth, const Site* site, SourceFile& source) {
  const FunctionInfo* function = site->function;
  int64_t number = int64_t{function->line} + site->line_delta;
  addMargin(out, depth);
  out.addAscii("  File \"");
  addUtf8(out, function->file);
  out.addAscii("\", line ");
  addNumber(out, number);
  out.addAscii(", in ");
  addUtf8(out, function->name);
  out.add('\n');
  Str* line = source.line(function->file, number);
  if (!line) return;
  int64_t blanks = 0;
  while (blanks < line->length && isBlank(strAt(line, blanks))) blanks++;
  addMargin(out, depth);
  out.addAscii("    ");
  out.addSlice(line, blanks, line->length);
  out.add('\n');
  formatMarks(out, depth, site, line, blanks);
  releaseStr(line);
}

void formatRepeats(StrBuilder& out, int64_t count) {
  if (count <= kRepeatCutoff) return;
  count -= kRepeatCutoff;
  out.addAscii("  [Previous line repeated ");
  addNumber(out, count);
  out.addAscii(count > 1 ? " more times]\n" : " more time]\n");
}

bool samePlace(const Site* a, const Site* b) {
  if (a->function->line + a->line_delta != b->function->line + b->line_delta) return false;
  return a->function == b->function || (strcmp(a->function->file, b->function->file) == 0 &&
                                        strcmp(a->function->name, b->function->name) == 0);
}

}  // namespace

void addIndent(StrBuilder& out, int depth) { out.addRepeated(' ', int64_t{2} * depth); }

void addMargin(StrBuilder& out, int depth) {
  addIndent(out, depth);
  if (depth) out.addAscii("| ");
}

void formatTraceback(StrBuilder& out, const Traceback* traceback, int depth) {
  int64_t length = tracebackLength(traceback);
  if (length == 0) return;
  // Functions that are not in call-graph cycles do not count as depth, so a RecursionError comes
  // some frames later than CPython's: the innermost frames beyond the limit are those CPython has
  // not.
  int64_t end = length;
  if (!isSingle(traceback) && traceback->limit && traceback->count > traceback->limit) {
    end -=
        static_cast<int64_t>(min<uint64_t>(traceback->count - traceback->limit, kTracebackFirst));
  }
  SourceFile source;
  const Site* last = nullptr;
  int64_t repeats = 0;
  for (int64_t i = max<int64_t>(end - kPrintLimit, 0); i < end; i++) {
    const Site* site = tracebackSite(traceback, i);
    if (!last || !samePlace(last, site)) {
      formatRepeats(out, repeats);
      repeats = 0;
    }
    last = site;
    if (++repeats <= kRepeatCutoff) formatEntry(out, depth, site, source);
  }
  formatRepeats(out, repeats);
}

}  // namespace krait::rt

using namespace krait::rt;

namespace krait::rt::abi {

extern "C" void kr_traceback_add(exc e, ptr site) {
  // A comprehension is a frame of its own for tracebacks, but no call.
  for (auto* s = static_cast<const Site*>(site);; s -= s->outer) {
    addTraceback(e, s);
    if (s->outer == 0) break;
  }
}

extern "C" void kr_exc_keep_frame(exc e, object variables) {
  retain(variables);
  keepFrame(e, variables);
}

extern "C" void kr_exc_clear_traceback(exc e) {
  dropTraceback(e->traceback);
  e->traceback = nullptr;
}

extern "C" void kr_exc_copy_traceback(exc e, exc from) {
  if (e == from) return;
  Traceback* old = e->traceback;
  Traceback* source = from->traceback;
  e->traceback = source;
  if (source && !isSingle(source)) {
    const int64_t bytes = tracebackBytes(source->capacity);
    Traceback* t = static_cast<Traceback*>(kr_buf_alloc(bytes));
    memcpy(t, source, static_cast<size_t>(bytes));
    t->frames = nullptr;
    t->frame_count = t->frame_capacity = 0;
    e->traceback = t;
    for (uint32_t i = 0; i < source->frame_count; ++i) {
      retain(source->frames[i]);
      keepFrame(e, source->frames[i]);
    }
  }
  dropTraceback(old);
}

extern "C" i64 kr_traceback_len(exc e) { return tracebackLength(e->traceback); }

extern "C" str kr_traceback_file(exc e, i64 i) {
  return newStrUtf8(tracebackSite(e->traceback, i)->function->file);
}

extern "C" i64 kr_traceback_line(exc e, i64 i) {
  const Site* site = tracebackSite(e->traceback, i);
  return i64{site->function->line} + site->line_delta;
}

extern "C" str kr_traceback_name(exc e, i64 i) {
  return newStrUtf8(tracebackSite(e->traceback, i)->function->name);
}

extern "C" str kr_traceback_format(exc e) {
  StrBuilder out;
  if (tracebackLength(e->traceback) > 0) out.addAscii("Traceback (most recent call last):\n");
  formatTraceback(out, e->traceback);
  return out.finish();
}

}  // namespace krait::rt::abi
