"""Word documents from their sources.

A line is a paragraph; ``#`` before it makes a centred title, ``#T`` one in the style Title, ``#1`` a heading by style,
``@1 @2 @3`` an automatically numbered paragraph (一、, （一）, 1.), ``>>`` a line set to the right, ``---`` a page break.
Within a line: ``[+inserted+]``, ``[-deleted-]``, ``[[shown|address]]``, ``{title=filled in}`` and ``{title?placeholder}``
are content controls. In a cell ``{{a;b//c;d}}`` is a table within it.
"""

import io
import re
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from rows import boxes, cells, is_row

_NS = nsdecls("w") + ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_MARK = re.compile(
    r"\[\+(.*?)\+\]|\[-(.*?)-\]|\[\[(.*?)\|(.*?)\]\]|\{([^{}=?]+)=(.*?)\}|\{([^{}=?]+)\?(.*?)\}"
)
_WHO = 'w:id="9" w:author="校对" w:date="2020-05-20T08:00:00Z"'
_LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
_NUMBERING = 77


def document(source: str) -> bytes:
    """Return the .docx of a source."""
    made = Document()
    made.core_properties.author = "cq-fupin"
    made.core_properties.created = made.core_properties.modified = datetime(2020, 5, 14, 8, 0)
    _lighter(made)
    _with_numbering(made)
    rows: list[list[str]] = []
    for line in [*source.splitlines(), ""]:
        if is_row(line):
            rows.append(cells(line))
            continue
        if rows:
            _table(made, rows)
            rows = []
        if line:
            _paragraph(made, line)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _lighter(made: Any) -> None:
    """Leave out of python-docx's template what makes it big."""
    for owner in (made.part, made.part.package):
        for name, relation in list(owner.rels.items()):
            if relation.reltype.endswith(("/stylesWithEffects", "/thumbnail")):
                del owner.rels[name]


def _with_numbering(made: Any) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (kind, text) in enumerate(_LEVELS)
    )
    numbering = made.part.numbering_part.element
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {_NS} w:abstractNumId="{_NUMBERING}">{levels}</w:abstractNum>')
    )
    num = f'<w:num {_NS} w:numId="{_NUMBERING}"><w:abstractNumId w:val="{_NUMBERING}"/></w:num>'
    numbering.append(parse_xml(num))


def _paragraph(made: Any, line: str) -> None:
    mark, text = re.match(r"(#[T123]?|@[123]|>>|---)?\s?(.*)", line, re.DOTALL).groups()  # type: ignore[union-attr]
    if mark == "---":
        made.add_page_break()
        return
    style = {"#T": "Title", "#1": "Heading 1", "#2": "Heading 2", "#3": "Heading 3"}.get(mark or "")
    paragraph = made.add_paragraph(style=style)
    if mark in ("#", ">>"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if mark == "#" else WD_ALIGN_PARAGRAPH.RIGHT
    if mark and mark.startswith("@"):
        number = (
            f'<w:numPr {_NS}><w:ilvl w:val="{int(mark[1]) - 1}"/><w:numId w:val="{_NUMBERING}"/></w:numPr>'
        )
        paragraph._p.get_or_add_pPr().append(parse_xml(number))
    _runs(paragraph, text)


def _runs(paragraph: Any, text: str) -> None:
    at = 0
    for found in _MARK.finditer(text):
        _plain(paragraph, text[at : found.start()])
        _marked(paragraph, found)
        at = found.end()
    _plain(paragraph, text[at:])


def _plain(paragraph: Any, text: str) -> None:
    """Add text as people's files have it: in several runs."""
    for part in (text[: len(text) // 2], text[len(text) // 2 :]):
        if part:
            paragraph.add_run(part)


def _run(text: str, *, tag: str = "t", style: str = "") -> str:
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def _marked(paragraph: Any, found: re.Match[str]) -> None:
    inserted, deleted, shown, address, filled_title, filled, empty_title, hint = found.groups()
    if inserted is not None:
        xml = f"<w:ins {_NS} {_WHO}>{_run(inserted)}</w:ins>"
    elif deleted is not None:
        xml = f"<w:del {_NS} {_WHO}>{_run(deleted, tag='delText')}</w:del>"
    elif shown is not None:
        target = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        xml = f'<w:hyperlink {_NS} r:id="{target}">{_run(shown)}</w:hyperlink>'
    elif filled_title is not None:
        xml = _control(filled_title, _run(filled), "")
    else:
        xml = _control(empty_title, _run(hint, style="PlaceholderText"), "<w:showingPlcHdr/>")
    paragraph._p.append(parse_xml(xml))


def _control(title: str, run: str, state: str) -> str:
    properties = f'<w:alias w:val="{title}"/>{state}<w:text/>'
    return f"<w:sdt {_NS}><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"


def _table(holder: Any, rows: list[list[str]]) -> None:
    table = holder.add_table(len(rows), len(rows[0]))
    if hasattr(holder, "core_properties"):
        table.style = "Table Grid"
    for box in boxes(rows):
        first = table.cell(box.row, box.column)
        last = table.cell(box.row + box.height - 1, box.column + box.width - 1)
        cell = first.merge(last) if first._tc is not last._tc else first
        for extra in cell.paragraphs[1:]:
            extra._p.getparent().remove(extra._p)
        _fill(cell, box.text)


def _fill(cell: Any, text: str) -> None:
    for n, line in enumerate(text.split("\n")):
        if line.startswith("{{"):
            _table(cell, [row.split(";") for row in line[2:-2].split("//")])
            cell.add_paragraph()
            continue
        paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
        _runs(paragraph, line)
