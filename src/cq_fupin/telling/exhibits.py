"""Exhibits: a finding's evidence, as a reader finds it again in the document."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from cq_fupin.models.place import Place
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.vocabulary import TargetGroup
from cq_fupin.rules.judgment import Evidence
from cq_fupin.telling.answers import Told, told
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.labels import label
from cq_fupin.telling.page import line
from cq_fupin.words.message import Message, say
from cq_fupin.words.spot import Page, SheetCell, place_told

NOWHERE = Place()


@frozen
class Exhibit:
    """Fields of which the same is said at one place 「依据」, ready to be told.

    Attributes:
        place: Where they stand.
        fields: What they are called.
        words: The plan's words there; empty where there are none or the note repeats them.
        note: What was seen in them.
    """

    place: Place
    fields: tuple[Message, ...]
    words: str
    note: str

    @property
    def where(self) -> Message | None:
        """What people call the place, if there is one."""
        return where(self.place)

    @property
    def named(self) -> Message:
        """The names of the fields, as one text."""
        return Message("{fields}", (("fields", self.fields),))


def exhibits(evidences: Iterable[Evidence], plan: HelpPlan, batch: Batch) -> list[Exhibit]:
    """Return what was seen where, in the order of the document; of what is alike at a place, one."""
    shared: dict[tuple[Message | None, str, str], tuple[Place, list[Message]]] = {}
    for evidence in evidences:
        at, seen = place(evidence.pointer, plan.places), line(note(evidence, plan), batch)
        key = (where(at), _unrepeated(line(words(evidence, plan), batch), seen), seen)
        shared.setdefault(key, (at, []))[1].append(label(evidence.pointer))
    made = [Exhibit(at, tuple(fields), text, seen) for (_where, text, seen), (at, fields) in shared.items()]
    return sorted(made, key=lambda exhibit: position(exhibit.place))


def _unrepeated(text: str, seen: str) -> str:
    return "" if f"“{text}”" in seen else text


def position(place: Place) -> tuple[str, int, int]:
    """Return what sorts places in the order of the document, sheet by sheet and page by page."""
    sheet = place.spot.sheet if isinstance(place.spot, SheetCell) else ""
    page = place.spot.number if isinstance(place.spot, Page) else 0
    return sheet, page, place.line or 0


def where(place: Place) -> Message | None:
    """Return what people call a place; nothing where there is none.

    >>> str(where(Place(9, 3)))
    '第9行'
    """
    return None if place.line is None else place_told(place.spot, place.line, place.column)


def placed(where: Message | None, field: Told) -> Told:
    """Return a field's name with what its place is called before it."""
    return field if where is None else say("{place} {field}", place=where, field=field)


def place(pointer: str, places: Mapping[str, Place]) -> Place:
    """Return where something stands; of what is silent, where the nearest part around it does.

    >>> place("/survey/needs", {"": Place(1, 1), "/survey": Place(9, 3)}).line
    9
    """
    while pointer:
        if pointer in places:
            return places[pointer]
        pointer = pointer.rpartition("/")[0]
    return NOWHERE


def words(evidence: Evidence, plan: HelpPlan) -> Told:
    """Return what stands there, as it was written where the document has it."""
    written = plan.places.get(evidence.pointer, NOWHERE).text
    return told(evidence.value) if written is None else written


def note(evidence: Evidence, plan: HelpPlan) -> Message:
    """Return what was seen there, and how a text wider than a group's name was understood."""
    written = plan.places.get(evidence.pointer, NOWHERE).text
    if isinstance(evidence.value, TargetGroup) and written is not None:
        understood = evidence.value.note(written)
        if understood not in (None, evidence.note):
            return say("{note}；{understood}", note=evidence.note, understood=understood)
    return evidence.note
