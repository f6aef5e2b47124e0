"""Article 7: what organizations of education and training do 「教育培训」."""

from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.activity import activity
from cq_fupin.rules.judgment import Judgment
from cq_fupin.rules.own_work import asked_of, does, does_work_of
from cq_fupin.rules.rule import rule
from cq_fupin.words.message import say


@rule(
    "7.own",
    shows=say("有措施开展第七条所列的活动"),
    remedy=say("在措施的“活动”写明第七条所列的一项或几项，如：助学助困。"),
    guard=asked_of("education"),
)
def own(plan: HelpPlan) -> Judgment:
    """教育培训类社会组织要根据自身业务范围,参与教育扶贫结对帮扶"""
    return does_work_of(plan, 7)


@activity(
    "7.pairing", say("教育结对帮扶"), like=say("会员学校与红池坝镇小学结对"), guard=asked_of("education")
)
def pairing(plan: HelpPlan) -> Judgment:
    """要根据自身业务范围,参与教育扶贫结对帮扶"""
    return does(plan, "7.pairing")


@activity(
    "7.student-aid",
    say("助学助困"),
    like=say("资助建档立卡家庭学生20人完成学业"),
    guard=asked_of("education"),
)
def student_aid(plan: HelpPlan) -> Judgment:
    """开展扶贫助学助困项目,加大对家庭经济困难学生资助力度,帮助其完成学业和实现就业"""
    return does(plan, "7.student-aid")


@activity(
    "7.facilities",
    say("改善教育设施"),
    like=say("为红池坝镇小学改造教室3间"),
    guard=asked_of("education", field="education"),
)
def facilities(plan: HelpPlan) -> Judgment:
    """鼓励教育领域行业协会等社会组织支持各贫困区县教育发展,帮助改善教育基础设施"""
    return does(plan, "7.facilities")


@activity(
    "7.teaching",
    say("支教培训"),
    like=say("组织退休教师6人支教一学期"),
    guard=asked_of("education", field="education"),
)
def teaching(plan: HelpPlan) -> Judgment:
    """有序组织协会会员单位、志愿者、大学生、退休教师等到各支援地方开展扶贫支教活动,培训各类教育教学、技术、技能型人才"""
    return does(plan, "7.teaching")


@activity(
    "7.scholarship", say("奖学金助学金"), like=say("设立助学金，每人每年2000元"), guard=asked_of("education")
)
def scholarship(plan: HelpPlan) -> Judgment:
    """鼓励教育培训机构通过设立奖学金、助学金的方式,加大对贫困学生资助力度"""
    return does(plan, "7.scholarship")


RULES = (
    own,
    pairing,
    student_aid,
    facilities,
    teaching,
    scholarship,
)
