"""The index of an HTML report of several plans, and the documents that are none."""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from cq_fupin.checking.report import Report
from cq_fupin.telling.agenda import LOUD
from cq_fupin.telling.answers import told
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.markup import Content, element
from cq_fupin.telling.page import capital, line
from cq_fupin.telling.summary import CONCLUSIONS, LEVELS
from cq_fupin.words.message import Message, say, say_count

_UNREAD = "unread"


def index(batch: Batch) -> Element:
    """Return a table of the plans and what each came to, with links."""
    return element(
        "nav",
        element("h2", capital(line(say("目录"), batch)), id="index"),
        element(
            "table",
            element("thead", element("tr", _head(batch))),
            element(
                "tbody",
                (_row(number, *named, batch) for number, named in enumerate(batch.reports, 1)),
                _unread_row(batch),
            ),
        ),
        aria_labelledby="index",
    )


def _head(batch: Batch) -> Iterator[Element]:
    for title in (say("方案"), say("结论")):
        yield element("th", _told(title, batch), scope="col")
    for level in LOUD:
        yield element("th", _told(LEVELS[level], batch), scope="col", class_="count")


def _row(number: int, source: str | None, report: Report, batch: Batch) -> Element:
    levels = Counter(finding.level for finding in report.findings)
    title = line(told(report.plan.title), batch)
    return element(
        "tr",
        element(
            "td",
            element("a", title, href=f"#plan-{number}"),
            [element("br"), element("small", line(source, batch))] if source else None,
        ),
        element("td", _told(CONCLUSIONS[report.conclusion], batch), class_=report.conclusion.value),
        (element("td", str(levels[level]), class_="count") for level in LOUD),
    )


def _unread_row(batch: Batch) -> Element | None:
    if not batch.errors:
        return None
    told = say_count("无法核对的文件{count}份", len(batch.unread))
    return element(
        "tr",
        element("td", element("a", _told(told, batch), href=f"#{_UNREAD}")),
        element("td", _told(say("无法核对"), batch), class_=_UNREAD),
        (element("td") for _level in LOUD),
    )


def unread(batch: Batch) -> Element | None:
    """Return a section of the documents that are no plans, each with what is wrong with it."""
    if not batch.errors:
        return None
    return element(
        "section",
        element("h2", _told(say("无法核对的文件"), batch), id=f"{_UNREAD}-title"),
        _documents(batch),
        id=_UNREAD,
        aria_labelledby=f"{_UNREAD}-title",
    )


def _documents(batch: Batch) -> Iterator[Content]:
    for source, faults in batch.unread.items():
        yield element("h3", _told(say("方案"), batch) if source is None else line(source, batch))
        yield element("ul", [element("li", _told(fault.told, batch)) for fault in faults])


def _told(what: Message | str, batch: Batch) -> str:
    return capital(line(what, batch))
