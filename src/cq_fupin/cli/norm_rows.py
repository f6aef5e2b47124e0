"""Norms 「规范」 as rows with stable columns: each with its rule, datum or reason."""

from collections.abc import Iterator

from cq_fupin.checking.coverage import Coverage
from cq_fupin.cli.csv_table import cell, csv_table
from cq_fupin.cli.language import Language
from cq_fupin.cli.markdown import markdown_table
from cq_fupin.cli.norm_terms import addressee, condition
from cq_fupin.models.account import Account
from cq_fupin.models.norm import Norm
from cq_fupin.reading.relations import load_relations
from cq_fupin.words.message import say

FORMAT = "cq-fupin-rules/1"

#: The names of the columns.
COLUMNS: tuple[str, ...] = (
    "id",
    "name",
    "citation",
    "addressee",
    "force",
    "cue",
    "condition",
    "quote",
    "weight",
    "silence",
    "checkable",
    "account",
    "rule",
    "reason",
    "related",
)


def rows(language: Language, coverage: Coverage) -> Iterator[dict[str, object]]:
    """Yield each norm by the names of the columns."""
    norms = coverage.guideline.norms
    for account in coverage.accounts:
        yield dict(zip(COLUMNS, _row(language, norms[account.norm], account), strict=True))


def _row(language: Language, norm: Norm, account: Account) -> tuple[object, ...]:
    when = condition(norm)
    return (
        norm.id,
        language.tell(norm.heading),
        norm.citation.id,
        language.tell(addressee(norm)),
        norm.force.value,
        norm.cue,
        language.tell(when) if when else None,
        norm.quote,
        norm.weight.value or None,
        None if norm.silence is None else norm.silence.value,
        norm.checkable,
        account.kind.value,
        account.rule or None,
        language.tell(say(account.reason)) if account.reason else None,
        [relation.other for relation in load_relations()[norm.id]],
    )


def as_json(language: Language, coverage: Coverage) -> str:
    """Return the norms as JSON."""
    import json

    edition = coverage.guideline.edition
    told = {"format": FORMAT, "language": language.locale, "guideline": edition}
    norms = list(rows(language, coverage))
    return json.dumps({**told, "norms": norms}, ensure_ascii=False, indent=2) + "\n"


def as_csv(language: Language, coverage: Coverage, *, bom: bool = False) -> str:
    """Return the norms as CSV."""
    return csv_table(COLUMNS, rows(language, coverage), bom=bom)


def as_markdown(language: Language, coverage: Coverage) -> str:
    """Return the norms as a table in Markdown."""
    lines = markdown_table(COLUMNS, ([*map(cell, row.values())] for row in rows(language, coverage)))
    return "".join(f"{line}\n" for line in lines)
