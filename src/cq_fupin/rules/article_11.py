"""Article 11: people with disabilities 「残障贫困人口」."""

from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.activity import activity
from cq_fupin.rules.judgment import Judgment
from cq_fupin.rules.own_work import does, helps_disabled
from cq_fupin.rules.rule import rule
from cq_fupin.words.message import say


@rule(
    "11.attention",
    shows=say("帮扶对象包括残障贫困人口"),
    remedy=say("在“帮扶对象”写明“残障贫困人口”，并写明为他们做什么。"),
)
def attention(plan: HelpPlan) -> Judgment:
    """社会组织参与脱贫攻坚工作中要特别关注残障贫困人口群体"""
    return helps_disabled(plan)


@activity(
    "11.concentrate", say("集中帮扶资源"), like=say("集中资金10万元开展残障人士帮扶"), guard=helps_disabled
)
def concentrate(plan: HelpPlan) -> Judgment:
    """相对集中帮扶资源,开展残障人士帮扶活动"""
    return does(plan, "11.concentrate")


@activity(
    "11.motivation", say("激发内生动力"), like=say("为残障人士提供心理辅导，每月一次"), guard=helps_disabled
)
def motivation(plan: HelpPlan) -> Judgment:
    """社会组织要围绕激发内生动力开展帮扶"""
    return does(plan, "11.motivation")


@activity(
    "11.integrated",
    say("物质生活心理结合"),
    like=say("生活补助、技能培训和心理帮扶一并安排"),
    guard=helps_disabled,
)
def integrated(plan: HelpPlan) -> Judgment:
    """把物质帮扶、生活能力重建和心理帮扶结合起来"""
    return does(plan, "11.integrated")


@activity(
    "11.records", say("残障需求建档"), like=say("入户走访残障人士60户，建立需求档案"), guard=helps_disabled
)
def records(plan: HelpPlan) -> Judgment:
    """一是开展“残障人士需求大数据”建档。通过入户走访建档立卡、特困残障人士家庭,建立需求数据档案"""
    return does(plan, "11.records")


@activity("11.sunshine", say("阳光服务"), like=say("为残障家庭15户做无障碍改造"), guard=helps_disabled)
def sunshine(plan: HelpPlan) -> Judgment:
    """二是开展“阳光服务”活动。与公益慈善组织合作,为建档立卡、特困残障人士中,有家庭无障碍改造、辅助器具、康复用品需求的残障人士进行无障碍改造,购买辅具、康复用品等"""
    return does(plan, "11.sunshine")


@activity("11.jobs", say("残障就业培训"), like=say("开办残障人士手工技能培训班2期"), guard=helps_disabled)
def jobs(plan: HelpPlan) -> Judgment:
    """三是开展“残障人士就业培训”创新体验。寻找爱心企业和公益慈善组织支持,开办残障人士就业培训"""
    return does(plan, "11.jobs")


@activity(
    "11.base", say("残障就业基地"), like=say("与爱心企业合办残障人士手工活就业基地1处"), guard=helps_disabled
)
def base(plan: HelpPlan) -> Judgment:
    """打造残障人士手工活就业基地"""
    return does(plan, "11.base")


RULES = (
    attention,
    concentrate,
    motivation,
    integrated,
    records,
    sunshine,
    jobs,
    base,
)
