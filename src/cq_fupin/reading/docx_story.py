"""The body of a Word document: its paragraphs, tables and text boxes in the order in which they are read."""

from collections.abc import Mapping
from functools import partial
from typing import TypeAlias
from xml.etree.ElementTree import Element

from cq_fupin.models.place import Place
from cq_fupin.reading.docx_controls import NO_CONTROL, Control, unwrapped
from cq_fupin.reading.docx_lines import NO_HEADING, Heading, plain_lines, text_lines
from cq_fupin.reading.docx_names import DEL, MOVE_FROM, P_PR, R_PR, TBL, P, paragraph_elements, value, w
from cq_fupin.reading.docx_numbering import Numbering
from cq_fupin.reading.docx_omissions import Omissions
from cq_fupin.reading.docx_styles import PLAIN, Style, Styles, own
from cq_fupin.reading.docx_table import read_table
from cq_fupin.reading.docx_text import NO_TEXT, Text, joined, plain_text, read_text
from cq_fupin.reading.manuscript import Block, Cell
from cq_fupin.words.spot import Spot, TableCell

_STYLE, _VANISH = w("pStyle"), w("vanish")
_FOREIGN = frozenset({w("altChunk"), w("subDoc")})
#: The texts of paragraphs that go on in the next because their marks were deleted, and their numbers.
Cut: TypeAlias = list[tuple[Text, int]]


class Story:
    """Reads a body once, from its beginning to its end, because its numbers count."""

    __slots__ = ("is_hiding", "last", "numbering", "omissions", "ordinals", "styles", "tables")

    def __init__(self, body: Element, styles: Styles, numbering: Numbering) -> None:
        self.ordinals: Mapping[Element, int] = {
            each: number for number, each in enumerate(paragraph_elements(body), 1)
        }
        self.styles: Styles = styles
        self.numbering: Numbering = numbering
        self.is_hiding: bool = styles.are_hiding() or next(body.iter(_VANISH), None) is not None
        self.tables: int = 0
        self.last: int = 0
        self.omissions: Omissions = Omissions()

    def blocks(self, parent: Element, spot: Spot, control: Control, depth: int) -> list[Block]:
        """Return the lines and tables that an element holds."""
        made: list[Block] = []
        cut: Cut = []
        for child, held in unwrapped(parent, control, depth=depth):
            if child.tag == P:
                made += self._paragraph(child, spot, held, cut, depth)
            elif child.tag == TBL:
                made += self._rest(cut, spot, depth)
                made += self._table(child, spot, held, depth)
            elif child.tag in _FOREIGN:
                self.omissions.add("object", partial(Place, max(self.last, 1), None, None, spot))
        return made + self._rest(cut, spot, depth)

    def _paragraph(self, element: Element, spot: Spot, control: Control, cut: Cut, depth: int) -> list[Block]:
        """Return what a paragraph shows, after those before it whose marks were deleted."""
        properties = element.find(P_PR)
        self.last = line = self.ordinals[element]
        name = None if properties is None else value(properties, _STYLE)
        style = self.styles.named(name)
        if properties is not None:
            if _is_mark_gone(properties):
                cut.append((self._text(element, style, control), line))
                return []
            style = own(properties, style)
        heading = self._heading(name, style, control)
        if not (cut or self.is_hiding or control.is_unfilled or control.mark):
            plain = plain_text(element)
            if plain is not None:
                return [*plain_lines(plain, Place(line, 1, None, spot), heading)]
        cut.append((self._text(element, style, control), line))
        return self._rest(cut, spot, depth, heading=heading)

    def _heading(self, name: str | None, style: Style, control: Control) -> Heading:
        if style is PLAIN and not control.label:
            return NO_HEADING
        return Heading(self._number(name, style), style.level, control.label)

    def _text(self, element: Element, style: Style, control: Control) -> Text:
        if control.is_unfilled:
            return NO_TEXT
        if control.mark:
            return Text(((element, control.mark),))
        return read_text(element, hides=partial(self.styles.hides, style=style) if self.is_hiding else None)

    def _number(self, name: str | None, style: Style) -> str:
        if not style.list:
            return ""
        depth = self.numbering.level_of(style.list, name) if style.depth is None else style.depth
        return self.numbering.following(style.list, depth)

    def _rest(self, cut: Cut, spot: Spot, depth: int, *, heading: Heading = NO_HEADING) -> list[Block]:
        """Return what paragraphs show together, and forget them."""
        if not cut:
            return []
        line = next((line for text, line in cut if text != NO_TEXT), cut[-1][1])
        text = cut[0][0] if len(cut) == 1 else joined(text for text, _ in cut)
        cut.clear()
        return self._shown(text, line, spot, heading, depth)

    def _shown(self, text: Text, line: int, spot: Spot, heading: Heading, depth: int) -> list[Block]:
        """Return the lines of a paragraph, and behind them what its text boxes hold."""
        made: list[Block] = [*text_lines(text, line, spot, heading)]
        for what, at in text.omitted:
            self.omissions.add(what, partial(_place, text, at, line, spot))
        for box in text.boxes:
            made += self.blocks(box, spot, NO_CONTROL, depth + 1)
        return made

    def _table(self, element: Element, spot: Spot, control: Control, depth: int) -> list[Block]:
        """Return a table; one in a table is spoken of by the cell that holds it."""
        is_outer = not isinstance(spot, TableCell)
        self.tables += is_outer
        number = self.tables

        def read(cell: Element | None, row: int, column: int, held: Control) -> Cell:
            within = TableCell(number, row, column) if is_outer else spot
            first = None if cell is None else next(cell.iter(P), None)
            line = None if first is None else self.ordinals[first]
            blocks = () if cell is None else tuple(self.blocks(cell, within, held, depth + 1))
            return Cell(blocks, Place(line, None if line is None else 1, None, within))

        table = read_table(element, control, read, depth=depth)
        self.tables -= is_outer and table is None
        return [] if table is None else [table]


def _is_mark_gone(properties: Element) -> bool:
    """Return whether the mark behind a paragraph was deleted, so that the next goes on in it."""
    mark = properties.find(R_PR)
    return mark is not None and any(mark.find(gone) is not None for gone in (DEL, MOVE_FROM))


def _place(text: Text, before: int, line: int, spot: Spot) -> Place:
    """Return the place before a piece of a text."""
    return Place(line, 1 + sum(len(shown) for _, shown in text.pieces[:before]), None, spot)
