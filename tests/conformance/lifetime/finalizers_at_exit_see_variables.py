class D:
    def __del__(self):
        print("del", names)
names = ["a"]
class Holder:
    kept = []
Holder.kept.append(D())
d = D()
print("end")
