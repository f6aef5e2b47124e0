"""Results read back: the lines that a registry came to, each checked."""

import json
import os
from collections.abc import Iterator

from attrs import evolve

from cq_fupin.checking.report import Conclusion
from cq_fupin.checking.result import Result
from cq_fupin.reading.json_lines import numbered_lines
from cq_fupin.reading.part import Part
from cq_fupin.rules.catalogue import RULES
from cq_fupin.telling.result_lines import FORMAT
from cq_fupin.words.errors import Fault, InvalidReport
from cq_fupin.words.message import say
from cq_fupin.words.outcome import Outcome

_ORDER = {rule.id: place for place, rule in enumerate(RULES)}

_NO_JSON = say("这一行不是 JSON：应当是 cq-fupin check --jsonl 写的 JSON Lines 文件（.jsonl）")


def read_results(path: str | os.PathLike[str]) -> Iterator[Result]:
    """Yield the results of a file of JSON Lines (``cq-fupin-result/1``), as they are asked for.

    Raises:
        InvalidReport: A line is none; its fault names the line.
        OSError: There is no such file, or it can't be read.
    """
    with open(path, "rb") as stream:  # noqa: PTH123 (pathlib takes 3 ms)
        for number, line in numbered_lines(stream):
            try:
                yield parse_result(line)
            except InvalidReport as error:
                raise InvalidReport(tuple(_placed(fault, number) for fault in error.faults)) from None


def parse_result(line: str | bytes) -> Result:
    r"""Read a result from a line of JSON.

    Raises:
        InvalidReport: It is none.

    >>> from cq_fupin.checking.many import check_many
    >>> from cq_fupin.telling.result_lines import json_line
    >>> (result,) = check_many(['{"title": "甲", "organization": {"name": "乙", "category": "other"}}'])
    >>> parse_result(json_line(result)) == result
    True
    """
    try:
        tree = json.loads(line)
    except (ValueError, RecursionError):
        raise InvalidReport((Fault(_NO_JSON),)) from None
    part = Part(tree)
    if part.at("format").value != FORMAT:
        raise part.at("format").refused(say("应当是每行一份方案的结果：“{format}”", format=FORMAT))
    return _result(part)


def _result(part: Part) -> Result:
    found = {rule: outcome for outcome in Outcome for rule in _texts(part, outcome.value)}
    rules = sorted(found, key=lambda rule: _ORDER.get(rule, len(_ORDER)))
    category = part.at("category")
    return Result(
        part.at("line").number(),
        part.at("title").text(),
        part.at("organization").text(),
        None if category.value is None else category.text(),
        part.at("conclusion").one_of(Conclusion),
        tuple(rules),
        tuple(found[rule] for rule in rules),
        _count(part.at("errors")),
        _count(part.at("warnings")),
        _count(part.at("notes")),
        supervisory_unit=_text(part, "supervisory_unit"),
        regions=_texts(part, "regions"),
        source=_text(part, "source"),
    )


def _text(part: Part, key: str) -> str:
    """Return a text that may be left out."""
    return part.at(key).text() if part.has(key) and part.at(key).value is not None else ""


def _texts(part: Part, key: str) -> tuple[str, ...]:
    return tuple(one.text() for one in part.under(key))


def _count(part: Part) -> int:
    return 0 if part.value == 0 and not isinstance(part.value, bool) else part.number()


def _placed(fault: Fault, number: int) -> Fault:
    return evolve(fault, message=fault.told, line=number, column=1)
