# Values around 2**62, 2**63, 2**64 in arithmetic, lists, dict keys.
v = [2**62-1, 2**62, 2**63-1, 2**63, 2**64, -2**63-1]; print([x+1 for x in v], {x: 1 for x in v}[2**63], sorted(v)[0], sum(v))
