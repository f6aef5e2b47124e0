"""Article 8: what medical organizations and charities do 「医疗卫生」."""

from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.activity import activity
from cq_fupin.rules.judgment import Judgment
from cq_fupin.rules.own_work import asked_of, does, does_work_of
from cq_fupin.rules.rule import rule
from cq_fupin.words.message import say


@rule(
    "8.own",
    shows=say("有措施开展第八条所列的活动"),
    remedy=say("在措施的“活动”写明第八条所列的一项或几项，如：义诊体检。"),
    guard=asked_of("medical", trait="charity"),
)
def own(plan: HelpPlan) -> Judgment:
    """医疗卫生类社会组织要在贫困地区积极开展义诊、免费体检等扶贫公益活动"""
    return does_work_of(plan, 8)


@activity("8.clinics", say("义诊体检"), like=say("每季度到红池坝镇义诊一次"), guard=asked_of("medical"))
def clinics(plan: HelpPlan) -> Judgment:
    """要在贫困地区积极开展义诊、免费体检等扶贫公益活动"""
    return does(plan, "8.clinics")


@activity(
    "8.fees", say("诊疗费用减免"), like=say("为建档立卡贫困户减免诊疗费三成"), guard=asked_of("medical")
)
def fees(plan: HelpPlan) -> Judgment:
    """对贫困对象就医就诊费用实行减免服务"""
    return does(plan, "8.fees")


@activity(
    "8.equipment",
    say("医疗设备与技术支持"),
    like=say("为红池坝镇卫生院捐赠心电图机2台"),
    guard=asked_of("medical"),
)
def equipment(plan: HelpPlan) -> Judgment:
    """通过提供技术帮助和紧缺医疗设备等方式,支持医疗条件落后的受援地方改善医疗服务设施"""
    return does(plan, "8.equipment")


@activity("8.programmes", say("助医助残项目"), like=say("为妇女300人做两癌筛查"), guard=asked_of("medical"))
def programmes(plan: HelpPlan) -> Judgment:
    """要积极参与儿童营养改善、新生儿疾病筛查、妇女两癌筛查、优生优育、失能失智老年人照护等助医助残项目"""
    return does(plan, "8.programmes")


@activity(
    "8.postings", say("挂职巡诊支医"), like=say("选派医生2名到乡镇卫生院挂职半年"), guard=asked_of("medical")
)
def postings(plan: HelpPlan) -> Judgment:
    """有条件的医疗类社会组织要积极组织医疗卫生专业技术人员到各贫困区县开展挂职、巡诊等支医活动"""
    return does(plan, "8.postings")


@activity(
    "8.training", say("医务人员进修"), like=say("接收村医10人到会员医院进修"), guard=asked_of("medical")
)
def training(plan: HelpPlan) -> Judgment:
    """支持各受援地方医疗卫生人才到协会会员单位开展技术进修"""
    return does(plan, "8.training")


@activity(
    "8.special-fund",
    say("重特大疾病专项救助"),
    like=say("设立重特大疾病专项基金50万元"),
    guard=asked_of(trait="charity"),
)
def special_fund(plan: HelpPlan) -> Judgment:
    """各慈善组织要通过设立专项基金等形式,开展贫困人口重特大疾病专项救助"""
    return does(plan, "8.special-fund")


@activity(
    "8.illness-poverty",
    say("因病致贫返贫帮扶"),
    like=say("帮扶因病致贫家庭30户"),
    guard=asked_of(trait="charity"),
)
def illness_poverty(plan: HelpPlan) -> Judgment:
    """重点对因病致贫、因病返贫家庭给予帮扶"""
    return does(plan, "8.illness-poverty")


RULES = (
    own,
    clinics,
    fees,
    equipment,
    programmes,
    postings,
    training,
    special_fund,
    illness_poverty,
)
