"""Related norms: which are worth reading beside each other, and why."""

import itertools
import re
from collections import Counter

import pytest

from cli_runner import invoke
from cq_fupin.models.norm import Norm
from cq_fupin.models.relation import Relation, RelationKind
from cq_fupin.reading.bundled import bundled_rows
from cq_fupin.reading.cases import load_cases, plan_of
from cq_fupin.reading.norms import load_norms
from cq_fupin.reading.relations import load_relations
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.view import Located, view

NORMS = tuple(load_norms())
RELATIONS = load_relations()
STATED = tuple(bundled_rows("relations.csv"))
#: Of everything that two rules read, the part from which on they are about the same.
MUCH = 0.3


@pytest.fixture(scope="module")
def read() -> dict[str, set[str]]:
    """What each rule reads of the plans of its cases, without what leads there."""
    found: dict[str, set[str]] = {rule.id: set() for rule in RULES}
    reading: set[str] = set()
    located = Located.__getattr__

    def watched(self: Located, name: str) -> Located:
        below = located(self, name)
        reading.add(re.sub("/[0-9]+", "", below.pointer))
        return below

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Located, "__getattr__", watched)
        for case in load_cases():
            reading.clear()
            RULES[case.rule](view(plan_of(case)))
            found[case.rule] |= reading
    return {
        rule: {one for one in fields if not any(other.startswith(f"{one}/") for other in fields)}
        for rule, fields in found.items()
    }


def common(read: dict[str, set[str]], one: str, other: str) -> float:
    """The common part of what two rules read; what few rules read counts for more."""
    readers = Counter(field for fields in read.values() for field in fields)
    parts = [
        sum(1 / readers[field] for field in fields)
        for fields in (read[one] & read[other], read[one] | read[other])
    ]
    return parts[0] / parts[1]


@pytest.mark.parametrize("row", STATED, ids=lambda row: f"{row['norm']}-{row['other']}")
def test_what_is_stated_is_of_two_norms_and_stated_once(row: dict[str, str]) -> None:
    ids = {norm.id for norm in NORMS}
    assert {row["norm"], row["other"]} <= ids
    assert row["norm"] != row["other"]
    pairs = [{other["norm"], other["other"]} for other in STATED]
    assert pairs.count({row["norm"], row["other"]}) == 1


def test_rules_that_are_said_to_read_the_same_do(read: dict[str, set[str]]) -> None:
    stated = [(row["norm"], row["other"]) for row in STATED if row["how"] == "fields"]
    assert [pair for pair in stated if not read[pair[0]] & read[pair[1]]] == []


def test_rules_of_everyone_that_read_much_the_same_are_related(read: dict[str, set[str]]) -> None:
    stated = [{row["norm"], row["other"]} for row in STATED]
    items = {norm.id: norm.citation for norm in NORMS}
    core = [rule.id for rule in RULES.select("5", "18")]
    missing = [
        (one, other)
        for one, other in itertools.combinations(core, 2)
        if common(read, one, other) >= MUCH and {one, other} not in stated and items[one] != items[other]
    ]
    assert missing == []


@pytest.mark.parametrize("norm", NORMS, ids=lambda norm: norm.id)
def test_a_norm_has_a_handful_of_others_the_nearest_first(norm: Norm) -> None:
    related = RELATIONS[norm.id]
    others = [relation.other for relation in related]
    kinds = [relation.kind for relation in related]
    assert 1 <= len(related) <= (5 if norm.activity or RelationKind.PARTICULAR not in kinds else 8)
    assert norm.id not in others
    assert len({*others}) == len(others)
    assert kinds == sorted(kinds, key=[*RelationKind].index)


@pytest.mark.parametrize("norm", [norm for norm in NORMS if norm.activity], ids=lambda norm: norm.id)
def test_an_activity_is_related_to_what_its_article_asks_and_that_to_it(norm: Norm) -> None:
    (whole,) = (one.other for one in RELATIONS[norm.id] if one.kind is RelationKind.GENERAL)
    assert (whole.partition(".")[0], whole in RULES) == (str(norm.citation.number), True)
    assert Relation(norm.id, RelationKind.PARTICULAR) in RELATIONS[whole]


def test_of_one_item_those_of_the_same_sentence_come_first() -> None:
    same = [one.other for one in RELATIONS["5.7.funds"] if one.kind is RelationKind.ITEM]
    assert same == ["5.7.goods", "5.7.people", "5.7.in-advance"]


def test_articles_5_and_18_are_related_both_ways() -> None:
    assert RELATIONS["5.4.place"][0] == Relation("18.2.regions", RelationKind.GENERAL)
    assert RELATIONS["18.2.regions"][0] == Relation("5.4.place", RelationKind.PARTICULAR)


def test_explain_names_them_with_what_they_are() -> None:
    assert invoke("explain", "18.5.insurance").stdout.splitlines()[-4:] == [
        "",
        "相关规范：",
        "  18.5.safety  人员安全保障  总的要求",
        "  5.7.people   明确人力      看方案的同样内容",
    ]


def test_explain_names_them_in_english_too() -> None:
    told = invoke("explain", "notice.2.register", "--lang", "en").stdout
    assert "\n\nRelated norms:\n  5.2.mobilize        " in told
    assert told.endswith("of the same item\n")
