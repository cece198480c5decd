// The arguments of exceptions, for lib/core's BaseException.
#include "abi.h"
#include "core/exception.h"

namespace krait::rt {

extern "C" Object* kr_exc_args(Exception* e) {
  if (!e->args) e->args = newExceptionArgs(nullptr);  // no __init__ has set them
  Object* args = reinterpret_cast<Object*>(e->args);
  retain(args);
  return args;
}

extern "C" void kr_exc_set_args(Exception* e, Object* args) {
  Object* old = reinterpret_cast<Object*>(e->args);
  retain(args);
  e->args = reinterpret_cast<VTuple*>(args);
  releaseIf(old);
}

extern "C" int64_t kr_object_address(Object* o) { return static_cast<int64_t>(reinterpret_cast<uintptr_t>(o)); }

}  // namespace krait::rt
