"""What can be wrong with input and data; what the guideline thinks of a plan is never an error."""

from attrs import frozen

from cq_fupin.words.message import Message, say, say_count
from cq_fupin.words.spot import Spot, place_told


@frozen
class Fault:
    """One thing wrong with a document 「差错」, and where it stands.

    Attributes:
        message: What is wrong and what would be right.
        pointer: RFC 6901 pointer into the plan's canonical form; empty for the whole document.
        line: 1-based line in the file as the person wrote it, where there is one.
        column: 1-based column, counted in code points, where there is one.
        spot: What the line counts, where the document is no plain text.
    """

    message: Message
    pointer: str = ""
    line: int | None = None
    column: int | None = None
    spot: Spot = None

    def __str__(self) -> str:
        return str(self.told)

    @property
    def told(self) -> Message:
        """The message with its place in front."""
        if self.line is None:
            return (
                say("{pointer}：{message}", pointer=self.pointer, message=self.message)
                if self.pointer
                else self.message
            )
        if self.column is None or self.spot is not None:
            place = place_told(self.spot, self.line, self.column)
            return say("{place}：{message}", place=place, message=self.message)
        return say(
            "第{line}行第{column}列：{message}", line=self.line, column=self.column, message=self.message
        )


class FupinError(Exception):
    """The root of this library's errors."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class InvalidPlan(FupinError):
    """A document that is no help plan; `faults` are all that is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(say_count("方案有{count}处差错", len(faults)))
        Exception.__init__(self, faults)  # what a copy or a pickle is made from
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join([str(self.message), *map(str, self.faults)])


class InvalidReport(FupinError):
    """A document that is no JSON report, or a receipt that is none; `faults` are what is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(say_count("报告有{count}处差错", len(faults)))
        Exception.__init__(self, faults)  # what a copy or a pickle is made from
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join([str(self.message), *map(str, self.faults)])


class InvalidWaiver(FupinError):
    """A waiver that can't be used; `faults` are all that is wrong, where it can be said one by one."""

    def __init__(self, message: Message, faults: tuple[Fault, ...] = ()) -> None:
        super().__init__(message)
        Exception.__init__(self, message, faults)  # what a copy or a pickle is made from
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join([str(self.message), *map(str, self.faults)])


class InvalidCitation(FupinError, ValueError):
    """A text that cites nothing."""


class UnknownProvision(FupinError, KeyError):
    """A well-formed citation of something that the guideline doesn't have."""


class UnknownRegion(FupinError, KeyError):
    """A code that no division of the edition has."""


class InvalidRules(FupinError):
    """Rules of one's own that can't be used: not installed, broken, or called by what isn't theirs."""


class InvalidData(FupinError):
    """Data that contradict themselves: bundled ones, a defect of the installation; or a file of cases."""
