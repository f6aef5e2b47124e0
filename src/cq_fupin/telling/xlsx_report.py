"""The Excel report: the table of plans and all findings, for people who look after many plans."""

from collections.abc import Mapping

from cq_fupin.checking.finding import Finding
from cq_fupin.checking.report import Conclusion, Report
from cq_fupin.models.place import Place
from cq_fupin.models.vocabulary import OrganizationCategory
from cq_fupin.telling.agenda import waived
from cq_fupin.telling.answers import Told, told
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.blocks import listed
from cq_fupin.telling.exhibits import Exhibit, exhibits, where
from cq_fupin.telling.page import capital, line
from cq_fupin.telling.plan_table import COLUMNS, Cell, rows, rules
from cq_fupin.telling.summary import CONCLUSIONS, LEVELS, OUTCOMES, advice, outcome
from cq_fupin.telling.workbook import Entry, Sheet, workbook
from cq_fupin.words.errors import Fault
from cq_fupin.words.force import Level
from cq_fupin.words.message import Message, say, say_count
from cq_fupin.words.outcome import Outcome

FORMAT = "cq-fupin-workbook/1"
_MOST = 5
_GREEN, _RED, _YELLOW, _GREY, _BLUE = "FFD8F0DF", "FFF9D7D3", "FFFBE9BF", "FFECEEF0", "FFD7E9F5"
_TINTS: Mapping[object, str] = {
    Outcome.SATISFIED: _GREEN,
    Outcome.UNSATISFIED: _RED,
    Outcome.UNDETERMINED: _YELLOW,
    Outcome.INAPPLICABLE: _GREY,
    Conclusion.CONFORMS: _GREEN,
    Conclusion.DOES_NOT_CONFORM: _RED,
    Conclusion.UNDETERMINED: _YELLOW,
    Conclusion.PARTIAL: _BLUE,
    Level.ERROR: _RED,
    Level.WARNING: _YELLOW,
    Level.NOTE: _BLUE,
}


def tell_xlsx(batch: Batch) -> bytes:
    """Return a workbook of three sheets: plans, findings, and documents that are no plans."""
    about = " ".join(line(advice(report), batch) for _source, report in batch.reports[:1])
    return workbook([_plans(batch), _findings(batch), _faults(batch)], FORMAT, about)


def _told(what: Told, batch: Batch) -> str:
    return capital(line(what, batch))


def _plans(batch: Batch) -> Sheet:
    norms = rules(batch)
    headings = [_told(name, batch) for name in COLUMNS.values()]
    headings += [f"{norm.id}\n{_told(norm.heading, batch)}" for norm in norms]
    columns = (*COLUMNS, *(norm.id for norm in norms))
    made = (tuple(_entry(row.get(column), batch) for column in columns) for row in rows(batch))
    return Sheet(_told(say("方案一览"), batch), tuple(headings), tuple(made), 2)


def _entry(cell: Cell, batch: Batch) -> Entry:
    if isinstance(cell, Outcome):
        return Entry(_told(OUTCOMES[cell], batch), _TINTS[cell])
    if isinstance(cell, Conclusion):
        return Entry(_told(CONCLUSIONS[cell], batch), _TINTS[cell])
    return Entry(_told(told(cell), batch) if isinstance(cell, OrganizationCategory) else cell)


_HEADINGS: tuple[Message, ...] = (
    say("文件名"), say("标题"), say("规则编号"), say("条款"), say("名称"), say("结果"), say("级别"), say("意见"), say("位置"),
    say("依据"), say("建议"), say("原文"), say("已豁免"),
)  # fmt: skip


def _findings(batch: Batch) -> Sheet:
    made = (
        _finding(source, report, finding, batch)
        for source, report in batch.reports
        for finding in report.findings
    )
    headings = tuple(_told(heading, batch) for heading in _HEADINGS)
    return Sheet(_told(say("核对意见"), batch), headings, tuple(made), 3)


def _finding(source: str | None, report: Report, finding: Finding, batch: Batch) -> tuple[Entry, ...]:
    seen = exhibits(finding.evidence, report.plan, batch)
    return (
        Entry(None if source is None else line(source, batch)),
        Entry(line(told(report.plan.title), batch)),
        Entry(finding.rule),
        Entry(_told(finding.norm.citation.told, batch)),
        Entry(_told(finding.norm.heading, batch)),
        Entry(_told(outcome(finding), batch), _TINTS[finding.outcome]),
        Entry(_told(LEVELS[finding.level], batch), _TINTS.get(finding.level)),
        Entry(_told(finding.message, batch)),
        Entry(_places(seen, batch)),
        Entry("\n".join(listed(seen, batch, most=_MOST))),
        Entry(_told(finding.remedy, batch) if finding.remedy else None),
        Entry(finding.quote),
        Entry(_told(waived(finding.waiver), batch) if finding.waiver else None),
    )


def _places(seen: list[Exhibit], batch: Batch) -> str:
    places = list(dict.fromkeys(exhibit.where for exhibit in seen if exhibit.where is not None))
    told = [_told(place, batch) for place in places[:_MOST]]
    if len(places) > _MOST:
        told.append(line(say_count("另有{count}处", len(places) - _MOST), batch))
    return "\n".join(told)


def _faults(batch: Batch) -> Sheet:
    headings = tuple(_told(heading, batch) for heading in (say("文件名"), say("位置"), say("差错")))
    return Sheet(_told(say("各处差错"), batch), headings, tuple(_fault(*one, batch) for one in batch.errors))


def _fault(source: str | None, fault: Fault, batch: Batch) -> tuple[Entry, ...]:
    at = where(Place(fault.line, fault.column, spot=fault.spot))
    return (
        Entry(None if source is None else line(source, batch)),
        Entry(line(fault.pointer, batch) if at is None else _told(at, batch)),
        Entry(_told(fault.message, batch)),
    )
