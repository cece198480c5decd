#include "core/exception.h"

#include <stdarg.h>

#include "abi.h"
#include "core/memory.h"
#include "core/str.h"
#include "core/support.h"
#include "core/thread_state.h"
#include "core/traceback.h"

namespace krait::rt {

VTuple* newExceptionArgs(Str* owned_message) {
  VTuple* args = allocObjectAs<VTuple>(KR_TID(vtuple_any));
  args->items = nullptr;
  args->length = 0;
  if (owned_message) {
    Any* items = static_cast<Any*>(kr_buf_alloc(sizeof(Any)));
    items[0] = Any{KR_TID(str), reinterpret_cast<uint64_t>(owned_message)};
    args->items = items;
    args->length = 1;
  }
  return args;
}

// ---- making exceptions --------------------------------------------------------------------------

KR_COLD Exception* makeException(uint32_t tid, Str* owned_message) {
  size_t size = max<size_t>(kr_type_table[tid]->size, sizeof(Exception));
  Exception* exc = reinterpret_cast<Exception*>(allocObject(tid, size));
  memset(reinterpret_cast<char*>(exc) + sizeof(Object), 0, size - sizeof(Object));
  exc->args = newExceptionArgs(owned_message);
  setContextFromHandled(exc);
  return exc;
}

KR_COLD Exception* raiseText(uint32_t tid, const char* message) {
  return makeException(tid, newStrAscii(message));
}

KR_COLD Exception* raiseFormat(uint32_t tid, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  Str* message = formatMessageList(format, arguments);
  va_end(arguments);
  return makeException(tid, message);
}

Str* formatMessage(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  Str* message = formatMessageList(format, arguments);
  va_end(arguments);
  return message;
}

KR_COLD Exception* raiseNoMemory() { return makeException(KR_TID(MemoryError), nullptr); }

namespace {

void addUnsigned(StrBuilder& out, uint64_t value, unsigned base) {
  char digits[24];
  int n = sizeof digits;
  do {
    digits[--n] = "0123456789abcdef"[value % base];
    value /= base;
  } while (value);
  out.addAscii(digits + n, sizeof digits - static_cast<size_t>(n));
}

void addSigned(StrBuilder& out, int64_t value) {
  if (value < 0) out.add('-');
  addUnsigned(out, value < 0 ? -static_cast<uint64_t>(value) : static_cast<uint64_t>(value), 10);
}

}  // namespace

Str* formatMessageList(const char* format, va_list arguments) {
  StrBuilder out;
  for (const char* p = format; *p; p++) {
    if (*p != '%') {
      out.add(static_cast<uint8_t>(*p));
      continue;
    }
    switch (*++p) {
      case 's':
        out.addAscii(va_arg(arguments, const char*));
        break;
      case 'S':
        out.add(va_arg(arguments, const Str*));
        break;
      case 'd':
        addSigned(out, va_arg(arguments, int));
        break;
      case 'l':
        p++;  // %ld
        addSigned(out, va_arg(arguments, int64_t));
        break;
      case 'z':
        p++;  // %zu
        addUnsigned(out, va_arg(arguments, size_t), 10);
        break;
      case 'x':
        addUnsigned(out, va_arg(arguments, unsigned), 16);
        break;
      case 'c':
        out.add(static_cast<uint32_t>(va_arg(arguments, int)));
        break;
      case '%':
        out.add('%');
        break;
      default:
        fatal("unknown conversion in a message format");
    }
  }
  return out.finish();
}

// ---- context ------------------------------------------------------------------------------------

namespace {

void setContext(Exception* exc, Exception* owned_context) {
  Exception* old = exc->context;
  exc->context = owned_context;
  releaseIf(old);
}

}  // namespace

void setContextFromHandled(Exception* exc) {
  Exception* handled = kr_ts()->handled;
  if (KR_LIKELY(!handled) || handled == exc) return;
  // The chain behind `handled` may lead back to exc, or already be a cycle that somebody made by
  // assigning __context__: the slow pointer notices that.
  Exception* o = handled;
  Exception* slow = handled;
  bool move_slow = false;
  while (Exception* context = o->context) {
    if (context == exc) {
      setContext(o, nullptr);
      break;
    }
    o = context;
    if (o == slow) break;
    if (move_slow) slow = slow->context;
    move_slow = !move_slow;
  }
  retain(&handled->header);
  setContext(exc, handled);
}

KR_COLD Exception* raiseRecursion(const char* suffix) {
  ThreadState* ts = kr_ts();
  Exception* exc =
      raiseFormat(KR_TID(RecursionError), "maximum recursion depth exceeded%s", suffix);
  setTracebackLimit(exc, static_cast<uint32_t>(min<int64_t>(ts->recursion_limit, UINT32_MAX)));
  return exc;
}

}  // namespace krait::rt

using namespace krait::rt;

extern "C" void kr_exc_drop(Object* object) {
  Exception* exc = reinterpret_cast<Exception*>(object);
  releaseIf(exc->args);
  releaseIf(exc->cause);
  releaseIf(exc->context);
  releaseIf(exc->notes);
  releaseIf(exc->members);
  dropTraceback(exc->traceback);
}

extern "C" void kr_exc_trace(Object* object, TraceVisitor visit, void* context) {
  Exception* exc = reinterpret_cast<Exception*>(object);
  if (exc->args) visit(&exc->args->header, context);
  if (exc->cause) visit(&exc->cause->header, context);
  if (exc->context) visit(&exc->context->header, context);
  if (exc->notes) visit(exc->notes, context);
  if (exc->members) visit(&exc->members->header, context);
  visitFrames(exc->traceback, visit, context);
}

// The members of a group; weak, so that tests of the runtime can make groups of their own.
extern "C" [[gnu::weak]] VTuple* kr_exc_group_members(Object* exc) {
  VTuple* members = reinterpret_cast<Exception*>(exc)->members;
  retainIf(members);
  return members;
}

namespace {

// Adds an object to a tuple that nobody else has; takes a reference of its own.
void append(VTuple* list, uint32_t tag, Object* item) {
  int64_t size = list->length * static_cast<int64_t>(sizeof(Any));
  Any* items = static_cast<Any*>(
      kr_buf_realloc(list->items, size, size + static_cast<int64_t>(sizeof(Any))));
  retain(item);
  items[list->length] = Any{tag, reinterpret_cast<uint64_t>(item)};
  list->items = items;
  list->length++;
}

}  // namespace

namespace krait::rt::abi {

extern "C" void kr_raise_prepare(exc e) { setContextFromHandled(e); }

extern "C" void kr_exc_set_cause(exc e, opt cause) {
  retainIf(cause);
  Exception* old = e->cause;
  e->cause = reinterpret_cast<Exception*>(cause);
  e->suppress_context = 1;
  releaseIf(old);
}

extern "C" void kr_exc_set_context(exc e, opt context) {
  retainIf(context);
  setContext(e, reinterpret_cast<Exception*>(context));
}

extern "C" opt kr_exc_cause(exc e) {
  retainIf(e->cause);
  return reinterpret_cast<Object*>(e->cause);
}

extern "C" opt kr_exc_context(exc e) {
  retainIf(e->context);
  return reinterpret_cast<Object*>(e->context);
}

extern "C" boolean kr_exc_suppress_context(exc e) { return e->suppress_context != 0; }
extern "C" void kr_exc_set_suppress_context(exc e, boolean on) { e->suppress_context = on; }

extern "C" opt kr_exc_notes(exc e) {
  retainIf(e->notes);
  return e->notes;
}

extern "C" void kr_exc_add_note(exc e, str note) {
  if (!e->notes) e->notes = &newExceptionArgs(nullptr)->header;
  append(reinterpret_cast<VTuple*>(e->notes), KR_TID(str), &note->header);
}

extern "C" i64 kr_exc_note_count(exc e) {
  return e->notes ? reinterpret_cast<VTuple*>(e->notes)->length : 0;
}

extern "C" str kr_exc_note(exc e, i64 i) {
  const Any* items = static_cast<const Any*>(reinterpret_cast<VTuple*>(e->notes)->items);
  return retainStr(reinterpret_cast<Str*>(items[i].payload));
}

extern "C" void kr_exc_add_member(exc group, exc member) {
  if (!group->members) group->members = newExceptionArgs(nullptr);
  append(group->members, typeId(&member->header), &member->header);
}

extern "C" void kr_exc_copy_state(exc e, exc from) {
  kr_exc_copy_traceback(e, from);
  kr_exc_set_context(e, reinterpret_cast<Object*>(from->context));
  kr_exc_set_cause(e, reinterpret_cast<Object*>(from->cause));
  const VTuple* notes = reinterpret_cast<const VTuple*>(from->notes);
  for (int64_t i = 0; e != from && notes && i < notes->length; i++)
    kr_exc_add_note(e, reinterpret_cast<Str*>(static_cast<const Any*>(notes->items)[i].payload));
}

extern "C" boolean kr_exc_same_state(exc a, exc b) {
  return a->cause == b->cause && a->context == b->context &&
         sameTraceback(a->traceback, b->traceback);
}

extern "C" ptr kr_exc_enter_handler(exc e) {
  ThreadState* ts = kr_ts();
  Exception* previous = ts->handled;
  ts->handled = e;
  return previous;
}

extern "C" void kr_exc_leave_handler(ptr previous) {
  kr_ts()->handled = static_cast<Exception*>(previous);
}

extern "C" ptr kr_exc_swap_handled(opt e) {
  ThreadState* ts = kr_ts();
  Exception* previous = ts->handled;
  ts->handled = reinterpret_cast<Exception*>(e);
  return previous;
}

extern "C" opt kr_exc_handled() {
  Exception* handled = kr_ts()->handled;
  retainIf(handled);
  return reinterpret_cast<Object*>(handled);
}

extern "C" exc kr_exc_reraise() {
  Exception* handled = kr_ts()->handled;
  if (KR_UNLIKELY(!handled)) return raiseRuntimeError("No active exception to reraise");
  retain(&handled->header);
  return handled;
}

extern "C" exc kr_exc_new(i64 tid, str message) {
  retain(&message->header);
  return makeException(static_cast<uint32_t>(tid), message);
}

extern "C" exc kr_exc_new_plain(i64 tid) {
  return makeException(static_cast<uint32_t>(tid), nullptr);
}

extern "C" exc kr_raise_recursion() { return raiseRecursion(""); }

extern "C" exc kr_raise_recursion_in(i64 where) {
  static const char* const kSuffixes[] = {"", " in comparison", " while calling a Python object",
                                          " while getting the repr of an object"};
  if (where < 0 || where > 3) where = 0;
  return raiseRecursion(kSuffixes[where]);
}

extern "C" str kr_type_name(i64 tid) { return newStrUtf8(kr_type_table[tid]->name); }

extern "C" str kr_type_qualname(i64 tid) {
  const TypeInfo* info = kr_type_table[tid];
  return newStrUtf8(info->flags & kTypeHasQualname ? info->qualname : info->name);
}

extern "C" str kr_type_module(i64 tid) { return newStrUtf8(kr_type_table[tid]->module); }

}  // namespace krait::rt::abi
