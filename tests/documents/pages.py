"""PDF documents with a layer of text, from their sources: a line a paragraph, ``#`` a title, rows a table."""

import io

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table
from rows import boxes, cells, is_row

_FONT = "STSong-Light"
_BODY = ParagraphStyle("body", fontName=_FONT, fontSize=12, leading=22, wordWrap="CJK")
_TITLE = ParagraphStyle("title", parent=_BODY, fontSize=18, leading=30, alignment=TA_CENTER)
_CELL = ParagraphStyle("cell", parent=_BODY, fontSize=10, leading=14)


def pages(source: str) -> bytes:
    """Return the .pdf of a source."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    story: list[object] = []
    rows: list[list[str]] = []
    for line in [*source.splitlines(), ""]:
        if is_row(line):
            rows.append(cells(line))
            continue
        if rows:
            story.append(_table(rows))
            rows = []
        if line == "---":
            story.append(PageBreak())
        elif line:
            story.append(Paragraph(line.removeprefix("# "), _TITLE if line.startswith("# ") else _BODY))
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, invariant=1, title="", author="cq-fupin").build(story)
    return out.getvalue()


def _table(rows: list[list[str]]) -> Table:
    grid: list[list[object]] = [["" for _ in row] for row in rows]
    style: list[tuple[object, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, "black"),
        ("FONT", (0, 0), (-1, -1), _FONT, 10),
    ]
    for box in boxes(rows):
        grid[box.row][box.column] = Paragraph(box.text.replace("\n", "<br/>"), _CELL)
        end = (box.column + box.width - 1, box.row + box.height - 1)
        style.append(("SPAN", (box.column, box.row), end))
    return Table(grid, style=style)
