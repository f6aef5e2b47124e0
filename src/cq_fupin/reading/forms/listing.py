"""Lists: the single values in a text that names several."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from attrs import evolve

from cq_fupin.models.region import Region
from cq_fupin.models.region_match import Found
from cq_fupin.models.vocabulary import Vocabulary
from cq_fupin.reading.forms.doubts import unclear
from cq_fupin.reading.forms.headings import unnumbered
from cq_fupin.reading.forms.passage import Passage
from cq_fupin.reading.forms.said import Said, Saying, said
from cq_fupin.reading.keys import Key
from cq_fupin.reading.marks import is_none_mark, is_unclear_mark
from cq_fupin.reading.regions import load_regions
from cq_fupin.reading.values import vocabulary_of
from cq_fupin.words.message import say

_STOPS = "[；;\n]|(?<!\\d)[。](?=\\S)"
SEPARATORS = "[、，,；;\n/／]"
_AND = "以及|[和及与、，,；;\n]"
_SHORT = 12
#: What is done for somebody, before who it is, or how many: 计划服务30人.
HELPS = "(?:计划|预计|拟|可|共|年内)*(?:服务|帮助|惠及|受益|覆盖|带动|资助|慰问|帮扶|救助)?"
#: The same, and whose groups are meant: those of the place that is told beside.
_BEFORE = re.compile(f"{HELPS}(?:(?:全|本|该|当地|辖区)[村镇乡县区社]?(?:内|的)?)?")
_EMPTY = " \t\u3000()（）。."
#: The same, where a bracket is open.
_BLANK = " \t\u3000。."
_CHECKED, _UNCHECKED = "☑✓✔√■☒●", "□☐○"
#: What institutions in a place are called.
_INSTITUTION = re.compile(
    "(?:中心)?(?:人民政府|政府|卫生院|卫生室|医院|学校|小学|中学|幼儿园|敬老院|福利院|养老院|文化站|活动室|广场|便民服务中心|党群服务中心|公共服务中心)"
)
_BETWEEN = re.compile(r"[、，,；;\s和及与等（）()\[\]]*(?:等地|等)?[。.]?")


def listed(passages: Sequence[Passage], key: Key) -> list[Saying]:
    """Return the values of a list that is written in passages; each of several is no list itself."""
    split = _splitter(key.shape.core, is_itemized=len(passages) > 1)
    return [value for words in passages for value in split(_unmarked(words))]


def _splitter(core: Any, *, is_itemized: bool) -> Callable[[Passage], Iterable[Said]]:
    if core is str:
        return partial(_texts, is_itemized=is_itemized)
    if core is Region:
        return _regions
    vocabulary: Vocabulary[Any] = vocabulary_of(core)
    return lambda words: _entries(words, vocabulary)


def _unmarked(words: Passage) -> Passage:
    """Return words without their number, or the stop behind them."""
    return unnumbered(words)[1].stripped(" \t\u3000。；;，,、•·◆●▪-") or words


def _texts(words: Passage, *, is_itemized: bool) -> Iterator[Said]:
    parts = words.split(_STOPS)
    if len(parts) == 1 and not is_itemized:
        pieces = words.split("、")
        parts = pieces if all(len(piece.text) <= _SHORT for piece in pieces) else parts
    return (said(_unmarked(part)) for part in parts)


def _entries(words: Passage, vocabulary: Vocabulary[Any]) -> Iterator[Said]:
    """Yield the entries of a vocabulary that words name; what is ticked, where there are boxes."""
    whole = ticked_or_named(words, vocabulary)
    if whole is not None:
        yield from whole
        return
    for part in parted(words, vocabulary):
        yield from entries_in(part, vocabulary)


def parted(words: Passage, vocabulary: Vocabulary[Any]) -> Iterator[Passage]:
    """Yield the pieces of a list; what stands between semicolons may be a name with a comma in it."""
    for piece in words.split("[；;\n]"):
        yield from (piece,) if vocabulary.find(piece.text) else piece.split(SEPARATORS)


def ticked_or_named(words: Passage, vocabulary: Vocabulary[Any]) -> list[Said] | None:
    """Return what is ticked in words with boxes, or words that are one entry or a blank as a whole."""
    ticked = checked(words)
    if ticked is not None:
        return [_ticked(one, vocabulary) for one in ticked]
    if vocabulary.find(words.text) is not None or is_unclear_mark(words.text) or is_none_mark(words.text):
        return [said(words)]
    return None


def _ticked(words: Passage, vocabulary: Vocabulary[Any]) -> Said:
    """Return an option that is ticked; forms leave out who it is that they speak of: 因病致贫, not 因病致贫户."""
    household = f"{words.text}户"
    is_short = vocabulary.find(words.text) is None and vocabulary.find(household) is not None
    return said(words, value=household) if is_short else said(words)


def entries_in(part: Passage, vocabulary: Vocabulary[Any]) -> list[Said]:
    """Return a piece of a list as an entry, or as several that 和 holds together, each of which is one."""
    bare = part.stripped(_EMPTY)
    entry = _entry(bare)
    if vocabulary.find(entry) is not None:
        return [said(bare, value=entry)]
    pieces = bare.split(_AND)
    entries = [_entry(pieces[0]), *(piece.text for piece in pieces[1:])] if pieces else []
    if all(vocabulary.find(entry) for entry in entries):
        return [said(piece, value=entry) for piece, entry in zip(pieces, entries, strict=True)]
    words = part.stripped(_BLANK) if re.search(r"[（(][^）)]*$", bare.text) else bare
    return [unclear(words) if words.text.startswith("不") else said(words)]


def _entry(words: Passage) -> str:
    """Return an entry without what is done for them, or whose they are: 全村贫困户."""
    return _BEFORE.sub("", words.text, count=1)


def checked(words: Passage) -> tuple[Passage, ...] | None:
    """Return what is ticked in words with boxes, or None if there are none.

    >>> from cq_fupin.models.place import Place
    >>> [one.text for one in checked(Passage("□商会  ☑学会 √基金会", Place(1, 1)))]
    ['学会', '基金会']
    """
    boxes = f"[{_CHECKED}{_UNCHECKED}]"
    if not re.search(f"[{_UNCHECKED}☑✓✔√]", words.text) or not re.match(rf"\s*{boxes}", words.text):
        return None
    options = re.finditer(rf"({boxes})\s*([^{_CHECKED}{_UNCHECKED}]*)", words.text)
    found = [
        words.part(*option.span(2)).stripped(" \u3000、，,；;") for option in options if option[1] in _CHECKED
    ]
    return tuple(one for one in found if one.text)


def _regions(words: Passage) -> Iterator[Said]:
    regions = load_regions()
    if isinstance(regions.find(words.text), Found) or is_none_mark(words.text):
        yield said(words)
        return
    yield from mentioned_alone(words) or _related(words.split(SEPARATORS))


def _related(parts: Iterable[Passage]) -> Iterator[Said]:
    """Yield places; one that is clear only beside the one before it is read so, and told to be."""
    regions, before = load_regions(), None
    for part in parts:
        match = regions.find(part.text)
        if isinstance(match, Found):
            before = match.region
        elif seat := _seat(part):
            seated, before = seat
            yield seated
            continue
        elif before is not None and (region := _beside(part.text, before)) is not None:
            yield said(part, value=region.code, note=say("按前文理解为{name}", name=region.full_name))
            continue
        yield said(part)


def _seat(words: Passage) -> tuple[Said, Region] | None:
    """Return the place in which an institution is, if words name that: 青龙镇卫生院."""
    mentions = list(load_regions().scan(words.text))
    if len(mentions) != 1 or mentions[0].start or not _INSTITUTION.fullmatch(words.text, mentions[0].end):
        return None
    match = mentions[0].match
    if not isinstance(match, Found):
        return None
    note = say("按“{text}”所在的地方推定", text=words.text)
    return evolve(place(words.part(0, mentions[0].end), match), note=note), match.region


def _beside(name: str, before: Region) -> Region | None:
    """Return the place of that name that lies in what the place before lies in."""
    above: Region | None = before
    while above is not None and above.parent is not None:
        match = load_regions().find(f"{above.full_name}{name}")
        if isinstance(match, Found):
            return match.region
        above = above.parent
    return None


def mentioned_alone(words: Passage) -> tuple[Said, ...]:
    """Return the places that a text names, if it says nothing else."""
    mentions = list(load_regions().scan(words.text))
    if not mentions or not all(isinstance(mention.match, Found) for mention in mentions):
        return ()
    edges = [0, *(edge for mention in mentions for edge in (mention.start, mention.end)), len(words.text)]
    gaps = (words.text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    if not all(_BETWEEN.fullmatch(gap) for gap in gaps):
        return ()
    return tuple(place(words.part(mention.start, mention.end), mention.match) for mention in mentions)


def place(words: Passage, match: object) -> Said:
    """Return a place by the words, or by its code where only what stands before tells which it is."""
    alone = load_regions().find(words.text)
    is_clear = isinstance(alone, Found) and isinstance(match, Found) and alone.region == match.region
    return said(words) if is_clear or not isinstance(match, Found) else said(words, value=match.region.code)
