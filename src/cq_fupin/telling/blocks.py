"""Blocks: one finding each, told to people."""

from collections.abc import Iterable, Iterator, Sequence

from cq_fupin.checking.finding import Finding
from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.judgment import Evidence
from cq_fupin.telling.agenda import waived
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.columns import shortened, width
from cq_fupin.telling.exhibits import Exhibit, exhibits, placed
from cq_fupin.telling.page import GAP, capital, hanging, line, painted, paragraph
from cq_fupin.telling.summary import LEVELS, outcome
from cq_fupin.words.force import Level
from cq_fupin.words.message import say, say_count

_MOST = 5
_LONGEST_WORDS = 40
_QUOTE, _REMEDY = say("原文"), say("建议")


def blocks(findings: Iterable[Finding], plan: HelpPlan, batch: Batch) -> Iterator[str]:
    """Yield the lines of findings; a sentence that several in a row rest on is quoted once."""
    told = tuple(findings)
    words = (_QUOTE, _REMEDY, *map(outcome, told))
    left = max(width(line(word, batch)) for word in words) + GAP
    quoted = None
    for finding in told:
        yield ""
        yield from _head(finding, batch)
        yield from _body(finding, plan, batch, left, is_quoted=finding.quote != quoted)
        quoted = finding.quote


def _head(finding: Finding, batch: Batch) -> Iterator[str]:
    level = "" if finding.level is Level.NONE else capital(line(LEVELS[finding.level], batch))
    name = capital(line(finding.norm.heading, batch))
    parts = [level, finding.rule, line(finding.norm.citation.told, batch), name]
    first, *rest = paragraph((" " * GAP).join(filter(None, parts)), batch)
    yield painted(level, finding.level, batch) + first.removeprefix(level)
    yield from rest


def _body(finding: Finding, plan: HelpPlan, batch: Batch, left: int, *, is_quoted: bool) -> Iterator[str]:
    if is_quoted:
        yield from hanging(capital(line(_QUOTE, batch)), [f"「{finding.quote}」"], left, batch)
    most = None if batch.is_verbose else _MOST
    found = shown(finding.evidence, plan, batch, most=most) or [line(finding.message, batch)]
    yield from hanging(capital(line(outcome(finding), batch)), found, left, batch)
    if finding.remedy is not None:
        yield from hanging(capital(line(_REMEDY, batch)), [line(finding.remedy, batch)], left, batch)
    if finding.waiver is not None:
        yield from hanging("", [line(waived(finding.waiver), batch)], left, batch)


def shown(
    evidences: Iterable[Evidence], plan: HelpPlan, batch: Batch, *, most: int | None = None
) -> list[str]:
    """Return what was seen where, in the order of the document; fields of which the same is said share a line."""
    return listed(exhibits(evidences, plan, batch), batch, most=most)


def listed(found: Sequence[Exhibit], batch: Batch, *, most: int | None = None) -> list[str]:
    """Return a line for each exhibit; of many the first."""
    lines = [_line(exhibit, batch) for exhibit in found[:most]]
    if len(lines) == len(found):
        return lines
    return [*lines, line(say_count("另有{count}处", len(found) - len(lines)), batch)]


def _line(exhibit: Exhibit, batch: Batch) -> str:
    text = shortened(exhibit.words, _LONGEST_WORDS)
    field = say("{fields}“{text}”", fields=exhibit.fields, text=text) if text else exhibit.named
    field_there = placed(exhibit.where, field)
    return capital(line(say("{field}：{note}", field=field_there, note=exhibit.note), batch))
