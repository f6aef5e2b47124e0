"""Predicates: what each of the four answers comes to, and what is noted of it."""

from collections.abc import Callable
from typing import Any

import pytest

from cq_fupin.rules.judgment import SATISFIED, UNDETERMINED, UNSATISFIED, Judgment
from cq_fupin.rules.predicates import (
    DIFFERS,
    FITS,
    NONE_STATED,
    OPEN,
    OUTSIDE,
    SILENT,
    STATED,
    UNCLEAR,
    above_none,
    every,
    is_one,
    known,
    noted,
    some,
    stated,
    when,
)
from cq_fupin.rules.view import Located, pointer
from cq_fupin.words.answer import Nothing, Other, Unclear
from cq_fupin.words.message import Message, say

HINT = say("有两处")
#: Each predicate, asked whether what stands there is so.
ASKED: dict[str, Callable[[Any], Judgment]] = {
    "when": lambda answer: when(answer, lambda _value: True),
    "known": lambda answer: known(answer, lambda _value: True),
    "is_one": lambda answer: is_one(answer, "visit"),
    "above_none": above_none,
    "stated": stated,
    "some": lambda answer: some(answer, lambda _value: SATISFIED),
    "every": lambda answer: every(answer, lambda _value: SATISFIED),
}


def note(judgment: Judgment) -> Message:
    (evidence,) = judgment.evidence
    return evidence.note


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize(
    ("answer", "judgment", "said"),
    [
        (None, UNDETERMINED, SILENT),
        (Nothing.NONE, UNSATISFIED, NONE_STATED),
        (Unclear("后坪乡"), UNDETERMINED, UNCLEAR),
        (Unclear("后坪乡", HINT), UNDETERMINED, HINT),
    ],
)
def test_what_is_no_value_is_judged_and_noted_alike(
    name: str, answer: object, judgment: Judgment, said: Message
) -> None:
    found = ASKED[name](Located(answer, "/regions"))
    assert (found.outcome, note(found)) == (judgment.outcome, said)
    assert ASKED[name](answer) == judgment


@pytest.mark.parametrize("name", ["some", "every", "stated"])
@pytest.mark.parametrize("hint", [None, HINT])
def test_an_element_that_is_unclear_is_open_and_noted_with_its_hint(name: str, hint: Message | None) -> None:
    found = ASKED[name](Located((Unclear("后坪乡", hint),), "/regions"))
    assert (found.outcome, note(found)) == (UNDETERMINED.outcome, hint or UNCLEAR)


@pytest.mark.parametrize("hint", [None, HINT])
def test_a_text_outside_a_vocabulary_is_open_and_noted_with_its_hint(hint: Message | None) -> None:
    found = known(Located(Other("县妇联", hint), "/liaisons/0/kind"), lambda _entry: True)
    assert (found.outcome, note(found)) == (UNDETERMINED.outcome, hint or OUTSIDE)


def test_no_element_satisfies_neither_one_nor_all() -> None:
    for quantified in (some, every):
        assert quantified((), lambda _value: SATISFIED) == UNSATISFIED
        assert quantified((), lambda _value: SATISFIED, none=SATISFIED) == SATISFIED


def test_what_ought_to_be_a_list_and_is_none_is_open() -> None:
    no_list: Any = "巫溪县"
    for quantified in (some, every):
        assert quantified(no_list, lambda _value: SATISFIED) == UNDETERMINED


def test_a_value_is_noted_as_what_was_said_of_it_or_by_what_it_comes_to() -> None:
    value = Located("每季度", "/interval")
    assert note(stated(value)) == STATED
    for judgment, said in ((SATISFIED, FITS), (UNSATISFIED, DIFFERS), (UNDETERMINED, OPEN)):
        assert note(noted(judgment, value)) == said
        assert note(noted(judgment, value, HINT)) == HINT
        assert noted(judgment, "每季度", HINT) == judgment


def test_only_what_is_located_stands_somewhere() -> None:
    assert pointer(Located("甲", "/title")) == "/title"
    assert pointer("甲") is None
