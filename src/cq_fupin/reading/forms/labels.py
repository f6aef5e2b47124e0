"""Labels: which field of a plan people mean by the words in front of a value."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from attrs import frozen

from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.bundled import bundled_rows
from cq_fupin.reading.keys import Key, own_keys
from cq_fupin.words.numerals import half_width

#: The path of the whole plan.
PLAN = ""
#: Time in which a measure is carried out: its start and its end in one.
SPAN = "measures.span"
_OTHER = "other"
#: Who pays for a measure: a fund of the plan.
SOURCE = "measures.source"
_SEPARATOR = ";"
_LONGEST = 24
#: The records of whose fields other labels are known by what they are like.
_RECORDS = (
    "", "measures", "liaisons", "resources.people", "resources.funds", "resources.goods",
    "supervision", "follow_up", "reports", "safety.insurance",
)  # fmt: skip
#: What people intend with what they name: 加强安全防护, 做好回访.
_INTENT = "(?:切实|认真|及时)?(?:加强|做好|强化|落实|严格|抓好|完善|健全|建立|注重|及时)"
_INTENDED = re.compile(f"^{_INTENT}")
_AROUND = re.compile(
    "^(?:拟|可|预计|计划|本次|本项目|本年度|主要|具体|其他|相关|有关)+"
    f"|^{_INTENT}|(?:情况|情况说明|安排|一览表|明细|明细表|清单|表|及要求|等)+$"
)
_BRACKETS = re.compile(r"[（(【\[〔](?:(?:金额|计量)?单位[:：])?([^（）()【】\[\]〔〕]*)[)）】\]〕]")


#: A unit behind a stroke: 金额/元.
_BEHIND = re.compile("/((?:[万亿千]?元)|[人户名])$")
_NUMBER = re.compile(
    "^(?:[一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十0-9]{1,3}[)]|[0-9]{1,2}[、.])(?=[^0-9])"
)


@frozen
class Label:
    """The words in front of a value 「栏目名」, as they are compared.

    Attributes:
        name: The words, without what people write around them.
        unit: The unit that is written in brackets behind them, as in 资金(万元).
    """

    name: str
    unit: str = ""


def label(text: str) -> Label:
    """Return words as the label that they may be.

    >>> label("一 资　金（万元）：")
    Label(name='一资金', unit='万元')
    """
    shown = half_width(text[: 3 * _LONGEST])
    units = [unit for unit in _BRACKETS.findall(shown) if unit]
    bare = _NUMBER.sub("", _BRACKETS.sub("", shown).strip())
    if behind := _BEHIND.search(bare):
        units, bare = [behind[1]], bare[: behind.start()]
    name = re.sub(r"[\s*★☆※:：/·.．-]", "", bare)
    return Label(name, re.sub(r"\s", "", units[-1]) if units else "")


def find(text: str, record: str = PLAN) -> str | None:
    """Return the path of the field that a label names inside of a record, or None.

    Args:
        text: The label.
        record: The dotted path of the record that it stands in; empty for the plan.

    >>> find("业务主管单位"), find("金额（万元）", "resources.funds"), find("天气")
    ('organization.supervisory_unit', 'resources.funds.amount', None)
    """
    name = label(text).name
    known = names().get(record, {})
    exact = next((known[one] for one in _variants(name) if one in known), None)
    likes = (_INTENDED.sub("", name), name) if exact is None else ()
    return exact or next(
        (path for like in reversed(likes) for path, pattern in _patterns(record) if pattern.fullmatch(like)),
        None,
    )


def _variants(name: str) -> Iterator[str]:
    """Yield a label, and what is left of it without words that say nothing of the field: 拟开展活动, 资金情况."""
    yield name
    short = _AROUND.sub("", name)
    if short != name:
        yield short


@cache
def _patterns(record: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what other labels of a record are like, the first that fits naming the path."""
    rows = (row for row in bundled_rows("label_patterns.csv") if row["record"] == record)
    return tuple((row["path"], re.compile(row["pattern"])) for row in rows)


def unit_in(text: str) -> str:
    """Return the unit of money that words above a table name, or nothing.

    >>> unit_in("（单位：万元）"), unit_in("单位：重庆市某学会")
    ('万元', '')
    """
    found = re.fullmatch(
        r"[（(]?(?:金额|计量|货币|资金|经费)?单位[:：]?(?:人民币)?([万亿千]?元)[)）]?",
        half_width(text[:_LONGEST]).strip(),
    )
    return found[1] if found else ""


def is_label(text: str) -> bool:
    """Tell whether words name a field of a plan or of any record in one."""
    if len(text) > 3 * _LONGEST:
        return False
    name = label(text).name
    return any(one in _all_names() for one in _variants(name)) or _is_like_a_label(name) or bool(joint(text))


def joint(text: str) -> tuple[str, ...]:
    """Return the paths of the fields that a label joins; nothing where one of its parts names none.

    >>> joint("督查与回访"), joint("背景与意义")
    (('supervision', 'follow_up'), ())
    """
    parts = re.split("以及|[、及与和]", label(text).name)
    found = [path for path in map(find, filter(None, parts)) if path]
    return tuple(dict.fromkeys(found)) if len(found) == len(parts) > 1 else ()


@lru_cache(maxsize=4096)
def _is_like_a_label(name: str) -> bool:
    like = _INTENDED.sub("", name)
    return any(pattern.fullmatch(like) for record in _RECORDS for _, pattern in _patterns(record))


def is_intent(text: str) -> bool:
    """Tell whether a heading says what is intended: 加强安全防护."""
    return _INTENDED.match(label(text).name) is not None


def is_remark(text: str) -> bool:
    """Tell whether words head a text that plans have beside their fields, such as 指导思想."""
    return label(text).name in _remarks()


@cache
def key_at(path: str) -> Key:
    """Return the key that a path ends with."""
    above, _, name = path.rpartition(".")
    model: Any = key_at(above).shape.core if above else HelpPlan
    return next(key for key in own_keys(model) if key.name == name)


@cache
def records() -> tuple[str, ...]:
    """Return the paths of what a plan has a list of records of: measures, funds …"""
    return tuple(path for path, key in _paths(HelpPlan) if key.shape.is_list and key.shape.is_record)


@cache
def names() -> MappingProxyType[str, dict[str, str]]:
    """Return by the path of each record which label names which path."""
    found: dict[str, dict[str, str]] = {PLAN: {}}
    for path, key in _paths(HelpPlan):
        above = path.rpartition(".")[0]
        found.setdefault(above, {})[label(key.chinese).name] = path
        found[above][key.name] = path
        if above and not key_at(above).shape.is_list:
            found[PLAN][label(key_at(above).chinese + key.chinese).name] = path
            found[PLAN][label(_full_name(path)).name] = path
    for row in bundled_rows("labels.csv"):
        if (path := row["path"]) == _OTHER:
            continue
        inner = found.setdefault(path.rpartition(".")[0], {})
        for record, column in ((inner, "labels"), (found[PLAN], "anywhere")):
            for name in filter(None, row[column].split(_SEPARATOR)):
                record.setdefault(label(name).name, path)
    return MappingProxyType(found)


def _full_name(path: str) -> str:
    """Return the names of a field and of all that it stands in: 安全保障保险险种."""
    steps = path.split(".")
    return "".join(key_at(".".join(steps[:end])).chinese for end in range(1, len(steps) + 1))


@cache
def _all_names() -> frozenset[str]:
    return frozenset(name for record in names().values() for name in record).union(_remarks())


@cache
def _remarks() -> frozenset[str]:
    rows = (row for row in bundled_rows("labels.csv") if row["path"] == _OTHER)
    return frozenset(label(name).name for row in rows for name in row["labels"].split(_SEPARATOR))


def _paths(model: Any, above: str = PLAN) -> Iterator[tuple[str, Key]]:
    for key in own_keys(model):
        if key.name == _OTHER:
            continue
        path = f"{above}.{key.name}" if above else key.name
        yield path, key
        if key.shape.is_record:
            yield from _paths(key.shape.core, path)
