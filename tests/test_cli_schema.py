"""cq-fupin schema: what editors complete and check plans by, and programs read exports by."""

import json
from pathlib import Path

from cli_runner import invoke
from cq_fupin.reading.schema import plan_schema


def test_the_schema_of_what_is_accepted_is_written() -> None:
    result = invoke("schema")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == plan_schema()


def test_the_strict_form_is_another_one() -> None:
    assert json.loads(invoke("schema", "--canonical").stdout) == plan_schema(canonical=True) != plan_schema()


def test_the_schema_goes_to_a_file_when_one_is_named(tmp_path: Path) -> None:
    file = tmp_path / "plan.schema.json"
    result = invoke("schema", "-o", str(file))
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(file.read_text(encoding="utf-8")) == plan_schema()


def test_the_schema_of_an_export_is_written_by_its_name() -> None:
    told = json.loads(invoke("schema", "guideline").stdout)
    assert (told["$id"], told["properties"]["format"]["const"]) == (
        "urn:cq-fupin:guideline:1",
        "cq-fupin-guideline/1",
    )
    assert json.loads(invoke("schema", "plan").stdout) == plan_schema()


def test_only_plans_have_a_strict_form() -> None:
    result = invoke("schema", "rules", "--canonical")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("cq-fupin schema：--canonical 只用于 plan\n")
