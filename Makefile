# Krait: the two commands are `make run` and `make test`.
BUILD := build
PYTHON := /usr/bin/python3
EXAMPLE_TEXT := /usr/share/common-licenses/GPL-3

.PHONY: all setup build run test sanitize bench record clean

all: build

setup:
	@tools/setup.sh

build: setup
	@cmake -S . -B $(BUILD) -G Ninja >$(BUILD).log 2>&1 || { cat $(BUILD).log; exit 1; }
	@rm -f $(BUILD).log
	@ninja -C $(BUILD)

# Compiles the example and runs the executable on a text that the system ships.
run: build
	$(BUILD)/bin/krait build examples/wordfreq.py -o $(BUILD)/wordfreq
	$(BUILD)/wordfreq $(EXAMPLE_TEXT)

test: build
	@$(PYTHON) tests/run.py --build $(BUILD)

# The compiler itself under AddressSanitizer and UndefinedBehaviorSanitizer, over the same tests.
sanitize: setup
	@cmake -S . -B $(BUILD)-sanitize -G Ninja -DKRAIT_SANITIZE=ON >/dev/null
	@ninja -C $(BUILD)-sanitize
	@ASAN_OPTIONS=detect_leaks=0:use_sigaltstack=0:malloc_context_size=2:quarantine_size_mb=8 UBSAN_OPTIONS=print_stacktrace=1 \
	  $(PYTHON) tests/run.py --build $(BUILD)-sanitize --skip runtime --timeout 7200

bench: build
	@$(PYTHON) bench/run.py --build $(BUILD)
	@$(PYTHON) bench/startup.py --build $(BUILD)

# Expectations for new test programs, from CPython.
record:
	@$(PYTHON) tests/record.py

clean:
	rm -rf $(BUILD) $(BUILD)-sanitize
