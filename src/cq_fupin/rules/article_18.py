"""Article 18: matters to attend to 「注意事宜」: contribution, three focuses, safety."""

from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules import facts, giving, places, timing
from cq_fupin.rules.judgment import SATISFIED, UNDETERMINED, UNSATISFIED, Judgment
from cq_fupin.rules.main_effort import main_effort
from cq_fupin.rules.predicates import every, known, some, stated
from cq_fupin.rules.rule import rule
from cq_fupin.rules.sharing import shared
from cq_fupin.words.message import say


@rule(
    "18.1.contribute",
    shows=say("出钱出力"),
    remedy=say("在“资源”写明投入的人力、资金、物资或技术，如：志愿者6人，会费13万元。"),
)
def contribute(plan: HelpPlan) -> Judgment:
    """要积极响应党和政府号召,积极参与,主动作为,在脱贫攻坚战斗中出钱出力,贡献力量"""
    return facts.contributes(plan)


@rule(
    "18.2.regions",
    shows=say("聚焦重点地区（第二条）"),
    remedy=say("在“帮扶地区”写明重点区县、深度贫困乡镇或定点攻坚村，如：巫溪县红池坝镇。"),
)
def regions(plan: HelpPlan) -> Judgment:
    """社会组织要按照党和政府要求,把主要精力集中用于重点贫困地区和重点贫困对象,做到重点地区、重点对象、重点领域“三聚焦”"""
    return some(facts.regions(plan), places.is_key_region, silent=UNSATISFIED)


@rule(
    "18.2.groups",
    shows=say("聚焦重点对象（第三条）"),
    remedy=say("在“帮扶对象”写明第三条所列八类对象中的一类或几类，如：建档立卡贫困户。"),
)
def groups(plan: HelpPlan) -> Judgment:
    """社会组织要按照党和政府要求,把主要精力集中用于重点贫困地区和重点贫困对象,做到重点地区、重点对象、重点领域“三聚焦”"""
    return some(facts.target_groups(plan), facts.for_target_group, silent=UNSATISFIED)


@rule(
    "18.2.fields",
    shows=say("聚焦重点领域（第四条）"),
    remedy=say("在“帮扶领域”写明残疾人帮扶、医疗救助、教育帮扶、产业扶持、志愿帮扶中的一项或几项。"),
)
def fields(plan: HelpPlan) -> Judgment:
    """社会组织要按照党和政府要求,把主要精力集中用于重点贫困地区和重点贫困对象,做到重点地区、重点对象、重点领域“三聚焦”"""
    return some(facts.focus_fields(plan), lambda field: known(field, lambda _entry: True), silent=UNSATISFIED)


@rule(
    "18.2.main-effort",
    shows=say("过半的措施用于重点地区，过半的措施用于重点对象"),
    remedy=say(
        "为每项措施写明地区、对象和预算，并把过半的预算（没有预算的，过半的措施）用于重点地区和重点对象。"
    ),
)
def effort(plan: HelpPlan) -> Judgment:
    """社会组织要按照党和政府要求,把主要精力集中用于重点贫困地区和重点贫困对象"""
    return main_effort(plan)


@rule(
    "18.3.long-term",
    shows=say("项目着眼长期，每项措施有预期成效"),
    remedy=say("为每项措施写明预期成效，并写明长效机制，如：带动贫困户30户，户均增收2000元；三年保底收购。"),
)
def long_term(plan: HelpPlan) -> Judgment:
    """社会组织要发挥自身特长和优势,从长期性上着眼,组织和设计好项目,帮在关键,帮在重点,帮出成效"""
    has_results = facts.own_or(plan.results, stated)
    return every(plan.measures, lambda measure: has_results(measure.results)) & timing.lasts(plan)


@rule(
    "18.4.warmth",
    shows=say("既捐钱捐物，也嘘寒问暖"),
    remedy=say("写明资金或物资，并安排走访慰问等面对面的活动，如：走访监测户20户。"),
)
def warmth(plan: HelpPlan) -> Judgment:
    """既要捐钱捐物,也要嘘寒问暖"""
    return giving.gives_material_help(plan) & giving.gives_personal_help(plan)


@shared
def _may_send_people(plan: HelpPlan) -> Judgment:
    # 解释：写明不派人才不适用（docs/decisions/0012-unclear-conditions.md）
    sends = giving.sends_people(plan)
    return sends if sends.is_unsatisfied else SATISFIED


@rule(
    "18.5.safety",
    shows=say("派出人员的安全保障"),
    remedy=say("在“安全保障·措施”写明办法，如：行前安全培训，统一乘车。"),
    guard=_may_send_people,
)
def safety(plan: HelpPlan) -> Judgment:
    """在实施帮扶工作过程中,要注意工作人员安全保障"""
    return stated(plan.safety.measures) | giving.insures(plan, silent=UNSATISFIED)


@rule(
    "18.5.insurance",
    shows=say("为派出人员全员购买人身意外伤害保险"),
    remedy=say("有条件的，在“安全保障·保险”写明险种和投保人数，如：意外伤害保险，10人。"),
    guard=_may_send_people,
)
def insurance(plan: HelpPlan) -> Judgment:
    """倡议为其购买人生意外伤害保险"""
    return giving.insures(plan, silent=UNDETERMINED)


RULES = (contribute, regions, groups, fields, effort, long_term, warmth, safety, insurance)
