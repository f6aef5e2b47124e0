"""Regions 「地区」 as rows with stable columns, for CSV and JSON."""

from collections.abc import Iterable, Iterator

from cq_fupin.cli.csv_table import csv_table
from cq_fupin.cli.language import Language
from cq_fupin.cli.region_terms import note
from cq_fupin.models.region import Designation, Region
from cq_fupin.models.region_match import Ambiguous, Found, Match

FORMAT = "cq-fupin-regions/1"

#: The names of the columns.
COLUMNS: tuple[str, ...] = (
    "match",
    "code",
    "name",
    "full_name",
    "level",
    "kind",
    "printed_name",
    "former_names",
    "designations",
    "designated_by_place",
    "designated_within",
    "phone",
    "contact",
    "note",
)


def row(language: Language, region: Region, match: str) -> dict[str, object]:
    """Return a region by the names of the columns; its contact is masked."""
    told = note(region)
    return dict(
        zip(
            COLUMNS,
            (
                match,
                region.code,
                region.name,
                region.full_name,
                region.level.value,
                region.kind,
                region.printed_name,
                list(region.former_names),
                _ids(region.designations),
                _ids(region.designated - region.designations),
                _ids(region.designated_within),
                region.phone,
                str(region.contact) if region.contact else None,
                language.tell(told) if told else None,
            ),
            strict=True,
        )
    )


def match_rows(language: Language, match: Match) -> Iterator[dict[str, object]]:
    """Yield what a text was found to name, or may have meant."""
    if isinstance(match, Found):
        yield row(language, match.region, "found")
    elif isinstance(match, Ambiguous):
        yield from (row(language, region, "candidate") for region in match.candidates)
    else:
        yield from (row(language, region, "near") for region in match.near)


def as_csv(rows: Iterable[dict[str, object]], *, bom: bool = False) -> str:
    """Return rows as CSV."""
    return csv_table(COLUMNS, rows, bom=bom)


def as_json(
    rows: Iterable[dict[str, object]], query: str | None, result: str, match: Match | None = None
) -> str:
    """Return rows as JSON, with the text that was looked for and what came of it."""
    import json

    told: dict[str, object] = {"format": FORMAT, "query": query, "result": result}
    if isinstance(match, Found):
        told |= {"how": match.how.value, "since": match.since, "until": match.until}
    if isinstance(match, Ambiguous):
        told |= {"told_apart_by": match.told_apart_by.value}
    told["regions"] = list(rows)
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _ids(designations: frozenset[Designation]) -> list[str]:
    return [designation.value for designation in Designation if designation in designations]
