"""Receipts: they hold as long as nothing changes, and name what did."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import cq_fupin as fupin
from cli_runner import invoke
from cq_fupin.models.norm import Norms
from cq_fupin.rules.rule import Rule
from cq_fupin.strategies import help_plans
from cq_fupin.words.message import say

EXAMPLE = Path(__file__).parents[1] / "examples" / "plan.yaml"
PLAN = fupin.read_plan(EXAMPLE)
RECEIPT = fupin.check(PLAN).receipt
#: The rules that run on it.
OWN = fupin.RULES.select("5", "6", "18")
PROGRAM = """
import json, sys
import cq_fupin as fupin
receipt, plan = json.load(sys.stdin), fupin.read_plan(sys.argv[1])
print(*(drift.what for drift in fupin.verify(receipt, plan).drifted))
"""


def written() -> dict[str, Any]:
    """What a JSON report says of its receipt."""
    receipt: dict[str, Any] = json.loads(fupin.render(fupin.check(PLAN), "json"))["reports"][0]["receipt"]
    return receipt


def elsewhere(source: Path, *options: str) -> list[str]:
    """What drifted, as another process says that imports the library from a folder."""
    ran = subprocess.run(
        [sys.executable, *options, "-c", PROGRAM, str(EXAMPLE)],
        input=json.dumps(written()),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(source), "PYTHONHASHSEED": "7"},
    )
    return ran.stdout.split()


def drifted(receipt: object, **rest: Any) -> list[str]:
    return [drift.what for drift in fupin.verify(receipt, PLAN, **rest).drifted]  # type: ignore[arg-type]


@pytest.mark.parametrize("options", [(), ("-OO",)])
def test_a_receipt_of_one_process_is_verified_in_another(options: tuple[str, ...]) -> None:
    assert elsewhere(Path(fupin.__file__).parents[1], *options) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        ("aliases.csv", "annexes 1-3", "annexes 1-4", ["data"]),
        ("norms.csv", "明确人力、资金、物资支持", "明确人力、资金、物资支助", ["rules", "data"]),
    ],
)
def test_a_character_of_the_data_is_named(
    tmp_path: Path, file: str, old: str, new: str, what: list[str]
) -> None:
    home = tmp_path / "cq_fupin"
    shutil.copytree(Path(fupin.__file__).parent, home, ignore=shutil.ignore_patterns("__pycache__"))
    data = home / "data" / file
    data.write_text(data.read_text("utf-8").replace(old, new), "utf-8")
    assert elsewhere(tmp_path) == what


@given(help_plans())
def test_every_report_is_verified_by_its_own_plan(plan: fupin.HelpPlan) -> None:
    assert fupin.verify(fupin.check(plan).receipt, plan).matches


@given(st.sampled_from(["库", "A", " 。"]))
def test_a_character_of_the_plan_is_named_with_both_hashes(more: str) -> None:
    other = evolve(PLAN, title=f"{PLAN.title}{more}")
    (drift,) = fupin.verify(RECEIPT, other).drifted
    assert (drift.what, drift.then, drift.now) == ("plan", RECEIPT.plan, fupin.check(other).receipt.plan)


def changed(rule: Rule, **parts: Any) -> fupin.RuleSet:
    return fupin.RuleSet(tuple(evolve(each, **parts) if each is rule else each for each in OWN))


def test_every_word_of_a_rule_is_named() -> None:
    rule = fupin.RULES["5.7.funds"]

    def judge(plan: fupin.HelpPlan) -> fupin.Judgment:
        """明确人力、资金、物资支助"""
        return rule.judge(plan)

    assert drifted(RECEIPT, rules=changed(rule, judge=judge)) == ["rules"]
    assert drifted(RECEIPT, rules=changed(rule, shows=say("资金"))) == ["rules"]
    assert drifted(RECEIPT, rules=changed(rule, remedy=say("写明资金"))) == ["rules"]
    assert drifted(RECEIPT, rules=changed(rule)) == []


def test_which_rules_ran_and_in_which_order_is_named() -> None:
    assert drifted(RECEIPT, rules=OWN.ignore("5.7.funds")) == ["rules"]
    assert drifted(RECEIPT, rules=fupin.RuleSet(tuple(reversed(OWN.rules)))) == ["rules"]
    only = fupin.RULES.select("5.7")
    assert drifted(fupin.check(PLAN, rules=only).receipt, rules=only) == []


def test_another_edition_is_named() -> None:
    guideline = fupin.load_guideline()
    assert drifted(RECEIPT, guideline=evolve(guideline, title="征求意见稿")) == ["guideline"]
    norms = Norms(
        tuple(
            evolve(norm, quote=norm.quote + "。") if norm.id == "5.7.funds" else norm
            for norm in guideline.norms
        )
    )
    assert drifted(RECEIPT, guideline=evolve(guideline, load_norms=lambda: norms)) == ["rules"]


@pytest.mark.parametrize("what", ["library", "guideline", "rules", "data", "plan", "waivers"])
def test_what_a_receipt_says_otherwise_is_named(what: str) -> None:
    (drift,) = fupin.verify(written() | {what: "x"}, PLAN).drifted
    assert (drift.what, drift.then, drift.now) == (what, "x", getattr(RECEIPT, what))


def test_the_date_and_what_nobody_promised_are_taken_as_they_are() -> None:
    assert drifted(written() | {"on": "2020-06-01", "signature": []}) == []


@pytest.mark.parametrize(
    ("receipt", "pointer", "told"),
    [
        ({}, "", "缺少“library”这一项"),
        ([], "", "应当是成组的内容（键和值）"),
        (None, "", "应当是成组的内容（键和值）"),
        ({"rules": 3}, "/rules", "/rules：应当是文字"),
        ({"waivers": None}, "/waivers", "/waivers：应当是文字"),
        ({"on": "昨天"}, "/on", "/on：应当是日期，如 2020-06-01"),
        ({"on": 20200601}, "/on", "/on：应当是文字"),
    ],
)
def test_what_is_no_receipt_is_refused_with_its_place(receipt: object, pointer: str, told: str) -> None:
    whole = written() | receipt if isinstance(receipt, dict) and receipt else receipt
    with pytest.raises(fupin.InvalidReport) as raised:
        fupin.verify(whole, PLAN)  # type: ignore[arg-type]
    (fault,) = raised.value.faults
    assert (fault.pointer, str(fault)) == (pointer, told)
    assert str(raised.value) == f"报告有1处差错\n{told}"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.json"
    assert invoke("check", str(EXAMPLE), "--select", "5", "--format", "json", "-o", str(path)).exit_code == 0
    return path


def test_the_command_says_that_a_report_matches_by_the_rules_that_it_ran(report: Path) -> None:
    result = invoke("verify", str(report), str(EXAMPLE))
    assert (result.exit_code, result.stdout) == (0, "相符：本库、指引、规则、数据和方案都与回执相同\n")


def test_the_command_names_what_differs(report: Path, tmp_path: Path) -> None:
    made = json.loads(report.read_text("utf-8"))
    made["reports"][0]["findings"][0]["rule"] = "5.1.gone"
    made["reports"][0]["receipt"]["library"] = "0.0\x1b"
    report.write_text(json.dumps(made).replace("\\u001b", "x"), "utf-8")
    result = invoke("verify", str(report), str(EXAMPLE), "--lang", "en")
    assert result.exit_code == 1
    first, library, rules = result.stdout.splitlines()
    assert first == "It differs from the receipt:"
    assert library.startswith("  version of the library: then 0.0x, now ")
    assert rules.startswith("  rules: then sha256:")


def test_the_command_refuses_what_it_cannot_read(report: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text("标题: 甲\n13812345678: 乙\n", "utf-8")
    result = invoke("verify", str(report), str(plan))
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{plan}: 第2行第1列：不认识的键“138****5678”" in result.stderr
    result = invoke("verify", str(tmp_path / "gone.json"), str(EXAMPLE))
    assert (result.exit_code, result.stderr) == (
        2,
        f"{tmp_path}/gone.json: 没有这个文件或文件夹，请检查路径\n",
    )


def test_the_command_wants_a_report_of_one_plan(report: Path) -> None:
    made = json.loads(report.read_text("utf-8"))
    made["reports"] *= 2
    report.write_text(json.dumps(made), "utf-8")
    result = invoke("verify", str(report), str(EXAMPLE))
    assert (result.exit_code, result.stderr) == (2, "报告里应当只有一份方案，这里有2份\n")
