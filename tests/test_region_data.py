"""The bundled region files: whole, plain, and as SOURCES.toml says."""

import hashlib
import importlib.util
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import cq_fupin
from cq_fupin.reading.regions.names import _KINDS
from cq_fupin.reading.regions.years import read_years

DATA = Path(cq_fupin.__path__[0], "data")
TOOL = Path(__file__).parents[1] / "tools" / "bundle_data.py"
SOURCES = tomllib.loads((DATA / "SOURCES.toml").read_text(encoding="utf-8"))
REGION_FILES = (
    "divisions.csv",
    "villages.csv",
    "annex_1.csv",
    "annex_2.csv",
    "annex_3.csv",
    "aliases.csv",
    "discrepancies.csv",
    "functional_areas.csv",
    "successors.csv",
)


def lines(name: str) -> list[str]:
    return (DATA / name).read_text(encoding="utf-8").splitlines()


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bundle_regions", TOOL.with_name("bundle_regions.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_bundled_file_has_its_source_and_its_digest() -> None:
    bundled = {path.name for path in DATA.iterdir() if path.is_file()} - {
        "README.md",
        "SOURCES.toml",
        "datapackage.json",
    }
    assert set(SOURCES) == bundled
    for name, source in SOURCES.items():
        assert hashlib.sha256((DATA / name).read_bytes()).hexdigest() == source["sha256"], name
        assert set(source) == {"origin", "publisher", "edition", "date", "licence", "sha256"}


def test_the_list_of_sources_is_what_the_tool_writes() -> None:
    subprocess.run([sys.executable, str(TOOL), "--check"], check=True)


@pytest.mark.parametrize(
    ("name", "count"), [*zip(REGION_FILES, (1068, 11224, 18, 18, 100, 142, 16, 10, 1184), strict=True)]
)
def test_a_table_has_its_rows_and_needs_no_quoting(name: str, count: int) -> None:
    content = (DATA / name).read_bytes()
    assert b'"' not in content
    assert b"\r" not in content
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\n")
    rows = [line.split(",") for line in lines(name)]
    assert len(rows) == count + 1
    assert len({len(row) for row in rows}) == 1
    assert all(cell == cell.strip() for row in rows for cell in row)


def test_divisions_and_villages_have_one_layout_so_that_any_village_may_come() -> None:
    assert lines("divisions.csv")[0] == lines("villages.csv")[0]


def test_no_division_is_listed_twice() -> None:
    codes = [line.split(",")[0] for name in REGION_FILES[:2] for line in lines(name)[1:]]
    assert len(codes) == len(set(codes))


def test_every_division_has_its_parent_in_the_table() -> None:
    divisions = {line.split(",")[0] for line in lines("divisions.csv")[1:]}
    assert {line[:9] for line in lines("villages.csv")[1:]} <= divisions
    assert {code[:6] for code in divisions if len(code) == 9} == {
        code for code in divisions if len(code) == 6 and code != "500000"
    }


def test_the_annexes_name_divisions_of_the_tables() -> None:
    codes = {line.split(",")[0] for name in REGION_FILES[:2] for line in lines(name)[1:]}
    for name in REGION_FILES[2:5]:
        assert {line.split(",")[1] for line in lines(name)[1:]} <= codes
    assert {line.split(",")[2] for line in lines("aliases.csv")[1:]} <= codes


def test_the_annexes_are_in_the_guideline_character_by_character() -> None:
    text = "".join((DATA / "guideline_2020.txt").read_text(encoding="utf-8").split())
    for name, printed in (("annex_1.csv", (2, 3)), ("annex_2.csv", (2, 3, 4, 5)), ("annex_3.csv", (4, 5))):
        for line in lines(name)[1:]:
            cells = line.split(",")
            assert all(cells[column] in text for column in printed), line


def test_a_cell_that_would_need_quoting_stops_the_tool() -> None:
    table = tool().table
    assert table(("a", "b"), [("1", "甲, 乙")]) == "a,b\n1,甲，乙\n".encode()
    for cell in ("1,2", '"', "a\nb", " a"):
        with pytest.raises(SystemExit, match="quoting"):
            table(("a",), [(cell,)])


def test_the_data_package_describes_every_table_as_it_is() -> None:
    package = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    described = {resource["path"]: resource for resource in package["resources"]}
    assert set(described) == {path.name for path in DATA.glob("*.csv")}
    for name, resource in described.items():
        content = (DATA / name).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource["bytes"] == len(content)
        assert [field["name"] for field in resource["schema"]["fields"]] == lines(name)[0].split(",")


def test_every_alias_is_of_a_kind_that_is_known_and_says_when_it_ceased_or_began() -> None:
    for line in lines("aliases.csv")[1:]:
        alias, kind, _code, year, former, *_rest = line.split(",")
        assert kind in _KINDS, f"{alias}：不认识的种类“{kind}”，可以写：{'、'.join(_KINDS)}"
        if kind in ("former_name", "later_name"):
            years = read_years(year)
            assert years.until or years.since, f"{alias}：没有写年份"
        assert all(code.partition("(")[0].isdigit() for code in filter(None, former.split(";")))


def test_a_township_and_its_villages_have_the_names_that_their_rows_say() -> None:
    for name in ("divisions.csv", "villages.csv"):
        for line in lines(name)[1:]:
            _code, official, short, kind = line.split(",")
            assert official.startswith(short.removesuffix("居委会")[:-1])
            assert kind in ("直辖市", "区", "县", "自治县", "街道", "镇", "乡", "民族乡", "村", "社区")
