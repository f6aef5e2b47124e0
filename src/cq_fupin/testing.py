"""A test kit for those who write rules 「测试工具」: case files as tests of pytest's.

A plugin that does nothing until it is configured. In ``pyproject.toml``::

    [tool.pytest.ini_options]
    addopts = "-p cq_fupin.testing"
    fupin_cases = ["tests/cases"]
    fupin_rules = ["kaizhou"]

Each case of the files in ``fupin_cases`` is a test, named by its rule, its outcome and its reason.
``fupin_rules`` are the names of installed rule sets, as ``cq-fupin check --rules`` takes them; the
guideline's own rules are always there.
"""

from collections.abc import Iterator
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from cq_fupin.models.case import Case
from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.case_files import read_case_file
from cq_fupin.reading.cases import BASES, plan_of
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.installed import load_rules
from cq_fupin.rules.judgment import Judgment
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.rules.view import view
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.blocks import shown
from cq_fupin.telling.summary import OUTCOMES
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import Message, say

__all__ = ["Case", "plan_of", "read_case_file"]

_FOLDERS, _SETS = "fupin_cases", "fupin_rules"
_RULES = pytest.StashKey[RuleSet]()
_ExceptionInfo: TypeAlias = "pytest.ExceptionInfo[BaseException]"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Make the settings known."""
    parser.addini(_FOLDERS, "case files of cq-fupin, or folders of them", type="paths", default=[])
    parser.addini(_SETS, "names of installed rule sets of cq-fupin", type="args", default=[])


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "CaseFile | None":
    """Take a file for one of cases, where the settings say so."""
    if file_path.suffix != ".toml" or file_path.name == BASES:
        return None
    folders = parent.config.getini(_FOLDERS)
    if not any(folder in (file_path, *file_path.parents) for folder in folders):
        return None
    collected: CaseFile = CaseFile.from_parent(parent, path=file_path)
    return collected


class CaseFile(pytest.File):
    """A file of cases 「案例文件」."""

    def collect(self) -> Iterator["CaseItem"]:
        """Yield a test for each case."""
        try:
            rules, cases = _rules(self.config), read_case_file(self.path)
        except FupinError as error:
            raise self.CollectError(str(error)) from None
        for case in cases:
            name = f"{case.rule}-{case.outcome.value}-{case.why}"
            yield CaseItem.from_parent(self, name=name, case=case, rules=rules)


class CaseItem(pytest.Item):
    """A case as a test: the rule has to find in the plan what the case says 「案例测试」."""

    def __init__(self, *, case: Case, rules: RuleSet, **rest: Any) -> None:
        super().__init__(**rest)
        self.case: Case = case
        self.rules: RuleSet = rules

    def runtest(self) -> None:
        """Let the rule judge the plan, and a view of it, which reports read their evidence from."""
        rule, plan = self.rules[self.case.rule], plan_of(self.case)
        seen = rule(view(plan))
        if seen.outcome is not self.case.outcome:
            raise CaseFailed(_otherwise(self.case, seen), _evidence(seen, plan))
        if rule(plan).outcome is not seen.outcome:
            raise CaseFailed(_UNEVEN)

    def repr_failure(self, excinfo: _ExceptionInfo, style: Any = None) -> Any:
        """Return what to tell of a failure."""
        if not isinstance(excinfo.value, FupinError) or excinfo.value.__cause__ is not None:
            return super().repr_failure(excinfo, style)
        told = say("{path}:{line}：{why}", path=self.path, line=self.case.line, why=self.case.why)
        return f"{told}\n{excinfo.value}"

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Return where the case stands."""
        return self.path, (self.case.line or 1) - 1, self.name


class CaseFailed(FupinError):
    """A rule found in a plan what its case doesn't say."""

    def __init__(self, message: Message, evidence: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.evidence = evidence

    def __str__(self) -> str:
        return "\n".join([str(self.message), *(f"  {line}" for line in self.evidence)])


_UNEVEN = say("规则只看方案的值和连位置一起看，结果不同：请用 cq_fupin.rules 的谓词读取方案，要取值时用 bare")


def _rules(config: pytest.Config) -> RuleSet:
    if _RULES not in config.stash:
        config.stash[_RULES] = reduce(or_, map(load_rules, config.getini(_SETS)), RULES)
    return config.stash[_RULES]


def _otherwise(case: Case, seen: Judgment) -> Message:
    return say(
        "应当是{expected}，得到的是{found}", expected=OUTCOMES[case.outcome], found=OUTCOMES[seen.outcome]
    )


def _evidence(seen: Judgment, plan: HelpPlan) -> tuple[str, ...]:
    return tuple(shown(seen.evidence, plan, Batch(())))
