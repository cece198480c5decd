// Files: a descriptor with buffers, text or binary, as lib/core's open() and the standard streams use
// them. Functions return codes; lib/core raises. See abi_system.def for the contract of each function.
#pragma once

#include "core/object.h"

namespace krait::rt {

// Results below -4095 are not errno values.
enum FileCode : int64_t {
  kFileClosed = -5000,         // ValueError: I/O operation on closed file.
  kFileNotReadable = -5001,    // io.UnsupportedOperation: not readable
  kFileNotWritable = -5002,    // io.UnsupportedOperation: not writable
  kFileEncodeError = -5003,    // UnicodeEncodeError; details in the file's codec error record
  kFileDecodeError = -5004,    // UnicodeDecodeError; details there too
  kFileInterrupted = -5005,    // a signal came: call check_interrupt, then go on
  kFileTellDisabled = -5006,   // OSError: telling position disabled by next() call
  kFileNotSeekable = -5007,    // io.UnsupportedOperation: underlying stream is not seekable
};

enum FileFlag : uint32_t {
  kFileReadable = 1u << 0,
  kFileWritable = 1u << 1,
  kFileText = 1u << 2,
  kFileLineBuffered = 1u << 3,   // flush after a line break
  kFileOwned = 1u << 4,          // close() closes the descriptor
  kFileWriteThrough = 1u << 5,   // no buffering of writes (and PYTHONUNBUFFERED)
  kFileAppend = 1u << 6,
};

// open()'s newline argument.
enum NewlineMode : uint8_t {
  kNewlineUniversal = 0,  // None: \r\n and \r become \n; \n is written as it is
  kNewlineKeep = 1,       // "": lines end in any of them, unchanged
  kNewlineLf = 2,
  kNewlineCr = 3,
  kNewlineCrLf = 4,
};

struct File;

File* newFile(int fd, uint32_t flags, NewlineMode newline, int codec, int errors, Str* name,
              Str* mode);
int64_t fileWriteStr(File* file, Str* s);
int64_t fileWriteBuffer(File* file, const void* data, int64_t count);
int64_t fileFlush(File* file);
int64_t fileClose(File* file);

// The standard streams; null if the descriptor was closed at start.
File* stdinFile();
File* stdoutFile();
File* stderrFile();
void openStandardFiles();

// glibc's text of an error number (musl's differ).
const char* errnoText(int number);

}  // namespace krait::rt
