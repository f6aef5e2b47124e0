"""Notifications of the SARIF report: what is no finding of a rule."""

from collections.abc import Mapping
from typing import Any

from cq_fupin.telling.agenda import noted
from cq_fupin.telling.answers import Told
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.page import capital, line
from cq_fupin.telling.sarif_places import location, location_of
from cq_fupin.words.message import Message, say

#: The kinds of notifications.
NOTICES: Mapping[str, Message] = {
    "unread": say("无法核对的文件"),
    "reservation": say("没有完全读懂，或须留意的内容"),
    "waiver": say("须留意的豁免"),
}

_Notice = dict[str, Any]


def execution(batch: Batch) -> list[_Notice]:
    """Return the faults of documents that are no plans, and what was not wholly understood in those that are."""
    faults = [
        _notice("unread", "error", fault.told, location_of(fault, source, batch), batch)
        for source, fault in batch.errors
    ]
    places = [
        location(evidence, source, report.plan, batch)
        for source, report in batch.reports
        for evidence in report.reservations()
    ]
    return faults + [
        _notice("reservation", "note", place.pop("message")["text"], [place], batch) for place in places
    ]


def configuration(batch: Batch) -> list[_Notice]:
    """Return the waivers that should be looked at again."""
    notes = [note for _source, report in batch.reports for note in report.waiver_notes]
    return [_notice("waiver", "warning", noted(note), [], batch) for note in notes]


def _notice(kind: str, level: str, told: Told, locations: list[_Notice], batch: Batch) -> _Notice:
    return {
        "descriptor": {"id": kind, "index": list(NOTICES).index(kind)},
        "level": level,
        "message": {"text": capital(line(told, batch))},
        "locations": locations,
    }
