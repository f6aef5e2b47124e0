"""Structs 「结构」: canonical, clear JSON to a plan, by msgspec and by the readers of every other document.

msgspec sees to the keys; each value is read by the reader of its field, and what a short text or a number was
read as is remembered. Whatever isn't plain is left to the ordinary way, so that nothing is accepted or
understood that wouldn't be there (docs/decisions/0040-reading-a-registry.md).
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache, partial
from operator import attrgetter
from types import ModuleType
from typing import Any, TypeAlias

from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.resources import Goods
from cq_fupin.models.span import Span
from cq_fupin.reading.answers import mark, read_list, read_one, read_required
from cq_fupin.reading.document import MAX_ELEMENTS
from cq_fupin.reading.keys import Key, Shape, own_keys
from cq_fupin.reading.marks import SURELY_SAID
from cq_fupin.reading.plans import FORMAT
from cq_fupin.reading.records import read_record
from cq_fupin.reading.values import reader
from cq_fupin.words.answer import Nothing, Unclear

Read: TypeAlias = Callable[[Any], Any]
#: What takes bytes to a plan; to None what is to be read the ordinary way.
ReadStruct: TypeAlias = Callable[[bytes], HelpPlan | None]

_MOST_REMEMBERED = 16_384
_LONGEST_REMEMBERED = 200
_ODD = object()


class NotPlain(ValueError):
    """Something that is to be read the ordinary way."""


@cache
def struct_reader() -> ReadStruct | None:
    """Return what reads canonical, clear JSON; None where msgspec isn't installed."""
    try:
        import msgspec
    except ImportError:
        return None
    decode = msgspec.json.Decoder(_struct(HelpPlan, msgspec), float_hook=_refuse).decode
    made = _record(HelpPlan)

    def read(data: bytes) -> HelpPlan | None:
        try:
            tree = decode(data)
            return None if tree.format not in (None, FORMAT) else made(tree)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            return None

    return read


def _refuse(_number: str) -> object:
    """Refuse a number that is not whole: it is to be read exactly as written."""
    raise NotPlain


def _struct(model: Any, msgspec: ModuleType) -> Any:
    """Return the Struct of a model: its English keys, and no others."""
    fields = [("format", Any, None)] if model is HelpPlan else []
    for key in own_keys(model):
        kind: Any = Any
        if key.shape.is_record:
            inner = _struct(key.shape.core, msgspec)
            kind = list[inner] | dict[str, Any] | None if key.shape.is_list else inner | list[Any] | None
        fields.append((key.name, kind) if key.is_required else (key.name, kind, None))
    fields.sort(key=len)  # what has to be there comes first
    return msgspec.defstruct(model.__name__, fields, forbid_unknown_fields=True, gc=False)


def _record(model: Any) -> Read:
    """Return what makes a model of its Struct."""
    keys = own_keys(model)
    answers = attrgetter(*(key.name for key in keys))
    parts = tuple(map(_part, keys))

    def made(tree: Any) -> Any:
        return model(
            *[
                empty if answer is None else read(answer)
                for (read, empty), answer in zip(parts, answers(tree), strict=True)
            ]
        )

    return _with_number(made) if model is Goods else made


def _part(key: Key) -> tuple[Read, Any]:
    """Return what reads the answer to a field that isn't silent, and what silence is."""
    model = key.shape.core
    if not key.is_section:
        return _field(key.shape), None
    made = _record(model)

    def read(value: Any) -> Any:
        return read_record(_plain(value), model) if type(value) is list else made(value)

    return read, None if key.is_required else model()


def _with_number(made: Read) -> Read:
    """Leave goods whose quantity is a text to the ordinary way: a unit may stand behind it."""

    def checked(tree: Any) -> Any:
        if type(tree.quantity) is str:
            raise NotPlain
        return made(tree)

    return checked


def _field(shape: Shape) -> Read:
    """Return what reads the answer to a field that isn't silent."""
    if shape.is_list:
        return _records(shape.core) if shape.is_record else _list(shape)
    read = reader(shape.core, shape.ways)
    one = partial(read_one, read=read, is_truth=shape.core is bool)
    whole: Read = one if shape.is_optional else partial(read_required, read=read)
    if shape.core is Span:
        whole = _certain(whole)
    return _remembering(whole, is_text=shape.core is str)


def _certain(read: Read) -> Read:
    """Leave dates that aren't clear to the ordinary way: the rest of the plan may tell their year."""

    def read_date(value: object) -> object:
        answer = read(value)
        if isinstance(answer, Unclear):
            raise NotPlain
        return answer

    return read_date


def _remembering(read: Read, *, is_text: bool) -> Read:
    """Return a reader that remembers what texts and numbers were read as; truths and the rest are none of them."""
    texts, numbers = lru_cache(_MOST_REMEMBERED)(read), lru_cache(_MOST_REMEMBERED)(read)
    is_said = re.compile(SURELY_SAID).fullmatch

    def known(value: Any) -> Any:
        kind = type(value)
        if kind is str:
            if is_text and is_said(value):
                return value
            return texts(value) if len(value) <= _LONGEST_REMEMBERED else read(value)
        return numbers(value) if kind is int else read(_plain(value))

    return known


def _records(model: Any) -> Read:
    made = _record(model)

    def read(value: Any) -> object:
        if type(value) is dict:
            return read_list(_plain(value), partial(read_record, model=model))
        _bound(value)
        return tuple([made(part) for part in value]) if value else Nothing.NONE

    return read


def _list(shape: Shape) -> Read:
    """Return what reads a list of values: each by itself where each is clear."""
    read = reader(shape.core, shape.ways)

    def clear(text: str) -> object:
        answer = read(text) if mark(text) is text else _ODD
        return _ODD if isinstance(answer, Unclear) else answer

    one = _remembering(clear, is_text=shape.core is str)

    def read_parts(value: Any) -> object:
        if type(value) is not list or not value:
            return read_list(_plain(value), read)
        _bound(value)
        parts = tuple([one(part) if type(part) is str else _ODD for part in value])
        return read_list(_plain(value), read) if any([part is _ODD for part in parts]) else parts

    return read_parts


def _bound(value: list[Any]) -> None:
    if len(value) > MAX_ELEMENTS:
        raise NotPlain


def _plain(value: Any) -> Any:
    """Return a value if it is no deeper than the canonical form of any is."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in parts:
        inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
        if any(isinstance(each, dict | list) for each in inner):
            raise NotPlain
    return value
