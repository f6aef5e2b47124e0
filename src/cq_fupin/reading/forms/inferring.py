"""Inferences: what a document doesn't state and a careful reader sees nevertheless, always told to be inferred."""

import re

from attrs import evolve

from cq_fupin.reading.forms.passage import Passage
from cq_fupin.reading.forms.said import Said, said
from cq_fupin.words.message import say

_INDUSTRIES = (
    "旅游|餐饮|建筑|建材|物流|运输|电商|电子商务|花卉|园林|畜牧|养殖|水产|渔业|果|茶|粮油|蔬菜|柑橘|药材|食品|饲料|种子"
    "|农机|种业|苗木|蚕桑|农产品|家政|汽车|装饰|印刷|纺织|服装|机械|软件|房地产|酒|包装|物业|家具|化工|船舶|能源|矿业|零售|连锁"
)
#: Which category an organization's name speaks of: the first that fits, if nothing speaks against it.
_CATEGORIES = (
    ("volunteer", "志愿|义工|社工|社会工作", ""),
    ("trade_association", f"行业协会|商会|同业公会|(?:{_INDUSTRIES})[^会]{{0,4}}协会", ""),
    ("medical", "医院|医学|医师|医疗|护理|卫生|中医|红十字", "基金会|慈善|教育|培训"),
    ("education", "教育|培训|学校|幼儿园|助学", "基金会|慈善"),
    ("other", "学会|研究会|基金会|慈善|联谊会|促进会|校友会", "助学|教育|培训|医"),
)
_ORGANIZATION = (
    "协会|商会|学会|研究会|促进会|联合会|联谊会|基金会|公会|总会|慈善会|校友会|志愿者?服务(?:队|团|总队)"
    "|(?:服务|发展|社工|公益|咨询|培训|帮扶|援助|救助)中心|服务社|培训学校|民办[^，。]{0,8}院"
)
_NAMED = re.compile(rf"^([\u4e00-\u9fff（）()·]{{2,30}}?(?:{_ORGANIZATION}))(?!会)")


def category(name: Passage) -> Said:
    """Return the category that an organization's name speaks of, or that it speaks of none.

    >>> from cq_fupin.models.place import Place
    >>> category(Passage("重庆市中药材行业协会", Place(1, 1))).value
    'trade_association'
    """
    for id, pattern, against in _CATEGORIES:
        if re.search(pattern, name.text) and not (against and re.search(against, name.text)):
            note = say("没有写明类别，按名称“{name}”推定", name=name.text)
            return Said(id, evolve(name.place, text=name.text), note)
    note = say("没有写明类别，从名称“{name}”也看不出", name=name.text)
    return Said({"unclear": name.text}, evolve(name.place, text=name.text), note)


def organization(words: Passage) -> Said | None:
    """Return the organization that a title or a signature begins with."""
    found = _NAMED.match(words.text)
    if found is None:
        return None
    name = words.part(0, found.end())
    return said(name, note=say("没有写明名称，按“{text}”推定", text=words.text))
