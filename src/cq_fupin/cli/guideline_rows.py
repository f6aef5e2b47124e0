"""The guideline 「指引」 as JSON, every provision within its own, and as CSV, a row a provision."""

from collections.abc import Iterator

from cq_fupin.cli.csv_table import csv_table
from cq_fupin.cli.language import Language
from cq_fupin.models.annex import Annex
from cq_fupin.models.guideline import Guideline
from cq_fupin.models.provision import Provision
from cq_fupin.reading.annexes import load_annexes
from cq_fupin.reading.provenance import load_provenance
from cq_fupin.reading.provisions import TEXT

FORMAT = "cq-fupin-guideline/1"

#: The names of the columns.
COLUMNS: tuple[str, ...] = ("id", "parent", "kind", "number", "citation", "text", "printed", "note")


def as_json(language: Language, guideline: Guideline) -> str:
    """Return the guideline as JSON; what annex 2 holds of persons is masked."""
    import json

    told = {
        "format": FORMAT,
        "language": language.locale,
        "guideline": guideline.edition,
        "title": guideline.title,
        "date": guideline.date.isoformat(),
        "issuers": list(guideline.issuers),
        "addressees": list(guideline.addressees),
        "provenance": dict(load_provenance(TEXT)),
        "provisions": [_provision(language, whole) for whole in _wholes(guideline)],
        "annexes": [_annex(language, guideline, annex) for annex in load_annexes()],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _wholes(guideline: Guideline) -> tuple[Provision, ...]:
    return guideline.notice, guideline.preamble, *guideline.articles


def _provision(language: Language, provision: Provision) -> dict[str, object]:
    return {
        **_identity(language, provision),
        "text": provision.text,
        "printed": provision.printed,
        "note": provision.note or None,
        "children": [_provision(language, child) for child in provision.children],
    }


def _annex(language: Language, guideline: Guideline, annex: Annex) -> dict[str, object]:
    names = [column.name for column in annex.columns]
    return {
        **_identity(language, guideline.provisions[annex.id]),
        "title": annex.title,
        "note": guideline.provisions[annex.id].note or None,
        "columns": [{"name": column.name, "printed": column.printed} for column in annex.columns],
        "rows": [
            {"code": row.code, **dict(zip(names, map(str, row.cells), strict=True))} for row in annex.rows
        ],
    }


def _identity(language: Language, provision: Provision) -> dict[str, object]:
    return {
        "id": provision.id,
        "kind": provision.kind,
        "number": provision.number,
        "citation": language.tell(provision.citation.told),
    }


def as_csv(language: Language, guideline: Guideline, *, bom: bool = False) -> str:
    """Return every provision as a row of CSV, in the order of the text."""
    return csv_table(COLUMNS, _rows(language, guideline), bom=bom)


def _rows(language: Language, guideline: Guideline) -> Iterator[dict[str, object]]:
    for provision in guideline.provisions.values():
        whole, _, part = provision.id.partition("__")
        yield {
            **_identity(language, provision),
            "parent": whole if part else None,
            "text": provision.text,
            "printed": provision.printed,
            "note": provision.note or None,
        }
