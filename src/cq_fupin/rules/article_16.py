"""Article 16: children in special difficulty 「特殊困难儿童」."""

from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.activity import activity
from cq_fupin.rules.judgment import Judgment
from cq_fupin.rules.own_work import asked_of, does, helps_children, uses
from cq_fupin.rules.rule import rule
from cq_fupin.words.message import say


@rule(
    "16.correction",
    shows=say("关注特殊困难儿童"),
    remedy=say("在“帮扶对象”写明“特殊困难儿童”，或在措施的“活动”写明，如：儿童心理服务。"),
)
def correction(plan: HelpPlan) -> Judgment:
    """社会组织参与脱贫攻坚工作中要聚焦特殊困难儿童矫正辅导"""
    return helps_children(plan)


@activity("16.children", say("儿童心理服务"), like=say("为贫困家庭儿童提供心理服务，每月一次"))
def children(plan: HelpPlan) -> Judgment:
    """要重点关注贫困地区及贫困家庭儿童的心理服务"""
    return does(plan, "16.children")


@activity(
    "16.counselling",
    say("儿童心理调适"),
    like=say("为贫困儿童40人开展心理调适"),
    guard=uses("16.counselling", asked=asked_of(trait="counselling")),
)
def counselling(plan: HelpPlan) -> Judgment:
    """心理咨询辅导类社会组织可以瞄准这些问题,开展贫困儿童心理调适"""
    return does(plan, "16.counselling")


@activity("16.mountain-children", say("偏远山区儿童关爱"), like=say("为偏远山区儿童开展安全教育和陪伴"))
def mountain_children(plan: HelpPlan) -> Judgment:
    """同时探索缓解偏远山区儿童安全、生活适应、心理支持与救助帮扶等社会性问题"""
    return does(plan, "16.mountain-children")


RULES = (
    correction,
    children,
    counselling,
    mountain_children,
)
