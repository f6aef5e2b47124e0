"""What regions are called by, told in the user's language."""

from cq_fupin.models.region import Designation, RegionLevel
from cq_fupin.models.regions import MatchKind
from cq_fupin.words.message import Message, say

DESIGNATIONS = {
    Designation.NATIONAL_KEY_COUNTY: say("国家级扶贫开发工作重点区县"),
    Designation.MUNICIPAL_KEY_COUNTY: say("市级扶贫开发工作重点区县"),
    Designation.DEEP_POVERTY_TOWNSHIP: say("深度贫困乡镇"),
    Designation.DESIGNATED_VILLAGE: say("定点攻坚村"),
}
LEVELS = {
    RegionLevel.MUNICIPALITY: say("直辖市"),
    RegionLevel.DISTRICT: say("区县"),
    RegionLevel.TOWNSHIP: say("乡镇、街道"),
    RegionLevel.VILLAGE: say("村、社区"),
}
KINDS = {
    MatchKind.CODE: say("代码"),
    MatchKind.OFFICIAL: say("官方名称"),
    MatchKind.QUALIFIED: say("带上级的名称"),
    MatchKind.PRINTED: say("附件所印的名称"),
    MatchKind.SHORT: say("简称"),
    MatchKind.FORMER: say("曾用名"),
    MatchKind.LATER: say("后来的名称"),
    MatchKind.FUNCTIONAL_AREA: say("功能区名称"),
}


def designations(these: frozenset[Designation]) -> tuple[Message, ...]:
    """Return designations in the order of the guideline."""
    return tuple(told for designation, told in DESIGNATIONS.items() if designation in these)
