// The allocator (memory.h says what sizes go where). A thread owns a Heap: pages of 64 KiB cut from
// big reserved regions. Free blocks are in the thread state's lists, one a kind and class, shared
// by all pages of the class, so that allocation is one pop. Pages are cut into blocks a few at a
// time, so that memory is touched only when needed. A block freed by another thread goes to its
// owner's remote queue, which the owner empties when a list runs dry.
#include "core/memory.h"

#include "abi.h"
#include "core/exception.h"
#include "core/heap.h"
#include "os/pages.h"

namespace krait::rt {

struct Heap {
  Page* current[kKindCount][kFirstLarge];  // the page being cut
  Page* small_pages;                       // all of them, for the leak check
  Page* large_live;                        // blocks of spans and mappings
  char* region;                            // reserved, not yet used
  char* region_end;
  size_t next_region;  // bytes to reserve next
  uint32_t color;      // spreads large blocks over cache sets
  Page* free_spans[kLargeClasses + 1];
  size_t free_span_bytes;  // that may be touched
  Page* huge_cache[4];
  void* remote;     // atomic: blocks freed by other threads
  Heap* next_heap;  // all heaps
  bool abandoned;
  void* saved_lists[kKindCount][kClassCount];
};

namespace {

#if KRAIT_THREADS
// Process-wide: the list of all heaps, under a spin lock (taken at thread start and exit only).
struct {
  Heap* heaps;
  int lock;
} g_heaps;

void lockHeaps() {
  while (__atomic_exchange_n(&g_heaps.lock, 1, __ATOMIC_ACQUIRE)) __builtin_ia32_pause();
}
void unlockHeaps() { __atomic_store_n(&g_heaps.lock, 0, __ATOMIC_RELEASE); }
#else
Heap g_heap;
#endif

constexpr size_t kFirstRegion = size_t{1} << 20;
constexpr size_t kLastRegion = size_t{1} << 28;
constexpr size_t kHugePageBytes = size_t{8} << 20;  // regions and mappings that ask for huge pages
constexpr size_t kHugeCacheBytes = size_t{32} << 20;

KR_COLD Heap* newHeap(ThreadState* ts) {
#if KRAIT_THREADS
  lockHeaps();
  Heap* found = g_heaps.heaps;
  while (found && !found->abandoned) found = found->next_heap;
  if (found) found->abandoned = false;
  unlockHeaps();
  if (found) {
    __builtin_memcpy(ts->free_lists, found->saved_lists, sizeof(ts->free_lists));
    ts->heap = found;
    return found;
  }
  auto* heap = static_cast<Heap*>(osMap(sizeof(Heap)));
  if (!heap) outOfMemory();
  lockHeaps();
  heap->next_heap = g_heaps.heaps;
  g_heaps.heaps = heap;
  unlockHeaps();
#else
  Heap* heap = &g_heap;
#endif
  heap->next_region = kFirstRegion;
  ts->heap = heap;
  return heap;
}

// n pages of 64 KiB; null: no memory.
Page* takeSpan(Heap* heap, int n) {
  for (int k = n; k <= kLargeClasses; k++) {
    Page* p = heap->free_spans[k];
    if (!p) continue;
    heap->free_spans[k] = p->next;
    heap->free_span_bytes -= k * kPageBytes;
    if (k > n) {  // the rest stays free
      auto* rest = reinterpret_cast<Page*>(reinterpret_cast<char*>(p) + n * kPageBytes);
      rest->next = heap->free_spans[k - n];
      heap->free_spans[k - n] = rest;
      heap->free_span_bytes += (k - n) * kPageBytes;
    }
    return p;
  }
  size_t bytes = n * kPageBytes;
  if (static_cast<size_t>(heap->region_end - heap->region) < bytes) {
    // What is left of the old region becomes free spans.
    while (heap->region < heap->region_end) {
      int k = static_cast<int>(static_cast<size_t>(heap->region_end - heap->region) / kPageBytes);
      k = min(k, kLargeClasses);
      auto* p = reinterpret_cast<Page*>(heap->region);
      heap->region += k * kPageBytes;
      p->next = heap->free_spans[k];
      heap->free_spans[k] = p;
      heap->free_span_bytes += k * kPageBytes;
    }
    size_t size = max(heap->next_region, bytes);
    char* r = static_cast<char*>(osMap(size));
    if (!r && size > bytes) r = static_cast<char*>(osMap(size = bytes));
    if (!r) return nullptr;
    if (size >= kHugePageBytes) osWantHugePages(r, size);
    heap->region = r;
    heap->region_end = r + size;
    if (heap->next_region < kLastRegion) heap->next_region *= 4;
  }
  auto* p = reinterpret_cast<Page*>(heap->region);
  heap->region += bytes;
  return p;
}

void linkLive(Heap* heap, Page* p) {
  p->prev = nullptr;
  p->next = heap->large_live;
  if (p->next) p->next->prev = p;
  heap->large_live = p;
}
void unlinkLive(Heap* heap, Page* p) {
  if (p->next) p->next->prev = p->prev;
  if (p->prev)
    p->prev->next = p->next;
  else
    heap->large_live = p->next;
}

void* allocHuge(Heap* heap, int kind, size_t size) {
  if (size > SIZE_MAX / 4) return nullptr;
  size_t bytes = (size + kPageHeader + 4095) & ~size_t{4095};
  Page* p = nullptr;
  for (Page*& cached : heap->huge_cache) {
    if (cached && cached->bytes >= bytes && cached->bytes <= bytes + bytes / 2) {
      p = cached;
      cached = nullptr;
      p->scratch = 1;  // not zeroed
      break;
    }
  }
  if (!p) {
    p = static_cast<Page*>(osMap(bytes));
    if (!p) return nullptr;
    if (bytes >= kHugePageBytes) osWantHugePages(p, bytes);
    p->bytes = bytes;
    p->scratch = 0;
  }
  p->owner = heap;
  p->kind = static_cast<uint16_t>(kind);
  p->cls = kHugeClass;
  p->block = reinterpret_cast<char*>(p) + kPageHeader;
  linkLive(heap, p);
  return p->block;
}

void freeHuge(Heap* heap, Page* p) {
  unlinkLive(heap, p);
  if (p->bytes <= kHugeCacheBytes / 4) {
    for (Page*& cached : heap->huge_cache) {
      if (!cached) {
        cached = p;
        return;
      }
    }
    swap(heap->huge_cache[0], heap->huge_cache[3]);
    swap(heap->huge_cache[1], heap->huge_cache[3]);
    swap(p, heap->huge_cache[0]);
  }
  osUnmap(p, p->bytes);
}

void* allocLarge(Heap* heap, int kind, size_t size) {
  if (size > kLargeBytes) return allocHuge(heap, kind, size);
  // Without the offset all large blocks would begin in the same cache sets.
  uint32_t color = (heap->color = (heap->color + 1) % 16) * 256;
  int n = static_cast<int>((size + kPageHeader + color + kPageBytes - 1) / kPageBytes);
  Page* p = takeSpan(heap, n);
  if (!p) return nullptr;
  p->owner = heap;
  p->kind = static_cast<uint16_t>(kind);
  p->cls = static_cast<uint16_t>(kFirstLarge + n - 1);
  p->scratch = 1;
  p->block = reinterpret_cast<char*>(p) + kPageHeader + color;
  p->bytes = n * kPageBytes - kPageHeader - color;
  linkLive(heap, p);
  return p->block;
}

void freeLarge(Heap* heap, Page* p) {
  int n = p->cls - kFirstLarge + 1;
  unlinkLive(heap, p);
  if (heap->free_span_bytes > (size_t{32} << 20)) {
    osDiscard(reinterpret_cast<char*>(p) + 4096, n * kPageBytes - 4096);
  }
  p->next = heap->free_spans[n];
  heap->free_spans[n] = p;
  heap->free_span_bytes += n * kPageBytes;
}

// Cuts at least one block of the class from its current page and leaves all but one in the list.
void* carve(ThreadState* ts, Heap* heap, int kind, int cls) {
  size_t size = classBytes(cls);
  int page_class = max(cls, 1);
  Page* page = heap->current[kind][page_class];
  if (!page || page->carved + size > kPageBytes) {
    page = takeSpan(heap, 1);
    if (!page) return nullptr;
    page->owner = heap;
    page->kind = static_cast<uint16_t>(kind);
    page->cls = static_cast<uint16_t>(page_class);
    page->block_size = static_cast<uint32_t>(size);
    page->carved = kPageHeader;
    page->bytes = 0;
    page->next = heap->small_pages;
    heap->small_pages = page;
    heap->current[kind][page_class] = page;
  }
  size_t end = min(kPageBytes, page->carved + max(size, size_t{4096} - page->carved % 4096));
  char* base = reinterpret_cast<char*>(page);
  char* first = base + page->carved;
  size_t at = page->carved + size;
  void** link = &ts->free_lists[kind][cls];
  for (; at + size <= end; at += size) {
    *link = base + at;
    link = reinterpret_cast<void**>(base + at);
  }
  *link = nullptr;
  page->carved = static_cast<uint32_t>(at);
  return first;
}

void pushLocal(ThreadState* ts, Page* page, void* p) {
  void** list = &ts->free_lists[page->kind][page->cls];
  *static_cast<void**>(p) = *list;
  *list = p;
}

size_t usable(const Page* page) {
  if (page->cls < kFirstLarge) return page->block_size;
  if (page->cls == kHugeClass) return page->bytes - kPageHeader;
  return page->bytes;
}

}  // namespace

void drainRemote(ThreadState* ts) {
#if KRAIT_THREADS
  Heap* heap = ts->heap;
  if (!heap) return;
  void* p = __atomic_exchange_n(&heap->remote, nullptr, __ATOMIC_ACQUIRE);
  while (p) {
    void* next = *static_cast<void**>(p);
    freeSlow(ts, p);
    p = next;
  }
#else
  (void)ts;
#endif
}

KR_COLD void* allocSlow(ThreadState* ts, int kind, size_t size) {
  Heap* heap = ts->heap;
  if (KR_UNLIKELY(!heap)) heap = newHeap(ts);
#if KRAIT_THREADS
  if (__atomic_load_n(&heap->remote, __ATOMIC_RELAXED)) drainRemote(ts);
#endif
  if (size > kMediumBytes) return allocLarge(heap, kind, size);
  int cls = size <= kSmallBytes ? static_cast<int>((size + 7) >> 3) : mediumClass(size);
  void** list = &ts->free_lists[kind][cls];
  if (void* p = *list) {
    *list = *static_cast<void**>(p);
    return p;
  }
  return carve(ts, heap, kind, cls);
}

__attribute__((noinline)) void freeSlow(ThreadState* ts, void* p) {
  Page* page = pageOf(p);
#if KRAIT_THREADS
  if (page->owner != ts->heap) {
    Heap* owner = page->owner;
    void* head = __atomic_load_n(&owner->remote, __ATOMIC_RELAXED);
    do {
      *static_cast<void**>(p) = head;
    } while (!__atomic_compare_exchange_n(&owner->remote, &head, p, true, __ATOMIC_RELEASE,
                                          __ATOMIC_RELAXED));
    return;
  }
#endif
  if (page->cls < kFirstLarge) return pushLocal(ts, page, p);
  if (page->cls == kHugeClass) return freeHuge(ts->heap, page);
  freeLarge(ts->heap, page);
}

size_t blockSize(const void* p) { return usable(pageOf(p)); }

Object* tryAllocObject(uint32_t tid, size_t size) {
  auto* o = static_cast<Object*>(allocTry(kr_ts(), kKindObject, size));
  if (!o) return nullptr;
  o->count = 1;
  o->meta = tid << 8;
  return o;
}

// Moves a block to a new size; contents up to the smaller size are kept. Null: no memory, p
// unchanged.
static void* resize(int kind, void* p, size_t old_size, size_t new_size) {
  ThreadState* ts = kr_ts();
  Page* page = pageOf(p);
  size_t room = usable(page);
  if (page->cls <= kSmallMax8) {
    // Buffers and objects are freed by size, so a block must be of its size's class.
    if (new_size <= kSmallBytes && (new_size + 7) >> 3 == page->cls) return p;
  } else if (new_size <= room && new_size >= room / 2 && new_size > kSmallBytes) {
    return p;
  }
#if KRAIT_THREADS
  bool mine = page->owner == ts->heap;
#else
  bool mine = true;
#endif
  if (mine && page->cls == kHugeClass && new_size > kLargeBytes && new_size < SIZE_MAX / 4) {
    size_t bytes = (new_size + kPageHeader + 4095) & ~size_t{4095};
    unlinkLive(ts->heap, page);
    auto* moved = static_cast<Page*>(osRemap(page, page->bytes, bytes));
    if (moved) {
      page = moved;
      page->bytes = bytes;
      page->block = reinterpret_cast<char*>(page) + kPageHeader;
    }
    linkLive(ts->heap, page);
    return moved ? page->block : nullptr;
  }
  void* q = allocTry(ts, kind, new_size);
  if (!q) return nullptr;
  memcpy(q, p, min(old_size, new_size));
  freeSlow(ts, p);
  return q;
}

Object* reallocObject(Object* o, size_t new_size) {
  size_t old_size = blockSize(o);
  auto* moved = static_cast<Object*>(resize(kKindObject, o, old_size, new_size));
  if (!moved) outOfMemory();
  return moved;
}

void pushPointer(PointerVector* v, void* p) {
  if (v->length == v->capacity) {
    int64_t capacity = v->capacity ? v->capacity * 2 : 16;
    size_t bytes = static_cast<size_t>(capacity) * sizeof(void*);
    void* items =
        v->items ? resize(kKindC, v->items, static_cast<size_t>(v->length) * sizeof(void*), bytes)
                 : allocTry(kr_ts(), kKindC, bytes);
    if (!items) outOfMemory();
    v->items = static_cast<void**>(items);
    v->capacity = capacity;
  }
  v->items[v->length++] = p;
}

void exitThreadState() {
#if KRAIT_THREADS
  ThreadState* ts = kr_ts();
  if (Heap* heap = ts->heap) {
    __builtin_memcpy(heap->saved_lists, ts->free_lists, sizeof(ts->free_lists));
    memset(ts->free_lists, 0, sizeof(ts->free_lists));
    ts->heap = nullptr;
    lockHeaps();
    heap->abandoned = true;
    unlockHeaps();
  }
#endif
}

// ---- leak check ---------------------------------------------------------------------------------

namespace {

struct LiveCount {
  int64_t objects, bytes;
};
struct LiveReport {
  LiveCount* by_type;  // kr_type_count + 1 entries; the last: buffers. May be null
  int64_t bytes;
};

void countBlock(LiveReport* report, int kind, const void* p, size_t size) {
  if (kind == kKindC) return;
  uint32_t type = kr_type_count;
  if (kind == kKindObject) {
    auto* o = static_cast<const Object*>(p);
    if (o->count == kImmortal) return;
    type = min(typeId(o), kr_type_count);
  }
  report->bytes += static_cast<int64_t>(size);
  if (report->by_type) {
    report->by_type[type].objects++;
    report->by_type[type].bytes += static_cast<int64_t>(size);
  }
}

void countHeap(Heap* heap, void* (*lists)[kClassCount], LiveReport* report) {
  // Bitmaps of the free blocks, one a page (8-byte granules: 1 KiB).
  size_t pages = 0;
  for (Page* p = heap->small_pages; p; p = p->next) p->scratch = static_cast<uint32_t>(pages++);
  if (pages) {
    constexpr size_t kWords = kPageBytes / 8 / 64;
    auto* bits = static_cast<uint64_t*>(osMap(pages * kWords * 8));
    if (!bits) return;
    auto markList = [&](void* p) {
      for (; p; p = *static_cast<void**>(p)) {
        Page* page = pageOf(p);
        if (page->cls >= kFirstLarge) continue;  // looked for below
        size_t bit = static_cast<size_t>(static_cast<char*>(p) - reinterpret_cast<char*>(page)) / 8;
        bits[page->scratch * kWords + bit / 64] |= uint64_t{1} << bit % 64;
      }
    };
    for (int kind = 0; kind < kKindC; kind++) {
      for (int cls = 0; cls < kFirstLarge; cls++) markList(lists[kind][cls]);
    }
    markList(__atomic_load_n(&heap->remote, __ATOMIC_ACQUIRE));
    for (Page* page = heap->small_pages; page; page = page->next) {
      for (size_t at = kPageHeader; at + page->block_size <= page->carved; at += page->block_size) {
        size_t bit = at / 8;
        if (bits[page->scratch * kWords + bit / 64] >> bit % 64 & 1) continue;
        countBlock(report, page->kind, reinterpret_cast<char*>(page) + at, page->block_size);
      }
    }
    osUnmap(bits, (pages * kWords * 8 + 4095) & ~size_t{4095});
  }
  for (Page* p = heap->large_live; p; p = p->next) {
    bool freed = false;
    for (void* r = __atomic_load_n(&heap->remote, __ATOMIC_ACQUIRE); r;
         r = *static_cast<void**>(r)) {
      freed |= r == p->block;
    }
    if (!freed) countBlock(report, p->kind, p->block, usable(p));
  }
}

void countAll(LiveReport* report) {
  ThreadState* ts = kr_ts();
  drainRemote(ts);
#if KRAIT_THREADS
  lockHeaps();
  for (Heap* h = g_heaps.heaps; h; h = h->next_heap) {
    if (h == ts->heap)
      countHeap(h, ts->free_lists, report);
    else if (h->abandoned)
      countHeap(h, h->saved_lists, report);
  }
  unlockHeaps();
#else
  if (ts->heap) countHeap(ts->heap, ts->free_lists, report);
#endif
}

struct Line {  // a line of text for stderr
  char text[256];
  size_t n = 0;
  void add(const char* s) {
    while (*s && n < sizeof(text)) text[n++] = *s++;
  }
  void add(int64_t v) {
    char digits[24];
    int k = 0;
    do digits[k++] = static_cast<char>('0' + v % 10);
    while (v /= 10);
    while (k && n < sizeof(text)) text[n++] = digits[--k];
  }
  void write() { osWriteError(text, n); }
};

}  // namespace

int64_t liveBytes() {
  LiveReport report = {nullptr, 0};
  countAll(&report);
  return report.bytes;
}

bool leakCheckWanted() { return kr_ts()->leak_check; }

}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

void* kr_alloc(int64_t size) {
  void* p = allocTry(kr_ts(), kKindBuffer, static_cast<size_t>(size));
  if (KR_UNLIKELY(!p)) outOfMemory();
  return p;
}

void kr_free(void* p, int64_t size) {
  freeFast(kr_ts(), kKindBuffer, p, static_cast<size_t>(size));
}

Object* kr_new_object(int64_t tid, int64_t size) {
  auto* o = static_cast<Object*>(allocTry(kr_ts(), kKindObject, static_cast<size_t>(size)));
  if (KR_UNLIKELY(!o)) outOfMemory();
  storeAs<uint64_t>(o, static_cast<uint64_t>(tid) << 40 | 1);
  return o;
}

void kr_free_object(Object* o) {
  uint32_t size = typeInfo(o)->size;
  if (KR_LIKELY(size != 0)) return freeFast(kr_ts(), kKindObject, o, size);
  freeSlow(kr_ts(), o);
}

void* kr_buf_alloc(int64_t bytes) {
  if (bytes == 0) return nullptr;
  void* p = allocTry(kr_ts(), kKindBuffer, static_cast<size_t>(bytes));
  if (KR_UNLIKELY(!p)) outOfMemory();
  return p;
}

void* kr_buf_try_alloc(int64_t bytes) {
  if (bytes <= 0) return nullptr;
  return allocTry(kr_ts(), kKindBuffer, static_cast<size_t>(bytes));
}

Result<void> kr_check_room(int64_t count, int64_t times) {
  constexpr int64_t kSurely = int64_t{1} << 28;
  constexpr int64_t kItem = 8;  // an item has at least so many bytes, but for machine integers
  int64_t bytes = 0;
  if (__builtin_mul_overflow(count, times, &bytes) || __builtin_mul_overflow(bytes, kItem, &bytes) ||
      bytes > int64_t{1} << 46)
    return {raiseNoMemory()};
  if (bytes > kSurely) {
    void* p = kr_buf_try_alloc(bytes);
    if (!p) return {raiseNoMemory()};
    kr_buf_free(p, bytes);
  }
  return {nullptr};
}

void* kr_buf_alloc_zeroed(int64_t bytes) {
  if (bytes == 0) return nullptr;
  void* p = kr_buf_alloc(bytes);
  Page* page = pageOf(p);
  if (page->cls != kHugeClass || page->scratch) memset(p, 0, static_cast<size_t>(bytes));
  return p;
}

void* kr_buf_realloc(void* p, int64_t old_bytes, int64_t new_bytes) {
  if (!p) return kr_buf_alloc(new_bytes);
  if (new_bytes == 0) {
    kr_buf_free(p, old_bytes);
    return nullptr;
  }
  void* q = resize(kKindBuffer, p, static_cast<size_t>(old_bytes), static_cast<size_t>(new_bytes));
  if (KR_UNLIKELY(!q)) outOfMemory();
  return q;
}

void kr_buf_free(void* p, int64_t bytes) {
  if (p) freeFast(kr_ts(), kKindBuffer, p, static_cast<size_t>(bytes));
}

bool kr_buf_any_big(void* p, int64_t n) {
  auto* words = static_cast<const uint64_t*>(p);
  uint64_t all = 0;
  for (int64_t i = 0; i < n; i++) all |= words[i];
  return all & 1;
}

int64_t kr_buf_good_size(int64_t bytes) {
  auto size = static_cast<size_t>(bytes);
  if (size <= kSmallBytes) return static_cast<int64_t>((size + 7) & ~size_t{7});
  if (size <= kMediumBytes) return static_cast<int64_t>(classBytes(mediumClass(size)));
  size_t slack = kPageHeader + 4096;  // header and colour of a span
  if (size <= kLargeBytes) {
    return static_cast<int64_t>((size + slack + kPageBytes - 1) / kPageBytes * kPageBytes - slack);
  }
  return static_cast<int64_t>(((size + kPageHeader + 4095) & ~size_t{4095}) - kPageHeader);
}

int64_t kr_live_bytes() { return liveBytes(); }

int64_t kr_report_leaks() {
  size_t table = (kr_type_count + 1) * sizeof(LiveCount);
  LiveReport report = {static_cast<LiveCount*>(osMap(table)), 0};
  countAll(&report);
  if (report.bytes && report.by_type) {
    Line head;
    head.add("krait: leak check: ");
    head.add(report.bytes);
    head.add(" bytes are still alive\n");
    head.write();
    for (uint32_t i = 0; i <= kr_type_count; i++) {
      const LiveCount& c = report.by_type[i];
      if (!c.objects) continue;
      Line line;
      line.add("  ");
      if (i == kr_type_count) {
        line.add("(buffers)");
      } else {
        line.add(kr_type_table[i]->module);
        line.add(".");
        line.add(kr_type_table[i]->name);
      }
      line.add(": ");
      line.add(c.objects);
      line.add(", ");
      line.add(c.bytes);
      line.add(" bytes\n");
      line.write();
    }
  }
  return report.bytes;
}

}  // extern "C"

namespace krait::rt {
// The C family needs blocks without a size and 16-byte alignment (malloc.cpp).
void* resizeC(void* p, size_t old_size, size_t new_size) {
  return resize(kKindC, p, old_size, new_size);
}
}  // namespace krait::rt
