"""The plan table 「方案表」: a row for each plan, and in one column its JSON, from which it is read again."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice

import pyarrow as pa

from cq_fupin.checking.result import category_id, named_regions
from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.writing import unstructure
from cq_fupin.tables.batches import AT_ONCE
from cq_fupin.tables.schemas import schema
from cq_fupin.telling.answers import told
from cq_fupin.telling.result_columns import Row

_NAMES = ("title", "organization", "category", "supervisory_unit", "regions")
_SCHEMA = pa.schema([pa.field("plan", pa.string()), *[schema().field(name) for name in _NAMES]])


def plan_table(plans: Iterable[HelpPlan]) -> pa.RecordBatchReader:
    """Return plans as a table, made as it is read: their canonical JSON, and by what one tells them.

    The columns are ``plan``, ``title``, ``organization``, ``category``, ``supervisory_unit`` and ``regions``, as
    those of results; but nothing is masked, as nothing is in the plans.

    >>> from cq_fupin import parse_plan
    >>> plan = parse_plan('{"title": "甲", "organization": {"name": "乙", "category": "other"}}', "json")
    >>> plan_table([plan]).read_all().select(["title", "organization"]).to_pylist()
    [{'title': '甲', 'organization': '乙'}]
    """
    return pa.RecordBatchReader.from_batches(_SCHEMA, _batches(iter(plans)))


def _batches(plans: Iterator[HelpPlan]) -> Iterator[pa.RecordBatch]:
    while some := list(islice(plans, AT_ONCE)):
        yield pa.RecordBatch.from_pylist([_row(plan) for plan in some], _SCHEMA)


def _row(plan: HelpPlan) -> Row:
    maker = plan.organization
    return {
        "plan": json.dumps(unstructure(plan), ensure_ascii=False, separators=(",", ":")),
        "title": str(told(plan.title)),
        "organization": str(told(maker.name)),
        "category": category_id(plan),
        "supervisory_unit": None if maker.supervisory_unit is None else str(told(maker.supervisory_unit)),
        "regions": named_regions(plan),
    }
