"""Reports that the tests of the formats share: small ones to review, and plans that would like to be markup."""

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import attrs

import cq_fupin as fupin
from cq_fupin.reading.plans import parse_plan, read_plan
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.judgment import UNSATISFIED
from cq_fupin.words.errors import Fault
from cq_fupin.words.message import say

HERE = Path(__file__).parent
PLANS = HERE / "snapshots" / "plans"
EXAMPLE = HERE.parent / "examples" / "plan.yaml"
SILENT = "标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n"
PLACEHOLDER = "占位"
ON = date(2020, 6, 12)
WAIVERS = (
    fupin.Waiver("18.4.warmth", "慰问另有安排", "理事会", date(2020, 12, 31)),
    fupin.Waiver("5.7.people", "已到期", "秘书处", date(2020, 1, 31)),
)
ERRORS = (
    ("坏 了.yaml", Fault(say("必须填写"), "/title", 3, 1)),
    ("坏 了.yaml", Fault(say("必须填写"), "/organization")),
)
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></title>]]>&lt;&#60;",
    "=HYPERLINK(1)",
    "+1",
    "-1",
    "@SUM(1)",
    "::error::x",
    "##[error]x",
    "a\n::set-output name=x::y",
    "a\r\n::stop-commands::z",
    "\x1b[31m\x00\ufffe\u202e",
    "`code` *b* _i_ [x](http://y.example) ![](z) | # ~~s~~ $m$ :tada: &amp;",
    "@somebody #12 GH-7 www.example.com https://example.com",
    "1. x",
    "- x",
    "+++",
    "===",
    "%0A::error::x",
    "甲,乙:丙%",
)


def checked(text: str, **options: object) -> fupin.Report:
    """The report of a plan in YAML."""
    return fupin.check(parse_plan(text, "yaml"), **options)  # type: ignore[arg-type]


def small() -> tuple[tuple[str, fupin.Report], ...]:
    """A plan of which a few rules ran, with waivers: everything that a report can hold, on a page or two."""
    plan = read_plan(PLANS / "without_funds.yaml")
    report = fupin.check(plan, rules=RULES.select("5.7", "18.4"), waivers=WAIVERS, on=ON)
    return (("plans/without funds.yaml", report),)


def hostile(text: str) -> fupin.Report:
    """The report of a plan that says a text wherever a plan can say anything."""
    return fupin.check(_said(_anything(), text), waivers=WAIVERS, on=ON)


@cache
def _anything() -> fupin.HelpPlan:
    tree = {
        "title": PLACEHOLDER,
        "organization": {"name": PLACEHOLDER, "category": "其它各类"},
        "survey": {"method": PLACEHOLDER, "needs": [PLACEHOLDER], "date": PLACEHOLDER},
        "target_groups": [PLACEHOLDER],
        "regions": [PLACEHOLDER],
        "measures": [{"title": PLACEHOLDER, "activities": [PLACEHOLDER], "budget": PLACEHOLDER}, PLACEHOLDER],
        "resources": {"funds": PLACEHOLDER},
        "follow_up": {"interval": PLACEHOLDER, "methods": [PLACEHOLDER]},
    }
    return parse_plan(json.dumps(tree), "json")


def _said(value: Any, text: str) -> Any:
    """The same value with the text in the place of the placeholder, wherever it stands."""
    if isinstance(value, str):
        return value.replace(PLACEHOLDER, text)
    if isinstance(value, tuple):
        return tuple(_said(part, text) for part in value)
    if isinstance(value, Mapping):
        return {key: _said(part, text) for key, part in value.items()}
    if not attrs.has(type(value)) or isinstance(value, fupin.OrganizationCategory):
        return value
    parts = {one.alias: getattr(value, one.name) for one in attrs.fields(type(value)) if one.alias}
    return attrs.evolve(value, **{name: _said(part, text) for name, part in parts.items()})


def without_evidence(report: fupin.Report) -> fupin.Report:
    """The report of one rule that says nothing of where it looked."""
    finding = report.findings[0]
    rule = attrs.evolve(finding.made_by, judge=lambda _plan: UNSATISFIED, guard=None)
    return attrs.evolve(report, findings=(attrs.evolve(finding, made_by=rule),))


def steady(text: str) -> str:
    """A text without what changes with every version of the data or the library."""
    return re.sub("[0-9a-f]{64}", "…", text).replace(fupin.__version__, "VERSION")
