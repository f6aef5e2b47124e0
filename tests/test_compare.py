"""Two reports of one plan: what is new, what stays, what is settled, what no longer runs."""

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

import cq_fupin as fupin
from cli_runner import invoke
from cq_fupin.strategies import help_plans
from cq_fupin.telling.comparison_text import tell_comparisons

EXAMPLE = Path(__file__).parents[1] / "examples" / "plan.yaml"
SILENT = "标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n"
OPEN = {fupin.Outcome.UNSATISFIED, fupin.Outcome.UNDETERMINED}


def report(text: str = SILENT, rules: fupin.RuleSet = fupin.RULES) -> fupin.Report:
    return fupin.check(fupin.parse_plan(text, "yaml"), rules=rules)


def record(made: fupin.Report) -> fupin.ReportRecord:
    return fupin.parse_report(fupin.render(made, "json")).reports[0]


def ids(changes: tuple[fupin.Change, ...]) -> set[str]:
    return {change.rule for change in changes}


@given(help_plans(), help_plans())
def test_every_open_finding_stands_in_one_place(before: fupin.HelpPlan, after: fupin.HelpPlan) -> None:
    was, now = (fupin.check(plan, rules=fupin.RULES) for plan in (before, after))
    comparison = fupin.compare(was, now)
    new, persisting, settled = (ids(getattr(comparison, name)) for name in ("new", "persisting", "settled"))
    assert new | persisting == {finding.rule for finding in now.findings if finding.outcome in OPEN}
    assert settled | persisting == {finding.rule for finding in was.findings if finding.outcome in OPEN}
    assert not new & persisting | settled & (new | persisting)
    assert comparison.gone == ()


@given(help_plans())
def test_a_report_compared_with_itself_has_nothing_new(plan: fupin.HelpPlan) -> None:
    made = fupin.check(plan)
    comparison = fupin.compare(made, made)
    assert (comparison.new, comparison.settled, comparison.gone) == ((), (), ())
    assert not any(change.is_changed for change in comparison.persisting)
    assert comparison.same_title


def test_what_was_written_settles_findings_and_what_changed_is_told() -> None:
    comparison = fupin.compare(report(), report(SILENT + "帮扶地区: 巫溪县\n资源: {资金: 待定}\n"))
    assert ids(comparison.settled) == {"5.4.place", "18.2.regions"}
    (funds,) = (change for change in comparison.persisting if change.rule == "5.7.funds")
    assert (funds.before, funds.after) == (fupin.Outcome.UNSATISFIED, fupin.Outcome.UNDETERMINED)
    assert funds.is_changed
    assert (funds.level, funds.citation) == (fupin.Level.WARNING, "art_5__item_7")
    assert funds.quote == "明确人力、资金、物资支持"
    assert str(funds.remedy).startswith("在“资源·资金”写明")


def test_a_rule_that_did_not_run_before_is_new_and_one_that_no_longer_runs_is_gone() -> None:
    comparison = fupin.compare(
        report(rules=fupin.RULES.select("5")), report(rules=fupin.RULES.select("18.2"))
    )
    assert {change.rule for change in comparison.new} == {
        finding.rule for finding in report(rules=fupin.RULES.select("18.2")).findings
    }
    assert all(change.before is None for change in comparison.new)
    assert ids(comparison.gone) == {rule.id for rule in fupin.RULES.select("5")}
    assert all(change.after is None for change in comparison.gone)
    assert comparison.settled == comparison.persisting == ()


def test_records_compare_like_the_reports_that_they_are_of() -> None:
    before, after = report(), report(SILENT + "帮扶地区: 巫溪县\n")
    made = fupin.compare(before, after)
    for pair in ((record(before), after), (before, record(after)), (record(before), record(after))):
        told = fupin.compare(*pair)
        for name in ("settled", "new", "persisting", "gone"):
            plain = [evolve(change, remedy=None) for change in getattr(told, name)]
            assert plain == [evolve(change, remedy=None) for change in getattr(made, name)]
        assert told.same_title


def test_another_title_is_told() -> None:
    unclear = evolve(fupin.parse_plan(SILENT, "yaml"), title=fupin.Unclear("待定"))
    comparison = fupin.compare(report(), fupin.check(unclear))
    assert (comparison.before_title, comparison.after_title, comparison.same_title) == ("甲", "待定", False)


def saved(folder: Path, name: str, *made: tuple[str | None, fupin.Report], errors: Any = ()) -> str:
    reports = [json.loads(fupin.render(one, "json", source=plan))["reports"][0] for plan, one in made]
    tree = {"format": "cq-fupin-report/1", "language": "zh", "reports": reports, "errors": list(errors)}
    (folder / name).write_text(json.dumps(tree, ensure_ascii=False), "utf-8")
    return str(folder / name)


RULES = fupin.RULES.select("5.4.place", "5.7.funds", "5.7.goods")


@pytest.fixture
def before(tmp_path: Path) -> str:
    made = report(SILENT + "资源: {物资: [{名称: 种子}]}\n", RULES)
    return saved(tmp_path, "before.json", ("plan.yaml", made))


@pytest.fixture
def after(tmp_path: Path) -> str:
    made = report("标题: 丙\n组织: {名称: 乙, 类别: 其它各类}\n帮扶地区: 巫溪县\n", RULES.ignore("5.7.funds"))
    return saved(tmp_path, "after.json", ("plan.yaml", made))


def test_the_command_tells_people_what_is_new_first(before: str, after: str) -> None:
    result = invoke("compare", before, after)
    assert result.exit_code == 1
    assert result.stdout == (
        "丙\n文件：plan.yaml\n前一份报告的标题不同，可能不是同一份方案：甲\n"
        "新出现1项，仍未解决0项，已解决1项，不再核对1项\n\n"
        "新出现\n  5.7.goods  符合 → 不符合\n             "
        "在“资源·物资”写明名称和数量，如：党参种苗2000株；没有物资也要写\n             “无”。\n\n"
        "已解决\n  5.4.place  不符合 → 符合\n\n"
        "不再核对\n  5.7.funds  不符合 → 没有核对\n"
    )


def test_the_command_speaks_english(before: str, after: str) -> None:
    told = invoke("compare", before, after, "--lang", "en").stdout
    assert "1 new, 0 still open, 1 settled, 1 no longer checked\n" in told
    assert "\nNew\n  5.7.goods  Met → not met\n" in told


def test_what_stays_open_is_told_and_ends_with_0(before: str) -> None:
    result = invoke("compare", before, before)
    assert result.exit_code == 0
    assert "\n仍未解决\n  5.4.place  不符合\n" in result.stdout
    assert "新出现0项" in result.stdout


def test_the_command_tells_programs_the_same(before: str, after: str) -> None:
    result = invoke("compare", before, after, "--format", "json", LANG="en_US.UTF-8")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert (told["format"], told["language"]) == ("cq-fupin-comparison/1", "zh")
    (one,) = told["comparisons"]
    assert (one["plan"], one["before_title"], one["after_title"]) == ("plan.yaml", "甲", "丙")
    assert one["same_title"] is False
    assert one["persisting"] == []
    (gone,) = one["gone"]
    assert (gone["rule"], gone["before"], gone["after"]) == ("5.7.funds", "unsatisfied", None)
    (settled,) = one["settled"]
    assert (settled["level"], settled["remedy"], settled["citation"]) == ("none", None, "art_5__item_4")
    assert one["new"][0]["remedy"].startswith("在“资源·物资”写明")


def test_numbers_of_people_are_masked() -> None:
    comparison = evolve(fupin.compare(report(), report()), after_title="13812345678")
    assert tell_comparisons([(None, comparison)]).startswith("138****5678\n前一份报告的标题不同")


def test_reports_of_several_plans_are_paired_by_name(tmp_path: Path) -> None:
    better = report(SILENT + "帮扶地区: 巫溪县\n")
    was = saved(tmp_path, "was.json", ("a.yaml", report()), ("b.yaml", better))
    now = saved(tmp_path, "now.json", ("b.yaml", report()), ("a.yaml", better))
    result = invoke("compare", was, now, "--format", "json")
    assert result.exit_code == 1
    told = {
        one["plan"]: (len(one["new"]), len(one["settled"]))
        for one in json.loads(result.stdout)["comparisons"]
    }
    assert told == {"b.yaml": (2, 0), "a.yaml": (0, 2)}


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        (["a", "b"], ["a"], "只有一份报告里有这些方案，不能比较：b"),
        (["a", "b"], ["a", None], "只有一份报告里有这些方案，不能比较：b、?"),
        (["a", "a"], ["a", "b"], "一份报告里有几个方案叫同一个名字，不能比较：a"),
        ([], [], "两份报告里都没有核对过的方案，不能比较"),
    ],
)
def test_what_has_no_counterpart_is_not_guessed(
    tmp_path: Path, was: list[str | None], now: list[str | None], told: str
) -> None:
    first = saved(tmp_path, "was.json", *((plan, report()) for plan in was))
    second = saved(tmp_path, "now.json", *((plan, report()) for plan in now))
    result = invoke("compare", first, second)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"{told}\n")


def test_plans_that_could_not_be_read_are_told(tmp_path: Path, before: str) -> None:
    fault = {"plan": "broken.yaml", "pointer": "", "line": None, "column": None, "message": "…"}
    other = saved(
        tmp_path, "other.json", ("plan.yaml", report()), errors=[fault, fault, fault | {"plan": None}]
    )
    result = invoke("compare", before, other)
    assert result.exit_code == 2
    assert "新出现" in result.stdout
    assert result.stderr == (
        f"{other}: “broken.yaml”当时没有读成方案，没有比较\n{other}: “?”当时没有读成方案，没有比较\n"
    )


def test_what_is_no_report_is_told_with_its_place(tmp_path: Path, before: str) -> None:
    bad, huge = tmp_path / "bad.json", tmp_path / "empty.json"
    bad.write_text('{"format": "cq-fupin-report/1",\n "language": 3}', "utf-8")
    huge.write_text("", "utf-8")
    result = invoke("compare", str(bad), str(huge))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{bad}:2:14: /language：应当是文字\n{huge}: 报告是空的\n"
    result = invoke("compare", before, str(tmp_path))
    assert (result.exit_code, result.stderr) == (2, f"{tmp_path}: 这是文件夹，请写出其中的文件\n")
