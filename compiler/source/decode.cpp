#include "source/decode.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <string_view>

namespace krait {
namespace {

struct CodecName {
  std::string_view name;
  int codec;
};
#include "source/codec_tables.inc"

constexpr uint16_t kUndefined = 0xffff;

void appendUtf8(std::string& out, uint32_t cp) {
  if (cp < 0x80) {
    out.push_back(static_cast<char>(cp));
  } else if (cp < 0x800) {
    out.push_back(static_cast<char>(0xc0 | cp >> 6));
    out.push_back(static_cast<char>(0x80 | (cp & 63)));
  } else {
    out.push_back(static_cast<char>(0xe0 | cp >> 12));
    out.push_back(static_cast<char>(0x80 | (cp >> 6 & 63)));
    out.push_back(static_cast<char>(0x80 | (cp & 63)));
  }
}

// The length of the well-formed UTF-8 sequence at `p`, or 0.
size_t sequenceLength(const unsigned char* p, const unsigned char* end) {
  auto tail = [&](size_t i) { return p + i < end && (p[i] & 0xc0) == 0x80; };
  if (p[0] < 0x80) return 1;
  if (p[0] < 0xc2) return 0;
  if (p[0] < 0xe0) return tail(1) ? 2 : 0;
  if (p[0] < 0xf0) {
    if (!tail(1) || !tail(2)) return 0;
    if (p[0] == 0xe0 && p[1] < 0xa0) return 0;
    if (p[0] == 0xed && p[1] >= 0xa0) return 0;
    return 3;
  }
  if (p[0] < 0xf5) {
    if (!tail(1) || !tail(2) || !tail(3)) return 0;
    if (p[0] == 0xf0 && p[1] < 0x90) return 0;
    if (p[0] == 0xf4 && p[1] >= 0x90) return 0;
    return 4;
  }
  return 0;
}

// The offset of the first malformed byte, or npos.
size_t findInvalidUtf8(std::string_view text) {
  auto* base = reinterpret_cast<const unsigned char*>(text.data());
  const unsigned char* end = base + text.size();
  for (const unsigned char* p = base; p < end;) {
    if (*p < 0x80) {
      p++;
      continue;
    }
    size_t n = sequenceLength(p, end);
    if (!n) return p - base;
    p += n;
  }
  return std::string_view::npos;
}

bool isWord(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         c == '-' || c == '.';
}

// The encoding a coding line names (PEP 263), or "". Sets `blank` if a second line may name one.
std::string codingOfLine(std::string_view line, bool& blank) {
  size_t i = 0;
  while (i < line.size() && (line[i] == ' ' || line[i] == '\t' || line[i] == '\f')) i++;
  blank = i == line.size() || line[i] == '#';
  if (i == line.size() || line[i] != '#') return "";
  for (size_t at = line.find("coding", i); at != std::string_view::npos;
       at = line.find("coding", at + 1)) {
    size_t t = at + 6;
    if (t >= line.size() || (line[t] != ':' && line[t] != '=')) continue;
    t++;
    while (t < line.size() && (line[t] == ' ' || line[t] == '\t')) t++;
    size_t begin = t;
    while (t < line.size() && isWord(line[t])) t++;
    if (t > begin) return std::string(line.substr(begin, t - begin));
  }
  return "";
}

std::string declaredCoding(std::string_view text, uint32_t& where) {
  bool blank = true;
  size_t at = 0;
  for (int line = 0; line < 2 && blank && at < text.size(); line++) {
    size_t end = text.find_first_of("\r\n", at);
    if (end == std::string_view::npos) end = text.size();
    std::string coding = codingOfLine(text.substr(at, end - at), blank);
    where = static_cast<uint32_t>(at);
    if (!coding.empty()) return coding;
    at = end + 1;
    if (end < text.size() && text[end] == '\r' && at < text.size() && text[at] == '\n') at++;
  }
  return "";
}

// CPython compares the first twelve characters in lower case with `_` as `-`.
std::string normalName(const std::string& coding) {
  std::string n = coding.substr(0, 12);
  for (char& c : n) c = c == '_' ? '-' : (c >= 'A' && c <= 'Z') ? static_cast<char>(c + 32) : c;
  auto family = [&](std::string_view f) {
    return n == f || (n.starts_with(f) && n[f.size()] == '-');
  };
  if (family("utf-8")) return "utf-8";
  if (family("latin-1") || family("iso-8859-1") || family("iso-latin-1")) return "iso8859_1";
  n = coding;
  for (char& c : n) {
    c = (c == '-' || c == '.') ? '_' : (c >= 'A' && c <= 'Z') ? static_cast<char>(c + 32) : c;
  }
  return n;
}

uint32_t lineOf(std::string_view text, size_t at) {
  return 1 + static_cast<uint32_t>(std::count(text.begin(), text.begin() + at, '\n'));
}

std::string hexByte(unsigned char c) {
  char buffer[8];
  std::snprintf(buffer, sizeof buffer, "%02x", c);
  return buffer;
}

}  // namespace

DecodedSource checkSource(std::string text) {
  DecodedSource result;
  if (text.size() > 0xfffffff0u) {
    text.resize(0);
    result.error = "the file is larger than 4 GiB";
  }
  size_t nul = text.find('\0');
  size_t bad = findInvalidUtf8(text);
  if (nul != std::string::npos && nul < bad) {
    result.error = "source code cannot contain null bytes";
    result.error_offset = static_cast<uint32_t>(nul);
    text.resize(nul);
  } else if (bad != std::string::npos) {
    result.error = "(unicode error) 'utf-8' codec can't decode byte 0x" +
                   hexByte(static_cast<unsigned char>(text[bad])) + " in position " +
                   std::to_string(bad);
    result.error_offset = static_cast<uint32_t>(bad);
    text.resize(bad);
  }
  result.text = std::move(text);
  return result;
}

DecodedSource decodeSource(std::string bytes) {
  const bool bom = bytes.starts_with("\xef\xbb\xbf");
  if (bom) bytes.erase(0, 3);
  uint32_t where = 0;
  std::string coding = declaredCoding(bytes, where);
  std::string name = coding.empty() ? "utf-8" : normalName(coding);
  DecodedSource result;
  auto fail = [&](std::string message) {
    result.error = std::move(message);
    result.error_offset = 0;
    return result;
  };

  if (bom && name != "utf-8") return fail("encoding problem: " + coding + " with BOM");
  const bool utf8 = name == "utf-8" || name == "utf8" || name == "u8" || name == "utf" ||
                    name == "utf_8" || name == "utf8_ucs2" || name == "utf8_ucs4" ||
                    name == "cp65001" || name == "utf_8_sig";
  const bool ascii = name == "ascii" || name == "us_ascii" || name == "646" ||
                     name == "ansi_x3_4_1968" || name == "iso646_us" || name == "us";
  if (utf8) {
    result = checkSource(std::move(bytes));
    if (result.error.starts_with("(unicode error)") && coding.empty()) {
      unsigned char byte = static_cast<unsigned char>(
          std::stoi(result.error.substr(result.error.find("0x") + 2, 2), nullptr, 16));
      result.error = "Non-UTF-8 code starting with '\\x" + hexByte(byte) + "' on line " +
                     std::to_string(lineOf(result.text, result.text.size())) +
                     ", but no encoding declared; see "
                     "https://peps.python.org/pep-0263/ for details";
    }
    return result;
  }

  int codec = -1;
  if (!ascii) {
    auto it =
        std::lower_bound(std::begin(kCodecNames), std::end(kCodecNames), std::string_view(name),
                         [](const CodecName& c, std::string_view key) { return c.name < key; });
    if (it == std::end(kCodecNames) || it->name != name) {
      return fail("encoding problem: " + coding);
    }
    codec = it->codec;
  }
  for (size_t i = 0; i < bytes.size(); i++) {
    auto c = static_cast<unsigned char>(bytes[i]);
    uint16_t cp = c < 0x80 ? c : codec < 0 ? kUndefined : kCodecs[codec][c - 128];
    if (c == 0) {
      result.error = "source code cannot contain null bytes";
    } else if (cp == kUndefined) {
      result.error = ascii ? "encoding problem: " + coding
                           : "'charmap' codec can't decode byte 0x" + hexByte(c) + " in position " +
                                 std::to_string(i) + ": character maps to <undefined>";
    }
    if (!result.error.empty()) {
      result.error_offset = static_cast<uint32_t>(result.text.size());
      return result;
    }
    appendUtf8(result.text, cp);
  }
  return result;
}

}  // namespace krait
