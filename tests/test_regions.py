"""Regions: what they are, what lies in what, what the annexes name, and what is never shown."""

import copy
import json
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import attrs
import pytest

from cq_fupin.models.contact import Contact, Personal
from cq_fupin.models.region import Designation, Region, RegionLevel
from cq_fupin.models.region_match import Found
from cq_fupin.models.regions import AnnexRow
from cq_fupin.reading.regions import load_regions
from cq_fupin.reading.regions.rows import _GAZETTEER, listed_region
from cq_fupin.words.errors import InvalidData, UnknownProvision, UnknownRegion

regions = load_regions()
EVERY = tuple(regions)


def test_the_edition_has_every_division_of_chongqing() -> None:
    levels = [region.level for region in EVERY]
    assert [levels.count(level) for level in RegionLevel] == [1, 38, 1029, 11224]
    assert len(regions) == len(EVERY) == 12292
    assert len(regions.districts) == 38


@pytest.mark.parametrize(
    ("designation", "count", "first", "last"),
    [
        (Designation.NATIONAL_KEY_COUNTY, 14, "500101", "500243"),
        (Designation.MUNICIPAL_KEY_COUNTY, 4, "500102", "500233"),
        (Designation.DEEP_POVERTY_TOWNSHIP, 18, "500230210", "500114110"),
        (Designation.DESIGNATED_VILLAGE, 100, "500101157206", "500110105207"),
    ],
)
def test_the_designated_regions_stand_in_the_order_of_the_annex(
    designation: Designation, count: int, first: str, last: str
) -> None:
    named = regions.designated(designation)
    assert len(named) == len(set(named)) == count
    assert (named[0].code, named[-1].code) == (first, last)
    assert {region for region in EVERY if designation in region.designations} == set(named)


def test_regions_come_in_the_order_of_their_codes() -> None:
    codes = [region.code for region in EVERY]
    assert codes == sorted(codes)
    assert codes[0] == "500000"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("500000", "重庆市"),
        ("500000000000", "重庆市"),
        ("500238", "巫溪县"),
        ("500238000", "巫溪县"),
        ("500238000000", "巫溪县"),
        ("500238118", "红池坝镇"),
        ("500238118000", "红池坝镇"),
        ("500101152200", "白草村村民委员会"),
    ],
)
def test_a_region_is_had_by_any_of_its_codes(code: str, name: str) -> None:
    assert regions[code].name == name


@pytest.mark.parametrize("code", ["", "5", "巫溪县", "000", "9" * 5000])
def test_an_unknown_code_is_refused_and_told_what_a_code_looks_like(code: str) -> None:
    with pytest.raises(UnknownRegion, match="6位、9位或12位") as caught:
        regions[code]
    assert isinstance(caught.value, KeyError)
    assert len(str(caught.value)) < 100


@pytest.mark.parametrize(
    ("code", "near"),
    [
        ("500234", "500233 重庆市忠县"),
        ("500238999", "500238 重庆市巫溪县"),
        ("500238118299", "500238118 重庆市巫溪县红池坝镇"),
        ("600238", "500238 重庆市巫溪县"),
        ("5002381180000", "500238118 重庆市巫溪县红池坝镇"),
    ],
)
def test_an_unknown_code_is_told_codes_that_are_near(code: str, near: str) -> None:
    with pytest.raises(UnknownRegion, match="相近的有") as caught:
        regions[code]
    assert near in str(caught.value)


def test_a_number_is_no_code() -> None:
    with pytest.raises(UnknownRegion, match="500238"):
        regions[500238]  # type: ignore[index]


def test_every_region_but_the_municipality_has_a_parent_that_has_it_as_child() -> None:
    for region in EVERY:
        if region.parent is None:
            assert region.code == "500000"
        else:
            assert region in regions.children(region.parent)
            assert region.lies_in(region.parent)
            assert region.parent.contains(region)
            assert not region.parent.lies_in(region)


def test_a_lineage_goes_up_to_the_municipality() -> None:
    village = regions["500101157206"]
    assert [region.name for region in village.lineage] == ["大林村村民委员会", "白土镇", "万州区", "重庆市"]
    assert village.full_name == str(village) == "重庆市万州区白土镇大林村"
    assert regions["500000"].full_name == "重庆市"


def test_lying_in_includes_being_the_same() -> None:
    county, township = regions["500238"], regions["500238118"]
    assert county.lies_in(county)
    assert township.lies_in(regions["500000"])
    assert not regions["500241"].contains(township)
    assert not county.lies_in(township)


def test_what_is_designated_inside_is_told_apart_from_what_is_inherited() -> None:
    banan, chongqing = regions["500113"], regions["500000"]
    assert banan.designated == frozenset()
    assert banan.designated_within == {Designation.DESIGNATED_VILLAGE}
    assert chongqing.designated_within == set(Designation)
    hongchiba = regions["500238118"]
    assert hongchiba.designations == {Designation.DEEP_POVERTY_TOWNSHIP}
    assert hongchiba.designated == {Designation.DEEP_POVERTY_TOWNSHIP, Designation.NATIONAL_KEY_COUNTY}
    assert hongchiba.designated_within == frozenset()
    nianhua = regions["500154109201"]
    assert nianhua.designated == set(Designation) - {Designation.MUNICIPAL_KEY_COUNTY}


def test_designations_follow_from_the_lineage() -> None:
    within: dict[str, set[Designation]] = {}
    for region in EVERY:
        inherited = [above.designations for above in region.lineage]
        assert region.designated == frozenset().union(*inherited)
        for above in region.lineage[1:]:
            within.setdefault(above.code, set()).update(region.designations)
    assert all(region.designated_within == within.get(region.code, set()) for region in EVERY)


def test_what_an_annex_prints_stands_beside_the_official_name() -> None:
    assert (regions["500241"].printed_name, regions["500241"].name) == ("秀山县", "秀山土家族苗族自治县")
    assert (regions["500156208"].printed_name, regions["500156208"].kind) == ("后坪乡", "民族乡")
    assert (regions["500230119"].printed_name, regions["500230119"].name) == ("保和镇", "保合镇")
    assert (regions["500101152200"].printed_name, regions["500101152200"].short_name) == ("百草村", "白草村")
    assert regions["500103"].printed_name is None


def test_former_names_and_office_phones_are_kept() -> None:
    assert regions["500154"].former_names == ("开县",)
    assert regions["500238"].phone == "023-51522562"
    assert regions["500103"].phone is None


def test_regions_are_equal_by_code_alone_and_show_little() -> None:
    wuxi = regions["500238"]
    other = attrs.evolve(wuxi, name="别名")
    assert other == wuxi
    assert hash(other) == hash(wuxi)
    assert wuxi != "500238"
    assert repr(wuxi) == "<Region 500238 巫溪县>"
    assert repr(regions["500101152200"]) == "<Region 500101152200 白草村>"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        wuxi.name = "别名"  # type: ignore[misc]


def test_a_region_is_in_its_regions() -> None:
    assert regions["500238"] in regions
    assert attrs.evolve(regions["500238"], code="500999") not in regions
    assert "500238" not in regions


def test_children_are_what_the_edition_holds_right_below() -> None:
    assert regions.children(regions["500000"]) == regions.districts
    assert len(regions.children(regions["500238"])) == 32
    assert regions["500154109201"] in regions.children(regions["500154109"])
    assert len(regions["500238118"].children) == 13
    assert regions.children(regions["500154109201"]) == regions["500154109201"].children == ()
    below = [child for region in EVERY for child in region.children]
    assert sorted(region.code for region in below) == [region.code for region in EVERY[1:]]


def test_siblings_are_the_other_villages_of_a_township() -> None:
    siblings = regions["500154109201"].siblings
    assert len(siblings) == len(regions["500154109"].children) - 1
    assert {region.parent for region in siblings} == {regions["500154109"]}
    assert regions["500000"].siblings == ()


def test_regions_are_selected_by_what_they_are() -> None:
    assert len(regions.select(level=RegionLevel.TOWNSHIP)) == 1029
    assert regions.select(level=RegionLevel.MUNICIPALITY) == (regions["500000"],)
    assert {region.kind for region in regions.select(kind="民族乡")} == {"民族乡"}
    wuxi = regions["500238"]
    assert regions.select(within=wuxi, level=RegionLevel.TOWNSHIP) == wuxi.children
    assert len(regions.select(within=regions["500000"])) == 12292
    deep = regions.select(level=RegionLevel.VILLAGE, lies_in=Designation.DEEP_POVERTY_TOWNSHIP, within=wuxi)
    assert {village.parent for village in deep} == {regions["500238118"], regions["500238243"]}


def test_regions_are_sorted_by_code_or_as_the_document_lists_them() -> None:
    some = [regions[code] for code in ("500238118", "500103", "500230210", "500233", "500101")]
    assert [region.code for region in regions.sorted(some)] == sorted(region.code for region in some)
    listed = [region.code for region in regions.sorted(some, by="document")]
    assert listed == ["500101", "500233", "500230210", "500238118", "500103"]


def test_what_became_of_a_division_is_told_as_far_as_the_lists_tell() -> None:
    (town,) = regions["500114250"].successors(2021)
    assert (town.code, town.name, town.edition, town.basis) == (
        "500114123", "太极镇", 2021, "same district and bare name"
    )  # fmt: skip
    (village,) = regions["500114250206"].successors(2021)
    assert (village.code, village.name) == ("500114123206", "太河村村民委员会")
    assert [successor.code for successor in regions["500238118"].successors(2023)] == ["500238118"]
    assert regions["500241201"].successors(2021) == ()  # 孝溪乡: gone, and where to isn't told
    assert regions["500238118202"].successors(2021) == ()
    with pytest.raises(ValueError, match="2021, 2023"):
        regions["500103"].successors(2030)
    listed = [row.region for number in (1, 2, 3) for row in regions.annex(number)]
    assert all(region.successors(2021) for region in listed)


def test_every_discrepancy_of_the_document_is_told_with_how_sure_it_is() -> None:
    told = {(region.code, one.printed): one for region in EVERY for one in region.discrepancies}
    assert len(told) == 16
    river = told["500114250206", "大河村"]
    assert (river.official, river.kind, river.confidence) == ("太河村", "variant_character", "probable")
    assert (river.annex, river.number) == (3, 43)
    assert [one.confidence for one in told.values()].count("probable") == 2
    assert told["500110105", "万盛经开区石林镇"].kind == "functional_area"
    for (code, printed), one in told.items():
        region = regions[code]
        assert one.official in (region.name, region.short_name, region.full_name.removeprefix("重庆市"))
        assert printed != one.official


def test_the_functional_area_is_no_division_and_its_townships_are_inferred() -> None:
    (area,) = regions.functional_areas
    assert (area.name, area.district, area.basis, len(area.townships)) == ("万盛经开区", "500110", "推定", 10)
    assert regions["500110105"].functional_area == regions["500110105207"].functional_area == area
    assert regions["500110118"].functional_area is regions["500110"].functional_area is None


# ------------------------------------------------------------------------------------------ the annexes


def test_the_annexes_have_18_18_and_100_rows_numbered_from_1() -> None:
    for number, count in ((1, 18), (2, 18), (3, 100)):
        rows = regions.annex(number)
        assert [row.number for row in rows] == list(range(1, count + 1))


def test_a_row_has_its_cells_as_printed() -> None:
    first, last = regions.annex(1)[0], regions.annex(1)[-1]
    assert first.cells == ("万州区", "023-58569600", "国家级扶贫开发工作重点区县")
    assert last.cells == ("忠县", "023-54453819", "市级扶贫开发工作重点区县")
    assert regions.annex(3)[3].cells == ("万州区", "走马镇百草村")
    assert regions.annex(3)[99].cells == ("万盛经开区", "石林镇庙坝村")
    assert regions.annex(2)[0].cells[0] == "丰都县三建乡"


def test_every_row_as_printed_is_found() -> None:
    for number, cells in ((1, 1), (2, 1), (3, 2)):
        for row in regions.annex(number):
            text = "".join(str(cell) for cell in row.cells[:cells])
            for written in (text, f"重庆市{text}", f" 重庆 {text} "):
                match = regions.find(written)
                assert isinstance(match, Found), written
                assert match.region == row.region


def test_every_village_of_annex_3_is_found_by_township_and_village_alone() -> None:
    for row in regions.annex(3):
        match = regions.find(str(row.cells[1]))
        assert isinstance(match, Found)
        assert match.region == row.region


@pytest.mark.parametrize("number", [0, 4, -1])
def test_there_are_three_annexes(number: int) -> None:
    with pytest.raises(UnknownProvision, match="附件为1、2、3"):
        regions.annex(number)


def test_an_annex_that_names_an_unknown_code_is_a_defect() -> None:
    with pytest.raises(InvalidData, match="500999"):
        listed_region("500999")


# ----------------------------------------------------------------------------------------- personal data

CONTACT = regions["500238118"].contact


def full_texts() -> tuple[str, ...]:
    contacts = [region.contact for region in regions.designated(Designation.DEEP_POVERTY_TOWNSHIP)]
    return tuple(text for contact in contacts if contact for text in contact.reveal()[:2])


def test_each_deep_poverty_township_has_a_contact_and_nothing_else_has() -> None:
    with_contact = {region for region in EVERY if region.contact}
    assert with_contact == set(regions.designated(Designation.DEEP_POVERTY_TOWNSHIP))
    assert len(full_texts()) == 36


def test_a_contact_is_masked_wherever_it_is_shown() -> None:
    region = regions["500238118"]
    row = regions.annex(2)[13]
    shown = [
        f"{CONTACT}",
        repr(CONTACT),
        repr(attrs.asdict(region)),
        repr(attrs.astuple(region)),
        f"{region}{region!r}",
        f"{row}",
        repr(attrs.asdict(row)),
        repr(regions.annex(2)),
        json.dumps(attrs.asdict(CONTACT), default=str) if CONTACT else "",
        repr(copy.deepcopy(CONTACT)),
        repr(pickle.loads(pickle.dumps(CONTACT))),
        "{:>9} {}".format(*row.cells[1:3]),
    ]
    for text in shown:
        assert not [full for full in full_texts() if full in text]
    assert str(CONTACT) == "张* 157****5678 镇党委副书记"
    assert repr(row.cells[1]) == "<张*>"


def test_a_contact_is_revealed_when_asked_for_by_name() -> None:
    assert CONTACT is not None
    name, phone, title = CONTACT.reveal()
    assert (len(name), len(phone), title) == (3, 11, "镇党委副书记")
    assert regions.annex(2)[13].cells[1:3] == (Personal(name), Personal(phone))


def test_a_personal_datum_is_a_frozen_value_that_no_json_takes() -> None:
    datum = Personal("张小三")
    assert datum == Personal("张小三") != Personal("李四")
    assert hash(datum) == hash(Personal("张小三"))
    assert datum != "张小三"
    assert str(Personal("1391234567")) == "1*"
    assert copy.copy(datum) == datum
    with pytest.raises(AttributeError):
        datum._text = "李四"
    with pytest.raises(AttributeError):
        del datum._text
    with pytest.raises(TypeError):
        json.dumps({"name": datum})


def test_a_contact_is_a_value() -> None:
    contact = Contact(Personal("张小三"), Personal("13912345678"), "干事")
    assert contact == Contact(Personal("张小三"), Personal("13912345678"), "干事")


# ---------------------------------------------------------------------- pickles, copies, threads, loading


def test_regions_pickle_and_copy_with_their_surroundings() -> None:
    village = regions["500101157206"]
    for again in (pickle.loads(pickle.dumps(village)), copy.deepcopy(village), copy.copy(village)):
        assert again == village
        assert again.parent == village.parent
        assert again.full_name == village.full_name
        assert again.designated == village.designated
    assert pickle.loads(pickle.dumps(regions)) == regions
    assert copy.deepcopy(regions)["500238"] == regions["500238"]
    assert repr(regions) == "Regions()"


def test_a_pickled_region_holds_no_other_region() -> None:
    assert "万州区".encode() not in pickle.dumps(regions["500101157206"])


def test_a_region_unpickled_in_another_process_still_has_a_parent() -> None:
    code = "import pickle, sys; print(pickle.loads(sys.stdin.buffer.read()).parent.parent.code)"
    data = pickle.dumps(regions["500101157206"])
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True)
    assert done.stdout.split() == [b"500101"]


def test_threads_that_load_at_once_see_the_same() -> None:
    code = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from cq_fupin.reading.regions import load_regions
start = Barrier(8)
def work(_number):
    start.wait()
    regions = load_regions()
    found = regions.find("开县大进年化村")
    return found, regions.annex(2), tuple(regions), regions.find("高桥村")
with ThreadPoolExecutor(8) as pool:
    results = list(pool.map(work, range(8)))
assert all(result == results[0] for result in results)
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_threads_share_regions_that_are_loaded() -> None:
    start = Barrier(4)

    def work(_number: int) -> tuple[AnnexRow, ...]:
        start.wait()
        return regions.annex(3)

    with ThreadPoolExecutor(4) as pool:
        assert len({id(rows) for rows in pool.map(work, range(4))}) == 1


def test_regions_are_loaded_once() -> None:
    assert load_regions() is regions
    assert regions["500238"] is regions["500238000000"]


def test_nothing_is_read_before_it_is_needed() -> None:
    code = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(args[0]) if event == "open" else None)
from cq_fupin.reading.regions import load_regions
regions = load_regions()
assert not [path for path in opened if str(path).endswith(".csv")], opened
regions["500103"]
assert not [path for path in opened if "annex_2" in str(path) or "villages" in str(path)], opened
assert "csv" not in sys.modules and "difflib" not in sys.modules and "importlib.resources" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_any_village_may_be_a_region() -> None:
    """The model must not take the designated villages for all there are."""
    village = Region("500238118999", "未名村村民委员会", "未名村", "村", RegionLevel.VILLAGE, of=_GAZETTEER)
    assert village.lies_in(regions["500238"])
    assert village.full_name == "重庆市巫溪县红池坝镇未名村"
    assert village.designations == frozenset()
