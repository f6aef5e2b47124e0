"""Values: which reader reads which type of a field."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache, partial
from typing import Any

from cq_fupin.models.amount import Count, Money, Quantity
from cq_fupin.models.interval import Interval
from cq_fupin.models.organization import CreditCode
from cq_fupin.models.region import Region, RegionLevel
from cq_fupin.models.region_match import Ambiguous, Found, NotFound
from cq_fupin.models.remarks import Remarks
from cq_fupin.models.span import Span
from cq_fupin.models.undertakings import FollowUpMethod, InsuranceKind, Recipient
from cq_fupin.models.vocabulary import (
    Activity,
    FocusField,
    LiaisonKind,
    OrganizationCategory,
    OrganizationTrait,
    TargetGroup,
    Vocabulary,
)
from cq_fupin.reading.amounts import read_count, read_money, read_quantity
from cq_fupin.reading.answers import Read, unfilled
from cq_fupin.reading.credit_code import read_credit_code
from cq_fupin.reading.dates import read_date, read_day
from cq_fupin.reading.intervals import read_interval
from cq_fupin.reading.marks import has_placeholder, is_silent
from cq_fupin.reading.refused import Refused
from cq_fupin.reading.regions import LONGEST, load_regions
from cq_fupin.reading.source_faults import shortened
from cq_fupin.reading.vocabularies import load_vocabularies
from cq_fupin.reading.yes_no import read_yes_no
from cq_fupin.words.answer import Everyone, Nothing, Other, Unclear
from cq_fupin.words.message import Message, say

_MOST_NEAR, _MOST_CANDIDATES = 5, 10
_APART = {
    RegionLevel.DISTRICT: say("区县"),
    RegionLevel.TOWNSHIP: say("乡镇、街道"),
    RegionLevel.VILLAGE: say("是村还是社区"),
}
_UNKNOWN_PLACE = say("重庆市没有这个地方：请写区县、乡镇、街道或村、社区的名称或代码")


@cache
def reader(core: object, ways: frozenset[type]) -> Read:
    """Return the reader of a type of value, for a field that has those other ways to answer."""
    if core is Count:
        return partial(read_count, everyone=Everyone in ways)
    if core in _PLAIN:
        return _PLAIN[core]
    if core is OrganizationCategory:
        return _category
    return partial(_entry, vocabulary_of(core))


def vocabulary_of(core: Any) -> Vocabulary[Any]:
    """Return the vocabulary whose entries a type of value is."""
    found: Vocabulary[Any] = getattr(load_vocabularies(), _VOCABULARIES.get(core, "organization_categories"))
    return found


def text(value: object) -> str:
    """Read a text: numbers and dates as they are written."""
    if isinstance(value, Mapping | list):
        raise Refused(say("这里应当是文字，不是成组的内容或列表"))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f") if value.is_finite() and abs(value.adjusted()) < 50 else str(value)
    return str(value).strip()


def _region(value: object) -> Region | Unclear:
    name = text(value)
    match = load_regions().find(name)
    if isinstance(match, Found):
        return match.region
    if isinstance(match, Ambiguous):
        candidates = tuple(region.full_name for region in match.candidates[:_MOST_CANDIDATES])
        told = {"text": shortened(name), "count": len(match.candidates), "apart": _APART[match.told_apart_by]}
        return Unclear(
            name, say("“{text}”有{count}处，请写明{apart}：{candidates}", **told, candidates=candidates)
        )
    if has_placeholder(name):
        return unfilled(name)
    if (several := _several(name)) is not None:
        return Unclear(name, several)
    near = tuple(region.full_name for region in match.near[:_MOST_NEAR])
    return Unclear(
        name,
        say("没有“{text}”这个地方，相近的有：{near}", text=shortened(name), near=near)
        if near
        else _UNKNOWN_PLACE,
    )


def _several(name: str) -> Message | None:
    """Return what to say of a text that is a list of places."""
    parts = [part.strip("[]［］【】 ") for part in re.split("[,，、;；]", name[:LONGEST])]
    if len(parts) < 2 or any(isinstance(load_regions().find(part), NotFound) for part in parts):
        return None
    return say("这里写了{number}个地方：请写成列表，每个地方一项", number=len(parts))


def _remarks(value: object) -> Remarks | None:
    if isinstance(value, Mapping):
        said = ((str(heading), text(body)) for heading, body in value.items() if not is_silent(body))
        return Remarks(tuple(said)) or None
    return Remarks((("备注", text(value)),))


def _yes(value: object) -> object:
    answer = read_yes_no(value)
    return Nothing.NONE if answer is False else answer


def _category(value: object) -> OrganizationCategory:
    name, categories = text(value), load_vocabularies().organization_categories
    entry = categories.find(name)
    if entry is None:
        names = tuple(say(category.name) for category in categories)
        raise Refused(say("“{text}”不是组织类别：应当是{names}之一", text=shortened(name), names=names))
    return entry


def _entry(vocabulary: Vocabulary[Any], value: object) -> object:
    name = text(value)
    entry = vocabulary.find(name)
    if entry is not None:
        return entry
    near = tuple(say(candidate.name) for candidate in vocabulary.near(name))
    hint = say("“{text}”不在指引所列之内，相近的有：{near}", text=name, near=near)
    return Other(name, hint if near else say("“{text}”不在指引所列之内", text=name))


_PLAIN: dict[object, Read] = {
    str: text,
    bool: _yes,
    CreditCode: lambda value: read_credit_code(text(value)),
    Span: read_date,
    date: read_day,
    Money: read_money,
    Quantity: read_quantity,
    Interval: read_interval,
    Region: _region,
    Remarks: _remarks,
}
_VOCABULARIES: dict[object, str] = {
    TargetGroup: "groups",
    FocusField: "focus_fields",
    OrganizationTrait: "organization_traits",
    LiaisonKind: "liaison_kinds",
    Activity: "activities",
    FollowUpMethod: "follow_up_methods",
    Recipient: "report_recipients",
    InsuranceKind: "insurance_kinds",
}
#: The types of values that are entries of a vocabulary.
VOCABULARY_TYPES = frozenset({OrganizationCategory, *_VOCABULARIES})
