"""Old documents are saved anew by LibreOffice, here a program that behaves like it, well or badly."""

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from cq_fupin.reading import conversion
from cq_fupin.reading.conversion import converted
from cq_fupin.words.errors import InvalidPlan

CONVERT = """
import sys
from pathlib import Path
folder = Path(sys.argv[sys.argv.index("--outdir") + 1])
kind = sys.argv[sys.argv.index("--convert-to") + 1]
profile = next(part for part in sys.argv if part.startswith("-env:UserInstallation=file:///"))
settings = Path(profile.removeprefix("-env:UserInstallation=file://"), "user", "registrymodifications.xcu")
assert "DisableMacrosExecution" in settings.read_text("utf-8")
source = Path(sys.argv[-1])
folder.mkdir()
(folder / f"{source.stem}.{kind}").write_bytes(kind.encode() + b":" + source.read_bytes())
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "--方案.DOC"
    path.write_bytes(b"old")
    return path


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, program: str, *, name: str = "soffice") -> None:
    """Put a program of Python into the path under the name of LibreOffice, and nothing else."""
    home = folder / "bin"
    home.mkdir()
    script = home / name
    script.write_text(f"#!{sys.executable}\n{program}", "utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(home))


def refusal(path: Path, **options: float) -> str:
    with pytest.raises(InvalidPlan) as caught:
        converted(path, **options)
    (fault,) = caught.value.faults
    return str(fault)


@pytest.mark.parametrize("name", ["soffice", "libreoffice"])
def test_a_document_is_converted_and_itself_untouched(
    name: str, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(document.parent, monkeypatch, CONVERT, name=name)
    assert converted(document) == b"docx:old"
    assert document.read_bytes() == b"old"
    assert sorted(path.name for path in document.parent.iterdir()) == ["--方案.DOC", "bin"]


def test_a_sheet_becomes_a_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, CONVERT)
    path = tmp_path / "表.et"
    path.write_bytes(b"old")
    assert converted(path) == b"xlsx:old"


def test_other_files_are_not_converted(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.png").startswith("不转换这种文件（.png）：可以转换的有.doc、.wps")


def test_a_missing_program_is_told(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(conversion, "_PLACES", ())
    assert "没有找到 LibreOffice" in refusal(document)


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("raise SystemExit(3)", "LibreOffice 转换失败（状态 3）"),
        ("", "没有转换成功"),
    ],
)
def test_a_program_that_fails_is_told(
    program: str, said: str, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(document.parent, monkeypatch, program)
    assert said in refusal(document)


def test_a_program_that_does_not_start_is_told(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(document.parent, monkeypatch, "")
    (document.parent / "bin" / "soffice").write_text("#!/nowhere/at/all\n", "utf-8")
    assert "不能启动" in refusal(document)


SLOW = """
import os, subprocess, sys, time
from pathlib import Path
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
Path({mark!r}).write_text(str(child.pid))
time.sleep(60)
"""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="groups of programs are those of POSIX")
def test_a_program_that_hangs_is_ended_with_what_it_started(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = document.parent / "child"
    install(document.parent, monkeypatch, SLOW.format(mark=str(mark)))
    assert "用时太长" in refusal(document, seconds=3)
    child = int(mark.read_text())
    deadline = time.monotonic() + 10
    while is_running(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_running(child)


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_without_groups_the_program_itself_is_ended(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(document.parent, monkeypatch, "import time; time.sleep(60)")
    monkeypatch.delattr(os, "killpg", raising=False)
    assert "用时太长" in refusal(document, seconds=0.2)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_itself_converts(tmp_path: Path) -> None:
    path = tmp_path / "方案.rtf"
    path.write_text(r"{\rtf1\ansi plan}", "ascii")
    assert converted(path).startswith(b"PK")
