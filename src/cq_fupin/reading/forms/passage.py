"""Passages: words of a document with the place where they stand."""

import re
from unicodedata import category

from attrs import evolve, frozen

from cq_fupin.models.place import Place
from cq_fupin.reading.manuscript import Line, moved

_BLANK = " \t\r\n\u3000\xa0"


@frozen
class Passage:
    """Words of a document 「文段」, and where they begin.

    Attributes:
        text: The words as they are written.
        place: Where the first of them stands.
        is_whole: Whether the place is that of a whole cell, and of no single sign in it.
        gaps: What the document has between them that is not in the text, as a line's.
    """

    text: str
    place: Place
    is_whole: bool = False
    gaps: tuple[tuple[int, int], ...] = ()

    def part(self, start: int, end: int | None = None) -> "Passage":
        """Return some of the words."""
        text = self.text[start:end]
        gaps = tuple((at - start, count) for at, count in self.gaps if start < at < start + len(text))
        place = self.place if self.is_whole else moved(self.place, start, self.gaps)
        return Passage(text, place, self.is_whole, gaps)

    def stripped(self, signs: str = _BLANK) -> "Passage":
        """Return the words without what stands around them."""
        start = len(self.text) - len(self.text.lstrip(signs))
        if not start and self.text == self.text.rstrip(signs):
            return self
        return self.part(start, max(start, len(self.text.rstrip(signs))))

    def split(self, pattern: str) -> "tuple[Passage, ...]":
        """Return what stands between the matches of a pattern, without blanks; nothing that is empty.

        >>> [part.text for part in Passage("走访、 电话", Place(3, 1)).split("、")]
        ['走访', '电话']
        """
        ends = [0, *(edge for found in re.finditer(pattern, self.text) for edge in found.span()), None]
        pairs = zip(ends[::2], ends[1::2], strict=True)
        parts = (self.part(start or 0, end).stripped() for start, end in pairs)
        return tuple(part for part in parts if part.text)


def written(line: Line) -> Passage:
    """Return the words of a line as they are."""
    return Passage(line.text, line.place, line.is_whole, line.gaps).stripped()


def passage(line: Line) -> Passage:
    """Return the words of a line, without symbols in front that say nothing: 📌, ✅, ▲."""
    words = written(line)
    start = 0
    while start < len(words.text) and _is_symbol(words.text[start]):
        start += 1
    return words.part(start).stripped() if start else words


def _is_symbol(sign: str) -> bool:
    """Tell whether a sign only decorates; a box or a tick may say something."""
    return category(sign) in ("So", "Sk", "Mn", "Cf", "Co") and sign not in "□☐■☑☒○●√✓✔"


def joined(passages: "tuple[Passage, ...]") -> Passage:
    """Return passages as one, line by line, at the place of the first."""
    first = passages[0]
    return first if len(passages) == 1 else evolve(first, text="\n".join(part.text for part in passages))


def in_one_line(words: Passage) -> Passage:
    """Return words that are broken into lines, as a title is, without the breaks."""
    return evolve(words, text="".join(part.strip() for part in words.text.split("\n")))
