"""The text report: for people, Chinese first."""

from collections.abc import Iterator

from cq_fupin.checking.finding import Finding
from cq_fupin.checking.report import Report
from cq_fupin.telling.answers import told
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.blocks import blocks, exhibits
from cq_fupin.telling.columns import width
from cq_fupin.telling.exhibits import place, where
from cq_fupin.telling.labels import label
from cq_fupin.telling.page import GAP, capital, hanging, heading, line, painted, paragraph, table
from cq_fupin.telling.summary import advice, conclusion, counts, outcome, scope
from cq_fupin.words.errors import Fault
from cq_fupin.words.force import Level
from cq_fupin.words.message import Message, say, say_count

_ORDER = (Level.ERROR, Level.WARNING, Level.NOTE)
_MOST_QUESTIONS = 40


def tell_text(batch: Batch) -> str:
    """Return the reports as text, one after the other, and then the documents that are no plans."""
    parts = ["\n".join(_report(source, report, batch)) for source, report in batch.reports]
    if batch.errors:
        parts.append("\n".join(_errors(batch)))
    return f"\n\n{'=' * batch.width}\n\n".join(parts) + "\n"


def _report(source: str | None, report: Report, batch: Batch) -> Iterator[str]:
    yield from _head(source, report, batch)
    findings = report.findings if batch.is_verbose else _to_act_on(report)
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


def _to_act_on(report: Report) -> tuple[Finding, ...]:
    return tuple(finding for level in _ORDER for finding in report.findings if finding.level is level)


def _reservations(shown: tuple[Finding, ...], report: Report, batch: Batch) -> Iterator[str]:
    """Tell what was not wholly understood and isn't told above."""
    above = {evidence.pointer for finding in shown for evidence in finding.evidence}
    left = [evidence for evidence in report.reservations() if evidence.pointer not in above]
    if not left:
        return
    yield ""
    yield from heading(line(say("没有完全读懂，或须留意的内容"), batch), batch)
    yield from hanging("", exhibits(left, report.plan, batch), 0, batch)


def _questions(report: Report, batch: Batch) -> Iterator[str]:
    rows = _asked(report, batch)
    if not rows:
        return
    yield ""
    yield from heading(line(say("待明确事项（写明后可以判定的规则）"), batch), batch)
    shown = rows if batch.is_verbose else rows[:_MOST_QUESTIONS]
    left = min(max(width(fields) for fields, _rules in shown) + GAP, batch.width // 2)
    for fields, rules in shown:
        yield from _question(fields, rules, left, batch)
    if len(shown) < len(rows):
        yield " " * GAP + line(say_count("另有{count}项", len(rows) - len(shown)), batch)


def _asked(report: Report, batch: Batch) -> list[tuple[str, str]]:
    """Return the fields that are asked for, each with its rules; those of a line that wait alike together."""
    asked: dict[tuple[Message | None, tuple[str, ...]], list[Message]] = {}
    for question in report.questions():
        key = (where(place(question.pointer, report.plan.places)), question.rules)
        asked.setdefault(key, []).append(label(question.pointer))
    return [(_fields(at, labels, batch), ", ".join(rules)) for (at, rules), labels in asked.items()]


def _fields(at: Message | None, labels: list[Message], batch: Batch) -> str:
    fields = Message("{fields}", (("fields", tuple(labels)),))
    return capital(line(fields if at is None else say("{place} {field}", place=at, field=fields), batch))


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
        told = say(
            "{rule}（{reason}）：{message}",
            rule=note.waiver.rule,
            reason=note.waiver.reason,
            message=note.message,
        )
        yield from hanging("", [line(told, batch)], 0, batch)


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
    by_source: dict[str | None, list[Fault]] = {}
    for source, fault in batch.errors:
        by_source.setdefault(source, []).append(fault)
    for source, faults in by_source.items():
        name = say("方案") if source is None else source
        unread = say_count("{name}：无法核对，有{count}处差错", len(faults), name=name)
        yield painted(capital(line(unread, batch)), Level.ERROR, batch)
        yield from hanging("", [line(fault.told, batch) for fault in faults], 0, batch)
