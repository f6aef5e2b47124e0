"""The command line as a whole: its commands, its help, its languages, its exit status."""

import runpy
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module

import click
import pytest

from cli_runner import invoke
from cq_fupin.cli import language as cli_language
from cq_fupin.cli import main, misuse, program
from cq_fupin.cli.language import Language, language
from cq_fupin.cli.program import COMMANDS
from cq_fupin.cli.streams import NobodyReads
from cq_fupin.telling.columns import width
from cq_fupin.telling.translation import languages
from cq_fupin.words.errors import InvalidData
from cq_fupin.words.message import Message, say

LISTED = tuple(COMMANDS)


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue that tells in which language each text was asked for."""

    def told(message: Message, locale: str) -> str:
        return f"<{locale}>{message}"

    monkeypatch.setattr(cli_language, "translate", told)


def _fail(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(*_arguments: object) -> int:
        raise error

    monkeypatch.setattr(program, "_run", fail)


def test_help_lists_every_command_and_tells_what_it_does() -> None:
    result = invoke("--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("用法：cq-fupin [选项] 命令 [参数]...\n")
    assert all(f"\n  {name} " in result.stdout for name in LISTED)
    assert not result.stderr


@pytest.mark.parametrize("name", LISTED)
def test_every_command_has_help_in_which_nothing_is_english_prose(name: str) -> None:
    result = invoke(name, "-h")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"用法：cq-fupin {name} [选项]")
    assert "Usage" not in result.stdout
    assert "Show this message" not in result.stdout


def test_columns_of_help_stand_below_each_other_on_a_narrow_screen() -> None:
    result = invoke("check", "--help", COLUMNS="20")
    options = result.stdout.partition("选项：\n")[2].splitlines()
    assert all(width(line) <= 40 for line in options)
    assert {len(line) - len(line.lstrip()) for line in options} == {2, 20}


def test_without_a_command_help_goes_to_standard_error() -> None:
    result = invoke()
    assert result.exit_code == 2
    assert result.stderr.startswith("用法：cq-fupin")
    assert not result.stdout


def test_the_version_is_told() -> None:
    assert invoke("--version").stdout.startswith("cq-fupin 0.")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["explian"], "cq-fupin：没有命令“explian”，是不是想用 explain？"),
        (["对" * 200], f"没有命令“{'对' * 60}…”，可以用的有：{'、'.join(COMMANDS)}"),
        (["--foo"], "cq-fupin：没有选项 --foo\n"),
        (["--versoin"], "没有选项 --versoin，是不是想用 --version？"),
        (["--version=3"], "选项 --version 是开关，后面不写值"),
        (["--lang"], "cq-fupin：选项 --lang 后面要写一个值"),
        (["check", "--lang"], "cq-fupin check：选项 --lang 后面要写一个值"),
        (["schema", "--lang", "xx"], "--lang 没有“xx”，可以用的有：" + "、".join(languages())),
        (["check"], "cq-fupin check：缺少参数“方案”"),
        (["show"], "cq-fupin show：缺少参数“引用”"),
        (["show", "5", "6"], "cq-fupin show：多余的参数：6"),
    ],
)
def test_wrong_use_is_told_in_chinese_with_what_would_be_right(arguments: list[str], told: str) -> None:
    result = invoke(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert "--help”查看用法" in result.stderr
    assert not result.stdout


def test_other_errors_of_click_are_told_too() -> None:
    assert str(misuse.retold(click.UsageError("odd")).said) == "用法不对：odd"
    assert str(misuse.retold(click.MissingParameter()).said) == "缺少参数“”"


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ((), {}, Language("zh", False)),
        ((), {"LANG": "en_US.UTF-8"}, Language("en", False)),
        ((), {"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, Language("zh", False)),
        ((), {"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB"}, Language("en", False)),
        ((), {"LC_ALL": "", "LANG": "en"}, Language("en", False)),
        ((), {"LANG": "C.UTF-8"}, Language("zh", False)),
        ((), {"LANG": "fr_FR"}, Language("zh", False)),
        (("check", "--lang", "en_US"), {"LANG": "zh_CN"}, Language("en", True)),
        (("--lang=zh_Hans_CN", "check"), {"LANG": "en"}, Language("zh", True)),
        (("--lang", "en", "check", "--lang", "zh"), {}, Language("zh", True)),
        (("--lang", "xx"), {"LANG": "en"}, Language("en", False)),
        (("--lang",), {}, Language("zh", False)),
        (("check", "--", "--lang=en"), {}, Language("zh", False)),
    ],
)
def test_the_language_is_the_option_s_else_the_environment_s_else_chinese(
    arguments: tuple[str, ...],
    environment: dict[str, str],
    expected: Language,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    assert language(arguments) == expected


def test_machine_formats_are_chinese_unless_another_language_is_asked_for() -> None:
    assert Language("en", False).for_machines == "zh"
    assert Language("en", True).for_machines == "en"


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("arguments", [["--lang", "en", "check", "--help"], ["check", "--help", "--lang=en"]])
def test_help_and_errors_are_told_in_the_language_that_is_asked_for(arguments: list[str]) -> None:
    assert invoke(*arguments).stdout.startswith("<en>用法：cq-fupin check <en>[选项] <en>方案...")
    assert invoke("check", "--foo", LANG="en_US").stderr.startswith("<en>cq-fupin check：没有选项 --foo")


def test_an_interrupted_run_ends_quietly_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    _fail(monkeypatch, click.Abort())
    result = invoke("check", "x.yaml")
    assert (result.exit_code, result.output) == (130, "")


def test_a_run_that_nobody_reads_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    abandoned: list[bool] = []
    monkeypatch.setattr(program, "abandon", lambda: abandoned.append(True))
    _fail(monkeypatch, NobodyReads())
    result = invoke("check", "x.yaml")
    assert (result.exit_code, result.output, abandoned) == (141, "", [True])


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("cq-fupin e", ["explain", "export"]),
        ("cq-fupin check --inp", ["--input-format"]),
        ("cq-fupin chek --inp", []),
    ],
)
def test_a_shell_that_asks_is_told_how_words_go_on(words: str, completed: list[str]) -> None:
    count = len(words.split()) - 1
    result = invoke(_CQ_FUPIN_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(count))
    assert [line.partition(",")[2] for line in result.stdout.splitlines() if line] == completed


def test_a_defect_of_the_installation_is_told_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    _fail(monkeypatch, InvalidData(say("数据不对")))
    result = invoke("check", "x.yaml")
    assert (result.exit_code, result.stderr) == (2, "数据不对\n")


def test_a_full_disk_is_told_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    _fail(monkeypatch, OSError(28, "No space left on device"))
    result = invoke("check", "x.yaml")
    assert (result.exit_code, result.stderr) == (2, "磁盘没有空间了\n")


def test_a_defect_of_the_program_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    _fail(monkeypatch, ZeroDivisionError("secret"))
    result = invoke("check", "x.yaml")
    assert result.exit_code == 2
    assert result.stderr.startswith("程序内部出错")
    assert "ZeroDivisionError" in result.stderr


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Keeps `main` from changing how this process collects garbage."""
    calls: list[object] = []
    monkeypatch.setattr("gc.set_threshold", calls.append)
    monkeypatch.setattr("gc.freeze", lambda: calls.append("freeze"))
    return calls


@pytest.mark.parametrize(
    ("run", "status"), [(lambda: 1, 1), (lambda: (_ for _ in ()).throw(KeyboardInterrupt), 130)]
)
def test_the_process_ends_with_the_status_of_the_run(
    run: Callable[[], int], status: int, kept: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "run", run)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == status
    assert kept == [100_000, "freeze"]


def test_the_arguments_of_the_process_are_read_only_when_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["cq-fupin", "--lang", "zh", "show", "99"])
    assert program.run() == 2


_MODULES = """
import sys
from cq_fupin.cli import main
sys.argv = ["cq-fupin", *sys.argv[1:]]
try:
    main()
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""


def _loaded(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _MODULES, *arguments],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return set(done.stderr.split())


def test_the_version_is_told_without_the_library() -> None:
    loaded = _loaded("--version")
    assert not {
        name for name in loaded if name.startswith(("cq_fupin.models", "cq_fupin.rules", "cq_fupin.reading"))
    }


def test_a_command_loads_no_other_command() -> None:
    loaded = _loaded("show", "5.7")
    assert "cq_fupin.cli.show" in loaded
    assert not {f"cq_fupin.cli.{name}" for name in LISTED if name != "show"} & loaded


def test_the_package_runs_as_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import_module("cq_fupin.__main__")  # which runs nothing
    monkeypatch.delitem(sys.modules, "cq_fupin.__main__")
    monkeypatch.setattr(sys, "argv", ["cq-fupin", "--version"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("cq_fupin", run_name="__main__")
    assert (ended.value.code, capsys.readouterr().out.startswith("cq-fupin ")) == (0, True)


def test_its_help_names_the_program_and_no_file_of_it() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "cq_fupin", "check", "--help"], capture_output=True, text=True, check=True
    ).stdout
    assert "cq-fupin check" in shown
    assert "__main__" not in shown
