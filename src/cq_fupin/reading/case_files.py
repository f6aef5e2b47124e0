"""Files of cases, of this library or of others: each case with its line."""

import os
from collections.abc import Iterator
from typing import cast

from attrs import evolve, frozen

from cq_fupin.models.case import Case
from cq_fupin.reading.cases import BASES, Tree, bundled_bases, case_of
from cq_fupin.reading.decoding import decode
from cq_fupin.reading.document import MAX_BYTES, Document, child
from cq_fupin.reading.toml_source import read_toml
from cq_fupin.words.errors import InvalidData, InvalidPlan
from cq_fupin.words.message import Message, say


@frozen
class _CaseFile:
    """A file of cases or of base plans, as it is written."""

    path: str
    document: Document

    @property
    def tree(self) -> Tree:
        """What it says, by the names of its tables."""
        return cast(Tree, self.document.tree)

    def line(self, pointer: str) -> int | None:
        """Return where something stands."""
        return self.document.places[pointer].line

    def refused(self, pointer: str, message: Message) -> InvalidData:
        """Return the error that says something of a place."""
        told = say("{path}第{line}行：{message}", path=self.path, line=self.line(pointer), message=message)
        return InvalidData(told)


def read_case_file(path: str | os.PathLike[str]) -> tuple[Case, ...]:
    """Read the cases in a file 「案例文件」, each a base plan and what it says instead.

    The base plans are the bundled ones and those of ``plans.toml`` beside the file.

    Raises:
        InvalidData: The file, or a case in it, can't be used; the place is named.
        OSError: There is no such file, or it can't be read.
    """
    file, bases = _opened(os.fspath(path)), dict(bundled_bases())
    beside = os.path.join(os.path.dirname(file.path), BASES)  # noqa: PTH118, PTH120 (pathlib takes 3 ms)
    if os.path.exists(beside):  # noqa: PTH110 (likewise)
        bases |= _bases(_opened(beside))
    return tuple(case for rule in file.tree for case in _cases(file, rule, bases))


def _opened(path: str) -> _CaseFile:
    with open(path, "rb") as file:  # noqa: PTH123 (pathlib takes 3 ms)
        data = file.read(MAX_BYTES + 1)
    try:
        return _CaseFile(path, read_toml(decode(data)))
    except InvalidPlan as error:
        raise InvalidData(say("{path}：{fault}", path=path, fault=error.faults[0].told)) from None


def _bases(file: _CaseFile) -> dict[str, Tree]:
    for name, plan in file.tree.items():
        if not isinstance(plan, dict):
            raise file.refused(child("", name), say("底本“{name}”应当是一份方案", name=name))
    return cast(dict[str, Tree], file.tree)


def _cases(file: _CaseFile, rule: str, bases: dict[str, Tree]) -> Iterator[Case]:
    tables, pointer = file.tree[rule], child("", rule)
    if not (isinstance(tables, list) and all(isinstance(table, dict) for table in tables)):
        raise file.refused(pointer, say("案例应当以规则编号开头，如 [[{quoted}]]", quoted=f'"{rule}"'))
    for number, table in enumerate(tables):
        where = child(pointer, number)
        try:
            yield evolve(case_of(rule, table, bases), line=file.line(where))
        except InvalidData as error:
            raise file.refused(where, error.message) from None
