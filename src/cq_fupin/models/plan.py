"""The help plan: what a document says, field by field."""

from collections.abc import Mapping

from attrs import field, frozen

from cq_fupin.models.amount import Count
from cq_fupin.models.key import key
from cq_fupin.models.measure import Measure
from cq_fupin.models.organization import Organization
from cq_fupin.models.place import Place
from cq_fupin.models.region import Region
from cq_fupin.models.remarks import Remarks
from cq_fupin.models.resources import Resources
from cq_fupin.models.span import Span
from cq_fupin.models.undertakings import (
    FollowUp,
    Liaison,
    OnlineVolunteers,
    Reporting,
    Safety,
    Supervision,
    Survey,
)
from cq_fupin.models.vocabulary import FocusField, TargetGroup
from cq_fupin.words.answer import Answer, Other, Unclear
from cq_fupin.words.message import Message


@frozen
class Period:
    """When a plan is carried out 「实施期限」."""

    start: Answer[Span] = field(default=None, metadata=key("开始"))
    end: Answer[Span] = field(default=None, metadata=key("结束"))


@frozen
class Beneficiaries:
    """How many are helped 「受益对象数」."""

    households: Answer[Count] = field(default=None, metadata=key("户数"))
    people: Answer[Count] = field(default=None, metadata=key("人数"))


@frozen
class HelpPlan:
    """A help plan 「帮扶方案」: each field a value, a stated none, something unclear, or silence.

    A section that is answered as a whole (``safety: 无``) has that answer in each of its fields.

    Attributes:
        places: Where the document says it: RFC 6901 pointer into the canonical form to place.
        reading_notes: What is to be told of how parts were read, by the same pointers: what was inferred, what
            has a label that no field has.
    """

    title: str | Unclear = field(metadata=key("标题"))
    organization: Organization = field(metadata=key("组织"))
    dated: Answer[Span] = field(default=None, metadata=key("制定日期"))
    period: Period = field(default=Period(), metadata=key("实施期限"))
    in_annual_plan: Answer[bool] = field(default=None, metadata=key("纳入年度工作计划"))
    regions: Answer[tuple[Region | Unclear, ...]] = field(default=None, metadata=key("帮扶地区"))
    target_groups: Answer[tuple[TargetGroup | Other | Unclear, ...]] = field(
        default=None, metadata=key("帮扶对象")
    )
    focus_fields: Answer[tuple[FocusField | Other | Unclear, ...]] = field(
        default=None, metadata=key("帮扶领域")
    )
    liaisons: Answer[tuple[Liaison | Unclear, ...]] = field(default=None, metadata=key("联系单位"))
    survey: Survey = field(default=Survey(), metadata=key("调研"))
    measures: Answer[tuple[Measure | Unclear, ...]] = field(default=None, metadata=key("帮扶措施"))
    resources: Resources = field(default=Resources(), metadata=key("资源"))
    online_volunteers: OnlineVolunteers = field(default=OnlineVolunteers(), metadata=key("爱心人士"))
    coordination: Answer[str] = field(default=None, metadata=key("配合扶贫部门"))
    supervision: Supervision = field(default=Supervision(), metadata=key("督促检查"))
    follow_up: FollowUp = field(default=FollowUp(), metadata=key("回访"))
    long_term: Answer[str] = field(default=None, metadata=key("长效机制"))
    reports: Answer[tuple[Reporting | Unclear, ...]] = field(default=None, metadata=key("报送"))
    experience: Answer[str] = field(default=None, metadata=key("经验总结"))
    results: Answer[tuple[str | Unclear, ...]] = field(default=None, metadata=key("预期成效"))
    beneficiaries: Beneficiaries = field(default=Beneficiaries(), metadata=key("受益对象数"))
    partners: Answer[tuple[str | Unclear, ...]] = field(default=None, metadata=key("合作单位"))
    other: Answer[Remarks] = field(default=None, metadata=key("其他"))
    safety: Safety = field(default=Safety(), metadata=key("安全保障"))
    places: Mapping[str, Place] = field(factory=dict[str, Place], eq=False, repr=False)
    reading_notes: Mapping[str, Message] = field(factory=dict[str, Message], eq=False, repr=False)
