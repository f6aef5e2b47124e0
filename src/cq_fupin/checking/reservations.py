"""Reservations: what a plan says that was not understood, or was understood more narrowly than written."""

import re
from collections.abc import Iterator
from datetime import date

from cq_fupin.models.measure import Measure
from cq_fupin.models.plan import HelpPlan, Period
from cq_fupin.models.region import Region
from cq_fupin.models.region_match import Found, MatchKind
from cq_fupin.models.span import Span
from cq_fupin.models.vocabulary import TargetGroup
from cq_fupin.reading.keys import is_record, own_keys
from cq_fupin.reading.regions import load_regions
from cq_fupin.reading.writing import answer_of_section
from cq_fupin.rules.judgment import Evidence
from cq_fupin.rules.predicates import UNCLEAR
from cq_fupin.words.answer import Other, Unclear
from cq_fupin.words.message import Message, say

# 解释：脱贫攻坚到2020年底结束（docs/decisions/0028-in-force.md）
_LAST_DAY = date(2020, 12, 31)


def reservations(plan: HelpPlan, issued: date) -> tuple[Evidence, ...]:
    """Return every unclear value of a plan, every text outside its vocabulary, every text read narrowly.

    They are told whether or not a rule waits for them: nothing that was written is passed over. What ends before
    it begins, and a plan from before the guideline was issued, or from after its campaign, is told so last.
    """
    return (
        *_of_record(plan, "", plan),
        *_of_reading(plan),
        *_of_order(plan),
        *_of_time(plan.dated, issued),
    )


def _of_reading(plan: HelpPlan) -> Iterator[Evidence]:
    """Tell what the reader of the document has to say: no value stands there that a rule could look at."""
    return (Evidence(pointer, None, note) for pointer, note in plan.reading_notes.items())


def _of_order(plan: HelpPlan) -> Iterator[Evidence]:
    """Tell which ends lie before their beginnings: of the plan, and of its measures."""
    measures = plan.measures if isinstance(plan.measures, tuple) else ()
    numbered = ((f"/measures/{index}", one) for index, one in enumerate(measures))
    for pointer, part in (("/period", plan.period), *numbered):
        if not isinstance(part, Period | Measure):
            continue
        if isinstance(part.start, Span) and isinstance(part.end, Span) and part.end.before(part.start):
            note = say(
                "结束（{end}）早于开始（{start}）：请核对日期", end=part.end.told, start=part.start.told
            )
            yield Evidence(f"{pointer}/end", part.end, note)


def _of_time(dated: object, issued: date) -> Iterator[Evidence]:
    if not isinstance(dated, Span):
        return
    if dated.before(Span.day(issued)):
        note = say("方案的日期早于指引印发的日期（{day}）：照样核对", day=issued.isoformat())
        yield Evidence("/dated", dated, note)
    if Span.day(_LAST_DAY).before(dated):
        note = say(
            "方案的日期在脱贫攻坚结束（{day}）以后：照样核对，指引是否适用须由人判断",
            day=_LAST_DAY.isoformat(),
        )
        yield Evidence("/dated", dated, note)


def _of_record(record: object, pointer: str, plan: HelpPlan) -> Iterator[Evidence]:
    for key in own_keys(type(record)):
        yield from _of_answer(getattr(record, key.name), f"{pointer}/{key.name}", plan)


def _of_answer(answer: object, pointer: str, plan: HelpPlan) -> Iterator[Evidence]:
    if isinstance(answer, tuple):
        for index, part in enumerate(answer):
            yield from _of_answer(part, f"{pointer}/{index}", plan)
    elif is_record(type(answer)):
        whole = answer_of_section(answer)
        yield from _of_record(answer, pointer, plan) if whole is None else _of_answer(whole, pointer, plan)
    elif note := _note(answer, pointer, plan):
        yield Evidence(pointer, answer, note)


def _note(answer: object, pointer: str, plan: HelpPlan) -> Message | None:
    if isinstance(answer, Unclear):
        return answer.hint or UNCLEAR
    if isinstance(answer, Other):
        return answer.hint
    written = plan.places.get(pointer)
    text = None if written is None else written.text
    if text is None:
        return None
    if isinstance(answer, Span) and re.search(_YEAR, text) is None:
        return say("“{text}”没有写年份，按{span}理解", text=text, span=answer.told)
    if isinstance(answer, Region):
        return _of_name(text, answer)
    return answer.note(text) if isinstance(answer, TargetGroup) else None


def _of_name(text: str, region: Region) -> Message | None:
    """Return what to say of a place that is called by an old or later name, or by a functional area."""
    match = load_regions().find(text)
    if not isinstance(match, Found) or match.region != region:
        return None  # a program put another region where the text stood
    name = match.region.full_name
    if match.how is MatchKind.FORMER and match.until is not None:
        return say("“{text}”是{year}年以前的名称，现为{name}", text=text, year=match.until, name=name)
    if match.how is MatchKind.LATER:
        return say("“{text}”是{year}年起的名称，2020年为{name}", text=text, year=match.since, name=name)
    if match.how is MatchKind.FUNCTIONAL_AREA:
        return say("“{text}”写了功能区，它没有区划代码：按{name}理解", text=text, name=name)
    return None


# 二〇二〇年, 今年 and 2020 alike.
_YEAR = "[0-9０-９]{4}|[零〇○一二三四五六七八九]{4}|今年|本年"
