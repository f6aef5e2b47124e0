"""Markdown 「Markdown」: text that means itself, and tables."""

import re
from collections.abc import Iterable, Iterator, Sequence

from cq_fupin.telling.markdown import row

# An underline within a word is none.
_MARKS = re.compile(r"([\\`*\[\]<>|~]|(?<!\w)_|_(?!\w))")


def escaped(text: str) -> str:
    r"""Return a text in which nothing is a mark of Markdown.

    >>> escaped("art_18|*")
    'art_18\\|\\*'
    """
    return _MARKS.sub(r"\\\1", text)


def markdown_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table; the cells are texts that mean themselves.

    >>> list(markdown_table(["序号", "区县"], [["1", "万州区"]]))
    ['| 序号 | 区县 |', '| --- | --- |', '| 1 | 万州区 |']
    """
    yield row([*map(escaped, heads)])
    yield row(["---" for _ in heads])
    for cells in rows:
        yield row([*map(escaped, cells)])
