"""Findings in the HTML report: grouped by what is to be done about them."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from cq_fupin.checking.finding import Finding
from cq_fupin.checking.report import Report
from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.judgment import Evidence
from cq_fupin.telling.agenda import LOUD, of_level, waived
from cq_fupin.telling.answers import Told
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.exhibits import Exhibit, exhibits
from cq_fupin.telling.markup import Content, element
from cq_fupin.telling.page import capital, line
from cq_fupin.telling.summary import LEVELS, outcome
from cq_fupin.words.force import Level
from cq_fupin.words.message import Message, say, say_count

_MOST = 50
_CHINESE = "zh-CN"


def to_act_on(name: str, report: Report, batch: Batch) -> list[Element]:
    """Return a section for each level that asks for something, the loudest first."""
    groups = [(level, of_level(report, level)) for level in LOUD]
    return [
        element(
            "section",
            element("h3", capital(line(_HEADINGS[level](len(findings)), batch))),
            [_finding(name, finding, report.plan, batch) for finding in findings],
        )
        for level, findings in groups
        if findings
    ]


_HEADINGS = {
    Level.ERROR: lambda count: say_count("须补正的{count}项（错误）", count),
    Level.WARNING: lambda count: say_count("须先明确的{count}项（警告）", count),
    Level.NOTE: lambda count: say_count("可以改进的{count}项（提示）", count),
}


def folded(name: str, report: Report, batch: Batch) -> Element | None:
    """Return what asks for nothing, folded up."""
    findings = of_level(report, Level.NONE)
    if not findings:
        return None
    told = say_count("不须处理的{count}项（符合、不适用、未采用）", len(findings))
    return element(
        "details",
        element("summary", element("h3", capital(line(told, batch)))),
        [_finding(name, finding, report.plan, batch) for finding in findings],
    )


def _finding(name: str, finding: Finding, plan: HelpPlan, batch: Batch) -> Element:
    is_loud = finding.level is not Level.NONE
    return element(
        "article",
        _heading(finding, batch),
        element("blockquote", f"「{finding.quote}」", lang=_CHINESE),
        _labelled(outcome(finding), finding.message, batch),
        evidence(finding.evidence, plan, batch),
        _labelled(say("建议"), finding.remedy, batch, "remedy") if finding.remedy else None,
        element("p", capital(line(waived(finding.waiver), batch)), class_="waiver")
        if finding.waiver
        else None,
        class_=f"finding {finding.level.value}" if is_loud else "finding",
        id=f"{name}-{finding.rule}",
    )


def _heading(finding: Finding, batch: Batch) -> Element:
    level = None if finding.level is Level.NONE else LEVELS[finding.level]
    return element(
        "h4",
        [element("span", capital(line(level, batch)), class_="level"), " "] if level else None,
        capital(line(finding.norm.heading, batch)),
        " ",
        element(
            "small", element("code", finding.rule), " ", capital(line(finding.norm.citation.told, batch))
        ),
    )


def _labelled(label: Message, what: Told, batch: Batch, class_: str | None = None) -> Element:
    return element(
        "p", element("strong", capital(line(label, batch))), " ", capital(line(what, batch)), class_=class_
    )


def evidence(evidences: Iterable[Evidence], plan: HelpPlan, batch: Batch) -> Element | None:
    """Return a list of what was seen where; of very many the first."""
    shown = exhibits(evidences, plan, batch)
    if not shown:
        return None
    items = [element("li", _exhibit(exhibit, batch)) for exhibit in shown[:_MOST]]
    if len(shown) > _MOST:
        items.append(element("li", line(say_count("另有{count}处", len(shown) - _MOST), batch)))
    return element("ul", items)


def _exhibit(exhibit: Exhibit, batch: Batch) -> Content:
    place = exhibit.where
    field = (
        say("{fields}“{text}”", fields=exhibit.fields, text=exhibit.words) if exhibit.words else exhibit.named
    )
    return [
        [element("span", capital(line(place, batch)), class_="place"), " "] if place else None,
        capital(line(say("{field}：{note}", field=field, note=exhibit.note), batch)),
    ]
