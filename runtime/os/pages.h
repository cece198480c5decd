// Memory from the system.
#pragma once

#include <stddef.h>
#include <stdint.h>

namespace krait::rt {

// `bytes` of zeroed, lazily committed memory, aligned to 64 KiB; null if there is none.
void* osMap(size_t bytes);
void osUnmap(void* p, size_t bytes);
// Grows or shrinks a mapping of osMap, perhaps moving it (still aligned to 64 KiB); null:
// unchanged.
void* osRemap(void* p, size_t old_bytes, size_t new_bytes);
// Asks for huge pages behind a range (fewer page faults); without effect where there are none.
void osWantHugePages(void* p, size_t bytes);
// Gives the memory behind a range back; it reads as zeros afterwards.
void osDiscard(void* p, size_t bytes);
// Fills with random bytes from the system; false if it can't.
bool osRandom(void* p, size_t bytes);
void osWriteError(const char* text, size_t n);
[[noreturn]] void osAbort();
// Ends the process at once, without flushing anything.
[[noreturn]] void osExit(int code);

}  // namespace krait::rt
