"""Joint headings: those that name several fields, over words in which each has its own: 督查与回访, 时间和地点."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from cq_fupin.reading.forms.clauses import CHECKS, ENDS
from cq_fupin.reading.forms.labels import joint
from cq_fupin.reading.forms.listing import mentioned_alone
from cq_fupin.reading.forms.passage import Passage
from cq_fupin.reading.forms.people import has_money
from cq_fupin.reading.forms.spans import is_span, span

_SENTENCES = "[；;。\n]"
_FUNDS = "resources.funds"
#: Fields of which the text of a heading speaks as of what they are part of.
_WHOLE = {f"{_FUNDS}.source": _FUNDS, "safety.insurance": "safety", "safety.measures": "safety"}
#: Fields that one text answers together, so that the words needn't be shared out.
_TOGETHER = (
    {"target_groups", "regions", "beneficiaries"},
    {"measures", "period", _FUNDS, "resources.people", "resources", "results"},
)
#: Which field of those is the one whose records hold the others.
_FIRST = ("measures", "target_groups")


def _says(pattern: str) -> Callable[[Passage], bool]:
    return lambda words: re.search(pattern, words.text) is not None


#: By what it is known that words are of a field: the first that fits, of those that the heading names.
_OF_FIELD: Mapping[str, Callable[[Passage], bool]] = MappingProxyType(
    {
        "period": lambda words: bool(found := span(words)) and is_span(found),
        "regions": lambda words: bool(mentioned_alone(words)),
        _FUNDS: has_money,
        "resources.goods": _says(r"^(?!.*[0-9０-９]\s*(?:[名人]|[万亿]?元)).*[0-9０-９]"),
        "resources.people": _says("[0-9０-９]\\s*[名人]"),
        "supervision": _says(CHECKS.pattern),
        "follow_up": _says("回访|走访|家访|随访|跟踪"),
        "reports": _says("报送|报告|上报|汇报|报备"),
        "safety": _says("安全|保险|投保"),
    }
)


def joint_paths(heading: str) -> tuple[str, ...]:
    """Return the paths of the fields that a heading joins; nothing where one of its parts names none.

    >>> joint_paths("督查与回访"), joint_paths("资金来源及预算"), joint_paths("背景与意义")
    (('supervision', 'follow_up'), ('resources.funds',), ())
    """
    found = joint(heading)
    paths = tuple(dict.fromkeys(_WHOLE.get(path, path) for path in found))
    if not paths:
        return ()
    is_known = len(paths) == 1 or _is_together(paths) or all(path in _OF_FIELD for path in paths)
    return paths if is_known else ()


def _is_together(paths: Sequence[str]) -> bool:
    return any(together.issuperset(paths) for together in _TOGETHER) and not {*_FIRST}.isdisjoint(paths)


def answered_together(paths: Sequence[str]) -> str | None:
    """Return the path whose answer holds that of all others, if there is one."""
    if len(paths) == 1:
        return paths[0]
    return next(path for path in _FIRST if path in paths) if _is_together(paths) else None


def shared_out(words: Sequence[Passage], paths: Sequence[str]) -> Iterator[tuple[str, tuple[Passage, ...]]]:
    """Yield each field that words speak of with its own; what surely is of none is of none."""
    ends = ENDS if {"period", "regions"}.intersection(paths) else _SENTENCES
    found: dict[str, list[Passage]] = {}
    for piece in (piece for each in words for piece in each.split(ends)):
        path = next((path for path in paths if _OF_FIELD[path](piece)), None)
        if path is not None:
            found.setdefault(path, []).append(piece)
    yield from ((path, tuple(pieces)) for path, pieces in found.items())
