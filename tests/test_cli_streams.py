"""Real processes: pipes, closed streams, encodings, interrupts, and no traceback in any of them."""

import json
import os
import signal
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from cq_fupin.cli import streams
from cq_fupin.words.access import no_access

PLAN = Path(__file__).parent.parent / "examples" / "plan.yaml"
PROGRAM = (sys.executable, "-c", "from cq_fupin.cli import main; main()")
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such streams")


def _run(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LC_MESSAGES", "LANG")}
    done = subprocess.run(
        [*PROGRAM, *arguments], input=stdin, capture_output=True, env={**env, **environment}, check=False
    )
    assert b"Traceback" not in done.stderr
    return done


def test_a_plan_is_checked_by_a_process_of_its_own() -> None:
    done = _run("check", str(PLAN), PYTHONUTF8="1")
    assert done.returncode == 0
    assert done.stdout.decode().startswith("重庆市中药材行业协会")
    assert done.stderr == b""


def test_a_stream_that_can_t_show_chinese_gets_escapes() -> None:
    done = _run("check", str(PLAN), "没有.yaml", PYTHONIOENCODING="ascii", PYTHONUTF8="1")
    assert done.returncode == 2
    assert done.stdout.startswith(b"\\u91cd\\u5e86")
    assert b"\\u6ca1\\u6709.yaml: " in done.stderr
    assert _run("--help", PYTHONIOENCODING="ascii").stdout.startswith(b"\\u7528\\u6cd5")


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
def test_json_is_utf_8_whatever_the_machine_writes_text_in(encoding: str) -> None:
    done = _run("check", str(PLAN), "-f", "json", PYTHONIOENCODING=encoding)
    assert json.loads(done.stdout.decode("utf-8"))["reports"][0]["title"].startswith("重庆市")


@POSIX
def test_a_file_s_name_that_is_no_text_is_told_nevertheless(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.yaml"
    try:
        Path(os.fsdecode(path)).write_bytes(PLAN.read_bytes())
    except OSError:
        pytest.skip("the file system takes only text")
    done = _run("check", os.fsdecode(path), "-f", "json", PYTHONUTF8="1")
    assert json.loads(done.stdout)["reports"][0]["plan"].endswith("/\udcff.yaml")


@POSIX
@pytest.mark.parametrize("arguments", [["regions"], ["regions", "-f", "json"], ["--help"]])
def test_a_reader_that_goes_away_ends_the_run_quietly(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run([*PROGRAM, *arguments], stdout=gone, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (141, b"")


@POSIX
@pytest.mark.parametrize(
    ("closed", "status"), [(">&-", 0), ("2>&-", 0), (">&- 2>&-", 0), ("nothing.yaml 2>&-", 2)]
)
def test_closed_streams_don_t_change_the_status(closed: str, status: int) -> None:
    command = f'"$@" {closed}'
    done = subprocess.run(
        ["sh", "-c", command, "sh", *PROGRAM, "check", str(PLAN)], capture_output=True, check=False
    )
    assert done.returncode == status
    assert b"Traceback" not in done.stderr


@POSIX
def test_a_full_disk_is_no_success() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no full device here")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "regions"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("磁盘没有空间了")


@POSIX
def test_an_interrupt_ends_the_run_with_130() -> None:
    command = [*PROGRAM, "check", "-", "--input-format", "yaml"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # What runs in the background ignores interrupts, and so would its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
    ) as process:
        assert process.stdin is not None
        # Once so much is taken, the program is reading: more than any pipe holds.
        process.stdin.write(b"#" * 1_000_000)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate()
    assert process.returncode == 130
    assert told.strip() == b""


def test_a_check_loads_neither_other_formats_nor_what_errors_need() -> None:
    code = "import sys\nfrom cq_fupin.cli import main\ntry:\n    main()\nfinally:\n    print(*sys.modules)"
    arguments = [sys.executable, "-c", code, "check", str(PLAN)]
    done = subprocess.run(
        arguments, capture_output=True, encoding="utf-8", check=True, env={**os.environ, "PYTHONUTF8": "1"}
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "cq_fupin.reading.yaml_source" in loaded
    heavy = (
        "babel",
        "cattrs",
        "difflib",
        "hypothesis",
        "rich",
        "shutil",
        "tomllib",
        "importlib.resources",
        "subprocess",
    )
    assert not {
        name for name in (*heavy, "cq_fupin.reading.toml_source", "cq_fupin.cli.explain") if name in loaded
    }


class _Stream(TextIOWrapper):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__(BytesIO(), encoding="ascii", errors="backslashreplace", write_through=True)
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    @property
    def written(self) -> bytes:
        buffer = self.buffer
        assert isinstance(buffer, BytesIO)
        return buffer.getvalue()


def test_a_terminal_gets_machine_formats_in_its_own_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = _Stream(terminal=True)
    monkeypatch.setattr(sys, "stdout", stream)
    streams.write_data("渝")
    assert stream.written == b"\\u6e1d"


def test_a_pipe_gets_machine_formats_in_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = _Stream(terminal=False)
    monkeypatch.setattr(sys, "stdout", stream)
    streams.write_data("渝\udcff")
    assert stream.written == "渝\\udcff".encode()


def test_without_streams_nothing_is_written_and_nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    streams.steady()
    streams.write("a")
    streams.write_data("a")
    streams.complain("a")
    streams.finish()
    assert not streams.is_coloured()
    assert streams.screen() == 80


class _Gone:
    def write(self, _text: str) -> int:
        raise BrokenPipeError

    flush = isatty = lambda self: False


def test_nobody_reading_is_told_apart_from_a_failing_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", _Gone())
    monkeypatch.setattr(sys, "stderr", _Gone())
    with pytest.raises(streams.NobodyReads):
        streams.write("a")
    streams.complain("a")


def test_what_nobody_reads_is_not_written_at_the_end_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.txt"
    with path.open("w", encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdout", file)
        file.write("left")
        streams.abandon()
    assert path.read_text(encoding="utf-8") == ""


@pytest.mark.parametrize(
    ("asked", "columns"),
    [("60", 60), ("20", 40), ("500", 100), ("9" * 50, 100), ("wide", 80), ("", 80), ("²", 80)],
)
def test_the_screen_is_as_wide_as_asked_within_bounds(
    asked: str, columns: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", asked)
    with (tmp_path / "out").open("w") as file:
        monkeypatch.setattr(sys, "stdout", file)
        assert streams.screen() == columns


@POSIX
def test_a_terminal_tells_how_wide_it_is_and_has_colours_unless_they_are_declined(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 66, 0, 0))
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    with os.fdopen(ours), os.fdopen(theirs, "w") as terminal:
        monkeypatch.setattr(sys, "stdout", terminal)
        assert streams.screen() == 66
        assert streams.is_coloured()
        monkeypatch.setenv("NO_COLOR", "1")
        assert not streams.is_coloured()


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (FileNotFoundError(), "没有这个文件或文件夹，请检查路径"),
        (IsADirectoryError(), "这是文件夹，请写出其中的文件"),
        (PermissionError(), "没有读写这个文件的权限"),
        (OSError(36, "File name too long"), "文件名太长"),
        (OSError(77, "odd"), "文件无法读写（系统错误77）"),
        (OSError("odd"), "文件无法读写（系统错误?）"),
    ],
)
def test_what_the_system_refuses_is_told_in_chinese(error: OSError, told: str) -> None:
    assert str(no_access(error)) == told
