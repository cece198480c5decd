class B(bytes):
    def first(self): return self[0]
b = B(b"abc")
print(b, b.first(), b.upper(), b + b"d", b"x" + b, len(b), list(b), b == b"abc", b"abc" == b, hash(b) == hash(b"abc"), b[1:], b.hex(), b.decode(), b"b" in b, 97 in b, b.split(b"b"), b.find(b"c"), b.replace(b"a", b"z"), b * 2, 2 * b, b.startswith(b"ab"), b"-".join([b, b"q"]), bytes(b), type(bytes(b)).__name__, b < b"b", isinstance(b, bytes), str(b), bytearray(b), {b: 1}[b"abc"], b % (), b.count(b"a"), b"abcabc".count(b), b"xabc".endswith(b))
class C(bytes):
    def __new__(cls, text): 
        return super().__new__(cls, text, "utf-8")
print(C("héé"), B(), B(3), B([1, 2]))
