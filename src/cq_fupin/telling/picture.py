"""The picture 「图」 of a report: a square for each rule, in the row of its article, by what it came to."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby
from xml.etree.ElementTree import Element

from cq_fupin.checking.finding import Finding
from cq_fupin.checking.report import Report
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.markup import element
from cq_fupin.telling.page import capital, line
from cq_fupin.telling.summary import OUTCOMES, outcome
from cq_fupin.words.message import Message, say
from cq_fupin.words.outcome import Outcome

_WIDTH, _LEFT, _SIZE, _STEP, _GAP = 360, 80, 18, 23, 6
_ACROSS = (_WIDTH - _LEFT) // _STEP
# Each outcome has a sign too: who can't tell the colours apart, or prints in grey, sees the same.
_SIGNS: Mapping[Outcome, str] = {
    Outcome.SATISFIED: "M4.5 9.5l3 3.5l6-7.5",
    Outcome.UNSATISFIED: "M5 5l8 8m0-8l-8 8",
    Outcome.UNDETERMINED: "M6.3 6.8a2.8 2.8 0 1 1 4 2.6c-.9.5-1.3.9-1.3 1.8m0 2.8v.1",
    Outcome.INAPPLICABLE: "M5 9h8",
}
#: What a square says: a permission that isn't used looks like what doesn't apply.
WORDS: Mapping[Outcome, Message] = {**OUTCOMES, Outcome.INAPPLICABLE: say("不适用或未采用")}
CLASSES: Mapping[Outcome, str] = {
    Outcome.SATISFIED: "satisfied",
    Outcome.UNSATISFIED: "unsatisfied",
    Outcome.UNDETERMINED: "undecided",
    Outcome.INAPPLICABLE: "inapplicable",
}

Row = tuple[Message, list[Finding]]


def picture(report: Report, name: str, batch: Batch) -> Element:
    """Return the picture as SVG; the same stands in its description, for those who don't see it.

    Args:
        report: What was found.
        name: What the ids of its parts begin with.
        batch: The language it is told in.
    """
    rows = by_article(report)
    drawn, height = _drawn(rows, batch)
    legend = _legend(report, height, batch)
    return element(
        "svg",
        element("title", capital(line(say("各条的核对结果"), batch)), id=f"{name}-title"),
        element("desc", "\n".join(line(_counted(row), batch) for row in rows), id=f"{name}-desc"),
        drawn,
        legend,
        viewBox=f"0 0 {_WIDTH} {height + 2 * _STEP}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
    )


def by_article(report: Report) -> list[Row]:
    """Return the findings of each article, in the order of the guideline."""
    grouped = groupby(report.findings, lambda finding: finding.norm.citation.article)
    return [(article, list(findings)) for article, findings in grouped]


def _drawn(rows: list[Row], batch: Batch) -> tuple[list[Element], int]:
    drawn, top = [], 0
    for article, findings in rows:
        drawn.append(_text(0, top, capital(line(article, batch))))
        for index, finding in enumerate(findings):
            down, across = divmod(index, _ACROSS)
            told = capital(
                line(say("{name}：{outcome}", name=finding.norm.heading, outcome=outcome(finding)), batch)
            )
            title = element("title", f"{finding.rule} {told}")
            drawn.append(_square(_LEFT + across * _STEP, top + down * _STEP, finding.outcome, title))
        top += -(-len(findings) // _ACROSS) * _STEP + _GAP
    return drawn, top


def _legend(report: Report, top: int, batch: Batch) -> Iterator[Element]:
    found = Counter(finding.outcome for finding in report.findings)
    for index, (each, told) in enumerate(WORDS.items()):
        left, down = (index % 2) * (_WIDTH // 2), top + (index // 2) * _STEP
        yield _square(left, down, each)
        yield _text(left + _STEP, down, f"{capital(line(told, batch))} {found[each]}")


def _square(left: int, top: int, outcome: Outcome, title: Element | None = None) -> Element:
    size = str(_SIZE)
    return element(
        "g",
        title,
        element("rect", width=size, height=size, rx="3", class_=CLASSES[outcome]),
        element("path", d=_SIGNS[outcome], class_="sign"),
        transform=f"translate({left} {top})",
    )


def _text(left: int, top: int, text: str) -> Element:
    return element("text", text, x=str(left), y=str(top + _SIZE - 5))


def _counted(row: Row) -> Message:
    article, findings = row
    found = Counter(finding.outcome for finding in findings)
    parts = tuple(
        say("{outcome}{number}项", outcome=told, number=found[each])
        for each, told in WORDS.items()
        if found[each]
    )
    return say("{article}：{outcomes}", article=article, outcomes=parts)
