"""Forms: what a manuscript says in which field of a plan.

A document for people is read by its labels: 帮扶对象：…, a heading with what stands below it, a cell with the
value beside it, a row of labels over records. Which words name which field stands in ``data/labels.csv``. What is
said becomes a document under the keys of a plan, each value with its place, and is read as any other document.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import evolve

from cq_fupin.models.place import Place
from cq_fupin.models.region import Region
from cq_fupin.models.region_match import Found
from cq_fupin.reading.document import Document
from cq_fupin.reading.forms.answering import entries
from cq_fupin.reading.forms.clauses import insurance
from cq_fupin.reading.forms.columns import with_tables
from cq_fupin.reading.forms.contacts import located
from cq_fupin.reading.forms.front import Front, front, is_date
from cq_fupin.reading.forms.inferring import by_sentence, category, in_annual_plan, organization, years_of
from cq_fupin.reading.forms.labels import find, records
from cq_fupin.reading.forms.measured import mentioned
from cq_fupin.reading.forms.outline import outline
from cq_fupin.reading.forms.passage import Passage, in_one_line, joined, passage
from cq_fupin.reading.forms.remaining import remaining
from cq_fupin.reading.forms.said import Entry, Said, Saying, assembled, document, leaves, said
from cq_fupin.reading.forms.tabling import is_hint, without_hints
from cq_fupin.reading.manuscript import Block, Line, Manuscript, lines
from cq_fupin.reading.regions import load_regions
from cq_fupin.reading.vocabularies import load_vocabularies
from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.message import Message, say, say_count

_NAME, _CATEGORY = "organization.name", "organization.category"
#: An office that is named right behind what it is: 业务主管单位重庆市交通局.
_OFFICE = re.compile("((?:业务主管|登记管理|登记|主管)(?:单位|部门|机关))(.+)")
_REST = "other.没有读入的文字"
_UNREAD = say("这些文字没有读懂：原文保留在“其他”里，没有核对")
#: What tells which years a plan is for.
_DATED = ("title", "dated", "period")
#: A longer text may say more than that.
_SENTENCE = 100
_THEME = "measures.title"
_NOTICE = say("方案之前的文字：原文保留在“其他”里，没有核对")


def understood(manuscript: Manuscript) -> Document:
    """Return what a document for people says, as a document with the keys of a plan.

    Raises:
        InvalidPlan: It has no labelled fields: it is prose, or empty.
    """
    manuscript = evolve(manuscript, blocks=tuple(with_tables(tuple(_own_words(manuscript.blocks)))))
    parts = front(manuscript.blocks)
    stated = list(entries(outline(parts.blocks)))
    if not any(not path.startswith("other.") for path, _ in stated):
        raise _prose(manuscript)
    found = [entry for several in map(_described, stated) for entry in several]
    found += _around(parts, dict(_told(found)))
    named = next((saying for path, saying in found if path == _NAME), None)
    if isinstance(named, Said) and all(path != _CATEGORY for path, _ in found):
        found.append((_CATEGORY, category(Passage(str(named.value), named.place))))
    tree = assembled(_grouped(found))
    _place(tree)
    if "in_annual_plan" not in tree and (listed := _listed(manuscript, tree)):
        tree["in_annual_plan"] = listed
    left = tuple(remaining(manuscript, tree))
    if "safety" not in tree and (bought := next(filter(None, map(_bought, left)), None)):
        tree["safety"] = {"insurance": bought}
    return document(assembled([*tree.items(), *((_REST, said(words, note=_UNREAD)) for words in left)]))


def _listed(manuscript: Manuscript, tree: dict[str, Saying]) -> Said | None:
    """Return the first sentence without a label that says that the work is in the organization's plan of the year."""
    told = (leaf for key in _DATED if key in tree for _pointer, leaf in leaves(tree[key], ""))
    years = years_of(str(leaf.value) for leaf in told)
    found = (in_annual_plan(passage(line), years) for line in lines(manuscript.blocks))
    return next(filter(None, found), None)


def _place(tree: dict[str, Saying]) -> None:
    """Tell where the bodies of a plan are, from where it helps, and name each place once."""
    if isinstance(bodies := tree.get("liaisons"), list):
        places = _places(tree)
        tree["liaisons"] = [located(body, places) for body in bodies]
    if isinstance(regions := tree.get("regions"), list):
        tree["regions"] = [*_distinct(regions)]


def _places(tree: dict[str, Saying]) -> tuple[Region, ...]:
    """Return the places where a plan helps."""
    named = [leaf.value for pointer, leaf in leaves(tree, "") if pointer.startswith("/regions/")]
    found = [load_regions().find(name) for name in named if isinstance(name, str)]
    return tuple(match.region for match in found if isinstance(match, Found))


def _bought(words: Passage) -> dict[str, Saying]:
    """Return which insurance a sentence without a label says is bought, which nothing else in a plan is like."""
    note = by_sentence(words)
    found = insurance(words) if len(words.text) <= _SENTENCE else {}
    return {key: evolve(one, note=note) for key, one in found.items() if isinstance(one, Said)}


def _distinct(places: Iterable[Saying]) -> Iterator[Saying]:
    """Yield places, each once: the heading and who is helped may name the same."""
    seen: set[str] = set()
    for place in places:
        match = (
            load_regions().find(place.value)
            if isinstance(place, Said) and isinstance(place.value, str)
            else None
        )
        if isinstance(match, Found):
            if match.region.code in seen:
                continue
            seen.add(match.region.code)
        yield place


def _own_words(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield what the author wrote, without what a form tells its author: a sheet or a column of hints."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        elif not is_hint(block.title):
            yield without_hints(block)


def _grouped(found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield entries; what is said of single fields of one record of a list is that record.

    Where a list has one record without these fields, they are that record's: 经费：5600元, and then 经费来源：会费.
    """
    lists = {path: saying for path, saying in found if path in records()}
    single: dict[str, list[Entry]] = {}
    for path, saying in found:
        above = next((above for above in records() if path.startswith(f"{above}.")), None)
        if path == _THEME and "measures" in lists:
            yield "other.活动主题", saying
        elif above is not None:
            single.setdefault(above, []).append((path[len(above) + 1 :], saying))
        elif path not in records():
            yield path, saying
    fields = {path: assembled(own) for path, own in single.items()}
    yield from (
        (path, _completed(saying, fields.pop(path, {}))) for path, saying in found if path in records()
    )
    for path, record in fields.items():
        yield path, [record]


def _completed(saying: Saying, fields: dict[str, Saying]) -> Saying:
    """Return the records of a list with single fields: those of its only record, or else of another one."""
    if not fields or not isinstance(saying, list):
        return saying
    only = saying[0] if len(saying) == 1 else None
    if isinstance(only, dict) and not only.keys() & fields.keys():
        return [fields | only]
    return [*saying, fields]


def _around(parts: Front, stated: Mapping[str, object]) -> Iterator[Entry]:
    """Yield what stands around the plan, where the plan itself doesn't state it."""
    if parts.title is not None:
        yield "other.文件标题" if "title" in stated else "title", said(in_one_line(parts.title))
    if parts.dated is not None and "dated" not in stated:
        yield "dated", said(parts.dated)
    if parts.signed is not None:
        yield from _signature(parts.signed, stated)
    elif _NAME not in stated:
        yield from _sent_by(parts, stated)
    if _NAME not in stated and not any(map(organization, (*filter(None, (parts.signed,)), *parts.notice))):
        name = organization(parts.title) if parts.title else None
        if name is not None:
            yield _NAME, name
    if parts.title and "regions" not in stated and (places := mentioned(in_one_line(parts.title))):
        yield "regions", places
    if parts.notice:
        yield "other.通知", said(joined(parts.notice), note=_NOTICE)


def _sent_by(parts: Front, stated: Mapping[str, object]) -> Iterator[Entry]:
    """Yield who signed the notice before a plan, and when: 现将…印发给你们, signed by the organization."""
    for words, below in pairwise((*parts.notice, Passage("", Place()))):
        name = organization(words)
        if name is not None and name.value == words.text and is_date(below.text):
            yield _NAME, name
            if parts.dated is None and "dated" not in stated:
                yield "dated", said(below)
            return


def _signature(signed: Passage, stated: Mapping[str, object]) -> Iterator[Entry]:
    name = organization(signed)
    if signed.text == stated.get(_NAME):
        return
    if name is None or _NAME in stated:
        yield "other.落款", said(signed)
    else:
        yield _NAME, said(signed)


def _described(entry: Entry) -> Iterator[Entry]:
    """Yield an entry; a name with more about the organization behind it is each: 某学会，业务主管单位为某局."""
    path, saying = entry
    if path != _NAME or not isinstance(saying, Said) or not isinstance(saying.value, str):
        yield entry
        return
    whole = Passage(saying.value, saying.place)
    first, *more = whole.split("[，,；;。\n]") or (whole,)
    name = organization(first)
    if not more or name is None or not re.fullmatch(r"(?:[（(].*[)）])?", first.text[len(str(name.value)) :]):
        first, more = whole, []
    yield from _categorised(said(first) if more else saying)
    for words in more:
        yield _about(words)


def _about(words: Passage) -> Entry:
    """Return what a clause says of the organization: a label and its value, or words that are kept."""
    if load_vocabularies().organization_categories.find(words.text) is not None:
        return _CATEGORY, said(words)
    found = re.fullmatch("(.{2,12}?)(?:为|是|[:：])(.+)", words.text) or _OFFICE.fullmatch(words.text)
    path = find(found[1]) if found else None
    if found and path and path.startswith("organization."):
        return path, said(words.part(*found.span(2)))
    return "other.单位情况", said(words, note=_UNREAD)


def _categorised(name: Said) -> Iterator[Entry]:
    """Yield a name; with its category in brackets it is both: 某促进会（教育培训类）."""
    found = re.fullmatch(r"(.+?)[（(]([^（()）]+)[)）]", str(name.value))
    if found and load_vocabularies().organization_categories.find(found[2]) is not None:
        words = Passage(found[0], name.place)
        yield _NAME, said(words.part(*found.span(1)))
        yield _CATEGORY, said(words.part(*found.span(2)))
    else:
        yield _NAME, name


def _told(stated: Iterable[Entry]) -> Iterator[tuple[str, object]]:
    """Yield the paths of what is stated, those of single values with them."""
    return ((path, saying.value if isinstance(saying, Said) else None) for path, saying in stated)


def _prose(manuscript: Manuscript) -> InvalidPlan:
    count = sum(1 for line in lines(manuscript.blocks) if line.text.strip())
    return InvalidPlan((Fault(_without_labels(count)),))


def _without_labels(count: int) -> Message:
    if not count:
        return say("文件里没有文字")
    return say_count("没有找到带栏目名的内容（如“帮扶对象：…”），只有{count}段正文：请按模板分栏填写", count)
