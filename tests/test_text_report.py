"""The text report: for people, reviewed line by line in its snapshots."""

import os
import re
from pathlib import Path

import attrs
import pytest

import cq_fupin as fupin
from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.plans import parse_plan, read_plan
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.telling.columns import padded, shortened, width, wrapped
from cq_fupin.telling.render import render, render_all
from cq_fupin.words.errors import Fault
from cq_fupin.words.message import say

HERE = Path(__file__).parent
SNAPSHOTS = HERE / "snapshots"
PLANS = {
    "example": HERE.parent / "examples" / "plan.yaml",
    **{path.stem: path for path in sorted((SNAPSHOTS / "plans").iterdir())},
}
SILENT = "标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n"
CONTROL = re.compile(r"\x1b\[[0-9;]*m")


def report(plan: HelpPlan, rules: RuleSet | None = None) -> fupin.Report:
    return fupin.check(plan, rules=rules)


def told(text: str, rules: RuleSet | None = None, locale: str = "zh", **options: bool) -> str:
    return render(report(parse_plan(text, "yaml"), rules), "text", locale=locale, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("name", PLANS)
def test_the_report_is_the_one_that_was_reviewed(name: str, locale: str) -> None:
    """With UPDATE_SNAPSHOTS set the snapshots are written anew, to be reviewed."""
    text = render(report(read_plan(PLANS[name])), "text", locale=locale, source=PLANS[name].name)
    snapshot = SNAPSHOTS / f"{name}.{locale}.txt"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        snapshot.write_text(text, "utf-8")
    assert text == snapshot.read_text("utf-8")


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_with_everything_told_the_example_is_the_one_that_was_reviewed(locale: str) -> None:
    text = render(report(read_plan(PLANS["example"])), "text", locale=locale, verbose=True)
    snapshot = SNAPSHOTS / f"example_verbose.{locale}.txt"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        snapshot.write_text(text, "utf-8")
    assert text == snapshot.read_text("utf-8")


@pytest.mark.parametrize("columns", [1, 20, 40, 60, 80, 100, 200])
@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("name", PLANS)
def test_no_line_is_wider_than_the_terminal(name: str, locale: str, columns: int) -> None:
    text = render(report(read_plan(PLANS[name])), "text", locale=locale, width=columns, verbose=True)
    narrow = max(columns, 56)  # below that labels, ids and names have no room
    assert [line for line in text.splitlines() if width(line) > narrow] == []


def test_a_plan_that_conforms_has_a_report_that_fits_a_screen() -> None:
    assert len(render(report(read_plan(PLANS["example"])), "text").splitlines()) <= 30


def test_every_report_says_that_it_advises_and_does_not_decide() -> None:
    for name in PLANS:
        last = render(report(read_plan(PLANS[name])), "text", width=200).splitlines()[-1]
        assert last.endswith("指引“供工作中掌握和参考”，本报告只提核对意见，不作决定。")


def test_findings_come_loudest_first_and_each_in_the_order_of_the_guideline() -> None:
    heads = re.findall(r"^(错误|警告|提示)  (\S+)", told(SILENT), re.MULTILINE)
    order = [rule.id for rule in RULES]
    loudness = ["错误", "警告", "提示"]
    assert heads == sorted(heads, key=lambda head: (loudness.index(head[0]), order.index(head[1])))
    assert {head for head, _rule in heads} == {*loudness}


def test_a_sentence_that_findings_in_a_row_rest_on_is_quoted_once() -> None:
    text = told(SILENT)
    assert text.count("5.7.people") == 1
    assert text.count("明确人力、资金、物资支持") == 1


def test_what_is_silent_is_shown_where_its_section_stands() -> None:
    text = told(SILENT + "资源:\n  人力: [{岗位: 志愿者, 人数: 6}]\n")
    assert (
        "  不符合  第3行 资源·资金：没有填写" in text
        or "第4行 资源·资金、" in text
        or "第4行 资源·资金：没有填写" in text
    )


def test_the_words_of_the_plan_are_quoted_unless_the_note_repeats_them() -> None:
    text = told(SILENT + "督促检查: {频次: 不定期}\n调研: {需求: 待定}\n")
    assert "第3行 督促检查·频次“不定期”：不合要求" in text
    assert "第4行 调研·需求：“待定”还没有填写" in text


def test_long_words_of_the_plan_are_cut_in_the_text() -> None:
    text = told(SILENT + f"调研: {{方式: {'问' * 1000}}}\n")
    assert f"“{'问' * 19}…”" in text


def test_what_stands_in_many_places_is_told_of_the_first_of_them() -> None:
    measures = "".join(f"  - {{名称: 措施{number}, 对象: 待定{number}户}}\n" for number in range(9))
    plan = SILENT + "帮扶措施:\n" + measures
    assert re.search(r"另有\d+处", told(plan))
    assert "另有" not in told(plan, verbose=True).partition("待明确事项")[0]


def test_questions_are_bounded_unless_everything_is_asked_for() -> None:
    measures = "".join(f"  - {{名称: 措施{number}, 预算: 若干}}\n" for number in range(50))
    plan = SILENT + "帮扶措施:\n" + measures
    assert re.search(r"^  另有\d+项$", told(plan), re.MULTILINE)
    assert not re.search(r"^  另有\d+项$", told(plan, verbose=True), re.MULTILINE)


def test_nothing_in_a_plan_steers_the_terminal() -> None:
    plan = attrs.evolve(parse_plan(SILENT, "yaml"), title="甲\x1b[31m\u202e\n乙")
    first = render(report(plan), "text").splitlines()[0]
    assert first == "甲[31m 乙"


def test_numbers_of_people_are_masked() -> None:
    text = told(
        SILENT + "督促检查: {频次: 请电 138 1234 5678}\n配合扶贫部门: 请找500101199001011234\n", verbose=True
    )
    assert "138 1234" not in text
    assert "138****5678" in text
    assert "500***********1234" in text


def test_colours_change_no_sign_of_the_text() -> None:
    plain, coloured = told(SILENT), told(SILENT, color=True)
    assert plain != coloured
    assert CONTROL.sub("", coloured) == plain
    assert "\x1b" not in plain


def test_a_report_of_some_rules_says_what_was_left_out() -> None:
    whole = PLANS["example"].read_text("utf-8")
    text = told(whole, RULES.select("5.7"))
    assert "结论：部分核对，所核对的第五条各项都符合，其余没有核对" in text
    assert "核对6项：符合6项。另有20条规则没有选用；其他各条的" in text


def test_a_report_of_no_rule_says_so() -> None:
    text = told(SILENT, RuleSet(()))
    assert "结论：没有核对任何规则" in text
    assert "各项结果" not in text


def test_a_conclusion_that_is_open_says_how_much_has_to_be_made_clear() -> None:
    whole = (
        PLANS["example"].read_text("utf-8").replace("experience: 年底提炼典型案例一篇", "experience: 待定")
    )
    assert "结论：待判定，第五条、第六条、第十八条的要求中有1项须先明确" in told(whole)
    assert "Conclusion: undetermined; 1 requirement of Article 5, Article 6, Article 18 has" in told(
        whole, locale="en"
    )


def test_several_plans_are_told_one_after_the_other_and_then_the_documents_that_are_none() -> None:
    reports = [
        ("甲.yaml", report(read_plan(PLANS["example"]))),
        ("乙.yaml", report(parse_plan(SILENT, "yaml"))),
    ]
    errors = [
        ("丙.yaml", Fault(say("必须填写"), "/title", 3, 1)),
        ("丙.yaml", Fault(say("必须填写"), "/organization")),
        (None, Fault(say("文件是空的：请写入帮扶方案的内容"))),
    ]
    text = render_all(reports, "text", errors=errors)
    first, second, faults = text.split(f"\n\n{'=' * 80}\n\n")
    assert "文件：甲.yaml" in first
    assert "文件：乙.yaml" in second
    assert faults == (
        "丙.yaml：无法核对，有2处差错\n  第3行第1列：必须填写\n  /organization：必须填写\n"
        "方案：无法核对，有1处差错\n  文件是空的：请写入帮扶方案的内容\n"
    )


def test_an_unknown_format_or_language_is_refused_and_those_that_exist_are_told() -> None:
    plan = report(parse_plan(SILENT, "yaml"))
    with pytest.raises(fupin.FupinError, match="没有格式“doc”，可以用的有：text、json"):
        render(plan, "doc")
    with pytest.raises(fupin.FupinError, match="没有语言“fr”，可以用的有：zh、en"):
        render(plan, "text", locale="fr")


def test_a_text_is_broken_where_no_mark_is_torn_from_its_word() -> None:
    assert wrapped("一二三四，五六", 8) == ["一二三", "四，五六"]
    assert wrapped("一二（三四）五", 6) == ["一二", "（三", "四）五"]
    assert wrapped("under “Resources · Funds” state", 16) == ["under “Resources", "· Funds” state"]
    assert wrapped("", 10) == [""]
    assert wrapped("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]
    assert wrapped("宽" * 3, 1) == ["宽", "宽", "宽"]


def test_widths_are_those_of_a_terminal() -> None:
    assert [width(text) for text in ("abc", "帮扶", "é", "e\u0301", "\u200b", "（）", "“”", "😀")] == [
        3,
        4,
        1,
        1,
        0,
        4,
        2,
        2,
    ]
    assert padded("帮扶", 6) == "帮扶  "
    assert shortened("帮扶方案", 8) == "帮扶方案"
    assert shortened("帮扶方案", 7) == "帮扶方…"
