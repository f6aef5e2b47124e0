"""开州区补充要求的规则（虚构的示例）。"""

from datetime import date

from cq_fupin import Force, HelpPlan, Judgment, Requirement, RuleSet, Supplement, rule
from cq_fupin.rules import at_least, every, lies_in, not_after, regions, some, stated

KAIZHOU = Supplement("kaizhou", "开州区社会组织帮扶工作补充要求（示例）", "1.0")


def in_kaizhou(plan: HelpPlan) -> Judgment:
    """只问在开州区帮扶的方案。"""
    return some(regions(plan), lambda region: lies_in(region, "500154"))


@rule(
    Requirement(
        "kaizhou.1",
        KAIZHOU,
        place="第一条",
        name="制定时间",
        quote="在本区开展帮扶的社会组织,应当在2020年7月31日前制定帮扶方案",
        force=Force.MUST,
        cue="应当",
    ),
    shows="2020年7月31日前制定方案",
    remedy="在“制定日期”写明日期，如：2020-07-15。",
    guard=in_kaizhou,
)
def in_time(plan: HelpPlan) -> Judgment:
    return not_after(plan.dated, date(2020, 7, 31))


@rule(
    Requirement(
        "kaizhou.2",
        KAIZHOU,
        place="第二条",
        name="每项成效",
        quote="每项帮扶措施应当写明预期成效",
        force=Force.MUST,
        cue="应当",
    ),
    shows="每项措施都有预期成效",
    remedy="为每项措施写明“预期成效”，如：带动贫困户30户。",
    guard=in_kaizhou,
)
def results(plan: HelpPlan) -> Judgment:
    return every(plan.measures, lambda measure: stated(measure.results))


@rule(
    Requirement(
        "kaizhou.3",
        KAIZHOU,
        place="第三条",
        name="投入资金",
        quote="鼓励社会组织投入单笔三万元以上的帮扶资金",
        force=Force.SHOULD,
        cue="鼓励",
    ),
    shows="有一笔三万元以上的资金",
    remedy="有条件的，在“资源·资金”写明来源和金额，如：会费30000元。",
    guard=in_kaizhou,
)
def funds(plan: HelpPlan) -> Judgment:
    return some(plan.resources.funds, lambda fund: at_least(fund.amount, 30_000))


RULES = RuleSet((in_time, results, funds))
