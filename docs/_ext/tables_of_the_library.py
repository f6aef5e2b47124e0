"""Tables that the library itself can tell: keys, rules, vocabularies, intervals, commands.

They are made when the documentation is built, so that they can't differ from the code.
"""

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import cq_fupin as fupin
from cq_fupin.checking.coverage import cover
from cq_fupin.cli.coverage_text import as_text
from cq_fupin.cli.language import Language
from cq_fupin.cli.norm_terms import why_no_rule
from cq_fupin.cli.program import COMMANDS
from cq_fupin.reading.keys import Key, Shape, own_keys
from cq_fupin.words.answer import Everyone, Other

if TYPE_CHECKING:
    from cq_fupin.models.vocabulary import Entry

MOST_ALIASES = 6
CORES = {
    "str": "文字",
    "bool": "是／否",
    "Span": "日期",
    "Money": "金额",
    "Count": "整数（人数、户数）",
    "Quantity": "数量",
    "Interval": "频次",
    "Region": "地区",
    "CreditCode": "统一社会信用代码",
    "Remarks": "成组的文字",
}
VOCABULARIES = {
    "OrganizationCategory": "组织类别",
    "OrganizationTrait": "组织特征",
    "TargetGroup": "帮扶对象",
    "FocusField": "帮扶领域",
    "LiaisonKind": "联系单位类型",
    "Activity": "活动",
    "FollowUpMethod": "回访方式",
    "Recipient": "报送对象",
    "InsuranceKind": "险种",
}


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the tables known."""
    app.add_directive("keys-of-the-plan", made_of(lambda: keys(fupin.HelpPlan)))
    app.add_directive("vocabularies-of-the-guideline", made_of(vocabularies))
    app.add_directive("intervals-of-the-plan", made_of(intervals))
    app.add_directive("norms-without-rule", made_of(norms_without_rule))
    app.add_directive("commands-of-the-program", made_of(commands))
    app.add_directive("coverage-of-the-guideline", made_of(coverage))
    return {"parallel_read_safe": True}


def made_of(lines: Callable[[], Iterable[str]]) -> type[SphinxDirective]:
    """Return a directive that stands for lines of Markdown."""

    class Made(SphinxDirective):
        def run(self) -> list[nodes.Node]:
            return self.parse_text_to_nodes("\n".join(lines()), allow_section_headings=True)

    return Made


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield a table in Markdown."""
    heads = list(heads)
    yield row(heads)
    yield row("---" for _ in heads)
    yield from map(row, rows)
    yield ""


def row(cells: Iterable[str]) -> str:
    """Return a row of a table in Markdown."""
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def keys(model: type) -> Iterator[str]:
    """Yield the table of a model's keys, and those of the records below it."""
    yield from table(("键", "中文", "写什么"), rows_of(model, ""))


def rows_of(model: type, indent: str) -> Iterator[tuple[str, str, str]]:
    """Yield a row for each key of a model, followed by those below it."""
    for key in own_keys(model):
        yield f"{indent}`{key.name}`", key.chinese, told(key)
        if key.shape.is_record:
            yield from rows_of(key.shape.core, f"{indent}· ")


def told(key: Key) -> str:
    """Return what may be written as the value of a key."""
    value = "成组内容" if key.shape.is_record else core(key.shape)
    return f"{value}{'的列表' if key.shape.is_list else ''}{'，必填' if key.is_required else ''}"


def core(shape: Shape) -> str:
    """Return what a single value is."""
    name = shape.core.__name__
    value = CORES.get(name) or f"{VOCABULARIES[name]}（见词表）"
    value += "，或 `all` 全体" if Everyone in shape.ways else ""
    return value + ("，或其他文字" if Other in shape.ways else "")


def norms_without_rule() -> Iterator[str]:
    """Yield the table of norms that no rule judges, and why."""
    ruled = {rule.id for rule in fupin.RULES}
    norms = (norm for norm in fupin.load_guideline().norms if norm.id not in ruled)
    yield from table(("规范", "条款", "约束力", "原句", "为什么"), (norm_row(norm) for norm in norms))


def norm_row(norm: fupin.Norm) -> tuple[str, ...]:
    """Return what the table says of a norm."""
    return f"`{norm.id}`", str(norm.citation), f"`{norm.force.value}`", norm.quote, str(why_no_rule(norm))


def coverage() -> Iterator[str]:
    """Yield what became of the norms and sentences, as the command tells it."""
    yield from ("```text", as_text(Language(), cover()).rstrip(), "```")


def intervals() -> Iterator[str]:
    """Yield the table of intervals."""
    yield from table(
        ("频次", "间隔天数"), ((f"`{i.id}`", str(i.days or "未定")) for i in fupin.INTERVALS.values())
    )


def vocabularies() -> Iterator[str]:
    """Yield the tables of the guideline's lists."""
    guideline = fupin.load_guideline()
    for title, entries in (
        ("组织类别", guideline.organization_categories),
        ("组织特征", guideline.organization_traits),
        ("帮扶对象：第三条", guideline.target_groups),
        ("帮扶对象：特殊对象", guideline.special_groups),
        ("帮扶领域", guideline.focus_fields),
        ("联系单位类型", guideline.liaison_kinds),
        ("回访方式", guideline.follow_up_methods),
        ("报送对象", guideline.report_recipients),
        ("险种", guideline.insurance_kinds),
        ("活动", guideline.activities),
    ):
        yield from (f"### {title}", "")
        yield from table(("标识", "名称", "条款", "也可以写"), map(entry_row, entries))


def entry_row(entry: "Entry") -> tuple[str, ...]:
    """Return what the table says of an entry."""
    citation = getattr(entry, "citation", "")
    short_forms = "、".join(entry.aliases[:MOST_ALIASES]) + (
        " …" if len(entry.aliases) > MOST_ALIASES else ""
    )
    return f"`{entry.id}`", entry.name, str(fupin.cite(citation)) if citation else "", short_forms


def commands() -> Iterator[str]:
    """Yield what each command tells of itself."""
    for name, purpose in COMMANDS.items():
        yield from (f"## {name}", "", f"{purpose}。", "", "```text", help_of(name).rstrip(), "```", "")


def help_of(name: str) -> str:
    """Return the help of a command, in Chinese."""
    program = "import sys; from cq_fupin.cli import main; sys.argv[0] = 'cq-fupin'; main()"
    command = [sys.executable, "-X", "utf8", "-c", program, name, "--help", "--lang", "zh"]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
