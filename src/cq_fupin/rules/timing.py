"""When things happen: starts, ends and intervals, read across the plan and its measures."""

from collections.abc import Iterable
from datetime import date

from cq_fupin.models.interval import Interval
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.span import Span
from cq_fupin.rules.facts import from_measures
from cq_fupin.rules.judgment import UNDETERMINED, Judgment, opened_by
from cq_fupin.rules.predicates import JUDGED, either, noted, stated, when
from cq_fupin.rules.sharing import shared
from cq_fupin.rules.view import bare
from cq_fupin.words.answer import Answer, Unclear
from cq_fupin.words.message import Message, say

ANY_DAY = Span(None, None)
_ONCE = say("只有一次：看期限是否超过一年")


@shared
def first_start(plan: HelpPlan) -> Span:
    """Return the days on which the first measure may start: the earliest start of the measures.

    A measure without a start may begin on any day of the period; without a period, on any day.
    """
    period = _period(plan)
    starts = [_days(start, period) for start in from_measures(plan, lambda measure: measure.start)]
    firsts = [start.first or date.min for start in starts]
    lasts = [start.last or date.max for start in starts]
    return Span(_closed(min(firsts, default=date.min)), _closed(min(lasts, default=date.max)))


def precedes_start(dated: Answer[Span], plan: HelpPlan) -> Judgment:
    """Judge whether a date is surely before the first start, or surely after it."""
    start = first_start(plan)
    judgment = when(dated, lambda day: _precedes(day, start), none=UNDETERMINED, note=lambda: compared(start))
    if bare(dated) is None or not judgment.is_undetermined:
        return judgment
    return opened_by(judgment, unknown_starts(plan))


def compared(start: Span) -> Message:
    """Return what is noted of a date that is compared with the first start."""
    if start == ANY_DAY:
        return say("首项措施什么时候开始，没有写明，或写得不明确")
    return say("与首项措施开始的时间（{start}）相比", start=start.told)


def unknown_starts(plan: HelpPlan) -> list[Judgment]:
    """Return what leaves open when the first measure starts: starts that are silent or unclear."""
    if bare(plan.measures) is None and bare(plan.period.start) is None:
        return [stated(plan.period.start)]
    return [stated(start) for start in from_measures(plan, lambda measure: measure.start)]


def recurs(interval: Answer[Interval], plan: HelpPlan) -> Judgment:
    """Judge whether an interval returns; once doesn't, in a plan of more than a year."""
    value = bare(interval)
    if not isinstance(value, Interval) or value.id != "once":
        return when(interval, lambda value: value.returns)
    judgment = noted(JUDGED[_once(plan)], interval, _ONCE)
    return opened_by(judgment, [stated(plan.period.start), stated(plan.period.end)])


def outlasts(until: Answer[Span], plan: HelpPlan) -> Judgment:
    """Judge whether a date is after the end of the period and of every measure."""
    answers = from_measures(plan, lambda measure: measure.end)
    period_end = _days(plan.period.end, ANY_DAY)
    ends = [_days(end, period_end) for end in answers]
    # 解释：没有写期限，只看各项措施的结束；同一天结束不是之后（docs/decisions/0014-parts-of-an-entry.md）
    if not ends or bare(plan.period.end) is not None:
        ends.append(period_end)
    judgment = when(until, lambda day: _all(end.before(day) for end in ends), note=lambda: _ended(ends))
    if bare(until) is None or not judgment.is_undetermined:
        return judgment
    return opened_by(judgment, [stated(answer) for answer in (*answers, plan.period.end)])


def _ended(ends: list[Span]) -> Message:
    """What is noted of a date that is compared with the ends of everything."""
    if ANY_DAY in ends:
        return say("措施什么时候结束，没有写明，或写得不明确")
    latest = max(ends, key=lambda end: (end.last or date.max, end.first or date.min))
    return say("与措施结束的时间（{end}）相比", end=latest.told)


def _period(plan: HelpPlan) -> Span:
    first, last = _days(plan.period.start, ANY_DAY).first, _days(plan.period.end, ANY_DAY).last
    is_reversed = first is not None and last is not None and first > last
    return ANY_DAY if is_reversed else Span(first, last)


@shared
def lasts(plan: HelpPlan) -> Judgment:
    """Judge whether help goes on: by a stated mechanism, or by a follow-up that outlasts the measures."""
    return either(
        plan,
        lambda plan: stated(plan.long_term),
        lambda plan: outlasts(plan.follow_up.until, plan),
    )


def _days(answer: Answer[Span], silent: Span) -> Span:
    value = bare(answer)
    if isinstance(value, Span):
        return value
    return ANY_DAY if isinstance(value, Unclear) else silent


def _closed(day: date) -> date | None:
    return None if day in (date.min, date.max) else day


def _precedes(day: Span, start: Span) -> bool | None:
    return True if day.before(start) else False if start.before(day) else None


def _once(plan: HelpPlan) -> bool | None:
    """One time is surely not regular in a plan that surely lasts more than a year."""
    start, end = _days(plan.period.start, ANY_DAY), _days(plan.period.end, ANY_DAY)
    if start.last is None or end.first is None:
        return None
    anniversary = (start.last.year + 1, start.last.month, start.last.day)
    return False if (end.first.year, end.first.month, end.first.day) >= anniversary else None


def _all(truths: Iterable[bool | None]) -> bool | None:
    found = set(truths)
    return False if False in found else None if None in found else True
