"""Article 12: industry 「产业」."""

from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.activity import activity
from cq_fupin.rules.judgment import Judgment
from cq_fupin.rules.own_work import develops_industry, does
from cq_fupin.rules.rule import rule
from cq_fupin.words.message import say


@rule(
    "12.industry",
    shows=say("帮助贫困地区发展产业"),
    remedy=say("在“帮扶领域”写明“产业扶持”，或在措施的“活动”写明产业活动，如：特色产业。"),
)
def industry(plan: HelpPlan) -> Judgment:
    """社会组织参与脱贫攻坚工作中要注重帮助贫困地区发展产业"""
    return develops_industry(plan)


@activity(
    "12.leading-industry", say("培育主导产业"), like=say("培育党参为扶贫主导产业"), guard=develops_industry
)
def leading_industry(plan: HelpPlan) -> Judgment:
    """支持贫困地区培育一批扶贫主导产业"""
    return does(plan, "12.leading-industry")


@activity(
    "12.linkage", say("利益联结机制"), like=say("以土地入股、保底分红带动贫困户30户"), guard=develops_industry
)
def linkage(plan: HelpPlan) -> Judgment:
    """通过产业扶贫利益联结机制,带动贫困户主动融入当地扶贫产业发展中来"""
    return does(plan, "12.linkage")


RULES = (
    industry,
    leading_industry,
    linkage,
)
