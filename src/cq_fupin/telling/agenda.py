"""The agenda: what of a report is to be acted on, asked, or looked at again."""

from collections.abc import Iterable

from attrs import frozen

from cq_fupin.checking.finding import Finding
from cq_fupin.checking.report import Report
from cq_fupin.checking.waiver_note import WaiverNote
from cq_fupin.models.waiver import Waiver
from cq_fupin.rules.judgment import Evidence
from cq_fupin.telling.exhibits import place, where
from cq_fupin.telling.labels import label
from cq_fupin.words.force import Level
from cq_fupin.words.message import Message, say

#: The levels that ask for something, the loudest first.
LOUD = (Level.ERROR, Level.WARNING, Level.NOTE)


@frozen
class Asked:
    """Fields that are asked for at one place, for the same rules 「待明确事项」.

    Attributes:
        where: What people call the place, if there is one.
        fields: What they are called.
        rules: The ids of the rules that wait for them.
    """

    where: Message | None
    fields: tuple[Message, ...]
    rules: tuple[str, ...]

    @property
    def named(self) -> Message:
        """The names of the fields, as one text."""
        return Message("{fields}", (("fields", self.fields),))


def to_act_on(report: Report) -> tuple[Finding, ...]:
    """Return the findings that ask for something, the loudest first."""
    return tuple(finding for level in LOUD for finding in of_level(report, level))


def of_level(report: Report, level: Level) -> tuple[Finding, ...]:
    """Return the findings of a level, in the order of the guideline."""
    return tuple(finding for finding in report.findings if finding.level is level)


def left(shown: Iterable[Finding], report: Report) -> list[Evidence]:
    """Return what was not wholly understood and isn't told with the findings that are shown."""
    above = {evidence.pointer for finding in shown for evidence in finding.evidence}
    return [evidence for evidence in report.reservations() if evidence.pointer not in above]


def asked(report: Report) -> list[Asked]:
    """Return the fields that are asked for; those of a place that the same rules wait for together."""
    together: dict[tuple[Message | None, tuple[str, ...]], list[Message]] = {}
    for question in report.questions():
        key = (where(place(question.pointer, report.plan.places)), question.rules)
        together.setdefault(key, []).append(label(question.pointer))
    return [Asked(at, tuple(fields), rules) for (at, rules), fields in together.items()]


def waived(waiver: Waiver) -> Message:
    """Return why a finding is no longer loud, who answers for it and until when."""
    return say(
        "已豁免：{reason}（{approver}，至{day}）",
        reason=waiver.reason,
        approver=waiver.approved_by,
        day=waiver.expires.isoformat(),
    )


def noted(note: WaiverNote) -> Message:
    """Return which waiver should be looked at again, and why."""
    return say(
        "{rule}（{reason}）：{message}",
        rule=note.waiver.rule,
        reason=note.waiver.reason,
        message=note.message,
    )
