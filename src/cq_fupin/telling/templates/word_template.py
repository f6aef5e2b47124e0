"""The template in Word: the layout of an official document (GB/T 9704-2012), filled in through content controls."""

from collections.abc import Iterator
from importlib.resources import files

from cq_fupin.telling.package import Package, packed
from cq_fupin.telling.templates.comments import NO_OR_OPEN
from cq_fupin.telling.templates.outline import CHAPTERS, TITLE, Chapter, singles_first
from cq_fupin.telling.templates.slot import Slot, slots
from cq_fupin.telling.templates.word_control import Controls
from cq_fupin.telling.templates.word_table import table
from cq_fupin.words.message import say
from cq_fupin.words.numerals import chinese_numeral

_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "fontTable.xml",
    "word/footer_odd.xml": "footer_odd.xml",
    "word/footer_even.xml": "footer_even.xml",
}
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w15"'
)
_FOOTERS = '<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
# A4 with the margins of GB/T 9704-2012, 37, 26, 35 and 28 mm; on its side with the binding above.
_UPRIGHT = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" '
    'w:header="851" w:footer="1587" w:gutter="0"/>'
)
_SIDEWAYS = (
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1587" w:right="1984" '
    'w:bottom="1474" w:left="2098" w:header="851" w:footer="1077" w:gutter="0"/>'
)
# A table of more columns than this stands on a page of its own, on its side.
_MOST_COLUMNS = 6
_GREY = say("灰色的字是提示，点一下就能填写，不填的不算内容。")
_MORE_ROWS = say("表格的行不够时，点行末的“+”，或复制一行。")
_WIDTH, _LENGTH = 8845, 12756


def word_template(locale: str) -> bytes:
    """Return the template as a .docx file."""
    folder = files("cq_fupin.telling.templates") / "word"
    parts = {name: (folder / source).read_bytes() for name, source in _PARTS.items()}
    return packed(Package(parts | {"word/document.xml": _document(Controls(locale)).encode()}))


def _document(controls: Controls) -> str:
    title = next(slot for slot in slots() if slot.path == TITLE)
    body = [
        _paragraph(controls.control(title, names_it=True), "Title"),
        _paragraph(controls.remark((_GREY, NO_OR_OPEN, _MORE_ROWS)), "Normal"),
    ]
    for number, chapter in enumerate(CHAPTERS, 1):
        body += _chapter(number, chapter, controls)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:document {_SPACES}><w:body>{''.join(body)}{_section(_UPRIGHT)}</w:body></w:document>"
    )


def _chapter(number: int, chapter: Chapter, controls: Controls) -> Iterator[str]:
    """Yield the fields of a chapter, and its sections and tables each under a heading."""
    if any(map(_is_wide, chapter.slots)):
        yield _paragraph("", "TableText", _section(_UPRIGHT))
    yield _heading(f"{chinese_numeral(number)}、{chapter.title}", 1)
    headed = [
        slot for slot in chapter.slots if slot.key.shape.is_record and slot.key.chinese != chapter.title
    ]
    for slot in singles_first(chapter.slots):
        if slot in headed:
            yield _heading(f"（{chinese_numeral(headed.index(slot) + 1)}）{slot.key.chinese}", 2)
        yield from _record(slot, 3, controls) if slot.key.shape.is_record else (_line(slot, controls),)


def _record(slot: Slot, level: int, controls: Controls) -> Iterator[str]:
    """Yield a section's fields, and its tables each under a heading; or a table."""
    if slot.is_table:
        yield from _rows(slot, controls)
        return
    below = [part for part in slot.parts if part.key.shape.is_record]
    for part in singles_first(slot.parts):
        if part in below:
            yield _heading(f"{below.index(part) + 1}．{part.key.chinese}", level)
            yield from _record(part, level + 1, controls)
        else:
            yield _line(part, controls)


def _rows(slot: Slot, controls: Controls) -> Iterator[str]:
    yield table(slot, _LENGTH if _is_wide(slot) else _WIDTH, controls)
    if _is_wide(slot):
        yield _paragraph("", "TableText", _section(_SIDEWAYS))


def _is_wide(slot: Slot) -> bool:
    return slot.is_table and len(slot.parts) > _MOST_COLUMNS


def _line(slot: Slot, controls: Controls) -> str:
    return _paragraph(f"{_run(slot.name + '：')}{controls.control(slot)}", "Normal")


def _heading(text: str, level: int) -> str:
    return _paragraph(_run(text), f"Heading{level}")


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _paragraph(content: str, style: str, section: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{section}</w:pPr>{content}</w:p>'


def _section(page: str) -> str:
    return f'<w:sectPr>{_FOOTERS}<w:type w:val="nextPage"/>{page}</w:sectPr>'
