"""Locations of the SARIF report."""

from typing import Any

from cq_fupin.models.place import Place
from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.judgment import Evidence
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.blocks import shown
from cq_fupin.telling.exhibits import place
from cq_fupin.telling.files import uri
from cq_fupin.telling.labels import label
from cq_fupin.telling.page import line
from cq_fupin.words.errors import Fault


def location(evidence: Evidence, source: str | None, plan: HelpPlan, batch: Batch) -> dict[str, Any]:
    """Return where something was seen, and what."""
    (told,) = shown([evidence], plan, batch)
    at = place(evidence.pointer, plan.places)
    return {**_physical(source, at), **_logical(evidence.pointer, batch), "message": {"text": told}}


def location_of(fault: Fault, source: str | None, batch: Batch) -> list[dict[str, Any]]:
    """Return where a fault stands, as a list of at most one."""
    where = _physical(source, Place(fault.line, fault.column, spot=fault.spot))
    made = where | (_logical(fault.pointer, batch) if fault.pointer else {})
    return [made] if made else []


def document(source: str | None) -> list[dict[str, Any]]:
    """Return a document as a whole, as a list of at most one."""
    made = _physical(source, Place())
    return [made] if made else []


def _physical(source: str | None, at: Place) -> dict[str, Any]:
    """Return the file and, of a text file, the line: of another document the message tells the place."""
    address = uri(source)
    if address is None:
        return {}
    made: dict[str, Any] = {"artifactLocation": {"uri": address}}
    if at.spot is None and at.line is not None:
        made["region"] = {"startLine": at.line, "startColumn": at.column or 1}
    return {"physicalLocation": made}


def _logical(pointer: str, batch: Batch) -> dict[str, Any]:
    name = line(label(pointer), batch)
    return {"logicalLocations": [{"name": name, "fullyQualifiedName": line(pointer, batch)}]}
