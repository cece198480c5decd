"""Differences between sequences: SequenceMatcher, ndiff, unified_diff, context_diff, get_close_matches."""
from typing import NamedTuple


class Match(NamedTuple):
    a: int
    b: int
    size: int


def _share(matches, length):
    if length:
        return 2.0 * matches / length
    return 1.0


class SequenceMatcher:
    """What two sequences of hashable items have in common."""
    __generic__ = True

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk = isjunk
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        """Other sequences."""
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        """Another first sequence."""
        self.a = a
        self.matching_blocks = None
        self.opcodes = None

    def set_seq2(self, b):
        """Another second sequence, of which an index is made."""
        self.b = b
        self.matching_blocks = None
        self.opcodes = None
        self.fullbcount = None
        places = {}
        for i, item in enumerate(b):
            if item in places:
                places[item].append(i)
            else:
                places[item] = [i]
        self.bjunk = set()
        isjunk = self.isjunk
        if isjunk is not None:
            for item in places:
                if isjunk(item):
                    self.bjunk.add(item)
            for item in self.bjunk:
                del places[item]
        # Items that a long sequence is full of say nothing about where it is like another.
        self.bpopular = set()
        n = len(b)
        if self.autojunk and n >= 200:
            most = n // 100 + 1
            for item, at in places.items():
                if len(at) > most:
                    self.bpopular.add(item)
            for item in self.bpopular:
                del places[item]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest block that both have, the first of several."""
        a = self.a
        b = self.b
        if ahi is None:
            ahi = len(a)
        if bhi is None:
            bhi = len(b)
        besti = alo
        bestj = blo
        size = 0
        # lengths[j]: the block that ends before item i of a and at item j of b
        lengths = {}
        for i in range(alo, ahi):
            now = {}
            for j in self.b2j.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                k = lengths.get(j - 1, 0) + 1
                now[j] = k
                if k > size:
                    besti = i - k + 1
                    bestj = j - k + 1
                    size = k
            lengths = now
        # Popular items around the block belong to it, and junk only where it touches something else.
        while besti > alo and bestj > blo and b[bestj - 1] not in self.bjunk and a[besti - 1] == b[bestj - 1]:
            besti -= 1
            bestj -= 1
            size += 1
        while besti + size < ahi and bestj + size < bhi and b[bestj + size] not in self.bjunk and a[besti + size] == b[bestj + size]:
            size += 1
        while besti > alo and bestj > blo and b[bestj - 1] in self.bjunk and a[besti - 1] == b[bestj - 1]:
            besti -= 1
            bestj -= 1
            size += 1
        while besti + size < ahi and bestj + size < bhi and b[bestj + size] in self.bjunk and a[besti + size] == b[bestj + size]:
            size += 1
        return Match(besti, bestj, size)

    def get_matching_blocks(self):
        """The blocks that both have, in their order, and an empty one at the end."""
        known = self.matching_blocks
        if known is not None:
            return known
        la = len(self.a)
        lb = len(self.b)
        todo = [(0, la, 0, lb)]
        found = []
        while todo:
            alo, ahi, blo, bhi = todo.pop()
            match = self.find_longest_match(alo, ahi, blo, bhi)
            i, j, k = match
            if k:
                found.append((i, j, k))
                if alo < i and blo < j:
                    todo.append((alo, i, blo, j))
                if i + k < ahi and j + k < bhi:
                    todo.append((i + k, ahi, j + k, bhi))
        found.sort()
        blocks = []
        i1 = 0
        j1 = 0
        k1 = 0
        for i, j, k in found:
            if i1 + k1 == i and j1 + k1 == j:
                k1 += k
            else:
                if k1:
                    blocks.append(Match(i1, j1, k1))
                i1 = i
                j1 = j
                k1 = k
        if k1:
            blocks.append(Match(i1, j1, k1))
        blocks.append(Match(la, lb, 0))
        self.matching_blocks = blocks
        return blocks

    def get_opcodes(self):
        """How to make the second of the first: tuples of what to do and where in both."""
        known = self.opcodes
        if known is not None:
            return known
        i = 0
        j = 0
        codes = []
        for ai, bj, size in self.get_matching_blocks():
            if i < ai and j < bj:
                codes.append(("replace", i, ai, j, bj))
            elif i < ai:
                codes.append(("delete", i, ai, j, bj))
            elif j < bj:
                codes.append(("insert", i, ai, j, bj))
            i = ai + size
            j = bj + size
            if size:
                codes.append(("equal", ai, i, bj, j))
        self.opcodes = codes
        return codes

    def get_grouped_opcodes(self, n=3):
        """The opcodes in groups with n equal items around them."""
        codes = list(self.get_opcodes())
        if not codes:
            codes = [("equal", 0, 1, 0, 1)]
        if codes[0][0] == "equal":
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = (tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2)
        if codes[-1][0] == "equal":
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = (tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n))
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == "equal" and i2 - i1 > n + n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1 = max(i1, i2 - n)
                j1 = max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        """How alike they are, between 0 and 1."""
        matches = 0
        for i, j, size in self.get_matching_blocks():
            matches += size
        return _share(matches, len(self.a) + len(self.b))

    def quick_ratio(self):
        """No less than ratio(), and faster."""
        counts = self.fullbcount
        if counts is None:
            counts = {}
            for item in self.b:
                counts[item] = counts.get(item, 0) + 1
            self.fullbcount = counts
        left = {}
        matches = 0
        for item in self.a:
            n = left[item] if item in left else counts.get(item, 0)
            left[item] = n - 1
            if n > 0:
                matches += 1
        return _share(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """No less than ratio(), of the lengths alone."""
        la = len(self.a)
        lb = len(self.b)
        return _share(min(la, lb), la + lb)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """Those of the possibilities that are most like word, at most n."""
    if not n > 0:
        raise ValueError("n must be > 0: %r" % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
    found = []
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    for x in possibilities:
        matcher.set_seq1(x)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff:
            ratio = matcher.ratio()
            if ratio >= cutoff:
                found.append((ratio, x))
    found.sort(reverse=True)
    return [x for ratio, x in found[:n]]


def IS_LINE_JUNK(line, pat=None):
    """Is the line blank, or a single #?"""
    rest = line.strip()
    return rest == "" or rest == "#"


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    """Is it a blank or a tab?"""
    return ch in ws


class Differ:
    """Makes readable differences of lists of lines."""
    __generic__ = True

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        """The lines of both, with what is different marked."""
        out = []
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                self._alike(out, a, i1, i2, b, j1, j2)
            elif tag == "delete":
                _mark(out, "- ", a, i1, i2)
            elif tag == "insert":
                _mark(out, "+ ", b, j1, j2)
            else:
                _mark(out, "  ", a, i1, i2)
        return iter(out)

    def _either(self, out, a, i1, i2, b, j1, j2):
        if i1 < i2:
            if j1 < j2:
                self._alike(out, a, i1, i2, b, j1, j2)
            else:
                _mark(out, "- ", a, i1, i2)
        elif j1 < j2:
            _mark(out, "+ ", b, j1, j2)

    # One block for another: goes on around the pair of lines that is most alike.
    def _alike(self, out, a, i1, i2, b, j1, j2):
        best = 0.74
        besti = -1
        bestj = -1
        samei = -1
        samej = -1
        matcher = SequenceMatcher(self.charjunk)
        for j in range(j1, j2):
            y = b[j]
            matcher.set_seq2(y)
            for i in range(i1, i2):
                x = a[i]
                if x == y:
                    if samei < 0:
                        samei = i
                        samej = j
                    continue
                matcher.set_seq1(x)
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best = matcher.ratio()
                    besti = i
                    bestj = j
        if best < 0.75:
            if samei < 0:
                # The shorter block first, so that blocks of the other kind stay together.
                if j2 - j1 < i2 - i1:
                    _mark(out, "+ ", b, j1, j2)
                    _mark(out, "- ", a, i1, i2)
                else:
                    _mark(out, "- ", a, i1, i2)
                    _mark(out, "+ ", b, j1, j2)
                return
            besti = samei
            bestj = samej
        else:
            samei = -1
        self._either(out, a, i1, besti, b, j1, bestj)
        x = a[besti]
        y = b[bestj]
        if samei < 0:
            under_x = []
            under_y = []
            matcher.set_seqs(x, y)
            for tag, k1, k2, l1, l2 in matcher.get_opcodes():
                if tag == "replace":
                    under_x.append("^" * (k2 - k1))
                    under_y.append("^" * (l2 - l1))
                elif tag == "delete":
                    under_x.append("-" * (k2 - k1))
                elif tag == "insert":
                    under_y.append("+" * (l2 - l1))
                else:
                    under_x.append(" " * (k2 - k1))
                    under_y.append(" " * (l2 - l1))
            _with_marks(out, "- ", x, "".join(under_x))
            _with_marks(out, "+ ", y, "".join(under_y))
        else:
            out.append("  " + x)
        self._either(out, a, besti + 1, i2, b, bestj + 1, j2)


def _mark(out, tag, lines, lo, hi):
    for i in range(lo, hi):
        out.append(tag + lines[i])


# The line, and a line of marks unless there are none; tabs of the line stay where the marks are blank.
def _with_marks(out, tag, line, marks):
    out.append(tag + line)
    under = []
    for c, m in zip(line, marks):
        under.append(c if m == " " and c.isspace() else m)
    text = "".join(under).rstrip()
    if text:
        out.append("? " + text + "\n")


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """The lines of both with marks under what is different in lines that are alike."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """The lines of the first or the second sequence out of what ndiff made."""
    if int(which) == 1:
        tag = "- "
    elif int(which) == 2:
        tag = "+ "
    else:
        raise ValueError("unknown delta choice (must be 1 or 2): %r" % which)
    for line in delta:
        if line[:2] == "  " or line[:2] == tag:
            yield line[2:]


def _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm):
    for lines in (a, b):
        if len(lines) != 0 and not isinstance(lines[0], str):
            raise TypeError("lines to compare must be str, not %s (%r)" % (type(lines[0]).__name__, lines[0]))
    for x in (fromfile, tofile, fromfiledate, tofiledate, lineterm):
        if not isinstance(x, str):
            raise TypeError("all arguments must be str, not: %r" % (x,))


def _date(date):
    return "\t" + date if date else ""


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """The lines that differ with n lines around them, as `diff -u` prints them."""
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield "--- " + fromfile + _date(fromfiledate) + lineterm
            yield "+++ " + tofile + _date(tofiledate) + lineterm
        first = group[0]
        last = group[-1]
        yield "@@ -" + _unified(first[1], last[2]) + " +" + _unified(first[3], last[4]) + " @@" + lineterm
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                for line in a[i1:i2]:
                    yield " " + line
                continue
            if tag == "replace" or tag == "delete":
                for line in a[i1:i2]:
                    yield "-" + line
            if tag == "replace" or tag == "insert":
                for line in b[j1:j2]:
                    yield "+" + line


# Lines are counted from 1; an empty range is named by the line before it.
def _unified(start, stop):
    length = stop - start
    if length == 1:
        return str(start + 1)
    return str(start + 1 if length else start) + "," + str(length)


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """The lines that differ with n lines around them, as `diff -c` prints them."""
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    signs = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield "*** " + fromfile + _date(fromfiledate) + lineterm
            yield "--- " + tofile + _date(tofiledate) + lineterm
        first = group[0]
        last = group[-1]
        yield "***************" + lineterm
        yield "*** " + _context(first[1], last[2]) + " ****" + lineterm
        if any(code[0] == "replace" or code[0] == "delete" for code in group):
            for tag, i1, i2, j1, j2 in group:
                if tag != "insert":
                    for line in a[i1:i2]:
                        yield signs[tag] + line
        yield "--- " + _context(first[3], last[4]) + " ----" + lineterm
        if any(code[0] == "replace" or code[0] == "insert" for code in group):
            for tag, i1, i2, j1, j2 in group:
                if tag != "delete":
                    for line in b[j1:j2]:
                        yield signs[tag] + line


def _context(start, stop):
    length = stop - start
    if length <= 1:
        return str(start + 1 if length else start)
    return str(start + 1) + "," + str(start + length)
