"""Tables of the Word template: a row for each element, repeated by Word's own button."""

from collections.abc import Iterator

from cq_fupin.models.amount import Count, Money, Quantity
from cq_fupin.telling.templates.slot import Slot
from cq_fupin.telling.templates.word_control import Controls

# In Word a row is added by a button; elsewhere people copy one: a few stand there to begin with.
_ROWS = 3
_NARROW, _BROAD = 2, 3
_NARROW_TYPES = (Money, Count, Quantity)


def table(slot: Slot, width: int, controls: Controls) -> str:
    """Return the table of a list of mappings, so many twentieths of a point wide."""
    widths = _widths(slot.parts, width)
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    rows = "".join(_item(slot, widths, controls, is_first=not number) for number in range(_ROWS))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{_head(slot, widths)}'
        f"<w:sdt><w:sdtPr>{controls.named(slot.label, slot.path)}<w15:repeatingSection/></w:sdtPr>"
        f"<w:sdtContent>{rows}</w:sdtContent></w:sdt></w:tbl>"
    )


def _widths(parts: tuple[Slot, ...], width: int) -> list[int]:
    shares = [_NARROW if part.key.shape.core in _NARROW_TYPES else _BROAD for part in parts]
    return [width * share // sum(shares) for share in shares]


def _head(slot: Slot, widths: list[int]) -> str:
    cells = (
        _cell(f"<w:r><w:t>{part.heading}</w:t></w:r>", width, "TableHeading")
        for part, width in zip(slot.parts, widths, strict=True)
    )
    return _row("".join(cells), "<w:tblHeader/>")


def _item(slot: Slot, widths: list[int], controls: Controls, *, is_first: bool) -> str:
    """Return a row; what to write is told in the first one only."""
    cells = "".join(_filled(slot, widths, controls, is_first=is_first))
    return (
        f"<w:sdt><w:sdtPr>{controls.numbered()}<w15:repeatingSectionItem/></w:sdtPr>"
        f"<w:sdtContent>{_row(cells)}</w:sdtContent></w:sdt>"
    )


def _filled(slot: Slot, widths: list[int], controls: Controls, *, is_first: bool) -> Iterator[str]:
    for part, width in zip(slot.parts, widths, strict=True):
        yield _cell(controls.cell(part, is_hinted=is_first), width, "TableText")


def _row(cells: str, more: str = "") -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{cells}</w:tr>"


def _cell(content: str, width: int, style: str) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p></w:tc>'
    )
