"""Surroundings: what stands around a name tells whether it is one, or a word, a person, a brand, a place elsewhere."""

import re

from cq_fupin.reading.regions.names import district_names

#: Added to a text that is looked at, so that a sign stands behind each name, and (as `text[-1]`) before it.
MARGIN = "\n"

MUNICIPALITY = frozenset({"重庆市", "重庆", "渝"})
#: Short names of districts that are words too: names only in an enumeration, or with a division behind them.
_WORDS = frozenset({"长寿", "南岸", "江北", "石柱"})
#: Names that are words for places of a kind: names only in an enumeration, or with a division in front.
_KINDS = frozenset(
    {
        "新农村",
        "文明村",
        "示范村",
        "中心村",
        "卫生村",
        "先进村",
        "新村",
        "文明社区",
        "和谐社区",
        "平安社区",
        "中心社区",
        "新社区",
    }
)
_CUT = {
    "万县": ("0123456789０１２３４５６７８９一二三四五六七八九十百千几数", ""),
    "万州": ("0123456789０１２３４５６７８９一二三四五六七八九十百千几数", ""),
    "开县": ("离召展打公放揭推敞避盛", ""),
    "开州": ("离召展打公放揭推敞避盛", "府"),
    "奉节": ("信侍供敬遵", "俭约目日省能水电"),
    "城口": ("进入出县全古新老", "子号"),
    "秀山": ("优清毓灵俊新", "区水林"),
    "云阳": ("彩白乌青浮", "光"),
    "荣昌": ("繁光虚", "盛"),
    "梁平": ("桥栋脊房横大上", "整均坦方直缓"),
    "合川": ("结联综整组集配融符", "东西渝"),
    "大足": ("扩强壮伟最", "球够"),
    "巴南": ("大中小尾嘴", "方下"),
    "江津": ("长沿临", "渡"),
    "南川": ("河湖云海西东江华以", "藏汇"),
    "丰都": ("歉年", "按"),
    "渝北": ("成川鲁", "线"),
    "渝中": ("成川鲁", "线部"),
    "铜梁": ("青黄红", "架柱"),
    "武隆": ("平威英", "重"),
    "彭水": ("", "生"),
    "酉阳": ("", "杂"),
    "黔江": ("西", ""),
    "新乡镇": ("创高革更全崭", ""),
    "通城镇": ("打连沟贯疏畅普", ""),
}  # fmt: skip
#: What makes another word of the beginning of a name (优秀山区), and of its end (秀山水).
CUT = {name: (frozenset(before), frozenset(behind)) for name, (before, behind) in _CUT.items()}
_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕张孔曹严魏姜谢邹喻苏潘葛范彭鲁韦马苗俞袁柳唐薛雷贺倪汤罗郝傅康伍余顾孟"
    "黄尹姚邵汪毛戴宋庞熊舒屈祝董杜蓝季贾童颜郭梅林钟徐邱骆夏蔡田樊胡凌霍卢莫丁邓洪龚程邢陆谭冉刘梁"
)
_ELSEWHERE = re.compile(r"[\u4e00-\u9fff](?:省|自治区|市|县|州|盟|旗|区)\Z")
_OURS = re.compile(r"(?:该|我|本|全|各|两|三|几|多个?|所在|贫困|重点)(?:省|市|县|州|区)\Z")
_HAN = re.compile("[\u4e00-\u9fff]")
_GOES_ON = frozenset("的等和及与在是有共对向从到")
_ORGAN = re.compile(
    "(?:市民|日报|晚报|卫视|机场|火锅|小面|话|人)|[\u4e00-\u9fff]{0,14}?(?:局|委|会|办|院|中心|公司|大学|银行|集团)"
)
#: Behind a name, what makes it a person or a brand.
_NO_PLACE = re.compile(
    "同志|先生|女士|老师|师傅|大爷|大娘|(?:书记|主任|队长|医生|会长|秘书长)(?:说|介绍|表示)|说|表示"
    "|烤鱼|榨菜|小面|豆干|手机|集团|牌|电子|公司|路|大道|大街|酒店|医院"
)
_NO_PLACE_BEGINS = frozenset("同先女老师大书主队医会秘说表烤榨小豆手集牌电公路酒")
_COMMITTEE = re.compile(r"(?:村?民委员会|村?委会|居民委员会|居委会)\Z")
#: The ends of names that no person and no brand has.
_OF_PLACES = frozenset("区县镇乡道会")
#: The ends of divisions that stand in front of those in them.
_DIVIDING = frozenset("省区市县州盟旗")
#: Before a name, what may make it another's: a person's, or a place's elsewhere.
WARNING = _DIVIDING | _SURNAMES
#: Behind a name, what may make another word of its end: 乡村, 县长.
CHANGING = frozenset("村镇庄级务长")
_ORDINARY = _WORDS | _KINDS
_WHERE = frozenset("在到从赴去驻往抵至")
_AND = frozenset("和与及")
_WHERE_OR_AND = _WHERE | _AND


def is_word(name: str, text: str, end: int) -> bool:
    """Tell whether a name that ends there is cut out of other words.

    >>> is_word("平安乡", "平安乡村建设", 3), is_word("开县", "离开县城", 3), is_word("平安乡", "平安乡红岩村", 3)
    (True, True, False)
    """
    start = end - len(name)
    before, behind = text[start - 1 : start], text[end : end + 1]
    if name in CUT:
        left, right = CUT[name]
        if before in left or behind in right:
            return True
    if name[-1] in "乡镇" and behind == "村":
        return text[end : end + 2] not in ("村民", "村委")
    if name[-1] == "县" and behind == "长":
        return before in _SURNAMES
    return name[-1] == "村" and behind in ("镇", "庄", "级", "务")


def has_doubtful_name(name: str) -> bool:
    """Tell whether a name may be something else without a division in front of it: a brand, a kind of place."""
    return name in MUNICIPALITY or _may_be_brand(name) or _is_ordinary(name)


def is_no_name(name: str, text: str, start: int) -> bool:
    """Tell whether a doubtful name that stands alone is none, by what stands before and behind it.

    >>> is_no_name("云阳", "到云阳先生家", 1), is_no_name("云阳", "在云阳。", 1)
    (True, False)
    """
    if name in MUNICIPALITY:
        return _is_no_municipality(name, text, start)
    end = start + len(name)
    if text[end] in _NO_PLACE_BEGINS and _may_be_brand(name) and _NO_PLACE.match(text, end):
        return True
    return _is_ordinary(name) and not _is_listed(name, text, start)


def is_anothers(name: str, text: str, start: int, *, is_alone: bool) -> bool:
    """Tell whether a name behind a sign of `WARNING` is another's: a place's elsewhere, or a person's.

    >>> is_anothers("云台镇", "平昌县云台镇", 3, is_alone=True), is_anothers("云台镇", "该县云台镇", 2, is_alone=True)
    (True, False)
    >>> is_anothers("云阳", "刘云阳先生", 1, is_alone=True), is_anothers("云阳县", "刘云阳县", 1, is_alone=True)
    (True, False)
    """
    if text[start - 1] in _DIVIDING and _ELSEWHERE.search(before := text[max(0, start - 4) : start]):
        return _OURS.search(before) is None
    is_persons = text[start - 1] in _SURNAMES and name[-1] not in _OF_PLACES and name not in MUNICIPALITY
    return is_alone and is_persons


def _may_be_brand(name: str) -> bool:
    return name[-1] != "村" and name[-1] not in _OF_PLACES


def _is_ordinary(name: str) -> bool:
    """Whether a name is a word for a kind of place, or another; committees are called by their villages."""
    if name[-1] == "会":
        name = _COMMITTEE.sub("村", name)
    return name.replace("村村", "村") in _ORDINARY


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a village that nothing before has prepared is surely one: behind a word for where, or a mark.

    >>> stands_alone("他到富裕村走访", 2, 5), stands_alone("在富裕村。", 1, 4), stands_alone("闻名的富裕村。", 3, 6)
    (False, True, False)
    """
    before, behind = text[start - 1], text[end]
    if "\u4e00" <= before <= "\u9fff" and before not in _WHERE_OR_AND:
        return False
    return behind in _GOES_ON or not "\u4e00" <= behind <= "\u9fff"


def _is_no_municipality(name: str, text: str, start: int) -> bool:
    end = start + len(name)
    if name == "渝" or not _HAN.match(text, end) or text[end] in _GOES_ON:
        return name == "渝"
    return text[start - 1 : start] not in _WHERE or _ORGAN.match(text, end) is not None


def _is_listed(name: str, text: str, start: int) -> bool:
    """Whether a name stands in an enumeration: 云阳、江北."""
    end = start + len(name)
    if text[start - 1 : start] == "、" or text[end : end + 1] == "、":
        return True
    return text[end : end + 1] in _AND and text[end + 1 : end + 3] in district_names()
