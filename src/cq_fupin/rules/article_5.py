"""Article 5: the nine work paths 「主要工作路径」."""

from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.undertakings import Liaison
from cq_fupin.models.vocabulary import TargetGroup
from cq_fupin.rules import expertise, facts, giving, places, reporting, surveying, timing, totals
from cq_fupin.rules.judgment import UNDETERMINED, UNSATISFIED, Judgment
from cq_fupin.rules.predicates import above_none, every, is_one, known, some, stated, when
from cq_fupin.rules.rule import rule
from cq_fupin.words.answer import Answer, Other, Unclear
from cq_fupin.words.message import say

_BODIES = ("county_poverty_office", "township_government", "village_committee")
_NEW_WAYS = ("new-information-technology", "new-management", "new-marketing")
_QUARTER = 92

Groups = Answer[tuple[TargetGroup | Other | Unclear, ...]]


def _is_body(liaison: Liaison) -> Judgment:
    return is_one(liaison.kind, *_BODIES, silent=UNSATISFIED)


def _has_body(plan: HelpPlan) -> Judgment:
    return some(plan.liaisons, _is_body, silent=UNSATISFIED)


@rule(
    "5.1.liaison",
    shows=say("联系了区县扶贫部门、深度贫困乡镇政府或定点攻坚村村委会，且与帮扶地区对应"),
    remedy=say("在“联系单位”写明单位、类型和地区，如：巫溪县扶贫开发办公室，区县扶贫部门，巫溪县。"),
    guard=_has_body,
)
def liaison(plan: HelpPlan) -> Judgment:
    """实施帮扶行动,可以与区县扶贫部门、深度贫困乡镇政府或定点攻坚村村委会联系进行"""
    near = places.is_near(plan)
    return some(plan.liaisons, lambda body: _is_body(body) & near(body.region))


@rule(
    "5.2.mobilize",
    shows=say("动员干部职工注册成为“中国社会扶贫网”爱心人士"),
    remedy=say(
        "在“爱心人士”写明计划注册人数或动员方式，如：年内动员40名职工注册成为中国社会扶贫网爱心人士。"
    ),
)
def mobilize(plan: HelpPlan) -> Judgment:
    """社会组织要广泛发动、引导干部职工注册成为“中国社会扶贫网”爱心人士,线上实施精准帮扶"""
    online = plan.online_volunteers
    more = above_none(online.registered, silent=UNSATISFIED) | stated(online.how, silent=UNSATISFIED)
    return above_none(online.target) | more


@rule(
    "5.3.capability",
    shows=say("本组织投入人力、资金、物资或技术"),
    remedy=say("在“资源”写明投入的人力、资金、物资或技术，如：志愿者6人，会费13万元。"),
)
def capability(plan: HelpPlan) -> Judgment:
    """社会组织参与脱贫攻坚要结合自身实际,有钱出钱,有力出力"""
    return facts.contributes(plan)


@rule(
    "5.3.focus",
    shows=say("有措施面向深度贫困地区或特殊帮扶对象，并配有资源、人力或技术"),
    remedy=say(
        "为面向深度贫困乡镇、定点攻坚村或重点对象的措施写明预算、人数、物资或技术，如：红池坝镇，监测户，预算8000元。"
    ),
)
def focus(plan: HelpPlan) -> Judgment:
    """重点向深度贫困地区、特殊帮扶对象开展帮扶活动,提供资源、人力、技术等支持"""
    helps = places.helps_where_it_matters(plan)
    return some(plan.measures, lambda measure: helps(measure) & facts.supported(measure, plan))


@rule(
    "5.3.cooperate",
    shows=say("与扶贫主管部门配合"),
    remedy=say("在“配合扶贫部门”写明怎样配合，如：与巫溪县扶贫开发办公室每季度会商一次。"),
)
def cooperate(plan: HelpPlan) -> Judgment:
    """积极配合扶贫主管部门,充分发挥社会组织应有作用"""
    # 解释：没有写类型的联系单位，可能正是扶贫部门（docs/decisions/0014-parts-of-an-entry.md）
    office = some(plan.liaisons, lambda body: is_one(body.kind, _BODIES[0]), silent=UNSATISFIED)
    return stated(plan.coordination) | office


@rule(
    "5.4.place",
    shows=say("选定市以下的具体帮扶地方"),
    remedy=say("在“帮扶地区”写明区县、乡镇或村的名称或代码，如：巫溪县红池坝镇。"),
)
def place(plan: HelpPlan) -> Judgment:
    """参与脱贫攻坚工作的社会组织要结合自身资源和实际,选定重点帮扶地方"""
    return some(facts.regions(plan), places.is_chosen, silent=UNSATISFIED)


@rule(
    "5.4.survey",
    shows=say("实地走访调研，不晚于措施开始"),
    remedy=say("在“调研”写明日期和方式，如：2020年6月10日，入户走访。"),
)
def survey(plan: HelpPlan) -> Judgment:
    """开展实地走访调研"""
    return surveying.is_by_visit(plan) & surveying.is_in_time(plan)


@rule(
    "5.4.needs",
    shows=say("理清帮扶需求"),
    remedy=say("在“调研·需求”逐条写明需求，如：缺少中药材种植技术，销路不稳。"),
)
def needs(plan: HelpPlan) -> Judgment:
    """理清贫困地区、困难群众帮扶需求"""
    return stated(plan.survey.needs)


@rule(
    "5.4.causes",
    shows=say("分析困难点与致贫、返贫原因"),
    remedy=say("在“调研·致贫原因与困难”逐条写明，如：因病致贫，产业单一。"),
)
def causes(plan: HelpPlan) -> Judgment:
    """研究分析贫困地区生产、生活的困难点与致贫、返贫的关键点"""
    return stated(plan.survey.causes)


@rule(
    "5.5.expertise",
    shows=say("有措施属于本组织的专业领域"),
    remedy=say("为措施写明领域和活动，并在“组织·专业领域”写明本组织所长，如：产业扶持，专家技术支持。"),
)
def own_expertise(plan: HelpPlan) -> Judgment:
    """发挥本组织、本行业、本领域专业特长,找准与贫困地区相适应的扶贫帮扶切入点"""
    return some(plan.measures, lambda measure: expertise.is_own_work(measure, plan))


@rule(
    "5.5.targets",
    shows=say("每项措施都选定帮扶对象"),
    remedy=say("为每项措施写明对象，如：建档立卡贫困户。"),
)
def targets(plan: HelpPlan) -> Judgment:
    """选定合适帮扶对象"""
    named = facts.own_or(plan.target_groups, lambda groups: stated(groups, silent=UNSATISFIED))
    return every(plan.measures, lambda measure: named(measure.target_groups), silent=UNSATISFIED)


@rule(
    "5.5.projects",
    shows=say("每项措施都落到具体地区，并配有资源"),
    remedy=say("为每项措施写明地区，以及预算、人数、物资或技术，如：巫溪县红池坝镇，预算12万元，4人。"),
)
def projects(plan: HelpPlan) -> Judgment:
    """定点设立专业、精准、有效的扶贫帮扶项目和方式,有效配置帮扶资源"""
    placed = places.is_placed(plan)
    return every(plan.measures, lambda m: placed(m.regions) & facts.is_supplied(m, plan), silent=UNSATISFIED)


@rule(
    "5.6.pooling",
    shows=say("各项措施所用不超过全部资源"),
    remedy=say("核对各项措施的预算合计与资金合计、各项措施的人数与人力合计，使所用不超过所有。"),
)
def pooling(plan: HelpPlan) -> Judgment:
    """加强各类帮扶资源统筹,发挥社会组织灵活机动优势,优化资金、物资、技术、人力资源的使用方式"""
    return totals.within_resources(plan)


@rule(
    "5.6.innovation",
    shows=say("探索运用新信息技术、管理模式或营销策略"),
    remedy=say("如有，在措施的“活动”写明“新信息技术”“新管理模式”或“新营销”。"),
)
def innovation(plan: HelpPlan) -> Judgment:
    """探索各类新信息技术、管理模式、营销策略的运用,合理使用帮扶资源"""
    return some(plan.measures, lambda measure: some(measure.activities, lambda a: is_one(a, *_NEW_WAYS)))


@rule(
    "5.7.annual-plan",
    shows=say("纳入本组织年度工作计划"),
    remedy=say("在“纳入年度工作计划”写“是”。"),
)
def annual_plan(plan: HelpPlan) -> Judgment:
    """要将参与开展脱贫攻坚工作纳入本组织年度工作计划"""
    return stated(plan.in_annual_plan)


@rule(
    "5.7.in-advance",
    shows=say("在措施开始之前制定方案"),
    remedy=say("写明“制定日期”和每项措施的开始日期，制定日期在先，如：2020年6月12日制定，6月20日开始。"),
)
def in_advance(plan: HelpPlan) -> Judgment:
    """提前制定帮扶方案"""
    return timing.precedes_start(plan.dated, plan)


@rule(
    "5.7.people",
    shows=say("明确人力：多少人"),
    remedy=say("在“资源·人力”写明岗位和人数，如：技术员4人，志愿者6人。"),
)
def people(plan: HelpPlan) -> Judgment:
    """明确人力、资金、物资支持"""
    return giving.states_people(plan)


@rule(
    "5.7.funds",
    shows=say("明确资金：多少元"),
    remedy=say("在“资源·资金”写明来源和金额，如：会费130000元；没有资金也要写“无”。"),
)
def funds(plan: HelpPlan) -> Judgment:
    """明确人力、资金、物资支持"""
    return giving.states_funds(plan)


@rule(
    "5.7.goods",
    shows=say("明确物资：有哪些，或者没有"),
    remedy=say("在“资源·物资”写明名称和数量，如：党参种苗2000株；没有物资也要写“无”。"),
)
def goods(plan: HelpPlan) -> Judgment:
    """明确人力、资金、物资支持"""
    return giving.states_goods(plan)


@rule(
    "5.7.supervision",
    shows=say("定期督促检查"),
    remedy=say("在“督促检查”写明频次和责任人，如：每月，秘书处。"),
)
def supervision(plan: HelpPlan) -> Judgment:
    """定期督促检查工作推进情况,着力推进帮扶成效"""
    return timing.recurs(plan.supervision.interval, plan)


@rule(
    "5.8.long-term",
    shows=say("建立长效帮扶机制，或者回访延续到措施结束之后"),
    remedy=say("在“长效机制”写明办法，如：签订三年保底收购协议；或写明回访截止日期，晚于措施结束。"),
)
def long_term(plan: HelpPlan) -> Judgment:
    """要建立长效帮扶机制"""
    return timing.lasts(plan)


@rule(
    "5.8.at-risk",
    shows=say("持续关注易返贫、易致贫的对象（边缘户和监测户）"),
    remedy=say("在帮扶对象或回访对象中写明“边缘户和监测户”。"),
)
def at_risk(plan: HelpPlan) -> Judgment:
    """持续重点关注易返贫、易致贫的帮扶对象"""
    groups: Groups = facts.merged(facts.target_groups(plan), plan.follow_up.target_groups)
    is_at_risk = "marginal_or_monitored_household"
    return some(groups, lambda group: is_one(group, is_at_risk, otherwise=UNDETERMINED), none=UNDETERMINED)


@rule(
    "5.8.follow-up",
    shows=say("至少每季度走访或电话回访"),
    remedy=say("有条件的，在“回访”写明频次和方式，如：每季度，走访和电话。"),
)
def follow_up(plan: HelpPlan) -> Judgment:
    """有条件的按季度进行走访、电话回访"""
    often = when(plan.follow_up.interval, lambda interval: interval.at_least_every(_QUARTER))
    return often & some(plan.follow_up.methods, lambda method: known(method, lambda _known: True))


@rule(
    "5.9.cases",
    shows=say("总结经验、提炼典型案例"),
    remedy=say("在“经验总结”写明安排，如：年底提炼典型案例一篇。"),
)
def cases(plan: HelpPlan) -> Judgment:
    """要加强经验总结交流,提炼典型案例,探索可复制可推广的帮扶模式"""
    return stated(plan.experience)


@rule(
    "5.9.report-supervisor",
    shows=say("定期向业务主管单位报送"),
    remedy=say(
        "在“报送”写明向业务主管单位报送的频次，如：每半年；没有业务主管单位的，在“组织·业务主管单位”写“无”。"
    ),
    guard=reporting.has_supervisory_unit,
)
def report_supervisor(plan: HelpPlan) -> Judgment:
    """定期向主管单位和登记机关报送工作经验和成效"""
    return reporting.reports_regularly(plan, "supervisory_unit")


@rule(
    "5.9.report-registrar",
    shows=say("定期向登记管理机关报送"),
    remedy=say("在“报送”写明向登记管理机关报送的频次，如：每年。"),
)
def report_registrar(plan: HelpPlan) -> Judgment:
    """定期向主管单位和登记机关报送工作经验和成效"""
    return reporting.reports_regularly(plan, "registration_authority")


RULES = (
    liaison, mobilize, capability, focus, cooperate, place, survey, needs, causes, own_expertise, targets,
    projects, pooling, innovation, annual_plan, in_advance, people, funds, goods, supervision, long_term,
    at_risk, follow_up, cases, report_supervisor, report_registrar,
)  # fmt: skip
