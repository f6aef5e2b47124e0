"""A page of text for people: lines under labels, wrapped, with colours where they are wanted."""

from collections.abc import Iterable, Iterator, Sequence

from cq_fupin.telling.answers import Told
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.columns import padded, width, wrapped
from cq_fupin.words.force import Level
from cq_fupin.words.outcome import Outcome

GAP = 2
_LEAST = 20
_STYLES: dict[object, str] = {
    Level.ERROR: "31;1",
    Level.WARNING: "33;1",
    Level.NOTE: "36;1",
    Outcome.SATISFIED: "32",
    Outcome.UNSATISFIED: "31",
    Outcome.UNDETERMINED: "33",
    Outcome.INAPPLICABLE: "2",
    "title": "1",
}


def line(what: Told, batch: Batch) -> str:
    """Return what is told as one line: blanks as one, and nothing that would steer a terminal."""
    text = " ".join(batch.tell(what).split())
    return text if text.isprintable() else "".join(filter(str.isprintable, text))


def capital(text: str) -> str:
    """Return a text that begins with a capital, where its letters have any."""
    return text[:1].upper() + text[1:]


def painted(text: str, style: object, batch: Batch) -> str:
    """Return a text in the colour of a level or an outcome, where colours are wanted."""
    code = _STYLES.get(style)
    return f"\x1b[{code}m{text}\x1b[0m" if code and batch.is_coloured else text


def heading(text: str, batch: Batch) -> Iterator[str]:
    """Yield the lines of a text that stands over others."""
    for part in wrapped(text, max(batch.width, _LEAST)):
        yield painted(part, "title", batch)


def paragraph(text: str, batch: Batch) -> Iterator[str]:
    """Yield the lines of a text that stands by itself."""
    yield from wrapped(text, max(batch.width, _LEAST))


def hanging(label: str, texts: Iterable[str], left: int, batch: Batch) -> Iterator[str]:
    """Yield the lines of texts beside a label that takes `left` columns, all indented."""
    room = max(batch.width - GAP - left, _LEAST)
    for text in texts:
        for part in wrapped(text, room):
            yield f"{' ' * GAP}{padded(label, left)}{part}"
            label = ""


def table(cells: Sequence[Sequence[str]], styles: Sequence[object], batch: Batch) -> Iterator[str]:
    """Yield rows of cells that stand below each other, read downwards, as many beside each other as fit."""
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    across = max(1, batch.width // (GAP + sum(widths) + len(widths) - 1))
    down = -(-len(cells) // across)
    for row in range(down):
        drawn = [_row(cells[index], widths, styles[index], batch) for index in range(row, len(cells), down)]
        yield "".join(drawn).rstrip()


def _row(cells: Sequence[str], widths: Sequence[int], style: object, batch: Batch) -> str:
    first, *rest = map(padded, cells, widths)
    return " ".join([" " * GAP + painted(first, style, batch), *rest])
