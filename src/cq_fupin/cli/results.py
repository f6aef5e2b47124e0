"""Results 「结果」: what the documents of a run came to, how they are told, and what they add up to."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from attrs import field, frozen

from cq_fupin.checking.report import Conclusion, Report
from cq_fupin.cli.language import Language
from cq_fupin.cli.report_formats import FOR_PEOPLE, USUAL
from cq_fupin.cli.sources import complain_of
from cq_fupin.cli.streams import complain, is_coloured, save, save_data, screen, write, write_data
from cq_fupin.cli.waivers import complain_of_idle
from cq_fupin.models.waiver import Waiver
from cq_fupin.reading.plans import Format
from cq_fupin.rules.profile import Profile
from cq_fupin.telling.render import BINARY_RENDERERS, render_all, render_all_bytes
from cq_fupin.telling.summary import CONCLUSIONS
from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.force import Level
from cq_fupin.words.message import Message, say, say_count

FOUND, UNREADABLE = 1, 2

#: What the documents named on the command line came to.
Results: TypeAlias = tuple[tuple[str, Report | InvalidPlan], ...]


@frozen(kw_only=True)
class Asked:
    """What the options of a check ask for 「选项」; each is named as on the command line."""

    format: str | None
    output: str | None
    profile: Profile | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    on: date | None
    input_format: Format | None
    strict: bool
    verbose: bool
    waivers: str | None
    rules: tuple[str, ...]
    convert: bool


@frozen
class Tally:
    """What results add up to 「合计」.

    Attributes:
        conclusions: How many reports came to which conclusion.
        unread: How many documents are no plans.
        is_loud: Whether any finding is an error, or with ``--strict`` a warning.
    """

    conclusions: Counter[Conclusion] = field(factory=Counter)
    unread: int = 0
    is_loud: bool = False

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.conclusions + other.conclusions, self.unread + other.unread, self.is_loud or other.is_loud
        )

    @property
    def status(self) -> int:
        """The exit status that they ask for."""
        return UNREADABLE if self.unread else FOUND if self.is_loud else 0

    @property
    def told(self) -> Message:
        """The summary of a run over many documents."""
        found = self.conclusions
        parts = [
            say("{conclusion}{number}份", conclusion=CONCLUSIONS[one], number=found[one])
            for one in Conclusion
            if found[one]
        ]
        if self.unread:
            parts.append(say("无法读取{number}份", number=self.unread))
        return say_count("共{count}份：{parts}", found.total() + self.unread, parts=tuple(parts))


def tally(results: Results, *, strict: bool) -> Tally:
    """Return what results add up to."""
    loud = (Level.ERROR, Level.WARNING) if strict else (Level.ERROR,)
    reports = [result for _plan, result in results if isinstance(result, Report)]
    is_loud = any(finding.level in loud for report in reports for finding in report.findings)
    return Tally(Counter(report.conclusion for report in reports), len(results) - len(reports), is_loud)


def tell(language: Language, results: Results, format: str, asked: Asked) -> None:
    """Write the reports in their format where they go: to a file, or to standard output."""
    reports = [(plan, result) for plan, result in results if isinstance(result, Report)]
    # On a terminal people read of faults on standard error; a file or a program gets them with the rest.
    faults = () if format == USUAL and asked.output is None else tuple(_faults(results))
    locale = language.locale if format in FOR_PEOPLE else language.for_machines
    if not reports and not faults:
        return
    if format in BINARY_RENDERERS and asked.output is not None:
        save_data(render_all_bytes(reports, format, errors=faults, locale=locale), asked.output)
        return
    is_painted = asked.output is None and is_coloured()
    text = render_all(
        reports, format, errors=faults, locale=locale, width=screen(), color=is_painted, verbose=asked.verbose
    )
    if asked.output is not None:
        save(text, asked.output)
    elif format == USUAL:
        write(text)
    else:
        write_data(text)


def complain_of_results(language: Language, waivers: tuple[Waiver, ...], results: Results) -> None:
    """Tell of the documents that are no plans, and of the waivers that are for none of the others."""
    for plan, fault in _faults(results):
        complain_of(fault, plan, language)
    reports = [result for _plan, result in results if isinstance(result, Report)]
    if len(reports) == len(results):  # a waiver may be for a plan that couldn't be read
        complain_of_idle(waivers, reports, language)


def sum_up(language: Language, total: Tally) -> None:
    """Tell on standard error what many documents came to."""
    if total.conclusions.total() + total.unread > 1:
        complain(language.tell(total.told))


def _faults(results: Results) -> Iterator[tuple[str, Fault]]:
    return (
        (plan, fault)
        for plan, result in results
        if isinstance(result, InvalidPlan)
        for fault in result.faults
    )
