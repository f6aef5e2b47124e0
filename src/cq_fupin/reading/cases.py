"""The bundled cases: for each rule small plans, and what it finds in them."""

from copy import deepcopy
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import cast

from cq_fupin.models.case import Case
from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.bundled import bundled_path, bundled_text
from cq_fupin.words.errors import InvalidData
from cq_fupin.words.message import say
from cq_fupin.words.outcome import Outcome

Tree = dict[str, object]

#: What the file with the base plans of a folder of cases is called.
BASES = "plans.toml"
_BLANK = "空白"
_ABOUT = ("结果", "理由", "示例", "底本", "删去")
_OUTCOMES = {
    "符合": Outcome.SATISFIED,
    "不符合": Outcome.UNSATISFIED,
    "待判定": Outcome.UNDETERMINED,
    "不适用": Outcome.INAPPLICABLE,
}


def load_cases(*, rule: str | None = None) -> tuple[Case, ...]:
    """Return the bundled cases of one rule or of all, in the order of the guideline.

    >>> load_cases(rule="5.7.funds")[0].outcome
    <Outcome.SATISFIED: 'satisfied'>
    """
    if rule is None:
        return tuple(case for name in _files() for case in _cases(name))
    name = f"{rule.rpartition('.')[0]}.toml"
    return tuple(case for case in _cases(name) if case.rule == rule) if name in _files() else ()


def plan_of(case: Case) -> HelpPlan:
    """Return the plan of a case, read as any plan is."""
    from cq_fupin.reading.document import Document
    from cq_fupin.reading.plans import structured

    return structured(Document(deepcopy(dict(case.plan)), lambda: ({}, {})))


def read_cases(text: str, bases: dict[str, Tree]) -> tuple[Case, ...]:
    """Read the cases of a file: each is a base plan, and what it says instead.

    Args:
        text: TOML; its tables are called by the rules' ids.
        bases: Plans by name, trees with Chinese keys.

    Raises:
        InvalidData: A case has no reason, no such outcome or base, or changes what isn't there.
    """
    tables = cast(dict[str, list[Tree]], _tree(text))
    return tuple(case_of(rule, table, bases) for rule, rows in tables.items() for table in rows)


def case_of(rule: str, table: Tree, bases: dict[str, Tree]) -> Case:
    """Return the case that a table is.

    Raises:
        InvalidData: It has no reason, no such outcome or base, or changes what isn't there.
    """
    outcome, base = _OUTCOMES.get(str(table.get("结果"))), str(table.get("底本", _BLANK))
    if outcome is None or not table.get("理由") or base not in bases:
        raise _incomplete(rule, table)
    says = {path: value for path, value in table.items() if path not in _ABOUT}
    plan = deepcopy(bases[base])
    for path in cast(list[str], table.get("删去", [])):
        mapping, key = _at(plan, path)
        if mapping.pop(key, None) is None:
            raise _elsewhere(path)
    for path, value in says.items():
        mapping, key = _at(plan, path)
        mapping[key] = deepcopy(value)
    is_example = table.get("示例") is True
    return Case(
        rule, outcome, str(table["理由"]), MappingProxyType(says), base, MappingProxyType(plan), is_example
    )


def _at(plan: Tree, path: str) -> tuple[Tree, str]:
    """Return the mapping that a path ends in, and the key there; sections on the way are made."""
    *way, key = path.split("·")
    here: object = plan
    for step in way:
        here = _below(here, step)
    if not isinstance(here, dict):
        raise _elsewhere(path)
    return here, key


def _below(here: object, step: str) -> object:
    if isinstance(here, dict):
        return here.setdefault(step, {})
    if isinstance(here, list) and step.isdecimal() and 0 < int(step) <= len(here):
        return here[int(step) - 1]
    return None


def _incomplete(rule: str, table: Tree) -> InvalidData:
    written = str(table)
    return InvalidData(
        say(
            "{rule}的一个案例缺少“结果”或“理由”，或者没有它所说的结果或底本：{table}",
            rule=rule,
            table=written,
        )
    )


def _elsewhere(path: str) -> InvalidData:
    return InvalidData(say("案例所改的“{path}”不在底本里：应当写成“资源·资金”或“帮扶措施·1·预算”", path=path))


@cache
def _files() -> tuple[str, ...]:
    names = {file.name for file in Path(bundled_path("cases")).glob("*.toml")} - {BASES}
    return tuple(sorted(names, key=lambda name: [int(part) for part in name.split(".")[:-1]]))


@cache
def _cases(name: str) -> tuple[Case, ...]:
    return read_cases(bundled_text(f"cases/{name}"), bundled_bases())


@cache
def bundled_bases() -> dict[str, Tree]:
    """Return the bundled base plans by their names; they are for reading only."""
    return cast(dict[str, Tree], _tree(bundled_text(f"cases/{BASES}")))


def _tree(text: str) -> Tree:
    import tomllib
    from decimal import Decimal

    return tomllib.loads(text, parse_float=Decimal)
