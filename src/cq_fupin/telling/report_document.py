"""Documents of the JSON report ``cq-fupin-report/1``, read back: each key is checked, each fault has its place."""

import json
import os
from enum import Enum
from typing import Any

from attrs import Attribute, asdict, evolve

from cq_fupin.checking.receipt import is_written
from cq_fupin.checking.record import ReportDocument
from cq_fupin.checking.restoring import restored
from cq_fupin.reading.decoding import decode
from cq_fupin.reading.document import MAX_BYTES, MAX_NODES, Document, walk
from cq_fupin.reading.json_source import read_json
from cq_fupin.reading.part import Part
from cq_fupin.telling.json_report import FORMAT
from cq_fupin.words.errors import Fault, InvalidPlan, InvalidReport
from cq_fupin.words.message import say
from cq_fupin.words.spot import Page, Paragraph, SheetCell, TableCell, spot_tree

# A report says some ten things of each rule, and one of several plans says them of each.
_MOST = 10 * MAX_NODES


def read_report(path: str | os.PathLike[str]) -> ReportDocument:
    """Read a JSON report from a file.

    Raises:
        InvalidReport: It is none; its `faults` name the places.
        OSError: There is no such file, or it can't be read.
    """
    with open(path, "rb") as stream:  # noqa: PTH123 (pathlib takes 3 ms)
        data = stream.read(MAX_BYTES + 1)
    return parse_report(data)


def parse_report(source: str | bytes) -> ReportDocument:
    r"""Read a JSON report from text or bytes.

    Raises:
        InvalidReport: It is none; its `faults` name the places.

    >>> from cq_fupin import check, parse_plan, render
    >>> text = render(check(parse_plan("标题: 甲\n组织: {名称: 乙, 类别: 其它各类}", "yaml")), "json")
    >>> parse_report(text).reports[0].title
    '甲'
    """
    document = _document(source)
    try:
        part = Part(document.tree)
        _known(part.at("format"))
        return restored(part)
    except InvalidReport as error:
        raise InvalidReport(tuple(_placed(fault, document) for fault in error.faults)) from None


def write_report(document: ReportDocument) -> str:
    """Return a document as JSON, as `render` writes it."""
    tree = {"format": FORMAT} | asdict(document, value_serializer=_plain, filter=_is_told)
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def _document(source: str | bytes) -> Document:
    if len(source) > MAX_BYTES:
        raise InvalidReport((Fault(say("报告太大：最多{limit}字节", limit=MAX_BYTES)),))
    if not source.strip():
        raise InvalidReport((Fault(say("报告是空的")),))
    try:
        document = read_json(decode(source) if isinstance(source, bytes) else source, most=MAX_BYTES)
    except InvalidPlan as error:
        raise InvalidReport(error.faults) from None
    if sum(1 for _ in walk(document.tree)) > _MOST:
        raise InvalidReport((Fault(say("报告太长：最多{limit}项，请分成几份", limit=_MOST)),))
    return document


def _known(part: Part) -> None:
    if part.value != FORMAT:
        raise part.refused(say("不认识的报告版本：应当是“{format}”", format=FORMAT))


def _placed(fault: Fault, document: Document) -> Fault:
    """Give a fault its line; a report is long, so that its pointer is told with it."""
    place = document.places[fault.pointer]
    return evolve(fault, message=fault.told, line=place.line, column=place.column)


def _plain(_instance: type, _field: "Attribute[Any] | None", value: object) -> object:
    if isinstance(value, Paragraph | TableCell | SheetCell | Page):
        return spot_tree(value)
    return value.value if isinstance(value, Enum) else value


def _is_told(field: "Attribute[Any]", value: object) -> bool:
    return is_written(field, value) and (field.name != "spot" or value is not None)
