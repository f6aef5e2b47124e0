"""Years: dates that a plan writes without one, where the rest of the plan leaves no doubt which it is.

See docs/decisions/0024: the plan's own date has the one year that the title names; a survey that of the
plan's date, which it doesn't come after; the period and the measures that of the plan's date, which they
don't come before; within a stated period a measure has the one year in which it falls into the period.
"""

import re
from collections.abc import Iterable
from typing import Any, TypeVar

from attrs import evolve

from cq_fupin.models.measure import Measure
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.span import Span
from cq_fupin.reading.dates import read_date
from cq_fupin.words.answer import Answer, Unclear

M = TypeVar("M")

_TITLED = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年")
_MOST_YEARS = 20
_ANY = Span(None, None)


def with_years(plan: HelpPlan) -> HelpPlan:
    r"""Return a plan whose dates have the year that they can only have.

    >>> from cq_fupin.reading.plans import parse_plan
    >>> text = "标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n制定日期: 2020-05-14\n帮扶措施: {名称: 丙, 结束: 5月底前}"
    >>> str(parse_plan(text, "yaml").measures[0].end)
    '/2020-05-31'
    """
    titled = _titled(plan)
    plan = _dated(plan, ("dated",), titled, _ANY)
    day = plan.dated if isinstance(plan.dated, Span) else None
    own = titled if day is None else _years_of(day, day)
    since = Span(day.first, None) if day else _ANY
    until = Span(None, day.last) if day else _ANY
    period = _dated(plan.period, ("start", "end"), own, since)
    survey = _dated(plan.survey, ("date",), own if day else (), until)
    measures = _measures(plan.measures, *_of_measures(period.start, period.end, own, since))
    if period is plan.period and survey is plan.survey and measures is plan.measures:
        return plan
    return evolve(plan, period=period, survey=survey, measures=measures)


def _titled(plan: HelpPlan) -> tuple[int, ...]:
    named = set(_TITLED.findall(plan.title)) if isinstance(plan.title, str) else set()
    return tuple(map(int, named)) if len(named) == 1 else ()


def _of_measures(
    start: Answer[Span], end: Answer[Span], own: Iterable[int], since: Span
) -> tuple[Iterable[int], Span]:
    if isinstance(start, Span) and isinstance(end, Span) and start.first and end.last:
        within = (start.first, end.last) if start.first <= end.last else (None, None)
        return _years_of(start, end), Span(*within)
    return own, since


def _years_of(start: Span, end: Span) -> tuple[int, ...]:
    if start.first is None or end.last is None:
        return ()
    return tuple(range(start.first.year, min(end.last.year, start.first.year + _MOST_YEARS) + 1))


def _measures(answer: Any, years: Iterable[int], within: Span) -> Any:
    if not isinstance(answer, tuple):
        return answer
    dated = tuple(
        _dated(part, ("start", "end"), years, within) if isinstance(part, Measure) else part
        for part in answer
    )
    return answer if all(one is other for one, other in zip(dated, answer, strict=True)) else dated


def _dated(record: M, names: tuple[str, ...], years: Iterable[int], within: Span) -> M:
    """Return a record whose dates of those names have their year, where one year alone fits."""
    found: dict[str, Any] = {}
    for name in names:
        answer = getattr(record, name)
        if isinstance(answer, Unclear):
            spans = {span for year in years if (span := _in_year(answer.text, year, within))}
            found |= {name: spans.pop()} if len(spans) == 1 else {}
    return evolve(record, **found) if found else record  # type: ignore[misc]  # every model is attrs'


def _in_year(text: str, year: int, within: Span) -> Span | None:
    found = read_date(text, year=year)
    if not isinstance(found, Span) or found.before(within) or within.before(found):
        return None
    return found
