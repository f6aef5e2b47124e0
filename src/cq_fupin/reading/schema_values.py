"""The JSON Schemas of values: as people write them, and as they are written back."""

from collections.abc import Iterable
from typing import Any

from cq_fupin.models.amount import Count, Money, Quantity
from cq_fupin.models.interval import Interval
from cq_fupin.models.organization import CreditCode
from cq_fupin.models.region import Region
from cq_fupin.models.remarks import Remarks
from cq_fupin.models.span import Span
from cq_fupin.models.vocabulary import OrganizationCategory
from cq_fupin.reading.keys import Shape
from cq_fupin.reading.values import vocabulary_of
from cq_fupin.reading.vocabularies import load_vocabularies
from cq_fupin.words.answer import Everyone, Other, Unclear

Schema = dict[str, Any]

# What no text may hold: control characters, half surrogates, byte order marks.
_PLAIN = "[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\ufeff\\ufffe\\uffff]*"
# What is there and can't be seen: a name of nothing else is blank.
_INVISIBLE = "\\u00ad\\u0085\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff"
_MOST = 10**15
_DIGIT = "0-9０-９零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟"
_NOT_NEGATIVE = f"(?![^{_DIGIT}]*[-−﹣－负])"


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


TEXT = _ref("text")
SCALAR = _ref("scalar")
ONE_UNCLEAR = _ref("unclear")
#: What may be written for any field that need not be stated, and for an element of a list.
WRITTEN: tuple[Schema, ...] = (ONE_UNCLEAR, _ref("mark"), {"const": []})
ELEMENT = (ONE_UNCLEAR, _ref("mark"))

_NUMBER: Schema = {"type": "number", "minimum": 0, "maximum": _MOST}
_DECIMAL: Schema = {"type": "string", "pattern": "^[0-9]{1,15}(?:\\.[0-9]{1,6})?$"}
_PART_OF_DATE = "^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$"
_BOUND: Schema = {"anyOf": [_NUMBER, _DECIMAL]}

#: The schemas of values that others refer to, by name.
VALUE_SCHEMAS: Schema = {
    "text": {"type": "string", "pattern": f"^{_PLAIN}$"},
    "name": {"type": "string", "pattern": f"^(?=[\\s\\S]*[^\\s{_INVISIBLE}]){_PLAIN}$"},
    "writtenName": {"anyOf": [_ref("name"), {"type": "number", "minimum": -_MOST, "maximum": _MOST}]},
    "scalar": {"anyOf": [TEXT, {"type": "number", "minimum": -_MOST, "maximum": _MOST}]},
    "unclear": {
        "type": "object",
        "properties": {"unclear": TEXT},
        "required": ["unclear"],
        "additionalProperties": False,
    },
    "mark": {"enum": [None, False, "无", "没有", "暂无", "不涉及", "none", "待定", "TBD", "/", "—", ""]},
    "bounds": {
        "type": "object",
        "properties": {"at_least": _BOUND, "at_most": _BOUND, "about": _BOUND},
        "additionalProperties": False,
        "minProperties": 1,
    },
    "amount": {
        "anyOf": [_NUMBER, {"type": "string", "pattern": f"^{_NOT_NEGATIVE}{_PLAIN}$"}, _ref("bounds")]
    },
    "exactAmount": {"anyOf": [{"type": "integer", "minimum": 1, "maximum": _MOST}, _DECIMAL, _ref("bounds")]},
    "isoDate": {"type": "string", "pattern": _PART_OF_DATE},
    "span": {
        "type": "object",
        "properties": {"from": _ref("isoDate"), "to": _ref("isoDate")},
        "additionalProperties": False,
        "minProperties": 1,
    },
    "date": {"anyOf": [TEXT, {"type": "integer", "minimum": 0, "maximum": 99_991_231}, _ref("span")]},
    "exactDate": {"anyOf": [_ref("isoDate"), {"const": "../.."}, _ref("span")]},
    "creditCode": {
        "type": "string",
        "pattern": "^5[123][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$",
        "format": "cn-uscc",
    },
    "yesNo": {"anyOf": [TEXT, {"enum": [True, False, 0, 1]}]},
    "region": {"anyOf": [TEXT, {"type": "integer", "minimum": 0, "maximum": _MOST}]},
    "regionCode": {"type": "string", "pattern": "^[0-9]{6}(?:[0-9]{3}(?:[0-9]{3})?)?$"},
    "remarks": {"type": "object", "additionalProperties": SCALAR, "propertyNames": TEXT},
}

_WRITTEN: dict[Any, str] = {
    str: "scalar",
    bool: "yesNo",
    CreditCode: "creditCode",
    Span: "date",
    Money: "amount",
    Count: "amount",
    Quantity: "amount",
    Region: "region",
    Remarks: "remarks",
}
_EXACT: dict[Any, str] = _WRITTEN | {
    str: "text",
    Span: "exactDate",
    Money: "exactAmount",
    Count: "exactAmount",
    Quantity: "exactAmount",
    Interval: "text",
    Region: "regionCode",
}


def written_value(shape: Shape) -> Schema:
    """Return the schema of a stated value as people write it."""
    if shape.core is OrganizationCategory:
        names = list(_names(load_vocabularies().organization_categories))
        return {"anyOf": [{"enum": names}, ONE_UNCLEAR]}
    if not shape.is_optional and not shape.is_list:
        return {"anyOf": [_ref("writtenName"), ONE_UNCLEAR]}
    return _ref(_WRITTEN.get(shape.core, "text"))


def canonical_value(shape: Shape) -> Schema:
    """Return the schema of a stated value as it is written back."""
    values = [_exact(shape)]
    if Everyone in shape.ways:
        values.append({"const": "all"})
    if shape.is_list and Unclear in shape.ways:
        values.append(ONE_UNCLEAR)
    return {"anyOf": values} if len(values) > 1 else values[0]


def _exact(shape: Shape) -> Schema:
    if shape.core is str and not shape.is_optional and not shape.is_list:
        return _ref("name")
    if shape.core is bool:
        return {"const": True}
    if shape.core in _EXACT:
        return _ref(_EXACT[shape.core])
    return TEXT if Other in shape.ways else {"enum": [entry.id for entry in vocabulary_of(shape.core)]}


def _names(entries: Iterable[Any]) -> Iterable[str]:
    for entry in entries:
        yield from (entry.id, entry.name, *entry.aliases)
