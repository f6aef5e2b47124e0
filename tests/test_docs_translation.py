"""The documentation in English: complete, with the code and links of the Chinese, in the glossary's words.

Whether the catalogues have just the messages of the pages is seen where Sphinx is: nox -s docs.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from code_blocks import ROOT
from cq_fupin import load_guideline

DOCS = ROOT / "docs"
CATALOGUES = DOCS / "locale" / "en" / "LC_MESSAGES"
#: Pages whose text stands in another file.
SOURCES = {
    "explanation/data": ROOT / "src" / "cq_fupin" / "data" / "README.md",
    "changelog": ROOT / "CHANGELOG.md",
}
CHINESE = re.compile("[\u4e00-\u9fff]+")
FULL_WIDTH = re.compile("[\u3000-\u303f\uff00-\uffef]")
CODE = re.compile(r"(?P<fence>`+)(?P<code>.+?)(?P=fence)(?!`)")
ROLE = re.compile(r"(?<!`)\{(?P<role>[\w:-]+)\}`(?:[^`<]*<)?(?P<target>[^`>]+)>?`")
LINK = re.compile(r"\]\((?P<target>[^)]+)\)")
QUOTED = re.compile("“[^”]*”|「[^」]*」")
#: Words of the glossary that are everyday words too: what they mean where is seen by people.
EVERYDAY = set("条项无") | {
    *("要求", "引用", "用词", "投入", "回答", "其他", "判断", "结果", "依据", "记录", "变化", "差异", "位置"),
}
#: Names of which only a part is the same in other forms, or which are said otherwise of a plan.
FORMS = {"comparison": "compar", "verification": "verif", "waiver": "waive", "silence": "filled in"}


with (DOCS / "reference" / "glossary.csv").open(encoding="utf-8", newline="") as file:
    TERMS = tuple(csv.DictReader(file))


class Translated(NamedTuple):
    """A message of a page."""

    page: str
    chinese: str
    english: str

    def __str__(self) -> str:
        return f"{self.page}: {self.chinese}"


def catalogues() -> Iterator[tuple[str, Catalog]]:
    for path in sorted(CATALOGUES.rglob("*.po")):
        with path.open("rb") as file:
            yield path.relative_to(CATALOGUES).with_suffix("").as_posix(), read_po(file, locale="en")


def messages() -> Iterator[tuple[str, Message]]:
    yield from ((page, message) for page, catalogue in catalogues() for message in catalogue if message.id)


TRANSLATED = [Translated(page, str(message.id), str(message.string)) for page, message in messages()]


def glossary() -> dict[str, str]:
    """Return the Chinese terms and their English names."""
    return {term["chinese"]: term["name"] for term in TERMS}


def text_of(page: str) -> str:
    return (SOURCES.get(page) or DOCS / f"{page}.md").read_text("utf-8")


def spoken(text: str) -> str:
    """Return a text without its code, roles, targets of links and quotations."""
    for left_out in (ROLE, CODE, LINK, QUOTED):
        text = left_out.sub(" ", text)
    return text


def marks(text: str) -> Counter[str]:
    """Return what a translation takes over as it is: code, and where links and references lead."""
    roles = Counter(f"{found['role']} {found['target']}" for found in ROLE.finditer(text))
    links = Counter(found["target"] for found in LINK.finditer(text))
    code = Counter(found["code"].strip() for found in CODE.finditer(ROLE.sub(" ", text)))
    return roles + links + code


def test_every_page_has_its_catalogue() -> None:
    pages = {
        path.relative_to(DOCS).with_suffix("").as_posix()
        for path in DOCS.rglob("*.md")
        if not {"_build", "examples"} & {*path.parts} and CHINESE.search(path.read_text("utf-8"))
    }
    assert {page for page, _ in catalogues()} == pages | {*SOURCES}


def test_a_decision_record_is_in_both_languages_and_only_its_title_is_translated() -> None:
    records = [catalogue for page, catalogue in catalogues() if re.match(r"decisions/\d", page)]
    assert records
    assert [len(catalogue) for catalogue in records] == [1] * len(records)


def test_every_message_is_translated() -> None:
    assert [str(entry) for entry in TRANSLATED if not entry.english.strip()] == []
    assert [f"{page}: {message.id}" for page, message in messages() if message.fuzzy] == []
    assert [page for page, catalogue in catalogues() if catalogue.obsolete] == []


def test_what_is_translated_stands_on_its_page() -> None:
    """A page that was changed needs a new translation: nox -s docs-messages."""
    pages = {page: re.sub(r"\s+", "", text_of(page)).replace("\\|", "|") for page, _ in catalogues()}
    gone = [str(entry) for entry in TRANSLATED if re.sub(r"\s+", "", entry.chinese) not in pages[entry.page]]
    assert gone == []


def test_a_translation_keeps_code_references_and_links() -> None:
    """It may name more code, for readers of English."""
    lacking = {str(entry): marks(entry.chinese) - marks(entry.english) for entry in TRANSLATED}
    assert {entry: marks for entry, marks in lacking.items() if marks} == {}


def test_chinese_in_a_translation_is_code_or_a_quotation_of_its_message() -> None:
    """Words of the guideline, of the program and of plans are quoted with “”."""
    for entry in TRANSLATED:
        assert not CHINESE.search(spoken(entry.english)), str(entry)
        assert not FULL_WIDTH.search(spoken(entry.english)), str(entry)
        assert [run for run in CHINESE.findall(entry.english) if run not in entry.chinese] == [], str(entry)


def test_a_translation_uses_the_names_of_the_glossary() -> None:
    names = glossary()
    terms = re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))
    differing = []
    for entry in TRANSLATED:
        told = entry.english.lower()
        is_quotation = not re.search("[a-z]", spoken(entry.english))
        for term in set() if is_quotation else {*terms.findall(spoken(entry.chinese))} - EVERYDAY:
            if FORMS.get(names[term], names[term].removesuffix("y")) not in told:
                differing.append(f"{entry}: {term} is called “{names[term]}”")
    assert differing == []


def test_an_everyday_word_is_in_the_glossary() -> None:
    assert {*glossary()} >= EVERYDAY


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("see `a` and `` ` ``", {"a": 1, "`": 1}),
        ("{doc}`../how-to/x`, {doc}`so <../how-to/x>`", {"doc ../how-to/x": 2}),
        ("[there](x.md)", {"x.md": 1}),
    ],
)
def test_marks_are_code_references_and_links(text: str, code: dict[str, int]) -> None:
    assert marks(text) == code


def test_each_page_is_a_page() -> None:
    assert all((DOCS / f"{page}.md").is_file() for page, _ in catalogues())
    assert all(Path(path).is_file() for path in SOURCES.values())


def test_every_term_has_a_name_and_a_source_that_there_is() -> None:
    assert len({term["name"] for term in TERMS}) == len({term["chinese"] for term in TERMS}) == len(TERMS)
    for term in TERMS:
        assert bool(term["meaning"]) == bool(term["meaning_en"]), term["name"]
        assert not CHINESE.search(spoken(QUOTED.sub("", term["meaning_en"]))), term["name"]
        if term["citation"]:
            assert load_guideline()[term["citation"]].id == term["citation"]
