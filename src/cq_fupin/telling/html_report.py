"""The HTML report: one file for people, without scripts, that asks nothing of any network."""

import os
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from cq_fupin.checking.report import Report
from cq_fupin.telling.agenda import Asked, asked, left, noted
from cq_fupin.telling.answers import Told, told
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.exhibits import placed
from cq_fupin.telling.html_findings import evidence, folded, to_act_on
from cq_fupin.telling.html_index import index, unread
from cq_fupin.telling.markup import Content, element, html
from cq_fupin.telling.page import capital, line
from cq_fupin.telling.picture import picture
from cq_fupin.telling.summary import RECEIPT, advice, conclusion, counts, scope
from cq_fupin.telling.translation import tag
from cq_fupin.words.message import Message, say, say_count

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_MOST_QUESTIONS = 100
_STYLE = os.path.join(os.path.dirname(__file__), "report.css")  # noqa: PTH118, PTH120 (pathlib takes 3 ms)


def tell_html(batch: Batch) -> str:
    """Return the reports as a page."""
    return html(element("html", _head(batch), _body(batch), lang=tag(batch.locale)))


def _head(batch: Batch) -> Element:
    with open(_STYLE, encoding="utf-8") as file:  # noqa: PTH123 (pathlib takes 3 ms)
        style = file.read()
    titles = [line(told(report.plan.title), batch) for _source, report in batch.reports]
    title = capital(line(say("帮扶方案核对报告"), batch))
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", f"{titles[0]} · {title}" if len(titles) == 1 else title),
        element("style", style),
    )


def _body(batch: Batch) -> Element:
    several = len(batch.reports) + len(batch.errors) > 1
    return element(
        "body",
        element("header", element("h1", capital(line(say("帮扶方案核对报告"), batch)))),
        index(batch) if several else None,
        element(
            "main",
            (_report(number, *named, batch) for number, named in enumerate(batch.reports, 1)),
            unread(batch),
        ),
        element("footer", [paragraph(advice(report), batch) for _source, report in batch.reports[:1]]),
    )


def _report(number: int, source: str | None, report: Report, batch: Batch) -> Element:
    name = f"plan-{number}"
    counted = say("{counts}。{scope}。", counts=counts(report), scope=scope(report))
    return element(
        "article",
        element("h2", line(told(report.plan.title), batch), id=f"{name}-title"),
        None if source is None else paragraph(say("文件：{source}", source=source), batch, "soft"),
        paragraph(conclusion(report), batch, f"verdict {report.conclusion.value}"),
        paragraph(counted, batch),
        element("figure", picture(report, f"{name}-picture", batch)) if report.findings else None,
        to_act_on(name, report, batch),
        _reservations(report, batch),
        _questions(report, batch),
        _waivers(report, batch),
        folded(name, report, batch),
        _receipt(report, batch),
        class_="report",
        id=name,
        aria_labelledby=f"{name}-title",
    )


def paragraph(what: Told, batch: Batch, class_: str | None = None) -> Element:
    """Return a paragraph."""
    return element("p", capital(line(what, batch)), class_=class_)


def _section(title: Message, *contents: Content, batch: Batch) -> Element:
    return element("section", element("h3", capital(line(title, batch))), contents)


def _reservations(report: Report, batch: Batch) -> Element | None:
    untold = left(report.findings, report)
    if not untold:
        return None
    return _section(say("没有完全读懂，或须留意的内容"), evidence(untold, report.plan, batch), batch=batch)


def _questions(report: Report, batch: Batch) -> Element | None:
    questions = asked(report)
    if not questions:
        return None
    items = [element("li", _question(one, batch)) for one in questions[:_MOST_QUESTIONS]]
    if len(questions) > _MOST_QUESTIONS:
        more = say_count("另有{count}项", len(questions) - _MOST_QUESTIONS)
        items.append(element("li", capital(line(more, batch))))
    return _section(say("待明确事项（写明后可以判定的规则）"), element("ul", items), batch=batch)


def _question(one: Asked, batch: Batch) -> list[Content]:
    return [capital(line(placed(one.where, one.named), batch)), " ", element("code", ", ".join(one.rules))]


def _waivers(report: Report, batch: Batch) -> Element | None:
    if not report.waiver_notes:
        return None
    items = (element("li", line(noted(note), batch)) for note in report.waiver_notes)
    return _section(say("须留意的豁免"), element("ul", items), batch=batch)


def _receipt(report: Report, batch: Batch) -> Element:
    return element(
        "details",
        element("summary", element("h3", capital(line(say("回执"), batch)))),
        element("dl", _receipt_terms(report, batch), class_="receipt"),
    )


def _receipt_terms(report: Report, batch: Batch) -> Iterator[Element]:
    for part, value in report.receipt.parts.items():
        yield element("dt", capital(line(RECEIPT[part], batch)))
        yield element("dd", element("code", line(value, batch)))
