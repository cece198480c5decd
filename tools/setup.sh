#!/bin/sh
# Installs what building and testing Krait needs on Debian 12. Instant when everything is there.
set -eu

# build: compiler, LLVM and LLD as libraries, musl and LLVM's libc for static programs, an allocator for the compiler
packages="clang-22 lld-22 llvm-22 llvm-22-dev liblld-22-dev libclang-rt-22-dev libllvmlibc-22-dev libstdc++-12-dev
cmake ninja-build ccache make musl-dev zlib1g-dev libzstd-dev libjemalloc-dev"
# tests and benchmarks: the oracle, its own test suite, unit tests, PyPy
packages="$packages python3 libpython3.11-testsuite libgtest-dev pypy3"

missing=""
for package in $packages; do
  status=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
  [ "$status" = "install ok installed" ] || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

echo "installing:$missing"
if [ "$(id -u)" = 0 ]; then
  as_root=""
elif command -v sudo >/dev/null; then
  as_root=sudo
else
  echo "setup: these packages are missing, and only root can install them:$missing" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root apt-get install -y -qq --no-install-recommends $missing
