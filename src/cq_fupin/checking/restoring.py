"""Restoring 「还原」: the tree of a JSON report to records; keys that nobody promised are left out."""

from datetime import date
from typing import Any

from attrs import fields

from cq_fupin.checking.receipt import Receipt, SupplementReceipt
from cq_fupin.checking.record import (
    EvidenceRecord,
    FaultRecord,
    FindingRecord,
    ReportDocument,
    ReportRecord,
    WaiverNoteRecord,
    WaiverRecord,
)
from cq_fupin.checking.report import Conclusion
from cq_fupin.checking.waiver_note import WaiverFlaw
from cq_fupin.reading.part import Part
from cq_fupin.words.force import Force, Level
from cq_fupin.words.message import say
from cq_fupin.words.outcome import Outcome
from cq_fupin.words.spot import UNITS, Spot


def restored(part: Part) -> ReportDocument:
    """Return the document that a tree is.

    Raises:
        InvalidReport: It is none: a key is missing, or its value is of another kind.
    """
    return ReportDocument(
        part.at("language").text(),
        tuple(_report(each) for each in part.at("reports").parts()),
        tuple(_fault(each) for each in part.at("errors").parts()),
    )


def restored_receipt(part: Part) -> Receipt:
    """Return the receipt that a tree is.

    Raises:
        InvalidReport: It is none.
    """
    return Receipt(
        library=part.at("library").text(),
        guideline=part.at("guideline").text(),
        rules=part.at("rules").text(),
        data=part.at("data").text(),
        plan=part.at("plan").text(),
        waivers=part.at("waivers").text(),
        on=_day(part.at("on")),
        supplements=tuple(_supplement(each) for each in part.under("supplements")),
    )


def _supplement(part: Part) -> SupplementReceipt:
    return SupplementReceipt(*(part.at(key).text() for key in ("name", "title", "version", "rules")))


def _day(part: Part) -> str | None:
    text = _text(part)
    try:
        return None if text is None else date.fromisoformat(text).isoformat()
    except ValueError:
        raise part.refused(say("应当是日期，如 2020-06-01")) from None


def _report(part: Part) -> ReportRecord:
    return ReportRecord(
        plan=_text(part.at("plan")),
        title=part.at("title").text(),
        conclusion=part.at("conclusion").one_of(Conclusion),
        deselected=tuple(each.text() for each in part.at("deselected").parts()),
        findings=_findings(part.at("findings")),
        receipt=restored_receipt(part.at("receipt")),
        reservations=_evidence(part.at("reservations")),
        waiver_notes=tuple(_waiver_note(each) for each in part.at("waiver_notes").parts()),
    )


def _findings(part: Part) -> tuple[FindingRecord, ...]:
    findings: dict[str, FindingRecord] = {}
    for each in part.parts():
        finding = _finding(each)
        if finding.rule in findings:
            raise each.at("rule").refused(say("规则“{id}”的意见重复：每条规则只有一条", id=finding.rule))
        findings[finding.rule] = finding
    return tuple(findings.values())


def _finding(part: Part) -> FindingRecord:
    waiver = part.at("waiver")
    return FindingRecord(
        rule=part.at("rule").text(),
        citation=part.at("citation").text(),
        force=part.at("force").one_of(Force),
        outcome=part.at("outcome").one_of(Outcome),
        level=part.at("level").one_of(Level),
        quote=part.at("quote").text(),
        message=part.at("message").text(),
        remedy=_text(part.at("remedy")),
        evidence=_evidence(part.at("evidence")),
        waiver=None if waiver.value is None else _waiver(waiver),
    )


def _waiver(part: Part) -> WaiverRecord:
    return WaiverRecord(*(part.at(key).text() for key in ("rule", "reason", "approved_by", "expires")))


def _waiver_note(part: Part) -> WaiverNoteRecord:
    return WaiverNoteRecord(
        _waiver(part.at("waiver")), part.at("flaw").one_of(WaiverFlaw), part.at("message").text()
    )


def _evidence(part: Part) -> tuple[EvidenceRecord, ...]:
    return tuple(
        EvidenceRecord(
            pointer=each.at("pointer").text(),
            line=_number(each.at("line")),
            column=_number(each.at("column")),
            text=each.at("text").text(),
            note=each.at("note").text(),
            spot=_spot(each),
        )
        for each in part.parts()
    )


def _fault(part: Part) -> FaultRecord:
    return FaultRecord(
        plan=_text(part.at("plan")),
        pointer=part.at("pointer").text(),
        line=_number(part.at("line")),
        column=_number(part.at("column")),
        message=part.at("message").text(),
        spot=_spot(part),
    )


def _spot(part: Part) -> Spot:
    if not part.has("spot"):
        return None
    told = part.at("spot")
    unit = told.at("unit")
    if unit.text() not in UNITS:
        raise unit.refused(say("应当是以下之一：{names}", names=tuple(UNITS)))
    kind: Any = UNITS[unit.text()]
    made: Spot = kind(**{field.name: _told(told.at(field.name), field.type) for field in fields(kind)})
    return made


def _told(part: Part, kind: object) -> str | int:
    return part.text() if kind is str else part.number()


def _text(part: Part) -> str | None:
    return None if part.value is None else part.text()


def _number(part: Part) -> int | None:
    return None if part.value is None else part.number()
