"""Writes the template of translations, and brings every catalogue up to it.

Run ``python tools/extract_messages.py`` after a message was added or changed; then translate what is
empty in ``src/cq_fupin/telling/locale/*/LC_MESSAGES/cq_fupin.po`` and run ``tools/compile_catalogues.py``.
A message is found where ``say("…")`` or ``say_count("…")`` is called with its text. What is data is
added: the Chinese keys of plans, the names of norms and of the entries of vocabularies.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import fields
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).parents[1] / "src"
PACKAGE = SOURCE / "cq_fupin"
LOCALE = PACKAGE / "telling" / "locale"
TEMPLATE = LOCALE / "cq_fupin.pot"
HEAD: dict[str, Any] = {
    "project": "cq_fupin",
    "version": "1",
    "msgid_bugs_address": "cq_fupin",
    "last_translator": "cq_fupin",
    "language_team": "cq_fupin",
    "copyright_holder": "cq_fupin",
    "header_comment": "# 消息目录：中文原文就是键。 The catalogue of messages: the Chinese text is the key.",
    "charset": "utf-8",
}
KEYWORDS = {"say": None, "say_count": ((1, "t"), (1,))}
WIDTH = 110


def template() -> Catalog:
    """Return the catalogue of everything that is said, without translations."""
    catalogue = Catalog(fuzzy=False, **HEAD)
    for place, id in [*_counted(), *_said(), *_data()]:
        catalogue.add(id, locations=[(place, 0)])
    return catalogue


def catalogues() -> dict[str, Path]:
    """Return the languages that have a catalogue, and where it is."""
    return {path.parts[-3]: path for path in sorted(LOCALE.glob("*/LC_MESSAGES/cq_fupin.po"))}


def read(path: Path, language: str | None = None) -> Catalog:
    """Return a catalogue from its file."""
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _said() -> Iterator[tuple[str, str]]:
    yield from ((place, id) for place, id in _called({"say": None}))


def _counted() -> Iterator[tuple[str, tuple[str, str]]]:
    """Chinese has one form: the id of the plural is the same text."""
    yield from ((place, (id, id)) for place, id in _called({"say_count": (1,)}))


def _called(keywords: dict[str, tuple[int, ...] | None]) -> Iterator[tuple[str, str]]:
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=keywords)
    for name, _line, message, _comments, _context in sorted(found, key=lambda entry: entry[:2]):
        id = message if isinstance(message, str) else message[0]
        if id:
            yield f"cq_fupin/{Path(name).as_posix()}", id


def _data() -> Iterator[tuple[str, str]]:
    from cq_fupin.models.plan import HelpPlan
    from cq_fupin.models.vocabulary import Vocabularies
    from cq_fupin.reading.cases import load_cases
    from cq_fupin.reading.guideline import load_guideline
    from cq_fupin.reading.reasons import load_reasons

    yield "cq_fupin/words/message.py", "、"
    yield from (("cq_fupin/models", name) for name in dict.fromkeys(_keys(HelpPlan)))
    guideline = load_guideline()
    yield from (("cq_fupin/data/norms.csv", norm.name) for norm in guideline.norms)
    reasons = dict.fromkeys(account.reason for account in load_reasons().values())
    yield from (("cq_fupin/data/reasons.csv", reason) for reason in reasons)
    for attribute in fields(Vocabularies):
        entries = getattr(guideline.vocabularies, attribute.name)
        yield from (("cq_fupin/data/vocabularies.csv", entry.name) for entry in entries)
    kinds = dict.fromkeys(region.kind for region in guideline.regions)
    yield from (("cq_fupin/data/divisions.csv", kind) for kind in kinds)
    yield from (("cq_fupin/data/cases", case.why) for case in load_cases() if case.is_example)


def _keys(model: type) -> Iterator[str]:
    from cq_fupin.reading.keys import own_keys

    for key in own_keys(model):
        yield key.chinese
        if key.shape.is_record:
            yield from _keys(key.shape.core)


def _write(catalogue: Catalog, path: Path) -> None:
    with path.open("wb") as file:
        write_po(file, catalogue, width=WIDTH, include_lineno=False, ignore_obsolete=True)


def main() -> None:
    """Write the template and bring the catalogues up to it."""
    made = template()
    if TEMPLATE.exists():
        old = read(TEMPLATE)
        if {str(message.id) for message in old} == {str(message.id) for message in made}:
            made.creation_date = old.creation_date
    _write(made, TEMPLATE)
    for language, path in catalogues().items():
        catalogue = read(path, language)
        catalogue.update(made, no_fuzzy_matching=True)
        for name, value in HEAD.items():
            setattr(catalogue, name, value)
        catalogue.creation_date = catalogue.revision_date = made.creation_date
        _write(catalogue, path)
        empty = sum(not message.string or message.string == ("", "") for message in catalogue if message.id)
        print(f"{path.relative_to(SOURCE.parent)}: {len(catalogue)} messages, {empty} to translate")


if __name__ == "__main__":
    sys.path.insert(0, str(SOURCE))
    main()
