"""Comparisons as text, for people: what is new first."""

from collections.abc import Iterable, Iterator

from cq_fupin.checking.comparison import Change, Comparison
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.page import GAP, capital, hanging, heading, line, paragraph
from cq_fupin.telling.summary import OUTCOMES
from cq_fupin.telling.translation import SOURCE
from cq_fupin.words.message import Message, say, say_count
from cq_fupin.words.outcome import Outcome

_NOT_RUN = say("没有核对")


def tell_comparisons(
    comparisons: Iterable[tuple[str | None, Comparison]],
    *,
    locale: str = SOURCE,
    width: int = 80,
    color: bool = False,
) -> str:
    """Return comparisons as text, one after the other, each with the name of its plan's document."""
    batch = Batch((), locale=locale, width=width, is_coloured=color)
    return "\n".join("".join(f"{each}\n" for each in _told(*one, batch)) for one in comparisons)


def _told(plan: str | None, comparison: Comparison, batch: Batch) -> Iterator[str]:
    yield from heading(line(comparison.after_title, batch), batch)
    if plan is not None:
        yield from paragraph(line(say("文件：{source}", source=plan), batch), batch)
    if not comparison.same_title:
        told = say("前一份报告的标题不同，可能不是同一份方案：{title}", title=comparison.before_title)
        yield from paragraph(line(told, batch), batch)
    yield from paragraph(line(_counts(comparison), batch), batch)
    yield from _section(say("新出现"), comparison.new, batch)
    yield from _section(say("仍未解决"), comparison.persisting, batch)
    yield from _section(say("已解决"), comparison.settled, batch)
    yield from _section(say("不再核对"), comparison.gone, batch)


def _counts(comparison: Comparison) -> Message:
    return say(
        "{new}，{persisting}，{settled}，{gone}",
        new=say_count("新出现{count}项", len(comparison.new)),
        persisting=say_count("仍未解决{count}项", len(comparison.persisting)),
        settled=say_count("已解决{count}项", len(comparison.settled)),
        gone=say_count("不再核对{count}项", len(comparison.gone)),
    )


def _section(title: Message, changes: tuple[Change, ...], batch: Batch) -> Iterator[str]:
    if not changes:
        return
    yield ""
    yield from heading(capital(line(title, batch)), batch)
    left = max(len(change.rule) for change in changes) + GAP
    for change in changes:
        yield from hanging(change.rule, _about(change, batch), left, batch)


def _about(change: Change, batch: Batch) -> Iterator[str]:
    yield capital(line(_became(change), batch))
    if change.remedy is not None and change.after is not None:
        yield line(change.remedy, batch)


def _became(change: Change) -> Message:
    if not change.is_changed:
        return _outcome(change.after)
    return say("{before} → {after}", before=_outcome(change.before), after=_outcome(change.after))


def _outcome(outcome: Outcome | None) -> Message:
    return _NOT_RUN if outcome is None else OUTCOMES[outcome]
