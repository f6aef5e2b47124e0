"""cq-fupin regions: finds, asks or lists."""

import csv
import json
from io import StringIO
from typing import Any

import pytest

from cli_runner import invoke
from cq_fupin.cli.region_rows import COLUMNS
from cq_fupin.cli.region_terms import DESIGNATIONS, KINDS, LEVELS
from cq_fupin.models.region import Designation, RegionLevel
from cq_fupin.models.region_match import MatchKind


def _lines(*arguments: str) -> list[str]:
    result = invoke("regions", *arguments)
    assert result.exit_code == 0
    return result.stdout.splitlines()


def _json(*arguments: str) -> Any:
    return json.loads(invoke("regions", *arguments, "--format", "json").stdout)


def _csv(*arguments: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(invoke("regions", *arguments, "--format", "csv").stdout, newline="")))


def test_a_name_that_fits_one_region_tells_all_of_it() -> None:
    told = "\n".join(_lines("红池坝镇"))
    for part in (
        "重庆市巫溪县红池坝镇",
        "500238118",
        "深度贫困乡镇",
        "国家级扶贫开发工作重点区县",
        "乡镇、街道",
    ):
        assert part in told


def test_a_former_name_is_found_and_said_to_be_one() -> None:
    told = _lines("开县")
    assert "曾用名        开县" in told
    assert "按什么找到    曾用名" in told
    assert "扶贫部门电话  023-52259476" in told


def test_contacts_are_masked_in_every_format() -> None:
    for format in ("text", "json", "csv"):
        told = invoke("regions", "红池坝镇", "--format", format).stdout
        assert "张* 157****5678" in told


def test_what_an_annex_misprints_is_told_beside_the_official_name() -> None:
    told = _lines("百草村")
    assert "官方名称    白草村村民委员会" in told
    assert "附件印作    百草村" in told
    assert any(
        "白草村" in line and "附件印作“百草村”" in line
        for line in _lines("--district", "万州区", "--designation", "定点攻坚村")
    )
    assert not any("附件印作" in line for line in _lines("红池坝镇"))


def test_a_name_that_fits_several_asks_which_and_ends_with_1() -> None:
    result = invoke("regions", "后坪乡")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == "“后坪乡”可能是2个地方，请写明区县："
    assert "500156208" in result.stdout
    assert "500242210" in result.stdout


def test_a_name_that_fits_none_tells_what_comes_near_and_ends_with_1() -> None:
    result = invoke("regions", "红池霸镇")
    assert result.exit_code == 1
    assert result.stdout.startswith("没有找到“红池霸镇”，相近的有：\n500238118")
    nothing = invoke("regions", "甲" * 3000)
    assert nothing.exit_code == 1
    assert nothing.stdout.startswith(f"没有找到“{'甲' * 60}…”：请写代码，或者像“巫溪县红池坝镇”这样写名称")


def test_what_is_found_as_json_names_the_query_and_what_came_of_it() -> None:
    found = _json("红池坝")
    assert (found["format"], found["query"], found["result"]) == ("cq-fupin-regions/1", "红池坝", "found")
    assert [(row["match"], row["code"]) for row in found["regions"]] == [("found", "500238118")]
    assert found["regions"][0]["designations"] == ["deep_poverty_township"]
    assert tuple(found["regions"][0]) == COLUMNS
    assert _json("后坪乡")["result"] == "ambiguous"
    assert {row["match"] for row in _json("后坪乡")["regions"]} == {"candidate"}
    assert _json("红池霸镇")["result"] == "not-found"
    assert {row["match"] for row in _json("红池霸镇")["regions"]} == {"near"}


def test_what_is_found_as_csv_has_stable_columns() -> None:
    (found,) = _csv("开县")
    assert tuple(found) == COLUMNS
    assert (found["match"], found["former_names"], found["phone"]) == ("found", "开县", "023-52259476")
    assert found["designated_within"] == "deep_poverty_township;designated_village"
    assert found["printed_name"] == "开州区"
    assert found["contact"] == found["note"] == ""


def test_without_a_name_all_regions_are_listed() -> None:
    assert len(_csv()) == len(_json()["regions"]) == 12292
    assert _json()["query"] is None


def test_as_text_they_are_a_tree_of_districts_with_what_each_holds() -> None:
    told = _lines()
    assert len(told) == 39
    assert told[0] == "重庆市  500000"
    assert told[1] == "├─ 万州区  500101  国家级扶贫开发工作重点区县  52个乡镇、街道，634个村、社区"
    assert told[-1].startswith(
        "└─ 彭水苗族土家族自治县  500243  国家级扶贫开发工作重点区县  附件印作“彭水县”"
    )


def test_a_district_as_a_tree_shows_its_functional_area_and_what_it_rests_on() -> None:
    (town,) = [line for line in _lines("--district", "綦江区") if "石林镇  " in line]
    assert town.endswith("石林镇  500110105  万盛经开区（推定）")
    assert not [line for line in _lines("--district", "江津区") if "推定" in line]


def test_a_csv_for_excel_begins_with_a_byte_order_mark() -> None:
    assert invoke("regions", "巫溪", "--format", "csv", "--bom").stdout.startswith("\ufeffmatch,code")
    assert invoke("regions", "巫溪", "--format", "csv").stdout.startswith("match,code")


def test_what_was_found_by_an_old_name_or_a_functional_area_says_so() -> None:
    assert "该名称        用到2016年" in _lines("开县")
    assert "该名称      2021年起用" in _lines("太极镇")
    assert any(line.endswith("这里是统计上所在的区县") for line in _lines("万盛经开区"))
    assert any("推定" in line for line in _lines("万盛经开区石林镇"))
    assert (_json("开县")["how"], _json("开县")["until"]) == ("former", 2016)
    assert _json("宁桥")["told_apart_by"] == "village"
    assert "推定" in _csv("石林镇")[0]["note"]


@pytest.mark.parametrize(
    ("designation", "count"),
    [
        ("national_key_county", 14),
        ("municipal_key_county", 4),
        ("deep_poverty_township", 18),
        ("designated_village", 100),
        ("国家级扶贫开发工作重点区县", 14),
        ("深度贫困乡镇", 18),
    ],
)
def test_regions_are_listed_by_what_the_guideline_names_them(designation: str, count: int) -> None:
    assert len(_lines("--designation", designation)) == count


def test_designations_add_up() -> None:
    both = ("--designation", "national_key_county", "--designation", "municipal_key_county")
    assert len(_lines(*both)) == 18
    assert len(_lines(*both, *both)) == 18


def test_a_district_is_listed_with_what_lies_in_it() -> None:
    told = _lines("--district", "巫溪")
    assert told[0] == "巫溪县  500238  国家级扶贫开发工作重点区县"
    assert len(told) == len(_csv("--district", "巫溪")) == 1 + 32 + 330
    assert "│  ├─ 中岗村  500238118201" in told
    assert _lines("--district", "500238") == told
    assert len(_lines("--district", "巫溪县", "--designation", "deep_poverty_township")) == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--district", "巫"], "--district：“巫”不是一个区县，相近的有：巫山县、巫溪县"),
        (["--district", "红池坝镇"], "--district：“红池坝镇”不是区县，应写作“巫溪县”或“500238”"),
        (["--district", ""], "--district：“”不是区县"),
        (["--district", "后坪乡"], "--district：“后坪乡”不是区县"),
        (["巫溪", "--district", "巫溪"], "查找“巫溪”时不能再用 --designation 或 --district"),
        (["巫溪", "--designation", "deep_poverty_township"], "查找“巫溪”时不能再用"),
        (["--designation", "poor"], "--designation 没有“poor”，可以用的有：national_key_county"),
        (["--bom"], "--bom 只用于 --format csv"),
        (["--format", "xlsx"], "--format 没有“xlsx”，可以用的有：text、json、csv"),
    ],
)
def test_wrong_use_says_what_would_be_right(arguments: list[str], told: str) -> None:
    result = invoke("regions", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_a_district_that_no_longer_bears_its_name_is_found() -> None:
    assert _lines("--district", "开县")[0].startswith("开州区  500154")


def test_every_designation_level_and_kind_of_name_has_a_label() -> None:
    assert set(DESIGNATIONS) == set(Designation)
    assert set(LEVELS) == set(RegionLevel)
    assert set(KINDS) == set(MatchKind)
