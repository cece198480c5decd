#include "driver/options.h"

#include <gtest/gtest.h>

namespace krait {
namespace {

CommandLine parse(std::vector<std::string> arguments) { return parseCommandLine(arguments); }
std::string usageError(std::vector<std::string> arguments) { return parse(arguments).usage_error; }

TEST(Options, RunKeepsTheProgramsArguments) {
  CommandLine line = parse({"run", "--release", "a.py", "--release", "-v", "--", "x"});
  EXPECT_EQ(line.usage_error, "");
  EXPECT_EQ(line.command, Command::Run);
  EXPECT_TRUE(line.release);
  EXPECT_FALSE(line.verbose);
  EXPECT_EQ(line.input.kind, InputKind::File);
  EXPECT_EQ(line.input.text, "a.py");
  EXPECT_EQ(line.arguments, (std::vector<std::string>{"--release", "-v", "--", "x"}));
}

TEST(Options, RunCodeModuleStdin) {
  CommandLine line = parse({"run", "-c", "print(1)", "a", "-c"});
  EXPECT_EQ(line.input.kind, InputKind::Code);
  EXPECT_EQ(line.input.text, "print(1)");
  EXPECT_EQ(line.arguments, (std::vector<std::string>{"a", "-c"}));
  EXPECT_EQ(parse({"run", "-cprint(2)"}).input.text, "print(2)");
  EXPECT_EQ(parse({"run", "-m", "pkg.mod"}).input.kind, InputKind::Module);
  EXPECT_EQ(parse({"run", "-m", "pkg.mod"}).input.text, "pkg.mod");
  EXPECT_EQ(parse({"run", "-", "x"}).input.kind, InputKind::Stdin);
  EXPECT_EQ(parse({"run", "-c", ""}).usage_error, "");
  EXPECT_EQ(parse({"run", "--", "-odd.py"}).input.text, "-odd.py");
}

TEST(Options, Values) {
  CommandLine line = parse({"build", "a.py", "-o", "out", "--types=dynamic", "--color", "never",
                            "--error-format=json", "--disable-pass=x", "--disable-pass=y", "-v"});
  EXPECT_EQ(line.usage_error, "");
  EXPECT_EQ(line.output, "out");
  EXPECT_EQ(line.types, TypeLevel::Dynamic);
  EXPECT_EQ(line.color, ColorMode::Never);
  EXPECT_EQ(line.error_format, ErrorFormat::Json);
  EXPECT_EQ(line.disabled_passes, (std::vector<std::string>{"x", "y"}));
  EXPECT_TRUE(line.verbose);
  EXPECT_EQ(parse({"build", "a.py", "--output=a=b"}).output, "a=b");
}

TEST(Options, Emit) {
  for (const char* stage :
       {"tokens", "tree", "hir", "types", "mir", "mir-after:counts", "llvm", "asm", "obj"}) {
    EXPECT_EQ(usageError({"build", "a.py", "--emit", stage}), "") << stage;
  }
  EXPECT_NE(usageError({"build", "a.py", "--emit=ast"}), "");
  EXPECT_NE(usageError({"build", "a.py", "--emit=mir-after:"}), "");
  EXPECT_EQ(parse({"build", "a.py", "--emit=mir", "--emit-fn=f"}).emit_function, "f");
  EXPECT_NE(usageError({"build", "a.py", "--emit-fn=f"}), "");
}

TEST(Options, UsageErrors) {
  EXPECT_NE(usageError({}), "");
  EXPECT_NE(usageError({"frobnicate"}), "");
  EXPECT_EQ(usageError({"a.py"}), "`a.py` is no command; to run the program: krait run a.py");
  EXPECT_NE(usageError({"run"}), "");
  EXPECT_NE(usageError({"run", "-c"}), "");
  EXPECT_NE(usageError({"run", "--types=loose", "a.py"}), "");
  EXPECT_NE(usageError({"run", "--output=x", "a.py"}), "");
  EXPECT_NE(usageError({"run", "--release=yes", "a.py"}), "");
  EXPECT_NE(usageError({"build", "a.py", "b.py"}), "");
  EXPECT_NE(usageError({"build", "a.py", "-o"}), "");
  EXPECT_NE(usageError({"build", "-"}), "");
  EXPECT_NE(usageError({"check"}), "");
  EXPECT_NE(usageError({"explain"}), "");
}

TEST(Options, Help) {
  CommandLine line = parse({"--help"});
  EXPECT_EQ(line.command, Command::Help);
  for (const char* word : {"krait run", "krait build", "krait check", "krait explain"}) {
    EXPECT_NE(line.help_text.find(word), std::string::npos) << word;
  }
  line = parse({"build", "--help"});
  EXPECT_EQ(line.command, Command::Help);
  EXPECT_NE(line.help_text.find("--emit-fn=NAME"), std::string::npos);
  EXPECT_EQ(parse({"run", "--help"}).help_text.find("--emit"), std::string::npos);
  EXPECT_EQ(parse({"run", "a.py", "--help"}).command, Command::Run);
  EXPECT_EQ(parse({"--version"}).command, Command::Version);
}

}  // namespace
}  // namespace krait
