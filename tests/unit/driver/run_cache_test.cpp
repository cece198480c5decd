#include "driver/run_cache.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "driver/sha256.h"

namespace krait {
namespace {

namespace fs = std::filesystem;

TEST(Sha256, KnownDigests) {
  auto digest = [](std::string_view text) {
    Sha256 hash;
    hash.update(text);
    return hash.finish();
  };
  // FIPS 180-4's examples.
  EXPECT_EQ(digest(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(digest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(digest(std::string(1000000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  Sha256 parts;
  for (int i = 0; i < 1000; i++) parts.update(std::string(1000, 'a'));
  EXPECT_EQ(parts.finish(), digest(std::string(1000000, 'a')));
}

TEST(Sha256, FieldsDoNotRunTogether) {
  Sha256 a, b;
  a.field("ab");
  a.field("c");
  b.field("a");
  b.field("bc");
  EXPECT_NE(a.finish(), b.finish());
}

class RunCacheTest : public testing::Test {
 protected:
  void SetUp() override {
    char pattern[] = "/tmp/krait-cache-test-XXXXXX";
    root_ = mkdtemp(pattern);
    setenv("XDG_CACHE_HOME", root_.c_str(), 1);
    write("main.py", "import other\n");
    write("other.py", "x = 1\n");
    line_.command = Command::Run;
    line_.input = {InputKind::File, root_ + "/main.py"};
  }
  void TearDown() override { fs::remove_all(root_); }

  // Writes a file of the program with a time stamp an hour old, plus `seconds`.
  void write(const std::string& name, const std::string& content, int seconds = 0) {
    std::string path = root_ + "/" + name;
    std::ofstream(path) << content;
    timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    timespec times[2];
    times[0] = times[1] = {now.tv_sec - 3600 + seconds, 0};
    utimensat(AT_FDCWD, path.c_str(), times, 0);
  }

  std::string store(const RunCache& cache, const std::string& content = "binary") {
    timespec started;
    clock_gettime(CLOCK_REALTIME_COARSE, &started);
    std::string temporary = cache.temporaryPath();
    std::ofstream(temporary) << content;
    return cache.store(line_, temporary, {root_ + "/main.py", root_ + "/other.py"},
                       {root_ + "/missing.py"}, started);
  }

  std::string root_;
  CommandLine line_;
};

TEST_F(RunCacheTest, FindsAnUnchangedProgram) {
  RunCache cache("id");
  EXPECT_EQ(cache.lookup(line_), "");
  std::string binary = store(cache);
  ASSERT_NE(binary, "");
  EXPECT_TRUE(fs::exists(binary));
  EXPECT_EQ(cache.lookup(line_), binary);
  EXPECT_TRUE(fs::is_empty(cache.folder() + "/tmp"));
}

TEST_F(RunCacheTest, ChangedContentOrSize) {
  RunCache cache("id");
  ASSERT_NE(store(cache), "");
  write("other.py", "x = 2\n", 5);
  EXPECT_EQ(cache.lookup(line_), "");
  write("other.py", "x = 1\n", 10);  // touched only
  EXPECT_NE(cache.lookup(line_), "");
  write("other.py", "x = 11\n", 10);
  EXPECT_EQ(cache.lookup(line_), "");
  fs::remove(root_ + "/other.py");
  EXPECT_EQ(cache.lookup(line_), "");
}

TEST_F(RunCacheTest, EqualStampsAreTrustedOnlyIfOlderThanTheManifest) {
  RunCache cache("id");
  ASSERT_NE(store(cache), "");
  struct stat info;
  ASSERT_EQ(stat((root_ + "/other.py").c_str(), &info), 0);
  auto change = [&] {  // same size, same stamp
    std::ofstream(root_ + "/other.py") << "x = 7\n";
    timespec times[2] = {info.st_mtim, info.st_mtim};
    utimensat(AT_FDCWD, (root_ + "/other.py").c_str(), times, 0);
  };
  change();
  EXPECT_NE(cache.lookup(line_), "");
  for (const auto& entry : fs::directory_iterator(cache.folder() + "/program")) {
    timespec times[2] = {info.st_mtim, info.st_mtim};
    utimensat(AT_FDCWD, entry.path().c_str(), times, 0);
  }
  EXPECT_EQ(cache.lookup(line_), "");
}

TEST_F(RunCacheTest, AppearingModule) {
  RunCache cache("id");
  ASSERT_NE(store(cache), "");
  write("missing.py", "");
  EXPECT_EQ(cache.lookup(line_), "");
}

TEST_F(RunCacheTest, OptionsAndCompilerAreParts) {
  RunCache cache("id");
  ASSERT_NE(store(cache), "");
  EXPECT_EQ(RunCache("other id").lookup(line_), "");
  line_.release = true;
  EXPECT_EQ(cache.lookup(line_), "");
  line_.release = false;
  line_.types = TypeLevel::Dynamic;
  EXPECT_EQ(cache.lookup(line_), "");
  line_.types = TypeLevel::Standard;
  line_.arguments = {"an", "argument"};
  EXPECT_NE(cache.lookup(line_), "");
  line_.timings = true;
  EXPECT_EQ(cache.lookup(line_), "");
}

TEST_F(RunCacheTest, FileChangedDuringCompilationIsNotCached) {
  RunCache cache("id");
  write("other.py", "x = 9\n", 3700);
  EXPECT_EQ(store(cache), "");
  EXPECT_EQ(cache.lookup(line_), "");
}

TEST_F(RunCacheTest, DamagedManifestIsAMiss) {
  RunCache cache("id");
  ASSERT_NE(store(cache), "");
  for (const auto& entry : fs::directory_iterator(cache.folder() + "/program")) {
    std::ofstream(entry.path()) << "rubbish\nbinary x\n";
  }
  EXPECT_EQ(cache.lookup(line_), "");
}

TEST_F(RunCacheTest, PrunesTheLeastRecentlyUsed) {
  RunCache cache("id");
  std::vector<std::string> binaries;
  for (int i = 0; i < 4; i++) {
    write("other.py", "x = " + std::to_string(i) + "\n");
    binaries.push_back(store(cache, std::string(1000, 'b')));
    timespec times[2];
    times[0] = times[1] = {1000 + i, 0};
    utimensat(AT_FDCWD, binaries.back().c_str(), times, 0);
  }
  cache.prune(4000);
  EXPECT_TRUE(fs::exists(binaries[0]));
  cache.prune(3000);
  EXPECT_FALSE(fs::exists(binaries[0]));
  EXPECT_FALSE(fs::exists(binaries[1]));
  EXPECT_TRUE(fs::exists(binaries[3]));
  EXPECT_EQ(cache.lookup(line_), binaries[3]);
  cache.prune(0);
  EXPECT_TRUE(fs::is_empty(cache.folder() + "/bin"));
  EXPECT_TRUE(fs::is_empty(cache.folder() + "/program"));
}

TEST_F(RunCacheTest, ProgramArguments) {
  line_.arguments = {"a"};
  EXPECT_EQ(programArguments(line_), (std::vector<std::string>{root_ + "/main.py", "a"}));
  line_.input = {InputKind::Code, "pass"};
  EXPECT_EQ(programArguments(line_), (std::vector<std::string>{"-c", "a"}));
  line_.input = {InputKind::Stdin, "pass"};
  EXPECT_EQ(programArguments(line_), (std::vector<std::string>{"-", "a"}));
  fs::current_path(root_);
  line_.input = {InputKind::Module, "pkg.mod"};
  EXPECT_EQ(programArguments(line_), (std::vector<std::string>{root_ + "/pkg/mod.py", "a"}));
  fs::create_directories(root_ + "/pkg/mod");
  std::ofstream(root_ + "/pkg/mod/__main__.py") << "";
  EXPECT_EQ(programArguments(line_),
            (std::vector<std::string>{root_ + "/pkg/mod/__main__.py", "a"}));
  fs::current_path("/");
}

}  // namespace
}  // namespace krait
