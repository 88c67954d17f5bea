"""Paragraphs of text: wrapped, filled, shortened, indented, dedented.

Since 2.3; `indent` since 3.3, `shorten` since 3.4.
Source: https://docs.python.org/3/library/textwrap.html
"""

import sys

_version = sys.version_info[:2]

__all__ = ["TextWrapper", "wrap", "fill", "dedent"]

_whitespace = "\t\n\x0b\x0c\r "
_closing = "\"'"


def _runs(text, is_member):
    """The text in runs of characters that are, and are not, members."""
    runs = []
    for c in text:
        if runs and is_member(runs[-1][0]) == is_member(c):
            runs[-1] += c
        else:
            runs.append(c)
    return runs


def _is_letter(c):
    return c.isalpha() and not c == "_"


def _is_word(c):
    return c.isalnum() or c in "_!\"'&.,?"


# Since 3.5, a single letter between hyphens is a piece.
_shortest = 1 if _version >= (3, 5) else 2


def _hyphen_pieces(word):
    """A word in pieces that a line may end after: after a hyphen between letters, and round a long dash."""
    pieces, start, at = [], 0, 0
    while at < len(word):
        if word[at] != "-":
            at += 1
            continue
        end = at
        while end < len(word) and word[end] == "-":
            end += 1
        if end - at >= 2:
            if at > 0 and _is_word(word[at - 1]) and end < len(word) and (word[end].isalnum() or word[end] == "_"):
                if at > start:
                    pieces.append(word[start:at])
                pieces.append(word[at:end])
                start = end
        elif (
            at - start >= _shortest
            and at >= 2
            and _is_letter(word[at - 1])
            and (_is_letter(word[at - 2]) or at >= 3 + start * (_shortest - 1) and word[at - 2] == "-" and _is_letter(word[at - 3]))
            and end + 1 < len(word)
            and _is_letter(word[end])
            and (_is_letter(word[end + 1]) or word[end + 1] == "-")
        ):
            pieces.append(word[start:end])
            start = end
        at = end
    if start < len(word):
        pieces.append(word[start:])
    return pieces


class TextWrapper(object):
    """The way to wrap, as attributes: they can be changed between uses."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8,
                 *, max_lines=None, placeholder=" [...]"):
        self.width, self.tabsize = width, tabsize
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace = expand_tabs, replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words, self.break_on_hyphens = break_long_words, break_on_hyphens
        self.drop_whitespace = drop_whitespace
        self.max_lines, self.placeholder = max_lines, placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for c in _whitespace:
                text = text.replace(c, " ")
        return text

    def _split(self, text):
        """The text in chunks that stay whole: words, parts of words, stretches of whitespace."""
        chunks = []
        for run in _runs(text, lambda c: c in _whitespace):
            if run[0] in _whitespace or not self.break_on_hyphens:
                chunks.append(run)
            else:
                chunks.extend(_hyphen_pieces(run))
        return chunks

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def _fix_sentence_endings(self, chunks):
        """Two spaces after what looks like the end of a sentence."""
        for at in range(len(chunks) - 1):
            word = chunks[at].rstrip(_closing) if chunks[at][-1:] in _closing else chunks[at]
            if chunks[at + 1] == " " and len(word) > 1 and word[-1] in ".!?" and "a" <= word[-2] <= "z":
                chunks[at + 1] = "  "

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        """Breaks a chunk longer than a line, or leaves it one of its own."""
        space = 1 if width < 1 else width - cur_len
        if self.break_long_words:
            chunk, end = reversed_chunks[-1], space
            if self.break_on_hyphens and len(chunk) > space and _version >= (3, 10):
                hyphen = chunk.rfind("-", 0, space)
                if hyphen > 0 and any(c != "-" for c in chunk[:hyphen]):
                    end = hyphen + 1
            cur_line.append(chunk[:end])
            reversed_chunks[-1] = chunk[end:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            line, length = [], 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and chunks[-1].strip() == "":
                chunks.pop()
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == "":
                length -= len(line.pop())
            if not line:
                continue
            last = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or last and length <= width:
                lines.append(indent + "".join(line))
                continue
            self._end_with_placeholder(lines, line, length, width, indent)
            break
        return lines

    def _end_with_placeholder(self, lines, line, length, width, indent):
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + "".join(line))
                return
            length -= len(line.pop())
        if lines:
            previous = lines[-1].rstrip()
            if len(previous) + len(self.placeholder) <= self.width:
                lines[-1] = previous + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def wrap(self, text):
        """The lines of one paragraph, none longer than `width`."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """The lines, joined."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


if _version >= (3, 4):
    __all__ += ["shorten"]

    def shorten(text, width, **kwargs):
        """The text on one line, cut at a word and ended with the placeholder when it is too long."""
        return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Takes off the whitespace that all lines begin with; lines of nothing but whitespace become empty."""
    lines = text.split("\n")
    blank = " \t" if _version < (3, 14) else None
    lines = ["" if not line.strip(blank) else line for line in lines]
    margin = None
    for line in lines:
        if not line:
            continue
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
            continue
        same = 0
        while same < min(len(margin), len(indent)) and margin[same] == indent[same]:
            same += 1
        margin = margin[:same]
    if margin:
        lines = [line[len(margin) :] for line in lines]
    return "\n".join(lines)


if _version >= (3, 3):
    __all__ += ["indent"]

    def indent(text, prefix, predicate=None):
        """Puts a prefix before each line that has more than whitespace, or that the predicate holds for."""
        if predicate is None:
            predicate = str.strip
        return "".join(prefix + line if predicate(line) else line for line in text.splitlines(True))
