"""The final text of a Word paragraph, and which element each of its characters stands in."""

from collections.abc import Iterator

from attrs import frozen

from cq_fupin.models.place import Place
from cq_fupin.telling.annotating.xml_part import Node, local

# What shows a sign without having a text of its own.
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": "\ufffd"}
# What is not part of the paragraph's final text: deletions, instructions of fields, boxes with a text of their own.
_LEFT_OUT = frozenset(
    {"pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "instrText", "rt", "p", "Fallback"}
)


@frozen
class Letter:
    """A character of a paragraph's text: the element that it stands in, and where there."""

    sign: str
    leaf: Node
    index: int


def letters(paragraph: Node) -> list[Letter]:
    """Return the characters of a paragraph's final text in order: insertions in, deletions out."""
    return [letter for child in paragraph for letter in _letters(child)]


def _letters(node: Node) -> Iterator[Letter]:
    name = local(node)
    if name == "t":
        yield from (Letter(sign, node, index) for index, sign in enumerate(node.text or ""))
    elif name in _SIGNS:
        yield Letter(_SIGNS[name], node, 0)
    elif name not in _LEFT_OUT and not (name == "sdt" and _is_unfilled(node)):
        for child in node:
            yield from _letters(child)


def _is_unfilled(control: Node) -> bool:
    """Tell whether a content control shows its placeholder."""
    found = control.find("{*}sdtPr/{*}showingPlcHdr")
    return found is not None and not {"0", "false", "off"}.intersection(found.attrib.values())


def words_at(found: list[Letter], place: Place) -> tuple[Letter, Letter] | None:
    """Return the first and the last character of a place's words: those nearest to its column.

    Where the words don't stand there, it is the whole text; where there is none, nothing.
    """
    if not found:
        return None
    text = "".join(letter.sign for letter in found)
    words, at = place.text or "", (place.column or 1) - 1
    starts = _starts(text, words) if words else []
    if not starts:
        return found[0], found[-1]
    start = min(starts, key=lambda start: abs(start - at))
    return found[start], found[start + len(words) - 1]


def _starts(text: str, words: str) -> list[int]:
    return [start for start in range(len(text) - len(words) + 1) if text.startswith(words, start)]
