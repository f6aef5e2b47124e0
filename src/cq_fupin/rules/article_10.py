"""Article 10: what other organizations do 「其它各类」."""

from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.activity import activity
from cq_fupin.rules.judgment import Judgment
from cq_fupin.rules.own_work import asked_of, does, does_work_of
from cq_fupin.rules.rule import rule
from cq_fupin.words.message import say


@rule(
    "10.own",
    shows=say("有措施开展第十条所列的活动"),
    remedy=say("在措施的“活动”写明第十条所列的一项或几项，如：就业平台。"),
    guard=asked_of("other"),
)
def own(plan: HelpPlan) -> Judgment:
    """其它各类社会组织要发挥产业信息汇集、行业资源聚集、专业人才密集等优势"""
    return does_work_of(plan, 10)


@activity("10.employment", say("就业平台"), like=say("在县城举办就近就业招聘会2场"), guard=asked_of("other"))
def employment(plan: HelpPlan) -> Judgment:
    """其它各类社会组织要发挥产业信息汇集、行业资源聚集、专业人才密集等优势,搭建就地就近就业平台"""
    return does(plan, "10.employment")


@activity("10.1.contact-village", say("联系点"), like=say("选定茶山村为联系点"), guard=asked_of("other"))
def contact_village(plan: HelpPlan) -> Judgment:
    """鼓励、引导社会组织主动选择确定一个或几个贫困村为联系点,参与定点帮扶"""
    return does(plan, "10.1.contact-village")


@activity(
    "10.1.pairing",
    say("会员结对帮扶"),
    like=say("会员企业10家与茶山村结对"),
    guard=asked_of("trade_association"),
)
def pairing(plan: HelpPlan) -> Judgment:
    """积极动员行业协会商会发挥自身优势,组织单位会员、个人会员与贫困地区进行结对帮扶,将帮扶重心下移到贫困村、贫困户"""
    return does(plan, "10.1.pairing")


@activity(
    "10.1.household",
    say("到户帮扶"),
    like=say("为每户贫困户明确一名帮扶人"),
    guard=asked_of("trade_association"),
)
def household(plan: HelpPlan) -> Judgment:
    """为贫困户明确一个爱心帮扶人士,或者一个社会帮扶项目、一条帮扶措施"""
    return does(plan, "10.1.household")


@activity(
    "10.2.third-party", say("第三方评估"), like=say("参与巫溪县扶贫成效第三方评估"), guard=asked_of("other")
)
def third_party(plan: HelpPlan) -> Judgment:
    """鼓励社会组织参与第三方评估、反映贫困人口合理诉求"""
    return does(plan, "10.2.third-party")


@activity("10.2.labour", say("劳务定向服务"), like=say("定向培训并输出务工人员50人"), guard=asked_of("other"))
def labour(plan: HelpPlan) -> Judgment:
    """实行定向招聘、定向培训、定向服务、定向输出,建立相对稳定的劳动力供需关系"""
    return does(plan, "10.2.labour")


@activity("10.2.infrastructure", say("基础设施建设"), like=say("硬化入户道路2公里"), guard=asked_of("other"))
def infrastructure(plan: HelpPlan) -> Judgment:
    """助力贫困地区水利交通建设、危房改造、文化建设等工作"""
    return does(plan, "10.2.infrastructure")


@activity("10.3.civility", say("文明与环境"), like=say("开展农村人居环境整治4次"), guard=asked_of("other"))
def civility(plan: HelpPlan) -> Judgment:
    """鼓励社会组织向贫困群众宣传现代文明理念和生活方式,开展科技助力精准扶贫活动,参与农村人居环境综合治理,保护和修复生态"""
    return does(plan, "10.3.civility")


RULES = (
    own,
    employment,
    contact_village,
    pairing,
    household,
    third_party,
    labour,
    infrastructure,
    civility,
)
