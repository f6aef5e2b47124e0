"""Waiving: which waiver a finding carries, and which waivers came to nothing."""

from collections.abc import Iterable, Iterator
from datetime import date

from cq_fupin.checking.finding import Finding
from cq_fupin.checking.waiver_note import WaiverFlaw, WaiverNote
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.waiver import Waiver
from cq_fupin.rules.rule_set import is_below
from cq_fupin.words.answer import Unclear
from cq_fupin.words.errors import InvalidWaiver
from cq_fupin.words.message import Message, say
from cq_fupin.words.outcome import Outcome

_LONGEST = 60


def concerning(waivers: Iterable[Waiver], plan: HelpPlan, source: str | None) -> tuple[Waiver, ...]:
    """Return the waivers that are for a plan: for any, or for its title or its file as it was named."""
    # 解释：标题或文件名须一字不差：docs/decisions/0026-waivers.md
    title = plan.title.text if isinstance(plan.title, Unclear) else plan.title
    return tuple(waiver for waiver in waivers if waiver.plan in (None, title, source))


def in_force(waivers: Iterable[Waiver], on: date | None) -> tuple[Waiver, ...]:
    """Return the waivers that hold on a day.

    Raises:
        InvalidWaiver: There are waivers, but no day.
    """
    given = tuple(waivers)
    if given and on is None:
        raise InvalidWaiver(say("豁免有截止日期，要给出核对日期（on）才能判断是否过期"))
    return tuple(waiver for waiver in given if not _is_expired(waiver, on))


def chosen(waivers: Iterable[Waiver], rule: str, outcome: Outcome) -> Waiver | None:
    """Return the waiver of a finding: of those that cover it the narrowest, of these the first."""
    covering = [waiver for waiver in waivers if outcome.is_open and is_below(rule, (waiver.rule,))]
    return max(covering, key=lambda waiver: len(waiver.rule), default=None)


def waiver_notes(
    waivers: Iterable[Waiver], findings: tuple[Finding, ...], norms: Iterable[str], on: date | None
) -> tuple[WaiverNote, ...]:
    """Return what should be looked at again, in the order of the waivers; `norms` are the ids that there are."""
    ids = tuple(dict.fromkeys([*norms, *(finding.rule for finding in findings)]))
    return tuple(
        WaiverNote(waiver, flaw, message)
        for waiver in waivers
        for flaw, message in _flaws(waiver, findings, ids, on)
    )


def _flaws(
    waiver: Waiver, findings: tuple[Finding, ...], ids: tuple[str, ...], on: date | None
) -> Iterator[tuple[WaiverFlaw, Message]]:
    told = {"rule": waiver.rule[:_LONGEST]}
    is_known = any(is_below(id, (waiver.rule,)) for id in ids)
    if not is_known:
        yield WaiverFlaw.UNKNOWN, _unknown(waiver.rule[:_LONGEST], ids)
    # 解释：整条的豁免照用，但要指出：docs/decisions/0026-waivers.md
    elif "." not in waiver.rule:
        yield WaiverFlaw.BROAD, _broad(waiver.rule, findings)
    if _is_expired(waiver, on):
        yield WaiverFlaw.EXPIRED, say("已过期：最后一天是{day}", day=waiver.expires.isoformat())
    elif is_known and not any(chosen((waiver,), finding.rule, finding.outcome) for finding in findings):
        yield WaiverFlaw.UNUSED, say("没有用到：“{rule}”没有不符合或待判定的意见", **told)


def _broad(rule: str, findings: Iterable[Finding]) -> Message:
    own = next(
        (one.rule for one in findings if one.made_by.requirement and is_below(one.rule, (rule,))), None
    )
    if own is not None:
        return say("范围过宽：“{rule}”是整份补充规定，请写到其中一条，如“{example}”", rule=rule, example=own)
    return say("范围过宽：“{rule}”是整条，请写到项或规则，如“5.7”", rule=rule)


def _unknown(rule: str, ids: tuple[str, ...]) -> Message:
    from difflib import get_close_matches

    near = tuple(get_close_matches(rule, ids))
    if near:
        return say("没有规则“{id}”，相近的有：{near}", id=rule, near=near)
    return say("没有规则“{id}”，编号应如“5.7.funds”", id=rule)


def _is_expired(waiver: Waiver, on: date | None) -> bool:
    # 解释：截止日期当天仍然有效：docs/decisions/0026-waivers.md
    return on is not None and waiver.expires < on
