"""Do the test programs notice a wrong compiler? Changes one operation of a compiled program at a time and runs it:
mutate.py [--build DIR] [--mutants N] [--library N] [--seed N] [--jobs N] [-v] [NAME…]

The mutants are a sample, drawn with --seed, from the places of the conformance programs (NAME limits them to those
whose name contains it) that the compiler can change: `krait build --emit=mutations` lists them, `--mutate=N` changes one
(compiler/passes/mutate.h). --mutants: how many in the program's own functions; --library: how many in the functions of lib/
that were compiled with it. Every mutant is built with the verifier between the passes and runs under the leak check.

killed: other output, a crash, a leak, too long; refused: by the verifier; not run: the program never gets to the place
(the mutant that ends there goes unnoticed); survived: nobody noticed. Some that survive are the same program.
"""
import argparse
import collections
import concurrent.futures
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

import test_program

LEAKED = 99
REACHED = 77  # exit code of a mutant that ends at its place
COMPILE_TIMEOUT = 120
RUN_TIMEOUT = 10
MEMORY = 4 << 30
OUTCOMES = ("killed", "refused", "not run", "survived")


class Site:
    def __init__(self, program, line, library):
        number, self.kind, file, self.function, self.place, self.operation = line.split("\t")
        self.number = int(number)
        self.program = program
        self.library = pathlib.Path(file).is_relative_to(library) or not file.startswith("/")

    def __str__(self):
        return f"{self.program.name} --mutate={self.number} ({self.kind}: {self.operation} in {self.function} {self.place})"


class Mutants:
    def __init__(self, build):
        self.krait = build / "bin/krait"
        self.library = build / "lib/krait"

    def sites(self, program):
        process = subprocess.run(self.command(program) + ["--emit=mutations"], stdin=subprocess.DEVNULL, capture_output=True,
                                 text=True, errors="surrogateescape", timeout=COMPILE_TIMEOUT, env=test_program.ENVIRONMENT)
        return [Site(program, line, self.library) for line in process.stdout.split("\n") if line] if not process.returncode else []

    def command(self, program):
        return [self.krait, "build", program.path, f"--types={program.types}"]

    def build(self, site, output, suffix=""):
        return subprocess.run(self.command(site.program) + ["-o", output, f"--mutate={site.number}{suffix}"],
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=COMPILE_TIMEOUT,
                              env=test_program.ENVIRONMENT | {"KRAIT_VERIFY": "1"}).returncode

    def judge(self, site):
        """One of OUTCOMES."""
        expected = site.program.expected()
        with tempfile.TemporaryDirectory() as folder:
            output = pathlib.Path(folder, "mutant")
            if self.build(site, output):
                return "refused"
            got = self.run(site, output, KRAIT_LEAKCHECK="1")
            if got["exit"] == LEAKED != expected["exit"] or any(got[key] != expected[key] for key in ("stdout", "exit")):
                return "killed"
            if self.run(site, output)["stderr"] != expected["stderr"]:
                return "killed"
            output.unlink()
            if self.build(site, output, ":end"):
                return "survived"
            return "survived" if self.run(site, output)["exit"] == REACHED else "not run"

    @staticmethod
    def run(site, output, **environment):
        return site.program.run([str(site.program.path)], executable=str(output), **environment)


def limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def sample(sites, count, randoms):
    """`count` of the sites, as many of each kind as of the others, as far as there are enough."""
    by_kind = collections.defaultdict(list)
    for site in sites:
        by_kind[site.kind].append(site)
    lists = [randoms.sample(found, len(found)) for _, found in sorted(by_kind.items())]
    chosen = []
    while lists and len(chosen) < count:
        for found in lists[:count - len(chosen)]:
            chosen.append(found.pop())
        lists = [found for found in lists if found]
    return chosen


def report(title, outcomes):
    """The score of one sample: (site, outcome) of each mutant."""
    table = collections.defaultdict(collections.Counter)
    for site, outcome in outcomes:
        table[site.kind][outcome] += 1
        table["all"][outcome] += 1
    print(f"\n{title:24}" + "".join(f"{name:>10}" for name in OUTCOMES) + f"{'score':>10}")
    for kind in sorted(table, key=lambda k: (k == "all", k)):
        counts = table[kind]
        noticed = counts["killed"] + counts["refused"]
        judged = noticed + counts["survived"]
        score = f"{100 * noticed / judged:.1f} %" if judged else "-"
        print(f"{kind:24}" + "".join(f"{counts[name]:>10}" for name in OUTCOMES) + f"{score:>10}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=test_program.ROOT / "build")
    parser.add_argument("--mutants", type=int, default=200)
    parser.add_argument("--library", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("-v", "--verbose", action="store_true", help="a line for each mutant")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    limit_memory()
    test_program.TIMEOUT = RUN_TIMEOUT
    randoms = random.Random(options.seed)
    programs = [p for p in test_program.find(options.names) if not p.refused and p.expected_path.exists() and "leak" in p.variants]
    mutants = Mutants(options.build.resolve())
    # No more programs than mutants are looked at.
    randoms.shuffle(programs)
    programs = programs[:max(options.mutants, options.library)]
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        sites = [site for found in pool.map(mutants.sites, programs) for site in found]
        for title, library, count in (("own functions", False, options.mutants), ("lib/", True, options.library)):
            places = [s for s in sites if s.library == library]
            chosen = sample(places, count, randoms)
            if not chosen:
                continue
            outcomes = []
            for site, outcome in zip(chosen, pool.map(mutants.judge, chosen)):
                outcomes.append((site, outcome))
                if options.verbose or outcome == "survived":
                    print(f"{outcome}: {site}", flush=True)
            report(f"{title} ({len(places)})", outcomes)
    sys.exit(0 if sites else 1)


if __name__ == "__main__":
    main()
