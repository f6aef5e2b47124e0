"""The GitHub report: workflow commands, and none but ours."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cq_fupin as fupin
from cq_fupin.reading.plans import read_plan
from cq_fupin.strategies import help_plans
from cq_fupin.telling.agenda import to_act_on
from cq_fupin.telling.render import render, render_all
from cq_fupin.words.spot import Paragraph
from report_samples import ERRORS, HOSTILE, PLANS, SILENT, checked, hostile, small

Command = tuple[str, dict[str, str], str]


def unescaped(text: str) -> str:
    for code, sign in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def commands(made: str) -> list[Command]:
    """The commands of an output as GitHub's runner reads them: a line each, and no line that is none."""
    lines = made.replace("\r", "\n").split("\n")
    assert lines.pop() == ""
    return [read(line) for line in lines]


def read(line: str) -> Command:
    assert line.startswith("::")
    head, _colons, message = line[2:].partition("::")
    name, _blank, rest = head.partition(" ")
    properties = dict(part.split("=", 1) for part in rest.split(","))
    return name, {key: unescaped(value) for key, value in properties.items()}, unescaped(message)


def expected(report: fupin.Report) -> int:
    return len(to_act_on(report)) + len(report.waiver_notes) + 1


@pytest.mark.parametrize("text", HOSTILE)
def test_no_plan_can_write_a_command(text: str) -> None:
    report = hostile(text)
    made = commands(render(report, "github", source=f"{text}.yaml"))
    assert len(made) == expected(report)
    assert {name for name, _properties, _message in made} <= {"error", "warning", "notice"}
    assert all({*properties} <= {"file", "line", "col", "title"} for _name, properties, _message in made)
    assert made[-1][1]["file"] == f"{text}.yaml"


@settings(max_examples=20, deadline=None)
@given(help_plans(), st.text())
def test_any_plan_and_any_name_make_as_many_lines_as_there_are_things_to_tell(
    plan: fupin.HelpPlan, name: str
) -> None:
    report = fupin.check(attrs.evolve(plan, title=name))
    made = render_all([(name, report)], "github")
    assert len(commands(made)) == expected(report)


def test_a_finding_stands_at_its_line_with_its_sentence_places_and_what_to_write() -> None:
    (name, properties, message), *_others = commands(render_all(small(), "github"))
    assert name == "error"
    assert properties == {
        "file": "plans/without funds.yaml", "line": "38", "col": "3", "title": "5.7.funds 明确资金"
    }  # fmt: skip
    first, quote, *places, remedy = message.split("\n")
    assert first == "第五条第(七)项：方案没有体现：明确资金：多少元"
    assert quote == "「明确人力、资金、物资支持」"
    assert places[0].startswith("第21行 ")
    assert remedy.startswith("建议：在“资源·资金”写明")


def test_levels_have_their_commands_and_the_conclusion_comes_last() -> None:
    report = checked((PLANS / "unclear.yaml").read_text("utf-8"))
    made = commands(render(report, "github"))
    names = {"error": "error", "warning": "warning", "note": "notice"}
    levels = [names[finding.level.value] for finding in to_act_on(report)]
    assert [name for name, _properties, _message in made] == [*levels, "notice"]
    assert made[-1][2].startswith("结论：不符合")


def test_a_waiver_is_told_with_its_finding_and_what_is_wrong_with_one_by_itself() -> None:
    made = commands(render_all(small(), "github"))
    assert any(message.endswith("\n已豁免：慰问另有安排（理事会，至2020-12-31）") for _n, _p, message in made)
    assert ("warning", "须留意的豁免") in {(name, properties["title"]) for name, properties, _message in made}


def test_a_document_that_is_no_text_has_its_place_in_the_message() -> None:
    plan = read_plan(PLANS / "without_funds.yaml")
    places = {pointer: attrs.evolve(place, spot=Paragraph()) for pointer, place in plan.places.items()}
    report = fupin.check(attrs.evolve(plan, places=places))
    (_name, properties, message), *_others = commands(render(report, "github", source="a.docx"))
    assert (properties["file"], "line" in properties) == ("a.docx", False)
    assert "第38段 资源·资金" in message


@pytest.mark.parametrize("source", ["-", None])
def test_standard_input_is_no_file(source: str | None) -> None:
    made = commands(render(checked(SILENT + "资源: 无\n"), "github", source=source))
    assert not any({"file", "line"} & {*properties} for _name, properties, _message in made)


def test_faults_are_errors_at_their_lines() -> None:
    first, second = commands(render_all((), "github", errors=ERRORS))
    assert first == (
        "error", {"file": "坏 了.yaml", "line": "3", "col": "1", "title": "无法核对"}, "第3行第1列：必须填写"
    )  # fmt: skip
    assert "line" not in second[1]
