// What is printed of exceptions: chains, groups, notes.
#include "abi.h"
#include "core/exception.h"
#include "core/memory.h"
#include "core/str.h"
#include "core/support.h"
#include "core/thread_state.h"
#include "core/traceback.h"
#include "os/file.h"
#include "os/process.h"

namespace krait::rt {

Str* exceptionText(Exception* exc) {
  const TypeInfo* info = typeInfo(&exc->header);
  if (info->exc_str) return reinterpret_cast<Str*>(info->exc_str(&exc->header));
  if (exc->args && exc->args->length == 1) {
    const Any* items = static_cast<const Any*>(exc->args->items);
    if (items[0].tag == KR_TID(str)) return retainStr(reinterpret_cast<Str*>(items[0].payload));
  }
  return emptyStr();
}

namespace {

void addUtf8(StrBuilder& out, const char* text) {
  Str* s = newStrUtf8(text);
  out.add(s);
  releaseStr(s);
}

// Prints an exception with what it is chained to and, if it is a group, its members. Rules of
// CPython 3.11, Python/pythonrun.c.
class Printer {
 public:
  explicit Printer(StrBuilder& out) : out_(out) {}
  ~Printer();
  Printer(const Printer&) = delete;
  Printer& operator=(const Printer&) = delete;

  void print(Exception* exc);       // and its chain
  void printAlone(Exception* exc);  // without chain and members

 private:
  static constexpr int64_t kMaxGroupWidth = 15;
  static constexpr int kMaxGroupDepth = 10;

  // An exception is printed in one chain only. Those already in have kSeen in their padding.
  bool see(Exception* exc);
  Exception* nextInChain(Exception* exc);
  void printOne(Exception* exc);
  void printHead(Exception* exc, bool is_group);
  void printGroup(Exception* exc, const VTuple* members);
  void printNotes(const Exception* exc);
  void printSeparator(int64_t number);
  void line(const char* text);  // with margin

  StrBuilder& out_;
  int depth_ = 0;            // levels of groups
  bool need_close_ = false;  // the group's frame is still open below
  PointerVector seen_ = {};  // owned references
};

Printer::~Printer() {
  for (int64_t i = 0; i < seen_.length; i++) {
    Exception* exc = static_cast<Exception*>(seen_.items[i]);
    exc->pad[0] = 0;
    release(&exc->header);
  }
  kr_buf_free(seen_.items, seen_.capacity * static_cast<int64_t>(sizeof(void*)));
}

bool Printer::see(Exception* exc) {
  if (exc->pad[0]) return false;
  exc->pad[0] = 1;
  retain(&exc->header);  // __str__ may change the chain
  pushPointer(&seen_, exc);
  return true;
}

Exception* Printer::nextInChain(Exception* exc) {
  Exception* next = exc->cause ? exc->cause : exc->suppress_context ? nullptr : exc->context;
  return next && see(next) ? next : nullptr;
}

void Printer::line(const char* text) {
  addMargin(out_, depth_);
  out_.addAscii(text);
}

void Printer::print(Exception* exc) {
  see(exc);
  int64_t first = seen_.length;  // the chain behind exc will be there
  Exception* last = exc;
  while (Exception* next = nextInChain(last)) last = next;
  int64_t end = seen_.length;
  bool need_close = need_close_;
  need_close_ = false;
  for (int64_t i = end - 1; i >= first; i--) {
    Exception* chained = static_cast<Exception*>(seen_.items[i]);
    Exception* outer = i == first ? exc : static_cast<Exception*>(seen_.items[i - 1]);
    bool is_cause = outer->cause == chained;
    printOne(chained);
    line("\n");
    line(is_cause ? "The above exception was the direct cause of the following exception:\n"
                  : "During handling of the above exception, another exception occurred:\n");
    line("\n");
  }
  need_close_ = need_close;
  printOne(exc);
}

void Printer::printAlone(Exception* exc) {
  see(exc);
  printHead(exc, false);
}

void Printer::printOne(Exception* exc) {
  VTuple* members = kr_exc_group_members(&exc->header);
  if (members) {
    printGroup(exc, members);
    release(&members->header);
  } else {
    printHead(exc, false);
  }
}

void Printer::printHead(Exception* exc, bool is_group) {
  if (tracebackLength(exc->traceback) > 0) {
    addIndent(out_, depth_);
    if (depth_) out_.addAscii(is_group && depth_ == 1 ? "+ " : "| ");
    out_.addAscii(is_group ? "Exception Group Traceback (most recent call last):\n"
                           : "Traceback (most recent call last):\n");
    formatTraceback(out_, exc->traceback, depth_);
  }
  addMargin(out_, depth_);
  formatExceptionLine(out_, exc);
  out_.add('\n');
  printNotes(exc);
}

void Printer::printNotes(const Exception* exc) {
  const VTuple* notes = reinterpret_cast<const VTuple*>(exc->notes);
  if (!notes) return;
  const Any* items = static_cast<const Any*>(notes->items);
  for (int64_t i = 0; i < notes->length; i++) {
    // Line by line because of the margin.
    const Str* note =
        items[i].tag == KR_TID(str) ? reinterpret_cast<const Str*>(items[i].payload) : emptyStr();
    int64_t from = 0;
    while (from < note->length) {
      int64_t end = abi::kr_str_find_linebreak(const_cast<Str*>(note), from);
      if (end < note->length) end += abi::kr_str_linebreak_len(const_cast<Str*>(note), end);
      addMargin(out_, depth_);
      out_.addSlice(note, from, end);
      from = end;
    }
    out_.add('\n');
  }
}

void Printer::printSeparator(int64_t number) {
  addIndent(out_, depth_);
  out_.addAscii(number == 1 ? "+-" : "  ");
  out_.addAscii("+---------------- ");
  if (number <= kMaxGroupWidth) {
    Str* text = formatMessage("%ld", number);
    out_.add(text);
    releaseStr(text);
  } else {
    out_.addAscii("...");
  }
  out_.addAscii(" ----------------\n");
}

void Printer::printGroup(Exception* exc, const VTuple* members) {
  if (depth_ > kMaxGroupDepth) {
    line("... (max_group_depth is 10)\n");
    return;
  }
  if (depth_ == 0) depth_ = 1;
  printHead(exc, true);
  const Any* items = static_cast<const Any*>(members->items);
  int64_t shown = min(members->length, kMaxGroupWidth + 1);
  need_close_ = false;
  for (int64_t i = 0; i < shown; i++) {
    bool is_last = i == shown - 1;
    if (is_last) need_close_ = true;  // perhaps a group further in closes the frame
    printSeparator(i + 1);
    depth_++;
    if (i < kMaxGroupWidth) {
      print(reinterpret_cast<Exception*>(items[i].payload));
    } else {
      int64_t left = members->length - kMaxGroupWidth;
      Str* text = formatMessage("and %ld more exception%s\n", left, left > 1 ? "s" : "");
      addMargin(out_, depth_);
      out_.add(text);
      releaseStr(text);
    }
    if (is_last && need_close_) {
      addIndent(out_, depth_);
      out_.addAscii("+------------------------------------\n");
      need_close_ = false;
    }
    depth_--;
  }
  if (depth_ == 1) depth_ = 0;
}

}  // namespace

void formatExceptionLine(StrBuilder& out, Exception* exc, bool always_colon) {
  const TypeInfo* info = typeInfo(&exc->header);
  if (info->module && strcmp(info->module, "builtins") != 0 &&
      strcmp(info->module, "__main__") != 0) {
    addUtf8(out, info->module);
    out.add('.');
  }
  addUtf8(out, info->flags & kTypeHasQualname ? info->qualname : info->name);
  Str* text = exceptionText(exc);
  if (!text) {
    out.addAscii(": <exception str() failed>");
    return;
  }
  if (text->length || always_colon) {
    out.addAscii(": ");
    out.add(text);
  }
  releaseStr(text);
}

void formatException(StrBuilder& out, Exception* exc, bool chain) {
  Printer printer(out);
  if (chain) {
    printer.print(exc);
  } else {
    printer.printAlone(exc);
  }
}

namespace {

void writeToStderr(StrBuilder& out) {
  Str* text = out.finish();
  if (File* file = stderrFile()) {
    // Nobody is left to tell if stderr itself fails; CPython drops that error as well.
    (void)fileWriteStr(file, text);
    (void)fileFlush(file);
  }
  releaseStr(text);
}

}  // namespace

void printException(Exception* exc) {
  StrBuilder out;
  formatException(out, exc);
  writeToStderr(out);
}

}  // namespace krait::rt

using namespace krait::rt;

namespace krait::rt::abi {

extern "C" str kr_exc_format(exc e) {
  StrBuilder out;
  formatException(out, e);
  return out.finish();
}

extern "C" optstr kr_exc_format_handled() {
  Exception* handled = kr_ts()->handled;
  return handled ? kr_exc_format(handled) : nullptr;
}

extern "C" void kr_exc_print(exc e) { printException(e); }

extern "C" void kr_exc_print_unraisable(exc e, str first_line) {
  StrBuilder out;
  out.add(first_line);
  out.add('\n');
  if (tracebackLength(e->traceback) > 0) out.addAscii("Traceback (most recent call last):\n");
  formatTraceback(out, e->traceback);
  formatExceptionLine(out, e, true);
  out.add('\n');
  writeToStderr(out);
}

extern "C" void kr_exc_print_ignored(exc e, str where) {
  Str* first_line = formatMessage("Exception ignored in: %S", where);
  kr_exc_print_unraisable(e, first_line);
  releaseStr(first_line);
}

}  // namespace krait::rt::abi
