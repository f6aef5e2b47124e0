"""Faults: what is wrong with a document, each at its place in the document as it was written."""

from cq_fupin.reading.alignment import aligned
from cq_fupin.reading.document import Document, child
from cq_fupin.reading.refused import Complaint
from cq_fupin.reading.source_faults import FlawedDocument
from cq_fupin.words.errors import Fault, InvalidPlan


def invalid(document: Document, complaints: tuple[Complaint, ...]) -> InvalidPlan:
    """Return the error that says all that is wrong with a document, in the order of its lines."""
    written = dict(aligned(document.tree))
    faults = [_placed(complaint, written, document) for complaint in complaints]
    return InvalidPlan(_in_order(faults))


def all_faults(flawed: FlawedDocument) -> tuple[Fault, ...]:
    """Return the faults of a document and those of the plan that it would be, one of each place."""
    from cq_fupin.reading.plans import structured

    try:
        structured(flawed.document)
    except InvalidPlan as error:
        places = {(fault.line, fault.column) for fault in flawed.faults}
        others = [fault for fault in error.faults if (fault.line, fault.column) not in places]
        return _in_order([*flawed.faults, *others])
    return flawed.faults


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
    return Fault(complaint.message, pointer, *((place.line, place.column) if place else ()))
