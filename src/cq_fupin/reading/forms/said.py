"""What a document was found to say: values under the keys of a plan, each with its place."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from attrs import evolve, frozen

from cq_fupin.models.place import Place
from cq_fupin.reading.document import Document, child, located_at
from cq_fupin.reading.forms.passage import Passage
from cq_fupin.words.message import Message, say

_OTHER = "other."


@frozen
class Said:
    """A single value that a document states 「所写」.

    Attributes:
        value: What a reader of plans is given: a text, or the mapping of something unclear.
        place: Where it stands; its text are the words as they are written.
        note: What is to be told of it: that it was inferred, or that no field is called so.
    """

    value: object
    place: Place
    note: Message | None = None


#: A tree of what was said: mappings and lists, and in their leaves what is written.
Saying: TypeAlias = Said | list["Saying"] | dict[str, "Saying"]
#: Under which dotted path of a plan's keys what is said.
Entry: TypeAlias = tuple[str, Saying]


def said(words: Passage, *, value: object = None, note: Message | None = None) -> Said:
    """Return words as the value that they are, or as another one that they state."""
    place = Place(words.place.line, words.place.column, words.text, words.place.spot)
    return Said(words.text if value is None else value, place, note)


def assembled(entries: Iterable[Entry]) -> dict[str, Saying]:
    """Return the tree of everything that was said, what was said twice put together."""
    tree: dict[str, Saying] = {}
    for entry in entries:
        for path, saying in _flat(*entry):
            _put(tree, path, saying)
    return tree


def _flat(path: str, saying: Saying) -> Iterator[Entry]:
    """Yield what is said of the fields of a record, each under its own path."""
    if not isinstance(saying, dict):
        yield path, saying
        return
    for key, part in saying.items():
        yield from _flat(f"{path}.{key}", part)


def _put(tree: dict[str, Saying], path: str, saying: Saying) -> None:
    """Put what is said at its path; a text about a record as a whole is kept beside what is said of its fields."""
    record, key = _inside(tree, path)
    if isinstance(record.get(key), dict):
        _put(tree, f"{_OTHER}{key}", saying)
        return
    add = _one_below_the_other if path.startswith(_OTHER) else both
    record[key] = saying if key not in record else add(record[key], saying)


def _inside(tree: dict[str, Saying], path: str) -> tuple[dict[str, Saying], str]:
    """Return the record that a path leads to, and its last key.

    A text that answers a record as a whole makes way for what is said of its fields, and is kept beside the plan.
    """
    *above, key = path.split(".")
    record = tree
    for step in above:
        found = record.get(step)
        if not isinstance(found, dict):
            text, found = found, {}
            record[step] = found
            if text is not None:
                _put(tree, f"{_OTHER}{step}", text)
        record = found
    return record, key


def both(one: Saying, other: Saying) -> Saying:
    """Return what two places of a document say of the same: lists are one list, texts have to agree."""
    if not isinstance(one, Said) or not isinstance(other, Said):
        known = _listed(one)
        return [*known, *(part for part in _listed(other) if _value(part) not in map(_value, known))]
    return one if one.value == other.value else _disagreeing(one, other)


def _one_below_the_other(one: Saying, other: Saying) -> Saying:
    """Return two texts that stand beside the plan under one name as one text."""
    if not isinstance(one, Said) or not isinstance(other, Said) or one.value == other.value:
        return one
    return evolve(one, value=f"{one.value}\n{other.value}", note=one.note or other.note)


def _listed(saying: Saying) -> list[Saying]:
    return saying if isinstance(saying, list) else [saying]


def _value(saying: Saying) -> object:
    return saying.value if isinstance(saying, Said) else saying


def _disagreeing(one: Said, other: Said) -> Said:
    first, second = map(_written, (one, other))
    note = say("文件里写了两处，不一致：“{first}”和“{second}”", first=first, second=second)
    return Said({"unclear": f"{first}；{second}"}, one.place, note)


def _written(one: Said) -> str:
    """Return the words of a value; of one that disagreed already all of them."""
    return str(one.value["unclear"]) if isinstance(one.value, dict) else one.place.text or str(one.value)


def document(tree: dict[str, Saying]) -> Document:
    """Return what was said as a document for the reader of plans."""
    found = dict(leaves(tree, ""))
    places = _places(found)
    notes = {pointer: leaf.note for pointer, leaf in found.items() if leaf.note is not None}
    return located_at(_plain(tree), places, notes)


def _plain(saying: Saying) -> object:
    if isinstance(saying, dict):
        return {key: _plain(part) for key, part in saying.items()}
    return [_plain(part) for part in saying] if isinstance(saying, list) else saying.value


def leaves(saying: Saying, pointer: str) -> Iterator[tuple[str, Said]]:
    """Yield the single values with their pointers."""
    if isinstance(saying, Said):
        yield pointer, saying
        return
    parts = saying.items() if isinstance(saying, dict) else enumerate(saying)
    for key, part in parts:
        yield from leaves(part, child(pointer, key))


def _places(found: Mapping[str, Said]) -> dict[str, Place]:
    """Return the place of each leaf, and of what holds it that of its first."""
    places: dict[str, Place] = {}
    for pointer, leaf in found.items():
        places[pointer] = leaf.place
        above = pointer
        while above:
            above = above.rpartition("/")[0]
            places.setdefault(above, evolve(leaf.place, text=None))
    return places
