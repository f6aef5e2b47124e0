"""Profiles: whose articles a plan is checked by."""

import json
from pathlib import Path

import pytest

import cq_fupin as fupin
from cq_fupin.rules.profile import profiled
from organizations import BY_ARTICLE, addressed

EXAMPLE = Path(__file__).parents[1] / "examples" / "plan.yaml"


def plan(**organization: object) -> fupin.HelpPlan:
    whole = {"标题": "甲", "组织": {"名称": "乙", **organization}}
    return fupin.parse_plan(json.dumps(whole), "json")


def articles(report: fupin.Report) -> set[str]:
    return {finding.rule.split(".")[0] for finding in report.findings} - {"5", "18"}


@pytest.mark.parametrize(
    ("category", "traits", "own"),
    [
        ("行业协会商会类", [], {"6"}),
        ("教育培训类", [], {"7"}),
        ("医疗卫生类", [], {"8"}),
        ("志愿服务类", [], {"9"}),
        ("其它各类", [], {"10"}),
        ("医疗卫生类", ["慈善组织"], {"8"}),
        ("其它各类", ["慈善组织"], {"8", "10"}),
        ("其它各类", ["社会工作服务机构"], {"9", "10"}),
        ("其它各类", ["心理咨询辅导类"], {"10", "16"}),
        ("教育培训类", ["待定"], {"7", "8", "9", "16"}),
        ("待定", [], {"6", "7", "8", "9", "10"}),
        ("待定", ["待定"], {"6", "7", "8", "9", "10", "16"}),
    ],
)
def test_by_default_the_articles_of_everyone_and_the_organization_s_own_run(
    category: str, traits: list[str], own: set[str]
) -> None:
    report = fupin.check(plan(类别=category, **({"特征": traits} if traits else {})))
    assert articles(report) == own
    assert {*report.deselected} == {rule.id for rule in fupin.RULES.ignore("5", "18", *own)}


@pytest.mark.parametrize("article", BY_ARTICLE)
def test_the_articles_of_other_organizations_do_not_apply(article: str) -> None:
    for other, organization in BY_ARTICLE.items():
        whole = plan(**{key: value for key, value in organization.items() if key != "名称"})
        outcome = fupin.RULES[f"{article}.own"](whole).outcome
        assert (outcome is fupin.Outcome.INAPPLICABLE) is (other != article)


def test_an_unclear_category_leaves_every_article_that_may_be_its_own_undetermined() -> None:
    report = fupin.check(plan(类别="待定"), rules=fupin.RULES.select("6", "7", "9"))
    by_category = {
        finding.rule: finding.outcome
        for finding in report.findings
        if addressed(finding.rule).get("特征") is None and finding.force is not fupin.Force.MAY
    }
    assert set(by_category.values()) == {fupin.Outcome.UNDETERMINED}
    assert report.conclusion is fupin.Conclusion.UNDETERMINED


def test_charities_are_asked_for_what_charities_do_and_nobody_else_is() -> None:
    of_charities = ("8.special-fund", "8.illness-poverty")
    medical, charity = plan(类别="医疗卫生类"), plan(类别="医疗卫生类", 特征=["慈善组织"])
    for id in of_charities:
        assert fupin.RULES[id](medical).outcome is fupin.Outcome.INAPPLICABLE
        assert fupin.RULES[id](charity).outcome is fupin.Outcome.UNDETERMINED


def test_what_is_asked_in_the_field_of_education_is_asked_of_an_association_in_it_too() -> None:
    association = plan(类别="行业协会商会类", 专业领域=["教育帮扶"])
    assert fupin.RULES["7.facilities"](association).outcome is fupin.Outcome.UNDETERMINED
    assert fupin.RULES["7.scholarship"](association).outcome is fupin.Outcome.INAPPLICABLE


def test_a_profile_is_the_rules_of_everyone_one_s_own_or_all() -> None:
    whole = plan(类别="教育培训类")
    assert len(profiled(whole, "core")) == 35
    assert [rule.id for rule in profiled(whole)] == [rule.id for rule in fupin.RULES.select("5", "7", "18")]
    assert profiled(whole, "all") is fupin.RULES


def test_suggestions_and_what_is_to_be_kept_in_mind_never_decide_the_conclusion() -> None:
    example = fupin.read_plan(EXAMPLE)
    report = fupin.check(example, rules=fupin.RULES)
    open_ = {finding.rule for finding in (*report.unsatisfied, *report.undetermined)}
    assert open_
    assert report.conclusion is fupin.Conclusion.CONFORMS


def test_without_an_own_activity_the_conclusion_is_open_or_contrary() -> None:
    lines = EXAMPLE.read_text("utf-8").splitlines()
    kept = "\n".join(line for line in lines if "activities:" not in line)
    silent = fupin.check(fupin.parse_plan(kept, "yaml"))
    assert (silent.conclusion, [f.rule for f in silent.undetermined if f.level is fupin.Level.WARNING]) == (
        fupin.Conclusion.UNDETERMINED,
        ["6.own"],
    )
