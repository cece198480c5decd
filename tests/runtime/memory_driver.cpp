// Checks of the allocator, mem*, drops and the cycle collector: prints one line "ok NAME" or "FAIL
// NAME" a check.
#include <pthread.h>

#include "driver_util.h"

using namespace test;

struct TestNode {
  Object header;
  Object* left;
  Object* right;
  int64_t value;
};
extern "C" {
extern int64_t kr_test_dels;
extern Object* kr_test_resurrect;
extern bool kr_test_want_resurrect;
extern char kr_tid_TestNode, kr_tid_TestDelNode;
}

static void check(bool good, const char* name) { printf("%s %s\n", good ? "ok" : "FAIL", name); }

static uint64_t g_seed = 88172645463325252u;
static uint64_t rnd() {
  g_seed ^= g_seed << 13;
  g_seed ^= g_seed >> 7;
  g_seed ^= g_seed << 17;
  return g_seed;
}

static TestNode* node(Object* left = nullptr, Object* right = nullptr, bool del = false) {
  auto* n = allocObjectAs<TestNode>(del ? KR_TID(TestDelNode) : KR_TID(TestNode));
  n->left = left;
  n->right = right;
  n->value = 0;
  return n;
}
static Object* obj(TestNode* n) { return &n->header; }

// ---- mem* ----
static unsigned char a_[20000], b_[20000], c_[20000];
// The functions through pointers, so that the compiler doesn't see what they are.
static void* (*volatile copy_)(void*, const void*, size_t) = memcpy;
static void* (*volatile move_)(void*, const void*, size_t) = memmove;
static void* (*volatile set_)(void*, int, size_t) = memset;
static int (*volatile compare_)(const void*, const void*, size_t) = memcmp;
static void* (*volatile find_)(const void*, int, size_t) = memchr;

static void fillRandom() {
  for (size_t i = 0; i < sizeof(a_); i++) a_[i] = c_[i] = static_cast<unsigned char>(rnd());
}
static int sign(int v) { return (v > 0) - (v < 0); }
static void memoryFunctions(const char* name) {
  bool copy = true, move = true, set = true, compare = true, find = true;
  for (int round = 0; round < 6000; round++) {
    size_t n = round < 600 ? static_cast<size_t>(round) : rnd() % (round % 50 ? 700 : 9000);
    size_t s = 100 + rnd() % 100, d = 100 + rnd() % 100;
    if (round % 97 == 0 || round < 10) fillRandom();
    memset(b_, 0x5a, 64);
    for (size_t i = 0; i < n + 400; i++) b_[i] = 0x5a;
    copy &= copy_(b_ + d, a_ + s, n) == b_ + d;
    for (size_t i = 0; i < n + 400; i++) {
      copy &= b_[i] == (i >= d && i < d + n ? a_[s + i - d] : 0x5a);
    }
    set &= set_(b_ + d, static_cast<int>(n), n) == b_ + d;
    for (size_t i = 0; i < n + 400; i++) {
      set &= b_[i] == (i >= d && i < d + n ? static_cast<unsigned char>(n) : 0x5a);
    }
    for (size_t i = 0; i < n + 400; i++) c_[i] = a_[i];
    d = s + rnd() % 80 - 40;
    if (round % 3 == 0) d = 100 + rnd() % (n + 1);
    move &= move_(c_ + d, c_ + s, n) == c_ + d;
    for (size_t i = 0; i < n; i++) move &= c_[d + i] == a_[s + i];
    for (size_t i = 0; i < d; i++) move &= c_[i] == a_[i];
    for (size_t i = d + n; i < n + 400; i++) move &= c_[i] == a_[i];
    for (size_t i = 0; i < n; i++) c_[s + i] = a_[s + i];
    compare &= compare_(c_ + s, a_ + s, n) == 0;
    if (n) {
      size_t at = rnd() % n, later = at + rnd() % (n - at);
      if (later != at) c_[s + later] = static_cast<unsigned char>(c_[s + later] + rnd());
      c_[s + at] = static_cast<unsigned char>(c_[s + at] + 1 + rnd() % 255);
      int expected = c_[s + at] < a_[s + at] ? -1 : 1;
      compare &= sign(compare_(c_ + s, a_ + s, n)) == expected;
      c_[s + at] = a_[s + at];
      c_[s + later] = a_[s + later];
      auto wanted = static_cast<unsigned char>(rnd());
      if (round % 2) {
        for (size_t i = 0; i < n; i++) c_[s + i] = static_cast<unsigned char>(wanted + 1 + i % 200);
        if (round % 4 == 1) c_[s + at] = wanted;
        c_[s + n] = c_[s - 1] = wanted;
      }
      const unsigned char* expect = nullptr;
      for (size_t i = 0; i < n && !expect; i++) {
        if (c_[s + i] == wanted) expect = c_ + s + i;
      }
      find &= find_(c_ + s, wanted, n) == expect;
    }
  }
  printf("%s memcpy %s\n%s memmove %s\n%s memset %s\n%s memcmp %s\n%s memchr %s\n",
         copy ? "ok" : "FAIL", name, move ? "ok" : "FAIL", name, set ? "ok" : "FAIL", name,
         compare ? "ok" : "FAIL", name, find ? "ok" : "FAIL", name);
}

// ---- allocator ----
struct Block {
  unsigned char* p;
  size_t size;
  unsigned char fill;
};
static bool intact(const Block& b) {
  for (size_t i = 0; i < b.size; i += b.size > 5000 ? 997 : 1) {
    if (b.p[i] != b.fill) return false;
  }
  return !b.size || b.p[b.size - 1] == b.fill;
}
static size_t someSize() {
  switch (rnd() % 12) {
    case 0:
      return rnd() % 9000;
    case 1:
      return rnd() % 200000;
    case 2:
      return rnd() % 40 == 0 ? rnd() % 5000000 : rnd() % 20000;
    default:
      return rnd() % 600;
  }
}
// kind 0: kr_alloc/kr_free, 1: kr_buf_*, 2: malloc family.
static void stress(int kind, const char* name) {
  constexpr size_t kCount = 800;
  auto* blocks = static_cast<Block*>(calloc(kCount, sizeof(Block)));
  bool good = true, aligned = true, zeroed = true;
  for (int round = 0; round < 40000; round++) {
    Block& b = blocks[rnd() % kCount];
    if (b.p) {
      good &= intact(b);
      if (kind && rnd() % 3 == 0) {
        size_t size = someSize() + 1;
        size_t kept = size < b.size ? size : b.size;
        b.p = static_cast<unsigned char*>(
            kind == 1
                ? kr_buf_realloc(b.p, static_cast<int64_t>(b.size), static_cast<int64_t>(size))
                : realloc(b.p, size));
        b.size = kept;
        good &= intact(b);
        b.size = size;
        memset(b.p, b.fill, size);
        continue;
      }
      if (kind == 0) kr_free(b.p, static_cast<int64_t>(b.size));
      if (kind == 1) kr_buf_free(b.p, static_cast<int64_t>(b.size));
      if (kind == 2) free(b.p);
      b.p = nullptr;
      continue;
    }
    b.size = someSize() + 1;
    b.fill = static_cast<unsigned char>(rnd());
    if (kind == 0) {
      b.p = static_cast<unsigned char*>(kr_alloc(static_cast<int64_t>(b.size)));
    } else if (kind == 1) {
      bool zero = rnd() % 2;
      b.p = static_cast<unsigned char*>(zero ? kr_buf_alloc_zeroed(static_cast<int64_t>(b.size))
                                             : kr_buf_alloc(static_cast<int64_t>(b.size)));
      if (zero) {
        for (size_t i = 0; i < b.size; i++) zeroed &= b.p[i] == 0;
      }
      good &= kr_buf_good_size(static_cast<int64_t>(b.size)) >= static_cast<int64_t>(b.size);
      int64_t good_size = kr_buf_good_size(static_cast<int64_t>(b.size));
      good &= kr_buf_good_size(good_size) == good_size && blockSize(b.p) >= b.size;
    } else {
      size_t alignment = size_t{16} << rnd() % 9;
      switch (rnd() % 4) {
        case 0:
          b.p = static_cast<unsigned char*>(malloc(b.size));
          alignment = 16;
          break;
        case 1: {
          b.p = static_cast<unsigned char*>(calloc(1, b.size));
          for (size_t i = 0; i < b.size; i++) zeroed &= b.p[i] == 0;
          alignment = 16;
          break;
        }
        case 2:
          b.p = static_cast<unsigned char*>(aligned_alloc(alignment, b.size));
          break;
        default: {
          void* p = nullptr;
          good &= posix_memalign(&p, alignment, b.size) == 0;
          b.p = static_cast<unsigned char*>(p);
        }
      }
      aligned &= reinterpret_cast<uintptr_t>(b.p) % alignment == 0;
    }
    aligned &= reinterpret_cast<uintptr_t>(b.p) % 8 == 0;
    memset(b.p, b.fill, b.size);
  }
  for (size_t i = 0; i < kCount; i++) {
    Block& b = blocks[i];
    if (!b.p) continue;
    good &= intact(b);
    if (kind == 0) kr_free(b.p, static_cast<int64_t>(b.size));
    if (kind == 1) kr_buf_free(b.p, static_cast<int64_t>(b.size));
    if (kind == 2) free(b.p);
  }
  free(blocks);
  printf("%s contents %s\n%s alignment %s\n%s zeroed %s\n", good ? "ok" : "FAIL", name,
         aligned ? "ok" : "FAIL", name, zeroed ? "ok" : "FAIL", name);
}

// ---- drops and cycles ----
static void drops() {
  int64_t before = kr_live_bytes();
  TestNode* chain = nullptr;
  for (int i = 0; i < 3000000; i++) chain = node(chain ? obj(chain) : nullptr);
  release(obj(chain));
  check(kr_live_bytes() == before, "long chain");

  // A full binary tree.
  TestNode* tree[64];
  int depth = 0;
  for (int i = 0; i < 1 << 18; i++) {
    TestNode* n = node();
    n->value = 0;
    tree[depth++] = n;
    while (depth > 1 && tree[depth - 1]->value == tree[depth - 2]->value) {
      TestNode* r = tree[--depth];
      TestNode* l = tree[--depth];
      TestNode* parent = node(obj(l), obj(r));
      parent->value = l->value + 1;
      tree[depth++] = parent;
    }
  }
  release(obj(tree[0]));
  check(depth == 1 && kr_live_bytes() == before, "tree");

  kr_test_dels = 0;
  release(obj(node(obj(node(nullptr, nullptr, true)), nullptr, true)));
  check(kr_test_dels == 2 && kr_live_bytes() == before, "__del__ at drop");
  kr_test_want_resurrect = true;
  release(obj(node(nullptr, nullptr, true)));
  check(kr_test_dels == 3 && kr_test_resurrect && kr_live_bytes() > before,
        "resurrected by __del__");
  release(kr_test_resurrect);
  kr_test_resurrect = nullptr;
  check(kr_test_dels == 3 && kr_live_bytes() == before, "__del__ runs once");
}

static void cycles() {
  kr_collect_cycles();
  int64_t before = kr_live_bytes();
  TestNode* a = node();
  TestNode* b = node(obj(a));
  retain(obj(a));
  a->left = obj(b);  // a <-> b
  release(obj(a));
  int64_t found = kr_collect_cycles();
  check(found == 2 && kr_live_bytes() == before, "cycle of two");

  a = node();
  a->left = obj(a);
  retain(obj(a));
  release(obj(a));
  check(kr_collect_cycles() == 1 && kr_live_bytes() == before, "self reference");

  // A ring held from outside, with a tail.
  a = node();
  TestNode* last = a;
  for (int i = 0; i < 1000; i++) {
    TestNode* n = node();
    last->left = obj(n);
    last = n;
  }
  retain(obj(a));
  last->left = obj(a);
  TestNode* tail = node();
  last->right = obj(tail);
  retain(obj(a));
  release(obj(a));
  check(kr_collect_cycles() == 0 && kr_ref_count(obj(a)) == 2 && kr_ref_count(obj(tail)) == 1,
        "live ring is kept");
  retain(obj(tail));
  release(obj(a));
  found = kr_collect_cycles();
  check(found == 1001 && kr_ref_count(obj(tail)) == 1, "dead ring is found, its tail survives");
  release(obj(tail));
  check(kr_live_bytes() == before, "ring freed");

  // Finalizers in a cycle.
  kr_test_dels = 0;
  a = node(nullptr, nullptr, true);
  b = node(obj(a), nullptr, true);
  retain(obj(a));
  a->left = obj(b);
  void* weak = kr_weak_handle(obj(b));
  Object* strong = kr_weak_get(weak);
  check(strong == obj(b), "weak reference");
  release(strong);
  release(obj(a));
  check(kr_collect_cycles() == 2 && kr_test_dels == 2 && kr_live_bytes() == before,
        "__del__ in a cycle");
  check(kr_weak_get(weak) == nullptr, "weak reference died");
  kr_weak_release(weak);

  a = node(nullptr, nullptr, true);
  b = node(obj(a), nullptr, true);
  retain(obj(a));
  a->left = obj(b);
  kr_test_want_resurrect = true;
  release(obj(a));
  kr_collect_cycles();
  check(kr_test_dels == 4 && kr_test_resurrect && kr_live_bytes() > before, "cycle resurrected");
  check(kr_ref_count(kr_test_resurrect) == 2, "count after resurrection");
  release(kr_test_resurrect);
  kr_test_resurrect = nullptr;
  check(kr_collect_cycles() == 2 && kr_test_dels == 4 && kr_live_bytes() == before,
        "resurrected cycle dies without __del__");

  // Automatic collection: memory stays bounded.
  int64_t highest = 0;
  for (int i = 0; i < 300000; i++) {
    a = node();
    b = node(obj(a));
    retain(obj(a));
    a->left = obj(b);
    release(obj(a));
    if (i % 1000 == 0 && kr_live_bytes() > highest) highest = kr_live_bytes();
  }
  check(highest - before < 20000 * 32, "collected on the way");
  kr_collect_cycles();
  check(kr_live_bytes() == before, "all collected");
}

// Random graphs against a model of reachability.
static void randomGraphs() {
  kr_collect_cycles();
  int64_t before = kr_live_bytes();
  constexpr int kNodes = 300;
  bool good = true, weak_good = true;
  for (int round = 0; round < 200; round++) {
    TestNode* nodes[kNodes];
    void* weak[kNodes];
    int left[kNodes], right[kNodes];
    bool held[kNodes], reach[kNodes] = {};
    for (int i = 0; i < kNodes; i++) nodes[i] = node();
    for (int i = 0; i < kNodes; i++) weak[i] = kr_weak_handle(obj(nodes[i]));
    for (int i = 0; i < kNodes; i++) {
      auto pick = [&] { return rnd() % 3 ? static_cast<int>(rnd() % kNodes) : -1; };
      left[i] = pick();
      right[i] = pick();
      for (int side = 0; side < 2; side++) {
        int to = side ? right[i] : left[i];
        if (to < 0) continue;
        retain(obj(nodes[to]));
        (side ? nodes[i]->right : nodes[i]->left) = obj(nodes[to]);
      }
      held[i] = rnd() % 40 == 0;
    }
    int stack[kNodes], n = 0;
    for (int i = 0; i < kNodes; i++) {
      if (held[i] && !reach[i]) {
        reach[i] = true;
        stack[n++] = i;
        while (n) {
          int k = stack[--n];
          int next[] = {left[k], right[k]};
          for (int to : next) {
            if (to >= 0 && !reach[to]) {
              reach[to] = true;
              stack[n++] = to;
            }
          }
        }
      }
    }
    for (int i = 0; i < kNodes; i++) {
      if (!held[i]) release(obj(nodes[i]));
    }
    kr_collect_cycles();
    int64_t live = 0;
    for (int i = 0; i < kNodes; i++) {
      live += reach[i];
      Object* o = kr_weak_get(weak[i]);
      weak_good &= (o != nullptr) == reach[i];
      if (o) release(o);
    }
    good &= kr_live_bytes() - before == live * 32;
    int64_t counts = 0, expected = 0;
    for (int i = 0; i < kNodes; i++) {
      if (!reach[i]) continue;
      counts += kr_ref_count(obj(nodes[i]));
      expected += held[i];
      expected += (left[i] >= 0) + (right[i] >= 0);
    }
    good &= counts == expected;
    for (int i = 0; i < kNodes; i++) {
      if (held[i]) release(obj(nodes[i]));
    }
    kr_collect_cycles();
    good &= kr_live_bytes() == before;
    for (int i = 0; i < kNodes; i++) kr_weak_release(weak[i]);
  }
  check(good, "random graphs");
  check(weak_good, "random graphs, weak references");
}

// Growing and dying structures with many temporary retains: possible roots that die.
static void rootsDie() {
  kr_collect_cycles();
  int64_t before = kr_live_bytes();
  for (int round = 0; round < 50; round++) {
    TestNode* nodes[2000];
    for (int i = 0; i < 2000; i++) {
      nodes[i] = node(i ? obj(nodes[i - 1]) : nullptr);
      if (i) retain(obj(nodes[i - 1]));
    }
    for (int i = 0; i < 2000; i++) {
      retain(obj(nodes[i]));
      release(obj(nodes[i]));
    }
    for (int i = 1999; i >= 0; i--) release(obj(nodes[i]));
  }
  kr_collect_cycles();
  check(kr_live_bytes() == before, "possible roots that die");
}

// The collector runs while possible roots are being dropped.
static void collectInDrops() {
  kr_collect_cycles();
  int64_t before = kr_live_bytes();
  constexpr int kCount = 60000;
  static TestNode* kept[kCount];
  TestNode* chain = nullptr;
  kr_gc_set_enabled(false);  // so that all of these are possible roots when their drops begin
  for (int i = 0; i < kCount; i++) {
    kept[i] = node();
    retain(obj(kept[i]));
    chain = node(chain ? obj(chain) : nullptr, obj(kept[i]));
    retain(obj(chain));
    release(obj(chain));
  }
  // Wide ones too, whose drops wait in the list of pending drops.
  TestNode* bush = nullptr;
  for (int i = 0; i < 5000; i++) {
    TestNode* side = nullptr;
    for (int k = 0; k < 3; k++) {
      side = node(side ? obj(side) : nullptr, obj(kept[i * 3 + k]));
      retain(obj(kept[i * 3 + k]));
      retain(obj(side));
      release(obj(side));
    }
    bush = node(bush ? obj(bush) : nullptr, obj(side));
    retain(obj(bush));
    release(obj(bush));
  }
  kr_gc_set_enabled(true);
  release(obj(chain));
  release(obj(bush));
  bool good = true;
  for (int i = 0; i < kCount; i++) good &= kr_ref_count(obj(kept[i])) == 1;
  check(good, "counts after collections during drops");
  for (int i = 0; i < kCount; i++) release(obj(kept[i]));
  kr_collect_cycles();
  check(kr_live_bytes() == before, "collections during drops");
}

#if KRAIT_THREADS
// Blocks allocated on one thread and freed on others.
constexpr int kThreads = 4;
static Object* g_mail[kThreads][512];
static ThreadState* g_main;
static bool g_threads_good = true;
static void* worker(void* arg) {
  initThreadState(g_main);
  auto id = static_cast<int>(reinterpret_cast<intptr_t>(arg));
  uint64_t x = static_cast<uint64_t>(id) * 7919 + 13;
  for (int i = 0; i < 300000; i++) {
    x = x * 6364136223846793005u + 1442695040888963407u;
    int to = static_cast<int>(x >> 33) % kThreads, slot = static_cast<int>(x >> 40) % 512;
    TestNode* n = node();
    n->value = static_cast<int64_t>(x);
    n->left = obj(n);
    Object* old = __atomic_exchange_n(&g_mail[to][slot], obj(n), __ATOMIC_ACQ_REL);
    if (old) {
      auto* o = reinterpret_cast<TestNode*>(old);
      if (o->left != old || o->header.count != 1) g_threads_good = false;
      o->left = nullptr;
      release(old);
    }
    if (i % 5 == 0) free(malloc(x >> 50));
  }
  exitThreadState();
  return nullptr;
}
static void threads() {
  g_main = kr_ts();
  int64_t before = kr_live_bytes();
  for (int round = 0; round < 3; round++) {
    pthread_t t[kThreads];
    for (intptr_t i = 0; i < kThreads; i++)
      pthread_create(&t[i], nullptr, worker, reinterpret_cast<void*>(i));
    for (int i = 0; i < kThreads; i++) pthread_join(t[i], nullptr);
    for (auto& box : g_mail) {
      for (Object*& o : box) {
        if (!o) continue;
        reinterpret_cast<TestNode*>(o)->left = nullptr;
        release(o);
        o = nullptr;
      }
    }
  }
  check(g_threads_good, "objects from other threads");
  // The last frees wait in the queues of heaps that are abandoned; their next owners take them.
  pthread_t t[kThreads];
  for (intptr_t i = 0; i < kThreads; i++)
    pthread_create(&t[i], nullptr, worker, reinterpret_cast<void*>(i));
  for (int i = 0; i < kThreads; i++) pthread_join(t[i], nullptr);
  for (auto& box : g_mail) {
    for (Object*& o : box) {
      if (!o) continue;
      reinterpret_cast<TestNode*>(o)->left = nullptr;
      release(o);
      o = nullptr;
    }
  }
  check(kr_live_bytes() == before, "nothing left by threads");
  // Shared counts.
  TestNode* n = node();
  obj(n)->count = -1;
  kr_retain(obj(n));
  kr_retain(obj(n));
  check(kr_ref_count(obj(n)) == 3, "shared count");
  kr_release(obj(n));
  kr_release(obj(n));
  kr_release(obj(n));
  check(kr_live_bytes() == before, "shared object freed");
}
#endif

extern "C" int main(int argc, char** argv, char** envp) {
  memoryFunctions("(before start-up)");
  initMainThreadState(envp);
  memoryFunctions("(after start-up)");
  if (argc > 1 && strcmp(argv[1], "leak") == 0) {
    node(obj(node()));
    kr_buf_alloc(1000);
    TestNode* a = node();
    a->left = obj(a);
    retain(obj(a));
    release(obj(a));
    fflush(stdout);
    return finishMemory(3);
  }
  for (int kind = 0; kind < 3; kind++)
    stress(kind, kind == 0 ? "kr_alloc" : kind == 1 ? "kr_buf" : "malloc");
  check(kr_live_bytes() == 0, "nothing live after stress");
  cycles();
  randomGraphs();
  rootsDie();
  collectInDrops();
  drops();
#if KRAIT_THREADS
  threads();
#endif
  fflush(stdout);
  return finishMemory(0);
}
