"""Finding a region by what people write: it resolves, or asks, and never guesses."""

import itertools
import random
import string
from datetime import date
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cq_fupin.models.region import Region, RegionLevel
from cq_fupin.models.region_match import Ambiguous, Found, Match, MatchKind, NotFound
from cq_fupin.reading.regions import load_regions
from cq_fupin.reading.regions.near import one_apart
from cq_fupin.reading.regions.tables import rows

regions = load_regions()
EVERY = tuple(regions)
TOWNSHIPS = tuple(region for region in EVERY if region.level is RegionLevel.TOWNSHIP)
VILLAGES = tuple(region for region in EVERY if region.level is RegionLevel.VILLAGE)


def codes(match: Match) -> tuple[str, ...]:
    if isinstance(match, Found):
        return (match.region.code,)
    return tuple(region.code for region in (match.candidates if isinstance(match, Ambiguous) else match.near))


@pytest.mark.parametrize(
    ("text", "code", "how"),
    [
        ("500238", "500238", MatchKind.CODE),
        ("500238118000", "500238118", MatchKind.CODE),
        ("５００２３８", "500238", MatchKind.CODE),
        ("重庆市", "500000", MatchKind.OFFICIAL),
        ("重庆", "500000", MatchKind.SHORT),
        ("渝", "500000", MatchKind.SHORT),
        ("巫溪县", "500238", MatchKind.OFFICIAL),
        ("巫溪", "500238", MatchKind.SHORT),
        ("渝北", "500112", MatchKind.SHORT),
        ("渝巫溪县", "500238", MatchKind.SHORT),
        ("重庆市市辖区万州区", "500101", MatchKind.QUALIFIED),
        ("秀山", "500241", MatchKind.SHORT),
        ("秀山县", "500241", MatchKind.PRINTED),
        ("秀山自治县", "500241", MatchKind.SHORT),
        ("开州", "500154", MatchKind.SHORT),
        ("开县", "500154", MatchKind.FORMER),
        ("武隆县", "500156", MatchKind.FORMER),
        ("潼南县", "500152", MatchKind.FORMER),
        ("綦江县", "500110", MatchKind.FORMER),
        ("500234", "500154", MatchKind.FORMER),
        ("500102128", "500102222", MatchKind.LATER),
        ("同乐镇", "500102222", MatchKind.LATER),
        ("开县大进", "500154109", MatchKind.FORMER),
        ("开州大进年化村", "500154109201", MatchKind.SHORT),
        ("开州区大进镇年化村", "500154109201", MatchKind.PRINTED),
        ("开州区年华村", "500154109201", MatchKind.QUALIFIED),
        ("年华村", "500154109201", MatchKind.OFFICIAL),
        ("百草村", "500101152200", MatchKind.PRINTED),
        ("万州区走马镇白草村村民委员会", "500101152200", MatchKind.QUALIFIED),
        ("太极乡大河村", "500114250206", MatchKind.PRINTED),
        ("车田乡清明村", "500242218202", MatchKind.PRINTED),
        ("顶山镇石佛村", "500110118205", MatchKind.PRINTED),
        ("武隆区后坪乡", "500156208", MatchKind.PRINTED),
        ("酉阳县后坪乡", "500242210", MatchKind.PRINTED),
        ("佛会", "500111104211", MatchKind.SHORT),
        ("清水乡", "500235242", MatchKind.SHORT),
        ("万盛经开区石林镇", "500110105", MatchKind.FUNCTIONAL_AREA),
        ("重庆市万盛经济技术开发区石林镇庙坝村", "500110105207", MatchKind.FUNCTIONAL_AREA),
        ("万盛经开区庙坝村", "500110105207", MatchKind.FUNCTIONAL_AREA),
        ("綦江区石林镇", "500110105", MatchKind.QUALIFIED),
        ("巫溪县红池坝镇", "500238118", MatchKind.QUALIFIED),
        ("重庆市万州区白土镇大林村", "500101157206", MatchKind.QUALIFIED),
        ("白土镇大林村村委会", "500101157206", MatchKind.QUALIFIED),
        ("下堡镇宁桥村", "500238109220", MatchKind.QUALIFIED),
        ("秀山县溪口镇龙洞居民委员会", "500241115003", MatchKind.PRINTED),
        ("溪口镇龙洞社区", "500241115003", MatchKind.QUALIFIED),
        ("浪水坝", "500242222200", MatchKind.SHORT),
        ("潼南三星", "500152116204", MatchKind.SHORT),
        ("石柱三星", "500240204", MatchKind.SHORT),
        ("涪陵江北街道", "500102009", MatchKind.SHORT),
        ("　重庆市 巫 溪 县\t红池坝镇\n", "500238118", MatchKind.QUALIFIED),
        ("巫溪县\u200b红池坝镇\ufeff", "500238118", MatchKind.QUALIFIED),
    ],
)
def test_what_people_write_is_found(text: str, code: str, how: MatchKind) -> None:
    match = regions.find(text)
    assert isinstance(match, Found), match
    assert (match.region.code, match.how) == (code, how)


@pytest.mark.parametrize("text", ["巫山", "江北", "云阳", "沙坪坝"])
def test_a_districts_own_short_name_means_the_district(text: str) -> None:
    match = regions.find(text)
    assert isinstance(match, Found)
    assert match.region.level is RegionLevel.DISTRICT
    assert match.region.short_name == text


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("后坪乡", "500156208 500242210"),
        ("双龙镇", "500237105 500115127 500230124 500235138"),
        ("平安", "500236266 500235133 500243111"),
        ("南岸区南坪", "500108003 500108101"),
        ("复兴镇", "500109009 500233106"),
        ("万盛", "500110 500110004"),
        ("五桥", "500101 500101025"),
        ("江北县", "500105 500109 500112"),
        ("510222", "500104 500106 500107 500108 500113"),
        ("开州 巫山", "500154 500237"),
        ("云阳、巫山".replace("、", "　"), "500235 500237"),
    ],
)
def test_a_name_that_several_bear_is_ambiguous_and_lists_them_best_first(text: str, candidates: str) -> None:
    match = regions.find(text)
    assert isinstance(match, Ambiguous), match
    assert codes(match) == tuple(candidates.split())


@pytest.mark.parametrize(
    ("text", "count", "apart"),
    [
        ("石龙村", 16, RegionLevel.DISTRICT),
        ("开州区石龙村", 2, RegionLevel.TOWNSHIP),
        ("大河村", 8, RegionLevel.DISTRICT),  # printed for 太河村, and the true name of seven others
        ("下堡镇宁桥", 2, RegionLevel.VILLAGE),  # 宁桥村 and 宁桥社区
        ("平安长坪村", 2, RegionLevel.DISTRICT),
        ("双龙村", 22, RegionLevel.DISTRICT),
    ],
)
def test_a_name_that_villages_share_is_ambiguous_among_all_and_says_what_tells_them_apart(
    text: str, count: int, apart: RegionLevel
) -> None:
    match = regions.find(text)
    assert isinstance(match, Ambiguous), match
    assert len(match.candidates) == count
    assert match.told_apart_by is apart


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("巫溪县红池坝镇无此村", "500238118"),
        ("双龙镇九霄云外村", "500237105 500115127 500230124 500235138"),
        ("500238118999", "500238118"),
        ("500238999", "500238"),
        ("万盛经开区丁山镇", "500110107 500110118 500110124"),
        ("城口县的贫困村", "500229"),
        ("江北花园", "500105"),
        ("彭水土家族苗族自治县", "500243"),
        ("巫溪区", "500238"),
        ("巫西县", "500237 500238"),
        ("红池霸镇", "500238118"),
        ("巫溪县红池镇", "500238118"),
        ("五溪县红池坝镇", "500238118"),
        ("开州区红池坝镇", "500238118"),
        ("重庆市某县红池坝镇", "500238118"),
        ("大进镇年花村", "500154109201 500154109212"),
        ("开州区大晋镇年华村", "500154109201"),
        ("某区某镇红关村", "500235133201"),
    ],
)
def test_what_is_not_found_tells_what_is_near(text: str, near: str) -> None:
    match = regions.find(text)
    assert isinstance(match, NotFound), match
    assert codes(match) == tuple(near.split())


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\u3000",
        "\u200b",
        "待定",
        "/",
        "——",
        "各区县",
        "wuxi",
        "北京市朝阳区",
        "重庆市重庆市",
        "5002",
        "9" * 100,
        "渝" * 200,
        "巫溪县" * 100,
        "x" * 100_000,
        "ﷺ" * 200,
        "\ud800",
    ],
)
def test_nonsense_and_overlong_texts_are_near_nothing(text: str) -> None:
    assert regions.find(text) == NotFound(())


def test_near_misses_are_few() -> None:
    match = regions.find("双龙寸")
    assert isinstance(match, NotFound)
    assert 22 <= len(match.near) <= 30


# ------------------------------------------------------------------------------ what holds for every region


def forms(region: Region) -> set[str]:
    """Full and short names by which a level of a path may be called."""
    return {name for name in (region.name, region.short_name, region.printed_name) if name}


def test_every_region_is_found_by_its_code_and_by_its_full_path() -> None:
    for region in EVERY:
        for text in (region.code, region.code.ljust(12, "0"), region.full_name):
            match = regions.find(text)
            assert isinstance(match, Found), text
            assert match.region == region
        if region.level is not RegionLevel.MUNICIPALITY:
            names = [above.name for above in region.lineage]
            match = regions.find("".join(reversed(names)))
            assert isinstance(match, Found)
            assert (match.region, match.how) == (region, MatchKind.QUALIFIED)


def test_every_township_is_found_within_its_district_however_both_are_called() -> None:
    for township in TOWNSHIPS:
        district = township.parent
        assert district is not None
        for above, name in itertools.product(forms(district), forms(township)):
            match = regions.find(above + name)
            assert township.code in codes(match)
            assert isinstance(match, Found) or name == "南坪"


def test_every_village_is_found_within_its_township_however_each_is_called() -> None:
    for village in VILLAGES:
        township = village.parent
        assert township is not None
        assert township.parent is not None
        for parts in itertools.product(forms(township.parent), forms(township), forms(village)):
            match = regions.find("".join(parts))
            assert isinstance(match, Found), parts
            assert match.region == village


def test_a_shortened_path_never_finds_another_region() -> None:
    for region in EVERY[1:]:
        names = [*(above.name for above in region.lineage[:0:-1]), region.short_name]
        if region.level is not RegionLevel.VILLAGE:
            names[-1] = region.name
        for kept in itertools.product((True, False), repeat=len(names) - 1):
            text = "".join(name for name, keep in zip(names, (*kept, True), strict=True) if keep)
            match = regions.find(text)
            assert not isinstance(match, Found) or match.region == region, text
            assert not isinstance(match, NotFound), text
            assert region.code in codes(match)


def test_a_township_shared_by_name_is_never_found_by_it_alone() -> None:
    by_name: dict[str, set[str]] = {}
    for township in TOWNSHIPS:
        by_name.setdefault(township.name, set()).add(township.code)
    shared = {name: bearers for name, bearers in by_name.items() if len(bearers) > 1}
    assert (len(by_name), len(shared), sum(map(len, shared.values()))) == (987, 37, 79)
    for name, bearers in shared.items():
        match = regions.find(name)
        assert isinstance(match, Ambiguous)
        assert set(codes(match)) == bearers


def test_villages_that_share_no_name_are_found_by_it_alone_and_the_others_are_all_told() -> None:
    by_name: dict[str, set[str]] = {}
    for village in VILLAGES:
        by_name.setdefault(village.short_name, set()).add(village.code)
    assert (len(by_name), sum(len(bearers) > 1 for bearers in by_name.values())) == (7616, 1473)
    for name, bearers in by_name.items():
        found = {*codes(regions.find(name))}
        assert bearers <= found
        others = {
            regions[code] for code in found - bearers
        }  # 龙洞居委会 is 龙洞社区, 大河村 printed for 太河村
        committees = [other for other in others if "居委会" in (name[-3:], other.short_name[-3:])]
        printed = [other for other in others if other.kind == "街道" or other.printed_name == name]
        assert others == {*committees, *printed}
    designated = [village for village in VILLAGES if village.designations]
    assert sum(isinstance(regions.find(village.short_name), Found) for village in designated) == 48


def test_a_bare_name_means_a_township_before_a_village() -> None:
    match = regions.find("三星")
    assert isinstance(match, Found)
    assert match.region.name == "三星乡"


def test_the_short_name_of_a_subdistrict_that_looks_like_a_villages_is_ambiguous() -> None:
    """跃进村 is short for 跃进村街道, and what four villages are called."""
    match = regions.find("跃进村")
    assert isinstance(match, Ambiguous)
    assert codes(match)[0] == "500104002"
    assert len(codes(match)) == 5
    assert isinstance(regions.find("大渡口区跃进村"), Found)
    assert codes(regions.find("万州区郭村")) == ("500101158",)


def test_every_alias_leads_to_its_region() -> None:
    for alias, _kind, code, *_rest in rows("aliases.csv"):
        assert code in codes(regions.find(alias)), alias
        assert not isinstance(regions.find(alias), NotFound)


@given(st.text(max_size=300))
def test_find_never_raises(text: str) -> None:
    assert isinstance(regions.find(text), Found | Ambiguous | NotFound)


SYLLABLES = sorted(
    {character for region in EVERY[:200] for character in region.name} | set("村社区居委会0123456789 ")
)


@given(st.text(st.sampled_from(SYLLABLES), max_size=20))
def test_what_is_found_was_written(text: str) -> None:
    match = regions.find(text)
    if isinstance(match, Found) and match.how not in (MatchKind.CODE, MatchKind.FORMER, MatchKind.LATER):
        last = "".join(normalize("NFKC", text).split())[-1]
        names = (
            match.region.name,
            match.region.short_name,
            match.region.printed_name or "",
            "自治县",
            "渝乡",
        )
        assert last in "".join(names) + "村社区居委会"


@given(st.sampled_from(EVERY), st.integers(0, 40), st.sampled_from([" ", "\u3000", "\u200b", "\n"]))
def test_stray_spaces_change_nothing(region: Region, at: int, space: str) -> None:
    text = region.full_name
    assert regions.find(text[:at] + space + text[at:]) == regions.find(text)


@given(st.text(string.ascii_lowercase, max_size=6), st.text(string.ascii_lowercase, max_size=6))
def test_one_apart_is_symmetric_and_what_it_says(one: str, other: str) -> None:
    def without(text: str) -> set[str]:
        return {text[:at] + text[at + 1 :] for at in range(len(text))}

    changed = len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) <= 1
    assert one_apart(one, other) == one_apart(other, one)
    assert one_apart(one, other) == (changed or one in without(other) or other in without(one))


# ------------------------------------------------------------------------------------------- slips and dates


def slipped(name: str, rng: random.Random, signs: list[str]) -> str:
    """A name with one character changed, missing or doubled."""
    at = rng.randrange(len(name))
    changed = name[:at] + rng.choice(signs) + name[at + 1 :]
    return rng.choice([changed, name[:at] + name[at + 1 :], name[:at] + name[at] + name[at:]])


def test_a_slip_of_an_official_name_is_never_found_as_another_and_nearly_always_among_the_near() -> None:
    rng = random.Random(20200514)
    known = {name for region in EVERY for name in (region.name, region.short_name)}
    signs = sorted({sign for region in EVERY for sign in region.name})
    texts = [(region, slipped(region.name, rng, signs)) for region in rng.sample(EVERY, 1500)]
    asked = [(region, text) for region, text in texts if text not in known]
    others = [
        text
        for region, text in asked
        if isinstance(match := regions.find(text), Found) and match.region != region
    ]
    assert others == []
    right = sum(region.code in codes(regions.find(text)) for region, text in asked)
    assert right / len(asked) >= 0.95


@pytest.mark.parametrize(
    ("text", "day", "code", "in_force"),
    [
        ("开县", None, "500154", None),
        ("开县", date(2015, 1, 1), "500154", True),
        ("开县", date(2016, 6, 1), "500154", None),
        ("开县", date(2020, 5, 14), "500154", False),
        ("开州区", date(2015, 1, 1), "500154", False),
        ("开州区", date(2020, 5, 14), "500154", True),
        ("开县大进镇", date(2020, 5, 14), "500154109", False),
        ("同乐镇", date(2019, 1, 1), "500102222", False),
        ("同乐镇", date(2022, 1, 1), "500102222", True),
        ("500234", date(2015, 1, 1), "500154", True),
        ("500234", date(2020, 5, 14), "500154", False),
        ("500110", date(2005, 1, 1), "500110", True),
        ("500110", date(2020, 5, 14), "500110", None),
        ("五桥", date(2020, 5, 14), "500101025", True),
        ("巫溪县", date(2020, 5, 14), "500238", True),
    ],
)
def test_a_name_is_found_and_said_to_be_in_force_or_not(
    text: str, day: date | None, code: str, in_force: bool | None
) -> None:
    match = regions.find(text, on=day)
    assert isinstance(match, Found), match
    assert (match.region.code, match.in_force) == (code, in_force)


def test_an_old_name_is_told_with_the_year_in_which_it_ceased() -> None:
    match = regions.find("武隆县")
    assert isinstance(match, Found)
    assert (match.how, match.since, match.until) == (MatchKind.FORMER, None, 2016)
    later = regions.find("太极镇")
    assert isinstance(later, Found)
    assert (later.how, later.since) == (MatchKind.LATER, 2021)


def test_what_is_found_at_once_is_what_is_found_by_reading() -> None:
    for region in EVERY:
        for name in {region.name, region.short_name}:
            match = regions.find(name)
            assert match == regions.find(f" {name}") == regions.find(name), name


def test_a_functional_area_is_found_as_what_it_is() -> None:
    for text in ("万盛经开区", "万盛经济技术开发区", "重庆市万盛经济技术开发区"):
        match = regions.find(text)
        assert isinstance(match, Found)
        assert (match.region.code, match.how) == ("500110", MatchKind.FUNCTIONAL_AREA)


def test_every_name_that_townships_share_is_ambiguous_among_all_of_them() -> None:
    by_name: dict[str, set[str]] = {}
    districts = {region.short_name for region in EVERY if region.level is RegionLevel.DISTRICT}
    for township in TOWNSHIPS:
        by_name.setdefault(township.short_name, set()).add(township.code)
    shared = {
        name: bearers for name, bearers in by_name.items() if len(bearers) > 1 and name not in districts
    }
    assert len(shared) > 60
    for name, bearers in shared.items():
        match = regions.find(name)
        assert isinstance(match, Ambiguous), name
        assert bearers <= {*codes(match)}


def test_township_and_village_without_the_district_are_ambiguous_where_two_districts_have_both() -> None:
    by_path: dict[str, set[str]] = {}
    for village in VILLAGES:
        township = regions[village.code[:9]]
        by_path.setdefault(township.name + village.short_name, set()).add(village.code)
    shared = {path: bearers for path, bearers in by_path.items() if len(bearers) > 1}
    assert len(shared) == 9
    for path, bearers in shared.items():
        assert {*codes(regions.find(path))} == bearers
