"""Organizations to whom the articles speak, for tests: the one that a rule is asked of."""

from typing import TypeAlias

Tree: TypeAlias = dict[str, object]


def _of(category: str, *traits: str) -> Tree:
    return {"名称": "助困会", "类别": category} | ({"特征": [*traits]} if traits else {})


OTHER = _of("其它各类")
TRADE = _of("行业协会商会类")
BY_ARTICLE: dict[str, Tree] = {
    "6": TRADE, "7": _of("教育培训类"), "8": _of("医疗卫生类"), "9": _of("志愿服务类"), "10": OTHER,
}  # fmt: skip
BY_RULE: dict[str, Tree] = {
    "8.special-fund": _of("其它各类", "慈善组织"),
    "8.illness-poverty": _of("其它各类", "慈善组织"),
    "9.social-work": _of("其它各类", "社会工作服务机构"),
    "10.1.pairing": TRADE,
    "10.1.household": TRADE,
    "16.counselling": _of("其它各类", "心理咨询辅导类"),
}


def addressed(rule: str) -> Tree:
    """Return an organization that a rule speaks to."""
    return BY_RULE.get(rule) or BY_ARTICLE.get(rule.partition(".")[0], OTHER)
