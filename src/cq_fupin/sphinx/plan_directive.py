"""``fupin:plan``: a help plan 「帮扶方案」, checked when the documentation is built, with its findings."""

import os
import re
from collections.abc import Iterator
from typing import Any, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives

from cq_fupin.checking.check import check
from cq_fupin.checking.finding import Finding
from cq_fupin.checking.report import Report
from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.reading.plans import parse_plan, read_plan
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.profile import PROFILES, Profile, profiled
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.sphinx.cited import of_norm
from cq_fupin.sphinx.embedding import Embedding
from cq_fupin.sphinx.table import row, table
from cq_fupin.telling.agenda import to_act_on
from cq_fupin.telling.answers import told
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.blocks import shown
from cq_fupin.telling.masking import masked
from cq_fupin.telling.page import capital, line
from cq_fupin.telling.summary import LEVELS, advice, conclusion, counts, outcome, scope
from cq_fupin.words.errors import FupinError
from cq_fupin.words.force import Level
from cq_fupin.words.message import Message, say

_MOST = 10
_SEPARATORS = re.compile(r"[,，、;；\s]+")
_WIDTHS = (8, 24, 34, 34)


def _profile(argument: str) -> str:
    return directives.choice(argument, PROFILES)


class PlanDirective(Embedding):
    """Embeds a plan's findings: of a file, whose path is relative to the document, or of its own content."""

    subtype = "plan"
    required_arguments = 0
    optional_arguments = 1
    has_content = True
    option_spec: ClassVar[Any] = {
        "profile": _profile,
        "select": str,
        "ignore": str,
        "all": directives.flag,
        "source": directives.flag,
    }

    def embedded(self) -> Iterator[nodes.Node]:
        """Return what was found, under the plan's title."""
        plan, source = self._read()
        report = check(plan, rules=self._rules(plan))
        batch = Batch(((None, report),), locale=self.language.locale)
        content = [
            *source,
            nodes.paragraph("", "", nodes.strong("", capital(line(conclusion(report), batch)))),
            self.text(say("{counts}。{scope}。", counts=counts(report), scope=scope(report))),
            *self._findings(report, batch),
            self.text(advice(report), "fupin-note"),
        ]
        yield self.headed(line(told(plan.title), batch), content)

    def placed(self, message: Message) -> Message:
        """Return what is wrong with the plan's file, by its name."""
        return (
            say("{place}：{message}", place=self.arguments[0], message=message) if self.arguments else message
        )

    def _read(self) -> tuple[HelpPlan, list[nodes.Node]]:
        """Return the plan, and its text where it is to be shown."""
        try:
            if not self.arguments:
                text = "\n".join(self.content)
                return parse_plan(text, "yaml"), self._source(text, "yaml")
            relative, path = self.env.relfn2path(self.arguments[0])
            self.env.note_dependency(relative)
            return read_plan(path), self._source_of(path)
        except OSError as error:
            raise FupinError(say("打不开（{why}）", why=os.strerror(error.errno or 0))) from error

    def _source_of(self, path: str) -> list[nodes.Node]:
        suffix = os.path.splitext(path)[1].lstrip(".")  # noqa: PTH122 (Sphinx's paths are texts)
        language = _LANGUAGES.get(suffix)
        if language is None or "source" not in self.options:
            return []
        with open(path, encoding="utf-8-sig") as file:  # noqa: PTH123 (likewise)
            return self._source(file.read(), language)

    def _source(self, text: str, language: str) -> list[nodes.Node]:
        if "source" not in self.options:
            return []
        return [nodes.literal_block("", masked(text.rstrip()), language=language)]

    def _rules(self, plan: HelpPlan) -> RuleSet:
        wanted, unwanted = self._prefixes("select"), self._prefixes("ignore")
        profile = cast(Profile, self.options.get("profile") or ("all" if wanted else "own"))
        rules = profiled(plan, profile)
        return (rules.select(*wanted) if wanted else rules).ignore(*unwanted)

    def _prefixes(self, option: str) -> tuple[str, ...]:
        """Return the prefixes that an option names.

        Raises:
            UnknownProvision: No rule lies below one of them.
        """
        prefixes = tuple(filter(None, _SEPARATORS.split(self.options.get(option) or "")))
        for prefix in prefixes:
            if not len(RULES.select(prefix)):
                RULES[prefix]
        return prefixes

    def _findings(self, report: Report, batch: Batch) -> Iterator[nodes.Node]:
        findings = report.findings if "all" in self.options else to_act_on(report)
        if findings:
            heads = [self.tell(head) for head in (say("级别"), say("规范"), say("核对意见"), say("建议"))]
            yield table(heads, (self._row(finding, report.plan, batch) for finding in findings), _WIDTHS)

    def _row(self, finding: Finding, plan: HelpPlan, batch: Batch) -> nodes.row:
        label = outcome(finding) if finding.level is Level.NONE else LEVELS[finding.level]
        rule = self.reference(of_norm(load_guideline().norm(finding.rule)))
        lines = shown(finding.evidence, plan, batch, most=_MOST) or [capital(line(finding.message, batch))]
        remedy = "" if finding.remedy is None else self.text(finding.remedy)
        seen = [nodes.paragraph("", text) for text in lines]
        return row(self.tell(label), nodes.paragraph("", "", rule), seen, remedy)


_LANGUAGES = {"yaml": "yaml", "yml": "yaml", "json": "json", "toml": "toml", "md": "text", "txt": "text"}
