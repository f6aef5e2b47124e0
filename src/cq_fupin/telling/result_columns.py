"""Columns 「列」 of what many plans came to: a row for each plan, or for each finding; their names are promised.

As CSV, JSON Lines and Arrow tables have them, so that each is written down once.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, TypeAlias

from attrs import frozen

from cq_fupin.checking.finding import asked_by
from cq_fupin.checking.result import Result
from cq_fupin.models.guideline import Guideline
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.rules.rule import Rule
from cq_fupin.telling.masking import masked
from cq_fupin.words.force import level
from cq_fupin.words.message import Message, say
from cq_fupin.words.outcome import Outcome

#: What a cell holds; each may be left out.
Kind: TypeAlias = Literal["number", "text", "texts"]
Row: TypeAlias = dict[str, Any]


@frozen
class Column:
    """A column 「列」.

    Attributes:
        name: What it is called; it stays so.
        kind: What its cells hold.
        told: What that is, for people.
    """

    name: str
    kind: Kind
    told: Message


_LINE = Column("line", "number", say("方案在方案库的第几行（从1起，空行也算）；文件夹里的第几份"))
_SOURCE = Column("source", "text", say("方案文件的路径；方案库里的一行没有"))
#: A row for each plan: before the columns of its rules.
PLAN_COLUMNS = (
    _LINE,
    _SOURCE,
    Column("title", "text", say("标题，如方案所写；手机号和身份证号已遮去")),
    Column("organization", "text", say("组织名称，如方案所写；遮去的同上")),
    Column("category", "text", say("组织类别的标识；不明确的没有")),
    Column("supervisory_unit", "text", say("业务主管单位，如方案所写；遮去的同上")),
    Column("regions", "texts", say("方案和措施写明的地区：代码，从小到大；读不出的不在其中")),
    Column("conclusion", "text", say("结论")),
    Column("errors", "number", say("级别为错误的意见有几项")),
    Column("warnings", "number", say("级别为警告的意见有几项")),
    Column("notes", "number", say("级别为提示的意见有几项")),
)
#: A row for each finding.
FINDING_COLUMNS = (
    _LINE,
    _SOURCE,
    Column("rule", "text", say("规则的编号")),
    Column("citation", "text", say("依据的条款；补充规定的是标题和条文")),
    Column("force", "text", say("约束力")),
    Column("weight", "text", say("权重")),
    Column("outcome", "text", say("结果")),
    Column("level", "text", say("级别")),
)
#: Of a table that also has what is no plan: what is wrong with it.
FAULTS = Column("faults", "texts", say("读不成方案的：差错；其余各列为空"))
#: What says what a rule's outcome rests on and how loud it is.
TellOutcome: TypeAlias = Callable[[str, Outcome], Row]
#: What makes the rows of a result.
TellRows: TypeAlias = Callable[[Result], Iterable[Row]]


def plan_row(result: Result) -> Row:
    """Return the row of a plan, without its rules."""
    return {
        "line": result.number,
        "source": result.source or None,
        "title": masked(result.title),
        "organization": masked(result.organization),
        "category": result.category,
        "supervisory_unit": masked(result.supervisory_unit) or None,
        "regions": result.regions,
        "conclusion": result.conclusion.value if result.conclusion else None,
        "errors": result.errors,
        "warnings": result.warnings,
        "notes": result.notes,
    }


def outcomes_of(result: Result) -> Row:
    """Return the cells of the rules that ran."""
    return {rule: one.value for rule, one in zip(result.rules, result.outcomes, strict=True)}


def finding_rows(rules: Iterable[Rule], *, guideline: Guideline | None = None) -> TellRows:
    """Return what makes the rows of a result's findings; of rules that may run."""
    tell = _outcome_told({rule.id: rule for rule in rules}, guideline or load_guideline())

    def rows(result: Result) -> Iterator[Row]:
        start = {"line": result.number, "source": result.source or None}
        for rule, outcome in zip(result.rules, result.outcomes, strict=True):
            yield start | tell(rule, outcome)

    return rows


def _outcome_told(rules: Mapping[str, Rule], edition: Guideline) -> TellOutcome:
    @cache  # there are four outcomes for each rule
    def told(rule: str, outcome: Outcome) -> Row:
        norm = asked_by(rules[rule], edition)
        return {
            "rule": rule,
            "citation": norm.citation.id,
            "force": norm.force.value,
            "weight": norm.weight.value,
            "outcome": outcome.value,
            "level": level(norm.force, norm.weight, outcome).value,
        }

    return told
