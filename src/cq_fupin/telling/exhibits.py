"""Exhibits: a finding's evidence, as a reader finds it again in the document."""

from collections.abc import Mapping

from cq_fupin.models.place import Place
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.vocabulary import TargetGroup
from cq_fupin.rules.judgment import Evidence
from cq_fupin.telling.answers import Told, told
from cq_fupin.words.message import Message, say
from cq_fupin.words.spot import Page, SheetCell, place_told

NOWHERE = Place()


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


def where(at: Place) -> Message | None:
    """Return what people call a place, where the document has one.

    >>> str(where(Place(7, 2, spot=SheetCell("措施")))), where(NOWHERE)
    ('工作表“措施”B7', None)
    """
    return None if at.line is None else place_told(at.spot, at.line, at.column)


def position(at: Place) -> tuple[str, int, int]:
    """Return what sorts places in the order of the document, sheet by sheet and page by page."""
    sheet = at.spot.sheet if isinstance(at.spot, SheetCell) else ""
    page = at.spot.number if isinstance(at.spot, Page) else 0
    return sheet, page, at.line or 0


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
