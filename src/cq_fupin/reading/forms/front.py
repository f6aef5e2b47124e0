"""The front of a document, and its end: the title, a notice before it, the signature with its date."""

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from cq_fupin.models.span import Span
from cq_fupin.reading.dates import read_date
from cq_fupin.reading.forms.headings import labelled, unnumbered
from cq_fupin.reading.forms.labels import find, is_label
from cq_fupin.reading.forms.passage import Passage, joined, passage, written
from cq_fupin.reading.manuscript import Block, Line, Table
from cq_fupin.words.numerals import half_width

_MOST_LINES = 3
_LONGEST = 60
_ENDS_TITLE = re.compile(
    r"(?:方案|计划|计划书|项目书|申报书|意向书|申请书|建议书|意向表|申报表|申请表|登记表|台账|安排)(?:[（(][^（()）]*[)）])?$"
)
_ANNEX = re.compile(r"附件\s*[0-9一二三四五]?\s*[:：]?$|[^\s]{1,8}[〔\[（(][0-9]{4}[〕\])）]\s*[0-9]+\s*号$")
_NOTICE = re.compile(
    r"特此通知|随函报送|现.{0,40}(?:发给你们|报送|呈上)|请予?(?:审阅|审核|审批|批准)|请于.{0,20}反馈|现.{0,40}印发|现将.{0,60}(?:给你们|如下)|请.{0,30}(?:贯彻|遵照|认真组织|结合实际).{0,12}(?:执行|落实|实施)"
)
_SUBJECT = re.compile(r"(?:邮件)?(?:主题|题目)[:：]\s*(?=\S)")
_STOPS = re.compile("[。；;！？!?]")


@frozen
class Front:
    """What stands around a plan 「文首」.

    Attributes:
        title: The title above it.
        notice: What stands before it: a letter, which isn't the plan.
        blocks: The plan itself.
        signed: The last line before the date at its end.
        dated: The date at its end.
    """

    title: Passage | None
    notice: tuple[Passage, ...]
    blocks: tuple[Block, ...]
    signed: Passage | None
    dated: Passage | None


def front(blocks: Sequence[Block]) -> Front:
    """Return a document parted into what stands around the plan, and the plan."""
    start = _after_notice(blocks)
    notice = tuple(passage(block) for block in blocks[:start] if isinstance(block, Line))
    title, rest = _titled(blocks[start:])
    rest, signed, dated = _signed(rest)
    return Front(title, tuple(words for words in notice if words.text), tuple(rest), signed, dated)


def _after_notice(blocks: Sequence[Block]) -> int:
    """Return where the plan begins: behind a notice at its title, which may take two lines."""
    notified = False
    for number, block in enumerate(blocks):
        if not isinstance(block, Line):
            return 0
        if notified and _is_title(block) and _ENDS_TITLE.search(block.text.strip()):
            above = blocks[number - 1]
            return (
                number - 1
                if isinstance(above, Line)
                and _is_title(above)
                and not _ANNEX.match(above.text.strip())
                and not is_date(above.text)
                else number
            )
        notified = notified or _NOTICE.search(block.text) is not None
    return 0


def _titled(blocks: Sequence[Block]) -> tuple[Passage | None, list[Block]]:
    rest = list(blocks)
    while rest and isinstance(rest[0], Line) and _ANNEX.match(rest[0].text.strip()):
        del rest[0]
    if rest and isinstance(rest[0], Table):
        return _of_table(rest[0], rest)
    if rest and isinstance(rest[0], Line) and (subject := _subject(rest[0])) is not None:
        return subject, rest[1:]
    styled = [block for block in rest if isinstance(block, Line) and block.level == 0 and block.text.strip()]
    if styled:
        return joined(tuple(map(written, styled))), [block for block in rest if block not in styled]
    lines: list[Line] = []
    for block in rest[:_MOST_LINES]:
        if not isinstance(block, Line) or not _is_title(block):
            break
        lines.append(block)
        if _ENDS_TITLE.search(block.text.strip()):
            return joined(tuple(map(written, lines))), rest[len(lines) :]
    return (written(lines[0]), rest[1:]) if lines else (None, rest)


def _subject(line: Line) -> Passage | None:
    """Return the title of a mail: 主题：报送2020年帮扶方案."""
    found = _SUBJECT.match(line.text)
    return written(line).part(found.end()).stripped() if found else None


def _of_table(table: Table, rest: list[Block]) -> tuple[Passage | None, list[Block]]:
    """Return the title that stands in the first row of a table, over all its columns."""
    first = table.rows[0] if table.rows else ()
    texts = {id(cell): cell for cell in first if cell.text.strip()}
    if len(texts) != 1:
        return None, rest
    (cell,) = texts.values()
    if not all(map(_is_title, cell.lines)):
        return None, rest
    return joined(tuple(map(passage, cell.lines))), [evolve(table, rows=table.rows[1:]), *rest[1:]]


def _is_title(line: Line) -> bool:
    words = passage(line)
    return (
        0 < len(words.text) <= _LONGEST
        and not line.number
        and not line.label
        and _STOPS.search(words.text) is None
        and unnumbered(words)[0] is None
        and not any(_is_field(line, *field) for field in labelled(words))
        and not is_label(words.text)
    )


def _is_field(line: Line, label: Passage, value: Passage) -> bool:
    """Tell whether a label with its value is a field; a heading may have a colon in it: 项目书：盲人按摩."""
    return not line.level or not value.text or is_label(label.text)


def _signed(blocks: list[Block]) -> tuple[list[Block], Passage | None, Passage | None]:
    """Return a document without its signature: a date alone in the last line, and the line above it."""
    if not blocks or not isinstance(blocks[-1], Line) or not is_date(blocks[-1].text):
        return blocks, None, None
    dated = passage(blocks[-1])
    above = blocks[-2] if len(blocks) > 1 else None
    if isinstance(above, Line) and _is_title(above) and find(above.text) is None:
        return blocks[:-2], passage(above), dated
    return blocks[:-1], None, dated


def is_date(text: str) -> bool:
    """Tell whether words are a date with its year, and nothing else."""
    found = read_date(text.strip()) if re.search("[0-9〇零一二三四五六七八九]{4}", half_width(text)) else None
    return isinstance(found, Span) and len(text.strip()) <= 20
