"""The tables of a summary 「汇总表」: one for each thing that plans may have in common."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

from attrs import frozen

from cq_fupin.checking.report import Conclusion
from cq_fupin.checking.summary import NOWHERE, PlanGroup, Summary
from cq_fupin.cli.language import Language
from cq_fupin.models.guideline import Guideline
from cq_fupin.telling.summary import CONCLUSIONS, OUTCOMES
from cq_fupin.words.message import Message, say
from cq_fupin.words.outcome import Outcome

By: TypeAlias = Literal["district", "category", "unit", "rule", "village"]
Row: TypeAlias = dict[str, str | int]

NOT_SAID = say("未写明或不明确")
_PLANS, _ERRORS = say("方案数"), say("错误数")


@frozen
class SummaryTable:
    """A table of a summary.

    Attributes:
        told: What its rows are of.
        columns: The names of its columns, and what people call them.
        rows: Its rows by the names of the columns.
    """

    told: Message
    columns: Mapping[str, Message]
    rows: tuple[Row, ...]


def summary_tables(summary: Summary, edition: Guideline, language: Language) -> dict[By, SummaryTable]:
    """Return all tables of a summary."""
    names = {category.id: language.tell(say(category.name)) for category in edition.organization_categories}
    return {
        "district": _of_groups(
            say("区县"), summary.by_district, language, lambda code: edition.regions[code].name
        ),
        "category": _of_groups(say("组织类别"), summary.by_category, language, names.__getitem__),
        "unit": _of_groups(say("业务主管单位"), summary.by_supervisory_unit, language, str),
        "rule": _of_rules(summary, edition),
        "village": _of_villages(summary),
    }


def _of_groups(
    told: Message, groups: Iterable[PlanGroup], language: Language, name: Callable[[str], str]
) -> SummaryTable:
    counts = {conclusion.value: CONCLUSIONS[conclusion] for conclusion in Conclusion}
    columns = {"key": say("代码"), "name": told, "plans": _PLANS, **counts, "errors": _ERRORS}
    rows: Iterable[Row] = (
        {
            "key": group.key,
            "name": language.tell(NOT_SAID) if group.key == NOWHERE else name(group.key),
            "plans": group.plans,
            **{one.value: group.conclusions[one] for one in Conclusion},
            "errors": group.errors,
        }
        for group in groups
    )
    return SummaryTable(told, MappingProxyType(columns), tuple(rows))


def _of_rules(summary: Summary, edition: Guideline) -> SummaryTable:
    counts = {outcome.value: OUTCOMES[outcome] for outcome in Outcome}
    columns = {"rule": say("各条规则"), **counts, "weight": say("权重"), "quote": say("原文")}
    norms = {norm.id: norm for norm in edition.norms}
    rows: Iterable[Row] = (
        {
            "rule": count.rule,
            **{one.value: count.outcomes[one] for one in Outcome},
            "weight": norms[count.rule].weight.value if count.rule in norms else "",
            "quote": norms[count.rule].quote if count.rule in norms else "",
        }
        for count in summary.by_rule
    )
    return SummaryTable(say("各条规则"), MappingProxyType(columns), tuple(rows))


def _of_villages(summary: Summary) -> SummaryTable:
    columns = {
        "code": say("代码"),
        "district": say("区县"),
        "township": say("乡镇"),
        "name": say("定点攻坚村"),
        "plans": say("提到它的方案"),
        "nearby": say("只提到乡镇的方案"),
    }
    rows: Iterable[Row] = (
        {
            "code": count.village.code,
            "district": count.village.lineage[-2].name,
            "township": count.village.lineage[1].name,
            "name": count.village.short_name,
            "plans": count.plans,
            "nearby": count.nearby,
        }
        for count in summary.villages
    )
    return SummaryTable(say("定点攻坚村"), MappingProxyType(columns), tuple(rows))
