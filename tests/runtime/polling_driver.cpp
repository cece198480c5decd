// A program that looks for SIGINT, for system_test.py: waits for it and dies of KeyboardInterrupt,
// or with an argument catches it.
#include "abi.h"
#include "core/str.h"
#include "core/support.h"
#include "os/file.h"

using namespace krait::rt;
using namespace krait::rt::abi;

extern "C" const uint8_t kr_polls_interrupts = 1;

static void print(const char* text) {
  Str* s = newStrAscii(text);
  if (kr_print_str(s) != 0 || kr_print_newline() != 0) fatal("print failed");
  releaseStr(s);
}

extern "C" Exception* kr_program_main() {
  print("polling");
  if (kr_check_interrupt().error) fatal("an interrupt at start");
  if (kr_file_flush(kr_stdout()) != 0) fatal("flush failed");
  if (kr_sleep_ns(20000000000) != kFileInterrupted) fatal("not interrupted");
  Result<void> r = kr_check_interrupt();
  if (!r.error) fatal("no interrupt");
  if (kr_check_interrupt().error) fatal("a second interrupt");
  if (kr_argc() == 1) return r.error;
  release(&r.error->header);
  // A blocking read notices as well, and goes on afterwards.
  print("reading");
  if (kr_file_flush(kr_stdout()) != 0) fatal("flush failed");
  if (kr_file_readline(kr_stdin())) fatal("a line");
  if (kr_file_error(kr_stdin()) != kFileInterrupted) fatal("the read was not interrupted");
  r = kr_check_interrupt();
  if (!r.error) fatal("no interrupt in the read");
  release(&r.error->header);
  Str* line = kr_file_readline(kr_stdin());
  if (!line || kr_print_str(line) != 0) fatal("no line");
  releaseStr(line);
  return nullptr;
}
