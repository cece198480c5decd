// What the compiler emits for a program, for runtime tests: type ids, the type table. Linked into
// every test driver.
#include "core/object.h"

using namespace krait::rt;

// A generic test class with two owned references (cyclic), and one with a __del__.
struct TestNode {
  Object header;
  Object* left;
  Object* right;
  int64_t value;
};
extern "C" {
int64_t kr_test_dels = 0;
Object* kr_test_resurrect = nullptr;  // set by a test: __del__ of the next node stores it here
bool kr_test_want_resurrect = false;

static void dropNode(Object* o) {
  auto* n = reinterpret_cast<TestNode*>(o);
  releaseIf(n->left);
  releaseIf(n->right);
}
static void traceNode(Object* o, TraceVisitor visit, void* context) {
  auto* n = reinterpret_cast<TestNode*>(o);
  if (n->left) visit(n->left, context);
  if (n->right) visit(n->right, context);
}
static void delNode(Object* o) {
  kr_test_dels++;
  if (kr_test_want_resurrect) {
    kr_test_want_resurrect = false;
    retain(o);
    kr_test_resurrect = o;
  }
}
void kr_exc_drop(Object*) __attribute__((weak));
void kr_file_drop(Object*) __attribute__((weak));
void kr_exc_trace(Object*, TraceVisitor, void*) __attribute__((weak));
}

constexpr uint32_t kFirstTest = 31;
// Preorder numbering (no gaps: ids index the table), as the compiler does it: X(name, id, end).
#define TYPES(X)                                                                               \
  X(NoneType, 0, 1)                                                                            \
  X(bool, 1, 2) X(int, 2, 3) X(float, 3, 4) X(complex, 4, 5) X(str, 5, 6) X(bytes, 6, 7)       \
      X(ellipsis, 7, 8) X(vtuple_any, 8, 9) X(File, 9, 10) X(BaseException, 10, 31)            \
          X(SystemExit, 11, 12) X(KeyboardInterrupt, 12, 13) X(Exception, 13, 31)              \
              X(ArithmeticError, 14, 17) X(OverflowError, 15, 16) X(ZeroDivisionError, 16, 17) \
                  X(AttributeError, 17, 18) X(EOFError, 18, 19) X(LookupError, 19, 22)         \
                      X(IndexError, 20, 21) X(KeyError, 21, 22) X(MemoryError, 22, 23)         \
                          X(NameError, 23, 25) X(UnboundLocalError, 24, 25) X(OSError, 25, 26) \
                              X(RuntimeError, 26, 28) X(RecursionError, 27, 28)                \
                                  X(StopIteration, 28, 29) X(TypeError, 29, 30)                \
                                      X(ValueError, 30, 31) X(TestNode, 31, 32)                \
                                          X(TestDelNode, 32, 33)

#define STRINGIFY2(x) #x
#define STRINGIFY(x) STRINGIFY2(x)
#define SET_TID(name, id, end)                                      \
  asm(".globl kr_tid_" #name "\n.set kr_tid_" #name ", " STRINGIFY( \
      id) "\n.globl kr_tid_end_" #name "\n.set kr_tid_end_" #name ", " STRINGIFY(end));
TYPES(SET_TID)

static constexpr uint32_t flagsOf(uint32_t id) {
  if (id >= 10 && id < kFirstTest) return kTypeException;
  if (id == 5 || id == 6 || id == 2) return kTypeAcyclic | kTypeVariableSize;
  if (id == kFirstTest) return 0;
  if (id == kFirstTest + 1) return kTypeHasDel;
  return kTypeAcyclic;
}
// vtuple_any: releases and visits its Any items.
static bool isReference(const Any& a) { return a.tag >= 4 && a.payload != 0; }
static void dropTuple(Object* o) {
  auto* t = reinterpret_cast<VTuple*>(o);
  auto* items = static_cast<Any*>(t->items);
  for (int64_t i = 0; i < t->length; i++) {
    if (isReference(items[i])) release(reinterpret_cast<Object*>(items[i].payload));
    if (items[i].tag == 2) releaseInt(items[i].payload);
  }
  extern void freeTupleItems(VTuple*);
  freeTupleItems(t);
}
extern "C" void kr_buf_free(void*, int64_t);
void freeTupleItems(VTuple* t) { kr_buf_free(t->items, t->length * 16); }
static void traceTuple(Object* o, TraceVisitor visit, void* context) {
  auto* t = reinterpret_cast<VTuple*>(o);
  auto* items = static_cast<Any*>(t->items);
  for (int64_t i = 0; i < t->length; i++) {
    if (isReference(items[i])) visit(reinterpret_cast<Object*>(items[i].payload), context);
  }
}
static constexpr auto dropOf(uint32_t id) -> void (*)(Object*) {
  if (id >= kFirstTest) return dropNode;
  if (id == 8) return dropTuple;
  if (id == 9) return kr_file_drop;
  if (id >= 10) return kr_exc_drop;
  return nullptr;
}
static constexpr auto traceOf(uint32_t id) -> void (*)(Object*, TraceVisitor, void*) {
  if (id >= kFirstTest) return traceNode;
  if (id == 8) return traceTuple;
  if (id >= 10) return kr_exc_trace;
  return nullptr;
}
#define TYPE_INFO(name, id, end)                                                   \
  static const TypeInfo info_##name = {#name,                                      \
                                       id >= kFirstTest ? "__main__" : "builtins", \
                                       id,                                         \
                                       end,                                        \
                                       id >= kFirstTest ? sizeof(TestNode) : 0u,   \
                                       flagsOf(id),                                \
                                       dropOf(id),                                 \
                                       traceOf(id),                                \
                                       nullptr,                                    \
                                       nullptr,                                    \
                                       id == kFirstTest + 1 ? delNode : nullptr};
TYPES(TYPE_INFO)

#define TABLE_ENTRY(name, id, end) &info_##name,
extern "C" const TypeInfo* const kr_type_table[] = {TYPES(TABLE_ENTRY)};
extern "C" const uint32_t kr_type_count = sizeof(kr_type_table) / sizeof(kr_type_table[0]);

// The program's entry, called by the runtime's main; drivers that have a main of their own don't
// use it.
extern "C" __attribute__((weak)) Exception* kr_program_main() { return nullptr; }
