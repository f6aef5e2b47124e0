"""Norms: each rests on a sentence that the text has."""

import copy
import pickle
from collections import Counter

import pytest

from cq_fupin.models.guideline import Guideline
from cq_fupin.models.norm import Norm
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.words.errors import UnknownProvision
from cq_fupin.words.force import Force, Weight
from cq_fupin.words.outcome import Outcome

GUIDELINE = load_guideline()
# Norms whose cue is a word and yet not in the quote, each with its reason: there are none.
CUE_ELSEWHERE: frozenset[str] = frozenset()
FORCES = {
    "要": Force.MUST,
    "可以": Force.MAY,
    "可": Force.MAY,
    "鼓励": Force.SHOULD,
    "倡议": Force.SHOULD,
    "支持": Force.SHOULD,
    "探索": Force.SHOULD,
    "积极动员": Force.SHOULD,
    "有条件的": Force.SHOULD,
}


@pytest.fixture(scope="module")
def guideline() -> Guideline:
    return GUIDELINE


@pytest.fixture(params=GUIDELINE.norms, ids=lambda norm: norm.id)
def norm(request: pytest.FixtureRequest) -> Norm:
    assert isinstance(request.param, Norm)
    return request.param


def test_its_quote_stands_verbatim_in_its_provision(guideline: Guideline, norm: Norm) -> None:
    assert norm.quote in guideline[norm.citation].text


def test_its_cue_stands_in_its_quote_where_it_is_a_word(norm: Norm) -> None:
    assert norm.cue == "imperative" or (norm.cue in norm.quote) != (norm.id in CUE_ELSEWHERE)


def test_its_force_is_that_of_its_cue_outside_articles_11_to_17(norm: Norm) -> None:
    if norm.force is not Force.ATTEND and norm.cue != "imperative":
        assert FORCES[norm.cue] is norm.force


def test_its_id_begins_with_where_it_stands(guideline: Guideline, norm: Norm) -> None:
    where = guideline[norm.citation].citation
    number = where.item or (where.demand if where.part == "notice" else None)
    beginning = where.part if where.part != "art" else str(where.number)
    assert norm.id.startswith(f"{beginning}." if number is None else f"{beginning}.{number}.")


def test_only_what_a_plan_can_show_has_an_outcome_for_silence(norm: Norm) -> None:
    assert norm.checkable == (norm.silence is not None)
    assert norm.checkable or not norm.activity


def test_there_are_116_in_the_order_of_the_text(guideline: Guideline) -> None:
    places = list(guideline.provisions)
    order = [places.index(norm.citation.id) for norm in guideline.norms]
    articles = [guideline[norm.citation].citation.number or 0 for norm in guideline.norms]
    assert len(order) == len(guideline.norms) == 116
    assert articles == sorted(articles)


def test_35_norms_of_articles_5_and_18_weigh_on_the_conclusion(guideline: Guideline) -> None:
    weighing = [norm for norm in guideline.norms if norm.weight is Weight.CONCLUSION]
    assert Counter(norm.id.split(".")[0] for norm in weighing if not norm.id.endswith(".own")) == {
        "5": 26,
        "18": 9,
    }


def test_a_norm_is_found_by_its_id(guideline: Guideline) -> None:
    norm = guideline.norm("5.7.funds")
    assert norm is guideline.norms["5.7.funds"]
    assert "5.7.funds" in guideline.norms
    assert (norm.name, norm.force, norm.silence) == ("明确资金", Force.MUST, Outcome.UNSATISFIED)
    assert str(norm.citation) == "第五条第(七)项"


def test_a_quote_with_a_comma_is_read_whole(guideline: Guideline) -> None:
    assert guideline.norm("18.4.warmth").quote == "既要捐钱捐物,也要嘘寒问暖"


@pytest.mark.parametrize(
    ("id", "told"),
    [
        ("5.7.fund", "没有规范“5.7.fund”，相近的有：5.7.funds"),
        ("无此规范", "没有规范“无此规范”，编号应如“5.7.funds”"),
    ],
)
def test_an_unknown_id_is_told_what_looks_like_it(guideline: Guideline, id: str, told: str) -> None:
    with pytest.raises(UnknownProvision) as caught:
        guideline.norm(id)
    assert str(caught.value).startswith(told)


def test_an_overlong_id_is_not_repeated_whole(guideline: Guideline) -> None:
    with pytest.raises(UnknownProvision) as caught:
        guideline.norm("5" * 100_000)
    assert len(str(caught.value)) < 200


def test_norms_pickle_and_copy_equal(guideline: Guideline) -> None:
    assert pickle.loads(pickle.dumps(guideline.norms)) == copy.deepcopy(guideline.norms) == guideline.norms
