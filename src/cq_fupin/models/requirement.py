"""A requirement: one thing that a supplement asks, quoted."""

import re
from collections.abc import Iterator

from attrs import field, frozen

from cq_fupin.models.supplement import Clause, Supplement
from cq_fupin.words.errors import InvalidRules
from cq_fupin.words.force import Force, Weight
from cq_fupin.words.message import Message, say, verbatim

_PARTS = re.compile(r"(?:\.[a-z0-9][a-z0-9-]{0,39}){1,4}")
#: The cue of a sentence that has no word for its force.
IMPERATIVE = "imperative"


@frozen
class Requirement:
    """One thing that a supplement asks 「补充要求」, with the sentence that asks it; what a norm is to the guideline.

    Attributes:
        id: Such as ``kaizhou.1``: it begins with the name of its supplement. A rule has the id of its requirement.
        supplement: The document.
        name: A heading, short.
        quote: The sentence, verbatim.
        force: How it binds; this alone says whether it weighs on the conclusion.
        cue: The word in the quote that carries the force, or ``imperative``.
        place: Where the sentence stands, such as ``第三条``.

    >>> district = Supplement("kaizhou", "开州区补充要求", "2020-07")
    >>> signed = "社会组织应当与受帮扶村签订帮扶协议"
    >>> asked = Requirement("kaizhou.3", district, name="签协议", quote=signed, force=Force.MUST, cue="应当", place="第三条")
    >>> str(asked.citation), asked.citation.short
    ('《开州区补充要求》第三条', 'kaizhou 第三条')
    """

    id: str
    supplement: Supplement = field(repr=False)
    name: str = field(kw_only=True)
    quote: str = field(kw_only=True, repr=False)
    force: Force = field(kw_only=True)
    cue: str = field(kw_only=True, default=IMPERATIVE, repr=False)
    place: str = field(kw_only=True, default="", repr=False)

    def __attrs_post_init__(self) -> None:
        for fault in self._faults():
            raise InvalidRules(fault)

    @property
    def citation(self) -> Clause:
        """Where the sentence stands."""
        return Clause(self.supplement, self.place)

    @property
    def weight(self) -> Weight:
        """What it weighs: as much as its force says."""
        return Weight.CONCLUSION

    @property
    def heading(self) -> Message:
        """Its name, to be told."""
        return verbatim(self.name)

    def _faults(self) -> Iterator[Message]:
        name = self.supplement.name
        if not (self.id.startswith(name) and _PARTS.fullmatch(self.id[len(name) :])):
            yield say("要求的编号“{id}”不能用：应如“{name}.1”或“{name}.1.funds”", id=self.id, name=name)
        if not (self.name.strip() and self.quote.strip()):
            yield say("要求“{id}”要写明名称和引句", id=self.id)
        if not self.cue or (self.cue != IMPERATIVE and self.cue not in self.quote):
            yield say("要求“{id}”的用词“{cue}”不在引句里：没有用词的不写", id=self.id, cue=self.cue)
