# Caesar, Vigenère, ROT13, XOR and a letter-frequency attack.
import string

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def shift_char(c, amount):
    if "a" <= c <= "z":
        return chr((ord(c) - ord("a") + amount) % 26 + ord("a"))
    if "A" <= c <= "Z":
        return chr((ord(c) - ord("A") + amount) % 26 + ord("A"))
    return c


def caesar(text, amount):
    return "".join(shift_char(c, amount) for c in text)


def vigenere(text, key, sign=1):
    result = []
    i = 0
    for c in text:
        if c.isalpha() and c.isascii():
            amount = ALPHABET.index(key[i % len(key)].lower())
            result.append(shift_char(c, sign * amount))
            i += 1
        else:
            result.append(c)
    return "".join(result)


def xor_bytes(data, key):
    return bytes(b ^ key[i % len(key)] for i, b in enumerate(data))


def crack(text):
    frequencies = {"e": 12.7, "t": 9.1, "a": 8.2, "o": 7.5, "i": 7.0, "n": 6.7, "s": 6.3, "h": 6.1, "r": 6.0}
    best_key, best_score = None, None
    for key in range(26):
        plain = caesar(text, -key).lower()
        score = sum(frequencies.get(c, 0) for c in plain)
        if best_score is None or score > best_score:
            best_key, best_score = key, score
    return best_key


message = "Attack at dawn! The password is 'Xyzzy', room 101 - naïve?"
for key in (0, 3, 25, -3, 100):
    secret = caesar(message, key)
    print(f"{key:>4} {secret}")
    assert caesar(secret, -key) == message
print(caesar(caesar(message, 13), 13) == message)
for key in ("lemon", "A", "Zebra"):
    secret = vigenere(message, key)
    print(key, secret)
    print(vigenere(secret, key, -1) == message)
secret = xor_bytes(message.encode(), b"key")
print(secret.hex()[:40], len(secret))
print(xor_bytes(secret, b"key").decode() == message)
hidden = caesar("the treasure is hidden near the north shore of the island", 7)
key = crack(hidden)
print(hidden, key, caesar(hidden, -key), sep="\n")
table = str.maketrans(string.ascii_lowercase, string.ascii_lowercase[::-1])
print(message.lower().translate(table))
try:
    vigenere(message, "")
except ZeroDivisionError as e:
    print("empty key:", type(e).__name__)
