#include "link/link.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace krait::link {
namespace {

TEST(Link, MissingFilesAreReportedByName) {
  Options options;
  options.support_dir = "/nonexistent";
  std::string message = linkExecutable({"/nonexistent/a.o"}, "/tmp/krait_link_test.out", options);
  EXPECT_NE(message.find("/nonexistent/a.o"), std::string::npos) << message;
  EXPECT_NE(::access("/tmp/krait_link_test.out", F_OK), 0);
}

TEST(Link, ALinkAfterAFailedOneWorksLikeTheFirst) {
  Options options;
  options.support_dir = "/nonexistent";
  std::string path = ::testing::TempDir() + "/krait_link_test.o";
  std::ofstream(path) << "this is no object file";
  std::string first = linkExecutable({path}, "/tmp/krait_link_test.out", options);
  std::string second = linkExecutable({path}, "/tmp/krait_link_test.out", options);
  EXPECT_FALSE(first.empty());
  EXPECT_EQ(first, second);
  ::unlink(path.c_str());
}

}  // namespace
}  // namespace krait::link
