"""unittest.main(): runs the tests of the program's module, as its arguments say."""
import os.path
import sys
from unittest.loader import defaultTestLoader
from unittest.runner import TextTestRunner

__unittest = True


_OPTIONS = """positional arguments:
  tests                a list of any number of test modules, classes and test
                       methods.

options:
  -h, --help           show this help message and exit
  -v, --verbose        Verbose output
  -q, --quiet          Quiet output
  --locals             Show local variables in tracebacks
  -f, --failfast       Stop on first fail or error
  -c, --catch          Catch Ctrl-C and display results so far
  -b, --buffer         Buffer stdout and stderr during tests
  -k TESTNAMEPATTERNS  Only run tests which match the given substring
"""


class TestProgram:
    """The program that a module of tests is."""

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False,
                 _main=None):
        if argv is None:
            argv = sys.argv
        self.exit = exit
        self.verbosity = verbosity
        self.failfast = failfast
        self.catchbreak = catchbreak
        if catchbreak or tb_locals:
            raise NotImplementedError("unittest: catchbreak and tb_locals")
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.warnings = "default" if warnings is None else warnings
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.progName = os.path.basename(argv[0])
        self.testNamePatterns = None
        self.tests = []
        self._parse(argv[1:])
        names = self.tests
        if not names and defaultTest is not None:
            if isinstance(defaultTest, str):
                names = [defaultTest]
            else:
                names = list(defaultTest)
        if self.testNamePatterns is not None:
            testLoader.testNamePatterns = self.testNamePatterns
        self._create(module, names, _main)
        self.runTests()

    def _create(self, module, names, main):
        loader = self.testLoader
        if isinstance(module, str):
            if main is None:
                _k.refuse("unittest.main under another name")
            elif len(main) == 0:
                raise NotImplementedError("unittest.main() outside of the main module")
            elif module != "__main__":
                raise ModuleNotFoundError("No module named '" + module + "'")
            else:
                classes = main[0]
                make = main[1]
                load = main[2]
                if names:
                    suites = []
                    for name in names:
                        suites.append(loader._from_name(name, module, classes, make))
                    self.test = loader.suiteClass(suites)
                else:
                    self.test = loader._from_module(classes, load, None)
        elif module is None:
            _k.refuse("unittest.main() without a module")
        elif names:
            self.test = loader.loadTestsFromNames(names, module)
        else:
            self.test = loader.loadTestsFromModule(module)

    def runTests(self):
        """Runs them, and ends the program unless it shall go on."""
        runner = self.testRunner
        if runner is None:
            self.result = TextTestRunner(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer,
                                         warnings=self.warnings, tb_locals=self.tb_locals).run(self.test)
        elif isinstance(runner, type):
            self.result = runner(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer,
                                 warnings=self.warnings).run(self.test)
        else:
            self.result = runner.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())

    def _usage(self):
        text = "usage: " + self.progName
        width = len(text)
        start = width + 1
        options = ["[-h]", "[-v]", "[-q]", "[--locals]", "[-f]", "[-c]", "[-b]", "[-k TESTNAMEPATTERNS]"]
        whole = text + " " + " ".join(options) + " [tests ...]"
        if len(whole) <= 78:
            return whole + "\n"
        for part in options:
            if width + 1 + len(part) > 78:
                text += "\n" + " " * (start - 1)
                width = start - 1
            text += " " + part
            width += 1 + len(part)
        return text + "\n" + " " * start + "[tests ...]\n"

    def _help(self):
        prog = self.progName
        print(self._usage() + "\n" + _OPTIONS)
        print("Examples:\n  " + prog + "                           - run default set of tests\n  " + prog +
              " MyTestSuite               - run suite 'MyTestSuite'\n  " + prog +
              " MyTestCase.testSomething  - run MyTestCase.testSomething\n  " + prog +
              " MyTestCase                - run all 'test*' test methods\n" +
              " " * 39 + "in MyTestCase\n")
        sys.exit(0)

    def _wrong(self, message):
        sys.stderr.write(self._usage() + self.progName + ": error: " + message + "\n")
        sys.exit(2)

    def _parse(self, argv):
        long_names = ["--help", "--verbose", "--quiet", "--locals", "--failfast", "--catch", "--buffer"]
        unknown = []
        i = 0
        plain = False
        while i < len(argv):
            arg = argv[i]
            i += 1
            if plain or not arg.startswith("-") or arg == "-":
                self.tests.append(arg)
            elif arg == "--":
                plain = True
            elif arg.startswith("--"):
                fits = [name for name in long_names if name.startswith(arg)]
                if arg in long_names:
                    fits = [arg]
                if len(fits) > 1:
                    self._wrong("ambiguous option: " + arg + " could match " + ", ".join(fits))
                elif not fits:
                    unknown.append(arg)
                else:
                    self._flag("l" if fits[0] == "--locals" else fits[0][2])
            else:
                k = 1
                while k < len(arg):
                    c = arg[k]
                    k += 1
                    if c == "k":
                        value = arg[k:]
                        if not value:
                            if i == len(argv) or argv[i].startswith("-"):
                                self._wrong("argument -k: expected one argument")
                            value = argv[i]
                            i += 1
                        self._pattern(value)
                        break
                    if c not in "hvqfcb":
                        if k == 2:
                            unknown.append(arg)
                        else:
                            self._wrong("argument -" + arg[k - 2] + "/--" + _LONG[arg[k - 2]] + ": ignored explicit argument " +
                                        repr(arg[k - 1:]))
                        break
                    self._flag(c)
        if unknown:
            self._wrong("unrecognized arguments: " + " ".join(unknown))

    def _flag(self, c):
        if c == "h":
            self._help()
        elif c == "v":
            self.verbosity = 2
        elif c == "q":
            self.verbosity = 0
        elif c == "f":
            self.failfast = True
        elif c == "b":
            self.buffer = True
        else:
            raise NotImplementedError("unittest: -c and --locals")

    def _pattern(self, text):
        patterns = self.testNamePatterns
        if patterns is None:
            patterns = []
            self.testNamePatterns = patterns
        patterns.append(text if "*" in text else "*" + text + "*")


_LONG = {"h": "help", "v": "verbose", "q": "quiet", "f": "failfast", "c": "catch", "b": "buffer"}

main = TestProgram
