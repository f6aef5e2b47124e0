"""Questions: what somebody would have to tell so that undetermined findings are settled."""

from collections.abc import Iterable

from attrs import frozen

from cq_fupin.checking.finding import Finding
from cq_fupin.words.message import Message


@frozen
class Question:
    """A field of the plan that leaves findings open 「待明确事项」.

    Attributes:
        pointer: RFC 6901 pointer into the plan's canonical form.
        rules: The ids of the rules that wait for it, in the order of the guideline.
        remedy: What to write there, for the first of them.
    """

    pointer: str
    rules: tuple[str, ...]
    remedy: Message


def questions(findings: Iterable[Finding]) -> tuple[Question, ...]:
    """Return the questions that undetermined findings raise, the one that settles most first."""
    waiting: dict[str, list[Finding]] = {}
    for finding in findings:
        for evidence in finding.evidence:
            waiting.setdefault(evidence.pointer, []).append(finding)
    asked = [_question(pointer, found) for pointer, found in waiting.items()]
    return tuple(sorted(asked, key=lambda question: -len(question.rules)))


def _question(pointer: str, findings: list[Finding]) -> Question:
    return Question(pointer, tuple(finding.rule for finding in findings), findings[0].made_by.remedy)
