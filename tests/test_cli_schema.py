"""cq-fupin schema: what editors complete and check plans by."""

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
