# True is the exit code 1.
raise SystemExit(True)
