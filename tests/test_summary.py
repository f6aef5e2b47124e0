"""The summary of a registry: what plans come to together."""

import json
import re
import runpy
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pyarrow as pa
import pytest

import cq_fupin as fupin
from cli_runner import invoke
from cq_fupin.cli.language import Language
from cq_fupin.cli.summary_picture import as_svg
from cq_fupin.reading.cases import load_cases, plan_of
from cq_fupin.tables import check_table, write_parquet
from cq_fupin.telling.result_lines import json_line

REGIONS = fupin.load_guideline().regions
VILLAGE = REGIONS.annex(3)[0].region
PLANS = tuple(plan_of(case) for case in load_cases())


def line(*regions: str, category: str = "other", unit: str | None = None) -> str:
    """A plan that names regions."""
    maker = {"name": "乙", "category": category} | ({"supervisory_unit": unit} if unit else {})
    return json.dumps({"title": "甲", "organization": maker, "regions": list(regions)})


def summary_of(*lines: str) -> fupin.Summary:
    return fupin.summarize(fupin.check_many(lines))


def test_groups_add_up_to_what_the_results_say() -> None:
    results = list(fupin.check_many(PLANS))
    summary = fupin.summarize(results)
    assert summary.plans == len(PLANS)
    assert dict(summary.conclusions) == Counter(result.conclusion for result in results)
    for groups in (summary.by_category, summary.by_supervisory_unit):
        assert sum(group.plans for group in groups) == len(PLANS)
        assert sum(group.errors for group in groups) == sum(result.errors for result in results)
    counts = Counter(pair for result in results for pair in zip(result.rules, result.outcomes, strict=True))
    assert {
        (c.rule, o): c.outcomes[o] for c in summary.by_rule for o in fupin.Outcome if c.outcomes[o]
    } == counts


def test_a_plan_counts_in_every_district_that_it_names_and_once_in_each() -> None:
    summary = summary_of(line("500238", "500238118", "500101"), line("500101"), line())
    plans = {group.key: group.plans for group in summary.by_district if group.plans}
    assert plans == {"500101": 2, "500238": 1, "": 1}


def test_the_whole_municipality_is_no_district() -> None:
    assert {one.key: one.plans for one in summary_of(line("500000")).by_district if one.plans} == {"": 1}


def test_key_districts_are_there_without_a_plan_and_those_that_say_none_come_last() -> None:
    keys = [group.key for group in summary_of(line(), line("500112")).by_district]
    key_districts = {region.code for region in REGIONS.districts if region.designated}
    assert {*keys} == key_districts | {"500112", ""}
    assert keys == [*sorted(keys[:-1]), ""]


def test_categories_stand_in_the_order_of_the_guideline_and_units_by_size() -> None:
    lines = [
        line(unit="丙"),
        line(unit="丁"),
        line(unit="丁"),
        line(category="education"),
        line(category="待定"),
    ]
    summary = summary_of(*lines)
    categories = [one.id for one in fupin.load_guideline().organization_categories]
    assert [group.key for group in summary.by_category] == [*categories, ""]
    assert [(one.key, one.plans) for one in summary.by_supervisory_unit] == [("丁", 2), ("丙", 1), ("", 2)]


def test_a_village_is_served_by_plans_that_name_it_not_by_those_that_name_its_township() -> None:
    township = VILLAGE.code[:9]
    summary = summary_of(
        line(VILLAGE.code), line(VILLAGE.code, township), line(township), line(VILLAGE.code[:6])
    )
    count = summary.villages[0]
    assert (count.village, count.plans, count.nearby) == (VILLAGE, 2, 1)
    assert VILLAGE not in summary.villages_without_plan
    assert len(summary.villages_without_plan) == 99


def test_what_is_no_plan_is_counted_by_itself() -> None:
    summary = summary_of("{", line())
    assert (summary.plans, summary.unread) == (1, 1)


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A file of results in the folder that the run starts in."""
    monkeypatch.chdir(tmp_path)
    lines = [line("500238", unit="=市民政局"), line(VILLAGE.code[:9]), line(category="education")]
    lines += [line(unit=f"单位{number}") for number in range(12)]
    (tmp_path / "结果.jsonl").write_text("".join(map(json_line, fupin.check_many(lines))), "utf-8")
    write_parquet(check_table(pa.table({"plan": lines})), tmp_path / "结果.parquet")
    return "结果.jsonl"


def test_the_text_tells_everything_in_brief(results: str) -> None:
    ran = invoke("summary", results)
    assert ran.exit_code == 0
    assert ran.stdout.startswith("共15份：不符合15份\n")
    assert re.search(r"^巫溪县 +1 +0 +1 +0 +0 +\d+$", ran.stdout, re.M)
    assert "……另有4项，用 --by 看全部" in ran.stdout
    assert "定点攻坚村：100个中有100个没有方案提到" in ran.stdout
    assert f"  {VILLAGE.full_name}：有1份方案提到所在的乡镇\n" in ran.stdout
    assert all(len(line) <= 80 for line in ran.stdout.splitlines())


@pytest.mark.parametrize("format", ["text", "json", "markdown", "svg"])
def test_a_parquet_file_comes_to_the_same_as_one_of_lines(results: str, format: str) -> None:
    assert (
        invoke("summary", results, "-f", format).stdout
        == invoke("summary", "结果.parquet", "-f", format).stdout
    )


def test_json_has_every_table(results: str) -> None:
    told = json.loads(invoke("summary", results, "-f", "json").stdout)
    assert (told["format"], told["plans"], told["unread"]) == ("cq-fupin-summary/1", 15, 0)
    assert told["conclusions"]["does-not-conform"] == 15
    tables = {"by_district", "by_category", "by_unit", "by_rule", "by_village"}
    assert tables < set(told)
    assert len(told["by_village"]) == 100
    only = json.loads(invoke("summary", results, "-f", "json", "--by", "village").stdout)
    assert tables & set(only) == {"by_village"}
    assert only["by_village"] == told["by_village"]


def test_csv_guards_what_looks_like_a_formula(results: str) -> None:
    text = invoke("summary", results, "-f", "csv", "--by", "unit").stdout_bytes.decode("utf-8-sig")
    assert text.splitlines()[0] == "key,name,plans,conforms,does-not-conform,undetermined,partial,errors"
    assert "'=市民政局,'=市民政局,1," in text


def test_markdown_has_a_table_for_each(results: str) -> None:
    text = invoke("summary", results, "-f", "markdown", "--by", "district", "--lang", "en").stdout
    assert text.startswith("# Summary of the registry\n\n15 documents: 15 not met\n\n## District or county\n")
    assert "|  | not stated or not clear | 13 |" in text


def test_one_table_is_told_whole(results: str) -> None:
    text = invoke("summary", results, "--by", "unit").stdout
    assert len(text.splitlines()) == 1 + 14
    assert "定点攻坚村" not in text


def test_the_picture_has_a_bar_for_each_district_and_a_square_for_each_village(results: str) -> None:
    assert invoke("summary", results, "-f", "svg", "-o", "图.svg").stdout == ""
    root = ElementTree.parse("图.svg").getroot()
    texts = [node.text for node in root.iter("{http://www.w3.org/2000/svg}text")]
    titles = [node.text for node in root.iter("{http://www.w3.org/2000/svg}title")]
    assert "巫溪县" in texts
    assert "未写明或不明确" in texts
    assert sum("份方案提到" in (title or "") for title in titles) == 100
    assert f"{VILLAGE.full_name}：0份方案提到，另有1份只提到乡镇" in titles


def test_no_results_make_a_summary_of_none(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("", "utf-8")
    assert invoke("summary", str(path)).stdout.startswith("共0份")
    assert invoke("summary", str(path), "--by", "unit").stdout.split() == [
        "业务主管单位", "方案数", "符合", "不符合", "待判定", "部分核对", "错误数",
    ]  # fmt: skip
    assert "<svg" in invoke("summary", str(path), "-f", "svg").stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["结果.jsonl", "-f", "csv"], "csv 只有一张表：请加 --by"),
        (["结果.jsonl", "-f", "svg", "--by", "rule"], "svg 只有一幅图：请去掉 --by"),
        (["结果.jsonl", "-o", "结果.jsonl"], "--output 不能是结果文件本身"),
        (["没有.jsonl"], "没有这个文件"),
        (["没有.parquet"], "没有这个文件"),
    ],
)
def test_wrong_use_is_told(results: str, arguments: list[str], told: str) -> None:
    ran = invoke("summary", *arguments)
    assert (ran.exit_code, told in ran.stderr) == (2, True)


GOOD: dict[str, Any] = json.loads(json_line(next(fupin.check_many([line("500238")]))))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "a.jsonl:2:1: 这一行不是 JSON"),
        ("[" * 100_000, "a.jsonl:2:1: 这一行不是 JSON"),
        ("[]", "应当是成组的内容"),
        ('{"format": "cq-fupin-finding/1"}', "/format：应当是每行一份方案的结果：“cq-fupin-result/1”"),
        (json.dumps(GOOD | {"conclusion": "good"}), "/conclusion：应当是以下之一：conforms"),
        (json.dumps(GOOD | {"errors": -1}), "/errors：应当是从1开始的整数"),
        (json.dumps(GOOD | {"errors": False}), "/errors：应当是从1开始的整数"),
        (json.dumps({k: v for k, v in GOOD.items() if k != "title"}), "缺少“title”这一项"),
        (json.dumps(GOOD | {"regions": [1]}), "/regions/0：应当是文字"),
    ],
)
def test_lines_that_are_no_results_are_told_with_their_place(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{json.dumps(GOOD)}\n{text}\n", "utf-8")
    ran = invoke("summary", str(path))
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert told in ran.stderr


def test_results_are_read_back_as_they_were() -> None:
    for result in fupin.check_many([*PLANS, line(category="待定"), line(unit="丙")]):
        assert fupin.parse_result(json_line(result)) == result
    documents = list(fupin.check_many([Path(__file__).parents[1] / "examples" / "plan.yaml"]))
    assert fupin.parse_result(json_line(documents[0])).source.endswith("plan.yaml")


def test_rules_of_a_supplement_are_counted_after_those_of_the_guideline() -> None:
    told = GOOD | {"satisfied": ["我县.1", "5.1.liaison"]}
    result = fupin.parse_result(json.dumps(told))
    assert (result.rules[0], result.rules[-1]) == ("5.1.liaison", "我县.1")
    counts = fupin.summarize([result]).by_rule
    assert counts[-1].rule == "我县.1"


@pytest.mark.parametrize(("locale", "name"), [("zh_CN", "summary.svg"), ("en", "summary.en.svg")])
def test_the_picture_of_the_documentation_is_what_is_drawn(locale: str, name: str) -> None:
    root = Path(__file__).parents[1]
    registry = runpy.run_path(str(root / "benchmarks" / "registry.py"))["registry"]
    summary = fupin.summarize(fupin.check_many(registry(200)))
    assert as_svg(Language(locale), summary) == (root / "docs" / "how-to" / name).read_text("utf-8")
