"""Structs 「结构」: canonical, clear JSON to a plan, by msgspec and by the readers of every other document.

msgspec sees to the keys; each value is read by the reader of its field, and what a short text or a number was
read as is remembered. Whatever isn't plain is left to the ordinary way, so that nothing is accepted or
understood that wouldn't be there (docs/decisions/0040-reading-a-registry.md).
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache, partial
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
    fields: list[tuple[Any, ...]] = [("format", Any, None)] if model is HelpPlan else []
    for key in own_keys(model):
        kind: Any = Any
        if key.shape.is_record:
            kind = _kind(_struct(key.shape.core, msgspec), is_list=key.shape.is_list)
        fields.append((key.name, kind) if key.is_required else (key.name, kind, None))
    fields.sort(key=len)  # what has to be there comes first
    return msgspec.defstruct(model.__name__, fields, forbid_unknown_fields=True, gc=False)


def _kind(inner: Any, *, is_list: bool) -> Any:
    """Return what may stand where a Struct belongs, or a list of them; what else can, is refused."""
    return list[inner] | dict[str, Any] | None if is_list else inner | list[Any] | None


def _record(model: Any) -> Read:
    """Return what makes a model of its Struct: a function written for it, as attrs writes those that make models."""
    names: dict[str, Any] = {"model": model}
    written = ", ".join(_written(key, number, names) for number, key in enumerate(own_keys(model)))
    exec(f"def made(tree): return model({written})", names)  # noqa: S102 (of the names of fields alone)
    made: Read = names["made"]
    return _with_number(made) if model is Goods else made


def _written(key: Key, number: int, names: dict[str, Any]) -> str:
    """Return how a field is read, in Python; what that calls is put among the names."""
    read, known, empty = f"read_{number}", f"known_{number}", f"empty_{number}"
    names[empty] = key.shape.core() if key.is_section and not key.is_required else None
    start = f"{empty} if (a := tree.{key.name}) is None else "
    if key.shape.is_record or key.shape.is_list:
        names[read] = _many(key.shape) if key.shape.is_list else _section(key.shape.core)
        return f"{start}{read}(a)"
    memory: dict[str, Any] = {}
    names[read] = _remembering(_single(key.shape), memory)
    if key.shape.core is str:
        names[known] = re.compile(SURELY_SAID).fullmatch
        return f"{start}a if type(a) is str and {known}(a) else {read}(a)"
    names[known] = memory.get
    return f"{start}b if type(a) is str and (b := {known}(a)) is not None else {read}(a)"


def _many(shape: Shape) -> Read:
    return _records(shape.core) if shape.is_record else _list(shape)


def _section(model: Any) -> Read:
    made = _record(model)
    return lambda value: read_record(_plain(value), model) if type(value) is list else made(value)


def _with_number(made: Read) -> Read:
    """Leave goods whose quantity is a text to the ordinary way: a unit may stand behind it."""

    def checked(tree: Any) -> Any:
        if type(tree.quantity) is str:
            raise NotPlain
        return made(tree)

    return checked


def _single(shape: Shape) -> Read:
    """Return what reads a single answer."""
    read = reader(shape.core, shape.ways)
    one = partial(read_one, read=read, is_truth=shape.core is bool)
    whole: Read = one if shape.is_optional else partial(read_required, read=read)
    return _certain(whole) if shape.core is Span else lambda value: whole(_plain(value))


def _certain(read: Read) -> Read:
    """Leave dates that aren't clear to the ordinary way: the rest of the plan may tell their year."""

    def read_date(value: object) -> object:
        answer = read(_plain(value))
        if isinstance(answer, Unclear):
            raise NotPlain
        return answer

    return read_date


def _remembering(read: Read, memory: dict[Any, Any]) -> Read:
    """Return a reader that remembers what short texts and numbers were read as."""
    numbers = lru_cache(_MOST_REMEMBERED)(read)

    def read_once(value: Any) -> Any:
        if type(value) is int:
            return numbers(value)
        if type(value) is not str or len(value) > _LONGEST_REMEMBERED:
            return read(value)
        if value not in memory:
            _remember(memory, value, read(value))
        return memory.get(value)

    return read_once


def _remember(memory: dict[Any, Any], said: Any, answer: Any) -> None:
    """Remember what was read, and forget everything else when that is too much."""
    if len(memory) >= _MOST_REMEMBERED:
        memory.clear()
    memory[said] = answer


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
    read, memory = reader(shape.core, shape.ways), dict[Any, Any]()
    is_itself = re.compile(SURELY_SAID).fullmatch

    def read_parts(value: Any) -> object:
        if type(value) is not list or not value:
            return read_list(_plain(value), read)
        _bound(value)
        try:
            if shape.core is str:
                return tuple([part if is_itself(part) else memory[part] for part in value])
            return tuple([memory[part] for part in value])
        except (KeyError, TypeError):  # something new, or no text
            pass
        parts = tuple([_clear(part, read, memory) for part in value])
        return read_list(_plain(value), read) if any(part is None for part in parts) else parts

    return read_parts


def _clear(part: Any, read: Read, memory: dict[Any, Any]) -> object:
    """Return what an element of a list is read as if it is a text with a clear meaning, and remember it."""
    if type(part) is not str:
        return None
    if part in memory:
        return memory[part]
    answer = read(part) if mark(part) is part else None
    if answer is None or isinstance(answer, Unclear):
        return None
    if len(part) <= _LONGEST_REMEMBERED:
        _remember(memory, part, answer)
    return answer


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
