"""Article 15: conditions of work and life 「生产生活条件」."""

from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.activity import activity
from cq_fupin.rules.judgment import Judgment
from cq_fupin.rules.own_work import betters_conditions, does, uses
from cq_fupin.rules.rule import rule
from cq_fupin.words.message import say


@rule(
    "15.living",
    shows=say("帮助改善生产生活条件"),
    remedy=say("在措施的“活动”写明，如：文化活动场所、基础设施建设。"),
)
def living(plan: HelpPlan) -> Judgment:
    """社会组织参与脱贫攻坚工作中要注意帮助贫困群众改善生产生活条件"""
    return betters_conditions(plan)


@activity("15.venue", say("文化活动场所"), like=say("为茶山村提供文化活动室1间"), guard=uses("15.venue"))
def venue(plan: HelpPlan) -> Judgment:
    """社会组织可以为村民文化活动提供固定场所"""
    return does(plan, "15.venue")


@activity("15.heritage", say("乡根文化"), like=say("整理山歌等非遗，讲给留守儿童"), guard=uses("15.heritage"))
def heritage(plan: HelpPlan) -> Judgment:
    """可以发掘村子当地的人文历史,乡村民俗、非物质文化遗产等,向留守儿童传播乡根文化"""
    return does(plan, "15.heritage")


@activity("15.outreach", say("三下乡与科普"), like=say("组织三下乡活动2次"), guard=uses("15.outreach"))
def outreach(plan: HelpPlan) -> Judgment:
    """可以组织开展志愿者三下乡、科普进乡村、留守儿童关爱,以及各种进村捐赠活动"""
    return does(plan, "15.outreach")


@activity(
    "15.complex",
    say("乡村公益综合体"),
    like=say("建设集养老、文化、儿童关爱于一体的公益综合体"),
    guard=uses("15.complex"),
)
def complex_(plan: HelpPlan) -> Judgment:
    """具体可以采取以下举措:一是邀请建筑设计顾问,免费义务担纲设计。二是完善各功能用房的建设装修达到验收标准。三是组织专家研讨会,积极打造实现养老安置、文化教育、留守儿童关爱等功能完备的乡村公益综合体"""
    return does(plan, "15.complex")


RULES = (
    living,
    venue,
    heritage,
    outreach,
    complex_,
)
