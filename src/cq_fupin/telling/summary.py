"""The summary: what a report comes to, in plain words, with its scope."""

from collections import Counter
from collections.abc import Mapping

from cq_fupin.checking.finding import Finding
from cq_fupin.checking.report import Conclusion, Report
from cq_fupin.models.norm import Norm
from cq_fupin.words.citation import Citation
from cq_fupin.words.force import Force, Level
from cq_fupin.words.message import Message, say, say_count
from cq_fupin.words.outcome import Outcome

LEVELS: Mapping[Level, Message] = {
    Level.ERROR: say("错误"),
    Level.WARNING: say("警告"),
    Level.NOTE: say("提示"),
    Level.NONE: say("参考"),
}
OUTCOMES: Mapping[Outcome, Message] = {
    Outcome.SATISFIED: say("符合"),
    Outcome.UNSATISFIED: say("不符合"),
    Outcome.UNDETERMINED: say("待判定"),
    Outcome.INAPPLICABLE: say("不适用"),
}
CONCLUSIONS: Mapping[Conclusion, Message] = {
    Conclusion.CONFORMS: say("符合"),
    Conclusion.DOES_NOT_CONFORM: say("不符合"),
    Conclusion.UNDETERMINED: say("待判定"),
    Conclusion.PARTIAL: say("部分核对"),
}
#: What the parts of a receipt are called.
RECEIPT: Mapping[str, Message] = {
    "library": say("本库版本"),
    "guideline": say("指引"),
    "rules": say("所用规则"),
    "data": say("数据"),
    "plan": say("方案"),
    "waivers": say("豁免"),
    "on": say("核对日期"),
    "supplements": say("补充规定"),
}
_UNUSED = say("未采用")


def outcome(finding: Finding) -> Message:
    """Return the word for what a finding found; of a permission that it isn't used."""
    is_unused = finding.outcome is Outcome.INAPPLICABLE and finding.force is Force.MAY
    return _UNUSED if is_unused else OUTCOMES[finding.outcome]


def conclusion(report: Report) -> Message:
    r"""Return the conclusion in one sentence.

    >>> from cq_fupin.checking.check import check
    >>> from cq_fupin.reading.plans import parse_plan
    >>> str(conclusion(check(parse_plan("标题: 甲\n组织: {名称: 乙, 类别: 其它各类}", "yaml"))))[:22]
    '结论：不符合第五条、第十条、第十八条的要求，'
    """
    articles = tuple(Citation("art", number).told for number in _articles(report))
    articles += tuple(supplement.told for supplement in report.supplements)
    if report.conclusion is Conclusion.DOES_NOT_CONFORM:
        unmet = _count(report, Level.ERROR)
        told = say_count("结论：不符合{articles}的要求，有{count}项须补正", unmet, articles=articles)
        return _with_waived(told, report, Level.ERROR)
    if report.conclusion is Conclusion.UNDETERMINED:
        open_ = _count(report, Level.WARNING)
        told = say_count("结论：待判定，{articles}的要求中有{count}项须先明确", open_, articles=articles)
        return _with_waived(told, report, Level.WARNING)
    if report.conclusion is Conclusion.PARTIAL:
        return _in_part(articles)
    return say("结论：符合{articles}的要求", articles=articles)


def _with_waived(told: Message, report: Report, level: Level) -> Message:
    """Return a conclusion with how many of the findings that it counts are waived; it is the same with them."""
    waived = sum(
        finding.unwaived_level is level and finding.waiver is not None for finding in report.findings
    )
    return say_count("{conclusion}，其中{count}项已豁免", waived, conclusion=told) if waived else told


def _in_part(articles: tuple[Message, ...]) -> Message:
    if not articles:
        return say("结论：没有核对任何规则")
    return say("结论：部分核对，所核对的{articles}各项都符合，其余没有核对", articles=articles)


def counts(report: Report) -> Message:
    """Return how many rules came to what."""
    told = Counter(outcome(finding) for finding in report.findings)
    words = tuple(word for word in (*OUTCOMES.values(), _UNUSED) if told[word])
    parts = tuple(say("{outcome}{number}项", outcome=word, number=told[word]) for word in words)
    return say_count("核对{count}项：{outcomes}", len(report.findings), outcomes=parts)


def scope(report: Report) -> Message:
    """Return how many norms were not checked."""
    articles = _articles(report)
    others = sum(
        norm.citation.part != "art" or norm.citation.number not in articles for norm in report.guideline.norms
    )
    left_out = sum(report.guideline.norm(id).citation.number in articles for id in report.deselected)
    unchecked = say_count("其他各条的{count}项规范没有核对", others)
    if not left_out:
        return unchecked
    return say(
        "{deselected}；{unchecked}",
        deselected=say_count("另有{count}条规则没有选用", left_out),
        unchecked=unchecked,
    )


def advice(report: Report) -> Message:
    """Return what a report is worth: the guideline was issued for reference."""
    told = say(
        "依据《重庆市社会组织参与脱贫攻坚工作指引》（{edition}年）。指引“供工作中掌握和参考”，"
        "本报告只提核对意见，不作决定。",
        edition=report.guideline.edition,
    )
    if not report.supplements:
        return told
    others = tuple(
        say("{document}（规则版本 {version}）", document=each.told, version=each.version)
        for each in report.supplements
    )
    return say(
        "{advice}另按{supplements}核对：那不是指引的内容，规则由其提供者负责。",
        advice=told,
        supplements=others,
    )


def _articles(report: Report) -> tuple[int, ...]:
    norms = (finding.norm for finding in report.findings)
    return tuple(sorted({norm.citation.number or 0 for norm in norms if isinstance(norm, Norm)}))


def _count(report: Report, level: Level) -> int:
    return sum(finding.unwaived_level is level for finding in report.findings)
