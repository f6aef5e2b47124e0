"""The lines of pages: headers and page numbers left out, paragraphs that the page has broken joined again."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from attrs import evolve

from cq_fupin.reading.left_out import stripped, without
from cq_fupin.reading.manuscript import Line

_PAGE_NUMBER = re.compile(
    r"[-—–－~·•\s]{0,8}[0-9０-９]{1,4}[-—–－~·•\s]{0,8}"
    r"|第?\s?[0-9]{1,4}\s?页?\s?[/／,，共（(]{1,2}\s?[0-9]{1,4}\s?页?[)）]?"
    r"|第\s?[0-9一二三四五六七八九十]{1,4}\s?页|Page [0-9]{1,4}(?: of [0-9]{1,4})?"
)
# A header stands on most pages of a document that has several.
_SEVERAL = 3
# One space, as typesetting puts beside digits; more of them stand between columns.
_STRAY_SPACE = re.compile(
    r"(?<=[0-9])(?<!\s)[ \u00a0](?=[年月日号时分秒元万亿户人名个项次场家所村镇乡区县期届周天岁%％、，。；：）])"
    r"|(?<=[年月日至到第约共近超满的为、，。；：（])[ \u00a0](?=[0-9])"
    r"|(?<=[0-9][万亿千百])[ \u00a0](?=[元户人名])"
)
_ENDED = re.compile(r"[。！？；：:;!?…]$|[。！？；][”’」』）)]$")
_OPEN = re.compile(r"[，、,（(“‘《]$")
_BEGINS = re.compile(
    r"\s{2}|\u3000|[（(]?[一二三四五六七八九十百]{1,4}[)）、.．]|[一二三四五六七八九十]是|[（(]?[0-9]{1,2}[)）、.．](?![0-9])"
    r"|[①-⑳⑴-⒇●■◆▲★•◎]|第[一二三四五六七八九十百0-9]{1,4}[章节条]|附[件表]|[\u4e00-\u9fff（）()]{2,10}[:：]"
)
# In halves of a Chinese sign: what is narrower is a column or a form, whose lines stand for themselves.
_NARROWEST = 50
_SLACK = 4
# Signs that fonts give for others: the radicals, and the variants of some.
_OF_FONTS = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAFF))
}


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """Return the lines of a document's pages as its paragraphs 「段落」.

    What was joined has the place of its first line.
    """
    lines = list(chain.from_iterable(_without_furniture(pages)))
    full = _full_width([_width(line.text) for line in lines])
    joined: list[Line] = []
    last = ""
    for line in lines:
        if joined and _goes_on(last, line.text, full):
            before = joined.pop()
            joined.append(evolve(before, text=_glued(before.text, line.text), is_whole=True, gaps=()))
        else:
            joined.append(line)
        last = line.text
    return [_tidied(line) for line in joined]


def _tidied(line: Line) -> Line:
    line = evolve(stripped(line), text=stripped(line).text.translate(_OF_FONTS))
    return without(line, [match.span() for match in _STRAY_SPACE.finditer(line.text)])


def _without_furniture(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """Yield the lines of each page without its number, and without a header that stood on an earlier page."""
    bare = [_without_number(page) for page in pages]
    often = max(_SEVERAL, len(pages) // 2 + 1)
    edges = Counter(text for page in bare for text in _edges(page))
    repeated = {text for text, count in edges.items() if count >= often}
    met: set[str] = set()
    for page in bare:
        left = [
            line
            for index, line in enumerate(page)
            if not _is_edge(index, page) or line.text.strip() not in met
        ]
        met |= repeated & _edges(page)
        yield left


def _edges(page: Sequence[Line]) -> set[str]:
    return {line.text.strip() for index, line in enumerate(page) if _is_edge(index, page)}


def _is_edge(index: int, page: Sequence[Line]) -> bool:
    return index in (0, len(page) - 1)


def _without_number(page: Sequence[Line]) -> list[Line]:
    return [
        line
        for index, line in enumerate(page)
        if not (_is_edge(index, page) and _PAGE_NUMBER.fullmatch(line.text.strip()))
    ]


def _full_width(widths: list[int]) -> int:
    """Return how wide a line is that fills the page: but for a few that stick out, such as rows of tables."""
    return sorted(widths, reverse=True)[len(widths) // 20] if widths else 0


def _width(text: str) -> int:
    return sum(2 if ord(sign) > 0x2E7F or sign in "“”‘’…—" else 1 for sign in text.strip())


def _goes_on(before: str, after: str, full: int) -> bool:
    """Tell whether a paragraph clearly goes on: the line is full, nothing ends it, and nothing begins behind it."""
    width = _width(before)
    before = before.rstrip()
    if full < _NARROWEST or _ENDED.search(before) or _BEGINS.match(after):
        return False
    return width >= full - _SLACK or (_OPEN.search(before) is not None and width >= full * 4 // 5)


def _glued(before: str, after: str) -> str:
    """Return two lines as one; words of Latin letters stay apart."""
    before, after = before.rstrip(), after.strip()
    space = " " if re.search(r"[A-Za-z,.]$", before) and re.match("[A-Za-z]", after) else ""
    return f"{before}{space}{after}"
