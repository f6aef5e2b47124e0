"""Refusals: values that make the whole document wrong."""

from attrs import evolve, frozen

from cq_fupin.reading.document import child
from cq_fupin.words.message import Message


class Refused(ValueError):
    """A value of the wrong type, or one that no plan can hold 「不能接受的值」.

    Attributes:
        message: What is wrong and what would be right; where, only the caller knows.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


@frozen
class Complaint:
    """What is wrong with a part of a document.

    Attributes:
        message: What is wrong and what would be right.
        pointer: Of what, from where the document is being read.
        key: The key that is wrong, where it is one of the mapping that stands there.
    """

    message: Message
    pointer: str = ""
    key: str | None = None


class PartsRefused(ValueError):
    """Everything that is wrong with the parts of a value, told at once.

    Attributes:
        complaints: All of them, in the order of the document.
    """

    def __init__(self, complaints: tuple[Complaint, ...]) -> None:
        super().__init__(complaints)
        self.complaints = complaints

    def __str__(self) -> str:
        return "\n".join(f"{complaint.pointer}：{complaint.message}" for complaint in self.complaints)


def below(token: str | int, error: Refused | PartsRefused) -> tuple[Complaint, ...]:
    """Return what an error complains of, seen from one level above."""
    if isinstance(error, Refused):
        return (Complaint(error.message, child("", token)),)
    here = child("", token)
    return tuple(evolve(complaint, pointer=here + complaint.pointer) for complaint in error.complaints)
