"""The bundled table of sentences, and how a text falls into them."""

import re
from collections.abc import Iterator
from functools import cache

from cq_fupin.models.sentence import Sentence, SentenceKind
from cq_fupin.reading.bundled import bundled_rows

# After a full stop or a semicolon; before 一是, where a colon opens the demands of an article.
_END = re.compile("(?<=[。;；])(?=.)|(?<=:)(?=一是)")
# Heading and title of an annex, then its table.
_ANNEX = re.compile(r"^(?P<heading>附件[0-9])\n(?P<title>.+)\n(?P<first>.+)\n", re.M)


@cache
def load_sentences() -> tuple[Sentence, ...]:
    """Return every sentence of the text 「句子」, in its order.

    >>> load_sentences()[-2].text
    '定点攻坚村名单'
    """
    return tuple(map(_sentence, bundled_rows("sentences.csv")))


def split_sentences(text: str) -> Iterator[str]:
    r"""Yield the sentences of a text; a table of an annex is one, its first line standing for it.

    >>> list(split_sentences("要帮在难处。要帮在软处;\n附件1\n区县\n序号 |\n1 |\n"))
    ['要帮在难处。', '要帮在软处;', '附件1', '区县', '序号 |…']
    """
    annexes = list(_ANNEX.finditer(text))
    body = text[: annexes[0].start()] if annexes else text
    for line in filter(None, body.split("\n")):
        yield from _END.split(line)
    for annex in annexes:
        yield from (annex["heading"], annex["title"], f"{annex['first']}…")


def _sentence(row: dict[str, str]) -> Sentence:
    norms = tuple(filter(None, row["norms"].split(";")))
    return Sentence(row["provision"], int(row["number"]), row["text"], SentenceKind(row["kind"]), norms)
