#include "driver/options.h"

#include <cstdlib>
#include <cstring>

namespace krait {
namespace {

constexpr const char* kVersion = "0.1.0";

enum CommandBit : unsigned { kRun = 1, kBuild = 2, kCheck = 4, kExplain = 8 };

struct CommandRow {
  Command command;
  unsigned bit;
  const char* name;
  const char* arguments;
  const char* summary;
  const char* details;
};

constexpr CommandRow kCommands[] = {
    {Command::Run, kRun, "run", "[OPTIONS] (FILE.py | -c CODE | -m MODULE | -) [ARGS…]",
     "compile a program and run it",
     "What follows the program goes to the program. Its exit code and standard streams are its "
     "own.\n"
     "An unchanged program starts from the run cache in $XDG_CACHE_HOME/krait (~/.cache/krait).\n"},
    {Command::Build, kBuild, "build", "[OPTIONS] FILE.py [-o OUT]",
     "compile a program to one static executable",
     "Without -o the executable is named after the file and written to the current folder.\n"},
    {Command::Check, kCheck, "check", "[OPTIONS] PATH…", "report errors without building anything",
     "A folder stands for all .py files in it. The exit code is 1 if there is an error.\n"},
    {Command::Explain, kExplain, "explain", "CODE…", "explain a diagnostic's code, such as K0301",
     ""},
};

// Each `apply` stores a value and returns whether it is legal.
struct OptionRow {
  const char* name;
  const char* short_name;  // or null
  const char* value;       // what the help calls the value; null: takes none
  unsigned commands;
  const char* help;        // null: for tests only, not shown
  bool (*apply)(CommandLine& line, const std::string& value);
};

template <class E>
struct Choice {
  const char* name;
  E value;
};

template <class E, size_t N>
bool choose(const std::string& text, const Choice<E> (&choices)[N], E& result) {
  for (const Choice<E>& choice : choices) {
    if (text == choice.name) {
      result = choice.value;
      return true;
    }
  }
  return false;
}

bool isStage(const std::string& text) {
  for (const char* stage : {"tokens", "tree", "hir", "types", "types-json", "mir", "mutations", "llvm", "asm", "obj"}) {
    if (text == stage) return true;
  }
  return text.starts_with("mir-after:") && text.size() > std::strlen("mir-after:");
}

constexpr OptionRow kOptions[] = {
    {"--output", "-o", "OUT", kBuild, "write to this file",
     [](CommandLine& line, const std::string& value) {
       line.output = value;
       return !value.empty();
     }},
    {"--release", nullptr, nullptr, kRun | kBuild, "optimise; building takes longer",
     [](CommandLine& line, const std::string&) { return line.release = true; }},
    {"--types", nullptr, "strict|standard|dynamic", kRun | kBuild | kCheck,
     "how severe type errors are (standard)",
     [](CommandLine& line, const std::string& value) {
       return choose(value,
                     {Choice{"strict", TypeLevel::Strict},
                      {"standard", TypeLevel::Standard},
                      {"dynamic", TypeLevel::Dynamic}},
                     line.types);
     }},
    {"--color", nullptr, "auto|always|never", kRun | kBuild | kCheck,
     "colour in messages (auto: on a terminal)",
     [](CommandLine& line, const std::string& value) {
       return choose(value,
                     {Choice{"auto", ColorMode::Auto},
                      {"always", ColorMode::Always},
                      {"never", ColorMode::Never}},
                     line.color);
     }},
    {"--error-format", nullptr, "human|json", kRun | kBuild | kCheck,
     "how messages are printed (human)",
     [](CommandLine& line, const std::string& value) {
       return choose(value, {Choice{"human", ErrorFormat::Human}, {"json", ErrorFormat::Json}},
                     line.error_format);
     }},
    {"--emit", nullptr, "STAGE", kBuild,
     "print what a stage made instead of building: tokens, tree,\n"
     "hir, types, types-json, mir, mir-after:PASS, llvm, asm, obj",
     [](CommandLine& line, const std::string& value) {
       line.emit = value;
       return isStage(value);
     }},
    {"--emit-fn", nullptr, "NAME", kBuild, "limit --emit to one function",
     [](CommandLine& line, const std::string& value) {
       line.emit_function = value;
       return !value.empty();
     }},
    {"--disable-pass", nullptr, "NAME", kRun | kBuild, "leave out an optional pass over MIR",
     [](CommandLine& line, const std::string& value) {
       line.disabled_passes.push_back(value);
       return !value.empty();
     }},
    {"--mutate", nullptr, "N|N:end", kBuild, nullptr,
     [](CommandLine& line, const std::string& value) {
       char* end = nullptr;
       line.mutate = std::strtoll(value.c_str(), &end, 10);
       line.mutant_ends = std::strcmp(end, ":end") == 0;
       return end != value.c_str() && line.mutate >= 0 && (!*end || line.mutant_ends);
     }},
    {"--timings", nullptr, nullptr, kRun | kBuild | kCheck, "print how long each stage took",
     [](CommandLine& line, const std::string&) { return line.timings = true; }},
    {"--why", nullptr, "NAME", kCheck, "explain the type of x, function.x or Class.x",
     [](CommandLine& line, const std::string& value) {
       line.why.push_back(value);
       return !value.empty();
     }},
    {"--stats", nullptr, nullptr, kBuild | kCheck,
     "print numbers: what was inferred, specialised, boxed",
     [](CommandLine& line, const std::string&) { return line.stats = true; }},
    {"--verbose", "-v", nullptr, kRun | kBuild | kCheck, "print each stage as it starts",
     [](CommandLine& line, const std::string&) { return line.verbose = true; }},
};

std::string padded(std::string text, size_t width) {
  text.resize(std::max(width, text.size()), ' ');
  return text;
}

std::string generalHelp() {
  std::string text =
      "Krait compiles Python to native executables.\n"
      "\n"
      "usage: krait COMMAND …\n"
      "\n";
  for (const CommandRow& row : kCommands) {
    text += "  krait " + padded(row.name, 8) + " " + row.summary + "\n";
  }
  text +=
      "\n"
      "  krait COMMAND --help   what a command takes\n"
      "  krait --version        the version\n";
  return text;
}

std::string commandHelp(const CommandRow& command) {
  std::string text = std::string("usage: krait ") + command.name + " " + command.arguments +
                     "\n\n" + static_cast<char>(command.summary[0] - 'a' + 'A') +
                     (command.summary + 1) + ".\n" + command.details;
  std::string options;
  for (const OptionRow& row : kOptions) {
    if (!(row.commands & command.bit) || !row.help) continue;
    std::string left = "  ";
    if (row.short_name) left += std::string(row.short_name) + ", ";
    left += row.name;
    if (row.value) left += std::string("=") + row.value;
    constexpr size_t kHelpColumn = 36;
    options += padded(left, kHelpColumn - 1) + ' ';
    for (const char* p = row.help; *p; p++) {
      options += *p;
      if (*p == '\n') options += std::string(kHelpColumn, ' ');
    }
    options += '\n';
  }
  if (!options.empty()) text += "\nOptions:\n" + options;
  return text;
}

class Parser {
 public:
  explicit Parser(const std::vector<std::string>& arguments) : arguments_(arguments) {}

  CommandLine parse() {
    if (arguments_.empty()) return usageError("a command is missing");
    const std::string& word = next();
    if (word == "--help" || word == "-h" || word == "help") return help(generalHelp());
    if (word == "--version" || word == "-V") {
      line_.command = Command::Version;
      return line_;
    }
    for (const CommandRow& row : kCommands) {
      if (word == row.name) return parseCommand(row);
    }
    if (word.ends_with(".py")) {
      return usageError("`" + word + "` is no command; to run the program: krait run " + word);
    }
    return usageError("there is no command `" + word + "`");
  }

 private:
  bool atEnd() const { return position_ == arguments_.size(); }
  const std::string& next() { return arguments_[position_++]; }

  CommandLine usageError(const std::string& text) {
    line_.usage_error = text;
    return line_;
  }

  CommandLine help(std::string text) {
    line_.command = Command::Help;
    line_.help_text = std::move(text);
    return line_;
  }

  CommandLine parseCommand(const CommandRow& command) {
    line_.command = command.command;
    bool only_arguments = false;  // behind `--`
    bool has_program = false;
    while (!atEnd()) {
      const std::string& word = next();
      bool is_option = !only_arguments && word.size() > 1 && word[0] == '-';
      if (!is_option) {
        if (command.command == Command::Check || command.command == Command::Explain) {
          line_.arguments.push_back(word);
          continue;
        }
        if (has_program) return usageError("there is a second program: `" + word + "`");
        has_program = true;
        line_.input = {word == "-" ? InputKind::Stdin : InputKind::File, word == "-" ? "" : word};
        if (command.command == Command::Run) break;
        if (line_.input.kind == InputKind::Stdin) return usageError("`krait build` needs a file");
        continue;
      }
      if (word == "--") {
        only_arguments = true;
        continue;
      }
      if (word == "--help" || word == "-h") return help(commandHelp(command));
      if (command.command == Command::Run && (word.starts_with("-c") || word.starts_with("-m"))) {
        std::string text = word.substr(2);
        if (text.empty()) {
          if (atEnd()) return usageError("`" + word + "` needs an argument");
          text = next();
        }
        line_.input = {word[1] == 'c' ? InputKind::Code : InputKind::Module, text};
        has_program = true;
        break;
      }
      if (!parseOption(command, word)) return line_;
    }
    if (command.command == Command::Run) {
      while (!atEnd()) line_.arguments.push_back(next());
    }
    bool complete = command.command == Command::Check || command.command == Command::Explain
                        ? !line_.arguments.empty()
                        : has_program;
    if (!complete) {
      return usageError(std::string("`krait ") + command.name + "` needs " +
                        (command.command == Command::Explain ? "a code, such as K0301"
                         : command.command == Command::Check ? "a file or a folder"
                                                             : "a program"));
    }
    if (!line_.emit_function.empty() && line_.emit.empty())
      return usageError("--emit-fn needs --emit");
    return line_;
  }

  // Parses one option with its value. Returns false and sets the usage error if it is none.
  bool parseOption(const CommandRow& command, const std::string& word) {
    size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
    std::string name = word.substr(0, equals);
    for (const OptionRow& row : kOptions) {
      bool matches = name == row.name || (row.short_name && name == row.short_name);
      if (!matches || !(row.commands & command.bit)) continue;
      std::string value;
      if (row.value) {
        if (equals != std::string::npos) {
          value = word.substr(equals + 1);
        } else if (!atEnd()) {
          value = next();
        } else {
          usageError("`" + name + "` needs a value: " + row.value);
          return false;
        }
      } else if (equals != std::string::npos) {
        usageError("`" + name + "` takes no value");
        return false;
      }
      if (row.apply(line_, value)) return true;
      usageError("`" + value + "` is no value of " + row.name + ": " + row.value);
      return false;
    }
    usageError("`krait " + std::string(command.name) + "` has no option `" + name + "`");
    return false;
  }

  const std::vector<std::string>& arguments_;
  size_t position_ = 0;
  CommandLine line_;
};

}  // namespace

CommandLine parseCommandLine(const std::vector<std::string>& arguments) {
  return Parser(arguments).parse();
}

std::string versionText() { return std::string("krait ") + kVersion + " (Python 3.11)"; }

}  // namespace krait
