"""Measures: what the heading and the words of a measure say besides its labelled fields."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from attrs import evolve

from cq_fupin.models.region_match import Found
from cq_fupin.models.vocabulary import Activity, TargetGroup
from cq_fupin.reading.forms.doubts import is_not_ours
from cq_fupin.reading.forms.listing import place
from cq_fupin.reading.forms.passage import Passage
from cq_fupin.reading.forms.people import MONEY, is_amount
from cq_fupin.reading.forms.said import Entry, Said, Saying, leaves, said
from cq_fupin.reading.forms.spans import leading_span
from cq_fupin.reading.regions import load_regions
from cq_fupin.reading.values import vocabulary_of
from cq_fupin.words.message import say

_UNTITLED = say("没有写明措施的名称")
_LEAST = 3
_COUNT = (
    "(?:约|共)?(?<![0-9０-９一二三四五六七八九十百])[0-9０-９一二三四五六七八九十百]+余?[户名人个场次期]+$"
)
KEYWORDS = "(?:投入|安排|预算|经费|资金|筹资|出资|计划投入|预计支出|支出|列支|花费|所需)"
#: Who is sent; and who is helped, whose number is none of those who are.
STAFF = (
    "专家"
    "|志愿者|义工|会员|医生|医师|医护|护士|教师|老师|讲师|技术员|技师|干部|职工|员工|工作人员|队员"
    "|律师|社工|骨干|传承人|师傅|导师|能手|厨师|演员"
)
_HELPED = "贫困|群众|学生|学员|儿童|老人|劳动力|村民|农民|农户|患者|病人|残疾|残障|妇女|家庭"
_BETWEEN = f"(?:(?!{_HELPED})[^，。；、0-9]){{0,8}}?"
HEADS = "[0-9]{1,4}\\s*[名人](?!次)"
#: Who is sent in several numbers is not counted: 专家12名、护士8名.
_NO_MORE = f"(?![^，。；、]{{0,8}}[、和及与][^，。；、0-9]{{0,8}}{HEADS})"
_NO_HELPED = f"(?!(?:建档立卡|建卡|特困|困难|留守|留守的)?(?:{_HELPED}))"
_SENT = re.compile(
    f"(?:选派|派出|派遣|抽调|(?:请|聘请|组织|邀请|安排|选送)(?=[^，。；、]{{0,16}}(?:{STAFF})))"
    f"{_BETWEEN}({HEADS}){_NO_HELPED}{_NO_MORE}"
)
_BUDGET = re.compile(
    rf"{KEYWORDS}{{1,4}}(?:约|为|共|共计)?\s*({MONEY})(?!/|每|[、和及与][^，。；]{{0,8}}[0-9.]+\s*万?元)"
)


def completed(record: dict[str, Saying]) -> dict[str, Saying]:
    """Return a measure with a title, and with what its title names: an activity, a group; these are told."""
    titled = record if "title" in record else _titled(record)
    title = titled.get("title")
    if not isinstance(title, Said) or not isinstance(title.value, str):
        return titled
    words = Passage(title.value, title.place)
    inferred: dict[str, Saying] = {}
    beside = (leaf.place.text or "" for _, leaf in leaves(record, "") if leaf is not title)
    kinds = (
        () if any(map(is_not_ours, beside)) else (("activities", Activity), ("target_groups", TargetGroup))
    )
    for key, kind in kinds:
        if key not in titled and (named := _named(words, kind)) is not None:
            inferred[key] = [named]
    return {**titled, **inferred}


def _titled(record: dict[str, Saying]) -> dict[str, Saying]:
    """Return a measure that has no title of its own: its activity is one, or else it is unclear."""
    activities = record.get("activities")
    if isinstance(activities, list) and len(activities) == 1 and isinstance(activities[0], Said):
        name = activities[0]
        is_known = vocabulary_of(Activity).find(str(name.value)) is not None
        return {"title": name, **(record if is_known else _without(record, "activities"))}
    first = next(leaf for _, leaf in leaves(record, ""))
    return {"title": Said({"unclear": first.place.text or ""}, first.place, _UNTITLED), **record}


def _without(record: dict[str, Saying], key: str) -> dict[str, Saying]:
    return {name: part for name, part in record.items() if name != key}


def _named(title: Passage, kind: Any) -> Said | None:
    """Return the entry that a title names, if it names one alone."""
    bare = re.sub(_COUNT, "", title.text)
    pattern = f"(?:{_names(kind)})$" if kind is TargetGroup else f"{_names(kind)}|(?:{_short_names()})$"
    found = {vocabulary_of(kind).find(match[0]): match.span() for match in re.finditer(pattern, bare)}
    if len(found) != 1:
        return None
    ((entry, span),) = found.items()
    words = title.part(*span)
    note = say("没有写明，按措施名称“{title}”推定", title=title.text)
    return evolve(said(words, note=note), value=entry.id) if entry is not None else None


@cache
def _names(kind: Any) -> str:
    """Return what finds the names of a vocabulary, the longest first."""
    names = {name for entry in vocabulary_of(kind) for name in (entry.name, *entry.aliases)}
    return "|".join(
        map(re.escape, sorted((name for name in names if len(name) >= _LEAST), key=len, reverse=True))
    )


@cache
def _short_names() -> str:
    """Return what finds the names of activities that are too short to be looked for within a title."""
    names = {name for entry in vocabulary_of(Activity) for name in (entry.name, *entry.aliases)}
    return "|".join(map(re.escape, sorted(name for name in names if len(name) < _LEAST)))


def sentences(passages: Iterable[Passage]) -> Iterator[Entry]:
    """Yield what the words of a measure say for certain: when, how many are sent, for how much money."""
    spans: list[dict[str, Saying]] = []
    budgets: list[Saying] = []
    people: list[Saying] = []
    for words in passages:
        spans += filter(None, map(leading_span, words.split("[。；;\n]")))
        budgets += (
            said(words.part(*found.span(1))) for found in _BUDGET.finditer(words.text) if is_amount(found[1])
        )
        people += (said(words.part(*found.span(1))) for found in _SENT.finditer(words.text))
    if len(people) == 1:
        yield "people", people[0]
    if len(spans) == 1:
        yield from spans[0].items()
    if len(budgets) == 1:
        yield "budget", budgets[0]


def mentioned(words: Passage) -> list[Saying]:
    """Return the places that a heading names, told to be inferred from it."""
    note = say("没有写明，按标题“{title}”推定", title=words.text)
    found = [mention for mention in load_regions().scan(words.text) if isinstance(mention.match, Found)]
    return [
        evolve(place(words.part(mention.start, mention.end), mention.match), note=note) for mention in found
    ]


def with_places(record: Saying, places: list[Saying]) -> Saying:
    """Return a measure with the places of the heading above it, where it names none."""
    if not places or not isinstance(record, dict) or "regions" in record:
        return record
    return {**record, "regions": places}


def paid_apart(record: dict[str, Saying]) -> tuple[dict[str, Saying], list[Entry]]:
    """Return a measure without who pays for it, and that as a fund of the plan."""
    source = record.get("source")
    if source is None:
        return record, []
    amount = {"amount": record["budget"]} if "budget" in record else {}
    return _without(record, "source"), [("resources.funds", [{"source": source, **amount}])]
