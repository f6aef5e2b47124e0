"""Lines of a Word document's paragraph: its text cut at its breaks, each line with what names and numbers it."""

from collections.abc import Iterator
from itertools import accumulate

from attrs import frozen

from cq_fupin.models.place import Place
from cq_fupin.reading.docx_text import Labelled, Text
from cq_fupin.reading.manuscript import Line
from cq_fupin.words.spot import Spot


@frozen
class Heading:
    """What stands before a paragraph or is said of it as a whole.

    Attributes:
        number: Its automatic number as it is shown.
        level: How deep a heading it is.
        label: What the content control around it is called.
    """

    number: str = ""
    level: int | None = None
    label: str = ""


NO_HEADING = Heading()


def text_lines(text: Text, line: int, spot: Spot, heading: Heading) -> list[Line]:
    """Return the lines of a paragraph that show something, or that a content control leaves to be filled."""
    shown = "".join([piece for _, piece in text.pieces])
    place = Place(line, 1, None, spot)
    if text.labelled or "\n" in shown:
        return list(_several(text, shown, place, heading))
    return plain_lines(shown, place, heading)


def plain_lines(shown: str, place: Place, heading: Heading) -> list[Line]:
    """Return the one line of a text without breaks, or none."""
    if heading is NO_HEADING:
        return [Line(shown, place)] if shown and not shown.isspace() else []
    if not (shown.strip() or heading.number or heading.label):
        return []
    return [Line(shown, place, heading.number, heading.level, heading.label)]


def _several(text: Text, shown: str, place: Place, heading: Heading) -> Iterator[Line]:
    labels = _Labels(text)
    start, number = 0, heading.number
    for part in shown.split("\n"):
        label = labels.covering(start, part) or heading.label
        if part.strip() or number or label:
            begins = Place(place.line, start + 1, None, place.spot)
            yield Line(part, begins, number, heading.level, label)
        start, number = start + len(part) + 1, ""


class _Labels:
    """Tells which content control the lines of a text are the words of, asked in their order."""

    __slots__ = ("coming", "open")

    def __init__(self, text: Text) -> None:
        offsets = list(accumulate((len(piece) for _, piece in text.pieces), initial=0))
        spans = [(offsets[start], offsets[end], label) for start, end, label in text.labelled]
        # The next to begin last, and of those that begin together the innermost first.
        self.coming: list[Labelled] = sorted(spans, key=lambda span: (-span[0], span[1]))
        self.open: list[Labelled] = []

    def covering(self, start: int, part: str) -> str:
        """Return what the innermost control is called that holds all of a line; spaces don't count."""
        end = start + len(part.rstrip())
        start += len(part) - len(part.lstrip()) if part.strip() else 0
        while self.coming and self.coming[-1][0] <= start:
            self.open.append(self.coming.pop())
        while self.open and self.open[-1][1] < end:
            self.open.pop()
        return self.open[-1][2] if self.open else ""
