"""Where names stand in a running text: found by an automaton and without one, they are the same."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cq_fupin as fupin
from cq_fupin.reading.regions import occurrences
from cq_fupin.reading.regions.occurrences import by_endings, patterns, words

regions = fupin.load_guideline().regions
ROOT = Path(__file__).parents[1]
PATTERNS = sorted(patterns())
GLUE = st.sampled_from(
    ("", "，", "和", "村", "乡", "镇", "县", "城", "长", "东", "离", "村委会", "居民委员会", "😀")
)
TEXTS = st.lists(st.sampled_from(PATTERNS) | st.sampled_from(sorted(words())) | GLUE, max_size=8).map("".join)


@pytest.fixture
def _searched_much(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(occurrences, "AUTOMATON_AFTER", 0)
    occurrences._automaton.cache_clear()
    yield
    occurrences._automaton.cache_clear()


def found(text: str) -> list[tuple[str, int, int]]:
    return [(patterns()[which], start, end) for which, start, end in occurrences.occurrences(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", []),
        ("到渝中巴南", [("渝中", 1, 3), ("巴南", 3, 5)]),
        ("😀开县大进镇", [("开县", 1, 3), ("大进镇", 3, 6)]),
        ("渝", [("渝", 0, 1)]),
        ("优秀山区，合川东城街道", [("优秀山", 0, 3), ("合川东", 5, 8)]),
    ],
)
@pytest.mark.usefixtures("_searched_much")
def test_the_longest_is_found_from_the_left(text: str, names: list[tuple[str, int, int]]) -> None:
    assert found(text) == names
    assert [(patterns()[which], start, end) for which, start, end in by_endings(text)] == names


@given(TEXTS)
def test_an_automaton_finds_what_is_found_without_one(text: str) -> None:
    assert list(occurrences._automaton()(text)) == by_endings(text)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests" / "texts").glob("*.toml")), ids=lambda path: path.stem
)
def test_in_prose_too(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(by_endings(text)) > 60
    assert list(occurrences._automaton()(text)) == by_endings(text)


@pytest.mark.usefixtures("_searched_much")
def test_half_a_character_is_no_hindrance() -> None:
    assert [mention.text for mention in regions.scan("\ud800到开县大进镇")] == ["开县大进镇"]


@pytest.mark.usefixtures("_searched_much")
def test_no_automaton_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ahocorasick_rs", None)
    assert occurrences._automaton() is by_endings
    assert [mention.text for mention in regions.scan("到开县大进镇")] == ["开县大进镇"]


def test_an_automaton_is_made_only_once_much_was_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(occurrences._Demand, "signs", 0)
    monkeypatch.setattr(occurrences, "AUTOMATON_AFTER", 10)
    monkeypatch.setattr(occurrences, "_automaton", lambda: lambda _text: ())
    assert [[mention.text for mention in regions.scan("到开县大进镇")] for _time in range(2)] == [
        ["开县大进镇"],
        [],
    ]
