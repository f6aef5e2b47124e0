"""The bundled region tables, made from the reference tables: the same bytes every time."""

import csv
import gzip
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

DIVISION_COLUMNS = ("code", "name", "short_name", "kind")
# The other kinds of alias follow from the names in divisions.csv, villages.csv and the annexes.
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
        "divisions.csv": divisions_csv(divisions),
        "villages.csv": villages_csv(villages),
        "annex_1.csv": annex_1_csv(annex_1),
        "annex_2.csv": annex_2_csv(annex_2),
        "annex_3.csv": annex_3_csv(annex_3),
        "aliases.csv": aliases_csv(aliases),
        "discrepancies.csv": discrepancies_csv(annex_1, annex_2, annex_3),
        "functional_areas.csv": functional_areas_csv(divisions),
        "successors.csv": successors_csv(annex_2, annex_3, divisions, aliases),
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


def divisions_csv(divisions: list[Row]) -> bytes:
    """Municipality, districts and townships, in the order of their codes."""
    ordered = sorted(divisions, key=lambda row: row["code"])
    return table(
        DIVISION_COLUMNS, ([row[name] for name in ("code", "name", "short_name", "type")] for row in ordered)
    )


def villages_csv(villages: list[Row]) -> bytes:
    """Every village and community, in the order of their codes."""
    ordered = sorted(villages, key=lambda row: row["code12"])
    return table(DIVISION_COLUMNS, ((row["code12"], row["name"], _short(row), _kind(row)) for row in ordered))


def _short(row: Row) -> str:
    """The short name of a village; 凤阳村村委会 is that of 凤阳村, where the reference table has 凤阳村村."""
    return row["name"].removesuffix("村委会") if row["name"].endswith("村村委会") else row["short_name"]


def _kind(row: Row) -> str:
    return "村" if row["short_name"].endswith("村") else "社区"


def discrepancies_csv(annex_1: list[Row], annex_2: list[Row], annex_3: list[Row]) -> bytes:
    """Where an annex prints another name than the official list: once for each division and printed name."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for annex, rows in (("1", annex_1), ("2", annex_2), ("3", annex_3)):
        for row in sorted(rows, key=lambda row: int(row["no"])):
            for code, printed, official, match, confidence in _compared(annex, row):
                kind = {"short_form_ethnic_township": "short_form"}.get(match, match)
                if kind != "exact":
                    cells = (code, printed, official, kind, confidence, annex, row["no"])
                    found.setdefault((code, printed), cells)
    columns = ("code", "printed", "official", "kind", "confidence", "annex", "number")
    return table(columns, sorted(found.values()))


def _compared(annex: str, row: Row) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield each division that a row names: code, printed and official name, how they agree, how surely."""
    if annex == "1":
        yield row["gbt2260_code"], row["district_printed"], row["official_name"], row["match"], "certain"
        return
    sure = row.get("match_confidence", "certain")
    district, township = row["district_match"], row["township_official"]
    if district == "functional_area":
        printed = row["district_printed"] + row["township_printed"]
        yield row["township_code9"], printed, row["district_official"] + township, district, sure
        return
    yield row["district_code6"], row["district_printed"], row["district_official"], district, "certain"
    yield row["township_code9"], row["township_printed"], township, row["township_match"], sure
    if annex == "3":
        village = row["village_official_short"]
        yield row["village_code12"], row["village_printed"], village, row["village_match"], sure


def functional_areas_csv(divisions: list[Row]) -> bytes:
    """The townships of 万盛经开区: inferred from the block of their codes, unverified."""
    inside = (row["code"] for row in divisions if row["note"] == "万盛经开区(推定)")
    return table(
        ("area", "district", "code", "basis"),
        (("万盛经开区", code[:6], code, "推定") for code in sorted(inside)),
    )


def successors_csv(annex_2: list[Row], annex_3: list[Row], divisions: list[Row], aliases: list[Row]) -> bytes:
    """What became of divisions in later editions, as far as the reference tables tell.

    In 2021: every district and township, and the villages of annex 3; in 2023: the townships of annex 2.
    """
    rows = [
        (row["code"], "2021", row["code"], row["name_in_2021_edition"], "same code")
        for row in divisions
        if row["name_in_2021_edition"]
    ]
    rows += [
        (
            row["target_code"],
            "2021",
            row["former_code"],
            row["alias"],
            row["verification"].partition(":")[2].strip(),
        )
        for row in aliases
        if row["alias_kind"] == "later_name"
    ]
    rows += [
        (
            row["village_code12"], "2021", row["code_in_2021_edition"], row["name_in_2021_edition"],
            "same code" if row["code_in_2021_edition"] == row["village_code12"] else "same name; township recoded",
        )
        for row in annex_3
    ]  # fmt: skip
    rows += [
        (
            row["township_code9"],
            "2023",
            row["township_code9"],
            row["name_same_code_2023_edition"],
            "same code",
        )
        for row in annex_2
        if row["name_same_code_2023_edition"]
    ]
    return table(("code", "edition", "successor_code", "successor_name", "basis"), sorted(rows))


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
