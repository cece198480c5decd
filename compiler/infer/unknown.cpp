// Values of which nothing is known: of imports that do not exist, of refused constructs, and in code that
// `krait check` analyses without knowing its callers. Whatever is done with them gives unknown values and may
// raise anything; no diagnostic follows from them.
#include "infer/engine.h"

namespace krait::infer {

// May this value have attributes that inference does not know?
bool Engine::open(const Atom& a) {
  switch (a.ctor) {
    case Ctor::Unknown: return true;
    case Ctor::Obj:
    case Ctor::Class: return p_.classes[ClassId(a.id)].open;
    case Ctor::Super:
      for (const Atom& self : t_.atoms(a.items[0]))
        if (open(self)) return true;
      return false;
    default: return false;
  }
}

// The result of an operation on such a value.
TypeId Engine::unknown() {
  raiseInto(t_.unknown);
  return t_.unknown;
}

// A value goes to code that is not known. Where that is what fills a container, its items are not known.
void Engine::escape(TypeId t) {
  if (recording_) return;
  for (const Atom& a : t_.atoms(t)) {
    for (TypeId x : a.items) escape(x);
    if (a.ctor != Ctor::Obj || !p_.classes[ClassId(a.id)].generic) continue;
    for (auto& [name, type] : Fields(t_.node(a.node).fields))
      for (const Atom& b : t_.atoms(type))
        if (b.ctor == Ctor::Buffer && readField(b.node, kFieldT) == t_.bottom) t_.grow(b.node, kFieldT, t_.unknown);
  }
}

bool Engine::hasMethod(const Atom& a, const std::string& name) {
  Atom f;
  return methodOf(a, name, &f);
}

}  // namespace krait::infer
