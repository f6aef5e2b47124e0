"""Article 6: what trade associations and chambers of commerce do 「行业协会商会」."""

from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.activity import activity
from cq_fupin.rules.judgment import Judgment
from cq_fupin.rules.own_work import asked_of, does, does_work_of, uses
from cq_fupin.rules.rule import rule
from cq_fupin.words.message import say


@rule(
    "6.own",
    shows=say("有措施开展第六条所列的活动"),
    remedy=say("在措施的“活动”写明第六条所列的一项或几项，如：特色产业。"),
    guard=asked_of("trade_association"),
)
def own(plan: HelpPlan) -> Judgment:
    """行业协会商会类社会组织要利用行业优势和影响力"""
    return does_work_of(plan, 6)


@activity(
    "6.specialty", say("特色产业"), like=say("在红池坝镇发展党参种植"), guard=asked_of("trade_association")
)
def specialty(plan: HelpPlan) -> Judgment:
    """要利用行业优势和影响力,围绕帮扶地方的产业基础和发展定位,帮助贫困村和贫困群众因地制宜发展扶贫特色产业"""
    return does(plan, "6.specialty")


@activity(
    "6.planning",
    say("产业规划"),
    like=say("参与编制红池坝镇中药材产业规划"),
    guard=asked_of("trade_association"),
)
def planning(plan: HelpPlan) -> Judgment:
    """要积极参与贫困村扶贫产业规划和建设"""
    return does(plan, "6.planning")


@activity(
    "6.base",
    say("产业基地"),
    like=say("会员单位在茶山村建立党参种植基地200亩"),
    guard=uses("6.base", asked=asked_of("trade_association")),
)
def base(plan: HelpPlan) -> Judgment:
    """具备条件的协会会员单位可在各贫困村建立产业发展基地"""
    return does(plan, "6.base")


@activity(
    "6.upgrading",
    say("产业转型升级"),
    like=say("把散户种植改为订单种植，打造党参主导产业"),
    guard=asked_of("trade_association"),
)
def upgrading(plan: HelpPlan) -> Judgment:
    """加大对贫困地方产业转型升级的支持力度,助推打造特色主导产业"""
    return does(plan, "6.upgrading")


@activity(
    "6.experts",
    say("专家技术支持"),
    like=say("组织药材种植专家4人，每季度到村指导"),
    guard=asked_of("trade_association"),
)
def experts(plan: HelpPlan) -> Judgment:
    """有条件的行业协会商会要组织专业人才为贫困地方发展特色优势产业提供智力和技术支持"""
    return does(plan, "6.experts")


RULES = (
    own,
    specialty,
    planning,
    base,
    upgrading,
    experts,
)
