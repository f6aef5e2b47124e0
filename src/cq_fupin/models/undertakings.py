"""What a plan undertakes beside its measures: to ask, oversee, follow up, report, protect."""

from typing import NewType

from attrs import field, frozen

from cq_fupin.models.amount import Count
from cq_fupin.models.interval import Interval
from cq_fupin.models.key import key
from cq_fupin.models.region import Region
from cq_fupin.models.span import Span
from cq_fupin.models.vocabulary import Choice, LiaisonKind, TargetGroup
from cq_fupin.words.answer import Answer, Everyone, Other, Unclear

FollowUpMethod = NewType("FollowUpMethod", Choice)
Recipient = NewType("Recipient", Choice)
InsuranceKind = NewType("InsuranceKind", Choice)


@frozen
class Liaison:
    """A body in the place that a plan works with 「联系单位」 (第五条第(一)项)."""

    unit: Answer[str] = field(default=None, metadata=key("单位"))
    kind: Answer[LiaisonKind | Other] = field(default=None, metadata=key("类型"))
    region: Answer[Region] = field(default=None, metadata=key("地区"))
    person: Answer[str] = field(default=None, metadata=key("联系人"))
    phone: Answer[str] = field(default=None, metadata=key("电话"))


@frozen
class Survey:
    """What was asked on the spot before the plan was made 「调研」 (第五条第(四)项)."""

    date: Answer[Span] = field(default=None, metadata=key("日期"))
    method: Answer[str] = field(default=None, metadata=key("方式"))
    needs: Answer[tuple[str | Unclear, ...]] = field(default=None, metadata=key("需求"))
    causes: Answer[tuple[str | Unclear, ...]] = field(default=None, metadata=key("致贫原因与困难"))


@frozen
class OnlineVolunteers:
    """Staff registered with the China Social Poverty Alleviation Network 「爱心人士」 (第五条第(二)项)."""

    registered: Answer[Count | Everyone] = field(default=None, metadata=key("已注册"))
    target: Answer[Count | Everyone] = field(default=None, metadata=key("计划注册"))
    how: Answer[str] = field(default=None, metadata=key("动员方式"))


@frozen
class Supervision:
    """Who looks after the work, and how often 「督促检查」 (第五条第(七)项)."""

    interval: Answer[Interval] = field(default=None, metadata=key("频次"))
    by: Answer[str] = field(default=None, metadata=key("责任人"))
    indicators: Answer[tuple[str | Unclear, ...]] = field(default=None, metadata=key("成效指标"))


@frozen
class FollowUp:
    """Visits and calls to those who were helped 「回访」 (第五条第(八)项)."""

    interval: Answer[Interval] = field(default=None, metadata=key("频次"))
    methods: Answer[tuple[FollowUpMethod | Other | Unclear, ...]] = field(default=None, metadata=key("方式"))
    until: Answer[Span] = field(default=None, metadata=key("截止"))
    target_groups: Answer[tuple[TargetGroup | Other | Unclear, ...]] = field(
        default=None, metadata=key("对象")
    )


@frozen
class Reporting:
    """A regular report to somebody 「报送」 (第五条第(九)项)."""

    to: Answer[tuple[Recipient | Other | Unclear, ...]] = field(default=None, metadata=key("报送对象"))
    interval: Answer[Interval] = field(default=None, metadata=key("频次"))


@frozen
class Insurance:
    """Accident insurance of those sent 「保险」 (第十八条第(五)项)."""

    kind: Answer[InsuranceKind | Other] = field(default=None, metadata=key("险种"))
    insured: Answer[Count | Everyone] = field(default=None, metadata=key("投保人数"))


@frozen
class Safety:
    """How those sent are kept safe 「安全保障」 (第十八条第(五)项)."""

    measures: Answer[tuple[str | Unclear, ...]] = field(default=None, metadata=key("措施"))
    insurance: Insurance = field(default=Insurance(), metadata=key("保险"))
