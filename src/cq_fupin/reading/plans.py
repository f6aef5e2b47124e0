"""Plans: a file or a text to a help plan."""

import os
from collections.abc import Iterator
from typing import TypeAlias

from attrs import evolve

from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.alignment import Places
from cq_fupin.reading.decoding import DataFormat, SourceFormat, decode, most_bytes, source_format
from cq_fupin.reading.document import Document
from cq_fupin.reading.marks import is_silent
from cq_fupin.reading.records import read_record
from cq_fupin.reading.refused import Complaint, PartsRefused
from cq_fupin.reading.source_faults import FlawedDocument, too_big
from cq_fupin.reading.years import with_years
from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.message import say

Format: TypeAlias = SourceFormat
FORMAT = "cq-fupin-plan/1"
_VERSION = ("format", "格式")


def read_plan(path: str | os.PathLike[str]) -> HelpPlan:
    """Read a help plan from a file, whose ending names its format.

    Raises:
        InvalidPlan: The document is no help plan; its `faults` are all that is wrong with it.
        OSError: There is no such file, or it can't be read.
    """
    format = plan_format(path)
    with open(path, "rb") as stream:  # noqa: PTH123 (pathlib takes 3 ms)
        data = stream.read(most_bytes(format) + 1)
    return parse_plan(data, format)


def plan_format(path: str | os.PathLike[str]) -> Format:
    """Return the format of a document 「文件格式」 by the ending of its name; there need be no such file.

    Raises:
        InvalidPlan: No document with that ending can be read; it says in what to save it.

    >>> plan_format("帮扶方案.DOCX"), plan_format("plan.yml")
    ('docx', 'yaml')
    """
    return source_format(os.path.splitext(path)[1])  # noqa: PTH122 (likewise)


def parse_plan(source: str | bytes, format: Format) -> HelpPlan:
    """Read a help plan from text or bytes in a format.

    Raises:
        InvalidPlan: The text is no help plan; its `faults` are all that is wrong with it.

    >>> plan = parse_plan('{"标题": "帮扶方案", "组织": {"名称": "某学会", "类别": "教育培训类"}}', "json")
    >>> plan.organization.category.id
    'education'
    """
    if len(source) > most_bytes(format):
        raise InvalidPlan((Fault(too_big(most_bytes(format))),))
    if format not in ("json", "yaml", "toml"):
        return _of_form(source, format)
    text = decode(source) if isinstance(source, bytes) else source
    try:
        document = parsed(text, format)
    except FlawedDocument as flawed:
        raise with_faults(flawed) from None
    return structured(document)


def _of_form(source: str | bytes, format: Format) -> HelpPlan:
    """Return the plan that a document for people is, as it is understood by its labels."""
    from cq_fupin.reading.forms import understood
    from cq_fupin.reading.manuscripts import read_manuscript

    return structured(understood(read_manuscript(source, format)))


def with_faults(flawed: FlawedDocument) -> InvalidPlan:
    """Return the error that tells what is wrong with a document and with the plan in it."""
    from cq_fupin.reading.faults import together

    return together(flawed.faults, _faults(flawed.document))


def _faults(document: Document) -> tuple[Fault, ...]:
    try:
        structured(document)
    except InvalidPlan as error:
        return error.faults
    return ()


def structured(document: Document) -> HelpPlan:
    """Return the plan that a document is.

    Raises:
        InvalidPlan: It is none; its `faults` are all that is wrong with it.
    """
    tree = document.tree
    if not isinstance(tree, dict):
        raise InvalidPlan((Fault(say("帮扶方案应当是成组的内容（键和值），例如“标题: …”"), "", 1, 1),))
    plan, complaints = _structured({key: value for key, value in tree.items() if key not in _VERSION})
    complaints = (*_of_version(tree), *complaints)
    if plan is None or complaints:
        from cq_fupin.reading.faults import invalid

        raise invalid(document, complaints)
    return evolve(with_years(plan), places=Places(document), reading_notes=document.notes)


def _structured(tree: object) -> tuple[HelpPlan | None, tuple[Complaint, ...]]:
    try:
        return read_record(tree, HelpPlan), ()
    except PartsRefused as error:
        return None, error.complaints


def parsed(text: str, format: DataFormat) -> Document:
    """Return a text in a format as a document, before anything is understood of it."""
    if format == "json":
        from cq_fupin.reading.json_source import read_json

        return read_json(text)
    if format == "toml":
        from cq_fupin.reading.toml_source import read_toml

        return read_toml(text)
    from cq_fupin.reading.yaml_source import read_yaml

    return read_yaml(text)


def _of_version(tree: dict[str, object]) -> Iterator[Complaint]:
    """The name of the format is optional, and has to be this one."""
    english, chinese = _VERSION
    if english in tree and chinese in tree:
        message = say("“{key}”与“{other}”是同一项，只能写一处", key=chinese, other=english)
        yield Complaint(message, key=list(tree)[max(list(tree).index(key) for key in _VERSION)])
    for key in _VERSION:
        if not is_silent(tree.get(key)) and tree[key] != FORMAT:
            yield Complaint(say("不认识的格式版本：应当是“{format}”，或者不写", format=FORMAT), key=key)
