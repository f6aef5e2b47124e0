"""Clauses: what a sentence says for certain, where its heading tells what it is about: 每半年向业务主管单位报送一次.

Only words that can mean one thing are taken, and a sentence that denies anything is left alone; the whole of it is
kept beside the plan.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from cq_fupin.models.interval import Interval
from cq_fupin.models.undertakings import FollowUpMethod, InsuranceKind, Recipient
from cq_fupin.models.vocabulary import Vocabulary
from cq_fupin.reading.forms.doubts import is_doubtful, lapsed_apart
from cq_fupin.reading.forms.labels import key_at
from cq_fupin.reading.forms.listing import listed
from cq_fupin.reading.forms.passage import Passage
from cq_fupin.reading.forms.said import Saying, said
from cq_fupin.reading.intervals import read_interval
from cq_fupin.reading.values import vocabulary_of

_DENIES = re.compile("不(?!少于|低于|定期)|[未无没免]|暂缓|取消|除外")
_NUMERAL = "[一二两三四五六七八九十0-9]{1,2}"
_INTERVAL = re.compile(
    rf"[每按](?:{_NUMERAL}|半)?个?(?:日|天|周|星期|月|季度?|半年|学期|年)(?:至少|不少于)?(?:{_NUMERAL}次)?|(?<!不)定期"
)
_UNTIL = re.compile(
    "(?:到(?=.{4,12}(?:为止|止))|持续到|持续至|延续到|延续至|截至|截止到?|直到|至)([0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?)"
)
_BY_ITSELF = re.compile("^([\u4e00-\u9fff]{1,8}(?:会|处|部|组|办|办公室|长|人|员|监事))(?=每|定期|负责|按)")
_BY_LAST = re.compile("(?:^|[，,；;])([\u4e00-\u9fff]{2,10}?)(?:具体|统一)?(?:负责|牵头)")
_BY = re.compile(r"由([^，。；、,;]{2,20}?)(?:具体|牵头|统一)?(?:负责|督促|检查|督查|组织|进行|每|定期|开展)")
_JOURNEYS = "交通|旅游|旅行|出行|航空|乘车|驾乘|乘客"
#: What forbids something on the way, and denies nothing else: 不进村, 不得疲劳驾驶.
_FORBIDS = re.compile(
    "[^未无没免保险购投费含责担]*不(?:得|准|进|出|外出|上|下|走|去|单独|饮|喝|超|疲劳|涉)[^未无没免保险购投费含责担]*"
)
#: Who is insured pays for it.
_BY_THEMSELVES = re.compile("自理|自费|自购|自行[购投办]|自愿[购投]")
_OF_INSURANCE = re.compile("保额|保费|保单|保险(?:期|金额)")
#: What says that the work is looked after.
CHECKS = re.compile("检查|督查|督导|督促|监督|监管|考核|抽查")
_INDICATORS = re.compile("指标(?:主要)?(?:(?:为|是|有|包括|包含)[:：]?|[:：])([^。；;\n]+)")
_INSURED = re.compile(r"[0-9]{1,5}\s*[名人份]|全体|(?<!安)全员|(?:所有|均|全部)(?=[^，。；;]{0,8}?[投参购])")
_REGISTERED = r"(?:已|现有|目前)(?:经)?注册(?:爱心人士)?([0-9]{1,5}\s*[名人个]|全体)"
_TO_REGISTER = (
    r"(?:计划|拟|新增|目标|再)(?:新增)?(?:注册|动员)?(?:爱心人士)?(?:达到?)?([0-9]{1,5}\s*[名人个]|全体)"
)
#: Where clauses end.
ENDS = "[，,；;。\n]"
#: The same, outside brackets.
_ENDS_OUTSIDE = f"{ENDS}(?![^（(]{{0,60}}[）)])"

Fields: TypeAlias = dict[str, Saying]


def reporting(words: Passage) -> list[Saying]:
    """Return the reports of a text: each clause to whom and how often, or its words.

    >>> from cq_fupin.models.place import Place
    >>> [report] = reporting(Passage("每半年向业务主管单位报送一次", Place(1, 1)))
    >>> report["to"][0].value, report["interval"].value
    ('业务主管单位', '每半年')
    """
    found: list[Saying] = []
    several = len(_INTERVAL.findall(words.text)) > 1
    for clause in words.split("[，,；;。\n]" if several else "[；;。\n]"):
        to, interval = _named(clause, Recipient), _interval(clause)
        is_clear = bool(to) and interval is not None and _DENIES.search(clause.text) is None
        if is_clear and interval is not None:
            found.append({"to": [*to], "interval": interval})
        elif interval is not None or to:
            unclear: Fields = {"to": said(clause, value={"unclear": clause.text})}
            found.append(unclear if interval is None else unclear | {"interval": interval})
    return found or [{"to": said(words, value={"unclear": words.text})}]


def supervision(words: Passage) -> Fields:
    """Return how often and by whom a text says that the work is looked after."""
    told = [part for part in words.split(ENDS) if CHECKS.search(part.text)]
    if len(told) == 1 and len(_INTERVAL.findall(words.text)) > 1:
        return supervision(told[0])
    by = next(filter(None, (pattern.search(words.text) for pattern in (_BY, _BY_ITSELF, _BY_LAST))), None)
    indicators = _INDICATORS.search(words.text)
    return _certain(
        words,
        interval=_interval(words),
        by=said(words.part(*by.span(1))) if by else None,
        indicators=[*listed((words.part(*indicators.span(1)),), key_at("supervision.indicators"))]
        if indicators
        else None,
    )


def follow_up(words: Passage) -> Fields:
    """Return how often and in which ways a text says that people are asked again."""
    until = _UNTIL.search(words.text)
    return _certain(
        words,
        interval=_interval(words) or _once(words),
        methods=[*_named(words, FollowUpMethod)] or None,
        until=said(words.part(*until.span(1))) if until else None,
    )


def _once(words: Passage) -> Saying | None:
    found = re.search("[一1]次(?!性|以上)", words.text)
    return said(words.part(*found.span())) if found and not re.search("[每按]|定期", words.text) else None


def insurance(words: Passage) -> Fields:
    """Return which insurance a text says is bought, and for how many."""
    kinds, insured = _insurances(words), list(_INSURED.finditer(words.text))
    if len(kinds) != 1 or _BY_THEMSELVES.search(words.text) or any(map(_denies, words.split(ENDS))):
        return {}
    numbers = [one for one in insured if one[0][0].isdecimal()] or insured[:1]
    if len(numbers) != 1:
        return {"kind": kinds[0]}
    number = words.part(*numbers[0].span()).stripped("份")
    everyone = None if number.text[0].isdecimal() else "全体"
    return {"kind": kinds[0], "insured": said(number, value=everyone)}


def _denies(clause: Passage) -> bool:
    return _DENIES.search(clause.text) is not None and _FORBIDS.fullmatch(clause.text) is None


def _insurances(words: Passage) -> tuple[Saying, ...]:
    """Return the insurances that a text names; one for a journey is not that for persons: 交通意外险."""
    names = f"(?:{_JOURNEYS})?(?:{_pattern(vocabulary_of(InsuranceKind))})"
    return tuple(said(words.part(*found.span())) for found in re.finditer(names, words.text))


def safety(words: Passage) -> Fields:
    """Return what a text says is done for safety, and which insurance it names."""
    bought = insurance(words)
    clauses = [part for part in words.split(_ENDS_OUTSIDE) if not bought or not _is_of_insurance(part)]
    measures = lapsed_apart(listed(clauses, key_at("safety.measures")))
    found: Fields = {"measures": measures} if measures else {}
    return {**found, "insurance": bought} if bought else found


def names_insurance(words: Passage) -> bool:
    """Tell whether a text names an insurance."""
    return bool(_insurances(words))


def _is_of_insurance(clause: Passage) -> bool:
    """Tell whether a clause says which insurance is bought, or only for how many."""
    return bool(_insurances(clause) or _OF_INSURANCE.search(clause.text)) or bool(
        re.fullmatch(rf"(?:共|约)?(?:{_INSURED.pattern})(?:人员|队员|志愿者)?", clause.text)
    )


def _certain(words: Passage, **found: Saying | None) -> Fields:
    if _DENIES.search(words.text) or is_doubtful(words.text):
        return {}
    return {key: saying for key, saying in found.items() if saying is not None}


def _interval(words: Passage) -> Saying | None:
    """Return the interval that a text names, if it names one."""
    found = [match.span() for match in _INTERVAL.finditer(words.text)]
    if len(found) != 1 or not isinstance(read_interval(words.text[slice(*found[0])]), Interval):
        return None
    return said(words.part(*found[0]))


def _named(words: Passage, kind: Any) -> tuple[Saying, ...]:
    """Return the entries of a vocabulary that a text names, the longest names first."""
    pattern = _pattern(vocabulary_of(kind))
    return tuple(said(words.part(*match.span())) for match in re.finditer(pattern, words.text))


def _pattern(vocabulary: Vocabulary[Any]) -> str:
    names = {name for entry in vocabulary for name in (entry.name, *entry.aliases) if len(name) > 1}
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


def volunteers(words: Passage) -> Fields:
    """Return how many a text says are registered and are to be, or how they are won."""
    found: Fields = {}
    for key, pattern in (("registered", _REGISTERED), ("target", _TO_REGISTER)):
        if number := re.search(pattern, words.text):
            found[key] = said(words.part(*number.span(1)))
    return found or {"how": said(words)}


#: What is taken from a text where a record with keys of its own belongs.
CLAUSES: Mapping[str, Callable[[Passage], Fields]] = MappingProxyType(
    {
        "supervision": supervision,
        "follow_up": follow_up,
        "safety": safety,
        "safety.insurance": insurance,
        "online_volunteers": volunteers,
    }
)
