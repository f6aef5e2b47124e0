"""Records of a registry 「方案库的记录」: each is a plan, the JSON of one, or the path of a document."""

import os
from typing import TypeAlias

from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.json_lines import parse_line
from cq_fupin.reading.plans import read_plan
from cq_fupin.words.access import no_access
from cq_fupin.words.errors import Fault, InvalidPlan

#: A plan, the JSON of one, or the path of a document.
Record: TypeAlias = HelpPlan | str | bytes | os.PathLike[str]


def recorded_plan(record: Record) -> HelpPlan:
    """Return the plan that a record is.

    Raises:
        InvalidPlan: It is none, or can't be read.
    """
    if isinstance(record, HelpPlan):
        return record
    if isinstance(record, str | bytes):
        return parse_line(record)
    try:
        return read_plan(record)
    except OSError as error:
        raise InvalidPlan((Fault(no_access(error)),)) from None


def source_of(record: Record) -> str:
    """Return which document a record is; nothing for what is none."""
    return os.fspath(record) if isinstance(record, os.PathLike) else ""
