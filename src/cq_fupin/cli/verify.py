"""``cq-fupin verify``: whether a report is that of the plan, the rules and the data at hand."""

from collections.abc import Iterator
from functools import partial

import click

from cq_fupin.checking.record import ReportRecord
from cq_fupin.checking.verification import Verification, verify
from cq_fupin.cli.command import Command
from cq_fupin.cli.language import Language
from cq_fupin.cli.options import Argument, option
from cq_fupin.cli.reports import read as read_report
from cq_fupin.cli.selection import own_rules, rules_option
from cq_fupin.cli.sources import read
from cq_fupin.cli.streams import complain, visible, write
from cq_fupin.cli.waivers import waivers_of
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.telling.masking import masked
from cq_fupin.telling.summary import RECEIPT
from cq_fupin.words.errors import FupinError, InvalidPlan
from cq_fupin.words.message import say

_DRIFTED, _WRONG = 1, 2
_ABSENT = say("没有")


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(
        "verify",
        language,
        say(
            "验证一份 JSON 报告的回执：现在用本库、同样的规则和数据核对这份方案，是否还是同一份报告。\n\n"
            "退出码：0 相符；1 有不同，逐项写出；2 用法不对，或有文件读不了。"
        ),
        partial(run, language),
        (
            Argument("report", language, say("报告"), say("JSON 报告，其中只有一份方案")),
            Argument("plan", language, say("方案文件"), say("当时核对的帮扶方案文件")),
            option("--waivers", language, say("当时所用的豁免文件"), say("文件")),
            rules_option(language, say("当时另用的规则集，名称同 check；可重复")),
        ),
    )


def run(language: Language, *, report: str, plan: str, waivers: str | None, rules: tuple[str, ...]) -> int:
    """Verify the receipt and return the exit status."""
    document, found = read_report(language, report), read(plan, None)
    if isinstance(found, InvalidPlan):
        for fault in found.faults:
            complain(f"{visible(plan)}: {masked(language.tell(fault.told))}")
    if document is None or isinstance(found, InvalidPlan):
        return _WRONG
    if len(document.reports) != 1:
        raise FupinError(say("报告里应当只有一份方案，这里有{number}份", number=len(document.reports)))
    record = document.reports[0]
    running = _rules(record, RULES | own_rules(rules))
    verification = verify(record.receipt, found, rules=running, waivers=waivers_of(waivers, language))
    write("".join(f"{line}\n" for line in _lines(language, verification)))
    _complain_of_missing(language, record, running)
    return 0 if verification.matches else _DRIFTED


def _rules(record: ReportRecord, known: RuleSet) -> RuleSet:
    """Return the rules that a report ran; one that there is no more is missing, and the rules then differ."""
    return RuleSet(tuple(known[finding.rule] for finding in record.findings if finding.rule in known))


def _complain_of_missing(language: Language, record: ReportRecord, running: RuleSet) -> None:
    """Tell which supplements took part in the report of which no rule is at hand."""
    known = {supplement.name for supplement in running.supplements}
    for supplement in record.receipt.supplements:
        if supplement.name not in known:
            missing = say(
                "报告还用了补充规定“{name}”的规则：请用 --rules 写明提供它的规则集",
                name=visible(supplement.name),
            )
            complain(language.tell(missing))


def _lines(language: Language, verification: Verification) -> Iterator[str]:
    if verification.matches:
        yield language.tell(say("相符：本库、指引、规则、数据和方案都与回执相同"))
        return
    yield language.tell(say("与回执不同："))
    for drift in verification.drifted:
        told = say(
            "{what}：当时 {then}，现在 {now}",
            what=RECEIPT[drift.what],
            then=visible(drift.then) or _ABSENT,
            now=visible(drift.now) or _ABSENT,
        )
        yield f"  {language.tell(told)}"
