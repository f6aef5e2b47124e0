"""Boxes in which Excel shows the notes of cells: drawings in VML, which Excel asks for still."""

import re
from collections.abc import Iterable

from cq_fupin.telling.annotating.xml_part import broken
from cq_fupin.telling.columns import wrapped

#: Row, column and text of a note.
Box = tuple[int, int, str]

_SPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_TYPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
# A box is so many columns wide, in which so many half-width characters stand in a line.
_COLUMNS, _LINE, _MOST_ROWS = 5, 46, 40


def new_boxes(boxes: Iterable[Box], number: int) -> bytes:
    """Return the drawing of the boxes of a sheet that has none; `number` tells it from other sheets' drawings."""
    shapes = "".join(_shapes(boxes, number * 1024 + 1))
    layout = f'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{number}"/></o:shapelayout>'
    return f"<xml {_SPACES}>{layout}{_TYPE}{shapes}</xml>".encode()


def add_boxes(drawing: bytes, boxes: Iterable[Box]) -> bytes:
    """Return a drawing with more boxes in it; what stands there isn't looked at: it is often no XML."""
    at = drawing.rfind(b"</xml>")
    if at < 0:
        raise broken()
    taken = [int(number) for number in re.findall(rb"_x0000_s([0-9]{1,9})", drawing)]
    shapes = "".join(_shapes(boxes, max(taken, default=1024) + 1))
    return drawing[:at] + shapes.encode() + drawing[at:]


def _shapes(boxes: Iterable[Box], first: int) -> Iterable[str]:
    for number, (row, column, text) in enumerate(boxes, first):
        lines = sum(len(wrapped(line, _LINE)) for line in text.split("\n"))
        yield _shape(number, row - 1, column - 1, min(lines + 1, _MOST_ROWS))


def _shape(number: int, row: int, column: int, height: int) -> str:
    anchor = f"{column + 1}, 15, {row}, 10, {column + 1 + _COLUMNS}, 15, {row + height}, 4"
    return (
        f'<v:shape {_SPACES} id="_x0000_s{number}" type="#_x0000_t202" fillcolor="#ffffe1" o:insetmode="auto" '
        'style="position:absolute;visibility:hidden"><v:fill color2="#ffffe1"/>'
        '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox>'
        f'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )
