// krait explain: the long text of a diagnostic's code.
#include <cctype>
#include <cstdio>

#include "diag/explain.h"
#include "driver/commands.h"

namespace krait {

int explainCommand(const CommandLine& line) {
  for (const std::string& given : line.arguments) {
    std::string code = given;
    if (!code.empty())
      code[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(code[0])));
    std::string_view text = explainText(code);
    if (text.empty()) {
      std::fprintf(stderr, "krait: there is no diagnostic with the code `%s`\n", given.c_str());
      return kExitUsage;
    }
    if (&given != &line.arguments.front()) std::fputc('\n', stdout);
    std::fwrite(text.data(), 1, text.size(), stdout);
  }
  return 0;
}

}  // namespace krait
