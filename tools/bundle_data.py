"""Rebuild the bundled region files from the reference tables, and the list of all bundled files.

    python tools/bundle_data.py [REFERENCE_DIR] [--check]

REFERENCE_DIR holds the reference tables (or a folder ``regions`` with them). Without it only SOURCES.toml
is rebuilt. With --check nothing is written, and the status is 1 if any file differs from what it should be.
"""

import argparse
import csv
import gzip
import hashlib
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from cq_fupin.reading.region_names import village_name

DATA = Path(__file__).parents[1] / "src" / "cq_fupin" / "data"
DIVISION_COLUMNS = ("code", "name", "short_name", "kind", "printed_name", "designation", "note")
VILLAGE_NAMES = ("village_official_short", "village_printed")
KEY_LEVEL = {"national": "national_key_county", "municipal": "municipal_key_county"}
# The other kinds of alias follow from the names in divisions.csv and villages.csv.
ALIAS_KINDS = (
    "former_name",
    "former_short_name",
    "former_code_same_name",
    "later_name",
    "short_form",
    "functional_area",
    "abbreviation",
)

Row = dict[str, str]


def main() -> int:
    """Write the files, or tell which differ."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reference", nargs="?", type=Path, metavar="REFERENCE_DIR")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file differs")
    options = parser.parse_args()
    files = region_files(options.reference) if options.reference else {}
    files["SOURCES.toml"] = sources(files)
    differing = [name for name, content in files.items() if not holds(DATA / name, content)]
    for name in differing:
        print(f"{'differs' if options.check else 'written'}: {name}", file=sys.stderr)
        if not options.check:
            (DATA / name).write_bytes(files[name])
    return 1 if options.check and differing else 0


def holds(path: Path, content: bytes) -> bool:
    """Whether the file at `path` is exactly `content`."""
    return path.is_file() and path.read_bytes() == content


# ---------------------------------------------------------------------------------------------- regions


def region_files(reference: Path) -> dict[str, bytes]:
    """Return name and content of every bundled region file."""
    tables = reference / "regions" if (reference / "regions").is_dir() else reference
    annex_1, annex_2, annex_3, divisions, aliases = (
        read_table(tables / f"{name}.csv")
        for name in (
            "annex1_districts",
            "annex2_townships",
            "annex3_villages",
            "chongqing_divisions_2020",
            "aliases",
        )
    )
    villages = read_table(tables / "chongqing_villages_2020.csv.gz")
    return {
        "divisions.csv": divisions_csv(divisions, annex_1, annex_2, annex_3),
        "villages.csv": villages_csv(annex_3),
        "namesakes.csv": namesakes_csv(villages, annex_3, divisions),
        "annex_1.csv": annex_1_csv(annex_1),
        "annex_2.csv": annex_2_csv(annex_2),
        "annex_3.csv": annex_3_csv(annex_3),
        "aliases.csv": aliases_csv(aliases),
    }


def read_table(path: Path) -> list[Row]:
    """Return the rows of a reference table, all cells as text."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    return list(csv.DictReader(text.splitlines()))


def table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """Return a CSV file that needs no quoting, so that it can be read by splitting at commas."""
    header = tuple(columns)
    lines = [header]
    for row in rows:
        cells = tuple(cell.replace(", ", "，") for cell in row)
        if any(set(cell) & set(',"\r\n') or cell != cell.strip() for cell in cells):
            sys.exit(f"a cell would need quoting: {cells}")
        lines.append(cells)
    return "".join(",".join(line) + "\n" for line in lines).encode()


def divisions_csv(divisions: list[Row], annex_1: list[Row], annex_2: list[Row], annex_3: list[Row]) -> bytes:
    """Municipality, districts and townships, with what the annexes print and designate."""
    printed: dict[str, str] = {}
    notes: dict[str, str] = {}
    for row in annex_3:
        if row["district_match"] != "functional_area":
            printed[row["district_code6"]] = row["district_printed"]
        printed[row["township_code9"]] = row["township_printed"]
        if row["township_match"] != "exact":
            notes[row["township_code9"]] = row["note"]
    for row in annex_1:
        printed[row["gbt2260_code"]], notes[row["gbt2260_code"]] = row["district_printed"], row["note"]
    for row in annex_2:
        printed[row["township_code9"]], notes[row["township_code9"]] = row["township_printed"], row["note"]
    designation = {row["gbt2260_code"]: KEY_LEVEL[row["key_level"]] for row in annex_1}
    designation |= {row["township_code9"]: "deep_poverty_township" for row in annex_2}
    return table(
        DIVISION_COLUMNS,
        (
            (
                row["code"],
                row["name"],
                row["short_name"],
                row["type"],
                printed.get(row["code"], ""),
                designation.get(row["code"], ""),
                notes.get(row["code"]) or row["note"],
            )
            for row in sorted(divisions, key=lambda row: row["code"])
        ),
    )


def villages_csv(annex_3: list[Row]) -> bytes:
    """The villages that annex 3 designates; the layout is that of divisions.csv and takes any village."""
    return table(
        DIVISION_COLUMNS,
        (
            (
                row["village_code12"],
                row["village_official"],
                row["village_official_short"],
                village_name(row["village_official_short"])[1],
                row["village_printed"],
                "designated_village",
                row["note"] if row["township_match"] == "exact" else "",
            )
            for row in sorted(annex_3, key=lambda row: row["village_code12"])
        ),
    )


def namesakes_csv(villages: list[Row], annex_3: list[Row], divisions: list[Row]) -> bytes:
    """Villages outside villages.csv that bear a name of one inside: what makes a bare name ambiguous.

    Likewise those called as a township is for short, when that looks like a village's name (跃进村街道).
    """
    bundled = {row["village_code12"] for row in annex_3}
    names = {village_name(row[column])[0] for row in annex_3 for column in VILLAGE_NAMES}
    names |= {bare for bare, ending in (village_name(row["short_name"]) for row in divisions) if ending}
    return table(
        ("code", "short_name"),
        (
            (row["code12"], row["short_name"])
            for row in sorted(villages, key=lambda row: row["code12"])
            if row["code12"] not in bundled and village_name(row["short_name"])[0] in names
        ),
    )


def annex_1_csv(rows: list[Row]) -> bytes:
    """Annex 1 as printed; `remark` is the merged cell, carried down to each row it covers."""
    printed = ("district_printed", "phone_printed", "remark_printed_in_cell", "remark")
    return annex(rows, printed, "gbt2260_code")


def annex_2_csv(rows: list[Row]) -> bytes:
    """Annex 2 as printed."""
    printed = ("name_printed", "contact_printed", "phone_printed", "title_printed")
    return annex(rows, printed, "township_code9")


def annex_3_csv(rows: list[Row]) -> bytes:
    """Annex 3 as printed; `district_printed` is the merged cell, carried down to each row it covers."""
    printed = (
        "table_column",
        "district_printed_in_cell",
        "district_printed",
        "entry_printed",
        "township_printed",
        "village_printed",
        "match_confidence",
    )
    return annex(rows, printed, "village_code12")


def annex(rows: list[Row], printed: tuple[str, ...], code: str) -> bytes:
    """Return an annex: number, code, then the cells."""
    rows = sorted(rows, key=lambda row: int(row["no"]))
    return table(
        ("number", "code", *printed), ([row[name] for name in ("no", code, *printed)] for row in rows)
    )


def aliases_csv(rows: list[Row]) -> bytes:
    """Former, later and other names that don't follow from the names in the tables of divisions."""
    renamed = {"alias": "alias", "alias_kind": "kind", "target_code": "code", "change_year": "year"}
    columns = (*renamed, "former_code", "source", "verification", "note")
    kept = (row for row in rows if row["alias_kind"] in ALIAS_KINDS)
    header = (renamed.get(column, column) for column in columns)
    return table(header, ([row[column] for column in columns] for row in kept))


# ---------------------------------------------------------------------------------------------- sources

NBS = {
    "origin": "GitHub liyanjie2048/AdministrativeDivisionCn, commit 68463ad, json/345/345-500{1,2}.json",
    "publisher": "国家统计局：统计用区划代码和城乡划分代码",
    "edition": "2020",
    "date": "2020-06-30",
    "licence": "MIT",
}
DOCUMENT = {
    "origin": "《重庆市社会组织参与脱贫攻坚工作指引》",
    "publisher": "重庆市民政局（代章）",
    "edition": "2020",
    "date": "2020-05-14",
    "licence": "official document, not subject to copyright (中华人民共和国著作权法 第五条)",
}
MCA = {
    "origin": (
        "districts: GitHub yescallop/areacodes, commit eed219a, result.csv; "
        "townships: GitHub modood/Administrative-divisions-of-China, dist/streets.csv, editions 2016-2023"
    ),
    "publisher": "民政部：县以上行政区划代码；国家统计局",
    "edition": "1981-2020; 2016-2023",
    "date": "2020-12-31",
    "licence": "CC0-1.0; WTFPL",
}
OWN = {
    "origin": "made for this package from the text of the guideline",
    "publisher": "cq_fupin",
    "edition": "2020",
    "date": "2020-05-14",
    "licence": "MIT",
}
SOURCES = {
    "aliases.csv": MCA,
    "annex_1.csv": DOCUMENT | {"origin": DOCUMENT["origin"] + " 附件1"},
    "annex_2.csv": DOCUMENT | {"origin": DOCUMENT["origin"] + " 附件2"},
    "annex_3.csv": DOCUMENT | {"origin": DOCUMENT["origin"] + " 附件3"},
    "divisions.csv": NBS | {"origin": NBS["origin"] + "; printed names and designations: annexes 1-3"},
    "guideline_2020.txt": DOCUMENT,
    "namesakes.csv": NBS,
    "norms.csv": OWN,
    "provisions.csv": OWN,
    "villages.csv": NBS | {"origin": NBS["origin"] + "; printed names and designations: annex 3"},
    "vocabularies.csv": OWN,
}
PROSE = frozenset(("README.md", "SOURCES.toml"))


def sources(fresh: dict[str, bytes]) -> bytes:
    """Return SOURCES.toml: where each bundled file comes from, and its sha256."""
    present = {path.name for path in DATA.iterdir() if path.is_file()} | set(fresh)
    return "\n".join(chain(SOURCES_HEAD, *(entry(name, fresh) for name in sorted(present - PROSE)))).encode()


SOURCES_HEAD = (
    "# 每个数据文件的来源、版本、许可与校验和；由 tools/bundle_data.py 生成，请勿手改。",
    "# Where each bundled file comes from; written by tools/bundle_data.py.",
    "",
)


def entry(name: str, fresh: dict[str, bytes]) -> Iterator[str]:
    """Yield the lines of one file's entry."""
    if name not in SOURCES:
        sys.exit(f"{name} has no entry in SOURCES: say where it comes from")
    content = fresh[name] if name in fresh else (DATA / name).read_bytes()
    yield f'["{name}"]'
    for key, value in SOURCES[name].items():
        yield f'{key} = "{value}"'
    yield f'sha256 = "{hashlib.sha256(content).hexdigest()}"'
    yield ""


if __name__ == "__main__":
    sys.exit(main())
