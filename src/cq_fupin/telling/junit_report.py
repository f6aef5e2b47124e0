"""The JUnit report: for programs that show tests; a suite a plan, a case a rule."""

from collections import Counter
from collections.abc import Iterable
from xml.etree.ElementTree import Element, indent, tostring

from cq_fupin.checking.finding import Finding
from cq_fupin.checking.report import Report
from cq_fupin.telling.answers import told
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.blocks import shown
from cq_fupin.telling.files import path
from cq_fupin.telling.markup import element
from cq_fupin.telling.page import capital, line
from cq_fupin.telling.summary import conclusion, outcome
from cq_fupin.words.errors import Fault
from cq_fupin.words.force import Level
from cq_fupin.words.message import say
from cq_fupin.words.outcome import Outcome

FORMAT = "cq-fupin-junit/1"


def tell_junit(batch: Batch) -> str:
    """Return the reports as JUnit XML.

    A finding of level error is a failure; everything else that is open, and what doesn't apply, is
    skipped with its message, since it ends no run; a document that is no plan is an error.
    """
    suites = [_suite(source, report, batch) for source, report in batch.reports]
    suites += [_unread(source, faults, batch) for source, faults in batch.unread.items()]
    root = element("testsuites", suites, name="cq-fupin", **_counts(suites))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(source: str | None, report: Report, batch: Batch) -> Element:
    cases = [_case(finding, source, report, batch) for finding in report.findings]
    title = line(told(report.plan.title), batch)
    name = title if source is None else line(source, batch)
    receipt = {f"receipt.{part}": value for part, value in report.receipt.parts.items()}
    about = {"format": FORMAT, "title": title, "conclusion": report.conclusion.value, **receipt}
    properties = (element("property", name=key, value=value) for key, value in about.items())
    return element(
        "testsuite",
        element("properties", properties),
        cases,
        element("system-out", capital(line(conclusion(report), batch))),
        name=name,
        file=_file(source, batch),
        **_counts(cases),
    )


def _case(finding: Finding, source: str | None, report: Report, batch: Batch) -> Element:
    norm = finding.norm
    article = norm.citation.article
    return element(
        "testcase",
        _verdict(finding, report, batch),
        classname=capital(line(article, batch)),
        name=f"{finding.rule} {capital(line(norm.heading, batch))}",
        file=_file(source, batch),
    )


def _verdict(finding: Finding, report: Report, batch: Batch) -> Element | None:
    if finding.outcome is Outcome.SATISFIED:
        return None
    tag = "failure" if finding.level is Level.ERROR else "skipped"
    message = line(say("{outcome}：{message}", outcome=outcome(finding), message=finding.message), batch)
    seen = shown(finding.evidence, report.plan, batch)
    remedy = [capital(line(finding.remedy, batch))] if finding.remedy else []
    body = "\n".join([f"「{finding.quote}」", *seen, *remedy])
    return element(tag, body, message=capital(message), type=finding.level.value)


def _unread(source: str | None, faults: Iterable[Fault], batch: Batch) -> Element:
    name = line(say("方案") if source is None else source, batch)
    told = [line(fault.told, batch) for fault in faults]
    error = element("error", "\n".join(told), message=told[0], type="unread")
    reading = line(say("读取"), batch)
    case = element("testcase", error, classname=reading, name=name, file=_file(source, batch))
    return element("testsuite", case, name=name, file=_file(source, batch), **_counts([case]))


def _file(source: str | None, batch: Batch) -> str | None:
    name = path(source)
    return None if name is None else line(name, batch)


def _counts(parts: Iterable[Element]) -> dict[str, str | None]:
    """Return how many cases there are in some elements, and what came of them."""
    found = Counter(each.tag for part in parts for each in part.iter())
    names = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
    return {name: str(found[tag]) for name, tag in names.items()}
