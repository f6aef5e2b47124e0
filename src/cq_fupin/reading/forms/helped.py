"""Those who are helped: groups of people, named with where they live and how many they are."""

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from cq_fupin.models.region_match import Found
from cq_fupin.reading.forms.doubts import unclear
from cq_fupin.reading.forms.labels import key_at
from cq_fupin.reading.forms.listing import HELPS, entries_in, parted, place, ticked_or_named
from cq_fupin.reading.forms.passage import Passage
from cq_fupin.reading.forms.said import Entry, Said, Saying, said
from cq_fupin.reading.regions import load_regions
from cq_fupin.reading.values import vocabulary_of

#: Groups that are named with places, and the paths of the places.
PLACED = {"target_groups": "regions", "measures.target_groups": "measures.regions"}
_FIGURES = "0-9０-９零〇一二三四五六七八九十百千万两"
_NUMERAL = f"(?<![{_FIGURES}])[{_FIGURES}约近余多]{{1,20}}"
_COUNTED = re.compile(rf"[（(]?(?:共计?|合计|总计|每年)?({_NUMERAL}\s*(户|[名人](?!次)))[)）]?")
_NOBODY = re.compile("(?<![0-9０-９.．])[0０零]\\s*[户人名]")
_UNITS = {"户": "households", "人": "people", "名": "people"}
_HELPS = re.compile(HELPS)
_AROUND = " \t\u3000的。.等及和与（）()[]、，,；;：:"


def helped(passages: Iterable[Passage], path: str) -> Iterator[Entry]:
    """Yield the groups that words name, the places that they are named with, and their numbers.

    Args:
        passages: The words.
        path: The path of the groups, of the plan or of a measure.
    """
    groups: list[Saying] = []
    places: list[Saying] = []
    counts: dict[str, list[Said]] = {}
    vocabulary = vocabulary_of(key_at(path).shape.core)
    for words in passages:
        if (whole := ticked_or_named(words, vocabulary)) is not None:
            groups += whole
            continue
        for part in _around(words, places):
            for piece in parted(part, vocabulary):
                is_nobody = _NOBODY.search(piece.text) is not None
                groups += (
                    (unclear(piece),) if is_nobody else entries_in(_uncounted(piece, counts), vocabulary)
                )
    yield from ((at, found) for at, found in ((path, groups), (PLACED[path], places)) if found)
    for key, found in counts.items():
        yield (f"beneficiaries.{key}" if path == "target_groups" else "measures.other.人数"), _together(found)


def _together(counts: Sequence[Said]) -> Said:
    """Return the number of a text; of several it isn't known whether they add up."""
    text = "；".join(str(count.value) for count in counts)
    return counts[0] if len(counts) == 1 else evolve(counts[0], value={"unclear": text})


def _around(words: Passage, places: list[Saying]) -> Sequence[Passage]:
    """Return what stands around the places in a text; the places are added to a list."""
    mentions = list(load_regions().scan(words.text))
    if not all(isinstance(mention.match, Found) for mention in mentions):
        return (words,)
    places += (place(words.part(mention.start, mention.end), mention.match) for mention in mentions)
    edges = [0, *(edge for mention in mentions for edge in (mention.start, mention.end)), len(words.text)]
    return [words.part(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _uncounted(piece: Passage, counts: dict[str, list[Said]]) -> Passage:
    """Return a group without its numbers, which are added to those found: 贫困户36户, 45户贫困户."""
    if first := re.fullmatch(rf"({_NUMERAL}(户|[名人](?!次)))([\u4e00-\u9fff]{{2,}})", piece.text):
        counts.setdefault(_UNITS[first[2]], []).append(said(piece.part(*first.span(1))))
        return piece.part(first.start(3))
    found = list(_COUNTED.finditer(piece.text))
    if not found or found[-1].end() != len(piece.text.rstrip(_AROUND.replace(")", "").replace("）", ""))):
        return piece.stripped(_AROUND)
    group = piece.part(0, found[0].start()).stripped(_AROUND)
    names_nobody = _HELPS.fullmatch(group.text) is not None
    for number in found:
        words = piece.part(0 if names_nobody and number is found[0] else number.start(1), number.end(1))
        counts.setdefault(_UNITS[number[2]], []).append(said(words.stripped(_AROUND), value=number[1]))
    return group.part(0, 0) if names_nobody else group
