"""The Markdown report: for pull requests and wikis."""

from collections import Counter
from collections.abc import Iterator, Sequence

from cq_fupin.checking.finding import Finding
from cq_fupin.checking.report import Report
from cq_fupin.models.plan import HelpPlan
from cq_fupin.telling.agenda import LOUD, asked, left, noted, of_level, waived
from cq_fupin.telling.answers import Told, told
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.blocks import shown
from cq_fupin.telling.exhibits import placed
from cq_fupin.telling.markdown import code, escaped, row
from cq_fupin.telling.page import capital, line
from cq_fupin.telling.picture import WORDS, by_article
from cq_fupin.telling.summary import (
    CONCLUSIONS,
    LEVELS,
    RECEIPT,
    advice,
    conclusion,
    counts,
    outcome,
    scope,
)
from cq_fupin.words.message import say, say_count

_MOST, _MOST_QUESTIONS = 20, 40


def tell_markdown(batch: Batch) -> str:
    """Return the reports as Markdown, with a table of them on top where there are several."""
    lines: list[str] = []
    if len(batch.reports) > 1:
        lines += [f"# {_told(say('帮扶方案核对报告'), batch)}", "", *_index(batch), ""]
    for source, report in batch.reports:
        lines += [*_report(source, report, batch), ""]
    lines += _unread(batch)
    return "\n".join(lines).rstrip("\n") + "\n"


def _told(what: Told, batch: Batch) -> str:
    return escaped(capital(line(what, batch)))


def _words(what: Told, batch: Batch) -> str:
    """Return words that are not ours: they keep their first letter."""
    return escaped(line(what, batch))


def _table(titles: Sequence[Told], rows: Iterator[Sequence[str]], batch: Batch) -> Iterator[str]:
    yield row([_told(title, batch) for title in titles])
    yield row(["---"] * len(titles))
    yield from map(row, rows)


def _index(batch: Batch) -> Iterator[str]:
    titles = (say("方案"), say("结论"), *(LEVELS[level] for level in LOUD))
    return _table(titles, (_indexed(source, report, batch) for source, report in batch.reports), batch)


def _indexed(source: str | None, report: Report, batch: Batch) -> list[str]:
    levels = Counter(finding.level for finding in report.findings)
    title = _words(told(report.plan.title), batch)
    name = title if source is None else f"{title}（{_words(source, batch)}）"
    return [name, _told(CONCLUSIONS[report.conclusion], batch), *(str(levels[level]) for level in LOUD)]


def _report(source: str | None, report: Report, batch: Batch) -> Iterator[str]:
    yield from (f"# {_words(told(report.plan.title), batch)}", "")
    if source is not None:
        yield from (_words(say("文件：{source}", source=source), batch), "")
    yield from (f"**{_told(conclusion(report), batch)}**", "")
    yield from (_told(say("{counts}。{scope}。", counts=counts(report), scope=scope(report)), batch), "")
    yield from _articles(report, batch)
    for level in LOUD:
        findings = of_level(report, level)
        if findings:
            heading = say("{level}：{number}项", level=LEVELS[level], number=len(findings))
            yield from (f"## {_told(heading, batch)}", "")
        for finding in findings:
            yield from _finding(finding, report.plan, batch)
    yield from _lists(report, batch)
    yield from _receipt(report, batch)
    yield f"*{_told(advice(report), batch)}*"


def _articles(report: Report, batch: Batch) -> Iterator[str]:
    rows = by_article(report)
    if not rows:
        return
    titles = (say("条款"), *WORDS.values())
    yield from _table(titles, (_article(article, findings, batch) for article, findings in rows), batch)
    yield ""


def _article(article: Told, findings: Sequence[Finding], batch: Batch) -> list[str]:
    found = Counter(finding.outcome for finding in findings)
    return [_told(article, batch), *(str(found[each]) for each in WORDS)]


def _finding(finding: Finding, plan: HelpPlan, batch: Batch) -> Iterator[str]:
    name, citation = _told(finding.norm.heading, batch), _told(finding.norm.citation.told, batch)
    yield from (f"### {name} · {code(finding.rule)} · {citation}", "")
    yield from (f"> 「{escaped(finding.quote)}」", "")
    yield f"- **{_told(outcome(finding), batch)}** {_told(finding.message, batch)}"
    for text in shown(finding.evidence, plan, batch, most=_MOST):
        yield f"  - {escaped(text)}"
    yield f"- **{_told(say('建议'), batch)}** {_told(finding.made_by.remedy, batch)}"
    if finding.waiver is not None:
        yield f"- {_told(waived(finding.waiver), batch)}"
    yield ""


def _lists(report: Report, batch: Batch) -> Iterator[str]:
    untold = left([finding for finding in report.findings if finding.level in LOUD], report)
    reservations = [escaped(text) for text in shown(untold, report.plan, batch, most=_MOST_QUESTIONS)]
    yield from _listed(say("没有完全读懂，或须留意的内容"), reservations, batch)
    yield from _listed(say("待明确事项（写明后可以判定的规则）"), [*_questions(report, batch)], batch)
    notes = [_told(noted(note), batch) for note in report.waiver_notes]
    yield from _listed(say("须留意的豁免"), notes, batch)


def _questions(report: Report, batch: Batch) -> Iterator[str]:
    questions = asked(report)
    for one in questions[:_MOST_QUESTIONS]:
        yield f"{_told(placed(one.where, one.named), batch)} {code(', '.join(one.rules))}"
    if len(questions) > _MOST_QUESTIONS:
        yield _told(say_count("另有{count}项", len(questions) - _MOST_QUESTIONS), batch)


def _listed(title: Told, items: Sequence[str], batch: Batch) -> Iterator[str]:
    if items:
        yield from (f"## {_told(title, batch)}", "", *(f"- {item}" for item in items), "")


def _receipt(report: Report, batch: Batch) -> Iterator[str]:
    rows = ([_told(RECEIPT[part], batch), code(value)] for part, value in report.receipt.parts.items())
    yield from (f"## {_told(say('回执'), batch)}", "")
    yield from _table((say("项目"), say("记录")), rows, batch)
    yield ""


def _unread(batch: Batch) -> Iterator[str]:
    if batch.errors:
        yield from (f"# {_told(say('无法核对的文件'), batch)}", "")
    for source, faults in batch.unread.items():
        name = say("方案") if source is None else source
        unread = say_count("{name}：无法核对，有{count}处差错", len(faults), name=name)
        yield from (f"## {_words(unread, batch)}", "")
        yield from (*(f"- {_words(fault.told, batch)}" for fault in faults), "")
