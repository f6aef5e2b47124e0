"""``cq-fupin show``: a provision, verbatim, and what it asks."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import click

from cq_fupin.cli.command import Command
from cq_fupin.cli.language import Language
from cq_fupin.cli.options import Argument
from cq_fupin.cli.streams import write
from cq_fupin.cli.tables import table
from cq_fupin.telling.translation import SOURCE
from cq_fupin.telling.unofficial import UNOFFICIAL
from cq_fupin.words.message import say

if TYPE_CHECKING:
    from cq_fupin.models.norm import Norm
    from cq_fupin.models.provision import Provision


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(
        "show",
        language,
        say("显示指引的一条、一项、一点要求或一个附件：原文照录，并列出其中的规范和规则。"),
        partial(run, language),
        (
            Argument(
                "citation",
                language,
                say("引用"),
                say("如“第五条第(七)项”、“5.7”、“art_5__item_7”、“通知”、“附件1”；带括号的要加引号"),
            ),
        ),
    )


def run(language: Language, *, citation: str) -> int:
    """Tell what is cited."""
    from cq_fupin.reading.guideline import load_guideline

    guideline = load_guideline()
    provision = guideline[citation]
    within = {provision.id, *(child.id for child in provision.children)}
    norms = [norm for norm in guideline.norms if norm.citation.id in within]
    write("\n".join(_lines(language, provision, norms)) + "\n")
    return 0


def _lines(language: Language, provision: "Provision", norms: "list[Norm]") -> Iterator[str]:
    tell = language.tell
    cited = {"citation": provision.citation.told, "id": provision.id}
    yield tell(say("{citation}（{id}）", **cited))
    yield ""
    yield provision.printed
    if provision.note:
        yield ""
        yield tell(say("附注：{note}", note=provision.note))
    if language.locale != SOURCE:
        yield from ("", provision.english, "", tell(UNOFFICIAL))
    if norms:
        yield ""
        yield tell(say("规范："))
        yield from (f"  {line}" for line in table(_row(language, norm) for norm in norms))


def _row(language: Language, norm: "Norm") -> tuple[str, ...]:
    from cq_fupin.cli.norm_terms import FORCES, why_no_rule
    from cq_fupin.telling.page import capital

    reason = why_no_rule(norm)
    told = say("有规则") if reason is None else say("没有规则：{reason}", reason=reason)
    return (
        norm.id,
        capital(language.tell(norm.heading)),
        language.tell(FORCES[norm.force]),
        language.tell(told),
    )
