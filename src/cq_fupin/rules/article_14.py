"""Article 14: local produce 「农特产品」."""

from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.activity import activity
from cq_fupin.rules.judgment import Judgment
from cq_fupin.rules.own_work import does, promotes_produce
from cq_fupin.rules.rule import rule
from cq_fupin.words.message import say


@rule(
    "14.products",
    shows=say("发掘、包装、推广农特产品"),
    remedy=say("在措施的“活动”写明，如：拓宽销路、四个统一。"),
)
def products(plan: HelpPlan) -> Judgment:
    """社会组织参与脱贫攻坚工作中要注意发掘、包装、推广农特产品"""
    return promotes_produce(plan)


@activity("14.resources", say("拓宽销路"), like=say("帮助贫困户销售党参10吨"), guard=promotes_produce)
def resources(plan: HelpPlan) -> Judgment:
    """社会组织要发掘当地已有资源,特别是当地贫困户现有生产种植品种和规模,帮助其拓宽销路,发掘其优势潜力"""
    return does(plan, "14.resources")


@activity(
    "14.cooperative", say("农民专业合作社"), like=say("指导成立党参种植专业合作社"), guard=promotes_produce
)
def cooperative(plan: HelpPlan) -> Judgment:
    """指导贫困户成立农民专业合作社,开展培训,指导产品规范经营"""
    return does(plan, "14.cooperative")


@activity(
    "14.four-unified",
    say("四个统一"),
    like=say("统一注册“红池坝党参”商标，统一包装、质量和营销"),
    guard=promotes_produce,
)
def four_unified(plan: HelpPlan) -> Judgment:
    """统一注册商标、统一品牌包装、统一产品质量、统一营销"""
    return does(plan, "14.four-unified")


RULES = (
    products,
    resources,
    cooperative,
    four_unified,
)
