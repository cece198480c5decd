// Making exceptions inside the runtime, and the state of the exception being handled.
#pragma once

#include "core/object.h"

namespace krait::rt {

// ---- making exceptions ----
// A new exception of type `tid` with args = (message,), or () if message is null; takes over the
// reference to message. Sets __context__ to the exception being handled. Fields behind the common
// prefix are zero. The result is owned and ready to be a Result's error.
Exception* makeException(uint32_t tid, Str* owned_message);
// A tuple of args: (message,), or () if it is null; takes over the reference to message.
VTuple* newExceptionArgs(Str* owned_message);
// makeException with a constant ASCII message, taken literally.
Exception* raiseText(uint32_t tid, const char* message);
// The same with a formatted message: %s const char* (ASCII), %S Str*, %d int, %ld int64_t, %zu
// size_t, %c a character (int code point), %x unsigned, %%.
Exception* raiseFormat(uint32_t tid, const char* format, ...);
Str* formatMessage(const char* format, ...);
Str* formatMessageList(const char* format, __builtin_va_list arguments);

#define KR_RAISE_FUNCTION(name) \
  inline Exception* raise##name(const char* message) { return raiseText(KR_TID(name), message); }
KR_RAISE_FUNCTION(SystemExit)
KR_RAISE_FUNCTION(KeyboardInterrupt)
KR_RAISE_FUNCTION(ArithmeticError)
KR_RAISE_FUNCTION(OverflowError)
KR_RAISE_FUNCTION(ZeroDivisionError)
KR_RAISE_FUNCTION(AttributeError)
KR_RAISE_FUNCTION(EOFError)
KR_RAISE_FUNCTION(LookupError)
KR_RAISE_FUNCTION(IndexError)
KR_RAISE_FUNCTION(MemoryError)
KR_RAISE_FUNCTION(NameError)
KR_RAISE_FUNCTION(UnboundLocalError)
KR_RAISE_FUNCTION(RuntimeError)
KR_RAISE_FUNCTION(RecursionError)
KR_RAISE_FUNCTION(TypeError)
KR_RAISE_FUNCTION(ValueError)
#undef KR_RAISE_FUNCTION
// MemoryError without a message, as CPython raises it.
Exception* raiseNoMemory();

inline bool isInstance(const Object* o, uint32_t first, uint32_t end) {
  uint32_t id = typeId(o);
  return id >= first && id < end;
}
#define KR_IS_INSTANCE(object, name) \
  ::krait::rt::isInstance((object), KR_TID(name), KR_TID_END(name))

// A Result holding `error`.
template <class T>
inline Result<T> failed(Exception* error) {
  return Result<T>{T{}, error};
}

// Sets exc.__context__ to the exception being handled, as a raise does; a chain that would become a
// cycle is cut where it comes back to exc.
void setContextFromHandled(Exception* exc);
// RecursionError with "maximum recursion depth exceeded" and `suffix` (" in comparison" …).
Exception* raiseRecursion(const char* suffix);

class StrBuilder;
// Appends what CPython 3.11 prints for an uncaught exception: causes and contexts, traceback, text,
// notes. With chain unset only this exception.
void formatException(StrBuilder& out, Exception* exc, bool chain = true);
// "Type: text" without a line end. always_colon: also before an empty text.
void formatExceptionLine(StrBuilder& out, Exception* exc, bool always_colon = false);
// Writes the uncaught exception to stderr.
void printException(Exception* exc);
// str(exc) as the program defines it, owned; null if it raised.
Str* exceptionText(Exception* exc);

}  // namespace krait::rt

// TypeInfo.drop and TypeInfo.trace of exceptions (for subclasses with fields: of their common
// prefix).
extern "C" void kr_exc_drop(krait::rt::Object* exc);
extern "C" void kr_exc_trace(krait::rt::Object* exc, krait::rt::TraceVisitor visit, void* context);
