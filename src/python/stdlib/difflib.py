"""What two sequences have in common, and how texts differ line by line.

Since 2.1; unified and context differences since 2.3, `autojunk` since 2.7, `diff_bytes` since 3.5. `HtmlDiff` is not part of this book's library.
Source: https://docs.python.org/3/library/difflib.html
"""

from heapq import nlargest

from _era import since

__all__ = ["get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "IS_CHARACTER_JUNK", "IS_LINE_JUNK", "context_diff"]
__all__ += ["unified_diff", "HtmlDiff"]
if since(2, 6):
    __all__.append("Match")
if since(3, 5):
    __all__.append("diff_bytes")

if since(2, 6):
    from collections import namedtuple

    Match = namedtuple("Match", "a b size")
else:

    def Match(a, b, size):
        return a, b, size



def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher(object):
    """Compares two sequences of hashable items: finds the longest run that both have, then the same to its left and its right.

    `isjunk` says which items no run may begin with; with `autojunk`, neither with those that make up more than 1 % of a long second sequence.
    """

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk = isjunk
        self.autojunk = autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        """The sequence that is studied in depth: set it once to compare it with many."""
        if b is not self.b:
            self.b = b
            self.matching_blocks = self.opcodes = self.fullbcount = None
            self._study()

    def _study(self):
        """Where each item stands in b, without junk and without what is too frequent to say anything."""
        places = self.b2j = {}
        for at, item in enumerate(self.b):
            places.setdefault(item, []).append(at)
        self.bjunk = {item for item in places if self.isjunk(item)} if self.isjunk else set()
        for item in self.bjunk:
            del places[item]
        self.bpopular, length = set(), len(self.b)
        if self.autojunk and length >= 200:
            most = length // 100 + 1
            self.bpopular = {item for item, where in places.items() if len(where) > most}
            for item in self.bpopular:
                del places[item]

    if not since(3):

        def isbjunk(self, item):
            return item in self.bjunk

        def isbpopular(self, item):
            return item in self.bpopular

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest run in `a[alo:ahi]` and `b[blo:bhi]`, of several the first in a, then in b; with the junk around it that matches too."""
        a, b, places, junk = self.a, self.b, self.b2j, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        i, j, size = alo, blo, 0
        lengths, nowhere = {}, []
        for at in range(alo, ahi):
            longer = {}
            for other in places.get(a[at], nowhere):
                if other < blo:
                    continue
                if other >= bhi:
                    break
                k = longer[other] = lengths.get(other - 1, 0) + 1
                if k > size:
                    i, j, size = at - k + 1, other - k + 1, k
            lengths = longer
        for with_junk in False, True:
            while i > alo and j > blo and (b[j - 1] in junk) == with_junk and a[i - 1] == b[j - 1]:
                i, j, size = i - 1, j - 1, size + 1
            while i + size < ahi and j + size < bhi and (b[j + size] in junk) == with_junk and a[i + size] == b[j + size]:
                size += 1
        return Match(i, j, size)

    def get_matching_blocks(self):
        """The runs in order, neighbours joined; the last is empty, at the ends of both."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        found, queue = [], [(0, len(self.a), 0, len(self.b))]
        while queue:
            alo, ahi, blo, bhi = queue.pop()
            match = i, j, k = self.find_longest_match(alo, ahi, blo, bhi)
            if k:
                found.append(match)
                if alo < i and blo < j:
                    queue.append((alo, i, blo, j))
                if i + k < ahi and j + k < bhi:
                    queue.append((i + k, ahi, j + k, bhi))
        joined = []
        for i, j, k in sorted(found):
            if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
                joined[-1][2] += k
            else:
                joined.append([i, j, k])
        joined.append([len(self.a), len(self.b), 0])
        self.matching_blocks = [Match(*block) for block in joined]
        return self.matching_blocks

    def get_opcodes(self):
        """How to make b of a: `(what, i1, i2, j1, j2)`, where what is replace, delete, insert or equal."""
        if self.opcodes is not None:
            return self.opcodes
        i = j = 0
        self.opcodes = codes = []
        for at, other, size in self.get_matching_blocks():
            if i < at or j < other:
                what = "replace" if i < at and j < other else "delete" if i < at else "insert"
                codes.append((what, i, at, j, other))
            i, j = at + size, other + size
            if size:
                codes.append(("equal", at, i, other, j))
        return codes

    def get_grouped_opcodes(self, n=3):
        """The opcodes in groups: each with up to n equal items around its changes."""
        codes = list(self.get_opcodes()) or [("equal", 0, 1, 0, 1)]
        what, i1, i2, j1, j2 = codes[0]
        if what == "equal":
            codes[0] = what, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        what, i1, i2, j1, j2 = codes[-1]
        if what == "equal":
            codes[-1] = what, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for what, i1, i2, j1, j2 in codes:
            if what == "equal" and i2 - i1 > 2 * n:
                group.append((what, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((what, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        """How alike they are, from 0 to 1."""
        return _ratio(sum(block[-1] for block in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        """No less than `ratio`: as if order did not matter."""
        if self.fullbcount is None:
            self.fullbcount = {}
            for item in self.b:
                self.fullbcount[item] = self.fullbcount.get(item, 0) + 1
        left, matches = {}, 0
        for item in self.a:
            count = left.get(item, self.fullbcount.get(item, 0))
            left[item] = count - 1
            matches += count > 0
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """No less than `quick_ratio`: from the lengths alone."""
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))

    if since(3, 9):
        from types import GenericAlias

        __class_getitem__ = classmethod(GenericAlias)
        del GenericAlias


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """Up to n of the possibilities that are most like the word, the best first."""
    if not n > 0:
        raise ValueError("n must be > 0: %r" % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
    matcher, found = SequenceMatcher(), []
    matcher.set_seq2(word)
    for each in possibilities:
        matcher.set_seq1(each)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), each))
    return [each for _, each in nlargest(n, found)]


def IS_LINE_JUNK(line, pat=None):
    """Whether a line has nothing in it, or one `#`."""
    if pat is None:
        return line.strip() in ("", "#")
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


class Differ(object):
    """Lines with `- ` (only in the first), `+ ` (only in the second), `  ` (in both) before them, and `? ` lines that point at what differs within one."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        for what, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if what == "replace":
                lines = self._fancy_replace(a, alo, ahi, b, blo, bhi)
            elif what == "delete":
                lines = self._dump("-", a, alo, ahi)
            elif what == "insert":
                lines = self._dump("+", b, blo, bhi)
            else:
                lines = self._dump(" ", a, alo, ahi)
            for line in lines:
                yield line

    def _dump(self, tag, x, lo, hi):
        for at in range(lo, hi):
            yield "%s %s" % (tag, x[at])

    def _plain_replace(self, a, alo, ahi, b, blo, bhi):
        """One block after the other, the shorter first."""
        first, second = self._dump("+", b, blo, bhi), self._dump("-", a, alo, ahi)
        if bhi - blo >= ahi - alo:
            first, second = second, first
        for block in first, second:
            for line in block:
                yield line

    def _fancy_replace(self, a, alo, ahi, b, blo, bhi):
        """Looks for the two most similar lines, shows how they differ, and does the same with what stands before and after them."""
        best, cutoff = self._most_similar(a, alo, ahi, b, blo, bhi)
        if best is None:
            for line in self._plain_replace(a, alo, ahi, b, blo, bhi):
                yield line
            return
        i, j = best
        for line in self._fancy_part(a, alo, i, b, blo, j):
            yield line
        old, new = a[i], b[j]
        if old == new:
            yield "  " + old
        else:
            marks_old = marks_new = ""
            for what, i1, i2, j1, j2 in SequenceMatcher(self.charjunk, old, new).get_opcodes():
                here, there = {"replace": "^^", "delete": "- ", "insert": " +", "equal": "  "}[what]
                marks_old += here * (i2 - i1)
                marks_new += there * (j2 - j1)
            for line in self._qformat(old, new, marks_old, marks_new):
                yield line
        for line in self._fancy_part(a, i + 1, ahi, b, j + 1, bhi):
            yield line

    def _most_similar(self, a, alo, ahi, b, blo, bhi):
        """The places of the two lines that are most alike (more than 75 %); else of the first two that are equal; else None."""
        best, so_far, equal = None, 0.74 if not since(3, 13) else 0.74999, None
        matcher = SequenceMatcher(self.charjunk)
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    if equal is None:
                        equal = i, j
                    continue
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > so_far and matcher.quick_ratio() > so_far and matcher.ratio() > so_far:
                    best, so_far = (i, j), matcher.ratio()
        if so_far < 0.75:
            best = equal
        return best, so_far

    def _fancy_part(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            return self._fancy_replace(a, alo, ahi, b, blo, bhi)
        return self._dump("-", a, alo, ahi) if alo < ahi else self._dump("+", b, blo, bhi)

    def _qformat(self, aline, bline, atags, btags):
        """The two lines with their marks, white space before a mark kept as it is so that tabs line up."""
        for tag, line, marks in ("-", aline, atags), ("+", bline, btags):
            yield "%s %s" % (tag, line)
            marks = "".join(c if mark == " " and c.isspace() else mark for c, mark in zip(line, marks)).rstrip()
            if marks:
                yield "? %s\n" % marks


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """The lines of a Differ."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """The lines of the first (1) or second (2) text, out of the lines of a Differ."""
    try:
        tag = {1: "- ", 2: "+ "}[int(which)]
    except KeyError:
        raise ValueError("unknown delta choice (must be 1 or 2): %r" % which)
    for line in delta:
        if line[:2] in ("  ", tag):
            yield line[2:]


def _check_types(a, b, *others):
    """Raises TypeError for bytes: `diff_bytes` is for those."""
    if not since(3, 5):
        return
    for lines in a, b:
        if lines and not isinstance(lines[0], str):
            raise TypeError("lines to compare must be str, not %s (%r)" % (type(lines[0]).__name__, lines[0]))
    for other in others:
        if not isinstance(other, str):
            raise TypeError("all arguments must be str, not: %r" % (other,))


def _date(text):
    return "\t%s" % text if text else ""


def _format_range_unified(start, stop):
    """Where lines stand: first line and length, or before which line there are none."""
    length = stop - start
    return "%d" % (start + 1) if length == 1 else "%d,%d" % (start + (length > 0), length)


def _format_range_context(start, stop):
    """Where lines stand: first line and last, or before which line there are none."""
    length = stop - start
    return "%d" % (start + (length > 0)) if length <= 1 else "%d,%d" % (start + 1, stop)


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """Changes with n lines around them, `-` and `+` before lines of the first and the second text."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield "--- %s%s%s" % (fromfile, _date(fromfiledate), lineterm)
            yield "+++ %s%s%s" % (tofile, _date(tofiledate), lineterm)
        first, last = group[0], group[-1]
        yield "@@ -%s +%s @@%s" % (_format_range_unified(first[1], last[2]), _format_range_unified(first[3], last[4]), lineterm)
        for what, i1, i2, j1, j2 in group:
            if what == "equal":
                for line in a[i1:i2]:
                    yield " " + line
            if what in ("replace", "delete"):
                for line in a[i1:i2]:
                    yield "-" + line
            if what in ("replace", "insert"):
                for line in b[j1:j2]:
                    yield "+" + line


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """Changes with n lines around them, the two texts one after the other, `!` before lines that changed."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

    marks = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield "*** %s%s%s" % (fromfile, _date(fromfiledate), lineterm)
            yield "--- %s%s%s" % (tofile, _date(tofiledate), lineterm)
        first, last = group[0], group[-1]
        yield "***************" + lineterm
        yield "*** %s ****%s" % (_format_range_context(first[1], last[2]), lineterm)
        if any(what in ("replace", "delete") for what, _, _, _, _ in group):
            for what, i1, i2, _, _ in group:
                if what != "insert":
                    for line in a[i1:i2]:
                        yield marks[what] + line
        yield "--- %s ----%s" % (_format_range_context(first[3], last[4]), lineterm)
        if any(what in ("replace", "insert") for what, _, _, _, _ in group):
            for what, _, _, j1, j2 in group:
                if what != "delete":
                    for line in b[j1:j2]:
                        yield marks[what] + line


if since(3, 5):

    def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3, lineterm=b"\n"):
        """One of the two functions above, for lines of bytes in any encoding or none."""

        def decoded(text):
            try:
                return text.decode("ascii", "surrogateescape")
            except AttributeError as problem:
                raise TypeError("all arguments must be bytes, not %s (%r)" % (type(text).__name__, text)) from problem

        a, b = [decoded(line) for line in a], [decoded(line) for line in b]
        names = [decoded(text) for text in (fromfile, tofile, fromfiledate, tofiledate)]
        for line in dfunc(a, b, *names, n, decoded(lineterm)):
            yield line.encode("ascii", "surrogateescape")


class HtmlDiff(object):
    """Left out."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError("difflib.HtmlDiff is not part of this book's library")
