"""The GitHub report: workflow commands, which GitHub Actions shows beside the lines of the documents."""

from collections.abc import Iterator, Mapping

from cq_fupin.checking.finding import Finding
from cq_fupin.checking.report import Report
from cq_fupin.models.place import Place
from cq_fupin.telling.agenda import noted, to_act_on, waived
from cq_fupin.telling.answers import Told, told
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.blocks import shown
from cq_fupin.telling.exhibits import NOWHERE, place
from cq_fupin.telling.files import path
from cq_fupin.telling.page import capital, line
from cq_fupin.telling.summary import conclusion
from cq_fupin.words.force import Level
from cq_fupin.words.message import say

#: The version of what stands in the commands: titles begin with the rule's id.
FORMAT = "cq-fupin-github/1"
_COMMANDS: Mapping[Level, str] = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_MOST = 5


def tell_github(batch: Batch) -> str:
    """Return a command for each finding that asks for something, each plan's conclusion and each fault."""
    lines = [text for source, report in batch.reports for text in _report(source, report, batch)]
    for source, fault in batch.errors:
        at = Place(fault.line, fault.column, spot=fault.spot)
        properties = _properties(source, at, capital(line(say("无法核对"), batch)), batch)
        lines.append(_command("error", properties, capital(line(fault.told, batch))))
    return "".join(f"{text}\n" for text in lines)


def _report(source: str | None, report: Report, batch: Batch) -> Iterator[str]:
    for finding in to_act_on(report):
        yield _finding(source, finding, report, batch)
    for note in report.waiver_notes:
        properties = _properties(source, NOWHERE, capital(line(say("须留意的豁免"), batch)), batch)
        yield _command("warning", properties, capital(line(noted(note), batch)))
    properties = _properties(source, NOWHERE, told(report.plan.title), batch)
    yield _command("notice", properties, line(conclusion(report), batch))


def _finding(source: str | None, finding: Finding, report: Report, batch: Batch) -> str:
    places = [place(one.pointer, report.plan.places) for one in finding.evidence]
    at = next((one for one in places if one.line is not None), NOWHERE)
    title = f"{finding.rule} {capital(line(finding.norm.heading, batch))}"
    found = say("{article}：{outcomes}", article=finding.norm.citation.told, outcomes=finding.message)
    body = [capital(line(found, batch)), f"「{finding.quote}」"]
    body += shown(finding.evidence, report.plan, batch, most=_MOST)
    remedy = say("{field}：{note}", field=say("建议"), note=finding.made_by.remedy)
    body.append(capital(line(remedy, batch)))
    if finding.waiver is not None:
        body.append(capital(line(waived(finding.waiver), batch)))
    return _command(_COMMANDS[finding.level], _properties(source, at, title, batch), "\n".join(body))


def _properties(source: str | None, at: Place, title: Told, batch: Batch) -> str:
    """Return what a command is about; of a document that is no text file the message tells the place."""
    is_text = at.spot is None and path(source) is not None
    parts = {
        "file": path(source),
        "line": at.line if is_text else None,
        "col": at.column if is_text else None,
        "title": line(title, batch),
    }
    return ",".join(f"{key}={_property(str(value))}" for key, value in parts.items() if value is not None)


def _command(name: str, properties: str, message: str) -> str:
    return f"::{name} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
