"""Surveys: whether somebody went and looked before the first measure (第五条第(四)项)."""

import re
from functools import lru_cache

from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.judgment import SATISFIED, UNDETERMINED, Judgment, opened_by
from cq_fupin.rules.predicates import stated, when
from cq_fupin.rules.timing import compared, first_start, unknown_starts
from cq_fupin.rules.view import bare

# 解释：“电话走访”“未实地走访”“走访改为问卷”“拟走访”里也有走访二字，不当作走访，也不当作没有走访，
# 留给人判断（docs/decisions/0013-survey-by-visit.md）
_VISIT = "(?:visit|走访|实地|入户|上门|驻村)"
_FAR = "(?:电话|网络|网上|线上|视频|微信)"
_NOT = (
    "没(?!有)|没有(?!劳动|收入|住房|文化|技术|任何遗漏)|不(?!定期|少于|低于|漏|落|仅|但|同|稳定)"
    "|未(?!脱贫|就业|成年|婚)|无(?=法|需|须|条件|力|从)|非(?!贫困)|取消|停止|暂停|暂缓|推迟|延期"
)
_DOUBTS = (
    f"{_FAR}{_VISIT}",
    rf"{_VISIT}[（(]{_FAR}",
    f"(?:{_NOT}|代替|取代|代(?!表|理)|拟|(?<![按照])计划|准备|打算).{{0,8}}?{_VISIT}",
    f"{_VISIT}.{{0,12}}?(?:{_NOT}|改为|改用|待(?!业|遇|富))",
    f"(?:no|not|without|instead of)\\b.{{0,20}}?{_VISIT}|{_VISIT}.{{0,20}}?(?:not|cancel|postpone)",
)
# Patterns are text: compiled when the first method is read.
_DOUBTFUL = "(?i)" + "|".join(_DOUBTS)
_LONGEST = 2_000
_CLAUSE = "[，。；、,;\\n]+"


def is_by_visit(plan: HelpPlan) -> Judgment:
    """Judge whether the survey was by visit: its method is one, or it has a date and no method."""
    survey = plan.survey
    if bare(survey.method) is None and bare(survey.date) is not None:
        return stated(survey.date)
    return when(survey.method, _is_visit, none=UNDETERMINED)


def is_in_time(plan: HelpPlan) -> Judgment:
    """Judge whether the survey's date, if any, is not after the first start."""
    start, day = first_start(plan), plan.survey.date
    judgment = when(
        day, lambda day: day.not_after(start) or None, silent=SATISFIED, note=lambda: compared(start)
    )
    if bare(day) is None or not judgment.is_undetermined:
        return judgment
    return opened_by(judgment, unknown_starts(plan))


@lru_cache(maxsize=1024)  # plans say it in much the same words
def _is_visit(method: str) -> bool | None:
    """One clause that speaks of a visit and leaves no doubt is enough."""
    clauses = re.split(_CLAUSE, method[:_LONGEST])
    return (
        True if any(re.search(_VISIT, part) and not re.search(_DOUBTFUL, part) for part in clauses) else None
    )
