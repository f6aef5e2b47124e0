"""Alignment: where each part of the canonical form stands in the document as it was written."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from cq_fupin.models.place import Place
from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.document import Document, child
from cq_fupin.reading.keys import Key, keys
from cq_fupin.reading.marks import is_silent

Pair = tuple[str, str]


class Places(Mapping[str, Place]):
    """The place of everything by its pointer into the canonical form, looked for when first asked."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _found(self) -> dict[str, Place]:
        written = self._document.places
        return {canonical: written[raw] for canonical, raw in aligned(self._document.tree) if raw in written}

    def __getitem__(self, pointer: str) -> Place:
        return self._found[pointer]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def __reduce__(self) -> tuple[type[dict[str, Place]], tuple[dict[str, Place]]]:
        return dict, (self._found,)


def aligned(tree: object) -> Iterator[Pair]:
    """Yield each pointer into the canonical form with the pointer into the document as written."""
    return _record(tree, HelpPlan, "", "")


def _record(tree: object, model: type, canonical: str, raw: str) -> Iterator[Pair]:
    yield canonical, raw
    if not isinstance(tree, dict):
        return
    for name, value in tree.items():
        key = keys(model).get(name)
        if key is not None:
            yield from _field(value, key, child(canonical, key.name), child(raw, name))


def _field(value: object, key: Key, canonical: str, raw: str) -> Iterator[Pair]:
    yield canonical, raw
    if not key.shape.is_list:
        if isinstance(value, list) and len(value) == 1:
            value, raw = value[0], child(raw, 0)
        yield from _value(value, key, canonical, raw)
        return
    if not isinstance(value, list):
        yield from _value(value, key, child(canonical, 0), raw)
        return
    kept = [number for number, part in enumerate(value) if not is_silent(part)]
    for index, number in enumerate(kept):
        yield from _value(value[number], key, child(canonical, index), child(raw, number))


def _value(value: object, key: Key, canonical: str, raw: str) -> Iterator[Pair]:
    if key.shape.is_record:
        yield from _record(value, key.shape.core, canonical, raw)
        return
    yield canonical, raw
    if isinstance(value, dict):
        yield from ((child(canonical, name), child(raw, name)) for name in value)
