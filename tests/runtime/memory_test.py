"""The allocator, mem*, drops, the cycle collector and the leak check (memory_driver.cpp)."""


def run(t):
    exe = t.driver("memory_driver.cpp")
    rc, out, err = t.run([exe], env={"KRAIT_LEAKCHECK": "1"})
    for line in out.splitlines():
        t.check(line.startswith("ok "), line)
    t.equal((rc, err), (0, ""), "exit code and leaks")
    t.equal(len(out.splitlines()) >= 38, True, "number of checks")
    rc, out, err = t.run([exe, "leak"], env={"KRAIT_LEAKCHECK": "1"})
    t.equal(rc, 99, "exit code of a leak")
    t.equal(err, "krait: leak check: 1088 bytes are still alive\n  __main__.TestNode: 2, 64 bytes\n"
            "  (buffers): 1, 1024 bytes\n", "leak report")
    rc, out, err = t.run([exe, "leak"])
    t.equal((rc, err), (3, ""), "no leak check unless asked for")
