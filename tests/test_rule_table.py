"""The table of rules: which there are, how each binds, and what silence comes to."""

import json

import pytest
from attrs import evolve

import cq_fupin as fupin
from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.judgment import SATISFIED
from cq_fupin.rules.view import view
from organizations import addressed

NORMS = fupin.load_guideline().norms
RULES = tuple(fupin.RULES)

# As the guideline is read; a change here is a change of outcomes.
TABLE = """\
| rule | force | weight | silent |
| --- | --- | --- | --- |
| 5.1.liaison | may | conclusion | inapplicable |
| 5.2.mobilize | must | conclusion | undetermined |
| 5.3.capability | must | conclusion | undetermined |
| 5.3.focus | must | conclusion | undetermined |
| 5.3.cooperate | must | conclusion | undetermined |
| 5.4.place | must | conclusion | unsatisfied |
| 5.4.survey | must | conclusion | undetermined |
| 5.4.needs | must | conclusion | undetermined |
| 5.4.causes | must | conclusion | undetermined |
| 5.5.expertise | must | conclusion | undetermined |
| 5.5.targets | must | conclusion | unsatisfied |
| 5.5.projects | must | conclusion | unsatisfied |
| 5.6.pooling | must | conclusion | undetermined |
| 5.6.innovation | should | conclusion | undetermined |
| 5.7.annual-plan | must | conclusion | undetermined |
| 5.7.in-advance | must | conclusion | undetermined |
| 5.7.people | must | conclusion | unsatisfied |
| 5.7.funds | must | conclusion | unsatisfied |
| 5.7.goods | must | conclusion | unsatisfied |
| 5.7.supervision | must | conclusion | undetermined |
| 5.8.long-term | must | conclusion | undetermined |
| 5.8.at-risk | must | conclusion | undetermined |
| 5.8.follow-up | should | conclusion | undetermined |
| 5.9.cases | must | conclusion | undetermined |
| 5.9.report-supervisor | must | conclusion | undetermined |
| 5.9.report-registrar | must | conclusion | undetermined |
| 18.1.contribute | must | conclusion | undetermined |
| 18.2.regions | must | conclusion | unsatisfied |
| 18.2.groups | must | conclusion | unsatisfied |
| 18.2.fields | must | conclusion | unsatisfied |
| 18.2.main-effort | must | conclusion | undetermined |
| 18.3.long-term | must | conclusion | undetermined |
| 18.4.warmth | must | conclusion | undetermined |
| 18.5.safety | must | conclusion | undetermined |
| 18.5.insurance | should | conclusion | undetermined |
"""

# A cue that is no word stands in no quote: the sentence binds by its form.
WITHOUT_WORD = frozenset({"imperative"})


def silent(rule: fupin.Rule) -> HelpPlan:
    """A plan that says nothing, of an organization that the rule speaks to."""
    return fupin.parse_plan(json.dumps({"标题": "方案", "组织": addressed(rule.id)}), "json")


def row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"


def told(rule: fupin.Rule) -> str:
    norm = NORMS[rule.id]
    assert norm.silence is not None
    return row(rule.id, norm.force.value, norm.weight.value, norm.silence.value)


def test_the_rules_their_force_weight_and_silence_are_those_of_the_table() -> None:
    heads = row("rule", "force", "weight", "silent") + row("---", "---", "---", "---")
    assert heads + "".join(map(told, fupin.RULES.select("5", "18"))) == TABLE


def test_there_are_101_rules_in_the_order_of_the_guideline() -> None:
    order = [norm.id for norm in NORMS]
    assert (len(RULES), len(fupin.RULES.select("5", "18"))) == (101, 35)
    assert [rule.id for rule in RULES] == [id for id in order if id in fupin.RULES]


def test_every_norm_from_article_5_on_that_a_plan_can_show_has_a_rule() -> None:
    shown = {norm.id for norm in NORMS if norm.checkable and (norm.citation.number or 0) >= 5}
    assert shown == {rule.id for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_bears_the_sentence_of_its_norm_as_docstring(rule: fupin.Rule) -> None:
    assert rule.judge.__doc__ == NORMS[rule.id].quote == rule.quote


def test_a_rule_whose_function_bears_no_sentence_quotes_none() -> None:
    rule = fupin.RULES["5.7.funds"]
    assert evolve(rule, judge=lambda _plan: SATISFIED).quote == ""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_word_that_carries_the_force_stands_in_the_sentence(rule: fupin.Rule) -> None:
    norm = NORMS[rule.id]
    assert (norm.cue in norm.quote) is (norm.cue not in WITHOUT_WORD)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_silence_comes_to_what_the_norm_says_of_it(rule: fupin.Rule) -> None:
    plan = silent(rule)
    assert rule(plan).outcome is NORMS[rule.id].silence
    assert rule(view(plan)).outcome is NORMS[rule.id].silence


def test_a_rule_says_in_chinese_what_shows_it_and_what_to_write() -> None:
    for rule in RULES:
        assert str(rule.remedy).endswith("。")
        assert not str(rule.shows).endswith("。")
