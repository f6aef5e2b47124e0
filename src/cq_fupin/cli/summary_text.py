"""A summary 「汇总」 as text for a terminal."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from cq_fupin.checking.summary import Summary
from cq_fupin.cli.language import Language
from cq_fupin.cli.results import Tally
from cq_fupin.cli.summary_tables import By, Row, SummaryTable
from cq_fupin.cli.tables import table
from cq_fupin.telling.columns import shortened, width
from cq_fupin.telling.page import capital
from cq_fupin.words.force import Weight
from cq_fupin.words.message import Message, say, say_count

_MOST_UNITS, _MOST_RULES = 10, 10
_NARROW = 24
_GAP = 2
_FOR_PROGRAMS = ("key", "code", "weight")


def as_text(
    language: Language, summary: Summary, tables: Mapping[By, SummaryTable], columns: int
) -> Iterator[str]:
    """Yield the lines of everything in brief: totals, the largest groups, what is missed most, villages without plan."""
    yield language.tell(total(summary))
    for one, most in ((tables["category"], None), (tables["district"], None), (tables["unit"], _MOST_UNITS)):
        yield from ("", *cells(language, one, one.rows[:most], columns))
        yield from _rest(language, len(one.rows), most)
    rows = [row for row in tables["rule"].rows if row["weight"] == Weight.CONCLUSION.value]
    rows.sort(key=lambda row: -int(row["unsatisfied"]))
    yield from ("", *cells(language, tables["rule"], rows[:_MOST_RULES], columns))
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


def cells(language: Language, one: SummaryTable, rows: Sequence[Row], columns: int) -> list[str]:
    """Return a table of cells below each other; long names are shortened to what the screen has room for."""
    shown = [name for name in one.columns if name not in _FOR_PROGRAMS]
    heads = [capital(language.tell(one.columns[name])) for name in shown]
    texts = [[str(row[name]) for name in shown] for row in rows]
    widths = [max(width(line[place]) for line in [heads, *texts]) for place in range(len(shown))]
    longest = shown.index("quote") if "quote" in shown else 0
    room = max(columns - sum(widths) - _GAP * (len(shown) - 1) + widths[longest], _NARROW)
    numbers = {place for place, name in enumerate(shown) if rows and isinstance(rows[0][name], int)}
    for line in (heads, *texts):
        line[longest] = shortened(line[longest], room)
        for place in numbers:
            line[place] = " " * (widths[place] - width(line[place])) + line[place]
    return table([heads, *texts])


def total(summary: Summary) -> Message:
    """Return how many plans came to what."""
    return Tally(Counter(summary.conclusions), summary.unread).told
