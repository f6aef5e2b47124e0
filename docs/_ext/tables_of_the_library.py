"""Tables that the library itself can tell: keys, rules, vocabularies, intervals, commands.

They are made when the documentation is built, so that they can't differ from the code, in its language:
what they say is no part of the documentation's catalogues.
"""

import csv
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
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
from cq_fupin.telling.result_columns import FINDING_COLUMNS, PLAN_COLUMNS, Column
from cq_fupin.telling.translation import SOURCE, language
from cq_fupin.words.answer import Everyone, Other
from cq_fupin.words.message import Message, say

if TYPE_CHECKING:
    from cq_fupin.models.vocabulary import Entry

GLOSSARY = Path(__file__).parents[1] / "reference" / "glossary.csv"
MOST_ALIASES = 6
#: What each kind of value is called, in Chinese and English.
CORES = {
    "str": ("文字", "text"),
    "bool": ("是／否", "yes or no"),
    "Span": ("日期", "a date"),
    "Money": ("金额", "an amount of money"),
    "Count": ("整数（人数、户数）", "a whole number (of people, households)"),
    "Quantity": ("数量", "a quantity"),
    "Interval": ("频次", "an interval"),
    "Region": ("地区", "a region"),
    "CreditCode": ("统一社会信用代码", "a unified social credit code"),
    "Remarks": ("成组的文字", "named texts"),
}
VOCABULARIES = {
    "OrganizationCategory": ("组织类别", "an organization category"),
    "OrganizationTrait": ("组织特征", "an organization trait"),
    "TargetGroup": ("帮扶对象", "a target group"),
    "FocusField": ("帮扶领域", "a focus field"),
    "LiaisonKind": ("联系单位类型", "a kind of liaison"),
    "Activity": ("活动", "an activity"),
    "FollowUpMethod": ("回访方式", "a method of follow-up"),
    "Recipient": ("报送对象", "a recipient of reports"),
    "InsuranceKind": ("险种", "a kind of insurance"),
}


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the tables known."""
    app.add_directive("keys-of-the-plan", made_of(lambda lang: keys(fupin.HelpPlan, lang)))
    app.add_directive("vocabularies-of-the-guideline", made_of(vocabularies))
    app.add_directive("intervals-of-the-plan", made_of(intervals))
    app.add_directive("norms-without-rule", made_of(norms_without_rule))
    app.add_directive("commands-of-the-program", made_of(commands))
    app.add_directive("coverage-of-the-guideline", made_of(coverage))
    app.add_directive("terms-of-the-glossary", made_of(terms))
    app.add_directive("columns-of-plans", made_of(lambda lang: columns(PLAN_COLUMNS, lang)))
    app.add_directive("columns-of-findings", made_of(lambda lang: columns(FINDING_COLUMNS, lang)))
    return {"parallel_read_safe": True}


def made_of(lines: Callable[[Language], Iterable[str]]) -> type[SphinxDirective]:
    """Return a directive that stands for lines of Markdown in the language of the build."""

    class Made(SphinxDirective):
        def run(self) -> list[nodes.Node]:
            text = "\n".join(lines(Language(language(self.config.language))))
            document = self.state.document
            before = {*document.findall(nodes.TextElement)}
            made = self.parse_text_to_nodes(text, allow_section_headings=True)
            # Sections are put into the document itself.
            for part in (document, *made):
                for node in {*part.findall(nodes.TextElement)} - before:
                    node["translatable"] = False
            return made

    return Made


def either(lang: Language, chinese: str, english: str) -> str:
    """Return the Chinese or the English text."""
    return chinese if lang.locale == SOURCE else english


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


def keys(model: type, lang: Language) -> Iterator[str]:
    """Yield the table of a model's keys, and those of the records below it."""
    heads = either(lang, "键 中文 写什么", "Key Chinese Value").split()
    yield from table(heads, rows_of(model, "", lang))


def rows_of(model: type, indent: str, lang: Language) -> Iterator[tuple[str, str, str]]:
    """Yield a row for each key of a model, followed by those below it."""
    for key in own_keys(model):
        yield f"{indent}`{key.name}`", key.chinese, told(key, lang)
        if key.shape.is_record:
            yield from rows_of(key.shape.core, f"{indent}· ", lang)


def told(key: Key, lang: Language) -> str:
    """Return what may be written as the value of a key."""
    value = either(lang, "成组内容", "a group of keys") if key.shape.is_record else core(key.shape, lang)
    value += either(lang, "的列表", "; a list of such") if key.shape.is_list else ""
    return value + (either(lang, "，必填", "; required") if key.is_required else "")


def core(shape: Shape, lang: Language) -> str:
    """Return what a single value is."""
    name = shape.core.__name__
    value = either(lang, *{**CORES, **VOCABULARIES}[name])
    value += either(lang, "（见词表）", " (see the vocabularies)") if name in VOCABULARIES else ""
    value += either(lang, "，或 `all` 全体", ", or `all`") if Everyone in shape.ways else ""
    return value + (either(lang, "，或其他文字", ", or other text") if Other in shape.ways else "")


def norms_without_rule(lang: Language) -> Iterator[str]:
    """Yield the table of norms that no rule judges, and why."""
    heads = either(lang, "规范 条款 约束力 原句 为什么", "Norm Provision Force Sentence Reason").split()
    reasons = ((norm, why_no_rule(norm)) for norm in fupin.load_guideline().norms)
    yield from table(heads, (norm_row(norm, why, lang) for norm, why in reasons if why is not None))


def norm_row(norm: fupin.Norm, why: Message, lang: Language) -> tuple[str, ...]:
    """Return what the table says of a norm."""
    cited = lang.tell(norm.citation.told)
    return f"`{norm.id}`", cited, f"`{norm.force.value}`", norm.quote, lang.tell(why)


def coverage(lang: Language) -> Iterator[str]:
    """Yield what became of the norms and sentences, as the command tells it."""
    yield from ("```text", as_text(lang, cover()).rstrip(), "```")


def columns(of: Iterable[Column], lang: Language) -> Iterator[str]:
    """Yield the table of columns of results."""
    heads = either(lang, "列 内容", "Column Contents").split()
    yield from table(heads, ((f"`{one.name}`", lang.tell(one.told)) for one in of))


def terms(lang: Language) -> Iterator[str]:
    """Yield the table of the glossary."""
    heads = either(lang, "名称 中文 意思 出处", "Name Chinese Meaning Source").split()
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        yield from table(heads, (term_row(term, lang) for term in csv.DictReader(file)))


def term_row(term: dict[str, str], lang: Language) -> tuple[str, ...]:
    """Return what the table says of a term."""
    cited = f"{{fupin:art}}`{term['citation']}`" if term["citation"] else ""
    return term["name"], term["chinese"], either(lang, term["meaning"], term["meaning_en"]), cited


def intervals(lang: Language) -> Iterator[str]:
    """Yield the table of intervals."""
    heads = either(lang, "频次 间隔天数", "Interval Days").split()
    unsettled = either(lang, "未定", "not settled")
    yield from table(heads, ((f"`{i.id}`", str(i.days or unsettled)) for i in fupin.INTERVALS.values()))


def vocabularies(lang: Language) -> Iterator[str]:
    """Yield the tables of the guideline's lists."""
    guideline = fupin.load_guideline()
    heads = either(lang, "标识 名称 条款 也可以写", "Id Name English Provision Short_forms").split()
    for chinese, english, entries in (
        ("组织类别", "Organization categories", guideline.organization_categories),
        ("组织特征", "Organization traits", guideline.organization_traits),
        ("帮扶对象：第三条", "Target groups: Article 3", guideline.target_groups),
        ("帮扶对象：特殊对象", "Target groups: special groups", guideline.special_groups),
        ("帮扶领域", "Focus fields", guideline.focus_fields),
        ("联系单位类型", "Kinds of liaison", guideline.liaison_kinds),
        ("回访方式", "Methods of follow-up", guideline.follow_up_methods),
        ("报送对象", "Recipients of reports", guideline.report_recipients),
        ("险种", "Kinds of insurance", guideline.insurance_kinds),
        ("活动", "Activities", guideline.activities),
    ):
        yield from (f"### {either(lang, chinese, english)}", "")
        yield from table((head.replace("_", " ") for head in heads), (entry_row(e, lang) for e in entries))


def entry_row(entry: "Entry", lang: Language) -> tuple[str, ...]:
    """Return what the table says of an entry."""
    citation = getattr(entry, "citation", "")
    cited = lang.tell(fupin.cite(citation).told) if citation else ""
    short_forms = "、".join(entry.aliases[:MOST_ALIASES]) + (
        " …" if len(entry.aliases) > MOST_ALIASES else ""
    )
    names = (entry.name,) if lang.locale == SOURCE else (entry.name, lang.tell(say(entry.name)))
    return f"`{entry.id}`", *names, cited, short_forms


def commands(lang: Language) -> Iterator[str]:
    """Yield what each command tells of itself."""
    stop = either(lang, "。", ".")
    for name, purpose in COMMANDS.items():
        told, text = lang.tell(purpose), help_of(name, lang).rstrip()
        yield from (f"## {name}", "", f"{told[0].upper()}{told[1:]}{stop}", "", "```text", text, "```", "")


def help_of(name: str, lang: Language) -> str:
    """Return the help of a command."""
    program = "import sys; from cq_fupin.cli import main; sys.argv[0] = 'cq-fupin'; main()"
    command = [sys.executable, "-X", "utf8", "-c", program, name, "--help", "--lang", lang.locale]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
