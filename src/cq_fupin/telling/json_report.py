"""The JSON report ``cq-fupin-report/1``: for programs; its keys are promised."""

import json
from typing import Any

from attrs import asdict

from cq_fupin.checking.finding import Finding
from cq_fupin.checking.receipt import is_written
from cq_fupin.checking.report import Report
from cq_fupin.checking.waiver_note import WaiverNote
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.waiver import Waiver
from cq_fupin.rules.judgment import Evidence
from cq_fupin.telling.answers import told
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.exhibits import note, place, words
from cq_fupin.telling.translation import language
from cq_fupin.words.errors import Fault
from cq_fupin.words.spot import Spot, spot_tree

FORMAT = "cq-fupin-report/1"


def tell_json(batch: Batch) -> str:
    """Return the reports as a JSON document."""
    return json.dumps(document(batch), ensure_ascii=False, indent=2) + "\n"


def document(batch: Batch) -> dict[str, Any]:
    """Return the reports as a tree of plain values."""
    return {
        "format": FORMAT,
        "language": language(batch.locale),
        "reports": [_report(source, report, batch) for source, report in batch.reports],
        "errors": [_error(source, fault, batch) for source, fault in batch.errors],
    }


def _report(source: str | None, report: Report, batch: Batch) -> dict[str, Any]:
    return {
        "plan": source,
        "title": batch.tell(told(report.plan.title)),
        "conclusion": report.conclusion.value,
        "deselected": list(report.deselected),
        "findings": [_finding(finding, report.plan, batch) for finding in report.findings],
        "receipt": asdict(report.receipt, filter=is_written),
        "reservations": [_evidence(evidence, report.plan, batch) for evidence in report.reservations()],
        "waiver_notes": [_waiver_note(note, batch) for note in report.waiver_notes],
    }


def _finding(finding: Finding, plan: HelpPlan, batch: Batch) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "citation": finding.citation,
        "force": finding.force.value,
        "outcome": finding.outcome.value,
        "level": finding.level.value,
        "quote": finding.quote,
        "message": batch.tell(finding.message),
        "remedy": batch.tell(finding.remedy) if finding.remedy else None,
        "evidence": [_evidence(evidence, plan, batch) for evidence in finding.evidence],
        "waiver": _waiver(finding.waiver, batch) if finding.waiver else None,
    }


def _waiver(waiver: Waiver, batch: Batch) -> dict[str, Any]:
    return {
        "rule": batch.tell(waiver.rule),
        "reason": batch.tell(waiver.reason),
        "approved_by": batch.tell(waiver.approved_by),
        "expires": waiver.expires.isoformat(),
    }


def _waiver_note(note: WaiverNote, batch: Batch) -> dict[str, Any]:
    found = {"flaw": note.flaw.value, "message": batch.tell(note.message)}
    return {"waiver": _waiver(note.waiver, batch), **found}


def _evidence(evidence: Evidence, plan: HelpPlan, batch: Batch) -> dict[str, Any]:
    where = place(evidence.pointer, plan.places)
    return {
        "pointer": batch.tell(evidence.pointer),
        "line": where.line,
        "column": where.column,
        "text": batch.tell(words(evidence, plan)),
        "note": batch.tell(note(evidence, plan)),
        **_spot(where.spot, batch),
    }


def _error(source: str | None, fault: Fault, batch: Batch) -> dict[str, Any]:
    return {
        "plan": source,
        "pointer": batch.tell(fault.pointer),
        "line": fault.line,
        "column": fault.column,
        "message": batch.tell(fault.message),
        **_spot(fault.spot, batch),
    }


def _spot(spot: Spot, batch: Batch) -> dict[str, Any]:
    """Return what a line counts, where it isn't the lines of a text."""
    if spot is None:
        return {}
    tree = spot_tree(spot).items()
    return {"spot": {key: batch.tell(value) if isinstance(value, str) else value for key, value in tree}}
