"""The table of plans 「方案一览」: a row a plan, a column a rule; as CSV for programs, as Excel for people."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from cq_fupin.checking.report import Conclusion, Report
from cq_fupin.models.norm import Norm
from cq_fupin.models.requirement import Requirement
from cq_fupin.models.vocabulary import OrganizationCategory
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.rules.catalogue import RULES
from cq_fupin.telling.answers import told
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.page import line
from cq_fupin.telling.summary import LEVELS, OUTCOMES
from cq_fupin.words.answer import Answer, Other
from cq_fupin.words.errors import Fault
from cq_fupin.words.force import Level
from cq_fupin.words.message import Message, say
from cq_fupin.words.outcome import Outcome

#: The columns before those of the rules, and what people call them.
COLUMNS: Mapping[str, Message] = {
    "plan": say("文件名"),
    "title": say("标题"),
    "organization": say("组织"),
    "category": say("组织类别"),
    "conclusion": say("结论"),
    "errors": LEVELS[Level.ERROR],
    "warnings": LEVELS[Level.WARNING],
    "notes": LEVELS[Level.NOTE],
    "waived": say("已豁免"),
    "satisfied": OUTCOMES[Outcome.SATISFIED],
    "unsatisfied": OUTCOMES[Outcome.UNSATISFIED],
    "undetermined": OUTCOMES[Outcome.UNDETERMINED],
    "inapplicable": OUTCOMES[Outcome.INAPPLICABLE],
    "on": say("核对日期"),
    "faults": say("差错数"),
    "fault": say("差错"),
}

Cell: TypeAlias = str | int | Conclusion | Outcome | OrganizationCategory | None
Row: TypeAlias = dict[str, Cell]


def rules(batch: Batch) -> tuple[Norm | Requirement, ...]:
    """Return the norms whose rules have a column: all that have one, and others that ran."""
    norms = load_guideline().norms
    ran = (finding.norm for _source, report in batch.reports for finding in report.findings)
    found: dict[str, Norm | Requirement] = {rule.id: norms[rule.id] for rule in RULES}
    found |= {norm.id: norm for norm in ran}
    return tuple(found.values())


def rows(batch: Batch) -> Iterator[Row]:
    """Yield a row for each plan, and then for each document that is none."""
    for source, report in batch.reports:
        yield _row(source, report, batch)
    for source, faults in batch.unread.items():
        yield {"plan": _name(source, batch), "faults": len(faults), "fault": _faults(faults, batch)}


def _row(source: str | None, report: Report, batch: Batch) -> Row:
    plan, findings = report.plan, report.findings
    levels, outcomes = Counter(one.level for one in findings), Counter(one.outcome for one in findings)
    row: Row = {
        "plan": _name(source, batch),
        "title": line(told(plan.title), batch),
        "organization": line(told(plan.organization.name), batch),
        "category": _category(plan.organization.category, batch),
        "conclusion": report.conclusion,
        "errors": levels[Level.ERROR],
        "warnings": levels[Level.WARNING],
        "notes": levels[Level.NOTE],
        "waived": sum(one.waiver is not None for one in findings),
        **{outcome.value: outcomes[outcome] for outcome in Outcome},
        "on": report.on.isoformat() if report.on else None,
        "faults": 0,
        "fault": None,
    }
    return row | {finding.rule: finding.outcome for finding in findings}


def _name(source: str | None, batch: Batch) -> str | None:
    return None if source is None else line(source, batch)


def _category(category: Answer[OrganizationCategory | Other], batch: Batch) -> Cell:
    return category if isinstance(category, OrganizationCategory) else line(told(category), batch)


def _faults(faults: list[Fault], batch: Batch) -> str:
    return " | ".join(line(fault.told, batch) for fault in faults)
