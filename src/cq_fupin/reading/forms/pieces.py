"""Pieces: the records that the words of a list name one behind the other."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from cq_fupin.reading.document import MAX_ELEMENTS
from cq_fupin.reading.forms.clauses import reporting
from cq_fupin.reading.forms.contacts import contacts
from cq_fupin.reading.forms.headings import unnumbered
from cq_fupin.reading.forms.labels import is_label
from cq_fupin.reading.forms.measured import completed
from cq_fupin.reading.forms.passage import Passage
from cq_fupin.reading.forms.people import funds, goods, staff
from cq_fupin.reading.forms.said import Said, Saying, said
from cq_fupin.reading.forms.titles import Title, title
from cq_fupin.reading.marks import is_none_mark, is_unclear_mark
from cq_fupin.words.message import say

_LONGEST_TITLE = 60
_SHORT = 14
IN_SENTENCES = say("这段文字只读了时间、经费和人数，其余没有逐句核对")
_SECOND = re.compile(r"[（(]?[2二２][)）.．、](?![0-9])")
#: What is read from a text where a list of records belongs.
_IN_PIECES: Mapping[str, Callable[[Passage], list[Saying]]] = MappingProxyType(
    {
        "resources.people": staff,
        "resources.funds": funds,
        "resources.goods": goods,
        "measures.goods": goods,
        "liaisons": contacts,
        "reports": reporting,
    }
)
#: Which field of a record a heading above its other fields names.
_HEADED: Mapping[str, str] = MappingProxyType(
    {
        "liaisons": "unit",
        "resources.people": "role",
        "resources.funds": "source",
        "resources.goods": "name",
        "measures.goods": "name",
    }
)


def pieces(words: Passage, path: str) -> list[Saying]:
    """Return the records that words name.

    Args:
        words: The words.
        path: The path of the list that the records belong to.

    >>> from cq_fupin.models.place import Place
    >>> [each["title"].value for each in pieces(Passage("义诊、慰问", Place(1, 1)), "measures")]
    ['义诊', '慰问']
    """
    if is_none_mark(words.text) or is_unclear_mark(words.text):
        return [said(words)]
    if path in _IN_PIECES:
        return _IN_PIECES[path](words)
    return [_titled_piece(piece) for piece in _listed_measures(words)]


def numbered_in_line(heading: Passage) -> list[Saying]:
    """Return the measures of a heading that goes on with the next numbers: 1.夏令营；2.家访；3.捐书."""
    parts = heading.split("[；;。]")
    if not any(_SECOND.match(part.text) for part in parts[1:2]):
        return []
    return [_titled_piece(part) for part in parts]


def _listed_measures(words: Passage) -> tuple[Passage, ...]:
    """Return the measures that a text lists, between semicolons or, where they are short, between commas."""
    long, short = words.split("[；;\n]"), words.split("、")
    parts = short if len(long) == 1 and all(len(piece.text) <= _SHORT for piece in short) else long
    return parts if len(parts) <= MAX_ELEMENTS else (words,)


def _titled_piece(words: Passage) -> Saying:
    """Return a measure that is named in a line, with what the line says behind its name."""
    line = title(unnumbered(words)[1])
    if len(line.name.text) > _LONGEST_TITLE:
        return said(words)
    return completed({"title": said(line.name), **line.fields, **kept_beside(line)})


def kept_beside(line: Title) -> dict[str, Saying]:
    """Return what a line says behind a name, as a text beside the measure, if it says more than was taken."""
    return {"other": {"内容": said(line.rest, note=IN_SENTENCES)}} if line.rest else {}


def headed(record: Saying, heading: Passage, path: str) -> Saying:
    """Return a record with its heading as what it is called, where nothing else is."""
    name = _HEADED.get(path)
    if not isinstance(record, dict) or name in {None, *record} or not heading.text or is_label(heading.text):
        return record
    return {str(name): said(heading), **record}


def none(found: list[Saying]) -> Said | None:
    """Return the words that say that there is nothing, where they are all that stands in the only record."""
    if len(found) != 1 or not isinstance(found[0], dict) or len(found[0]) != 1:
        return None
    only = next(iter(found[0].values()))
    if isinstance(only, list) and len(only) == 1:
        only = only[0]
    return only if isinstance(only, Said) and is_none_mark(str(only.value)) else None
