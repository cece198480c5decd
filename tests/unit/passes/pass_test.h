// What tests of single passes share: MIR text in, the last function's blocks as text out.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "mir/print.h"
#include "mir/verify.h"
#include "passes/pass_list.h"

namespace krait::test {

inline mir::Module parse(const std::string& text) {
  mir::Module module;
  std::string error;
  bool parsed = mir::parseModule(text, module, &error);
  EXPECT_TRUE(parsed) << error << "\n" << text;
  if (parsed) EXPECT_EQ(mir::verify(module, mir::Phase::Built), "") << text;
  return parsed ? std::move(module) : mir::Module();
}

inline int count(const std::string& text, const std::string& what) {
  int n = 0;
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size()))
    ++n;
  return n;
}

// Runs the passes on the module and returns the blocks of the function "f" (the whole function if
// it has sites), without comments.
inline std::string after(const std::string& text,
                         std::vector<void (*)(mir::Module&, const passes::Options&)> run,
                         bool release = false) {
  mir::Module module = parse(text);
  passes::Options options;
  options.release = release;
  for (auto pass : run) {
    pass(module, options);
    EXPECT_EQ(mir::verify(module, mir::Phase::Built), "") << mir::printModule(module);
  }
  // The text form holds all of it.
  mir::Module again;
  std::string printed = mir::printModule(module), error;
  EXPECT_TRUE(mir::parseModule(printed, again, &error)) << error;
  EXPECT_EQ(mir::printModule(again), printed);
  for (size_t i = 0; i < module.functions.size(); ++i) {
    if (module.functions[mir::FuncId(i)].name != "f") continue;
    std::string all = mir::printFunction(module, mir::FuncId(i)), out;
    for (size_t at = all.find('\n') + 1; at < all.size();) {
      size_t end = all.find('\n', at);
      std::string line = all.substr(at, end - at);
      if (size_t comment = line.find("  ; "); comment != std::string::npos) line.resize(comment);
      if (line != "}") out += line + "\n";
      at = end + 1;
    }
    return out;
  }
  ADD_FAILURE() << "no function f";
  return "";
}

inline std::string simplified(const std::string& text) { return after(text, {passes::simplify}); }
inline std::string inlined(const std::string& text, bool release) {
  return after(text, {passes::inlineCalls}, release);
}

}  // namespace krait::test
