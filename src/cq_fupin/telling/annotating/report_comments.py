"""Comments on a plan: what its report says, each at the words that it is about."""

from collections.abc import Iterable, Iterator

from cq_fupin.checking.finding import Finding
from cq_fupin.checking.report import Report
from cq_fupin.telling.agenda import waived
from cq_fupin.telling.annotating.annotate import Rows, annotate
from cq_fupin.telling.annotating.comment import Comment
from cq_fupin.telling.annotating.remark import CONCLUSION, Remark, remarks
from cq_fupin.telling.answers import Told
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.exhibits import where
from cq_fupin.telling.page import capital, line
from cq_fupin.telling.summary import outcome
from cq_fupin.telling.translation import SOURCE
from cq_fupin.words.errors import InvalidPlan
from cq_fupin.words.message import say

_HEAD = (
    say("级别"), say("结果"), say("规则"), say("条款"), say("规范"), say("位置"), say("所见"), say("原文"), say("建议"),
)  # fmt: skip
_SEEN = 6


def annotate_report(result: Report | InvalidPlan, source: bytes, *, locale: str = SOURCE) -> bytes:
    """Return a copy of a plan's Word or Excel file with what was found in it as comments 「批注」.

    Each finding that asks for something stands at the words that it is about, what the plan is silent on at
    the nearest part or the title, the conclusion at the title; in Excel a sheet 核对结果 lists them too.
    A document that is no plan has its faults as comments. The author's words stay as they are; personal
    numbers are masked in the comments.

    Args:
        result: What checking the plan came to, or why it could not be read.
        source: The file that the plan was read from.
        locale: The language of the comments.

    Raises:
        FupinError: It is no Word or Excel file, is damaged, has a password, or is too big; or there is no
            such language.
    """
    batch = Batch((), locale=locale)
    found = list(remarks(result, batch))
    on = None if isinstance(result, InvalidPlan) else result.on
    comments = [Comment(remark.at, "\n".join(_lines(remark, batch))) for remark in found]
    return annotate(source, comments, results=_rows(found, batch), on=on)


def _lines(remark: Remark, batch: Batch) -> Iterator[str]:
    finding = remark.finding
    if finding is None:
        if remark.level is not CONCLUSION:
            yield _capital(remark.level, batch)
        yield from remark.seen
        return
    parts = (remark.level, finding.rule, finding.norm.citation.told, say(finding.norm.name))
    yield " ".join(_capital(part, batch) for part in parts)
    yield line(say("原文：「{quote}」", quote=finding.quote), batch)
    for seen in remark.seen:
        yield line(say("{outcome}：{seen}", outcome=outcome(finding), seen=seen), batch)
    yield from _advised(finding, batch)


def _advised(finding: Finding, batch: Batch) -> Iterator[str]:
    remedy = finding.remedy and say("建议：{remedy}", remedy=finding.remedy)
    excused = finding.waiver and waived(finding.waiver)
    return (line(told, batch) for told in (remedy, excused) if told)


def _rows(found: Iterable[Remark], batch: Batch) -> Rows:
    return [[_capital(head, batch) for head in _HEAD], *(_row(remark, batch) for remark in found)]


def _row(remark: Remark, batch: Batch) -> list[str]:
    finding, at, seen = remark.finding, where(remark.at) or "", [*remark.seen]
    if finding is None:
        told: list[Told] = [remark.level, "", "", "", "", at, "", "", ""]
    else:
        norm, remedy = finding.norm, finding.remedy or ""
        told = [
            remark.level,
            outcome(finding),
            finding.rule,
            norm.citation.told,
            say(norm.name),
            at,
            "",
            norm.quote,
            remedy,
        ]
        seen += [line(waived(finding.waiver), batch)] if finding.waiver else []
    row = [_capital(part, batch) for part in told]
    row[_SEEN] = "\n".join(seen)
    return row


def _capital(what: Told, batch: Batch) -> str:
    return capital(line(what, batch))
