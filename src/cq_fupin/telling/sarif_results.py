"""Results and rules of the SARIF report."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from cq_fupin.checking.finding import Finding
from cq_fupin.checking.report import Report
from cq_fupin.models.waiver import Waiver
from cq_fupin.telling.answers import told
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.files import uri
from cq_fupin.telling.page import capital, line
from cq_fupin.telling.sarif_places import document, location
from cq_fupin.words.force import Level, level
from cq_fupin.words.outcome import Outcome

# What can't be judged is open: SARIF gives a level to failures alone.
_KINDS: Mapping[Outcome, str] = {
    Outcome.SATISFIED: "pass",
    Outcome.UNSATISFIED: "fail",
    Outcome.UNDETERMINED: "open",
    Outcome.INAPPLICABLE: "notApplicable",
}
_FINGERPRINT = "cqFupinFinding/v1"


def rule(finding: Finding, batch: Batch) -> dict[str, Any]:
    """Return the rule that a finding is of."""
    norm = finding.norm
    loudest = level(norm.force, norm.weight, Outcome.UNSATISFIED)
    return {
        "id": finding.rule,
        "name": capital(line(norm.heading, batch)),
        "shortDescription": {"text": capital(line(finding.made_by.shows, batch))},
        "fullDescription": {"text": norm.quote},
        "help": {"text": capital(line(finding.made_by.remedy, batch))},
        "defaultConfiguration": {"level": loudest.value},
        "properties": {
            "citation": norm.citation.id,
            "citationText": capital(line(norm.citation.told, batch)),
            "force": norm.force.value,
        },
    }


def result(finding: Finding, source: str | None, report: Report, index: int, batch: Batch) -> dict[str, Any]:
    """Return what SARIF tells of a finding: the first place in `locations`, the others as related ones."""
    kind = _kind(finding)
    places = [location(one, source, report.plan, batch) for one in finding.evidence]
    places.sort(key=lambda place: "region" not in place.get("physicalLocation", {}))
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "kind": kind,
        "level": finding.level.value if kind == "fail" else "none",
        "message": {"text": capital(line(finding.message, batch))},
        "locations": places[:1] or document(source),
        "relatedLocations": [{"id": number, **place} for number, place in enumerate(places[1:], 1)],
        "suppressions": [_suppression(finding.waiver, batch)] if finding.waiver else [],
        "partialFingerprints": {_FINGERPRINT: _fingerprint(finding, source, report)},
        "properties": {"outcome": finding.outcome.value, "level": finding.level.value},
    }


def _kind(finding: Finding) -> str:
    """Return the kind of a result: what is unsatisfied and asks for nothing only informs."""
    is_quiet = finding.outcome is Outcome.UNSATISFIED and finding.level is Level.NONE
    return "informational" if is_quiet else _KINDS[finding.outcome]


def _suppression(waiver: Waiver, batch: Batch) -> dict[str, Any]:
    return {
        "kind": "external",
        "status": "accepted",
        "justification": line(waiver.reason, batch),
        "properties": {"approvedBy": line(waiver.approved_by, batch), "expires": waiver.expires.isoformat()},
    }


def _fingerprint(finding: Finding, source: str | None, report: Report) -> str:
    """Return what stays the same however else the document is edited: a rule finds one thing in one plan."""
    about = uri(source) or str(told(report.plan.title))
    return sha256(f"{finding.rule}\n{about}".encode("utf-8", "surrogatepass")).hexdigest()
