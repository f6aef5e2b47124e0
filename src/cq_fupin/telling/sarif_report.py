"""The SARIF report (OASIS SARIF 2.1.0): for code scanning and editors."""

import json
from typing import Any

from attrs import asdict

from cq_fupin.checking.finding import Finding
from cq_fupin.checking.receipt import is_written
from cq_fupin.checking.report import Report
from cq_fupin.telling.answers import told
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.files import uri
from cq_fupin.telling.page import line
from cq_fupin.telling.sarif_notices import NOTICES, configuration, execution
from cq_fupin.telling.sarif_results import result, rule
from cq_fupin.telling.translation import tag
from cq_fupin.words.version import __version__

FORMAT = "cq-fupin-sarif/1"
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def tell_sarif(batch: Batch) -> str:
    """Return the reports as one run of a SARIF log."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(batch)]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _run(batch: Batch) -> dict[str, Any]:
    rules = _rules(batch)
    order = {id: index for index, id in enumerate(rules)}
    return {
        "tool": {"driver": _driver(list(rules.values()), batch)},
        "automationDetails": {"id": "cq-fupin/"},
        "language": tag(batch.locale),
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(batch)],
        "artifacts": [
            {"location": {"uri": address}, "roles": ["analysisTarget"]} for address in _addresses(batch)
        ],
        "results": [
            result(finding, source, report, order[finding.rule], batch)
            for source, report in batch.reports
            for finding in report.findings
        ],
        "properties": {
            "format": FORMAT,
            "plans": [_plan(source, report, batch) for source, report in batch.reports],
        },
    }


def _invocation(batch: Batch) -> dict[str, Any]:
    return {
        "executionSuccessful": not batch.errors,
        "toolExecutionNotifications": execution(batch),
        "toolConfigurationNotifications": configuration(batch),
    }


def _driver(findings: list[Finding], batch: Batch) -> dict[str, Any]:
    return {
        "name": "cq-fupin",
        "version": __version__,
        "language": tag(batch.locale),
        "rules": [rule(finding, batch) for finding in findings],
        "notifications": [
            {"id": id, "shortDescription": {"text": line(told, batch)}} for id, told in NOTICES.items()
        ],
    }


def _rules(batch: Batch) -> dict[str, Finding]:
    """Return a finding of each rule that ran, in the order of the guideline."""
    norms = [norm.id for _source, report in batch.reports for norm in report.guideline.norms]
    found = {finding.rule: finding for _source, report in batch.reports for finding in report.findings}
    return {id: found[id] for id in dict.fromkeys(norms) if id in found}


def _addresses(batch: Batch) -> dict[str, None]:
    sources = [source for source, _report in batch.reports] + list(batch.unread)
    return dict.fromkeys(address for source in sources if (address := uri(source)) is not None)


def _plan(source: str | None, report: Report, batch: Batch) -> dict[str, Any]:
    return {
        "plan": source,
        "title": line(told(report.plan.title), batch),
        "conclusion": report.conclusion.value,
        "deselected": list(report.deselected),
        "receipt": asdict(report.receipt, filter=is_written),
    }
