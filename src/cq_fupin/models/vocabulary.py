"""The guideline's closed and open lists: entries, and how a text finds one."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar
from unicodedata import normalize

from attrs import field, frozen

from cq_fupin.words.message import Message, say

if TYPE_CHECKING:
    from typing import TypeAlias

    Named: TypeAlias = "TargetGroup | FocusField | OrganizationCategory | OrganizationTrait"
    Entry: TypeAlias = "Named | LiaisonKind | Activity | Choice"

E_co = TypeVar("E_co", bound="Entry", covariant=True)

LONGEST_NAME = 100
_NEAR_ENOUGH = 0.5
_MOST_NEAR = 3


@frozen
class TargetGroup:
    """Somebody whom help is for 「帮扶对象」: one of the eight of Article 3, or a special group.

    Attributes:
        citation: Id of the provision that names the group.
        aliases: Short forms that mean the group, the noted ones among them.
        noted: Short forms wider than the group's name, understood as the group with a note.
        special: Whether it is one of the special groups 「特殊帮扶对象」 of Articles 11, 13 and 16.
    """

    id: str
    name: str = field(eq=False)
    name_en: str = field(eq=False, repr=False)
    citation: str = field(eq=False, repr=False)
    aliases: tuple[str, ...] = field(eq=False, repr=False)
    noted: tuple[str, ...] = field(default=(), eq=False, repr=False)
    special: bool = field(default=False, eq=False, repr=False)

    def note(self, text: str) -> Message | None:
        """Return how a text wider than the group's name was understood, if it is such a text."""
        if _key(text) not in map(_key, self.noted):
            return None
        return say("“{text}”按“{name}”理解", text=text.strip(), name=say(self.name))


@frozen
class FocusField:
    """A field in which help is given 「帮扶领域」 (第四条)."""

    id: str
    name: str = field(eq=False)
    name_en: str = field(eq=False, repr=False)
    citation: str = field(eq=False, repr=False)
    aliases: tuple[str, ...] = field(eq=False, repr=False)


@frozen
class OrganizationCategory:
    """A kind of social organization that has an article of its own 「社会组织类别」.

    Attributes:
        article: The number of that article, 6 to 10.
        natural_field: Id of the focus field in which such organizations are at home, if any.
    """

    id: str
    name: str = field(eq=False)
    name_en: str = field(eq=False, repr=False)
    citation: str = field(eq=False, repr=False)
    aliases: tuple[str, ...] = field(eq=False, repr=False)
    article: int = field(eq=False, repr=False)
    natural_field: str | None = field(eq=False, repr=False)


@frozen
class OrganizationTrait:
    """What an organization is besides its category 「组织特征」, and the article that speaks of it."""

    id: str
    name: str = field(eq=False)
    name_en: str = field(eq=False, repr=False)
    citation: str = field(eq=False, repr=False)
    aliases: tuple[str, ...] = field(eq=False, repr=False)
    article: int = field(eq=False, repr=False)


@frozen
class LiaisonKind:
    """A kind of body in the place that help is arranged with 「联系单位类型」 (第五条第(一)项)."""

    id: str
    name: str = field(eq=False)
    name_en: str = field(eq=False, repr=False)
    citation: str = field(eq=False, repr=False)
    aliases: tuple[str, ...] = field(eq=False, repr=False)


@frozen
class Activity:
    """Something to do that the guideline names 「活动」.

    Attributes:
        article: The article of which it is an activity; none for what belongs to no one article.
    """

    id: str
    name: str = field(eq=False)
    name_en: str = field(eq=False, repr=False)
    citation: str = field(eq=False, repr=False)
    aliases: tuple[str, ...] = field(eq=False, repr=False)
    article: int | None = field(eq=False, repr=False)


@frozen
class Choice:
    """An entry of a small list that serves one key of a plan 「选项」."""

    id: str
    name: str = field(eq=False)
    name_en: str = field(eq=False, repr=False)
    aliases: tuple[str, ...] = field(eq=False, repr=False)


@frozen
class Vocabulary(Generic[E_co]):
    """An ordered list of entries 「词表」, each found by id, Chinese name or short form."""

    entries: tuple[E_co, ...]

    def __iter__(self) -> Iterator[E_co]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, entry: object) -> bool:
        return entry in self.entries

    def __getitem__(self, id: str) -> E_co:
        return self._by_id[id]

    def find(self, text: str) -> E_co | None:
        """Return the entry that a text names, if it names one and nothing else."""
        return self._by_key.get(_key(text)) if len(text) <= LONGEST_NAME else None

    def near(self, text: str) -> tuple[E_co, ...]:
        """Return at most three entries whose names look like a text, best first."""
        from difflib import get_close_matches

        if len(text) > LONGEST_NAME:
            return ()
        keys = get_close_matches(_key(text), self._by_key, n=_MOST_NEAR * 4, cutoff=_NEAR_ENOUGH)
        # Several names of one entry may come near: a dict keeps the first of each, in order.
        return tuple(dict.fromkeys(self._by_key[key] for key in keys))[:_MOST_NEAR]

    @cached_property
    def _by_id(self) -> dict[str, E_co]:
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def _by_key(self) -> dict[str, E_co]:
        return {
            _key(name): entry for entry in self.entries for name in (entry.id, entry.name, *entry.aliases)
        }


@frozen
class Vocabularies:
    """The lists that plans are read with 「各词表」, the guideline's own and those of single keys.

    Attributes:
        target_groups: The eight of Article 3.
        special_groups: The five of Articles 11, 13 and 16; they stand in the same fields of a plan.
        groups: All thirteen, those of Article 3 first.
    """

    target_groups: Vocabulary[TargetGroup]
    special_groups: Vocabulary[TargetGroup]
    groups: Vocabulary[TargetGroup]
    focus_fields: Vocabulary[FocusField]
    organization_categories: Vocabulary[OrganizationCategory]
    organization_traits: Vocabulary[OrganizationTrait]
    liaison_kinds: Vocabulary[LiaisonKind]
    activities: Vocabulary[Activity]
    follow_up_methods: Vocabulary[Choice]
    report_recipients: Vocabulary[Choice]
    insurance_kinds: Vocabulary[Choice]


def _key(text: str) -> str:
    """Return a text as it is compared: full-width and half-width, case and blanks don't count."""
    return "".join(normalize("NFKC", text).casefold().split())
