"""The flow from a document to a report, on the floors of the library."""

from collections.abc import Iterator
from typing import NamedTuple

from cq_fupin.cli.language import Language
from cq_fupin.rules.catalogue import RULES
from pictures.drawing import MONO, Sheet, path, rectangle, text
from pictures.words import Words, told

WIDTH, LEFT, RIGHT = 600, 128, 584
TITLE = Words("从文件到报告", "From a document to a report")


class Box(NamedTuple):
    """A thing on the way: its name, and a line about it."""

    left: int
    top: int
    width: int
    name: Words
    about: Words

    @property
    def middle(self) -> int:
        """Where arrows reach it."""
        return self.left + self.width // 2


class Floor(NamedTuple):
    """A floor of the library: its package, what it is called, and where it is."""

    package: str
    name: Words
    top: int
    height: int


HEIGHT = 50
NATURAL = Box(
    144,
    60,
    212,
    Words("给人看的文件", "Documents for people"),
    Words("Word、Excel、PDF、文字", "Word, Excel, PDF, text"),
)
STRUCTURED = Box(
    372,
    60,
    200,
    Words("按格式写的方案", "Plans in the format"),
    Words("YAML、JSON、TOML", "YAML, JSON, TOML"),
)
MANUSCRIPT = Box(
    144, 160, 212, Words("文稿", "Manuscript"), Words("看得见的段落和表格", "the lines and tables one sees")
)
FIELDS = Box(
    144,
    246,
    428,
    Words("栏目", "Fields"),
    Words("哪句话回答哪一栏，在文件的哪里", "which words answer which field, and where they stand"),
)
PLAN = Box(
    144,
    346,
    428,
    Words("帮扶方案 HelpPlan", "Help plan"),
    Words("写了、写明没有、不明确、没有写，分开", "stated, a stated none, unclear, silent: kept apart"),
)
JUDGMENTS = Box(
    144,
    446,
    428,
    Words("判断 Judgment", "Judgments"),
    Words(
        "{rules}条规则各看方案：符合、不符合、待判定、不适用",
        "{rules} rules look at it: met, not met, undetermined, inapplicable",
    ),
)
REPORT = Box(
    144,
    546,
    428,
    Words("核对报告 Report", "Report"),
    Words("每条意见有原文、依据、建议；附回执", "each finding with quote, evidence, remedy; a receipt"),
)
PEOPLE = Box(144, 646, 132, Words("给人看", "For people"), Words("文字、HTML、Excel", "text, HTML, Excel"))
PROGRAMS = Box(288, 646, 136, Words("给程序", "For programs"), Words("JSON、SARIF、CSV", "JSON, SARIF, CSV"))
COMMENTS = Box(436, 646, 136, Words("批注", "Comments"), Words("写进方案的副本", "in a copy of it"))
BOXES = (NATURAL, STRUCTURED, MANUSCRIPT, FIELDS, PLAN, JUDGMENTS, REPORT, PEOPLE, PROGRAMS, COMMENTS)
ARROWS = (
    *((NATURAL, MANUSCRIPT), (MANUSCRIPT, FIELDS), (STRUCTURED, FIELDS), (FIELDS, PLAN), (PLAN, JUDGMENTS)),
    *((JUDGMENTS, REPORT), (REPORT, PEOPLE), (REPORT, PROGRAMS), (REPORT, COMMENTS)),
)
FLOORS = (
    Floor("", Words("文件", "Documents"), 52, 66),
    Floor("reading", Words("读取", "Reading"), 152, 152),
    Floor("models", Words("模型", "Models"), 338, 66),
    Floor("rules", Words("规则", "Rules"), 438, 66),
    Floor("checking", Words("核对", "Checking"), 538, 66),
    Floor("telling", Words("输出", "Telling"), 638, 66),
)


def draw(language: Language) -> Sheet:
    """Return the picture in a language."""
    lines = [text(16, 32, told(TITLE, language), font_size=15, font_weight="bold")]
    for floor in FLOORS:
        lines += _floor(floor, language)
    lines += [path(_arrow(*ends), "muted-line") for ends in ARROWS]
    for box in BOXES:
        lines += _box(box, language)
    described = "\n".join(f"{told(box.name, language)}: {_about(box, language)}" for box in BOXES)
    return Sheet(WIDTH, 720, told(TITLE, language), described, tuple(lines), language.locale)


def _floor(floor: Floor, language: Language) -> Iterator[str]:
    yield rectangle(12, floor.top, WIDTH - 24, floor.height, "raised", round=6)
    yield text(24, floor.top + 29, told(floor.name, language), font_weight="bold", font_size=13)
    yield text(24, floor.top + 47, floor.package, "muted", font_family=MONO)


def _box(box: Box, language: Language) -> Iterator[str]:
    yield rectangle(box.left, box.top, box.width, HEIGHT, "ground edge-line", round=5)
    yield text(box.left + 12, box.top + 21, told(box.name, language), font_size=13, font_weight="bold")
    yield text(box.left + 12, box.top + 39, _about(box, language), "muted")


def _about(box: Box, language: Language) -> str:
    return told(box.about, language, rules=len(RULES))


def _arrow(start: Box, end: Box) -> str:
    """Return a line that goes down where the narrower of two boxes is, with a head."""
    x = min(start, end, key=lambda box: box.width).middle
    tip = end.top - 1
    return f"M{x} {start.top + HEIGHT}V{tip}m-4 -5l4 5l4 -5"
