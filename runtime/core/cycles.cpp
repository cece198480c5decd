// Reference counts out of line, drops, weak references and the cycle collector.
//
// The collector is synchronous trial deletion: D. Bacon, V. Rajan, "Concurrent Cycle Collection in
// Reference Counted Systems" (2001), section 3. An object that lost a reference but lives is a
// possible root; from the roots, all references inside the subgraph are subtracted; what then has a
// count above zero is held from outside and is restored with all it reaches, the rest is garbage.
// Garbage is torn down as CPython does: weak references are cleared, all __del__ run on intact
// objects, what they resurrected is spared, the rest is dropped.
//
// Only objects with a plain positive count take part: immortal and shared ones count as held from
// outside.
//
// A release can run the collector, so at every release all objects that are reachable must be
// traceable.
#include "abi.h"
#include "core/heap.h"

namespace krait::rt {
namespace {

constexpr uint32_t kColorMask = kFlagColor0 | kFlagColor1;
// kDead: dropped, its memory still in the list of possible roots. A count of 0 alone does not say
// that: an object that is being dropped, or waits for it, has that too.
constexpr uint32_t kBlack = 0, kGray = 1, kWhite = 2, kDead = 3;
constexpr int64_t kFirstThreshold = 4096;
constexpr int32_t kMaxDropDepth = 100;

KR_INLINE uint32_t color(const Object* o) { return o->meta & kColorMask; }
KR_INLINE void setColor(Object* o, uint32_t c) { o->meta = (o->meta & ~kColorMask) | c; }

Object* popObject(PointerVector* v) { return static_cast<Object*>(v->items[--v->length]); }
void freeVector(PointerVector* v) {
  if (v->items) freeSlow(kr_ts(), v->items);
  *v = {};
}

// ---- weak references ----
struct WeakHandle {
  Object* target;          // null: dead
  int64_t count;           // weak references that use the handle
  PointerVector watchers;  // reference objects, borrowed, the oldest first; kTold set: they are told of the death
};
constexpr uintptr_t kTold = 1;
Object* watcherOf(void* p) { return reinterpret_cast<Object*>(reinterpret_cast<uintptr_t>(p) & ~kTold); }
bool isTold(void* p) { return reinterpret_cast<uintptr_t>(p) & kTold; }

size_t weakSlot(const PointerVector& t, const Object* o) {
  size_t mask = static_cast<size_t>(t.capacity) - 1;
  size_t i = (reinterpret_cast<uintptr_t>(o) >> 3) * 0x9E3779B97F4A7C15u >> 20 & mask;
  while (t.items[i] && static_cast<WeakHandle*>(t.items[i])->target != o) i = (i + 1) & mask;
  return i;
}

void weakGrow(PointerVector* t) {
  PointerVector old = *t;
  t->capacity = old.capacity ? old.capacity * 2 : 16;
  size_t bytes = static_cast<size_t>(t->capacity) * sizeof(void*);
  t->items = static_cast<void**>(allocTry(kr_ts(), kKindC, bytes));
  if (!t->items) outOfMemory();
  memset(t->items, 0, bytes);
  for (int64_t i = 0; i < old.capacity; i++) {
    if (old.items[i])
      t->items[weakSlot(*t, static_cast<WeakHandle*>(old.items[i])->target)] = old.items[i];
  }
  if (old.items) freeSlow(kr_ts(), old.items);
}

void weakRemoveAt(PointerVector* t, size_t i) {  // closes the gap of linear probing
  size_t mask = static_cast<size_t>(t->capacity) - 1;
  t->items[i] = nullptr;
  t->length--;
  for (size_t j = (i + 1) & mask; t->items[j]; j = (j + 1) & mask) {
    void* moved = t->items[j];
    t->items[j] = nullptr;
    t->items[weakSlot(*t, static_cast<WeakHandle*>(moved)->target)] = moved;
  }
}

// The handle of an object, or null.
WeakHandle* weakFind(Object* o) {
  PointerVector* t = &kr_ts()->weak_table;
  return t->capacity ? static_cast<WeakHandle*>(t->items[weakSlot(*t, o)]) : nullptr;
}

// Runs a reference object's __del__ for a reason that is not its death.
void tell(Object* watcher, int64_t reason) {
  ThreadState* ts = kr_ts();
  Object* outer = ts->told;
  int64_t outer_reason = ts->told_reason;
  ts->told = watcher;
  ts->told_reason = reason;
  typeInfo(watcher)->del(watcher);
  ts->told = outer;
  ts->told_reason = outer_reason;
}

// The object dies: its handle, if any, becomes empty. Adds to `calls` who is to be told, the youngest first, as
// CPython does, with a reference each; none of those that are garbage themselves (`white` while the collector asks).
KR_COLD void clearWeak(Object* o, PointerVector* calls) {
  o->meta &= ~kFlagWeakref;
  WeakHandle* handle = weakFind(o);
  if (!handle) return;
  PointerVector* t = &kr_ts()->weak_table;
  weakRemoveAt(t, weakSlot(*t, o));
  handle->target = nullptr;
  for (int64_t i = handle->watchers.length; i-- > 0;) {
    void* entry = handle->watchers.items[i];
    Object* watcher = watcherOf(entry);
    if (!isTold(entry) || watcher->count <= 0 || color(watcher) == kWhite) continue;
    retain(watcher);
    pushPointer(calls, watcher);
  }
}

// Tells those that clearWeak found.
void tellAll(PointerVector* calls) {
  for (int64_t i = 0; i < calls->length; i++) {
    auto* watcher = static_cast<Object*>(calls->items[i]);
    tell(watcher, 1);
    release(watcher);
  }
  freeVector(calls);
}

KR_COLD void dieWeak(Object* o) {
  PointerVector calls = {};
  clearWeak(o, &calls);
  tellAll(&calls);
}

// ---- drops ----

// The object was dropped but is still in the list of possible roots: take it out if it is near the
// end (the usual case), else leave its memory to the next sweep.
void freeBuffered(ThreadState* ts, Object* o) {
  PointerVector* roots = &ts->roots;
  int64_t low = max<int64_t>(0, roots->length - 8);
  if (!ts->collecting) {
    for (int64_t i = roots->length - 1; i >= low; i--) {
      if (roots->items[i] == o) {
        roots->items[i] = roots->items[--roots->length];
        return kr_free_object(o);
      }
    }
  }
  o->count = 0;
  setColor(o, kDead);
  ts->dead_roots++;
}

// Runs __del__ if it has not run yet; true if the object was resurrected.
bool runDel(Object* o, const TypeInfo* type) {
  if (!(type->flags & kTypeHasDel) || (o->meta & kFlagFinalized)) return false;
  o->meta |= kFlagFinalized;
  o->count = 1;
  type->del(o);
  return --o->count > 0;
}

void dropNow(ThreadState* ts, Object* o) {
  const TypeInfo* type = typeInfo(o);
  if (runDel(o, type)) return;
  if (KR_UNLIKELY(o->meta & kFlagWeakref)) dieWeak(o);
  if (type->drop) type->drop(o);
  if (KR_UNLIKELY(o->meta & kFlagBuffered)) return freeBuffered(ts, o);
  kr_free_object(o);
}

__attribute__((noinline)) void dropNested(Object* o) {
  ThreadState* ts = kr_ts();
  if (ts->drop_depth >= kMaxDropDepth) return pushPointer(&ts->pending_drops, o);
  ts->drop_depth++;
  dropNow(ts, o);
  while (ts->drop_depth == 1 && ts->pending_drops.length)
    dropNow(ts, popObject(&ts->pending_drops));
  ts->drop_depth--;
}

// ---- the collector ----

// Frees the memory of dropped objects in the list of possible roots.
void sweepRoots(ThreadState* ts) {
  PointerVector* roots = &ts->roots;
  int64_t kept = 0;
  for (int64_t i = 0; i < roots->length; i++) {
    auto* o = static_cast<Object*>(roots->items[i]);
    if (o->count == 0 && color(o) == kDead)
      kr_free_object(o);
    else
      roots->items[kept++] = o;
  }
  roots->length = kept;
  ts->dead_roots = 0;
}

struct Collector {
  ThreadState* ts;
  PointerVector stack = {};
  PointerVector white = {};
  int64_t traced = 0;

  static Collector* of(void* context) { return static_cast<Collector*>(context); }
  static KR_INLINE bool takesPart(const Object* o) { return o && o->count >= 0; }
  void traceChildren(Object* o, TraceVisitor visit) {
    if (auto trace = typeInfo(o)->trace) trace(o, visit, this);
  }
  void drain(TraceVisitor visit) {
    while (stack.length) traceChildren(popObject(&stack), visit);
  }
  void push(Object* o) { pushPointer(&stack, o); }

  // Subtract the references inside the subgraph.
  static void markGray(Object* child, void* context) {
    if (!takesPart(child)) return;
    if (KR_UNLIKELY(child->count == 0)) {
      fatal("cycle collector: an object has more references than its count says");
    }
    child->count--;
    if (color(child) != kGray) of(context)->beginGray(child);
  }
  void beginGray(Object* o) {
    setColor(o, kGray);
    traced++;
    push(o);
  }

  // Held from outside: restore it and all it reaches.
  static void scanBlack(Object* child, void* context) {
    if (!takesPart(child)) return;
    child->count++;
    if (color(child) != kBlack) {
      setColor(child, kBlack);
      of(context)->push(child);
    }
  }
  static void scanVisit(Object* child, void* context) {
    if (takesPart(child) && color(child) == kGray) pushPointer(&of(context)->scan_stack, child);
  }
  PointerVector scan_stack = {};
  void scan(Object* root) {
    pushPointer(&scan_stack, root);
    while (scan_stack.length) {
      Object* o = popObject(&scan_stack);
      if (color(o) != kGray) continue;
      if (o->count > 0) {
        setColor(o, kBlack);
        push(o);
        drain(scanBlack);
      } else {
        setColor(o, kWhite);
        traceChildren(o, scanVisit);
      }
    }
  }

  static void collectVisit(Object* child, void* context) {
    if (takesPart(child) && color(child) == kWhite) of(context)->take(child);
  }
  void take(Object* o) {
    setColor(o, kBlack);
    pushPointer(&white, o);
    push(o);
  }

  static void restoreVisit(Object* child, void*) {
    if (takesPart(child)) child->count++;
  }

  // ---- tearing down ----
  static void subtractInside(Object* child, void*) {
    if (takesPart(child) && color(child) == kWhite) child->count--;
  }
  static void addInside(Object* child, void*) {
    if (takesPart(child) && color(child) != kBlack) child->count++;
  }
  static void spareVisit(Object* child, void* context) {
    if (takesPart(child) && color(child) == kWhite) {
      setColor(child, kGray);
      of(context)->push(child);
    }
  }
  template <class F>
  void eachWhite(F f) {
    for (int64_t i = 0; i < white.length; i++) f(static_cast<Object*>(white.items[i]));
  }

  // The objects of `white` have exact counts again and nothing else reaches them.
  void tearDown() {
    bool any_del = false;
    eachWhite([&](Object* o) {
      o->count++;  // ours: no drop before its time
      o->meta |= kFlagBuffered;
      setColor(o, kWhite);
    });
    PointerVector calls = {};
    eachWhite([&](Object* o) {
      if (o->meta & kFlagWeakref) clearWeak(o, &calls);
    });
    tellAll(&calls);
    eachWhite([&](Object* o) {
      const TypeInfo* type = typeInfo(o);
      if (!(type->flags & kTypeHasDel) || (o->meta & kFlagFinalized)) return;
      o->meta |= kFlagFinalized;
      any_del = true;
      type->del(o);
    });
    if (any_del) spareResurrected();
    eachWhite([&](Object* o) {
      if (color(o) == kWhite) {
        if (auto drop = typeInfo(o)->drop) drop(o);
      }
    });
    eachWhite([&](Object* o) {
      o->meta &= ~kFlagBuffered;
      if (color(o) == kWhite) {
        if (o->count != 1) fatal("cycle collector: a dropped object is still referenced");
        kr_free_object(o);
      } else {
        setColor(o, kBlack);
        if (--o->count == 0) dropNested(o);
      }
    });
  }

  // After __del__: what is referenced from outside the garbage, and all it reaches, becomes gray.
  void spareResurrected() {
    eachWhite([&](Object* o) { traceChildren(o, subtractInside); });
    eachWhite([&](Object* o) {
      if (o->count > 1 && color(o) == kWhite) {
        setColor(o, kGray);
        push(o);
        drain(spareVisit);
      }
    });
    eachWhite([&](Object* o) { traceChildren(o, addInside); });
  }

  int64_t run() {
    sweepRoots(ts);
    PointerVector roots = ts->roots;
    ts->roots = {};
    int64_t kept = 0;
    for (int64_t i = 0; i < roots.length; i++) {
      auto* o = static_cast<Object*>(roots.items[i]);
      if (o->count <= 0) {
        // Shared since: its flags are no longer ours to change; its memory is freed from this list.
        // Or a drop is under way.
        if (o->count != kImmortal) pushPointer(&ts->roots, o);
        continue;
      }
      o->meta &= ~kFlagBuffered;
      roots.items[kept++] = o;
    }
    roots.length = kept;
    auto each = [&](auto f) {
      for (int64_t i = 0; i < roots.length; i++) f(static_cast<Object*>(roots.items[i]));
    };
    each([&](Object* o) {
      if (color(o) != kGray) {
        beginGray(o);
        drain(markGray);
      }
    });
    each([&](Object* o) { scan(o); });
    each([&](Object* o) {
      if (color(o) == kWhite) {
        take(o);
        drain(collectVisit);
      }
    });
    freeVector(&roots);
    int64_t found = white.length;
    if (found) {
      eachWhite([&](Object* o) { traceChildren(o, restoreVisit); });
      tearDown();
    }
    freeVector(&stack);
    freeVector(&scan_stack);
    freeVector(&white);
    // The next run should pay for itself: let as many roots gather as this one traced objects,
    // unless it found much.
    int64_t next = found * 4 >= traced ? traced / 2 : traced;
    ts->root_threshold = max(kFirstThreshold, next);
    return found;
  }
};

int64_t collect(ThreadState* ts) {
  if (ts->collecting & 1) return 0;
  ts->collecting |= 1;
  Collector collector = {ts};
  int64_t found = collector.run();
  ts->collecting &= ~1;
  return found;
}

KR_COLD void rootsFull(ThreadState* ts) {
  if (ts->dead_roots * 2 > ts->roots.length) return sweepRoots(ts);
  if (!ts->root_threshold) ts->root_threshold = kFirstThreshold;
  if (ts->roots.length < ts->root_threshold || (ts->collecting & 2)) return;
  collect(ts);
}

// No object has an odd address.
Object* keyGuard(int64_t key) { return reinterpret_cast<Object*>(key | 1); }

}  // namespace

int finishMemory(int code) {
  ThreadState* ts = kr_ts();
  for (int round = 0; round < 10 && collect(ts); round++) {
  }
  if (!ts->leak_check) return code;
  sweepRoots(ts);
  return kr_report_leaks() ? 99 : code;
}

}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

void kr_drop_object(Object* o) {
  const TypeInfo* type = typeInfo(o);
  if (KR_LIKELY(!type->drop && !(o->meta & (kFlagBuffered | kFlagWeakref)) &&
                !(type->flags & kTypeHasDel))) {
    if (KR_LIKELY(type->size != 0)) return freeFast(kr_ts(), kKindObject, o, type->size);
    return freeSlow(kr_ts(), o);
  }
  dropNested(o);
}

void kr_possible_root(Object* o) {
  if (o->meta & kFlagBuffered) return;
  ThreadState* ts = kr_ts();
  o->meta |= kFlagBuffered;
  pushPointer(&ts->roots, o);
  if (KR_UNLIKELY(!(ts->collecting & 1) && ts->roots.length % 1024 == 0)) rootsFull(ts);
}

int64_t kr_collect_cycles() { return collect(kr_ts()); }

void kr_gc_set_enabled(bool on) {
  if (on)
    kr_ts()->collecting &= ~2;
  else
    kr_ts()->collecting |= 2;
}
bool kr_gc_enabled() { return !(kr_ts()->collecting & 2); }

int64_t kr_finish_memory(int64_t code) { return finishMemory(static_cast<int>(code)); }

void kr_retain(Object* o) { retainIf(o); }
void kr_release(Object* o) { releaseIf(o); }
void kr_retain_int(Int v) { retainInt(v); }
void kr_release_int(Int v) { releaseInt(v); }

// Shared counts are negative: minus the number of references.
void kr_retain_slow(Object* o) {
  if (__atomic_load_n(&o->count, __ATOMIC_RELAXED) == kImmortal) return;
  __atomic_fetch_sub(&o->count, 1, __ATOMIC_RELAXED);
}
void kr_release_slow(Object* o) {
  if (__atomic_load_n(&o->count, __ATOMIC_RELAXED) == kImmortal) return;
  if (__atomic_fetch_add(&o->count, 1, __ATOMIC_RELEASE) == -1) {
    __atomic_thread_fence(__ATOMIC_ACQUIRE);
    kr_drop_object(o);
  }
}

int64_t kr_ref_count(Object* o) {
  int32_t count = o->count;
  if (count == kImmortal) return 0xFFFFFFFF;
  return count < 0 ? -static_cast<int64_t>(count) : count;
}

void* kr_weak_handle(Object* o) {
  PointerVector* t = &kr_ts()->weak_table;
  if (t->length * 4 >= t->capacity * 3) weakGrow(t);
  size_t i = weakSlot(*t, o);
  auto* handle = static_cast<WeakHandle*>(t->items[i]);
  if (!handle) {
    handle = static_cast<WeakHandle*>(allocTry(kr_ts(), kKindC, sizeof(WeakHandle)));
    if (!handle) outOfMemory();
    *handle = {o, 0, {}};
    t->items[i] = handle;
    t->length++;
    if (o->count != kImmortal) o->meta |= kFlagWeakref;
  }
  handle->count++;
  return handle;
}

Object* kr_weak_get(void* p) {
  Object* target = static_cast<WeakHandle*>(p)->target;
  if (!target || target->count == 0) return nullptr;  // 0: waiting for its drop
  retain(target);
  return target;
}

void kr_weak_release(void* p) {
  auto* handle = static_cast<WeakHandle*>(p);
  if (!handle || --handle->count) return;
  if (Object* target = handle->target) {
    PointerVector* t = &kr_ts()->weak_table;
    weakRemoveAt(t, weakSlot(*t, target));
    if (target->count != kImmortal) target->meta &= ~kFlagWeakref;
  }
  freeVector(&handle->watchers);
  freeSlow(kr_ts(), handle);
}

void kr_weak_watch(void* p, Object* watcher, bool told) {
  auto entry = reinterpret_cast<uintptr_t>(watcher) | (told ? kTold : 0);
  pushPointer(&static_cast<WeakHandle*>(p)->watchers, reinterpret_cast<void*>(entry));
}

void kr_weak_forget(void* p, Object* watcher) {
  if (!p) return;
  PointerVector* all = &static_cast<WeakHandle*>(p)->watchers;
  for (int64_t i = all->length; i-- > 0;) {
    if (watcherOf(all->items[i]) != watcher) continue;
    for (; i + 1 < all->length; i++) all->items[i] = all->items[i + 1];
    all->length--;
    break;
  }
  kr_weak_release(p);
}

int64_t kr_weak_told(Object* watcher) {
  ThreadState* ts = kr_ts();
  if (ts->told != watcher) return 0;
  ts->told = nullptr;
  return ts->told_reason;
}

void kr_weak_tell(Object* watcher, int64_t reason) { tell(watcher, reason); }

Object* kr_weak_shared(void* p, Object* like) {
  const PointerVector& all = static_cast<WeakHandle*>(p)->watchers;
  for (int64_t i = 0; i < all.length; i++) {
    Object* watcher = watcherOf(all.items[i]);
    if (isTold(all.items[i]) || watcher->count <= 0 || typeId(watcher) != typeId(like)) continue;
    retain(watcher);
    return watcher;
  }
  return nullptr;
}

int64_t kr_weak_count(Object* o) {
  WeakHandle* handle = o->meta & kFlagWeakref ? weakFind(o) : nullptr;
  return handle ? handle->watchers.length : 0;
}

Object* kr_weak_nth(Object* o, int64_t k, Object* like) {
  WeakHandle* handle = weakFind(o);
  if (!handle || k >= handle->watchers.length) return nullptr;
  Object* watcher = watcherOf(handle->watchers.items[k]);
  if (watcher->count <= 0 || typeId(watcher) != typeId(like)) return nullptr;
  retain(watcher);
  return watcher;
}

bool kr_repr_enter(Object* o) {
  PointerVector* guard = &kr_ts()->repr_guard;
  for (int64_t i = guard->length - 1; i >= 0; i--) {
    if (guard->items[i] == o) return true;
  }
  pushPointer(guard, o);
  return false;
}

void kr_repr_leave(Object* o) {
  PointerVector* guard = &kr_ts()->repr_guard;
  for (int64_t i = guard->length - 1; i >= 0; i--) {
    if (guard->items[i] != o) continue;
    for (; i + 1 < guard->length; i++) guard->items[i] = guard->items[i + 1];
    guard->length--;
    return;
  }
}

bool kr_repr_enter_key(int64_t key) { return kr_repr_enter(keyGuard(key)); }

void kr_repr_leave_key(int64_t key) { kr_repr_leave(keyGuard(key)); }

}  // extern "C"
