#!/usr/bin/python3
"""Runs the tests of code generation: every NAME.mir beside its NAME.py, and the generated pairs of
generate.py, as dev and release builds with LLVM's verifier on. The program's stdout, exit code and (where
NAME.py exists and writes to it) stderr must be CPython's. Nothing may leak.

usage: run.py --build=BUILD_DIR [--only=PART_OF_NAME] [--keep=DIR] [--modes=dev,release,threads] [--ignore-leaks]"""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import generate  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    build, only, keep, modes = None, '', None, ['dev', 'release', 'threads']
    leaks = '1'
    for arg in sys.argv[1:]:
        if arg.startswith('--build='):
            build = arg[8:]
        elif arg.startswith('--only='):
            only = arg[7:]
        elif arg.startswith('--keep='):
            keep = arg[7:]
        elif arg == '--ignore-leaks':
            leaks = '0'
        elif arg.startswith('--modes='):
            modes = arg[8:].split(',')
        else:
            sys.exit(__doc__)
    if not build:
        sys.exit(__doc__)
    mirc = os.path.join(build, 'krait-mirc')
    support = os.path.join(build, 'lib/krait/x86_64-linux-musl')
    oracle_env = {'PATH': '/usr/bin:/bin', 'HOME': os.environ.get('HOME', '/'), 'LC_ALL': 'C.UTF-8',
                  'PYTHONHASHSEED': '0'}
    passed = failed = 0
    cases = []
    for name in sorted(os.listdir(HERE)):
        if name.endswith('.mir'):
            with open(os.path.join(HERE, name), encoding='utf-8') as f:
                mir = f.read()
            with open(os.path.join(HERE, name[:-4] + '.py'), encoding='utf-8') as f:
                cases.append((name[:-4], mir, f.read()))
    cases += generate.cases()
    work = keep or tempfile.mkdtemp(prefix='krait-codegen-')
    os.makedirs(work, exist_ok=True)
    for name, mir, python in cases:
        if only not in name:
            continue
        mir_path, py_path = os.path.join(work, name + '.mir'), os.path.join(work, name + '.py')
        with open(mir_path, 'w', encoding='utf-8') as f:
            f.write(mir.replace('$FILE', py_path))
        with open(py_path, 'w', encoding='utf-8') as f:
            f.write(python)
        want = subprocess.run(['/usr/bin/python3', name + '.py'], env=oracle_env, cwd=work,
                              capture_output=True, timeout=60)
        for mode in modes:
            exe = os.path.join(work, name + '.' + mode)
            flags = {'dev': [], 'release': ['--release'], 'threads': ['--threads', '--release']}[mode]
            bitcode = os.path.join(support, 'krait_rt_mt.bc' if mode == 'threads' else 'krait_rt_st.bc')
            if mode != 'dev' and os.path.exists(bitcode):
                flags = flags + ['--bitcode=' + bitcode]
            made = subprocess.run([mirc, '--verify', '--support=' + support, *flags, '-o', exe, mir_path],
                                  capture_output=True, text=True)
            problem = ''
            if made.returncode:
                problem = f'does not compile ({made.returncode}): {made.stderr.strip()[:600]}'
            else:
                try:
                    got = subprocess.run([exe], env=dict(oracle_env, KRAIT_LEAKCHECK=leaks), cwd=work,
                                         capture_output=True, timeout=60)
                    if got.stdout != want.stdout:
                        problem = 'stdout differs: ' + first_difference(want.stdout, got.stdout)
                    elif got.returncode != want.returncode:
                        problem = (f'exit code {got.returncode}, expected {want.returncode}: '
                                   f'{got.stderr.decode(errors="replace")[:300]}')
                    elif got.stderr != want.stderr:
                        problem = 'stderr differs: ' + first_difference(want.stderr, got.stderr)
                except subprocess.TimeoutExpired:
                    problem = 'does not end'
            if problem:
                failed += 1
                print(f'FAIL {name} ({mode}): {problem}')
            else:
                passed += 1
    print(f'{passed} passed, {failed} failed')
    sys.exit(1 if failed or not passed else 0)


def first_difference(want, got):
    a, b = want.decode(errors='replace').split('\n'), got.decode(errors='replace').split('\n')
    for i in range(max(len(a), len(b))):
        x, y = a[i] if i < len(a) else '<end>', b[i] if i < len(b) else '<end>'
        if x != y:
            return f'line {i + 1}: expected {x!r}, got {y!r}'
    return 'nothing visible'


main()
