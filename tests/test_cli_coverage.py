"""cq-fupin coverage: every norm and sentence, for people and for programs."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cli_runner import invoke
from cq_fupin.checking.coverage import Coverage, cover
from cq_fupin.cli import coverage as command
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.words.message import say

PICTURE = Path(__file__).parents[1] / "docs" / "reference" / "coverage.svg"
STATUS = 1 if cover().gaps else 0


@pytest.fixture
def with_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a sentence had been forgotten."""
    whole = cover()
    monkeypatch.setattr(
        command, "cover", lambda: Coverage(whole.guideline, whole.accounts, (say("原文没有这一句：{text}", text="甲"),))
    )  # fmt: skip


@pytest.fixture
def with_a_rule_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if there were no rule for insurance."""
    monkeypatch.setattr(command, "cover", lambda: cover(rules=RULES.ignore("18.5.insurance")))


@pytest.fixture
def without_gaps(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if every norm had a rule, as far as that is told."""
    whole = cover()
    stated = tuple(account for account in whole.accounts if account.kind.value != "pending")
    monkeypatch.setattr(command, "cover", lambda: Coverage(whole.guideline, stated, ()))


def test_every_article_has_a_row_with_its_norms_and_sentences() -> None:
    result = invoke("coverage")
    assert result.exit_code == STATUS
    assert re.search("^第五条 +29 +26 +0 +3 +0 +12 +被引用 10、随前句 1、承接 1$", result.stdout, re.M)
    assert re.search(r"^第十八条 +10 +9 +0 +1 +0 ", result.stdout, re.M)
    assert re.search("^合计 +116 ", result.stdout, re.M)
    for number in range(1, 19):
        assert f"\n{load_guideline().article(number).citation} " in result.stdout


def test_norms_without_a_rule_are_listed_with_their_reason() -> None:
    told = invoke("coverage").stdout
    assert re.search("^  5.8.continuity +延续性 +帮扶是否真的延续，事后才看得出$", told, re.M)
    assert re.search("^  2.regions +重点地区 +四类.*由规则 18.2.regions 一并判断$", told, re.M)


def test_it_is_told_in_english_too() -> None:
    told = invoke("coverage", "--lang", "en").stdout
    assert re.search(
        "^Provision +Norms +Has a rule +Data +Reason +No rule yet +Sentences +Of these$", told, re.M
    )
    assert "\nNorms without a rule:\n" in told


@pytest.mark.usefixtures("without_gaps")
def test_where_everything_is_accounted_for_the_status_is_0() -> None:
    result = invoke("coverage")
    assert result.exit_code == 0
    assert "还没有规则的规范" not in result.stdout
    assert "没有交代的" not in result.stdout


@pytest.mark.usefixtures("with_a_rule_missing")
def test_a_norm_without_account_is_said_to_have_no_rule_yet() -> None:
    result = invoke("coverage")
    assert result.exit_code == 1
    listed = result.stdout.partition("\n还没有规则的规范：\n")[2]
    assert re.search("^  18.5.insurance +意外伤害保险 +还没有规则$", listed, re.M)
    assert "没有交代的" not in listed


@pytest.mark.usefixtures("with_a_gap")
def test_a_sentence_without_account_is_told_and_the_status_is_1() -> None:
    result = invoke("coverage")
    assert result.exit_code == 1
    assert result.stdout.endswith("\n没有交代的：\n  原文没有这一句：甲\n")


def test_json_has_every_norm_and_every_sentence() -> None:
    result = invoke("coverage", "--format", "json", LANG="en")
    told = json.loads(result.stdout)
    assert (told["format"], told["language"], told["guideline"]) == ("cq-fupin-coverage/1", "zh", "2020")
    assert len(told["norms"]) == sum(told["totals"]["norms"].values()) == 116
    assert len(told["sentences"]) == sum(told["totals"]["sentences"].values()) == 122
    norms = {norm.pop("id"): norm for norm in told["norms"]}
    assert norms["5.7.funds"] == {"account": "rule", "rule": "5.7.funds", "reason": None}
    assert (norms["3.groups"]["account"], norms["3.groups"]["rule"]) == ("datum", "18.2.groups")
    assert told["parts"][0]["title"] == "通知"
    assert "13594500668" not in result.stdout


@pytest.mark.parametrize(("language", "ending"), [("zh", ".svg"), ("en", ".en.svg")])
def test_the_picture_in_the_documentation_is_what_the_command_draws(
    language: str, ending: str, tmp_path: Path
) -> None:
    path, picture = tmp_path / "coverage.svg", PICTURE.with_suffix(ending)
    assert invoke("coverage", "--format", "svg", "--lang", language, "-o", str(path)).exit_code == STATUS
    assert path.read_bytes() == picture.read_bytes(), (
        f"run cq-fupin coverage --format svg --lang {language} -o docs/reference/{picture.name}"
    )


def test_the_picture_is_well_formed_and_has_a_row_for_every_part() -> None:
    picture = invoke("coverage", "--format", "svg", "--lang", "en").stdout
    texts = [
        element.text for element in ElementTree.fromstring(picture).iter("{http://www.w3.org/2000/svg}text")
    ]
    assert {f"Article {number}" for number in range(1, 19)} <= {*texts}
    assert texts[:2] == ["Has a rule", "Data"]


def test_an_empty_set_of_rules_leaves_every_checkable_norm_without_account() -> None:
    pending = {each.norm for each in cover(rules=RuleSet(())).accounts if each.kind.value == "pending"}
    checkable = {norm.id for norm in load_guideline().norms if norm.checkable}
    assert pending == checkable - {"2.regions", "3.groups", "4.fields"}
