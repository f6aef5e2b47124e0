"""A summary 「汇总」 as text, JSON, CSV and Markdown."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from cq_fupin.checking.report import Conclusion
from cq_fupin.checking.summary import Summary
from cq_fupin.cli.csv_table import csv_table
from cq_fupin.cli.language import Language
from cq_fupin.cli.markdown import markdown_table
from cq_fupin.cli.results import Tally
from cq_fupin.cli.summary_picture import as_svg
from cq_fupin.cli.summary_tables import By, Row, SummaryTable, summary_tables
from cq_fupin.cli.tables import table
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.telling.columns import shortened, width
from cq_fupin.telling.csv_report import guarded
from cq_fupin.telling.page import capital
from cq_fupin.words.force import Weight
from cq_fupin.words.message import Message, say, say_count

FORMAT = "cq-fupin-summary/1"
_MOST_UNITS, _MOST_RULES = 10, 10
_NARROW = 24
_GAP = 2
_FOR_PROGRAMS = ("key", "code", "weight")


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
    lines = (
        _as_text(language, summary, tables, columns) if by is None else _whole(language, tables[by], columns)
    )
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


def total(summary: Summary) -> Message:
    """Return how many plans came to what."""
    return Tally(Counter(summary.conclusions), summary.unread).told


def _as_text(
    language: Language, summary: Summary, tables: Mapping[By, SummaryTable], columns: int
) -> Iterator[str]:
    yield language.tell(total(summary))
    for one, most in ((tables["category"], None), (tables["district"], None), (tables["unit"], _MOST_UNITS)):
        yield from ("", *_cells(language, one, one.rows[:most], columns))
        yield from _rest(language, len(one.rows), most)
    rows = [row for row in tables["rule"].rows if row["weight"] == Weight.CONCLUSION.value]
    rows.sort(key=lambda row: -int(row["unsatisfied"]))
    yield from ("", *_cells(language, tables["rule"], rows[:_MOST_RULES], columns))
    yield from _rest(language, len(tables["rule"].rows), _MOST_RULES)
    yield from ("", *_villages(language, summary))


def _villages(language: Language, summary: Summary) -> Iterator[str]:
    """Yield the designated villages that no plan names."""
    missing = [count for count in summary.villages if not count.plans]
    yield language.tell(
        say(
            "定点攻坚村：{total}个中有{number}个没有方案提到",
            total=len(summary.villages),
            number=len(missing),
        )
    )
    for count in missing:
        name = count.village.full_name
        near = say_count("{village}：有{count}份方案提到所在的乡镇", count.nearby, village=name)
        yield f"  {language.tell(near) if count.nearby else name}"


def _rest(language: Language, number: int, most: int | None) -> Iterator[str]:
    if most is not None and number > most:
        yield language.tell(say("……另有{number}项，用 --by 看全部", number=number - most))


def _whole(language: Language, one: SummaryTable, columns: int) -> list[str]:
    return _cells(language, one, one.rows, columns)


def _cells(language: Language, one: SummaryTable, rows: Sequence[Row], columns: int) -> list[str]:
    """Return a table of cells below each other; long names are shortened to what the screen has room for."""
    shown = [name for name in one.columns if name not in _FOR_PROGRAMS]
    heads = [capital(language.tell(one.columns[name])) for name in shown]
    texts = [[str(row[name]) for name in shown] for row in rows]
    widths = [max(width(line[place]) for line in [heads, *texts]) for place in range(len(shown))]
    longest = shown.index("quote") if "quote" in shown else 0
    room = max(columns - sum(widths) - _GAP * (len(shown) - 1) + widths[longest], _NARROW)
    for line, row in zip([heads, *texts], [None, *rows], strict=True):
        line[longest] = shortened(line[longest], room)
        for place, name in enumerate(shown):
            if isinstance((row or rows[0])[name] if rows else "", int):
                line[place] = " " * (widths[place] - width(line[place])) + line[place]
    return table([heads, *texts])
