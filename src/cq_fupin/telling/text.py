"""The text report: for people, Chinese first."""

from collections.abc import Iterator

from cq_fupin.checking.finding import Finding
from cq_fupin.checking.report import Report
from cq_fupin.telling.agenda import Asked, asked, left, noted, to_act_on
from cq_fupin.telling.answers import told
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.blocks import blocks, shown
from cq_fupin.telling.columns import width
from cq_fupin.telling.exhibits import placed
from cq_fupin.telling.page import GAP, capital, hanging, heading, line, painted, paragraph, table
from cq_fupin.telling.summary import advice, conclusion, counts, outcome, scope
from cq_fupin.words.force import Level
from cq_fupin.words.message import say, say_count

_MOST_QUESTIONS = 40


def tell_text(batch: Batch) -> str:
    """Return the reports as text, one after the other, and then the documents that are no plans."""
    parts = ["\n".join(_report(source, report, batch)) for source, report in batch.reports]
    if batch.errors:
        parts.append("\n".join(_errors(batch)))
    return f"\n\n{'=' * batch.width}\n\n".join(parts) + "\n"


def _report(source: str | None, report: Report, batch: Batch) -> Iterator[str]:
    yield from _head(source, report, batch)
    findings = report.findings if batch.is_verbose else to_act_on(report)
    yield from blocks(findings, report.plan, batch)
    yield from _reservations(findings, report, batch)
    yield from _questions(report, batch)
    yield from _waivers(report, batch)
    yield from _results(report.findings, batch)
    yield ""
    yield from paragraph(line(advice(report), batch), batch)


def _head(source: str | None, report: Report, batch: Batch) -> Iterator[str]:
    yield from heading(line(told(report.plan.title), batch), batch)
    if source is not None:
        yield from paragraph(line(say("文件：{source}", source=source), batch), batch)
    yield ""
    yield from heading(line(conclusion(report), batch), batch)
    counted = say("{counts}。{scope}。", counts=counts(report), scope=scope(report))
    yield from paragraph(line(counted, batch), batch)


def _reservations(findings: tuple[Finding, ...], report: Report, batch: Batch) -> Iterator[str]:
    """Tell what was not wholly understood and isn't told above."""
    untold = left(findings, report)
    if not untold:
        return
    yield ""
    yield from heading(line(say("没有完全读懂，或须留意的内容"), batch), batch)
    yield from hanging("", shown(untold, report.plan, batch), 0, batch)


def _questions(report: Report, batch: Batch) -> Iterator[str]:
    rows = [(_fields(one, batch), ", ".join(one.rules)) for one in asked(report)]
    if not rows:
        return
    yield ""
    yield from heading(line(say("待明确事项（写明后可以判定的规则）"), batch), batch)
    listed = rows if batch.is_verbose else rows[:_MOST_QUESTIONS]
    columns = min(max(width(fields) for fields, _rules in listed) + GAP, batch.width // 2)
    for fields, rules in listed:
        yield from _question(fields, rules, columns, batch)
    if len(listed) < len(rows):
        yield " " * GAP + line(say_count("另有{count}项", len(rows) - len(listed)), batch)


def _fields(one: Asked, batch: Batch) -> str:
    return capital(line(placed(one.where, one.named), batch))


def _question(fields: str, rules: str, left: int, batch: Batch) -> Iterator[str]:
    if width(fields) + GAP > left:
        yield from hanging("", [fields], 0, batch)
        fields = ""
    yield from hanging(fields, [rules], left, batch)


def _waivers(report: Report, batch: Batch) -> Iterator[str]:
    """Tell which waivers should be looked at again."""
    if not report.waiver_notes:
        return
    yield ""
    yield from heading(line(say("须留意的豁免"), batch), batch)
    for note in report.waiver_notes:
        yield from hanging("", [line(noted(note), batch)], 0, batch)


def _results(findings: tuple[Finding, ...], batch: Batch) -> Iterator[str]:
    if not findings:
        return
    yield ""
    yield from heading(line(say("各项结果"), batch), batch)
    rows = [[capital(line(outcome(finding), batch)), *_named(finding, batch)] for finding in findings]
    yield from table(rows, [finding.outcome for finding in findings], batch)


def _named(finding: Finding, batch: Batch) -> tuple[str, str]:
    return finding.norm.citation.short, capital(line(finding.norm.heading, batch))


def _errors(batch: Batch) -> Iterator[str]:
    for source, faults in batch.unread.items():
        name = say("方案") if source is None else source
        unread = say_count("{name}：无法核对，有{count}处差错", len(faults), name=name)
        yield painted(capital(line(unread, batch)), Level.ERROR, batch)
        yield from hanging("", [line(fault.told, batch) for fault in faults], 0, batch)
