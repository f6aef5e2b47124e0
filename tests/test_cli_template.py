"""cq-fupin template: which files it writes, and that it writes over none."""

from pathlib import Path

import pytest

from cli_runner import invoke
from cq_fupin.telling.templates.template import write_template


@pytest.mark.parametrize(
    ("name", "format"), [("方案.docx", "docx"), ("a.XLSX", "xlsx"), ("a.yml", "yaml"), ("a.json", "json")]
)
def test_the_ending_names_the_format(name: str, format: str, tmp_path: Path) -> None:
    result = invoke("template", str(tmp_path / name))
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / name).read_bytes() == write_template(format)


def test_the_language_is_the_one_asked_for_and_never_the_machines(tmp_path: Path) -> None:
    invoke("template", str(tmp_path / "a.toml"), LANG="en_US.UTF-8")
    invoke("template", str(tmp_path / "b.toml"), "--lang", "en")
    assert (tmp_path / "a.toml").read_bytes() == write_template("toml")
    assert (tmp_path / "b.toml").read_bytes() == write_template("toml", locale="en")


def test_a_file_that_is_there_stays_as_it_is_without_force(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("旧", "utf-8")
    result = invoke("template", str(path))
    assert (result.exit_code, path.read_text("utf-8")) == (2, "旧")
    assert "已经有了" in result.stderr
    assert invoke("template", "--force", str(path)).exit_code == 0
    assert path.read_bytes() == write_template("yaml")


@pytest.mark.parametrize(
    ("file", "told"), [("-", "模板要写到文件"), ("a.doc", "后缀不说明格式"), ("a", "后缀不说明格式")]
)
def test_what_names_no_format_is_told_with_what_would(file: str, told: str) -> None:
    result = invoke("template", file)
    assert result.exit_code == 2
    assert told in result.stderr
    assert ".docx" in result.stderr


def test_where_nothing_can_be_written_is_told(tmp_path: Path) -> None:
    result = invoke("template", str(tmp_path / "nowhere" / "a.yaml"))
    assert result.exit_code == 2
    assert "无法写入" in result.stderr
