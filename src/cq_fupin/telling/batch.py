"""A batch: what is told at once, and how."""

from attrs import field, frozen

from cq_fupin.checking.report import Report
from cq_fupin.telling.answers import Told
from cq_fupin.telling.masking import masked
from cq_fupin.telling.translation import SOURCE, translate
from cq_fupin.words.errors import Fault
from cq_fupin.words.message import Message


@frozen
class Batch:
    """Reports, and the faults of documents that are no plans 「一批核对结果」.

    Attributes:
        reports: Each with the name of its source, where it has one.
        errors: Each with the name of its source.
        locale: The language to tell them in.
        width: The columns of the terminal, for people.
        is_coloured: Whether a text for people may have colours.
        is_verbose: Whether it tells everything, what is in order too.
    """

    reports: tuple[tuple[str | None, Report], ...]
    errors: tuple[tuple[str | None, Fault], ...] = ()
    locale: str = SOURCE
    width: int = field(default=80, kw_only=True)
    is_coloured: bool = field(default=False, kw_only=True)
    is_verbose: bool = field(default=False, kw_only=True)

    @property
    def unread(self) -> dict[str | None, list[Fault]]:
        """The documents that are no plans, each with what is wrong with it."""
        found: dict[str | None, list[Fault]] = {}
        for source, fault in self.errors:
            found.setdefault(source, []).append(fault)
        return found

    def tell(self, what: Told) -> str:
        """Return a message, or words of a plan, in the batch's language and with personal numbers masked."""
        return masked(translate(what, self.locale) if isinstance(what, Message) else what)
