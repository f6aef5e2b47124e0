"""Article 9: what volunteer organizations and social work agencies do 「志愿服务」."""

from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.activity import activity
from cq_fupin.rules.judgment import Judgment
from cq_fupin.rules.own_work import asked_of, does, does_work_of
from cq_fupin.rules.rule import rule
from cq_fupin.words.message import say


@rule(
    "9.own",
    shows=say("有措施开展第九条所列的活动"),
    remedy=say("在措施的“活动”写明第九条所列的一项或几项，如：志愿扶贫活动。"),
    guard=asked_of("volunteer", trait="social_work_agency"),
)
def own(plan: HelpPlan) -> Judgment:
    """志愿服务类社会组织要充分发挥作用"""
    return does_work_of(plan, 9)


@activity(
    "9.volunteers",
    say("扶贫志愿者行动"),
    like=say("组织退休专家和青年学生20人到巫溪县服务"),
    guard=asked_of("volunteer"),
)
def volunteers(plan: HelpPlan) -> Judgment:
    """志愿服务类社会组织要充分发挥作用,鼓励支持青年学生、专业技术人才、退休人员和社会各界人士到贫困区县开展扶贫志愿者行动"""
    return does(plan, "9.volunteers")


@activity(
    "9.activities",
    say("志愿扶贫活动"),
    like=say("开展助教支医、科技推广活动各2次"),
    guard=asked_of("volunteer"),
)
def activities(plan: HelpPlan) -> Judgment:
    """动员各类志愿者参与扶贫调研、助教支医、文化下乡、科技推广、创业引领等扶贫活动"""
    return does(plan, "9.activities")


@activity(
    "9.social-work",
    say("社会工作服务"),
    like=say("为留守老人和儿童提供照料与陪伴，每周一次"),
    guard=asked_of(trait="social_work_agency"),
)
def social_work(plan: HelpPlan) -> Judgment:
    """支持社会工作服务机构深入城乡社区、村委会,以贫困家庭为重点,为儿童提供生活、学习、心理和安全等方面服务,为老人提供生活照料、代际沟通、精神慰藉、文化娱乐等服务,为青壮年提供技能培训、能力提升、就业援助、生计发展等服务"""
    return does(plan, "9.social-work")


RULES = (
    own,
    volunteers,
    activities,
    social_work,
)
