"""A norm: one thing that the guideline asks, quoted."""

from collections.abc import Iterator
from functools import cached_property

from attrs import field, frozen

from cq_fupin.words.citation import Citation
from cq_fupin.words.force import Force, Weight
from cq_fupin.words.message import Message, say
from cq_fupin.words.outcome import Outcome


@frozen
class Norm:
    """One thing that the guideline asks 「规范」, with the sentence that asks it.

    Attributes:
        id: Such as ``5.7.funds``; a rule has the id of its norm.
        name: In Chinese, short.
        addressee: Of whom it is asked.
        force: How it binds.
        weight: Whether it weighs on the conclusion or is a suggestion.
        cue: The word that carries the force, or ``imperative``.
        condition: When it is asked, where not always.
        quote: The sentence, verbatim.
        a_plan_shows: What a plan that keeps to it shows.
        checkable: Whether a plan can show it at all.
        activity: Whether a plan's measures can name it as their activity.
        silence: The outcome where a plan says nothing of it; none where it isn't checkable.
        citation: Where the sentence stands.
    """

    id: str
    name: str
    addressee: str = field(repr=False)
    force: Force
    weight: Weight
    cue: str = field(repr=False)
    condition: str = field(repr=False)
    quote: str = field(repr=False)
    a_plan_shows: str = field(repr=False)
    checkable: bool = field(repr=False)
    activity: bool = field(repr=False)
    silence: Outcome | None = field(repr=False)
    citation: Citation = field(repr=False)

    @property
    def heading(self) -> Message:
        """Its name, to be told: catalogues have the names of norms."""
        return say(self.name)


@frozen
class Norms:
    """All norms of an edition 「规范表」, in the order of the text."""

    entries: tuple[Norm, ...]

    def __iter__(self) -> Iterator[Norm]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, id: object) -> bool:
        return id in self._by_id

    def __getitem__(self, id: str) -> Norm:
        return self._by_id[id]

    @cached_property
    def _by_id(self) -> dict[str, Norm]:
        return {norm.id: norm for norm in self.entries}
