import subprocess
import sys

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import cq_fupin as fupin
from cq_fupin.reading.cases import load_cases
from cq_fupin.reading.document import Document, walk
from cq_fupin.reading.keys import own_keys
from cq_fupin.reading.plans import structured
from cq_fupin.registration import register
from cq_fupin.rules.judgment import UNSATISFIED, Evidence, Judgment
from cq_fupin.rules.rule import Rule
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.strategies import (
    amounts,
    citations,
    documents,
    help_plans,
    intervals,
    judgments,
    measures,
    organizations,
    outcomes,
    plans_with,
    regions,
    spans,
)
from cq_fupin.words.answer import Everyone, Nothing, Other, Unclear
from cq_fupin.words.message import say
from examples_tried import few, no_fewer

Outcome = fupin.Outcome
REACHED = sorted({(case.rule, case.outcome) for case in load_cases() if case.rule in fupin.RULES}, key=str)


def read(tree: dict[str, object]) -> fupin.HelpPlan:
    return structured(Document(tree, lambda: ({}, {})))


@few(60)
@given(documents())
def test_a_document_means_the_plan_beside_it(pair: tuple[dict[str, object], fupin.HelpPlan]) -> None:
    tree, plan = pair
    assert read(tree) == plan


@few(20)
@given(documents())
def test_a_document_holds_nothing_that_json_has_not(pair: tuple[dict[str, object], fupin.HelpPlan]) -> None:
    for _, value, _ in walk(pair[0]):
        assert value is None or isinstance(value, str | int | bool | list | dict)


@pytest.mark.parametrize(
    "word", ["标题", "title", "无", "none", "待定", "unclear", "是", "对象", "target_groups"]
)
def test_documents_come_in_both_languages_and_all_ways_to_answer(word: str) -> None:
    def has_word(pair: tuple[dict[str, object], fupin.HelpPlan]) -> bool:
        return any(
            value == word or (isinstance(value, dict) and word in value) for _, value, _ in walk(pair[0])
        )

    find(documents(), has_word, settings=settings(no_fewer(3000), phases=[Phase.generate]))


def test_plans_answer_in_every_way() -> None:
    seen: set[object] = set()

    def look_at(value: object) -> None:
        seen.add(value if isinstance(value, Nothing | Everyone) else type(value))
        for part in value if isinstance(value, tuple) else ():
            look_at(part)

    @no_fewer(100)
    @given(help_plans())
    def look(plan: fupin.HelpPlan) -> None:
        for model in (plan, plan.organization, plan.survey, plan.safety.insurance, plan.online_volunteers):
            for key in own_keys(type(model)):
                look_at(getattr(model, key.name))

    look()
    wanted = {
        Nothing.NONE,
        Everyone.ALL,
        Unclear,
        Other,
        type(None),
        str,
        bool,
        tuple,
        fupin.Span,
        fupin.Amount,
        fupin.Measure,
    }
    assert wanted <= seen


def test_whole_sections_are_none_and_unclear_at_times() -> None:
    seen: set[object] = set()

    @no_fewer(100)
    @given(help_plans())
    def look(plan: fupin.HelpPlan) -> None:
        written = fupin.unstructure(plan)
        seen.update("none" for value in (written.get("safety"), written.get("survey")) if value == [])
        survey = written.get("survey")
        seen.update("unclear" for _ in range(isinstance(survey, dict) and set(survey) == {"unclear"}))

    look()
    assert seen == {"none", "unclear"}


@few(60)
@given(help_plans())
def test_no_list_of_one_unclear_element_is_made_since_it_reads_as_an_unclear_answer(
    plan: fupin.HelpPlan,
) -> None:
    for answer in (plan.regions, plan.measures, plan.partners, plan.reports):
        assert not (isinstance(answer, tuple) and len(answer) == 1 and isinstance(answer[0], Unclear))


@pytest.mark.parametrize(("rule", "outcome"), REACHED, ids=str)
def test_a_plan_aimed_at_an_outcome_has_it(rule: str, outcome: fupin.Outcome) -> None:
    @no_fewer(3)
    @given(plans_with(rule, outcome))
    def aim(plan: fupin.HelpPlan) -> None:
        assert fupin.RULES[rule](plan).outcome is outcome

    aim()


def test_aimed_plans_say_much_that_their_cases_do_not() -> None:
    titles: set[object] = set()

    @no_fewer(20)
    @given(plans_with("5.7.funds", Outcome.SATISFIED))
    def aim(plan: fupin.HelpPlan) -> None:
        titles.add(plan.title)
        assert not plan.places

    aim()
    assert len(titles) > 5


def test_an_outcome_that_no_case_reaches_is_told() -> None:
    with pytest.raises(fupin.FupinError, match=r"没有一份方案使5\.7\.funds的结果为“inapplicable”"):
        plans_with("5.7.funds", Outcome.INAPPLICABLE)


def test_a_rule_that_there_is_not_is_told() -> None:
    with pytest.raises(fupin.FupinError, match=r"没有编号为“5\.7\.fund”的规则"):
        plans_with("5.7.fund", Outcome.SATISFIED)


def test_a_rule_of_ones_own_is_aimed_at_by_the_cases_of_the_others() -> None:
    own = Rule("own.never", lambda _plan: UNSATISFIED, say("甲"), say("乙"))

    @no_fewer(3)
    @given(plans_with("own.never", Outcome.UNSATISFIED, rules=RuleSet((own,))))
    def aim(plan: fupin.HelpPlan) -> None:
        assert own(plan).is_unsatisfied

    aim()


@few(30)
@given(st.data())
def test_each_strategy_makes_its_own_type(data: st.DataObject) -> None:
    made = (
        (amounts(), fupin.Amount), (spans(), fupin.Span), (intervals(), fupin.Interval), (regions(), fupin.Region),
        (citations(), fupin.Citation), (outcomes(), fupin.Outcome), (judgments(), Judgment),
        (measures(), fupin.Measure), (organizations(), fupin.Organization),
    )  # fmt: skip
    for strategy, type_ in made:
        assert isinstance(data.draw(strategy), type_)


@few(30)
@given(judgments())
def test_judgments_combine(judgment: Judgment) -> None:
    assert judgment.outcome is not Outcome.INAPPLICABLE
    assert all(isinstance(evidence, Evidence) for evidence in (judgment & ~judgment).evidence)


@few(30)
@given(amounts(whole=True))
def test_amounts_of_people_are_whole(amount: fupin.Amount) -> None:
    assert all(part is None or part % 1 == 0 for part in (amount.at_least, amount.at_most, amount.about))


@few(30)
@given(citations())
def test_citations_cite_what_the_guideline_has(citation: fupin.Citation) -> None:
    assert fupin.load_guideline()[citation].citation == citation


def test_types_are_strategies_once_registered() -> None:
    register()
    types = (
        fupin.HelpPlan, fupin.Region, fupin.Citation, fupin.Outcome, fupin.Span, fupin.Amount, fupin.Interval,
        fupin.Measure, fupin.Organization,
    )  # fmt: skip

    @no_fewer(3)
    @given(st.data())
    def draw(data: st.DataObject) -> None:
        for type_ in types:
            assert isinstance(data.draw(st.from_type(type_)), type_)

    draw()


@few(20)
@given(organizations())
def test_credit_codes_are_those_of_social_organizations(organization: fupin.Organization) -> None:
    if isinstance(organization.code, str):
        named = {"name": "乙", "category": "other", "code": organization.code}
        assert read({"title": "甲", "organization": named}).organization.code == organization.code


def test_hypothesis_loads_the_types_and_not_the_strategies_before_one_is_asked_for() -> None:
    program = "import sys, hypothesis; print(*(name for name in sys.modules if name.startswith('cq_fupin')))"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[1] for name in ran.stdout.split() if "." in name}
    assert loaded == {"models", "registration", "words"}
