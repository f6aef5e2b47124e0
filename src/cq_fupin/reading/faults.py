"""Faults: what is wrong with a document, each at its place in the document as it was written."""

from cq_fupin.reading.alignment import aligned
from cq_fupin.reading.document import Document, child
from cq_fupin.reading.refused import Complaint
from cq_fupin.words.errors import Fault, InvalidPlan


def invalid(document: Document, complaints: tuple[Complaint, ...]) -> InvalidPlan:
    """Return the error that says all that is wrong with a document, in the order of its lines."""
    return InvalidPlan(placed(complaints, dict(aligned(document.tree)), document))


def placed(
    complaints: tuple[Complaint, ...], written: dict[str, str], document: Document
) -> tuple[Fault, ...]:
    """Return complaints as faults in the order of the lines; `written` has the pointers as they were written."""
    return _in_order([_placed(complaint, written, document) for complaint in complaints])


def together(of_document: tuple[Fault, ...], of_plan: tuple[Fault, ...]) -> InvalidPlan:
    """Return the error that tells the faults of a document and those of the plan in it, one of each place."""
    places = {(fault.line, fault.column) for fault in of_document}
    others = (fault for fault in of_plan if (fault.line, fault.column) not in places)
    return InvalidPlan(_in_order([*of_document, *others]))


def _in_order(faults: list[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda fault: (fault.line or 0, fault.column or 0, fault.pointer)))


def _placed(complaint: Complaint, written: dict[str, str], document: Document) -> Fault:
    """Stand a complaint at its key, or at the nearest thing that the document has."""
    nearest = complaint.pointer
    while nearest not in written:
        nearest = nearest.rpartition("/")[0]
    place = document.places.get(written[nearest])
    pointer = complaint.pointer
    if complaint.key is not None:
        pointer = child(pointer, complaint.key)
        place = document.key_place(child(written[nearest], complaint.key)) or place
    if place is None:
        return Fault(complaint.message, pointer)
    return Fault(complaint.message, pointer, place.line, place.column, place.spot)
