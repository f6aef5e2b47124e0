"""The formats of a summary 「汇总」: text, picture, and here what is short: JSON, CSV and Markdown."""

from collections.abc import Iterable, Iterator, Mapping

from cq_fupin.checking.report import Conclusion
from cq_fupin.checking.summary import Summary
from cq_fupin.cli.csv_table import csv_table
from cq_fupin.cli.language import Language
from cq_fupin.cli.markdown import markdown_table
from cq_fupin.cli.summary_picture import as_svg
from cq_fupin.cli.summary_tables import By, SummaryTable, summary_tables
from cq_fupin.cli.summary_text import as_text, cells, total
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.telling.csv_report import guarded
from cq_fupin.telling.page import capital
from cq_fupin.words.message import say

FORMAT = "cq-fupin-summary/1"


def in_format(language: Language, summary: Summary, by: By | None, format: str, columns: int) -> str:
    """Return a summary in a format, or one of its tables.

    Args:
        language: What it is told in.
        summary: What is told.
        by: The table; all of them if none is named.
        format: One of ``text``, ``json``, ``csv``, ``markdown`` and ``svg``.
        columns: How wide a text may be.
    """
    if format == "svg":
        return as_svg(language, summary)
    tables = summary_tables(summary, load_guideline(), language)
    wanted: Mapping[By, SummaryTable] = tables if by is None else {by: tables[by]}
    if format == "json":
        return _as_json(summary, wanted)
    if format == "csv":
        return "".join(_as_csv(one) for one in wanted.values())
    if format == "markdown":
        return "".join(f"{line}\n" for line in _as_markdown(language, summary, wanted))
    if by is None:
        lines: Iterable[str] = as_text(language, summary, tables, columns)
    else:
        lines = cells(language, tables[by], tables[by].rows, columns)
    return "".join(f"{line}\n" for line in lines)


def _as_json(summary: Summary, tables: Mapping[By, SummaryTable]) -> str:
    import json

    told = {
        "format": FORMAT,
        "plans": summary.plans,
        "unread": summary.unread,
        "conclusions": {one.value: summary.conclusions.get(one, 0) for one in Conclusion},
        **{f"by_{name}": one.rows for name, one in tables.items()},
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _as_csv(one: SummaryTable) -> str:
    rows = (
        {name: guarded(cell) if isinstance(cell, str) else cell for name, cell in row.items()}
        for row in one.rows
    )
    return csv_table(tuple(one.columns), rows, bom=True)


def _as_markdown(language: Language, summary: Summary, tables: Mapping[By, SummaryTable]) -> Iterator[str]:
    yield from (f"# {capital(language.tell(_TITLE))}", "", capital(language.tell(total(summary))), "")
    for one in tables.values():
        yield from (f"## {capital(language.tell(one.told))}", "")
        heads = [capital(language.tell(head)) for head in one.columns.values()]
        yield from markdown_table(heads, ([str(row[name]) for name in one.columns] for row in one.rows))
        yield ""


_TITLE = say("方案库汇总")
