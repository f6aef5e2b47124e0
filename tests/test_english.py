"""The English of the guideline: whole, of this very text, with its figures and its modality; marked as unofficial."""

import pickle
import re
import tomllib
from hashlib import sha256

import pytest

import cq_fupin as fupin
from cli_runner import invoke
from cq_fupin.models.provision import Provision
from cq_fupin.reading.bundled import bundled_text

GUIDELINE = fupin.load_guideline()
TABLES = tomllib.loads(bundled_text("english.toml"))
PROVISIONS = tuple(GUIDELINE.provisions.values())
#: What a cue of the Chinese is in English.
CUES = {"可以": "may", "可": "may", "鼓励": "encourage", "倡议": "propose"}
#: What a number of the text is called in English where no figure stands.
MONTHS = {"5": "May"}


def own(provision: Provision) -> str:
    """The words of a provision without those of its parts."""
    text = provision.text
    for part in provision.children:
        text = text.replace(part.printed, "")
    return text


def test_the_english_is_of_the_text_that_is_bundled() -> None:
    source = TABLES["source"]
    assert sha256(bundled_text(source["file"]).encode()).hexdigest() == source["sha256"]


def test_every_provision_has_its_english_and_there_is_no_other() -> None:
    assert [*TABLES][1:] == [provision.id for provision in PROVISIONS]
    assert all(words["text"].strip() == words["text"].lstrip("\n") for words in list(TABLES.values())[1:])
    assert all(re.fullmatch(r"[ -~\n“”’]+", provision.english) for provision in PROVISIONS)


@pytest.mark.parametrize(
    "provision", [one for one in PROVISIONS if one.kind != "annex"], ids=lambda one: one.id
)
def test_figures_stand_in_both(provision: Provision) -> None:
    said = provision.translation
    assert said is not None
    english = f"{said.text} {said.after}"
    for figure in re.findall(r"\d+", own(provision)):
        assert re.search(rf"\b(?:{figure}|{MONTHS.get(figure, figure)})\b", english), figure


@pytest.mark.parametrize(
    "norm", [norm for norm in GUIDELINE.norms if norm.cue in CUES], ids=lambda one: one.id
)
def test_what_is_allowed_or_encouraged_is_so_in_english(norm: fupin.Norm) -> None:
    assert CUES[norm.cue] in GUIDELINE.provisions[norm.citation.id].english


@pytest.mark.parametrize(
    "norm", [norm for norm in GUIDELINE.norms if norm.force is fupin.Force.MUST], ids=lambda one: one.id
)
def test_what_must_be_is_so_in_english(norm: fupin.Norm) -> None:
    whole = GUIDELINE.provisions[norm.citation.id.partition("__")[0]]
    assert re.search(r"\bmust\b|\bare to\b", whole.english)


def test_a_whole_has_its_parts_each_on_a_line() -> None:
    lines = GUIDELINE.article(18).english.splitlines()
    assert [line[:4] for line in lines[1:]] == ["(1) ", "(2) ", "(3) ", "(4) ", "(5) "]
    assert lines[5] == f"(5) {GUIDELINE['18.5'].english}"
    assert GUIDELINE.notice.english.splitlines()[-1].endswith("14 May 2020")


def test_the_english_is_no_part_of_what_a_provision_is() -> None:
    provision = GUIDELINE["18.5"]
    bare = Provision(provision.citation, provision.text, provision.printed, note=provision.note)
    assert (bare.english, bare.translation) == ("", None)
    assert bare == provision
    assert pickle.loads(pickle.dumps(provision)).english == provision.english


def test_the_command_shows_it_where_english_is_asked_for_and_says_what_it_is() -> None:
    english = invoke("show", "18.5", "--lang", "en").stdout
    assert GUIDELINE["18.5"].english in english
    assert "This project’s own English, unofficial: the Chinese text alone counts." in english
    assert GUIDELINE["18.5"].english not in invoke("show", "18.5").stdout
