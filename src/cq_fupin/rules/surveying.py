"""Surveys: whether somebody went and looked before the first measure (第五条第(四)项)."""

import re

from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.judgment import SATISFIED, UNDETERMINED, Judgment
from cq_fupin.rules.predicates import stated, when
from cq_fupin.rules.timing import compared, first_start

# 解释：“电话走访”“未实地走访”里也有走访二字，不当作走访，也不当作没有走访，留给人判断
# （docs/decisions/0013-survey-by-visit.md）
_VISIT = "(?:visit|走访|实地|入户|上门|驻村)"
_AT_A_DISTANCE = f"(?:电话|网络|网上|线上|视频|微信){_VISIT}+"
_DENIAL = (
    "(?:没|不(?!定期|少于|低于|漏|落|仅|但|同|稳定)|未(?!脱贫)|无(?!遗漏|死角)|非(?!贫困)"
    "|代替|取代|取消|停止|暂停|暂缓)"
)
_NOT_A_VISIT = re.compile(f"{_AT_A_DISTANCE}|{_DENIAL}[^，。；、,;]{{0,6}}?{_VISIT}+")


def is_by_visit(plan: HelpPlan) -> Judgment:
    """Judge whether the survey was by visit: its method is one, or it has a date and no method."""
    undated = stated(plan.survey.date)
    return when(plan.survey.method, _is_visit, silent=undated, none=UNDETERMINED)


def is_in_time(plan: HelpPlan) -> Judgment:
    """Judge whether the survey's date, if any, is not after the first start."""
    start = first_start(plan)
    return when(
        plan.survey.date, lambda day: day.not_after(start) or None, silent=SATISFIED, note=compared(start)
    )


def _is_visit(method: str) -> bool | None:
    return True if re.search(_VISIT, _NOT_A_VISIT.sub("", method)) else None
