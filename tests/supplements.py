"""A supplement of the tests, and how another package offers its rules."""

import sys
from pathlib import Path

import cq_fupin as fupin
from cq_fupin.rules import SATISFIED, stated

DISTRICT = fupin.Supplement("kaizhou", "开州区补充要求", "1")


def asked(number: str, force: fupin.Force = fupin.Force.MUST) -> fupin.Requirement:
    """A requirement of the supplement, with a force that its cue carries."""
    cue = {fupin.Force.MUST: "应当", fupin.Force.SHOULD: "鼓励", fupin.Force.MAY: "可以"}.get(force, "注意")
    return fupin.Requirement(
        f"kaizhou.{number}", DISTRICT, name="{长效}", quote=f"{cue}写明{{长效}}机制", force=force, cue=cue, place="第一条"
    )  # fmt: skip


def demanding(number: str, force: fupin.Force = fupin.Force.MUST) -> fupin.Rule:
    """A rule that wants a mechanism that lasts."""

    @fupin.rule(asked(number, force), shows="{长效}机制", remedy="在“长效机制”写明{办法}。")
    def lasting(plan: fupin.HelpPlan) -> fupin.Judgment:
        return stated(plan.long_term)

    return lasting


@fupin.rule(asked("9"), shows="什么都行", remedy="不必写。")
def always(plan: fupin.HelpPlan) -> fupin.Judgment:
    """A rule that is always kept, at the top of a module."""
    return SATISFIED


def offer(folder: Path, distribution: str, source: str, **entries: str) -> None:
    """Install a package by hand: a module with the source, and what its distribution says of it."""
    sys.modules.pop(distribution, None)  # what another test installed
    (folder / f"{distribution}.py").write_text(source, "utf-8")
    about = folder / f"{distribution}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n", "utf-8")
    points = "".join(f"{name} = {value}\n" for name, value in entries.items())
    (about / "entry_points.txt").write_text(f"[cq_fupin.rules]\n{points}", "utf-8")
