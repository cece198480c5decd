// A program for system_test.py: what it does is named by its arguments.
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "abi.h"
#include "core/exception.h"
#include "core/memory.h"
#include "core/str.h"
#include "core/support.h"
#include "core/thread_state.h"
#include "core/traceback.h"
#include "os/codec_ids.h"
#include "os/file.h"
#include "os/process.h"

using namespace krait::rt;
using namespace krait::rt::abi;

namespace {

// ---- helpers ----

Exception* print(const char* text) {
  Str* s = newStrUtf8(text);
  i64 code = kr_print_str(s);
  releaseStr(s);
  if (code == 0) code = kr_print_newline();
  if (code == 0) return nullptr;
  if (code == kFileEncodeError) {
    void* record = kr_file_codec_error(kr_stdout());
    Str* reason = kr_codec_error_reason(record);
    Str* encoding = kr_codec_error_encoding(record);
    Exception* e = raiseFormat(KR_TID(ValueError), "%S %ld %ld %S", encoding,
                               kr_codec_error_start(record), kr_codec_error_end(record), reason);
    releaseStr(reason);
    releaseStr(encoding);
    return e;
  }
  Str* text_of = kr_os_strerror(-code);
  Exception* e = raiseFormat(KR_TID(OSError), "[Errno %ld] %S", -code, text_of);
  releaseStr(text_of);
  return e;
}

void writeText(File* f, const char* text) {
  Str* s = newStrUtf8(text);
  if (kr_file_write_str(f, s) != 0) fatal("write failed");
  releaseStr(s);
}

// ---- tracebacks from a description (tracebacks.py writes it) ----

struct Reader {
  char* text;
  char* p;

  explicit Reader(const char* path) {
    int fd = open(path, O_RDONLY);
    if (fd < 0) fatal("no description");
    size_t room = size_t{1} << 24;
    text = static_cast<char*>(malloc(room));
    size_t n = 0;
    for (;;) {
      ssize_t got = read(fd, text + n, room - n - 1);
      if (got <= 0) break;
      n += static_cast<size_t>(got);
    }
    close(fd);
    text[n] = 0;
    p = text;
  }
  // The next line, cut at its end; null at the end of the file.
  char* line() {
    if (!*p) return nullptr;
    char* begin = p;
    while (*p && *p != '\n') p++;
    if (*p) *p++ = 0;
    return begin;
  }
};

uint32_t typeByName(const char* name) {
  for (uint32_t i = 0; i < kr_type_count; i++) {
    if (strcmp(kr_type_table[i]->name, name) == 0) return i;
  }
  fatal(name);
}

char* unhex(char* hex) {
  char* out = hex;
  for (char* p = hex; p[0] && p[1]; p += 2) {
    auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    *out++ = static_cast<char>(digit(p[0]) * 16 + digit(p[1]));
  }
  *out = 0;
  return hex;
}

// The exceptions of a description, by number; each is owned.
struct Described {
  Exception* exception;
  VTuple* members;  // of a group, owned
};
Described described[512];
int described_count = 0;

Exception* parseException(Reader& reader);

void parseMember(Reader& reader, Described& group) {
  if (!group.members) {
    group.members = allocObjectAs<VTuple>(KR_TID(vtuple_any));
    group.members->items = nullptr;
    group.members->length = 0;
  }
  Exception* member = parseException(reader);
  retain(&member->header);
  VTuple* t = group.members;
  int64_t size = t->length * static_cast<int64_t>(sizeof(Any));
  Any* items =
      static_cast<Any*>(kr_buf_realloc(t->items, size, size + static_cast<int64_t>(sizeof(Any))));
  items[t->length++] = Any{typeId(&member->header), reinterpret_cast<uint64_t>(member)};
  t->items = items;
}

const Site* parseSite(char* rest) {
  char* parts[8];
  for (char*& part : parts) {
    part = rest;
    while (*rest && *rest != ' ') rest++;
    if (*rest) *rest++ = 0;
  }
  FunctionInfo* function = static_cast<FunctionInfo*>(malloc(sizeof(FunctionInfo)));
  *function = {unhex(parts[0]), unhex(parts[1]), 1};
  Site* site = static_cast<Site*>(malloc(sizeof(Site)));
  *site = {function,       atoi(parts[2]) - 1, atoi(parts[3]) - 1, atoi(parts[4]),
           atoi(parts[5]), atoi(parts[6]),     atoi(parts[7]), 0};
  return site;
}

// The format is that of tracebacks.py's describe().
Exception* parseException(Reader& reader) {
  char* line = reader.line();
  if (line[0] == 'R') return described[atoi(line + 2)].exception;
  if (line[0] != 'E') fatal("bad description");
  char* type = strchr(line + 2, ' ') + 1;
  char* text = strchr(type, ' ');
  *text++ = 0;
  Str* message = strcmp(text, "-") == 0 ? nullptr : newStrUtf8(unhex(text));
  Exception* e = makeException(typeByName(type), message);
  Described& entry = described[described_count++];
  entry.exception = e;
  static const Site* sites[8192];
  int count = 0;
  while ((line = reader.line()) && line[0] != 'Z') {
    char* rest = line + 2;
    switch (line[0]) {
      case 'S':
        sites[count++] = parseSite(rest);
        break;
      case 'N': {
        Str* note = newStrUtf8(unhex(rest));
        kr_exc_add_note(e, note);
        releaseStr(note);
        break;
      }
      case 'F':
        e->suppress_context = 1;
        break;
      default: {
        // The frames are complete; what follows uses the table for itself.
        while (count > 0) addTraceback(e, sites[--count]);
        if (line[0] == 'M') {
          parseMember(reader, entry);
          break;
        }
        bool suppress = e->suppress_context;
        Exception* other = parseException(reader);
        if (line[0] == 'K')
          kr_exc_set_cause(e, &other->header);
        else
          kr_exc_set_context(e, &other->header);
        e->suppress_context = suppress;
      }
    }
  }
  while (count > 0) addTraceback(e, sites[--count]);
  return e;
}

Exception* describedException(const char* path) {
  Reader reader(path);
  Exception* e = parseException(reader);
  retain(&e->header);
  return e;
}

// ---- reading files ----

void printRepr(Str* s) {
  Str* repr = kr_str_repr(s);
  if (kr_print_str(repr) != 0 || kr_print_newline() != 0) fatal("print failed");
  releaseStr(repr);
}

void printReprBytes(Object* b) {
  Str* repr = kr_bytes_repr(reinterpret_cast<Bytes*>(b));
  if (kr_print_str(repr) != 0 || kr_print_newline() != 0) fatal("print failed");
  releaseStr(repr);
}

// Prints what happened if the last read failed.
bool failed(File* f) {
  i64 code = kr_file_error(f);
  if (code == 0) return false;
  Str* text;
  if (code == kFileDecodeError) {
    void* record = kr_file_codec_error(f);
    Str* encoding = kr_codec_error_encoding(record);
    Str* reason = kr_codec_error_reason(record);
    Bytes* object = reinterpret_cast<Bytes*>(kr_file_error_bytes(f));
    text = formatMessage("UnicodeDecodeError %S %ld %ld %ld %S", encoding, object->length,
                         kr_codec_error_start(record), kr_codec_error_end(record), reason);
    releaseStr(encoding);
    releaseStr(reason);
    release(&object->header);
  } else {
    text = formatMessage("error %ld", code);
  }
  if (kr_print_str(text) != 0 || kr_print_newline() != 0) fatal("print failed");
  releaseStr(text);
  return true;
}

File* openFile(char** argv, i64 os_flags, i64 flags) {
  Str* path = newStrUtf8(argv[0]);
  Str* codec = newStrUtf8(argv[1]);
  Str* errors = newStrUtf8(argv[2]);
  Str* mode = newStrAscii("r");
  i64 fd = strcmp(argv[0], "-") == 0 ? 0 : kr_file_open(path, os_flags, 0666);
  if (fd < 0) fatal("cannot open");
  File* f = kr_file_new(fd, flags | kFileOwned, atoi(argv[3]), kr_codec_lookup(codec),
                        kr_codec_errors_lookup(errors), path, mode);
  releaseStr(path);
  releaseStr(codec);
  releaseStr(errors);
  releaseStr(mode);
  return f;
}

// read PATH CODEC ERRORS NEWLINE OPERATION…: l a line, Ln lines of at most n characters until the
// end, rn characters, a all, * lines until the end, t tell, sN seek.
void readText(int argc, char** argv) {
  File* f = openFile(argv, O_RDONLY, kFileReadable | kFileText);
  for (int i = 4; i < argc; i++) {
    i64 number = atol(argv[i] + 1);
    switch (argv[i][0]) {
      case 'l':
      case '*':
        do {
          Str* line = kr_file_readline(f);
          if (!line) {
            if (!failed(f)) print("end");
            break;
          }
          printRepr(line);
          releaseStr(line);
        } while (argv[i][0] == '*');
        break;
      case 'L':
        for (;;) {
          Str* line = kr_file_readline_limit(f, number);
          if (!line) {
            if (!failed(f)) print("end");
            break;
          }
          printRepr(line);
          releaseStr(line);
        }
        break;
      case 'r':
      case 'a': {
        Str* text = kr_file_read(f, argv[i][0] == 'a' ? -1 : number);
        if (!text) {
          failed(f);
        } else {
          printRepr(text);
          releaseStr(text);
        }
        break;
      }
      case 't': {
        Str* text = formatMessage("%ld", kr_file_tell(f));
        printRepr(text);
        releaseStr(text);
        break;
      }
      case 's':
        if (kr_file_seek(f, number, 0) != number) fatal("seek failed");
        break;
    }
  }
  release(&f->header);
}

void readBinary(int argc, char** argv) {
  File* f = openFile(argv, O_RDONLY, kFileReadable);
  for (int i = 4; i < argc; i++) {
    i64 number = atol(argv[i] + 1);
    switch (argv[i][0]) {
      case 'l':
      case '*':
      case 'L':
        do {
          Object* line = kr_file_readline_bytes(f, argv[i][0] == 'L' ? number : -1);
          if (!line) {
            if (!failed(f)) print("end");
            break;
          }
          printReprBytes(line);
          release(line);
        } while (argv[i][0] != 'l');
        break;
      case 'r':
      case 'a': {
        Object* data = kr_file_read_bytes(f, argv[i][0] == 'a' ? -1 : number);
        printReprBytes(data);
        release(data);
        break;
      }
      case 't': {
        Str* text = formatMessage("%ld", kr_file_tell(f));
        printRepr(text);
        releaseStr(text);
        break;
      }
      case 's':
        if (kr_file_seek(f, number, 0) != number) fatal("seek failed");
        break;
    }
  }
  release(&f->header);
}

// write PATH CODEC ERRORS NEWLINE TEXT…: "@n" is n characters, "!" flushes.
void writeTextFile(int argc, char** argv) {
  File* f = openFile(argv, O_WRONLY | O_CREAT | O_TRUNC, kFileWritable | kFileText);
  for (int i = 4; i < argc; i++) {
    if (argv[i][0] == '!') {
      if (kr_file_flush(f) != 0) fatal("flush failed");
      continue;
    }
    Str* s;
    if (argv[i][0] == '@') {
      Str* x = newStrUtf8("x");
      s = kr_str_repeat(x, atol(argv[i] + 1)).value;
    } else {
      s = newStrUtf8(argv[i]);
    }
    if (kr_file_write_str(f, s) != 0) print("write failed");
    releaseStr(s);
  }
  if (kr_file_close(f) != 0) fatal("close failed");
  release(&f->header);
}

// mixed PATH FLAGS FILE-FLAGS NEWLINE OPERATION…: rN read, l line, wTEXT write, sN seek, e seek to
// the end, t tell, T truncate here, f flush.
void mixed(int argc, char** argv) {
  Str* path = newStrUtf8(argv[0]);
  Str* mode = newStrAscii("m");
  i64 fd = kr_file_open(path, atol(argv[1]), 0666);
  if (fd < 0) fatal("cannot open");
  i64 flags = atol(argv[2]);
  File* f = kr_file_new(fd, flags | kFileOwned, atol(argv[3]), kUtf8, kStrict, path, mode);
  bool text = flags & kFileText;
  auto number = [](i64 n) {
    Str* s = formatMessage("%ld", n);
    printRepr(s);
    releaseStr(s);
  };
  for (int i = 4; i < argc; i++) {
    i64 n = atol(argv[i] + 1);
    switch (argv[i][0]) {
      case 'r':
        if (text) {
          Str* s = kr_file_read(f, n);
          if (!s && !failed(f)) fatal("read");
          if (s) printRepr(s), releaseStr(s);
        } else {
          Object* b = kr_file_read_bytes(f, n);
          printReprBytes(b);
          release(b);
        }
        break;
      case 'l': {
        Object* s =
            text ? reinterpret_cast<Object*>(kr_file_readline(f)) : kr_file_readline_bytes(f, -1);
        if (!s) {
          if (!failed(f)) print("end");
        } else {
          text ? printRepr(reinterpret_cast<Str*>(s)) : printReprBytes(s);
          release(s);
        }
        break;
      }
      case 'w':
        if (text) {
          Str* s = newStrUtf8(argv[i] + 1);
          if (kr_file_write_str(f, s) != 0) fatal("write");
          releaseStr(s);
        } else if (kr_file_write_buffer(f, argv[i] + 1, static_cast<i64>(strlen(argv[i] + 1))) !=
                   0) {
          fatal("write");
        }
        break;
      case 's':
        number(kr_file_seek(f, n, 0));
        break;
      case 'e':
        number(kr_file_seek(f, 0, 2));
        break;
      case 't':
        number(kr_file_tell(f));
        break;
      case 'T':
        number(kr_file_truncate(f, -1));
        break;
      case 'f':
        number(kr_file_flush(f));
        break;
    }
  }
  number(kr_file_close(f));
  number(kr_file_close(f));
  number(kr_file_fileno(f));
  release(&f->header);
  releaseStr(path);
  releaseStr(mode);
}

// Each line: the system call's results for a path.
void paths(int argc, char** argv) {
  auto number = [](const char* what, i64 n) {
    Str* s = formatMessage("%s %ld", what, n);
    printRepr(s);
    releaseStr(s);
  };
  i64 st[16];
  for (int i = 0; i < argc; i++) {
    Str* path = newStrUtf8(argv[i]);
    i64 code = kr_os_stat(path, true, st);
    number("stat", code);
    if (code == 0) {
      number("mode", st[0]);
      number("size", st[6]);
      number("mtime", st[8]);
    }
    number("lstat", kr_os_stat(path, false, st));
    number("access", kr_os_access(path, 4) == 0);
    void* dir;
    code = kr_os_opendir(path, &dir);
    number("opendir", code);
    if (code == 0) {
      i64 n = 0;
      while (Str* name = kr_os_readdir(dir)) {
        n += name->length;
        releaseStr(name);
      }
      kr_os_closedir(dir);
      number("names", n);
    }
    Str* link = kr_os_readlink(path);
    if (link)
      printRepr(link), releaseStr(link);
    else
      number("readlink", kr_os_errno());
    Str* made = kr_str_concat(path, path);
    number("mkdir", kr_os_mkdir(path, 0777));
    number("rmdir", kr_os_rmdir(made));
    number("unlink", kr_os_unlink(made));
    number("rename", kr_os_rename(made, path));
    number("chdir", kr_os_chdir(made));
    releaseStr(made);
    releaseStr(path);
  }
}

Exception* withContext(bool cause) {
  Exception* inner = raiseValueError("inner");
  void* previous = kr_exc_enter_handler(inner);
  Exception* outer = raiseTypeError("outer");
  if (cause) kr_exc_set_cause(outer, &inner->header);
  kr_exc_leave_handler(previous);
  release(&inner->header);
  return outer;
}

// Contexts as tests/runtime/system_test.py's program sets them; prints each chain.
void show(Exception* e) {
  StrBuilder out;
  int n = 0;
  for (Exception* x = e; x && n < 10; x = x->context, n++) {
    if (n) out.add(' ');
    Any* items = static_cast<Any*>(x->args->items);
    out.add(reinterpret_cast<Str*>(items[0].payload));
  }
  Str* s = out.finish();
  printRepr(s);
  releaseStr(s);
}

Exception* chains() {
  Exception *a = raiseValueError("a"), *b = raiseValueError("b"), *c = raiseValueError("c");
  // raise b while a is handled, c while b is
  void* outer = kr_exc_enter_handler(a);
  kr_raise_prepare(b);
  show(b);
  void* inner = kr_exc_enter_handler(b);
  kr_raise_prepare(c);
  show(c);
  // raise a again while b is handled: the chain b -> a is cut
  kr_raise_prepare(a);
  show(a);
  show(b);
  // raise b while b is handled: nothing changes
  kr_raise_prepare(b);
  show(b);
  Exception* again = kr_exc_reraise();
  if (again != b) fatal("reraise");
  release(&again->header);
  kr_exc_leave_handler(inner);
  // c (-> b) is raised while a (-> b) is handled
  kr_raise_prepare(c);
  show(c);
  kr_exc_leave_handler(outer);
  if (kr_exc_handled()) fatal("a handler is left");
  Exception* none = kr_exc_reraise();
  show(none);
  release(&none->header);
  // a cycle somebody made by hand
  kr_exc_set_context(a, &b->header);
  kr_exc_set_context(b, &a->header);
  outer = kr_exc_enter_handler(a);
  kr_raise_prepare(c);
  kr_exc_leave_handler(outer);
  show(c);
  kr_exc_print(c);
  kr_exc_set_context(a, nullptr);
  release(&a->header);
  release(&b->header);
  release(&c->header);
  return nullptr;
}

Exception* systemExit(Any value) {
  Exception* e = makeException(KR_TID(SystemExit), emptyStr());
  static_cast<Any*>(e->args->items)[0] = value;
  return e;
}

bool say_goodbye = false;  // atexit and teardown print

// Uses the stack to its end.
[[gnu::noinline]] int64_t exhaust(volatile int64_t* above) {
  volatile int64_t local[64];
  local[0] = above ? above[0] + 1 : 0;
  return local[0] < 0 ? 0 : exhaust(local) + local[0];
}

// Frames of 4 KiB until the stack limit, as compiled functions look at it: how many fit.
[[gnu::noinline]] int64_t descend(int64_t n) {
  volatile char frame[4096];
  frame[0] = 1;
  if (reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) < kr_ts()->stack_limit) return n;
  int64_t result = descend(n + 1);
  frame[1] = 1;
  return result;
}

Exception* command(int argc, char** argv) {
  const char* name = argv[1];
  auto is = [&](const char* s) { return strcmp(name, s) == 0; };
  if (is("hello")) return print("hello");
  if (is("print")) return print(argv[2]);
  if (is("raise")) return describedException(argv[2]);
  if (is("order")) {
    print("o1");
    writeText(kr_stderr(), "e1\n");
    print("o2");
    return raiseZeroDivisionError("division by zero");
  }
  if (is("count")) {
    for (i64 i = 0; i < atol(argv[2]); i++) {
      Str* s = formatMessage("%ld", i);
      i64 code = kr_print_str(s);
      if (code == 0) code = kr_print_newline();
      releaseStr(s);
      if (code != 0) return raiseFormat(KR_TID(OSError), "%ld at %ld", code, i);
    }
    return nullptr;
  }
  if (is("exit-none")) return systemExit(Any{KR_TID(NoneType), 0});
  if (is("exit-empty")) return makeException(KR_TID(SystemExit), nullptr);
  if (is("exit-true")) return systemExit(Any{KR_TID(bool), 1});
  if (is("exit-int")) return systemExit(Any{KR_TID(int), makeSmall(atol(argv[2]))});
  if (is("exit-str")) {
    print("a");
    return raiseSystemExit(argv[2]);
  }
  if (is("interrupt")) return makeException(KR_TID(KeyboardInterrupt), nullptr);
  if (is("wait")) {
    print("waiting");
    for (;;) pause();
  }
  if (is("flush")) {
    if (Exception* e = print("5")) return e;
    i64 code = kr_file_flush(kr_stdout());
    return code ? raiseFormat(KR_TID(OSError), "%ld", code) : nullptr;
  }
  if (is("context")) return withContext(false);
  if (is("cause")) return withContext(true);
  if (is("recursion")) {
    // What a program with one frame outside of cycles sees: depth counts from 1.
    static const FunctionInfo kModule = {"<module>", "gone.py", 1};
    static const FunctionInfo kF = {"f", "gone.py", 1};
    static const Site kModuleSite = {&kModule, 1, 1, 0, 4, -1, -1, 0};
    static const Site kFSite = {&kF, 0, 0, 22, 28, -1, -1, 0};
    Exception* e = kr_raise_recursion();
    for (i64 i = 0; i < atol(argv[2]); i++) kr_traceback_add(e, const_cast<Site*>(&kFSite));
    kr_traceback_add(e, const_cast<Site*>(&kModuleSite));
    return e;
  }
  if (is("goodbye")) {
    say_goodbye = true;
    print("body");
    if (argc > 2) return systemExit(Any{KR_TID(int), makeSmall(atol(argv[2]))});
    return raiseZeroDivisionError("division by zero");
  }
  if (is("limit")) {
    Result<void> r = kr_set_recursion_limit(atol(argv[2]));
    if (r.error) return r.error;
    return nullptr;
  }
  if (is("descend")) {
    if (kr_set_recursion_limit(atol(argv[2])).error) fatal("limit");
    Str* s = formatMessage("%ld", descend(0));
    printRepr(s);
    releaseStr(s);
    return nullptr;
  }
  if (is("exhaust")) return raiseFormat(KR_TID(ValueError), "%ld", exhaust(nullptr));
  if (is("ignored")) {
    Exception* e =
        argv[2][0] ? raiseValueError(argv[2]) : makeException(KR_TID(ValueError), nullptr);
    Str* where = newStrAscii("<function A.__del__ at 0x1>");
    kr_exc_print_ignored(e, where);
    releaseStr(where);
    release(&e->header);
    return nullptr;
  }
  if (is("read")) {
    readText(argc - 2, argv + 2);
    return nullptr;
  }
  if (is("read-binary")) {
    readBinary(argc - 2, argv + 2);
    return nullptr;
  }
  if (is("write")) {
    writeTextFile(argc - 2, argv + 2);
    return nullptr;
  }
  if (is("mixed")) {
    mixed(argc - 2, argv + 2);
    return nullptr;
  }
  if (is("paths")) {
    paths(argc - 2, argv + 2);
    return nullptr;
  }
  if (is("chains")) return chains();
  if (is("stdin-lines")) {
    for (i64 i = 0; i < atol(argv[2]); i++) {
      Str* line = kr_file_readline(kr_stdin());
      if (!line) fatal("no line");
      printRepr(line);
      releaseStr(line);
    }
    return nullptr;
  }
  if (is("stdin")) {
    while (Str* line = kr_file_readline(kr_stdin())) {
      printRepr(line);
      releaseStr(line);
    }
    return nullptr;
  }
  if (is("present")) {
    Str* s =
        formatMessage("%d %d %d", kr_stdin_present(), kr_stdout_present(), kr_stderr_present());
    Utf8 text(s);
    Exception* e = print(text.data());
    releaseStr(s);
    return e;
  }
  if (is("strerror")) {
    for (i64 i = 0; i < 140; i++) {
      Str* s = kr_os_strerror(i);
      printRepr(s);
      releaseStr(s);
    }
    return nullptr;
  }
  if (is("argv")) {
    for (i64 i = 2; i < kr_argc(); i++) {
      Str* s = kr_argv(i);
      printRepr(s);
      releaseStr(s);
    }
    return nullptr;
  }
  if (is("cat")) {  // lines of stdin to stdout
    while (Str* line = kr_file_readline(kr_stdin())) {
      if (kr_print_str(line) != 0) return raiseOverflowError("print");
      releaseStr(line);
    }
    return nullptr;
  }
  fatal("no such command");
}

}  // namespace

extern "C" VTuple* kr_exc_group_members(Object* exc) {
  for (int i = 0; i < described_count; i++) {
    if (&described[i].exception->header != exc || !described[i].members) continue;
    retain(&described[i].members->header);
    return described[i].members;
  }
  return nullptr;
}

extern "C" void kr_run_atexit() {
  if (say_goodbye) print("bye");
}

extern "C" void kr_program_teardown() {
  if (say_goodbye) print("del a");
  for (int i = 0; i < described_count; i++) {
    releaseIf(described[i].members);
    release(&described[i].exception->header);
  }
}

extern "C" Exception* kr_program_main() {
  char* argv[64];
  int argc = static_cast<int>(kr_argc());
  Str* strs[64];
  Utf8* texts[64];
  for (int i = 0; i < argc && i < 64; i++) {
    strs[i] = kr_argv(i);
    texts[i] = static_cast<Utf8*>(malloc(sizeof(Utf8)));
    new (texts[i]) Utf8(strs[i]);
    argv[i] = const_cast<char*>(texts[i]->data());
  }
  Exception* e = command(argc, argv);
  for (int i = 0; i < argc && i < 64; i++) {
    texts[i]->~Utf8();
    free(texts[i]);
    releaseStr(strs[i]);
  }
  return e;
}
