"""Plain text and Markdown: lines, headings and tables, the marks of Markdown taken off."""

import re
from collections.abc import Iterator

from attrs import evolve

from cq_fupin.models.place import Place
from cq_fupin.reading.emphasis import unemphasized
from cq_fupin.reading.left_out import stripped, without
from cq_fupin.reading.manuscript import Block, Line, Manuscript
from cq_fupin.reading.source_faults import prepared, too_many
from cq_fupin.reading.text_table import is_row, is_rule, text_table
from cq_fupin.words.errors import Fault, InvalidPlan

MAX_LINES = 20_000

# Without a space it is one too, but no #topic# and no number.
_HEADING = re.compile(r"(#{1,6})(?:[ \t\u3000]+(?=\S)|(?=[^#\s\d][^#]*$))")
_CLOSING = re.compile(r"(?<=\S)[ \t]+#+$")
# A dash that numbers nothing, and the marks of quoting before it; a typed number stays in the text.
_LIST_MARK = re.compile(r"(?:>[ \t]?)*[ \t]*(?:[-*+][ \t]+(?=\S))?")
_RULED = re.compile(r"(?:[-=*~] ?){3,}|(?:```|~~~).*|<!--.*-->")
_UNDERLINE = re.compile("=+|-{2,}")
_LONGEST_HEADING = 40


def read_text(text: str) -> Manuscript:
    r"""Read a text as lines 「段落」 and tables; blank lines are left out, and so are the marks of Markdown.

    >>> [line.text for line in read_text("# 帮扶方案\n\n- **时间**：2020年6月\n").blocks]
    ['帮扶方案', '时间：2020年6月']

    Raises:
        InvalidPlan: It is empty, or past a limit.
    """
    written = _lines(prepared(text))
    if len(written) > MAX_LINES:
        raise InvalidPlan((Fault(too_many(MAX_LINES)),))
    return Manuscript(tuple(_blocks(written)))


def _lines(text: str) -> list[Line]:
    numbered = enumerate(re.split(r"\r\n?|\n", text), 1)
    lines = [stripped(Line(line, Place(number, 1))) for number, line in numbered]
    return [line for line in lines if line.text]


def _blocks(written: list[Line]) -> Iterator[Block]:
    index = 0
    while index < len(written):
        end = _end_of_table(written, index)
        if end:
            yield text_table(written[index:end])
        elif level := _underlined(written, index + 1):
            yield evolve(_unmarked(written[index]), level=level)
            end = index + 2
        elif not _RULED.fullmatch(written[index].text):
            yield _unmarked(written[index])
        index = end or index + 1


def _end_of_table(written: list[Line], start: int) -> int:
    """Return where a table ends that begins at a line, or 0 where none does."""
    end = start
    while end < len(written) and is_row(written[end].text) and (end == start or _follows(written, end)):
        end += 1
    if end - start > 1 and (is_rule(written[start + 1].text) or _is_fenced(written[start:end])):
        return end
    return 0


def _follows(written: list[Line], index: int) -> bool:
    return written[index].place.line == (written[index - 1].place.line or 0) + 1


def _is_fenced(rows: list[Line]) -> bool:
    return all(row.text.startswith("|") and row.text.endswith("|") for row in rows)


def _underlined(written: list[Line], index: int) -> int:
    """Return how deep a heading the line before `index` is by the signs right below it, or 0."""
    if index == len(written) or not _UNDERLINE.fullmatch(written[index].text):
        return 0
    text = written[index - 1].text
    is_title = len(text) <= _LONGEST_HEADING and not re.search("[:：。|]|^[#-]", text)
    if not is_title or not _follows(written, index):
        return 0
    return 1 if written[index].text[0] == "=" else 2


def _unmarked(line: Line) -> Line:
    """Return a line without the marks before and in it; a heading has its level."""
    if heading := _HEADING.match(line.text):
        closing = [match.span() for match in _CLOSING.finditer(line.text, heading.end())]
        return unemphasized(evolve(without(line, [heading.span(), *closing]), level=len(heading[1])))
    mark = _LIST_MARK.match(line.text)
    return unemphasized(without(line, [mark.span()]) if mark and mark.end() < len(line.text) else line)
