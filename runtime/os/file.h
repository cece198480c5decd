// Files: a descriptor with buffers, text or binary, as lib/core's open() and the standard streams
// use them. Functions return codes; lib/core raises. See abi_system.def for the contract of each
// function.
#pragma once

#include "core/object.h"

namespace krait::rt {

// Results below -4095 are not errno values.
enum FileCode : int64_t {
  kFileClosed = -5000,        // ValueError: I/O operation on closed file.
  kFileNotReadable = -5001,   // io.UnsupportedOperation: not readable
  kFileNotWritable = -5002,   // io.UnsupportedOperation: not writable
  kFileEncodeError = -5003,   // UnicodeEncodeError; details in the file's codec error record
  kFileDecodeError = -5004,   // UnicodeDecodeError; details there too
  kFileInterrupted = -5005,   // a signal came: call check_interrupt, then go on
  kFileTellDisabled = -5006,  // OSError: telling position disabled by next() call
  kFileNoMark = -5008,        // UnicodeError: UTF-16 stream does not start with BOM (or UTF-32)
  kFileNotSeekable = -5007,   // io.UnsupportedOperation: underlying stream is not seekable
};

enum FileFlag : uint32_t {
  kFileReadable = 1u << 0,
  kFileWritable = 1u << 1,
  kFileText = 1u << 2,
  kFileLineBuffered = 1u << 3,  // flush after a line break
  kFileOwned = 1u << 4,         // close() closes the descriptor
  kFileWriteThrough = 1u << 5,  // no buffering of writes (and PYTHONUNBUFFERED)
  kFileAppend = 1u << 6,
  kFileCheckTerminal = 1u << 7,  // line-buffered if it turns out to be a terminal
};

// open()'s newline argument.
enum NewlineMode : uint8_t {
  kNewlineUniversal = 0,  // None: \r\n and \r become \n; \n is written as it is
  kNewlineKeep = 1,       // "": lines end in any of them, unchanged
  kNewlineLf = 2,
  kNewlineCr = 3,
  kNewlineCrLf = 4,
};

// Layout: one output buffer holds two stages as CPython does, so that the system sees the same
// writes: first what the buffered layer holds, then what the text layer has not handed on yet.
struct File {
  Object header;
  // Writing. The fast path appends n bytes if out_size + n < fast_limit.
  char* out;
  int64_t out_size;      // bytes in `out`
  int64_t fast_limit;    // 0: always the slow path
  int64_t out_buffered;  // of out_size: bytes that the buffered layer holds
  int64_t out_capacity;
  int64_t block;  // size of the buffered layer's buffer; 0: not known yet
  // Reading. in[in_pos, in_ready) is text that may be handed out; in[in_ready, in_end) was read
  // only.
  char* in;
  int64_t in_pos;
  int64_t in_ready;
  int64_t in_end;
  int64_t in_capacity;
  int64_t chunk_end;  // bytes up to here were looked at (behind in_ready: an incomplete character)
  int64_t next_cr;    // universal newlines: first \r at or behind in_pos, in_ready if none
  int64_t next_wide;  // UTF-8: no byte before it that may be handed out is above 127
  Str* decoded;       // text of codecs that need conversion, owned; or null
  int64_t decoded_pos;
  double bytes_per_char;  // of the last chunk
  int32_t fd;
  uint32_t flags;   // FileFlag
  uint8_t newline;  // NewlineMode
  uint8_t closed;
  uint8_t at_end;       // the last read gave no bytes
  uint8_t decode_mode;  // DecodeMode in file_read.cpp
  uint8_t is_regular;   // of the descriptor, once `block` is known
  uint8_t wrote_bom;
  uint8_t read_any;  // the byte order mark, if any, was looked for
  uint8_t pad0;
  int32_t codec;
  int32_t active_codec;  // the same with its byte order known
  int32_t errors;
  uint32_t lock;      // threads variant: see FileLock
  int64_t error;      // of the last failed read
  void* codec_error;  // record for kr_codec_error_*, or null
  Bytes* error_bytes;
  Str* name;
  Str* mode;
};

// All results: >= 0, or -errno, or a FileCode.
File* newFile(int fd, uint32_t flags, NewlineMode newline, int codec, int errors, Str* name,
              Str* mode);
int64_t fileWriteStr(File* file, Str* s);
int64_t fileWriteBuffer(File* file, const void* data, int64_t count);
int64_t fileFlush(File* file);
int64_t flushLocked(File* file);  // by a holder of the lock
int64_t fileClose(File* file);

// Internal to the file implementation.
void learnAboutDescriptor(File* file);  // sets block, is_regular
int64_t discardReadAhead(File* file);   // before writing: the descriptor back to the logical place
void resetReading(File* file);
void freeReading(File* file);
void setDecodeMode(File* file);
int64_t fileTell(File* file);
int64_t filePosition(File* file);
int64_t forgetReadAhead(File* file);
int64_t systemWrite(int fd, const char* data, int64_t count);  // bytes written or a code
void* codecRecord(File* file);

// The standard streams; null if the descriptor was closed at start.
extern File* standard_files[3];
inline File* stdinFile() { return standard_files[0]; }
inline File* stdoutFile() { return standard_files[1]; }
inline File* stderrFile() { return standard_files[2]; }
void openStandardFiles();
void freeStandardFiles();

// glibc's text of an error number (musl's differ).
const char* errnoText(int number);

// Excludes other threads from a file; nothing in programs without threads.
class FileLock {
 public:
#if KRAIT_THREADS
  explicit FileLock(File* file);
  ~FileLock();

 private:
  File* file_;
#else
  explicit FileLock(File*) {}
#endif
};

}  // namespace krait::rt

// TypeInfo.drop of File: closes it if nobody did.
extern "C" void kr_file_drop(krait::rt::Object* file);
