"""All writable memory of the runtime: one ThreadState, the process's heaps, CPU features, and what the system part needs in
signal handlers. Anything else would be shared by threads unseen."""
import os
import re
import subprocess

ALLOWED = {
    "kr_thread_state", "kr_cpu_features", "g_heap", "g_heaps", "guard_low", "guard_high", "fault_stack",
    "kr_interrupt_came", "process", "standard", "standard_files",
}


def run(t):
    archive = os.path.join(t.lib, f"libkrait_rt_{t.variant}.a")
    out = subprocess.run(["llvm-nm-22", "--demangle", archive], capture_output=True, text=True).stdout
    found = 0
    for line in out.splitlines():
        m = re.match(r"[0-9a-f]* ([bBdDcC]) (.*)", line)
        if not m:
            continue
        found += 1
        name = m[2].split("::")[-1]
        name = re.sub(r" \(\.\d+\)$", "", name)  # a struct that the compiler split
        t.check(name in ALLOWED, f"writable symbol {m[2]}")
    t.check(found >= 3, "writable symbols found")
