"""Keys: the names of fields in documents, English and Chinese, from the one table of the models."""

from collections.abc import Callable
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from attrs import NOTHING, Attribute, fields, frozen

from cq_fupin.words.answer import Everyone, Nothing, Other, Unclear

_WAYS = (Nothing, Unclear, Other, Everyone, NoneType)


@frozen
class Shape:
    """What may be written as the answer to a field 「形状」.

    Attributes:
        core: What a stated value is, or an element of a list of them.
        ways: The other ways to answer; of a list, those of an element.
        is_list: Whether it is a list.
        is_record: Whether the core is a model with keys of its own.
        is_optional: Whether a document may leave it out.
    """

    core: Any
    ways: frozenset[type]
    is_list: bool
    is_record: bool
    is_optional: bool


@frozen
class Key:
    """A field of a model as documents name it 「键」.

    Attributes:
        name: The English key.
        chinese: The Chinese key.
        shape: What may be written there.
        is_required: Whether a document must have it.
    """

    name: str
    chinese: str
    shape: Shape
    is_required: bool

    @property
    def is_section(self) -> bool:
        """Whether a mapping with keys of its own belongs there."""
        return self.shape.is_record and not self.shape.is_list


def keys(model: Any) -> dict[str, Key]:
    """Return the keys of a model by their names, English and Chinese."""
    return _keys(model)


def _made_keys(model: Any) -> dict[str, Key]:
    own = own_keys(model)
    return {key.name: key for key in own} | {key.chinese: key for key in own}


def own_keys(model: Any) -> tuple[Key, ...]:
    """Return the keys of a model in their order."""
    return _own_keys(model)


def _made_own_keys(model: Any) -> tuple[Key, ...]:
    return tuple(_key(attribute) for attribute in fields(model) if "zh" in attribute.metadata)


def shape(annotation: Any) -> Shape:
    """Return the shape of a field's type."""
    return _shape(annotation)


def _made_shape(annotation: Any) -> Shape:
    core, ways = _parted(annotation)
    is_optional = NoneType in ways
    is_list = get_origin(core) is tuple
    if is_list:
        core, ways = _parted(get_args(core)[0])
    return Shape(core, ways, is_list, is_record(core), is_optional)


def is_record(model: object) -> bool:
    """Tell whether a type is a model that documents have keys for."""
    return isinstance(model, type) and any(
        "zh" in attribute.metadata for attribute in getattr(model, "__attrs_attrs__", ())
    )


def _parted(annotation: object) -> tuple[Any, frozenset[type]]:
    parts = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    return next(part for part in parts if part not in _WAYS), frozenset(
        part for part in parts if part in _WAYS
    )


def _key(attribute: "Attribute[Any]") -> Key:
    return Key(attribute.name, attribute.metadata["zh"], shape(attribute.type), attribute.default is NOTHING)


# Typed as functions of anything: to mypy a class is not certainly hashable.
_keys: Callable[[Any], dict[str, Key]] = cache(_made_keys)
_own_keys: Callable[[Any], tuple[Key, ...]] = cache(_made_own_keys)
_shape: Callable[[Any], Shape] = cache(_made_shape)
