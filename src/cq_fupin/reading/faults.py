"""Faults: what the converter refused, each with its place and what would be right."""

from collections.abc import Iterator

from attrs import frozen
from cattrs import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from cq_fupin.reading.alignment import aligned
from cq_fupin.reading.document import Document, child
from cq_fupin.reading.keys import Key, keys, own_keys
from cq_fupin.reading.refused import Refused
from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.message import Message, say

_NEAR_ENOUGH = 0.5


@frozen
class _Complaint:
    """A message and the canonical pointer of what it is about, or of the mapping and its key."""

    pointer: str
    message: Message
    key: str | None = None


def invalid(document: Document, error: Exception) -> InvalidPlan:
    """Return what the converter refused as one error, its faults in the order of the document."""
    written = dict(aligned(document.tree))
    faults = [_placed(complaint, written, document) for complaint in _complaints(error, "")]
    return InvalidPlan(tuple(sorted(faults, key=lambda fault: (fault.line or 0, fault.column or 0, fault.pointer))))


def _complaints(error: Exception, pointer: str) -> Iterator[_Complaint]:
    if isinstance(error, ClassValidationError):
        noted, others = error.group_exceptions()
        for part, note in noted:
            yield from _field_complaints(part, child(pointer, note.name), keys(error.cl)[note.name])
        for other in others:
            yield from _complaints(other, pointer)
    elif isinstance(error, IterableValidationError):
        for part, element in error.group_exceptions()[0]:
            yield from _complaints(part, child(pointer, element.index))
    elif isinstance(error, ForbiddenExtraKeysError):
        yield from (_Complaint(pointer, _strange(key, error.cl), key) for key in sorted(error.extra_fields))
    elif isinstance(error, Refused):
        yield _Complaint(pointer, error.message)
    else:
        raise error


def _field_complaints(error: Exception, pointer: str, key: Key) -> Iterator[_Complaint]:
    if isinstance(error, KeyError):
        yield _Complaint(pointer, say("缺少必填项“{key}”", key=say(key.chinese)))
    else:
        yield from _complaints(error, pointer)


def _strange(key: str, model: type) -> Message:
    known = keys(model)
    if key in known:
        return say("“{key}”与“{other}”是同一项，只能写一处", key=known[key].chinese, other=known[key].name)
    from difflib import get_close_matches

    near = tuple(get_close_matches(key[:40], known, n=3, cutoff=_NEAR_ENOUGH))
    if near:
        return say("不认识的键“{key}”，是不是“{near}”？", key=key[:40], near=near)
    names = tuple(key.chinese for key in own_keys(model))
    return say("不认识的键“{key}”，这里可以写：{names}", key=key[:40], names=names)


def _placed(complaint: _Complaint, written: dict[str, str], document: Document) -> Fault:
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
