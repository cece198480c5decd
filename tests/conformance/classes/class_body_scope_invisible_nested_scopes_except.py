# Class body scope is invisible to nested scopes except the first iterable.
x = 5
class B:
    x = 1; n = 2
    y = [x for _ in range(2)]; z = [_ for _ in range(n)]
print(B.y, B.z)
