def main(n):
    class A:
        x = n
        count = 0
        def m(self):
            A.count += 1
            return n, A.count
    print(A().x, A().m(), A().m())
    def helper(k):
        class B:
            y = 10
            z = (1, 2)
            def __init__(self, k):
                self.k = k
            @staticmethod
            def s(): return 5
            @property
            def p(self): return self.y
        return B(k)
    print(helper(1).k, helper(2).p, helper(3).s())
    for i in range(3):
        class C(A):
            def q(self): return self.m()
        print(C().q())
if __name__ == "__main__":
    main(7)
