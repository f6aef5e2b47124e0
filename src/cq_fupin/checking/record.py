"""Records: a JSON report as values, after the plan that it is about has gone its way."""

from attrs import frozen

from cq_fupin.checking.receipt import Receipt
from cq_fupin.checking.report import Conclusion
from cq_fupin.checking.waiver_note import WaiverFlaw
from cq_fupin.words.force import Force, Level
from cq_fupin.words.outcome import Outcome
from cq_fupin.words.spot import Spot


@frozen
class EvidenceRecord:
    """What in a plan carried an outcome, as a report tells it 「依据记录」.

    Attributes:
        pointer: RFC 6901 pointer into the plan's canonical form.
        line: 1-based line in the plan's document, where there was one.
        column: 1-based column, where there was one.
        text: What stood there.
        note: What was seen in it.
        spot: What the line counts, where the document was no plain text.
    """

    pointer: str
    line: int | None
    column: int | None
    text: str
    note: str
    spot: Spot = None


@frozen
class WaiverRecord:
    """What lowered a finding's level, as a report tells it 「豁免记录」.

    Attributes:
        rule: The id of the rule, or its beginning.
        reason: Why.
        approved_by: Who answers for it.
        expires: The last day on which it holds, ISO 8601.
    """

    rule: str
    reason: str
    approved_by: str
    expires: str


@frozen
class WaiverNoteRecord:
    """A waiver that should be looked at again, as a report tells it 「豁免提醒记录」.

    Attributes:
        waiver: The waiver.
        flaw: Why.
        message: The same in one sentence, in the report's language.
    """

    waiver: WaiverRecord
    flaw: WaiverFlaw
    message: str


@frozen
class FindingRecord:
    """What a rule found, as a report tells it 「意见记录」.

    Attributes:
        rule: The rule's id.
        citation: The id of the provision that it rests on; of a supplement title and place.
        force: How the sentence binds.
        outcome: What it found.
        level: How loud it is.
        quote: The sentence.
        message: What was found, in the report's language.
        remedy: What to write, where something is missing.
        evidence: What carried the outcome.
        waiver: What lowered its level.
    """

    rule: str
    citation: str
    force: Force
    outcome: Outcome
    level: Level
    quote: str
    message: str
    remedy: str | None
    evidence: tuple[EvidenceRecord, ...]
    waiver: WaiverRecord | None


@frozen
class ReportRecord:
    """One plan's report, as a document tells it 「报告记录」.

    Attributes:
        plan: What the plan's document was called.
        title: The plan's title, with numbers of people masked.
        conclusion: What the report came to.
        deselected: The ids of the rules that didn't run.
        findings: One for each rule that ran.
        receipt: What the report was made of.
        reservations: What of the plan was not wholly understood.
        waiver_notes: Which waivers should be looked at again.
    """

    plan: str | None
    title: str
    conclusion: Conclusion
    deselected: tuple[str, ...]
    findings: tuple[FindingRecord, ...]
    receipt: Receipt
    reservations: tuple[EvidenceRecord, ...]
    waiver_notes: tuple[WaiverNoteRecord, ...]


@frozen
class FaultRecord:
    """One thing that kept a document from being a plan 「差错记录」.

    Attributes:
        plan: What the document was called.
        pointer: RFC 6901 pointer to what was wrong.
        line: 1-based line, where there was one.
        column: 1-based column, where there was one.
        message: What was wrong, in the report's language.
        spot: What the line counts, where the document was no plain text.
    """

    plan: str | None
    pointer: str
    line: int | None
    column: int | None
    message: str
    spot: Spot = None


@frozen
class ReportDocument:
    """A JSON report: the reports of one run, and the faults of what was no plan 「报告文件」.

    Attributes:
        language: The language that it is told in.
        reports: One for each plan.
        errors: The faults of the documents that were no plans.
    """

    language: str
    reports: tuple[ReportRecord, ...]
    errors: tuple[FaultRecord, ...]
