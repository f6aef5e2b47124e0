"""Vocabularies 「词表」 as JSON, CSV and Markdown: every list with its entries, in both languages."""

from collections.abc import Iterator

from attrs import asdict

from cq_fupin.cli.csv_table import cell, csv_table
from cq_fupin.cli.language import Language
from cq_fupin.cli.markdown import markdown_table
from cq_fupin.models.guideline import Guideline
from cq_fupin.telling.page import capital
from cq_fupin.words.message import say

FORMAT = "cq-fupin-vocabularies/1"

#: Every list, and what it is called.
LISTS = {
    "target_groups": say("重点对象"),
    "special_groups": say("特殊帮扶对象"),
    "focus_fields": say("重点领域"),
    "organization_categories": say("组织类别"),
    "organization_traits": say("组织特征"),
    "liaison_kinds": say("联系单位类型"),
    "activities": say("活动"),
    "follow_up_methods": say("回访方式"),
    "report_recipients": say("报送对象"),
    "insurance_kinds": say("险种"),
}
#: The names of the columns; a list leaves those empty that it has no use for.
COLUMNS: tuple[str, ...] = (
    "vocabulary",
    "id",
    "name",
    "name_en",
    "citation",
    "article",
    "natural_field",
    "aliases",
    "noted",
    "special",
)
_HEADS = (say("编号"), say("名称"), say("英文名"), say("条款"), say("也可以写"))


def as_json(guideline: Guideline) -> str:
    """Return the lists as JSON."""
    import json

    lists = {name: [asdict(entry) for entry in getattr(guideline.vocabularies, name)] for name in LISTS}
    told = {"format": FORMAT, "guideline": guideline.edition, "vocabularies": lists}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def as_csv(guideline: Guideline, *, bom: bool = False) -> str:
    """Return the entries of all lists as CSV."""
    return csv_table(COLUMNS, (row for name in LISTS for row in _rows(guideline, name)), bom=bom)


def as_markdown(language: Language, guideline: Guideline) -> str:
    """Return each list as a table in Markdown."""
    return "\n".join(line for name in LISTS for line in _section(language, guideline, name))


def _section(language: Language, guideline: Guideline, name: str) -> Iterator[str]:
    yield from (f"## {capital(language.tell(LISTS[name]))} (`{name}`)", "")
    columns = ("id", "name", "name_en", "citation", "aliases")
    rows = ([cell(row[column]) for column in columns] for row in _rows(guideline, name))
    yield from markdown_table([capital(language.tell(head)) for head in _HEADS], rows)
    yield ""


def _rows(guideline: Guideline, name: str) -> Iterator[dict[str, object]]:
    for entry in getattr(guideline.vocabularies, name):
        yield {**dict.fromkeys(COLUMNS), "vocabulary": name, **asdict(entry)}
