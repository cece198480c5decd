# A reader and a writer of a small archive of records: header, table of entries, data with checksums.
import os
import struct
import sys

MAGIC = b"KARC"
VERSION = 2
HEADER = struct.Struct("<4sHHIQ")
ENTRY_FORMAT = "<16sIIHb?d"
ENTRY_SIZE = struct.calcsize(ENTRY_FORMAT)


class ArchiveError(Exception):
    pass


def checksum(data):
    total = 0
    for byte in data:
        total = (total * 31 + byte) & 0xFFFF
    return total


class Entry:
    def __init__(self, name, offset, size, check, level, hidden, stamp):
        self.name = name
        self.offset = offset
        self.size = size
        self.check = check
        self.level = level
        self.hidden = hidden
        self.stamp = stamp

    def pack(self):
        return struct.pack(ENTRY_FORMAT, self.name.encode("utf-8"), self.offset, self.size, self.check, self.level, self.hidden, self.stamp)

    @classmethod
    def unpack(cls, data):
        name, offset, size, check, level, hidden, stamp = struct.unpack(ENTRY_FORMAT, data)
        return cls(name.rstrip(b"\0").decode("utf-8"), offset, size, check, level, hidden, stamp)

    def __repr__(self):
        return f"{self.name}@{self.offset}+{self.size} {self.check:04x} level {self.level:+d} {'hidden' if self.hidden else 'shown'} {self.stamp:.2f}"


def write_archive(path, items):
    entries = []
    body = bytearray()
    start = HEADER.size + ENTRY_SIZE * len(items)
    for k, (name, data) in enumerate(items):
        entries.append(Entry(name, start + len(body), len(data), checksum(data), k - 1, name.startswith("."), k * 1.25))
        body += data
    with open(path, "wb") as f:
        f.write(HEADER.pack(MAGIC, VERSION, len(entries), ENTRY_SIZE, start + len(body)))
        for e in entries:
            f.write(e.pack())
        f.write(body)


def read_archive(path):
    with open(path, "rb") as f:
        head = f.read(HEADER.size)
        if len(head) < HEADER.size:
            raise ArchiveError("too short")
        magic, version, count, entry_size, total = HEADER.unpack(head)
        if magic != MAGIC:
            raise ArchiveError(f"bad magic {magic!r}")
        if version > VERSION:
            raise ArchiveError(f"version {version}")
        if total != os.path.getsize(path):
            raise ArchiveError("wrong size")
        entries = [Entry.unpack(f.read(entry_size)) for _ in range(count)]
        contents = {}
        for e in entries:
            f.seek(e.offset)
            data = f.read(e.size)
            if checksum(data) != e.check:
                raise ArchiveError(f"damaged: {e.name}")
            contents[e.name] = data
    return entries, contents


def patch(path, offset, format, *values):
    with open(path, "rb") as f:
        data = bytearray(f.read())
    struct.pack_into(format, data, offset, *values)
    with open(path, "wb") as f:
        f.write(data)


def main():
    path = "struct_file_format.bin"
    points = [(k, k * k, 1 / (k + 1)) for k in range(5)]
    items = [("hello.txt", b"hello, world"), (".hidden", b"\x00\xff" * 4), ("points", b"".join(struct.pack(">iif", *p) for p in points)), ("größe", b"")]
    write_archive(path, items)
    entries, contents = read_archive(path)
    for e in entries:
        print(e)
    total = 0
    for x, y, z in struct.iter_unpack(">iif", contents["points"]):
        total += x * y
        print(x, y, round(z, 6), end="; ")
    print(total, sum(e.size for e in entries))
    for offset, format, values in ((0, "<4s", (b"XXXX",)), (0, "<4sH", (MAGIC, 9)), (4, "<H", (VERSION,)), (entries[0].offset, "<B", (0,))):
        patch(path, offset, format, *values)
        try:
            read_archive(path)
            print("read again")
        except ArchiveError as e:
            print("refused:", e)
    try:
        Entry("n" * 20, 1 << 32, 0, 0, 0, False, 0.0).pack()
    except struct.error as e:
        print("error:", e)
    os.remove(path)
    word = 0x01020304
    print(struct.pack("=I", word) == struct.pack("<I" if sys.byteorder == "little" else ">I", word))


main()
