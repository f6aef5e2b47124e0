"""Catalogues: everything that is said is translated, whole, and into nothing but the other language."""

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter
from types import SimpleNamespace

import pytest
from attrs import fields
from babel.messages.catalog import Message

from cq_fupin.models.vocabulary import Vocabularies
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.telling.translation import SOURCE, languages, translate
from cq_fupin.words.message import say

TOOLS = Path(__file__).parents[1] / "tools"
LANGUAGES = [name for name in languages() if name != SOURCE]
CHINESE = re.compile(r"[\u2e80-\u2fff\u3001-\u300b\u300e-\u9fff\uf900-\ufaff\uff00-\uffef]")


@pytest.fixture(scope="module")
def tools() -> Iterator[SimpleNamespace]:
    sys.path.insert(0, str(TOOLS))
    yield SimpleNamespace(
        extract=import_module("extract_messages"), compile=import_module("compile_catalogues")
    )
    sys.path.remove(str(TOOLS))


@pytest.fixture(scope="module", params=LANGUAGES)
def translated(tools: SimpleNamespace, request: pytest.FixtureRequest) -> list[Message]:
    catalogue = tools.extract.read(tools.extract.catalogues()[request.param], request.param)
    assert not catalogue.obsolete
    return [message for message in catalogue if message.id]


def strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def names(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}


def one(id: object) -> str:
    return id if isinstance(id, str) else str(id[0])  # type: ignore[index]


def test_the_template_holds_what_is_said_and_nothing_else(tools: SimpleNamespace) -> None:
    said = {one(message.id) for message in tools.extract.template()}
    written = {one(message.id) for message in tools.extract.read(tools.extract.TEMPLATE)}
    assert written == said, "run python tools/extract_messages.py"


def test_every_message_is_translated(tools: SimpleNamespace, translated: list[Message]) -> None:
    said = {one(message.id) for message in tools.extract.template() if message.id}
    assert {one(message.id) for message in translated} == said, "run python tools/extract_messages.py"
    assert [message.id for message in translated if not all(strings(message))] == []
    assert [message.id for message in translated if message.fuzzy] == []


def test_what_has_a_number_has_singular_and_plural(translated: list[Message]) -> None:
    assert [message.id for message in translated if message.pluralizable and len(strings(message)) != 2] == []


def test_a_translation_has_the_places_of_its_message(translated: list[Message]) -> None:
    """A place may be filled by its value for other languages: article by article_number, key by key_english."""
    differing = [
        (message.id, string)
        for message in translated
        for string in strings(message)
        if {re.sub("_(?:number|english)$", "", name) for name in names(string)} != names(one(message.id))
    ]
    assert differing == []


def test_no_chinese_is_left_in_a_translation(translated: list[Message]) -> None:
    assert [string for message in translated for string in strings(message) if CHINESE.search(string)] == []


def test_a_translation_is_spaced_as_its_message_is(translated: list[Message]) -> None:
    assert [
        string
        for message in translated
        for string in strings(message)
        if string != string.strip() and string != ", "
    ] == []
    lines = [
        (one(message.id).count("\n"), string.count("\n"))
        for message in translated
        for string in strings(message)
    ]
    assert all(chinese == other for chinese, other in lines)


def test_entries_of_vocabularies_bear_their_english_names() -> None:
    vocabularies = load_guideline().vocabularies
    entries = {entry for attribute in fields(Vocabularies) for entry in getattr(vocabularies, attribute.name)}
    told = {entry.name_en: translate(say(entry.name), "en").lower() for entry in entries}
    del told["phone call"]  # the field of that Chinese name is a number
    assert {name: other for name, other in told.items() if name.lower() != other} == {}


def test_compiling_writes_beside_each_catalogue(
    tools: SimpleNamespace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "src/cq_fupin/telling/locale/en/LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "cq_fupin.po").write_bytes(tools.extract.catalogues()["en"].read_bytes())
    assert tools.compile.compile_catalogues(tmp_path) == (folder / "cq_fupin.mo",)
    assert sorted(path.name for path in folder.iterdir()) == ["cq_fupin.mo", "cq_fupin.po"]
    tools.compile.main()
    told = [f"src/cq_fupin/telling/locale/{name}/LC_MESSAGES/cq_fupin.mo" for name in LANGUAGES]
    assert capsys.readouterr().out.split() == told
