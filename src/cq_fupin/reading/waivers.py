"""Waivers: a file or a text to a list of them, everything wrong with it told at once."""

import os
from datetime import date

from cq_fupin.models.waiver import Waiver
from cq_fupin.reading.answers import MISSING, is_marked, mark
from cq_fupin.reading.dates import read_day
from cq_fupin.reading.decoding import DataFormat, data_format, decode
from cq_fupin.reading.document import MAX_BYTES, Document, child
from cq_fupin.reading.faults import placed, together
from cq_fupin.reading.keys import Key, keys
from cq_fupin.reading.marks import is_silent
from cq_fupin.reading.plans import parsed
from cq_fupin.reading.records import read_record
from cq_fupin.reading.refused import Complaint, PartsRefused, Refused, below
from cq_fupin.reading.source_faults import FlawedDocument, shortened
from cq_fupin.reading.values import text
from cq_fupin.words.answer import Unclear
from cq_fupin.words.errors import Fault, InvalidPlan, InvalidWaiver
from cq_fupin.words.message import Message, say, say_count

_LISTS = ("waivers", "豁免")
_EMPTY = ("", "\ufeff", b"", b"\xef\xbb\xbf")
_UNSTATED = say("请写明内容，不能写“无”“是”“待定”之类")
_NO_LIST = say("应当是列表，每个豁免一项")


def read_waivers(path: str | os.PathLike[str]) -> tuple[Waiver, ...]:
    """Read waivers 「豁免」 from a file, whose ending names its format.

    Raises:
        InvalidWaiver: The document is no list of waivers; its `faults` are all that is wrong with it.
        OSError: There is no such file, or it can't be read.
    """
    format = data_format(os.path.splitext(path)[1])  # noqa: PTH122 (pathlib takes 3 ms)
    if format is None:
        message = say("豁免要写在后缀为 .toml、.yaml、.yml 或 .json 的文件里")
        raise _invalid((Fault(message),))
    with open(path, "rb") as stream:  # noqa: PTH123 (likewise)
        return parse_waivers(stream.read(MAX_BYTES + 1), format)


def parse_waivers(source: str | bytes, format: DataFormat) -> tuple[Waiver, ...]:
    r"""Read waivers from text or bytes in a format.

    Raises:
        InvalidWaiver: The text is no list of waivers; its `faults` are all that is wrong with it.

    >>> parse_waivers("- {规则: 5.7, 理由: 暂缓, 批准人: 理事会, 截止日期: 2020-12-31}", "yaml")[0].expires
    datetime.date(2020, 12, 31)
    """
    if source.strip() in _EMPTY:
        raise _invalid((Fault(say("文件是空的：请写入豁免，或者不用这个文件")),))
    try:
        document = parsed(decode(source) if isinstance(source, bytes) else source, format)
    except FlawedDocument as flawed:
        raise _invalid(together(flawed.faults, _faults(flawed.document)).faults) from None
    except InvalidPlan as error:
        raise _invalid(error.faults) from None
    return _structured(document)


def _invalid(faults: tuple[Fault, ...]) -> InvalidWaiver:
    return InvalidWaiver(say_count("豁免有{count}处差错", len(faults)), faults)


def _faults(document: Document) -> tuple[Fault, ...]:
    try:
        _structured(document)
    except InvalidWaiver as error:
        return error.faults
    return ()


def _structured(document: Document) -> tuple[Waiver, ...]:
    key, listed = _listed(document.tree)
    entries = listed if isinstance(listed, list) else []
    waivers, complaints = _read(entries)
    if listed is not entries and not is_silent(listed):
        complaints = (Complaint(_NO_LIST, key=key), *complaints)
    if isinstance(document.tree, dict):
        complaints += tuple(Complaint(_beside(name), key=name) for name in document.tree if name != key)
    if complaints:
        written = _written(entries, "" if key is None else child("", key))
        raise _invalid(placed(complaints, written, document))
    return waivers


def _listed(tree: object) -> tuple[str | None, object]:
    """Return what should be the list, and the key that it stands under, where it does."""
    if not isinstance(tree, dict):
        return None, tree
    key = next((name for name in tree if name in _LISTS), None)
    return key, None if key is None else tree[key]


def _beside(name: str) -> Message:
    return say(
        "“{key}”不能写在这里：豁免都列在一处，“waivers”或“豁免”之下（TOML 写作 [[waivers]]）",
        key=shortened(name),
    )


def _read(entries: list[object]) -> tuple[tuple[Waiver, ...], tuple[Complaint, ...]]:
    waivers: list[Waiver] = []
    complaints: list[Complaint] = []
    for index, entry in enumerate(entries):
        try:
            waivers.append(read_record(entry, Waiver, read=_stated))
        except (Refused, PartsRefused) as error:
            complaints += below(index, error)
    return tuple(waivers), tuple(complaints)


def _stated(value: object, key: Key) -> object:
    """Read a field; what a plan may leave open, such as a reason yet to be settled, is refused."""
    if is_silent(value):
        if key.is_required:
            raise Refused(MISSING)
        return None
    if value is True or is_marked(mark(value)):
        raise Refused(_UNSTATED)
    return _day(value) if key.shape.core is date else text(value)


def _day(value: object) -> date:
    day = read_day(value)
    if isinstance(day, Unclear):
        raise Refused(day.hint or _UNSTATED)
    return day


def _written(entries: list[object], at: str) -> dict[str, str]:
    """Return where each part of the list stands in the document, by its pointer into the list."""
    found, known = {"": ""}, keys(Waiver)
    for index, entry in enumerate(entries):
        here = child("", index)
        found[here] = at + here
        if isinstance(entry, dict):
            names = (name for name in entry if name in known)
            found |= {child(here, known[name].name): child(at + here, name) for name in names}
    return found
