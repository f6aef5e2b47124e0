"""A sentence of the text, and what it is to the norms."""

from enum import Enum

from attrs import field, frozen


class SentenceKind(Enum):
    """What a sentence is 「句子种类」: quoted by a norm, part of one, or without any."""

    QUOTED = "quoted"
    PART = "part"
    ADDRESSEE = "addressee"
    RECITAL = "recital"
    STATUS = "status"
    LIST = "list"
    REASON = "reason"
    LINK = "link"
    HEADING = "heading"
    SIGNATURE = "signature"

    @property
    def is_normative(self) -> bool:
        """Whether norms rest on it."""
        return self in (SentenceKind.QUOTED, SentenceKind.PART)


@frozen
class Sentence:
    """A sentence of the text 「句子」, verbatim, and which norms rest on it.

    Attributes:
        provision: Id of the smallest provision that it stands in; ``title`` and ``contents`` are none.
        number: Its number there.
        text: Its words with the marker before them; a table has its first line and “…”.
        kind: What it is.
        norms: Ids of the norms that quote it or that it is part of.
    """

    provision: str
    number: int
    text: str = field(repr=False)
    kind: SentenceKind
    norms: tuple[str, ...] = field(repr=False)

    @property
    def part(self) -> str:
        """Id of the article, notice, preamble or annex that it stands in."""
        return self.provision.partition("__")[0]
