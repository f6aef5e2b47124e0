"""Inferences: what a document doesn't state and a careful reader sees nevertheless, always told to be inferred."""

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from cq_fupin.reading.forms.clauses import ENDS
from cq_fupin.reading.forms.passage import Passage
from cq_fupin.reading.forms.said import Said, said
from cq_fupin.words.message import Message, say

_INDUSTRIES = (
    "旅游|餐饮|建筑|建材|物流|运输|电商|电子商务|花卉|园林|畜牧|养殖|水产|渔业|果|茶|粮油|蔬菜|柑橘|药材|食品|饲料|种子"
    "|农机|种业|苗木|蚕桑|农产品|家政|汽车|装饰|印刷|纺织|服装|机械|软件|房地产|酒|包装|物业|家具|化工|船舶|能源|矿业|零售|连锁"
)
#: Which category an organization's name speaks of: the first that fits, if nothing speaks against it.
_CATEGORIES = (
    ("volunteer", "志愿|义工|社工|社会工作", ""),
    ("trade_association", f"(?<![企创就专])业协会|商会|同业公会|(?:{_INDUSTRIES})[^会]{{0,4}}协会", ""),
    ("medical", "医院|医学|医师|医疗|护理|卫生|中医|红十字", "基金会|慈善|教育|培训"),
    ("education", "教育|培训|学校|幼儿园|助学", "基金会|慈善"),
    ("other", "学会|研究会|基金会|慈善|联谊会|促进会|校友会", "助学|教育|培训|医"),
)
_ORGANIZATION = (
    "协会|商会|学会|研究会|促进会|联合会|联谊会|基金会|公会|总会|慈善会|校友会|志愿者?服务(?:队|团|总队)"
    "|(?:服务|发展|社工|公益|咨询|培训|帮扶|援助|救助)中心|服务社|培训学校|民办[^，。]{0,8}院"
)
#: What says that the work is in the organization's plan of the year; what ought to be in it, isn't yet.
_IN_ANNUAL_PLAN = re.compile(
    "(?<=[\u4e00-\u9fff])(?:列入|纳入|写入|编入)(?:了|到|进)?(?:[^，,；;。]{0,16}(?:会|中心|社|队|单位|组织|机构|学校|院)(?<!委会)(?<!委员会)(?:的)?)?"
    "(?:[0-9]{4}年)?(?:年度|[0-9]{4}年度?)(?:的)?(?:重点)?(?:工作)?(?:计划|要点)"
)
_NOT_YET = re.compile(
    "[未没不无非拟应须需可请如若]|要(?!点)|将(?=[列纳写编]入)|计划(?=[列纳写编]入)|争取|力争|建议|希望|是否|尽快|考虑|准备|打算|[?？]"
)
_YEAR = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_ANY_YEAR = range(10_000)
_SENTENCE_ENDS = "[；;。！!?？\n]"
#: Who has plans of their own: 县委、县政府列入年度工作计划 says nothing of the organization's.
_OTHERS = re.compile("政府|[党区县市省村镇乡]委|中央|国家|部门|局|办|[全各][国市省区县乡镇村]|村|乡|镇|街道")
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


def in_annual_plan(words: Passage, years: range = _ANY_YEAR) -> Said | None:
    """Return that a clause without a label says that the work is in the plan of the year, of one of those of the plan.

    >>> from cq_fupin.models.place import Place
    >>> texts = ("本项工作列入年度工作计划", "拟列入年度工作计划", "2019年，本项工作列入年度工作计划")
    >>> [in_annual_plan(Passage(text, Place(1, 1)), range(2020, 2021)) is not None for text in texts]
    [True, False, False]
    """
    for clause in (part for sentence in _of_years(words, years) for part in sentence.split(ENDS)):
        found = _IN_ANNUAL_PLAN.search(clause.text)
        if found and not _NOT_YET.search(clause.text) and not _OTHERS.search(clause.text[: found.start()]):
            return said(clause, value="是", note=by_sentence(clause))
    return None


def years_of(texts: Iterable[str]) -> range:
    """Return the years from the first that texts name to the last; any year if they name none.

    >>> years_of(["2020-03-01", "2019年6月至2021年5月"]), 1999 in years_of(["帮扶方案"])
    (range(2019, 2022), True)
    """
    named = [int(year) for text in texts for year in _YEAR.findall(text)]
    return range(min(named), max(named) + 1) if named else _ANY_YEAR


def _of_years(words: Passage, years: range) -> Iterator[Passage]:
    """Yield the sentences that name no year, or one of those."""
    for sentence in words.split(_SENTENCE_ENDS):
        named = _YEAR.findall(sentence.text)
        if not named or any(int(year) in years for year in named):
            yield sentence


def by_sentence(words: Passage) -> Message:
    """Return what is told of a value that a sentence without a label says."""
    return say("没有栏目名，按这句话理解：“{text}”", text=words.text)


def organization(words: Passage) -> Said | None:
    """Return the organization that a title or a signature begins with."""
    found = _NAMED.match(words.text)
    if found is None:
        return None
    name = words.part(0, found.end())
    return said(name, note=say("没有写明名称，按“{text}”推定", text=words.text))
