"""A summary as a picture 「汇总图」: bars for the districts, a square for each designated village."""

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape

from cq_fupin.checking.report import Conclusion
from cq_fupin.checking.summary import NOWHERE, PlanGroup, Summary, VillageCount
from cq_fupin.cli.drawing import BAR, columns, picture, words
from cq_fupin.cli.language import Language
from cq_fupin.cli.summary_tables import NOT_SAID
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.telling.page import capital
from cq_fupin.telling.summary import CONCLUSIONS
from cq_fupin.words.message import Message, say

_WIDTH, _ROW = 760, 22
_LEFT, _LABEL, _LONGEST = 12, 148, 544
_SQUARE = 26
_COLOURS = {
    Conclusion.CONFORMS: "#2b7a4b",
    Conclusion.UNDETERMINED: "#b8862d",
    Conclusion.DOES_NOT_CONFORM: "#b23b3b",
    Conclusion.PARTIAL: "#7d8597",
}
_NONE, _NEARBY, _SOME = "#b23b3b", "#b8862d", "#2b7a4b"
_VILLAGES: dict[str, Message] = {
    _SOME: say("有方案提到（数字是份数）"),
    _NEARBY: say("只有方案提到所在乡镇"),
    _NONE: say("没有方案提到"),
}


def as_svg(language: Language, summary: Summary) -> str:
    """Return a picture of how the districts and the designated villages are served, as SVG."""
    districts = [*_districts(language, summary, 64)]
    villages_top = 64 + _ROW * len(summary.by_district) + 72
    villages = [*_villages(language, summary, villages_top)]
    by_district = [*groupby(summary.villages, key=_district)]
    height = villages_top + (_SQUARE + 4) * len(by_district) + 12
    title = language.tell(say("方案库汇总：各区县的结论，定点攻坚村有没有方案"))
    lines = (
        *_legend(language, say("各区县的方案"), {c: CONCLUSIONS[k] for k, c in _COLOURS.items()}, 14),
        *districts,
        *_legend(language, say("定点攻坚村"), _VILLAGES, villages_top - 50),
        *villages,
    )
    return picture(_WIDTH, height, title, lines)


def _legend(language: Language, head: Message, keys: dict[str, Message], top: int) -> Iterator[str]:
    yield (
        f'<text x="{_LEFT}" y="{top + 12}" fill="#222222" font-size="14" font-weight="bold">'
        f"{escape(capital(language.tell(head)))}</text>"
    )
    left = _LEFT
    for colour, told in keys.items():
        text = capital(language.tell(told))
        yield f'<rect x="{left}" y="{top + 20}" width="12" height="12" fill="{colour}"/>'
        yield words(left + 17, top + 31, text)
        left += 40 + columns(text)


def _districts(language: Language, summary: Summary, top: int) -> Iterator[str]:
    regions = load_guideline().regions
    most = max([group.plans for group in summary.by_district] or [0]) or 1
    for place, group in enumerate(summary.by_district):
        name = language.tell(NOT_SAID) if group.key == NOWHERE else regions[group.key].name
        baseline = top + _ROW * place
        yield words(_LEFT, baseline + 11, name)
        yield from _bar(language, group, most, baseline)


def _bar(language: Language, group: PlanGroup, most: int, top: int) -> Iterator[str]:
    left = float(_LABEL)
    for conclusion, colour in _COLOURS.items():
        number = group.conclusions[conclusion]
        if number:
            width = _LONGEST * number / most
            told = language.tell(
                say("{conclusion}{number}份", conclusion=CONCLUSIONS[conclusion], number=number)
            )
            yield (
                f'<rect x="{left:.1f}" y="{top}" width="{width:.1f}" height="{BAR}" fill="{colour}">'
                f"<title>{escape(told)}</title></rect>"
            )
            left += width
    yield words(round(left) + 6, top + 11, str(group.plans))


def _villages(language: Language, summary: Summary, top: int) -> Iterator[str]:
    for place, (district, counts) in enumerate(groupby(summary.villages, key=_district)):
        y = top + (_SQUARE + 4) * place
        yield words(_LEFT, y + 17, district)
        for column, count in enumerate(counts):
            yield from _village(language, count, _LABEL + (_SQUARE + 4) * column, y)


def _village(language: Language, count: VillageCount, left: int, top: int) -> Iterator[str]:
    colour = _SOME if count.plans else _NEARBY if count.nearby else _NONE
    told = say(
        "{village}：{plans}份方案提到，另有{nearby}份只提到乡镇",
        village=count.village.full_name,
        plans=count.plans,
        nearby=count.nearby,
    )
    yield (
        f'<rect x="{left}" y="{top}" width="{_SQUARE}" height="{_SQUARE}" fill="{colour}">'
        f"<title>{escape(language.tell(told))}</title></rect>"
    )
    yield (
        f'<text x="{left + _SQUARE / 2:.0f}" y="{top + 17}" fill="#ffffff" font-size="11" '
        f'text-anchor="middle">{count.plans}</text>'
    )


def _district(count: VillageCount) -> str:
    return count.village.lineage[-2].name
