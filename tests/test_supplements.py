"""Rules of one's own: they rest on their own text, weigh as it says, and leave the guideline's alone."""

import copy
import json
import pickle
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import cq_fupin as fupin
from cq_fupin.checking.coverage import cover
from cq_fupin.rules import bare
from cq_fupin.strategies import help_plans
from supplements import DISTRICT, always, asked, demanding

EXAMPLE = Path(__file__).parents[1] / "examples" / "plan.yaml"
GUIDELINE = fupin.RULES
MINE = fupin.RuleSet((demanding("1"), demanding("2", fupin.Force.SHOULD), always))
FORCES = tuple(fupin.Force)


def plan(text: str = "") -> fupin.HelpPlan:
    return fupin.parse_plan(f"标题: 甲\n组织: {{名称: 乙, 类别: 其它各类}}\n{text}", "yaml")


# ── what a supplement and its requirements may be called ──


@pytest.mark.parametrize("name", ["", "5", "Kaizhou", "开州", "kai.zhou", "notice", "art", "a" * 41, "-a"])
def test_a_supplement_is_called_by_nothing_that_the_guideline_is_called_by(name: str) -> None:
    with pytest.raises(fupin.InvalidRules, match="补充规定的名称“"):
        fupin.Supplement(name, "开州区补充要求", "1")


@pytest.mark.parametrize(("title", "version"), [(" ", "1"), ("开州区补充要求", "")])
def test_a_supplement_has_a_title_and_a_version(title: str, version: str) -> None:
    with pytest.raises(fupin.InvalidRules, match="补充规定“kaizhou”要写明标题和版本"):
        fupin.Supplement("kaizhou", title, version)


@pytest.mark.parametrize(
    "id", ["kaizhou", "kaizhou.", "kaizhou1.1", "5.7", "kaizhou.A", "kaizhou.1.", "x.kaizhou.1"]
)
def test_the_id_of_a_requirement_begins_with_the_name_of_its_supplement(id: str) -> None:
    with pytest.raises(fupin.InvalidRules, match=r"应如“kaizhou\.1”或“kaizhou\.1\.funds”"):
        evolve(asked("1"), id=id)


def test_no_id_of_the_guideline_can_be_that_of_a_requirement() -> None:
    beginnings = {norm.id.partition(".")[0] for norm in fupin.load_guideline().norms}
    for beginning in beginnings:
        with pytest.raises(fupin.InvalidRules):
            fupin.Supplement(beginning, "题", "1")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"name": " "}, "要求“kaizhou.1”要写明名称和引句"),
        ({"quote": "", "cue": "imperative"}, "要求“kaizhou.1”要写明名称和引句"),
        ({"cue": "必须"}, "要求“kaizhou.1”的用词“必须”不在引句里：没有用词的不写"),
        ({"cue": ""}, "要求“kaizhou.1”的用词“”不在引句里：没有用词的不写"),
    ],
)
def test_a_requirement_is_quoted_and_its_cue_stands_in_the_quote(change: dict[str, Any], told: str) -> None:
    with pytest.raises(fupin.InvalidRules) as raised:
        evolve(asked("1"), **change)
    assert str(raised.value) == told


def test_an_imperative_needs_no_cue() -> None:
    wanted = fupin.Requirement("kaizhou.1", DISTRICT, name="协议", quote="签订协议", force=fupin.Force.MUST)
    assert (wanted.cue, wanted.citation.place, wanted.weight) == ("imperative", "", fupin.Weight.CONCLUSION)
    assert (str(wanted.citation), wanted.citation.id, wanted.citation.short) == (
        "《开州区补充要求》",
        "《开州区补充要求》",
        "kaizhou",
    )


# ── rules and rule sets ──


def test_a_rule_has_the_id_and_the_quote_of_its_requirement() -> None:
    rule = MINE["kaizhou.1"]
    assert (rule.id, rule.quote) == ("kaizhou.1", "应当写明{长效}机制")
    with pytest.raises(fupin.InvalidRules, match=r"规则“kaizhou\.1”的编号应当是它的要求的编号“kaizhou\.2”"):
        evolve(rule, requirement=asked("2"))


def test_messages_of_ones_own_are_told_as_messages() -> None:
    message = fupin.Message("写明{what}", (("what", "办法"),))

    @fupin.rule(asked("1"), shows=message, remedy=message)
    def rule(plan: fupin.HelpPlan) -> fupin.Judgment:
        raise NotImplementedError

    assert rule.shows is message
    assert str(rule.remedy) == "写明办法"


def test_rules_of_ones_own_are_chosen_by_prefixes_too() -> None:
    both = GUIDELINE | MINE
    assert [rule.id for rule in both.select("kaizhou")] == ["kaizhou.1", "kaizhou.2", "kaizhou.9"]
    assert both.select("kaizhou.2", "5").ignore("kaizhou") == GUIDELINE.select("5")
    assert (both.supplements, GUIDELINE.supplements) == ((DISTRICT,), ())
    assert both | MINE == both


def test_one_name_stands_for_one_version_of_one_supplement() -> None:
    other = evolve(asked("2"), supplement=evolve(DISTRICT, version="2"))
    newer = fupin.RuleSet((evolve(demanding("2"), requirement=other),))
    with pytest.raises(fupin.InvalidRules, match="不止一份补充规定，或不止一个版本，叫“kaizhou”"):
        MINE.select("kaizhou.1") | newer


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda rule: pickle.loads(pickle.dumps(rule))])
def test_a_rule_of_a_module_copies_and_pickles_by_its_name(again: Callable[[fupin.Rule], fupin.Rule]) -> None:
    assert again(always) is always


def test_a_rule_that_fails_is_named() -> None:
    def broken(plan: fupin.HelpPlan) -> fupin.Judgment:
        return stated_title_of(plan)

    def stated_title_of(plan: fupin.HelpPlan) -> fupin.Judgment:
        raise ZeroDivisionError("被零除")

    rule = evolve(demanding("1"), judge=broken)
    with pytest.raises(fupin.InvalidRules) as raised:
        fupin.check(plan(), rules=fupin.RuleSet((rule,)))
    assert str(raised.value) == "规则“kaizhou.1”判断时出错：ZeroDivisionError：被零除"
    assert isinstance(raised.value.__cause__, ZeroDivisionError)


def test_a_rule_that_gives_no_judgment_is_named() -> None:
    judge: Any = lambda plan: bare(plan.title) == "甲"  # noqa: E731 (a rule of a person in a hurry)
    rule = evolve(demanding("1"), judge=judge)
    with pytest.raises(fupin.InvalidRules, match=r"规则“kaizhou\.1”应当得出 Judgment，这里是 bool"):
        rule(plan())


# ── checking ──


@given(help_plans(), st.booleans())
@settings(max_examples=30, deadline=None)
def test_they_never_change_what_the_guideline_finds(any_plan: fupin.HelpPlan, is_first: bool) -> None:
    alone = fupin.check(any_plan, rules=GUIDELINE)
    both = fupin.check(any_plan, rules=MINE | GUIDELINE if is_first else GUIDELINE | MINE)
    own = [finding for finding in both.findings if finding.made_by in MINE.rules]
    assert [finding for finding in both.findings if finding not in own] == [*alone.findings]
    assert [finding.evidence for finding in both.findings if finding not in own] == [
        finding.evidence for finding in alone.findings
    ]
    assert both.deselected == alone.deselected == ()
    assert evolve(both.receipt, supplements=()) == alone.receipt


def test_findings_stand_in_the_order_of_the_rules() -> None:
    ids = [rule.id for rule in MINE]
    for rules in (GUIDELINE | MINE, MINE | GUIDELINE):
        assert [finding.rule for finding in fupin.check(plan(), rules=rules).findings] == [
            rule.id for rule in rules
        ]
    assert [rule.id for rule in MINE | GUIDELINE][:3] == ids


@pytest.mark.parametrize("force", FORCES)
@pytest.mark.parametrize("said", ["", "长效机制: 无", "长效机制: 三年收购"])
def test_they_weigh_as_their_force_says(force: fupin.Force, said: str) -> None:
    report = fupin.check(plan(said), rules=fupin.RuleSet((demanding("1", force),)))
    (finding,) = report.findings
    levels = {"": "warning", "长效机制: 无": "error", "长效机制: 三年收购": "none"}
    must = force is fupin.Force.MUST
    quiet = "note" if force is fupin.Force.SHOULD and finding.outcome.is_open else "none"
    assert finding.level.value == (levels[said] if must else quiet)
    conclusions = {"": "undetermined", "长效机制: 无": "does-not-conform"}
    assert report.conclusion.value == (conclusions.get(said, "partial") if must else "partial")


def test_a_finding_cites_and_quotes_the_supplement() -> None:
    finding = fupin.check(plan(), rules=MINE).findings[0]
    assert (finding.citation, finding.quote) == ("《开州区补充要求》第一条", "应当写明{长效}机制")
    assert str(finding.remedy) == "在“长效机制”写明{办法}。"
    assert [evidence.pointer for evidence in finding.evidence] == ["/long_term"]


def test_a_conforming_plan_conforms_to_the_supplement_too() -> None:
    whole = fupin.read_plan(EXAMPLE)
    report = fupin.check(whole, rules=GUIDELINE.select("5", "18") | MINE)
    assert report.conclusion is fupin.Conclusion.CONFORMS
    assert "结论：符合第五条、第十八条、《开州区补充要求》的要求" in fupin.render(report, "text")


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_text_tells_of_the_supplement_in_every_language(locale: str) -> None:
    report = fupin.check(plan(), rules=GUIDELINE.select("5") | MINE)
    text = "".join(fupin.render(report, "text", locale=locale, verbose=True, width=200).split())
    marks = {"zh": "《开州区补充要求》", "en": "“开州区补充要求”"}
    for told in (marks[locale], "{长效}", "应当写明{长效}机制", "在“长效机制”写明{办法}。", "kaizhou第一条"):
        assert told in text
    versions = {"zh": "规则版本1", "en": "versionoftherules:1"}
    assert versions[locale] in text
    alone = fupin.render(fupin.check(plan(), rules=GUIDELINE.select("5")), "text", locale=locale)
    assert versions[locale] not in "".join(alone.split())


def test_they_have_no_part_in_the_coverage_of_the_guideline() -> None:
    assert cover(rules=GUIDELINE | MINE) == cover()


# ── waivers ──


def waived(rule: str, *, rules: fupin.RuleSet = MINE) -> fupin.Report:
    waiver = fupin.Waiver(rule, "协议还在谈", "理事会", date(2020, 12, 31))
    return fupin.check(plan("长效机制: 无"), rules=rules, waivers=[waiver], on=date(2020, 6, 1))


def test_a_waiver_covers_them_by_id_and_by_prefix() -> None:
    report = waived("kaizhou.1")
    assert report.findings[0].level is fupin.Level.NOTE
    assert report.conclusion is fupin.Conclusion.DOES_NOT_CONFORM
    assert report.waiver_notes == ()


def test_a_waiver_of_a_whole_supplement_is_told_to_be_broad() -> None:
    report = waived("kaizhou")
    assert [str(note.message) for note in report.waiver_notes] == [
        "范围过宽：“kaizhou”是整份补充规定，请写到其中一条，如“kaizhou.1”"
    ]
    assert report.findings[0].level is fupin.Level.NOTE


def test_a_waiver_of_rules_that_are_not_there_is_unknown() -> None:
    (note,) = waived("kaizhou.1", rules=GUIDELINE).waiver_notes
    assert note.flaw is fupin.WaiverFlaw.UNKNOWN
    (note,) = waived("kaizhou.7").waiver_notes
    assert "相近的有：kaizhou.9、kaizhou.2、kaizhou.1" in str(note.message)


# ── receipts, and reports read back ──


def receipt(rules: fupin.RuleSet = MINE) -> fupin.Receipt:
    return fupin.check(plan(), rules=GUIDELINE | rules).receipt


def test_a_receipt_has_the_key_only_where_supplements_took_part() -> None:
    alone, both = (
        json.loads(fupin.render(fupin.check(plan(), rules=rules), "json"))["reports"][0]["receipt"]
        for rules in (GUIDELINE, GUIDELINE | MINE)
    )
    assert list(both) == [*alone, "supplements"]
    assert {key: both[key] for key in alone} == alone
    (supplement,) = both["supplements"]
    assert list(supplement) == ["name", "title", "version", "rules"]
    assert (supplement["name"], supplement["title"], supplement["version"]) == (
        "kaizhou",
        "开州区补充要求",
        "1",
    )


def test_reports_with_supplements_are_read_back_and_written_as_they_were() -> None:
    report = fupin.check(plan(), rules=GUIDELINE.select("5.7") | MINE)
    text = fupin.render(report, "json")
    document = fupin.parse_report(text)
    assert document.reports[0].receipt == report.receipt
    assert fupin.write_report(document) == text
    plain = fupin.render(fupin.check(plan()), "json")
    assert fupin.write_report(fupin.parse_report(plain)) == plain


@pytest.mark.parametrize(
    ("supplements", "told"),
    [
        ({}, "/reports/0/receipt/supplements：应当是列表"),
        ([{"name": "kaizhou"}], "/reports/0/receipt/supplements/0：缺少“title”这一项"),
    ],
)
def test_a_receipt_with_other_supplements_is_refused_with_the_place(supplements: object, told: str) -> None:
    made = json.loads(fupin.render(fupin.check(plan(), rules=MINE), "json"))
    made["reports"][0]["receipt"]["supplements"] = supplements
    with pytest.raises(fupin.InvalidReport, match=told):
        fupin.parse_report(json.dumps(made))


def test_reports_with_supplements_are_compared() -> None:
    before, after = (fupin.check(plan(said), rules=MINE) for said in ("", "长效机制: 三年收购"))
    comparison = fupin.compare(fupin.parse_report(fupin.render(before, "json")).reports[0], after)
    assert [change.rule for change in comparison.settled] == ["kaizhou.1", "kaizhou.2"]
    assert comparison.settled[0].citation == "《开州区补充要求》第一条"
    assert [change.rule for change in fupin.compare(before, fupin.check(plan())).gone][:1] == ["kaizhou.1"]


WORDS = st.text("甲乙丙", min_size=1, max_size=3)
CHANGES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "quote": WORDS.map(lambda more: {"quote": f"应当写明{{长效}}机制{more}"}),
    "name": WORDS.map(lambda name: {"name": name}),
    "place": WORDS.map(lambda place: {"place": place}),
    "cue": st.sampled_from(["写明", "imperative"]).map(lambda cue: {"cue": cue}),
    "force": st.sampled_from([force for force in FORCES if force is not fupin.Force.MUST]).map(
        lambda force: {"force": force}
    ),
}


@given(st.sampled_from(sorted(CHANGES)).flatmap(CHANGES.__getitem__))
@settings(deadline=None)
def test_whatever_changes_of_a_requirement_is_named_by_verify(change: dict[str, Any]) -> None:
    other = fupin.RuleSet((evolve(MINE.rules[0], requirement=evolve(asked("1"), **change)), *MINE.rules[1:]))
    (drift,) = fupin.verify(receipt(), plan(), rules=GUIDELINE | other).drifted
    assert drift.what == "supplements"
    assert drift.then.startswith("kaizhou 《开州区补充要求》1 sha256:")
    assert drift.now.startswith("kaizhou 《开州区补充要求》1 sha256:")
    assert drift.then != drift.now


def versioned(version: str, title: str = DISTRICT.title) -> fupin.RuleSet:
    newer = evolve(DISTRICT, version=version, title=title)
    return fupin.RuleSet(
        tuple(
            evolve(rule, requirement=evolve(rule.requirement, supplement=newer))
            for rule in MINE
            if rule.requirement is not None
        )
    )


def test_another_version_or_title_is_named_by_verify() -> None:
    assert fupin.verify(receipt(), plan(), rules=GUIDELINE | versioned("1")).matches
    for other in (versioned("2"), versioned("1", "开州区新要求")):
        assert [drift.what for drift in fupin.verify(receipt(), plan(), rules=GUIDELINE | other).drifted] == [
            "supplements"
        ]


def test_what_a_rule_shows_and_what_to_write_are_named_by_verify() -> None:
    first, *rest = MINE.rules
    for changed in (evolve(first, shows=fupin.Message("别的")), evolve(first, remedy=fupin.Message("别的"))):
        other = fupin.RuleSet((changed, *rest))
        assert not fupin.verify(receipt(), plan(), rules=GUIDELINE | other).matches


def test_a_supplement_that_is_gone_or_new_is_named_by_verify() -> None:
    (gone,) = fupin.verify(receipt(), plan(), rules=GUIDELINE).drifted
    assert (gone.what, gone.now) == ("supplements", "")
    (new,) = fupin.verify(
        fupin.check(plan(), rules=GUIDELINE).receipt, plan(), rules=GUIDELINE | MINE
    ).drifted
    assert (new.what, new.then) == ("supplements", "")


def test_the_order_of_ones_own_rules_is_named_and_their_place_among_the_guidelines_is_not() -> None:
    assert not fupin.verify(receipt(), plan(), rules=GUIDELINE | fupin.RuleSet(MINE.rules[::-1])).matches
    assert fupin.verify(receipt(), plan(), rules=MINE | GUIDELINE).matches


def test_two_supplements_stand_side_by_side() -> None:
    city = fupin.Supplement("chengkou", "城口县补充要求", "3")
    other = evolve(
        demanding("1"), id="chengkou.1", requirement=evolve(asked("1"), id="chengkou.1", supplement=city)
    )
    report = fupin.check(plan(), rules=MINE | fupin.RuleSet((other,)))
    assert [supplement.name for supplement in report.supplements] == ["kaizhou", "chengkou"]
    assert [each.name for each in report.receipt.supplements] == ["kaizhou", "chengkou"]
    assert report.receipt.supplements[0] == fupin.check(plan(), rules=MINE).receipt.supplements[0]


def test_other_formats_tell_of_the_supplement_too() -> None:
    report = fupin.check(plan(), rules=GUIDELINE.select("5") | MINE)
    assert 'classname="《开州区补充要求》"' in fupin.render(report, "junit")
    (receipt,) = report.receipt.supplements
    assert str(receipt).startswith("kaizhou 1 sha256:")
