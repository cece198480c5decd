# C3 order and cooperative super.
class P:
    def who(s): return 'P'
class Q(P):
    def who(s): return 'Q' + super().who()
class R(P):
    def who(s): return 'R' + super().who()
class S(Q, R):
    def who(s): return 'S' + super().who()
print(S().who(), [c.__name__ for c in S.__mro__])
