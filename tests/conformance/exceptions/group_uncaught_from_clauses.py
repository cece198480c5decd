# Two clauses raise at module level: a group of what they raised, uncaught.
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except* ValueError as e:
    raise RuntimeError("r")
except* TypeError:
    1 // 0
