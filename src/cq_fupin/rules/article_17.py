"""Article 17: safety and civility 「安全文明新风尚」."""

from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.activity import activity
from cq_fupin.rules.judgment import Judgment
from cq_fupin.rules.own_work import does, does_work_of
from cq_fupin.rules.rule import rule
from cq_fupin.words.message import say


@rule(
    "17.civility",
    shows=say("倡导安全文明新风尚"),
    remedy=say("在措施的“活动”写明，如：安全用电、村风家风、垃圾分类与环保。"),
)
def civility(plan: HelpPlan) -> Judgment:
    """社会组织参与脱贫攻坚工作中要注意倡导安全文明新风尚"""
    return does_work_of(plan, 17) | does(plan, "10.3.civility")


@activity("17.electricity", say("安全用电"), like=say("为建档立卡贫困户50户更换电线和插座"))
def electricity(plan: HelpPlan) -> Judgment:
    """一是开展“安全用电进乡村”行动,动员社会各界爱心力量,为建档立卡贫困户免费更换电线、节能灯、插座等"""
    return does(plan, "17.electricity")


@activity("17.customs", say("村风家风"), like=say("评选文明家庭10户，开展家风宣讲"))
def customs(plan: HelpPlan) -> Judgment:
    """二是开展文明村风、家风建设行动,促进乡村文明和谐"""
    return does(plan, "17.customs")


@activity("17.waste", say("垃圾分类与环保"), like=say("设置分类垃圾桶100个，开展环保行动"))
def waste(plan: HelpPlan) -> Judgment:
    """三是开展生活垃圾分类投放处置及环境保护行动"""
    return does(plan, "17.waste")


RULES = (
    civility,
    electricity,
    customs,
    waste,
)
