"""Mentions of divisions in running text: against what careful readers found, and what holds for any text."""

import importlib.util
import time
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cq_fupin as fupin

regions = fupin.load_guideline().regions
ROOT = Path(__file__).parents[1]
TEXTS = sorted(path.name for path in (ROOT / "tests" / "texts").glob("*.toml"))


def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("mentions", ROOT / "benchmarks" / "mentions.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def mentions(text: str) -> list[tuple[str, tuple[str, ...]]]:
    found = []
    for mention in regions.scan(text):
        match = mention.match
        candidates = (match.region,) if isinstance(match, fupin.Found) else match.candidates
        found.append((mention.text, tuple(region.code for region in candidates)))
    return found


def test_there_are_three_corpora() -> None:
    assert TEXTS == ["fresh.toml", "held_out.toml", "mentions.toml"]


@pytest.mark.parametrize("name", TEXTS)
def test_mentions_are_found_as_careful_readers_find_them(name: str) -> None:
    right, found, there = benchmark().quality(name)
    assert there >= 60
    assert right / found >= 0.95
    assert right / there >= 0.95


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("到巫溪县红池坝镇和天元乡走访", [("巫溪县红池坝镇", ("500238118",)), ("天元乡", ("500238243",))]),
        ("开州区大进镇干部到年化村走访", [("开州区大进镇", ("500154109",)), ("年化村", ("500154109201",))]),
        ("开县大进、武隆县", [("开县大进", ("500154109",)), ("武隆县", ("500156",))]),
        ("武隆县、开县大进", [("武隆县", ("500156",)), ("开县大进", ("500154109",))]),
        ("在开县大进工作", [("开县", ("500154",))]),
        ("到开县大进年化村", [("开县大进年化村", ("500154109201",))]),
        ("在平安乡村委会", [("平安乡", ("500236266",))]),
        ("在城口，罗秀山县长", [("城口", ("500229",))]),
        ("万盛经开区石林镇庙坝村", [("万盛经开区石林镇庙坝村", ("500110105207",))]),
        ("重庆市万州区白土镇大林村村民委员会", [("重庆市万州区白土镇大林村村民委员会", ("500101157206",))]),
        ("在开州区石龙村", [("开州区石龙村", ("500154102202", "500154108204"))]),
        ("红池坝镇大进镇年化村", [("红池坝镇", ("500238118",)), ("大进镇年化村", ("500154109201",))]),
        ("城口县沿河乡红池坝镇", [("城口县沿河乡", ("500229208",)), ("红池坝镇", ("500238118",))]),
        ("大进镇红旗村年化村", [("大进镇红旗村", ("500154109202",)), ("年化村", ("500154109201",))]),
        ("大进镇大林村居委会", [("大进镇", ("500154109",))]),
        ("大进镇红旗村，巫溪县大进镇年化村", [("大进镇红旗村", ("500154109202",))]),
        ("云阳、江北、奉节", [("云阳", ("500235",)), ("江北", ("500105",)), ("奉节", ("500236",))]),
        ("到渝中巴南", [("渝中", ("500103",)), ("巴南", ("500113",))]),
        ("到涪陵区李渡，", [("涪陵区李渡", ("500102011",))]),
        ("化龙桥社区工作站", [("化龙桥社区工作站", ("500103013009",))]),
        ("在合川东温泉镇", [("东温泉镇", ("500113114",))]),
        ("开县大进庙坝村", [("开县大进", ("500154109",))]),
        ("在巴县天星桥。", [("巴县天星桥", ("500106012",))]),
        ("在合川东城街道", [("东城街道", ("500119001", "500151002"))]),
    ],
)
def test_names_are_found_as_long_as_they_are_and_with_what_was_said_before(
    text: str, found: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert mentions(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "", "祝一路平安，健康长寿", "平安乡村建设", "他离开县城", "优秀山区教师", "四川省平昌县云台镇", "队员罗云阳、陈石柱",
        "新农村建设", "闻名的富裕村", "在新村村委会", "打通城镇道路", "重庆市民政局",
        "大林村居委会", "买了一部三星手机", "50万县级资金", "\ud800", "渝" * 100, "村" * 1000,
    ],
)  # fmt: skip
def test_words_persons_and_places_elsewhere_are_no_mentions(text: str) -> None:
    assert mentions(text) == []


def test_places_are_counted_in_code_points() -> None:
    text = "😀到巫溪县，\r\n再到\u3000红池坝镇。"
    first, second = regions.scan(text)
    assert (
        [text[m.start : m.end] for m in (first, second)]
        == [first.text, second.text]
        == ["巫溪县", "红池坝镇"]
    )


@given(st.text(st.sampled_from("巫溪县红池坝镇大林村万州区开、。的a 😀")) | st.text())
def test_mentions_stand_where_they_say_in_order_and_apart(text: str) -> None:
    end = 0
    for mention in regions.scan(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


@pytest.mark.parametrize(
    "unit", ["巫溪县", "大林村", "大进镇", "大进镇红旗村", "村", "县", "渝", "平安镇、", "a", "重庆市"]
)
def test_a_long_text_takes_no_long_time(unit: str) -> None:
    start = time.process_time()
    for _mention in regions.scan(unit * (200_000 // len(unit))):
        pass
    assert time.process_time() - start < 10


def test_the_benchmark_tells_what_was_missed_and_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    benchmark().main()
    told = capsys.readouterr().out
    assert all(f"{name}: " in told for name in TEXTS)


def test_what_a_name_means_depends_on_its_own_text_alone() -> None:
    before = mentions("到石龙村走访，")
    assert mentions("开州区，石龙村")[-1] == ("石龙村", ("500154102202", "500154108204"))
    assert mentions("到石龙村走访，") == before


def test_what_was_mentioned_long_ago_is_forgotten() -> None:
    others = "、".join(region.full_name for region in regions["500101"].children)
    assert mentions("开州区，石龙村")[-1] == ("石龙村", ("500154102202", "500154108204"))
    name, candidates = mentions(f"开州区，{others}，石龙村")[-1]
    assert name == "石龙村"
    assert {code[:6] for code in candidates} > {"500154"}


def test_names_that_contradict_each_other_are_no_mention() -> None:
    assert [
        mention.text for mention in fupin.load_guideline().regions.scan("到巫溪县大进镇，再到巫溪县红池坝镇")
    ] == ["巫溪县红池坝镇"]


def test_a_name_within_another_is_no_mention() -> None:
    found = fupin.load_guideline().regions.scan("在煤建新村社区")
    assert [mention.text for mention in found] == ["煤建新村社区"]
