"""What is read in documents as people write them, against the plans that a careful person reads in them.

The documents that are held out are judged as a whole and not named, so that the reader isn't fitted to them.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

import pytest

from measured_documents import Document, Reading, documents, measured
from plan_leaves import Pair, compared, is_same

ENOUGH = 0.95
DOCUMENTS = documents()
TUNED = [document for document in DOCUMENTS if not document.is_held_out]
FORMATS = {".docx": 12, ".xlsx": 6, ".csv": 3, ".txt": 3, ".md": 2, ".pdf": 2}
reading = cache(measured)


def named(document: Document) -> str:
    return document.path.name


def half(*, held_out: bool) -> list[Reading]:
    return [reading(document) for document in DOCUMENTS if document.is_held_out == held_out]


def precision(pairs: Iterable[Pair]) -> float:
    claimed = [pair.is_right for pair in pairs if pair.is_claimed]
    return sum(claimed) / len(claimed)


def recall(pairs: Iterable[Pair]) -> float:
    expected = [pair.is_right for pair in pairs if pair.pointer is not None]
    return sum(expected) / len(expected)


def test_the_documents_have_all_formats_and_shapes() -> None:
    counts = {ending: sum(document.path.suffix == ending for document in DOCUMENTS) for ending in FORMATS}
    assert all(counts[ending] >= least for ending, least in FORMATS.items())
    shapes = {document.about["shape"] for document in DOCUMENTS}
    assert shapes == {"official", "project", "activity", "village", "form", "prose"}
    assert len(DOCUMENTS) - len(TUNED) >= 16


@pytest.mark.parametrize("document", TUNED, ids=named)
def test_a_document_is_read_or_refused_as_a_person_would(document: Document) -> None:
    got = reading(document)
    assert not got.crash
    assert document.is_refused == bool(got.faults), got.faults


@pytest.mark.parametrize("document", TUNED, ids=named)
def test_nothing_wrong_is_reported_as_certain(document: Document) -> None:
    got = reading(document)
    assert [(p.found, p.got, p.expected, got.place(p)) for p in got.certain_errors] == []


def test_documents_held_out_are_read_or_refused_as_a_person_would() -> None:
    got = half(held_out=True)
    assert sum(bool(one.crash) for one in got) == 0
    assert sum(one.document.is_refused != bool(one.faults) for one in got) == 0


def test_nothing_wrong_is_reported_as_certain_of_documents_held_out() -> None:
    assert sum(len(one.certain_errors) for one in half(held_out=True)) == 0


@pytest.mark.parametrize("held_out", [False, True], ids=["tuned", "held out"])
def test_nearly_all_fields_are_read_right(held_out: bool) -> None:
    pairs = [pair for one in half(held_out=held_out) for pair in one.pairs]
    assert precision(pairs) >= ENOUGH
    assert recall(pairs) >= ENOUGH


class TestMeasuring:
    def test_a_plan_agrees_with_itself_in_whatever_order_its_lists_are(self) -> None:
        plan: dict[str, list[Any]] = {
            "regions": ["1", "2"],
            "measures": [{"title": "甲", "budget": 1}, {"title": "乙", "budget": 2}],
        }
        turned = {name: value[::-1] for name, value in plan.items()}
        assert all(pair.is_right for pair in compared(plan, turned))

    def test_another_value_is_wrong_an_unclear_one_only_missing(self) -> None:
        (wrong,) = compared({"budget": 1}, {"budget": 2})
        (asked,) = compared({"budget": 1}, {"budget": {"unclear": "1"}})
        assert (wrong.is_right, wrong.is_claimed, asked.is_right, asked.is_claimed) == (
            False,
            True,
            False,
            False,
        )

    def test_what_only_one_side_has_is_missing_or_too_much(self) -> None:
        missing, extra = compared({"dated": "2020"}, {"period": {"start": "2020"}})
        assert (missing.found, missing.is_claimed) == (None, False)
        assert (extra.pointer, extra.is_claimed, extra.field) == (None, True, "/period/start")

    def test_a_stated_none_is_no_silence_and_yes_is_not_one(self) -> None:
        assert not any(pair.is_right for pair in compared({"goods": []}, {"goods": [{"name": "米"}]}))
        assert not is_same(1, True, "/in_annual_plan")

    def test_free_texts_may_be_cut_elsewhere_but_not_invented(self) -> None:
        whole, cut = {"survey": {"causes": ["缺技术、缺劳力"]}}, {"survey": {"causes": ["缺技术", "缺劳力"]}}
        assert all(pair.is_right for pair in compared(cut, whole))
        assert (
            sum(p.is_claimed and not p.is_right for p in compared(cut, {"survey": {"causes": ["懒"]}})) == 1
        )
