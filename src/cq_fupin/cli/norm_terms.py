"""What the table of norms says in English, told in the user's language."""

from cq_fupin.models.norm import Norm
from cq_fupin.models.relation import RelationKind
from cq_fupin.models.requirement import IMPERATIVE, Requirement
from cq_fupin.reading.reasons import load_reasons
from cq_fupin.rules.catalogue import RULES
from cq_fupin.words.force import Force, Weight
from cq_fupin.words.message import Message, say

FORCES = {
    Force.MUST: say("要求"),
    Force.SHOULD: say("鼓励"),
    Force.MAY: say("可以"),
    Force.ATTEND: say("注意"),
}
WEIGHTS = {
    Weight.CONCLUSION: say("影响结论"),
    Weight.SUGGESTION: say("建议"),
    Weight.NONE: say("不计入"),
}
#: What a related norm is to the one that is explained.
RELATIONS = {
    RelationKind.GENERAL: say("总的要求"),
    RelationKind.PARTICULAR: say("其中的具体要求"),
    RelationKind.FIELDS: say("看方案的同样内容"),
    RelationKind.ALIKE: say("相近的要求"),
    RelationKind.ITEM: say("同一项"),
}
_ADDRESSEES = {
    "all social organizations": say("所有社会组织"),
    "trade associations and chambers of commerce": say("行业协会商会"),
    "education and training organizations": say("教育培训类社会组织"),
    "education and training institutions": say("教育培训机构"),
    "organizations in the field of education, trade associations included": say(
        "教育领域的社会组织（含行业协会）"
    ),
    "medical and health organizations": say("医疗卫生类社会组织"),
    "charitable organizations": say("慈善组织"),
    "medical and health organizations; charitable organizations": say("医疗卫生类社会组织、慈善组织"),
    "volunteer service organizations": say("志愿服务组织"),
    "social work service agencies": say("社会工作服务机构"),
    "volunteer service organizations; social work service agencies": say("志愿服务组织、社会工作服务机构"),
    "psychological counselling organizations": say("心理咨询辅导类社会组织"),
    "other social organizations": say("其它各类社会组织"),
    "civil affairs and poverty departments": say("民政部门、扶贫部门"),
    "supervisory units": say("业务主管单位"),
    "aided localities": say("受援地"),
}
_CONDITIONS = {
    "those that are able to": say("有条件的"),
    "member units that are able to": say("有条件的会员单位"),
    "organizations that have a supervisory unit": say("有业务主管单位的社会组织"),
    "important projects, with the donor's consent": say("重要项目，且捐赠者同意"),
    "a plan that helps disabled people": say("方案帮扶残障人士时"),
    "a plan that helps left-behind people": say("方案帮扶留守人员时"),
    "a plan that promotes local produce": say("方案推销当地产品时"),
    "a plan that develops an industry": say("方案发展产业时"),
    "a plan that sends people": say("方案派出人员时"),
}


def addressee(norm: Norm) -> Message:
    """Return of whom it is asked."""
    return _ADDRESSEES[norm.addressee]


def condition(norm: Norm) -> Message | None:
    """Return when it is asked, where not always."""
    return _CONDITIONS[norm.condition] if norm.condition else None


def cue(norm: Norm | Requirement) -> Message:
    """Return the word that carries its force."""
    return say("祈使句") if norm.cue == IMPERATIVE else say("“{cue}”", cue=norm.cue)


def why_no_rule(norm: Norm) -> Message | None:
    """Return why no rule checks a norm, or None where one does.

    >>> from cq_fupin.reading.guideline import load_guideline
    >>> str(why_no_rule(load_guideline().norm("5.8.continuity")))
    '帮扶是否真的延续，事后才看得出'
    """
    if norm.id in RULES:
        return None
    return say(load_reasons()[norm.id].reason)
