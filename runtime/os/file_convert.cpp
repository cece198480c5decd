// Text in codecs that are no superset of ASCII, or with lenient error handlers: decoded chunk by
// chunk into File::decoded.
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "abi.h"
#include "core/memory.h"
#include "core/str.h"
#include "core/support.h"
#include "os/codec_ids.h"
#include "os/file.h"
#include "os/file_input.h"
#include "os/process.h"

namespace krait::rt {

int64_t codecFromBom(int64_t codec, const char* data, int64_t size, int64_t* skip) {
  *skip = 0;
  if (codec == kUtf8Sig) {
    if (size >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0) *skip = 3;
    return kUtf8;
  }
  if (codec == kUtf16) {
    if (size >= 2 && memcmp(data, "\xff\xfe", 2) == 0) *skip = 2;
    if (size >= 2 && memcmp(data, "\xfe\xff", 2) == 0) {
      *skip = 2;
      return kUtf16Be;
    }
    return kUtf16Le;
  }
  if (codec == kUtf32) {
    if (size >= 4 && memcmp(data, "\xff\xfe\0\0", 4) == 0) *skip = 4;
    if (size >= 4 && memcmp(data, "\0\0\xfe\xff", 4) == 0) {
      *skip = 4;
      return kUtf32Be;
    }
    return kUtf32Le;
  }
  return codec;
}

namespace {

void appendDecoded(File* f, Str* owned_text) {
  if (!f->decoded || f->decoded_pos == f->decoded->length) {
    if (f->decoded) releaseStr(f->decoded);
    f->decoded = owned_text;
  } else {
    StrBuilder out;
    out.addSlice(f->decoded, f->decoded_pos, f->decoded->length);
    out.add(owned_text);
    releaseStr(f->decoded);
    releaseStr(owned_text);
    f->decoded = out.finish();
  }
  f->decoded_pos = 0;
}

}  // namespace

int64_t decodeInput(File* f, int64_t fresh, bool final, bool whole) {
  char* text = f->in + f->in_pos;
  int64_t n = f->in_end - f->in_pos;
  int64_t skip = 0;
  bool needs_mark = f->codec == kUtf16 || f->codec == kUtf32;
  if (!f->read_any) {
    int64_t mark = f->codec == kUtf32 ? 4 : f->codec == kUtf16 ? 2 : f->codec == kUtf8Sig ? 3 : 0;
    if (n < mark && !final) return 0;
    f->active_codec = static_cast<int32_t>(codecFromBom(f->codec, text, n, &skip));
  }
  void* record = codecRecord(f);
  Str* s = abi::kr_decode_buffer(text + skip, n - skip, f->active_codec, f->errors, final, record);
  int64_t code = 0;
  if (abi::kr_codec_error_failed(record)) {
    releaseIf(f->error_bytes);
    int64_t left_out = f->codec == kUtf8Sig ? skip : 0;  // the other codecs count the mark
    f->error_bytes = newBytes(text + left_out, n - left_out);
    static_cast<CodecError*>(record)->start += skip - left_out;
    static_cast<CodecError*>(record)->end += skip - left_out;
    code = kFileDecodeError;
  } else if (!f->read_any && needs_mark && skip == 0 && n > 0) {
    code = kFileNoMark;
  }
  if (code != 0) {
    releaseStr(s);
    int64_t left = n - fresh;  // stays, as in failDecoding
    memmove(f->in + f->in_end - left, text, static_cast<size_t>(left));
    f->in_pos = f->in_ready = f->in_end - left;
    if (f->decoded && !whole) f->decoded_pos = f->decoded->length;
    return code;
  }
  if (n > 0) f->read_any = 1;
  f->bytes_per_char = s->length ? static_cast<double>(fresh) / static_cast<double>(s->length) : 0;
  f->in_pos += skip + abi::kr_codec_error_consumed(record);
  f->in_ready = f->in_pos;
  appendDecoded(f, s);
  return 0;
}

namespace {

int64_t moreConverted(File* f, int64_t wanted = 0) {
  int64_t chunk =
      max(kChunk, static_cast<int64_t>(max(f->bytes_per_char, 1.0) * static_cast<double>(wanted)));
  int64_t before = f->decoded ? f->decoded->length - f->decoded_pos : 0;
  for (;;) {
    reserveInput(f, chunk);
    f->fast_limit = 0;
    learnAboutDescriptor(f);
    int64_t n = systemRead(f->fd, f->in + f->in_end, chunk);
    if (n < 0) return n;
    f->in_end += n;
    if (n == 0 && f->in_pos == f->in_end) return 0;
    if (int64_t code = decodeInput(f, n, n == 0)) return code;
    if (f->decoded && f->decoded->length - f->decoded_pos > before) return 1;
    if (n == 0) return 0;
  }
}

// Index behind the line that begins at decoded_pos, or -1 if its end is not there yet.
int64_t findLineDecoded(const File* f, bool at_end, int64_t* ending) {
  const Str* s = f->decoded;
  *ending = 1;
  for (int64_t i = f->decoded_pos; i < s->length; i++) {
    uint32_t c = strAt(s, i);
    if (c != '\n' && c != '\r') continue;
    bool crlf = c == '\r' && i + 1 < s->length && strAt(s, i + 1) == '\n';
    switch (f->newline) {
      case kNewlineLf:
        if (c == '\n') return i + 1;
        break;
      case kNewlineCr:
        if (c == '\r') return i + 1;
        break;
      case kNewlineCrLf:
        *ending = 2;
        if (crlf) return i + 2;
        break;
      default:
        if (c == '\r' && i + 1 == s->length && !at_end) return -1;
        *ending = crlf ? 2 : 1;
        return i + *ending;
    }
  }
  *ending = 0;
  return at_end && f->decoded_pos < s->length ? s->length : -1;
}

Str* takeDecoded(File* f, int64_t end, int64_t ending) {
  Str* line;
  if (f->newline == kNewlineUniversal && ending == 2) {
    StrBuilder out;
    out.addSlice(f->decoded, f->decoded_pos, end - 2);
    out.add('\n');
    line = out.finish();
  } else if (f->newline == kNewlineUniversal && ending == 1 && strAt(f->decoded, end - 1) == '\r') {
    StrBuilder out;
    out.addSlice(f->decoded, f->decoded_pos, end - 1);
    out.add('\n');
    line = out.finish();
  } else {
    line = substr(f->decoded, f->decoded_pos, end);
  }
  f->decoded_pos = end;
  return line;
}

}  // namespace

Str* readLineConverted(File* f, int64_t limit) {
  bool at_end = false;
  for (;;) {
    int64_t ending;
    int64_t end = f->decoded ? findLineDecoded(f, at_end, &ending) : -1;
    if (limit >= 0 && f->decoded) {
      int64_t have = (end >= 0 ? end - ending : f->decoded->length) - f->decoded_pos;
      bool half = end < 0 && have > 0 && f->newline <= kNewlineKeep &&
                  strAt(f->decoded, f->decoded->length - 1) == '\r';
      if (have - half >= limit) return takeDecoded(f, f->decoded_pos + limit, 0);
      // Only a part of an untranslated \r\n may fit.
      if (end >= 0 && f->newline != kNewlineUniversal && have + ending > limit) {
        return takeDecoded(f, f->decoded_pos + limit, 0);
      }
    }
    if (end >= 0) return takeDecoded(f, end, ending);
    if (at_end) return nullptr;
    int64_t got = moreConverted(f);
    if (got < 0) {
      noteError(f, got);
      return nullptr;
    }
    at_end = got == 0;
  }
}

Str* readTextConverted(File* f, int64_t n) {
  bool at_end = false;
  StrBuilder out;
  while (n > 0) {
    if (!f->decoded || f->decoded_pos == f->decoded->length ||
        (!at_end && f->decoded_pos + 1 == f->decoded->length && f->newline <= kNewlineKeep &&
         strAt(f->decoded, f->decoded_pos) == '\r')) {
      if (at_end) break;
      int64_t got = moreConverted(f, n);
      if (got < 0) {
        noteError(f, got);
        return nullptr;
      }
      at_end = got == 0;
      continue;
    }
    uint32_t c = strAt(f->decoded, f->decoded_pos++);
    if (c == '\r' && f->newline == kNewlineUniversal) {
      if (f->decoded_pos < f->decoded->length && strAt(f->decoded, f->decoded_pos) == '\n') {
        f->decoded_pos++;
      }
      c = '\n';
    }
    out.add(c);
    n--;
  }
  return out.finish();
}

}  // namespace krait::rt
