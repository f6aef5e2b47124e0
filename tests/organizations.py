"""Organizations to whom the articles speak, for tests: the one that a rule is asked of."""

TRADE, EDUCATION, MEDICAL, VOLUNTEER, OTHER = (
    {"类别": category}
    for category in ("行业协会商会类", "教育培训类", "医疗卫生类", "志愿服务类", "其它各类")
)
CHARITY, SOCIAL_WORK, COUNSELLING = (
    {"类别": "其它各类", "特征": [trait]} for trait in ("慈善组织", "社会工作服务机构", "心理咨询辅导类")
)
BY_ARTICLE: dict[str, dict[str, object]] = {
    "6": TRADE, "7": EDUCATION, "8": MEDICAL, "9": VOLUNTEER, "10": OTHER,
}  # fmt: skip
BY_RULE: dict[str, dict[str, object]] = {
    "8.special-fund": CHARITY,
    "8.illness-poverty": CHARITY,
    "9.social-work": SOCIAL_WORK,
    "10.1.pairing": TRADE,
    "10.1.household": TRADE,
    "16.counselling": COUNSELLING,
}


def addressed(rule: str) -> dict[str, object]:
    """Return an organization that a rule speaks to, with a name."""
    said = BY_RULE.get(rule) or BY_ARTICLE.get(rule.partition(".")[0], OTHER)
    return {"名称": "助困会", **said}
