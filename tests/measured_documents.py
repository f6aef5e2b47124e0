"""Measuring reading: the documents of `tests/documents`, and how well what is read of them agrees with a person."""

import re
import tomllib
import traceback
from collections.abc import Iterable, Mapping
from copy import deepcopy
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any

from attrs import frozen

from cq_fupin import HelpPlan, InvalidPlan, read_plan
from cq_fupin.reading.writing import unstructure
from plan_leaves import Pair, compared, is_value

FOLDER = Path(__file__).parent / "documents"
#: Read by no rule: a person's plan leaves it out.
_UNMEASURED = ("format", "other")


@frozen(eq=False)
class Document:
    """A document, with what is known about it."""

    path: Path
    about: Mapping[str, Any]

    @property
    def is_held_out(self) -> bool:
        """Whether it only measures."""
        return bool(self.about["held_out"])

    @property
    def is_refused(self) -> bool:
        """Whether it is no plan, and reading has to say so."""
        return bool(self.about.get("refused"))

    @cached_property
    def expected(self) -> Any:
        """The canonical form of the plan that a person reads in it."""
        return _measured(unstructure(read_plan(f"{self.path}.plan.yaml")))

    @cached_property
    def readings(self) -> tuple[Any, ...]:
        """That plan and the others that are as good."""
        also = self.about.get("also", {})
        choices = product(*([None, *others] for others in also.values()))
        return tuple(_varied(self.expected, zip(also, choice, strict=True)) for choice in choices)

    def is_marked(self, pointer: str | None, key: str) -> bool:
        """Whether a pointer is one of those that its description lists under a key."""
        patterns = (re.escape(text).replace(r"\*", "[^/]*") + "(/|$)" for text in self.about.get(key, ()))
        return pointer is not None and any(re.match(pattern, pointer) for pattern in patterns)


@frozen(eq=False)
class Reading:
    """What a program read in a document."""

    document: Document
    plan: HelpPlan | None
    faults: tuple[str, ...]
    pairs: tuple[Pair, ...]
    crash: str = ""

    @property
    def certain_errors(self) -> tuple[Pair, ...]:
        """What it states that the person didn't read, without any note."""
        return tuple(
            pair for pair in self.pairs if pair.is_claimed and not pair.is_right and not self.note(pair)
        )

    def note(self, pair: Pair) -> str:
        """What is told of how a leaf, or what it is part of, was read."""
        notes = self.plan.reading_notes if self.plan else {}
        at = pair.found or ""
        told = (str(note) for key, note in notes.items() if key and f"{at}/".startswith(f"{key}/"))
        return "; ".join(told)

    def place(self, pair: Pair) -> str:
        """Where the program found a leaf."""
        at = pair.found
        while self.plan and at and at not in self.plan.places:
            at = at.rpartition("/")[0]
        place = self.plan.places.get(at) if self.plan and at else None
        return "" if place is None else f"{place.line}:{place.column}"


def documents() -> tuple[Document, ...]:
    """Return all documents, in the order of their names."""
    found = sorted(FOLDER.glob("*.about.toml"))
    return tuple(
        Document(
            path.with_name(path.name.removesuffix(".about.toml")), tomllib.loads(path.read_text("utf-8"))
        )
        for path in found
    )


def measured(document: Document) -> Reading:
    """Read a document and compare it with what a person read."""
    try:
        plan = read_plan(document.path)
    except InvalidPlan as error:
        faults = tuple(str(fault) for fault in error.faults)
        return Reading(document, None, faults, _missing(document))
    except Exception:  # noqa: BLE001 - that reading breaks down is a result, too
        return Reading(document, None, (), _missing(document), crash=traceback.format_exc())
    got = _measured(unstructure(plan))
    if document.is_refused:
        return Reading(document, plan, (), tuple(compared({}, got)))
    ways = (tuple(compared(expected, got)) for expected in document.readings)
    return Reading(
        document, plan, (), max(ways, key=lambda pairs: sum(1 if p.is_right else -1 for p in pairs))
    )


def _missing(document: Document) -> tuple[Pair, ...]:
    return () if document.is_refused else tuple(compared(document.expected, {}))


def _measured(tree: Any) -> Any:
    """Return a canonical form without what isn't measured."""
    if isinstance(tree, dict) and not is_value(tree):
        return {key: _measured(part) for key, part in tree.items() if key not in _UNMEASURED}
    return [_measured(part) for part in tree] if isinstance(tree, list) else tree


def _varied(tree: Any, changes: Iterable[tuple[str, Any]]) -> Any:
    """Return a canonical form with other values at some pointers."""
    varied = deepcopy(tree)
    for pointer, value in changes:
        *above, last = pointer.split("/")[1:]
        holder = varied
        for key in above:
            holder = holder[int(key)] if isinstance(holder, list) else holder.setdefault(key, {})
        if value == "absent":
            holder.pop(last, None)
        elif value is not None:
            holder[last] = value
    return varied
