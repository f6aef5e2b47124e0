"""A rule is whole: a norm with its quote, a function, a case of what it finds, and its words in every language.

Each failure says what is missing, and where to write it.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import cq_fupin as fupin
from cq_fupin.models.case import Case
from cq_fupin.reading.cases import load_cases

NORMS = fupin.load_guideline().norms
ARTICLES = tuple(range(5, 19))
LOCALE = Path(fupin.__file__).parent / "telling" / "locale"
CATALOGUES = sorted(LOCALE.rglob("*.po"))


def cases(id: str) -> tuple[Case, ...]:
    return tuple(case for case in load_cases() if case.rule == id)


def without_norm() -> Iterator[str]:
    for rule in fupin.RULES:
        if rule.id not in NORMS:
            yield f"{rule.id}：norms.csv 没有这条规范"


def without_rule() -> Iterator[str]:
    for norm in NORMS:
        article = norm.citation.number
        if norm.checkable and article in ARTICLES and norm.id not in {rule.id for rule in fupin.RULES}:
            yield f"{norm.id}：没有规则，写在 rules/article_{article}.py，并列入末尾的 RULES"


def without_quote() -> Iterator[str]:
    for rule in fupin.RULES:
        if rule.id in NORMS and rule.quote != NORMS[rule.id].quote:
            yield f"{rule.id}：函数的文档字符串是“{rule.quote}”，norms.csv 的引句是“{NORMS[rule.id].quote}”"


def without_cases() -> Iterator[str]:
    for rule in fupin.RULES:
        found = {case.outcome for case in cases(rule.id)}
        shown = [case.outcome for case in cases(rule.id) if case.is_example]
        silence = NORMS[rule.id].silence
        wanted = {fupin.Outcome.SATISFIED, silence} if silence is not None else {fupin.Outcome.SATISFIED}
        file = f"data/cases/{rule.id.rpartition('.')[0]}.toml"
        for outcome in sorted(wanted - found, key=lambda outcome: outcome.value):
            yield f"{rule.id}：没有结果为 {outcome.value} 的案例，写在 {file}"
        for outcome in sorted(found, key=lambda outcome: outcome.value):
            if shown.count(outcome) != 1:
                yield f"{rule.id}：结果为 {outcome.value} 的案例应有且只有一个“示例”，见 {file}"


def without_words() -> Iterator[str]:
    for catalogue in CATALOGUES:
        with catalogue.open("rb") as file:
            translated = {entry.id for entry in read_po(file) if entry.string and not entry.fuzzy}
        for rule in fupin.RULES:
            for message in (rule.shows, rule.remedy):
                if message.id not in translated:
                    yield f"{rule.id}：{catalogue.relative_to(LOCALE)} 没有“{message.id}”的译文"


@pytest.mark.parametrize("missing", [without_norm, without_rule, without_quote, without_cases, without_words])
def test_nothing_is_missing_for_a_rule(missing: Callable[[], Iterator[str]]) -> None:
    found = list(missing())
    assert not found, "\n".join(["", *found])


def test_there_are_catalogues_to_look_into() -> None:
    assert CATALOGUES


def test_the_order_of_the_rules_is_that_of_the_guideline() -> None:
    order = {norm.id: number for number, norm in enumerate(NORMS)}
    numbers = [order[rule.id] for rule in fupin.RULES]
    assert numbers == sorted(numbers)
