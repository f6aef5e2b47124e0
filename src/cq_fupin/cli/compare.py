"""``cq-fupin compare``: what became of the findings of one report in a later one."""

from collections import Counter
from collections.abc import Mapping
from functools import partial

import click

from cq_fupin.checking.comparison import Comparison, compare
from cq_fupin.checking.record import ReportDocument, ReportRecord
from cq_fupin.cli.command import Command
from cq_fupin.cli.language import Language
from cq_fupin.cli.options import Argument, OneOf, option
from cq_fupin.cli.reports import read
from cq_fupin.cli.streams import complain, is_coloured, screen, visible, write, write_data
from cq_fupin.telling.comparison_json import tell_comparisons_json
from cq_fupin.telling.comparison_text import tell_comparisons
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import say

_FORMATS = ("text", "json")
_NEW, _WRONG = 1, 2


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(
        "compare",
        language,
        say(
            "比较同一份方案前后两次核对的 JSON 报告：哪些意见新出现、仍未解决、已解决，哪些规则不再核对。\n\n"
            "退出码：0 没有新出现的意见；1 有；2 用法不对，或有报告读不了，或报告里有没读成的方案。"
        ),
        partial(run, language),
        (
            Argument("before", language, say("前一份报告"), say("较早的 JSON 报告（check --format json 的输出）")),
            Argument("after", language, say("后一份报告"), say("较晚的 JSON 报告")),
            option("-f --format", language, say("格式，默认 text"), "|".join(_FORMATS), type=OneOf(_FORMATS), default="text"),
        ),
    )  # fmt: skip


def run(language: Language, *, before: str, after: str, format: str) -> int:
    """Compare the reports and return the exit status."""
    was, now = read(language, before), read(language, after)
    if was is None or now is None:
        return _WRONG
    comparisons = _compared(was, now)
    if format == "json":
        write_data(tell_comparisons_json(comparisons, locale=language.for_machines))
    else:
        told = tell_comparisons(comparisons, locale=language.locale, width=screen(), color=is_coloured())
        write(told)
    if _complain_of_unread(language, {before: was, after: now}):
        return _WRONG
    return _NEW if any(comparison.new for _plan, comparison in comparisons) else 0


def _compared(was: ReportDocument, now: ReportDocument) -> list[tuple[str | None, Comparison]]:
    """Compare the only reports of both, else those of documents that are called alike."""
    if len(was.reports) == len(now.reports) == 1:
        return [(now.reports[0].plan, compare(was.reports[0], now.reports[0]))]
    before, after = _by_plan(was), _by_plan(now)
    alone = tuple(
        plan or "?" for plan in dict.fromkeys([*before, *after]) if (plan in before) != (plan in after)
    )
    if alone:
        raise FupinError(say("只有一份报告里有这些方案，不能比较：{plans}", plans=alone))
    if not after:
        raise FupinError(say("两份报告里都没有核对过的方案，不能比较"))
    return [(plan, compare(before[plan], report)) for plan, report in after.items()]


def _by_plan(document: ReportDocument) -> Mapping[str | None, ReportRecord]:
    counted = Counter(report.plan for report in document.reports)
    twice = tuple(plan or "?" for plan, count in counted.items() if count > 1)
    if twice:
        raise FupinError(say("一份报告里有几个方案叫同一个名字，不能比较：{plans}", plans=twice))
    return {report.plan: report for report in document.reports}


def _complain_of_unread(language: Language, documents: Mapping[str, ReportDocument]) -> bool:
    """Tell which plans could not be read when the reports were made, and whether there were any."""
    unread = [(path, plan) for path, document in documents.items() for plan in _unread(document)]
    for path, plan in unread:
        told = say("“{plan}”当时没有读成方案，没有比较", plan=visible(plan or "?"))
        complain(f"{visible(path)}: {language.tell(told)}")
    return bool(unread)


def _unread(document: ReportDocument) -> Mapping[str | None, None]:
    return dict.fromkeys(error.plan for error in document.errors)
