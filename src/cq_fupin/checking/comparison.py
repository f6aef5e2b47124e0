"""Comparison: what became of the findings of one report in a later one."""

from collections.abc import Mapping
from typing import TypeAlias

from attrs import field, frozen

from cq_fupin.checking.finding import Finding
from cq_fupin.checking.record import FindingRecord, ReportRecord
from cq_fupin.checking.report import Report
from cq_fupin.words.answer import Unclear
from cq_fupin.words.force import Level
from cq_fupin.words.message import Message
from cq_fupin.words.outcome import Outcome

_Found: TypeAlias = Finding | FindingRecord


@frozen
class Change:
    """What a rule found in two reports 「变化」.

    Attributes:
        rule: The rule's id.
        before: What it found in the first; nothing if it didn't run.
        after: What it found in the second; nothing if it didn't run.
        level: How loud the later finding is.
        citation: The id of the provision that it rests on.
        quote: The sentence that it rests on.
        remedy: What to write, where something is still missing.
    """

    rule: str
    before: Outcome | None
    after: Outcome | None
    level: Level
    citation: str = field(repr=False)
    quote: str = field(repr=False)
    remedy: Message | str | None = field(repr=False)

    @property
    def is_changed(self) -> bool:
        """Whether the outcome is another one."""
        return self.before is not self.after


@frozen
class Comparison:
    """How two reports differ 「比较结果」: open is what is unsatisfied or undetermined.

    Attributes:
        before_title: The title of the plan of the first report.
        after_title: The title of the plan of the second.
        settled: Was open and no longer is.
        new: Is open and wasn't, or its rule didn't run.
        persisting: Was open and still is, whether or not with the same outcome.
        gone: The rules that ran and no longer do, whatever they had found.
    """

    before_title: str
    after_title: str
    settled: tuple[Change, ...]
    new: tuple[Change, ...]
    persisting: tuple[Change, ...]
    gone: tuple[Change, ...]

    @property
    def same_title(self) -> bool:
        """Whether both plans have the same title; whether they are one plan is nobody's guess."""
        return self.before_title == self.after_title


def compare(before: Report | ReportRecord, after: Report | ReportRecord) -> Comparison:
    r"""Compare two reports of one plan, each as `check` made it or as `read_report` read it.

    >>> from cq_fupin import check, parse_plan
    >>> text = "标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n"
    >>> draft, better = (check(parse_plan(text + where, "yaml")) for where in ("", "帮扶地区: 巫溪县"))
    >>> [change.rule for change in compare(draft, better).settled]
    ['5.4.place', '18.2.regions']
    """
    was, now = _by_rule(before), _by_rule(after)
    both = [_change(found, _outcome(was.get(rule)), found.outcome) for rule, found in now.items()]
    return Comparison(
        _title(before),
        _title(after),
        settled=tuple(one for one in both if _is_open(one.before) and not _is_open(one.after)),
        new=tuple(one for one in both if _is_open(one.after) and not _is_open(one.before)),
        persisting=tuple(one for one in both if _is_open(one.after) and _is_open(one.before)),
        gone=tuple(_change(found, found.outcome, None) for rule, found in was.items() if rule not in now),
    )


def _by_rule(report: Report | ReportRecord) -> Mapping[str, _Found]:
    return {finding.rule: finding for finding in report.findings}


def _title(report: Report | ReportRecord) -> str:
    title = report.title if isinstance(report, ReportRecord) else report.plan.title
    return title.text if isinstance(title, Unclear) else title


def _is_open(outcome: Outcome | None) -> bool:
    return outcome is not None and outcome.is_open


def _change(found: _Found, before: Outcome | None, after: Outcome | None) -> Change:
    return Change(found.rule, before, after, found.level, found.citation, found.quote, found.remedy)


def _outcome(found: _Found | None) -> Outcome | None:
    return None if found is None else found.outcome
