"""A measure: one thing that a plan undertakes, somewhere, for somebody."""

import attrs
from attrs import frozen

from cq_fupin.models.amount import Count, Money
from cq_fupin.models.key import key
from cq_fupin.models.region import Region
from cq_fupin.models.remarks import Remarks
from cq_fupin.models.resources import Goods
from cq_fupin.models.span import Span
from cq_fupin.models.vocabulary import Activity, FocusField, TargetGroup
from cq_fupin.words.answer import Answer, Other, Unclear


@frozen
class Measure:
    """A measure 「帮扶措施」; what it leaves out, the plan's own fields may say."""

    title: str | Unclear = attrs.field(metadata=key("名称"))
    field: Answer[FocusField | Other] = attrs.field(default=None, metadata=key("领域"))
    activities: Answer[tuple[Activity | Other | Unclear, ...]] = attrs.field(
        default=None, metadata=key("活动")
    )
    regions: Answer[tuple[Region | Unclear, ...]] = attrs.field(default=None, metadata=key("地区"))
    target_groups: Answer[tuple[TargetGroup | Other | Unclear, ...]] = attrs.field(
        default=None, metadata=key("对象")
    )
    start: Answer[Span] = attrs.field(default=None, metadata=key("开始"))
    end: Answer[Span] = attrs.field(default=None, metadata=key("结束"))
    budget: Answer[Money] = attrs.field(default=None, metadata=key("预算"))
    people: Answer[Count] = attrs.field(default=None, metadata=key("人数"))
    goods: Answer[tuple[Goods | Unclear, ...]] = attrs.field(default=None, metadata=key("物资"))
    technology: Answer[tuple[str | Unclear, ...]] = attrs.field(default=None, metadata=key("技术"))
    results: Answer[tuple[str | Unclear, ...]] = attrs.field(default=None, metadata=key("预期成效"))
    other: Answer[Remarks] = attrs.field(default=None, metadata=key("其他"))
