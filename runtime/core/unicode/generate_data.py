"""Writes data.inc and names.inc: what unicodedata tells about characters, as the running Python knows it.

Run with /usr/bin/python3 (3.11, Unicode 14); the output is committed. Aliases and named sequences cannot be listed
with Python's means, so they are asked for through the table of C functions that unicodedata offers to the interpreter.

names.inc: a name is a row of words. A word is a token of one, two or three digits of a notation with base 95 (the
printable ASCII characters), the frequent ones shorter. The names lie in one text: a digit that says how many words
are those of the name before, and the tokens of the others. Every kNameBlock-th name begins anew, its place is in a table.
"""

import collections
import ctypes
import os
import re
import unicodedata

from generate import best_split, lines

HERE = os.path.dirname(os.path.abspath(__file__))
BLOCK = 32           # names between two whose places are known
BUCKETS = 16384      # of the hash table
BUCKET_GROUP = 64    # buckets between two whose places are known
SHARED = 12          # a name shares less than so many words with the one before
BASE = 95
CATEGORIES = "Cc Cf Cn Co Cs Ll Lm Lo Lt Lu Mc Me Mn Nd Nl No Pc Pd Pe Pf Pi Po Ps Sc Sk Sm So Zl Zp Zs".split()
BIDIRECTIONAL = ["", *"AL AN B BN CS EN ES ET FSI L LRE LRI LRO NSM ON PDF PDI R RLE RLI RLO S WS".split()]
WIDTHS = "F H W Na A N".split()
TAGS = ["", *("<" + tag + ">" for tag in "circle compat final font fraction initial isolated medial narrow noBreak small "
              "square sub super vertical wide".split())]
HANGUL = range(0xac00, 0xd7a4)
LEADS = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ")
VOWELS = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split()
TAILS = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ")


# ---- properties, decompositions, compositions

def compositions():
    """Pairs of characters whose composition is one, but for Hangul."""
    pairs = {}
    for c in range(0x110000):
        parts = unicodedata.decomposition(chr(c)).split()
        if len(parts) == 2 and not parts[0].startswith("<") and c not in HANGUL:
            first, second = (int(p, 16) for p in parts)
            if unicodedata.normalize("NFC", chr(first) + chr(second)) == chr(c):
                pairs[first, second] = c
    return dict(sorted(pairs.items()))


def records(pairs):
    """The index of each character's record, and the records."""
    firsts = {first for first, _ in pairs}
    seconds = {second for _, second in pairs} | set(range(0x1161, 0x1176)) | set(range(0x11a8, 0x11c3))
    ids, index = {}, []
    for c in range(0x110000):
        ch = chr(c)
        flags = sum(1 << k for k, form in enumerate(("NFD", "NFKD", "NFC", "NFKC")) if unicodedata.normalize(form, ch) != ch)
        flags |= 16 * (c in seconds) | 32 * (c in firsts) | 64 * unicodedata.mirrored(ch)
        r = (CATEGORIES.index(unicodedata.category(ch)), BIDIRECTIONAL.index(unicodedata.bidirectional(ch)),
             unicodedata.combining(ch), WIDTHS.index(unicodedata.east_asian_width(ch)), flags)
        index.append(ids.setdefault(r, len(ids)))
    return index, ids


def folded(index):
    """The index without the planes that are all alike, as foldedPlace of unicode_data.cpp looks into it."""
    table = index[:0x40000] + index[0xe0000:0xe0200]
    for c in range(0x40000, 0x110000):
        if c >> 9 != 0xe0000 >> 9:
            place = 0xe000 if c >= 0xf0000 and c & 0xfffe != 0xfffe else 0x378
            assert index[c] == table[place], hex(c)
    return table


def decompositions():
    """The place of each character's decomposition in the pool (0: none), and the pool."""
    pool, places, index = [0], {}, []
    for c in range(0x110000):
        parts = unicodedata.decomposition(chr(c)).split()
        if not parts or c in HANGUL:
            index.append(0)
            continue
        tag = TAGS.index(parts.pop(0)) if parts[0].startswith("<") else 0
        chars = [int(p, 16) for p in parts]
        assert len(chars) < 32 and tag < 32
        entry = (chars[0] | len(chars) << 21 | tag << 26, *chars[1:])
        if entry not in places:
            places[entry] = len(pool)
            pool.extend(entry)
        index.append(places[entry])
    assert len(pool) < 65536
    return index, pool


def table(out, kind, name, values):
    out.write(f"const {kind} {name}[{len(values)}] = {{\n{lines(values)}\n}};\n")


def two_stages(out, name, kind, values):
    """Two tables and the constants that say how to look into them."""
    cost, shift, index1, index2, last = best_split(values)
    out.write(f"constexpr uint32_t k{name}Shift = {shift}, k{name}Limit = {len(index1) << shift:#x}, k{name}Last = {last};\n")
    table(out, "uint8_t" if max(index1) < 256 else "uint16_t", f"k{name}Index1", index1)
    table(out, kind, f"k{name}Index2", index2)
    return cost


def texts(out, name, values):
    out.write(f"const char* const k{name}[{len(values)}] = {{" + ", ".join(f'"{v}"' for v in values) + "};\n")


def write_data(out):
    pairs = compositions()
    index, ids = records(pairs)
    texts(out, "Categories", CATEGORIES)
    texts(out, "Bidirectional", BIDIRECTIONAL)
    texts(out, "Widths", WIDTHS)
    texts(out, "Tags", TAGS)
    out.write(f"const DataRecord kDataRecords[{len(ids)}] = {{\n")
    for r in ids:
        out.write("{" + ",".join(map(str, r)) + "},\n")
    out.write("};\n")
    two_stages(out, "Data", "uint16_t", folded(index))
    index, pool = decompositions()
    two_stages(out, "Parts", "uint16_t", index)
    table(out, "uint32_t", "kPartsPool", pool)
    out.write(f"const Composition kCompositions[{len(pairs)}] = {{\n")
    rows = [f"{{{first},{second},{c}}}" for (first, second), c in pairs.items()]
    out.write(lines(rows, 8) + "\n};\n")


# ---- names

def pieces(name):
    """The words of a name. Between two stands a blank, unless the first ends with a hyphen."""
    return [p for word in re.split(r"(?<!-) ", name) for p in re.split(r"(?<=[^ ]-)(?=[^ ])", word)]


def joined(words):
    text = ""
    for word in words:
        text += word if not text or text.endswith("-") else " " + word
    return text


def unlisted(code):
    """The name of an alias or a named sequence, which CPython keeps at private characters."""
    ctypes.pythonapi.PyCapsule_GetPointer.restype = ctypes.c_void_p
    ctypes.pythonapi.PyCapsule_GetPointer.argtypes = [ctypes.py_object, ctypes.c_char_p]
    capi = ctypes.pythonapi.PyCapsule_GetPointer(unicodedata._ucnhash_CAPI, b"unicodedata._ucnhash_CAPI")
    prototype = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_uint32, ctypes.c_char_p, ctypes.c_int, ctypes.c_int)
    get_name = prototype(ctypes.cast(capi, ctypes.POINTER(ctypes.c_void_p))[0])
    buffer = ctypes.create_string_buffer(512)
    return buffer.value.decode() if get_name(code, buffer, 512, 1) else None


def is_computed(c, name):
    return c in HANGUL or name == f"CJK UNIFIED IDEOGRAPH-{c:X}"


def runs(values):
    """(value, index) of each value that is not the one before plus one."""
    return [(v, i) for i, v in enumerate(values) if i == 0 or values[i - 1] + 1 != v]


def quoted(text):
    """As lines of C's string literals."""
    parts = [text[i:i + 110] for i in range(0, len(text), 110)]
    return "\n".join('"' + re.sub(r'(["\\?])', r"\\\1", p) + '"' for p in parts)


def digits(value, count):
    text = ""
    for _ in range(count):
        text = chr(32 + value % BASE) + text
        value //= BASE
    return text


def shared_words(words, before):
    n = 0
    while n < min(len(words) - 1, len(before), SHARED - 1) and words[n] == before[n]:
        n += 1
    return n


def name_hash(name):
    h = 2166136261
    for c in name.encode():
        h = (h ^ c) * 16777619 & 0xffffffff
    return (h ^ h >> 15) % BUCKETS


def token_classes(frequent):
    """How many first digits begin tokens of one, two and three digits, so that the text gets shortest."""
    best = None
    for three in (1, 2):
        for two in range(1, BASE - SHARED - three):
            one = BASE - SHARED - three - two
            if one + two * BASE + three * BASE ** 2 < len(frequent):
                continue
            counts = [n for _, n in frequent]
            cost = sum(counts) + sum(counts[one:]) + sum(counts[one + two * BASE:])
            if best is None or cost < best[0]:
                best = cost, one, two, three
    return best[1:]


def write_names(out):
    codes, names = [], []
    for c in range(0x110000):
        name = unicodedata.name(chr(c), None)
        if name is not None and not is_computed(c, name):
            codes.append(c)
            names.append(name)
    listed = len(names)
    targets, sequences = [], []
    for code in range(0xf0000, 0xf0400):
        name = unlisted(code)
        if name is not None:
            value = unicodedata.lookup(name)
            (targets if len(value) == 1 else sequences).append((name, value))
    names += [n for n, _ in targets] + [n for n, _ in sequences]
    assert len(set(names)) == len(names) < 65536

    split = [pieces(n) for n in names]
    assert all(joined(words) == n for words, n in zip(split, names))
    rows = [(shared_words(words, split[i - 1]) if i % BLOCK else 0, words) for i, words in enumerate(split)]
    frequent = collections.Counter(word for n, words in rows for word in words[n:]).most_common()
    one, two, three = token_classes(frequent)
    # Words with tokens of one length lie sorted by their lengths: a word's place follows from its number.
    tokens, text, lengths, classes = {}, "", [], []
    for size, begin, end, first in ((1, 0, one, 0), (2, one, one + two * BASE, one), (3, one + two * BASE, len(frequent), one + two)):
        words = sorted((w for w, _ in frequent[begin:end]), key=lambda w: (len(w), w))
        classes.append(len(lengths))
        for k, word in enumerate(words):
            tokens[word] = digits((SHARED + first) * BASE ** (size - 1) + k, size)
            if k == 0 or len(words[k - 1]) != len(word):
                lengths.append((k, len(text), len(word)))
            text += word
        lengths.append((1 << 20, 0, 0))
    stream, places = "", []
    for i, (n, words) in enumerate(rows):
        if i % BLOCK == 0:
            places.append(len(stream))
        stream += digits(n, 1) + "".join(tokens[w] for w in words[n:])
    stream += digits(0, 1)

    buckets = [[] for _ in range(BUCKETS)]
    for i, name in enumerate(names):
        buckets[name_hash(name)].append(i)
    starts, order = [], []
    for k, bucket in enumerate(buckets):
        if k % BUCKET_GROUP == 0:
            starts.append(len(order))
        order += bucket
    ideographs = [c for c in range(0x110000) if c not in HANGUL and is_computed(c, unicodedata.name(chr(c), ""))]
    ranges = [(c, c + (n - i) - 1) for (c, i), (_, n) in zip(runs(ideographs), [*runs(ideographs)[1:], (0, len(ideographs))])]

    out.write(f"constexpr uint32_t kNameCount = {len(names)}, kNameListed = {listed}, kNameAliases = {len(targets)};\n")
    out.write(f"constexpr uint32_t kNameBlock = {BLOCK}, kNameBuckets = {BUCKETS}, kBucketGroup = {BUCKET_GROUP};\n")
    out.write(f"constexpr uint32_t kShared = {SHARED}, kOneDigit = {one}, kTwoDigits = {two};\n")
    out.write(f"constexpr uint32_t kNameMost = {max(map(len, names))}, kNameWords = {max(map(len, split))};\n")
    out.write(f"const char kNameHashCounts[] =\n{quoted(''.join(digits(len(b), 1) for b in buckets))};\n")
    table(out, "uint16_t", "kNameHashStarts", starts)
    table(out, "uint16_t", "kNameHashOrder", order)
    name_runs = runs(codes)
    out.write(f"const NameRun kNameRuns[{len(name_runs) + 1}] = {{\n")
    out.write(lines([f"{{{c},{i}}}" for c, i in name_runs] + [f"{{1114112,{listed}}}"], 12) + "\n};\n")
    out.write(f"const CharRange kIdeographs[{len(ranges)}] = {{{lines([f'{{{a},{b}}}' for a, b in ranges])}}};\n")
    table(out, "uint32_t", "kAliasTargets", [ord(v) for _, v in targets])
    table(out, "uint16_t", "kSequenceStarts", [sum(len(v) for _, v in sequences[:i]) for i in range(len(sequences) + 1)])
    table(out, "uint32_t", "kSequenceChars", [ord(c) for _, v in sequences for c in v])
    for name, jamo in (("Leads", LEADS), ("Vowels", VOWELS), ("Tails", TAILS)):
        texts(out, name, jamo)
    table(out, "uint8_t", "kWordClasses", classes)
    out.write(f"const WordRun kWordRuns[{len(lengths)}] = {{\n")
    out.write(lines(["{" + ",".join(map(str, row)) + "}" for row in lengths], 8) + "\n};\n")
    out.write(f"const char kWords[] =\n{quoted(text)};\n")
    table(out, "uint32_t", "kNamePlaces", places)
    out.write(f"const char kNames[] =\n{quoted(stream)};\n")
    print(f"{len(names)} names, {len(targets)} aliases, {len(sequences)} sequences, {len(frequent)} words of {len(text)} characters, "
          f"tokens {one}/{two}/{three}, {len(stream)} characters of names")


def main():
    head = "// Generated by generate_data.py from Unicode " + unicodedata.unidata_version + ": do not edit.\n"
    for file, write in (("data.inc", write_data), ("names.inc", write_names)):
        with open(os.path.join(HERE, file), "w") as out:
            out.write(head)
            write(out)


if __name__ == "__main__":
    main()
