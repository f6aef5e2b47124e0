"""Article 13: left-behind people 「三留守人员」."""

from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.activity import activity
from cq_fupin.rules.judgment import Judgment
from cq_fupin.rules.own_work import does, helps_left_behind
from cq_fupin.rules.rule import rule
from cq_fupin.words.message import say


@rule(
    "13.left-behind",
    shows=say("关爱留守老人、留守妇女或留守儿童"),
    remedy=say("在“帮扶对象”写明“留守儿童”等，或在措施的“活动”写明，如：节假日活动。"),
)
def left_behind(plan: HelpPlan) -> Judgment:
    """社会组织参与脱贫攻坚工作中要注意关爱三留守人员文化生活"""
    return helps_left_behind(plan)


@activity("13.holidays", say("节假日活动"), like=say("春节、重阳节到村开展文化活动"), guard=helps_left_behind)
def holidays(plan: HelpPlan) -> Judgment:
    """要充分利用节假日在各项目点开展活动"""
    return does(plan, "13.holidays")


@activity("13.character", say("道德情操"), like=say("开展孝老爱亲故事会4场"), guard=helps_left_behind)
def character(plan: HelpPlan) -> Judgment:
    """要培养三留守人员积极向上、向善的道德情操"""
    return does(plan, "13.character")


@activity("13.homes", say("留守人员之家"), like=say("建设留守儿童之家1处"), guard=helps_left_behind)
def homes(plan: HelpPlan) -> Judgment:
    """打造留守儿童之家、留守妇女之家、留守老人之家"""
    return does(plan, "13.homes")


RULES = (
    left_behind,
    holidays,
    character,
    homes,
)
