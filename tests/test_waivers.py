"""Waivers: they lower a level, and nothing else; what is wrong with them is told at once."""

import copy
import json
import pickle
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import cq_fupin as fupin
from cli_runner import invoke
from cq_fupin.reading.decoding import DataFormat as Format
from cq_fupin.reading.writing import write_record
from cq_fupin.strategies import help_plans
from cq_fupin.words.answer import Unclear

SILENT = "标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n"
DAY = date(2020, 6, 1)
LAST = date(2020, 12, 31)
RULE_IDS = [rule.id for rule in fupin.RULES]
PREFIXES = sorted({".".join(id.split(".")[:end]) for id in RULE_IDS for end in (1, 2, 3)})
FULL = "- {规则: 5.7, 理由: 试点, 批准人: 理事会, 截止日期: 2020-12-31}\n"
Flaw = fupin.WaiverFlaw
LOUDNESS = [fupin.Level.NONE, fupin.Level.NOTE, fupin.Level.WARNING, fupin.Level.ERROR]


def waiver(rule: str = "5.7.funds", plan: str | None = None, expires: date = LAST) -> fupin.Waiver:
    return fupin.Waiver(rule, "待市级批复", "理事会", expires, plan)


def silent(*waivers: fupin.Waiver, on: date | None = DAY, source: str | None = None) -> fupin.Report:
    return fupin.check(fupin.parse_plan(SILENT, "yaml"), waivers=waivers, on=on, source=source)


def finding(report: fupin.Report, rule: str = "5.7.funds") -> fupin.Finding:
    return next(one for one in report.findings if one.rule == rule)


def flaws(report: fupin.Report) -> list[tuple[str, fupin.WaiverFlaw]]:
    return [(note.waiver.rule, note.flaw) for note in report.waiver_notes]


def faults(source: str | bytes, format: Format = "yaml") -> list[str]:
    with pytest.raises(fupin.InvalidWaiver) as caught:
        fupin.parse_waivers(source, format)
    return [str(fault) for fault in caught.value.faults]


# What a waiver does

TEXTS = st.text("乙资金批复，。- {}\n{rule}abc%5.7🙂", max_size=20).map(lambda text: f"甲{text}".strip())
WAIVERS = st.builds(
    fupin.Waiver,
    rule=st.sampled_from(PREFIXES) | TEXTS,
    reason=TEXTS,
    approved_by=TEXTS,
    expires=st.dates(date(2020, 1, 1), date(2021, 12, 31)),
    plan=st.none() | st.just("甲") | TEXTS,
)
FEW = settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@FEW
@given(help_plans(), st.lists(WAIVERS, max_size=5), st.dates(date(2020, 1, 1), date(2021, 12, 31)))
def test_a_waiver_never_changes_an_outcome(
    plan: fupin.HelpPlan, waivers: list[fupin.Waiver], on: date
) -> None:
    without, with_them = fupin.check(plan, on=on), fupin.check(plan, waivers=waivers, on=on)
    assert [one.outcome for one in with_them.findings] == [one.outcome for one in without.findings]
    assert with_them.conclusion is without.conclusion
    assert with_them.questions() == without.questions()


@FEW
@given(help_plans(), st.lists(WAIVERS, max_size=5), st.dates(date(2020, 1, 1), date(2021, 12, 31)))
def test_a_waiver_never_hides_a_finding(plan: fupin.HelpPlan, waivers: list[fupin.Waiver], on: date) -> None:
    without, with_them = fupin.check(plan, on=on), fupin.check(plan, waivers=waivers, on=on)
    assert [evolve(one, waiver=None) for one in with_them.findings] == [*without.findings]
    text = fupin.render(with_them, "text")
    for before, after in zip(without.findings, with_them.findings, strict=True):
        assert LOUDNESS.index(after.level) <= LOUDNESS.index(before.level)
        assert (after.level is before.level) or (after.level is fupin.Level.NOTE and after.waiver)
        assert (after.level is fupin.Level.NONE) == (before.level is fupin.Level.NONE)
        assert after.level is fupin.Level.NONE or f"  {after.rule}" in text


@FEW
@given(st.lists(WAIVERS, max_size=5))
def test_what_was_written_as_json_reads_as_the_same_waivers(waivers: list[fupin.Waiver]) -> None:
    text = json.dumps([write_record(one) for one in waivers], ensure_ascii=False)
    assert fupin.parse_waivers(text, "json") == (*waivers,)


def test_a_waived_finding_is_a_note_that_carries_its_waiver() -> None:
    found = finding(silent(waiver()))
    assert (found.outcome, found.level) == (fupin.Outcome.UNSATISFIED, fupin.Level.NOTE)
    assert found.unwaived_level is fupin.Level.ERROR
    assert found.waiver == waiver()
    assert finding(silent(waiver()), "5.7.goods").waiver is None


def test_an_undetermined_finding_can_be_waived_and_a_satisfied_one_can_not() -> None:
    rules = fupin.RULES.select("5.7.annual-plan")
    reports = [
        fupin.check(
            fupin.parse_plan(SILENT + more, "yaml"), rules=rules, waivers=[waiver("5.7.annual-plan")], on=DAY
        )
        for more in ("", "纳入年度工作计划: 是\n")
    ]
    assert [one.findings[0].waiver for one in reports] == [waiver("5.7.annual-plan"), None]
    assert [one.findings[0].level.value for one in reports] == ["note", "none"]
    assert [flaws(one) for one in reports] == [[], [("5.7.annual-plan", Flaw.UNUSED)]]


def test_a_prefix_ends_at_a_dot() -> None:
    assert finding(silent(waiver("5.7"))).waiver
    assert not finding(silent(waiver("5.7.fund"))).waiver
    assert not [one for one in silent(waiver("1")).findings if one.waiver]


def test_of_several_the_narrowest_applies_and_of_these_the_first() -> None:
    first, second = evolve(waiver(), reason="一"), evolve(waiver(), reason="二")
    report = silent(waiver("5.7"), first, second)
    assert finding(report).waiver == first
    assert not report.waiver_notes


def test_without_a_date_waivers_can_not_be_used() -> None:
    assert silent(on=None).waivers == ()
    for one in (waiver(), waiver(plan="别的方案")):
        with pytest.raises(fupin.InvalidWaiver, match="要给出核对日期") as caught:
            silent(one, on=None)
        assert caught.value.faults == ()


def test_the_last_day_is_included() -> None:
    assert finding(silent(waiver(expires=DAY))).waiver
    expired = silent(waiver(expires=date(2020, 5, 31)))
    assert not finding(expired).waiver
    assert flaws(expired) == [("5.7.funds", Flaw.EXPIRED)]
    assert str(expired.waiver_notes[0].message) == "已过期：最后一天是2020-05-31"


def test_a_waiver_may_be_for_one_plan_by_its_title_or_by_its_file() -> None:
    assert finding(silent(waiver(plan="甲"))).waiver
    assert finding(silent(waiver(plan="a.yaml"), source="a.yaml")).waiver
    for report in (silent(waiver(plan="a.yaml")), silent(waiver(plan="甲方案"), source="a.yaml")):
        assert not finding(report).waiver
        assert report.waiver_notes == ()
    unclear = evolve(fupin.parse_plan(SILENT, "yaml"), title=Unclear("某某方案"))
    assert finding(fupin.check(unclear, waivers=[waiver(plan="某某方案")], on=DAY)).waiver


def test_what_should_be_looked_at_again_is_told_in_the_order_of_the_waivers() -> None:
    past = date(2020, 1, 1)
    report = silent(
        waiver("18"),
        waiver("5.7.fund"),
        waiver("全部"),
        waiver("5.8.continuity"),
        waiver("notice", None, past),
    )
    assert flaws(report) == [
        ("18", Flaw.BROAD),
        ("5.7.fund", Flaw.UNKNOWN),
        ("全部", Flaw.UNKNOWN),
        ("5.8.continuity", Flaw.UNUSED),
        ("notice", Flaw.BROAD),
        ("notice", Flaw.EXPIRED),
    ]
    assert finding(report, "18.2.regions").waiver == waiver("18")
    assert [str(note.message) for note in report.waiver_notes][:4] == [
        "范围过宽：“18”是整条，请写到项或规则，如“5.7”",
        "没有规则“5.7.fund”，相近的有：5.7.funds",
        "没有规则“全部”，编号应如“5.7.funds”",
        "没有用到：“5.8.continuity”没有不符合或待判定的意见",
    ]


def test_the_receipt_tells_waivers_apart() -> None:
    hashes = [
        silent().receipt.waivers,
        silent(waiver()).receipt.waivers,
        silent(waiver(plan="别的方案")).receipt.waivers,
    ]
    assert len({*hashes}) == 3
    assert silent(waiver()).receipt.waivers == hashes[1]
    assert evolve(silent(waiver()).receipt, waivers=hashes[0]) == silent().receipt


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"rule": ""}, "/rule"),
        ({"reason": " \u3000"}, "/reason"),
        ({"approved_by": None}, "/approved_by"),
        ({"expires": "2020-12-31"}, "/expires"),
        ({"expires": datetime(2020, 12, 31)}, "/expires"),
        ({"plan": ""}, "/plan"),
    ],
)
def test_a_waiver_that_nobody_answers_for_can_not_be_made(change: dict[str, Any], pointer: str) -> None:
    with pytest.raises(fupin.InvalidWaiver) as caught:
        evolve(waiver(), **change)
    assert [fault.pointer for fault in caught.value.faults] == [pointer]


def test_the_error_is_copied_and_pickled_with_its_faults() -> None:
    with pytest.raises(fupin.InvalidWaiver) as caught:
        fupin.Waiver("", "", "理事会", LAST)
    for again in (copy.copy(caught.value), pickle.loads(pickle.dumps(caught.value))):
        assert (again.faults, str(again)) == (caught.value.faults, str(caught.value))
    assert str(caught.value).split("\n") == [
        "豁免有2处差错",
        "/rule：应当是文字，不能空白",
        "/reason：应当是文字，不能空白",
    ]


# Reading

ONE = fupin.Waiver("5.7", "试点", "理事会", LAST)


@pytest.mark.parametrize(
    ("text", "format"),
    [
        (FULL, "yaml"),
        ("- rule: 5.7\n  reason: 试点\n  approved_by: 理事会\n  expires: 2020年12月31日\n  plan:\n", "yaml"),
        ("waivers:\n" + FULL, "yaml"),
        ("豁免:\n" + FULL, "yaml"),
        ('[{"rule": "5.7", "理由": "试点", "approved_by": "理事会", "expires": "2020-12-31"}]', "json"),
        ('{"豁免": [{"rule": 5.7, "理由": "试点", "批准人": "理事会", "expires": "2020-12-31"}]}', "json"),
        ('[[waivers]]\nrule = "5.7"\nreason = "试点"\napproved_by = "理事会"\nexpires = 2020-12-31', "toml"),
        (
            '[["豁免"]]\n"规则" = "5.7"\n"理由" = "试点"\n"批准人" = "理事会"\n"截止日期" = "2020-12-31"',
            "toml",
        ),
    ],
)
def test_a_list_in_any_format_and_either_language_reads_the_same(text: str, format: Format) -> None:
    assert fupin.parse_waivers(text, format) == (ONE,)
    windows = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert fupin.parse_waivers(windows, format) == (ONE,)
    assert fupin.parse_waivers(text.encode("gb18030"), format) == (ONE,)


def test_a_number_of_an_item_keeps_its_last_zero() -> None:
    assert fupin.parse_waivers(FULL.replace("5.7", "8.10"), "yaml")[0].rule == "8.10"
    assert fupin.parse_waivers(FULL.replace("5.7", "5"), "yaml")[0].rule == "5"


@pytest.mark.parametrize(("text", "format"), [("[]", "json"), ("豁免:\n", "yaml"), ("# 还没有\n", "toml")])
def test_a_list_may_be_empty(text: str, format: Format) -> None:
    assert fupin.parse_waivers(text, format) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (FULL.replace("试点", ""), "第1行第13列：必须填写"),
        (FULL.replace("试点", "待定"), "第1行第17列：请写明内容，不能写“无”“是”“待定”之类"),
        (FULL.replace("试点", "true"), "第1行第17列：请写明内容，不能写“无”“是”“待定”之类"),
        (FULL.replace("试点", "[a]"), "第1行第17列：这里应当是文字，不是成组的内容或列表"),
        (FULL.replace("理由: 试点, ", ""), "第1行第3列：缺少必填项“理由”"),
        (FULL.replace("理由", "理"), "第1行第13列：不认识的键“理”，是不是“理由”？"),
        (FULL.replace("批准人", "reason"), "第1行第21列：“理由”与“reason”是同一项，只能写一处"),
        (FULL.replace("2020-12-31", "2020-12"), "应当写到哪一天，如“2020-12-31”"),
        (FULL.replace("2020-12-31", "[2020-12-31]"), "应当写到哪一天，如“2020-12-31”"),
        (FULL.replace("2020-12-31", "2020-02-30"), "第1行第37列：没有2020年2月30日"),
        (FULL.replace("}", ", 方案: 无}"), "第1行第53列：请写明内容，不能写“无”“是”“待定”之类"),
        ("- 5.7\n", "第1行第3列：这里要分项写明：规则、理由、批准人、截止日期、方案，如“规则: …”"),
        ("waivers: 5.7\n", "第1行第1列：应当是列表，每个豁免一项"),
        ("5.7\n", "第1行第1列：应当是列表，每个豁免一项"),
        ("规则: 5.7\n", "第1行第1列：“规则”不能写在这里：豁免都列在一处"),
        (f"豁免:\n{FULL}waivers: []\n", "第3行第1列：“waivers”不能写在这里：豁免都列在一处"),
        (" \n", "文件是空的：请写入豁免，或者不用这个文件"),
        ("\ufeff", "文件是空的：请写入豁免，或者不用这个文件"),
        ("- {规则", "第1行"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_what_would_be_right(text: str, told: str) -> None:
    found = faults(text)
    assert any(told in fault for fault in found), found


def test_everything_wrong_is_told_at_once_in_the_order_of_the_lines() -> None:
    text = "waivers:\n- {rule: 5.7, 理由: 待定, expires: 2020}\n- x\nother: 1\n"
    with pytest.raises(fupin.InvalidWaiver, match="豁免有5处差错") as caught:
        fupin.parse_waivers(text, "yaml")
    found = [(fault.line, fault.column, fault.pointer) for fault in caught.value.faults]
    assert found == [
        (2, 3, "/0/approved_by"),
        (2, 19, "/0/reason"),
        (2, 32, "/0/expires"),
        (3, 3, "/1"),
        (4, 1, "/other"),
    ]


def test_what_is_wrong_with_the_document_is_told_with_what_is_wrong_with_its_waivers() -> None:
    repeated = '[{"rule": "5", "rule": "6", "理由": "待定", "approved_by": "a", "expires": "2020-12-31"}]'
    assert len(faults(repeated, "json")) == 2
    assert len(faults(repeated.replace("待定", "试点"), "json")) == 1
    assert len(faults("[[waivers]]\nrule = 5.7\nrule = 5.8\n", "toml")) == 1


def test_a_file_is_read_by_its_ending(tmp_path: Path) -> None:
    (tmp_path / "w.yml").write_text(FULL, "utf-8")
    assert fupin.read_waivers(tmp_path / "w.yml") == (ONE,)
    with pytest.raises(OSError, match=r"none\.toml"):
        fupin.read_waivers(str(tmp_path / "none.toml"))
    with pytest.raises(fupin.InvalidWaiver, match="豁免要写在后缀为"):
        fupin.read_waivers(tmp_path / "w.docx")


def test_the_converter_reads_and_writes_waivers_and_refuses_bad_ones() -> None:
    converter = fupin.converter()
    written = converter.unstructure(ONE)
    assert written == {
        "rule": "5.7",
        "reason": "试点",
        "approved_by": "理事会",
        "expires": "2020-12-31",
    }
    assert converter.structure(written, fupin.Waiver) == ONE
    with pytest.raises(fupin.InvalidWaiver):
        converter.structure(written | {"reason": "待定"}, fupin.Waiver)


# Telling


def test_the_json_report_has_the_waiver_in_its_finding_and_the_notes_at_the_end() -> None:
    one = evolve(waiver(), reason="见张三13812345678")
    document = json.loads(fupin.render(silent(one, waiver("18")), "json"))
    (report,) = document["reports"]
    told = {
        "rule": "5.7.funds",
        "reason": "见张三138****5678",
        "approved_by": "理事会",
        "expires": "2020-12-31",
    }
    by_rule = {found["rule"]: found for found in report["findings"]}
    assert by_rule["5.7.funds"]["waiver"] == told
    assert (by_rule["5.7.funds"]["outcome"], by_rule["5.7.funds"]["level"]) == ("unsatisfied", "note")
    assert by_rule["5.7.goods"]["waiver"] is None
    assert report["conclusion"] == "does-not-conform"
    (note,) = report["waiver_notes"]
    assert list(note) == ["waiver", "flaw", "message"]
    assert (note["waiver"]["rule"], note["flaw"]) == ("18", "over-broad")


def test_the_text_report_shows_the_waiver_with_its_finding_and_what_to_look_at_again() -> None:
    text = fupin.render(silent(waiver("5.7"), waiver("5.2", None, date(2020, 1, 1))), "text")
    assert "已豁免：待市级批复（理事会，至2020-12-31）" in text
    assert "提示  5.7.funds" in text
    assert "须留意的豁免\n  5.2（待市级批复）：已过期：最后一天是2020-01-01\n" in text
    assert "须留意的豁免" not in fupin.render(silent(waiver()), "text")
    english = fupin.render(silent(waiver()), "text", locale="en")
    assert "waived: 待市级批复 (理事会, until 2020-12-31)" in english


def test_the_conclusion_counts_what_is_waived_and_stays_what_it_was() -> None:
    assert "有9项须补正，其中3项已豁免" in fupin.render(silent(waiver("5.7")), "text")
    rules = fupin.RULES.select("5.7.annual-plan", "5.7.in-advance")
    plan = fupin.parse_plan(SILENT, "yaml")
    report = fupin.check(plan, rules=rules, waivers=[waiver("5.7.annual-plan")], on=DAY)
    assert "有2项须先明确，其中1项已豁免" in fupin.render(report, "text").replace("\n", "")


# The command line

ALL = "".join(FULL.replace("5.7", f'"{article}"') for article in (5, 10, 18))


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], str]:
    """Writes a file into the folder that the run starts in."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, content: str) -> str:
        (tmp_path / name).write_text(content, "utf-8")
        return name

    return write


There = Callable[[str, str], str]


def test_waived_errors_no_longer_end_the_run_with_1(there: There) -> None:
    arguments = ["check", there("a.yaml", SILENT), "--on", "2020-06-01"]
    assert invoke(*arguments).exit_code == 1
    result = invoke(*arguments, "--waivers", there("w.yaml", ALL), "--strict")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "结论：不符合" in result.stdout
    assert "已豁免：试点（理事会，至2020-12-31）" in result.stdout
    expired = invoke("check", "a.yaml", "--on", "2021-01-01", "--waivers", "w.yaml")
    assert expired.exit_code == 1
    assert "已过期：最后一天是2020-12-31" in expired.stdout


def test_a_waiver_by_the_name_of_a_file_holds_for_that_file_alone(there: There) -> None:
    there("a.yaml", SILENT)
    there("b.yaml", SILENT)
    there("w.yaml", FULL.replace("}", ", 方案: b.yaml}"))
    result = invoke(
        "check", "a.yaml", "b.yaml", "--waivers", "w.yaml", "--on", "2020-06-01", "--format", "json"
    )
    waived = [
        any(found["waiver"] for found in report["findings"])
        for report in json.loads(result.stdout)["reports"]
    ]
    assert (waived, result.stderr) == ([False, True], "共2份：不符合2份\n")


def test_a_waiver_for_a_plan_that_was_not_checked_is_told_unless_a_plan_could_not_be_read(
    there: There,
) -> None:
    there("a.yaml", SILENT)
    there("w.yaml", FULL.replace("}", ", 方案: b.yaml}"))
    idle = "豁免“5.7”没有用到：没有方案“b.yaml”"
    assert invoke("check", "a.yaml", "--waivers", "w.yaml", "--on", "2020-06-01").stderr == f"{idle}\n"
    unread = invoke("check", "a.yaml", "b.yaml", "--waivers", "w.yaml", "--on", "2020-06-01")
    assert unread.exit_code == 2
    assert idle not in unread.stderr


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("bad.yaml", "bad.yaml:1:13: 必须填写\n"),
        ("none.yaml", "none.yaml: 没有这个文件或文件夹，请检查路径\n"),
        ("w.txt", "w.txt: 豁免要写在后缀为 .toml、.yaml、.yml 或 .json 的文件里\n"),
    ],
)
def test_a_file_of_waivers_that_can_not_be_used_ends_the_run_with_2(
    name: str, told: str, there: There
) -> None:
    there("bad.yaml", FULL.replace("试点", ""))
    result = invoke("check", there("a.yaml", SILENT), "--waivers", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{told}豁免文件不能用，没有核对任何方案\n"


def test_the_report_is_not_written_over_the_waivers(there: There) -> None:
    there("w.yaml", FULL)
    result = invoke("check", there("a.yaml", SILENT), "--waivers", "w.yaml", "-o", "w.yaml")
    assert result.exit_code == 2
    assert "--output 不能是豁免文件本身：“w.yaml”" in result.stderr
    assert Path("w.yaml").read_text("utf-8") == FULL
    assert invoke("check", "a.yaml", "--waivers", "w.yaml", "-o", "report.txt").exit_code == 1
